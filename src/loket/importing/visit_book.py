"""The paper visitor book as somebody typed it into a sheet: CSV or XLSX, its columns told by their headings.

Columns of the book: no, tanggal, jam, nama, L/P, anggota no., asal, pendidikan, pekerjaan, tujuan, ruang, jumlah. In a
paper book the date stands once and holds for the lines below; so it does here, and an hour that is missing is taken
from the line above, with a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from pathlib import Path

from loket.importing.codes import UnusableCode
from loket.importing.detect import open_table
from loket.importing.headings import likely_columns
from loket.importing.records import Problem, UnusableFileError
from loket.importing.table import TableFile, TableRow
from loket.importing.text import clean_text, repair_mojibake
from loket.importing.values import FILLERS, SHEET_ERRORS, as_typed, parse_day, parse_sex

COLUMNS: dict[str, tuple[str, ...]] = {
    "no": ("no urut", "no", "nomor", "nomor urut"),
    "on": ("tanggal", "tgl", "hari tanggal", "tanggal kunjungan", "date"),
    "at": ("jam", "pukul", "jam datang", "jam masuk", "jam kunjungan", "waktu", "time"),
    "member_no": ("anggota no", "no anggota", "nomor anggota", "no kartu", "nomor kartu", "id anggota", "member no"),
    "name": ("nama", "nama pengunjung", "nama tamu", "nama lengkap", "nama ketua", "name"),
    "sex": ("l p", "lp", "jk", "jenis kelamin", "kelamin", "sex", "gender"),
    "institution": ("asal", "asal instansi", "instansi", "asal sekolah", "sekolah", "lembaga", "alamat"),
    "education": ("pendidikan", "pendidikan terakhir"),
    "job": ("pekerjaan", "profesi"),
    "purpose": ("tujuan", "tujuan kunjungan", "keperluan", "maksud", "purpose"),
    "room": ("ruang", "ruangan", "nama ruang", "room"),
    "people": ("jumlah", "jumlah orang", "jml", "banyaknya", "people"),
}
"""Field → headings that mean it, compared by their words alone."""
HEADINGS: dict[str, str] = {
    "no": "No",
    "on": "Tanggal",
    "at": "Jam",
    "name": "Nama",
    "sex": "L/P",
    "member_no": "Anggota No.",
    "institution": "Asal",
    "education": "Pendidikan",
    "job": "Pekerjaan",
    "purpose": "Tujuan",
    "room": "Ruang",
    "people": "Jumlah",
}
"""The headings as the template has them."""
_DITTO = frozenset({'"', "''", "”", "〃", "sda", "s.d.a.", "s.d.a", "idem", "-"})
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})(?:[.:]\d{2}(?:\.\d+)?)?(?:\s*(?:wib|wita|wit))?", re.IGNORECASE)
_BARE = re.compile(r"(\d{1,2})(\d{2})?")
_FRACTION = re.compile(r"0?\.\d+")
_MINUTES = 24 * 60


class LineCode(StrEnum):
    """What is wrong with a line, or only doubtful."""

    ROW_BROKEN = "visit_row_broken"
    DATE_UNREADABLE = "visit_date_unreadable"
    DATE_MISSING = "visit_date_missing"
    TIME_UNREADABLE = "visit_time_unreadable"
    TIME_MISSING = "visit_time_missing"
    PEOPLE_UNREADABLE = "visit_people_unreadable"
    # taken all the same
    TIME_FROM_ABOVE = "visit_time_from_above"
    SEX_UNREADABLE = "visit_sex_unreadable"


@dataclass(frozen=True, slots=True)
class BookRow:
    """A line as it is written; `on` and `at` None where the problems say why. Texts are clean, "" where nothing is."""

    line: int
    texts: dict[str, str]
    on: date | None
    at: time | None
    sex: str
    people: int
    problems: tuple[Problem, ...]

    @property
    def is_usable(self) -> bool:
        return not any(problem.fatal for problem in self.problems)


class VisitBook:
    """An opened file. Raises UnusableFileError: no table at all, or without the columns of a visitor book."""

    def __init__(self, path: Path) -> None:
        self._table: TableFile = open_table(path)
        self.columns = likely_columns(self._table.headings, COLUMNS)
        missing = [HEADINGS[field] for field in ("on", "at") if field not in self.columns]
        if "name" not in self.columns and "member_no" not in self.columns:
            missing.append(HEADINGS["name"])
        if missing:
            raise UnusableFileError(UnusableCode.MAPPING_HEADING_MISSING, file=path.name, headings=missing)
        self._places = {field: self._table.headings.index(name) for field, name in self.columns.items()}

    def rows(self) -> Iterator[BookRow]:
        """Every line that says anything. Raises UnusableFileError when the file breaks off."""
        above: BookRow | None = None
        for row in self._table.rows():
            found = self._row(row, above)
            if found is None:
                continue
            yield found
            above = found if found.on is not None else above

    def _row(self, row: TableRow, above: BookRow | None) -> BookRow | None:
        if row.cells is None:
            broken = Problem(row.line, "", LineCode.ROW_BROKEN, row.text.strip()[:80])
            return BookRow(row.line, {}, None, None, "", 1, (broken,))
        texts = {field: _text(row.cells[place]) for field, place in self._places.items() if place < len(row.cells)}
        if not any(text for field, text in texts.items() if field != "no"):
            return None
        reading = _Reading(row.line, texts, self.columns)
        on = reading.day(above)
        at = reading.clock(above if above is not None and above.on == on else None)
        return BookRow(row.line, texts, on, at, reading.sex(), reading.people(), tuple(reading.problems))


class _Reading:
    """One line being read."""

    def __init__(self, line: int, texts: dict[str, str], columns: dict[str, str]) -> None:
        self._line, self._texts, self._columns = line, texts, columns
        self.problems: list[Problem] = []

    def _note(self, code: LineCode, field: str, *, fatal: bool = True) -> None:
        value = self._texts.get(field, "")[:80]
        self.problems.append(Problem(self._line, self._columns.get(field, ""), code, value, fatal))

    def day(self, above: BookRow | None) -> date | None:
        text = self._texts.get("on", "")
        if not text or text.casefold() in _DITTO:
            if above is None or above.on is None:
                self._note(LineCode.DATE_MISSING, "on")
                return None
            return above.on
        try:
            found = parse_day(text).day
        except ValueError:
            found = None
        if found is None:
            self._note(LineCode.DATE_UNREADABLE, "on")
        return found

    def clock(self, above: BookRow | None) -> time | None:
        text = self._texts.get("at", "")
        if text and text.casefold() not in _DITTO:
            try:
                return read_clock(text)
            except ValueError:
                self._note(LineCode.TIME_UNREADABLE, "at")
                return None
        if above is None or above.at is None:
            self._note(LineCode.TIME_MISSING, "at")
            return None
        if not text:
            self._note(LineCode.TIME_FROM_ABOVE, "at", fatal=False)
        return above.at

    def sex(self) -> str:
        try:
            return parse_sex(self._texts.get("sex", ""))
        except ValueError:
            self._note(LineCode.SEX_UNREADABLE, "sex", fatal=False)
            return ""

    def people(self) -> int:
        text = self._texts.get("people", "")
        found = re.fullmatch(r"(\d{1,6})(?:\s*orang)?", text, re.IGNORECASE)
        if text and found is None:
            self._note(LineCode.PEOPLE_UNREADABLE, "people")
        return int(found[1]) if found else 1


def read_clock(text: str) -> time:
    """An hour as people write it: 9.05, 09:05, 0905, 9, 09.05 WITA, or as a part of the day (0.378…) from a sheet.

    Raises ValueError.
    """
    text = text.strip()
    if _FRACTION.fullmatch(text):
        minutes = round(float(text) * _MINUTES)
        return time(minutes // 60, minutes % 60)
    found = _CLOCK.fullmatch(text) or _BARE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return time(int(found[1]), int(found[2] or 0))


def _text(cell: str) -> str:
    text = as_typed(clean_text(repair_mojibake(cell)))
    return "" if text in SHEET_ERRORS or (text in FILLERS and text != "-") else text
