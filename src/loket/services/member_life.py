"""A member's life at the library as dated lines: registered, card, renewed, suspended, merged …, the latest first.

What stands in rows (card, print, charge, clearance, registration) is told wherever it was done; the rest comes from
this counter's own journal, so that of another counter's renewal only the new expiry is seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from loket.db.journal import life_of
from loket.db.rows import id_bytes, mapper
from loket.domain import events as e
from loket.domain.entities import CardEnd, CardPrint, Charge, Id, Member, MemberCard, Operator, Station
from loket.services.desk import Action, Desk
from loket.services.member_records import merged_records

_SEALED = {"identity_sealed", "identity_index"}
_PRINTS = mapper(CardPrint).select_sql + " WHERE member_id = ?"
_CHARGES = mapper(Charge).select_sql + " WHERE member_id = ? AND cancelled = 0"


@dataclass(frozen=True, slots=True)
class LifeLine:
    """One thing that happened. `kind` keys the sentence, `values` fill it; `operator` and `station` are names or "".

    Kinds: registered(member_no) applied accepted(member_no) declined(reason) changed(fields)
    renewed(valid_until, was) suspended(until, reason) suspension_ended(reason) card(code) card_ended(code, end)
    printed(code, design, reason) charge(kind, amount_rp, settled_rp, legal_basis) cleared(letter_no)
    identity_shown(reason) merged(member_no, into: numbers) merge_undone(member_no, reason) erased(reason).
    """

    on: date
    kind: str
    values: dict[str, Any] = field(default_factory=dict)
    operator: str = ""
    station: str = ""


def life(desk: Desk, member_id: Id) -> list[LifeLine]:
    """Everything known of this member, the latest first; [] for nobody. Merged records bring their own lines along."""
    with desk.view() as act:
        member = act.state.get(Member, member_id)
        if member is None:
            return []
        lines = list(_of_record(act, member))
        for record in merged_records(act, member_id):
            lines += _of_record(act, record)
    return sorted(lines, key=lambda line: line.on, reverse=True)


def _of_record(act: Action, record: Member) -> Iterator[LifeLine]:
    """The last of a day comes first, as `sorted` leaves equal days in the order they stand here."""
    for found in reversed(life_of(act.driver, record.id)):
        told = _told(act, found.event, record)
        if told is not None:
            kind, values = told
            yield _line(act, act.desk.local(found.stamp.at).date(), kind, values, found.stamp)
    yield from _of_rows(act, record)


def _of_rows(act: Action, record: Member) -> Iterator[LifeLine]:
    key = (id_bytes(record.id),)
    if record.cleared_on is not None:
        yield LifeLine(record.cleared_on, "cleared", {"letter_no": record.clearance_no})
    for row in reversed(act.driver.execute(_PRINTS, key).fetchall()):
        done = mapper(CardPrint).entity(row)
        values = {"code": done.code, "design": done.design, "reason": done.reason}
        yield LifeLine(done.printed_on, "printed", values, *_names(act, done.operator_id, done.station_id))
    for card in reversed(act.state.cards_of(record.id)):
        yield from _card_lines(card)
    for row in reversed(act.driver.execute(_CHARGES, key).fetchall()):
        owed = mapper(Charge).entity(row)
        names = ("kind", "amount_rp", "settled_rp", "legal_basis")
        yield LifeLine(owed.raised_on, "charge", {name: getattr(owed, name) for name in names})
    if record.registered_on is not None:
        kind, values = ("applied", {}) if record.pending else ("registered", {"member_no": record.member_no})
        yield LifeLine(record.registered_on, kind, values)


def _card_lines(card: MemberCard) -> Iterator[LifeLine]:
    """A card known only since it ended has no day of its own: it is the one he was registered with."""
    if card.end is not CardEnd.IN_USE and card.ended_on is not None:
        yield LifeLine(card.ended_on, "card_ended", {"code": card.code, "end": card.end.value})
    if card.ended_on != card.issued_on:
        yield LifeLine(card.issued_on, "card", {"code": card.code})


def _told(act: Action, event: e.Event, record: Member) -> tuple[str, dict[str, Any]] | None:
    match event:
        case e.MemberChanged():
            changed = {*event.set, *(event.person_set or {})}
            names = {"identity_no" if name in _SEALED else name for name in changed}
            return "changed", {"fields": tuple(sorted(names))}
        case e.ApplicantAccepted():
            return "accepted", {"member_no": event.member_no}
        case e.ApplicantDeclined():
            return "declined", {"reason": event.reason or ""}
        case e.MembershipRenewed():
            return "renewed", {"valid_until": event.valid_until, "was": event.was_valid_until}
        case e.MemberSuspended():
            return "suspended", {"until": event.until, "reason": event.reason or ""}
        case e.SuspensionEnded():
            return "suspension_ended", {"reason": event.reason or ""}
        case e.IdentityShown():
            return "identity_shown", {"reason": event.reason}
        case e.MembersMerged():
            other = act.state.get(Member, event.winner_id)
            return "merged", {"member_no": record.member_no, "into": other.member_no if other else ""}
        case e.MergeUndone():
            return "merge_undone", {"member_no": record.member_no, "reason": event.reason}
        case e.MemberErased():
            return "erased", {"reason": event.reason}
    return None


def _line(act: Action, on: date, kind: str, values: dict[str, Any], stamp: e.Stamp) -> LifeLine:
    return LifeLine(on, kind, values, *_names(act, stamp.operator_id, stamp.station_id))


def _names(act: Action, operator_id: Id | None, station_id: Id | None) -> tuple[str, str]:
    operator = act.state.get(Operator, operator_id) if operator_id else None
    station = act.state.get(Station, station_id) if station_id else None
    return operator.full_name if operator else "", station.name if station else ""
