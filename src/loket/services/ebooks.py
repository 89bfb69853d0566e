"""E-books of the district's reading app, as far as the library notes them: who read what, and which are all taken.

The app itself lends; the desk logs, or reads the app's report (`ebook_report`). Source: SOP klik-ebook 3-7. A loan ends
by itself at its due time: nothing is recorded for that.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from loket.db import room_queries as q
from loket.db.rows import from_ms, to_ms
from loket.domain import events as e
from loket.domain.entities import EbookLoan, EbookTitle, Id, Role
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.folding import fold, query_words
from loket.domain.pledges import check_note
from loket.services.desk import Action, Desk
from loket.services.member_records import the_member
from loket.services.room_parts import demand_operator, needed, tidied
from loket.services.visitors import Person

EDITORS = (Role.ADMIN, Role.SUPERVISOR)
LONGEST_TITLE, LONGEST_AUTHOR, LONGEST_NAME, LONGEST_KEY, LONGEST_REASON = 300, 200, 100, 80, 200
MOST_LICENCES = 10_000
NOTED_LATE_DAYS = 400  # a loan is noted afterwards from a list, not from another decade


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A title and how it stands. `free`: licences nobody uses; None: as many may read it as like.

    `back_at`: when the first of those who read it now has to give it up; None while nobody reads it.
    """

    title: EbookTitle
    out: int
    free: int | None
    back_at: datetime | None


@dataclass(frozen=True, slots=True)
class LoanLine:
    """A loan in the app. `is_out`: it is still with its reader, as far as anybody knows."""

    loan: EbookLoan
    who: str
    number: str
    is_out: bool


@dataclass(frozen=True, slots=True)
class EbookCounts:
    """What was lent in the app on some days. `readers`: different people, as far as they are named."""

    loans: int
    titles: int
    readers: int


# ---- titles -------------------------------------------------------------------------------------------------------


def titles(desk: Desk, text: str = "", *, retired: bool = False) -> tuple[TitleLine, ...]:
    """Titles by name, those first whose words begin like these; with `retired` those no longer in the app too."""
    words = query_words(text) if text.strip() else []
    with desk.view() as act:
        known = [title for title in q.ebook_titles(act.driver) if retired or not title.retired]
        out = q.ebooks_out_of_all(act.driver, act.now)
    return tuple(_title_line(title, *out.get(title.id, (0, None))) for title in known if _fits(title, words))


def _fits(title: EbookTitle, words: list[str]) -> bool:
    has = fold(f"{title.title} {title.author}").split()
    return all(any(one.startswith(word) for one in has) for word in words)


def _title_line(title: EbookTitle, out: int, back_ms: int | None) -> TitleLine:
    free = max(0, title.licences - out) if title.licences else None
    return TitleLine(title, out, free, from_ms(back_ms) if back_ms is not None else None)


def set_title(desk: Desk, title: EbookTitle) -> EbookTitle:
    """A title as it is from now on; with the key "" a new one. `licences` 0: as many may read it as like.

    Raises InvalidInput: "title" (`text_missing`, `text_too_long`, `ebook_title_known`), "author", "source_key"
    (`text_too_long`), "licences" (`number_out_of_range`); Refused: ROLE_MISSING, NOT_SIGNED_IN.
    """
    tidy = check_title(title)
    with desk.action() as act:
        act.demand_role(*EDITORS)
        kept = replace(tidy, id=tidy.id or act.new_id())
        others = [one for one in q.ebook_titles(act.driver) if one.id != kept.id and not one.retired]
        if not kept.retired and any(
            title_mark(one.title, one.author) == title_mark(kept.title, kept.author) for one in others
        ):
            raise InvalidInput("title", "ebook_title_known", title=kept.title)
        if act.state.get(EbookTitle, kept.id) != kept:
            act.record(e.EbookTitleSet(kept))
        return kept


def check_title(title: EbookTitle) -> EbookTitle:
    """The title, its words tidied. Raises InvalidInput naming the field."""
    if not 0 <= title.licences <= MOST_LICENCES:
        raise InvalidInput("licences", "number_out_of_range", minimum=0, maximum=MOST_LICENCES)
    return replace(
        title,
        title=needed("title", title.title, LONGEST_TITLE),
        author=tidied("author", title.author, LONGEST_AUTHOR),
        source_key=tidied("source_key", title.source_key, LONGEST_KEY),
    )


def title_mark(title: str, author: str) -> str:
    """What makes two titles of the app the same where they have no number."""
    return f"{fold(title)}|{fold(author)}"


# ---- lending ------------------------------------------------------------------------------------------------------


def lend(
    desk: Desk, title_id: Id, person: Person | None, *, reader: str = "", lent_at: datetime | None = None
) -> EbookLoan:
    """Note a loan that was made in the app, now or at the time it was made. A typed name counts only without a card.

    Raises Refused: EBOOK_ALL_OUT (title=, back_at=: every licence is in use), EBOOK_HAS_IT (title=: he reads it
    already), EBOOK_OVER (not in the app any more), CLOCK_DOUBTFUL, NOT_SIGNED_IN; InvalidInput: "reader"
    (`reader_missing`, `text_too_long`, `identity_typed`), "lent_at" (`date_future`, `date_too_old`).
    """
    name = check_note("reader", reader if person is None else person.holder, LONGEST_NAME)
    if person is None and not name:
        raise InvalidInput("reader", "reader_missing")
    with desk.action() as act:
        demand_operator(act)
        act.demand_sound_clock()
        title = _the_title(act, title_id)
        at = _lent_at(act, lent_at)
        due_at = at + timedelta(days=act.rules.settings.ebook_days)
        member_id = the_member(act, person.member_id).id if person and person.member_id is not None else None
        if due_at > act.now:
            _demand_free(act, title, member_id)
        event = e.EbookLent(
            loan_id=act.new_id(),
            title_id=title.id,
            title=title.title,
            lent_on=desk.local(at).date(),
            lent_at=at,
            due_at=due_at,
            author=title.author,
            member_id=member_id,
            reader=None if member_id else name or None,
        )
        act.record(event)
        return _the_loan(act, event.loan_id)


def _the_title(act: Action, title_id: Id) -> EbookTitle:
    title = act.state.get(EbookTitle, title_id)
    if title is None or title.retired:
        raise Refused(RefusalCode.EBOOK_OVER)
    return title


def _lent_at(act: Action, lent_at: datetime | None) -> datetime:
    at = lent_at or act.now
    if at > act.now:
        raise InvalidInput("lent_at", "date_future")
    if at < act.now - timedelta(days=NOTED_LATE_DAYS):
        raise InvalidInput("lent_at", "date_too_old", days=NOTED_LATE_DAYS)
    return at


def _demand_free(act: Action, title: EbookTitle, member_id: Id | None) -> None:
    """SOP step 3: a title whose copies are all taken is not to be had; nobody needs it twice."""
    if member_id is not None and any(
        found.entity.member_id == member_id for found in _out_now(act, "x.title_id = ?", bytes.fromhex(title.id))
    ):
        raise Refused(RefusalCode.EBOOK_HAS_IT, title=title.title)
    out, back_ms = q.ebooks_out(act.driver, title.id, act.now)
    if title.licences and out >= title.licences:
        back_at = act.desk.local(from_ms(back_ms)) if back_ms is not None else None
        raise Refused(RefusalCode.EBOOK_ALL_OUT, title=title.title, back_at=back_at)


def _out_now(act: Action, where: str = "1", *values: bytes) -> list[q.Found]:
    also = f"{where} AND x.due_at > ? AND x.cancelled = 0 AND x.returned_at IS NULL ORDER BY x.due_at, x.id"
    return q.ebook_loans(act.driver, also, (*values, to_ms(act.now)))


def give_back(desk: Desk, loan_id: Id, returned_at: datetime | None = None) -> EbookLoan:
    """Given back in the app before it was due. Raises Refused(EBOOK_OVER); InvalidInput("returned_at", `date_future`,
    `date_before_loan`).
    """
    with desk.action() as act:
        demand_operator(act)
        loan = _the_loan(act, loan_id)
        if not is_out(loan, act.now):
            raise Refused(RefusalCode.EBOOK_OVER)
        at = returned_at or act.now
        if at > act.now:
            raise InvalidInput("returned_at", "date_future")
        if at < loan.lent_at:
            raise InvalidInput("returned_at", "date_before_loan")
        act.record(e.EbookReturned(loan.id, at))
        return _the_loan(act, loan.id)


def undo(desk: Desk, loan_id: Id, reason: str = "") -> EbookLoan:
    """Noted by mistake: it never counted. Raises Refused: EBOOK_OVER, UNDO_TOO_LATE (told by the app's own report)."""
    told = tidied("reason", reason, LONGEST_REASON)
    with desk.action() as act:
        demand_operator(act)
        loan = _the_loan(act, loan_id)
        if loan.cancelled:
            raise Refused(RefusalCode.EBOOK_OVER)
        if loan.source != "desk":
            raise Refused(RefusalCode.UNDO_TOO_LATE)
        act.record(e.EbookUndone(loan.id, told))
        return _the_loan(act, loan.id)


def _the_loan(act: Action, loan_id: Id) -> EbookLoan:
    loan = act.state.get(EbookLoan, loan_id)
    if loan is None:
        raise Refused(RefusalCode.EBOOK_OVER)
    return loan


def is_out(loan: EbookLoan, now: datetime) -> bool:
    """Whether its reader has it still, as far as anybody knows."""
    return not loan.cancelled and loan.returned_at is None and loan.due_at > now


# ---- lists --------------------------------------------------------------------------------------------------------


def open_loans(desk: Desk) -> tuple[LoanLine, ...]:
    """What is read now, the first to end first."""
    with desk.view() as act:
        return tuple(_line(act, found) for found in _out_now(act))


def days_loans(desk: Desk, on: date | None = None) -> tuple[LoanLine, ...]:
    """What was lent on a day, today when not given, the newest first."""
    with desk.view() as act:
        where = "x.lent_on = ? AND x.cancelled = 0 ORDER BY x.lent_at DESC, x.id DESC"
        return tuple(_line(act, found) for found in q.ebook_loans(act.driver, where, ((on or act.today).isoformat(),)))


def _line(act: Action, found: q.Found) -> LoanLine:
    return LoanLine(found.entity, found.who, found.number, is_out(found.entity, act.now))


def day_counts(desk: Desk, first: date, last: date | None = None) -> EbookCounts:
    """What was lent from one day to another, both counted."""
    with desk.view() as act:
        return EbookCounts(*q.ebook_counts(act.driver, first, last or first))
