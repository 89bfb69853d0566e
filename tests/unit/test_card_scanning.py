"""Whose card is it: codes in use, ended ones, numbers, records merged and erased."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fakes import ADMIN, SUPERVISOR, new_desk, operator
from stock import Scene, add_item, add_member, adopt, must, set_scene

from loket.db.engine import driver
from loket.domain import events as e
from loket.domain.entities import CardEnd, Id
from loket.domain.errors import RefusalCode as R
from loket.services.desk import Desk
from loket.services.erasure import erase
from loket.services.member_records import merge, undo_merge
from loket.services.members import find_members
from loket.services.membership import replace_card
from loket.services.scanning import Answer, AnswerKind, Mode

K = AnswerKind


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    adopt(made)
    yield made
    made.database.close()


@pytest.fixture
def scene(desk: Desk) -> Scene:
    return set_scene(desk)


def opened(answer: Answer) -> Id:
    assert answer.kind is K.MEMBER, answer.refused
    return must(answer.panel).member.id


def refused(answer: Answer) -> tuple[R, dict[str, object]]:
    assert answer.kind is K.REFUSED
    return must(answer.refused).code, must(answer.refused).params


def merged(desk: Desk, winner: Id, loser: Id) -> None:
    desk.operator = operator(desk, SUPERVISOR)
    merge(desk, winner, loser)


def test_the_new_card_opens_and_the_old_number_says_when_and_why_it_ended(desk, scene):
    replaced = replace_card(desk, scene.ada, CardEnd.LOST)
    assert opened(scene.scan(replaced.card.code)) == scene.ada
    scene.scan("")
    assert refused(scene.scan("A-1")) == (R.CARD_REPLACED, {"ended_on": date(2026, 11, 24), "end": CardEnd.LOST})
    assert scene.counter.member_id is None


def test_of_two_replacements_only_the_last_card_opens(desk, scene):
    first, second = replace_card(desk, scene.ada, CardEnd.LOST), replace_card(desk, scene.ada, CardEnd.DAMAGED)
    assert first.card.code != second.card.code
    assert opened(scene.scan(second.card.code.lower())) == scene.ada
    scene.scan("")
    assert refused(scene.scan(first.card.code))[1]["end"] is CardEnd.DAMAGED


def test_an_old_card_between_two_books_leaves_the_open_member_open(desk, scene):
    replace_card(desk, scene.budi, CardEnd.LOST)
    assert opened(scene.scan("A-1")) == scene.ada
    assert refused(scene.scan("A-2"))[0] is R.CARD_REPLACED
    assert scene.scan("B2").kind is K.LENT
    assert scene.counter.member_id == scene.ada


def test_an_old_card_in_return_mode_is_called_old_not_a_card_where_a_book_was_expected(desk, scene):
    code = replace_card(desk, scene.ada, CardEnd.LOST).card.code
    scene.counter.set_mode(Mode.RETURN)
    assert refused(scene.scan("A-1"))[0] is R.CARD_REPLACED
    assert refused(scene.scan(code))[0] is R.MEMBER_CARD_EXPECTED_BOOK


def test_a_book_with_the_code_of_an_old_card_is_a_book(desk, scene):
    replace_card(desk, scene.ada, CardEnd.LOST)
    add_item(desk, "A-1")
    assert scene.scan("A-1").kind is K.ON_SHELF


def test_a_number_given_anew_opens_its_new_owner_though_it_stood_on_an_ended_card(desk, scene):
    replace_card(desk, scene.ada, CardEnd.LOST)
    other = add_member(desk, "A-1", name="Citra Contoh")
    assert opened(scene.scan("A-1")) == other


def test_one_code_in_use_by_two_members_is_ambiguous(desk, scene):
    with desk.action() as act:
        act.record(e.CardIssued(act.new_id(), scene.budi, "A-1", act.today, "changed", act.new_id(), "A-2"))
    assert refused(scene.scan("A-1"))[0] is R.CODE_AMBIGUOUS


def test_a_merged_records_number_and_card_open_the_standing_one(desk, scene):
    other = add_member(desk, "A-3", name="Ada Contoh")
    code = replace_card(desk, other, CardEnd.LOST).card.code
    merged(desk, scene.ada, scene.budi)
    merged(desk, scene.ada, other)
    for text in ("A-2", code, "A-1"):
        assert opened(scene.scan(text)) == scene.ada
        scene.scan("")
    assert refused(scene.scan("A-3"))[0] is R.CARD_REPLACED


def test_a_merged_record_is_found_through_two_merges(desk, scene):
    last = add_member(desk, "A-9", name="Ada Sekali Contoh")
    merged(desk, scene.ada, scene.budi)
    merged(desk, last, scene.ada)
    assert opened(scene.scan("A-2")) == last


def test_once_the_person_has_another_card_the_merged_records_card_is_old_too(desk, scene):
    merged(desk, scene.ada, scene.budi)
    replaced = replace_card(desk, scene.ada, CardEnd.LOST)
    assert refused(scene.scan("A-2"))[0] is R.CARD_REPLACED
    assert opened(scene.scan(replaced.card.code)) == scene.ada


def test_after_a_merge_undone_each_card_opens_its_own(desk, scene):
    merged(desk, scene.ada, scene.budi)
    undo_merge(desk, scene.budi, "dua orang")
    assert opened(scene.scan("A-2")) == scene.budi


def test_an_erased_members_number_opens_nobody(desk, scene):
    desk.operator = operator(desk, ADMIN)
    erase(desk, scene.ada, "permintaan sendiri", drop_photo=lambda _: None)
    assert refused(scene.scan("A-1"))[0] is R.CODE_UNKNOWN


def test_a_search_shows_the_standing_record_and_nobody_who_was_erased(desk, scene):
    merged(desk, scene.ada, scene.budi)
    desk.operator = operator(desk, ADMIN)
    gone = add_member(desk, "A-7", name="Citra Contoh")
    erase(desk, gone, "permintaan sendiri", drop_photo=lambda _: None)
    assert [hit.id for hit in find_members(desk, "contoh")] == [scene.ada]
    assert [hit.id for hit in find_members(desk, "A-2")] == [scene.ada]
    assert find_members(desk, "A-7") == []


def test_a_search_knows_the_code_of_a_card(desk, scene):
    code = replace_card(desk, scene.ada, CardEnd.LOST).card.code
    assert [hit.id for hit in find_members(desk, code)] == [scene.ada]


def test_typing_a_merged_name_that_only_he_had_opens_the_standing_record(desk, scene):
    merged(desk, scene.ada, scene.budi)
    assert opened(scene.scan("budi")) == scene.ada


def test_a_scan_asks_for_cards_once_by_their_index(desk, scene):
    with desk.database.read() as connection:
        plan = driver(connection).execute("EXPLAIN QUERY PLAN SELECT id FROM member_card WHERE code_key = 'a'")
        assert "member_card_by_code" in str(plan.fetchall())
    asked: list[str] = []
    with desk.action() as act:
        act.driver.set_trace_callback(asked.append)
        scene.counter._understand(act, "B3", act.now)
        act.driver.set_trace_callback(None)
    assert sum("member_card" in sql for sql in asked) == 1
