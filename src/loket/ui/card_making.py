"""Cards of members as PDF: the design, the words, the photo and this counter's offsets put together.

Everything that draws is imported when the first card is made: a counter without a card printer never waits for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from loket.devices import resources
from loket.domain.entities import Id, Member
from loket.domain.errors import DeviceError
from loket.services.card_queue import MEMBER_GONE, PHOTO_MISSING
from loket.services.desk import Desk
from loket.services.photos import PhotoStore, read
from loket.ui.preferences import Preferences

if TYPE_CHECKING:
    from loket.domain.cards import CardValues
    from loket.reports.card_design import CardDesign
    from loket.reports.cards import CardPress

OWN_DESIGNS = "cards"
FRONT_ONLY, BOTH_SIDES = ("front",), ("front", "back")


@dataclass(frozen=True, slots=True)
class Sheets:
    """How cards are saved as a file: "cr80" for one card a page, or cards on A4 by a layout of `reports.cards`."""

    layout: str = "a4-10"
    crop_marks: bool = True
    two_sided: bool = False


class CardMaker:
    """Makes the PDF of cards. Reads disk: never on the GUI thread."""

    def __init__(self, desk: Desk, data_dir: Path, photos: PhotoStore) -> None:
        self._desk, self._own, self._photos = desk, data_dir / OWN_DESIGNS, photos

    def designs(self) -> dict[str, CardDesign]:
        from loket.reports.card_files import load_designs

        return load_designs(resources.path("cards"), self._own)

    def chosen_design(self) -> str:
        """The key of the library's design in use."""
        from loket.reports.card_files import design_in_use

        return design_in_use(self.designs(), self._desk.settings().card_design).key

    def card(self, member_id: Id, design: str, kept: Preferences) -> tuple[bytes, int]:
        """One card as PDF, and how many sides it has.

        Raises DeviceError: member_gone, photo_missing (he has one, but it is not here yet); InvalidInput for a code
        the design cannot print.
        """
        from loket.reports.cards import cards_pdf

        found = self._design(design)
        sides = BOTH_SIDES if kept.card_two_sided and "back" in found.sides else FRONT_ONLY
        front, back = offsets(kept)
        pdf = cards_pdf(
            self._press(), found, self._values([member_id]), sides=sides, offset_mm=front, back_offset_mm=back
        )
        return pdf, len(sides)

    def file(self, member_ids: Sequence[Id], design: str, sheets: Sheets, kept: Preferences) -> bytes:
        """Many cards as one PDF to print elsewhere. Raises as `card`."""
        from loket.reports.cards import cards_pdf, sheet_pdf

        found, values = self._design(design), self._values(member_ids)
        if sheets.layout == "cr80":
            sides = BOTH_SIDES if sheets.two_sided else FRONT_ONLY
            return cards_pdf(self._press(), found, values, sides=sides)
        return sheet_pdf(
            self._press(), found, values, layout=sheets.layout, crop_marks=sheets.crop_marks, duplex=sheets.two_sided
        )

    def trial(self, design: str, kept: Preferences, words: Sequence[str]) -> tuple[bytes, int]:
        """The test card, as this counter would print it. `words`: what its front and its back say."""
        from loket.reports.card_trial import trial_card
        from loket.reports.pdf import load_fonts

        portrait = bool(design) and self._design(design).portrait
        sides = 2 if kept.card_two_sided else 1
        fonts = load_fonts(resources.path("fonts"))
        return trial_card(words[:sides], offsets(kept)[:sides], fonts, portrait=portrait), sides

    def _design(self, key: str) -> CardDesign:
        from loket.reports.card_files import design_in_use

        return design_in_use(self.designs(), key or self._desk.settings().card_design)

    def _press(self) -> CardPress:
        from loket.reports.card_files import picture_finder
        from loket.reports.cards import CardPress

        return CardPress(resources.path("fonts"), picture_finder(resources.path("cards"), self._own))

    def _values(self, member_ids: Sequence[Id]) -> list[CardValues]:
        from loket.services.card_values import card_values

        self._demand_photos(member_ids)
        values = card_values(
            self._desk, list(member_ids), self._own, lambda sha: read(self._desk, self._photos, sha) if sha else None
        )
        if len(values) < len(member_ids):
            raise DeviceError(MEMBER_GONE)
        return list(values)

    def _demand_photos(self, member_ids: Sequence[Id]) -> None:
        """A card without the photo its owner has would be a spoilt card."""
        with self._desk.view() as act:
            members = [act.state.get(Member, one) for one in member_ids]
        for member in members:
            if member is not None and member.photo and read(self._desk, self._photos, member.photo) is None:
                raise DeviceError(PHOTO_MISSING)


def offsets(kept: Preferences) -> tuple[tuple[float, float], tuple[float, float]]:
    """Of front and back, millimetres right and down."""
    front = kept.card_offset_x_mm, kept.card_offset_y_mm
    return front, (kept.card_back_offset_x_mm, kept.card_back_offset_y_mm)
