"""Surat bebas pustaka: nothing of the library is with the member, and nothing is owed.

Pupils and officials who leave ask for it. It is refused while anything is open, and says what.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loket.db import house_queries, queries
from loket.domain import events as e
from loket.domain.circulation import is_suspended, lateness
from loket.domain.entities import Charge, Id, InternetSeat, InternetSession, Item, Library, Locker, Member, SessionState
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.money import owed_rp
from loket.services.circulation import biblio_of, policy_of
from loket.services.desk import Action, Desk
from loket.services.member_records import records_of_person, the_member
from loket.services.registration import STAFF

LONGEST_NUMBER = 80


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """One thing that stands in the way of a clearance letter.

    Attributes:
        kind: "loan", "late_fine" (would be due if that loan came back today), "charge", "credit" (money of his that the
            library still has), "suspension"; "locker" (things of his in one, or taken out of it), "internet" (he waits
            or sits there), "card_held" (his card lies at the desk), "photocopy" (books at a copier).
        title, barcode, due_on: of a loan, or of the copy a charge is about; number of the locker, the computer or
            the copying slip.
        charge_kind: of a charge: fine, lost, damaged, form_fee …
        amount_rp: what is left to pay, or to give back.
        until: the last day of a suspension.
        member_no: the record it stands under: a person may have several.
    """

    kind: str
    member_no: str
    title: str = ""
    barcode: str = ""
    due_on: date | None = None
    charge_kind: str = ""
    amount_rp: int = 0
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Clearance:
    """What the letter says. `letter_no` "" is left blank on paper. `leaves`: his membership ended with it."""

    member: Member
    library: Library
    letter_no: str
    issued_on: date
    leaves: bool = False


def open_matters_of(desk: Desk, member_id: Id) -> tuple[OpenMatter, ...]:
    """What is open for this person today. Raises Refused(CODE_UNKNOWN) for nobody."""
    with desk.view() as act:
        return open_matters(act, the_member(act, member_id))


def open_matters(act: Action, member: Member) -> tuple[OpenMatter, ...]:
    """Loans, money, suspension and what he has of the house, under every record of this person; the first due first."""
    found: list[OpenMatter] = []
    for record in records_of_person(act, member):
        found += _loans(act, record)
        found += [_charge(act, record, charge) for charge in act.state.open_charges(record.id)]
        found += [_credit(record, charge) for charge in act.state.credits_of(record.id) if charge.credit_rp > 0]
        if is_suspended(record, act.today):
            found.append(OpenMatter("suspension", record.member_no, until=record.suspended_until))
        found += _in_the_house(act, record)
    return tuple(found)


def _in_the_house(act: Action, record: Member) -> list[OpenMatter]:
    """His things in a locker, his session or card in the internet room, books of ours that he is copying."""
    ids, number = (record.id,), record.member_no
    found = []
    for use in house_queries.unclaimed_things(act.driver, ids):
        locker = act.state.get(Locker, use.locker_id)
        found.append(OpenMatter("locker", number, locker.number if locker else ""))
    for session in house_queries.open_sessions(act.driver, ids):
        found.append(OpenMatter(_session_kind(session), number, _seat_number(act, session)))
    found += [OpenMatter("photocopy", number, job.number) for job in house_queries.copies_out(act.driver, ids)]
    return found


def _session_kind(session: InternetSession) -> str:
    return "internet" if session.state in (SessionState.WAITING, SessionState.RUNNING) else "card_held"


def _seat_number(act: Action, session: InternetSession) -> str:
    seat = act.state.get(InternetSeat, session.seat_id) if session.seat_id else None
    return seat.number if seat else ""


def _loans(act: Action, record: Member) -> list[OpenMatter]:
    found = []
    for line in queries.loan_lines(act.driver, record.id):
        loan = line.loan
        found.append(OpenMatter("loan", record.member_no, line.title, line.barcode, loan.due_on))
        late = lateness(loan.due_on, act.today, policy_of(act, loan), act.rules.calendar)
        if late.fine_rp:
            about = record.member_no, line.title, line.barcode, loan.due_on
            found.append(OpenMatter("late_fine", *about, amount_rp=late.fine_rp))
    return found


def _charge(act: Action, record: Member, charge: Charge) -> OpenMatter:
    item = act.state.get(Item, charge.item_id) if charge.item_id else None
    title = biblio_of(act, item).title if item else ""
    barcode = item.barcode if item else ""
    return OpenMatter("charge", record.member_no, title, barcode, charge_kind=charge.kind, amount_rp=owed_rp(charge))


def _credit(record: Member, charge: Charge) -> OpenMatter:
    """What he paid too much is his: it is given back before he goes."""
    return OpenMatter("credit", record.member_no, charge_kind=charge.kind, amount_rp=charge.credit_rp)


def clear(desk: Desk, member_id: Id, letter_no: str = "", *, leaves: bool = False) -> Clearance:
    """Issue the letter; the person's standing record bears it. `leaves` ends the membership with it.

    Raises Refused: MEMBER_NOT_CLEAR with `matters`, MEMBER_PENDING, MEMBER_ERASED, CLOCK_DOUBTFUL, ROLE_MISSING;
    InvalidInput("letter_no", "text_too_long").
    """
    letter_no = " ".join(letter_no.split())
    if len(letter_no) > LONGEST_NUMBER:
        raise InvalidInput("letter_no", "text_too_long", longest=LONGEST_NUMBER)
    with desk.action() as act:
        act.demand_role(*STAFF)
        act.demand_sound_clock()
        member = the_member(act, member_id)
        demand_clear(act, member)
        act.record(e.ClearanceIssued(member.id, letter_no, act.today, leaves))
        return Clearance(the_member(act, member.id), desk.library, letter_no, act.today, leaves)


def demand_clear(act: Action, member: Member) -> None:
    """Raises Refused(MEMBER_NOT_CLEAR, count=, matters=) while anything is open."""
    if matters := open_matters(act, member):
        raise Refused(RefusalCode.MEMBER_NOT_CLEAR, count=len(matters), matters=matters)


def issued(desk: Desk, member_id: Id) -> Clearance | None:
    """His last letter, to print it once more; None when he has none."""
    with desk.view() as act:
        member = the_member(act, member_id)
        if member.cleared_on is None:
            return None
        return Clearance(member, desk.library, member.clearance_no, member.cleared_on, member.left)
