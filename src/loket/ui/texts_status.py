"""The status line's chips: each a few words, an icon, and the whole sentence behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from loket.services.maintenance import Health
from loket.ui import format as fmt
from loket.ui.texts import language, say
from loket.ui.widgets import ChipState

CONTEXT = "Status"
GIGABYTE = 1_000_000_000


@dataclass(frozen=True)
class Chip:
    key: str
    text: str
    icon: str
    state: ChipState
    tooltip: str


def chips_of(health: Health, now: datetime) -> list[Chip]:
    """Only what is wrong is loud; what is well is said quietly."""
    chips = [_saved(health), _backup(health, now)]
    if health.low_disk:
        chips.append(
            Chip(
                "disk",
                say(CONTEXT, "Disk hampir penuh"),
                "device-floppy",
                "stop",
                say(CONTEXT, "Sisa {gigabytes} GB. Kosongkan ruang di disk.", gigabytes=_gigabytes(health.free_bytes)),
            )
        )
    if health.key_warning:
        chips.append(
            Chip(
                "key",
                say(CONTEXT, "Kunci di berkas"),
                "key",
                "warn",
                say(CONTEXT, "Komputer ini tidak punya tempat kunci; kunci data disimpan di berkas loket.key."),
            )
        )
    if health.clock_quality == "doubtful":
        chips.append(
            Chip(
                "date",
                say(CONTEXT, "Tanggal meragukan"),
                "calendar-off",
                "stop",
                say(CONTEXT, "Jam komputer tampak keliru. Betulkan sebelum meminjamkan."),
            )
        )
    return chips


def _saved(health: Health) -> Chip:
    return Chip(
        "saved",
        say(CONTEXT, "Tersimpan"),
        "circle-check",
        "ok",
        say(CONTEXT, "{count} kejadian tercatat di jurnal loket ini.", count=health.events),
    )


def _backup(health: Health, now: datetime) -> Chip:
    if health.backup_age is None:
        return Chip(
            "backup",
            say(CONTEXT, "Belum ada cadangan"),
            "database",
            "warn",
            say(CONTEXT, "Menu › Cadangkan sekarang. Saat Loket ditutup, cadangan dibuat sendiri."),
        )
    age = fmt.ago(now - health.backup_age, now, language())
    state: ChipState = "warn" if health.stale_backup else "quiet"
    return Chip("backup", say(CONTEXT, "Cadangan {age}", age=age), "database", state, health.backup_path)


def _gigabytes(free_bytes: int) -> str:
    return f"{free_bytes / GIGABYTE:.1f}".replace(".", ",")
