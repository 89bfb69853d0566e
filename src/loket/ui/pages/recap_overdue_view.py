"""What the section Tunggakan looks like: the list at the left, one member with his books at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from loket.domain.entities import Id
from loket.domain.reminders import LETTER, whatsapp_number
from loket.services import overdue
from loket.services.overdue import Debt, Debtor
from loket.services.reminders import HistoryLine
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.forms.ui_recap_overdue import Ui_OverdueView
from loket.ui.pages.settings_parts import Choice, in_order
from loket.ui.presenters.recap_overdue import OVERDUE, SOON, Asked, Seen
from loket.ui.shell import Shell
from loket.ui.tables import Column, PagedTableModel, rows_of
from loket.ui.texts import language, member_type_word, say
from loket.ui.texts_overdue import (
    ANY,
    CONTEXT,
    GROUPINGS,
    SPANS,
    by_text,
    contact_text,
    detail_text,
    due_text,
    how_text,
    late_text,
    next_text,
    school_text,
    summary_text,
    told_text,
)
from loket.ui.widgets import Button

SCHOOL_COLUMN, ALL_COLUMNS_PX = 1, 720  # a narrower list shows names and leaves the school to the panel
LEAST_SIGNS = 4  # of a choice: five of them stand in one line
FIELDS = ("member_type", "school_class", "institution", "district")


class OverdueView(QWidget):
    """Shows what was found and passes on gestures. Signals: `asked(Asked)` another list is wanted; `picked(Debtor)`."""

    asked = Signal(object)
    picked = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_OverdueView()
        self.form.setupUi(self)
        self._desk = shell.desk
        self.seen: Seen | None = None
        self.debtor: Debtor | None = None
        self._history: tuple[HistoryLine, ...] = ()
        self._wanted = Asked()
        self._late = PagedTableModel[Id, Debtor](self._late_columns(), self._late_rows, shell.jobs, self)
        self._soon = PagedTableModel[Id, Debtor](self._soon_columns(), self._soon_rows, shell.jobs, self)
        self._books: PagedTableModel[int, Debt] = PagedTableModel(
            self._book_columns(), lambda keys: rows_of(dict(enumerate(self.debtor.debts if self.debtor else ())), keys)
        )
        self._lines: PagedTableModel[int, HistoryLine] = PagedTableModel(
            _history_columns(), lambda keys: rows_of(dict(enumerate(self._history)), keys)
        )
        self.letters_due = Button(self, icon="file-text", role="primary", key="Ctrl+Shift+P")
        self.grouping = Choice(self)
        self.pdf, self.xlsx = Button(self, icon="download", role="quiet"), Button(self, icon="download", role="quiet")
        self.copy = Button(self, icon="copy", key="Ctrl+T")
        self.link = Button(self, icon="external-link", key="Ctrl+O")
        self.letter = Button(self, icon="file-text", key="Ctrl+P")
        self.sent = Button(self, icon="check", role="quiet", key="Ctrl+D")
        self.called = Button(self, icon="phone", role="quiet", key="Ctrl+L")
        self.again = Button(self, icon="printer", role="quiet")
        self.cancel = Button(self, icon="x", role="quiet")
        self._build()

    # ---- what is shown ---------------------------------------------------------------------------------------------

    def show_seen(self, seen: Seen) -> None:
        """The list; who was chosen stays chosen while he is in it."""
        before = self._chosen_id()
        self.seen = seen
        form, is_late = self.form, seen.asked.which == OVERDUE
        model = self._late if is_late else self._soon
        if form.list.model() is not model:
            form.list.show_model(model)
            self._fit_columns()
            form.list.selectionModel().currentRowChanged.connect(lambda *_: self._show_row())
        model.set_ids(seen.found.ids)
        self._name_empty()
        self._fill_choices()
        number = model.number_of(before) if before is not None else None
        form.list.select_row(number if number is not None else 0)
        form.summary.setText(summary_text(seen))
        self._show_row()

    def show_history(self, lines: Sequence[HistoryLine]) -> None:
        self._history = tuple(lines)
        self._lines.set_ids(range(len(lines)))
        self.form.history.select_row(0)
        self._show_buttons()

    def chosen_line(self) -> HistoryLine | None:
        row = self.form.history.current_row()
        return self._history[row] if 0 <= row < len(self._history) else None

    def _show_row(self) -> None:
        """The member in the list's chosen row, once his row is read."""
        form, row, model = self.form, self.form.list.current_row(), self._model()
        debtor = model.row_at(row) if 0 <= row < len(model.ids()) else None
        changed = debtor != self.debtor
        self.debtor = debtor
        form.aside.setCurrentWidget(form.panel if debtor is not None else form.nobody)
        if debtor is not None:
            form.name.setText(debtor.member.full_name)
            form.detail.setText(detail_text(debtor))
            form.contact.setText(contact_text(debtor))
        self._books.set_ids(range(len(debtor.debts) if debtor else 0))
        if changed:
            self.show_history(())
            self.picked.emit(debtor)
        self._show_buttons()

    def _show_buttons(self) -> None:
        seen, debtor, line = self.seen, self.debtor, self.chosen_line()
        is_late = seen is not None and seen.asked.which == OVERDUE
        acts = debtor is not None and seen is not None and seen.may_act
        for button in (self.letter, self.sent, self.called, self.letters_due):
            button.setVisible(is_late)
        for button in (self.letter, self.sent, self.called):
            button.setEnabled(acts and is_late)
        self.copy.setEnabled(debtor is not None)
        self.link.setEnabled(debtor is not None and whatsapp_number(debtor.contact.phone) != "")
        self.letters_due.setEnabled(seen is not None and seen.may_act and bool(seen.found.due))
        for button in (self.pdf, self.xlsx):
            button.setEnabled(seen is not None and seen.may_write)
        self.cancel.setEnabled(acts and line is not None and not line.reminder.cancelled)
        self.again.setEnabled(line is not None and line.reminder.how == LETTER)
        for widget in (self.form.search, self.form.days, self.form.onlyDue):
            widget.setEnabled(is_late)
        for _, editor in self._editors():
            editor.setEnabled(is_late and editor.count() > 1)

    def _model(self) -> PagedTableModel[Id, Debtor]:
        return self._late if self.seen is None or self.seen.asked.which == OVERDUE else self._soon

    def _chosen_id(self) -> Id | None:
        row, model = self.form.list.current_row(), self._model()
        return model.key_at(row) if 0 <= row < len(model.ids()) else None

    def _fit_columns(self) -> None:
        wide = self.form.list.width() >= theme.current().px(ALL_COLUMNS_PX)
        self.form.list.setColumnHidden(SCHOOL_COLUMN, not wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.form.outer.activate()
        self._fit_columns()

    # ---- rows ------------------------------------------------------------------------------------------------------

    def _late_rows(self, ids: Sequence[Id]) -> dict[Id, Debtor]:
        return overdue.rows(self._desk, ids)

    def _soon_rows(self, ids: Sequence[Id]) -> dict[Id, Debtor]:
        return overdue.soon_rows(self._desk, ids)

    def _today(self) -> date:
        return self._desk.today()

    def _who_columns(self) -> list[Column[Debtor]]:
        return [
            Column(
                lambda: say(CONTEXT, "Nama"),
                lambda one: one.member.full_name,
                stretch=True,
                strong=True,
                tooltip=detail_text,
            ),
            Column(lambda: say(CONTEXT, "Kelas/instansi"), school_text, width_px=140, tooltip=school_text),
            Column(lambda: say(CONTEXT, "Buku"), lambda one: fmt.count(len(one.debts), language()), "right", 64),
        ]

    def _late_columns(self) -> list[Column[Debtor]]:
        return [
            *self._who_columns(),
            Column(lambda: say(CONTEXT, "Terlambat"), lambda one: late_text(one.days), "right", 90),
            Column(lambda: say(CONTEXT, "Denda"), lambda one: _some(one.fine_rp), "right", 98),
            Column(lambda: say(CONTEXT, "Diingatkan"), told_text, width_px=104),
            Column(
                lambda: say(CONTEXT, "Berikutnya"),
                next_text,
                width_px=94,
                icon=lambda one: ("bell", "warn") if one.step else None,
                token=lambda one: "warn" if one.step else "ink-2",
            ),
        ]

    def _soon_columns(self) -> list[Column[Debtor]]:
        return [
            *self._who_columns(),
            Column(lambda: say(CONTEXT, "Jatuh tempo"), lambda one: due_text(one, self._today()), width_px=130),
        ]

    def _book_columns(self) -> list[Column[Debt]]:
        def days(debt: Debt) -> str:
            return late_text(debt.days) if debt.days > 0 else "–"

        return [
            Column(
                lambda: say(CONTEXT, "Judul"),
                lambda debt: debt.book.title or debt.book.barcode,
                stretch=True,
                tooltip=lambda debt: f"{debt.book.title} · {debt.book.barcode}",
            ),
            Column(
                lambda: say(CONTEXT, "Jatuh tempo"),
                lambda debt: fmt.short_day(debt.book.loan.due_on, language()),
                width_px=108,
            ),
            Column(lambda: say(CONTEXT, "Terlambat"), days, "right", 92),
            Column(lambda: say(CONTEXT, "Denda"), lambda debt: _some(debt.fine_rp), "right", 90),
        ]

    # ---- choices ---------------------------------------------------------------------------------------------------

    def _fill_choices(self) -> None:
        if self.seen is None:
            return
        choices, query = self.seen.found.choices, self.seen.asked.query
        for field, editor in self._editors():
            offered = list(getattr(choices, field))
            chosen = getattr(query, field)
            if chosen and chosen not in offered:
                offered.append(chosen)
            words: Callable[[str], str] = member_type_word if field == "member_type" else str
            editor.set_choices([("", say(CONTEXT, ANY[field])), *((value, words(value)) for value in offered)])
            editor.set_value(chosen)

    def _editors(self) -> list[tuple[str, Choice]]:
        form = self.form
        return list(zip(FIELDS, (form.memberType, form.schoolClass, form.institution, form.district), strict=True))

    def _ask(self, wanted: Asked) -> None:
        self._wanted = wanted
        self.asked.emit(wanted)

    def _which_chosen(self, which: str) -> None:
        self._ask(Asked(which=which, query=self._wanted.query, span=self._wanted.span))

    # ---- words and wires -------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self.form
        chosen = form.which.current() or OVERDUE
        form.which.set_options(
            [
                (OVERDUE, say(CONTEXT, "Terlambat"), "alert-triangle"),
                (SOON, say(CONTEXT, "Segera jatuh tempo"), "calendar-due"),
            ]
        )
        form.which.set_current(chosen)
        form.search.setPlaceholderText(say(CONTEXT, "Nama atau nomor …"))
        form.days.set_choices((span, say(CONTEXT, words)) for span, words in SPANS.items())
        self.grouping.set_choices((key, say(CONTEXT, words)) for key, words in GROUPINGS.items())
        form.onlyDue.setText(say(CONTEXT, "Perlu diingatkan"))
        form.historyHeading.setText(say(CONTEXT, "Riwayat pengingat"))
        form.history.set_empty("", say(CONTEXT, "Belum pernah diingatkan."))
        form.nobody.set_content("user", say(CONTEXT, "Pilih seorang anggota di daftar."))
        for button, words in self._button_words():
            button.set_text(words)
        for widget, name in (
            (form.which, say(CONTEXT, "Daftar yang mana")),
            (form.search, say(CONTEXT, "Cari nama atau nomor anggota")),
            (form.memberType, say(CONTEXT, "Jenis anggota")),
            (form.schoolClass, say(CONTEXT, "Kelas")),
            (form.institution, say(CONTEXT, "Sekolah/instansi")),
            (form.district, say(CONTEXT, "Kecamatan")),
            (form.days, say(CONTEXT, "Hari terlambat")),
            (self.grouping, say(CONTEXT, "Daftar dibagi menurut")),
            (form.list, say(CONTEXT, "Anggota")),
            (form.books, say(CONTEXT, "Buku anggota ini")),
            (form.history, say(CONTEXT, "Riwayat pengingat")),
        ):
            widget.setAccessibleName(name)
        self._name_empty()
        if self.seen is not None:
            self._fill_choices()
            form.summary.setText(summary_text(self.seen))
            self._show_row()

    def _button_words(self) -> list[tuple[Button, str]]:
        return [
            (self.letters_due, say(CONTEXT, "Surat untuk yang perlu")),
            (self.pdf, say(CONTEXT, "Daftar PDF")),
            (self.xlsx, say(CONTEXT, "Daftar XLSX")),
            (self.copy, say(CONTEXT, "Salin pesan")),
            (self.link, say(CONTEXT, "WhatsApp")),
            (self.letter, say(CONTEXT, "Surat")),
            (self.sent, say(CONTEXT, "Pesan sudah dikirim")),
            (self.called, say(CONTEXT, "Sudah ditelepon")),
            (self.again, say(CONTEXT, "Surat sekali lagi")),
            (self.cancel, say(CONTEXT, "Batalkan catatan")),
        ]

    def _name_empty(self) -> None:
        if self._wanted.which == SOON:
            sentence = say(CONTEXT, "Tidak ada buku yang segera jatuh tempo.")
        elif self._wanted.is_choosy:
            sentence = say(CONTEXT, "Tidak ada yang cocok dengan pilihan ini.")
        else:
            sentence = say(CONTEXT, "Tidak ada buku yang terlambat.")
        self.form.list.set_empty("mood-happy", sentence)

    def _build(self) -> None:
        form = self.form
        form.listActions.add(self.letters_due, self.grouping, self.pdf, self.xlsx)
        form.actions.add(self.copy, self.link, self.letter, self.sent, self.called)
        form.historyActions.add(self.again, self.cancel)
        form.list.show_model(self._late)
        form.list.selectionModel().currentRowChanged.connect(lambda *_: self._show_row())
        for model in (self._late, self._soon):
            model.dataChanged.connect(lambda *_: self._show_row())
        form.books.show_model(self._books)
        form.history.show_model(self._lines)
        form.history.picked_row.connect(lambda _: self._show_buttons())
        form.which.changed.connect(self._which_chosen)
        form.search.textEdited.connect(lambda text: self._ask(self._wanted.with_(text=text.strip())))
        form.days.changed.connect(lambda: self._ask(self._wanted.of_span(form.days.value())))
        form.onlyDue.changed.connect(lambda: self._ask(self._wanted.with_(only_due=form.onlyDue.value())))
        for field, editor in self._editors():
            editor.setMinimumContentsLength(LEAST_SIGNS)
            editor.changed.connect(lambda f=field, e=editor: self._ask(self._wanted.with_(**{f: e.value() or ""})))
        filters = (form.search, form.memberType, form.schoolClass, form.institution, form.district, form.days)
        in_order(form.which, *filters, form.onlyDue, form.list, self.letters_due, self.grouping, self.pdf, self.xlsx)
        in_order(self.xlsx, form.books, self.copy, self.link, self.letter, self.sent, self.called, form.history)
        form.days.setMinimumContentsLength(LEAST_SIGNS)
        form.nobody.set_content("user", "")


def _history_columns() -> list[Column[HistoryLine]]:
    return [
        Column(lambda: say(CONTEXT, "Tanggal"), lambda line: fmt.short_day(line.reminder.on, language()), width_px=74),
        Column(
            lambda: say(CONTEXT, "Cara"),
            lambda line: how_text(line.reminder),
            stretch=True,
            token=lambda line: "disabled" if line.reminder.cancelled else None,
            tooltip=lambda line: how_text(line.reminder),
        ),
        Column(lambda: say(CONTEXT, "Oleh"), by_text, width_px=110, tooltip=by_text),
    ]


def _some(amount_rp: int) -> str:
    return fmt.rupiah(amount_rp) if amount_rp else "–"
