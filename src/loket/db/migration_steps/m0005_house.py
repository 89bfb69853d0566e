"""The front of the house: guestbook, lockers, rooms; and the clocks of internet sessions."""

from __future__ import annotations

from sqlalchemy import Connection

VISIT = (
    "ALTER TABLE visit ADD COLUMN room_id BLOB",
    "ALTER TABLE visit ADD COLUMN visitor_no TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE visit ADD COLUMN people INTEGER DEFAULT '1' NOT NULL",
    "ALTER TABLE visit ADD COLUMN left_at INTEGER",
    "ALTER TABLE visit ADD COLUMN left_how TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE visit ADD COLUMN cancelled INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE visit ADD COLUMN warned TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE visit ADD COLUMN name TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE visit ADD COLUMN phone TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE visit ADD COLUMN institution TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE visit ADD COLUMN sex TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE visit ADD COLUMN education TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE visit ADD COLUMN job TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE visit ADD COLUMN age_group TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE visit ADD COLUMN male INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE visit ADD COLUMN female INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE visit ADD COLUMN by_education TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE visit ADD COLUMN by_job TEXT DEFAULT '[]' NOT NULL",
    "ALTER TABLE visit ADD COLUMN guide TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE visit ADD COLUMN letter_no TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE visit ADD COLUMN station_id BLOB",
    "ALTER TABLE visit ADD COLUMN operator_id BLOB",
    "ALTER TABLE visit ADD COLUMN visitor_key TEXT DEFAULT '' NOT NULL",
    "CREATE INDEX visit_by_number ON visit (visitor_key) WHERE visitor_key <> ''",
    'CREATE INDEX visit_inside ON visit ("on") WHERE left_at IS NULL AND cancelled = 0',
)

WRITTEN = (
    """
CREATE TEMP TABLE written AS
SELECT unhex(json_extract(body, '$.visit_id')) AS id, station_id, operator_id FROM journal WHERE type = 'VisitRecorded'
""",
    "CREATE INDEX temp.written_by_id ON written (id)",
    """
UPDATE visit SET station_id = written.station_id, operator_id = written.operator_id
FROM temp.written WHERE written.id = visit.id
""",
    "DROP TABLE temp.written",
)

TABLES = (
    """
CREATE TABLE room (
    id BLOB NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    own_book INTEGER NOT NULL,
    retired INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE visit_purpose (
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    member INTEGER NOT NULL,
    guest INTEGER NOT NULL,
    "group" INTEGER NOT NULL,
    place INTEGER NOT NULL,
    retired INTEGER NOT NULL,
    PRIMARY KEY (code)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE survey_answer (
    id BLOB NOT NULL,
    "on" TEXT NOT NULL,
    answered_at INTEGER NOT NULL,
    answers TEXT NOT NULL,
    service TEXT NOT NULL,
    sex TEXT NOT NULL,
    age_group TEXT NOT NULL,
    education TEXT NOT NULL,
    job TEXT NOT NULL,
    comment TEXT NOT NULL,
    station_id BLOB,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    'CREATE INDEX survey_by_day ON survey_answer ("on")',
    """
CREATE TABLE locker (
    id BLOB NOT NULL,
    number TEXT NOT NULL,
    bank TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    tag_code TEXT NOT NULL,
    out_of_order TEXT NOT NULL,
    retired INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE locker_use (
    id BLOB NOT NULL,
    locker_id BLOB NOT NULL,
    tag TEXT NOT NULL,
    "on" TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    "end" TEXT NOT NULL,
    ended_on TEXT,
    ended_at INTEGER,
    member_id BLOB,
    visit_id BLOB,
    holder TEXT NOT NULL,
    contents TEXT NOT NULL,
    pledge TEXT NOT NULL,
    pledge_type TEXT NOT NULL,
    pledge_last4 TEXT NOT NULL,
    pledge_rp INTEGER NOT NULL,
    proof TEXT NOT NULL,
    witness_id BLOB,
    statement_no TEXT NOT NULL,
    charge_id BLOB,
    moved_from TEXT NOT NULL,
    station_id BLOB,
    operator_id BLOB,
    ended_by BLOB,
    tag_key TEXT NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    'CREATE INDEX locker_use_by_day ON locker_use ("on")',
    "CREATE INDEX locker_use_by_member ON locker_use (member_id) WHERE member_id IS NOT NULL",
    "CREATE INDEX locker_use_by_tag ON locker_use (tag_key)",
    "CREATE INDEX locker_use_open ON locker_use (locker_id) WHERE \"end\" = 'open'",
    """
CREATE TABLE in_house_use (
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    "on" TEXT NOT NULL,
    noted_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    room_id BLOB,
    item_id BLOB,
    biblio_id BLOB,
    barcode TEXT NOT NULL,
    title TEXT NOT NULL,
    ddc_class TEXT NOT NULL,
    books INTEGER NOT NULL,
    member_id BLOB,
    visit_id BLOB,
    reader TEXT NOT NULL,
    fetched_at INTEGER,
    ended_at INTEGER,
    note TEXT NOT NULL,
    reshelved_on TEXT,
    station_id BLOB,
    operator_id BLOB,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    'CREATE INDEX in_house_by_day ON in_house_use ("on")',
    "CREATE INDEX in_house_by_state ON in_house_use (state) WHERE state IN ('asked', 'fetched')",
    "CREATE INDEX in_house_unshelved ON in_house_use (\"on\") WHERE reshelved_on IS NULL AND state = 'done'",
    """
CREATE TABLE internet_seat (
    id BLOB NOT NULL,
    number TEXT NOT NULL,
    room_id BLOB,
    "row" INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    out_of_order TEXT NOT NULL,
    retired INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE internet_session (
    id BLOB NOT NULL,
    state TEXT NOT NULL,
    "on" TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    seat_id BLOB,
    member_id BLOB,
    visit_id BLOB,
    user TEXT NOT NULL,
    purpose TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    extensions INTEGER NOT NULL,
    started_at INTEGER,
    ended_at INTEGER,
    used_min INTEGER NOT NULL,
    end_how TEXT NOT NULL,
    card_held INTEGER NOT NULL,
    card_back_at INTEGER,
    station_id BLOB,
    operator_id BLOB,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    'CREATE INDEX session_by_day ON internet_session ("on")',
    'CREATE INDEX session_by_member ON internet_session (member_id, "on") WHERE member_id IS NOT NULL',
    "CREATE INDEX session_card ON internet_session (card_held) WHERE card_held = 1",
    "CREATE INDEX session_open ON internet_session (state) WHERE state IN ('waiting', 'running')",
    """
CREATE TABLE photocopy_job (
    id BLOB NOT NULL,
    number TEXT NOT NULL,
    state TEXT NOT NULL,
    "on" TEXT NOT NULL,
    noted_at INTEGER NOT NULL,
    barcodes TEXT NOT NULL,
    titles TEXT NOT NULL,
    pages INTEGER NOT NULL,
    sheet TEXT NOT NULL,
    amount_rp INTEGER NOT NULL,
    charge_id BLOB,
    receipt_id BLOB,
    member_id BLOB,
    visit_id BLOB,
    borrower TEXT NOT NULL,
    phone TEXT NOT NULL,
    pledge TEXT NOT NULL,
    pledge_type TEXT NOT NULL,
    pledge_last4 TEXT NOT NULL,
    valuables TEXT NOT NULL,
    due_at INTEGER,
    back_at INTEGER,
    slip_shown INTEGER NOT NULL,
    note TEXT NOT NULL,
    approved_by BLOB,
    station_id BLOB,
    operator_id BLOB,
    ended_by BLOB,
    number_key TEXT NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    'CREATE INDEX photocopy_by_day ON photocopy_job ("on")',
    "CREATE INDEX photocopy_by_number ON photocopy_job (number_key)",
    "CREATE INDEX photocopy_out ON photocopy_job (state) WHERE state = 'out'",
    """
CREATE TABLE ebook_title (
    id BLOB NOT NULL,
    title TEXT NOT NULL,
    author TEXT NOT NULL,
    licences INTEGER NOT NULL,
    source_key TEXT NOT NULL,
    retired INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    "CREATE INDEX ebook_title_by_source ON ebook_title (source_key) WHERE source_key <> ''",
    """
CREATE TABLE ebook_loan (
    id BLOB NOT NULL,
    title_id BLOB,
    title TEXT NOT NULL,
    lent_on TEXT NOT NULL,
    lent_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    author TEXT NOT NULL,
    returned_at INTEGER,
    member_id BLOB,
    reader TEXT NOT NULL,
    source TEXT NOT NULL,
    source_key TEXT NOT NULL,
    cancelled INTEGER NOT NULL,
    station_id BLOB,
    operator_id BLOB,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    "CREATE INDEX ebook_loan_by_day ON ebook_loan (lent_on)",
    "CREATE INDEX ebook_loan_by_title ON ebook_loan (title_id, due_at) WHERE title_id IS NOT NULL",
    """
CREATE TABLE session_clock (
    session_id BLOB NOT NULL,
    used_ms INTEGER NOT NULL,
    boot_id TEXT NOT NULL,
    mono_ms INTEGER NOT NULL,
    PRIMARY KEY (session_id)
)
 WITHOUT ROWID,
 STRICT
""",
)


def run(connection: Connection) -> None:
    for statement in VISIT + WRITTEN + TABLES:
        connection.exec_driver_sql(statement)
