"""What a counter shows of a member, and finding one by name, number or phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from loket.db import queries
from loket.db.engine import driver
from loket.db.queries import LoanLine, MemberHit
from loket.domain.circulation import counted_loans, is_overdue, member_blocks
from loket.domain.entities import CardEnd, Id, LoanPolicy, Member, MemberCard
from loket.domain.errors import Block
from loket.domain.handling import standing_member
from loket.domain.policy import ANY, choose_policy
from loket.domain.ports import State
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


def holders(act: Action, code: str) -> tuple[list[Member], MemberCard | None]:
    """(whom this code opens, the ended card that bears it). More than one only after two counters clashed.

    A card in use opens its member; his bare number too, unless it was on a card that ended. A merged record opens the
    one that stands for it, as long as that one has no card of its own: one person, one card.
    """
    cards = act.state.cards_with_code(code)
    in_use = [card for card in cards if card.end is CardEnd.IN_USE]
    over = {card.member_id: card for card in cards if card.end is not CardEnd.IN_USE}
    found: dict[Id, Member] = {}
    for member in (*_members(act, in_use), *act.state.members_with_no(code)):
        if member.erased or (member.id in over and member.id not in {card.member_id for card in in_use}):
            continue
        standing = standing_member(act.state, member.id) or member
        newer = None if standing.id == member.id else card_in_use(act.state, standing.id)
        if newer is None:
            found[standing.id] = standing
        else:
            over[member.id] = replace(newer, end=CardEnd.CHANGED, ended_on=newer.issued_on)
    return list(found.values()), max(over.values(), key=_ended_on, default=None)


def _members(act: Action, cards: Sequence[MemberCard]) -> list[Member]:
    found = [act.state.get(Member, card.member_id) for card in cards]
    return [member for member in found if member is not None]


def _ended_on(card: MemberCard) -> date:
    return card.ended_on or card.issued_on


def card_in_use(state: State, member_id: Id) -> MemberCard | None:
    """The last card given out; None where his number alone opens him."""
    cards = [card for card in state.cards_of(member_id) if card.end is CardEnd.IN_USE]
    return cards[-1] if cards else None


def card_code(act: Action, member: Member) -> str:
    """What the barcode on his card says: the code of the card in use, else his number."""
    card = card_in_use(act.state, member.id)
    return card.code if card else member.member_no


def find_members(desk: Desk, text: str, limit: int = queries.SEARCH_LIMIT) -> list[MemberHit]:
    """Members by words of the name in any order, by number, or by phone in any Indonesian form.

    Nobody where people are not listed.
    """
    if not desk.lists_people:
        return []
    with desk.database.read() as connection:
        return queries.search_members(driver(connection), text, limit)
