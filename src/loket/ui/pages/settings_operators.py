"""The people who work here: who they are, what they may do, and a new password when one was forgotten."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from loket.domain.entities import Id, Operator, Role
from loket.domain.errors import InvalidInput
from loket.services import operators
from loket.ui import theme
from loket.ui.forms.ui_settings_operators import Ui_OperatorsSection
from loket.ui.pages.settings_parts import Line, Section, in_order
from loket.ui.shell import Shell
from loket.ui.tables import Column, PagedTableModel
from loket.ui.texts import QT_TRANSLATE_NOOP, role_word, say
from loket.ui.texts_settings import ROLE_HINTS, word

CONTEXT = "Settings"
FORM_PX = 400


class Roles(QWidget):
    """The roles to tick, each with what it may do. Signal `changed`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._boxes = {role.value: QCheckBox(self) for role in Role}
        for box in self._boxes.values():
            box.clicked.connect(lambda _: self.changed.emit())
            column.addWidget(box)
        self.setFocusProxy(next(iter(self._boxes.values())))
        self.retranslate()

    def value(self) -> tuple[str, ...]:
        return tuple(role for role, box in self._boxes.items() if box.isChecked())

    def set_value(self, roles: Sequence[str]) -> None:
        for role, box in self._boxes.items():
            box.setChecked(role in roles)

    def retranslate(self) -> None:
        for role, box in self._boxes.items():
            box.setText(f"{role_word(role)}: {word(ROLE_HINTS[role])}")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class OperatorsSection(Section):
    """An administrator's business; a supervisor may look."""

    TITLE = QT_TRANSLATE_NOOP("Settings", "Petugas")
    ABOUT = QT_TRANSLATE_NOOP(
        "Settings", "Setiap petugas masuk dengan namanya sendiri; namanya tercatat pada pekerjaannya."
    )
    ICON = "users"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._form = Ui_OperatorsSection()
        self._form.setupUi(self)
        self._people: dict[Id, Operator] = {}
        self._chosen: Operator | None = None
        self.full_name, self.username, self.roles = Line(self), Line(self), Roles(self)
        self.password, self.again = QLineEdit(self), QLineEdit(self)
        for editor in (self.password, self.again):
            editor.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_row("full_name", self._form.full_name, self.full_name)
        self.add_row("username", self._form.username, self.username)
        self.add_row("roles", self._form.roles, self.roles)
        self.add_row("password", self._form.password, self.password)
        self.add_row("again", self._form.again, self.again)
        self._model = PagedTableModel[Id, Operator](
            self._columns(), lambda keys: {key: self._people[key] for key in keys if key in self._people}
        )
        self._form.people.show_model(self._model)
        self._form.people.picked_row.connect(self._picked)
        self._form.save.setProperty("role", "primary")
        self._form.save.clicked.connect(self.save)
        self._form.retire.clicked.connect(self.retire)
        self._form.new_one.clicked.connect(self.new_one)
        typed = (self.full_name, self.username, self.roles, self.password, self.again)
        in_order(self._form.people, self._form.new_one, *typed, self._form.save, self._form.retire)
        theme.current().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()
        self.new_one()

    def activate(self) -> None:
        self.shell.jobs.start(self._read, self._show, lane="read", owner=self)

    def retranslate(self) -> None:
        form = self._form
        form.full_name.set_label(say(CONTEXT, "Nama lengkap"))
        form.username.set_label(say(CONTEXT, "Nama pengguna"))
        form.username.set_hint(say(CONTEXT, "Huruf kecil dan angka; tidak berubah lagi."))
        form.roles.set_label(say(CONTEXT, "Peran"))
        form.again.set_label(say(CONTEXT, "Kata sandi sekali lagi"))
        form.save.set_text(say(CONTEXT, "Simpan"))
        form.new_one.set_text(say(CONTEXT, "Petugas baru"))
        form.people.setAccessibleName(say(CONTEXT, "Daftar petugas"))
        self._model.retranslate()
        self._show_form()

    def new_one(self) -> None:
        """An empty form for somebody new."""
        self._choose(None)
        self._form.people.clearSelection()
        self.full_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, username: str) -> None:
        """Bring somebody into the form."""
        numbers = [n for n, key in enumerate(self._model.ids()) if self._people[key].username == username]
        self._form.people.select_row(numbers[0])
        self._picked(numbers[0])

    def save(self) -> None:
        self.clear_errors()
        if self.password.text() != self.again.text():
            self.fail(InvalidInput("again", "passwords_differ"))
            return
        self._change(self._added if self._chosen is None else self._changed)

    def retire(self) -> None:
        """Close or open again the account in the form."""
        chosen = self._chosen
        if chosen is not None:
            desk, hasher = self.shell.desk, self.shell.hasher
            self._change(lambda: operators.change_operator(desk, hasher, chosen.id, active=not chosen.active))

    def _added(self) -> Operator:
        return operators.add_operator(
            self.shell.desk,
            self.shell.hasher,
            username=self._typed[1],
            full_name=self._typed[0],
            roles=self._typed[2],
            password=self._typed[3],
        )

    def _changed(self) -> Operator:
        assert self._chosen is not None
        full_name, _, roles, password = self._typed
        return operators.change_operator(
            self.shell.desk,
            self.shell.hasher,
            self._chosen.id,
            full_name=full_name,
            roles=roles,
            password=password or None,
        )

    def _change(self, change: Callable[[], Operator]) -> None:
        self._typed = (self.full_name.value(), self.username.value(), self.roles.value(), self.password.text())
        self._form.save.setEnabled(False)
        self.shell.jobs.start(lambda: (change(), self._read()), self._done, self._failed, lane="write", owner=self)

    # ---- what is shown --------------------------------------------------------------------------------------------

    def _read(self) -> Sequence[Operator]:
        return operators.operators(self.shell.desk)

    def _show(self, people: Sequence[Operator]) -> None:
        self._people = {who.id: who for who in people}
        ordered = sorted(people, key=lambda who: (not who.active, who.full_name.casefold()))
        self._model.set_ids([who.id for who in ordered])
        if self._chosen is not None:
            number = self._model.number_of(self._chosen.id)
            if number is not None:
                self._form.people.select_row(number)
        self._show_form()

    def _done(self, done: tuple[Operator, Sequence[Operator]]) -> None:
        who, people = done
        self._choose(who)
        self._show(people)
        self.shell.changes.tell("operators", self)
        if who.active:
            self.done(say(CONTEXT, "{name} disimpan.", name=who.full_name))
        else:
            self.done(say(CONTEXT, "{name} tidak dapat masuk lagi. Pekerjaannya tetap tercatat.", name=who.full_name))

    def _failed(self, error: Exception) -> None:
        self._form.save.setEnabled(self._may_change())
        self.fail(error)

    def _picked(self, row: int) -> None:
        self._choose(self._people[self._model.key_at(row)])

    def _choose(self, who: Operator | None) -> None:
        self._chosen = who
        self.full_name.set_value(who.full_name if who else "")
        self.username.set_value(who.username if who else "")
        self.roles.set_value(who.roles if who else (Role.CIRCULATION.value,))
        self.password.clear()
        self.again.clear()
        self.clear_errors()
        self._show_form()

    def _show_form(self) -> None:
        who, form, may = self._chosen, self._form, self._may_change()
        form.form_title.setText(who.full_name if who else say(CONTEXT, "Petugas baru"))
        form.form_state.setText("" if may else say(CONTEXT, "Hanya administrator yang dapat mengubah petugas."))
        form.form_state.setVisible(not may)
        self.username.setReadOnly(who is not None)
        form.password.set_label(say(CONTEXT, "Kata sandi baru") if who else say(CONTEXT, "Kata sandi"))
        form.password.set_hint(
            say(CONTEXT, "Kosongkan bila tidak diganti.")
            if who
            else say(CONTEXT, "Paling sedikit {minimum} huruf.", minimum=operators.LEAST_PASSWORD)
        )
        form.retire.setVisible(who is not None)
        active = who is None or who.active
        form.retire.set_text(say(CONTEXT, "Nonaktifkan") if active else say(CONTEXT, "Aktifkan lagi"))
        for widget in (form.save, form.retire, form.new_one):
            widget.setEnabled(may)

    def _may_change(self) -> bool:
        operator = self.shell.desk.operator
        return operator is not None and Role.ADMIN.value in operator.roles

    def _columns(self) -> list[Column[Operator]]:
        def faint(who: Operator) -> str | None:
            return None if who.active else "ink-2"

        return [
            Column(lambda: say(CONTEXT, "Nama"), lambda who: who.full_name, stretch=True, token=faint),
            Column(lambda: say(CONTEXT, "Nama pengguna"), lambda who: who.username, width_px=124, token=faint),
            Column(
                lambda: say(CONTEXT, "Peran"),
                lambda who: ", ".join(role_word(role) for role in who.roles),
                stretch=True,
                token=faint,
                tooltip=lambda who: ", ".join(role_word(role) for role in who.roles),
            ),
            Column(
                lambda: say(CONTEXT, "Status"),
                lambda who: say(CONTEXT, "aktif") if who.active else say(CONTEXT, "nonaktif"),
                width_px=104,
                icon=lambda who: ("circle-check", "ok") if who.active else ("minus", "ink-2"),
            ),
        ]

    def _restyle(self) -> None:
        self._form.scroll.setFixedWidth(theme.current().px(FORM_PX))
