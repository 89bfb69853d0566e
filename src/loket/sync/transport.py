"""One question to the server and its answer; everything that can go wrong on the way is one of two errors.

`Unreachable`: nobody knows whether the server did it, or it plainly did not hear; asking again later is right.
`Declined`: the server heard and says no, with a code.
"""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from typing import Literal, Protocol

import httpx
import msgspec
import zstandard

from loket.sync.pins import NO_CHECK_TIME, pinned_context
from loket.sync.wire import BODY_LIMIT, PACK_FROM, Problem

PREFIX = "/sync/v1/"
MSGPACK, FILE = "application/msgpack", "application/octet-stream"
OFFSET, LENGTH = "Upload-Offset", "Upload-Length"
FileMethod = Literal["HEAD", "PATCH", "GET"]
CONNECT_S, READ_S = 5.0, 60.0
_WINDOW = 8 * 1024 * 1024
_BUSY = (408, 425, 429)


class Unreachable(Exception):  # noqa: N818 - being offline is everyday life here
    """No usable answer. `code`: "offline", "timeout", "portal", "certificate", "trouble" (its own)."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code, self.detail = code, detail


class Declined(Exception):  # noqa: N818
    """The server heard, and says no."""

    def __init__(self, status: int, problem: Problem) -> None:
        super().__init__(status, problem.code, problem.detail)
        self.status, self.problem = status, problem

    @property
    def code(self) -> str:
        return self.problem.code


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a file, where it begins, and how long the whole file is."""

    content: bytes
    offset: int
    length: int


class Transport(Protocol):
    """How messages reach the server: over HTTP, or in a test by calling it."""

    def call(self, path: str, body: bytes, token: str = "") -> bytes:
        """Send the message to a path such as "push"; its answer. Raises Unreachable, Declined."""

    def file(self, method: FileMethod, name: str, token: str, piece: Piece | None = None) -> tuple[int, bytes]:
        """Of the file with this SHA-256, HEAD: how much is there (404: nothing); PATCH: a piece more; GET: all of it.

        Returns how much of it the server has (HEAD, PATCH), and the content (GET). Raises Unreachable, Declined.
        """


class HttpTransport:
    """Messages over HTTPS. With a `pin` only the server of that key is spoken to, and no authority is asked.

    `any_time` lets a certificate pass whose dates do not fit this computer's clock: for asking the time only.
    """

    def __init__(
        self, url: str, pin: str = "", *, connect_s: float = CONNECT_S, read_s: float = READ_S, any_time: bool = False
    ) -> None:
        self.url, self._pin, self._any_time = url.rstrip("/"), pin, any_time
        self._timeout = httpx.Timeout(read_s, connect=connect_s)
        self._client: httpx.Client | None = None

    def call(self, path: str, body: bytes, token: str = "") -> bytes:
        headers = {"Content-Type": MSGPACK, "Accept": MSGPACK, "Accept-Encoding": "zstd"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if len(body) >= PACK_FROM:
            body, headers["Content-Encoding"] = zstandard.ZstdCompressor(level=3).compress(body), "zstd"
        status, told, content = self._asked("POST", path, body, headers)
        _demand_good(status, told, content, MSGPACK)
        return content

    def file(self, method: FileMethod, name: str, token: str, piece: Piece | None = None) -> tuple[int, bytes]:
        headers = {"Accept": MSGPACK, "Accept-Encoding": "zstd", "Authorization": f"Bearer {token}"}
        if piece is not None:
            headers |= {"Content-Type": FILE, OFFSET: str(piece.offset), LENGTH: str(piece.length)}
        status, told, content = self._asked(method, f"blobs/{name}", piece.content if piece else b"", headers)
        _demand_good(status, told, content, FILE if method == "GET" else None)
        offset = told.get(OFFSET, "0" if method == "GET" else "")
        if not offset.isdigit():
            raise Unreachable("portal", f"{status} without {OFFSET}")
        return int(offset), content

    def _asked(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, httpx.Headers, bytes]:
        try:
            return self._send(method, path, body, headers)
        except (httpx.TimeoutException, TimeoutError) as error:
            raise Unreachable("timeout", type(error).__name__) from error
        except ssl.SSLError as error:
            raise Unreachable("certificate", str(error)) from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise Unreachable("certificate" if _about_certificate(error) else "offline", str(error)) from error

    def close(self) -> None:
        """Let go of the connection; the next question opens one again."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _send(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, httpx.Headers, bytes]:
        known = self._client is not None
        try:
            return self._send_once(method, path, body, headers)
        except httpx.HTTPError as error:
            self.close()
            renewed = self._pin and _about_certificate(error)  # made anew, perhaps over the same key: the pin says
            hung_up = isinstance(error, httpx.RemoteProtocolError)  # a connection it had kept for long enough
            if not (known and (renewed or hung_up)):
                raise
        return self._send_once(method, path, body, headers)  # asking twice does no harm: the server knows what it has

    def _send_once(
        self, method: str, path: str, body: bytes, headers: dict[str, str]
    ) -> tuple[int, httpx.Headers, bytes]:
        if self._client is None:
            self._client = httpx.Client(verify=self._context(), timeout=self._timeout)
            self._client.headers = httpx.Headers({"User-Agent": "loket"})  # what it adds itself is of no use here
        with self._client.stream(method, self.url + PREFIX + path, content=body, headers=headers) as response:
            return response.status_code, response.headers, b"" if method == "HEAD" else _read(response)

    def _context(self) -> ssl.SSLContext:
        url = httpx.URL(self.url)
        if self._pin and url.scheme == "https":
            context = pinned_context(url.host, url.port or 443, self._pin, CONNECT_S)
        else:
            context = ssl.create_default_context()
        if self._any_time:
            context.verify_flags |= NO_CHECK_TIME
        return context


def _about_certificate(error: Exception) -> bool:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


def _read(response: httpx.Response) -> bytes:
    """The whole body, measured while it comes. Raises Unreachable when it is more than a message may be."""
    content = bytearray()
    for part in response.iter_raw():
        content += part
        if len(content) > BODY_LIMIT:
            raise Unreachable("trouble", "answer too large")
    if response.headers.get("Content-Encoding", "").strip().lower() != "zstd":
        return bytes(content)
    try:
        return unpacked(bytes(content), BODY_LIMIT)
    except zstandard.ZstdError as error:
        raise Unreachable("trouble", f"answer damaged: {error}") from error


def unpacked(content: bytes, limit: int) -> bytes:
    """A zstd frame unpacked to at most `limit` bytes. Raises ZstdError when it is damaged or becomes more."""
    if zstandard.frame_content_size(content) > limit:  # -1 when the frame does not say; the reader's limit holds then
        raise zstandard.ZstdError("too large")
    reader = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
    return reader.decompress(content, max_output_size=limit, allow_extra_data=False)


def _demand_good(status: int, told: httpx.Headers, content: bytes, wanted: str | None) -> None:
    """Raises unless this is a good answer, of the media type `wanted`; None: one without a body.

    A page where a message should be is somebody else's: a captive portal's.
    """
    if status >= 500 or status in _BUSY:
        raise Unreachable("trouble", str(status))
    media = told.get("Content-Type", "").partition(";")[0].strip().lower()
    if wanted is None and status in (200, 204):
        return
    if status == 200 and media == wanted:
        return
    if status == 200 or media != MSGPACK:
        raise Unreachable("portal", f"{status} {media}")
    if wanted is None and not content:  # the answer to HEAD is its status alone
        raise Declined(status, Problem(""))
    try:
        problem = msgspec.msgpack.decode(content, type=Problem)
    except msgspec.MsgspecError as error:
        raise Unreachable("portal", str(status)) from error
    raise Declined(status, problem)
