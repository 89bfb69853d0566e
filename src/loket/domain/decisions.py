"""What a person may decide about a case. The choice is an event itself (`CaseResolved`), booked by `apply_decisions`.

Source: the conflict classes of the sync specification.
"""

from __future__ import annotations

from loket.domain.cases import CaseClass, detail_of
from loket.domain.entities import Case

NOTED = "noted"  # seen and understood; the automatic rule stands
FIRST_HAS_IT, SECOND_HAS_IT, NOBODY_HAS_IT = "first_has_it", "second_has_it", "nobody_has_it"
KEEP, TAKE = "keep", "take"  # the value that stands, or the one that lost
MERGE_INTO_FIRST, MERGE_INTO_SECOND, TWO_PEOPLE = "merge_into_first", "merge_into_second", "two_people"
CHARGE, WAIVE = "charge", "waive"
KEEP_DATE, NEW_DATE = "keep_date", "new_date"
KEEP_CREDIT, GIVE_BACK = "keep_credit", "give_back"  # money paid twice: for his next charge, or back to him

ARRIVED = "arrived"  # the server's own word: what was missing has come after all

ASKS = {NEW_DATE: "date"}
"""Choices that need a value with them."""


def choices_for(case: Case) -> tuple[str, ...]:
    """The choices of a case, the likeliest first."""
    detail = detail_of(case)
    match case.cls:
        case CaseClass.LOAN_COPY if case.severity == "high":
            return (SECOND_HAS_IT, FIRST_HAS_IT, NOBODY_HAS_IT)
        case CaseClass.MEM_EDIT | CaseClass.CAT_EDIT if detail.get("fields"):
            return (KEEP, TAKE)
        case CaseClass.MEM_DUP:
            return (MERGE_INTO_FIRST, MERGE_INTO_SECOND, TWO_PEOPLE)
        case CaseClass.RET_UNKNOWN if "charge_id" in detail:
            return (WAIVE, CHARGE)
        case CaseClass.PAY_DUP if detail.get("credit_rp", 0) > 0:
            return (KEEP_CREDIT, GIVE_BACK)
        case CaseClass.CLOCK if "due_on" in detail:
            return (KEEP_DATE, NEW_DATE)
    return (NOTED,)


def closes(case: Case, choice: str) -> bool:
    """Whether this choice may close the case: one of those a person is offered, or what the server found itself."""
    return choice in choices_for(case) or (case.cls == CaseClass.SYS_LOST and choice == ARRIVED)
