"""The internet register of a month: who sat at which computer from when to when, and that his card went back.

Source: SOP layanan-internet 1, 4-6: the book of the internet room, the monthly report that the section head signs.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from loket.domain.entities import InternetSession, SessionState
from loket.reports.ledger import Column, Kind, Ledger, Line
from loket.reports.ledger_pdf import ledgers_pdf
from loket.reports.letterhead import Issuer, Signature
from loket.reports.pdf import Fonts
from loket.services.internet_room import LogLine

TITLE = "Laporan Penggunaan Layanan Internet"
COLUMNS = (
    Column("no", "No.", 9, Kind.CENTRED),
    Column("on", "Tanggal", 19, Kind.DAY),
    Column("name", "Nama", 46),
    Column("number", "No. KTA / pengunjung", 32),
    Column("seat", "No. komputer", 19, Kind.CENTRED),
    Column("began", "Mulai", 14, Kind.CENTRED),
    Column("ended", "Selesai", 14, Kind.CENTRED),
    Column("minutes", "Menit", 14, Kind.COUNT),
    Column("purpose", "Keperluan", 40),
    Column("card", "KTA kembali", 19, Kind.CENTRED),
    Column("operator", "Petugas", 32),
)
NO_CARD = "–"
SECTION_HEAD = "Kepala Seksi Layanan,"


def internet_register_pdf(lines: Sequence[LogLine], issuer: Issuer, fonts: Fonts, *, period: str) -> bytes:
    """A4 lying. `period`: "Bulan November 2026", or a day."""
    return ledgers_pdf([internet_register(lines, issuer, period)], issuer.library, issuer.head, fonts)


def internet_register(lines: Sequence[LogLine], issuer: Issuer, period: str) -> Ledger:
    """The register with its sums: minutes, and how often members and guests used it."""
    members = sum(line.session.member_id is not None for line in lines)
    offset = timedelta(minutes=issuer.library.utc_offset_min)
    return Ledger(
        TITLE,
        period,
        COLUMNS,
        tuple(_line(number, line, offset) for number, line in enumerate(lines, 1)),
        empty="Tidak ada pemakaian layanan internet.",
        notes=(_use(len(lines), members),) if lines else (),
        signatures=(
            Signature(SECTION_HEAD, "", "", "Mengetahui,"),
            Signature("Petugas layanan internet,", "", "", issuer.place_and_day),
        ),
        sheet="Internet",
    )


def _use(sessions: int, members: int) -> str:
    return f"Jumlah pemakaian {sessions} kali: {members} oleh anggota, {sessions - members} oleh tamu."


def _line(number: int, line: LogLine, offset: timedelta) -> Line:
    session = line.session
    cells = (str(number), session.on, line.name or "–", line.number or "–", line.seat or "–")
    times = (_hour(session.started_at, offset), _hour(session.ended_at, offset), session.used_min)
    return Line((*cells, *times, session.purpose or "–", _card(session, offset), line.operator or "–"))


def _hour(moment: datetime | None, offset: timedelta) -> str:
    return f"{moment + offset:%H.%M}" if moment is not None else "–"


def _card(session: InternetSession, offset: timedelta) -> str:
    """When his card went back; that it is held still; nothing where none was taken."""
    if session.card_held:
        return "ditahan" if session.state is SessionState.RUNNING else "belum diambil"
    return _hour(session.card_back_at, offset) if session.card_back_at else NO_CARD
