"""Amounts spelled out: every one can be read back by somebody who knows the language and not the code."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from loket.domain.entities import ChargeKind
from loket.domain.money import ROUNDING
from loket.domain.wording import CHARGE_LABELS, amount_in_words, charge_label

ONES = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
DIGITS = {word: value for value, word in enumerate(ONES)}
WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}


def read_aloud(text: str) -> int:
    """The number these words mean; raises ValueError for what nobody says ("satu ribu", "satu puluh")."""
    assert text[0].isupper()
    assert text[1:] == text[1:].lower()
    assert re.fullmatch(r"[A-Za-z]+( [a-z]+)*", text), text
    *words, currency = text.lower().split(" ")
    assert currency == "rupiah"
    total = group = digit = 0
    last_scale = 10**15
    for word in words:
        if word in DIGITS:
            digit = DIGITS[word]
        elif word in WHOLE:
            group += WHOLE[word]
        elif word in ("belas", "puluh", "ratus"):
            if digit < 2:
                raise ValueError(text)
            group += {"belas": 10 + digit, "puluh": 10 * digit, "ratus": 100 * digit}[word]
            digit = 0
        else:
            size = 10**3 if word == "seribu" else SCALES[word]
            number = 1 if word == "seribu" else group + digit
            if size >= last_scale or number == 0 or (word == "ribu" and number == 1):
                raise ValueError(text)
            total, group, digit, last_scale = total + number * size, 0, 0, size
    return total + group + digit


@given(st.integers(0, 999_999_999_999))
@example(1_001)
@example(1_000_001)
@example(1_001_000)
@example(21_000)
@example(101_000)
def test_every_amount_reads_back_as_itself(amount_rp: int) -> None:
    assert read_aloud(amount_in_words(amount_rp)) == amount_rp


@given(st.lists(st.sampled_from(["0", "1", "2", "9"]), min_size=1, max_size=15))
def test_amounts_made_of_ones_and_noughts_read_back_too(digits: list[str]) -> None:
    amount_rp = int("".join(digits))
    assert read_aloud(amount_in_words(amount_rp)) == amount_rp


def test_every_small_amount_reads_back_as_itself() -> None:
    assert all(read_aloud(amount_in_words(amount_rp)) == amount_rp for amount_rp in range(2_200))


@pytest.mark.parametrize(
    ("amount_rp", "words"),
    [
        (0, "Nol rupiah"),
        (1, "Satu rupiah"),
        (10, "Sepuluh rupiah"),
        (11, "Sebelas rupiah"),
        (12, "Dua belas rupiah"),
        (100, "Seratus rupiah"),
        (1_000, "Seribu rupiah"),
        (1_001, "Seribu satu rupiah"),
        (11_000, "Sebelas ribu rupiah"),
        (12_500, "Dua belas ribu lima ratus rupiah"),
        (111_111, "Seratus sebelas ribu seratus sebelas rupiah"),
        (1_000_000, "Satu juta rupiah"),
        (1_001_000, "Satu juta seribu rupiah"),
        (1_000_000_000, "Satu miliar rupiah"),
        (1_000_000_000_000, "Satu triliun rupiah"),
        (
            999_999_999_999,
            "Sembilan ratus sembilan puluh sembilan miliar sembilan ratus sembilan puluh sembilan juta "
            "sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan rupiah",
        ),
    ],
)
def test_amounts_as_a_receipt_writes_them(amount_rp: int, words: str) -> None:
    assert amount_in_words(amount_rp) == words


@pytest.mark.parametrize("amount_rp", [-1, 10**15])
def test_what_no_receipt_says_is_refused(amount_rp: int) -> None:
    with pytest.raises(ValueError, match=str(amount_rp)):
        amount_in_words(amount_rp)


def test_every_kind_of_charge_has_its_words_on_paper() -> None:
    assert set(CHARGE_LABELS) == {kind.value for kind in ChargeKind} | {ROUNDING}
    assert charge_label("fine") == "Denda keterlambatan"
    assert charge_label("bunga") == "bunga"
