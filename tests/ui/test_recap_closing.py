"""Closing on real services: the list turns calm, Enter locks the day, a name is put under it, files are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from fakes import ADMIN, CIRCULATION, PASSWORDS, SUPERVISOR, TODAY, new_desk, operator
from guest_hands import GUEST, as_admin
from hands import fill, heard, press, sheet_of, shown, texts
from papers import text_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from stock import add_item, add_member, adopt, event_types, must

from loket.domain.entities import Id, Official, Recap, Station
from loket.domain.officials import HEAD, SECTION_HEAD
from loket.services import closing, guestbook, locker_banks, lockers
from loket.services.closing_checks import BACKUP, INSIDE, KEYS, LOCKERS, UNCLOSED, Check
from loket.services.desk import Desk
from loket.services.officials import set_official
from loket.services.scanning import Counter
from loket.services.visitors import Person
from loket.ui import language, preferences
from loket.ui.pages import recap_closing
from loket.ui.pages.recap_closing import CloseSheet, ClosingSection, SignSheet
from loket.ui.presenters.recap_closing import PLACES, DayRow, Mark, Remedy, day_rows, may_close, may_sign, remedy_of
from loket.ui.shell import Shell
from loket.ui.texts_recap_closing import CALM, TITLES, TO_DO, check_details, check_text, morning_text

YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A counter where something happened yesterday and today; one guest is still inside."""
    desk = new_desk(tmp_path, today=YESTERDAY)
    adopt(desk)
    lend(desk, "B1")
    desk.clock.advance(days=1)  # type: ignore[attr-defined]
    lend(desk, "B2")
    guestbook.check_in_guest(desk, GUEST)
    yield desk
    desk.database.close()


def lend(desk: Desk, barcode: str) -> None:
    add_member(desk, f"M-{barcode}")
    add_item(desk, barcode)
    counter = Counter(desk)
    for text in (f"M-{barcode}", barcode, ""):
        desk.clock.advance(seconds=5)  # type: ignore[attr-defined]
        counter.scan(text, desk.clock.now(), desk.clock.mono_ms())


@pytest.fixture
def folder(shell: Shell, tmp_path: Path) -> Path:
    chosen = tmp_path / "Rekap"
    preferences.change(shell.data_dir, recap_folder=str(chosen))
    return chosen


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    files: list[Path] = []
    monkeypatch.setattr(recap_closing, "open_file", lambda path: not files.append(path))
    return files


@pytest.fixture
def section(shell: Shell, folder: Path, opened: list[Path], qtbot: QtBot) -> ClosingSection:
    made = shown(ClosingSection(shell), qtbot)
    made.activate()
    return made


def said(section: ClosingSection) -> list[str]:
    lines: list[str] = []
    section.said.connect(lambda sentence, _tone: lines.append(sentence))
    return lines


def marks(section: ClosingSection) -> list[tuple[date, Mark]]:
    return [(row.on, row.mark) for row in section.seen.view.rows]


def close(section: ClosingSection, note: str = "") -> Recap:
    """Close as an operator does: Enter, and a word where something is not in order."""
    press(section, "Return", section)  # type: ignore[arg-type]
    if section.sheets.sheet is not None:
        fill(sheet_of(section.sheets, CloseSheet), note=note).accept()
    return must(section.seen.row.recap)


# ---- the checklist --------------------------------------------------------------------------------------------------


def test_every_line_has_its_words() -> None:
    assert set(TITLES) == set(CALM) == set(TO_DO) == set(KEYS)
    for key in KEYS:
        assert check_text(Check(key, True)) == CALM[key]
        assert check_text(Check(key, False, 3))
        remedy = remedy_of(Check(key, False, 1))
        assert remedy is not Remedy.PLACE or key in PLACES
        assert remedy_of(Check(key, True)) is None


def test_details_tell_the_first_few_and_how_many_more() -> None:
    check = Check(LOCKERS, False, 5, ("A1 · Ada", "A2 · Budi", "A3 · Cici", "A4 · Dedi", "A5 · Eka"))
    assert check_details(check) == "A1 · Ada; A2 · Budi; A3 · Cici; 2 lagi"
    assert check_details(Check(LOCKERS, True)) == ""
    assert "23 Nov 2026" in check_details(Check(UNCLOSED, False, 1, (YESTERDAY.isoformat(),)))


def test_a_line_turns_calm_when_it_is_put_right(section: ClosingSection, desk: Desk) -> None:
    line, told = section.lines[INSIDE], said(section)
    assert not line.check.ok
    assert "1 orang" in line.title.full_text()
    line.button.click()
    assert line is section.lines[INSIDE]
    assert line.check.ok
    assert line.state.full_text() == CALM[INSIDE]
    assert not line.button.isVisible()
    assert guestbook.inside(desk).people == 0
    assert told == ["1 kunjungan dicatat keluar."]


def test_what_people_must_do_is_done_on_its_page(section: ClosingSection, desk: Desk, shell: Shell) -> None:
    as_admin(desk, lambda: locker_banks.add_bank(desk, "Lobi", "A1", "A2", 2))
    tile = must(lockers.tile_by_number(desk, "A1"))
    lockers.take(desk, tile.locker.id, Person(None, None, "Melati Kenari", ""))
    gone: list[str] = []
    shell.ways.place.connect(gone.append)
    section.activate()
    line = section.lines[LOCKERS]
    assert "Melati Kenari" in line.state.full_text()
    shown_order = [section._form.checks_layout.itemAt(place).widget() for place in range(len(section.lines))]
    assert shown_order == [section.lines[check.key] for check in section.seen.view.checks]
    line.button.click()
    assert gone == ["lockers"]
    assert not line.check.ok


def test_days_before_are_closed_from_the_list(section: ClosingSection, desk: Desk) -> None:
    assert marks(section) == [(TODAY, Mark.OPEN), (YESTERDAY, Mark.OPEN)]
    section.lines[UNCLOSED].button.click()
    assert closing.the_recap(desk, YESTERDAY) is not None
    assert section.lines[UNCLOSED].check.ok
    assert marks(section) == [(TODAY, Mark.OPEN), (YESTERDAY, Mark.MADE)]


def test_a_backup_is_made_from_the_list(section: ClosingSection, shell: Shell) -> None:
    assert not section.lines[BACKUP].check.ok
    section.lines[BACKUP].button.click()
    assert section.lines[BACKUP].check.ok
    assert list((shell.data_dir / "backups").iterdir())


# ---- closing --------------------------------------------------------------------------------------------------------


def test_enter_closes_at_once_where_all_is_in_order(section: ClosingSection, desk: Desk, folder: Path) -> None:
    guestbook.close_day(desk)
    section.activate()
    told = said(section)
    recap = close(section)
    assert section.sheets.sheet is None
    assert (recap.on, recap.revision, recap.by_night) == (TODAY, 1, False)
    assert closing.the_recap(desk, TODAY) == recap
    assert any(recap.number in line and str(folder) in line for line in told)
    assert recap.number in section.paper.number.text()


def test_closing_writes_the_files_backs_up_and_opens_the_paper(
    section: ClosingSection, desk: Desk, shell: Shell, folder: Path, opened: list[Path]
) -> None:
    recap = close(section)
    names = sorted(file.name for file in folder.iterdir())
    assert names == [f"rekap-{TODAY.isoformat()}-L1.{ending}" for ending in ("csv", "pdf", "xlsx")]
    pdf = folder / f"rekap-{TODAY.isoformat()}-L1.pdf"
    assert opened == [pdf]
    assert recap.number in text_of(pdf.read_bytes())
    assert section.lines[BACKUP].check.ok
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    section.keep()
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_nothing_is_opened_where_nobody_prints(section: ClosingSection, shell: Shell, opened: list[Path]) -> None:
    section._form.to_print.click()
    assert preferences.load(shell.data_dir).recap_print is False
    close(section)
    assert opened == []
    section.print_it()
    assert [path.suffix for path in opened] == [".pdf"]


def test_what_is_not_in_order_is_shown_first_and_stands_in_the_recap(section: ClosingSection, desk: Desk) -> None:
    press(section, "Return", section)  # type: ignore[arg-type]
    sheet = sheet_of(section.sheets, CloseSheet)
    assert closing.the_recap(desk, TODAY) is None
    sheet.reject()
    assert closing.the_recap(desk, TODAY) is None
    recap = close(section, note="Listrik padam sejak siang")
    assert "1 orang masih di dalam" in section.paper.texts()
    assert "Listrik padam sejak siang" in section.paper.texts()
    assert "open_inside" in recap.body


def test_closing_again_without_a_change_makes_nothing(section: ClosingSection, desk: Desk) -> None:
    recap = close(section)
    before, told = event_types(desk, 1), said(section)
    section.close_day()
    sheet_of(section.sheets, CloseSheet).accept()
    assert event_types(desk, 1) == before
    assert must(section.seen.row.recap).id == recap.id
    assert told == [f"Tidak ada yang berubah sejak {recap.number} dibuat."]


def test_what_came_after_closing_makes_a_revision_that_says_so(
    section: ClosingSection, desk: Desk, folder: Path
) -> None:
    first = close(section)
    lend(desk, "B3")
    section.close_day()
    fill(sheet_of(section.sheets, CloseSheet)).accept()
    second = must(section.seen.row.recap)
    assert (second.number, second.revision) == (first.number, 2)
    assert any(line.endswith(": 1 → 2") for line in section.paper.texts())
    assert (folder / f"rekap-{TODAY.isoformat()}-L1-revisi-2.pdf").is_file()
    assert (folder / f"rekap-{TODAY.isoformat()}-L1.pdf").is_file()


def test_nobody_closes_a_locked_counter(section: ClosingSection, desk: Desk, shell: Shell) -> None:
    desk.operator = None
    told = said(section)
    section.close_day()
    sheet = sheet_of(section.sheets, CloseSheet)
    sheet.accept()
    assert sheet.rows["note"].error() or told
    assert closing.the_recap(desk, TODAY) is None
    assert "refused" in heard(shell)


# ---- signing --------------------------------------------------------------------------------------------------------


def test_a_name_is_put_under_it_by_who_shows_that_it_is_he(section: ClosingSection, desk: Desk, folder: Path) -> None:
    recap = close(section)
    press(section, "Return", section)  # type: ignore[arg-type]
    sheet = sheet_of(section.sheets, SignSheet)
    fill(sheet, secret="bukan-sandinya").accept()
    assert must(closing.the_recap(desk, TODAY)).signed_at is None
    assert sheet.rows["secret"].error()
    fill(sheet, secret=PASSWORDS[CIRCULATION]).accept()
    signed = must(closing.the_recap(desk, TODAY))
    assert (signed.id, signed.signed_by) == (recap.id, must(desk.operator).id)
    assert section.seen.row.mark is Mark.SIGNED
    assert must(desk.operator).full_name in section.paper.state.text()
    assert must(desk.operator).full_name in text_of((folder / f"rekap-{TODAY.isoformat()}-L1.pdf").read_bytes())
    assert not section._form.sign.isVisible()


def test_what_the_night_made_waits_on_top_and_is_signed(section: ClosingSection, desk: Desk) -> None:
    made = closing.make_due_recaps(desk)
    section.activate()
    assert marks(section) == [(TODAY, Mark.OPEN), (YESTERDAY, Mark.NIGHT)]
    section.show_day(made[0].id)
    assert not section._form.close_day.isVisible()
    section.sign()
    fill(sheet_of(section.sheets, SignSheet), secret=PASSWORDS[CIRCULATION]).accept()
    assert marks(section) == [(TODAY, Mark.OPEN), (YESTERDAY, Mark.SIGNED)]
    assert section.seen.row.key == made[0].id


def test_who_signs_on_paper_stands_on_the_page(section: ClosingSection, desk: Desk) -> None:
    head = Official(Id(""), HEAD, "Kepala Dinas Contoh", "Dra. Contoh Sari", "190001011920011001")
    as_admin(desk, lambda: set_official(desk, head))
    as_admin(desk, lambda: set_official(desk, Official(Id(""), SECTION_HEAD, "", "Bapak Misal", prefix="Plt.")))
    section.activate()
    lines = section.paper.texts()
    assert {"Kepala Dinas Contoh", "NIP 19000101 192001 1 001", "Plt. Kepala Seksi Layanan", "Bapak Misal"} <= set(
        lines
    )


def test_the_folder_is_chosen_once(
    section: ClosingSection, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tmp_path / "lain"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen))
    section.choose_folder()
    assert preferences.recap_folder(preferences.load(shell.data_dir)) == chosen
    close(section)
    assert len(list(chosen.iterdir())) == 3


def test_the_page_speaks_the_other_language_at_once(section: ClosingSection) -> None:
    before = section._form.keep.accessibleName()
    assert before == "Simpan berkas"
    language.use("en")
    try:
        section.retranslate()
        assert texts(section._model)
    finally:
        language.use("id")
    section.retranslate()
    assert section._form.keep.accessibleName() == before


def test_enter_presses_the_button_that_has_the_cursor(section: ClosingSection, desk: Desk) -> None:
    section.lines[INSIDE].button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(section.lines[INSIDE].button, Qt.Key.Key_Return)
    assert section.lines[INSIDE].check.ok
    assert closing.the_recap(desk, TODAY) is None


# ---- days and mornings ----------------------------------------------------------------------------------------------

OWN, OTHER = Id("1" * 32), Id("2" * 32)
CODES = {OWN: "L1", OTHER: "L2"}
HERE = Station(OWN, "L1", "Loket Utama", "lengkap")


def recap(number: int, on: date, station: Id = OWN, **changes: object) -> Recap:
    made = Recap(Id(f"{number:032x}"), station, on, number=f"0000{number}/RK")
    return replace(made, **changes)  # type: ignore[arg-type]


def test_what_waits_comes_first_the_oldest_on_top() -> None:
    days = [TODAY - timedelta(days=back) for back in range(6)]
    signed = new_signed(1, days[1])
    found = [
        signed,
        recap(2, days[2]),
        recap(3, days[3], by_night=True),
        new_signed(4, days[4]),
        recap(5, days[2], OTHER),
    ]
    rows = day_rows(TODAY, HERE, [days[5]], [*found, found[1]], CODES)
    assert [(row.on, row.station, row.mark) for row in rows] == [
        (days[0], "L1", Mark.OPEN),
        (days[5], "L1", Mark.OPEN),
        (days[3], "L1", Mark.NIGHT),
        (days[2], "L1", Mark.MADE),
        (days[2], "L2", Mark.MADE),
        (days[1], "L1", Mark.SIGNED),
        (days[4], "L1", Mark.SIGNED),
    ]
    assert len({row.key for row in rows}) == len(rows)


def new_signed(number: int, on: date) -> Recap:
    return recap(number, on, signed_at=datetime(2026, 11, 24, 8, tzinfo=UTC), signed_by=OWN)


def test_todays_recap_is_the_first_row_and_another_counters_is_not() -> None:
    mine, theirs = new_signed(1, TODAY), recap(2, TODAY, OTHER)
    rows = day_rows(TODAY, HERE, [TODAY], [theirs, mine], CODES)
    assert [row.key for row in rows] == [mine.id, theirs.id]
    assert [may_close(row, TODAY, OWN) for row in rows] == [True, False]
    assert [may_sign(row) for row in rows] == [False, True]
    assert may_close(DayRow("2026-11-20", date(2026, 11, 20), "L1"), TODAY, OWN)


def test_the_morning_says_what_waits() -> None:
    assert morning_text([], TODAY) == ""
    assert morning_text([recap(1, TODAY)], TODAY) == ""
    assert "23 Nov 2026" in morning_text([recap(1, YESTERDAY), recap(2, YESTERDAY, OTHER)], TODAY)
    several = [recap(1, YESTERDAY), recap(2, TODAY - timedelta(days=2)), recap(3, TODAY)]
    assert "Rekap 2 hari" in morning_text(several, TODAY)


def test_supervisors_and_administrators_are_people_like_others_here(section: ClosingSection, desk: Desk) -> None:
    for who in (SUPERVISOR, ADMIN):
        desk.operator = operator(desk, who)
        lend(desk, f"X{who}")
        section.show_day("")
        section.close_day()
        fill(sheet_of(section.sheets, CloseSheet)).accept()
    assert must(closing.the_recap(desk, TODAY)).revision == 2
