"""The treasurer's books on paper and in a workbook: Buku Kas Umum and Buku Penerimaan dan Penyetoran.

Each function makes a `Ledger` of what `services.books` found; `ledger_pdf` and `ledger_xlsx` write it. Columns follow
the forms of regional treasurers of receipts; what is not cash has columns of its own.
The recaps are in `treasury_recaps`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from loket.domain.books import DEPOSITS, Balance, Book, Entry, EntryKind, Pair, Places
from loket.domain.entities import PayMethod
from loket.domain.wording import charge_label, long_date
from loket.reports.ledger import Cell, Closing, Column, Kind, Ledger, Line
from loket.reports.letterhead import Issuer

METHODS = {PayMethod.CASH: "Tunai", PayMethod.QRIS: "QRIS", PayMethod.TRANSFER: "Transfer"}
BEGINNINGS = {
    EntryKind.RECEIPT: "",
    EntryKind.REFUND: "Pengembalian uang: ",
    EntryKind.VOID: "Pembatalan bukti: ",
    EntryKind.SHIFT_DIFFERENCE: "Selisih hitung kas",
    EntryKind.RECEIVED_DIFFERENCE: "Selisih hitung bendahara",
    EntryKind.REMITTANCE: "Setoran ke rekening kas umum daerah",
    EntryKind.REMITTANCE_VOID: "Pembatalan setoran",
}
RECEIPTS = frozenset({EntryKind.RECEIPT, EntryKind.REFUND, EntryKind.VOID})


def period(from_on: date, until: date) -> str:
    """ "1 s.d. 30 November 2026", as short as it can be said."""
    if from_on == until:
        return long_date(from_on)
    if (from_on.year, from_on.month) == (until.year, until.month):
        return f"{from_on.day} s.d. {long_date(until)}"
    return f"{long_date(from_on)} s.d. {long_date(until)}"


def said_of(entry: Entry) -> str:
    """What an entry is about, in one phrase: what for, from whom, why."""
    words = BEGINNINGS[entry.kind]
    if entry.kind in RECEIPTS:
        what = listed([*(kind for kind in entry.kinds if kind != "service" or not entry.names)], entry.names)
        words += f"{what}, {entry.payer}" if entry.payer else what
    if entry.station_code and entry.kind not in RECEIPTS:
        words += f" loket {entry.station_code}"
    extras = ([f"referensi {entry.reference}"] if entry.reference else []) + ([entry.note] if entry.note else [])
    return "; ".join([words, *extras])


def listed(kinds: Sequence[str], names: Sequence[str] = ()) -> str:
    """Kinds in words, the first with a capital, and the services' own names."""
    labels = [charge_label(kind) for kind in kinds]
    small = [label[:1].lower() + label[1:] for label in labels[1:]]
    return ", ".join([*labels[:1], *small, *names])


# ---- Buku Kas Umum --------------------------------------------------------------------------------------------------

CASH_BOOK = (
    Column("no", "No.", 10, Kind.CENTRED),
    Column("on", "Tanggal", 20, Kind.DAY),
    Column("proof", "Nomor bukti", 36),
    Column("text", "Uraian", 65),
    Column("account", "Kode rekening", 27, Kind.CENTRED),
    Column("in_cash", "Tunai", 18, Kind.RUPIAH, "Penerimaan (Rp)"),
    Column("in_noncash", "Nontunai", 18, Kind.RUPIAH, "Penerimaan (Rp)"),
    Column("out_cash", "Tunai", 18, Kind.RUPIAH, "Penyetoran (Rp)"),
    Column("out_noncash", "Nontunai", 18, Kind.RUPIAH, "Penyetoran (Rp)"),
    Column("cash", "Tunai", 18, Kind.BALANCE, "Saldo (Rp)", ("in_cash",), ("out_cash",)),
    Column("noncash", "Nontunai", 18, Kind.BALANCE, "Saldo (Rp)", ("in_noncash",), ("out_noncash",)),
)


def cash_book_ledger(book: Book, issuer: Issuer) -> Ledger:
    """Buku Kas Umum: every entry with the balance after it."""
    opening = (None, book.from_on, "", "Saldo awal", "", None, None, None, None)
    lines = [Line((*opening, book.opening.cash_rp, book.opening.noncash_rp), stands_out=True)]
    for number, line in enumerate(book.lines, 1):
        entry = line.entry
        found = str(number), entry.on, entry.proof_no, said_of(entry), entry.account
        columns = _columns(entry.in_rp, cash=entry.is_cash) + _columns(entry.out_rp, cash=entry.is_cash)
        lines.append(Line((*found, *columns, line.balance.cash_rp, line.balance.noncash_rp)))
    parts = ("+in_cash", "+in_noncash"), ("+out_cash", "+out_noncash")
    return Ledger(
        "Buku Kas Umum",
        f"Periode {period(book.from_on, book.until)}",
        CASH_BOOK,
        tuple(lines),
        facts=facts_of(issuer),
        closing=balance_lines(book, *parts),
        notes=notes_of(book),
        signatures=(issuer.chief, issuer.treasurer),
        sheet="Buku Kas Umum",
    )


def _columns(rp: int, *, cash: bool) -> tuple[Cell, Cell]:
    """An amount in its column, nothing in the other; what is nought in neither."""
    if not rp:
        return None, None
    return (rp, None) if cash else (None, rp)


def facts_of(issuer: Issuer) -> tuple[tuple[str, str], ...]:
    """Whose book it is."""
    treasurer = issuer.settings.treasurer_name
    return (("Bendahara penerimaan", treasurer),) if treasurer else ()


def balance_lines(book: Book, in_parts: tuple[str, ...], out_parts: tuple[str, ...]) -> tuple[Closing, ...]:
    """Opening, received, deposited, closing, and where it lies. The parts are the summed columns of the table."""
    return (
        Closing("awal", f"Saldo awal per {long_date(book.from_on)}", book.opening.total_rp),
        Closing("terima", "Jumlah penerimaan", book.came_in.total_rp, in_parts),
        Closing("setor", "Jumlah yang disetor", book.went_out.total_rp, out_parts),
        Closing(
            "saldo",
            f"Saldo kas per {long_date(book.until)}",
            book.closing.total_rp,
            ("+awal", "+terima", "-setor"),
            is_sum=True,
        ),
        *place_lines(book.places),
    )


def place_lines(places: Places) -> tuple[Closing, ...]:
    """Where the balance lies."""
    return (
        Closing("di_loket", "tunai di loket", places.at_desks_rp, indented=True),
        Closing("di_jalan", "tunai diserahkan, belum diterima bendahara", places.on_the_way_rp, indented=True),
        Closing("di_bendahara", "tunai di bendahara penerimaan", places.at_treasurer_rp, indented=True),
        Closing("di_bank", "nontunai di bank, belum disetor", places.bank_rp, indented=True),
    )


def notes_of(book: Book) -> tuple[str, ...]:
    """What a reader of the figures must know."""
    direct_rp = sum(entry.in_rp for entry in book.entries if entry.direct)
    said = []
    if direct_rp:
        said.append("Penerimaan nontunai langsung masuk rekening kas umum daerah, sehingga dibukukan di kedua sisi.")
    return (*said, *unlike(book.closing, book.places))


def unlike(closing: Balance, places: Places) -> tuple[str, ...]:
    """The sentence for a balance that does not lie where the papers of shifts and deposits say; usually none."""
    if places.balance == closing:
        return ()
    return ("Saldo kas berbeda dari rincian tempatnya: periksa rekonsiliasi sebelum menandatangani.",)


# ---- Buku Penerimaan dan Penyetoran ---------------------------------------------------------------------------------

IN, OUT = "Penerimaan", "Penyetoran"
TWO_SIDES = (
    Column("no", "No.", 9, Kind.CENTRED),
    Column("in_on", "Tgl.", 19, Kind.DAY, IN),
    Column("in_proof", "No. bukti", 36, Kind.TEXT, IN),
    Column("method", "Cara bayar", 14, Kind.CENTRED, IN),
    Column("account", "Kode rekening", 28, Kind.CENTRED, IN),
    Column("text", "Uraian", 46, Kind.TEXT, IN),
    Column("in_cash", "Tunai (Rp)", 18, Kind.RUPIAH, IN),
    Column("in_noncash", "Nontunai (Rp)", 18, Kind.RUPIAH, IN),
    Column("out_on", "Tgl.", 19, Kind.DAY, OUT),
    Column("out_proof", "No. STS", 36, Kind.TEXT, OUT),
    Column("out", "Jumlah (Rp)", 19, Kind.RUPIAH, OUT),
    Column("note", "Ket.", 20),
)


def two_sides_ledger(book: Book, rows: Sequence[Pair], issuer: Issuer) -> Ledger:
    """Buku Penerimaan dan Penyetoran: what came in at the left, what was deposited at the right."""
    return Ledger(
        "Buku Penerimaan dan Penyetoran",
        f"Periode {period(book.from_on, book.until)}",
        TWO_SIDES,
        tuple(Line((str(pair.no), *_left(pair.came_in), *_right(pair.deposited))) for pair in rows),
        facts=facts_of(issuer),
        closing=balance_lines(book, ("+in_cash", "+in_noncash"), ("+out",)),
        notes=notes_of(book),
        signatures=(issuer.chief, issuer.treasurer),
        sheet="Penerimaan dan Penyetoran",
    )


def _left(entry: Entry | None) -> tuple[Cell, ...]:
    if entry is None:
        return None, "", "", "", "", None, None
    amounts = _columns(entry.in_rp, cash=entry.is_cash)
    return entry.on, entry.proof_no, METHODS[entry.method], entry.account, said_of(entry), *amounts


def _right(entry: Entry | None) -> tuple[Cell, ...]:
    """A direct receipt has no slip: it stood in the regional account at once."""
    if entry is None:
        return None, "", None, ""
    if entry.kind not in DEPOSITS:
        return entry.on, "", entry.out_rp, "langsung ke RKUD"
    words = "Pembatalan STS" if entry.kind is EntryKind.REMITTANCE_VOID else METHODS[entry.method]
    said = (words, f"ref. {entry.reference}" if entry.reference else "", entry.note)
    return entry.on, entry.proof_no, entry.out_rp, "; ".join(part for part in said if part)
