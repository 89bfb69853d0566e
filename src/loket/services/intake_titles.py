"""Finding the title a record means, in the library and among the rows of the file read so far.

A dry run writes nothing, so what the run has added or changed is remembered beside the database: as short signatures,
not as titles, for a file may hold a hundred thousand.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from loket.db.rows import id_bytes
from loket.domain.entities import Biblio, Id
from loket.domain.folding import fold, title_key
from loket.importing.records import BiblioRecord

_COLUMNS = "SELECT id, title, source_key, isbn, authors, publish_year FROM biblio"
_BY_TITLE = f"{_COLUMNS} WHERE title_key = ? ORDER BY no"
_BY_SOURCE = f"{_COLUMNS} WHERE source_key = ? ORDER BY no"
_BY_ID = f"{_COLUMNS} WHERE id = ?"
_TITLE_OF = "SELECT title FROM biblio WHERE id = ?"


class Signature(NamedTuple):
    """What tells one title from another."""

    id: Id
    title: str  # folded
    source_key: str
    isbn: str
    author: str  # the first, folded
    year: str

    @classmethod
    def of(cls, biblio_id: Id, title: BiblioRecord | Biblio) -> Signature:
        author = fold(title.authors[0]) if title.authors else ""
        return cls(biblio_id, title_key(title.title), title.source_key, title.isbn, author, title.publish_year)

    def is_same(self, other: Signature) -> bool:
        """The same control number with a title, ISBN or author and year in common; else ISBN and title; else title,
        first author and year. Two control numbers or two ISBNs are two titles."""
        if self.source_key and other.source_key:
            return self.source_key == other.source_key and self.agrees(other)
        if self.title != other.title:
            return False
        if self.isbn and other.isbn:
            return self.isbn == other.isbn
        return (self.author, self.year) == (other.author, other.year)

    def agrees(self, other: Signature) -> bool:
        """A name, an ISBN, or author and year in common."""
        same_isbn = bool(self.isbn) and self.isbn == other.isbn
        same_work = bool(self.author) and (self.author, self.year) == (other.author, other.year)
        return self.title == other.title or same_isbn or same_work


class Match(NamedTuple):
    """The title a record means, None when it is new; `alike`: titles of that name there are, matched or not."""

    id: Id | None
    alike: int
    wanted: Signature  # the record's own, still without an id


class KnownTitles:
    """The library's titles with what this run has done to them."""

    def __init__(self, driver_connection: Any) -> None:
        self._driver = driver_connection
        self._now: dict[Id, Signature] = {}  # of titles the run added or changed
        self._by_title: defaultdict[str, list[Id]] = defaultdict(list)
        self._by_source: defaultdict[str, list[Id]] = defaultdict(list)

    def note(self, signature: Signature) -> None:
        """The run added this title, or changed it to this."""
        if signature.id not in self._now or self._now[signature.id].title != signature.title:
            self._by_title[signature.title].append(signature.id)
        if signature.source_key:
            self._by_source[signature.source_key].append(signature.id)
        self._now[signature.id] = signature

    def match(self, record: BiblioRecord) -> Match:
        wanted = Signature.of(Id(""), record)
        if wanted.source_key:
            for known in self._known(_BY_SOURCE, wanted.source_key, self._by_source):
                if known.is_same(wanted):
                    return Match(known.id, 1, wanted)
        alike = [known for known in self._known(_BY_TITLE, wanted.title, self._by_title) if known.title == wanted.title]
        return Match(next((known.id for known in alike if known.is_same(wanted)), None), len(alike), wanted)

    def named(self, title: str) -> Match:
        """The first title of exactly this name, letter case and punctuation aside."""
        key = title_key(title)
        alike = [known for known in self._known(_BY_TITLE, key, self._by_title) if known.title == key]
        return Match(alike[0].id if alike else None, len(alike), Signature(Id(""), key, "", "", "", ""))

    def agrees(self, biblio_id: Id, record: BiblioRecord) -> bool:
        """Whether a title of another name may all the same be this one: same ISBN, or same author and year."""
        known = self._now.get(biblio_id)
        if known is None:
            row = self._driver.execute(_BY_ID, (id_bytes(biblio_id),)).fetchone()
            known = _signature(row) if row else None
        return known is not None and known.agrees(Signature.of(biblio_id, record))

    def is_named(self, biblio_id: Id, title: str) -> bool:
        """Does this title bear that name?"""
        if biblio_id in self._now:
            return self._now[biblio_id].title == title_key(title)
        row = self._driver.execute(_TITLE_OF, (id_bytes(biblio_id),)).fetchone()
        return row is not None and title_key(row[0]) == title_key(title)

    def _known(self, sql: str, value: str, in_run: dict[str, list[Id]]) -> Iterable[Signature]:
        """Signatures as they stand now: the library's, as the run changed them, then those the run added."""
        stored = [_signature(row) for row in self._driver.execute(sql, (value,)).fetchall()]
        there = {signature.id for signature in stored}
        yield from (self._now.get(signature.id, signature) for signature in stored)
        yield from (self._now[biblio_id] for biblio_id in in_run.get(value, ()) if biblio_id not in there)


def _signature(row: tuple[Any, ...]) -> Signature:
    authors = json.loads(row[4])
    return Signature(Id(row[0].hex()), title_key(row[1]), row[2], row[3], fold(authors[0]) if authors else "", row[5])
