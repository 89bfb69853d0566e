"""SLiMS CSV files of members, titles and copies, as SLiMS really writes them.

Columns stand in the fixed order of SLiMS's own import; a heading row may be there, in any case and order. Known
quirks (read in SLiMS 9 and met in its exports): member exports are SQL-escaped and their notes lose their line breaks
to a literal \\n; the heading row ends with a separator; copies carry an empty 20th heading; notes of titles that were
imported into SLiMS before are a bare number (their own length) or wrapped in an HTML box.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from loket.importing.build import build_biblio, build_item, build_member
from loket.importing.codes import ProblemCode
from loket.importing.delimited import DelimitedFile, TextRow
from loket.importing.fields import Fields
from loket.importing.records import Progress, Record, Row
from loket.importing.text import strip_tags, unescape_entities

# SLiMS's column names, in its order, each with the field it fills; "" is not taken (photo names, passwords …).
# `member_since_date` is when he joined; `register_date` moves with every extension, so it only fills a gap.
COLUMNS: dict[str, dict[str, str]] = {
    "member": {
        "member_id": "member_no", "member_name": "full_name", "gender": "sex", "member_type_name": "member_type",
        "member_email": "email", "member_address": "address", "postal_code": "postal_code",
        "inst_name": "institution", "is_new": "", "member_image": "", "pin": "identity_no", "member_phone": "phone",
        "member_fax": "", "member_since_date": "since_on", "register_date": "registered_on",
        "expire_date": "valid_until", "birth_date": "birth_on", "member_notes": "note", "mpasswd": "",
    },
    "biblio": {
        "title": "title", "gmd_name": "material", "edition": "edition", "isbn_issn": "isbn",
        "publisher_name": "publisher", "publish_year": "publish_year", "collation": "collation",
        "series_title": "series", "call_number": "call_number", "language_name": "language",
        "place_name": "publish_place", "classification": "ddc_class", "notes": "note", "image": "",
        "sor": "responsibility", "authors": "authors", "topics": "subjects", "item_code": "item_barcodes",
    },
    "item": {
        "item_code": "barcode", "call_number": "item_call_number", "coll_type_name": "collection_kind",
        "inventory_code": "accession_no", "received_date": "received_on", "supplier_name": "", "order_no": "",
        "location_name": "location", "order_date": "", "item_status_name": "item_status", "site": "",
        "source": "source", "invoice": "", "price": "price_rp", "price_currency": "currency", "invoice_date": "",
        "input_date": "", "last_update": "", "title": "title_key",
    },
}  # fmt: skip
_OTHER_NAMES = {
    "birthdate": "birth_date",
    "isbn": "isbn_issn",
    "member_mail": "member_email",
    "item_barcode": "item_code",
}
_WIDTHS = {"member": (18, 19), "biblio": (18,), "item": (19,)}
_NEEDED = {"member": {"member_id", "member_name"}, "biblio": {"title"}, "item": {"item_code", "title"}}
_FEWEST_NAMES = {"member": 2, "biblio": 4, "item": 3}
_SAMPLE_ROWS = 30
_FEWEST_ALIKE = 0.7  # share of the rows that must look like the kind where no heading says so

_SOURCES = {"1": "Pembelian", "2": "Hadiah"}  # item.source of SLiMS: 1 buy, 2 gift
_DAMAGED_NOTE = re.compile(r"[1-9]|[1-4]\d|50")  # the length of a note of at most 50 characters stands for it
_BREAK = re.compile(r"(?:\\r)?\\n|\\r")

_BUILDERS: dict[str, Callable[[Fields], Record]] = {
    "member": build_member,
    "biblio": build_biblio,
    "item": build_item,
}


class _Layout:
    """Which place of a row fills which field: SLiMS's fixed order, or the order of the file's own heading row."""

    def __init__(self, kind: str, names: Sequence[str] | None) -> None:
        columns = COLUMNS[kind]
        self.widths: Sequence[int] = (len(names),) if names else _WIDTHS[kind]
        self.places = [(place, columns[name]) for place, name in enumerate(names or columns) if columns.get(name)]
        self.headings = {field: name for name, field in columns.items() if field}


class SlimsReader:
    """Reads one SLiMS file of a known kind. Raises UnusableFileError from `rows` when the file breaks off."""

    def __init__(self, file: DelimitedFile, kind: str) -> None:
        self.kind = kind
        self.format = f"slims_{kind}"
        self._file = file.with_escapes() if kind == "member" else file

    def rows(self) -> Iterator[Row]:
        layout = _Layout(self.kind, None)
        names = COLUMNS[self.kind].keys()
        first = True
        for row in self._file.rows():
            # A heading row is also met later on, where exports were put one behind the other.
            if row.cells and (first or _heading_name(row.cells[0]) in names):
                headings = heading_names(row.cells, self.kind)
                if headings:
                    layout = _Layout(self.kind, headings)
                    continue
            first = False
            yield self._row(row, layout)

    def progress(self) -> Progress:
        return self._file.progress()

    def _row(self, row: TextRow, layout: _Layout) -> Row:
        if row.cells is None:
            return broken_row(row)
        cells = fitted(row.cells, layout.widths)
        if cells is None:
            return miscounted_row(row, layout.widths[0])
        taken = {field: cells[place] for place, field in layout.places if cells[place]}
        fields = Fields(row.line, taken, layout.headings)
        return fields.row(self._record(fields, guessed=row.guessed))

    def _record(self, fields: Fields, *, guessed: bool) -> Record:
        if guessed:
            fields.doubt(ProblemCode.ENCODING_GUESSED)
        _PREPARE[self.kind](fields)
        return _BUILDERS[self.kind](fields)


def _prepare_member(fields: Fields) -> None:
    fields.change("note", _plain_note)
    fields.change_all(unescape_entities)


def _prepare_biblio(fields: Fields) -> None:
    note = fields.raw("note").strip()
    damaged = _DAMAGED_NOTE.fullmatch(note) is not None
    if damaged:
        fields.doubt(ProblemCode.NOTE_DAMAGED, "note", note)
    fields.change("note", lambda text: "" if damaged or note == "0" else _plain_note(text))
    fields.change_all(_plain_web_text)


def _prepare_item(fields: Fields) -> None:
    fields.change("source", lambda text: _SOURCES.get(text.strip(), "" if text.strip() == "0" else text))
    fields.change_all(_plain_web_text)


_PREPARE: dict[str, Callable[[Fields], None]] = {
    "member": _prepare_member,
    "biblio": _prepare_biblio,
    "item": _prepare_item,
}


def _plain_note(text: str) -> str:
    return unescape_entities(strip_tags(_BREAK.sub("\n", text)))


def _plain_web_text(text: str) -> str:
    """Titles and the like are stored for the web: literal \\n for a line break, `&amp;` for &."""
    return unescape_entities(_BREAK.sub(" ", text)) if "\\" in text or "&" in text else text


def fitted(cells: list[str], widths: Sequence[int]) -> list[str] | None:
    """The cells without the empty ones a trailing separator adds; None when they do not make one of the widths."""
    for width in sorted(widths):
        if len(cells) >= width and not any(cell.strip() for cell in cells[width:]):
            return cells[:width]
    return None


def broken_row(row: TextRow) -> Row:
    fields = Fields(row.line, {})
    fields.refuse(ProblemCode.QUOTE_UNCLOSED, value=row.text.strip())
    return fields.row(None)


def miscounted_row(row: TextRow, expected: int) -> Row:
    """Refused: "found/expected" columns."""
    fields = Fields(row.line, {})
    fields.refuse(ProblemCode.COLUMN_COUNT, value=f"{len(row.cells or ())}/{expected}")
    return fields.row(None)


def heading_names(cells: Sequence[str], kind: str) -> list[str] | None:
    """SLiMS's names of the columns when the row is a heading row of that kind; empty headings at the end dropped."""
    names = [_OTHER_NAMES.get(name, name) for name in (_heading_name(cell) for cell in cells)]
    while names and not names[-1]:
        names.pop()
    known = COLUMNS[kind].keys() & set(names)
    if not known >= _NEEDED[kind] or len(known) < _FEWEST_NAMES[kind] or len(known) * 2 < len(names):
        return None
    return names


def _heading_name(cell: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", cell.strip().lower()).strip("_")


def recognise(file: DelimitedFile, wanted: str | None = None) -> str | None:
    """The kind of SLiMS file this is, by its headings or, without, by how its columns look; None when it is none."""
    rows = _first_rows(file)
    if not rows:
        return None
    for kind in COLUMNS:
        if heading_names(rows[0], kind):
            return kind
    seen = {kind: _first_rows(file.with_escapes()) if kind == "member" else rows for kind in COLUMNS}
    share, kind = max(
        (sum(_looks_like(cells, kind) for cells in sample) / max(1, len(sample)), kind)
        for kind, sample in seen.items()
        if wanted in (None, kind)
    )
    return kind if share >= _FEWEST_ALIKE else None


def _first_rows(file: DelimitedFile) -> list[list[str]]:
    return [row.cells for row in islice(file.rows(), _SAMPLE_ROWS) if row.cells is not None]


_DAY = re.compile(r"(\d{4}-\d\d-\d\d|\d{1,2}[-/]\d{1,2}[-/]\d{2,4})?( \d\d:\d\d(:\d\d)?)?")
_LIST = re.compile(r"(<[^<>]*>\s*)*", re.DOTALL)
_FLAG = re.compile(r"[01]?")
_COUNT = re.compile(r"[\d.,]*")
_SHAPES: dict[str, dict[int, re.Pattern[str]]] = {
    "member": {2: re.compile(r"[012]"), 8: _FLAG, 13: _DAY, 14: _DAY, 15: _DAY, 16: _DAY},
    "biblio": {15: _LIST, 16: _LIST, 17: _LIST},
    "item": {4: _DAY, 8: _DAY, 11: re.compile(r"\d?"), 13: _COUNT, 15: _DAY, 16: _DAY, 17: _DAY},
}


def _looks_like(cells: list[str], kind: str) -> bool:
    taken = fitted(cells, _WIDTHS[kind])
    return taken is not None and all(form.fullmatch(taken[place].strip()) for place, form in _SHAPES[kind].items())
