"""Which loan policy applies: member type × collection kind, most specific first, wildcards only where written."""

from __future__ import annotations

from collections.abc import Iterable

from loket.domain.entities import FineMode, Id, LoanPolicy
from loket.domain.errors import InvalidInput
from loket.domain.settings import PolicyOrder

ANY = "*"
LONGEST_DAYS = 3_650  # ten years; beyond some thousand years no date can be written
DEFAULT_POLICY = LoanPolicy(id=Id("0" * 32))
"""In force where no written policy matches: two titles and two copies for seven days, one renewal
(SOP peminjaman, note of step 5; length and renewals as the reference practices have them)."""


def choose_policy(
    policies: Iterable[LoanPolicy],
    member_type: str,
    collection_kind: str,
    order: PolicyOrder = PolicyOrder.MEMBER_TYPE_FIRST,
) -> LoanPolicy:
    """The most specific policy in force. Two equally specific ones: the later adopted (larger id) wins."""
    matching = [
        policy
        for policy in policies
        if not policy.retired
        and policy.member_type in (ANY, member_type)
        and policy.collection_kind in (ANY, collection_kind)
    ]
    return max(matching, key=lambda policy: (*_rank(policy, order), policy.id), default=DEFAULT_POLICY)


def _rank(policy: LoanPolicy, order: PolicyOrder) -> tuple[bool, bool]:
    by_type, by_kind = policy.member_type != ANY, policy.collection_kind != ANY
    return (by_type, by_kind) if order is PolicyOrder.MEMBER_TYPE_FIRST else (by_kind, by_type)


def check_policy(policy: LoanPolicy) -> None:
    """Refuse terms no library can mean. Raises InvalidInput naming the field.

    Money needs a legal basis: no tariff without a regional rule (design section 8).
    """
    least = {
        "loan_days": 1,
        "max_titles": 0,
        "max_items": 0,
        "renewals": 0,
        "renewal_days": 1,
        "grace_days": 0,
        "fine_per_day_rp": 0,
        "fine_cap_rp": 0,
        "suspension_per_day_days": 0,
        "suspension_cap_days": 0,
    }
    for name, minimum in least.items():
        maximum = LONGEST_DAYS if name.endswith("_days") else 10_000_000
        if not minimum <= getattr(policy, name) <= maximum:
            raise InvalidInput(name, "number_out_of_range", minimum=minimum, maximum=maximum)
    if policy.fine_mode in (FineMode.MONEY, FineMode.BOTH):
        if policy.fine_per_day_rp == 0:
            raise InvalidInput("fine_per_day_rp", "fine_amount_missing")
        if not policy.legal_basis.strip():
            raise InvalidInput("legal_basis", "legal_basis_missing")
