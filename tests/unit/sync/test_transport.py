"""The way over HTTPS: packed both ways, bounded, and nothing is told to anybody but the server that was pinned."""

from __future__ import annotations

import ipaddress
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import msgspec
import pytest
import zstandard
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from loket.sync.pins import SHORT_PIN, WHOLE_PIN, pin_of, shown_certificate
from loket.sync.transport import MSGPACK, Declined, HttpTransport, Unreachable
from loket.sync.wire import BODY_LIMIT, Problem

Answer = tuple[int, dict[str, str], bytes]
NOW = datetime.now(UTC)


class Site:
    """A server on this computer that answers as it is told and remembers what it heard."""

    def __init__(self, folder: Path, certificate: tuple[bytes, bytes] | None = None) -> None:
        self.heard: list[tuple[str, dict[str, str], bytes]] = []
        self.hangs_up = 0  # so many questions more, without a word
        self.answer: Callable[[bytes], Answer] = lambda body: (200, {"Content-Type": MSGPACK}, body)
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
                site.heard.append((self.path, dict(self.headers), body))
                if site.hangs_up:
                    site.hangs_up -= 1
                    return
                status, headers, content = site.answer(body)
                self.send_response(status)
                for name, value in {"Content-Length": str(len(content)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *args: Any) -> None:
                """Quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.handle_error = lambda *args: None  # type: ignore[method-assign]  # whoever asked has gone
        self.port = self._server.server_address[1]
        self.scheme = "http"
        if certificate is not None:
            self.scheme = "https"
            (folder / "site.pem").write_bytes(b"".join(certificate))
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(folder / "site.pem")
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


KEY = ec.generate_private_key(ec.SECP256R1())
OTHER_KEY = ec.generate_private_key(ec.SECP256R1())


def certificate(
    key: ec.EllipticCurvePrivateKey = KEY, *, begins: datetime = NOW - timedelta(days=1), name: str = "Pusat"
) -> tuple[bytes, bytes]:
    """(key, certificate) as PEM; it vouches for itself."""
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private, made.public_bytes(serialization.Encoding.PEM)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path)
    yield made
    made.close()


@pytest.fixture
def secured(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path, certificate())
    yield made
    made.close()


def pin_at(site: Site) -> str:
    return pin_of(shown_certificate("127.0.0.1", site.port, 5))


# ---- what is said ---------------------------------------------------------------------------------------------------


def test_a_question_carries_its_token_and_comes_back(site: Site) -> None:
    assert HttpTransport(site.url + "/").call("pull", b"short", "abc") == b"short"
    path, headers, body = site.heard[0]

    assert (path, body) == ("/sync/v1/pull", b"short")
    assert headers["Authorization"] == "Bearer abc"
    assert headers["Content-Type"] == MSGPACK


def test_large_messages_are_packed_both_ways(site: Site) -> None:
    packed = {"Content-Type": MSGPACK, "Content-Encoding": "zstd"}
    site.answer = lambda body: (200, packed, body)
    message = b"anggota " * 4_000

    assert HttpTransport(site.url).call("push", message) == message
    assert len(site.heard[0][2]) < 400
    assert site.heard[0][1]["Content-Encoding"] == "zstd"


def test_a_no_of_the_server_has_its_code(site: Site) -> None:
    problem = msgspec.msgpack.encode(Problem("revoked", "since yesterday"))
    site.answer = lambda body: (403, {"Content-Type": MSGPACK}, problem)
    with pytest.raises(Declined) as declined:
        HttpTransport(site.url).call("push", b"")

    assert (declined.value.status, declined.value.code) == (403, "revoked")


BOMB = zstandard.ZstdCompressor().compress(b"\0" * (BODY_LIMIT + 1))


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ((200, {"Content-Type": "text/html; charset=utf-8"}, b"<html>Masuk Wi-Fi</html>"), "portal"),
        ((302, {"Location": "http://192.0.2.1/login"}, b""), "portal"),
        ((404, {"Content-Type": "text/plain"}, b"?"), "portal"),
        ((400, {"Content-Type": MSGPACK}, b"?"), "portal"),
        ((500, {"Content-Type": MSGPACK}, b""), "trouble"),
        ((503, {"Content-Type": "text/html"}, b""), "trouble"),
        ((429, {"Content-Type": MSGPACK}, b""), "trouble"),
        ((200, {"Content-Type": MSGPACK}, b"x" * (BODY_LIMIT + 1)), "trouble"),
        ((200, {"Content-Type": MSGPACK, "Content-Encoding": "zstd"}, BOMB), "trouble"),
        ((200, {"Content-Type": MSGPACK, "Content-Encoding": "zstd"}, BOMB[:9]), "trouble"),
        ((200, {"Content-Type": MSGPACK, "Content-Length": "99"}, b"cut short"), "offline"),
    ],
)
def test_what_is_no_answer_of_the_server_is_no_answer(site: Site, answer: Answer, code: str) -> None:
    site.answer = lambda body: answer
    with pytest.raises(Unreachable) as failed:
        HttpTransport(site.url, read_s=2).call("pull", b"")

    assert failed.value.code == code


def test_a_connection_the_server_let_go_of_is_opened_again(site: Site) -> None:
    transport = HttpTransport(site.url)
    assert transport.call("pull", b"one") == b"one"
    site.hangs_up = 1
    assert transport.call("pull", b"two") == b"two"
    site.hangs_up = 2
    with pytest.raises(Unreachable):
        transport.call("pull", b"three")


def test_nobody_there_is_offline(tmp_path: Path) -> None:
    gone = Site(tmp_path)
    gone.close()
    with pytest.raises(Unreachable, match="offline"):
        HttpTransport(gone.url).call("pull", b"")


def test_a_server_that_says_nothing_is_a_timeout(site: Site) -> None:
    let_go = threading.Event()

    def slow(body: bytes) -> Answer:
        let_go.wait(20)
        return 200, {"Content-Type": MSGPACK}, body

    site.answer = slow
    with pytest.raises(Unreachable, match="timeout"):
        HttpTransport(site.url, read_s=0.1).call("pull", b"")
    let_go.set()


# ---- whom it is said to ---------------------------------------------------------------------------------------------


def test_a_server_that_vouches_for_itself_needs_a_pin(secured: Site) -> None:
    with pytest.raises(Unreachable, match="certificate"):
        HttpTransport(secured.url).call("pull", b"secret")
    assert secured.heard == []
    pin = pin_at(secured)

    assert len(pin) == WHOLE_PIN
    assert HttpTransport(secured.url, pin).call("pull", b"a") == b"a"
    assert HttpTransport(secured.url, pin[:SHORT_PIN]).call("pull", b"a") == b"a"


def test_another_key_hears_nothing(tmp_path: Path, secured: Site) -> None:
    (tmp_path / "other").mkdir()
    impostor = Site(tmp_path / "other", certificate(OTHER_KEY))
    with pytest.raises(Unreachable, match="certificate"):
        HttpTransport(impostor.url, pin_at(secured)).call("pull", b"secret")
    assert impostor.heard == []
    impostor.close()


def test_a_new_certificate_over_the_same_key_is_still_the_server(tmp_path: Path) -> None:
    before = Site(tmp_path, certificate(name="Dulu"))
    way = HttpTransport(before.url, pin_at(before))
    assert way.call("pull", b"a") == b"a"
    before.close()
    after = Site(tmp_path, certificate(name="Sekarang"))
    way.url = after.url
    assert way.call("pull", b"b") == b"b"
    after.close()


def test_only_the_time_may_be_asked_with_a_wrong_clock(tmp_path: Path) -> None:
    site = Site(tmp_path, certificate(begins=NOW + timedelta(days=3)))
    pin = pin_at(site)
    with pytest.raises(Unreachable, match="certificate"):
        HttpTransport(site.url, pin).call("pull", b"a")
    assert site.heard == []
    assert HttpTransport(site.url, pin, any_time=True).call("time", b"") == b""
    site.close()
