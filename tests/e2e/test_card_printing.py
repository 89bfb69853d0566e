"""Cards through a real print queue, by the program's own code: what arrives at the printer, and what a fault says."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zxingcpp
from cups_server import Cups
from desktop import wait_until
from fakes import new_desk
from PIL import Image
from pyzbar import pyzbar
from stock import add_member

from loket.devices.printers import QUEUE, card_printer, printers
from loket.domain.errors import DeviceError
from loket.services import card_queue as cards
from loket.services.card_queue import JobState
from loket.services.desk import Desk
from loket.services.photos import PhotoStore
from loket.ui import preferences
from loket.ui.card_making import CardMaker
from loket.ui.presenters.card_printing import Printing
from loket.ui.texts_cards import device_text, job_text

pytestmark = pytest.mark.e2e

MM_PER_POINT = 25.4 / 72
PAGE = re.compile(r"Page +\d+ size: +([\d.]+) x ([\d.]+) pts")
NUMBERS = ("26110001", "26110002")


@pytest.fixture(scope="module")
def cups() -> Iterator[Cups]:
    with Cups() as made:
        yield made


@pytest.fixture(autouse=True)
def at_this_cups(cups: Cups, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in cups.environment.items():
        monkeypatch.setenv(name, value)


class Station:
    """A counter that prints cards, without its window."""

    def __init__(self, folder: Path, queue: str) -> None:
        self.desk: Desk = new_desk(folder)
        preferences.change(folder, card_printer=QUEUE + queue)
        maker = CardMaker(self.desk, folder, PhotoStore(folder))
        self.printing = Printing(self.desk, maker, lambda: preferences.load(folder), card_printer)
        ids = [add_member(self.desk, number, name=f"Anggota {number}") for number in NUMBERS]
        cards.add(self.desk, ids, maker.chosen_design())

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Work on, as the window does, until the condition holds."""

        def look() -> bool:
            self.printing.step()
            return bool(condition())

        wait_until(look, what)

    def asking(self) -> bool:
        return cards.queue(self.desk).count(JobState.ASKING) == 1

    def problem(self) -> str:
        return cards.queue(self.desk).jobs[0].problem

    def sentence(self) -> str:
        return job_text(cards.queue(self.desk).jobs[0])


def page_sizes_mm(pdf: Path) -> list[tuple[float, float]]:
    told = subprocess.run(["pdfinfo", "-l", "99", str(pdf)], capture_output=True, text=True, check=True).stdout
    return [(float(width) * MM_PER_POINT, float(height) * MM_PER_POINT) for width, height in PAGE.findall(told)]


def codes(pdf: Path, folder: Path) -> tuple[set[str], set[str]]:
    """What pyzbar and zxing-cpp read on all pages as a 300-dpi printer would print them."""
    subprocess.run(["pdftoppm", "-r", "300", "-gray", "-png", str(pdf), str(folder / pdf.stem)], check=True)
    by_pyzbar: set[str] = set()
    by_zxing: set[str] = set()
    for page in sorted(folder.glob(f"{pdf.stem}-*.png")):
        with Image.open(page) as picture:
            grey = picture.convert("L")
        kinds = [pyzbar.ZBarSymbol.CODE128, pyzbar.ZBarSymbol.QRCODE]
        by_pyzbar |= {found.data.decode() for found in pyzbar.decode(grey, symbols=kinds)}
        by_zxing |= {found.text for found in zxingcpp.read_barcodes(grey)}
    return by_pyzbar, by_zxing


def test_two_cards_arrive_with_both_sides_at_their_size_and_can_be_read(cups: Cups, tmp_path: Path) -> None:
    arrived = cups.add_queue("kartu")
    station = Station(tmp_path, "kartu")
    for _ in NUMBERS:
        station.until(station.asking, "a card that came out")
        cards.printed(station.desk, [cards.queue(station.desk).of(JobState.ASKING)[0].id])
    assert cards.queue(station.desk).jobs == ()
    files = sorted(arrived.glob("*.pdf"), key=lambda file: int(file.stem))
    sizes = [size for file in files for size in page_sizes_mm(file)]
    assert len(sizes) == 4
    for wide, high in sizes:
        assert wide == pytest.approx(85.6, abs=0.2)
        assert high == pytest.approx(54.0, abs=0.2)
    for file, number in zip(files, NUMBERS, strict=True):
        assert file.read_bytes().startswith(b"%PDF-")
        assert "sides=two-sided-long-edge" in file.with_suffix(".options").read_text()
        by_pyzbar, by_zxing = codes(file, tmp_path)
        assert number in by_pyzbar
        assert number in by_zxing
    assert [line.code for line in reversed(cards.recent_prints(station.desk))] == [*NUMBERS]


def test_a_stopped_queue_is_told_and_its_card_comes_once_it_goes_on(cups: Cups, tmp_path: Path) -> None:
    arrived = cups.add_queue("berhenti")
    cups.run("cupsdisable", "-r", "Lampu merah", "berhenti")
    station = Station(tmp_path, "berhenti")
    station.until(lambda: station.problem() == "printer_paused", "the word that the printer is stopped")
    assert "dihentikan" in station.sentence()
    assert "Lampu merah" in station.sentence()
    assert any(one.name == "berhenti" and one.problem == "printer_paused" for one in printers())
    cups.run("cupsenable", "berhenti")
    station.until(station.asking, "the card")
    assert len(list(arrived.glob("*.pdf"))) == 1


def test_a_printer_without_cards_is_told_and_goes_on_when_filled(cups: Cups, tmp_path: Path) -> None:
    arrived = cups.add_queue("kosong")
    (arrived / "empty").touch()
    station = Station(tmp_path, "kosong")
    station.until(lambda: station.problem() == "printer_no_cards", "the word that cards have run out")
    assert "habis" in station.sentence()
    (arrived / "empty").unlink()
    station.until(station.asking, "the card")
    assert station.problem() == ""


def test_a_printer_that_is_off_is_told_and_its_card_can_be_taken_back(cups: Cups, tmp_path: Path) -> None:
    cups.add_queue("mati", "ipp://127.0.0.1:9/kartu")  # the discard port: nobody listens
    station = Station(tmp_path, "mati")
    station.until(lambda: station.problem() == "printer_off", "the word that nobody answers")
    station.printing.take_back(cards.queue(station.desk).jobs[0])
    assert station.asking()
    station.printing.not_out(cards.queue(station.desk).jobs[0])
    assert cups.run("lpstat", "-o", "mati") == ""


def test_an_unknown_queue_and_one_that_is_closed_hold_the_cards(cups: Cups, tmp_path: Path) -> None:
    station = Station(tmp_path, "tidak-ada")
    station.printing.step()
    assert station.problem() == "printer_unknown"
    assert "“tidak-ada” tidak ada di komputer ini" in station.sentence()
    assert cards.queue(station.desk).held
    cups.add_queue("tutup")
    cups.run("cupsreject", "tutup")
    preferences.change(tmp_path, card_printer=f"{QUEUE}tutup")
    cards.resume(station.desk)
    station.printing.step()
    assert station.problem() == "printer_rejects"
    cups.run("cupsaccept", "tutup")
    cards.resume(station.desk)
    station.until(station.asking, "the card")


def test_without_a_scheduler_the_operator_is_told_what_to_do(cups: Cups, tmp_path: Path) -> None:
    cups.add_queue("senyap")
    cups.stop()
    try:
        station = Station(tmp_path, "senyap")
        station.printing.step()
        assert station.problem() == "spooler_off"
        with pytest.raises(DeviceError) as refused:
            printers()
        assert "Layanan cetak" in device_text(refused.value)
    finally:
        cups.start()
    cards.resume(station.desk)
    station.until(station.asking, "the card")
