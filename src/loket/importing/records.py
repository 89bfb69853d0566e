"""What a foreign file says, in Loket's own words, before anything is taken in.

Readers (`slims`, `marc`, `inlislite`, `table`) turn a file into a stream of `Row`s; `services.intake` takes them.
A reader never guesses silently: what it cannot use becomes a `Problem` with line, column and reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Problem:
    """One row or field a reader refuses or doubts. The reason's sentence is made where it is shown.

    Attributes:
        line: line of a text file, row of a sheet, ordinal of a record; counted from 1, as the operator sees it.
        column: heading or MARC field, "" when the whole row is meant.
        code: key of the sentence, e.g. "date_unreadable".
        value: what stood there, cut to 80 characters.
        fatal: the row is refused; otherwise it is taken and the doubt only listed.
    """

    line: int
    column: str
    code: str
    value: str = ""
    fatal: bool = True


@dataclass(frozen=True, slots=True)
class MemberRecord:
    """One member as another system wrote him. Empty text and None mean "not given"."""

    member_no: str
    full_name: str
    member_type: str = ""
    sex: str = ""  # "L", "P" or ""
    birth_on: date | None = None
    birth_place: str = ""
    identity_type: str = ""
    identity_no: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    institution: str = ""
    education: str = ""
    job: str = ""
    registered_on: date | None = None
    valid_until: date | None = None
    note: str = ""
    pending: bool = False


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One copy (eksemplar). `title_key` names its title where the file joins by exact title (SLiMS items)."""

    barcode: str
    accession_no: str = ""
    call_number: str = ""
    collection_kind: str = ""  # the file's own word: "Reference", "Koleksi Umum", …
    location: str = ""
    status: str = ""  # the file's own word, "" = available
    price_rp: int | None = None
    source: str = ""
    received_on: date | None = None
    title_key: str = ""


@dataclass(frozen=True, slots=True)
class BiblioRecord:
    """One title with the copies that stand in the same record."""

    title: str
    responsibility: str = ""  # as printed: "oleh …"
    authors: tuple[str, ...] = ()
    edition: str = ""
    isbn: str = ""
    publisher: str = ""
    publish_place: str = ""
    publish_year: str = ""
    collation: str = ""
    series: str = ""
    call_number: str = ""
    ddc_class: str = ""
    language: str = ""
    material: str = ""  # "Text", "Buku", …
    subjects: tuple[str, ...] = ()
    note: str = ""
    source_key: str = ""  # control number (001, 990$a …) where the file has one
    items: tuple[ItemRecord, ...] = ()


Record = MemberRecord | BiblioRecord | ItemRecord


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: where it stands, what it says (None when refused), and what was odd about it."""

    line: int
    record: Record | None
    problems: tuple[Problem, ...] = ()


class UnusableFileError(Exception):
    """The file cannot be read as what it claims to be; `code` keys the sentence, `params` fill it."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reader is, in bytes or rows of the whole; total 0 means unknown."""

    done: int
    total: int


class Reader(Protocol):
    """An opened foreign file: `format` names it in the report, iterating yields rows in file order."""

    format: str

    def rows(self) -> Iterator[Row]:
        """Every row of the file. Raises UnusableFileError when the file breaks off beyond use."""

    def progress(self) -> Progress: ...


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which column of a CSV or sheet of any layout fills which field of which record."""

    kind: str  # "member", "biblio", "item"
    columns: dict[str, str] = field(default_factory=dict)  # record field -> heading
