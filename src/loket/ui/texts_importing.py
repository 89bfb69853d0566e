"""Sentences of taking data in: what is wrong with a row or a file, and what to do. The command line says the same.

The window speaks the language it is in; `language="id"` gives the Indonesian source wherever no window is.
"""

from __future__ import annotations

from loket.importing.codes import ProblemCode, UnusableCode
from loket.importing.records import Problem, UnusableFileError
from loket.services.intake_report import Counts, Found, IntakeCode
from loket.ui.format import Language
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.texts import language as current_language

CONTEXT, KIND_CONTEXT = "Importing", "import kind"  # "Judul": a field there, titles here

P, N, U = ProblemCode, IntakeCode, UnusableCode
PROBLEMS: dict[str, str] = {
    P.COLUMN_COUNT: QT_TRANSLATE_NOOP(
        "Importing",
        "Jumlah kolomnya tidak cocok ({value}). Periksa tanda kutip dan pemisah pada baris ini di berkas asalnya.",
    ),
    P.QUOTE_UNCLOSED: QT_TRANSLATE_NOOP(
        "Importing", "Tanda kutipnya tidak ditutup. Betulkan baris ini di berkas asalnya, lalu periksa lagi."
    ),
    P.MEMBER_NO_MISSING: QT_TRANSLATE_NOOP("Importing", "Nomor anggota kosong. Isi nomornya di berkas asal."),
    P.NAME_MISSING: QT_TRANSLATE_NOOP("Importing", "Nama anggota kosong. Isi namanya di berkas asal."),
    P.BARCODE_MISSING: QT_TRANSLATE_NOOP(
        "Importing", "Barcode dan nomor induk kosong. Isi salah satunya di berkas asal."
    ),
    P.BARCODE_TOO_LONG: QT_TRANSLATE_NOOP(
        "Importing", "Barcode lebih dari 50 huruf; mungkin dua kode menyatu. Betulkan di berkas asal."
    ),
    P.TITLE_MISSING: QT_TRANSLATE_NOOP("Importing", "Judulnya kosong. Isi judulnya di berkas asal."),
    P.MARC_BROKEN: QT_TRANSLATE_NOOP(
        "Importing", "Rekaman MARC ini rusak dan tidak terbaca. Ekspor ulang rekamannya dari sistem asal."
    ),
    P.MARC_TRUNCATED: QT_TRANSLATE_NOOP(
        "Importing", "Rekaman MARC ini terpotong. Salin atau unduh berkasnya sekali lagi."
    ),
    P.MARC_DELETED: QT_TRANSLATE_NOOP("Importing", "Rekaman ini ditandai terhapus di sistem asal; tidak diambil."),
    P.MARC_NOT_BIBLIO: QT_TRANSLATE_NOOP(
        "Importing", "Rekaman ini bukan judul (misalnya tajuk kendali); tidak diambil."
    ),
    P.NUMBER_PRECISION_LOST: QT_TRANSLATE_NOOP(
        "Importing",
        "Angka di belakang sudah hilang karena Excel. Di berkas asal, jadikan kolom ini Teks lalu isi lagi nomornya.",
    ),
    P.DATE_UNREADABLE: QT_TRANSLATE_NOOP("Importing", "Tanggal tidak terbaca. Tulis seperti 17-08-2026."),
    P.CELL_ERROR: QT_TRANSLATE_NOOP("Importing", "Selnya berisi kesalahan rumus Excel; dianggap kosong."),
    P.DATE_TWO_DIGIT_YEAR: QT_TRANSLATE_NOOP("Importing", "Tahunnya dua angka; dibaca seperti di samping. Periksa."),
    P.SEX_UNREADABLE: QT_TRANSLATE_NOOP("Importing", "Jenis kelamin tidak dikenal; dikosongkan. Tulis L atau P."),
    P.PRICE_UNREADABLE: QT_TRANSLATE_NOOP(
        "Importing", "Harga tidak terbaca; dikosongkan. Tulis angka rupiah, seperti 45000."
    ),
    P.PRICE_CURRENCY: QT_TRANSLATE_NOOP(
        "Importing", "Harganya bukan rupiah; dikosongkan. Isi nilainya dalam rupiah di Katalog."
    ),
    P.ISBN_CHECK_DIGIT: QT_TRANSLATE_NOOP(
        "Importing", "Angka periksa ISBN tidak cocok; disimpan seperti tertulis. Cocokkan dengan bukunya."
    ),
    P.ISBN_LENGTH: QT_TRANSLATE_NOOP(
        "Importing", "ISBN bukan 10 atau 13 angka; disimpan seperti tertulis. Cocokkan dengan bukunya."
    ),
    P.TEXT_REPAIRED: QT_TRANSLATE_NOOP("Importing", "Huruf yang rusak dibetulkan menjadi seperti di samping."),
    P.CHARACTER_LOST: QT_TRANSLATE_NOOP("Importing", "Ada huruf yang sudah hilang di berkas asal. Betulkan kemudian."),
    P.ENCODING_GUESSED: QT_TRANSLATE_NOOP(
        "Importing", "Penyandian baris ini lain dari yang sebelumnya; hurufnya diterka. Periksa huruf bertanda."
    ),
    P.NOTE_DAMAGED: QT_TRANSLATE_NOOP("Importing", "Catatannya sudah rusak di sistem asal; dikosongkan."),
    P.MEMBER_STATUS: QT_TRANSLATE_NOOP(
        "Importing", "Status anggota di sistem lama disimpan di catatannya. Periksa apakah ia boleh meminjam."
    ),
    P.HOLDING_WITHOUT_BARCODE: QT_TRANSLATE_NOOP(
        "Importing", "Eksemplar tanpa barcode tidak diambil. Beri barcode, lalu tambahkan di Katalog."
    ),
    N.MEMBER_NO_TWICE: QT_TRANSLATE_NOOP(
        "Importing",
        "Nomor anggota ini sudah ada di baris lain dengan data berbeda (nomor = baris pertama). Sisakan satu.",
    ),
    N.MEMBER_NO_TAKEN: QT_TRANSLATE_NOOP(
        "Importing",
        "Nomor anggota ini di Loket milik orang lain. Beri nomor lain di berkas, atau betulkan datanya di Loket.",
    ),
    N.BARCODE_TWICE: QT_TRANSLATE_NOOP(
        "Importing", "Barcode ini sudah dipakai judul lain di berkas yang sama (barcode = baris pertama). Sisakan satu."
    ),
    N.BARCODE_TAKEN: QT_TRANSLATE_NOOP(
        "Importing", "Barcode ini di Loket sudah milik judul lain. Beri label baru pada salah satunya."
    ),
    N.TITLE_UNKNOWN: QT_TRANSLATE_NOOP(
        "Importing", "Judulnya belum ada di katalog. Ambil dahulu berkas judulnya, lalu berkas eksemplar ini."
    ),
    N.WOULD_CHANGE: QT_TRANSLATE_NOOP("Importing", "Sudah ada; isian yang disebut di kiri mengikuti berkas."),
    N.TITLE_REPEATED: QT_TRANSLATE_NOOP(
        "Importing", "Judul yang sama muncul lagi dengan keterangan berbeda; yang pertama dipakai."
    ),
    N.TITLE_TWICE: QT_TRANSLATE_NOOP(
        "Importing", "Sudah ada judul bernama sama, tetapi terbitan atau nomornya lain; dicatat sebagai judul baru."
    ),
    N.TITLE_SEVERAL: QT_TRANSLATE_NOOP(
        "Importing", "Lebih dari satu judul bernama sama; eksemplarnya diletakkan pada yang pertama. Periksa."
    ),
    N.SAME_IDENTITY: QT_TRANSLATE_NOOP(
        "Importing", "Nomor identitasnya sama dengan anggota di samping. Mungkin satu orang dengan dua kartu."
    ),
    N.CODE_CLASH: QT_TRANSLATE_NOOP(
        "Importing", "Kode ini dipakai sebagai barcode dan juga nomor anggota. Di meja, Loket akan menanyakannya."
    ),
    N.MEMBER_TYPE_KEPT: QT_TRANSLATE_NOOP(
        "Importing", "Jenis anggota belum dikenal; disimpan sebagai “lama ({value})” dengan aturan umum."
    ),
    N.MEMBER_TYPE_MISSING: QT_TRANSLATE_NOOP("Importing", "Jenis anggota tidak disebut; dicatat sebagai Umum."),
    N.VALID_UNTIL_MISSING: QT_TRANSLATE_NOOP(
        "Importing", "Masa berlaku kartu tidak disebut; dicatat berlaku seumur hidup."
    ),
    N.KIND_KEPT: QT_TRANSLATE_NOOP(
        "Importing", "Jenis koleksi belum dikenal; disimpan sebagai “lama ({value})” dengan aturan umum."
    ),
    N.STATUS_KEPT: QT_TRANSLATE_NOOP(
        "Importing", "Status eksemplar belum dikenal; dicatat tersedia, kata aslinya ada di catatan."
    ),
    N.WAS_ON_LOAN: QT_TRANSLATE_NOOP(
        "Importing", "Di sistem lama sedang dipinjam; di Loket dicatat tersedia. Terima dahulu bukunya di sistem lama."
    ),
    N.READING_ONLY: QT_TRANSLATE_NOOP(
        "Importing", "Hanya dibaca di tempat; dicatat sebagai koleksi yang tidak dipinjamkan."
    ),
}
UNUSABLE: dict[str, str] = {
    U.NOT_FOUND: QT_TRANSLATE_NOOP("Importing", "Berkas {file} tidak ditemukan. Periksa nama dan foldernya."),
    U.NO_PERMISSION: QT_TRANSLATE_NOOP(
        "Importing", "Berkas {file} tidak boleh dibuka. Tutup dahulu di Excel, atau periksa izinnya."
    ),
    U.IS_FOLDER: QT_TRANSLATE_NOOP("Importing", "{file} adalah folder. Pilih berkas di dalamnya."),
    U.UNREADABLE: QT_TRANSLATE_NOOP(
        "Importing", "Berkas {file} tidak terbaca dari disknya ({reason}). Salin ke komputer ini, lalu coba lagi."
    ),
    U.EMPTY: QT_TRANSLATE_NOOP("Importing", "Berkas {file} kosong. Ekspor sekali lagi dari sistem asal."),
    U.NOT_TEXT: QT_TRANSLATE_NOOP(
        "Importing", "Berkas {file} bukan CSV, Excel, atau MARC. Ekspor dahulu ke salah satunya."
    ),
    U.OLD_EXCEL: QT_TRANSLATE_NOOP(
        "Importing", "Berkas {file} berbentuk Excel lama (.xls). Buka di Excel, simpan sebagai .xlsx, lalu pilih itu."
    ),
    U.OTHER_SPREADSHEET: QT_TRANSLATE_NOOP(
        "Importing", "Berkas {file} lembar kerja bentuk lain. Buka, simpan sebagai .xlsx atau CSV, lalu pilih itu."
    ),
    U.HTML_TABLE: QT_TRANSLATE_NOOP(
        "Importing", "Berkas {file} sebenarnya halaman web. Buka di Excel, simpan sebagai .xlsx, lalu pilih itu."
    ),
    U.ARCHIVE: QT_TRANSLATE_NOOP("Importing", "Berkas {file} masih terkemas. Ekstrak dahulu, lalu pilih isinya."),
    U.ENCRYPTED: QT_TRANSLATE_NOOP(
        "Importing", "Berkas {file} dikunci kata sandi. Simpan salinan tanpa kata sandi, lalu pilih itu."
    ),
    U.XLSX_BROKEN: QT_TRANSLATE_NOOP(
        "Importing", "Berkas {file} rusak. Buka dan simpan ulang di Excel, lalu coba lagi."
    ),
    U.TOO_LARGE: QT_TRANSLATE_NOOP("Importing", "Berkas {file} terlalu besar. Bagi menjadi beberapa berkas."),
    U.ENCODING_UNREADABLE: QT_TRANSLATE_NOOP(
        "Importing", "Huruf di berkas {file} tidak terbaca ({encoding}). Simpan ulang sebagai CSV UTF-8."
    ),
    U.LINE_TOO_LONG: QT_TRANSLATE_NOOP(
        "Importing", "Baris {line} di berkas {file} terlalu panjang; mungkin tanda kutipnya tidak ditutup."
    ),
    U.XML_BROKEN: QT_TRANSLATE_NOOP(
        "Importing", "XML di berkas {file} rusak pada baris {line}. Ekspor sekali lagi dari sistem asal."
    ),
    U.FORMAT_UNKNOWN: QT_TRANSLATE_NOOP(
        "Importing",
        "Susunan berkas {file} belum dikenal. Cocokkan kolomnya di jendela Impor, atau sebutkan isinya dengan --kind.",
    ),
    U.KIND_MISMATCH: QT_TRANSLATE_NOOP(
        "Importing", "Berkas {file} berisi {found}, bukan {wanted}. Pilih berkas yang lain atau ubah jenisnya."
    ),
    U.MAPPING_INCOMPLETE: QT_TRANSLATE_NOOP("Importing", "Pilih dahulu kolom untuk: {fields}."),
    U.MAPPING_HEADING_MISSING: QT_TRANSLATE_NOOP(
        "Importing", "Kolom {headings} tidak ada di berkas {file}. Cocokkan lagi kolomnya."
    ),
}
KINDS: dict[str, str] = {
    "member": QT_TRANSLATE_NOOP("import kind", "Anggota"),
    "biblio": QT_TRANSLATE_NOOP("import kind", "Judul"),
    "item": QT_TRANSLATE_NOOP("import kind", "Eksemplar"),
}
FORMATS: dict[str, str] = {
    "slims_member": QT_TRANSLATE_NOOP("Importing", "Anggota dari SLiMS (CSV)"),
    "slims_biblio": QT_TRANSLATE_NOOP("Importing", "Judul dari SLiMS (CSV)"),
    "slims_item": QT_TRANSLATE_NOOP("Importing", "Eksemplar dari SLiMS (CSV)"),
    "inlislite_member": QT_TRANSLATE_NOOP("Importing", "Anggota dari INLISLite (Excel)"),
    "inlislite_item": QT_TRANSLATE_NOOP("Importing", "Judul dan eksemplar dari INLISLite (Excel)"),
    "marc": QT_TRANSLATE_NOOP("Importing", "Judul dalam MARC 21"),
    "marcxml": QT_TRANSLATE_NOOP("Importing", "Judul dalam MARCXML"),
    "table_csv": QT_TRANSLATE_NOOP("Importing", "Tabel CSV, kolom dicocokkan"),
    "table_xlsx": QT_TRANSLATE_NOOP("Importing", "Lembar Excel, kolom dicocokkan"),
}
FIELDS: dict[str, str] = {
    "member_no": QT_TRANSLATE_NOOP("Importing", "Nomor anggota"),
    "full_name": QT_TRANSLATE_NOOP("Importing", "Nama lengkap"),
    "member_type": QT_TRANSLATE_NOOP("Importing", "Jenis anggota"),
    "sex": QT_TRANSLATE_NOOP("Importing", "Jenis kelamin"),
    "birth_on": QT_TRANSLATE_NOOP("Importing", "Tanggal lahir"),
    "birth_place": QT_TRANSLATE_NOOP("Importing", "Tempat lahir"),
    "identity_type": QT_TRANSLATE_NOOP("Importing", "Jenis identitas"),
    "identity_no": QT_TRANSLATE_NOOP("Importing", "Nomor identitas"),
    "phone": QT_TRANSLATE_NOOP("Importing", "Nomor HP"),
    "phone_home": QT_TRANSLATE_NOOP("Importing", "Telepon rumah"),
    "email": QT_TRANSLATE_NOOP("Importing", "Surel"),
    "address": QT_TRANSLATE_NOOP("Importing", "Alamat"),
    "rt": QT_TRANSLATE_NOOP("Importing", "RT"),
    "rw": QT_TRANSLATE_NOOP("Importing", "RW"),
    "village": QT_TRANSLATE_NOOP("Importing", "Kelurahan/desa"),
    "district": QT_TRANSLATE_NOOP("Importing", "Kecamatan"),
    "city": QT_TRANSLATE_NOOP("Importing", "Kabupaten/kota"),
    "province": QT_TRANSLATE_NOOP("Importing", "Provinsi"),
    "postal_code": QT_TRANSLATE_NOOP("Importing", "Kode pos"),
    "institution": QT_TRANSLATE_NOOP("Importing", "Lembaga/sekolah"),
    "faculty": QT_TRANSLATE_NOOP("Importing", "Fakultas"),
    "major": QT_TRANSLATE_NOOP("Importing", "Jurusan"),
    "school_class": QT_TRANSLATE_NOOP("Importing", "Kelas"),
    "education": QT_TRANSLATE_NOOP("Importing", "Pendidikan"),
    "job": QT_TRANSLATE_NOOP("Importing", "Pekerjaan"),
    "registered_on": QT_TRANSLATE_NOOP("Importing", "Tanggal daftar"),
    "valid_until": QT_TRANSLATE_NOOP("Importing", "Berlaku sampai"),
    "note": QT_TRANSLATE_NOOP("Importing", "Catatan"),
    "status": QT_TRANSLATE_NOOP("Importing", "Status"),
    "title": QT_TRANSLATE_NOOP("Importing", "Judul"),
    "title_key": QT_TRANSLATE_NOOP("Importing", "Judul"),
    "subtitle": QT_TRANSLATE_NOOP("Importing", "Anak judul"),
    "responsibility": QT_TRANSLATE_NOOP("Importing", "Pernyataan tanggung jawab"),
    "authors": QT_TRANSLATE_NOOP("Importing", "Pengarang"),
    "edition": QT_TRANSLATE_NOOP("Importing", "Edisi"),
    "isbn": QT_TRANSLATE_NOOP("Importing", "ISBN/ISSN"),
    "publisher": QT_TRANSLATE_NOOP("Importing", "Penerbit"),
    "publish_place": QT_TRANSLATE_NOOP("Importing", "Tempat terbit"),
    "publish_year": QT_TRANSLATE_NOOP("Importing", "Tahun terbit"),
    "collation": QT_TRANSLATE_NOOP("Importing", "Deskripsi fisik"),
    "pages": QT_TRANSLATE_NOOP("Importing", "Jumlah halaman"),
    "dimensions": QT_TRANSLATE_NOOP("Importing", "Dimensi"),
    "series": QT_TRANSLATE_NOOP("Importing", "Seri"),
    "call_number": QT_TRANSLATE_NOOP("Importing", "Nomor panggil"),
    "ddc_class": QT_TRANSLATE_NOOP("Importing", "Klasifikasi"),
    "language": QT_TRANSLATE_NOOP("Importing", "Bahasa"),
    "material": QT_TRANSLATE_NOOP("Importing", "Jenis bahan"),
    "subjects": QT_TRANSLATE_NOOP("Importing", "Subjek"),
    "source_key": QT_TRANSLATE_NOOP("Importing", "Nomor kendali"),
    "item_barcodes": QT_TRANSLATE_NOOP("Importing", "Daftar barcode"),
    "barcode": QT_TRANSLATE_NOOP("Importing", "Barcode"),
    "accession_no": QT_TRANSLATE_NOOP("Importing", "Nomor induk"),
    "item_call_number": QT_TRANSLATE_NOOP("Importing", "Nomor panggil eksemplar"),
    "collection_kind": QT_TRANSLATE_NOOP("Importing", "Jenis koleksi"),
    "location": QT_TRANSLATE_NOOP("Importing", "Lokasi"),
    "item_status": QT_TRANSLATE_NOOP("Importing", "Status eksemplar"),
    "access": QT_TRANSLATE_NOOP("Importing", "Akses"),
    "price_rp": QT_TRANSLATE_NOOP("Importing", "Harga"),
    "currency": QT_TRANSLATE_NOOP("Importing", "Mata uang"),
    "source": QT_TRANSLATE_NOOP("Importing", "Sumber"),
    "received_on": QT_TRANSLATE_NOOP("Importing", "Tanggal diterima"),
}


def problem_text(problem: Problem, language: Language | None = None) -> str:
    """Why, and what to do. `language` "id" gives the source text also where no window is; None the window's."""
    return _said(PROBLEMS[problem.code], language, value=problem.value)


def unusable_text(error: UnusableFileError, language: Language | None = None) -> str:
    """Why the whole file cannot be used, and what to do."""
    return _said(
        UNUSABLE[error.code], language, **{name: _param(name, value, language) for name, value in error.params.items()}
    )


def field_word(field: str, language: Language | None = None) -> str:
    """A field of a record; several parted by ", "; a heading of the file stays as it is."""
    return ", ".join(_said(FIELDS[name], language) if name in FIELDS else name for name in field.split(", "))


def kind_word(kind: str, language: Language | None = None) -> str:
    return _said(KINDS[kind], language, context=KIND_CONTEXT)


def format_word(name: str) -> str:
    return say(CONTEXT, FORMATS[name]) if name in FORMATS else name


def found_value(found: Found) -> str:
    """What stood there, and how many rows have the same."""
    if found.times == 1:
        return found.problem.value
    return say(CONTEXT, "{value} · {count} baris", value=found.problem.value or "–", count=found.times)


def counts_text(counts: Counts) -> str:
    """ "12 baru, 3 berubah, 40 tetap, 2 ditolak": only what there is."""
    parts: tuple[tuple[int, str], ...] = (
        (counts.new, QT_TRANSLATE_NOOP("Importing", "{count} baru")),
        (counts.changed, QT_TRANSLATE_NOOP("Importing", "{count} berubah")),
        (counts.same, QT_TRANSLATE_NOOP("Importing", "{count} tetap")),
        (counts.refused, QT_TRANSLATE_NOOP("Importing", "{count} ditolak")),
    )
    return ", ".join(say(CONTEXT, sentence, count=count) for count, sentence in parts if count)


def _param(name: str, value: object, language: Language | None) -> str:
    if name in ("found", "wanted"):
        return kind_word(str(value), language).lower()
    if isinstance(value, (list, tuple)):
        return ", ".join(field_word(str(part), language) for part in value)
    return str(value)


def _said(sentence: str, language: Language | None, *, context: str = CONTEXT, **values: object) -> str:
    """In the window's language, or in the one asked for: only the source is there without a window."""
    wanted = language or current_language()
    return sentence.format(**values) if wanted == "id" else say(context, sentence, **values)
