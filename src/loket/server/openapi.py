"""The server's description of itself, made from the very structs that travel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from loket import __version__
from loket.server.bodies import FILE, JSON, LARGEST_INT, MSGPACK
from loket.sync.wire import BODY_LIMIT, Problem

_REF = "#/components/schemas/{name}"
_WHY = {
    400: "Not a message the server can read",
    401: "No token, or one that has ended",
    403: "Not for this counter",
    404: "Not known here",
    408: "Sent too slowly",
    409: "Contradicts what the server knows",
    413: "Too large, or unpacks to too much",
    415: "A form or encoding the server does not read",
    422: "Understood, and cannot be taken",
    429: "Too often",
    503: "The database does not answer; ask again later",
}


def contents(kind: Any) -> dict[str, Any]:
    """A message in both its forms, a file as it is, or nothing."""
    if kind is None:
        return {}
    if kind == FILE:
        return {FILE: {"schema": {"type": "string", "format": "binary"}}}
    (schema,), _ = msgspec.json.schema_components((kind,), ref_template=_REF)
    return {JSON: {"schema": schema}, MSGPACK: {"schema": schema}}


def extra(asks: Any, *, with_token: bool, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    """What FastAPI cannot see of a route: the body it reads itself, its headers, and the token."""
    found: dict[str, Any] = {"parameters": parameters} if parameters else {}
    if asks is not None:
        found["requestBody"] = {"required": True, "content": contents(asks)}
    if with_token:
        found["security"] = [{"token": []}]
    return found


def refusals(*, has_body: bool = True) -> dict[int | str, dict[str, Any]]:
    """The answers other than the good one."""
    content = {"content": contents(Problem)} if has_body else {}
    return {status: {"description": why, **content} for status, why in _WHY.items()}


def path_parameter(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}


def header_parameters(*names: str) -> list[dict[str, Any]]:
    """Headers that hold a count of bytes."""
    count = {"type": "integer", "minimum": 0, "maximum": BODY_LIMIT}
    return [{"name": name, "in": "header", "required": True, "schema": count} for name in names]


def describe(app: FastAPI, kinds: Sequence[Any]) -> dict[str, Any]:
    """The whole description, with the schemas of all `kinds`; made once."""
    if not app.openapi_schema:
        found = get_openapi(title="Loket Pusat", version=__version__, routes=app.routes)
        _, schemas = msgspec.json.schema_components([*kinds, Problem], ref_template=_REF)
        parts = found.setdefault("components", {})
        parts.setdefault("schemas", {}).update(
            {name: _told_fully(schema, is_read=not name.endswith("Answer")) for name, schema in schemas.items()}
        )
        parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        app.openapi_schema = found
    return app.openapi_schema


def _told_fully(schema: Any, *, is_read: bool) -> Any:
    """msgspec's schema with what it leaves unsaid: bytes in JSON, and how large a number the server reads."""
    if isinstance(schema, list):
        return [_told_fully(part, is_read=is_read) for part in schema]
    if not isinstance(schema, dict):
        return schema
    told = {name: _told_fully(part, is_read=is_read) for name, part in schema.items()}
    if told.get("contentEncoding") == "base64":
        told["format"] = "byte"
    if told.get("type") == "integer" and is_read:
        told = {"minimum": -LARGEST_INT, "maximum": LARGEST_INT} | told
    return told
