"""What a member owes and may pay here, what a late book would cost today, and what a guest can buy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loket.db import queries
from loket.db.rows import id_bytes, mapper
from loket.domain.circulation import Lateness, lateness
from loket.domain.entities import Charge, ChargeKind, Id, Loan, LoanPolicy, Member, Operator, Role, Tariff, Waiver
from loket.domain.errors import RefusalCode, Refused
from loket.domain.money import owed_rp, tariff_in_force
from loket.services.circulation import policy_of
from loket.services.desk import Action, Desk
from loket.services.member_records import records_of_person, the_member
from loket.services.receipts import about_what, looking
from loket.services.tariffs import account_of, tariff_for

SOLD = frozenset({ChargeKind.PHOTOCOPY, ChargeKind.SERVICE, ChargeKind.LOST_TAG})
"""Kinds that can be paid without a charge: a guest owes nothing before he asks for them."""
_GIVEN = (
    f"SELECT {', '.join(f'w.{name}' for name in mapper(Waiver).names)} FROM waiver w "
    "JOIN charge c ON c.id = w.charge_id "
    "WHERE w.waived_on >= ? AND w.voided_on IS NULL AND c.cancelled = 0 AND c.member_id = ?"
)


@dataclass(frozen=True, slots=True)
class ChargeLine:
    """One charge of a member.

    Attributes:
        title, barcode: of the copy it is about. owed_rp: what is still to be paid.
        collectible: whoever is signed in may receive it; `why_not` says otherwise: TREASURER_ONLY, NO_TARIFF.
        account: where its money belongs. label_kind: the key of its word.
    """

    charge: Charge
    title: str
    barcode: str
    owed_rp: int
    collectible: bool
    why_not: RefusalCode | None
    account: str
    label_kind: str


@dataclass(frozen=True, slots=True)
class Bill:
    """What a person owes, and what the library owes him: charges on which more was paid than was due."""

    member: Member
    charges: tuple[ChargeLine, ...]
    credits: tuple[ChargeLine, ...]

    @property
    def owed_rp(self) -> int:
        return sum(line.owed_rp for line in self.charges)

    @property
    def credit_rp(self) -> int:
        return sum(line.charge.credit_rp for line in self.credits)


def bill_of(desk: Desk | Action, member_id: Id) -> Bill:
    """The open charges under every record of this person, the oldest first. Raises Refused as `the_member`."""
    with looking(desk) as act:
        member = the_member(act, member_id)
        records = records_of_person(act, member)
        owed = [charge for record in records for charge in act.state.open_charges(record.id)]
        over = [charge for record in records for charge in act.state.credits_of(record.id) if charge.credit_rp > 0]
        oldest_first = sorted(owed, key=lambda charge: (charge.raised_on, charge.id))
        return Bill(member, tuple(_line(act, one) for one in oldest_first), tuple(_line(act, one) for one in over))


def _line(act: Action, charge: Charge) -> ChargeLine:
    title, barcode = about_what(act, charge)
    why_not = _why_not(act, charge)
    account = account_of(act, charge.kind, act.today)
    return ChargeLine(charge, title, barcode, owed_rp(charge), why_not is None, why_not, account, charge.kind)


def _why_not(act: Action, charge: Charge) -> RefusalCode | None:
    if not basis_of(act, charge):
        return RefusalCode.NO_TARIFF
    operator = act.desk.operator
    is_treasurer = operator is not None and Role.TREASURER in operator.roles
    if charge.kind in act.rules.settings.treasurer_only and not is_treasurer:
        return RefusalCode.TREASURER_ONLY
    return None


def demand_collectible(act: Action, charge: Charge) -> None:
    """Raises Refused(TREASURER_ONLY or NO_TARIFF, charge_kind=) where whoever is signed in may not receive it."""
    why_not = _why_not(act, charge)
    if why_not is not None:
        raise Refused(why_not, charge_kind=charge.kind)


def basis_of(act: Action, charge: Charge) -> str:
    """The regulation a charge comes from: its own, that of the loan's terms, or the tariff's; "" where none is."""
    if charge.legal_basis.strip():
        return charge.legal_basis
    loan = act.state.get(Loan, charge.loan_id) if charge.loan_id and charge.kind == ChargeKind.FINE else None
    policy_basis = policy_of(act, loan).legal_basis.strip() if loan is not None else ""
    tariff = tariff_for(act, charge.kind)
    return policy_basis or (tariff.legal_basis if tariff is not None else "")


def waivers_of(desk: Desk | Action, charge_id: Id) -> tuple[Waiver, ...]:
    """What was let off on a charge, void waivers too, in order."""
    with looking(desk) as act:
        return tuple(act.state.waivers_of(charge_id))


@dataclass(frozen=True, slots=True)
class GivenWaiver:
    """What was let off a member and still counts. `by` gave it, `approved_by` allowed it; "" where nobody is known."""

    waiver: Waiver
    charge: Charge
    title: str
    by: str
    approved_by: str


def given_waivers(desk: Desk | Action, member_id: Id, since: date = date.min) -> tuple[GivenWaiver, ...]:
    """What was let off this person since a day, under every record of his, the newest first; nothing that is void.

    Raises Refused as `the_member`.
    """
    with looking(desk) as act:
        found = []
        for record in records_of_person(act, the_member(act, member_id)):
            found += act.driver.execute(_GIVEN, (since.isoformat(), id_bytes(record.id))).fetchall()
        waivers = [mapper(Waiver).entity(row) for row in found]
        newest_first = sorted(waivers, key=lambda waiver: (waiver.waived_on, waiver.id), reverse=True)
        return tuple(given for waiver in newest_first if (given := _given(act, waiver)) is not None)


def _given(act: Action, waiver: Waiver) -> GivenWaiver | None:
    charge = act.state.get(Charge, waiver.charge_id)
    if charge is None:
        return None
    title, _ = about_what(act, charge)
    by, approver = (act.state.get(Operator, who) if who else None for who in (waiver.operator_id, waiver.approved_by))
    return GivenWaiver(waiver, charge, title, by.full_name if by else "", approver.full_name if approver else "")


# ---- before the book comes back ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LatePreview:
    """A late book, and what it would cost were it returned that day, by the terms it was lent under."""

    loan: Loan
    title: str
    barcode: str
    lateness: Lateness
    policy: LoanPolicy


def preview(desk: Desk | Action, member_id: Id, today: date | None = None) -> tuple[LatePreview, ...]:
    """The person's late books, the first due first. Raises Refused as `the_member`."""
    with looking(desk) as act:
        found = []
        for record in records_of_person(act, the_member(act, member_id)):
            for line in queries.loan_lines(act.driver, record.id):
                policy = policy_of(act, line.loan)
                late = lateness(line.loan.due_on, today or act.today, policy, act.rules.calendar)
                if late.calendar_days:
                    found.append(LatePreview(line.loan, line.title, line.barcode, late, policy))
        return tuple(sorted(found, key=lambda one: (one.loan.due_on, one.loan.id)))


# ---- what is for sale ----------------------------------------------------------------------------------------------


def services_for_sale(desk: Desk | Action) -> tuple[Tariff, ...]:
    """What somebody can pay for without owing it first, with the amounts of today, by name."""
    with looking(desk) as act:
        return for_sale(act)


def for_sale(act: Action) -> tuple[Tariff, ...]:
    names = {(tariff.kind, tariff.name) for tariff in act.rules.tariffs if tariff.kind in SOLD}
    held = [tariff_in_force(act.rules.tariffs, kind, act.today, name) for kind, name in names]
    costing = {tariff.id: tariff for tariff in held if tariff is not None and tariff.amount_rp}
    return tuple(sorted(costing.values(), key=lambda tariff: (tariff.kind, tariff.name.casefold(), tariff.id)))
