"""The server's door: one application of the protocol, the dashboard, and what an administrator's tools look at.

Work runs in threads, never on the event loop. What cannot be taken is answered with a `Problem`; while the database
does not answer, everything is 503 with Retry-After, so that a counter keeps what it has and asks again.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from fastapi import APIRouter, FastAPI, Request, Response
from sqlalchemy import Connection, func, select
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, PlainTextResponse

from loket import __version__
from loket.domain.errors import StorageError
from loket.server import openapi
from loket.server.addresses import is_near
from loket.server.bodies import BadBody
from loket.server.callers import ServerRefused
from loket.server.guard import Guard, place_of
from loket.server.incoming import Incoming
from loket.server.metrics import Requests, family
from loket.server.migrations import version_of
from loket.server.pusat import Pusat
from loket.server.sync_routes import KINDS, PREFIX, respond, sync_routes
from loket.server.tables import LIBRARY_HEAD, STATION
from loket.sync.wire import BODY_LIMIT, Problem, encode

log = logging.getLogger(__name__)
T = TypeVar("T")
RETRY_AFTER_S = 30
PACKET_LIMIT = 32 * 1024 * 1024  # bytes: months of a busy counter on a stick
_CODE_OF = {404: "not_found", 405: "method", 408: "too_slow", 413: "too_large"}
_DATABASE_DOWN = (StorageError, OperationalError, InterfaceError, PoolTimeout)


def create_app(pusat: Pusat, web: APIRouter | None = None, *, parts: Path | None = None) -> FastAPI:
    """The application around a server; `web` are the pages of the dashboard.

    `parts`: where files that arrive in pieces wait for the rest, over restarts; without it, in a temporary folder.
    """
    app = FastAPI(openapi_url=f"{PREFIX}/openapi.json", docs_url=None, redoc_url=None)  # their pages fetch from afar
    requests = Requests()
    incoming = Incoming(pusat, parts or Path(tempfile.mkdtemp(prefix="loket-berkas-")))
    app.include_router(sync_routes(pusat, incoming))
    app.include_router(_status_routes(pusat, requests))
    if web is not None:
        app.include_router(web, include_in_schema=False)
    for kind, answer in _ANSWERS:
        app.add_exception_handler(kind, answer)
    app.add_middleware(Guard, requests=requests, limit_of=_limit_of, on_failure=encode(Problem("failed")))
    app.openapi = lambda: openapi.describe(app, KINDS)  # type: ignore[method-assign]
    return app


def _limit_of(path: str) -> int:
    return PACKET_LIMIT if path == f"{PREFIX}/packet" else BODY_LIMIT


# ---- health and figures -------------------------------------------------------------------------------------------


def _status_routes(pusat: Pusat, requests: Requests) -> APIRouter:
    router = APIRouter()

    async def health() -> Response:
        try:
            schema = await run_in_threadpool(lambda: _read(pusat, version_of))
        except _DATABASE_DOWN:
            return JSONResponse({"store": "down", "version": __version__}, 503, {"Retry-After": str(RETRY_AFTER_S)})
        return JSONResponse({"store": "up", "version": __version__, "schema": schema})

    async def metrics(request: Request) -> Response:
        if request.client is None or not is_near(request.client.host):
            raise ServerRefused(403, "near_only")
        figures = await run_in_threadpool(lambda: _read(pusat, _figures))
        return PlainTextResponse(figures + requests.text(), media_type="text/plain; version=0.0.4")

    router.add_api_route("/health", health, methods=["GET"], response_model=None, include_in_schema=False)
    router.add_api_route("/metrics", metrics, methods=["GET"], response_model=None, include_in_schema=False)
    return router


def _read(pusat: Pusat, work: Callable[[Connection], T]) -> T:
    with pusat.store.read() as connection:
        return work(connection)


def _figures(connection: Connection) -> str:
    """Stations, what they said they still have, and how long each library's log is."""
    heads = connection.execute(select(LIBRARY_HEAD.c.library_id, LIBRARY_HEAD.c.log_seq)).all()
    active = STATION.c.revoked_ms.is_(None)
    stations = connection.execute(
        select(STATION.c.library_id, func.count(), func.sum(STATION.c.pending))
        .where(active)
        .group_by(STATION.c.library_id)
    ).all()
    return (
        family("loket_log_seq", "gauge", "Events in a library's log.", ((_of(row[0]), row[1]) for row in heads))
        + family("loket_stations", "gauge", "Enrolled counters.", ((_of(row[0]), row[1]) for row in stations))
        + family(
            "loket_pending_events",
            "gauge",
            "Events the counters said they had not sent yet.",
            ((_of(row[0]), int(row[2])) for row in stations),
        )
    )


def _of(library_id: bytes) -> dict[str, str]:
    return {"library": library_id.hex()}


# ---- what goes wrong ----------------------------------------------------------------------------------------------


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, (ServerRefused, BadBody))
    headers = {"WWW-Authenticate": "Bearer"} if error.status == 401 else {}
    if error.status in (429, 503):
        headers["Retry-After"] = str(RETRY_AFTER_S)
    return respond(request, Problem(error.code, error.detail), error.status, headers)


async def _busy(request: Request, error: Exception) -> Response:
    log.error("the database does not answer: %s", place_of(error))
    return respond(request, Problem("busy"), 503, {"Retry-After": str(RETRY_AFTER_S)})


async def _by_framework(request: Request, error: Exception) -> Response:
    """No such path or method, or a body beyond the limits."""
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    if request.url.path.startswith(PREFIX):
        return respond(request, Problem(_CODE_OF.get(error.status_code, "http")), error.status_code, headers)
    return PlainTextResponse(f"{error.status_code}\n", error.status_code, headers)


_ANSWERS = (
    (ServerRefused, _refused),
    (BadBody, _refused),
    (HTTPException, _by_framework),
    *((kind, _busy) for kind in _DATABASE_DOWN),
)
