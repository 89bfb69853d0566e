"""Slips through a real print queue, by the program's own code: bytes as they are, or a page of the paper's width."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from cups_server import Cups
from desktop import wait_until
from escpos_reader import read
from fakes import new_desk
from PIL import Image
from stock import adopt_tariff

from loket.devices.printers import QUEUE
from loket.devices.receipt_printers import RAW, receipt_printer
from loket.domain.entities import ChargeKind
from loket.services import slip_queue
from loket.services.cash_shift import open_shift
from loket.services.desk import Desk
from loket.services.payments import Wanted, take_payment
from loket.ui.preferences import Preferences
from loket.ui.presenters.slip_printing import Printing
from loket.ui.slip_making import SlipMaker
from loket.ui.texts_slips import PROBLEMS, queue_text

pytestmark = pytest.mark.e2e
MM_PER_POINT = 25.4 / 72
PAGE = re.compile(r"Page size: +([\d.]+) x ([\d.]+) pts")


@pytest.fixture(scope="module")
def cups() -> Iterator[Cups]:
    with Cups() as made:
        yield made


@pytest.fixture(autouse=True)
def at_this_cups(cups: Cups, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in cups.environment.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    open_shift(made, 0)
    yield made
    made.database.close()


def printing(desk: Desk, kept: Preferences) -> Printing:
    return Printing(desk, SlipMaker(desk, Path("-")), lambda: kept, receipt_printer)


def pay(desk: Desk) -> str:
    tariff = adopt_tariff(desk, ChargeKind.PHOTOCOPY, 500)
    wanted = [Wanted(tariff_id=tariff.id, quantity=3)]
    return take_payment(desk, wanted, payer="Tamu", received_rp=2_000).receipt.number


def until_empty(desk: Desk, work: Printing) -> None:
    def look() -> bool:
        work.step()
        return slip_queue.queue(desk) == ()

    wait_until(look, "the slip to be out")


def test_a_raw_queue_passes_the_bytes_on_and_an_empty_printer_makes_the_slip_wait(cups: Cups, desk: Desk) -> None:
    arrived = cups.add_queue("struk")
    (arrived / "empty").touch()
    work = printing(desk, Preferences(slip_printer=f"{RAW}struk", slip_paper="80", slip_drawer=2))
    number = pay(desk)

    def told() -> bool:
        work.step()
        return queue_text(slip_queue.queue(desk)) == PROBLEMS["printer_no_cards"]

    wait_until(told, "the word of the empty printer")
    assert list(arrived.glob("*.pdf")) == []
    (arrived / "empty").unlink()
    until_empty(desk, work)
    (file,) = arrived.glob("*.pdf")  # the queue calls everything so
    out = read(file.read_bytes())
    assert number in out.text
    assert out.codes(576) == [("Code128", number)]
    assert out.pulses == [(2, 0)]


def test_a_printer_of_the_system_gets_a_page_of_the_papers_width_whose_code_scans(cups: Cups, desk: Desk) -> None:
    arrived = cups.add_queue("kantor")
    work = printing(desk, Preferences(slip_printer=f"{QUEUE}kantor", slip_paper="58"))
    number = pay(desk)
    until_empty(desk, work)
    (pdf,) = arrived.glob("*.pdf")
    told = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    size = PAGE.search(told)
    assert size is not None
    assert float(size[1]) * MM_PER_POINT == pytest.approx(58, abs=0.2)
    subprocess.run(["pdftoppm", "-r", "203", "-png", "-singlefile", str(pdf), str(pdf.with_suffix(""))], check=True)
    with Image.open(pdf.with_suffix(".png")) as page:
        assert [code.text for code in zxingcpp.read_barcodes(page.convert("L"))] == [number]


def test_a_queue_that_is_not_there_is_named(desk: Desk) -> None:
    work = printing(desk, Preferences(slip_printer=f"{RAW}tidak-ada"))
    pay(desk)
    work.step()
    assert "“tidak-ada”" in queue_text(slip_queue.queue(desk))
