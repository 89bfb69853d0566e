"""Titles and copies."""

from __future__ import annotations

from typing import Any

from loket.domain.entities import Biblio, Id, Item
from loket.domain.events.base import Event, event


@event
class BiblioAdded(Event):
    biblio: Biblio


@event
class BiblioChanged(Event):
    biblio_id: Id
    set: dict[str, Any]
    was: dict[str, Any]


@event
class ItemAdded(Event):
    item: Item


@event
class ItemChanged(Event):
    item_id: Id
    set: dict[str, Any]
    was: dict[str, Any]
