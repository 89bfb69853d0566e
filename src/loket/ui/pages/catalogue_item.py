"""Putting one copy right: its label, kind, place, state, price."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from loket.domain.entities import ItemStatus
from loket.domain.errors import InvalidInput
from loket.services.catalogue import ItemForm, ItemLine
from loket.ui.pages.settings_parts import Choice
from loket.ui.texts import invalid_text, kind_word, say, status_word
from loket.ui.texts_catalogue import CONTEXT
from loket.ui.widgets import FormRow, Sheet

_TEXTS = ("barcode", "location", "call_number", "accession_no", "price", "note")


class ItemSheet(Sheet):
    """A form for one copy. Signal `wanted(form)`: save this; the sheet stays until `accepted_by_desk`."""

    wanted = Signal(object)

    def __init__(self, line: ItemLine, kinds: Sequence[str], parent: QWidget) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Eksemplar {barcode}", barcode=line.item.barcode),
            icon="barcode",
            accept_text=say(CONTEXT, "Simpan"),
        )
        self.fields = {name: QLineEdit(self) for name in _TEXTS}
        self.kind, self.status = Choice(self), Choice(self)
        own = line.item.collection_kind
        self.kind.set_choices((kind, kind_word(kind)) for kind in dict.fromkeys([*kinds, own]))
        self.status.set_choices((status, status_word(status)) for status in ItemStatus)
        self.status.setEnabled(line.item.loan_id is None)
        self.rows: dict[str, FormRow] = {}
        self._arrange_rows()
        self._fill(ItemForm.of(line.item))
        self.field_to_focus(self.fields["barcode"])

    def _arrange_rows(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        words = {
            "barcode": say(CONTEXT, "Barcode"),
            "collection_kind": say(CONTEXT, "Jenis koleksi"),
            "status": say(CONTEXT, "Status"),
            "location": say(CONTEXT, "Lokasi"),
            "call_number": say(CONTEXT, "Nomor panggil"),
            "accession_no": say(CONTEXT, "Nomor induk"),
            "price": say(CONTEXT, "Harga (Rp)"),
            "note": say(CONTEXT, "Catatan"),
        }
        editors: dict[str, QWidget] = {**self.fields, "collection_kind": self.kind, "status": self.status}
        for number, (name, label) in enumerate(words.items()):
            self.rows[name] = FormRow(self, label=label, editor=editors[name])
            grid.addWidget(self.rows[name], number // 2, number % 2)
        self.body.addLayout(grid)

    def _fill(self, form: ItemForm) -> None:
        for name, field in self.fields.items():
            field.setText(getattr(form, name))
        self.fields["barcode"].selectAll()
        self.kind.set_value(form.collection_kind)
        self.status.set_value(form.status)

    def form(self) -> ItemForm:
        texts = {name: field.text() for name, field in self.fields.items()}
        return ItemForm(collection_kind=self.kind.value(), status=self.status.value(), **texts)

    def accept(self) -> None:
        for row in self.rows.values():
            row.set_error(None)
        self.wanted.emit(self.form())

    def accepted_by_desk(self) -> None:
        """Saved: close."""
        super().accept()

    def show_invalid(self, error: InvalidInput) -> None:
        row = self.rows.get(error.field, self.rows["barcode"])
        row.set_error(invalid_text(error))
        row.editor.setFocus()
