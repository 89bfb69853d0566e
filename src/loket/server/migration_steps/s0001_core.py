"""Step 1: libraries, counters, streams, the log, rows, and the dashboard's users."""

STATEMENTS = (
    """
CREATE TABLE blob (
    library_id {blob} NOT NULL,
    sha256 {blob} NOT NULL,
    size {bigint} NOT NULL,
    body {blob} NOT NULL,
    received_ms {bigint} NOT NULL,
    PRIMARY KEY (library_id, sha256)
){tail}
""",
    """
CREATE TABLE enrol_code (
    library_id {blob} NOT NULL,
    code_hash {blob} NOT NULL,
    selector {key} NOT NULL,
    station_id {blob},
    station_name TEXT NOT NULL,
    station_code TEXT NOT NULL,
    profile TEXT NOT NULL,
    expires_ms {bigint} NOT NULL,
    tries {bigint} NOT NULL,
    used_ms {bigint},
    used_by {blob},
    PRIMARY KEY (library_id, code_hash)
){tail}
""",
    """
CREATE INDEX enrol_code_by_selector ON enrol_code (selector)
""",
    """
CREATE TABLE entity_index (
    library_id {blob} NOT NULL,
    value {key} NOT NULL,
    name {key} NOT NULL,
    key {key} NOT NULL,
    PRIMARY KEY (library_id, value, name, key)
){tail}
""",
    """
CREATE TABLE entity_row (
    library_id {blob} NOT NULL,
    key {key} NOT NULL,
    kind {key} NOT NULL,
    change_seq {bigint} NOT NULL,
    body {blob},
    PRIMARY KEY (library_id, key, kind)
){tail}
""",
    """
CREATE UNIQUE INDEX entity_row_by_change ON entity_row (library_id, change_seq)
""",
    """
CREATE TABLE event_log (
    library_id {blob} NOT NULL,
    log_seq {bigint} NOT NULL,
    event_id {blob} NOT NULL,
    sent_id {blob},
    stream_id {blob} NOT NULL,
    seq {bigint} NOT NULL,
    type {key} NOT NULL,
    version {bigint} NOT NULL,
    began_ms {bigint} NOT NULL,
    done_ms {bigint} NOT NULL,
    corrected_ms {bigint},
    business_on {key} NOT NULL,
    utc_offset_min {bigint} NOT NULL,
    station_id {blob} NOT NULL,
    operator_id {blob},
    boot_id TEXT NOT NULL,
    mono_ms {bigint} NOT NULL,
    clock_quality TEXT NOT NULL,
    body TEXT NOT NULL,
    personal {blob},
    personal_salt {blob},
    personal_commit {blob},
    subject {blob},
    content_hash {blob} NOT NULL,
    log_hash {blob} NOT NULL,
    outcome TEXT NOT NULL,
    replayed {bigint},
    received_ms {bigint} NOT NULL,
    PRIMARY KEY (library_id, log_seq)
){tail}
""",
    """
CREATE INDEX event_log_by_day ON event_log (library_id, type, business_on)
""",
    """
CREATE UNIQUE INDEX event_log_by_event ON event_log (library_id, event_id)
""",
    """
CREATE INDEX event_log_by_subject ON event_log (library_id, subject) WHERE subject IS NOT NULL
""",
    """
CREATE INDEX event_log_deferred ON event_log (library_id, log_seq) WHERE outcome = 'deferred' AND replayed IS NULL
""",
    """
CREATE TABLE incarnation (
    library_id {blob} NOT NULL,
    number {bigint} NOT NULL,
    incarnation {blob} NOT NULL,
    started_ms {bigint} NOT NULL,
    fresh_from {bigint} NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (library_id, number)
){tail}
""",
    """
CREATE TABLE kind_digest (
    library_id {blob} NOT NULL,
    scope {key} NOT NULL,
    kind {key} NOT NULL,
    row_count {bigint} NOT NULL,
    digest {bigint} NOT NULL,
    PRIMARY KEY (library_id, scope, kind)
){tail}
""",
    """
CREATE TABLE library (
    library_id {blob} NOT NULL,
    name TEXT NOT NULL,
    secret {blob} NOT NULL,
    created_ms {bigint} NOT NULL,
    PRIMARY KEY (library_id)
){tail}
""",
    """
CREATE TABLE library_head (
    library_id {blob} NOT NULL,
    log_seq {bigint} NOT NULL,
    change_seq {bigint} NOT NULL,
    log_hash {blob} NOT NULL,
    incarnation {blob} NOT NULL,
    PRIMARY KEY (library_id)
){tail}
""",
    """
CREATE TABLE quarantine (
    library_id {blob} NOT NULL,
    raw_hash {blob} NOT NULL,
    station_id {blob} NOT NULL,
    reason TEXT NOT NULL,
    raw {blob} NOT NULL,
    received_ms {bigint} NOT NULL,
    PRIMARY KEY (library_id, raw_hash)
){tail}
""",
    """
CREATE TABLE server_meta (
    key {key} NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (key)
){tail}
""",
    """
CREATE TABLE station (
    library_id {blob} NOT NULL,
    station_id {blob} NOT NULL,
    public_key {blob} NOT NULL,
    machine {blob} NOT NULL,
    nonce {blob} NOT NULL,
    previous_nonce {blob} NOT NULL,
    scope TEXT NOT NULL,
    profile TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    enrolled_ms {bigint} NOT NULL,
    revoked_ms {bigint},
    last_seen_ms {bigint},
    last_sync_ms {bigint},
    pending {bigint} NOT NULL,
    pending_since_ms {bigint},
    app_version TEXT NOT NULL,
    clock_off_ms {bigint} NOT NULL,
    PRIMARY KEY (library_id, station_id)
){tail}
""",
    """
CREATE INDEX station_by_id ON station (station_id)
""",
    """
CREATE TABLE stream (
    library_id {blob} NOT NULL,
    stream_id {blob} NOT NULL,
    station_id {blob} NOT NULL,
    head_seq {bigint} NOT NULL,
    head_hash {blob} NOT NULL,
    last_ms {bigint} NOT NULL,
    durable_seq {bigint} NOT NULL,
    parent {blob},
    fork_seq {bigint},
    reason TEXT NOT NULL,
    end_seq {bigint},
    PRIMARY KEY (library_id, stream_id)
){tail}
""",
    """
CREATE TABLE stream_pos (
    library_id {blob} NOT NULL,
    stream_id {blob} NOT NULL,
    seq {bigint} NOT NULL,
    event_id {blob} NOT NULL,
    hash {blob} NOT NULL,
    PRIMARY KEY (library_id, stream_id, seq)
){tail}
""",
    """
CREATE TABLE web_session (
    library_id {blob} NOT NULL,
    token_hash {blob} NOT NULL,
    username TEXT NOT NULL,
    form_key TEXT NOT NULL,
    created_ms {bigint} NOT NULL,
    expires_ms {bigint} NOT NULL,
    PRIMARY KEY (library_id, token_hash)
){tail}
""",
    """
CREATE INDEX web_session_by_token ON web_session (token_hash)
""",
    """
CREATE TABLE web_user (
    library_id {blob} NOT NULL,
    username {key} NOT NULL,
    full_name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL,
    failures {bigint} NOT NULL,
    locked_until_ms {bigint},
    created_ms {bigint} NOT NULL,
    inactive_ms {bigint},
    PRIMARY KEY (library_id, username)
){tail}
""",
    """
CREATE UNIQUE INDEX web_user_by_name ON web_user (username)
""",
)
