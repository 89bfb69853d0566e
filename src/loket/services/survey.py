"""What visitors think of the service: told without a name, once a minute at a counter, and made into the index.

Source: Permenpan RB 14/2017. Nobody is asked who he is, and no answer says which visit it came with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from loket.db import survey_queries
from loket.domain import events as e
from loket.domain.entities import SurveyAnswer
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.member_form import EDUCATIONS, JOBS
from loket.domain.pledges import check_note
from loket.domain.survey import ELEMENTS, MOST, SKIPPED, SurveyIndex, index_of, sample_size
from loket.domain.visits import AGE_GROUPS, SEXES, one_of
from loket.services.desk import Action, Desk

PAUSE_S = 60  # one answer a minute at a counter: who taps through it for fun does not drown the others
LONGEST_COMMENT, LONGEST_SERVICE = 500, 40
_OFFERED: dict[str, tuple[str, ...]] = {
    "sex": SEXES,
    "age_group": AGE_GROUPS,
    "education": EDUCATIONS,
    "job": JOBS,
    "service": (),
}
"""What respondents tell of themselves, with the values in the order of a form; all of it may be left out."""


@dataclass(frozen=True, slots=True)
class Answers:
    """One visitor's view. `answers`: U1 to U9, each 1 to 4, or 0 where he skipped it. `service`: code of a purpose."""

    answers: tuple[int, ...]
    service: str = ""
    sex: str = ""
    age_group: str = ""
    education: str = ""
    job: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """Who answered, by one thing they told of themselves. `rows`: (value, how many); "" for who did not say."""

    key: str
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ServiceIndex:
    """The index of one service; `service` "" for answers that name none."""

    service: str
    index: SurveyIndex


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """What a period says.

    Attributes:
        service: the one it is about; None: all of them together, with each for itself in `services`.
        population: people in the door's book in that time. sample_needed: how many of them had to be asked.
    """

    first: date
    last: date
    service: str | None
    index: SurveyIndex
    profiles: tuple[Profile, ...]
    services: tuple[ServiceIndex, ...]
    comments: tuple[tuple[date, str], ...]
    population: int
    sample_needed: int
    answers: tuple[SurveyAnswer, ...]


# ---- answering ----------------------------------------------------------------------------------------------------


def record_answer(desk: Desk, given: Answers) -> None:
    """Keep one answer. Nobody need be signed in.

    Raises Refused(SURVEY_TOO_SOON, seconds=) within a minute of the last one here; InvalidInput: "answers"
    (`survey_empty`, `survey_answer`), "comment" (`text_too_long`, `identity_typed`), "service", "sex", "age_group",
    "education", "job" (`choice_unknown`).
    """
    tidied = _checked(given)
    with desk.action() as act:
        if seconds := _wait(act):
            raise Refused(RefusalCode.SURVEY_TOO_SOON, seconds=seconds)
        act.record(
            e.SurveyAnswered(
                answer_id=act.new_id(),
                on=act.today,
                answered_at=act.now,
                answers="".join(str(answer) for answer in tidied.answers),
                service=tidied.service,
                sex=tidied.sex,
                age_group=tidied.age_group,
                education=tidied.education,
                job=tidied.job,
                comment=tidied.comment or None,
            )
        )


def wait_seconds(desk: Desk) -> int:
    """How long until this counter takes another answer; 0: at once."""
    with desk.view() as act:
        return _wait(act)


def _wait(act: Action) -> int:
    """A clock put back since the last answer is no reason to wait."""
    since = min(act.today, act.desk.local(act.now - timedelta(seconds=PAUSE_S)).date())
    last = survey_queries.last_answered_at(act.driver, since, act.desk.station.id)
    if last is None:
        return 0
    passed = (act.now - last) // timedelta(seconds=1)
    return PAUSE_S - passed if 0 <= passed < PAUSE_S else 0


def _checked(given: Answers) -> Answers:
    if len(given.answers) != len(ELEMENTS) or not all(SKIPPED <= answer <= MOST for answer in given.answers):
        raise InvalidInput("answers", "survey_answer")
    if not any(given.answers):
        raise InvalidInput("answers", "survey_empty")
    return Answers(
        answers=given.answers,
        service=check_note("service", given.service, LONGEST_SERVICE),
        sex=one_of("sex", given.sex, SEXES),
        age_group=one_of("age_group", given.age_group, AGE_GROUPS),
        education=one_of("education", given.education, EDUCATIONS),
        job=one_of("job", given.job, JOBS),
        comment=check_note("comment", given.comment, LONGEST_COMMENT),
    )


# ---- the index ----------------------------------------------------------------------------------------------------


def index(desk: Desk, first: date, last: date, service: str | None = None) -> SurveyResult:
    """The index of a span of days, both included; of one service where it is named. Raises InvalidInput("last")."""
    if last < first:
        raise InvalidInput("last", "dates_reversed")
    with desk.view() as act:
        answers = survey_queries.answers_between(act.driver, first, last, service)
        population = survey_queries.people_who_came(act.driver, first, last)
    return SurveyResult(
        first=first,
        last=last,
        service=service,
        index=index_of(one.answers for one in answers),
        profiles=tuple(_profile(key, answers) for key in _OFFERED if service is None or key != "service"),
        services=_by_service(answers) if service is None else (),
        comments=tuple((one.on, one.comment) for one in answers if one.comment),
        population=population,
        sample_needed=sample_size(population),
        answers=tuple(answers),
    )


def _profile(key: str, answers: Sequence[SurveyAnswer]) -> Profile:
    """In the order of the form; a value it does not have behind those, who did not say last, so that sums agree."""
    counted = Counter(str(getattr(one, key)) for one in answers)
    offered = _OFFERED[key]
    others = sorted((value for value in counted if value and value not in offered), key=lambda v: (-counted[v], v))
    rows = [(value, counted[value]) for value in (*offered, *others, "") if counted[value]]
    return Profile(key, tuple(rows))


def _by_service(answers: Sequence[SurveyAnswer]) -> tuple[ServiceIndex, ...]:
    """Each service for itself, most answered first."""
    found: dict[str, list[str]] = {}
    for one in answers:
        found.setdefault(one.service, []).append(one.answers)
    order = sorted(found, key=lambda service: (not service, -len(found[service]), service))
    return tuple(ServiceIndex(service, index_of(found[service])) for service in order)
