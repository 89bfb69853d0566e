"""The list of steps at the side of the assistant: done, here, still to come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loket.ui.widgets import IconLabel, LiveFrame, label, set_state


class StepList(LiveFrame):
    """Shows where one is; it is no menu, so that no step is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 0)
        self._column.setSpacing(14)
        self._lines: list[tuple[IconLabel, QWidget]] = []

    def set_steps(self, titles: Sequence[str], current: int) -> None:
        while len(self._lines) < len(titles):
            self._add()
        for number, (title, (icon, words)) in enumerate(zip(titles, self._lines, strict=True)):
            done, here = number < current, number == current
            icon.set("circle-check" if done else "chevron-right" if here else "minus", "ok" if done else "accent")
            words.setText(f"{number + 1}. {title}")  # type: ignore[attr-defined]
            set_state(words, role="heading" if here else "body" if done else "secondary")
        self.setAccessibleName(titles[current])

    def _add(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        icon, words = IconLabel(self, token="accent", size=20), label("", "secondary", self)
        row.addWidget(icon)
        row.addWidget(words, 1)
        self._column.addLayout(row)
        self._lines.append((icon, words))
