"""The clearance letter on paper: what it says, what is left to be written by hand, and that it is one A4 page."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from loket.devices import resources
from loket.domain.entities import Id, Library, Member
from loket.domain.wording import long_date
from loket.reports.clearance import clearance_pdf
from loket.reports.letterhead import Letterhead, spaced_nip
from loket.reports.pdf import HELVETICA, load_fonts
from loket.services.clearance import Clearance

LIBRARY = Library(
    *(Id("1" * 32), "Perpustakaan Umum Contoh", "CTH", "Jalan Contoh 1", "0000 111222"),
    *("Ratna Contoh, S.Sos.", "000000000000002001"),
)
MEMBER = Member(
    *(Id("2" * 32), "L1-2600012", "Yohana <b>Contoh</b> & Rekan", "pelajar", "P", date(2009, 5, 17), "Kota Contoh"),
    address="Jalan Melati Contoh 12 RT 003",
    district="Contoh Tengah",
    institution="SMA Contoh",
    school_class="XII IPA 2",
    identity_sealed=b"0000",
)
LETTER = Clearance(MEMBER, LIBRARY, "041/BP/XI/2026", date(2026, 11, 22))
HEAD = Letterhead("Kupang", "Dinas Perpustakaan Contoh")


def text_of(pdf: bytes, folder: Path) -> str:
    file = folder / "surat.pdf"
    file.write_bytes(pdf)
    return subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True, text=True).stdout


def words(letter: Clearance, folder: Path, head: Letterhead = HEAD) -> str:
    return " ".join(text_of(clearance_pdf(letter, head, load_fonts(resources.path("fonts"))), folder).split())


def test_the_letter_says_who_what_where_and_when(tmp_path):
    said = words(LETTER, tmp_path)
    for part in (
        "DINAS PERPUSTAKAAN CONTOH PERPUSTAKAAN UMUM CONTOH Jalan Contoh 1 · Telepon 0000 111222",
        "SURAT KETERANGAN BEBAS PUSTAKA Nomor: 041/BP/XI/2026",
        "Kepala Perpustakaan Umum Contoh, menerangkan bahwa:",
        "Nama : Yohana <b>Contoh</b> & Rekan Nomor anggota : L1-2600012",
        "Tempat, tanggal lahir : Kota Contoh, 17 Mei 2009 Jenis kelamin : Perempuan",
        "Sekolah/instansi : SMA Contoh Kelas : XII IPA 2 Alamat : Jalan Melati Contoh 12 RT 003, Kec. Contoh Tengah",
        "sampai dengan tanggal 22 November 2026 tidak mempunyai pinjaman bahan pustaka",
        "dinyatakan bebas pustaka.",
        "Kupang, 22 November 2026 Kepala, Ratna Contoh, S.Sos. NIP 00000000 000000 2 001",
    ):
        assert part in said
    assert "berakhir" not in said
    assert "Keanggotaannya berakhir pada tanggal tersebut." in words(replace(LETTER, leaves=True), tmp_path)


def test_what_the_library_does_not_have_is_left_to_be_written(tmp_path):
    bare = replace(LIBRARY, head_name="", head_nip="", phone="")
    said = words(replace(LETTER, letter_no="", library=bare), tmp_path, Letterhead())
    assert "Nomor: ..." in said
    assert "..., 22 November 2026 Kepala, (..." in said
    assert "NIP" not in said
    assert "Telepon" not in said


def test_the_office_of_who_signs_is_not_said_twice(tmp_path):
    said = words(LETTER, tmp_path, Letterhead("Kupang", head_title="Plt. Kepala Perpustakaan"))
    assert "di bawah ini, Plt. Kepala Perpustakaan Umum Contoh, menerangkan" in said
    assert "Plt. Kepala Perpustakaan, Ratna" in said


def test_an_empty_field_has_no_line(tmp_path):
    bare = Member(Id("3" * 32), "A-9", "Ada Contoh", "umum")
    said = words(replace(LETTER, member=bare), tmp_path)
    assert "Nama : Ada Contoh Nomor anggota : A-9 sampai dengan" in said


@pytest.mark.parametrize("name", ["Ada", "Raden Mas " + "Panjang Sekali Namanya " * 6])
def test_it_is_one_page_of_a4_with_the_signature_on_it(tmp_path, name):
    long = replace(MEMBER, full_name=name, address="Jalan Contoh " * 14)
    pdf = clearance_pdf(replace(LETTER, member=long), HEAD, load_fonts(resources.path("fonts")))
    (tmp_path / "surat.pdf").write_bytes(pdf)
    about = subprocess.run(["pdfinfo", tmp_path / "surat.pdf"], capture_output=True, check=True, text=True).stdout
    assert "Pages:           1" in about
    assert "(A4)" in about
    assert "NIP" in text_of(pdf, tmp_path)


def test_it_can_be_made_without_the_shipped_fonts(tmp_path):
    assert "bebas pustaka" in text_of(clearance_pdf(LETTER, HEAD, HELVETICA), tmp_path)


def test_dates_and_staff_numbers_are_written_as_offices_write_them():
    assert long_date(date(2026, 5, 1)) == "1 Mei 2026"
    assert spaced_nip(" 0000 0000 0000 002001 ") == "00000000 000000 2 001"
    assert spaced_nip("-") == "-"
    assert spaced_nip("12345") == "12345"
