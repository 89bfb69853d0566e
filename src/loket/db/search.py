"""Finding rows by the words in them, quickly also where millions of rows share a word.

FTS5 walks the prefixes it has indexed (two to four letters) row by row and stops as soon as enough was found. Any other
prefix it collects whole before the first row: "jilid" in two million titles takes a third of a second, and so does "2".
Therefore rows are looked for by the first four letters of the three longest words, and compared here with all of them.
Only when too few of the first rows fit are the words asked for that kept the others from fitting: these are rare, and
a rare word is collected quickly.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from typing import Any

Words = tuple[str, ...]

SHORTEST, LONGEST = 2, 4  # `prefix = '2 3 4'` of the search tables
MOST_ASKED = 3  # words; a common word more only makes the index read more
SAMPLE = 200  # rows compared before it is decided how to go on
RARE = 20  # fewer than one sampled row in so many


def matching_rows(connection: Any, table: str, wanted: Sequence[Words], limit: int) -> list[int]:
    """Numbers of the first `limit` rows that have all words of one of the alternatives, each as a word's beginning.

    `table` is "member" or "biblio"; words are folded as its column `search` is. An alternative without words fits none.
    """
    wanted = [words for words in wanted if words]
    if not wanted:
        return []
    asked = [_cheaply_asked(words) for words in wanted]
    if asked == wanted:
        sql = f"SELECT rowid FROM {table}_search WHERE {table}_search MATCH ? LIMIT ?"
        return [row[0] for row in connection.execute(sql, (_expression(asked), limit)).fetchall()]
    found, sample = _walk(connection, table, asked, wanted, limit)
    if sample:
        found, _ = _walk(connection, table, _sharply_asked(wanted, asked, sample), wanted, limit, to_the_end=True)
    return found


def _cheaply_asked(words: Words) -> Words:
    """What the index is asked for first: the beginnings it holds of the longest words."""
    longest = sorted(dict.fromkeys(words), key=len, reverse=True)[:MOST_ASKED]
    return tuple(word[:LONGEST] for word in words if word in longest and len(word) >= SHORTEST)


def _sharply_asked(wanted: Sequence[Words], asked: Sequence[Words], sample: list[str]) -> list[Words]:
    """Also the words that are rare among the sampled rows, whole; and the rarest of all anyhow."""
    counts = {word: sum(f" {word}" in text for text in sample) for words in wanted for word in words}
    rarest = min(counts, key=lambda word: counts[word])
    whole = {word for word, count in counts.items() if word == rarest or count * RARE < len(sample)}
    return [
        tuple(dict.fromkeys((*(word for word in words if word in whole), *begun)))
        for words, begun in zip(wanted, asked, strict=True)
    ]


def _expression(asked: Sequence[Words]) -> str:
    """The FTS5 expression; "" when an alternative has nothing to ask for."""
    parts = [" ".join(f'"{word}"*' for word in words) for words in asked]
    return " OR ".join(f"({part})" for part in parts) if all(parts) else ""


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
    sql, values = f"SELECT no, search FROM {table} ORDER BY no", list[str]()
    if expression := _expression(asked):
        sql = (
            f"SELECT t.no, t.search FROM {table}_search s JOIN {table} t ON t.no = s.rowid WHERE {table}_search MATCH ?"
        )
        values.append(expression)
    marked = [tuple(f" {word}" for word in words) for words in wanted]
    found: list[int] = []
    seen: list[str] = []
    with closing(connection.execute(sql, values)) as rows:
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
