"""Hours and moments of a day as people type them: "08:00-15:30", "8.00 – 15.30", "8 s.d. 16"; "21.30"."""

from __future__ import annotations

import re
from itertools import pairwise

_CLOCK = r"(\d{1,2})(?:[.:](\d{2}))?"
_MOMENT = re.compile(_CLOCK)
_SPAN = re.compile(rf"{_CLOCK}\s*(?:-|–|—|s\.?\s*/?\s*d\.?|sampai)\s*{_CLOCK}", re.IGNORECASE)
_DAY_MIN = 24 * 60


def read_hours(text: str) -> tuple[tuple[int, int], ...] | None:
    """Spans (from, until) in minutes after midnight, "08:00-11:30, 13:00-15:30" with its break.

    None where the text says no hours, or a span ends before it or the next one begins.
    """
    spans = tuple(_span(part) for part in text.split(","))
    read = tuple(span for span in spans if span is not None)
    in_order = all(earlier[1] <= later[0] for earlier, later in pairwise(read))
    return read if len(read) == len(spans) and in_order else None


def opening_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The same; none where the text says no hours."""
    return read_hours(text) or ()


def opening_minutes(text: str) -> int:
    """How long the library is open on such a day."""
    return sum(ends - begins for begins, ends in opening_spans(text))


def read_clock(text: str) -> int | None:
    """A moment in minutes after midnight; None where the text is none."""
    found = _MOMENT.fullmatch(text.strip())
    return None if found is None else _minutes(found[1], found[2])


def clock_text(minutes: int) -> str:
    """ "09:05"."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def tidied_hours(text: str) -> str:
    """As hours are kept, "08:00-11:30, 13:00-15:30"; what cannot be read stays as it was typed."""
    spans = read_hours(text)
    if spans is None:
        return text.strip()
    return ", ".join(f"{clock_text(begins)}-{clock_text(ends)}" for begins, ends in spans)


def tidied_clock(text: str) -> str:
    """As a moment is kept, "21:30"; what cannot be read stays as it was typed."""
    minutes = read_clock(text)
    return text.strip() if minutes is None else clock_text(minutes)


def _span(text: str) -> tuple[int, int] | None:
    found = _SPAN.fullmatch(text.strip())
    if found is None:
        return None
    begins, ends = _minutes(found[1], found[2]), _minutes(found[3], found[4])
    return None if begins is None or ends is None or ends <= begins else (begins, ends)


def _minutes(hour: str, minute: str | None) -> int | None:
    minutes = int(hour) * 60 + int(minute or 0)
    return minutes if int(minute or 0) < 60 and minutes < _DAY_MIN else None
