"""The journal's chain: it verifies, it names the first row that does not fit, and nothing changes it by accident."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fakes import KEY, SequentialIds, new_desk
from sqlcipher3 import dbapi2
from stock import add_item, add_member, journal

from loket.db.engine import connect, driver
from loket.db.journal import COLUMNS, GENESIS, Break, Head, Journal, first_break, replay, seal
from loket.db.streams import move_tail, own_streams
from loket.domain import events as e
from loket.domain.entities import Id
from loket.services.circulation import check_in, check_out
from loket.services.desk import Desk

TRIGGERS = ("journal_is_final", "journal_personal_only_erased", "journal_is_kept")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Some twelve events, members' registrations among them."""
    made = new_desk(tmp_path)
    item_id = add_item(made)
    for number in (1, 2):
        check_out(made, member_id=add_member(made, f"M-{number}"), item_id=item_id)
        check_in(made, item_id=item_id)
    yield made
    made.database.close()


@pytest.fixture
def raw(desk: Desk) -> Iterator[Any]:
    """A connection of somebody with the key and bad intentions, the triggers out of the way."""
    connection = connect(desk.database.path, KEY)
    for trigger in TRIGGERS:
        connection.execute(f"DROP TRIGGER {trigger}")
    yield connection
    connection.close()


def broken(desk: Desk) -> tuple[int, str] | None:
    with desk.database.read() as connection:
        found = first_break(driver(connection))
    return None if found is None else (found.seq, found.why)


def length(desk: Desk) -> int:
    return len(journal(desk))


def seq_of(desk: Desk, kind: type[e.Event]) -> int:
    return next(number for number, found in enumerate(journal(desk), start=1) if isinstance(found.event, kind))


def test_the_chain_verifies_and_replays_what_was_recorded(desk):
    assert broken(desk) is None
    with desk.database.read() as connection:
        assert list(replay(driver(connection))) == journal(desk)
        numbers = driver(connection).execute("SELECT seq, prev_hash, hash FROM journal ORDER BY seq").fetchall()
    assert [seq for seq, _, _ in numbers] == list(range(1, len(numbers) + 1))
    assert [previous for _, previous, _ in numbers] == [GENESIS, *(found for _, _, found in numbers[:-1])]


def test_an_empty_stream_verifies(tmp_path: Path):
    database = new_desk(tmp_path).database
    with database.write() as connection:
        assert Journal(driver(connection), "9" * 32).head() == Head(0, GENESIS)
        driver(connection).execute("INSERT INTO stream (stream_id, opened_at, reason) VALUES (x'99', 1, 'empty')")
        assert first_break(driver(connection)) is None
    database.close()


CHANGES = {
    "body": "body = replace(body, '\"B1\"', '\"B2\"')",
    "type": "type = 'ItemChanged'",
    "done_ms": "done_ms = done_ms + 1",
    "began_ms": "began_ms = began_ms - 1",
    "business_on": "business_on = '2026-01-01'",
    "utc_offset_min": "utc_offset_min = 540",
    "station_id": "station_id = zeroblob(16)",
    "operator_id": "operator_id = NULL",
    "event_id": "event_id = zeroblob(16)",
    "version": "version = 2",
    "boot_id": "boot_id = 'x'",
    "mono_ms": "mono_ms = 1",
    "clock_quality": "clock_quality = 'confirmed'",
    "hash": "hash = zeroblob(32)",
}


@pytest.mark.parametrize("column", CHANGES)
def test_a_row_that_was_changed_is_named(desk, raw, column):
    seq = seq_of(desk, e.ItemAdded)
    raw.execute(f"UPDATE journal SET {CHANGES[column]} WHERE seq = ?", (seq,))
    assert broken(desk) == (seq, "content")


def test_every_column_of_the_header_is_sealed(desk):
    with desk.database.read() as connection:
        names = {row[1] for row in driver(connection).execute("PRAGMA table_info(journal)")}
    assert names - set(CHANGES) == {"stream_id", "seq", "personal", "personal_salt", "personal_commit", "prev_hash"}


def test_a_row_whose_link_was_changed_is_named(desk, raw):
    raw.execute("UPDATE journal SET prev_hash = zeroblob(32) WHERE seq = 5")
    assert broken(desk) == (5, "link")


def test_a_row_that_was_removed_is_named(desk, raw):
    raw.execute("DELETE FROM journal WHERE seq = 4")
    assert broken(desk) == (4, "gap")
    raw.execute("DELETE FROM journal WHERE seq = 1")
    assert broken(desk) == (1, "gap")


def test_a_row_removed_and_the_rest_moved_up_is_named(desk, raw):
    raw.execute("DELETE FROM journal WHERE seq = 4")
    for seq in range(5, length(desk) + 2):
        raw.execute("UPDATE journal SET seq = ? WHERE seq = ?", (seq - 1, seq))
    assert broken(desk) == (4, "link")


def test_two_rows_that_were_swapped_are_named(desk, raw):
    for old, new in ((6, 1000), (7, 6), (1000, 7)):
        raw.execute("UPDATE journal SET seq = ? WHERE seq = ?", (new, old))
    assert broken(desk) == (6, "link")


def test_a_row_added_by_another_hand_is_named(desk, raw):
    last = length(desk)
    raw.execute(
        "INSERT INTO journal SELECT stream_id, ?, zeroblob(16), type, version, began_ms, done_ms, business_on,"
        " utc_offset_min, station_id, operator_id, boot_id, mono_ms, clock_quality, body, personal, personal_salt,"
        " personal_commit, hash, zeroblob(32) FROM journal WHERE seq = ?",
        (last + 1, last),
    )
    assert broken(desk) == (last + 1, "content")


@pytest.mark.parametrize(
    "change",
    [
        "personal = CAST(replace(CAST(personal AS TEXT), 'Anggota', 'Anggoto') AS BLOB)",
        "personal_salt = zeroblob(16)",
        "personal_salt = NULL",
    ],
)
def test_a_personal_part_that_was_changed_is_named(desk, raw, change):
    seq = seq_of(desk, e.MemberRegistered)
    raw.execute(f"UPDATE journal SET {change} WHERE seq = ?", (seq,))
    assert broken(desk) == (seq, "personal")


def test_a_personal_part_put_where_none_was_is_named(desk, raw):
    seq = seq_of(desk, e.ItemAdded)
    raw.execute("UPDATE journal SET personal = x'7b7d', personal_salt = zeroblob(16) WHERE seq = ?", (seq,))
    assert broken(desk) == (seq, "personal")


def test_a_changed_commitment_is_named(desk, raw):
    seq = seq_of(desk, e.MemberRegistered)
    raw.execute(
        "UPDATE journal SET personal_commit = NULL, personal = NULL, personal_salt = NULL WHERE seq = ?", (seq,)
    )
    assert broken(desk) == (seq, "content")


def test_the_first_of_several_breaks_is_named(desk, raw):
    for seq in (9, 5, 7):
        raw.execute("UPDATE journal SET done_ms = 1 WHERE seq = ?", (seq,))
    found = journal(desk)[4]
    with desk.database.read() as connection:
        assert first_break(driver(connection)) == Break(desk.stream_id, 5, found.stamp.event_id, "content")


def resealed(raw: Any, seq: int) -> None:
    """Give a changed row a hash of its own, and the next row the link to it: what a careful forger would do."""
    row = raw.execute(f"SELECT {COLUMNS} FROM journal WHERE seq = ?", (seq,)).fetchone()
    forged = seal(row[18], row[:14], row[14].encode(), row[17])
    raw.execute("UPDATE journal SET hash = ? WHERE seq = ?", (forged, seq))
    raw.execute("UPDATE journal SET prev_hash = ? WHERE seq = ?", (forged, seq + 1))


def test_a_row_changed_and_sealed_again_is_betrayed_by_the_next(desk, raw):
    raw.execute("UPDATE journal SET done_ms = 1 WHERE seq = 5")
    resealed(raw, 5)
    assert broken(desk) == (6, "content")
    resealed(raw, 6)
    assert broken(desk) == (7, "content")


def test_the_seal_is_what_the_documentation_says(desk):
    """Counted again by hand, so that another program can verify a journal."""
    with desk.database.read() as connection:
        rows = driver(connection).execute(f"SELECT {COLUMNS} FROM journal ORDER BY seq").fetchall()
    previous = bytes(32)
    for row in rows:
        header = json.dumps([v.hex() if isinstance(v, bytes) else v for v in row[:14]], separators=(",", ":"))
        body, personal, salt, commitment = row[14:18]
        assert (personal is None) == (salt is None) == (commitment is None)
        if personal is not None:
            assert commitment == hashlib.sha256(salt + personal).digest()
        parts = previous, sha(header), sha(body), commitment or b""
        assert (row[18], row[19]) == (previous, hashlib.sha256(b"".join(parts)).digest())
        previous = row[19]


def sha(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def test_erasing_a_personal_part_keeps_the_chain(desk):
    seq = seq_of(desk, e.MemberRegistered)
    with desk.database.write() as connection:
        driver(connection).execute("UPDATE journal SET personal = NULL, personal_salt = NULL WHERE seq = ?", (seq,))
    assert broken(desk) is None
    assert journal(desk)[seq - 1].event.person is None
    assert journal(desk)[seq - 1].event.member_no == "M-1"


FORBIDDEN: dict[str, str] = {
    "change": "UPDATE journal SET body = '{}' WHERE seq = 3",
    "change the time": "UPDATE journal SET done_ms = 0",
    "move": "UPDATE journal SET seq = 99 WHERE seq = 3",
    "reseal": "UPDATE journal SET hash = zeroblob(32) WHERE seq = 3",
    "remove": "DELETE FROM journal WHERE seq = 3",
    "remove all": "DELETE FROM journal",
    "rewrite a person": "UPDATE journal SET personal = x'7b7d' WHERE personal IS NOT NULL",
    "resalt": "UPDATE journal SET personal_salt = zeroblob(16) WHERE personal IS NOT NULL",
}


@pytest.mark.parametrize("statement", FORBIDDEN.values(), ids=FORBIDDEN)
def test_the_database_refuses_to_change_the_journal(desk, statement):
    before = journal(desk)
    with pytest.raises(dbapi2.IntegrityError), desk.database.write() as connection:
        driver(connection).execute(statement)
    assert journal(desk) == before


def test_an_event_of_an_action_that_failed_is_not_there(desk):
    before = journal(desk)
    with suppress(ZeroDivisionError), desk.action() as act:
        act.record(e.ClockConfirmed(act.today))
        raise ZeroDivisionError
    assert journal(desk) == before
    add_member(desk, "M-9")
    assert broken(desk) is None


def test_streams_are_chained_apart(desk):
    stamp, ids = journal(desk)[0].stamp, SequentialIds(1 << 32)

    def work(stream: str, times: int) -> None:
        with desk.database.write() as connection:
            source = driver(connection)
            source.execute(
                "INSERT OR IGNORE INTO stream (stream_id, opened_at, reason) VALUES (?, 9, 'x')",
                (bytes.fromhex(stream),),
            )
            chain = Journal(source, stream)
            for _ in range(times):
                chain.append(replace(stamp, event_id=ids.new()), e.ClockConfirmed(stamp.business_on))
            assert chain.head().seq == times

    work("a" * 32, 3)
    work("b" * 32, 2)
    assert broken(desk) is None
    with desk.database.read() as connection:
        assert len(list(replay(driver(connection)))) == length(desk)


def test_what_was_sealed_anew_in_another_stream_is_replayed_once(desk):
    """Where it stood first: the rows that follow it were made on top of it."""
    told = journal(desk)
    with desk.database.write() as connection:
        source = driver(connection)
        (stream,) = own_streams(source)
        moved = move_tail(source, stream, 9, Id("a" * 32), now_ms=stream.opened_at, last=True)
        assert moved == len(told) - 9
    with desk.database.read() as connection:
        assert length(desk) == len(told) + moved
        assert list(replay(driver(connection))) == told
    assert broken(desk) is None
    add_member(desk, "M-9")
    with desk.database.read() as connection:
        again = list(replay(driver(connection)))
    assert (again[:-1], again[-1].event.member_no) == (told, "M-9")


def test_equal_events_of_two_streams_are_two_events(desk):
    """Only the event's own key says that it is the same."""
    last = journal(desk)[-1]
    with desk.database.write() as connection:
        source = driver(connection)
        source.execute(
            "INSERT INTO stream (stream_id, opened_at, reason) VALUES (?, 9, 'x')", (bytes.fromhex("a" * 32),)
        )
        other = replace(last.stamp, event_id=Id("b" * 32))
        Journal(source, Id("a" * 32)).append(other, last.event)
        assert [found.event for found in replay(source)].count(last.event) == 2
