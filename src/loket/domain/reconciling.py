"""Receipts = hand-overs = deposits: what must fit, and the names of what does not. Pure values and arithmetic.

opening + receipts - voids + differences - remitted = closing. The left side comes from receipts, counted drawers and
deposit slips; the closing balance from what lies in drawers, was handed over, received and not deposited.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from loket.domain.books import NOTHING, Balance, Places
from loket.domain.entities import Id, Remittance


class GapKind(StrEnum):
    """What can be wrong between the rows. Each has its sentence."""

    RECEIPT_LINES = "receipt_lines"  # lines of a receipt do not sum to its total
    OUTSIDE_SHIFT = "outside_shift"  # cash, or what must be deposited, that belongs to no shift
    SHIFT_EXPECTED = "shift_expected"  # closed with another expectation of cash than its receipts give
    SHIFT_NONCASH = "shift_noncash"  # closed with another sum of what is not cash than its receipts give
    HAND_OVER_SHIFTS = "hand_over_shifts"  # says another sum than its shifts give
    REMITTED_OTHERWISE = "remitted_otherwise"  # a deposit slip says another sum than its hand-overs give
    SLIP_LINES = "slip_lines"  # lines of a deposit slip do not sum to its amount


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that does not fit. `proof_no`: its paper's number, the desk's code for a shift.

    `effect`: how much of the reconciliation's difference it explains; nothing where sums of money are not touched.
    """

    kind: GapKind
    proof_no: str
    about: Id
    on: date
    expected_rp: int
    found_rp: int
    effect: Balance = NOTHING


@dataclass(frozen=True, slots=True)
class FloatMove:
    """A drawer opened with another float than the last shift left. Not the region's money; the paper shows it."""

    shift_id: Id
    station_code: str
    on: date
    was_rp: int
    float_rp: int


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """See the module. Days `from_on` to `until`, both included.

    Attributes:
        receipts: payments and money given back, by their day. voids: by the day of the void, above nought.
        shift_differences_rp, received_differences_rp: counted drawers, and the treasurer's counts.
        handed_over_rp, received_rp: cash, by their days.
        remitted: deposited, net of slips made void.
        closing, places: from drawers, hand-overs and deposits; `places` sums to `closing`.
        direct_rp: not cash, straight to the regional cash account: in none of the others.
        confirmed_rp: how much of the span's deposits the bank confirmed; `unconfirmed` the slips it did not.
    """

    from_on: date
    until: date
    opening: Balance
    receipts: Balance
    voids: Balance
    shift_differences_rp: int
    received_differences_rp: int
    handed_over_rp: int
    received_rp: int
    remitted: Balance
    places: Places
    direct_rp: int
    confirmed_rp: int
    unconfirmed: tuple[Remittance, ...]
    gaps: tuple[Gap, ...]
    float_moves: tuple[FloatMove, ...]

    @property
    def closing(self) -> Balance:
        return self.places.balance

    @property
    def difference(self) -> Balance:
        """What the papers leave over the money that should be there."""
        counted = Balance(self.shift_differences_rp + self.received_differences_rp)
        return self.opening + self.receipts - self.voids + counted - self.remitted - self.closing

    @property
    def unexplained(self) -> Balance:
        """What the gaps do not name of it."""
        return self.difference - sum((gap.effect for gap in self.gaps), NOTHING)

    @property
    def agrees(self) -> bool:
        return self.difference == NOTHING and not self.gaps


class AgedKind(StrEnum):
    """How far money came on its way to the bank."""

    OPEN_SHIFT = "open_shift"  # in a drawer that is open
    WAITING = "waiting"  # counted, at the desk
    ON_THE_WAY = "on_the_way"  # handed over, not received
    AT_TREASURER = "at_treasurer"


@dataclass(frozen=True, slots=True)
class Aged:
    """Money not yet deposited. `days`: open days after `since`, the day the oldest of it was taken.

    `number`: of the hand-over, "" for a shift. `about`: the key of the one or the other.
    """

    kind: AgedKind
    about: Id
    number: str
    station_code: str
    since: date
    amount_rp: int
    days: int
    overdue: bool
