"""Laporan: a period's figures as charts in which every bar opens its rows, and the same as papers and files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidgetItem, QMenu, QWidget

from loket.domain.periods import PeriodKind, period_of
from loket.domain.recap import Section
from loket.domain.recap_paper import Reach, RecapPaper
from loket.services.recap_rows import Behind
from loket.ui import icons, theme
from loket.ui.forms.ui_recap_report import Ui_RecapReport
from loket.ui.issuing import ask_file, open_file, write_paper
from loket.ui.pages.page import on_key
from loket.ui.pages.recap_parts import RecapSection
from loket.ui.pages.recap_report_charts import FigureTile
from loket.ui.pages.settings_parts import in_order
from loket.ui.presenters.recap import Asked, BarKey, Cell, Line, Plot, ReportPresenter, lines_of, shown_headlines
from loket.ui.recap_papers import RecapFile, RecapPapers, rows_csv
from loket.ui.shell import Shell
from loket.ui.tables import Column, PagedTableModel
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.texts_recap import (
    CONTEXT,
    line_words,
    number_word,
    opened_title,
    period_text,
    plot_title,
    section_word,
    shown_text,
    state_text,
    tile_of,
    wall_text,
)
from loket.ui.widgets import Button, set_state

NAV_PX, NAV_ROW_PX, PANEL_PX, LINE_PX, TILE_PX, LEAST_TILES = 178, 30, 340, 32, 212, 3
CSV_HEADINGS = (
    QT_TRANSLATE_NOOP("Recap", "Tanggal"),
    QT_TRANSLATE_NOOP("Recap", "Jam"),
    QT_TRANSLATE_NOOP("Recap", "Uraian"),
    QT_TRANSLATE_NOOP("Recap", "Siapa"),
    QT_TRANSLATE_NOOP("Recap", "Keterangan"),
    QT_TRANSLATE_NOOP("Recap", "Jumlah"),
)
IN_THE_MENU: dict[RecapFile, str] = {
    RecapFile.CSV: QT_TRANSLATE_NOOP("Recap", "Simpan CSV …"),
    RecapFile.SATU_DATA: QT_TRANSLATE_NOOP("Recap", "Simpan Satu Data (CSV panjang) …"),
}


class ReportSection(RecapSection):
    """Alt+Left and Alt+Right step through the periods, Ctrl+S keeps the PDF, Ctrl+P prints it."""

    TITLE = QT_TRANSLATE_NOOP("Recap", "Laporan")
    ICON = "chart-bar"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.form = Ui_RecapReport()
        self.form.setupUi(self)
        self.presenter = ReportPresenter(shell.desk, shell.jobs, self)
        self.papers = RecapPapers(shell.desk, shell.data_dir)
        self.ask_name: Callable[[str, str], Path | None] = self._ask_name
        self.open_file: Callable[[Path], bool] = open_file
        self.pdf = Button(self, icon="download")
        self.xlsx = Button(self, icon="download", role="quiet")
        self.print = Button(self, icon="printer", role="quiet")
        self.more = Button(self, icon="dots", role="quiet")
        self.keep_rows = Button(self, icon="download", role="quiet")
        self._tiles: list[FigureTile] = []
        self._shown: list[Section] = []
        self._opened: tuple[Plot, BarKey, str] | None = None
        self._rows: tuple[Line, ...] = ()
        self._dated = False  # the rows are of several days
        self._model: PagedTableModel[int, Line] = PagedTableModel(self._row_columns(), self._fetch_rows)
        self._build()
        self._wire()
        self.setFocusProxy(self.form.period)
        self.retranslate()

    @property
    def section(self) -> Section | None:
        """The part of the report whose charts are shown."""
        row = self.form.sections.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    # ---- gestures --------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        self._read()

    def escape(self) -> None:
        """Stop counting, else close the rows."""
        if self.presenter.is_counting:
            self.presenter.stop()
        else:
            self.close_rows()

    def show_section(self, section: Section) -> None:
        """Charts of a part that is in the list."""
        self.form.sections.setCurrentRow(self._shown.index(section))

    def open_bar(self, plot: Plot, key: BarKey, piece: str) -> None:
        """Show the rows behind a bar, or a piece of it."""
        paper = self.presenter.paper
        if paper is None:
            return
        self._opened = (plot, key, piece)
        card = self.form.charts.card(plot.key)
        if card is not None:
            self.form.charts.put_down(but=card.chart)
        self.presenter.open_cell(plot.cell(key, piece or None, paper.period))

    def close_rows(self) -> None:
        self._opened = None
        self._rows = ()
        self.presenter.drop_rows()
        self.form.charts.put_down()
        self.form.panelStack.setCurrentWidget(self.form.panelIdle)

    def save(self, kind: RecapFile) -> None:
        """The report on the screen in one of its forms."""
        paper = self.presenter.paper
        if paper is None:
            return
        title = " ".join((say(CONTEXT, "Rekap"), paper.facts.get("station", ""), period_text(paper.period)))
        path = self.ask_name(f"{title} Satu Data" if kind is RecapFile.SATU_DATA else title, kind.ending)
        if path is not None:
            self.read(lambda: self.papers.write(kind, paper, path), self._kept)

    def print_paper(self) -> None:
        """Made as a file of the moment, shown by the program that prints it."""
        paper = self.presenter.paper
        if paper is not None:
            self.read(lambda: self.papers.to_print(paper), self._to_print)

    def save_rows(self) -> None:
        """The rows beside the charts."""
        title = f"{self.form.rowsTable.full_text()} {self.form.rowsTitle.full_text()}"
        path = self.ask_name(title, "csv")
        if path is None:
            return
        rows = [_csv_row(row) for row in self._rows]
        headings = [say(CONTEXT, heading) for heading in CSV_HEADINGS]
        self.read(lambda: write_paper(path, rows_csv(headings, rows)), self._kept)

    def show_missing(self) -> None:
        """The counters' days that are not in it, where rows stand otherwise."""
        paper = self.presenter.paper
        if paper is None or not paper.missing:
            return
        self.close_rows()
        words = say(CONTEXT, "Belum ditutup")
        rows = tuple(Line(one.on, None, one.station, "", words) for one in paper.missing)
        self.form.rowsTable.setText(say(CONTEXT, "Hari yang belum termasuk"))
        self._show_lines(period_text(paper.period), rows, shown_text(len(rows), len(rows)))

    # ---- what the presenter shows ----------------------------------------------------------------------------------

    def show_paper(self, paper: RecapPaper) -> None:
        self._end_busy()
        sentence, icon, tone = state_text(paper)
        self.form.state.setText(sentence)
        self.form.stateSign.set(icon, tone or "ink-2")
        set_state(self.form.state, tone=tone)
        self.form.missing.setVisible(bool(paper.missing))
        for button in (self.pdf, self.xlsx, self.print, self.more):
            button.setEnabled(True)
        self._show_tiles(paper)
        self._show_sections(paper)
        self._show_charts()
        self._open_again()

    def show_counting(self, done: int, total: int) -> None:
        self.form.busy.report(done, total)

    def show_stopped(self) -> None:
        """What was on the screen stands, under its own period."""
        self._end_busy()
        asked = self.presenter.asked
        if asked is not None:
            self.form.period.show_period(asked.period)
            self.form.reach.set_current(asked.reach.value)

    def show_rows(self, cell: Cell, behind: Behind) -> None:
        if self._opened is None:
            return
        plot, key, piece = self._opened
        self.form.rowsTable.setText(plot_title(plot))
        told = [shown_text(len(behind.rows), behind.total)]
        if behind.amount != behind.total:
            told.append(say(CONTEXT, "jumlah {amount}", amount=number_word(plot.unit, behind.amount)))
        if behind.only_here and self._reach() is Reach.LIBRARY:
            told.append(say(CONTEXT, "hanya loket ini"))
        lines = tuple(line_words(cell.table, line) for line in lines_of(plot, behind))
        self._show_lines(opened_title(plot, key, piece), lines, "  ·  ".join(told))

    def show_problem(self, error: Exception) -> None:
        self.fail(error)

    # ---- parts of the screen ---------------------------------------------------------------------------------------

    def _show_lines(self, title: str, rows: tuple[Line, ...], note: str) -> None:
        form = self.form
        self._rows, self._dated = rows, len({row.on for row in rows}) > 1
        form.rowsTitle.setText(title)
        form.rows.setAccessibleName(f"{form.rowsTable.full_text()}. {title}")
        form.rowsNote.setText(note)
        self._model.set_ids(range(len(rows)))
        self.keep_rows.setEnabled(bool(rows))
        form.panelStack.setCurrentWidget(form.panelRows)
        form.rows.select_row(0)

    def _open_again(self) -> None:
        """The rows beside the charts follow the figures: the same bar, if it is still there."""
        if self._opened is None:
            return
        plot, key, piece = self._opened
        card = self.form.charts.card(plot.key)
        if card is not None and card.chart.choose(key, piece):
            self.open_bar(card.plot, key, piece)
        else:
            self.close_rows()

    def _show_tiles(self, paper: RecapPaper) -> None:
        room = max(LEAST_TILES, self.width() // theme.current().px(TILE_PX))
        tiles = [tile_of(one, paper) for one in shown_headlines(paper, room)]
        while len(self._tiles) < len(tiles):
            self._tiles.append(FigureTile(self.form.tiles))
            self.form.tilesRow.addWidget(self._tiles[-1], 1)
        for place, tile in enumerate(self._tiles):
            tile.setVisible(place < len(tiles))
            if place < len(tiles):
                tile.show_tile(tiles[place])

    def _show_sections(self, paper: RecapPaper) -> None:
        """Parts in which anything was counted; the one in front stays, if it is among them."""
        before, names = self.section, self.form.sections
        self._shown = list(paper.figures.sections())
        blocked = names.blockSignals(True)
        names.clear()
        for section in self._shown:
            item = QListWidgetItem(section_word(section))
            item.setToolTip(section_word(section))
            item.setSizeHint(QSize(0, theme.current().px(NAV_ROW_PX)))
            names.addItem(item)
        names.setCurrentRow(self._shown.index(before) if before in self._shown else 0 if self._shown else -1)
        names.blockSignals(blocked)

    def _show_charts(self) -> None:
        paper, section = self.presenter.paper, self.section
        form = self.form
        if paper is None or section is None:
            form.charts.show_nothing(say(CONTEXT, "Belum ada kegiatan pada masa ini."))
        else:
            form.charts.show_section(paper, section)
        self._put_in_order()

    def _section_chosen(self) -> None:
        self.close_rows()
        self._show_charts()

    def _reach(self) -> Reach:
        return Reach(self.form.reach.current())

    def _end_busy(self) -> None:
        self.form.busy.finish()
        self.form.line.setCurrentWidget(self.form.statePage)

    # ---- words -----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form, reach = self.form, self.form.reach.current()
        form.reach.set_options(
            [
                (Reach.COUNTER.value, say(CONTEXT, "Loket ini"), ""),
                (Reach.LIBRARY.value, say(CONTEXT, "Seluruh perpustakaan"), ""),
            ]
        )
        form.reach.set_current(reach or Reach.COUNTER.value)
        form.reach.setAccessibleName(say(CONTEXT, "Angka siapa"))
        form.sections.setAccessibleName(say(CONTEXT, "Bagian laporan"))
        self.pdf.set_text(say(CONTEXT, "Simpan PDF …"))
        self.xlsx.set_text(say(CONTEXT, "XLSX …"))
        self.print.set_text(say(CONTEXT, "Cetak"))
        self.more.set_text(say(CONTEXT, "Lainnya"))
        self.keep_rows.set_text(say(CONTEXT, "Simpan CSV …"))
        self.pdf.setToolTip("Ctrl+S")
        self.print.setToolTip("Ctrl+P")
        form.missing.setText(say(CONTEXT, "Lihat harinya"))
        form.closeRows.setAccessibleName(say(CONTEXT, "Tutup daftar"))
        form.closeRows.setToolTip(say(CONTEXT, "Tutup daftar"))
        form.idle.set_content(
            "list", say(CONTEXT, "Pilih satu batang untuk melihat baris di baliknya."), "Enter", say(CONTEXT, "buka")
        )
        form.rows.set_empty("list", say(CONTEXT, "Tidak ada baris yang dapat ditampilkan."))
        self._model.retranslate()
        self._put_in_order()
        if self.presenter.paper is not None:
            self.show_paper(self.presenter.paper)

    # ---- how it is built -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form, px = self.form, theme.current().px
        form.period.show_period(period_of(PeriodKind.DAY, self.shell.desk.today()))
        for button in (self.pdf, self.xlsx, self.print, self.more):
            button.setEnabled(False)
            form.saving.addWidget(button)
        form.rowsSaving.addWidget(self.keep_rows)
        form.sections.setFixedWidth(px(NAV_PX))
        form.panel.setMinimumWidth(px(PANEL_PX))
        form.line.setFixedHeight(px(LINE_PX))
        form.tiles.setMinimumWidth(1)  # as many as there is room for; they never make the window wider
        form.missing.hide()
        form.rows.show_model(self._model)
        icons.tint(form.closeRows, "x")
        form.panelStack.setCurrentWidget(form.panelIdle)

    def _put_in_order(self) -> None:
        """Tab goes from the names of the parts to their charts, which are made anew with each part."""
        form = self.form
        in_order(
            *form.period.stops, self.pdf, self.xlsx, self.print, self.more, form.reach, form.missing, form.sections,
            form.charts, form.rows, self.keep_rows, form.closeRows,
        )  # fmt: skip

    def _wire(self) -> None:
        form = self.form
        form.period.changed.connect(self._read)
        form.reach.changed.connect(lambda _: self._read())
        form.sections.currentRowChanged.connect(lambda _: self._section_chosen())
        form.charts.opened.connect(self.open_bar)
        form.closeRows.clicked.connect(self.close_rows)
        form.missing.clicked.connect(self.show_missing)
        form.busy.cancelled.connect(self.presenter.stop)
        self.pdf.clicked.connect(lambda: self.save(RecapFile.PDF))
        self.xlsx.clicked.connect(lambda: self.save(RecapFile.XLSX))
        self.print.clicked.connect(self.print_paper)
        self.more.clicked.connect(self._show_more)
        self.keep_rows.clicked.connect(self.save_rows)
        on_key(self, "Ctrl+S", self.pdf.click)
        on_key(self, "Ctrl+P", self.print.click)
        on_key(self, "Alt+Left", lambda: form.period.step(-1))
        on_key(self, "Alt+Right", lambda: form.period.step(1))

    def _read(self) -> None:
        """Another question shows that it is being counted; the same one again is answered without a stir."""
        asked = Asked(self.form.period.period, self._reach())
        self.presenter.read(asked)
        if self.presenter.is_counting and asked != self.presenter.asked:
            self.form.busy.begin(say(CONTEXT, "Menghitung {period} …", period=period_text(asked.period)))
            self.form.line.setCurrentWidget(self.form.busyPage)

    def _show_more(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def menu(self) -> QMenu:
        """What is kept less often."""
        menu = QMenu(self)
        for kind, words in IN_THE_MENU.items():
            action = menu.addAction(icons.icon("download"), say(CONTEXT, words))
            action.triggered.connect(lambda _=False, kind=kind: self.save(kind))
        return menu

    def _fetch_rows(self, keys: Sequence[int]) -> Mapping[int, Line]:
        return {key: self._rows[key] for key in keys if key < len(self._rows)}

    def _row_columns(self) -> list[Column[Line]]:
        return [
            Column(lambda: say(CONTEXT, "Waktu"), lambda row: wall_text(row.on, row.at, dated=self._dated)),
            Column(lambda: say(CONTEXT, "Uraian"), _what, stretch=True, strong=True, tooltip=_told),
            Column(lambda: say(CONTEXT, "Siapa"), lambda row: row.who, width_px=150, tooltip=_told),
            Column(lambda: say(CONTEXT, "Jumlah"), _amount, "right"),
        ]

    # ---- files -----------------------------------------------------------------------------------------------------

    def _kept(self, path: Path) -> None:
        self.shell.sounds.play("ok")
        self.saved.emit(path)

    def _to_print(self, path: Path) -> None:
        if not self.open_file(path):
            self.said.emit(say(CONTEXT, "Tidak ada program pembuka PDF. Berkasnya ada di {path}.", path=path), "warn")

    def _ask_name(self, name: str, ending: str) -> Path | None:
        return ask_file(self, say(CONTEXT, "Simpan berkas"), name, ending)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.presenter.paper is not None and event.size().width() != event.oldSize().width():
            self._show_tiles(self.presenter.paper)


def _what(row: Line) -> str:
    return " · ".join(part for part in (row.what, row.detail) if part)


def _told(row: Line) -> str:
    return "\n".join(part for part in (row.what, row.detail, row.who) if part)


def _amount(row: Line) -> str:
    return "" if row.amount is None else number_word(row.unit, row.amount)


def _csv_row(row: Line) -> tuple[object, ...]:
    clock = f"{row.at.hour:02}:{row.at.minute:02}" if row.at is not None else ""
    return (row.on, clock, row.what, row.who, row.detail, row.amount)
