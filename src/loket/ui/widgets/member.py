"""The member at the counter: who, until when, how much is left to borrow, what is owed, and what stands in the way."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from loket.ui import format as shown
from loket.ui import theme
from loket.ui.widgets.base import ElidedLabel, IconLabel, LiveFrame, announce, label, set_state
from loket.ui.widgets.buttons import KeyHint
from loket.ui.widgets.notes import TONE_ICONS, EmptyState, Tone
from loket.ui.widgets.status import ChipState

PHOTO_PX = (72, 96)  # three by four, as on the card


@dataclass(frozen=True)
class MemberCard:
    """What the panel shows. `kind` ("Pelajar") and `validity` ("s.d. 12 Mar 2027") are ready words.

    `photo` is JPEG or PNG. `blocks` stop lending and are shown as banners; `warnings` do not stop it; `keys` are hints
    such as ("Enter", "selesai").
    """

    name: str
    number: str = ""
    kind: str = ""
    validity: str = ""
    validity_state: ChipState = "quiet"
    photo: bytes | None = None
    remaining: int = 0
    limit: int = 0
    owed_rp: int = 0
    loans: int = 0
    overdue: int = 0
    notes: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()


class MemberPanel(LiveFrame):
    """The left side of the desk. Keeps its width; shows an empty state while nobody is at the counter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")
        self._card: MemberCard | None = None
        self._lines: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())  # what stands there, to leave it standing
        self._hints: tuple[tuple[str, str], ...] = ()
        self._nobody = EmptyState(icon="id")
        self._face = QWidget()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nobody)
        self._stack.addWidget(self._face)
        self._build()
        self.restyle()
        self.retranslate()

    def show_member(self, card: MemberCard) -> None:
        self._card = card
        self._fill(card)
        self._stack.setCurrentWidget(self._face)
        announce(self, self.accessibleName(), urgent=bool(card.blocks))

    def show_nobody(self) -> None:
        self._card = None
        self._stack.setCurrentWidget(self._nobody)
        self.retranslate()

    def card(self) -> MemberCard | None:
        """Who is shown, None while nobody is."""
        return self._card

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self._nobody.set_content("id", translate("MemberPanel", "Pindai kartu anggota, atau ketik namanya."))
        self._left_words.setText(translate("MemberPanel", "Sisa pinjam"))
        self._owed_words.setText(translate("MemberPanel", "Tunggakan"))
        self._loans_words.setText(translate("MemberPanel", "Dipinjam"))
        self._overdue_words.setText(translate("MemberPanel", "Terlambat"))
        self._notes_words.setText(translate("MemberPanel", "Catatan"))
        if self._card is not None:
            self._fill(self._card)
        else:
            self.setAccessibleName(self._nobody.sentence())

    def restyle(self) -> None:
        px = theme.current().px
        self.setFixedWidth(px(304))
        self._column.setContentsMargins(px(16), px(16), px(16), px(16))
        self._column.setSpacing(px(16))
        self._head.setSpacing(px(12))
        self._photo.setFixedSize(px(PHOTO_PX[0]), px(PHOTO_PX[1]))
        if self._card is not None:
            self._show_photo(self._card)

    def _build(self) -> None:
        self._column = QVBoxLayout(self._face)
        self._head = QHBoxLayout()
        self._photo = label("", "photo", self)
        self._photo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = label("", "heading", self, wrap=True)
        self._number = label("", "secondary", self)
        self._kind = ElidedLabel(self, role="secondary")
        self._validity = label("", "secondary", self)
        self._head.addWidget(self._photo, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(_stacked(self._name, self._number, self._kind, self._validity), 1)
        self._column.addLayout(self._head)
        self._banners = QVBoxLayout()
        self._banners.setSpacing(6)
        self._column.addLayout(self._banners)
        self._column.addLayout(self._build_figures())
        self._notes_words = label("", "caption", self)
        self._notes = label("", "body", self, wrap=True)
        self._column.addLayout(_stacked(self._notes_words, self._notes))
        self._column.addStretch(1)
        self._keys = QVBoxLayout()
        self._keys.setSpacing(6)
        self._column.addLayout(self._keys)

    def _build_figures(self) -> QGridLayout:
        self._left_words, self._owed_words = label("", "caption", self), label("", "caption", self)
        self._loans_words, self._overdue_words = label("", "caption", self), label("", "caption", self)
        self._left, self._left_of = label("", "number", self), label("", "secondary", self)
        self._owed = label("", "number", self)
        self._loans, self._overdue = label("", "heading", self), label("", "heading", self)
        quota = QHBoxLayout()
        quota.setSpacing(6)
        quota.addWidget(self._left, 0, Qt.AlignmentFlag.AlignBaseline)
        quota.addWidget(self._left_of, 1, Qt.AlignmentFlag.AlignBaseline)
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        grid.addWidget(self._left_words, 0, 0)
        grid.addWidget(self._owed_words, 0, 1)
        grid.addLayout(quota, 1, 0)
        grid.addWidget(self._owed, 1, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setRowMinimumHeight(2, 12)
        grid.addWidget(self._loans_words, 3, 0)
        grid.addWidget(self._overdue_words, 3, 1)
        grid.addWidget(self._loans, 4, 0)
        grid.addWidget(self._overdue, 4, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _fill(self, card: MemberCard) -> None:
        self._name.setText(card.name)
        self._number.setText(card.number)
        self._kind.setText(card.kind)
        self._validity.setText(card.validity)
        set_state(self._validity, tone=card.validity_state)
        self._left.setText(shown.count(card.remaining))
        set_state(self._left, tone="ok" if card.remaining > 0 and not card.blocks else "stop")
        self._left_of.setText(QCoreApplication.translate("MemberPanel", "dari {limit}").format(limit=card.limit))
        self._owed.setText(shown.rupiah(card.owed_rp))
        set_state(self._owed, tone="stop" if card.owed_rp else "quiet", role="title")
        self._loans.setText(shown.count(card.loans))
        self._overdue.setText(shown.count(card.overdue))
        set_state(self._overdue, tone="stop" if card.overdue else "quiet")
        self._notes.setText("\n".join(card.notes))
        self._notes.setVisible(bool(card.notes))
        self._notes_words.setVisible(bool(card.notes))
        self._show_photo(card)
        if (card.blocks, card.warnings) != self._lines:
            self._lines = card.blocks, card.warnings
            stops = [_line(text, "stop") for text in card.blocks]
            _refill(self._banners, stops + [_line(text, "warn") for text in card.warnings])
        if card.keys != self._hints:
            self._hints = card.keys
            _refill(self._keys, [KeyHint(key=key, text=text) for key, text in card.keys])
        self.setAccessibleName(self._spoken(card))

    def _spoken(self, card: MemberCard) -> str:
        figures = f"{self._left_words.text()} {card.remaining} {self._left_of.text()}"
        owed = f"{self._owed_words.text()} {shown.rupiah(card.owed_rp)}"
        parts = (card.name, card.kind, card.validity, *card.blocks, *card.warnings, figures, owed, *card.notes)
        return ". ".join(part for part in parts if part)

    def _show_photo(self, card: MemberCard) -> None:
        self._photo.setAccessibleName(card.name)
        picture = QPixmap()
        if card.photo and picture.loadFromData(card.photo):
            self._photo.setPixmap(_rounded(picture, self._photo, theme.current().px(6)))
        else:
            self._photo.setPixmap(QPixmap())
            self._photo.setText(shown.initials(card.name))


def _stacked(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    for widget in widgets:
        column.addWidget(widget)
    return column


def _line(text: str, tone: Tone) -> QWidget:
    """A block or warning: solid ground, sign and sentence, not to be overlooked."""
    frame = LiveFrame(role="banner")
    frame.setProperty("kind", tone)
    row = QHBoxLayout(frame)
    row.setContentsMargins(10, 8, 10, 8)
    row.setSpacing(8)
    row.addWidget(
        IconLabel(frame, name=TONE_ICONS[tone], token="on-stop" if tone == "stop" else tone),
        0,
        Qt.AlignmentFlag.AlignTop,
    )
    row.addWidget(label(text, "body", frame, wrap=True), 1)
    frame.setAccessibleName(text)
    return frame


def _refill(layout: QVBoxLayout, widgets: list[QWidget]) -> None:
    while (item := layout.takeAt(0)) is not None:
        if old := item.widget():
            old.hide()
            old.deleteLater()
    for widget in widgets:
        layout.addWidget(widget)


def _rounded(picture: QPixmap, target: QLabel, radius: int) -> QPixmap:
    """Cut to the frame's shape, at the screen's own sharpness."""
    ratio = target.devicePixelRatioF()
    size = target.size() * ratio
    scaled = picture.scaled(
        size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    cut = QPixmap(size)
    cut.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    path.addRoundedRect(0, 0, size.width(), size.height(), radius * ratio, radius * ratio)
    painter = QPainter(cut)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(path)
    painter.drawPixmap((size.width() - scaled.width()) // 2, (size.height() - scaled.height()) // 2, scaled)
    painter.end()
    cut.setDevicePixelRatio(ratio)
    return cut
