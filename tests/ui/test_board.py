"""The board of places: as it stands in the room, by arrow keys and clicks, its states told apart without colour."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from loket.ui import theme
from loket.ui.widgets import Board, ScanBox, Tile, TileState

ROOM = (920, 520)


def tile(number: int, state: TileState = TileState.FREE, **more: object) -> Tile:
    row, column = divmod(number, 4)
    given: dict[str, object] = {"word": state.value, "row": row, "column": column} | more
    return Tile(number, f"A{number:02}", state, **given)  # type: ignore[arg-type]


def shown(qtbot: QtBot, tiles: Sequence[Tile], size: tuple[int, int] = ROOM) -> Board:
    board = Board(name="papan")
    board.resize(*size)
    qtbot.addWidget(board)
    board.show()
    board.show_tiles(tiles)
    board.activateWindow()
    qtbot.waitUntil(board.isActiveWindow)
    return board


def place(board: Board, key: object) -> QWidget:
    widget = board.tile_widget(key)
    assert widget is not None
    return widget


def test_tiles_stand_as_in_the_room_and_all_in_sight(qtbot: QtBot) -> None:
    board = shown(qtbot, [tile(number) for number in range(12)])
    first, right, below = (place(board, key).geometry() for key in (0, 1, 4))
    assert right.top() == first.top()
    assert right.left() == first.left() + first.width()
    assert below.left() == first.left()
    assert below.top() == first.top() + first.height()
    assert place(board, 11).geometry().bottom() <= board.viewport().height()
    assert first.width() > 84


def test_many_tiles_stay_large_enough_to_read_and_scroll(qtbot: QtBot) -> None:
    board = shown(qtbot, [tile(number) for number in range(160)])
    assert place(board, 0).width() >= 84
    assert board.verticalScrollBar().maximum() > 0
    assert board.choose(159)
    assert place(board, 159).visibleRegion().boundingRect().height() == place(board, 159).height()


def test_a_group_whose_places_collide_is_laid_out_in_order(qtbot: QtBot) -> None:
    board = shown(qtbot, [tile(number, row=0, column=0) for number in range(7)])
    corners = [place(board, key).geometry().topLeft() for key in range(7)]
    assert len({(corner.x(), corner.y()) for corner in corners}) == 7
    assert corners == sorted(corners, key=lambda corner: (corner.y(), corner.x()))


def test_groups_stand_apart_with_their_names(qtbot: QtBot) -> None:
    tiles = [tile(number, group="Lobi") for number in range(4)] + [
        tile(number + 20, group="Aula") for number in range(4)
    ]
    board = shown(qtbot, tiles)
    lobby, hall = place(board, 0).geometry(), place(board, 20).geometry()
    assert not lobby.intersects(hall)
    assert {heading.text() for heading in board._headings} == {"Lobi", "Aula"}


@pytest.mark.parametrize(
    ("key", "reached"),
    [(Qt.Key.Key_Right, 6), (Qt.Key.Key_Left, 4), (Qt.Key.Key_Up, 1), (Qt.Key.Key_Down, 9), (Qt.Key.Key_End, 11)],
)
def test_arrows_move_to_the_neighbour(qtbot: QtBot, key: Qt.Key, reached: int) -> None:
    board = shown(qtbot, [tile(number) for number in range(12)])
    board.choose(5)
    place(board, 5).setFocus()
    with qtbot.waitSignal(board.picked) as told:
        QTest.keyClick(place(board, 5), key)
    assert told.args == [reached]
    assert board.current() == reached
    assert place(board, reached).hasFocus()


def test_arrows_stop_at_the_edge_and_cross_to_the_next_group(qtbot: QtBot) -> None:
    tiles = [tile(number, group="Lobi") for number in range(4)] + [
        tile(number + 20, group="Aula") for number in range(4)
    ]
    board = shown(qtbot, tiles)
    board.choose(0)
    board.step(-1, 0)
    assert board.current() == 0
    board.step(0, 1)
    assert board.current() == 20
    board.step(0, 1)
    assert board.current() == 20


def test_enter_and_double_click_act_a_click_only_chooses(qtbot: QtBot) -> None:
    board = shown(qtbot, [tile(number) for number in range(4)])
    acted: list[object] = []
    board.activated.connect(acted.append)
    QTest.mouseClick(place(board, 2), Qt.MouseButton.LeftButton)
    assert (board.current(), acted) == (2, [])
    place(board, 2).setFocus()
    QTest.keyClick(place(board, 2), Qt.Key.Key_Return)
    QTest.mouseDClick(place(board, 3), Qt.MouseButton.LeftButton)
    assert acted == [2, 3]


def test_what_is_typed_on_a_tile_goes_to_the_scan_box(qtbot: QtBot) -> None:
    page = QWidget()
    box, board = ScanBox(page), Board(page)
    column = QVBoxLayout(page)
    column.addWidget(box)
    column.addWidget(board)
    box.adopt(page)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    board.show_tiles([tile(number) for number in range(4)])
    board.choose(1)
    place(board, 1).setFocus()
    QTest.keyClicks(place(board, 1), "1")
    assert box.text() == "1"
    edit = box.findChild(QLineEdit)
    assert edit is not None
    assert edit.hasFocus()


def test_tab_stops_once_at_the_board(qtbot: QtBot) -> None:
    board = shown(qtbot, [tile(number) for number in range(4)])
    board.setFocus(Qt.FocusReason.TabFocusReason)
    assert board.current() == 0
    stops = [key for key in range(4) if place(board, key).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [0]


def test_the_choice_stays_while_its_tile_does(qtbot: QtBot) -> None:
    board = shown(qtbot, [tile(number) for number in range(4)])
    board.choose(2)
    before = place(board, 2)
    board.show_tiles([tile(number, TileState.TAKEN) for number in range(4)])
    assert board.current() == 2
    assert place(board, 2) is before
    changed = board.tile(2)
    assert changed is not None
    assert changed.state is TileState.TAKEN
    board.show_tiles([tile(0)])
    assert board.current() is None
    assert not board.choose(2)


def test_a_screen_reader_hears_all_of_it(qtbot: QtBot) -> None:
    told = tile(1, TileState.OVERDUE, word="Terlambat", detail="3 j", note="Rara Contoh", figure="00:10")
    board = shown(qtbot, [told])
    assert place(board, 1).accessibleName() == "A01, Terlambat, 00:10, 3 j, Rara Contoh"
    assert place(board, 1).toolTip() == "Rara Contoh"


def test_an_empty_board_says_so(qtbot: QtBot) -> None:
    board = shown(qtbot, [])
    board.set_empty("lock", "Belum ada loker.")
    assert board._empty.isVisible()
    board.show_tiles([tile(1)])
    assert not board._empty.isVisible()


@pytest.mark.parametrize("name", theme.NAMES)
def test_every_state_differs_without_its_colours_and_its_words(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    """Grey, wordless pictures of the same number differ by pattern and drawing alone."""
    theme.install(qapp, name=name, motion=False)
    board = shown(qtbot, [Tile(state, "7", state, "", column=at) for at, state in enumerate(TileState)])
    pictures = {state: _outline(place(board, state).grab().toImage()) for state in TileState}
    states = list(TileState)
    for number, one in enumerate(states):
        for other in states[number + 1 :]:
            same = sum(a == b for a, b in zip(pictures[one], pictures[other], strict=True))
            assert same < len(pictures[one]) * 0.985, (one, other)


def _outline(image: QImage) -> list[bool]:
    """Where the brightness changes: what is left when every colour is gone."""
    width, height = image.width(), image.height()
    grey = [[QColor(image.pixel(x, y)).lightness() for x in range(width)] for y in range(height)]
    return [abs(grey[y][x] - grey[y][x + 1]) > 6 for y in range(height) for x in range(width - 1)]
