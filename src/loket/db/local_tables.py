"""The tables that stay on one counter: its journal, what is on its way to and from the server, its print queues."""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlmodel import SQLModel

from loket.db.columns import WITHOUT_ROWID, blob_column, id_column, int_column, text_column
from loket.db.journal import IN_A_LIFE, MEMBER_OF


class MetaRow(SQLModel, table=True):
    """Facts of this database alone: which library and station it is, its open stream, its time floor."""

    __tablename__ = "meta"
    __table_args__ = WITHOUT_ROWID
    key: str = text_column(primary=True)
    value: str = text_column()


class StreamRow(SQLModel, table=True):
    """One unbroken life of this database; a new one opens whenever continuity is in doubt."""

    __tablename__ = "stream"
    __table_args__ = WITHOUT_ROWID
    stream_id: bytes = id_column(primary=True)
    opened_at: int = int_column()
    reason: str = text_column()
    parent: bytes | None = id_column(null=True)
    fork_seq: int | None = int_column(null=True)
    fork_hash: bytes | None = blob_column(null=True)


class JournalRow(SQLModel, table=True):
    """Every event, in the order it was made, each row sealed by the hash of the one before."""

    __tablename__ = "journal"
    __table_args__ = (
        Index("journal_by_event", "event_id"),
        Index("journal_by_day", "business_on", "type"),
        Index("journal_of_member", text(MEMBER_OF), sqlite_where=text(IN_A_LIFE)),
        WITHOUT_ROWID,
    )
    stream_id: bytes = id_column(primary=True)
    seq: int = int_column(primary=True)
    event_id: bytes = id_column()
    type: str = text_column()
    version: int = int_column()
    began_ms: int = int_column()
    done_ms: int = int_column()
    business_on: str = text_column()
    utc_offset_min: int = int_column()
    station_id: bytes = id_column()
    operator_id: bytes | None = id_column(null=True)
    boot_id: str = text_column()
    mono_ms: int = int_column()
    clock_quality: str = text_column()
    body: str = text_column()
    personal: bytes | None = blob_column(null=True)
    personal_salt: bytes | None = blob_column(null=True)
    personal_commit: bytes | None = blob_column(null=True)
    prev_hash: bytes = blob_column()
    hash: bytes = blob_column()


# ---- synchronising with the server --------------------------------------------------------------------------------


class PushStateRow(SQLModel, table=True):
    """How far the server has a stream of this counter, by its own word after it had committed.

    `durable_seq` is what a verified backup of the server holds. From `end_seq` on, the events were sealed anew in
    another stream and are not sent from this one.
    """

    __tablename__ = "push_state"
    __table_args__ = WITHOUT_ROWID
    stream_id: bytes = id_column(primary=True)
    acked_seq: int = int_column()
    acked_hash: bytes = blob_column()
    durable_seq: int = int_column()
    end_seq: int | None = int_column(null=True)


class BaseRow(SQLModel, table=True):
    """A row as the server knows it, kept while events of this counter that touched it are on their way.

    `body` is None where the server knows no such row.
    """

    __tablename__ = "base_row"
    __table_args__ = WITHOUT_ROWID
    kind: str = text_column(primary=True)
    key: str = text_column(primary=True)
    body: bytes | None = blob_column(null=True)


class PulledRow(SQLModel, table=True):
    """A row received and not yet merged: rows arrive in pages, and only all of them together make sense."""

    __tablename__ = "pulled"
    __table_args__ = WITHOUT_ROWID
    kind: str = text_column(primary=True)
    key: str = text_column(primary=True)
    body: bytes | None = blob_column(null=True)


# ---- cards and photos on their way ----------------------------------------------------------------------------------


class CardJobRow(SQLModel, table=True):
    """A card that waits for this counter's printer; power cuts do not empty the queue.

    `state`: waiting, printing (taken for the spooler), asking (did it come out?), failed.
    """

    __tablename__ = "card_job"
    __table_args__ = (Index("card_job_by_place", "place"), Index("card_job_by_member", "member_id"), WITHOUT_ROWID)
    id: bytes = id_column(primary=True)
    member_id: bytes = id_column()
    design: str = text_column()
    reason: str = text_column()
    place: int = int_column()
    state: str = text_column()
    spool_job: str = text_column(default="")
    problem: str = text_column(default="")
    said: str = text_column(default="")
    misprints: int = int_column(default="0")
    added_at: int = int_column()


class PhotoToSendRow(SQLModel, table=True):
    """A sealed photo taken here that the server does not have yet."""

    __tablename__ = "photo_to_send"
    __table_args__ = WITHOUT_ROWID
    sha256: bytes = id_column(primary=True)
    added_at: int = int_column()


class SlipJobRow(SQLModel, table=True):
    """A slip for this counter's receipt printer; power cuts do not empty the queue.

    `state`: waiting, printing, done (kept for the day, so that it can be printed again), failed. `body` is the slip
    itself as JSON. `about` is the row it tells of, such as a receipt.
    """

    __tablename__ = "slip_job"
    __table_args__ = (Index("slip_job_by_place", "place"), WITHOUT_ROWID)
    id: bytes = id_column(primary=True)
    kind: str = text_column()
    about: bytes | None = id_column(null=True)
    body: str = text_column()
    place: int = int_column()
    state: str = text_column()
    problem: str = text_column(default="")
    said: str = text_column(default="")
    added_at: int = int_column()
    done_at: int | None = int_column(null=True)


class SessionClockRow(SQLModel, table=True):
    """How much of its time an internet session has used, on a clock that no power cut and no wrong date moves.

    `used_ms` was so much when the computer had run for `mono_ms` since its start `boot_id`; later it is that and the
    time since. Noted every few seconds: what passed while this counter was off is not counted.
    """

    __tablename__ = "session_clock"
    __table_args__ = WITHOUT_ROWID
    session_id: bytes = id_column(primary=True)
    used_ms: int = int_column()
    boot_id: str = text_column()
    mono_ms: int = int_column()


class RefusalCountRow(SQLModel, table=True):
    """How often this counter said no on a day, by rule. No person and no code stands here."""

    __tablename__ = "refusal_count"
    __table_args__ = WITHOUT_ROWID
    on: str = text_column(primary=True)
    code: str = text_column(primary=True)
    number: int = int_column()
