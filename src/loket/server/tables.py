"""The server's tables, one SQLModel class each, the same on PostgreSQL and in the embedded file.

Every key begins with the library, and the only lock is one row per library: a database spread over machines can take
over without a change here. They stand in a registry of their own, apart from a counter's tables.
Ids are 16 raw bytes, dates ISO text, times milliseconds since 1970 UTC. The schema of record: a test holds the
migrations against it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Index, Integer, LargeBinary, MetaData, Table, Text, text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

NO_ROWID = {"sqlite_strict": True, "sqlite_with_rowid": False}
BIGINT = BigInteger().with_variant(Integer, "sqlite")
BYTEWISE = Text(collation="C").with_variant(Text(), "sqlite")  # keys: compared as they are, in no country's order


class ServerModel(SQLModel, registry=registry()):
    """Base of the server's tables."""


METADATA: MetaData = ServerModel.metadata


def _blob(*, primary: bool = False, null: bool = False) -> Any:
    return Field(sa_type=LargeBinary, primary_key=primary, nullable=null)


def _text(*, null: bool = False) -> Any:
    return Field(sa_type=Text, nullable=null)


def _key(*, primary: bool = True) -> Any:
    return Field(sa_type=BYTEWISE, primary_key=primary, nullable=False)


def _int(*, primary: bool = False, null: bool = False) -> Any:
    return Field(sa_type=BIGINT, primary_key=primary, nullable=null)


def _some(condition: str) -> dict[str, Any]:
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


# ---- the server itself --------------------------------------------------------------------------------------------


class ServerMetaRow(ServerModel, table=True):
    """Facts of this server: the number of its schema."""

    __tablename__ = "server_meta"
    __table_args__ = NO_ROWID
    key: str = _key()
    value: str = _text()


class LibraryRow(ServerModel, table=True):
    """A library. `secret` is the founding counter's, sealed: only staff counters receive it."""

    __tablename__ = "library"
    __table_args__ = NO_ROWID
    library_id: bytes = _blob(primary=True)
    name: str = _text()
    secret: bytes = _blob()
    created_ms: int = _int()


class LibraryHeadRow(ServerModel, table=True):
    """Where a library's log ends. Whoever writes anything of a library's log or rows holds this row's lock."""

    __tablename__ = "library_head"
    __table_args__ = NO_ROWID
    library_id: bytes = _blob(primary=True)
    log_seq: int = _int()
    change_seq: int = _int()
    log_hash: bytes = _blob()
    incarnation: bytes = _blob()


class IncarnationRow(ServerModel, table=True):
    """One life of the server; a restore ends it. Change numbers above `fresh_from` of an earlier life mean nothing."""

    __tablename__ = "incarnation"
    __table_args__ = NO_ROWID
    library_id: bytes = _blob(primary=True)
    number: int = _int(primary=True)
    incarnation: bytes = _blob()
    started_ms: int = _int()
    fresh_from: int = _int()
    reason: str = _text()


# ---- counters -----------------------------------------------------------------------------------------------------


class StationRow(ServerModel, table=True):
    """An enrolled counter: what it proves itself with, and how it was when last heard of."""

    __tablename__ = "station"
    __table_args__ = (Index("station_by_id", "station_id"), NO_ROWID)
    library_id: bytes = _blob(primary=True)
    station_id: bytes = _blob(primary=True)
    public_key: bytes = _blob()
    machine: bytes = _blob()
    nonce: bytes = _blob()
    previous_nonce: bytes = _blob()
    scope: str = _text()
    profile: str = _text()
    code: str = _text()
    name: str = _text()
    enrolled_ms: int = _int()
    revoked_ms: int | None = _int(null=True)
    last_seen_ms: int | None = _int(null=True)
    last_sync_ms: int | None = _int(null=True)
    pending: int = _int()
    pending_since_ms: int | None = _int(null=True)
    app_version: str = _text()
    clock_off_ms: int = _int()


class EnrolCodeRow(ServerModel, table=True):
    """A code by which one counter may enrol. `library_id` is all zeros where the counter will bring its library."""

    __tablename__ = "enrol_code"
    __table_args__ = (Index("enrol_code_by_selector", "selector"), NO_ROWID)
    library_id: bytes = _blob(primary=True)
    code_hash: bytes = _blob(primary=True)
    selector: str = _key(primary=False)
    station_id: bytes | None = _blob(null=True)
    station_name: str = _text()
    station_code: str = _text()
    profile: str = _text()
    expires_ms: int = _int()
    tries: int = _int()
    used_ms: int | None = _int(null=True)
    used_by: bytes | None = _blob(null=True)


# ---- the log ------------------------------------------------------------------------------------------------------


class StreamRow(ServerModel, table=True):
    """One unbroken life of a counter's database, as far as it arrived. `last_ms`: the time of its last event."""

    __tablename__ = "stream"
    __table_args__ = NO_ROWID
    library_id: bytes = _blob(primary=True)
    stream_id: bytes = _blob(primary=True)
    station_id: bytes = _blob()
    head_seq: int = _int()
    head_hash: bytes = _blob()
    last_ms: int = _int()
    durable_seq: int = _int()
    parent: bytes | None = _blob(null=True)
    fork_seq: int | None = _int(null=True)
    reason: str = _text()
    end_seq: int | None = _int(null=True)


class StreamPosRow(ServerModel, table=True):
    """What stands at each number of a stream. An event sealed anew in another stream has a place in both."""

    __tablename__ = "stream_pos"
    __table_args__ = NO_ROWID
    library_id: bytes = _blob(primary=True)
    stream_id: bytes = _blob(primary=True)
    seq: int = _int(primary=True)
    event_id: bytes = _blob()
    hash: bytes = _blob()


class EventLogRow(ServerModel, table=True):
    """Every event of a library in the one order that counts, chained by `log_hash`.

    `sent_id`: the event's own id where another event had it already. `subject`: whose personal data it holds: a
    member, or the row that names somebody who is none. `replayed`: the place in the log at which a deferred event was
    applied after all.
    """

    __tablename__ = "event_log"
    __table_args__ = (
        Index("event_log_by_event", "library_id", "event_id", unique=True),
        Index("event_log_by_day", "library_id", "type", "business_on"),
        Index("event_log_by_subject", "library_id", "subject", **_some("subject IS NOT NULL")),
        Index("event_log_deferred", "library_id", "log_seq", **_some("outcome = 'deferred' AND replayed IS NULL")),
        NO_ROWID,
    )
    library_id: bytes = _blob(primary=True)
    log_seq: int = _int(primary=True)
    event_id: bytes = _blob()
    sent_id: bytes | None = _blob(null=True)
    stream_id: bytes = _blob()
    seq: int = _int()
    type: str = _key(primary=False)
    version: int = _int()
    began_ms: int = _int()
    done_ms: int = _int()
    corrected_ms: int | None = _int(null=True)
    business_on: str = _key(primary=False)
    utc_offset_min: int = _int()
    station_id: bytes = _blob()
    operator_id: bytes | None = _blob(null=True)
    boot_id: str = _text()
    mono_ms: int = _int()
    clock_quality: str = _text()
    body: str = _text()
    personal: bytes | None = _blob(null=True)
    personal_salt: bytes | None = _blob(null=True)
    personal_commit: bytes | None = _blob(null=True)
    subject: bytes | None = _blob(null=True)
    content_hash: bytes = _blob()
    log_hash: bytes = _blob()
    outcome: str = _text()
    replayed: int | None = _int(null=True)
    received_ms: int = _int()


class QuarantineRow(ServerModel, table=True):
    """What was signed by a counter and yet could not be taken, sealed, for a person to look at."""

    __tablename__ = "quarantine"
    __table_args__ = NO_ROWID
    library_id: bytes = _blob(primary=True)
    raw_hash: bytes = _blob(primary=True)
    station_id: bytes = _blob()
    reason: str = _text()
    raw: bytes = _blob()
    received_ms: int = _int()


# ---- rows as the log makes them -----------------------------------------------------------------------------------


class EntityRow(ServerModel, table=True):
    """Every row of every travelling table: its latest state, and the number of its latest change. None: gone."""

    __tablename__ = "entity_row"
    __table_args__ = (Index("entity_row_by_change", "library_id", "change_seq", unique=True), NO_ROWID)
    library_id: bytes = _blob(primary=True)
    key: str = _key()
    kind: str = _key()
    change_seq: int = _int()
    body: bytes | None = _blob(null=True)


class EntityIndexRow(ServerModel, table=True):
    """The look-ups that rules need: open loans of a member, copies with a barcode …"""

    __tablename__ = "entity_index"
    __table_args__ = NO_ROWID
    library_id: bytes = _blob(primary=True)
    value: str = _key()
    name: str = _key()
    key: str = _key()


class KindDigestRow(ServerModel, table=True):
    """How many rows of a kind a scope has, and their digests xor-ed: what a counter checks its own rows against."""

    __tablename__ = "kind_digest"
    __table_args__ = NO_ROWID
    library_id: bytes = _blob(primary=True)
    scope: str = _key()
    kind: str = _key()
    row_count: int = _int()
    digest: int = _int()


class BlobRow(ServerModel, table=True):
    """Photos and other files by their content, sealed."""

    __tablename__ = "blob"
    __table_args__ = NO_ROWID
    library_id: bytes = _blob(primary=True)
    sha256: bytes = _blob(primary=True)
    size: int = _int()
    body: bytes = _blob()
    received_ms: int = _int()


# ---- the dashboard ------------------------------------------------------------------------------------------------


class WebUserRow(ServerModel, table=True):
    """Who may sign in to the dashboard. `library_id` is all zeros for those who see every library."""

    __tablename__ = "web_user"
    __table_args__ = (Index("web_user_by_name", "username", unique=True), NO_ROWID)
    library_id: bytes = _blob(primary=True)
    username: str = _key()
    full_name: str = _text()
    password_hash: str = _text()
    role: str = _text()
    failures: int = _int()
    locked_until_ms: int | None = _int(null=True)
    created_ms: int = _int()
    inactive_ms: int | None = _int(null=True)


class WebSessionRow(ServerModel, table=True):
    """A signed-in browser, known by the hash of its cookie."""

    __tablename__ = "web_session"
    __table_args__ = (Index("web_session_by_token", "token_hash"), NO_ROWID)
    library_id: bytes = _blob(primary=True)
    token_hash: bytes = _blob(primary=True)
    username: str = _text()
    form_key: str = _text()
    created_ms: int = _int()
    expires_ms: int = _int()


def table(model: type[ServerModel]) -> Table:
    """The Core table of a model."""
    return METADATA.tables[str(model.__tablename__)]


SERVER_META, LIBRARY, LIBRARY_HEAD = table(ServerMetaRow), table(LibraryRow), table(LibraryHeadRow)
INCARNATION, STATION, ENROL_CODE = table(IncarnationRow), table(StationRow), table(EnrolCodeRow)
STREAM, STREAM_POS, EVENT_LOG = table(StreamRow), table(StreamPosRow), table(EventLogRow)
QUARANTINE, BLOB = table(QuarantineRow), table(BlobRow)
ENTITY_ROW, ENTITY_INDEX, KIND_DIGEST = table(EntityRow), table(EntityIndexRow), table(KindDigestRow)
WEB_USER, WEB_SESSION = table(WebUserRow), table(WebSessionRow)
