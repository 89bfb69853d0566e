"""Changing a card's design, without a window: choose, move, set, add, take back; and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from loket.domain.cards import CardValues
from loket.domain.errors import InvalidInput
from loket.reports.card_design import (
    BOX_COLOUR,
    FRONT,
    MOST_ELEMENTS,
    Barcode,
    CardDesign,
    Element,
    Photo,
    Picture,
    Shape,
    Text,
    check_design,
    check_element,
)
from loket.reports.card_drawing import code_bars

STEP_MM, FINE_MM = 0.5, 0.1  # of the arrow keys
SNAP_MM = 0.7
MARGIN_MM = 3.0  # what a printer may miss at the edge
LEAST_MM = 1.0
MOST_STEPS = 200
_MADE: Mapping[str, Callable[[], Element]] = {
    "text": lambda: Text(x_mm=10, y_mm=10, w_mm=40, h_mm=5, text="Tulisan", size_pt=8),
    "barcode": lambda: Barcode(x_mm=7.6, y_mm=30, w_mm=70.4, h_mm=9.6, text_pt=6),
    "photo": lambda: Photo(x_mm=10, y_mm=10, w_mm=15, h_mm=20, radius_mm=1),
    "logo": lambda: Picture(x_mm=10, y_mm=10, w_mm=10, h_mm=10, file="logo", otherwise="buku-biru"),
    "signature": lambda: Picture(x_mm=10, y_mm=10, w_mm=22, h_mm=8, file="signature"),
    "box": lambda: Shape(x_mm=10, y_mm=10, w_mm=30, h_mm=10, fill=BOX_COLOUR),
}
ADDABLE = tuple(_MADE)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something on this side that would print badly: `outside`, `code_small`, `code_covered`, `code_unprintable`."""

    code: str
    number: int
    need_mm: str = ""


@dataclass(frozen=True, slots=True)
class _Moment:
    design: CardDesign
    side: str
    selected: int | None


class DesignEditor:
    """One design being changed. `selected` counts the elements of the shown side from 0, the lowest first."""

    def __init__(self, design: CardDesign) -> None:
        self.design = design
        self.side = FRONT
        self.selected: int | None = None
        self._saved = design
        self._undo: list[_Moment] = []
        self._redo: list[_Moment] = []
        self._gesture = ""

    # ---- looking ----------------------------------------------------------------------------------------------------

    @property
    def elements(self) -> tuple[Element, ...]:
        return self.design.side(self.side)

    @property
    def element(self) -> Element | None:
        return None if self.selected is None else self.elements[self.selected]

    @property
    def may_undo(self) -> bool:
        return bool(self._undo)

    @property
    def may_redo(self) -> bool:
        return bool(self._redo)

    @property
    def unsaved(self) -> bool:
        return self.design != self._saved

    def saved(self) -> None:
        self._saved = self.design

    def at(self, x_mm: float, y_mm: float) -> int | None:
        """The element under a point: the topmost, but decoration only where nothing else is."""
        under = [number for number, one in enumerate(self.elements) if _holds(one, x_mm, y_mm)]
        content = [number for number in under if not isinstance(self.elements[number], Shape)]
        return max(content or under, default=None)

    def findings(self, values: CardValues) -> list[Finding]:
        """What is wrong on the shown side, for these values."""
        found = []
        for number, one in enumerate(self.elements):
            if not isinstance(one, Shape) and not self._is_inside(one):
                found.append(Finding("outside", number))
            if isinstance(one, Barcode):
                found += self._code_findings(number, one, values)
        return found

    def _code_findings(self, number: int, code: Barcode, values: CardValues) -> list[Finding]:
        found = []
        try:
            code_bars(code, values)
        except InvalidInput as error:
            small = error.code == "card_code_too_long"
            need_mm = str(error.params.get("need_mm", ""))
            found.append(Finding("code_small" if small else "code_unprintable", number, need_mm))
        if any(_overlap(code, other) for other in self.elements[number + 1 :]):
            found.append(Finding("code_covered", number))
        return found

    def _is_inside(self, one: Element) -> bool:
        right, bottom = one.x_mm + one.w_mm, one.y_mm + one.h_mm
        within = right <= self.design.width_mm + 0.01 and bottom <= self.design.height_mm + 0.01
        return within and one.x_mm >= -0.01 and one.y_mm >= -0.01

    # ---- choosing ---------------------------------------------------------------------------------------------------

    def show_side(self, side: str) -> None:
        if side != self.side:
            self.side, self.selected = side, None
            self.end_gesture()

    def select(self, number: int | None) -> None:
        if number != self.selected:
            self.selected = number if number is not None and 0 <= number < len(self.elements) else None
            self.end_gesture()

    # ---- changing ---------------------------------------------------------------------------------------------------

    def nudge(self, dx_mm: float, dy_mm: float) -> None:
        """Move by keys; steps in a row are taken back together."""
        one = self.element
        if one is not None:
            self._put(replace(one, x_mm=_round(one.x_mm + dx_mm), y_mm=_round(one.y_mm + dy_mm)), "nudge")

    def place(self, x_mm: float, y_mm: float, *, snap: bool = True) -> None:
        """Drag to a place; near an edge or a middle it falls into line. One gesture is one step back."""
        one = self.element
        if one is None:
            return
        if snap:
            x_mm = _snapped(x_mm, one.w_mm, self._lines(lambda other: (other.x_mm, other.w_mm), self.design.width_mm))
            y_mm = _snapped(y_mm, one.h_mm, self._lines(lambda other: (other.y_mm, other.h_mm), self.design.height_mm))
        self._put(replace(one, x_mm=_round(x_mm), y_mm=_round(y_mm)), "place")

    def resize(self, w_mm: float, h_mm: float) -> None:
        one = self.element
        if one is not None:
            self._put(replace(one, w_mm=_round(max(LEAST_MM, w_mm)), h_mm=_round(max(LEAST_MM, h_mm))), "resize")

    def set(self, name: str, value: Any) -> None:
        """Set one entry of the chosen element. Raises InvalidInput and changes nothing."""
        one = self.element
        if one is None or getattr(one, name) == value:
            return
        changes: dict[str, Any] = {name: value}
        if isinstance(one, Text) and name == "size_pt" and value < one.least_pt:
            changes["least_pt"] = value
        changed = replace(one, **changes)
        check_element(changed, self.side)
        self._put(changed, f"set {name}")

    def end_gesture(self) -> None:
        """What comes next is a step of its own."""
        self._gesture = ""

    def add(self, kind: str, picture: str = "") -> None:
        """Put a new element on top and choose it. `picture`: the file of a picture."""
        if len(self.elements) >= MOST_ELEMENTS:
            raise InvalidInput(self.side, "card_too_many", most=MOST_ELEMENTS)
        made = Picture(x_mm=10, y_mm=10, w_mm=20, h_mm=15, file=picture) if picture else _MADE[kind]()
        if isinstance(made, Barcode) and self.design.portrait:
            made = replace(made, x_mm=41.4, y_mm=5.2, w_mm=8.6, h_mm=71.2)
        self._change((*self.elements, made))
        self.selected = len(self.elements) - 1

    def duplicate(self) -> None:
        one = self.element
        if one is not None:
            self._change((*self.elements, replace(one, x_mm=_round(one.x_mm + 2), y_mm=_round(one.y_mm + 2))))
            self.selected = len(self.elements) - 1

    def remove(self) -> None:
        number = self.selected
        if number is not None:
            self._change((*self.elements[:number], *self.elements[number + 1 :]))
            self.selected = None

    def shift(self, by: int) -> None:
        """Towards the top (+1) or the ground (-1)."""
        number = self.selected
        if number is None or not 0 <= number + by < len(self.elements):
            return
        order = list(self.elements)
        order.insert(number + by, order.pop(number))
        self._change(tuple(order))
        self.selected = number + by

    def rename(self, name: str) -> None:
        """Raises InvalidInput for an empty name."""
        renamed = replace(self.design, name_id=name.strip(), name_en="")
        check_design(renamed)
        if renamed != self.design:
            self._remember("rename")
            self.design = renamed

    def undo(self) -> None:
        self._travel(self._undo, self._redo)

    def redo(self) -> None:
        self._travel(self._redo, self._undo)

    def _travel(self, back: list[_Moment], forth: list[_Moment]) -> None:
        if back:
            forth.append(_Moment(self.design, self.side, self.selected))
            moment = back.pop()
            self.design, self.side, self.selected = moment.design, moment.side, moment.selected
            self.end_gesture()

    def _put(self, element: Element, gesture: str) -> None:
        number = self.selected
        assert number is not None
        if element != self.elements[number]:
            self._change((*self.elements[:number], element, *self.elements[number + 1 :]), gesture)

    def _change(self, elements: tuple[Element, ...], gesture: str = "") -> None:
        self._remember(gesture)
        sides = {"front": elements} if self.side == FRONT else {"back": elements}
        self.design = replace(self.design, **sides)  # type: ignore[arg-type]

    def _remember(self, gesture: str) -> None:
        if not gesture or gesture != self._gesture:
            self._undo.append(_Moment(self.design, self.side, self.selected))
            del self._undo[:-MOST_STEPS]
        self._redo.clear()
        self._gesture = gesture

    def _lines(self, extent: Callable[[Element], tuple[float, float]], size_mm: float) -> list[float]:
        """Lines an element may fall into: margins and middle of the card, edges and middles of the others."""
        lines = [0.0, MARGIN_MM, size_mm / 2, size_mm - MARGIN_MM, size_mm]
        for number, other in enumerate(self.elements):
            if number != self.selected:
                start, long = extent(other)
                lines += [start, start + long / 2, start + long]
        return lines


def _snapped(at: float, long: float, lines: list[float]) -> float:
    """The place moved so that its beginning, middle or end lies on the nearest line, if one is near."""
    moves = [line - (at + share * long) for line in lines for share in (0.0, 0.5, 1.0)]
    nearest = min(moves, key=abs)
    return at + nearest if abs(nearest) <= SNAP_MM else at


def _holds(one: Element, x_mm: float, y_mm: float) -> bool:
    return one.x_mm <= x_mm <= one.x_mm + one.w_mm and one.y_mm <= y_mm <= one.y_mm + one.h_mm


def _overlap(one: Element, other: Element) -> bool:
    wide = min(one.x_mm + one.w_mm, other.x_mm + other.w_mm) - max(one.x_mm, other.x_mm)
    high = min(one.y_mm + one.h_mm, other.y_mm + other.h_mm) - max(one.y_mm, other.y_mm)
    return wide > 0.05 and high > 0.05


def _round(mm: float) -> float:
    return round(mm, 2)
