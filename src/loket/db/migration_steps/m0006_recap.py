"""Closing and reporting: recaps, officials, activities, facts of a year, reminders; refusals counted."""

from __future__ import annotations

from sqlalchemy import Connection

TABLES = (
    """
CREATE TABLE recap (
    id BLOB NOT NULL,
    station_id BLOB,
    "on" TEXT NOT NULL,
    series TEXT NOT NULL,
    running INTEGER NOT NULL,
    number TEXT NOT NULL,
    revision INTEGER NOT NULL,
    made_at INTEGER,
    made_by BLOB,
    by_night INTEGER NOT NULL,
    stream_id BLOB,
    seq INTEGER NOT NULL,
    head_hash TEXT NOT NULL,
    body TEXT NOT NULL,
    changes TEXT NOT NULL,
    signed_at INTEGER,
    signed_by BLOB,
    sign_note TEXT NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    'CREATE INDEX recap_by_day ON recap ("on")',
    "CREATE INDEX recap_by_series ON recap (series, running)",
    """
CREATE TABLE official (
    id BLOB NOT NULL,
    office TEXT NOT NULL,
    title TEXT NOT NULL,
    name TEXT NOT NULL,
    nip TEXT NOT NULL,
    rank TEXT NOT NULL,
    prefix TEXT NOT NULL,
    from_on TEXT,
    until_on TEXT,
    retired INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE activity (
    id BLOB NOT NULL,
    "on" TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    people INTEGER NOT NULL,
    male INTEGER NOT NULL,
    female INTEGER NOT NULL,
    place TEXT NOT NULL,
    note TEXT NOT NULL,
    cancelled INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    'CREATE INDEX activity_by_day ON activity ("on")',
    """
CREATE TABLE year_fact (
    "key" TEXT NOT NULL,
    value INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY ("key")
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE reminder (
    id BLOB NOT NULL,
    member_id BLOB NOT NULL,
    "on" TEXT NOT NULL,
    how TEXT NOT NULL,
    step INTEGER NOT NULL,
    number TEXT NOT NULL,
    loan_ids TEXT NOT NULL,
    note TEXT NOT NULL,
    cancelled INTEGER NOT NULL,
    station_id BLOB,
    operator_id BLOB,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    'CREATE INDEX reminder_by_day ON reminder ("on")',
    "CREATE INDEX reminder_of_member ON reminder (member_id)",
    """
CREATE TABLE refusal_count (
    "on" TEXT NOT NULL,
    code TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY ("on", code)
)
 WITHOUT ROWID,
 STRICT
""",
    # what was lent on a day; what ended on a day, of whatever day it was; how many members there are
    "CREATE INDEX loan_by_day ON loan (lent_on)",
    "CREATE INDEX locker_use_ended ON locker_use (ended_on) WHERE ended_on IS NOT NULL",
    'CREATE INDEX member_stock ON member ("left", merged_into, erased, member_type, pending, suspended_until,'
    " valid_until)",
)


def run(connection: Connection) -> None:
    for statement in TABLES:
        connection.exec_driver_sql(statement)
