"""What a recap counts, as cells that add up: a table of rows and columns for each question people ask of a day.

Rows and columns are keys of the program ("L", "member", "000") or words of the library's own, as it called them then
(a purpose, a room, a member type). "" is what was not filled in ("Belum diisi"): it has its own row. Sources: the
recaps libraries keep (daily, monthly, quarterly), SOP baca-di-tempat 7-9, layanan-internet 4-6, pengembalian 6.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

BODY_VERSION = 1
N = "n"
"""The column of a table that has only one."""


class Unit(StrEnum):
    COUNT = "count"
    RUPIAH = "rupiah"
    MINUTES = "minutes"


class Section(StrEnum):
    """The parts of a recap, in their order on paper."""

    VISITORS = "visitors"
    MEMBERS = "members"
    CIRCULATION = "circulation"
    READING = "reading"
    INTERNET = "internet"
    LOCKERS = "lockers"
    COPIES = "copies"
    EBOOKS = "ebooks"
    SURVEY = "survey"
    CASH = "cash"
    STAFF = "staff"
    OPENING = "opening"
    EXCEPTIONS = "exceptions"


@dataclass(frozen=True, slots=True)
class Table:
    """One question.

    Attributes:
        columns: its columns in order; empty where they come from the data (member types).
        unit: of its numbers; `units` where one column differs.
        stock: it says how things stand at the end of the day; days are not added, the last one counts.
        adds_up, adds_across: whether a total of a column, of a row means anything.
        rows: its rows in order, all of them shown also when nothing happened; empty where they come from the data.
    """

    key: str
    section: Section
    columns: tuple[str, ...] = (N,)
    unit: Unit = Unit.COUNT
    units: tuple[tuple[str, Unit], ...] = ()
    stock: bool = False
    adds_up: bool = True
    adds_across: bool = True
    rows: tuple[str, ...] = ()

    def unit_of(self, column: str) -> Unit:
        return dict(self.units).get(column, self.unit)


_SEX = ("L", "P", "")
_VISITS = ("member", "guest", "group", "official")
_CLASSES = ("000", "100", "200", "2X", "300", "400", "500", "600", "700", "800", "900", "F", "R", "")
_CASH = ("cash", "noncash", "back")
_RUPIAH = Unit.RUPIAH

TABLES: dict[str, Table] = {
    table.key: table
    for table in (
        # people who came through the door; `entries` are lines of the book
        Table("visitors", Section.VISITORS, ("people", "entries"), adds_across=False, rows=_VISITS),
        Table("visitors_sex", Section.VISITORS, _SEX, rows=_VISITS),
        Table("visitors_education", Section.VISITORS, _SEX),
        Table("visitors_job", Section.VISITORS, _SEX),
        Table("visitors_age", Section.VISITORS, _SEX),
        Table("visitors_purpose", Section.VISITORS, _VISITS),
        Table("visitors_hour", Section.VISITORS, _VISITS),
        Table("visitors_source", Section.VISITORS, rows=("desk", "kiosk", "paper", "loan")),
        # books of the rooms: never added to the door's, nor to each other
        Table("rooms", Section.VISITORS, _SEX, adds_up=False),
        Table("members_new", Section.MEMBERS, _SEX),
        Table("members_renewed", Section.MEMBERS, _SEX),
        Table(
            "members_stock", Section.MEMBERS, ("active", "expired", "suspended", "pending"), stock=True
        ),  # rows: types
        Table("cards_printed", Section.MEMBERS),  # rows: reasons of CardPrint, and "spoilt"
        Table(
            "circulation",
            Section.CIRCULATION,
            adds_up=False,
            rows=("loans", "borrowers", "renewals", "returns", "late", "lost", "damaged", "undone"),
        ),
        Table("loans_class", Section.CIRCULATION, (), rows=_CLASSES),  # columns: member types
        Table("loans_type", Section.CIRCULATION, _SEX),
        Table("loans_education", Section.CIRCULATION, _SEX),
        Table("loans_job", Section.CIRCULATION, _SEX),
        Table("loans_kind", Section.CIRCULATION),  # rows: collection kinds
        Table("loans_hour", Section.CIRCULATION, ("loans", "renewals", "returns"), adds_across=False),
        Table("overdue_class", Section.CIRCULATION, (), stock=True, rows=_CLASSES),  # columns: member types
        Table("overdue_days", Section.CIRCULATION, stock=True, rows=("1-7", "8-30", "31-90", "91-365", "366")),
        Table("reading_class", Section.READING, ("table", "request", "restricted", "audiovisual"), rows=_CLASSES),
        Table("reading_room", Section.READING),
        Table(
            "internet", Section.INTERNET, ("sessions", "minutes"), units=(("minutes", Unit.MINUTES),), adds_across=False
        ),  # rows: purposes
        Table("internet_sex", Section.INTERNET, rows=_SEX),
        Table("internet_end", Section.INTERNET),  # rows: how it ended
        Table("lockers", Section.LOCKERS, adds_up=False, rows=("taken", "returned", "lost_tag", "forced", "out")),
        Table(
            "copies",
            Section.COPIES,
            ("jobs", "pages", "rp"),
            units=(("rp", _RUPIAH),),
            adds_across=False,
            rows=("inside", "outside"),
        ),
        Table("ebooks", Section.EBOOKS, rows=("member", "guest")),
        Table("survey", Section.SURVEY, rows=("answers",)),
        Table("cash_account", Section.CASH, _CASH, _RUPIAH),  # rows: "account name"
        Table("cash_kind", Section.CASH, ("papers", *_CASH), _RUPIAH, (("papers", Unit.COUNT),), adds_across=False),
        Table("charges", Section.CASH, ("raised", "waived", "cancelled"), _RUPIAH, adds_across=False),  # rows: kinds
        Table(
            "staff",
            Section.STAFF,
            ("loans", "returns", "renewals", "members", "visits", "receipts"),
            adds_across=False,
        ),  # rows: full names
        Table(
            "opening",
            Section.OPENING,
            unit=Unit.MINUTES,
            units=(),
            adds_up=False,
            rows=("planned", "kept"),
        ),
        Table("refusals", Section.EXCEPTIONS),  # rows: refusal codes
        Table("overrides", Section.EXCEPTIONS),  # rows: refusal codes that a supervisor let pass
        Table("cases", Section.EXCEPTIONS),  # rows: case classes decided here
        Table("cases_open", Section.EXCEPTIONS, stock=True),
    )
}

Cells = dict[tuple[str, str], int]


@dataclass(slots=True)
class Figures:
    """Numbers by table, row and column. A table nothing was counted for is absent; a nought is not kept."""

    tables: dict[str, Cells] = field(default_factory=dict)

    def add(self, table: str, row: str, number: int, column: str = N) -> None:
        """Raises KeyError for a table that does not exist."""
        assert TABLES[table]
        if number:
            cells = self.tables.setdefault(table, {})
            cells[row, column] = cells.get((row, column), 0) + number
            if not cells[row, column]:
                del cells[row, column]

    def of(self, table: str, row: str, column: str = N) -> int:
        return self.tables.get(table, {}).get((row, column), 0)

    def has(self, table: str) -> bool:
        return bool(self.tables.get(table))

    def rows(self, table: str) -> tuple[str, ...]:
        """Rows in order: those the table names, then the others by name; what was not filled in is last."""
        return _ordered(TABLES[table].rows, (row for row, _ in self.tables.get(table, {})))

    def columns(self, table: str) -> tuple[str, ...]:
        return _ordered(TABLES[table].columns, (column for _, column in self.tables.get(table, {})))

    def row_total(self, table: str, row: str) -> int:
        return sum(number for (r, _), number in self.tables.get(table, {}).items() if r == row)

    def column_total(self, table: str, column: str) -> int:
        return sum(number for (_, c), number in self.tables.get(table, {}).items() if c == column)

    def total(self, table: str) -> int:
        return sum(self.tables.get(table, {}).values())

    def sections(self) -> tuple[Section, ...]:
        """Sections in which anything was counted, in order."""
        found = {TABLES[key].section for key, cells in self.tables.items() if cells}
        return tuple(section for section in Section if section in found)


def _ordered(named: tuple[str, ...], found: Iterable[str]) -> tuple[str, ...]:
    others = sorted(set(found) - set(named))
    if "" in others:
        others = [*(key for key in others if key), ""]
    return (*named, *others)


def added(parts: Iterable[Figures]) -> Figures:
    """Days, or counters, together, in their order: what flows is added, of a stock the last one stands."""
    whole = Figures()
    for part in parts:
        for key, cells in part.tables.items():
            if TABLES[key].stock:
                whole.tables[key] = dict(cells)
                continue
            for (row, column), number in cells.items():
                whole.add(key, row, number, column)
    return whole


# ---- facts and the locked body ------------------------------------------------------------------------------------

Facts = Mapping[str, str]
"""What a recap says besides numbers; keys: library, address, phone, station, station_name, place, agency, first_at,
last_at, closed_at, hours (planned, "08:00-16:00"), closed_day (its name), drawer, open_* of the checklist, and the
signers: left_/right_ + above, office, name, nip, rank."""


@dataclass(frozen=True, slots=True)
class Body:
    """What is locked: figures and facts of one counter's day."""

    figures: Figures
    facts: Facts


def encode_body(body: Body) -> str:
    """The same text for the same body, whatever order it was made in."""
    tables = {
        key: [[row, column, number] for (row, column), number in sorted(cells.items())]
        for key, cells in sorted(body.figures.tables.items())
        if cells
    }
    facts = dict(sorted(body.facts.items()))
    return json.dumps(
        {"version": BODY_VERSION, "tables": tables, "facts": facts}, ensure_ascii=False, separators=(",", ":")
    )


def decode_body(text: str) -> Body:
    """The body of a recap. Tables this version does not know are passed over. Raises ValueError for another text."""
    told = json.loads(text)
    figures: dict[str, Cells] = defaultdict(dict)
    for key, cells in told["tables"].items():
        if key in TABLES:
            figures[key] = {(row, column): int(number) for row, column, number in cells}
    return Body(Figures(dict(figures)), {str(name): str(value) for name, value in told["facts"].items()})


# ---- what a revision says changed ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that differs between two revisions."""

    table: str
    row: str
    column: str
    before: int
    after: int

    def text(self) -> str:
        """As it is kept in `Recap.changes`."""
        return json.dumps(
            [self.table, self.row, self.column, self.before, self.after], ensure_ascii=False, separators=(",", ":")
        )

    @staticmethod
    def read(text: str) -> Change:
        table, row, column, before, after = json.loads(text)
        return Change(table, row, column, before, after)


def changes(before: Figures, after: Figures) -> tuple[Change, ...]:
    """Every cell that differs, in the order of the tables; stocks, which move by themselves, are left out."""
    return tuple(_changes(before, after))


def _changes(before: Figures, after: Figures) -> Iterator[Change]:
    for key, table in TABLES.items():
        if table.stock:
            continue
        cells = sorted({*before.tables.get(key, {}), *after.tables.get(key, {})})
        for row, column in cells:
            old, new = before.of(key, row, column), after.of(key, row, column)
            if old != new:
                yield Change(key, row, column, old, new)
