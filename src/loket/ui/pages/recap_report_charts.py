"""The middle of the report: a card for each chart, in as many columns as there is room for; and the big figures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from loket.domain.recap import Section
from loket.domain.recap_paper import RecapPaper
from loket.ui import theme
from loket.ui.presenters.recap import Axis, BarKey, Plot, plots
from loket.ui.texts import say
from loket.ui.texts_recap import CONTEXT, Tile, bar_label, number_word, piece_word, plot_title, span_text
from loket.ui.widgets import Card, ElidedLabel, EmptyState, label, set_state
from loket.ui.widgets.chart_fills import Legend, Series
from loket.ui.widgets.charts import Bar, BarList, Chart, ColumnChart

TWO_COLUMNS_PX, GAP_PX, LARGE_SIGNS = 860, 10, 11


class ChartCard(Card):
    """One chart under its heading. Signal `opened(plot, key, piece)`: the rows behind a bar; piece "" for all of it."""

    opened = Signal(object, object, str)

    def __init__(self, plot: Plot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.current().px
        self.plot = plot
        self._title = ElidedLabel(self, role="heading")
        self._total = label("", "secondary", self)
        self._legend = Legend(self)
        self.chart: Chart = BarList(self) if plot.axis is Axis.ROWS else ColumnChart(self)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self._title, 1)
        head.addWidget(self._total)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(10))
        column.setSpacing(px(6))
        column.addLayout(head)
        column.addWidget(self._legend)
        column.addWidget(self.chart)
        self.chart.opened.connect(lambda key, piece: self.opened.emit(self.plot, key, piece))
        self.show_plot(plot)

    def show_plot(self, plot: Plot) -> None:
        """The same chart with other figures."""
        self.plot = plot
        title, number = plot_title(plot), partial(number_word, plot.unit)
        self._title.setText(title)
        told = "" if plot.total is None else number(plot.total)
        stock = say(CONTEXT, "keadaan terakhir") if plot.table.stock else ""
        self._total.setText("  ·  ".join(part for part in (stock, told) if part))
        series = [Series(piece, piece_word(plot, piece), blank=not piece) for piece in plot.pieces]
        self._legend.show_series(series)
        bars = [
            Bar(bar.key, bar_label(plot, bar.key), bar.values, hint=_hint(bar.key), quiet=not plot.opens)
            for bar in plot.bars
        ]
        self.chart.show_bars(title, series, bars, number)

    def height_wanted(self) -> int:
        return self.sizeHint().height()


def _hint(key: BarKey) -> str:
    return span_text(key) if isinstance(key, tuple) else ""


class ChartColumns(QScrollArea):
    """Charts of one section. Signal `opened(plot, key, piece)`."""

    opened = Signal(object, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.current().px
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cards: list[ChartCard] = []
        canvas = QWidget(self)
        canvas.setProperty("role", "page")
        row = QHBoxLayout(canvas)
        row.setContentsMargins(0, 0, px(6), 0)
        row.setSpacing(px(GAP_PX))
        self._columns = [QVBoxLayout(), QVBoxLayout()]
        for column in self._columns:
            column.setSpacing(px(GAP_PX))
            column.setAlignment(Qt.AlignmentFlag.AlignTop)
            row.addLayout(column, 1)
        self.setWidget(canvas)
        self._row, self._dealt = row, 0
        self._nothing = EmptyState(self.viewport())
        self._nothing.hide()

    def show_section(self, paper: RecapPaper, section: Section) -> None:
        """Charts that stay keep their place and the cursor; others are made anew."""
        self._nothing.hide()
        found = plots(paper, section)
        same = [(plot.key, plot.axis) for plot in found] == [(card.plot.key, card.plot.axis) for card in self.cards]
        if same:
            for card, plot in zip(self.cards, found, strict=True):
                card.show_plot(plot)
        else:
            self._make(found)

    def show_nothing(self, sentence: str) -> None:
        """Nothing was counted."""
        self._make(())
        self._nothing.set_content("chart-bar", sentence)
        self._nothing.setGeometry(self.viewport().rect())
        self._nothing.show()

    def put_down(self, but: Chart | None = None) -> None:
        """Take the mark off every bar, but of one chart."""
        for card in self.cards:
            if card.chart is not but:
                card.chart.put_down()

    def card(self, key: str) -> ChartCard | None:
        return next((card for card in self.cards if card.plot.key == key), None)

    def _make(self, found: Sequence[Plot]) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [ChartCard(plot, self.widget()) for plot in found]
        for card in self.cards:
            card.opened.connect(self.opened)
            card.chart.chosen.connect(partial(self._walked, card))
            card.show()
        self._deal(self._wanted_columns())
        self.verticalScrollBar().setValue(0)

    def _walked(self, card: ChartCard) -> None:
        self.put_down(but=card.chart)
        self.ensureWidgetVisible(card, 0, theme.current().px(GAP_PX))

    def _deal(self, columns: int) -> None:
        """Each card under the shorter column, in their order."""
        self._dealt = columns
        heights = [0] * columns
        for layout in self._columns:
            while layout.count():
                layout.takeAt(0)
        for card in self.cards:
            place = heights.index(min(heights))
            self._columns[place].addWidget(card)
            heights[place] += card.height_wanted() + GAP_PX
        self._row.setStretch(1, 1 if columns > 1 else 0)
        self._row.setSpacing(theme.current().px(GAP_PX) if columns > 1 else 0)

    def _wanted_columns(self) -> int:
        return 2 if self.viewport().width() >= theme.current().px(TWO_COLUMNS_PX) else 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._nothing.setGeometry(self.viewport().rect())
        if self.cards and self._wanted_columns() != self._dealt:
            self._deal(self._wanted_columns())


class FigureTile(Card):
    """One big figure with what it is held against."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.current().px
        self._title, self._average = ElidedLabel(self, role="secondary"), ElidedLabel(self, role="caption")
        self._number = label("", "number", self)
        self._number.setMinimumWidth(1)
        self._before, self._year = ElidedLabel(self, role="caption"), ElidedLabel(self, role="caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(6), px(10), px(6))
        column.setSpacing(0)
        for widget in (self._title, self._number, self._average, self._before, self._year):
            column.addWidget(widget)

    def show_tile(self, tile: Tile) -> None:
        self._title.setText(tile.title)
        self._number.setText(tile.number)
        set_state(self._number, role="number" if len(tile.number) <= LARGE_SIGNS else "title")
        for line, text in ((self._average, tile.average), (self._before, tile.before), (self._year, tile.year)):
            line.setText(text)
            line.setVisible(bool(text))
        told = (tile.title, tile.number, tile.average, tile.before, tile.year)
        self.setAccessibleName(". ".join(part for part in told if part))
