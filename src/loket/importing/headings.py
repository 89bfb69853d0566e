"""Which heading probably means which field, in Indonesian, English, SLiMS's and INLISLite's words."""

from __future__ import annotations

from collections.abc import Sequence

from loket.importing.inlislite import heading_key
from loket.importing.records import Mapping

# For each kind, each field the mapping page offers, with headings that mean it, the surest first. All normalised by
# `heading_key`: lower case, words only.
SYNONYMS: dict[str, dict[str, tuple[str, ...]]] = {
    "member": {
        "member_no": ("no anggota", "nomor anggota", "member id", "id anggota", "kode anggota", "member no",
                      "no kartu", "nomor kartu", "member number", "card number", "barcode anggota", "no reg",
                      "nomor registrasi", "nis", "nisn", "nim", "no induk", "nomor induk", "id"),
        "full_name": ("nama lengkap", "nama anggota", "nama", "member name", "full name", "fullname", "name",
                      "nama siswa", "nama peminjam"),
        "member_type": ("jenis anggota", "tipe anggota", "member type name", "member type", "kategori anggota",
                        "keanggotaan", "tipe keanggotaan"),
        "sex": ("jenis kelamin", "kelamin", "gender", "sex", "jk", "l p", "lp"),
        "birth_on": ("tanggal lahir", "tgl lahir", "birth date", "birthdate", "date of birth", "lahir"),
        "birth_place": ("tempat lahir", "tmp lahir", "kota lahir", "birth place", "place of birth"),
        "identity_type": ("jenis identitas", "jenis id", "identity type"),
        "identity_no": ("no identitas", "nomor identitas", "nik", "no ktp", "nomor ktp", "ktp", "pin", "identity no",
                        "id number"),
        "phone": ("no hp", "nomor hp", "hp", "no telepon", "nomor telepon", "telepon", "no telp", "telp", "telpon",
                  "no wa", "whatsapp", "member phone", "phone", "mobile", "phone number", "handphone"),
        "phone_home": ("no telp rumah", "telepon rumah", "telp rumah"),
        "email": ("email", "e mail", "alamat email", "surel", "member email", "email address"),
        "address": ("alamat tempat tinggal sekarang", "alamat lengkap", "alamat rumah", "alamat", "member address",
                    "address", "alamat sesuai ktp", "alamat ktp"),
        "rt": ("rt",), "rw": ("rw",),
        "village": ("kelurahan", "desa", "desa kelurahan", "kelurahan desa"),
        "district": ("kecamatan",),
        "city": ("kabupaten kota", "kabupaten", "kota", "city"),
        "province": ("provinsi", "propinsi", "province"),
        "postal_code": ("kode pos", "postal code", "zip"),
        "institution": ("nama institusi", "institusi", "instansi", "sekolah", "asal sekolah", "lembaga", "inst name",
                        "institution", "kampus", "universitas", "perguruan tinggi", "unit kerja"),
        "faculty": ("fakultas",), "major": ("jurusan", "program studi", "prodi"),
        "school_class": ("kelas", "kelas siswa"),
        "education": ("pendidikan terakhir", "pendidikan", "education"),
        "job": ("pekerjaan", "profesi", "job", "occupation"),
        "registered_on": ("tanggal pendaftaran", "tgl pendaftaran", "tanggal daftar", "tgl daftar",
                          "tanggal registrasi", "register date", "registration date", "member since date",
                          "terdaftar"),
        "valid_until": ("tanggal berlaku akhir", "tanggal akhir berlaku", "tgl akhir berlaku", "berlaku hingga",
                        "berlaku sampai", "berlaku s d", "masa berlaku", "tanggal kedaluwarsa", "kadaluarsa",
                        "kedaluwarsa", "expire date", "expiry date", "valid until"),
        "note": ("catatan", "keterangan", "member notes", "notes", "note"),
        "status": ("status anggota", "status keanggotaan"),
    },
    "biblio": {
        "title": ("judul utama", "judul buku", "judul", "title", "nama buku", "judul koleksi"),
        "subtitle": ("anak judul", "subjudul", "sub judul", "subtitle"),
        "responsibility": ("pernyataan tanggungjawab", "pernyataan tanggung jawab", "sor",
                           "statement of responsibility"),
        "authors": ("pengarang", "penulis", "authors", "author", "tajuk pengarang", "nama pengarang", "karangan"),
        "edition": ("edisi", "edition", "cetakan"),
        "isbn": ("isbn issn", "isbn", "no isbn"),
        "publisher": ("penerbit", "publisher name", "publisher", "nama penerbit"),
        "publish_place": ("kota terbit", "tempat terbit", "place name", "place"),
        "publish_year": ("tahun terbit", "tahun", "publish year", "year", "thn terbit"),
        "collation": ("kolasi", "deskripsi fisik", "collation"),
        "pages": ("jumlah halaman", "halaman", "pages"),
        "dimensions": ("dimensi", "ukuran", "tinggi"),
        "series": ("judul seri", "seri", "series title", "series"),
        "call_number": ("nomor panggil katalog", "nomor panggil", "no panggil", "call number", "no panggil buku"),
        "ddc_class": ("no ddc", "nomor ddc", "klasifikasi", "classification", "no klas", "nomor klas", "kelas ddc",
                      "ddc", "no klasifikasi"),
        "language": ("bahasa", "language name", "language"),
        "material": ("jenis bahan", "gmd name", "gmd", "bentuk", "jenis bahan pustaka"),
        "subjects": ("subjek topik", "subjek", "topik", "topics", "subject", "tajuk subjek", "subjects"),
        "note": ("abstrak", "catatan", "notes", "keterangan", "abstract", "ringkasan"),
        "item_barcodes": ("item code", "kode eksemplar", "daftar barcode"),
        "barcode": ("no barcode", "nomor barcode", "barcode"),
        "accession_no": ("no induk", "nomor induk", "no inventaris", "nomor inventaris", "inventory code",
                         "kode inventaris", "no induk buku"),
        "item_call_number": ("nomor panggil eksemplar",),
        "collection_kind": ("kategori", "jenis koleksi", "tipe koleksi", "coll type name", "kategori koleksi"),
        "location": ("kode lokasi ruang", "lokasi", "rak", "lokasi rak", "location name", "location"),
        "item_status": ("ketersediaan", "status eksemplar", "item status name", "kondisi"),
        "access": ("akses",),
        "price_rp": ("harga", "harga buku", "price"),
        "currency": ("mata uang", "price currency"),
        "source": ("jenis sumber", "sumber", "asal", "asal buku", "source", "perolehan"),
        "received_on": ("tgl pengadaan", "tanggal pengadaan", "tanggal terima", "received date", "tanggal masuk",
                        "tgl masuk"),
    },
    "item": {
        "barcode": ("no barcode", "nomor barcode", "barcode", "item code", "kode eksemplar", "kode item",
                    "kode buku"),
        "accession_no": ("no induk", "nomor induk", "no inventaris", "nomor inventaris", "inventory code",
                         "kode inventaris", "no induk buku"),
        "title_key": ("judul utama", "judul buku", "judul", "title", "nama buku"),
        "call_number": ("nomor panggil eksemplar", "nomor panggil", "no panggil", "call number"),
        "collection_kind": ("jenis koleksi", "kategori", "tipe koleksi", "coll type name", "kategori koleksi"),
        "location": ("kode lokasi ruang", "lokasi", "rak", "lokasi rak", "location name", "location"),
        "status": ("ketersediaan", "status", "status eksemplar", "item status name", "kondisi"),
        "price_rp": ("harga", "harga buku", "price"),
        "currency": ("mata uang", "price currency"),
        "source": ("jenis sumber", "sumber", "asal", "source", "perolehan"),
        "received_on": ("tgl pengadaan", "tanggal pengadaan", "tanggal terima", "received date", "tanggal masuk",
                        "tgl masuk"),
    },
}  # fmt: skip

REQUIRED: dict[str, tuple[str, ...]] = {
    "member": ("member_no", "full_name"),
    "biblio": ("title",),
    "item": ("barcode", "title_key"),
}

# "Nama Ibu" is not the member's name: a heading with one of these words is only taken when it matches in full.
_OTHER_PERSONS = frozenset({"ibu", "ayah", "wali", "ortu", "orang", "darurat", "institusi", "instansi", "sekolah",
                            "kantor", "file", "foto", "photo", "petugas", "user", "mother", "father"})  # fmt: skip
_SHORTEST_START = 3  # letters of a synonym that a longer heading may begin with


def guess_mapping(headings: Sequence[str], kind: str) -> Mapping:
    """The likely column of each field of a record; see `likely_columns`."""
    return Mapping(kind, likely_columns(headings, SYNONYMS[kind]))


def likely_columns(headings: Sequence[str], synonyms: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Field → its likely heading; a heading serves one field, fields without a likely heading are left out.

    Headings that match in full are given away first; then those that begin with a known one ("Nama lengkap siswa").
    """
    free = {heading: heading_key(heading) for heading in headings if heading_key(heading)}
    chosen: dict[str, str] = {}
    for matches in (_equal, _begins):
        for field, words in synonyms.items():
            if field in chosen:
                continue
            heading = next((name for word in words for name, key in free.items() if matches(key, word)), None)
            if heading is not None:
                chosen[field] = heading
                del free[heading]
    return {field: chosen[field] for field in synonyms if field in chosen}


def _equal(key: str, synonym: str) -> bool:
    return key == synonym


def _begins(key: str, synonym: str) -> bool:
    return len(synonym) >= _SHORTEST_START and key.startswith(synonym + " ") and not _OTHER_PERSONS & set(key.split())
