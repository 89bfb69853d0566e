"""Bars as SVG, drawn on the server: one colour and no meaning in it, so that paper in black and white tells the same.

A chart is drawn about as large as it is shown (a column of three at a desk, the whole width of a phone), so that its
letters keep their size.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count

from markupsafe import Markup

WIDTH, HEIGHT = 360, 170
LEFT, RIGHT, TOP, BOTTOM = 34, 4, 12, 24
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Bar:
    """`label`: under the bar, "" for most. `hollow`: not over yet."""

    value: int
    name: str
    label: str = ""
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture, its words for those who cannot see it, and the numbers behind it."""

    title: str
    about: str
    picture: Markup
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def scale(highest: int) -> tuple[int, int]:
    """(top of the axis, step between its lines) for whole numbers: two to four lines, at 1, 2 or 5 times ten."""
    for power in count():
        for step in (factor * 10**power for factor in _STEPS):
            if step * 4 >= highest:
                return max(1, -(-highest // step)) * step, step
    raise AssertionError  # the powers never end


def bars(values: Sequence[Bar], title: str, write: Callable[[int], str]) -> Markup:
    """The bars as one SVG picture; `write` writes a count."""
    top, step = scale(max((bar.value for bar in values), default=0))
    parts = [Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">').format(WIDTH, HEIGHT, title)]
    for line in range(0, top + 1, step):
        y = _y(line, top)
        parts.append(Markup('<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(LEFT, WIDTH - RIGHT, y, y))
        parts.append(Markup('<text class="axis" x="{}" y="{}">{}</text>').format(LEFT - 6, y + 4, write(line)))
    parts += [_bar(bar, at, len(values), top, write) for at, bar in enumerate(values)]
    return Markup("").join([*parts, Markup("</svg>")])


def _bar(bar: Bar, at: int, bars_count: int, top: int, write: Callable[[int], str]) -> Markup:
    slot = (WIDTH - LEFT - RIGHT) / max(1, bars_count)
    x, width = LEFT + at * slot + slot * 0.14, slot * 0.72
    y = _y(bar.value, top)
    height = _y(0, top) - y
    told = Markup("<title>{}: {}</title>").format(bar.name, write(bar.value))
    inset = 0.75 if bar.hollow else 0.0  # half the stroke, so that a hollow bar is no wider than a filled one
    drawn = Markup('<rect class="{}" x="{:.2f}" y="{:.2f}" width="{:.2f}" height="{:.2f}">{}</rect>').format(
        "bar hollow" if bar.hollow else "bar",
        x + inset,
        y + inset,
        width - 2 * inset,
        max(0.0, height - inset),
        told,
    )
    middle = min(max(x + width / 2, LEFT + 14), WIDTH - RIGHT - 14)
    label = Markup('<text class="under" x="{:.2f}" y="{}">{}</text>').format(middle, HEIGHT - 7, bar.label)
    return Markup("").join([drawn, label if bar.label else Markup("")])


def _y(value: int, top: int) -> float:
    return round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top), 2)
