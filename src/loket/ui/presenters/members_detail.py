"""What is shown of one member, and what is done with him from there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol, TypeVar

from loket.domain.entities import CardEnd, Charge, Id, Member, MemberCard, Role
from loket.domain.errors import InvalidInput
from loket.services import clearance, erasure, member_records, membership, photos, registration
from loket.services.card_queue import PrintLine, print_log
from loket.services.clearance import Clearance
from loket.services.desk import Desk
from loket.services.member_life import LifeLine, life
from loket.services.member_lists import MemberState, member_rows
from loket.services.members import MemberOverview, overview
from loket.services.membership import Replaced
from loket.services.photos import PhotoStore
from loket.ui.jobs import JobRunner
from loket.ui.presenters.members import Problem, show_failure

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Detail:
    """Everything one page shows of a member, of one moment.

    Attributes:
        state: a MemberState; "" for a record that was merged away or erased.
        mask: the identity number as it may be shown. code: what his card says.
        charges: what he owes, and what was paid beyond what was due.
        merged: records that were merged into this one.
    """

    overview: MemberOverview
    state: str
    mask: str
    code: str
    photo: bytes | None
    cards: tuple[MemberCard, ...]
    prints: tuple[PrintLine, ...]
    charges: tuple[Charge, ...]
    life: tuple[LifeLine, ...]
    merged: tuple[Member, ...]
    winner: Member | None = None

    @property
    def member(self) -> Member:
        return self.overview.member

    @property
    def stands(self) -> bool:
        """Is this a record one may work with?"""
        return self.member.merged_into is None and not self.member.erased


class MemberDetailView(Protocol):
    """The page of one member as the presenter sees it."""

    def show_detail(self, detail: Detail) -> None: ...
    def show_gone(self) -> None: ...
    def show_identity(self, number: str) -> None: ...
    def show_suspended(self, member: Member) -> None: ...
    def show_freed(self, member: Member) -> None: ...
    def show_replaced(self, replaced: Replaced) -> None: ...
    def show_cleared(self, issued: Clearance) -> None: ...
    def show_merged(self, winner: Member) -> None: ...
    def show_unmerged(self, loser: Member) -> None: ...
    def show_erased(self, records: int) -> None: ...
    def show_readmitted(self, member: Member) -> None: ...
    def show_declined(self) -> None: ...
    def show_photo_saved(self) -> None: ...
    def show_invalid(self, error: InvalidInput) -> None: ...
    def show_problem(self, error: Problem) -> None: ...


class MemberDetailPresenter:
    """Knows no Qt. Every change reads the member again; what one action says goes to the view in its own words."""

    def __init__(self, desk: Desk, jobs: JobRunner, store: PhotoStore, view: MemberDetailView) -> None:
        self._desk, self._jobs, self._store, self._view = desk, jobs, store, view
        self.member_id: Id | None = None
        self.detail: Detail | None = None

    def open(self, member_id: Id) -> None:
        self.member_id = member_id
        self.detail = None
        self.read()

    def close(self) -> None:
        self.member_id = self.detail = None

    def read(self) -> None:
        wanted = self.member_id
        if wanted is not None:
            self._jobs.start(
                lambda: read_detail(self._desk, self._store, wanted),
                on_success=lambda found: self._read(wanted, found),
                on_failure=self._failed,
            )

    def _read(self, wanted: Id, found: Detail | None) -> None:
        if wanted != self.member_id:
            return
        self.detail = found
        if found is None:
            self._view.show_gone()
        else:
            self._view.show_detail(found)

    # ---- actions ---------------------------------------------------------------------------------------------------

    def show_identity(self, reason: str) -> None:
        self._do(partial(registration.show_identity, self._desk, self._id(), reason), self._view.show_identity)

    def suspend(self, until: date, reason: str) -> None:
        self._do(partial(membership.suspend, self._desk, self._id(), until, reason), self._view.show_suspended)

    def end_suspension(self, reason: str) -> None:
        self._do(partial(membership.end_suspension, self._desk, self._id(), reason), self._view.show_freed)

    def replace_card(self, end: CardEnd) -> None:
        self._do(partial(membership.replace_card, self._desk, self._id(), end), self._view.show_replaced)

    def clear(self, letter_no: str, *, leaves: bool) -> None:
        """Issue the clearance letter. Refused while anything is open, and told what."""
        self._do(partial(clearance.clear, self._desk, self._id(), letter_no, leaves=leaves), self._view.show_cleared)

    def letter_again(self) -> None:
        """The last clearance letter once more."""

        def found(letter: Clearance | None) -> None:
            if letter is not None:
                self._view.show_cleared(letter)

        self._do(partial(clearance.issued, self._desk, self._id()), found)

    def merge(self, other_id: Id, *, keep_other: bool) -> None:
        """One person, two records: one of them stands for both from now on."""
        winner, loser = (other_id, self._id()) if keep_other else (self._id(), other_id)

        def merged(member: Member) -> None:
            self.member_id = member.id
            self._view.show_merged(member)

        self._do(partial(member_records.merge, self._desk, winner, loser), merged)

    def undo_merge(self, loser_id: Id, reason: str) -> None:
        self._do(partial(member_records.undo_merge, self._desk, loser_id, reason), self._view.show_unmerged)

    def erase(self, reason: str) -> None:
        """The person leaves the books; what he borrowed stays counted. It cannot be taken back."""
        drop = partial(photos.drop, self._desk, self._store)
        self._do(partial(erasure.erase, self._desk, self._id(), reason, drop_photo=drop), self._view.show_erased)

    def readmit(self) -> None:
        self._do(partial(membership.readmit, self._desk, self._id()), self._view.show_readmitted)

    def decline(self, reason: str) -> None:
        self._do(partial(registration.decline, self._desk, self._id(), reason), lambda _: self._view.show_declined())

    def save_photo(self, jpeg: bytes | None) -> None:
        """Another photo, or none; nothing else changes."""
        desk, detail = self._desk, self.detail
        if detail is None:
            return

        def work() -> Member:
            kept = photos.keep(desk, self._store, jpeg) if jpeg else ""
            form = registration.form_of(desk, detail.member)
            return registration.change(desk, detail.member.id, form, photo=kept, was=detail.member)

        self._do(work, lambda _: self._view.show_photo_saved())

    def may(self, *roles: str) -> bool:
        """Has the operator one of these roles?"""
        operator = self._desk.operator
        return operator is not None and bool(set(roles) & set(operator.roles))

    # ---- parts -----------------------------------------------------------------------------------------------------

    def _id(self) -> Id:
        assert self.member_id is not None
        return self.member_id

    def _do(self, work: Callable[[], T], done: Callable[[T], object]) -> None:
        def finished(result: T) -> None:
            done(result)
            self.read()

        self._jobs.start(work, on_success=finished, on_failure=self._failed, lane="write")

    def _failed(self, error: Exception) -> None:
        show_failure(self._view, error)


DECIDERS = (Role.SUPERVISOR.value, Role.ADMIN.value)


def read_detail(desk: Desk, store: PhotoStore, member_id: Id) -> Detail | None:
    """Read it all; None for a member who is not known here."""
    with desk.view() as act:
        seen = overview(act, member_id)
        if seen is None:
            return None
        member = seen.member
        cards = tuple(reversed(act.state.cards_of(member_id)))
        about_money = [*act.state.open_charges(member_id), *act.state.credits_of(member_id)]
        charges = tuple({charge.id: charge for charge in about_money}.values())
        merged = tuple(member_records.merged_records(act, member_id))
        winner = act.state.get(Member, member.merged_into) if member.merged_into else None
    row = member_rows(desk, [member_id]).get(member_id)
    return Detail(
        overview=seen,
        state=row.state if row else MemberState.APPLICANT if member.pending else "",
        mask=registration.identity_mask(desk, member),
        code=row.code if row else member.member_no,
        photo=photos.read(desk, store, member.photo),
        cards=cards,
        prints=tuple(print_log(desk, member_id)),
        charges=charges,
        life=tuple(life(desk, member_id)),
        merged=merged,
        winner=winner,
    )
