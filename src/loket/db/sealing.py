"""Identity numbers sealed once more inside the encrypted database, and found again by a keyed hash.

A number of sixteen digits with a known pattern is soon guessed from a plain hash, so the index is an HMAC under the
library's own secret (UU 27/2022: personal data of a special kind). Every purpose has a key of its own, made by HKDF.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from loket.db.meta import get_meta, set_meta
from loket.domain.errors import StorageCode, StorageError

LIBRARY_SECRET = "library_secret"
SECRET_BYTES = 32
_NONCE_BYTES = 12
_FORM = b"\x01"  # of a sealed value; a later form gets the next number
_DOT = "•"
_ENDS = 4
_LEAST_WITH_ENDS = 12  # digits; a shorter number would be told by its ends


def make_library_secret(driver_connection: Any) -> bytes:
    """Draw the secret of a library being founded and keep it in the database. Inside the caller's transaction."""
    secret = secrets.token_bytes(SECRET_BYTES)
    set_meta(driver_connection, LIBRARY_SECRET, secret.hex())
    return secret


def library_secret(driver_connection: Any) -> bytes:
    """The secret all keys of this module come from. Raises StorageError(DAMAGED) when a library has none."""
    found = get_meta(driver_connection, LIBRARY_SECRET)
    if found is None:
        raise StorageError(StorageCode.DAMAGED, why="no library secret")
    return bytes.fromhex(found)


def subkey(secret: bytes, purpose: str) -> bytes:
    """A 256-bit key for one purpose; knowing it tells nothing of the secret or of other purposes."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"loket/{purpose}".encode()).derive(secret)


def seal(key: bytes, plaintext: bytes, aad: bytes) -> bytes:
    """AES-256-GCM. `aad` binds the value to its place, such as the member's id: copied elsewhere it opens no more."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return _FORM + nonce + AESGCM(key).encrypt(nonce, plaintext, aad)


def unseal(key: bytes, sealed: bytes, aad: bytes) -> bytes:
    """What was sealed. Raises StorageError(DAMAGED) when key, place or bytes are not those of the sealing."""
    form, nonce, rest = sealed[:1], sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    try:
        if form != _FORM:
            raise InvalidTag
        return AESGCM(key).decrypt(nonce, rest, aad)
    except (InvalidTag, ValueError) as error:
        raise StorageError(StorageCode.DAMAGED, why="sealed value") from error


def plain_number(number: str) -> str:
    """An identity number as it is compared: letters and digits only, capitals."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", number).upper() if sign.isalnum())


def identity_index(pepper: bytes, number: str) -> bytes:
    """A keyed hash by which the same number is found again, however it was typed."""
    return hmac.new(pepper, plain_number(number).encode(), hashlib.sha256).digest()


def mask(number: str) -> str:
    """The number as a screen shows it: `5371••••••••0001`; of a short one only the last two signs, or none."""
    plain = plain_number(number)
    if len(plain) >= _LEAST_WITH_ENDS:
        return plain[:_ENDS] + _DOT * (len(plain) - 2 * _ENDS) + plain[-_ENDS:]
    shown = 2 if len(plain) > _ENDS else 0
    return _DOT * (len(plain) - shown) + plain[len(plain) - shown :]
