"""How a member card looks, as data: what lies where on its front and back, in millimetres from the top left corner.

A design is checked before it is used; what is wrong is an `InvalidInput` that names the element ("front 3.colour").
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from string import Formatter
from typing import Any, ClassVar

from loket.domain.cards import LIBRARY_FIELDS, MEMBER_FIELDS
from loket.domain.errors import InvalidInput

CARD_LONG_MM, CARD_SHORT_MM = 85.6, 54.0  # CR80 is 85.60 × 53.98
FRONT, BACK = "front", "back"
SIDES = (FRONT, BACK)
WEIGHTS = ("regular", "medium", "semibold", "bold")
ALIGNS = ("left", "center", "right")
VALIGNS = ("top", "middle", "bottom")
SHAPES = ("rect", "ellipse", "polygon", "kawung")
CODES = ("setting", "code128", "qr")
FITS = ("contain", "cover")
MOST_ELEMENTS = 120
LONGEST_TEXT = 2000
FARTHEST_MM = 300.0  # shapes may hang over the edge, but not lie somewhere else altogether
KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
FARTHEST_SHARE = 10.0  # of a polygon's box
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_PICTURE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}(\.(png|jpg|jpeg))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """Something on a card, in its box."""

    KIND: ClassVar[str] = ""
    x_mm: float
    y_mm: float
    w_mm: float
    h_mm: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Element):
    """Words and fields: "Berlaku s.d. {valid_until}". Not printed where all its fields are empty.

    The text shrinks from `size_pt` to `least_pt` until it fits its box in `lines` lines; then it ends in "…".
    `tracking_pt` is space between letters, `spacing` the line height in sizes.
    """

    KIND: ClassVar[str] = "text"
    text: str
    size_pt: float = 8.0
    least_pt: float = 5.0
    weight: str = "regular"
    colour: str = "#1D2025"
    align: str = "left"
    valign: str = "middle"
    lines: int = 1
    spacing: float = 1.2
    tracking_pt: float = 0.0
    upper: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo(Element):
    """The member's photo, cropped to its box; a quiet figure where there is none."""

    KIND: ClassVar[str] = "photo"
    radius_mm: float = 0.0
    ground: str = "#E6EAEC"
    figure: str = "#B9C2C7"
    line: str = ""
    line_mm: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Barcode(Element):
    """The card's code, pure black on white; upright where its box is higher than wide.

    `text_pt` is the size of the code in letters, 0 for none: below bars, beside a QR code, never beside upright bars.
    """

    KIND: ClassVar[str] = "barcode"
    code: str = "setting"
    align: str = "center"
    text_pt: float = 0.0
    weight: str = "medium"
    tracking_pt: float = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Element):
    """`logo` or `signature` of the library, or a picture by its name; `otherwise` stands in where there is none."""

    KIND: ClassVar[str] = "picture"
    file: str
    otherwise: str = ""
    fit: str = "contain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape(Element):
    """Decoration. `points` of a polygon are shares of its box; `step_mm` is the tile of the kawung pattern."""

    KIND: ClassVar[str] = "shape"
    shape: str = "rect"
    fill: str = ""
    line: str = ""
    line_mm: float = 0.0
    radius_mm: float = 0.0
    step_mm: float = 6.0
    points: tuple[tuple[float, float], ...] = ()


KINDS: dict[str, type[Element]] = {kind.KIND: kind for kind in (Text, Photo, Barcode, Picture, Shape)}
_CHOICES: dict[str, tuple[str, ...]] = {
    "weight": WEIGHTS,
    "align": ALIGNS,
    "valign": VALIGNS,
    "shape": SHAPES,
    "code": CODES,
    "fit": FITS,
}
_RANGES: dict[str, tuple[float, float]] = {
    "x_mm": (-FARTHEST_MM, FARTHEST_MM),
    "y_mm": (-FARTHEST_MM, FARTHEST_MM),
    "w_mm": (0.1, FARTHEST_MM),
    "h_mm": (0.1, FARTHEST_MM),
    "size_pt": (3, 72),
    "least_pt": (3, 72),
    "text_pt": (0, 24),
    "lines": (1, 40),
    "spacing": (0.8, 3),
    "tracking_pt": (0, 10),
    "radius_mm": (0, 60),
    "line_mm": (0, 10),
    "step_mm": (1, 60),
}
BOX_COLOUR = "#D5E6E6"  # of a box nobody has coloured yet
_COLOURS = frozenset({"colour", "fill", "line", "ground", "figure"})
_MAY_BE_EMPTY = frozenset({"fill", "line", "otherwise"})


@dataclass(frozen=True, slots=True)
class CardDesign:
    """A card's two sides. `key` is its name in files and settings; an empty back is not printed."""

    key: str
    name_id: str
    name_en: str = ""
    portrait: bool = False
    front: tuple[Element, ...] = ()
    back: tuple[Element, ...] = field(default=())

    @property
    def width_mm(self) -> float:
        return CARD_SHORT_MM if self.portrait else CARD_LONG_MM

    @property
    def height_mm(self) -> float:
        return CARD_LONG_MM if self.portrait else CARD_SHORT_MM

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides that have something on them; always the front."""
        return SIDES if self.back else (FRONT,)

    def name(self, language: str = "id") -> str:
        return self.name_en if language == "en" and self.name_en else self.name_id

    def side(self, side: str) -> tuple[Element, ...]:
        return self.front if side == FRONT else self.back

    def pictures(self) -> frozenset[str]:
        """Names of the pictures it shows, without the library's own logo and signature."""
        shown = [one for side in SIDES for one in self.side(side) if isinstance(one, Picture)]
        return frozenset({name for one in shown for name in (one.file, one.otherwise) if name}) - LIBRARY_PICTURES


LIBRARY_PICTURES = frozenset({"logo", "signature"})


def fields_in(text: str) -> tuple[str, ...]:
    """Names of the fields of a text. Raises ValueError for braces that do not match."""
    return tuple(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def check_design(design: CardDesign) -> CardDesign:
    """The same design. Raises InvalidInput naming the place that cannot be used."""
    if not KEY.fullmatch(design.key):
        raise InvalidInput("key", "card_key", value=design.key)
    if not design.name_id.strip():
        raise InvalidInput("name_id", "card_name_missing")
    if not design.front:
        raise InvalidInput("front", "card_front_empty")
    for side in SIDES:
        if len(design.side(side)) > MOST_ELEMENTS:
            raise InvalidInput(side, "card_too_many", most=MOST_ELEMENTS)
        for number, element in enumerate(design.side(side), start=1):
            check_element(element, f"{side} {number}")
    return design


def check_element(element: Element, place: str = "") -> None:
    """Raises InvalidInput(place.field, code)."""
    for entry in fields(element):
        value = getattr(element, entry.name)
        where = f"{place}.{entry.name}"
        if entry.name in _RANGES:
            _check_number(value, where, *_RANGES[entry.name])
        elif entry.name in _CHOICES and value not in _CHOICES[entry.name]:
            raise InvalidInput(where, "card_choice", value=str(value), choices=", ".join(_CHOICES[entry.name]))
        elif entry.name in _COLOURS and not (_COLOUR.fullmatch(value) or (not value and entry.name in _MAY_BE_EMPTY)):
            raise InvalidInput(where, "card_colour", value=str(value))
        elif entry.name in ("file", "otherwise"):
            if not (_PICTURE.fullmatch(value) or (not value and entry.name in _MAY_BE_EMPTY)):
                raise InvalidInput(where, "card_picture_name", value=str(value))
        elif entry.name == "text":
            _check_text(value, where)
    if isinstance(element, Text) and element.least_pt > element.size_pt:
        raise InvalidInput(f"{place}.least_pt", "card_least_size")
    if isinstance(element, Shape) and not _are_points(element):
        raise InvalidInput(f"{place}.points", "card_points")


def _are_points(shape: Shape) -> bool:
    enough = shape.shape != "polygon" or len(shape.points) >= 3
    return enough and all(
        math.isfinite(part) and abs(part) <= FARTHEST_SHARE for point in shape.points for part in point
    )


def _check_number(value: float, where: str, least: float, most: float) -> None:
    if not math.isfinite(value) or not least <= value <= most:
        raise InvalidInput(where, "card_number", value=f"{value:g}", least=f"{least:g}", most=f"{most:g}")


def _check_text(text: str, where: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise InvalidInput(where, "card_text_long", longest=LONGEST_TEXT)
    try:
        names = fields_in(text)
        specs = [spec or conversion for _, _, spec, conversion in Formatter().parse(text)]
    except ValueError:
        raise InvalidInput(where, "card_braces", value=text) from None
    unknown = [name for name in names if name not in MEMBER_FIELDS and name not in LIBRARY_FIELDS]
    if unknown or any(specs):
        raise InvalidInput(where, "card_field_unknown", value=unknown[0] if unknown else text)


# ---- from and to tables of TOML -----------------------------------------------------------------------------------


def design_from(key: str, table: Mapping[str, Any]) -> CardDesign:
    """A design from what its file holds, checked. Raises InvalidInput."""
    unknown = sorted(set(table) - {"name_id", "name_en", "portrait", FRONT, BACK})
    if unknown:
        raise InvalidInput(unknown[0], "card_entry_unknown", value=unknown[0])
    names = {name: _typed(table.get(name, ""), "str", name) for name in ("name_id", "name_en")}
    portrait = _typed(table.get("portrait", False), "bool", "portrait")
    front, back = (_elements(table.get(side, []), side) for side in SIDES)
    return check_design(CardDesign(key=key, portrait=portrait, front=front, back=back, **names))


def _elements(rows: Any, side: str) -> tuple[Element, ...]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InvalidInput(side, "card_entry_unknown", value=side)
    return tuple(_element(row, f"{side} {number}") for number, row in enumerate(rows, start=1))


def _element(row: Mapping[str, Any], place: str) -> Element:
    kind = KINDS.get(str(row.get("kind", "")))
    if kind is None:
        raise InvalidInput(f"{place}.kind", "card_choice", value=str(row.get("kind", "")), choices=", ".join(KINDS))
    known = {entry.name: entry for entry in fields(kind)}
    unknown = sorted(set(row) - set(known) - {"kind"})
    if unknown:
        raise InvalidInput(f"{place}.{unknown[0]}", "card_entry_unknown", value=unknown[0])
    missing = [name for name, entry in known.items() if entry.default is MISSING and name not in row]
    if missing:
        raise InvalidInput(f"{place}.{missing[0]}", "card_entry_missing", value=missing[0])
    return kind(**{name: _typed(row[name], str(known[name].type), f"{place}.{name}") for name in known if name in row})


def _typed(value: Any, wanted: str, where: str) -> Any:
    if wanted == "float" and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if wanted.startswith("tuple"):
        return _points(value, where)
    if type(value).__name__ != wanted:
        raise InvalidInput(where, "card_type", value=str(value))
    return value


def _points(value: Any, where: str) -> tuple[tuple[float, float], ...]:
    try:
        return tuple((float(x), float(y)) for x, y in value)
    except (TypeError, ValueError):
        raise InvalidInput(where, "card_points") from None


def design_table(design: CardDesign) -> dict[str, Any]:
    """What `design_from` reads; entries that are as usual are left out."""
    table: dict[str, Any] = {"name_id": design.name_id, "name_en": design.name_en, "portrait": design.portrait}
    return table | {side: [element_table(one) for one in design.side(side)] for side in SIDES if design.side(side)}


def element_table(element: Element) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": element.KIND}
    for entry in fields(element):
        value = getattr(element, entry.name)
        if entry.default is MISSING or value != entry.default:
            row[entry.name] = value
    return row
