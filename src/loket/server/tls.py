"""The server's own certificate, for a house without one: stations trust its key, not a certificate authority.

The key is made once and stays; the certificate over it is made anew when the computer gets another name or address, or
nears its end. A station keeps the digest of the key (SPKI), so a new certificate changes nothing for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from loket.db.engine import translated
from loket.db.keys import write_private as write_private
from loket.server.addresses import as_address
from loket.sync.pins import SHORT_PIN, pin_of

KEY_FILE, CERTIFICATE_FILE = "tls.key", "tls.crt"
LASTS = timedelta(days=3652)
RENEW_BEFORE = timedelta(days=365)
_BACKDATED = timedelta(days=2)  # a counter's clock may be a day behind


@dataclass(frozen=True, slots=True)
class ServerCertificate:
    """Where the certificate and its key lie; `pin` is the whole digest of the key in the signs of enrolment codes."""

    certificate_file: Path
    key_file: Path
    pin: str

    @property
    def short_pin(self) -> str:
        """The first 40 bits, short enough to type with an enrolment code."""
        return self.pin[:SHORT_PIN]


def own_certificate(folder: Path, names: list[str], now: datetime) -> ServerCertificate:
    """The certificate of the server in this folder for these host names and addresses; made where there is none.

    Raises StorageError when the folder cannot be used.
    """
    key_file, certificate_file = folder / KEY_FILE, folder / CERTIFICATE_FILE
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        key = _key_in(key_file)
        certificate = _certificate_in(certificate_file)
        if certificate is None or not _serves(certificate, key, names, now):
            certificate = _made(key, names, now)
            write_private(certificate_file, certificate.public_bytes(serialization.Encoding.PEM).decode())
    return ServerCertificate(certificate_file, key_file, pin_of(certificate.public_bytes(serialization.Encoding.DER)))


def _key_in(file: Path) -> ec.EllipticCurvePrivateKey:
    if file.exists():
        key = serialization.load_pem_private_key(file.read_bytes(), password=None)
        if isinstance(key, ec.EllipticCurvePrivateKey):
            return key
    key = ec.generate_private_key(ec.SECP256R1())
    form = serialization.PrivateFormat.PKCS8
    pem = key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    write_private(file, pem.decode())
    return key


def _certificate_in(file: Path) -> x509.Certificate | None:
    try:
        return x509.load_pem_x509_certificate(file.read_bytes())
    except (FileNotFoundError, ValueError):
        return None


def _serves(certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey, names: list[str], now: datetime) -> bool:
    """Is it over this key, does it name them all, and does it last long enough?"""
    named = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return (
        certificate.public_key() == key.public_key()
        and set(_general_names(names)) <= set(named)
        and certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc - RENEW_BEFORE
    )


def _general_names(names: list[str]) -> list[x509.GeneralName]:
    return [
        x509.IPAddress(address) if (address := as_address(name)) is not None else x509.DNSName(name) for name in names
    ]


def _made(key: ec.EllipticCurvePrivateKey, names: list[str], now: datetime) -> x509.Certificate:
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Loket Pusat")])
    usage = x509.KeyUsage(True, False, False, False, False, True, False, False, False)  # signs, and vouches for itself
    return (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now.astimezone(UTC) - _BACKDATED)
        .not_valid_after(now.astimezone(UTC) + LASTS)
        .add_extension(x509.SubjectAlternativeName(_general_names(names)), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
