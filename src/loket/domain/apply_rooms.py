"""Booking what is done in the rooms: reading in place, the internet room, photocopies, e-books.

What is said of something not known yet stands in a row of its own until its news comes; a row without a station is
such a one.
"""

from __future__ import annotations

from dataclasses import replace

from loket.domain import events as e
from loket.domain.apply_circulation import cancel_charge
from loket.domain.entities import (
    Case,
    CopyState,
    EbookLoan,
    Id,
    InHouseKind,
    InHouseState,
    InHouseUse,
    InternetSession,
    PhotocopyJob,
    SessionState,
)
from loket.domain.handling import applies
from loket.domain.ports import State

# ---- reading in place ---------------------------------------------------------------------------------------------


@applies(e.BookRead)
def _book_read(state: State, stamp: e.Stamp, event: e.BookRead) -> list[Case]:
    fresh = InHouseUse(
        id=event.use_id,
        kind=InHouseKind.TABLE,
        on=event.on,
        noted_at=stamp.at,
        room_id=event.room_id,
        item_id=event.item_id,
        biblio_id=event.biblio_id,
        barcode=event.barcode,
        title=event.title,
        ddc_class=event.ddc_class,
        books=event.books,
        station_id=stamp.station_id,
        operator_id=stamp.operator_id,
    )
    _put_reading(state, fresh)
    return []


@applies(e.ItemAsked)
def _item_asked(state: State, stamp: e.Stamp, event: e.ItemAsked) -> list[Case]:
    fresh = InHouseUse(
        id=event.use_id,
        kind=event.kind,
        on=event.on,
        noted_at=stamp.at,
        state=InHouseState.ASKED,
        room_id=event.room_id,
        item_id=event.item_id,
        biblio_id=event.biblio_id,
        barcode=event.barcode,
        title=event.title,
        ddc_class=event.ddc_class,
        member_id=event.member_id,
        visit_id=event.visit_id,
        reader=event.reader or "",
        note=event.note,
        station_id=stamp.station_id,
        operator_id=stamp.operator_id,
    )
    _put_reading(state, fresh)
    return []


def _put_reading(state: State, fresh: InHouseUse) -> None:
    known = state.get(InHouseUse, fresh.id)
    if known is None:
        state.put(fresh)
    elif known.station_id is None:
        state.put(
            replace(
                fresh,
                state=known.state if known.state is not InHouseState.ASKED else fresh.state,
                item_id=known.item_id or fresh.item_id,
                barcode=known.barcode or fresh.barcode,
                fetched_at=known.fetched_at,
                ended_at=known.ended_at,
                note=known.note or fresh.note,
                reshelved_on=known.reshelved_on,
            )
        )


def _reading(state: State, stamp: e.Stamp, use_id: Id) -> InHouseUse:
    stand_in = InHouseUse(use_id, InHouseKind.TABLE, stamp.business_on, stamp.at, InHouseState.ASKED, books=0)
    return state.get(InHouseUse, use_id) or stand_in


@applies(e.ItemFetched)
def _item_fetched(state: State, stamp: e.Stamp, event: e.ItemFetched) -> list[Case]:
    use = _reading(state, stamp, event.use_id)
    if use.state in (InHouseState.ASKED, InHouseState.MISSED):
        use = replace(use, state=InHouseState.FETCHED, ended_at=None)
    if use.fetched_at is None:
        item_id, barcode = event.item_id or use.item_id, event.barcode or use.barcode
        state.put(replace(use, fetched_at=stamp.at, item_id=item_id, barcode=barcode))
    return []


@applies(e.ItemHandedBack)
def _item_back(state: State, stamp: e.Stamp, event: e.ItemHandedBack) -> list[Case]:
    use = _reading(state, stamp, event.use_id)
    if use.state is not InHouseState.CANCELLED:
        state.put(replace(use, state=InHouseState.DONE, ended_at=stamp.at, note=event.note or use.note))
    return []


@applies(e.RequestMissed)
def _request_missed(state: State, stamp: e.Stamp, event: e.RequestMissed) -> list[Case]:
    use = _reading(state, stamp, event.use_id)
    if use.state is InHouseState.ASKED:
        state.put(replace(use, state=InHouseState.MISSED, ended_at=stamp.at, note=event.note))
    return []


@applies(e.ReadingUndone)
def _reading_undone(state: State, stamp: e.Stamp, event: e.ReadingUndone) -> list[Case]:
    state.put(replace(_reading(state, stamp, event.use_id), state=InHouseState.CANCELLED))
    return []


@applies(e.BooksReshelved)
def _reshelved(state: State, stamp: e.Stamp, event: e.BooksReshelved) -> list[Case]:
    for use_id in event.use_ids:
        state.put(replace(_reading(state, stamp, use_id), reshelved_on=event.on))
    return []


# ---- the internet room --------------------------------------------------------------------------------------------


@applies(e.SeatSet)
def _seat(state: State, stamp: e.Stamp, event: e.SeatSet) -> list[Case]:
    state.put(event.seat)
    return []


def _session(state: State, stamp: e.Stamp, session_id: Id) -> InternetSession:
    stand_in = InternetSession(session_id, SessionState.WAITING, stamp.business_on, stamp.at)
    return state.get(InternetSession, session_id) or stand_in


@applies(e.SessionAsked)
def _session_asked(state: State, stamp: e.Stamp, event: e.SessionAsked) -> list[Case]:
    known = state.get(InternetSession, event.session_id)
    if known is None or known.station_id is None:
        state.put(
            replace(
                known or _session(state, stamp, event.session_id),
                on=event.on,
                asked_at=stamp.at,
                member_id=event.member_id,
                visit_id=event.visit_id,
                user=event.user or "",
                purpose=event.purpose,
                station_id=stamp.station_id,
                operator_id=stamp.operator_id,
            )
        )
    return []


@applies(e.SessionStarted)
def _session_started(state: State, stamp: e.Stamp, event: e.SessionStarted) -> list[Case]:
    session = _session(state, stamp, event.session_id)
    if session.started_at is not None:
        return []
    begun = replace(
        session,
        seat_id=session.seat_id or event.seat_id,  # moved before its start was heard of
        on=event.on,
        minutes=max(event.minutes, session.minutes),
        started_at=stamp.at,
        member_id=event.member_id or session.member_id,
        visit_id=event.visit_id or session.visit_id,
        user=event.user or session.user,
        purpose=event.purpose or session.purpose,
        station_id=stamp.station_id,
        operator_id=stamp.operator_id,
    )
    if session.state is SessionState.WAITING:
        begun = replace(begun, state=SessionState.RUNNING)
    if session.card_back_at is None:
        begun = replace(begun, card_held=event.card_held)
    state.put(begun)
    return []


@applies(e.SessionExtended)
def _session_extended(state: State, stamp: e.Stamp, event: e.SessionExtended) -> list[Case]:
    session = _session(state, stamp, event.session_id)
    if event.minutes > session.minutes:
        state.put(replace(session, minutes=event.minutes, extensions=session.extensions + 1))
    return []


@applies(e.SessionMoved)
def _session_moved(state: State, stamp: e.Stamp, event: e.SessionMoved) -> list[Case]:
    state.put(replace(_session(state, stamp, event.session_id), seat_id=event.seat_id))
    return []


@applies(e.SessionEnded)
def _session_ended(state: State, stamp: e.Stamp, event: e.SessionEnded) -> list[Case]:
    session = _session(state, stamp, event.session_id)
    if session.state in (SessionState.WAITING, SessionState.RUNNING):
        session = replace(session, state=SessionState.ENDED, ended_at=stamp.at)
        session = replace(session, used_min=event.used_min, end_how=event.how)
    state.put(_card_back(session, stamp) if event.card_back else session)
    return []


@applies(e.SessionCardReturned)
def _session_card(state: State, stamp: e.Stamp, event: e.SessionCardReturned) -> list[Case]:
    state.put(_card_back(_session(state, stamp, event.session_id), stamp))
    return []


def _card_back(session: InternetSession, stamp: e.Stamp) -> InternetSession:
    return replace(session, card_held=False, card_back_at=session.card_back_at or stamp.at)


@applies(e.SessionCancelled)
def _session_cancelled(state: State, stamp: e.Stamp, event: e.SessionCancelled) -> list[Case]:
    session = _session(state, stamp, event.session_id)
    if session.state is not SessionState.ENDED:
        state.put(_card_back(replace(session, state=SessionState.CANCELLED, ended_at=stamp.at), stamp))
    return []


# ---- photocopies --------------------------------------------------------------------------------------------------


@applies(e.PhotocopyMade)
def _copies_made(state: State, stamp: e.Stamp, event: e.PhotocopyMade) -> list[Case]:
    fresh = PhotocopyJob(
        id=event.job_id,
        number=event.number,
        state=CopyState.MADE,
        on=event.on,
        noted_at=stamp.at,
        barcodes=event.barcodes,
        titles=event.titles,
        pages=event.pages,
        sheet=event.sheet,
        amount_rp=event.amount_rp,
        charge_id=event.charge_id,
        receipt_id=event.receipt_id,
        member_id=event.member_id,
        visit_id=event.visit_id,
        borrower=event.borrower or "",
        station_id=stamp.station_id,
        operator_id=stamp.operator_id,
    )
    _put_job(state, fresh)
    return _cancelled_charge(state, stamp, fresh.id)


@applies(e.PhotocopyOut)
def _copying_out(state: State, stamp: e.Stamp, event: e.PhotocopyOut) -> list[Case]:
    fresh = PhotocopyJob(
        id=event.job_id,
        number=event.number,
        state=CopyState.OUT,
        on=event.on,
        noted_at=stamp.at,
        barcodes=event.barcodes,
        titles=event.titles,
        member_id=event.member_id,
        visit_id=event.visit_id,
        borrower=event.borrower or "",
        phone=event.phone or "",
        pledge=event.pledge,
        pledge_type=event.pledge_type,
        pledge_last4=event.pledge_last4,
        valuables=event.valuables,
        due_at=event.due_at,
        station_id=stamp.station_id,
        operator_id=stamp.operator_id,
    )
    _put_job(state, fresh)
    return []


def _put_job(state: State, fresh: PhotocopyJob) -> None:
    known = state.get(PhotocopyJob, fresh.id)
    if known is None:
        state.put(fresh)
    elif known.station_id is None:
        state.put(
            replace(
                fresh,
                state=known.state,
                back_at=known.back_at,
                slip_shown=known.slip_shown,
                note=known.note,
                approved_by=known.approved_by,
                ended_by=known.ended_by,
            )
        )


def _job(state: State, stamp: e.Stamp, job_id: Id) -> PhotocopyJob:
    stand_in = PhotocopyJob(job_id, "", CopyState.OUT, stamp.business_on, stamp.at)
    return state.get(PhotocopyJob, job_id) or stand_in


@applies(e.PhotocopyBack)
def _copying_back(state: State, stamp: e.Stamp, event: e.PhotocopyBack) -> list[Case]:
    job = _job(state, stamp, event.job_id)
    if job.state is CopyState.OUT:
        back = replace(job, state=CopyState.BACK, back_at=stamp.at, ended_by=stamp.operator_id)
        state.put(replace(back, slip_shown=event.slip_shown, note=event.note, approved_by=event.approved_by))
    return []


@applies(e.PhotocopyUndone)
def _copies_undone(state: State, stamp: e.Stamp, event: e.PhotocopyUndone) -> list[Case]:
    job = _job(state, stamp, event.job_id)
    state.put(replace(job, state=CopyState.CANCELLED, note=event.reason or job.note, ended_by=stamp.operator_id))
    return _cancelled_charge(state, stamp, job.id)


def _cancelled_charge(state: State, stamp: e.Stamp, job_id: Id) -> list[Case]:
    """What a member was to pay for copies that were undone is not owed; what he paid already is his again."""
    job = state.get(PhotocopyJob, job_id)
    if job is None or job.state is not CopyState.CANCELLED:
        return []
    return cancel_charge(state, stamp, job.charge_id)


# ---- e-books ------------------------------------------------------------------------------------------------------


@applies(e.EbookTitleSet)
def _ebook_title(state: State, stamp: e.Stamp, event: e.EbookTitleSet) -> list[Case]:
    state.put(event.title)
    return []


@applies(e.EbookLent)
def _ebook_lent(state: State, stamp: e.Stamp, event: e.EbookLent) -> list[Case]:
    """The same report read at two counters makes the same keys: the second says nothing new."""
    known = state.get(EbookLoan, event.loan_id)
    if known is not None and known.station_id is not None:
        return []
    loan = EbookLoan(
        id=event.loan_id,
        title_id=event.title_id,
        title=event.title,
        lent_on=event.lent_on,
        lent_at=event.lent_at,
        due_at=event.due_at,
        author=event.author,
        member_id=event.member_id,
        reader=event.reader or "",
        source=event.source,
        source_key=event.source_key,
        station_id=stamp.station_id,
        operator_id=stamp.operator_id,
    )
    if known is not None:
        loan = replace(loan, returned_at=known.returned_at, cancelled=known.cancelled)
    state.put(loan)
    return []


def _ebook(state: State, stamp: e.Stamp, loan_id: Id) -> EbookLoan:
    return state.get(EbookLoan, loan_id) or EbookLoan(loan_id, None, "", stamp.business_on, stamp.at, stamp.at)


@applies(e.EbookReturned)
def _ebook_returned(state: State, stamp: e.Stamp, event: e.EbookReturned) -> list[Case]:
    loan = _ebook(state, stamp, event.loan_id)
    state.put(replace(loan, returned_at=min(event.returned_at, loan.returned_at or event.returned_at)))
    return []


@applies(e.EbookUndone)
def _ebook_undone(state: State, stamp: e.Stamp, event: e.EbookUndone) -> list[Case]:
    state.put(replace(_ebook(state, stamp, event.loan_id), cancelled=True))
    return []
