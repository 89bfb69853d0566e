"""General rules: one line for each named setting, built from the list in `presenters.settings_rules`."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from loket.domain.errors import InvalidInput
from loket.domain.settings import Settings
from loket.services.desk import read_rules
from loket.services.settings import change_rules, check_rule
from loket.ui import theme
from loket.ui.forms.ui_settings_rules import Ui_RulesSection
from loket.ui.pages.settings_hours import Clock, OpeningHours
from loket.ui.pages.settings_member_form import FormFields, Paragraph
from loket.ui.pages.settings_parts import ChargeKinds, Choice, Line, Number, Section, Weekdays, Words, YesNo
from loket.ui.presenters.recap_rules import SHIPPED_WORDS
from loket.ui.presenters.rule_rows import RuleKind, RuleRow
from loket.ui.presenters.settings_rules import GROUPS, days_of, value_text, words_of
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, invalid_text, say
from loket.ui.texts_settings import choice_word, word
from loket.ui.widgets import Button, FieldError, HLine, LiveFrame, label

CONTEXT = "Settings"
EDITOR_PX = 440


class RuleLine(LiveFrame):
    """One rule: what it is called and follows at the left, its value and its default at the right. Signal `changed`."""

    changed = Signal()

    def __init__(self, row: RuleRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self._label = label("", "body", self, wrap=True)
        self._hint = label("", "caption", self, wrap=True)
        self.editor = _editor(row, self)
        self._label.setBuddy(self.editor)
        self._below = FieldError(self)
        self.reset = Button(self, role="bare", icon="arrow-back-up")
        self.reset.clicked.connect(self._to_default)
        self.editor.changed.connect(self._edited)
        self._arrange()
        self.set_value(row.default)
        self.restyle()
        self.retranslate()

    def value(self) -> Any:
        """The value in its own type, as it stands in the editor."""
        if isinstance(self.editor, Words):
            read = days_of if self.row.kind is RuleKind.DAYS else words_of
            return read(self.editor.text())
        return self.editor.value()

    def set_value(self, value: Any) -> None:
        """Show a value without telling anybody."""
        if isinstance(self.editor, Words):
            self.editor.setText(", ".join(map(str, value)))
            self.editor.setCursorPosition(0)
        else:
            self.editor.set_value(value)
        self._show_default()

    def show_error(self, sentence: str) -> None:
        self._below.show_error(sentence)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def error(self) -> str:
        return self._below.error()

    def retranslate(self) -> None:
        self._label.setText(word(self.row.label))
        self._hint.setText(word(self.row.hint))
        self.editor.setAccessibleName(word(self.row.label))
        self.editor.setAccessibleDescription(word(self.row.hint))
        self.reset.setAccessibleName(say(CONTEXT, "Kembalikan ke bawaan"))
        self.reset.setToolTip(self.reset.accessibleName())
        if isinstance(self.editor, Choice):
            self.editor.set_choices((value, choice_word(value)) for value in self.row.choices)
        elif isinstance(self.editor, YesNo):
            self.editor.setText(say(CONTEXT, "ya"))
        elif isinstance(self.editor, Number):
            self.editor.set_unit("Rp" if self.row.key.endswith("_rp") else word(self.row.unit))
            self.editor.setSpecialValueText(word(self.row.special))
        elif isinstance(self.editor, Paragraph):
            self.editor.setPlaceholderText(SHIPPED_WORDS.get(self.row.key, ""))
        self._show_default()

    def restyle(self) -> None:
        px = theme.current().px
        self._below.setFixedWidth(px(EDITOR_PX))
        if not isinstance(self.editor, (ChargeKinds, OpeningHours, Weekdays, YesNo)):
            self.editor.setFixedWidth(px(180 if isinstance(self.editor, Number) else EDITOR_PX - 40))

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._label)
        words.addWidget(self._hint)
        words.addStretch(1)
        value = QHBoxLayout()
        value.setSpacing(6)
        value.addWidget(self.editor)
        value.addWidget(self.reset)
        value.addStretch(1)
        editing = QVBoxLayout()
        editing.setSpacing(2)
        editing.addLayout(value)
        editing.addWidget(self._below)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 10, 0, 8)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        grid.addLayout(words, 0, 0)
        grid.addLayout(editing, 0, 1)
        keep = self.reset.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(keep)

    def _edited(self) -> None:
        self._below.clear_error()
        self._show_default()
        self.changed.emit()

    def _to_default(self) -> None:
        self.set_value(self.row.default)
        self._edited()

    def _show_default(self) -> None:
        self.reset.setVisible(self.value() != self.row.default)
        self._below.set_hint(say(CONTEXT, "Bawaan: {value}", value=value_text(self.row, self.row.default)))


class RulesSection(Section):
    """All general rules. Changes wait for "Simpan", each then an event of its own."""

    TITLE = QT_TRANSLATE_NOOP("Settings", "Aturan umum")
    ABOUT = QT_TRANSLATE_NOOP("Settings", "Hal-hal yang berbeda di tiap perpustakaan. Berlaku di semua loket.")
    ICON = "list"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._form = Ui_RulesSection()
        self._form.setupUi(self)
        self._kept = Settings()
        self.lines: dict[str, RuleLine] = {}
        self._titles = [label("", "heading", self) for _ in GROUPS]
        self._build()
        self._form.save.setProperty("role", "primary")
        self._form.save.clicked.connect(self.save)
        self._form.discard.clicked.connect(self._discard)
        self.retranslate()

    def activate(self) -> None:
        self.shell.jobs.start(self._read, self._show, lane="read", owner=self)

    def retranslate(self) -> None:
        for title, group in zip(self._titles, GROUPS, strict=True):
            title.setText(word(group.title))
        self._form.save.set_text(say(CONTEXT, "Simpan"))
        self._form.discard.set_text(say(CONTEXT, "Batalkan perubahan"))
        self._count()

    def changed_rules(self) -> dict[str, Any]:
        """What stands in the form and is not saved."""
        wanted = {key: line.value() for key, line in self.lines.items()}
        return {key: value for key, value in wanted.items() if value != getattr(self._kept, key)}

    def save(self) -> None:
        wanted = self.changed_rules()
        if not self._all_usable(wanted):
            return

        def work() -> Settings:
            change_rules(self.shell.desk, wanted)
            return self._read()

        self._form.save.setEnabled(False)
        self.shell.jobs.start(work, self._saved, self._failed, lane="write", owner=self)

    def _all_usable(self, wanted: dict[str, Any]) -> bool:
        """Check all before the first is booked; each wrong one is marked."""
        wrong = False
        for key, value in reversed(wanted.items()):  # the cursor ends in the first wrong one
            try:
                check_rule(key, value)
            except InvalidInput as error:
                self._mark_rule(error)
                wrong = True
        return not wrong

    def _mark_rule(self, error: InvalidInput) -> None:
        self.lines[error.field].show_error(invalid_text(error))
        self._form.scroll.ensureWidgetVisible(self.lines[error.field])

    def _saved(self, settings: Settings) -> None:
        self._show(settings, keep_edits=False)
        self.shell.changes.tell("rules", self)
        self.done(say(CONTEXT, "Aturan disimpan dan langsung berlaku."))

    def _failed(self, error: Exception) -> None:
        self._count()
        self.fail(error)

    def _read(self) -> Settings:
        with self.shell.desk.view() as act:
            return read_rules(act.driver).settings

    def _show(self, settings: Settings, *, keep_edits: bool = True) -> None:
        edited = self.changed_rules() if keep_edits else {}
        self._kept = settings
        for key, line in self.lines.items():
            line.set_value(edited.get(key, getattr(settings, key)))
        self._count()

    def _discard(self) -> None:
        for key, line in self.lines.items():
            line.set_value(getattr(self._kept, key))
        self.said.emit("", "info")
        self._count()

    def _count(self) -> None:
        count = len(self.changed_rules())
        self._form.count.setText(say(CONTEXT, "{count} perubahan belum disimpan.", count=count) if count else "")
        self._form.save.setEnabled(count > 0)
        self._form.discard.setVisible(count > 0)

    def _build(self) -> None:
        for number, (title, group) in enumerate(zip(self._titles, GROUPS, strict=True)):
            if number:
                self._form.list.addSpacing(20)
            self._form.list.addWidget(title)
            self._form.list.addWidget(HLine(self))
            for row in group.rows:
                line = self.lines[row.key] = RuleLine(row, self)
                line.changed.connect(self._count)
                self._form.list.addWidget(line)
        self._form.list.addStretch(1)


Editor = ChargeKinds | Choice | FormFields | Line | Number | OpeningHours | Paragraph | Weekdays | Words | YesNo


def _editor(row: RuleRow, parent: QWidget) -> Editor:
    match row.kind:
        case RuleKind.YES_NO:
            return YesNo(parent)
        case RuleKind.CHOICE:
            choice = Choice(parent)
            choice.set_choices((value, str(value)) for value in row.choices)
            return choice
        case RuleKind.NUMBER:
            return Number(parent, least=row.least, most=row.most)
        case RuleKind.WEEKDAYS:
            return Weekdays(parent)
        case RuleKind.TEXT:
            return Line(parent)
        case RuleKind.CLOCK:
            return Clock(parent)
        case RuleKind.HOURS:
            return OpeningHours(parent)
        case RuleKind.PARAGRAPH:
            return Paragraph(parent)
        case RuleKind.FORM_FIELDS:
            return FormFields(parent)
        case RuleKind.CHARGE_KINDS:
            return ChargeKinds(parent)
    return Words(parent)
