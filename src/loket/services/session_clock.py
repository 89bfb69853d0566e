"""Clocks of internet sessions that a power cut does not lose and a wrong date does not move.

Each is a row on this counter alone, noted again every few seconds while the session runs. What passed while the
computer was off is not counted: nobody could use the internet then.
"""

from __future__ import annotations

from loket.db.rows import id_bytes
from loket.domain.entities import Id
from loket.domain.internet import Reckoning
from loket.services.desk import Action, Desk

TICK_S = 15  # how often a clock is noted: a power cut costs the library no more than this
_ALL = "SELECT session_id, used_ms, boot_id, mono_ms FROM session_clock"
_PUT = (
    "INSERT INTO session_clock (session_id, used_ms, boot_id, mono_ms) VALUES (?, ?, ?, ?) ON CONFLICT (session_id) "
    "DO UPDATE SET used_ms = excluded.used_ms, boot_id = excluded.boot_id, mono_ms = excluded.mono_ms"
)
_OVER = (
    "DELETE FROM session_clock WHERE NOT EXISTS "
    "(SELECT 1 FROM internet_session s WHERE s.id = session_id AND s.state = 'running')"
)


def begin(act: Action, session_id: Id) -> None:
    """Inside the action that starts a session: its clock runs from now on."""
    _note(act, session_id, Reckoning(0, act.desk.clock.boot_id, act.desk.clock.mono_ms()))


def reckonings(act: Action) -> dict[Id, Reckoning]:
    """The clocks of this counter, by session."""
    rows = act.driver.execute(_ALL).fetchall()
    return {Id(session.hex()): Reckoning(used, boot, mono) for session, used, boot, mono in rows}


def used_ms(act: Action, session_id: Id) -> int | None:
    """How long this session has been used; None where its clock runs at another counter."""
    row = act.driver.execute(f"{_ALL} WHERE session_id = ?", (id_bytes(session_id),)).fetchone()
    if row is None:
        return None
    return Reckoning(*row[1:]).used_at(act.desk.clock.boot_id, act.desk.clock.mono_ms())


def stop(act: Action, session_id: Id) -> None:
    """Inside the action that ends a session: its clock is put away."""
    act.driver.execute("DELETE FROM session_clock WHERE session_id = ?", (id_bytes(session_id),))


def tick(desk: Desk) -> int:
    """Note every clock of this counter: when the program starts, and every `TICK_S` seconds. How many run.

    Clocks of sessions that ended elsewhere are put away. Nothing is written while no session runs.
    """
    with desk.view() as act:
        if not reckonings(act):
            return 0
    with desk.action() as act:
        act.driver.execute(_OVER)
        running = reckonings(act)
        now = act.desk.clock.boot_id, act.desk.clock.mono_ms()
        for session_id, reckoning in running.items():
            _note(act, session_id, reckoning.noted_at(*now))
        return len(running)


def _note(act: Action, session_id: Id, reckoning: Reckoning) -> None:
    act.driver.execute(_PUT, (id_bytes(session_id), reckoning.used_ms, reckoning.boot_id, reckoning.mono_ms))
