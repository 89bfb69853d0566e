"""Rows of a delimited text file of any dialect, with the line each begins on.

The csv module does the parsing, one record at a time, so that one broken row costs that row and not the rest of the
file. What it cannot do stands beside it: telling the dialect, SQL backslash escapes (SLiMS member exports), fields
whose quotes were never doubled (old SLiMS exports), separators and enclosures of several characters.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from loket.importing.codes import UnusableCode
from loket.importing.records import Progress, UnusableFileError
from loket.importing.source import Line, LineSource

_SAMPLE_LINES = 300
_SAMPLE_CHARACTERS = 200_000
_LONGEST_RECORD_LINES = 200  # a quote still open after so many lines was never meant to span them
_LONGEST_RECORD = 250_000  # characters
_SEPARATORS = ",;\t|"
_RARE_SEPARATORS = "^~:#!*&%$@"
_GUARD = "\ue000"  # stands for an escaped enclosure while csv parses the line

# The heading row as SLiMS writes it: every name enclosed, whatever the enclosure and the separator are.
_ENCLOSED_START = re.compile(
    r"(?P<enc>[^\w\s<]{1,3})(?P<name>\w[^\r\n]*?)(?P=enc)(?P<sep>(?:\\t|[^\w\r\n]){1,4}?)(?P=enc)"
)
_SQL_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "0": "", "Z": "", "'": "'", '"': '"', "\\": "\\"}
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file parts and encloses its fields; with `escapes` a backslash protects, as in SQL."""

    separator: str
    enclosure: str
    escapes: bool = False
    width: int = 0  # columns of most rows, empty ones at the end not counted
    separator_line: bool = False  # Excel's first line "sep=;"


class TextRow(NamedTuple):
    """A record's cells; None when its quotes do not close. `text` is its first line, `guessed` as in `Line`."""

    line: int
    cells: list[str] | None
    guessed: bool
    text: str


class DelimitedFile:
    """A text file opened as a table: its dialect, and its rows as often as they are asked for."""

    def __init__(self, path: Path, encoding: str) -> None:
        self._path = path
        self._source = LineSource(path, encoding)
        self._sample_lines = self._sample()
        self.dialect = sniff(self._sample_lines)

    def _sample(self) -> list[str]:
        size = 0
        sample = []
        for line in islice(self._source.lines(), _SAMPLE_LINES):
            sample.append(line.text)
            size += len(line.text)
            if size > _SAMPLE_CHARACTERS:
                break
        return sample

    def with_escapes(self) -> DelimitedFile:
        """The same file, read as one whose backslashes are SQL escapes in every row."""
        escaped = copy(self)
        dialect = replace(self.dialect, escapes=True)
        escaped.dialect = replace(dialect, width=_usual_width(self._sample_lines[dialect.separator_line :], dialect))
        return escaped

    def rows(self) -> Iterator[TextRow]:
        """Every row that is not blank. Raises UnusableFileError when the file breaks off beyond use."""
        lines = self._source.lines()
        if self.dialect.separator_line:
            next(lines, None)
        return _records(lines, RecordParser(self.dialect))

    def progress(self) -> Progress:
        return self._source.progress()

    def unusable(self, code: UnusableCode, **params: object) -> UnusableFileError:
        return UnusableFileError(code, file=self._path.name, **params)


class _Unparsed(Enum):
    OPEN = "open"  # an enclosure is still open: the next line may belong to the record
    BAD = "bad"  # no further line can mend it


def _records(lines: Iterator[Line], parser: RecordParser) -> Iterator[TextRow]:
    """Gather physical lines into records: a record goes on over the next line while its quotes are open."""
    waiting: list[Line] = []  # looked at in vain for the end of a record
    while True:
        line = waiting.pop(0) if waiting else next(lines, None)
        if line is None:
            return
        if not line.text.strip():
            continue
        cells: list[str] | _Unparsed | None = parser.parse(line.text)
        guessed, text = line.guessed, line.text
        if cells is _Unparsed.OPEN:
            taken = _look_ahead(line, waiting, lines)
            length, cells = _first_closing(taken, parser)
            waiting = taken[length:]
            guessed = any(part.guessed for part in taken[:length])
        if not isinstance(cells, list):
            yield TextRow(line.number, None, guessed, text)
        elif any(cells):
            yield TextRow(line.number, cells, guessed, text)


def _look_ahead(line: Line, waiting: list[Line], lines: Iterator[Line]) -> list[Line]:
    taken = [line, *waiting]
    size = sum(len(part.text) for part in taken)
    while len(taken) < _LONGEST_RECORD_LINES and size < _LONGEST_RECORD and (part := next(lines, None)) is not None:
        taken.append(part)
        size += len(part.text)
    return taken


def _first_closing(taken: Sequence[Line], parser: RecordParser) -> tuple[int, list[str] | None]:
    """How many of the lines make the first whole record, and its cells; (1, None) when none does."""
    text = taken[0].text
    for length, line in enumerate(taken[1:], start=2):
        text += line.text
        if not parser.may_end(line.text):
            continue
        cells = parser.parse(text, joined=True)
        if isinstance(cells, list):
            return length, cells
        if cells is _Unparsed.BAD:
            break
    return 1, None


class RecordParser:
    """Parses one record's text. Where the file's own way gives an odd number of columns, the other ways are tried."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._simple = len(dialect.separator) == 1 and len(dialect.enclosure) == 1
        self._ways = (self._escaped, self._plain) if dialect.escapes else (self._plain, self._escaped)
        self._junction = dialect.enclosure + dialect.separator + dialect.enclosure

    def parse(self, text: str, *, joined: bool = False) -> list[str] | _Unparsed:
        """The cells, or why there are none; `joined` when the text is of several lines."""
        if not self._simple:
            return self._split(text)
        if self._dialect.enclosure not in text and "\\" not in text:
            return text.rstrip("\r\n").split(self._dialect.separator)
        results: list[list[str] | _Unparsed] = []
        for way in (*self._ways, self._split):
            cells = way(text)
            if isinstance(cells, list) and self._fits(cells):
                return cells
            results.append(cells)
        if joined or results[-1] is _Unparsed.OPEN:
            results[-1] = _Unparsed.BAD  # splitting would join a broken row to the sound one below it
        return next((result for result in results if result is not _Unparsed.BAD), _Unparsed.BAD)

    def may_end(self, line: str) -> bool:
        """Could a record end with this line? Spares parsing the same text again for every line of a long note."""
        return self._dialect.enclosure in line

    def _fits(self, cells: list[str]) -> bool:
        width = self._dialect.width
        return not width or (len(cells) >= width and not any(cells[width:]))

    def _plain(self, text: str) -> list[str] | _Unparsed:
        cells = self._csv(text)
        return [unescape(cell) for cell in cells] if isinstance(cells, list) and self._dialect.escapes else cells

    def _escaped(self, text: str) -> list[str] | _Unparsed:
        enclosure = self._dialect.enclosure
        guarded = _ESCAPE.sub(lambda match: "\\" + _GUARD if match[1] == enclosure else match[0], text)
        cells = self._csv(guarded)
        return [unescape(cell, enclosure) for cell in cells] if isinstance(cells, list) else cells

    def _csv(self, text: str) -> list[str] | _Unparsed:
        """By the csv module, strictly: a quote left open or standing in the middle of a field is an error."""
        reader = csv.reader([text], delimiter=self._dialect.separator, quotechar=self._dialect.enclosure, strict=True)
        try:
            return next(reader, [])
        except csv.Error as error:
            return _Unparsed.OPEN if "unexpected end of data" in str(error) else _Unparsed.BAD

    def _split(self, text: str) -> list[str] | _Unparsed:
        """For rows whose every field is enclosed: split where one enclosure closes and the next opens.

        This reads quotes that were never doubled, and separators of several characters. SLiMS cuts only one character
        off the last separator of a row, so a rest of it may stand at the end.
        """
        enclosure, separator = self._dialect.enclosure, self._dialect.separator
        body = text.strip("\r\n")
        if not body.startswith(enclosure):
            return _Unparsed.BAD
        while not body.endswith(enclosure) and body and body[-1] in separator:
            body = body[:-1]
        if len(body) < 2 * len(enclosure) or not body.endswith(enclosure):
            return _Unparsed.OPEN
        inner = body[len(enclosure) : len(body) - len(enclosure)]
        cells = [cell.replace(enclosure * 2, enclosure) for cell in inner.split(self._junction)]
        return [unescape(cell) for cell in cells] if self._dialect.escapes else cells


def unescape(text: str, enclosure: str = "") -> str:
    """Undo mysqli_real_escape_string; a backslash before any other character stays."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda match: enclosure if match[1] == _GUARD else _SQL_ESCAPES.get(match[1], match[0]), text)


def sniff(sample: list[str]) -> Dialect:
    """Tell the dialect from a file's first lines."""
    separator_line = bool(sample) and re.fullmatch(r"(?i)sep=.[\r\n]*", sample[0]) is not None
    lines = [line for line in sample[separator_line:] if line.strip()]
    found = (sample[0][4], '"') if separator_line else _enclosed_dialect(lines) or _best_dialect(lines)
    escapes = _shows_escapes(lines, *found)
    width = _usual_width(lines, Dialect(*found, escapes=escapes))
    return Dialect(*found, escapes=escapes, width=width, separator_line=separator_line)


def _enclosed_dialect(lines: list[str]) -> tuple[str, str] | None:
    """Separator and enclosure where every field is enclosed, told from a line that begins with an enclosed field."""
    votes: Counter[tuple[str, str]] = Counter()
    for line in lines[:50]:
        match = _ENCLOSED_START.match(line)
        if match and match["enc"] not in match["sep"]:
            votes[match["sep"], match["enc"]] += 1
    if not votes:
        return None
    found, count = votes.most_common(1)[0]
    return found if count * 2 >= min(len(lines), 50) else None


def _best_dialect(lines: list[str]) -> tuple[str, str]:
    """The separator that parts most rows into the same number of columns, usual separators before rare ones."""
    quote = '"' if any('"' in line for line in lines) or not any(line.startswith("'") for line in lines) else "'"
    best, best_score = (",", quote), 0.0
    for separators, weight in ((_SEPARATORS, 1.0), (_RARE_SEPARATORS, 0.5)):
        for separator in separators:
            score = _evenness(lines, separator, quote) * weight
            if score > best_score:
                best, best_score = (separator, quote), score
    return best


def _evenness(lines: list[str], separator: str, quote: str) -> float:
    """Share of rows with the commonest number of columns, a little more for more columns; 0 for one column."""
    widths = Counter(width for width in _widths(lines, Dialect(separator, quote)) if width > 0)
    if not widths:
        return 0.0
    width, count = max(widths.items(), key=lambda pair: (pair[1] * min(pair[0], 40), pair[0]))
    return 0.0 if width < 2 else count / sum(widths.values()) * (1 + min(width, 40) / 10)


def _widths(lines: list[str], dialect: Dialect) -> Iterator[int]:
    source = (Line(number, text, False) for number, text in enumerate(lines, start=1))
    for row in _records(source, RecordParser(dialect)):
        yield len(row.cells) if row.cells is not None else 0


def _usual_width(lines: list[str], dialect: Dialect) -> int:
    widths = Counter(_widths(lines, replace(dialect, width=0)))
    widths.pop(0, None)
    if not widths:
        return 0
    usual, count = widths.most_common(1)[0]
    # A file of few rows may have a heading that ends with a separator: the narrower row is then the true width.
    return usual - 1 if widths.get(usual - 1, 0) >= count else usual


def _shows_escapes(lines: list[str], separator: str, enclosure: str) -> bool:
    """Does a backslash stand before an enclosure inside a field, or before an apostrophe?"""
    inside = re.compile(r"(?<!\\)(?:\\\\)*\\" + re.escape(enclosure) + r"(?!" + re.escape(separator) + r"|[\r\n]|$)")
    return any("\\'" in line or inside.search(line) for line in lines if "\\" in line)
