"""The receipt printer in the settings: found, chosen, tried; an address that cannot be right is said at its field."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from escpos_reader import read
from fakes import HASHER, new_desk
from PIL import Image
from pytestqt.qtbot import QtBot

from loket.devices.printing import SystemPrinter
from loket.devices.receipt_printers import EXAMPLES, FILE, NETWORK, SERIAL, UsbPrinter
from loket.domain.errors import DeviceError
from loket.services import slip_queue
from loket.services.operators import SignIns
from loket.services.slip_queue import SlipKind
from loket.ui import language, preferences
from loket.ui.jobs import InlineJobs
from loket.ui.pages import settings_receipt_printer as settings
from loket.ui.pages.settings_devices import DevicesSection
from loket.ui.pages.settings_receipt_printer import Found, ReceiptPrinterSection
from loket.ui.preferences import Preferences
from loket.ui.shell import Shell
from loket.ui.sounds import Sounds
from loket.ui.texts_slips import PROBLEMS

QUEUES = [SystemPrinter("POS-58"), SystemPrinter("Kantor")]


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Found:
    here = Found(QUEUES, [UsbPrinter("usb:0416:5011", "Kenari POS58")], ["COM7"])
    monkeypatch.setattr(settings, "look_for_printers", lambda: here)
    return here


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Shell]:
    desk = new_desk(tmp_path)
    made = Shell(desk, InlineJobs(), Sounds(muted=True), HASHER, SignIns(HASHER), tmp_path)
    yield made
    made.slips.end()
    desk.database.close()


@pytest.fixture
def section(shell: Shell, found: Found, qtbot: QtBot) -> ReceiptPrinterSection:
    section = ReceiptPrinterSection(shell)
    qtbot.addWidget(section)
    section.show()
    section.activate()
    return section


def choose(section: ReceiptPrinterSection, value: str) -> None:
    section.printer.set_value(value)
    section.printer.changed.emit()


def type_address(section: ReceiptPrinterSection, text: str) -> None:
    section.address.setText(text)
    section.address.editingFinished.emit()


def kept(section: ReceiptPrinterSection) -> Preferences:
    return preferences.load(section.shell.data_dir)


def offered(section: ReceiptPrinterSection) -> list[str]:
    return [section.printer.itemText(number) for number in range(section.printer.count())]


def said(section: ReceiptPrinterSection) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    section.said.connect(lambda sentence, kind: heard.append((sentence, kind)))
    return heard


def test_everything_that_is_plugged_in_is_offered(section: ReceiptPrinterSection) -> None:
    assert offered(section) == [
        "Tidak ada",
        "Kenari POS58",
        "POS-58 (printer struk)",
        "Kantor (printer struk)",
        "POS-58 (printer biasa)",
        "Kantor (printer biasa)",
        "Lewat jaringan …",
        "Lewat kabel serial …",
        "Perangkat atau berkas …",
    ]
    assert not section.trial.isEnabled()
    assert not section.rows["slip_paper"].isVisible()


@pytest.mark.parametrize("choice", ["usb:0416:5011", "raw:POS-58", "queue:Kantor"])
def test_a_choice_is_kept_as_it_is_made(section: ReceiptPrinterSection, choice: str) -> None:
    choose(section, choice)
    assert kept(section).slip_printer == choice
    assert section.shell.slips.ready
    assert section.trial.isEnabled()
    assert section.rows["slip_paper"].isVisible()
    assert section.rows["slip_drawer"].isVisible() == (not choice.startswith("queue:")), "a page opens no drawer"


@pytest.mark.parametrize(
    ("kind", "address", "example"),
    [
        (NETWORK, "192.0.2.7:9100", EXAMPLES[NETWORK]),
        (SERIAL, "COM7@19200", "COM7@9600"),
        (FILE, "LPT1", EXAMPLES[FILE]),
    ],
)
def test_a_printer_with_an_address_is_kept_when_the_address_is_there(
    section: ReceiptPrinterSection, kind: str, address: str, example: str
) -> None:
    choose(section, "usb:0416:5011")
    choose(section, kind)
    assert section.rows["slip_address"].isVisible()
    assert section.address.placeholderText() == example
    assert kept(section).slip_printer == "usb:0416:5011", "the printer before goes on until then"
    assert not section.trial.isEnabled()
    type_address(section, address)
    assert kept(section).slip_printer == kind + address
    assert section.trial.isEnabled()
    section.activate()
    assert (section.printer.value(), section.address.value()) == (kind, address)


def test_an_address_that_cannot_be_right_is_said_at_its_field(section: ReceiptPrinterSection) -> None:
    choose(section, NETWORK)
    type_address(section, "printer kasir")
    error = section.rows["slip_address"].error()
    assert "printer kasir" in error
    assert kept(section).slip_printer == ""
    type_address(section, "printer-kasir")
    assert not section.rows["slip_address"].error()
    assert kept(section).slip_printer == "tcp:printer-kasir"


def test_slips_that_wait_survive_the_change_to_another_printer(section: ReceiptPrinterSection, tmp_path: Path) -> None:
    choose(section, FILE)
    type_address(section, "/dev/loket-no-such-printer")
    trial = section.shell.slips.maker.trial()
    slip_queue.add_now(section.shell.desk, SlipKind.LOANS, trial)
    section.shell.slips.wake()
    assert section.shell.slips.waiting == 1
    type_address(section, str(tmp_path / "struk.bin"))
    assert "CETAK UJI" in read((tmp_path / "struk.bin").read_bytes()).text


def test_a_printer_that_is_gone_is_still_named(section: ReceiptPrinterSection) -> None:
    preferences.change(section.shell.data_dir, slip_printer="raw:Lama")
    section.activate()
    assert section.printer.currentText() == "Lama (tidak ditemukan)"


def test_a_spooler_that_is_off_is_said_where_it_matters(
    section: ReceiptPrinterSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    off = Found(trouble=DeviceError("spooler_off"))
    monkeypatch.setattr(settings, "look_for_printers", lambda: off)
    heard = said(section)
    section.look.click()
    assert heard == []
    preferences.change(section.shell.data_dir, slip_printer="raw:POS-58")
    section.activate()
    assert heard == [(PROBLEMS["spooler_off"], "warn")]


def test_the_test_slip_shows_paper_logo_and_drawer_as_set(section: ReceiptPrinterSection, tmp_path: Path) -> None:
    picture = tmp_path / "gambar.png"
    logo = BytesIO()
    Image.new("RGB", (64, 64), "black").save(logo, "PNG")
    picture.write_bytes(logo.getvalue())
    file, heard = tmp_path / "struk.bin", said(section)
    choose(section, FILE)
    type_address(section, str(file))
    section.take_logo(picture)
    section.paper.set_value("80")
    section.paper.changed.emit()
    section.drawer.set_value(5)
    section.drawer.changed.emit()
    section.trial.click()
    out = read(file.read_bytes())
    assert max(map(len, out.lines)) == 48
    assert len(out.pictures) == 2, "the logo and the code"
    assert out.pulses == [(5, 0)]
    assert out.codes(576) == [("Code128", section.shell.desk.station.code)]
    assert [kind for _, kind in heard] == ["ok", "ok"]
    section.logo.set_value(False)
    section.logo.changed.emit()
    file.unlink()
    section.trial.click()
    assert len(read(file.read_bytes()).pictures) == 1
    assert (kept(section).slip_paper, kept(section).slip_drawer, kept(section).slip_logo) == ("80", 5, False)


def test_a_test_slip_that_does_not_come_out_says_why(section: ReceiptPrinterSection) -> None:
    choose(section, FILE)
    type_address(section, "/dev/loket-no-such-printer")
    heard = said(section)
    section.trial.click()
    assert heard == [(PROBLEMS["printer_off"], "stop")]
    assert section.trial.isEnabled()


def test_a_picture_that_is_none_is_refused(section: ReceiptPrinterSection, tmp_path: Path) -> None:
    (tmp_path / "surat.png").write_text("bukan gambar")
    heard = said(section)
    section.take_logo(tmp_path / "surat.png")
    assert [kind for _, kind in heard] == ["warn"]


def test_it_stands_among_the_devices_and_speaks_both_languages(shell: Shell, found: Found, qtbot: QtBot) -> None:
    devices = DevicesSection(shell)
    qtbot.addWidget(devices)
    (part,) = [part for part in devices.parts if isinstance(part, ReceiptPrinterSection)]
    language.use("en")
    try:
        part.retranslate()
        assert part.trial.accessibleName()
    finally:
        language.use("id")


def test_values_no_preference_can_have_fall_back(tmp_path: Path) -> None:
    preferences.path_in(tmp_path).write_text('slip_paper = "70"\nslip_drawer = 3\nslip_printer = "tcp:x"\n')
    found = preferences.load(tmp_path)
    assert (found.slip_paper, found.slip_drawer, found.slip_printer) == ("58", 0, "tcp:x")
    with pytest.raises(ValueError, match="slip_drawer"):
        preferences.change(tmp_path, slip_drawer=3)
