"""Printing through CUPS (Linux, macOS): the PDF itself goes to the queue, so that bars stay bars.

The programs `lp`, `lpstat` and `cancel` are asked, each with a time limit; they honour the system's own settings, a
remote CUPS included. Source: their manual pages, CUPS 2.4.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from loket.devices.printing import Answer, Fold, Run, Spooled, SpoolState, SystemPrinter, run
from loket.domain.errors import DeviceError

PAGE_BOX = re.compile(rb"/MediaBox\s*\[\s*[\d.+-]+\s+[\d.+-]+\s+([\d.]+)\s+([\d.]+)\s*\]")
POINTS_PER_MM = 72 / 25.4
_TAKEN = re.compile(r"request id is (\S+)")
_TOLD = re.compile(r"^\t(Status|Alerts): ?(.*)$")
# Words among a printer's or a job's alerts (IPP printer-state-reasons, job-state-reasons), the gravest first.
_ALERTS: tuple[tuple[str, str], ...] = (
    (r"media-jam", "printer_jam"),
    (r"(cover|door|interlock)-open", "printer_open"),
    (r"media-(empty|needed)|input-tray-missing", "printer_no_cards"),
    (r"marker-(supply|ribbon)\S*-(empty|missing)|toner-empty|marker-supply-missing", "printer_no_ribbon"),
    (r"output-area-full", "printer_full"),
    (r"offline|connecting-to-device|timed-out|shutdown", "printer_off"),
)
# What CUPS's own backends say while they cannot reach a printer, without any alert.
_NO_ANSWER = re.compile(
    r"unavailable|not respond|unable to (connect|locate|contact)|host is down|is offline", re.IGNORECASE
)
_FAILED = re.compile(r"aborted|canceled-(by|at)|document-format-error|unsupported")


class CupsPrinter:
    """One queue of CUPS."""

    def __init__(self, name: str, *, fold: Fold = "long", run: Run = run) -> None:
        self._name, self._fold, self._run = name, fold, run

    def print_pdf(self, pdf: bytes, job_name: str, sides: int) -> str:
        """Raises DeviceError: printer_unknown, printer_rejects, spooler_off, printer_refused, spooler_silent."""
        return self._hand_over(pdf, job_name, _options(pdf, sides, self._fold))

    def print_raw(self, data: bytes, job_name: str) -> str:
        """Bytes in the printer's own language, which go there as they are. Raises as `print_pdf`."""
        return self._hand_over(data, job_name, ("-o", "raw"))

    def _hand_over(self, data: bytes, job_name: str, options: Sequence[str]) -> str:
        with tempfile.TemporaryDirectory(prefix="loket-") as folder:
            path = Path(folder) / "cetak"
            path.write_bytes(data)
            answer = self._run(["lp", "-d", self._name, "-t", job_name, *options, "--", str(path)])
        taken = _TAKEN.search(answer.out)
        if taken is None:
            raise self._refusal(answer)
        return taken[1]

    def state(self, job: str) -> Spooled:
        waiting = _jobs(self._run(["lpstat", "-l", "-W", "not-completed", "-o", self._name]).out)
        if job in waiting:
            return self._under_way(job, *waiting[job])
        answer = self._run(["lpstat", "-l", "-W", "completed", "-o", self._name])
        if answer.code != 0:
            raise self._refusal(answer)
        alerts, said = _jobs(answer.out).get(job, ("", ""))
        if _FAILED.search(alerts):
            return Spooled(SpoolState.FAILED, "job_aborted", said)
        return Spooled(SpoolState.DONE, "", said)

    def cancel(self, job: str) -> None:
        self._run(["cancel", job])

    def _under_way(self, job: str, alerts: str, said: str) -> Spooled:
        """Where the job stands, and what the printer says is in its way."""
        printer = self._run(["lpstat", "-l", "-p", self._name]).out
        first = printer.partition("\n")[0]
        problem, words = _printer_problem(printer)
        if not problem and ("job-hold" in alerts or "resources-are-not-ready" in alerts or "with-errors" in alerts):
            problem = "job_held" if "job-hold" in alerts else "printer_failing"
        if problem in ("", "printer_failing") and _NO_ANSWER.search(f"{said} {words}"):
            problem = "printer_off"
        now = f"now printing {job}." in first and not problem
        state = SpoolState.PRINTING if now or "job-printing" in alerts else SpoolState.WAITING
        return Spooled(state, problem, (said or words) if problem else "")

    def _refusal(self, answer: Answer) -> DeviceError:
        words = " ".join((answer.err or answer.out).split())
        if "not running" in self._run(["lpstat", "-r"]).out:
            return DeviceError("spooler_off")
        if "does not exist" in words or "Invalid destination" in words or "unknown" in words.lower():
            return DeviceError("printer_unknown", name=self._name)
        if "not accepting" in words:
            return DeviceError("printer_rejects", name=self._name)
        return DeviceError("printer_refused", name=self._name, said=words)


def cups_printers(run: Run = run) -> list[SystemPrinter]:
    """The queues of this computer. Raises DeviceError: spooler_off, spooler_missing, spooler_silent."""
    if "not running" in run(["lpstat", "-r"]).out:
        raise DeviceError("spooler_off")
    default = run(["lpstat", "-d"]).out.partition(":")[2].strip()
    names = run(["lpstat", "-e"]).out.split()
    told = _blocks(run(["lpstat", "-l", "-p"]).out)
    rejecting = set(re.findall(r"^(\S+) not accepting", run(["lpstat", "-a"]).out, re.MULTILINE))
    found = []
    for name in names:
        problem, said = _printer_problem(told.get(name, ""))
        found.append(SystemPrinter(name, name == default, "printer_rejects" if name in rejecting else problem, said))
    return found


def _options(pdf: bytes, sides: int, fold: Fold) -> Sequence[str]:
    """The page's own size, exactly: `media` alone is cut to whole points by queues that have a driver."""
    box = PAGE_BOX.search(pdf)
    size = () if box is None else tuple(round(float(side) / POINTS_PER_MM, 2) for side in box.groups())
    named = f"Custom.{size[0]:g}x{size[1]:g}mm" if size else ""
    media = ["-o", f"media={named}", "-o", f"PageSize={named}"] if named else []
    turned = f"two-sided-{fold}-edge" if sides == 2 else "one-sided"
    return [*media, "-o", f"sides={turned}", "-o", "print-scaling=none", "-o", "fit-to-page=false"]


def _jobs(listing: str) -> dict[str, tuple[str, str]]:
    """Job → (alerts, status) of `lpstat -l -o`."""
    jobs: dict[str, tuple[str, str]] = {}
    name = ""
    for line in listing.splitlines():
        told = _TOLD.match(line)
        if told and name:
            alerts, said = jobs[name]
            jobs[name] = (alerts, told[2].strip()) if told[1] == "Status" else (told[2].strip(), said)
        elif line and not line[0].isspace():
            name = line.split()[0]
            jobs[name] = ("", "")
    return jobs


def _blocks(listing: str) -> dict[str, str]:
    """Printer → its part of `lpstat -l -p`."""
    parts = re.split(r"^(?=printer )", listing, flags=re.MULTILINE)
    return {part.split()[1]: part for part in parts if part.startswith("printer ")}


def _printer_problem(block: str) -> tuple[str, str]:
    """What keeps a printer from printing, and its own words; two empty texts when nothing does."""
    first, *rest = block.splitlines() or [""]
    said = rest[0].strip() if rest and not rest[0].strip().startswith("Form mounted") else ""
    alerts = " ".join(line.partition("Alerts:")[2] for line in rest if "Alerts:" in line)
    for pattern, problem in _ALERTS:
        if re.search(pattern, alerts):
            return problem, said
    if " disabled " in first:
        return "printer_paused", said
    return "", ""
