"""What stands around every request: a limit on its size and time, headers for browsers, counting, and the last net.

The log gets routes, statuses, counts and where in the code something broke; never a body, an address or a message that
could carry somebody's name.
"""

from __future__ import annotations

import asyncio
import logging
import time
import traceback
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException

from loket.server.bodies import MSGPACK
from loket.server.metrics import Requests

log = logging.getLogger(__name__)
BODY_SECONDS = 120  # 4 MiB at 35 kB/s; a sender slower than that sends smaller batches
_SAFE = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}
_FOR_PAGES = {  # a counter's message is never shown, and counters pay for every byte
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
}

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class Guard:
    """ASGI middleware around the whole application."""

    def __init__(self, app: App, requests: Requests, limit_of: Callable[[str], int], on_failure: bytes) -> None:
        self._app = app
        self._requests = requests
        self._limit_of = limit_of  # path -> bytes
        self._on_failure = on_failure  # the body of a 500

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 0

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = int(message["status"])
                _set_headers(message)
            await send(message)

        try:
            await self._app(scope, self._limited(scope, receive), sending)
        except Exception as error:
            log.error("%s %s: %s", scope["method"], route_of(scope), place_of(error))
            if status == 0:
                await _send_failure(sending, self._on_failure)
        finally:
            self._requests.count(scope["method"], route_of(scope), status, time.perf_counter() - began)

    def _limited(self, scope: Scope, receive: Receive) -> Receive:
        """`receive` that ends in 413 before more than the limit was taken in, and in 408 when it takes too long."""
        announced, limit = Headers(scope=scope).get("content-length", "0"), self._limit_of(scope["path"])
        taken, until, complete = 0, time.monotonic() + BODY_SECONDS, False

        async def receiving() -> Message:
            nonlocal taken, complete
            if complete:  # from here on it only tells when the sender goes away
                return await receive()
            if announced.isdecimal() and int(announced) > limit:
                raise HTTPException(413)
            try:
                message = await asyncio.wait_for(receive(), max(0.0, until - time.monotonic()))
            except TimeoutError:
                raise HTTPException(408) from None
            taken += len(message.get("body", b""))
            complete = not message.get("more_body", False)
            if taken > limit:
                raise HTTPException(413)
            return message

        return receiving


def _set_headers(message: Message) -> None:
    headers = MutableHeaders(scope=message)
    is_message = headers.get("content-type") == MSGPACK
    for name, value in (_SAFE if is_message else _SAFE | _FOR_PAGES).items():
        headers.setdefault(name, value)


async def _send_failure(send: Send, body: bytes) -> None:
    headers = [(b"content-type", b"application/msgpack"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 500, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def route_of(scope: Scope) -> str:
    """The route's pattern, not the path asked for: a path may hold anything."""
    return str(getattr(scope.get("route"), "path", "other"))


def place_of(error: BaseException) -> str:
    """An error's kind and the lines it came through, without its message and values."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    return " < ".join([type(error).__name__, *(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))])
