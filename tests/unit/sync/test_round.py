"""A round with the server: everything is brought once, everything is fetched, wherever it breaks off."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from fake_server import FakeServer, Way, broken
from fakes import CIRCULATION, KEY, TODAY, SequentialIds, operator
from joined import agree, founded, kept, second, tables, visit
from stock import add_item, add_member, adopt, change_member, row, set_rule

from loket.db.engine import driver, open_database
from loket.db.journal import first_break
from loket.db.search import matching_rows
from loket.domain import events as e
from loket.domain.entities import Biblio, ClosedDay, Item, Loan, LoanEnd, Member, Operator
from loket.domain.scope import Scope
from loket.services.circulation import check_in, check_out
from loket.services.desk import Desk, open_desk
from loket.services.erasure import erase_again
from loket.sync import client, merge, wire
from loket.sync.client import Confused, sync_round
from loket.sync.merge import Superseded, stage, take_over
from loket.sync.status import read_status
from loket.sync.transport import Unreachable


@pytest.fixture
def server() -> FakeServer:
    return FakeServer()


@pytest.fixture
def first(tmp_path: Path, server: FakeServer):
    desk, way = founded(tmp_path / "one", server)
    yield desk, way
    desk.database.close()


@pytest.fixture
def two(tmp_path: Path, server: FakeServer, first: tuple[Desk, Way]):
    agree(*first)
    other = second(tmp_path / "two", server)
    yield first, other
    other[0].database.close()


def test_a_founded_counter_brings_its_whole_library(first: tuple[Desk, Way]) -> None:
    desk, way = first
    before = tables(desk)
    assert read_status(desk).pending == 5
    report = agree(desk, way)

    assert report.pushed == 5
    assert tables(desk) == before
    assert (read_status(desk).pending, read_status(desk).last_error) == (0, "")
    assert read_status(desk).last_ok_at == desk.clock.now()


def test_a_round_with_nothing_to_do_asks_three_things(first: tuple[Desk, Way], server: FakeServer) -> None:
    agree(*first)
    server.asked.clear()
    report = agree(*first)

    assert dict(server.asked) == {"challenge": 1, "hello": 1, "pull": 1}
    assert (report.pushed, report.pulled, report.changed_kinds) == (0, 0, frozenset())


def test_a_new_counter_is_filled_and_works(two) -> None:
    (desk, way), (other, other_way) = two
    assert tables(other) == tables(desk) | {"station": tables(other)["station"]}
    member, item = add_member(other), add_item(other, "B7")
    check_out(other, member_id=member, item_id=item)
    agree(other, other_way)
    agree(desk, way)

    assert row(desk, Item, item).loan_id is not None
    assert {found.profile for found in [other.station, desk.station]} == {"lengkap"}


def test_words_are_found_after_a_pull(two) -> None:
    (desk, way), (other, other_way) = two
    member = add_member(desk, name="Sekar Contoh")
    agree(desk, way)
    agree(other, other_way)
    change_member(desk, member, full_name="Melati Contoh")
    agree(desk, way)
    agree(other, other_way)
    with other.database.read() as connection:
        found = [matching_rows(driver(connection), "member", [(word,)], 9) for word in ("sekar", "melati")]

    assert [len(rows) for rows in found] == [0, 1]


def test_what_happens_during_a_round_stays_on_top(two, server: FakeServer) -> None:
    (desk, way), (other, other_way) = two
    member = add_member(desk)
    agree(desk, way)
    agree(other, other_way)
    change_member(desk, member, phone="0000 1", note="dari loket 1")
    agree(desk, way)
    other.clock.advance(minutes=1)  # of two edits of one field the later stands

    other_way.after = lambda path: change_member(other, member, phone="0000 2") if path == "pull" else None
    report = sync_round(other, other_way)
    other_way.after = lambda path: None
    seen = row(other, Member, member)

    assert (seen.phone, seen.note) == ("0000 2", "dari loket 1")
    assert report.mismatched_kinds == ()  # compared below the pending event
    assert kept(other, "base_row") > 0
    agree(other, other_way)
    assert row(other, Member, member).phone == "0000 2"


def test_an_event_that_the_server_overruled_disappears_here(two) -> None:
    """The later possession stands: the first counter hears that its loan ended."""
    (desk, way), (other, other_way) = two
    ada, budi, item = add_member(desk, "A-1"), add_member(desk, "A-2"), add_item(desk, "B7")
    agree(desk, way)
    agree(other, other_way)
    check_out(desk, member_id=ada, item_id=item)
    other.clock.advance(hours=1)
    check_out(other, member_id=budi, item_id=item)
    agree(desk, way)
    agree(other, other_way)
    agree(desk, way)

    loans = [row(desk, Loan, key) for key in tables(desk)["loan"]]
    ends = {loan.member_id: loan.end for loan in loans}
    assert ends == {ada: LoanEnd.IMPLIED, budi: LoanEnd.OPEN}
    assert len(tables(desk)["conflict_case"]) == 1


def test_what_the_server_set_aside_is_not_seen_here(first: tuple[Desk, Way]) -> None:
    desk, way = first
    agree(desk, way)
    visit(desk, source="deferred")
    assert len(tables(desk)["visit"]) == 1
    report = agree(desk, way)

    assert (report.set_aside, tables(desk)["visit"]) == (1, {})


def test_dropped_rows_are_dropped_everywhere(two) -> None:
    (desk, way), (other, other_way) = two
    with desk.action() as act:
        act.record(e.ClosedDaysDeclared((ClosedDay(TODAY, "Libur contoh"),)))
    agree(desk, way)
    agree(other, other_way)
    assert len(tables(other)["closed_day"]) == 1
    with desk.action() as act:
        act.record(e.ClosedDayWithdrawn(TODAY))
    agree(desk, way)
    agree(other, other_way)

    assert tables(other)["closed_day"] == {}


def test_rules_are_read_again_after_a_merge(two) -> None:
    (desk, way), (other, other_way) = two
    before = other.settings()
    set_rule(desk, "weekly_closed", (5, 6))
    adopt(desk, loan_days=3)
    agree(desk, way)
    report = agree(other, other_way)
    with other.view() as act:
        policies = act.rules.policies

    assert before.weekly_closed != (5, 6)
    assert other.settings().weekly_closed == (5, 6)
    assert [policy.loan_days for policy in policies] == [3]
    assert {"rule", "loan_policy"} <= report.changed_kinds


def test_who_is_dismissed_elsewhere_is_signed_out_here(two) -> None:
    (desk, way), (other, other_way) = two
    other.operator = operator(other, CIRCULATION)
    with desk.action() as act:
        act.record(e.LibraryDescribed(replace(desk.library, name="Perpustakaan Baru")))
    agree(desk, way)
    agree(other, other_way)
    assert other.operator is not None
    with desk.action() as act:
        act.record(e.OperatorChanged(other.operator.id, ("circulation",), active=False))
    agree(desk, way)
    agree(other, other_way)

    assert other.operator is None
    assert other.library.name == "Perpustakaan Baru"


# ---- broken off -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["challenge", "hello", "push", "pull"])
@pytest.mark.parametrize("side", ["before", "after"])
def test_a_round_broken_off_anywhere_is_made_good(two, server: FakeServer, path: str, side: str) -> None:
    (desk, way), (other, other_way) = two
    for number in range(70):
        visit(desk, str(number))
    agree(desk, way)
    item, member = add_item(other, "B9"), add_member(other, "A-9")
    check_out(other, member_id=member, item_id=item)
    setattr(other_way, side, broken(path))
    with pytest.raises(Unreachable):
        sync_round(other, other_way)
    assert row(other, Item, item).loan_id is not None
    check_in(other, item_id=item)
    agree(other, other_way)

    assert server.events() == kept(desk, "journal") + kept(other, "journal")
    assert row(other, Item, item).loan_id is None


def test_pages_are_kept_when_the_last_one_does_not_come(two, server: FakeServer) -> None:
    (desk, way), (other, other_way) = two
    for number in range(230):
        visit(desk, str(number))
    agree(desk, way)
    other_way.before = broken("pull", skip=3)
    with pytest.raises(Unreachable):
        sync_round(other, other_way)
    assert len(tables(other)["visit"]) == 0
    assert kept(other, "pulled") == 150
    server.asked.clear()
    agree(other, other_way)

    assert server.asked["pull"] == 2
    assert len(tables(other)["visit"]) == 230


def test_batches_halve_when_they_do_not_arrive_and_grow_again(first: tuple[Desk, Way], server: FakeServer) -> None:
    desk, way = first
    agree(desk, way)
    for number in range(300):
        visit(desk, str(number))
    server.batch_sizes.clear()
    way.before = broken("push", times=5)
    for _ in range(5):
        with pytest.raises(Unreachable):
            sync_round(desk, way)
    agree(desk, way)

    assert server.batch_sizes == [20, 40, 80, 160]


def test_a_batch_is_bounded_by_its_size_too(first: tuple[Desk, Way], server: FakeServer) -> None:
    desk, way = first
    agree(desk, way)
    for number in range(9):
        visit(desk, f"{number}" * 60_000)
    server.batch_sizes.clear()
    agree(desk, way)

    assert server.batch_sizes == [4, 4, 1]


def test_an_answer_that_was_lost_counts_after_the_next_greeting(first: tuple[Desk, Way], server: FakeServer) -> None:
    desk, way = first
    way.after = broken("push")
    with pytest.raises(Unreachable):
        sync_round(desk, way)
    assert read_status(desk).pending == 5
    way.after = lambda path: None
    server.batch_sizes.clear()
    report = agree(desk, way)

    assert (report.pushed, server.batch_sizes) == (0, [])


def test_a_round_begun_elsewhere_stops_this_one(two) -> None:
    (desk, way), (other, other_way) = two
    visit(desk)
    agree(desk, way)

    def elsewhere(path: str) -> None:
        if path == "pull":
            with other.database.write() as connection:
                take_over(driver(connection), "another")

    other_way.after = elsewhere
    with pytest.raises(Superseded):
        sync_round(other, other_way)
    other_way.after = lambda path: None
    agree(other, other_way)


@pytest.mark.parametrize(
    ("columns", "values"),
    [(["key"], ["a"]), (["key", "value"], ["a", None]), (["key", "value"], ["a"]), (["key", "value"], [b"a", "1"])],
)
def test_a_row_that_cannot_be_read_is_refused_before_it_is_kept(
    first: tuple[Desk, Way], columns: list[str], values: list[object]
) -> None:
    desk, way = first
    agree(desk, way)
    page = wire.PullAnswer([wire.PulledRow("rule", "a", values)], {"rule": columns}, 99, False, 99)
    with desk.database.write() as connection:
        take_over(driver(connection), "mine")
    with pytest.raises(ValueError, match="rule"):
        stage(desk.database, "mine", page, scope=Scope.FULL)

    assert kept(desk, "pulled") == 0
    agree(desk, way)


def test_a_server_that_goes_in_circles_is_left(first: tuple[Desk, Way], server: FakeServer) -> None:
    desk, way = first
    server._push = lambda batch: wire.PushAnswer("gap", 0, bytes(32))  # type: ignore[method-assign]
    with pytest.raises(Confused):
        sync_round(desk, way)

    assert read_status(desk).pending == 5


# ---- digests --------------------------------------------------------------------------------------------------------


def test_a_table_that_is_not_the_servers_is_fetched_anew(two, server: FakeServer) -> None:
    (desk, way), (other, other_way) = two
    add_item(desk, "B1")
    stays = add_member(desk, "A-1")
    gone = add_member(desk, "A-2")
    agree(desk, way)
    agree(other, other_way)
    with other.database.write() as connection:
        source = driver(connection)
        source.execute("UPDATE member SET phone = 'rusak' WHERE id = ?", (bytes.fromhex(stays),))
        source.execute("DELETE FROM member WHERE id = ?", (bytes.fromhex(gone),))
        source.execute("INSERT INTO rule (key, value) VALUES ('tidak-ada', '1')")
    visit(other)
    agree(other, other_way, anew=("member", "rule"))

    assert len(tables(other)["visit"]) == 1


def test_pending_changes_survive_a_table_fetched_anew(two) -> None:
    (desk, way), (other, other_way) = two
    member = add_member(desk, "A-1")
    agree(desk, way)
    agree(other, other_way)
    with other.database.write() as connection:
        driver(connection).execute("UPDATE member SET phone = 'rusak'")
    other_way.after = lambda path: change_member(other, member, note="baru") if path == "pull" else None
    report = sync_round(other, other_way)
    other_way.after = lambda path: None

    assert report.replaced_kinds == ("member",)
    assert (row(other, Member, member).phone, row(other, Member, member).note) == ("", "baru")
    agree(other, other_way)


# ---- scopes and erasure ---------------------------------------------------------------------------------------------


def test_a_kiosk_gets_names_but_nothing_private(tmp_path: Path, server: FakeServer, first: tuple[Desk, Way]) -> None:
    desk, way = first
    member = add_member(desk, "A-1", phone="0000 1")
    agree(desk, way)
    server.scope = Scope.HOUSE
    kiosk, kiosk_way = second(tmp_path / "kiosk", server)
    seen = row(kiosk, Member, member)

    assert (seen.member_no, seen.phone, seen.registered_on) == ("A-1", "", None)
    assert tables(kiosk)["biblio"] == {}
    assert sync_round(kiosk, kiosk_way, thorough=True).mismatched_kinds == ()
    kiosk.database.close()


def test_a_kiosk_keeps_its_own_rows_of_other_kinds_and_forgets_private_parts(
    tmp_path: Path, server: FakeServer, first: tuple[Desk, Way]
) -> None:
    agree(*first)
    server.scope = Scope.HOUSE
    kiosk, kiosk_way = second(tmp_path / "kiosk", server)
    visit(kiosk)
    member = add_member(kiosk, "A-5", phone="0000 5")
    assert row(kiosk, Member, member).phone == "0000 5"
    sync_round(kiosk, kiosk_way)

    assert len(tables(kiosk)["visit"]) == 1
    assert row(kiosk, Member, member).phone == ""
    assert _personal_parts(kiosk) == 0
    assert server.rows.get(Member, member).phone == "0000 5"
    kiosk.database.close()


def _personal_parts(desk: Desk) -> int:
    with desk.database.read() as connection:
        sql = "SELECT count(*) FROM journal WHERE personal IS NOT NULL AND type LIKE 'Member%'"
        return int(driver(connection).execute(sql).fetchone()[0])


def test_an_erased_member_leaves_every_journal(two, server: FakeServer) -> None:
    (desk, way), (other, other_way) = two
    erased, stays = add_member(desk, "A-1", phone="0000 1"), add_member(desk, "A-2")
    agree(desk, way)
    agree(other, other_way)
    with other.action() as act:
        act.record(e.MemberErased(erased, "permintaan"))
    agree(other, other_way)
    agree(desk, way)

    assert row(desk, Member, erased).erased
    assert _personal_parts(desk) == 1
    assert row(desk, Member, stays).full_name
    with desk.database.read() as connection:
        assert first_break(driver(connection)) is None


def test_an_erasure_decided_elsewhere_outlives_a_restore_of_this_counter(
    two, server: FakeServer, tmp_path: Path
) -> None:
    """Known here by the list beside the data before any round; without the list, by the next round."""
    (desk, way), (other, other_way) = two
    erased = add_member(desk, "A-1", phone="0000 1")
    agree(desk, way)
    agree(other, other_way)
    for name in ("with", "without"):
        (tmp_path / name).mkdir()
        desk.database.copy_into(tmp_path / name / "loket.db")
    with other.action() as act:
        act.record(e.MemberErased(erased, "permintaan"))
    agree(other, other_way)
    agree(desk, way)
    listed = (desk.database.path.parent / "erased.txt").read_text()
    assert listed.split() == [erased]
    (tmp_path / "with" / "erased.txt").write_text(listed)
    for name, before in (("with", True), ("without", False)):
        again = open_desk(open_database(tmp_path / name / "loket.db", KEY), desk.clock, SequentialIds(9 << 40))
        assert again is not None
        erase_again(again)
        assert row(again, Member, erased).erased is before
        sync_round(again, way)
        assert row(again, Member, erased).erased
        assert _personal_parts(again) == 0
        again.database.close()


def test_a_large_pull_is_compared_before_it_is_merged(two, server: FakeServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "MANY", 10)
    monkeypatch.setattr(merge, "MANY", 10)
    (desk, way), (other, other_way) = two
    titles = [add_item(desk, f"B{number}") for number in range(40)]
    agree(desk, way)
    agree(other, other_way)
    moment = server.snapshot()
    server.put_back(moment)  # another life with the same rows: all are fetched anew, none differs
    report = agree(other, other_way)

    assert report.pulled > 80
    assert report.changed_kinds == frozenset()
    assert len(titles) == len(tables(other)["item"]) == 40
    assert len(tables(other)["operator"]) == len(tables(desk)["operator"]) == 3
    assert row(other, Biblio, next(iter(tables(other)["biblio"]))) is not None
    assert row(other, Operator, next(iter(tables(other)["operator"]))) is not None
