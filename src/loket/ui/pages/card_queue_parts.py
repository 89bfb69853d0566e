"""Parts of the page "Cetak kartu": keys a person pressed, the lists, and the sheet that saves a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from loket.db.engine import translated
from loket.domain.errors import DeviceError, InvalidInput, Refused, StorageError
from loket.services.card_queue import CardJob, PrintLine
from loket.ui import format as fmt
from loket.ui import preferences, theme
from loket.ui.card_making import Sheets
from loket.ui.pages.cases_parts import ALONE_MS
from loket.ui.pages.settings_parts import Choice, YesNo
from loket.ui.shell import Shell
from loket.ui.tables import Column
from loket.ui.texts import error_text, language, say
from loket.ui.texts_cards import CONTEXT, device_text, job_text, reason_word, spoilt_word, state_sign, state_word
from loket.ui.widgets import FormRow, Sheet, label, set_state

SHEET_W_PX = 520
CR80 = "cr80"


class LoneKeys(QObject):
    """Tells the key of a person from those of a scanner. Signals `pressed(str)`: a sign, or "\\n"; `scanned(str)`.

    The page gives every key that nobody else took. A key counts as a person's when no other came shortly before or
    after it: a card held under the scanner ends with Enter, and must not say that all cards came out well.
    """

    pressed = Signal(str)
    scanned = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._fast = ""
        self._alone = QTimer(self, singleShot=True, interval=ALONE_MS)
        self._alone.timeout.connect(self._was_alone)

    def heard(self, event: QKeyEvent) -> bool:
        """Take note of a key. True when it may count."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        sign = "\n" if enter else event.text()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if not plain or not sign or event.isAutoRepeat() or (not enter and not sign.isprintable()):
            return False
        self.sign(sign)
        return True

    def sign(self, sign: str) -> None:
        """A key that came by another way, such as a table's Enter."""
        fast = self._since.isValid() and self._since.elapsed() <= ALONE_MS
        self._since.restart()
        self._fast = self._fast + sign if fast else sign
        self._alone.start()

    def _was_alone(self) -> None:
        """Nothing came after it: one key, or the end of a code."""
        keys, self._fast = self._fast, ""
        if len(keys) == 1:
            self.pressed.emit(keys)
        elif keys.endswith("\n") and "\n" not in keys[:-1]:
            self.scanned.emit(keys[:-1])


class CardPicture(QWidget):
    """The front of a card, as it should have come out, to hold the real one against."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage | None) -> None:
        self._image = image or QImage()
        self.update()

    def has_image(self) -> bool:
        return not self._image.isNull()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        size = self._image.size().scaled(self.size() - QSize(2, 2), Qt.AspectRatioMode.KeepAspectRatio)
        ratio = self.devicePixelRatioF()
        sharp = self._image.scaled(
            size * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        sharp.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.drawImage(QRect(QPoint(1, 1), size), sharp)
        painter.setPen(QPen(theme.current().qcolor("line-strong"), 1))
        painter.drawRect(0, 0, size.width() + 1, size.height() + 1)
        painter.end()


class SaveCardsSheet(Sheet):
    """Cards as a PDF: on A4 to cut, or one a page. Signal `saved(jobs, path)`: the file is on the disk."""

    saved = Signal(object, object)

    def __init__(self, shell: Shell, jobs: Sequence[CardJob], parent: QWidget) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Simpan kartu sebagai PDF"),
            text=say(CONTEXT, "Cetak berkasnya dengan ukuran sebenarnya (100 %); lalu Loket menanyakan hasilnya."),
            icon="file-text",
            accept_text=say(CONTEXT, "Simpan PDF …"),
            reject_text=say(CONTEXT, "Batal"),
        )
        self._shell, self._jobs = shell, tuple(jobs)
        self.layout_choice, self.crop_marks, self.two_sided = Choice(self), YesNo(self), YesNo(self)
        self.layout_choice.set_choices(
            [
                ("a4-10", say(CONTEXT, "A4, 10 kartu selembar")),
                ("a4-8", say(CONTEXT, "A4, 8 kartu selembar")),
                (CR80, say(CONTEXT, "Satu kartu satu halaman (85,6 × 54 mm)")),
            ]
        )
        self.crop_marks.setText(say(CONTEXT, "Garis potong di tepi kartu"))
        self.crop_marks.set_value(True)
        self.two_sided.setText(say(CONTEXT, "Sisi belakang juga, untuk cetak bolak-balik"))
        self.body.addWidget(FormRow(self, label=say(CONTEXT, "Kertas"), editor=self.layout_choice))
        self.body.addWidget(self.crop_marks)
        self.body.addWidget(self.two_sided)
        self.body.addWidget(label(say(CONTEXT, "{count} kartu", count=len(self._jobs)), "secondary", self))
        self._problem = label("", "body", self, wrap=True)
        set_state(self._problem, tone="stop")
        self._problem.hide()
        self.body.addWidget(self._problem)
        self.setMinimumWidth(SHEET_W_PX)
        self.field_to_focus(self.layout_choice)
        self.layout_choice.changed.connect(lambda: self.crop_marks.setEnabled(self.layout_choice.value() != CR80))
        self.ask_name = self._ask_name

    def accept(self) -> None:
        """Ask where to save; the sheet stays until that succeeded."""
        path = self.ask_name()
        if path is None:
            return
        sheets = Sheets(self.layout_choice.value(), self.crop_marks.value(), self.two_sided.value())
        jobs, shell = self._jobs, self._shell

        def work() -> Path:
            designs = {job.design for job in jobs}
            kept = preferences.load(shell.data_dir)
            for number, design in enumerate(sorted(designs), start=1):
                ids = [job.member_id for job in jobs if job.design == design]
                pdf = shell.cards.maker.file(ids, design, sheets, kept)
                file = path if len(designs) == 1 else path.with_stem(f"{path.stem}-{number}")
                with translated(file):
                    file.write_bytes(pdf)
            return path

        self.set_accept_enabled(False)
        shell.jobs.start(work, self._done, self._failed, lane="read", owner=self)

    def problem(self) -> str:
        return self._problem.text()

    def _done(self, path: Path) -> None:
        self.saved.emit(self._jobs, path)
        super().accept()

    def _failed(self, error: Exception) -> None:
        self.set_accept_enabled(True)
        if isinstance(error, DeviceError):
            self._problem.setText(device_text(error))
        elif isinstance(error, (InvalidInput, Refused, StorageError)):
            self._problem.setText(error_text(error))
        else:
            raise error
        self._problem.show()

    def _ask_name(self) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(
            self, say(CONTEXT, "Simpan kartu sebagai PDF"), str(Path.home() / "kartu.pdf"), "PDF (*.pdf)"
        )
        return Path(name) if name else None


def queue_columns(design_name: Callable[[str], str]) -> Sequence[Column[CardJob]]:
    return (
        Column(
            lambda: say(CONTEXT, "Keadaan"),
            lambda job: state_word(job.state),
            width_px=124,
            icon=lambda job: state_sign(job.state),
            tooltip=job_text,
        ),
        Column(lambda: say(CONTEXT, "Nama"), lambda job: job.full_name, stretch=True, strong=True),
        Column(lambda: say(CONTEXT, "Nomor"), lambda job: job.member_no, width_px=132),
        Column(lambda: say(CONTEXT, "Desain"), lambda job: design_name(job.design), width_px=148),
        Column(lambda: say(CONTEXT, "Alasan"), lambda job: reason_word(job.reason), width_px=124),
    )


def log_columns(design_name: Callable[[str], str]) -> Sequence[Column[PrintLine]]:
    return (
        Column(lambda: say(CONTEXT, "Tanggal"), lambda line: fmt.day(line.printed_on, language()), width_px=140),
        Column(lambda: say(CONTEXT, "Nama"), lambda line: line.full_name, stretch=True, strong=True),
        Column(lambda: say(CONTEXT, "Kode kartu"), lambda line: line.code, width_px=140),
        Column(lambda: say(CONTEXT, "Desain"), lambda line: design_name(line.design), width_px=132),
        Column(lambda: say(CONTEXT, "Alasan"), lambda line: reason_word(line.reason), width_px=124),
        Column(
            lambda: say(CONTEXT, "Hasil"),
            _result,
            width_px=196,
            icon=lambda line: ("alert-triangle", "warn") if line.spoilt else ("circle-check", "ok"),
        ),
        Column(lambda: say(CONTEXT, "Petugas"), lambda line: line.operator, width_px=150),
    )


def _result(line: PrintLine) -> str:
    return spoilt_word(line.spoilt) if line.spoilt else say(CONTEXT, "baik")
