"""That somebody was reminded of his overdue books: noted, taken back, looked up; and the letters that were written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from loket.db import reminder_queries as queries
from loket.db.meta import get_meta, set_meta
from loket.db.reminder_queries import Book
from loket.db.rows import id_bytes
from loket.domain import events as e
from loket.domain.entities import Id, Member, Operator, Reminder, Station
from loket.domain.errors import RefusalCode, Refused
from loket.domain.receipt_no import ReceiptForm, number_of, series
from loket.domain.reminders import (
    HOWS,
    LETTER,
    MESSAGE,
    SOON_MESSAGE,
    Contact,
    contact_of,
    message,
    read_letter_format,
)
from loket.services.desk import Action, Desk
from loket.services.overdue import DAY, FIRST_DAY, Debt, Debtor, Terms, records_of, rows_in
from loket.services.receipts import station_life

SERIES = "SP"  # of letters of reminder, "surat pemberitahuan"
AT_ONCE = 200  # reminders noted in one transaction: a long list must not keep the counter from lending
_LAST = "last_number:{series}"  # in `meta`
Progress = Callable[[int, int], None]


def text_for(desk: Desk, debtor: Debtor) -> str:
    """What is sent by WhatsApp: the library's words or the shipped ones; others while nothing is overdue yet."""
    template = desk.settings().reminder_message.strip() or MESSAGE
    return message(template if debtor.days > 0 else SOON_MESSAGE, debtor.said(desk.library.name))


# ---- noting that somebody was reminded -------------------------------------------------------------------------------


def remind(
    desk: Desk,
    member_ids: Sequence[Id],
    how: str,
    step: int | None = None,
    note: str = "",
    progress: Progress | None = None,
) -> tuple[Reminder, ...]:
    """Note that these members are reminded of all their overdue books; letters are given their numbers.

    `step`: the one that is due, else the last one again, where it is not said. Who has nothing overdue is passed
    over. A long list is noted in parts. Raises Refused: NOT_SIGNED_IN, CLOCK_DOUBTFUL; KeyError for another `how`.
    """
    if how not in HOWS:
        raise KeyError(how)
    noted: list[Reminder] = []
    for start in range(0, len(member_ids), AT_ONCE):
        with desk.action() as act:
            _demand_signed_in(act)
            act.demand_sound_clock()
            found = rows_in(act, member_ids[start : start + AT_ONCE], FIRST_DAY, act.today - DAY)
            numbers = _Numbers(act) if how == LETTER else None
            noted += [_note(act, debtor, how, step, note, numbers) for debtor in found.values()]
        if progress is not None:
            progress(min(start + AT_ONCE, len(member_ids)), len(member_ids))
    return tuple(noted)


def cancel(desk: Desk, reminder_id: Id) -> bool:
    """It was noted by mistake, or the letter never left: it counts no longer. False when there is none that counts.

    The number of a letter stays given. Raises Refused(NOT_SIGNED_IN).
    """
    with desk.action() as act:
        _demand_signed_in(act)
        known = act.state.get(Reminder, reminder_id)
        if known is None or known.cancelled:
            return False
        act.record(e.ReminderCancelled(reminder_id))
        return True


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A reminder with who noted it and where; "" where this counter does not know them."""

    reminder: Reminder
    by: str
    station: str


def history(desk: Desk, member_id: Id) -> tuple[HistoryLine, ...]:
    """All reminders of a person under every record of his, cancelled ones too, the newest first."""
    if not desk.lists_people:
        return ()
    with desk.view() as act:
        found = queries.reminders_of(act.driver, records_of(act, [member_id]))
        return tuple(_history_line(act, reminder) for reminder in found)


@dataclass(frozen=True, slots=True)
class OverdueLetter:
    """All that a letter says. Fines and days are those of the day it was written. `steps`: how many there are."""

    reminder: Reminder
    member: Member
    contact: Contact
    debts: tuple[Debt, ...]
    steps: int

    @property
    def fine_rp(self) -> int:
        return sum(debt.fine_rp for debt in self.debts)


def letters(desk: Desk, reminder_ids: Sequence[Id]) -> tuple[OverdueLetter, ...]:
    """The letters of these reminders in their order, the same whenever they are asked for again.

    Those of erased people are left out.
    """
    if not desk.lists_people:
        return ()
    with desk.view() as act:
        known = queries.reminders(act.driver, reminder_ids)
        wanted = [known[id_] for id_ in reminder_ids if id_ in known]
        into = queries.standing(act.driver)
        whose = {one.id: into.get(id_bytes(one.member_id), id_bytes(one.member_id)) for one in wanted}
        people = queries.members(act.driver, whose.values())
        books = queries.books(act.driver, (loan_id for one in wanted for loan_id in one.loan_ids))
        terms = Terms(act)
        found = ((one, people.get(whose[one.id])) for one in wanted)
        return tuple(_letter(terms, one, who, books) for one, who in found if who is not None and not who.erased)


# ---- parts ----------------------------------------------------------------------------------------------------------


def _note(act: Action, debtor: Debtor, how: str, step: int | None, note: str, numbers: _Numbers | None) -> Reminder:
    event = e.MemberReminded(
        reminder_id=act.new_id(),
        member_id=debtor.member.id,
        on=act.today,
        how=how,
        step=step or debtor.step_to_note,
        number=numbers.next() if numbers is not None else "",
        loan_ids=tuple(str(debt.book.loan.id) for debt in debtor.debts),
        note=note.strip(),
    )
    act.record(event)
    noted = act.state.get(Reminder, event.reminder_id)
    assert noted is not None
    return noted


class _Numbers:
    """Numbers of letters written in one action; "" where the library has no template.

    Given like those of receipts: a series for each counter and year, noted in this database. One that begins anew
    passes over the numbers this counter's letters bear already.
    """

    def __init__(self, act: Action) -> None:
        self._act = act
        template = act.rules.settings.reminder_no_format.strip()
        self._form: ReceiptForm | None = read_letter_format(template) if template else None
        self._own = station_life(act) if self._form else ""
        self._key = _LAST.format(series=series(SERIES, self._own, act.today.year))

    def next(self) -> str:
        if self._form is None:
            return ""
        known = get_meta(self._act.driver, self._key)
        running = int(known or 0) + 1
        if known is None:
            taken = queries.numbers_since(self._act.driver, date(self._act.today.year, 1, 1))
            while self._number(self._form, running) in taken:
                running += 1
        set_meta(self._act.driver, self._key, str(running))
        return self._number(self._form, running)

    def _number(self, form: ReceiptForm, running: int) -> str:
        return number_of(form, "", self._own, running, self._act.today)


def _demand_signed_in(act: Action) -> None:
    if act.desk.operator is None:
        raise Refused(RefusalCode.NOT_SIGNED_IN)


def _history_line(act: Action, reminder: Reminder) -> HistoryLine:
    operator = act.state.get(Operator, reminder.operator_id) if reminder.operator_id else None
    station = act.state.get(Station, reminder.station_id) if reminder.station_id else None
    return HistoryLine(reminder, operator.full_name if operator else "", station.name if station else "")


def _letter(terms: Terms, reminder: Reminder, member: Member, books: dict[str, Book]) -> OverdueLetter:
    known = [books[loan_id] for loan_id in reminder.loan_ids if loan_id in books]
    debts = tuple(terms.debt(book, reminder.on) for book in known)
    contact = contact_of(member, terms.settings.guardian_below_age, reminder.on)
    return OverdueLetter(reminder, member, contact, debts, len(terms.settings.reminder_after_days))
