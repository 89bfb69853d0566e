"""The people who work at a counter: signing in, locking, passwords, roles, and a supervisor's approval.

Passwords are argon2id hashes that travel with the operator. A PIN only unlocks what a password opened the same day on
this counter, and lives in memory alone. Repeated wrong passwords close an account for a while, counted by time since
boot, so that setting the clock does not help. Source: sync specification, section on people and passwords.
"""

from __future__ import annotations

import hmac
import re
import secrets
import time
import unicodedata
from base64 import b64encode
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from loket.db.engine import driver
from loket.domain import events as e
from loket.domain.entities import Id, Operator, Role
from loket.domain.errors import InvalidInput, RefusalCode, Refused, StorageError
from loket.services.circulation import Approval
from loket.services.desk import Action, Desk, all_rows

MEMORY_KIB = 65_536
LEAST_MEMORY_KIB = 19_456  # the OWASP floor, with two passes
PASSES = 3
LEAST_PASSES = 2
CALM_MS = 700  # a sign-in slower than this annoys; half of it is quick enough for the strongest setting
LEAST_PASSWORD = 8
LONGEST_PASSWORD = 200
LONGEST_NAME = 200
PIN_TRIES = 5
PASSWORD_TRIES = 5
FIRST_WAIT_MS = 30_000
LONGEST_WAIT_MS = 15 * 60_000
_PIN = re.compile(r"[0-9]{6}")
_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,31}")


class Hasher(Protocol):
    """How passwords are hashed. Slow on purpose: call it outside a transaction."""

    def hash(self, password: str) -> str: ...
    def verify(self, password_hash: str, password: str) -> bool: ...
    def is_outdated(self, password_hash: str) -> bool:
        """Was it made under other parameters than today's?"""

    def decoy(self) -> str:
        """A hash no password has, as slow to check as a real one."""


class Argon2Hasher:
    """argon2id with one lane. Never below OWASP's floor unless `memory_kib` says so outright (tests)."""

    def __init__(self, memory_kib: int = MEMORY_KIB, passes: int = PASSES) -> None:
        self._argon2 = PasswordHasher(time_cost=passes, memory_cost=memory_kib, parallelism=1)

    def hash(self, password: str) -> str:
        return self._argon2.hash(_normal(password))

    def verify(self, password_hash: str, password: str) -> bool:
        try:
            return self._argon2.verify(password_hash, _normal(password))
        except (VerificationError, InvalidHashError):
            return False

    def is_outdated(self, password_hash: str) -> bool:
        return self._argon2.check_needs_rehash(password_hash)

    def decoy(self) -> str:
        made = self._argon2
        salt, tag = (b64encode(secrets.token_bytes(size)).decode().rstrip("=") for size in (16, 32))
        return f"$argon2id$v=19$m={made.memory_cost},t={made.time_cost},p=1${salt}${tag}"


def calibrate(calm_ms: int = CALM_MS) -> tuple[int, int]:
    """(memory in KiB, passes) for this machine: the standard strength where it is quick enough, else the floor."""
    started = time.perf_counter()
    Argon2Hasher().hash("calibration")
    took_ms = (time.perf_counter() - started) * 1000
    return (MEMORY_KIB, PASSES) if took_ms <= calm_ms else (LEAST_MEMORY_KIB, LEAST_PASSES)


def _normal(password: str) -> bytes:
    return unicodedata.normalize("NFKC", password).encode()


@dataclass
class _Pin:
    digest: bytes
    on: date
    tries_left: int = PIN_TRIES


@dataclass
class _Failures:
    count: int = 0
    closed_until_ms: int = 0


@dataclass
class SignIns:
    """What this running program remembers of people signing in; gone when it ends.

    Attributes:
        hasher: how passwords are checked.
        locked: the operator whose counter is locked and waits for his PIN; None otherwise.
    """

    hasher: Hasher
    locked: Id | None = None
    _pins: dict[Id, _Pin] = field(default_factory=dict, repr=False)
    _failures: dict[str, _Failures] = field(default_factory=dict, repr=False)
    _pin_key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def keep_pin(self, operator_id: Id, pin: str, today: date) -> None:
        self._pins[operator_id] = _Pin(self._digest(operator_id, pin), today)

    def forget_pin(self, operator_id: Id) -> None:
        self._pins.pop(operator_id, None)

    def has_pin(self, operator_id: Id, today: date) -> bool:
        """Did this operator sign in by password today on this counter, and has his PIN tries left?"""
        pin = self._pins.get(operator_id)
        return pin is not None and pin.on == today and pin.tries_left > 0

    def pin_fits(self, operator_id: Id, pin: str, today: date) -> bool:
        """Try a PIN; each wrong one uses up a try."""
        if not self.has_pin(operator_id, today):
            return False
        kept = self._pins[operator_id]
        if hmac.compare_digest(kept.digest, self._digest(operator_id, pin)):
            kept.tries_left = PIN_TRIES
            return True
        kept.tries_left -= 1
        return False

    def tries_left(self, operator_id: Id) -> int:
        pin = self._pins.get(operator_id)
        return pin.tries_left if pin else 0

    def demand_open(self, username: str, mono_ms: int) -> None:
        """Raises Refused(SIGN_IN_LOCKED, wait_s) while the account is closed."""
        failed = self._failures.get(username)
        if failed is not None and mono_ms < failed.closed_until_ms:
            wait_s = -(-(failed.closed_until_ms - mono_ms) // 1000)
            raise Refused(RefusalCode.SIGN_IN_LOCKED, wait_s=wait_s, password_needed=False)

    def count_failure(self, username: str, mono_ms: int) -> None:
        """After five wrong passwords the account closes for half a minute, then twice as long each time."""
        failed = self._failures.setdefault(username, _Failures())
        failed.count += 1
        rounds, rest = divmod(failed.count, PASSWORD_TRIES)
        if rest == 0:
            failed.closed_until_ms = mono_ms + min(FIRST_WAIT_MS << min(rounds - 1, 16), LONGEST_WAIT_MS)

    def count_success(self, username: str) -> None:
        self._failures.pop(username, None)

    def _digest(self, operator_id: Id, pin: str) -> bytes:
        return hmac.new(self._pin_key, f"{operator_id}:{pin}".encode(), "sha256").digest()


# ---- signing in and out ---------------------------------------------------------------------------------------------


def sign_in(desk: Desk, sign_ins: SignIns, username: str, password: str, *, pin: str = "") -> Operator:
    """Open the counter for an operator; with a PIN of his choice he can unlock it again today.

    Raises Refused(SIGN_IN_WRONG) alike for an unknown name, a wrong password and a retired account; after five of
    them Refused(SIGN_IN_LOCKED, wait_s). Raises InvalidInput for a PIN that is not six digits.
    """
    if pin:
        check_pin(pin)
    operator = _proven(desk, sign_ins, username, password)
    desk.operator = operator
    sign_ins.locked = None
    if pin:
        sign_ins.keep_pin(operator.id, pin, desk.today())
    with suppress(StorageError):  # a full disk must not keep anybody out; the next sign-in renews the hash
        desk.operator = _renew_hash(desk, sign_ins.hasher, operator, password)
    return desk.operator


def sign_out(desk: Desk, sign_ins: SignIns) -> None:
    """Close the counter; the PIN stays good for approving until the day is over."""
    desk.operator = None
    sign_ins.locked = None


def lock(desk: Desk, sign_ins: SignIns) -> None:
    """Nobody works here until the operator's PIN, or anybody's password."""
    if desk.operator is not None:
        sign_ins.locked = desk.operator.id
        desk.operator = None


def unlock(desk: Desk, sign_ins: SignIns, pin: str) -> Operator:
    """Open a locked counter again by PIN.

    Raises Refused: SIGN_IN_WRONG with `tries_left`; SIGN_IN_LOCKED with `password_needed` once five were wrong, or
    where no PIN was chosen today; NOT_SIGNED_IN when the counter is not locked.
    """
    if sign_ins.locked is None:
        raise Refused(RefusalCode.NOT_SIGNED_IN)
    operator_id, today = sign_ins.locked, desk.today()
    if not sign_ins.pin_fits(operator_id, pin, today):
        if sign_ins.has_pin(operator_id, today):
            raise Refused(RefusalCode.SIGN_IN_WRONG, tries_left=sign_ins.tries_left(operator_id))
        raise Refused(RefusalCode.SIGN_IN_LOCKED, wait_s=0, password_needed=True)
    operator = next((who for who in operators(desk) if who.id == operator_id and who.active), None)
    if operator is None:
        sign_ins.forget_pin(operator_id)
        raise Refused(RefusalCode.SIGN_IN_LOCKED, wait_s=0, password_needed=True)
    desk.operator, sign_ins.locked = operator, None
    return operator


def approve(desk: Desk, sign_ins: SignIns, username: str, secret: str, reason: str) -> Approval:
    """A supervisor's word for one refused action, given by password, or by PIN where he signed in here today.

    Whoever works at the counter may approve himself when he is a supervisor. Raises Refused: NOT_SIGNED_IN,
    OVERRIDE_REASON, SIGN_IN_WRONG, SIGN_IN_LOCKED, ROLE_MISSING.
    """
    if desk.operator is None:
        raise Refused(RefusalCode.NOT_SIGNED_IN)
    if not reason.strip():
        raise Refused(RefusalCode.OVERRIDE_REASON)
    by_pin = _PIN.fullmatch(secret) is not None  # no password is that short
    supervisor = (_proven_by_pin if by_pin else _proven)(desk, sign_ins, username, secret)
    if Role.SUPERVISOR not in supervisor.roles:
        raise Refused(RefusalCode.ROLE_MISSING, roles=(Role.SUPERVISOR.value,))
    return Approval(supervisor.id, reason.strip())


def confirm(desk: Desk, sign_ins: SignIns, secret: str) -> Operator:
    """Who is signed in shows that it is he, by password, or by the PIN he chose here today: before he signs a paper.

    Raises Refused: NOT_SIGNED_IN, SIGN_IN_WRONG, SIGN_IN_LOCKED.
    """
    if desk.operator is None:
        raise Refused(RefusalCode.NOT_SIGNED_IN)
    by_pin = _PIN.fullmatch(secret) is not None  # no password is that short
    return (_proven_by_pin if by_pin else _proven)(desk, sign_ins, desk.operator.username, secret)


def _proven(desk: Desk, sign_ins: SignIns, username: str, password: str) -> Operator:
    """The active operator with this name and password; otherwise the same answer, after the same time, for all."""
    name = _folded(username)
    sign_ins.demand_open(name, desk.clock.mono_ms())
    operator = _named(operators(desk), name)
    known = operator.password_hash if operator and operator.password_hash else sign_ins.hasher.decoy()
    fits = sign_ins.hasher.verify(known, password[: LONGEST_PASSWORD + 1])
    if operator is None or not operator.active or not fits:
        sign_ins.count_failure(name, desk.clock.mono_ms())
        sign_ins.demand_open(name, desk.clock.mono_ms())
        raise Refused(RefusalCode.SIGN_IN_WRONG)
    sign_ins.count_success(name)
    return operator


def _proven_by_pin(desk: Desk, sign_ins: SignIns, username: str, pin: str) -> Operator:
    operator = _named(operators(desk), _folded(username))
    if operator is None or not operator.active or not sign_ins.pin_fits(operator.id, pin, desk.today()):
        raise Refused(RefusalCode.SIGN_IN_WRONG)
    return operator


def _renew_hash(desk: Desk, hasher: Hasher, operator: Operator, password: str) -> Operator:
    """The operator with a hash of today's strength, booked; unchanged when it has it already."""
    if not hasher.is_outdated(operator.password_hash):
        return operator
    renewed = replace(operator, password_hash=hasher.hash(password))
    with desk.action() as act:
        current = act.state.get(Operator, operator.id)
        if current != operator:  # changed by another program meanwhile: its word stands
            return operator
        _record_change(act, renewed)
    return renewed


# ---- who works here -------------------------------------------------------------------------------------------------


def operators(desk: Desk) -> Sequence[Operator]:
    """Everybody who works or worked here, by key."""
    with desk.database.read() as connection:
        return all_rows(driver(connection), Operator)


def add_operator(
    desk: Desk, hasher: Hasher, *, username: str, full_name: str, roles: Sequence[str], password: str
) -> Operator:
    """Let somebody work here. An administrator's business.

    Raises InvalidInput naming the field (`username_taken` also for a retired account's name), Refused(ROLE_MISSING).
    """
    name, full_name, roles = check_username(username), check_name(full_name), check_roles(roles)
    check_password(password, name)
    password_hash = hasher.hash(password)
    with desk.action() as act:
        act.demand_role(Role.ADMIN)
        if _named(all_rows(act.driver, Operator), name) is not None:
            raise InvalidInput("username", "username_taken", username=name)
        operator = Operator(act.new_id(), name, full_name, tuple(roles), password_hash)
        person = e.OperatorPerson(full_name, password_hash)
        act.record(e.OperatorAdded(operator.id, name, operator.roles, person))
    return operator


def change_operator(
    desk: Desk,
    hasher: Hasher,
    operator_id: Id,
    *,
    full_name: str | None = None,
    roles: Sequence[str] | None = None,
    active: bool | None = None,
    password: str | None = None,
) -> Operator:
    """Change what is given; an identical change books nothing. An administrator's business.

    Raises Refused: ROLE_MISSING; LAST_ADMIN when nobody active would be left to administer; InvalidInput naming the
    field, or `operator_gone`.
    """
    wanted = _checked_changes(full_name, roles, active)
    password_hash = None
    if password is not None:
        check_password(password)
        password_hash = hasher.hash(password)
    with desk.action() as act:
        act.demand_role(Role.ADMIN)
        old = act.state.get(Operator, operator_id)
        if old is None:
            raise InvalidInput("operator", "operator_gone")
        if password is not None:
            check_password(password, old.username)
            wanted["password_hash"] = password_hash
        new = replace(old, **wanted)  # type: ignore[arg-type]
        if new != old:
            _demand_an_admin(act, new)
            _record_change(act, new)
    _keep_in_step(desk, new)
    return new


def change_own_password(desk: Desk, sign_ins: SignIns, old_password: str, new_password: str) -> None:
    """The operator at the counter takes a new password, proving the old one. His PIN ends.

    Raises Refused: NOT_SIGNED_IN, SIGN_IN_WRONG, SIGN_IN_LOCKED; InvalidInput for a password too weak.
    """
    if desk.operator is None:
        raise Refused(RefusalCode.NOT_SIGNED_IN)
    check_password(new_password, desk.operator.username)
    operator = _proven(desk, sign_ins, desk.operator.username, old_password)
    new = replace(operator, password_hash=sign_ins.hasher.hash(new_password))
    with desk.action() as act:
        current = act.state.get(Operator, operator.id) or operator
        new = replace(current, password_hash=new.password_hash)
        _record_change(act, new)
    sign_ins.forget_pin(operator.id)
    _keep_in_step(desk, new)


def _record_change(act: Action, new: Operator) -> None:
    person = e.OperatorPerson(new.full_name, new.password_hash)
    act.record(e.OperatorChanged(new.id, new.roles, new.active, person))


def _demand_an_admin(act: Action, changed: Operator) -> None:
    others = (other for other in all_rows(act.driver, Operator) if other.id != changed.id)
    if not any(who.active and Role.ADMIN in who.roles for who in (changed, *others)):
        raise Refused(RefusalCode.LAST_ADMIN)


def _keep_in_step(desk: Desk, new: Operator) -> None:
    if desk.operator is not None and desk.operator.id == new.id:
        desk.operator = new if new.active else None


def _checked_changes(full_name: str | None, roles: Sequence[str] | None, active: bool | None) -> dict[str, object]:
    wanted: dict[str, object] = {}
    if full_name is not None:
        wanted["full_name"] = check_name(full_name)
    if roles is not None:
        wanted["roles"] = check_roles(roles)
    if active is not None:
        wanted["active"] = active
    return wanted


# ---- what may be typed ----------------------------------------------------------------------------------------------


def check_username(username: str, field_name: str = "username") -> str:
    """The name as it is kept: small letters. Raises InvalidInput unless 2-32 letters, digits, dots or dashes."""
    name = _folded(username)
    if not _USERNAME.fullmatch(name):
        raise InvalidInput(field_name, "username_form", shortest=2, longest=32)
    return name


def check_password(password: str, username: str = "", field_name: str = "password") -> None:
    """Raises InvalidInput for a password too short, too long, or the user name itself."""
    if len(password) < LEAST_PASSWORD:
        raise InvalidInput(field_name, "password_short", minimum=LEAST_PASSWORD)
    if len(password) > LONGEST_PASSWORD:
        raise InvalidInput(field_name, "text_too_long", longest=LONGEST_PASSWORD)
    if username and _folded(password) == username:
        raise InvalidInput(field_name, "password_is_username")


def check_pin(pin: str) -> None:
    """Raises InvalidInput unless six digits, not all alike."""
    if not _PIN.fullmatch(pin):
        raise InvalidInput("pin", "pin_six_digits")
    if len(set(pin)) == 1:
        raise InvalidInput("pin", "pin_too_simple")


def check_name(full_name: str, field_name: str = "full_name") -> str:
    name = " ".join(full_name.split())
    if not name:
        raise InvalidInput(field_name, "text_missing")
    if len(name) > LONGEST_NAME:
        raise InvalidInput(field_name, "text_too_long", longest=LONGEST_NAME)
    return name


def check_roles(roles: Sequence[str]) -> tuple[str, ...]:
    """The roles in the order of `Role`, each once. Raises InvalidInput for none, or one that does not exist."""
    known = [role.value for role in Role]
    if not roles or any(role not in known for role in roles):
        raise InvalidInput("roles", "roles_missing" if not roles else "role_unknown")
    return tuple(role for role in known if role in roles)


def _folded(username: str) -> str:
    return unicodedata.normalize("NFKC", username).strip().casefold()


def _named(people: Sequence[Operator], name: str) -> Operator | None:
    return next((who for who in people if _folded(who.username) == name), None)
