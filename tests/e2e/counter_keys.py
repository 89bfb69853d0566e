"""What an operator does with the keyboard where counters sync, and what the counter's file says of it from outside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop import Desktop, wait_for_tabs
from fakes import ADMIN, PASSWORDS

from loket.db.engine import driver
from loket.db.keys import DATABASE_FILE, load_or_create_key, open_with_key


def counted(home: Path, sql: str) -> Callable[[], int]:
    """Asks the window's database from outside."""

    def count() -> int:
        database = open_with_key(home / DATABASE_FILE, load_or_create_key(home).key)
        try:
            with database.read() as connection:
                return int(driver(connection).execute(sql).fetchone()[0])
        finally:
            database.close()

    return count


def sign_in(desktop: Desktop) -> None:
    desktop.still_picture()
    desktop.type_slowly(ADMIN)
    desktop.press("Tab")
    desktop.type_slowly(PASSWORDS[ADMIN])
    desktop.press("Tab", "Return")  # no PIN today
    wait_for_tabs(desktop)


def to_sync_page(desktop: Desktop) -> None:
    desktop.press_and_see("ctrl+shift+s")


def sync_by_keyboard(desktop: Desktop) -> None:
    """The page, and its button's key."""
    to_sync_page(desktop)
    desktop.press("alt+s")
