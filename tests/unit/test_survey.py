"""The satisfaction survey: exact weights, grades after rounding, one answer a minute, nobody's name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from fakes import TODAY, new_desk
from hypothesis import given
from hypothesis import strategies as st
from stock import journal

from loket.domain import events as e
from loket.domain.entities import SurveyAnswer
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.survey import ELEMENTS, GRADES, grade_of, index_of, read_answers, rounded, sample_size
from loket.services.desk import Desk
from loket.services.survey import Answers, index, record_answer, wait_seconds

ALL = (4, 4, 3, 4, 3, 4, 4, 3, 3)
sheets = st.lists(st.text("01234", min_size=9, max_size=9), max_size=40)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A counter where nobody is signed in, as at a kiosk."""
    made = new_desk(tmp_path)
    made.operator = None
    yield made
    made.database.close()


def answer(desk: Desk, answers: tuple[int, ...] = ALL, **told: str) -> None:
    record_answer(desk, Answers(answers, **told))
    desk.clock.advance(seconds=60)  # type: ignore[attr-defined]


def sheets_of(*totals: int, n: int) -> list[str]:
    """`n` sheets whose answers sum to these totals, element by element."""
    columns = []
    for total in totals:
        low, more = divmod(total, n)
        columns.append([low + (place < more) for place in range(n)])
    return ["".join(str(column[place]) for column in columns) for place in range(n)]


# ---- the index ------------------------------------------------------------------------------------------------------


def test_the_exact_weight_and_the_rounded_one_tell_the_same_answers_apart():
    """Published worked example: 91.48 with one ninth, 90.56 when the steps are rounded and each weighs 0.11."""
    found = index_of(sheets_of(*(549,) * 8, 548, n=150))
    assert found.ikm == 25 * (8 * Fraction(549, 150) + Fraction(548, 150)) / 9
    assert (found.ikm_2, found.compat_2) == (Decimal("91.48"), Decimal("90.56"))
    assert [one.nrr_2 for one in found.elements] == [Decimal("3.66")] * 8 + [Decimal("3.65")]
    assert found.grade is not None
    assert found.grade.letter == "A"


def test_a_skipped_question_counts_for_nobody():
    found = index_of(["444444444", "044444442"])
    assert (found.respondents, found.elements[0].n, found.elements[8].n) == (2, 1, 2)
    assert found.elements[0].nrr == 4
    assert found.elements[8].nrr == 3
    assert found.elements[8].counts == (0, 1, 0, 1)
    assert found.ikm == Fraction(25 * (8 * 4 + 3), 9)


def test_a_question_nobody_answered_has_no_weight():
    found = index_of(["444444440"])
    assert (found.ikm, found.compat_2) == (100, None)
    assert found.elements[8].nrr is None
    assert found.elements[8] not in found.lowest


def test_without_answers_there_is_no_index():
    found = index_of([])
    assert (found.respondents, found.ikm, found.ikm_2, found.grade, found.compat_2, found.lowest) == (
        *(0, None, None, None, None),
        (),
    )
    assert index_of(["000000000", ""]).respondents == 0


@pytest.mark.parametrize(
    ("value", "letter"),
    [
        *(("25.00", "D"), ("64.99", "D"), ("65.00", "C"), ("76.60", "C"), ("76.61", "B"), ("88.30", "B")),
        *(("88.31", "A"), ("100.00", "A")),
    ],
)
def test_grades_are_given_after_rounding(value, letter):
    assert grade_of(Decimal(value)).letter == letter


def test_what_rounds_up_to_a_grade_has_it():
    """88.305 becomes 88.31, which is an A; unrounded it were a B."""
    assert rounded(Fraction("88.305")) == Decimal("88.31")
    assert grade_of(rounded(Fraction("88.305"))).letter == "A"
    assert grade_of(rounded(Fraction("88.3049"))).letter == "B"
    assert str(rounded(Fraction(200, 3))) == "66.67"


def test_the_three_lowest_begin_with_the_worst():
    found = index_of(["321431444", "321431444"])
    assert [one.element.id for one in found.lowest] == ["U3", "U6", "U2"]


@given(sheets)
def test_the_index_lies_between_the_worst_and_the_best(answers):
    found = index_of(answers)
    given_answers = [sheet for sheet in answers if set(sheet) != {"0"}]
    assert found.respondents == len(given_answers)
    assert sum(one.n for one in found.elements) == sum(sign != "0" for sheet in answers for sign in sheet)
    if found.ikm is None:
        assert given_answers == []
        return
    assert 25 <= found.ikm <= 100
    assert found.grade in GRADES
    means = [one.nrr for one in found.answered if one.nrr is not None]
    assert found.ikm == Fraction(25) * sum(means) / len(means)
    assert min(means) == found.lowest[0].nrr
    if found.compat_2 is not None and found.ikm_2 is not None:  # nine times 0.11 is 0.99; means rounded to a hundredth
        assert abs(Fraction(found.compat_2) - found.ikm * Fraction(99, 100)) <= Fraction(1, 7)
    assert index_of(answers + answers).ikm == found.ikm


@given(st.text("0123456789x٣² ", max_size=12))
def test_answers_that_cannot_be_read_are_skipped(text):
    digits = read_answers(text)
    assert len(digits) == 9
    assert all(0 <= digit <= 4 for digit in digits)


@pytest.mark.parametrize(
    ("population", "sample"), [(0, 0), (-3, 0), (1, 1), (10, 10), (100, 80), (1000, 278), (1615, 310), (75_000, 382)]
)
def test_how_many_have_to_be_asked(population, sample):
    """Krejcie and Morgan's table; 1,615 visitors a month are the example of a province's survey."""
    assert sample_size(population) == sample


@given(st.integers(1, 2_000_000))
def test_a_sample_is_never_larger_than_those_it_is_of(population):
    assert 0 < sample_size(population) <= min(population, 384)
    assert sample_size(population) <= sample_size(population + 1)


def test_nine_elements_with_four_answers_each_in_both_languages():
    assert [one.id for one in ELEMENTS] == [f"U{number}" for number in range(1, 10)]
    for element in ELEMENTS:
        for english in (False, True):
            name, question, labels = element.words(english)
            assert name
            assert question.endswith("?")
            assert len(set(labels)) == 4
        assert element.words(False)[0] != element.words(True)[0]


# ---- answering ------------------------------------------------------------------------------------------------------


def test_an_answer_is_kept_without_anybodys_name(desk):
    answer(desk, service="membaca", sex="p", age_group="19-24", comment="  kursinya   nyaman ")
    (recorded,) = [one for one in journal(desk) if isinstance(one.event, e.SurveyAnswered)]
    assert recorded.stamp.operator_id is None
    kept = index(desk, TODAY, TODAY).answers[0]
    assert (kept.answers, kept.service, kept.sex, kept.age_group) == ("443434433", "membaca", "P", "19-24")
    assert kept.comment == "kursinya nyaman"
    assert kept.station_id == desk.station.id
    assert not {field.name for field in fields(SurveyAnswer)} & {"member_id", "visit_id", "name", "visitor_no"}


def test_one_answer_a_minute_at_a_counter(desk):
    record_answer(desk, Answers(ALL))
    assert wait_seconds(desk) == 60
    desk.clock.advance(seconds=59)
    with pytest.raises(Refused) as refused:
        record_answer(desk, Answers(ALL))
    assert (refused.value.code, refused.value.params) == (RefusalCode.SURVEY_TOO_SOON, {"seconds": 1})
    desk.clock.advance(seconds=1)
    assert wait_seconds(desk) == 0
    record_answer(desk, Answers(ALL))
    desk.clock.set(desk.clock.now() - timedelta(hours=5))
    assert wait_seconds(desk) == 0
    record_answer(desk, Answers(ALL))
    assert index(desk, TODAY, TODAY).index.respondents == 3


def test_a_minute_does_not_end_at_midnight(desk):
    desk.clock.set(desk.clock.now() + timedelta(hours=13, minutes=59, seconds=40))  # 23.59.40
    record_answer(desk, Answers(ALL))
    desk.clock.advance(seconds=30)
    assert desk.today() == TODAY + timedelta(days=1)
    assert wait_seconds(desk) == 30


def test_another_counters_answers_are_not_waited_for(desk):
    other = "c" * 32
    with desk.database.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO survey_answer VALUES (?, ?, ?, '444444444', '', '', '', '', '', '', ?)",
            (bytes(16), TODAY.isoformat(), int(desk.clock.now().timestamp() * 1000), bytes.fromhex(other)),
        )
    assert wait_seconds(desk) == 0
    assert index(desk, TODAY, TODAY).index.respondents == 1


@pytest.mark.parametrize(
    ("given_answers", "field", "code"),
    [
        (Answers((0,) * 9), "answers", "survey_empty"),
        (Answers((4,) * 8), "answers", "survey_answer"),
        (Answers((5, *ALL[1:])), "answers", "survey_answer"),
        (Answers((-1, *ALL[1:])), "answers", "survey_answer"),
        (Answers(ALL, comment="x" * 501), "comment", "text_too_long"),
        (Answers(ALL, comment="saya 1111222233334444"), "comment", "identity_typed"),
        (Answers(ALL, sex="X"), "sex", "choice_unknown"),
        (Answers(ALL, age_group="17"), "age_group", "choice_unknown"),
        (Answers(ALL, education="Profesor"), "education", "choice_unknown"),
        (Answers(ALL, job="Juru kunci"), "job", "choice_unknown"),
    ],
)
def test_nonsense_is_refused_and_nothing_kept(desk, given_answers, field, code):
    with pytest.raises(InvalidInput) as invalid:
        record_answer(desk, given_answers)
    assert (invalid.value.field, invalid.value.code) == (field, code)
    assert index(desk, TODAY, TODAY).index.respondents == 0


# ---- a period -------------------------------------------------------------------------------------------------------


def test_a_period_tells_services_and_respondents_apart_and_drops_nobody(desk):
    answer(desk, service="membaca", sex="P", job="Pelajar")
    answer(desk, (1,) * 9, service="internet", sex="L", job="Guru", comment="lambat")
    answer(desk, service="membaca", sex="P")
    answer(desk)
    desk.clock.advance(days=1)
    answer(desk, (2,) * 9)
    found = index(desk, TODAY, TODAY)
    assert found.index.respondents == 4
    assert [(one.service, one.index.respondents) for one in found.services] == [
        ("membaca", 2),
        ("internet", 1),
        ("", 1),
    ]
    assert {one.key: one.rows for one in found.profiles} == {
        "sex": (("L", 1), ("P", 2), ("", 1)),
        "age_group": (("", 4),),
        "education": (("", 4),),
        "job": (("Pelajar", 1), ("Guru", 1), ("", 2)),
        "service": (("membaca", 2), ("internet", 1), ("", 1)),
    }
    assert found.comments == ((TODAY, "lambat"),)
    alone = index(desk, TODAY, TODAY, "internet")
    assert (alone.index.respondents, alone.index.ikm, alone.services) == (1, 25, ())
    assert "service" not in {one.key for one in alone.profiles}
    assert index(desk, TODAY, TODAY + timedelta(days=1)).index.respondents == 5
    assert index(desk, TODAY + timedelta(days=2), TODAY + timedelta(days=3)).index.ikm is None
    with pytest.raises(InvalidInput):
        index(desk, TODAY, TODAY - timedelta(days=1))


def test_the_sample_is_of_the_people_in_the_doors_book(desk):
    with desk.action() as act:
        room = act.new_id()
        for people, room_id in ((30, None), (70, None), (500, room)):
            act.record(e.VisitRecorded(act.new_id(), "group", act.now, act.today, people=people, room_id=room_id))
        undone = act.new_id()
        act.record(e.VisitRecorded(undone, "group", act.now, act.today, people=40))
        act.record(e.VisitUndone(undone))
    found = index(desk, TODAY, TODAY)
    assert (found.population, found.sample_needed) == (100, 80)
