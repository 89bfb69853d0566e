"""The year's numbers for the IPLM, and the list of activities, as papers one signs and workbooks one sends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from loket.domain.entities import Activity
from loket.domain.iplm import VISIT_NORM, Indicator, Ratios, Source
from loket.domain.wording import long_date
from loket.reports.figures import thousands
from loket.reports.iplm_words import ACTIVITIES, GROUPS, NAMES, PARTS
from loket.reports.ledger import Cell, Column, Kind, Ledger, Line
from loket.reports.letterhead import Issuer
from loket.services.iplm import IplmYear

UNITS = {
    **dict.fromkeys(("population", "members", "librarians", "technical_staff", "participants"), "orang"),
    **dict.fromkeys(("users_on_site", "users_online", "ict_users"), "kunjungan"),
    **dict.fromkeys(("titles", "titles_new"), "judul"),
    **dict.fromkeys(("items", "items_added", "printed_used"), "eksemplar"),
    "digital_accesses": "akses",
    "programmes": "kegiatan",
    "cooperations": "perjanjian",
    "service_kinds": "jenis",
    "procedures": "dokumen",
}
NOT_ENTERED = "Belum diisi"
_COLUMNS = (
    Column("no", "No.", 10, Kind.CENTRED),
    Column("name", "Unsur", 62),
    Column("value", "Jumlah", 26, Kind.BALANCE),
    Column("unit", "Satuan", 24),
    Column("made", "Terdiri atas", 58),
)
_ACTIVITY_COLUMNS = (
    Column("no", "No.", 10, Kind.CENTRED),
    Column("on", "Tanggal", 22, Kind.DAY),
    Column("name", "Kegiatan", 62),
    Column("kind", "Jenis", 40),
    Column("place", "Tempat", 40),
    Column("male", "Laki-laki", 18, Kind.COUNT, "Peserta"),
    Column("female", "Perempuan", 18, Kind.COUNT, "Peserta"),
    Column("untold", NOT_ENTERED, 18, Kind.COUNT, "Peserta"),
    Column("people", "Jumlah", 18, Kind.COUNT, "Peserta", ("male", "female", "untold")),
)


def iplm_ledgers(report: IplmYear, held: Sequence[Activity], issuer: Issuer) -> tuple[Ledger, ...]:
    """The year's numbers, then the activities behind them: for `ledgers_pdf` and `ledgers_xlsx`."""
    return iplm_ledger(report, issuer), activities_ledger(report.year, held, issuer)


def iplm_ledger(report: IplmYear, issuer: Issuer) -> Ledger:
    lines: list[Line] = []
    number = 0
    for group, members in groupby(report.lines, key=lambda line: line.group):
        lines.append(Line((None, GROUPS[group][0], None, "", ""), stands_out=True))
        for line in members:
            number += 1
            made = NOT_ENTERED if line.source is Source.MISSING else made_of(line)
            lines.append(Line((str(number), NAMES[line.key][0], line.value, UNITS[line.key], made)))
    return Ledger(
        "Data unsur IPLM",
        f"Tahun {report.year}",
        _COLUMNS,
        tuple(lines),
        total="",
        notes=notes(report),
        signatures=(issuer.chief,),
        sheet="IPLM",
        is_upright=True,
    )


def made_of(line: Indicator) -> str:
    """ "dipinjam 1.204, dibaca di tempat 560": the parts of a number that has several."""
    told = [(PARTS[key][0], number) for key, number in line.parts if key in PARTS]
    return ", ".join(f"{name} {thousands(number)}" for name, number in told) if len(told) > 1 else ""


def notes(report: IplmYear) -> tuple[str, ...]:
    said = [
        "Unsur menurut Peraturan Perpustakaan Nasional Nomor 7 Tahun 2025 pasal 15; nilai indeks dihitung per wilayah."
    ]
    said += ratio_notes(report.ratios, report.open_days)
    missing = [NAMES[line.key][0].lower() for line in report.lines if line.source is Source.MISSING]
    if missing:
        said.append(f"Belum diisi: {', '.join(missing)}.")
    if report.missing_days:
        said.append(f"Rekap {report.missing_days} hari loket lain belum masuk: angkanya belum termasuk.")
    return tuple(said)


def ratio_notes(ratios: Ratios, open_days: int) -> list[str]:
    said = []
    if ratios.visits_a_day is not None:
        said.append(f"Rata-rata {decimal(ratios.visits_a_day, 1)} kunjungan per hari buka ({open_days} hari).")
    if ratios.visit_ratio is not None:
        norm = decimal(VISIT_NORM * 100, 0)
        said.append(f"Kunjungan per hari dibanding {norm} % penduduk: {decimal(ratios.visit_ratio, 4)}.")
    if ratios.items_per_head is not None and ratios.members_share is not None:
        share = decimal(ratios.members_share * 100, 2)
        said.append(f"Eksemplar per penduduk {decimal(ratios.items_per_head, 4)}; anggota {share} % penduduk.")
    return said


def decimal(number: float, places: int) -> str:
    """A number with a decimal comma and dots between thousands."""
    return f"{number:,.{places}f}".translate(str.maketrans(",.", ".,"))


def activities_ledger(year: int, held: Sequence[Activity], issuer: Issuer) -> Ledger:
    """The activities of a year, the first of them first."""
    lines = tuple(_activity(number, one) for number, one in enumerate(sorted(held, key=lambda a: (a.on, a.id)), 1))
    return Ledger(
        "Kegiatan perpustakaan",
        f"Tahun {year}",
        _ACTIVITY_COLUMNS,
        lines,
        empty="Belum ada kegiatan yang dicatat.",
        notes=(f"Dibuat {long_date(issuer.signed_on)}.",),
        signatures=(issuer.chief,),
        sheet="Kegiatan",
    )


def _activity(number: int, held: Activity) -> Line:
    untold = held.people - held.male - held.female
    cells: tuple[Cell, ...] = (str(number), held.on, held.name, ACTIVITIES.get(held.kind, (held.kind,))[0], held.place)
    return Line((*cells, held.male, held.female, untold, held.people))
