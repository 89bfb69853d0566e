"""Bodies are measured before they are believed, and everything a sender can twist ends in a plain no."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from contextlib import suppress

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from loket.server.bodies import JSON, MSGPACK, BadBody, packed, read, unpacked, wanted
from loket.sync.wire import BODY_LIMIT, RATIO_LIMIT, ChallengeRequest, HashesRequest, PullRequest

TEXT = b"".join(b"baris %d, buku yang kembali\n" % number for number in range(5_000))  # some 150 kB


def streamed(content: bytes) -> bytes:
    """A zstd frame that does not say how large it becomes."""
    writer = zstandard.ZstdCompressor().compressobj()
    return writer.compress(content) + writer.flush()


WAYS = {"gzip": gzip.compress, "zstd": zstandard.ZstdCompressor().compress, "identity": bytes}


@given(st.binary(max_size=10_000), st.sampled_from(sorted(WAYS)))
def test_what_was_packed_comes_out_the_same(content: bytes, encoding: str):
    assert unpacked(WAYS[encoding](content), encoding) == content


@given(st.binary(max_size=3_000))
def test_a_frame_that_does_not_tell_its_size_comes_out_the_same(content: bytes):
    assert unpacked(streamed(content), "zstd") == content


def status_of(body: bytes, encoding: str) -> int:
    with pytest.raises(BadBody) as refused:
        unpacked(body, encoding)
    return refused.value.status


ZEROS = bytes(300 * 1024 * 1024)
BOMBS = {
    "gzip": ("gzip", gzip.compress(ZEROS)),
    "zstd": ("zstd", zstandard.ZstdCompressor().compress(ZEROS)),
    "zstd that hides its size": ("zstd", streamed(ZEROS)),
    "zstd past the limit": ("zstd", zstandard.ZstdCompressor().compress(TEXT * 28)),
    "beyond the ratio": ("zstd", zstandard.ZstdCompressor().compress(bytes(1024 * 1024))),
}
del ZEROS


@pytest.mark.parametrize(("encoding", "bomb"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_before_it_takes_memory(encoding: str, bomb: bytes):
    assert len(bomb) < BODY_LIMIT
    tracemalloc.start()
    try:
        assert status_of(bomb, encoding) == 413
        assert tracemalloc.get_traced_memory()[1] < 3 * BODY_LIMIT
    finally:
        tracemalloc.stop()


def test_what_stays_within_the_ratio_is_taken():
    body, least = zstandard.ZstdCompressor(level=1).compress(TEXT), len(TEXT) // RATIO_LIMIT
    assert least < len(body)
    assert unpacked(body, "zstd") == TEXT


@pytest.mark.parametrize("encoding", ["gzip", "zstd"])
@pytest.mark.parametrize("hides", [False, True])
def test_a_body_cut_short_anywhere_is_damaged(encoding: str, hides: bool):
    text = TEXT[:20_000]
    whole = streamed(text) if hides and encoding == "zstd" else WAYS[encoding](text)
    for length in (0, 1, 5, len(whole) // 2, len(whole) - 1):
        assert status_of(whole[:length], encoding) == 400, length
    assert status_of(whole + b"more", encoding) == 400


@given(st.binary(max_size=200), st.sampled_from(["gzip", "zstd"]))
def test_noise_is_damaged_or_small(noise: bytes, encoding: str):
    with suppress(BadBody):
        assert len(unpacked(noise, encoding)) <= 64 * 1024


def test_an_encoding_nobody_knows():
    assert status_of(zlib.compress(TEXT), "br") == 415
    assert status_of(bytes(BODY_LIMIT + 1), "identity") == 413


# ---- messages -----------------------------------------------------------------------------------------------------

BAD = {
    "too large for a column": (JSON, b'{"cursor": 9223372036854775808}', PullRequest),
    "beyond 53 bits": (MSGPACK, msgspec.msgpack.encode({"cursor": 2**53 + 1}), PullRequest),
    "below": (MSGPACK, msgspec.msgpack.encode({"cursor": -(2**63)}), PullRequest),
    "not a number": (JSON, b'{"cursor": NaN}', PullRequest),
    "a float": (JSON, b'{"cursor": 1.5}', PullRequest),
    "NUL in a text": (JSON, b'{"cursor": 1, "kinds": ["a\\u0000b"]}', PullRequest),
    "half a surrogate": (JSON, b'{"cursor": 1, "kinds": ["\\ud800"]}', PullRequest),
    "no message": (MSGPACK, b"", ChallengeRequest),
    "another message": (MSGPACK, msgspec.msgpack.encode({"cursor": 1}), ChallengeRequest),
    "bytes that are none": (JSON, b'{"station_id": "*"}', ChallengeRequest),
    "too deep": (MSGPACK, b"\x82\xa6cursor\x01\xa1x" + b"\x91" * 100_000 + b"\xc0", PullRequest),
    "too deep in JSON": (JSON, b'{"cursor":1,"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}", PullRequest),
    "a long list of nothing": (
        MSGPACK,
        b"\x82\xa6cursor\x01\xa5kinds\xdd\x00\x10\x00\x00" + b"\xc0" * 2**20,
        PullRequest,
    ),
}


@pytest.mark.parametrize(("form", "body", "kind"), BAD.values(), ids=BAD)
def test_a_message_no_database_could_hold_is_malformed(form: str, body: bytes, kind: type):
    with pytest.raises(BadBody) as refused:
        read(body, form, kind)
    assert refused.value.status == 400


def test_both_forms_say_the_same():
    message = HashesRequest(bytes(range(16)), 1, 2**53)
    assert read(msgspec.msgpack.encode(message), "", HashesRequest) == message
    assert read(msgspec.msgpack.encode(message), MSGPACK, HashesRequest) == message
    assert read(msgspec.json.encode(message), JSON, HashesRequest) == message
    with pytest.raises(BadBody) as refused:
        read(msgspec.json.encode(message), "text/plain", HashesRequest)
    assert refused.value.status == 415


@pytest.mark.parametrize(
    ("accept", "form"),
    [("", MSGPACK), ("*/*", MSGPACK), ("application/json", JSON), ("text/html, application/JSON;q=0.5", JSON)],
)
def test_the_answer_comes_in_the_form_asked_for(accept: str, form: str):
    assert wanted(accept, MSGPACK) == form


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("zstd, gzip", "zstd"),
        ("gzip, deflate", "gzip"),
        ("GZIP;q=0.5", "gzip"),
        ("zstd;q=0, gzip", "gzip"),
        ("", ""),
        ("br", ""),
    ],
)
def test_an_answer_is_packed_as_the_asker_can_read_it(accepted: str, encoding: str):
    body, used = packed(TEXT, accepted)
    assert used == encoding
    assert {"zstd": zstandard.decompress, "gzip": gzip.decompress, "": bytes}[used](body) == TEXT
    assert packed(b"short", accepted) == (b"short", "")
