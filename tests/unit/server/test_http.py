"""The server's door: whatever is sent to it, it answers with a message or a plain no, and never falls over."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from doors import LIBRARY, NOW, OTHER_LIBRARY, OTHER_STATION, SECRET, STATION, Counter, Server, opened_server
from fastapi import APIRouter, Request, Response
from starlette.testclient import TestClient

from loket.db.rows import to_ms
from loket.server.bodies import JSON, MSGPACK
from loket.server.http import create_app
from loket.server.incoming import CHUNK
from loket.server.server_keys import ServerKeys
from loket.sync import wire


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with opened_server(tmp_path) as server:
        yield server


@pytest.fixture
def token(server: Server) -> str:
    counter = Counter(server, LIBRARY, STATION)
    counter.enrol()
    return counter.token()


# ---- a round ------------------------------------------------------------------------------------------------------


def test_a_counter_enrols_greets_and_pulls(server: Server, token: str):
    answer = server.ask("pull", wire.PullRequest(0), wire.PullAnswer, token)
    assert not answer.more
    assert answer.next_cursor == answer.change_seq


def test_json_says_the_same_as_msgpack(server: Server, token: str):
    asked = wire.PullRequest(0)
    packed = server.ask("pull", asked, wire.PullAnswer, token)
    answer = server.post("pull", msgspec.json.encode(asked), token, **{"Content-Type": JSON})
    assert answer.headers["content-type"] == JSON
    assert msgspec.json.decode(answer.content, type=wire.PullAnswer) == packed
    other_form = server.post("pull", asked, token, Accept=JSON)
    assert msgspec.json.decode(other_form.content, type=wire.PullAnswer) == packed


@pytest.mark.parametrize("encoding", ["gzip", "zstd"])
def test_messages_travel_packed_both_ways(server: Server, token: str, encoding: str):
    pack = {"gzip": gzip.compress, "zstd": zstandard.ZstdCompressor().compress}[encoding]
    headers = {"Content-Encoding": encoding, "Accept-Encoding": encoding}
    answer = server.post("pull", pack(wire.encode(wire.PullRequest(0))), token, **headers)
    assert answer.status_code == 200
    assert wire.decode(answer.content, wire.PullAnswer).change_seq >= 0
    described = server.client.get("/sync/v1/openapi.json")
    assert described.status_code == 200


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_time_is_signed_and_needs_nobody(server: Server, method: str):
    answer = server.client.request(method, "/sync/v1/time", headers={"Accept": MSGPACK})
    time = wire.decode(answer.content, wire.SignedTime)
    assert time.now_ms == to_ms(NOW)
    key = Ed25519PublicKey.from_public_bytes(ServerKeys(SECRET).server_key)
    key.verify(time.signature, wire.time_part(time.now_ms))


# ---- who may ------------------------------------------------------------------------------------------------------

WITH_TOKEN = {
    "push": wire.Batch(LIBRARY, STATION, b"T" * 16, 1, bytes(32), bytes(32), [], wire.ClockReading(0, 0, ""),
                       wire.StreamHead(b"T" * 16, 0, bytes(32), 0, "founded", 0)),
    "pull": wire.PullRequest(0),
    "hashes": wire.HashesRequest(b"T" * 16, 1, 2),
    "events": wire.HashesRequest(b"T" * 16, 1, 2),
    "packet": b"LKT",
}  # fmt: skip


@pytest.mark.parametrize("path", WITH_TOKEN)
def test_without_a_token_nothing_is_told(server: Server, token: str, path: str):
    forged = token[:-6] + ("AAAAAA" if not token.endswith("AAAAAA") else "BBBBBB")
    other_server = ServerKeys(bytes(32)).token(server.pusat.authorise(token), to_ms(NOW))
    for shown in ("", forged, other_server, "x", "é", "." * 5000):
        answer = server.client.post(
            f"/sync/v1/{path}",
            content=WITH_TOKEN[path] if path == "packet" else wire.encode(WITH_TOKEN[path]),
            headers={"Authorization": f"Bearer {shown}".encode(), "Accept": MSGPACK},
        )
        assert answer.status_code == 401, shown
        assert wire.decode(answer.content, wire.Problem).code == "token"
        assert answer.headers["www-authenticate"] == "Bearer"


def test_a_token_ends_after_an_hour_of_the_servers_clock(server: Server, token: str):
    server.clock.advance(minutes=59)
    assert server.post("pull", wire.PullRequest(0), token).status_code == 200
    server.clock.advance(minutes=2)
    assert server.problem("pull", wire.PullRequest(0), token) == (401, "expired")


def test_another_librarys_batch_is_not_taken_and_its_streams_are_not_told(server: Server, token: str):
    other = Counter(server, OTHER_LIBRARY, OTHER_STATION)
    other.enrol()
    batch = msgspec.structs.replace(WITH_TOKEN["push"], library_id=OTHER_LIBRARY, station_id=OTHER_STATION)
    signed = msgspec.structs.replace(batch, signature=other.key.sign(wire.signed_part(batch)))
    assert server.post("push", signed, token).status_code in (403, 404)
    assert server.post("hashes", WITH_TOKEN["hashes"], token).status_code in (200, 403, 404)
    with server.store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM event_log").scalar() == 0


def test_guessing_codes_is_stopped_by_the_guessers_address(server: Server):
    guess = wire.EnrolRequest("AAAA000000", bytes(32), b"m")
    statuses = [server.post("enrol", guess).status_code for _ in range(12)]
    assert statuses[0] == 403
    assert statuses[-1] == 429
    elsewhere = TestClient(server.app, client=("10.9.8.7", 1))
    answer = elsewhere.post("/sync/v1/enrol", content=wire.encode(guess))
    assert answer.status_code == 403


# ---- what cannot be taken -----------------------------------------------------------------------------------------


def bomb(encoding: str) -> bytes:
    zeros = bytes(64 * 1024 * 1024)
    return gzip.compress(zeros) if encoding == "gzip" else zstandard.ZstdCompressor().compress(zeros)


@pytest.mark.parametrize("encoding", ["gzip", "zstd"])
def test_a_bomb_is_too_large(server: Server, encoding: str):
    refused = server.problem("hello", bomb(encoding), **{"Content-Encoding": encoding})
    assert refused == (413, "too_large")


@pytest.mark.parametrize("encoding", ["gzip", "zstd"])
def test_a_stream_cut_short_is_damaged(server: Server, encoding: str):
    body = wire.encode(wire.ChallengeRequest(STATION))
    packed = gzip.compress(body) if encoding == "gzip" else zstandard.ZstdCompressor().compress(body)
    assert server.problem("challenge", packed[:-3], **{"Content-Encoding": encoding}) == (400, "damaged")


def test_a_body_beyond_the_limit_is_not_even_read_to_its_end(server: Server):
    read = 0

    def endless() -> Iterator[bytes]:
        nonlocal read
        while read < 64 * 1024 * 1024:
            read += 1024 * 1024
            yield bytes(1024 * 1024)

    answer = server.client.post("/sync/v1/hello", content=endless())
    assert answer.status_code == 413
    announced = server.client.post("/sync/v1/hello", content=b"x", headers={"Content-Length": str(2**40)})
    assert announced.status_code == 413


LONG = wire.EnrolRequest("AAAA000000", bytes(32), b"m", station_name="x" * 3_000_000)
REFUSED = {
    "a number no column holds": ("pull", b'{"cursor": 9223372036854775808}', JSON, 400),
    "2**63 in msgpack": ("hashes", msgspec.msgpack.encode([b"T" * 16, 1, 2**63]), MSGPACK, 400),
    "NaN": ("pull", b'{"cursor": NaN}', JSON, 400),
    "Infinity": ("pull", b'{"cursor": 1e999}', JSON, 400),
    "nothing": ("pull", b"", MSGPACK, 400),
    "text": ("pull", b"halo", "text/plain", 415),
    "ten million signs": ("challenge", msgspec.json.encode({"station_id": "A" * 10_000_000}), JSON, 413),
    "a long name": ("enrol", wire.encode(LONG), MSGPACK, 422),
}  # fmt: skip


@pytest.mark.parametrize(("path", "body", "form", "status"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_meant_is_refused(server: Server, token: str, path: str, body: bytes, form: str, status: int):
    assert server.post(path, body, token, **{"Content-Type": form}).status_code == status


@pytest.mark.parametrize("seq", [-(2**53), -1, 0, 2**53])
def test_numbers_far_outside_a_stream_are_no_trouble(server: Server, token: str, seq: int):
    for path in ("hashes", "events"):
        assert server.post(path, wire.HashesRequest(b"T" * 16, seq, seq), token).status_code < 500
        assert server.post(path, wire.HashesRequest(b"T", -seq, seq), token).status_code < 500
    assert server.post("pull", wire.PullRequest(seq, seq), token).status_code < 500


def test_unknown_paths_and_methods_get_a_problem(server: Server):
    assert server.problem("nothing", b"") == (404, "not_found")
    answer = server.client.get("/sync/v1/push", headers={"Accept": MSGPACK})
    assert (answer.status_code, wire.decode(answer.content, wire.Problem).code) == (405, "method")
    assert answer.headers["allow"] == "POST"


def test_a_database_that_does_not_answer_is_a_reason_to_come_again(server: Server, token: str, tmp_path: Path):
    server.store.close()
    for file in tmp_path.glob("pusat.db*"):
        file.unlink()
    (tmp_path / "pusat.db").mkdir()
    answer = server.post("pull", wire.PullRequest(0), token)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "30")
    assert wire.decode(answer.content, wire.Problem).code == "busy"
    assert server.client.get("/health").json()["store"] == "down"


def test_our_own_bug_is_a_500_that_says_and_logs_nothing_of_the_data(
    tmp_path: Path, server: Server, caplog: pytest.LogCaptureFixture
):
    web = APIRouter()

    async def broken(request: Request) -> Response:
        raise RuntimeError("Sari Dewi, 3374")

    web.add_api_route("/rusak", broken, methods=["GET"])
    answer = TestClient(create_app(server.pusat, web)).get("/rusak")
    assert answer.status_code == 500
    assert wire.decode(answer.content, wire.Problem).code == "failed"
    assert "RuntimeError < broken" in caplog.text
    assert "Sari" not in caplog.text


# ---- files --------------------------------------------------------------------------------------------------------


def patch(server: Server, token: str, digest: str, offset: int, length: int, piece: bytes) -> Any:
    headers = {"Authorization": f"Bearer {token}", "Upload-Offset": str(offset), "Upload-Length": str(length)}
    return server.client.patch(f"/sync/v1/blobs/{digest}", content=piece, headers={**headers, "Accept": MSGPACK})


def get(server: Server, token: str, digest: str, method: str = "GET") -> Any:
    return server.client.request(method, f"/sync/v1/blobs/{digest}", headers={"Authorization": f"Bearer {token}"})


PHOTO = hashlib.shake_128(b"photo").digest(CHUNK + 1000)
DIGEST = hashlib.sha256(PHOTO).hexdigest()


def test_a_file_arrives_in_pieces_over_a_restart(server: Server, token: str, tmp_path: Path):
    assert get(server, token, DIGEST, "HEAD").status_code == 404
    assert patch(server, token, DIGEST, 0, len(PHOTO), PHOTO[:CHUNK]).headers["upload-offset"] == str(CHUNK)
    again = Server(
        server.clock,
        server.store,
        server.pusat,
        app := create_app(server.pusat, parts=tmp_path / "parts"),
        TestClient(app),
    )
    assert get(again, token, DIGEST, "HEAD").headers["upload-offset"] == str(CHUNK)
    assert patch(again, token, DIGEST, 0, len(PHOTO), PHOTO[:CHUNK]).status_code == 409
    assert patch(again, token, DIGEST, CHUNK, len(PHOTO), PHOTO[CHUNK:]).status_code == 204
    assert get(again, token, DIGEST).content == PHOTO
    assert get(again, token, DIGEST, "HEAD").headers["upload-offset"] == str(len(PHOTO))
    assert patch(again, token, DIGEST, 0, len(PHOTO), PHOTO[:CHUNK]).status_code == 204  # sent twice


def test_a_file_that_is_not_what_its_name_says_is_thrown_away(server: Server, token: str):
    assert patch(server, token, DIGEST, 0, 4, b"lain").status_code == 422
    assert get(server, token, DIGEST, "HEAD").status_code == 404
    assert patch(server, token, DIGEST, 0, 4, b"lainnya").status_code == 413
    assert patch(server, token, DIGEST, 0, CHUNK + 1, bytes(CHUNK + 1)).status_code == 413
    assert patch(server, token, "x" * 64, 0, 4, b"lain").status_code == 400


def test_a_librarys_files_are_its_own(server: Server, token: str):
    assert patch(server, token, DIGEST, 0, len(PHOTO), PHOTO[:CHUNK]).status_code == 204
    assert patch(server, token, DIGEST, CHUNK, len(PHOTO), PHOTO[CHUNK:]).status_code == 204
    other = Counter(server, OTHER_LIBRARY, OTHER_STATION)
    other.enrol()
    assert get(server, other.token(), DIGEST).status_code == 404


# ---- for administrators -------------------------------------------------------------------------------------------


def test_health_and_figures(server: Server, token: str):
    health = server.client.get("/health")
    assert health.json()["store"] == "up"
    assert health.json()["schema"] >= 1
    told = f'loket_pending_events{{library="{LIBRARY.hex()}"}} 7\n'
    assert told in server.client.get("/metrics").text
    server.post("pull", wire.PullRequest(0), token)
    text = server.client.get("/metrics").text
    assert told not in text  # the pull ended the round
    library = LIBRARY.hex()
    assert f'loket_stations{{library="{library}"}} 1\n' in text
    assert f'loket_log_seq{{library="{library}"}} ' in text
    assert 'loket_requests_total{method="POST",route="/sync/v1/pull",status="200"} 1\n' in text
    assert 'loket_request_seconds_total{method="POST",route="/sync/v1/pull"} 0.' in text


def test_figures_are_for_the_neighbourhood(server: Server):
    assert TestClient(server.app, client=("8.8.8.8", 1)).get("/metrics").status_code == 403
    assert TestClient(server.app, client=("192.168.3.4", 1)).get("/metrics").status_code == 200


def test_every_answer_tells_a_browser_to_be_careful(server: Server):
    for path in ("/health", "/sync/v1/nothing", "/", "/sync/v1/openapi.json"):
        headers = server.client.get(path, headers={"Accept": "application/json"}).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "default-src 'self'" in headers["content-security-policy"]


def test_a_counters_message_carries_no_headers_for_pages(server: Server, token: str):
    headers = server.post("pull", wire.PullRequest(0), token).headers
    assert headers["content-type"] == MSGPACK
    assert (headers["x-content-type-options"], headers["cache-control"]) == ("nosniff", "no-store")
    assert not {"content-security-policy", "x-frame-options", "referrer-policy"} & set(headers)
