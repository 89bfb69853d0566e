"""What goes into the treasurer's monthly file: recaps per day, account and month, each account's book, the LPJ."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from loket.domain.books import NOTHING, AccountTotal, Balance, Book, Entry, EntryKind, Lpj, YearBook
from loket.domain.entities import Id
from loket.domain.wording import MONTHS, long_date
from loket.reports.books import (
    RECEIPTS,
    balance_lines,
    facts_of,
    listed,
    notes_of,
    period,
    place_lines,
    said_of,
    unlike,
)
from loket.reports.figures import rupiah
from loket.reports.ledger import Closing, Column, Kind, Ledger, Line
from loket.reports.letterhead import Issuer
from loket.services.books import DIFFERENCE
from loket.services.treasury import Aged, AgedKind

NO_ACCOUNT = "–"

# ---- per day, per account, per month ---------------------------------------------------------------------------------

DAILY = (
    Column("no", "No.", 10, Kind.CENTRED),
    Column("on", "Tanggal", 24, Kind.DAY),
    Column("receipts", "Kuitansi", 20, Kind.COUNT),
    Column("voids", "Batal/kembali", 22, Kind.COUNT),
    Column("cash", "Tunai", 32, Kind.RUPIAH, "Penerimaan (Rp)"),
    Column("noncash", "Nontunai", 32, Kind.RUPIAH, "Penerimaan (Rp)"),
    Column("total", "Jumlah", 34, Kind.RUPIAH, "Penerimaan (Rp)", ("cash", "noncash")),
    Column("out", "Disetor (Rp)", 34, Kind.RUPIAH),
    Column("balance", "Saldo (Rp)", 34, Kind.BALANCE, "", ("total",), ("out",)),
)


@dataclass(slots=True)
class _Day:
    receipts: set[Id]
    taken_back: set[str]
    came_in: Balance = NOTHING
    out_rp: int = 0


def daily_ledger(book: Book, issuer: Issuer) -> Ledger:
    """Buku Rekapitulasi Penerimaan Harian: a line for every day on which money moved."""
    balance_rp, lines = book.opening.total_rp, []
    for number, (on, day) in enumerate(sorted(_days(book).items()), 1):
        total_rp = day.came_in.total_rp
        balance_rp += total_rp - day.out_rp
        amounts = day.came_in.cash_rp, day.came_in.noncash_rp, total_rp, day.out_rp, balance_rp
        lines.append(Line((str(number), on, len(day.receipts), len(day.taken_back), *amounts)))
    return Ledger(
        "Buku Rekapitulasi Penerimaan Harian",
        f"Periode {period(book.from_on, book.until)}",
        DAILY,
        tuple(lines),
        facts=facts_of(issuer),
        closing=balance_lines(book, ("+total",), ("+out",)),
        notes=("Saldo termasuk saldo awal periode; selisih hitung kas termasuk penerimaan tunai.", *notes_of(book)),
        signatures=(issuer.chief, issuer.treasurer),
        sheet="Rekap Harian",
    )


def _days(book: Book) -> dict[date, _Day]:
    days: dict[date, _Day] = {}
    for entry in book.entries:
        day = days.setdefault(entry.on, _Day(set(), set()))
        day.came_in += entry.came_in
        day.out_rp += entry.out_rp
        if entry.kind is EntryKind.RECEIPT:
            day.receipts.add(entry.proof_id)
        elif entry.kind in RECEIPTS:
            day.taken_back.add(f"{entry.kind}{entry.proof_id}")
    return days


ACCOUNTS = (
    Column("no", "No.", 12, Kind.CENTRED),
    Column("account", "Kode rekening", 46, Kind.CENTRED),
    Column("text", "Uraian", 92),
    Column("cash", "Tunai (Rp)", 38, Kind.RUPIAH),
    Column("noncash", "Nontunai (Rp)", 38, Kind.RUPIAH),
    Column("total", "Jumlah (Rp)", 40, Kind.RUPIAH, "", ("cash", "noncash")),
)


def accounts_ledger(from_on: date, until: date, totals: Sequence[AccountTotal], issuer: Issuer) -> Ledger:
    """Rekapitulasi per rincian objek pendapatan: one line an account, voids and money given back taken off."""
    lines = tuple(
        Line((str(no), _code(one.account), labels(one.kinds), one.in_cash_rp, one.in_noncash_rp, one.total_rp))
        for no, one in enumerate(totals, 1)
    )
    return Ledger(
        "Rekapitulasi Penerimaan per Rincian Objek Pendapatan",
        f"Periode {period(from_on, until)}",
        ACCOUNTS,
        lines,
        facts=facts_of(issuer),
        signatures=(issuer.chief, issuer.treasurer),
        sheet="Per Rekening",
    )


ACCOUNT_BOOK = (
    Column("no", "No.", 12, Kind.CENTRED),
    Column("on", "Tanggal", 24, Kind.DAY),
    Column("proof", "Nomor bukti", 44),
    Column("text", "Uraian", 90),
    Column("cash", "Tunai", 30, Kind.RUPIAH, "Penerimaan (Rp)"),
    Column("noncash", "Nontunai", 30, Kind.RUPIAH, "Penerimaan (Rp)"),
    Column("sum", "Jumlah s.d. baris ini (Rp)", 36, Kind.BALANCE, "", ("cash", "noncash")),
)
_NO_SHEET_SIGN = str.maketrans("[]:*?/\\", "-------")


def account_books(book: Book, issuer: Issuer) -> tuple[Ledger, ...]:
    """Buku Pembantu per Rincian Objek Pendapatan: of each account what came in, with the sum so far."""
    by_account: dict[str, list[Entry]] = {}
    for entry in book.entries:
        if entry.in_rp:
            by_account.setdefault(entry.account, []).append(entry)
    codes = sorted(by_account, key=lambda code: (not code, code))
    return tuple(_account_book(book, number, code, by_account[code], issuer) for number, code in enumerate(codes, 1))


def _account_book(book: Book, number: int, code: str, entries: Sequence[Entry], issuer: Issuer) -> Ledger:
    lines, sum_rp = [], 0
    for no, entry in enumerate(entries, 1):
        sum_rp += entry.in_rp
        amounts = entry.came_in.cash_rp or None, entry.came_in.noncash_rp or None, sum_rp
        lines.append(Line((str(no), entry.on, entry.proof_no, said_of(entry), *amounts)))
    return Ledger(
        "Buku Pembantu per Rincian Objek Pendapatan",
        f"Periode {period(book.from_on, book.until)}",
        ACCOUNT_BOOK,
        tuple(lines),
        facts=(("Kode rekening", code or "belum ditentukan"), *facts_of(issuer)),
        signatures=(issuer.chief, issuer.treasurer),
        sheet=f"{number:02d} {code or 'tanpa kode'}".translate(_NO_SHEET_SIGN),
    )


def labels(kinds: Sequence[str]) -> str:
    """The kinds of an account in words."""
    if DIFFERENCE in kinds:
        return "Selisih hitung kas"
    return listed(kinds) or "Penerimaan tanpa kode rekening"


def year_ledger(year: YearBook, issuer: Issuer) -> Ledger:
    """Rekapitulasi penerimaan per bulan: twelve lines, one column an account."""
    codes = tuple(year.accounts)
    keys = tuple(f"account{place}" for place in range(len(codes)))
    named = (
        Column(
            key, "Selisih kas" if code == DIFFERENCE else code or "Tanpa kode", 26, Kind.RUPIAH, "Kode rekening (Rp)"
        )
        for key, code in zip(keys, codes, strict=True)
    )
    columns = (
        Column("month", "Bulan", 24),
        *named,
        Column("total", "Jumlah penerimaan (Rp)", 28, Kind.RUPIAH, "", keys),
        Column("out", "Jumlah disetor (Rp)", 28, Kind.RUPIAH),
        Column("balance", "Saldo akhir (Rp)", 28, Kind.BALANCE, "", ("total",), ("out",)),
    )
    lines = []
    for one in year.months:
        amounts = [one.accounts.get(code, 0) for code in codes]
        totals = one.came_in.total_rp, one.went_out.total_rp, one.closing.total_rp
        lines.append(Line((MONTHS[one.month - 1], *amounts, *totals)))
    return Ledger(
        "Rekapitulasi Penerimaan per Bulan",
        f"Tahun anggaran {year.year}",
        columns,
        tuple(lines),
        facts=facts_of(issuer),
        notes=(f"Saldo awal tahun {rupiah(year.opening.total_rp)}.",),
        signatures=(issuer.chief, issuer.treasurer),
        sheet="Per Bulan",
    )


# ---- LPJ ------------------------------------------------------------------------------------------------------------


class LpjKind(StrEnum):
    """For whom the report is made: the library's own superior, or the region's treasury."""

    ADMINISTRATIVE = "administrative"
    FUNCTIONAL = "functional"


LPJ_KINDS = {
    LpjKind.ADMINISTRATIVE: ("Administratif", "Pengguna Anggaran melalui PPK-SKPD"),
    LpjKind.FUNCTIONAL: ("Fungsional", "PPKD selaku Bendahara Umum Daerah"),
}
LPJ = (
    Column("no", "No.", 9, Kind.CENTRED),
    Column("account", "Kode rekening", 31, Kind.CENTRED),
    Column("text", "Uraian", 56),
    Column("before", "s.d. bulan lalu", 27, Kind.RUPIAH, "Penerimaan (Rp)"),
    Column("month", "bulan ini", 27, Kind.RUPIAH, "Penerimaan (Rp)"),
    Column("until", "s.d. bulan ini", 28, Kind.RUPIAH, "Penerimaan (Rp)", ("before", "month")),
)


def lpj_ledger(lpj: Lpj, kind: LpjKind, issuer: Issuer) -> Ledger:
    """Laporan pertanggungjawaban of a month: receipts by account, and from the opening to the closing balance."""
    name, addressee = LPJ_KINDS[kind]
    lines = tuple(
        Line((str(no), _code(one.account), labels(one.kinds), one.before_rp, one.month_rp, one.until_rp))
        for no, one in enumerate(lpj.received, 1)
    )
    return Ledger(
        "Laporan Pertanggungjawaban Bendahara Penerimaan",
        f"LPJ {name} · Bulan {MONTHS[lpj.month - 1]} {lpj.year}",
        LPJ,
        lines,
        facts=(("Perangkat daerah", issuer.library.name), *facts_of(issuer), ("Disampaikan kepada", addressee)),
        closing=_lpj_lines(lpj),
        notes=unlike(lpj.closing, lpj.places),
        signatures=(issuer.chief, issuer.treasurer),
        sheet=f"LPJ {name}",
        is_upright=True,
    )


def _lpj_lines(lpj: Lpj) -> tuple[Closing, ...]:
    """A to D as the form has them, cash and what is not cash told apart."""
    received = lpj.closing - lpj.opening + lpj.deposited
    last = date(lpj.year, lpj.month, monthrange(lpj.year, lpj.month)[1])
    return (
        Closing("awal", f"A. Saldo awal per {long_date(last.replace(day=1))}", lpj.opening.total_rp),
        Closing("terima", "B. Penerimaan bulan ini", received.total_rp, ("+month",)),
        Closing("terima_tunai", "tunai", received.cash_rp, indented=True),
        Closing("terima_nontunai", "nontunai", received.noncash_rp, ("+terima", "-terima_tunai"), indented=True),
        Closing("setor", "C. Penyetoran bulan ini", lpj.deposited.total_rp),
        Closing("setor_tunai", "tunai", lpj.deposited.cash_rp, indented=True),
        Closing("setor_nontunai", "nontunai", lpj.deposited.noncash_rp, ("+setor", "-setor_tunai"), indented=True),
        Closing("saldo", f"D. Saldo akhir per {long_date(last)}", *_balance_of(lpj), is_sum=True),
        *place_lines(lpj.places),
        Closing("setor_lalu", "Penyetoran 1 Januari s.d. bulan lalu", lpj.deposited_before.total_rp),
    )


def _balance_of(lpj: Lpj) -> tuple[int, tuple[str, ...]]:
    return lpj.closing.total_rp, ("+awal", "+terima", "-setor")


AGEING = (
    Column("no", "No.", 9, Kind.CENTRED),
    Column("where", "Tempat uang", 50),
    Column("number", "Serah terima", 38),
    Column("station", "Loket", 16, Kind.CENTRED),
    Column("since", "Sejak", 22, Kind.DAY),
    Column("days", "Hari kerja", 14, Kind.CENTRED),
    Column("amount", "Jumlah (Rp)", 26, Kind.RUPIAH),
    Column("note", "Ket.", 24),
)
PLACES = {
    AgedKind.OPEN_SHIFT: "Laci kas yang belum ditutup",
    AgedKind.WAITING: "Loket, belum diserahkan",
    AgedKind.ON_THE_WAY: "Diserahkan, belum diterima bendahara",
    AgedKind.AT_TREASURER: "Bendahara, belum disetor",
}


def ageing_ledger(found: Sequence[Aged], on: date, issuer: Issuer) -> Ledger:
    """Daftar umur kas: what is not deposited yet on a day, and what is past the term."""
    limit = issuer.settings.remit_within_days
    lines = tuple(
        Line((str(no), PLACES[one.kind], one.number, one.station_code, one.since, str(one.days), one.amount_rp, note))
        for no, one, note in ((no, one, "lewat batas" if one.overdue else "") for no, one in enumerate(found, 1))
    )
    return Ledger(
        "Daftar Umur Kas yang Belum Disetor",
        f"Per {long_date(on)}",
        AGEING,
        lines,
        facts=facts_of(issuer),
        empty="Nihil: semua penerimaan sudah disetor.",
        notes=(f"Batas penyetoran: {limit} hari kerja sejak uang diterima.",),
        signatures=(issuer.chief, issuer.treasurer),
        sheet="Umur Kas",
        is_upright=True,
    )


def _code(account: str) -> str:
    return NO_ACCOUNT if account in ("", DIFFERENCE) else account
