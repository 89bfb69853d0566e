"""The server's own certificate: counters know its key, whatever happens to the certificate over it."""

from __future__ import annotations

import os
import socket
import ssl
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from loket.server.addresses import as_address, host_names, is_near, own_addresses, reachable_host, url_of
from loket.server.tls import ServerCertificate, own_certificate
from loket.sync.pins import pinned_context

NOW = datetime.now(UTC)
NAMES = ["pusat.perpus.lan", "localhost", "192.168.7.2", "127.0.0.1", "::1"]


def certificate_of(made: ServerCertificate) -> x509.Certificate:
    return x509.load_pem_x509_certificate(made.certificate_file.read_bytes())


def test_a_certificate_for_every_name_and_address_for_ten_years(tmp_path: Path):
    certificate = certificate_of(own_certificate(tmp_path, NAMES, NOW))
    named = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert named.get_values_for_type(x509.DNSName) == ["pusat.perpus.lan", "localhost"]
    assert named.get_values_for_type(x509.IPAddress) == [ip_address(text) for text in NAMES[2:]]
    key = certificate.public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey)
    assert key.curve.name == "secp256r1"
    assert certificate.not_valid_before_utc < NOW - timedelta(days=1)
    assert NOW + timedelta(days=3650) < certificate.not_valid_after_utc < NOW + timedelta(days=3660)


def test_the_next_start_shows_the_same_certificate(tmp_path: Path):
    first = own_certificate(tmp_path, NAMES, NOW)
    shown = first.certificate_file.read_bytes()
    assert own_certificate(tmp_path, NAMES[1:], NOW) == first
    assert first.certificate_file.read_bytes() == shown


@pytest.mark.parametrize(
    ("names", "now"),
    [([*NAMES, "10.1.2.3"], NOW), (NAMES, NOW + timedelta(days=3400))],
    ids=["a new address", "near its end"],
)
def test_a_new_certificate_keeps_the_key_the_counters_know(tmp_path: Path, names: list[str], now: datetime):
    first = own_certificate(tmp_path, NAMES, NOW)
    shown = first.certificate_file.read_bytes()
    second = own_certificate(tmp_path, names, now)
    assert second.certificate_file.read_bytes() != shown
    assert second.pin == first.pin
    assert certificate_of(second).not_valid_after_utc > now + timedelta(days=3600)


def test_two_servers_have_two_pins_of_eight_signs_to_type(tmp_path: Path):
    first, second = (own_certificate(tmp_path / name, NAMES, NOW) for name in "ab")
    assert first.short_pin != second.short_pin
    assert len(first.short_pin) == 8
    assert first.pin.startswith(first.short_pin)


def test_only_its_owner_reads_the_key(tmp_path: Path):
    mode = own_certificate(tmp_path, NAMES, NOW).key_file.stat().st_mode
    assert os.name == "nt" or stat.S_IMODE(mode) == 0o600  # Windows has other rights than these


# ---- a counter at the other end -----------------------------------------------------------------------------------


@contextmanager
def served(made: ServerCertificate) -> Iterator[int]:
    """A TLS server that answers every caller with one word. Yields its port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made.certificate_file, made.key_file)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            while True:
                try:
                    plain, _ = listening.accept()
                except OSError:
                    return
                try:
                    with context.wrap_socket(plain, server_side=True) as secured:
                        secured.sendall(b"loket")
                except OSError:  # a caller that does not trust us
                    plain.close()

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
    thread.join(10)


def test_a_counter_with_the_short_pin_trusts_the_server_and_no_other(tmp_path: Path):
    ours, other = (own_certificate(tmp_path / name, NAMES, NOW) for name in ("ours", "other"))
    with served(ours) as port:
        context = pinned_context("127.0.0.1", port, ours.short_pin, 5)
        with context.wrap_socket(socket.create_connection(("127.0.0.1", port), 5)) as secured:
            assert secured.recv(10) == b"loket"
            assert secured.version() in ("TLSv1.2", "TLSv1.3")
        with pytest.raises(ssl.SSLCertVerificationError):
            pinned_context("127.0.0.1", port, other.short_pin, 5)


def test_a_browser_that_was_given_the_certificate_finds_nothing_wrong_with_it(tmp_path: Path):
    made = own_certificate(tmp_path, NAMES, NOW)
    context = ssl.create_default_context(cafile=str(made.certificate_file))
    with served(made) as port:
        plain = socket.create_connection(("127.0.0.1", port), 5)
        with context.wrap_socket(plain, server_hostname="127.0.0.1") as secured:
            assert secured.recv(10) == b"loket"


# ---- addresses ----------------------------------------------------------------------------------------------------


def test_this_computer_is_called_by_names_and_addresses_that_are_its_own():
    assert "localhost" in host_names()
    assert own_addresses()[-2:] == ["127.0.0.1", "::1"]
    for address in own_addresses():
        assert as_address(address) is not None
    assert reachable_host("0.0.0.0") == own_addresses()[0]
    assert reachable_host("10.0.0.7") == "10.0.0.7"


@pytest.mark.parametrize(
    ("scheme", "host", "port", "url"),
    [
        ("https", "10.0.0.7", 8447, "https://10.0.0.7:8447"),
        ("https", "fd00::7", 8447, "https://[fd00::7]:8447"),
        ("https", "pusat.lan", 443, "https://pusat.lan"),
        ("http", "pusat.lan", 80, "http://pusat.lan"),
    ],
)
def test_an_address_as_people_type_it(scheme: str, host: str, port: int, url: str):
    assert url_of(scheme, host, port) == url


@pytest.mark.parametrize(
    ("peer", "near"),
    [("127.0.0.1", True), ("192.168.1.9", True), ("::1", True), ("::ffff:10.0.0.1", True), ("8.8.8.8", False),
     ("::ffff:8.8.8.8", False), ("", False), ("nama", False)],
)  # fmt: skip
def test_who_is_near(peer: str, near: bool):
    assert is_near(peer) is near
