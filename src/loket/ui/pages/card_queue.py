"""The page "Cetak kartu": left the queue, right the card in hand and one question about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from loket.devices.printers import FILES
from loket.devices.printers import QUEUE as QUEUE_OF
from loket.domain.entities import Id
from loket.domain.errors import DeviceError
from loket.services.card_queue import PHOTO_MISSING, SPOILT, CardJob, CardQueue, JobState, PrintLine
from loket.ui import format as fmt
from loket.ui import preferences
from loket.ui.forms.ui_card_queue import Ui_CardQueuePage
from loket.ui.pages.card_queue_parts import LoneKeys, SaveCardsSheet, log_columns, queue_columns
from loket.ui.pages.page import Page
from loket.ui.pages.settings_parts import Choice, in_order
from loket.ui.preferences import Preferences
from loket.ui.presenters.card_queue import CardQueuePresenter, Matter, Panel
from loket.ui.shell import Shell
from loket.ui.tables import PagedTableModel
from loket.ui.texts import QT_TRANSLATE_NOOP, error_text, language, say
from loket.ui.texts_cards import (
    CONTEXT,
    device_text,
    job_text,
    reason_word,
    spoilt_word,
    state_word,
    trial_words,
)
from loket.ui.widgets import Button, Segmented

if TYPE_CHECKING:
    from loket.reports.card_design import CardDesign

QUEUE, LOG = "queue", "log"
PICTURE_DPI, DESIGN_LETTERS = 200, 22
GOOD, SPOILT_KEY, NOT_OUT_KEY = "\n", "f", "t"
Answer = tuple[str, str, str, Callable[[], object]]  # key shown, words, role, what it does
SIGNS: dict[Matter, tuple[str, str]] = {
    Matter.ASK: ("eye", "warn"),
    Matter.PRINTING: ("printer", "info"),
    Matter.FAILED: ("alert-triangle", "stop"),
    Matter.NO_PRINTER: ("printer-off", "warn"),
    Matter.HELD: ("hand-stop", "warn"),
    Matter.WAITING: ("hourglass", "info"),
    Matter.IDLE: ("circle-check", "ok"),
}


class CardQueuePage(Page):
    """Enter says that a card came out well, F that it is spoilt, T that nothing came; a scanned card says it itself."""

    TITLE = QT_TRANSLATE_NOOP("Page", "Cetak kartu")
    ICON = "printer"
    SHORTCUT = "Shift+F3"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.setProperty("role", "page")
        self._form = Ui_CardQueuePage()
        self._form.setupUi(self)
        self._rows: dict[Id, CardJob] = {}
        self._lines: dict[Id, PrintLine] = {}
        self._designs: dict[str, CardDesign] = {}
        self._kept = Preferences()
        self._buttons: list[Button] = []
        self._keys_of: dict[str, Callable[[], object]] = {}
        self._pictured: Id | None = None
        self._photos_wanted: set[Id] = set()  # of these cards the server was asked for the photo
        self._why = False  # is the operator asked why a card is spoilt
        self.views, self.design = Segmented(self), Choice(self)
        self.design.setMinimumContentsLength(DESIGN_LETTERS)
        self._model: PagedTableModel[Id, CardJob] = PagedTableModel(
            queue_columns(self._design_name),
            lambda ids: {one: self._rows[one] for one in ids if one in self._rows},
            parent=self,
        )
        self._log_model: PagedTableModel[Id, PrintLine] = PagedTableModel(
            log_columns(self._design_name),
            lambda ids: {one: self._lines[one] for one in ids if one in self._lines},
            parent=self,
        )
        self._keys = LoneKeys(self)
        self._build()
        self.presenter = CardQueuePresenter(shell.desk, shell.jobs, shell.cards, self)
        self._wire()
        self.retranslate()

    # ---- gestures -------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        self._form.banner.hide_line()
        self.shell.jobs.start(self._read_surroundings, self._surroundings_known, self.show_problem, owner=self)
        self.presenter.read()
        self.shell.cards.wake()
        self._form.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._why:
            self._ask_why(asked=False)
        elif self.views.current() != QUEUE or not self._keys.heard(event):
            super().keyPressEvent(event)

    def press(self, key: str) -> None:
        """A key that a person pressed: what it stands for in the panel."""
        action = self._keys_of.get(key.lower())
        if action is not None:
            action()

    def save(self) -> None:
        """The waiting cards as a file, to print elsewhere."""
        jobs = self.presenter.to_save()
        if not jobs:
            self._form.banner.show_line(say(CONTEXT, "Tidak ada kartu yang menunggu untuk disimpan."), kind="info")
            return
        self.sheet = SaveCardsSheet(self.shell, jobs, self)
        self.sheet.saved.connect(self._saved)
        self.sheet.open()

    def print_trial(self) -> None:
        """A test card through this counter's printer."""
        shell, words = self.shell, trial_words()

        def work() -> str:
            kept = preferences.load(shell.data_dir)
            pdf, sides = shell.cards.maker.trial("", kept, words)
            return shell.cards.printing.printer(kept).print_pdf(pdf, "loket-uji", sides)

        shell.jobs.start(work, self._trial_sent, self.show_problem, lane="read", owner=self)

    # ---- what the presenter shows ---------------------------------------------------------------------------------

    def show_queue(self, queue: CardQueue, chosen: int) -> None:
        self._rows = {job.id: job for job in queue.jobs}
        at = self._form.list.verticalScrollBar().value()
        self._form.list.blockSignals(True)
        self._model.set_ids([job.id for job in queue.jobs])
        self._form.list.select_row(chosen)
        self._form.list.blockSignals(False)
        self._form.list.verticalScrollBar().setValue(at)
        held = queue.held or queue.count(JobState.FAILED) > 0
        self.hold_button.set_text(say(CONTEXT, "Lanjutkan") if held else say(CONTEXT, "Jeda"))
        for button in (self.hold_button, self.up_button, self.down_button, self.remove_button, self.save_button):
            button.setEnabled(bool(queue.jobs))
        self._show_state(queue)
        self._show_design(queue)

    def show_panel(self, panel: Panel) -> None:
        form = self._form
        if panel.matter is not Matter.ASK:
            self._why = False
        form.panel_icon.set(*SIGNS[panel.matter])
        form.panel_word.setText(self._word(panel))
        job = panel.job
        form.panel_title.setText(job.full_name if job else "")
        form.panel_detail.setText(self._detail(job) if job else self._advice(panel))
        said = job_text(job) if job else ""
        form.panel_said.setText(said)
        form.panel_said.setVisible(bool(said))
        form.panel_title.setVisible(job is not None)
        form.panel_hint.setText(self._hint(panel))
        form.panel_hint.setVisible(bool(form.panel_hint.text()))
        form.picture.setAccessibleName(say(CONTEXT, "Gambar kartu {name}", name=job.full_name) if job else "")
        self._show_picture(job)
        if job is not None and job.problem == PHOTO_MISSING and job.id not in self._photos_wanted:
            self._photos_wanted.add(job.id)
            self.shell.sync.want_photos()
        self._show_choices(self._choices(panel))

    def show_progress(self, done: int, total: int) -> None:
        form = self._form
        form.progress.setRange(0, max(1, total))
        form.progress.setValue(done)
        form.progress.setVisible(total > 0)
        form.progress.setAccessibleName(say(CONTEXT, "Kemajuan pencetakan"))
        form.state_count.setText(
            say(CONTEXT, "{done} dari {total} kartu selesai", done=done, total=total) if total else ""
        )

    def show_log(self, lines: Sequence[PrintLine]) -> None:
        self._lines = {line.print_id: line for line in lines}
        self._log_model.set_ids([line.print_id for line in lines])

    def say_printed(self, jobs: Sequence[CardJob]) -> None:
        self.shell.sounds.play("ok")
        sentence = (
            say(CONTEXT, "Kartu {name} tercatat.", name=jobs[0].full_name)
            if len(jobs) == 1
            else say(CONTEXT, "{count} kartu tercatat.", count=len(jobs))
        )
        self._form.banner.show_line(sentence, kind="ok")
        self.shell.changes.tell("members", self)

    def say_again(self, job: CardJob) -> None:
        self._why = False
        self.shell.sounds.play("attention")
        self._form.banner.show_line(
            say(CONTEXT, "Salah cetak tercatat; kartu {name} dicetak lagi.", name=job.full_name), kind="info"
        )

    def say_unknown(self, code: str) -> None:
        self.shell.sounds.play("warning")
        self._form.banner.show_line(
            say(CONTEXT, "Kode “{code}” bukan kartu yang sedang diperiksa.", code=code), kind="warn"
        )

    def show_problem(self, error: Exception) -> None:
        self.shell.sounds.play("refused")
        sentence = device_text(error) if isinstance(error, DeviceError) else error_text(error)
        self._form.banner.show_line(sentence, kind="stop")

    # ---- words ----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self._form
        form.header.set_title(self.title())
        self.design.setAccessibleName(say(CONTEXT, "Desain kartu yang menunggu"))
        self.design.setToolTip(say(CONTEXT, "Desain kartu yang menunggu"))
        chosen = self.views.current() or QUEUE
        self.views.set_options([(QUEUE, say(CONTEXT, "Antrean"), ""), (LOG, say(CONTEXT, "Riwayat cetak"), "")])
        self.views.set_current(chosen)
        form.list.setAccessibleName(say(CONTEXT, "Kartu yang menunggu dicetak"))
        form.list.set_empty("printer", say(CONTEXT, "Tidak ada kartu di antrean. Tambahkan dari Anggota & Kartu."))
        form.log.setAccessibleName(say(CONTEXT, "Riwayat cetak"))
        form.log.set_empty("history", say(CONTEXT, "Belum ada kartu yang dicetak."))
        self.up_button.set_text(say(CONTEXT, "Naik"))
        self.down_button.set_text(say(CONTEXT, "Turun"))
        self.remove_button.set_text(say(CONTEXT, "Hapus"))
        self.save_button.set_text(say(CONTEXT, "Simpan PDF …"))
        self.trial_button.set_text(say(CONTEXT, "Kartu uji"))
        self._model.retranslate()
        self._log_model.retranslate()
        self._show_surroundings()
        queue, chosen_job = self.presenter.queue, self.presenter.chosen
        self.show_queue(queue, queue.jobs.index(chosen_job) if chosen_job in queue.jobs else -1)
        self.show_progress(self.presenter.done, self.presenter.done + len(queue.jobs))
        self.show_panel(self.presenter.panel)

    def _word(self, panel: Panel) -> str:
        match panel.matter:
            case Matter.ASK if self._why:
                return say(CONTEXT, "Mengapa kartu ini tidak bisa dipakai?")
            case Matter.ASK if panel.count > 1:
                return say(CONTEXT, "{count} kartu sudah keluar. Semua baik?", count=panel.count)
            case Matter.ASK:
                return say(CONTEXT, "Kartu keluar dengan benar?")
            case Matter.PRINTING:
                return say(CONTEXT, "Sedang dicetak")
            case Matter.FAILED:
                return say(CONTEXT, "Belum tercetak")
            case Matter.NO_PRINTER:
                return say(CONTEXT, "Printer belum siap")
            case Matter.HELD:
                return say(CONTEXT, "Antrean dijeda")
            case Matter.WAITING:
                return say(CONTEXT, "Menunggu giliran")
        return say(CONTEXT, "Semua kartu selesai")

    def _advice(self, panel: Panel) -> str:
        problem = self.shell.cards.problem
        if panel.matter is Matter.NO_PRINTER and problem is not None:
            return device_text(problem) if isinstance(problem, DeviceError) else error_text(problem)
        if panel.matter is Matter.HELD:
            return say(CONTEXT, "Tidak ada kartu yang dikirim ke printer sampai Anda melanjutkan.")
        if panel.matter is Matter.IDLE:
            return say(CONTEXT, "Pilih anggota di Anggota & Kartu, lalu Cetak kartu.")
        return ""

    def _detail(self, job: CardJob) -> str:
        again = say(CONTEXT, "cetakan ke-{number}", number=job.misprints + 1) if job.misprints else ""
        parts = (job.member_no, self._design_name(job.design), reason_word(job.reason), again)
        return " · ".join(part for part in parts if part)

    def _hint(self, panel: Panel) -> str:
        if panel.matter is not Matter.ASK:
            return ""
        if self._why:
            return say(CONTEXT, "Esc kembali")
        if panel.count > 1:
            return say(CONTEXT, "F dan T berlaku untuk kartu yang dipilih. Kartu yang dipindai langsung tercatat baik.")
        return say(CONTEXT, "Atau pindai barcode kartunya: sekaligus terbukti terbaca.")

    def _choices(self, panel: Panel) -> list[Answer]:
        presenter = self.presenter
        if panel.matter is Matter.ASK and self._why:
            words = [(str(number), spoilt) for number, spoilt in enumerate(SPOILT, start=1)]
            return [(key, spoilt_word(why), "plain", self._spoilt(why)) for key, why in words]
        if panel.matter is Matter.ASK:
            good = say(CONTEXT, "Semua keluar baik") if panel.count > 1 else say(CONTEXT, "Keluar baik")
            return [
                ("Enter", good, "primary", presenter.good),
                ("F", say(CONTEXT, "Salah cetak …"), "plain", lambda: self._ask_why(asked=True)),
                ("T", say(CONTEXT, "Tidak keluar, cetak lagi"), "plain", presenter.not_out),
            ]
        if panel.matter is Matter.PRINTING:
            return [("B", say(CONTEXT, "Batalkan kartu ini"), "plain", presenter.take_back)]
        if panel.matter is Matter.FAILED:
            return [("Enter", say(CONTEXT, "Coba lagi"), "primary", presenter.retry)]
        if panel.matter is Matter.NO_PRINTER:
            return [("Enter", say(CONTEXT, "Coba lagi"), "primary", self.shell.cards.wake)]
        if panel.matter is Matter.HELD:
            return [("Enter", say(CONTEXT, "Lanjutkan"), "primary", presenter.retry)]
        return []

    def _show_choices(self, choices: Sequence[Answer]) -> None:
        for old in self._buttons:
            self._form.choices_column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons, self._keys_of = [], {}
        for key, words, role, action in choices:
            button = Button(self._form.choices, text=f"{key}   {words}", role=role)
            button.setAccessibleName(words)
            button.setMinimumHeight(44)
            button.clicked.connect(lambda _=False, act=action: act())
            self._form.choices_column.addWidget(button)
            button.show()
            self._buttons.append(button)
            self._keys_of[GOOD if key == "Enter" else key.lower()] = action
        in_order(self._form.list, *self._buttons, self.hold_button, self.up_button, self.down_button)

    def _spoilt(self, why: str) -> Callable[[], object]:
        return lambda: self.presenter.spoilt(why)

    def _ask_why(self, *, asked: bool) -> None:
        self._why = asked
        self.show_panel(self.presenter.panel)

    def _show_picture(self, job: CardJob | None) -> None:
        """The card as it should look; drawn beside, and only once for each card."""
        wanted = job.id if job else None
        if wanted == self._pictured:
            return
        self._pictured = wanted
        self._form.picture.show_image(None)
        if job is not None:
            self.shell.jobs.start(
                partial(self._draw, job), partial(self._drawn, job.id), lambda _: None, lane="read", owner=self
            )

    def _draw(self, job: CardJob) -> QImage:
        from loket.devices.pdf_images import pdf_image

        pdf, _ = self.shell.cards.maker.card(job.member_id, job.design, preferences.DEFAULTS)
        return pdf_image(pdf, 0, PICTURE_DPI)

    def _drawn(self, job_id: Id, image: QImage) -> None:
        if job_id == self._pictured:
            self._form.picture.show_image(image)

    def _show_state(self, queue: CardQueue) -> None:
        form = self._form
        counts = [(state, queue.count(state)) for state in JobState]
        told = [f"{fmt.count(number, language())} {state_word(state)}" for state, number in counts if number]
        form.state_icon.set("hand-stop" if queue.held else "printer", "warn" if queue.held else "ink-2")
        words = " · ".join(told) or say(CONTEXT, "Antrean kosong")
        form.state_text.setText(say(CONTEXT, "Dijeda: {words}", words=words) if queue.held else words)

    # ---- how it is built ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form = self._form
        form.banner.hide_line()
        form.header.set_icon(self.ICON)
        form.header.add_action(self.design)
        form.header.add_action(self.views)
        self.hold_button = Button(self, icon="hand-stop", key="Ctrl+J")
        self.up_button = Button(self, icon="chevron-up", role="quiet", key="Alt+Up")
        self.down_button = Button(self, icon="chevron-down", role="quiet", key="Alt+Down")
        self.remove_button = Button(self, icon="trash", role="quiet", key="Del")
        self.save_button = Button(self, icon="file-text", key="Ctrl+S")
        self.trial_button = Button(self, icon="barcode", role="quiet", key="Ctrl+T")
        for button in (self.hold_button, self.up_button, self.down_button, self.remove_button):
            form.buttons.addWidget(button)
        form.buttons.addStretch(1)
        for button in (self.save_button, self.trial_button):
            form.buttons.addWidget(button)
        form.list.show_model(self._model)
        form.log.show_model(self._log_model)

    def _wire(self) -> None:
        form, presenter = self._form, self.presenter
        self.hold_button.clicked.connect(presenter.toggle_hold)
        self.up_button.clicked.connect(lambda: presenter.move(-1))
        self.down_button.clicked.connect(lambda: presenter.move(1))
        self.remove_button.clicked.connect(presenter.remove)
        self.save_button.clicked.connect(self.save)
        self.trial_button.clicked.connect(self.print_trial)
        form.list.picked_row.connect(presenter.choose)
        form.list.activated_row.connect(lambda _: self._keys.sign(GOOD))
        self._keys.pressed.connect(self.press)
        self._keys.scanned.connect(self._scanned)
        self.design.changed.connect(lambda: presenter.redesign(self.design.value()))
        self.views.changed.connect(self._view_chosen)
        self.shell.cards.changed.connect(self._moved)
        for key, view in (("Ctrl+1", QUEUE), ("Ctrl+2", LOG)):
            QShortcut(
                QKeySequence(key),
                self,
                partial(self._turn_to, view),
                context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
            )

    def _scanned(self, code: str) -> None:
        if self.views.current() == QUEUE:
            self.presenter.scanned(code)

    def _turn_to(self, view: str) -> None:
        self.views.set_current(view)
        self._view_chosen(view)

    def _view_chosen(self, view: str) -> None:
        self._form.views.setCurrentWidget(self._form.log_view if view == LOG else self._form.queue_view)
        shown = self._form.log if view == LOG else self._form.list
        shown.setFocus(Qt.FocusReason.OtherFocusReason)
        if view == LOG:
            self.presenter.read_log()

    def _moved(self) -> None:
        if self.isVisible():
            self.presenter.read()

    def _saved(self, jobs: Sequence[CardJob], path: Path) -> None:
        self.presenter.saved([job.id for job in jobs])
        self._form.banner.show_line(
            say(CONTEXT, "{count} kartu tersimpan: {path}", count=len(jobs), path=path), kind="ok"
        )

    def _trial_sent(self, _job: object) -> None:
        self._form.banner.show_line(
            say(CONTEXT, "Kartu uji dikirim. Ukur bingkainya: 3 mm dari tiap tepi; selisihnya isikan di Perangkat."),
            kind="ok",
        )

    def _read_surroundings(self) -> tuple[dict[str, CardDesign], Preferences]:
        return self.shell.cards.maker.designs(), preferences.load(self.shell.data_dir)

    def _surroundings_known(self, found: tuple[dict[str, CardDesign], Preferences]) -> None:
        self._designs, self._kept = found
        self._show_surroundings()
        self.show_panel(self.presenter.panel)
        self._model.retranslate()

    def _show_surroundings(self) -> None:
        """Which printer, and how; which designs there are."""
        kept = self._kept
        sides = say(CONTEXT, "dua sisi") if kept.card_two_sided else say(CONTEXT, "satu sisi")
        if kept.card_printer == FILES:
            text = say(CONTEXT, "Berkas PDF di {path}, {sides}", path=preferences.card_folder(kept), sides=sides)
        elif kept.card_printer:
            text = say(CONTEXT, "Printer {name}, {sides}", name=kept.card_printer.removeprefix(QUEUE_OF), sides=sides)
        else:
            text = say(CONTEXT, "Printer dipilih di Pengaturan, bagian Perangkat.")
        self._form.header.set_subtitle(text)
        self.design.set_choices((key, design.name(language())) for key, design in self._designs.items())
        self._show_design(self.presenter.queue)

    def _show_design(self, queue: CardQueue) -> None:
        """The design of the chosen card, for all that wait."""
        waiting = queue.of(JobState.WAITING, JobState.FAILED)
        self.design.setVisible(bool(waiting) and bool(self._designs))
        shown = self.presenter.chosen or next(iter(waiting), None)
        if shown is not None and shown.design in self._designs:
            self.design.set_value(shown.design)

    def _design_name(self, key: str) -> str:
        return self._designs[key].name(language()) if key in self._designs else key
