"""Knowing the server by its key where no authority vouches for it: a house server certifies itself.

A pin is the beginning of SHA-256 over the server's public key (SPKI, RFC 7469), in the signs of enrolment codes. The
certificate is looked at before anything is sent, and then made the only one that is trusted.
"""

from __future__ import annotations

import hashlib
import socket
import ssl

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from loket.db.keys import ALPHABET

NO_CHECK_TIME = 0x200000  # X509_V_FLAG_NO_CHECK_TIME; Python has no name for it
PARTIAL_CHAIN = 0x80000  # X509_V_FLAG_PARTIAL_CHAIN: a certificate that is no authority may be the trusted one
WHOLE_PIN = 51  # signs; SHA-256 in fives of bits, the last bit left out
SHORT_PIN = 8  # signs, to be typed or compared by eye


def pin_of(certificate_der: bytes) -> str:
    """The whole pin of a certificate's key."""
    key = x509.load_der_x509_certificate(certificate_der).public_key()
    digest = hashlib.sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).digest()
    number = int.from_bytes(digest) >> 1
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(WHOLE_PIN)))


def shown_certificate(host: str, port: int, timeout_s: float) -> bytes:
    """The certificate (DER) that whoever answers there shows; nothing is sent to him. Raises OSError."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with (
        socket.create_connection((host, port), timeout=timeout_s) as plain,
        context.wrap_socket(plain, server_hostname=host) as secured,
    ):
        return secured.getpeercert(binary_form=True) or b""


def pinned_context(host: str, port: int, pin: str, timeout_s: float) -> ssl.SSLContext:
    """Trusts the certificate shown there, if its key has this pin, and no other. Raises ssl.SSLError, OSError."""
    shown = shown_certificate(host, port, timeout_s)
    if not pin or not pin_of(shown).startswith(pin):
        raise ssl.SSLCertVerificationError("the server's key is not the one that was pinned")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False  # the key is who it is, under whatever address
    context.load_verify_locations(cadata=shown)
    context.verify_flags |= PARTIAL_CHAIN
    return context
