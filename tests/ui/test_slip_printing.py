"""Slips from the window: silently beside the work, waiting while the printer is off, and at the end of a member."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from escpos_reader import read
from fakes import HASHER, new_desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from receipt_listener import WELL, Listener
from stock import add_item, add_member, adopt_tariff, set_rule

from loket.domain.entities import ChargeKind, Id
from loket.services import slip_queue
from loket.services.cash_shift import open_shift
from loket.services.desk import Desk
from loket.services.operators import SignIns
from loket.services.payments import Wanted, take_payment
from loket.services.slip_queue import SlipKind, SlipState
from loket.ui import preferences, slip_printing
from loket.ui.jobs import InlineJobs, Jobs
from loket.ui.pages.circulation import CirculationPage
from loket.ui.pages.help import KEYS
from loket.ui.shell import Shell
from loket.ui.slip_printing import SlipBanner
from loket.ui.sounds import Sounds
from loket.ui.texts_slips import PROBLEMS


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    yield desk
    desk.database.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Stands in for the printer: what it would print."""
    return tmp_path / "struk.bin"


@pytest.fixture
def shell(desk: Desk, tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shell]:
    monkeypatch.setattr(slip_printing, "AGAIN_MS", 50)
    preferences.change(tmp_path, slip_printer=f"file:{file}", slip_paper="80", slip_drawer=2)
    jobs = Jobs()
    made = Shell(desk, jobs, Sounds(muted=True), HASHER, SignIns(HASHER), tmp_path)
    yield made
    made.slips.end()
    jobs.close()


def until(qtbot: QtBot, condition: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(condition()), timeout=30_000)  # the first slip loads what draws it


def papers(file: Path) -> list[str]:
    """The text of every slip that came out."""
    data = file.read_bytes() if file.exists() else b""
    return [read(b"\x1b@" + one).text for one in data.split(b"\x1b@")[1:]]


def pay(desk: Desk) -> Id:
    tariff = adopt_tariff(desk, ChargeKind.PHOTOCOPY, 500)
    open_shift(desk, 0)
    return take_payment(desk, [Wanted(tariff_id=tariff.id, quantity=5)], payer="Tamu", received_rp=5_000).receipt.id


# ---- the queue at work ---------------------------------------------------------------------------------------------


def test_a_payments_slip_goes_out_by_itself_and_again_as_a_copy(shell: Shell, file: Path, qtbot: QtBot) -> None:
    receipt_id = pay(shell.desk)
    shell.slips.wake()
    until(qtbot, lambda: len(papers(file)) == 1)
    assert "KUITANSI" in papers(file)[0]
    shell.slips.reprint(receipt_id)
    until(qtbot, lambda: len(papers(file)) == 2)
    assert "SALINAN ke-1" in papers(file)[1]
    until(qtbot, lambda: shell.slips.waiting == 0)
    assert shell.slips.ready
    assert shell.slips.problem_text() == ""


def test_slips_wait_while_the_printer_has_no_paper_and_go_out_when_it_has(shell: Shell, qtbot: QtBot) -> None:
    banner = SlipBanner(shell)
    qtbot.addWidget(banner)
    with Listener(WELL | {4: 0x7E}) as listener:
        preferences.change(shell.data_dir, slip_printer=listener.choice)
        pay(shell.desk)
        shell.slips.wake()
        until(qtbot, lambda: banner.text() == PROBLEMS["printer_no_paper"])
        assert not banner.isHidden()
        assert [job.state for job in shell.slips.jobs] == [SlipState.WAITING]
        listener.answers = WELL
        until(qtbot, lambda: len(listener.jobs) == 1)
        assert "KUITANSI" in read(listener.jobs[0]).text
    until(qtbot, banner.isHidden)
    assert slip_queue.queue(shell.desk) == ()


def test_a_slip_of_the_last_run_is_asked_about_and_printed_again_on_word(
    shell: Shell, file: Path, qtbot: QtBot
) -> None:
    pay(shell.desk)
    slip_queue.take(shell.desk)  # and the power goes
    banner = SlipBanner(shell)
    qtbot.addWidget(banner)
    shell.slips.wake()
    until(qtbot, lambda: banner.text() == PROBLEMS[slip_queue.INTERRUPTED])
    assert papers(file) == []
    banner.action_pressed.emit()
    until(qtbot, lambda: len(papers(file)) == 1)
    until(qtbot, banner.isHidden)


def test_closing_the_question_says_that_it_came_out(shell: Shell, file: Path, qtbot: QtBot) -> None:
    pay(shell.desk)
    slip_queue.take(shell.desk)
    banner = SlipBanner(shell)
    qtbot.addWidget(banner)
    shell.slips.wake()
    until(qtbot, lambda: banner.text() != "")
    banner._dismiss()
    until(qtbot, lambda: slip_queue.queue(shell.desk) == ())
    assert papers(file) == []


def test_closing_the_banner_leaves_what_waits_waiting(shell: Shell, qtbot: QtBot) -> None:
    banner = SlipBanner(shell)
    qtbot.addWidget(banner)
    preferences.change(shell.data_dir, slip_printer="file:/dev/loket-no-such-printer")
    pay(shell.desk)
    shell.slips.wake()
    until(qtbot, lambda: banner.text() == PROBLEMS["printer_off"])
    banner._dismiss()
    assert [job.state for job in slip_queue.queue(shell.desk)] == [SlipState.WAITING]


# ---- at the end of a member ----------------------------------------------------------------------------------------


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> CirculationPage:
    shell.slips.end()
    shell.jobs = InlineJobs()
    shell.slips = slip_printing.SlipPrinting(shell.desk, shell.jobs, shell.data_dir)
    add_member(shell.desk, "M-1", name="Melati Kenari")
    for barcode in ("B-1", "B-2"):
        add_item(shell.desk, barcode)
    page = CirculationPage(shell)
    page.resize(1366, 700)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    return page


def enter(page: CirculationPage, *codes: str) -> None:
    edit = page._form.scan_box.findChild(QLineEdit)
    assert edit is not None
    for code in codes:
        page.shell.desk.clock.advance(seconds=2)  # type: ignore[attr-defined]
        QTest.keyClicks(edit, code)
        QTest.keyClick(edit, Qt.Key.Key_Return)


def print_key(page: CirculationPage) -> None:
    box = page._form.scan_box.focusProxy()
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def test_asked_costs_no_input_and_one_key_prints_the_slip(page: CirculationPage, file: Path) -> None:
    set_rule(page.shell.desk, "loan_slip", "ask")
    enter(page, "m-1", "b-1", "b-2", "")
    assert papers(file) == []
    assert page._form.slip.hint.key() == "Ctrl+P"
    assert page._form.slip.hint.text() == "cetak slip"
    assert page._form.slip.hint.isVisible()
    print_key(page)
    (paper,) = papers(file)
    for words in ("BUKTI PEMINJAMAN", "Judul B-1", "Judul B-2", "Melati Kenari - M-1", "KEMBALIKAN PALING LAMBAT"):
        assert words in paper
    assert paper.count("01-12-2026") == 2
    enter(page, "m-1")
    assert page.presenter.counter.member_id is not None, "the next member is served without another word"


def test_always_prints_every_member_by_itself_also_when_the_next_card_ends_him(
    page: CirculationPage, file: Path
) -> None:
    set_rule(page.shell.desk, "loan_slip", "always")
    add_member(page.shell.desk, "M-2", name="Seroja Kenari")
    enter(page, "m-1", "b-1", "m-2", "b-2", "")
    first, second = papers(file)
    assert "Melati Kenari" in first
    assert "Seroja Kenari" in second
    assert page._form.slip.hint.text() == "cetak lagi"


def test_always_prints_nothing_for_who_only_brought_back_or_did_nothing(page: CirculationPage, file: Path) -> None:
    enter(page, "m-1", "b-1", "")
    set_rule(page.shell.desk, "loan_slip", "always")
    enter(page, "m-1", "")
    enter(page, "b-1", "")
    assert papers(file) == []
    print_key(page)
    assert "BUKTI PENGEMBALIAN" in papers(file)[0]


def test_never_says_nothing_of_slips_but_the_key_still_prints(page: CirculationPage, file: Path) -> None:
    set_rule(page.shell.desk, "loan_slip", "never")
    enter(page, "m-1", "b-1", "")
    assert papers(file) == []
    assert not page._form.slip.hint.isVisible()
    print_key(page)
    assert len(papers(file)) == 1


def test_the_key_prints_everything_an_open_member_has(page: CirculationPage, file: Path) -> None:
    enter(page, "m-1")
    print_key(page)
    assert papers(file) == []
    assert "Belum ada pinjaman" in page._form.banner.text()
    enter(page, "b-1", "b-2")
    card = page._form.member_panel.card()
    assert card is not None
    assert ("Ctrl+P", "cetak") in card.keys
    assert "Ctrl+P" in {key for _, keys in KEYS for key, _ in keys}
    print_key(page)
    (paper,) = papers(file)
    assert "TANGGAL KEMBALI" in paper
    assert "Judul B-1" in paper
    assert "Judul B-2" in paper


def test_without_a_receipt_printer_no_key_is_offered_and_the_key_says_why(page: CirculationPage) -> None:
    preferences.change(page.shell.data_dir, slip_printer="")
    page.activate()
    enter(page, "m-1", "b-1")
    card = page._form.member_panel.card()
    assert card is not None
    assert "Ctrl+P" not in {key for key, _ in card.keys}
    enter(page, "")
    assert not page._form.slip.hint.isVisible()
    print_key(page)
    assert page._form.banner.text() == PROBLEMS["printer_not_chosen"]
    assert slip_queue.queue(page.shell.desk) == ()


def test_what_waits_is_told_on_the_circulation_page_while_work_goes_on(page: CirculationPage) -> None:
    preferences.change(page.shell.data_dir, slip_printer="file:/dev/loket-no-such-printer")
    set_rule(page.shell.desk, "loan_slip", "always")
    enter(page, "m-1", "b-1", "")
    assert page.slip_banner.text() == PROBLEMS["printer_off"]
    assert page.slip_banner.isVisible()
    (job,) = slip_queue.queue(page.shell.desk)
    assert (job.kind, job.state) == (SlipKind.LOANS, SlipState.WAITING)
    enter(page, "m-1")
    assert page.presenter.counter.member_id is not None
