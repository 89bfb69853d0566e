"""Printing on Windows: the pages are painted dot by dot through the printer's own driver, and the spooler is asked.

Qt paints and says nothing of what becomes of it, so PowerShell's `Get-PrintJob` and `Get-Printer` (Windows 8 and
later) are asked. The job is found again by its name.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from loket.devices.pdf_images import PdfPages
from loket.devices.printing import Fold, Run, Spooled, SpoolState, SystemPrinter, run
from loket.domain.errors import DeviceError

MM_PER_POINT = 25.4 / 72
_SHELL = ("powershell", "-NoProfile", "-NonInteractive", "-Command")
_JOBS = (
    "Get-PrintJob -PrinterName '{name}' | ForEach-Object {{ @{{ id = $_.Id; name = $_.DocumentName; "
    "status = [string]$_.JobStatus }} }} | ConvertTo-Json -Compress"
)
_PRINTER = "[string](Get-Printer -Name '{name}').PrinterStatus"
_CANCEL = "Get-PrintJob -PrinterName '{name}' | Where-Object {{ $_.DocumentName -eq '{job}' }} | Remove-PrintJob"
# Words of PrintJobStatus and PrinterStatus, the gravest first.
_PROBLEMS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("PaperJam",), "printer_jam"),
    (("DoorOpen",), "printer_open"),
    (("PaperOut", "PaperProblem", "ManualFeed"), "printer_no_cards"),
    (("NoToner", "TonerLow"), "printer_no_ribbon"),
    (("OutputBinFull",), "printer_full"),
    (("Offline", "NotAvailable", "ServerUnknown", "PowerSave"), "printer_off"),
    (("Paused",), "printer_paused"),
    (("Error", "UserIntervention", "Blocked"), "printer_failing"),
)


class WindowsPrinter:
    """One printer of Windows."""

    def __init__(
        self, name: str, *, fold: Fold = "long", run: Run = run, paint: Callable[..., None] | None = None
    ) -> None:
        self._name, self._fold, self._run = name, fold, run
        self._paint = paint or paint_pdf

    def print_pdf(self, pdf: bytes, job_name: str, sides: int) -> str:
        """Raises DeviceError: printer_unknown, printer_refused."""
        self._paint(pdf, self._name, job_name, sides, self._fold)
        return job_name

    def state(self, job: str) -> Spooled:
        """A job the spooler no longer has was printed, or taken away by hand: the operator knows."""
        answer = self._ask(_JOBS.format(name=_quoted(self._name)))
        told = {str(one["name"]): str(one["status"]) for one in _objects(answer)}
        if job not in told:
            return Spooled(SpoolState.DONE)
        words = _words(told[job])
        if "Deleted" in words or "Deleting" in words:
            return Spooled(SpoolState.FAILED, "job_aborted")
        if "Printed" in words or "Complete" in words:
            return Spooled(SpoolState.DONE)
        printer = _words(self._ask(_PRINTER.format(name=_quoted(self._name))))
        problem = _problem(words | printer)
        state = SpoolState.PRINTING if "Printing" in words and not problem else SpoolState.WAITING
        return Spooled(state, problem)

    def cancel(self, job: str) -> None:
        self._ask(_CANCEL.format(name=_quoted(self._name), job=_quoted(job)))

    def _ask(self, command: str) -> str:
        answer = self._run([*_SHELL, command])
        if answer.code != 0:
            raise DeviceError("printer_unknown", name=self._name)
        return answer.out


def windows_printers() -> list[SystemPrinter]:
    """The printers of this computer, as Qt lists them."""
    default = QPrinterInfo.defaultPrinterName()
    return [SystemPrinter(name, name == default) for name in QPrinterInfo.availablePrinterNames()]


def paint_pdf(pdf: bytes, name: str, job_name: str, sides: int, fold: Fold) -> None:
    """Paint every page on the printer at its own size, one dot of the page on one dot of the printer.

    Raises DeviceError: printer_unknown, printer_refused.
    """
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise DeviceError("printer_unknown", name=name)
    paint_on(QPrinter(info, QPrinter.PrinterMode.HighResolution), pdf, job_name, sides, fold)


def paint_on(printer: QPrinter, pdf: bytes, job_name: str, sides: int, fold: Fold) -> None:
    """As `paint_pdf`, on a printer that is at hand already."""
    with PdfPages(pdf) as pages:
        _set_up(printer, pages.size_pt(0), job_name, sides, fold)
        painter = QPainter()
        if not painter.begin(printer):
            raise DeviceError("printer_refused", name=printer.printerName(), said="")
        try:
            _paint_pages(painter, printer, pages)
        finally:
            painter.end()
    if printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise DeviceError("printer_refused", name=printer.printerName(), said="")


def _set_up(printer: QPrinter, size_pt: QSizeF, job_name: str, sides: int, fold: Fold) -> None:
    size = QSizeF(size_pt.width() * MM_PER_POINT, size_pt.height() * MM_PER_POINT)
    page = QPageSize(size, QPageSize.Unit.Millimeter, "CR80", QPageSize.SizeMatchPolicy.ExactMatch)
    printer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setFullPage(True)
    printer.setDocName(job_name)
    both = QPrinter.DuplexMode.DuplexLongSide if fold == "long" else QPrinter.DuplexMode.DuplexShortSide
    printer.setDuplex(both if sides == 2 else QPrinter.DuplexMode.DuplexNone)


def _paint_pages(painter: QPainter, printer: QPrinter, pages: PdfPages) -> None:
    """Without smoothing: a bar that is half a dot grey is printed as a blur."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    for number in range(len(pages)):
        if number:
            printer.newPage()
        image = pages.image(number, printer.resolution())
        painter.drawImage(QRectF(QPointF(), QSizeF(image.size())), image)


def _objects(text: str) -> Sequence[dict[str, Any]]:
    """What ConvertTo-Json wrote: nothing, one object, or a list of them."""
    if not text.strip():
        return []
    found = json.loads(text)
    return found if isinstance(found, list) else [found]


def _words(status: str) -> frozenset[str]:
    return frozenset(word.strip() for word in status.split(","))


def _problem(words: frozenset[str]) -> str:
    return next((problem for known, problem in _PROBLEMS if words & set(known)), "")


def _quoted(text: str) -> str:
    """For a text in single quotes in PowerShell."""
    return text.replace("'", "''")
