"""The visitors' kiosk with real services behind it: by card, by touch, by keys, and nothing of the last one left."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hands import clock, heard
from kiosk_hands import guest, opened, pick, scan, touch, visits, welcomes, words, write
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from stock import add_member, change_member, row, set_rule

from loket.db.engine import driver
from loket.domain.entities import Id, SurveyAnswer, VisitKind
from loket.domain.errors import StorageCode, StorageError
from loket.services import guestbook
from loket.services.desk import Desk
from loket.ui.pages.kiosk import VisitorKiosk
from loket.ui.pages.kiosk_keyboard import ERASE
from loket.ui.presenters.kiosk import FlowKind, StepKind
from loket.ui.shell import Shell


@pytest.fixture
def kiosk(shell: Shell, qtbot: QtBot) -> VisitorKiosk:
    return opened(shell, qtbot)


@pytest.fixture
def member(desk: Desk) -> Id:
    return add_member(desk, "M-1", name="Melati Kenari")


# ---- members ------------------------------------------------------------------------------------------------------


def test_a_card_asks_for_the_purpose_then_greets_by_name_and_clears(
    kiosk: VisitorKiosk, desk: Desk, member: Id
) -> None:
    assert desk.operator is None
    scan(kiosk, "m-1")
    assert "Melati Kenari" in words(kiosk)
    assert visits(desk) == []
    pick(kiosk, "membaca")
    (visit,) = visits(desk)
    assert (visit.member_id, visit.purpose, visit.source, visit.operator_id) == (member, "membaca", "kiosk", None)
    assert "Selamat datang, Melati Kenari." in words(kiosk)
    assert kiosk._shown.interval() == 3_000
    kiosk._shown.timeout.emit()
    assert welcomes(kiosk)
    assert "Melati" not in words(kiosk)
    assert "Melati" not in " ".join(one.text() for one in kiosk.findChildren(QLabel)), "nor behind it"
    assert kiosk.people == 1


def test_the_name_goes_after_three_seconds_where_the_purpose_is_asked(kiosk: VisitorKiosk, member: Id) -> None:
    scan(kiosk, "M-1")
    assert kiosk._name_gone.interval() == 3_000
    kiosk._name_gone.timeout.emit()
    assert "Melati" not in words(kiosk)
    assert "Apa keperluan Anda" in words(kiosk)


def test_who_walks_away_from_the_question_is_counted_without_it(kiosk: VisitorKiosk, desk: Desk, member: Id) -> None:
    scan(kiosk, "M-1")
    kiosk._idle.timeout.emit()
    assert welcomes(kiosk)
    assert [(visit.member_id, visit.purpose) for visit in visits(desk)] == [(member, "")]


def test_the_next_card_counts_the_one_before(kiosk: VisitorKiosk, desk: Desk, member: Id) -> None:
    other = add_member(desk, "M-2", name="Rara Contoh")
    scan(kiosk, "M-1")
    scan(kiosk, "M-2")
    assert "Rara Contoh" in words(kiosk)
    assert [visit.member_id for visit in visits(desk)] == [member]
    pick(kiosk, "tugas")
    assert [visit.member_id for visit in visits(desk)] == [member, other]


def test_without_the_question_the_card_is_enough(kiosk: VisitorKiosk, desk: Desk, member: Id) -> None:
    set_rule(desk, "kiosk_purpose", False)
    scan(kiosk, "M-1")
    assert [visit.member_id for visit in visits(desk)] == [member]
    assert "Kunjungan Anda sudah dicatat" in words(kiosk)


def test_a_second_scan_says_so_and_offers_to_go_home(kiosk: VisitorKiosk, desk: Desk, member: Id) -> None:
    scan(kiosk, "M-1")
    pick(kiosk, "membaca")
    scan(kiosk, "M-1")
    assert "sejak pukul 10.00" in words(kiosk)
    assert len(visits(desk)) == 1
    touch(kiosk.answers.leave_button)
    assert visits(desk)[0].left_at == desk.clock.now()
    assert "Sampai jumpa" in words(kiosk)
    touch(kiosk.answers.rate_button)
    assert kiosk.presenter.flow is not None
    assert kiosk.presenter.flow.kind is FlowKind.SURVEY


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"valid_until": "past"}, "sudah habis"),
        ({"suspended_until": "later"}, "ditangguhkan"),
        ({"left": True}, "sudah berakhir"),
    ],
)
def test_who_may_not_borrow_is_counted_and_sent_to_the_desk(
    kiosk: VisitorKiosk, desk: Desk, member: Id, fields: dict[str, object], said: str
) -> None:
    days = {"past": desk.today() - timedelta(days=1), "later": desk.today() + timedelta(days=9)}
    change_member(desk, member, **{name: days.get(value, value) for name, value in fields.items()})  # type: ignore[call-overload]
    scan(kiosk, "M-1")
    kiosk.presenter.skip()
    assert said in words(kiosk)
    assert "petugas" in words(kiosk)
    assert [visit.member_id for visit in visits(desk)] == [member]
    assert visits(desk)[0].warned


def test_an_unknown_code_is_told_and_writes_nothing(kiosk: VisitorKiosk, desk: Desk, shell: Shell) -> None:
    scan(kiosk, "X-404")
    assert "tidak dikenali" in words(kiosk)
    assert visits(desk) == []
    assert heard(shell)[-1] == "refused"


def test_a_failed_disk_is_told_and_the_next_card_works(
    kiosk: VisitorKiosk, desk: Desk, member: Id, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_rule(desk, "kiosk_purpose", False)

    def full(*_given: object, **_more: object) -> None:
        raise StorageError(StorageCode.FULL)

    with monkeypatch.context() as broken:
        broken.setattr(guestbook, "check_in_member", full)
        scan(kiosk, "M-1")
        assert "Disk penuh" in words(kiosk)
        assert "Panggil petugas" in words(kiosk)
    scan(kiosk, "M-1")
    assert len(visits(desk)) == 1


# ---- guests and groups ---------------------------------------------------------------------------------------------


def test_a_guest_by_touch_alone(kiosk: VisitorKiosk, desk: Desk) -> None:
    touch(kiosk.welcome.tiles[FlowKind.GUEST])
    write(kiosk, "Rara c")
    assert kiosk.questions.edit.text() == "Rara C", "words of a name begin with a capital"
    touch(kiosk.questions.keyboard.keys[ERASE])
    write(kiosk, "Contoh")
    touch(kiosk.questions.next_button)
    pick(kiosk, "P")
    pick(kiosk, "16-18")
    pick(kiosk, "SMA/SMK")
    pick(kiosk, "Pelajar")
    touch(kiosk.questions.skip_button)
    pick(kiosk, "tugas")
    (visit,) = visits(desk)
    assert (visit.kind, visit.name, visit.sex, visit.age_group) == (VisitKind.GUEST, "Rara Contoh", "P", "16-18")
    assert (visit.education, visit.job, visit.institution, visit.purpose) == ("SMA/SMK", "Pelajar", "", "tugas")
    assert kiosk.answers.number.text() == visit.visitor_no
    assert visit.visitor_no.startswith("P261124-L1-")
    assert kiosk.answers.number.isVisible()
    touch(kiosk.answers.done_button)
    assert welcomes(kiosk)
    assert "Rara" not in " ".join(one.text() for one in kiosk.findChildren(QLineEdit))


def test_a_guest_by_keyboard_alone(kiosk: VisitorKiosk, desk: Desk) -> None:
    kiosk.presenter.begin(FlowKind.GUEST)
    QTest.keyClicks(kiosk.questions.edit, "Rara")
    QTest.keyClick(kiosk.questions.edit, Qt.Key.Key_Return)
    tile = kiosk.questions.grid.tiles["L"]
    tile.setFocus()
    QTest.keyClick(kiosk.windowHandle(), Qt.Key.Key_Return)
    assert kiosk.presenter.flow is not None
    assert kiosk.presenter.flow.answers == {"name": "Rara", "sex": "L"}
    QTest.keyClick(kiosk.windowHandle(), Qt.Key.Key_Escape)
    assert kiosk.presenter.flow.step.field == "sex"
    assert kiosk.questions.grid.tiles["L"].isChecked()


def test_a_number_as_long_as_an_identity_is_refused_and_stays_to_be_mended(kiosk: VisitorKiosk, desk: Desk) -> None:
    kiosk.presenter.begin(FlowKind.GUEST)
    kiosk.questions.edit.setText("1234567812345678")
    touch(kiosk.questions.next_button)
    assert kiosk.questions.problem.text()
    assert kiosk.questions.edit.text() == "1234567812345678"
    kiosk.questions.edit.setText("")
    assert not kiosk.questions.problem.text()
    touch(kiosk.questions.next_button)
    assert kiosk.questions.problem.text(), "a name is asked for"
    assert visits(desk) == []


def test_who_says_enough_is_written_down_at_once(kiosk: VisitorKiosk, desk: Desk) -> None:
    kiosk.presenter.begin(FlowKind.GUEST)
    assert not kiosk.questions.finish_button.isVisible()
    kiosk.questions.edit.setText("R.")
    touch(kiosk.questions.next_button)
    assert not kiosk.questions.skip_button.isVisible()
    pick(kiosk, "P")
    touch(kiosk.questions.finish_button)
    assert [(visit.name, visit.age_group) for visit in visits(desk)] == [("R.", "")]


def test_a_group_is_counted_by_heads_and_its_sums_are_checked(kiosk: VisitorKiosk, desk: Desk) -> None:
    touch(kiosk.welcome.tiles[FlowKind.GROUP])
    for text in ("SMP Contoh", "Ibu Melati"):
        kiosk.questions.edit.setText(text)
        touch(kiosk.questions.next_button)
    touch(kiosk.questions.skip_button)
    for digit in "30":
        touch(kiosk.questions.number_pad.keys[digit])
    touch(kiosk.questions.next_button)
    for digit in "31":
        touch(kiosk.questions.pad.keys[digit])
    touch(kiosk.questions.next_button)
    assert kiosk.questions.problem.text(), "more than came"
    touch(kiosk.questions.pad.keys[ERASE])
    touch(kiosk.questions.pad.keys[ERASE])
    for digit in "12":
        touch(kiosk.questions.pad.keys[digit])
    touch(kiosk.questions.rows.rows["P"])
    for digit in "18":
        QTest.keyClick(kiosk.windowHandle(), digit)
    assert kiosk.questions.sum.text() == "30 dari 30 orang"
    touch(kiosk.questions.next_button)
    kiosk.questions.rows.choose("SMP")
    QTest.keyClick(kiosk.windowHandle(), "2")
    QTest.keyClick(kiosk.windowHandle(), Qt.Key.Key_Return)
    touch(kiosk.questions.skip_button)
    pick(kiosk, "kunjungan")
    (visit,) = visits(desk)
    assert (visit.kind, visit.people, visit.male, visit.female) == (VisitKind.GROUP, 30, 12, 18)
    assert (visit.by_education, visit.by_job, visit.name) == (("SMP:2",), (), "Ibu Melati")
    assert kiosk.people == 30
    assert "30 orang" in words(kiosk)


@pytest.mark.parametrize("people", ["", "0", "000"])
def test_a_group_of_nobody_is_refused(kiosk: VisitorKiosk, people: str) -> None:
    kiosk.presenter.begin(FlowKind.GROUP)
    for value in ("SMP Contoh", "Ibu Melati", ""):
        kiosk.presenter.answer(value)
    kiosk.questions.edit.setText(people)
    touch(kiosk.questions.next_button)
    assert kiosk.questions.problem.text()
    assert kiosk.presenter.flow is not None
    assert kiosk.presenter.flow.step.kind is StepKind.NUMBER


def test_a_visitors_slip_on_the_way_out(kiosk: VisitorKiosk, desk: Desk) -> None:
    number = guest(kiosk)
    scan(kiosk, number)
    assert "Sampai jumpa" in words(kiosk)
    assert visits(desk)[0].left_at is not None
    scan(kiosk, number)
    assert "sudah tercatat pulang" in words(kiosk)
    assert len(visits(desk)) == 1


def test_a_card_held_there_while_a_name_is_typed_is_a_scan(kiosk: VisitorKiosk, desk: Desk) -> None:
    add_member(desk, "2026-00017", name="Rara Contoh")
    kiosk.presenter.begin(FlowKind.GUEST)
    kiosk.questions.edit.setFocus()
    scan(kiosk, "2026-00017")
    assert "Rara Contoh" in words(kiosk)
    assert kiosk.presenter.flow is not None
    assert kiosk.presenter.flow.kind is FlowKind.MEMBER


# ---- the survey ----------------------------------------------------------------------------------------------------


def test_nine_touches_make_an_answer_nobody_is_named_in(kiosk: VisitorKiosk, desk: Desk) -> None:
    touch(kiosk.welcome.tiles[FlowKind.SURVEY])
    for mark in "4321":
        pick(kiosk, mark)
    touch(kiosk.questions.skip_button)
    for _ in range(4):
        pick(kiosk, "4")
    kiosk.questions.edit.setText("Rak terlalu tinggi")
    touch(kiosk.questions.next_button)
    touch(kiosk.questions.finish_button)
    (answer,) = answers(desk)
    assert (answer.answers, answer.comment, answer.service) == ("432104444", "Rak terlalu tinggi", "")
    assert "Terima kasih" in words(kiosk)
    touch(kiosk.answers.done_button)
    touch(kiosk.welcome.tiles[FlowKind.SURVEY])
    assert "60 detik" in words(kiosk)
    clock(desk).advance(seconds=61)
    kiosk.presenter.begin(FlowKind.SURVEY)
    assert kiosk.presenter.flow is not None


def test_who_skips_all_nine_sends_nothing(kiosk: VisitorKiosk, desk: Desk) -> None:
    kiosk.presenter.begin(FlowKind.SURVEY)
    for _ in range(9):
        touch(kiosk.questions.skip_button)
    assert welcomes(kiosk)
    assert answers(desk) == []


def answers(desk: Desk) -> list[SurveyAnswer]:
    with desk.database.read() as connection:
        ids = driver(connection).execute("SELECT id FROM survey_answer").fetchall()
    return [row(desk, SurveyAnswer, one[0].hex()) for one in ids]


def test_what_a_library_does_not_want_is_not_offered(kiosk: VisitorKiosk, desk: Desk) -> None:
    assert set(kiosk.welcome.tiles) == {"guest", "group", "survey", "register"}
    set_rule(desk, "kiosk_survey", False)
    set_rule(desk, "kiosk_register", False)
    kiosk.clear()
    assert set(kiosk.welcome.tiles) == {"guest", "group"}
