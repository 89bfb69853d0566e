"""What every PDF of Loket shares: millimetres, fonts, and text that fits its place.

Values in, bytes out: callers say where the font files lie. reportlab is imported by this module only when a report is
made, because loading it takes longer than the counter may wait at start-up.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

POINTS_PER_MM = 72 / 25.4
ELLIPSIS = "…"
rl_config.useA85 = 0  # streams as bytes: as text, the usual setting, photos would take a quarter more


def points(mm: float) -> float:
    """Millimetres in PDF points."""
    return mm * POINTS_PER_MM


@dataclass(frozen=True, slots=True)
class Fonts:
    """Names under which reportlab knows the fonts of a report."""

    regular: str
    bold: str


HELVETICA = Fonts("Helvetica", "Helvetica-Bold")  # built into every PDF reader; Latin-1 letters only


def load_fonts(folder: Path) -> Fonts:
    """Register Inter from the folder for embedding; Helvetica where its TrueType files are missing or unusable.

    Expects `Inter-Regular.ttf` and `Inter-Bold.ttf`; without a bold file the regular one serves for both.
    """
    regular = _register("Loket", folder / "Inter-Regular.ttf")
    if regular is None:
        return HELVETICA
    return Fonts(regular, _register("Loket-Bold", folder / "Inter-Bold.ttf") or regular)


def load_weights(folder: Path) -> dict[str, str]:
    """Font names by weight: regular, medium, semibold, bold. The nearest one where a file is missing."""
    fonts = load_fonts(folder)
    return {
        "regular": fonts.regular,
        "medium": _register("Loket-Medium", folder / "Inter-Medium.ttf") or fonts.regular,
        "semibold": _register("Loket-SemiBold", folder / "Inter-SemiBold.ttf") or fonts.bold,
        "bold": fonts.bold,
    }


def _register(name: str, file: Path) -> str | None:
    """Make a TrueType file known to reportlab; None where it is missing or has CFF outlines (refused there)."""
    if name in pdfmetrics.getRegisteredFontNames() and pdfmetrics.getFont(name).face.filename == str(file):
        return name
    try:
        pdfmetrics.registerFont(TTFont(name, str(file)))
    except (TTFError, OSError):
        return None
    return name


def printable(text: str, font: str) -> str:
    """The text in letters the font has: others lose their accents ("ḥadīṡ" → "hadis"), else become "?".

    Line breaks and other control characters become spaces. Nothing is dropped silently.
    """
    has = _letters_of(font)
    out = []
    for letter in unicodedata.normalize("NFC", text):
        if unicodedata.category(letter).startswith("C") or letter.isspace():
            out.append(" ")
        elif has(letter):
            out.append(letter)
        else:
            plain = "".join(part for part in unicodedata.normalize("NFKD", letter) if has(part))
            out.append(plain or "?")
    return " ".join("".join(out).split())


def _letters_of(font: str) -> Callable[[str], bool]:
    known = pdfmetrics.getFont(font)
    if isinstance(known, TTFont):
        glyphs = known.face.charToGlyph
        return lambda letter: ord(letter) in glyphs

    def in_latin1(letter: str) -> bool:
        return letter.encode("cp1252", errors="ignore") != b""

    return in_latin1


def text_width(text: str, font: str, size_pt: float, tracking_pt: float = 0.0) -> float:
    """Width of one line in points, with `tracking_pt` of space after each letter."""
    return float(pdfmetrics.stringWidth(text, font, size_pt)) + tracking_pt * len(text)


def clip(text: str, font: str, size_pt: float, width_pt: float, tracking_pt: float = 0.0) -> str:
    """The text cut at the end with "…" so that it fits the width; unchanged when it fits."""
    if text_width(text, font, size_pt, tracking_pt) <= width_pt:
        return text
    low, high = 0, len(text)
    while low < high:  # the longest beginning that still fits with the ellipsis
        middle = (low + high + 1) // 2
        if text_width(text[:middle].rstrip() + ELLIPSIS, font, size_pt, tracking_pt) <= width_pt:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS


def wrap(text: str, font: str, size_pt: float, width_pt: float, max_lines: int, tracking_pt: float = 0.0) -> list[str]:
    """Break at spaces into at most `max_lines` lines; what is left over is clipped with "…"."""

    def fits(line: str) -> bool:
        return text_width(line, font, size_pt, tracking_pt) <= width_pt

    words = text.split()
    lines: list[str] = []
    while words and len(lines) < max_lines - 1:
        count = 1
        while count < len(words) and fits(" ".join(words[: count + 1])):
            count += 1
        lines.append(clip(" ".join(words[:count]), font, size_pt, width_pt, tracking_pt))
        words = words[count:]
    if words and max_lines > 0:
        lines.append(clip(" ".join(words), font, size_pt, width_pt, tracking_pt))
    return lines
