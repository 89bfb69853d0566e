"""The cash desk without its window: who pays, what for, how, and what is given back.

Everything typed or scanned is answered in its turn: an Enter never pays a bill that the card before it was to replace.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Protocol

from loket.db.queries import MemberHit
from loket.domain.entities import Id, PayMethod, Receipt, Tariff
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.services import house_codes, payments, receipts
from loket.services.case_money import RefundDue
from loket.services.circulation import Approval
from loket.services.desk import Desk
from loket.services.house_codes import HouseCode
from loket.services.members import find_members, holders
from loket.services.payments import Taken
from loket.ui.jobs import JobRunner
from loket.ui.presenters.members import Problem, show_failure
from loket.ui.presenters.till import Till, read_till, refunds_waiting
from loket.ui.sounds import SoundName

SCANNER_ENTER_MS = 300  # an Enter so soon after a code was sent by the scanner as well
LOOK_UP_LIMIT = 8


@dataclass(frozen=True, slots=True)
class Done:
    """Something else than a payment was done: `what` names it, the rest fills its sentence."""

    what: str
    amount_rp: int = 0
    name: str = ""


class CashView(Protocol):
    """The page as the presenter sees it."""

    def show_till(self, till: Till, *, answer: bool = True) -> None:
        """The lines and the money; with `answer` also the sum as the answer, else what was said last stays."""

    def show_taken(self, taken: Taken, paid: Till) -> None: ...
    def show_done(self, done: Done) -> None: ...
    def show_idle(self) -> None: ...
    def show_nothing_due(self, till: Till) -> None: ...
    def show_choices(self, hits: Sequence[MemberHit], typed: str) -> None: ...
    def show_receipt(self, receipt: Receipt) -> None: ...
    def go_to_house(self, code: HouseCode) -> None: ...
    def show_refunds_due(self, dues: Sequence[RefundDue]) -> None:
        """Whom somebody decided to give money back; none is the usual."""

    def show_invalid(self, error: InvalidInput) -> None: ...
    def show_problem(self, error: Problem) -> None: ...
    def keep_text(self, text: str) -> None: ...
    def ask_drawer(self) -> None:
        """Cash was offered while no drawer is open."""

    def play(self, sound: SoundName) -> None: ...


@dataclass(frozen=True, slots=True)
class Found:
    """What a scanned or typed text stands for: a member, a receipt, something of another page, or several people."""

    member_id: Id | None = None
    receipt: Receipt | None = None
    house: HouseCode | None = None
    hits: tuple[MemberHit, ...] = ()


class CashPresenter:
    """Knows no Qt. `till` is what the page shows; one thing is done at a time, the next waits for its answer."""

    def __init__(self, desk: Desk, jobs: JobRunner, view: CashView, on_change: Callable[[], None]) -> None:
        self._desk, self._jobs, self._view, self._on_change = desk, jobs, view, on_change
        self.till = Till()
        self._queue: deque[Callable[[], None]] = deque()
        self._busy = False
        self._coded_ms = -SCANNER_ENTER_MS
        self._began_at: datetime | None = None  # the bill in hand

    @property
    def waiting(self) -> int:
        return len(self._queue)

    # ---- what comes in ---------------------------------------------------------------------------------------------

    def scanned(self, text: str) -> None:
        """A card, a receipt, a name; or an empty Enter: take the money."""
        now_ms = self._desk.clock.mono_ms()
        if text.strip():
            self._coded_ms = now_ms
            self._in_turn(lambda: self._look_up(text.strip()))
        elif now_ms - self._coded_ms >= SCANNER_ENTER_MS:
            self._in_turn(self._pay_or_finish)

    def typed(self, text: str) -> None:
        """A person pauses while typing: offer whom he may mean."""
        desk = self._desk
        self._jobs.start(
            lambda: find_members(desk, text, LOOK_UP_LIMIT), lambda hits: self._view.show_choices(hits, text)
        )

    def member_chosen(self, member_id: Id) -> None:
        self._in_turn(lambda: self._open(member_id))

    def take(self) -> None:
        """The button, or Enter in the field of the money: as an empty Enter in the scan box."""
        self._in_turn(self._pay_or_finish)

    def finish(self) -> None:
        """Nobody is at the counter any more."""
        self._in_turn(self._clear)

    def look_again(self) -> None:
        """Rows changed elsewhere: the bill is read anew, unless something is being done with it."""
        member = self.till.member
        if member is not None and not self._busy and not self._queue and self.till.received_rp is None:
            self._in_turn(lambda: self._open(member.id, again=True))

    def read_refunds_due(self) -> None:
        """Not in turn: it waits for nothing and nothing waits for it."""
        desk = self._desk
        self._jobs.start(lambda: refunds_waiting(desk), self._view.show_refunds_due, self._failed_aside)

    # ---- what is changed on the counter ----------------------------------------------------------------------------

    def toggle(self, key: Id) -> None:
        self._set(self.till.toggled(key))

    def pay_part(self, key: Id, amount_rp: int) -> None:
        """Raises InvalidInput where the amount cannot be."""
        self._set(self.till.part(key, amount_rp))

    def sell(self, tariff: Tariff, quantity: int, payer: str = "") -> None:
        """A service for whoever stands here. Raises InvalidInput for a quantity below one."""
        till = self.till.with_service(tariff, quantity)
        self._began_at = self._began_at or self._desk.clock.now()
        self._set(replace(till, payer=payer.strip() or till.payer, step_rp=self._desk.settings().cash_rounding_rp))

    def remove(self, key: Id) -> None:
        self._set(self.till.without(key))

    def method_chosen(self, method: PayMethod) -> None:
        self._set(replace(self.till, method=method, received_rp=None))

    def received(self, amount_rp: int | None) -> None:
        self._set(replace(self.till, received_rp=amount_rp))

    def reference_given(self, text: str) -> None:
        self.till = replace(self.till, reference=text.strip())

    def _set(self, till: Till, *, answer: bool = True) -> None:
        self.till = till
        self._view.show_till(till, answer=answer)

    # ---- one after the other ---------------------------------------------------------------------------------------

    def _in_turn(self, work: Callable[[], None]) -> None:
        self._queue.append(work)
        self._next()

    def _next(self) -> None:
        if not self._busy and self._queue:
            self._queue.popleft()()

    def _start(self, work: Callable[[], object], done: Callable[..., None], *, write: bool = False) -> None:
        self._busy = True

        def answered(result: object) -> None:
            self._busy = False
            done(result)
            self._next()

        self._jobs.start(work, answered, self._failed, lane="write" if write else "read")

    def _failed(self, error: Exception) -> None:
        """What was to come after it was meant for another bill: it is dropped."""
        self._busy = False
        self._queue.clear()
        if isinstance(error, Refused) and error.code is RefusalCode.NO_OPEN_SHIFT:
            self._view.ask_drawer()
            return
        show_failure(self._view, error)

    def _failed_aside(self, error: Exception) -> None:
        show_failure(self._view, error)

    # ---- finding ---------------------------------------------------------------------------------------------------

    def _look_up(self, text: str) -> None:
        desk = self._desk
        self._start(lambda: look_up(desk, text), lambda found: self._found(found, text))

    def _found(self, found: Found, text: str) -> None:
        if found.member_id is not None:
            self._open(found.member_id)
        elif found.receipt is not None:
            self._queue.clear()
            self._view.show_receipt(found.receipt)
        elif found.house is not None:
            self._queue.clear()
            self._view.go_to_house(found.house)
        else:
            self._queue.clear()
            self._view.keep_text(text)
            self._view.show_choices(found.hits, text)

    def _open(self, member_id: Id, *, again: bool = False) -> None:
        desk = self._desk
        if not again:
            self._began_at = desk.clock.now()
        self._start(lambda: read_till(desk, member_id), partial(self._opened, again=again))

    def _opened(self, till: Till, *, again: bool = False) -> None:
        before = self.till
        self._set(replace(till, method=before.method, reference=before.reference) if again else till)
        if not again:
            self._view.play("ok" if till.chosen else "attention")
        if not again and not till.chosen:
            self._view.show_nothing_due(till)

    # ---- money -----------------------------------------------------------------------------------------------------

    def _pay_or_finish(self) -> None:
        till = self.till
        if till.change_rp < 0:
            self._queue.clear()
            self._view.show_invalid(InvalidInput("received_rp", "received_too_little", total_rp=till.total_rp))
        elif till.chosen:
            self._take(till)
        else:
            self._clear()

    def _take(self, till: Till) -> None:
        desk, began_at = self._desk, self._began_at
        received_rp = till.received_rp if till.received_rp is not None else till.total_rp

        def work() -> Taken:
            return payments.take_payment(
                desk,
                till.wanted(),
                member_id=till.member.id if till.member else None,
                payer=till.payer,
                method=till.method,
                reference=till.reference,
                received_rp=received_rp if till.method is PayMethod.CASH else None,
                began_at=began_at,
            )

        self._start(work, lambda taken: self._taken(taken, till), write=True)

    def _taken(self, taken: Taken, till: Till) -> None:
        self._began_at = self._desk.clock.now() if till.member is not None else None
        self._set(self._rest(till), answer=False)
        self._view.show_taken(taken, till)
        self._view.play("ok")
        self._on_change()
        if till.member is not None:
            self._reread(till.member.id)

    def _rest(self, till: Till) -> Till:
        """Until the bill is read again: what was not paid."""
        paid = {line.key for line in till.chosen}
        left = tuple(line for line in till.lines if line.key not in paid)
        return Till(till.member, left, till.credits, till.waivers, till.decisions)

    def _reread(self, member_id: Id) -> None:
        """Show what is left without ticking it: the next Enter means the next payer."""
        desk = self._desk

        def show(till: Till) -> None:
            unticked = tuple(replace(line, ticked=False) for line in till.lines)
            self._set(replace(till, lines=unticked), answer=False)

        self._start(lambda: read_till(desk, member_id), show)

    def _clear(self) -> None:
        self.till, self._began_at = Till(), None
        self._view.show_till(self.till)
        self._view.show_idle()

    def _do(self, work: Callable[[], object], done: Done) -> None:
        """Something with the open bill that is no payment; the bill is read again."""
        member = self.till.member

        def shown(_: object) -> None:
            self._view.show_done(done)
            self._view.play("ok")
            self._on_change()
            if member is not None:
                self._open(member.id, again=True)

        self._in_turn(lambda: self._start(work, shown, write=True))

    def waive(self, charge_id: Id, amount_rp: int, reason: str, approval: Approval | None) -> None:
        """Part of a charge, or all of it, is let off."""
        desk = self._desk
        self._do(lambda: payments.waive(desk, charge_id, amount_rp, reason, approval), Done("waived", amount_rp))

    def void_waiver(self, waiver_id: Id, amount_rp: int, reason: str, approval: Approval | None) -> None:
        """What was let off by mistake is owed again."""
        desk = self._desk
        work = partial(payments.void_waiver, desk, waiver_id, reason, approval)
        self._do(work, Done("waiver_voided", amount_rp))

    def use_credit(self, from_charge_id: Id, to_charge_id: Id) -> None:
        desk = self._desk
        self._do(lambda: payments.use_credit(desk, from_charge_id, to_charge_id), Done("credit_used"))

    def refund(self, charge_id: Id, amount_rp: int, reason: str, approval: Approval | None) -> None:
        """Credit goes back to the member in cash."""
        desk = self._desk
        work = partial(payments.refund, desk, charge_id, amount_rp, reason, approval)
        self._do(work, Done("refunded", amount_rp))


def look_up(desk: Desk, text: str) -> Found:
    """A card or member number first, then a receipt's, then tags and slips, then a name. Raises Refused for none."""
    with desk.view() as act:
        members, ended = holders(act, text)
    if len(members) == 1:
        return Found(member_id=members[0].id)
    if len(members) > 1:
        raise Refused(RefusalCode.CODE_AMBIGUOUS, code=text)
    receipt = receipts.receipt_by_number(desk, text)
    if receipt is not None:
        return Found(receipt=receipt)
    if ended is not None:
        raise Refused(RefusalCode.CARD_REPLACED, ended_on=ended.ended_on, end=ended.end)
    house = house_codes.find(desk, text)
    if house is not None:
        return Found(house=house)
    hits = find_members(desk, text, LOOK_UP_LIMIT)
    if len(hits) == 1:
        return Found(member_id=hits[0].id)
    if not hits:
        raise Refused(RefusalCode.CODE_UNKNOWN, code=text)
    return Found(hits=tuple(hits))
