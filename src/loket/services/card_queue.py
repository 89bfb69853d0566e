"""The queue of cards for this counter's printer: any length, in order, still there after a power cut.

waiting → printing (taken for the spooler) → asking ("did it come out well?") → off the queue with a `CardPrinted`, or
back to waiting; failed: the spooler refused it. A printer never says for sure whether a card is good, so the operator
does. Whatever was being printed when the power went is asked about: it may or may not have come out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from loket.db.meta import get_meta, set_meta
from loket.db.rows import from_ms, id_bytes, to_ms
from loket.domain import events as e
from loket.domain.entities import Id
from loket.domain.errors import InvalidInput
from loket.domain.folding import code_key
from loket.domain.handling import standing_member
from loket.services.desk import Action, Desk
from loket.services.members import card_code

FIRST, MISPRINT = "first", "misprint"
REASONS = (FIRST, "renewed", "lost", "damaged", MISPRINT)
SPOILT = ("ribbon", "smeared", "crooked", "content", "other")
INTERRUPTED, TAKEN_BACK, ON_PAPER = "interrupted", "taken_back", "on_paper"  # why an operator is asked
MEMBER_GONE, PHOTO_MISSING = "member_gone", "photo_missing"
SAID_LETTERS = 300
HELD = "cards_held"  # in meta: "1" while nothing more is sent
_JOBS = (
    "SELECT j.id, j.member_id, coalesce(m.member_no, ''), coalesce(m.full_name, ''), coalesce(m.photo, ''), j.design, "
    "j.reason, j.place, j.state, j.spool_job, j.problem, j.said, j.misprints, j.added_at "
    "FROM card_job j LEFT JOIN member m ON m.id = j.member_id"
)
_PRINTS = (
    "SELECT p.id, p.member_id, p.printed_on, p.code, p.design, p.reason, p.spoilt, coalesce(m.full_name, ''), "
    "coalesce(o.full_name, ''), coalesce(s.name, '') FROM card_print p LEFT JOIN member m ON m.id = p.member_id "
    "LEFT JOIN operator o ON o.id = p.operator_id LEFT JOIN station s ON s.id = p.station_id"
)


class JobState(StrEnum):
    WAITING = "waiting"
    PRINTING = "printing"
    ASKING = "asking"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class CardJob:
    """One card on its way.

    Attributes:
        reason: why it is printed, one of REASONS. place: the order in the queue.
        spool_job: what the spooler calls it; "" before it was handed over.
        problem, said: what is in the way (a code of devices.printing), and the spooler's own words.
        misprints: how many spoilt cards this one has cost already.
    """

    id: Id
    member_id: Id
    member_no: str
    full_name: str
    photo: str
    design: str
    reason: str
    place: int
    state: JobState
    spool_job: str
    problem: str
    said: str
    misprints: int
    added_at: datetime


@dataclass(frozen=True, slots=True)
class CardQueue:
    """The queue of one moment, in its order. `held`: nothing more is sent until somebody resumes."""

    jobs: tuple[CardJob, ...] = ()
    held: bool = False

    def of(self, *states: JobState) -> tuple[CardJob, ...]:
        return tuple(job for job in self.jobs if job.state in states)

    def count(self, *states: JobState) -> int:
        return len(self.of(*states))


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the members given to `add`: new jobs, members already queued, members no card can be made for."""

    jobs: tuple[Id, ...]
    already: tuple[Id, ...]
    not_ready: tuple[Id, ...]


@dataclass(frozen=True, slots=True)
class PrintLine:
    """A card that left a printer. `spoilt`: why it could not be handed out; "" for a good one."""

    print_id: Id
    member_id: Id
    printed_on: date
    code: str
    design: str
    reason: str
    spoilt: str
    full_name: str
    operator: str
    station: str


# ---- filling the queue ---------------------------------------------------------------------------------------------


def add(desk: Desk, member_ids: Sequence[Id], design: str, reason: str = FIRST, *, again: str = "") -> Added:
    """Queue a card for each member, in this order, all in one transaction.

    `again` is the reason for those who had a card printed before, where `reason` is "first". Raises
    InvalidInput("reason", "card_reason_missing", count) when one of them has none, and queues nobody then;
    InvalidInput("reason", "card_reason_unknown") for a word not in REASONS.
    """
    if reason not in REASONS or again not in ("", *REASONS[1:]):
        raise InvalidInput("reason", "card_reason_unknown")
    with desk.action() as act:
        ready, already, not_ready = _sorted_out(act, member_ids)
        had_one = {one for one in ready if _had_a_card(act, one)} if reason == FIRST else set()
        if had_one and not again:
            raise InvalidInput("reason", "card_reason_missing", count=len(had_one))
        jobs = tuple(_put(act, one, design, again if one in had_one else reason) for one in ready)
    return Added(jobs, tuple(already), tuple(not_ready))


def _sorted_out(act: Action, member_ids: Sequence[Id]) -> tuple[list[Id], list[Id], list[Id]]:
    """Members a card can be made for, those queued already, the rest. Merged records are their winner."""
    queued = {Id(row[0].hex()) for row in act.driver.execute("SELECT member_id FROM card_job").fetchall()}
    ready: list[Id] = []
    already: list[Id] = []
    not_ready: list[Id] = []
    for given in member_ids:
        member = standing_member(act.state, given)
        if member is None or member.pending or member.erased or not member.member_no:
            not_ready.append(given)
        elif member.id in queued:
            already.append(member.id)
        else:
            queued.add(member.id)
            ready.append(member.id)
    return ready, already, not_ready


def _had_a_card(act: Action, member_id: Id) -> bool:
    found = act.driver.execute("SELECT 1 FROM card_print WHERE member_id = ? LIMIT 1", (id_bytes(member_id),))
    return found.fetchone() is not None


def _put(act: Action, member_id: Id, design: str, reason: str) -> Id:
    job_id = act.new_id()
    act.driver.execute(
        "INSERT INTO card_job (id, member_id, design, reason, place, state, added_at) "
        "VALUES (?, ?, ?, ?, (SELECT coalesce(max(place), 0) + 1 FROM card_job), ?, ?)",
        (id_bytes(job_id), id_bytes(member_id), design, reason, JobState.WAITING.value, to_ms(act.now)),
    )
    return job_id


# ---- looking at it -------------------------------------------------------------------------------------------------


def queue(desk: Desk) -> CardQueue:
    with desk.view() as act:
        rows = act.driver.execute(f"{_JOBS} ORDER BY j.place").fetchall()
        return CardQueue(tuple(_job(row) for row in rows), _held(act))


def _job(row: Sequence[Any]) -> CardJob:
    job_id, member_id, member_no, full_name, photo, design, reason, place, state, *rest = row
    spool_job, problem, said, misprints, added_ms = rest
    return CardJob(
        id=Id(job_id.hex()),
        member_id=Id(member_id.hex()),
        member_no=member_no,
        full_name=full_name,
        photo=photo,
        design=design,
        reason=reason,
        place=place,
        state=JobState(state),
        spool_job=spool_job,
        problem=problem,
        said=said,
        misprints=misprints,
        added_at=from_ms(added_ms),
    )


def under_way(desk: Desk) -> CardJob | None:
    """The card that is with the spooler."""
    with desk.view() as act:
        row = act.driver.execute(f"{_JOBS} WHERE j.state = ?", (JobState.PRINTING.value,)).fetchone()
        return None if row is None else _job(row)


def _find(act: Action, job_id: Id) -> CardJob | None:
    row = act.driver.execute(f"{_JOBS} WHERE j.id = ?", (id_bytes(job_id),)).fetchone()
    return None if row is None else _job(row)


def _held(act: Action) -> bool:
    return get_meta(act.driver, HELD) == "1"


def _in_state(act: Action, *states: JobState) -> int:
    marks = ", ".join("?" * len(states))
    row = act.driver.execute(f"SELECT count(*) FROM card_job WHERE state IN ({marks})", [*states]).fetchone()
    return int(row[0])


def asked_by_code(desk: Desk, code: str) -> CardJob | None:
    """The card that was scanned, if it is one the operator is asked about: who can scan it has seen it."""
    wanted = code_key(code)
    with desk.view() as act:
        rows = act.driver.execute(f"{_JOBS} WHERE j.state = ? ORDER BY j.place", (JobState.ASKING.value,)).fetchall()
        for job in map(_job, rows):
            member = standing_member(act.state, job.member_id)
            if member is not None and code_key(card_code(act, member)) == wanted:
                return job
    return None


# ---- what the operator does with it --------------------------------------------------------------------------------


def hold(desk: Desk) -> None:
    """Send nothing more; the card in the printer comes out."""
    with desk.action() as act:
        set_meta(act.driver, HELD, "1")


def resume(desk: Desk) -> None:
    """Go on, with the failed ones tried again."""
    with desk.action() as act:
        set_meta(act.driver, HELD, "0")
        act.driver.execute(
            "UPDATE card_job SET state = ?, problem = '', said = '', spool_job = '' WHERE state = ?",
            (JobState.WAITING.value, JobState.FAILED.value),
        )


def retry(desk: Desk, job_id: Id) -> bool:
    """Try a failed card again. False when it is not a failed one any more."""
    return _back_to_waiting(desk, job_id, JobState.FAILED)


def not_out(desk: Desk, job_id: Id) -> bool:
    """Nothing came out of the printer: the card waits again, and no print is written down."""
    return _back_to_waiting(desk, job_id, JobState.ASKING)


def _back_to_waiting(desk: Desk, job_id: Id, state: JobState) -> bool:
    with desk.action() as act:
        job = _find(act, job_id)
        if job is None or job.state is not state:
            return False
        _set(act, job_id, JobState.WAITING)
    return True


def remove(desk: Desk, job_ids: Sequence[Id]) -> int:
    """Take cards off the queue that the printer does not have. How many went."""
    with desk.action() as act:
        return sum(_removable(job) and _drop(act, job.id) for one in job_ids if (job := _find(act, one)) is not None)


def _removable(job: CardJob) -> bool:
    return job.state in (JobState.WAITING, JobState.FAILED)


def _drop(act: Action, job_id: Id) -> bool:
    act.driver.execute("DELETE FROM card_job WHERE id = ?", (id_bytes(job_id),))
    return True


def move(desk: Desk, job_id: Id, places: int) -> bool:
    """Up (negative) or down in the queue, as far as it goes. False when it stays where it is."""
    with desk.action() as act:
        rows = act.driver.execute("SELECT id, place FROM card_job ORDER BY place").fetchall()
        order = [row[0] for row in rows]
        if id_bytes(job_id) not in order:
            return False
        here = order.index(id_bytes(job_id))
        there = max(0, min(len(order) - 1, here + places))
        order.insert(there, order.pop(here))
        for number in range(min(here, there), max(here, there) + 1):
            act.driver.execute("UPDATE card_job SET place = ? WHERE id = ?", (rows[number][1], order[number]))
    return here != there


def redesign(desk: Desk, job_ids: Sequence[Id], design: str) -> int:
    """Another design for cards the printer does not have. How many."""
    with desk.action() as act:
        changed = [job for one in job_ids if (job := _find(act, one)) is not None and _removable(job)]
        for job in changed:
            act.driver.execute("UPDATE card_job SET design = ? WHERE id = ?", (design, id_bytes(job.id)))
    return len(changed)


def printed(desk: Desk, job_ids: Sequence[Id]) -> int:
    """The operator saw these cards: each is in the journal and off the queue, all in one transaction. How many."""
    with desk.action() as act:
        asked = [job for one in job_ids if (job := _find(act, one)) is not None and job.state is JobState.ASKING]
        for job in asked:
            _write_down(act, job)
            _drop(act, job.id)
    return len(asked)


def misprint(desk: Desk, job_id: Id, spoilt: str) -> bool:
    """A card came out that cannot be handed out: written down, and printed again for the reason "misprint".

    `spoilt` is one of SPOILT. Raises InvalidInput("spoilt", "card_spoilt_missing") for anything else.
    """
    if spoilt not in SPOILT:
        raise InvalidInput("spoilt", "card_spoilt_missing")
    with desk.action() as act:
        job = _find(act, job_id)
        if job is None or job.state is not JobState.ASKING:
            return False
        _write_down(act, job, spoilt)
        _set(act, job_id, JobState.WAITING)
        act.driver.execute(
            "UPDATE card_job SET reason = ?, misprints = misprints + 1 WHERE id = ?", (MISPRINT, id_bytes(job_id))
        )
    return True


def _write_down(act: Action, job: CardJob, spoilt: str = "") -> None:
    member = standing_member(act.state, job.member_id)
    code = card_code(act, member) if member is not None else ""
    owner = member.id if member is not None else job.member_id
    act.record(e.CardPrinted(act.new_id(), owner, code, job.design, job.reason, act.today, spoilt))


def forget(act: Action, member_id: Id) -> int:
    """Inside another action: a member's cards leave the queue, for he is erased. How many went."""
    return int(act.driver.execute("DELETE FROM card_job WHERE member_id = ?", (id_bytes(member_id),)).rowcount)


# ---- what the printing does with it --------------------------------------------------------------------------------


def take(desk: Desk, *, ask_after: int = 1) -> CardJob | None:
    """The next card for the printer, which counts as printing from now on; None while none is to be sent.

    One card at a time is with the spooler, and none goes there while `ask_after` cards wait for the operator's word.
    """
    with desk.action() as act:
        if _held(act) or _in_state(act, JobState.PRINTING) or _in_state(act, JobState.ASKING) >= ask_after:
            return None
        row = act.driver.execute(
            f"{_JOBS} WHERE j.state = ? ORDER BY j.place LIMIT 1", (JobState.WAITING.value,)
        ).fetchone()
        if row is None:
            return None
        job = _job(row)
        member = standing_member(act.state, job.member_id)
        if member is not None and member.id != job.member_id:  # merged since it was queued
            act.driver.execute(
                "UPDATE card_job SET member_id = ? WHERE id = ?", (id_bytes(member.id), id_bytes(job.id))
            )
            job = replace(job, member_id=member.id, member_no=member.member_no, full_name=member.full_name)
        _set(act, job.id, JobState.PRINTING)
        return replace(job, state=JobState.PRINTING)


def handed(desk: Desk, job_id: Id, spool_job: str) -> None:
    """The spooler took the card and calls it `spool_job`."""
    with desk.action() as act:
        act.driver.execute("UPDATE card_job SET spool_job = ? WHERE id = ?", (spool_job, id_bytes(job_id)))


def given_away(desk: Desk, job_ids: Sequence[Id]) -> int:
    """These cards went into a file that the operator prints himself: he is asked about them. How many."""
    with desk.action() as act:
        waiting = [job for one in job_ids if (job := _find(act, one)) is not None and _removable(job)]
        for job in waiting:
            _set(act, job.id, JobState.ASKING, ON_PAPER)
    return len(waiting)


def snag(desk: Desk, job_id: Id, problem: str, said: str = "") -> None:
    """The spooler has the card, but something is in the way ("" when it no longer is)."""
    with desk.action() as act:
        _if_printing(act, job_id, JobState.PRINTING, problem, said)


def arrived(desk: Desk, job_id: Id, problem: str = "", said: str = "") -> bool:
    """The spooler is done with the card: now the operator is asked."""
    with desk.action() as act:
        return _if_printing(act, job_id, JobState.ASKING, problem, said)


def failed(desk: Desk, job_id: Id, problem: str, said: str = "") -> bool:
    """The card never got to the printer; the queue holds, for the next one would fare no better."""
    with desk.action() as act:
        known = _if_printing(act, job_id, JobState.FAILED, problem, said)
        if known and problem != MEMBER_GONE:
            set_meta(act.driver, HELD, "1")
    return known


def _if_printing(act: Action, job_id: Id, state: JobState, problem: str, said: str) -> bool:
    job = _find(act, job_id)
    if job is None or job.state is not JobState.PRINTING:
        return False
    _set(act, job_id, state, problem, said, keep_spool_job=True)
    return True


def recover(desk: Desk) -> int:
    """At the start of the program: what was being printed when it ended is asked about. How many cards."""
    with desk.action() as act:
        changed = act.driver.execute(
            "UPDATE card_job SET state = ?, problem = ? WHERE state = ?",
            (JobState.ASKING.value, INTERRUPTED, JobState.PRINTING.value),
        )
        return int(changed.rowcount)


def _set(
    act: Action, job_id: Id, state: JobState, problem: str = "", said: str = "", *, keep_spool_job: bool = False
) -> None:
    spool = "" if keep_spool_job else ", spool_job = ''"
    act.driver.execute(
        f"UPDATE card_job SET state = ?, problem = ?, said = ?{spool} WHERE id = ?",
        (state.value, problem, said[:SAID_LETTERS], id_bytes(job_id)),
    )


# ---- the reprint log -----------------------------------------------------------------------------------------------


def print_log(desk: Desk, member_id: Id) -> list[PrintLine]:
    """Every card printed for a member, the latest first; their number is the count."""
    return _prints(desk, "WHERE p.member_id = ? ORDER BY p.printed_on DESC, p.id DESC", [id_bytes(member_id)])


def recent_prints(desk: Desk, limit: int = 500) -> list[PrintLine]:
    """The last cards printed by this library as far as this counter knows, the latest first."""
    return _prints(desk, "ORDER BY p.printed_on DESC, p.id DESC LIMIT ?", [limit])


def _prints(desk: Desk, which: str, values: list[Any]) -> list[PrintLine]:
    with desk.view() as act:
        rows = act.driver.execute(f"{_PRINTS} {which}", values).fetchall()
    return [PrintLine(Id(row[0].hex()), Id(row[1].hex()), date.fromisoformat(row[2]), *row[3:]) for row in rows]
