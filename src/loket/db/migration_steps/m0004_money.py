"""Money: tariffs, receipts, waivers, the drawer, the treasurer; and the queue of slips to print."""

from __future__ import annotations

from sqlalchemy import Connection

CHARGE = (
    "ALTER TABLE charge ADD COLUMN paid_rp INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE charge ADD COLUMN waived_rp INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE charge ADD COLUMN credit_rp INTEGER DEFAULT '0' NOT NULL",
    "CREATE INDEX charge_credit ON charge (member_id) WHERE credit_rp <> 0",
)

TABLES = (
    """
CREATE TABLE tariff (
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    amount_rp INTEGER NOT NULL,
    legal_basis TEXT NOT NULL,
    account TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    unit TEXT NOT NULL,
    retired INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    "CREATE INDEX tariff_by_kind ON tariff (kind)",
    """
CREATE TABLE receipt (
    id BLOB NOT NULL,
    series TEXT NOT NULL,
    running INTEGER NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    paid_on TEXT NOT NULL,
    paid_at INTEGER NOT NULL,
    method TEXT NOT NULL,
    total_rp INTEGER NOT NULL,
    reference TEXT NOT NULL,
    received_rp INTEGER NOT NULL,
    member_id BLOB,
    payer TEXT NOT NULL,
    shift_id BLOB,
    station_id BLOB,
    operator_id BLOB,
    voided_on TEXT,
    voided_at INTEGER,
    void_reason TEXT NOT NULL,
    void_by BLOB,
    void_approved_by BLOB,
    void_shift_id BLOB,
    void_station_id BLOB,
    copies INTEGER NOT NULL,
    direct INTEGER NOT NULL,
    number_key TEXT NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    "CREATE INDEX receipt_by_number ON receipt (number_key)",
    "CREATE INDEX receipt_by_series ON receipt (series, running)",
    "CREATE INDEX receipt_by_day ON receipt (paid_on, method, direct, total_rp)",
    "CREATE INDEX receipt_voided ON receipt (voided_on, method, direct, total_rp) WHERE voided_on IS NOT NULL",
    "CREATE INDEX receipt_by_member ON receipt (member_id) WHERE member_id IS NOT NULL",
    "CREATE INDEX receipt_by_shift ON receipt (shift_id, method, direct, paid_on, total_rp) WHERE shift_id IS NOT NULL",
    "CREATE INDEX receipt_void_shift ON receipt (void_shift_id, method, direct, voided_on, total_rp) "
    "WHERE void_shift_id IS NOT NULL",
    """
CREATE TABLE payment (
    id BLOB NOT NULL,
    receipt_id BLOB,
    kind TEXT NOT NULL,
    amount_rp INTEGER NOT NULL,
    paid_on TEXT NOT NULL,
    account TEXT NOT NULL,
    legal_basis TEXT NOT NULL,
    charge_id BLOB,
    name TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    voided INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    "CREATE INDEX payment_by_receipt ON payment (receipt_id, account, kind, amount_rp) WHERE receipt_id IS NOT NULL",
    "CREATE INDEX payment_by_charge ON payment (charge_id) WHERE charge_id IS NOT NULL",
    """
CREATE TABLE waiver (
    id BLOB NOT NULL,
    charge_id BLOB NOT NULL,
    amount_rp INTEGER NOT NULL,
    waived_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    station_id BLOB,
    operator_id BLOB,
    approved_by BLOB,
    voided_on TEXT,
    void_reason TEXT NOT NULL,
    void_by BLOB,
    void_approved_by BLOB,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    "CREATE INDEX waiver_by_charge ON waiver (charge_id)",
    "CREATE INDEX waiver_by_day ON waiver (waived_on)",
    """
CREATE TABLE cash_shift (
    id BLOB NOT NULL,
    station_id BLOB NOT NULL,
    opened_on TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    opened_by BLOB,
    float_rp INTEGER NOT NULL,
    closed_on TEXT,
    closed_at INTEGER,
    closed_by BLOB,
    expected_rp INTEGER NOT NULL,
    counted_rp INTEGER NOT NULL,
    counts TEXT NOT NULL,
    left_rp INTEGER NOT NULL,
    noncash_rp INTEGER NOT NULL,
    explanation TEXT NOT NULL,
    hand_over_id BLOB,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    "CREATE INDEX cash_shift_by_station ON cash_shift (station_id, opened_on)",
    "CREATE INDEX cash_shift_by_hand_over ON cash_shift (hand_over_id) WHERE hand_over_id IS NOT NULL",
    """
CREATE TABLE hand_over (
    id BLOB NOT NULL,
    series TEXT NOT NULL,
    running INTEGER NOT NULL,
    number TEXT NOT NULL,
    station_id BLOB NOT NULL,
    handed_on TEXT NOT NULL,
    handed_at INTEGER NOT NULL,
    handed_by BLOB,
    cash_rp INTEGER NOT NULL,
    noncash_rp INTEGER NOT NULL,
    received_on TEXT,
    received_at INTEGER,
    received_by BLOB,
    received_rp INTEGER NOT NULL,
    explanation TEXT NOT NULL,
    remittance_id BLOB,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    "CREATE INDEX hand_over_by_series ON hand_over (series, running)",
    "CREATE INDEX hand_over_by_day ON hand_over (handed_on)",
    "CREATE INDEX hand_over_by_remittance ON hand_over (remittance_id) WHERE remittance_id IS NOT NULL",
    """
CREATE TABLE remittance (
    id BLOB NOT NULL,
    series TEXT NOT NULL,
    running INTEGER NOT NULL,
    number TEXT NOT NULL,
    remitted_on TEXT NOT NULL,
    amount_rp INTEGER NOT NULL,
    bank TEXT NOT NULL,
    bank_account TEXT NOT NULL,
    station_id BLOB,
    operator_id BLOB,
    confirmed_on TEXT,
    reference TEXT NOT NULL,
    scan TEXT NOT NULL,
    voided_on TEXT,
    void_reason TEXT NOT NULL,
    noncash_rp INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    "CREATE INDEX remittance_by_series ON remittance (series, running)",
    "CREATE INDEX remittance_by_day ON remittance (remitted_on)",
    """
CREATE TABLE remittance_line (
    id BLOB NOT NULL,
    remittance_id BLOB NOT NULL,
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    amount_rp INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    "CREATE INDEX remittance_line_by_remittance ON remittance_line (remittance_id)",
    """
CREATE TABLE cash_day (
    id BLOB NOT NULL,
    station_id BLOB NOT NULL,
    "on" TEXT NOT NULL,
    locked INTEGER NOT NULL,
    receipts INTEGER NOT NULL,
    cash_rp INTEGER NOT NULL,
    noncash_rp INTEGER NOT NULL,
    locked_by BLOB,
    reopened_by BLOB,
    reopened_why TEXT NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    'CREATE INDEX cash_day_by_station ON cash_day (station_id, "on")',
    """
CREATE TABLE slip_job (
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    about BLOB,
    body TEXT NOT NULL,
    place INTEGER NOT NULL,
    state TEXT NOT NULL,
    problem TEXT DEFAULT '' NOT NULL,
    said TEXT DEFAULT '' NOT NULL,
    added_at INTEGER NOT NULL,
    done_at INTEGER,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    "CREATE INDEX slip_job_by_place ON slip_job (place)",
)


def run(connection: Connection) -> None:
    for statement in CHARGE + TABLES:
        connection.exec_driver_sql(statement)
