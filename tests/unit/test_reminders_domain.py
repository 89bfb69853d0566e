"""Which reminder is due, what letters are numbered, what a message says, and whom it goes to."""

from __future__ import annotations

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.entities import Id, Member
from loket.domain.errors import InvalidInput
from loket.domain.receipt_no import number_of
from loket.domain.reminders import (
    MESSAGE,
    NEVER,
    SOON_MESSAGE,
    Said,
    Told,
    check_after_days,
    check_message,
    contact_of,
    message,
    next_step,
    read_letter_format,
    step_due_on,
    told_of,
    whatsapp_link,
    whatsapp_number,
)

AFTER = (3, 14, 30)
DUE = date(2026, 11, 2)
DAYS = st.integers(-30, 120)
RISING = st.sets(st.integers(1, 90), min_size=1, max_size=6).map(lambda days: tuple(sorted(days)))


def later(days: int) -> date:
    return DUE + timedelta(days=days)


# ---- steps ----------------------------------------------------------------------------------------------------------


def test_the_first_is_due_after_its_days() -> None:
    assert next_step(DUE, NEVER, AFTER, later(2)) == 0
    assert next_step(DUE, NEVER, AFTER, later(3)) == 1
    assert next_step(DUE, NEVER, AFTER, later(200)) == 1, "nobody is sent the third letter before the first"


def test_the_next_waits_for_its_days_and_for_the_time_between_two() -> None:
    assert step_due_on(DUE, Told(1, later(3)), AFTER) == later(14)
    assert step_due_on(DUE, Told(1, later(40)), AFTER) == later(51)
    assert step_due_on(DUE, Told(2, later(20)), AFTER) == later(36)
    assert step_due_on(DUE, Told(3, later(30)), AFTER) is None


def test_what_was_said_before_the_due_date_counts_no_longer() -> None:
    """A loan that was renewed after its reminder starts again."""
    assert told_of(DUE, [(later(-5), 2), (later(0), 1)]) == NEVER
    assert told_of(DUE, [(later(-5), 3), (later(4), 1), (later(9), 1)]) == Told(1, later(9))


@given(RISING, DAYS)
def test_who_is_reminded_whenever_it_is_due_gets_every_step_once(after: tuple[int, ...], start: int) -> None:
    told, steps = NEVER, []
    for day in range(start, start + 400):
        step = next_step(DUE, told, after, later(day))
        if step:
            assert day >= after[step - 1]
            if told.on is not None:
                assert later(day) - told.on >= timedelta(days=after[step - 1] - after[step - 2])
            steps.append(step)
            told = Told(step, later(day))
    assert steps == list(range(1, len(after) + 1))


@pytest.mark.parametrize("days", [(), (0,), (3, 3), (14, 3), (1, 2, 3, 4, 5, 6, 7), (400,)])
def test_steps_that_make_no_sense_are_refused(days: tuple[int, ...]) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_after_days(days)
    assert (refused.value.field, refused.value.code) == ("reminder_after_days", "reminder_days")


def test_the_shipped_steps_are_sound() -> None:
    check_after_days(AFTER)


# ---- numbers --------------------------------------------------------------------------------------------------------


def test_a_letter_bears_a_number_of_its_counter_and_year() -> None:
    form = read_letter_format("005/{running:3}/{station}/{roman}/{yyyy}")
    assert number_of(form, "", "L1", 7, date(2026, 11, 24)) == "005/007/L1/XI/2026"
    assert number_of(form, "", "L1", 1234, date(2026, 1, 2)) == "005/1234/L1/I/2026"


@pytest.mark.parametrize(
    ("template", "code"),
    [
        ("{station}/{yyyy}", "format_running"),
        ("{running}/{yyyy}", "format_station"),
        ("{running}/{station}", "format_year"),
        ("{running}/{running}/{station}/{yyyy}", "format_running"),
        ("{running}/{station}/{yyyy}/{yy}", "format_year"),
        ("{running}{station}/{yyyy}", "format_apart"),
        ("005{running}/{station}/{yyyy}", "format_apart"),
        ("{kind}/{running}/{station}/{yyyy}", "format_part"),
        ("{running:2}/{station}/{yyyy}", "format_width"),
        ("{running}/{station:3}/{yyyy}", "format_part"),
        ("{running/{station}/{yyyy}", "format_part"),
        ("{running}/{station}/Perpustakaan-Daerah-Contoh/{yyyy}", "format_too_long"),
        ("№/{running}/{station}/{yyyy}", "format_letters"),
    ],
)
def test_a_template_that_gives_no_sure_number_is_refused(template: str, code: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_letter_format(template)
    assert (refused.value.field, refused.value.code) == ("reminder_no_format", code)


# ---- messages -------------------------------------------------------------------------------------------------------

BOOKS = (("Perahu Kertas Tua", date(2026, 11, 2)), ("Hutan Bakau", date(2026, 11, 9)))
SAID = Said("Ada Contoh", BOOKS, 22, 11_000, "Perpustakaan Umum Contoh")


def test_the_shipped_message_says_all_there_is_to_say() -> None:
    text = message(MESSAGE, SAID)
    assert text.startswith("Yth. Ada Contoh,")
    assert "jatuh tempo 2 November 2026, terlambat 22 hari" in text
    assert "- Perahu Kertas Tua (jatuh tempo 2 November 2026)\n- Hutan Bakau (jatuh tempo 9 November 2026)" in text
    assert "Denda sampai hari ini Rp11.000." in text
    assert text.endswith("Perpustakaan Umum Contoh")
    assert "{" not in text


def test_without_a_fine_no_line_speaks_of_one() -> None:
    text = message(MESSAGE, Said("Ada Contoh", BOOKS, 22, 0, "Perpustakaan"))
    assert "Denda" not in text
    assert "\n\n\n" not in text


def test_titles_within_a_line_stand_side_by_side() -> None:
    assert message("{nama}: {buku} ({hari} hari)", SAID) == "Ada Contoh: Perahu Kertas Tua; Hutan Bakau (22 hari)"


def test_books_that_are_not_late_yet_are_told_by_days_left() -> None:
    said = Said("Ada Contoh", BOOKS[:1], -2, 0, "Perpustakaan")
    assert "paling lambat 2 November 2026" in message(SOON_MESSAGE, said)
    assert message("{hari} hari lagi", said) == "2 hari lagi"


def test_a_name_with_braces_fills_nothing_in() -> None:
    odd = Said("{buku}", BOOKS, 1, 0, "Perpustakaan")
    assert message("Yth. {nama}", odd) == "Yth. {buku}"


@pytest.mark.parametrize(
    ("text", "code"),
    [("{judul}", "message_part"), ("{nama", "message_part"), ("a}", "message_part"), ("{}", "message_part")],
)
def test_a_message_nobody_can_fill_is_refused(text: str, code: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_message(text)
    assert (refused.value.field, refused.value.code) == ("reminder_message", code)


def test_a_message_may_be_long_but_not_endless() -> None:
    check_message(MESSAGE)
    check_message(SOON_MESSAGE)
    check_message("a" * 1000)
    with pytest.raises(InvalidInput, match="text_too_long"):
        check_message("a" * 1001)


# ---- whom it goes to ------------------------------------------------------------------------------------------------


def member(**fields: object) -> Member:
    return Member(Id("a" * 32), "M-1", "Ada Contoh", "pelajar", **fields)  # type: ignore[arg-type]


def test_a_childs_books_are_its_guardians_business() -> None:
    child = member(
        birth_on=date(2014, 5, 1), guardian_name="Maria", guardian_phone="+6281200000002", phone="+6281200000001"
    )
    contact = contact_of(child, 17, date(2026, 11, 24))
    assert contact.phone == "+6281200000002"
    assert contact.addressed == "Bapak/Ibu Maria (orang tua/wali Ada Contoh)"
    grown = contact_of(child, 17, date(2031, 5, 1))
    assert (grown.addressed, grown.phone) == ("Ada Contoh", "+6281200000001")


def test_any_telephone_is_better_than_none() -> None:
    assert contact_of(member(guardian_phone="+6281200000002"), 17, DUE).phone == "+6281200000002"


@pytest.mark.parametrize(
    ("phone", "number"),
    [
        ("+6281234567890", "6281234567890"),
        ("0812-3456-7890", "6281234567890"),
        ("+60123456789", "60123456789"),
        ("+62380821234", ""),
        ("tidak ada", ""),
        ("", ""),
    ],
)
def test_the_number_of_a_link(phone: str, number: str) -> None:
    assert whatsapp_number(phone) == number


@given(st.text(max_size=300).filter(lambda text: "\x00" not in text and text.isprintable()))
def test_a_link_carries_the_whole_text(text: str) -> None:
    found = urlsplit(whatsapp_link("6281234567890", text))
    assert (found.scheme, found.netloc, found.path) == ("https", "wa.me", "/6281234567890")
    assert parse_qs(found.query, keep_blank_values=True)["text"] == [text]
