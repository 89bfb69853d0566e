"""Is he a member already? Looked up while the form is typed: by identity number, by name and birth date, by phone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from loket.db import member_queries
from loket.db.engine import driver
from loket.db.queries import MemberHit
from loket.db.state import SqlState
from loket.domain.entities import Id
from loket.domain.folding import name_words, phone_digits
from loket.domain.handling import standing_member
from loket.domain.scope import Scope
from loket.services.desk import Desk
from loket.services.identity import IdentityKeys

SIGNS = ("identity", "name_birth", "phone")
"""What speaks for the same person, the strongest first."""
MOST_SHOWN = 8  # a phone that a whole school gave proves nothing
LEAST_PHONE_DIGITS = 8
LEAST_IDENTITY_SIGNS = 6
SHORT = 3  # signs of a word that keeps its last one

_SPELLINGS = {  # one name, written in several ways
    "muhammad": "muh moh mohd mohamad mohammad muhamad mochamad mochammad mohamed muhamed m",
    "abdul": "abd abdoel abdull",
    "ahmad": "achmad akhmad ahmat akhmat",
    "siti": "sitti",
}
_SAME = {written: name for name, ways in _SPELLINGS.items() for written in ways.split()}
_OLD = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"))


@dataclass(frozen=True, slots=True)
class Twin:
    """A member who may be the same person. `by`: what speaks for it, the strongest first."""

    member: MemberHit
    by: tuple[str, ...]


def find_duplicates(
    desk: Desk,
    *,
    identity_no: str = "",
    full_name: str = "",
    birth_on: date | None = None,
    phone: str = "",
    ignore: Id | None = None,
) -> list[Twin]:
    """Members who may be this person, the likeliest first; `ignore` is the one whose form it is.

    Records that were merged away speak for the one that stands; erased ones for nobody. Fast enough to ask at every
    field that is left: each look is by an index, also among a million members. Nobody
    where people are not listed.
    """
    if not desk.lists_people:
        return []
    signs: dict[Id, list[str]] = defaultdict(list)
    with desk.database.read() as connection:
        source = driver(connection)
        for member_id in _by_identity(desk, source, identity_no):
            signs[member_id].append("identity")
        for member_id in _by_name(source, full_name, birth_on):
            signs[member_id].append("name_birth")
        for member_id in _by_phone(source, phone):
            signs[member_id].append("phone")
        if ignore is not None:
            signs.pop(ignore, None)
        likeliest = sorted(signs, key=lambda found: ([SIGNS.index(sign) for sign in signs[found]], found))
        hits = member_queries.hits(source, likeliest[:MOST_SHOWN])
    return [Twin(hit, tuple(signs[hit.id])) for hit in hits]


def _by_identity(desk: Desk, source: Any, identity_no: str) -> list[Id]:
    if len(identity_no.strip()) < LEAST_IDENTITY_SIGNS or desk.scope is Scope.HOUSE:
        return []
    state = SqlState(source)
    found = state.members_with_identity(IdentityKeys(source).index(identity_no))
    standing = (standing_member(state, member.id) for member in found)
    return list(dict.fromkeys(member.id for member in standing if member is not None and not member.erased))


def _by_name(source: Any, full_name: str, birth_on: date | None) -> list[Id]:
    """Born the same day, and one name has all words of the other: "Siti" and "Siti Aminah", in any order."""
    words = sounds(full_name)
    if birth_on is None or not words:
        return []
    found = ((hit.id, sounds(hit.full_name)) for hit in member_queries.born_on(source, birth_on))
    return [member_id for member_id, other in found if other and (words <= other or other <= words)]


def _by_phone(source: Any, phone: str) -> list[Id]:
    if len(phone_digits(phone)) < LEAST_PHONE_DIGITS:
        return []
    return [hit.id for hit in member_queries.with_phone(source, phone)]


def sounds(full_name: str) -> frozenset[str]:
    """The words of a name as one hears them: Moh. is Muhammad, Soekarno Sukarno, Aminah Amina, Anna Ana."""
    return frozenset(_sound(word) for word in name_words(full_name))


def _sound(word: str) -> str:
    word = _SAME.get(word, word)
    for old, new in _OLD:
        word = word.replace(old, new)
    heard = [sign for place, sign in enumerate(word) if place == 0 or sign != word[place - 1]]
    return "".join(heard).removesuffix("h") if len(heard) > SHORT else "".join(heard)
