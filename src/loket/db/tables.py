"""The tables, one SQLModel class each: the schema of record, held against the migrations by a test.

The travelling tables mirror the entities of `loket.domain.entities` column by column (a test compares them); extra
columns are local: `no`, a short row number for full-text search, and keys folded for look-up. Ids are 16 raw bytes,
dates ISO text, times milliseconds since 1970 UTC, lists JSON text. `table=True` checks nothing on construction:
forms validate, and CHECK constraints stand behind them.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, MetaData, Table, text
from sqlmodel import SQLModel

from loket.db import house_tables as house
from loket.db import local_tables as local_tables  # known to the schema once imported
from loket.db import money_tables as money
from loket.db import recap_tables as recaps
from loket.db.columns import STRICT, WITHOUT_ROWID, blob_column, id_column, int_column, row_number, text_column
from loket.domain import entities as d

TABLE_OF: dict[type[d.Entity], Table] = {}
# Members are counted from this index alone.
_STOCK = ("left", "merged_into", "erased", "member_type", "pending", "suspended_until", "valid_until")


# ---- what travels -------------------------------------------------------------------------------------------------


class LibraryRow(SQLModel, table=True):
    __tablename__ = "library"
    __table_args__ = WITHOUT_ROWID
    id: bytes = id_column(primary=True)
    name: str = text_column()
    code: str = text_column()
    address: str = text_column()
    phone: str = text_column()
    head_name: str = text_column()
    head_nip: str = text_column()
    utc_offset_min: int = int_column()


class StationRow(SQLModel, table=True):
    __tablename__ = "station"
    __table_args__ = WITHOUT_ROWID
    id: bytes = id_column(primary=True)
    code: str = text_column()
    name: str = text_column()
    profile: str = text_column()


class RuleRow(SQLModel, table=True):
    __tablename__ = "rule"
    __table_args__ = WITHOUT_ROWID
    key: str = text_column(primary=True)
    value: str = text_column()


class ClosedDayRow(SQLModel, table=True):
    __tablename__ = "closed_day"
    __table_args__ = WITHOUT_ROWID
    on: str = text_column(primary=True)
    name: str = text_column()
    kind: str = text_column()
    source: str = text_column()


class OperatorRow(SQLModel, table=True):
    __tablename__ = "operator"
    __table_args__ = WITHOUT_ROWID
    id: bytes = id_column(primary=True)
    username: str = text_column()
    full_name: str = text_column()
    roles: str = text_column()
    password_hash: str = text_column()
    active: int = int_column()
    inactive_since: int | None = int_column(null=True)


class LoanPolicyRow(SQLModel, table=True):
    __tablename__ = "loan_policy"
    __table_args__ = (
        CheckConstraint("loan_days > 0 AND max_titles >= 0 AND max_items >= 0", name="terms"),
        CheckConstraint("fine_mode IN ('none', 'money', 'suspension', 'both')", name="fine_mode"),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    member_type: str = text_column()
    collection_kind: str = text_column()
    loan_days: int = int_column()
    max_titles: int = int_column()
    max_items: int = int_column()
    renewals: int = int_column()
    renewal_days: int = int_column()
    counting: str = text_column()
    fine_mode: str = text_column()
    fine_per_day_rp: int = int_column()
    fine_cap_rp: int = int_column()
    suspension_per_day_days: int = int_column()
    suspension_cap_days: int = int_column()
    grace_days: int = int_column()
    grace_kind: str = text_column()
    grace_in: str = text_column()
    closed_days_free: int = int_column()
    legal_basis: str = text_column()
    retired: int = int_column()


class MemberRow(SQLModel, table=True):
    __tablename__ = "member"
    __table_args__ = (
        Index("member_by_no", "member_no_key"),
        Index("member_by_identity", "identity_index", sqlite_where=text("identity_index IS NOT NULL")),
        Index("member_by_birth", "birth_on", sqlite_where=text("birth_on IS NOT NULL")),
        Index("member_pending", "registered_on", sqlite_where=text("pending = 1")),
        Index("member_by_photo", "photo", sqlite_where=text("photo <> ''")),
        Index("member_merged", "merged_into", sqlite_where=text("merged_into IS NOT NULL")),
        Index("member_stock", *_STOCK),
        STRICT,
    )
    no: int | None = row_number()
    id: bytes = id_column(unique=True)
    member_no: str = text_column()
    full_name: str = text_column()
    member_type: str = text_column()
    sex: str = text_column()
    birth_on: str | None = text_column(null=True)
    birth_place: str = text_column()
    identity_type: str = text_column()
    identity_sealed: bytes | None = blob_column(null=True)
    identity_index: bytes | None = blob_column(null=True)
    phone: str = text_column()
    email: str = text_column()
    address: str = text_column()
    institution: str = text_column()
    education: str = text_column()
    job: str = text_column()
    registered_on: str | None = text_column(null=True)
    valid_until: str | None = text_column(null=True)
    suspended_until: str | None = text_column(null=True)
    note: str = text_column()
    pending: int = int_column()
    left: int = int_column()
    member_no_key: str = text_column()
    search: str = text_column()
    merged_into: bytes | None = id_column(null=True)
    erased: int = int_column(default="0")
    changed_at: int | None = int_column(null=True)
    changed_by: bytes | None = id_column(null=True)
    changed_station: bytes | None = id_column(null=True)
    village: str = text_column(default="")
    district: str = text_column(default="")
    city: str = text_column(default="")
    province: str = text_column(default="")
    postcode: str = text_column(default="")
    address_now: str = text_column(default="")
    village_now: str = text_column(default="")
    district_now: str = text_column(default="")
    city_now: str = text_column(default="")
    province_now: str = text_column(default="")
    postcode_now: str = text_column(default="")
    guardian_name: str = text_column(default="")
    guardian_relation: str = text_column(default="")
    guardian_phone: str = text_column(default="")
    emergency_name: str = text_column(default="")
    emergency_phone: str = text_column(default="")
    school_class: str = text_column(default="")
    form_no: str = text_column(default="")
    photo: str = text_column(default="")
    photo_consent: int = int_column(default="0")
    notice_version: str = text_column(default="")
    consented_on: str | None = text_column(null=True)
    endorsed_by: str = text_column(default="")
    endorsed_on: str | None = text_column(null=True)
    suspended_why: str = text_column(default="")
    cleared_on: str | None = text_column(null=True)
    clearance_no: str = text_column(default="")


class MemberCardRow(SQLModel, table=True):
    __tablename__ = "member_card"
    __table_args__ = (
        Index("member_card_by_code", "code_key"),
        Index("member_card_by_member", "member_id"),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    member_id: bytes = id_column()
    code: str = text_column()
    issued_on: str = text_column()
    end: str = text_column()
    ended_on: str | None = text_column(null=True)
    code_key: str = text_column()


class CardPrintRow(SQLModel, table=True):
    __tablename__ = "card_print"
    __table_args__ = (
        Index("card_print_by_member", "member_id"),
        Index("card_print_by_day", "printed_on"),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    member_id: bytes = id_column()
    code: str = text_column()
    design: str = text_column()
    reason: str = text_column()
    printed_on: str = text_column()
    station_id: bytes | None = id_column(null=True)
    operator_id: bytes | None = id_column(null=True)
    spoilt: str = text_column(default="")


class BiblioRow(SQLModel, table=True):
    __tablename__ = "biblio"
    __table_args__ = (
        Index("biblio_by_source", "source_key", sqlite_where=text("source_key <> ''")),
        Index("biblio_by_title", "title_key"),
        STRICT,
    )
    no: int | None = row_number()
    id: bytes = id_column(unique=True)
    title: str = text_column()
    responsibility: str = text_column()
    authors: str = text_column()
    edition: str = text_column()
    isbn: str = text_column()
    publisher: str = text_column()
    publish_place: str = text_column()
    publish_year: str = text_column()
    collation: str = text_column()
    series: str = text_column()
    call_number: str = text_column()
    ddc_class: str = text_column()
    language: str = text_column()
    material: str = text_column()
    subjects: str = text_column()
    note: str = text_column()
    source_key: str = text_column()
    title_key: str = text_column()
    search: str = text_column()


class ItemRow(SQLModel, table=True):
    __tablename__ = "item"
    __table_args__ = (
        Index("item_by_barcode", "barcode_key"),
        Index("item_by_biblio", "biblio_id"),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    biblio_id: bytes = id_column()
    barcode: str = text_column()
    accession_no: str = text_column()
    call_number: str = text_column()
    collection_kind: str = text_column()
    location: str = text_column()
    status: str = text_column()
    price_rp: int | None = int_column(null=True)
    source: str = text_column()
    received_on: str | None = text_column(null=True)
    note: str = text_column()
    loan_id: bytes | None = id_column(null=True)
    barcode_key: str = text_column()
    seen_at: int | None = int_column(null=True)


class LoanRow(SQLModel, table=True):
    __tablename__ = "loan"
    __table_args__ = (
        Index("loan_by_day", "lent_on"),
        Index("loan_open_by_member", "member_id", sqlite_where=text("\"end\" = 'open'")),
        Index("loan_open_by_due", "due_on", sqlite_where=text("\"end\" = 'open'")),
        Index("loan_moved", "moved_from", sqlite_where=text("moved_from IS NOT NULL")),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    member_id: bytes = id_column()
    item_id: bytes = id_column()
    biblio_id: bytes = id_column()
    policy_id: bytes = id_column()
    lent_on: str = text_column()
    lent_at: int = int_column()
    due_on: str = text_column()
    renewals: int = int_column()
    end: str = text_column()
    ended_on: str | None = text_column(null=True)
    ended_at: int | None = int_column(null=True)
    station_id: bytes | None = id_column(null=True)
    operator_id: bytes | None = id_column(null=True)
    merged_into: bytes | None = id_column(null=True)
    moved_from: bytes | None = id_column(null=True)


class ChargeRow(SQLModel, table=True):
    __tablename__ = "charge"
    __table_args__ = (
        CheckConstraint("amount_rp >= 0 AND settled_rp >= 0", name="not_negative"),
        Index("charge_open_by_member", "member_id", sqlite_where=text("cancelled = 0 AND settled_rp < amount_rp")),
        Index("charge_by_loan", "loan_id", sqlite_where=text("loan_id IS NOT NULL")),
        Index("charge_moved", "moved_from", sqlite_where=text("moved_from IS NOT NULL")),
        Index("charge_credit", "member_id", sqlite_where=text("credit_rp <> 0")),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    member_id: bytes = id_column()
    kind: str = text_column()
    amount_rp: int = int_column()
    raised_on: str = text_column()
    loan_id: bytes | None = id_column(null=True)
    item_id: bytes | None = id_column(null=True)
    settled_rp: int = int_column()
    cancelled: int = int_column()
    moved_from: bytes | None = id_column(null=True)
    legal_basis: str = text_column(default="")
    paid_rp: int = int_column(default="0")
    waived_rp: int = int_column(default="0")
    credit_rp: int = int_column(default="0")


class VisitRow(SQLModel, table=True):
    __tablename__ = "visit"
    __table_args__ = (
        Index("visit_by_member", "member_id", "on", sqlite_where=text("member_id IS NOT NULL")),
        Index("visit_by_day", "on"),
        Index("visit_by_number", "visitor_key", sqlite_where=text("visitor_key <> ''")),
        Index("visit_inside", "on", sqlite_where=text("left_at IS NULL AND cancelled = 0")),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    kind: str = text_column()
    entered_at: int = int_column()
    on: str = text_column()
    purpose: str = text_column()
    member_id: bytes | None = id_column(null=True)
    source: str = text_column()
    room_id: bytes | None = id_column(null=True)
    visitor_no: str = text_column(default="")
    people: int = int_column(default="1")
    left_at: int | None = int_column(null=True)
    left_how: str = text_column(default="")
    cancelled: int = int_column(default="0")
    warned: str = text_column(default="")
    name: str = text_column(default="")
    phone: str = text_column(default="")
    institution: str = text_column(default="")
    sex: str = text_column(default="")
    education: str = text_column(default="")
    job: str = text_column(default="")
    age_group: str = text_column(default="")
    male: int = int_column(default="0")
    female: int = int_column(default="0")
    by_education: str = text_column(default="[]")
    by_job: str = text_column(default="[]")
    guide: str = text_column(default="")
    letter_no: str = text_column(default="")
    station_id: bytes | None = id_column(null=True)
    operator_id: bytes | None = id_column(null=True)
    visitor_key: str = text_column(default="")


class CaseRow(SQLModel, table=True):
    __tablename__ = "conflict_case"
    __table_args__ = (
        Index("case_by_entity", "entity"),
        Index("case_open", "severity", "opened_at", sqlite_where=text("closed = 0")),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    cls: str = text_column()
    severity: str = text_column()
    entity: str = text_column()
    event_id: bytes = id_column()
    opened_at: int = int_column()
    detail: str = text_column()
    closed: int = int_column()
    station_id: bytes | None = id_column(null=True)
    operator_id: bytes | None = id_column(null=True)
    choice: str = text_column(default="")
    decision_note: str = text_column(default="")
    decided_by: str = text_column(default="")
    resolved_at: int | None = int_column(null=True)


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
    (d.Tariff, money.TariffRow),
    (d.Receipt, money.ReceiptRow),
    (d.Payment, money.PaymentRow),
    (d.Waiver, money.WaiverRow),
    (d.CashShift, money.CashShiftRow),
    (d.HandOver, money.HandOverRow),
    (d.Remittance, money.RemittanceRow),
    (d.RemittanceLine, money.RemittanceLineRow),
    (d.CashDay, money.CashDayRow),
    (d.Room, house.RoomRow),
    (d.VisitPurpose, house.VisitPurposeRow),
    (d.SurveyAnswer, house.SurveyAnswerRow),
    (d.Locker, house.LockerRow),
    (d.LockerUse, house.LockerUseRow),
    (d.InHouseUse, house.InHouseUseRow),
    (d.InternetSeat, house.InternetSeatRow),
    (d.InternetSession, house.InternetSessionRow),
    (d.PhotocopyJob, house.PhotocopyJobRow),
    (d.EbookTitle, house.EbookTitleRow),
    (d.EbookLoan, house.EbookLoanRow),
    (d.Recap, recaps.RecapRow),
    (d.Official, recaps.OfficialRow),
    (d.Activity, recaps.ActivityRow),
    (d.YearFact, recaps.YearFactRow),
    (d.Reminder, recaps.ReminderRow),
):
    TABLE_OF[_entity] = METADATA.tables[str(_row.__tablename__)]
