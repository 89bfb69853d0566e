"""The reading rooms: books left on tables are counted, what stands behind closed doors is fetched, all is put back.

Sources: SOP baca-di-tempat 7 (count the books read, reshelve by class), koleksi-referensi 6-8, koleksi-deposit 6-8.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from loket.db import queries
from loket.db import room_queries as q
from loket.db.rows import to_ms
from loket.domain import events as e
from loket.domain import scan as codes
from loket.domain.apply_circulation import GONE
from loket.domain.ddc import FICTION, ISLAM, REFERENCE, UNCLASSED, main_class
from loket.domain.entities import Biblio, Id, InHouseKind, InHouseState, InHouseUse, Item, Loan, Member
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.folding import code_key
from loket.services.circulation import biblio_of
from loket.services.desk import Action, Desk
from loket.services.house_codes import recognise
from loket.services.members import holders
from loket.services.room_parts import demand_operator, tidied, why
from loket.services.visitors import Person

CLASSES = (*(f"{number}00" for number in range(10)), ISLAM, FICTION, REFERENCE, UNCLASSED)
"""Main classes in the order they are counted and stand; "": not told."""
MOST_BOOKS = 500
LONGEST_TITLE, LONGEST_NAME, LONGEST_NOTE = 200, 100, 200
NOT_SHELVED_DAYS = 7  # what is older is on its shelf, whether or not somebody said so
FETCHED_KINDS = (InHouseKind.REQUEST, InHouseKind.RESTRICTED, InHouseKind.AUDIOVISUAL)


class CountWarning(StrEnum):
    """What is odd about a book that was counted all the same."""

    NONE = ""
    ON_LOAN = "on_loan"  # somebody has it on loan, by the books
    UNKNOWN = "unknown"  # no copy bears this barcode
    LOST = "lost"  # it was said to be lost, missing or withdrawn
    SEVERAL = "several"  # more than one copy bears this barcode
    ISBN = "isbn"  # its publisher's code: the title may be known, the copy is not


@dataclass(frozen=True, slots=True)
class Counted:
    """A book counted. `borrower`: who has it on loan, by the books. `books_today`: counted in this room today."""

    use: InHouseUse
    title: str | None
    warning: CountWarning
    borrower: str
    books_today: int


@dataclass(frozen=True, slots=True)
class _Known:
    """What the catalogue says of a code."""

    item: Item | None = None
    biblio: Biblio | None = None
    warning: CountWarning = CountWarning.NONE

    @property
    def ddc_class(self) -> str:
        told = (self.item.call_number if self.item else "", *_words(self.biblio))
        return next((found for text in told if (found := main_class(text))), UNCLASSED)


def _words(biblio: Biblio | None) -> tuple[str, ...]:
    return () if biblio is None else (biblio.call_number, biblio.ddc_class)


# ---- counting what lies on the tables -----------------------------------------------------------------------------


def count_book(desk: Desk, code: str, room_id: Id | None = None, *, began_at: datetime | None = None) -> Counted:
    """Count one book found on a table. A barcode nobody knows counts too, and so does one that should be on loan.

    Raises Refused: BOOK_EXPECTED (a card, a tag or a slip), SCANNED_TWICE, CODE_GARBLED, CODE_TOO_LONG, NOT_SIGNED_IN.
    """
    with desk.action(began_at) as act:
        demand_operator(act)
        scanned = demand_book_code(act, code)
        _demand_no_bounce(act, scanned)
        known = _look_up(act, scanned)
        item, biblio = known.item, known.biblio
        use_id = act.new_id()
        act.record(
            e.BookRead(
                use_id=use_id,
                on=act.today,
                room_id=room_id,
                item_id=item.id if item else None,
                biblio_id=biblio.id if biblio else None,
                barcode=item.barcode if item else scanned,
                ddc_class=known.ddc_class,
            )
        )
        title = biblio.title if biblio else None
        return Counted(_the_use(act, use_id), title, known.warning, _borrower(act, item), _today(act, room_id))


def count_pile(desk: Desk, ddc_class: str, books: int, room_id: Id | None = None) -> Counted:
    """Count a pile of one class without scanning each. `ddc_class` is one of `CLASSES`.

    Raises InvalidInput: "ddc_class" (`class_unknown`), "books" (`number_out_of_range`); Refused(NOT_SIGNED_IN).
    """
    if ddc_class not in CLASSES:
        raise InvalidInput("ddc_class", "class_unknown")
    if not 1 <= books <= MOST_BOOKS:
        raise InvalidInput("books", "number_out_of_range", minimum=1, maximum=MOST_BOOKS)
    with desk.action() as act:
        demand_operator(act)
        use_id = act.new_id()
        act.record(e.BookRead(use_id, act.today, room_id, ddc_class=ddc_class, books=books))
        return Counted(_the_use(act, use_id), None, CountWarning.NONE, "", _today(act, room_id))


def demand_book_code(act: Action, code: str) -> str:
    """The code, cleaned. Raises Refused: BOOK_EXPECTED where it is a member's, a tag or a slip; CODE_GARBLED,
    CODE_TOO_LONG.
    """
    scanned = codes.clean(code)
    if not scanned:
        raise Refused(RefusalCode.CODE_GARBLED)
    if len(scanned) > codes.LONGEST_CODE:
        raise Refused(RefusalCode.CODE_TOO_LONG, length=len(scanned))
    if act.state.items_with_barcode(scanned):
        return scanned
    turned = codes.unshifted(scanned)
    if turned and act.state.items_with_barcode(turned):
        return turned
    members, ended = holders(act, scanned)
    if members or ended is not None or recognise(act, scanned) is not None:
        raise Refused(RefusalCode.BOOK_EXPECTED, code=scanned)
    return scanned


def _demand_no_bounce(act: Action, scanned: str) -> None:
    """The trigger of a scanner bounces; the same book a moment later is asked about, then meant."""
    last = q.last_counted(act.driver, act.today, act.desk.station.id)
    if last is None or code_key(last[0]) != code_key(scanned):
        return
    if abs(to_ms(act.began_at) - last[1]) < act.rules.settings.double_scan_ms:
        raise Refused(RefusalCode.SCANNED_TWICE, code=scanned)


def _look_up(act: Action, scanned: str) -> _Known:
    items = act.state.items_with_barcode(scanned)
    if len(items) > 1:
        same = len({item.biblio_id for item in items}) == 1
        return _Known(None, biblio_of(act, items[0]) if same else None, CountWarning.SEVERAL)
    if items:
        return _Known(items[0], biblio_of(act, items[0]), _doubt(items[0]))
    if codes.is_isbn13(scanned):
        return _Known(None, _by_isbn(act, scanned), CountWarning.ISBN)
    return _Known(warning=CountWarning.UNKNOWN)


def _doubt(item: Item) -> CountWarning:
    if item.loan_id is not None:
        return CountWarning.ON_LOAN
    return CountWarning.LOST if item.status in GONE else CountWarning.NONE


def _by_isbn(act: Action, scanned: str) -> Biblio | None:
    """The title with this ISBN, where there is one and no other."""
    isbn = scanned.replace("-", "")
    hits = queries.search_titles(act.driver, isbn, 2)
    return act.state.get(Biblio, hits[0].id) if len(hits) == 1 else None


def _borrower(act: Action, item: Item | None) -> str:
    loan = act.state.get(Loan, item.loan_id) if item is not None and item.loan_id else None
    member = act.state.get(Member, loan.member_id) if loan else None
    return member.full_name if member else ""


def _today(act: Action, room_id: Id | None) -> int:
    return q.books_counted(act.driver, act.today, room_id)


# ---- what staff fetch ---------------------------------------------------------------------------------------------


def ask_item(
    desk: Desk,
    kind: InHouseKind,
    person: Person | None,
    *,
    code: str = "",
    biblio_id: Id | None = None,
    title: str = "",
    room_id: Id | None = None,
    reader: str = "",
    note: str = "",
) -> InHouseUse:
    """A reader asks for something that staff fetch: by the copy's barcode, by its title, or in his own words.

    Restricted and audio-visual items go only to somebody who is known, at least by name. A typed name beside a member
    or a visitor is not kept.

    Raises Refused: ITEM_ON_LOAN, READING_ITEM_BUSY (another reader has asked for this copy), CODE_UNKNOWN,
    BOOK_EXPECTED, NOT_SIGNED_IN; InvalidInput: "title" (`text_missing`), "reader" (`reader_missing`), "note",
    "kind" (`kind_unknown`).
    """
    if kind not in FETCHED_KINDS:
        raise InvalidInput("kind", "kind_unknown")
    name = tidied("reader", reader if person is None else person.holder, LONGEST_NAME)
    if kind is not InHouseKind.REQUEST and person is None and not name:
        raise InvalidInput("reader", "reader_missing")
    wished, said = tidied("title", title, LONGEST_TITLE), tidied("note", note, LONGEST_NOTE)
    with desk.action() as act:
        demand_operator(act)
        known = _asked_for(act, code, biblio_id, wished)
        event = e.ItemAsked(
            use_id=act.new_id(),
            kind=kind,
            on=act.today,
            room_id=room_id,
            item_id=known.item.id if known.item else None,
            biblio_id=known.biblio.id if known.biblio else None,
            barcode=known.item.barcode if known.item else "",
            title="" if known.biblio else wished,
            ddc_class=known.ddc_class,
            member_id=person.member_id if person else None,
            visit_id=person.visit_id if person else None,
            note=said,
            reader=name or None,
        )
        act.record(event)
        return _the_use(act, event.use_id)


def _asked_for(act: Action, code: str, biblio_id: Id | None, wished: str) -> _Known:
    if code.strip():
        item = _copy(act, code)
        _demand_free(act, item)
        return _Known(item, biblio_of(act, item))
    biblio = act.state.get(Biblio, biblio_id) if biblio_id else None
    if biblio is None and not wished:
        raise InvalidInput("title", "text_missing")
    return _Known(None, biblio)


def _copy(act: Action, code: str) -> Item:
    scanned = demand_book_code(act, code)
    items = act.state.items_with_barcode(scanned)
    if len(items) != 1:
        raise Refused(RefusalCode.CODE_AMBIGUOUS if items else RefusalCode.CODE_UNKNOWN, code=scanned)
    return items[0]


def _demand_free(act: Action, item: Item, own: Id | None = None) -> None:
    """Nobody has it at home, and no other reader has asked for it."""
    if item.loan_id is not None:
        raise Refused(RefusalCode.ITEM_ON_LOAN, barcode=item.barcode)
    if any(use.id != own for use in q.with_readers(act.driver, item.id)):
        raise Refused(RefusalCode.READING_ITEM_BUSY, title=biblio_of(act, item).title, barcode=item.barcode)


def fetch(desk: Desk, use_id: Id, *, code: str = "") -> InHouseUse:
    """It is with the reader now. `code`: of the copy found on the shelf.

    Raises Refused: REQUEST_OVER, ITEM_ON_LOAN, READING_ITEM_BUSY, CODE_UNKNOWN; InvalidInput("code", `other_title`).
    """
    with desk.action() as act:
        demand_operator(act)
        use = _open_use(act, use_id, InHouseState.ASKED)
        item = _copy(act, code) if code.strip() else None
        if item is not None:
            if use.biblio_id not in (None, item.biblio_id):
                raise InvalidInput("code", "other_title", title=biblio_of(act, item).title)
            _demand_free(act, item, use.id)
        act.record(e.ItemFetched(use.id, item.id if item else None, item.barcode if item else ""))
        return _the_use(act, use.id)


def hand_back(desk: Desk, use_id: Id, *, note: str = "") -> InHouseUse:
    """The reader is done with it; it waits to be put back. `note`: its condition. Raises Refused(REQUEST_OVER)."""
    said = tidied("note", note, LONGEST_NOTE)
    with desk.action() as act:
        demand_operator(act)
        use = _open_use(act, use_id, InHouseState.FETCHED)
        act.record(e.ItemHandedBack(use.id, said))
        return _the_use(act, use.id)


def missed(desk: Desk, use_id: Id, note: str) -> InHouseUse:
    """It could not be given: not on its shelf, or the reader went away.

    Raises Refused(REQUEST_OVER); InvalidInput("note", `reason_missing`).
    """
    said = why("note", note, LONGEST_NOTE)
    with desk.action() as act:
        demand_operator(act)
        use = _open_use(act, use_id, InHouseState.ASKED)
        act.record(e.RequestMissed(use.id, said))
        return _the_use(act, use.id)


def _open_use(act: Action, use_id: Id, state: InHouseState) -> InHouseUse:
    use = _the_use(act, use_id)
    if use.state is not state:
        raise Refused(RefusalCode.REQUEST_OVER, state=use.state.value)
    return use


def _the_use(act: Action, use_id: Id) -> InHouseUse:
    use = act.state.get(InHouseUse, use_id)
    if use is None:
        raise Refused(RefusalCode.REQUEST_OVER, state="")
    return use


# ---- lists --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RequestLine:
    """Something a reader asked for or has now. `who`: his name or number, "" where nobody asked."""

    use: InHouseUse
    title: str
    barcode: str
    call_number: str
    who: str
    room: str


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One line of the register of reading in place."""

    use: InHouseUse
    title: str
    call_number: str
    who: str
    room: str


@dataclass(frozen=True, slots=True)
class ReadingCounts:
    """A day's books. `requests` are those among them that staff fetched."""

    books: int
    requests: int
    by_room: dict[Id | None, int]
    by_class: dict[str, int]


def open_requests(desk: Desk, room_id: Id | None = None) -> tuple[RequestLine, ...]:
    """What is still to be fetched, then what readers have; of each the oldest first."""
    with desk.view() as act:
        found = q.requests_open(act.driver, room_id)
    return tuple(RequestLine(one.use, one.title, one.use.barcode, one.call_number, one.who, one.room) for one in found)


def todays_readings(desk: Desk, on: date | None = None, room_id: Id | None = None) -> tuple[ReadingLine, ...]:
    """A day's register, today's when not given, the newest line first."""
    with desk.view() as act:
        found = q.readings_on(act.driver, on or act.today, room_id)
    return tuple(ReadingLine(one.use, one.title, one.call_number, one.who, one.room) for one in found)


def day_counts(desk: Desk, on: date | None = None) -> ReadingCounts:
    """How many books were read in the library on a day, room by room and class by class."""
    with desk.view() as act:
        sums = q.reading_sums(act.driver, on or act.today)
    by_room: Counter[Id | None] = Counter()
    by_class: Counter[str] = Counter()
    for room, ddc_class, _, books in sums:
        by_room[room] += books
        by_class[ddc_class] += books
    requests = sum(books for _, _, on_table, books in sums if not on_table)
    ordered = {name: by_class[name] for name in (*CLASSES, *sorted(set(by_class) - set(CLASSES))) if name in by_class}
    return ReadingCounts(by_room.total(), requests, dict(by_room), ordered)


# ---- putting back -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ShelfLine:
    """Where something goes back to: one copy, however often it was read, or a pile of a class."""

    use_ids: tuple[Id, ...]
    barcode: str
    title: str
    call_number: str
    books: int
    kind: InHouseKind


@dataclass(frozen=True, slots=True)
class ShelfGroup:
    """Everything of one main class, in the order of its shelf."""

    ddc_class: str
    lines: tuple[ShelfLine, ...]

    @property
    def books(self) -> int:
        return sum(line.books for line in self.lines)


def reshelving(desk: Desk, room_id: Id | None = None) -> tuple[ShelfGroup, ...]:
    """What lies about and is to be put back, by class and call number (SOP baca-di-tempat 7)."""
    with desk.view() as act:
        found = q.unshelved(act.driver, act.today - timedelta(days=NOT_SHELVED_DAYS), room_id)
    return _in_shelf_order(found)


def _in_shelf_order(found: Sequence[q.FoundReading]) -> tuple[ShelfGroup, ...]:
    copies: dict[str, list[q.FoundReading]] = {}
    for one in found:
        use = one.use
        copies.setdefault(code_key(use.barcode) or (use.item_id or use.id), []).append(one)
    by_class: dict[str, list[ShelfLine]] = {}
    for same in copies.values():
        by_class.setdefault(_shelf_class(same[-1]), []).append(_shelf_line(same))
    order = {name: place for place, name in enumerate(CLASSES)}
    classes = sorted(by_class, key=lambda name: (order.get(name, len(order)), name))
    return tuple(ShelfGroup(name, tuple(sorted(by_class[name], key=_place))) for name in classes)


def _shelf_class(one: q.FoundReading) -> str:
    return main_class(one.call_number) or one.use.ddc_class


def _shelf_line(same: Sequence[q.FoundReading]) -> ShelfLine:
    """A copy read three times is one book to put back; a pile, or copies told by ISBN alone, are as many as counted."""
    last = same[-1]
    ids = tuple(one.use.id for one in same)
    is_copy = last.use.item_id is not None or not codes.is_isbn13(last.use.barcode)
    books = last.use.books if is_copy else sum(one.use.books for one in same)
    return ShelfLine(ids, last.use.barcode, last.title, last.call_number, books, last.use.kind)


def _place(line: ShelfLine) -> tuple[bool, str, str, str]:
    return (not line.call_number, line.call_number.casefold(), line.title.casefold(), line.barcode)


def reshelved(desk: Desk, use_ids: Iterable[Id]) -> int:
    """They stand on their shelves again. How many lines of the register were marked; 0: there were none left."""
    with desk.action() as act:
        demand_operator(act)
        uses = [act.state.get(InHouseUse, use_id) for use_id in dict.fromkeys(use_ids)]
        waiting = [use.id for use in uses if use and use.state is InHouseState.DONE and use.reshelved_on is None]
        if waiting:
            act.record(e.BooksReshelved(tuple(waiting), act.today))
        return len(waiting)


# ---- taking back --------------------------------------------------------------------------------------------------


def undo_last(desk: Desk) -> InHouseUse:
    """Take back what this counter counted or asked for last today. Raises Refused(NOTHING_TO_UNDO)."""
    with desk.action() as act:
        demand_operator(act)
        last = q.last_reading(act.driver, act.today, act.desk.station.id)
        if last is None:
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        return _undone(act, last, "")


def undo(desk: Desk, use_id: Id, reason: str = "") -> InHouseUse:
    """Counted or asked for by mistake. Raises Refused: UNDO_TOO_LATE (another day, or put back), REQUEST_OVER."""
    said = tidied("reason", reason, LONGEST_NOTE)
    with desk.action() as act:
        demand_operator(act)
        use = _the_use(act, use_id)
        if use.on != act.today or use.reshelved_on is not None or use.state is InHouseState.CANCELLED:
            raise Refused(RefusalCode.UNDO_TOO_LATE)
        return _undone(act, use, said)


def _undone(act: Action, use: InHouseUse, reason: str) -> InHouseUse:
    act.record(e.ReadingUndone(use.id, reason))
    return _the_use(act, use.id)
