"""Which printer prints this counter's receipts and slips, its paper, its logo, and the cash drawer behind it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from loket.db.engine import translated
from loket.devices.printers import QUEUE, printers
from loket.devices.printing import SystemPrinter
from loket.devices.receipt_printers import (
    EXAMPLES,
    FILE,
    NETWORK,
    RAW,
    SERIAL,
    UsbPrinter,
    receipt_printer,
    serial_ports,
    usb_printers,
)
from loket.domain.errors import DeviceError
from loket.ui import preferences, theme
from loket.ui.card_making import OWN_DESIGNS
from loket.ui.pages.settings_parts import Choice, Line, Section, YesNo, in_order
from loket.ui.preferences import DEFAULTS, Preferences
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.texts_slips import device_text
from loket.ui.widgets import Button, FormRow

CONTEXT = "Settings"
FORM_PX = 560
ADDRESSED = (NETWORK, SERIAL, FILE)  # kinds whose address is typed


@dataclass(frozen=True, slots=True)
class Found:
    """What is plugged into this computer. `trouble`: why its printers could not be listed."""

    queues: list[SystemPrinter] = field(default_factory=list)
    usb: list[UsbPrinter] = field(default_factory=list)
    serial: list[str] = field(default_factory=list)
    trouble: DeviceError | None = None


def look_for_printers() -> Found:
    """Takes seconds: never on the GUI thread."""
    try:
        queues, trouble = printers(), None
    except DeviceError as error:
        queues, trouble = [], error
    return Found(queues, usb_printers(), serial_ports(), trouble)


class ReceiptPrinterSection(Section):
    """Every choice is kept as it is made; the test slip shows what it does."""

    TITLE = QT_TRANSLATE_NOOP("Settings", "Printer struk")
    ABOUT = ""
    ICON = "printer"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._kept, self._kind = DEFAULTS, ""
        self._found = Found()
        self.printer, self.address = Choice(self), Line(self)
        self.paper, self.drawer, self.logo = Choice(self), Choice(self), YesNo(self)
        self.look = Button(self, icon="refresh", role="quiet")
        self.trial = Button(self, icon="printer")
        self.choose_logo = Button(self, icon="photo", role="quiet")
        self._arrange()
        self._wire()
        theme.current().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def activate(self) -> None:
        self.shell.jobs.start(lambda: preferences.load(self.shell.data_dir), self._show, lane="read", owner=self)
        self._look_again()

    def retranslate(self) -> None:
        words = (
            ("slip_printer", say(CONTEXT, "Printer"), say(CONTEXT, "Untuk kuitansi dan slip pinjaman.")),
            ("slip_address", say(CONTEXT, "Alamat"), ""),
            ("slip_paper", say(CONTEXT, "Kertas"), ""),
            ("slip_logo", say(CONTEXT, "Logo"), say(CONTEXT, "Logo yang sama dengan pada kartu anggota.")),
            ("slip_drawer", say(CONTEXT, "Laci kas"), say(CONTEXT, "Terbuka sendiri saat uang tunai diterima.")),
        )
        for name, text, hint in words:
            self.rows[name].set_label(text)
            self.rows[name].set_hint(hint)
        self.paper.set_choices(
            [
                ("58", say(CONTEXT, "58 mm (32 huruf sebaris)")),
                ("80", say(CONTEXT, "80 mm (48 huruf sebaris)")),
                ("80-42", say(CONTEXT, "80 mm (42 huruf sebaris)")),
            ]
        )
        self.drawer.set_choices(
            [
                (0, say(CONTEXT, "Tidak tersambung ke printer")),
                (2, say(CONTEXT, "Tersambung (pin 2)")),
                (5, say(CONTEXT, "Tersambung (pin 5)")),
            ]
        )
        self.logo.setText(say(CONTEXT, "Cetak logo perpustakaan di atas"))
        self.choose_logo.set_text(say(CONTEXT, "Pilih logo …"))
        self.look.set_text(say(CONTEXT, "Cari lagi"))
        self.trial.set_text(say(CONTEXT, "Cetak struk uji"))
        self._show_choices()

    # ---- choosing -------------------------------------------------------------------------------------------------

    def _look_again(self) -> None:
        self.shell.jobs.start(look_for_printers, self._listed, lane="read", owner=self)

    def _listed(self, found: Found) -> None:
        self._found = found
        self._show_choices()
        if found.trouble is not None and self._kept.slip_printer.startswith((QUEUE, RAW)):
            self.said.emit(device_text(found.trouble), "warn")

    def _show(self, kept: Preferences) -> None:
        self._kept = kept
        self._kind = _kind_of(kept.slip_printer)
        self.logo.set_value(kept.slip_logo)
        self._show_choices()

    def _show_choices(self) -> None:
        """What is there, and the chosen one even when it is not."""
        known = self._known()
        if self._kind not in known:
            known[self._kind] = say(CONTEXT, "{name} (tidak ditemukan)", name=self._kind.partition(":")[2])
        self.printer.set_choices(known.items())
        self.printer.set_value(self._kind)
        self.paper.set_value(self._kept.slip_paper)
        self.drawer.set_value(self._kept.slip_drawer)
        if self._kind in ADDRESSED:
            kept = self._kept.slip_printer
            self.address.set_value(kept.removeprefix(self._kind) if kept.startswith(self._kind) else "")
            self.address.setPlaceholderText(self._example())
        self._show_fitting()

    def _known(self) -> dict[str, str]:
        """Choice → words."""
        found = self._found
        return (
            {"": say(CONTEXT, "Tidak ada")}
            | {one.choice: one.name for one in found.usb}
            | {RAW + one.name: say(CONTEXT, "{name} (printer struk)", name=one.name) for one in found.queues}
            | {QUEUE + one.name: say(CONTEXT, "{name} (printer biasa)", name=one.name) for one in found.queues}
            | {
                NETWORK: say(CONTEXT, "Lewat jaringan …"),
                SERIAL: say(CONTEXT, "Lewat kabel serial …"),
                FILE: say(CONTEXT, "Perangkat atau berkas …"),
            }
        )

    def _example(self) -> str:
        ports = self._found.serial
        return f"{ports[0]}@9600" if self._kind == SERIAL and ports else EXAMPLES[self._kind]

    def _show_fitting(self) -> None:
        """Only the fields that mean something for what is chosen."""
        chosen = bool(self._kind)
        raw = chosen and not self._kind.startswith(QUEUE)
        self.rows["slip_address"].setVisible(self._kind in ADDRESSED)
        self.rows["slip_drawer"].setVisible(raw)
        for name in ("slip_paper", "slip_logo"):
            self.rows[name].setVisible(chosen)
        self.choose_logo.setVisible(chosen)
        self.trial.setEnabled(chosen and self._kept.slip_printer.startswith(self._kind))

    def _printer_chosen(self) -> None:
        """A kind with an address is kept when the address is there; until then the printer before goes on."""
        self._kind = self.printer.value()
        self.rows["slip_address"].set_error(None)
        if self._kind not in ADDRESSED:
            self._keep(slip_printer=self._kind)
        self._show_choices()
        if self._kind in ADDRESSED:
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def _address_typed(self) -> None:
        choice = self._kind + self.address.value().strip()
        if choice in (self._kind, self._kept.slip_printer):
            return
        try:
            receipt_printer(choice)
        except DeviceError as error:
            self.rows["slip_address"].set_error(device_text(error))
            return
        self.rows["slip_address"].set_error(None)
        self._keep(slip_printer=choice)

    def _keep(self, **changes: Any) -> None:
        self._kept = replace(self._kept, **changes)
        self._show_fitting()
        data_dir = self.shell.data_dir
        self.shell.jobs.start(
            lambda: preferences.change(data_dir, **changes),
            lambda _: self.shell.slips.wake(),
            self.fail,
            lane="write",
            owner=self,
        )

    # ---- trying ---------------------------------------------------------------------------------------------------

    def print_trial(self) -> None:
        """A test slip as it is set now; it opens the drawer too."""
        slips = self.shell.slips
        self.trial.setEnabled(False)
        self.shell.jobs.start(
            lambda: slips.printing.trial(slips.maker.trial()),
            self._trial_sent,
            self._trial_failed,
            lane="read",
            owner=self,
        )

    def _trial_sent(self, _nothing: object) -> None:
        self.trial.setEnabled(True)
        self.said.emit(
            say(CONTEXT, "Struk uji dikirim. Bila garisnya terpotong atau tidak sampai ke tepi, ganti kertasnya."), "ok"
        )

    def _trial_failed(self, error: Exception) -> None:
        self.trial.setEnabled(True)
        if not isinstance(error, DeviceError):
            self.fail(error)
            return
        self.said.emit(device_text(error), "stop")

    def _pick_logo(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, say(CONTEXT, "Pilih logo"), "", "PNG, JPEG (*.png *.jpg *.jpeg)")
        if name:
            self.take_logo(Path(name))

    def take_logo(self, file: Path) -> None:
        """Keep a picture as the library's logo, on cards and slips."""
        own = self.shell.data_dir / OWN_DESIGNS

        def work() -> str:
            from loket.reports.card_files import keep_picture

            with translated(file):
                data = file.read_bytes()
            return keep_picture("logo", data, own)

        self.shell.jobs.start(
            work,
            lambda _: self.done(say(CONTEXT, "Logo tersimpan. Cetak struk uji untuk melihatnya.")),
            self.fail,
            lane="write",
            owner=self,
        )

    # ---- how it is built ------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._row("slip_printer", self.printer), 1)
        first.addWidget(self.look)
        column.addLayout(first)
        column.addWidget(self._row("slip_address", self.address))
        column.addWidget(self._row("slip_paper", self.paper))
        logo = QHBoxLayout()
        logo.setSpacing(8)
        logo.addWidget(self._row("slip_logo", self.logo), 1)
        logo.addWidget(self.choose_logo)
        column.addLayout(logo)
        column.addWidget(self._row("slip_drawer", self.drawer))
        buttons = QHBoxLayout()
        buttons.addWidget(self.trial)
        buttons.addStretch(1)
        column.addLayout(buttons)
        in_order(
            self.printer, self.look, self.address, self.paper, self.logo, self.choose_logo, self.drawer, self.trial
        )

    def _row(self, name: str, editor: QWidget) -> FormRow:
        row = FormRow(self)
        self.add_row(name, row, editor)
        return row

    def _wire(self) -> None:
        self.printer.changed.connect(self._printer_chosen)
        self.address.editingFinished.connect(self._address_typed)
        self.paper.changed.connect(lambda: self._keep(slip_paper=self.paper.value()))
        self.logo.changed.connect(lambda: self._keep(slip_logo=self.logo.value()))
        self.drawer.changed.connect(lambda: self._keep(slip_drawer=self.drawer.value()))
        self.look.clicked.connect(self._look_again)
        self.trial.clicked.connect(self.print_trial)
        self.choose_logo.clicked.connect(self._pick_logo)

    def _restyle(self) -> None:
        self.setMaximumWidth(theme.current().px(FORM_PX))


def _kind_of(choice: str) -> str:
    """Of a printer with an address its kind alone, else the whole choice."""
    return next((kind for kind in ADDRESSED if choice.startswith(kind)), choice)
