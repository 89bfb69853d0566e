"""What the card station needs: the rest of the member form, cards and their prints, the print queue, photos to send."""

from __future__ import annotations

from sqlalchemy import Connection

COLUMNS = (
    "ALTER TABLE member ADD COLUMN village TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN district TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN city TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN province TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN postcode TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN address_now TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN village_now TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN district_now TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN city_now TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN province_now TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN postcode_now TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN guardian_name TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN guardian_relation TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN guardian_phone TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN emergency_name TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN emergency_phone TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN school_class TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN form_no TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN photo TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN photo_consent INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE member ADD COLUMN notice_version TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN consented_on TEXT",
    "ALTER TABLE member ADD COLUMN endorsed_by TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN endorsed_on TEXT",
    "ALTER TABLE member ADD COLUMN suspended_why TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE member ADD COLUMN cleared_on TEXT",
    "ALTER TABLE member ADD COLUMN clearance_no TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE loan ADD COLUMN moved_from BLOB",
    "ALTER TABLE charge ADD COLUMN moved_from BLOB",
    "ALTER TABLE charge ADD COLUMN legal_basis TEXT DEFAULT '' NOT NULL",
    "CREATE INDEX member_by_photo ON member (photo) WHERE photo <> ''",
    "CREATE INDEX loan_moved ON loan (moved_from) WHERE moved_from IS NOT NULL",
    "CREATE INDEX charge_moved ON charge (moved_from) WHERE moved_from IS NOT NULL",
    "CREATE INDEX member_by_birth ON member (birth_on) WHERE birth_on IS NOT NULL",
    "CREATE INDEX member_pending ON member (registered_on) WHERE pending = 1",
    "CREATE INDEX member_merged ON member (merged_into) WHERE merged_into IS NOT NULL",
    "CREATE INDEX journal_of_member ON journal"
    " (coalesce(json_extract(body, '$.member_id'), json_extract(body, '$.loser_id')))"
    " WHERE type IN ('ApplicantAccepted', 'ApplicantDeclined', 'IdentityShown', 'MemberChanged', 'MemberErased',"
    " 'MemberSuspended', 'MembersMerged', 'MembershipRenewed', 'MergeUndone', 'SuspensionEnded')",
)

TABLES = (
    """
CREATE TABLE member_card (
    id BLOB NOT NULL,
    member_id BLOB NOT NULL,
    code TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    "end" TEXT NOT NULL,
    ended_on TEXT,
    code_key TEXT NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    "CREATE INDEX member_card_by_code ON member_card (code_key)",
    "CREATE INDEX member_card_by_member ON member_card (member_id)",
    """
CREATE TABLE card_print (
    id BLOB NOT NULL,
    member_id BLOB NOT NULL,
    code TEXT NOT NULL,
    design TEXT NOT NULL,
    reason TEXT NOT NULL,
    printed_on TEXT NOT NULL,
    station_id BLOB,
    operator_id BLOB,
    spoilt TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    "CREATE INDEX card_print_by_member ON card_print (member_id)",
    "CREATE INDEX card_print_by_day ON card_print (printed_on)",
    """
CREATE TABLE card_job (
    id BLOB NOT NULL,
    member_id BLOB NOT NULL,
    design TEXT NOT NULL,
    reason TEXT NOT NULL,
    place INTEGER NOT NULL,
    state TEXT NOT NULL,
    spool_job TEXT DEFAULT '' NOT NULL,
    problem TEXT DEFAULT '' NOT NULL,
    said TEXT DEFAULT '' NOT NULL,
    misprints INTEGER DEFAULT '0' NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    "CREATE INDEX card_job_by_place ON card_job (place)",
    "CREATE INDEX card_job_by_member ON card_job (member_id)",
    """
CREATE TABLE photo_to_send (
    sha256 BLOB NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (sha256)
)
 WITHOUT ROWID,
 STRICT
""",
)


# What is deleted leaves the index at once; otherwise the words of somebody erased lie in it until its parts are merged.
SEARCH = ("INSERT INTO member_search (member_search, rank) VALUES ('secure-delete', 1)",)


def run(connection: Connection) -> None:
    for statement in COLUMNS + TABLES + SEARCH:
        connection.exec_driver_sql(statement)
