"""Sentences of the rules for closing, reporting and reminding that have a form of their own."""

from __future__ import annotations

from loket.ui import texts_overdue as texts_overdue  # what is wrong with letters and messages has its words there
from loket.ui.texts import QT_TRANSLATE_NOOP, add_invalid

INVALID_TEXT: dict[str, str] = {
    "standard_action": QT_TRANSLATE_NOOP("invalid", "“{text}” tidak dikenal. Kegiatannya: {known}."),
    "standard_seconds": QT_TRANSLATE_NOOP("invalid", "“{text}”: tulis detiknya sesudah titik dua, misalnya loan:90."),
}
add_invalid(INVALID_TEXT)
