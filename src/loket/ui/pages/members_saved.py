"""Registered: the number, the card as it will be printed, and the two things that follow, Enter after Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from loket.domain.entities import Id, Member
from loket.ui import preferences, theme
from loket.ui.card_making import Sheets
from loket.ui.forms.ui_members_saved import Ui_MemberSavedView
from loket.ui.presenters.members_form import FormKind
from loket.ui.shell import Shell
from loket.ui.texts import error_text, member_type_word, say
from loket.ui.texts_members import CONTEXT, minutes_words, valid_words
from loket.ui.widgets import Button, IconLabel

CARD_PX = 288  # of a card's longer side
PREVIEW_DPI = 200
CARD_RATIO = 54.0 / 85.6
CARD_MM, CORNER = 85.6, 3.18  # ISO/IEC 7810: an ID-1 card's longer side, and how round its corners are


class MemberSavedView(QWidget):
    """Signals with the member's id: `print_wanted`, `lend_wanted`, `open_wanted`; and `new_wanted()`."""

    print_wanted = Signal(object)
    lend_wanted = Signal(object)
    open_wanted = Signal(object)
    new_wanted = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self._form = Ui_MemberSavedView()
        self._form.setupUi(self)
        self._form.signColumn.insertWidget(0, IconLabel(self, name="circle-check", token="ok", size=48))
        self._form.problem.hide()
        self.member: Member | None = None
        self._kind, self._took_ms = FormKind.NEW, 0
        self._pdf = b""
        self.print_button = Button(self, icon="printer", role="primary")
        self.lend_button = Button(self, icon="books", key="Ctrl+K")
        self.open_button = Button(self, icon="user", role="quiet", key="Ctrl+O")
        self.new_button = Button(self, icon="plus", role="quiet", key="Ctrl+N")
        for button, signal in (
            (self.print_button, self.print_wanted),
            (self.lend_button, self.lend_wanted),
            (self.open_button, self.open_wanted),
        ):
            button.setAutoDefault(True)
            button.clicked.connect(lambda _=False, signal=signal: self._wish(signal))
            self._form.buttons.addWidget(button)
        self.new_button.clicked.connect(self.new_wanted)
        self._form.buttons.addWidget(self.new_button)
        self._form.buttons.addStretch(1)
        theme.current().changed.connect(self._show_card)
        self.retranslate()

    def show_saved(self, kind: FormKind, member: Member, took_ms: int) -> None:
        self.member, self._kind, self._took_ms = member, kind, took_ms
        self._pdf = b""
        self._form.problem.hide()
        self._show_card()
        self.retranslate()
        self.take_focus()
        self.shell.jobs.start(lambda: self._make(member.id), self._made, self._not_made, owner=self)

    @property
    def renewed(self) -> bool:
        """Was it a renewal, not a newcomer?"""
        return self._kind is FormKind.RENEW

    def take_focus(self) -> None:
        """Enter prints; once that is done, Enter lends."""
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def queued(self) -> None:
        """The card waits for its printer: next is the first loan."""
        self.lend_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wish(self, signal: Signal) -> None:
        if self.member is not None:
            signal.emit(self.member.id)  # type: ignore[attr-defined]

    # ---- the card --------------------------------------------------------------------------------------------------

    def _make(self, member_id: Id) -> bytes:
        maker = self.shell.cards.maker
        sheets = Sheets(layout="cr80", two_sided=True)
        return maker.file([member_id], maker.chosen_design(), sheets, preferences.load(self.shell.data_dir))

    def _made(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._show_card()

    def _not_made(self, error: Exception) -> None:
        self._form.problem.setText(error_text(error))
        self._form.problem.show()

    def _show_card(self) -> None:
        sides, px = _pages(self._pdf) if self._pdf else 0, theme.current().px
        for number, target in enumerate((self._form.front, self._form.back)):
            target.setVisible(number < sides or not self._pdf)
            if number < sides:
                _draw(target, self._pdf, number)
            else:
                target.clear()
            # its place is kept before it is there, so that the buttons stay where they are
            target.setMinimumSize(px(CARD_PX), 0 if sides else round(px(CARD_PX) * CARD_RATIO))
        self._form.front.setAccessibleName(say(CONTEXT, "Kartu, sisi depan"))
        self._form.back.setAccessibleName(say(CONTEXT, "Kartu, sisi belakang"))

    # ---- words -----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form, member = self._form, self.member
        self.print_button.set_text(f"{say(CONTEXT, 'Cetak kartu')}  Enter")
        self.lend_button.set_text(say(CONTEXT, "Pinjamkan"))
        self.open_button.set_text(say(CONTEXT, "Buka datanya"))
        self.new_button.set_text(say(CONTEXT, "Anggota berikutnya"))
        renewed = self._kind is FormKind.RENEW
        form.word.setText(say(CONTEXT, "Diperpanjang") if renewed else say(CONTEXT, "Terdaftar"))
        if member is None:
            return
        form.name.setText(member.full_name)
        form.number.setText(
            " · ".join((member.member_no, member_type_word(member.member_type), valid_words(member.valid_until)))
        )
        form.took.setText(say(CONTEXT, "Selesai dalam {time}.", time=minutes_words(self._took_ms)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _pages(pdf: bytes) -> int:
    from loket.devices.pdf_images import pdf_pages  # loads QtPdf, which opening the page need not

    return pdf_pages(pdf)


def _draw(target: QLabel, pdf: bytes, page: int) -> None:
    """One side of the card, at the screen's own sharpness."""
    from loket.devices.pdf_images import pdf_image

    ratio = target.devicePixelRatioF()
    picture = QPixmap.fromImage(pdf_image(pdf, page, PREVIEW_DPI))
    side = int(theme.current().px(CARD_PX) * ratio)
    picture = picture.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    card = QPixmap(picture.size())
    card.fill(Qt.GlobalColor.transparent)
    shape, corner = QPainterPath(), CORNER * picture.width() / CARD_MM
    shape.addRoundedRect(QRectF(card.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
    painter = QPainter(card)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(shape)
    painter.drawPixmap(0, 0, picture)
    painter.setClipping(False)
    painter.setPen(theme.current().qcolor("line-strong"))
    painter.drawPath(shape)
    painter.end()
    card.setDevicePixelRatio(ratio)
    target.setPixmap(card)
