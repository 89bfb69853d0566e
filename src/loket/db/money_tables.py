"""The tables of money. Column by column as in `loket.domain.entities.money`; amounts are whole rupiah."""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlmodel import SQLModel

from loket.db.columns import WITHOUT_ROWID, id_column, int_column, text_column

# Indexes that hold the amounts: drawers and accounts are summed without a look at the rows.
_BY_SHIFT = ("shift_id", "method", "direct", "paid_on", "total_rp")
_BY_VOID_SHIFT = ("void_shift_id", "method", "direct", "voided_on", "total_rp")
_BY_RECEIPT = ("receipt_id", "account", "kind", "amount_rp")


class TariffRow(SQLModel, table=True):
    __tablename__ = "tariff"
    __table_args__ = (Index("tariff_by_kind", "kind"), WITHOUT_ROWID)
    id: bytes = id_column(primary=True)
    kind: str = text_column()
    name: str = text_column()
    amount_rp: int = int_column()
    legal_basis: str = text_column()
    account: str = text_column()
    valid_from: str = text_column()
    unit: str = text_column()
    retired: int = int_column()


class ReceiptRow(SQLModel, table=True):
    __tablename__ = "receipt"
    __table_args__ = (
        Index("receipt_by_number", "number_key"),
        Index("receipt_by_series", "series", "running"),
        Index("receipt_by_day", "paid_on", "method", "direct", "total_rp"),  # books are summed from it alone
        Index(
            "receipt_voided", "voided_on", "method", "direct", "total_rp", sqlite_where=text("voided_on IS NOT NULL")
        ),
        Index("receipt_by_member", "member_id", sqlite_where=text("member_id IS NOT NULL")),
        Index("receipt_by_shift", *_BY_SHIFT, sqlite_where=text("shift_id IS NOT NULL")),
        Index("receipt_void_shift", *_BY_VOID_SHIFT, sqlite_where=text("void_shift_id IS NOT NULL")),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    series: str = text_column()
    running: int = int_column()
    number: str = text_column()
    kind: str = text_column()
    paid_on: str = text_column()
    paid_at: int = int_column()
    method: str = text_column()
    total_rp: int = int_column()
    reference: str = text_column()
    received_rp: int = int_column()
    member_id: bytes | None = id_column(null=True)
    payer: str = text_column()
    shift_id: bytes | None = id_column(null=True)
    station_id: bytes | None = id_column(null=True)
    operator_id: bytes | None = id_column(null=True)
    voided_on: str | None = text_column(null=True)
    voided_at: int | None = int_column(null=True)
    void_reason: str = text_column()
    void_by: bytes | None = id_column(null=True)
    void_approved_by: bytes | None = id_column(null=True)
    void_shift_id: bytes | None = id_column(null=True)
    void_station_id: bytes | None = id_column(null=True)
    copies: int = int_column()
    direct: int = int_column()
    number_key: str = text_column()


class PaymentRow(SQLModel, table=True):
    __tablename__ = "payment"
    __table_args__ = (
        Index("payment_by_receipt", *_BY_RECEIPT, sqlite_where=text("receipt_id IS NOT NULL")),
        Index("payment_by_charge", "charge_id", sqlite_where=text("charge_id IS NOT NULL")),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    receipt_id: bytes | None = id_column(null=True)
    kind: str = text_column()
    amount_rp: int = int_column()
    paid_on: str = text_column()
    account: str = text_column()
    legal_basis: str = text_column()
    charge_id: bytes | None = id_column(null=True)
    name: str = text_column()
    quantity: int = int_column()
    voided: int = int_column()


class WaiverRow(SQLModel, table=True):
    __tablename__ = "waiver"
    __table_args__ = (Index("waiver_by_charge", "charge_id"), Index("waiver_by_day", "waived_on"), WITHOUT_ROWID)
    id: bytes = id_column(primary=True)
    charge_id: bytes = id_column()
    amount_rp: int = int_column()
    waived_on: str = text_column()
    reason: str = text_column()
    station_id: bytes | None = id_column(null=True)
    operator_id: bytes | None = id_column(null=True)
    approved_by: bytes | None = id_column(null=True)
    voided_on: str | None = text_column(null=True)
    void_reason: str = text_column()
    void_by: bytes | None = id_column(null=True)
    void_approved_by: bytes | None = id_column(null=True)


class CashShiftRow(SQLModel, table=True):
    __tablename__ = "cash_shift"
    __table_args__ = (
        Index("cash_shift_by_station", "station_id", "opened_on"),
        Index("cash_shift_by_hand_over", "hand_over_id", sqlite_where=text("hand_over_id IS NOT NULL")),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    station_id: bytes = id_column()
    opened_on: str = text_column()
    opened_at: int = int_column()
    opened_by: bytes | None = id_column(null=True)
    float_rp: int = int_column()
    closed_on: str | None = text_column(null=True)
    closed_at: int | None = int_column(null=True)
    closed_by: bytes | None = id_column(null=True)
    expected_rp: int = int_column()
    counted_rp: int = int_column()
    counts: str = text_column()
    left_rp: int = int_column()
    noncash_rp: int = int_column()
    explanation: str = text_column()
    hand_over_id: bytes | None = id_column(null=True)


class HandOverRow(SQLModel, table=True):
    __tablename__ = "hand_over"
    __table_args__ = (
        Index("hand_over_by_series", "series", "running"),
        Index("hand_over_by_day", "handed_on"),
        Index("hand_over_by_remittance", "remittance_id", sqlite_where=text("remittance_id IS NOT NULL")),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    series: str = text_column()
    running: int = int_column()
    number: str = text_column()
    station_id: bytes = id_column()
    handed_on: str = text_column()
    handed_at: int = int_column()
    handed_by: bytes | None = id_column(null=True)
    cash_rp: int = int_column()
    noncash_rp: int = int_column()
    received_on: str | None = text_column(null=True)
    received_at: int | None = int_column(null=True)
    received_by: bytes | None = id_column(null=True)
    received_rp: int = int_column()
    explanation: str = text_column()
    remittance_id: bytes | None = id_column(null=True)


class RemittanceRow(SQLModel, table=True):
    __tablename__ = "remittance"
    __table_args__ = (
        Index("remittance_by_series", "series", "running"),
        Index("remittance_by_day", "remitted_on"),
        WITHOUT_ROWID,
    )
    id: bytes = id_column(primary=True)
    series: str = text_column()
    running: int = int_column()
    number: str = text_column()
    remitted_on: str = text_column()
    amount_rp: int = int_column()
    bank: str = text_column()
    bank_account: str = text_column()
    station_id: bytes | None = id_column(null=True)
    operator_id: bytes | None = id_column(null=True)
    confirmed_on: str | None = text_column(null=True)
    reference: str = text_column()
    scan: str = text_column()
    voided_on: str | None = text_column(null=True)
    void_reason: str = text_column()
    noncash_rp: int = int_column()


class RemittanceLineRow(SQLModel, table=True):
    __tablename__ = "remittance_line"
    __table_args__ = (Index("remittance_line_by_remittance", "remittance_id"), WITHOUT_ROWID)
    id: bytes = id_column(primary=True)
    remittance_id: bytes = id_column()
    account: str = text_column()
    name: str = text_column()
    amount_rp: int = int_column()


class CashDayRow(SQLModel, table=True):
    __tablename__ = "cash_day"
    __table_args__ = (Index("cash_day_by_station", "station_id", "on"), WITHOUT_ROWID)
    id: bytes = id_column(primary=True)
    station_id: bytes = id_column()
    on: str = text_column()
    locked: int = int_column()
    receipts: int = int_column()
    cash_rp: int = int_column()
    noncash_rp: int = int_column()
    locked_by: bytes | None = id_column(null=True)
    reopened_by: bytes | None = id_column(null=True)
    reopened_why: str = text_column()
