"""The satisfaction survey as a workbook: every answer on a sheet, and the index calculated from them by formulas.

The value of each formula goes along for programs that do not calculate.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from fractions import Fraction
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from loket.domain.entities import SurveyAnswer
from loket.domain.survey import ELEMENTS, GRADES, LEAST, MOST, SCALE, ElementResult, read_answers
from loket.reports.letterhead import Issuer, spaced_nip
from loket.reports.survey_words import PROFILES, TITLE, about, notes, period, service_name, signed_by, value_name
from loket.services.survey import Profile, SurveyResult

DATA, INDEX, WHO, SAID = "Data", "IKM", "Responden", "Saran"
TOLD = ("sex", "age_group", "education", "job")
FIRST_ANSWER = 4  # column of U1 on the sheet of answers: No., day, time, service stand before it
A4 = 9
TWO, FOUR, COUNT, DAY, CLOCK, SHARE = "0.00", "0.0000", "#,##0", "dd-mm-yyyy", "hh.mm", "0.0%"


def survey_xlsx(result: SurveyResult, issuer: Issuer, purposes: Mapping[str, str] | None = None) -> bytes:
    """Sheets: the index, the respondents, what they wrote, the answers. `purposes`: names of the services by code.

    What somebody wrote stands apart from his answers, so that nobody is known by his words.
    """
    out = io.BytesIO()
    options = {"in_memory": True} | {f"strings_to_{kind}": False for kind in ("formulas", "numbers", "urls")}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": TITLE, "author": issuer.library.name, "comments": "Loket"})
    _Book(book, result, issuer, purposes or {}).write()
    book.close()
    return out.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    cell = {"border": 4, "border_color": "#9AA0A6", "valign": "top", "font_size": 10}
    centre = {"align": "center", "font_size": 11}
    looks: dict[str, dict[str, Any]] = {
        "agency": centre,
        "name": centre | {"bold": True, "font_size": 13},
        "title": centre | {"bold": True, "font_size": 13},
        "subtitle": centre,
        "head": cell | {"border": 1, "bold": True, "bg_color": "#F1F1EF", "align": "center", "text_wrap": True},
        "text": cell | {"text_wrap": True},
        "day": cell | {"align": "center", "num_format": DAY},
        "clock": cell | {"align": "center", "num_format": CLOCK},
        "count": cell | {"num_format": COUNT},
        "two": cell | {"num_format": TWO},
        "four": cell | {"num_format": FOUR},
        "share": cell | {"num_format": SHARE},
        "plain": {"font_size": 10},
        "label": {"font_size": 12, "bold": True},
        "index": {"font_size": 16, "bold": True, "num_format": TWO, "align": "left"},
        "grade": {"font_size": 12, "bold": True, "align": "left"},
        "sign": {"font_size": 10, "align": "center"},
        "signed": {"font_size": 10, "align": "center", "bold": True, "underline": 1},
    }
    return {name: book.add_format(look) for name, look in looks.items()}


class _Book:
    """Writes the sheets one after the other; the index refers to the sheet of answers."""

    def __init__(self, book: Any, result: SurveyResult, issuer: Issuer, purposes: Mapping[str, str]) -> None:
        self._looks, self._result, self._issuer, self._purposes = _looks(book), result, issuer, purposes
        self._index, self._who = book.add_worksheet(INDEX), book.add_worksheet(WHO)
        self._said, self._data = book.add_worksheet(SAID), book.add_worksheet(DATA)
        self._offset = timedelta(minutes=issuer.library.utc_offset_min)

    def write(self) -> None:
        self._write_data()
        self._write_index()
        self._write_who()
        self._write_said()
        for sheet in (self._index, self._who, self._said, self._data):
            sheet.set_paper(A4)
            sheet.fit_to_pages(1, 0)
            sheet.set_footer("&L&8&A&R&8Halaman &P dari &N")
        self._data.set_landscape()

    # ---- the answers ------------------------------------------------------------------------------------------------

    def _write_data(self) -> None:
        heads = ["No.", "Tanggal", "Jam", "Layanan", *(one.id for one in ELEMENTS), *(PROFILES[key] for key in TOLD)]
        self._heads(self._data, 0, heads, (6, 12, 8, 24, *(5,) * len(ELEMENTS), 14, 12, 14, 18))
        for row, one in enumerate(self._result.answers, 1):
            self._write_answer(row, one)
        self._data.freeze_panes(1, 0)
        self._data.repeat_rows(0)
        self._data.autofilter(0, 0, max(1, len(self._result.answers)), len(heads) - 1)

    def _write_answer(self, row: int, one: SurveyAnswer) -> None:
        sheet, looks = self._data, self._looks
        local = one.answered_at.replace(tzinfo=None) + self._offset
        sheet.write_number(row, 0, row, looks["count"])
        sheet.write_datetime(row, 1, datetime.combine(one.on, time()), looks["day"])
        sheet.write_datetime(row, 2, local.time().replace(second=0, microsecond=0), looks["clock"])
        sheet.write_string(row, 3, service_name(one.service, self._purposes), looks["text"])
        for place, answer in enumerate(read_answers(one.answers), FIRST_ANSWER):
            if answer:
                sheet.write_number(row, place, answer, looks["count"])
            else:
                sheet.write_blank(row, place, None, looks["count"])
        for place, key in enumerate(TOLD, FIRST_ANSWER + len(ELEMENTS)):
            sheet.write_string(row, place, value_name(key, getattr(one, key), self._purposes), looks["text"])

    def _column(self, place: int) -> str:
        """A column of the answers, as formulas name it; one empty line where there are none."""
        name, last = xl_col_to_name(place), max(1, len(self._result.answers)) + 1
        return f"{DATA}!${name}$2:${name}${last}"

    # ---- the index --------------------------------------------------------------------------------------------------

    def _write_index(self) -> None:
        row = self._front(self._index)
        for label, value in about(self._result, self._issuer.library, self._purposes):
            self._index.write_string(row, 0, f"{label}: {value}", self._looks["plain"])
            row += 1
        heads = ["Kode", "Unsur", *map(str, range(LEAST, MOST + 1)), "n", "Jumlah", "NRR", "Terbobot", "Nilai (25-100)"]
        self._heads(self._index, row + 1, heads, (7, 26, *(7,) * MOST, 8, 10, 10, 11, 14))
        first = row + 2
        for place, one in enumerate(self._result.index.elements):
            self._write_element(first + place, place, one, (first, first + len(ELEMENTS) - 1))
        row = self._verdict(first + len(ELEMENTS) + 1, first)
        for note in notes(self._result, compat=False):
            self._index.write_string(row, 0, note, self._looks["plain"])
            row += 1
        row = self._services(row + 1)
        self._sign(row + 1)

    def _write_element(self, row: int, place: int, one: ElementResult, span: tuple[int, int]) -> None:
        sheet, looks = self._index, self._looks
        sheet.write_string(row, 0, one.element.id, looks["text"])
        sheet.write_string(row, 1, one.element.name, looks["text"])
        column = self._column(FIRST_ANSWER + place)
        for answer, count in enumerate(one.counts, LEAST):
            sheet.write_formula(row, 1 + answer, f"=COUNTIF({column},{answer})", looks["count"], count)
        counts = [xl_rowcol_to_cell(row, 1 + answer) for answer in range(LEAST, MOST + 1)]
        n, total, mean = (xl_rowcol_to_cell(row, at) for at in (6, 7, 8))
        sheet.write_formula(row, 6, f"=SUM({counts[0]}:{counts[-1]})", looks["count"], one.n)
        summed = "+".join(f"{answer}*{cell}" for answer, cell in enumerate(counts, LEAST))
        sheet.write_formula(row, 7, f"={summed}", looks["count"], one.total)
        means = f"$I${span[0] + 1}:$I${span[1] + 1}"
        answered = max(1, len(self._result.index.answered))
        for at, formula, look, value in (
            (8, f'=IF({n}=0,"",{total}/{n})', "two", one.nrr),
            (9, f'=IF({n}=0,"",{mean}/COUNT({means}))', "four", None if one.nrr is None else one.nrr / answered),
            (10, f'=IF({n}=0,"",{mean}*{SCALE})', "two", None if one.nrr is None else one.nrr * SCALE),
        ):
            sheet.write_formula(row, at, formula, looks[look], "" if value is None else float(value))

    def _verdict(self, row: int, first: int) -> int:
        """The index and its grade, and the reading with 0.11. Returns the row below."""
        sheet, looks, index = self._index, self._looks, self._result.index
        means = f"I{first + 1}:I{first + len(ELEMENTS)}"
        value = xl_rowcol_to_cell(row, 2)
        ikm = "" if index.ikm is None else float(index.ikm)
        grade = f"{index.grade.letter} - {index.grade.words}" if index.grade else ""
        compat = "" if index.compat_2 is None else float(index.compat_2)
        rounded = "+".join(f"ROUND(I{first + 1 + place},2)" for place in range(len(ELEMENTS)))
        for label, formula, look, known in (
            ("Indeks Kepuasan Masyarakat (IKM)", f'=IF(COUNT({means})=0,"",{SCALE}*AVERAGE({means}))', "index", ikm),
            ("Mutu pelayanan", _grade_formula(value), "grade", grade),
            (
                "IKM dengan bobot 0,11",
                f'=IF(COUNT({means})<{len(ELEMENTS)},"",ROUND({SCALE}*0.11*({rounded}),2))',
                "two",
                compat,
            ),
        ):
            sheet.write_string(row, 0, label, looks["label"])
            sheet.write_formula(row, 2, formula, looks[look], known)
            row += 1
        return row + 1

    def _services(self, row: int) -> int:
        """Each service with how many answered and its index. Returns the row below."""
        if not self._result.services:
            return row
        for place, text in ((0, "Kode"), (1, "Layanan"), (6, "Responden"), (8, "IKM"), (10, "Mutu")):
            self._index.write_string(row, place, text, self._looks["head"])
        for row, one in enumerate(self._result.services, row + 1):  # noqa: B020 - the last row written goes on
            name = service_name(one.service, self._purposes)
            count = f"=COUNTIF({self._column(3)},{xl_rowcol_to_cell(row, 1)})"
            self._index.write_string(row, 0, one.service, self._looks["text"])
            self._index.write_string(row, 1, name, self._looks["text"])
            self._index.write_formula(row, 6, count, self._looks["count"], one.index.respondents)
            if one.index.ikm is not None:
                self._index.write_number(row, 8, float(one.index.ikm), self._looks["two"])
            self._index.write_string(row, 10, one.index.grade.letter if one.index.grade else "", self._looks["text"])
        return row + 1

    def _front(self, sheet: Any) -> int:
        """Letterhead and title. Returns the row below."""
        library, head = self._issuer.library, self._issuer.head
        contact = " · ".join(part for part in (library.address, library.phone) if part)
        row = 0
        for text, look in (
            (head.agency.upper(), "agency"),
            (library.name.upper(), "name"),
            (contact, "subtitle"),
            (TITLE.upper(), "title"),
            (f"Periode {period(self._result)}", "subtitle"),
        ):
            if text:
                sheet.merge_range(row, 0, row, 10, "", self._looks[look])
                sheet.write_string(row, 0, text, self._looks[look])
                row += 1
        return row + 1

    def _sign(self, row: int) -> None:
        block = signed_by(self._issuer)
        nip = f"NIP {spaced_nip(block.nip)}" if block.nip else ""
        name = block.name or "(" + "." * 30 + ")"
        for text, down in ((block.above, 0), (block.office, 1), (name, 5), (nip, 6)):
            look = self._looks["signed" if down == 5 and block.name else "sign"]
            self._index.merge_range(row + down, 6, row + down, 10, "", look)
            self._index.write_string(row + down, 6, text, look)

    # ---- who, and what they wrote -----------------------------------------------------------------------------------

    def _write_who(self) -> None:
        row = 0
        for profile in self._result.profiles:
            row = self._write_profile(row, profile)
        self._who.set_column(0, 0, 30)
        self._who.set_column(1, 2, 11)

    def _write_profile(self, row: int, profile: Profile) -> int:
        self._heads(self._who, row, (PROFILES[profile.key], "Orang", "Bagian"), ())
        place = FIRST_ANSWER + len(ELEMENTS) + TOLD.index(profile.key) if profile.key in TOLD else 3
        total = sum(count for _, count in profile.rows)
        first = row + 1
        for value, count in profile.rows:
            row += 1
            name, people = xl_rowcol_to_cell(row, 0), xl_rowcol_to_cell(row, 1)
            self._who.write_string(row, 0, value_name(profile.key, value, self._purposes), self._looks["text"])
            formula = f"=COUNTIF({self._column(place)},{name})"
            self._who.write_formula(row, 1, formula, self._looks["count"], count)
            share = f"={people}/SUM(B${first + 1}:B${first + len(profile.rows)})"
            self._who.write_formula(row, 2, share, self._looks["share"], float(Fraction(count, total)))
        return row + 2

    def _write_said(self) -> None:
        self._heads(self._said, 0, ("Tanggal", "Yang ditulis"), (12, 90))
        for row, (on, text) in enumerate(self._result.comments, 1):
            self._said.write_datetime(row, 0, datetime.combine(on, time()), self._looks["day"])
            self._said.write_string(row, 1, text, self._looks["text"])

    def _heads(self, sheet: Any, row: int, heads: Sequence[str], widths: Sequence[float]) -> None:
        for place, text in enumerate(heads):
            sheet.write_string(row, place, text, self._looks["head"])
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)


def _grade_formula(cell: str) -> str:
    """The grade of an index in a cell: rounded to two decimals first."""
    *better, last = GRADES
    formula = f'"{last.letter} - {last.words}"'
    for grade in reversed(better):
        formula = f'IF(ROUND({cell},2)>={grade.least},"{grade.letter} - {grade.words}",{formula})'
    return f'=IF({cell}="","",{formula})'
