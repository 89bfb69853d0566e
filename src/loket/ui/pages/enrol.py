"""Joining Loket Pusat: the form for address and code, and a new counter's way from the first start to its data."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from loket.db.engine import Database
from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.domain.ports import Clock, Ids
from loket.services.desk import Desk
from loket.ui import language as languages
from loket.ui import theme
from loket.ui.forms.ui_enrol import Ui_EnrolPanel
from loket.ui.jobs import Cancelled, Job, JobRunner, Ticket
from loket.ui.pages.settings_parts import Line, allow_narrow, in_order
from loket.ui.presenters import sync as work
from loket.ui.texts import error_text, language, say
from loket.ui.texts_sync import invalid_text
from loket.ui.widgets import Banner, Button, Card, IconLabel, Segmented, label

CONTEXT = "Enrol"
SCANNED_MARK = "#"  # stands between address and code in the line of a QR code
FORM_PX, CHOICE_PX = 560, 380


class EnrolPanel(QWidget):
    """Address and code, or both in one scanned line. Signals: `join_wanted(address, code)`, `back_wanted()`."""

    join_wanted = Signal(str, str)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Ui_EnrolPanel()
        self._form.setupUi(self)
        self.address, self.code = Line(self), Line(self)
        self.rows = {"server_address": self._form.server_address, "enrol_code": self._form.enrol_code}
        for row, editor in zip(self.rows.values(), (self.address, self.code), strict=True):
            row.set_editor(editor)
            allow_narrow(row)
        self.busy = self._form.busy
        self.busy.finish()
        self._about: Callable[[], str] = lambda: ""
        self.set_back_shown(shown=False)
        self._form.join.setProperty("role", "primary")
        self._form.join.clicked.connect(self.submit)
        self._form.back.clicked.connect(self.back_wanted)
        self.address.returnPressed.connect(self._address_done)
        self.code.returnPressed.connect(self.submit)
        in_order(self.address, self.code, self._form.join, self._form.back)
        theme.current().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def set_about(self, sentence: Callable[[], str]) -> None:
        """What stands over the form, asked again after a change of language."""
        self._about = sentence
        self.retranslate()

    def set_back_shown(self, *, shown: bool) -> None:
        self._back_shown = shown
        self._form.back.setVisible(shown)

    def set_actions_shown(self, *, shown: bool) -> None:
        self._form.join.setVisible(shown)
        self._form.back.setVisible(shown and self._back_shown)

    def take_focus(self) -> None:
        (self.address if not self.address.text() else self.code).setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        if self._form.join.isEnabled():
            self.clear_errors()
            self.join_wanted.emit(self.address.value(), self.code.value())

    def _address_done(self) -> None:
        """A scanned line holds the code too; a typed address is followed by it."""
        if SCANNED_MARK in self.address.text() or self.code.text():
            self.submit()
        else:
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_working(self, text: str, *, cancellable: bool = False) -> None:
        """Show what is under way; an empty text: nothing is."""
        for widget in (self.address, self.code, self._form.join, self._form.back):
            widget.setEnabled(not text)
        if text:
            self.busy.begin(text, cancellable=cancellable)
        else:
            self.busy.finish()

    def show_invalid(self, error: InvalidInput) -> None:
        row = self.rows.get(error.field, self.rows["server_address"])
        row.set_error(invalid_text(error))
        row.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_errors(self) -> None:
        for row in self.rows.values():
            row.set_error(None)

    def retranslate(self) -> None:
        form = self._form
        about = self._about()
        form.about.setText(about)
        form.about.setVisible(bool(about))
        form.server_address.set_label(say(CONTEXT, "Alamat Loket Pusat"))
        form.server_address.set_hint(say(CONTEXT, "Ketik alamatnya, atau pindai kode QR dari Loket Pusat di sini."))
        form.enrol_code.set_label(say(CONTEXT, "Kode pendaftaran"))
        form.enrol_code.set_hint(say(CONTEXT, "Seperti tertera, dengan sidik di belakangnya bila ada. Sekali pakai."))
        form.join.set_text(say(CONTEXT, "Sambungkan"))
        form.back.set_text(say(CONTEXT, "Kembali"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _restyle(self) -> None:
        width = theme.current().px(FORM_PX)
        for widget in (self._form.about, *self.rows.values(), self.busy):
            widget.setMaximumWidth(width)


class FirstRunPage(QWidget):
    """What both pages of a first start share: a narrow column in the middle, and the choice of language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setWindowTitle("Loket")
        self.languages = Segmented(self, options=[("id", "Indonesia", ""), ("en", "English", "")])
        self.languages.set_current(language())
        self.languages.changed.connect(lambda wanted: languages.use("en" if wanted == "en" else "id"))
        self.heading, self.about = label("", "title", self, wrap=True), label("", "lead", self, wrap=True)
        px = theme.current().px
        self.column = QVBoxLayout()
        self.column.setSpacing(px(12))
        self.column.addWidget(self.heading)
        self.column.addWidget(self.about)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(self.column)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*[px(32)] * 4)
        outer.addStretch(2)
        outer.addLayout(row)
        outer.addStretch(3)
        outer.addWidget(self.languages, 0, Qt.AlignmentFlag.AlignLeft)

    def retranslate(self) -> None:
        """Put all texts in the current language."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class StartPage(FirstRunPage):
    """The first question on a new computer: keys 1 and 2. Signals: `new_wanted()`, `join_wanted()`."""

    new_wanted = Signal()
    join_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.current().px
        self.new = Button(self, icon="building-community", role="primary", key="1")
        self.join = Button(self, icon="cloud-check", key="2")
        self._words = [(label("", "heading", self), label("", "body", self, wrap=True)) for _ in range(2)]
        cards = QHBoxLayout()
        cards.setSpacing(px(20))
        for button, icon, (title, text) in zip(
            (self.new, self.join), ("building-community", "world"), self._words, strict=True
        ):
            cards.addWidget(_choice_card(self, icon, title, text, button))
        self.column.addSpacing(px(8))
        self.column.addLayout(cards)
        self.new.clicked.connect(self.new_wanted)
        self.join.clicked.connect(self.join_wanted)
        self.retranslate()

    def take_focus(self) -> None:
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            (self.join if focused is self.new else self.new).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self.heading.setText(say(CONTEXT, "Selamat datang di Loket"))
        self.about.setText(say(CONTEXT, "Apa yang disiapkan di komputer ini?"))
        (first, about_first), (second, about_second) = self._words
        first.setText(say(CONTEXT, "Perpustakaan baru"))
        about_first.setText(
            say(CONTEXT, "Untuk loket pertama. Bekerja sendiri tanpa jaringan; dapat disambungkan ke pusat kelak.")
        )
        second.setText(say(CONTEXT, "Loket tambahan"))
        about_second.setText(
            say(CONTEXT, "Untuk perpustakaan yang sudah memakai Loket Pusat. Siapkan alamat dan kode pendaftarannya.")
        )
        self.new.set_text(say(CONTEXT, "Perpustakaan baru"))
        self.join.set_text(say(CONTEXT, "Sambungkan ke Loket Pusat"))


def _choice_card(parent: QWidget, icon: str, title: QWidget, text: QWidget, button: Button) -> Card:
    px = theme.current().px
    card = Card(parent)
    card.setFixedWidth(px(CHOICE_PX))
    column = QVBoxLayout(card)
    column.setContentsMargins(px(24), px(24), px(24), px(24))
    column.setSpacing(px(10))
    column.addWidget(IconLabel(card, name=icon, token="accent", size=48))
    column.addWidget(title)
    column.addWidget(text)
    column.addStretch(1)
    column.addSpacing(px(8))
    column.addWidget(button)
    return card


class JoinWindow(FirstRunPage):
    """A further counter: address and code, then the library's data. Signals: `joined(Desk)`, `back_wanted()`.

    Fetching may be stopped, by hand, by a broken network or by the end of the program, and goes on where it was.
    """

    joined = Signal(object)
    back_wanted = Signal()

    def __init__(
        self, jobs: JobRunner, database: Database, clock: Clock, ids: Ids, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._database, self._clock, self._ids = jobs, database, clock, ids
        self._desk: Desk | None = None  # who this counter is, once the server has said so
        self._fetching: Job | None = None
        self.banner = Banner(self)
        self.banner.hide_line()
        self.panel = EnrolPanel(self)
        self.panel.set_back_shown(shown=True)
        self.panel.setFixedWidth(theme.current().px(FORM_PX))
        self.column.addWidget(self.banner)
        self.column.addWidget(self.panel)
        self.panel.join_wanted.connect(self.join)
        self.panel.back_wanted.connect(self.back_wanted)
        self.panel.busy.cancelled.connect(self.stop)
        self.banner.action_pressed.connect(self.fetch)
        QShortcut(QKeySequence("Alt+Left"), self, self._go_back)
        self.retranslate()

    def take_focus(self) -> None:
        self.panel.take_focus()

    def join(self, address: str, code: str) -> None:
        self.banner.hide_line()
        self.panel.set_working(say(CONTEXT, "Menyapa Loket Pusat …"))
        self._jobs.start(
            lambda: work.join(self._database, self._clock, self._ids, address, code),
            self.go_on,
            self._failed,
            lane="read",
            owner=self,
        )

    def go_on(self, desk: Desk) -> None:
        """This counter is known to the server: fetch the library's data. Also after a start in the middle of it."""
        self._desk = desk
        self.retranslate()
        self.fetch()

    def fetch(self) -> None:
        desk = self._desk
        if desk is None or self._fetching is not None:
            return
        self.banner.hide_line()
        self.panel.set_working(say(CONTEXT, "Mengambil data perpustakaan …"), cancellable=True)

        def run(ticket: Ticket) -> Desk:
            def progress(_phase: str, done: int, total: int) -> None:
                ticket.report(done, total)
                ticket.check()  # between two pages: what was fetched is kept

            return work.fetch_all(desk, progress)

        self._fetching = self._jobs.start_long(
            run, self.panel.busy.report, self._fetched, self._failed, lane="read", owner=self
        )
        if self._fetching.done:  # it ran at once
            self._fetching = None

    def stop(self) -> None:
        if self._fetching is not None:
            self._fetching.cancel()

    def _fetched(self, desk: Desk) -> None:
        self._fetching = None
        self.panel.set_working("")
        self.joined.emit(desk)

    def _failed(self, error: Exception) -> None:
        self._fetching = None
        self.panel.set_working("")
        self.retranslate()
        if isinstance(error, Cancelled):
            self._offer(say(CONTEXT, "Dihentikan. Yang sudah diambil tetap tersimpan."), "info")
        elif isinstance(error, InvalidInput) and self._desk is None:
            self.panel.show_invalid(error)
        elif isinstance(error, InvalidInput):
            self._offer(say(CONTEXT, "Terputus: {why} Yang sudah diambil tersimpan.", why=invalid_text(error)), "warn")
        elif isinstance(error, (Refused, StorageError)):
            self._offer(error_text(error), "stop")
        else:
            raise error

    def _offer(self, sentence: str, kind: str) -> None:
        again = say(CONTEXT, "Lanjutkan") if self._desk is not None else ""
        self.banner.show_line(sentence, kind, again)  # type: ignore[arg-type]

    def _go_back(self) -> None:
        if self._desk is None and not self.panel.busy.isVisible():
            self.back_wanted.emit()

    def retranslate(self) -> None:
        known = self._desk is not None
        self.heading.setText(say(CONTEXT, "Sambungkan ke Loket Pusat"))
        self.about.setText(
            say(CONTEXT, "Loket ini sudah terdaftar. Data perpustakaan diambil sekali; sesudah itu Anda dapat masuk.")
            if known
            else say(CONTEXT, "Pengelola Loket Pusat memberi alamat dan kode, di kertas atau sebagai kode QR.")
        )
        for row in self.panel.rows.values():
            row.setVisible(not known)
        self.panel.set_actions_shown(shown=not known)
