"""`/sync/v1`: what counters ask. A route reads a message, hands it to `Pusat` in a thread, and writes the answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from loket.server import bodies, openapi
from loket.server.bodies import FILE, BadBody
from loket.server.callers import ServerRefused
from loket.server.incoming import LENGTH, OFFSET, Incoming
from loket.server.pusat import Pusat
from loket.sync import wire

PREFIX = "/sync/v1"
Endpoint = Callable[[Request], Awaitable[Response]]
Work = Callable[[Any, Any], Any]  # (message, caller or peer) -> answer

# Every message that travels, for the description of the server.
KINDS = (
    *(wire.ChallengeRequest, wire.Challenge, wire.Hello, wire.HelloAnswer, wire.EnrolRequest, wire.EnrolAnswer),
    *(wire.SignedTime, wire.Batch, wire.PushAnswer, wire.PullRequest, wire.PullAnswer),
    *(wire.HashesRequest, wire.HashesAnswer, wire.EventsAnswer),
)


def sync_routes(pusat: Pusat, incoming: Incoming) -> APIRouter:
    """All routes of the protocol."""
    router = APIRouter(prefix=PREFIX)
    _open_calls(router, pusat)
    _calls_with_token(router, pusat)
    _file_routes(router, pusat, incoming)
    return router


def _open_calls(router: APIRouter, pusat: Pusat) -> None:
    """What a counter may ask before it has a token."""

    def add(path: str, about: str, asks: Any, answers: Any, work: Work) -> None:
        async def endpoint(request: Request) -> Response:
            body = await request.body()
            peer = request.client.host if request.client else ""
            return await run_in_threadpool(lambda: respond(request, work(message_of(request, body, asks), peer)))

        _add(router, path, about, endpoint, asks, answers, with_token=False)

    add("/challenge", "A challenge to sign", wire.ChallengeRequest, wire.Challenge, lambda m, _: pusat.challenge(m))
    add("/hello", "Open a round", wire.Hello, wire.HelloAnswer, lambda m, _: pusat.hello(m))
    add("/enrol", "Become a counter, by a code", wire.EnrolRequest, wire.EnrolAnswer, pusat.enrol)

    async def time(request: Request) -> Response:
        return await run_in_threadpool(lambda: respond(request, pusat.time()))

    _add(router, "/time", "The server's time, signed", time, None, wire.SignedTime, with_token=False, method="GET")
    _add(router, "/time", "The server's time, signed", time, None, wire.SignedTime, with_token=False)


def _calls_with_token(router: APIRouter, pusat: Pusat) -> None:
    """What an enrolled counter asks: whose library it is follows from its token alone."""

    def add(path: str, about: str, asks: Any, answers: Any, work: Work) -> None:
        async def endpoint(request: Request) -> Response:
            token, body = token_of(request), await request.body()

            def answer() -> Response:
                caller = pusat.authorise(token)
                return respond(request, work(caller, message_of(request, body, asks)))

            return await run_in_threadpool(answer)

        _add(router, path, about, endpoint, asks, answers, with_token=True)

    add("/push", "Bring events", wire.Batch, wire.PushAnswer, pusat.push)
    add("/pull", "Rows that changed", wire.PullRequest, wire.PullAnswer, pusat.pull)
    add("/hashes", "The hashes of a stream", wire.HashesRequest, wire.HashesAnswer, pusat.hashes)
    add("/events", "A counter's lost history", wire.HashesRequest, wire.EventsAnswer, pusat.stream_events)


def _file_routes(router: APIRouter, pusat: Pusat, incoming: Incoming) -> None:
    """Packets from a stick, and photos piece by piece."""

    async def packet(request: Request) -> Response:
        token, body = token_of(request), await request.body()

        def answer() -> Response:
            pusat.authorise(token)
            pusat.take_packet(body)
            return Response(pusat.packet_reply(body), media_type=FILE)

        return await run_in_threadpool(answer)

    async def head(request: Request) -> Response:
        token = token_of(request)

        def answer() -> Response:
            caller, sha256 = pusat.authorise(token), digest_of(request)
            return Response(headers={OFFSET: str(incoming.offset(caller, sha256))})

        return await run_in_threadpool(answer)

    async def patch(request: Request) -> Response:
        token, piece = token_of(request), await request.body()
        offset, length = number_of(request, OFFSET), number_of(request, LENGTH)

        def answer() -> Response:
            caller, sha256 = pusat.authorise(token), digest_of(request)
            reached = incoming.take(caller, sha256, offset, length, piece)
            return Response(status_code=204, headers={OFFSET: str(reached)})

        return await run_in_threadpool(answer)

    async def get(request: Request) -> Response:
        token = token_of(request)

        def answer() -> Response:
            caller, sha256 = pusat.authorise(token), digest_of(request)
            return Response(pusat.get_blob(caller, sha256), media_type=FILE)

        return await run_in_threadpool(answer)

    path, at = "/blobs/{sha256}", openapi.header_parameters(OFFSET, LENGTH)
    _add(router, "/packet", "Bring a packet from a stick; the reply to take back", packet, FILE, FILE, with_token=True)
    _add(router, path, "How much of a file is here", head, None, None, with_token=True, method="HEAD")
    _add(router, path, "A piece of a file", patch, FILE, None, with_token=True, method="PATCH", parameters=at)
    _add(router, path, "A file", get, None, FILE, with_token=True, method="GET")


def _add(
    router: APIRouter,
    path: str,
    about: str,
    endpoint: Endpoint,
    asks: Any,
    answers: Any,
    *,
    with_token: bool,
    method: str = "POST",
    parameters: list[dict[str, Any]] | None = None,
) -> None:
    """One route, described by the structs that travel on it."""
    by_path = [openapi.path_parameter("sha256")] if "{sha256}" in path else []
    good, content = (204, {}) if method == "PATCH" else (200, openapi.contents(answers))
    responses = openapi.refusals(has_body=method != "HEAD")
    router.add_api_route(
        path,
        endpoint,
        methods=[method],
        name=about,
        operation_id=f"{method.lower()}{path.partition('/{')[0].replace('/', '_')}",
        status_code=good,
        response_class=Response,
        response_model=None,
        responses={good: {"description": about, **({"content": content} if content else {})}, **responses},
        openapi_extra=openapi.extra(asks, with_token=with_token, parameters=[*by_path, *(parameters or [])]),
    )


# ---- reading and writing ------------------------------------------------------------------------------------------


def token_of(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise ServerRefused(401, "token")
    return token.strip()


def message_of(request: Request, body: bytes, kind: Any) -> Any:
    """The message in a request's body. Raises BadBody."""
    content = bodies.unpacked(body, request.headers.get("content-encoding", ""))
    return bodies.read(content, media_type_of(request), kind)


def media_type_of(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def respond(request: Request, message: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A message in the form and encoding the asker reads."""
    asked_in = bodies.JSON if media_type_of(request) == bodies.JSON else bodies.MSGPACK
    form = bodies.wanted(request.headers.get("accept", ""), asked_in)
    content, encoding = bodies.packed(bodies.written(message, form), request.headers.get("accept-encoding", ""))
    told = {"Vary": "Accept, Accept-Encoding", **(headers or {})}
    if encoding:
        told["Content-Encoding"] = encoding
    return Response(content, status, told, media_type=form)


def digest_of(request: Request) -> bytes:
    """The SHA-256 in the path. Raises BadBody."""
    text = request.path_params["sha256"]
    if len(text) != 64 or any(sign not in "0123456789abcdef" for sign in text):
        raise BadBody(400, "malformed", "sha256")
    return bytes.fromhex(text)


def number_of(request: Request, header: str) -> int:
    """A count of bytes in a header. Raises BadBody."""
    text = request.headers.get(header, "")
    if not (text.isascii() and text.isdigit() and len(text) <= 12):
        raise BadBody(400, "malformed", header)
    return int(text)
