"""Plots of a recap, drawn so that they can be read on a black and white copy: patterns, and numbers at every bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from loket.domain.recap import Figures
from loket.domain.recap_paper import RecapPaper
from loket.domain.wording import MONTHS
from loket.reports import recap_row_words as rows
from loket.reports.figures import figures_font, thousands
from loket.reports.pdf import Fonts, clip, points, printable, text_width
from loket.reports.recap_words import row_title

LABEL, SMALL, SMALLEST = 6.6, 6.2, 4.6  # points
INK, GRID = 0.22, 0.85  # greys
LEGEND = points(4.2)
FOOT = points(4)  # below the bars, for their names
LEFT = points(9)  # of the axis, for its numbers
HATCH = 2.4  # points between the lines of a pattern
MOST_DAYS = 62  # drawn one by one; of longer periods each month is a bar


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of thing that is counted, with a number for each label. `pattern`: how its bars are filled, 0 to 3."""

    name: str
    numbers: tuple[int, ...]
    pattern: int = 0


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars with their names. `empty`: places of bars that stand for a day the library was closed."""

    labels: tuple[str, ...]
    series: tuple[Series, ...]
    empty: frozenset[int] = frozenset()

    @property
    def totals(self) -> tuple[int, ...]:
        return tuple(sum(numbers) for numbers in zip(*(one.numbers for one in self.series), strict=True))


# ---- what is drawn --------------------------------------------------------------------------------------------------


def hours_plot(figures: Figures) -> Plot:
    """Visitors by the hour they came, every hour between the first and the last, each kind in a pattern of its own."""
    counted = [int(row) for row in figures.rows("visitors_hour") if row.isdigit()]
    hours = range(min(counted), max(counted) + 1) if counted else range(0)
    names = tuple(f"{hour:02}" for hour in hours)
    series = tuple(
        Series(name, tuple(figures.of("visitors_hour", hour, kind) for hour in names), pattern)
        for pattern, (kind, name) in enumerate(rows.VISITORS.items())
        if figures.column_total("visitors_hour", kind)
    )
    return Plot(names, series)


def classes_plot(figures: Figures) -> Plot:
    """Loans by main class, in the order of the shelves."""
    classes = figures.rows("loans_class")
    numbers = tuple(figures.row_total("loans_class", row) for row in classes)
    return Plot(tuple(row_title("loans_class", row) for row in classes), (Series("Peminjaman", numbers),))


def by_time(paper: RecapPaper) -> bool:
    """Whether the paper has more than one day, and bars along them say something."""
    return len(paper.days) > 1


def by_month(paper: RecapPaper) -> bool:
    return len(paper.days) > MOST_DAYS


def days_plot(paper: RecapPaper, name: str, of: Sequence[int], pattern: int = 0) -> Plot:
    """A number of each day of the period, or the sum of each month of a long one."""
    if not by_month(paper):
        labels = tuple(str(day.on.day) for day in paper.days)
        closed = frozenset(place for place, day in enumerate(paper.days) if not day.is_open and not of[place])
        return Plot(labels, (Series(name, tuple(of), pattern),), closed)
    sums: dict[tuple[int, int], int] = {}
    for day, number in zip(paper.days, of, strict=True):
        sums[month_of(day.on)] = sums.get(month_of(day.on), 0) + number
    labels = tuple(MONTHS[month - 1][:3] for _, month in sums)
    return Plot(labels, (Series(name, tuple(sums.values()), pattern),))


def month_of(on: date) -> tuple[int, int]:
    return on.year, on.month


# ---- drawing --------------------------------------------------------------------------------------------------------


class ColumnPlot(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Standing bars, stacked where there are several series; the whole of each bar stands over it."""

    def __init__(self, plot: Plot, fonts: Fonts, width: float, height: float) -> None:
        super().__init__()
        self._plot, self._fonts = plot, fonts
        self.width, self.height = width, height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        plot, page = self._plot, self.canv
        legend = LEGEND if len(plot.series) > 1 else 0.0
        if legend:
            _draw_legend(page, plot.series, self._fonts, self.height - legend + 2, self.width)
        room = self.height - legend - FOOT - LABEL - 2
        top = nice_top(max(plot.totals, default=0))
        self._draw_axis(room, top)
        step = (self.width - LEFT) / max(1, len(plot.labels))
        for place, label in enumerate(plot.labels):
            self._draw_bar(place, label, LEFT + place * step, step, room / top)
        _greyed(page, INK)
        page.setLineWidth(0.8)
        page.line(LEFT, FOOT, self.width, FOOT)

    def _draw_axis(self, room: float, top: int) -> None:
        page = self.canv
        for part in range(5):
            y, number = FOOT + room * part / 4, top * part // 4
            page.setStrokeGray(GRID)
            page.setLineWidth(0.4)
            page.line(LEFT, y, self.width, y)
            page.setFillGray(INK)
            page.setFont(figures_font(self._fonts.regular), SMALL)
            page.drawRightString(LEFT - 3, y - SMALL * 0.35, thousands(number))

    def _draw_bar(self, place: int, label: str, x: float, step: float, scale: float) -> None:
        page, plot, middle, y = self.canv, self._plot, x + step / 2, FOOT
        wide = min(step * 0.68, points(9))
        for one in plot.series:
            tall = one.numbers[place] * scale
            draw_box(page, middle - wide / 2, y, wide, tall, one.pattern)
            y += tall
        page.setFillGray(0)
        number = plot.totals[place]
        if number:
            self._say_on_white(thousands(number), middle, y + 1.8, step - 0.6)
        elif place in plot.empty:
            self._say("x", middle, FOOT + 2, step, self._fonts.regular)
        self._say(label, middle, FOOT - SMALL - 1.5, step - 0.6, self._fonts.regular)

    def _say(self, text: str, middle: float, y: float, room: float, font: str) -> None:
        """Smaller where its bar is narrow, down to what can still be read; the rest may reach over."""
        size = max(SMALLEST, min(LABEL, LABEL * room / max(1.0, text_width(text, font, LABEL))))
        self.canv.setFont(font, size)
        self.canv.drawCentredString(middle, y, text)

    def _say_on_white(self, text: str, middle: float, y: float, room: float) -> None:
        """A number over its bar, where a line of the axis may run."""
        wide = min(room, text_width(text, self._fonts.bold, LABEL))
        self.canv.setFillGray(1)
        self.canv.rect(middle - wide / 2, y - 0.6, wide, LABEL * 0.86, stroke=0, fill=1)
        self.canv.setFillGray(0)
        self._say(text, middle, y, room, self._fonts.bold)


class BarPlot(Flowable):  # type: ignore[misc]
    """Lying bars, one below the other, with their names before and number and share behind them."""

    def __init__(self, plot: Plot, fonts: Fonts, width: float, height: float) -> None:
        super().__init__()
        self._plot, self._fonts = plot, fonts
        self.width, self.height = width, height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        page, numbers = self.canv, self._plot.totals
        whole, most = max(1, sum(numbers)), max(1, *numbers)
        named, told = points(31), points(17)
        step = self.height / max(1, len(numbers))
        for place, (label, number) in enumerate(zip(self._plot.labels, numbers, strict=True)):
            y = self.height - (place + 1) * step
            page.setFillGray(0)
            page.setFont(self._fonts.regular, LABEL)
            shown = clip(printable(label, self._fonts.regular), self._fonts.regular, LABEL, named - 3)
            page.drawRightString(named - 3, y + step / 2 - LABEL * 0.35, shown)
            long = (self.width - named - told) * number / most
            draw_box(page, named, y + step * 0.16, long, step * 0.68, self._plot.series[0].pattern)
            page.setFillGray(0)
            page.setFont(figures_font(self._fonts.regular), LABEL)
            said = f"{thousands(number)} ({share(number, whole)})" if number else "0"
            page.drawString(named + long + 2.5, y + step / 2 - LABEL * 0.35, said)
        _greyed(page, INK)
        page.setLineWidth(0.8)
        page.line(named, 0, named, self.height)


def share(part: int, whole: int) -> str:
    """ "12,5%"."""
    tenths = (part * 2000 + whole) // (2 * whole) if whole else 0
    return f"{tenths // 10},{tenths % 10}%"


def nice_top(most: int) -> int:
    """Where the axis ends: a round number that can be divided by four, and not much more than is needed."""
    power = 1
    while power * 100 < most:
        power *= 10
    steps = (4, 8, 12, 16, 20, 24, 32, 40, 60, 80, 100)
    return next((step * power for step in steps if step * power >= most), 100 * power)


def _greyed(page: Canvas, grey: float) -> None:
    page.setStrokeGray(grey)
    page.setFillGray(grey)


def draw_box(page: Canvas, x: float, y: float, width: float, height: float, pattern: int) -> None:
    """A bar: dark, hatched, light, or dotted. Nothing where it has no length."""
    if width <= 0 or height <= 0:
        return
    page.saveState()
    page.setLineWidth(0.5)
    page.setStrokeGray(INK)
    page.setFillGray((0.35, 1, 0.82, 1)[pattern])
    page.rect(x, y, width, height, stroke=1, fill=1)
    if pattern in (1, 3):
        outline = page.beginPath()
        outline.rect(x, y, width, height)
        page.clipPath(outline, stroke=0, fill=0)
        page.setLineWidth(0.45)
        _draw_lines(page, x, y, width, height, crossed=pattern == 3)
    page.restoreState()


def _draw_lines(page: Canvas, x: float, y: float, width: float, height: float, *, crossed: bool) -> None:
    lines = page.beginPath()
    for place in range(int((width + height) / HATCH) + 1):
        at = place * HATCH
        lines.moveTo(x + at - height, y)
        lines.lineTo(x + at, y + height)
        if crossed:
            lines.moveTo(x + at, y)
            lines.lineTo(x + at - height, y + height)
    page.drawPath(lines, stroke=1, fill=0)


def _draw_legend(page: Canvas, series: Sequence[Series], fonts: Fonts, y: float, width: float) -> None:
    names = [printable(one.name, fonts.regular) for one in series]
    x = width - sum(text_width(name, fonts.regular, LABEL) + points(7) for name in names)
    for one, name in zip(series, names, strict=True):
        draw_box(page, x, y, points(3.4), points(2.2), one.pattern)
        page.setFillGray(0)
        page.setFont(fonts.regular, LABEL)
        page.drawString(x + points(4.4), y + 0.6, name)
        x += text_width(name, fonts.regular, LABEL) + points(7)
