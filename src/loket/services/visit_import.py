"""A typed copy of the paper visitor book taken into the guestbook: first a preview, then what stands in it.

The key of a line is made of what it says, under the library's own secret: the same file a second time, or at another
counter, adds nothing, and nobody guesses a name from the key once the name is forgotten.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import partial
from pathlib import Path

from loket.db import sealing
from loket.db.meta import get_meta
from loket.domain import events as e
from loket.domain.entities import Id, Room, VisitKind, VisitPurpose
from loket.domain.errors import InvalidInput
from loket.domain.folding import fold
from loket.domain.member_form import EDUCATIONS, JOBS
from loket.domain.visits import is_offered, one_of
from loket.importing.records import Problem
from loket.importing.values import FILLERS
from loket.importing.visit_book import BookRow, VisitBook
from loket.services.desk import Action, Desk
from loket.services.guest_books import every_purpose, rooms_in
from loket.services.guestbook import demand_signed_in
from loket.services.paper_book import PaperLine, event_of, has_member, is_written

MOST_ROWS = 100_000  # more than any library's year
EVERY_ROWS = 500
AT_ONCE = 100  # lines in one action
DOOR = frozenset({"", "-", "pintu", "pintu masuk", "depan", "utama", "umum pintu", "lobi"})
ROOM_UNKNOWN, TOO_MANY = "visit_room_unknown", "visit_too_many_rows"
PURPOSE_UNKNOWN, EDUCATION_UNKNOWN = "visit_purpose_unknown", "visit_education_unknown"
JOB_UNKNOWN, MEMBER_AS_GUEST, MEMBER_ALONE = "visit_job_unknown", "visit_member_as_guest", "visit_member_alone"
PROBLEMS = (ROOM_UNKNOWN, TOO_MANY, PURPOSE_UNKNOWN, EDUCATION_UNKNOWN, JOB_UNKNOWN, MEMBER_AS_GUEST, MEMBER_ALONE)
"""Said of a line besides `importing.visit_book.LineCode` and the codes of `paper_book`; the first two refuse it."""


@dataclass(frozen=True, slots=True)
class BookLine:
    """A line of the file. `paper`: as it will be written, None where it is refused; `known`: it is written already."""

    line: int
    paper: PaperLine | None
    problems: tuple[Problem, ...]
    known: bool = False
    visit_id: Id | None = None


@dataclass(frozen=True, slots=True)
class BookPreview:
    """What taking the file in would do."""

    file: str
    columns: dict[str, str]
    lines: tuple[BookLine, ...]

    @property
    def new(self) -> int:
        return sum(1 for line in self.lines if line.paper is not None and not line.known)

    @property
    def known(self) -> int:
        return sum(1 for line in self.lines if line.known)

    @property
    def refused(self) -> int:
        return sum(1 for line in self.lines if line.paper is None)

    @property
    def people(self) -> int:
        """People the new lines count."""
        return sum(line.paper.people for line in self.lines if line.paper is not None and not line.known)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for line in self.lines for problem in line.problems)


@dataclass(frozen=True, slots=True)
class BookTaken:
    """What was taken in. Nothing at all where lines were refused and `skip_refused` was not said."""

    added: int
    known: int
    refused: int


def read_book(desk: Desk, path: Path) -> BookPreview:
    """What stands in the file, and what is wrong with it. Nothing is written. Raises UnusableFileError."""
    book = VisitBook(path)
    with desk.view() as act:
        return BookPreview(path.name, book.columns, tuple(_Taker(act, book.columns).lines(book.rows())))


def take_book(desk: Desk, preview: BookPreview, *, skip_refused: bool = False) -> BookTaken:
    """Write the lines of a preview; those that are in the guestbook already stay as they are.

    In short actions, so that nobody at a door waits for it. Broken off, it goes on where it stopped when the file is
    taken again. Raises Refused(NOT_SIGNED_IN); InvalidInput where the guestbook changed since the preview, such as a
    room that was taken out of use.
    """
    if preview.refused and not skip_refused:
        return BookTaken(0, preview.known, preview.refused)
    lines = [line for line in preview.lines if line.paper is not None]
    added = sum(_take_some(desk, lines[at : at + AT_ONCE]) for at in range(0, len(lines), AT_ONCE))
    return BookTaken(added, len(lines) - added, preview.refused)


def _take_some(desk: Desk, lines: Sequence[BookLine]) -> int:
    with desk.action() as act:
        demand_signed_in(act)
        new = [line for line in lines if line.visit_id is not None and not is_written(act, line.visit_id)]
        for line in new:
            act.record(_event(act, line))
    return len(new)


def _event(act: Action, line: BookLine) -> e.VisitRecorded:
    assert line.paper is not None
    try:
        return event_of(act, line.paper, line.visit_id)
    except InvalidInput as wrong:
        raise InvalidInput(wrong.field, wrong.code, **(wrong.params | {"line": line.line})) from None


class _Taker:
    """Lines of a file as lines of the paper book, against what the library has."""

    def __init__(self, act: Action, columns: dict[str, str]) -> None:
        self._act, self._columns = act, columns
        self._purposes = every_purpose(act)
        self._rooms = rooms_in(act)
        self._key = _line_key(act)
        self._seen: Counter[str] = Counter()

    def lines(self, rows: Iterator[BookRow]) -> Iterator[BookLine]:
        for number, row in enumerate(rows, start=1):
            if number > MOST_ROWS:
                yield BookLine(row.line, None, (Problem(row.line, "", TOO_MANY, str(MOST_ROWS)),))
                return
            yield self._line(row)
            if number % EVERY_ROWS == 0:
                self._act.state.forget()

    def _line(self, row: BookRow) -> BookLine:
        if not row.is_usable or row.on is None or row.at is None:
            return BookLine(row.line, None, row.problems)
        reading = _Meaning(row, self._columns, self._purposes, self._rooms, partial(has_member, self._act))
        paper = reading.paper(row.on, row.at)
        problems = [*row.problems, *reading.problems]
        if not any(problem.fatal for problem in problems):
            try:
                event_of(self._act, paper)
            except InvalidInput as wrong:
                value = str(wrong.params.get("value", "")) or row.texts.get(wrong.field, "")
                problems.append(Problem(row.line, self._columns.get(wrong.field, ""), wrong.code, value[:80]))
        if any(problem.fatal for problem in problems):
            return BookLine(row.line, None, tuple(problems))
        visit_id = self._visit_id(row, paper)
        return BookLine(row.line, paper, tuple(problems), is_written(self._act, visit_id), visit_id)

    def _visit_id(self, row: BookRow, paper: PaperLine) -> Id:
        """The same for the same words, however many lines stand before it; a line written twice is two visits."""
        told = {field: text for field, text in row.texts.items() if text and field not in ("no", "on", "at")}
        content = json.dumps([paper.on.isoformat(), paper.at.isoformat("minutes"), sorted(told.items())])
        self._seen[content] += 1
        said = f"{content}#{self._seen[content]}".encode()
        return Id(hmac.new(self._key, said, hashlib.sha256).hexdigest()[:32])


class _Meaning:
    """One line's words as what the guestbook knows; doubts are noted, the line is taken."""

    def __init__(
        self,
        row: BookRow,
        columns: dict[str, str],
        purposes: Sequence[VisitPurpose],
        rooms: Sequence[Room],
        knows_member: Callable[[str], bool],
    ) -> None:
        self._row, self._columns = row, columns
        self._purposes, self._rooms, self._knows_member = purposes, rooms, knows_member
        self.problems: list[Problem] = []

    def paper(self, on: date, at: time) -> PaperLine:
        row, member_no = self._row, self._member_no()
        kind = VisitKind.MEMBER if member_no else VisitKind.GROUP if row.people > 1 else VisitKind.GUEST
        if kind is VisitKind.MEMBER and row.people > 1:
            self._note(MEMBER_ALONE, "people")
        return PaperLine(
            on=on,
            at=at,
            kind=kind,
            name=self._said("name"),
            member_no=member_no,
            sex="" if kind is VisitKind.GROUP else row.sex,
            institution=self._said("institution"),
            education=self._choice("education", EDUCATIONS, EDUCATION_UNKNOWN),
            job=self._choice("job", JOBS, JOB_UNKNOWN),
            purpose=self._purpose(kind),
            room_id=self._room(),
            people=1 if kind is VisitKind.MEMBER else row.people,
        )

    def _member_no(self) -> str:
        """The number of a member; of a stranger with a name beside it he is taken as a guest."""
        number = self._said("member_no")
        if number and self._said("name") and not self._knows_member(number):
            self._note(MEMBER_AS_GUEST, "member_no")
            return ""
        return number

    def _said(self, field: str) -> str:
        text = self._row.texts.get(field, "")
        return "" if text in FILLERS else text

    def _note(self, code: str, field: str, *, fatal: bool = False) -> None:
        value = self._said(field)[:80]
        self.problems.append(Problem(self._row.line, self._columns.get(field, ""), code, value, fatal))

    def _room(self) -> Id | None:
        wanted = fold(self._said("room"))
        if wanted in DOOR:
            return None
        names = ((room, {fold(room.name), fold(room.code), fold(f"ruang {room.name}")}) for room in self._rooms)
        found = next((room for room, known in names if wanted in known), None)
        if found is None:
            self._note(ROOM_UNKNOWN, "room", fatal=True)
        return None if found is None else found.id

    def _purpose(self, kind: VisitKind) -> str:
        wanted = fold(self._said("purpose"))
        if not wanted:
            return ""
        offered = [one for one in self._purposes if is_offered(one, kind)]
        for one in offered:
            if wanted in (fold(one.code), fold(one.name), fold(one.name_en)):
                return one.code
        by_word = [one for one in offered if fold(one.name).split()[0] == wanted.split()[0]]
        if len(by_word) == 1:
            return by_word[0].code
        self._note(PURPOSE_UNKNOWN, "purpose")
        return ""

    def _choice(self, field: str, offered: tuple[str, ...], code: str) -> str:
        try:
            return one_of(field, self._said(field), offered)
        except InvalidInput:
            self._note(code, field)
            return ""


def _line_key(act: Action) -> bytes:
    """The library's secret where this counter has it; at a door, which has no such secret, the library itself."""
    if get_meta(act.driver, sealing.LIBRARY_SECRET) is not None:
        return sealing.subkey(sealing.library_secret(act.driver), "visit-book")
    return hashlib.sha256(act.desk.library.id.encode()).digest()
