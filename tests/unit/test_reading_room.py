"""The reading rooms: books counted on tables, fetched from closed shelves, put back in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fakes import new_desk
from rooms import later, member
from stock import add_item, add_member, add_title, event_types

from loket.domain.entities import Id, InHouseKind, InHouseState, InHouseUse, ItemStatus
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.reports.letterhead import Issuer, Letterhead
from loket.reports.pdf import load_fonts
from loket.reports.reshelving import reshelving_list, reshelving_pdf
from loket.services import reading_room as rr
from loket.services.circulation import check_out, declare
from loket.services.desk import Desk
from loket.services.reading_room import CountWarning

R = RefusalCode
ROOM = Id("d" * 32)
FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return new_desk(tmp_path)


def why(work: Callable[[], Any]) -> RefusalCode:
    with pytest.raises(Refused) as refused:
        work()
    return refused.value.code


def fault(work: Callable[[], Any]) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as wrong:
        work()
    return wrong.value.field, wrong.value.code


def book(desk: Desk, barcode: str = "B1", call_number: str = "813 CON k", title: str = "Cerita") -> Id:
    return add_item(desk, barcode, add_title(desk, title, call_number=call_number))


# ---- counting -----------------------------------------------------------------------------------------------------


def test_a_book_on_a_table_is_counted_by_its_class(desk: Desk) -> None:
    item_id = book(desk)
    counted = rr.count_book(desk, " b1 ", ROOM)
    assert (counted.title, counted.warning, counted.books_today) == ("Cerita", CountWarning.NONE, 1)
    use = counted.use
    assert (use.item_id, use.barcode, use.ddc_class, use.room_id) == (item_id, "B1", "800", ROOM)
    assert (use.kind, use.state, use.on) == (InHouseKind.TABLE, InHouseState.DONE, desk.today())


def test_many_books_are_counted_and_rooms_are_told_apart(desk: Desk) -> None:
    for number in range(30):
        book(desk, f"B{number}")
    for number in range(30):
        later(desk, seconds=1)
        counted = rr.count_book(desk, f"B{number}", ROOM if number % 3 else None)
    assert counted.books_today == 20
    counts = rr.day_counts(desk)
    assert (counts.books, counts.by_room, counts.by_class) == (30, {ROOM: 20, None: 10}, {"800": 30})


def test_the_same_book_a_moment_later_is_a_bouncing_trigger_and_later_is_read_again(desk: Desk) -> None:
    book(desk)
    rr.count_book(desk, "B1")
    later(desk, seconds=0.3)
    assert why(lambda: rr.count_book(desk, "B1")) is R.SCANNED_TWICE
    later(desk, seconds=1)
    assert rr.count_book(desk, "B1").books_today == 2


def test_a_barcode_nobody_knows_is_kept(desk: Desk) -> None:
    counted = rr.count_book(desk, "X-9")
    assert (counted.title, counted.warning) == (None, CountWarning.UNKNOWN)
    assert (counted.use.barcode, counted.use.item_id) == ("X-9", None)


def test_a_book_that_should_be_on_loan_counts_and_says_with_whom(desk: Desk) -> None:
    ada = add_member(desk, name="Ada Contoh")
    item_id = book(desk)
    check_out(desk, member_id=ada, item_id=item_id)
    counted = rr.count_book(desk, "B1")
    assert (counted.warning, counted.borrower, counted.books_today) == (CountWarning.ON_LOAN, "Ada Contoh", 1)


def test_a_book_said_to_be_lost_counts_and_says_so(desk: Desk) -> None:
    declare(desk, item_id=book(desk), status=ItemStatus.LOST)
    assert rr.count_book(desk, "B1").warning is CountWarning.LOST


def test_an_isbn_counts_its_title_and_copies_told_by_it_are_all_put_back(desk: Desk) -> None:
    biblio_id = add_title(desk, "Judul Contoh", isbn="9789790000001", ddc_class="510")
    for _ in range(2):
        later(desk, seconds=5)
        counted = rr.count_book(desk, "978-979-000000-1")
    assert (counted.warning, counted.title) == (CountWarning.ISBN, "Judul Contoh")
    assert (counted.use.biblio_id, counted.use.item_id, counted.use.ddc_class) == (biblio_id, None, "500")
    ((line,),) = (group.lines for group in rr.reshelving(desk))
    assert (line.books, len(line.use_ids)) == (2, 2)


def test_two_copies_with_one_barcode_are_counted_as_one_nobody_names(desk: Desk) -> None:
    book(desk, "B1", title="Satu")
    book(desk, "B1", title="Dua")
    counted = rr.count_book(desk, "B1")
    assert (counted.warning, counted.title, counted.use.item_id) == (CountWarning.SEVERAL, None, None)


@pytest.mark.parametrize("code", ["", "   ", "\x00"])
def test_nothing_scanned_is_refused(desk: Desk, code: str) -> None:
    assert why(lambda: rr.count_book(desk, code)) is R.CODE_GARBLED


def test_a_card_is_no_book(desk: Desk) -> None:
    add_member(desk, "M-7")
    assert why(lambda: rr.count_book(desk, "M-7")) is R.BOOK_EXPECTED


def test_a_code_too_long_and_nobody_signed_in_are_refused(desk: Desk) -> None:
    assert why(lambda: rr.count_book(desk, "9" * 51)) is R.CODE_TOO_LONG
    desk.operator = None
    assert why(lambda: rr.count_book(desk, "B1")) is R.NOT_SIGNED_IN
    assert rr.todays_readings(desk) == ()


def test_a_pile_of_a_class_is_counted(desk: Desk) -> None:
    assert rr.count_pile(desk, "500", 12, ROOM).books_today == 12
    assert rr.day_counts(desk).by_class == {"500": 12}
    assert fault(lambda: rr.count_pile(desk, "50", 1)) == ("ddc_class", "class_unknown")
    assert fault(lambda: rr.count_pile(desk, "500", 0)) == ("books", "number_out_of_range")
    assert fault(lambda: rr.count_pile(desk, "500", rr.MOST_BOOKS + 1)) == ("books", "number_out_of_range")


# ---- fetching -----------------------------------------------------------------------------------------------------


def test_a_request_is_fetched_read_and_handed_back(desk: Desk) -> None:
    ada = add_member(desk, name="Ada Contoh")
    book(desk, "R1", "R 413 CON k", "Kamus")
    asked = rr.ask_item(desk, InHouseKind.REQUEST, member(ada), code="R1", room_id=ROOM)
    (line,) = rr.open_requests(desk, ROOM)
    assert (line.title, line.barcode, line.call_number, line.who) == ("Kamus", "R1", "R 413 CON k", "Ada Contoh")
    assert rr.day_counts(desk).books == 0
    assert rr.fetch(desk, asked.id).state is InHouseState.FETCHED
    done = rr.hand_back(desk, asked.id, note="halaman 3 lepas")
    assert (done.state, done.note, done.reader) == (InHouseState.DONE, "halaman 3 lepas", "")
    assert rr.open_requests(desk) == ()
    counts = rr.day_counts(desk)
    assert (counts.books, counts.requests, counts.by_class) == (1, 1, {"R": 1})
    assert why(lambda: rr.hand_back(desk, asked.id)) is R.REQUEST_OVER


def test_a_title_is_asked_for_and_its_copy_is_found_on_the_shelf(desk: Desk) -> None:
    biblio_id = add_title(desk, "Atlas", call_number="R 912 CON a")
    item_id = add_item(desk, "A1", biblio_id)
    book(desk, "B1")
    asked = rr.ask_item(desk, InHouseKind.REQUEST, None, biblio_id=biblio_id)
    assert fault(lambda: rr.fetch(desk, asked.id, code="B1")) == ("code", "other_title")
    fetched = rr.fetch(desk, asked.id, code="A1")
    assert (fetched.item_id, fetched.barcode) == (item_id, "A1")


def test_what_the_catalogue_does_not_have_is_asked_for_in_words(desk: Desk) -> None:
    asked = rr.ask_item(desk, InHouseKind.AUDIOVISUAL, None, title=" Kaset  wayang ", reader="T. C.")
    assert (asked.title, asked.reader, asked.state) == ("Kaset wayang", "T. C.", InHouseState.ASKED)
    assert rr.open_requests(desk)[0].who == "T. C."


@pytest.mark.parametrize("kind", [InHouseKind.RESTRICTED, InHouseKind.AUDIOVISUAL])
def test_restricted_items_go_to_somebody_who_is_known(desk: Desk, kind: InHouseKind) -> None:
    book(desk)
    assert fault(lambda: rr.ask_item(desk, kind, None, code="B1")) == ("reader", "reader_missing")
    assert rr.ask_item(desk, InHouseKind.REQUEST, None, code="B1").reader == ""


def test_a_request_needs_a_title_and_is_no_counting(desk: Desk) -> None:
    assert fault(lambda: rr.ask_item(desk, InHouseKind.REQUEST, None)) == ("title", "text_missing")
    assert fault(lambda: rr.ask_item(desk, InHouseKind.TABLE, None, title="x")) == ("kind", "kind_unknown")
    assert why(lambda: rr.ask_item(desk, InHouseKind.REQUEST, None, code="B404")) is R.CODE_UNKNOWN


def test_one_copy_goes_to_one_reader(desk: Desk) -> None:
    ada, item_id = add_member(desk), book(desk)
    asked = rr.ask_item(desk, InHouseKind.REQUEST, None, code="B1")
    assert why(lambda: rr.ask_item(desk, InHouseKind.REQUEST, None, code="B1")) is R.READING_ITEM_BUSY
    rr.missed(desk, asked.id, "tidak di rak")
    assert rr.ask_item(desk, InHouseKind.REQUEST, None, code="B1").item_id == item_id
    other = book(desk, "B2")
    check_out(desk, member_id=ada, item_id=other)
    assert why(lambda: rr.ask_item(desk, InHouseKind.REQUEST, None, code="B2")) is R.ITEM_ON_LOAN


def test_what_could_not_be_given_says_why(desk: Desk) -> None:
    asked = rr.ask_item(desk, InHouseKind.REQUEST, None, title="Naskah")
    assert fault(lambda: rr.missed(desk, asked.id, " ")) == ("note", "reason_missing")
    assert rr.missed(desk, asked.id, "pembaca pulang").state is InHouseState.MISSED
    assert why(lambda: rr.fetch(desk, asked.id)) is R.REQUEST_OVER
    assert rr.day_counts(desk).books == 0


# ---- putting back -------------------------------------------------------------------------------------------------


def test_the_reshelving_list_is_in_the_order_of_the_shelves(desk: Desk) -> None:
    for barcode, call_number in (
        *(("A", "813.6 BUD a"), ("B", "813 ZAI b"), ("C", "2X4.3 HAM t"), ("D", "005.1 CON k")),
        *(("E", "R 413 KAM k"), ("F", "F AND s"), ("G", "297 AHM i")),
    ):
        book(desk, barcode, call_number)
        later(desk, seconds=5)
        rr.count_book(desk, barcode)
    later(desk, seconds=5)
    rr.count_pile(desk, "800", 4)
    groups = rr.reshelving(desk)
    assert [group.ddc_class for group in groups] == ["000", "200", "800", "2X", "F", "R"]
    assert [line.call_number for line in groups[2].lines] == ["813 ZAI b", "813.6 BUD a", ""]
    assert groups[2].books == 6
    issuer = Issuer(desk.library, Letterhead(), desk.settings(), desk.today())
    ledger = reshelving_list(groups, issuer)
    assert [line.cells[2] for line in ledger.lines if line.stands_out][:2] == ["000 Karya umum", "200 Agama"]
    assert ledger.sums() == {"books": 11}
    assert reshelving_pdf(groups, issuer, load_fonts(FONTS), room="Ruang Umum").startswith(b"%PDF")


def test_a_copy_read_three_times_is_put_back_once(desk: Desk) -> None:
    book(desk)
    uses = []
    for _ in range(3):
        later(desk, seconds=5)
        uses.append(rr.count_book(desk, "B1").use.id)
    ((line,),) = (group.lines for group in rr.reshelving(desk))
    assert (line.use_ids, line.books) == (tuple(uses), 1)
    assert rr.reshelved(desk, line.use_ids) == 3
    assert rr.reshelving(desk) == ()
    assert rr.reshelved(desk, line.use_ids) == 0
    assert event_types(desk, 1) == ["BooksReshelved"]
    assert rr.day_counts(desk).books == 3


def test_what_was_forgotten_a_week_ago_is_on_its_shelf(desk: Desk) -> None:
    rr.count_pile(desk, "100", 3)
    later(desk, days=rr.NOT_SHELVED_DAYS + 1)
    assert rr.reshelving(desk) == ()


# ---- taking back --------------------------------------------------------------------------------------------------


def test_the_last_count_is_taken_back_then_the_one_before(desk: Desk) -> None:
    book(desk)
    first = rr.count_book(desk, "B1").use
    later(desk, seconds=5)
    second = rr.count_pile(desk, "300", 9).use
    assert rr.undo_last(desk).id == second.id
    assert rr.undo_last(desk).id == first.id
    assert why(lambda: rr.undo_last(desk)) is R.NOTHING_TO_UNDO
    assert rr.todays_readings(desk) == ()
    assert rr.reshelving(desk) == ()
    later(desk, seconds=0.1)
    assert rr.count_book(desk, "B1").books_today == 1  # what was taken back is no first of a double scan


def test_what_was_put_back_or_is_of_yesterday_is_not_taken_back(desk: Desk) -> None:
    shelved = rr.count_pile(desk, "300", 2).use
    rr.reshelved(desk, [shelved.id])
    assert why(lambda: rr.undo(desk, shelved.id)) is R.UNDO_TOO_LATE
    old: InHouseUse = rr.count_pile(desk, "300", 2).use
    later(desk, days=1)
    assert why(lambda: rr.undo(desk, old.id)) is R.UNDO_TOO_LATE


def test_the_register_has_the_newest_line_first_and_each_room_its_own(desk: Desk) -> None:
    book(desk, title="Satu")
    rr.count_book(desk, "B1", ROOM)
    later(desk, seconds=5)
    rr.count_book(desk, "X1")
    assert [line.title for line in rr.todays_readings(desk)] == ["", "Satu"]
    assert [line.title for line in rr.todays_readings(desk, room_id=ROOM)] == ["Satu"]
