"""An e-book loan before it is noted: who reads, which title. With both it is complete. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from loket.services.ebooks import TitleLine
from loket.services.visitors import Person


@dataclass(frozen=True, slots=True)
class Guest:
    """A name typed for somebody who is neither member nor visitor here."""

    name: str


@dataclass(frozen=True, slots=True)
class LoanDraft:
    person: Person | None = None
    guest: str = ""
    title: TitleLine | None = None

    @property
    def is_named(self) -> bool:
        return self.person is not None or bool(self.guest)

    @property
    def is_complete(self) -> bool:
        return self.is_named and self.title is not None

    def read_by(self, person: Person | None, guest: str = "") -> LoanDraft:
        return replace(self, person=person, guest="" if person is not None else guest)

    def of(self, title: TitleLine | None) -> LoanDraft:
        return replace(self, title=title)
