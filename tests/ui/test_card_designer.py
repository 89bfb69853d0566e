"""The designer: copy, change by mouse and keys, take back, save, use; and the rules of changing without a window."""

from __future__ import annotations

import random
from dataclasses import fields, replace
from pathlib import Path

import pytest
from fakes import ADMIN, CIRCULATION, HASHER, new_desk, operator
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from loket.devices import resources
from loket.devices.pdf_images import pdf_image, pdf_pages
from loket.domain.cards import LIBRARY_FIELDS, MEMBER_FIELDS
from loket.domain.errors import InvalidInput
from loket.reports.card_design import BACK, KINDS, Barcode, CardDesign, Picture, Shape, Text
from loket.reports.card_files import load_design, load_designs, picture_finder, shipped_designs
from loket.reports.card_sample import sample_values
from loket.reports.cards import CardPress, cards_pdf
from loket.services.card_values import CardTexts, card_texts
from loket.services.operators import SignIns
from loket.ui import language
from loket.ui.jobs import InlineJobs
from loket.ui.pages.card_designer import CardDesignerPage
from loket.ui.pages.card_inspector import CHOICES, COLOURS, HIDDEN, NUMBERS, Decimal, Words
from loket.ui.pages.card_words import CardWordsSheet
from loket.ui.presenters.card_designer import ADDABLE, DesignEditor
from loket.ui.shell import Shell
from loket.ui.sounds import Sounds
from loket.ui.texts_card_designer import CHOICE_WORDS, ENTRY_WORDS, FIELD_WORDS, FINDINGS

SHIPPED = resources.path("cards")
SAMPLE = sample_values(SHIPPED)
PNG = SHIPPED / "pictures" / "buku-hitam.png"


def editor() -> DesignEditor:
    ground = Shape(x_mm=0, y_mm=0, w_mm=85.6, h_mm=54, fill="#FFFFFF")
    text = Text(x_mm=10, y_mm=10, w_mm=20, h_mm=5, text="{full_name}")
    return DesignEditor(CardDesign("uji", "Uji", front=(ground, text), back=(ground,)))


# ---- without a window -----------------------------------------------------------------------------------------------


def test_words_lie_above_decoration_under_the_mouse() -> None:
    work = editor()
    assert (work.at(15, 12), work.at(60, 40), work.at(-5, 0)) == (1, 0, None)


def test_a_row_of_steps_is_one_step_back() -> None:
    work = editor()
    work.select(1)
    for _ in range(4):
        work.nudge(0.5, 0)
    work.nudge(0, 0.1)
    assert (work.element.x_mm, work.element.y_mm) == (12, 10.1)
    work.end_gesture()
    work.resize(30, 0)
    assert (work.element.w_mm, work.element.h_mm) == (30, 1)
    work.undo()
    assert work.element.w_mm == 20
    work.undo()
    assert (work.element.x_mm, work.may_undo, work.unsaved) == (10, False, False)
    work.redo()
    work.redo()
    assert (work.element.x_mm, work.element.w_mm, work.may_redo) == (12, 30, False)


def test_dragging_falls_into_line_with_the_card_and_the_others() -> None:
    work = editor()
    work.select(1)
    work.place(3.4, 24.7)
    assert (work.element.x_mm, work.element.y_mm) == (3, 24.5)  # the margin; its middle on the card's
    work.place(3.4, 24.7, snap=False)
    assert (work.element.x_mm, work.element.y_mm) == (3.4, 24.7)
    work.place(40, 17)
    assert (work.element.x_mm, work.element.y_mm) == (40, 17)


def test_any_work_can_be_taken_back_and_done_again() -> None:
    dice = random.Random(7)
    work = editor()
    first = work.design
    for _ in range(150):
        dice.choice(
            (
                lambda: work.add(dice.choice(ADDABLE)),
                lambda: work.select(dice.randrange(-1, 6)),
                lambda: work.nudge(dice.uniform(-3, 3), dice.uniform(-3, 3)),
                lambda: work.place(dice.uniform(-5, 80), dice.uniform(-5, 50)),
                lambda: work.resize(dice.uniform(0, 40), dice.uniform(0, 40)),
                work.duplicate,
                work.remove,
                lambda: work.shift(dice.choice((-1, 1))),
                lambda: work.show_side(dice.choice(("front", "back"))),
                work.undo,
                work.redo,
            )
        )()
        assert work.selected is None or 0 <= work.selected < len(work.elements)
    while work.may_redo:
        work.redo()
    last = work.design
    while work.may_undo:
        work.undo()
    assert work.design == first
    while work.may_redo:
        work.redo()
    assert work.design == last


def test_what_cannot_be_set_changes_nothing() -> None:
    work = editor()
    work.select(1)
    before = work.design
    for name, value in (("colour", "merah"), ("text", "{nik}"), ("size_pt", 900.0), ("align", "up")):
        with pytest.raises(InvalidInput):
            work.set(name, value)
    with pytest.raises(InvalidInput):
        work.rename("  ")
    assert (work.design, work.may_undo) == (before, False)
    work.set("size_pt", 4.0)  # below the least size, which follows
    assert work.element.least_pt == 4.0


def test_what_would_print_badly_is_found() -> None:
    work = editor()
    assert work.findings(SAMPLE) == []
    work.add("barcode")
    assert work.findings(SAMPLE) == []
    work.resize(20, 9)
    small = work.findings(SAMPLE)
    assert [(one.code, one.number) for one in small] == [("code_small", 2)]
    work.resize(float(small[0].need_mm), 9)
    assert work.findings(SAMPLE) == []
    work.place(70, 30, snap=False)
    assert [one.code for one in work.findings(SAMPLE)] == ["outside"]
    work.place(10, 30, snap=False)
    work.add("box")
    work.place(12, 32, snap=False)
    assert [one.code for one in work.findings(SAMPLE)] == ["code_covered"]
    work.shift(-1)
    assert work.findings(SAMPLE) == []
    assert [one.code for one in work.findings(replace(SAMPLE, code="é"))] == ["code_unprintable"]


def test_everything_has_its_words() -> None:
    assert set(FIELD_WORDS) == {*MEMBER_FIELDS, *LIBRARY_FIELDS}
    entries = {entry.name for kind in KINDS.values() for entry in fields(kind)} - HIDDEN
    assert entries == set(ENTRY_WORDS)
    assert entries <= {*NUMBERS, *CHOICES, *COLOURS, "text", "upper", "file", "otherwise"}
    assert {key for keys in CHOICES.values() for key in keys} == set(CHOICE_WORDS)
    assert set(FINDINGS) == {"outside", "code_small", "code_covered", "code_unprintable"}


# ---- the page -------------------------------------------------------------------------------------------------------


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> CardDesignerPage:
    desk = new_desk(tmp_path)
    desk.operator = operator(desk, ADMIN)
    shell = Shell(desk, InlineJobs(), Sounds(muted=True), HASHER, SignIns(HASHER), tmp_path)
    made = CardDesignerPage(shell)
    qtbot.addWidget(made)
    made.resize(1366, 660)
    made.show()
    made.activate()
    return made


def pick(page: CardDesignerPage, key: str) -> None:
    assert page.loaded is not None
    page._form.designs.setCurrentRow(list(page.loaded.designs).index(key))


def work_of(page: CardDesignerPage) -> DesignEditor:
    assert page.editor is not None
    return page.editor


def at(page: CardDesignerPage, x_mm: float, y_mm: float) -> QPoint:
    canvas = page._form.canvas
    card, scale = canvas.card_on_screen(), canvas.pixels_per_mm()
    return QPoint(round(card.x() + x_mm * scale), round(card.y() + y_mm * scale))


def said(page: CardDesignerPage) -> str:
    return str(page._form.banner.text())


def test_shipped_designs_are_looked_at_and_their_copies_changed(page: CardDesignerPage, tmp_path: Path) -> None:
    assert work_of(page).design.key == "teluk"
    assert not page.editable
    assert page._form.findings.text()
    page.copy.click()
    assert work_of(page).design.key == "teluk-2"
    assert page.editable
    own = load_design(tmp_path / "cards" / "teluk-2.toml")
    assert own.front == shipped_designs(SHIPPED)["teluk"].front


def test_the_mouse_chooses_moves_and_sizes(page: CardDesignerPage) -> None:
    page.copy.click()
    canvas, work = page._form.canvas, work_of(page)
    name = next(one for one in work.elements if isinstance(one, Text) and one.text == "{full_name}")
    start = at(page, name.x_mm + 5, name.y_mm + 4)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=start)
    assert work.element == name
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    moved = at(page, name.x_mm + 5 + 6.3, name.y_mm + 4 + 9.2)
    QTest.mouseMove(canvas, at(page, name.x_mm + 8, name.y_mm + 6))
    QTest.mouseMove(canvas, moved)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=moved)
    assert work.element.x_mm == pytest.approx(name.x_mm + 6.3, abs=1)
    assert work.element.y_mm == pytest.approx(name.y_mm + 9.2, abs=1)
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert work.element == name
    corner = at(page, name.x_mm + name.w_mm, name.y_mm + name.h_mm)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=corner)
    QTest.mouseMove(canvas, at(page, name.x_mm + 30, name.y_mm + 7))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=corner)
    assert (work.element.w_mm, work.element.h_mm) == (pytest.approx(30, abs=0.5), pytest.approx(7, abs=0.5))


def test_keys_move_and_remove(page: CardDesignerPage) -> None:
    page.copy.click()
    canvas, work = page._form.canvas, work_of(page)
    page._form.elements.setCurrentRow(0)  # the topmost: the barcode
    before = work.element
    assert isinstance(before, Barcode)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert (work.element.x_mm, work.element.y_mm) == (before.x_mm + 0.5, pytest.approx(before.y_mm - 0.1))
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert not any(isinstance(one, Barcode) for one in work.elements)
    page.undo.click()
    page.undo.click()
    assert work.elements[-1] == before


def test_a_shipped_design_stands_still(page: CardDesignerPage) -> None:
    work = work_of(page)
    before = work.design
    start = at(page, 40, 26)
    QTest.mousePress(page._form.canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page._form.canvas, at(page, 60, 40))
    QTest.mouseRelease(page._form.canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.keyClick(page._form.canvas, Qt.Key.Key_Right)
    QTest.keyClick(page._form.canvas, Qt.Key.Key_Delete)
    assert work.design == before
    assert work.element is not None  # chosen, to look at
    assert not any(editor.isEnabled() for editor in page._form.inspector.editors.values())


def test_fields_of_the_column_set_the_element(page: CardDesignerPage) -> None:
    page.copy.click()
    work, column = work_of(page), page._form.inspector
    work.add("text")
    page._show()
    words, size = column.editors["text"], column.editors["size_pt"]
    assert isinstance(words, Words)
    assert isinstance(size, Decimal)
    words.edit.setPlainText("Kelas ")
    words.edit.moveCursor(words.edit.textCursor().MoveOperation.End)
    next(one for one in words.menu().actions() if one.text() == "Kelas").trigger()
    size.setValue(12)
    assert (work.element.text, work.element.size_pt) == ("Kelas {school_class}", 12)
    words.edit.setPlainText("{salah}")
    assert "isian" in column._problem.text().lower()
    assert work.element.text == "Kelas {school_class}"


def test_saved_used_and_only_then_another_is_shown(page: CardDesignerPage, tmp_path: Path) -> None:
    page.copy.click()
    work_of(page).add("logo")
    page._show()
    pick(page, "senja")
    assert work_of(page).design.key == "teluk-2"
    assert "Simpan dahulu" in said(page)
    assert not page.use.isEnabled()
    page.save.click()
    assert isinstance(load_design(tmp_path / "cards" / "teluk-2.toml").front[-1], Picture)
    page.use.click()
    assert page.shell.desk.settings().card_design == "teluk-2"
    page.delete.click()
    assert "sedang dipakai" in said(page)
    pick(page, "senja")
    assert work_of(page).design.key == "senja"


def test_another_name_and_gone(page: CardDesignerPage, tmp_path: Path) -> None:
    page.copy.click()
    page._form.designs.currentItem().setText("Kartu kita")
    page.save.click()
    assert load_design(tmp_path / "cards" / "teluk-2.toml").name_id == "Kartu kita"
    page.delete.click()
    assert list(load_designs(SHIPPED, tmp_path / "cards")) == list(shipped_designs(SHIPPED))
    assert work_of(page).design.key == "teluk"


def test_whoever_may_not_change_rules_is_told(page: CardDesignerPage) -> None:
    page.shell.desk.operator = operator(page.shell.desk, CIRCULATION)
    pick(page, "senja")
    page.use.click()
    assert said(page)
    assert page.shell.desk.settings().card_design == "teluk"


def test_a_design_goes_to_another_library_with_its_picture(page: CardDesignerPage, tmp_path: Path) -> None:
    page.copy.click()
    page.add_picture_file(PNG)
    page.save.click()
    page.give_file(tmp_path / "kita.loketkartu")
    (tmp_path / "cards" / "teluk-2.toml").unlink()
    (tmp_path / "cards" / "pictures" / "buku-hitam.png").unlink()
    page.read()
    page.take_file(tmp_path / "kita.loketkartu")
    assert work_of(page).design.key == "kita"
    assert (tmp_path / "cards" / "pictures" / "buku-hitam.png").read_bytes() == PNG.read_bytes()
    page.take_file(PNG)
    assert "bukan desain kartu" in said(page)


def test_the_picture_is_what_prints(page: CardDesignerPage) -> None:
    """The canvas shows the page of the same PDF, only in another size."""
    assert page.loaded is not None
    press = CardPress(resources.path("fonts"), picture_finder(SHIPPED, page.own))
    design = work_of(page).design
    pdf = cards_pdf(press, design, [page.loaded.sample])
    assert pdf_pages(pdf) == 2
    shown = page._form.canvas.image()
    dpi = page._form.canvas.pixels_per_mm() * 25.4 * page.devicePixelRatioF()
    assert shown == pdf_image(pdf, 0, dpi)
    page.sides._buttons[BACK].click()
    assert page._form.canvas.image() == pdf_image(pdf, 1, dpi)
    with pytest.raises(IndexError):
        pdf_image(pdf, 2)
    with pytest.raises(ValueError, match="not a PDF"):
        pdf_image(b"no")


def test_a_code_too_long_is_said_and_the_picture_stays(page: CardDesignerPage) -> None:
    page.copy.click()
    page._form.elements.setCurrentRow(0)
    before = page._form.canvas.image()
    page._edit(lambda editor: editor.resize(15, 9))
    assert "0,25 mm" in page._form.findings.text()
    assert page._form.canvas.image() == before
    page.undo.click()
    assert page._form.findings.text() == ""


def test_words_and_logo_of_the_library(page: CardDesignerPage, tmp_path: Path, qtbot: QtBot) -> None:
    sheet = CardWordsSheet(page.shell, page.own, page)
    sheet.saved.connect(lambda: page.read())
    assert sheet.texts() == CardTexts()
    sheet.editors["agency"].setText("  Dinas   Contoh ")
    sheet.take_picture("logo", PNG)
    sheet.accept()
    assert card_texts(page.own).agency == "Dinas Contoh"
    assert page.loaded is not None
    assert (page.loaded.sample.library.agency, page.loaded.sample.library.logo) == ("Dinas Contoh", PNG.read_bytes())
    again = CardWordsSheet(page.shell, page.own, page)
    again.editors["city"].setText("x" * 201)
    again.accept()
    assert again.rows["city"].error()
    assert card_texts(page.own).city == ""


def test_both_languages(page: CardDesignerPage) -> None:
    assert page.save.accessibleName() == "Simpan"
    language.use("en")
    try:
        page.retranslate()
        assert page._form.designs.item(0).text() == shipped_designs(SHIPPED)["ceria"].name_en
    finally:
        language.use("id")
