"""The database key: kept in the safe or a private file, readable from paper, told apart from a damaged file."""

from __future__ import annotations

import os
import random
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring
from keyring.errors import KeyringLocked

from loket.db import keys
from loket.db.engine import open_database
from loket.domain.errors import InvalidInput, StorageCode, StorageError

KEY = bytes(range(32))
ANY_KEY = st.binary(min_size=32, max_size=32)


class Safe(KeyringBackend):
    """A keyring in memory."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class LockedSafe(Safe):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked


def code_of(error: pytest.ExceptionInfo[StorageError]) -> StorageCode:
    return error.value.code


def make_database(folder: Path, key: bytes) -> Path:
    keys.open_with_key(folder / keys.DATABASE_FILE, key).close()
    return folder / keys.DATABASE_FILE


# ---- where it lies ------------------------------------------------------------------------------------------------


def test_the_key_lies_in_the_system_safe_and_nowhere_on_disk(tmp_path: Path) -> None:
    safe = Safe()
    place = keys.load_or_create_key(tmp_path, keyring_backend=safe)

    assert (place.where, place.warning, len(place.key)) == ("keyring", False, 32)
    assert keys.load_or_create_key(tmp_path, keyring_backend=safe).key == place.key
    for file in tmp_path.iterdir():
        assert place.key not in file.read_bytes()
        assert place.key.hex() not in file.read_text()


def test_two_data_folders_have_two_keys_in_one_safe(tmp_path: Path) -> None:
    safe = Safe()
    first, second = (keys.load_or_create_key(tmp_path / name, keyring_backend=safe).key for name in "ab")

    assert first != second
    assert len(safe.kept) == 2


@pytest.mark.parametrize("backend", [FailKeyring(), LockedSafe()])
def test_without_a_safe_the_key_lies_in_a_private_file_with_a_warning(tmp_path: Path, backend: KeyringBackend) -> None:
    place = keys.load_or_create_key(tmp_path, keyring_backend=backend)

    assert (place.where, place.warning) == ("file", True)
    assert keys.load_or_create_key(tmp_path, keyring_backend=backend) == place
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / keys.KEY_FILE).stat().st_mode) == 0o600


def test_a_safe_that_keeps_nothing_is_not_believed(tmp_path: Path) -> None:
    place = keys.load_or_create_key(tmp_path, keyring_backend=NullKeyring())

    assert place.where == "file"
    assert keys.load_or_create_key(tmp_path, keyring_backend=NullKeyring()).key == place.key


def test_a_database_without_its_key_is_never_given_a_new_one(tmp_path: Path) -> None:
    place = keys.load_or_create_key(tmp_path, keyring_backend=FailKeyring())
    make_database(tmp_path, place.key)
    (tmp_path / keys.KEY_FILE).unlink()

    for backend in (FailKeyring(), Safe(), LockedSafe()):
        with pytest.raises(StorageError) as error:
            keys.load_or_create_key(tmp_path, keyring_backend=backend)
        assert code_of(error) is StorageCode.KEY_MISSING
    assert not (tmp_path / keys.KEY_FILE).exists()


def test_a_spoiled_key_file_is_a_missing_key(tmp_path: Path) -> None:
    (tmp_path / keys.KEY_FILE).write_text("abc")

    with pytest.raises(StorageError) as error:
        keys.load_or_create_key(tmp_path, keyring_backend=FailKeyring())
    assert code_of(error) is StorageCode.KEY_MISSING


def test_a_recovered_key_is_kept_only_if_it_is_the_right_one(tmp_path: Path) -> None:
    make_database(tmp_path, KEY)

    with pytest.raises(StorageError) as error:
        keys.store_key(tmp_path, bytes(32), keyring_backend=Safe())
    assert code_of(error) is StorageCode.WRONG_KEY
    safe = Safe()
    assert keys.store_key(tmp_path, KEY, keyring_backend=safe).where == "keyring"
    assert keys.load_or_create_key(tmp_path, keyring_backend=safe).key == KEY


def test_the_key_shows_in_no_repr(tmp_path: Path) -> None:
    place = keys.load_or_create_key(tmp_path, keyring_backend=FailKeyring())

    assert repr(place.key) not in repr(place)
    assert place.key.hex() not in repr(place)


# ---- on paper -----------------------------------------------------------------------------------------------------


@given(ANY_KEY)
def test_a_recovery_key_reads_back(key: bytes) -> None:
    text = keys.recovery_text(key)

    assert keys.key_from_recovery(text) == key
    assert [len(group) for group in text.split("-")] == [4] * 14


@given(ANY_KEY)
def test_case_blanks_and_lookalikes_do_not_matter(key: bytes) -> None:
    text = keys.recovery_text(key)
    typed = text.lower().replace("-", "  ").replace("0", "o").replace("1", random.Random(1).choice("il"))

    assert keys.key_from_recovery(f" {typed}\n") == key


@given(ANY_KEY)
def test_every_single_wrong_sign_and_every_swap_is_found(key: bytes) -> None:
    text = keys.recovery_text(key).replace("-", "")
    rng = random.Random(key)
    wrong = []
    for place, sign in enumerate(text):
        other = rng.choice(keys.ALPHABET.replace(sign, ""))
        wrong.append(text[:place] + other + text[place + 1 :])
        partner = rng.randrange(len(text))
        if text[partner] != sign:
            swapped = list(text)
            swapped[place], swapped[partner] = swapped[partner], swapped[place]
            wrong.append("".join(swapped))

    for typed in wrong:
        with pytest.raises(InvalidInput) as error:
            keys.key_from_recovery(typed)
        assert (error.value.field, error.value.code) == ("recovery_key", "recovery_key_wrong")


def test_no_two_places_of_a_recovery_key_weigh_alike() -> None:
    """Why every swap is found: 32 raised to the distance of two places is never 1 modulo the prime."""
    assert all(pow(32, distance, keys._CHECK_PRIME) != 1 for distance in range(1, keys._RECOVERY_SIGNS))
    assert all(keys._CHECK_PRIME % factor for factor in range(2, 1025))


@pytest.mark.parametrize("text", ["", "ABCD", "U" * 56, "0" * 55, "0" * 57, "Z" * 56, "?" * 56])
def test_what_is_no_recovery_key_is_said_so(text: str) -> None:
    with pytest.raises(InvalidInput):
        keys.key_from_recovery(text)


# ---- a wrong key or a damaged file --------------------------------------------------------------------------------


def overwrite(path: Path, place: int, text: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(text)


def test_a_wrong_key_and_a_damaged_first_page_are_told_apart(tmp_path: Path) -> None:
    path = make_database(tmp_path, KEY)

    with pytest.raises(StorageError) as error:
        keys.open_with_key(path, bytes(32))
    assert code_of(error) is StorageCode.WRONG_KEY
    overwrite(path, 40, b"spoiled")
    with pytest.raises(StorageError) as error:
        keys.open_with_key(path, KEY)
    assert code_of(error) is StorageCode.DAMAGED


def test_without_a_fingerprint_nothing_is_claimed(tmp_path: Path) -> None:
    path = tmp_path / "loket.db"
    open_database(path, KEY).close()

    assert keys.key_fits(path, KEY) is None
    with pytest.raises(StorageError) as error:
        keys.open_with_key(path, bytes(32))
    assert code_of(error) is StorageCode.WRONG_KEY
    keys.open_with_key(path, KEY).close()
    assert keys.key_fits(path, KEY) is True
    assert keys.key_fits(path, bytes(32)) is False


@pytest.mark.parametrize("empty", [True, False])
def test_a_database_that_vanished_is_not_founded_anew(tmp_path: Path, empty: bool) -> None:
    path = make_database(tmp_path, KEY)
    path.unlink()
    if empty:
        path.touch()

    with pytest.raises(StorageError) as error:
        keys.open_with_key(path, KEY)
    assert code_of(error) is StorageCode.DAMAGED
    assert error.value.params["why"] == ("emptied" if empty else "missing")
