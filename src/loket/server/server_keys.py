"""Every key the server uses, made from its one secret: that secret and a backup are all a new machine needs."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from functools import cached_property

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from loket.db.sealing import seal, subkey, unseal
from loket.domain.entities import Id
from loket.domain.scope import Scope
from loket.server.callers import Caller, ServerRefused
from loket.sync.wire import SignedTime, time_part

TOKEN_MS = 60 * 60_000
_MAC_BYTES = 32


class _Token(msgspec.Struct, array_like=True):
    library_id: bytes
    station_id: bytes
    scope: str
    until_ms: int


class ServerKeys:
    """Signs, seals and recognises. `secret` is 32 random bytes, kept outside the database."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._data = subkey(secret, "server/data")
        self._tokens = subkey(secret, "server/tokens")
        self._codes = subkey(secret, "server/codes")
        self._challenges = subkey(secret, "server/challenges")

    @cached_property
    def signing(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(subkey(self._secret, "server/signing"))

    @cached_property
    def sealing(self) -> X25519PrivateKey:
        """Packets on a stick are sealed to its public half."""
        return X25519PrivateKey.from_private_bytes(subkey(self._secret, "server/packets"))

    @property
    def server_key(self) -> bytes:
        return self.signing.public_key().public_bytes_raw()

    @property
    def seal_key(self) -> bytes:
        return self.sealing.public_key().public_bytes_raw()

    # ---- what lies in the database --------------------------------------------------------------------------------

    def seal(self, plaintext: bytes, *place: bytes) -> bytes:
        """Seal a value to its place (library, kind, key …): put elsewhere it opens no more."""
        return seal(self._data, plaintext, b"/".join(place))

    def unseal(self, sealed: bytes, *place: bytes) -> bytes:
        """Raises StorageError(DAMAGED) for other keys, places or bytes than those of the sealing."""
        return unseal(self._data, sealed, b"/".join(place))

    # ---- tokens ---------------------------------------------------------------------------------------------------

    def token(self, caller: Caller, now_ms: int) -> str:
        """What a counter shows for the next hour, by the server's clock."""
        body = msgspec.msgpack.encode(
            _Token(bytes.fromhex(caller.library_id), bytes.fromhex(caller.station_id), caller.scope, now_ms + TOKEN_MS)
        )
        return base64.urlsafe_b64encode(_mac(self._tokens, body) + body).decode().rstrip("=")

    def caller(self, token: str, now_ms: int) -> Caller:
        """Raises ServerRefused 401: "token" for one we did not make, "expired" for one of yesterday."""
        try:
            raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        except (binascii.Error, ValueError) as error:
            raise ServerRefused(401, "token") from error
        mac, body = raw[:_MAC_BYTES], raw[_MAC_BYTES:]
        if not hmac.compare_digest(mac, _mac(self._tokens, body)):
            raise ServerRefused(401, "token")
        found = msgspec.msgpack.decode(body, type=_Token)
        if found.until_ms < now_ms:
            raise ServerRefused(401, "expired")
        return Caller(Id(found.library_id.hex()), Id(found.station_id.hex()), Scope(found.scope))

    # ---- challenges, codes, time ----------------------------------------------------------------------------------

    def challenge_mac(self, station_id: bytes, claim: bytes) -> bytes:
        return _mac(self._challenges, station_id + claim)

    def code_hash(self, code: str) -> bytes:
        """How an enrolment code is kept: keyed, so that the database alone does not give it away."""
        return _mac(self._codes, code.encode())

    def signed_time(self, now_ms: int) -> SignedTime:
        return SignedTime(now_ms, self.signing.sign(time_part(now_ms)))


def signed_by(public_key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the holder of an Ed25519 key signed the message."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _mac(key: bytes, message: bytes) -> bytes:
    return hmac.new(key, message, hashlib.sha256).digest()
