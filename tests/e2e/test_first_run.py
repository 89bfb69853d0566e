"""From an empty computer to the first loan by keyboard alone: assistant, import, signing in, card, book, Enter."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from desktop import ROOT, Desktop, Window, wait_for_tabs, wait_until

from loket.app import open_data
from loket.services import maintenance
from loket.ui import preferences

pytestmark = pytest.mark.e2e
PASSWORD = "kata-sandi-contoh"
MEMBERS = """member_id,member_name,gender,member_type_name,member_email,member_address,postal_code,inst_name,is_new,\
member_image,pin,member_phone,member_fax,member_since_date,register_date,expire_date,birth_date,member_notes
"C-001","Melati Kenari","0","Standard","","Jalan Contoh 1","","","0","","","","","2026-01-02","2026-01-02",\
"2099-01-02","2001-02-03",""
"""
TITLES = """title,gmd_name,edition,isbn_issn,publisher_name,publish_year,collation,series_title,call_number,\
language_name,place_name,classification,notes,image,sor,authors,topics,item_code
"Perahu di Teluk Sunyi","Text","","","Cetak Misal","2020","","","813 SAM p","Indonesia","Kota Contoh","813","","","",\
"<Samudra, Yohanes>","<Fiksi>","<C-B1>"
"""


def fill(desktop: Desktop, *texts: str) -> None:
    """One step of a form: text, Tab, text …, Enter."""
    for number, text in enumerate(texts):
        if number:
            desktop.press("Tab")
        desktop.type_slowly(text)
    desktop.press_and_see("Return")


def loket(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"LOKET_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-P", "-m", "loket", *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, encoding="utf-8")


def counted(home: Path, sql: str) -> Callable[[], int]:
    def count() -> int:
        opened = open_data(home)
        try:
            with opened.database.read() as connection:
                return int(connection.exec_driver_sql(sql).scalar_one())
        finally:
            opened.close()

    return count


def test_from_an_empty_computer_to_the_first_loan(desktop: Desktop, tmp_path: Path) -> None:
    home = tmp_path / "data"
    home.mkdir()
    preferences.save(home, preferences.Preferences(motion=False))
    found_by_keyboard(desktop, home)
    import_what_the_old_system_wrote(home, tmp_path)
    lend_by_keyboard(desktop, home)
    assert list((home / "backups").glob("*.lktbak")), "closing makes a backup"


def found_by_keyboard(desktop: Desktop, home: Path) -> None:
    window = Window(desktop, home, "open")
    window.wait_ready()
    desktop.still_picture()
    desktop.press_and_see("Return")  # a new library
    fill(desktop, "Perpustakaan Desa Contoh", "DESA")
    fill(desktop, "Meja 1", "M1")
    desktop.press_and_see("Return")  # closed days as they stand
    fill(desktop, "Admin Contoh", "admin", PASSWORD, PASSWORD)
    desktop.press_and_see("space")  # the recovery key is written down
    desktop.press("Return")
    wait_until(lambda: counted(home, "SELECT count(*) FROM library")() == 1, "the library to be founded")
    assert window.close() == 0, window.complaints()


def import_what_the_old_system_wrote(home: Path, folder: Path) -> None:
    for name, text in (("anggota.csv", MEMBERS), ("judul.csv", TITLES)):
        (folder / name).write_text(text, encoding="utf-8")
        checked = loket(home, "import", "--dry-run", str(folder / name))
        assert checked.returncode == 0, checked.stdout + checked.stderr
        assert loket(home, "import", str(folder / name)).returncode == 0
        again = loket(home, "import", str(folder / name))
        assert "tidak ada yang berubah" in again.stdout


def lend_by_keyboard(desktop: Desktop, home: Path) -> None:
    window = Window(desktop, home, "open")
    window.wait_ready()
    desktop.still_picture()
    desktop.type_slowly("admin")
    desktop.press("Tab")
    desktop.type_slowly(PASSWORD)
    desktop.press("Tab", "Return")  # no PIN today
    wait_for_tabs(desktop)
    sign_in_done = counted(home, "SELECT count(*) FROM loan")
    wait_until(lambda: _lent(desktop, sign_in_done), "the first loan")
    assert window.close() == 0, window.complaints()
    opened = open_data(home)
    try:
        assert maintenance.verify(opened.database) is None
    finally:
        opened.close()


def _lent(desktop: Desktop, loans: Callable[[], int]) -> bool:
    """Card, book, Enter; typed again until the counter is there to answer."""
    if loans() == 0:
        desktop.type_code("C-001", "c-b1", "")
        desktop.still_picture()
    return loans() == 1
