"""The internet room's rules: how long somebody has sat there, and who may sit down. Source: SOP layanan-internet.

A session is reckoned on the time since the computer of the counter was switched on, noted every few seconds. The wall
clock has no part in it: it may be wrong, and the power may fail.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from loket.domain.entities import InternetSeat, InternetSession, SessionState
from loket.domain.errors import Block, RefusalCode
from loket.domain.settings import Settings

MINUTE_MS = 60_000
SHORTEST_MIN, LONGEST_MIN = 1, 480


@dataclass(frozen=True, slots=True)
class Reckoning:
    """So much of a session was used when the computer `boot_id` had run for `mono_ms`."""

    used_ms: int
    boot_id: str
    mono_ms: int

    def used_at(self, boot_id: str, mono_ms: int) -> int:
        """Milliseconds used at a moment; once the computer was switched off, what was noted last."""
        return self.used_ms + (max(0, mono_ms - self.mono_ms) if boot_id == self.boot_id else 0)

    def noted_at(self, boot_id: str, mono_ms: int) -> Reckoning:
        """The same reckoning, carried on to a moment."""
        return Reckoning(self.used_at(boot_id, mono_ms), boot_id, mono_ms)


class SeatState(StrEnum):
    FREE = "free"
    RUNNING = "running"
    WARNING = "warning"  # his time is nearly over
    OVERRUN = "overrun"  # it is over, and he still sits there
    OUT_OF_ORDER = "out_of_order"


def seat_state(seat: InternetSeat, session: InternetSession | None, left_ms: int | None, warning_min: int) -> SeatState:
    """What a seat's tile says. `left_ms` None: its clock runs at another counter."""
    if session is None:
        return SeatState.OUT_OF_ORDER if seat.out_of_order or seat.retired else SeatState.FREE
    if left_ms is None:
        return SeatState.RUNNING
    if left_ms <= 0:
        return SeatState.OVERRUN
    return SeatState.WARNING if left_ms <= warning_min * MINUTE_MS else SeatState.RUNNING


def minutes_of(used_ms: int) -> int:
    """Whole minutes, to the nearest: what the register says."""
    return (used_ms + MINUTE_MS // 2) // MINUTE_MS


def left_today(sessions: Sequence[InternetSession], settings: Settings) -> int | None:
    """Minutes a person may still have on a day, after these sessions of his; None: as many as he likes.

    A session that runs counts with all that was granted.
    """
    if not settings.internet_daily_min:
        return None
    spent = sum(one.minutes if one.state is SessionState.RUNNING else one.used_min for one in sessions)
    return max(0, settings.internet_daily_min - spent)


def granted(settings: Settings, left_min: int | None) -> int:
    """Minutes for a new session: the usual length, or what is left of the day. After an override, the usual length."""
    return min(settings.internet_minutes, left_min) if left_min else settings.internet_minutes


def start_blocks(
    *, is_member: bool, left_min: int | None, ahead: int, free_seats: int, settings: Settings
) -> tuple[Block, ...]:
    """What stands in the way of a session besides the member's own state.

    `ahead`: how many wait who came before. `free_seats`: with the one wanted. Source: SOP step 1, a valid card is held.
    """
    blocks = []
    if settings.internet_card_held and not is_member:
        blocks.append(Block(RefusalCode.INTERNET_CARD_NEEDED))
    if left_min == 0:
        blocks.append(Block(RefusalCode.INTERNET_DAILY, {"minutes": settings.internet_daily_min}))
    if ahead >= free_seats:
        blocks.append(Block(RefusalCode.INTERNET_OTHERS_WAIT, {"count": ahead}))
    return tuple(blocks)


def extension_blocks(
    session: InternetSession, *, left_min: int | None, waiting: int, settings: Settings
) -> tuple[Block, ...]:
    """What stands in the way of more time: others wait, he had his extensions, his day is used up."""
    blocks = []
    if waiting:
        blocks.append(Block(RefusalCode.INTERNET_OTHERS_WAIT, {"count": waiting}))
    if session.extensions >= settings.internet_extensions or not settings.internet_extension_min:
        blocks.append(Block(RefusalCode.INTERNET_EXTENSIONS, {"most": settings.internet_extensions}))
    if left_min == 0:
        blocks.append(Block(RefusalCode.INTERNET_DAILY, {"minutes": settings.internet_daily_min}))
    return tuple(blocks)


def extended(session: InternetSession, settings: Settings, left_min: int | None) -> int:
    """Minutes granted altogether after one more extension; where none is set, a session's length is added."""
    more = settings.internet_extension_min or settings.internet_minutes
    return min(session.minutes + (min(more, left_min) if left_min else more), 24 * 60)
