"""What a counter shows of a member, and finding one by name, number or phone."""

from __future__ import annotations

from dataclasses import dataclass

from loket.db import queries
from loket.db.engine import driver
from loket.db.queries import LoanLine, MemberHit
from loket.domain.circulation import counted_loans, is_overdue, member_blocks
from loket.domain.entities import Id, LoanPolicy, Member
from loket.domain.errors import Block
from loket.domain.policy import ANY, choose_policy
from loket.services.desk import Action, Desk


@dataclass(frozen=True, slots=True)
class MemberOverview:
    """Everything the member panel needs, of one moment.

    Attributes:
        policy: terms for this member type and the general collection; `items_left` is counted by it.
        blocks: what stops loans today, the gravest first.
        lines: open loans, the first due first.
    """

    member: Member
    policy: LoanPolicy
    lines: tuple[LoanLine, ...]
    blocks: tuple[Block, ...]
    owed_rp: int
    overdue: int
    items_left: int


def overview(act: Action, member_id: Id) -> MemberOverview | None:
    """The member as this transaction sees him; None when he is not known."""
    member = act.state.get(Member, member_id)
    if member is None:
        return None
    settings, policies = act.rules.settings, act.rules.policies
    lines = tuple(queries.loan_lines(act.driver, member_id))
    loans = [line.loan for line in lines]
    charges = act.state.open_charges(member_id)
    policy = choose_policy(policies, member.member_type, settings.collection_kinds[0] or ANY, settings.policy_order)
    return MemberOverview(
        member=member,
        policy=policy,
        lines=lines,
        blocks=member_blocks(member, act.today, loans, charges, settings),
        owed_rp=sum(charge.amount_rp - charge.settled_rp for charge in charges),
        overdue=sum(is_overdue(loan, act.today) for loan in loans),
        items_left=max(0, policy.max_items - len(counted_loans(loans, policy, settings))),
    )


def find_members(desk: Desk, text: str, limit: int = queries.SEARCH_LIMIT) -> list[MemberHit]:
    """Members by words of the name in any order, by number, or by phone in any Indonesian form."""
    with desk.database.read() as connection:
        return queries.search_members(driver(connection), text, limit)
