"""Booking the guestbook, its rooms and purposes, the survey, and the forgetting of names."""

from __future__ import annotations

from dataclasses import replace

from loket.domain import events as e
from loket.domain.entities import (
    Case,
    EbookLoan,
    Entity,
    Id,
    InHouseUse,
    InternetSession,
    LockerUse,
    PhotocopyJob,
    SurveyAnswer,
    Visit,
)
from loket.domain.handling import applies
from loket.domain.ports import State

NAMES: tuple[tuple[type[Entity], tuple[str, ...]], ...] = (
    (Visit, ("name", "phone")),
    (LockerUse, ("holder", "proof")),
    (InHouseUse, ("reader",)),
    (InternetSession, ("user",)),
    (PhotocopyJob, ("borrower", "phone")),
    (EbookLoan, ("reader",)),
    (SurveyAnswer, ("comment",)),
)
"""Where names of people stand that are no members, and words of theirs."""


@applies(e.RoomSet)
def _room(state: State, stamp: e.Stamp, event: e.RoomSet) -> list[Case]:
    state.put(event.room)
    return []


@applies(e.PurposeSet)
def _purpose(state: State, stamp: e.Stamp, event: e.PurposeSet) -> list[Case]:
    state.put(event.purpose)
    return []


@applies(e.VisitRecorded)
def _visit(state: State, stamp: e.Stamp, event: e.VisitRecorded) -> list[Case]:
    """What is known of its end, because that news came first, stays."""
    known = state.get(Visit, event.visit_id)
    if known is not None and known.station_id is not None:
        return []
    guest = event.guest or e.Guest()
    visit = Visit(
        id=event.visit_id,
        kind=event.kind,
        entered_at=event.entered_at,
        on=event.on,
        purpose=event.purpose,
        member_id=event.member_id,
        source=event.source,
        room_id=event.room_id,
        visitor_no=event.visitor_no,
        people=event.people,
        warned=event.warned,
        name=guest.name,
        phone=guest.phone,
        institution=event.institution,
        sex=event.sex,
        education=event.education,
        job=event.job,
        age_group=event.age_group,
        male=event.male,
        female=event.female,
        by_education=event.by_education,
        by_job=event.by_job,
        guide=event.guide,
        letter_no=event.letter_no,
        station_id=stamp.station_id,
        operator_id=stamp.operator_id,
    )
    if known is not None:
        visit = replace(visit, left_at=known.left_at, left_how=known.left_how, cancelled=known.cancelled)
    state.put(visit)
    return []


def _heard_of(state: State, stamp: e.Stamp, visit_id: Id) -> Visit:
    """The visit, or what stands for it until its own news comes: nobody's, and counted by no book."""
    known = state.get(Visit, visit_id)
    return known or Visit(visit_id, "", stamp.at, stamp.business_on, people=0)


@applies(e.VisitorLeft)
def _left(state: State, stamp: e.Stamp, event: e.VisitorLeft) -> list[Case]:
    """Seen twice going out, at two doors: the first time stands. Seen at all outweighs the closing's guess."""
    visit = _heard_of(state, stamp, event.visit_id)
    is_better = visit.left_at is None or (visit.left_how != "seen" and event.how == "seen")
    if is_better or (visit.left_how == event.how and visit.left_at is not None and event.left_at < visit.left_at):
        state.put(replace(visit, left_at=event.left_at, left_how=event.how))
    return []


@applies(e.VisitUndone)
def _visit_undone(state: State, stamp: e.Stamp, event: e.VisitUndone) -> list[Case]:
    state.put(replace(_heard_of(state, stamp, event.visit_id), cancelled=True))
    return []


@applies(e.GuestsForgotten)
def _forgotten(state: State, stamp: e.Stamp, event: e.GuestsForgotten) -> list[Case]:
    for key in event.rows:
        for kind, names in NAMES:
            row = state.get(kind, key)
            if row is not None:
                state.put(replace(row, **dict.fromkeys(names, "")))
                break
    return []


@applies(e.SurveyAnswered)
def _survey(state: State, stamp: e.Stamp, event: e.SurveyAnswered) -> list[Case]:
    if state.get(SurveyAnswer, event.answer_id) is None:
        state.put(
            SurveyAnswer(
                id=event.answer_id,
                on=event.on,
                answered_at=event.answered_at,
                answers=event.answers,
                service=event.service,
                sex=event.sex,
                age_group=event.age_group,
                education=event.education,
                job=event.job,
                comment=event.comment or "",
                station_id=stamp.station_id,
            )
        )
    return []
