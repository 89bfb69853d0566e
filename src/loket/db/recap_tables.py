"""Rows of closing and reporting: recaps, officials, activities, facts of a year, reminders."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import SQLModel

from loket.db.columns import WITHOUT_ROWID, id_column, int_column, text_column


class RecapRow(SQLModel, table=True):
    __tablename__ = "recap"
    __table_args__ = (
        Index("recap_by_day", "on"),
        Index("recap_by_series", "series", "running"),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    station_id: bytes | None = id_column(null=True)
    on: str = text_column()
    series: str = text_column()
    running: int = int_column()
    number: str = text_column()
    revision: int = int_column()
    made_at: int | None = int_column(null=True)
    made_by: bytes | None = id_column(null=True)
    by_night: int = int_column()
    stream_id: bytes | None = id_column(null=True)
    seq: int = int_column()
    head_hash: str = text_column()
    body: str = text_column()
    changes: str = text_column()
    signed_at: int | None = int_column(null=True)
    signed_by: bytes | None = id_column(null=True)
    sign_note: str = text_column()


class OfficialRow(SQLModel, table=True):
    __tablename__ = "official"
    __table_args__ = WITHOUT_ROWID
    id: bytes = id_column(primary=True)
    office: str = text_column()
    title: str = text_column()
    name: str = text_column()
    nip: str = text_column()
    rank: str = text_column()
    prefix: str = text_column()
    from_on: str | None = text_column(null=True)
    until_on: str | None = text_column(null=True)
    retired: int = int_column()


class ActivityRow(SQLModel, table=True):
    __tablename__ = "activity"
    __table_args__ = (Index("activity_by_day", "on"), WITHOUT_ROWID)
    id: bytes = id_column(primary=True)
    on: str = text_column()
    name: str = text_column()
    kind: str = text_column()
    people: int = int_column()
    male: int = int_column()
    female: int = int_column()
    place: str = text_column()
    note: str = text_column()
    cancelled: int = int_column()


class YearFactRow(SQLModel, table=True):
    __tablename__ = "year_fact"
    __table_args__ = WITHOUT_ROWID
    key: str = text_column(primary=True)
    value: int = int_column()
    note: str = text_column()


class ReminderRow(SQLModel, table=True):
    __tablename__ = "reminder"
    __table_args__ = (
        Index("reminder_of_member", "member_id"),
        Index("reminder_by_day", "on"),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    member_id: bytes = id_column()
    on: str = text_column()
    how: str = text_column()
    step: int = int_column()
    number: str = text_column()
    loan_ids: str = text_column()
    note: str = text_column()
    cancelled: int = int_column()
    station_id: bytes | None = id_column(null=True)
    operator_id: bytes | None = id_column(null=True)
