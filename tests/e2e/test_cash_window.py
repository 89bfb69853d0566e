"""A fine paid in the real window by real keys: the slip comes out of a printer on the network, or waits for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from counter_keys import counted
from desktop import Desktop, Window, wait_until
from escpos_reader import read
from receipt_listener import Listener

from loket.app import Opened
from loket.domain.entities import Member
from loket.services import example
from loket.services.bills import bill_of
from loket.services.desk import Desk
from loket.services.fees import Fee, raise_fee
from loket.services.receipts import find_receipts
from loket.ui import preferences

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]
SLIPS = "SELECT count(*) FROM slip_job WHERE state <> 'done'"
TRIED = "SELECT count(*) FROM slip_job WHERE state = 'waiting' AND problem <> ''"
SHIFTS = "SELECT count(*) FROM cash_shift"
RECEIPTS = "SELECT count(*) FROM receipt"


def debtor(desk: Desk) -> Member:
    """Somebody who owes for his renewal."""
    (member,) = example.people_to_serve(desk, 1)
    with desk.action() as act:
        raise_fee(act, member.id, Fee.RENEWAL)
    return member


def open_the_drawer(desktop: Desktop, home: Path, member: Member) -> None:
    """His card and an Enter: the drawer is shut, so they lead to it; opened, it leads back to his bill."""
    shifts = counted(home, SHIFTS)
    desktop.press_and_see("F6")
    before = desktop.still_picture()
    desktop.type_code(member.member_no)
    desktop.see_after(before)
    desktop.press_and_see("Return")
    desktop.type_slowly("50000")
    before = desktop.still_picture()
    desktop.press("Return")
    wait_until(lambda: shifts() == 1, "an open drawer")
    desktop.see_after(before)


def test_card_and_enter_pay_and_the_slip_says_so(desktop: Desktop, home: Path, opened: Opened, tmp_path: Path) -> None:
    assert opened.desk is not None
    printer = Listener()
    member = debtor(opened.desk)
    preferences.save(home, preferences.Preferences(motion=False, slip_printer=printer.choice))
    with printer:
        window = Window(desktop, home, "--example")
        window.wait_ready()
        receipts = counted(home, RECEIPTS)
        open_the_drawer(desktop, home, member)
        desktop.save(tmp_path / "1-bill.png")
        assert receipts() == 0
        desktop.type_code("")
        wait_until(lambda: receipts() == 1, "the receipt")
        desktop.save(tmp_path / "2-paid.png")
        (slip,) = printer.wait_for_jobs(1)
        (row,) = find_receipts(opened.desk)
        paper = read(slip)
        assert row.receipt.number in paper.text
        assert "Rp7.500" in paper.text
        assert bill_of(opened.desk, member.id).owed_rp == 0
        window.close()


def test_the_payment_stands_while_the_printer_is_off_and_the_program_dies(
    desktop: Desktop, home: Path, opened: Opened
) -> None:
    """Nobody loses a rupiah or a slip over a printer, nor over a power cut right after the Enter."""
    assert opened.desk is not None
    member, printer = debtor(opened.desk), Listener()  # its port is taken; it does not listen yet
    preferences.save(home, preferences.Preferences(motion=False, slip_printer=printer.choice))
    window = Window(desktop, home, "--example")
    window.wait_ready()
    receipts, waiting, tried = (counted(home, sql) for sql in (RECEIPTS, SLIPS, TRIED))
    open_the_drawer(desktop, home, member)
    desktop.type_code("")
    wait_until(lambda: receipts() == 1, "the receipt")
    wait_until(lambda: tried() == 1, "a printer that does not answer")  # a slip in the printer would be asked about
    window.kill()
    assert waiting() == 1
    with printer:
        again = Window(desktop, home, "--example")
        again.wait_ready()
        printer.wait_for_jobs(1)  # without anybody asking for it
        wait_until(lambda: waiting() == 0, "nothing left to print")
        assert receipts() == 1
        assert len(printer.jobs) == 1
        again.close()
