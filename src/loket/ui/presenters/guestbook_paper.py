"""Rows typed from the paper visitor book, as lines for the guestbook. Knows no Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from loket.domain.entities import Id, VisitKind
from loket.services.desk import Desk
from loket.services.paper_book import PaperFault, PaperLine, check_paper, paper_entry

_TIME = re.compile(r"([01]?[0-9]|2[0-3])(?:[.:,]?([0-5][0-9]))?")


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One row as typed. `at`: its time, "" for the one above. `who`: a name, or the number of a member."""

    at: str = ""
    who: str = ""
    sex: str = ""
    people: int = 0
    institution: str = ""
    education: str = ""
    job: str = ""
    purpose: str = ""

    @property
    def blank(self) -> bool:
        """Nothing but a time stands in it."""
        return self == PaperRow(at=self.at)


@dataclass(frozen=True, slots=True)
class PaperTold:
    """What came of the rows: how many were booked, or by row what is wrong with it; never both."""

    booked: int = 0
    faults: tuple[PaperFault, ...] = ()


def read_time(text: str) -> time | None:
    """A time of the day as one writes it: 8, 8.15, 08:15, 0815. None for anything else."""
    found = _TIME.fullmatch(text.strip())
    return time(int(found[1]), int(found[2] or 0)) if found else None


def is_number(who: str) -> bool:
    """A member's number, not a name: it holds a digit and no space."""
    return any(sign.isdigit() for sign in who) and not any(sign.isspace() for sign in who.strip())


def paper_lines(
    on: date, book: Id | None, rows: Sequence[PaperRow]
) -> tuple[list[tuple[int, PaperLine]], list[PaperFault]]:
    """The rows that hold something, each with its number, and what cannot be read in them. A missing time is the one
    above; more than one person is a group under its leader's name."""
    lines: list[tuple[int, PaperLine]] = []
    faults: list[PaperFault] = []
    last: time | None = None
    for number, row in enumerate(rows):
        if row.blank:
            continue
        at = read_time(row.at) if row.at.strip() else last
        if at is None:
            faults.append(PaperFault(number, "at", "time_unreadable" if row.at.strip() else "text_missing", {}))
            continue
        last = at
        lines.append((number, _line(on, at, book, row)))
    return lines, faults


def _line(on: date, at: time, book: Id | None, row: PaperRow) -> PaperLine:
    people = max(1, row.people)
    member_no = row.who.strip() if is_number(row.who) else ""
    kind = VisitKind.MEMBER if member_no else VisitKind.GROUP if people > 1 else VisitKind.GUEST
    return PaperLine(
        on,
        at,
        kind,
        name="" if member_no else row.who,
        member_no=member_no,
        sex=row.sex if kind is VisitKind.GUEST else "",
        institution=row.institution,
        education=row.education,
        job=row.job,
        purpose=row.purpose,
        room_id=book,
        people=people,
    )


def book_rows(desk: Desk, on: date, book: Id | None, rows: Sequence[PaperRow]) -> PaperTold:
    """Book them, all or none. In the background. Raises Refused, StorageError, InvalidInput("lines")."""
    lines, faults = paper_lines(on, book, rows)
    numbers = [number for number, _ in lines]
    found = check_paper(desk, [line for _, line in lines])
    faults += [PaperFault(numbers[fault.line], fault.field, fault.code, fault.params) for fault in found]
    if faults:
        return PaperTold(faults=tuple(sorted(faults, key=lambda fault: fault.line)))
    return PaperTold(len(paper_entry(desk, [line for _, line in lines])))
