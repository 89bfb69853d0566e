"""One figure of a recap."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: its section, what it counts (a key or a value of the library's), and how many."""

    section: str
    what: str
    number: int
