"""Bodies on the wire: unpacked within bounds, read as msgpack or JSON, and packed for whoever can unpack them.

Nothing a sender claims is believed before it is measured: a bomb is refused by what it announces, or at the first byte
over what it may become, and never held in memory. Source: sync specification 2.6 (4 MiB, ratio 50).
"""

from __future__ import annotations

import zlib
from typing import Any

import msgspec
import zstandard

from loket.sync.wire import BODY_LIMIT, PACK_FROM, RATIO_LIMIT

MSGPACK, JSON, FILE = "application/msgpack", "application/json", "application/octet-stream"
_HARMLESS = 64 * 1024  # bytes; the ratio says something only about more than this
LARGEST_INT = 2**53  # what JSON's numbers carry exactly, and every database's columns hold
_GZIP = 31  # zlib's name for the gzip format with the widest window
_WINDOW = 8 * 1024 * 1024  # bytes a zstd frame may make the reader keep


class BadBody(Exception):  # noqa: N818
    """A body that cannot be taken; `status` and `code` go back to the sender."""

    def __init__(self, status: int, code: str, detail: str = "") -> None:
        super().__init__(status, code, detail)
        self.status, self.code, self.detail = status, code, detail


def unpacked(body: bytes, encoding: str) -> bytes:
    """The body as it was before `Content-Encoding`.

    Raises BadBody: 413 when it is or would become too large, 415 for an encoding nobody knows, 400 when it is cut
    short or damaged.
    """
    if len(body) > BODY_LIMIT:
        raise BadBody(413, "too_large")
    allowed = min(BODY_LIMIT, max(len(body) * RATIO_LIMIT, _HARMLESS))
    match encoding.strip().lower():
        case "" | "identity":
            return body
        case "gzip" | "x-gzip":
            return _ungzipped(body, allowed)
        case "zstd":
            return _unzstd(body, allowed)
    raise BadBody(415, "unknown_encoding")


def _ungzipped(body: bytes, allowed: int) -> bytes:
    reader = zlib.decompressobj(_GZIP)
    try:
        content = reader.decompress(body, allowed + 1)
    except zlib.error as error:
        raise BadBody(400, "damaged") from error
    if len(content) > allowed:
        raise BadBody(413, "too_large")
    if not reader.eof or reader.unused_data:
        raise BadBody(400, "damaged")
    return content


def _unzstd(body: bytes, allowed: int) -> bytes:
    try:
        if zstandard.frame_content_size(body) > allowed or _becomes_more(body, allowed):
            raise BadBody(413, "too_large")
        frame = zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj()
        content = frame.decompress(body)
    except zstandard.ZstdError as error:
        raise BadBody(400, "damaged") from error
    if not frame.eof or frame.unused_data:
        raise BadBody(400, "damaged")
    return content


def _becomes_more(body: bytes, allowed: int) -> bool:
    """Is the frame larger than it says? Most say nothing; the reader stops at the first byte too many."""
    with zstandard.ZstdDecompressor(max_window_size=_WINDOW).stream_reader(body) as reader:
        return len(reader.read(allowed + 1)) > allowed


def read(body: bytes, media_type: str, kind: Any) -> Any:
    """The message in a body, its numbers and texts such as a database can hold. Raises BadBody (400, 415)."""
    if media_type not in ("", MSGPACK, JSON):
        raise BadBody(415, "unknown_type", f"{MSGPACK}, {JSON}")
    try:
        message = (msgspec.json if media_type == JSON else msgspec.msgpack).decode(body, type=kind)
        _assert_storable(message)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise BadBody(400, "malformed", str(error)[:200]) from error
    return message


def _assert_storable(value: Any) -> None:
    """Raises ValueError for a number beyond 53 bits or a text with a NUL: PostgreSQL or SQLite would refuse them."""
    if isinstance(value, str):
        if "\0" in value:
            raise ValueError("text with a NUL")
        value.encode()  # half a surrogate pair has no UTF-8; UnicodeEncodeError is a ValueError
    elif isinstance(value, int):
        if not -LARGEST_INT <= value <= LARGEST_INT:
            raise ValueError("number too large")
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            _assert_storable(getattr(value, name))
    elif isinstance(value, (list, tuple)):
        for part in value:
            _assert_storable(part)


def wanted(accept: str, otherwise: str) -> str:
    """The form the asker wants its answer in; `otherwise` when it names neither of the two."""
    names = [part.partition(";")[0].strip().lower() for part in accept.split(",")]
    return next((name for name in names if name in (MSGPACK, JSON)), otherwise)


def written(message: Any, media_type: str) -> bytes:
    return msgspec.json.encode(message) if media_type == JSON else msgspec.msgpack.encode(message)


def packed(content: bytes, accept_encoding: str) -> tuple[bytes, str]:
    """The content in the best encoding the asker can read, and that encoding's name ("" for none)."""
    if len(content) < PACK_FROM:
        return content, ""
    names = {part.partition(";")[0].strip().lower() for part in accept_encoding.split(",") if not _refused(part)}
    if "zstd" in names:
        return zstandard.ZstdCompressor(level=3).compress(content), "zstd"
    if "gzip" in names:
        writer = zlib.compressobj(6, wbits=_GZIP)
        return writer.compress(content) + writer.flush(), "gzip"
    return content, ""


def _refused(part: str) -> bool:
    return part.replace(" ", "").lower().partition(";q=")[2] in ("0", "0.0", "0.00", "0.000")
