"""Everything the server's own description allows, and much it does not, is asked of it: it never falls over.

Requests are made by Schemathesis from the OpenAPI description, in both forms. LOKET_SCHEMATHESIS sets how many for each
route and kind (40 unless it says otherwise).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import msgspec
import pytest
import schemathesis
from doors import LIBRARY, NOW, STATION, Counter, Server, opened_server
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import load_all_checks

from loket.db.rows import to_ms
from loket.domain.entities import Id
from loket.domain.scope import Scope
from loket.server.bodies import MSGPACK
from loket.server.callers import Caller
from loket.sync import wire

EXAMPLES = int(os.environ.get("LOKET_SCHEMATHESIS", "40"))
MANY = settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
ASKED = {
    "challenge": wire.ChallengeRequest, "hello": wire.Hello, "enrol": wire.EnrolRequest, "push": wire.Batch,
    "pull": wire.PullRequest, "hashes": wire.HashesRequest, "events": wire.HashesRequest,
}  # fmt: skip
load_all_checks()
CHECKS = schemathesis.checks.CHECKS.get_by_names(
    [
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_schema_conformance",
        "response_headers_conformance",
        "negative_data_rejection",
    ]
)
ROUTES = [
    *(f"POST /sync/v1/{path}" for path in (*ASKED, "time", "packet")),
    "GET /sync/v1/time",
    *(f"{method} /sync/v1/blobs/{{sha256}}" for method in ("HEAD", "GET", "PATCH")),
]


@schemathesis.serializer(MSGPACK)
def as_msgpack(context: Any, value: Any) -> bytes:
    """A message as counters send it, where the value is one; else the value, with texts for bytes."""
    with suppress(msgspec.ValidationError, KeyError):
        value = msgspec.convert(value, ASKED[context.case.path.rpartition("/")[2]])
    try:
        return msgspec.msgpack.encode(value)
    except (OverflowError, TypeError):  # a number beyond 64 bits has no msgpack
        return msgspec.msgpack.encode(str(value))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with opened_server(tmp_path_factory.mktemp("pusat")) as server:
        counter = Counter(server, LIBRARY, STATION)
        counter.enrol()
        server.key = counter.key
        yield server


@pytest.fixture(scope="module")
def described(server: Server) -> Any:
    told = server.client.get("/sync/v1/openapi.json").json()
    for name, schema in told["components"]["schemas"].items():
        if name.endswith("Answer"):
            told["components"]["schemas"][name] = without_places(schema)
    found = schemathesis.openapi.from_dict(told)
    found.app = server.app
    return found


def without_places(schema: Any) -> Any:
    """A tuple as a list of any of its parts: Schemathesis 4.32 cannot check tuples in answers (`prefixItems`)."""
    if isinstance(schema, list):
        return [without_places(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    loose = {name: without_places(part) for name, part in schema.items()}
    if "prefixItems" in loose:
        loose["items"] = {"anyOf": loose.pop("prefixItems")}
    return loose


def fresh_token(server: Server) -> str:
    """An hour later: nobody is stopped for asking too often, and the token is new."""
    server.clock.advance(minutes=61)
    caller = Caller(Id(LIBRARY.hex()), Id(STATION.hex()), Scope.FULL)
    return server.pusat.keys.token(caller, to_ms(server.clock.now()))


def test_the_description_names_every_route(described: Any):
    assert sorted(result.ok().label for result in described.get_all_operations()) == sorted(ROUTES)


@pytest.mark.parametrize(
    ("route", "mode"),
    [
        (route, mode)
        for route in ROUTES
        for mode in GenerationMode
        if mode is GenerationMode.POSITIVE or "time" not in route
    ],
)
def test_no_request_makes_it_fall_over(server: Server, described: Any, route: str, mode: GenerationMode):
    operation = described.find_operation_by_label(route)
    statuses = set()

    @MANY
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        answer = case.call(headers={"Authorization": f"Bearer {fresh_token(server)}"})
        statuses.add(answer.status_code)
        case.validate_response(answer, checks=CHECKS)

    ask()
    assert statuses
    assert max(statuses) < 500


# ---- signed, and yet nonsense -------------------------------------------------------------------------------------

NUMBERS = st.integers(-(2**53), 2**53) | st.integers(-2, 3) | st.just(to_ms(NOW))
IDS = st.sampled_from([STATION, LIBRARY, b"T" * 16, b"U" * 16]) | st.binary(max_size=40)
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40)
BODIES = st.sampled_from(
    [
        "{}",
        "",
        "null",
        "[]",
        '{"member":null}',
        '{"case_id":"x","choice":"y"}',
        '{"barcode":"\\u0000","returned_on":"x"}',
    ]
)
TYPES = st.sampled_from(["MemberRegistered", "ItemLent", "ItemReturned", "CaseResolved", "SystemNoted", "Besok", ""])
EVENTS = st.builds(
    wire.WireEvent, IDS, TYPES | TEXTS, NUMBERS, NUMBERS, NUMBERS, st.just("2026-11-24") | TEXTS, NUMBERS, IDS,
    st.none() | IDS, TEXTS, NUMBERS, TEXTS, BODIES | TEXTS, st.none() | IDS, st.none() | IDS, st.none() | IDS,
)  # fmt: skip
CLOCKS = st.builds(wire.ClockReading, NUMBERS, NUMBERS, TEXTS)
HEADS = st.builds(wire.StreamHead, IDS, NUMBERS, IDS, NUMBERS, TEXTS, NUMBERS, st.none() | IDS, st.none() | NUMBERS,
                  st.none() | IDS, st.none() | NUMBERS)  # fmt: skip
BATCHES = st.builds(
    wire.Batch, st.just(LIBRARY) | IDS, st.just(STATION) | IDS, IDS, st.just(1) | NUMBERS, st.just(bytes(32)) | IDS,
    IDS, st.lists(EVENTS, max_size=3), CLOCKS, HEADS,
)  # fmt: skip


def chained(batch: wire.Batch) -> wire.Batch:
    """The batch with the hash its events really lead to: only the events themselves are nonsense."""
    try:
        hashes = wire.chain(batch.stream_id, batch.from_seq, batch.prev_hash, batch.events)
    except (OverflowError, TypeError, ValueError):
        return batch
    return msgspec.structs.replace(batch, to_hash=hashes[-1] if hashes else batch.prev_hash)


@settings(MANY, max_examples=5 * EXAMPLES)
@given(batch=BATCHES | BATCHES.map(chained))
def test_nonsense_signed_by_a_counter_is_no_trouble(server: Server, batch: wire.Batch):
    signed = msgspec.structs.replace(batch, signature=server.key.sign(wire.signed_part(batch)))
    assert server.post("push", signed, fresh_token(server)).status_code < 500


@settings(MANY, max_examples=2 * EXAMPLES)
@given(clock=CLOCKS, streams=st.lists(HEADS, max_size=3), numbers=st.tuples(NUMBERS, NUMBERS, NUMBERS), some=IDS)
def test_a_signed_greeting_of_nonsense_is_no_trouble(
    server: Server, clock: wire.ClockReading, streams: list[wire.StreamHead], numbers: tuple[int, int, int], some: bytes
):
    server.clock.advance(minutes=61)
    challenge = server.ask("challenge", wire.ChallengeRequest(STATION), wire.Challenge)
    cursor, pending, since = numbers
    hello = wire.Hello(STATION, challenge.challenge, some, some, clock, streams, cursor, some, pending, since)
    signed = msgspec.structs.replace(hello, signature=server.key.sign(wire.signed_part(hello)))
    assert server.post("hello", signed).status_code < 500
