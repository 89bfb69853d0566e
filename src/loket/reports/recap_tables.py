"""The tables of a recap on paper: each as wide as it needs, small ones side by side, totals where they mean something.

Noughts are dashes, so that the eye finds what happened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer, TableStyle
from reportlab.platypus import Table as Grid

from loket.domain.recap import TABLES, Table, Unit
from loket.domain.recap import Figures as Counted
from loket.reports.figures import figures_font, figures_width, thousands
from loket.reports.pdf import Fonts, points, printable, text_width
from loket.reports.recap_plots import share
from loket.reports.recap_words import TOTAL, column_title, columns_of, minutes_text, row_heading, row_title, rows_of

SIDE = points(18)
WIDTH, LYING = A4[0] - 2 * SIDE, A4[1] - 2 * SIDE
GAP = points(6)
HALF = (WIDTH - GAP) / 2
SIZE, HEAD_SIZE = 8.4, 7.6
PAD = points(1.0)
NAMED_LEAST, NAMED_MOST = points(25), points(62)  # of the column that names the rows
MOST_TOGETHER = points(170)  # what is lower stays in one piece
BELOW, HEADING_GAP = points(3.2), points(1.6)
LINE, HEAD_FILL, SUM_FILL = HexColor("#9AA0A6"), HexColor("#E9E9E6"), HexColor("#F4F4F2")
NOUGHT, SHARE = "–", "Bagian"


@dataclass(frozen=True, slots=True)
class Cut:
    """A table as it is set: heads, and rows of a name with its numbers as text. `sums`: the last row is a total."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sums: bool

    def part(self, first: int, last: int) -> Cut:
        """The names with some of the columns of numbers."""
        heads = (self.heads[0], *self.heads[first:last])
        return Cut(heads, tuple((row[0], *row[first:last]) for row in self.rows), self.sums)


def cut(figures: Counted, key: str) -> Cut:
    """Rows and columns in words, with a total of each where the table has one.

    A table of one column that adds up says instead which part of the whole each row is.
    """
    table, columns = TABLES[key], columns_of(figures, key)
    alone = len(columns) == 1
    across = not alone and table.adds_across
    shared = alone and table.adds_up and table.unit is Unit.COUNT and len(rows_of(figures, key)) > 1
    heads = [row_heading(key), *(_head(table, column) for column in columns)]
    heads += [f"{TOTAL} (Rp)" if table.unit is Unit.RUPIAH else TOTAL] * across + [SHARE] * shared
    whole = figures.total(key)
    rows = []
    for row in rows_of(figures, key):
        numbers = [cell_text(table.unit_of(column), figures.of(key, row, column)) for column in columns]
        numbers += [cell_text(table.unit, figures.row_total(key, row))] * across
        numbers += [share(figures.row_total(key, row), whole)] * shared
        rows.append((row_title(key, row), *numbers))
    sums = table.adds_up and len(rows) > 1
    if sums:
        totals = [cell_text(table.unit_of(column), figures.column_total(key, column), "0") for column in columns]
        totals += [cell_text(table.unit, whole, "0")] * across + [share(whole, whole)] * shared
        rows.append((TOTAL, *totals))
    return Cut(tuple(heads), tuple(rows), sums)


def _head(table: Table, column: str) -> str:
    said = column_title(table.key, column)
    return f"{said} (Rp)" if table.unit_of(column) is Unit.RUPIAH else said


def cell_text(unit: Unit, number: int, nought: str = NOUGHT) -> str:
    """A number in a column whose head says its unit."""
    if not number:
        return nought
    return minutes_text(number) if unit is Unit.MINUTES else thousands(number)


class Setter:
    """Sets texts and tables in the fonts of a paper."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self._digits, self._bold_digits = figures_font(fonts.regular), figures_font(fonts.bold)

    @cached_property
    def _head_style(self) -> ParagraphStyle:
        return self._style(HEAD_SIZE, TA_CENTER, bold=True)

    def _style(self, size: float, align: int, *, bold: bool) -> ParagraphStyle:
        font = self.fonts.bold if bold else self.fonts.regular
        return ParagraphStyle("rekap", fontName=font, fontSize=size, leading=size * 1.28, alignment=align)

    def text(self, text: str, size: float = SIZE, align: int = TA_LEFT, *, bold: bool = False) -> Paragraph:
        font = self.fonts.bold if bold else self.fonts.regular
        return Paragraph(escape(printable(text, font)), self._style(size, align, bold=bold))

    # ---- how wide -----------------------------------------------------------------------------------------------

    def needed(self, table: Cut) -> list[float]:
        """The least width of each column, in points: no number and no word of a head is broken."""
        names = max((text_width(row[0], self.fonts.regular, SIZE) for row in table.rows), default=0.0)
        first = min(max(names + 2 * PAD, NAMED_LEAST), NAMED_MOST)
        return [first, *(self._number_width(table, place) for place in range(1, len(table.heads)))]

    def _number_width(self, table: Cut, place: int) -> float:
        bold, font = self.fonts.bold, self.fonts.bold if table.sums else self.fonts.regular
        head = max(text_width(word, bold, HEAD_SIZE) for word in printable(table.heads[place], bold).split() or [""])
        numbers = (figures_width(row[place], font, SIZE) for row in table.rows)
        return max(head, *numbers, points(8)) + 2 * PAD + 0.5

    def widths(self, table: Cut, room: float) -> list[float]:
        """The needed widths spread over a room: half of what is left to the names, up to a bound, the rest shared."""
        needed = self.needed(table)
        left = room - sum(needed)
        if left < 0:  # the names give way, they can go on in the next line
            return [needed[0] + left, *needed[1:]]
        first = left if len(needed) == 1 else min(left / 2, max(0.0, NAMED_MOST - needed[0]))
        each = (left - first) / max(1, len(needed) - 1)
        return [needed[0] + first, *(width + each for width in needed[1:])]

    def least(self, table: Cut) -> float:
        """The narrowest it can be: names in lines of the least width."""
        return NAMED_LEAST + sum(self.needed(table)[1:])

    # ---- setting ------------------------------------------------------------------------------------------------

    def table(self, table: Cut, room: float) -> Grid:
        widths = self.widths(table, room)
        rows: list[list[Any]] = [[self._head_cell(text) for text in table.heads]]
        last = len(table.rows) - 1
        for place, (name, *numbers) in enumerate(table.rows):
            rows.append([self._named(name, widths[0], bold=table.sums and place == last), *numbers])
        return self.grid(rows, widths, self._look(table))

    def _named(self, text: str, width: float, *, bold: bool) -> Any:
        """Plain text where it fits in a line: it is set ten times faster than a paragraph."""
        font = self.fonts.bold if bold else self.fonts.regular
        said = printable(text, font)
        return said if text_width(said, font, SIZE) <= width - 2 * PAD else self.text(text, bold=bold)

    def _head_cell(self, text: str) -> Paragraph:
        return Paragraph(escape(printable(text, self.fonts.bold)), self._head_style)

    def _look(self, table: Cut) -> list[tuple[Any, ...]]:
        look: list[tuple[Any, ...]] = [
            ("GRID", (0, 0), (-1, -1), 0.4, LINE),
            ("BACKGROUND", (0, 0), (-1, 0), HEAD_FILL),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("ALIGN", (1, 1), (-1, -1), "RIGHT"),
            ("FONT", (1, 1), (-1, -1), self._digits, SIZE),
            ("NOSPLIT", (0, -3), (-1, -1)),
        ]
        if table.sums:
            look += self.sum_look()
        return look

    def sum_look(self) -> list[tuple[Any, ...]]:
        return [
            ("FONT", (0, -1), (0, -1), self.fonts.bold, SIZE),
            ("FONT", (1, -1), (-1, -1), self._bold_digits, SIZE),
            ("BACKGROUND", (0, -1), (-1, -1), SUM_FILL),
            ("LINEABOVE", (0, -1), (-1, -1), 0.9, LINE),
        ]

    def grid(self, rows: Sequence[Sequence[Any]], widths: Sequence[float], look: Sequence[tuple[Any, ...]]) -> Grid:
        """A table with repeated head, in the paper's padding."""
        made = Grid(list(rows), colWidths=list(widths), hAlign="LEFT", repeatRows=1)
        sides = (("LEFT", PAD), ("RIGHT", PAD), ("TOP", points(0.55)), ("BOTTOM", points(0.85)))
        plain = [(f"{side}PADDING", (0, 0), (-1, -1), pad) for side, pad in sides]
        font = ("FONT", (0, 0), (-1, -1), self.fonts.regular, SIZE, SIZE * 1.2)
        made.setStyle(TableStyle([font, *plain, *look]))
        return made

    def caption(self, text: str) -> Paragraph:
        return self.text(text, 8.4, bold=True)

    def heading(self, text: str) -> Paragraph:
        return self.text(text, 11, bold=True)

    def captioned(self, title: str, table: Cut, room: float) -> Stack:
        """The table under its title; without one where the heading above says it all."""
        caption = [self.caption(title), Spacer(0, points(0.9))] if title else []
        return Stack([*caption, self.table(table, room)], room)


def parts_that_fit(setter: Setter, table: Cut, room: float) -> list[Cut]:
    """The table in as many parts as it takes for each to fit in the room, all with their names before them."""
    needed = setter.needed(table)[1:]
    parts, first, wide = [], 1, NAMED_LEAST
    for place, width in enumerate(needed, 1):
        if wide + width > room and place > first:
            parts.append(table.part(first, place))
            first, wide = place, NAMED_LEAST
        wide += width
    return [*parts, table.part(first, len(table.heads))]


class Stack(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Things below one another that stay together. `whole`: even where it is high; else tables are torn at rows."""

    def __init__(self, parts: Sequence[Flowable], width: float, *, whole: bool = False) -> None:
        super().__init__()
        self._parts, self._whole, self.width, self.height = list(parts), whole, width, 0.0

    def headed(self, heading: Flowable) -> Stack:
        """The same under a heading that stays with it."""
        return Stack([heading, Spacer(0, points(1.4)), *self._parts], self.width)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.height = sum(float(part.wrap(self.width, 10_000)[1]) for part in self._parts)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        if self._whole or self.height <= MOST_TOGETHER:
            return []
        room, before = height, list[Flowable]()
        for place, part in enumerate(self._parts):
            high = float(part.wrap(self.width, 10_000)[1])
            if high > room:
                torn = part.split(self.width, room)
                kept, rest = [*before, *torn[:1]], [*torn[1:], *self._parts[place + 1 :]]
                return [Stack(kept, self.width), Stack(rest, self.width)] if len(torn) > 1 else []
            before.append(part)
            room -= high
        return []

    def draw(self) -> None:
        y = self.height
        for part in self._parts:
            y -= float(part.wrap(self.width, 10_000)[1])
            part.drawOn(self.canv, 0, y)


class Headed(Flowable):  # type: ignore[misc]
    """A heading and what comes first below it: where only a part of that fits on a page, the heading is with it."""

    def __init__(self, heading: Flowable, first: Flowable) -> None:
        super().__init__()
        self._heading, self._first = heading, first
        self.width, self.height = WIDTH, 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.height = self._above + float(self._first.wrap(self.width, 10_000)[1])
        return self.width, self.height

    @property
    def _above(self) -> float:
        return float(self._heading.wrap(self.width, 10_000)[1]) + HEADING_GAP

    def split(self, width: float, height: float) -> list[Flowable]:
        torn = self._first.split(self.width, height - self._above)
        return [Headed(self._heading, torn[0]), *torn[1:]] if torn else []

    def draw(self) -> None:
        self._heading.drawOn(self.canv, 0, self.height - self._above + HEADING_GAP)
        self._first.drawOn(self.canv, 0, 0)


class SideBySide(Flowable):  # type: ignore[misc]
    """Stacks in two columns, each put below the shorter one; what does not fit on the page goes on in the next."""

    def __init__(self, stacks: Sequence[Stack], space: float = BELOW) -> None:
        super().__init__()
        self._stacks, self._space = list(stacks), space
        self.width, self.height = WIDTH, 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.height = max(top + float(stack.height) for stack, _, top in self._placed(1e9))
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        count = len(self._placed(height))
        if count in (0, len(self._stacks)):
            return []
        return [SideBySide(self._stacks[:count], self._space), SideBySide(self._stacks[count:], self._space)]

    def draw(self) -> None:
        for stack, side, top in self._placed(1e9):
            stack.drawOn(self.canv, side * (HALF + GAP), self.height - top - float(stack.height))

    def _placed(self, room: float) -> list[tuple[Stack, int, float]]:
        """Each stack with its column and how far from the top, as many as fit."""
        ends, placed = [0.0, 0.0], []
        for stack in self._stacks:
            high = float(stack.wrap(HALF, 10_000)[1])
            side = 0 if ends[0] <= ends[1] else 1
            if ends[side] + high > room:
                break
            placed.append((stack, side, ends[side]))
            ends[side] += high + self._space
        return placed
