"""What is due, what is paid, which tariff holds: pure rules over rows of money.

Sources: SOP pengembalian steps 6-8; no tariff without a regional rule (UU 1/2022, PP 35/2023); integers of rupiah.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from loket.domain.entities import Charge, ChargeKind, Payment, Tariff, Waiver

TOLD_WHEN_IT_HAPPENS = frozenset({ChargeKind.FINE, ChargeKind.LOST, ChargeKind.DAMAGED})
"""Kinds whose amount no tariff says: the loan policy, or what the book costs."""
NAMED = frozenset({ChargeKind.PHOTOCOPY, ChargeKind.SERVICE})
"""Kinds with several tariffs side by side, told apart by their names."""
ROUNDING = "rounding"  # the line of a receipt that makes its total fit the coins there are


def settled(charge: Charge, lines: Iterable[Payment], waivers: Iterable[Waiver]) -> Charge:
    """The charge with its amounts worked out anew from the rows about it, in whatever order they came.

    What was paid beyond what is due is the member's credit; below nought, more was given back than he had.
    Always: paid = what it settled + credit (invariant 14 of the sync specification).
    """
    paid_rp = sum(line.amount_rp for line in lines if not line.voided)
    waived_rp = min(charge.amount_rp, sum(waiver.amount_rp for waiver in waivers if waiver.voided_on is None))
    due_rp = 0 if charge.cancelled else charge.amount_rp - waived_rp
    by_money_rp = min(max(0, paid_rp), due_rp)
    return replace(
        charge,
        paid_rp=paid_rp,
        waived_rp=waived_rp,
        settled_rp=0 if charge.cancelled else waived_rp + by_money_rp,
        credit_rp=paid_rp - by_money_rp,
    )


def owed_rp(charge: Charge) -> int:
    """What is still to be paid on it."""
    return 0 if charge.cancelled else charge.amount_rp - charge.settled_rp


def tariff_in_force(tariffs: Iterable[Tariff], kind: str, on: date, name: str = "") -> Tariff | None:
    """The tariff of a kind that holds on a day: the one that began last. `name` tells those of `NAMED` kinds apart.

    Of two that began on one day the later adopted (larger id) holds. One without a legal basis never does.
    """
    holding = [
        tariff
        for tariff in tariffs
        if tariff.kind == kind
        and tariff.valid_from <= on
        and not tariff.retired
        and tariff.legal_basis.strip()
        and (kind not in NAMED or tariff.name == name)
    ]
    return max(holding, key=lambda tariff: (tariff.valid_from, tariff.id), default=None)


def rounded_rp(amount_rp: int, step_rp: int) -> int:
    """The nearest amount that coins of `step_rp` make; half goes down, for the payer. 0: as it is."""
    if step_rp <= 1:
        return amount_rp
    below = amount_rp // step_rp * step_rp
    return below if (amount_rp - below) * 2 <= step_rp else below + step_rp
