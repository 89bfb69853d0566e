"""The widgets by keyboard and by ear: what they emit, what they keep, what a screen reader is told."""

import base64
from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from loket.ui import theme
from loket.ui.tables import Column, PagedTableModel
from loket.ui.widgets import (
    AnswerCard,
    AnswerHistory,
    AnswerKind,
    Banner,
    Busy,
    Button,
    ElidedLabel,
    EmptyState,
    FormRow,
    KeyHint,
    MemberCard,
    MemberPanel,
    PageHeader,
    ScanBox,
    Segmented,
    Sheet,
    StatusStrip,
    Suggestion,
    Table,
    label,
)

W = TypeVar("W", bound=QWidget)
HAND = 40  # milliseconds between the keys of a quick typist
FOUND = [Suggestion(11, "Rara Contoh"), Suggestion(12, "Rara Misalkan"), Suggestion(13, "Rarasati", icon="book")]
ALL: list[Callable[[], QWidget]] = [
    ScanBox, AnswerCard, AnswerHistory, MemberPanel, StatusStrip, EmptyState, Banner, FormRow, Segmented, KeyHint,
    Busy, PageHeader, Sheet, Button, Table,
]  # fmt: skip


class Desk(QWidget):
    """A page with a scan box, another field, a button and a table."""

    def __init__(self) -> None:
        super().__init__()
        self.box, self.field, self.button, self.table = ScanBox(), QLineEdit(), Button(text="Cetak"), Table()
        model: PagedTableModel[int, str] = PagedTableModel(
            [Column("Judul", str)], lambda keys: {k: f"b{k}" for k in keys}
        )
        model.set_ids([1, 2])
        self.table.show_model(model)
        column = QVBoxLayout(self)
        for widget in (self.box, self.field, self.button, self.table):
            column.addWidget(widget)
        self.box.adopt(self)

    @property
    def edit(self) -> QLineEdit:
        return self.box.findChild(QLineEdit)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.edit.hasFocus)
    return made


def test_enter_scans_also_an_empty_box(qtbot: QtBot, desk: Desk) -> None:
    spy = QSignalSpy(desk.box.scanned)
    qtbot.keyClicks(desk.edit, "B00123")
    qtbot.keyClick(desk.edit, Qt.Key.Key_Return)
    desk.box.clear()
    qtbot.keyClick(desk.edit, Qt.Key.Key_Enter)
    assert [spy.at(n)[0] for n in range(spy.count())] == ["B00123", ""]


def test_a_person_s_pause_is_a_search_and_a_scanner_s_speed_is_not(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.box.typed) as typed:
        qtbot.keyClicks(desk.edit, "rara", delay=HAND)
    assert typed.args == ["rara"]
    desk.box.clear()
    with qtbot.assertNotEmitted(desk.box.typed, wait=400):
        qtbot.keyClicks(desk.edit, "B00123")
    desk.box.clear()
    with qtbot.assertNotEmitted(desk.box.typed, wait=400):
        qtbot.keyClicks(desk.edit, "rara", delay=HAND)
        qtbot.keyClick(desk.edit, Qt.Key.Key_Return)  # answered already: no search after it


def test_suggestions_are_worked_from_the_box(qtbot: QtBot, desk: Desk) -> None:
    desk.box.set_text("rara")
    desk.box.show_suggestions(FOUND, "rara")
    assert desk.box.suggestions_shown()
    assert desk.edit.hasFocus()
    qtbot.keyClick(desk.edit, Qt.Key.Key_Down)
    qtbot.keyClick(desk.edit, Qt.Key.Key_Down)
    qtbot.keyClick(desk.edit, Qt.Key.Key_Down)  # round to the first
    qtbot.keyClick(desk.edit, Qt.Key.Key_Up)  # and back to the last
    with qtbot.waitSignal(desk.box.suggestion_chosen) as chosen, qtbot.assertNotEmitted(desk.box.scanned):
        qtbot.keyClick(desk.edit, Qt.Key.Key_Return)
    assert chosen.args == [13]
    assert not desk.box.suggestions_shown()
    assert desk.box.text() == ""


def test_a_click_on_a_suggestion_keeps_the_focus_in_the_box(qtbot: QtBot, desk: Desk) -> None:
    desk.box.set_text("rara")
    desk.box.show_suggestions(FOUND, "rara", preselect=False)
    line = next(w for w in desk.findChildren(QWidget) if w.property("role") == "suggestion" and w.isVisible())
    with qtbot.waitSignal(desk.box.suggestion_chosen) as chosen:
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert chosen.args == [11]
    assert desk.edit.hasFocus()


def test_a_scanner_s_enter_never_picks_a_suggestion(qtbot: QtBot, desk: Desk) -> None:
    desk.box.set_text("ra")
    desk.box.show_suggestions(FOUND, "ra")
    with qtbot.waitSignal(desk.box.scanned) as scanned, qtbot.assertNotEmitted(desk.box.suggestion_chosen):
        qtbot.keyClicks(desk.edit, "B00123")
        qtbot.keyClick(desk.edit, Qt.Key.Key_Return)
    assert scanned.args == ["raB00123"]


def test_suggestions_for_another_text_come_too_late(desk: Desk) -> None:
    desk.box.set_text("rarasati")
    desk.box.show_suggestions(FOUND, "rara")
    assert not desk.box.suggestions_shown()
    desk.box.show_suggestions([], "rarasati")
    assert not desk.box.suggestions_shown()


def test_escape_closes_then_clears_then_tells(qtbot: QtBot, desk: Desk) -> None:
    desk.box.set_text("rara")
    desk.box.show_suggestions(FOUND, "rara")
    qtbot.keyClick(desk.edit, Qt.Key.Key_Escape)
    assert (desk.box.suggestions_shown(), desk.box.text()) == (False, "rara")
    qtbot.keyClick(desk.edit, Qt.Key.Key_Escape)
    assert desk.box.text() == ""
    with qtbot.waitSignal(desk.box.escaped):
        qtbot.keyClick(desk.edit, Qt.Key.Key_Escape)


def test_a_kept_text_is_replaced_by_the_next_scan(qtbot: QtBot, desk: Desk) -> None:
    desk.box.set_text("B0012")
    desk.box.keep()
    assert desk.box.text() == "B0012"
    qtbot.keyClicks(desk.edit, "B00123")
    assert desk.box.text() == "B00123"


@pytest.mark.parametrize("place", ["button", "table"])
def test_letters_typed_beside_the_box_come_to_it(qtbot: QtBot, desk: Desk, place: str) -> None:
    elsewhere: QWidget = getattr(desk, place)
    elsewhere.setFocus()
    qtbot.keyClicks(elsewhere, "B")
    assert desk.edit.hasFocus()
    qtbot.keyClicks(desk.edit, "00123")
    assert desk.box.text() == "B00123"


def test_letters_typed_into_another_field_stay_there(qtbot: QtBot, desk: Desk) -> None:
    desk.field.setFocus()
    qtbot.keyClicks(desk.field, "catatan")
    assert desk.field.text() == "catatan"
    assert desk.field.hasFocus()
    assert desk.box.text() == ""


def test_a_click_on_a_button_leaves_the_focus_in_the_box(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.button.clicked):
        qtbot.mouseClick(desk.button, Qt.MouseButton.LeftButton)
    assert desk.edit.hasFocus()


def test_the_queue_is_counted_without_moving_the_field(desk: Desk) -> None:
    desk.box.set_queue(3)
    assert "3 antre" in texts(desk.box)
    desk.box.set_queue(0)
    assert not any("antre" in text for text in texts(desk.box))


def test_enter_and_double_click_open_a_row(qtbot: QtBot, desk: Desk) -> None:
    desk.table.select_row(1)
    desk.table.setFocus()
    with qtbot.waitSignal(desk.table.activated_row) as opened:
        qtbot.keyClick(desk.table, Qt.Key.Key_Return)
    assert opened.args == [1]
    with qtbot.waitSignal(desk.table.picked_row) as picked:
        qtbot.keyClick(desk.table, Qt.Key.Key_Up)
    assert picked.args == [0]
    assert desk.table.current_row() == 0


def test_an_empty_table_says_what_to_do(qtbot: QtBot, desk: Desk) -> None:
    desk.table.set_empty("books", "Belum ada pinjaman.", "F4", "mulai")
    empty = desk.table.findChild(EmptyState)
    assert not empty.isVisible()
    model = desk.table.model()
    assert isinstance(model, PagedTableModel)
    model.set_ids([])
    assert empty.isVisible()
    assert empty.sentence() == "Belum ada pinjaman."


@pytest.mark.parametrize("kind", list(AnswerKind))
def test_an_answer_is_word_icon_and_speech(qtbot: QtBot, kind: AnswerKind) -> None:
    card = shown(qtbot, AnswerCard())
    card.show_answer(
        kind, "Dipinjam", "Judul", detail="Jatuh tempo Sen, 1 Des 2026", rule="7 hari", hint="setujui", hint_key="F12"
    )
    assert card.accessibleName() == "Dipinjam. Judul. Jatuh tempo Sen, 1 Des 2026. 7 hari. F12 setujui"
    interface = QAccessible.queryAccessibleInterface(card)
    assert interface.text(QAccessible.Text.Name) == card.accessibleName()
    answer = card.answer()
    assert answer is not None
    assert (answer.kind, answer.word) == (kind, "Dipinjam")


def test_every_kind_of_answer_looks_different_without_its_words(qtbot: QtBot) -> None:
    card = shown(qtbot, AnswerCard())
    card.resize(800, card.height())
    pictures = []
    for kind in AnswerKind:
        card.show_answer(kind, "Kata", "Judul")
        pictures.append(card.grab().toImage())
    assert all(pictures[a] != pictures[b] for a in range(len(pictures)) for b in range(a))


def test_no_answer_moves_what_stands_below(qtbot: QtBot) -> None:
    card = shown(qtbot, AnswerCard())
    card.resize(700, card.height())
    heights = set()
    for title in ("", "Pendek", "Panjang " * 40):
        card.show_answer(AnswerKind.OK, "Dipinjam", title, "rinci" * bool(title), hint="setujui" * bool(title))
        QApplication.processEvents()
        heights.add(card.height())
    card.show_idle("Pindai kartu.")
    assert card.answer() is None
    assert heights == {card.height()}


def test_a_long_title_is_cut_at_two_lines_and_whole_in_the_tooltip(qtbot: QtBot) -> None:
    card = shown(qtbot, AnswerCard())
    card.resize(700, card.height())
    title = "Sejarah Kepulauan Awan dan Sekitarnya " * 6
    card.show_answer(AnswerKind.RETURN, "Kembali", title.strip())
    QApplication.processEvents()
    line = card._line
    assert line.shown().startswith("Kembali   Sejarah")
    assert line.shown().endswith("…")
    assert len(line.shown()) > 40
    card.grab()
    assert title.strip() in line.toolTip()


def test_the_history_is_newest_first_and_stays_short() -> None:
    history = AnswerHistory(max_lines=2)
    for title in ("satu", "dua", "tiga"):
        history.add(AnswerKind.OK, "Dipinjam", title, "10.42")
    assert history.words() == ["Dipinjam tiga", "Dipinjam dua"]
    history.clear()
    assert history.words() == []


def test_the_member_panel_tells_everything_that_stands_in_the_way(qtbot: QtBot) -> None:
    panel = shown(qtbot, MemberPanel())
    panel.show_member(
        MemberCard(
            "Rara Contoh", owed_rp=12_500, overdue=1, limit=2, blocks=("Kartu habis.",), warnings=("Telepon kosong.",)
        )
    )
    assert {"RC", "Rp12.500", "Kartu habis.", "Telepon kosong.", "0", "dari 2"} <= texts(panel)
    assert "Kartu habis." in panel.accessibleName()
    panel.show_member(MemberCard("Teladan Misalkan", remaining=2, limit=2))
    QApplication.processEvents()
    assert "Kartu habis." not in texts(panel)
    panel.show_nobody()
    assert panel.card() is None
    assert any("Pindai kartu anggota" in text for text in texts(panel))


def test_a_photo_is_shown_and_a_broken_one_gives_way_to_initials(qtbot: QtBot) -> None:
    panel = shown(qtbot, MemberPanel())
    dot = base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
    )
    panel.show_member(MemberCard("Rara Contoh", photo=dot))
    assert "RC" not in texts(panel)
    panel.show_member(MemberCard("Rara Contoh", photo=b"not a picture"))
    assert "RC" in texts(panel)


def test_status_chips_change_in_place_and_can_be_asked(qtbot: QtBot) -> None:
    strip = shown(qtbot, StatusStrip())
    strip.set_chip("pending", "12 belum terkirim", "cloud-upload")
    strip.set_chip("clock", "WITA 10.42", right=True)
    strip.set_chip("pending", "Semua & terkirim", "cloud-check", "ok", "Terakhir 10.40")
    assert strip.chip_text("pending") == "Semua & terkirim"
    chip = strip.findChildren(QPushButton)[0]
    assert chip.accessibleName() == "Semua & terkirim. Terakhir 10.40"
    with qtbot.waitSignal(strip.chip_clicked) as asked:
        chip.click()
    assert asked.args == ["pending"]
    strip.remove_chip("pending")
    assert strip.chip_text("pending") == ""


def test_a_banner_shows_acts_and_closes(qtbot: QtBot) -> None:
    page = shown(qtbot, QWidget())
    banner = Banner(page)
    assert not banner.isVisible()
    banner.show_line("Printer tidak menjawab.", "warn", "Cetak ulang")
    assert banner.isVisible()
    assert (banner.text(), banner.kind(), banner.accessibleName()) == ("Printer tidak menjawab.", "warn", banner.text())
    action, close = banner.findChildren(QPushButton)
    with qtbot.waitSignal(banner.action_pressed):
        action.click()
    with qtbot.waitSignal(banner.closed):
        close.click()
    assert not banner.isVisible()


def test_a_field_s_error_leaves_what_was_typed(qtbot: QtBot) -> None:
    editor = QLineEdit("12345x")
    row = shown(qtbot, FormRow(label="Nomor &anggota", editor=editor, hint="Hanya angka"))
    height = row.sizeHint().height()
    row.set_error("Hanya angka. Contoh: 12345.")
    assert editor.text() == "12345x"
    assert editor.property("invalid") is True
    assert editor.accessibleName() == "Nomor anggota"
    assert editor.accessibleDescription() == row.error() == "Hanya angka. Contoh: 12345."
    assert row.sizeHint().height() == height
    row.set_error(None)
    assert editor.property("invalid") is False
    assert "Hanya angka" in texts(row)


def test_a_segment_is_chosen_by_arrow_keys_and_tells_only_the_operator_s_choice(qtbot: QtBot) -> None:
    options = [("all", "Semua", "list"), ("late", "Terlambat", "clock")]
    switch = shown(qtbot, Segmented(options=options))
    assert switch.current() == "all"
    with qtbot.assertNotEmitted(switch.changed):
        switch.set_current("late")
        switch.set_options([*options, ("lost", "Hilang", "")])
    assert switch.current() == "late"
    last = switch.findChildren(QPushButton)[-1]
    with qtbot.waitSignal(switch.changed) as changed:
        last.click()
    assert changed.args == ["lost"]
    with pytest.raises(KeyError):
        switch.set_current("none")


def test_busy_reports_and_is_stopped_once(qtbot: QtBot) -> None:
    busy = shown(qtbot, Busy())
    busy.begin("Membaca anggota")
    busy.report(41_250, 100_000)
    assert "41.250 / 100.000" in texts(busy)
    spy = QSignalSpy(busy.cancelled)
    button = busy.findChild(QPushButton)
    button.click()
    button.click()
    assert spy.count() == 1
    busy.finish()
    assert not busy.isVisible()


@pytest.mark.parametrize(("danger", "key", "accepted"), [
    (False, Qt.Key.Key_Return, True), (False, Qt.Key.Key_Escape, False),
    (True, Qt.Key.Key_Return, False), (True, Qt.Key.Key_Escape, False),
])  # fmt: skip
def test_a_sheet_is_decided_from_the_keyboard(qtbot: QtBot, danger: bool, key: Qt.Key, accepted: bool) -> None:
    sheet = Sheet(title="Batalkan?", text="Tidak dapat dikembalikan.", danger=danger)
    qtbot.addWidget(sheet)
    field = QLineEdit()
    sheet.body.addWidget(field)
    sheet.field_to_focus(field)
    sheet.open()
    qtbot.waitUntil(field.hasFocus)
    with qtbot.waitSignal(sheet.decided) as decided:
        qtbot.keyClick(field, key)
    assert decided.args == [accepted]
    assert not sheet.isVisible()


def test_a_sheet_cannot_be_accepted_while_its_button_is_off(qtbot: QtBot) -> None:
    sheet = Sheet(title="Batalkan?")
    qtbot.addWidget(sheet)
    sheet.set_accept_enabled(False)
    sheet.open()
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert sheet.isVisible()


def test_a_button_s_key_works_and_is_shown(qtbot: QtBot) -> None:
    page = shown(qtbot, QWidget())
    button = Button(page, text="Simpan & cetak", key="Ctrl+S")
    button.show()
    button.set_text("Simpan & cetak")
    assert button.accessibleName() == "Simpan & cetak"
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_an_elided_label_keeps_its_whole_text_at_hand(qtbot: QtBot) -> None:
    elided = shown(qtbot, ElidedLabel(text="Ilmu Bumi untuk Pengembara Cilik"))
    elided.resize(120, 24)
    QApplication.processEvents()
    assert elided.text().endswith("…")
    assert elided.full_text() == elided.toolTip() == elided.accessibleName()
    elided.resize(600, 24)
    QApplication.processEvents()
    assert (elided.text(), elided.toolTip()) == (elided.full_text(), "")


def test_titles_are_never_read_as_markup(qtbot: QtBot) -> None:
    words = label("<b>Judul</b> & lain")
    qtbot.addWidget(words)
    assert words.textFormat() == Qt.TextFormat.PlainText


class Marked(QTranslator):
    """A language in which every text begins with a mark."""

    def translate(self, context: str, source: str, _comment: str | None = None, _count: int = -1) -> str:  # type: ignore[override]
        return f"»{source}"

    def isEmpty(self) -> bool:
        return False


def test_widgets_speak_another_language_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown(qtbot, QWidget())
    column = QVBoxLayout(page)
    box, panel, busy, row = ScanBox(), MemberPanel(), Busy(), FormRow(label="Nama", editor=QLineEdit(), required=True)
    for widget in (box, panel, busy, row):
        column.addWidget(widget)
    panel.show_member(MemberCard("Rara Contoh", limit=2, notes=("ada",)))
    box.set_queue(3)
    other = Marked()
    QCoreApplication.installTranslator(other)
    try:
        QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
        QApplication.processEvents()
        assert {"»Sisa pinjam", "»Catatan", "»dari 2"} <= texts(panel)
        assert "Nama  ·  »wajib" in texts(row)
        assert box.findChild(QLineEdit).placeholderText().startswith("»Pindai")
        assert busy.findChild(QPushButton).accessibleName() == "»Hentikan"
    finally:
        QCoreApplication.removeTranslator(other)


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
def test_every_widget_can_be_promoted_and_survives_every_look(qtbot: QtBot, make: Callable[..., QWidget]) -> None:
    page = shown(qtbot, QWidget())
    widget = make(page)
    widget.show()
    for name in theme.NAMES:
        theme.current().use(name=name, scale=1.25)
        QApplication.processEvents()
        widget.grab()
    widget.deleteLater()
    qtbot.wait(0)
    theme.current().use(name="light", scale=2.0)  # a dead widget hears nothing of it


def shown(qtbot: QtBot, widget: W) -> W:
    qtbot.addWidget(widget)
    widget.show()
    return widget


def texts(root: QWidget) -> set[str]:
    """What can be read on a widget: the words of its visible labels and buttons."""
    words = set()
    for child in root.findChildren(QWidget):
        text = getattr(child, "full_text", None) or getattr(child, "text", None)
        if text is not None and not child.isHidden() and not any(p.isHidden() for p in _between(child, root)):
            words.add(text())
    return words


def _between(child: QWidget, root: QWidget) -> list[QWidget]:
    parents = []
    while (parent := child.parentWidget()) is not None and parent is not root:
        parents.append(parent)
        child = parent
    return parents
