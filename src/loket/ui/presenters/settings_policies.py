"""Trying the loan rules out: which policy applies, when a book is due, what a late return costs.

The same domain functions as at the counter; nothing is computed here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from loket.domain.circulation import DueDate, Lateness, due_date, lateness
from loket.domain.entities import FineMode, Id, LoanPolicy
from loket.domain.policy import ANY, DEFAULT_POLICY, choose_policy
from loket.services.desk import Rules

MONEY = (FineMode.MONEY, FineMode.BOTH)
SUSPENSION = (FineMode.SUSPENSION, FineMode.BOTH)
DRAFT = Id("f" * 32)  # sorts after every real key: the terms being written win over equals


@dataclass(frozen=True, slots=True)
class Trial:
    """One loan and one return under the rules. `draft`: the terms being written apply."""

    policy: LoanPolicy
    lent_on: date
    due: DueDate
    returned_on: date
    late: Lateness
    draft: bool


def try_rules(
    rules: Rules,
    member_type: str,
    collection_kind: str,
    lent_on: date,
    returned_on: date,
    *,
    valid_until: date | None = None,
    draft: LoanPolicy | None = None,
    replaces: Id | None = None,
) -> Trial:
    """What would happen; with `draft` as if it were in force already, in place of `replaces`."""
    policies = with_draft(rules.policies, draft, replaces)
    policy = choose_policy(policies, member_type, collection_kind, rules.settings.policy_order)
    due = due_date(lent_on, policy.loan_days, policy, rules.settings, rules.calendar, valid_until)
    returned_on = max(returned_on, lent_on)
    late = lateness(due.on, returned_on, policy, rules.calendar)
    return Trial(policy, lent_on, due, returned_on, late, policy.id == DRAFT)


def with_draft(policies: Iterable[LoanPolicy], draft: LoanPolicy | None, replaces: Id | None) -> list[LoanPolicy]:
    """The policies as they would stand once the draft is adopted."""
    if draft is None:
        return list(policies)
    pair = (draft.member_type, draft.collection_kind)
    kept = [
        policy for policy in policies if policy.id != replaces and (policy.member_type, policy.collection_kind) != pair
    ]
    return [*kept, replace(draft, id=DRAFT, retired=False)]


def in_reading_order(policies: Sequence[LoanPolicy], member_types: Sequence[str], kinds: Sequence[str]) -> list[Id]:
    """Keys of the policies as a reader expects them: the general one first, then by the library's own lists."""

    def place(words: Sequence[str], word: str) -> tuple[int, str]:
        return (-1, "") if word == ANY else (words.index(word) if word in words else len(words), word)

    ordered = sorted(
        policies, key=lambda policy: (place(member_types, policy.member_type), place(kinds, policy.collection_kind))
    )
    return [policy.id for policy in ordered]


def matrix(rules: Rules) -> dict[tuple[str, str], tuple[LoanPolicy, bool]]:
    """For each member type and collection kind, "*" included: the policy in force, and whether it is written there.

    A cell of "*" shows what is written for it, or what applies to somebody for whom nothing is written.
    """
    settings = rules.settings
    written = {(policy.member_type, policy.collection_kind) for policy in rules.policies}
    return {
        (member_type, kind): (
            choose_policy(rules.policies, member_type, kind, settings.policy_order),
            (member_type, kind) in written,
        )
        for member_type in (ANY, *settings.member_types)
        for kind in (ANY, *settings.collection_kinds)
    }


def shown_fields(mode: FineMode, grace_days: int) -> frozenset[str]:
    """The fields of a policy that mean something under this sanction; the others are not asked."""
    hidden: set[str] = set()
    if mode not in MONEY:
        hidden |= {"fine_per_day_rp", "fine_cap_rp", "legal_basis"}
    if mode not in SUSPENSION:
        hidden |= {"suspension_per_day_days", "suspension_cap_days"}
    if mode is FineMode.NONE:
        hidden |= {"grace_days", "closed_days_free"}
    if mode is FineMode.NONE or grace_days == 0:
        hidden |= {"grace_kind", "grace_in"}
    return frozenset(EDITED) - hidden


EDITED: tuple[str, ...] = tuple(field.name for field in fields(LoanPolicy) if field.name not in ("id", "retired"))


def policy_of(values: dict[str, Any], base: LoanPolicy = DEFAULT_POLICY) -> LoanPolicy:
    """Terms from the form's values, what it does not show as `base` has it."""
    return replace(base, **values)
