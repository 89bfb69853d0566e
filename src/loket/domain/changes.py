"""Field-by-field changes of an entity, in the plain form that journals keep."""

from __future__ import annotations

import base64
import types
import typing
from dataclasses import fields, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from loket.domain.entities import Entity

E = TypeVar("E", bound=Entity)


def changes_between(old: E, new: E) -> tuple[dict[str, Any], dict[str, Any]]:
    """(set, was): the fields that differ, in plain form. Both empty when nothing changed."""
    changed = [f.name for f in fields(old) if getattr(old, f.name) != getattr(new, f.name)]
    return (
        {name: plain(getattr(new, name)) for name in changed},
        {name: plain(getattr(old, name)) for name in changed},
    )


def with_changes(entity: E, changed: dict[str, Any]) -> E:
    """The entity with plain values put in. A field this version does not know is left out."""
    kinds = field_kinds(type(entity))  # type: ignore[arg-type]
    return replace(entity, **{name: _typed(kinds[name], value) for name, value in changed.items() if name in kinds})


def plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value.value if isinstance(value, StrEnum) else value


def _typed(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if kind is bytes:
        return base64.b64decode(value)
    if kind in (date, datetime):
        return kind.fromisoformat(value)
    if kind is tuple:
        return tuple(value)
    return kind(value) if isinstance(kind, type) and issubclass(kind, StrEnum) else value


@cache
def field_kinds(kind: type) -> dict[str, Any]:
    """Field name → its type without Optional; tuples by their bare type."""
    return {name: _bare(hint) for name, hint in typing.get_type_hints(kind).items()}


@cache
def optional_fields(kind: type) -> frozenset[str]:
    """Fields that may be None."""
    hints = typing.get_type_hints(kind).items()
    return frozenset(name for name, hint in hints if type(None) in typing.get_args(hint))


def _bare(hint: Any) -> Any:
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    return typing.get_origin(hint) or hint
