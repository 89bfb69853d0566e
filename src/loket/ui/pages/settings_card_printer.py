"""Which printer prints this counter's cards, and how: sides, offsets, how often the operator is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from loket.devices.printers import FILES, QUEUE, printers
from loket.devices.printing import SystemPrinter
from loket.domain.errors import DeviceError
from loket.ui import preferences, theme
from loket.ui.pages.settings_parts import Choice, Line, Number, Section, YesNo, in_order
from loket.ui.preferences import MOST_BATCH, MOST_OFFSET_MM, Preferences
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.texts_cards import device_text, problem_text, trial_words
from loket.ui.widgets import Button, FormRow

CONTEXT = "Settings"
FORM_PX = 560
OFFSETS = ("card_offset_x_mm", "card_offset_y_mm", "card_back_offset_x_mm", "card_back_offset_y_mm")
STEP_MM = 0.1


class Millimetres(QDoubleSpinBox):
    """A measure that may be negative, to a tenth."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(-MOST_OFFSET_MM, MOST_OFFSET_MM)
        self.setDecimals(1)
        self.setSingleStep(STEP_MM)
        self.setSuffix(" mm")
        self.setKeyboardTracking(False)

    def set_value(self, value: float) -> None:
        """Show a measure without telling anybody."""
        blocked = self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(blocked)

    def wheelEvent(self, event: Any) -> None:
        event.ignore()


class CardPrinterSection(Section):
    """Every choice is kept as it is made; the test card shows what it does."""

    TITLE = QT_TRANSLATE_NOOP("Settings", "Printer kartu")
    ABOUT = ""
    ICON = "printer"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._kept = Preferences()
        self._found: list[SystemPrinter] = []
        self.printer, self.folder = Choice(self), Line(self)
        self.two_sided, self.fold = YesNo(self), Choice(self)
        self.ask, self.batch = Choice(self), Number(self, least=2, most=MOST_BATCH)
        self.offsets = {name: Millimetres(self) for name in OFFSETS}
        self.look = Button(self, icon="refresh", role="quiet")
        self.trial = Button(self, icon="barcode")
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
            ("card_printer", say(CONTEXT, "Printer"), ""),
            ("card_folder", say(CONTEXT, "Folder berkas PDF"), ""),
            ("card_two_sided", say(CONTEXT, "Sisi kartu"), ""),
            (
                "card_fold",
                say(CONTEXT, "Kartu dibalik"),
                say(CONTEXT, "Bila sisi belakang terbalik, ganti ini."),
            ),
            ("card_offset_x_mm", say(CONTEXT, "Depan ke kanan"), ""),
            ("card_offset_y_mm", say(CONTEXT, "Depan ke bawah"), ""),
            ("card_back_offset_x_mm", say(CONTEXT, "Belakang ke kanan"), ""),
            ("card_back_offset_y_mm", say(CONTEXT, "Belakang ke bawah"), ""),
            ("card_ask", say(CONTEXT, "Tanyakan hasilnya"), ""),
            ("card_batch", say(CONTEXT, "Kartu setiap kali"), ""),
        )
        for name, text, hint in words:
            self.rows[name].set_label(text)
            self.rows[name].set_hint(hint)
        self.two_sided.setText(say(CONTEXT, "Cetak juga sisi belakang"))
        self.fold.set_choices(
            [("long", say(CONTEXT, "pada sisi panjang")), ("short", say(CONTEXT, "pada sisi pendek"))]
        )
        self.ask.set_choices(
            [("each", say(CONTEXT, "sesudah setiap kartu")), ("batch", say(CONTEXT, "sesudah beberapa kartu"))]
        )
        self.look.set_text(say(CONTEXT, "Cari lagi"))
        self.trial.set_text(say(CONTEXT, "Cetak kartu uji"))
        self._show_choices()

    # ---- choosing -------------------------------------------------------------------------------------------------

    def _look_again(self) -> None:
        self.shell.jobs.start(printers, self._listed, self._not_listed, lane="read", owner=self)

    def _listed(self, found: list[SystemPrinter]) -> None:
        self._found = found
        self._show_choices()

    def _not_listed(self, error: Exception) -> None:
        if not isinstance(error, DeviceError):
            raise error
        self._listed([])
        if self._kept.card_printer != FILES:
            self.said.emit(device_text(error), "warn")

    def _show(self, kept: Preferences) -> None:
        self._kept = kept
        self.folder.set_value(kept.card_folder)
        self.folder.setPlaceholderText(str(preferences.card_folder(preferences.DEFAULTS)))
        self.two_sided.set_value(kept.card_two_sided)
        self.batch.set_value(kept.card_batch)
        for name, editor in self.offsets.items():
            editor.set_value(getattr(kept, name))
        self._show_choices()

    def _show_choices(self) -> None:
        """The queues that are there, and the chosen one even when it is not."""
        known = {QUEUE + one.name: one.name for one in self._found}
        chosen = self._kept.card_printer
        if chosen.startswith(QUEUE) and chosen not in known:
            known[chosen] = say(CONTEXT, "{name} (tidak ditemukan)", name=chosen.removeprefix(QUEUE))
        none = say(CONTEXT, "Belum dipilih")
        self.printer.set_choices([("", none), *sorted(known.items()), (FILES, say(CONTEXT, "Berkas PDF"))])
        self.printer.set_value(chosen)
        self.fold.set_value(self._kept.card_fold)
        self.ask.set_value(self._kept.card_ask)
        self._show_fitting()

    def _show_fitting(self) -> None:
        """Only the fields that mean something for what is chosen, and what is wrong with the printer."""
        kept, queue = self._kept, self._kept.card_printer.startswith(QUEUE)
        self.rows["card_folder"].setVisible(kept.card_printer == FILES)
        self.rows["card_fold"].setVisible(queue and kept.card_two_sided)
        self.rows["card_batch"].setVisible(kept.card_ask == "batch")
        for name in OFFSETS[2:]:
            self.rows[name].setVisible(kept.card_two_sided)
        name = kept.card_printer.removeprefix(QUEUE)
        here = next((one for one in self._found if queue and one.name == name), None)
        if here is not None and here.problem:
            self.said.emit(problem_text(here.problem, here.said), "warn")
        self.trial.setEnabled(bool(kept.card_printer))

    def _keep(self, **changes: Any) -> None:
        self._kept = replace(self._kept, **changes)
        self._show_fitting()
        data_dir = self.shell.data_dir
        self.shell.jobs.start(
            lambda: preferences.change(data_dir, **changes),
            lambda _: self.shell.cards.wake(),
            self.fail,
            lane="write",
            owner=self,
        )

    def print_trial(self) -> None:
        """A test card as it is set now."""
        shell, words = self.shell, trial_words()

        def work() -> str:
            kept = preferences.load(shell.data_dir)
            pdf, sides = shell.cards.maker.trial("", kept, words)
            return shell.cards.printing.printer(kept).print_pdf(pdf, "loket-uji", sides)

        self.trial.setEnabled(False)
        shell.jobs.start(work, self._trial_sent, self._trial_failed, lane="read", owner=self)

    def _trial_sent(self, _job: object) -> None:
        self.trial.setEnabled(True)
        self.said.emit(
            say(CONTEXT, "Kartu uji dikirim. Bingkainya 3 mm dari tiap tepi; isikan selisihnya, lalu cetak lagi."), "ok"
        )

    def _trial_failed(self, error: Exception) -> None:
        self.trial.setEnabled(True)
        if not isinstance(error, DeviceError):
            self.fail(error)
            return
        self.said.emit(device_text(error), "stop")

    # ---- how it is built ------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._row("card_printer", self.printer), 1)
        first.addWidget(self.look)
        column.addLayout(first)
        for name, editor in (
            ("card_folder", self.folder),
            ("card_two_sided", self.two_sided),
            ("card_fold", self.fold),
        ):
            column.addWidget(self._row(name, editor))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for number, (name, measure) in enumerate(self.offsets.items()):
            grid.addWidget(self._row(name, measure), number // 2, number % 2)
        column.addLayout(grid)
        last = QHBoxLayout()
        last.setSpacing(16)
        last.addWidget(self._row("card_ask", self.ask), 1)
        last.addWidget(self._row("card_batch", self.batch), 1)
        column.addLayout(last)
        buttons = QHBoxLayout()
        buttons.addWidget(self.trial)
        buttons.addStretch(1)
        column.addLayout(buttons)
        in_order(
            self.printer,
            self.look,
            self.folder,
            self.two_sided,
            self.fold,
            *self.offsets.values(),
            self.ask,
            self.batch,
            self.trial,
        )

    def _row(self, name: str, editor: QWidget) -> FormRow:
        row = FormRow(self)
        self.add_row(name, row, editor)
        return row

    def _wire(self) -> None:
        self.printer.changed.connect(lambda: self._keep(card_printer=self.printer.value()))
        self.folder.editingFinished.connect(self._keep_folder)
        self.two_sided.changed.connect(lambda: self._keep(card_two_sided=self.two_sided.value()))
        self.fold.changed.connect(lambda: self._keep(card_fold=self.fold.value()))
        self.ask.changed.connect(lambda: self._keep(card_ask=self.ask.value()))
        self.batch.changed.connect(lambda: self._keep(card_batch=self.batch.value()))
        for name, editor in self.offsets.items():
            editor.valueChanged.connect(lambda value, one=name: self._keep(**{one: round(value, 1)}))
        self.look.clicked.connect(self._look_again)
        self.trial.clicked.connect(self.print_trial)

    def _keep_folder(self) -> None:
        if self.folder.value() != self._kept.card_folder:
            self._keep(card_folder=self.folder.value())

    def _restyle(self) -> None:
        self.setMaximumWidth(theme.current().px(FORM_PX))
