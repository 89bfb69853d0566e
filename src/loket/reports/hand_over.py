"""Serah terima kas: what a desk hands to the treasurer of receipts, counted by denomination, with two signatures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

from loket.domain.entities import CashShift
from loket.domain.wording import amount_in_words, long_date
from loket.reports.figures import rupiah, thousands
from loket.reports.ledger import Closing, Column, Kind, Ledger, Line
from loket.reports.ledger_pdf import ledgers_pdf
from loket.reports.letterhead import Issuer, Signature
from loket.reports.pdf import Fonts
from loket.services.cash_shift import read_counts
from loket.services.treasury import HandOverView

TITLE = "Bukti Serah Terima Kas"
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
NOTES_FROM_RP = 1_000  # of this worth there are notes and coins, below it coins alone
COLUMNS = (
    Column("no", "No.", 8, Kind.CENTRED),
    Column("shift", "Giliran kas", 38),
    Column("float", "Modal awal", 20, Kind.RUPIAH),
    Column("net", "Penerimaan tunai", 23, Kind.RUPIAH),
    Column("difference", "Selisih hitung", 20, Kind.RUPIAH),
    Column("counted", "Hasil hitung", 23, Kind.RUPIAH, plus=("float", "net", "difference")),
    Column("left", "Ditinggal di laci", 20, Kind.RUPIAH),
    Column("handed", "Diserahkan", 23, Kind.RUPIAH, plus=("counted",), minus=("left",)),
)


def hand_over_pdf(view: HandOverView, issuer: Issuer, fonts: Fonts) -> bytes:
    """The slip on A4 upright, for desk and treasurer to sign."""
    return ledgers_pdf([hand_over_ledger(view, issuer)], issuer.library, issuer.head, fonts)


def hand_over_ledger(view: HandOverView, issuer: Issuer) -> Ledger:
    """Shifts as lines, the count by denomination below them, the amount in words, what the treasurer counted."""
    handed = view.hand_over
    offset = timedelta(minutes=issuer.library.utc_offset_min)
    lines = tuple(_line(number, shift, offset) for number, shift in enumerate(view.shifts, 1))
    return Ledger(
        TITLE,
        f"Nomor {handed.number}",
        COLUMNS,
        lines,
        facts=(
            ("Hari, tanggal", f"{WEEKDAYS[handed.handed_on.weekday()]}, {long_date(handed.handed_on)}"),
            ("Dari loket", " · ".join(part for part in (view.station_code, view.station_name) if part)),
            ("Yang menyerahkan", view.handed_by),
            ("Yang menerima", view.received_by or issuer.settings.treasurer_name),
            ("Uang tunai", f"{rupiah(handed.cash_rp)} ({amount_in_words(handed.cash_rp)})"),
        ),
        closing=(*_counts(view.shifts), *_noncash(view)),
        notes=_notes(view),
        signatures=_signatures(view, issuer),
        sheet="Serah terima",
        is_upright=True,
    )


def _line(number: int, shift: CashShift, offset: timedelta) -> Line:
    until = _moment(shift.closed_at, offset) if shift.closed_at else ""
    net_rp, difference_rp = shift.expected_rp - shift.float_rp, shift.counted_rp - shift.expected_rp
    amounts = shift.float_rp, net_rp, difference_rp, shift.counted_rp, shift.left_rp, shift.counted_rp - shift.left_rp
    return Line((str(number), f"{_moment(shift.opened_at, offset)} s.d. {until}", *amounts))


def _moment(at: datetime, offset: timedelta) -> str:
    return f"{at + offset:%d-%m-%Y %H.%M}"


def _counts(shifts: Iterable[CashShift]) -> tuple[Closing, ...]:
    """The pieces of all drawers together, largest first, and how the sum handed over comes of them."""
    shifts = tuple(shifts)
    pieces: Counter[int] = Counter()
    for shift in shifts:
        pieces.update(read_counts(shift.counts))
    figures = [_pieces(worth, pieces[worth]) for worth in sorted(pieces, reverse=True) if pieces[worth]]
    parts = tuple(f"+{one.key}" for one in figures)
    counted_rp, left_rp = sum(one.counted_rp for one in shifts), sum(one.left_rp for one in shifts)
    figures.append(Closing("hitung", "Jumlah hasil hitung uang", counted_rp, parts or ("+counted",), is_sum=True))
    figures.append(Closing("tinggal", "Ditinggal di laci sebagai modal giliran berikutnya", left_rp, ("+left",)))
    handed = ("+hitung", "-tinggal")
    figures.append(Closing("serah", "Uang tunai yang diserahkan", counted_rp - left_rp, handed, is_sum=True))
    return tuple(figures)


def _pieces(worth: int, count: int) -> Closing:
    piece = "lembar" if worth > NOTES_FROM_RP else "lembar/keping" if worth == NOTES_FROM_RP else "keping"
    return Closing(f"pecahan{worth}", f"{rupiah(worth)} × {thousands(count)} {piece}", worth * count)


def _noncash(view: HandOverView) -> tuple[Closing, ...]:
    """What was paid otherwise: only shown, it lies in no drawer."""
    if not view.hand_over.noncash_rp:
        return ()
    return (Closing("nontunai", "Penerimaan nontunai (QRIS, transfer)", view.hand_over.noncash_rp),)


def _notes(view: HandOverView) -> tuple[str, ...]:
    handed = view.hand_over
    said = [f"Penjelasan selisih hitung: {shift.explanation}" for shift in view.shifts if shift.explanation]
    if handed.received_on is None:
        return (*said, "Belum diterima bendahara penerimaan.")
    said.append(f"Diterima {long_date(handed.received_on)}: {rupiah(handed.received_rp)} tunai.")
    if view.difference_rp:
        why = f": {handed.explanation}" if handed.explanation else ""
        said.append(f"Selisih saat diterima {rupiah(view.difference_rp)}{why}")
    return tuple(said)


def _signatures(view: HandOverView, issuer: Issuer) -> tuple[Signature, Signature]:
    treasurer = issuer.settings.treasurer_name
    receiver = view.received_by or treasurer
    nip = issuer.settings.treasurer_nip if receiver.casefold() == treasurer.casefold() else ""
    desk = Signature(f"Petugas Loket {view.station_code},", view.handed_by, "", "Yang menyerahkan,")
    return desk, Signature(issuer.treasurer.office, receiver, nip, "Yang menerima,")
