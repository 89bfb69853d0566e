"""Letters and lists of overdue books on paper: what they say, one page each, the same bytes twice, many in one file."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import openpyxl
import pytest
from papers import FONTS, HEAD, ISSUER, LIBRARY, overlapping, pages_of, white_mm

from loket.db.reminder_queries import Book
from loket.domain.entities import Id, Loan, Member, Reminder
from loket.domain.reminders import NEVER, Told, contact_of
from loket.reports.ledger_pdf import ledgers_pdf
from loket.reports.ledger_xlsx import ledgers_xlsx
from loket.reports.overdue_letters import letters_pdf, subject
from loket.reports.overdue_lists import Grouping, overdue_ledgers, soon_ledgers
from loket.services.overdue import Debt, Debtor
from loket.services.reminders import OverdueLetter

TODAY = date(2026, 11, 24)
TITLES = ("Perahu Kertas", "Menjaga Hutan Bakau: panduan untuk sekolah dan desa pesisir, jilid kedua", "Tenun Ikat")
MANY = 400


def debt(number: int, days: int, fine_rp: int, told: Told = NEVER) -> Debt:
    due_on = TODAY - timedelta(days=days)
    lent_at = datetime(2026, 10, 1, tzinfo=UTC)
    ids = [Id(f"{number:032x}"), Id("a" * 32), Id("b" * 32), Id("c" * 32), Id("d" * 32)]
    loan = Loan(*ids, due_on - timedelta(days=7), lent_at, due_on)
    return Debt(Book(loan, f"B{number:06}", TITLES[number % len(TITLES)]), days, fine_rp, told)


def member(number: int = 1, **fields: Any) -> Member:
    given = {"full_name": f"Maria Contoh {number}", "member_type": "pelajar", "address": "Jalan Contoh 14"} | fields
    return Member(Id(f"{number:032x}"), f"L1-26{number:05}", **given)


def letter(*debts: Debt, step: int = 1, number: str = "", **fields: Any) -> OverdueLetter:
    who = member(**fields)
    reminder = Reminder(Id("e" * 32), who.id, TODAY, "letter", step, number)
    return OverdueLetter(reminder, who, contact_of(who, 17, TODAY), debts, 3)


# ---- letters --------------------------------------------------------------------------------------------------------


def test_a_letter_says_whom_what_and_until_when() -> None:
    one = letter(
        debt(0, 20, 10_000), debt(2, 12, 6_000), number="005/007/L1/XI/2026", village="Naikoten", district="Alak"
    )
    text = pages_of(letters_pdf([one], ISSUER, FONTS))[0]
    for words in (
        "DINAS PERPUSTAKAAN CONTOH",
        "Nomor : 005/007/L1/XI/2026",
        "Hal : Pengingat pertama pengembalian buku",
        "Kota Contoh, 24 November 2026",
        "Maria Contoh 1",
        "L1-2600001",
        "Jalan Contoh 14, Naikoten",
        "Kec. Alak",
        "B000000",
        "04-11-2026",
        "20 hari",
        "Tenun Ikat",
        "Rp16.000",
        "Ratna Contoh, S.Sos.",
        "NIP 00000000 000000 2 001",
    ):
        assert words in text, words


def test_a_letter_about_a_child_goes_to_its_guardian() -> None:
    text = pages_of(
        letters_pdf(
            [letter(debt(0, 4, 0), birth_on=date(2014, 1, 2), guardian_name="Yohanes", school_class="VII A")],
            ISSUER,
            FONTS,
        )
    )[0]
    assert "Bapak/Ibu Yohanes orang tua/wali dari Maria Contoh 1" in text
    assert "kelas VII A" in text


def test_without_a_fine_the_letter_asks_for_none() -> None:
    text = pages_of(letters_pdf([letter(debt(0, 4, 0), debt(1, 3, 0))], ISSUER, FONTS))[0]
    assert "Denda di atas" not in text
    assert "Jumlah" not in text
    assert "Rp" not in text


def test_the_last_reminder_says_that_it_is() -> None:
    first, last = (pages_of(letters_pdf([letter(debt(0, 40, 500), step=step)], ISSUER, FONTS))[0] for step in (1, 3))
    assert "pengingat terakhir" in last
    assert "menyusul pengingat kami sebelumnya" in last
    assert "pengingat terakhir" not in first
    assert "sebelumnya" not in first
    assert subject(7) == "Pengingat ke-7 pengembalian buku"


def test_every_letter_is_one_page_however_many_books() -> None:
    many = letter(*(debt(number, 90 - number, 1_000) for number in range(60)))
    found = pages_of(letters_pdf([many, letter(debt(0, 3, 500))], ISSUER, FONTS))
    assert len(found) == 2
    shown = found[0].count(" hari ")
    assert 10 <= shown < 60
    assert f"dan {60 - shown} buku lain" in found[0]
    assert f"Rp{60 - shown}.000" in found[0]
    assert "Rp60.000" in found[0], "the sum is of all of them"
    assert "Ratna Contoh" in found[0]


def test_a_letter_has_room_for_every_book_a_member_may_usually_have() -> None:
    text = pages_of(letters_pdf([letter(*(debt(number, 9, 500) for number in range(8)))], ISSUER, FONTS))[0]
    assert "buku lain" not in text
    assert all(f"B{number:06}" in text for number in range(8))


def test_nothing_lies_over_anything_and_the_edges_are_white() -> None:
    many = letter(
        *(debt(number, 90 - number, 1_000) for number in range(60)),
        full_name="Maria Yosefina " * 6,
        address="Jalan Contoh Dua Nomor 14 RT 003 RW 007 " * 4,
        institution="Sekolah Menengah Pertama Negeri Satu Atap Contoh",
        number="005/0001234/LOKETUTAMA-B7Q/VIII/2026",
    )
    made = letters_pdf([many], ISSUER, FONTS)
    assert overlapping(made) == []
    assert white_mm(made) >= 10


def test_what_is_not_known_is_left_to_be_written() -> None:
    bare = replace(ISSUER, head=replace(HEAD, place=""), settings=replace(ISSUER.settings, receipt_place=""))
    text = pages_of(letters_pdf([letter(debt(0, 4, 0))], bare, FONTS))[0]
    assert "Nomor : ...." in text
    assert "....., 24 November 2026" in text


def test_the_same_letters_are_the_same_bytes() -> None:
    wanted = [letter(debt(0, 4, 500)), letter(debt(1, 9, 0), step=2)]
    assert letters_pdf(wanted, ISSUER, FONTS) == letters_pdf(wanted, ISSUER, FONTS)
    with pytest.raises(ValueError, match="no letter"):
        letters_pdf([], ISSUER, FONTS)


def test_many_letters_are_one_small_file_and_say_how_far_they_are() -> None:
    wanted = [
        letter(debt(n % 3, 9 + n % 30, 500 * (n % 2)), step=1 + n % 3, number=f"005/{n:04}/L1") for n in range(MANY)
    ]
    told: list[int] = []
    made = letters_pdf(wanted, ISSUER, FONTS, lambda done, _: told.append(done))
    found = pages_of(made)
    assert len(found) == MANY
    assert f"005/{MANY - 1:04}/L1" in found[-1]
    assert len(made) < 100_000 + MANY * 2_000, "letterhead and signature are in it once"
    assert told == list(range(50, MANY + 1, 50))


# ---- lists ----------------------------------------------------------------------------------------------------------


def debtor(number: int, *debts: Debt, **fields: Any) -> Debtor:
    who = member(number, **fields)
    return Debtor(who, contact_of(who, 17, TODAY), debts, NEVER, 0, None)


PEOPLE = (
    debtor(
        1, debt(0, 20, 10_000, Told(2, date(2026, 11, 20))), debt(1, 3, 1_500), district="Alak", phone="+6281234567890"
    ),
    debtor(2, debt(2, 9, 4_500), district="Oebobo", school_class="VII A", institution="SMP 1/2: Contoh"),
    debtor(3, debt(0, 8, 4_000), district="ALAK"),
    debtor(4, debt(0, 7, 0)),
)


def test_the_list_names_every_book_and_what_it_costs() -> None:
    ledger = overdue_ledgers(PEOPLE, TODAY, ISSUER, chosen="Kec. Alak")[0]
    assert [line.cells[0] for line in ledger.lines] == [1, 1, 2, 3, 4]
    assert ledger.sums()["fine"] == 20_000
    first = dict(zip((column.key for column in ledger.columns), ledger.lines[0].cells, strict=True))
    assert (first["phone"], first["days"], first["told"]) == ("0812-3456-7890", 20, "2 kali, terakhir 20-11-2026")
    assert dict(ledger.facts) == {"Anggota": "4 orang", "Buku": "5", "Pilihan": "Kec. Alak"}
    text = " ".join(pages_of(ledgers_pdf([ledger], LIBRARY, HEAD, FONTS)))
    for words in ("DAFTAR BUKU TERLAMBAT", "Per 24 November 2026", "Maria Contoh 3", "20.000", "data pribadi"):
        assert words in text, words


def test_by_district_each_has_a_page_and_a_sheet_those_without_last() -> None:
    ledgers = overdue_ledgers(PEOPLE, TODAY, ISSUER, Grouping.DISTRICT)
    assert [(one.facts[0][1], len(one.lines)) for one in ledgers] == [("Alak", 3), ("Oebobo", 1), ("Belum diisi", 1)]
    book = openpyxl.load_workbook(io.BytesIO(ledgers_xlsx(ledgers, LIBRARY, HEAD)))
    assert book.sheetnames == ["Alak", "Oebobo", "Belum diisi"]
    assert len(pages_of(ledgers_pdf(ledgers, LIBRARY, HEAD, FONTS))) == 3


def test_by_class_sheets_bear_names_a_workbook_may_have() -> None:
    long_name = "Sekolah Menengah Pertama Negeri Satu Atap Contoh"
    people = [
        PEOPLE[1],
        *(debtor(number, debt(0, 4, 0), institution=long_name, school_class=f"VII {number}") for number in range(5, 9)),
    ]
    ledgers = overdue_ledgers(people, TODAY, ISSUER, Grouping.SCHOOL_CLASS)
    names = openpyxl.load_workbook(io.BytesIO(ledgers_xlsx(ledgers, LIBRARY, HEAD))).sheetnames
    assert len(set(names)) == 5
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    assert ledgers[0].facts[0] == ("Sekolah/kelas", f"{long_name} · VII 5")


def test_a_workbook_has_real_numbers_and_days() -> None:
    book = openpyxl.load_workbook(io.BytesIO(ledgers_xlsx(overdue_ledgers(PEOPLE, TODAY, ISSUER), LIBRARY, HEAD)))
    cells = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert date(2026, 11, 4) in [value.date() for value in cells if isinstance(value, datetime)]
    assert {20, 10_000} <= {value for value in cells if isinstance(value, int)}


def test_soon_due_books_are_listed_by_days_left() -> None:
    ledger = soon_ledgers([debtor(1, debt(0, -2, 0)), debtor(2, debt(1, 0, 0))], TODAY, ISSUER)[0]
    assert [line.cells[-1] for line in ledger.lines] == [2, 0]
    assert "segera jatuh tempo" in ledger.title
    assert not ledger.has_sums


def test_an_empty_list_says_so() -> None:
    ledgers = overdue_ledgers([], TODAY, ISSUER, Grouping.DISTRICT)
    assert len(ledgers) == 1
    assert "Nihil" in pages_of(ledgers_pdf(ledgers, LIBRARY, HEAD, FONTS))[0]
