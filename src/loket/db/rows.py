"""Entities as rows and back: one mapper for every travelling table, made from its fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any, Generic, TypeVar

import msgspec

from loket.domain import folding
from loket.domain.changes import field_kinds, optional_fields
from loket.domain.entities import (
    Biblio,
    Case,
    Entity,
    Id,
    Item,
    LockerUse,
    Member,
    MemberCard,
    PhotocopyJob,
    Receipt,
    Visit,
    key_field,
)

E = TypeVar("E", bound=Entity)
_ENCODE = msgspec.json.Encoder().encode
_DECODE_LIST = msgspec.json.Decoder(tuple[str, ...]).decode
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MS = timedelta(milliseconds=1)

DERIVED: dict[type[Entity], dict[str, Callable[[Any], str]]] = {
    Member: {
        "member_no_key": lambda m: folding.code_key(m.member_no),
        "search": lambda m: folding.member_search(m.full_name, m.member_no, m.phone),
    },
    Biblio: {
        "title_key": lambda b: folding.title_key(b.title),
        "search": lambda b: folding.title_search(b.title, b.authors, b.isbn),
    },
    Item: {"barcode_key": lambda i: folding.code_key(i.barcode)},
    MemberCard: {"code_key": lambda c: folding.code_key(c.code)},
    Receipt: {"number_key": lambda r: folding.code_key(r.number)},
    Visit: {"visitor_key": lambda v: folding.code_key(v.visitor_no)},
    LockerUse: {"tag_key": lambda u: folding.code_key(u.tag)},
    PhotocopyJob: {"number_key": lambda j: folding.code_key(j.number)},
}


def to_ms(moment: datetime) -> int:
    return (moment - EPOCH) // MS


def from_ms(ms: int) -> datetime:
    return EPOCH + ms * MS


def id_bytes(value: str) -> bytes:
    return bytes.fromhex(value)


def table_name(kind: type[Entity]) -> str:
    """The table of a kind of entity: its name with underscores, but `case` is a word of SQL.

    Said here again because `loket.db.tables`, the schema of record, takes a quarter of a second to import; a test
    compares the two.
    """
    return "conflict_case" if kind is Case else re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


class Mapper(Generic[E]):
    """SQL texts and conversions for one kind of entity."""

    def __init__(self, kind: type[E]) -> None:
        self.kind = kind
        self.table = table_name(kind)
        self.names = tuple(f.name for f in fields(kind))
        self.key = key_field(kind)
        self._write, self._read = zip(*(_converters(kind, name) for name in self.names), strict=True)
        self.derived = DERIVED.get(kind, {})
        columns = [*self.names, *self.derived]
        quoted = ", ".join(f'"{name}"' for name in columns)
        updates = ", ".join(f'"{name}" = excluded."{name}"' for name in columns if name != self.key)
        self.columns_sql = ", ".join(f'"{name}"' for name in self.names)
        self.select_sql = f'SELECT {self.columns_sql} FROM "{self.table}"'
        self.get_sql = f'{self.select_sql} WHERE "{self.key}" = ?'
        self.whole_sql = f'SELECT {quoted} FROM "{self.table}" WHERE "{self.key}" = ?'
        self._columns = columns
        self._told_by = {place for place, name in enumerate(self.names) if name in _read_by(self.derived.values())}
        self.upsert_sql = (
            f'INSERT INTO "{self.table}" ({quoted}) VALUES ({", ".join("?" * len(columns))}) '
            f'ON CONFLICT ("{self.key}") DO UPDATE SET {updates}'
        )
        self.drop_sql = f'DELETE FROM "{self.table}" WHERE "{self.key}" = ?'
        self._updates: dict[tuple[str, ...], str] = {}
        self._sources = {name: i for i, name in enumerate(self.names)}

    def key_value(self, key: str) -> Any:
        """A key as its column holds it; `key` is the text form."""
        return id_bytes(key) if self.key == "id" else key

    def values(self, entity: E) -> list[Any]:
        """The row's values: the entity's fields, then the derived columns."""
        return self.own_values(entity) + [derive(entity) for derive in self.derived.values()]

    def whole(self, own: Sequence[Any]) -> list[Any]:
        """A row's own values as they travelled, then the derived columns."""
        if not self.derived:
            return list(own)
        entity = self.entity(own)
        return [*own, *(derive(entity) for derive in self.derived.values())]

    def mended(self, stored: Sequence[Any], wanted: Sequence[Any]) -> tuple[str, list[Any]]:
        """SQL and values, the key to follow, that turn a whole stored row into one of these own values.

        Only what differs is written, and derived columns are made anew only where what they are made of differs.
        """
        at = [place for place, value in enumerate(wanted) if stored[place] != value]
        if not self._told_by.isdisjoint(at):
            wanted = self.whole(wanted)
            own = len(self.names)
            at += [place for place in range(own, len(wanted)) if stored[place] != wanted[place]]
        return self._update_sql(tuple(self._columns[place] for place in at)), [wanted[place] for place in at]

    def own_values(self, entity: E) -> list[Any]:
        """The values of the entity's own fields: what travels. Derived columns are made anew where it arrives."""
        return [write(getattr(entity, name)) for name, write in zip(self.names, self._write, strict=True)]

    def entity(self, row: Sequence[Any]) -> E:
        """The entity of a row's values; a row packed before fields were added is shorter and gets their defaults."""
        return self.kind(*[read(value) for read, value in zip(self._read, row, strict=False)])

    def changed(self, old: E, new: E) -> tuple[str, list[Any]] | None:
        """SQL and values that turn the stored old row into the new one; None when nothing differs."""
        names = tuple(name for name in self.names if getattr(old, name) != getattr(new, name))
        if not names:
            return None
        derived = tuple(name for name, derive in self.derived.items() if derive(old) != derive(new))
        values = [self._write[self._sources[name]](getattr(new, name)) for name in names]
        values += [self.derived[name](new) for name in derived]
        return self._update_sql(names + derived), values

    def _update_sql(self, names: tuple[str, ...]) -> str:
        sql = self._updates.get(names)
        if sql is None:
            sets = ", ".join(f'"{name}" = ?' for name in names)
            sql = self._updates[names] = f'UPDATE "{self.table}" SET {sets} WHERE "{self.key}" = ?'
        return sql


class _Reader:
    """Stands in for an entity, to learn which of its fields something reads."""

    def __init__(self) -> None:
        self.read: set[str] = set()

    def __getattr__(self, name: str) -> str:
        self.read.add(name)
        return ""


def _read_by(functions: Iterable[Callable[[Any], str]]) -> set[str]:
    reader = _Reader()
    for function in functions:
        function(reader)
    return reader.read


def _converters(kind: type[Entity], name: str) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    """How a field is written and read. `Id` fields are stored as 16 bytes."""
    write, read = _converter(field_kinds(kind)[name])  # type: ignore[arg-type]
    is_optional = name in optional_fields(kind)  # type: ignore[arg-type]
    return (_nullable(write), _nullable(read)) if is_optional else (write, read)


def _converter(bare: Any) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    if isinstance(bare, type) and issubclass(bare, StrEnum):
        return str, bare
    return _CONVERTERS.get(bare, (_same, _same))


def _nullable(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else convert(value)


def _same(value: Any) -> Any:
    return value


def _json_list(values: tuple[str, ...]) -> str:
    return _ENCODE(values).decode()


def _list_json(text: str) -> tuple[str, ...]:
    return _DECODE_LIST(text)


_CONVERTERS: dict[Any, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    Id: (id_bytes, bytes.hex),
    datetime: (to_ms, from_ms),
    date: (date.isoformat, date.fromisoformat),
    tuple: (_json_list, _list_json),
    bool: (int, bool),
}
_MAPPERS: dict[type[Entity], Mapper[Any]] = {}


def mapper(kind: type[E]) -> Mapper[E]:
    """The one mapper of a kind of entity."""
    found = _MAPPERS.get(kind)
    if found is None:
        found = _MAPPERS[kind] = Mapper(kind)
    return found
