"""The survey page on real answers: the index large, nine elements as bars, who answered, the report as a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from fakes import SUPERVISOR, TODAY
from hands import clock, in_front
from hypothesis import given
from hypothesis import strategies as st
from papers import text_of
from pytestqt.qtbot import QtBot
from tills import sit_down

from loket.domain.periods import PeriodKind, period_of
from loket.domain.survey import grade_of, sample_size
from loket.services import survey
from loket.services.desk import Desk
from loket.services.survey import Answers
from loket.ui import language
from loket.ui.pages.survey import COMMENTS, ELEMENTS, PEOPLE, SERVICES, SurveyPage
from loket.ui.presenters.survey import Findings, SurveyPresenter
from loket.ui.shell import Shell
from loket.ui.texts_survey import percent_text, range_text, sample_state, score_text

BEST, GOOD = (4,) * 9, (3,) * 9


@pytest.fixture
def desk(desk: Desk) -> Desk:
    sit_down(desk, SUPERVISOR)
    return desk


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> SurveyPage:
    made = SurveyPage(shell)
    qtbot.addWidget(made)
    made.resize(1366, 640)
    return made


def told(desk: Desk, *answers: int, **more: str) -> None:
    """One visitor's answers, a minute after the one before."""
    clock(desk).advance(minutes=2)
    survey.record_answer(desk, Answers(answers, **more))


def show(page: SurveyPage) -> SurveyPage:
    in_front(page)
    page.activate()
    return page


# ---- the index ------------------------------------------------------------------------------------------------------


def test_without_answers_nothing_is_claimed(page: SurveyPage) -> None:
    form = show(page).form
    assert form.ikm.text() == "–"
    assert form.grade.text() == "Belum ada jawaban"
    assert form.lowest.isHidden()
    assert all(line.endswith("–") for line in form.bars.texts())


def test_the_index_with_its_grade_and_elements(page: SurveyPage, desk: Desk) -> None:
    told(desk, *BEST)
    told(desk, 3, 3, 2, 3, 3, 3, 3, 1, 3)
    form = show(page).form
    assert form.ikm.text() == "83,33"  # 25/9 × (6 × 3,5 + 3 + 2,5 + 3,5)
    assert form.grade.text() == "B · Baik"
    assert form.gradeRange.text() == "76,61 sampai 88,30"
    assert form.respondents.text() == "2"
    assert form.low1.text() == "1.  Sarana dan prasarana   2,50"
    assert form.low2.text() == "2.  Waktu pelayanan   3,00"
    bars = form.bars.texts()
    assert bars[7] == "U8. Sarana dan prasarana. 2,50. D. terendah"
    assert bars[6] == "U7. Perilaku petugas. 3,50. B"


def test_a_bar_is_as_long_as_its_mean(page: SurveyPage, desk: Desk) -> None:
    told(desk, 1, 2, 3, 4, 3, 3, 3, 3, 0)
    tracks = [line.track for line in show(page).form.bars._lines]
    assert tracks[0].share() == 0
    assert tracks[1].share() == pytest.approx(1 / 3)
    assert tracks[3].share() == 1
    assert tracks[8].share() is None, "nobody answered it"


def test_where_all_are_alike_none_is_lowest(page: SurveyPage, desk: Desk) -> None:
    told(desk, *GOOD)
    assert not any("terendah" in line for line in show(page).form.bars.texts())


def test_both_weights_are_shown_side_by_side(page: SurveyPage, desk: Desk) -> None:
    told(desk, *BEST)
    form = show(page).form
    assert form.ikm.text() == "100,00"
    assert "99,00" in form.scoreNote.text()


def test_the_sample_that_is_needed(page: SurveyPage, desk: Desk) -> None:
    told(desk, *GOOD)
    assert "Buku tamu masa ini kosong" in show(page).form.sampleNote.text()
    findings = page.presenter.findings
    assert findings is not None
    few = replace(findings.result, population=1_615, sample_needed=sample_size(1_615))
    assert sample_state(few)[:2] == ("Kurang 309: sampel yang perlu 310.", "alert-triangle")
    enough = replace(findings.result, population=1, sample_needed=sample_size(1))
    assert sample_state(enough)[:2] == ("Cukup: sampel yang perlu 1.", "circle-check")


# ---- which days, which service --------------------------------------------------------------------------------------


def test_only_the_days_that_are_asked_for(page: SurveyPage, desk: Desk) -> None:
    told(desk, *GOOD)
    form = show(page).form
    assert form.period.words.text() == "Triwulan IV 2026"
    form.period.earlier.click()
    assert form.period.words.text() == "Triwulan III 2026"
    assert form.respondents.text() == "0"
    form.period.later.click()
    assert form.respondents.text() == "1"


def test_neither_a_day_nor_a_week_is_offered(page: SurveyPage) -> None:
    kinds = page.form.period.kind
    assert [kinds.itemText(at) for at in range(kinds.count())] == [
        "Bulan", "Triwulan", "Semester", "Tahun", "Tanggal …",
    ]  # fmt: skip
    assert not kinds.isHidden()


def test_free_days_begin_as_the_period_that_was_shown(page: SurveyPage, desk: Desk) -> None:
    told(desk, *GOOD)
    chooser = show(page).form.period
    chooser.kind.set_value(PeriodKind.RANGE)
    chooser.kind.changed.emit()
    assert (chooser.period.first, chooser.period.last) == (date(2026, 10, 1), date(2026, 12, 31))
    chooser.last.set_day(date(2026, 11, 1))
    assert page.form.respondents.text() == "0"
    assert chooser.last.minimumDate().toPython() == date(2026, 10, 1), "no end before its beginning"


def test_one_service_alone(page: SurveyPage, desk: Desk) -> None:
    told(desk, *BEST, service="membaca")
    told(desk, *GOOD, service="internet")
    show(page)
    page.turn_to(SERVICES)
    model = page.form.services.model()
    assert {model.index(row, 0).data(): model.index(row, 2).data() for row in range(2)} == {
        "Membaca": "100,00",
        "Internet atau komputer": "75,00",
    }
    page.form.services.activated_row.emit([model.index(row, 0).data() for row in range(2)].index("Membaca"))
    assert page.form.views.current() == ELEMENTS
    assert page.form.ikm.text() == "100,00"
    assert page.form.service.currentText() == "Membaca"


def test_who_answered_and_what_they_wrote(page: SurveyPage, desk: Desk) -> None:
    told(desk, *GOOD, sex="P", age_group="19-24", education="SMP", comment="Kursinya kurang.")
    told(desk, *GOOD, sex="L", comment="Terima kasih.")
    show(page)
    page.turn_to(PEOPLE)
    people = page.form.people.model()
    lines = [tuple(people.index(row, column).data() for column in range(4)) for row in range(people.rowCount())]
    assert ("Jenis kelamin", "Laki-laki", "1", "50,0%") in lines
    assert ("", "tidak diisi", "1", "50,0%") in lines
    page.turn_to(COMMENTS)
    assert page.form.comments.model().rowCount() == 2
    assert page.form.comment.text() in ("Kursinya kurang.", "Terima kasih.")


def test_an_answer_given_meanwhile_is_read(page: SurveyPage, desk: Desk, shell: Shell) -> None:
    show(page)
    told(desk, *GOOD)
    shell.changes.tell("visits")
    assert page.form.respondents.text() == "1"


def test_an_older_question_does_not_overwrite_a_newer_one(desk: Desk) -> None:
    class Later:
        """Runs nothing until it is told to, the last asked first."""

        def __init__(self) -> None:
            self.waiting: list[object] = []

        def start(self, fn, on_success=None, on_failure=None, lane="read", owner=None):  # type: ignore[no-untyped-def]
            self.waiting.append(lambda: on_success(fn()))

    class View:
        def __init__(self) -> None:
            self.shown: list[Findings] = []

        def show_findings(self, findings: Findings) -> None:
            self.shown.append(findings)

        def show_problem(self, error: Exception) -> None:
            raise error

    jobs, view = Later(), View()
    presenter = SurveyPresenter(desk, jobs, view)  # type: ignore[arg-type]
    presenter.read(period_of(PeriodKind.YEAR, TODAY), None)
    presenter.read(period_of(PeriodKind.MONTH, TODAY), None)
    for answer in reversed(jobs.waiting):
        answer()  # type: ignore[operator]
    assert [one.result.first for one in view.shown] == [date(2026, 11, 1)]


# ---- the report -----------------------------------------------------------------------------------------------------


def test_the_report_is_written_where_one_says(page: SurveyPage, desk: Desk, tmp_path: Path) -> None:
    told(desk, *GOOD, service="membaca")
    show(page)
    names: list[str] = []

    def ask(name: str, ending: str) -> Path:
        names.append(name)
        return tmp_path / f"laporan.{ending}"

    opened: list[Path] = []
    page.ask_name, page.open_file = ask, opened.append
    page.pdf.click()
    page.xlsx.click()
    assert names == ["Laporan survei kepuasan Triwulan IV 2026"] * 2
    assert "75,00" in text_of((tmp_path / "laporan.pdf").read_bytes())
    assert (tmp_path / "laporan.xlsx").read_bytes().startswith(b"PK")
    assert "laporan.xlsx" in page.form.banner.text()
    page.form.banner.action_pressed.emit()
    assert opened == [tmp_path / "laporan.xlsx"]


def test_a_folder_that_is_not_there_is_said(page: SurveyPage, desk: Desk, tmp_path: Path) -> None:
    told(desk, *GOOD)
    show(page)
    page.ask_name = lambda name, ending: tmp_path / "tidak-ada" / f"x.{ending}"
    page.pdf.click()
    assert not page.form.banner.isHidden()
    assert page.form.banner.kind() == "stop"


def test_giving_up_the_name_writes_nothing(page: SurveyPage, desk: Desk) -> None:
    told(desk, *GOOD)
    show(page)
    page.ask_name = lambda name, ending: None
    page.pdf.click()
    assert page.form.banner.isHidden()


# ---- words ----------------------------------------------------------------------------------------------------------


def test_everything_is_said_in_english_too(page: SurveyPage, desk: Desk) -> None:
    told(desk, 3, 3, 2, 3, 3, 3, 3, 1, 3, service="membaca")
    show(page)
    language.use("en")
    try:
        page.retranslate()
        assert page.form.bars.texts()[7].startswith("U8. Facilities. 1.00")
        assert page.form.low1.text().startswith("1.  Facilities")
        assert page.form.ikm.text() == "66.67"
    finally:
        language.use("id")
        page.retranslate()
    assert page.form.ikm.text() == "66,67"


@given(st.integers(0, 5_000), st.integers(1, 5_000))
def test_a_share_is_rounded_half_up(part: int, whole: int) -> None:
    exact = Fraction(100 * part, whole)
    shown = Fraction(percent_text(part, whole).rstrip("%").replace(",", "."))
    assert abs(shown - exact) <= Fraction(1, 20)
    assert percent_text(part, 0) == "–"


def test_scores_and_where_a_grade_lies() -> None:
    assert score_text(Decimal("3.5")) == "3,50"
    assert score_text(None) == "–"
    assert range_text(grade_of(Decimal("99"))) == "88,31 sampai 100,00"
    assert range_text(grade_of(Decimal("30"))) == "25,00 sampai 64,99"
    assert range_text(None) == ""
