"""Finding rows by the words in them, quickly also where millions of rows share a word.

FTS5 walks the prefixes it has indexed (up to four letters) row by row and stops as soon as enough was found. A longer
prefix it collects whole before the first row: "jilid" in two million titles takes a third of a second. Therefore rows
are looked for by the first four letters of the three longest words, and compared here with all that was typed. Only
when few of the first rows fit are the words asked for that kept the others from fitting: these are rare, and a rare
word is collected quickly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

Words = tuple[str, ...]

SEARCHED = ("member", "biblio")
_TRIGGER = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?"

INDEXED = 4  # letters; `prefix = '1 2 3 4'` of the search tables
_COMMON = "buku dalam dan dari dengan edisi ilmu indonesia jilid pada pengantar seri untuk volume yang"
COMMON = frozenset(_COMMON.split())
"""Words that very many Indonesian titles have: never collected whole, and asked for only when there is nothing else."""
MOST_ASKED = 3  # words; a further one, often common, only makes the index read more
MOST_ADDED = 2  # words that are asked for besides when few of the first rows fit
SAMPLE = 100  # rows compared before it is decided how to go on
RARE = 20  # fewer than one sampled row in so many


@contextmanager
def bulk_rows(connection: Any) -> Iterator[None]:
    """Inside one transaction: many rows added in the block are indexed together when it ends, not one by one.

    FTS5 writes its index out after every statement, which is a quarter of an import's time; one statement for all new
    rows costs next to nothing. In the block no row added in it may have its words changed. An error takes all back.
    """
    triggers = [connection.execute(_TRIGGER, (f"{table}_search_add",)).fetchone()[0] for table in SEARCHED]
    last = [connection.execute(f"SELECT coalesce(max(no), 0) FROM {table}").fetchone()[0] for table in SEARCHED]
    for table in SEARCHED:
        connection.execute(f"DROP TRIGGER {table}_search_add")
    yield
    for table, trigger, number in zip(SEARCHED, triggers, last, strict=True):
        rows = f"SELECT no, search FROM {table} WHERE no > ? ORDER BY no"
        connection.execute(f"INSERT INTO {table}_search (rowid, search) {rows}", (number,))
        connection.execute(trigger)


def matching_rows(connection: Any, table: str, wanted: Sequence[Words], limit: int) -> list[int]:
    """Numbers of the first `limit` rows that have all words of one of the alternatives, each as a word's beginning.

    `table` is "member" or "biblio"; words are folded as its column `search` is. An alternative without words fits none.
    """
    wanted = [tuple(dict.fromkeys(words)) for words in wanted if words]
    if not wanted:
        return []
    asked = [_beginnings(words) for words in wanted]
    if asked == wanted:
        sql = f"SELECT rowid FROM {table}_search WHERE {table}_search MATCH ? LIMIT ?"
        return [row[0] for row in connection.execute(sql, (_expression(asked), limit)).fetchall()]
    found, sample = _walk(connection, table, asked, wanted, limit)
    if sample:
        asked = [_with_rare_words(words, sample) for words in wanted]
        found, _ = _walk(connection, table, asked, wanted, limit, to_the_end=True)
    return found


def _beginnings(words: Words) -> Words:
    """What the index is asked for first: the beginnings it holds of the longest words, of common ones last."""
    chosen = sorted(words, key=lambda word: (word in COMMON, -len(word)))[:MOST_ASKED]
    return tuple(word[:INDEXED] for word in words if word in chosen)


def _with_rare_words(words: Words, sample: list[str]) -> Words:
    """The beginnings as before, and the words that the fewest sampled rows have: begun, where that is rare already."""
    rarest = sorted(words, key=lambda word: (word in COMMON, _rows_with(word, sample), -len(word)))[:MOST_ADDED]
    return tuple(_short_but_rare(word, sample) for word in rarest) + _beginnings(
        tuple(word for word in words if word not in rarest)
    )


def _short_but_rare(word: str, sample: list[str]) -> str:
    begun = word[:INDEXED]
    return begun if word in COMMON or _rows_with(begun, sample) * RARE < len(sample) else word


def _rows_with(word: str, sample: list[str]) -> int:
    return sum(f" {word}" in text for text in sample)


def _expression(asked: Sequence[Words]) -> str:
    """FTS5's way to say: all words of one of the alternatives, each as a word's beginning."""
    return " OR ".join("(" + " ".join(f'"{word}"*' for word in words) + ")" for words in asked)


def _walk(
    connection: Any,
    table: str,
    asked: Sequence[Words],
    wanted: Sequence[Words],
    limit: int,
    *,
    to_the_end: bool = False,
) -> tuple[list[int], list[str]]:
    """Compare rows in their order. Returns those that fit and, given up because few do, the texts that were seen."""
    marked = [tuple(f" {word}" for word in words) for words in wanted]
    found: list[int] = []
    seen: list[str] = []
    sql = f"SELECT t.no, t.search FROM {table}_search s JOIN {table} t ON t.no = s.rowid WHERE {table}_search MATCH ?"
    with closing(connection.execute(sql, (_expression(asked),))) as rows:
        for number, text in rows:
            text = f" {text}"
            if any(all(word in text for word in words) for words in marked):
                found.append(number)
                if len(found) == limit:
                    break
            if not to_the_end and len(seen) < SAMPLE:
                seen.append(text)
                if len(seen) == SAMPLE and len(found) * RARE < SAMPLE:
                    return found, seen
    return found, []
