"""A slip for the receipt printer as plain values: blocks from the top down, the same for 58 and 80 mm paper.

What stands on it is decided by `reports.slip_kinds`, how it looks by `reports.slips`; the queue keeps it as JSON.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, asdict, dataclass, fields
from typing import Any, Literal

Align = Literal["left", "center"]


@dataclass(frozen=True, slots=True)
class Logo:
    """The library's logo, as wide as it fits; nothing where the library has none."""


@dataclass(frozen=True, slots=True)
class Title:
    """Bold, twice as high, in the middle."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """Words, broken at spaces."""

    text: str
    align: Align = "left"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Words at the left, broken at spaces; at the right edge of the last line an amount or a date."""

    left: str
    right: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty lines."""

    lines: int = 1


@dataclass(frozen=True, slots=True)
class Code:
    """A code to scan: Code 128 where the paper is wide enough for it, else (or with `qr`) a QR code."""

    data: str
    qr: bool = False


Block = Logo | Title | Text | Pair | Rule | Gap | Code
_KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in (Logo, Title, Text, Pair, Rule, Gap, Code)}


@dataclass(frozen=True, slots=True)
class Slip:
    """`drawer`: the cash drawer opens along with it."""

    blocks: tuple[Block, ...]
    drawer: bool = False

    def to_json(self) -> str:
        blocks = [[type(block).__name__, asdict(block)] for block in self.blocks]
        return json.dumps({"blocks": blocks, "drawer": self.drawer}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Slip:
        """Raises ValueError for what is no slip."""
        try:
            found = json.loads(text)
            return cls(tuple(_block(*one) for one in found["blocks"]), drawer=bool(found["drawer"]))
        except (KeyError, TypeError) as error:
            raise ValueError(f"not a slip: {text[:80]!r}") from error


def _block(kind: str, values: dict[str, Any]) -> Block:
    """Raises KeyError, TypeError."""
    made: Block = _KINDS[kind](**values)
    for one in fields(made):
        if not isinstance(getattr(made, one.name), str if one.default is MISSING else type(one.default)):
            raise TypeError(f"{kind}.{one.name}")
    return made
