"""Photos are sealed, written before they are named, kept in every backup, and gone when their member is erased."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from faces import jpeg, person
from fakes import ADMIN, KEY, new_desk, operator
from PIL import Image
from stock import add_member, journal, row

from loket.db import backup, photo_files
from loket.db.engine import driver, open_database
from loket.db.mirror import mirror_journal
from loket.db.photo_files import PhotoFiles, photos_beside, photos_told
from loket.devices.clock import UuidV7Ids
from loket.devices.imaging import decode, find_face, process
from loket.domain import events as e
from loket.domain.entities import Id, Member
from loket.domain.errors import Refused, StorageError
from loket.domain.scope import Scope
from loket.services import photos
from loket.services.desk import Desk, open_desk
from loket.services.erasure import erase
from loket.services.maintenance import back_up_desk
from loket.services.photos import PhotoStore, clean_orphans, drop, import_folder, keep, photos_of, read

JPEG = b"\xff\xd8 sebuah foto"


class Ticket:
    """Notes how far it is, and stops after so many files."""

    def __init__(self, stop_after: int = 10**9) -> None:
        self.told: list[tuple[int, int]] = []
        self.left = stop_after

    def report(self, done: int, total: int) -> None:
        self.told.append((done, total))

    def check(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise InterruptedError


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def store(tmp_path: Path) -> PhotoStore:
    return PhotoStore(tmp_path)


def give(desk: Desk, store: PhotoStore, member_id: Id, content: bytes = JPEG) -> str:
    name = keep(desk, store, content)
    member: Member = row(desk, Member, member_id)
    with desk.action() as act:
        act.record(e.MemberChanged(member_id, person_set={"photo": name}, person_was={"photo": member.photo}))
    return name


def queued(desk: Desk) -> set[str]:
    with desk.database.read() as connection:
        return {found[0].hex() for found in driver(connection).execute("SELECT sha256 FROM photo_to_send")}


def age(store: PhotoStore, name: str, days: float, desk: Desk) -> None:
    """As if the file had been written so many days ago."""
    at = (desk.clock.now() - timedelta(days=days)).timestamp()
    os.utime(store.files.path(name), (at, at))


# ---- kept and read --------------------------------------------------------------------------------------------------


def test_a_photo_comes_back_as_it_was_and_lies_there_sealed(desk: Desk, store: PhotoStore) -> None:
    name = keep(desk, store, JPEG)
    path = store.files.folder / name[:2] / f"{name}.foto"
    assert b"foto" not in path.read_bytes()
    assert read(desk, store, name) == JPEG
    assert read(desk, PhotoStore(path.parents[2]), name) == JPEG
    assert queued(desk) == {name}


def test_the_same_photo_twice_is_told_apart_by_nobody(desk: Desk, store: PhotoStore) -> None:
    assert keep(desk, store, JPEG) != keep(desk, store, JPEG)


def test_another_librarys_key_opens_nothing(tmp_path: Path, desk: Desk, store: PhotoStore) -> None:
    name = keep(desk, store, JPEG)
    other = new_desk(tmp_path / "other")
    assert read(other, PhotoStore(tmp_path), name) is None
    other.database.close()


def test_what_is_not_here_is_none_and_wanted(desk: Desk, store: PhotoStore) -> None:
    assert read(desk, store, "") is None
    assert read(desk, store, "../../loket.db") is None
    assert desk.photos_wanted == set()
    assert read(desk, store, "ab" * 32) is None
    assert desk.photos_wanted == {"ab" * 32}


def test_a_damaged_file_is_a_picture_less_and_wanted_again(desk: Desk, store: PhotoStore, tmp_path: Path) -> None:
    name = keep(desk, store, JPEG)
    path = store.files.path(name)
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    assert read(desk, PhotoStore(tmp_path), name) is None
    assert desk.photos_wanted == {name}


def test_a_damaged_file_is_written_anew_when_it_comes_again(desk: Desk, store: PhotoStore, tmp_path: Path) -> None:
    name = keep(desk, store, JPEG)
    path = store.files.path(name)
    good = path.read_bytes()
    path.write_bytes(good[:-1] + b"!")
    assert store.files.put_as(name, good)
    assert read(desk, PhotoStore(tmp_path), name) == JPEG
    assert not store.files.put_as(name, b"something else")


def test_a_kiosk_reads_no_photo(desk: Desk, store: PhotoStore) -> None:
    name = keep(desk, store, JPEG)
    desk.scope = Scope.HOUSE
    assert read(desk, store, name) is None
    assert desk.photos_wanted == set()


def test_only_the_last_ones_shown_stay_in_memory(
    desk: Desk, store: PhotoStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photos, "CACHED", 2)
    names = [keep(desk, store, JPEG + bytes([number])) for number in range(3)]
    read(desk, store, names[1])
    keep(desk, store, JPEG)
    assert [store.cached(name) is not None for name in names] == [False, True, False]


def test_several_at_once(desk: Desk, store: PhotoStore) -> None:
    ada, budi = add_member(desk, "A-1"), add_member(desk, "A-2")
    give(desk, store, ada)
    members = [row(desk, Member, one) for one in (ada, budi)]
    assert photos_of(desk, store, members) == {ada: JPEG}


def test_a_write_that_breaks_off_leaves_nothing_under_the_name(
    desk: Desk, store: PhotoStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(photo_files.os, "fsync", full)
    with pytest.raises(StorageError) as error:
        keep(desk, store, JPEG)
    assert error.value.code == "full"
    assert [path for path in store.files.folder.rglob("*") if path.is_file()] == []
    assert queued(desk) == set()


def test_the_file_is_on_the_disk_before_its_name_stands_in_the_database(
    desk: Desk, store: PhotoStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    real_sync, real_write = photo_files.os.fsync, desk.database.write
    monkeypatch.setattr(photo_files.os, "fsync", lambda handle: (order.append("fsync"), real_sync(handle)))
    monkeypatch.setattr(desk.database, "write", lambda: (order.append("write"), real_write())[1])
    keep(desk, store, JPEG)
    assert order[0] == "fsync"
    assert order.index("write") == order.count("fsync")


# ---- gone -----------------------------------------------------------------------------------------------------------


def test_a_dropped_photo_is_gone_from_memory_disk_and_queue(desk: Desk, store: PhotoStore) -> None:
    name = keep(desk, store, JPEG)
    drop(desk, store, name)
    drop(desk, store, "")
    assert (store.cached(name), store.files.get(name), queued(desk)) == (None, None, set())


def test_orphans_go_after_a_week_and_no_others(desk: Desk, store: PhotoStore) -> None:
    member = add_member(desk)
    replaced, used = give(desk, store, member), give(desk, store, member)
    fresh = keep(desk, store, JPEG)
    for name in (replaced, used):
        age(store, name, 8, desk)
    age(store, fresh, 6, desk)
    part = store.files.path(used).with_name("halb.foto.1-2.part")
    part.write_bytes(b"")
    os.utime(part, (0, 0))
    assert clean_orphans(desk, store) == 2
    assert set(store.files.names()) == {used, fresh}
    assert queued(desk) == {used, fresh}
    assert not part.exists()


def test_who_is_erased_leaves_no_photo_not_even_an_older_one(desk: Desk, store: PhotoStore, tmp_path: Path) -> None:
    member = add_member(desk)
    give(desk, store, member, b"dahulu")
    give(desk, store, member)
    other = give(desk, store, add_member(desk, "A-2"))
    (tmp_path / "stick").mkdir()
    back_up_desk(desk, tmp_path / "stick")
    assert len(list(PhotoFiles(tmp_path / "stick" / "photos").names())) == 3
    desk.operator = operator(desk, ADMIN)
    erase(desk, member, "permintaan sendiri", drop_photo=lambda name: drop(desk, store, name))
    assert list(store.files.names()) == [other]
    assert queued(desk) == {other}
    back_up_desk(desk, tmp_path / "stick")
    assert list(PhotoFiles(tmp_path / "stick" / "photos").names()) == [other]


def test_names_in_the_personal_part_of_an_event(desk: Desk) -> None:
    one, two = "ab" * 32, "cd" * 32
    with desk.action() as act:
        member = act.new_id()
        person = e.Person("Ada Contoh", photo=one)
        act.record(e.MemberRegistered(member, "A-1", "umum", act.today, person=person))
        act.record(e.MemberChanged(member, person_set={"photo": two}, person_was={"photo": one}))
        act.record(e.MemberChanged(member, person_set={"phone": "1"}, person_was={"phone": ""}))
    with desk.database.read() as connection:
        assert photo_files.photos_in_journal(driver(connection), [member]) == {one, two}
        assert photo_files.photos_in_journal(driver(connection), [Id("0" * 32)]) == set()
    assert photos_told(b'{"person": {"photo": "../x"}}') == set()


# ---- backups --------------------------------------------------------------------------------------------------------


def test_a_backup_holds_the_photos_and_a_restore_on_another_computer_puts_them_back(
    desk: Desk, store: PhotoStore, tmp_path: Path
) -> None:
    member = add_member(desk)
    name = give(desk, store, member)
    made = back_up_desk(desk, tmp_path / "stick")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    restored = backup.restore(made, elsewhere / "loket.db", KEY, now=desk.clock.now(), stream_id=Id("ab" * 16))
    again = open_desk(open_database(elsewhere / "loket.db", KEY), desk.clock, UuidV7Ids())
    assert again is not None
    assert restored.photos == 1
    assert read(again, PhotoStore(elsewhere), row(again, Member, member).photo) == JPEG
    assert row(again, Member, member).photo == name
    again.database.close()


def test_each_photo_is_copied_once(
    desk: Desk, store: PhotoStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    real = PhotoFiles._write
    monkeypatch.setattr(
        PhotoFiles,
        "_write",
        lambda self, target, content: (written.append(target.name[:64]), real(self, target, content)),
    )
    first = give(desk, store, add_member(desk, "A-1"))
    back_up_desk(desk, tmp_path / "stick")
    second = give(desk, store, add_member(desk, "A-2"))
    back_up_desk(desk, tmp_path / "stick")
    assert written == [first, first, second, second]  # taken, copied, taken, copied


def test_a_damaged_photo_is_not_copied_over_and_does_not_stop_the_backup(
    desk: Desk, store: PhotoStore, tmp_path: Path
) -> None:
    good, bad = give(desk, store, add_member(desk, "A-1")), give(desk, store, add_member(desk, "A-2"))
    store.files.path(bad).write_bytes(b"rusak")
    copied = store.files.copy_missing(PhotoFiles(tmp_path / "stick"))
    assert (copied.files, copied.damaged) == (1, (bad,))
    assert list(PhotoFiles(tmp_path / "stick").names()) == [good]


def test_a_stick_without_room_for_photos_fails_the_backup_and_keeps_it(
    desk: Desk, store: PhotoStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(desk, store, add_member(desk))

    def full(self: PhotoFiles, target: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(PhotoFiles, "_write", full)
    with pytest.raises(StorageError) as error:
        back_up_desk(desk, tmp_path / "stick")
    assert error.value.code == "full"
    (kept,) = backup.backups_in(tmp_path / "stick")
    assert backup.verify_backup(kept, KEY).members == 1


def test_the_mirror_brings_back_this_mornings_photo_and_it_is_sent_again(
    desk: Desk, store: PhotoStore, tmp_path: Path
) -> None:
    old = give(desk, store, add_member(desk, "A-1"))
    made = back_up_desk(desk, tmp_path / "night")
    (tmp_path / "stick").mkdir()
    member = add_member(desk, "A-2")
    new = give(desk, store, member)
    mirrored = mirror_journal(desk.database, tmp_path / "stick")
    assert mirrored is not None
    with desk.database.write() as connection:
        driver(connection).execute("DELETE FROM photo_to_send")
    (tmp_path / "new").mkdir()
    target = tmp_path / "new" / "loket.db"
    restored = backup.restore(made, target, KEY, now=desk.clock.now(), stream_id=Id("ab" * 16), mirror=mirrored.path)
    assert restored.photos == 2
    again = open_desk(open_database(target, KEY), desk.clock, UuidV7Ids())
    assert again is not None
    assert read(again, PhotoStore(tmp_path / "new"), row(again, Member, member).photo) == JPEG
    assert queued(again) == {old, new}
    again.database.close()


def test_a_restore_does_not_bring_back_who_was_erased_here(desk: Desk, store: PhotoStore, tmp_path: Path) -> None:
    name = give(desk, store, add_member(desk))
    made = back_up_desk(desk, tmp_path / "stick")
    drop(desk, store, name)
    desk.database.close()
    backup.restore(made, desk.database.path, KEY, now=desk.clock.now(), stream_id=Id("ab" * 16))
    assert list(photos_beside(desk.database.path).names()) == []


# ---- a folder of photos ---------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "foto"
    made.mkdir()
    return made


def picture(path: Path, form: str = "JPEG", **drawn: Any) -> None:
    Image.fromarray(person(640, 480, **({"face_h": 200} | drawn))[:, :, ::-1]).save(path, form)


def test_photos_find_their_members_by_file_name(desk: Desk, store: PhotoStore, folder: Path) -> None:
    ada, budi, citra = add_member(desk, "A-1"), add_member(desk, "2026/07"), add_member(desk, "A-3")
    picture(folder / "a-1.JPG", at=(0.3, 0.5))
    picture(folder / "2026_07.webp", "WEBP")
    picture(folder / "B-9.png", "PNG")
    picture(folder / "A-1.png", "PNG")
    (folder / "A-3.jpeg").write_bytes(b"bukan foto")
    (folder / "daftar.txt").write_text("A-1")
    ticket = Ticket()
    report = import_folder(desk, store, folder, ticket)
    assert (report.taken, report.doubled) == (["2026_07.webp", "A-1.png"], ["a-1.JPG"])
    assert (report.unknown, report.unreadable) == (["B-9.png"], [("A-3.jpeg", "photo_not_image")])
    assert ticket.told[0] == (0, 5)
    assert ticket.told[-1] == (5, 5)
    for member in (ada, budi):
        found = read(desk, store, row(desk, Member, member).photo)
        assert found is not None
        with Image.open(BytesIO(found)) as opened:
            assert opened.size == (480, 640)
        assert find_face(decode(found)) is not None
    assert row(desk, Member, citra).photo == ""


def test_the_same_folder_again_changes_nothing(desk: Desk, store: PhotoStore, folder: Path) -> None:
    add_member(desk, "A-1")
    picture(folder / "A-1.jpg")
    import_folder(desk, store, folder, Ticket())
    before = len(journal(desk)), queued(desk)
    report = import_folder(desk, PhotoStore(desk.database.path.parent), folder, Ticket())
    assert (report.taken, report.same) == ([], ["A-1.jpg"])
    assert (len(journal(desk)), queued(desk)) == before


def test_another_picture_replaces_and_the_event_says_what_was(desk: Desk, store: PhotoStore, folder: Path) -> None:
    member = add_member(desk, "A-1")
    first = give(desk, store, member)
    picture(folder / "A-1.jpg")
    assert import_folder(desk, store, folder, Ticket()).taken == ["A-1.jpg"]
    event = journal(desk)[-1].event
    assert isinstance(event, e.MemberChanged)
    assert event.person_was == {"photo": first}
    assert event.person_set == {"photo": row(desk, Member, member).photo}
    assert event.set == {}


def test_a_number_two_members_have_is_nobodys(desk: Desk, store: PhotoStore, folder: Path) -> None:
    add_member(desk, "A-1")
    add_member(desk, "A-1")
    picture(folder / "A-1.jpg")
    assert import_folder(desk, store, folder, Ticket()).unknown == ["A-1.jpg"]


def test_stopping_keeps_what_was_taken_and_the_next_run_takes_the_rest(
    desk: Desk, store: PhotoStore, folder: Path
) -> None:
    for number in (1, 2, 3):
        add_member(desk, f"A-{number}")
        picture(folder / f"A-{number}.jpg", at=(0.3 + number / 10, 0.5))
    with pytest.raises(InterruptedError):
        import_folder(desk, store, folder, Ticket(stop_after=2))
    assert len(queued(desk)) == 2
    report = import_folder(desk, store, folder, Ticket())
    assert (len(report.taken), len(report.same)) == (1, 2)


def test_a_folder_needs_a_role_and_must_be_there(desk: Desk, store: PhotoStore, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="no_folder"):
        import_folder(desk, store, tmp_path / "tidak-ada", Ticket())
    desk.operator = None
    with pytest.raises(Refused):
        import_folder(desk, store, tmp_path, Ticket())


def test_a_processed_photo_fits_what_is_kept(desk: Desk, store: PhotoStore) -> None:
    name = keep(desk, store, process(jpeg(person())))
    assert store.files.path(name).stat().st_size < 60_100
