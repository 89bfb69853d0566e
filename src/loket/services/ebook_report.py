"""The reading app's report of loans, read into the log. The same report, or one that overlaps it, adds nothing twice.

Every loan's key is made of what the report says of it, so that two counters reading the same file say the same.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from loket.db import room_queries as q
from loket.domain import events as e
from loket.domain.entities import EbookLoan, EbookTitle, Id
from loket.domain.folding import code_key, fold
from loket.domain.visits import has_identity_number
from loket.importing.codes import UnusableCode
from loket.importing.detect import open_table
from loket.importing.headings import likely_columns
from loket.importing.records import UnusableFileError
from loket.importing.slims import fitted
from loket.importing.table import TableFile
from loket.importing.text import clean_text
from loket.importing.values import parse_day
from loket.services.desk import Action, Desk
from loket.services.ebooks import (
    LONGEST_AUTHOR,
    LONGEST_KEY,
    LONGEST_NAME,
    LONGEST_TITLE,
    MOST_LICENCES,
    title_mark,
)
from loket.services.members import holders
from loket.services.room_parts import demand_operator

COLUMNS: dict[str, tuple[str, ...]] = {
    "loan_key": ("id transaksi", "no transaksi", "nomor transaksi", "id pinjaman", "no pinjaman", "id peminjaman",
                 "nomor pinjaman", "transaction id", "loan id"),
    "title_key": ("id buku", "kode buku", "id judul", "kode judul", "book id", "isbn", "eisbn"),
    "title": ("judul buku", "judul e book", "judul", "title", "nama buku", "book title"),
    "author": ("pengarang", "penulis", "author"),
    "member_no": ("nomor anggota", "no anggota", "id anggota", "kode anggota", "member id", "no kartu"),
    "reader": ("nama peminjam", "nama pengguna", "nama anggota", "nama pembaca", "peminjam", "pengguna", "pembaca",
               "nama", "user", "username", "name"),
    "lent_at": ("tanggal pinjam", "tgl pinjam", "waktu pinjam", "tanggal peminjaman", "tgl peminjaman", "dipinjam",
                "borrow date", "loan date", "tanggal"),
    "due_at": ("tanggal jatuh tempo", "jatuh tempo", "batas pinjam", "tanggal berakhir", "berakhir", "due date",
               "expired"),
    "returned_at": ("tanggal kembali", "tgl kembali", "waktu kembali", "tanggal pengembalian", "tgl pengembalian",
                    "dikembalikan", "return date"),
    "licences": ("jumlah lisensi", "lisensi", "jumlah eksemplar", "eksemplar", "licences", "licenses", "stok"),
}  # fmt: skip
NEEDED = ("title", "lent_at")
NEW, KNOWN, BAD = "new", "known", "bad"
_BATCH = 500  # rows in a transaction: the counter goes on working while a long report is read
_NOON = time(12)  # of a day without an hour
_CLOCK = re.compile(r"[T ,](\d{1,2})[:.](\d{2})")


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A row of the report, understood.

    Attributes:
        state: "new", "known" (an earlier report, or an earlier row, said so) or "bad". problem: why, a key of
            `ui.texts_rooms_answers.REPORT_PROBLEMS`. told: the value that is wrong.
        key: of the loan it makes. returns: it is known, but not yet that it was given back.
    """

    line: int
    title: str = ""
    author: str = ""
    reader: str = ""
    member_id: Id | None = None
    lent_at: datetime | None = None
    due_at: datetime | None = None
    returned_at: datetime | None = None
    title_key: str = ""
    loan_key: str = ""
    licences: int = 0
    state: str = NEW
    problem: str = ""
    told: str = ""
    key: Id | None = None
    returns: bool = False


@dataclass(frozen=True, slots=True)
class ReportPreview:
    """What importing the report will do. `headings`: the report's own, by what they were taken for."""

    file: str
    headings: dict[str, str]
    rows: tuple[ReportRow, ...]

    def count(self, state: str) -> int:
        return sum(row.state == state for row in self.rows)

    @property
    def new(self) -> int:
        return self.count(NEW)

    @property
    def known(self) -> int:
        return self.count(KNOWN)

    @property
    def bad(self) -> int:
        return self.count(BAD)


@dataclass(frozen=True, slots=True)
class Imported:
    """What was taken over. `returned`: loans known before that the report says were given back."""

    new: int
    known: int
    bad: int
    new_titles: int
    returned: int


# ---- reading it ---------------------------------------------------------------------------------------------------


def read_report(desk: Desk, path: Path) -> ReportPreview:
    """Read the app's CSV or XLSX report by its headings; nothing is changed.

    Raises UnusableFileError: as `open_table`, `mapping_incomplete` (fields=) where title or loan date have no column.
    """
    table = open_table(path)
    columns = likely_columns(table.headings, COLUMNS)
    if missing := [name for name in NEEDED if name not in columns]:
        raise UnusableFileError(UnusableCode.MAPPING_INCOMPLETE, file=path.name, fields=missing)
    with desk.view() as act:
        days = act.rules.settings.ebook_days
        read = [_row(act, line, cells, days) for line, cells in _cells(table, columns)]
        return ReportPreview(path.name, columns, tuple(_compared(act, read)))


def _cells(table: TableFile, columns: Mapping[str, str]) -> Iterable[tuple[int, dict[str, str] | None]]:
    """(line, the row's cells by field); None for a row that does not fit the headings."""
    width = len(table.headings)
    places = {field: table.headings.index(heading) for field, heading in columns.items()}
    for row in table.rows():
        short = [""] * (width - len(row.cells or ())) if table.is_sheet else []
        cells = fitted([*row.cells, *short], (width,)) if row.cells is not None else None
        yield row.line, None if cells is None else {name: clean_text(cells[at]) for name, at in places.items()}


def _row(act: Action, line: int, cells: dict[str, str] | None, days: int) -> ReportRow:
    if cells is None:
        return ReportRow(line, state=BAD, problem="row_broken")
    row = ReportRow(
        line,
        title=cells["title"][:LONGEST_TITLE],
        author=cells.get("author", "")[:LONGEST_AUTHOR],
        title_key=cells.get("title_key", "")[:LONGEST_KEY],
        loan_key=cells.get("loan_key", "")[:LONGEST_KEY],
        licences=_licences(cells.get("licences", "")),
    )
    if not row.title:
        return replace(row, state=BAD, problem="title_missing")
    moments: dict[str, datetime | None] = {}
    for name in ("lent_at", "due_at", "returned_at"):
        try:
            moments[name] = _moment(act, cells.get(name, ""))
        except ValueError:
            return replace(row, state=BAD, problem="date_unreadable", told=cells[name][:80])
    return _with_reader(act, _with_times(act, row, moments, days), cells)


def _licences(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and int(text) <= MOST_LICENCES else 0


def _moment(act: Action, text: str) -> datetime | None:
    """A time on the library's clock as UTC, noon where only a day is told. Raises ValueError for what is no date."""
    day = parse_day(text).day
    if day is None:
        return None
    found = _CLOCK.search(text)
    hour = time(int(found[1]), int(found[2])) if found else _NOON
    return datetime.combine(day, hour, UTC) - timedelta(minutes=act.desk.library.utc_offset_min)


def _with_times(act: Action, row: ReportRow, moments: Mapping[str, datetime | None], days: int) -> ReportRow:
    lent_at, due_at, returned_at = (moments[name] for name in ("lent_at", "due_at", "returned_at"))
    if lent_at is None:
        return replace(row, state=BAD, problem="date_missing")
    if act.desk.local(lent_at).date() > act.today:
        return replace(row, state=BAD, problem="date_future", told=f"{act.desk.local(lent_at):%d-%m-%Y}")
    if any(later is not None and later < lent_at for later in (due_at, returned_at)):
        return replace(row, state=BAD, problem="date_order")
    due_at = due_at or lent_at + timedelta(days=days)
    early = returned_at if returned_at is not None and returned_at < due_at else None
    return replace(row, lent_at=lent_at, due_at=due_at, returned_at=early)


def _with_reader(act: Action, row: ReportRow, cells: Mapping[str, str]) -> ReportRow:
    """The member by his number, else the name as the app has it; an identity number in it is not taken over."""
    number, name = cells.get("member_no", ""), cells.get("reader", "")[:LONGEST_NAME]
    members = holders(act, number)[0] if number else []
    if len(members) == 1:
        return replace(row, member_id=members[0].id, reader=members[0].full_name)
    return replace(row, reader="" if has_identity_number(name) else name)


# ---- what is new in it --------------------------------------------------------------------------------------------


def _compared(act: Action, rows: Sequence[ReportRow]) -> list[ReportRow]:
    """The rows with their loans' keys, and whether those loans are known."""
    seen: Counter[str] = Counter()
    told: set[Id] = set()
    found = []
    for row in rows:
        if row.state == BAD or row.lent_at is None:
            found.append(row)
            continue
        said = _said(act.desk.local(row.lent_at).date(), row)
        seen[said] += 1
        key = _key(act.desk, "loan", said if row.loan_key else f"{said}|{seen[said]}")
        loan = act.state.get(EbookLoan, key)
        returns = loan is not None and loan.returned_at is None and row.returned_at is not None
        state = KNOWN if loan is not None or key in told else NEW
        told.add(key)
        found.append(replace(row, key=key, state=state, returns=returns))
    return found


def _said(lent_on: date, row: ReportRow) -> str:
    """What makes a loan itself: the app's own number, else title, reader and day; CSV and XLSX tell hours apart."""
    if row.loan_key:
        return code_key(row.loan_key)
    reader = row.member_id or fold(row.reader)
    return f"{row.title_key or title_mark(row.title, row.author)}|{reader}|{lent_on.isoformat()}"


def _key(desk: Desk, what: str, said: str) -> Id:
    """A key made of what was said, the same at every counter of the library."""
    told = hashlib.sha256(f"{desk.library.id}|{what}|{said}".encode()).hexdigest()
    return Id(f"{told[:12]}8{told[13:16]}8{told[17:32]}")


# ---- taking it over -----------------------------------------------------------------------------------------------


def import_report(desk: Desk, preview: ReportPreview) -> Imported:
    """Take over what the report says and is not known yet; titles it names are added, without a limit of licences
    where it tells none. Rows that could not be read are left out. Raises Refused(NOT_SIGNED_IN).
    """
    done: Counter[str] = Counter()
    wanted = [row for row in preview.rows if row.state == NEW or row.returns]
    for begin in range(0, len(wanted), _BATCH):
        with desk.action() as act:
            demand_operator(act)
            titles = _Titles(act)
            for row in wanted[begin : begin + _BATCH]:
                done[_taken(act, titles, row)] += 1
            done["titles"] += titles.added
    known = preview.known + done["again"]
    return Imported(done["new"], known, preview.bad, done["titles"], done["returned"])


def _taken(act: Action, titles: _Titles, row: ReportRow) -> str:
    """ "new", "returned", or "again": another program took it over since the preview."""
    assert row.key is not None
    assert row.lent_at is not None
    assert row.due_at is not None
    loan = act.state.get(EbookLoan, row.key)
    is_new = loan is None
    if loan is None:
        act.record(
            e.EbookLent(
                loan_id=row.key,
                title_id=titles.of(row),
                title=row.title,
                lent_on=act.desk.local(row.lent_at).date(),
                lent_at=row.lent_at,
                due_at=row.due_at,
                author=row.author,
                member_id=row.member_id,
                source="import",
                source_key=row.loan_key,
                reader=None if row.member_id else row.reader or None,
            )
        )
    if row.returned_at is None or (loan is not None and loan.returned_at is not None):
        return "new" if is_new else "again"
    act.record(e.EbookReturned(row.key, row.returned_at))
    return "new" if is_new else "returned"


class _Titles:
    """The titles of the log; one that a report names and nobody knows is added."""

    def __init__(self, act: Action) -> None:
        self._act = act
        self.added = 0
        known = q.ebook_titles(act.driver)
        self._by_key = {code_key(title.source_key): title.id for title in known if title.source_key}
        self._by_mark = {title_mark(title.title, title.author): title.id for title in known}

    def of(self, row: ReportRow) -> Id:
        mark = title_mark(row.title, row.author)
        found = self._by_key.get(code_key(row.title_key)) if row.title_key else None
        return found or self._by_mark.get(mark) or self._add(row, mark)

    def _add(self, row: ReportRow, mark: str) -> Id:
        title_id = _key(self._act.desk, "title", code_key(row.title_key) or mark)
        title = EbookTitle(title_id, row.title, row.author, row.licences, row.title_key)
        self._act.record(e.EbookTitleSet(title))
        self.added += 1
        self._by_mark[mark] = title_id
        if row.title_key:
            self._by_key[code_key(row.title_key)] = title_id
        return title_id
