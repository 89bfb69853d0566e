"""What the e-book section looks like: who and what at the left, loans and titles at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loket.domain.entities import Id
from loket.services.ebooks import EbookCounts, LoanLine, TitleLine
from loket.services.visitors import Person
from loket.ui import format as fmt
from loket.ui.forms.ui_rooms_ebooks import Ui_EbooksView
from loket.ui.pages.settings_parts import in_order
from loket.ui.presenters.ebooks import LoanDraft
from loket.ui.tables import Column, PagedTableModel, rows_of
from loket.ui.texts import language, say
from loket.ui.texts_circulation import Lines
from loket.ui.texts_rooms_more import EBOOKS, free_sign, free_words, loan_state, moment_words
from loket.ui.widgets import Button, IconLabel, Table

OUT, TODAY, TITLES = "out", "today", "titles"
ICON_PX = 28


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything the section shows. `may_manage`: whoever is signed in may change titles."""

    out: tuple[LoanLine, ...]
    today: tuple[LoanLine, ...]
    titles: tuple[TitleLine, ...]
    counts: EbookCounts
    may_manage: bool
    on: date
    utc_offset_min: int


class EbooksView(QWidget):
    """Shows a draft, the answer and the lists, and passes on gestures.

    Signals: `lend_wanted`, `back_wanted`, `cancel_wanted`, `report_wanted`, `new_wanted`, `edit_wanted`, and
    `row_activated`: Enter on a row.
    """

    lend_wanted = Signal()
    back_wanted = Signal()
    cancel_wanted = Signal()
    report_wanted = Signal()
    new_wanted = Signal()
    edit_wanted = Signal()
    row_activated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_EbooksView()
        self.form.setupUi(self)
        self.seen: Seen | None = None
        self._draft = LoanDraft()
        self._said: Callable[[], Lines] | None = None
        self._lists: list[tuple[str, str, str]] = []
        self._loans: dict[Id, LoanLine] = {}
        self._titles: dict[Id, TitleLine] = {}
        self._out_model: PagedTableModel[Id, LoanLine] = PagedTableModel(
            self._out_columns(), lambda keys: rows_of(self._loans, keys)
        )
        self._day_model: PagedTableModel[Id, LoanLine] = PagedTableModel(
            self._day_columns(), lambda keys: rows_of(self._loans, keys)
        )
        self._title_model: PagedTableModel[Id, TitleLine] = PagedTableModel(
            title_columns(), lambda keys: rows_of(self._titles, keys)
        )
        self._title_icon = IconLabel(self, name="book-2", size=ICON_PX)
        self.lend = Button(self, icon="check", role="primary")
        self.back = Button(self, icon="arrow-back-up", key="Ctrl+B")
        self.cancel = Button(self, icon="x", role="quiet")
        self.report = Button(self, icon="file-import", key="Ctrl+O")
        self.new_title = Button(self, icon="plus")
        self.edit_title = Button(self, icon="edit", role="quiet")
        self._build()

    # ---- what is shown ---------------------------------------------------------------------------------------------

    def show_seen(self, seen: Seen) -> None:
        self.seen = seen
        self._loans = {line.loan.id: line for line in (*seen.out, *seen.today)}
        self._titles = {line.title.id: line for line in seen.titles}
        form = self.form
        for table, model, ids in (
            (form.out, self._out_model, [line.loan.id for line in seen.out]),
            (form.today, self._day_model, [line.loan.id for line in seen.today]),
            (form.titles, self._title_model, list(self._titles)),
        ):
            row = table.current_row()
            model.set_ids(ids)
            table.select_row(min(max(0, row), len(ids) - 1))
        for number, figure in (
            (form.loansNumber, seen.counts.loans),
            (form.titlesNumber, seen.counts.titles),
            (form.readersNumber, seen.counts.readers),
        ):
            number.setText(fmt.count(figure, language()))
        self._name_lists()
        self._show_buttons()

    def show_draft(self, draft: LoanDraft) -> None:
        self._draft = draft
        form = self.form
        if draft.person is not None:
            form.person.show_person(draft.person)
        elif draft.guest:
            form.person.show_person(Person(None, None, draft.guest, say(EBOOKS, "bukan anggota")))
        else:
            form.person.show_nobody(say(EBOOKS, "Siapa yang membaca?"), say(EBOOKS, "Pindai kartu atau ketik nama."))
        line = draft.title
        self._title_icon.set("book-2", "accent" if line else "ink-2")
        form.chosenTitle.setText(line.title.title if line else say(EBOOKS, "Judul yang mana?"))
        detail = say(EBOOKS, "Ketik judulnya, atau pilih di daftar Judul.")
        if line is not None:
            detail = " · ".join(part for part in (line.title.author, free_words(line)) if part)
        form.chosenDetail.setText(detail)
        self.lend.setEnabled(draft.is_complete)

    def show_answer(self, make: Callable[[], Lines] | None) -> None:
        """What is said now, made again when the language changes; None: ready for the next one."""
        self._said = make
        answer = self.form.answer
        if make is None:
            ready = say(EBOOKS, "Siap mencatat e-book")
            answer.show_idle(ready, say(EBOOKS, "Pindai kartu dan ketik judul, urutannya bebas."), icon="book-2")
            return
        answer.show_lines(make())

    def which(self) -> str:
        return self.form.which.current() or OUT

    def turn_to(self, which: str) -> None:
        self.form.which.set_current(which)
        self._show_list()

    def step(self, way: int) -> None:
        """Up and Down in the scan box walk the list."""
        table = self._table()
        table.select_row(max(0, table.current_row() + way))

    def chosen_loan(self) -> LoanLine | None:
        model = {OUT: self._out_model, TODAY: self._day_model}.get(self.which())
        row = self._table().current_row()
        return None if model is None or not 0 <= row < len(model.ids()) else self._loans.get(model.key_at(row))

    def chosen_title(self) -> TitleLine | None:
        row = self.form.titles.current_row()
        if self.which() != TITLES or not 0 <= row < len(self._title_model.ids()):
            return None
        return self._titles.get(self._title_model.key_at(row))

    def _table(self) -> Table:
        tables: dict[str, Table] = {OUT: self.form.out, TODAY: self.form.today, TITLES: self.form.titles}
        return tables[self.which()]

    def _show_list(self) -> None:
        self.form.lists.setCurrentWidget(self._table())
        self._show_buttons()

    def _show_buttons(self) -> None:
        titles, loan = self.which() == TITLES, self.chosen_loan()
        may_manage = self.seen is not None and self.seen.may_manage
        for button in (self.back, self.cancel):
            button.setVisible(not titles)
        for button in (self.new_title, self.edit_title):
            button.setVisible(titles and may_manage)
        self.back.setEnabled(loan is not None and loan.is_out)
        self.cancel.setEnabled(loan is not None and not loan.loan.cancelled)
        self.edit_title.setEnabled(self.chosen_title() is not None)

    # ---- columns, words, wires -------------------------------------------------------------------------------------

    def _loan_columns(self) -> list[Column[LoanLine]]:
        return [
            Column(
                lambda: say(EBOOKS, "Judul"), lambda line: line.loan.title, stretch=True, strong=True, tooltip=_about
            ),
            Column(lambda: say(EBOOKS, "Pembaca"), lambda line: line.who, width_px=160),
        ]

    def _out_columns(self) -> list[Column[LoanLine]]:
        def back(line: LoanLine) -> str:
            return moment_words(line.loan.due_at, self._offset())

        return [*self._loan_columns(), Column(lambda: say(EBOOKS, "Kembali sendiri"), back, width_px=130)]

    def _day_columns(self) -> list[Column[LoanLine]]:
        def lent(line: LoanLine) -> str:
            return moment_words(line.loan.lent_at, self._offset())

        def state(line: LoanLine) -> tuple[str, str, str]:
            on = self.seen.on if self.seen is not None else line.loan.lent_on
            return loan_state(line, on, self._offset())

        return [
            *self._loan_columns(),
            Column(lambda: say(EBOOKS, "Dipinjam"), lent, width_px=130),
            Column(
                lambda: say(EBOOKS, "Kembali"),
                lambda line: state(line)[0],
                width_px=148,
                icon=lambda line: state(line)[1:],
            ),
        ]

    def _offset(self) -> int:
        return self.seen.utc_offset_min if self.seen is not None else 0

    def retranslate(self) -> None:
        form = self.form
        self._name_lists()
        form.out.set_empty("book-2", say(EBOOKS, "Tidak ada e-book yang sedang dipinjam."))
        form.today.set_empty("book-2", say(EBOOKS, "Belum ada pinjaman e-book hari ini."))
        form.titles.set_empty("book-2", say(EBOOKS, "Belum ada judul. Ambil dari laporan KLIK, atau tambahkan."))
        for table, name in (
            (form.out, say(EBOOKS, "E-book yang sedang dipinjam")),
            (form.today, say(EBOOKS, "Pinjaman e-book hari ini")),
            (form.titles, say(EBOOKS, "Judul e-book")),
        ):
            table.setAccessibleName(name)
        form.hint.setText(say(EBOOKS, "E-book kembali sendiri; tidak ada yang perlu diterima di meja."))
        form.dayHeading.setText(say(EBOOKS, "Hari ini"))
        form.loansWord.setText(say(EBOOKS, "pinjaman"))
        form.titlesWord.setText(say(EBOOKS, "judul"))
        form.readersWord.setText(say(EBOOKS, "pembaca"))
        for button, words in (
            (self.lend, say(EBOOKS, "Catat pinjaman  Enter")),
            (self.back, say(EBOOKS, "Dikembalikan")),
            (self.cancel, say(EBOOKS, "Batalkan …  Ctrl+Z")),
            (self.report, say(EBOOKS, "Ambil laporan KLIK …")),
            (self.new_title, say(EBOOKS, "Judul baru …")),
            (self.edit_title, say(EBOOKS, "Ubah …")),
        ):
            button.set_text(words)
        for model in (self._out_model, self._day_model, self._title_model):
            model.retranslate()
        self.show_draft(self._draft)
        self.show_answer(self._said)
        self._show_list()

    def _name_lists(self) -> None:
        seen = self.seen
        out, day, titles = (len(seen.out), len(seen.today), len(seen.titles)) if seen is not None else (0, 0, 0)
        lists = [
            (OUT, f"{say(EBOOKS, 'Sedang dipinjam')}  {fmt.count(out, language())}", ""),
            (TODAY, f"{say(EBOOKS, 'Hari ini')}  {fmt.count(day, language())}", ""),
            (TITLES, f"{say(EBOOKS, 'Semua judul')}  {fmt.count(titles, language())}", ""),
        ]
        if lists != self._lists:
            self._lists = lists
            self.form.which.set_options(lists)

    def _build(self) -> None:
        form = self.form
        form.chosenRow.insertWidget(0, self._title_icon)
        form.taking.insertWidget(0, self.lend)
        form.taking.setStretch(1, 1)
        for button in (self.back, self.cancel, self.new_title, self.edit_title):
            form.actions.addWidget(button)
        form.actions.addStretch(1)
        form.actions.addWidget(self.report)
        form.out.show_model(self._out_model)
        form.today.show_model(self._day_model)
        form.titles.show_model(self._title_model)
        form.which.changed.connect(lambda _: self._show_list())
        for table in (form.out, form.today, form.titles):
            table.picked_row.connect(lambda _: self._show_buttons())
            table.activated_row.connect(lambda _: self.row_activated.emit())
        for button, signal in (
            (self.lend, self.lend_wanted),
            (self.back, self.back_wanted),
            (self.cancel, self.cancel_wanted),
            (self.report, self.report_wanted),
            (self.new_title, self.new_wanted),
            (self.edit_title, self.edit_wanted),
        ):
            button.clicked.connect(lambda _=False, told=signal: told.emit())
        in_order(
            self.lend, form.which, form.out, form.today, form.titles, self.back, self.cancel, self.new_title,
            self.edit_title, self.report,
        )  # fmt: skip


def title_columns() -> list[Column[TitleLine]]:
    return [
        Column(
            lambda: say(EBOOKS, "Judul"),
            lambda line: line.title.title,
            stretch=True,
            strong=True,
            token=lambda line: "disabled" if line.title.retired else None,
        ),
        Column(lambda: say(EBOOKS, "Pengarang"), lambda line: line.title.author, width_px=150),
        Column(lambda: say(EBOOKS, "Lisensi"), free_words, width_px=170, icon=free_sign),
    ]


def _about(line: LoanLine) -> str:
    return " · ".join(part for part in (line.loan.title, line.loan.author, line.who) if part)
