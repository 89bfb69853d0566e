"""The catalogue page on real services: a book in seconds by keyboard alone, and its label."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from typing import Any

import pytest
import stock
from fakes import ADMIN, CIRCULATION, HASHER, new_desk, operator
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from loket.domain.entities import Biblio, Item, ItemStatus
from loket.domain.errors import InvalidInput
from loket.reports.labels import LabelLayout, LabelTooNarrow, LayoutError, UnprintableCodeError
from loket.services import barcodes, catalogue
from loket.services.catalogue import CopiesForm, TitleForm, add_title, title_detail
from loket.services.circulation import check_out
from loket.services.operators import SignIns
from loket.ui import texts
from loket.ui.jobs import InlineJobs
from loket.ui.pages.catalogue import CataloguePage
from loket.ui.pages.catalogue_item import ItemSheet
from loket.ui.pages.labels import LabelsSheet
from loket.ui.shell import Shell
from loket.ui.sounds import Sounds
from loket.ui.texts_catalogue import ISBN_HINTS, isbn_hint_text, item_state_text
from loket.ui.texts_labels import LAYOUT_ERRORS, label_error_text


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    desk = new_desk(tmp_path)
    desk.operator = operator(desk, ADMIN)
    return Shell(desk, InlineJobs(), Sounds(muted=True), HASHER, SignIns(HASHER), tmp_path)


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> CataloguePage:
    made = CataloguePage(shell)
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.show()
    made.activate()
    return made


def press(key: Qt.Key, times: int = 1) -> None:
    """Keys go to whatever has the focus, as an operator's do."""
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), key)


def type_in(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)
    press(Qt.Key.Key_Return)


def focused(page: CataloguePage) -> str:
    return next((name for name, editor in page.editors.items() if editor is QApplication.focusWidget()), "")


def line(page: CataloguePage, name: str) -> QLineEdit:
    editor = page.editors[name]
    assert isinstance(editor, QLineEdit)
    return editor


def titles(shell: Shell) -> list[str]:
    hits = catalogue.title_rows(shell.desk, catalogue.find_titles(shell.desk, ""))
    return [hits[one].title for one in catalogue.find_titles(shell.desk, "")]


def shown(page: CataloguePage) -> list[str]:
    model = page._titles
    return [hit.title for number in range(model.rowCount()) if (hit := model.row_at(number))]


# ---- adding ------------------------------------------------------------------------------------------------------


def test_a_book_is_added_by_keyboard_alone_and_the_next_may_follow(page: CataloguePage, shell: Shell) -> None:
    page.new_button.click()
    assert focused(page) == "title"
    for text in ("Padi di Sawah", "Kenari, Melati", "", "Penerbit Contoh", "Kota Contoh", "2019", "813 KEN p", "813"):
        type_in(text)
    assert focused(page) == "barcode"
    assert line(page, "barcode").text() == "B000001"  # proposed
    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "3")
    press(Qt.Key.Key_Return)
    assert focused(page) == "kind"
    press(Qt.Key.Key_Return)
    type_in("Rak 5")
    type_in("45000")
    assert page.said() == "Tersimpan: Padi di Sawah, 3 eksemplar B000001 sampai B000003."
    detail = title_detail(shell.desk, catalogue.find_titles(shell.desk, "padi")[0])
    assert detail is not None
    assert detail.biblio.authors == ("Kenari, Melati",)
    assert [(one.item.location, one.item.price_rp) for one in detail.items] == [("Rak 5", 45_000)] * 3
    # ready for the next: empty, but for what books of one shelf share
    assert focused(page) == "title"
    kept = {"title": "", "authors": "", "publish_place": "Kota Contoh", "barcode": "B000004", "location": "Rak 5"}
    assert {name: line(page, name).text() for name in kept} == kept
    assert line(page, "price").text() == ""
    assert page.copies_count.value() == 1


def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(page: CataloguePage, shell: Shell) -> None:
    page.new_button.click()
    line(page, "publisher").setText("Penerbit Contoh")
    page.save()
    assert page.rows["title"].error() == "Isi judulnya dahulu."
    assert focused(page) == "title"
    line(page, "title").setText("Padi")
    line(page, "price").setText("mahal")
    page.save()
    assert (page.rows["title"].error(), page.rows["price"].error()) == ("", "Tulis angka rupiah, seperti 45000.")
    assert focused(page) == "price"
    assert line(page, "publisher").text() == "Penerbit Contoh"
    assert titles(shell) == []


def test_a_title_without_a_copy(page: CataloguePage, shell: Shell) -> None:
    page.new_button.click()
    line(page, "title").setText("Padi")
    line(page, "barcode").clear()
    page.save()
    assert page.said() == "Tersimpan: Padi."
    assert titles(shell) == ["Padi"]
    assert page.presenter.labels.ids == []


def test_a_wrong_isbn_is_hinted_at_and_does_not_stop(page: CataloguePage, shell: Shell) -> None:
    page.new_button.click()
    line(page, "title").setText("Padi")
    line(page, "isbn").setText("9780306406158")
    assert page.rows["isbn"]._below._text.text() == isbn_hint_text("isbn_check_digit")
    page.save()
    assert titles(shell) == ["Padi"]


def test_who_may_not_edit_is_told(page: CataloguePage, shell: Shell) -> None:
    shell.desk.operator = operator(shell.desk, CIRCULATION)
    page.new_button.click()
    line(page, "title").setText("Padi")
    page.save()
    assert "tidak berwenang" in page.said()
    assert line(page, "title").text() == "Padi"


# ---- finding and correcting --------------------------------------------------------------------------------------


@pytest.fixture
def stocked(shell: Shell, page: CataloguePage) -> CataloguePage:
    add_title(shell.desk, TitleForm("Padi di Sawah", authors="Kenari, Melati"), CopiesForm("B000001", count=2))
    add_title(shell.desk, TitleForm("Laut Malam"), CopiesForm("B000003"))
    page.activate()
    return page


def test_the_list_answers_words_and_a_scan_opens_the_book(stocked: CataloguePage) -> None:
    assert shown(stocked) == ["Laut Malam", "Padi di Sawah"]
    stocked._form.search.typed.emit("padi")
    assert shown(stocked) == ["Padi di Sawah"]
    stocked._form.search.typed.emit("tidak ada")
    assert shown(stocked) == []
    stocked._form.search.set_text("B000003")
    stocked._form.search.scanned.emit("B000003")
    assert line(stocked, "title").text() == "Laut Malam"
    assert stocked._form.stack.currentWidget() is stocked._form.editPage


def test_enter_on_an_answered_search_opens_the_chosen_line(stocked: CataloguePage) -> None:
    stocked._form.search.typed.emit("melati")
    assert stocked._form.stack.currentWidget() is stocked._form.listPage
    stocked._form.search.scanned.emit("melati")
    assert line(stocked, "title").text() == "Padi di Sawah"


def test_a_late_answer_to_an_overtaken_search_is_dropped(stocked: CataloguePage) -> None:
    stocked.presenter.search("laut")
    stocked.presenter._found([], "padi")
    assert shown(stocked) == ["Laut Malam"]


def test_correcting_a_title_and_adding_a_copy(stocked: CataloguePage, shell: Shell) -> None:
    heard: list[str] = []
    shell.changes.happened.connect(lambda kind, _by: heard.append(kind))
    stocked._open_row(0)
    line(stocked, "edition").setText("Cet. 2")
    stocked.editors["barcode"].setFocus()
    press(Qt.Key.Key_Down)  # puts the proposed number in
    assert line(stocked, "barcode").text() == "B000004"
    stocked.save_button.click()
    assert stocked.said() == "Tersimpan: Laut Malam, eksemplar B000004."
    assert stocked._items.rowCount() == 2
    assert stock.row(shell.desk, Biblio, catalogue.find_titles(shell.desk, "laut")[0]).edition == "Cet. 2"
    assert line(stocked, "barcode").text() == ""  # a second save adds no second copy
    stocked.save()
    assert stocked.said() == "Tidak ada yang berubah."
    assert heard == ["titles"] * 2


def test_leaving_with_unsaved_words_is_asked_about_once(stocked: CataloguePage, shell: Shell) -> None:
    stocked._open_row(0)
    line(stocked, "title").setText("Laut Siang")
    stocked.back_button.click()
    assert "Belum disimpan" in stocked.said()
    assert stocked._form.stack.currentWidget() is stocked._form.editPage
    stocked.back_button.click()
    assert stocked._form.stack.currentWidget() is stocked._form.listPage
    assert stocked.said() == ""
    assert "Laut Malam" in titles(shell)


def item_sheet(page: CataloguePage) -> ItemSheet:
    page._fix_item()
    (sheet,) = page.findChildren(ItemSheet)
    return sheet


def test_relabelling_a_copy_queues_its_new_label(stocked: CataloguePage, shell: Shell) -> None:
    stocked._open_row(0)
    sheet = item_sheet(stocked)
    sheet.fields["barcode"].setText("B000001")
    sheet.accept()
    assert sheet.rows["barcode"].error() == "Sudah label “Padi di Sawah”. Pakai label lain."
    sheet.fields["barcode"].setText("B000009")
    sheet.status.set_value(ItemStatus.DAMAGED)
    sheet.accept()
    assert not sheet.isVisible()
    assert stocked.said() == "Eksemplar disimpan; label barunya menunggu dicetak."
    item = stock.row(shell.desk, Item, stocked.presenter.labels.ids[0])
    assert (item.barcode, item.status) == ("B000009", ItemStatus.DAMAGED)
    changed = stocked._items.row_at(0)
    assert changed is not None
    assert changed.item == item  # the list shows it


def test_a_copy_on_loan_shows_who_has_it(stocked: CataloguePage, shell: Shell) -> None:
    detail = title_detail(shell.desk, catalogue.find_titles(shell.desk, "laut")[0])
    assert detail is not None
    lent = check_out(
        shell.desk, member_id=stock.add_member(shell.desk, name="Siti Contoh"), item_id=detail.items[0].item.id
    )
    stocked._open_row(0)
    row = stocked._items.row_at(0)
    assert row is not None
    assert item_state_text(row) == f"dipinjam Siti Contoh s.d. {lent.loan.due_on.day} Des"
    assert not item_sheet(stocked).status.isEnabled()


# ---- labels ------------------------------------------------------------------------------------------------------


def labels(page: CataloguePage) -> LabelsSheet:
    page.show_labels()
    return page.findChildren(LabelsSheet)[-1]


def test_labels_wait_until_their_sheet_is_saved(
    stocked: CataloguePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stocked._open_row(1)
    stocked._queue_items()
    stocked._queue_items()  # asked twice, queued once
    assert "(2)" in stocked.labels_button.text()
    sheet = labels(stocked)
    assert sheet.sheets() == 1
    sheet.start.setValue(24)
    assert sheet.sheets() == 2
    target = tmp_path / "label.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    sheet.accept()
    assert target.read_bytes().startswith(b"%PDF")
    assert stocked.presenter.labels.ids == []
    assert stocked.said() == f"2 label tersimpan di {target}."
    # the next printing goes on where this sheet ended: two labels from place 24 leave the second sheet at place 2
    stocked._queue_items()
    assert labels(stocked).start.value() == 2


def test_the_sheet_says_why_a_label_cannot_be_printed(
    stocked: CataloguePage, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = add_title(shell.desk, TitleForm("Panjang"), CopiesForm("X" * 40))
    stocked.presenter.queue_labels([saved.items[0].id])
    sheet = labels(stocked)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "label.pdf"), ""))
    sheet.accept()
    assert "Pilih tata letak dengan label yang lebih lebar" in sheet.problem()
    assert sheet.isVisible()
    assert not (tmp_path / "label.pdf").exists()
    assert len(stocked.presenter.labels.ids) == 1


def test_labels_are_taken_off_the_list(stocked: CataloguePage) -> None:
    stocked._open_row(1)
    stocked._queue_items()
    sheet = labels(stocked)
    sheet._drop_current()
    assert len(stocked.presenter.labels.ids) == 1
    sheet._empty.click()
    assert stocked.presenter.labels.ids == []
    assert not sheet.accept_button().isEnabled()


def test_the_plan_chooses_the_first_place_and_the_preview_opens(
    stocked: CataloguePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Any] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    stocked._open_row(1)
    stocked._queue_items()
    sheet = labels(stocked)
    plan = sheet._form.plan
    QTest.mouseClick(plan, Qt.MouseButton.LeftButton, pos=plan._place(4).center().toPoint())
    assert sheet.start.value() == 5
    QTest.keyClick(plan, Qt.Key.Key_Down)
    assert sheet.start.value() == 5 + sheet.layout_now().columns
    sheet.preview.click()
    assert Path(opened[0].toLocalFile()).read_bytes().startswith(b"%PDF")


# ---- sentences ---------------------------------------------------------------------------------------------------


def test_every_code_of_the_catalogue_has_its_sentence() -> None:
    """Codes are read from the source: a new one without a sentence fails here."""
    found: set[str] = set()
    for module in (catalogue, barcodes):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == InvalidInput.__name__:
                code = node.args[1]
                assert isinstance(code, ast.Constant)
                found.add(str(code.value))
    assert len(found) > 10
    assert found <= texts.INVALID.keys()


def test_every_hint_and_layout_error_makes_a_sentence() -> None:
    assert all(isbn_hint_text(code) for code in ISBN_HINTS)
    layout = LabelLayout("Contoh", 210, 297, 5, 5, 3, 8, 60, 30, 1, 1, 1, 2, 10, 600, True, True, True)
    given = {"need_mm": 1, "have_mm": 2, "field": "rows", "reason": "baris 3"}
    errors = [LayoutError(code, layout.name, **given) for code in LAYOUT_ERRORS]
    for error in (*errors, LabelTooNarrow("B1", layout, 71.5), UnprintableCodeError("é")):
        assert "{" not in label_error_text(error)
    with pytest.raises(RuntimeError):
        label_error_text(RuntimeError("lain"))


def test_words_change_with_the_language(page: CataloguePage, monkeypatch: pytest.MonkeyPatch) -> None:
    from loket.ui.pages import catalogue as module

    monkeypatch.setattr(module, "say", lambda _context, sentence, **_values: f"<{sentence}>")
    page.retranslate()
    assert "<Judul baru>" in page.new_button.text()
    assert page.rows["isbn"]._words == "<ISBN>"
