"""The visitors' kiosk as a screen: it cannot be left, it fits, it speaks both languages, it loses nobody in an hour."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fakes import ADMIN, PASSWORDS, operator
from hands import heard
from kiosk_hands import SIZES, FakeVoice, guest, opened, scan, touch, welcomes, words
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from stock import add_member, set_rule

from loket.domain.entities import Id
from loket.domain.errors import StorageCode, StorageError
from loket.services import registration
from loket.services.desk import Desk
from loket.ui import language as languages
from loket.ui import theme
from loket.ui.pages.kiosk import KioskPage, VisitorKiosk
from loket.ui.pages.self_registration import SelfRegistration
from loket.ui.presenters.kiosk import FlowKind, KioskPresenter, Telling, Told
from loket.ui.shell import Shell
from loket.ui.texts import language


@pytest.fixture
def kiosk(shell: Shell, qtbot: QtBot) -> VisitorKiosk:
    return opened(shell, qtbot)


@pytest.fixture
def member(desk: Desk) -> Id:
    return add_member(desk, "M-1", name="Melati Kenari")


# ---- staying, leaving, languages -----------------------------------------------------------------------------------


def test_nothing_but_an_operator_leads_out(kiosk: VisitorKiosk, desk: Desk) -> None:
    back: list[object] = []
    kiosk.returned.connect(back.append)
    for leave in (kiosk.close, lambda: QApplication.sendEvent(kiosk, QCloseEvent())):
        leave()
        assert kiosk.isVisible()
    QTest.keyClick(kiosk.windowHandle(), Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(kiosk.windowHandle(), Qt.Key.Key_Escape)
    assert kiosk.isVisible()
    touch(kiosk.lock_button)
    assert kiosk.asks_operator()
    QTest.keyClick(kiosk.windowHandle(), Qt.Key.Key_Escape)
    assert welcomes(kiosk)
    touch(kiosk.lock_button)
    kiosk._check(ADMIN, "salah-sekali", "")
    assert kiosk.isVisible()
    kiosk._check(ADMIN, PASSWORDS[ADMIN], "")
    assert not kiosk.isVisible()
    assert len(back) == 1
    assert desk.operator is not None


def test_a_password_is_typed_as_it_is_on_the_screens_keys(kiosk: VisitorKiosk) -> None:
    kiosk.ask_operator()
    kiosk.card.secret.setFocus()
    for sign in "a1b":
        touch(kiosk.leave_keys.keys[sign])
    assert kiosk.card.secret.text() == "a1b"
    kiosk.clear()
    assert kiosk.card.secret.text() == ""


def test_it_comes_back_in_front_of_other_programs_but_not_of_its_own_windows(
    kiosk: VisitorKiosk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    raised: list[bool] = []
    monkeypatch.setattr(kiosk, "showFullScreen", lambda: raised.append(True))
    monkeypatch.setattr(kiosk, "isActiveWindow", lambda: False)
    QApplication.sendEvent(kiosk, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: not kiosk._to_front.isActive())
    assert not raised, "the keyboard is still with this program"
    monkeypatch.setattr(QGuiApplication, "focusWindow", lambda: None)
    QApplication.sendEvent(kiosk, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: bool(raised))


def test_the_visitors_language_is_not_the_next_ones(kiosk: VisitorKiosk, member: Id, qtbot: QtBot) -> None:
    touch(kiosk.language_button)
    assert language() == "en"
    scan(kiosk, "M-1")
    qtbot.waitUntil(lambda: "Reading" in words(kiosk))
    touch(kiosk.language_button)
    qtbot.waitUntil(lambda: "Membaca" in words(kiosk))
    touch(kiosk.language_button)
    kiosk._idle.timeout.emit()
    assert language() == "id"


def test_what_is_typed_stays_when_the_language_changes(kiosk: VisitorKiosk) -> None:
    kiosk.presenter.begin(FlowKind.GUEST)
    kiosk.questions.edit.setText("Rara")
    touch(kiosk.language_button)
    assert kiosk.questions.edit.text() == "Rara"


def test_the_greeting_is_spoken_where_the_library_wants_it_and_the_computer_can(
    kiosk: VisitorKiosk, desk: Desk, member: Id, shell: Shell
) -> None:
    set_rule(desk, "kiosk_purpose", False)
    voice = kiosk.voice = FakeVoice()  # type: ignore[assignment]
    scan(kiosk, "M-1")
    assert voice.said == []
    assert heard(shell) == ["ok"]
    set_rule(desk, "kiosk_voice", True)
    guest(kiosk)
    assert voice.said == [("Selamat datang, Rara.", "id")]
    assert heard(shell) == ["ok"]
    voice.speaks = False
    guest(kiosk, "Melati")
    assert heard(shell) == ["ok", "ok"]


def test_an_applicant_comes_back_to_the_visitors_screen(kiosk: VisitorKiosk, desk: Desk) -> None:
    touch(kiosk.welcome.tiles["register"])
    form = kiosk.registration
    assert form is not None
    assert form.isVisible()
    assert not form.lock_button.isVisible()
    form.close()
    assert form.isVisible(), "nor does this one close by itself"
    form.fields.set_value("full_name", "Rara Contoh")
    form.go_back()
    assert not form.isVisible()
    assert kiosk.registration is None
    assert kiosk.isVisible()
    assert desk.operator is None
    desk.operator = operator(desk, ADMIN)
    assert registration.applicants(desk) == []


@pytest.mark.parametrize("size", SIZES)
def test_an_applicant_writes_by_the_keys_on_the_screen(
    shell: Shell, qtbot: QtBot, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SelfRegistration, "fill_screen", lambda form: (form.setGeometry(0, 0, *size), form.show()))
    kiosk = opened(shell, qtbot, size)
    touch(kiosk.welcome.tiles["register"])
    form = kiosk.registration
    assert form is not None
    qtbot.waitUntil(lambda: form.fields.editors["full_name"].hasFocus())
    for key in "ra":
        touch(form.keyboard.keys[key])
    assert form.fields.value("full_name") == "Ra"
    for step in form._steps():
        form._show_step(step)
        qtbot.wait(1)
        assert (form.width(), form.height()) == size, step
    assert form.next_button.isVisible(), "the last one is sent by its button"
    form.clear()


def test_the_page_hands_over_and_takes_back(shell: Shell, qtbot: QtBot) -> None:
    page = KioskPage(shell)
    qtbot.addWidget(page)
    page.show()
    page.activate()
    kiosk = page.kiosk
    assert kiosk is not None
    assert shell.desk.operator is None
    assert not page.isVisible()
    kiosk._check(ADMIN, PASSWORDS[ADMIN], "")
    assert page.kiosk is None
    assert page.isVisible()


# ---- how it looks --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("spoken", ["id", "en"])
def test_every_screen_fits_and_every_target_is_large_enough(
    shell: Shell, qtbot: QtBot, desk: Desk, member: Id, size: tuple[int, int], spoken: str
) -> None:
    languages.use(spoken)  # type: ignore[arg-type]
    kiosk = opened(shell, qtbot, size)
    try:
        for at in screens(kiosk):
            qtbot.wait(1)
            assert (kiosk.width(), kiosk.height()) == size, at
            scale = theme.current().scale
            for button in kiosk.findChildren(QPushButton):
                if button.isVisible():
                    assert min(button.width(), button.height()) >= 44 * scale - 1, f"{at}: {button.accessibleName()}"
                    assert button.accessibleName(), at
            for text in kiosk.findChildren(QLabel):
                if text.isVisible() and text.property("role") in ("kiosk", "tile", "tile-small", "greeting", "number"):
                    needed = text.heightForWidth(text.width()) if text.wordWrap() else text.sizeHint().height()
                    assert text.height() + 1 >= needed, f"{at}: {text.text()}"
    finally:
        languages.use("id")


def screens(kiosk: VisitorKiosk) -> Iterator[str]:
    """Each in its turn."""
    yield "welcome"
    scan(kiosk, "M-1")
    yield "purpose"
    kiosk.presenter.skip()
    yield "greeted"
    for kind in (FlowKind.GUEST, FlowKind.GROUP, FlowKind.SURVEY):
        kiosk.presenter.begin(kind)
        flow = kiosk.presenter.flow
        assert flow is not None
        fitting = {"name": "Rara", "institution": "SMP Contoh", "leader": "Rara", "people": 9, "sex": "P"}
        while kiosk.presenter.flow is flow:
            yield f"{kind}: {flow.step.field}"
            if flow.step.optional and flow.step.field[0] != "U":
                kiosk.presenter.skip()
            else:
                kiosk.presenter.answer(fitting.get(flow.step.field, "4"))  # type: ignore[arg-type]
        yield f"{kind}: told"
    kiosk.ask_operator()
    yield "operator"


@pytest.mark.parametrize("telling", list(Telling))
def test_everything_it_can_say_has_words_in_both_languages(kiosk: VisitorKiosk, telling: Telling) -> None:

    error = StorageError(StorageCode.FULL) if telling is Telling.FAILED else None
    for spoken in ("id", "en"):
        languages.use(spoken)  # type: ignore[arg-type]
        kiosk.tell(Told(telling, "Rara", kiosk.shell.desk.clock.now(), "P-1", seconds=3, error=error))
        assert kiosk.answers.title.text()


# ---- the sample hour -----------------------------------------------------------------------------------------------


def test_visitors_at_the_kiosk_and_at_the_door_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    from loket.cli.sample_visitors import sample_visitors

    assert sample_visitors(24) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert re.fullmatch(r"24 arrived, 24 recorded, lost 0, answer p99 \d+ ms", last)


def test_a_lost_visitor_ends_the_sample_with_an_error(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from loket.cli import sample_visitors as sample

    with monkeypatch.context() as broken:
        broken.setattr(KioskPresenter, "settle", lambda presenter: setattr(presenter, "flow", None))
        assert sample.sample_visitors(24) == 1
    assert re.search(r"24 arrived, (2[0-3]|1\d) recorded, lost [1-9]", capsys.readouterr().out)
