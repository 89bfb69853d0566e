"""What pages fetch besides themselves: one style sheet, the colours of the themes, one small script, one typeface."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse

from loket.devices import resources
from loket.server.web.frame import HEADERS

PREFIX = "/aset"
_FOREVER = "public, max-age=31536000, immutable"  # the address changes with the content
_FONTS = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")
_FILES = {
    "pusat.css": ("text/css; charset=utf-8", ("web", "pusat.css")),
    "pusat.js": ("text/javascript; charset=utf-8", ("web", "pusat.js")),
    "tanda.svg": ("image/svg+xml", ("web", "tanda.svg")),
    **{name: ("font/ttf", ("fonts", name)) for name in _FONTS},
}


def asset_routes() -> APIRouter:
    router = APIRouter(prefix=PREFIX, include_in_schema=False)

    async def asset(request: Request) -> Response:
        return await run_in_threadpool(lambda: _answer(request.path_params["name"]))

    router.add_api_route("/{version}/{name}", asset, methods=["GET"], response_model=None)
    return router


def _answer(name: str) -> Response:
    if name != "warna.css" and name not in _FILES:
        return PlainTextResponse("404\n", 404)
    kind = "text/css; charset=utf-8" if name == "warna.css" else _FILES[name][0]
    headers = HEADERS | {"Cache-Control": _FOREVER}
    return Response(content_of(name), headers=headers, media_type=kind)


@cache
def content_of(name: str) -> bytes:
    return colours().encode() if name == "warna.css" else resources.path(*_FILES[name][1]).read_bytes()


@cache
def version() -> str:
    """Changes whenever any of the files does."""
    digest = hashlib.sha256()
    for name in ("warna.css", *_FILES):
        digest.update(content_of(name))
    return digest.hexdigest()[:12]


def colours() -> str:
    """The tokens of the window's own themes as CSS properties: light, dark and high contrast as the reader has it."""
    return "\n".join(
        (
            f":root {{ color-scheme: light; {_tokens('light')} }}",
            f"@media (prefers-color-scheme: dark) {{ :root {{ color-scheme: dark; {_tokens('dark')} }} }}",
            f"@media (prefers-contrast: more) {{ :root {{ {_tokens('contrast')} }} }}",
            f"@media print {{ :root {{ color-scheme: light; {_tokens('light')} }} }}",
        )
    )


def _tokens(theme: str) -> str:
    table = tomllib.loads(resources.path("theme", f"{theme}.toml").read_text(encoding="utf-8"))
    return " ".join(f"--{name}: {value};" for name, value in table.items())
