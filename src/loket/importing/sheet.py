"""Rows of an XLSX file as text: what a cell means, and what makes such a file unusable."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple
from xml.etree.ElementTree import Element, iterparse

from loket.importing.codes import UnusableCode
from loket.importing.records import Progress, UnusableFileError
from loket.importing.source import opened

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_MAGIC = b"PK"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_LARGEST_UNPACKED = 1_500_000_000  # bytes; 100,000 members of 40 columns unpack to some 300 MB
_EXACT_DIGITS = 15  # Excel keeps no more; the sixteenth of an identity number becomes 0
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class SheetRow(NamedTuple):
    """A row with its number in the sheet; empty cells are ""."""

    line: int
    cells: list[str]


def check_workbook(path: Path, head: bytes) -> None:
    """Say in one sentence why a file that begins like an Office file cannot be read. Raises UnusableFileError."""
    if head.startswith(OLE_MAGIC):
        raise UnusableFileError(_ole_code(path), file=path.name)
    with opened(path) as file:
        try:
            with zipfile.ZipFile(file) as archive:
                names = set(archive.namelist())
                unpacked = sum(info.file_size for info in archive.infolist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
            raise UnusableFileError(UnusableCode.XLSX_BROKEN, file=path.name) from None
    if "xl/workbook.bin" in names or "content.xml" in names:
        raise UnusableFileError(UnusableCode.OTHER_SPREADSHEET, file=path.name)
    if not any(name.startswith("xl/") for name in names):
        raise UnusableFileError(UnusableCode.ARCHIVE, file=path.name)
    if unpacked > _LARGEST_UNPACKED:
        raise UnusableFileError(UnusableCode.TOO_LARGE, file=path.name)


def _ole_code(path: Path) -> UnusableCode:
    """A file with a password and the old Excel format share their first bytes; only the first has an encrypted part."""
    with opened(path) as file:
        tail = b""
        while block := file.read(1 << 20):
            if _ENCRYPTED_PACKAGE in tail + block:
                return UnusableCode.ENCRYPTED
            tail = block[-len(_ENCRYPTED_PACKAGE) :]
    return UnusableCode.OLD_EXCEL


class SheetFile:
    """An XLSX file opened as tables, one per sheet; read row by row."""

    def __init__(self, path: Path, head: bytes) -> None:
        check_workbook(path, head)
        self._path = path
        self._done = 0
        self._total = 0
        self._strings: list[str] | None = None

    def sheet_names(self) -> list[str]:
        """The sheets that hold cells, charts left out."""
        with self._workbook() as book:
            return [sheet.title for sheet in book.worksheets]

    def _fill_strings(self, reader: Any) -> None:
        """Stands in for ExcelReader.read_strings; the table is kept, for the file is opened anew for each reading."""
        from openpyxl.xml.constants import SHARED_STRINGS

        part = reader.package.find(SHARED_STRINGS)
        if part is not None and self._strings is None:
            with reader.archive.open(part.PartName.lstrip("/")) as source:
                self._strings = _read_strings(source)
        reader.shared_strings = self._strings or []

    def rows(self, sheet: str) -> Generator[SheetRow]:
        """Every row of the sheet that is not blank. Raises UnusableFileError when the file is damaged."""
        with self._workbook() as book:
            worksheet = book[sheet]
            self._total = worksheet.max_row or 0
            worksheet.reset_dimensions()  # some programs write a range that is too small
            for line, values in enumerate(worksheet.iter_rows(values_only=True), start=1):
                self._done = line
                cells = [cell_text(value) for value in values]
                if any(cells):
                    yield SheetRow(line, cells)

    def progress(self) -> Progress:
        return Progress(self._done, max(self._done, self._total) if self._total else 0)

    @contextmanager
    def _workbook(self) -> Iterator[Workbook]:
        from openpyxl.reader.excel import ExcelReader

        with opened(self._path) as file:
            book = None
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")  # on styles and validations, which do not matter here
                    reader = ExcelReader(file, read_only=True, data_only=True, keep_links=False)
                    reader.read_strings = lambda: self._fill_strings(reader)
                    reader.read()
                book = reader.wb
                yield book
            except (UnusableFileError, MemoryError):
                raise
            except Exception:  # openpyxl raises whatever a damaged part makes it stumble over
                raise UnusableFileError(UnusableCode.XLSX_BROKEN, file=self._path.name) from None
            finally:
                if book is not None:
                    book.close()


def _read_strings(source: IO[bytes]) -> list[str]:
    """The table of shared strings, phonetic readings left out; openpyxl's own way takes nine times as long."""
    strings: list[str] = []
    parts: list[str] = []
    phonetic = False
    root: Element | None = None
    for event, element in iterparse(source, ("start", "end")):
        root = element if root is None else root
        name = element.tag.rpartition("}")[2]
        if name == "rPh":
            phonetic = event == "start"
        elif event == "end" and name == "t" and not phonetic:
            parts.append(element.text or "")
        elif event == "end" and name == "si":
            strings.append("".join(parts))
            parts.clear()
            root.clear()
    return strings


def cell_text(value: object) -> str:
    """A cell as text: dates as ISO, whole numbers without ".0", long ones whose end Excel has lost as 3.1E+15."""
    if value is None:
        return ""
    if isinstance(value, str):
        text = value.strip()
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, int):
        return f"{value:.{_EXACT_DIGITS - 1}E}" if _cut_by_excel(value) else str(value)
    if isinstance(value, float):
        return _float_text(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _cut_by_excel(number: int) -> bool:
    digits = len(str(abs(number)))
    return digits > _EXACT_DIGITS and number % 10 ** (digits - _EXACT_DIGITS) == 0


def _float_text(value: float) -> str:
    if not value.is_integer():
        return repr(value)
    return f"{value:.{_EXACT_DIGITS - 1}E}" if abs(value) >= 10**_EXACT_DIGITS else str(int(value))
