"""Long lists: rows are read when painted, a hundred at a time, and a vanished one is shown grey."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from loket.ui import theme
from loket.ui.jobs import InlineJobs, Jobs
from loket.ui.tables import KEEP_ROWS, KEY_ROLE, PAGE_SIZE, ROW_ROLE, Column, PagedTableModel
from loket.ui.widgets import Table


@dataclass(frozen=True)
class Book:
    title: str
    price_rp: int = 0


COLUMNS: list[Column[Book]] = [
    Column("Judul", lambda book: book.title, stretch=True, strong=True),
    Column(lambda: "Harga", lambda book: str(book.price_rp), align="right", token=lambda book: "stop"),
    Column("Ada", lambda book: "ya", icon=lambda book: ("check", "ok"), tooltip=lambda book: f"{book.title} ada"),
]


class Shelf:
    """A fetch function that remembers what it was asked for."""

    def __init__(self, size: int, missing: frozenset[int] = frozenset()) -> None:
        self.size, self.missing = size, missing
        self.asked: list[Sequence[int]] = []

    def fetch(self, keys: Sequence[int]) -> Mapping[int, Book]:
        self.asked.append(tuple(keys))
        return {key: Book(f"Buku {key}", key * 100) for key in keys if key not in self.missing}

    def model(self, jobs: InlineJobs | Jobs | None = None) -> PagedTableModel[int, Book]:
        made = PagedTableModel(COLUMNS, self.fetch, jobs)
        made.set_ids(range(self.size))
        return made


def text(model: PagedTableModel[int, Book], row: int, column: int = 0) -> object:
    return model.data(model.index(row, column))


@pytest.mark.parametrize("with_jobs", [False, True])
def test_the_model_keeps_qt_s_rules(qtmodeltester: ModelTester, with_jobs: bool) -> None:
    model = Shelf(250, frozenset({3})).model(InlineJobs() if with_jobs else None)
    qtmodeltester.check(model, force_py=True)
    model.put(999, Book("baru"))
    model.put(998, Book("paling atas"), at=0)
    model.take(5)
    model.take(5)
    model.set_ids([])


def test_a_million_rows_cost_one_page(qtbot: QtBot) -> None:
    shelf = Shelf(1_000_000)
    model = shelf.model()
    assert not shelf.asked
    assert text(model, 250) == "Buku 250"
    assert text(model, 299, 1) == "29900"
    assert shelf.asked == [tuple(range(200, 300))]
    assert text(model, 999_999) == "Buku 999999"
    assert len(shelf.asked) == 2
    assert all(len(keys) <= PAGE_SIZE for keys in shelf.asked)


def test_scrolling_through_everything_does_not_gather_it() -> None:
    model = Shelf(4 * KEEP_ROWS).model()
    for row in range(0, 4 * KEEP_ROWS, PAGE_SIZE):
        model.row_at(row)
    assert len(model._rows) <= KEEP_ROWS + PAGE_SIZE


def test_a_view_reads_only_what_it_paints(qtbot: QtBot) -> None:
    shelf, table = Shelf(10_000), Table(name="Buku")
    qtbot.addWidget(table)
    table.show_model(shelf.model())
    table.resize(600, 400)
    table.show()
    QApplication.processEvents()
    table.scrollTo(table.model().index(5_000, 0))
    table.grab()
    assert shelf.asked
    assert sum(map(len, shelf.asked)) <= 400
    assert any(5_000 in keys for keys in shelf.asked)


def test_a_vanished_row_is_grey_and_says_so() -> None:
    model = Shelf(3, frozenset({1})).model()
    assert text(model, 0) == "Buku 0"
    assert text(model, 1) == "sudah tidak ada"
    assert text(model, 1, 1) is None
    assert model.row_at(1) is None
    assert model.vanished(1)
    assert not model.vanished(2)
    assert model.data(model.index(1, 0), Qt.ItemDataRole.ForegroundRole) == theme.current().qcolor("disabled")


def test_what_a_cell_tells() -> None:
    model = Shelf(3).model()
    index = model.index(2, 1)
    assert model.data(index, KEY_ROLE) == 2
    assert model.data(index, ROW_ROLE) == Book("Buku 2", 200)
    assert model.data(index, Qt.ItemDataRole.ForegroundRole) == theme.current().qcolor("stop")
    assert model.data(index, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert not model.data(model.index(2, 2), Qt.ItemDataRole.DecorationRole).isNull()
    assert model.data(model.index(2, 2), Qt.ItemDataRole.ToolTipRole) == "Buku 2 ada"
    assert model.data(model.index(2, 0), Qt.ItemDataRole.FontRole).weight() == QFont.Weight.DemiBold
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)] == ["Judul", "Harga", "Ada"]
    assert model.data(QModelIndex()) is None


def test_changed_rows_are_read_again(qtbot: QtBot) -> None:
    shelf = Shelf(300)
    model = shelf.model()
    assert text(model, 7) == "Buku 7"
    with qtbot.waitSignal(model.dataChanged):
        model.forget([7])
    assert text(model, 7) == "Buku 7"
    assert shelf.asked[-1] == (7,)
    model.forget()
    assert text(model, 8) == "Buku 8"
    assert shelf.asked[-1] == tuple(range(100))


def test_put_changes_in_place_or_adds_without_a_reset(qtbot: QtBot) -> None:
    shelf = Shelf(3)
    model = shelf.model()
    resets = QSignalSpy(model.modelReset)
    model.put(1, Book("diganti"))
    model.put(77, Book("baru"), at=0)
    assert [text(model, row) for row in range(4)] == ["baru", "Buku 0", "diganti", "Buku 2"]
    assert model.number_of(1) == 2
    model.take(0)
    assert [model.key_at(row) for row in range(3)] == [77, 1, 2]
    assert model.number_of(0) is None
    assert resets.count() == 0


def test_in_the_background_a_cell_waits_without_holding_the_window(qtbot: QtBot) -> None:
    jobs = Jobs()
    shelf = Shelf(250)
    model = shelf.model(jobs)
    assert text(model, 120) == "…"
    assert text(model, 121) == "…"
    with qtbot.waitSignal(model.dataChanged):
        qtbot.waitUntil(jobs.idle)
    assert text(model, 120) == "Buku 120"
    assert shelf.asked == [tuple(range(100, 200))]  # asked for once, though two cells wanted it
    jobs.close()


class HeldJobs(InlineJobs):
    """Keeps each job until it is let go: answers come late and in any order."""

    def __init__(self) -> None:
        self.held: list[Callable[[], object]] = []

    def start(self, fn, on_success=None, on_failure=None, lane="read", owner=None):  # type: ignore[no-untyped-def]
        self.held.append(lambda: InlineJobs.start(self, fn, on_success, on_failure, lane, owner))


def test_an_answer_to_older_ids_is_dropped() -> None:
    jobs, shelf = HeldJobs(), Shelf(10)
    model = shelf.model(jobs)
    assert text(model, 0) == "…"
    model.set_ids([5, 6])
    jobs.held.pop(0)()
    assert text(model, 0) == "…"
    jobs.held.pop(0)()
    assert text(model, 0) == "Buku 5"


def test_a_failed_read_is_asked_again_when_next_painted() -> None:
    jobs = HeldJobs()

    def broken(_keys: Sequence[int]) -> Mapping[int, Book]:
        raise OSError("locked")

    model = PagedTableModel(COLUMNS, broken, jobs)
    model.set_ids([1])
    assert text(model, 0) == "…"
    with pytest.raises(OSError, match="locked"):
        jobs.held.pop(0)()
    assert text(model, 0) == "…"
    assert len(jobs.held) == 1
