"""The machine's clock and the keys made from it."""

from __future__ import annotations

import subprocess
import sys
import threading
import uuid
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from loket.devices.clock import SystemClock, UuidV7Ids


def test_now_is_aware_utc_in_whole_milliseconds() -> None:
    before = datetime.now(UTC) - timedelta(milliseconds=1)
    now = SystemClock().now()

    assert now.tzinfo is UTC
    assert now.microsecond % 1000 == 0
    assert before <= now <= datetime.now(UTC)


def test_time_since_boot_only_grows() -> None:
    clock = SystemClock()
    seen = [clock.mono_ms() for _ in range(1000)]

    assert seen == sorted(seen)
    assert seen[0] > 0


def test_two_programs_of_one_boot_agree_on_it() -> None:
    other = subprocess.run(
        [sys.executable, "-c", "from loket.devices.clock import SystemClock; print(SystemClock().boot_id)"],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )

    assert other.stdout.strip() == SystemClock().boot_id


@given(st.lists(st.integers(0, 2**48 - 2), min_size=1, max_size=50))
def test_keys_grow_whatever_the_wall_clock_does(times: list[int]) -> None:
    ticks = iter(times)
    ids = UuidV7Ids(lambda: next(ticks))
    made = [ids.new() for _ in times]

    assert made == sorted(set(made))
    for key in made:
        assert len(key) == 32
        assert uuid.UUID(hex=key).version == 7
        assert uuid.UUID(hex=key).variant == uuid.RFC_4122


def test_a_key_carries_its_time() -> None:
    assert int(UuidV7Ids(lambda: 1_795_485_600_000).new()[:12], 16) == 1_795_485_600_000


def test_threads_never_make_the_same_key() -> None:
    ids = UuidV7Ids(lambda: 1)
    made: list[str] = []
    threads = [threading.Thread(target=lambda: made.extend([ids.new() for _ in range(500)])) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(made)) == 4000
