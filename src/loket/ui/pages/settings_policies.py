"""Loan policies: the matrix of member type and collection kind, the form beside it, and the rules tried out below."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidgetItem, QWidget

from loket.domain.entities import Counting, FineMode, GraceIn, GraceKind, LoanPolicy
from loket.domain.policy import ANY, DEFAULT_POLICY
from loket.services.desk import Rules, read_rules
from loket.services.settings import adopt_policy, retire_policy
from loket.ui import theme
from loket.ui.forms.ui_settings_policies import Ui_PoliciesSection
from loket.ui.pages.settings_parts import Choice, Line, Number, Section, YesNo, in_order
from loket.ui.presenters.settings_policies import Trial, matrix, policy_of, shown_fields, try_rules
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, kind_word, member_type_word, say
from loket.ui.texts_settings import (
    choice_word,
    collection_word,
    length_text,
    limit_text,
    pair_text,
    renewals_text,
    sanction_text,
    trial_text,
    type_word,
    word,
)
from loket.ui.widgets import FormRow

CONTEXT = "Settings"
FORM_PX, ROW_PX, HEADER_PX, CELL_PX, NARROW_PX = 352, 34, 46, 82, 80
SCROLL_BAR_PX = 14  # room for one where the kinds are many
LATE_BY = timedelta(days=5)  # the example in the simulator, until another day is chosen
WIDE = ("fine_mode", "fine_per_day_rp", "legal_basis", "grace_kind", "grace_in")  # their errors are long sentences
CHOICE_FIELDS: dict[str, tuple[Any, ...]] = {
    "counting": tuple(Counting),
    "fine_mode": tuple(FineMode),
    "grace_kind": tuple(GraceKind),
    "grace_in": tuple(GraceIn),
}
FIELD_WORDS: dict[str, tuple[str, str]] = {
    "member_type": (QT_TRANSLATE_NOOP("Settings", "Untuk anggota"), ""),
    "collection_kind": (QT_TRANSLATE_NOOP("Settings", "Untuk koleksi"), ""),
    "loan_days": (QT_TRANSLATE_NOOP("Settings", "Lama pinjam"), ""),
    "counting": (QT_TRANSLATE_NOOP("Settings", "Hari dihitung"), ""),
    "max_titles": (QT_TRANSLATE_NOOP("Settings", "Judul sekaligus"), QT_TRANSLATE_NOOP("Settings", "SOP: 2 judul")),
    "max_items": (
        QT_TRANSLATE_NOOP("Settings", "Eksemplar sekaligus"),
        QT_TRANSLATE_NOOP("Settings", "SOP: 2 eksemplar"),
    ),
    "renewals": (
        QT_TRANSLATE_NOOP("Settings", "Boleh diperpanjang"),
        QT_TRANSLATE_NOOP("Settings", "0: tidak boleh"),
    ),
    "renewal_days": (QT_TRANSLATE_NOOP("Settings", "Lama perpanjangan"), ""),
    "fine_mode": (
        QT_TRANSLATE_NOOP("Settings", "Bila terlambat"),
        QT_TRANSLATE_NOOP("Settings", "Denda uang hanya bila ada peraturan daerahnya."),
    ),
    "fine_per_day_rp": (
        QT_TRANSLATE_NOOP("Settings", "Denda per eksemplar sehari"),
        QT_TRANSLATE_NOOP("Settings", "Tarif menurut peraturan di bawah."),
    ),
    "legal_basis": (
        QT_TRANSLATE_NOOP("Settings", "Dasar hukum"),
        QT_TRANSLATE_NOOP("Settings", "Nomor dan tahun perda atau perbup."),
    ),
    "fine_cap_rp": (QT_TRANSLATE_NOOP("Settings", "Denda paling banyak"), ""),
    "suspension_per_day_days": (
        QT_TRANSLATE_NOOP("Settings", "Tangguh per hari"),
        QT_TRANSLATE_NOOP("Settings", "Lazimnya sama: 1 hari"),
    ),
    "suspension_cap_days": (QT_TRANSLATE_NOOP("Settings", "Tangguh paling lama"), ""),
    "grace_days": (
        QT_TRANSLATE_NOOP("Settings", "Hari tenggang"),
        QT_TRANSLATE_NOOP("Settings", "Hari terakhir masih bebas"),
    ),
    "closed_days_free": (
        QT_TRANSLATE_NOOP("Settings", "Hari tutup"),
        QT_TRANSLATE_NOOP("Settings", "Juga jatuh tempo tutup"),
    ),
    "grace_kind": (
        QT_TRANSLATE_NOOP("Settings", "Bila tenggang terlewat"),
        QT_TRANSLATE_NOOP("Settings", "SLiMS menghitung semua hari."),
    ),
    "grace_in": (QT_TRANSLATE_NOOP("Settings", "Tenggang memakai"), ""),
}
UNITS = {
    "loan_days": QT_TRANSLATE_NOOP("Settings", "hari"),
    "max_titles": QT_TRANSLATE_NOOP("Settings", "judul"),
    "max_items": QT_TRANSLATE_NOOP("Settings", "eksemplar"),
    "renewals": QT_TRANSLATE_NOOP("Settings", "kali"),
    "renewal_days": QT_TRANSLATE_NOOP("Settings", "hari"),
    "suspension_per_day_days": QT_TRANSLATE_NOOP("Settings", "hari"),
    "suspension_cap_days": QT_TRANSLATE_NOOP("Settings", "hari"),
    "grace_days": QT_TRANSLATE_NOOP("Settings", "hari"),
}
NO_CAP = QT_TRANSLATE_NOOP("Settings", "tanpa batas")


class PoliciesSection(Section):
    """Choose a cell: the form shows what is written there, or what would be written. Saving replaces, never alters."""

    TITLE = QT_TRANSLATE_NOOP("Settings", "Aturan peminjaman")
    ABOUT = QT_TRANSLATE_NOOP("Settings", "Siapa boleh meminjam apa, berapa lama. Pinjaman lama tetap pada aturannya.")
    ICON = "books"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._form = Ui_PoliciesSection()
        self._form.setupUi(self)
        self._rules: Rules | None = None
        self._base = DEFAULT_POLICY  # what the form was filled from
        self._pair = (ANY, ANY)
        self._written = False
        self._shown: frozenset[str] = frozenset()
        self._returned_chosen = False
        self.editors: dict[str, Any] = {}
        self._build_form()
        self._build_trial()
        self._build_matrix()
        trial = (self.try_type, self.try_kind, self.try_lent, self.try_returned)
        in_order(self._form.matrix, *self.editors.values(), self._form.save, self._form.retire, *trial)
        theme.current().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def activate(self) -> None:
        self.shell.jobs.start(self._read, self._show, lane="read", owner=self)

    def retranslate(self) -> None:
        form = self._form
        for name, (name_word, hint) in FIELD_WORDS.items():
            self.rows[name].set_label(word(name_word))
            self.rows[name].set_hint(word(hint) if hint else "")
        for name, values in CHOICE_FIELDS.items():
            self.editors[name].set_choices((value, choice_word(value)) for value in values)
        for name, unit in UNITS.items():
            self.editors[name].set_unit(word(unit))
        for name in ("fine_cap_rp", "suspension_cap_days"):
            self.editors[name].setSpecialValueText(word(NO_CAP))
        self.editors["closed_days_free"].setText(say(CONTEXT, "tidak dihitung"))
        for name_label, editor, text in (
            (form.type_label, form.try_type, say(CONTEXT, "Anggota")),
            (form.kind_label, form.try_kind, say(CONTEXT, "Koleksi")),
            (form.lent_label, form.try_lent, say(CONTEXT, "Dipinjam")),
            (form.returned_label, form.try_returned, say(CONTEXT, "Kembali")),
        ):
            name_label.setText(text)
            name_label.setBuddy(editor)
            editor.setAccessibleName(text)
        form.trial_title.setText(say(CONTEXT, "Coba aturan"))
        form.save.set_text(say(CONTEXT, "Simpan aturan"))
        form.retire.set_text(say(CONTEXT, "Cabut aturan"))
        form.matrix.setAccessibleName(say(CONTEXT, "Aturan menurut jenis anggota dan jenis koleksi"))
        if self._rules is not None:
            self._offer(self._rules)
            self._fill_matrix(self._rules)
            self._show_title()
            self._try()

    def pick(self, member_type: str, collection_kind: str) -> None:
        """Show the terms of one pair in the form, written or not."""
        if self._rules is None:
            return
        policy, written = matrix(self._rules)[(member_type, collection_kind)]
        self._pair = (member_type, collection_kind)
        self._base = policy if written else replace(policy, member_type=member_type, collection_kind=collection_kind)
        self._written = written
        self.clear_errors()
        for name, editor in self.editors.items():
            editor.set_value(getattr(self._base, name))
        self._mark_cell()
        self._aim_trial()
        self._show_fields()
        self._show_title()
        self._try()

    def draft(self) -> LoanPolicy:
        """The terms as they stand in the form."""
        return policy_of({name: editor.value() for name, editor in self.editors.items()}, self._base)

    def save(self) -> None:
        draft, desk = self.draft(), self.shell.desk
        replaces = self._base.id if self._written else None
        self.clear_errors()
        self._form.save.setEnabled(False)
        self.shell.jobs.start(
            lambda: (adopt_policy(desk, draft, replaces), self._read()),
            self._saved,
            self._failed,
            lane="write",
            owner=self,
        )

    def retire(self) -> None:
        policy_id, desk = self._base.id, self.shell.desk
        self.shell.jobs.start(
            lambda: (retire_policy(desk, policy_id), self._read()),
            self._retired,
            self._failed,
            lane="write",
            owner=self,
        )

    # ---- what is shown --------------------------------------------------------------------------------------------

    def _read(self) -> Rules:
        with self.shell.desk.view() as act:
            return read_rules(act.driver)

    def _show(self, rules: Rules) -> None:
        fresh = self._rules is None
        self._rules = rules
        self._offer(rules)
        if fresh:
            today = self.shell.desk.today()
            self.try_lent.set_day(today)
        self._fill_matrix(rules)
        if fresh or self._pair not in matrix(rules):
            self.pick(ANY, ANY)
        else:
            self._try()

    def _saved(self, done: tuple[LoanPolicy, Rules]) -> None:
        policy, rules = done
        self._pair = (policy.member_type, policy.collection_kind)
        self._tell(rules, say(CONTEXT, "Aturan {pair} disimpan dan berlaku mulai sekarang.", pair=pair_text(policy)))

    def _retired(self, done: tuple[bool, Rules]) -> None:
        self._tell(done[1], say(CONTEXT, "Aturan dicabut. Pinjaman lama tetap memakai aturannya."))

    def _tell(self, rules: Rules, sentence: str) -> None:
        self._form.save.setEnabled(True)
        self._show(rules)
        self.pick(*self._pair)
        self.shell.changes.tell("rules", self)
        self.done(sentence)

    def _failed(self, error: Exception) -> None:
        self._form.save.setEnabled(True)
        self.fail(error)

    def _offer(self, rules: Rules) -> None:
        """The library's own member types and kinds in all choices."""
        types, kinds = rules.settings.member_types, rules.settings.collection_kinds
        self.editors["member_type"].set_choices((value, type_word(value)) for value in (ANY, *types))
        self.editors["collection_kind"].set_choices((value, collection_word(value)) for value in (ANY, *kinds))
        self.try_type.set_choices((value, member_type_word(value)) for value in types)
        lent = [kind for kind in kinds if kind not in rules.settings.never_lent]
        self.try_kind.set_choices((value, kind_word(value)) for value in lent)

    def _fill_matrix(self, rules: Rules) -> None:
        table, cells = self._form.matrix, matrix(rules)
        settings = rules.settings
        types = (ANY, *settings.member_types)
        kinds = (ANY, *(kind for kind in settings.collection_kinds if kind not in settings.never_lent))
        table.blockSignals(True)
        table.setRowCount(len(types))
        table.setColumnCount(len(kinds))
        table.setVerticalHeaderLabels([type_word(value) for value in types])
        table.setHorizontalHeaderLabels([collection_word(value) for value in kinds])
        for row, member_type in enumerate(types):
            for column, kind in enumerate(kinds):
                policy, written = cells[(member_type, kind)]
                table.setItem(row, column, _cell(policy, written, (member_type, kind)))
        table.blockSignals(False)
        self._mark_cell()
        table.setFixedHeight(
            table.horizontalHeader().sizeHint().height() + len(types) * theme.current().px(ROW_PX) + 14
        )
        self._form.legend.setText(self._legend(rules))

    def _mark_cell(self) -> None:
        """Put the matrix's cursor on the pair in the form."""
        table = self._form.matrix
        for row in range(table.rowCount()):
            for column in range(table.columnCount()):
                item = table.item(row, column)
                if item is not None and tuple(item.data(Qt.ItemDataRole.UserRole)) == self._pair:
                    table.blockSignals(True)
                    table.setCurrentItem(item)
                    table.blockSignals(False)

    def _legend(self, rules: Rules) -> str:
        legend = say(CONTEXT, "Isi kotak: lama pinjam · eksemplar. Tebal: tertulis untuk kotak itu; lainnya menurun.")
        never = [kind for kind in rules.settings.collection_kinds if kind in rules.settings.never_lent]
        if never:
            kinds = ", ".join(kind_word(kind) for kind in never)
            legend += " " + say(CONTEXT, "Hanya dibaca di tempat: {kinds}.", kinds=kinds)
        return legend

    def _show_title(self) -> None:
        pair = replace(self._base, member_type=self._pair[0], collection_kind=self._pair[1])
        self._form.form_title.setText(pair_text(pair))
        if self._written:
            state = say(CONTEXT, "Tertulis; yang disimpan menggantikannya.")
        else:
            source = self._source()
            state = say(CONTEXT, "Belum tertulis; kini memakai {source}.", source=source)
        self._form.form_state.setText(state)
        self._form.retire.setVisible(self._written)

    def _source(self) -> str:
        assert self._rules is not None
        policy, _ = matrix(self._rules)[self._pair]
        return say(CONTEXT, "aturan bawaan") if policy.id == DEFAULT_POLICY.id else pair_text(policy)

    def _show_fields(self) -> None:
        """The fields that mean something, without holes between them."""
        shown = shown_fields(self.editors["fine_mode"].value(), self.editors["grace_days"].value())
        if shown == self._shown:
            return
        self._shown = shown
        grid, place = self._form.grid, 0
        for name, row in self.rows.items():
            grid.removeWidget(row)
            row.setVisible(name in shown)
            if name not in shown:
                continue
            wide = name in WIDE
            place += place % 2 if wide else 0
            grid.addWidget(row, place // 2, place % 2, 1, 2 if wide else 1)
            place += 2 if wide else 1

    # ---- trying out -----------------------------------------------------------------------------------------------

    def _aim_trial(self) -> None:
        """Let the simulator look at what was picked."""
        member_type, kind = self._pair
        if member_type != ANY:
            self.try_type.set_value(member_type)
        if kind != ANY:
            self.try_kind.set_value(kind)
        self._returned_chosen = False

    def _try(self) -> None:
        if self._rules is None:
            return
        if not self._returned_chosen:
            due_on = self._tried(self._rules, self.try_lent.day()).due.on
            self.try_returned.blockSignals(True)
            self.try_returned.set_day(due_on + LATE_BY)
            self.try_returned.blockSignals(False)
        trial = self._tried(self._rules, self.try_returned.day())
        text = trial_text(trial.policy, trial.lent_on, trial.due, trial.returned_on, trial.late, trial.draft)
        self._form.trial_rule.setText(text.rule)
        self._form.trial_due.setText(text.due)
        self._form.trial_late.setText(text.late)

    def _tried(self, rules: Rules, returned_on: date) -> Trial:
        draft = self.draft()
        return try_rules(
            rules,
            self.try_type.value(),
            self.try_kind.value(),
            self.try_lent.day(),
            returned_on,
            draft=draft if draft != self._base else None,
            replaces=self._base.id if self._written else None,
        )

    def trial_sentences(self) -> tuple[str, str, str]:
        """What the simulator says now."""
        return self._form.trial_rule.text(), self._form.trial_due.text(), self._form.trial_late.text()

    def _returned_changed(self) -> None:
        self._returned_chosen = True
        self._try()

    # ---- how it is built ------------------------------------------------------------------------------------------

    def _build_form(self) -> None:
        for name in FIELD_WORDS:
            editor = self.editors[name] = self._editor(name)
            self.add_row(name, FormRow(self), editor)
            editor.changed.connect(self._form_changed)
        self._form.grid.setColumnStretch(0, 1)
        self._form.grid.setColumnStretch(1, 1)
        self._form.grid.setRowStretch(len(FIELD_WORDS), 1)
        self._form.save.setProperty("role", "primary")
        self._form.retire.setProperty("role", "danger")
        self._form.save.clicked.connect(self.save)
        self._form.retire.clicked.connect(self.retire)

    def _editor(self, name: str) -> Choice | Line | Number | YesNo:
        default = getattr(DEFAULT_POLICY, name)
        if name in CHOICE_FIELDS or name in ("member_type", "collection_kind"):
            choice = Choice(self)
            choice.set_choices((value, str(value)) for value in CHOICE_FIELDS.get(name, (ANY,)))
            return choice
        if isinstance(default, bool):
            return YesNo(self)
        if isinstance(default, int):
            number = Number(self, most=10_000_000 if name.endswith("_rp") else 999)
            if name.endswith("_rp"):
                number.set_unit("Rp")
                number.setSingleStep(500)
            return number
        return Line(self)

    def _build_trial(self) -> None:
        form = self._form
        self.try_type, self.try_kind = form.try_type, form.try_kind
        self.try_lent, self.try_returned = form.try_lent, form.try_returned
        form.trial_grid.setColumnStretch(1, 1)
        form.trial_grid.setColumnStretch(3, 1)
        self.try_type.changed.connect(self._try)
        self.try_kind.changed.connect(self._try)
        self.try_lent.dateChanged.connect(lambda _: self._try())
        self.try_returned.dateChanged.connect(lambda _: self._returned_changed())

    def _build_matrix(self) -> None:
        table = self._form.matrix
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setShowGrid(False)
        table.setCornerButtonEnabled(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionsClickable(False)
        table.verticalHeader().setSectionsClickable(False)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap)
        )
        table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.currentItemChanged.connect(self._cell_chosen)

    def _cell_chosen(self, item: QTableWidgetItem | None) -> None:
        if item is not None:
            self.pick(*item.data(Qt.ItemDataRole.UserRole))

    def _form_changed(self) -> None:
        self._show_fields()
        self._try()

    def _restyle(self) -> None:
        px = theme.current().px
        for widget in (self._form.scroll, self._form.form_title, self._form.form_state):
            widget.setFixedWidth(px(FORM_PX))
        for editor in self.editors.values():
            editor.setMinimumWidth(px(NARROW_PX))
        self._form.matrix.verticalHeader().setDefaultSectionSize(px(ROW_PX))
        self._form.matrix.horizontalHeader().setFixedHeight(px(HEADER_PX))
        self._form.matrix.horizontalHeader().setMinimumSectionSize(px(CELL_PX))
        if self._rules is not None:
            self._fill_matrix(self._rules)


def _cell(policy: LoanPolicy, written: bool, pair: tuple[str, str]) -> QTableWidgetItem:
    if policy.counting is Counting.OPEN_DAYS:
        text = say(CONTEXT, "{days} buka · {items}", days=policy.loan_days, items=policy.max_items)
    else:
        text = say(CONTEXT, "{days} hari · {items}", days=policy.loan_days, items=policy.max_items)
    item = QTableWidgetItem(text)
    item.setData(Qt.ItemDataRole.UserRole, pair)
    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
    state = say(CONTEXT, "tertulis") if written else say(CONTEXT, "menurun dari {source}", source=_name(policy))
    terms = (length_text(policy), limit_text(policy), renewals_text(policy), sanction_text(policy), state)
    item.setToolTip("\n".join(terms))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(terms))
    item.setForeground(theme.current().qcolor("ink" if written else "ink-2"))
    font = QFont()
    font.setPointSizeF(theme.current().points(9.5))
    font.setWeight(QFont.Weight.Bold if written else QFont.Weight.Normal)
    item.setFont(font)
    return item


def _name(policy: LoanPolicy) -> str:
    return say(CONTEXT, "aturan bawaan") if policy.id == DEFAULT_POLICY.id else pair_text(policy)
