"""Opening foreign files: what cannot be used is said in one way, and text is read whatever its encoding."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from loket.importing.codes import UnusableCode
from loket.importing.records import Progress, Row, UnusableFileError

HEAD_BYTES = 65_536
LONGEST_LINE = 1_000_000  # characters; a longer "line" is no line of a table

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BYTEWISE = "bytewise"  # UTF-8 or a Windows code page, told apart line by line
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL = 0.01  # of the characters; a text export holds next to none


class SourceReader(Protocol):
    """A Reader that also says of what kind its records are: "member", "biblio" or "item"."""

    format: str
    kind: str

    def rows(self) -> Iterator[Row]: ...

    def progress(self) -> Progress: ...


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file as bytes. Whatever the system says against opening or reading it becomes an UnusableFileError."""
    try:
        with path.open("rb") as file:
            yield file
    except FileNotFoundError:
        raise UnusableFileError(UnusableCode.NOT_FOUND, file=path.name) from None
    except IsADirectoryError:
        raise UnusableFileError(UnusableCode.IS_FOLDER, file=path.name) from None
    except PermissionError:  # on Windows also the answer for a folder, or for a file that Excel holds open
        code = UnusableCode.IS_FOLDER if path.is_dir() else UnusableCode.NO_PERMISSION
        raise UnusableFileError(code, file=path.name) from None
    except UnicodeError as error:
        encoding = getattr(error, "encoding", "")
        raise UnusableFileError(UnusableCode.ENCODING_UNREADABLE, file=path.name, encoding=encoding) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnusableFileError(UnusableCode.UNREADABLE, file=path.name, reason=reason) from None


def read_head(path: Path) -> bytes:
    """The first bytes of the file, by which its format is told. Raises UnusableFileError, also for an empty file."""
    try:
        with opened(path) as file:
            head = file.read(HEAD_BYTES)
    except ValueError:  # a NUL in the name
        raise UnusableFileError(UnusableCode.NOT_FOUND, file=path.name) from None
    if not head.strip(b"\xef\xbb\xbf\xfe\xff \t\r\n\x00\x1a"):
        raise UnusableFileError(UnusableCode.EMPTY, file=path.name)
    return head


def encoding_of(head: bytes) -> str:
    """The encoding a byte-order mark or the pattern of NULs tells; otherwise BYTEWISE. "" when it is no text."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return BYTEWISE if encoding == "utf-8" else encoding
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.3 and even < odd / 10:
        return "utf-16-le"
    if even > len(head) * 0.3 and odd < even / 10:
        return "utf-16-be"
    return "" if len(_CONTROL.findall(head)) > max(3, len(head) * _MOST_CONTROL) else BYTEWISE


class Line(NamedTuple):
    """A physical line with its end; `guessed` when it is no UTF-8 in a file that otherwise is."""

    number: int
    text: str
    guessed: bool


class LineSource:
    """The physical lines of a text file, and how far they have been read.

    A line ends with \\n, \\r\\n or \\r. Lines that are not UTF-8 are read as Windows-1252, line by line, for a file put
    together from two sources mixes them.
    """

    def __init__(self, path: Path, encoding: str) -> None:
        self._path = path
        self._encoding = encoding
        self._done = 0
        self._total = 0

    def lines(self) -> Iterator[Line]:
        """Raises UnusableFileError for a line of absurd length or an encoding that breaks."""
        with opened(self._path) as file:
            self._total = file.seek(0, io.SEEK_END)
            file.seek(0)
            bytewise = self._encoding == BYTEWISE
            text = io.TextIOWrapper(file, encoding="latin-1" if bytewise else self._encoding, newline="")
            number = 0
            utf8_seen = False
            while line := text.readline(LONGEST_LINE):
                number += 1
                if len(line) >= LONGEST_LINE:
                    raise UnusableFileError(UnusableCode.LINE_TOO_LONG, file=self._path.name, line=number)
                self._done = file.tell()
                guessed = False
                if bytewise and not line.isascii():
                    line, is_utf8 = _utf8_or_windows(line)
                    utf8_seen = utf8_seen or is_utf8
                    guessed = utf8_seen and not is_utf8
                yield Line(number, line.lstrip("\ufeff") if number == 1 else line, guessed)

    def progress(self) -> Progress:
        return Progress(self._done, self._total)


def _utf8_or_windows(line: str) -> tuple[str, bool]:
    """A line read as Latin-1, read again as UTF-8, else as it stands (cleaning turns C1 controls to Windows-1252)."""
    try:
        return line.encode("latin-1").decode("utf-8"), True
    except UnicodeDecodeError:
        return line, False
