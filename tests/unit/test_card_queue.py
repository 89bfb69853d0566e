"""The card queue: nothing is lost or printed unasked, whatever the printer, the power and the operator do."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from fakes import KEY, new_desk
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule
from stock import add_member, change_member

from loket.db.engine import open_database
from loket.domain import events as e
from loket.domain.entities import Id
from loket.domain.errors import InvalidInput
from loket.services import card_queue as cards
from loket.services.card_queue import CardJob, JobState
from loket.services.desk import Desk

DESIGN = "contoh"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return new_desk(tmp_path)


def members(desk: Desk, count: int) -> list[Id]:
    return [add_member(desk, f"A-{number}", name=f"Orang {number}") for number in range(1, count + 1)]


def waiting(desk: Desk) -> list[str]:
    return [job.member_no for job in cards.queue(desk).of(JobState.WAITING)]


def to_asking(desk: Desk) -> CardJob:
    job = cards.take(desk)
    assert job is not None
    cards.handed(desk, job.id, "kartu-7")
    assert cards.arrived(desk, job.id)
    return job


def test_cards_wait_in_the_order_they_were_added(desk: Desk):
    one, two, three = members(desk, 3)
    cards.add(desk, [two, one], DESIGN)
    cards.add(desk, [three], DESIGN)
    assert waiting(desk) == ["A-2", "A-1", "A-3"]


def test_nobody_stands_in_the_queue_twice_and_no_card_is_made_for_an_applicant(desk: Desk):
    (one,) = members(desk, 1)
    pending = add_member(desk, "", name="Calon", pending=True)
    added = cards.add(desk, [one, one, pending, Id("f" * 32)], DESIGN)
    assert len(added.jobs) == 1
    assert added.already == (one,)
    assert added.not_ready == (pending, Id("f" * 32))


def test_a_merged_record_gets_the_card_of_the_record_that_stands(desk: Desk):
    one, two, three = members(desk, 3)
    cards.add(desk, [three], DESIGN)
    with desk.action() as act:
        act.record(e.MembersMerged(one, two))
        act.record(e.MembersMerged(one, three))
    assert cards.add(desk, [two], DESIGN).jobs
    job = cards.take(desk)
    assert job is not None
    assert (job.member_id, job.member_no) == (one, "A-1")  # queued as A-3


def test_a_printed_card_is_in_the_journal_and_off_the_queue(desk: Desk):
    (one,) = members(desk, 1)
    cards.add(desk, [one], DESIGN)
    job = to_asking(desk)
    assert cards.printed(desk, [job.id]) == 1
    assert cards.printed(desk, [job.id]) == 0
    assert cards.queue(desk).jobs == ()
    (line,) = cards.print_log(desk, one)
    assert (line.code, line.design, line.reason, line.spoilt) == ("A-1", DESIGN, "first", "")
    assert line.printed_on == desk.today()
    assert line.operator
    assert cards.recent_prints(desk) == [line]


def test_another_card_needs_a_reason_and_only_for_those_who_had_one(desk: Desk):
    one, two = members(desk, 2)
    cards.add(desk, [one], DESIGN)
    cards.printed(desk, [to_asking(desk).id])
    with pytest.raises(InvalidInput) as refused:
        cards.add(desk, [one, two], DESIGN)
    assert (refused.value.code, refused.value.params) == ("card_reason_missing", {"count": 1})
    assert waiting(desk) == []
    cards.add(desk, [one, two], DESIGN, again="lost")
    assert [job.reason for job in cards.queue(desk).jobs] == ["lost", "first"]
    with pytest.raises(InvalidInput):
        cards.add(desk, [one], DESIGN, "mood")


def test_a_spoilt_card_is_counted_and_printed_again(desk: Desk):
    one, two = members(desk, 2)
    cards.add(desk, [one, two], DESIGN)
    job = to_asking(desk)
    with pytest.raises(InvalidInput):
        cards.misprint(desk, job.id, "")
    assert cards.misprint(desk, job.id, "ribbon")
    assert not cards.misprint(desk, job.id, "ribbon")
    again = cards.queue(desk).jobs[0]
    assert (again.id, again.state, again.reason, again.misprints) == (job.id, JobState.WAITING, "misprint", 1)
    cards.printed(desk, [to_asking(desk).id])
    assert [(line.reason, line.spoilt) for line in cards.print_log(desk, one)] == [
        ("misprint", ""),
        ("first", "ribbon"),
    ]


def test_a_card_that_never_came_out_leaves_no_trace(desk: Desk):
    (one,) = members(desk, 1)
    cards.add(desk, [one], DESIGN)
    job = to_asking(desk)
    assert cards.not_out(desk, job.id)
    assert waiting(desk) == ["A-1"]
    assert cards.print_log(desk, one) == []
    assert cards.queue(desk).jobs[0].spool_job == ""


def test_one_card_at_a_time_and_no_more_than_the_operator_can_look_at(desk: Desk):
    cards.add(desk, members(desk, 4), DESIGN)
    first = cards.take(desk, ask_after=2)
    assert first is not None
    assert cards.take(desk, ask_after=2) is None
    cards.arrived(desk, first.id)
    assert cards.take(desk) is None
    second = cards.take(desk, ask_after=2)
    assert second is not None
    cards.arrived(desk, second.id)
    assert cards.take(desk, ask_after=2) is None
    assert cards.printed(desk, [first.id, second.id]) == 2
    assert cards.take(desk, ask_after=2) is not None


def test_a_failure_holds_the_queue_until_it_is_resumed(desk: Desk):
    cards.add(desk, members(desk, 2), DESIGN)
    job = cards.take(desk)
    assert job is not None
    assert cards.failed(desk, job.id, "printer_off", "no answer")
    found = cards.queue(desk)
    assert found.held
    assert (found.jobs[0].state, found.jobs[0].problem, found.jobs[0].said) == (
        JobState.FAILED,
        "printer_off",
        "no answer",
    )
    assert cards.take(desk) is None
    cards.resume(desk)
    again = cards.take(desk)
    assert again is not None
    assert (again.id, again.problem) == (job.id, "")


def test_a_member_who_is_gone_does_not_stop_the_others(desk: Desk):
    cards.add(desk, members(desk, 2), DESIGN)
    job = cards.take(desk)
    assert job is not None
    cards.failed(desk, job.id, cards.MEMBER_GONE)
    assert cards.take(desk) is not None
    with desk.action() as act:
        assert cards.forget(act, job.member_id) == 1


def test_only_cards_the_printer_does_not_have_can_be_removed(desk: Desk):
    cards.add(desk, members(desk, 3), DESIGN)
    job = cards.take(desk)
    assert job is not None
    ids = [one.id for one in cards.queue(desk).jobs]
    assert cards.remove(desk, ids) == 2
    assert [one.id for one in cards.queue(desk).jobs] == [job.id]


def test_cards_can_be_moved_as_far_as_the_queue_goes(desk: Desk):
    cards.add(desk, members(desk, 4), DESIGN)
    by_no = {job.member_no: job.id for job in cards.queue(desk).jobs}
    assert cards.move(desk, by_no["A-4"], -2)
    assert waiting(desk) == ["A-1", "A-4", "A-2", "A-3"]
    assert cards.move(desk, by_no["A-1"], 99)
    assert waiting(desk) == ["A-4", "A-2", "A-3", "A-1"]
    assert not cards.move(desk, by_no["A-4"], -1)
    assert not cards.move(desk, Id("f" * 32), 1)


def test_cards_saved_as_a_file_are_asked_about(desk: Desk):
    cards.add(desk, members(desk, 2), DESIGN)
    ids = [job.id for job in cards.queue(desk).jobs]
    assert cards.given_away(desk, ids) == 2
    assert cards.queue(desk).count(JobState.ASKING) == 2
    assert cards.take(desk) is None


def test_five_hundred_are_added_at_once_or_not_at_all(desk: Desk):
    many = members(desk, 500)
    assert len(cards.add(desk, many, DESIGN).jobs) == 500
    places = [job.place for job in cards.queue(desk).jobs]
    assert places == sorted(set(places))
    assert waiting(desk) == [f"A-{number}" for number in range(1, 501)]


def test_the_code_of_the_card_in_use_is_the_one_written_down(desk: Desk):
    (one,) = members(desk, 1)
    with desk.action() as act:
        act.record(e.CardIssued(act.new_id(), one, "A-1-L1-2", act.today, "lost", act.new_id(), "A-1"))
    cards.add(desk, [one], DESIGN, "lost")
    cards.printed(desk, [to_asking(desk).id])
    assert cards.print_log(desk, one)[0].code == "A-1-L1-2"


def test_a_changed_name_is_the_one_shown(desk: Desk):
    (one,) = members(desk, 1)
    cards.add(desk, [one], DESIGN)
    change_member(desk, one, full_name="Nama Baru")
    assert cards.queue(desk).jobs[0].full_name == "Nama Baru"


class QueueMachine(RuleBasedStateMachine):
    """Any order of gestures, spooler's words and power cuts; the database is opened anew after each cut."""

    people = Bundle("people")

    @initialize(target=people)
    def open(self) -> object:
        self.folder = Path(tempfile.mkdtemp(dir=tempfile.gettempdir()))
        self.desk = new_desk(self.folder)
        self.owed: dict[Id, int] = {}  # cards a member is still to get
        self.good: dict[Id, int] = {}
        self.spoilt: dict[Id, int] = {}
        return multiple(*members(self.desk, 4))

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.database.close()
            shutil.rmtree(self.folder)

    def some(self, state: JobState, number: int) -> CardJob | None:
        found = cards.queue(self.desk).of(state)
        return found[number % len(found)] if found else None

    @rule(person=people)
    def add(self, person: Id) -> None:
        if cards.add(self.desk, [person], DESIGN, again="lost").jobs:
            self.owed[person] = 1

    @rule(ask_after=st.integers(1, 3))
    def take(self, ask_after: int) -> None:
        before = cards.queue(self.desk)
        job = cards.take(self.desk, ask_after=ask_after)
        first = next(iter(before.of(JobState.WAITING)), None)
        blocked = before.held or before.count(JobState.PRINTING) or before.count(JobState.ASKING) >= ask_after
        assert (job.id if job else None) == (None if blocked or first is None else first.id)

    @rule(outcome=st.sampled_from(["handed", "snag", "arrived", "failed"]))
    def spooler(self, outcome: str) -> None:
        job = self.some(JobState.PRINTING, 0)
        if job is None:
            return
        if outcome == "handed":
            cards.handed(self.desk, job.id, "kartu-1")
        elif outcome == "snag":
            cards.snag(self.desk, job.id, "printer_off", "mati")
        elif outcome == "arrived":
            cards.arrived(self.desk, job.id)
        else:
            cards.failed(self.desk, job.id, "printer_refused")

    @rule(number=st.integers(0, 5), answer=st.sampled_from(["good", "spoilt", "not_out"]))
    def operator(self, number: int, answer: str) -> None:
        job = self.some(JobState.ASKING, number)
        if job is None:
            return
        if answer == "good":
            cards.printed(self.desk, [job.id])
            self.good[job.member_id] = self.good.get(job.member_id, 0) + 1
            del self.owed[job.member_id]
        elif answer == "spoilt":
            cards.misprint(self.desk, job.id, "smeared")
            self.spoilt[job.member_id] = self.spoilt.get(job.member_id, 0) + 1
        else:
            cards.not_out(self.desk, job.id)

    @rule(number=st.integers(0, 5), places=st.integers(-3, 3))
    def move(self, number: int, places: int) -> None:
        job = self.some(JobState.WAITING, number)
        if job is not None:
            cards.move(self.desk, job.id, places)

    @rule(number=st.integers(0, 5), state=st.sampled_from(list(JobState)))
    def remove(self, number: int, state: JobState) -> None:
        job = self.some(state, number)
        if job is None:
            return
        gone = cards.remove(self.desk, [job.id])
        assert gone == (state in (JobState.WAITING, JobState.FAILED))
        if gone:
            del self.owed[job.member_id]

    @rule()
    def hold(self) -> None:
        cards.hold(self.desk)
        assert cards.take(self.desk, ask_after=99) is None

    @rule()
    def resume(self) -> None:
        cards.resume(self.desk)
        assert cards.queue(self.desk).count(JobState.FAILED) == 0

    @rule()
    def power_cut(self) -> None:
        """Without a goodbye: the file is opened again as it lies there."""
        printing = [job.id for job in cards.queue(self.desk).of(JobState.PRINTING)]
        self.desk.database.close()
        self.desk.database = open_database(self.folder / "loket.db", KEY)
        assert cards.recover(self.desk) == len(printing)
        asked = {job.id for job in cards.queue(self.desk).of(JobState.ASKING)}
        assert asked >= set(printing)

    @invariant()
    def everybody_has_what_he_was_promised(self) -> None:
        if not hasattr(self, "desk"):
            return
        found = cards.queue(self.desk)
        assert {job.member_id for job in found.jobs} == set(self.owed)
        assert len({job.place for job in found.jobs}) == len(found.jobs)
        assert found.count(JobState.PRINTING) <= 1
        for person in {*self.good, *self.spoilt}:
            lines = cards.print_log(self.desk, person)
            assert sum(not line.spoilt for line in lines) == self.good.get(person, 0)
            assert sum(bool(line.spoilt) for line in lines) == self.spoilt.get(person, 0)


TestQueueMachine = QueueMachine.TestCase
TestQueueMachine.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
