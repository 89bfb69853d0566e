"""Recaps nobody made: the window has them made, one day after the other, and says in the morning what is unsigned."""

from __future__ import annotations

from hands import LateJobs, clock

from loket.domain.visits import GuestForm
from loket.services import closing, guestbook
from loket.services.desk import Desk
from loket.ui.recap_watch import RecapWatch
from loket.ui.shell import Shell

DAYS = 3


def worked_for_days(desk: Desk) -> None:
    """A guest each day, and nobody closes."""
    for _ in range(DAYS):
        guestbook.check_in_guest(desk, GuestForm("Tamu Contoh"))
        clock(desk).advance(minutes=24 * 60)


def test_each_day_is_made_apart_so_that_scans_come_between(shell: Shell, desk: Desk) -> None:
    worked_for_days(desk)
    shell.jobs = jobs = LateJobs()
    jobs.is_late = True
    told: list[tuple[str, str]] = []
    watch = RecapWatch(shell)
    watch.told.connect(lambda sentence, kind: told.append((sentence, kind)))
    watch.look()
    for made in range(1, DAYS + 1):
        assert len(jobs.late) == 1
        jobs.late.pop(0)()
        assert len(closing.unsigned(desk)) == made
    assert told == []
    jobs.late.pop(0)()
    assert jobs.late == [], "nothing is due any more"
    assert told == [(f"Rekap {DAYS} hari belum ditandatangani. Periksa di Rekap (F9).", "info")]


def test_the_same_is_said_once(shell: Shell, desk: Desk) -> None:
    worked_for_days(desk)
    told: list[str] = []
    watch = RecapWatch(shell)
    watch.told.connect(lambda sentence, _: told.append(sentence))
    watch.look()
    watch.look()
    assert len(told) == 1
    for recap in closing.unsigned(desk):
        closing.sign(desk, recap.id)
    watch.look()
    assert len(told) == 1


def test_nothing_is_said_while_nobody_is_signed_in(shell: Shell, desk: Desk) -> None:
    worked_for_days(desk)
    desk.operator = None
    told: list[str] = []
    watch = RecapWatch(shell)
    watch.told.connect(lambda sentence, _: told.append(sentence))
    watch.look()
    assert len(closing.unsigned(desk)) == DAYS
    assert told == []
