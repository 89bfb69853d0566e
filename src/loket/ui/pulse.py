"""The window's pulse: notices when the GUI thread stood still, and says so in the log."""

from __future__ import annotations

import logging
import time

from PySide6.QtCore import QObject, Qt, QTimer

log = logging.getLogger(__name__)
BEAT_MS = 20
STILL_MS = 100  # longer than this an operator feels


class Pulse(QObject):
    """Beats while the window is open. `longest_ms`: the longest stillness so far."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.longest_ms = 0
        self._last_ns = time.monotonic_ns()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now_ns = time.monotonic_ns()
        still_ms = (now_ns - self._last_ns) // 1_000_000 - BEAT_MS
        self._last_ns = now_ns
        self.longest_ms = max(self.longest_ms, still_ms)
        if still_ms > STILL_MS:
            log.warning("the window stood still for %d ms", still_ms)

    def reset(self) -> None:
        """Count from here: building pages at the start is not work at the counter."""
        self.longest_ms, self._last_ns = 0, time.monotonic_ns()
