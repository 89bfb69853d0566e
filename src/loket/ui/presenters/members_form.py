"""What the member form decides: what it is for, who may be here already, what is still needed, and the draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from loket.domain.calendar import age_on
from loket.domain.entities import Id, Member
from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.domain.member_form import KEY_OF, Mode, modes
from loket.domain.settings import Settings
from loket.importing.values import parse_day
from loket.services import member_drafts, membership, photos, registration
from loket.services.desk import Desk
from loket.services.duplicates import Twin, find_duplicates
from loket.services.member_forms import FOR_LIFE, is_minor
from loket.services.member_lists import values_of
from loket.services.member_numbers import next_number
from loket.services.photos import PhotoStore
from loket.services.registration import MemberForm, Stage, Warning_
from loket.ui.jobs import JobRunner

ALWAYS = ("full_name", "member_type", "consent")
GUARDIAN = ("guardian_name", "guardian_relation", "guardian_phone")
TWIN_FIELDS = ("identity_no", "full_name", "birth_on", "phone")
ADULT = 18
TYPES_BY_AGE = ((12, "anak"), (ADULT - 1, "pelajar"), (999, "umum"))  # up to this age, usually
LEAST_NAME = 4  # signs of a name before it is worth looking for


class FormKind(StrEnum):
    """What the form is open for."""

    NEW = "new"
    APPLICANT = "applicant"
    CHANGE = "change"
    RENEW = "renew"


@dataclass(frozen=True, slots=True)
class FormShape:
    """Which fields there are, and what is offered for them.

    Attributes:
        modes: field of `MemberForm` → what the library does with it.
        suggestions: field → words of earlier members.
        number: what the next member's number would be; "" when the library's scheme gives none.
    """

    settings: Settings
    modes: dict[str, Mode]
    suggestions: dict[str, tuple[str, ...]]
    number: str


@dataclass(frozen=True, slots=True)
class Opening:
    """A form about to be filled in. `mask`: the identity number as it may be shown; `photo`: the JPEG there is."""

    kind: FormKind
    form: MemberForm
    member: Member | None = None
    mask: str = ""
    photo: bytes | None = None


class MemberFormView(Protocol):
    """The form as the presenter sees it."""

    def show_form(self, opening: Opening, shape: FormShape) -> None: ...
    def show_twins(self, twins: Sequence[Twin]) -> None: ...
    def show_warnings(self, warnings: Sequence[Warning_]) -> None: ...
    def show_invalid(self, errors: Sequence[InvalidInput]) -> None: ...
    def show_problem(self, error: Refused | StorageError) -> None: ...
    def show_saved(self, kind: FormKind, member: Member, took_ms: int) -> None: ...


class MemberFormPresenter:
    """Knows no Qt. One form at a time; what was typed stays until it is saved or let go."""

    def __init__(self, desk: Desk, jobs: JobRunner, store: PhotoStore, view: MemberFormView) -> None:
        self._desk, self._jobs, self._store, self._view = desk, jobs, store, view
        self.opening: Opening | None = None
        self.began_at: datetime | None = None
        self.saving = False
        self.photo: bytes | None = None  # taken or cleared while the form was open
        self.photo_touched = False
        self._left_photo: bytes | None = None  # of the draft
        self._asked = 0  # the last question about twins; an answer to an earlier one is dropped

    # ---- opening ---------------------------------------------------------------------------------------------------

    def start_new(self, form: MemberForm | None = None) -> None:
        """An empty form, or what a draft left standing."""
        photo = self._left_photo if form is not None else None
        self._start(lambda: Opening(FormKind.NEW, form or MemberForm(), photo=photo))

    def start_for(self, kind: FormKind, member_id: Id) -> None:
        """The form of somebody who is here already: to change, to renew, to accept him."""

        def read() -> Opening:
            member = self._member(member_id)
            form = registration.form_of(self._desk, member)
            if kind is FormKind.RENEW:
                until = membership.renewed_until(member, self._desk.today(), self._desk.settings())
                form = replace(form, valid_until=f"{until:%d-%m-%Y}" if until else "-")
            photo = photos.read(self._desk, self._store, member.photo)
            return Opening(kind, form, member, registration.identity_mask(self._desk, member), photo)

        self._start(read)

    def _member(self, member_id: Id) -> Member:
        with self._desk.view() as act:
            found = act.state.get(Member, member_id)
        if found is None:
            raise InvalidInput("member", "applicant_gone")
        return found

    def _start(self, read: Callable[[], Opening]) -> None:
        """The service time runs from here: the standard's step begins when the form is taken in hand."""
        self.began_at = self._desk.clock.now()
        self._jobs.start(
            lambda: (read(), shape_of(self._desk)),
            on_success=lambda found: self._opened(*found),
            on_failure=self._failed,
        )

    def _opened(self, opening: Opening, shape: FormShape) -> None:
        self.opening = opening
        self.photo, self.saving = opening.photo, False
        self.photo_touched = opening.kind is FormKind.NEW and opening.photo is not None
        self._asked += 1
        self._view.show_form(opening, shape)

    # ---- while typing ----------------------------------------------------------------------------------------------

    def typed(self, form: MemberForm) -> None:
        """A pause in typing: is he here already, and does anything look odd?"""
        opening = self.opening
        if opening is None:
            return
        self._asked += 1
        asked, desk, member, stage = self._asked, self._desk, opening.member, _stage(opening)
        ignore = member.id if member else None

        def look() -> tuple[list[Twin], tuple[Warning_, ...]]:
            _, warnings = registration.problems(desk.settings(), form, desk.today(), *stage)
            return find_twins(desk, form, ignore), warnings

        def answered(found: tuple[list[Twin], tuple[Warning_, ...]]) -> None:
            if asked == self._asked:
                self._view.show_twins(found[0])
                self._view.show_warnings(found[1])

        self._jobs.start(look, on_success=answered, on_failure=self._failed)

    def keep_draft(self, form: MemberForm, then: Callable[[], object] = lambda: None) -> None:
        """Over a power cut, a registration that was begun is still here. Its photo only while the window is open."""
        if self.opening is None or self.opening.kind is not FormKind.NEW or self.saving:
            return
        self._left_photo = self.photo
        self._jobs.start(
            lambda: member_drafts.keep_draft(self._desk, form),
            on_success=lambda _: then(),
            on_failure=self._failed,
            lane="write",
        )

    def drop_draft(self) -> None:
        self._jobs.start(lambda: member_drafts.drop_draft(self._desk), on_failure=self._failed, lane="write")

    def take_photo(self, jpeg: bytes | None) -> None:
        self.photo, self.photo_touched = jpeg, True

    # ---- saving ----------------------------------------------------------------------------------------------------

    def save(self, form: MemberForm) -> None:
        """Save it; what is wrong is told at every field at once, and nothing typed is lost."""
        if self.opening is None or self.saving:
            return
        self.saving = True
        opening, desk = self.opening, self._desk

        def work() -> tuple[InvalidInput, ...] | Member:
            errors, _ = registration.problems(desk.settings(), form, desk.today(), *_stage(opening))
            return errors or self._write(opening, form)

        self._jobs.start(work, on_success=self._saved, on_failure=self._failed, lane="write")

    def _write(self, opening: Opening, form: MemberForm) -> Member:
        """Inside the writing job."""
        desk, member, began_at = self._desk, opening.member, self.began_at
        photo = None if not self.photo_touched else self._kept_photo()
        if opening.kind is FormKind.NEW or member is None:
            saved = registration.register(desk, form, photo=photo or "", began_at=began_at)
            member_drafts.drop_draft(desk)
            return saved
        if opening.kind is FormKind.APPLICANT:
            return registration.accept(
                desk, member.id, form, photo=member.photo if photo is None else photo, began_at=began_at
            )
        if opening.kind is FormKind.RENEW:
            return self._renewed(member, form, photo)
        return registration.change(desk, member.id, form, photo=photo, was=member, began_at=began_at)

    def _renewed(self, member: Member, form: MemberForm, photo: str | None) -> Member:
        """The data as they are now, the photo if it is another, and the new last day."""
        as_it_was = registration.form_of(self._desk, member)
        until = _last_day(form.valid_until)
        form = replace(form, valid_until=as_it_was.valid_until)
        if photo is not None and photo != member.photo:
            member = registration.change(self._desk, member.id, form, photo=photo, was=member)
        return membership.renew(self._desk, member.id, form=form, valid_until=until, began_at=self.began_at).member

    def _kept_photo(self) -> str:
        return photos.keep(self._desk, self._store, self.photo) if self.photo else ""

    def _saved(self, found: tuple[InvalidInput, ...] | Member) -> None:
        self.saving = False
        if isinstance(found, tuple):
            self._view.show_invalid(found)
            return
        opening, began_at = self.opening, self.began_at
        assert opening is not None
        assert began_at is not None
        took_ms = int((self._desk.clock.now() - began_at).total_seconds() * 1000)
        self.opening = None
        self._view.show_saved(opening.kind, found, took_ms)

    def _failed(self, error: Exception) -> None:
        self.saving = False
        if isinstance(error, InvalidInput):
            self._view.show_invalid((error,))
        elif isinstance(error, (Refused, StorageError)):
            self._view.show_problem(error)
        else:
            raise error


# ---- plain questions ------------------------------------------------------------------------------------------------


def _stage(opening: Opening) -> tuple[Stage, Member | None]:
    if opening.kind is FormKind.NEW:
        return Stage.NEW, None
    return Stage.ACCEPT if opening.kind is FormKind.APPLICANT else Stage.CHANGE, opening.member


def _last_day(text: str) -> date | None:
    """As typed; None leaves it to the library's rule. Raises InvalidInput("valid_until")."""
    day = day_or_none(text)
    if day is None and text.strip() not in ("", FOR_LIFE):
        raise InvalidInput("valid_until", "date_form")
    return day


def shape_of(desk: Desk) -> FormShape:
    """How the form looks at this library today."""
    with desk.view() as act:
        settings = act.rules.settings
        try:
            number = next_number(act)
        except InvalidInput:
            number = ""  # told when the form is saved
    by_key = modes(settings.member_form)
    return FormShape(
        settings=settings,
        modes={name: by_key[key] for name, key in KEY_OF.items()} | dict.fromkeys(ALWAYS, Mode.REQUIRED),
        suggestions={name: tuple(values_of(desk, name)) for name in ("institution", "school_class", "district")},
        number=number,
    )


def find_twins(desk: Desk, form: MemberForm, ignore: Id | None) -> list[Twin]:
    """Who may be the same person; nobody while there is too little to go by."""
    name = form.full_name.strip()
    return find_duplicates(
        desk,
        identity_no=form.identity_no.strip(),
        full_name=name if len(name) >= LEAST_NAME else "",
        birth_on=day_or_none(form.birth_on, born=True),
        phone=form.phone.strip(),
        ignore=ignore,
    )


def day_or_none(text: str, *, born: bool = False) -> date | None:
    """The day a text means; None for none, and for what is no day (yet)."""
    try:
        return parse_day(text, born=born).day if text.strip() else None
    except ValueError:
        return None


def usual_type(form: MemberForm, settings: Settings, today: date) -> str:
    """The member type to begin with: by age, as far as the library has such types; the first one otherwise."""
    born = day_or_none(form.birth_on, born=True)
    age = age_on(born, today) if born else ADULT
    wanted = next(kind for oldest, kind in TYPES_BY_AGE if age <= oldest)
    return wanted if wanted in settings.member_types else settings.member_types[0]


def needs_guardian(form: MemberForm, settings: Settings, today: date) -> bool:
    """Is he so young that somebody answers for him?"""
    return is_minor(settings, day_or_none(form.birth_on, born=True), today)


def still_needed(form: MemberForm, shape: FormShape, today: date, *, has_identity: bool, photo: bool) -> list[str]:
    """Required fields that are empty, in no order. The identity number may stand there already, masked; a photo needs
    its own consent."""
    wanted = [name for name, mode in shape.modes.items() if mode is Mode.REQUIRED]
    wanted += GUARDIAN if needs_guardian(form, shape.settings, today) else ()
    wanted += ("photo_consent",) if photo else ()
    optional = {"village_now", "district_now", "city_now", "province_now", "postcode_now"}
    if has_identity:
        optional |= {"identity_no", "identity_type"}
    return [name for name in wanted if name not in optional and not str(getattr(form, name) or "").strip()]


def without(form: MemberForm, hidden: Sequence[str]) -> MemberForm:
    """The form with fields emptied that are not shown."""
    emptied: dict[str, Any] = {name: "" for name in hidden if isinstance(getattr(form, name), str)}
    return replace(form, **emptied)
