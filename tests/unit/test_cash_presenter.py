"""What the cash desk decides without its window: the sum, the change, and whose bill an Enter pays."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import SUPERVISOR, FakeClock, new_desk, operator
from hypothesis import given
from hypothesis import strategies as st
from stock import add_member, adopt_tariff, event_types, journal, set_rule

from loket.db.queries import MemberHit
from loket.domain import events as e
from loket.domain.entities import Charge, Id, PayMethod, Receipt
from loket.domain.errors import InvalidInput, RefusalCode
from loket.services import cash_shift
from loket.services.bills import ChargeLine, given_waivers
from loket.services.case_money import RefundDue
from loket.services.circulation import Approval
from loket.services.desk import Action, Desk
from loket.services.payments import Taken
from loket.ui.jobs import InlineJobs, JobRunner
from loket.ui.presenters.cash import CashPresenter, Done
from loket.ui.presenters.cash_drawer import Count
from loket.ui.presenters.till import (
    NOTES,
    WAIVED_LATELY_DAYS,
    Decision,
    LineKind,
    Till,
    TillLine,
    handy_sums,
    read_till,
    with_decisions,
)
from loket.ui.texts_cash import difference_words, signed, till_lines

FINE = "fine"


def line(key: str, owed_rp: int, **values: Any) -> TillLine:
    given = {"kind": LineKind.CHARGE, "what": FINE, "title": f"Judul {key}", "pay_rp": owed_rp} | values
    return TillLine(key=Id(key), owed_rp=owed_rp, **given)


def till(*lines: TillLine, **values: Any) -> Till:
    return Till(lines=lines, **values)


# ---- the sum and the change ----------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.integers(1, 500_000), st.booleans(), st.booleans()), max_size=6), st.data())
def test_what_is_asked_for_is_the_sum_of_what_is_ticked_and_may_be_taken(
    rows: list[tuple[int, bool, bool]], data: st.DataObject
) -> None:
    lines = [
        line(str(number), owed, ticked=ticked, why_not=None if ours else RefusalCode.TREASURER_ONLY)
        for number, (owed, ticked, ours) in enumerate(rows)
    ]
    shown = till(*lines)
    due = {number: owed if ticked and ours else 0 for number, (owed, ticked, ours) in enumerate(rows)}
    for number, (owed, _, ours) in enumerate(rows):
        if data.draw(st.booleans()):
            part = data.draw(st.integers(1, owed))
            shown = shown.part(Id(str(number)), part)
            due[number] = part if ours else 0
    assert shown.total_rp == sum(due.values())
    assert shown.total_rp == sum(wanted.amount_rp for wanted in shown.wanted())
    assert all(wanted.amount_rp > 0 for wanted in shown.wanted())
    assert shown.elsewhere_rp == sum(owed for owed, _, ours in rows if not ours)
    received = data.draw(st.integers(0, 1_000_000))
    given_back = Till(lines=shown.lines, received_rp=received)
    assert given_back.total_rp + given_back.change_rp == received


@given(st.integers(1, 3_000_000))
def test_the_sums_offered_are_rounder_more_and_each_once(total_rp: int) -> None:
    sums = handy_sums(total_rp)
    assert list(sums) == sorted(set(sums))
    assert all(one > total_rp and any(one % note == 0 for note in NOTES) for one in sums)
    assert all(one - total_rp <= max(NOTES) for one in sums)


def test_a_fine_of_3500_offers_the_notes_people_carry() -> None:
    assert handy_sums(3_500) == (5_000, 10_000, 20_000, 50_000)
    assert handy_sums(0) == ()


def test_cash_is_rounded_to_the_coins_there_are_and_nothing_else_is() -> None:
    shown = till(line("a", 1_230), step_rp=100)
    assert shown.total_rp == 1_200
    assert Till(lines=shown.lines, step_rp=100, method=PayMethod.QRIS).total_rp == 1_230


def test_another_sum_forgets_what_was_put_on_the_counter() -> None:
    shown = till(line("a", 1_000), line("b", 500), received_rp=2_000)
    assert shown.toggled(Id("a")).received_rp is None
    assert shown.toggled(Id("a")).total_rp == 500


def test_what_only_the_treasurer_takes_cannot_be_ticked_or_paid_in_part() -> None:
    kept = line("a", 9_000, ticked=False, why_not=RefusalCode.TREASURER_ONLY)
    shown = till(kept)
    assert shown.toggled(Id("a")).total_rp == 0
    assert shown.part(Id("a"), 100).total_rp == 0
    assert till_lines(shown).word == "Bayar di bendahara"


@pytest.mark.parametrize("amount_rp", [0, -1, 1_001])
def test_a_part_is_more_than_nothing_and_no_more_than_is_owed(amount_rp: int) -> None:
    with pytest.raises(InvalidInput) as caught:
        till(line("a", 1_000)).part(Id("a"), amount_rp)
    assert caught.value.field == "amount_rp"
    assert caught.value.params == {"owed_rp": 1_000}


def test_a_service_sold_twice_is_one_line_and_is_taken_off_again(desk: Desk) -> None:
    copy = adopt_tariff(desk, "photocopy", 500, name="Fotokopi A4")
    shown = till(line("a", 1_000)).with_service(copy, 3).with_service(copy, 2)
    assert [(one.quantity, one.owed_rp) for one in shown.lines] == [(1, 1_000), (5, 2_500)]
    assert shown.without(copy.id).lines == till(line("a", 1_000)).lines
    assert shown.without(Id("a")) == shown  # what is owed stays
    with pytest.raises(InvalidInput):
        shown.with_service(copy, 0)


# ---- whose bill an Enter pays ---------------------------------------------------------------------------------------


@dataclass
class FakeView:
    """Remembers what it was told to show."""

    shown: list[Any] = field(default_factory=list)
    till: Till = field(default_factory=Till)

    def show_till(self, till: Till, *, answer: bool = True) -> None:
        self.till = till

    def show_taken(self, taken: Taken, paid: Till) -> None:
        self.shown.append(("taken", paid.member.full_name if paid.member else "", taken.receipt.total_rp))

    def show_done(self, done: Done) -> None:
        self.shown.append(("done", done))

    def show_idle(self) -> None:
        self.shown.append(("idle",))

    def show_nothing_due(self, till: Till) -> None:
        self.shown.append(("nothing", till.member))

    def show_refunds_due(self, dues: Sequence[RefundDue]) -> None:
        self.shown.append(("dues", [(due.member.full_name if due.member else "", due.credit_rp) for due in dues]))

    def show_choices(self, hits: Sequence[MemberHit], typed: str) -> None:
        self.shown.append(("choices", [hit.member_no for hit in hits]))

    def show_receipt(self, receipt: Receipt) -> None:
        self.shown.append(("receipt", receipt.number))

    def show_invalid(self, error: InvalidInput) -> None:
        self.shown.append(("invalid", error.field, error.code))

    def show_problem(self, error: Any) -> None:
        self.shown.append(("problem", error.code))

    def keep_text(self, text: str) -> None:
        self.shown.append(("kept", text))

    def ask_drawer(self) -> None:
        self.shown.append(("drawer",))

    def play(self, sound: str) -> None:
        pass


class HeldJobs:
    """Does nothing until it is told to: what a slow disk looks like."""

    def __init__(self) -> None:
        self._inline, self._held = InlineJobs(), deque[Callable[[], object]]()

    def start(
        self, fn: Any, on_success: Any = None, on_failure: Any = None, lane: str = "read", owner: Any = None
    ) -> Any:
        self._held.append(lambda: self._inline.start(fn, on_success, on_failure))

    def start_long(self, *_: Any, **__: Any) -> Any:
        raise AssertionError("nothing here takes long")

    def run(self) -> None:
        while self._held:
            self._held.popleft()()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    set_rule(desk, "treasurer_only", ())
    adopt_tariff(desk, FINE)
    cash_shift.open_shift(desk, 100_000)
    yield desk
    desk.database.close()


def owing(desk: Desk, number: str, amount_rp: int) -> Id:
    member = add_member(desk, number, name=f"Anggota {number}")
    with desk.action() as act:
        act.record(e.FeeRaised(act.new_id(), member, FINE, amount_rp, act.today, "Perda Contoh 1/2026"))
    return member


def at_counter(desk: Desk, jobs: JobRunner) -> tuple[CashPresenter, FakeView]:
    view = FakeView()
    return CashPresenter(desk, jobs, view, on_change=lambda: None), view


def scan(presenter: CashPresenter, *texts: str) -> None:
    clock = presenter._desk.clock
    assert isinstance(clock, FakeClock)
    for text in texts:
        clock.advance(seconds=2)
        presenter.scanned(text)


def test_card_and_enter_pay_everything_ticked_exactly(desk: Desk) -> None:
    owing(desk, "M-1", 3_500)
    presenter, view = at_counter(desk, InlineJobs())
    scan(presenter, "m-1", "")
    assert ("taken", "Anggota M-1", 3_500) in view.shown
    assert event_types(desk, 1) == ["PaymentTaken"]
    assert view.till.lines == ()


def test_a_payment_takes_from_the_card_to_the_receipt(desk: Desk) -> None:
    owing(desk, "M-1", 3_500)
    presenter, _view = at_counter(desk, InlineJobs())
    scan(presenter, "m-1")
    assert isinstance(desk.clock, FakeClock)
    desk.clock.advance(seconds=40)
    scan(presenter, "")
    stamp = journal(desk)[-1].stamp
    assert stamp.done_at - stamp.began_at >= timedelta(seconds=40)


def test_an_enter_pays_the_card_before_it_however_slow_the_desk(desk: Desk) -> None:
    owing(desk, "M-1", 3_500)
    owing(desk, "M-2", 700)
    jobs = HeldJobs()
    presenter, view = at_counter(desk, jobs)
    scan(presenter, "M-1")
    jobs.run()
    scan(presenter, "M-2", "")  # both before the second card is even looked up
    jobs.run()
    assert [one for one in view.shown if one[0] == "taken"] == [("taken", "Anggota M-2", 700)]


def test_a_card_nobody_knows_drops_the_enter_that_came_after_it(desk: Desk) -> None:
    owing(desk, "M-1", 3_500)
    jobs = HeldJobs()
    presenter, view = at_counter(desk, jobs)
    scan(presenter, "M-1")
    jobs.run()
    scan(presenter, "X-999", "")
    jobs.run()
    assert ("problem", RefusalCode.CODE_UNKNOWN) in view.shown
    scan(presenter, "X-998")  # nor does it wait for the next scan
    jobs.run()
    assert not [one for one in view.shown if one[0] == "taken"]


def test_the_second_enter_of_a_scanner_pays_nothing(desk: Desk) -> None:
    owing(desk, "M-1", 3_500)
    presenter, view = at_counter(desk, InlineJobs())
    presenter.scanned("M-1")
    presenter.scanned("")  # at the same moment: the scanner's, not a person's
    assert not [one for one in view.shown if one[0] == "taken"]
    scan(presenter, "")
    assert [one for one in view.shown if one[0] == "taken"]


def test_two_enters_take_the_money_once(desk: Desk) -> None:
    owing(desk, "M-1", 3_500)
    jobs = HeldJobs()
    presenter, view = at_counter(desk, jobs)
    scan(presenter, "M-1")
    jobs.run()
    scan(presenter, "", "")
    jobs.run()
    assert len([one for one in view.shown if one[0] == "taken"]) == 1
    assert view.till.is_empty  # the second one said: next please


def test_too_little_money_is_said_at_its_field_and_nothing_is_taken(desk: Desk) -> None:
    owing(desk, "M-1", 3_500)
    presenter, view = at_counter(desk, InlineJobs())
    scan(presenter, "M-1")
    presenter.received(3_000)
    scan(presenter, "")
    assert view.shown[-1] == ("invalid", "received_rp", "received_too_little")
    assert "PaymentTaken" not in event_types(desk, 3)


def test_cash_without_an_open_drawer_leads_to_the_drawer_and_keeps_the_bill(desk: Desk) -> None:
    owing(desk, "M-1", 3_500)
    cash_shift.close_shift(desk, {100_000: 1}, 100_000)
    presenter, view = at_counter(desk, InlineJobs())
    scan(presenter, "M-1", "")
    assert view.shown[-1] == ("drawer",)
    assert presenter.till.total_rp == 3_500
    cash_shift.open_shift(desk, 100_000)
    scan(presenter, "")
    assert ("taken", "Anggota M-1", 3_500) in view.shown


def test_a_receipt_is_known_by_its_number(desk: Desk) -> None:
    owing(desk, "M-1", 3_500)
    presenter, view = at_counter(desk, InlineJobs())
    scan(presenter, "M-1", "", "00001/KW/L1/XI/2026")
    assert view.shown[-1] == ("receipt", "00001/KW/L1/XI/2026")


def test_a_name_of_two_people_is_asked_about(desk: Desk) -> None:
    owing(desk, "M-1", 3_500)
    owing(desk, "M-2", 3_500)
    presenter, view = at_counter(desk, InlineJobs())
    scan(presenter, "anggota")
    assert view.shown[-1] == ("choices", ["M-1", "M-2"])


def test_what_is_left_after_a_part_waits_unticked(desk: Desk) -> None:
    member = owing(desk, "M-1", 3_500)
    presenter, view = at_counter(desk, InlineJobs())
    scan(presenter, "M-1")
    presenter.pay_part(view.till.lines[0].key, 1_500)
    scan(presenter, "")
    assert ("taken", "Anggota M-1", 1_500) in view.shown
    assert [(one.owed_rp, one.ticked) for one in view.till.lines] == [(2_000, False)]
    with desk.view() as act:
        assert [charge.settled_rp for charge in act.state.open_charges(member)] == [1_500]


# ---- what was let off, what is given back ---------------------------------------------------------------------------


def the_row(act: Action, charge_id: Id) -> Charge:
    found = act.state.get(Charge, charge_id)
    assert found is not None
    return found


def test_a_bill_shows_what_was_let_off_lately_under_every_record_and_nothing_void(desk: Desk) -> None:
    member = owing(desk, "M-1", 3_500)
    stranger = owing(desk, "M-2", 900)
    with desk.action() as act:
        charge, other = act.state.open_charges(member)[0].id, act.state.open_charges(stranger)[0].id
        ids = [act.new_id() for _ in range(4)]
        for waiver, amount_rp, about in zip(ids, (100, 200, 300, 400), (charge, charge, charge, other), strict=True):
            act.record(e.ChargeWaived(waiver, about, amount_rp, act.today, f"sebab {amount_rp}"))
        act.record(e.WaiverVoided(ids[1], act.today, "keliru"))
    assert [given.waiver.amount_rp for given in read_till(desk, member).waivers] == [300, 100]
    clock = desk.clock
    assert isinstance(clock, FakeClock)
    clock.advance(days=WAIVED_LATELY_DAYS)
    assert len(read_till(desk, member).waivers) == 2
    clock.advance(days=1)
    assert read_till(desk, member).waivers == ()
    assert [given.waiver.id for given in given_waivers(desk, member)] == [ids[2], ids[0]]
    with desk.action() as act:  # as a return taken back does with its fine
        act.state.put(replace(the_row(act, charge), cancelled=True))
    assert given_waivers(desk, member) == ()


def test_taking_a_waiver_back_asks_for_the_money_again_at_once(desk: Desk) -> None:
    member = owing(desk, "M-1", 3_500)
    with desk.action() as act:
        waiver = act.new_id()
        act.record(e.ChargeWaived(waiver, act.state.open_charges(member)[0].id, 3_500, act.today, "keliru"))
    presenter, view = at_counter(desk, InlineJobs())
    scan(presenter, "M-1")
    assert view.till.total_rp == 0
    presenter.void_waiver(waiver, 3_500, "salah anggota", None)
    assert view.shown[-1] == ("problem", RefusalCode.APPROVAL_NEEDED)
    supervisor = operator(desk, SUPERVISOR)
    presenter.void_waiver(waiver, 3_500, "salah anggota", Approval(supervisor.id, "salah anggota"))
    assert ("done", Done("waiver_voided", 3_500)) in view.shown
    assert view.till.total_rp == 3_500


def test_what_was_decided_comes_first_among_the_credits_and_has_the_day_of_the_library() -> None:
    def credit(key: str, amount_rp: int) -> ChargeLine:
        charge = Charge(Id(key), Id("m"), FINE, 1, date(2026, 11, 1), credit_rp=amount_rp)
        return ChargeLine(charge, "", "", 0, True, None, "", FINE)

    kept, back = credit("a", 500), credit("b", 700)
    due = RefundDue(back.charge, None, 700, "sari", datetime(2026, 11, 2, 20, tzinfo=UTC))
    shown = with_decisions(till(credits=(kept, back)), [due], lambda at: (at + timedelta(hours=8)).date())
    assert [one.charge.id for one in shown.credits] == ["b", "a"]
    assert shown.decisions == (Decision(Id("b"), 700, "sari", date(2026, 11, 3)),)
    words = till_lines(shown)
    assert (words.word, words.hint_key) == ("Kembalikan Rp700", "Ctrl+U")
    assert words.detail == "Diputuskan oleh sari pada Sel, 3 Nov 2026: uangnya dikembalikan."
    assert with_decisions(till(credits=(kept,)), [due], datetime.date).decisions == ()


# ---- counting -------------------------------------------------------------------------------------------------------


@given(st.integers(0, 9_999_999), st.integers(0, 9_999_999), st.integers(0, 999_999))
def test_the_difference_has_its_sign_in_words(expected: int, counted: int, stays: int) -> None:
    count = Count(expected, counted, stays)
    word, figure, sentence, tone = difference_words(count.difference_rp)
    assert word == ("Lebih" if counted > expected else "Kurang" if counted < expected else "Selisih")
    assert figure[0] == ("+" if counted > expected else "−" if counted < expected else "P")
    assert tone == ("warn" if counted > expected else "stop" if counted < expected else "ok")
    assert sentence.endswith(".")
    assert count.to_hand_rp + count.stays_rp == counted


def test_a_difference_is_written_with_its_sign() -> None:
    assert (signed(2_000), signed(-500)) == ("+Rp2.000", "−Rp500")
