"""INLISLite's XLSX files: the member template and the list of copies with their titles.

Columns are found by the text of their headings, never by place: templates differ between versions ("TANGGAL BERLAKU
AKHIR", "TANGGAL AKHIR BERLAKU") and libraries delete what they do not use. Above the headings other rows may stand
(a title, the group headings of the copies). Religion, marital status and mother's name are not taken: a counter has
no need of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from loket.importing.build import build_biblio, build_member
from loket.importing.fields import Fields
from loket.importing.records import Progress, Record, Row
from loket.importing.sheet import SheetFile

# Heading, normalised -> field. Fields that end in "_card" are the address as it stands on the identity card.
MEMBER_HEADINGS: dict[str, str] = {
    "no anggota": "member_no", "nomor anggota": "member_no", "nama": "full_name", "nama lengkap": "full_name",
    "tempat lahir": "birth_place", "tanggal lahir": "birth_on", "tgl lahir": "birth_on",
    "alamat sesuai ktp": "address_card", "rt sesuai ktp": "rt_card", "rw sesuai ktp": "rw_card",
    "kelurahan sesuai ktp": "village_card", "kecamatan sesuai ktp": "district_card",
    "propinsi": "province_card", "provinsi": "province_card", "propinsi sesuai ktp": "province_card",
    "provinsi sesuai ktp": "province_card", "kabupaten kota": "city_card", "kabupaten sesuai ktp": "city_card",
    "kabupaten kota sesuai ktp": "city_card", "kecamatan": "district_card", "kelurahan": "village_card",
    "rt": "rt_card", "rw": "rw_card", "alamat tempat tinggal sekarang": "address", "alamat sekarang": "address",
    "rt sekarang": "rt", "rw sekarang": "rw", "kelurahan sekarang": "village", "kecamatan sekarang": "district",
    "kabupaten sekarang": "city", "kabupaten kota sekarang": "city", "propinsi sekarang": "province",
    "provinsi sekarang": "province", "no hp": "phone", "no telp rumah": "phone_home",
    "jenis identitas": "identity_type", "no identitas": "identity_no", "nomor identitas": "identity_no",
    "jenis kelamin": "sex", "pekerjaan": "job", "alamat email": "email", "email": "email",
    "jenis anggota": "member_type", "pendidikan terakhir": "education", "pendidikan": "education",
    "tanggal pendaftaran": "registered_on", "tgl pendaftaran": "registered_on",
    "tanggal berlaku akhir": "valid_until", "tanggal akhir berlaku": "valid_until",
    "tgl akhir berlaku": "valid_until", "berlaku hingga": "valid_until", "status anggota": "status",
    "nama institusi": "institution", "fakultas": "faculty", "jurusan": "major", "kelas siswa": "school_class",
    "unit kerja": "unit", "nama keadaan darurat": "emergency_name", "alamat keadaan darurat": "emergency_address",
    "no telp keadaan darurat": "emergency_phone", "status hubungan darurat": "emergency_relation",
    "status hubungan keadaan darurat": "emergency_relation",
}  # fmt: skip
ITEM_HEADINGS: dict[str, str] = {
    "tgl pengadaan": "received_on", "tanggal pengadaan": "received_on", "no induk": "accession_no",
    "nomor induk": "accession_no", "no barcode": "barcode", "nomor barcode": "barcode", "jenis sumber": "source",
    "mata uang": "currency", "harga": "price_rp", "kode lokasi perpustakaan": "library",
    "kode lokasi ruang": "location", "lokasi ruang": "location", "akses": "access", "kategori": "collection_kind",
    "ketersediaan": "item_status", "nomor panggil eksemplar": "item_call_number", "jenis bahan": "material",
    "judul utama": "title", "judul": "title", "anak judul": "subtitle",
    "pernyataan tanggungjawab": "responsibility", "pernyataan tanggung jawab": "responsibility",
    "tajuk pengarang": "main_author", "tajuk pengarang badan kooperasi": "main_body",
    "tajuk pengarang badan korporasi": "main_body", "pengarang tambahan nama orang": "added_authors",
    "pengarang tambahan nama badan": "added_bodies", "edisi": "edition", "kota terbit": "publish_place",
    "tempat terbit": "publish_place", "penerbit": "publisher", "tahun terbit": "publish_year",
    "jumlah halaman": "pages", "dimensi": "dimensions", "isbn": "isbn", "issn": "issn", "no ddc": "ddc_class",
    "nomor ddc": "ddc_class", "nomor panggil katalog": "call_number", "abstrak": "note", "bahasa": "language",
    "subjek topik": "subjects", "subjek": "subjects",
}  # fmt: skip
_LAYOUTS: dict[str, tuple[dict[str, str], tuple[frozenset[str], ...]]] = {
    "member": (MEMBER_HEADINGS, (frozenset({"member_no", "full_name"}),)),
    "biblio": (ITEM_HEADINGS, (frozenset({"barcode", "title"}), frozenset({"accession_no", "title"}))),
}
# These tell INLISLite's own files from a sheet of any layout, which is the mapping page's business.
_OWN_HEADINGS = {
    "member": {"alamat sesuai ktp", "alamat tempat tinggal sekarang", "jenis permohonan", "status anggota",
               "tanggal berlaku akhir", "tanggal akhir berlaku", "no identitas", "jenis identitas"},
    "biblio": {"judul utama", "nomor panggil eksemplar", "nomor panggil katalog", "ketersediaan", "tajuk pengarang",
               "kode lokasi perpustakaan", "kode lokasi ruang", "pernyataan tanggungjawab"},
}  # fmt: skip
_FEWEST_OWN = 2
_HEADING_ROWS = 20  # looked through for the headings
_BUILDERS: dict[str, Callable[[Fields], Record]] = {"member": build_member, "biblio": build_biblio}


def heading_key(text: str) -> str:
    """A heading for comparing: lower case, words only, one space between."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


class InlisliteReader:
    """Reads the members, or the copies each with its title, of one sheet."""

    def __init__(self, file: SheetFile, sheet: str, kind: str) -> None:
        self.kind = kind
        self.format = "inlislite_member" if kind == "member" else "inlislite_item"
        self._file = file
        self._sheet = sheet

    def rows(self) -> Iterator[Row]:
        known, _ = _LAYOUTS[self.kind]
        places: dict[str, int] | None = None
        headings: dict[str, str] = {}
        for row in self._file.rows(self._sheet):
            if places is None:
                if is_heading_row(row.cells, self.kind):
                    places = columns(row.cells, known)
                    headings = {field: row.cells[place] for field, place in places.items()}
                continue
            cells = {field: row.cells[place] for field, place in places.items() if place < len(row.cells)}
            if not any(cells.values()):
                continue  # numbered in advance, or only columns that are not taken
            fields = Fields(row.line, cells, headings)
            yield fields.row(_BUILDERS[self.kind](fields))

    def progress(self) -> Progress:
        return self._file.progress()


def columns(cells: Sequence[str], known: dict[str, str]) -> dict[str, int]:
    """Field -> place, the first heading of a field counting."""
    places: dict[str, int] = {}
    for place, cell in enumerate(cells):
        field = known.get(heading_key(cell))
        if field:
            places.setdefault(field, place)
    return places


def is_heading_row(cells: Sequence[str], kind: str) -> bool:
    known, needed = _LAYOUTS[kind]
    fields = columns(cells, known).keys()
    own = _OWN_HEADINGS[kind] & {heading_key(cell) for cell in cells}
    return any(fields >= combination for combination in needed) and len(own) >= _FEWEST_OWN


def recognise(file: SheetFile) -> tuple[str, str] | None:
    """The sheet and kind of an INLISLite file; None when no sheet is one."""
    for sheet in file.sheet_names():
        for row in islice(file.rows(sheet), _HEADING_ROWS):
            for kind in _LAYOUTS:
                if is_heading_row(row.cells, kind):
                    return sheet, kind
    return None
