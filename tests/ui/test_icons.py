"""Icons: all can be drawn, in the colour asked for, sharp, and following the theme."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from loket.ui import icons, theme

ROOT = Path(__file__).resolve().parents[2]


def colours(picture: QPixmap) -> set[str]:
    """The fully opaque colours in a picture."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", icons.names())
def test_every_icon_is_drawn_in_its_token_s_colour(name: str) -> None:
    drawn = [QColor(colour) for colour in colours(icons.pixmap(name, "stop", 32))]
    wanted = theme.current().qcolor("stop")
    assert drawn
    for pixel in drawn:  # where two strokes cross, blending rounds by one or two steps
        off = (pixel.red() - wanted.red(), pixel.green() - wanted.green(), pixel.blue() - wanted.blue())
        assert max(map(abs, off)) <= 3, pixel.name()


def test_there_are_enough_and_an_unknown_one_is_an_error() -> None:
    assert len(icons.names()) >= 60
    with pytest.raises(FileNotFoundError):
        icons.icon("unicorn")


def test_every_icon_named_in_the_window_s_code_exists() -> None:
    source = "\n".join(file.read_text("utf-8") for file in (ROOT / "src" / "loket" / "ui").rglob("*.py"))
    named = set(re.findall(r"\b(?:icon|iconName)=\"([a-z0-9-]+)\"", source))
    assert named
    assert named <= set(icons.names())


def test_a_picture_is_as_sharp_as_its_screen() -> None:
    picture = icons.pixmap("book", "ink", 20, dpr=2.0)
    assert picture.size() == QSize(40, 40)
    assert picture.deviceIndependentSize().toSize() == QSize(20, 20)


def test_a_fine_drawing_has_thinner_lines() -> None:
    def ink(fine: bool) -> int:
        image = icons.pixmap("book", "ink", 96, fine=fine).toImage()
        return sum(image.pixelColor(x, y).alpha() for x in range(96) for y in range(96))

    assert ink(fine=True) < 0.75 * ink(fine=False)


def test_a_tinted_button_follows_the_theme_and_can_be_tinted_again(qtbot: QtBot) -> None:
    button = QPushButton("Cetak")
    qtbot.addWidget(button)
    icons.tint(button, "printer", "accent")
    theme.current().use(name="dark")
    assert colours(button.icon().pixmap(24)) == {theme.load_tokens("dark")["accent"]}
    icons.tint(button, "printer", "stop")
    theme.current().use(name="contrast")
    assert colours(button.icon().pixmap(24)) == {theme.load_tokens("contrast")["stop"]}


def test_a_form_drawn_in_designer_is_dressed_by_its_properties(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    column, plain, drawn = QVBoxLayout(form), QPushButton(), QPushButton()
    drawn.setProperty("iconName", "search")
    drawn.setProperty("iconToken", "info")
    column.addWidget(plain)
    column.addWidget(drawn)
    icons.dress(form)
    assert plain.icon().isNull()
    assert colours(drawn.icon().pixmap(24)) == {theme.current().colour("info")}


def test_a_dead_button_leaves_nothing_behind(qtbot: QtBot) -> None:
    for _ in range(20):
        button = QPushButton()
        icons.tint(button, "x")
        button.deleteLater()
    qtbot.wait(0)
    theme.current().use(name="dark")
