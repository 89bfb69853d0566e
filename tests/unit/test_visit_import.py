"""The paper visitor book typed into a sheet: read as people write it, shown first, taken in once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from fakes import ADMIN, TODAY, new_desk, operator
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from stock import add_member, journal, must, row

from loket.domain.entities import Id, Room, Visit, VisitKind
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.importing.records import Problem, UnusableFileError
from loket.importing.visit_book import HEADINGS, LineCode, VisitBook, read_clock
from loket.reports.visit_template import GUIDE, SHEET, visit_template
from loket.services import guestbook as g
from loket.services import visit_import as vi
from loket.services.desk import Desk
from loket.services.visit_import import BookPreview, read_book, take_book
from loket.ui.texts_visits import BOOK_TEXT, book_problem_text

HEAD = "No;Tanggal;Jam;Nama;L/P;Anggota No.;Asal;Pendidikan;Pekerjaan;Tujuan;Ruang;Jumlah"
LINES = (
    "1;20-11-2026;09.05;B. Contoh;P;;SD Contoh;S1;Guru;Membaca;;",
    "2;;09.20;Ada;P;A-1;;;;meminjam;;",
    '3;"""";10.00;Bu Guru Contoh;;;SMP Contoh;SMP;pelajar;Kunjungan;Ruang Baca;25 orang',
    "4;21/11/2026;8;C.;L;;;;;;rb;1",
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = new_desk(tmp_path)
    signed_in, desk.operator = desk.operator, operator(desk, ADMIN)
    g.set_room(desk, Room(Id(""), "RB", "Ruang Baca", own_book=True))
    desk.operator = signed_in
    add_member(desk, "A-1", name="Ada Contoh")
    return desk


def csv(folder: Path, *lines: str, head: str = HEAD, name: str = "buku.csv") -> Path:
    file = folder / name
    file.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return file


def xlsx(folder: Path, rows: Sequence[Sequence[Any]]) -> Path:
    file = folder / "buku.xlsx"
    book = xlsxwriter.Workbook(str(file))
    sheet, day, clock = book.add_worksheet(), {"num_format": "dd-mm-yyyy"}, {"num_format": "hh:mm"}
    looks = {date: book.add_format(day), time: book.add_format(clock)}
    for at, cells in enumerate([list(HEADINGS.values()), *rows]):
        for place, cell in enumerate(cells):
            sheet.write(at, place, cell, *([looks[type(cell)]] if type(cell) in looks else []))
    book.close()
    return file


def visits(desk: Desk, preview: BookPreview) -> list[Visit]:
    return [must(row(desk, Visit, must(line.visit_id))) for line in preview.lines if line.visit_id]


def codes(preview: BookPreview) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.code, problem.value) for problem in preview.problems]


def test_the_book_is_read_as_people_write_it(desk: Desk, tmp_path: Path) -> None:
    preview = read_book(desk, csv(tmp_path, *LINES))
    assert (preview.new, preview.known, preview.refused, preview.people) == (4, 0, 0, 28)
    assert codes(preview) == []
    before = len(journal(desk))
    assert vi.BookTaken(4, 0, 0) == take_book(desk, preview)
    assert len(journal(desk)) == before + 4
    guest, member, group, other = visits(desk, preview)
    assert (guest.name, guest.sex, guest.education, guest.job) == ("B. Contoh", "P", "D4/S1", "Guru")
    assert (guest.entered_at.hour, guest.entered_at.minute, guest.on) == (1, 5, date(2026, 11, 20))
    assert (guest.purpose, guest.source, guest.visitor_no) == ("membaca", "paper", "")
    assert (member.kind, member.purpose, member.name, member.on) == ("member", "meminjam", "", date(2026, 11, 20))
    assert (group.people, group.by_education, group.by_job) == (25, ("SMP:25",), ("Pelajar:25",))
    assert group.room_id == other.room_id == g.rooms(desk)[0].id
    assert (other.on, desk.local(other.entered_at).time()) == (date(2026, 11, 21), time(8))
    (door, room) = g.day_counts(desk, date(2026, 11, 20))
    assert ((door.entries, door.people), (room.entries, room.people)) == ((2, 2), (1, 25))


def test_the_same_file_twice_adds_nothing(desk: Desk, tmp_path: Path) -> None:
    file = csv(tmp_path, *LINES, LINES[3])
    first = read_book(desk, file)
    assert first.new == 5, "a line that stands there twice is two visits"
    take_book(desk, first)
    second = read_book(desk, file)
    assert (second.new, second.known) == (0, 5)
    before = len(journal(desk))
    assert take_book(desk, second) == take_book(desk, first) == vi.BookTaken(0, 5, 0)
    assert len(journal(desk)) == before


def test_a_line_put_between_the_others_is_the_only_new_one(desk: Desk, tmp_path: Path) -> None:
    take_book(desk, read_book(desk, csv(tmp_path, *LINES)))
    more = csv(tmp_path, LINES[0], "9;20-11-2026;09.10;D. Baru;;;;;;;;", *LINES[1:])
    assert take_book(desk, read_book(desk, more)) == vi.BookTaken(1, 4, 0)


def test_a_long_book_is_taken_in_short_actions_and_goes_on_where_it_stopped(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = read_book(desk, csv(tmp_path, *(f"{n};20-11-2026;09.05;Tamu {n};;;;;;;;" for n in range(vi.AT_ONCE + 5))))
    with monkeypatch.context() as patched:
        patched.setattr(vi, "demand_signed_in", Stops(after=1))
        with pytest.raises(KeyboardInterrupt):
            take_book(desk, preview)
    assert g.day_counts(desk, date(2026, 11, 20))[0].people == vi.AT_ONCE
    assert take_book(desk, preview) == vi.BookTaken(5, vi.AT_ONCE, 0)


class Stops:
    """Stands for the program being ended in the middle."""

    def __init__(self, after: int) -> None:
        self._left = after

    def __call__(self, act: object) -> None:
        if not self._left:
            raise KeyboardInterrupt
        self._left -= 1


def test_what_was_undone_does_not_come_back_with_its_file(desk: Desk, tmp_path: Path) -> None:
    preview = read_book(desk, csv(tmp_path, *LINES))
    take_book(desk, preview)
    g.undo_visit(desk, must(preview.lines[0].visit_id), "bukan tamu kita")
    assert take_book(desk, read_book(desk, csv(tmp_path, *LINES))) == vi.BookTaken(0, 4, 0)


def test_the_key_of_a_line_is_no_plain_hash_of_it(desk: Desk, tmp_path: Path) -> None:
    """Else somebody with a list of names could find out who stood in the book after the names are forgotten."""
    other = new_desk(tmp_path_of(tmp_path))
    file = csv(tmp_path, LINES[0])
    (ours,), (theirs,) = read_book(desk, file).lines, read_book(other, file).lines
    assert ours.visit_id != theirs.visit_id


def tmp_path_of(folder: Path) -> Path:
    made = folder / "lain"
    made.mkdir()
    return made


@pytest.mark.parametrize(
    ("line", "code", "value"),
    [
        ("1;;09.00;B;;;;;;;;", LineCode.DATE_MISSING, ""),
        ("1;31-02-2026;09.00;B;;;;;;;;", LineCode.DATE_UNREADABLE, "31-02-2026"),
        ("1;20-11-2026;25.00;B;;;;;;;;", LineCode.TIME_UNREADABLE, "25.00"),
        ("1;20-11-2026;;B;;;;;;;;", LineCode.TIME_MISSING, ""),
        ("1;20-11-2026;09.00;B;;;;;;;;banyak", LineCode.PEOPLE_UNREADABLE, "banyak"),
        ("1;20-11-2026;09.00;B;;;;;;;Gudang;", vi.ROOM_UNKNOWN, "Gudang"),
        ("1;25-11-2026;09.00;B;;;;;;;;", "paper_future", "25-11-2026"),
        ("1;20-11-2020;09.00;B;;;;;;;;", "paper_old", "20-11-2020"),
        ("1;20-11-2026;09.00;;L;;;;;;;", "text_missing", ""),
        ("1;20-11-2026;09.00;;;X-9;;;;;;", "member_unknown", "X-9"),
        ("1;20-11-2026;09.00;1234567890123456;;;;;;;;", "identity_typed", "1234567890123456"),
        ("1;20-11-2026;09.00;Bu Guru;;;;;;;;30", "text_missing", ""),
        ("1;20-11-2026;09.00;Bu;;;SD Contoh;;;;;30", "text_too_short", "Bu"),
        ("1;20-11-2026;09.00;Bu Guru;;;SD Contoh;;;;;1000", "number_out_of_range", "1000"),
    ],
)
def test_a_line_that_cannot_be_taken_says_why(desk: Desk, tmp_path: Path, line: str, code: str, value: str) -> None:
    preview = read_book(desk, csv(tmp_path, line, "2;20-11-2026;10.00;C. Contoh;;;;;;;;"))
    assert codes(preview) == [(2, code, value)]
    assert (preview.refused, preview.new) == (1, 1)
    assert take_book(desk, preview) == vi.BookTaken(0, 0, 1), "nothing of it, unless the rest alone is wanted"
    assert take_book(desk, preview, skip_refused=True) == vi.BookTaken(1, 0, 1)
    assert g.day_counts(desk, date(2026, 11, 20))[0].people == 1


@pytest.mark.parametrize(
    ("line", "code", "value"),
    [
        ("1;20-11-2026;09.00;B;X;;;;;;;", LineCode.SEX_UNREADABLE, "X"),
        ("1;20-11-2026;09.00;B;;;;Pesantren;;;;", vi.EDUCATION_UNKNOWN, "Pesantren"),
        ("1;20-11-2026;09.00;B;;;;;Astronaut;;;", vi.JOB_UNKNOWN, "Astronaut"),
        ("1;20-11-2026;09.00;B;;;;;;Melukis;;", vi.PURPOSE_UNKNOWN, "Melukis"),
        ("1;20-11-2026;09.00;B;;X-9;;;;;;", vi.MEMBER_AS_GUEST, "X-9"),
        ("1;20-11-2026;09.00;B;;A-1;;;;;;4", vi.MEMBER_ALONE, "4"),
    ],
)
def test_what_is_doubtful_is_taken_and_listed(desk: Desk, tmp_path: Path, line: str, code: str, value: str) -> None:
    preview = read_book(desk, csv(tmp_path, line))
    assert codes(preview) == [(2, code, value)]
    assert take_book(desk, preview) == vi.BookTaken(1, 0, 0)
    (visit,) = visits(desk, preview)
    assert (visit.kind, visit.name) == (("member", "") if code == vi.MEMBER_ALONE else ("guest", "B"))
    assert visit.people == 1
    assert (visit.sex, visit.education, visit.job, visit.purpose) == ("", "", "", "")


def test_an_hour_left_out_is_that_of_the_line_above(desk: Desk, tmp_path: Path) -> None:
    preview = read_book(
        desk, csv(tmp_path, LINES[0], "2;;;C.;;;;;;;;", "3;sda;sda;D.;;;;;;;;", "4;21-11-2026;;E.;;;;;;;;")
    )
    assert [code for _, code, _ in codes(preview)] == [LineCode.TIME_FROM_ABOVE, LineCode.TIME_MISSING]
    assert [must(line.paper).at for line in preview.lines[:3]] == [time(9, 5)] * 3


def test_a_workbook_with_real_dates_and_hours(desk: Desk, tmp_path: Path) -> None:
    rows = [
        [1, date(2026, 11, 20), time(9, 5), "B. Contoh", "P", "", "SD Contoh", "S1", "Guru", "Membaca", "", ""],
        [2, date(2026, 11, 20), 0.5, "C.", "L", "", "", "", "", "", "Ruang Baca", 1],
        [],
        [3, "20 November 2026", "13.15 WITA", "", "", "A-1", "", "", "", "", "", ""],
    ]
    preview = read_book(desk, xlsx(tmp_path, rows))
    assert codes(preview) == []
    assert [must(line.paper).at for line in preview.lines] == [time(9, 5), time(12), time(13, 15)]
    assert take_book(desk, preview).added == 3


def test_the_same_lines_in_a_workbook_and_a_text_file_are_the_same(desk: Desk, tmp_path: Path) -> None:
    take_book(desk, read_book(desk, csv(tmp_path, LINES[0])))
    rows = [[7, date(2026, 11, 20), time(9, 5), "B. Contoh", "P", "", "SD Contoh", "S1", "Guru", "Membaca", "", ""]]
    assert read_book(desk, xlsx(tmp_path, rows)).known == 1


@pytest.mark.parametrize(
    ("head", "missing"),
    [
        ("No;Nama;Asal", ["Tanggal", "Jam"]),
        ("Tanggal;Jam;Asal", ["Nama"]),
        ("Judul;Pengarang", ["Tanggal", "Jam", "Nama"]),
    ],
)
def test_a_file_that_is_no_visitor_book_says_what_it_lacks(
    desk: Desk, tmp_path: Path, head: str, missing: list[str]
) -> None:
    with pytest.raises(UnusableFileError) as unusable:
        read_book(desk, csv(tmp_path, "a;b;c", head=head))
    assert unusable.value.params["headings"] == missing


def test_other_headings_mean_the_same(desk: Desk, tmp_path: Path) -> None:
    head = "Tgl,Pukul,Nama Pengunjung,JK,Nomor Anggota,Instansi,Keperluan"
    preview = read_book(desk, csv(tmp_path, "20/11/2026,14:05,B. Contoh,Perempuan,,SD Contoh,membaca", head=head))
    (line,) = preview.lines
    paper = must(line.paper)
    assert (paper.sex, paper.at, paper.institution, paper.purpose) == ("P", time(14, 5), "SD Contoh", "membaca")


def test_nothing_is_taken_while_nobody_is_signed_in_or_a_room_went_meanwhile(desk: Desk, tmp_path: Path) -> None:
    preview = read_book(desk, csv(tmp_path, *LINES))
    signed_in, desk.operator = desk.operator, None
    with pytest.raises(Refused) as refused:
        take_book(desk, preview)
    assert refused.value.code is RefusalCode.NOT_SIGNED_IN
    desk.operator = operator(desk, ADMIN)
    g.set_room(desk, replace(g.rooms(desk)[0], retired=True))
    desk.operator = signed_in
    with pytest.raises(InvalidInput) as wrong:
        take_book(desk, preview)
    assert (wrong.value.code, wrong.value.params["line"]) == ("room_without_book", 4)
    assert g.day_counts(desk, date(2026, 11, 20))[0].people == 0


def test_the_template_is_read_back_empty_and_filled(desk: Desk, tmp_path: Path) -> None:
    purposes = [one for kind in VisitKind for one in g.purposes(desk, kind)]
    file = tmp_path / "template.xlsx"
    file.write_bytes(visit_template("Perpustakaan Contoh", g.books(desk), purposes))
    assert read_book(desk, file).lines == ()
    book = load_workbook(file)
    assert book.sheetnames[:2] == [SHEET, GUIDE]
    sheet = book[SHEET]
    assert [cell.value for cell in sheet[1]] == list(HEADINGS.values())
    assert len(sheet.data_validations.dataValidation) == 6
    for place, cell in enumerate([1, TODAY - timedelta(days=1), time(9), "B. Contoh", "L", None, "SD", "SD"], start=1):
        sheet.cell(2, place, cell)
    book.save(file)
    preview = read_book(desk, file)
    assert (preview.new, codes(preview)) == (1, [])


def test_a_broken_line_costs_only_itself(desk: Desk, tmp_path: Path) -> None:
    preview = read_book(desk, csv(tmp_path, LINES[0], '2;20-11-2026;09.10;"B. Contoh;;;;;;;;', *LINES[3:]))
    assert [(line, code) for line, code, _ in codes(preview)] == [(3, LineCode.ROW_BROKEN)]
    assert (preview.new, preview.refused) == (2, 1)


@given(st.times(), st.sampled_from(["{:%H.%M}", "{:%H:%M}", "{:%H:%M:%S}", "{:%H%M}", "{:%H.%M} WITA"]))
def test_an_hour_is_read_in_every_form(clock: time, form: str) -> None:
    assert read_clock(form.format(clock)) == clock.replace(second=0, microsecond=0)


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading_of_an_hour(text: str) -> None:
    try:
        read_clock(text)
    except ValueError:
        return
    assert any(sign.isdigit() for sign in text)


def test_the_columns_have_headings_of_their_own() -> None:
    assert set(HEADINGS) == set(VisitBook.__init__.__globals__["COLUMNS"])


def test_every_problem_of_a_line_has_its_sentence() -> None:
    """What the reading says, what the meaning says, and what the forms refuse that a line is held against."""
    of_forms = {"text_missing", "text_too_short", "text_too_long", "identity_typed", "number_out_of_range"}
    of_paper = {"member_unknown", "paper_future", "paper_old", "room_without_book"}
    assert set(BOOK_TEXT) == {*LineCode, *vi.PROBLEMS, *of_forms, *of_paper}
    for code in BOOK_TEXT:
        assert book_problem_text(Problem(2, "Nama", code, "nilai")).endswith(". (nilai)")
    assert book_problem_text(Problem(2, "", LineCode.DATE_MISSING)).endswith(".")
