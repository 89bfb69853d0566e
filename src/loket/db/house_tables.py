"""The tables of the front of the house: guestbook, lockers, rooms. Column by column as in `loket.domain.entities`."""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlmodel import SQLModel

from loket.db.columns import WITHOUT_ROWID, id_column, int_column, text_column


class RoomRow(SQLModel, table=True):
    __tablename__ = "room"
    __table_args__ = WITHOUT_ROWID
    id: bytes = id_column(primary=True)
    code: str = text_column()
    name: str = text_column()
    kind: str = text_column()
    own_book: int = int_column()
    retired: int = int_column()


class VisitPurposeRow(SQLModel, table=True):
    __tablename__ = "visit_purpose"
    __table_args__ = WITHOUT_ROWID
    code: str = text_column(primary=True)
    name: str = text_column()
    name_en: str = text_column()
    member: int = int_column()
    guest: int = int_column()
    group: int = int_column()
    place: int = int_column()
    retired: int = int_column()


class SurveyAnswerRow(SQLModel, table=True):
    __tablename__ = "survey_answer"
    __table_args__ = (
        Index("survey_by_day", "on"),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    on: str = text_column()
    answered_at: int = int_column()
    answers: str = text_column()
    service: str = text_column()
    sex: str = text_column()
    age_group: str = text_column()
    education: str = text_column()
    job: str = text_column()
    comment: str = text_column()
    station_id: bytes | None = id_column(null=True)


class LockerRow(SQLModel, table=True):
    __tablename__ = "locker"
    __table_args__ = WITHOUT_ROWID
    id: bytes = id_column(primary=True)
    number: str = text_column()
    bank: str = text_column()
    row: int = int_column()
    column: int = int_column()
    tag_code: str = text_column()
    out_of_order: str = text_column()
    retired: int = int_column()


class LockerUseRow(SQLModel, table=True):
    __tablename__ = "locker_use"
    __table_args__ = (
        Index("locker_use_open", "locker_id", sqlite_where=text("\"end\" = 'open'")),
        Index("locker_use_by_tag", "tag_key"),
        Index("locker_use_by_day", "on"),
        Index("locker_use_ended", "ended_on", sqlite_where=text("ended_on IS NOT NULL")),
        Index("locker_use_by_member", "member_id", sqlite_where=text("member_id IS NOT NULL")),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    locker_id: bytes = id_column()
    tag: str = text_column()
    on: str = text_column()
    taken_at: int = int_column()
    end: str = text_column()
    ended_on: str | None = text_column(null=True)
    ended_at: int | None = int_column(null=True)
    member_id: bytes | None = id_column(null=True)
    visit_id: bytes | None = id_column(null=True)
    holder: str = text_column()
    contents: str = text_column()
    pledge: str = text_column()
    pledge_type: str = text_column()
    pledge_last4: str = text_column()
    pledge_rp: int = int_column()
    proof: str = text_column()
    witness_id: bytes | None = id_column(null=True)
    statement_no: str = text_column()
    charge_id: bytes | None = id_column(null=True)
    moved_from: str = text_column()
    station_id: bytes | None = id_column(null=True)
    operator_id: bytes | None = id_column(null=True)
    ended_by: bytes | None = id_column(null=True)
    tag_key: str = text_column()


class InHouseUseRow(SQLModel, table=True):
    __tablename__ = "in_house_use"
    __table_args__ = (
        Index("in_house_by_day", "on"),
        Index("in_house_by_state", "state", sqlite_where=text("state IN ('asked', 'fetched')")),
        Index("in_house_unshelved", "on", sqlite_where=text("reshelved_on IS NULL AND state = 'done'")),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    kind: str = text_column()
    on: str = text_column()
    noted_at: int = int_column()
    state: str = text_column()
    room_id: bytes | None = id_column(null=True)
    item_id: bytes | None = id_column(null=True)
    biblio_id: bytes | None = id_column(null=True)
    barcode: str = text_column()
    title: str = text_column()
    ddc_class: str = text_column()
    books: int = int_column()
    member_id: bytes | None = id_column(null=True)
    visit_id: bytes | None = id_column(null=True)
    reader: str = text_column()
    fetched_at: int | None = int_column(null=True)
    ended_at: int | None = int_column(null=True)
    note: str = text_column()
    reshelved_on: str | None = text_column(null=True)
    station_id: bytes | None = id_column(null=True)
    operator_id: bytes | None = id_column(null=True)


class InternetSeatRow(SQLModel, table=True):
    __tablename__ = "internet_seat"
    __table_args__ = WITHOUT_ROWID
    id: bytes = id_column(primary=True)
    number: str = text_column()
    room_id: bytes | None = id_column(null=True)
    row: int = int_column()
    column: int = int_column()
    out_of_order: str = text_column()
    retired: int = int_column()


class InternetSessionRow(SQLModel, table=True):
    __tablename__ = "internet_session"
    __table_args__ = (
        Index("session_by_day", "on"),
        Index("session_open", "state", sqlite_where=text("state IN ('waiting', 'running')")),
        Index("session_card", "card_held", sqlite_where=text("card_held = 1")),
        Index("session_by_member", "member_id", "on", sqlite_where=text("member_id IS NOT NULL")),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    state: str = text_column()
    on: str = text_column()
    asked_at: int = int_column()
    seat_id: bytes | None = id_column(null=True)
    member_id: bytes | None = id_column(null=True)
    visit_id: bytes | None = id_column(null=True)
    user: str = text_column()
    purpose: str = text_column()
    minutes: int = int_column()
    extensions: int = int_column()
    started_at: int | None = int_column(null=True)
    ended_at: int | None = int_column(null=True)
    used_min: int = int_column()
    end_how: str = text_column()
    card_held: int = int_column()
    card_back_at: int | None = int_column(null=True)
    station_id: bytes | None = id_column(null=True)
    operator_id: bytes | None = id_column(null=True)


class PhotocopyJobRow(SQLModel, table=True):
    __tablename__ = "photocopy_job"
    __table_args__ = (
        Index("photocopy_by_day", "on"),
        Index("photocopy_by_number", "number_key"),
        Index("photocopy_out", "state", sqlite_where=text("state = 'out'")),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    number: str = text_column()
    state: str = text_column()
    on: str = text_column()
    noted_at: int = int_column()
    barcodes: str = text_column()
    titles: str = text_column()
    pages: int = int_column()
    sheet: str = text_column()
    amount_rp: int = int_column()
    charge_id: bytes | None = id_column(null=True)
    receipt_id: bytes | None = id_column(null=True)
    member_id: bytes | None = id_column(null=True)
    visit_id: bytes | None = id_column(null=True)
    borrower: str = text_column()
    phone: str = text_column()
    pledge: str = text_column()
    pledge_type: str = text_column()
    pledge_last4: str = text_column()
    valuables: str = text_column()
    due_at: int | None = int_column(null=True)
    back_at: int | None = int_column(null=True)
    slip_shown: int = int_column()
    note: str = text_column()
    approved_by: bytes | None = id_column(null=True)
    station_id: bytes | None = id_column(null=True)
    operator_id: bytes | None = id_column(null=True)
    ended_by: bytes | None = id_column(null=True)
    number_key: str = text_column()


class EbookTitleRow(SQLModel, table=True):
    __tablename__ = "ebook_title"
    __table_args__ = (
        Index("ebook_title_by_source", "source_key", sqlite_where=text("source_key <> ''")),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    title: str = text_column()
    author: str = text_column()
    licences: int = int_column()
    source_key: str = text_column()
    retired: int = int_column()


class EbookLoanRow(SQLModel, table=True):
    __tablename__ = "ebook_loan"
    __table_args__ = (
        Index("ebook_loan_by_day", "lent_on"),
        Index("ebook_loan_by_title", "title_id", "due_at", sqlite_where=text("title_id IS NOT NULL")),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    title_id: bytes | None = id_column(null=True)
    title: str = text_column()
    lent_on: str = text_column()
    lent_at: int = int_column()
    due_at: int = int_column()
    author: str = text_column()
    returned_at: int | None = int_column(null=True)
    member_id: bytes | None = id_column(null=True)
    reader: str = text_column()
    source: str = text_column()
    source_key: str = text_column()
    cancelled: int = int_column()
    station_id: bytes | None = id_column(null=True)
    operator_id: bytes | None = id_column(null=True)
