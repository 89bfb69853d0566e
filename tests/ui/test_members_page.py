"""The members page on real services: a newcomer by keyboard, an applicant, one member and all that is done with him."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import stock
from fakes import ADMIN, HASHER, PASSWORDS, SUPERVISOR, new_desk, operator
from hands import LateJobs
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from loket.domain.entities import Charge, Member
from loket.services import card_queue, member_drafts, membership, registration
from loket.services.circulation import check_out
from loket.services.member_lists import MemberQuery, member_ids
from loket.services.members import find_members
from loket.services.operators import SignIns
from loket.services.registration import MemberForm
from loket.ui.jobs import InlineJobs
from loket.ui.pages.members import MembersPage
from loket.ui.pages.members_sheets import AskSheet, EraseSheet, MergeSheet, ReplaceSheet, ReprintSheet, SuspendSheet
from loket.ui.pages.members_twins import TwinSheet
from loket.ui.pages.self_registration import SelfRegistration
from loket.ui.shell import Shell
from loket.ui.sounds import Sounds

NO_PERSON = "0000004508100001"  # region 000000 does not exist: born 5 August 2010, a girl


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    desk = new_desk(tmp_path)
    desk.operator = operator(desk, ADMIN)
    return Shell(desk, InlineJobs(), Sounds(muted=True), HASHER, SignIns(HASHER), tmp_path)


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> MembersPage:
    made = MembersPage(shell)
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.show()
    qtbot.waitExposed(made)
    made.activate()
    return made


def press(key: Qt.Key, mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Keys go to whatever has the focus, as an operator's do."""
    QTest.keyClick(QApplication.focusWidget(), key, mods)


def type_in(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)
    press(Qt.Key.Key_Return)


def focused(page: MembersPage) -> str:
    return page.form_view.fields.focused()


def put(page: MembersPage, **values: str) -> None:
    for name, value in values.items():
        page.form_view.fields.set_value(name, value)
    page.form_view.fields.edited.emit()


def members(shell: Shell) -> list[Member]:
    return [stock.row(shell.desk, Member, one) for one in member_ids(shell.desk, MemberQuery())]


def newcomer(page: MembersPage, **more: str) -> None:
    page.new_button.click()
    put(page, full_name="Kenari Contoh", birth_on="5-8-1990", sex="P", address="Jalan Contoh 7", **more)
    page.form_view.fields.set_value("consent", True)


def jpeg() -> bytes:
    from loket.devices.imaging import process

    picture = QImage(480, 640, QImage.Format.Format_RGB888)
    picture.fill(Qt.GlobalColor.lightGray)
    from PySide6.QtCore import QBuffer, QByteArray

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return process(bytes(data.data()))


# ---- a newcomer ---------------------------------------------------------------------------------------------------


def test_enter_walks_what_is_needed_and_the_number_fills_the_rest(page: MembersPage, shell: Shell) -> None:
    page.new_button.click()
    assert focused(page) == "identity_no"
    type_in(NO_PERSON)
    assert focused(page) == "full_name"
    type_in("Kenari Contoh")
    assert focused(page) == "address"  # birth date and sex are known from the number
    form = page.form_view.form()
    assert (form.birth_on, form.sex, form.identity_type, form.member_type) == ("05-08-2010", "P", "KTP-el", "pelajar")
    type_in("Jalan Contoh 7")
    assert focused(page) == "guardian_name"  # she is sixteen
    for text in ("Ibu Contoh", "Ibu", "0812 0000 111"):
        type_in(text)
    assert focused(page) == "consent"
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)  # nothing is needed any more: it saves
    (member,) = members(shell)
    assert (member.full_name, member.sex, member.guardian_name) == ("Kenari Contoh", "P", "Ibu Contoh")
    assert page._form.stack.currentWidget() is page.saved_view
    assert page.saved_view.member == member


def test_enter_prints_and_enter_lends(page: MembersPage, shell: Shell) -> None:
    asked: list[object] = []
    shell.ways.lend_to.connect(asked.append)
    newcomer(page)
    page.form_view.save()
    (member,) = members(shell)
    assert page.saved_view.print_button.hasFocus()
    press(Qt.Key.Key_Space)
    (job,) = card_queue.queue(shell.desk).jobs
    assert (job.member_id, job.reason) == (member.id, "first")
    assert page.said() == "1 kartu masuk antrean cetak."
    assert page.saved_view.lend_button.hasFocus()
    press(Qt.Key.Key_Space)
    assert asked == [member.id]


def test_everything_wrong_is_said_at_its_field_and_nothing_is_lost(page: MembersPage, shell: Shell) -> None:
    page.new_button.click()
    put(page, full_name="K", birth_on="32-1-2010", email="bukan alamat")
    page.form_view.save()
    rows = page.form_view.fields.rows
    for name in ("full_name", "birth_on", "email", "sex", "address"):
        assert rows[name].error(), name
    assert rows["phone"].error() == ""
    assert page.form_view.form().email == "bukan alamat"
    assert "isian belum benar" in page.said()
    assert not page.form_view._form.consentError.isHidden()
    assert members(shell) == []


def test_a_mismatch_is_pointed_out_and_stops_nobody(page: MembersPage, shell: Shell, qtbot: QtBot) -> None:
    page.new_button.click()
    QTest.keyClicks(QApplication.focusWidget(), NO_PERSON)
    put(page, full_name="Kenari Contoh", birth_on="6-8-1990", sex="P", address="Jalan Contoh 7")
    row = page.form_view.fields.rows["identity_no"]
    qtbot.waitUntil(lambda: bool(row.warning()))
    assert row.error() == ""
    page.form_view.fields.set_value("consent", True)
    page.form_view.save()
    assert len(members(shell)) == 1


def test_the_photo_goes_with_the_form_and_needs_its_own_consent(page: MembersPage, shell: Shell) -> None:
    newcomer(page)
    page.form_view._photo_taken(jpeg())
    assert focused(page) == "photo_consent"
    page.form_view.save()
    assert members(shell) == []
    page.form_view.fields.set_value("photo_consent", True)
    page.form_view.save()
    (member,) = members(shell)
    assert len(member.photo) == 64


def test_a_second_address_is_asked_only_when_it_differs(page: MembersPage) -> None:
    page.new_button.click()
    rows, box = page.form_view.fields.rows, page.form_view._form.sameAddress
    assert rows["address_now"].isHidden()
    box.click()
    assert not rows["address_now"].isHidden()
    put(page, address_now="Jalan Lain 3")
    assert page.form_view.form().address_now == "Jalan Lain 3"
    box.click()
    assert page.form_view.form().address_now == ""


def test_fields_a_library_left_out_are_not_there(page: MembersPage, shell: Shell) -> None:
    stock.set_rule(shell.desk, "member_form", ("email:off", "phone:required"))
    shell.desk._rules = None
    page.new_button.click()
    rows = page.form_view.fields.rows
    assert rows["email"].isHidden()
    assert "wajib" in rows["phone"]._label.text()
    assert "Telepon" in page.form_view._form.todo.text()


def test_the_time_is_measured_from_the_open_form(page: MembersPage, shell: Shell) -> None:
    page.new_button.click()
    shell.desk.clock.advance(minutes=3, seconds=20)  # type: ignore[attr-defined]
    put(page, full_name="Kenari Contoh", birth_on="5-8-1990", sex="P", address="Jalan Contoh 7")
    page.form_view.fields.set_value("consent", True)
    page.form_view.save()
    assert page.saved_view._form.took.text() == "Selesai dalam 3 menit 20 detik."
    page.show_list()
    assert "median 3 menit 20 detik dari 5 menit" in page._form.header._subtitle.text()


# ---- who is here already --------------------------------------------------------------------------------------------


@pytest.fixture
def known(shell: Shell) -> Member:
    form = MemberForm(
        full_name="Siti Contoh", birth_on="1-2-1990", sex="P", address="Jalan Lama 1", phone="0812 0000 333",
        member_type="umum", consent=True,
    )  # fmt: skip
    return registration.register(shell.desk, form)


def twin_sheet(page: MembersPage) -> TwinSheet:
    return page.form_view.findChildren(TwinSheet)[-1]


def test_somebody_who_is_here_is_found_while_typing(page: MembersPage, known: Member, qtbot: QtBot) -> None:
    page.new_button.click()
    put(page, full_name="Sitti Contoh", birth_on="1-2-1990")
    qtbot.waitUntil(lambda: bool(page.form_view.twins))
    assert page.form_view.twins[0].member.id == known.id
    page.form_view._show_twin(0)
    twin_sheet(page).accept()
    assert page.detail_view.presenter.member_id == known.id


def test_saving_asks_once_and_another_person_goes_on(page: MembersPage, known: Member, shell: Shell) -> None:
    newcomer(page)
    put(page, full_name="Siti Contoh", birth_on="1-2-1990")
    page.form_view.presenter.typed(page.form_view.form())
    page.form_view.save()
    assert len(members(shell)) == 1
    sheet = twin_sheet(page)
    sheet.go_on.click()
    assert len(members(shell)) == 2


# ---- drafts ----------------------------------------------------------------------------------------------------------


def test_escape_warns_and_a_draft_waits(page: MembersPage, shell: Shell, qtbot: QtBot) -> None:
    page.new_button.click()
    put(page, full_name="Kenari Contoh")
    page.back_button.click()
    assert "Belum disimpan" in page.said()
    assert page._form.stack.currentWidget() is page.form_view
    qtbot.waitUntil(lambda: member_drafts.kept_draft(shell.desk) is not None, timeout=5000)
    page.back_button.click()
    assert page._form.stack.currentWidget() is page._form.listPage
    assert page.said() == "Pendaftaran Kenari Contoh belum selesai."
    page._form.banner.action_pressed.emit()
    assert page.form_view.form().full_name == "Kenari Contoh"
    page._form.banner.action_pressed.emit()  # throw it away and begin anew
    assert page.form_view.form().full_name == ""
    assert member_drafts.kept_draft(shell.desk) is None


def test_escape_at_once_keeps_what_was_just_typed(page: MembersPage, shell: Shell) -> None:
    page.new_button.click()
    put(page, full_name="Kenari Contoh")
    page.back_button.click()
    page.back_button.click()
    assert page.said() == "Pendaftaran Kenari Contoh belum selesai."


def test_a_draft_is_not_readable_in_the_database(shell: Shell) -> None:
    member_drafts.keep_draft(shell.desk, MemberForm(full_name="Kenari Contoh", identity_no=NO_PERSON))
    with shell.desk.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT value FROM meta").fetchall()
    assert not any("Kenari" in str(row[0]) or NO_PERSON in str(row[0]) for row in rows)
    kept = member_drafts.kept_draft(shell.desk)
    assert kept is not None
    assert kept.identity_no == NO_PERSON


def test_a_saved_newcomer_leaves_no_draft(page: MembersPage, shell: Shell) -> None:
    member_drafts.keep_draft(shell.desk, MemberForm(full_name="Kenari Contoh"))
    newcomer(page)
    page.form_view.save()
    assert member_drafts.kept_draft(shell.desk) is None


# ---- the list -----------------------------------------------------------------------------------------------------


def shown(page: MembersPage) -> list[str]:
    model = page._members
    return [row.full_name for number in range(model.rowCount()) if (row := model.row_at(number))]


@pytest.fixture
def three(shell: Shell, page: MembersPage) -> MembersPage:
    from datetime import date

    stock.add_member(shell.desk, "M-1", name="Ada Contoh", valid_until=date(2026, 11, 30))
    stock.add_member(shell.desk, "M-2", name="Budi Contoh", member_type="pelajar")
    stock.add_member(shell.desk, "M-3", name="Citra Contoh", valid_until=date(2026, 1, 1))
    page.activate()
    return page


def test_the_list_is_searched_and_filtered(three: MembersPage) -> None:
    assert shown(three) == ["Ada Contoh", "Budi Contoh", "Citra Contoh"]
    three._form.search.typed.emit("budi")
    assert shown(three) == ["Budi Contoh"]
    three._form.search.typed.emit("")
    three._form.expiring.click()
    assert shown(three) == ["Ada Contoh"]
    three._form.expiring.click()
    three._form.state.set_value("expired")
    three._form.state.changed.emit()
    assert shown(three) == ["Citra Contoh"]
    three._form.state.set_value("")
    three._form.state.changed.emit()
    three._form.memberType.set_value("pelajar")
    three._form.memberType.changed.emit()
    assert shown(three) == ["Budi Contoh"]


def test_a_scanned_card_opens_its_member(three: MembersPage) -> None:
    three._form.search.set_text("M-2")
    three._form.search.scanned.emit("M-2")
    detail = three.detail_view.presenter.detail
    assert detail is not None
    assert detail.member.full_name == "Budi Contoh"


def test_the_list_leaves_loket_only_with_a_reason(
    three: MembersPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "anggota.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    three.export_button.click()
    sheet = three.findChildren(AskSheet)[-1]
    sheet.accept()
    assert sheet.rows["reason"].error() == "Isi dahulu."
    assert not target.exists()
    line = sheet.rows["reason"].editor
    assert isinstance(line, QLineEdit)
    line.setText("laporan bulanan")
    sheet.accept()
    assert "Ada Contoh" in target.read_text(encoding="utf-8-sig")
    assert "3 anggota tersimpan" in three.said()


def test_all_that_are_shown_are_printed(three: MembersPage, shell: Shell) -> None:
    three._form.search.typed.emit("budi")
    three.print_button.click()
    assert [job.full_name for job in card_queue.queue(shell.desk).jobs] == ["Budi Contoh"]


# ---- one member ---------------------------------------------------------------------------------------------------


def sheet_of(page: MembersPage, kind: type[Any]) -> Any:
    return page.detail_view.findChildren(kind)[-1]


def fill(sheet: AskSheet, **values: str) -> None:
    for name, value in values.items():
        editor = sheet.rows[name].editor
        assert isinstance(editor, QLineEdit)
        editor.setText(value)


def row(shell: Shell, member: Member) -> Member:
    found = stock.row(shell.desk, Member, member.id)
    assert isinstance(found, Member)
    return found


def test_changing_the_data(page: MembersPage, known: Member, shell: Shell) -> None:
    page.open_member(known.id)
    page.detail_view.buttons["change"].click()
    put(page, address="Jalan Baru 9")
    page.form_view.save()
    assert row(shell, known).address == "Jalan Baru 9"
    assert page.said() == "Data Siti Contoh disimpan."
    assert page._form.stack.currentWidget() is page.detail_view


def test_renewing_with_the_proposed_day(page: MembersPage, known: Member, shell: Shell) -> None:
    page.open_member(known.id)
    page.detail_view.buttons["renew"].click()
    assert focused(page) == "valid_until"
    proposed = membership.renewed_until(known, shell.desk.today(), shell.desk.settings())
    assert proposed is not None
    page.form_view.save()
    assert row(shell, known).valid_until == proposed
    assert page._form.stack.currentWidget() is page.saved_view
    assert page.saved_view.renewed


def test_suspended_and_free_again(page: MembersPage, known: Member, shell: Shell) -> None:
    page.open_member(known.id)
    page.detail_view.buttons["suspend"].click()
    sheet = sheet_of(page, SuspendSheet)
    fill(sheet, until="besok", reason="buku rusak")
    sheet.accept()
    assert "17-8-2030" in sheet.rows["until"].error()
    fill(sheet, until="24-12-2026")
    sheet.accept()
    assert row(shell, known).suspended_why == "buku rusak"
    assert not page.detail_view.buttons["free"].isHidden()
    assert page.detail_view.buttons["suspend"].isHidden()
    page.detail_view.buttons["free"].click()
    sheet = sheet_of(page, AskSheet)
    fill(sheet, reason="sudah diganti")
    sheet.accept()
    assert row(shell, known).suspended_until is None


def test_a_lost_card_is_replaced_and_the_new_one_queued(page: MembersPage, known: Member, shell: Shell) -> None:
    page.open_member(known.id)
    page.detail_view.buttons["replace"].click()
    sheet_of(page, ReplaceSheet).accept()
    detail = page.detail_view.presenter.detail
    assert detail is not None
    assert detail.code != known.member_no
    (job,) = card_queue.queue(shell.desk).jobs
    assert job.reason == "lost"


def test_a_second_card_needs_a_reason(page: MembersPage, known: Member, shell: Shell) -> None:
    shell.cards.add([known.id])
    (job,) = card_queue.queue(shell.desk).jobs
    card_queue.take(shell.desk)
    card_queue.arrived(shell.desk, job.id)
    assert card_queue.printed(shell.desk, [job.id]) == 1
    page.open_member(known.id)
    page.detail_view.buttons["print"].click()
    sheet_of(page, ReprintSheet).accept()
    assert [job.reason for job in card_queue.queue(shell.desk).jobs] == ["misprint"]


def test_clearance_is_refused_with_the_list_of_what_is_open(
    page: MembersPage, known: Member, shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    item = stock.add_item(shell.desk, "B00116312")
    lent = check_out(shell.desk, member_id=known.id, item_id=item)
    page.open_member(known.id)
    page.detail_view.buttons["clear"].click()
    sheet = sheet_of(page, AskSheet)
    assert not sheet.accept_button().isEnabled()
    assert any("B00116312" in child.text() for child in sheet.findChildren(type(sheet._text)))
    sheet.reject()
    from loket.services.circulation import check_in

    check_in(shell.desk, item_id=lent.item.id)
    target = tmp_path / "bebas.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.detail_view.buttons["clear"].click()
    sheet = sheet_of(page, AskSheet)
    fill(sheet, letter_no="041/12/2026")
    sheet.accept()
    assert row(shell, known).clearance_no == "041/12/2026"
    assert target.read_bytes().startswith(b"%PDF")


def test_two_records_become_one_and_two_again(page: MembersPage, known: Member, shell: Shell) -> None:
    other = stock.add_member(shell.desk, "M-9", name="Siti Contoh Lain")
    page.open_member(known.id)
    page.detail_view.buttons["merge"].click()
    sheet = sheet_of(page, MergeSheet)
    sheet.search.setText("lain")
    sheet._look()
    sheet.stays.set_current("other")
    sheet.accept()
    assert row(shell, known).merged_into == other
    assert page.detail_view.presenter.member_id == other  # he who stands is shown
    page.detail_view.buttons["unmerge"].click()
    sheet = sheet_of(page, AskSheet)
    fill(sheet, reason="ternyata dua orang")
    sheet.accept()
    assert row(shell, known).merged_into is None


def test_erasing_wants_the_number_typed(page: MembersPage, known: Member, shell: Shell) -> None:
    page.open_member(known.id)
    page.detail_view.buttons["erase"].click()
    sheet = sheet_of(page, EraseSheet)
    fill(sheet, confirmation="ya", reason="permintaan sendiri")
    sheet.accept()
    assert known.member_no in sheet.rows["confirmation"].error()
    assert not row(shell, known).erased
    fill(sheet, confirmation=known.member_no.lower())
    sheet.accept()
    assert row(shell, known).erased
    assert find_members(shell.desk, "Siti") == []


def test_only_an_administrator_erases_and_a_supervisor_suspends(page: MembersPage, known: Member, shell: Shell) -> None:
    shell.desk.operator = operator(shell.desk, SUPERVISOR)
    page.open_member(known.id)
    assert page.detail_view.buttons["erase"].isHidden()
    assert not page.detail_view.buttons["suspend"].isHidden()


def test_the_identity_number_is_shown_for_a_reason_and_goes_away(page: MembersPage, shell: Shell) -> None:
    form = MemberForm(
        full_name="Kenari Contoh", birth_on="5-8-2010", sex="P", address="Jalan Contoh 7", member_type="umum",
        identity_type="KTP-el", identity_no=NO_PERSON, guardian_name="Ibu", guardian_relation="Ibu",
        guardian_phone="0812 0000 444", consent=True,
    )  # fmt: skip
    member = registration.register(shell.desk, form)
    page.open_member(member.id)

    def facts() -> str:
        grid = page.detail_view._form.dataGrid
        return " ".join(item.widget().accessibleName() for n in range(grid.count()) if (item := grid.itemAt(n)))

    assert "•" in facts()
    assert NO_PERSON not in facts()
    page.detail_view.buttons["identity"].click()
    sheet = sheet_of(page, AskSheet)
    fill(sheet, reason="mencocokkan KTP")
    sheet.accept()
    assert NO_PERSON in facts()
    page.show_list()
    page.open_member(member.id)
    assert NO_PERSON not in facts()
    assert any(line.kind == "identity_shown" for line in page.detail_view.presenter.detail.life)  # type: ignore[union-attr]


# ---- applicants ---------------------------------------------------------------------------------------------------

APPLIED = MemberForm(
    full_name="Rara Contoh", birth_on="1-2-1999", sex="P", address="Jalan Contoh 2", member_type="umum", consent=True
)


def test_an_applicant_is_counted_checked_and_accepted(page: MembersPage, shell: Shell) -> None:
    application = registration.apply_here(shell.desk, APPLIED)
    page.activate()
    assert "(1)" in page.applicants_button.text()
    page.applicants_button.click()
    page._open_applicant(0)
    assert page.detail_view.buttons["lend"].isHidden()
    page.detail_view.buttons["check"].click()
    assert page.form_view.form().full_name == "Rara Contoh"
    put(page, address="Jalan Contoh 22", endorsed_by="RT 3")
    page.form_view.save()
    member = stock.row(shell.desk, Member, application.member_id)
    assert (member.pending, member.address, member.endorsed_by) == (False, "Jalan Contoh 22", "RT 3")
    assert member.member_no
    assert page._form.stack.currentWidget() is page.saved_view


def test_an_applicant_is_declined_with_a_reason(page: MembersPage, shell: Shell) -> None:
    registration.apply_here(shell.desk, APPLIED)
    page.activate()
    page._open_applicant(0)
    page.detail_view.buttons["decline"].click()
    sheet = sheet_of(page, AskSheet)
    sheet.accept()
    assert registration.applicants(shell.desk)
    fill(sheet, reason="formulir tidak disahkan")
    sheet.accept()
    assert registration.applicants(shell.desk) == []
    assert page._form.stack.currentWidget() is page._form.listPage


# ---- the applicant's own screen -----------------------------------------------------------------------------------


@pytest.fixture
def kiosk(shell: Shell, qtbot: QtBot) -> SelfRegistration:
    made = SelfRegistration(shell)
    qtbot.addWidget(made, before_close_func=lambda widget: setattr(widget, "_may_leave", True))
    made.hand_over()
    return made


def answer(kiosk: SelfRegistration, **values: str) -> None:
    for name, value in values.items():
        kiosk.fields.set_value(name, value)
    kiosk.go_on()


def fill_in(kiosk: SelfRegistration) -> None:
    kiosk.begin()
    answer(kiosk, full_name="Rara Contoh")
    answer(kiosk, birth_on="1-2-1999", sex="P")
    answer(kiosk)
    answer(kiosk, address="Jalan Contoh 2")
    for _ in range(3):
        answer(kiosk)


def test_an_applicant_writes_himself_down_and_leaves_nothing_behind(kiosk: SelfRegistration, shell: Shell) -> None:
    assert shell.desk.operator is None
    fill_in(kiosk)
    kiosk.go_on()
    assert "Centang" in kiosk._form.problem.text()
    kiosk.consent.setChecked(True)
    kiosk.go_on()
    shell.desk.operator = operator(shell.desk, ADMIN)  # nobody else may ask who waits
    (applicant,) = registration.applicants(shell.desk)
    assert kiosk._form.doneNumber.text() == applicant.form_no
    assert kiosk.form().full_name == ""
    kiosk._shown.timeout.emit()
    assert kiosk._form.stack.currentWidget() is kiosk._form.welcomePage
    assert kiosk._form.doneNumber.text() == ""


def test_a_wrong_answer_stays_on_its_screen(kiosk: SelfRegistration) -> None:
    kiosk.begin()
    kiosk.go_on()
    assert kiosk.fields.rows["full_name"].error()
    answer(kiosk, full_name="Rara Contoh")
    answer(kiosk, birth_on="32-1-1999")
    assert kiosk.fields.rows["birth_on"].error()
    assert kiosk._step == 1


def test_a_screen_left_alone_forgets_everything(kiosk: SelfRegistration) -> None:
    kiosk.begin()
    answer(kiosk, full_name="Rara Contoh")
    kiosk._idle.timeout.emit()
    assert kiosk.form().full_name == ""
    assert kiosk._form.stack.currentWidget() is kiosk._form.welcomePage


def test_a_child_is_asked_for_a_guardian_and_a_grown_up_is_not(kiosk: SelfRegistration) -> None:
    kiosk.fields.set_value("birth_on", "1-2-2015")
    with_guardian = len(kiosk._steps())
    kiosk.fields.set_value("birth_on", "1-2-1999")
    assert len(kiosk._steps()) == with_guardian - 1


def test_only_an_operator_leads_back(kiosk: SelfRegistration, shell: Shell) -> None:
    back: list[object] = []
    kiosk.returned.connect(back.append)
    kiosk.close()
    assert kiosk.isVisible()
    kiosk.ask_operator()
    kiosk._check(ADMIN, "salah-sekali", "")
    assert kiosk.isVisible()
    assert back == []
    kiosk._check(ADMIN, PASSWORDS[ADMIN], "")
    assert not kiosk.isVisible()
    assert shell.desk.operator is not None


def test_the_language_of_the_applicant_is_not_the_desks(kiosk: SelfRegistration) -> None:
    from loket.ui.texts import language

    kiosk.switch_language()
    assert language() == "en"
    kiosk._check(ADMIN, PASSWORDS[ADMIN], "")
    assert language() == "id"


def test_charges_stand_under_the_loans(page: MembersPage, known: Member, shell: Shell) -> None:
    from loket.domain import events as e

    with shell.desk.action() as act:
        charge = Charge(act.new_id(), known.id, "card_fee", 5_000, act.today, legal_basis="Perda contoh")
        act.record(e.FeeRaised(charge.id, known.id, charge.kind, 5_000, act.today, "Perda contoh"))
    page.open_member(known.id)
    assert page.detail_view._tables["charges"].rowCount() == 1


def test_what_is_typed_before_the_form_is_there_is_not_lost(shell: Shell, qtbot: QtBot) -> None:
    shell.jobs = late = LateJobs()
    page = MembersPage(shell)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    late.is_late = True
    page.start_new()
    QTest.keyClicks(QApplication.focusWidget(), NO_PERSON)
    late.catch_up()
    assert page.form_view.form().identity_no == NO_PERSON
    QTest.keyClicks(QApplication.focusWidget(), "7")
    assert page.form_view.form().identity_no == NO_PERSON + "7", "and then keys go their own way again"
