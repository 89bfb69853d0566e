"""Where each of those who sign stands in his office on a day. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from loket.domain.entities import Official
from loket.domain.officials import holder


class Standing(StrEnum):
    """Where somebody stands in his office on a day."""

    SIGNS = "signs"
    STOOD_IN_FOR = "stood_in_for"  # in office, but another one signs: who acts for him, or who came after him
    COMING = "coming"
    OVER = "over"


def standing_of(official: Official, known: Iterable[Official], on: date) -> Standing:
    """Whether he signs, or whoever acts for him or came after him does, or it is not his time."""
    if official.from_on and official.from_on > on:
        return Standing.COMING
    if official.until_on and official.until_on < on:
        return Standing.OVER
    signing = holder(known, official.office, on)
    return Standing.SIGNS if signing is not None and signing.id == official.id else Standing.STOOD_IN_FOR
