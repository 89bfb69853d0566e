"""What a tab is: a page with a name, an icon, a key, and texts that can change language."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from loket.domain.errors import DeviceError, InvalidInput, Refused, StorageError
from loket.services.house_codes import HouseCode
from loket.ui.shell import Shell
from loket.ui.texts import say


@runtime_checkable
class TakesCode(Protocol):
    """A page that a tag or slip, scanned anywhere, belongs to."""

    def take_code(self, code: HouseCode) -> None: ...


class Page(QWidget):
    """Base of all tabs. Subclasses build their form, then call `retranslate` once.

    Attributes:
        TITLE: Indonesian source text in context "Page". ICON: name of an icon. SHORTCUT: key that shows the page.
        ROLES: roles that may see the page; empty: everybody signed in.
    """

    TITLE: ClassVar[str] = ""
    ICON: ClassVar[str] = ""
    SHORTCUT: ClassVar[str] = ""
    ROLES: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell

    @classmethod
    def title(cls) -> str:
        return say("Page", cls.TITLE)

    def activate(self) -> None:
        """The page was brought to the front."""

    def retranslate(self) -> None:
        """Put all texts in the current language."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def on_key(view: QWidget, key: str, gesture: Callable[[], object]) -> None:
    """A key that is heard while the cursor is anywhere in this view."""
    shortcut = QShortcut(QKeySequence(key), view, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(gesture)


def demand_ours(error: Exception) -> None:
    """Raises what is none of our errors: a fault of the program is no answer to whoever works with it."""
    if not isinstance(error, (Refused, InvalidInput, StorageError, DeviceError)):
        raise error
