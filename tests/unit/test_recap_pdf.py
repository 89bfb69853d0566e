"""The recap on paper: every figure of it can be read there, nothing is cut, and who signs never signs a bare page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from papers import FONTS, HEAD, overlapping, pages_of, reddish, text_of, white_mm
from recap_papers import (
    busy_day_paper,
    day_figures,
    empty_day_paper,
    live_day_paper,
    month_paper,
    period_paper,
    quarter_paper,
    revision_paper,
    year_paper,
)

from loket.domain.periods import PeriodKind
from loket.domain.recap import TABLES, Figures, Section, added
from loket.domain.recap_paper import RecapPaper
from loket.reports.letterhead import Letterhead
from loket.reports.pdf import HELVETICA, points
from loket.reports.recap_front import change_rows, daily, days_text, missing_lines
from loket.reports.recap_headlines import HEADLINES
from loket.reports.recap_pdf import recap_pdf
from loket.reports.recap_tables import cut
from loket.reports.recap_words import number_text, section_title, table_title

PAPERS = {
    "busy": busy_day_paper,
    "empty": empty_day_paper,
    "revision": revision_paper,
    "month": month_paper,
    "quarter": quarter_paper,
    "year": year_paper,
}
FIRST_SECTIONS = (Section.VISITORS, Section.CIRCULATION)


@pytest.fixture(scope="module")
def made() -> dict[str, tuple[RecapPaper, bytes]]:
    papers = {name: make() for name, make in PAPERS.items()}
    return {name: (paper, recap_pdf(paper, HEAD, FONTS)) for name, paper in papers.items()}


def written(pdf: bytes) -> str:
    """The text in the order it was drawn: table after table, row after row, blanks made one."""
    return " ".join(raw_text(pdf).split())


def raw_text(pdf: bytes) -> str:
    """As it was drawn, a form feed after each page."""
    return subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def lost(paper: RecapPaper, pdf: bytes) -> list[str]:
    """Rows of any table that cannot be read on the paper, name and numbers in one line."""
    said = written(pdf)
    rows = [" ".join(row) for key in TABLES if paper.figures.has(key) for row in cut(paper.figures, key).rows]
    return [row for row in rows if " ".join(row.split()) not in said]


def sizes_of(pdf: bytes) -> list[tuple[float, float]]:
    done = subprocess.run(["pdfinfo", "-l", "99", "-"], input=pdf, capture_output=True, check=True)
    lines = [line.split() for line in done.stdout.decode().splitlines() if "size:" in line and line.startswith("Page")]
    return [(float(line[3]), float(line[5])) for line in lines]


# ---- every figure ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAPERS)
def test_every_row_of_every_table_can_be_read(made, name):
    paper, pdf = made[name]
    assert lost(paper, pdf) == []
    said = written(pdf)
    assert all(section_title(section) in said for section in paper.figures.sections())


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_is_cut_and_nothing_lies_over_another(made, name):
    _, pdf = made[name]
    assert overlapping(pdf) == []
    pages = pages_of(pdf)
    assert all(white_mm(pdf, page) > 8 for page in range(1, len(pages) + 1))
    assert all(f"Halaman {page} dari {len(pages)}" in said for page, said in enumerate(pages, 1))


@pytest.mark.parametrize("people", [1, 3, 17, 95, 1_234, 100_000])
def test_days_of_any_size_fit(people):
    paper = busy_day_paper(people)
    pdf = recap_pdf(paper, HEAD, FONTS)
    assert lost(paper, pdf) == []
    assert overlapping(pdf) == []


@pytest.mark.parametrize("kind", PeriodKind)
def test_periods_of_any_kind_fit(kind):
    paper = period_paper(kind, date(2027, 2, 9), busy=40)
    pdf = recap_pdf(paper, HEAD, FONTS)
    assert lost(paper, pdf) == []
    assert overlapping(pdf) == []


def test_totals_are_of_all_rows_and_shares_of_the_whole():
    figures = busy_day_paper().figures
    total = cut(figures, "visitors_education").rows[-1]
    sexes = [figures.column_total("visitors_education", sex) for sex in ("L", "P", "")]
    assert total == ("Jumlah", *map(str, sexes), str(sum(sexes)))
    assert cut(figures, "reading_room").rows[-1] == ("Jumlah", str(figures.total("reading_room")), "100,0%")
    assert cut(figures, "rooms").rows[-1][0] != "Jumlah"  # who reads in two rooms came once


def test_what_is_not_filled_in_has_a_row_and_noughts_are_dashes():
    figures = Figures()
    figures.add("visitors_job", "Petani", 2, "L")
    figures.add("visitors_job", "", 3, "")
    assert cut(figures, "visitors_job").rows == (
        ("Petani", "2", "–", "–", "2"),
        ("Belum diisi", "–", "–", "3", "3"),
        ("Jumlah", "2", "0", "3", "5"),
    )


def headings_alone(paper: RecapPaper, pdf: bytes) -> list[str]:
    """Headings of sections that are not followed, on their page, by the head of their first table and a row of it."""
    pages = [" ".join(page.split()) for page in raw_text(pdf).split("\f")]
    found = []
    for number, section in enumerate(paper.figures.sections(), 1):
        heading = re.compile(rf"(?<!Gambar ){number}\. {re.escape(section_title(section))} ")
        keys = [key for key in TABLES if TABLES[key].section is section and paper.figures.has(key)]
        below = next(heading.split(page, 1)[1] for page in pages if heading.search(page))
        firsts = [cut(paper.figures, key) for key in keys]
        if not any(one.heads[0] in below and one.rows[0][0] in below for one in firsts):
            found.append(heading.pattern)
    return found


@pytest.mark.parametrize("name", PAPERS)
def test_a_heading_stands_above_its_first_table(made, name):
    assert headings_alone(*made[name]) == []


def test_a_heading_stands_above_its_first_table_wherever_the_page_ends(monkeypatch):
    """Pages that end a little earlier each time, until the first section has come to the second page."""
    tables = day_figures(60).tables
    figures = Figures({key: cells for key, cells in tables.items() if TABLES[key].section in FIRST_SECTIONS})
    paper = replace(busy_day_paper(), figures=figures, previous=None, year_before=None)
    begun = set()
    for step in range(30):
        monkeypatch.setattr("loket.reports.recap_pdf.BOTTOM", points(40 + step * 0.6))
        pdf = recap_pdf(paper, HEAD, FONTS)
        assert headings_alone(paper, pdf) == []
        begun.add("1.1 Pengunjung" in pages_of(pdf)[0])
    assert begun == {True, False}


# ---- what stands above and below ------------------------------------------------------------------------------------


def test_a_day_says_whose_and_when_and_from_what_it_was_made(made):
    said = text_of(made["busy"][1])
    for part in (
        "DINAS PERPUSTAKAAN DAN KEARSIPAN DAERAH CONTOH",
        "REKAPITULASI LAYANAN HARIAN Selasa, 24 November 2026 Nomor 00017/RK/L1/XI/2026 ",
        "Cakupan : Meja Sirkulasi 1 (L1)",
        "pukul 08.00 sampai 16.00 menurut jadwal",
        "pukul 07.52 (pertama) sampai 16.04 (terakhir)",
        "Ditutup pukul 16.10",
        "1. 3 orang masih di dalam 2. 1 sesi internet masih berjalan",
        "Angka dikunci dari jurnal loket: a1b2c3d4 · 1234 · 9f8e7d6c5b4a.",
        "oleh Petrus Contoh, A.Md. pada 24 November 2026 pukul 16.12. Catatan: Laci kas cocok",
    ):
        assert part in said
    assert "Revisi" not in said
    assert "Belum ditandatangani" not in said


def test_a_recap_that_is_printed_again_bears_the_head_it_was_made_under():
    renamed = replace(HEAD, agency="Pemerintah Kota Lain", place="Kota Lain")
    assert recap_pdf(busy_day_paper(), renamed, FONTS) == recap_pdf(busy_day_paper(), HEAD, FONTS)


def test_large_figures_are_held_against_the_day_before(made):
    paper, pdf = made["busy"]
    said = text_of(pdf)
    for key in ("visitors", "loans", "members_new", "cash"):
        one = next(one for one in HEADLINES if one.key == key)
        assert said.count(number_text(one.unit, one.of(paper.figures))) >= 2
    assert "412 368 naik 12,0% 290 naik 42,1%" in said


def test_who_signs_stands_with_office_rank_and_number(made):
    said = written(made["busy"][1])
    assert "Ratna Contoh, S.Sos., M.Si. Pembina Tk. I (IV/b) NIP 00000000 000000 2 001" in said
    assert "Yosef Contoh, S.I.Pust. Penata (III/c) NIP 00000000 000000 2 002" in said
    assert "Mengetahui, Plt. Kepala Bidang Layanan dan Pelestarian," in said
    assert "Kota Contoh, 24 November 2026 Kepala Seksi Layanan Perpustakaan," in said


@pytest.mark.parametrize("name", PAPERS)
def test_nobody_signs_a_bare_page(made, name):
    _, pdf = made[name]
    signed = next(page for page in pages_of(pdf) if "NIP" in page)
    for part in ("Mengetahui,", "NIP 00000000 000000 2 001", "NIP 00000000 000000 2 002", "Catatan"):
        assert part in signed
    assert section_title(made[name][0].figures.sections()[-1]) in signed


@pytest.mark.parametrize("people", range(40, 80, 4))
def test_signatures_stay_together_wherever_the_page_ends(people):
    figures = added([day_figures(people), _many_refusals(people)])
    pages = pages_of(recap_pdf(replace(busy_day_paper(), figures=figures), HEAD, FONTS))
    signed = [page for page in pages if "Mengetahui" in page or "NIP" in page]
    assert len(signed) == 1
    assert "Catatan" in signed[0]
    assert "Belum selesai saat layanan ditutup" in signed[0]


def _many_refusals(count: int) -> Figures:
    figures = Figures()
    for number in range(count // 2):
        figures.add("refusals", f"Sebab {number:02}", number + 1)
    return figures


def test_without_officials_there_is_room_to_write_them_by_hand():
    facts = {name: text for name, text in busy_day_paper().facts.items() if not name.startswith(("left_", "right_"))}
    said = text_of(recap_pdf(replace(busy_day_paper(), facts=facts | {"place": ""}), HEAD, FONTS))
    assert "Mengetahui" in said
    assert f"{HEAD.place}, 24 November 2026" in said
    assert "(........" in said
    assert "NIP" not in said


def test_a_word_noted_at_closing_is_on_the_paper():
    noted = replace(busy_day_paper(), facts=busy_day_paper().facts | {"note": "Listrik padam & hujan <deras>"})
    assert "Listrik padam & hujan <deras>" in text_of(recap_pdf(noted, HEAD, FONTS))


def test_an_empty_holiday_made_by_night_says_so(made):
    said = text_of(made["empty"][1])
    assert "Hari libur : Hari Raya Natal" in said
    assert "Dibuat otomatis pukul 21.30 karena layanan belum ditutup petugas" in said
    assert "Tidak ada kegiatan yang tercatat. Tabel berikut menunjukkan keadaan pada akhir hari." in said
    assert "Belum ditandatangani petugas di Loket." in said
    assert "Gambar" not in said


def test_a_paper_without_any_figure_is_a_paper_all_the_same():
    bare = replace(empty_day_paper(), figures=Figures())
    pages = pages_of(recap_pdf(bare, HEAD, FONTS))
    assert len(pages) == 1
    assert "Tidak ada kegiatan yang tercatat." in pages[0]
    assert "Mengetahui," in pages[0]


def test_a_day_not_closed_yet_is_marked_as_a_draft(made):
    pdf = recap_pdf(live_day_paper(), HEAD, FONTS)
    said = text_of(pdf)
    assert "Belum ditutup; angka masih dapat bertambah" in said
    assert "RK/" not in said
    assert "Angka dikunci" not in said
    plain = Letterhead("Kupang")  # whose logo has no colour that could be taken for the mark
    assert (
        reddish(recap_pdf(live_day_paper(), plain, FONTS)) > 0.01 > reddish(recap_pdf(busy_day_paper(), plain, FONTS))
    )


def test_a_revision_says_what_changed(made):
    paper, pdf = made["revision"]
    said = written(pdf)
    assert "Nomor 00017/RK/L1/XI/2026 · Revisi 2" in said
    assert "Yang berubah pada revisi 2" in said
    rows = change_rows(paper).rows
    assert len(rows) == len(paper.changes) == 11
    assert all(" ".join(row) in said for row in rows)
    assert ("Pengunjung menurut umur", "13-15 tahun, Perempuan", "13", "15") in rows
    assert ("Penerimaan menurut jenis", "Denda keterlambatan, Batal/kembali", "(Rp5.500)", "(Rp7.500)") in rows


# ---- periods --------------------------------------------------------------------------------------------------------


def test_a_month_says_its_days_and_what_is_missing(made):
    paper, pdf = made["month"]
    said = text_of(pdf)
    open_days = sum(day.is_open for day in paper.days)
    for part in (
        "REKAPITULASI LAYANAN BULANAN September 2026",
        "Seluruh perpustakaan",
        f"Hari buka : {open_days} dari 30 hari",
        "24 hari dari rekap harian yang sudah dikunci; 1 hari dihitung langsung karena belum ditutup",
        "Meja Sirkulasi 2: 2 hari (2 dan 3 September 2026) Ruang Anak: 1 hari (2 September 2026)",
        "Jumat, 11-09-2026 (Hari Raya Contoh)",
        "Senin, 07-09-2026 (tutup)",
        "Rabu, 30-09-2026*",
        "* belum ditutup; angkanya dihitung langsung dan masih dapat berubah.",
        "Rata-rata per",
    ):
        assert part in said


@pytest.mark.parametrize("name", ["month", "quarter", "year"])
def test_lines_of_days_and_months_add_up_and_are_written(made, name):
    paper, pdf = made[name]
    table = daily(paper)
    said = written(pdf)
    assert all(" ".join(row) in said for row in table.rows)
    *lines, total = table.rows
    for column in range(1, len(table.heads)):
        numbers = [int(line[column].replace("–", "0").replace(".", "")) for line in lines]
        if total[column]:
            assert sum(numbers) == int(total[column].replace(".", ""))
    assert len(lines) == {"month": 30, "quarter": 3, "year": 12}[name]


def test_a_year_is_not_held_against_the_same_year_twice(made):
    assert text_of(made["year"][1]).count("Tahun sebelumnya") == 1


def test_days_are_listed_month_by_month():
    days = [date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 2), date(2026, 10, 5)]
    assert days_text(days) == "30 September 2026; 1, 2, dan 5 Oktober 2026"
    assert missing_lines(busy_day_paper()) == []


# ---- what makes it hard ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("types", "parts"), [(12, 1), (40, 3)])
def test_a_table_wider_than_the_page_lies_behind_the_signatures(types, parts):
    chance, figures = Random(types), day_figures(60)
    del figures.tables["loans_class"]
    for number in range(types):
        for row in ("000", "800", "F"):
            figures.add("loans_class", row, chance.randint(1, 4_000), f"Golongan {number}")
    paper = replace(busy_day_paper(), figures=figures)
    pdf = recap_pdf(paper, HEAD, FONTS)
    pages, sizes = pages_of(pdf), sizes_of(pdf)
    lying = [page for page, (wide, tall) in zip(pages, sizes, strict=True) if wide > tall]
    signed = next(place for place, page in enumerate(pages) if "NIP" in page)
    assert lying == pages[signed + 1 :] != []
    assert "lihat lampiran" in " ".join(pages[:signed])
    table = cut(figures, "loans_class")
    assert all(f"{number}" in " ".join(lying) for number in table.rows[-1][1:])
    assert (f"(bagian {parts} dari {parts})" in " ".join(lying)) == (parts > 1)
    assert f"(bagian {parts + 1} dari" not in " ".join(lying)
    assert overlapping(pdf) == []


def test_long_and_strange_names_are_written_whole():
    figures = day_figures(50)
    rooms = ("Ruang <b>Baca</b> & Diskusi Anak-Anak Pesisir Lantai Dua Sebelah Timur", "Ḥadīṡ ☃", "R" * 60)
    for room in rooms:
        figures.add("rooms", room, 3, "L")
    paper = replace(busy_day_paper(), figures=figures, facts=busy_day_paper().facts | {"station_name": "Meja <i>1</i>"})
    said = written(recap_pdf(paper, HEAD, FONTS))
    assert "Meja <i>1</i> (L1)" in said
    assert rooms[0] in said
    assert "Ḥadīṡ ?" in said  # what the letters do not have is not dropped silently
    assert rooms[2] in said.replace(" ", "")


def test_a_table_longer_than_a_page_goes_on_with_its_head_repeated():
    figures = day_figures(30)
    for number in range(120):
        figures.add("staff", f"Petugas Contoh {number:03}", number + 1, "loans")
    paper = replace(busy_day_paper(), figures=figures)
    pdf = recap_pdf(paper, HEAD, FONTS)
    assert lost(paper, pdf) == []
    staff = [page for page in pages_of(pdf) if "Petugas Contoh" in page]
    assert len(staff) >= 3
    assert all("Kuitansi" in page for page in staff)


def test_it_can_be_set_in_the_letters_every_reader_has():
    pdf = recap_pdf(busy_day_paper(), Letterhead(), HELVETICA)
    assert lost(busy_day_paper(), pdf) == []
    assert "?" not in text_of(pdf)
    assert overlapping(pdf) == []


# ---- the file -------------------------------------------------------------------------------------------------------


def test_the_same_recap_is_the_same_file_in_another_process_and_zone(made):
    code = (
        "import sys; from papers import FONTS, HEAD; from recap_papers import busy_day_paper;"
        "from loket.reports.recap_pdf import recap_pdf;"
        "sys.stdout.buffer.write(recap_pdf(busy_day_paper(), HEAD, FONTS))"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "TZ": "America/Lima", "PYTHONHASHSEED": "5"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    assert done.stdout == made["busy"][1]


def test_another_figure_makes_another_file(made):
    assert made["busy"][1] != made["revision"][1]


def test_progress_rises_to_its_end():
    heard: list[tuple[int, int]] = []
    recap_pdf(month_paper(), HEAD, FONTS, lambda done, total: heard.append((done, total)))
    assert len(heard) > 5
    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1]
    assert len({total for _, total in heard}) == 1


def test_titles_name_every_table_of_a_section_that_has_several(made):
    said = written(made["busy"][1])
    for key in ("visitors_job", "loans_class", "overdue_days", "cash_kind", "internet_end"):
        assert table_title(key) in said
