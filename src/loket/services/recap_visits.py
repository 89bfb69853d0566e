"""Visitors of a recap: the door's book by whatever is known of people, the rooms' books apart, survey answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

import msgspec

from loket.db.recap_queries import Rows, hour
from loket.domain.visits import age_group, read_counts
from loket.services.recap_counting import Cell, Count, Counted, Words, one, sex_of

_LIST = msgspec.json.Decoder(tuple[str, ...]).decode
_FIELDS = {
    "kind": "v.kind",
    "people": "v.people",
    "purpose": "v.purpose",
    "source": "v.source",
    "room": "v.room_id",
    "hour": hour("v.entered_at"),
    "sex": "coalesce(nullif(v.sex, ''), m.sex, '')",
    "education": "coalesce(nullif(v.education, ''), m.education, '')",
    "job": "coalesce(nullif(v.job, ''), m.job, '')",
    "age_group": "v.age_group",
    "birth_on": "m.birth_on",
    "on": 'v."on"',
    "male": "v.male",
    "female": "v.female",
    "by_education": "v.by_education",
    "by_job": "v.by_job",
    "operator": "v.operator_id",
}


def _book(where: str) -> Rows:
    return Rows(
        tables="visit v LEFT JOIN member m ON m.id = v.member_id",
        key="v.id",
        fields=_FIELDS,
        where=f"v.cancelled = 0 AND v.people > 0 AND {where}",
        day='v."on"',
        station="v.station_id",
        at="v.entered_at",
        what="v.purpose",
        who="coalesce(m.full_name, v.name)",
        detail="v.institution",
    )


# ---- telling people apart -------------------------------------------------------------------------------------------


def sexes(people: int, sex: str, male: int, female: int) -> Iterator[tuple[str, int]]:
    """(sex, people) of a line: a person has his own, a group its numbers, and the rest was not said."""
    if not male + female:
        yield sex_of(sex), people
        return
    for code, number in (("L", male), ("P", female), ("", people - male - female)):
        if number:
            yield code, number


def crossed(
    people: int, sex: str, male: int, female: int, known: str, counts: Mapping[str, int]
) -> Iterator[tuple[str, str, int]]:
    """(education or job, sex, people) of a line.

    A group tells how many of each sex and how many of each education, not both together: they are crossed only where
    one of the two is the same for all of them. Elsewhere the sex stays untold; nobody is guessed.
    """
    if not counts:
        yield from ((known, code, number) for code, number in sexes(people, sex, male, female))
        return
    rest = people - sum(counts.values())
    apart = [(code, number) for code, number in (*counts.items(), ("", rest)) if number]
    by_sex = list(sexes(people, sex, male, female))
    if len(apart) == 1:
        yield from ((apart[0][0], code, number) for code, number in by_sex)
    else:
        same = by_sex[0][0] if len(by_sex) == 1 else ""
        yield from ((code, same, number) for code, number in apart)


@lru_cache(65_536)
def _age(group: str, birth_on: str | None, on: str) -> str:
    """What a guest said, or a member's age on that day."""
    return group or (age_group(date.fromisoformat(birth_on), date.fromisoformat(on)) if birth_on else "")


def _by_words(
    words: Words, people: int, sex: str, male: int, female: int, known: str, counts: str
) -> Iterator[tuple[str, str, int]]:
    return crossed(people, sex, male, female, known, read_counts(_LIST(counts)))


def _by_sex(words: Words, row: str, people: int, sex: str, male: int, female: int) -> Iterable[Cell]:
    return ((row, code, number) for code, number in sexes(people, sex, male, female))


def _in_room(words: Words, room: bytes, people: int, sex: str, male: int, female: int) -> Iterable[Cell]:
    return _by_sex(words, words.rooms.get(room, ""), people, sex, male, female)


def _purpose(words: Words, purpose: str, kind: str, people: int) -> Iterable[Cell]:
    return ((words.purposes.get(purpose, purpose), kind, people),)


def _staff(words: Words, operator: bytes | None) -> Iterable[Cell]:
    """What visitors and kiosks write is nobody's work."""
    return () if operator is None else ((words.operators.get(operator, ""), "visits", 1),)


_SEXES = ("people", "sex", "male", "female")
_STAFF = Count("staff", ("operator",), _staff)

DOOR = Counted(
    _book("v.room_id IS NULL"),
    (
        Count("visitors", ("kind", "people"), lambda _, kind, people: ((kind, "people", people), (kind, "entries", 1))),
        Count("visitors_sex", ("kind", *_SEXES), _by_sex),
        Count("visitors_education", (*_SEXES, "education", "by_education"), _by_words),
        Count("visitors_job", (*_SEXES, "job", "by_job"), _by_words),
        Count("visitors_age", ("age_group", "birth_on", "on", *_SEXES), _by_sex, folded=(_age, 3)),
        Count("visitors_purpose", ("purpose", "kind", "people"), _purpose),
        Count("visitors_hour", ("hour", "kind", "people"), lambda _, hour, kind, people: ((hour, kind, people),)),
        Count("visitors_source", ("source", "people"), lambda _, source, people: ((source, "n", people),)),
        _STAFF,
    ),
    covered=True,
    purposes=True,
)
ROOMS = Counted(
    _book("v.room_id IS NOT NULL"),
    (Count("rooms", ("room", *_SEXES), _in_room), _STAFF),
    covered=True,
    purposes=True,
)
SURVEY = Counted(
    Rows(
        tables="survey_answer s",
        key="s.id",
        fields={"on": 's."on"'},
        day='s."on"',
        station="s.station_id",
        at="s.answered_at",
        what="s.service",
        detail="s.answers",
    ),
    (Count("survey", ("on",), one("answers")),),
    covered=True,
    purposes=True,
)
