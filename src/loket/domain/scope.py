"""Which rows a counter receives. Visitors stand at a kiosk and a locker: who lives where is not sent there."""

from __future__ import annotations

from enum import StrEnum

from loket.domain.entities import KINDS, ClosedDay, Entity, Library, Member, MemberCard, Operator, Rule, Station


class Scope(StrEnum):
    """FULL: the desks of staff. HOUSE: kiosks, lockers, doors (UU 27/2022, article 16: no more than needed)."""

    FULL = "full"
    HOUSE = "house"


STAFF_PROFILES = frozenset({"sirkulasi", "lengkap", "kartu", "bendahara"})
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
_HOUSE: dict[type[Entity], tuple[str, ...]] = {
    **{kind: tuple(kind.__match_args__) for kind in (Library, Station, Rule, ClosedDay, Operator, MemberCard)},
    Member: HOUSE_MEMBER,
}


_HIDDEN_WHILE: dict[type[Entity], str] = {Member: "pending"}  # an applicant is nobody's business but the staff's


def scope_of(profile: str) -> Scope:
    """The scope of a station profile; one nobody has thought about gets the least."""
    return Scope.FULL if profile in STAFF_PROFILES else Scope.HOUSE


def columns(scope: Scope, kind: type[Entity]) -> tuple[str, ...] | None:
    """The fields of a kind that a scope receives, in the entity's order; None where it receives no rows of it."""
    if scope is Scope.FULL:
        return tuple(kind.__match_args__)  # type: ignore[attr-defined]
    return _HOUSE.get(kind)


def hidden_while(scope: Scope, kind: type[Entity]) -> str | None:
    """The field that keeps a row of this kind from a scope as long as it is true; None where nothing does."""
    return None if scope is Scope.FULL else _HIDDEN_WHILE.get(kind)


def kinds_of(scope: Scope) -> frozenset[type[Entity]]:
    return frozenset(kind for kind in KINDS if columns(scope, kind) is not None)
