"""The page "Survei kepuasan": the index of a period, its nine elements, who answered, and the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket.domain.entities import Role
from loket.domain.periods import PeriodKind, period_of
from loket.services.survey import ServiceIndex
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.forms.ui_survey import Ui_SurveyView
from loket.ui.issuing import ask_file, open_file, write_paper
from loket.ui.pages.page import Page, demand_ours, on_key
from loket.ui.pages.settings_parts import YesNo, in_order
from loket.ui.presenters.survey import Findings, SurveyPresenter
from loket.ui.shell import Shell
from loket.ui.survey_papers import SurveyPapers
from loket.ui.tables import Column, PagedTableModel
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say
from loket.ui.texts_recap import period_text
from loket.ui.texts_survey import (
    CONTEXT,
    PROFILES,
    bars_of,
    element_name,
    grade_tone,
    grade_words,
    low_text,
    percent_text,
    profile_value,
    range_text,
    sample_state,
    score_note,
    score_text,
    service_word,
)
from loket.ui.widgets import Button, set_state

R = TypeVar("R")
SUMMARY_PX, SERVICE_SIGNS = 348, 10
ELEMENTS, PEOPLE, SERVICES, COMMENTS = "elements", "people", "services", "comments"
VIEWS = (ELEMENTS, PEOPLE, SERVICES, COMMENTS)
PERIODS = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.SEMESTER, PeriodKind.YEAR, PeriodKind.RANGE)


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """One line of who answered. `heading`: on the first line of its table."""

    heading: str
    value: str
    people: int
    share: str


class SurveyPage(Page):
    """Ctrl+1 the elements, Ctrl+2 who answered, Ctrl+3 by service, Ctrl+4 what they wrote."""

    TITLE = QT_TRANSLATE_NOOP("Page", "Survei kepuasan")
    ICON = "star"
    SHORTCUT = "Shift+F2"
    ROLES = frozenset({Role.SUPERVISOR.value, Role.ADMIN.value, Role.AUDITOR.value})

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.setProperty("role", "page")
        view = QWidget(self)
        self.form = Ui_SurveyView()
        self.form.setupUi(view)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(view)
        self.presenter = SurveyPresenter(shell.desk, shell.jobs, self)
        self.papers = SurveyPapers(shell)
        self.ask_name: Callable[[str, str], Path | None] = self._ask_name
        self.open_file: Callable[[Path], object] = open_file
        self._saved: Path | None = None
        self._people: list[ProfileLine] = []
        self._services: list[ServiceIndex] = []
        self._comments: list[tuple[date, str]] = []
        self.compat = YesNo(self)
        self.pdf, self.xlsx = Button(self, icon="download"), Button(self, icon="download", role="quiet")
        self._people_model: PagedTableModel[int, ProfileLine] = _model(_people_columns(), lambda: self._people)
        self._service_model: PagedTableModel[int, ServiceIndex] = _model(
            self._service_columns(), lambda: self._services
        )
        self._comment_model: PagedTableModel[int, tuple[date, str]] = _model(_comment_columns(), lambda: self._comments)
        self._build()
        self._wire()
        self.retranslate()

    # ---- gestures --------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        self.form.banner.hide_line()
        self._read()
        self.form.period.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_to(self, view: str) -> None:
        form = self.form
        form.views.set_current(view)
        pages = (form.elementsView, form.peopleView, form.servicesView, form.commentsView)
        form.stack.setCurrentWidget(dict(zip(VIEWS, pages, strict=True))[view])

    def save(self, ending: str) -> None:
        """The report of what is on the screen, as "pdf" or "xlsx"."""
        findings = self.presenter.findings
        if findings is None:
            return
        title = f"{say(CONTEXT, 'Laporan survei kepuasan')} {period_text(self.form.period.period)}"
        path = self.ask_name(title, ending)
        if path is None:
            return
        names, compat = {code: one.name for code, one in findings.purposes.items()}, self.compat.value()

        def write() -> Path:
            if ending == "pdf":
                return write_paper(path, self.papers.pdf(findings.result, names, compat=compat))
            return write_paper(path, self.papers.xlsx(findings.result, names))

        self.shell.jobs.start(write, self._file_saved, self.show_problem, lane="read", owner=self)

    # ---- what the presenter shows ----------------------------------------------------------------------------------

    def show_findings(self, findings: Findings) -> None:
        result = findings.result
        self._show_score(findings)
        self.form.bars.show_bars(bars_of(result.index))
        self._people = _profile_lines(findings)
        self._services = list(result.services)
        self._comments = list(reversed(result.comments))
        for model, rows in (
            (self._people_model, self._people),
            (self._service_model, self._services),
            (self._comment_model, self._comments),
        ):
            model.set_ids(range(len(rows)))
        self._offer_services(findings)
        self._name_views()
        self.form.comment.clear()
        for table in (self.form.people, self.form.services, self.form.comments):
            table.select_row(0)
        for button in (self.pdf, self.xlsx):
            button.setEnabled(True)

    def show_problem(self, error: Exception) -> None:
        demand_ours(error)
        self.shell.sounds.play("refused")
        self.form.banner.show_error(error)

    def _show_score(self, findings: Findings) -> None:
        form, result = self.form, findings.result
        index = result.index
        form.ikm.setText(score_text(index.ikm_2))
        form.grade.setText(grade_words(index.grade))
        set_state(form.grade, tone=grade_tone(index.grade))
        form.gradeRange.setText(range_text(index.grade))
        form.scoreNote.setText(score_note(index))
        form.respondents.setText(fmt.count(index.respondents, language()))
        form.sampleWord.setText(say(CONTEXT, "dari {population} pengunjung", population=result.population))
        sentence, icon, token = sample_state(result)
        form.sampleNote.setText(sentence)
        form.sampleSign.set(icon, token)
        lines = [low_text(number, one) for number, one in enumerate(index.lowest, 1)]
        for label, line in zip((form.low1, form.low2, form.low3), [*lines, "", "", ""], strict=False):
            label.setText(line)
            label.setVisible(bool(line))
        form.lowest.setVisible(bool(lines))

    def _offer_services(self, findings: Findings) -> None:
        """Every purpose can be asked for by itself; what was chosen stays."""
        purposes = findings.purposes
        named = [(code, service_word(code, purposes)) for code, one in purposes.items() if not one.retired]
        chosen = self.form.service.value()
        if chosen is not None and chosen not in dict(named):
            named.append((chosen, service_word(chosen, purposes)))
        self.form.service.set_choices([(None, say(CONTEXT, "Semua layanan")), *named])

    # ---- words -----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self.form
        form.header.set_title(self.title())
        form.header.set_subtitle(
            say(CONTEXT, "Sembilan unsur menurut Permenpan RB 14/2017, dijawab tanpa nama di kios pengunjung.")
        )
        form.service.setAccessibleName(say(CONTEXT, "Layanan"))
        form.scoreHeading.setText(say(CONTEXT, "Indeks kepuasan masyarakat"))
        form.sampleHeading.setText(say(CONTEXT, "Responden"))
        form.lowestHeading.setText(say(CONTEXT, "Tiga unsur terendah"))
        form.scale.setText(say(CONTEXT, "Rata-rata 1 sampai 4. Huruf: mutu unsur itu sendiri."))
        self.compat.setText(say(CONTEXT, "PDF dengan bobot 0,11"))
        self.pdf.set_text(say(CONTEXT, "Simpan PDF …"))
        self.xlsx.set_text(say(CONTEXT, "Simpan XLSX …"))
        form.people.set_empty("users", say(CONTEXT, "Belum ada jawaban pada masa ini."))
        form.services.set_empty("list", say(CONTEXT, "Belum ada jawaban yang menyebut layanannya."))
        form.comments.set_empty("note", say(CONTEXT, "Belum ada saran tertulis pada masa ini."))
        for table, name in (
            (form.people, say(CONTEXT, "Responden")),
            (form.services, say(CONTEXT, "Per layanan")),
            (form.comments, say(CONTEXT, "Saran")),
        ):
            table.setAccessibleName(name)
        form.bars.setAccessibleName(say(CONTEXT, "Sembilan unsur"))
        for model in (self._people_model, self._service_model, self._comment_model):
            model.retranslate()
        self._name_views()
        if self.presenter.findings is not None:
            self.show_findings(self.presenter.findings)

    def _name_views(self) -> None:
        form = self.form
        chosen = form.views.current() or ELEMENTS
        comments = fmt.count(len(self._comments), language())
        form.views.set_options(
            [
                (ELEMENTS, say(CONTEXT, "Unsur"), "chart-bar"),
                (PEOPLE, say(CONTEXT, "Responden"), "users"),
                (SERVICES, say(CONTEXT, "Per layanan"), "list"),
                (COMMENTS, f"{say(CONTEXT, 'Saran')}  {comments}", "note"),
            ]
        )
        form.views.set_current(chosen)

    # ---- how it is built -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form = self.form
        form.banner.hide_line()
        form.header.set_icon(self.ICON)
        form.period.offer(PERIODS)
        form.period.show_period(period_of(PeriodKind.QUARTER, self.shell.desk.today()))
        form.service.set_choices([(None, say(CONTEXT, "Semua layanan"))])
        form.service.setMinimumContentsLength(SERVICE_SIGNS)
        form.weighing.addWidget(self.compat)
        for widget in (self.xlsx, self.pdf):
            form.saving.addWidget(widget)
        for table, model in (
            (form.people, self._people_model),
            (form.services, self._service_model),
            (form.comments, self._comment_model),
        ):
            table.show_model(model)
        for button in (self.pdf, self.xlsx):
            button.setEnabled(False)
        for card in (form.score, form.sample, form.lowest):
            card.setFixedWidth(theme.current().px(SUMMARY_PX))
        in_order(
            *form.period.stops, form.service,
            self.xlsx, self.pdf, self.compat, form.views, form.people, form.services, form.comments,
        )  # fmt: skip

    def _wire(self) -> None:
        form = self.form
        form.period.changed.connect(self._read)
        form.service.changed.connect(self._read)
        form.views.changed.connect(self.turn_to)
        form.services.activated_row.connect(self._service_activated)
        form.comments.picked_row.connect(self._comment_picked)
        form.banner.action_pressed.connect(self._open_saved)
        self.pdf.clicked.connect(lambda: self.save("pdf"))
        self.xlsx.clicked.connect(lambda: self.save("xlsx"))
        self.shell.changes.happened.connect(self._changed_elsewhere)
        for number, view in enumerate(VIEWS, start=1):
            on_key(self, f"Ctrl+{number}", partial(self.turn_to, view))

    def _read(self) -> None:
        self.presenter.read(self.form.period.period, self.form.service.value())

    def _changed_elsewhere(self, kind: str, by: object) -> None:
        if kind == "visits" and by is not self and self.isVisible():
            self._read()

    def _service_activated(self, row: int) -> None:
        """Enter on a service: that one alone."""
        if 0 <= row < len(self._services) and self._services[row].service:
            self.form.service.set_value(self._services[row].service)
            self._read()
            self.turn_to(ELEMENTS)

    def _comment_picked(self, row: int) -> None:
        self.form.comment.setText(self._comments[row][1] if 0 <= row < len(self._comments) else "")

    def _service_columns(self) -> Sequence[Column[ServiceIndex]]:
        def name(one: ServiceIndex) -> str:
            findings = self.presenter.findings
            return service_word(one.service, findings.purposes if findings is not None else {})

        return (
            Column(lambda: say(CONTEXT, "Layanan"), name, stretch=True, strong=True),
            Column(lambda: say(CONTEXT, "Responden"), lambda one: fmt.count(one.index.respondents, language()), "right",
                   120),
            Column(lambda: say(CONTEXT, "Indeks"), lambda one: score_text(one.index.ikm_2), "right", 88, strong=True),
            Column(lambda: say(CONTEXT, "Mutu"), lambda one: grade_words(one.index.grade), width_px=148,
                   token=lambda one: grade_tone(one.index.grade) or None),
            Column(lambda: say(CONTEXT, "Unsur terendah"), _worst, width_px=190, tooltip=_worst),
        )  # fmt: skip

    # ---- files -----------------------------------------------------------------------------------------------------

    def _file_saved(self, path: Path) -> None:
        self._saved = path
        self.shell.sounds.play("ok")
        sentence = say(CONTEXT, "Tersimpan: {path}", path=path)
        self.form.banner.show_line(sentence, kind="ok", action=say(CONTEXT, "Buka berkas"))

    def _open_saved(self) -> None:
        if self._saved is not None:
            self.open_file(self._saved)

    def _ask_name(self, name: str, ending: str) -> Path | None:
        return ask_file(self, say(CONTEXT, "Simpan berkas"), name, ending)


def _model(columns: Sequence[Column[R]], rows: Callable[[], Sequence[R]]) -> PagedTableModel[int, R]:
    def fetch(keys: Sequence[int]) -> Mapping[int, R]:
        return {key: rows()[key] for key in keys if key < len(rows())}

    return PagedTableModel(columns, fetch)


def _profile_lines(findings: Findings) -> list[ProfileLine]:
    """Each table of respondents under its heading; shares of all who answered."""
    lines = []
    for profile in findings.result.profiles:
        heading, whole = say(CONTEXT, PROFILES[profile.key]), sum(count for _, count in profile.rows)
        for value, count in profile.rows:
            words = profile_value(profile.key, value, findings.purposes)
            lines.append(ProfileLine(heading, words, count, percent_text(count, whole)))
            heading = ""
    return lines


def _people_columns() -> Sequence[Column[ProfileLine]]:
    return (
        Column(lambda: say(CONTEXT, "Menurut"), lambda line: line.heading, width_px=180, strong=True),
        Column(lambda: say(CONTEXT, "Jawaban"), lambda line: line.value, stretch=True),
        Column(lambda: say(CONTEXT, "Orang"), lambda line: fmt.count(line.people, language()), "right", 96),
        Column(lambda: say(CONTEXT, "Bagian"), lambda line: line.share, "right", 96),
    )


def _comment_columns() -> Sequence[Column[tuple[date, str]]]:
    return (
        Column(lambda: say(CONTEXT, "Tanggal"), lambda one: fmt.day(one[0], language()), width_px=150),
        Column(lambda: say(CONTEXT, "Saran"), lambda one: one[1], stretch=True, tooltip=lambda one: one[1]),
    )


def _worst(one: ServiceIndex) -> str:
    return element_name(one.index.lowest[0].element) if one.index.lowest else ""
