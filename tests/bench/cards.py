"""`--part kartu`: 500 member cards with photos as one PDF, beside reportlab drawing the photos and bars alone."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PIL import Image
from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from loket.devices import resources
from loket.domain.cards import CardValues
from loket.reports.card_design import Barcode, CardDesign, Photo
from loket.reports.card_files import picture_finder, shipped_designs
from loket.reports.card_sample import LIBRARY, sample_values
from loket.reports.cards import CardPress, cards_pdf
from loket.reports.pdf import points

CARDS, ROUNDS = 500, 3
SIZE_NAME = "kartu"
MOST_RATIO, MOST_MB_RATIO = 1.5, 1.15
PHOTO_PX = (480, 640)
Tell = Callable[[str], None]


@dataclass(slots=True)
class CardFigure:
    """Milliseconds a card, or megabytes a file, beside the same of the baseline."""

    name: str
    value: float
    unit: str
    baseline: float
    most_ratio: float

    def row(self) -> dict[str, Any]:
        ratio = self.value / self.baseline
        return {
            "name": self.name,
            "size": SIZE_NAME,
            "p50_ms": None,
            "p99_ms": None,
            "baseline_ms": None,
            "ratio": round(ratio, 2),
            "budget": f"≤ {self.most_ratio:g} × foto dan barcode saja ({self.baseline:.4g} {self.unit})",
            "ok": ratio <= self.most_ratio,
            "value": round(self.value, 5),
            "unit": self.unit,
        }


def measured(tell: Tell, count: int = CARDS, rounds: int = ROUNDS) -> Iterator[CardFigure]:
    """Per design: milliseconds a card and MB a file, front and back, the best of a few rounds."""
    shipped = resources.path("cards")
    press = CardPress(resources.path("fonts"), picture_finder(shipped, shipped))
    cards = people(count)
    for design in shipped_designs(shipped).values():
        makers = (lambda: cards_pdf(press, design, cards)), (lambda: photos_and_bars(design, cards))  # noqa: B023
        (ours_s, ours), (bare_s, bare) = best(makers, rounds)
        tell(f"{SIZE_NAME}: {design.key}")
        name = f"{count} kartu {design.key}, {len(design.sides)} sisi"
        yield CardFigure(f"{name}: per kartu", ours_s / count * 1000, "ms", bare_s / count * 1000, MOST_RATIO)
        yield CardFigure(f"{name}: besar berkas", len(ours) / 1e6, "MB", len(bare) / 1e6, MOST_MB_RATIO)


def best(makers: Sequence[Callable[[], bytes]], rounds: int) -> list[tuple[float, bytes]]:
    """Each one's shortest time, which is the least disturbed, and what it made. In turns: a slow moment hits all."""
    found = [(float("inf"), b"")] * len(makers)
    for _ in range(rounds):
        for number, make in enumerate(makers):
            began = time.perf_counter()
            made = make()
            found[number] = min(found[number][0], time.perf_counter() - began), made
    return found


def people(count: int) -> list[CardValues]:
    """Members who all have a photo of their own, as large as the camera keeps them."""
    card = sample_values(resources.path("cards"), replace(LIBRARY, logo=noise(7)))
    return [
        replace(card, code=f"{2611230000 + number}", full_name=f"{card.full_name} {number}", photo=noise(number))
        for number in range(count)
    ]


def noise(seed: int) -> bytes:
    """A JPEG of about 40 kB, like a face: smooth with some grain."""
    dots = np.random.default_rng(seed)
    small = Image.fromarray(dots.integers(0, 255, (8, 6, 3), dtype=np.uint8)).resize(PHOTO_PX, Image.Resampling.BICUBIC)
    grain = dots.normal(0, 6, (*PHOTO_PX[::-1], 1))
    out = io.BytesIO()
    Image.fromarray(np.clip(np.asarray(small) + grain, 0, 255).astype(np.uint8)).save(out, "JPEG", quality=80)
    return out.getvalue()


def photos_and_bars(design: CardDesign, cards: Sequence[CardValues]) -> bytes:
    """The least a card can be: reportlab's own photo and barcode at the design's places, and an empty back."""
    out = io.BytesIO()
    width, height = points(design.width_mm), points(design.height_mm)
    canvas = Canvas(out, pagesize=(width, height), pageCompression=1, invariant=1)
    photo = next(one for one in design.front if isinstance(one, Photo))
    bars = next(one for one in design.front if isinstance(one, Barcode))
    for card in cards:
        left, bottom = points(photo.x_mm), height - points(photo.y_mm + photo.h_mm)
        canvas.drawImage(
            ImageReader(io.BytesIO(card.photo or b"")), left, bottom, points(photo.w_mm), points(photo.h_mm)
        )
        symbol = Code128(card.code, barWidth=0.96, barHeight=points(min(bars.w_mm, bars.h_mm)), quiet=False)
        symbol.drawOn(canvas, points(bars.x_mm), height - points(bars.y_mm + bars.h_mm))
        canvas.showPage()
        canvas.showPage()
    canvas.save()
    return out.getvalue()
