"""Lists of overdue and soon due books, for the shelf of a class teacher or the round of a mobile library.

Each is a `Ledger`: `ledger_pdf` and `ledger_xlsx` write it. By class or by district every group has a page and a sheet
of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from loket.domain.phones import shown_phone
from loket.domain.reminders import Told
from loket.domain.wording import long_date
from loket.reports.figures import thousands
from loket.reports.ledger import Cell, Column, Kind, Ledger, Line
from loket.reports.letterhead import Issuer
from loket.services.overdue import Debt, Debtor

NOT_FILLED = "Belum diisi"
SHEET_LONGEST = 31  # signs of a sheet's name, in every program that opens one
_SHEET_SIGNS = re.compile(r"[\[\]:*?/\\']")


class Grouping(StrEnum):
    NONE = "none"
    SCHOOL_CLASS = "school_class"
    DISTRICT = "district"


_GROUP_TITLES = {Grouping.SCHOOL_CLASS: "Sekolah/kelas", Grouping.DISTRICT: "Kecamatan"}


def overdue_ledgers(
    debtors: Iterable[Debtor], on: date, issuer: Issuer, grouping: Grouping = Grouping.NONE, chosen: str = ""
) -> tuple[Ledger, ...]:
    """The list as of a day, one ledger a group in alphabetical order, those without a group last.

    `chosen`: what the list was chosen by, in words, "" for everybody. Without anybody it is one empty list.
    """
    return _ledgers(debtors, on, issuer, grouping, chosen, is_soon=False)


def soon_ledgers(
    debtors: Iterable[Debtor], on: date, issuer: Issuer, grouping: Grouping = Grouping.NONE
) -> tuple[Ledger, ...]:
    """Books that are due soon, as of a day."""
    return _ledgers(debtors, on, issuer, grouping, "", is_soon=True)


def _ledgers(
    debtors: Iterable[Debtor], on: date, issuer: Issuer, grouping: Grouping, chosen: str, *, is_soon: bool
) -> tuple[Ledger, ...]:
    groups: dict[str, list[Debtor]] = {}
    spelled: dict[str, str] = {}
    for debtor in debtors:
        name = _group(debtor, grouping)
        groups.setdefault(spelled.setdefault(name.casefold(), name), []).append(debtor)
    named = sorted(groups, key=lambda name: (name == "", name.casefold())) or [""]
    sheets = _Sheets()
    return tuple(
        _ledger(groups.get(name, []), name, sheets.name(name or NOT_FILLED), on, issuer, grouping, chosen, is_soon)
        for name in named
    )


def _group(debtor: Debtor, grouping: Grouping) -> str:
    member = debtor.member
    match grouping:
        case Grouping.NONE:
            return ""
        case Grouping.DISTRICT:
            return member.district.strip()
        case Grouping.SCHOOL_CLASS:
            return " · ".join(part for part in (member.institution.strip(), member.school_class.strip()) if part)


def _ledger(
    debtors: list[Debtor],
    group: str,
    sheet: str,
    on: date,
    issuer: Issuer,
    grouping: Grouping,
    chosen: str,
    is_soon: bool,
) -> Ledger:
    columns = _soon_columns() if is_soon else _overdue_columns()
    lines = [line for number, debtor in enumerate(debtors, 1) for line in _lines(number, debtor, is_soon)]
    facts = [("Anggota", f"{thousands(len(debtors))} orang"), ("Buku", thousands(len(lines)))]
    if grouping is not Grouping.NONE:
        facts.insert(0, (_GROUP_TITLES[grouping], group or NOT_FILLED))
    if chosen:
        facts.append(("Pilihan", chosen))
    return Ledger(
        title="Daftar buku yang segera jatuh tempo" if is_soon else "Daftar buku terlambat",
        subtitle=f"Per {long_date(on)}",
        columns=columns,
        lines=tuple(lines),
        facts=tuple(facts),
        empty="Nihil: tidak ada buku yang segera jatuh tempo." if is_soon else "Nihil: tidak ada buku terlambat.",
        total="" if is_soon else "Jumlah denda bila dikembalikan hari ini",
        notes=(f"{issuer.library.name}. Daftar ini memuat data pribadi: simpan baik-baik, musnahkan sesudah dipakai.",),
        sheet="Daftar" if grouping is Grouping.NONE else sheet,
    )


def _overdue_columns() -> tuple[Column, ...]:
    return (
        *_who_columns(),
        Column("days", "Terlambat (hari)", 17, Kind.CENTRED),
        Column("fine", "Denda (Rp)", 22, Kind.RUPIAH),
        Column("told", "Sudah diingatkan", 30),
    )


def _soon_columns() -> tuple[Column, ...]:
    return (*_who_columns(), Column("days", "Sisa (hari)", 17, Kind.CENTRED))


def _who_columns() -> tuple[Column, ...]:
    return (
        Column("no", "No.", 9, Kind.CENTRED),
        Column("name", "Nama", 38),
        Column("member_no", "Nomor anggota", 24),
        Column("class", "Kelas/instansi", 32),
        Column("phone", "Telepon", 27),
        Column("title", "Judul", 56),
        Column("barcode", "Kode", 22),
        Column("due", "Jatuh tempo", 20, Kind.DAY),
    )


def _lines(number: int, debtor: Debtor, is_soon: bool) -> list[Line]:
    """One a book, each with whose it is: a workbook is sorted and filtered."""
    return [Line(_cells(number, debtor, debt, is_soon)) for debt in debtor.debts]


def _cells(number: int, debtor: Debtor, debt: Debt, is_soon: bool) -> tuple[Cell, ...]:
    member, loan = debtor.member, debt.book.loan
    school = " · ".join(part for part in (member.school_class, member.institution) if part)
    who: tuple[Cell, ...] = (
        number,
        member.full_name,
        member.member_no,
        school,
        shown_phone(debtor.contact.phone),
        debt.book.title,
        debt.book.barcode,
        loan.due_on,
    )
    return (*who, -debt.days) if is_soon else (*who, debt.days, debt.fine_rp, told_words(debt.told))


def told_words(told: Told) -> str:
    """ "2 kali, terakhir 12-11-2026"; "" for never."""
    return f"{told.step} kali, terakhir {told.on:%d-%m-%Y}" if told.on is not None else ""


class _Sheets:
    """Names of sheets, none of them twice."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def name(self, wanted: str) -> str:
        plain = _SHEET_SIGNS.sub("-", wanted).strip()[:SHEET_LONGEST].rstrip() or "Daftar"
        name, number = plain, 2
        while name.casefold() in self._taken:
            mark = f" ({number})"
            name, number = f"{plain[: SHEET_LONGEST - len(mark)].rstrip()}{mark}", number + 1
        self._taken.add(name.casefold())
        return name
