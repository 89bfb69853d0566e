"""Names, titles, codes and phone numbers as a person means them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain import folding as f


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Laskar Pelangi", "laskar pelangi"),
        ("  Café — «Noël»  ", "cafe noel"),
        ("Al-Qur'an & Tafsīr", "al qur an tafsir"),
        ("STRAẞE", "strasse"),
        ("", ""),
        ("...", ""),
    ],
)
def test_fold(text, folded):
    assert f.fold(text) == folded


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("H. Ujang Contoh, S.Pd.", ["ujang", "contoh"]),
        ("Dra. Hj. Siti Contoh, M.Si", ["siti", "contoh"]),
        ("R.A. Contoh", ["ra", "contoh"]),
        ("Ma'ruf Contoh", ["maruf", "contoh"]),
        ("Nur-Aini", ["nuraini"]),
        ("Drs. H.", ["drs", "h"]),  # titles only: better than nothing
        ("ST Contoh", ["contoh"]),
        ("", []),
    ],
)
def test_titles_and_degrees_are_not_part_of_a_name(name, words):
    assert f.name_words(name) == words


@pytest.mark.parametrize("phone", ["081234567", "+62 812-345-67", "62812 34567", "0812.345.67"])
def test_a_phone_number_is_one_number_however_it_is_written(phone):
    assert f.phone_digits(phone) == "6281234567"


def test_no_phone_leaves_no_word_behind():
    assert f.member_search("Anggota Satu", "M-1", "") == "anggota satu m 1"


@pytest.mark.parametrize(
    ("one", "other"),
    [("B00116312", "b00116312"), (" B1 ", "B1"), ("ab-ß", "AB-SS"), ("Ǆ1", "ǆ1")],
)
def test_letter_case_and_blanks_do_not_make_another_code(one, other):
    assert f.code_key(one) == f.code_key(other)


@pytest.mark.parametrize(("one", "other"), [("B1", "B01"), ("B-1", "B1"), ("B1", "8l")])
def test_anything_else_does(one, other):
    assert f.code_key(one) != f.code_key(other)


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert f.fold(f.fold(text)) == f.fold(text)
    assert f.code_key(f.code_key(text)) == f.code_key(text)
    assert all(word.isascii() and word.isalnum() for word in f.query_words(text))


@given(st.text(max_size=30), st.text(max_size=30))
def test_what_stands_in_a_name_can_be_searched(name, number):
    """Each word of a query is a word of the folded index when the query is the name itself."""
    assert set(f.query_words(" ".join(f.name_words(name)))) <= set(f.member_search(name, number, "").split())
