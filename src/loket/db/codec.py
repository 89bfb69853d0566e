"""Events as JSON and back. The bytes stored are the bytes hashed, so nothing depends on how JSON is written."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from loket.domain.events import EVENTS, Event, personal_fields

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder()


@cache
def _parts(kind: type[Event]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Field names of the body, and of the personal part."""
    personal = personal_fields(kind)
    return tuple(name for name in kind.__dataclass_fields__ if name not in personal and name != "version"), personal


def encode(event: Event) -> tuple[bytes, bytes | None]:
    """(body, personal part): None where the event holds nothing personal."""
    body_names, personal_names = _parts(type(event))  # type: ignore[arg-type]
    body = _ENCODER.encode({name: getattr(event, name) for name in body_names})
    personal = {name: getattr(event, name) for name in personal_names}
    return body, _ENCODER.encode(personal) if any(value is not None for value in personal.values()) else None


def decode(kind: str, body: bytes | str, personal: bytes | None) -> Event:
    """The event. Raises KeyError for a kind this version does not know, msgspec.ValidationError for a broken body."""
    values: dict[str, Any] = _DECODER.decode(body)
    if personal is not None:
        values |= _DECODER.decode(personal)
    return msgspec.convert(values, EVENTS[kind])
