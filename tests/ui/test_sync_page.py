"""The page "Sinkronisasi", the status line, and the glue to the thread that syncs, without any server."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import ADMIN, CIRCULATION, HASHER, new_desk, operator
from pytestqt.qtbot import QtBot

from loket.db.engine import driver
from loket.db.meta import set_meta
from loket.domain import events as e
from loket.domain.errors import InvalidInput
from loket.domain.scope import Scope
from loket.services.operators import SignIns, change_operator
from loket.sync.client import RoundReport
from loket.sync.status import SyncStatus
from loket.sync.transport import Unreachable
from loket.ui import texts_sync
from loket.ui.jobs import InlineJobs
from loket.ui.main_window import MainWindow
from loket.ui.pages.cases import CasesPage
from loket.ui.pages.sync import SyncPage
from loket.ui.presenters import sync as presenter
from loket.ui.presenters.sync import Standing, standing_of
from loket.ui.profiles import pages_of
from loket.ui.shell import Shell
from loket.ui.sounds import Sounds
from loket.ui.syncing import Syncing
from loket.ui.widgets import StatusStrip

URL = "https://pusat.example:8447"


class FakeWorker:
    """Stands for the thread: notes what it was asked, and says what a test wants it to say."""

    def __init__(self, publish: Callable[[SyncStatus], object], on_round: Callable[[RoundReport], object]) -> None:
        self.publish, self.on_round = publish, on_round
        self.heard: list[str] = []
        self.wish: Future[Any] = Future()

    def start(self) -> None:
        self.heard.append("start")

    def wake(self, reason: str = "") -> None:
        self.heard.append("wake")

    def sync_now(self) -> Future[Any]:
        self.heard.append("sync")
        return self.wish

    def stop(self, timeout: float = 5.0) -> bool:
        self.heard.append("stop")
        return True


class Workers:
    """Makes workers and remembers them."""

    def __init__(self) -> None:
        self.made: list[FakeWorker] = []

    def __call__(self, desk: object, publish: Callable[..., object], on_round: Callable[..., object]) -> FakeWorker:
        self.made.append(FakeWorker(publish, on_round))
        return self.made[-1]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    desk = new_desk(tmp_path)
    desk.operator = operator(desk, ADMIN)
    return Shell(desk, InlineJobs(), Sounds(muted=True), HASHER, SignIns(HASHER), tmp_path)


@pytest.fixture
def workers(shell: Shell) -> Workers:
    made = Workers()
    shell.sync.make_worker = made
    return made


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> SyncPage:
    made = SyncPage(shell)
    qtbot.addWidget(made)
    made.resize(1366, 660)
    made.show()
    made.activate()
    return made


def join(shell: Shell) -> None:
    """As an enrolment leaves the database."""
    with shell.desk.database.write() as connection:
        for key, value in (("server_url", URL), ("scope", Scope.FULL.value)):
            set_meta(driver(connection), key, value)
    shell.desk.scope = Scope.FULL


def tell(shell: Shell, **facts: Any) -> SyncStatus:
    shell.sync.status = SyncStatus(enrolled=True, server_url=URL, **facts)
    shell.sync.told.emit(shell.sync.status)
    return shell.sync.status


def now(shell: Shell) -> datetime:
    return shell.desk.clock.now()


# ---- how grave it is ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hours", "expected"), [(0, "well"), (24, "well"), (24.1, "late"), (72, "late"), (72.1, "overdue")]
)
def test_amber_after_a_day_and_red_after_three(shell: Shell, hours: float, expected: str) -> None:
    status = SyncStatus(enrolled=True, pending=1, pending_since=now(shell) - timedelta(hours=hours))
    assert standing_of(status, now(shell)) == expected
    assert standing_of(replace(status, pending=0), now(shell)) is Standing.WELL


def test_the_chip_says_how_much_and_since_when(shell: Shell) -> None:
    def chip(hours: float, **facts: Any) -> tuple[str, str]:
        since = now(shell) - timedelta(hours=hours)
        status = SyncStatus(enrolled=True, pending=12, pending_since=since, last_ok_at=since, **facts)
        shown = texts_sync.sync_chips(status, now(shell), 480)[0]
        return shown.text, shown.state

    assert chip(3) == ("12 belum terkirim (3 jam)", "quiet")
    assert chip(30) == ("12 belum terkirim (1 hari)", "warn")
    assert chip(80) == ("12 belum terkirim (3 hari)", "stop")
    assert chip(1, last_error="revoked") == ("Sinkronisasi berhenti", "stop")


def test_a_counter_on_its_own_says_nothing_of_sending(shell: Shell) -> None:
    assert texts_sync.sync_chips(SyncStatus(enrolled=False), now(shell), 480) == []


@pytest.mark.parametrize(
    "code",
    [
        *("offline", "timeout", "portal", "certificate", "trouble", "clone", "revoked", "expired", "token", "busy"),
        *("superseded", "confused", "storage", "internal"),
    ],
)
def test_every_error_has_a_reason_and_what_to_do(code: str) -> None:
    why, what = texts_sync.reason_of(code)
    assert why
    assert what.endswith(".")
    assert "{" not in why


@pytest.mark.parametrize(
    "error",
    [
        InvalidInput("enrol_code", "enrol_code_form", signs=4, wanted=10),
        InvalidInput("enrol_code", "code_unknown"),
        InvalidInput("enrol_code", "near_only"),
        InvalidInput("server_address", "server_certificate", pin="7Q2XH4MD"),
        InvalidInput("server_address", "server_certificate", pin=""),
        InvalidInput("server_address", "server_trouble", pin=""),
        InvalidInput("packet", "packet_stale"),
    ],
)
def test_every_refusal_of_a_form_is_a_sentence(error: InvalidInput) -> None:
    text = texts_sync.invalid_text(error)
    assert text.endswith(".")
    assert str(error.params.get("pin", "")) in text


# ---- the page -------------------------------------------------------------------------------------------------------


def test_what_waits_and_why_and_what_comes_next(page: SyncPage, shell: Shell) -> None:
    since = now(shell) - timedelta(hours=20)
    facts = {"pending": 37, "pending_since": since, "last_error": "timeout", "last_ok_at": since}
    tell(shell, **facts, next_at=now(shell) + timedelta(minutes=2))
    assert page._form.sentence.text() == "Belum terkirim 37 kejadian sejak kemarin 14.00: server tidak menjawab."
    assert page._form.coming.text() == "Dicoba lagi 2 menit lagi."
    assert page._form.facts.text_of("Server") == URL
    assert page._form.facts.text_of("Terakhir berhasil") == "kemarin 14.00 (20 jam lalu)"


def test_a_running_round_shows_how_far_it_is(page: SyncPage, shell: Shell) -> None:
    tell(shell, running=True, phase="pull", done=1200, total=4200)
    assert page._form.coming.text() == "Mengambil data … 1.200 / 4.200"
    assert page._form.progress.value() == 1200
    tell(shell, last_ok_at=now(shell))
    assert page._form.progress.isHidden()


def test_not_joined_it_explains_and_offers_the_form(page: SyncPage) -> None:
    assert page._form.stack.currentWidget() is page.panel
    assert "Loket Pusat" in page.panel._form.about.text()


def test_joining_starts_the_syncing(
    page: SyncPage, shell: Shell, workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []

    def enrol(_database: object, _clock: object, _ids: object, address: str, code: str) -> object:
        asked.append((address, code))
        join(shell)
        return shell.desk

    monkeypatch.setattr(presenter, "join", enrol)
    page.panel.address.setText("pusat.example:8447")
    page.panel.code.setText("01234-56789")
    page.panel.submit()
    assert asked == [("pusat.example:8447", "01234-56789")]
    assert workers.made[0].heard == ["start"]
    assert page._form.stack.currentWidget() is page._form.joined
    assert page.panel.code.text() == ""


def test_a_wrong_code_is_said_at_its_field_and_stays(page: SyncPage, shell: Shell) -> None:
    """The real check of the form: nothing was asked of any server."""
    page.panel.address.setText("pusat.example")
    page.panel.code.setText("0123")
    page.panel.submit()
    assert page.panel.rows["enrol_code"].error() == "Terbaca 4 tanda; kodenya 10 tanda. Periksa huruf demi huruf."
    assert page.panel.code.text() == "0123"
    assert not shell.sync.status.enrolled


def test_only_an_administrator_joins(page: SyncPage, shell: Shell) -> None:
    shell.desk.operator = operator(shell.desk, CIRCULATION)
    page.panel.address.setText("pusat.example")
    page.panel.code.setText("0123456789")
    page.panel.submit()
    assert "administrator" in page.said()


def test_a_packet_is_written_where_the_operator_says(
    page: SyncPage, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(shell)
    monkeypatch.setattr(presenter, "save_packet", lambda desk, path: path.write_bytes(b"x") and 37)
    names: list[str] = []
    page.choose_save = lambda name: names.append(name) or tmp_path / name  # type: ignore[func-returns-value]
    page.tools.buttons["save"].click()
    assert names == ["loket-L1-20261124.lkt"]
    assert (tmp_path / names[0]).exists()
    assert page.said().startswith("37 kejadian tersimpan di")


def test_a_reply_is_taken_and_pages_hear_of_it(
    page: SyncPage, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(shell)
    heard: list[str] = []
    shell.changes.happened.connect(lambda kind, _by: heard.append(kind))
    report = RoundReport(pushed=5, pulled=80, changed_kinds=frozenset({"member", "loan", "conflict_case"}))
    monkeypatch.setattr(presenter, "read_packet", lambda desk, path: report)
    page.choose_read = lambda: tmp_path / "balasan.lkt"
    page.tools.buttons["read"].click()
    assert heard == ["cases", "loans", "members"]
    assert "5 kejadian" in page.said()


def test_a_stick_that_is_gone_is_said(page: SyncPage, shell: Shell, tmp_path: Path) -> None:
    join(shell)
    tell(shell)
    page.choose_read = lambda: tmp_path / "tidak-ada.lkt"
    page.tools.buttons["read"].click()
    assert page.said()


def test_a_thorough_check_takes_the_workers_place(
    page: SyncPage, shell: Shell, workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    join(shell)
    shell.sync.begin()

    class Way:
        def close(self) -> None:
            pass

    def unreachable(*_: object, **__: object) -> RoundReport:
        assert workers.made[0].heard == ["start", "stop"]
        raise Unreachable("offline")

    monkeypatch.setattr("loket.sync.servertime.transport_of", lambda desk: Way())
    monkeypatch.setattr("loket.sync.client.sync_round", unreachable)
    page.tools.buttons["check"].click()
    assert "server tidak terjangkau" in page.said()
    assert len(workers.made) == 2  # syncing goes on
    monkeypatch.setattr("loket.sync.client.sync_round", lambda *_, **__: RoundReport())
    page.tools.buttons["check"].click()
    assert page.said() == "Semua data di loket ini sama dengan pusat."


def test_a_language_says_the_same(page: SyncPage, shell: Shell) -> None:
    tell(shell, pending=2, pending_since=now(shell))
    shown = page._form.sentence.text()
    page.retranslate()
    assert page._form.sentence.text() == shown


# ---- the glue -------------------------------------------------------------------------------------------------------


def test_a_counter_on_its_own_starts_no_thread(shell: Shell, workers: Workers) -> None:
    shell.sync.begin()
    assert workers.made == []
    assert not shell.sync.status.enrolled


def test_word_of_the_thread_comes_over_into_the_window(shell: Shell, workers: Workers, qtbot: QtBot) -> None:
    join(shell)
    shell.sync.begin()
    with qtbot.waitSignal(shell.sync.told):
        workers.made[0].publish(SyncStatus(enrolled=True, pending=3))
    assert shell.sync.status.pending == 3


def test_after_a_merge_the_desk_has_its_own_rows_anew(shell: Shell, workers: Workers, qtbot: QtBot) -> None:
    join(shell)
    shell.sync.begin()
    desk = shell.desk
    with desk.action() as act:
        act.record(e.LibraryDescribed(replace(desk.library, name="Nama Baru")))
    with qtbot.waitSignal(shell.changes.happened):
        workers.made[0].on_round(RoundReport(changed_kinds=frozenset({"library"})))
    assert desk.library.name == "Nama Baru"


def test_who_was_made_inactive_elsewhere_is_signed_out(shell: Shell, workers: Workers, qtbot: QtBot) -> None:
    join(shell)
    shell.sync.begin()
    desk = shell.desk
    clerk = operator(desk, CIRCULATION)
    change_operator(desk, HASHER, clerk.id, active=False)
    desk.operator = clerk
    with qtbot.waitSignal(shell.sync.operator_gone):
        workers.made[0].on_round(RoundReport(changed_kinds=frozenset({"operator"})))


def test_closing_waits_for_the_last_round_and_no_longer(shell: Shell, workers: Workers, qtbot: QtBot) -> None:
    join(shell)
    shell.sync.begin()
    closed: list[str] = []
    shell.sync.sync_before_closing(lambda: closed.append("first"))
    assert workers.made[0].heard == ["start", "sync"]
    assert closed == []
    workers.made[0].wish.set_exception(Unreachable("offline"))  # also a failed round is the end of waiting
    qtbot.waitUntil(lambda: closed == ["first"])
    workers.made[0].wish = Future()
    shell.sync.sync_before_closing(lambda: closed.append("second"))
    shell.sync.stop_waiting()
    qtbot.waitUntil(lambda: closed == ["first", "second"])
    workers.made[0].wish.set_result(RoundReport())
    qtbot.wait(20)
    assert closed == ["first", "second"]


def test_closing_does_not_wait_for_ever(
    shell: Shell, workers: Workers, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loket.ui.syncing.CLOSING_MS", 30)
    join(shell)
    shell.sync.begin()
    closed: list[bool] = []
    shell.sync.sync_before_closing(lambda: closed.append(True))
    qtbot.waitUntil(lambda: closed == [True])


def test_the_end_stops_the_thread(shell: Shell, workers: Workers) -> None:
    join(shell)
    shell.sync.begin()
    shell.sync.end()
    assert workers.made[0].heard == ["start", "stop"]
    shell.sync.begin()
    assert len(workers.made) == 1


# ---- the main window ------------------------------------------------------------------------------------------------


def test_joining_brings_the_tab_and_the_chips(shell: Shell, qtbot: QtBot) -> None:
    main = MainWindow(shell, pages_of(shell.desk.station.profile))
    qtbot.addWidget(main)
    main.show_first()
    before = main._tabs.count()
    assert main.status.chip_text("sync") == ""
    join(shell)
    tell(shell, last_ok_at=now(shell))
    assert main._tabs.count() == before + 1
    assert main.status.chip_text("sync") == "Semua terkirim"
    main.status.chip_clicked.emit("sync")
    assert isinstance(main.current(), SyncPage)


def test_the_number_of_cases_stands_in_the_tab_and_the_line(shell: Shell, qtbot: QtBot) -> None:
    from test_cases_page import lent_twice

    main = MainWindow(shell, pages_of(shell.desk.station.profile, joined=True))
    qtbot.addWidget(main)
    main.show_first()
    lent_twice(shell)
    shell.changes.tell("cases")
    assert main.status.chip_text("cases") == "1 perlu diputuskan"
    assert "(1)" in main._tabs.tabText(main._kinds.index(CasesPage))
    main.status.chip_clicked.emit("cases")
    page = main.current()
    assert isinstance(page, CasesPage)
    page.press(1)
    assert main.status.chip_text("cases") == ""


def test_a_narrow_line_keeps_what_is_wrong(qtbot: QtBot) -> None:
    strip = StatusStrip(order=("saved", "sync", "age", "backup"))
    qtbot.addWidget(strip)
    strip.resize(1366, 34)
    strip.show()
    strip.set_chip("backup", "Belum ada cadangan", state="warn")
    strip.set_chip("clock", "Rab, 25 Nov 2026  WITA 09.02", right=True)
    strip.set_chip("age", "Data pusat 5 jam lalu")
    strip.set_chip("saved", "Tersimpan", state="ok")
    strip.set_chip("sync", "412 belum terkirim (4 hari)", state="stop")
    chips = strip._chips
    assert [strip._left.itemAt(n).widget() for n in range(4)] == [chips[k] for k in ("saved", "sync", "age", "backup")]
    assert all(chip.isVisible() for chip in chips.values())
    strip.resize(640, 34)
    assert [key for key, chip in chips.items() if not chip.isVisible()] == ["age"]
    strip.resize(1366, 34)
    assert all(chip.isVisible() for chip in chips.values())


def test_an_example_library_offers_no_server(shell: Shell, qtbot: QtBot) -> None:
    main = MainWindow(shell, pages_of(shell.desk.station.profile), may_join=False)
    qtbot.addWidget(main)
    assert "Sinkronisasi" not in [text.partition("\t")[0] for text, _, _ in main.entries()]
    assert "Perlu diputuskan" in [text.partition("\t")[0] for text, _, _ in main.entries()]


def test_syncing_is_there_for_every_page(shell: Shell) -> None:
    assert isinstance(shell.sync, Syncing)
