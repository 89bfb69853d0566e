"""The tables, one SQLModel class each: the schema of record, held against the migrations by a test.

The travelling tables mirror the entities of `loket.domain.entities` column by column (a test compares them); extra
columns are local: `no`, a short row number for full-text search, and keys folded for look-up. Ids are 16 raw bytes,
dates ISO text, times milliseconds since 1970 UTC, lists JSON text. `table=True` checks nothing on construction:
forms validate, and CHECK constraints stand behind them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, Index, Integer, LargeBinary, MetaData, Table, Text, text
from sqlmodel import Field, SQLModel

from loket.db.journal import IN_A_LIFE, MEMBER_OF
from loket.domain import entities as d

TABLE_OF: dict[type[d.Entity], Table] = {}
WITHOUT_ROWID = {"sqlite_strict": True, "sqlite_with_rowid": False}
STRICT = {"sqlite_strict": True}


def _id(*, primary: bool = False, null: bool = False, unique: bool = False) -> Any:
    return Field(sa_type=LargeBinary, primary_key=primary, nullable=null, unique=unique)


def _text(*, primary: bool = False, null: bool = False, default: str | None = None) -> Any:
    return Field(sa_type=Text, primary_key=primary, nullable=null, sa_column_kwargs=_default(default))


def _int(*, null: bool = False, default: str | None = None) -> Any:
    return Field(sa_type=Integer, nullable=null, sa_column_kwargs=_default(default))


def _default(value: str | None) -> dict[str, Any]:
    """What rows have that stood before the column was added."""
    return {} if value is None else {"server_default": value}


def _blob(*, null: bool = False) -> Any:
    return Field(sa_type=LargeBinary, nullable=null)


def _row_number() -> Any:
    return Field(default=None, sa_type=Integer, primary_key=True)


# ---- what travels -------------------------------------------------------------------------------------------------


class LibraryRow(SQLModel, table=True):
    __tablename__ = "library"
    __table_args__ = WITHOUT_ROWID
    id: bytes = _id(primary=True)
    name: str = _text()
    code: str = _text()
    address: str = _text()
    phone: str = _text()
    head_name: str = _text()
    head_nip: str = _text()
    utc_offset_min: int = _int()


class StationRow(SQLModel, table=True):
    __tablename__ = "station"
    __table_args__ = WITHOUT_ROWID
    id: bytes = _id(primary=True)
    code: str = _text()
    name: str = _text()
    profile: str = _text()


class RuleRow(SQLModel, table=True):
    __tablename__ = "rule"
    __table_args__ = WITHOUT_ROWID
    key: str = _text(primary=True)
    value: str = _text()


class ClosedDayRow(SQLModel, table=True):
    __tablename__ = "closed_day"
    __table_args__ = WITHOUT_ROWID
    on: str = _text(primary=True)
    name: str = _text()
    kind: str = _text()
    source: str = _text()


class OperatorRow(SQLModel, table=True):
    __tablename__ = "operator"
    __table_args__ = WITHOUT_ROWID
    id: bytes = _id(primary=True)
    username: str = _text()
    full_name: str = _text()
    roles: str = _text()
    password_hash: str = _text()
    active: int = _int()
    inactive_since: int | None = _int(null=True)


class LoanPolicyRow(SQLModel, table=True):
    __tablename__ = "loan_policy"
    __table_args__ = (
        CheckConstraint("loan_days > 0 AND max_titles >= 0 AND max_items >= 0", name="terms"),
        CheckConstraint("fine_mode IN ('none', 'money', 'suspension', 'both')", name="fine_mode"),
        WITHOUT_ROWID,
    )
    id: bytes = _id(primary=True)
    member_type: str = _text()
    collection_kind: str = _text()
    loan_days: int = _int()
    max_titles: int = _int()
    max_items: int = _int()
    renewals: int = _int()
    renewal_days: int = _int()
    counting: str = _text()
    fine_mode: str = _text()
    fine_per_day_rp: int = _int()
    fine_cap_rp: int = _int()
    suspension_per_day_days: int = _int()
    suspension_cap_days: int = _int()
    grace_days: int = _int()
    grace_kind: str = _text()
    grace_in: str = _text()
    closed_days_free: int = _int()
    legal_basis: str = _text()
    retired: int = _int()


class MemberRow(SQLModel, table=True):
    __tablename__ = "member"
    __table_args__ = (
        Index("member_by_no", "member_no_key"),
        Index("member_by_identity", "identity_index", sqlite_where=text("identity_index IS NOT NULL")),
        Index("member_by_birth", "birth_on", sqlite_where=text("birth_on IS NOT NULL")),
        Index("member_pending", "registered_on", sqlite_where=text("pending = 1")),
        Index("member_by_photo", "photo", sqlite_where=text("photo <> ''")),
        Index("member_merged", "merged_into", sqlite_where=text("merged_into IS NOT NULL")),
        STRICT,
    )
    no: int | None = _row_number()
    id: bytes = _id(unique=True)
    member_no: str = _text()
    full_name: str = _text()
    member_type: str = _text()
    sex: str = _text()
    birth_on: str | None = _text(null=True)
    birth_place: str = _text()
    identity_type: str = _text()
    identity_sealed: bytes | None = _blob(null=True)
    identity_index: bytes | None = _blob(null=True)
    phone: str = _text()
    email: str = _text()
    address: str = _text()
    institution: str = _text()
    education: str = _text()
    job: str = _text()
    registered_on: str | None = _text(null=True)
    valid_until: str | None = _text(null=True)
    suspended_until: str | None = _text(null=True)
    note: str = _text()
    pending: int = _int()
    left: int = _int()
    member_no_key: str = _text()
    search: str = _text()
    merged_into: bytes | None = _id(null=True)
    erased: int = _int(default="0")
    changed_at: int | None = _int(null=True)
    changed_by: bytes | None = _id(null=True)
    changed_station: bytes | None = _id(null=True)
    village: str = _text(default="")
    district: str = _text(default="")
    city: str = _text(default="")
    province: str = _text(default="")
    postcode: str = _text(default="")
    address_now: str = _text(default="")
    village_now: str = _text(default="")
    district_now: str = _text(default="")
    city_now: str = _text(default="")
    province_now: str = _text(default="")
    postcode_now: str = _text(default="")
    guardian_name: str = _text(default="")
    guardian_relation: str = _text(default="")
    guardian_phone: str = _text(default="")
    emergency_name: str = _text(default="")
    emergency_phone: str = _text(default="")
    school_class: str = _text(default="")
    form_no: str = _text(default="")
    photo: str = _text(default="")
    photo_consent: int = _int(default="0")
    notice_version: str = _text(default="")
    consented_on: str | None = _text(null=True)
    endorsed_by: str = _text(default="")
    endorsed_on: str | None = _text(null=True)
    suspended_why: str = _text(default="")
    cleared_on: str | None = _text(null=True)
    clearance_no: str = _text(default="")


class MemberCardRow(SQLModel, table=True):
    __tablename__ = "member_card"
    __table_args__ = (
        Index("member_card_by_code", "code_key"),
        Index("member_card_by_member", "member_id"),
        WITHOUT_ROWID,
    )
    id: bytes = _id(primary=True)
    member_id: bytes = _id()
    code: str = _text()
    issued_on: str = _text()
    end: str = _text()
    ended_on: str | None = _text(null=True)
    code_key: str = _text()


class CardPrintRow(SQLModel, table=True):
    __tablename__ = "card_print"
    __table_args__ = (
        Index("card_print_by_member", "member_id"),
        Index("card_print_by_day", "printed_on"),
        WITHOUT_ROWID,
    )
    id: bytes = _id(primary=True)
    member_id: bytes = _id()
    code: str = _text()
    design: str = _text()
    reason: str = _text()
    printed_on: str = _text()
    station_id: bytes | None = _id(null=True)
    operator_id: bytes | None = _id(null=True)
    spoilt: str = _text(default="")


class BiblioRow(SQLModel, table=True):
    __tablename__ = "biblio"
    __table_args__ = (
        Index("biblio_by_source", "source_key", sqlite_where=text("source_key <> ''")),
        Index("biblio_by_title", "title_key"),
        STRICT,
    )
    no: int | None = _row_number()
    id: bytes = _id(unique=True)
    title: str = _text()
    responsibility: str = _text()
    authors: str = _text()
    edition: str = _text()
    isbn: str = _text()
    publisher: str = _text()
    publish_place: str = _text()
    publish_year: str = _text()
    collation: str = _text()
    series: str = _text()
    call_number: str = _text()
    ddc_class: str = _text()
    language: str = _text()
    material: str = _text()
    subjects: str = _text()
    note: str = _text()
    source_key: str = _text()
    title_key: str = _text()
    search: str = _text()


class ItemRow(SQLModel, table=True):
    __tablename__ = "item"
    __table_args__ = (
        Index("item_by_barcode", "barcode_key"),
        Index("item_by_biblio", "biblio_id"),
        WITHOUT_ROWID,
    )
    id: bytes = _id(primary=True)
    biblio_id: bytes = _id()
    barcode: str = _text()
    accession_no: str = _text()
    call_number: str = _text()
    collection_kind: str = _text()
    location: str = _text()
    status: str = _text()
    price_rp: int | None = _int(null=True)
    source: str = _text()
    received_on: str | None = _text(null=True)
    note: str = _text()
    loan_id: bytes | None = _id(null=True)
    barcode_key: str = _text()
    seen_at: int | None = _int(null=True)


class LoanRow(SQLModel, table=True):
    __tablename__ = "loan"
    __table_args__ = (
        Index("loan_open_by_member", "member_id", sqlite_where=text("\"end\" = 'open'")),
        Index("loan_open_by_due", "due_on", sqlite_where=text("\"end\" = 'open'")),
        Index("loan_moved", "moved_from", sqlite_where=text("moved_from IS NOT NULL")),
        WITHOUT_ROWID,
    )
    id: bytes = _id(primary=True)
    member_id: bytes = _id()
    item_id: bytes = _id()
    biblio_id: bytes = _id()
    policy_id: bytes = _id()
    lent_on: str = _text()
    lent_at: int = _int()
    due_on: str = _text()
    renewals: int = _int()
    end: str = _text()
    ended_on: str | None = _text(null=True)
    ended_at: int | None = _int(null=True)
    station_id: bytes | None = _id(null=True)
    operator_id: bytes | None = _id(null=True)
    merged_into: bytes | None = _id(null=True)
    moved_from: bytes | None = _id(null=True)


class ChargeRow(SQLModel, table=True):
    __tablename__ = "charge"
    __table_args__ = (
        CheckConstraint("amount_rp >= 0 AND settled_rp >= 0", name="not_negative"),
        Index("charge_open_by_member", "member_id", sqlite_where=text("cancelled = 0 AND settled_rp < amount_rp")),
        Index("charge_by_loan", "loan_id", sqlite_where=text("loan_id IS NOT NULL")),
        Index("charge_moved", "moved_from", sqlite_where=text("moved_from IS NOT NULL")),
        WITHOUT_ROWID,
    )
    id: bytes = _id(primary=True)
    member_id: bytes = _id()
    kind: str = _text()
    amount_rp: int = _int()
    raised_on: str = _text()
    loan_id: bytes | None = _id(null=True)
    item_id: bytes | None = _id(null=True)
    settled_rp: int = _int()
    cancelled: int = _int()
    moved_from: bytes | None = _id(null=True)
    legal_basis: str = _text(default="")


class VisitRow(SQLModel, table=True):
    __tablename__ = "visit"
    __table_args__ = (
        Index("visit_by_member", "member_id", "on", sqlite_where=text("member_id IS NOT NULL")),
        Index("visit_by_day", "on"),
        WITHOUT_ROWID,
    )
    id: bytes = _id(primary=True)
    kind: str = _text()
    entered_at: int = _int()
    on: str = _text()
    purpose: str = _text()
    member_id: bytes | None = _id(null=True)
    source: str = _text()


class CaseRow(SQLModel, table=True):
    __tablename__ = "conflict_case"
    __table_args__ = (
        Index("case_by_entity", "entity"),
        Index("case_open", "severity", "opened_at", sqlite_where=text("closed = 0")),
        WITHOUT_ROWID,
    )
    id: bytes = _id(primary=True)
    cls: str = _text()
    severity: str = _text()
    entity: str = _text()
    event_id: bytes = _id()
    opened_at: int = _int()
    detail: str = _text()
    closed: int = _int()
    station_id: bytes | None = _id(null=True)
    operator_id: bytes | None = _id(null=True)
    choice: str = _text(default="")
    decision_note: str = _text(default="")
    decided_by: str = _text(default="")
    resolved_at: int | None = _int(null=True)


# ---- what stays on this counter -----------------------------------------------------------------------------------


class MetaRow(SQLModel, table=True):
    """Facts of this database alone: which library and station it is, its open stream, its time floor."""

    __tablename__ = "meta"
    __table_args__ = WITHOUT_ROWID
    key: str = _text(primary=True)
    value: str = _text()


class StreamRow(SQLModel, table=True):
    """One unbroken life of this database; a new one opens whenever continuity is in doubt."""

    __tablename__ = "stream"
    __table_args__ = WITHOUT_ROWID
    stream_id: bytes = _id(primary=True)
    opened_at: int = _int()
    reason: str = _text()
    parent: bytes | None = _id(null=True)
    fork_seq: int | None = _int(null=True)
    fork_hash: bytes | None = _blob(null=True)


class JournalRow(SQLModel, table=True):
    """Every event, in the order it was made, each row sealed by the hash of the one before."""

    __tablename__ = "journal"
    __table_args__ = (
        Index("journal_by_event", "event_id"),
        Index("journal_by_day", "business_on", "type"),
        Index("journal_of_member", text(MEMBER_OF), sqlite_where=text(IN_A_LIFE)),
        WITHOUT_ROWID,
    )
    stream_id: bytes = _id(primary=True)
    seq: int = Field(sa_type=Integer, primary_key=True)
    event_id: bytes = _id()
    type: str = _text()
    version: int = _int()
    began_ms: int = _int()
    done_ms: int = _int()
    business_on: str = _text()
    utc_offset_min: int = _int()
    station_id: bytes = _id()
    operator_id: bytes | None = _id(null=True)
    boot_id: str = _text()
    mono_ms: int = _int()
    clock_quality: str = _text()
    body: str = _text()
    personal: bytes | None = _blob(null=True)
    personal_salt: bytes | None = _blob(null=True)
    personal_commit: bytes | None = _blob(null=True)
    prev_hash: bytes = _blob()
    hash: bytes = _blob()


# ---- synchronising with the server --------------------------------------------------------------------------------


class PushStateRow(SQLModel, table=True):
    """How far the server has a stream of this counter, by its own word after it had committed.

    `durable_seq` is what a verified backup of the server holds. From `end_seq` on, the events were sealed anew in
    another stream and are not sent from this one.
    """

    __tablename__ = "push_state"
    __table_args__ = WITHOUT_ROWID
    stream_id: bytes = _id(primary=True)
    acked_seq: int = _int()
    acked_hash: bytes = _blob()
    durable_seq: int = _int()
    end_seq: int | None = _int(null=True)


class BaseRow(SQLModel, table=True):
    """A row as the server knows it, kept while events of this counter that touched it are on their way.

    `body` is None where the server knows no such row.
    """

    __tablename__ = "base_row"
    __table_args__ = WITHOUT_ROWID
    kind: str = _text(primary=True)
    key: str = _text(primary=True)
    body: bytes | None = _blob(null=True)


class PulledRow(SQLModel, table=True):
    """A row received and not yet merged: rows arrive in pages, and only all of them together make sense."""

    __tablename__ = "pulled"
    __table_args__ = WITHOUT_ROWID
    kind: str = _text(primary=True)
    key: str = _text(primary=True)
    body: bytes | None = _blob(null=True)


# ---- cards and photos on their way ----------------------------------------------------------------------------------


class CardJobRow(SQLModel, table=True):
    """A card that waits for this counter's printer; power cuts do not empty the queue.

    `state`: waiting, printing (taken for the spooler), asking (did it come out?), failed.
    """

    __tablename__ = "card_job"
    __table_args__ = (Index("card_job_by_place", "place"), Index("card_job_by_member", "member_id"), WITHOUT_ROWID)
    id: bytes = _id(primary=True)
    member_id: bytes = _id()
    design: str = _text()
    reason: str = _text()
    place: int = _int()
    state: str = _text()
    spool_job: str = _text(default="")
    problem: str = _text(default="")
    said: str = _text(default="")
    misprints: int = _int(default="0")
    added_at: int = _int()


class PhotoToSendRow(SQLModel, table=True):
    """A sealed photo taken here that the server does not have yet."""

    __tablename__ = "photo_to_send"
    __table_args__ = WITHOUT_ROWID
    sha256: bytes = _id(primary=True)
    added_at: int = _int()


METADATA: MetaData = SQLModel.metadata

for _entity, _row in (
    (d.Library, LibraryRow),
    (d.Station, StationRow),
    (d.Rule, RuleRow),
    (d.ClosedDay, ClosedDayRow),
    (d.Operator, OperatorRow),
    (d.LoanPolicy, LoanPolicyRow),
    (d.Member, MemberRow),
    (d.Biblio, BiblioRow),
    (d.Item, ItemRow),
    (d.Loan, LoanRow),
    (d.Charge, ChargeRow),
    (d.Visit, VisitRow),
    (d.Case, CaseRow),
    (d.MemberCard, MemberCardRow),
    (d.CardPrint, CardPrintRow),
):
    TABLE_OF[_entity] = METADATA.tables[str(_row.__tablename__)]
