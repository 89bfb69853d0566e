"""Who may look at the dashboard: accounts, signing in, sessions.

Passwords are argon2id hashes. A wrong password is counted before it is checked, in the database, so that neither a
restart nor a hundred tries at once gets around the wait. A session is a random number in a cookie; only its hash is
kept, and deleting the row ends it.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from loket.db.keys import ALPHABET
from loket.db.rows import from_ms, to_ms
from loket.domain.entities import Id
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.ports import Clock
from loket.server.store import Store, upsert
from loket.server.tables import SERVER_META, WEB_SESSION, WEB_USER
from loket.services.operators import (
    FIRST_WAIT_MS,
    LONGEST_PASSWORD,
    LONGEST_WAIT_MS,
    PASSWORD_TRIES,
    Hasher,
    check_name,
    check_password,
    check_username,
)

SESSION_MS = 12 * 3_600_000
SESSIONS_EACH = 20  # of one user; a further one ends the oldest
FIRST_CODE = "first_admin_code"  # in server_meta: the hash of the code
CODE_SIGNS, CODE_GROUP = 16, 4
EVERY = bytes(16)  # where a user's library stands for all of them
_STRANGERS = 10_000  # names nobody has that are remembered as tried
_AT_ONCE = 2  # passwords checked at the same time; each takes 64 MiB
_MISREAD = str.maketrans("OIL", "011")
_U, _S = WEB_USER.c, WEB_SESSION.c


class WebRole(StrEnum):
    """ADMIN: everything. HEAD: sees, decides cases, takes recaps. AUDITOR: sees."""

    ADMIN = "admin"
    HEAD = "head"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True)
class User:
    """`library_id`: the only library he sees; None for all of them. An admin sees all."""

    username: str
    full_name: str
    role: WebRole
    library_id: Id | None
    created_at: datetime
    is_active: bool

    @property
    def may_decide(self) -> bool:
        return self.role in (WebRole.ADMIN, WebRole.HEAD)

    @property
    def is_admin(self) -> bool:
        return self.role is WebRole.ADMIN

    def sees(self, library_id: Id) -> bool:
        return self.library_id in (None, library_id)


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in browser. `form_key` stands in every form, so that no other site can send one."""

    user: User
    form_key: str
    created_at: datetime
    expires_at: datetime


@dataclass(slots=True)
class _Tried:
    failures: int = 0
    locked_until_ms: int = 0


def ensure_first_code(store: Store, entropy: Callable[[int], bytes] = secrets.token_bytes) -> str | None:
    """While nobody can sign in: the code with which the first administrator makes his account, new each time.

    To be shown where only he looks, such as the window the server was started in. None once there is an account.
    """
    code = "".join(ALPHABET[byte % len(ALPHABET)] for byte in entropy(CODE_SIGNS))

    def work(connection: Connection) -> str | None:
        if _anybody(connection):
            return None
        upsert(connection, SERVER_META, [{"key": FIRST_CODE, "value": _code_hash(code)}])
        return "-".join(code[at : at + CODE_GROUP] for at in range(0, CODE_SIGNS, CODE_GROUP))

    return store.transact(work)


class Users:
    """The accounts of one server. Threads may share it."""

    def __init__(
        self, store: Store, clock: Clock, hasher: Hasher, entropy: Callable[[int], bytes] = secrets.token_bytes
    ) -> None:
        self._store = store
        self._clock = clock
        self._hasher = hasher
        self._entropy = entropy
        self._strangers: OrderedDict[str, _Tried] = OrderedDict()
        self._strangers_lock = threading.Lock()
        self._checking = threading.BoundedSemaphore(_AT_ONCE)

    # ---- accounts -------------------------------------------------------------------------------------------------

    def anybody(self) -> bool:
        """Is there an account at all?"""
        with self._store.read() as connection:
            return _anybody(connection)

    def all(self) -> list[User]:
        """Every account, retired ones last."""
        with self._store.read() as connection:
            found = [_user(row) for row in connection.execute(select(WEB_USER))]
        return sorted(found, key=lambda user: (not user.is_active, user.full_name.casefold(), user.username))

    def get(self, username: str) -> User | None:
        with self._store.read() as connection:
            row = connection.execute(select(WEB_USER).where(_U.username == username)).first()
        return _user(row) if row else None

    def first_admin(self, code: str, username: str, full_name: str, password: str) -> User:
        """The first account, by the code the server showed at its start.

        Raises InvalidInput: ("code", "first_code_wrong") also where there is an account already, or naming the field.
        """
        made = self._checked(username, full_name, WebRole.ADMIN, None, password)
        typed = "".join(sign for sign in code.upper().translate(_MISREAD) if sign in ALPHABET)

        def work(connection: Connection) -> None:
            kept = connection.scalar(select(SERVER_META.c.value).where(SERVER_META.c.key == FIRST_CODE))
            if _anybody(connection) or kept is None or not hmac.compare_digest(kept, _code_hash(typed)):
                raise InvalidInput("code", "first_code_wrong")
            used = connection.execute(delete(SERVER_META).where(SERVER_META.c.key == FIRST_CODE))
            if used.rowcount != 1:  # somebody else used it in this very moment
                raise InvalidInput("code", "first_code_wrong")
            connection.execute(insert(WEB_USER).values(**made))

        self._store.transact(work)
        return self._of(made)

    def add(self, username: str, full_name: str, role: str, library_id: Id | None, password: str) -> User:
        """A new account. Raises InvalidInput naming the field."""
        made = self._checked(username, full_name, role, library_id, password)

        def work(connection: Connection) -> None:
            if _row_of(connection, made["username"], lock=True) is not None:
                raise InvalidInput("username", "username_taken", username=made["username"])
            connection.execute(insert(WEB_USER).values(**made))

        self._store.transact(work)
        return self._of(made)

    def change(self, username: str, *, full_name: str, role: str, library_id: Id | None, is_active: bool) -> User:
        """Raises InvalidInput naming the field, or ("username", "user_gone"); Refused(LAST_ADMIN).

        Another role, library or retirement ends his sessions.
        """
        known, place = _checked_role(role), _place(role, library_id)
        wanted: dict[str, Any] = {"full_name": check_name(full_name), "role": known.value, "library_id": place}

        def work(connection: Connection) -> None:
            row = _row_of(connection, username, lock=True)
            if row is None:
                raise InvalidInput("username", "user_gone")
            wanted["inactive_ms"] = None if is_active else row.inactive_ms or self._now_ms()
            if (known is not WebRole.ADMIN or not is_active) and not _another_admin(connection, username):
                raise Refused(RefusalCode.LAST_ADMIN)
            connection.execute(update(WEB_USER).where(_U.username == username).values(**wanted))
            rights = (row.role, row.library_id, row.inactive_ms is None)
            if rights != (known.value, place, is_active):
                connection.execute(delete(WEB_SESSION).where(_S.username == username))

        self._store.transact(work)
        found = self.get(username)
        assert found is not None
        return found

    def set_password(self, username: str, password: str) -> None:
        """A new password by an administrator's word; ends the user's sessions and waits.

        Raises InvalidInput("password" or "username").
        """
        self._keep_password(username, password, "password", keep_session=None)

    def change_own_password(self, session: Session, token: str, old: str, new: str) -> None:
        """Ends the user's other sessions. Raises InvalidInput("new_password"), Refused as `sign_in` does."""
        check_password(new, session.user.username, "new_password")
        self._prove(session.user.username, old)
        self._keep_password(session.user.username, new, "new_password", keep_session=_token_hash(token))

    def _keep_password(self, username: str, password: str, field: str, keep_session: bytes | None) -> None:
        check_password(password, username, field)
        values = {"password_hash": self._hash(password), "failures": 0, "locked_until_ms": None}

        def work(connection: Connection) -> None:
            changed = connection.execute(update(WEB_USER).where(_U.username == username).values(**values))
            if changed.rowcount == 0:
                raise InvalidInput("username", "user_gone")
            others = delete(WEB_SESSION).where(_S.username == username)
            connection.execute(others if keep_session is None else others.where(_S.token_hash != keep_session))

        self._store.transact(work)

    def _checked(
        self, username: str, full_name: str, role: str, library_id: Id | None, password: str
    ) -> dict[str, Any]:
        """A new row of web_user. Raises InvalidInput naming the field."""
        name, known = check_username(username), _checked_role(role)
        full_name = check_name(full_name)
        check_password(password, name)
        made = {"library_id": _place(role, library_id), "username": name, "full_name": full_name, "role": known.value}
        blank = {"failures": 0, "locked_until_ms": None, "inactive_ms": None, "created_ms": self._now_ms()}
        return made | blank | {"password_hash": self._hash(password)}

    def _of(self, made: dict[str, Any]) -> User:
        found = self.get(made["username"])
        assert found is not None
        return found

    # ---- signing in -----------------------------------------------------------------------------------------------

    def sign_in(self, username: str, password: str) -> tuple[str, Session]:
        """(what goes into the cookie, the session).

        Raises Refused(SIGN_IN_WRONG) alike for an unknown name, a wrong password and a retired account, and
        Refused(SIGN_IN_LOCKED, wait_s) after five of them: half a minute, then twice as long each time.
        """
        user = self._prove(username, password)
        token, form_key, now_ms = self._entropy(32).hex(), self._entropy(16).hex(), self._now_ms()
        row: dict[str, Any] = {"token_hash": _token_hash(token), "username": user.username, "form_key": form_key}
        row |= {"library_id": _place(user.role, user.library_id), "created_ms": now_ms}
        row |= {"expires_ms": now_ms + SESSION_MS}

        def work(connection: Connection) -> None:
            connection.execute(delete(WEB_SESSION).where(_S.expires_ms <= now_ms))
            mine = select(_S.token_hash).where(_S.username == user.username).order_by(_S.created_ms.desc())
            too_many = list(connection.scalars(mine.offset(SESSIONS_EACH - 1)))
            connection.execute(delete(WEB_SESSION).where(_S.token_hash.in_(too_many)))
            connection.execute(insert(WEB_SESSION).values(**row))

        self._store.transact(work)
        return token, Session(user, form_key, from_ms(now_ms), from_ms(now_ms + SESSION_MS))

    def session(self, token: str) -> Session | None:
        """The session a cookie stands for; None once it ended, by time or by anybody's word."""
        query = select(WEB_USER, _S.form_key, _S.created_ms.label("began_ms"), _S.expires_ms)
        found = and_(_S.token_hash == _token_hash(token), _S.expires_ms > self._now_ms(), _U.inactive_ms.is_(None))
        with self._store.read() as connection:
            row = connection.execute(query.join(WEB_SESSION, _S.username == _U.username).where(found)).first()
        return Session(_user(row), row.form_key, from_ms(row.began_ms), from_ms(row.expires_ms)) if row else None

    def count_sessions(self, username: str) -> int:
        """On how many browsers he is signed in."""
        open_ones = and_(_S.username == username, _S.expires_ms > self._now_ms())
        with self._store.read() as connection:
            return int(connection.scalar(select(func.count()).select_from(WEB_SESSION).where(open_ones)) or 0)

    def sign_out(self, token: str) -> None:
        self._store.transact(lambda c: c.execute(delete(WEB_SESSION).where(_S.token_hash == _token_hash(token))))

    def sign_out_elsewhere(self, username: str, token: str) -> None:
        """End every session of a user but this one."""
        others = and_(_S.username == username, _S.token_hash != _token_hash(token))
        self._store.transact(lambda c: c.execute(delete(WEB_SESSION).where(others)))

    def _prove(self, username: str, password: str) -> User:
        """The active user with this name and password; otherwise the same answer, after the same time, for all."""
        name = _folded(username)
        row = self._store.transact(lambda connection: self._counted(connection, name))
        known = row.password_hash if row is not None else self._hasher.decoy()
        with self._checking:
            fits = self._hasher.verify(known, password[: LONGEST_PASSWORD + 1])
        if row is None or row.inactive_ms is not None or not fits:
            raise Refused(RefusalCode.SIGN_IN_WRONG)
        calm: dict[str, Any] = {"failures": 0, "locked_until_ms": None}
        if self._hasher.is_outdated(row.password_hash):
            calm["password_hash"] = self._hash(password)
        same = and_(_U.username == name, _U.password_hash == row.password_hash)
        self._store.transact(lambda connection: connection.execute(update(WEB_USER).where(same).values(**calm)))
        return _user(row)

    def _counted(self, connection: Connection, name: str) -> Any:
        """The user's row, one more try counted against it. Raises Refused(SIGN_IN_LOCKED)."""
        row, now_ms = _row_of(connection, name, lock=True), self._now_ms()
        if row is None:
            self._count_stranger(name, now_ms)
            return None
        tried = _Tried(row.failures, row.locked_until_ms or 0)
        _count(tried, now_ms)
        values = {"failures": tried.failures, "locked_until_ms": tried.locked_until_ms or None}
        connection.execute(update(WEB_USER).where(_U.username == name).values(**values))
        return row

    def _count_stranger(self, name: str, now_ms: int) -> None:
        """A name nobody has waits like any other, so that the wait does not tell which names there are."""
        with self._strangers_lock:
            tried = self._strangers.setdefault(name, _Tried())
            self._strangers.move_to_end(name)
            if len(self._strangers) > _STRANGERS:
                self._strangers.popitem(last=False)
            _count(tried, now_ms)

    def _hash(self, password: str) -> str:
        with self._checking:
            return self._hasher.hash(password)

    def _now_ms(self) -> int:
        return to_ms(self._clock.now())


def _count(tried: _Tried, now_ms: int) -> None:
    """One more try. The fifth wrong one closes the account for a while; whoever proves himself starts anew."""
    if now_ms < tried.locked_until_ms:
        raise Refused(RefusalCode.SIGN_IN_LOCKED, wait_s=-(-(tried.locked_until_ms - now_ms) // 1000))
    tried.failures += 1
    rounds, rest = divmod(tried.failures, PASSWORD_TRIES)
    if rest == 0:
        tried.locked_until_ms = now_ms + min(FIRST_WAIT_MS << min(rounds - 1, 16), LONGEST_WAIT_MS)


def _anybody(connection: Connection) -> bool:
    return connection.scalar(select(_U.username).limit(1)) is not None


def _row_of(connection: Connection, username: str, *, lock: bool = False) -> Any:
    query = select(WEB_USER).where(_U.username == username)
    return connection.execute(query.with_for_update() if lock else query).first()


def _another_admin(connection: Connection, username: str) -> bool:
    """Would somebody else still administer? The rows are held, so that two do not retire each other."""
    admins = select(_U.username).where(_U.role == WebRole.ADMIN.value, _U.inactive_ms.is_(None))
    rows: Iterable[str] = connection.scalars(admins.order_by(_U.username).with_for_update())
    return any(other != username for other in rows)


def _checked_role(role: str) -> WebRole:
    try:
        return WebRole(role)
    except ValueError as error:
        raise InvalidInput("role", "role_unknown") from error


def _place(role: str, library_id: Id | None) -> bytes:
    return EVERY if library_id is None or role == WebRole.ADMIN else bytes.fromhex(library_id)


def _user(row: Any) -> User:
    library = None if row.library_id == EVERY else Id(bytes(row.library_id).hex())
    created = from_ms(row.created_ms)
    return User(row.username, row.full_name, WebRole(row.role), library, created, row.inactive_ms is None)


def _folded(username: str) -> str:
    """The name as it is kept, or something nobody is called."""
    try:
        return check_username(username)
    except InvalidInput:
        return f"?{hashlib.sha256(username.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _token_hash(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()


def _code_hash(code: str) -> str:
    return hashlib.sha256(f"loket/first/{code}".encode()).hexdigest()
