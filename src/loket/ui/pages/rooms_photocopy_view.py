"""What the photocopy section looks like: the job on the counter, and beside it what is outside and the day so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from loket.domain.entities import Id, Tariff
from loket.services.photocopies import Copied, CopyCounts, JobLine, OutLine
from loket.services.visitors import Person
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.forms.ui_rooms_photocopy import Ui_PhotocopyView
from loket.ui.pages.cash_parts import MoneyEdit
from loket.ui.pages.rooms_photocopy_parts import day_columns, out_columns
from loket.ui.pages.settings_parts import Choice, allow_narrow, in_order
from loket.ui.presenters.photocopy import Ask, CopyWay, Draft, PayWay, Return
from loket.ui.tables import Column, PagedTableModel, rows_of
from loket.ui.texts import language, say
from loket.ui.texts_circulation import Lines
from loket.ui.texts_rooms_more import (
    COPIES,
    NOTICE,
    PAY_WAYS,
    checked_words,
    counts_words,
    held_words,
    paper_words,
    sum_words,
)
from loket.ui.widgets import Button, FormRow, Segmented, Table, set_state

OUTSIDE, TODAY = "outside", "today"
DONE_PX, BOOKS_PX = 44, 76
DOCUMENTS = ("KTP", "SIM", "Kartu pelajar", "KTM", "Paspor", "Kartu pegawai")


class PhotocopyView(QWidget):
    """Shows a draft or a return and passes on gestures.

    Signals: `changed()`: a field was typed in or chosen, `way_chosen(CopyWay)`, `go_wanted()` Enter or the button,
    `strayed(text)` and `scanned(text)`: what belongs in the scan box, `left()`: back to it, `dropped(barcode)`,
    `back_wanted()`, `lost_wanted()`, `undo_wanted()`, `slip_wanted()`.
    """

    changed = Signal()
    way_chosen = Signal(object)
    go_wanted = Signal()
    strayed = Signal(str)
    scanned = Signal(str)
    left = Signal()
    dropped = Signal(str)
    back_wanted = Signal()
    lost_wanted = Signal()
    undo_wanted = Signal()
    slip_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_PhotocopyView()
        self.form.setupUi(self)
        self._draft = Draft()
        self._back: Return | None = None
        self._papers: tuple[Tariff, ...] = ()
        self._books: dict[str, Copied] = {}
        self._outside: dict[Id, OutLine] = {}
        self._today: dict[Id, JobLine] = {}
        self._counts: CopyCounts | None = None
        self._said: Callable[[], Lines] | None = None
        self._utc_offset_min = 0
        self._lists: list[tuple[str, str, str]] = []
        self._pays: list[tuple[str, str, str]] = []
        self.pages, self.received, self.reference = MoneyEdit(self), MoneyEdit(self), QLineEdit(self)
        self.paper, self.pay = Choice(self), Segmented(self)
        self.pledge_type, self.pledge_last4 = QComboBox(self), QLineEdit(self)
        self.valuables, self.phone = QLineEdit(self), QLineEdit(self)
        self.go = Button(self, icon="check", role="primary")
        self.lost = Button(self, icon="shield-check", role="quiet")
        self.give_back = Button(self, icon="arrow-back-up")
        self.slip = Button(self, icon="printer", role="quiet")
        self.undo = Button(self, icon="x", role="quiet")
        self._book_model: PagedTableModel[str, Copied] = PagedTableModel(
            self._book_columns(), lambda keys: rows_of(self._books, keys)
        )
        self._out_model: PagedTableModel[Id, OutLine] = PagedTableModel(
            out_columns(), lambda keys: rows_of(self._outside, keys)
        )
        self._day_model: PagedTableModel[Id, JobLine] = PagedTableModel(
            day_columns(lambda: self._utc_offset_min), lambda keys: rows_of(self._today, keys)
        )
        self._build()
        self._wire()

    # ---- what is asked ---------------------------------------------------------------------------------------------

    def typed(self, draft: Draft) -> Draft:
        """The draft with what the fields say now."""
        pay = PayWay(self.pay.current())
        return replace(
            draft,
            pages=self.pages.value(),
            tariff=self.paper.value(),
            pay=PayWay.CASH if pay is PayWay.BILL and not draft.may_bill else pay,
            received_rp=self.received.value(),
            reference=self.reference.text().strip(),
            pledge_type=self.pledge_type.currentText().strip(),
            pledge_last4=self.pledge_last4.text().strip(),
        )

    def put_cursor(self, ask: Ask) -> None:
        """Into the field that is asked for next; Enter then goes on from there."""
        field = {
            Ask.PAGES: self.pages,
            Ask.REFERENCE: self.reference,
            Ask.PLEDGE_TYPE: self.pledge_type,
            Ask.PLEDGE_LAST4: self.pledge_last4,
        }.get(ask)
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)

    def row_of(self, field: str) -> FormRow | None:
        """Where a mistake in this field is shown; None where it belongs over the page."""
        form = self.form
        rows = {
            "pages": form.pages, "tariff": form.paper, "pay": form.pay, "received_rp": form.paid,
            "reference": form.reference, "pledge": form.pledge_type, "pledge_type": form.pledge_type,
            "pledge_last4": form.pledge_last4, "valuables": form.valuables, "phone": form.phone,
        }  # fmt: skip
        return rows.get(field)

    # ---- what is shown ---------------------------------------------------------------------------------------------

    def show_papers(self, papers: Sequence[Tariff]) -> None:
        """What copies cost today; the chosen paper stays while it is offered."""
        first, self._papers = not self._papers, tuple(papers)
        offered = [(paper, paper_words(paper)) for paper in papers]
        self.paper.set_choices([*offered, (None, say(COPIES, "Tanpa biaya"))])
        if first and papers:
            self.paper.set_value(papers[0])

    def show_draft(self, draft: Draft, *, fresh: bool = False) -> None:
        """`fresh`: the fields are emptied for the next one; else what is typed stays."""
        self._draft, self._back = draft, None
        if fresh:
            for money in (self.pages, self.received):
                money.set_value(None)
            for line in (self.reference, self.pledge_last4, self.valuables, self.phone):
                line.clear()
            self.pledge_type.setCurrentIndex(0)
            self.clear_errors()
        self.form.way.set_current(draft.way.value)
        pays = self._pay_options(draft)
        if pays != self._pays:
            self._pays = pays
            self.pay.set_options(pays)
        self.pay.set_current(draft.pay.value)
        out = draft.way is CopyWay.OUT
        self.form.fields.setCurrentWidget(self.form.outFields if out else self.form.hereFields)
        self._show_person(draft)
        self._show_books(draft.books)
        self._show_money(draft)
        self._show_buttons()

    def show_return(self, back: Return) -> None:
        self._back = back
        form = self.form
        form.fields.setCurrentWidget(form.backFields)
        form.person.show_person(Person(None, None, back.line.who, back.line.number or say(COPIES, "bukan anggota")))
        form.backHeld.setText(held_words(back.line.job))
        form.backCheck.setText(checked_words(back))
        set_state(form.backCheck, tone="ok" if back.checked and len(back.checked) == back.total else "")
        self._show_books(back.books)
        form.sum.hide()
        form.sumDetail.setText("" if back.slip_code else say(COPIES, "Tanpa nota, buku diterima dengan izin pengawas."))
        self._show_buttons()

    def show_answer(self, make: Callable[[], Lines]) -> None:
        """What is said now; made again when the language changes."""
        self._said = make
        self.form.answer.show_lines(make())

    def show_idle(self) -> None:
        self._said = None
        out = self._draft.way is CopyWay.OUT
        detail = (
            say(COPIES, "Pindai kartu pembawa dan bukunya; pindai notanya bila kembali.")
            if out
            else say(COPIES, "Isi lembarnya, Enter mencatat. Anggota: pindai kartunya dahulu.")
        )
        self.form.answer.show_idle(say(COPIES, "Siap mencatat fotokopi"), detail, icon="copy")

    def show_jobs(self, outside: Sequence[OutLine], today: Sequence[JobLine], counts: CopyCounts, offset: int) -> None:
        self._utc_offset_min, self._counts = offset, counts
        chosen = self.chosen_id()
        self._outside = {line.job.id: line for line in outside}
        self._today = {line.job.id: line for line in today}
        for table, model, ids in (
            (self.form.outside, self._out_model, list(self._outside)),
            (self.form.today, self._day_model, list(self._today)),
        ):
            model.set_ids(ids)
            table.select_row(ids.index(chosen) if chosen in ids else 0)
        self._name_lists()
        self._show_buttons()

    def which(self) -> str:
        return self.form.which.current() or OUTSIDE

    def chosen_out(self) -> OutLine | None:
        row = self.form.outside.current_row()
        ids = self._out_model.ids()
        return self._outside.get(ids[row]) if self.which() == OUTSIDE and 0 <= row < len(ids) else None

    def chosen_job(self) -> JobLine | None:
        row = self.form.today.current_row()
        ids = self._day_model.ids()
        return self._today.get(ids[row]) if self.which() == TODAY and 0 <= row < len(ids) else None

    def chosen_id(self) -> Id | None:
        line = self.chosen_out() or self.chosen_job()
        return line.job.id if line is not None else None

    def turn_to(self, which: str) -> None:
        self.form.which.set_current(which)
        self._show_list()

    def step(self, way: int) -> None:
        """Up and Down in the scan box walk the list."""
        table = self._table()
        table.select_row(max(0, table.current_row() + way))

    def list_has_focus(self) -> bool:
        return self._table().hasFocus()

    def _table(self) -> Table:
        return self.form.outside if self.which() == OUTSIDE else self.form.today

    def clear_errors(self) -> None:
        for row in self._rows():
            row.set_error(None)

    def _rows(self) -> tuple[FormRow, ...]:
        form = self.form
        here = (form.pages, form.paper, form.pay, form.paid, form.reference)
        return (*here, form.pledge_type, form.pledge_last4, form.valuables, form.phone)

    # ---- parts of it -----------------------------------------------------------------------------------------------

    def _show_person(self, draft: Draft) -> None:
        card = self.form.person
        if draft.person is not None:
            card.show_person(draft.person)
        elif draft.guest:
            card.show_person(Person(None, None, draft.guest, say(COPIES, "bukan anggota")))
        elif draft.way is CopyWay.OUT:
            card.show_nobody(say(COPIES, "Siapa yang membawa?"), say(COPIES, "Pindai kartunya, atau ketik namanya."))
        else:
            card.show_nobody(say(COPIES, "Tanpa nama"), say(COPIES, "Membayar sekarang; anggota boleh ditagih."))

    def _show_books(self, books: Sequence[Copied]) -> None:
        self._books = {book.barcode: book for book in books}
        self._book_model.set_ids(list(self._books))
        self.form.books.setVisible(bool(books))
        self.form.booksHint.setVisible(not books)

    def _show_money(self, draft: Draft) -> None:
        form, here = self.form, draft.way is CopyWay.HERE
        costs = draft.tariff is not None
        form.pay.setVisible(costs)
        form.paid.setVisible(costs and draft.pay is PayWay.CASH)
        form.reference.setVisible(costs and draft.pay is PayWay.QRIS)
        self.received.setPlaceholderText(fmt.count(draft.total_rp) if draft.total_rp else "")
        form.sum.setText(fmt.rupiah(draft.total_rp))
        form.sum.setVisible(here and draft.total_rp > 0)
        form.sumDetail.setText(sum_words(draft) if here else say(COPIES, "Simpan yang ditahan bersama tindasan nota."))
        set_state(form.sumDetail, tone="stop" if here and draft.change_rp < 0 else "")

    def _pay_options(self, draft: Draft) -> list[tuple[str, str, str]]:
        ways = [way for way in PayWay if way is not PayWay.BILL or draft.may_bill]
        return [(way.value, say(COPIES, PAY_WAYS[way]), "") for way in ways]

    def _show_buttons(self) -> None:
        if self._back is not None:
            words = say(COPIES, "Terima kembali")
        elif self._draft.way is CopyWay.OUT:
            words = say(COPIES, "Bawa keluar")
        else:
            words = say(COPIES, "Catat")
        self.go.set_text(f"{words}  Enter")
        self.go.setAccessibleName(words)
        self.go.setEnabled(self._back is None or bool(self._back.slip_code))
        self.lost.setVisible(self._back is not None and not self._back.slip_code)
        job = self.chosen_job()
        out = self.chosen_out()
        self.give_back.setVisible(self.which() == OUTSIDE)
        self.give_back.setEnabled(out is not None)
        self.slip.setVisible(self.which() == OUTSIDE)
        self.slip.setEnabled(out is not None)
        self.undo.setEnabled(out is not None or job is not None)

    def _show_list(self) -> None:
        self.form.lists.setCurrentWidget(self._table())
        self._show_buttons()

    def _name_lists(self) -> None:
        form = self.form
        out, day = len(self._outside), len(self._today)
        lists = [
            (OUTSIDE, f"{say(COPIES, 'Masih di luar')}  {fmt.count(out, language())}", ""),
            (TODAY, f"{say(COPIES, 'Hari ini')}  {fmt.count(day, language())}", ""),
        ]
        if lists != self._lists:
            self._lists = lists
            form.which.set_options(lists)
        form.counts.setText(counts_words(self._counts) if self._counts is not None else "")

    # ---- columns ---------------------------------------------------------------------------------------------------

    def _book_columns(self) -> list[Column[Copied]]:
        def sign(book: Copied) -> tuple[str, str] | None:
            if self._back is None:
                return None
            return ("circle-check", "ok") if self._back.is_checked(book.barcode) else ("square", "ink-2")

        return [
            Column(lambda: say(COPIES, "Kode"), lambda book: book.barcode, width_px=150, icon=sign),
            Column(
                lambda: say(COPIES, "Buku yang difotokopi"),
                lambda book: book.title or say(COPIES, "tidak dikenal katalog"),
                stretch=True,
                strong=True,
                token=lambda book: None if book.title else "ink-2",
            ),
        ]

    # ---- words and wires -------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self.form
        chosen_way, chosen_list = form.way.current() or CopyWay.HERE.value, self.which()
        form.way.set_options(
            [
                (CopyWay.HERE.value, f"{say(COPIES, 'Di sini')}  Ctrl+D", "copy"),
                (CopyWay.OUT.value, f"{say(COPIES, 'Dibawa keluar')}  Ctrl+L", "door"),
            ]
        )
        form.way.set_current(chosen_way)
        form.way.setAccessibleName(say(COPIES, "Cara memfotokopi"))
        for row, words, hint in (
            (form.pages, say(COPIES, "Lembar"), ""),
            (form.paper, say(COPIES, "Kertas"), ""),
            (form.pay, say(COPIES, "Pembayaran"), ""),
            (form.paid, say(COPIES, "Uang diterima"), say(COPIES, "Kosong: uang pas.")),
            (form.reference, say(COPIES, "Nomor referensi"), say(COPIES, "Dari bukti QRIS.")),
            (form.pledge_type, say(COPIES, "Identitas ditahan"), ""),
            (form.pledge_last4, say(COPIES, "4 angka terakhir"), say(COPIES, "Bukan nomor utuh.")),
            (form.valuables, say(COPIES, "Barang berharga"), say(COPIES, "Boleh kosong.")),
            (form.phone, say(COPIES, "Telepon"), say(COPIES, "Boleh kosong.")),
        ):
            row.set_label(words)
            row.set_hint(hint)
        form.notice.setText(say(COPIES, NOTICE))
        form.backHeading.setText(say(COPIES, "Serahkan kembali sesudah bukunya lengkap:"))
        form.booksHint.setText(say(COPIES, "Pindai buku yang difotokopi."))
        form.books.setAccessibleName(say(COPIES, "Buku yang difotokopi"))
        form.outside.set_empty("circle-check", say(COPIES, "Tidak ada buku di luar."))
        form.outside.setAccessibleName(say(COPIES, "Buku yang masih di luar"))
        form.today.set_empty("copy", say(COPIES, "Belum ada fotokopi hari ini."))
        form.today.setAccessibleName(say(COPIES, "Fotokopi hari ini"))
        for button, words in (
            (self.lost, say(COPIES, "Nota hilang …")),
            (self.give_back, say(COPIES, "Terima kembali …")),
            (self.slip, say(COPIES, "Cetak ulang nota")),
            (self.undo, say(COPIES, "Batalkan …  Ctrl+Z")),
        ):
            button.set_text(words)
        for model in (self._book_model, self._out_model, self._day_model):
            model.retranslate()
        self.show_papers(self._papers)
        self._name_lists()
        form.which.set_current(chosen_list)
        if self._back is not None:
            self.show_return(self._back)
        else:
            self.show_draft(self._draft)
        self._show_list()
        if self._said is not None:
            self.show_answer(self._said)
        else:
            self.show_idle()

    def _build(self) -> None:
        form, px = self.form, theme.current().px
        form.pages.set_editor(self.pages)
        form.paper.set_editor(self.paper)
        form.pay.set_editor(self.pay)
        form.paid.set_editor(self.received)
        form.reference.set_editor(self.reference)
        self.pledge_type.setEditable(True)
        self.pledge_type.addItems(DOCUMENTS)
        for name, editor in (
            ("pledge_type", self.pledge_type),
            ("pledge_last4", self.pledge_last4),
            ("valuables", self.valuables),
            ("phone", self.phone),
        ):
            getattr(form, name).set_editor(editor)
        for row in self._rows():
            if row is not form.pay:
                allow_narrow(row)
        self.go.setMinimumHeight(px(DONE_PX))
        for button in (self.lost, self.go):
            form.doing.addWidget(button)
        for button in (self.give_back, self.slip, self.undo):
            form.actions.addWidget(button)
        form.actions.addStretch(1)
        form.books.show_model(self._book_model)
        form.booksHint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (form.books, form.booksHint):
            part.setMinimumHeight(px(BOOKS_PX))
        form.outside.show_model(self._out_model)
        form.today.show_model(self._day_model)
        form.sumDetail.setMinimumWidth(1)
        in_order(
            form.way, form.books, self.pages, self.paper, self.pay, self.received, self.reference, self.pledge_type,
            self.pledge_last4, self.valuables, self.phone, self.lost, self.go, form.which, form.outside,
            form.today, self.give_back,
            self.slip, self.undo,
        )  # fmt: skip

    def _wire(self) -> None:
        form = self.form
        form.way.changed.connect(lambda key: self.way_chosen.emit(CopyWay(key)))
        form.which.changed.connect(lambda _: self._show_list())
        for table in (form.outside, form.today):
            table.picked_row.connect(lambda _: self._show_buttons())
        form.outside.activated_row.connect(lambda _: self.back_wanted.emit())
        form.books.activated_row.connect(self._drop_row)
        for money in (self.pages, self.received):
            money.changed.connect(lambda _: self.changed.emit())
            money.entered.connect(self.go_wanted)
            money.strayed.connect(self.strayed)
            money.scanned.connect(self.scanned)
            money.left.connect(self.left)
        for line in (self.reference, self.pledge_last4, self.valuables, self.phone):
            line.textEdited.connect(lambda _: self.changed.emit())
            line.returnPressed.connect(self.go_wanted)
        typed_type = self.pledge_type.lineEdit()
        assert typed_type is not None
        typed_type.returnPressed.connect(self.go_wanted)
        typed_type.textEdited.connect(lambda _: self.changed.emit())
        self.pledge_type.textActivated.connect(lambda _: self.changed.emit())
        self.paper.changed.connect(self.changed)
        self.pay.changed.connect(lambda _: self.changed.emit())
        for button, signal in (
            (self.go, self.go_wanted),
            (self.lost, self.lost_wanted),
            (self.give_back, self.back_wanted),
            (self.slip, self.slip_wanted),
            (self.undo, self.undo_wanted),
        ):
            button.clicked.connect(lambda _=False, told=signal: told.emit())

    def _drop_row(self, row: int) -> None:
        """Enter on a book that was scanned by mistake."""
        if self._back is None:
            self.dropped.emit(self._book_model.key_at(row))
