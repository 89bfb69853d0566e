"""MARC 21 records, ISO 2709 and MARCXML, with the copies that Koha, Evergreen, INLISLite and others hang on them.

pymarc takes a record apart; what it means stands here. Records are cut at their own end mark, so a broken one costs
itself and the next is read.
"""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from xml.sax import SAXException, SAXParseException, make_parser
from xml.sax.handler import feature_namespaces

from loket.importing.codes import ProblemCode, UnusableCode
from loket.importing.fields import Fields
from loket.importing.marc_map import MarcFields, build_from_marc
from loket.importing.records import Progress, Row, UnusableFileError
from loket.importing.source import opened

if TYPE_CHECKING:
    import pymarc

END_OF_RECORD = b"\x1d"
_BLOCK = 1 << 18
_LONGEST_RECORD = 10_000_000  # bytes; ISO 2709 allows 99,999, some programs write more
_LEADER = re.compile(rb"(?:^|\x1d)\s*[0-9]{5}[\x20-\x7e]{19}")
_LEADER_LENGTH = 24

# pymarc tells of missing indicators and mended subfield codes through its logger and as warnings, to the console.
logging.getLogger("pymarc").addHandler(logging.NullHandler())
warnings.filterwarnings("ignore", module="pymarc")


def looks_like_marc(head: bytes) -> bool:
    """Do the first bytes hold a MARC leader and field ends?"""
    return b"\x1e" in head and _LEADER.search(head.removeprefix(b"\xef\xbb\xbf")) is not None


class MarcReader:
    """Reads an ISO 2709 file. A row's line is the record's ordinal."""

    kind = "biblio"
    format = "marc"

    def __init__(self, path: Path) -> None:
        self._path = path
        self._done = 0
        self._total = 0

    def rows(self) -> Iterator[Row]:
        for ordinal, chunk in enumerate(self._chunks(), start=1):
            yield _row_of(ordinal, chunk)

    def progress(self) -> Progress:
        return Progress(self._done, self._total)

    def _chunks(self) -> Iterator[bytes]:
        """Every record with its end mark; the last may lack it. Raises UnusableFileError when no record ever ends."""
        with opened(self._path) as file:
            self._total = file.seek(0, io.SEEK_END)
            file.seek(0)
            rest = b""
            while block := file.read(_BLOCK):
                self._done += len(block)
                *whole, rest = (rest + block).split(END_OF_RECORD)
                for chunk in whole:
                    if chunk := _trimmed(chunk):
                        yield chunk + END_OF_RECORD
                if len(rest) > _LONGEST_RECORD:
                    raise UnusableFileError(UnusableCode.LINE_TOO_LONG, file=self._path.name, line=0)
            if rest := _trimmed(rest):
                yield rest


def _trimmed(chunk: bytes) -> bytes:
    """Without the line breaks, marks and padding some programs put between records."""
    return chunk.lstrip(b"\r\n\t \x00\x1a\xef\xbb\xbf")


def _row_of(ordinal: int, chunk: bytes) -> Row:
    from pymarc import Record

    fields = Fields(ordinal, {})
    if not chunk.endswith(END_OF_RECORD):
        fields.refuse(ProblemCode.MARC_TRUNCATED, value=chunk[:60].decode("ascii", "replace"))
        return fields.row(None)
    try:
        record = Record(chunk, to_unicode=False)
    except Exception as error:  # a damaged record makes pymarc raise whatever it stumbles over
        fields.refuse(ProblemCode.MARC_BROKEN, value=str(error) or type(error).__name__)
        return fields.row(None)
    return fields.row(build_from_marc(fields, MarcFields(record, _encoding_of(chunk))))


def _encoding_of(chunk: bytes) -> str:
    """How the record's text is written: what the leader says, unless the text shows otherwise.

    Many programs write UTF-8 and leave the leader's MARC-8 standing; some write Windows-1252 and call it UTF-8.
    """
    if chunk.isascii() and b"\x1b" not in chunk:
        return "ascii"
    try:
        chunk.decode("utf-8")
    except UnicodeDecodeError:
        return "latin-1" if chunk[9:10] == b"a" else "marc8"
    return "marc8" if b"\x1b" in chunk and chunk[9:10] != b"a" else "utf-8"


class MarcXmlReader:
    """Reads a MARCXML file, record by record. A row's line is the record's ordinal."""

    kind = "biblio"
    format = "marcxml"

    def __init__(self, path: Path) -> None:
        self._path = path
        self._done = 0
        self._total = 0

    def rows(self) -> Iterator[Row]:
        """Raises UnusableFileError where the XML is broken; the records before it have been given by then."""
        for ordinal, record in enumerate(self._records(), start=1):
            fields = Fields(ordinal, {})
            yield fields.row(build_from_marc(fields, MarcFields(record, "text")))

    def progress(self) -> Progress:
        return Progress(self._done, self._total)

    def _records(self) -> Iterator[pymarc.Record]:
        handler = _xml_handler()
        parser: Any = make_parser()
        parser.setContentHandler(handler)
        parser.setFeature(feature_namespaces, True)
        with opened(self._path) as file:
            self._total = file.seek(0, io.SEEK_END)
            file.seek(0)
            try:
                while block := file.read(_BLOCK):
                    self._done += len(block)
                    parser.feed(block)
                    yield from handler.taken()
                parser.close()
            except (SAXException, KeyError, ValueError, AttributeError) as error:
                yield from handler.taken()
                line = error.getLineNumber() if isinstance(error, SAXParseException) else parser.getLineNumber()
                raise UnusableFileError(UnusableCode.XML_BROKEN, file=self._path.name, line=line) from None


def _xml_handler() -> Any:
    from pymarc.marcxml import XmlHandler

    class Handler(XmlHandler):
        """pymarc's handler; leaders whose blanks were lost are filled up instead of ending the file."""

        def endElementNS(self, name: Any, qname: Any) -> None:
            if name[1] == "leader":
                self._text = ["".join(self._text).strip("\r\n\t")[:_LEADER_LENGTH].ljust(_LEADER_LENGTH)]
            cast(Any, super()).endElementNS(name, qname)

        def taken(self) -> list[Any]:
            records = list(self.records)
            self.records.clear()
            return records

    return cast(Any, Handler)()
