"""The desk's work, timed against the same writes by hand, in turns, so that a noisy moment meets both.

A turn is a few borrowers; the first of each turn is a warm-up, because the other side's writes have just emptied this
side's page cache, which no other program does at a counter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from bench.by_hand import ByHand
from bench.library import Borrower, Copy, Picks
from bench.timing import Budget, Measured, timed
from loket.domain import events as e
from loket.domain.entities import Id
from loket.services import circulation as c
from loket.services import kiosk
from loket.services.desk import Desk
from loket.services.scanning import Answer, AnswerKind, Counter, Mode
from loket.services.undo import undo

ONE_SCAN_MS = 16
KIOSK_SCAN_MS = 200
WRITE = Budget(ratio=3, p99_ms=ONE_SCAN_MS)
TURN = 4  # borrowers: the disk of a busy machine is quick for seconds and slow for seconds
BEAT_MS = 5_000  # between two scans: never a double one


def in_turns(calls: int) -> Iterator[tuple[bool, bool]]:
    """(is it our turn, is it kept): until both sides have been kept `calls` times."""
    for first in range(0, calls, TURN):
        length = min(TURN, calls - first)
        for is_ours in (True, False):
            for number in range(length + 1):
                yield is_ours, number > 0


class Operations:
    """All that writes, on one library."""

    def __init__(self, desk: Desk, size: str, picks: Picks, calls: int) -> None:
        self.desk, self.size, self.picks, self.calls = desk, size, picks, calls
        self.counter = Counter(desk)
        self._mono_ms = 0

    def run(self) -> list[Measured]:
        by_hand = ByHand(self.desk)
        try:
            rows = [*self._counter_rows(by_hand), *self._service_rows(by_hand)]
            return [*rows, self._renewals(by_hand), self._visits(by_hand), self._kiosk_scan(by_hand)]
        finally:
            by_hand.close()

    # ---- lending and taking back ----------------------------------------------------------------------------------

    def _counter_rows(self, by_hand: ByHand) -> list[Measured]:
        """What the window calls: `Counter.scan`, with the member's panel in every answer."""
        card = self._measured("kartu anggota: pindai → jawaban", Budget(p99_ms=ONE_SCAN_MS))
        one = self._measured("pinjam 1 eksemplar: pindai → jawaban")
        two = self._measured("pinjam 2 eksemplar: dua pindai → jawaban", Budget(ratio=3, p99_ms=2 * ONE_SCAN_MS))
        back = self._measured("kembali: pindai → jawaban")

        def ours(borrower: Borrower, copies: Sequence[Copy], keep: bool) -> None:
            first: list[float] = []
            timed(partial(self._scan, borrower.member_no, AnswerKind.MEMBER), card.ours_ms if keep else None)
            for copy in copies:
                timed(partial(self._scan, copy.barcode, AnswerKind.LENT), first)
            self.counter.finish()
            if keep:
                one.ours_ms.append(first[0])
                two.ours_ms.append(sum(first))
            for copy in copies:
                timed(partial(self._scan, copy.barcode, AnswerKind.RETURNED), back.ours_ms if keep else None)
            self.counter.finish()

        def hand(borrower: Borrower, copies: Sequence[Copy], keep: bool) -> None:
            took: list[float] = []
            for copy in copies:
                timed(by_hand.lending(borrower.id, copy.id, copy.biblio_id, copy.barcode), took)
            if keep:
                one.by_hand_ms.append(took[0])
                two.by_hand_ms.append(sum(took))
            for copy in copies:
                work = by_hand.returning(borrower.id, copy.id, copy.barcode)
                timed(work, back.by_hand_ms if keep else None)

        self._in_turns(ours, hand, copies_each=2)
        return [card, one, two, back]

    def _service_rows(self, by_hand: ByHand) -> list[Measured]:
        """`check_out` and `check_in` alone, without understanding a code and without the panel."""
        lend = self._measured("pinjam 1 eksemplar: layanan saja")
        back = self._measured("kembali: layanan saja")

        def ours(borrower: Borrower, copies: Sequence[Copy], keep: bool) -> None:
            copy = copies[0]
            timed(
                lambda: c.check_out(self.desk, member_id=borrower.id, item_id=copy.id), lend.ours_ms if keep else None
            )
            timed(lambda: c.check_in(self.desk, item_id=copy.id), back.ours_ms if keep else None)

        def hand(borrower: Borrower, copies: Sequence[Copy], keep: bool) -> None:
            copy = copies[0]
            work = by_hand.lending(borrower.id, copy.id, copy.biblio_id, copy.barcode)
            timed(work, lend.by_hand_ms if keep else None)
            timed(by_hand.returning(borrower.id, copy.id, copy.barcode), back.by_hand_ms if keep else None)

        self._in_turns(ours, hand, copies_each=1)
        return [lend, back]

    def _in_turns(
        self,
        ours: Callable[[Borrower, Sequence[Copy], bool], None],
        hand: Callable[[Borrower, Sequence[Copy], bool], None],
        *,
        copies_each: int,
    ) -> None:
        turns = list(in_turns(self.calls))
        borrowers = self.picks.borrowers(len(turns))
        copies = iter(self.picks.on_shelf(len(turns) * copies_each))
        for (is_ours, keep), borrower in zip(turns, borrowers, strict=True):
            (ours if is_ours else hand)(borrower, [next(copies) for _ in range(copies_each)], keep)

    # ---- renewing -------------------------------------------------------------------------------------------------

    def _renewals(self, by_hand: ByHand) -> Measured:
        """Each renewal is taken back at once, untimed: the next run finds the loan as it was."""
        found = self._measured("perpanjang: pindai → jawaban")
        turns = list(in_turns(self.calls))
        for (is_ours, keep), copy in zip(turns, self.picks.renewable(len(turns)), strict=True):
            if is_ours:
                self.counter.set_mode(Mode.RENEW)
                timed(partial(self._scan, copy.barcode, AnswerKind.RENEWED), found.ours_ms if keep else None)
                undo(self.desk)
                self.counter.finish()
            else:
                timed(by_hand.renewing(copy.barcode), found.by_hand_ms if keep else None)
                by_hand.unrenew(copy.barcode, copy.due_on)
        return found

    # ---- a visitor ------------------------------------------------------------------------------------------------

    def _visits(self, by_hand: ByHand) -> Measured:
        found = self._measured("catat satu pengunjung")
        turns = list(in_turns(self.calls))
        for (is_ours, keep), borrower in zip(turns, self.picks.borrowers(len(turns)), strict=True):
            if is_ours:
                timed(partial(self._visit, borrower.id), found.ours_ms if keep else None)
            else:
                timed(by_hand.visiting(borrower.id), found.by_hand_ms if keep else None)
        return found

    def _visit(self, member_id: Id) -> None:
        with self.desk.action() as act:
            act.record(e.VisitRecorded(act.new_id(), "member", act.now, act.today, "membaca", member_id))

    def _kiosk_scan(self, by_hand: ByHand) -> Measured:
        """A card held before the visitors' kiosk: understood, counted, and today's people counted anew."""
        found = self._measured("kios: pindai kartu → tercatat", Budget(ratio=3, p99_ms=KIOSK_SCAN_MS))
        turns = list(in_turns(self.calls))
        for (is_ours, keep), borrower in zip(turns, self.picks.borrowers(len(turns)), strict=True):
            if is_ours:
                timed(partial(self._hold_card, borrower), found.ours_ms if keep else None)
            else:
                timed(by_hand.kiosk_visiting(borrower.member_no), found.by_hand_ms if keep else None)
        return found

    def _hold_card(self, borrower: Borrower) -> None:
        seen = kiosk.scan(self.desk, borrower.member_no, self.desk.clock.now())
        if isinstance(seen, kiosk.Asked):  # as when he touches what he comes for
            seen = kiosk.count(self.desk, borrower.id, "membaca", seen.began_at)
        if isinstance(seen, kiosk.Seen) or seen.again:
            raise RuntimeError(f"{borrower.member_no} was to be counted: {seen}")

    # ---- parts ----------------------------------------------------------------------------------------------------

    def _scan(self, code: str, wanted: AnswerKind) -> Answer:
        self._mono_ms += BEAT_MS
        answer = self.counter.scan(code, self.desk.clock.now(), self._mono_ms)
        if answer.kind is not wanted:
            raise RuntimeError(f"{code}: {wanted} was expected, not {answer.kind} {answer.refused}")
        return answer

    def _measured(self, name: str, budget: Budget = WRITE) -> Measured:
        return Measured(name, self.size, budget)
