"""Long lists that hold only keys and fetch the rows that are painted, a hundred at a time.

Search and order belong in SQL: a page reads the ordered keys in a job, gives them to `PagedTableModel.set_ids`, and the
model asks for the rows it shows. A million keys cost a few megabytes; no row is read before it is seen.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from loket.ui import icons, theme
from loket.ui.jobs import JobRunner

K = TypeVar("K")
R = TypeVar("R")
Align = Literal["left", "right", "center"]
Index = QModelIndex | QPersistentModelIndex

PAGE_SIZE = 100
KEEP_ROWS = 5_000  # scrolling through a million rows must not gather them
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
KEY_ROLE = ROW_ROLE + 1
_NOWHERE = QModelIndex()
_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignCenter,
}


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: what stands above it and what it shows of a row.

    `heading` as a callable is asked again after a change of language. `width_px` 0 means as wide as the first rows
    need; `stretch` takes what is left. `icon` gives (name, token), `token` the colour of the text.
    """

    heading: str | Callable[[], str]
    value: Callable[[R], str]
    align: Align = "left"
    width_px: int = 0
    stretch: bool = False
    icon: Callable[[R], tuple[str, str] | None] | None = None
    token: Callable[[R], str | None] | None = None
    strong: bool = False
    tooltip: Callable[[R], str] | None = None

    @property
    def title(self) -> str:
        return self.heading() if callable(self.heading) else self.heading


class PagedTableModel(QAbstractTableModel, Generic[K, R]):
    """Rows by key, read when painted.

    `fetch_rows` is given up to a hundred keys and returns the rows it found; a key it leaves out has vanished and is
    shown grey. With `jobs` it runs in the reading lane and the rows appear when they are there; without, at once.
    """

    def __init__(
        self,
        columns: Sequence[Column[R]],
        fetch_rows: Callable[[Sequence[K]], Mapping[K, R]],
        jobs: JobRunner | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._fetch_rows = fetch_rows
        self._jobs = jobs
        self._widest = next((number for number, column in enumerate(self.columns) if column.stretch), 0)
        self._ids: list[K] = []
        self._numbers: dict[K, int] | None = None
        self._rows: dict[K, R | None] = {}  # None: asked for and not there any more
        self._asked: set[int] = set()  # first row numbers of the pages under way
        self._generation = 0  # of the ids: an answer to older ids is dropped

    def set_ids(self, ids: Iterable[K]) -> None:
        """Show these keys in this order; every row is read anew."""
        self.beginResetModel()
        self._ids = list(ids)
        self._numbers = None
        self._rows.clear()
        self._asked.clear()
        self._generation += 1
        self.endResetModel()

    def ids(self) -> Sequence[K]:
        return tuple(self._ids)

    def put(self, key: K, row: R, at: int | None = None) -> None:
        """Show this row: in its place when the key is known, otherwise at number `at`, or at the end."""
        number = self.number_of(key)
        if number is not None:
            self._rows[key] = row
            self._row_changed(number, number)
            return
        number = len(self._ids) if at is None else at
        self.beginInsertRows(QModelIndex(), number, number)
        self._ids.insert(number, key)
        self._rows[key] = row
        self._moved()
        self.endInsertRows()

    def take(self, key: K) -> None:
        """Leave this key out of the list; nothing happens when it is not in it."""
        number = self.number_of(key)
        if number is None:
            return
        self.beginRemoveRows(QModelIndex(), number, number)
        del self._ids[number]
        self._rows.pop(key, None)
        self._moved()
        self.endRemoveRows()

    def forget(self, keys: Iterable[K] | None = None) -> None:
        """Read these rows (all, without keys) again when they are next painted: something changed them."""
        if keys is None:
            self._rows.clear()
            self._asked.clear()
            self._generation += 1
            self._row_changed(0, len(self._ids) - 1)
            return
        for key in keys:
            self._rows.pop(key, None)
            if (number := self.number_of(key)) is not None:
                self._row_changed(number, number)

    def key_at(self, number: int) -> K:
        return self._ids[number]

    def number_of(self, key: K) -> int | None:
        """The row number of a key, None when it is not in the list."""
        if self._numbers is None:
            self._numbers = {known: number for number, known in enumerate(self._ids)}
        return self._numbers.get(key)

    def row_at(self, number: int) -> R | None:
        """The row with this number; None while it is being read, or when it has vanished since the ids were read."""
        wanted = self._ids[number]
        if wanted not in self._rows:
            self._fetch(number - number % PAGE_SIZE)
        return self._rows.get(wanted)

    def vanished(self, number: int) -> bool:
        """Was the row asked for and not found?"""
        return self._rows.get(self._ids[number], ...) is None

    def retranslate(self) -> None:
        """After a change of language: headings and cells are asked for again."""
        if self.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self._row_changed(0, len(self._ids) - 1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNMENTS[self.columns[section].align]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not self.checkIndex(index):
            return None
        number, column = index.row(), self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNMENTS[column.align]
        if role == KEY_ROLE:
            return self._ids[number]
        row = self.row_at(number)
        if role == ROW_ROLE:
            return row
        return self._missing(number, index.column(), role) if row is None else _cell(column, row, role)

    def _missing(self, number: int, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.current().qcolor("disabled")
        if role == Qt.ItemDataRole.DisplayRole and column == self._widest:
            return QCoreApplication.translate("Table", "sudah tidak ada") if self.vanished(number) else "…"
        return None

    def _fetch(self, start: int) -> None:
        page = [key for key in self._ids[start : start + PAGE_SIZE] if key not in self._rows]
        if len(self._rows) > KEEP_ROWS:
            self._rows.clear()
        if self._jobs is None:
            self._rows |= _found(page, self._fetch_rows(page))
            return
        if start in self._asked:
            return
        self._asked.add(start)
        generation = self._generation

        def arrived(found: Mapping[K, R]) -> None:
            self._arrived(start, generation, page, found)

        def failed(error: Exception) -> None:
            self._asked.discard(start)  # the next painting asks again
            raise error

        self._jobs.start(lambda: self._fetch_rows(page), arrived, failed, lane="read", owner=self)

    def _arrived(self, start: int, generation: int, page: Sequence[K], found: Mapping[K, R]) -> None:
        if generation != self._generation:
            return
        self._asked.discard(start)
        self._rows = _found(page, found) | self._rows  # a row put in meanwhile is newer
        self._row_changed(start, min(start + PAGE_SIZE, len(self._ids)) - 1)

    def _moved(self) -> None:
        self._numbers = None
        self._asked.clear()

    def _row_changed(self, first: int, last: int) -> None:
        if 0 <= first <= last and self.columns:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))


def rows_of(rows: Mapping[K, R], keys: Sequence[K]) -> dict[K, R]:
    """The rows of these keys that are there: what `fetch_rows` answers where all rows are at hand."""
    return {key: rows[key] for key in keys if key in rows}


def _found(page: Sequence[K], rows: Mapping[K, R]) -> dict[K, R | None]:
    return {key: rows.get(key) for key in page}


def _cell(column: Column[R], row: R, role: int) -> Any:
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return column.value(row)
    if role == Qt.ItemDataRole.ToolTipRole:
        return column.tooltip(row) if column.tooltip else None
    if role == Qt.ItemDataRole.DecorationRole and column.icon:
        wanted = column.icon(row)
        return icons.icon(*wanted) if wanted else None
    if role == Qt.ItemDataRole.ForegroundRole and column.token:
        token = column.token(row)
        return theme.current().qcolor(token) if token else None
    if role == Qt.ItemDataRole.FontRole and column.strong:
        strong = QFont()
        strong.setWeight(QFont.Weight.DemiBold)
        return strong
    return None
