"""Step 1: the core: library and rules, members, catalogue, circulation, journal, search."""

from sqlalchemy import Connection

STATEMENTS = (
    """
CREATE TABLE biblio (
    no INTEGER NOT NULL,
    id BLOB NOT NULL,
    title TEXT NOT NULL,
    responsibility TEXT NOT NULL,
    authors TEXT NOT NULL,
    edition TEXT NOT NULL,
    isbn TEXT NOT NULL,
    publisher TEXT NOT NULL,
    publish_place TEXT NOT NULL,
    publish_year TEXT NOT NULL,
    collation TEXT NOT NULL,
    series TEXT NOT NULL,
    call_number TEXT NOT NULL,
    ddc_class TEXT NOT NULL,
    language TEXT NOT NULL,
    material TEXT NOT NULL,
    subjects TEXT NOT NULL,
    note TEXT NOT NULL,
    source_key TEXT NOT NULL,
    title_key TEXT NOT NULL,
    search TEXT NOT NULL,
    PRIMARY KEY (no),
    UNIQUE (id)
)
 STRICT
""",
    """
CREATE INDEX biblio_by_source ON biblio (source_key) WHERE source_key <> ''
""",
    """
CREATE INDEX biblio_by_title ON biblio (title_key)
""",
    """
CREATE TABLE charge (
    id BLOB NOT NULL,
    member_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    amount_rp INTEGER NOT NULL,
    raised_on TEXT NOT NULL,
    loan_id BLOB,
    item_id BLOB,
    settled_rp INTEGER NOT NULL,
    cancelled INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT not_negative CHECK (amount_rp >= 0 AND settled_rp >= 0)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX charge_by_loan ON charge (loan_id) WHERE loan_id IS NOT NULL
""",
    """
CREATE INDEX charge_open_by_member ON charge (member_id) WHERE cancelled = 0 AND settled_rp < amount_rp
""",
    """
CREATE TABLE closed_day (
    "on" TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY ("on")
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE conflict_case (
    id BLOB NOT NULL,
    cls TEXT NOT NULL,
    severity TEXT NOT NULL,
    entity TEXT NOT NULL,
    event_id BLOB NOT NULL,
    opened_at INTEGER NOT NULL,
    detail TEXT NOT NULL,
    closed INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE item (
    id BLOB NOT NULL,
    biblio_id BLOB NOT NULL,
    barcode TEXT NOT NULL,
    accession_no TEXT NOT NULL,
    call_number TEXT NOT NULL,
    collection_kind TEXT NOT NULL,
    location TEXT NOT NULL,
    status TEXT NOT NULL,
    price_rp INTEGER,
    source TEXT NOT NULL,
    received_on TEXT,
    note TEXT NOT NULL,
    loan_id BLOB,
    barcode_key TEXT NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX item_by_barcode ON item (barcode_key)
""",
    """
CREATE INDEX item_by_biblio ON item (biblio_id)
""",
    """
CREATE TABLE journal (
    stream_id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    event_id BLOB NOT NULL,
    type TEXT NOT NULL,
    version INTEGER NOT NULL,
    began_ms INTEGER NOT NULL,
    done_ms INTEGER NOT NULL,
    business_on TEXT NOT NULL,
    utc_offset_min INTEGER NOT NULL,
    station_id BLOB NOT NULL,
    operator_id BLOB,
    boot_id TEXT NOT NULL,
    mono_ms INTEGER NOT NULL,
    clock_quality TEXT NOT NULL,
    body TEXT NOT NULL,
    personal BLOB,
    personal_salt BLOB,
    personal_commit BLOB,
    prev_hash BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (stream_id, seq)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX journal_by_day ON journal (business_on, type)
""",
    """
CREATE INDEX journal_by_event ON journal (event_id)
""",
    """
CREATE TABLE library (
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    head_name TEXT NOT NULL,
    head_nip TEXT NOT NULL,
    utc_offset_min INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE loan (
    id BLOB NOT NULL,
    member_id BLOB NOT NULL,
    item_id BLOB NOT NULL,
    biblio_id BLOB NOT NULL,
    policy_id BLOB NOT NULL,
    lent_on TEXT NOT NULL,
    lent_at INTEGER NOT NULL,
    due_on TEXT NOT NULL,
    renewals INTEGER NOT NULL,
    "end" TEXT NOT NULL,
    ended_on TEXT,
    ended_at INTEGER,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX loan_open_by_due ON loan (due_on) WHERE "end" = 'open'
""",
    """
CREATE INDEX loan_open_by_member ON loan (member_id) WHERE "end" = 'open'
""",
    """
CREATE TABLE loan_policy (
    id BLOB NOT NULL,
    member_type TEXT NOT NULL,
    collection_kind TEXT NOT NULL,
    loan_days INTEGER NOT NULL,
    max_titles INTEGER NOT NULL,
    max_items INTEGER NOT NULL,
    renewals INTEGER NOT NULL,
    renewal_days INTEGER NOT NULL,
    counting TEXT NOT NULL,
    fine_mode TEXT NOT NULL,
    fine_per_day_rp INTEGER NOT NULL,
    fine_cap_rp INTEGER NOT NULL,
    suspension_per_day_days INTEGER NOT NULL,
    suspension_cap_days INTEGER NOT NULL,
    grace_days INTEGER NOT NULL,
    grace_kind TEXT NOT NULL,
    grace_in TEXT NOT NULL,
    closed_days_free INTEGER NOT NULL,
    legal_basis TEXT NOT NULL,
    retired INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT terms CHECK (loan_days > 0 AND max_titles >= 0 AND max_items >= 0),
    CONSTRAINT fine_mode CHECK (fine_mode IN ('none', 'money', 'suspension', 'both'))
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE member (
    no INTEGER NOT NULL,
    id BLOB NOT NULL,
    member_no TEXT NOT NULL,
    full_name TEXT NOT NULL,
    member_type TEXT NOT NULL,
    sex TEXT NOT NULL,
    birth_on TEXT,
    birth_place TEXT NOT NULL,
    identity_type TEXT NOT NULL,
    identity_sealed BLOB,
    identity_index BLOB,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    address TEXT NOT NULL,
    institution TEXT NOT NULL,
    education TEXT NOT NULL,
    job TEXT NOT NULL,
    registered_on TEXT,
    valid_until TEXT,
    suspended_until TEXT,
    note TEXT NOT NULL,
    pending INTEGER NOT NULL,
    "left" INTEGER NOT NULL,
    member_no_key TEXT NOT NULL,
    search TEXT NOT NULL,
    PRIMARY KEY (no),
    UNIQUE (id)
)
 STRICT
""",
    """
CREATE INDEX member_by_identity ON member (identity_index) WHERE identity_index IS NOT NULL
""",
    """
CREATE INDEX member_by_no ON member (member_no_key)
""",
    """
CREATE TABLE meta (
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY ("key")
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE operator (
    id BLOB NOT NULL,
    username TEXT NOT NULL,
    full_name TEXT NOT NULL,
    roles TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    active INTEGER NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE rule (
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY ("key")
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE station (
    id BLOB NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    profile TEXT NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE stream (
    stream_id BLOB NOT NULL,
    opened_at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    parent BLOB,
    fork_seq INTEGER,
    fork_hash BLOB,
    PRIMARY KEY (stream_id)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE visit (
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    entered_at INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    purpose TEXT NOT NULL,
    member_id BLOB,
    source TEXT NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE INDEX visit_by_day ON visit ("on")
""",
    """
CREATE INDEX visit_by_member ON visit (member_id, "on") WHERE member_id IS NOT NULL
""",
    """
CREATE VIRTUAL TABLE member_search USING fts5 (search, content = 'member', content_rowid = 'no', tokenize = 'unicode61',
    prefix = '1 2 3 4',
    detail = none)
""",
    """
CREATE TRIGGER member_search_add AFTER INSERT ON member BEGIN
    INSERT INTO member_search (rowid, search) VALUES (new.no, new.search);
END
""",
    """
CREATE TRIGGER member_search_change AFTER UPDATE OF search ON member BEGIN
    INSERT INTO member_search (member_search, rowid, search) VALUES ('delete', old.no, old.search);
    INSERT INTO member_search (rowid, search) VALUES (new.no, new.search);
END
""",
    """
CREATE TRIGGER member_search_drop AFTER DELETE ON member BEGIN
    INSERT INTO member_search (member_search, rowid, search) VALUES ('delete', old.no, old.search);
END
""",
    """
CREATE VIRTUAL TABLE biblio_search USING fts5 (search, content = 'biblio', content_rowid = 'no', tokenize = 'unicode61',
    prefix = '1 2 3 4',
    detail = none)
""",
    """
CREATE TRIGGER biblio_search_add AFTER INSERT ON biblio BEGIN
    INSERT INTO biblio_search (rowid, search) VALUES (new.no, new.search);
END
""",
    """
CREATE TRIGGER biblio_search_change AFTER UPDATE OF search ON biblio BEGIN
    INSERT INTO biblio_search (biblio_search, rowid, search) VALUES ('delete', old.no, old.search);
    INSERT INTO biblio_search (rowid, search) VALUES (new.no, new.search);
END
""",
    """
CREATE TRIGGER biblio_search_drop AFTER DELETE ON biblio BEGIN
    INSERT INTO biblio_search (biblio_search, rowid, search) VALUES ('delete', old.no, old.search);
END
""",
    """
CREATE TRIGGER journal_is_final BEFORE UPDATE OF stream_id, seq, event_id, type, version, began_ms, done_ms,
    business_on, utc_offset_min, station_id, operator_id, boot_id, mono_ms, clock_quality, body,
    personal_commit, prev_hash, hash
ON journal BEGIN
    SELECT RAISE(ABORT, 'the journal is final');
END
""",
    """
CREATE TRIGGER journal_personal_only_erased BEFORE UPDATE OF personal, personal_salt ON journal
WHEN new.personal IS NOT NULL OR new.personal_salt IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'personal data may only be erased');
END
""",
    """
CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal BEGIN
    SELECT RAISE(ABORT, 'the journal is kept');
END
""",
)


def run(connection: Connection) -> None:
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
