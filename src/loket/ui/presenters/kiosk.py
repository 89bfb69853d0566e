"""The visitors' kiosk without its window: which question comes next, who is counted when, and that nobody is lost.

A member's scan asks what he comes for where the library wants that. Whoever walks away from the question, or is
followed by the next card, is counted without a purpose: each card that was scanned is in the book once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from loket.domain import scan as codes
from loket.domain.entities import Id, VisitKind, VisitPurpose, VisitSource
from loket.domain.errors import InvalidInput
from loket.domain.member_form import EDUCATIONS, JOBS
from loket.domain.survey import ELEMENTS
from loket.domain.visits import AGE_GROUPS, SEXES, GroupForm, GuestForm, checked_group, checked_guest
from loket.services import guestbook, kiosk, survey
from loket.services.desk import Desk
from loket.services.guestbook import Counted
from loket.services.kiosk import Asked, Seen
from loket.services.survey import Answers
from loket.services.visitors import Person
from loket.ui.jobs import JobRunner

SURVEY_ANSWERS = ("4", "3", "2", "1")  # the best one first, as the faces stand


class FlowKind(StrEnum):
    MEMBER = "member"  # what for; the card said the rest
    GUEST = "guest"
    GROUP = "group"
    SURVEY = "survey"


class StepKind(StrEnum):
    TEXT = "text"
    PHONE = "phone"  # digits
    NUMBER = "number"  # how many people
    CHOICE = "choice"
    COUNTS = "counts"  # how many people of each; together at most those of the group


@dataclass(frozen=True, slots=True)
class Step:
    """One question on a screen of its own. `choices`: codes; those of the purposes are known when the flow begins."""

    field: str
    kind: StepKind
    optional: bool = False
    choices: tuple[str, ...] = ()


GUEST_STEPS = (
    Step("name", StepKind.TEXT),
    Step("sex", StepKind.CHOICE, choices=SEXES),
    Step("age_group", StepKind.CHOICE, True, AGE_GROUPS),
    Step("education", StepKind.CHOICE, True, EDUCATIONS),
    Step("job", StepKind.CHOICE, True, JOBS),
    Step("institution", StepKind.TEXT, True),
    Step("purpose", StepKind.CHOICE, True),
)
GROUP_STEPS = (
    Step("institution", StepKind.TEXT),
    Step("leader", StepKind.TEXT),
    Step("phone", StepKind.PHONE, True),
    Step("people", StepKind.NUMBER),
    Step("male", StepKind.COUNTS, True, SEXES),
    Step("by_education", StepKind.COUNTS, True, EDUCATIONS),
    Step("by_job", StepKind.COUNTS, True, JOBS),
    Step("purpose", StepKind.CHOICE, True),
)
MEMBER_STEPS = (Step("purpose", StepKind.CHOICE, True),)
SURVEY_STEPS = (
    *(Step(element.id, StepKind.CHOICE, True, SURVEY_ANSWERS) for element in ELEMENTS),
    Step("comment", StepKind.TEXT, True),
    Step("service", StepKind.CHOICE, True),
    *(replace(step, optional=True) for step in GUEST_STEPS[1:5]),
)
STEPS = {
    FlowKind.MEMBER: MEMBER_STEPS,
    FlowKind.GUEST: GUEST_STEPS,
    FlowKind.GROUP: GROUP_STEPS,
    FlowKind.SURVEY: SURVEY_STEPS,
}
PURPOSES_OF = {
    FlowKind.MEMBER: VisitKind.MEMBER,
    FlowKind.GUEST: VisitKind.GUEST,
    FlowKind.GROUP: VisitKind.GROUP,
    FlowKind.SURVEY: VisitKind.GUEST,
}
Value = str | int | dict[str, int]


@dataclass
class Flow:
    """The questions one visitor is in the middle of, and what he answered so far."""

    kind: FlowKind
    began_at: datetime
    purposes: tuple[VisitPurpose, ...] = ()
    person: Person | None = None
    at: int = 0
    answers: dict[str, Value] = field(default_factory=dict)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Those that are asked: without purposes to choose from, none is."""
        return tuple(step for step in STEPS[self.kind] if step.field not in ("purpose", "service") or self.purposes)

    @property
    def step(self) -> Step:
        return self.steps[self.at]

    @property
    def is_last(self) -> bool:
        return self.at == len(self.steps) - 1

    @property
    def may_finish(self) -> bool:
        """Nothing that follows must be answered, and enough was: of the survey, any of its nine questions."""
        if self.kind is FlowKind.SURVEY and not self._has_marks():
            return False
        return self.kind is not FlowKind.MEMBER and all(step.optional for step in self.steps[self.at :])

    @property
    def said_nothing(self) -> bool:
        """All nine questions of the survey were skipped: there is nothing to send."""
        return self.kind is FlowKind.SURVEY and self.at == len(ELEMENTS) - 1 and not self._has_marks()

    def _has_marks(self) -> bool:
        return any(element.id in self.answers for element in ELEMENTS)

    def choices(self) -> tuple[str, ...]:
        if self.step.field in ("purpose", "service"):
            return tuple(purpose.code for purpose in self.purposes)
        return self.step.choices

    def text(self, name: str) -> str:
        return str(self.answers.get(name, ""))

    def number(self, name: str) -> int:
        value = self.answers.get(name, 0)
        return value if isinstance(value, int) else 0

    def counts(self, name: str) -> dict[str, int]:
        value = self.answers.get(name)
        return dict(value) if isinstance(value, dict) else {}

    def go_to(self, name: str) -> None:
        """Back to the question of this field, where it is one of this flow's."""
        self.at = next((at for at, step in enumerate(self.steps) if step.field == name), self.at)


FIELD_OF = {"female": "male"}  # asked on one screen


def guest_form(flow: Flow) -> GuestForm:
    """What a guest said."""
    return GuestForm(**{step.field: flow.text(step.field) for step in GUEST_STEPS})


def group_form(flow: Flow) -> GroupForm:
    """What the leader of a group said."""
    sexes = flow.counts("male")
    return GroupForm(
        leader=flow.text("leader"),
        phone=flow.text("phone"),
        institution=flow.text("institution"),
        people=flow.number("people"),
        male=sexes.get("L", 0),
        female=sexes.get("P", 0),
        by_education=flow.counts("by_education"),
        by_job=flow.counts("by_job"),
        purpose=flow.text("purpose"),
    )


def survey_answers(flow: Flow) -> Answers:
    """What a visitor thinks of the service; nobody's name."""
    marks = tuple(int(flow.text(element.id) or 0) for element in ELEMENTS)
    told = {name: flow.text(name) for name in ("service", "sex", "age_group", "education", "job", "comment")}
    return Answers(marks, **told)


def wrong_with(flow: Flow, value: Value) -> InvalidInput | None:
    """What the library's rules have against this answer to the question that is asked; the other answers aside."""
    name = flow.step.field
    fits: dict[str, Value]
    try:
        if flow.kind is FlowKind.GUEST:
            fits = {"name": "-", name: value}
            checked_guest(guest_form(Flow(flow.kind, flow.began_at, answers=fits)))
        elif flow.kind is FlowKind.GROUP:
            fits = {"leader": "---", "institution": "---", "people": flow.number("people") or 1, name: value}
            checked_group(group_form(Flow(flow.kind, flow.began_at, answers=fits)))
    except InvalidInput as error:
        return error
    return None


class Telling(StrEnum):
    """What the kiosk has to say; of `Seen` each under its own name."""

    GREETED = "greeted"
    NUMBERED = "numbered"  # counted, and a number on a slip
    AGAIN = "again"  # he is in the book already
    LEFT = "left"
    GONE_BEFORE = "gone_before"  # the slip of somebody who had gone already
    UNKNOWN = "unknown"
    SEE_DESK = "see_desk"  # a card that was replaced, or one that two people have
    LOCKER_TAG = "locker_tag"
    PHOTOCOPY_SLIP = "photocopy_slip"
    THANKS = "thanks"  # for the survey
    SURVEY_LATER = "survey_later"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Told:
    """One thing said to one visitor.

    Attributes:
        name: whom it is said to. since: when he was counted before. number: on his slip. warned: why he is to see the
            desk. people: of a group. visit_id: he may say that he is leaving. seconds: to wait. error: why not.
    """

    telling: Telling
    name: str = ""
    since: datetime | None = None
    number: str = ""
    warned: str = ""
    people: int = 1
    visit_id: Id | None = None
    seconds: int = 0
    error: Exception | None = None


class KioskView(Protocol):
    """What the window shows; it words everything."""

    def show_welcome(self) -> None: ...

    def show_people(self, people: int) -> None: ...

    def ask(self, flow: Flow) -> None: ...

    def show_wrong(self, error: InvalidInput) -> None: ...

    def tell(self, told: Told) -> None: ...

    def booked(self) -> None:
        """Something stands in the book that did not: slips may wait, other pages read again."""


class KioskPresenter:
    """Used by the window's thread; the database is asked in the writing lane, one visitor after the other."""

    def __init__(self, desk: Desk, jobs: JobRunner, view: KioskView) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self.flow: Flow | None = None
        self._sending = False

    # ---- cards and slips -------------------------------------------------------------------------------------------

    def scan(self, text: str, at: datetime | None = None) -> None:
        """A card, a visitor's slip, or something that belongs elsewhere."""
        code = codes.clean(text)
        if not code:
            return
        moment = at or self._desk.clock.now()
        self.settle()
        self._write(lambda: kiosk.scan(self._desk, code, moment), self._understood)

    def _understood(self, found: Counted | Asked | Seen) -> None:
        self.settle()  # two cards may have been read before the first was understood
        if isinstance(found, Asked):
            self._ask(Flow(FlowKind.MEMBER, found.began_at, found.purposes, found.person))
        elif isinstance(found, Seen):
            self._tell_seen(found)
        else:
            self._counted(found)

    def _tell_seen(self, seen: Seen) -> None:
        if seen is Seen.LEFT:
            self._view.booked()
        self._view.tell(Told(Telling(seen.value)))

    def _ask(self, flow: Flow) -> None:
        self.flow = flow
        self._view.ask(flow)

    def _counted(self, counted: Counted) -> None:
        visit = counted.visit
        self._view.show_people(counted.today_people)
        if counted.again:
            self._view.tell(Told(Telling.AGAIN, counted.name, visit.entered_at, visit_id=visit.id))
            return
        telling = Telling.NUMBERED if visit.visitor_no else Telling.GREETED
        self._view.booked()
        self._view.tell(
            Told(telling, counted.name, number=visit.visitor_no, warned=counted.warned, people=visit.people)
        )

    def leave(self, visit_id: Id) -> None:
        """He touched "Saya pulang"."""
        self._write(lambda: kiosk.leave(self._desk, visit_id), self._tell_seen)

    # ---- questions -------------------------------------------------------------------------------------------------

    def begin(self, kind: FlowKind) -> None:
        """He touched one of the big choices."""
        self.settle()
        at = self._desk.clock.now()

        def work() -> Told | Flow:
            if kind is FlowKind.SURVEY and (seconds := survey.wait_seconds(self._desk)):
                return Told(Telling.SURVEY_LATER, seconds=seconds)
            return Flow(kind, at, guestbook.purposes(self._desk, PURPOSES_OF[kind]))

        self._jobs.start(work, self._begun, self._failed)

    def _begun(self, found: Told | Flow) -> None:
        self.settle()
        if isinstance(found, Flow):
            self._ask(found)
        else:
            self._view.tell(found)

    def answer(self, value: Value) -> None:
        """What he said to the question on the screen; the next one follows."""
        flow = self.flow
        if flow is None or self._sending:
            return
        if error := wrong_with(flow, value):
            self._view.show_wrong(error)
            return
        flow.answers[flow.step.field] = value
        self._go_on(flow)

    def skip(self) -> None:
        """He would rather not say."""
        flow = self.flow
        if flow is not None and flow.step.optional and not self._sending:
            flow.answers.pop(flow.step.field, None)
            self._go_on(flow)

    def finish(self) -> None:
        """He has said enough."""
        if self.flow is not None and self.flow.may_finish and not self._sending:
            self._send(self.flow)

    def back(self) -> None:
        """To the question before; from the first one to the welcome screen, where a member is counted all the same."""
        flow = self.flow
        if flow is None or self._sending:
            return
        if flow.at == 0:
            self.leave_alone()
        else:
            flow.at -= 1
            self._view.ask(flow)

    def leave_alone(self) -> None:
        """Nobody is there any more, or he wants to begin again."""
        self.settle()
        self._view.show_welcome()

    def settle(self) -> None:
        """Whoever was asked what he comes for is counted without it; other questions go with their answers."""
        flow, is_written, self.flow, self._sending = self.flow, self._sending, None, False
        if flow is not None and flow.kind is FlowKind.MEMBER and not is_written:
            person, at = flow.person, flow.began_at
            if person is not None and person.member_id is not None:
                member_id = person.member_id
                self._write(lambda: kiosk.count(self._desk, member_id, "", at), self._counted_unseen)

    def _counted_unseen(self, counted: Counted) -> None:
        self._view.show_people(counted.today_people)
        self._view.booked()

    def _go_on(self, flow: Flow) -> None:
        if flow.said_nothing:
            self.leave_alone()
        elif flow.is_last:
            self._send(flow)
        else:
            flow.at += 1
            self._view.ask(flow)

    # ---- sending ---------------------------------------------------------------------------------------------------

    def _send(self, flow: Flow) -> None:
        self._sending = True
        desk = self._desk
        if flow.kind is FlowKind.SURVEY:
            answers = survey_answers(flow)
            self._write(lambda: survey.record_answer(desk, answers), lambda _: self._thank(flow), self._not_sent)
            return
        work: Callable[[], Counted]
        if flow.kind is FlowKind.MEMBER:
            member_id = flow.person.member_id if flow.person else None
            assert member_id is not None
            known, purpose, at = member_id, flow.text("purpose"), flow.began_at

            def work() -> Counted:
                return kiosk.count(desk, known, purpose, at)

        elif flow.kind is FlowKind.GUEST:
            guest = guest_form(flow)

            def work() -> Counted:
                return guestbook.check_in_guest(desk, guest, source=VisitSource.KIOSK)

        else:
            group = group_form(flow)

            def work() -> Counted:
                return guestbook.check_in_group(desk, group, source=VisitSource.KIOSK)

        self._write(work, lambda counted: self._sent(flow, counted), self._not_sent)

    def _sent(self, flow: Flow, counted: Counted) -> None:
        if self.flow is flow:
            self.flow, self._sending = None, False
            self._counted(counted)
        else:  # the next one is at the screen already
            self._counted_unseen(counted)

    def _thank(self, flow: Flow) -> None:
        if self.flow is flow:
            self.flow, self._sending = None, False
            self._view.tell(Told(Telling.THANKS))

    def _not_sent(self, error: Exception) -> None:
        """What he typed stands there still, at the question it is about."""
        self._sending = False
        if isinstance(error, InvalidInput) and self.flow is not None:
            self.flow.go_to(FIELD_OF.get(error.field, error.field))
            self._view.ask(self.flow)
            self._view.show_wrong(error)
        else:
            self._failed(error)

    def _failed(self, error: Exception) -> None:
        self._view.tell(Told(Telling.FAILED, error=error))

    def _write(
        self,
        work: Callable[[], object],
        done: Callable[..., object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        self._jobs.start(work, done, failed or self._failed, lane="write")

    # ---- how many came ---------------------------------------------------------------------------------------------

    def count(self) -> None:
        """Read anew how many people came today: they also come in at other counters."""
        desk = self._desk
        self._jobs.start(lambda: guestbook.today_people(desk), self._view.show_people, self._failed)
