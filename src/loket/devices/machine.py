"""What tells this computer from others: four marks, each kept only as a digest.

A database that finds itself among two or more other marks was copied to another computer, or its disk was. One mark
alone changes in everyday life: a network card is replaced, a system installed again. Source: sync specification 2.6.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

MOVED_FROM = 2  # marks that differ
_UNKNOWN = frozenset({"", "0", "none", "unknown", "default string", "to be filled by o.e.m."})
_DISKS = ("nvme*", "sd*", "vd*", "mmcblk*", "xvd*")
_CRYPTOGRAPHY = r"SOFTWARE\Microsoft\Cryptography"
_HARDWARE = r"SYSTEM\CurrentControlSet\Control\SystemInformation"
_FIRST_DISK = r"HARDWARE\DEVICEMAP\Scsi\Scsi Port 0\Scsi Bus 0\Target Id 0\Logical Unit Id 0"
_NETWORK = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\NetworkCards"


def machine_marks() -> tuple[str, ...]:
    """Installation, board, disk and network card of this computer, as digests; "" where the system does not say."""
    read = _windows_marks if sys.platform == "win32" else _linux_marks
    return tuple(_digest(mark) for mark in read())


def moved(known: Sequence[str], now: Sequence[str]) -> bool:
    """Whether these are the marks of another computer. A mark nobody could read says nothing."""
    return sum(bool(old and new and old != new) for old, new in zip(known, now, strict=False)) >= MOVED_FROM


def machine_id(marks: Sequence[str]) -> str:
    """One name for a computer with these marks: 32 hex digits."""
    return hashlib.sha256("\n".join(marks).encode()).hexdigest()[:32]


def _digest(mark: str) -> str:
    plain = mark.strip().lower()
    return "" if plain in _UNKNOWN else hashlib.sha256(f"loket/machine/{plain}".encode()).hexdigest()[:16]


def _linux_marks() -> list[str]:
    system = Path("/sys")
    return [
        _text(Path("/etc/machine-id")),
        _text(system / "class/dmi/id/product_uuid"),  # for administrators only; then it stays unknown
        _first(_disk_serial, [disk for name in _DISKS for disk in sorted((system / "block").glob(name))]),
        _first(lambda card: _text(card / "address"), _network_cards(system / "class/net")),
    ]


def _disk_serial(disk: Path) -> str:
    return _first(_text, [disk / name for name in ("device/serial", "serial", "device/wwid", "wwid")])


def _network_cards(folder: Path) -> list[Path]:
    """Cards that are real: virtual ones get a new address at every start."""
    return [card for card in sorted(folder.glob("*")) if (card / "device").exists()]


def _first(read: Callable[[Path], str], places: Sequence[Path]) -> str:
    return next((mark for place in places if (mark := read(place))), "")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def _windows_marks() -> list[str]:
    return [
        _registry(_CRYPTOGRAPHY, "MachineGuid"),
        _registry(_HARDWARE, "ComputerHardwareId"),
        _registry(_FIRST_DISK, "SerialNumber"),
        _first_network_card(),
    ]


def _registry(path: str, name: str) -> str:
    if sys.platform != "win32":
        return ""
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path, access=winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as key:
            return str(winreg.QueryValueEx(key, name)[0])
    except OSError:
        return ""


def _first_network_card() -> str:
    """The system's own name for the first card it lists; made when the card was first seen."""
    if sys.platform != "win32":
        return ""
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _NETWORK) as cards:
            return _registry(rf"{_NETWORK}\{winreg.EnumKey(cards, 0)}", "ServiceName")
    except OSError:
        return ""
