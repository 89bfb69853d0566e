"""Accounts of the dashboard: signing in, waiting, sessions that end, and the last administrator."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import HASHER, FakeClock
from sqlalchemy import func, select

from loket.domain.entities import Id
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.server.store import Store, open_store
from loket.server.tables import WEB_SESSION, WEB_USER
from loket.server.users import SESSIONS_EACH, Users, WebRole, ensure_first_code
from loket.services.operators import PASSWORD_TRIES

HERE = Id("a" * 32)
WORD, OTHER = "kunci-contoh-1", "kunci-contoh-2"


@pytest.fixture(params=["embedded", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    url = request.getfixturevalue("postgres_url") if request.param == "postgres" else None
    opened = open_store(url, tmp_path, bytes(32))
    yield opened
    opened.close()


@pytest.fixture
def clock() -> FakeClock:
    from paper_station import NOON

    return FakeClock(NOON)


@pytest.fixture
def users(store: Store, clock: FakeClock) -> Users:
    return Users(store, clock, HASHER)


@pytest.fixture
def admin(store: Store, users: Users) -> str:
    code = ensure_first_code(store)
    assert code is not None
    return users.first_admin(code, "admin", "Admin Contoh", WORD).username


def refusal(users: Users, username: str, password: str) -> tuple[str, object]:
    with pytest.raises(Refused) as caught:
        users.sign_in(username, password)
    return caught.value.code.value, caught.value.params.get("wait_s")


# ---- the first account ----------------------------------------------------------------------------------------------


def test_the_first_code_makes_one_administrator_and_no_second(store: Store, users: Users) -> None:
    old, code = ensure_first_code(store), ensure_first_code(store)
    assert old != code is not None
    with pytest.raises(InvalidInput, match="first_code_wrong"):
        users.first_admin(str(old), "admin", "Admin Contoh", WORD)
    user = users.first_admin(str(code).lower().replace("-", " "), "Admin", "Admin  Contoh", WORD)
    assert (user.username, user.full_name, user.role, user.library_id) == ("admin", "Admin Contoh", WebRole.ADMIN, None)
    with pytest.raises(InvalidInput, match="first_code_wrong"):
        users.first_admin(str(code), "lain", "Orang Lain", WORD)
    assert ensure_first_code(store) is None


def test_two_browsers_with_the_first_code_make_one_account(store: Store, users: Users) -> None:
    code, made, refused = str(ensure_first_code(store)), [], []

    def make(name: str) -> None:
        try:
            made.append(users.first_admin(code, name, "Admin Contoh", WORD))
        except InvalidInput as error:
            refused.append(error.code)

    threads = [threading.Thread(target=make, args=(name,)) for name in ("satu", "dua", "tiga")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(made), refused) == (1, ["first_code_wrong"] * 2)


# ---- signing in -----------------------------------------------------------------------------------------------------


def test_a_session_is_found_by_its_cookie_alone_and_ends_after_twelve_hours(
    users: Users, admin: str, clock: FakeClock, store: Store
) -> None:
    token, session = users.sign_in(" ADMIN ", WORD)
    found = users.session(token)
    assert found is not None
    assert (found.user.username, found.form_key) == (admin, session.form_key)
    assert users.session(token + "0") is None
    with store.read() as connection:
        assert token.encode() not in bytes(connection.scalar(select(WEB_SESSION.c.token_hash)))
    clock.advance(hours=11.9)
    assert users.session(token) is not None
    clock.advance(hours=0.2)
    assert users.session(token) is None


def test_every_no_sounds_the_same_and_the_wait_grows(users: Users, admin: str, clock: FakeClock) -> None:
    for name in (admin, "tidak-ada", "bukan nama!\x00"):
        assert [refusal(users, name, "salah-semua") for _ in range(PASSWORD_TRIES)] == [("sign_in_wrong", None)] * 5
        assert refusal(users, name, WORD) == ("sign_in_locked", 30)
    clock.advance(seconds=30)
    assert [refusal(users, admin, "salah-semua")[0] for _ in range(PASSWORD_TRIES)] == ["sign_in_wrong"] * 5
    assert refusal(users, admin, WORD) == ("sign_in_locked", 60)
    clock.advance(seconds=60)
    assert users.sign_in(admin, WORD)
    assert refusal(users, admin, "salah-semua") == ("sign_in_wrong", None)  # the count begins anew


def test_tries_at_once_cannot_outrun_the_count(users: Users, admin: str, store: Store) -> None:
    codes: list[str] = []
    threads = [
        threading.Thread(target=lambda: codes.append(refusal(users, admin, "salah-semua")[0])) for _ in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == ["sign_in_locked"] * 7 + ["sign_in_wrong"] * 5


def test_a_restart_does_not_shorten_the_wait(users: Users, admin: str, store: Store, clock: FakeClock) -> None:
    for _ in range(PASSWORD_TRIES):
        refusal(users, admin, "salah-semua")
    assert refusal(Users(store, clock, HASHER), admin, WORD)[0] == "sign_in_locked"


def test_a_user_has_only_so_many_sessions_and_the_oldest_goes(users: Users, admin: str, clock: FakeClock) -> None:
    tokens = []
    for _ in range(SESSIONS_EACH + 2):
        tokens.append(users.sign_in(admin, WORD)[0])
        clock.advance(seconds=1)
    assert [users.session(token) is None for token in tokens] == [True] * 2 + [False] * SESSIONS_EACH
    assert users.count_sessions(admin) == SESSIONS_EACH


# ---- accounts -------------------------------------------------------------------------------------------------------


def test_a_head_sees_his_library_and_an_administrator_all(users: Users, admin: str) -> None:
    head = users.add("kepala", "Kepala Contoh", "head", HERE, WORD)
    boss = users.add("admin2", "Admin Lain", "admin", HERE, WORD)
    assert (head.sees(HERE), head.sees(Id("b" * 32)), head.may_decide, head.is_admin) == (True, False, True, False)
    assert (boss.library_id, boss.sees(Id("b" * 32))) == (None, True)
    assert users.add("periksa", "Pemeriksa Contoh", "auditor", None, WORD).may_decide is False


@pytest.mark.parametrize(
    ("field", "code", "changes"),
    [
        ("username", "username_taken", {"username": "ADMIN"}),
        ("username", "username_form", {"username": "a b"}),
        ("full_name", "text_missing", {"full_name": " "}),
        ("role", "role_unknown", {"role": "raja"}),
        ("password", "password_short", {"password": "pendek"}),
        ("password", "password_is_username", {"username": "kepala-dua", "password": "Kepala-Dua"}),
    ],
)
def test_what_cannot_be_an_account(users: Users, admin: str, field: str, code: str, changes: dict[str, str]) -> None:
    fields = {"username": "kepala", "full_name": "Kepala", "role": "head", "password": WORD} | changes
    with pytest.raises(InvalidInput) as caught:
        users.add(**fields, library_id=None)
    assert (caught.value.field, caught.value.code) == (field, code)
    assert [user.username for user in users.all()] == [admin]


def test_the_last_administrator_stays_one(users: Users, admin: str) -> None:
    users.add("kepala", "Kepala Contoh", "head", None, WORD)
    for change in ({"role": "head", "is_active": True}, {"role": "admin", "is_active": False}):
        with pytest.raises(Refused) as caught:
            users.change(admin, full_name="Admin Contoh", library_id=None, **change)  # type: ignore[arg-type]
        assert caught.value.code is RefusalCode.LAST_ADMIN
    users.add("admin2", "Admin Lain", "admin", None, WORD)
    assert users.change(admin, full_name="Admin", role="admin", library_id=None, is_active=False).is_active is False


def test_other_rights_and_retirement_end_sessions_but_a_new_name_does_not(users: Users, admin: str) -> None:
    def signed_in() -> str:
        return users.sign_in("kepala", WORD)[0]

    users.add("kepala", "Kepala Contoh", "head", HERE, WORD)
    token = signed_in()
    users.change("kepala", full_name="Kepala Baru", role="head", library_id=HERE, is_active=True)
    assert users.session(token) is not None
    users.change("kepala", full_name="Kepala Baru", role="auditor", library_id=HERE, is_active=True)
    assert users.session(token) is None
    token = signed_in()
    users.change("kepala", full_name="Kepala Baru", role="auditor", library_id=None, is_active=True)
    assert users.session(token) is None
    token = signed_in()
    users.change("kepala", full_name="Kepala Baru", role="auditor", library_id=None, is_active=False)
    assert users.session(token) is None
    assert refusal(users, "kepala", WORD) == ("sign_in_wrong", None)


def test_a_new_password_ends_the_other_sessions(users: Users, admin: str) -> None:
    here, session = users.sign_in(admin, WORD)
    elsewhere, _ = users.sign_in(admin, WORD)
    with pytest.raises(Refused):
        users.change_own_password(session, here, "salah-semua", OTHER)
    users.change_own_password(session, here, WORD, OTHER)
    assert (users.session(here) is not None, users.session(elsewhere)) == (True, None)
    assert refusal(users, admin, WORD)[0] == "sign_in_wrong"
    users.set_password(admin, WORD)
    assert users.session(here) is None
    assert users.sign_in(admin, WORD)


def test_signing_out_here_or_elsewhere(users: Users, admin: str, store: Store) -> None:
    one, two, three = (users.sign_in(admin, WORD)[0] for _ in range(3))
    users.sign_out(one)
    users.sign_out_elsewhere(admin, two)
    assert [users.session(token) is None for token in (one, two, three)] == [True, False, True]
    with store.read() as connection:
        assert connection.scalar(select(func.count()).select_from(WEB_SESSION)) == 1
        assert WORD not in str(connection.scalar(select(WEB_USER.c.password_hash)))
