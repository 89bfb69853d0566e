"""Searching and listing, as a counter asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import TODAY, FakeClock, new_desk
from stock import add_item, add_member, add_title, change_member

from loket.db import queries as q
from loket.db.engine import driver
from loket.domain.entities import ItemStatus
from loket.services.circulation import check_in, check_out, declare
from loket.services.desk import Desk
from loket.services.members import find_members, overview


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    yield made
    made.database.close()


def found(desk: Desk, text: str) -> list[str]:
    return [hit.member_no for hit in find_members(desk, text)]


def titles(desk: Desk, text: str) -> list[tuple[str, int, int]]:
    with desk.database.read() as connection:
        return [(hit.title, hit.items, hit.available) for hit in q.search_titles(driver(connection), text)]


def test_a_member_is_found_by_words_of_the_name_in_any_order_and_unfinished(desk):
    add_member(desk, "M-1", name="H. Ujang Contoh, S.Pd.")
    add_member(desk, "M-2", name="Siti Çontoh")
    add_member(desk, "M-3", name="Ma'ruf Lain")
    assert found(desk, "contoh ujang") == ["M-1"]
    assert found(desk, "cont") == ["M-1", "M-2"]
    assert found(desk, "UJANG s.pd") == ["M-1"]
    assert found(desk, "maruf") == found(desk, "Ma'ruf") == ["M-3"]
    assert found(desk, "contoh budi") == []
    assert found(desk, "") == found(desk, "...") == []


def test_a_changed_name_is_found_and_the_old_one_is_not(desk):
    member_id = add_member(desk, "M-1", name="Ujang Contoh")
    change_member(desk, member_id, full_name="Dadang Contoh")
    assert found(desk, "dadang") == ["M-1"]
    assert found(desk, "ujang") == []


@pytest.mark.parametrize(
    "typed", ["081234567890", "0812-3456-7890", "+62 812 3456 7890", "6281234567890", "812345", "08123"]
)
def test_a_member_is_found_by_phone_in_any_indonesian_form(desk, typed):
    add_member(desk, "M-1", phone="0812-3456-7890")
    add_member(desk, "M-2", phone="0899 1111 222")
    assert found(desk, typed) == ["M-1"]


def test_a_number_typed_in_full_comes_first_however_many_begin_like_it(desk):
    for number in range(60):
        add_member(desk, f"7{number:03}")
    add_member(desk, "7")
    hits = find_members(desk, "7")
    assert hits[0].member_no == "7"
    assert len(hits) == q.SEARCH_LIMIT
    assert len({hit.id for hit in hits}) == len(hits)


def test_a_number_with_marks_in_it(desk):
    add_member(desk, "P/26-001")
    assert found(desk, "p/26-001") == found(desk, "P/26") == ["P/26-001"]


@pytest.mark.parametrize("typed", ['"', "a*", "NEAR(a b)", "a OR b", "- ' ; --", "(", "search:x", "^a", "a AND"])
def test_no_text_breaks_the_search(desk, typed):
    add_member(desk, "M-1")
    find_members(desk, typed)
    titles(desk, typed)


def test_a_title_with_its_copies_counted(desk):
    title = add_title(desk, "Laskar Pelangi", authors=("Andrea Contoh",), isbn="978-602-00-0000-1")
    items = [add_item(desk, f"B{n}", title) for n in range(4)]
    check_out(desk, member_id=add_member(desk), item_id=items[0])
    declare(desk, item_id=items[1], status=ItemStatus.REPAIR)
    for text in ("pelangi laskar", "contoh", "97860200", "laskar andrea"):
        assert titles(desk, text) == [("Laskar Pelangi", 4, 2)]
    with desk.database.read() as connection:
        source = driver(connection)
        assert [item.barcode for item in q.items_of(source, title)] == ["B0", "B1", "B2", "B3"]


def test_loans_of_a_member_the_first_due_first(desk):
    member_id = add_member(desk)
    check_out(desk, member_id=member_id, item_id=add_item(desk, "B1"))
    assert isinstance(desk.clock, FakeClock)
    desk.clock.advance(days=1)
    check_out(desk, member_id=member_id, item_id=add_item(desk, "B2"))
    with desk.database.read() as connection:
        source = driver(connection)
        lines = q.loan_lines(source, member_id)
        assert [(line.barcode, line.title) for line in lines] == [("B1", "Judul B1"), ("B2", "Judul B2")]
        assert q.count(source, "loan") == 2


def test_the_member_panel(desk):
    member_id = add_member(desk)
    item_id = add_item(desk)
    check_out(desk, member_id=member_id, item_id=item_id)
    assert isinstance(desk.clock, FakeClock)
    desk.clock.advance(days=7)
    with desk.view() as act:
        panel = overview(act, member_id)
        assert overview(act, "f" * 32) is None
    assert panel is not None
    assert (panel.items_left, panel.overdue, panel.blocks, panel.owed_rp) == (1, 0, (), 0)  # due today
    desk.clock.advance(days=1)
    with desk.view() as act:
        panel = overview(act, member_id)
    assert panel is not None
    assert (panel.overdue, [block.code.value for block in panel.blocks]) == (1, ["member_overdue"])
    assert panel.lines[0].loan.due_on == TODAY + timedelta(days=7)
    check_in(desk, item_id=item_id)
    with desk.view() as act:
        assert overview(act, member_id).lines == ()
