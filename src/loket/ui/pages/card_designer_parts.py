"""What the card designer works with, and how it names what lies on a card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtGui import QImage

from loket.devices import resources
from loket.devices.pdf_images import pdf_image
from loket.domain.cards import CardValues
from loket.reports.card_design import CardDesign, Element, Picture, Text, fields_in
from loket.reports.card_files import design_in_use, load_designs, picture_finder, shipped_designs
from loket.reports.card_sample import long_values, sample_values
from loket.reports.cards import CardPress, cards_pdf
from loket.services.card_values import PICTURES, card_library
from loket.services.desk import Desk
from loket.ui import theme
from loket.ui.presenters.card_designer import DesignEditor
from loket.ui.texts import say
from loket.ui.texts_card_designer import CONTEXT, FIELD_WORDS, FINDINGS, KIND_WORDS, word


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the page works with, read from the disk at once."""

    designs: dict[str, CardDesign]
    shipped: frozenset[str]
    pictures: tuple[str, ...]
    sample: CardValues
    longest: CardValues
    in_use: str


def read_all(desk: Desk, own: Path) -> Loaded:
    """Read the designs, the pictures and what the sample card says. Raises StorageError, InvalidInput."""
    shipped = resources.path("cards")
    designs = load_designs(shipped, own)
    library = card_library(desk, own)
    library = replace(library, head_name=library.head_name or say(CONTEXT, "Nama kepala"))
    found = {file.name for file in (own / PICTURES).glob("*")} if (own / PICTURES).is_dir() else set()
    pictures = {name for name in found if Path(name).stem not in ("logo", "signature")}
    pictures |= {file.stem for file in (shipped / PICTURES).glob("*.png")}
    kind = str(desk.settings().card_code_kind)
    sample, longest = (replace(make(shipped, library), code_kind=kind) for make in (sample_values, long_values))
    in_use = design_in_use(designs, desk.settings().card_design).key
    names = frozenset(shipped_designs(shipped))
    return Loaded(designs, names, tuple(sorted(pictures)), sample, longest, in_use)


def name_of(one: Element) -> str:
    """An element in a list: what it says, or what it is."""
    if isinstance(one, Text):
        text = one.text
        for name in fields_in(text):
            text = text.replace("{" + name + "}", f"‹{word(FIELD_WORDS, name)}›")
        return " ".join(text.split())[:40] or word(KIND_WORDS, "text")
    if isinstance(one, Picture) and one.file in ("logo", "signature"):
        return word(KIND_WORDS, one.file)
    return word(KIND_WORDS, one.KIND)


def draw_side(design: CardDesign, side: str, values: CardValues, own: Path, dpi: float) -> QImage:
    """The side as it prints; white where it is empty. Raises InvalidInput for a code that does not fit."""
    if not design.side(side):
        blank = QImage(16, 10, QImage.Format.Format_RGB32)
        blank.fill(theme.current().qcolor("paper"))
        return blank
    press = CardPress(resources.path("fonts"), picture_finder(resources.path("cards"), own))
    return pdf_image(cards_pdf(press, design, [values], sides=[side]), 0, dpi)


def finding_texts(editor: DesignEditor, values: CardValues) -> list[str]:
    """What would print badly on the shown side, as sentences."""
    return [
        say(
            CONTEXT,
            FINDINGS[one.code],
            what=name_of(editor.elements[one.number]),
            code=values.code,
            need=one.need_mm,
        )
        for one in editor.findings(values)
    ]
