"""Who signs, entered at the settings: an office passes on, a mistake is taken back, a wrong field says so."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from fakes import ADMIN, CIRCULATION, TODAY, operator
from hands import texts
from pytestqt.qtbot import QtBot

from loket.domain.entities import Id, Official
from loket.domain.officials import HEAD, MAKER, OFFICES, PREFIXES, SECTION_HEAD
from loket.services.desk import Desk
from loket.services.officials import TITLES, officials, set_official
from loket.ui import language
from loket.ui.pages.settings import SettingsPage
from loket.ui.pages.settings_hours import Clock, OpeningHours
from loket.ui.pages.settings_officials import PLACES, OfficialsSection
from loket.ui.pages.settings_rules import RulesSection
from loket.ui.presenters.officials import Standing, standing_of
from loket.ui.presenters.recap_rules import hours_text
from loket.ui.shell import Shell
from loket.ui.texts_officials import (
    LABELS,
    OFFICE_HINTS,
    STANDING_SIGNS,
    STANDINGS,
    term_text,
)
from loket.ui.texts_officials import OFFICES as OFFICE_WORDS
from loket.ui.texts_officials import PREFIXES as PREFIX_WORDS

NIP = "190001011920011001"
SARI = Official(Id(""), HEAD, "Kepala Dinas Contoh", "Dra. Contoh Sari", NIP)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
def page(shell: Shell, desk: Desk, qtbot: QtBot) -> SettingsPage:
    desk.operator = operator(desk, ADMIN)
    page = SettingsPage(shell)
    qtbot.addWidget(page)
    page.resize(1366, 640)
    page.show()
    return page


@pytest.fixture
def section(page: SettingsPage) -> OfficialsSection:
    made = page.show_section(OfficialsSection)
    assert isinstance(made, OfficialsSection)
    return made


def test_every_office_has_its_words() -> None:
    assert set(OFFICE_WORDS) == set(OFFICE_HINTS) == set(OFFICES) == set(TITLES)
    assert set(PREFIX_WORDS) == set(PREFIXES)
    assert set(LABELS) == set(PLACES)
    assert set(STANDINGS) == set(STANDING_SIGNS) == set(Standing)


def test_somebody_is_entered_and_told_to_other_pages(section: OfficialsSection, page: SettingsPage, desk: Desk) -> None:
    kinds: list[str] = []
    page.shell.changes.happened.connect(lambda kind, _by: kinds.append(kind))
    section.editors["name"].set_value("Dra. Contoh Sari")
    section.editors["nip"].set_value("19000101 192001 1 001")
    section.save()
    [made] = officials(desk)
    assert (made.office, made.title, made.nip, made.from_on) == (HEAD, TITLES[HEAD], NIP, TODAY)
    assert "Dra. Contoh Sari" in page.said()
    assert kinds == ["officials"]
    assert section.draft().id == made.id


def test_an_office_passes_on_by_the_next_one(section: OfficialsSection, desk: Desk) -> None:
    old = set_official(desk, SARI)
    section.activate()
    section.pick(old.id)
    section.add()
    assert section.draft() == Official(Id(""), HEAD, SARI.title, "", from_on=TODAY)
    section.editors["name"].set_value("Ibu Ganti")
    section.editors["prefix"].set_value("Plt.")
    section.save()
    assert [one.name for one in officials(desk)] == ["Ibu Ganti", "Dra. Contoh Sari"]
    rows = texts(section._model)
    assert [row[0] for row in rows] == ["Plt. Kepala Dinas Contoh", "Kepala Dinas Contoh"]
    assert [row[3] for row in rows] == ["menandatangani", "digantikan"]


def test_an_end_is_given_and_a_mistake_taken_back(section: OfficialsSection, desk: Desk) -> None:
    made = set_official(desk, SARI)
    section.activate()
    section.pick(made.id)
    assert section.draft() == made
    section.editors["until_on"].set_value(YESTERDAY)
    section.save()
    assert officials(desk)[0].until_on == YESTERDAY
    assert texts(section._model)[0][3] == "sudah selesai"
    section.retire()
    assert officials(desk) == []
    assert texts(section._model) == []
    assert not section._form.retire.isVisible()


def test_a_wrong_field_says_so_and_keeps_what_was_typed(section: OfficialsSection, desk: Desk) -> None:
    section.editors["name"].set_value("Ibu Contoh")
    section.editors["nip"].set_value("123")
    section.save()
    assert "18 angka" in section.rows["nip"].error()
    assert section.editors["nip"].value() == "123"
    section.editors["nip"].set_value("")
    section.editors["from_on"].set_value(TOMORROW)
    section.editors["until_on"].set_value(TODAY)
    section.save()
    assert section.rows["until_on"].error()
    assert not section.rows["nip"].error()
    assert officials(desk) == []


def test_who_may_not_is_told(section: OfficialsSection, page: SettingsPage, desk: Desk) -> None:
    desk.operator = operator(desk, CIRCULATION)
    section.editors["name"].set_value("Ibu Contoh")
    section.save()
    assert page.said()
    assert officials(desk) == []
    assert section._form.save.isEnabled()


def test_a_title_nobody_typed_follows_the_office(section: OfficialsSection) -> None:
    office = section.editors["office"]
    office.set_value(SECTION_HEAD)
    office.changed.emit()
    assert section.editors["title"].value() == TITLES[SECTION_HEAD]
    section.editors["title"].set_value("Kepala Bidang")
    office.set_value(MAKER)
    office.changed.emit()
    assert section.editors["title"].value() == "Kepala Bidang"


@pytest.mark.parametrize(
    ("from_on", "until_on", "standing", "term"),
    [
        (None, None, Standing.SIGNS, "seterusnya"),
        (TODAY, None, Standing.SIGNS, "sejak 24 Nov 2026"),
        (None, TODAY, Standing.SIGNS, "sampai 24 Nov 2026"),
        (TOMORROW, None, Standing.COMING, "sejak 25 Nov 2026"),
        (YESTERDAY, YESTERDAY, Standing.OVER, "23 Nov 2026 s.d. 23 Nov 2026"),
    ],
)
def test_where_somebody_stands(from_on: object, until_on: object, standing: Standing, term: str) -> None:
    one = Official(Id("1" * 32), HEAD, "Kepala", "Nama", from_on=from_on, until_on=until_on)  # type: ignore[arg-type]
    assert standing_of(one, [one], TODAY) is standing
    assert term_text(one) == term
    acting = Official(Id("2" * 32), HEAD, "Kepala", "Wakil", prefix="Plh.", from_on=TODAY, until_on=TODAY)
    if standing is Standing.SIGNS:
        assert standing_of(one, [one, acting], TODAY) is Standing.STOOD_IN_FOR


def test_the_section_speaks_the_other_language(section: OfficialsSection) -> None:
    section.activate()
    before = section._form.save.accessibleName()
    language.use("en")
    try:
        section.retranslate()
    finally:
        language.use("id")
    section.retranslate()
    assert section._form.save.accessibleName() == before == "Simpan pejabat"


# ---- hours ----------------------------------------------------------------------------------------------------------


def test_hours_are_typed_once_for_the_working_week(qtbot: QtBot) -> None:
    hours = OpeningHours()
    qtbot.addWidget(hours)
    hours.lines[0].setText("8.00 – 15.30")
    hours.lines[5].setText("8-12")
    heard: list[int] = []
    hours.changed.connect(lambda: heard.append(1))
    hours.same.click()
    assert heard == [1]
    assert hours.value() == ("08:00-15:30",) * 5 + ("08:00-12:00", "")
    assert hours_text(hours.value()).startswith("Senin 08:00-15:30, Selasa")
    assert "Minggu" not in hours_text(hours.value())


def test_a_moment_is_taken_however_it_is_typed(qtbot: QtBot) -> None:
    clock = Clock()
    qtbot.addWidget(clock)
    clock.setText(" 21.05 ")
    assert clock.value() == "21:05"


def test_rules_of_closing_are_saved_and_refused_at_their_line(page: SettingsPage, desk: Desk, tmp_path: Path) -> None:
    rules = page.show_section(RulesSection)
    assert isinstance(rules, RulesSection)
    lines = rules.lines
    lines["opening_hours"].set_value(("08:00-11:30, 13:00-15:30",) + ("buka",) * 6)
    lines["reminder_after_days"].editor.setText("7, empat")
    lines["standards"].editor.setText("terbang:5")
    rules.save()
    for key in ("opening_hours", "reminder_after_days", "standards"):
        assert lines[key].error(), key
    lines["opening_hours"].set_value(("08:00-11:30, 13:00-15:30",) + ("",) * 6)
    lines["reminder_after_days"].editor.setText("7, 14")
    lines["standards"].editor.setText("loan:90")
    lines["recap_by_night_at"].editor.setText("20.00")
    rules.save()
    settings = desk.settings()
    assert settings.opening_hours[0] == "08:00-11:30, 13:00-15:30"
    assert settings.reminder_after_days == (7, 14)
    assert settings.standards == ("loan:90",)
    assert settings.recap_by_night_at == "20:00"
