"""Who has overdue books and how late; whose books are due soon. What is done about it is in `services.reminders`.

One line a member, under every record that was merged into his. Erased people stand in no list: their loans are only
counted. Where people are not listed, there is nobody to be found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from loket.db import reminder_queries as queries
from loket.db.reminder_queries import Book
from loket.db.rows import id_bytes
from loket.domain import events as e
from loket.domain.circulation import lateness
from loket.domain.entities import Id, LoanPolicy, Member
from loket.domain.errors import RefusalCode, Refused
from loket.domain.policy import DEFAULT_POLICY
from loket.domain.reminders import NEVER, Contact, Said, Told, contact_of, next_step, step_due_on, told_of
from loket.services.desk import Action, Desk

DAY = timedelta(days=1)
FIRST_DAY = date(1900, 1, 1)  # before any loan
LIST_FIELDS = ("full_name", "member_no", "school_class", "institution", "district", "phone")
OVERDUE_REASON, SOON_REASON = "daftar buku terlambat", "daftar buku yang segera jatuh tempo"
ORDERS = ("due", "full_name", "school_class", "district")


# ---- what is found --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OverdueQuery:
    """What the list is to hold; everything given must fit, letter case does not count.

    Attributes:
        text: a part of the name or of the member's number.
        least_days, most_days: of the book that is longest overdue.
        only_due: only who is to be reminded today.
    """

    text: str = ""
    member_type: str = ""
    school_class: str = ""
    institution: str = ""
    district: str = ""
    least_days: int = 1
    most_days: int | None = None
    only_due: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What the members of a list, all of it, have in these fields, the most frequent first."""

    member_type: tuple[str, ...] = ()
    school_class: tuple[str, ...] = ()
    institution: tuple[str, ...] = ()
    district: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a list holds, in order.

    Attributes:
        loans: books these people have. due: who of them is to be reminded today.
        unreachable: overdue books whose borrower was erased or is not known here, whatever was asked for.
        choices: by what the list can be chosen, whatever was asked for.
    """

    ids: tuple[Id, ...] = ()
    loans: int = 0
    due: tuple[Id, ...] = ()
    unreachable: int = 0
    choices: Choices = Choices()


@dataclass(frozen=True, slots=True)
class Debt:
    """A book that is overdue or soon due, as of one day.

    Attributes:
        days: overdue; below nought while it is not yet due.
        fine_rp: were it returned that day, by the terms it was lent under.
    """

    book: Book
    days: int
    fine_rp: int
    told: Told = NEVER


@dataclass(frozen=True, slots=True)
class Debtor:
    """A member with his overdue books, the longest overdue first.

    Attributes:
        step: which reminder is due today, 0 for none. next_on: from when the next one is; None after the last.
        told: how often he was reminded of any of these books, and when last.
    """

    member: Member
    contact: Contact
    debts: tuple[Debt, ...]
    told: Told
    step: int
    next_on: date | None

    @property
    def days(self) -> int:
        return max((debt.days for debt in self.debts), default=0)

    @property
    def fine_rp(self) -> int:
        return sum(debt.fine_rp for debt in self.debts)

    @property
    def step_to_note(self) -> int:
        """The reminder that is due, else the last one once more."""
        return self.step or max(1, self.told.step)

    def said(self, library: str) -> Said:
        books = tuple((debt.book.title or debt.book.barcode, debt.book.loan.due_on) for debt in self.debts)
        return Said(self.contact.addressed, books, self.days, self.fine_rp, library)


def overdue(desk: Desk, query: OverdueQuery | None = None, order: str = "due") -> Found:
    """Members with overdue books. Raises KeyError for an order that is not one of `ORDERS`."""
    if order not in ORDERS:
        raise KeyError(order)
    query = query or OverdueQuery()
    if not desk.lists_people:
        return Found()
    with desk.view() as act:
        people = _people(act, FIRST_DAY, act.today - DAY)
        reminded = queries.reminded_since(act.driver, _first_due(people, act.today))
        after, today = act.rules.settings.reminder_after_days, act.today
    known = [one for one in people if one.is_known]
    kept = [one for one in known if _fits(one, query, today)]
    due = {one.id for one in kept if one.is_due(reminded, after, today)}
    if query.only_due:
        kept = [one for one in kept if one.id in due]
    if order != "due":
        kept.sort(key=lambda one: (one.field(order) == "", one.field(order).casefold(), one.name.casefold(), one.id))
    return Found(
        ids=tuple(one.id for one in kept),
        loans=sum(len(one.loans) for one in kept),
        due=tuple(one.id for one in kept if one.id in due),
        unreachable=sum(len(one.loans) for one in people if not one.is_known),
        choices=_choices(known),
    )


def due_soon(desk: Desk) -> Found:
    """Members whose books are due today or within the library's `due_soon_days`."""
    if not desk.lists_people:
        return Found()
    with desk.view() as act:
        known = [one for one in _people(act, *_soon(act)) if one.is_known]
    loans = sum(len(one.loans) for one in known)
    return Found(ids=tuple(one.id for one in known), loans=loans, choices=_choices(known))


def rows(desk: Desk, ids: Sequence[Id]) -> dict[Id, Debtor]:
    """These members with their overdue books; who has none any more is left out."""
    if not desk.lists_people:
        return {}
    with desk.view() as act:
        return rows_in(act, ids, FIRST_DAY, act.today - DAY)


def soon_rows(desk: Desk, ids: Sequence[Id]) -> dict[Id, Debtor]:
    """These members with the books that are due soon."""
    if not desk.lists_people:
        return {}
    with desk.view() as act:
        return rows_in(act, ids, *_soon(act))


def rows_in(act: Action, ids: Sequence[Id], first: date, last: date) -> dict[Id, Debtor]:
    """These members with their books due in these days, inside the caller's view or action."""
    books = _books_of(act, ids, first, last)
    people = queries.members(act.driver, map(id_bytes, ids))
    reminded = queries.reminded_of(act.driver, records_of(act, ids))
    terms = Terms(act)
    found = {}
    for member_id in ids:
        member = people.get(id_bytes(member_id))
        if member is not None and not member.erased and (own := books.get(member_id)):
            found[member_id] = _debtor(terms, member, own, reminded)
    return found


def take_list(desk: Desk, ids: Sequence[Id], *, soon: bool = False) -> tuple[Debtor, ...]:
    """The members of a list for a file; that it was taken, and by whom, is written down first (UU 27/2022).

    Raises Refused(NOT_SIGNED_IN).
    """
    with desk.action() as act:
        if act.desk.operator is None:
            raise Refused(RefusalCode.NOT_SIGNED_IN)
        act.record(e.MembersExported(len(ids), LIST_FIELDS, SOON_REASON if soon else OVERDUE_REASON))
    return tuple(every_row(desk, ids, soon=soon))


def every_row(desk: Desk, ids: Sequence[Id], *, soon: bool = False) -> Iterator[Debtor]:
    """The members of a list in its order, read a page at a time."""
    for start in range(0, len(ids), queries.PAGE):
        page = ids[start : start + queries.PAGE]
        found = soon_rows(desk, page) if soon else rows(desk, page)
        yield from (found[id_] for id_ in page if id_ in found)


# ---- parts ----------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Person:
    """A member as he is sorted and chosen, with (loan, due date) of each of his books, the first due first."""

    id: Id
    fields: Sequence[Any] | None
    loans: list[tuple[str, date]]

    @property
    def is_known(self) -> bool:
        return self.fields is not None and not self.fields[0]

    @property
    def name(self) -> str:
        return self.field("full_name")

    def field(self, name: str) -> str:
        return str(self.fields[queries.PERSON_FIELDS.index(name)] or "") if self.fields else ""

    def is_due(self, reminded: dict[str, list[tuple[date, int]]], after: Sequence[int], today: date) -> bool:
        return any(
            next_step(due_on, told_of(due_on, reminded.get(loan_id, ())), after, today)
            for loan_id, due_on in self.loans
        )


def _people(act: Action, first: date, last: date) -> list[_Person]:
    """Everybody with open loans due in these days, the first due first."""
    into = queries.standing(act.driver)
    loans: dict[bytes, list[tuple[str, date]]] = {}
    for loan, record, due_on in queries.due_between(act.driver, first, last):
        loans.setdefault(into.get(record, record), []).append((loan.hex(), date.fromisoformat(due_on)))
    known = queries.persons(act.driver, loans)
    return [_Person(Id(key.hex()), known.get(key), own) for key, own in loans.items()]


def _first_due(people: Sequence[_Person], today: date) -> date:
    return people[0].loans[0][1] if people else today


def _fits(one: _Person, query: OverdueQuery, today: date) -> bool:
    days = (today - one.loans[0][1]).days
    if days < query.least_days or (query.most_days is not None and days > query.most_days):
        return False
    for name in ("member_type", "school_class", "institution", "district"):
        wanted = getattr(query, name)
        if wanted and one.field(name).strip().casefold() != wanted.strip().casefold():
            return False
    text = query.text.strip().casefold()
    return not text or text in one.name.casefold() or text in one.field("member_no").casefold()


def _choices(people: Sequence[_Person]) -> Choices:
    return Choices(*(_most_frequent(one.field(name) for one in people) for name in Choices.__match_args__))


def _most_frequent(values: Iterable[str]) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    spelled: dict[str, str] = {}
    for value in map(str.strip, values):
        if value:
            key = spelled.setdefault(value.casefold(), value)
            counts[key] = counts.get(key, 0) + 1
    return tuple(sorted(counts, key=lambda value: (-counts[value], value.casefold())))


def _soon(act: Action) -> tuple[date, date]:
    return act.today, act.today + timedelta(days=act.rules.settings.due_soon_days)


def records_of(act: Action, ids: Iterable[Id]) -> list[bytes]:
    """These members and every record merged into them."""
    wanted = {id_bytes(id_) for id_ in ids}
    return [*wanted, *(record for record, end in queries.standing(act.driver).items() if end in wanted)]


def _books_of(act: Action, ids: Sequence[Id], first: date, last: date) -> dict[Id, list[Book]]:
    into = queries.standing(act.driver)
    found: dict[Id, list[Book]] = {}
    for book in queries.books_of_members(act.driver, records_of(act, ids), first, last):
        record = id_bytes(book.loan.member_id)
        found.setdefault(Id(into.get(record, record).hex()), []).append(book)
    for own in found.values():
        own.sort(key=lambda book: (book.loan.due_on, book.loan.id))
    return found


class Terms:
    """What fines are worked out by, each policy read once."""

    def __init__(self, act: Action) -> None:
        self._act = act
        self._policies: dict[Id, LoanPolicy] = {}
        self.settings, self.today = act.rules.settings, act.today

    def debt(self, book: Book, on: date, told: Told = NEVER) -> Debt:
        loan = book.loan
        policy = self._policies.get(loan.policy_id)
        if policy is None:
            policy = self._act.state.get(LoanPolicy, loan.policy_id) or DEFAULT_POLICY
            self._policies[loan.policy_id] = policy
        late = lateness(loan.due_on, on, policy, self._act.rules.calendar)
        return Debt(book, (on - loan.due_on).days, late.fine_rp, told)


def _debtor(terms: Terms, member: Member, books: Sequence[Book], reminded: dict[str, list[tuple[date, int]]]) -> Debtor:
    after, today = terms.settings.reminder_after_days, terms.today
    debts = tuple(
        terms.debt(book, today, told_of(book.loan.due_on, reminded.get(str(book.loan.id), ()))) for book in books
    )
    due_from = [step_due_on(debt.book.loan.due_on, debt.told, after) for debt in debts]
    told = [debt.told for debt in debts if debt.told.on is not None]
    return Debtor(
        member=member,
        contact=contact_of(member, terms.settings.guardian_below_age, today),
        debts=debts,
        told=Told(max(one.step for one in told), max(one.on or FIRST_DAY for one in told)) if told else NEVER,
        step=max(next_step(debt.book.loan.due_on, debt.told, after, today) for debt in debts),
        next_on=min((on for on in due_from if on is not None), default=None),
    )
