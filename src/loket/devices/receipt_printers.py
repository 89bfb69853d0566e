"""Receipt printers: ESC/POS by network, serial line, USB, a file or a raw queue; or pages for a system printer.

The connection is opened for each slip and closed after it, so that a printer switched off at night is found in the
morning. A printer that answers is asked before and after a slip; many answer nothing, and are believed.
"""

from __future__ import annotations

import re
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

from loket.devices.cups import CupsPrinter
from loket.devices.escpos_library import printers as library
from loket.devices.printers import QUEUE, card_printer
from loket.devices.printing import CardPrinter, Spooled, SpoolState
from loket.domain.errors import DeviceError

if TYPE_CHECKING:
    from escpos.escpos import Escpos

Language = Literal["escpos", "pdf"]
NETWORK, SERIAL, USB, FILE, RAW = "tcp:", "serial:", "usb:", "file:", "raw:"
PORT, MOST_PORT, BAUD = 9100, 65535, 9600
USB_PRINTER, USB_BULK = 7, 2  # class of an interface, kind of an end
OPEN_S, SEND_S, ASK_S = 5.0, 15.0, 0.8  # to find a printer, to get a slip off, to wait for its answer
DEVICE_FOLDERS = (Path("/dev"), Path("/dev/usb"))
PAPER, FAULT, ONLINE = b"\x10\x04\x04", b"\x10\x04\x02", b"\x10\x04\x01"  # DLE EOT n, answered in the middle of a job
NO_PAPER, COVER_OPEN, OFFLINE = 0x60, 0x04, 0x08
_FIXED, _FIXED_ARE = 0x93, 0x12  # bits that are the same in each answer: anything else is none
_NETWORK = re.compile(r"(?P<host>[^:\s]+)(?::(?P<port>\d{1,5}))?")
_SERIAL = re.compile(r"(?P<port>\S+?)(?:@(?P<baud>\d{3,6}))?")
_USB = re.compile(r"(?P<vendor>[0-9a-fA-F]{4}):(?P<product>[0-9a-fA-F]{4})")


EXAMPLES = {  # of addresses, as they are typed on this system
    NETWORK: "192.168.1.50:9100",
    SERIAL: "COM3@9600" if sys.platform == "win32" else "/dev/ttyUSB0@9600",
    FILE: "LPT1" if sys.platform == "win32" else "/dev/usb/lp0",
}


class ReceiptPrinter(Protocol):
    """One printer for slips. All of it may take seconds: never on the GUI thread.

    Attributes:
        language: what it takes: bytes in ESC/POS, or a PDF.
    """

    language: Language

    def send(self, data: bytes, job_name: str) -> str:
        """Print it. Returns what a spooler calls the job; "" when the printer has all of it.

        Raises DeviceError, whose code is a key of `ui.texts_slips.PROBLEMS`.
        """

    def state(self, job: str) -> Spooled:
        """What became of a job of the spooler. Raises DeviceError."""


@dataclass(frozen=True, slots=True)
class UsbPrinter:
    """A printer on a USB cable. `choice`: how it is kept in the preferences."""

    choice: str
    name: str


class DirectPrinter:
    """A printer this program speaks to itself, through python-escpos."""

    language: Language = "escpos"

    def __init__(self, name: str, make: Callable[[], Escpos]) -> None:
        self._name, self._make = name, make

    def send(self, data: bytes, job_name: str) -> str:
        """Raises DeviceError: printer_off, printer_no_paper, printer_open, printer_failing, printer_cut_off,
        printer_part_missing."""
        with self._opened() as printer:
            try:
                answers = _demand_ready(printer)
                printer._raw(data)
                _hear_out(printer, answers)
            except OSError as error:
                raise DeviceError("printer_cut_off", name=self._name, said=_words(error)) from error
        return ""

    def state(self, job: str) -> Spooled:
        return Spooled(SpoolState.DONE)

    @contextmanager
    def _opened(self) -> Iterator[Escpos]:
        library()
        from escpos.exceptions import Error

        try:
            printer = self._make()
            if not printer.device:  # asking for it opens it
                raise OSError("not opened")
        except (ImportError, RuntimeError) as error:  # the library for this kind of cable is not installed
            raise DeviceError("printer_part_missing", name=self._name) from error
        except (Error, OSError, ValueError) as error:
            raise DeviceError("printer_off", name=self._name, said=_words(error)) from error
        try:
            yield printer
        finally:
            with suppress(OSError):
                printer.close()


def _words(error: Exception) -> str:
    return " ".join(str(error).split())


# ---- what a printer answers ----------------------------------------------------------------------------------------


def _demand_ready(printer: Escpos) -> bool:
    """Whether the printer answers at all. Raises DeviceError where it says that nothing would come out."""
    paper = _asked(printer, PAPER)
    if paper is None:
        return False
    if paper & NO_PAPER:
        raise DeviceError("printer_no_paper")
    if (_asked(printer, FAULT) or 0) & COVER_OPEN:
        raise DeviceError("printer_open")
    if (_asked(printer, ONLINE) or 0) & OFFLINE:
        raise DeviceError("printer_failing")
    return True


def _asked(printer: Escpos, question: bytes) -> int | None:
    """Its answer to a question about its state; None where it gives none. Raises OSError when the line is down."""
    if not _two_way(printer):
        return None
    _patience(printer, ASK_S)
    try:
        printer._raw(question)
        answer = bytes(printer._read())
    except OSError as error:
        if isinstance(error, TimeoutError) or type(error).__name__ == "USBTimeoutError":
            return None
        raise
    finally:
        _patience(printer, SEND_S)
    if isinstance(printer.device, socket.socket) and not answer:
        raise ConnectionResetError("the printer closed the line")
    found = [byte for byte in answer if byte & _FIXED == _FIXED_ARE]
    return found[-1] if found else None


def _two_way(printer: Escpos) -> bool:
    return type(printer).__name__ in ("Network", "Serial", "Usb")


def _patience(printer: Escpos, seconds: float) -> None:
    device = printer.device
    if isinstance(device, socket.socket):
        device.settimeout(seconds)
    elif type(printer).__name__ == "Serial":
        device.timeout, device.write_timeout = seconds, SEND_S


def _hear_out(printer: Escpos, answers: bool) -> None:
    """Raises OSError when the line broke while the slip was on its way."""
    if answers and _asked(printer, ONLINE) is None:
        raise TimeoutError("the printer fell silent")
    device = printer.device
    if isinstance(device, socket.socket):  # it takes a moment to hear of a line that broke
        device.shutdown(socket.SHUT_WR)
        device.settimeout(ASK_S)
        with suppress(TimeoutError):
            device.recv(64)


# ---- the kinds -----------------------------------------------------------------------------------------------------


class QueuePrinter:
    """A printer of the system that prints pages: the slip goes to its spooler as a PDF."""

    language: Language = "pdf"

    def __init__(self, printer: CardPrinter) -> None:
        self._printer = printer

    def send(self, data: bytes, job_name: str) -> str:
        return self._printer.print_pdf(data, job_name, 1)

    def state(self, job: str) -> Spooled:
        return self._printer.state(job)


class RawCupsPrinter:
    """A queue of CUPS that passes bytes on as they are."""

    language: Language = "escpos"

    def __init__(self, name: str) -> None:
        self._printer = CupsPrinter(name)

    def send(self, data: bytes, job_name: str) -> str:
        return self._printer.print_raw(data, job_name)

    def state(self, job: str) -> Spooled:
        return self._printer.state(job)


class RawWindowsPrinter:
    """A printer of Windows whose spooler passes bytes on as they are."""

    language: Language = "escpos"

    def __init__(self, name: str) -> None:
        self._name = name

    def send(self, data: bytes, job_name: str) -> str:
        """Raises DeviceError: printer_off, printer_cut_off."""
        printer = library().Win32Raw(self._name)
        try:
            printer.open(job_name)
        except Exception as error:  # pywin32 has an error of its own, which exists on Windows alone
            raise DeviceError("printer_off", name=self._name, said=_words(error)) from error
        try:
            printer._raw(data)
            printer.close()
        except Exception as error:
            raise DeviceError("printer_cut_off", name=self._name, said=_words(error)) from error
        return job_name

    def state(self, job: str) -> Spooled:
        from loket.devices.windows_printing import WindowsPrinter

        return WindowsPrinter(self._name).state(job)


def receipt_printer(choice: str) -> ReceiptPrinter:
    """The printer of a choice: "tcp:HOST:PORT", "serial:PORT@BAUD", "usb:VVVV:PPPP", "file:PATH", "raw:QUEUE", or
    "queue:QUEUE" for a printer of the system that prints pages.

    Raises DeviceError: printer_not_chosen for "", printer_address for what cannot be understood.
    """
    if not choice:
        raise DeviceError("printer_not_chosen")
    if choice.startswith(QUEUE):
        return QueuePrinter(card_printer(choice, Path()))
    kind, colon, rest = choice.partition(":")
    make = _KINDS.get(kind + colon)
    if make is None or not rest:
        raise DeviceError("printer_address", name=choice)
    return make(rest)


def _network(address: str) -> ReceiptPrinter:
    found = _understood(_NETWORK, address)
    host, port = found["host"], int(found["port"] or PORT)
    if not 0 < port <= MOST_PORT:
        raise DeviceError("printer_address", name=address)
    return DirectPrinter(address, lambda: library().Network(host, port, timeout=OPEN_S))


def _serial(address: str) -> ReceiptPrinter:
    found = _understood(_SERIAL, address)
    port, baud = found["port"], int(found["baud"] or BAUD)
    return DirectPrinter(port, lambda: library().Serial(port, baud, timeout=ASK_S))


def _usb(address: str) -> ReceiptPrinter:
    found = _understood(_USB, address)
    vendor, product = int(found["vendor"], 16), int(found["product"], 16)
    return DirectPrinter(address, lambda: _usb_device(vendor, product))


def _file(path: str) -> ReceiptPrinter:
    return DirectPrinter(path, lambda: _file_device(path))


def _raw(name: str) -> ReceiptPrinter:
    return RawWindowsPrinter(name) if sys.platform == "win32" else RawCupsPrinter(name)


def _understood(pattern: re.Pattern[str], address: str) -> re.Match[str]:
    found = pattern.fullmatch(address)
    if found is None:
        raise DeviceError("printer_address", name=address)
    return found


def _file_device(path: str) -> Escpos:
    """A device, a shared printer of Windows, or a plain file that grows. Raises OSError."""
    printer, place = library().File(path), Path(path)
    if place.is_file():
        printer.device = place.open("ab")
    elif place.parent in DEVICE_FOLDERS and not place.exists():  # the printer is off: no file may take its place
        raise FileNotFoundError(path)
    return printer


def _usb_device(vendor: int, product: int) -> Escpos:
    """Raises ImportError, OSError, ValueError (no libusb on this computer)."""
    import usb.core
    import usb.util

    found = usb.core.find(idVendor=vendor, idProduct=product)
    if found is None:
        raise FileNotFoundError(f"USB {vendor:04x}:{product:04x}")
    ends = {usb.util.endpoint_direction(one.bEndpointAddress): one.bEndpointAddress for one in _ends(found)}
    return library().Usb(
        vendor,
        product,
        timeout=int(SEND_S * 1000),
        in_ep=ends.get(usb.util.ENDPOINT_IN, 0x82),
        out_ep=ends.get(usb.util.ENDPOINT_OUT, 0x01),
    )


def _ends(device: Any) -> list[Any]:
    """The bulk ends of its printer interface: their numbers differ from make to make."""
    faces = [face for setting in device for face in setting]
    printing = [face for face in faces if face.bInterfaceClass == USB_PRINTER] or faces[:1]
    return [end for face in printing[:1] for end in face if end.bmAttributes & 3 == USB_BULK]


_KINDS: dict[str, Callable[[str], ReceiptPrinter]] = {
    NETWORK: _network,
    SERIAL: _serial,
    USB: _usb,
    FILE: _file,
    RAW: _raw,
}


# ---- looking for them ----------------------------------------------------------------------------------------------


def serial_ports() -> list[str]:
    """The serial lines of this computer, USB ones included; none where the library for them is not installed."""
    try:
        from serial.tools.list_ports import comports
    except ImportError:
        return []
    return sorted(port.device for port in comports())


def usb_printers() -> list[UsbPrinter]:
    """Printers on USB cables; none where the library or the system's part of it is missing."""
    try:
        import usb.core
        import usb.util

        devices = list(usb.core.find(find_all=True))
    except (ImportError, OSError, ValueError):
        return []
    found = []
    for device in devices:
        if any(face.bInterfaceClass == USB_PRINTER for setting in device for face in setting):
            found.append(UsbPrinter(f"{USB}{device.idVendor:04x}:{device.idProduct:04x}", _usb_name(device)))
    return sorted(found, key=lambda one: one.name)


def _usb_name(device: Any) -> str:
    """What the device calls itself; its numbers where this user may not open it."""
    try:
        words = f"{device.manufacturer or ''} {device.product or ''}".strip()
    except (OSError, ValueError):
        words = ""
    return words or f"USB {device.idVendor:04x}:{device.idProduct:04x}"
