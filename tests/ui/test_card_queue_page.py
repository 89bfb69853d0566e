"""The page "Cetak kartu" and its printer's settings, on real services; the printer is a folder of files."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import HASHER, new_desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from stock import add_member, change_member

from loket.devices.pdf_images import pdf_pages
from loket.devices.printers import FILES
from loket.domain.errors import InvalidInput
from loket.services import card_queue as cards
from loket.services.card_queue import JobState
from loket.services.operators import SignIns
from loket.ui import language, preferences
from loket.ui.jobs import InlineJobs
from loket.ui.pages.card_queue import LOG, QUEUE, CardQueuePage
from loket.ui.pages.cases_parts import ALONE_MS
from loket.ui.pages.settings_card_printer import CardPrinterSection
from loket.ui.presenters.card_queue import Matter
from loket.ui.shell import Shell
from loket.ui.sounds import Sounds

PATIENCE_MS = 30_000
NAMES = ("Ada", "Budi", "Citra")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    desk = new_desk(tmp_path)
    preferences.change(tmp_path, card_printer=FILES, card_folder=str(tmp_path / "kartu"))
    return Shell(desk, InlineJobs(), Sounds(muted=True), HASHER, SignIns(HASHER), tmp_path)


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> CardQueuePage:
    made = CardQueuePage(shell)
    qtbot.addWidget(made)
    made.resize(1366, 660)
    return made


def show(page: CardQueuePage) -> None:
    page.show()
    page.activateWindow()
    page.activate()


def fill(shell: Shell, count: int = 3) -> None:
    ids = [add_member(shell.desk, f"A-{number}1", name=NAMES[number]) for number in range(count)]
    shell.cards.add(ids)


def press(key: str) -> None:
    """A person's key: nothing shortly before or after it."""
    QTest.qWait(ALONE_MS + 20)
    if key == "\n":
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    else:
        QTest.keyClicks(QApplication.focusWidget(), key)
    QTest.qWait(ALONE_MS + 40)


def until_asked(qtbot: QtBot, page: CardQueuePage, count: int = 1) -> None:
    def asked() -> bool:
        return page.presenter.panel.matter is Matter.ASK and page.presenter.panel.count == count

    qtbot.waitUntil(asked, timeout=PATIENCE_MS)


def states(shell: Shell) -> list[tuple[str, str]]:
    return [(job.full_name, job.state.value) for job in cards.queue(shell.desk).jobs]


def log(shell: Shell) -> list[tuple[str, str, str]]:
    return [(line.full_name, line.reason, line.spoilt) for line in reversed(cards.recent_prints(shell.desk))]


def test_card_after_card_with_one_key_each(page: CardQueuePage, shell: Shell, qtbot: QtBot) -> None:
    show(page)
    fill(shell)
    for name in NAMES:
        until_asked(qtbot, page)
        assert page._form.panel_title.text() == name
        assert page._form.picture.has_image()
        press("\n")
        assert name in page._form.banner.text()
    assert log(shell) == [(name, "first", "") for name in NAMES]
    assert states(shell) == []
    files = list((shell.data_dir / "kartu").glob("*.pdf"))
    assert [pdf_pages(file.read_bytes()) for file in files] == [2, 2, 2]


def test_a_spoilt_card_asks_why_and_comes_again(page: CardQueuePage, shell: Shell, qtbot: QtBot) -> None:
    show(page)
    fill(shell, 1)
    until_asked(qtbot, page)
    press("f")
    assert log(shell) == []
    press("\n")  # no answer to why
    assert log(shell) == []
    press("3")
    assert log(shell) == [("Ada", "first", "crooked")]
    until_asked(qtbot, page)
    assert "2" in page._form.panel_detail.text()
    press("\n")
    assert log(shell)[1] == ("Ada", "misprint", "")


def test_a_card_that_did_not_come_out_is_printed_again(page: CardQueuePage, shell: Shell, qtbot: QtBot) -> None:
    show(page)
    fill(shell, 1)
    until_asked(qtbot, page)
    press("t")
    assert log(shell) == []
    until_asked(qtbot, page)


def test_why_can_be_taken_back(page: CardQueuePage, shell: Shell, qtbot: QtBot) -> None:
    show(page)
    fill(shell, 1)
    until_asked(qtbot, page)
    press("f")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    press("\n")
    assert log(shell) == [("Ada", "first", "")]


def test_a_scanned_card_says_itself_that_it_is_good(page: CardQueuePage, shell: Shell, qtbot: QtBot) -> None:
    preferences.change(shell.data_dir, card_ask="batch")
    show(page)
    fill(shell)
    until_asked(qtbot, page, 3)
    QTest.qWait(ALONE_MS + 20)
    QTest.keyClicks(QApplication.focusWidget(), "a-11")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: log(shell) == [("Budi", "first", "")])
    assert states(shell) == [("Ada", "asking"), ("Citra", "asking")]


def test_another_code_confirms_nothing(page: CardQueuePage, shell: Shell, qtbot: QtBot) -> None:
    show(page)
    fill(shell, 1)
    until_asked(qtbot, page)
    for code in ("B123", "FT1"):
        QTest.qWait(ALONE_MS + 20)
        QTest.keyClicks(QApplication.focusWidget(), code)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "FT1" in page._form.banner.text())
    assert states(shell) == [("Ada", "asking")]


def test_a_batch_is_confirmed_at_once_and_the_chosen_one_may_be_spoilt(
    page: CardQueuePage, shell: Shell, qtbot: QtBot
) -> None:
    preferences.change(shell.data_dir, card_ask="batch", card_batch=10)
    show(page)
    fill(shell)
    until_asked(qtbot, page, 3)
    page._form.list.select_row(1)
    press("f")
    press("1")
    assert log(shell) == [("Budi", "first", "ribbon")]
    until_asked(qtbot, page, 3)
    press("\n")
    assert len(log(shell)) == 4
    assert states(shell) == []


def test_the_queue_can_be_held_ordered_and_emptied(page: CardQueuePage, shell: Shell) -> None:
    cards.hold(shell.desk)
    show(page)
    fill(shell)
    assert page.presenter.panel.matter is Matter.HELD
    page._form.list.select_row(2)
    page.up_button.click()
    assert states(shell)[1] == ("Citra", "waiting")
    assert page.presenter.chosen is not None
    assert page.presenter.chosen.full_name == "Citra"
    page.remove_button.click()
    assert [name for name, _ in states(shell)] == ["Ada", "Budi"]
    page.hold_button.click()
    assert not cards.queue(shell.desk).held
    page.hold_button.click()
    assert cards.queue(shell.desk).held


def test_without_a_printer_the_page_says_where_to_choose_one(page: CardQueuePage, shell: Shell, qtbot: QtBot) -> None:
    preferences.change(shell.data_dir, card_printer="")
    show(page)
    fill(shell, 1)
    assert page.presenter.panel.matter is Matter.NO_PRINTER
    assert "Perangkat" in page._form.panel_detail.text()
    preferences.change(shell.data_dir, card_printer=FILES)
    press("\n")
    until_asked(qtbot, page)


def test_a_failure_is_told_and_tried_again(page: CardQueuePage, shell: Shell, qtbot: QtBot) -> None:
    (shell.data_dir / "kartu").write_text("bukan folder")
    show(page)
    fill(shell, 1)
    assert page.presenter.panel.matter is Matter.FAILED
    assert "tidak boleh ditulisi" in page._form.panel_said.text()
    (shell.data_dir / "kartu").unlink()
    press("\n")
    until_asked(qtbot, page)


def test_no_card_is_spoilt_for_want_of_a_photo_that_is_elsewhere(page: CardQueuePage, shell: Shell) -> None:
    show(page)
    one = add_member(shell.desk, "A-1", name="Ada")
    change_member(shell.desk, one, photo="ab" * 32)
    shell.cards.add([one])
    assert page.presenter.panel.matter is Matter.FAILED
    assert "Foto" in page._form.panel_said.text()
    assert not (shell.data_dir / "kartu").exists()
    change_member(shell.desk, one, photo="")
    press("\n")
    assert len(list((shell.data_dir / "kartu").iterdir())) == 1


def test_waiting_cards_are_saved_on_a4_and_asked_about(
    page: CardQueuePage, shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    cards.hold(shell.desk)
    show(page)
    fill(shell)
    page.save()
    page.sheet.ask_name = lambda: tmp_path / "lembar.pdf"
    page.sheet.accept()
    assert pdf_pages((tmp_path / "lembar.pdf").read_bytes()) == 1
    until_asked(qtbot, page, 3)
    press("\n")
    assert len(log(shell)) == 3


def test_another_design_for_all_that_wait(page: CardQueuePage, shell: Shell) -> None:
    cards.hold(shell.desk)
    show(page)
    fill(shell)
    other = next(key for key in shell.cards.maker.designs() if key != cards.queue(shell.desk).jobs[0].design)
    page.design.set_value(other)
    page.design.changed.emit()
    assert {job.design for job in cards.queue(shell.desk).jobs} == {other}


def test_a_second_card_needs_a_reason(shell: Shell) -> None:
    one = add_member(shell.desk, "A-1", name="Ada")
    cards.add(shell.desk, [one], "klasik")
    cards.given_away(shell.desk, [job.id for job in cards.queue(shell.desk).jobs])
    cards.printed(shell.desk, [job.id for job in cards.queue(shell.desk).jobs])
    told: list[Exception] = []
    shell.cards.add([one], failed=told.append)
    assert isinstance(told[0], InvalidInput)
    shell.cards.add([one], again="lost")
    assert cards.queue(shell.desk).jobs[0].reason == "lost"


def test_the_log_and_both_languages(page: CardQueuePage, shell: Shell, qtbot: QtBot) -> None:
    show(page)
    fill(shell, 1)
    until_asked(qtbot, page)
    press("\n")
    page._turn_to(LOG)
    assert page._form.log.isVisible()
    assert page._log_model.rowCount() == 1
    page._turn_to(QUEUE)
    language.use("en")
    try:
        qtbot.waitUntil(lambda: bool(page.hold_button.accessibleName()))
    finally:
        language.use("id")


def test_the_settings_are_kept_as_they_are_chosen(shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loket.ui.pages.settings_card_printer.printers", list)
    section = CardPrinterSection(shell)
    qtbot.addWidget(section)
    section.show()
    section.activate()
    assert section.printer.value() == FILES
    section.offsets["card_offset_x_mm"].setValue(-1.2)
    section.two_sided.click()
    section.ask.set_value("batch")
    section.ask.changed.emit()
    kept = preferences.load(shell.data_dir)
    assert (kept.card_offset_x_mm, kept.card_two_sided, kept.card_ask) == (-1.2, False, "batch")
    assert section.batch.isVisible()
    said: list[str] = []
    section.said.connect(lambda sentence, _kind: said.append(sentence))
    section.trial.click()
    (file,) = (shell.data_dir / "kartu").glob("loket-uji.pdf")
    assert pdf_pages(file.read_bytes()) == 1
    assert "Kartu uji" in said[-1]


def test_a_queue_that_is_gone_stays_chosen_and_is_named(
    shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    preferences.change(shell.data_dir, card_printer="queue:Zebra")
    monkeypatch.setattr("loket.ui.pages.settings_card_printer.printers", list)
    section = CardPrinterSection(shell)
    qtbot.addWidget(section)
    section.activate()
    assert section.printer.value() == "queue:Zebra"
    assert "Zebra (" in section.printer.currentText()
    assert cards.queue(shell.desk).count(JobState.WAITING) == 0
