"""The counter with its one scan box: what each scan means, and that nothing is lost, doubled or given to another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import KEY, FakeClock, SequentialIds, new_desk
from stock import (
    APPROVAL,
    Hand,
    Scene,
    add_item,
    add_member,
    add_title,
    adopt,
    event_types,
    journal,
    must,
    open_loans,
    row,
    set_rule,
    set_scene,
)

from loket.db.engine import open_database
from loket.domain import events as e
from loket.domain.entities import FineMode, Item, ItemStatus
from loket.domain.errors import RefusalCode as R
from loket.services.circulation import Approval
from loket.services.desk import Desk, confirm_clock, open_desk
from loket.services.scanning import Answer, AnswerKind, Counter, Mode

K = AnswerKind


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    adopt(made, max_items=3, max_titles=3)
    yield made
    made.database.close()


@pytest.fixture
def scene(desk: Desk) -> Scene:
    return set_scene(desk)


def refused(answer: Answer) -> R:
    assert answer.kind is K.REFUSED
    return must(answer.refused).code


def lent_events(desk: Desk) -> list[e.ItemLent]:
    return [found.event for found in journal(desk) if isinstance(found.event, e.ItemLent)]


# ---- the usual day ------------------------------------------------------------------------------------------------


def test_n_books_cost_n_plus_two_inputs(desk, scene):
    began = desk.clock.now() + timedelta(seconds=3)
    answers = [scene.scan(text) for text in ("A-1", "B2", "B3", "")]
    assert [answer.kind for answer in answers] == [K.MEMBER, K.LENT, K.LENT, K.CLOSED]
    slip = answers[-1].slip
    assert (slip.member.id, [done.item.barcode for done in slip.done], slip.began_at) == (
        scene.ada,
        ["B2", "B3"],
        began,
    )
    assert [line.barcode for line in answers[2].panel.lines] == ["B2", "B3"]
    assert answers[2].panel.items_left == 1
    assert scene.scan("").kind is K.IDLE


def test_each_scan_is_durable_at_once_not_at_the_end(desk, scene, tmp_path):
    """Signing out, closing the window or a dead battery before Enter loses nothing."""
    scene.scan("A-1")
    scene.scan("B2")
    desk.database.close()
    again = open_desk(open_database(tmp_path / "loket.db", KEY), desk.clock, SequentialIds(1 << 32))
    assert len(open_loans(again, scene.ada)) == 1
    counter = Counter(again)
    assert Hand(counter).scan("B2").kind is K.RETURNED  # the counter forgot its member, the books did not
    again.database.close()


def test_pressing_finish_again_lends_nothing_again(desk, scene):
    for text in ("A-1", "B2", "", "", ""):
        scene.scan(text)
    assert len(lent_events(desk)) == 1


def test_letter_case_does_not_make_another_copy(desk, scene):
    scene.scan("A-1")
    assert scene.scan("B00116312").kind is K.LENT
    again = scene.scan("b00116312")
    assert again.kind is K.RETURNED  # the same copy, never a second loan
    assert len(lent_events(desk)) == 1
    scene.scan("B00116312")
    scene.scan("a-2")  # Caps Lock on a member's card, too
    assert scene.counter.member_id == scene.budi


@pytest.mark.parametrize("typed", ["b))!!^#!@", "B))!!^#!@", "*B00116312*", " B00116312 ", "\x02B00116312\x03"])
def test_what_scanners_do_to_a_code(scene, typed):
    scene.scan("A-1")
    answer = scene.scan(typed)
    assert (answer.kind, answer.fact.item.barcode) == (K.LENT, "B00116312")


def test_an_eight_under_shift_lock_is_not_another_book(desk, scene):
    add_item(desk, "B001168")
    add_item(desk, "B00116")
    scene.scan("A-1")
    assert scene.scan("b))!!^*").fact.item.barcode == "B001168"


def test_a_member_scanned_ends_the_one_before_with_a_slip(desk, scene):
    """A book scanned on one member's page is never lent to another."""
    scene.scan("A-1")
    scene.scan("B2")
    answer = scene.scan("A-2")
    assert (answer.kind, answer.switched_from.id, answer.panel.member.id) == (K.MEMBER, scene.ada, scene.budi)
    assert [done.item.barcode for done in answer.slip.done] == ["B2"]
    scene.scan("B3")
    assert [event.member_id for event in lent_events(desk)] == [scene.ada, scene.budi]


def test_the_open_members_card_again_changes_nothing(scene):
    scene.scan("A-1")
    scene.scan("B2")
    answer = scene.scan("A-1")
    assert (answer.kind, answer.slip, answer.switched_from) == (K.MEMBER, None, None)
    assert scene.counter.member_id == scene.ada


def test_returns_by_scanning_alone_whoever_borrowed(desk, scene):
    for text in ("A-1", "B2", "A-2", "B3", ""):
        scene.scan(text)
    first, second = scene.scan("B2"), scene.scan("B3")
    assert [(a.kind, a.holder.id, a.fact.open_loans) for a in (first, second)] == [
        (K.RETURNED, scene.ada, 0),
        (K.RETURNED, scene.budi, 0),
    ]
    slip = scene.scan("").slip
    assert (slip.member, [done.item.barcode for done in slip.done]) == (None, ["B2", "B3"])


def test_a_book_of_somebody_else_with_a_member_open_is_taken_back(desk, scene):
    for text in ("A-2", "B3", "", "A-1", "B2"):
        scene.scan(text)
    answer = scene.scan("B3")
    assert (answer.kind, answer.holder.id, answer.panel.member.id) == (K.RETURNED, scene.budi, scene.ada)
    assert open_loans(desk, scene.budi) == []


def test_a_book_on_the_shelf_and_no_member(scene):
    answer = scene.scan("B2")
    assert (answer.kind, answer.fact.item.barcode, answer.fact.biblio.title) == (K.ON_SHELF, "B2", "Judul B2")


def test_return_mode(scene):
    scene.counter.set_mode(Mode.RETURN)
    assert refused(scene.scan("A-1")) is R.MEMBER_CARD_EXPECTED_BOOK
    assert scene.counter.member_id is None
    answer = scene.scan("B2")
    assert (refused(answer), answer.refused.params["title"]) == (R.ITEM_NOT_ON_LOAN, "Judul B2")


def test_renewal_mode(desk, scene):
    for text in ("A-1", "B2", ""):
        scene.scan(text)
    desk.clock.advance(days=1)
    scene.counter.set_mode(Mode.RENEW)
    assert refused(scene.scan("A-1")) is R.MEMBER_CARD_EXPECTED_BOOK
    answer = scene.scan("B2")
    assert (answer.kind, answer.fact.loan.renewals, answer.holder.id) == (K.RENEWED, 1, scene.ada)
    assert refused(scene.scan("B3")) is R.ITEM_NOT_ON_LOAN
    assert scene.scan("").kind is K.CLOSED
    assert scene.counter.mode is Mode.AUTO


# ---- codes that are nobody's --------------------------------------------------------------------------------------


def test_an_unknown_code_and_a_card_for_a_book_are_told_apart(scene):
    assert refused(scene.scan("B99999")) is R.CODE_UNKNOWN
    scene.counter.set_mode(Mode.RETURN)
    assert refused(scene.scan("B99999")) is R.CODE_UNKNOWN
    assert refused(scene.scan("A-1")) is R.MEMBER_CARD_EXPECTED_BOOK


def test_an_unknown_code_leaves_the_member_open(desk, scene):
    scene.scan("A-1")
    answer = scene.scan("B99999")
    assert answer.panel.member.id == scene.ada
    assert scene.scan("B2").kind is K.LENT


def test_garbage(scene):
    assert refused(scene.scan("\x1b\x07")) is R.CODE_GARBLED
    assert refused(scene.scan("***")) is R.CODE_GARBLED
    assert refused(scene.scan("7" * 51)) is R.CODE_TOO_LONG
    assert refused(scene.scan("!@#$%")) is R.CODE_UNKNOWN
    assert refused(scene.scan("²²²²")) is R.CODE_UNKNOWN


def test_a_books_own_isbn_is_not_its_label(desk, scene):
    add_title(desk, "Judul ISBN", isbn="978-602-00-0000-7")
    digits = "978602000000"
    check = (10 - sum(int(d) * (3 if n % 2 else 1) for n, d in enumerate(digits)) % 10) % 10
    scene.scan("A-1")
    assert refused(scene.scan(f"{digits}{check}")) is R.CODE_IS_ISBN
    add_item(desk, f"{digits}{check}")  # unless the library made it one
    assert scene.scan(f"{digits}{check}").kind is K.LENT


def test_the_librarys_own_check_digit(desk, scene):
    assert refused(scene.scan("79927398710")) is R.CODE_UNKNOWN  # no check digits in use
    set_rule(desk, "item_check_digit", "mod10")
    assert refused(scene.scan("79927398710")) is R.CODE_CHECK_DIGIT  # misread
    assert refused(scene.scan("79927398713")) is R.CODE_UNKNOWN  # well read, not ours
    set_rule(desk, "item_code_digits", 14)
    assert refused(scene.scan("79927398710")) is R.CODE_UNKNOWN  # not of our length: not our label
    set_rule(desk, "member_check_digit", "ean13")
    set_rule(desk, "item_code_digits", 0)
    assert refused(scene.scan("4006381333931")) is R.CODE_UNKNOWN  # right as a card's
    assert refused(scene.scan("4006381333933")) is R.CODE_CHECK_DIGIT


@pytest.mark.parametrize("kind", ["mod10", "ean13", "mod43"])
def test_no_text_stops_the_counter_while_check_digits_are_on(desk, scene, kind):
    set_rule(desk, "item_check_digit", kind)
    for text in ("²²1", "①②③④", "٣٤٥٦", "!!", "ß1", "9" * 50):
        assert scene.scan(text).kind is K.REFUSED


def test_a_known_code_with_a_wrong_check_digit_is_still_known(desk, scene):
    """Old labels stay in use when a library begins with check digits."""
    set_rule(desk, "item_check_digit", "mod10")
    scene.scan("A-1")
    assert scene.scan("B2").kind is K.LENT


def test_one_number_for_a_card_and_a_book(desk, scene):
    add_member(desk, "1234")
    add_item(desk, "1234")
    assert scene.scan("1234").kind is K.MEMBER  # nobody open: a card opens
    assert scene.scan("1234").kind is K.LENT  # somebody open: a book
    scene.scan("")
    scene.counter.set_mode(Mode.RETURN)
    assert scene.scan("1234").kind is K.RETURNED


def test_one_number_on_two_copies_or_two_cards_is_nobodys(desk, scene):
    add_item(desk, "X-9")
    add_item(desk, "x-9")
    add_member(desk, "Y-9")
    add_member(desk, "y-9")
    assert refused(scene.scan("X-9")) is R.CODE_AMBIGUOUS
    assert refused(scene.scan("Y-9")) is R.CODE_AMBIGUOUS


def test_a_member_by_name(desk, scene):
    answer = scene.scan("contoh")
    assert (answer.kind, [hit.member_no for hit in answer.choices]) == (K.CHOICE, ["A-1", "A-2"])
    assert scene.counter.member_id is None
    assert scene.counter.open_member(answer.choices[1].id, desk.clock.now()).panel.member.id == scene.budi
    answer = scene.scan("ada")
    assert (answer.kind, answer.panel.member.id) == (K.MEMBER, scene.ada)
    assert refused(scene.scan("Nobody Here")) is R.CODE_UNKNOWN


def test_a_number_begun_never_opens_anybody_by_itself(desk, scene):
    add_member(desk, "20260001")
    answer = scene.scan("2026")
    assert (answer.kind, [hit.member_no for hit in answer.choices]) == (K.CHOICE, ["20260001"])
    assert scene.counter.member_id is None


def test_a_member_by_phone(desk, scene):
    add_member(desk, "A-3", phone="0812-3456-7890")
    assert [hit.member_no for hit in scene.scan("081234567890").choices] == ["A-3"]


# ---- double scans -------------------------------------------------------------------------------------------------


def test_the_same_code_within_a_moment_is_asked_about_once(desk, scene):
    scene.scan("A-1")
    quick = Hand(scene.counter, pause_s=0.4)
    assert quick.scan("B2").kind is K.LENT
    assert refused(quick.scan("b2")) is R.SCANNED_TWICE
    assert quick.scan("B2").kind is K.RETURNED  # meant, then
    assert len(lent_events(desk)) == 1


def test_after_a_second_or_another_code_it_is_meant(desk, scene):
    scene.scan("A-1")
    quick = Hand(scene.counter, pause_s=0.4)
    assert [quick.scan(text).kind for text in ("B2", "B3", "B2")] == [K.LENT, K.LENT, K.RETURNED]
    assert Hand(scene.counter, pause_s=1.0).scan("B2").kind is K.LENT


def test_the_window_of_a_double_scan_is_a_rule_and_counts_from_arrival(desk, scene):
    set_rule(desk, "double_scan_ms", 5000)
    scene.scan("A-1")
    assert [scene.scan("B2").kind, scene.scan("B2").kind] == [K.LENT, K.REFUSED]
    now, mono = desk.clock.now(), desk.clock.mono_ms()
    assert scene.counter.scan("B3", now, mono).kind is K.LENT  # answered late, but it arrived long ago
    assert scene.counter.scan("B3", now, mono + 6000).kind is K.RETURNED


# ---- refusals and overrides ---------------------------------------------------------------------------------------


def test_a_limit_waived_by_a_supervisor(desk, scene):
    for text in ("A-1", "B00116312", "B2", "B3"):
        scene.scan(text)
    answer = scene.scan("B4")
    assert (refused(answer), answer.can_override) == (R.ITEM_LIMIT, True)
    empty = scene.counter.override(Approval(APPROVAL.supervisor_id, " "))
    assert (refused(empty), empty.can_override) == (R.OVERRIDE_REASON, True)
    answer = scene.counter.override(APPROVAL)
    assert (answer.kind, [block.code for block in answer.fact.overridden]) == (K.LENT, [R.ITEM_LIMIT, R.TITLE_LIMIT])
    assert event_types(desk, 2) == ["OverrideGranted", "ItemLent"]
    assert refused(scene.counter.override(APPROVAL)) is R.NOTHING_TO_OVERRIDE
    assert len(scene.scan("").slip.done) == 4


def test_what_may_never_be_waived_is_not_offered(desk, scene):
    add_item(desk, "R1", collection_kind="referensi")
    scene.scan("A-1")
    answer = scene.scan("R1")
    assert (refused(answer), answer.can_override, scene.counter.can_override) == (R.KIND_NEVER_LENT, False, False)
    assert refused(scene.counter.override(APPROVAL)) is R.NOTHING_TO_OVERRIDE


@pytest.mark.parametrize("to_budi", ["scan", "list"])
def test_an_override_never_lends_to_the_member_who_came_next(desk, scene, to_budi):
    for text in ("A-1", "B00116312", "B2", "B3", "B4"):
        answer = scene.scan(text)
    assert answer.can_override
    if to_budi == "scan":
        scene.scan("A-2")
    else:
        scene.counter.open_member(scene.budi, desk.clock.now())
    assert refused(scene.counter.override(APPROVAL)) is R.NOTHING_TO_OVERRIDE
    assert open_loans(desk, scene.budi) == []


@pytest.mark.parametrize("then", ["finish", "scan", "undo"])
def test_an_offer_to_override_ends_with_the_next_thing_done(desk, scene, then):
    for text in ("A-1", "B00116312", "B2", "B3", "B4"):
        scene.scan(text)
    {"finish": scene.counter.finish, "scan": lambda: scene.scan("B99"), "undo": scene.counter.undo}[then]()
    assert not scene.counter.can_override
    assert refused(scene.counter.override(APPROVAL)) is R.NOTHING_TO_OVERRIDE


def test_a_renewal_waived(desk, scene):
    for text in ("A-1", "B2", ""):
        scene.scan(text)
    desk.clock.advance(days=9)
    scene.counter.set_mode(Mode.RENEW)
    answer = scene.scan("B2")
    assert (refused(answer), answer.can_override) == (R.RENEWAL_OVERDUE, True)
    assert scene.counter.override(APPROVAL).kind is K.RENEWED
    assert event_types(desk, 2) == ["OverrideGranted", "LoanRenewed"]


def test_a_doubtful_clock_stops_lending_not_returning(desk, scene):
    for text in ("A-1", "B2"):
        scene.scan(text)
    assert isinstance(desk.clock, FakeClock)
    desk.clock.advance(days=60)
    assert scene.scan("B2").kind is K.RETURNED
    assert refused(scene.scan("B3")) is R.CLOCK_DOUBTFUL
    confirm_clock(desk)
    assert scene.scan("B3").kind is K.LENT


# ---- undo and declaring -------------------------------------------------------------------------------------------


def test_undo_at_the_counter(desk, scene):
    for text in ("A-1", "B2", "B3"):
        scene.scan(text)
    answer = scene.counter.undo()
    assert (answer.kind, answer.fact.item.barcode) == (K.UNDONE, "B3")
    assert [line.barcode for line in answer.panel.lines] == ["B2"]
    assert Hand(scene.counter, pause_s=0.1).scan("B3").kind is K.LENT  # scanned again at once: meant
    scene.counter.undo()
    assert [done.item.barcode for done in scene.scan("").slip.done] == ["B2"]  # the slip tells what stands


def test_undoing_money_asks_for_a_reason(desk, scene):
    adopt(desk, fine_mode=FineMode.MONEY, fine_per_day_rp=500, legal_basis="Perda 1/2025")
    for text in ("A-1", "B2", ""):
        scene.scan(text)
    desk.clock.advance(days=10)
    assert scene.scan("B2").fact.lateness.fine_rp == 1500
    assert refused(scene.counter.undo()) is R.UNDO_NEEDS_REASON
    assert scene.counter.undo("salah buku").kind is K.UNDONE
    assert refused(scene.counter.undo()) is R.NOTHING_TO_UNDO


def test_declaring_at_the_counter(desk, scene):
    scene.scan("A-1")
    scene.scan("B2")
    answer = scene.counter.declare(scene.items["B2"], ItemStatus.LOST, "hilang", 50_000)
    assert (answer.kind, answer.fact.charge_rp, answer.panel.owed_rp, answer.panel.lines) == (
        K.DECLARED,
        50_000,
        50_000,
        (),
    )
    assert refused(scene.scan("B3")) is R.MEMBER_OWES
    assert row(desk, Item, scene.items["B2"]).status is ItemStatus.LOST
