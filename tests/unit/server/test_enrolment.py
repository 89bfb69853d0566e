"""Codes: once, for two days, for whom they were made, and not to be guessed."""

from __future__ import annotations

from typing import Any

import pytest
from paper_server import LIBRARY, SECRET, World, founded, founding_request
from paper_station import PaperStation, any_id
from sqlalchemy import select

from loket.db.keys import ALPHABET
from loket.db.rows import id_bytes
from loket.domain.scope import Scope
from loket.server.callers import ServerRefused
from loket.server.tables import ENROL_CODE
from loket.server.tables import LIBRARY as LIBRARY_TABLE
from loket.sync import wire


def refused(world: World, request: wire.EnrolRequest, peer: str = "") -> str:
    with pytest.raises(ServerRefused) as caught:
        world.pusat.enrol(request, peer)
    return caught.value.code


def new_counter(code: str, name: str = "second", **fields: Any) -> wire.EnrolRequest:
    station = PaperStation(name, LIBRARY)
    return wire.EnrolRequest(code, station.public_key, station.machine, **fields)


def code_for(world: World, **fields: Any) -> str:
    given = {"station_name": "Loket Dua", "station_code": "L2", "profile": "sirkulasi"} | fields
    return world.pusat.new_code(LIBRARY, **given)


def test_the_first_counter_brings_its_library(world: World) -> None:
    assert world.pusat.libraries() == [(LIBRARY, "Perpustakaan Contoh")]
    (view,) = world.pusat.stations(LIBRARY)
    assert (view.code, view.name, view.scope, view.station_id) == (
        "L1",
        "Loket Utama",
        Scope.FULL,
        world.station.station_id,
    )
    with world.pusat.store.read() as connection:
        assert SECRET not in connection.scalar(select(LIBRARY_TABLE.c.secret))


def test_a_new_counter_is_told_who_it_is(world: World) -> None:
    code = code_for(world)
    assert len(code) == 10
    assert set(code) <= set(ALPHABET)
    answer = world.pusat.enrol(new_counter(f"{code[:5]}-{code[5:]}".lower()))
    assert (answer.library_id, answer.library_secret) == (id_bytes(LIBRARY), SECRET)
    assert (answer.station_name, answer.station_code, answer.profile) == ("Loket Dua", "L2", "sirkulasi")
    assert (answer.server_key, answer.seal_key) == (world.pusat.keys.server_key, world.pusat.keys.seal_key)
    assert len(world.pusat.stations(LIBRARY)) == 2


@pytest.mark.parametrize("profile", ["bukutamu", "loker", "", "something new"])
def test_a_kiosk_gets_no_secret_and_no_private_columns(world: World, profile: str) -> None:
    code = world.pusat.new_code(LIBRARY, station_code="K1", profile=profile)
    answer = world.pusat.enrol(new_counter(code, profile="lengkap"))
    assert (answer.scope, answer.library_secret) == ("house", None), "whatever it says of itself"


def test_once_but_an_answer_may_be_lost(world: World) -> None:
    request = new_counter(code_for(world))
    first = world.pusat.enrol(request)
    again = world.pusat.enrol(request)
    assert (again.station_id, again.library_secret) == (first.station_id, SECRET)
    assert refused(world, new_counter(request.code, "third")) == "code_used"
    station = PaperStation("second", LIBRARY)
    station.station_id = first.station_id.hex()
    world.hello(station, again.nonce)
    assert refused(world, request) == "code_used", "it had its answer: nobody gets the secret by asking again"


def test_two_days(world: World) -> None:
    code = code_for(world)
    world.clock.advance(hours=47)
    late = code_for(world, station_code="L3")
    world.clock.advance(hours=2)
    assert refused(world, new_counter(code)) == "code_expired"
    world.pusat.enrol(new_counter(late))


def test_a_code_made_anew_for_the_same_counter_ends_the_one_before(world: World) -> None:
    first, other, second = code_for(world), code_for(world, station_code="L3"), code_for(world)
    assert refused(world, new_counter(first)) == "code_expired"
    assert world.pusat.station_codes(LIBRARY) == {"L1", "L2", "L3"}, "free for nobody else, joined or not yet"
    world.pusat.enrol(new_counter(second))
    world.pusat.enrol(new_counter(other, "another"))
    codes = [station.code for station in world.pusat.stations(LIBRARY)]
    assert sorted(codes) == ["L1", "L2", "L3"]


def test_five_wrong_tries_end_a_code(world: World) -> None:
    code = code_for(world)
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    for number in range(5):
        assert refused(world, new_counter(wrong), f"peer{number}") == "code_unknown"
    assert refused(world, new_counter(code), "peer9") == "code_blocked"
    with world.pusat.store.read() as connection:
        assert 5 in list(connection.scalars(select(ENROL_CODE.c.tries)))


def test_who_guesses_is_stopped_by_address(world: World) -> None:
    code = code_for(world)
    for number in range(10):
        assert refused(world, new_counter(f"000000000{number % 10}"), "guesser") == "code_unknown"
    assert refused(world, new_counter(code), "guesser") == "code_blocked"
    world.pusat.enrol(new_counter(code), "somebody else")
    world.clock.advance(hours=2)
    assert refused(world, new_counter("0000000000"), "guesser") == "code_unknown"


def test_codes_are_kept_as_keyed_hashes(world: World) -> None:
    code = code_for(world)
    with world.pusat.store.read() as connection:
        kept = repr(connection.execute(select(ENROL_CODE)).all())
    assert code not in kept
    assert code[4:] not in kept


def test_libraries_are_not_mixed(world: World) -> None:
    other = PaperStation("other", any_id("another library"))
    assert refused(world, founding_request(code_for(world), other)) == "other_library"
    assert refused(world, founding_request(world.pusat.new_code(None), PaperStation("x", LIBRARY))) == "other_library"
    assert refused(world, new_counter(world.pusat.new_code(None))) == "not_founded"
    world.pusat.enrol(founding_request(world.pusat.new_code(None), other, library_name="Alpha"))
    assert [name for _, name in world.pusat.libraries()] == ["Alpha", "Perpustakaan Contoh"]


def test_a_computer_takes_the_place_of_a_counter(world: World) -> None:
    """A dead machine, or one that was revoked: the new one is the same counter, the old key is worth nothing."""
    world.pusat.revoke(LIBRARY, world.station.station_id)
    code = world.pusat.new_code(LIBRARY, station_id=world.station.station_id)
    new = PaperStation("new machine", LIBRARY)
    answer = world.pusat.enrol(wire.EnrolRequest(code, new.public_key, new.machine))
    assert answer.station_id == id_bytes(world.station.station_id)
    assert (answer.station_name, answer.station_code, answer.profile, answer.scope) == (
        "Loket Utama",
        "L1",
        "lengkap",
        "full",
    )
    with pytest.raises(ServerRefused) as caught:
        world.hello(world.station, world.nonce)
    assert caught.value.code == "signature"
    new.station_id = world.station.station_id
    world.hello(new, answer.nonce)
    stream = founded(new, new.stream())
    assert world.pusat.push(world.caller, new.batch(stream)).verdict == "taken"


def test_a_copy_that_enrols_anew_gets_a_name_of_its_own(world: World) -> None:
    code = code_for(world)
    copy = wire.EnrolRequest(
        code,
        PaperStation("copy", LIBRARY).public_key,
        b"machine",
        library_id=id_bytes(LIBRARY),
        station_id=id_bytes(world.station.station_id),
    )
    answer = world.pusat.enrol(copy)
    assert answer.station_id != id_bytes(world.station.station_id)
    assert (answer.station_code, len(world.pusat.stations(LIBRARY))) == ("L2", 2)


def test_codes_that_make_no_sense(world: World) -> None:
    def code(**fields: Any) -> str:
        with pytest.raises(ServerRefused) as caught:
            world.pusat.new_code(fields.pop("library", LIBRARY), **fields)
        return caught.value.code

    assert code(station_code="L1") == "station_code"
    assert code(station_id=any_id("nobody")) == "station"
    assert code(library=any_id("nowhere")) == "library"


@pytest.mark.parametrize("fields", [{"public_key": b"short"}, {"library_id": bytes(16)}, {"station_name": "a\x00"}])
def test_malformed_requests(world: World, fields: dict[str, Any]) -> None:
    from msgspec.structs import replace

    request = founding_request(world.pusat.new_code(None), PaperStation("x", any_id("y")))
    assert refused(world, replace(request, **fields)) == "malformed"
