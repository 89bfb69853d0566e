"""Barcode label sheets: one PDF page per sheet of sticky labels, Code 128 in pure black.

All measures of a layout are millimetres on paper, from the top left corner. The bars are whole printer dots wide and
start on a dot, so that no printer has to blur them. A code that would get bars thinner than MIN_MODULE_MM is refused
instead of printed: a scanner could not read it.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from io import BytesIO
from pathlib import Path

from reportlab.graphics.barcode.code128 import Code128
from reportlab.pdfgen.canvas import Canvas

from loket.reports.pdf import HELVETICA, Fonts, clip, points, printable, wrap

MIN_MODULE_MM = 0.25  # narrowest bar a cheap laser scanner reads from laser print
MAX_MODULE_MM = 0.45  # wider bars only make the code outgrow the scanner's field
QUIET_MODULES = 10  # white on both sides, as Code 128 demands
LINE_SPACING = 1.25  # line height in text sizes
BASELINE = 0.27  # of the text size, from the bottom of a line: keeps letters clear of the bars
MM_PER_INCH = 25.4
SLACK_MM = 0.01  # rounding in layouts written by hand
_MAY_BE_ZERO = ("margin_left_mm", "margin_top_mm", "gap_x_mm", "gap_y_mm", "padding_mm")


@dataclass(frozen=True, slots=True)
class LabelLayout:
    """A sheet of labels. Millimetres, except counts, `dpi` (printer dots per inch) and `show_…`.

    `text_mm` is the size of the letters, `padding_mm` the white kept inside each label, `barcode_h_mm` the height of
    the bars. `name` and `note` are shown to the operator.
    """

    name: str
    page_w_mm: float
    page_h_mm: float
    margin_left_mm: float
    margin_top_mm: float
    columns: int
    rows: int
    label_w_mm: float
    label_h_mm: float
    gap_x_mm: float
    gap_y_mm: float
    padding_mm: float
    text_mm: float
    barcode_h_mm: float
    dpi: int
    show_library: bool
    show_call_number: bool
    show_title: bool
    note: str = ""

    @property
    def per_sheet(self) -> int:
        return self.columns * self.rows

    @property
    def line_mm(self) -> float:
        return self.text_mm * LINE_SPACING

    @property
    def title_lines(self) -> int:
        """Lines left for the title below everything else, two at most."""
        if not self.show_title:
            return 0
        left = self.label_h_mm - 2 * self.padding_mm - self._fixed_mm()
        return min(2, math.floor((left + SLACK_MM) / self.line_mm))

    @property
    def contents_h_mm(self) -> float:
        """Height of the block that stands in the middle of a label; the same for all labels of a sheet."""
        return self._fixed_mm() + self.title_lines * self.line_mm

    def _fixed_mm(self) -> float:
        """Height of what every label carries: bars, the code in letters, and the lines switched on."""
        return self.barcode_h_mm + self.line_mm * (1 + self.show_library + self.show_call_number)

    def validate(self) -> None:
        """Raise LayoutError where the labels do not fit the page or the contents do not fit a label."""
        self._check_sizes()
        width = self.margin_left_mm + self.columns * self.label_w_mm + (self.columns - 1) * self.gap_x_mm
        height = self.margin_top_mm + self.rows * self.label_h_mm + (self.rows - 1) * self.gap_y_mm
        if width > self.page_w_mm + SLACK_MM:
            raise LayoutError("labels_wider_than_page", self.name, need_mm=round(width, 2), have_mm=self.page_w_mm)
        if height > self.page_h_mm + SLACK_MM:
            raise LayoutError("labels_higher_than_page", self.name, need_mm=round(height, 2), have_mm=self.page_h_mm)
        need = self._fixed_mm() + self.show_title * self.line_mm + 2 * self.padding_mm
        if need > self.label_h_mm + SLACK_MM:
            raise LayoutError("contents_higher_than_label", self.name, need_mm=round(need, 2), have_mm=self.label_h_mm)

    def _check_sizes(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, str | bool):
                continue
            may_be_zero = field.name in _MAY_BE_ZERO
            if not math.isfinite(value) or value < 0 or (value == 0 and not may_be_zero):
                raise LayoutError("bad_measure", self.name, field=field.name, value=value)


@dataclass(frozen=True, slots=True)
class Label:
    """What one label says."""

    barcode: str
    call_number: str = ""
    title: str = ""


class LayoutError(Exception):
    """A layout that cannot be used; `code` keys the sentence, `layout` names it, `params` fill the sentence."""

    def __init__(self, code: str, layout: str, **params: object) -> None:
        super().__init__(code, layout, params)
        self.code = code
        self.layout = layout
        self.params = params


class LabelTooNarrow(Exception):  # noqa: N818 - named as the desk says it: the label is too narrow for this code
    """The code needs more width than the label has; `need_mm` is the least label width it could be read from."""

    def __init__(self, barcode: str, layout: LabelLayout, need_mm: float) -> None:
        super().__init__(barcode, layout.name, need_mm)
        self.barcode = barcode
        self.layout = layout
        self.need_mm = need_mm


class UnprintableCodeError(Exception):
    """The code is empty or holds something Code 128 cannot carry, such as "é" or a line break."""

    def __init__(self, barcode: str) -> None:
        super().__init__(barcode)
        self.barcode = barcode


def load_layout(file: Path) -> LabelLayout:
    """Read one layout file and check it. Raises LayoutError, also for unknown or missing entries."""
    try:
        entries = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LayoutError("unreadable", file.stem, reason=str(error)) from error
    known = {field.name: field.type for field in fields(LabelLayout)}
    unknown = sorted(set(entries) - set(known))
    missing = sorted(set(known) - set(entries) - {"note"})
    if unknown or missing:
        raise LayoutError("wrong_entries", file.stem, unknown=unknown, missing=missing)
    for key, value in entries.items():
        if not _is_of_type(value, str(known[key])):
            raise LayoutError("bad_measure", file.stem, field=key, value=value)
    layout = LabelLayout(**entries)
    layout.validate()
    return layout


def _is_of_type(value: object, wanted: str) -> bool:
    if wanted == "float":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value).__name__ == wanted


def load_layouts(folder: Path) -> dict[str, LabelLayout]:
    """All layouts of a folder by file name without ".toml", in that order. Raises LayoutError."""
    return {file.stem: load_layout(file) for file in sorted(folder.glob("*.toml"))}


def label_sheet(
    labels: Sequence[Label], layout: LabelLayout, start_at: int = 0, library: str = "", fonts: Fonts = HELVETICA
) -> bytes:
    """The labels as PDF, row by row, beginning at place `start_at` (from 0) of the first sheet.

    Raises LayoutError, LabelTooNarrow, UnprintableCodeError before anything is drawn, and ValueError when there is no
    label or `start_at` is not a place of the sheet.
    """
    layout.validate()
    if not labels:
        raise ValueError("no labels to print")
    if not 0 <= start_at < layout.per_sheet:
        raise ValueError(f"place {start_at} is not on a sheet of {layout.per_sheet}")
    codes = [_fit_code(label.barcode, layout) for label in labels]
    out = BytesIO()
    canvas = _canvas(out, layout)
    for place, (label, code) in enumerate(zip(labels, codes, strict=True), start=start_at):
        if place > start_at and place % layout.per_sheet == 0:
            canvas.showPage()
        _draw_label(canvas, layout, place % layout.per_sheet, label, code, library, fonts)
    canvas.save()
    return out.getvalue()


def _canvas(out: BytesIO, layout: LabelLayout) -> Canvas:
    page = (points(layout.page_w_mm), points(layout.page_h_mm))
    canvas = Canvas(out, pagesize=page, pageCompression=1, invariant=1)
    canvas.setTitle(f"Label {layout.name}")
    canvas.setCreator("Loket")
    canvas.setViewerPreference("PrintScaling", "None")  # "fit to page" would move every label
    return canvas


def _fit_code(barcode: str, layout: LabelLayout) -> Code128:
    """The code with the widest bars that leave its quiet zones on the label, in whole printer dots."""
    if not barcode or any(not " " <= letter <= "~" for letter in barcode):
        raise UnprintableCodeError(barcode)
    dot_mm = MM_PER_INCH / layout.dpi
    modules = round(Code128(barcode, barWidth=1, quiet=False).width) + 2 * QUIET_MODULES
    least = math.ceil(MIN_MODULE_MM / dot_mm - 1e-6)
    most = max(least, math.floor(MAX_MODULE_MM / dot_mm))
    room = layout.label_w_mm - dot_mm  # the first bar is moved to the next dot
    dots = min(most, math.floor(room / (modules * dot_mm)))
    if dots < least:
        raise LabelTooNarrow(barcode, layout, round(modules * least * dot_mm + dot_mm, 1))
    return Code128(barcode, barWidth=points(dots * dot_mm), barHeight=points(layout.barcode_h_mm), quiet=False)


def _draw_label(
    canvas: Canvas, layout: LabelLayout, place: int, label: Label, code: Code128, library: str, fonts: Fonts
) -> None:
    """Library, bars, code in letters, call number, title: top down, centred, the block in the label's middle."""
    row, column = divmod(place, layout.columns)
    left_mm = layout.margin_left_mm + column * (layout.label_w_mm + layout.gap_x_mm)
    top_mm = layout.margin_top_mm + row * (layout.label_h_mm + layout.gap_y_mm)
    above = [(library, fonts.regular)] if layout.show_library else []
    below = [(label.barcode, fonts.regular)]
    if layout.show_call_number:
        below.append((label.call_number, fonts.bold))
    text = _Text(canvas, layout, left_mm + layout.label_w_mm / 2)
    title = text.title(label.title, fonts.regular)
    text.y_mm = top_mm + (layout.label_h_mm - layout.contents_h_mm) / 2
    for words, font in above:
        text.line(words, font)
    dot_mm = MM_PER_INCH / layout.dpi
    bars_mm = code.width / points(1)
    x_mm = math.ceil((left_mm + (layout.label_w_mm - bars_mm) / 2) / dot_mm - 1e-6) * dot_mm
    code.drawOn(canvas, points(x_mm), points(layout.page_h_mm - text.y_mm - layout.barcode_h_mm))
    text.y_mm += layout.barcode_h_mm
    for words, font in below:
        text.line(words, font)
    for words in title:
        text.line(words, fonts.regular)


class _Text:
    """Writes centred lines downwards from `y_mm`, each clipped to the label's inner width."""

    def __init__(self, canvas: Canvas, layout: LabelLayout, middle_mm: float) -> None:
        self.y_mm = 0.0
        self._canvas = canvas
        self._layout = layout
        self._middle_mm = middle_mm
        self._size_pt = points(layout.text_mm)
        self._width_pt = points(layout.label_w_mm - 2 * layout.padding_mm)

    def title(self, text: str, font: str) -> list[str]:
        return wrap(printable(text, font), font, self._size_pt, self._width_pt, self._layout.title_lines)

    def line(self, text: str, font: str) -> None:
        """Write one line and move down, also when the text is empty: labels of one sheet look alike."""
        self.y_mm += self._layout.line_mm
        baseline_mm = self._layout.page_h_mm - self.y_mm + BASELINE * self._layout.text_mm
        shown = clip(printable(text, font), font, self._size_pt, self._width_pt)
        self._canvas.setFont(font, self._size_pt)
        self._canvas.drawCentredString(points(self._middle_mm), points(baseline_mm), shown)
