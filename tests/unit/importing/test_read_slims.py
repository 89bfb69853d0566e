"""SLiMS's CSV files as SLiMS writes them, and as they come back from Excel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loket.importing import open_reader
from loket.importing.records import BiblioRecord, ItemRecord, MemberRecord, Row
from loket.importing.text import clean_lines, clean_text

MEMBER_NAMES = [
    "member_id", "member_name", "gender", "member_type_name", "member_email", "member_address", "postal_code",
    "inst_name", "is_new", "member_image", "pin", "member_phone", "member_fax", "member_since_date", "register_date",
    "expire_date", "birth_date", "member_notes",
]  # fmt: skip
BIBLIO_NAMES = [
    "title", "gmd_name", "edition", "isbn_issn", "publisher_name", "publish_year", "collation", "series_title",
    "call_number", "language_name", "place_name", "classification", "notes", "image", "sor", "authors", "topics",
    "item_code",
]  # fmt: skip
ITEM_NAMES = [
    "item_code", "call_number", "coll_type_name", "inventory_code", "received_date", "supplier_name", "order_no",
    "location_name", "order_date", "item_status_name", "site", "source", "invoice", "price", "price_currency",
    "invoice_date", "input_date", "last_update", "title",
]  # fmt: skip


def member(member_no: str = "A-1", name: str = "Randu Contoh", **other: str) -> dict[str, str]:
    row = dict.fromkeys(MEMBER_NAMES, "")
    row |= {"member_id": member_no, "member_name": name, "gender": "1", "member_type_name": "Umum", "is_new": "0",
            "member_since_date": "2019-02-03", "register_date": "2024-02-03", "expire_date": "2025-02-03",
            "birth_date": "1990-12-31"}  # fmt: skip
    return row | other


def biblio(title: str = "Angin Timur", **other: str) -> dict[str, str]:
    row = dict.fromkeys(BIBLIO_NAMES, "")
    return row | {"title": title, "gmd_name": "Text", "authors": "<Randu, A.><Jati, B.>", "topics": "<Angin>"} | other


def item(barcode: str = "B1", title: str = "Angin Timur", **other: str) -> dict[str, str]:
    row = dict.fromkeys(ITEM_NAMES, "")
    row |= {"item_code": barcode, "coll_type_name": "Textbook", "received_date": "2020-01-02", "source": "1",
            "price": "50000", "price_currency": "Rupiah", "order_date": "0000-00-00", "invoice_date": "0000-00-00",
            "input_date": "2020-01-02 10:00:00", "last_update": "2020-01-02 10:00:00", "title": title}  # fmt: skip
    return row | other


def sql_escape(text: str) -> str:
    for char, escape in (("\\", "\\\\"), ("'", "\\'"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r")):
        text = text.replace(char, escape)
    return text


def as_member_export(rows: Sequence[dict[str, str]], sep: str = ",", enc: str = '"', end: str = "\n",
                     heading: bool = True) -> str:  # fmt: skip
    """The way of SLiMS's member export: SQL escapes, a separator after the last heading, one character cut per row."""
    text = "".join(enc + name + enc + sep for name in rows[0]) + end if heading else ""
    for row in rows:
        text += "".join(enc + sql_escape(cell) + enc + sep for cell in row.values())[:-1] + end
    return text


def as_csv(
    rows: Sequence[dict[str, str]], sep: str = ",", enc: str = '"', end: str = "\n", heading: bool = True
) -> str:
    """The way of SLiMS's newer exports of titles and copies: enclosures doubled, line breaks as a literal \\n."""
    lines = [list(rows[0])] if heading else []
    lines += [[cell.replace("\n", "\\n") for cell in row.values()] for row in rows]
    return "".join(sep.join(enc + cell.replace(enc, enc * 2) + enc for cell in line) + end for line in lines)


def read(path: Path, text: str | bytes, kind: str | None = None) -> list[Row]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(open_reader(path, kind).rows())


def records(rows: list[Row]) -> list[object]:
    return [row.record for row in rows]


def codes(rows: list[Row]) -> list[str]:
    return [problem.code for row in rows for problem in row.problems]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ekspor.csv"


def test_member_export_with_every_field(path: Path) -> None:
    row = member(name="Siti Tak-Ada", gender="0", member_email="siti@example.org", member_address="Jl. Angin 1",
                 postal_code="85000", inst_name="SD Contoh", pin="00-11", member_phone="0812-0000-1",
                 member_notes='Suka "komik"\ndan puisi')  # fmt: skip
    rows = read(path, as_member_export([row]))
    assert records(rows) == [
        MemberRecord(
            "A-1", "Siti Tak-Ada", member_type="Umum", sex="P", birth_on=date(1990, 12, 31), identity_no="00-11",
            phone="0812-0000-1", email="siti@example.org", address="Jl. Angin 1 85000", institution="SD Contoh",
            registered_on=date(2019, 2, 3), valid_until=date(2025, 2, 3), note='Suka "komik"\ndan puisi',
        )
    ]  # fmt: skip
    assert rows[0].line == 2
    assert codes(rows) == []


@pytest.mark.parametrize("heading", [True, False])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("sep", "enc"), [(",", '"'), (";", '"'), ("|", "'"), ("\t", '"'), (",", "~"), ("||", '"'), ("^", "#")]
)
def test_any_separator_and_enclosure(path: Path, sep: str, enc: str, end: str, heading: bool) -> None:
    members = [
        member(f"A{number}", f'O\'Randu, "{number}"; | \\ Contoh', member_notes="dua\nbaris") for number in range(5)
    ]
    rows = read(path, as_member_export(members, sep, enc, end, heading))
    assert [record.member_no for record in records(rows)] == ["A0", "A1", "A2", "A3", "A4"]
    assert records(rows)[3].full_name == 'O\'Randu, "3"; | \\ Contoh'
    assert records(rows)[3].note == "dua\nbaris"


def test_web_entities_and_marks_that_kept_numbers_as_text(path: Path) -> None:
    rows = read(path, as_csv([member("'0012", "O&#039;Randu &amp; Co", pin='="007"', member_phone="'tanya")]))
    record = records(rows)[0]
    assert (record.member_no, record.full_name, record.identity_no) == ("0012", "O'Randu & Co", "007")
    assert record.phone == "'tanya"


def test_nineteenth_column_is_a_password_and_is_not_read(path: Path) -> None:
    rows = read(path, as_member_export([member() | {"mpasswd": "rahasia"}]))
    assert records(rows)[0].member_no == "A-1"
    assert "rahasia" not in repr(rows)


def test_headings_in_another_order_and_case(path: Path) -> None:
    text = "EXPIRE_DATE;Member_Name;MEMBER_ID\r\n31/12/2026;Randu;7\r\n"
    assert records(read(path, text)) == [MemberRecord("7", "Randu", valid_until=date(2026, 12, 31))]


def test_excel_with_its_sep_line_in_utf16(path: Path) -> None:
    text = "sep=;\r\n" + as_csv([member(name="Rändu")], ";", end="\r\n") + ";;;;\r\n\r\n"
    rows = read(path, b"\xff\xfe" + text.encode("utf-16-le"))
    assert [(row.line, row.record.full_name) for row in rows] == [(3, "Rändu")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_encodings(path: Path, encoding: str) -> None:
    rows = read(path, as_csv([member(name="“Rändu”"), member("A-2", "Élok")]).encode(encoding))
    assert [record.full_name for record in records(rows)] == ["“Rändu”", "Élok"]
    assert codes(rows) == []


def test_a_line_in_another_encoding_is_read_and_listed(path: Path) -> None:
    text = as_csv([member(name="Rändu")]).encode() + as_csv([member("A-2", "Élok")], heading=False).encode("cp1252")
    rows = read(path, text)
    assert [record.full_name for record in records(rows)] == ["Rändu", "Élok"]
    assert [(problem.line, problem.code, problem.fatal) for problem in rows[1].problems] == [
        (3, "encoding_guessed", False)
    ]


def test_doubly_encoded_text_is_repaired_and_listed(path: Path) -> None:
    damaged = "Developer’s".encode().decode("cp1252").encode().decode("cp1252")
    rows = read(path, as_csv([biblio(series_title=damaged)]))
    assert records(rows)[0].series == "Developer’s"
    assert [(problem.column, problem.code, problem.value) for problem in rows[0].problems] == [
        ("series_title", "text_repaired", "Developer’s")
    ]


def test_biblio_lists_literal_breaks_and_entities(path: Path) -> None:
    row = biblio("Rumah &amp;\\n Kebun /", notes="Satu.\\n\\nDua <i>miring</i>.", isbn_issn="978-0-13-227267-4 (jil.)",
                 item_code="<B1><B2>", sor="oleh A. Randu /")  # fmt: skip
    record = records(read(path, as_csv([row])))[0]
    assert isinstance(record, BiblioRecord)
    assert (record.title, record.responsibility) == ("Rumah & Kebun", "oleh A. Randu")
    assert record.note == "Satu.\nDua miring."
    assert record.isbn == "9780132272674"
    assert record.authors == ("Randu, A.", "Jati, B.")
    assert record.items == (ItemRecord("B1"), ItemRecord("B2"))


@pytest.mark.parametrize(
    ("written", "kept", "listed"),
    [
        ("17", "", ["note_damaged"]),
        ("0", "", []),
        ("1945", "1945", []),
        ('<div style="height: 250px; overflow-y: auto;">Ringkasan panjang</div>', "Ringkasan panjang", []),
    ],
)
def test_notes_that_slims_damaged(path: Path, written: str, kept: str, listed: list[str]) -> None:
    rows = read(path, as_csv([biblio(notes=written)]))
    assert records(rows)[0].note == kept
    assert codes(rows) == listed


def test_old_exports_never_doubled_their_quotes(path: Path) -> None:
    text = ",".join(f'"{cell}"' for cell in biblio('Kata "Ya", kata "Tidak"').values()) + "\n"
    rows = read(path, text + text.replace("Ya", "Mungkin"))
    assert [record.title for record in records(rows)] == ['Kata "Ya", kata "Tidak"', 'Kata "Mungkin", kata "Tidak"']


def test_line_breaks_inside_quotes_keep_the_line_numbers(path: Path) -> None:
    rows = read(
        path, as_csv([biblio("Satu"), biblio("Dua"), biblio("Tiga")]).replace('"Satu","Text"', '"Sa\ntu","Te\n\nxt"')
    )
    assert [(row.line, row.record.title) for row in rows] == [(2, "Sa tu"), (6, "Dua"), (7, "Tiga")]


def test_items_with_the_empty_twentieth_heading(path: Path) -> None:
    text = as_csv(
        [item(call_number="813 RAN a", inventory_code="INV/1", location_name="Rak A", item_status_name="Repair")]
    )
    rows = read(path, text.replace('"title"\n', '"title",\n'))
    assert records(rows) == [
        ItemRecord("B1", "INV/1", "813 RAN a", "Textbook", "Rak A", "Repair", 50000, "Pembelian", date(2020, 1, 2),
                   title_key="Angin Timur")
    ]  # fmt: skip


def test_a_price_of_nought_is_no_price(path: Path) -> None:
    assert [record.price_rp for record in records(read(path, as_csv([item(price="0"), item(price="")])))] == [
        None,
        None,
    ]


def test_items_without_headings_are_told_from_members_with_a_password(path: Path) -> None:
    assert isinstance(records(read(path, as_csv([item()], heading=False)))[0], ItemRecord)
    assert isinstance(records(read(path, as_csv([member() | {"p": "x"}], heading=False)))[0], MemberRecord)
    assert isinstance(records(read(path, as_csv([biblio()], heading=False)))[0], BiblioRecord)


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        (member(""), "member_id", "member_no_missing"),
        (member(name=" - "), "member_name", "name_missing"),
        (member("3,17102E+15"), "member_id", "number_precision_lost"),
        (member(expire_date="31-02-2025"), "expire_date", "date_unreadable"),
        (biblio(" / "), "title", "title_missing"),
        (biblio(item_code=f"<{'9' * 51}>"), "item_code", "barcode_too_long"),
        (item(" "), "item_code", "barcode_missing"),
        (item("9" * 51), "item_code", "barcode_too_long"),
        (item(title=""), "title", "title_missing"),
    ],
)
def test_rows_that_are_refused(path: Path, row: dict[str, str], column: str, code: str) -> None:
    rows = read(path, as_csv([row]))
    assert records(rows) == [None]
    assert [(problem.line, problem.column, problem.code, problem.fatal) for problem in rows[0].problems] == [
        (2, column, code, True)
    ]


@pytest.mark.parametrize(
    ("row", "column", "code", "value"),
    [
        (member(birth_date="1990-02-30"), "birth_date", "date_unreadable", "1990-02-30"),
        (
            member(register_date="kemarin", member_since_date="0000-00-00"),
            "register_date",
            "date_unreadable",
            "kemarin",
        ),
        (member(birth_date="17/8/45"), "birth_date", "date_two_digit_year", "17/8/45 = 1945-08-17"),
        (member(gender="X"), "gender", "sex_unreadable", "X"),
        (member(pin="3.17102E+15"), "pin", "number_precision_lost", "3.17102E+15"),
        (member(member_address="Jl. Bo\ufffdga"), "member_address", "character_lost", "Jl. Bo\ufffdga"),
        (biblio(isbn_issn="9780132272675"), "isbn_issn", "isbn_check_digit", "9780132272675"),
        (biblio(isbn_issn="978-222-666-444"), "isbn_issn", "isbn_length", "978-222-666-444"),
        (item(price="mahal"), "price", "price_unreadable", "mahal"),
        (item(price_currency="USD"), "price", "price_currency", "50000 USD"),
    ],
)
def test_doubts_are_listed_and_the_row_is_taken(
    path: Path, row: dict[str, str], column: str, code: str, value: str
) -> None:
    rows = read(path, as_csv([row]))
    assert rows[0].record is not None
    assert [(problem.column, problem.code, problem.value, problem.fatal) for problem in rows[0].problems] == [
        (column, code, value, False)
    ]


def test_dates_of_zeros_are_no_dates(path: Path) -> None:
    rows = read(path, as_csv([member(member_since_date="0000-00-00", birth_date="0000-00-00", expire_date="")]))
    record = records(rows)[0]
    assert (record.registered_on, record.birth_on, record.valid_until) == (date(2024, 2, 3), None, None)
    assert codes(rows) == []


def test_a_row_with_too_many_or_too_few_columns_is_refused_alone(path: Path) -> None:
    good = as_csv([biblio(str(number)) for number in range(4)])
    rows = read(path, good + '"kurang","Text"\n' + as_csv([biblio("lebih") | {"x": "x", "y": "y"}], heading=False)
                + as_csv([biblio("baik")], heading=False))  # fmt: skip
    assert [(row.line, problem.code, problem.value) for row in rows for problem in row.problems] == [
        (6, "column_count", "2/18"),
        (7, "column_count", "20/18"),
    ]
    assert records(rows)[-1].title == "baik"


def test_a_quote_that_never_closes_costs_only_its_row(path: Path) -> None:
    broken = as_csv([biblio("rusak", item_code="<B1>")], heading=False).replace('<B1>"', "<B1>")
    lines = as_csv([biblio("satu")]) + broken + as_csv([biblio(str(number)) for number in range(300)], heading=False)
    rows = read(path, lines)
    assert [(row.line, problem.code) for row in rows for problem in row.problems] == [(3, "quote_unclosed")]
    assert len(rows) == 302


def test_headings_alone_are_a_usable_file_with_no_rows(path: Path) -> None:
    assert read(path, as_csv([member()]).split("\n")[0] + "\n") == []


def test_exports_put_one_behind_the_other(path: Path) -> None:
    rows = read(path, as_csv([member()]) + as_csv([member("A-2")]))
    assert [record.member_no for record in records(rows)] == ["A-1", "A-2"]


_TEXT = st.text(alphabet="abcXYZ ,;|'\"\\.()0123\n\té’ü&/", max_size=25)


def _shown(text: str) -> str:
    cleaned = clean_text(text)
    return "" if cleaned in {"-", "."} else cleaned


@settings(max_examples=150, deadline=None)
@example(cells=[("", "", '",0')], sep=",", enc='"', end="\n", heading=True)
@example(cells=[("", '",0', "")], sep=",", enc='"', end="\n", heading=False)
@given(
    cells=st.lists(st.tuples(_TEXT, _TEXT, _TEXT), min_size=1, max_size=6),
    sep=st.sampled_from([",", ";", "\t", "|", "::"]),
    enc=st.sampled_from(['"', "'", "~"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    heading=st.booleans(),
)
def test_member_exports_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory,
    cells: list[tuple[str, str, str]],
    sep: str,
    enc: str,
    end: str,
    heading: bool,
) -> None:
    # SLiMS does not escape an enclosure of the operator's own choice: then the text must not hold it
    made = [
        member(str(number), "N" + name.replace("~", ""), member_address=address, member_notes=note)
        for number, (name, address, note) in enumerate(cells)
    ]
    rows = read(tmp_path_factory.mktemp("csv") / "m.csv", as_member_export(made, sep, enc, end, heading), "member")
    assert [record.member_no for record in records(rows)] == [row["member_id"] for row in made]
    for row, record in zip(made, records(rows), strict=True):
        assert record.full_name == clean_text(row["member_name"])
        assert record.address == _shown(row["member_address"])
        assert record.note == (
            "" if clean_lines(row["member_notes"]) in {"-", "."} else clean_lines(row["member_notes"])
        )


@settings(max_examples=150, deadline=None)
@given(
    titles=st.lists(st.text(alphabet="abcXYZ ,;|'\".()0123é’ü", max_size=30), min_size=1, max_size=6),
    sep=st.sampled_from([",", ";", "\t", "|"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    heading=st.booleans(),
)
def test_title_exports_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, titles: list[str], sep: str, end: str, heading: bool
) -> None:
    made = [biblio(f"J{title}J", item_code=f"<B{number}>") for number, title in enumerate(titles)]
    rows = read(tmp_path_factory.mktemp("csv") / "b.csv", as_csv(made, sep, end=end, heading=heading), "biblio")
    assert [record.title for record in records(rows)] == [clean_text(row["title"]) for row in made]
    assert [record.items[0].barcode for record in records(rows)] == [f"B{number}" for number in range(len(titles))]
