"""The real window, worked by real key presses as fast as they can be sent."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from desktop import ROOT, Desktop, Window, wait_until

from loket.app import Opened
from loket.db.rebuild import differing_tables
from loket.services import example, maintenance
from loket.services.desk import Desk

pytestmark = pytest.mark.e2e


def events(desk: Desk, *kinds: str) -> int:
    with desk.view() as act:
        marks = ", ".join("?" * len(kinds))
        return int(act.driver.execute(f"SELECT count(*) FROM journal WHERE type IN ({marks})", kinds).fetchone()[0])


def lent_barcodes(desk: Desk, since: int) -> list[str]:
    with desk.view() as act:
        rows = act.driver.execute(
            "SELECT i.barcode FROM journal j JOIN loan l ON hex(l.id) = upper(json_extract(j.body, '$.loan_id')) "
            "JOIN item i ON i.id = l.item_id WHERE j.type = 'ItemLent' ORDER BY j.seq"
        ).fetchall()
    return [row[0] for row in rows][since:]


def test_two_hundred_scans_as_fast_as_keys_can_be_sent(
    desktop: Desktop, home: Path, opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every scan is answered and in the journal, none twice, none to another member."""
    desk = opened.desk
    assert desk is not None
    members, books = example.people_to_serve(desk, 50), example.free_barcodes(desk, 100)
    before = events(desk, "ItemLent")
    window = Window(desktop, home, "--example")
    window.wait_ready()
    scans: list[str] = []
    for number, member in enumerate(members):
        scans += [member.member_no, *books[2 * number : 2 * number + 2], ""]
    assert len(scans) == 200
    desktop.type_code(*scans)
    wait_until(lambda: events(desk, "ItemLent") >= before + 100, "a hundred loans")
    desktop.still_picture()
    assert Counter(lent_barcodes(desk, before)) == Counter(books)
    with desk.view() as act:
        owners = act.driver.execute(
            "SELECT m.member_no, count(*) FROM loan l JOIN member m ON m.id = l.member_id "
            "WHERE l.lent_on = ? AND l.\"end\" = 'open' GROUP BY m.member_no",
            (act.today.isoformat(),),
        ).fetchall()
    served = {member.member_no for member in members}
    assert {number: count for number, count in owners if number in served} == dict.fromkeys(served, 2)
    window.close()
    log = (home / "loket.log").read_text(encoding="utf-8")
    stillness = re.search(r"stood still for at most (\d+) ms", log)
    assert stillness is not None
    with capsys.disabled():
        print(f"\n200 scans: the window stood still for at most {stillness[1]} ms")
    assert maintenance.verify(desk.database) is None


def test_a_killed_window_opens_by_itself_with_every_answered_scan(desktop: Desktop, home: Path, opened: Opened) -> None:
    desk = opened.desk
    assert desk is not None
    members, books = example.people_to_serve(desk, 3), example.free_barcodes(desk, 6)
    before = events(desk, "ItemLent")
    for number, member in enumerate(members):
        window = Window(desktop, home, "--example")
        window.wait_ready()
        desktop.type_code(member.member_no, *books[2 * number : 2 * number + 2])
        wait_until(lambda: events(desk, "ItemLent") >= before + 2, "two loans")  # noqa: B023 - used at once
        before += 2
        window.kill()
    assert maintenance.verify(desk.database) is None
    assert opened.database.damage() == []
    assert differing_tables(opened.database, home / "again.db", opened.key.key) == []


def loket(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    import os

    environment = os.environ | {"LOKET_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-P", "-m", "loket", *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, encoding="utf-8")


def test_verify_names_the_first_broken_link(home: Path, opened: Opened) -> None:
    assert loket(home, "verify", "--rebuild").returncode == 0
    with opened.database.write() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_is_final")
        connection.exec_driver_sql("UPDATE journal SET body = replace(body, '2', '3') WHERE seq = 40")
    told = loket(home, "verify")
    assert told.returncode == 1
    assert "urutan 40" in told.stdout


def test_backup_and_restore_by_command(home: Path, opened: Opened, tmp_path: Path) -> None:
    desk = opened.desk
    assert desk is not None
    opened.close()
    made = loket(home, "backup", str(tmp_path / "cadangan"))
    assert made.returncode == 0, made.stderr
    (backup,) = (tmp_path / "cadangan").glob("*.lktbak")
    (home / "loket.db").write_bytes(b"rusak" * 1000)
    broken = loket(home, "verify")
    assert broken.returncode == 2
    assert "rusak" in broken.stderr
    assert loket(home, "restore", str(backup)).returncode == 0
    assert loket(home, "verify", "--rebuild").returncode == 0


def test_the_self_test_passes(tmp_path: Path) -> None:
    told = loket(tmp_path, "selftest")
    assert told.returncode == 0, told.stdout + told.stderr
    assert "selftest: all passed" in told.stdout
