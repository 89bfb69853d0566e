"""Matching the columns of any table: a field, the column that fills it, and how the first rows then read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from loket.importing import REQUIRED, SYNONYMS
from loket.importing.records import ItemRecord, Record, Row
from loket.ui import theme
from loket.ui.format import day, rupiah
from loket.ui.pages.settings_parts import Choice
from loket.ui.tables import Column, PagedTableModel
from loket.ui.texts import language, say
from loket.ui.texts_importing import CONTEXT, field_word, problem_text
from loket.ui.widgets import label

# What the preview shows of a record, beside line and doubt: enough to see a column matched wrongly.
SHOWN: dict[str, tuple[str, ...]] = {
    "member": ("member_no", "full_name", "member_type", "birth_on", "phone", "valid_until"),
    "biblio": ("title", "authors", "isbn", "publisher", "publish_year", "items"),
    "item": ("barcode", "title_key", "collection_kind", "location", "price_rp"),
}
_WIDE_PX = 220
_WIDE = frozenset({"full_name", "title", "title_key"})


class ColumnChoices(QObject):
    """One choice for each field of a kind, in a form. Signal `chosen(field, heading)`."""

    chosen = Signal(str, str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._form = QFormLayout(host)
        self._form.setHorizontalSpacing(theme.current().px(12))
        self._form.setVerticalSpacing(theme.current().px(6))
        self.choices: dict[str, Choice] = {}

    def show_fields(self, kind: str, headings: Sequence[str], columns: Mapping[str, str]) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self.choices = {}
        for name in SYNONYMS[kind]:
            choice = Choice(self._host)
            choice.set_choices([("", say(CONTEXT, "– tidak ada –")), *((one, one) for one in headings)])
            choice.set_value(columns.get(name, ""))
            choice.setAccessibleName(field_word(name))
            choice.changed.connect(lambda name=name, choice=choice: self.chosen.emit(name, choice.value()))
            self._form.addRow(self._label(name, name in REQUIRED[kind]), choice)
            self.choices[name] = choice

    def _label(self, name: str, required: bool) -> QLabel:
        word = field_word(name)
        text = say(CONTEXT, "{field} · wajib", field=word) if required else word
        return label(text, "heading" if required else "body", self._host)


def preview_model(kind: str, rows: Sequence[Row], parent: QObject) -> PagedTableModel[int, Row]:
    """The first rows as the records they make; a refused row shows why instead."""
    columns: list[Column[Row]] = [
        Column(lambda: say(CONTEXT, "Baris"), lambda row: str(row.line), "right", 72, icon=_sign)
    ]
    columns += [_column(kind, name) for name in SHOWN[kind]]
    model = PagedTableModel[int, Row](columns, lambda keys: {key: rows[key] for key in keys}, None, parent)
    model.set_ids(range(len(rows)))
    return model


def _column(kind: str, name: str) -> Column[Row]:
    widest = name in _WIDE

    def value(row: Row) -> str:
        return _doubt(row) if widest and row.record is None else _shown(row.record, name)

    return Column(
        lambda: say(CONTEXT, "Barcode") if name == "items" else field_word(name),
        value,
        width_px=_WIDE_PX if widest else 0,
        token=lambda row: "stop" if row.record is None else None,
        tooltip=_doubt,
    )


def _sign(row: Row) -> tuple[str, str] | None:
    if row.record is None:
        return "circle-x", "stop"
    return ("alert-triangle", "warn") if row.problems else None


def _shown(record: Record | None, name: str) -> str:
    value = getattr(record, name, None)
    if isinstance(value, date):
        return day(value, language())
    if isinstance(value, tuple):
        return "; ".join(part.barcode if isinstance(part, ItemRecord) else str(part) for part in value)
    if isinstance(value, int):
        return rupiah(value)
    return value or ""


def _doubt(row: Row) -> str:
    """The gravest thing about the row, with its column."""
    worst = next((one for one in row.problems if one.fatal), next(iter(row.problems), None))
    if worst is None:
        return ""
    reason = problem_text(worst)
    return f"{field_word(worst.column)}: {reason}" if worst.column else reason
