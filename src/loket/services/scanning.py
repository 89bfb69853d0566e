"""The circulation counter: one scan box, understood from what the code is and the state it is in.

`Counter` is what one person at one desk is in the middle of: the open member, the mode, what was done for him. It is
used by one thread (the writing lane) and knows no window; each call returns an `Answer` to show. Nothing waits for
the end: every loan and return is durable when its answer comes; closing the member only makes the slip.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from loket.db import queries
from loket.db.queries import MemberHit, TitleHit
from loket.domain import scan as codes
from loket.domain.entities import Biblio, Id, Item, ItemStatus, Member
from loket.domain.errors import RefusalCode, Refused
from loket.domain.settings import DEFAULTS, CheckDigit
from loket.services import circulation as c
from loket.services.desk import Action, Desk
from loket.services.house_codes import HouseCode, recognise
from loket.services.members import MemberOverview, holders, overview
from loket.services.undo import Undone, undo


class Mode(StrEnum):
    """What a scanned book means. AUTO: on the shelf → lend, on loan → return."""

    AUTO = "auto"
    RETURN = "return"
    RENEW = "renew"


class AnswerKind(StrEnum):
    MEMBER = "member"  # a member was opened
    LENT = "lent"
    RETURNED = "returned"
    RENEWED = "renewed"
    NOTED = "noted"  # it came back, and no loan is known here
    DECLARED = "declared"
    UNDONE = "undone"
    ON_SHELF = "on_shelf"  # a free copy, and no member open
    CLOSED = "closed"  # the member was closed; the slip is ready
    CHOICE = "choice"  # several members fit what was typed
    ELSEWHERE = "elsewhere"  # a locker tag, a visitor's or photocopy slip: it belongs to another page
    REFUSED = "refused"
    IDLE = "idle"  # Enter on nothing


@dataclass(frozen=True, slots=True)
class Slip:
    """What was done for one member (or, without one, a run of returns), in order: the text of the printed slip."""

    member: Member | None
    began_at: datetime
    ended_at: datetime
    done: tuple[c.Lent | c.Returned | c.Renewed, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A copy that is not on loan."""

    item: Item
    biblio: Biblio


PAUSE = timedelta(minutes=5)  # longer between two scans: he went back to the shelves, and is served anew
Fact = c.Lent | c.Returned | c.Renewed | c.Noted | c.Declared | Undone | Slip | Shelf | HouseCode | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the counter says to one scan.

    Attributes:
        fact: what was done, by kind. refused: why not. panel: the open member as he stands now; when none is open,
            the one whose book came back.
        holder: whose book it was, when not the open member's. code: the text that was scanned.
        switched_from: the member who was closed because the next one's card came.
        can_override: F12 would offer this refusal to a supervisor.
    """

    kind: AnswerKind
    code: str = ""
    fact: Fact = None
    refused: Refused | None = None
    panel: MemberOverview | None = None
    holder: Member | None = None
    switched_from: Member | None = None
    choices: tuple[MemberHit, ...] = ()
    titles: tuple[TitleHit, ...] = ()
    slip: Slip | None = None
    can_override: bool = False


Retry = Callable[[c.Approval], Answer]


class Counter:
    """One desk at work. Not thread-safe by design: scans are answered one after the other."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.mode = Mode.AUTO
        self.member_id: Id | None = None
        self._began_at: datetime | None = None
        self._free_at: datetime | None = None  # when the card, or the book before, was done with
        self._done: list[c.Lent | c.Returned | c.Renewed] = []
        self._last_scan: tuple[str, int] | None = None
        self._retry: Retry | None = None
        self._double_scan_ms = DEFAULTS.double_scan_ms

    # ---- what a person can do at the counter ----------------------------------------------------------------------

    def scan(self, text: str, at: datetime, mono_ms: int) -> Answer:
        """Answer one scan. `at` and `mono_ms` are when it arrived, not when its turn came.

        An empty text closes the open member. Rules that say no come back as an Answer, never as an exception.
        """
        last_scan = self._last_scan
        code = codes.clean(text)
        if not code:
            return self.finish() if not text.strip() else self._refusal(text, Refused(RefusalCode.CODE_GARBLED))
        if self._is_double(code, mono_ms):
            return self._refusal(code, Refused(RefusalCode.SCANNED_TWICE, code=code))
        self._retry = None
        try:
            with self._acting(at) as act:
                self._double_scan_ms = act.rules.settings.double_scan_ms
                return self._understand(act, code, at)
        except Refused as refused:
            return self._refusal(code, refused)
        except BaseException:
            self._last_scan = last_scan  # it was not answered: the same code again is no double scan
            raise

    def open_member(self, member_id: Id, at: datetime) -> Answer:
        """Open a member chosen from a list."""
        self._retry = None
        with self._acting(at) as act:
            member = act.state.get(Member, member_id)
            if member is None:
                return self._refusal("", Refused(RefusalCode.CODE_UNKNOWN, code=""))
            return self._open(act, member, at)

    def finish(self) -> Answer:
        """Close the open member (or the run of returns) and hand out the slip. Nothing is saved here: it is already."""
        slip = self._close()
        self.mode = Mode.AUTO
        self._retry = None
        return Answer(AnswerKind.CLOSED, fact=slip, slip=slip) if slip else Answer(AnswerKind.IDLE)

    def set_mode(self, mode: Mode) -> None:
        self.mode = mode
        self._last_scan = None  # the same book may now be meant differently

    def override(self, approval: c.Approval) -> Answer:
        """Do what was just refused, on a supervisor's word."""
        retry, self._retry = self._retry, None
        if retry is None:
            return self._refusal("", Refused(RefusalCode.NOTHING_TO_OVERRIDE))
        try:
            return retry(approval)
        except Refused as refused:
            answer = self._refusal("", refused)
            if refused.code is RefusalCode.OVERRIDE_REASON:
                self._retry = retry
            return replace(answer, can_override=self._retry is not None)
        except BaseException:
            self._retry = retry
            raise

    def undo(self, reason: str = "") -> Answer:
        """Take back this counter's last action."""
        self._last_scan = self._retry = None
        try:
            undone = undo(self.desk, reason=reason)
        except Refused as refused:
            return self._refusal("", refused)
        self._done = [done for done in self._done if done.event_id != undone.undoes]
        return Answer(AnswerKind.UNDONE, fact=undone, panel=self._panel(), holder=undone.member)

    def declare(self, item_id: Id, status: ItemStatus, note: str = "", charge_rp: int = 0) -> Answer:
        """Say that a copy is lost, damaged, or found again."""
        self._last_scan = self._retry = None
        try:
            declared = c.declare(self.desk, item_id=item_id, status=status, note=note, charge_rp=charge_rp)
        except Refused as refused:
            return self._refusal("", refused)
        return Answer(AnswerKind.DECLARED, fact=declared, panel=self._panel(), holder=declared.member)

    @property
    def can_override(self) -> bool:
        return self._retry is not None

    # ---- understanding a code -------------------------------------------------------------------------------------

    def _understand(self, act: Action, code: str, at: datetime) -> Answer:
        if len(code) > codes.LONGEST_CODE:
            raise Refused(RefusalCode.CODE_TOO_LONG, length=len(code))
        for candidate in dict.fromkeys((code, codes.unshifted(code) or code)):
            items, (members, ended) = act.state.items_with_barcode(candidate), holders(act, candidate)
            if len(items) > 1 or len(members) > 1:
                raise Refused(RefusalCode.CODE_AMBIGUOUS, code=candidate)
            if members and not (items and self._expects_book()):
                return self._member_scanned(act, members[0], at)
            if items:
                return self._item_scanned(act, items[0], candidate, at)
            if ended is not None:
                raise Refused(RefusalCode.CARD_REPLACED, ended_on=ended.ended_on, end=ended.end)
            if (found := recognise(act, candidate)) is not None:
                return Answer(AnswerKind.ELSEWHERE, candidate, found, panel=self._panel_in(act))
        return self._unknown(act, code, at)

    def _expects_book(self) -> bool:
        return self.member_id is not None or self.mode is not Mode.AUTO

    def _member_scanned(self, act: Action, member: Member, at: datetime) -> Answer:
        if self.mode is not Mode.AUTO and self.member_id is None:
            raise Refused(RefusalCode.MEMBER_CARD_EXPECTED_BOOK, name=member.full_name, mode=self.mode)
        return self._open(act, member, at)

    def _open(self, act: Action, member: Member, at: datetime) -> Answer:
        """Open a member; another one's open transaction is closed first, with its slip."""
        if self.member_id == member.id:
            return Answer(AnswerKind.MEMBER, member.member_no, panel=overview(act, member.id))
        slip = self._close()
        self.member_id, self._began_at, self.mode = member.id, at, Mode.AUTO
        self._free_at = at
        return Answer(
            AnswerKind.MEMBER,
            member.member_no,
            panel=overview(act, member.id),
            switched_from=slip.member if slip else None,
            slip=slip,
        )

    def _item_scanned(self, act: Action, item: Item, code: str, at: datetime) -> Answer:
        self._begin(act)
        if self.mode is Mode.RENEW:
            return self._renew(act, item.id, code, None)
        if item.loan_id is not None:
            return self._did(act, AnswerKind.RETURNED, c.take_back(act, item.id), code)
        if self.mode is Mode.RETURN:
            if act.desk.scope is not None:
                return Answer(AnswerKind.NOTED, code, c.note_return(act, item.barcode, item), panel=self._panel_in(act))
            raise Refused(RefusalCode.ITEM_NOT_ON_LOAN, barcode=item.barcode, title=c.biblio_of(act, item).title)
        if self.member_id is None:
            return Answer(AnswerKind.ON_SHELF, code, Shelf(item, c.biblio_of(act, item)))
        return self._lend(act, item.id, code, None)

    def _lend(self, act: Action, item_id: Id, code: str, approval: c.Approval | None) -> Answer:
        assert self.member_id is not None
        member_id = self.member_id
        try:
            lent = c.lend(act, member_id, item_id, approval)
        except Refused as refused:
            self._offer_override(refused, lambda given: self._again(lambda act: self._lend(act, item_id, code, given)))
            raise
        self._done.append(lent)
        self._free_at = act.now
        return Answer(AnswerKind.LENT, code, lent, panel=overview(act, member_id))

    def _renew(self, act: Action, item_id: Id, code: str, approval: c.Approval | None) -> Answer:
        try:
            renewed = c.prolong(act, item_id, approval)
        except Refused as refused:
            self._offer_override(refused, lambda given: self._again(lambda act: self._renew(act, item_id, code, given)))
            raise
        return self._did(act, AnswerKind.RENEWED, renewed, code)

    def _did(self, act: Action, kind: AnswerKind, fact: c.Returned | c.Renewed, code: str) -> Answer:
        """A book went through that need not be the open member's."""
        self._free_at = act.now
        self._began_at = self._began_at or act.began_at
        self._done.append(fact)
        panel = overview(act, self.member_id or fact.member.id)
        holder = None if fact.member.id == self.member_id else fact.member
        return Answer(kind, code, fact, panel=panel, holder=holder)

    def _unknown(self, act: Action, code: str, at: datetime) -> Answer:
        """No member and no copy bears this code: a name, a number begun, a book's own ISBN, or a bad scan."""
        if codes.is_isbn13(code):
            titles = tuple(queries.search_titles(act.driver, code.replace("-", ""), 5))
            raise Refused(RefusalCode.CODE_IS_ISBN, code=code, titles=titles)
        if codes.looks_like_name(code) or codes.looks_like_number_search(code):
            hits = queries.search_members(act.driver, code)
            if len(hits) == 1 and codes.looks_like_name(code):
                member = act.state.get(Member, hits[0].id)
                assert member is not None
                return self._open(act, member, at)
            if hits:
                return Answer(AnswerKind.CHOICE, code, choices=tuple(hits), panel=self._panel_in(act))
        self._demand_check_digit(act, code)
        if self.mode is Mode.RETURN and act.desk.scope is not None:  # lent, or even catalogued, by another counter
            return Answer(AnswerKind.NOTED, code, c.note_return(act, code, None), panel=self._panel_in(act))
        raise Refused(RefusalCode.CODE_UNKNOWN, code=code)

    def _demand_check_digit(self, act: Action, code: str) -> None:
        settings = act.rules.settings
        digits = settings.item_code_digits
        kinds = {settings.item_check_digit, settings.member_check_digit} - {CheckDigit.NONE}
        right_length = digits == 0 or len(code) == digits
        has_digits = any(mark.isdigit() for mark in code)
        if kinds and right_length and has_digits and not any(codes.passes(code, kind) for kind in kinds):
            raise Refused(RefusalCode.CODE_CHECK_DIGIT, code=code)

    # ---- parts ----------------------------------------------------------------------------------------------------

    def _again(self, work: Callable[[Action], Answer]) -> Answer:
        with self._acting() as act:
            self._begin(act)
            return work(act)

    def _begin(self, act: Action) -> None:
        """A book takes as long as it was in hand: since the card, or the book before it, was done with."""
        if self._free_at is not None and timedelta() < act.began_at - self._free_at <= PAUSE:
            act.began_at = self._free_at

    @contextmanager
    def _acting(self, at: datetime | None = None) -> Iterator[Action]:
        """An action; when it does not stand (a refusal, a full disk), the counter is as it was before."""
        before = self.member_id, self.mode, self._began_at, list(self._done), self._last_scan
        free_at = self._free_at
        try:
            with self.desk.action(at) as act:
                yield act
        except BaseException:
            self.member_id, self.mode, self._began_at, self._done, self._last_scan = before
            self._free_at = free_at
            raise

    def _offer_override(self, refused: Refused, retry: Retry) -> None:
        self._retry = retry if refused.overridable else None

    def _is_double(self, code: str, mono_ms: int) -> bool:
        """The same code within a moment: the trigger bounced. Asked about once; scanned again, it is meant."""
        window = self._double_scan_ms
        last, self._last_scan = self._last_scan, (code.casefold(), mono_ms)
        double = last is not None and last[0] == code.casefold() and mono_ms - last[1] < window
        if double:
            self._last_scan = None
        return double

    def _refusal(self, code: str, refused: Refused) -> Answer:
        return Answer(
            AnswerKind.REFUSED, code, refused=refused, panel=self._panel(), can_override=self._retry is not None
        )

    def _panel(self) -> MemberOverview | None:
        if self.member_id is None:
            return None
        with self.desk.view() as act:
            return overview(act, self.member_id)

    def _panel_in(self, act: Action) -> MemberOverview | None:
        return overview(act, self.member_id) if self.member_id else None

    def _close(self) -> Slip | None:
        member_id, done, began_at = self.member_id, tuple(self._done), self._began_at
        self.member_id, self._done, self._began_at, self._last_scan = None, [], None, None
        self._free_at = None
        if member_id is None and not done:
            return None
        now = self.desk.clock.now()
        with self.desk.view() as act:
            member = act.state.get(Member, member_id) if member_id else None
        return Slip(member, began_at or now, now, done)
