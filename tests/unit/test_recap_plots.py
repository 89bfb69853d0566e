"""Plots of a recap: bars hold the figures they stand for, and can be told apart without colour."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import FONTS, picture_of, text_of
from recap_papers import busy_day_paper, month_paper, year_paper
from reportlab.pdfgen.canvas import Canvas

from loket.domain.recap import Figures
from loket.reports.figures import thousands
from loket.reports.recap_headlines import HEADLINES
from loket.reports.recap_plots import (
    BarPlot,
    ColumnPlot,
    Plot,
    Series,
    classes_plot,
    days_plot,
    draw_box,
    hours_plot,
    nice_top,
)

MONTHS = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]


def drawn(plot: ColumnPlot | BarPlot) -> bytes:
    out = io.BytesIO()
    page = Canvas(out, pagesize=(600, 400), invariant=1)
    plot.drawOn(page, 20, 20)
    page.save()
    return out.getvalue()


@given(st.integers(0, 10**9))
def test_the_axis_ends_at_a_round_number_not_far_above_the_highest_bar(most):
    top = nice_top(most)
    assert most <= top <= max(4, 2 * most)
    assert top % 4 == 0
    assert len(str(top).rstrip("0")) <= 2


def test_hours_hold_every_visitor_and_every_hour_between():
    figures = Figures()
    for hour, kind, number in (("08", "member", 3), ("11", "guest", 2), ("11", "member", 4)):
        figures.add("visitors_hour", hour, number, kind)
    plot = hours_plot(figures)
    assert plot.labels == ("08", "09", "10", "11")
    assert plot.totals == (3, 0, 0, 6)
    assert [one.name for one in plot.series] == ["Anggota", "Tamu"]
    assert len({one.pattern for one in plot.series}) == 2


def test_classes_hold_every_loan():
    figures = busy_day_paper().figures
    plot = classes_plot(figures)
    assert sum(plot.totals) == figures.of("circulation", "loans")
    assert plot.labels[0] == "000 Karya umum"


def test_a_month_has_a_bar_for_each_day_and_a_year_for_each_month():
    visitors = HEADLINES[0]
    for paper, labels in ((month_paper(), [str(day) for day in range(1, 31)]), (year_paper(), None)):
        numbers = [visitors.of(day.figures) for day in paper.days]
        plot = days_plot(paper, "Pengunjung", numbers)
        assert sum(plot.totals) == visitors.of(paper.figures)
        assert list(plot.labels) == (labels or MONTHS)
    month = month_paper()
    plot = days_plot(month, "Pengunjung", [visitors.of(day.figures) for day in month.days])
    assert plot.empty == {place for place, day in enumerate(month.days) if not day.is_open}


def test_every_bar_says_its_number():
    numbers = (7, 1_250, 0, 96)
    plot = Plot(("a", "b", "c", "d"), (Series("x", numbers),), frozenset({2}))
    said = text_of(drawn(ColumnPlot(plot, FONTS, 400, 200))).split()
    assert {thousands(number) for number in numbers if number} <= set(said)
    assert "x" in said  # over the day that was closed
    told = text_of(drawn(BarPlot(plot, FONTS, 400, 200)))
    assert "1.250 (92,4%)" in told
    assert "7 (0,5%)" in told


@pytest.mark.parametrize("number", [25, 50, 100])
def test_bars_are_as_high_as_their_numbers(number):
    """Measured in the picture: a bar alone, against an axis that ends at 100."""
    plot = Plot(("", ""), (Series("x", (number, 100)),))
    picture = np.asarray(picture_of(drawn(ColumnPlot(plot, FONTS, 400, 200)), dpi=144))
    dark = (picture > 60) & (picture < 110)  # the grey a bar is filled with; letters and lines are thin
    columns = dark.sum(axis=0)
    left, right = columns[: len(columns) // 3].max(), columns[len(columns) // 3 :].max()
    assert abs(left / right - number / 100) < 0.02


def test_patterns_differ_on_a_black_and_white_copy():
    shades = []
    for pattern in range(4):
        out = io.BytesIO()
        page = Canvas(out, pagesize=(100, 100), invariant=1)
        draw_box(page, 10, 10, 80, 80, pattern)
        draw_box(page, 10, 10, 0, 80, pattern)  # without a length there is nothing
        page.save()
        inner = np.asarray(picture_of(out.getvalue(), dpi=144))[40:160, 40:160]
        shades.append(float(inner.mean()))
    assert min(abs(one - two) for place, one in enumerate(shades) for two in shades[:place]) > 12


def test_a_day_without_anybody_has_an_empty_plot():
    assert hours_plot(Figures()).totals == ()
    assert text_of(drawn(ColumnPlot(Plot(("08",), (Series("x", (0,)),)), FONTS, 300, 100)))
