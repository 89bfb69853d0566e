"""Tables of any layout, read by a mapping, and the guess the mapping page starts from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from loket.importing import REQUIRED, SYNONYMS, guess_mapping, open_reader, preview
from loket.importing.records import BiblioRecord, ItemRecord, Mapping, MemberRecord, UnusableFileError

SCHOOL = (
    "NIS;Nama Siswa;L/P;Tgl Lahir;Kelas;Alamat\r\n0012;Randu;L;5-6-2012;7A;Jl. Angin 1, Kota\r\n0013;Jati;P;;7B;-\r\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "siswa.csv"


def write_xlsx(path: Path, rows: list[list[object]]) -> Path:
    path = path.with_suffix(".xlsx")
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet()
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path


def test_preview_guess_and_reading_belong_together(path: Path) -> None:
    path.write_text(SCHOOL, newline="")
    seen = preview(path, 1)
    assert seen.headings == ["NIS", "Nama Siswa", "L/P", "Tgl Lahir", "Kelas", "Alamat"]
    assert seen.rows == [["0012", "Randu", "L", "5-6-2012", "7A", "Jl. Angin 1, Kota"]]
    mapping = guess_mapping(seen.headings, "member")
    assert mapping.columns == {
        "member_no": "NIS", "full_name": "Nama Siswa", "sex": "L/P", "birth_on": "Tgl Lahir", "address": "Alamat",
        "school_class": "Kelas",
    }  # fmt: skip
    reader = open_reader(path, mapping=mapping)
    assert (reader.format, reader.kind) == ("table_csv", "member")
    assert [(row.line, row.record) for row in reader.rows()] == [
        (
            2,
            MemberRecord(
                "0012", "Randu", sex="L", birth_on=date(2012, 6, 5), address="Jl. Angin 1, Kota", institution="7A"
            ),
        ),
        (3, MemberRecord("0013", "Jati", sex="P", institution="7B")),
    ]


def test_the_kind_alone_is_enough_where_the_headings_speak(path: Path) -> None:
    path.write_text(SCHOOL, newline="")
    assert [row.record.member_no for row in open_reader(path, "member").rows()] == ["0012", "0013"]
    for kind in (None, "item"):
        with pytest.raises(UnusableFileError, match="format_unknown"):
            open_reader(path, kind)


def test_sheet_with_a_title_above_and_short_rows(path: Path) -> None:
    book = write_xlsx(
        path,
        [
            ["Buku tahun 2020"],
            [],
            ["Judul", "Pengarang", "Barcode", "Harga"],
            ["Angin", "Randu; Jati", 77],
            ["Hujan", None, "B2", "Rp 5.000"],
        ],
    )
    assert preview(book, 5).rows == [["Angin", "Randu; Jati", "77", ""], ["Hujan", "", "B2", "Rp 5.000"]]
    reader = open_reader(book, "biblio")
    assert reader.format == "table_xlsx"
    assert [(row.line, row.record) for row in reader.rows()] == [
        (4, BiblioRecord("Angin", authors=("Randu", "Jati"), items=(ItemRecord("77"),))),
        (5, BiblioRecord("Hujan", items=(ItemRecord("B2", price_rp=5000),))),
    ]


def test_items_by_mapping(path: Path) -> None:
    path.write_text("Kode,Buku,Nomor,Keadaan\n1,Angin /,813,Rusak\n,Angin,813,Baik\n")
    mapping = Mapping(
        "item", {"barcode": "Kode", "title_key": "Buku", "call_number": "Nomor", "status": "Keadaan", "source": ""}
    )
    rows = list(open_reader(path, mapping=mapping).rows())
    assert rows[0].record == ItemRecord("1", call_number="813", status="Rusak", title_key="Angin")
    assert [(problem.line, problem.column, problem.code) for problem in rows[1].problems] == [
        (3, "Kode", "barcode_missing")
    ]


def test_without_headings_the_columns_have_numbers(path: Path) -> None:
    path.write_text("0012\tRandu\t2012-06-05\n0013\tJati\t2012-06-06\n")
    assert preview(path, 9).headings == ["Kolom 1", "Kolom 2", "Kolom 3"]
    rows = list(open_reader(path, mapping=Mapping("member", {"member_no": "Kolom 1", "full_name": "Kolom 2"})).rows())
    assert [(row.line, row.record.full_name) for row in rows] == [(1, "Randu"), (2, "Jati")]


def test_repeated_and_empty_headings_can_be_pointed_at(path: Path) -> None:
    path.write_text("Nama,,Nama,Kode\nRandu,x,Jati,A\n")
    assert preview(path, 1).headings == ["Nama", "Kolom 2", "Nama (2)", "Kode"]
    mapping = Mapping("member", {"member_no": "Kode", "full_name": "Nama (2)"})
    assert [row.record.full_name for row in open_reader(path, mapping=mapping).rows()] == ["Jati"]


def test_short_and_long_rows_of_a_text_file_are_refused(path: Path) -> None:
    path.write_text('Kode,Nama\nA,Randu,,\nB\nC,Jati,x\nD,"Waru\n')
    rows = list(open_reader(path, mapping=Mapping("member", {"member_no": "Kode", "full_name": "Nama"})).rows())
    assert rows[0].record == MemberRecord("A", "Randu")
    assert [(row.line, problem.code, problem.value) for row in rows for problem in row.problems] == [
        (3, "column_count", "1/2"),
        (4, "column_count", "3/2"),
        (5, "quote_unclosed", 'D,"Waru'),
    ]


@pytest.mark.parametrize(
    ("columns", "code", "params"),
    [
        ({"member_no": "Kode"}, "mapping_incomplete", {"fields": ["full_name"]}),
        ({"member_no": "Kode", "full_name": "Namanya"}, "mapping_heading_missing", {"headings": ["Namanya"]}),
    ],
)
def test_mappings_that_do_not_fit(path: Path, columns: dict[str, str], code: str, params: dict[str, object]) -> None:
    path.write_text("Kode,Nama\nA,Randu\n")
    with pytest.raises(UnusableFileError) as caught:
        open_reader(path, mapping=Mapping("member", columns))
    assert (caught.value.code, caught.value.params) == (code, {"file": "siswa.csv"} | params)


def test_another_persons_name_is_not_the_members() -> None:
    headings = ["Nama Ibu Kandung", "No Anggota", "Nama Lengkap Siswa", "Nama Sekolah"]
    assert guess_mapping(headings, "member").columns == {"member_no": "No Anggota", "full_name": "Nama Lengkap Siswa"}


def test_a_heading_that_could_serve_two_fields_serves_the_first() -> None:
    assert guess_mapping(["Alamat Email Aktif"], "member").columns == {"email": "Alamat Email Aktif"}


@pytest.mark.parametrize("kind", sorted(SYNONYMS))
def test_every_field_is_guessed_from_its_surest_heading(kind: str) -> None:
    headings = [synonyms[0].upper().replace(" ", "_") for synonyms in SYNONYMS[kind].values()]
    mapping = guess_mapping(headings, kind)
    assert mapping.columns == dict(zip(SYNONYMS[kind], headings, strict=True))
    assert set(REQUIRED[kind]) <= mapping.columns.keys()


@given(st.lists(st.text(max_size=15), max_size=12), st.sampled_from(sorted(SYNONYMS)))
def test_a_guess_gives_each_heading_away_once(headings: list[str], kind: str) -> None:
    columns = guess_mapping(headings, kind).columns
    assert len(set(columns.values())) == len(columns)
    assert set(columns.values()) <= set(headings)
