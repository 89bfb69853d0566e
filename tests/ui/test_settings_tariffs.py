"""Tariffs on real services: what is written holds from its day on, what has no regulation is refused at its field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from fakes import ADMIN, CIRCULATION, HASHER, TODAY, new_desk, operator
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from stock import journal

from loket.domain import events as e
from loket.domain.entities import ChargeKind, Id, Tariff
from loket.domain.money import NAMED, TOLD_WHEN_IT_HAPPENS
from loket.services.operators import SignIns
from loket.services.tariffs import tariff_for, tariffs
from loket.ui import language
from loket.ui.jobs import InlineJobs
from loket.ui.pages.settings import SettingsPage
from loket.ui.pages.settings_tariffs import TariffsSection
from loket.ui.presenters.settings_tariffs import TariffState, corrected, services, shown_fields, state_of
from loket.ui.shell import Shell
from loket.ui.sounds import Sounds
from loket.ui.texts_tariffs import KINDS, LABELS, STATES, amount_text

BASIS = "Perda Contoh 5/2024"


def tariff(number: int, kind: ChargeKind = ChargeKind.CARD_FEE, **terms: object) -> Tariff:
    said: dict[str, object] = {
        "name": "",
        "amount_rp": 5_000,
        "legal_basis": BASIS,
        "account": "4.1.02",
        "valid_from": date(2026, 1, 1),
    }
    return Tariff(Id(f"{number:032x}"), kind, **(said | terms))  # type: ignore[arg-type]


# ---- the presenter --------------------------------------------------------------------------------------------------


def test_every_kind_has_its_words_and_its_line() -> None:
    assert set(KINDS) == set(ChargeKind)
    assert set(STATES) == set(TariffState)
    kinds = [service.kind for service in services((), TODAY)]
    assert kinds == [kind for kind in ChargeKind if kind is not ChargeKind.SERVICE]
    assert all(set(shown_fields(kind)) <= set(LABELS) for kind in ChargeKind)


@pytest.mark.parametrize("kind", list(ChargeKind))
def test_only_what_means_something_is_asked(kind: ChargeKind) -> None:
    asked = shown_fields(kind)
    assert ("amount_rp" in asked) == (kind not in TOLD_WHEN_IT_HAPPENS)
    assert ("name" in asked) == (kind in NAMED)
    assert {"legal_basis", "account", "valid_from"} <= set(asked)


def test_named_services_have_a_line_each_with_their_own_history() -> None:
    lines = services(
        (
            tariff(1, ChargeKind.PHOTOCOPY, name="Fotokopi F4"),
            tariff(2, ChargeKind.PHOTOCOPY, name="Fotokopi A4"),
            tariff(3, ChargeKind.PHOTOCOPY, name="Fotokopi A4", valid_from=date(2026, 6, 1)),
        ),
        TODAY,
    )
    copies = [line for line in lines if line.kind is ChargeKind.PHOTOCOPY]
    assert [line.name for line in copies] == ["Fotokopi A4", "Fotokopi F4"]
    assert [int(one.id, 16) for one in copies[0].history] == [3, 2]


def test_a_tariff_holds_until_the_next_begins() -> None:
    old, now = tariff(1), tariff(2, amount_rp=6_000, valid_from=date(2026, 6, 1))
    coming = tariff(3, amount_rp=7_000, valid_from=date(2027, 1, 1))
    gone, empty = tariff(4, retired=True), tariff(5, legal_basis=" ", valid_from=date(2026, 9, 1))
    (line,) = [one for one in services((old, now, coming, gone, empty), TODAY) if one.kind is ChargeKind.CARD_FEE]
    assert (line.current, line.coming) == (now, coming)
    states = [state_of(one, line.history, TODAY) for one in (old, now, coming, gone, empty)]
    assert states == [
        TariffState.REPLACED,
        TariffState.IN_FORCE,
        TariffState.COMING,
        TariffState.RETIRED,
        TariffState.NO_BASIS,
    ]


def test_the_same_day_mends_and_another_day_adds() -> None:
    known = (tariff(1), tariff(2, retired=True, valid_from=date(2026, 3, 1)), tariff(3, ChargeKind.FORM_FEE))
    assert corrected(tariff(9, amount_rp=1), known) == known[0]
    assert corrected(tariff(9, valid_from=date(2026, 3, 1)), known) is None
    assert corrected(tariff(9, valid_from=date(2026, 1, 2)), known) is None


def test_amounts_that_no_tariff_says_are_words() -> None:
    assert amount_text(tariff(1, ChargeKind.PHOTOCOPY, amount_rp=500, unit="lembar")) == "Rp500 / lembar"
    assert amount_text(tariff(1, amount_rp=0)) == "gratis"
    assert "Rp" not in amount_text(tariff(1, ChargeKind.FINE, amount_rp=0))
    assert "Rp" not in amount_text(tariff(1, ChargeKind.LOST, amount_rp=0))


# ---- the section ----------------------------------------------------------------------------------------------------


@pytest.fixture
def shell(tmp_path: Path, qapp: QApplication) -> Iterator[Shell]:
    desk = new_desk(tmp_path)
    desk.operator = operator(desk, ADMIN)
    yield Shell(desk, InlineJobs(), Sounds(muted=True), HASHER, SignIns(HASHER), tmp_path)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(shell)
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.show()
    return made


def opened(page: SettingsPage) -> TariffsSection:
    shown = page.show_section(TariffsSection)
    assert isinstance(shown, TariffsSection)
    return shown


def fill(section: TariffsSection, **values: object) -> None:
    for name, value in values.items():
        editor = section.editors[name]
        editor.set_day(value) if name == "valid_from" else editor.set_value(value)


def since(section: TariffsSection, kind: str, name: str = "") -> str:
    row = section._model.number_of((kind, name))
    return str(section._model.data(section._model.index(row if row is not None else -1, 2)))


def amounts(shell: Shell, kind: ChargeKind, on: date = TODAY, name: str = "") -> int | None:
    with shell.desk.view() as act:
        found = tariff_for(act, kind.value, on, name)
    return found.amount_rp if found is not None else None


def test_at_first_nothing_is_charged_and_it_says_so(page: SettingsPage) -> None:
    section = opened(page)
    states = {str(section._model.data(section._model.index(row, 2))) for row in range(section._model.rowCount())}
    assert states == {"tidak dipungut"}


def test_a_tariff_holds_from_its_day_on_and_other_pages_hear_of_it(page: SettingsPage, shell: Shell) -> None:
    section, kinds = opened(page), list[str]()
    shell.changes.happened.connect(lambda kind, _by: kinds.append(kind))
    section.pick("card_fee")
    fill(section, amount_rp=10_000, legal_basis=BASIS, account="4.1.02.01", valid_from=TODAY + timedelta(days=3))
    section.save()
    assert amounts(shell, ChargeKind.CARD_FEE) is None
    assert amounts(shell, ChargeKind.CARD_FEE, TODAY + timedelta(days=3)) == 10_000
    assert kinds == ["rules"]
    assert "disimpan" in page.said()
    row = section._form.list.current_row()
    assert str(section._model.data(section._model.index(row, 2))).startswith("baru mulai")


def test_money_without_a_regulation_is_refused_at_its_field(page: SettingsPage, shell: Shell) -> None:
    section, before = opened(page), len(journal(shell.desk))
    section.pick("card_fee")
    fill(section, amount_rp=10_000)
    section.save()
    assert section.rows["legal_basis"].error()
    assert section.editors["amount_rp"].value() == 10_000  # input is kept
    assert len(journal(shell.desk)) == before
    section.pick("fine")
    section.save()
    assert section.rows["legal_basis"].error()
    assert len(journal(shell.desk)) == before


def test_a_service_without_a_name_is_refused_at_its_field(page: SettingsPage, shell: Shell) -> None:
    section = opened(page)
    section.add()
    fill(section, amount_rp=2_000, legal_basis=BASIS)
    section.save()
    assert section.rows["name"].error()
    fill(section, name="Cetak foto", unit="lembar")
    section.save()
    assert amounts(shell, ChargeKind.SERVICE, name="Cetak foto") == 2_000
    assert section.rows["kind"].isHidden()  # it is in the list now
    assert section._form.form_title.text() == "Cetak foto"


def test_the_same_day_mends_the_tariff(page: SettingsPage, shell: Shell) -> None:
    section = opened(page)
    section.pick("card_fee")
    fill(section, amount_rp=10_000, legal_basis=BASIS)
    section.save()
    assert "Membetulkan" in section._form.form_state.text()
    fill(section, amount_rp=12_000)
    section.save()
    assert amounts(shell, ChargeKind.CARD_FEE) == 12_000
    kept = [one for one in tariffs(shell.desk, retired=True) if one.kind is ChargeKind.CARD_FEE]
    assert sorted((one.amount_rp, one.retired) for one in kept) == [(10_000, True), (12_000, False)]


def test_the_history_shows_all_and_a_chosen_one_is_taken_out_of_force(page: SettingsPage, shell: Shell) -> None:
    section = opened(page)
    for amount_rp, days in ((1_000, -400), (2_000, -30), (3_000, 30)):
        section.pick("form_fee")
        fill(section, amount_rp=amount_rp, legal_basis=BASIS, valid_from=TODAY + timedelta(days=days))
        section.save()
    states = [str(section._past.data(section._past.index(row, 3))) for row in range(3)]
    assert states == ["akan berlaku", "berlaku", "sudah diganti"]
    assert since(section, "form_fee").startswith("diganti")
    section._form.history.select_row(1)
    assert section._form.retire.isVisible()
    section._form.retire.click()
    assert amounts(shell, ChargeKind.FORM_FEE) == 1_000
    states = [str(section._past.data(section._past.index(row, 3))) for row in range(3)]
    assert states == ["akan berlaku", "dicabut", "berlaku"]


def test_enter_in_the_history_brings_an_old_tariff_into_the_form(page: SettingsPage) -> None:
    section = opened(page)
    section.pick("form_fee")
    fill(section, amount_rp=1_000, legal_basis=BASIS, account="4.9", valid_from=TODAY - timedelta(days=400))
    section.save()
    assert section.editors["valid_from"].day() == TODAY  # ready for the next one
    QTest.keyClick(section._form.history, Qt.Key.Key_Return)
    assert section.editors["valid_from"].day() == TODAY - timedelta(days=400)
    assert section.editors["account"].value() == "4.9"


def test_a_desk_clerk_is_told_whose_business_it_is(page: SettingsPage, shell: Shell) -> None:
    section = opened(page)
    shell.desk.operator = operator(shell.desk, CIRCULATION)
    section.pick("card_fee")
    fill(section, amount_rp=10_000, legal_basis=BASIS)
    section.save()
    assert "tidak berwenang" in page.said()
    assert section._form.save.isEnabled()
    assert not any(isinstance(one.event, e.TariffAdopted) for one in journal(shell.desk))


def test_the_kind_words_change_with_the_language(page: SettingsPage, qtbot: QtBot) -> None:
    section = opened(page)
    section.pick("photocopy")
    language.use("en")
    try:
        qtbot.waitUntil(lambda: not section.rows["name"].isHidden())
        assert section.editors["kind"].count() == len(ChargeKind)
    finally:
        language.use("id")
