"""Dates as Indonesian papers write them. What a window shows is made in `ui.format`; this is for what is printed."""

from __future__ import annotations

from datetime import date

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus"),
    *("September", "Oktober", "November", "Desember"),
)


def long_date(day: date) -> str:
    """ "23 November 2031"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
