"""Taking other systems' data in: the dry run tells what taking does, and taking twice changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import fakes
import pytest
import stock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loket.db.engine import driver
from loket.db.journal import first_break
from loket.db.state import SqlState
from loket.domain.entities import Biblio, Item, ItemStatus, Member
from loket.importing import open_reader
from loket.importing.records import (
    BiblioRecord,
    ItemRecord,
    MemberRecord,
    Problem,
    Progress,
    Record,
    Row,
    UnusableFileError,
)
from loket.services import intake_words as words
from loket.services.circulation import check_out
from loket.services.desk import Desk, all_rows
from loket.services.identity import IdentityKeys
from loket.services.intake import IntakeStopped, fill, inspect, take
from loket.services.intake_report import MOST_DOUBTS, IntakeCode, IntakeReport


@dataclass
class ListReader:
    """A file that is a list of records; None is a row its reader refused."""

    records: Sequence[Record | None]
    kind: str = "member"
    format: str = "slims_member"

    def rows(self) -> Iterator[Row]:
        for line, record in enumerate(self.records, start=2):
            problems = () if record else (Problem(line, "nama", "name_missing"),)
            yield Row(line, record, problems)

    def progress(self) -> Progress:
        return Progress(1, len(self.records))


SITI = MemberRecord("A-1", "Siti Contoh", "Standard", "P", date(1990, 2, 3), valid_until=date(2027, 1, 1))
PADI = BiblioRecord(
    "Padi di Sawah", authors=("Kenari, Melati",), isbn="9780000000002", publish_year="2019", items=(ItemRecord("B1"),)
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return fakes.new_desk(tmp_path)


def taken(desk: Desk, *records: Record | None, accept_refused: bool = False) -> IntakeReport:
    """The report of taking these; the dry run before it must have said the same."""
    said = inspect(desk, ListReader(records), "berkas.csv")
    done = take(desk, lambda: ListReader(records), "berkas.csv", accept_refused)
    assert said.counts() == done.counts()
    assert [(f.problem, f.times) for f in said.found] == [(f.problem, f.times) for f in done.found]
    return done


def rows(desk: Desk, kind: type[Any]) -> list[Any]:
    with desk.database.read() as connection:
        return list(all_rows(driver(connection), kind))


def only(desk: Desk, kind: type[Any]) -> Any:
    (row,) = rows(desk, kind)
    return row


def codes(report: IntakeReport) -> list[str]:
    return [found.problem.code for found in report.found]


def events(desk: Desk) -> int:
    with desk.database.read() as connection:
        return int(driver(connection).execute("SELECT count(*) FROM journal").fetchone()[0])


# ---- members -----------------------------------------------------------------------------------------------------


def test_a_member_is_taken_with_everything_the_file_says(desk: Desk) -> None:
    record = replace(SITI, phone="0812-0000-0001", address="Jalan Contoh 1", registered_on=date(2020, 5, 6))
    report = taken(desk, record)
    member = only(desk, Member)
    assert report.taken
    assert report.members.new == report.events == 1
    assert (member.member_no, member.full_name, member.member_type) == ("A-1", "Siti Contoh", "umum")
    assert (member.registered_on, member.valid_until, member.sex) == (date(2020, 5, 6), date(2027, 1, 1), "P")
    assert (member.phone, member.address) == ("0812-0000-0001", "Jalan Contoh 1")


def test_the_dry_run_writes_nothing(desk: Desk) -> None:
    before = events(desk)
    report = inspect(desk, ListReader([SITI, PADI]))
    assert (report.members.new, report.titles.new, report.items.new) == (1, 1, 1)
    assert not report.taken
    assert events(desk) == before
    assert rows(desk, Member) == []


def test_taking_twice_changes_nothing(desk: Desk) -> None:
    records = (replace(SITI, identity_no="A123456789012345"), PADI, ItemRecord("B2", title_key="padi di sawah"))
    taken(desk, *records)
    before = events(desk)
    again = taken(desk, *records)
    assert (again.members.same, again.titles.same, again.items.same) == (1, 1, 2)
    assert again.events == 0
    assert events(desk) == before


def test_only_the_fields_that_differ_become_a_change_and_blanks_erase_nothing(desk: Desk) -> None:
    taken(desk, replace(SITI, phone="0812-0000-0001"))
    report = taken(desk, replace(SITI, phone="", address="Jalan Baru 2", member_type=""))
    member = only(desk, Member)
    assert report.members.changed == 1
    assert (member.phone, member.address, member.member_type) == ("0812-0000-0001", "Jalan Baru 2", "umum")
    (change,) = report.found
    assert (change.problem.code, change.problem.column, change.problem.value) == ("would_change", "address", "A-1")


def test_a_number_that_belongs_to_somebody_else_is_refused(desk: Desk) -> None:
    taken(desk, SITI)
    report = taken(desk, replace(SITI, full_name="Bima Pinus", birth_on=date(1970, 1, 1)))
    assert codes(report) == [IntakeCode.MEMBER_NO_TAKEN]
    assert not report.taken
    assert only(desk, Member).full_name == "Siti Contoh"


@pytest.mark.parametrize(
    ("name", "birth_on", "same"),
    [
        ("Hj. Siti Contoh, S.Pd.", date(1990, 2, 3), True),
        ("Siti", date(1991, 1, 1), True),  # a birth date put right
        ("Siti Kenari", date(1991, 1, 1), False),
        ("Siti Kenari", None, True),  # a family name put right
        ("Bima", date(1990, 2, 3), False),
    ],
)
def test_who_counts_as_the_same_person(desk: Desk, name: str, birth_on: date | None, same: bool) -> None:
    taken(desk, SITI)
    report = taken(desk, replace(SITI, full_name=name, birth_on=birth_on))
    assert (report.refused_rows == 0) is same


def test_the_same_number_twice_in_a_file(desk: Desk) -> None:
    report = taken(desk, SITI, SITI, replace(SITI, member_no="a-1 ", phone="0812"))
    assert (report.members.new, report.members.same, report.members.refused) == (1, 1, 1)
    (found,) = report.refused
    assert (found.problem.line, found.problem.code, found.problem.value) == (4, "member_no_twice", "a-1  = 2")


def test_identity_numbers_are_sealed_and_found_twice(desk: Desk) -> None:
    number = "A123 4567 8901 2345"
    report = taken(
        desk,
        replace(SITI, identity_no=number),
        replace(SITI, member_no="A-2", full_name="Siti C.", identity_no="a123456789012345"),
    )
    first, second = sorted(rows(desk, Member), key=lambda member: member.member_no)
    assert codes(report) == [IntakeCode.SAME_IDENTITY]
    assert report.found[0].problem.value == "A-1"
    assert first.identity_index == second.identity_index
    with desk.view() as act:
        keys = IdentityKeys(act.driver)
        assert keys.unseal(first.id, first.identity_sealed) == number
    raw = (desk.database.path.parent / "loket.db").read_bytes()
    assert number.encode() not in raw


def test_unknown_words_are_kept_and_listed_once(desk: Desk) -> None:
    records = [
        replace(SITI, member_no=f"A-{n}", full_name=f"Anggota {n}", member_type="VIP Emas", valid_until=None)
        for n in range(3)
    ]
    report = taken(desk, *records)
    assert {member.member_type for member in rows(desk, Member)} == {"lama (VIP Emas)"}
    assert [(f.problem.code, f.problem.value, f.times) for f in report.found] == [
        (IntakeCode.MEMBER_TYPE_KEPT, "VIP Emas", 3),
        (IntakeCode.VALID_UNTIL_MISSING, "", 3),
    ]


def test_a_code_that_is_also_a_member_number_is_listed(desk: Desk) -> None:
    report = taken(desk, replace(SITI, member_no="B1"), PADI)
    assert codes(report) == [IntakeCode.CODE_CLASH]
    other_way = taken(desk, replace(PADI, title="Lain", isbn="", items=(ItemRecord("A-9"),)))
    assert codes(other_way) == []
    assert codes(taken(desk, replace(SITI, member_no="A-9"))) == [IntakeCode.CODE_CLASH]


# ---- titles and copies -------------------------------------------------------------------------------------------


def test_a_title_is_found_by_control_number_isbn_or_title_author_and_year(desk: Desk) -> None:
    taken(desk, replace(PADI, source_key="K1"))
    for record in (
        replace(PADI, source_key="K1", title="Padi di sawah: cerita"),
        replace(PADI, title="PADI, DI SAWAH", publish_year="2020"),
        replace(PADI, isbn="", publish_year="2020", items=()),
    ):
        assert taken(desk, record).titles.new == 0
    assert len(rows(desk, Biblio)) == 1


@pytest.mark.parametrize(
    "other",
    [
        replace(PADI, isbn="9780000000019", items=()),
        replace(PADI, isbn="", publish_year="2020", items=()),
        replace(PADI, isbn="", authors=("Pinus, Bima",), items=()),
    ],
)
def test_another_edition_is_another_title_and_listed(desk: Desk, other: BiblioRecord) -> None:
    taken(desk, PADI)
    report = taken(desk, other)
    assert report.titles.new == 1
    assert codes(report) == [IntakeCode.TITLE_TWICE]


def test_a_foreign_control_number_does_not_overwrite_another_book(desk: Desk) -> None:
    taken(desk, replace(PADI, source_key="1"))
    other = BiblioRecord("Laut Malam", authors=("Pinus, Bima",), publish_year="1999", source_key="1")
    assert taken(desk, other).titles.new == 1
    assert taken(desk, other).titles.same == 1
    assert {biblio.title for biblio in rows(desk, Biblio)} == {"Padi di Sawah", "Laut Malam"}


def test_copies_of_one_title_on_several_rows(desk: Desk) -> None:
    report = taken(
        desk, PADI, replace(PADI, items=(ItemRecord("B2"),)), replace(PADI, edition="2", items=(ItemRecord("B3"),))
    )
    assert (report.titles.new, report.titles.same, report.items.new) == (1, 2, 3)
    assert codes(report) == [IntakeCode.TITLE_REPEATED]
    assert only(desk, Biblio).edition == ""  # the first row counts
    assert len({item.biblio_id for item in rows(desk, Item)}) == 1


def test_a_title_put_right_here_is_found_by_its_copy(desk: Desk) -> None:
    taken(desk, PADI)
    report = taken(desk, replace(PADI, title="Padi di Sawah Kita"))
    assert (report.titles.changed, report.items.same, report.refused_rows) == (1, 1, 0)
    assert only(desk, Biblio).title == "Padi di Sawah Kita"


def test_a_barcode_on_two_titles_refuses_the_second_copy_only(desk: Desk) -> None:
    other = BiblioRecord("Laut Malam", items=(ItemRecord("b1"), ItemRecord("B2")))
    report = taken(desk, PADI, other, accept_refused=True)
    assert codes(report) == [IntakeCode.BARCODE_TWICE]
    assert (report.titles.new, report.items.new, report.items.refused, report.refused_rows) == (2, 2, 1, 1)
    assert codes(taken(desk, replace(other, items=(ItemRecord("B1"),)))) == [IntakeCode.BARCODE_TAKEN]


def test_copies_join_by_exact_title_in_the_library(desk: Desk) -> None:
    loose = ItemRecord("B7", title_key="PADI di sawah", collection_kind="Reference", price_rp=45_000)
    refused = taken(desk, loose)
    assert codes(refused) == [IntakeCode.TITLE_UNKNOWN]
    taken(desk, PADI)
    assert taken(desk, loose).items.new == 1
    item = next(item for item in rows(desk, Item) if item.barcode == "B7")
    assert (item.collection_kind, item.price_rp, item.biblio_id) == ("referensi", 45_000, only(desk, Biblio).id)


def test_a_copy_stays_with_its_title_when_two_bear_the_name(desk: Desk) -> None:
    taken(desk, PADI, replace(PADI, isbn="9780000000019", items=(ItemRecord("B2"),)))
    report = taken(desk, ItemRecord("B2", title_key="Padi di Sawah", location="Rak 1"))
    assert (report.items.changed, codes(report)) == (1, [IntakeCode.WOULD_CHANGE])
    assert codes(taken(desk, ItemRecord("B3", title_key="Padi di Sawah"))) == [IntakeCode.TITLE_SEVERAL]


@pytest.mark.parametrize(
    ("word", "status", "kind", "listed"),
    [
        ("", ItemStatus.AVAILABLE, "umum", []),
        ("Repair", ItemStatus.REPAIR, "umum", []),
        ("Hilang", ItemStatus.LOST, "umum", []),
        ("Missing", ItemStatus.MISSING, "umum", []),
        ("No Loan", ItemStatus.AVAILABLE, "referensi", [IntakeCode.READING_ONLY]),
        ("Dipinjam", ItemStatus.AVAILABLE, "umum", [IntakeCode.WAS_ON_LOAN]),
        ("Di rumah kaca", ItemStatus.AVAILABLE, "umum", [IntakeCode.STATUS_KEPT]),
    ],
)
def test_old_states_of_a_copy(desk: Desk, word: str, status: ItemStatus, kind: str, listed: list[str]) -> None:
    report = taken(desk, replace(PADI, items=(ItemRecord("B1", status=word),)))
    item = only(desk, Item)
    assert (item.status, item.collection_kind, codes(report)) == (status, kind, listed)
    assert ("Di rumah kaca" in item.note) is (listed == [IntakeCode.STATUS_KEPT])


def test_a_copy_on_loan_here_keeps_its_state(desk: Desk) -> None:
    taken(desk, PADI)
    member_id, item_id = stock.add_member(desk), only(desk, Item).id
    check_out(desk, member_id=member_id, item_id=item_id)
    taken(desk, replace(PADI, items=(ItemRecord("B1", status="Hilang", location="Rak 9"),)))
    item = only(desk, Item)
    assert (item.status, item.location) == (ItemStatus.AVAILABLE, "Rak 9")
    assert item.loan_id is not None


# ---- all or nothing ----------------------------------------------------------------------------------------------


def test_a_refused_row_keeps_the_whole_file_out(desk: Desk) -> None:
    before = events(desk)
    report = taken(desk, SITI, None, PADI)
    assert (report.taken, report.events, report.refused_rows, report.members.refused) == (False, 0, 1, 1)
    assert events(desk) == before


def test_the_good_rows_alone_when_that_is_wanted(desk: Desk) -> None:
    report = taken(desk, None, SITI, accept_refused=True)
    assert report.taken
    assert only(desk, Member).member_no == "A-1"


def many(count: int) -> list[Record]:
    return [replace(SITI, member_no=f"A-{n}", full_name=f"Anggota {n}") for n in range(count)]


@pytest.mark.parametrize("work", ["inspect", "take"])
def test_cancelled_takes_nothing(desk: Desk, work: str) -> None:
    before, asked = events(desk), []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) >= 2

    works: dict[str, Callable[[], IntakeReport]] = {
        "inspect": lambda: inspect(desk, ListReader(many(1000)), cancelled=cancelled),
        "take": lambda: take(desk, lambda: ListReader(many(1000)), cancelled=cancelled),
    }
    with pytest.raises(IntakeStopped):
        works[work]()
    assert len(asked) == 2
    assert events(desk) == before


def test_a_file_that_breaks_off_is_not_taken(desk: Desk) -> None:
    class Breaking(ListReader):
        def rows(self) -> Iterator[Row]:
            yield from super().rows()
            raise UnusableFileError("unreadable", file="berkas.csv", reason="dicabut")

    before = events(desk)
    with pytest.raises(UnusableFileError):
        take(desk, lambda: Breaking([SITI, PADI]))
    assert events(desk) == before


def test_progress_is_told_and_rows_are_let_go_of(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int]] = []
    most: list[int] = []
    forget = SqlState.forget

    def watched(state: SqlState) -> None:
        most.append(len(state._seen))
        forget(state)

    monkeypatch.setattr(SqlState, "forget", watched)
    take(desk, lambda: ListReader(many(1000)), progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 1000)] * 5
    assert len(most) == 5
    assert max(most) <= 201  # members of this part of the file, and the operator


def test_doubts_are_counted_beyond_the_list(desk: Desk) -> None:
    report = IntakeReport("berkas.csv", "marc")
    for line in range(MOST_DOUBTS + 7):
        report.add(Problem(line, "isbn", "isbn_length", fatal=False))
    for line in range(3):
        report.add(Problem(line, "title", "title_missing"))
    assert (len(report.doubts), report.unlisted_doubts, len(report.refused)) == (MOST_DOUBTS, 7, 3)


# ---- properties --------------------------------------------------------------------------------------------------

TITLES = st.builds(
    BiblioRecord,
    title=st.sampled_from(["Padi", "padi!", "Laut"]),
    authors=st.sampled_from([(), ("Kenari",), ("Pinus",)]),
    isbn=st.sampled_from(["", "9780000000002", "9780000000019"]),
    publish_year=st.sampled_from(["", "2019"]),
    edition=st.sampled_from(["", "1", "2"]),
    source_key=st.sampled_from(["", "", "K1", "K2"]),
    items=st.lists(
        st.builds(ItemRecord, st.sampled_from(["B1", "B2", "b3", "B4"]), location=st.sampled_from(["", "R1", "R2"])),
        max_size=2,
    ).map(tuple),
)
COPIES = st.builds(
    ItemRecord,
    st.sampled_from(["B1", "B2", "B9"]),
    title_key=st.sampled_from(["Padi", "Laut", "Tidak ada"]),
    status=st.sampled_from(["", "Rusak", "No Loan", "entah"]),
)
PEOPLE = st.builds(
    MemberRecord,
    member_no=st.sampled_from(["1", "2", "B1"]),
    full_name=st.sampled_from(["Siti Kenari", "Siti", "Bima Pinus"]),
    birth_on=st.sampled_from([None, date(1990, 1, 1), date(1991, 1, 1)]),
    phone=st.sampled_from(["", "0811", "0812"]),
    identity_no=st.sampled_from(["", "", "X1", "X2"]),
    member_type=st.sampled_from(["", "Pelajar", "Aneh"]),
)
FILES = st.one_of(*(st.lists(st.one_of(kind, kind, st.none()), max_size=8) for kind in (TITLES, COPIES, PEOPLE)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(FILES, min_size=1, max_size=3))
def test_dry_run_and_taking_agree_and_a_second_time_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, files: list[list[Record | None]]
) -> None:
    desk = fakes.new_desk(tmp_path_factory.mktemp("meja"))
    for records in files:
        taken(desk, *records, accept_refused=True)
        again = taken(desk, *records, accept_refused=True)
        assert again.events == 0, again.found
    with desk.database.read() as connection:
        assert first_break(driver(connection)) is None
    desk.database.close()


# ---- from a file, and the example library ------------------------------------------------------------------------


def test_titles_then_copies_from_files(desk: Desk, tmp_path: Path) -> None:
    titles, copies = tmp_path / "judul.csv", tmp_path / "eksemplar.csv"
    titles.write_text("Judul;Pengarang;Tahun\nPadi di Sawah;Kenari, Melati;2019\nLaut Malam;Pinus, Bima;2020\n")
    copies.write_text("Barcode;Judul;Jenis Koleksi\nB1;Padi di Sawah;Referensi\nB2;Tidak Ada;Umum\n")
    opens: list[Callable[[], Any]] = [lambda: open_reader(titles, "biblio"), lambda: open_reader(copies, "item")]
    assert take(desk, opens[0], titles.name).titles.new == 2
    report = inspect(desk, opens[1](), copies.name)
    (found,) = report.refused
    assert (report.file, found.problem.line, found.problem.code) == ("eksemplar.csv", 3, IntakeCode.TITLE_UNKNOWN)
    assert take(desk, opens[1], accept_refused=True).items.new == 1
    assert only(desk, Item).collection_kind == "referensi"


def test_filling_an_example_library(desk: Desk) -> None:
    told: list[int] = []
    records = [*many(250), PADI, replace(PADI, title="Lain", items=(ItemRecord("B8", collection_kind="Berkala"),))]
    added = fill(desk, records, lambda done, _total: told.append(done))
    assert added == {"member": 250, "biblio": 2, "item": 2}
    assert len(rows(desk, Member)) == 250
    assert {item.collection_kind for item in rows(desk, Item)} == {"umum", "berkala"}
    assert told == [200]
    with pytest.raises(ValueError, match="copy"):
        fill(desk, [ItemRecord("B9", title_key="Padi")])


@pytest.mark.parametrize(
    ("word", "meant"),
    [("Standard", "umum"), ("STUDENT", "pelajar"), ("siswa", "pelajar"), ("Mahasiswa", "mahasiswa"), ("PNS", "asn")],
)
def test_member_types_of_other_systems(word: str, meant: str) -> None:
    assert words.member_type(word, ()) == (meant, False)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("Reference", "referensi"), ("Fiction", "umum"), ("Textbook", "umum"), ("Koleksi Umum", "umum"), ("", "")],
)
def test_collection_kinds_of_other_systems(word: str, meant: str) -> None:
    assert words.collection_kind(word, ()) == (meant, False)


def test_the_librarys_own_words_come_first() -> None:
    assert words.collection_kind("Fiction", ("fiction",)) == ("fiction", False)
    assert words.collection_kind("Peta", ()) == ("lama (Peta)", True)
