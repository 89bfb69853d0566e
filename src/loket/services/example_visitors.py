"""An invented hour at the entrance of the example library: who comes, to the kiosk or to the desk at the door.

Only the plan is made here; `loket sample visitors` plays it against real windows, and `faults` says who is missing.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from loket.domain.entities import Id, VisitKind
from loket.services import guestbook
from loket.services.desk import Desk

SEED = 2026
HOUR = timedelta(hours=1)
GROUP_PEOPLE = 24
EVERY_GUEST = 5  # of those who come to the kiosk
SEXES, AGES = ("L", "P"), ("13-15", "16-18", "19-24", "25-44")
_MEMBERS = "SELECT id, member_no FROM member WHERE pending = 0 AND merged_into IS NULL AND erased = 0 ORDER BY no"


class Place(StrEnum):
    KIOSK = "kiosk"
    DOOR = "door"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One line the book is to have. `card`: of a member; `name`: of a guest, or of a group's leader.

    `purpose`: what he says when the kiosk asks; "" when he walks on and leaves the question to itself.
    """

    place: Place
    kind: VisitKind
    name: str = ""
    card: str = ""
    member_id: Id | None = None
    sex: str = ""
    age_group: str = ""
    purpose: str = ""
    people: int = 1

    @property
    def key(self) -> str:
        """What tells his line in the book from all others."""
        return self.member_id or self.name


def arrivals(desk: Desk, count: int) -> list[Arrival]:
    """So many visitors, by turns at the kiosk and at the door: members, guests, and one group. Raises ValueError when
    the library has too few members."""
    chance = random.Random(SEED)
    with desk.view() as act:
        members = [(Id(row[0].hex()), str(row[1])) for row in act.driver.execute(_MEMBERS)]
    if len(members) < count:
        raise ValueError(f"{count} visitors need as many members; the library has {len(members)}")
    cards = iter(chance.sample(members, count))
    purposes = [purpose.code for purpose in guestbook.purposes(desk, VisitKind.MEMBER)]
    return [_arrival(number, count, chance, cards, purposes) for number in range(count)]


def _arrival(number: int, count: int, chance: random.Random, cards: object, purposes: Sequence[str]) -> Arrival:
    place = Place.DOOR if number % 2 else Place.KIOSK
    at_kiosk = number // 2
    if place is Place.KIOSK and at_kiosk == count // 4:
        return Arrival(place, VisitKind.GROUP, "Ibu Rombongan Contoh", people=GROUP_PEOPLE)
    if place is Place.KIOSK and at_kiosk % EVERY_GUEST == 1:
        name = f"Tamu {_in_letters(number)}"
        return Arrival(place, VisitKind.GUEST, name, sex=chance.choice(SEXES), age_group=chance.choice(AGES))
    member_id, card = next(cards)  # type: ignore[call-overload]
    says = place is Place.KIOSK and chance.random() < 0.8
    return Arrival(place, VisitKind.MEMBER, "", card, member_id, purpose=chance.choice(purposes) if says else "")


def _in_letters(number: int) -> str:
    """A number as a name would be: without digits, as people are called."""
    return "".join(chr(ord("A") + int(digit)) for digit in str(number))


def faults(desk: Desk, came: Sequence[Arrival]) -> tuple[int, list[str]]:
    """(how many of them the door's book has exactly once and as they came, what is wrong with the others)."""
    lines = [line.visit for line in guestbook.todays_visits(desk) if not line.visit.cancelled]
    found = Counter(visit.member_id or visit.name for visit in lines)
    told = {visit.member_id or visit.name: visit for visit in lines}
    wrong = [f"{one.place} {one.key}: {found[one.key]} lines" for one in came if found[one.key] != 1]
    recorded = len(came) - len(wrong)
    for one in came:
        visit = told.get(one.key)
        if visit is not None and (visit.people, visit.purpose) != (one.people, one.purpose):
            wrong.append(f"{one.place} {one.key}: {visit.people} people for {visit.purpose!r}")
    wrong += [f"nobody came as {key}" for key in found if key not in {one.key for one in came}]
    return recorded, wrong
