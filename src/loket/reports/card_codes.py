"""The code on a card as black rectangles in whole dots of a card printer, so that nothing has to blur them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode
from reportlab.graphics.barcode.code128 import Code128

from loket.domain.errors import InvalidInput
from loket.reports.pdf import POINTS_PER_MM

DPI = 300  # of card printers
DOT_MM = 25.4 / DPI
DOT_PT = 72 / DPI
LEAST_DOTS = 3  # 0.254 mm: what a cheap scanner reads surely
MOST_DOTS = 4  # wider bars only make the code long
CODE128_QUIET, QR_QUIET = 10, 4  # white modules on each side, as the standards demand
Rect = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Bars:
    """Rectangles (x, y, w, h) in dots from the top left of the code itself; around it lies `quiet` of white."""

    rects: tuple[Rect, ...]
    width: int
    height: int
    module: int
    quiet: int


TEXT_LINE = 1.3  # of the size: the code in letters below its bars
Room = tuple[float, float]


def code_room(w_mm: float, h_mm: float, kind: str, text_pt: float) -> Room:
    """Width and height left for the symbol: Code 128 lying down has the code in letters below it, QR beside it."""
    if kind == "qr" or h_mm > w_mm:
        return w_mm, h_mm
    return w_mm, h_mm - text_pt * TEXT_LINE / POINTS_PER_MM


def to_dots(mm: float) -> int:
    """Whole dots nearest to a measure."""
    return round(mm / DOT_MM)


def whole_dots(mm: float) -> int:
    """Dots that surely fit."""
    return math.floor(mm / DOT_MM + 1e-6)


def bars_for(code: str, kind: str, w_mm: float, h_mm: float) -> Bars:
    """The code in the largest modules that leave its quiet zones in the box; upright in a box higher than wide.

    Raises InvalidInput("code", "card_code_unprintable" | "card_code_too_long"), the latter with `need_mm`.
    """
    if not code or any(not " " <= letter <= "~" for letter in code):
        raise InvalidInput("code", "card_code_unprintable", value=code)
    wide, high = whole_dots(w_mm), whole_dots(h_mm)
    if kind == "qr":
        return _qr(code, min(wide, high))
    if high > wide:
        lying = _code128(code, high, wide)
        turned = tuple((y, lying.width - x - w, h, w) for x, y, w, h in lying.rects)  # read from the bottom up
        return Bars(turned, lying.height, lying.width, lying.module, lying.quiet)
    return _code128(code, wide, high)


def _code128(code: str, room: int, height: int) -> Bars:
    runs = list(code128_runs(code))
    modules = sum(width for _, width in runs)
    module = min(MOST_DOTS, room // (modules + 2 * CODE128_QUIET))
    if module < LEAST_DOTS:
        raise _too_long(code, (modules + 2 * CODE128_QUIET) * LEAST_DOTS)
    rects, x = [], 0
    for black, width in runs:
        if black:
            rects.append((x * module, 0, width * module, height))
        x += width
    return Bars(tuple(rects), modules * module, height, module, CODE128_QUIET * module)


def code128_runs(code: str) -> Iterator[tuple[bool, int]]:
    """(black, modules): reportlab writes a symbol as letters, capitals for black and small ones for white."""
    symbol = Code128(code, quiet=False)
    symbol.validate()
    symbol.encode()
    symbol.decompose()
    for letter in symbol.decomposed:
        yield letter.isupper(), ord(letter.lower()) - ord("a") + 1


def _qr(code: str, room: int) -> Bars:
    matrix = qr_matrix(code)
    side = len(matrix)
    module = room // (side + 2 * QR_QUIET)
    if module < LEAST_DOTS:
        raise _too_long(code, (side + 2 * QR_QUIET) * LEAST_DOTS)
    rects = [
        (x * module, y * module, width * module, module) for y, row in enumerate(matrix) for x, width in stretches(row)
    ]
    return Bars(tuple(rects), side * module, side * module, module, QR_QUIET * module)


def qr_matrix(code: str) -> list[list[bool]]:
    """Which modules are black, row by row, without the white around."""
    symbol = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    symbol.add_data(code)
    symbol.make(fit=True)
    matrix: list[list[bool]] = symbol.get_matrix()
    return matrix


def stretches(row: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """Where black begins in a row, and how far it goes."""
    start = None
    at = -1
    for at, black in enumerate(row):
        if black and start is None:
            start = at
        if not black and start is not None:
            yield start, at - start
            start = None
    if start is not None:
        yield start, at + 1 - start


def _too_long(code: str, dots: int) -> InvalidInput:
    return InvalidInput("code", "card_code_too_long", value=code, need_mm=f"{math.ceil(dots * DOT_MM * 10) / 10:.1f}")
