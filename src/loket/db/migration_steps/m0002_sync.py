"""What synchronising needs: who made a loan or an edit, when a copy was last in hand, and tables for what is under way.

The new columns are filled from the journal, as if the events had been booked with today's rules.
"""

from __future__ import annotations

from sqlalchemy import Connection

COLUMNS = (
    "ALTER TABLE operator ADD COLUMN inactive_since INTEGER",
    "ALTER TABLE member ADD COLUMN merged_into BLOB",
    "ALTER TABLE member ADD COLUMN erased INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE member ADD COLUMN changed_at INTEGER",
    "ALTER TABLE member ADD COLUMN changed_by BLOB",
    "ALTER TABLE member ADD COLUMN changed_station BLOB",
    "ALTER TABLE item ADD COLUMN seen_at INTEGER",
    "ALTER TABLE loan ADD COLUMN station_id BLOB",
    "ALTER TABLE loan ADD COLUMN operator_id BLOB",
    "ALTER TABLE loan ADD COLUMN merged_into BLOB",
    "ALTER TABLE conflict_case ADD COLUMN station_id BLOB",
    "ALTER TABLE conflict_case ADD COLUMN operator_id BLOB",
    "ALTER TABLE conflict_case ADD COLUMN choice TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE conflict_case ADD COLUMN decision_note TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE conflict_case ADD COLUMN decided_by TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE conflict_case ADD COLUMN resolved_at INTEGER",
    "CREATE INDEX case_by_entity ON conflict_case (entity)",
    "CREATE INDEX case_open ON conflict_case (severity, opened_at) WHERE closed = 0",
)

TABLES = (
    """
CREATE TABLE push_state (
    stream_id BLOB NOT NULL,
    acked_seq INTEGER NOT NULL,
    acked_hash BLOB NOT NULL,
    durable_seq INTEGER NOT NULL,
    end_seq INTEGER,
    PRIMARY KEY (stream_id)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE base_row (
    kind TEXT NOT NULL,
    "key" TEXT NOT NULL,
    body BLOB,
    PRIMARY KEY (kind, "key")
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE pulled (
    kind TEXT NOT NULL,
    "key" TEXT NOT NULL,
    body BLOB,
    PRIMARY KEY (kind, "key")
)
 WITHOUT ROWID,
 STRICT
""",
)

# One pass over the journal for each column, into a small table keyed like the rows it fills.
FILL = (
    """
CREATE TEMP TABLE lent AS
SELECT unhex(json_extract(body, '$.loan_id')) AS id, station_id, operator_id FROM journal WHERE type = 'ItemLent'
""",
    "CREATE INDEX temp.lent_by_id ON lent (id)",
    """
UPDATE loan SET station_id = lent.station_id, operator_id = lent.operator_id FROM temp.lent WHERE lent.id = loan.id
""",
    "DROP TABLE temp.lent",
    """
CREATE TEMP TABLE seen AS
SELECT unhex(json_extract(body, '$.item_id')) AS id, max(done_ms) AS seen_at FROM journal
WHERE type IN ('ItemLent', 'ItemReturned') GROUP BY 1
""",
    "CREATE INDEX temp.seen_by_id ON seen (id)",
    "UPDATE item SET seen_at = seen.seen_at FROM temp.seen WHERE seen.id = item.id",
    "DROP TABLE temp.seen",
    """
CREATE TEMP TABLE edit AS
SELECT id, done_ms, operator_id, station_id FROM (
    SELECT unhex(json_extract(j.body, '$.member_id')) AS id, j.done_ms, j.operator_id, j.station_id,
        row_number() OVER (
            PARTITION BY json_extract(j.body, '$.member_id') ORDER BY j.done_ms DESC, s.opened_at DESC, j.seq DESC
        ) AS place
    FROM journal j JOIN stream s ON s.stream_id = j.stream_id WHERE j.type IN ('MemberRegistered', 'MemberChanged')
        AND j.clock_quality <> 'doubtful'
) WHERE place = 1
""",
    "CREATE INDEX temp.edit_by_id ON edit (id)",
    """
UPDATE member SET changed_at = edit.done_ms, changed_by = edit.operator_id, changed_station = edit.station_id
FROM temp.edit WHERE edit.id = member.id
""",
    "DROP TABLE temp.edit",
    """
UPDATE conflict_case SET station_id = journal.station_id, operator_id = journal.operator_id
FROM journal WHERE journal.event_id = conflict_case.event_id
""",
    """
CREATE TEMP TABLE change AS
SELECT unhex(json_extract(j.body, '$.operator_id')) AS id, json_extract(j.body, '$.active') AS active, j.done_ms,
    row_number() OVER (ORDER BY s.opened_at, s.stream_id, j.seq) AS place
FROM journal j JOIN stream s ON s.stream_id = j.stream_id WHERE j.type = 'OperatorChanged'
""",
    # since the first change that closed it after it was last open
    """
UPDATE operator SET inactive_since = (
    SELECT done_ms FROM temp.change c WHERE c.id = operator.id AND c.place > (
        SELECT coalesce(max(place), 0) FROM temp.change o WHERE o.id = operator.id AND o.active = 1
    ) ORDER BY c.place LIMIT 1
) WHERE active = 0
""",
    "DROP TABLE temp.change",
)


def run(connection: Connection) -> None:
    for statement in COLUMNS + TABLES + FILL:
        connection.exec_driver_sql(statement)
