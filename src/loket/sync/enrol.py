"""Joining a server: with a code, once. A counter that founded its library brings it; a new one is given who it is."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from loket import __version__
from loket.db.engine import Database, driver
from loket.db.keys import ALPHABET
from loket.db.meta import get_meta, set_meta
from loket.db.rows import id_bytes, to_ms
from loket.db.sealing import LIBRARY_SECRET
from loket.db.state import SqlState
from loket.db.streams import open_stream
from loket.devices.machine import machine_id
from loket.domain import events as e
from loket.domain.entities import Id, Library, Station
from loket.domain.errors import InvalidInput
from loket.domain.ports import Clock, Ids
from loket.domain.scope import Scope
from loket.services.desk import MACHINE, MACHINE_ID, Desk, open_desk
from loket.services.setup import ADD_STREAM
from loket.sync import account as acc
from loket.sync import wire
from loket.sync.client import Progress, sync_round
from loket.sync.pins import SHORT_PIN, pin_of, shown_certificate
from loket.sync.transport import CONNECT_S, Declined, HttpTransport, Transport, Unreachable

SCHEME = "loket-pusat:"
_CARD = "station_card"  # what this counter is called, until its row is there
CODE_SIGNS = 10
_MISREAD = str.maketrans("OIL", "011")
_BLANKS = re.compile(r"[\s.–-]")
_NEAR = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Invitation:
    """Where to go and with which code. `pin` is the beginning of the server key's digest, "" for a public server."""

    url: str
    code: str
    pin: str = ""


def invitation(text: str, code: str = "") -> Invitation:
    """What a QR code says, or an address and a code as typed, the pin behind the code.

    Raises InvalidInput: ("server_address", "address_missing" | "address_form" | "address_insecure"),
    ("enrol_code", "code_missing" | "enrol_code_form").
    """
    address, _, scanned = text.strip().removeprefix(SCHEME).partition("#")
    code, pin = _code_and_pin(code.strip() or scanned)
    return Invitation(_url(address), code, pin)


def _code_and_pin(text: str) -> tuple[str, str]:
    signs = _BLANKS.sub("", text).upper().translate(_MISREAD)
    if not signs:
        raise InvalidInput("enrol_code", "code_missing")
    pin = signs[CODE_SIGNS:]
    if any(sign not in ALPHABET for sign in signs) or len(signs) < CODE_SIGNS or 0 < len(pin) < SHORT_PIN:
        raise InvalidInput("enrol_code", "enrol_code_form", signs=len(signs), wanted=CODE_SIGNS)
    return signs[:CODE_SIGNS], pin


def _url(address: str) -> str:
    if not address.strip():
        raise InvalidInput("server_address", "address_missing")
    whole = address.strip() if "://" in address else f"https://{address.strip()}"
    try:
        parts = urlsplit(whole)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise InvalidInput("server_address", "address_form") from error
    if not host or parts.scheme not in ("https", "http") or re.search(r"\s", whole):
        raise InvalidInput("server_address", "address_form")
    if parts.scheme == "http" and host not in _NEAR:
        raise InvalidInput("server_address", "address_insecure")
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + (f":{port}" if port else "")


def joined_and_filled(database: Database) -> tuple[bool, bool]:
    """Does this database belong to a server, and has it the library's rows yet?"""
    with database.read() as connection:
        source = driver(connection)
        library_id = get_meta(source, "library_id")
        filled = library_id is not None and SqlState(source).get(Library, library_id) is not None
        return acc.is_enrolled(source), filled


# ---- asking ---------------------------------------------------------------------------------------------------------


def enrol(
    database: Database,
    clock: Clock,
    ids: Ids,
    invited: Invitation,
    *,
    marks: tuple[str, ...] = (),
    transport: Transport | None = None,
) -> Desk:
    """Join the server. Returns the desk; of a new counter it has no rows yet: `fill` fetches them.

    An open desk of the same database belongs to the server from its next action on. Raises InvalidInput:
    ("server_address", "server_offline" | "server_timeout" | "server_portal" | "server_trouble"),
    ("server_address", "server_certificate", pin=…) for a server nobody vouches for: the pin is to be compared with
    the one the server shows, and typed behind the code; ("server_address", "server_pin_wrong", pin=…) when the one
    typed is not that server's; ("server_address", "other_library"), ("enrol_code", the server's code).
    """
    whole_pin = "" if transport is not None else _whole_pin(invited)
    way = transport or HttpTransport(invited.url, whole_pin)
    with database.write() as connection:
        source = driver(connection)
        request = _request(source, invited.code, _private_key(source), marks)
    answer = _answer(way, request, invited)
    with database.write() as connection:
        _keep(driver(connection), answer, invited.url, whole_pin, clock, ids)
    return open_desk(database, clock, ids) or unfilled_desk(database, clock, ids)


def _whole_pin(invited: Invitation) -> str:
    """The whole pin of a server that was invited to with its beginning. Raises InvalidInput."""
    parts = urlsplit(invited.url)
    if not invited.pin or parts.scheme != "https":
        return ""
    shown = _shown_pin(invited.url)
    if not shown.startswith(invited.pin):
        raise InvalidInput("server_address", "server_pin_wrong", pin=shown[:SHORT_PIN])
    return shown


def _shown_pin(url: str) -> str:
    parts = urlsplit(url)
    try:
        return pin_of(shown_certificate(parts.hostname or "", parts.port or 443, CONNECT_S))
    except (OSError, ValueError) as error:
        raise InvalidInput("server_address", "server_offline") from error


def _private_key(source: Any) -> Ed25519PrivateKey:
    """This counter's key: kept before it is used, so that a code is not lost along with an answer.

    Whoever joins again gets a new one: the old may lie on every copy of this disk. Source: sync specification 2.6, 4.1.
    """
    place = acc.NEXT_KEY if acc.is_enrolled(source) else acc.PRIVATE_KEY
    kept = get_meta(source, place)
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(kept)) if kept else Ed25519PrivateKey.generate()
    set_meta(source, place, key.private_bytes_raw().hex())
    return key


def _request(source: Any, code: str, key: Ed25519PrivateKey, marks: tuple[str, ...]) -> wire.EnrolRequest:
    if marks:
        set_meta(source, MACHINE, json.dumps(marks))
        set_meta(source, MACHINE_ID, machine_id(marks))
    common: dict[str, Any] = {
        "code": code,
        "public_key": key.public_key().public_bytes_raw(),
        "machine": bytes.fromhex(get_meta(source, MACHINE_ID) or ""),
        "app_version": __version__,
    }
    library_id, station_id = get_meta(source, "library_id"), get_meta(source, "station_id")
    state = SqlState(source)
    library = state.get(Library, library_id) if library_id else None
    station = state.get(Station, station_id) if station_id else None
    if library is None or station is None:
        return wire.EnrolRequest(**common)
    secret = get_meta(source, LIBRARY_SECRET)
    return wire.EnrolRequest(
        **common,
        library_id=id_bytes(library.id),
        library_secret=bytes.fromhex(secret) if secret else None,
        library_name=library.name,
        station_id=id_bytes(station.id),
        station_name=station.name,
        station_code=station.code,
        profile=station.profile,
    )


def _answer(transport: Transport, request: wire.EnrolRequest, invited: Invitation) -> wire.EnrolAnswer:
    try:
        answer: wire.EnrolAnswer = wire.decode(transport.call("enrol", wire.encode(request)), wire.EnrolAnswer)
    except Unreachable as error:
        shown = _shown_pin(invited.url)[:SHORT_PIN] if error.code == "certificate" else ""
        raise InvalidInput("server_address", f"server_{error.code}", pin=shown) from error
    except Declined as error:
        field = "server_address" if error.code == "other_library" else "enrol_code"
        raise InvalidInput(field, error.code) from error
    except msgspec.MsgspecError as error:
        raise InvalidInput("server_address", "server_portal") from error
    return answer


def _keep(source: Any, answer: wire.EnrolAnswer, url: str, pin: str, clock: Clock, ids: Ids) -> None:
    """Everything at once: from now on this database belongs to the server. Its rows are all fetched anew.

    Whoever belonged to one already goes on under a new key, in a stream that no copy of this disk shares.
    """
    again = acc.is_enrolled(source)
    for key, value in (
        ("library_id", answer.library_id.hex()),
        ("station_id", answer.station_id.hex()),
        (acc.SERVER_URL, url),
        (acc.SERVER_PIN, pin),
        (acc.SERVER_KEY, answer.server_key.hex()),
        (acc.SEAL_KEY, answer.seal_key.hex()),
        (acc.NONCE, answer.nonce.hex()),
        (acc.SCOPE, Scope(answer.scope).value),
        (acc.INCARNATION, ""),
        (_CARD, json.dumps([answer.station_code, answer.station_name, answer.profile])),
    ):
        set_meta(source, key, value)
    if answer.library_secret is not None:
        set_meta(source, LIBRARY_SECRET, answer.library_secret.hex())
    stream = get_meta(source, "stream_id")
    if again and stream is not None:
        set_meta(source, acc.PRIVATE_KEY, get_meta(source, acc.NEXT_KEY) or "")
        set_meta(source, acc.NEXT_KEY, "")
        open_stream(source, ids.new(), parent=id_bytes(Id(stream)), reason="enrolled", now_ms=to_ms(clock.now()))
    elif stream is None:
        stream_id = ids.new()
        source.execute(ADD_STREAM, (id_bytes(stream_id), to_ms(clock.now()), "enrolled"))
        set_meta(source, "stream_id", stream_id)
    acc.begin_anew(source)


# ---- filling --------------------------------------------------------------------------------------------------------


def unfilled_desk(database: Database, clock: Clock, ids: Ids) -> Desk:
    """The desk of a new counter before it has any rows: good for fetching them only. Raises NotEnrolled."""
    with database.read() as connection:
        source = driver(connection)
        account = acc.read_account(source)
        stream_id = Id(get_meta(source, "stream_id") or "")
        station = Station(account.station_id, *json.loads(get_meta(source, _CARD) or '["", "", ""]'))
    library = Library(account.library_id, "", "")
    return Desk(database, clock, ids, library, station, stream_id, scope=account.scope)


def fill(desk: Desk, transport: Transport, *, progress: Progress | None = None) -> Desk:
    """Fetch the library's rows; broken off, it goes on where it stopped. Returns the desk to work with.

    Raises what `sync_round` raises; Unreachable("trouble") when the server has no such library yet.
    """
    sync_round(desk, transport, progress=progress)
    with desk.action() as act:
        library = act.state.get(Library, desk.library.id)
        if library is not None and act.state.get(Station, desk.station.id) is None:
            desk.library = library
            act.record(e.StationDescribed(desk.station))
    filled = open_desk(desk.database, desk.clock, desk.ids)
    if filled is None:
        raise Unreachable("trouble", "the rows of this counter and its library are not there")
    return filled
