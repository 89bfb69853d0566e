"""What one rule is on the page of settings: its words, its kind, and the bounds of a number. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from loket.domain.settings import DEFAULTS


class RuleKind(StrEnum):
    """What a rule is edited with."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    NUMBER = "number"
    WEEKDAYS = "weekdays"
    WORDS = "words"
    TEXT = "text"
    PARAGRAPH = "paragraph"
    FORM_FIELDS = "form_fields"
    CHARGE_KINDS = "charge_kinds"
    HOURS = "hours"
    CLOCK = "clock"
    DAYS = "days"


_OF_ITS_OWN = {
    "weekly_closed": RuleKind.WEEKDAYS,
    "privacy_notice": RuleKind.PARAGRAPH,
    "member_form": RuleKind.FORM_FIELDS,
    "treasurer_only": RuleKind.CHARGE_KINDS,
    "opening_hours": RuleKind.HOURS,
    "recap_by_night_at": RuleKind.CLOCK,
    "reminder_after_days": RuleKind.DAYS,
    "reminder_message": RuleKind.PARAGRAPH,
}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule on the page. `unit` stands after a number, `special` instead of the least number."""

    key: str
    label: str
    hint: str
    least: int = 0
    most: int = 0
    unit: str = ""
    special: str = ""

    @property
    def default(self) -> Any:
        return getattr(DEFAULTS, self.key)

    @property
    def kind(self) -> RuleKind:
        match self.default:
            case bool():
                return RuleKind.YES_NO
            case StrEnum():
                return RuleKind.CHOICE
            case int():
                return RuleKind.NUMBER
            case str():
                return _OF_ITS_OWN.get(self.key, RuleKind.TEXT)
            case tuple():
                return _OF_ITS_OWN.get(self.key, RuleKind.WORDS)
        raise TypeError(self.key)

    @property
    def choices(self) -> tuple[StrEnum, ...]:
        kind: type[StrEnum] = type(self.default)
        return tuple(kind) if self.kind is RuleKind.CHOICE else ()


@dataclass(frozen=True, slots=True)
class RuleGroup:
    title: str
    rows: tuple[RuleRow, ...]
