"""The drawer without its window: open, count, close, hand over, settle the day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from loket.domain.entities import CashShift, HandOver, Role
from loket.domain.errors import InvalidInput
from loket.services import cash_days, cash_shift
from loket.services.cash_days import DayView
from loket.services.cash_shift import ShiftView
from loket.services.circulation import Approval
from loket.services.desk import Desk
from loket.ui.jobs import JobRunner
from loket.ui.presenters.members import Problem, show_failure

SHOWN_DAYS = 31


@dataclass(frozen=True, slots=True)
class Drawer:
    """How it stands with the money of this desk.

    Attributes:
        shift: the open one. waiting: closed ones whose money is still here. recent: all of the last days, newest first.
        float_rp: what the last shift left in the drawer. day: today.
    """

    shift: ShiftView | None = None
    waiting: tuple[ShiftView, ...] = ()
    recent: tuple[ShiftView, ...] = ()
    float_rp: int = 0
    day: DayView | None = None

    @property
    def locked(self) -> bool:
        """Is today settled already?"""
        return self.day is not None and self.day.locked

    @property
    def waiting_rp(self) -> int:
        """Cash to be handed over."""
        return sum(shift.to_hand_rp for shift in self.waiting)

    @property
    def waiting_noncash_rp(self) -> int:
        return sum(shift.noncash_rp for shift in self.waiting)


@dataclass(frozen=True, slots=True)
class Count:
    """What was counted so far, against what should be there."""

    expected_rp: int
    counted_rp: int
    stays_rp: int

    @property
    def difference_rp(self) -> int:
        return self.counted_rp - self.expected_rp

    @property
    def to_hand_rp(self) -> int:
        return self.counted_rp - self.stays_rp


class CashDrawerView(Protocol):
    """The drawer as the presenter sees it."""

    def show_drawer(self, drawer: Drawer) -> None: ...
    def show_opened(self, shift: CashShift) -> None: ...
    def show_closed(self, shift: CashShift) -> None: ...
    def show_handed_over(self, handed: HandOver) -> None: ...
    def show_day(self, on: date, locked: bool) -> None: ...
    def show_invalid(self, error: InvalidInput) -> None: ...
    def show_problem(self, error: Problem) -> None: ...


class DrawerPresenter:
    """Knows no Qt."""

    def __init__(self, desk: Desk, jobs: JobRunner, view: CashDrawerView, on_change: Callable[[], None]) -> None:
        self._desk, self._jobs, self._view, self._on_change = desk, jobs, view, on_change
        self.drawer = Drawer()
        self._read_once = False

    @property
    def is_open(self) -> bool:
        return self.drawer.shift is not None

    @property
    def is_known(self) -> bool:
        """Has the drawer been read at all?"""
        return self._read_once

    def may_receive(self) -> bool:
        """Is the treasurer himself at this counter? Then closing may hand over at once."""
        operator = self._desk.operator
        return operator is not None and Role.TREASURER in operator.roles

    def read(self) -> None:
        desk = self._desk
        self._jobs.start(lambda: read_drawer(desk), self._known, self._failed)

    def _known(self, drawer: Drawer) -> None:
        self.drawer, self._read_once = drawer, True
        self._view.show_drawer(drawer)

    def count(self, counts: Mapping[int, int], stays_rp: int) -> Count:
        """The difference while one counts."""
        shift = self.drawer.shift
        counted = sum(worth * pieces for worth, pieces in counts.items())
        return Count(shift.expected_rp if shift else 0, counted, stays_rp)

    def open(self, float_rp: int) -> None:
        desk = self._desk
        self._do(lambda: cash_shift.open_shift(desk, float_rp), self._view.show_opened)

    def close(self, counts: Mapping[int, int], left_rp: int, explanation: str, *, to_treasurer: bool = False) -> None:
        desk, counted = self._desk, dict(counts)
        self._do(
            lambda: cash_shift.close_shift(desk, counted, left_rp, explanation, to_treasurer=to_treasurer),
            self._view.show_closed,
        )

    def hand_over(self) -> None:
        desk, ids = self._desk, [view.shift.id for view in self.drawer.waiting]
        self._do(lambda: cash_shift.hand_over(desk, ids), self._view.show_handed_over)

    def lock(self) -> None:
        desk, today = self._desk, self._desk.today()
        self._do(lambda: cash_days.lock_day(desk, today), lambda day: self._view.show_day(day.on, locked=True))

    def reopen(self, approve: Callable[[], Approval], failed: Callable[[Exception], None]) -> None:
        """A settled day is opened again by a supervisor's word; a refusal goes back to the sheet that asked."""
        desk, today = self._desk, self._desk.today()

        def work() -> date:
            return cash_days.reopen_day(desk, today, approve()).on

        self._do(work, lambda on: self._view.show_day(on, locked=False), failed)

    def _do(
        self,
        work: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        def shown(result: object) -> None:
            done(result)
            self._on_change()
            self.read()

        self._jobs.start(work, shown, failed or self._failed, lane="write")

    def _failed(self, error: Exception) -> None:
        show_failure(self._view, error)


def read_drawer(desk: Desk) -> Drawer:
    """Everything of one desk's drawer, read together."""
    today = desk.today()
    recent: Sequence[ShiftView] = cash_shift.shifts(desk, today - timedelta(days=SHOWN_DAYS), today, here=True)
    return Drawer(
        shift=cash_shift.current_shift(desk),
        waiting=tuple(cash_shift.waiting_shifts(desk)),
        recent=tuple(recent),
        float_rp=cash_shift.last_float(desk),
        day=cash_days.day_view(desk, today),
    )
