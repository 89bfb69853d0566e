"""What all widgets share: frames that follow language and theme, labels by role, drawings, text cut with "…"."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from loket.ui import icons, theme


class LiveFrame(QFrame):
    """A frame that says its words again when the language changes and takes its colours again when the theme does."""

    def __init__(self, parent: QWidget | None = None, *, role: str = "") -> None:
        super().__init__(parent)
        if role:
            self.setProperty("role", role)
        theme.current().changed.connect(self.restyle)

    def retranslate(self) -> None:
        """Override: set every text of the widget's own."""

    def restyle(self) -> None:
        """Override: set every size and colour the style sheet does not reach."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class Card(LiveFrame):
    """A white ground for one group of things. Cards do not stand in cards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="card")


class InsetFrame(LiveFrame):
    """A faintly darker ground, for what is beside the matter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="inset")


class HLine(QFrame):
    """A hairline. White space is better in most places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "line")
        self.setFixedHeight(1)


class IconLabel(QWidget):
    """One drawing in a theme colour, sharp on any screen. Decoration: the word beside it says the same."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "", token: str = "ink-2", size: int = 20) -> None:
        super().__init__(parent)
        self._name, self._token, self._size = name, token, size
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def set(self, name: str, token: str | None = None) -> None:
        self._name = name
        self._token = token or self._token
        self.update()

    def name(self) -> str:
        return self._name

    def token(self) -> str:
        return self._token

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._name:
            return
        side = theme.current().px(self._size)
        token = self._token if self.isEnabled() else "disabled"
        painter = QPainter(self)
        painter.drawPixmap(
            (self.width() - side) // 2,
            (self.height() - side) // 2,
            icons.pixmap(self._name, token, side, self.devicePixelRatioF(), fine=self._size >= 64),
        )
        painter.end()

    def _restyle(self) -> None:
        side = theme.current().px(self._size)
        self.setFixedSize(side, side)
        self.update()


class ElidedLabel(QLabel):
    """One line that ends in "…" where it has no room; the whole text is then its tooltip."""

    def __init__(self, parent: QWidget | None = None, *, text: str = "", role: str = "body") -> None:
        super().__init__(parent)
        self._full = ""
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._full = text
        self.setAccessibleName(text)
        self._elide()

    def full_text(self) -> str:
        return self._full

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._full) + 2, hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, self.contentsRect().width())
        if shown != self.text():
            super().setText(shown)
        self.setToolTip(self._full if shown != self._full else "")


def label(text: str = "", role: str = "body", parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    """A label of one of the roles of the style sheet. Its text is never read as markup: titles may hold "<" and "&"."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


def set_state(widget: QWidget, **properties: object) -> None:
    """Set properties the style sheet looks at (role, tone, kind, active …), and restyle only when one changed."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if not changed:
        return
    for one in (widget, *widget.findChildren(QWidget)):
        one.style().unpolish(one)
        one.style().polish(one)
    widget.update()


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say this, without moving the focus."""
    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
