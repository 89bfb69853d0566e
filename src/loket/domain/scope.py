"""Which rows a counter receives. Visitors stand at a kiosk and a locker: who lives where is not sent there."""

from __future__ import annotations

from enum import StrEnum

from loket.domain.entities import (
    KINDS,
    ClosedDay,
    Entity,
    Library,
    Locker,
    LockerUse,
    Member,
    MemberCard,
    Official,
    Operator,
    Recap,
    Room,
    Rule,
    Station,
    Visit,
    VisitPurpose,
)


class Scope(StrEnum):
    """FULL: the desks of staff. DOOR: guestbook and lockers. HOUSE: kiosks (UU 27/2022, article 16)."""

    FULL = "full"
    DOOR = "door"
    HOUSE = "house"


STAFF_PROFILES = frozenset({"sirkulasi", "lengkap", "kartu", "bendahara", "ruang"})
DOOR_PROFILES = frozenset({"pintu"})
HOUSE_MEMBER = (
    "id",
    "member_no",
    "full_name",
    "member_type",
    "sex",
    "valid_until",
    "suspended_until",
    "pending",
    "left",
    "merged_into",
    "erased",
)
HOUSE_VISIT = (
    *("id", "kind", "entered_at", "on", "member_id", "room_id", "visitor_no", "people", "left_at", "cancelled"),
    "station_id",
)
"""Whether somebody is in the book already; not who the others in it are."""


def _whole(*kinds: type[Entity]) -> dict[type[Entity], tuple[str, ...]]:
    return {kind: tuple(kind.__match_args__) for kind in kinds}  # type: ignore[attr-defined]


_COLUMNS: dict[Scope, dict[type[Entity], tuple[str, ...]]] = {
    Scope.FULL: _whole(*KINDS),
    Scope.HOUSE: _whole(Library, Station, Rule, ClosedDay, Operator, MemberCard, Room, VisitPurpose)
    | {Member: HOUSE_MEMBER, Visit: HOUSE_VISIT},
}
_COLUMNS[Scope.DOOR] = _COLUMNS[Scope.HOUSE] | _whole(Visit, Locker, LockerUse, Recap, Official)


_HIDDEN_WHILE: dict[type[Entity], str] = {Member: "pending"}  # an applicant is nobody's business but the staff's


def scope_of(profile: str) -> Scope:
    """The scope of a station profile; one nobody has thought about gets the least."""
    if profile in STAFF_PROFILES:
        return Scope.FULL
    return Scope.DOOR if profile in DOOR_PROFILES else Scope.HOUSE


def columns(scope: Scope, kind: type[Entity]) -> tuple[str, ...] | None:
    """The fields of a kind that a scope receives, in the entity's order; None where it receives no rows of it."""
    return _COLUMNS[scope].get(kind)


def hidden_while(scope: Scope, kind: type[Entity]) -> str | None:
    """The field that keeps a row of this kind from a scope as long as it is true; None where nothing does."""
    return None if scope is Scope.FULL else _HIDDEN_WHILE.get(kind)


def kinds_of(scope: Scope) -> frozenset[type[Entity]]:
    return frozenset(kind for kind in KINDS if columns(scope, kind) is not None)
