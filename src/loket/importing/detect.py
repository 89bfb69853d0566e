"""Telling what a file is from what stands in it, and opening the reader for it."""

from __future__ import annotations

import re
from pathlib import Path

from loket.importing import inlislite, slims
from loket.importing.codes import UnusableCode
from loket.importing.delimited import DelimitedFile
from loket.importing.headings import REQUIRED, guess_mapping
from loket.importing.marc import MarcReader, MarcXmlReader, looks_like_marc
from loket.importing.records import Mapping, UnusableFileError
from loket.importing.sheet import OLE_MAGIC, ZIP_MAGIC, SheetFile
from loket.importing.source import BYTEWISE, SourceReader, encoding_of, read_head
from loket.importing.table import Preview, TableFile, TableReader

_ARCHIVES = (b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf\x27\x1c", b"BZh", b"\xfd7zXZ")
_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|table|head|body|style|meta)\b", re.IGNORECASE | re.DOTALL
)
_MARC_ELEMENT = re.compile(r"<(?:\w+:)?datafield\b|http://www\.loc\.gov/MARC21/slim")


def open_reader(path: Path | str, kind: str | None = None, mapping: Mapping | None = None) -> SourceReader:
    """The reader for a file.

    Args:
        path: the file.
        kind: "member", "biblio" or "item" where the operator says so; None lets the file tell. With a kind, a table of
            unknown layout is read if its headings can be guessed.
        mapping: columns of a table of any layout; given, the file is read by it and by nothing else.

    Raises:
        UnusableFileError: with the code of what is wrong. `format_unknown` means: offer the mapping page or `--kind`.
    """
    path = Path(path)
    head = read_head(path)
    if mapping is not None:
        return TableReader(path, TableFile(path, _table_source(path, head)), mapping)
    reader = _known_reader(path, head, kind) or _guessed_reader(path, head, kind)
    if reader is None:
        raise UnusableFileError(UnusableCode.FORMAT_UNKNOWN, file=path.name)
    if kind is not None and kind != reader.kind and (kind, reader.kind) != ("item", "biblio"):
        raise UnusableFileError(UnusableCode.KIND_MISMATCH, file=path.name, found=reader.kind, wanted=kind)
    return reader


def preview(path: Path | str, count: int = 20) -> Preview:
    """The headings and the first rows of a table, for the mapping page. Raises UnusableFileError when it is none."""
    return open_table(path).preview(count)


def open_table(path: Path | str) -> TableFile:
    """A CSV or XLSX file as a table of any layout. Raises UnusableFileError when it is none."""
    path = Path(path)
    return TableFile(path, _table_source(path, read_head(path)))


def _known_reader(path: Path, head: bytes, kind: str | None) -> SourceReader | None:
    if head.startswith((ZIP_MAGIC, OLE_MAGIC)):
        file = SheetFile(path, head)
        found = inlislite.recognise(file)
        return inlislite.InlisliteReader(file, *found) if found else None
    if looks_like_marc(head):
        return MarcReader(path)
    if _is_marc_xml(path, head):
        return MarcXmlReader(path)
    text = DelimitedFile(path, _text_encoding(path, head))
    slims_kind = slims.recognise(text, kind)
    return slims.SlimsReader(text, slims_kind) if slims_kind else None


def _guessed_reader(path: Path, head: bytes, kind: str | None) -> SourceReader | None:
    if kind is None:
        return None
    table = TableFile(path, _table_source(path, head))
    mapping = guess_mapping(table.headings, kind)
    if any(field not in mapping.columns for field in REQUIRED[kind]):
        return None
    return TableReader(path, table, mapping)


def _table_source(path: Path, head: bytes) -> DelimitedFile | SheetFile:
    if head.startswith((ZIP_MAGIC, OLE_MAGIC)):
        return SheetFile(path, head)
    if looks_like_marc(head) or _is_marc_xml(path, head):
        raise UnusableFileError(UnusableCode.FORMAT_UNKNOWN, file=path.name)
    return DelimitedFile(path, _text_encoding(path, head))


def _text_encoding(path: Path, head: bytes) -> str:
    """The encoding of a text file; raises UnusableFileError for what is no text."""
    if head.startswith(_ARCHIVES):
        raise UnusableFileError(UnusableCode.ARCHIVE, file=path.name)
    encoding = "" if head.startswith(b"%PDF") else encoding_of(head)
    if not encoding:
        raise UnusableFileError(UnusableCode.NOT_TEXT, file=path.name)
    return encoding


def _is_marc_xml(path: Path, head: bytes) -> bool:
    """Is it XML of MARC records? Other mark-up is refused here, with the advice that fits it."""
    encoding = encoding_of(head)
    text = head.decode("latin-1" if encoding == BYTEWISE else encoding or "latin-1", "ignore").lstrip(
        "\ufeffï»¿ \t\r\n"
    )
    if not text.startswith("<"):
        return False
    if _HTML.match(text):
        raise UnusableFileError(UnusableCode.HTML_TABLE, file=path.name)
    if "urn:schemas-microsoft-com:office:spreadsheet" in text:
        raise UnusableFileError(UnusableCode.OTHER_SPREADSHEET, file=path.name)
    if _MARC_ELEMENT.search(text):
        return True
    if text.startswith("<?xml"):
        raise UnusableFileError(UnusableCode.FORMAT_UNKNOWN, file=path.name)
    return False
