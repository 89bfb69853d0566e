"""Loket as it is shipped, on a computer whose clock the test sets: `set_clock.py FILE WORDS…`.

FILE holds how many seconds this computer is ahead of the one the test runs on; wall clock and time since boot move
together, as they do when time passes. Only the clock is another: everything else is the program's own.
"""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from pathlib import Path

from loket.devices import clock


class SetClock(clock.SystemClock):
    """The machine's clock, so many seconds ahead as a file says at the moment."""

    file: Path

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=self._ahead_s())

    def mono_ms(self) -> int:
        return super().mono_ms() + self._ahead_s() * 1_000

    def _ahead_s(self) -> int:
        return int(self.file.read_text())


def let_pass(file: Path, time: timedelta) -> None:
    """Time passes for everybody whose clock this file sets."""
    new = file.with_suffix(".new")
    new.write_text(str(int(file.read_text()) + int(time.total_seconds())))
    new.replace(file)


if __name__ == "__main__":
    SetClock.file = Path(sys.argv.pop(1))
    clock.SystemClock = SetClock  # type: ignore[misc]  # before anything else takes it from there
    from loket.__main__ import main

    sys.exit(main())
