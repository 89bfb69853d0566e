"""Slips to real places: a TCP port, a file, a serial line; and what each says when it does not work."""

from __future__ import annotations

import os
import pty
import socket
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from escpos_reader import read
from receipt_listener import WELL, Listener

from loket.devices import cups, receipt_printers
from loket.devices.printing import Answer, SpoolState
from loket.devices.receipt_printers import receipt_printer, usb_printers
from loket.domain.errors import DeviceError
from loket.domain.slip import Code, Pair, Slip, Title
from loket.reports.slips import PAPERS, escpos_bytes
from loket.ui.texts_slips import PROBLEMS, device_text

PAPER = PAPERS["80"]
SLIP = escpos_bytes(Slip((Title("KUITANSI"), Pair("JUMLAH", "Rp12.500"), Code("26110001"))), PAPER)


def failure(work: Callable[[], object]) -> str:
    """The code of the DeviceError, which has a sentence."""
    with pytest.raises(DeviceError) as caught:
        work()
    assert device_text(caught.value)
    assert caught.value.code in PROBLEMS
    return caught.value.code


# ---- network -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("answers", [None, WELL], ids=["silent", "answering"])
def test_a_slip_arrives_whole_at_a_printer_on_the_network(answers: dict[int, int] | None) -> None:
    with Listener(answers) as listener:
        printer = receipt_printer(listener.choice)
        assert printer.send(SLIP, "loket-1") == ""
        assert printer.send(SLIP, "loket-2") == "", "each slip has a connection of its own"
        first, second = listener.wait_for_jobs(2)
    assert first == second == SLIP
    out = read(first)
    assert out.lines[-1] == f"JUMLAH{'Rp12.500':>42}"
    assert out.codes(PAPER.dots) == [("Code128", "26110001")]
    assert out.cuts == 1


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        (WELL | {4: 0x7E}, "printer_no_paper"),
        (WELL | {2: 0x16}, "printer_open"),
        (WELL | {1: 0x1A}, "printer_failing"),
    ],
)
def test_a_printer_that_says_nothing_would_come_out_gets_nothing(answers: dict[int, int], code: str) -> None:
    with Listener(answers) as listener:
        assert failure(lambda: receipt_printer(listener.choice).send(SLIP, "loket-1")) == code
        listener.answers = WELL
        receipt_printer(listener.choice).send(SLIP, "loket-1")
        assert listener.wait_for_jobs(1) == [SLIP]


def test_paper_that_is_running_low_still_takes_the_slip() -> None:
    with Listener(WELL | {4: 0x1E}) as listener:
        receipt_printer(listener.choice).send(SLIP, "loket-1")
        assert listener.wait_for_jobs(1) == [SLIP]


def test_bytes_that_are_no_answer_are_not_taken_for_one() -> None:
    with Listener({1: 0xFF, 2: 0xFF, 4: 0xFF}) as listener:
        receipt_printer(listener.choice).send(SLIP, "loket-1")
        assert listener.wait_for_jobs(1) == [SLIP]


def test_a_printer_that_is_off_is_said_to_be_off() -> None:
    with socket.socket() as taken:  # a port nobody listens on
        taken.bind(("127.0.0.1", 0))
        choice = f"tcp:127.0.0.1:{taken.getsockname()[1]}"
        assert failure(lambda: receipt_printer(choice).send(SLIP, "loket-1")) == "printer_off"


@pytest.mark.parametrize("answers", [None, WELL], ids=["silent", "answering"])
@pytest.mark.parametrize("after", [1, 2000])
def test_a_line_torn_in_the_middle_is_noticed(answers: dict[int, int] | None, after: int) -> None:
    with Listener(answers, hangs_up_after=after) as listener:
        assert failure(lambda: receipt_printer(listener.choice).send(SLIP * 20, "loket-1")) == "printer_cut_off"
        assert listener.torn == 1
        listener.hangs_up_after = None
        receipt_printer(listener.choice).send(SLIP, "loket-1")
        assert listener.wait_for_jobs(1) == [SLIP], "whole, from its beginning"


def test_a_printer_that_answered_and_then_falls_silent_has_not_printed() -> None:
    with Listener(dict(WELL)) as listener:
        answered = listener._answered

        def once(line: socket.socket, data: bytes) -> bytes:
            rest = answered(line, data)
            if rest:
                listener.answers = None
            return rest

        listener._answered = once  # type: ignore[method-assign]
        assert failure(lambda: receipt_printer(listener.choice).send(SLIP, "loket-1")) == "printer_cut_off"


# ---- file, serial line ---------------------------------------------------------------------------------------------


def test_slips_to_a_file_follow_one_another(tmp_path: Path) -> None:
    file = tmp_path / "struk.bin"
    printer = receipt_printer(f"file:{file}")
    printer.send(SLIP, "loket-1")
    printer.send(SLIP, "loket-2")
    assert file.read_bytes() == SLIP * 2
    assert read(file.read_bytes()).cuts == 2


def test_a_device_that_is_not_there_is_a_printer_that_is_off(tmp_path: Path) -> None:
    missing = Path("/dev/loket-no-such-printer")
    assert failure(lambda: receipt_printer(f"file:{missing}").send(SLIP, "1")) == "printer_off"
    assert not missing.exists(), "no file stands in for it"
    assert failure(lambda: receipt_printer(f"file:{tmp_path}/no/folder").send(SLIP, "1")) == "printer_off"


def test_a_disk_that_fills_up_in_the_middle_is_noticed() -> None:
    assert failure(lambda: receipt_printer("file:/dev/full").send(SLIP, "1")) == "printer_cut_off"


def test_a_slip_goes_out_on_a_serial_line() -> None:
    ours, theirs = pty.openpty()
    got, all_there = bytearray(), threading.Event()

    def listen() -> None:
        """Answers questions, also one that comes in two pieces, until the line is closed."""
        with suppress(OSError):
            while True:
                got.extend(os.read(ours, 512))
                for number in WELL:
                    question = bytes((0x10, 0x04, number))
                    while question in got:
                        got[:] = got.replace(question, b"", 1)
                        os.write(ours, bytes((WELL[number],)))
                if got == SLIP:
                    all_there.set()

    threading.Thread(target=listen, daemon=True).start()
    assert receipt_printer(f"serial:{os.ttyname(theirs)}@19200").send(SLIP, "loket-1") == ""
    assert all_there.wait(30)
    os.close(theirs)
    os.close(ours)


def test_a_serial_line_that_is_not_there_is_a_printer_that_is_off() -> None:
    assert failure(lambda: receipt_printer("serial:/dev/loket-no-line").send(SLIP, "1")) == "printer_off"


# ---- USB -----------------------------------------------------------------------------------------------------------


class FakeUsb:
    """A device with a printer interface whose ends have numbers of their own."""

    idVendor, idProduct = 0x0416, 0x5011  # noqa: N815 - as USB calls them
    manufacturer, product = "Kenari", "POS58"
    backend = SimpleNamespace(__module__="fake")

    def __init__(self) -> None:
        self.written: list[tuple[int, bytes]] = []

    def __iter__(self) -> Any:
        ends = [SimpleNamespace(bEndpointAddress=one, bmAttributes=2) for one in (0x81, 0x03)]
        face = type("Face", (list,), {"bInterfaceClass": 7})(ends)
        return iter([[face]])

    def set_configuration(self) -> None: ...

    def reset(self) -> None: ...

    def write(self, end: int, data: bytes, _timeout: int) -> None:
        self.written.append((end, bytes(data)))

    def read(self, end: int, _size: int) -> bytes:
        assert end == 0x81
        return bytes((WELL[4],))


def test_a_usb_printer_is_found_by_name_and_written_to_at_its_own_end(monkeypatch: pytest.MonkeyPatch) -> None:
    import usb.core

    device = FakeUsb()
    monkeypatch.setattr(usb.core, "find", lambda find_all=False, **_: [device] if find_all else device)
    monkeypatch.setattr("usb.util.dispose_resources", lambda _: None)
    (found,) = usb_printers()
    assert (found.choice, found.name) == ("usb:0416:5011", "Kenari POS58")
    receipt_printer(found.choice).send(SLIP, "loket-1")
    assert {end for end, _ in device.written} == {0x03}
    assert SLIP in [data for _, data in device.written]


def test_a_usb_printer_that_is_unplugged_or_unusable_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    import usb.core

    monkeypatch.setattr(usb.core, "find", lambda **_: None)
    assert failure(lambda: receipt_printer("usb:0416:5011").send(SLIP, "1")) == "printer_off"
    monkeypatch.setitem(sys.modules, "usb.core", None)
    assert failure(lambda: receipt_printer("usb:0416:5011").send(SLIP, "1")) == "printer_part_missing"
    assert usb_printers() == []


# ---- queues of the system ------------------------------------------------------------------------------------------


def test_a_raw_queue_of_cups_gets_the_bytes_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Sequence[str], bytes]] = []

    def run(command: Sequence[str]) -> Answer:
        asked.append((command, Path(command[-1]).read_bytes() if command[0] == "lp" else b""))
        return Answer(0, "request id is struk-9 (1 file(s))\n" if command[0] == "lp" else "")

    monkeypatch.setattr(receipt_printers, "CupsPrinter", lambda name: cups.CupsPrinter(name, run=run))
    printer = receipt_printer("raw:struk")
    assert printer.language == "escpos"
    assert printer.send(SLIP, "loket-1") == "struk-9"
    command, data = asked[0]
    assert data == SLIP
    assert command[:7] == ["lp", "-d", "struk", "-t", "loket-1", "-o", "raw"]
    assert printer.state("struk-9").state is SpoolState.DONE


class FakeSpooler(ModuleType):
    """python-escpos's way to the spooler of Windows, as far as a slip needs it."""

    def __init__(self, trouble: str = "") -> None:
        super().__init__("fake")
        self.trouble, self.calls = trouble, [""]

    def Win32Raw(self, name: str) -> Any:
        spooler = self

        class Raw:
            def open(self, job_name: str) -> None:
                spooler.calls.append(f"{name} {job_name}")
                if spooler.trouble == "open":
                    raise Exception("pywintypes.error")

            def _raw(self, data: bytes) -> None:
                if spooler.trouble == "write":
                    raise Exception("pywintypes.error")
                spooler.calls.append(f"{len(data)} bytes")

            def close(self) -> None:
                spooler.calls.append("closed")

        return Raw()


def test_a_raw_printer_of_windows_gets_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    spooler = FakeSpooler()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(receipt_printers, "library", lambda: spooler)
    assert receipt_printer("raw:POS-58").send(SLIP, "loket-1") == "loket-1"
    assert spooler.calls[1:] == ["POS-58 loket-1", f"{len(SLIP)} bytes", "closed"]
    for trouble, code in (("open", "printer_off"), ("write", "printer_cut_off")):
        spooler.trouble = trouble
        assert failure(lambda: receipt_printer("raw:POS-58").send(SLIP, "1")) == code


def test_a_printer_of_the_system_takes_pages() -> None:
    assert receipt_printer("queue:kantor").language == "pdf"


# ---- choices -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "choice",
    [
        "tcp:",
        "tcp:a b",
        "tcp:printer:99999",
        "tcp:printer:0",
        "serial:",
        "usb:printer",
        "usb:04b8",
        "lpt:1",
        "x",
        "pdf",
    ],
)
def test_a_choice_nobody_understands_is_said_so(choice: str) -> None:
    assert failure(lambda: receipt_printer(choice)) == "printer_address"


def test_no_choice_is_no_printer() -> None:
    assert failure(lambda: receipt_printer("")) == "printer_not_chosen"


def test_the_library_leaves_no_folder_behind(tmp_path: Path) -> None:
    import subprocess

    code = "from loket.devices.escpos_library import printers; printers()"
    paths = {name: value for name, value in os.environ.items() if name != "ESCPOS_CAPABILITIES_PICKLE_DIR"}
    environment = paths | {"PYTHONPATH": os.pathsep.join(sys.path), "TMPDIR": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    assert list(tmp_path.iterdir()) == []
