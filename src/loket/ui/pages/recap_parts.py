"""What the sections of the page Rekap share."""

from __future__ import annotations

from loket.ui.pages.section import Section
from loket.ui.texts_recap import CONTEXT


class RecapSection(Section):
    """One part of the page Rekap; its texts are in context "Recap"."""

    CONTEXT = CONTEXT
    CHANGES = "recaps"
