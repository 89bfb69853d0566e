"""The look: complete themes, readable pairs, no colour outside them, live switching, one typeface."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from loket.devices import resources
from loket.ui import fonts, theme

STATES = ("ok", "warn", "stop", "info")
PAIRS = [  # text on ground
    *((text, ground) for text in ("ink", "ink-2", "accent", *STATES) for ground in ("surface", "surface-2")),
    *((text, ground) for text in ("ink", "ink-2") for ground in ("surface-3", "hover", *(f"{s}-soft" for s in STATES))),
    *((state, f"{state}-soft") for state in STATES),
    ("stop", "hover"),
    ("on-accent", "accent"),
    ("on-accent", "accent-hover"),
    ("accent", "accent-soft"),
    ("on-selection", "selection"),
    ("on-ok", "ok"),
    ("on-warn", "warn"),
    ("on-info", "info"),
    ("on-stop", "stop-fill"),
    ("surface", "ink"),  # tooltips
]
SHAPES = [("line-strong", "surface"), ("line-strong", "surface-2"), ("focus", "surface"), ("focus", "surface-2")]
ROOT = Path(__file__).resolve().parents[2]


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", theme.NAMES)
def test_every_text_can_be_read_on_its_ground(name: str) -> None:
    colours = theme.load_tokens(name)
    least = 7.0 if name == "contrast" else 4.5
    weak = {
        f"{text} on {ground}": round(contrast(colours[text], colours[ground]), 2)
        for text, ground in PAIRS
        if contrast(colours[text], colours[ground]) < least
    }
    assert not weak


@pytest.mark.parametrize("name", theme.NAMES)
def test_borders_and_focus_can_be_seen(name: str) -> None:
    colours = theme.load_tokens(name)
    assert not [pair for pair in SHAPES if contrast(colours[pair[0]], colours[pair[1]]) < 3.0]


def test_the_three_themes_have_the_same_tokens() -> None:
    sets = [set(theme.load_tokens(name)) for name in theme.NAMES]
    assert sets[0] == sets[1] == sets[2]
    for name in theme.NAMES:
        assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in theme.load_tokens(name).values())


def test_no_colour_is_written_anywhere_else() -> None:
    files = [
        *(ROOT / "src" / "loket" / "ui").rglob("*.py"),
        *(ROOT / "ui").rglob("*.ui"),
        resources.path("theme", "loket.qss"),
    ]
    literal = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b|\brgba?\(|QColor\(\d|GlobalColor\.(?!transparent)")
    found = [f"{file.name}: {match[0]}" for file in files for match in literal.finditer(file.read_text("utf-8"))]
    assert len(files) > 10
    assert not found


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_style_sheet_is_filled_completely(qapp: QApplication, name: str, scale: float) -> None:
    theme.current().use(name=name, scale=scale)
    sheet = qapp.styleSheet()
    assert not re.search(r"\{[a-z0-9:.-]+\}", sheet)
    assert theme.current().colour("accent") in sheet
    for image in re.findall(r"url\(([^)]+)\)", sheet):
        assert Path(image).is_file()


def test_a_word_no_theme_has_is_an_error() -> None:
    with pytest.raises(KeyError, match="no theme has"):
        theme.current().fill("QLabel { color: {pink-ish}; }")
    with pytest.raises(ValueError, match="no theme named"):
        theme.current().use(name="pink")


def test_switching_restyles_open_windows_and_says_so(qtbot: QtBot) -> None:
    look = theme.current()
    shown = QLabel("Dipinjam")
    qtbot.addWidget(shown)
    shown.show()
    before = (shown.palette().windowText().color().name().upper(), shown.sizeHint().height())
    with qtbot.waitSignal(look.changed):
        look.use(name="dark", scale=2.0)
    after = (shown.palette().windowText().color().name().upper(), shown.sizeHint().height())
    assert before[0] == theme.load_tokens("light")["ink"]
    assert after[0] == theme.load_tokens("dark")["ink"]
    assert after[1] > 1.7 * before[1]
    with qtbot.assertNotEmitted(look.changed):
        look.use(name="dark", scale=2.0)


def test_sizes_follow_the_scale_and_never_vanish() -> None:
    look = theme.current()
    look.use(scale=1.25)
    assert (look.px(8), look.px(0), look.px(0.1), look.points(22)) == (10, 0, 1, 27.5)
    assert look.fill("{14px-1} {8px} {22pt}") == "17px 10px 27.50pt"
    look.use(scale=50)
    assert look.scale == theme.LARGEST


def spread(font: QFont) -> float:
    """How far the widths of the ten figures, four in a row, are apart, in pixels."""
    widths = [QFontMetricsF(font).horizontalAdvance(digit * 4) for digit in "0123456789"]
    return max(widths) - min(widths)


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold, QFont.Weight.Bold])
def test_the_typeface_is_ours_and_figures_stand_in_columns(weight: QFont.Weight) -> None:
    font = fonts.font(22, weight)
    assert QFontInfo(font).family() == "Inter"
    assert QFontInfo(font).weight() == weight
    assert spread(font) < 0.3
    font.unsetFeature(QFont.Tag("tnum"))
    assert spread(font) > 5  # without the feature they would not


def test_licences_travel_with_fonts_and_icons() -> None:
    assert "SIL OPEN FONT LICENSE" in resources.path("fonts", "OFL.txt").read_text("utf-8")
    assert "MIT License" in resources.path("icons", "LICENSE.txt").read_text("utf-8")
