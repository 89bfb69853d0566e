"""What the services of the rooms share: who may do it, words that were typed, and the person they are about."""

from __future__ import annotations

from loket.domain.entities import Id
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.services.desk import Action


def demand_operator(act: Action) -> Id:
    """The key of whoever is signed in. Raises Refused(NOT_SIGNED_IN)."""
    if act.desk.operator is None:
        raise Refused(RefusalCode.NOT_SIGNED_IN)
    return act.desk.operator.id


def tidied(field: str, text: str, longest: int) -> str:
    """The text without blanks too many. Raises InvalidInput(field, `text_too_long`)."""
    tidy = " ".join(text.split())
    if len(tidy) > longest:
        raise InvalidInput(field, "text_too_long", longest=longest)
    return tidy


def needed(field: str, text: str, longest: int) -> str:
    """The same of a text that must be there. Raises InvalidInput(field, `text_missing` or `text_too_long`)."""
    tidy = tidied(field, text, longest)
    if not tidy:
        raise InvalidInput(field, "text_missing")
    return tidy


def why(field: str, text: str, longest: int) -> str:
    """The reason for something that is asked about. Raises InvalidInput(field, `reason_missing`, `text_too_long`)."""
    tidy = tidied(field, text, longest)
    if not tidy:
        raise InvalidInput(field, "reason_missing")
    return tidy
