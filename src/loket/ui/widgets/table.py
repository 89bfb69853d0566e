"""The list on every page: generous rows, no boxes, all by keyboard; letters go on to the scan box."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from loket.ui import theme
from loket.ui.tables import PagedTableModel
from loket.ui.widgets.notes import EmptyState

ROW_PX = 36


class Table(QTableView):
    """Shows a `PagedTableModel`.

    Signals: `activated_row(number)` by Enter or double click, `picked_row(number)` when another row is chosen.
    """

    activated_row = Signal(int)
    picked_row = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setResizeContentsPrecision(0)  # measure what is painted, not a thousand rows
        self._empty = EmptyState(self.viewport())
        self._empty.hide()
        self._has_empty = False
        self.doubleClicked.connect(lambda index: self.activated_row.emit(index.row()))
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def show_model(self, model: QAbstractItemModel) -> None:
        """Show a model; columns of a `PagedTableModel` get their widths."""
        self.setModel(model)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._show_empty)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self._restyle()
        self._show_empty()

    def set_empty(self, icon: str, sentence: str, key: str = "", key_text: str = "") -> None:
        """What stands in the list while it has no rows."""
        self._has_empty = True
        self._empty.set_content(icon, sentence, key, key_text)
        self._show_empty()

    def current_row(self) -> int:
        """The chosen row's number, -1 for none."""
        return self.currentIndex().row()

    def select_row(self, number: int) -> None:
        if self.model() is not None and 0 <= number < self.model().rowCount():
            self.selectRow(number)

    def keyboardSearch(self, search: str) -> None:
        """No jumping by letters: what is typed belongs to the scan box."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_row() >= 0:
            self.activated_row.emit(self.current_row())
        elif event.text().isprintable() and event.text() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()  # up to the page, where ScanBox.adopt waits
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().rect())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        model = self.model()
        if event.type() == QEvent.Type.LanguageChange and isinstance(model, PagedTableModel):
            model.retranslate()

    def _moved(self, current: QModelIndex | QPersistentModelIndex, _previous: QObject) -> None:
        if current.isValid():
            self.picked_row.emit(current.row())

    def _show_empty(self) -> None:
        nothing = self.model() is None or self.model().rowCount() == 0
        self._empty.setGeometry(self.viewport().rect())
        self._empty.setVisible(nothing and self._has_empty)
        self.horizontalHeader().setVisible(not (nothing and self._has_empty))

    def _restyle(self) -> None:
        px = theme.current().px
        self.setIconSize(QSize(px(18), px(18)))
        self.verticalHeader().setDefaultSectionSize(px(ROW_PX))
        model, header = self.model(), self.horizontalHeader()
        if not isinstance(model, PagedTableModel):
            return
        for number, column in enumerate(model.columns):
            if column.stretch:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            elif column.width_px:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
                header.resizeSection(number, px(column.width_px))
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.ResizeToContents)
