"""Tariffs: each service with its price, its history, and the form beside it. Saving adds or mends, never forgets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loket.domain.entities import ChargeKind, Id, Tariff
from loket.domain.money import NAMED
from loket.services.tariffs import MOST_RP, adopt_tariff, retire_tariff, tariffs
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.forms.ui_settings_tariffs import Ui_TariffsSection
from loket.ui.pages.settings_parts import Choice, Day, Line, Number, Section, in_order
from loket.ui.presenters.settings_tariffs import (
    FIELDS,
    Service,
    TariffState,
    corrected,
    services,
    shown_fields,
    state_of,
    tariff_of,
)
from loket.ui.shell import Shell
from loket.ui.tables import Column, PagedTableModel
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say
from loket.ui.texts_tariffs import (
    CONTEXT,
    HINTS,
    LABELS,
    STATE_SIGNS,
    STATES,
    amount_text,
    charge_kind_word,
    form_state,
    service_word,
    since_sign,
    since_text,
)
from loket.ui.widgets import FormRow

FORM_PX = 384
WIDE = frozenset({"kind", "name", "legal_basis"})
Key = tuple[str, str]


class TariffsSection(Section):
    """Choose a service: the form shows what holds, ready for the next tariff; the list below shows all it ever had."""

    TITLE = QT_TRANSLATE_NOOP("Settings", "Tarif")
    ABOUT = QT_TRANSLATE_NOOP("Settings", "Tidak ada pungutan tanpa peraturan: setiap tarif dengan dasar hukumnya.")
    ICON = "coin"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._form = Ui_TariffsSection()
        self._form.setupUi(self)
        self._all: tuple[Tariff, ...] = ()
        self._services: dict[Key, Service] = {}
        self._tariffs: dict[Id, Tariff] = {}
        self._service: Service | None = None
        self._asked: list[str] = []  # the fields on the screen
        self._chosen: Tariff | None = None  # of the history; what "Cabut" takes out of force
        self._model: PagedTableModel[Key, Service] = PagedTableModel(
            self._service_columns(), lambda keys: {key: self._services[key] for key in keys if key in self._services}
        )
        self._past: PagedTableModel[Id, Tariff] = PagedTableModel(
            self._history_columns(), lambda ids: {one: self._tariffs[one] for one in ids if one in self._tariffs}
        )
        self.editors: dict[str, Any] = {
            "kind": Choice(self),
            "name": Line(self),
            "amount_rp": Number(self, most=MOST_RP),
            "unit": Line(self),
            "legal_basis": Line(self),
            "account": Line(self),
            "valid_from": Day(self),
        }
        self._build()
        self.retranslate()

    def activate(self) -> None:
        self.shell.jobs.start(self._read, self._show, lane="read", owner=self)

    # ---- gestures -------------------------------------------------------------------------------------------------

    def pick(self, kind: str, name: str = "") -> None:
        """Show a service in the form: its tariff as it holds, to begin again today."""
        service = self._services.get((kind, name))
        if service is None:
            return
        self._service = service
        self.clear_errors()
        shown = service.current or service.coming
        today = self.shell.desk.today()
        if shown is not None:
            self._fill(shown)
            if shown is service.current and shown.valid_from < today:
                self.editors["valid_from"].set_day(today)
        else:
            self._fill(Tariff(Id(""), service.kind, service.name, 0, "", "", today))
        self._show_history(service)
        self._show_form()

    def add(self) -> None:
        """A service that is not in the list yet."""
        self._service = None
        self.clear_errors()
        self._form.list.clearSelection()
        self._fill(Tariff(Id(""), ChargeKind.SERVICE, "", 0, "", "", self.shell.desk.today()))
        self._show_history(None)
        self._show_form()
        self.editors["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> Tariff:
        """The tariff as it stands in the form."""
        return tariff_of(self._values())

    def save(self) -> None:
        desk, draft = self.shell.desk, self.draft()
        mended = corrected(draft, self._all)
        self.clear_errors()
        self._form.save.setEnabled(False)
        self.shell.jobs.start(
            lambda: (adopt_tariff(desk, draft, mended.id if mended else None), self._read()),
            self._saved,
            self._failed,
            lane="write",
            owner=self,
        )

    def retire(self) -> None:
        """Take the chosen tariff of the history out of force."""
        chosen, desk = self._chosen, self.shell.desk
        if chosen is not None:
            self.shell.jobs.start(
                lambda: (retire_tariff(desk, chosen.id), self._read()),
                self._retired,
                self._failed,
                lane="write",
                owner=self,
            )

    # ---- what is shown --------------------------------------------------------------------------------------------

    def _read(self) -> tuple[Tariff, ...]:
        return tuple(tariffs(self.shell.desk, retired=True))

    def _show(self, known: tuple[Tariff, ...]) -> None:
        chosen = self._service.key if self._service else None
        self._all = known
        self._tariffs = {tariff.id: tariff for tariff in known}
        self._services = {service.key: service for service in services(known, self.shell.desk.today())}
        self._form.list.blockSignals(True)
        self._model.set_ids(list(self._services))
        self._form.list.blockSignals(False)
        self._stand(chosen if chosen in self._services else next(iter(self._services)))

    def _stand(self, key: Key) -> None:
        row = self._model.number_of(key)
        self._form.list.blockSignals(True)
        self._form.list.select_row(row if row is not None else 0)
        self._form.list.blockSignals(False)
        self.pick(*key)

    def _saved(self, done: tuple[Tariff, tuple[Tariff, ...]]) -> None:
        tariff, known = done
        key = tariff.kind.value, tariff.name if tariff.kind in NAMED else ""
        self._tell(known, key)
        name = service_word(tariff.kind, tariff.name)
        self.done(say(CONTEXT, "Tarif {name} disimpan, berlaku mulai {on}.", name=name, on=tariff.valid_from))

    def _retired(self, done: tuple[object, tuple[Tariff, ...]]) -> None:
        self._tell(done[1], self._service.key if self._service else None)
        self.done(say(CONTEXT, "Tarif dicabut. Tagihan yang sudah ada tetap."))

    def _tell(self, known: tuple[Tariff, ...], key: Key | None) -> None:
        self._form.save.setEnabled(True)
        self._show(known)
        if key in self._services:
            self._stand(key)
        self.shell.changes.tell("rules", self)

    def _failed(self, error: Exception) -> None:
        self._form.save.setEnabled(True)
        self.fail(error)

    def _fill(self, tariff: Tariff) -> None:
        for name, editor in self.editors.items():
            value = getattr(tariff, name)
            editor.set_day(value) if isinstance(editor, Day) else editor.set_value(value)

    def _values(self) -> dict[str, Any]:
        return {
            name: editor.day() if isinstance(editor, Day) else editor.value() for name, editor in self.editors.items()
        }

    def _show_form(self) -> None:
        """The fields this kind asks for, and what saving would do."""
        kind = ChargeKind(self.editors["kind"].value())
        shown = shown_fields(kind)
        asked = [name for name in shown if name != "kind" or self._service is None]
        if asked != self._asked:
            self._place_rows(asked)
        draft = self.draft()
        service = self._services.get((draft.kind.value, draft.name if draft.kind in NAMED else ""))
        form, today = self._form, self.shell.desk.today()
        form.form_title.setText(service_word(kind, draft.name) if self._service else say(CONTEXT, "Layanan baru"))
        form.form_state.setText(form_state(service, corrected(draft, self._all), draft.valid_from, today))

    def _place_rows(self, asked: Sequence[str]) -> None:
        """The fields that are asked for, short ones side by side, without holes between them."""
        self._asked = list(asked)
        grid, place = self._form.fields, 0
        for name, row in self.rows.items():
            grid.removeWidget(row)
            row.setVisible(name in asked)
            if name not in asked:
                continue
            wide = name in WIDE
            place += place % 2 if wide else 0
            grid.addWidget(row, place // 2, place % 2, 1, 2 if wide else 1)
            place += 2 if wide else 1

    def _show_history(self, service: Service | None) -> None:
        form, history = self._form, service.history if service else ()
        name = service_word(service.kind, service.name) if service else say(CONTEXT, "Layanan baru")
        form.history_title.setText(say(CONTEXT, "Riwayat tarif: {name}", name=name))
        self._past.set_ids([tariff.id for tariff in history])
        self._chosen = None
        form.retire.setVisible(False)
        if history:
            form.history.select_row(0)

    def _history_picked(self, row: int) -> None:
        self._chosen = self._past.row_at(row)
        tariff = self._chosen
        if tariff is None:
            return
        self._form.retire.setVisible(not tariff.retired)
        on = fmt.short_day(tariff.valid_from, language()) + f" {tariff.valid_from.year}"
        self._form.retire.set_text(say(CONTEXT, "Cabut tarif {on}", on=on))

    def _history_opened(self, row: int) -> None:
        """Into the form, to be mended."""
        tariff = self._past.row_at(row)
        if tariff is not None:
            self._fill(tariff)
            self._show_form()
            self.editors["legal_basis"].setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- words ----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self._form
        for name, row in self.rows.items():
            row.set_label(say(CONTEXT, LABELS[name]))
            row.set_hint(say(CONTEXT, HINTS[name]) if name in HINTS else "")
            self.editors[name].setAccessibleName(say(CONTEXT, LABELS[name]))
        kinds = sorted(NAMED, reverse=True)  # what else a library has a price for comes first
        self.editors["kind"].set_choices(
            (kind, charge_kind_word(kind)) for kind in (*kinds, *(kind for kind in ChargeKind if kind not in NAMED))
        )
        self.editors["amount_rp"].set_unit("Rp")
        self.editors["amount_rp"].setSpecialValueText(say(CONTEXT, "gratis"))
        form.list.setAccessibleName(say(CONTEXT, "Layanan dan tarifnya"))
        form.history.setAccessibleName(say(CONTEXT, "Riwayat tarif"))
        form.history.set_empty("coin", say(CONTEXT, "Belum pernah ada tarif; tidak ada yang dipungut."))
        form.add.set_text(say(CONTEXT, "Layanan lain …"))
        form.save.set_text(say(CONTEXT, "Simpan tarif"))
        self._model.retranslate()
        self._past.retranslate()
        if self._services:
            self._show_history(self._service)
            self._show_form()

    def _service_columns(self) -> Sequence[Column[Service]]:
        return (
            Column(
                lambda: say(CONTEXT, "Layanan"),
                lambda service: service_word(service.kind, service.name),
                stretch=True,
                strong=True,
            ),
            Column(lambda: say(CONTEXT, "Tarif"), _current_amount, align="right", width_px=176),
            Column(lambda: say(CONTEXT, "Berlaku"), since_text, width_px=196, icon=since_sign),
        )

    def _history_columns(self) -> Sequence[Column[Tariff]]:
        return (
            Column(lambda: say(CONTEXT, "Mulai"), lambda tariff: fmt.day(tariff.valid_from, language()), width_px=136),
            Column(lambda: say(CONTEXT, "Tarif"), amount_text, align="right", width_px=172),
            Column(
                lambda: say(CONTEXT, "Dasar hukum"),
                lambda tariff: tariff.legal_basis or "–",
                stretch=True,
                tooltip=lambda tariff: f"{tariff.legal_basis}\n{tariff.account}".strip(),
            ),
            Column(
                lambda: say(CONTEXT, "Keadaan"),
                lambda tariff: say(CONTEXT, STATES[self._state(tariff)]),
                width_px=148,
                icon=lambda tariff: STATE_SIGNS[self._state(tariff)],
            ),
        )

    def _state(self, tariff: Tariff) -> TariffState:
        service = self._services.get((tariff.kind.value, tariff.name if tariff.kind in NAMED else ""))
        return state_of(tariff, service.history if service else (tariff,), self.shell.desk.today())

    # ---- how it is built ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form = self._form
        for name in FIELDS:
            row = FormRow(self)
            self.add_row(name, row, self.editors[name])
        for column in range(2):
            form.fields.setColumnStretch(column, 1)
        for editor in self.editors.values():
            changed = editor.dateChanged if isinstance(editor, Day) else editor.changed
            changed.connect(lambda *_: self._show_form())
        self.editors["amount_rp"].setSingleStep(500)
        form.save.setProperty("role", "primary")
        form.retire.setProperty("role", "danger")
        form.save.clicked.connect(self.save)
        form.retire.clicked.connect(self.retire)
        form.add.clicked.connect(self.add)
        form.list.show_model(self._model)
        form.history.show_model(self._past)
        form.list.picked_row.connect(lambda row: self.pick(*self._model.key_at(row)))
        form.history.picked_row.connect(self._history_picked)
        form.history.activated_row.connect(self._history_opened)
        in_order(form.list, form.add, form.history, *self.editors.values(), form.save, form.retire)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        width = theme.current().px(FORM_PX)
        for widget in (self._form.form_title, self._form.form_state):
            widget.setFixedWidth(width)
        for editor in self.editors.values():
            editor.setMinimumWidth(1)


def _current_amount(service: Service) -> str:
    shown = service.current or service.coming
    return amount_text(shown) if shown is not None else "–"
