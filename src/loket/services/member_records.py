"""The records of one person: found, merged, taken apart again."""

from __future__ import annotations

from loket.db.rows import id_bytes, mapper
from loket.domain import events as e
from loket.domain.entities import Id, Member, Role
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.handling import standing_member
from loket.services.desk import Action, Desk
from loket.services.member_forms import tidy
from loket.services.registration import LONGEST_REASON

DECIDERS = (Role.SUPERVISOR, Role.ADMIN)
_MERGED = f"""{mapper(Member).select_sql} WHERE id IN (
    WITH RECURSIVE gone (id) AS (
        SELECT id FROM member WHERE merged_into = ?
        UNION SELECT m.id FROM member m JOIN gone ON m.merged_into = gone.id)
    SELECT id FROM gone) ORDER BY id"""


# ---- who is meant -------------------------------------------------------------------------------------------------


def the_member(act: Action, member_id: Id) -> Member:
    """The member, or the record he was merged into. Raises Refused: CODE_UNKNOWN, MEMBER_ERASED, MEMBER_PENDING."""
    member = standing_member(act.state, member_id)
    if member is None:
        raise Refused(RefusalCode.CODE_UNKNOWN, code=member_id)
    if member.erased:
        raise Refused(RefusalCode.MEMBER_ERASED)
    if member.pending:
        raise Refused(RefusalCode.MEMBER_PENDING)
    return member


def merged_records(act: Action, member_id: Id) -> list[Member]:
    """Every record merged into this one, through any number of merges."""
    map_ = mapper(Member)
    return [map_.entity(row) for row in act.driver.execute(_MERGED, (id_bytes(member_id),)).fetchall()]


def records_of_person(act: Action, member: Member) -> list[Member]:
    """The member, what was merged into him, and records with the same identity number that nobody merged yet."""
    found = {member.id: member} | {record.id: record for record in merged_records(act, member.id)}
    if member.identity_index is not None:
        twins = act.state.members_with_identity(member.identity_index)
        found |= {twin.id: twin for twin in twins if twin.id not in found}
    return list(found.values())


def demand_reason(reason: str) -> str:
    """The reason, tidied. Raises InvalidInput("reason", "reason_missing" or "text_too_long")."""
    tidied = tidy(reason)
    if not tidied:
        raise InvalidInput("reason", "reason_missing")
    if len(tidied) > LONGEST_REASON:
        raise InvalidInput("reason", "text_too_long", longest=LONGEST_REASON)
    return tidied


# ---- one person, two records --------------------------------------------------------------------------------------


def merge(desk: Desk, winner_id: Id, loser_id: Id) -> Member:
    """Two records are one person: everything goes on under the winner, whom the loser's card opens too.

    Ctrl+Z does not take it back; `undo_merge` does, also days later. Raises Refused: MERGE_ITSELF, MEMBER_ERASED,
    MEMBER_PENDING, ROLE_MISSING.
    """
    with desk.action() as act:
        act.demand_role(*DECIDERS)
        winner, loser = the_member(act, winner_id), the_member(act, loser_id)
        if winner.id == loser.id:
            raise Refused(RefusalCode.MERGE_ITSELF)
        act.record(e.MembersMerged(winner.id, loser.id))
        return the_member(act, winner.id)


def undo_merge(desk: Desk, loser_id: Id, reason: str) -> Member:
    """They were two people after all: the loser has his record again, with the loans and charges that came from it.

    Raises Refused: NOT_MERGED, MEMBER_ERASED, ROLE_MISSING; InvalidInput("reason", …).
    """
    reason = demand_reason(reason)
    with desk.action() as act:
        act.demand_role(*DECIDERS)
        loser = act.state.get(Member, loser_id)
        if loser is None or loser.merged_into is None:
            raise Refused(RefusalCode.NOT_MERGED)
        if loser.erased:
            raise Refused(RefusalCode.MEMBER_ERASED)
        act.record(e.MergeUndone(loser.merged_into, loser.id, reason))
        return the_member(act, loser.id)
