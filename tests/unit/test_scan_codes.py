"""What a scanner typed, before anyone knows whose code it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain import scan
from loket.domain.settings import CheckDigit

SHIFTED = str.maketrans("1234567890-", "!@#$%^&*()_")
CODES = st.text("0123456789ABCXYZ-", min_size=4, max_size=14).filter(lambda code: set(code) & set("123456790"))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("B1", "B1"),
        ("  B1 \r\n", "B1"),
        ("*B1*", "B1"),  # Code 39 start and stop
        ("\x02B1\x03", "B1"),
        ("B\x001", "B1"),
        ("\x1b\x07", ""),
        ("", ""),
        ("Si Kancil", "Si Kancil"),
    ],
)
def test_clean(typed, code):
    assert scan.clean(typed) == code


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("b))!!^#!@", "B00116312"),
        ("!@#$%^&*()", "1234567890"),
        ("m_@)@^", "M-2026"),
        ("B00116312", None),
        ("b00116312", None),
        ("halo!", "HALO1"),
        ("a<b>!", None),
    ],
)
def test_shift_lock(typed, meant):
    assert scan.unshifted(typed) == meant


@pytest.mark.parametrize("code", ["B00116318", "8B001", "B0818", "20260008"])
def test_an_eight_at_the_edge_is_not_a_code_39_star(code):
    """With Shift Lock on, 8 arrives as a star: taken for a mark, it would be another book's code."""
    assert scan.unshifted(scan.clean(code.translate(SHIFTED).swapcase())) == code


@given(CODES)
def test_whatever_shift_lock_did_to_a_code_is_taken_back(code):
    assert scan.unshifted(scan.clean(code.translate(SHIFTED).swapcase())) == code


@pytest.mark.parametrize(
    ("code", "right"),
    [
        ("9786020000008", None),
        ("978-602-00-0000-", False),
        ("1234567890123", False),
        ("9771234567898", False),  # a magazine
    ],
)
def test_isbn(code, right):
    if right is None:
        digits = code[:12]
        check = (10 - sum(int(d) * (3 if n % 2 else 1) for n, d in enumerate(digits)) % 10) % 10
        assert scan.is_isbn13(f"{digits}{check}")
        assert scan.is_isbn13(f"978-602-00-0000-{check}") is (digits == "978602000000")
        assert not scan.is_isbn13(f"{digits}{(check + 1) % 10}")
    else:
        assert scan.is_isbn13(code) is right


@pytest.mark.parametrize(
    ("code", "kind", "passes"),
    [
        ("anything", CheckDigit.NONE, True),
        ("79927398713", CheckDigit.MOD10, True),  # the standard's own example
        ("79927398710", CheckDigit.MOD10, False),
        ("7992739871a", CheckDigit.MOD10, False),
        ("0", CheckDigit.MOD10, False),
        ("4006381333931", CheckDigit.EAN13, True),
        ("4006381333932", CheckDigit.EAN13, False),
        ("400638133393", CheckDigit.EAN13, False),
        ("CODE39W", CheckDigit.MOD43, True),
        ("code39w", CheckDigit.MOD43, True),
        ("CODE39X", CheckDigit.MOD43, False),
        ("W", CheckDigit.MOD43, False),
        ("AB!C", CheckDigit.MOD43, False),
    ],
)
def test_check_digits(code, kind, passes):
    assert scan.passes(code, kind) is passes


@given(st.text(max_size=20), st.sampled_from(CheckDigit))
def test_no_text_a_keyboard_can_send_breaks_them(text, kind):
    assert scan.passes(text, kind) in (True, False)
    code = scan.clean(text)
    scan.unshifted(code)
    scan.is_isbn13(code)


@pytest.mark.parametrize("code", ["²²", "①②③④⑤⑥⑦⑧⑨①②③④"])
def test_digits_only_in_name_prove_nothing(code):
    assert not scan.passes(code, CheckDigit.MOD10)
    assert not scan.passes(code, CheckDigit.EAN13)


@given(st.text("0123456789", min_size=2, max_size=14), st.data())
def test_one_wrong_digit_is_always_seen(code, data):
    body = code[:-1]
    right = next(body + last for last in "0123456789" if scan.passes(body + last, CheckDigit.MOD10))
    place = data.draw(st.integers(0, len(right) - 1))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != right[place]]))
    assert not scan.passes(right[:place] + other + right[place + 1 :], CheckDigit.MOD10)


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("siti", True, False),
        ("Si Kancil", True, False),
        ("s", False, False),
        ("B001", False, False),
        ("0812", False, True),
        ("+62 812-34", False, True),
        ("081", False, False),
        ("....", False, False),
    ],
)
def test_what_a_person_typed(text, name, number):
    assert scan.looks_like_name(text) is name
    assert scan.looks_like_number_search(text) is number
