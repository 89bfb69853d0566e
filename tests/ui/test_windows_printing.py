"""Printing on Windows, as far as it can be had elsewhere: the painted pages, and what PowerShell answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from loket.devices import resources
from loket.devices.pdf_images import PdfPages
from loket.devices.printing import Answer, Spooled, SpoolState
from loket.devices.windows_printing import WindowsPrinter, paint_on, paint_pdf, windows_printers
from loket.domain.errors import DeviceError
from loket.reports.card_trial import TRIAL_CODE, trial_card
from loket.reports.pdf import load_fonts

MM_PER_POINT = 25.4 / 72


def card() -> bytes:
    return trial_card(["Depan", "Belakang"], [(0.0, 0.0), (0.0, 0.0)], load_fonts(resources.path("fonts")))


def test_pages_are_painted_at_their_own_size_with_bars_that_can_be_read(qapp: QApplication, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "kartu.pdf"))
    printer.setResolution(300)
    paint_on(printer, card(), "loket-1", 2, "long")
    assert printer.docName() == "loket-1"
    with PdfPages((tmp_path / "kartu.pdf").read_bytes()) as pages:
        assert len(pages) == 2
        for number in range(2):
            size = pages.size_pt(number)
            assert size.width() * MM_PER_POINT == pytest.approx(85.6, abs=0.2)
            assert size.height() * MM_PER_POINT == pytest.approx(54.0, abs=0.2)
            image = pages.image(number, 300)
            image.save(str(tmp_path / "kartu.png"))
            assert [found.text for found in zxingcpp.read_barcodes(_grey(tmp_path / "kartu.png"))] == [TRIAL_CODE]


def _grey(path: Path):  # type: ignore[no-untyped-def]
    from PIL import Image

    with Image.open(path) as picture:
        return picture.convert("L")


def test_a_printer_that_is_not_there_is_told(qapp: QApplication) -> None:
    assert windows_printers() == [] or all(one.name for one in windows_printers())
    with pytest.raises(DeviceError) as refused:
        paint_pdf(card(), "Loket tidak ada", "loket-1", 1, "long")
    assert refused.value.code == "printer_unknown"


class PowerShell:
    """Answers a command by what it begins with."""

    def __init__(self, jobs: str = "", printer: str = "Normal", code: int = 0) -> None:
        self.jobs, self.printer, self.code = jobs, printer, code
        self.asked: list[str] = []

    def __call__(self, command: Sequence[str]) -> Answer:
        self.asked.append(command[-1])
        return Answer(self.code, self.printer if "Get-Printer " in command[-1] else self.jobs)


def job(status: str) -> str:
    return f'{{"id": 7, "name": "loket-1", "status": "{status}"}}'


@pytest.mark.parametrize(
    ("jobs", "printer", "expected"),
    [
        ("", "Normal", Spooled(SpoolState.DONE)),
        (job("Spooling"), "Normal", Spooled(SpoolState.WAITING)),
        (job("Printing"), "Printing", Spooled(SpoolState.PRINTING)),
        (job("Printing, Retained"), "PaperOut", Spooled(SpoolState.WAITING, "printer_no_cards")),
        (job("Error, Offline"), "Offline", Spooled(SpoolState.WAITING, "printer_off")),
        (job("Normal"), "Paused", Spooled(SpoolState.WAITING, "printer_paused")),
        (job("Printing, Deleting"), "Normal", Spooled(SpoolState.FAILED, "job_aborted")),
        (job("Printed"), "Normal", Spooled(SpoolState.DONE)),
        (
            f'[{{"id": 6, "name": "lain", "status": "Error"}}, {job("Printing")}]',
            "Normal",
            Spooled(SpoolState.PRINTING),
        ),
    ],
)
def test_what_windows_says_of_a_card(jobs: str, printer: str, expected: Spooled) -> None:
    assert WindowsPrinter("Zebra", run=PowerShell(jobs, printer)).state("loket-1") == expected


def test_names_cannot_break_out_of_the_command() -> None:
    shell = PowerShell()
    printer = WindowsPrinter("Bu Rini's", run=shell, paint=lambda *_: None)
    assert printer.print_pdf(b"", "loket-1", 1) == "loket-1"
    printer.state("loket-1")
    printer.cancel("loket-1")
    assert all("'Bu Rini''s'" in command for command in shell.asked)
    with pytest.raises(DeviceError):
        WindowsPrinter("Zebra", run=PowerShell(code=1)).state("loket-1")
