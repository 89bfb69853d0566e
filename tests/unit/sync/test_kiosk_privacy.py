"""Who applies at a kiosk is seen by nobody there, and after the round nothing of him is left on its disk.

A house without locked doors has this computer: what matters is every byte of its files once their key is known, also
of rows and log entries that are no longer in use. UU 27/2022, articles 16 and 35.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from fakes import CIRCULATION, KEY, SequentialIds, new_desk, operator
from joined import tables, visit
from stock import add_member, row
from test_with_pusat import Way, join, second

from loket.db import backup, mirror
from loket.db.engine import driver, open_database
from loket.db.journal import first_break
from loket.db.mirror import mirror_journal, read_mirror
from loket.domain.entities import Id, Member
from loket.domain.errors import RefusalCode, Refused
from loket.domain.folding import member_search
from loket.server.pusat import Pusat
from loket.server.server_keys import ServerKeys
from loket.server.store import open_store
from loket.server.system import rebuild
from loket.services import registration
from loket.services.desk import Desk, open_desk
from loket.services.duplicates import find_duplicates
from loket.services.member_lists import MemberQuery, member_ids, values_of
from loket.services.members import find_members
from loket.services.registration import MemberForm
from loket.sync.client import sync_round

PAGE, RESERVED, IV, SALT = 4096, 80, 16, 16  # bytes of SQLCipher 4: each page ends with its IV and its HMAC
WAL_HEADER, FRAME_HEADER = 32, 24
FORM = MemberForm(
    full_name="Zwqrtania Xyvander",
    sex="P",
    birth_on="17-08-1990",
    birth_place="Qmbrtown",
    identity_type="ktp",
    identity_no="0000005708900001",
    phone="0812 9753 8642",
    email="pjkqw@contoh.example",
    address="Jalan Vxqlmno 77",
    institution="Sekolah Hjkzwq",
    emergency_name="Bfgxqz Darurat",
    member_type="umum",
    consent=True,
)
SECRETS = ("Zwqrtania", "Xyvander", "Qmbrtown", "0000005708900001", "97538642", "pjkqw@", "Vxqlmno", "Hjkzwq", "Bfgxqz")
SEARCHED = member_search(FORM.full_name, "", "+6281297538642").split()


def plain_pages(content: bytes) -> bytes:
    """Every page of an encrypted file, in use or not, as SQLite sees it."""
    return b"".join(_page(content[at : at + PAGE], first=at == 0) for at in range(0, len(content), PAGE))


def plain_log(content: bytes) -> bytes:
    """Every frame of a write-ahead log, also those that a newer round of it has made void."""
    step = FRAME_HEADER + PAGE
    pages = []
    for at in range(WAL_HEADER, len(content), step):
        number = int.from_bytes(content[at : at + 4], "big")
        pages.append(_page(content[at + FRAME_HEADER : at + step], first=number == 1))
    return b"".join(pages)


def _page(page: bytes, *, first: bool) -> bytes:
    iv = page[PAGE - RESERVED :][:IV]
    decryptor = Cipher(algorithms.AES(KEY), modes.CBC(iv)).decryptor()
    return decryptor.update(page[SALT if first else 0 : PAGE - RESERVED]) + decryptor.finalize()


def on_disk(desk: Desk) -> dict[str, bytes]:
    """What the counter's files say to somebody who has the key."""
    path = desk.database.path
    log = path.with_name(path.name + "-wal")
    return {"file": plain_pages(path.read_bytes()), "log": plain_log(log.read_bytes() if log.exists() else b"")}


def in_mirror(path: Path) -> bytes:
    return repr(list(read_mirror(path, KEY))).encode()


def found_in(content: bytes) -> list[str]:
    """The secrets that are there, as typed or as the search index folds them."""
    lower = content.lower()
    return sorted({word for word in (*SECRETS, *SEARCHED) if word.lower().encode() in lower})


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def pusat(tmp_path: Path, desk: Desk) -> Iterator[Pusat]:
    with closing(open_store(None, tmp_path / "pusat", bytes(range(32)))) as store:
        yield Pusat(store, ServerKeys(bytes(range(32))), desk.clock, SequentialIds(99 << 40))


@pytest.fixture
def way(pusat: Pusat) -> Way:
    return Way(pusat)


@pytest.fixture
def first(desk: Desk, pusat: Pusat, way: Way) -> Desk:
    join(desk, pusat, way, None, marks=("a", "b", "c", "d"))
    add_member(desk, "A-1", name="Zahra Wiryawan", phone="0000 1")
    sync_round(desk, way)
    return desk


@pytest.fixture
def kiosk(tmp_path: Path, first: Desk, pusat: Pusat, way: Way) -> Iterator[Desk]:
    made = second(tmp_path, first, pusat, way, profile="kios")
    made.operator = None
    yield made
    made.database.close()


def applied(kiosk: Desk) -> Id:
    return registration.apply_here(kiosk, FORM).member_id


def nobody_sees(kiosk: Desk) -> None:
    """Whatever a screen of the kiosk may ask while no operator is signed in."""
    with pytest.raises(Refused) as refused:
        registration.applicants(kiosk)
    assert refused.value.code is RefusalCode.NOT_SIGNED_IN
    assert find_members(kiosk, "Zwqrtania") == find_members(kiosk, "97538642") == []
    assert find_members(kiosk, "Zahra") == []
    assert member_ids(kiosk, MemberQuery()) == member_ids(kiosk, MemberQuery(text="Zwqrtania")) == []
    assert values_of(kiosk, "institution") == []
    assert find_duplicates(kiosk, full_name=FORM.full_name, phone=FORM.phone) == []


def test_before_the_round_no_screen_of_the_kiosk_shows_him(kiosk: Desk) -> None:
    member = applied(kiosk)
    seen = row(kiosk, Member, member)
    assert seen is not None
    assert seen.address == "Jalan Vxqlmno 77"  # he is there, for the server to fetch
    nobody_sees(kiosk)


def test_staff_who_sign_in_at_the_kiosk_find_members(kiosk: Desk) -> None:
    kiosk.operator = operator(kiosk, CIRCULATION)
    assert [hit.full_name for hit in find_members(kiosk, "Zahra")] == ["Zahra Wiryawan"]
    assert registration.applicants(kiosk) == []


def test_after_the_round_nothing_of_him_is_on_the_kiosks_disk(kiosk: Desk, way: Way, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    applied(kiosk)
    before = on_disk(kiosk)
    assert {"Zwqrtania", "Vxqlmno", "97538642"} <= set(found_in(before["file"] + before["log"]))  # the eyes are good
    mirrored = mirror_journal(kiosk.database, tmp_path / "stick")
    assert mirrored is not None
    sync_round(kiosk, way, thorough=True)

    assert {where: found_in(content) for where, content in on_disk(kiosk).items()} == {"file": [], "log": []}
    mirror_journal(kiosk.database, tmp_path / "stick")
    assert found_in(in_mirror(mirrored.path)) == []
    nobody_sees(kiosk)


def test_also_when_the_log_was_folded_into_the_file_before(kiosk: Desk, way: Way) -> None:
    applied(kiosk)
    kiosk.database.checkpoint()
    assert "Vxqlmno" in found_in(on_disk(kiosk)["file"])
    for number in range(3):  # rows around his, so that freed room is not simply written over
        visit(kiosk, f"membaca {number}")
    sync_round(kiosk, way)
    assert {where: found_in(content) for where, content in on_disk(kiosk).items()} == {"file": [], "log": []}


def test_the_kiosks_journal_and_its_mirror_still_prove_themselves(kiosk: Desk, way: Way, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    applied(kiosk)
    mirrored = mirror_journal(kiosk.database, tmp_path / "stick")
    assert mirrored is not None
    assert len(list(read_mirror(mirrored.path, KEY))) == mirrored.events > 0
    sync_round(kiosk, way)
    again = mirror_journal(kiosk.database, tmp_path / "stick")
    assert again is not None
    assert again.kept is None
    with kiosk.database.read() as connection:
        assert first_break(driver(connection)) is None


def test_the_mirror_of_a_staff_desk_has_everything(first: Desk, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    mirrored = mirror_journal(first.database, tmp_path / "stick")
    assert mirrored is not None
    personal = [values[mirror._PERSONAL] for values in read_mirror(mirrored.path, KEY)]
    assert any(b"Zahra Wiryawan" in part for part in personal if part)


def test_the_full_desk_sees_and_accepts_him_and_then_the_kiosk_knows_his_number(
    kiosk: Desk, first: Desk, pusat: Pusat, way: Way
) -> None:
    member = applied(kiosk)
    report = sync_round(kiosk, way, thorough=True)
    assert (report.replaced_kinds, report.mismatched_kinds) == ((), ())
    assert row(kiosk, Member, member) is None
    sync_round(first, way, thorough=True)
    (applicant,) = registration.applicants(first)
    assert (applicant.id, applicant.full_name, applicant.address) == (member, FORM.full_name, FORM.address)
    waiting = row(first, Member, member)
    assert waiting is not None
    accepted = registration.accept(first, member, registration.form_of(first, waiting))
    sync_round(first, way, thorough=True)
    report = sync_round(kiosk, way, thorough=True)

    assert (report.replaced_kinds, report.mismatched_kinds) == ((), ())
    known = row(kiosk, Member, member)
    assert known is not None
    assert (known.member_no, known.full_name, known.address, known.phone) == (
        *(accepted.member_no, FORM.full_name),
        *("", ""),
    )
    assert registration.applicants(first) == []
    assert rebuild(pusat, first.library.id).differing == []


def test_an_applicant_of_another_desk_never_comes_to_the_kiosk(kiosk: Desk, first: Desk, way: Way) -> None:
    waiting = registration.register(first, FORM, applicant=True)
    sync_round(first, way, thorough=True)
    report = sync_round(kiosk, way, thorough=True)
    assert (report.replaced_kinds, report.mismatched_kinds) == ((), ())
    assert row(kiosk, Member, waiting.id) is None
    assert len(tables(kiosk)["member"]) == 1
    assert {where: found_in(content) for where, content in on_disk(kiosk).items()} == {"file": [], "log": []}


def test_a_kiosk_put_back_from_its_bare_mirror_still_comes_together_with_the_server(
    kiosk: Desk, first: Desk, way: Way, tmp_path: Path
) -> None:
    """What a broken disk takes from a kiosk is who had applied since the last round: he is asked again."""
    for name in ("copies", "stick"):
        (tmp_path / name).mkdir()
    saved = backup.back_up(kiosk.database, tmp_path / "copies", kiosk.clock.now())
    member = applied(kiosk)
    mirrored = mirror_journal(kiosk.database, tmp_path / "stick")
    assert mirrored is not None
    kiosk.database.close()
    path = kiosk.database.path
    backup.restore(saved, path, KEY, now=kiosk.clock.now(), stream_id=Id("ab" * 16), mirror=mirrored.path)
    with closing(open_database(path, KEY)) as database:
        again = open_desk(database, kiosk.clock, SequentialIds(9 << 40))
        assert again is not None
        report = sync_round(again, way, thorough=True)
    assert (report.failed, report.mismatched_kinds) == (0, ())
    sync_round(first, way, thorough=True)
    (applicant,) = registration.applicants(first)
    assert (applicant.id, applicant.full_name) == (member, "")
