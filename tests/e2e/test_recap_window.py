"""The day closed and signed in the real window by real keys, on a clock the test sets: what is locked stays locked.

It is the morning of the day after the example library was built; every day before is closed and signed.
LOKET_PICTURES names a folder that keeps what was on the screen.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
import set_clock
from counter_keys import counted
from desktop import ROOT, Desktop, Window, same, wait_until
from openpyxl import load_workbook
from papers import text_of
from PIL import Image, ImageChops, ImageColor

from loket.db.keys import DATABASE_FILE, load_or_create_key, open_with_key
from loket.devices.clock import UuidV7Ids
from loket.domain.entities import Recap
from loket.domain.visits import GuestForm
from loket.services import closing, example, guestbook, maintenance
from loket.services.desk import Desk, open_desk
from loket.services.operators import operators
from loket.services.scanning import Counter
from loket.ui import preferences
from loket.ui.theme import load_tokens

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]
MADE = "SELECT count(*) FROM journal WHERE type = 'RecapMade'"
SIGNED = "SELECT count(*) FROM journal WHERE type = 'RecapSigned'"
LEFT = "SELECT count(*) FROM journal WHERE type = 'VisitorLeft'"
MORNING, DAY = time(10, 5), timedelta(days=1)
LOANS, GUESTS = 3, ("Melati Contoh", "Kenari Contoh")
ENDINGS = ("csv", "pdf", "xlsx")
UNSIGNED = "Belum ditandatangani"
BANNER, SIGNS = (0, 78, 1366, 130), (14, 180, 38, 480)  # below the tabs; beside the points of the checklist
CHARTS, BESIDE = (215, 300, 790, 730), (890, 300, 1340, 730)  # bars; the rows behind one
COLOURS = load_tokens("light")
A_LINE = 5_000  # points of one colour that no letter or icon has


@contextmanager
def desk_in(home: Path) -> Iterator[Desk]:
    """The counter's data on the clock of the test; its operator is signed in."""
    database = open_with_key(home / DATABASE_FILE, load_or_create_key(home).key)
    try:
        desk = open_desk(database, set_clock.SetClock(), UuidV7Ids())
        assert desk is not None
        desk.operator = next(who for who in operators(desk) if who.username == example.OPERATOR)
        yield desk
    finally:
        database.close()


def work(desk: Desk) -> None:
    """A few loans, a few guests; one of them stays inside."""
    counter = Counter(desk)
    for member, barcode in zip(example.people_to_serve(desk, LOANS), example.free_barcodes(desk, LOANS), strict=True):
        for code in (member.member_no, barcode, ""):
            counter.scan(code, desk.clock.now(), desk.clock.mono_ms())
    for name in GUESTS:
        guestbook.check_in_guest(desk, GuestForm(name, "P", "S1", "Guru", "25-44"))
    for line in guestbook.inside(desk).lines[1:]:
        guestbook.check_out(desk, line.visit.id)


@pytest.fixture
def clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that sets everybody's clock: it is the morning after today."""
    file = tmp_path / "ahead"
    monkeypatch.setattr(set_clock.SetClock, "file", file, raising=False)
    file.write_text("0")
    return file


@pytest.fixture
def worked(home: Path, clock: Path) -> Path:
    """The data folder of a counter that has worked a little; nothing of the days before is left to do."""
    with desk_in(home) as desk:
        now = desk.local(desk.clock.now())
        set_clock.let_pass(clock, datetime.combine(now.date() + DAY, MORNING, now.tzinfo) - now)
        closing.make_due_recaps(desk)
        for recap in closing.unsigned(desk):
            closing.sign(desk, recap.id)
        work(desk)
    return home


@pytest.fixture
def folder(worked: Path, tmp_path: Path) -> Path:
    """Where closing puts the recap's files; nothing opens them."""
    chosen = tmp_path / "Rekap"
    kept = preferences.Preferences(motion=False, recap_folder=str(chosen), recap_print=False)
    preferences.save(worked, kept)
    return chosen


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    made = Path(os.environ.get("LOKET_PICTURES", tmp_path / "pictures"))
    made.mkdir(parents=True, exist_ok=True)
    return made


@contextmanager
def window_at(desktop: Desktop, home: Path, clock: Path) -> Iterator[Window]:
    """Loket on the clock of the test, at its first page; gone at the end, one way or the other."""
    window = Window(desktop, home, "--example", program=(set_clock.__file__, str(clock)))
    try:
        window.wait_ready()
        desktop.still_picture()
        yield window
        log = home / "loket.log"
        assert not log.exists() or "Traceback" not in log.read_text()
    finally:
        if window.process.poll() is None:
            window.kill()


# ---- the tests ------------------------------------------------------------------------------------------------------


def test_enter_closes_the_day_and_a_password_signs_it(
    desktop: Desktop, worked: Path, clock: Path, folder: Path, pictures: Path
) -> None:
    left, made, signed = (counted(worked, sql) for sql in (LEFT, MADE, SIGNED))
    out, before, names = left(), made(), signed()
    with window_at(desktop, worked, clock) as window:
        open_points = to_the_checklist(desktop)
        desktop.save(pictures / "1-checklist.png")
        desktop.press("Tab", "space")  # the first point that is open
        wait_until(lambda: left() == out + 1, "the visitor written out")
        wait_until(lambda: tinted(desktop.picture(), SIGNS, "warn") == open_points // 2, "one point calm, one left")
        desktop.save(pictures / "2-put-right.png")
        assert made() == before
        desktop.press("Return")
        wait_until(lambda: made() == before + 1, "the day's recap")
        wait_until(lambda: written(folder) == ENDINGS, "the recap's files")
        wait_until(lambda: not tinted(desktop.picture(), SIGNS, "warn"), "the backup, the last point")
        desktop.save(pictures / "3-closed.png")
        recap = todays(worked)
        paper = text_of(file_of(folder, "pdf").read_bytes())
        assert recap.number in paper
        assert (recap.by_night, recap.signed_at) == (False, None)
        assert UNSIGNED in paper
        assert recap.number in file_of(folder, "csv").read_text("utf-8-sig")
        assert load_workbook(file_of(folder, "xlsx")).sheetnames
        after(desktop, "Return").save(pictures / "4-sheet.png")
        desktop.type_slowly(example.PASSWORD)
        desktop.press("Return")
        wait_until(lambda: signed() == names + 1, "the signature")
        wait_until(lambda: UNSIGNED not in text_of(file_of(folder, "pdf").read_bytes()), "a paper that says so")
        assert "oleh Petugas Contoh" in text_of(file_of(folder, "pdf").read_bytes())
        desktop.save(pictures / "5-signed.png")
        assert window.close() == 0, window.complaints()
    assert made() == before + 1


def test_power_cut_after_closing_leaves_the_recap_as_it_was(
    desktop: Desktop, worked: Path, clock: Path, folder: Path, tmp_path: Path, pictures: Path
) -> None:
    made = counted(worked, MADE)
    before = made()
    with window_at(desktop, worked, clock) as window:
        to_the_checklist(desktop)
        after(desktop, "Return")  # one is still inside: that is asked about
        desktop.type_slowly("Hujan deras")
        desktop.press("Return")
        wait_until(lambda: made() == before + 1, "the day's recap")
        window.kill()
    locked = todays(worked)
    files = exported(worked, clock, locked.on, tmp_path / "satu")
    paper = text_of(next(data for name, data in files.items() if name.endswith(".pdf")))
    assert [words for words in (locked.number, "1 orang masih di dalam", "Hujan deras") if words not in paper] == []
    set_clock.let_pass(clock, timedelta(hours=1))
    with window_at(desktop, worked, clock):
        to_the_checklist(desktop)
        desktop.save(pictures / "6-after-the-cut.png")
    assert made() == before + 1
    assert todays(worked) == locked
    assert exported(worked, clock, locked.on, tmp_path / "dua") == files
    with desk_in(worked) as desk:
        assert maintenance.verify(desk.database) is None


def test_day_nobody_closed_is_closed_by_the_window_in_the_morning(
    desktop: Desktop, worked: Path, clock: Path, folder: Path, pictures: Path
) -> None:
    made = counted(worked, MADE)
    with desk_in(worked) as desk:
        before, yesterday = made(), desk.today()
        assert closing.the_recap(desk, yesterday) is None
    set_clock.let_pass(clock, DAY)
    with window_at(desktop, worked, clock):
        wait_until(lambda: made() == before + 1, "yesterday's recap")
        wait_until(lambda: tinted(desktop.picture(), BANNER, "info-soft") > A_LINE, "the sentence that it waits")
        desktop.save(pictures / "7-morning.png")
        to_the_checklist(desktop)
        desktop.save(pictures / "8-it-waits.png")
    with desk_in(worked) as desk:
        (recap,) = closing.unsigned(desk)
        assert (recap.on, recap.by_night, recap.signed_at) == (yesterday, True, None)
    assert made() == before + 1
    assert written(folder) == (), "files are of days that people close"


def test_bar_is_walked_to_and_opened_by_keys(
    desktop: Desktop, worked: Path, clock: Path, folder: Path, pictures: Path
) -> None:
    with window_at(desktop, worked, clock):
        desktop.press("F9", "ctrl+2")
        wait_until(lambda: tinted(desktop.picture(), CHARTS, "accent") > A_LINE, "the charts")
        report = desktop.still_picture()
        report.save(pictures / "9-report.png")
        assert not tinted(report, CHARTS, "selection")
        assert walked_to_a_bar(desktop)
        at_first = desktop.still_picture()
        desktop.press("Down")
        wait_until(lambda: not alike(at_first, desktop.picture(), CHARTS), "the next bar marked")
        desktop.save(pictures / "10-walked.png")
        desktop.press("Return")
        wait_until(lambda: tinted(desktop.picture(), BESIDE, "selection") > A_LINE, "the rows behind the bar")
        desktop.save(pictures / "11-opened.png")
        desktop.press("Escape")
        wait_until(lambda: alike(report, desktop.picture(), BESIDE), "the rows put away")


# ---- keys and what they show ----------------------------------------------------------------------------------------


def to_the_checklist(desktop: Desktop) -> int:
    """F9, until everything was read. How much of the list's signs has the colour of what is to be done."""
    desktop.press("F9")
    wait_until(lambda: tinted(desktop.picture(), SIGNS, "warn"), "the checklist")
    return tinted(desktop.still_picture(), SIGNS, "warn")


def walked_to_a_bar(desktop: Desktop) -> bool:
    desktop.press(*["Tab"] * 8)  # through what chooses the period and keeps the files
    for _ in range(20):
        desktop.press("Tab")
        if tinted(desktop.still_picture(), CHARTS, "selection"):
            return True
    return False


def after(desktop: Desktop, *keys: str) -> Image.Image:
    """The picture at rest once these keys were answered."""
    before = desktop.picture()
    desktop.press(*keys)
    wait_until(lambda: not same(before, desktop.picture()), f"an answer to {keys}")
    return desktop.still_picture()


def tinted(picture: Image.Image, box: tuple[int, int, int, int], token: str) -> int:
    """How many points in the box have exactly this colour of the theme."""
    wanted = ImageColor.getrgb(COLOURS[token])
    found = picture.crop(box).convert("RGB").getcolors(1 << 24) or ()
    return sum(number for number, colour in found if colour == wanted)


def alike(one: Image.Image, other: Image.Image, box: tuple[int, int, int, int]) -> bool:
    return ImageChops.difference(one.crop(box).convert("RGB"), other.crop(box).convert("RGB")).getbbox() is None


# ---- what was kept --------------------------------------------------------------------------------------------------


def todays(home: Path) -> Recap:
    """The recap of the day it is."""
    with desk_in(home) as desk:
        recap = closing.the_recap(desk, desk.today())
    assert recap is not None
    return recap


def file_of(folder: Path, ending: str) -> Path:
    (found,) = folder.glob(f"*.{ending}")
    return found


def written(folder: Path) -> tuple[str, ...]:
    """Endings of the files that are not empty."""
    return tuple(ending for ending in ENDINGS if any(file.stat().st_size for file in folder.glob(f"*.{ending}")))


def exported(home: Path, clock: Path, on: date, out: Path) -> dict[str, bytes]:
    """What the command writes of a day, by file name."""
    words = [sys.executable, "-P", set_clock.__file__, str(clock), "rekap", "--date", on.isoformat(), "--out", str(out)]
    environment = os.environ | {"LOKET_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
    subprocess.run(words, env=environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    written = {file.name: file.read_bytes() for file in out.iterdir()}
    assert len(written) == len(ENDINGS) + 1
    assert all(written.values())
    return written
