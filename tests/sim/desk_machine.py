"""A desk driven by chance beside a simple model of a library, which knows nothing of Loket's own rules.

The model is a page of plain Python: who has what until when, counted day by day. After every step the books on disk
must say the same, and every answer must be the one the model expects.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from fakes import KEY, OPENS, TODAY, FakeClock, SequentialIds, new_desk
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from stock import APPROVAL, add_item, add_member, add_title, adopt, change_member, close_days, set_rule

from loket.db.engine import driver, open_database
from loket.db.journal import first_break
from loket.db.rebuild import differing_tables
from loket.db.rows import id_bytes
from loket.domain.entities import FineMode, Id, ItemStatus
from loket.services.desk import confirm_clock, open_desk
from loket.services.scanning import Answer, AnswerKind, Counter, Mode

ONE_DAY = timedelta(days=1)
UNPAID_LIMIT_RP = 2_000
TERMS = {  # member type → loan days, copies, titles, rupiah a day, days of suspension a day
    "umum": (7, 3, 2, 500, 0),
    "pelajar": (3, 2, 2, 0, 1),
}
MEMBERS = {"A-1": ("umum", None), "A-2": ("pelajar", None), "A-3": ("umum", TODAY + timedelta(days=10))}
ITEMS = {f"B{n}": f"Judul {n // 2}" for n in range(8)} | {"R1": "Judul R"}  # two copies of each title, and a reference
SHIFT_LOCK = str.maketrans("1234567890-", "!@#$%^&*()_")
CODES = st.sampled_from(sorted(ITEMS))
CARDS = st.sampled_from(sorted(MEMBERS))


@dataclass
class Copy:
    """One copy as the model sees it."""

    status: str = "available"
    holder: str | None = None
    due_on: date = TODAY
    renewals: int = 0


@dataclass
class Books:
    """What undoing brings back."""

    copies: dict[str, Copy] = field(default_factory=lambda: {code: Copy() for code in ITEMS})
    owed_rp: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MEMBERS, 0))
    suspended_until: dict[str, date | None] = field(default_factory=lambda: dict.fromkeys(MEMBERS))


class Model:
    """The library on paper."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.sound_at = clock.now()  # when the last event was made whose date nobody doubted
        self.today = TODAY
        self.closed: set[date] = set()
        self.books = Books()
        self.undoable: list[tuple[Books, bool]] = []  # as it was before, and whether money came of it
        self.events = 0

    def is_closed(self, day: date) -> bool:
        return day.weekday() == 6 or day in self.closed

    def open_day(self, day: date, step: timedelta = ONE_DAY) -> date:
        while self.is_closed(day):
            day += step
        return day

    def due(self, card: str) -> date:
        kind, valid_until = MEMBERS[card]
        due_on = self.open_day(self.today + timedelta(days=TERMS[kind][0]))
        if valid_until is None or valid_until < self.today or due_on <= valid_until:
            return due_on
        return max(self.today, self.open_day(valid_until, -ONE_DAY))

    def held(self, card: str) -> dict[str, Copy]:
        return {code: copy for code, copy in self.books.copies.items() if copy.holder == card}

    def done(self, *, money: bool = False, events: int = 1) -> None:
        """Call before the books change."""
        self.undoable.append((deepcopy(self.books), money))
        self.recorded(events)

    def recorded(self, events: int = 1, *, by_hand: bool = False) -> None:
        self.events += events
        if by_hand or not self.is_doubtful():
            self.sound_at = self.clock.now()

    def is_doubtful(self) -> bool:
        return self.clock.now() - self.sound_at > timedelta(days=45)

    def member_stops(self, card: str, apart_from: str = "") -> list[str]:
        _, valid_until = MEMBERS[card]
        suspended = self.books.suspended_until[card]
        late = [code for code, copy in self.held(card).items() if copy.due_on < self.today and code != apart_from]
        return [
            *(["member_expired"] if valid_until and valid_until < self.today else []),
            *(["member_suspended"] if suspended and self.today <= suspended else []),
            *(["member_overdue"] if late else []),
            *(["member_owes"] if self.books.owed_rp[card] > UNPAID_LIMIT_RP else []),
        ]

    def loan_stops(self, card: str, code: str) -> list[str]:
        _, copies, titles, _, _ = TERMS[MEMBERS[card][0]]
        held = self.held(card)
        has_titles = {ITEMS[other] for other in held}
        return [
            *self.member_stops(card),
            *(["kind_never_lent"] if code == "R1" else []),
            *(["item_status"] if self.books.copies[code].status != "available" else []),
            *(["same_title"] if ITEMS[code] in has_titles else []),
            *(["item_limit"] if len(held) >= copies else []),
            *(["title_limit"] if len(has_titles | {ITEMS[code]}) > titles else []),
        ]

    def renewal_stops(self, code: str) -> list[str]:
        copy = self.books.copies[code]
        assert copy.holder is not None
        return [
            *(["renewal_overdue"] if copy.due_on < self.today else []),
            *(["renewal_limit"] if copy.renewals >= 1 else []),
            *(["renewal_no_gain"] if self.due(copy.holder) <= copy.due_on else []),
            *self.member_stops(copy.holder, apart_from=code),
        ]

    def lend(self, card: str, code: str, waived: bool) -> None:
        self.done(events=2 if waived else 1)
        self.books.copies[code] = Copy(holder=card, due_on=self.due(card))

    def renew(self, code: str, waived: bool) -> None:
        self.done(events=2 if waived else 1)
        copy = self.books.copies[code]
        assert copy.holder is not None
        copy.due_on, copy.renewals = self.due(copy.holder), copy.renewals + 1

    def late_days(self, due_on: date) -> int:
        """Open days after the first day on which the book could have been brought in time."""
        day, late = self.open_day(due_on), 0
        while day < self.today:
            day += ONE_DAY
            late += not self.is_closed(day)
        return late

    def take_back(self, code: str) -> None:
        copy = self.books.copies[code]
        card = copy.holder
        assert card is not None
        _, _, _, a_day_rp, a_day_days = TERMS[MEMBERS[card][0]]
        late = self.late_days(copy.due_on)
        self.done(money=late * a_day_rp > 0)
        self.books.copies[code] = Copy(status=copy.status)
        self.books.owed_rp[card] += late * a_day_rp
        if late * a_day_days:
            running = self.books.suspended_until[card]
            begin = running if running and running >= self.today else self.today
            self.books.suspended_until[card] = begin + timedelta(days=late * a_day_days)

    def declare(self, code: str, status: str, charge_rp: int) -> bool:
        copy = self.books.copies[code]
        if copy.holder and status == "available":
            return False
        self.done(money=bool(copy.holder and charge_rp))
        if copy.holder:
            self.books.owed_rp[copy.holder] += charge_rp
        if status == "lost":
            self.books.copies[code] = Copy()
        self.books.copies[code].status = status
        return True

    def undo(self) -> None:
        self.books, _ = self.undoable.pop()
        self.recorded()


NEVER_WAIVED = {"kind_never_lent", "item_status", "renewal_no_gain"}
Pending = tuple[str, str, str]  # lend or renew, member's card, copy


class DeskMachine(RuleBasedStateMachine):
    """The real counter on a real file, beside the model."""

    template: Path  # a founded library with the members and copies above

    @initialize()
    def opens(self) -> None:
        self.folder = Path(tempfile.mkdtemp(dir=self.template))
        shutil.copy(self.template / "loket.db", self.folder / "loket.db")
        self.clock = FakeClock(datetime.combine(TODAY, OPENS, UTC))
        self.programs = 1
        self.model = Model(self.clock)
        self.open_card: str | None = None
        self.mode = Mode.AUTO
        self.pending: Pending | None = None
        self.start_desk()
        self.ids: dict[str, Id] = {}
        with self.desk.database.read() as connection:
            source = driver(connection)
            for sql in ("SELECT member_no, id FROM member", "SELECT barcode, id FROM item"):
                self.ids |= {name: Id(raw.hex()) for name, raw in source.execute(sql)}
            self.events_before = source.execute("SELECT count(*) FROM journal").fetchone()[0]

    def start_desk(self) -> None:
        made = open_desk(open_database(self.folder / "loket.db", KEY), self.clock, SequentialIds(self.programs << 32))
        assert made is not None
        self.desk, self.counter = made, Counter(made)

    def scan(self, text: str, pause_s: float = 2) -> Answer:
        self.clock.advance(seconds=pause_s)
        return self.counter.scan(text, self.clock.now(), self.clock.mono_ms())

    # ---- what people do -------------------------------------------------------------------------------------------

    @rule(card=CARDS, typed=st.sampled_from((str, str.lower)))
    def card(self, card: str, typed: Callable[[str], str]) -> None:
        answer = self.scan(typed(card))
        self.pending = None
        if self.mode is not Mode.AUTO and self.open_card is None:
            assert refused(answer) == "member_card_expected_book"
            return
        assert answer.kind is AnswerKind.MEMBER
        if card != self.open_card:
            assert (answer.switched_from.member_no if answer.switched_from else None) == self.open_card
            self.open_card, self.mode = card, Mode.AUTO

    @rule(code=CODES, typed=st.sampled_from((str, str.lower, lambda code: code.swapcase().translate(SHIFT_LOCK))))
    def book(self, code: str, typed: Callable[[str], str]) -> None:
        self.answer_to_book(code, self.scan(typed(code)))

    def answer_to_book(self, code: str, answer: Answer) -> None:
        self.pending = None
        copy = self.model.books.copies[code]
        if self.mode is Mode.RENEW:
            if self.model.is_doubtful():
                assert refused(answer) == "clock_doubtful"
            elif copy.holder is None:
                assert refused(answer) == "item_not_on_loan"
            else:
                self.answer_to(("renew", copy.holder, code), answer, approved=False)
        elif copy.holder is not None:
            assert (answer.kind, answer.fact.member.member_no) == (AnswerKind.RETURNED, copy.holder)
            before = self.model.books.owed_rp[copy.holder]
            holder = copy.holder
            self.model.take_back(code)
            assert answer.fact.lateness.fine_rp == self.model.books.owed_rp[holder] - before
        elif self.mode is Mode.RETURN:
            assert refused(answer) == "item_not_on_loan"
        elif self.open_card is None:
            assert answer.kind is AnswerKind.ON_SHELF
        else:
            self.answer_to(("lend", self.open_card, code), answer, approved=False)

    def answer_to(self, wanted: Pending, answer: Answer, *, approved: bool) -> None:
        """A loan or a renewal: done, or refused by exactly the rules the model finds."""
        what, card, code = wanted
        if self.model.is_doubtful():
            assert refused(answer) == "clock_doubtful"
            return
        stops = self.model.loan_stops(card, code) if what == "lend" else self.model.renewal_stops(code)
        waivable = not NEVER_WAIVED & set(stops)
        if stops and not (approved and waivable):
            assert answer.refused is not None
            assert [refused(answer), *(block.code.value for block in answer.refused.others)] == stops
            assert answer.can_override is waivable
            self.pending = wanted if waivable else None
            return
        if what == "lend":
            self.model.lend(card, code, waived=bool(stops))
        else:
            self.model.renew(code, waived=bool(stops))
        assert answer.kind is (AnswerKind.LENT if what == "lend" else AnswerKind.RENEWED)
        assert answer.fact.loan.due_on == self.model.books.copies[code].due_on
        assert [block.code.value for block in answer.fact.overridden] == stops

    @rule(code=CODES)
    def trigger_bounces(self, code: str) -> None:
        self.answer_to_book(code, self.scan(code))
        assert refused(self.scan(code, pause_s=0.2)) == "scanned_twice"

    @rule(text=st.sampled_from(("B99", "ZZ-1", "!@#$", "\x07")))
    def garbage(self, text: str) -> None:
        assert refused(self.scan(text)) in ("code_unknown", "code_garbled")
        if text != "\x07":
            self.pending = None

    @rule()
    def enter(self) -> None:
        answer = self.scan("")
        slip = answer.slip
        assert (slip.member.member_no if slip and slip.member else None) == self.open_card
        self.open_card, self.mode, self.pending = None, Mode.AUTO, None

    @rule(mode=st.sampled_from(Mode))
    def mode_key(self, mode: Mode) -> None:
        self.counter.set_mode(mode)
        self.mode = mode

    @rule()
    def override(self) -> None:
        answer = self.counter.override(APPROVAL)
        if self.pending is None:
            assert refused(answer) == "nothing_to_override"
        else:
            wanted, self.pending = self.pending, None
            self.answer_to(wanted, answer, approved=True)

    @rule(reason=st.sampled_from(("", "salah scan")))
    def undo(self, reason: str) -> None:
        answer = self.counter.undo(reason)
        self.pending = None
        if not self.model.undoable:
            assert refused(answer) == "nothing_to_undo"
        elif self.model.undoable[-1][1] and not reason:
            assert refused(answer) == "undo_needs_reason"
        else:
            assert answer.kind is AnswerKind.UNDONE
            self.model.undo()

    @rule(code=CODES, status=st.sampled_from(("lost", "damaged", "available")), charge_rp=st.sampled_from((0, 1_000)))
    def declare(self, code: str, status: str, charge_rp: int) -> None:
        answer = self.counter.declare(self.ids[code], ItemStatus(status), charge_rp=charge_rp)
        self.pending = None
        if self.model.declare(code, status, charge_rp):
            assert answer.kind is AnswerKind.DECLARED
        else:
            assert refused(answer) == "item_has_loan"

    # ---- what happens around them ---------------------------------------------------------------------------------

    @rule(days=st.integers(1, 6))
    def days_pass(self, days: int) -> None:
        self.clock.advance(days=days)
        self.model.today += days * ONE_DAY
        self.model.undoable.clear()

    @rule()
    def a_long_closure(self) -> None:
        self.clock.advance(days=50)
        self.model.today += 50 * ONE_DAY
        self.model.undoable.clear()

    @precondition(lambda self: self.model.is_doubtful())
    @rule()
    def somebody_looks_at_the_date(self) -> None:
        confirm_clock(self.desk)
        self.model.recorded(by_hand=True)

    @rule(ahead=st.integers(0, 9))
    def a_day_is_closed(self, ahead: int) -> None:
        day = self.model.today + timedelta(days=ahead)
        close_days(self.desk, day)
        self.model.closed.add(day)
        self.model.recorded()

    @rule()
    def power_fails(self) -> None:
        """The program is gone without a word, and started again."""
        self.desk.database.close()
        self.programs += 1
        self.start_desk()
        self.open_card, self.mode, self.pending = None, Mode.AUTO, None

    # ---- what must always be true ---------------------------------------------------------------------------------

    @invariant()
    def the_books_say_what_the_model_says(self) -> None:
        with self.desk.database.read() as connection:
            source = driver(connection)
            copies = {
                code: (status, holder, due_on, renewals)
                for code, status, holder, due_on, renewals in source.execute(
                    "SELECT i.barcode, i.status, m.member_no, l.due_on, l.renewals FROM item i "
                    "LEFT JOIN loan l ON l.id = i.loan_id AND l.\"end\" = 'open' "
                    "LEFT JOIN member m ON m.id = l.member_id"
                )
            }
            open_loans = source.execute("SELECT item_id FROM loan WHERE \"end\" = 'open'").fetchall()
            people = source.execute(
                "SELECT m.member_no, m.suspended_until, "
                "(SELECT coalesce(sum(c.amount_rp - c.settled_rp), 0) FROM charge c "
                "WHERE c.member_id = m.id AND c.cancelled = 0) FROM member m"
            ).fetchall()
            events = source.execute("SELECT count(*) FROM journal").fetchone()[0] - self.events_before
        books = self.model.books
        assert copies == {
            code: (c.status, c.holder, c.due_on.isoformat(), c.renewals) if c.holder else (c.status, None, None, None)
            for code, c in books.copies.items()
        }
        out = [id_bytes(self.ids[code]) for code, copy in books.copies.items() if copy.holder]
        assert sorted(row[0] for row in open_loans) == sorted(out)  # out exactly where there is one open loan
        assert {(no, until, owed) for no, until, owed in people} == {
            (card, until.isoformat() if until else None, books.owed_rp[card])
            for card, until in books.suspended_until.items()
        }
        assert events == self.model.events  # nothing lost, nothing twice
        assert (self.counter.member_id, self.counter.mode) == (self.ids.get(self.open_card or ""), self.mode)

    @precondition(lambda self: self.model.events % 5 == 4)
    @invariant()
    def the_journal_verifies(self) -> None:
        with self.desk.database.read() as connection:
            assert first_break(driver(connection)) is None

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            try:
                assert differing_tables(self.desk.database, self.folder / "again.db", KEY) == []
            finally:
                self.desk.database.close()
                shutil.rmtree(self.folder)


def refused(answer: Answer) -> str:
    assert answer.kind is AnswerKind.REFUSED
    assert answer.refused is not None
    return answer.refused.code.value


def found_template(folder: Path) -> None:
    """The library every run begins with."""
    desk = new_desk(folder)
    for kind, (days, copies, titles, a_day_rp, a_day_days) in TERMS.items():
        adopt(
            desk,
            member_type=kind,
            loan_days=days,
            renewal_days=days,
            max_items=copies,
            max_titles=titles,
            fine_mode=FineMode.MONEY if a_day_rp else FineMode.SUSPENSION,
            fine_per_day_rp=a_day_rp,
            suspension_per_day_days=a_day_days,
            legal_basis="Perda 1/2025",
        )
    set_rule(desk, "block_unpaid_above_rp", UNPAID_LIMIT_RP)
    for card, (kind, valid_until) in MEMBERS.items():
        member_id = add_member(desk, card, member_type=kind)
        change_member(desk, member_id, valid_until=valid_until)
    titles_made = {title: add_title(desk, title) for title in sorted(set(ITEMS.values()))}
    for code, title in ITEMS.items():
        add_item(desk, code, titles_made[title], collection_kind="referensi" if code == "R1" else "umum")
    desk.database.checkpoint()
    desk.database.close()
