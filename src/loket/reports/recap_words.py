"""How a recap is worded: sections, tables, columns, rows and numbers, the same on paper, in workbooks and windows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from loket.domain.ddc import UNTOLD, class_name
from loket.domain.member_form import EDUCATIONS, JOBS
from loket.domain.periods import PeriodKind
from loket.domain.recap import TABLES, Figures, N, Section, Unit
from loket.domain.visits import AGE_GROUPS
from loket.domain.wording import CHARGE_LABELS, charge_label, rupiah, thousands
from loket.reports import recap_row_words as rows
from loket.services.cases import case_title

NOT_FILLED = "Belum diisi"
NO_ACCOUNT = "Tanpa kode rekening"
NO_ROOM = "Tanpa ruang"
NO_TYPE = "Jenis belum diketahui"
NOBODY = "Tanpa petugas"
TOTAL = "Jumlah"

SECTIONS: dict[Section, str] = {
    Section.VISITORS: "Pengunjung",
    Section.MEMBERS: "Keanggotaan",
    Section.CIRCULATION: "Sirkulasi",
    Section.READING: "Baca di tempat",
    Section.INTERNET: "Layanan internet",
    Section.LOCKERS: "Penitipan barang",
    Section.COPIES: "Foto kopi",
    Section.EBOOKS: "E-book",
    Section.SURVEY: "Survei kepuasan",
    Section.CASH: "Penerimaan",
    Section.STAFF: "Petugas",
    Section.OPENING: "Jam layanan",
    Section.EXCEPTIONS: "Penolakan, persetujuan, dan perkara",
}

TITLES: dict[str, tuple[str, str]] = {  # of a table, and of its rows
    "visitors": ("Pengunjung menurut jenis", "Jenis pengunjung"),
    "visitors_sex": ("Pengunjung menurut jenis kelamin", "Jenis pengunjung"),
    "visitors_education": ("Pengunjung menurut pendidikan", "Pendidikan"),
    "visitors_job": ("Pengunjung menurut pekerjaan", "Pekerjaan"),
    "visitors_age": ("Pengunjung menurut umur", "Kelompok umur"),
    "visitors_purpose": ("Pengunjung menurut tujuan", "Tujuan"),
    "visitors_hour": ("Pengunjung menurut jam datang", "Jam datang"),
    "visitors_source": ("Cara pencatatan pengunjung", "Dicatat"),
    "rooms": ("Buku tamu ruang", "Ruang"),
    "members_new": ("Anggota baru", "Jenis anggota"),
    "members_renewed": ("Keanggotaan diperpanjang", "Jenis anggota"),
    "members_stock": ("Keadaan anggota", "Jenis anggota"),
    "cards_printed": ("Kartu dicetak", "Alasan"),
    "circulation": ("Kegiatan sirkulasi", "Kegiatan"),
    "loans_class": ("Peminjaman menurut klas dan jenis anggota", "Klas"),
    "loans_type": ("Peminjaman menurut jenis anggota", "Jenis anggota"),
    "loans_education": ("Peminjaman menurut pendidikan", "Pendidikan"),
    "loans_job": ("Peminjaman menurut pekerjaan", "Pekerjaan"),
    "loans_kind": ("Peminjaman menurut jenis koleksi", "Jenis koleksi"),
    "loans_hour": ("Sirkulasi menurut jam", "Jam"),
    "overdue_class": ("Pinjaman terlambat menurut klas", "Klas"),
    "overdue_days": ("Pinjaman terlambat menurut lamanya", "Lama terlambat"),
    "reading_class": ("Baca di tempat menurut klas", "Klas"),
    "reading_room": ("Baca di tempat menurut ruang", "Ruang"),
    "internet": ("Pemakaian internet menurut keperluan", "Keperluan"),
    "internet_sex": ("Pemakai internet menurut jenis kelamin", "Jenis kelamin"),
    "internet_end": ("Cara sesi internet berakhir", "Berakhir"),
    "lockers": ("Penitipan barang di loker", "Kegiatan"),
    "copies": ("Layanan foto kopi", "Tempat"),
    "ebooks": ("Peminjaman e-book", "Pembaca"),
    "survey": ("Jawaban survei kepuasan", "Uraian"),
    "cash_account": ("Penerimaan menurut rekening", "Rekening"),
    "cash_kind": ("Penerimaan menurut jenis", "Jenis"),
    "charges": ("Tagihan", "Jenis"),
    "staff": ("Kegiatan petugas", "Petugas"),
    "opening": ("Lama layanan", "Uraian"),
    "refusals": ("Penolakan", "Sebab"),
    "overrides": ("Penolakan yang diizinkan pengawas", "Sebab"),
    "cases": ("Perkara yang diputuskan", "Perkara"),
    "cases_open": ("Perkara yang belum diputuskan", "Perkara"),
}

_SEXES = rows.SEXES | {"": NOT_FILLED}
_CASH = {"cash": "Tunai", "noncash": "Nontunai", "back": "Batal/kembali"}
_HOW_MANY = {
    "visitors_source": "Orang",
    "cards_printed": "Kartu",
    "loans_kind": "Eksemplar",
    "overdue_days": "Eksemplar",
    "reading_room": "Buku",
    "internet_sex": "Sesi",
    "internet_end": "Sesi",
    "lockers": "Kali",
    "ebooks": "Judul",
    "survey": "Jawaban",
    "opening": "Lama",
    "refusals": "Kali",
    "overrides": "Kali",
}
"""What the one column of a table counts; "Jumlah" where it is said by the rows."""
COLUMNS: dict[str, dict[str, str]] = {
    "visitors": {"people": "Orang", "entries": "Baris buku tamu"},
    "visitors_purpose": rows.VISITORS,
    "visitors_hour": rows.VISITORS,
    "members_stock": {"active": "Aktif", "expired": "Habis berlaku", "suspended": "Ditangguhkan", "pending": "Calon"},
    "loans_hour": {"loans": "Pinjam", "renewals": "Perpanjang", "returns": "Kembali"},
    "reading_class": rows.READING,
    "internet": {"sessions": "Sesi", "minutes": "Lama"},
    "copies": {"jobs": "Permintaan", "pages": "Lembar", "rp": "Nilai"},
    "cash_account": _CASH,
    "cash_kind": {"papers": "Kuitansi", **_CASH},
    "charges": {"raised": "Tagihan baru", "waived": "Dibebaskan", "cancelled": "Dibatalkan"},
    "staff": {
        "loans": "Pinjam",
        "returns": "Kembali",
        "renewals": "Perpanjang",
        "members": "Anggota baru",
        "visits": "Pengunjung",
        "receipts": "Kuitansi",
    },
}
_BY_SEX = (
    *("visitors_sex", "visitors_education", "visitors_job", "visitors_age", "rooms"),
    *("members_new", "members_renewed", "loans_type", "loans_education", "loans_job"),
)
COLUMNS |= dict.fromkeys(_BY_SEX, _SEXES)
COLUMNS |= dict.fromkeys(("loans_class", "overdue_class"), rows.MEMBER_TYPES | {"": NO_TYPE})

_WORDED_ROWS: dict[str, Mapping[str, str]] = {
    "visitors": rows.VISITORS,
    "visitors_sex": rows.VISITORS,
    "visitors_source": rows.SOURCES,
    "cards_printed": rows.CARDS,
    "circulation": rows.CIRCULATION,
    "loans_kind": rows.COLLECTIONS,
    "overdue_days": rows.OVERDUE_DAYS,
    "internet_sex": rows.SEXES,
    "internet_end": rows.INTERNET_ENDS,
    "lockers": rows.LOCKERS,
    "copies": rows.COPIES,
    "ebooks": rows.VISITORS,
    "survey": {"answers": "Lembar jawaban"},
    "opening": rows.OPENING,
    "refusals": rows.REFUSALS,
    "overrides": rows.REFUSALS,
    **dict.fromkeys(("members_new", "members_renewed", "members_stock", "loans_type"), rows.MEMBER_TYPES),
}
_EMPTY_ROWS = {
    **dict.fromkeys(("rooms", "reading_room"), NO_ROOM),
    **dict.fromkeys(("loans_class", "overdue_class", "reading_class"), UNTOLD),
    **dict.fromkeys(("members_new", "members_renewed", "members_stock", "loans_type"), NO_TYPE),
    "cash_account": NO_ACCOUNT,
    "staff": NOBODY,
}


def _hour(row: str) -> str:
    """ "08.00-08.59", the hour as papers write it."""
    return f"{int(row):02}.00-{int(row):02}.59" if row.isdigit() else row


def _age(row: str) -> str:
    """ "6-12 tahun", "60 tahun ke atas"."""
    return f"{row.removesuffix('+')} tahun ke atas" if row.endswith("+") else f"{row} tahun"


_MADE_ROWS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("visitors_hour", "loans_hour"), _hour),
    **dict.fromkeys(("loans_class", "overdue_class", "reading_class"), class_name),
    **dict.fromkeys(("cash_kind", "charges"), charge_label),
    **dict.fromkeys(("cases", "cases_open"), case_title),
    "visitors_age": _age,
}


def section_title(section: Section) -> str:
    return SECTIONS[section]


def table_title(table: str) -> str:
    return TITLES[table][0]


def row_heading(table: str) -> str:
    """What stands over the first column of a table: what its rows are."""
    return TITLES[table][1]


def column_title(table: str, column: str) -> str:
    """A column's head. One that is a word of the library's own stays as it is."""
    if column == N:
        return _HOW_MANY.get(table, TOTAL)
    return COLUMNS.get(table, {}).get(column, column) or NOT_FILLED


def row_title(table: str, row: str) -> str:
    """A row's name; a word of the library's own stays as it is, and what was not filled in is said to be so."""
    if row == N:  # a table that has but one row
        return TOTAL
    if not row:
        return _EMPTY_ROWS.get(table, NOT_FILLED)
    made = _MADE_ROWS.get(table)
    return made(row) if made else _WORDED_ROWS.get(table, {}).get(row, row)


def number_text(unit: Unit, number: int) -> str:
    """ "1.250", "Rp11.000", "7 jam 42 menit"."""
    if unit is Unit.RUPIAH:
        return rupiah(number)
    return minutes_text(number) if unit is Unit.MINUTES else thousands(number)


def minutes_text(minutes: int) -> str:
    """ "7 jam 42 menit", "45 menit", "0 menit"."""
    hours, rest = divmod(abs(minutes), 60)
    parts = [f"{thousands(hours)} jam"] * bool(hours) + [f"{rest} menit"] * bool(rest or not hours)
    return ("-" if minutes < 0 else "") + " ".join(parts)


def unit_word(unit: Unit) -> str:
    """The unit of a number that stands without it: "Rp", "menit", "" for what is counted."""
    return {Unit.RUPIAH: "Rp", Unit.MINUTES: "menit"}.get(unit, "")


# ---- order ----------------------------------------------------------------------------------------------------------

_ORDER: dict[str, tuple[str, ...]] = {
    "visitors_age": AGE_GROUPS,
    **dict.fromkeys(("visitors_education", "loans_education"), EDUCATIONS),
    **dict.fromkeys(("visitors_job", "loans_job"), JOBS),
    **dict.fromkeys(("members_new", "members_renewed", "members_stock", "loans_type"), tuple(rows.MEMBER_TYPES)),
    "loans_kind": tuple(rows.COLLECTIONS),
    "cards_printed": tuple(rows.CARDS),
    "internet_end": tuple(rows.INTERNET_ENDS),
    **dict.fromkeys(("cash_kind", "charges"), tuple(CHARGE_LABELS)),
}
_COLUMN_ORDER = dict.fromkeys(("loans_class", "overdue_class"), tuple(rows.MEMBER_TYPES))


def rows_of(figures: Figures, table: str) -> tuple[str, ...]:
    """The rows of a table as a reader expects them: schools from the first to the highest, ages rising.

    Where nothing else is known the order is that of `Figures.rows`; what was not filled in is always last.
    """
    return _arranged(figures.rows(table), _ORDER.get(table, ()))


def columns_of(figures: Figures, table: str) -> tuple[str, ...]:
    """The columns of a table, kinds of member in their usual order."""
    return _arranged(figures.columns(table), _COLUMN_ORDER.get(table, ()))


def _arranged(found: tuple[str, ...], order: tuple[str, ...]) -> tuple[str, ...]:
    known = tuple(key for key in order if key in found)
    others = tuple(key for key in found if key and key not in order)
    return (*known, *others, *(("",) if "" in found else ()))


# ---- periods and changes --------------------------------------------------------------------------------------------

PAPER_TITLES = {
    PeriodKind.DAY: "Rekapitulasi Layanan Harian",
    PeriodKind.WEEK: "Rekapitulasi Layanan Mingguan",
    PeriodKind.MONTH: "Rekapitulasi Layanan Bulanan",
    PeriodKind.QUARTER: "Rekapitulasi Layanan Triwulanan",
    PeriodKind.SEMESTER: "Rekapitulasi Layanan Semesteran",
    PeriodKind.YEAR: "Rekapitulasi Layanan Tahunan",
    PeriodKind.RANGE: "Rekapitulasi Layanan",
}
PREVIOUS = {
    PeriodKind.DAY: "Hari sebelumnya",
    PeriodKind.WEEK: "Minggu sebelumnya",
    PeriodKind.MONTH: "Bulan sebelumnya",
    PeriodKind.QUARTER: "Triwulan sebelumnya",
    PeriodKind.SEMESTER: "Semester sebelumnya",
    PeriodKind.YEAR: "Tahun sebelumnya",
    PeriodKind.RANGE: "Periode sebelumnya",
}
YEAR_BEFORE = {
    PeriodKind.DAY: "Tanggal sama tahun lalu",
    PeriodKind.WEEK: "Minggu sama tahun lalu",
    PeriodKind.MONTH: "Bulan sama tahun lalu",
    PeriodKind.QUARTER: "Triwulan sama tahun lalu",
    PeriodKind.SEMESTER: "Semester sama tahun lalu",
    PeriodKind.YEAR: "Tahun sebelumnya",
    PeriodKind.RANGE: "Periode sama tahun lalu",
}
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def change_text(now: int, before: int) -> str:
    """ "naik 12,5%", "turun 3,0%", "tetap"; "baru ada" where there was nothing before. Halves are rounded up."""
    if now == before:
        return "tetap"
    if before <= 0:
        return "baru ada" if now > 0 else "-"
    tenths = (abs(now - before) * 2000 + before) // (2 * before)
    return f"{'naik' if now > before else 'turun'} {thousands(tenths // 10)},{tenths % 10}%"


def average_text(unit: Unit, total: int, days: int) -> str:
    """The average of a day: one decimal for what is counted, whole rupiah and minutes."""
    days = max(1, days)
    if unit is not Unit.COUNT:
        return number_text(unit, (total * 2 + days) // (2 * days))
    tenths = (abs(total) * 20 + days) // (2 * days)
    return f"{'-' if total < 0 else ''}{thousands(tenths // 10)},{tenths % 10}"


def known_words() -> tuple[str, ...]:
    """Every word of this module that is no word of a library's own, for a translation; without repeats."""
    worded = [word for table in COLUMNS.values() for word in table.values()]
    worded += [word for table in _WORDED_ROWS.values() for word in table.values()]
    fixed = (*SECTIONS.values(), *(word for pair in TITLES.values() for word in pair), *_HOW_MANY.values())
    ends = (TOTAL, NOT_FILLED, *_EMPTY_ROWS.values(), *PREVIOUS.values(), *YEAR_BEFORE.values())
    made = [row_title(key, row) for key in _MADE_ROWS for row in TABLES[key].rows]
    return tuple(dict.fromkeys((*fixed, *worded, *ends, *made)))
