"""PySide6 6.12.0 on Python 3.11 gives away references to None and True and aborts after minutes of work.

Run in a process of its own: an abort would take the whole test run with it. Moving to another PySide6 needs this green.
"""

import os
import subprocess
import sys

A_DAY_AT_THE_COUNTER = """
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

class Sender(QObject):
    sent = Signal(int)

app = QApplication([])
label, sender, seen = QLabel(), Sender(), []
sender.sent.connect(seen.append)
for number in range(20_000):
    sender.sent.emit(number)
    label.setText(str(number))
print(len(seen), label.text())
"""


def test_twenty_thousand_signals_and_texts_do_not_end_the_process() -> None:
    done = subprocess.run(
        [sys.executable, "-c", A_DAY_AT_THE_COUNTER],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["20000", "19999"]
