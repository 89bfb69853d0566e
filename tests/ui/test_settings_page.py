"""The settings page on real services: what is set there is in force, and what cannot be says so at its field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fakes import ADMIN, HASHER, PASSWORDS, SUPERVISOR, new_desk, operator
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from stock import adopt, close_days, journal, row

from loket.db.backup import verify_backup
from loket.db.keys import key_from_recovery
from loket.domain.entities import ChargeKind, ClosedDay, Counting, FineMode, GraceKind, LoanPolicy, Rule
from loket.domain.errors import RefusalCode, Refused
from loket.domain.member_form import Mode
from loket.domain.policy import ANY
from loket.domain.settings import DEFAULTS, Settings
from loket.services.desk import Rules, read_rules
from loket.services.operators import SignIns, operators, sign_in
from loket.ui import preferences, theme
from loket.ui.jobs import InlineJobs
from loket.ui.pages.settings import SECTIONS, SettingsPage
from loket.ui.pages.settings_backup import BackupSection, recovery_key
from loket.ui.pages.settings_closed_days import ClosedDaysSection
from loket.ui.pages.settings_looks import LooksSection
from loket.ui.pages.settings_operators import OperatorsSection
from loket.ui.pages.settings_policies import CHOICE_FIELDS, FIELD_WORDS, PoliciesSection
from loket.ui.pages.settings_rules import RulesSection
from loket.ui.pages.settings_station import StationSection
from loket.ui.presenters.rule_rows import RuleKind
from loket.ui.presenters.settings_policies import EDITED, matrix, shown_fields, try_rules
from loket.ui.presenters.settings_rules import ROWS, value_text, words_of
from loket.ui.shell import Shell
from loket.ui.sounds import Sounds
from loket.ui.texts_settings import CHOICES


@pytest.fixture
def shell(tmp_path: Path, qapp: QApplication) -> Iterator[Shell]:
    desk = new_desk(tmp_path)
    desk.operator = operator(desk, ADMIN)
    yield Shell(desk, InlineJobs(), Sounds(muted=True), HASHER, SignIns(HASHER), tmp_path)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # closed pages must not be restyled for ever


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(shell)
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.show()
    return made


def rules(shell: Shell) -> Rules:
    with shell.desk.view() as act:
        return read_rules(act.driver)


def section(page: SettingsPage, kind: type[Any]) -> Any:
    return page.show_section(kind)


def told(shell: Shell) -> list[str]:
    kinds: list[str] = []
    shell.changes.happened.connect(lambda kind, _by: kinds.append(kind))
    return kinds


# ---- general rules --------------------------------------------------------------------------------------------------


def test_every_setting_has_one_row_with_words() -> None:
    assert sorted(rule.key for rule in ROWS) == sorted(field.name for field in fields(Settings))
    for rule in ROWS:
        assert rule.label
        assert rule.hint
        assert value_text(rule, rule.default)
        assert all(choice in CHOICES[type(choice)] for choice in rule.choices)


def test_every_row_shows_what_is_in_force_and_its_default(page: SettingsPage) -> None:
    made: RulesSection = section(page, RulesSection)
    assert {key: line.value() for key, line in made.lines.items()} == {
        key: getattr(DEFAULTS, key) for key in made.lines
    }
    assert made.changed_rules() == {}


def test_changed_rules_are_booked_and_the_others_are_not(page: SettingsPage, shell: Shell) -> None:
    made: RulesSection = section(page, RulesSection)
    kinds = told(shell)
    made.lines["weekly_closed"].set_value((4, 6))
    made.lines["idle_lock_min"].set_value(0)
    made.lines["never_lent"].editor.setText("Referensi; deposit,, referensi")
    made.save()
    found = rules(shell).settings
    assert (found.weekly_closed, found.idle_lock_min, found.never_lent) == ((4, 6), 0, ("referensi", "deposit"))
    assert row(shell.desk, Rule, "cap_at_expiry") is None
    assert kinds == ["rules"]
    assert "disimpan" in page.said()


def test_choices_keep_their_own_type(page: SettingsPage, shell: Shell) -> None:
    made: RulesSection = section(page, RulesSection)
    line = made.lines["push_off_closed"]
    line.editor.setCurrentIndex(1)
    made.save()
    assert rules(shell).settings.push_off_closed is list(type(DEFAULTS.push_off_closed))[1]


def test_a_rule_goes_back_to_its_default(page: SettingsPage, shell: Shell) -> None:
    made: RulesSection = section(page, RulesSection)
    line = made.lines["double_scan_ms"]
    assert not line.reset.isVisible()
    line.set_value(400)
    made.save()
    assert line.reset.isVisible()
    line.reset.click()
    made.save()
    assert rules(shell).settings.double_scan_ms == DEFAULTS.double_scan_ms


def test_one_wrong_rule_is_marked_and_none_is_booked(page: SettingsPage, shell: Shell) -> None:
    made: RulesSection = section(page, RulesSection)
    made.lines["member_types"].editor.setText(" , ")
    made.lines["idle_lock_min"].set_value(3)
    before = len(journal(shell.desk))
    made.save()
    assert made.lines["member_types"].error()
    assert not made.lines["idle_lock_min"].error()
    assert len(journal(shell.desk)) == before
    assert made.lines["idle_lock_min"].value() == 3  # input is kept


def test_what_only_the_treasurer_receives_is_ticked(page: SettingsPage, shell: Shell) -> None:
    made: RulesSection = section(page, RulesSection)
    line = made.lines["treasurer_only"]
    line.editor.boxes[ChargeKind.FINE].click()
    line.editor.boxes[ChargeKind.CARD_FEE].click()
    assert made.changed_rules() == {"treasurer_only": ("lost", "damaged", "card_fee")}
    made.save()
    assert rules(shell).settings.treasurer_only == ("lost", "damaged", "card_fee")


def test_a_pattern_of_receipt_numbers_says_what_is_missing(page: SettingsPage, shell: Shell) -> None:
    made: RulesSection = section(page, RulesSection)
    made.lines["receipt_no_format"].set_value("{running}/{kind}/{station}")
    before = len(journal(shell.desk))
    made.save()
    assert "Tahun" in made.lines["receipt_no_format"].error()
    assert len(journal(shell.desk)) == before


def test_the_member_form_is_switched_field_by_field(page: SettingsPage, shell: Shell) -> None:
    made: RulesSection = section(page, RulesSection)
    line = made.lines["member_form"]
    email = line.editor.choices["email"]
    email.setFocus()
    QTest.keyClick(email, Qt.Key.Key_Up)
    line.editor.choices["phone"].set_value(Mode.REQUIRED)
    assert set(made.changed_rules()) == {"member_form"}
    made.save()
    assert rules(shell).settings.member_form == ("phone:required", "email:off")
    line.reset.click()
    made.save()
    assert rules(shell).settings.member_form == ()


def test_a_number_pattern_that_could_clash_says_what_is_missing(page: SettingsPage, shell: Shell) -> None:
    made: RulesSection = section(page, RulesSection)
    made.lines["member_no_format"].set_value("{running}")
    made.lines["privacy_notice"].set_value("  Pemberitahuan baru. ")
    made.save()
    assert "Kode loket harus ada" in made.lines["member_no_format"].error()
    made.lines["member_no_format"].set_value("{station}-{running}")
    made.save()
    assert rules(shell).settings.privacy_notice == "Pemberitahuan baru."


def test_words_are_tidied() -> None:
    assert words_of("  Anak , umum;ANAK,, guru  besar ") == ("anak", "umum", "guru besar")
    assert {rule.kind for rule in ROWS} == set(RuleKind)


# ---- loan policies --------------------------------------------------------------------------------------------------


def test_the_form_asks_for_every_term_of_a_policy() -> None:
    assert set(FIELD_WORDS) == {field.name for field in fields(LoanPolicy)} - {"id", "retired"}
    assert all(choice in CHOICES[type(choice)] for values in CHOICE_FIELDS.values() for choice in values)


def test_terms_without_meaning_are_not_asked() -> None:
    none, both = shown_fields(FineMode.NONE, 0), shown_fields(FineMode.BOTH, 2)
    assert both == frozenset(EDITED)
    assert not none & {"fine_per_day_rp", "legal_basis", "suspension_per_day_days", "grace_days", "grace_kind"}
    assert "grace_kind" not in shown_fields(FineMode.MONEY, 0)


def test_a_cell_without_terms_is_written_by_saving(page: SettingsPage, shell: Shell) -> None:
    made: PoliciesSection = section(page, PoliciesSection)
    made.pick("pelajar", "umum")
    made.editors["loan_days"].set_value(14)
    made.editors["counting"].set_value(Counting.OPEN_DAYS)
    made.save()
    [policy] = rules(shell).policies
    assert (policy.member_type, policy.collection_kind) == ("pelajar", "umum")
    assert policy.loan_days == 14
    assert policy.counting is Counting.OPEN_DAYS
    assert "Pelajar × Umum" in page.said()


def test_saving_a_written_cell_replaces_it(page: SettingsPage, shell: Shell) -> None:
    old = adopt(shell.desk, member_type="anak", max_items=3)
    made: PoliciesSection = section(page, PoliciesSection)
    made.activate()
    made.pick("anak", ANY)
    assert made.editors["max_items"].value() == 3
    made.editors["max_items"].set_value(4)
    made.save()
    [policy] = rules(shell).policies
    assert policy.max_items == 4
    assert row(shell.desk, LoanPolicy, old.id).retired


def test_a_policy_is_taken_out_of_force(page: SettingsPage, shell: Shell) -> None:
    adopt(shell.desk, member_type="anak")
    made: PoliciesSection = section(page, PoliciesSection)
    made.activate()
    made.pick("anak", ANY)
    made.retire()
    assert rules(shell).policies == ()


def test_money_without_a_legal_basis_is_refused_at_the_field(page: SettingsPage, shell: Shell) -> None:
    made: PoliciesSection = section(page, PoliciesSection)
    made.pick(ANY, ANY)
    made.editors["fine_mode"].set_value(FineMode.MONEY)
    made.editors["fine_per_day_rp"].set_value(500)
    made.save()
    assert "dasar hukum" in made.rows["legal_basis"].error()
    assert rules(shell).policies == ()
    made.editors["legal_basis"].set_value("Perda No. 1/2024")
    made.save()
    assert rules(shell).policies[0].fine_per_day_rp == 500
    assert not made.rows["legal_basis"].error()


def test_the_simulator_speaks_of_the_terms_being_written(page: SettingsPage, shell: Shell) -> None:
    adopt(shell.desk)
    made: PoliciesSection = section(page, PoliciesSection)
    made.activate()
    made.pick("pelajar", "umum")
    before = made.trial_sentences()
    assert "1 Des 2026 (7 hari)" in before[1]
    made.editors["loan_days"].setValue(3)
    rule, due, _ = made.trial_sentences()
    assert "sedang diisi" in rule
    assert "27 Nov 2026" in due
    assert rules(shell).policies[0].loan_days == 7  # nothing is booked by trying


def test_the_simulator_uses_the_real_rules(shell: Shell) -> None:
    adopt(
        shell.desk,
        member_type="pelajar",
        fine_mode=FineMode.MONEY,
        fine_per_day_rp=500,
        legal_basis="Perda",
        grace_days=1,
        grace_kind=GraceKind.SUBTRACTED,
    )
    close_days(shell.desk, date(2026, 12, 1))
    trial = try_rules(rules(shell), "pelajar", "umum", date(2026, 11, 24), date(2026, 12, 7))
    assert trial.due.on == date(2026, 12, 2)  # Tuesday the 1st is closed
    assert trial.late.calendar_days == 5
    assert trial.late.closed_days == 1  # Sunday the 6th
    assert trial.late.fine_rp == 3 * 500  # one more is grace
    assert not trial.draft


def test_a_draft_stands_in_for_what_it_replaces(shell: Shell) -> None:
    old = adopt(shell.desk, member_type="anak", loan_days=3)
    draft = replace(old, member_type="umum", loan_days=5)
    known = rules(shell)
    lent, back = date(2026, 11, 24), date(2026, 11, 25)
    assert try_rules(known, "anak", "umum", lent, back).policy.loan_days == 3
    moved = try_rules(known, "anak", "umum", lent, back, draft=draft, replaces=old.id)
    assert (moved.policy.loan_days, moved.draft) == (7, False)
    assert try_rules(known, "umum", "umum", lent, back, draft=draft, replaces=old.id).policy.loan_days == 5


def test_the_matrix_says_what_is_written_and_what_is_inherited(shell: Shell) -> None:
    adopt(shell.desk, loan_days=9)
    adopt(shell.desk, member_type="anak", collection_kind="anak", loan_days=4)
    cells = matrix(rules(shell))
    assert cells[("anak", "anak")][0].loan_days == 4
    assert cells[("anak", "anak")][1]
    assert cells[("umum", "anak")][0].loan_days == 9
    assert not cells[("umum", "anak")][1]


def test_choosing_a_cell_by_keyboard_fills_the_form(page: SettingsPage, shell: Shell, qtbot: QtBot) -> None:
    adopt(shell.desk, member_type="anak", max_titles=5)
    made: PoliciesSection = section(page, PoliciesSection)
    made.activate()
    made.findChild(type(made._form.matrix), "matrix").setCurrentCell(1, 0)
    assert made.editors["member_type"].value() == "anak"
    assert made.editors["max_titles"].value() == 5


# ---- closed days ----------------------------------------------------------------------------------------------------


def test_a_range_of_days_is_declared_and_one_taken_back(page: SettingsPage, shell: Shell) -> None:
    made: ClosedDaysSection = section(page, ClosedDaysSection)
    made.first.set_day(date(2026, 12, 28))
    made.last.set_day(date(2026, 12, 30))
    made.name.set_value("Penataan rak")
    made.add()
    assert [on.day for on in rules(shell).calendar.dated] == [28, 29, 30]
    made._form.days.select_row(0)
    made.withdraw()
    assert [on.day for on in rules(shell).calendar.dated] == [29, 30]


@pytest.mark.parametrize(
    ("last", "name", "field"),
    [
        (date(2026, 11, 1), "Libur", "last"),
        (date(2027, 11, 1), "Libur", "last"),
        (date(2026, 12, 1), "  ", "name"),
    ],
)
def test_a_wrong_range_is_marked(page: SettingsPage, shell: Shell, last: date, name: str, field: str) -> None:
    made: ClosedDaysSection = section(page, ClosedDaysSection)
    made.first.set_day(date(2026, 11, 30))
    made.last.set_day(last)
    made.name.set_value(name)
    made.add()
    assert made.rows[field].error()
    assert rules(shell).calendar.dated == {}


def test_national_days_are_shown_first_and_never_doubled(page: SettingsPage, shell: Shell) -> None:
    own = ClosedDay(date(2026, 12, 25), "Nama sendiri")
    close_days(shell.desk, own.on)
    made: ClosedDaysSection = section(page, ClosedDaysSection)
    made.activate()
    made.load_national()
    before = dict(rules(shell).calendar.dated)
    assert before == {own.on: "Libur contoh"}  # looking books nothing
    made.sheet.accept()
    dated = rules(shell).calendar.dated
    assert dated[own.on] == "Libur contoh"
    assert len(dated) == 1 + made.sheet.lines.count()
    made.load_national()
    assert not made.sheet.accept_button().isEnabled()
    made.sheet.reject()


def test_a_file_shows_its_bad_rows_and_brings_its_good_ones(page: SettingsPage, shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "hari.csv"
    file.write_text("tanggal,nama,jenis\n2026-11-28,Hari Jadi,libur daerah\n31 Februari,Salah,\n", encoding="utf-8")
    made: ClosedDaysSection = section(page, ClosedDaysSection)
    made.choose_file = lambda: file
    made.import_file()
    assert "Baris 3" in made.sheet.lines.item(0).text()
    made.sheet.accept()
    assert rules(shell).calendar.dated == {date(2026, 11, 28): "Hari Jadi"}


def test_weekly_closed_days_are_set_at_once(page: SettingsPage, shell: Shell) -> None:
    made: ClosedDaysSection = section(page, ClosedDaysSection)
    made.weekly.set_value((0, 6))
    made.weekly.changed.emit()
    assert rules(shell).settings.weekly_closed == (0, 6)
    made.weekly.set_value(range(7))
    made.weekly.changed.emit()  # a library that never opens
    assert made.rows["weekly_closed"].error()
    assert made.weekly.value() == (0, 6)


def test_the_calendar_knows_why_a_day_is_closed(page: SettingsPage, shell: Shell) -> None:
    close_days(shell.desk, date(2026, 12, 1))
    made: ClosedDaysSection = section(page, ClosedDaysSection)
    made.activate()
    calendar = made._form.calendar
    assert calendar.why(date(2026, 12, 1)) == "Libur contoh"
    assert "Minggu" in calendar.why(date(2026, 11, 29))
    assert calendar.why(date(2026, 11, 30)) == ""
    for day in (date(2026, 1, 1), date(2026, 8, 31), date(2026, 12, 31)):
        assert calendar.day_at(calendar._cell(day).center()) == day


# ---- operators ------------------------------------------------------------------------------------------------------


def test_somebody_new_can_sign_in(page: SettingsPage, shell: Shell) -> None:
    made: OperatorsSection = section(page, OperatorsSection)
    made.full_name.set_value("Petugas Baru")
    made.username.set_value("baru")
    made.password.setText("sandi panjang")
    made.again.setText("sandi panjang")
    made.save()
    assert sign_in(shell.desk, SignIns(HASHER), "baru", "sandi panjang").full_name == "Petugas Baru"


@pytest.mark.parametrize(
    ("username", "password", "again", "field"),
    [("x", "sandi panjang", "sandi panjang", "username"), ("baru", "pendek", "pendek", "password"),
     ("baru", "sandi panjang", "lain", "again"), (ADMIN, "sandi panjang", "sandi panjang", "username")],
)  # fmt: skip
def test_each_mistake_is_marked_beside_its_field(
    page: SettingsPage, shell: Shell, username: str, password: str, again: str, field: str
) -> None:
    made: OperatorsSection = section(page, OperatorsSection)
    made.full_name.set_value("Petugas Baru")
    made.username.set_value(username)
    made.password.setText(password)
    made.again.setText(again)
    made.save()
    assert made.rows[field].error()
    assert len(operators(shell.desk)) == 3


def test_the_last_administrator_stays(page: SettingsPage, shell: Shell) -> None:
    made: OperatorsSection = section(page, OperatorsSection)
    made.choose(ADMIN)
    made.retire()
    assert "administrator terakhir" in page.said()
    assert operator(shell.desk, ADMIN).active


def test_roles_and_password_are_changed_and_an_account_closed(page: SettingsPage, shell: Shell) -> None:
    made: OperatorsSection = section(page, OperatorsSection)
    made.choose(SUPERVISOR)
    made.roles.set_value(("circulation",))
    made.password.setText("kata sandi baru")
    made.again.setText("kata sandi baru")
    made.save()
    assert operator(shell.desk, SUPERVISOR).roles == ("circulation",)
    assert made.password.text() == ""
    made.retire()
    assert not operator(shell.desk, SUPERVISOR).active
    with pytest.raises(Refused) as refused:
        sign_in(shell.desk, SignIns(HASHER), SUPERVISOR, "kata sandi baru")
    assert refused.value.code is RefusalCode.SIGN_IN_WRONG


def test_a_supervisor_may_only_look_at_operators(shell: Shell, qtbot: QtBot) -> None:
    shell.desk.operator = operator(shell.desk, SUPERVISOR)
    made = SettingsPage(shell)
    qtbot.addWidget(made)
    people: OperatorsSection = section(made, OperatorsSection)
    assert not people._form.save.isEnabled()
    assert "administrator" in people._form.form_state.text()


# ---- this counter ---------------------------------------------------------------------------------------------------


def test_library_and_counter_are_described(page: SettingsPage, shell: Shell) -> None:
    made: StationSection = section(page, StationSection)
    made.lines["name"].set_value("Perpustakaan Contoh Baru")
    made.station_code.set_value("m2")
    made.save()
    assert shell.desk.library.name == "Perpustakaan Contoh Baru"
    assert shell.desk.station.code == "M2"
    assert made.station_code.value() == "M2"


def test_neither_is_described_while_one_is_wrong(page: SettingsPage, shell: Shell) -> None:
    made: StationSection = section(page, StationSection)
    made.lines["name"].set_value("Perpustakaan Contoh Baru")
    made.station_code.set_value("meja dua")
    made.save()
    assert made.rows["station_code"].error()
    assert shell.desk.library.name == "Perpustakaan Umum Contoh"
    assert made.lines["name"].value() == "Perpustakaan Contoh Baru"


def test_looks_take_effect_and_are_kept(page: SettingsPage, shell: Shell, qtbot: QtBot) -> None:
    made: LooksSection = section(page, LooksSection)
    made.theme.changed.emit("dark")
    made.scale.changed.emit("125")
    made.sounds.click()
    made.volume.setValue(20)
    assert (theme.current().name, theme.current().scale) == ("dark", 1.25)
    assert shell.sounds.muted
    assert shell.sounds.volume == pytest.approx(0.2)
    qtbot.waitUntil(lambda: preferences.load(shell.data_dir).volume_percent == 20)
    kept = preferences.load(shell.data_dir)
    assert (kept.theme, kept.scale_percent, kept.sounds) == ("dark", 125, False)


def test_a_backup_is_made_on_both_media(page: SettingsPage, shell: Shell, tmp_path: Path) -> None:
    made: BackupSection = section(page, BackupSection)
    stick = tmp_path / "stick"
    stick.mkdir()
    made.choose = lambda: stick
    made._form.choose_mirror.click()
    made.back_up()
    for folder in (tmp_path / "backups", stick):
        [backup] = folder.glob("*.lktbak")
        assert verify_backup(backup, shell.desk.database.key).events == len(journal(shell.desk))
    assert str(tmp_path / "backups") in made._form.state_place.text()
    assert "media kedua" in page.said()


def test_a_missing_second_medium_spoils_nothing(page: SettingsPage, tmp_path: Path) -> None:
    made: BackupSection = section(page, BackupSection)
    made.mirror.set_value(str(tmp_path / "stick" / "loket"))
    made.keep_folders()
    assert "tidak ada sekarang" in made.rows["mirror_folder"].error()
    made.back_up()
    assert len(list((tmp_path / "backups").glob("*.lktbak"))) == 1
    assert "media kedua tidak" in page.said()


def test_the_recovery_key_needs_an_administrators_password(page: SettingsPage, shell: Shell) -> None:
    made: BackupSection = section(page, BackupSection)
    made.ask_key()
    secret: Any = made.sheet.secret.editor
    secret.setText("salah sekali")
    made.sheet.accept()
    assert made.sheet.secret.error()
    assert made.sheet.key.key() == ""
    secret.setText(PASSWORDS[ADMIN])
    made.sheet.accept()
    assert key_from_recovery(made.sheet.key.key()) == shell.desk.database.key
    made.sheet.reject()


def test_a_supervisor_does_not_see_the_recovery_key(shell: Shell) -> None:
    shell.desk.operator = operator(shell.desk, SUPERVISOR)
    with pytest.raises(Refused) as refused:
        recovery_key(shell, PASSWORDS[SUPERVISOR])
    assert refused.value.code is RefusalCode.ROLE_MISSING


# ---- the page -------------------------------------------------------------------------------------------------------


def test_sections_have_names_and_follow_each_other(page: SettingsPage) -> None:
    for number, kind in enumerate(SECTIONS):
        assert page._form.sections.item(number).text() == kind.title()
        assert isinstance(page.show_section(kind), kind)
        assert page.current.isVisible()


def test_a_late_word_of_a_section_that_was_left_is_not_said_over_another(page: SettingsPage) -> None:
    people: OperatorsSection = section(page, OperatorsSection)
    people.said.emit("Tersimpan.", "ok")
    assert page.said() == "Tersimpan."
    section(page, StationSection)
    people.said.emit("Layanan cetak mati.", "warn")
    assert page.said() == ""


def test_it_hears_of_rules_changed_elsewhere(page: SettingsPage, shell: Shell) -> None:
    made: ClosedDaysSection = section(page, ClosedDaysSection)
    close_days(shell.desk, date(2026, 12, 1))
    shell.changes.tell("rules")
    assert made._model.ids() == (date(2026, 12, 1),)


def test_tab_walks_from_the_last_field_to_save(page: SettingsPage, qtbot: QtBot, qapp: QApplication) -> None:
    page.activateWindow()
    qtbot.waitUntil(lambda: qapp.activeWindow() is page)
    people: OperatorsSection = section(page, OperatorsSection)
    people.again.setFocus()
    QTest.keyClick(people.again, Qt.Key.Key_Tab)
    assert page.focusWidget() is people._form.save
    station: StationSection = section(page, StationSection)
    station.lines["phone"].setFocus()
    QTest.keyClick(station.lines["phone"], Qt.Key.Key_Tab)
    assert page.focusWidget() is station.zone


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_every_section_fits_the_width_of_a_small_screen(page: SettingsPage, scale: float, qtbot: QtBot) -> None:
    theme.current().use(scale=scale)
    for kind in SECTIONS:
        made = page.show_section(kind)
        qtbot.waitUntil(lambda made=made: made.isVisible())
        room = 1366 - page._form.sections.minimumWidth() - 20 - 28
        assert made.minimumSizeHint().width() <= room, kind.__name__
