"""The gallery is drawn, and no word in it is cut off: light at 100 %, dark at 125 %, high contrast at 200 %."""

from pathlib import Path

import gallery
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from loket.ui import theme
from loket.ui.widgets import ElidedLabel

LOOKS = [("light", 1.0), ("dark", 1.25), ("contrast", 2.0)]


def cut_off(page: QWidget) -> list[str]:
    """Words that have less room than they need, though nothing says "…"."""
    words = [child for kind in (QLabel, QPushButton) for child in page.findChildren(kind)]
    return [
        f"{child.text()!r} has {child.width()}×{child.height()}, needs {child.minimumSizeHint().toTuple()}"
        for child in words
        if child.isVisible()
        and child.text()
        and not isinstance(child, ElidedLabel)
        and (child.width() < child.minimumSizeHint().width() or child.height() < needed_height(child))
    ]


def needed_height(child: QLabel | QPushButton) -> int:
    if isinstance(child, QLabel) and child.wordWrap():
        return child.heightForWidth(child.width())
    return child.fontMetrics().height() - 2


@pytest.mark.parametrize(("name", "scale"), LOOKS)
@pytest.mark.parametrize("scene", gallery.SCENES)
def test_no_word_is_cut_off(qtbot: QtBot, name: str, scale: float, scene: str) -> None:
    theme.current().use(name=name, scale=scale)
    page = gallery.SCENES[scene]()
    qtbot.addWidget(page)
    page.resize(gallery.SCREEN if scale < 2 else gallery.SCREEN * 1.6)
    page.show()
    QApplication.processEvents()
    assert not cut_off(page)


def test_the_pictures_are_drawn_in_the_theme_s_own_colours(qapp: QApplication, tmp_path: Path) -> None:
    pictures = list(gallery.render(tmp_path, ("dark",), (1.0,)))
    assert len(pictures) == len(gallery.SCENES)
    for picture in pictures:
        image = QImage(str(picture))
        assert image.width() >= gallery.SCREEN.width()
        assert image.pixelColor(2, image.height() // 2).name().upper() == theme.load_tokens("dark")["surface"]
