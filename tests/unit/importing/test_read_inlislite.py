"""INLISLite's XLSX files, made here with headings as its templates have them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from loket.importing import open_reader
from loket.importing.records import BiblioRecord, ItemRecord, MemberRecord, Row, UnusableFileError

MEMBER = {
    "NO": 1, "NO ANGGOTA": "26-0001", "NAMA": "Randu Contoh", "TEMPAT LAHIR": "Kota Angin",
    "TANGGAL LAHIR": date(1990, 12, 31), "ALAMAT SESUAI KTP": "Jl. Lama 1", "PROPINSI": "Prop. Lama",
    "KABUPATEN / KOTA": "Kota Lama", "ALAMAT TEMPAT TINGGAL SEKARANG": "Jl. Angin 2 RT 01", "RT SEKARANG": "01",
    "KABUPATEN / KOTA SEKARANG": "Kota Angin", "NO. HP": "0812-0000-1", "JENIS IDENTITAS": "KTP / NIK",
    "NO. IDENTITAS": "0000000000000001", "JENIS KELAMIN": "Wanita", "AGAMA": "-", "PEKERJAAN": "Guru",
    "IBU KANDUNG": "Rahasia", "ALAMAT EMAIL": "randu@example.org", "JENIS ANGGOTA": "Umum", "PENDIDIKAN TERAKHIR": "S1",
    "TANGGAL PENDAFTARAN": "17 Agustus 2020", "TANGGAL BERLAKU AKHIR": 46387, "STATUS ANGGOTA": "ACTIVE",
    "NAMA INSTITUSI": "SD Contoh", "KELAS SISWA": "5A", "NAMA (KEADAAN DARURAT)": "Jati",
    "NO TELP (KEADAAN DARURAT)": "0812-0000-2",
}  # fmt: skip

ITEM = {
    "NO": 1,
    "TGL PENGADAAN": "14-02-2015",
    "NO. INDUK": "0001/LP/15",
    "NO. BARCODE": 123456789012.0,
    "JENIS SUMBER": "Hadiah/Hibah",
    "MATA UANG": "IDR",
    "HARGA": 25000,
    "KODE LOKASI PERPUSTAKAAN": "Pusat",
    "KODE LOKASI RUANG": "0101",
    "AKSES": "Dapat dipinjam",
    "KATEGORI": "Koleksi Umum",
    "KETERSEDIAAN": "Tersedia",
    "NOMOR PANGGIL EKSEMPLAR": "123 RAN a",
    "JENIS BAHAN": "Monograf",
    "JUDUL UTAMA": "Angin Timur :",
    "ANAK JUDUL": "kisah /",
    "PERNYATAAN TANGGUNGJAWAB": "A. Randu",
    "TAJUK PENGARANG": "Randu, A.",
    "PENGARANG TAMBAHAN NAMA ORANG": "Jati, B.; Waru, C.",
    "EDISI": "Cet. 1",
    "KOTA TERBIT": "Jakarta :",
    "PENERBIT": "Angin Pers,",
    "TAHUN TERBIT": 2015,
    "JUMLAH HALAMAN": "120 hlm.",
    "DIMENSI": "25 cm.",
    "ISBN": "978-0-13-227267-4",
    "NO DDC": 123,
    "NOMOR PANGGIL KATALOG": "123 RAN a",
    "BAHASA": "ind",
    "SUBJEK TOPIK": "Angin; Cerita",
}


def write(path: Path, rows: Sequence[Sequence[object]], sheet: int = 0) -> Path:
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        sheets = [book.add_worksheet() for _ in range(3)]
        for number, row in enumerate(rows):
            sheets[sheet].write_row(number, 0, row)
    return path


def read(path: Path) -> list[Row]:
    return list(open_reader(path).rows())


def members(path: Path, *rows: dict[str, object]) -> list[Row]:
    return read(write(path, [list(rows[0]), *(list(row.values()) for row in rows)]))


def items(path: Path, *rows: dict[str, object]) -> list[Row]:
    groups = ["DATA EKSEMPLAR", *[None] * 12, "DATA BIBLIOGRAFIS"]
    return read(write(path, [groups, list(rows[0]), *(list(row.values()) for row in rows)]))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "inlis.xlsx"


def test_member_with_every_field(path: Path) -> None:
    rows = members(path, MEMBER)
    assert rows == [
        Row(
            2,
            MemberRecord(
                "26-0001",
                "Randu Contoh",
                member_type="Umum",
                sex="P",
                birth_on=date(1990, 12, 31),
                birth_place="Kota Angin",
                identity_type="KTP / NIK",
                identity_no="0000000000000001",
                phone="0812-0000-1",
                email="randu@example.org",
                address="Jl. Angin 2 RT 01, Kota Angin",
                institution="SD Contoh, 5A",
                education="S1",
                job="Guru",
                registered_on=date(2020, 8, 17),
                valid_until=date(2026, 12, 31),
                note="Kontak darurat: Jati, 0812-0000-2",
            ),
        )
    ]
    assert "Rahasia" not in repr(rows)


def test_columns_in_another_order_under_a_title_on_the_second_sheet(path: Path) -> None:
    turned = {"tanggal akhir berlaku": "31-12-2026"} | dict(reversed(MEMBER.items()))
    del turned["TANGGAL BERLAKU AKHIR"]
    rows = read(write(path, [["DAFTAR ANGGOTA"], [], list(turned), list(turned.values())], sheet=1))
    assert [(row.line, row.record.member_no, row.record.valid_until) for row in rows] == [
        (4, "26-0001", date(2026, 12, 31))
    ]


def test_address_of_the_card_where_there_is_no_other(path: Path) -> None:
    rows = members(path, MEMBER | {"ALAMAT TEMPAT TINGGAL SEKARANG": None})
    assert rows[0].record.address == "Jl. Lama 1, Kota Lama, Prop. Lama"


@pytest.mark.parametrize(
    ("change", "column", "code", "refused"),
    [
        ({"NO ANGGOTA": None}, "NO ANGGOTA", "member_no_missing", True),
        ({"NAMA": ""}, "NAMA", "name_missing", True),
        ({"NO ANGGOTA": 5371010101010000}, "NO ANGGOTA", "number_precision_lost", True),
        ({"NO. IDENTITAS": 5371010101010000}, "NO. IDENTITAS", "number_precision_lost", False),
        ({"TANGGAL BERLAKU AKHIR": "seumur hidup"}, "TANGGAL BERLAKU AKHIR", "date_unreadable", True),
        ({"TANGGAL LAHIR": "31-02-1990"}, "TANGGAL LAHIR", "date_unreadable", False),
        ({"JENIS KELAMIN": "?"}, "JENIS KELAMIN", "sex_unreadable", False),
        ({"PEKERJAAN": "#N/A"}, "PEKERJAAN", "cell_error", False),
        ({"STATUS ANGGOTA": "SUSPEND"}, "STATUS ANGGOTA", "member_status", False),
    ],
)
def test_problems_name_the_heading(
    path: Path, change: dict[str, object], column: str, code: str, refused: bool
) -> None:
    row = members(path, MEMBER | change)[0]
    assert [(problem.line, problem.column, problem.code, problem.fatal) for problem in row.problems] == [
        (2, column, code, refused)
    ]
    assert (row.record is None) is refused


def test_statuses(path: Path) -> None:
    rows = members(path, MEMBER | {"STATUS ANGGOTA": "Pending"}, MEMBER | {"STATUS ANGGOTA": "SUSPEND"}, MEMBER)
    assert [row.record.pending for row in rows] == [True, False, False]
    assert rows[1].record.note.startswith("Status di sistem lama: SUSPEND\n")


def test_numbers_that_are_text(path: Path) -> None:
    row = members(path, MEMBER | {"NO ANGGOTA": 12345.0, "NO. IDENTITAS": 123456789012345, "NO. HP": 81200001})[0]
    record = row.record
    assert (record.member_no, record.identity_no, record.phone) == ("12345", "123456789012345", "81200001")


def test_copy_with_its_title(path: Path) -> None:
    assert items(path, ITEM) == [
        Row(
            3,
            BiblioRecord(
                "Angin Timur : kisah",
                "A. Randu",
                ("Randu, A.", "Jati, B.", "Waru, C."),
                "Cet. 1",
                "9780132272674",
                "Angin Pers",
                "Jakarta",
                "2015",
                "120 hlm. ; 25 cm.",
                call_number="123 RAN a",
                ddc_class="123",
                language="ind",
                material="Monograf",
                subjects=("Angin", "Cerita"),
                items=(
                    ItemRecord(
                        "123456789012",
                        "0001/LP/15",
                        "123 RAN a",
                        "Koleksi Umum",
                        "0101",
                        "",
                        25000,
                        "Hadiah/Hibah",
                        date(2015, 2, 14),
                    ),
                ),
            ),
        )
    ]


def test_copies_come_with_their_titles_also_when_asked_for_as_copies(path: Path) -> None:
    write(path, [list(ITEM), list(ITEM.values())])
    assert open_reader(path, "item").kind == open_reader(path, "biblio").kind == "biblio"
    with pytest.raises(UnusableFileError, match="kind_mismatch"):
        open_reader(path, "member")


def test_accession_number_where_there_is_no_barcode_and_room_only_access(path: Path) -> None:
    rows = items(path, ITEM | {"NO. BARCODE": None, "AKSES": "Baca di tempat"}, ITEM | {"KETERSEDIAAN": "Rusak"})
    assert [(row.record.items[0].barcode, row.record.items[0].status) for row in rows] == [
        ("0001/LP/15", "Baca di tempat"),
        ("123456789012", "Rusak"),
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"JUDUL UTAMA": None}, "title_missing"),
        ({"NO. BARCODE": None, "NO. INDUK": None}, "barcode_missing"),
        ({"NO. BARCODE": "9" * 51}, "barcode_too_long"),
    ],
)
def test_copies_that_are_refused(path: Path, change: dict[str, object], code: str) -> None:
    row = items(path, ITEM | change)[0]
    assert row.record is None
    assert [problem.code for problem in row.problems] == [code]


def test_blank_rows_and_headings_alone(path: Path) -> None:
    blank = dict.fromkeys(MEMBER)
    assert [row.line for row in members(path, MEMBER, blank, {**blank, "NO": 3}, MEMBER)] == [2, 5]
    assert read(write(path, [list(MEMBER)])) == []


def test_a_range_that_was_written_too_small(path: Path, tmp_path: Path) -> None:
    """Some programs leave the sheet's range at A1; every cell counts all the same."""
    import zipfile

    write(path, [list(MEMBER), list(MEMBER.values())])
    small = tmp_path / "kecil.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(small, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = data.replace(b'<dimension ref="A1:AB2"/>', b'<dimension ref="A1"/>')
                assert b'ref="A1"/>' in data
            target.writestr(name, data)
    assert [row.record.member_no for row in read(small)] == ["26-0001"]
