"""What taking a file in would do, or did: counts per kind, and everything refused or doubted, row by row."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from loket.importing.records import Problem

MOST_DOUBTS = 10_000  # listed one by one; refused rows are listed however many they are


class IntakeCode(StrEnum):
    """What only the library's own data, or the rest of the file, can tell. Readers have their own `ProblemCode`."""

    # the row, or the copy in it, is refused
    MEMBER_NO_TWICE = "member_no_twice"  # value "number = line of the first"
    MEMBER_NO_TAKEN = "member_no_taken"  # another person has this number in the library
    BARCODE_TWICE = "barcode_twice"  # value "barcode = line of the first"
    BARCODE_TAKEN = "barcode_taken"  # the copy stands under another title in the library
    TITLE_UNKNOWN = "title_unknown"

    # taken, and listed
    WOULD_CHANGE = "would_change"  # column: the fields, value: number or barcode or title
    TITLE_REPEATED = "title_repeated"  # the same title again in the file, described otherwise: the first counts
    TITLE_TWICE = "title_twice"  # a title like one in the library, kept apart by control number or ISBN
    TITLE_SEVERAL = "title_several"  # a copy whose title several titles bear: put with the first
    SAME_IDENTITY = "same_identity"  # another member has this identity number; value: his member number
    CODE_CLASH = "code_clash"  # a barcode that is also a member number, or the other way round

    # taken, and listed once for each word however many rows have it
    MEMBER_TYPE_KEPT = "member_type_kept"
    MEMBER_TYPE_MISSING = "member_type_missing"
    VALID_UNTIL_MISSING = "valid_until_missing"
    KIND_KEPT = "kind_kept"
    STATUS_KEPT = "status_kept"
    WAS_ON_LOAN = "was_on_loan"
    READING_ONLY = "reading_only"


ONCE = frozenset(
    {
        IntakeCode.MEMBER_TYPE_KEPT,
        IntakeCode.MEMBER_TYPE_MISSING,
        IntakeCode.VALID_UNTIL_MISSING,
        IntakeCode.KIND_KEPT,
        IntakeCode.STATUS_KEPT,
        IntakeCode.WAS_ON_LOAN,
        IntakeCode.READING_ONLY,
    }
)


@dataclass(slots=True)
class Counts:
    """Records of one kind: not in the library yet, to be changed, there already, not to be taken."""

    new: int = 0
    changed: int = 0
    same: int = 0
    refused: int = 0

    @property
    def total(self) -> int:
        return self.new + self.changed + self.same + self.refused


@dataclass(slots=True)
class Found:
    """A problem and how many rows have it; `problem.line` is the first of them."""

    problem: Problem
    times: int = 1


@dataclass(slots=True)
class IntakeReport:
    """The answer of a dry run, or of taking a file in.

    Attributes:
        file: name without folder; `format` names the reader's format.
        refused_rows: rows with something that is not taken.
        taken: False for a dry run, and when refused rows kept the file from being taken.
        events: how many facts were written to the journal.
    """

    file: str
    format: str
    members: Counts = field(default_factory=Counts)
    titles: Counts = field(default_factory=Counts)
    items: Counts = field(default_factory=Counts)
    rows: int = 0
    refused_rows: int = 0
    found: list[Found] = field(default_factory=list)
    unlisted_doubts: int = 0
    taken: bool = False
    events: int = 0
    _once: dict[tuple[str, str], Found] = field(default_factory=dict, repr=False)
    _doubts: int = 0

    def counts(self) -> dict[str, Counts]:
        """By kind of record ("member", "biblio", "item"), in the order they are shown."""
        return {"member": self.members, "biblio": self.titles, "item": self.items}

    @property
    def refused(self) -> list[Found]:
        return [found for found in self.found if found.problem.fatal]

    @property
    def doubts(self) -> list[Found]:
        return [found for found in self.found if not found.problem.fatal]

    @property
    def new_or_changed(self) -> int:
        return sum(counts.new + counts.changed for counts in self.counts().values())

    def add(self, problem: Problem) -> None:
        """List a problem: some only once for each value, doubts up to MOST_DOUBTS."""
        if problem.code in ONCE:
            key = (problem.code, problem.value)
            if key in self._once:
                self._once[key].times += 1
                return
            self._once[key] = found = Found(problem)
            self.found.append(found)
            return
        if not problem.fatal:
            self._doubts += 1
            if self._doubts > MOST_DOUBTS:
                self.unlisted_doubts += 1
                return
        self.found.append(Found(problem))
