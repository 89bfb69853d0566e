"""Amounts on paper: Indonesian thousands, and digits of one width so that columns of money stand in line."""

from __future__ import annotations

import struct
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFile
from reportlab.pdfgen.canvas import Canvas

from loket.domain.wording import rupiah as rupiah
from loket.domain.wording import short_date as short_date
from loket.domain.wording import thousands as thousands
from loket.reports.pdf import text_width

DIGITS = "0123456789"
SINGLE = 1  # kind of lookup: one glyph for another


def figures_width(text: str, font: str, size: float) -> float:
    """Width in points, digits of one width; the closing bracket of what is below nought is not counted."""
    return text_width(text.removesuffix(")"), figures_font(font), size)


def draw_figures(page: Canvas, right: float, y: float, text: str, font: str, size: float) -> None:
    """The text ending at `right`. The closing bracket of what is below nought stands beyond: digits stay in line."""
    page.setFont(figures_font(font), size)
    page.drawString(right - figures_width(text, font, size), y, text)


def figures_font(font: str) -> str:
    """The font with digits of one width, under another name; the font itself where it has none of its own.

    Such digits are further glyphs of a font, which reportlab, knowing letters only, cannot choose by itself.
    """
    known = pdfmetrics.getFont(font)
    if not isinstance(known, TTFont):
        return font  # the fonts built into every reader have digits of one width
    return _with_figures(font, str(known.face.filename))


@cache
def _with_figures(font: str, file: str) -> str:
    face = TTFontFile(file)
    replaced = _tabular(face.get_table("GSUB")) if "GSUB" in face.table else {}
    tabular = TTFont(f"{font}-Figures", file)
    glyphs = {letter: replaced.get(tabular.face.charToGlyph.get(ord(letter), -1)) for letter in DIGITS}
    if any(glyph is None for glyph in glyphs.values()):
        return font
    em, measured = _short(face.get_table("head"), 18), _short(face.get_table("hhea"), 34)
    for letter, glyph in glyphs.items():
        advance = _short(face.get_table("hmtx"), 4 * min(glyph or 0, measured - 1))
        tabular.face.charToGlyph[ord(letter)] = glyph
        tabular.face.charWidths[ord(letter)] = advance * 1000 / em
    tabular.face.name += b"-Figures"  # reportlab takes fonts of one face name for one font
    pdfmetrics.registerFont(tabular)
    return str(tabular.fontName)


def _tabular(gsub: bytes) -> dict[int, int]:
    """Which glyph stands for which under "tnum" in a font's substitutions; {} where the font has no such."""
    features, lookups = _short(gsub, 6), _short(gsub, 8)
    found: dict[int, int] = {}
    for number in range(_short(gsub, features)):
        at = features + 2 + 6 * number
        if gsub[at : at + 4] != b"tnum":
            continue
        feature = features + _short(gsub, at + 4)
        for place in range(_short(gsub, feature + 2)):
            chosen = _short(gsub, feature + 4 + 2 * place)
            found |= _substitutions(gsub, lookups + _short(gsub, lookups + 2 + 2 * chosen))
    return found


def _substitutions(gsub: bytes, lookup: int) -> dict[int, int]:
    """One lookup of single glyphs, in both ways of writing it; {} for any other lookup."""
    found: dict[int, int] = {}
    if _short(gsub, lookup) != SINGLE:
        return found
    for place in range(_short(gsub, lookup + 4)):
        table = lookup + _short(gsub, lookup + 6 + 2 * place)
        covered = _covered(gsub, table + _short(gsub, table + 2))
        for number, glyph in enumerate(covered):
            by_distance = _short(gsub, table) == 1
            given = glyph + _short(gsub, table + 4) if by_distance else _short(gsub, table + 6 + 2 * number)
            found[glyph] = given % 0x10000
    return found


def _covered(gsub: bytes, table: int) -> list[int]:
    """The glyphs of a coverage table: listed one by one, or as ranges."""
    count = _short(gsub, table + 2)
    if _short(gsub, table) == 1:
        return [_short(gsub, table + 4 + 2 * number) for number in range(count)]
    ranges = [table + 4 + 6 * number for number in range(count)]
    return [glyph for at in ranges for glyph in range(_short(gsub, at), _short(gsub, at + 2) + 1)]


def _short(table: bytes, at: int) -> int:
    return int(struct.unpack_from(">H", table, at)[0])
