"""Identity numbers: sealed to their place, found again by keyed hash, masked on screen."""

from __future__ import annotations

import pytest
from fakes import new_desk
from hypothesis import given
from hypothesis import strategies as st

from loket.db import sealing
from loket.db.engine import driver
from loket.domain.errors import StorageCode, StorageError

KEY, OTHER = bytes(range(32)), bytes(32)
NUMBER = "9900 0000 0000 0001"


@given(st.binary(max_size=300), st.binary(max_size=40))
def test_what_was_sealed_is_unsealed(plaintext: bytes, aad: bytes) -> None:
    sealed = sealing.seal(KEY, plaintext, aad)

    assert sealing.unseal(KEY, sealed, aad) == plaintext
    assert len(plaintext) < 4 or plaintext not in sealed


def test_the_same_number_sealed_twice_looks_different() -> None:
    assert sealing.seal(KEY, b"1", b"") != sealing.seal(KEY, b"1", b"")


@pytest.mark.parametrize(
    ("key", "aad", "spoil"),
    [(OTHER, b"member-1", None), (KEY, b"member-2", None)] + [(KEY, b"member-1", place) for place in (0, 1, 15, -1)],
)
def test_another_key_place_or_byte_opens_nothing(key: bytes, aad: bytes, spoil: int | None) -> None:
    sealed = bytearray(sealing.seal(KEY, NUMBER.encode(), b"member-1"))
    if spoil is not None:
        sealed[spoil] ^= 1

    with pytest.raises(StorageError) as error:
        sealing.unseal(key, bytes(sealed), aad)
    assert error.value.code is StorageCode.DAMAGED


@pytest.mark.parametrize("cut", [b"", b"\x01", b"\x01" + bytes(12)])
def test_a_cut_value_is_damage(cut: bytes) -> None:
    with pytest.raises(StorageError):
        sealing.unseal(KEY, cut, b"")


def test_each_purpose_has_its_own_key() -> None:
    keys = {sealing.subkey(KEY, "identity"), sealing.subkey(KEY, "mirror"), sealing.subkey(OTHER, "identity"), KEY}

    assert len(keys) == 4
    assert all(len(key) == 32 for key in keys)
    assert sealing.subkey(KEY, "identity") == sealing.subkey(KEY, "identity")


def test_the_index_finds_a_number_however_it_was_typed() -> None:
    index = sealing.identity_index(KEY, NUMBER)

    assert sealing.identity_index(KEY, "9900.0000-00000001") == index
    assert sealing.identity_index(KEY, "ab 12") == sealing.identity_index(KEY, "AB-12")
    assert sealing.identity_index(KEY, "9900000000000002") != index
    assert sealing.identity_index(OTHER, NUMBER) != index


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("5371 0000 0000 0001", "5371••••••••0001"),
        ("123456789012", "1234••••9012"),
        ("12345678901", "•••••••••01"),
        ("A-12345", "••••45"),
        ("1234", "••••"),
        ("", ""),
    ],
)
def test_a_number_on_screen_shows_only_its_ends(number: str, shown: str) -> None:
    assert sealing.mask(number) == shown


def test_a_library_has_one_secret_from_its_founding(tmp_path) -> None:
    desk = new_desk(tmp_path)
    with desk.database.read() as connection:
        secret = sealing.library_secret(driver(connection))
        assert len(secret) == sealing.SECRET_BYTES
        assert sealing.library_secret(driver(connection)) == secret
    with desk.database.write() as connection:
        driver(connection).execute("DELETE FROM meta WHERE key = ?", (sealing.LIBRARY_SECRET,))
        with pytest.raises(StorageError):
            sealing.library_secret(driver(connection))
    desk.database.close()
