"""Card printers: a PDF whose pages are cards goes in, the spooler's word on what became of it comes out.

No printer reports a card that came out badly, and Qt reports no failed print at all: the spooler is asked, and what it
cannot know the operator says.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal, Protocol

from loket.domain.errors import DeviceError

ANSWER_S = 20.0  # a spooler that says nothing for so long is taken for silent
Fold = Literal["long", "short"]  # the edge a card is turned over for its back
Run = Callable[[Sequence[str]], "Answer"]


class SpoolState(StrEnum):
    WAITING = "waiting"
    PRINTING = "printing"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Spooled:
    """What the spooler says of a job.

    `problem`: what is in the way or why it failed, a key of `ui.texts_cards.PROBLEMS`; "" when nothing is.
    `said`: the spooler's own words.
    """

    state: SpoolState
    problem: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class SystemPrinter:
    """A print queue of this computer. `problem`: why it would print nothing now; "" when it would."""

    name: str
    is_default: bool = False
    problem: str = ""
    said: str = ""


class CardPrinter(Protocol):
    """One printer, or what stands in for it. All of it may take seconds: never on the GUI thread."""

    def print_pdf(self, pdf: bytes, job_name: str, sides: int) -> str:
        """Print every page at its own size; `sides` 2: each second page is the back of the one before.

        Returns what the spooler calls the job. Raises DeviceError when it does not take it.
        """

    def state(self, job: str) -> Spooled:
        """What became of a job. Raises DeviceError when nobody answers."""

    def cancel(self, job: str) -> None:
        """Take a job back as far as it still can be; a job that is gone is no error."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program of the system answered."""

    code: int
    out: str
    err: str = ""


def run(command: Sequence[str]) -> Answer:
    """Ask a program of the system, in English. Raises DeviceError: spooler_missing, spooler_silent."""
    window = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would flash a console
    try:
        done = subprocess.run(
            list(command),
            env=_system_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=ANSWER_S,
            check=False,
            encoding="utf-8",
            errors="replace",
            creationflags=window,
        )
    except FileNotFoundError as error:
        raise DeviceError("spooler_missing", program=command[0]) from error
    except subprocess.TimeoutExpired as error:
        raise DeviceError("spooler_silent", program=command[0]) from error
    return Answer(done.returncode, done.stdout, done.stderr)


def _system_environment() -> dict[str, str]:
    """English answers; and in a bundle the system's libraries, which the bundle's own stand before."""
    environment = os.environ | {"LC_ALL": "C"}
    if getattr(sys, "frozen", False) and environment.pop("LD_LIBRARY_PATH", None) is not None:
        before = environment.pop("LD_LIBRARY_PATH_ORIG", "")
        environment |= {"LD_LIBRARY_PATH": before} if before else {}
    return environment


class FolderPrinter:
    """Stands in for a printer: every job becomes a PDF file in a folder, to be printed elsewhere."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def print_pdf(self, pdf: bytes, job_name: str, sides: int) -> str:
        """Raises DeviceError(folder_unwritable)."""
        path = self._folder / f"{re.sub(r'[^A-Za-z0-9._-]+', '-', job_name)}.pdf"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(suffix=".part", dir=self._folder)
            with os.fdopen(handle, "wb") as stream:
                stream.write(pdf)
            Path(name).replace(path)
        except OSError as error:
            raise DeviceError("folder_unwritable", path=self._folder, why=error.strerror or "") from error
        return str(path)

    def state(self, job: str) -> Spooled:
        return Spooled(SpoolState.DONE) if Path(job).exists() else Spooled(SpoolState.FAILED, "job_aborted")

    def cancel(self, job: str) -> None:
        """A file that was written is whole at once; it stays."""
