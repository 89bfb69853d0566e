"""What is looked at before a counter closes: still out, unpaid, unprinted, unsent. Nothing here forbids closing.

Sources: SOP penitipan-barang (things are called for before closing), layanan-internet 4 (sessions end, cards go back),
baca-di-tempat 7-9, foto-copy (books are back at closing at the latest).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from loket.db.backup import LAST_BACKUP_AT
from loket.db.meta import get_meta
from loket.db.rows import from_ms, id_bytes
from loket.db.streams import pending
from loket.domain.entities import InHouseState, LockerUse, PhotocopyJob, Pledge
from loket.services import guestbook, internet_room, lockers, photocopies, reading_room, slip_queue
from loket.services.cash_days import day_view, open_shift_of
from loket.services.desk import Action, Desk
from loket.services.recap_store import DAY, first_day, happened, own_days

INSIDE, LOCKERS, HELD, INTERNET, REQUESTS = "inside", "lockers", "held", "internet", "requests"
SLIPS, CASH, UNCLOSED, UNSYNCED, BACKUP = "slips", "cash", "unclosed", "unsynced", "backup"
KEYS = (INSIDE, LOCKERS, HELD, INTERNET, REQUESTS, SLIPS, CASH, UNCLOSED, UNSYNCED, BACKUP)
SHIFT_OPEN, DAY_OPEN = "shift_open", "day_open"  # why the cash is not in order
LOOK_BACK = timedelta(days=14)  # days that were not closed are looked for so far back
MOST_DETAILS = 50
LAST_SYNC_AT = "last_sync_at"  # in `meta`, noted by the exchange with the server
_OF_PEOPLE = (INSIDE, LOCKERS, HELD, REQUESTS)
_IN_USE = ("visit", "locker", "locker_use", "internet_seat", "internet_session", "photocopy_job", "in_house_use")
_FIXES = {INSIDE: guestbook.close_day, INTERNET: internet_room.close_day}
_SENTENCES = {
    INSIDE: "{count} orang masih di dalam",
    LOCKERS: "{count} loker masih berisi",
    HELD: "{count} kartu, identitas, atau jaminan belum diambil",
    INTERNET: "{count} komputer internet masih dipakai",
    REQUESTS: "{count} buku permintaan belum kembali",
    SLIPS: "{count} struk belum tercetak",
    SHIFT_OPEN: "Laci kas belum ditutup",
    DAY_OPEN: "Kas hari ini belum dikunci",
}
"""On paper. What the computer still does by itself, sending and backing up, is no word of the day's recap."""


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the checklist.

    Attributes:
        key: one of KEYS. ok: nothing to do. count: how many.
        details: whose or which, at most MOST_DETAILS; days as ISO dates. Names only where people are listed.
        can_fix: `fix` ends it. why: of the cash: SHIFT_OPEN or DAY_OPEN.
        at: the last good exchange with the server, the last backup; None: never.
    """

    key: str
    ok: bool
    count: int = 0
    details: tuple[str, ...] = ()
    can_fix: bool = False
    why: str = ""
    at: datetime | None = None


def checklist(desk: Desk, on: date) -> tuple[Check, ...]:
    """What is in order at this counter, in the order one walks through the house; only what is in use here."""
    found = [check for check in (*_house(desk), *_desk(desk, on)) if check is not None]
    if desk.lists_people:
        return tuple(found)
    return tuple(replace(check, details=()) if check.key in _OF_PEOPLE else check for check in found)


def fix(desk: Desk, key: str) -> int:
    """Put everybody out, or end every internet session. How many. Raises KeyError for what only people can do."""
    return _FIXES[key](desk)


def open_points(desk: Desk, on: date) -> dict[str, str]:
    """What was not in order when the day was closed, as facts of its recap; only said of today."""
    if on != desk.today():
        return {}
    return {
        f"open_{check.key}": _SENTENCES[check.why or check.key].format(count=check.count)
        for check in checklist(desk, on)
        if not check.ok and (check.why or check.key) in _SENTENCES
    }


# ---- in the house ---------------------------------------------------------------------------------------------------


def _house(desk: Desk) -> Iterator[Check | None]:
    with desk.view() as act:
        has = {table: act.driver.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None for table in _IN_USE}
    yield _inside(desk) if has["visit"] else None
    yield _lockers(desk) if has["locker"] else None
    yield _held(desk) if has["locker_use"] or has["internet_session"] or has["photocopy_job"] else None
    yield _internet(desk) if has["internet_seat"] else None
    yield _requests(desk) if has["in_house_use"] else None


def _inside(desk: Desk) -> Check:
    inside = guestbook.inside(desk)
    return _listed(INSIDE, [_who(line.name, line.number) for line in inside.lines], inside.people, can_fix=True)


def _lockers(desk: Desk) -> Check:
    return _listed(LOCKERS, [_who(view.locker.number, view.holder) for view in lockers.still_out(desk)])


def _held(desk: Desk) -> Check:
    cards = [_who(card.name, card.number) for card in internet_room.held_cards(desk)]
    pledged = [_who(view.holder, view.locker.number) for view in lockers.still_out(desk) if _pledged(view.use)]
    copies = [_who(line.who, line.job.number) for line in photocopies.still_out(desk) if _pledged(line.job)]
    return _listed(HELD, [*cards, *pledged, *copies])


def _pledged(row: LockerUse | PhotocopyJob) -> bool:
    return row.pledge is not Pledge.NONE


def _internet(desk: Desk) -> Check:
    running = internet_room.still_running(desk)
    return _listed(INTERNET, [tile.seat.number for tile in running], can_fix=True)


def _requests(desk: Desk) -> Check:
    lines = [line for line in reading_room.open_requests(desk) if line.use.state is InHouseState.FETCHED]
    return _listed(REQUESTS, [_who(line.title or line.barcode, line.who) for line in lines])


# ---- at the desk ----------------------------------------------------------------------------------------------------


def _desk(desk: Desk, on: date) -> Iterator[Check | None]:
    waiting = slip_queue.queue(desk)
    with desk.view() as act:
        printed = act.driver.execute("SELECT 1 FROM slip_job LIMIT 1").fetchone() is not None
    yield Check(SLIPS, not waiting, len(waiting)) if printed else None
    yield _cash(desk, on)
    days = unclosed(desk)
    yield _listed(UNCLOSED, [day.isoformat() for day in days])
    yield _unsynced(desk)
    yield _backup(desk, on)


def _cash(desk: Desk, on: date) -> Check | None:
    with desk.view() as act:
        shift, used = open_shift_of(act), _cash_in_use(act)
    if not used:
        return None
    if shift is not None:
        return Check(CASH, False, 1, (shift.opened_on.isoformat(),), why=SHIFT_OPEN)
    day = day_view(desk, on)
    if day.receipts and not day.locked:
        return Check(CASH, False, day.receipts, why=DAY_OPEN)
    return Check(CASH, True)


def _cash_in_use(act: Action) -> bool:
    sql = "SELECT 1 FROM cash_shift WHERE station_id = ? LIMIT 1"
    return act.driver.execute(sql, (id_bytes(act.desk.station.id),)).fetchone() is not None


def unclosed(desk: Desk) -> tuple[date, ...]:
    """Days before today on which something happened here and which nobody closed."""
    with desk.view() as act:
        begun = first_day(act)
        if begun is None:
            return ()
        first = max(begun, act.today - LOOK_BACK)
        locked = own_days(act, first, act.today)
        days = [first + DAY * step for step in range((act.today - first).days)]
        return tuple(day for day in days if day not in locked and happened(act, day))


def _unsynced(desk: Desk) -> Check | None:
    if desk.scope is None:
        return None
    with desk.view() as act:
        waiting, last = pending(act.driver).events, get_meta(act.driver, LAST_SYNC_AT)
    return Check(UNSYNCED, not waiting, waiting, at=from_ms(int(last)) if last else None)


def _backup(desk: Desk, on: date) -> Check:
    with desk.view() as act:
        last = get_meta(act.driver, LAST_BACKUP_AT)
    at = from_ms(int(last)) if last else None
    return Check(BACKUP, at is not None and desk.local(at).date() >= on, at=at)


# ---- parts ----------------------------------------------------------------------------------------------------------


def _listed(key: str, lines: list[str], count: int | None = None, *, can_fix: bool = False) -> Check:
    number = len(lines) if count is None else count
    named = tuple(line for line in lines if line)[:MOST_DETAILS]
    return Check(key, not number, number, named, can_fix=can_fix and number > 0)


def _who(name: str, number: str) -> str:
    return " · ".join(part for part in (name, number) if part)
