"""Photocopies: made in the house and paid, or books taken to a copier outside against what is held for them.

Source: SOP foto-copy. What is held goes back only against the slip (step 7); books come back the same day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from loket.db import room_queries as q
from loket.domain import events as e
from loket.domain.entities import (
    Charge,
    ChargeKind,
    CopyState,
    Id,
    Library,
    Operator,
    PayMethod,
    PhotocopyJob,
    Pledge,
    Receipt,
    Tariff,
)
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.folding import code_key
from loket.domain.house_codes import Slip
from loket.domain.phones import normal_phone
from loket.domain.pledges import check_last, check_note, check_type
from loket.services import payments, slip_queue
from loket.services.approval import second_person
from loket.services.bills import services_for_sale
from loket.services.circulation import Approval, biblio_of
from loket.services.desk import Action, Desk
from loket.services.house_codes import next_daily
from loket.services.member_records import the_member
from loket.services.reading_room import demand_book_code
from loket.services.room_parts import demand_operator, why
from loket.services.visitors import Person

COPY_NOTICE = "Salinan hanya untuk pendidikan atau penelitian, tidak untuk dijual (UU 28/2014 tentang Hak Cipta)."
"""On every slip for a copier outside, and on the screen: what a library has to make sure of."""
MOST_PAGES, MOST_BOOKS = 5_000, 20
LONGEST_NAME, LONGEST_REASON, LONGEST_TITLE = 100, 200, 200
_CLOSING = time(23, 59)  # at the latest: it never stays out over night


@dataclass(frozen=True, slots=True)
class Copied:
    """A book that is copied from. One the catalogue does not know has its barcode, or a title alone."""

    barcode: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class PayNow:
    """How copies are paid at once. `received_rp`: cash put on the counter, the exact sum when not given."""

    method: PayMethod = PayMethod.CASH
    reference: str = ""
    received_rp: int | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """Copies made: what the member owes now, or the receipt of who paid at once; neither where they are free."""

    job: PhotocopyJob
    charge: Charge | None = None
    taken: payments.Taken | None = None


@dataclass(frozen=True, slots=True)
class TakenOut:
    """Books on their way to a copier. `slip_job_id`: their slip, waiting for the receipt printer."""

    job: PhotocopyJob
    slip_job_id: Id


def copied(desk: Desk, code: str) -> Copied:
    """The book that was scanned to be copied. A barcode nobody knows is kept. Raises Refused as `demand_book_code`."""
    with desk.view() as act:
        scanned = demand_book_code(act, code)
        items = act.state.items_with_barcode(scanned)
        return Copied(items[0].barcode, biblio_of(act, items[0]).title) if items else Copied(scanned)


def paper_tariffs(desk: Desk | Action) -> tuple[Tariff, ...]:
    """What a page costs today, by paper. None where copies are free or done elsewhere."""
    return tuple(tariff for tariff in services_for_sale(desk) if tariff.kind is ChargeKind.PHOTOCOPY)


# ---- in the house -------------------------------------------------------------------------------------------------


def inside(
    desk: Desk,
    pages: int,
    tariff_id: Id | None,
    *,
    person: Person | None = None,
    guest: str = "",
    books: Sequence[Copied] = (),
    pay: PayNow | None = None,
) -> Made:
    """Copies made on the premises (SOP step 4). A member owes them, unless he pays at once; a guest pays at once.

    `tariff_id` None: they are free. Raises InvalidInput: "pages", "books" (`number_out_of_range`), "tariff"
    (`tariff_gone`), "pay" (`guest_pays_now`), "guest" (`text_too_long`, `identity_typed`); Refused and InvalidInput as
    `payments.take_payment` where it is paid at once.
    """
    if not 1 <= pages <= MOST_PAGES:
        raise InvalidInput("pages", "number_out_of_range", minimum=1, maximum=MOST_PAGES)
    listed = _books(books)
    with desk.action() as act:
        demand_operator(act)
        tariff = _tariff(act, tariff_id)
        member_id = _member_id(act, person)
        name = "" if member_id else _borrower(person, guest)
        if tariff is not None and pay is None and member_id is None:
            raise InvalidInput("pay", "guest_pays_now")
        taken = _paid(act, tariff, pages, member_id, name, pay)
        charge_id = _charged(act, tariff, pages, member_id) if taken is None else None
        event = e.PhotocopyMade(
            job_id=act.new_id(),
            number=next_daily(act, Slip.PHOTOCOPY),
            on=act.today,
            pages=pages,
            sheet=tariff.name if tariff else "",
            amount_rp=tariff.amount_rp * pages if tariff else 0,
            charge_id=charge_id,
            receipt_id=taken.receipt.id if taken else None,
            member_id=member_id,
            visit_id=person.visit_id if person else None,
            barcodes=tuple(book.barcode for book in listed),
            titles=tuple(book.title for book in listed),
            borrower=name or None,
        )
        act.record(event)
        charge = act.state.get(Charge, charge_id) if charge_id else None
        return Made(_the_job(act, event.job_id), charge, taken)


def _tariff(act: Action, tariff_id: Id | None) -> Tariff | None:
    if tariff_id is None:
        return None
    found = next((tariff for tariff in paper_tariffs(act) if tariff.id == tariff_id), None)
    if found is None:
        raise InvalidInput("tariff", "tariff_gone")
    return found


def _member_id(act: Action, person: Person | None) -> Id | None:
    return the_member(act, person.member_id).id if person is not None and person.member_id is not None else None


def _paid(
    act: Action, tariff: Tariff | None, pages: int, member_id: Id | None, name: str, pay: PayNow | None
) -> payments.Taken | None:
    if tariff is None or pay is None:
        return None
    return payments.take(
        act,
        [payments.Wanted(tariff_id=tariff.id, quantity=pages)],
        member_id=member_id,
        payer=name,
        method=pay.method,
        reference=pay.reference,
        received_rp=pay.received_rp,
    )


def _charged(act: Action, tariff: Tariff | None, pages: int, member_id: Id | None) -> Id | None:
    if tariff is None or member_id is None:
        return None
    charge_id, amount_rp = act.new_id(), tariff.amount_rp * pages
    act.record(e.FeeRaised(charge_id, member_id, tariff.kind.value, amount_rp, act.today, tariff.legal_basis))
    return charge_id


# ---- outside ------------------------------------------------------------------------------------------------------


def out(
    desk: Desk,
    books: Sequence[Copied],
    person: Person | None,
    *,
    guest: str = "",
    phone: str = "",
    pledge: Pledge = Pledge.IDENTITY,
    pledge_type: str = "",
    pledge_last4: str = "",
    valuables: str = "",
    began_at: datetime | None = None,
) -> TakenOut:
    """Books go out to be copied; a document or something of worth is held against a slip (SOP steps 5-6).

    Of a document its kind and its last four signs are kept. Due after `photocopy_hours`, on the same day at the latest.
    Raises Refused: COPY_ITEM_OUT (title=, number=), CLOCK_DOUBTFUL, NOT_SIGNED_IN; InvalidInput: "books"
    (`books_missing`, `number_out_of_range`), "guest" (`text_missing`, …), "pledge" (`pledge_missing`), "pledge_type",
    "pledge_last4", "valuables" as `domain.pledges`, "phone" as `normal_phone`.
    """
    listed = _books(books)
    if not listed:
        raise InvalidInput("books", "books_missing")
    if pledge is Pledge.NONE:
        raise InvalidInput("pledge", "pledge_missing")
    is_document = pledge is Pledge.IDENTITY
    kind = check_type("pledge_type", pledge_type) if is_document else ""
    last4 = check_last("pledge_last4", pledge_last4) if is_document else ""
    held = check_note("valuables", valuables, LONGEST_REASON, needed=not is_document)
    number = normal_phone(phone)
    with desk.action(began_at) as act:
        demand_operator(act)
        act.demand_sound_clock()
        member_id = _member_id(act, person)
        name = "" if member_id else _borrower(person, guest)
        if member_id is None and not name and (person is None or person.visit_id is None):
            raise InvalidInput("guest", "text_missing")
        _demand_here(act, listed)
        event = e.PhotocopyOut(
            job_id=act.new_id(),
            number=next_daily(act, Slip.PHOTOCOPY),
            on=act.today,
            due_at=_due_at(act),
            barcodes=tuple(book.barcode for book in listed),
            titles=tuple(book.title for book in listed),
            pledge=pledge,
            pledge_type=kind,
            pledge_last4=last4,
            valuables=held,
            member_id=member_id,
            visit_id=person.visit_id if person else None,
            borrower=name or None,
            phone=number or None,
        )
        act.record(event)
        return TakenOut(_the_job(act, event.job_id), slip_queue.add_photocopy(act, event.job_id))


def _borrower(person: Person | None, guest: str) -> str:
    return check_note("guest", guest if person is None else person.holder, LONGEST_NAME)


def _books(books: Sequence[Copied]) -> list[Copied]:
    """Each once, its words tidied. Raises InvalidInput("books", `number_out_of_range`)."""
    tidied = [Copied(book.barcode.strip(), " ".join(book.title.split())[:LONGEST_TITLE]) for book in books]
    named = {code_key(book.barcode) or book.title.casefold(): book for book in tidied if book.barcode or book.title}
    if len(named) > MOST_BOOKS:
        raise InvalidInput("books", "number_out_of_range", minimum=1, maximum=MOST_BOOKS)
    return list(named.values())


def _demand_here(act: Action, books: Sequence[Copied]) -> None:
    """No book can be at two copiers. Raises Refused(COPY_ITEM_OUT)."""
    barcodes = {code_key(book.barcode): book.title or book.barcode for book in books if book.barcode}
    for found in q.jobs_out(act.driver):
        for barcode in found.entity.barcodes:
            if barcode and code_key(barcode) in barcodes:
                title = barcodes[code_key(barcode)]
                raise Refused(RefusalCode.COPY_ITEM_OUT, title=title, number=found.entity.number)


def _due_at(act: Action) -> datetime:
    """After the hours the library gives, and never later than the end of the day by its own clock."""
    offset = timedelta(minutes=act.desk.library.utc_offset_min)
    closing = datetime.combine(act.today, _CLOSING, act.now.tzinfo) - offset
    return max(act.now, min(act.now + timedelta(hours=act.rules.settings.photocopy_hours), closing))


def back(
    desk: Desk,
    job_id: Id,
    slip_code: str = "",
    *,
    note: str = "",
    approval: Approval | None = None,
    began_at: datetime | None = None,
) -> PhotocopyJob:
    """The books are back, and what was held goes back against the slip (SOP step 7).

    Without the right slip a second person approves and a note says how the owner was known. Raises Refused: COPY_OVER,
    COPY_SLIP_NEEDED (number=; overridable), SECOND_PERSON, ROLE_MISSING, NOT_SIGNED_IN; InvalidInput("note",
    `text_missing`, `text_too_long`, `identity_typed`).
    """
    with desk.action(began_at) as act:
        demand_operator(act)
        job = _the_job(act, job_id)
        if job.state is not CopyState.OUT:
            raise Refused(RefusalCode.COPY_OVER, number=job.number)
        shown = code_key(slip_code) == code_key(job.number)
        if not shown and approval is None:
            raise Refused(RefusalCode.COPY_SLIP_NEEDED, overridable=True, number=job.number)
        said = check_note("note", note, LONGEST_REASON, needed=not shown)
        approver = None if shown else second_person(act, approval)
        act.record(e.PhotocopyBack(job.id, shown, said, approver))
        return _the_job(act, job.id)


def reprint_slip(desk: Desk, job_id: Id) -> Id:
    """The slip of books that are out, once more. Its slip job. Raises Refused(COPY_OVER)."""
    with desk.action() as act:
        demand_operator(act)
        job = _the_job(act, job_id)
        if job.state is not CopyState.OUT:
            raise Refused(RefusalCode.COPY_OVER, number=job.number)
        return slip_queue.add_photocopy(act, job.id)


def undo(desk: Desk, job_id: Id, reason: str) -> PhotocopyJob:
    """Noted by mistake today: it never counted, and what the member was to pay is not owed.

    Raises Refused: COPY_PAID (number= of the receipt, which has to be declared void first), UNDO_TOO_LATE (another day,
    or the books are back), NOT_SIGNED_IN; InvalidInput("reason", `reason_missing`, `text_too_long`).
    """
    told = why("reason", reason, LONGEST_REASON)
    with desk.action() as act:
        demand_operator(act)
        job = _the_job(act, job_id)
        if job.on != act.today or job.state not in (CopyState.MADE, CopyState.OUT):
            raise Refused(RefusalCode.UNDO_TOO_LATE)
        receipt = act.state.get(Receipt, job.receipt_id) if job.receipt_id else None
        if receipt is not None and receipt.voided_on is None:
            raise Refused(RefusalCode.COPY_PAID, number=receipt.number)
        act.record(e.PhotocopyUndone(job.id, told))
        slip_queue.forget(act, job.id)
        return _the_job(act, job.id)


def _the_job(act: Action, job_id: Id) -> PhotocopyJob:
    job = act.state.get(PhotocopyJob, job_id)
    if job is None:
        raise Refused(RefusalCode.COPY_OVER, number="")
    return job


# ---- lists --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OutLine:
    """Books at a copier. `left_min`: minutes until they are due, below nought once they are late."""

    job: PhotocopyJob
    who: str
    number: str
    overdue: bool
    left_min: int


@dataclass(frozen=True, slots=True)
class JobLine:
    """One line of the register of copies. `operator`: who noted it."""

    job: PhotocopyJob
    who: str
    number: str
    operator: str


@dataclass(frozen=True, slots=True)
class CopyCounts:
    """A day's copies. `outside`: how often books went out; `still_out`: now, of any day."""

    jobs: int
    pages: int
    amount_rp: int
    outside: int
    still_out: int


def still_out(desk: Desk) -> tuple[OutLine, ...]:
    """Books at a copier, the first due first."""
    with desk.view() as act:
        return tuple(_out_line(act, found) for found in q.jobs_out(act.driver))


def find_job(desk: Desk, job_id: Id) -> OutLine | None:
    """A job by its key, as the code on its slip leads to it; None where it is not known."""
    with desk.view() as act:
        found = q.jobs(act.driver, "x.id = ?", (bytes.fromhex(job_id),))
        return _out_line(act, found[0]) if found else None


def _out_line(act: Action, found: q.Found) -> OutLine:
    job: PhotocopyJob = found.entity
    left = job.due_at - act.now if job.due_at else timedelta()
    overdue = job.state is CopyState.OUT and left < timedelta()
    return OutLine(job, found.who, found.number, overdue, left // timedelta(minutes=1))


def todays_jobs(desk: Desk, on: date | None = None) -> tuple[JobLine, ...]:
    """A day's register, today's when not given, the newest line first."""
    with desk.view() as act:
        found = q.jobs_on(act.driver, on or act.today)
    return tuple(JobLine(one.entity, one.who, one.number, one.operator) for one in found)


def day_counts(desk: Desk, on: date | None = None) -> CopyCounts:
    """How much was copied on a day."""
    with desk.view() as act:
        jobs: list[PhotocopyJob] = [found.entity for found in q.jobs_on(act.driver, on or act.today)]
        away = len(q.jobs_out(act.driver))
    made = [job for job in jobs if job.state is CopyState.MADE]
    pages, amount_rp = sum(job.pages for job in made), sum(job.amount_rp for job in made)
    return CopyCounts(len(made), pages, amount_rp, len(jobs) - len(made), away)


# ---- the slip -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SlipView:
    """What the slip for a copier outside says, from the rows as they are now."""

    job: PhotocopyJob
    who: str
    number: str
    operator: str
    library: Library
    footer: str


def slip_view(desk: Desk, job_id: Id) -> SlipView:
    """Raises Refused(COPY_OVER) for a job that is not known here."""
    with desk.view() as act:
        found = q.jobs(act.driver, "x.id = ?", (bytes.fromhex(job_id),))
        if not found:
            raise Refused(RefusalCode.COPY_OVER, number="")
        one = found[0]
        operator = act.state.get(Operator, one.entity.operator_id) if one.entity.operator_id else None
        name = operator.full_name if operator else ""
        return SlipView(one.entity, one.who, one.number, name, desk.library, act.rules.settings.slip_footer)
