"""Lending, renewing and returning, as pure rules. Every answer carries its explanation.

Sources: SOP peminjaman, perpanjangan-buku, pengembalian; the edges on which libraries and their programs disagree
are settings (`settings.py`) and policy fields (`entities.LoanPolicy`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from loket.domain.calendar import DAY, OpenDays
from loket.domain.entities import (
    Charge,
    Counting,
    FineMode,
    GraceIn,
    GraceKind,
    Item,
    ItemStatus,
    Loan,
    LoanPolicy,
    Member,
)
from loket.domain.errors import Block, RefusalCode
from loket.domain.settings import LimitScope, PushOff, RenewFrom, Settings


@dataclass(frozen=True, slots=True)
class DueDate:
    """When a book must be back, and why then.

    Attributes:
        on: the due date.
        loan_days: length promised by the policy, in days of `counting`.
        closed_days: closed days that made the date later (skipped while counting, or pushed off).
        capped: the card's expiry brought the date forward.
    """

    on: date
    loan_days: int
    counting: Counting
    closed_days: int = 0
    capped: bool = False


def due_date(
    start: date, loan_days: int, policy: LoanPolicy, settings: Settings, calendar: OpenDays, valid_until: date | None
) -> DueDate:
    """Due date of a loan or renewal that starts on `start`.

    Calendar counting pushes the end off closed days; open-day counting lands on an open day by itself. The date is
    never after the card's expiry, and then goes back onto an open day, never before `start`.
    """
    if policy.counting is Counting.OPEN_DAYS:
        due = _after_open_days(start, loan_days, calendar)
        closed = (due - start).days - loan_days
    else:
        plain = start + timedelta(days=loan_days)
        due = _pushed_off(plain, start, settings.push_off_closed, calendar)
        closed = max(0, (due - plain).days)
    if settings.cap_at_expiry and valid_until is not None and due > valid_until:
        return DueDate(_last_open(start, valid_until, calendar), loan_days, policy.counting, 0, capped=True)
    return DueDate(due, loan_days, policy.counting, closed)


def _after_open_days(start: date, loan_days: int, calendar: OpenDays) -> date:
    due = start
    for _ in range(loan_days):
        due = calendar.first_open(due + DAY) or due + DAY
    return due


def _pushed_off(due: date, start: date, push: PushOff, calendar: OpenDays) -> date:
    if push is PushOff.NEVER:
        return due
    if push is PushOff.FORWARD:
        return calendar.first_open(due) or due
    return _last_open(start, due, calendar)


def _last_open(start: date, last: date, calendar: OpenDays) -> date:
    """The last open day up to `last`, but not before `start`; `start` itself when nothing is open between."""
    if last <= start:
        return start
    found = calendar.first_open(last, -DAY)
    return max(found, start) if found is not None else start


def renewal_start(loan: Loan, today: date, settings: Settings) -> date:
    return today if settings.renew_from is RenewFrom.TODAY else max(loan.due_on, today)


# ---- what stands in the way ---------------------------------------------------------------------------------------


def member_blocks(
    member: Member, today: date, loans: Sequence[Loan], charges: Sequence[Charge], settings: Settings
) -> tuple[Block, ...]:
    """What stops this member from borrowing anything today."""
    blocks = []
    if member.left:
        blocks.append(Block(RefusalCode.MEMBER_LEFT, overridable=False))
    if member.pending:
        blocks.append(Block(RefusalCode.MEMBER_PENDING, overridable=False))
    if is_expired(member, today):
        blocks.append(Block(RefusalCode.MEMBER_EXPIRED, {"valid_until": member.valid_until}))
    if is_suspended(member, today):
        blocks.append(Block(RefusalCode.MEMBER_SUSPENDED, {"until": member.suspended_until}))
    overdue = sum(is_overdue(loan, today) for loan in loans)
    if settings.block_overdue and overdue:
        blocks.append(Block(RefusalCode.MEMBER_OVERDUE, {"count": overdue}))
    owed_rp = sum(charge.amount_rp - charge.settled_rp for charge in charges)
    if 0 <= settings.block_unpaid_above_rp < owed_rp:
        blocks.append(Block(RefusalCode.MEMBER_OWES, {"owed_rp": owed_rp, "limit_rp": settings.block_unpaid_above_rp}))
    return tuple(blocks)


def loan_blocks(item: Item, loans: Sequence[Loan], policy: LoanPolicy, settings: Settings) -> tuple[Block, ...]:
    """What stops this item from being lent to a member with these open loans."""
    blocks = []
    if item.collection_kind in settings.never_lent:
        blocks.append(Block(RefusalCode.KIND_NEVER_LENT, {"kind": item.collection_kind}, overridable=False))
    if item.status is not ItemStatus.AVAILABLE:
        blocks.append(Block(RefusalCode.ITEM_STATUS, {"status": item.status}, overridable=False))
    if settings.same_title_once and any(loan.biblio_id == item.biblio_id for loan in loans):
        blocks.append(Block(RefusalCode.SAME_TITLE))
    counted = counted_loans(loans, policy, settings)
    if len(counted) >= policy.max_items:
        blocks.append(Block(RefusalCode.ITEM_LIMIT, {"limit": policy.max_items, "has": len(counted)}))
    titles = {loan.biblio_id for loan in counted}
    if len(titles | {item.biblio_id}) > policy.max_titles:
        blocks.append(Block(RefusalCode.TITLE_LIMIT, {"limit": policy.max_titles, "has": len(titles)}))
    return tuple(blocks)


def counted_loans(loans: Sequence[Loan], policy: LoanPolicy, settings: Settings) -> list[Loan]:
    """The open loans that count against the policy's limit."""
    if settings.limit_scope is LimitScope.ALL_LOANS:
        return list(loans)
    return [loan for loan in loans if loan.policy_id == policy.id]


def renewal_blocks(loan: Loan, due: DueDate, policy: LoanPolicy, settings: Settings, today: date) -> tuple[Block, ...]:
    """What stops a renewal. Source: SOP perpanjangan-buku; number and length are the policy's."""
    blocks = []
    if is_overdue(loan, today) and not settings.renew_overdue:
        blocks.append(Block(RefusalCode.RENEWAL_OVERDUE, {"due_on": loan.due_on, "days": (today - loan.due_on).days}))
    if loan.renewals >= policy.renewals:
        blocks.append(Block(RefusalCode.RENEWAL_LIMIT, {"limit": policy.renewals}))
    if due.on <= loan.due_on:
        blocks.append(Block(RefusalCode.RENEWAL_NO_GAIN, {"due_on": loan.due_on}, overridable=False))
    return tuple(blocks)


def is_overdue(loan: Loan, today: date) -> bool:
    return loan.due_on < today


def is_expired(member: Member, today: date) -> bool:
    """A card is valid through its last day."""
    return member.valid_until is not None and member.valid_until < today


def is_suspended(member: Member, today: date) -> bool:
    """A suspension lasts through its last day."""
    return member.suspended_until is not None and today <= member.suspended_until


# ---- late returns -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lateness:
    """How late a return is, what it costs, and why.

    Attributes:
        calendar_days: days after the due date, 0 when on time.
        closed_days: closed days among them (the due day included) that are free.
        grace_days: days of grace that were taken off or used up.
        counted_days: days that cost.
        fine_rp: fine in whole rupiah. suspension_days: days without loans. capped: a cap cut one of them.
    """

    calendar_days: int = 0
    closed_days: int = 0
    grace_days: int = 0
    counted_days: int = 0
    fine_rp: int = 0
    suspension_days: int = 0
    capped: bool = False


def lateness(due_on: date, returned_on: date, policy: LoanPolicy, calendar: OpenDays) -> Lateness:
    """Sanction for a return, by the policy the loan was made under.

    The last grace day is free. With closed days free, a closed due day is free too: nobody could return on it.
    """
    calendar_days = max(0, (returned_on - due_on).days)
    if calendar_days == 0:
        return Lateness()
    closed = len(calendar.closed_between(due_on, returned_on)) if policy.closed_days_free else 0
    closed = min(closed, calendar_days)
    grace, counted = _grace(due_on, returned_on, calendar_days - closed, policy, calendar)
    fine_rp, fine_capped = _sanction(
        counted, policy.fine_per_day_rp, policy.fine_cap_rp, policy.fine_mode in (FineMode.MONEY, FineMode.BOTH)
    )
    suspension_days, suspension_capped = _sanction(
        counted,
        policy.suspension_per_day_days,
        policy.suspension_cap_days,
        policy.fine_mode in (FineMode.SUSPENSION, FineMode.BOTH),
    )
    return Lateness(
        calendar_days, closed, grace, counted, fine_rp, suspension_days, capped=fine_capped or suspension_capped
    )


def _grace(due_on: date, returned_on: date, late_days: int, policy: LoanPolicy, calendar: OpenDays) -> tuple[int, int]:
    """Grace days used, and days that cost after them."""
    if policy.grace_in is GraceIn.LATE_DAYS:
        within, after = late_days <= policy.grace_days, late_days - policy.grace_days
    else:
        window_end = due_on + timedelta(days=policy.grace_days)
        within = returned_on <= window_end
        closed = len(calendar.closed_between(window_end + DAY, returned_on)) if policy.closed_days_free else 0
        after = min(late_days, (returned_on - window_end).days - closed)
    if within:
        return late_days, 0
    if policy.grace_kind is GraceKind.CLIFF:
        return 0, late_days
    counted = max(0, after)
    return late_days - counted, counted


def _sanction(days: int, per_day: int, cap: int, applies: bool) -> tuple[int, bool]:
    if not applies:
        return 0, False
    full = days * per_day
    return (cap, True) if 0 < cap < full else (full, False)


def suspended_until(member: Member, returned_on: date, suspension_days: int) -> date | None:
    """Last day of the suspension after this return. A running one is lengthened, never shortened.

    Source: practice of libraries that suspend for as many days as the return was late, from the day of return.
    """
    if suspension_days == 0:
        return member.suspended_until
    running = member.suspended_until if is_suspended(member, returned_on) else None
    begin = running or returned_on
    return begin + min(timedelta(days=suspension_days), date.max - begin)  # a return never fails over its sanction
