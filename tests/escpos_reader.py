"""Reads ESC/POS as a receipt printer does: which letters, pictures, cuts and drawer pulses come out, in order.

Knows the commands a slip is made of and refuses every other, so that a byte out of place is seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import zxingcpp
from PIL import Image

BOLD_BIT, TALL_BIT = 0x08, 0x10


@dataclass
class Printed:
    """What came out.

    Attributes:
        lines: text as it stands on the paper. bold, tall: the lines set so.
        pictures: rasters, black on white. fed: empty lines before the end. cuts: how often the paper was cut.
        pulses: pins of the drawer, each with how many lines were out before.
    """

    lines: list[str] = field(default_factory=list)
    bold: set[str] = field(default_factory=set)
    tall: set[str] = field(default_factory=set)
    pictures: list[Image.Image] = field(default_factory=list)
    fed: int = 0
    cuts: int = 0
    pulses: list[tuple[int, int]] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def codes(self, dots: int) -> list[tuple[str, str]]:
        """(format, text) of every code, read from the paper's full width."""
        found = []
        for picture in self.pictures:
            sheet = Image.new("L", (dots, picture.height + 40), 255)
            sheet.paste(picture.convert("L"), (0, 20))
            for code in zxingcpp.read_barcodes(sheet):
                found.append((str(code.format).removeprefix("BarcodeFormat.").replace(" ", ""), code.text))
        return found


def read(data: bytes) -> Printed:
    """Raises AssertionError for bytes that are no command known here."""
    out, line = Printed(), bytearray()
    bold = tall = False
    rest = iter(data)
    for byte in rest:
        match byte:
            case 0x1B:
                bold, tall = _escape(out, rest, bold, tall)
            case 0x1D:
                _group(out, rest)
            case 0x0A:
                _end_line(out, line.decode("ascii"), bold, tall)
                line.clear()
            case _:
                assert 0x20 <= byte < 0x7F, f"{byte:#x} after {out.text[-40:]!r}"
                line.append(byte)
    assert not line, "letters without a line feed never leave the printer"
    return out


def _end_line(out: Printed, text: str, bold: bool, tall: bool) -> None:
    out.lines.append(text)
    if bold:
        out.bold.add(text)
    if tall:
        out.tall.add(text)


def _escape(out: Printed, rest: Iterator[int], bold: bool, tall: bool) -> tuple[bool, bool]:
    match next(rest):
        case 0x40:  # @: as after switching on
            return False, False
        case 0x21:  # !: a set of styles
            style = next(rest)
            assert style & ~(BOLD_BIT | TALL_BIT) == 0, f"style {style:#x}"
            return bool(style & BOLD_BIT), bool(style & TALL_BIT)
        case 0x45:  # E: bold
            return bool(next(rest) & 1), tall
        case 0x74:  # t: a table of letters
            out.pages.add(next(rest))
        case 0x64:  # d: feed
            out.fed += next(rest)
        case 0x70:  # p: a pulse for the drawer
            pin, on, off = next(rest), next(rest), next(rest)
            assert on <= off
            out.pulses.append((2 if pin in (0, 48) else 5, len(out.lines)))
        case other:
            raise AssertionError(f"ESC {other:#x}")
    return bold, tall


def _group(out: Printed, rest: Iterator[int]) -> None:
    match next(rest):
        case 0x76:  # v 0: a raster
            assert (next(rest), next(rest)) == (0x30, 0)
            width = next(rest) + next(rest) * 256
            height = next(rest) + next(rest) * 256
            data = bytes(next(rest) for _ in range(width * height))
            picture = Image.frombytes("1", (width * 8, height), bytes(255 - byte for byte in data))
            out.pictures.append(picture)
        case 0x56:  # V: cut
            mode = next(rest)
            assert mode in (0, 1)
            out.cuts += 1
        case other:
            raise AssertionError(f"GS {other:#x}")
