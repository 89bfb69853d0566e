"""A virtual screen with a keyboard: the real window, real key presses, real pictures of it.

Used where there is no screen, by the example day and by the end-to-end tests. Needs Xvfb and xdotool.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PIL import Image, ImageChops, ImageGrab

ROOT = Path(__file__).resolve().parents[1]
PATIENCE_S = 90.0
GLANCE_S = 0.05
REST_S = 0.25  # unchanged for so long is at rest
ANSWER_S = 5.0  # the longest a page may take to come up when it is first built on a busy machine
STATUS_LINE_PX = 34  # the clock lives there; it never holds still
TABS = (0, 44, 700, 76)  # where the tabs stand


class Impatience(AssertionError):  # noqa: N818
    """What was waited for did not come."""


def wait_until(condition: Callable[[], object], what: str, patience_s: float = PATIENCE_S) -> None:
    """Look until the condition holds. Raises Impatience naming what did not come."""
    end = time.monotonic() + patience_s
    while not condition():
        if time.monotonic() > end:
            raise Impatience(what)
        time.sleep(GLANCE_S)


def wait_for_tabs(desktop: Desktop) -> None:
    """Wait until somebody has signed in: where the tabs stand, nothing is written before."""
    wait_until(lambda: len(set(desktop.picture().crop(TABS).convert("L").getextrema())) > 1, "the counter's tabs")


class Desktop:
    """An Xvfb screen of its own, from `with` to the end of the block."""

    def __init__(self, width: int = 1366, height: int = 768) -> None:
        self._size = f"{width}x{height}x24"
        self.display = ""

    def __enter__(self) -> Desktop:
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", self._size, "-nolisten", "tcp"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            self.display = ":" + told.readline().strip()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.terminate()
        self._server.wait()

    def environment(self, **more: str) -> dict[str, str]:
        return os.environ | {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"} | more

    def type_code(self, *codes: str) -> None:
        """Type codes as a scanner does, each with its Enter, as fast as keys can be sent."""
        lines: list[str] = []
        for code in codes:
            lines += ([f"type --delay 1 '{code}'"] if code else []) + ["key --delay 1 Return"]
        self._xdotool(["-"], "\n".join(lines) + "\n")

    def type_slowly(self, text: str) -> None:
        """Type as a person does."""
        self._xdotool(["type", "--delay", "70", text])

    def press(self, *keys: str) -> None:
        self._xdotool(["key", *keys])

    def press_and_see(self, *keys: str) -> Image.Image:
        """Press, wait until the screen has answered, and give the picture at rest. An answer may also be none."""
        before = self.picture()
        self.press(*keys)
        return self.see_after(before)

    def see_after(self, before: Image.Image) -> Image.Image:
        """The picture at rest, once it is another one."""
        with suppress(Impatience):
            wait_until(lambda: not same(before, self.picture()), "an answer on the screen", ANSWER_S)
        return self.still_picture()

    def picture(self) -> Image.Image:
        return ImageGrab.grab(xdisplay=self.display)

    def still_picture(self) -> Image.Image:
        """The screen once it has come to rest; the status line may go on ticking."""
        before = self.picture()
        for _ in range(100):
            time.sleep(REST_S)
            now = self.picture()
            if same(before, now):
                return now
            before = now
        return before

    def save(self, path: Path) -> None:
        self.still_picture().save(path)

    def _xdotool(self, words: Sequence[str], script: str | None = None) -> None:
        subprocess.run(
            ["xdotool", *words], env=self.environment(), check=True, stdout=subprocess.DEVNULL, input=script, text=True
        )


def same(one: Image.Image, other: Image.Image) -> bool:
    box = (0, 0, one.width, one.height - STATUS_LINE_PX)
    return ImageChops.difference(one.crop(box).convert("RGB"), other.crop(box).convert("RGB")).getbbox() is None


class Window:
    """Loket itself, as a process on a desktop, working in a data folder.

    `program`: how Python is told to start it.
    """

    def __init__(self, desktop: Desktop, home: Path, *arguments: str, program: Sequence[str] = ("-m", "loket")) -> None:
        self.desktop, self.home = desktop, home
        self._ready = home / "ready"
        self._ready.unlink(missing_ok=True)
        environment = desktop.environment(
            LOKET_HOME=str(home), LOKET_READY_FILE=str(self._ready), PYTHONPATH=str(ROOT / "src")
        )
        self.log = (home / "window.log").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "-P", *program, *arguments], env=environment, stderr=self.log, cwd=ROOT
        )

    def wait_ready(self, patience_s: float = 300.0) -> None:
        def ready() -> bool:
            if self.process.poll() is not None:
                raise Impatience(f"the window ended with {self.process.returncode}: {self.complaints()}")
            return self._ready.exists()

        wait_until(ready, "the window to be ready", patience_s)

    def complaints(self) -> str:
        return (self.home / "window.log").read_text(errors="replace")[-2000:]

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        self.log.close()

    def close(self) -> int:
        """End as a person does, by closing the window. Returns the exit code."""
        self.process.terminate()
        code = self.process.wait(60)
        self.log.close()
        return code
