"""The handlers of events, one for each class, and what they share: a three-way merge by field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from loket.domain import events as e
from loket.domain.cases import CaseClass, make_case
from loket.domain.changes import plain
from loket.domain.entities import Case, Charge, Id, Member
from loket.domain.money import owed_rp, settled
from loket.domain.ports import State

Handler = Callable[[State, e.Stamp, Any], list[Case]]
HANDLERS: dict[type[e.Event], Handler] = {}
V = TypeVar("V", bound=e.Event)


def applies(
    kind: type[V],
) -> Callable[[Callable[[State, e.Stamp, V], list[Case]]], Callable[[State, e.Stamp, V], list[Case]]]:
    """Register the one handler of an event."""

    def register(handler: Callable[[State, e.Stamp, V], list[Case]]) -> Callable[[State, e.Stamp, V], list[Case]]:
        HANDLERS[kind] = handler
        return handler

    return register


def merge_fields(
    current: dict[str, Any], wanted: dict[str, Any], was: dict[str, Any], keep: set[str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Three-way merge by field: (what to set, what clashed).

    A field clashes when somebody else changed it since, to another value. Fields in `keep` then stay as they are;
    the rest take the new value. Different fields merge without a clash.
    """
    clashed = {name: value for name, value in wanted.items() if current.get(name) not in (was.get(name), value)}
    merged = {name: value for name, value in wanted.items() if name not in clashed or name not in keep}
    return merged, clashed


def plain_fields(entity: Any, names: dict[str, Any]) -> dict[str, Any]:
    return {name: plain(getattr(entity, name, None)) for name in names}


def two_versions(
    stamp: e.Stamp, before: dict[str, Any], clashed: dict[str, Any], merged: dict[str, Any], edited: dict[str, Any]
) -> dict[str, Any]:
    """What a case shows side by side: `fields`, each [the value that stands, the one that lost], and who said which.

    `edited` is who had made the row as it was before. Where each stands in some of the fields, the older is said to.
    """
    after = {name: merged.get(name, before.get(name)) for name in clashed}
    values = {
        name: [after[name], before.get(name) if after[name] == value else value]
        for name, value in sorted(clashed.items())
    }
    edit = {"at": plain(stamp.at), "by": stamp.operator_id, "station": stamp.station_id}
    standing, other = (edit, edited) if after == clashed else (edited, edit)
    return {"fields": values, "standing": standing, "other": other}


def settle_anew(state: State, charge: Charge) -> Charge:
    """Put the charge with its amounts as the payments and waivers about it say, also those that came before it.

    One that was done with when its member's record was merged into another follows there once it is not any more.
    """
    after = settled(charge, state.payments_of_charge(charge.id), state.waivers_of(charge.id))
    member = standing_member(state, after.member_id)
    if member is not None and member.id != after.member_id and (owed_rp(after) or after.credit_rp):
        after = replace(after, member_id=member.id, moved_from=after.moved_from or after.member_id)
    state.put(after)
    return after


def twice_paid(
    stamp: e.Stamp, before: Charge, after: Charge, receipt_id: Id | None = None, *, gives_back: bool = False
) -> list[Case]:
    """A case when money is now over, or more `gives_back` than there was to give (conflict class PAY_DUP)."""
    over = after.credit_rp > max(0, before.credit_rp)
    short = after.credit_rp < min(0, before.credit_rp) or (gives_back and owed_rp(after) > owed_rp(before))
    if not (over or short):
        return []
    about: dict[str, Any] = {"member_id": after.member_id, "kind": after.kind, "amount_rp": after.amount_rp}
    about |= {"credit_rp": after.credit_rp, "receipt_id": receipt_id}
    if short:
        about["missing_rp"] = owed_rp(after) - owed_rp(before) + min(0, before.credit_rp) - min(0, after.credit_rp)
    return [make_case(stamp, CaseClass.PAY_DUP, "medium", after.id, **about)]


def standing_member(state: State, member_id: Id) -> Member | None:
    """The member, or the record he was merged into."""
    seen: set[Id] = set()
    member = state.get(Member, member_id)
    while member is not None and member.merged_into is not None and member.id not in seen:
        seen.add(member.id)
        member = state.get(Member, member.merged_into) or member
    return member
