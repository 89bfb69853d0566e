"""The circulation page with real services behind it: what is shown, what is kept, what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fakes import HASHER, PASSWORDS, SUPERVISOR, FakeClock, new_desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView
from pytestqt.qtbot import QtBot
from stock import add_item, add_member, adopt, event_types, open_loans, set_rule

from loket.domain.entities import FineMode, ItemStatus
from loket.services.desk import Desk
from loket.services.operators import SignIns
from loket.ui.jobs import InlineJobs, Jobs
from loket.ui.pages.circulation import CirculationPage
from loket.ui.pages.circulation_parts import DeclareSheet, OverrideSheet, ReasonSheet
from loket.ui.pages.help import KEYS
from loket.ui.shell import Shell
from loket.ui.sounds import Sounds


class SilentSounds(Sounds):
    """Remembers what would have been heard."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def play(self, name: str) -> None:
        self.heard.append(name)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    yield desk
    desk.database.close()


@pytest.fixture
def page(desk: Desk, tmp_path: Path, qtbot: QtBot) -> CirculationPage:
    page = CirculationPage(Shell(desk, InlineJobs(), SilentSounds(), HASHER, SignIns(HASHER), tmp_path))
    page.resize(1366, 700)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    return page


def scan(page: CirculationPage, *codes: str) -> None:
    """Each code with its Enter, a moment after the one before."""
    clock = page.shell.desk.clock
    assert isinstance(clock, FakeClock)
    for code in codes:
        clock.advance(seconds=2)
        edit = page._form.scan_box.findChild(QLineEdit)
        assert edit is not None
        QTest.keyClicks(edit, code)
        QTest.keyClick(edit, Qt.Key.Key_Return)


def press(page: CirculationPage, key: str) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier if key.startswith("Ctrl+") else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(page._form.scan_box.focusProxy(), getattr(Qt.Key, f"Key_{key.removeprefix('Ctrl+')}"), modifiers)


def answer(page: CirculationPage) -> str:
    shown = page._form.answer.answer()
    assert shown is not None
    return " | ".join((shown.word, shown.title, shown.detail, shown.rule, shown.hint))


def heard(page: CirculationPage) -> list[str]:
    assert isinstance(page.shell.sounds, SilentSounds)
    return page.shell.sounds.heard


def table_rows(page: CirculationPage) -> list[str]:
    table = page.findChild(QTableView)
    assert table is not None
    model = table.model()
    return [
        " ".join(str(model.index(row, column).data() or "") for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def sheet_of(page: CirculationPage, kind: type) -> object:
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_loan_shows_title_due_date_rule_and_the_loan_in_the_list(page: CirculationPage, desk: Desk) -> None:
    member, _ = add_member(desk, "M-1", name="Melati Kenari"), add_item(desk, "B-1")
    scan(page, "m-1", "b-1")
    assert "Dipinjam | Judul B-1 | Jatuh tempo Sel, 1 Des 2026 | 7 hari · aturan bawaan | Sisa 1 lagi" in answer(page)
    assert table_rows(page) == ["B-1 Judul B-1 24 Nov Sel, 1 Des 2026 baru"]
    assert len(open_loans(desk, member)) == 1
    assert heard(page) == ["ok", "ok"]


def test_from_the_panel_to_everything_of_the_member(page: CirculationPage, desk: Desk) -> None:
    member = add_member(desk, "M-1", name="Melati Kenari")
    went: list[str] = []
    page.shell.ways.member.connect(went.append)
    press(page, "Ctrl+I")
    assert went == []  # nobody is on the panel
    scan(page, "m-1")
    card = page._form.member_panel.card()
    assert card is not None
    assert ("Ctrl+I", "data anggota") in card.keys
    assert "Ctrl+I" in {key for _, keys in KEYS for key, _ in keys}
    press(page, "Ctrl+I")
    assert went == [member]


def test_an_empty_enter_closes_the_member_and_shows_the_slip(page: CirculationPage, desk: Desk) -> None:
    add_member(desk, "M-1", name="Melati Kenari")
    add_item(desk, "B-1")
    scan(page, "M-1", "B-1", "")
    slip = page._form.slip
    assert slip.isVisible()
    for text in ("Melati Kenari", "No. anggota M-1", "Judul B-1", "Jatuh tempo Sel, 1 Des 2026"):
        assert text in slip.text()
    assert page.presenter.counter.member_id is None
    scan(page, "M-1")
    assert not slip.isVisible()


def test_the_scan_box_keeps_the_focus_and_is_empty_for_the_next_code(page: CirculationPage, desk: Desk) -> None:
    add_member(desk, "M-1")
    add_item(desk, "B-1")
    for code in ("M-1", "B-1", ""):
        scan(page, code)
        assert page._form.scan_box.text() == ""
        assert page.focusWidget() is page._form.scan_box.focusProxy()


def test_an_unknown_code_stays_in_the_box_with_a_sentence(page: CirculationPage) -> None:
    scan(page, "XYZ-9")
    assert "Kode “XYZ-9” tidak dikenal di sini." in answer(page)
    assert page._form.scan_box.text() == "XYZ-9"
    assert heard(page) == ["refused"]


def test_a_kept_code_is_written_over_by_the_next_scan(page: CirculationPage, desk: Desk) -> None:
    add_member(desk, "M-1", name="Melati Kenari")
    scan(page, "XYZ-9", "M-1")
    assert "Anggota | Melati Kenari" in answer(page)


def test_a_return_without_a_card_shows_whose_it_was(page: CirculationPage, desk: Desk) -> None:
    add_member(desk, "M-1", name="Melati Kenari")
    add_item(desk, "B-1")
    scan(page, "M-1", "B-1", "", "B-1")
    assert "Kembali | Judul B-1 | Dari Melati Kenari (M-1) · masih memegang 0 pinjaman | Tepat waktu" in answer(page)
    assert page.presenter.counter.member_id is None


def test_a_late_return_names_days_and_fine(page: CirculationPage, desk: Desk) -> None:
    add_member(desk, "M-1")
    add_item(desk, "B-1")
    adopt(desk, fine_mode=FineMode.MONEY, fine_per_day_rp=500, legal_basis="Perda Contoh 1/2024")
    scan(page, "M-1", "B-1", "")
    clock = desk.clock
    assert isinstance(clock, FakeClock)
    clock.advance(days=10)
    scan(page, "B-1")
    assert "terlambat 3 hari · denda 3 × Rp500 = Rp1.500" in answer(page)
    assert heard(page)[-1] == "warning"


def test_ctrl_z_takes_the_last_loan_back(page: CirculationPage, desk: Desk) -> None:
    member = add_member(desk, "M-1")
    add_item(desk, "B-1")
    scan(page, "M-1", "B-1")
    press(page, "Ctrl+Z")
    assert "Peminjaman dibatalkan | Judul B-1" in answer(page)
    assert open_loans(desk, member) == []
    assert table_rows(page) == []


def test_undoing_a_fine_asks_for_a_reason_and_keeps_asking_until_there_is_one(
    page: CirculationPage, desk: Desk
) -> None:
    add_member(desk, "M-1")
    add_item(desk, "B-1")
    adopt(desk, fine_mode=FineMode.MONEY, fine_per_day_rp=500, legal_basis="Perda Contoh 1/2024")
    scan(page, "M-1", "B-1", "")
    clock = desk.clock
    assert isinstance(clock, FakeClock)
    clock.advance(days=10)
    scan(page, "B-1")
    press(page, "Ctrl+Z")
    sheet = sheet_of(page, ReasonSheet)
    assert isinstance(sheet, ReasonSheet)
    sheet.accept()
    assert sheet.isVisible()
    assert sheet.reason.error() == "Isi dahulu."
    QTest.keyClicks(sheet.reason.editor, "salah pindai")
    sheet.accept()
    assert not sheet.isVisible()
    assert event_types(desk, 1)[-1] == "ReturnUndone"


def test_a_refusal_offers_f12_and_a_supervisor_lets_it_pass(page: CirculationPage, desk: Desk) -> None:
    member = add_member(desk, "M-1")
    for barcode in ("B-1", "B-2", "B-3"):
        add_item(desk, barcode)
    scan(page, "M-1", "B-1", "B-2", "B-3")
    assert "Tidak bisa | Batas 2 eksemplar sudah tercapai. | Kembalikan satu, atau minta persetujuan" in answer(page)
    press(page, "F12")
    sheet = sheet_of(page, OverrideSheet)
    assert isinstance(sheet, OverrideSheet)
    for row, text in ((sheet.reason, "tugas sekolah"), (sheet.username, SUPERVISOR), (sheet.secret, "salah")):
        QTest.keyClicks(row.editor, text)
    sheet.accept()
    assert sheet.isVisible()
    assert "tidak cocok" in str(sheet.secret.error())
    assert sheet.reason.editor.property("text") == "tugas sekolah"  # what was typed stays
    sheet.secret.editor.setProperty("text", PASSWORDS[SUPERVISOR])
    sheet.accept()
    assert not sheet.isVisible()
    assert len(open_loans(desk, member)) == 3
    assert event_types(desk, 2) == ["OverrideGranted", "ItemLent"]


def test_f12_with_nothing_refused_says_so(page: CirculationPage) -> None:
    press(page, "F12")
    assert "Tidak ada penolakan yang menunggu persetujuan." in answer(page)


def test_renewal_mode_by_key_and_back_by_escape(page: CirculationPage, desk: Desk) -> None:
    add_member(desk, "M-1")
    add_item(desk, "B-1")
    scan(page, "M-1", "B-1", "")
    clock = desk.clock
    assert isinstance(clock, FakeClock)
    clock.advance(days=3)
    press(page, "Ctrl+R")
    assert page._form.mode.current() == "renew"
    scan(page, "B-1")
    assert "Diperpanjang | Judul B-1" in answer(page)
    assert "Jatuh tempo baru Jum, 4 Des 2026" in answer(page)
    press(page, "Escape")
    assert page._form.mode.current() == "auto"


def test_a_card_where_a_book_was_expected(page: CirculationPage, desk: Desk) -> None:
    add_member(desk, "M-1", name="Melati Kenari")
    press(page, "Ctrl+B")
    scan(page, "M-1")
    assert "Ini kartu anggota Melati Kenari, sedangkan yang ditunggu buku." in answer(page)


def test_lost_with_a_charge_from_the_list(page: CirculationPage, desk: Desk) -> None:
    add_member(desk, "M-1")
    add_item(desk, "B-1")
    scan(page, "M-1", "B-1")
    press(page, "Ctrl+L")
    sheet = sheet_of(page, DeclareSheet)
    assert isinstance(sheet, DeclareSheet)
    sheet.charge.editor.setProperty("text", "lima puluh ribu")
    sheet.accept()
    assert sheet.isVisible()
    assert "angka saja" in str(sheet.charge.error())
    sheet.charge.editor.setProperty("text", "Rp50.000")
    sheet.accept()
    assert "Dicatat hilang | Judul B-1" in answer(page)
    assert "Penggantian Rp50.000 ditagihkan." in answer(page)


def test_a_lost_copy_scanned_again_can_be_said_found(page: CirculationPage, desk: Desk) -> None:
    add_item(desk, "B-1", status=ItemStatus.LOST)
    scan(page, "B-1")
    assert "Eksemplar ini tercatat hilang." in answer(page)
    press(page, "Ctrl+G")
    sheet = sheet_of(page, DeclareSheet)
    assert isinstance(sheet, DeclareSheet)
    sheet.accept()
    assert "Tersedia lagi" in answer(page)


def test_a_name_typed_lists_members_to_choose_from(page: CirculationPage, desk: Desk, qtbot: QtBot) -> None:
    add_member(desk, "M-1", name="Melati Kenari")
    add_member(desk, "M-2", name="Melati Gelatik")
    edit = page._form.scan_box.findChild(QLineEdit)
    assert edit is not None
    qtbot.keyClicks(edit, "melati", delay=40)
    qtbot.waitUntil(page._form.scan_box.suggestions_shown)
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert "Melati Kenari" in answer(page)
    assert page.presenter.counter.member_id is not None


def test_a_suspended_member_cannot_be_missed(page: CirculationPage, desk: Desk) -> None:
    add_member(desk, "M-1", name="Melati Kenari", valid_until=date(2026, 1, 1))
    scan(page, "M-1")
    assert "Belum boleh meminjam | Melati Kenari | Kartu anggota habis masa berlakunya Kam, 1 Jan 2026." in answer(page)
    assert heard(page) == ["warning"]


def test_a_doubtful_clock_stops_lending_until_the_operator_vouches(page: CirculationPage, desk: Desk) -> None:
    add_member(desk, "M-1")
    add_item(desk, "B-1")
    scan(page, "M-1")
    clock = desk.clock
    assert isinstance(clock, FakeClock)
    clock.advance(days=60)
    scan(page, "B-1")
    assert "itu tampak keliru" in answer(page)
    press(page, "Ctrl+J")
    assert event_types(desk, 1)[-1] == "ClockConfirmed"
    scan(page, "B-1")
    assert "Dipinjam" in answer(page)


def test_visit_on_loan_counts_the_borrower(page: CirculationPage, desk: Desk) -> None:
    add_member(desk, "M-1")
    add_item(desk, "B-1")
    set_rule(desk, "visit_on_loan", True)
    scan(page, "M-1", "B-1")
    assert "VisitRecorded" in event_types(desk, 5)


def test_scans_faster_than_the_desk_are_all_answered_in_order(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    jobs = Jobs()
    page = CirculationPage(Shell(desk, jobs, SilentSounds(), HASHER, SignIns(HASHER), tmp_path))
    qtbot.addWidget(page)
    page.show()
    member = add_member(desk, "M-1")
    adopt(desk, max_items=30, max_titles=30)
    codes = [f"B-{number}" for number in range(20)]
    for code in codes:
        add_item(desk, code)
    for code in ["M-1", *codes]:
        page._form.scan_box.scanned.emit(code)
    qtbot.waitUntil(lambda: page.presenter.waiting == 0)
    assert [loan.lent_at for loan in open_loans(desk, member)] == sorted(
        loan.lent_at for loan in open_loans(desk, member)
    )
    assert len(open_loans(desk, member)) == 20
    assert "Judul B-19" in answer(page)
    jobs.close()
