"""The small catalogue: adding and correcting titles and copies, finding them, and the texts of their labels."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from loket.db.engine import driver
from loket.db.queries import TitleHit, items_of
from loket.db.rows import id_bytes
from loket.db.search import matching_rows
from loket.db.state import SqlState
from loket.domain import events as e
from loket.domain.changes import changes_between
from loket.domain.entities import Biblio, Id, Item, ItemStatus, Loan, Member, Role
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.folding import code_key, query_words
from loket.importing.values import parse_isbn, parse_rupiah
from loket.services import barcodes
from loket.services.desk import Action, Desk

LONGEST_LINE, LONGEST_NOTE = 500, 4000
MOST_COPIES = 500  # in one go; more is a slip of the finger
LATEST, MOST_FOUND = 200, 2000  # titles listed without and with a search
EDITORS = (Role.CATALOGUER, Role.SUPERVISOR, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class TitleForm:
    """A title as a person typed it. Several authors or subjects are parted by ";"."""

    title: str
    responsibility: str = ""
    authors: str = ""
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
    material: str = ""
    subjects: str = ""
    note: str = ""

    @classmethod
    def of(cls, biblio: Biblio) -> TitleForm:
        values = {name: getattr(biblio, name) for name in cls.__dataclass_fields__}
        return cls(**values | {name: "; ".join(values[name]) for name in ("authors", "subjects")})


@dataclass(frozen=True, slots=True)
class CopiesForm:
    """New copies of one title: `count` of them, labelled from `barcode` on. `price` is typed rupiah, "" unknown."""

    barcode: str
    count: int = 1
    collection_kind: str = "umum"
    location: str = ""
    call_number: str = ""
    price: str = ""
    source: str = ""
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class ItemForm:
    """One copy as a person corrects it."""

    barcode: str
    collection_kind: str
    status: ItemStatus
    location: str = ""
    call_number: str = ""
    accession_no: str = ""
    price: str = ""
    note: str = ""

    @classmethod
    def of(cls, item: Item) -> ItemForm:
        values = {name: getattr(item, name) for name in cls.__dataclass_fields__ if name != "price"}
        return cls(**values, price="" if item.price_rp is None else str(item.price_rp))


@dataclass(frozen=True, slots=True)
class Saved:
    """A title as it stands after saving, the copies added with it, and the fields that changed."""

    biblio: Biblio
    items: tuple[Item, ...] = ()
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A copy and, when it is out, who has it until when."""

    item: Item
    member_name: str = ""
    member_no: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class TitleDetail:
    biblio: Biblio
    items: tuple[ItemLine, ...]


@dataclass(frozen=True, slots=True)
class LabelText:
    """What stands on the label of one copy."""

    item_id: Id
    barcode: str
    call_number: str
    title: str


# ---- titles ------------------------------------------------------------------------------------------------------


def add_title(desk: Desk, form: TitleForm, copies: CopiesForm | None = None) -> Saved:
    """A new title, and its first copies where given: both or neither.

    Raises InvalidInput naming the field, Refused(ROLE_MISSING, NOT_SIGNED_IN).
    """
    with desk.action() as act:
        act.demand_role(*EDITORS)
        biblio = _typed(Biblio(act.new_id(), ""), form)
        act.record(e.BiblioAdded(biblio))
        items = _add_copies(act, biblio, copies) if copies else ()
    return Saved(biblio, items)


def correct_title(desk: Desk, biblio_id: Id, form: TitleForm, copies: CopiesForm | None = None) -> Saved:
    """Put a title right, and add copies where given: both or neither. Without a difference nothing is written.

    Raises as `add_title`, and Refused for a title that is gone.
    """
    with desk.action() as act:
        act.demand_role(*EDITORS)
        old = _title(act, biblio_id)
        new = _typed(old, form)
        changed, was = changes_between(old, new)
        if changed:
            act.record(e.BiblioChanged(biblio_id, changed, was))
        items = _add_copies(act, new, copies) if copies else ()
    return Saved(new, items, tuple(changed))


def isbn_hint(text: str) -> str:
    """What is odd about an ISBN: "", "isbn_length" or "isbn_check_digit". A hint: misprinted ISBNs exist."""
    doubt = parse_isbn(text)[1]
    return doubt.value if doubt else ""


def _typed(biblio: Biblio, form: TitleForm) -> Biblio:
    """The title with what was typed, tidied. Raises InvalidInput."""
    values: dict[str, Any] = {name: " ".join(text.split()) for name, text in asdict(form).items()}
    values["note"] = form.note.strip()
    if not values["title"]:
        raise InvalidInput("title", "title_missing")
    for name, text in values.items():
        longest = LONGEST_NOTE if name in ("note", "authors", "subjects") else LONGEST_LINE
        if len(text) > longest:
            raise InvalidInput(name, "text_too_long", longest=longest)
    values["isbn"] = parse_isbn(values["isbn"])[0]
    for name in ("authors", "subjects"):
        values[name] = tuple(dict.fromkeys(filter(None, map(str.strip, values[name].split(";")))))
    return replace(biblio, **values)


def _title(act: Action, biblio_id: Id) -> Biblio:
    biblio = act.state.get(Biblio, biblio_id)
    if biblio is None:
        raise Refused(RefusalCode.CODE_UNKNOWN, code=biblio_id)
    return biblio


# ---- copies ------------------------------------------------------------------------------------------------------


def add_items(desk: Desk, biblio_id: Id, copies: CopiesForm) -> tuple[Item, ...]:
    """Label new copies of a title: one, or a run of numbers in which used ones are passed over.

    Raises InvalidInput naming the field ("barcode", "count", "price"), Refused(ROLE_MISSING, NOT_SIGNED_IN).
    """
    with desk.action() as act:
        act.demand_role(*EDITORS)
        return _add_copies(act, _title(act, biblio_id), copies)


def correct_item(desk: Desk, item_id: Id, form: ItemForm) -> tuple[str, ...]:
    """Relabel a copy or put it right; the names of the fields that changed.

    Raises InvalidInput, Refused(ITEM_HAS_LOAN) when the state of a copy on loan is to change: its return says that.
    """
    with desk.action() as act:
        act.demand_role(*EDITORS)
        old = act.state.get(Item, item_id)
        if old is None:
            raise Refused(RefusalCode.CODE_UNKNOWN, code=item_id)
        new = _corrected(act, old, form)
        if old.loan_id is not None and new.status is not old.status:
            raise Refused(RefusalCode.ITEM_HAS_LOAN, barcode=old.barcode)
        changed, was = changes_between(old, new)
        if changed:
            act.record(e.ItemChanged(item_id, changed, was))
    return tuple(changed)


def next_barcode(desk: Desk) -> str:
    """The first unused number after the copy added last; the library's first number where there is no copy."""
    with desk.view() as act:
        row = act.driver.execute("SELECT barcode FROM item ORDER BY id DESC LIMIT 1").fetchone()
        scheme = barcodes.Scheme.of(act.rules.settings)
        try:
            return barcodes.free(row[0] if row else scheme.complete(barcodes.FIRST), 1, scheme, _used_by(act))[0]
        except InvalidInput:
            return ""  # the last label has no number to go on from


def _corrected(act: Action, old: Item, form: ItemForm) -> Item:
    barcode = old.barcode
    if code_key(form.barcode) != code_key(old.barcode):
        barcode = _unused(act, barcodes.checked(form.barcode, barcodes.Scheme.of(act.rules.settings)))
    return replace(
        old,
        barcode=barcode,
        collection_kind=form.collection_kind,
        status=form.status,
        location=form.location.strip(),
        call_number=form.call_number.strip(),
        accession_no=form.accession_no.strip(),
        price_rp=_price_rp(form.price),
        note=form.note.strip(),
    )


def _add_copies(act: Action, biblio: Biblio, form: CopiesForm) -> tuple[Item, ...]:
    if not 1 <= form.count <= MOST_COPIES:
        raise InvalidInput("count", "count_range", most=MOST_COPIES)
    price_rp = _price_rp(form.price)
    scheme = barcodes.Scheme.of(act.rules.settings)
    start = barcodes.checked(form.barcode, scheme)
    codes = [_unused(act, start)] if form.count == 1 else barcodes.free(start, form.count, scheme, _used_by(act))
    items = tuple(
        Item(
            id=act.new_id(),
            biblio_id=biblio.id,
            barcode=code,
            call_number=form.call_number.strip(),
            collection_kind=form.collection_kind,
            location=form.location.strip(),
            price_rp=price_rp,
            source=form.source.strip(),
            received_on=form.received_on or act.today,
        )
        for code in codes
    )
    for item in items:
        act.record(e.ItemAdded(item))
    return items


def _unused(act: Action, barcode: str) -> str:
    if act.state.members_with_no(barcode):
        raise InvalidInput("barcode", "barcode_is_member", barcode=barcode)
    used = act.state.items_with_barcode(barcode)
    if used:
        title = act.state.get(Biblio, used[0].biblio_id)
        raise InvalidInput("barcode", "barcode_used", barcode=barcode, title=title.title if title else "")
    return barcode


def _used_by(act: Action) -> Any:
    return lambda code: bool(act.state.items_with_barcode(code) or act.state.members_with_no(code))


def _price_rp(text: str) -> int | None:
    try:
        return parse_rupiah(text)
    except ValueError:
        raise InvalidInput("price", "price_unreadable") from None


# ---- finding -----------------------------------------------------------------------------------------------------

_LATEST = "SELECT id FROM biblio ORDER BY no DESC LIMIT ?"
_COUNTED = (
    "SELECT b.id, b.title, b.authors, b.publish_year, b.call_number, "
    "(SELECT count(*) FROM item i WHERE i.biblio_id = b.id), "
    "(SELECT count(*) FROM item i WHERE i.biblio_id = b.id AND i.loan_id IS NULL AND i.status = 'available') "
    "FROM biblio b WHERE b.id IN ({places})"
)


def find_titles(desk: Desk, text: str) -> list[Id]:
    """Titles for a list: by words of title, author or ISBN in order of the alphabet, or the one a barcode belongs to.

    Without a text the latest LATEST titles; at most MOST_FOUND are found.
    """
    with desk.database.read() as connection:
        source: Any = driver(connection)
        if not text.strip():
            return [Id(row[0].hex()) for row in source.execute(_LATEST, (LATEST,)).fetchall()]
        labelled = list(dict.fromkeys(item.biblio_id for item in SqlState(source).items_with_barcode(text)))
        if labelled:
            return labelled
        numbers = matching_rows(source, "biblio", [tuple(query_words(text))], MOST_FOUND)
        places = ", ".join("?" * len(numbers))
        rows = source.execute(f"SELECT id, title_key FROM biblio WHERE no IN ({places})", numbers).fetchall()
    return [Id(row[0].hex()) for row in sorted(rows, key=lambda row: (row[1], row[0]))]


def title_rows(desk: Desk, ids: Sequence[Id]) -> Mapping[Id, TitleHit]:
    """The rows of a list, by key."""
    with desk.database.read() as connection:
        sql = _COUNTED.format(places=", ".join("?" * len(ids)))
        rows = driver(connection).execute(sql, [id_bytes(one) for one in ids]).fetchall()
    hits = (TitleHit(Id(row[0].hex()), row[1], tuple(json.loads(row[2])), *row[3:]) for row in rows)
    return {hit.id: hit for hit in hits}


def title_detail(desk: Desk, biblio_id: Id) -> TitleDetail | None:
    """A title with its copies by barcode, and who has which; None when it is not known."""
    with desk.database.read() as connection:
        state = SqlState(driver(connection))
        biblio = state.get(Biblio, biblio_id)
        if biblio is None:
            return None
        return TitleDetail(biblio, tuple(_line(state, item) for item in items_of(driver(connection), biblio_id)))


def _line(state: SqlState, item: Item) -> ItemLine:
    loan = state.get(Loan, item.loan_id) if item.loan_id else None
    member = state.get(Member, loan.member_id) if loan else None
    if loan is None or member is None:
        return ItemLine(item)
    return ItemLine(item, member.full_name, member.member_no, loan.due_on)


def label_texts(desk: Desk, item_ids: Sequence[Id]) -> list[LabelText]:
    """The labels of these copies, in this order; a copy without a call number has its title's."""
    with desk.database.read() as connection:
        state = SqlState(driver(connection))
        labels = []
        for item_id in item_ids:
            item = state.get(Item, item_id)
            biblio = state.get(Biblio, item.biblio_id) if item else None
            if item is not None and biblio is not None:
                labels.append(LabelText(item.id, item.barcode, item.call_number or biblio.call_number, biblio.title))
    return labels
