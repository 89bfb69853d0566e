"""The circulation page without its window: scans in, answers out, in order and none dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from loket.db.queries import LoanLine, MemberHit, TitleHit, search_titles
from loket.domain.entities import Id, ItemStatus
from loket.domain.errors import Block, RefusalCode, StorageError
from loket.domain.settings import LoanSlip
from loket.services.catalogue import TitleDetail, title_detail
from loket.services.circulation import Approval, Returned
from loket.services.desk import Desk, confirm_clock
from loket.services.house_codes import HouseCode
from loket.services.members import MemberOverview, find_members, overview
from loket.services.scanning import Answer, AnswerKind, Counter, Mode, Shelf, Slip
from loket.ui.jobs import JobRunner
from loket.ui.sounds import SoundName
from loket.ui.texts_circulation import Lines, lines_of


class CirculationView(Protocol):
    """What the page shows."""

    def show_queue(self, waiting: int) -> None: ...
    def show_lines(self, lines: Lines) -> None: ...
    def show_panel(self, panel: MemberOverview | None, today: date, *, is_open: bool) -> None:
        """The open member, or (not `is_open`) the one whose book just came back."""

    def show_choices(self, hits: Sequence[MemberHit], titles: Sequence[TitleHit], typed: str) -> None: ...
    def show_slip(self, slip: Slip) -> None: ...
    def print_loans(self, slip: Slip) -> None:
        """On paper: what was done for a member."""

    def print_due(self, panel: MemberOverview) -> None:
        """On paper: everything a member has, and when it is due."""

    def go_to_house(self, code: HouseCode) -> None:
        """A tag or slip of another page was scanned: there it is, with that in hand."""

    def show_mode(self, mode: Mode) -> None: ...
    def show_storage_error(self, error: StorageError) -> None: ...
    def keep_text(self, text: str) -> None:
        """Put what was typed back into the scan box, selected."""

    def play(self, sound: SoundName) -> None: ...
    def ask_undo_reason(self) -> None: ...
    def ask_override(self, blocks: Sequence[Block], name: str) -> None: ...
    def ask_declaration(self, line: LoanLine | Shelf, status: ItemStatus) -> None: ...


class CirculationPresenter:
    """Holds no rule: the counter decides. Every call to it runs in the writing lane, one after the other."""

    def __init__(self, view: CirculationView, desk: Desk, jobs: JobRunner, on_change: Callable[[], None]) -> None:
        self._view = view
        self._desk = desk
        self._jobs = jobs
        self._on_change = on_change
        self.counter = Counter(desk)
        self.waiting = 0
        self.last: Answer | None = None
        self.panel: MemberOverview | None = None
        self._hand = ""
        self._served: Slip | None = None  # what Ctrl+P prints while nobody is open

    # ---- gestures -------------------------------------------------------------------------------------------------

    def scanned(self, text: str) -> None:
        """A code, a name, or an empty Enter. Answered in its turn, however fast the next one comes."""
        at, mono_ms = self._desk.clock.now(), self._desk.clock.mono_ms()
        self._do(lambda: self.counter.scan(text, at, mono_ms), text)

    def member_chosen(self, member_id: Id) -> None:
        at = self._desk.clock.now()
        self._do(lambda: self.counter.open_member(member_id, at))

    def mode_chosen(self, mode: Mode) -> None:
        self._do_quietly(lambda: self.counter.set_mode(mode), lambda _: self._view.show_mode(mode))

    def undo(self, reason: str = "") -> None:
        self._do(lambda: self.counter.undo(reason))

    def slip_wanted(self) -> bool:
        """Ctrl+P: of the open member everything he has, else the slip of who was served last. False: there is none."""
        if self.counter.member_id is not None:
            if self.panel is None or not self.panel.lines:
                return False
            self._view.print_due(self.panel)
            return True
        if self._served is None:
            return False
        self._view.print_loans(self._served)
        return True

    def override_wanted(self) -> None:
        """F12: show what stands in the way and ask for a supervisor."""
        refused = self.last.refused if self.last and self.last.can_override else None
        if refused is None:
            self._do(lambda: self.counter.override(Approval(Id(""), "")))
            return
        blocks = (Block(refused.code, refused.params), *refused.others)
        self._view.ask_override(blocks, self.panel.member.full_name if self.panel else "")

    def override(
        self, approve: Callable[[], Approval], failed: Callable[[Exception], None], done: Callable[[], None]
    ) -> None:
        """A supervisor gave his word: check it, then do what was refused."""

        def approved(approval: Approval) -> None:
            done()
            self._do(lambda: self.counter.override(approval))

        self._jobs.start(approve, on_success=approved, on_failure=failed, lane="read")

    def declaration_wanted(self, line: LoanLine | None, status: ItemStatus) -> None:
        """Lost, damaged or found: for the chosen loan, or for the copy just scanned."""
        fact = self.last.fact if self.last else None
        if line is not None:
            self._view.ask_declaration(line, status)
        elif isinstance(fact, Shelf):
            self._view.ask_declaration(fact, status)

    def declare(self, item_id: Id, status: ItemStatus, note: str, charge_rp: int) -> None:
        self._do(lambda: self.counter.declare(item_id, status, note, charge_rp))

    def clock_is_right(self) -> None:
        """Ctrl+J: the operator looked at the date on the screen and vouches for it."""
        refused = self.last.refused if self.last else None
        if refused is not None and refused.code is RefusalCode.CLOCK_DOUBTFUL:
            self._do_quietly(lambda: confirm_clock(self._desk), lambda _: self._view.keep_text(self._hand))

    def typed(self, text: str) -> None:
        """A person pauses while typing: look for members, and titles besides."""
        self._jobs.start(
            lambda: _look_up(self._desk, text),
            on_success=lambda found: self._view.show_choices(found[0], found[1], text),
            lane="read",
        )

    def title_chosen(self, biblio_id: Id, show: Callable[[TitleDetail | None], None]) -> None:
        self._jobs.start(lambda: title_detail(self._desk, biblio_id), on_success=show, lane="read")

    def look_again(self) -> None:
        """Rows came from another desk: the member who stands open is shown as he is now, without a word or a sound."""
        panel = self.panel
        if panel is None or self.waiting:
            return  # what is being done will show him anyway
        self._jobs.start(
            lambda: _overview(self._desk, panel.member.id), on_success=lambda now: self._seen_again(panel, now)
        )

    def _seen_again(self, before: MemberOverview, now: MemberOverview | None) -> None:
        if now is not None and self.panel is before and not self.waiting:
            self.panel = now
            self._view.show_panel(now, self._desk.today(), is_open=self.counter.member_id is not None)

    # ---- answers --------------------------------------------------------------------------------------------------

    def _do(self, work: Callable[[], Answer], text: str = "") -> None:
        self.waiting += 1
        self._view.show_queue(self.waiting - 1)
        self._jobs.start(
            work, on_success=lambda answer: self._answered(answer, text), on_failure=self._failed(text), lane="write"
        )

    def _do_quietly(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        self._jobs.start(work, on_success=done, on_failure=self._failed(""), lane="write")

    def _answered(self, answer: Answer, text: str) -> None:
        self._one_less()
        today = self._desk.today()
        if answer.refused is not None and answer.refused.code is RefusalCode.UNDO_NEEDS_REASON:
            self._view.ask_undo_reason()
            return
        self.last, self.panel = answer, self._panel_after(answer)
        lines = lines_of(answer, today)
        self._view.show_lines(lines)
        self._view.show_panel(self.panel, today, is_open=self.counter.member_id is not None)
        self._view.show_mode(self.counter.mode)
        if answer.slip is not None:
            self._member_done(answer.slip)
        if answer.kind is AnswerKind.CHOICE:
            self._view.show_choices(answer.choices, (), text)
        if isinstance(answer.fact, HouseCode):
            self._view.go_to_house(answer.fact)
        if answer.refused is not None and answer.refused.code in KEPT:
            self._hand = text
            if text and self.waiting == 0:
                self._view.keep_text(text)
        if lines.sound is not None:
            self._view.play(lines.sound)
        if answer.kind in CHANGING:
            self._on_change()

    def _member_done(self, slip: Slip) -> None:
        """Nobody is asked about the slip: it is printed by the rule, or by a key before the next member."""
        self._served = slip if slip.done else None
        self._view.show_slip(slip)
        lent = any(not isinstance(done, Returned) for done in slip.done)
        if lent and self._desk.settings().loan_slip is LoanSlip.ALWAYS:
            self._view.print_loans(slip)

    def _panel_after(self, answer: Answer) -> MemberOverview | None:
        return None if answer.kind is AnswerKind.CLOSED else answer.panel

    def _failed(self, text: str) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            self._one_less()
            if not isinstance(error, StorageError):
                raise error
            self._view.show_storage_error(error)
            self._view.keep_text(text)
            self._view.play("refused")

        return failed

    def _one_less(self) -> None:
        self.waiting = max(0, self.waiting - 1)
        self._view.show_queue(max(0, self.waiting - 1))


def _overview(desk: Desk, member_id: Id) -> MemberOverview | None:
    with desk.view() as act:
        return overview(act, member_id)


def _look_up(desk: Desk, text: str) -> tuple[Sequence[MemberHit], Sequence[TitleHit]]:
    """A few members and a few titles for what is being typed."""
    with desk.view() as act:
        titles = search_titles(act.driver, text, 4)
    return find_members(desk, text, 8), titles


KEPT = {RefusalCode.CODE_UNKNOWN, RefusalCode.CODE_CHECK_DIGIT, RefusalCode.CLOCK_DOUBTFUL}
"""Refusals after which what was typed stays in the box, selected: the next scan writes over it."""

CHANGING = {AnswerKind.LENT, AnswerKind.RETURNED, AnswerKind.RENEWED, AnswerKind.DECLARED, AnswerKind.UNDONE}
