"""The page "Perlu diputuskan": contradictions between desks, told in plain words, settled by one key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from loket.domain.decisions import NOTED
from loket.domain.entities import Id, Role
from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.services.case_words import CaseView, ChoiceView
from loket.ui import format as fmt
from loket.ui.forms.ui_cases import Ui_CasesPage
from loket.ui.pages.cases_parts import DigitKeys
from loket.ui.pages.page import Page
from loket.ui.pages.settings_parts import Day, Line, allow_narrow, in_order
from loket.ui.presenters.cases import CasesPresenter
from loket.ui.shell import Shell
from loket.ui.tables import Column, PagedTableModel
from loket.ui.texts import QT_TRANSLATE_NOOP, error_text, invalid_text, language, say
from loket.ui.texts_sync import SEVERITY_SIGNS
from loket.ui.widgets import Button, Segmented

CONTEXT = "Cases"
DECIDERS = frozenset({Role.SUPERVISOR.value, Role.ADMIN.value})
READ_AGAIN_ON = frozenset({"cases", "members", "titles", "loans"})
WAITING, DECIDED = "waiting", "decided"


class CasesPage(Page):
    """Left the list, right the case. Digits choose; up and down move; what is decided leaves the list at its place."""

    TITLE = QT_TRANSLATE_NOOP("Page", "Perlu diputuskan")
    ICON = "clipboard-check"
    SHORTCUT = "Ctrl+."

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.setProperty("role", "page")
        self._form = Ui_CasesPage()
        self._form.setupUi(self)
        self._buttons: list[Button] = []
        self._asking: ChoiceView | None = None  # a choice that waits for its date
        self._rows: dict[Id, CaseView] = {}
        self._case: CaseView | None = None
        self.lists = Segmented(self)
        self.note, self.day = Line(self), Day(self)
        self._model: PagedTableModel[Id, CaseView] = PagedTableModel(
            self._columns(), lambda ids: {one: self._rows[one] for one in ids if one in self._rows}, parent=self
        )
        self._build()
        self.presenter = CasesPresenter(shell.desk, shell.jobs, self, language)
        self._digits = DigitKeys(self)
        self._wire()
        self.retranslate()

    # ---- gestures -------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        self._form.banner.hide_line()
        self._may_decide()
        self.presenter.read()
        self._form.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, number: int) -> None:
        """A digit was pressed, or a button clicked: the choice of that number."""
        choice = self.presenter.choice(number)
        if choice is None:
            return
        if choice.asks == "date":
            self._ask_day(choice)
        else:
            self.presenter.decide(choice, self.note.value())

    def save_value(self) -> None:
        """The date that was asked for is there."""
        if self._asking is not None:
            self.presenter.decide(self._asking, self.note.value(), self.day.day().isoformat())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.day.hasFocus():
            self.save_value()
        elif not self._digits.heard(event):
            super().keyPressEvent(event)

    # ---- what the presenter shows ---------------------------------------------------------------------------------

    def show_list(self, cases: Sequence[CaseView], chosen: int) -> None:
        self._rows = {case.id: case for case in cases}
        at = self._form.list.verticalScrollBar().value()
        self._form.list.blockSignals(True)
        self._model.set_ids([case.id for case in cases])
        self._form.list.select_row(chosen)
        self._form.list.blockSignals(False)
        self._form.list.verticalScrollBar().setValue(at)

    def show_case(self, case: CaseView | None) -> None:
        form = self._form
        same = case is not None and self._case is not None and case.id == self._case.id
        self._case = case
        if not same:
            self.note.clear()
            self._forget_day()
        form.matter.setVisible(case is not None)
        if case is not None:
            self._show_matter(case)

    def show_count(self, waiting: int) -> None:
        chosen = self.lists.current()
        words = say(CONTEXT, "Menunggu ({count})", count=waiting) if waiting else say(CONTEXT, "Menunggu")
        self.lists.set_options([(WAITING, words, ""), (DECIDED, say(CONTEXT, "Sudah diputuskan"), "")])
        self.lists.set_current(chosen or WAITING)

    def show_decided(self, case: CaseView, choice: ChoiceView) -> None:
        self._forget_day()
        self._form.list.setFocus(Qt.FocusReason.OtherFocusReason)  # the button that was pressed is about to go
        self.shell.sounds.play("ok")
        self._form.banner.show_line(
            say(CONTEXT, "{title}: {choice}. Tercatat.", title=case.title, choice=choice.label), kind="ok"
        )

    def show_invalid(self, error: InvalidInput) -> None:
        if error.field == "value":
            self._form.value.set_error(invalid_text(error))
        else:
            self._form.banner.show_line(invalid_text(error), kind="stop")

    def show_problem(self, error: Refused | StorageError) -> None:
        self.shell.sounds.play("refused")
        self._form.banner.show_line(error_text(error), kind="warn" if isinstance(error, Refused) else "stop")
        self._form.supervisor.hide()  # the line over the page says it now

    def tell_changed(self, kinds: Sequence[str]) -> None:
        for kind in kinds:
            self.shell.changes.tell(kind, self)

    # ---- words ----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self._form
        form.header.set_title(self.title())
        form.header.set_subtitle(
            say(CONTEXT, "Yang bertentangan antara loket. Aturan sudah membukukannya; seseorang memutuskan sisanya.")
        )
        form.list.setAccessibleName(self.title())
        form.note.set_label(say(CONTEXT, "Catatan"))
        form.note.set_hint(say(CONTEXT, "Boleh kosong; tersimpan bersama keputusannya."))
        form.value.set_label(say(CONTEXT, "Tanggal baru"))
        form.save_value.set_text(say(CONTEXT, "Simpan tanggal"))
        form.supervisor.setText(
            say(
                CONTEXT,
                "Perkara ini diputuskan pengawas atau administrator. Minta ia masuk dengan namanya, atau lanjutkan "
                "yang lain.",
            )
        )
        self.show_count(0)
        self._show_empty()
        if self.presenter.cases:
            self.presenter.read()

    def _show_empty(self) -> None:
        form = self._form
        if self.presenter.showing_decided:
            sentence = say(CONTEXT, "Belum ada yang diputuskan di sini.")
        else:
            sentence = say(CONTEXT, "Tidak ada yang perlu diputuskan.")
        form.list.set_empty("clipboard-check", sentence)

    def _show_matter(self, case: CaseView) -> None:
        form, offset = self._form, self.shell.desk.library.utc_offset_min
        icon, token = SEVERITY_SIGNS[case.severity]
        form.severity_icon.set(icon, token)
        form.severity.setText(f"{case.severity_word} · {case.title}")
        form.when.setText(fmt.moment(case.opened_at, offset, language()))
        form.question.setText(case.question)
        form.sides.show_sides(case.sides, offset)
        open_case = not self.presenter.showing_decided
        self._show_choices(case if open_case else None)
        form.note.setVisible(open_case)
        form.decision.setVisible(not open_case)
        form.decision.setText("" if open_case else _decision(case, offset))
        self._may_decide()

    def _show_choices(self, case: CaseView | None) -> None:
        for old in self._buttons:
            self._form.choices_column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for number, choice in enumerate(case.choices if case else (), start=1):
            role = "primary" if choice.code == NOTED else "plain"
            button = Button(self._form.choices, text=f"{number}   {choice.label}", role=role)
            button.setAccessibleName(choice.label)
            button.clicked.connect(lambda _=False, n=number: self.press(n))
            self._form.choices_column.addWidget(button)
            button.show()
            self._buttons.append(button)
        in_order(self._form.list, *self._buttons, self.day, self._form.save_value, self.note)

    def _may_decide(self) -> None:
        """Say beforehand who decides, where the operator is not the one."""
        operator, case = self.shell.desk.operator, self._case
        trusted = operator is not None and bool(DECIDERS & set(operator.roles))
        only_seen = case is not None and case.severity in ("info", "low") and _only_noted(case)
        waiting = case is not None and not self.presenter.showing_decided
        self._form.supervisor.setVisible(waiting and not trusted and not only_seen)

    # ---- the date -------------------------------------------------------------------------------------------------

    def _ask_day(self, choice: ChoiceView) -> None:
        self._asking = choice
        self.day.set_day(self.shell.desk.today())
        self._form.value.set_error(None)
        self._show_day(shown=True)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_day(self) -> None:
        self._asking = None
        if self.day.hasFocus():
            self._form.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_day(shown=False)

    def _show_day(self, *, shown: bool) -> None:
        self._form.value.setVisible(shown)
        self._form.save_value.setVisible(shown)

    # ---- how it is built ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form = self._form
        form.banner.hide_line()
        form.header.set_icon(self.ICON)
        form.header.add_action(self.lists)
        for row, editor in ((form.note, self.note), (form.value, self.day)):
            row.set_editor(editor)
            allow_narrow(row)
        form.scroll.setMinimumHeight(48)  # what does not fit scrolls; the choices always fit
        form.list.show_model(self._model)
        self._show_day(shown=False)

    def _wire(self) -> None:
        form = self._form
        form.list.picked_row.connect(self.presenter.choose)
        form.list.activated_row.connect(lambda _: self._digits.end_of_code())
        form.save_value.clicked.connect(self.save_value)
        self.lists.changed.connect(self._list_chosen)
        self._digits.pressed.connect(self.press)
        self.shell.changes.happened.connect(self._changed_elsewhere)

    def _list_chosen(self, which: str) -> None:
        self._form.banner.hide_line()
        self.presenter.show_history() if which == DECIDED else self.presenter.show_waiting()
        self._show_empty()

    def _changed_elsewhere(self, kind: str, by: object) -> None:
        if kind in READ_AGAIN_ON and by is not self and self.isVisible():
            self.presenter.read()

    def _columns(self) -> Sequence[Column[CaseView]]:
        return (
            Column(
                lambda: say(CONTEXT, "Tingkat"),
                lambda case: case.severity_word,
                width_px=152,
                icon=lambda case: SEVERITY_SIGNS[case.severity],
            ),
            Column(
                lambda: say(CONTEXT, "Perkara"),
                lambda case: case.title,
                stretch=True,
                strong=True,
                tooltip=lambda case: case.question,
            ),
            Column(lambda: say(CONTEXT, "Loket"), _desk_of, width_px=108, tooltip=_desk_of),
            Column(lambda: say(CONTEXT, "Sejak"), self._age, width_px=124, align="right"),
        )

    def _age(self, case: CaseView) -> str:
        return fmt.ago(case.opened_at, self.shell.desk.clock.now(), language())


def _only_noted(case: CaseView) -> bool:
    return all(choice.code == NOTED for choice in case.choices)


def _desk_of(case: CaseView) -> str:
    """The desk whose act opened the case: it is told last."""
    return next((side.station for side in reversed(case.sides) if side.station), "–")


def _decision(case: CaseView, utc_offset_min: int) -> str:
    at = fmt.moment(case.decided_at, utc_offset_min, language()) if case.decided_at else ""
    return " · ".join(part for part in (case.decision, case.decision_note, case.decided_by, at) if part)
