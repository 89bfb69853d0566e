"""Becoming a member: registered by staff, or applied for at the kiosk and accepted once the form is endorsed.

Each action is one transaction; `began_at` is when the form was taken in hand, so that the five minutes of SOP
kartu-anggota are measured. Data once written down change field by field, with what they were before.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from loket.db import member_queries, sealing
from loket.db.engine import driver
from loket.db.member_queries import Applicant
from loket.db.meta import get_meta, set_meta
from loket.domain import events as e
from loket.domain.changes import changes_between
from loket.domain.entities import Id, Member, Role
from loket.domain.errors import InvalidInput
from loket.domain.nik import read_nik
from loket.domain.scope import Scope
from loket.services.desk import Action, Desk
from loket.services.fees import Fee, raise_fee
from loket.services.identity import IdentityKeys
from loket.services.intake_records import PERSON_FIELDS, person_of
from loket.services.member_forms import (
    MEMBER_FIELDS,
    Checked,
    MemberForm,
    Stage,
    Warning_,
    check_form,
    is_minor,
    membership_until,
    problems,
    tidy,
)
from loket.services.member_forms import form_of as _form_of
from loket.services.member_numbers import is_taken, next_number, station_part

__all__ = [
    "MEMBER_FIELDS",
    "STAFF",
    "Applicant",
    "Application",
    "Checked",
    "MemberForm",
    "NikFacts",
    "Stage",
    "Warning_",
    "accept",
    "applicants",
    "apply_here",
    "change",
    "check_form",
    "decline",
    "form_of",
    "identity_mask",
    "is_minor",
    "membership_until",
    "prefill_from_nik",
    "problems",
    "register",
    "show_identity",
]

STAFF = (Role.CIRCULATION, Role.SUPERVISOR, Role.ADMIN)
LONGEST_REASON = 200
_COUNT = "application_count"  # {"on": day, "count": how many applied here that day}


@dataclass(frozen=True, slots=True)
class Application:
    """What an applicant is given: the number to name at the desk."""

    member_id: Id
    form_no: str


@dataclass(frozen=True, slots=True)
class NikFacts:
    """What a NIK says of its owner, to fill the form with; both can be put right."""

    sex: str
    birth_on: date


# ---- a new member ---------------------------------------------------------------------------------------------------


def register(
    desk: Desk, form: MemberForm, *, photo: str = "", began_at: datetime | None = None, applicant: bool = False
) -> Member:
    """Make a member of this form, with the next number and what form and card cost. SOP kartu-anggota steps 6 to 9.

    `photo` is the sealed file's SHA-256 in hex, "" for none. `applicant`: he waits for his form to be endorsed; number,
    validity and fees come with `accept`. Raises InvalidInput naming the field, Refused: NOT_SIGNED_IN, ROLE_MISSING,
    CLOCK_DOUBTFUL.
    """
    with desk.action(began_at) as act:
        act.demand_role(*STAFF)
        act.demand_sound_clock()
        stage = Stage.APPLY if applicant else Stage.NEW
        checked = check_form(act.rules.settings, form, act.today, stage)
        return _added(act, checked, photo, pending=applicant)


def apply_here(desk: Desk, form: MemberForm, began_at: datetime | None = None) -> Application:
    """Write an applicant down as he typed himself in; nobody need be signed in. Returns his number in the queue.

    A counter that has no member data of its own does not have the key to seal identity numbers either: there the
    number is checked and let go, and staff type it from the paper. Raises InvalidInput naming the field.
    """
    with desk.action(began_at) as act:
        by_himself = replace(form, form_no="", member_no="", valid_until="")
        checked = check_form(act.rules.settings, by_himself, act.today, Stage.APPLY)
        member = _added(act, checked, "", pending=True)
        return Application(member.id, member.form_no)


def _added(act: Action, checked: Checked, photo: str, *, pending: bool) -> Member:
    _demand_photo_consent(checked.values, photo)
    member_id = act.new_id()
    values = {**checked.values, **_sealed(act, member_id, checked.identity_no), "photo": photo}
    if pending and not values.get("form_no"):
        values["form_no"] = _next_form_no(act)
    number = "" if pending else _number(act, checked, values.get("sex", ""))
    member = Member(id=member_id, member_no=number, registered_on=act.today, pending=pending, **values)
    act.record(
        e.MemberRegistered(
            member_id, number, member.member_type, act.today, member.valid_until, pending, person_of(member)
        )
    )
    if not pending:
        _raise_fees(act, member_id)
    return _known(act, member_id)


def _raise_fees(act: Action, member_id: Id) -> None:
    for kind in (Fee.FORM, Fee.CARD):
        raise_fee(act, member_id, kind)


def _number(act: Action, checked: Checked, sex: str) -> str:
    """The number typed, if nobody and nothing has it; else the next one."""
    if not checked.member_no:
        return next_number(act, sex)
    if is_taken(act, checked.member_no):
        raise InvalidInput("member_no", "member_no_taken", value=checked.member_no)
    return checked.member_no


def _next_form_no(act: Action) -> str:
    """Station, day and a running number of the day: "L1-261124-003". Told out at the desk, so kept short."""
    known = json.loads(get_meta(act.driver, _COUNT) or "{}")
    count = known.get("count", 0) + 1 if known.get("on") == act.today.isoformat() else 1
    set_meta(act.driver, _COUNT, json.dumps({"on": act.today.isoformat(), "count": count}))
    return f"{station_part(act)}-{act.today:%y%m%d}-{count:03d}"


# ---- applicants -----------------------------------------------------------------------------------------------------


def applicants(desk: Desk) -> list[Applicant]:
    """Who applied and waits, the longest first. Raises Refused(NOT_SIGNED_IN, ROLE_MISSING): nobody else sees them."""
    with desk.view() as act:
        act.demand_role(*STAFF)
        return member_queries.applicants(act.driver)


def accept(desk: Desk, member_id: Id, form: MemberForm, *, photo: str = "", began_at: datetime | None = None) -> Member:
    """Make an applicant a member, his data as the endorsed form has them. Raises as `register`.

    InvalidInput("member", "applicant_gone") when he waits no more: accepted at another desk, or erased. An empty
    `photo` keeps the one he has.
    """
    with desk.action(began_at) as act:
        act.demand_role(*STAFF)
        act.demand_sound_clock()
        was = _applicant(act, member_id)
        checked = check_form(act.rules.settings, form, act.today, Stage.ACCEPT, was)
        until = checked.values.pop("valid_until")
        member = _changed(act, was, checked, photo or None)
        number = _number(act, checked, member.sex)
        act.record(e.ApplicantAccepted(member_id, number, member.member_type, act.today, until))
        _raise_fees(act, member_id)
        return _known(act, member_id)


def decline(desk: Desk, member_id: Id, reason: str) -> None:
    """Send an applicant away. Raises InvalidInput: "reason" or as `accept`; Refused(NOT_SIGNED_IN, ROLE_MISSING)."""
    with desk.action() as act:
        act.demand_role(*STAFF)
        why = _reason(reason)
        _applicant(act, member_id)
        act.record(e.ApplicantDeclined(member_id, act.today, why))


def _applicant(act: Action, member_id: Id) -> Member:
    member = act.state.get(Member, member_id)
    if member is None or not member.pending or member.erased or member.merged_into is not None:
        raise InvalidInput("member", "applicant_gone")
    return member


# ---- a member's data ------------------------------------------------------------------------------------------------


def change(
    desk: Desk,
    member_id: Id,
    form: MemberForm,
    *,
    photo: str | None = None,
    was: Member,
    began_at: datetime | None = None,
) -> Member:
    """Put a member's data right. `was` is the member as the form showed him: what others changed meanwhile stays.

    `photo` None leaves it, "" takes it away. Returns him as he stands now; without an event when nothing differs.
    Raises as `register`, and InvalidInput("member", "member_gone") for a record that was erased or merged away.
    """
    with desk.action(began_at) as act:
        act.demand_role(*STAFF)
        change_in(act, member_id, form, was, photo)
        return _known(act, member_id)


def change_in(act: Action, member_id: Id, form: MemberForm, was: Member, photo: str | None = None) -> Member:
    """`change` inside the caller's action, as a renewal with changed data needs it."""
    member = act.state.get(Member, member_id)
    if member is None or member.erased or member.merged_into is not None or member.id != was.id:
        raise InvalidInput("member", "member_gone")
    checked = check_form(act.rules.settings, form, act.today, Stage.CHANGE, was)
    if checked.member_no and is_taken(act, checked.member_no):
        raise InvalidInput("member_no", "member_no_taken", value=checked.member_no)
    if checked.member_no:
        checked.values["member_no"] = checked.member_no
    return _changed(act, was, checked, photo)


def _changed(act: Action, was: Member, checked: Checked, photo: str | None) -> Member:
    """The member with what the form says; an event for what differs."""
    values = dict(checked.values)
    if checked.identity_no:
        values |= _sealed(act, was.id, checked.identity_no, was.identity_index)
    elif values.get("identity_type") == "":
        values |= {"identity_sealed": None, "identity_index": None}
    if photo is not None:
        values["photo"] = photo
    if photo or (was.photo_consent and not values["photo_consent"]):
        _demand_photo_consent(values, values.get("photo", was.photo))
    member = replace(was, **values)
    changed, before = changes_between(was, member)
    if changed:
        act.record(_member_changed(was.id, changed, before))
    return member


def _member_changed(member_id: Id, changed: dict[str, Any], was: dict[str, Any]) -> e.MemberChanged:
    """The change with its personal part apart."""
    own, other = ({name: changed[name] for name in changed if (name in PERSON_FIELDS) == own} for own in (True, False))
    return e.MemberChanged(
        member_id,
        other,
        {name: was[name] for name in other},
        own or None,
        {name: was[name] for name in own} or None,
    )


def _demand_photo_consent(values: dict[str, Any], photo: str) -> None:
    if photo and not values.get("photo_consent"):
        raise InvalidInput("photo_consent", "photo_consent_missing")


def form_of(desk: Desk, member: Member) -> MemberForm:
    """The member's data as a form to be changed; an identity number left empty in it stays as it is."""
    return _form_of(member)


def _known(act: Action, member_id: Id) -> Member:
    member = act.state.get(Member, member_id)
    assert member is not None  # it was just booked in this transaction
    return member


# ---- the identity number --------------------------------------------------------------------------------------------


def prefill_from_nik(number: str, today: date) -> NikFacts | None:
    """Sex and birth date as a NIK has them; None for what is no NIK."""
    try:
        nik = read_nik(number, today)
    except InvalidInput:
        return None
    return NikFacts(nik.sex, nik.birth_on)


def identity_mask(desk: Desk, member: Member) -> str:
    """The number as screens show it, its middle hidden; "" when none is known."""
    if member.identity_sealed is None:
        return ""
    with desk.database.read() as connection:
        return sealing.mask(IdentityKeys(driver(connection)).unseal(member.id, member.identity_sealed))


def show_identity(desk: Desk, member_id: Id, reason: str) -> str:
    """The number in full, once it is written down who looked and why (UU 27/2022). "" when none is known.

    Raises InvalidInput("reason", …), InvalidInput("member", "member_gone"), Refused(NOT_SIGNED_IN, ROLE_MISSING).
    """
    with desk.action() as act:
        act.demand_role(*STAFF)
        why = _reason(reason)
        member = act.state.get(Member, member_id)
        if member is None:
            raise InvalidInput("member", "member_gone")
        if member.identity_sealed is None:
            return ""
        act.record(e.IdentityShown(member_id, why))
        return IdentityKeys(act.driver).unseal(member_id, member.identity_sealed)


def _sealed(act: Action, member_id: Id, number: str, known: bytes | None = None) -> dict[str, Any]:
    """The fields that keep an identity number. One that is known already is not sealed again: that makes another text.

    Empty where none was typed, or at a counter that does not have the library's key.
    """
    if not number or act.desk.scope is Scope.HOUSE:
        return {}
    keys = IdentityKeys(act.driver)
    index = keys.index(number)
    return {} if index == known else {"identity_index": index, "identity_sealed": keys.seal(member_id, number)}


def _reason(text: str) -> str:
    reason = tidy(text)
    if not reason:
        raise InvalidInput("reason", "reason_missing")
    if len(reason) > LONGEST_REASON:
        raise InvalidInput("reason", "text_too_long", longest=LONGEST_REASON)
    return reason
