"""Slips for this counter's receipt printer: in order, still there after a power cut, and never in a payment's way.

waiting → printing → done. While the printer is off or out of paper the first one waits with what stands in its way, and
the others behind it. failed: only the operator knows whether it came out (the power went while it was printed), or it
cannot be made at all. A slip is queued in the action that gives it: no payment without its slip, and no slip without.

A receipt's slip is made from its rows when it is printed, so that one voided meanwhile says so.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from loket.db.rows import from_ms, id_bytes, to_ms
from loket.domain import events as e
from loket.domain.entities import Id, Receipt
from loket.domain.slip import Slip
from loket.services.desk import Action, Desk

INTERRUPTED, UNREADABLE, RECEIPT_GONE = "slip_interrupted", "slip_unreadable", "receipt_gone"
BROKEN = "slip_broken"  # our own fault stopped it: it is tried again
SAID_LETTERS = 300
KEPT_DONE = timedelta(days=1)  # printed ones: to see what happened to a slip of the day
_JOBS = "SELECT id, kind, about, body, state, problem, said, added_at FROM slip_job"


class SlipKind(StrEnum):
    RECEIPT = "receipt"  # a kuitansi, or the slip for money given back
    LOANS = "loans"  # what was lent, renewed and returned, at the end of a member
    DUE = "due"  # everything a member has now, and when it is due
    VISITOR = "visitor"  # the number of a guest, made from his visit when it is printed
    PHOTOCOPY = "photocopy"  # of books at a copier outside, made from its job when it is printed
    LOCKER = "locker"  # a tag of a locker: the part for the visitor, or the one for the bag


class TagPart(StrEnum):
    """A locker's tag is a pair."""

    VISITOR = "visitor"
    THINGS = "things"


class SlipState(StrEnum):
    WAITING = "waiting"
    PRINTING = "printing"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SlipJob:
    """One slip on its way.

    Attributes:
        about: the row it tells of, such as the receipt. body: the slip as JSON; of a receipt, which copy it is.
        problem, said: what is in the way, a key of `ui.texts_slips.PROBLEMS`, and the printer's own words.
    """

    id: Id
    kind: SlipKind
    about: Id | None
    body: str
    state: SlipState
    problem: str
    said: str
    added_at: datetime

    @property
    def copy_no(self) -> int:
        """Of a receipt: 0 for the first print. Raises ValueError for a body that is none of ours."""
        try:
            return int(json.loads(self.body)["copy"])
        except (KeyError, TypeError) as error:
            raise ValueError(self.body) from error

    @property
    def tag_part(self) -> TagPart:
        """Of a locker's tag. Raises ValueError for a body that is none of ours."""
        try:
            return TagPart(json.loads(self.body)["part"])
        except (KeyError, TypeError) as error:
            raise ValueError(self.body) from error

    def slip(self) -> Slip:
        """The slip as it was queued. Raises ValueError."""
        return Slip.from_json(self.body)


# ---- filling the queue ---------------------------------------------------------------------------------------------


def add_receipt(act: Action, receipt_id: Id, *, copy_no: int = 0) -> Id:
    """Inside the action that records the receipt: its slip. `copy_no` 0: the first print, which opens the drawer."""
    return _put(act, SlipKind.RECEIPT, json.dumps({"copy": copy_no}), receipt_id)


def add_visitor(act: Action, visit_id: Id) -> Id:
    """Inside another action: the slip with a visitor's number. His name is on it, so it is made when it is printed."""
    return _put(act, SlipKind.VISITOR, "{}", visit_id)


def add_photocopy(act: Action, job_id: Id) -> Id:
    """Inside another action: the slip that what is held goes back against. Made when it is printed, as above."""
    return _put(act, SlipKind.PHOTOCOPY, "{}", job_id)


def reprint(desk: Desk, receipt_id: Id) -> Id:
    """Print a receipt again, marked as a copy and counted. Raises KeyError for a receipt that is not here."""
    with desk.action() as act:
        receipt = act.state.get(Receipt, receipt_id)
        if receipt is None:
            raise KeyError(receipt_id)
        act.record(e.ReceiptCopied(receipt_id))
        return add_receipt(act, receipt_id, copy_no=receipt.copies + 1)


def add(act: Action, kind: SlipKind, slip: Slip, *, about: Id | None = None) -> Id:
    """Inside another action: a slip that is ready."""
    return _put(act, kind, slip.to_json(), about)


def add_tag_pair(act: Action, use_id: Id) -> tuple[Id, ...]:
    """Inside the action that gives out a locker: the part for the visitor, and the one that lies with the things.

    Made from the rows when they are printed, as receipts are: nobody's name waits in the queue.
    """
    return tuple(_put(act, SlipKind.LOCKER, json.dumps({"part": part.value}), use_id) for part in TagPart)


def add_now(desk: Desk, kind: SlipKind, slip: Slip, about: Id | None = None) -> Id:
    """A slip that is ready, in an action of its own."""
    with desk.action() as act:
        return add(act, kind, slip, about=about)


def _put(act: Action, kind: SlipKind, body: str, about: Id | None) -> Id:
    job_id = act.new_id()
    act.driver.execute(
        "INSERT INTO slip_job (id, kind, about, body, place, state, added_at) "
        "VALUES (?, ?, ?, ?, (SELECT coalesce(max(place), 0) + 1 FROM slip_job), ?, ?)",
        (
            id_bytes(job_id),
            kind.value,
            None if about is None else id_bytes(about),
            body,
            SlipState.WAITING.value,
            to_ms(act.now),
        ),
    )
    return job_id


# ---- looking at it -------------------------------------------------------------------------------------------------


def queue(desk: Desk) -> tuple[SlipJob, ...]:
    """What is not on paper yet, in order."""
    with desk.view() as act:
        rows = act.driver.execute(f"{_JOBS} WHERE state <> ? ORDER BY place", (SlipState.DONE.value,)).fetchall()
    return tuple(_job(row) for row in rows)


def find(desk: Desk, job_id: Id) -> SlipJob | None:
    """A slip by its id; None when it was dropped, or printed some days ago."""
    with desk.view() as act:
        return _find(act, job_id)


def _find(act: Action, job_id: Id) -> SlipJob | None:
    row = act.driver.execute(f"{_JOBS} WHERE id = ?", (id_bytes(job_id),)).fetchone()
    return None if row is None else _job(row)


def _job(row: Sequence[Any]) -> SlipJob:
    job_id, kind, about, body, state, problem, said, added_ms = row
    return SlipJob(
        id=Id(job_id.hex()),
        kind=SlipKind(kind),
        about=None if about is None else Id(about.hex()),
        body=body,
        state=SlipState(state),
        problem=problem,
        said=said,
        added_at=from_ms(added_ms),
    )


# ---- what the operator does with it --------------------------------------------------------------------------------


def retry(desk: Desk, job_id: Id) -> bool:
    """It did not come out: print it. False when nothing is asked about it any more."""
    with desk.action() as act:
        return _back(act, "id = ?", id_bytes(job_id)) == 1


def retry_all(desk: Desk) -> int:
    """Print all that failed. How many."""
    with desk.action() as act:
        return _back(act, "1")


def _back(act: Action, which: str, *values: bytes) -> int:
    changed = act.driver.execute(
        f"UPDATE slip_job SET state = ?, problem = '', said = '' WHERE state = ? AND {which}",
        (SlipState.WAITING.value, SlipState.FAILED.value, *values),
    )
    return int(changed.rowcount)


def drop(desk: Desk, job_ids: Sequence[Id]) -> int:
    """Not to be printed any more: the printer does not have them. How many went."""
    with desk.action() as act:
        return sum(
            act.driver.execute(
                "DELETE FROM slip_job WHERE id = ? AND state IN (?, ?)",
                (id_bytes(job_id), SlipState.WAITING.value, SlipState.FAILED.value),
            ).rowcount
            for job_id in job_ids
        )


# ---- what the printing does with it --------------------------------------------------------------------------------


def take(desk: Desk) -> SlipJob | None:
    """The next slip, which counts as printing from now on; None while there is none, or one is being printed."""
    with desk.action() as act:
        busy = act.driver.execute("SELECT 1 FROM slip_job WHERE state = ?", (SlipState.PRINTING.value,)).fetchone()
        row = act.driver.execute(
            f"{_JOBS} WHERE state = ? ORDER BY place LIMIT 1", (SlipState.WAITING.value,)
        ).fetchone()
        if busy is not None or row is None:
            return None
        act.driver.execute("UPDATE slip_job SET state = ? WHERE id = ?", (SlipState.PRINTING.value, row[0]))
        return _job(row)


def done(desk: Desk, job_id: Id) -> None:
    """It is on paper. What was printed before yesterday is forgotten on the way."""
    with desk.action() as act:
        act.driver.execute(
            "UPDATE slip_job SET state = ?, problem = '', said = '', done_at = ? WHERE id = ? AND state = ?",
            (SlipState.DONE.value, to_ms(act.now), id_bytes(job_id), SlipState.PRINTING.value),
        )
        act.driver.execute(
            "DELETE FROM slip_job WHERE state = ? AND done_at < ?", (SlipState.DONE.value, to_ms(act.now - KEPT_DONE))
        )


def waits(desk: Desk, job_id: Id, problem: str, said: str = "") -> None:
    """The printer does not take it now: it stays the next one, with what is in the way."""
    _set(desk, job_id, SlipState.WAITING, problem, said)


def snag(desk: Desk, job_id: Id, problem: str, said: str = "") -> None:
    """The spooler has it, but something is in the way ("" when it no longer is)."""
    _set(desk, job_id, SlipState.PRINTING, problem, said)


def failed(desk: Desk, job_id: Id, problem: str, said: str = "") -> None:
    """The operator has to say what is to be done with it."""
    _set(desk, job_id, SlipState.FAILED, problem, said)


def _set(desk: Desk, job_id: Id, state: SlipState, problem: str, said: str) -> None:
    with desk.action() as act:
        act.driver.execute(
            "UPDATE slip_job SET state = ?, problem = ?, said = ? WHERE id = ? AND state = ?",
            (state.value, problem, said[:SAID_LETTERS], id_bytes(job_id), SlipState.PRINTING.value),
        )


def recover(desk: Desk) -> int:
    """At the start of the program: what was being printed when it ended is asked about. How many slips."""
    with desk.action() as act:
        changed = act.driver.execute(
            "UPDATE slip_job SET state = ?, problem = ? WHERE state = ?",
            (SlipState.FAILED.value, INTERRUPTED, SlipState.PRINTING.value),
        )
        return int(changed.rowcount)


def without_printer(desk: Desk) -> int:
    """There is no receipt printer at this counter: nothing waits for one. How many slips went."""
    with desk.action() as act:
        return int(act.driver.execute("DELETE FROM slip_job WHERE state <> ?", (SlipState.DONE.value,)).rowcount)


def forget(act: Action, about: Id) -> int:
    """Inside another action: slips about a row go: a member is erased, a visit was a mistake. How many."""
    return int(act.driver.execute("DELETE FROM slip_job WHERE about = ?", (id_bytes(about),)).rowcount)
