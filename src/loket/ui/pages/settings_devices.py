"""What is plugged into this computer: one part below the other, each a section of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket.ui import theme
from loket.ui.pages.settings_camera import CameraSection
from loket.ui.pages.settings_card_printer import CardPrinterSection
from loket.ui.pages.settings_parts import Section
from loket.ui.pages.settings_receipt_printer import ReceiptPrinterSection
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP
from loket.ui.widgets import label

PARTS: tuple[type[Section], ...] = (CameraSection, CardPrinterSection, ReceiptPrinterSection)


class DevicesSection(Section):
    """Its parts say, read and save for themselves."""

    TITLE = QT_TRANSLATE_NOOP("Settings", "Perangkat")
    ABOUT = QT_TRANSLATE_NOOP("Settings", "Hanya untuk komputer ini.")
    ICON = "camera"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.current().px(12), 0)
        column.setSpacing(theme.current().px(12))
        self.parts: list[Section] = []
        self._headings = []
        for kind in PARTS:
            heading, part = label("", "title", self), kind(shell, self)
            part.said.connect(self.said)
            self._headings.append(heading)
            self.parts.append(part)
            column.addWidget(heading)
            column.addWidget(part)
            column.addSpacing(theme.current().px(12))
        column.addStretch(1)
        self.retranslate()

    def activate(self) -> None:
        for part in self.parts:
            part.activate()

    def retranslate(self) -> None:
        for heading, part in zip(self._headings, self.parts, strict=True):
            heading.setText(part.title())
