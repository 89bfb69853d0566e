"""The server's time, signed: for a computer whose clock is so wrong that no certificate seems valid to it."""

from __future__ import annotations

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from loket.db.engine import driver
from loket.services.desk import Desk
from loket.sync import account as acc
from loket.sync import wire
from loket.sync.transport import HttpTransport, Transport, Unreachable


def ask_time(desk: Desk, transport: Transport) -> None:
    """Tell the desk the server's time; from then on it knows whether its own is wrong.

    Raises NotEnrolled, Unreachable, Declined; Unreachable("certificate") when somebody else signed the answer.
    """
    with desk.database.read() as connection:
        account = acc.read_account(driver(connection))
    try:
        answer: wire.SignedTime = wire.decode(transport.call("time", b""), wire.SignedTime)
        Ed25519PublicKey.from_public_bytes(account.server_key).verify(answer.signature, wire.time_part(answer.now_ms))
    except InvalidSignature as error:
        raise Unreachable("certificate", "the time is not signed by the server") from error
    except msgspec.MsgspecError as error:
        raise Unreachable("portal", "no time") from error
    with desk.database.write() as connection:
        desk.set_server_time(driver(connection), answer.now_ms)


def transport_of(desk: Desk, *, any_time: bool = False) -> HttpTransport:
    """The way to this desk's server. Raises NotEnrolled."""
    with desk.database.read() as connection:
        account = acc.read_account(driver(connection))
    return HttpTransport(account.server_url, account.server_pin, any_time=any_time)
