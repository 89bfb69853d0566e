"""How often the counter said no: counted without a word in the journal, written down with the next action."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import KEY, TODAY, new_desk
from stock import add_item, add_member, adopt, journal

from loket.db.engine import open_database
from loket.db.recap_queries import refusals
from loket.domain import events as e
from loket.domain.entities import Id
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.services.circulation import check_in, check_out
from loket.services.desk import Desk, flush_refusals, open_desk
from loket.services.recap_figures import day_figures, figures_in


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    adopt(made)
    yield made
    made.database.close()


def refused(desk: Desk, code: RefusalCode = RefusalCode.ITEM_LIMIT, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(Refused), desk.action():
            raise Refused(code)


def written(desk: Desk) -> dict[str, int]:
    with desk.view() as act:
        return refusals(act.driver, act.today)


def test_what_is_refused_waits_for_the_next_action(desk: Desk) -> None:
    item = add_item(desk, "B1")
    for _ in range(3):
        with pytest.raises(Refused):
            check_in(desk, item_id=item)
    assert written(desk) == {}
    assert desk.has_refusals
    check_out(desk, member_id=add_member(desk, "A-1"), item_id=item)
    assert written(desk) == {"item_not_on_loan": 3}
    assert not desk.has_refusals


def test_counting_adds_to_what_is_there_day_by_day(desk: Desk) -> None:
    refused(desk, times=2)
    flush_refusals(desk)
    refused(desk)
    refused(desk, RefusalCode.MEMBER_OWES)
    flush_refusals(desk)
    flush_refusals(desk)
    assert written(desk) == {"item_limit": 3, "member_owes": 1}
    desk.clock.advance(days=1)  # type: ignore[attr-defined]
    refused(desk)
    flush_refusals(desk)
    assert written(desk) == {"item_limit": 1}
    assert day_figures(desk, TODAY).tables["refusals"] == {("item_limit", "n"): 3, ("member_owes", "n"): 1}
    assert day_figures(desk, TODAY + timedelta(days=1)).total("refusals") == 1


def test_the_figures_have_what_waits(desk: Desk) -> None:
    refused(desk, times=2)
    assert day_figures(desk, TODAY).of("refusals", "item_limit") == 2
    refused(desk)
    with desk.action() as act:
        assert figures_in(act, TODAY).of("refusals", "item_limit") == 3


def test_an_action_that_fails_loses_none(desk: Desk) -> None:
    refused(desk, times=2)
    with pytest.raises(ZeroDivisionError), desk.action():
        raise ZeroDivisionError
    refused(desk)  # its own transaction would have written the two
    assert written(desk) == {}
    flush_refusals(desk)
    assert written(desk) == {"item_limit": 3}


def test_only_a_rule_that_says_no_is_one(desk: Desk) -> None:
    with pytest.raises(InvalidInput), desk.action():
        raise InvalidInput("name", "text_missing")
    assert not desk.has_refusals


def test_the_journal_knows_nothing_of_it(desk: Desk) -> None:
    before = len(journal(desk))
    refused(desk)
    flush_refusals(desk)
    assert len(journal(desk)) == before


def test_they_are_there_after_the_counter_was_closed(desk: Desk) -> None:
    refused(desk)
    flush_refusals(desk)
    desk.database.close()
    again = open_desk(open_database(desk.database.path, KEY), desk.clock, desk.ids)
    assert again is not None
    assert written(again) == {"item_limit": 1}
    again.database.close()


def test_threads_count_each_once(desk: Desk) -> None:
    def work() -> None:
        for number in range(40):
            with desk.action() as act:
                if number % 2:
                    act.record(e.SystemNoted("CLOCK", "info", Id("0" * 32), f"{threading.get_ident()}-{number}"))
            try:
                with desk.action():
                    raise Refused(RefusalCode.ITEM_LIMIT)
            except Refused:
                pass

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    flush_refusals(desk)
    assert written(desk) == {"item_limit": 160}
