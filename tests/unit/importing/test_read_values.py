"""Single values as they are written in foreign files."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.importing.text import clean_lines, clean_text, repair_mojibake, strip_tags, unescape_entities
from loket.importing.values import lost_precision, parse_day, parse_isbn, parse_rupiah, parse_sex, split_names


@pytest.mark.parametrize(
    "text",
    [
        "1945-08-17",
        "17-08-1945",
        "17/8/1945",
        "17.08.1945",
        "17 08 1945",
        "1945/08/17",
        "19450817",
        "16666",
        "17 Agustus 1945",
        "17-Agu-1945",
        "17 Agt 1945",
        "17 August 1945",
        "Aug 17, 1945",
        "Jumat, 17 Agustus 1945",
        "Kota Angin, 17 Agustus 1945",
        "1945-08-17 00:00:00",
        "1945-08-17T10:00:00+07:00",
        " 17\u00a0Agustus\u00a01945 ",
        "17/08/1945 0:00",
    ],
)
def test_forms_of_one_day(text: str) -> None:
    assert parse_day(text) == (date(1945, 8, 17), False)


@pytest.mark.parametrize("text", ["", " ", "-", "0000-00-00", "00-00-0000", "0000-00-00 00:00:00", "0", "00/00/00"])
def test_no_day(text: str) -> None:
    assert parse_day(text) == (None, False)


@pytest.mark.parametrize(
    "text",
    ["31-02-2020", "12/31/2020", "2020-13-01", "1945", "kemarin", "17 Foo 1945", "99999999", "17-08-0045", "1/2", "١٢"],
)
def test_days_that_cannot_be(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the code, not the words, is what callers show
        parse_day(text)


@pytest.mark.parametrize(
    ("text", "born", "year"),
    [("1/2/29", True, 2029), ("1/2/30", True, 1930), ("1/2/69", False, 2069), ("1/2/70", False, 1970)],
)
def test_two_digit_years_are_marked_as_guessed(text: str, born: bool, year: int) -> None:
    assert parse_day(text, born=born) == (date(year, 2, 1), True)


_MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


@given(st.dates(date(1927, 6, 1), date(2100, 1, 1)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    named = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    serial = str((day - date(1899, 12, 30)) // timedelta(days=1))
    for text in (day.isoformat(), day.strftime("%d-%m-%Y"), day.strftime("%d/%m/%Y"), named, serial):
        assert parse_day(text).day == day


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("1", "L"),
        ("0", "P"),
        ("Laki-laki", "L"),
        ("PRIA", "L"),
        ("perempuan", "P"),
        ("Wanita ", "P"),
        ("f", "P"),
        ("", ""),
    ],
)
def test_sex(text: str, sex: str) -> None:
    assert parse_sex(text) == sex


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Rp 50.000,00", 50000),
        ("Rp50.000,-", 50000),
        ("50000", 50000),
        ("50,000", 50000),
        ("50,000.00", 50000),
        ("50000.00", 50000),
        ("IDR 1.250.000", 1250000),
        ("50000 Rupiah", 50000),
        ("", None),
        ("0", 0),
        ("Rp. 500", 500),
    ],
)
def test_rupiah(text: str, amount: int | None) -> None:
    assert parse_rupiah(text) == amount


@pytest.mark.parametrize("text", ["19.95", "USD 20", "-5000", "5 juta", "50.00.00", "1.000,5", "9" * 13])
def test_amounts_that_are_not_rupiah(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse_rupiah(text)


@given(st.integers(0, 10**11))
def test_rupiah_as_people_write_it(amount: int) -> None:
    dotted = f"{amount:,}".replace(",", ".")
    assert parse_rupiah(f"Rp {dotted},00") == parse_rupiah(dotted) == parse_rupiah(str(amount)) == amount


@pytest.mark.parametrize(
    ("text", "number", "doubt"),
    [
        ("978-0-13-227267-4", "9780132272674", None),
        ("0-13-227267-2", "0132272672", "isbn_check_digit"),
        ("080442957X", "080442957X", None),
        ("080442957x (jil. 2)", "080442957X", None),
        ("ISBN-13: 9780132272674", "9780132272674", None),
        ("9780132272674; 080442957X", "9780132272674", None),
        ("2434-561X", "2434561X", None),
        ("0317-8472", "03178471", "isbn_check_digit"),
        ("12345", "12345", "isbn_length"),
        ("", "", None),
        ("978 013 227267 4", "9780132272674", None),
    ],
)
def test_isbn(text: str, number: str, doubt: str | None) -> None:
    found, code = parse_isbn(text)
    assert code == doubt
    assert found == (number if doubt is None else text)


def test_lists_of_names() -> None:
    assert split_names("<Randu, A.><Jati, B.> <Randu, A.><>") == ("Randu, A.", "Jati, B.")
    assert split_names("Randu, A.; Jati, B.;") == ("Randu, A.", "Jati, B.")


@pytest.mark.parametrize(
    ("text", "lost"),
    [("3,17102E+15", True), ("3.1E+11", True), ("5E+3", False), ("1234567890123456", False), ("E15", False)],
)
def test_long_numbers_a_spreadsheet_mangled(text: str, lost: bool) -> None:
    assert lost_precision(text) is lost


@given(st.text(alphabet="abc éüḥāàñ“”‘’–…€اب🙂", max_size=30), st.integers(1, 3))
def test_misread_utf8_is_repaired(text: str, times: int) -> None:
    """Reading as Windows-1252 as MySQL and browsers do it: the five open bytes become C1 controls."""
    damaged = text
    for _ in range(times):
        damaged = "".join(
            bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
            for byte in damaged.encode()
        )
    assert repair_mojibake(damaged) == text


@pytest.mark.parametrize(
    "text", ["«CAFÉ»", "“Résumé”…", "Élok ™", "Ångström", "Ä, Ö", "naïve – ça", "100 €", "é’’", "São Paulo…"]
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert repair_mojibake(text) == text


@given(st.text())
def test_cleaning_is_complete(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned == cleaned.strip()
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in cleaned)
    assert "\n\n" not in clean_lines(text)


def test_white_space_and_invisible_marks() -> None:
    assert clean_text("\ufeff Jl.\u00a0 Angin\t\u200b 1\r\n") == "Jl. Angin 1"
    assert clean_text("e\u0301") == "é"
    assert clean_lines(" satu \r\n\r\n dua ") == "satu\ndua"


def test_entities_and_tags() -> None:
    assert unescape_entities("A &amp; B &#039;C&quot; R&D &copy") == "A & B 'C\" R&D &copy"
    assert strip_tags("<p>Satu<br/>dua</p> 3 < 4 <b>tebal</b>") == "Satu\ndua\n 3 < 4 tebal"
