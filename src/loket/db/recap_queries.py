"""What a recap counts, as SELECTs: for every kind of thing that happens at a counter, its rows of some days.

Rows of tables are those made at the counters asked for; what tables do not tell (renewals, returns at this counter,
overrides) comes from this counter's own journal. Every query goes by an index of the day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from loket.db.rows import id_bytes
from loket.domain.calendar import days
from loket.domain.entities import Id

Row = tuple[Any, ...]
MOST_NAMED = 400  # days a query names one by one
DAYS = "<days>"
"""In a `where`: stands for the days of the span, after a column."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days of some counters. `stations` None: of every counter. `offset_min`: of the library's wall clock."""

    source: Any
    stations: tuple[Id, ...] | None
    own: Id
    first: date
    last: date
    offset_min: int

    @property
    def days(self) -> str:
        """SQL of these days, each by its name: then an index serves the day and what stands behind it."""
        if self.first == self.last:
            return "= :first"
        if (self.last - self.first).days > MOST_NAMED:
            return "BETWEEN :first AND :last"
        return f"IN ({', '.join(repr(day.isoformat()) for day in days(self.first, self.last))})"

    @property
    def values(self) -> dict[str, Any]:
        days = {"first": self.first.isoformat(), "last": self.last.isoformat()}
        return days | {"own": id_bytes(self.own), "offset_ms": self.offset_min * 60_000}


@dataclass(frozen=True, slots=True)
class Rows:
    """One SELECT of things that are counted.

    Attributes:
        tables: what stands behind FROM, every column of it bears its table's letter.
        day: the column of the day; "": the rows tell how things stand, whatever the day.
        station: the column of the counter; "": it is not told apart by counter.
        fields: what the counting asks for, name → SQL.
        joins: further tables that only a list of rows needs; `at`, `what`, `who`, `detail`: what it shows.
        key: of a row.
        grouped: rows that look alike are counted in the database: there are very many.
        journal: of this counter's journal alone, whose events may stand in two streams after a fork.
    """

    tables: str
    key: str
    fields: dict[str, str]
    where: str = ""
    day: str = ""
    station: str = ""
    joins: str = ""
    at: str = "NULL"
    what: str = "''"
    who: str = "''"
    detail: str = "''"
    grouped: bool = False
    journal: bool = False

    def counted(self, span: Span, names: Sequence[str]) -> list[Row]:
        """These fields of every row; where rows are grouped, how many look like it stands last."""
        fields = ", ".join(self.fields[name] for name in names)
        source = f"FROM {self.tables}{self._where(span)}"
        if self.grouped:
            sql = f"SELECT {fields}, count(*) {source} GROUP BY {self._places(len(names))}"
        else:
            sql = f"SELECT {fields} {source}{self._once(span)}"
        found: list[Row] = span.source.execute(sql, span.values).fetchall()
        return found

    def each(self, span: Span, names: Sequence[str]) -> Iterator[Row]:
        """(key, these fields …) of every row, the latest first."""
        fields = ", ".join((self.key, *(self.fields[name] for name in names)))
        order = f"{self.day or self.key} DESC, {self.at} DESC, {self.key} DESC"
        where = f"{self._where(span)}{self._once(span)}"
        yield from span.source.execute(f"SELECT {fields} FROM {self.tables}{where} ORDER BY {order}", span.values)

    def shown(self, span: Span, keys: Sequence[Any]) -> dict[Any, Row]:
        """(day, moment in ms, what, who, detail) by key."""
        told = ", ".join((self.key, self.day or ":last", self.at, self.what, self.who, self.detail))
        marks = ", ".join(f":key{place}" for place in range(len(keys)))
        values = span.values | {f"key{place}": key for place, key in enumerate(keys)}
        sql = f"SELECT {told} FROM {self.tables} {self.joins}{self._where(span)} AND {self.key} IN ({marks})"
        return {key: tuple(rest) for key, *rest in span.source.execute(sql, values)}

    def _where(self, span: Span) -> str:
        said = [(self.where or "1").replace(DAYS, span.days)]
        if self.day:
            said.append(f"{self.day} {span.days}")
        if self.journal:
            said.append("j.station_id = :own")
        elif self.station and span.stations is None:
            said.append(f"{self.station} IS NOT NULL")
        elif self.station and span.stations is not None:
            keys = ", ".join(f"x'{id_bytes(one).hex()}'" for one in span.stations)
            said.append(f"{self.station} IN ({keys})")
        return f" WHERE {' AND '.join(said)}"

    def _once(self, span: Span) -> str:
        return f" GROUP BY {self.key}" if self.journal and _is_forked(span.source) else ""

    @staticmethod
    def _places(count: int) -> str:
        return ", ".join(str(place) for place in range(1, count + 1))


def _is_forked(source: Any) -> bool:
    """Whether the journal has more than one stream, so that an event may stand in two of them."""
    return bool(source.execute("SELECT count(*) > 1 FROM stream").fetchone()[0])


def hour(moment: str) -> str:
    """SQL of the hour on the library's wall clock, "08", of a column of milliseconds."""
    return f"printf('%02d', ({moment} + :offset_ms) / 3600000 % 24)"


def told(name: str, table: str = "j") -> str:
    """SQL of a field of an event's body."""
    return f"json_extract({table}.body, '$.{name}')"


def told_id(name: str, table: str = "j") -> str:
    """The same of a key, as columns hold it."""
    return f"unhex({told(name, table)})"


def not_undone(undoing: str) -> str:
    """SQL: the event was not taken back. Taking back happens on the day itself, in the same journal."""
    undone = f"SELECT {told_id('undoes', 'u')} FROM journal u WHERE u.business_on {DAYS} AND u.type = '{undoing}'"
    return f"j.event_id NOT IN ({undone})"


# ---- when the counter was at work -----------------------------------------------------------------------------------

NO_DEEDS = ("RecapMade", "RecapSigned", "GuestsForgotten", "SystemNoted", "EventReplayed")
"""What a counter writes by itself, or after the last visitor."""
_ENDS = """SELECT stream_id, min(seq), max(seq) FROM journal INDEXED BY journal_by_day
WHERE business_on = ? AND type NOT IN ({}) GROUP BY stream_id"""
_DONE = "SELECT done_ms FROM journal WHERE stream_id = ? AND seq = ?"


def deeds(source: Any, on: date) -> tuple[int, int] | None:
    """(first, last moment in ms) at which something was done at this counter on a day; None: nothing was."""
    marks = ", ".join("?" * len(NO_DEEDS))
    ends = source.execute(_ENDS.format(marks), (on.isoformat(), *NO_DEEDS)).fetchall()
    moments = [
        source.execute(_DONE, (stream, seq)).fetchone()[0] for stream, first, last in ends for seq in (first, last)
    ]
    return (min(moments), max(moments)) if moments else None


# ---- refusals -------------------------------------------------------------------------------------------------------

_REFUSED = """INSERT INTO refusal_count ("on", code, number) VALUES (?, ?, ?)
ON CONFLICT ("on", code) DO UPDATE SET number = number + excluded.number"""
_REFUSALS = 'SELECT code, number FROM refusal_count WHERE "on" = ? ORDER BY code'


def add_refusals(source: Any, counted: Counter[tuple[str, str]]) -> None:
    """(code, day) → how often, on top of what is there."""
    source.executemany(_REFUSED, [(on, code, number) for (on, code), number in sorted(counted.items())])


def refusals(source: Any, on: date) -> dict[str, int]:
    return dict(source.execute(_REFUSALS, (on.isoformat(),)).fetchall())
