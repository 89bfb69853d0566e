"""Which printer a counter uses: the queues of the system, or PDF files in a folder."""

from __future__ import annotations

import sys
from pathlib import Path

from loket.devices.cups import CupsPrinter, cups_printers
from loket.devices.printing import CardPrinter, Fold, FolderPrinter, SystemPrinter
from loket.domain.errors import DeviceError

FILES = "pdf"  # the choice that is no printer; a queue of that name is reached as "queue:pdf"
QUEUE = "queue:"


def printers() -> list[SystemPrinter]:
    """The print queues of this computer. Raises DeviceError where the spooler does not answer."""
    if sys.platform == "win32":
        from loket.devices.windows_printing import windows_printers

        return windows_printers()
    return cups_printers()


def card_printer(choice: str, folder: Path, fold: Fold = "long") -> CardPrinter:
    """The printer of a choice: "queue:NAME" or "pdf". Raises DeviceError(printer_not_chosen) for ""."""
    if choice == FILES:
        return FolderPrinter(folder)
    if not choice.startswith(QUEUE):
        raise DeviceError("printer_not_chosen")
    name = choice.removeprefix(QUEUE)
    if sys.platform == "win32":
        from loket.devices.windows_printing import WindowsPrinter

        return WindowsPrinter(name, fold=fold)
    return CupsPrinter(name, fold=fold)
