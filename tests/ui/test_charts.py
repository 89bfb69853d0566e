"""Bars: as long as their numbers, told apart without colour, walked by keys, opened by Enter and by a click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from loket.ui.widgets.chart_fills import Legend, Series, fill_of
from loket.ui.widgets.charts import WHOLE, Bar, BarList, Chart, ColumnChart

SERIES = [Series("L", "Laki-laki"), Series("P", "Perempuan"), Series("", "Belum diisi", blank=True)]
KEPT = Bar("kept", "Dilayani", (480,), quiet=True)
BARS = [Bar("a", "Anggota", (30, 10, 0)), Bar("t", "Tamu", (5, 0, 15)), Bar("r", "Rombongan", (0, 0, 0))]


@pytest.fixture(params=[BarList, ColumnChart])
def chart(request: pytest.FixtureRequest, qtbot: QtBot) -> Chart:
    made: Chart = request.param()
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show_bars("Pengunjung", SERIES, BARS)
    return made


def opened(chart: Chart) -> list[tuple[object, str]]:
    found: list[tuple[object, str]] = []
    chart.opened.connect(lambda key, piece: found.append((key, piece)))
    return found


def length(chart: Chart, bar: int, piece: int) -> float:
    rect = next(one.rect for one in chart.places() if (one.bar, one.piece) == (bar, piece))
    return float(rect.width() if isinstance(chart, BarList) else rect.height())


def click(chart: Chart, bar: int, piece: int) -> None:
    rect = next(one.rect for one in chart.places() if (one.bar, one.piece) == (bar, piece))
    at = rect.center() if piece != WHOLE else rect.topLeft() + QPoint(2, 2)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at.toPoint())


def keys(chart: Chart) -> tuple[Qt.Key, Qt.Key]:
    """To the next bar, to the next piece."""
    lying = isinstance(chart, BarList)
    return (Qt.Key.Key_Down, Qt.Key.Key_Right) if lying else (Qt.Key.Key_Right, Qt.Key.Key_Up)


def test_a_piece_is_as_long_as_its_number(chart: Chart) -> None:
    assert length(chart, 0, 0) == pytest.approx(3 * length(chart, 0, 1), rel=0.01)
    assert length(chart, 1, 2) == pytest.approx(length(chart, 0, 0) / 2, rel=0.01)
    drawn = [(one.bar, one.piece) for one in chart.places() if one.piece != WHOLE]
    assert drawn == [(0, 0), (0, 1), (1, 0), (1, 2)]


def test_nothing_leaves_the_chart(chart: Chart) -> None:
    assert all(chart.rect().toRectF().contains(one.rect) for one in chart.places())


def test_every_bar_reads_aloud(chart: Chart) -> None:
    assert chart.texts() == [
        "Anggota: 40 (Laki-laki 30 · Perempuan 10)",
        "Tamu: 20 (Laki-laki 5 · Belum diisi 15)",
        "Rombongan: 0",
    ]
    assert chart.accessibleName() == "Pengunjung"
    assert "Tamu: 20" in chart.accessibleDescription()


def test_keys_walk_bars_and_pieces_and_enter_opens(chart: Chart) -> None:
    found = opened(chart)
    along, across = keys(chart)
    QTest.keyClick(chart, along)
    assert chart.current() == ("a", "")
    QTest.keyClick(chart, across)
    assert chart.current() == ("a", "L")
    QTest.keyClick(chart, along)
    QTest.keyClick(chart, across)
    assert chart.current() == ("t", ""), "a piece that is not there is stepped over"
    assert chart.accessibleDescription() == "Tamu, Belum diisi: 15"
    QTest.keyClick(chart, Qt.Key.Key_Return)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Space)
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert found == [("t", ""), ("a", "")], "an empty bar has nothing behind it"


def test_a_click_opens_a_piece_or_the_whole_bar(chart: Chart) -> None:
    found = opened(chart)
    click(chart, 0, 1)
    click(chart, 1, WHOLE)
    click(chart, 2, WHOLE)
    assert found == [("a", "P"), ("t", "")]
    assert chart.current() == ("r", "")


def test_what_has_no_rows_does_not_open(chart: Chart) -> None:
    chart.show_bars("Lama layanan", [Series("n", "Lama")], [KEPT], "{} menit".format)
    found = opened(chart)
    click(chart, 0, WHOLE)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert found == []
    assert chart.texts() == ["Dilayani: 480 menit"]


def test_a_chart_of_one_series_knows_only_whole_bars(chart: Chart) -> None:
    chart.show_bars("Jam", [Series("n", "Jumlah")], [Bar("09", "09", (4,)), Bar("10", "10", (2,))])
    found = opened(chart)
    click(chart, 0, 0)
    assert found == [("09", "")]
    assert chart.choose("10", "n")
    assert chart.current() == ("10", "")
    assert not chart.choose("11")
    chart.put_down()
    assert chart.current() is None


def test_a_mark_goes_with_the_bar_that_is_gone(chart: Chart) -> None:
    chart.choose("r")
    chart.show_bars("Pengunjung", SERIES, BARS[:1])
    assert chart.current() is None
    chart.show_bars("Pengunjung", SERIES, [])
    QTest.keyClick(chart, keys(chart)[0])
    assert chart.current() is None


def test_series_differ_in_pattern_and_the_blank_one_is_empty() -> None:
    many = [Series(str(number), str(number)) for number in range(6)]
    assert len({fill_of(many, number)[1] for number in range(6)}) == 6
    assert fill_of(SERIES, 2)[1] is Qt.BrushStyle.NoBrush
    assert fill_of([SERIES[2], SERIES[0]], 1)[1] is Qt.BrushStyle.SolidPattern, "the blank one takes no pattern away"


def test_in_grey_the_pieces_of_a_bar_are_still_told_apart(chart: Chart) -> None:
    """The same colour, another share of ink: what a black and white printer makes of it."""
    image = chart.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ink = []
    for piece in (0, 1):
        rect = next(one.rect for one in chart.places() if (one.bar, one.piece) == (0, piece)).toRect()
        inner = rect.adjusted(3, 3, -3, -3)
        grey = [image.pixelColor(x, y).red() for x in range(inner.left(), inner.right()) for y in
                range(inner.top(), inner.bottom())]  # fmt: skip
        ink.append(sum(grey) / len(grey))
    assert ink[1] - ink[0] > 60


def test_a_legend_is_only_where_there_is_something_to_tell_apart(qtbot: QtBot) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_series(SERIES)
    assert not legend.isHidden()
    assert legend.accessibleName() == "Laki-laki, Perempuan, Belum diisi"
    assert legend.heightForWidth(120) > legend.heightForWidth(600), "it breaks where there is no room"
    legend.show_series(SERIES[:1])
    assert legend.isHidden()
