"""E-books: licences, loans that end by themselves, and the app's report read twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from fakes import ADMIN, CIRCULATION, new_desk, operator
from openpyxl import load_workbook
from rooms import guest, later, member
from stock import add_member, journal, set_rule

from loket.domain import events as e
from loket.domain.entities import EbookTitle, Id
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.importing.records import UnusableFileError
from loket.reports.ebook_template import HEADINGS, ebook_template
from loket.services import ebook_report as report
from loket.services import ebooks as eb
from loket.services.desk import Desk
from loket.ui.texts_rooms_answers import REPORT_PROBLEMS, problem_text

R = RefusalCode
CSV = """ID Transaksi;Judul Buku;Penulis;Nama Peminjam;No Anggota;Tanggal Pinjam;Tanggal Kembali;Jumlah Lisensi
T-1;Laut Contoh;A. Pengarang;Ada C.;M-1;03-11-2026 08:15;04-11-2026 20:00;2
T-2;Laut Contoh;A. Pengarang;T. C.;;03-11-2026;;2
T-3;Gunung Contoh;;T. C.;;04-11-2026;;
;Gunung Contoh;;T. C.;;05-11-2026;;
;Gunung Contoh;;T. C.;;05-11-2026;;
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return new_desk(tmp_path)


def why(work: Callable[[], Any]) -> RefusalCode:
    with pytest.raises(Refused) as refused:
        work()
    return refused.value.code


def fault(work: Callable[[], Any]) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as wrong:
        work()
    return wrong.value.field, wrong.value.code


def add_title(desk: Desk, title: str = "Laut Contoh", licences: int = 1, **fields: Any) -> EbookTitle:
    desk.operator = operator(desk, ADMIN)
    made = eb.set_title(desk, EbookTitle(Id(""), title, licences=licences, **fields))
    desk.operator = operator(desk, CIRCULATION)
    return made


# ---- titles -------------------------------------------------------------------------------------------------------


def test_titles_are_set_by_who_keeps_the_rules(desk: Desk) -> None:
    title = add_title(desk, "  Laut   Contoh ", author="A. Pengarang")
    assert title.title == "Laut Contoh"
    assert why(lambda: eb.set_title(desk, EbookTitle(Id(""), "Lain"))) is R.ROLE_MISSING
    assert fault(lambda: add_title(desk, "laut contoh", author="a pengarang")) == ("title", "ebook_title_known")
    assert fault(lambda: add_title(desk, " ")) == ("title", "text_missing")
    assert fault(lambda: add_title(desk, "Lain", licences=-1)) == ("licences", "number_out_of_range")
    desk.operator = operator(desk, ADMIN)
    eb.set_title(desk, replace(title, retired=True))
    assert eb.titles(desk) == ()
    assert [line.title.id for line in eb.titles(desk, retired=True)] == [title.id]
    assert why(lambda: eb.lend(desk, title.id, None, reader="T. C.")) is R.EBOOK_OVER


def test_titles_are_found_by_the_beginnings_of_their_words(desk: Desk) -> None:
    for name in ("Laut Contoh", "Gunung Contoh", "Laut Lain"):
        add_title(desk, name)
    assert [line.title.title for line in eb.titles(desk, "con la")] == ["Laut Contoh"]
    assert [line.title.title for line in eb.titles(desk)] == ["Gunung Contoh", "Laut Contoh", "Laut Lain"]


# ---- lending ------------------------------------------------------------------------------------------------------


def test_a_title_is_read_by_as_many_as_it_has_licences(desk: Desk) -> None:
    title = add_title(desk, licences=2)
    ada = member(add_member(desk))
    first = eb.lend(desk, title.id, ada)
    assert (first.due_at - first.lent_at, first.member_id, first.reader) == (timedelta(days=3), ada.member_id, "")
    later(desk, hours=1)
    assert why(lambda: eb.lend(desk, title.id, ada)) is R.EBOOK_HAS_IT
    eb.lend(desk, title.id, guest("T. C."))
    with pytest.raises(Refused) as refused:
        eb.lend(desk, title.id, None, reader="Lain")
    assert (refused.value.code, refused.value.params["back_at"]) == (R.EBOOK_ALL_OUT, desk.local(first.due_at))
    (line,) = eb.titles(desk)
    assert (line.out, line.free, line.back_at) == (2, 0, first.due_at)


def test_it_comes_back_by_itself_and_nothing_is_recorded_for_that(desk: Desk) -> None:
    title = add_title(desk)
    eb.lend(desk, title.id, None, reader="T. C.")
    before = len(journal(desk))
    later(desk, days=2, hours=23, minutes=59)
    assert [line.is_out for line in eb.open_loans(desk)] == [True]
    later(desk, minutes=1)
    assert eb.open_loans(desk) == ()
    assert eb.titles(desk)[0].free == 1
    assert len(journal(desk)) == before
    assert eb.lend(desk, title.id, None, reader="Lain").reader == "Lain"


def test_the_days_are_the_librarys(desk: Desk) -> None:
    set_rule(desk, "ebook_days", 7)
    loan = eb.lend(desk, add_title(desk).id, None, reader="T. C.")
    assert loan.due_at - loan.lent_at == timedelta(days=7)


def test_one_given_back_early_is_free_again(desk: Desk) -> None:
    title = add_title(desk)
    loan = eb.lend(desk, title.id, None, reader="T. C.")
    later(desk, hours=2)
    assert fault(lambda: eb.give_back(desk, loan.id, desk.clock.now() + timedelta(days=1))) == (
        "returned_at",
        "date_future",
    )
    early = loan.lent_at - timedelta(minutes=1)
    assert fault(lambda: eb.give_back(desk, loan.id, early)) == ("returned_at", "date_before_loan")
    assert eb.give_back(desk, loan.id).returned_at == desk.clock.now()
    assert why(lambda: eb.give_back(desk, loan.id)) is R.EBOOK_OVER
    assert eb.titles(desk)[0].free == 1


def test_one_noted_afterwards_stands_in_its_own_day_and_takes_no_licence_now(desk: Desk) -> None:
    title = add_title(desk)
    eb.lend(desk, title.id, None, reader="T. C.")
    past = desk.clock.now() - timedelta(days=10)
    assert eb.lend(desk, title.id, None, reader="Lain", lent_at=past).lent_on == date(2026, 11, 14)
    assert [line.who for line in eb.days_loans(desk, date(2026, 11, 14))] == ["Lain"]
    future = desk.clock.now() + timedelta(minutes=1)
    assert fault(lambda: eb.lend(desk, title.id, None, reader="x", lent_at=future)) == ("lent_at", "date_future")
    old = desk.clock.now() - timedelta(days=401)
    assert fault(lambda: eb.lend(desk, title.id, None, reader="x", lent_at=old)) == ("lent_at", "date_too_old")


def test_nobody_is_no_reader_and_no_identity_number_is_kept(desk: Desk) -> None:
    title = add_title(desk)
    assert fault(lambda: eb.lend(desk, title.id, None)) == ("reader", "reader_missing")
    assert fault(lambda: eb.lend(desk, title.id, None, reader="0" * 16)) == ("reader", "identity_typed")


def test_a_mistake_is_taken_back(desk: Desk) -> None:
    title = add_title(desk)
    loan = eb.lend(desk, title.id, None, reader="T. C.")
    assert eb.undo(desk, loan.id).cancelled
    assert why(lambda: eb.undo(desk, loan.id)) is R.EBOOK_OVER
    assert (eb.open_loans(desk), eb.day_counts(desk, desk.today()).loans) == ((), 0)


def test_a_title_without_limit_is_never_all_out(desk: Desk) -> None:
    title = add_title(desk, licences=0)
    for number in range(5):
        eb.lend(desk, title.id, None, reader=f"T {number}")
    assert (eb.titles(desk)[0].out, eb.titles(desk)[0].free) == (5, None)
    counts = eb.day_counts(desk, desk.today())
    assert (counts.loans, counts.titles, counts.readers) == (5, 1, 5)


# ---- the app's report ---------------------------------------------------------------------------------------------


def written(folder: Path, text: str = CSV, name: str = "laporan.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_report_is_read_shown_and_taken_over_once(desk: Desk, tmp_path: Path) -> None:
    ada = add_member(desk, name="Ada Contoh")
    preview = report.read_report(desk, written(tmp_path))
    assert (preview.new, preview.known, preview.bad) == (5, 0, 0)
    assert journal(desk)[-1].event.__class__ is e.MemberRegistered  # looking changes nothing
    done = report.import_report(desk, preview)
    assert (done.new, done.known, done.bad, done.new_titles, done.returned) == (5, 0, 0, 2, 0)
    counts = eb.day_counts(desk, date(2026, 11, 1), date(2026, 11, 30))
    assert (counts.loans, counts.titles, counts.readers) == (5, 2, 2)
    (first, *_) = (line.loan for line in reversed(eb.days_loans(desk, date(2026, 11, 3))))
    assert (first.member_id, first.reader, first.source_key) == (ada, "", "T-1")
    assert first.lent_at == datetime(2026, 11, 3, 0, 15, tzinfo=UTC)
    assert first.returned_at == datetime(2026, 11, 4, 12, 0, tzinfo=UTC)
    assert {line.title.title: line.title.licences for line in eb.titles(desk)} == {"Gunung Contoh": 0, "Laut Contoh": 2}
    before = len(journal(desk))
    again = report.read_report(desk, written(tmp_path, name="lagi.csv"))
    assert (again.new, again.known) == (0, 5)
    assert report.import_report(desk, again) == report.Imported(0, 5, 0, 0, 0)
    assert len(journal(desk)) == before
    assert why(lambda: eb.undo(desk, first.id)) is R.UNDO_TOO_LATE


def test_a_longer_report_adds_only_what_is_new_and_that_one_was_given_back(desk: Desk, tmp_path: Path) -> None:
    report.import_report(desk, report.read_report(desk, written(tmp_path)))
    longer = CSV.replace(
        "T-2;Laut Contoh;A. Pengarang;T. C.;;03-11-2026;;2",
        "T-2;Laut Contoh;A. Pengarang;T. C.;;03-11-2026;04-11-2026;2",
    )
    longer += "T-9;Laut Contoh;A. Pengarang;T. C.;;20-11-2026;;2\n"
    preview = report.read_report(desk, written(tmp_path, longer))
    assert (preview.new, preview.known) == (1, 5)
    done = report.import_report(desk, preview)
    assert (done.new, done.known, done.returned, done.new_titles) == (1, 5, 1, 0)
    assert report.read_report(desk, written(tmp_path, longer)).new == 0
    assert not any(row.returns for row in report.read_report(desk, written(tmp_path, longer)).rows)


def test_the_same_preview_taken_twice_counts_once(desk: Desk, tmp_path: Path) -> None:
    preview = report.read_report(desk, written(tmp_path))
    report.import_report(desk, preview)
    assert report.import_report(desk, preview).new == 0


def test_two_counters_make_the_same_keys(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path)
    first = [row.key for row in report.read_report(desk, path).rows]
    desk.ids = type(desk.ids)(999)  # type: ignore[call-arg]
    assert [row.key for row in report.read_report(desk, path).rows] == first
    assert len(set(first)) == 5


def test_csv_and_xlsx_of_one_report_are_one(desk: Desk, tmp_path: Path) -> None:
    rows = [line.split(";") for line in CSV.splitlines()]
    book = xlsxwriter.Workbook(tmp_path / "laporan.xlsx")
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    sheet.write_row(0, 0, rows[0])
    for number, row in enumerate(rows[1:], 1):
        for place, cell in enumerate(row):
            if place in (5, 6) and cell:
                when = datetime.strptime(cell[:10], "%d-%m-%Y")  # noqa: DTZ007 - a spreadsheet knows no zones
                sheet.write_datetime(number, place, when, day)
            else:
                sheet.write(number, place, cell)
    book.close()
    report.import_report(desk, report.read_report(desk, written(tmp_path)))
    assert report.read_report(desk, tmp_path / "laporan.xlsx").new == 0


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("T;;;x;;03-11-2026;;", "title_missing"),
        ("T;Judul;;x;;;;", "date_missing"),
        ("T;Judul;;x;;kemarin;;", "date_unreadable"),
        ("T;Judul;;x;;25-11-2026;;", "date_future"),
        ("T;Judul;;x;;03-11-2026;02-11-2026;", "date_order"),
        ("T;Judul;;x;;03-11-2026;;;;;9", "row_broken"),
    ],
)
def test_a_row_that_makes_no_sense_is_shown_with_its_reason(desk: Desk, tmp_path: Path, row: str, problem: str) -> None:
    head = CSV.splitlines()[0]
    preview = report.read_report(desk, written(tmp_path, f"{head}\n{row}\nT-5;Sah;;x;;03-11-2026;;\n"))
    assert [(one.state, one.problem) for one in preview.rows] == [("bad", problem), ("new", "")]
    assert problem_text(preview.rows[0])
    assert (preview.bad, report.import_report(desk, preview).new) == (1, 1)


def test_every_problem_has_its_sentence() -> None:
    source = Path(report.__file__).read_text(encoding="utf-8")
    assert REPORT_PROBLEMS
    assert all(f'problem="{code}"' in source for code in REPORT_PROBLEMS)
    assert source.count('problem="') == len(REPORT_PROBLEMS)


def test_an_identity_number_in_a_report_is_not_taken_over(desk: Desk, tmp_path: Path) -> None:
    head = CSV.splitlines()[0]
    preview = report.read_report(desk, written(tmp_path, f"{head}\nT-1;Judul;;{'0' * 15}1;;03-11-2026;;\n"))
    assert [row.reader for row in preview.rows] == [""]


def test_a_file_without_titles_or_days_is_no_report(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UnusableFileError) as unusable:
        report.read_report(desk, written(tmp_path, "Nama;Umur\nAda;12\n"))
    assert unusable.value.params["fields"] == ["title", "lent_at"]


def test_the_template_is_read_by_its_own_headings(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "isi.xlsx"
    path.write_bytes(ebook_template(desk.library.name))
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for place, cell in enumerate(("T-1", "Laut Contoh", "A. Pengarang", "", "T. C.", date(2026, 11, 3), None, 2), 1):
        sheet.cell(2, place, cell)
    book.save(path)
    preview = report.read_report(desk, path)
    assert len(preview.headings) == len(HEADINGS)
    assert [(row.title, row.licences, row.state) for row in preview.rows] == [("Laut Contoh", 2, "new")]


def test_nobody_signed_in_takes_nothing_over(desk: Desk, tmp_path: Path) -> None:
    preview = report.read_report(desk, written(tmp_path))
    desk.operator = None
    assert why(lambda: report.import_report(desk, preview)) is R.NOT_SIGNED_IN
