"""`loket sample cards`: an invented member's card in every shipped design, to look at and to show."""

from __future__ import annotations

from pathlib import Path

from loket.devices import resources
from loket.reports.card_files import picture_finder, shipped_designs, write_file
from loket.reports.card_sample import sample_values
from loket.reports.cards import CardPress, cards_pdf


def sample_cards(out: Path) -> int:
    """Write `kartu-<design>.pdf` for each, both sides as CR80 pages. Returns the exit code. Raises StorageError."""
    shipped = resources.path("cards")
    press = CardPress(resources.path("fonts"), picture_finder(shipped, shipped))
    member = sample_values(shipped)
    designs = shipped_designs(shipped)
    for design in designs.values():
        file = out / f"kartu-{design.key}.pdf"
        write_file(file, cards_pdf(press, design, [member]))
        print(f"{file}  {design.name_id}, {len(design.sides)} sisi")
    print(f"{len(designs)} desain tersimpan di {out}.")
    return 0
