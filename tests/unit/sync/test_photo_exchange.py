"""Photos between counters through the real server's doors: broken lines, erasure, kiosks, and silence when idle."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fakes import KEY, FakeClock, SequentialIds, new_desk
from joined import tables
from sqlalchemy import func, select
from starlette.testclient import TestClient
from stock import add_member, row

from loket.db.engine import driver, open_database
from loket.domain import events as e
from loket.domain.entities import Id, Member
from loket.domain.scope import Scope
from loket.server.http import create_app
from loket.server.pusat import Pusat
from loket.server.server_keys import ServerKeys
from loket.server.store import open_store
from loket.server.tables import BLOB
from loket.services.desk import Desk
from loket.services.photos import PhotoStore, keep, read
from loket.sync import photos as exchange
from loket.sync.client import RoundReport, sync_round
from loket.sync.enrol import Invitation, enrol, fill
from loket.sync.transport import Declined, HttpTransport, Unreachable
from loket.sync.wire import Problem

JPEG = bytes(range(256)) * 200  # 51 kB, two pieces
Asked = tuple[str, str]


class Doors(HttpTransport):
    """Through the server's doors without a network; `before` may break the line at a question."""

    def __init__(self, client: TestClient) -> None:
        super().__init__("http://pusat.test")
        self._client = client
        self.asked: list[Asked] = []
        self.before: Callable[[str, str], None] = lambda method, path: None

    def _send_once(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Any:
        self.asked.append((method, path))
        self.before(method, path)
        return super()._send_once(method, path, body, headers)

    def close(self) -> None:
        """It has nothing of its own to close."""

    def files(self) -> list[str]:
        """What was asked about files, and empty the list."""
        found = [method for method, path in self.asked if path.startswith("blobs/")]
        self.asked.clear()
        return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path / "satu")
    yield made
    made.database.close()


@pytest.fixture
def pusat(tmp_path: Path, desk: Desk) -> Iterator[Pusat]:
    store = open_store(None, tmp_path / "pusat", bytes(range(32)))
    yield Pusat(store, ServerKeys(bytes(range(32))), desk.clock, SequentialIds(99 << 40))
    store.close()


@pytest.fixture
def way(tmp_path: Path, pusat: Pusat) -> Doors:
    app = create_app(pusat, parts=tmp_path / "parts")
    return Doors(TestClient(app, base_url="http://pusat.test", client=("127.0.0.1", 50000)))


@pytest.fixture
def first(desk: Desk, pusat: Pusat, way: Doors) -> Desk:
    code = pusat.new_code(None, profile="lengkap", station_name="Loket 1")
    enrol(desk.database, desk.clock, desk.ids, Invitation("https://pusat", code), transport=way)
    sync_round(desk, way)
    way.asked.clear()
    return desk


def second(folder: Path, first: Desk, pusat: Pusat, way: Doors, profile: str = "lengkap") -> Desk:
    folder.mkdir()
    database = open_database(folder / "loket.db", KEY)
    code = pusat.new_code(first.library.id, station_name="Loket 2", station_code="L2", profile=profile)
    clock, ids = FakeClock(first.clock.now()), SequentialIds(2 << 40)
    made = fill(enrol(database, clock, ids, Invitation("https://pusat", code), transport=way), way)
    way.asked.clear()
    return made


def store_of(desk: Desk) -> PhotoStore:
    return PhotoStore(desk.database.path.parent)


def take(desk: Desk, member_no: str = "A-1", content: bytes = JPEG) -> tuple[Id, str]:
    """A new member with a photo."""
    member = add_member(desk, member_no)
    return member, retake(desk, member, content)


def retake(desk: Desk, member: Id, content: bytes = JPEG) -> str:
    name = keep(desk, store_of(desk), content)
    was: Member = row(desk, Member, member)
    with desk.action() as act:
        act.record(e.MemberChanged(member, person_set={"photo": name}, person_was={"photo": was.photo}))
    return name


def waiting(desk: Desk) -> int:
    with desk.database.read() as connection:
        return int(driver(connection).execute("SELECT count(*) FROM photo_to_send").fetchone()[0])


def blobs(pusat: Pusat) -> int:
    with pusat.store.read() as connection:
        return int(connection.scalar(select(func.count()).select_from(BLOB)) or 0)


def erase(desk: Desk, member: Id) -> None:
    with desk.action() as act:
        act.record(e.MemberErased(member, "permintaan sendiri"))


# ---- there and back -------------------------------------------------------------------------------------------------


def test_a_photo_taken_at_one_counter_is_seen_at_another(tmp_path: Path, first: Desk, pusat: Pusat, way: Doors) -> None:
    member, name = take(first)
    report = sync_round(first, way)
    assert report.photos.sent == 1
    assert waiting(first) == 0
    assert way.files() == ["HEAD", "PATCH", "PATCH"]

    other = second(tmp_path / "dua", first, pusat, way)
    shown = row(other, Member, member)
    assert shown.photo == name
    assert read(other, store_of(other), shown.photo) is None
    report = sync_round(other, way)
    assert (report.photos.fetched, report.changed_kinds & {"photo"}) == (1, {"photo"})
    assert read(other, store_of(other), shown.photo) == JPEG
    assert other.photos_wanted == set()
    assert way.files() == ["GET"]
    other.database.close()


def test_nothing_is_asked_when_nothing_waits(tmp_path: Path, first: Desk, pusat: Pusat, way: Doors) -> None:
    take(first)
    sync_round(first, way)
    other = second(tmp_path / "dua", first, pusat, way)
    way.asked.clear()
    for desk in (first, other):
        assert sync_round(desk, way).photos == exchange.PhotoReport()
    assert way.files() == []
    other.database.close()


def test_a_photo_of_a_form_that_was_not_saved_stays_here(first: Desk, way: Doors, pusat: Pusat) -> None:
    keep(first, store_of(first), JPEG)
    assert sync_round(first, way).photos.sent == 0
    assert (way.files(), waiting(first), blobs(pusat)) == ([], 1, 0)


def test_the_server_keeps_it_sealed_twice(first: Desk, way: Doors, pusat: Pusat) -> None:
    _, name = take(first)
    sync_round(first, way)
    with pusat.store.read() as connection:
        body = connection.scalar(select(BLOB.c.body))
    assert body is not None
    assert JPEG[:64] not in body
    assert hashlib.sha256(body).hexdigest() != name


# ---- trouble on the way ---------------------------------------------------------------------------------------------


def test_a_line_that_breaks_in_a_photo_goes_on_from_there(first: Desk, way: Doors, pusat: Pusat) -> None:
    take(first)
    pieces = 0

    def breaks(method: str, path: str) -> None:
        nonlocal pieces
        pieces += method == "PATCH"
        if pieces == 2:
            raise Unreachable("offline")

    way.before = breaks
    report = sync_round(first, way)
    assert report.pushed == 2  # the round itself is good
    assert (report.photos.sent, waiting(first), blobs(pusat)) == (0, 1, 0)
    way.before = lambda method, path: None
    way.asked.clear()
    assert sync_round(first, way).photos.sent == 1
    assert way.files() == ["HEAD", "PATCH"]  # only what was missing
    assert (waiting(first), blobs(pusat)) == (0, 1)


def test_an_answer_that_was_lost_sends_nothing_twice(first: Desk, way: Doors, pusat: Pusat, tmp_path: Path) -> None:
    _, name = take(first)
    sync_round(first, way)
    with first.database.write() as connection:  # as if the word of it had not come back
        driver(connection).execute("INSERT INTO photo_to_send VALUES (?, 1)", (bytes.fromhex(name),))
    way.asked.clear()
    assert sync_round(first, way).photos.sent == 1
    assert way.files() == ["HEAD"]
    assert waiting(first) == 0


def test_one_photo_the_server_will_not_have_does_not_hold_up_the_next(
    first: Desk, way: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, refused = take(first, "A-1")
    take(first, "A-2")
    real = way.file

    def file(method: Any, name: str, token: str, piece: Any = None) -> Any:
        if name == refused and method == "PATCH":
            raise Declined(422, Problem("digest"))
        return real(method, name, token, piece)

    monkeypatch.setattr(way, "file", file)
    report = sync_round(first, way)
    assert (report.photos.sent, report.photos.more, waiting(first)) == (1, False, 1)


def test_another_programs_pieces_are_gone_on_with(first: Desk, way: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server says 409 and how far it is: that is where the next piece begins."""
    take(first)
    real = way.file
    monkeypatch.setattr(
        way, "file", lambda method, *more: (0, b"") if method == "HEAD" else real(method, *more)
    )  # an old answer
    real_before, times = way.before, 0

    def breaks(method: str, path: str) -> None:
        nonlocal times
        times += method == "PATCH"
        if times == 2:
            raise Unreachable("timeout")

    way.before = breaks
    sync_round(first, way)
    way.before = real_before
    way.asked.clear()
    assert sync_round(first, way).photos.sent == 1
    assert way.files() == ["PATCH", "PATCH"]  # refused at 0, taken where it broke off


def test_a_round_does_a_bounded_number_and_says_that_more_wait(
    first: Desk, way: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "SEND_MOST", 2)
    for number in range(5):
        take(first, f"A-{number}", b"foto %d" % number)
    reports = [sync_round(first, way).photos for _ in range(3)]
    assert [(report.sent, report.more) for report in reports] == [(2, True), (2, True), (1, False)]


def test_a_slow_line_ends_a_round_after_a_minute(first: Desk, way: Doors) -> None:
    for number in range(3):
        take(first, f"A-{number}", b"foto %d" % number)
    clock: Any = first.clock
    way.before = lambda method, path: clock.advance(seconds=40) if method == "PATCH" else None
    report = sync_round(first, way).photos
    assert (report.sent, report.more) == (2, True)


def test_what_comes_must_be_what_was_asked_for(
    tmp_path: Path, first: Desk, pusat: Pusat, way: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    member, name = take(first)
    sync_round(first, way)
    other = second(tmp_path / "dua", first, pusat, way)
    read(other, store_of(other), name)
    monkeypatch.setattr(pusat, "get_blob", lambda caller, sha256: b"something else")
    report = sync_round(other, way)
    assert (report.photos.fetched, report.changed_kinds & {"photo"}) == (0, set())
    assert store_of(other).files.get(row(other, Member, member).photo) is None
    other.database.close()


def test_a_photo_the_server_has_not_either_is_asked_for_once(
    tmp_path: Path, first: Desk, pusat: Pusat, way: Doors
) -> None:
    take(first)
    read(first, store_of(first), "ab" * 32)
    sync_round(first, way)
    assert way.files() == ["HEAD", "PATCH", "PATCH", "GET"]
    sync_round(first, way)
    assert way.files() == []


def test_a_photo_wanted_while_the_line_is_down_is_fetched_later(
    tmp_path: Path, first: Desk, pusat: Pusat, way: Doors
) -> None:
    member, name = take(first)
    sync_round(first, way)
    other = second(tmp_path / "dua", first, pusat, way)
    read(other, store_of(other), name)

    def breaks(method: str, path: str) -> None:
        if method == "GET":
            raise Unreachable("offline")

    way.before = breaks
    assert sync_round(other, way).photos.fetched == 0
    assert other.photos_wanted == {name}
    way.before = lambda method, path: None
    assert sync_round(other, way).photos.fetched == 1
    assert read(other, store_of(other), row(other, Member, member).photo) == JPEG
    other.database.close()


def test_a_full_disk_ends_the_fetching_and_not_the_round(
    tmp_path: Path, first: Desk, pusat: Pusat, way: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, name = take(first)
    sync_round(first, way)
    other = second(tmp_path / "dua", first, pusat, way)
    read(other, store_of(other), name)

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("loket.db.photo_files.PhotoFiles._write", full)
    report: RoundReport = sync_round(other, way)
    assert report.photos.fetched == 0
    assert other.photos_wanted == {name}
    other.database.close()


def test_a_photo_damaged_before_it_was_sent_leaves_the_queue(first: Desk, way: Doors, pusat: Pusat) -> None:
    _, name = take(first)
    store_of(first).files.path(name).write_bytes(b"rusak")
    sync_round(first, way)
    assert (way.files(), waiting(first), blobs(pusat)) == ([], 0, 0)


# ---- who was erased -------------------------------------------------------------------------------------------------


def test_an_erased_members_photos_go_from_the_server_and_from_every_counter(
    tmp_path: Path, first: Desk, pusat: Pusat, way: Doors
) -> None:
    member, old = take(first)
    sync_round(first, way)
    new = retake(first, member, JPEG[::-1])
    _, kept = take(first, "A-2", b"orang lain")
    sync_round(first, way)
    assert blobs(pusat) == 3
    other = second(tmp_path / "dua", first, pusat, way)
    for name in (new, kept):
        read(other, store_of(other), name)
    sync_round(other, way)
    assert set(store_of(other).files.names()) == {new, kept}

    erase(other, member)
    sync_round(other, way)
    assert blobs(pusat) == 1
    sync_round(first, way)
    assert list(store_of(first).files.names()) == [kept]  # the old one, too
    assert not store_of(first).files.has(old)
    assert row(first, Member, member).photo == ""
    other.database.close()


def test_a_photo_not_sent_yet_of_somebody_erased_elsewhere_never_leaves(
    tmp_path: Path, first: Desk, pusat: Pusat, way: Doors
) -> None:
    member = add_member(first)
    sync_round(first, way)
    other = second(tmp_path / "dua", first, pusat, way)
    retake(other, member)
    erase(first, member)
    sync_round(first, way)
    way.asked.clear()
    report = sync_round(other, way)
    assert (report.photos.sent, way.files(), waiting(other), blobs(pusat)) == (0, [], 0, 0)
    assert list(store_of(other).files.names()) == []
    other.database.close()


def test_a_whole_life_in_one_batch_leaves_nothing(first: Desk, pusat: Pusat, way: Doors) -> None:
    """Photo and erasure arrive together: the photo was never there, and nothing is looked for."""
    member, _ = take(first)
    erase(first, member)
    sync_round(first, way)
    assert blobs(pusat) == 0
    assert tables(first)["member"][member][1] == "A-1"


# ---- counters that visitors use -------------------------------------------------------------------------------------


def test_a_kiosk_has_no_photo_and_asks_for_none(tmp_path: Path, first: Desk, pusat: Pusat, way: Doors) -> None:
    member, name = take(first)
    sync_round(first, way)
    kiosk = second(tmp_path / "kios", first, pusat, way, profile="kiosk")
    assert row(kiosk, Member, member).photo == ""
    kiosk.photos_wanted.add(name)
    sync_round(kiosk, way)
    assert (way.files(), kiosk.photos_wanted) == ([], set())
    kiosk.database.close()


def test_a_desk_that_becomes_a_kiosk_loses_its_photos(first: Desk, way: Doors) -> None:
    take(first)
    sync_round(first, way)
    take(first, "A-2")
    report = exchange.exchange_photos(first, way, "", Scope.HOUSE, lambda phase, done, total: None)
    assert report == exchange.PhotoReport()
    assert list(store_of(first).files.names()) == []
    assert waiting(first) == 0
