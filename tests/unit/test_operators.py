"""Signing in, locking, passwords, roles, and a supervisor's word."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import ADMIN, CIRCULATION, HASHER, PASSWORDS, SUPERVISOR, FakeClock, new_desk
from fakes import operator as operator_named

from loket.db.engine import driver
from loket.db.journal import replay
from loket.domain import events as e
from loket.domain.entities import Operator
from loket.domain.errors import InvalidInput, RefusalCode, Refused, StorageCode, StorageError
from loket.services import operators as people
from loket.services.desk import Desk
from loket.services.operators import Argon2Hasher, SignIns

PIN = "402917"


@pytest.fixture
def desk(tmp_path: Path):
    desk = new_desk(tmp_path)
    desk.operator = None
    yield desk
    desk.database.close()


@pytest.fixture
def sign_ins() -> SignIns:
    return SignIns(HASHER)


def clock_of(desk: Desk) -> FakeClock:
    assert isinstance(desk.clock, FakeClock)
    return desk.clock


def refusal(call, *args, **kwargs) -> Refused:
    with pytest.raises(Refused) as error:
        call(*args, **kwargs)
    return error.value


def invalid(call, *args, **kwargs) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as error:
        call(*args, **kwargs)
    return error.value.field, error.value.code


def as_admin(desk: Desk) -> Desk:
    desk.operator = operator_named(desk, ADMIN)
    return desk


def events_of(desk: Desk) -> list[e.Event]:
    with desk.database.read() as connection:
        return [recorded.event for recorded in replay(driver(connection))]


# ---- hashing ------------------------------------------------------------------------------------------------------


def test_a_password_fits_its_hash_and_no_other() -> None:
    made = HASHER.hash("kata sandi é")

    assert made.startswith("$argon2id$")
    assert HASHER.verify(made, "kata sandi é")
    assert HASHER.verify(made, "kata sandi e\u0301")  # the same letter, typed in two signs
    assert not HASHER.verify(made, "kata sandi e")
    assert not HASHER.verify("spoiled", "kata sandi é")


def test_standard_strength_is_64_mib_and_three_passes() -> None:
    assert "$m=65536,t=3,p=1$" in Argon2Hasher().decoy()


def test_a_decoy_is_a_real_hash_of_the_same_strength_that_nothing_fits() -> None:
    decoy = HASHER.decoy()

    assert not HASHER.is_outdated(decoy)
    assert not HASHER.verify(decoy, "")
    assert decoy != HASHER.decoy()


def test_calibration_never_goes_below_the_floor() -> None:
    assert people.calibrate(calm_ms=10**9) == (people.MEMORY_KIB, people.PASSES)
    assert people.calibrate(calm_ms=0) == (people.LEAST_MEMORY_KIB, people.LEAST_PASSES)
    assert people.LEAST_MEMORY_KIB >= 19 * 1024


# ---- signing in ---------------------------------------------------------------------------------------------------


def test_an_operator_signs_in_by_name_in_any_case(desk: Desk, sign_ins: SignIns) -> None:
    operator = people.sign_in(desk, sign_ins, " SIRKULASI ", PASSWORDS[CIRCULATION])

    assert desk.operator == operator == operator_named(desk, CIRCULATION)
    people.sign_out(desk, sign_ins)
    assert desk.operator is None


def test_unknown_name_wrong_password_and_retired_account_answer_alike(desk: Desk) -> None:
    as_admin(desk)
    people.change_operator(desk, HASHER, operator_named(desk, SUPERVISOR).id, active=False)
    desk.operator = None
    attempts = [("nobody", "kata-sandi-1"), (CIRCULATION, "kata-sandi-1"), (SUPERVISOR, PASSWORDS[SUPERVISOR])]

    class Counting(Argon2Hasher):
        def __init__(self) -> None:
            super().__init__(memory_kib=8, passes=1)
            self.asked: Counter[str] = Counter()

        def verify(self, password_hash: str, password: str) -> bool:
            self.asked[password_hash.rsplit("$", 2)[0]] += 1
            return super().verify(password_hash, password)

    hasher = Counting()
    answers = [refusal(people.sign_in, desk, SignIns(hasher), *attempt) for attempt in attempts]

    assert {(answer.code, str(answer.params)) for answer in answers} == {(RefusalCode.SIGN_IN_WRONG, "{}")}
    # the same work for each: one check, of one strength
    assert hasher.asked == {"$argon2id$v=19$m=8,t=1,p=1": 3}
    assert desk.operator is None


@pytest.mark.parametrize("username", [CIRCULATION, "nobody"])
def test_repeated_wrong_passwords_close_an_account_for_longer_and_longer(
    desk: Desk, sign_ins: SignIns, username: str
) -> None:
    waits = []
    for _ in range(7):
        for _ in range(people.PASSWORD_TRIES - 1):
            assert refusal(people.sign_in, desk, sign_ins, username, "salah-semua").code is RefusalCode.SIGN_IN_WRONG
        closed = refusal(people.sign_in, desk, sign_ins, username, "salah-semua")
        assert closed.code is RefusalCode.SIGN_IN_LOCKED
        waits.append(closed.params["wait_s"])
        clock_of(desk).advance(seconds=waits[-1])

    assert waits == [30, 60, 120, 240, 480, 900, 900]


def test_a_closed_account_takes_not_even_the_right_password(desk: Desk, sign_ins: SignIns) -> None:
    for _ in range(people.PASSWORD_TRIES):
        refusal(people.sign_in, desk, sign_ins, CIRCULATION, "salah-semua")

    clock_of(desk).set(desk.clock.now() + timedelta(days=1))  # setting the wall clock opens nothing
    answer = refusal(people.sign_in, desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION])
    assert answer.code is RefusalCode.SIGN_IN_LOCKED
    people.sign_in(desk, sign_ins, ADMIN, PASSWORDS[ADMIN])  # others go on working
    clock_of(desk).advance(seconds=30)
    people.sign_in(desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION])


def test_a_right_password_forgives_the_wrong_ones(desk: Desk, sign_ins: SignIns) -> None:
    for _ in range(3):
        for _ in range(people.PASSWORD_TRIES - 1):
            refusal(people.sign_in, desk, sign_ins, CIRCULATION, "salah-semua")
        people.sign_in(desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION])


def test_an_old_hash_is_renewed_when_its_owner_signs_in(desk: Desk) -> None:
    stronger = Argon2Hasher(memory_kib=16, passes=2)
    before = operator_named(desk, CIRCULATION)
    people.sign_in(desk, SignIns(stronger), CIRCULATION, PASSWORDS[CIRCULATION])
    after = operator_named(desk, CIRCULATION)

    assert desk.operator == after == replace(before, password_hash=after.password_hash)
    assert not stronger.is_outdated(after.password_hash)
    assert stronger.verify(after.password_hash, PASSWORDS[CIRCULATION])
    events = len(events_of(desk))
    people.sign_in(desk, SignIns(stronger), CIRCULATION, PASSWORDS[CIRCULATION])
    assert len(events_of(desk)) == events


def test_a_full_disk_keeps_nobody_out(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StorageError(StorageCode.FULL)

    monkeypatch.setattr(desk, "action", full)
    people.sign_in(desk, SignIns(Argon2Hasher(memory_kib=16, passes=2)), CIRCULATION, PASSWORDS[CIRCULATION])

    assert desk.operator is not None


# ---- locking ------------------------------------------------------------------------------------------------------


def test_a_locked_counter_opens_by_pin(desk: Desk, sign_ins: SignIns) -> None:
    operator = people.sign_in(desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION], pin=PIN)
    people.lock(desk, sign_ins)

    assert desk.operator is None
    assert people.unlock(desk, sign_ins, PIN) == desk.operator == operator
    assert sign_ins.locked is None


def test_five_wrong_pins_need_the_password(desk: Desk, sign_ins: SignIns) -> None:
    people.sign_in(desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION], pin=PIN)
    people.lock(desk, sign_ins)
    answers = [refusal(people.unlock, desk, sign_ins, "000001") for _ in range(people.PIN_TRIES)]

    assert [answer.params.get("tries_left") for answer in answers[:-1]] == [4, 3, 2, 1]
    assert {answer.code for answer in answers[:-1]} == {RefusalCode.SIGN_IN_WRONG}
    last = refusal(people.unlock, desk, sign_ins, PIN)  # even the right one
    assert (last.code, last.params["password_needed"]) == (RefusalCode.SIGN_IN_LOCKED, True)
    assert answers[-1].code is RefusalCode.SIGN_IN_LOCKED
    people.sign_in(desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION], pin=PIN)
    people.lock(desk, sign_ins)
    people.unlock(desk, sign_ins, PIN)


def test_a_pin_ends_with_the_day(desk: Desk, sign_ins: SignIns) -> None:
    people.sign_in(desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION], pin=PIN)
    people.lock(desk, sign_ins)
    clock_of(desk).advance(days=1)

    assert refusal(people.unlock, desk, sign_ins, PIN).params["password_needed"] is True


def test_without_a_pin_only_the_password_unlocks(desk: Desk, sign_ins: SignIns) -> None:
    people.sign_in(desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION])
    people.lock(desk, sign_ins)

    assert refusal(people.unlock, desk, sign_ins, PIN).code is RefusalCode.SIGN_IN_LOCKED
    assert people.sign_in(desk, sign_ins, ADMIN, PASSWORDS[ADMIN]).username == ADMIN  # anybody may take over


def test_a_pin_dies_with_its_owners_account(desk: Desk, sign_ins: SignIns) -> None:
    operator = people.sign_in(desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION], pin=PIN)
    people.lock(desk, sign_ins)
    people.change_operator(as_admin(desk), HASHER, operator.id, active=False)
    desk.operator = None

    assert refusal(people.unlock, desk, sign_ins, PIN).code is RefusalCode.SIGN_IN_LOCKED
    assert desk.operator is None


def test_a_counter_that_is_not_locked_has_nothing_to_unlock(desk: Desk, sign_ins: SignIns) -> None:
    assert refusal(people.unlock, desk, sign_ins, PIN).code is RefusalCode.NOT_SIGNED_IN


@pytest.mark.parametrize(
    ("pin", "code"),
    [
        ("12345", "pin_six_digits"),
        ("12345a", "pin_six_digits"),
        ("١٢٣٤٥٦", "pin_six_digits"),
        ("777777", "pin_too_simple"),
    ],
)
def test_a_pin_is_six_digits_not_all_alike(desk: Desk, sign_ins: SignIns, pin: str, code: str) -> None:
    assert invalid(people.sign_in, desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION], pin=pin) == ("pin", code)
    assert desk.operator is None


def test_a_pin_is_never_kept_readable(desk: Desk, sign_ins: SignIns) -> None:
    people.sign_in(desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION], pin=PIN)

    assert PIN not in repr(vars(sign_ins))
    assert PIN not in repr(sign_ins)
    with desk.database.read() as connection:
        texts = connection.exec_driver_sql("SELECT body || coalesce(CAST(personal AS TEXT), '') FROM journal").scalars()
        assert not any(PIN in text for text in texts)


# ---- a supervisor's word ------------------------------------------------------------------------------------------


def test_a_supervisor_approves_by_password(desk: Desk, sign_ins: SignIns) -> None:
    people.sign_in(desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION])
    approval = people.approve(desk, sign_ins, SUPERVISOR, PASSWORDS[SUPERVISOR], "  tamu dinas ")

    assert approval.supervisor_id == operator_named(desk, SUPERVISOR).id
    assert approval.reason == "tamu dinas"
    assert desk.operator is not None
    assert desk.operator.username == CIRCULATION  # the counter stays with whoever works there


def test_a_supervisor_approves_by_pin_only_after_signing_in_here_today(desk: Desk, sign_ins: SignIns) -> None:
    people.sign_in(desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION])
    assert refusal(people.approve, desk, sign_ins, SUPERVISOR, PIN, "alasan").code is RefusalCode.SIGN_IN_WRONG

    people.sign_in(desk, sign_ins, SUPERVISOR, PASSWORDS[SUPERVISOR], pin=PIN)
    people.sign_out(desk, sign_ins)
    people.sign_in(desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION])
    people.approve(desk, sign_ins, SUPERVISOR, PIN, "alasan")
    for _ in range(people.PIN_TRIES):
        refusal(people.approve, desk, sign_ins, SUPERVISOR, "000001", "alasan")
    assert refusal(people.approve, desk, sign_ins, SUPERVISOR, PIN, "alasan").code is RefusalCode.SIGN_IN_WRONG
    clock_of(desk).advance(days=1)
    people.approve(desk, sign_ins, SUPERVISOR, PASSWORDS[SUPERVISOR], "alasan")


def test_whoever_is_no_supervisor_approves_nothing_not_even_himself(desk: Desk, sign_ins: SignIns) -> None:
    people.sign_in(desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION], pin=PIN)

    for secret in (PASSWORDS[CIRCULATION], PIN):
        assert refusal(people.approve, desk, sign_ins, CIRCULATION, secret, "alasan").code is RefusalCode.ROLE_MISSING
    people.sign_in(desk, sign_ins, SUPERVISOR, PASSWORDS[SUPERVISOR])
    people.approve(desk, sign_ins, SUPERVISOR, PASSWORDS[SUPERVISOR], "alasan")


def test_an_approval_needs_somebody_at_work_a_reason_and_the_right_secret(desk: Desk, sign_ins: SignIns) -> None:
    right = (SUPERVISOR, PASSWORDS[SUPERVISOR])
    assert refusal(people.approve, desk, sign_ins, *right, "alasan").code is RefusalCode.NOT_SIGNED_IN
    people.sign_in(desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION])
    assert refusal(people.approve, desk, sign_ins, *right, "  ").code is RefusalCode.OVERRIDE_REASON
    wrong = [refusal(people.approve, desk, sign_ins, name, "salah-semua", "alasan") for name in (SUPERVISOR, "nobody")]
    assert {answer.code for answer in wrong} == {RefusalCode.SIGN_IN_WRONG}


def test_guessing_at_an_approval_closes_the_supervisors_account(desk: Desk, sign_ins: SignIns) -> None:
    people.sign_in(desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION])
    for _ in range(people.PASSWORD_TRIES):
        answer = refusal(people.approve, desk, sign_ins, SUPERVISOR, "salah-semua", "alasan")

    assert answer.code is RefusalCode.SIGN_IN_LOCKED


# ---- who works here -----------------------------------------------------------------------------------------------


def add(desk: Desk, **changes: object) -> Operator:
    wanted: dict[str, object] = {
        "username": "baru",
        "full_name": "Orang Baru",
        "roles": ["cashier", "circulation"],
        "password": "sandi-baru-1",
    }
    return people.add_operator(desk, HASHER, **(wanted | changes))  # type: ignore[arg-type]


def test_an_administrator_adds_somebody(desk: Desk, sign_ins: SignIns) -> None:
    made = add(as_admin(desk), username=" Baru.1 ", full_name=" Orang  Baru ")

    assert operator_named(desk, "baru.1") == made
    assert (made.full_name, made.roles, made.active) == ("Orang Baru", ("circulation", "cashier"), True)
    assert people.sign_in(desk, sign_ins, "baru.1", "sandi-baru-1") == made


@pytest.mark.parametrize("who", [None, CIRCULATION, SUPERVISOR])
def test_only_an_administrator_decides_who_works_here(desk: Desk, who: str | None) -> None:
    desk.operator = operator_named(desk, who) if who else None
    code = RefusalCode.ROLE_MISSING if who else RefusalCode.NOT_SIGNED_IN
    events = len(events_of(desk))

    assert refusal(add, desk).code is code
    assert refusal(people.change_operator, desk, HASHER, operator_named(desk, ADMIN).id, full_name="X").code is code
    assert len(events_of(desk)) == events


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"username": "SIRKULASI"}, "username", "username_taken"),
        ({"username": "x"}, "username", "username_form"),
        ({"full_name": ""}, "full_name", "text_missing"),
        ({"roles": []}, "roles", "roles_missing"),
        ({"roles": ["king"]}, "roles", "role_unknown"),
        ({"password": "1234567"}, "password", "password_short"),
        ({"password": "x" * 201}, "password", "text_too_long"),
        ({"username": "sepuluhan", "password": "Sepuluhan"}, "password", "password_is_username"),
    ],
)
def test_what_cannot_be_an_operator_names_its_field(
    desk: Desk, changes: dict[str, object], field: str, code: str
) -> None:
    assert invalid(add, as_admin(desk), **changes) == (field, code)


def test_a_retired_accounts_name_stays_taken(desk: Desk) -> None:
    made = add(as_admin(desk))
    people.change_operator(desk, HASHER, made.id, active=False)

    assert invalid(add, desk) == ("username", "username_taken")


def test_changes_are_booked_once_and_only_where_something_differs(desk: Desk, sign_ins: SignIns) -> None:
    made = add(as_admin(desk))
    events = len(events_of(desk))
    people.change_operator(desk, HASHER, made.id, full_name="Orang Baru", roles=["circulation", "cashier"], active=True)
    assert len(events_of(desk)) == events

    changed = people.change_operator(
        desk, HASHER, made.id, full_name="Nama Lain", roles=["auditor"], password="lain-sekali"
    )
    assert len(events_of(desk)) == events + 1
    assert (changed.full_name, changed.roles) == ("Nama Lain", ("auditor",))
    assert operator_named(desk, "baru") == changed
    people.sign_in(desk, sign_ins, "baru", "lain-sekali")
    assert refusal(people.sign_in, desk, sign_ins, "baru", "sandi-baru-1").code is RefusalCode.SIGN_IN_WRONG


def test_a_change_to_oneself_counts_at_once(desk: Desk) -> None:
    as_admin(desk)
    add(desk, username="admin2", roles=["admin"])
    people.change_operator(desk, HASHER, operator_named(desk, ADMIN).id, roles=["circulation"])

    assert refusal(add, desk, username="ketiga").code is RefusalCode.ROLE_MISSING


@pytest.mark.parametrize("change", [{"active": False}, {"roles": ["circulation"]}])
def test_the_last_administrator_stays(desk: Desk, change: dict[str, object]) -> None:
    admin = as_admin(desk).operator
    assert admin is not None
    assert refusal(people.change_operator, desk, HASHER, admin.id, **change).code is RefusalCode.LAST_ADMIN
    second = add(desk, username="admin2", roles=["admin"])
    people.change_operator(desk, HASHER, second.id, active=False)
    assert refusal(people.change_operator, desk, HASHER, admin.id, **change).code is RefusalCode.LAST_ADMIN
    people.change_operator(desk, HASHER, second.id, active=True)
    people.change_operator(desk, HASHER, admin.id, **change)
    assert operator_named(desk, ADMIN) != admin


def test_an_operator_nobody_knows_cannot_be_changed(desk: Desk) -> None:
    gone = invalid(people.change_operator, as_admin(desk), HASHER, desk.ids.new(), active=False)

    assert gone == ("operator", "operator_gone")


def test_an_operator_changes_his_own_password(desk: Desk, sign_ins: SignIns) -> None:
    people.sign_in(desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION], pin=PIN)
    wrong = refusal(people.change_own_password, desk, sign_ins, "salah-semua", "kata-sandi-baru")
    assert wrong.code is RefusalCode.SIGN_IN_WRONG
    assert invalid(people.change_own_password, desk, sign_ins, PASSWORDS[CIRCULATION], "pendek")[0] == "password"
    people.change_own_password(desk, sign_ins, PASSWORDS[CIRCULATION], "kata-sandi-baru")

    people.lock(desk, sign_ins)
    assert refusal(people.unlock, desk, sign_ins, PIN).code is RefusalCode.SIGN_IN_LOCKED
    assert (
        refusal(people.sign_in, desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION]).code is RefusalCode.SIGN_IN_WRONG
    )
    people.sign_in(desk, sign_ins, CIRCULATION, "kata-sandi-baru")


def test_no_password_stands_in_the_journal(desk: Desk) -> None:
    add(as_admin(desk))

    with desk.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT body, personal FROM journal").all()
    for body, personal in rows:
        for password in (*PASSWORDS.values(), "sandi-baru-1"):
            assert password not in body
            assert password.encode() not in (personal or b"")
        assert "argon2" not in body  # hashes lie in the personal part, which can be erased
