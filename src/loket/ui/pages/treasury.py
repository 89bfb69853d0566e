"""The page "Bendahara": money on its way from the desks to the bank, whether it agrees, and the books."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loket.domain.entities import HandOver, Id, Remittance
from loket.domain.errors import InvalidInput
from loket.services.treasury import HandOverState, HandOverView, Reconciliation, RemittanceView
from loket.ui.forms.ui_treasury import Ui_TreasuryPage
from loket.ui.issuing import ask_file, open_file
from loket.ui.pages.page import Page, demand_ours, on_key
from loket.ui.pages.settings_parts import in_order
from loket.ui.pages.treasury_acts import TreasuryActs
from loket.ui.pages.treasury_tables import LedgerView, handed_columns, matter_columns, slip_columns
from loket.ui.presenters.treasury import BookKind, TreasuryPresenter, Work
from loket.ui.shell import Shell
from loket.ui.tables import PagedTableModel, rows_of
from loket.ui.texts import QT_TRANSLATE_NOOP, invalid_text, say
from loket.ui.texts_settings import MONTHS, word
from loket.ui.texts_treasury import (
    BOOKS,
    CONTEXT,
    Matter,
    chain,
    confirm_step,
    flow,
    ledger_word,
    matters,
    month_step,
    receive_step,
    remit_step,
    verdict,
)
from loket.ui.treasury_papers import Papers
from loket.ui.widgets import Segmented

if TYPE_CHECKING:
    from loket.reports.ledger import Ledger

WORK, MATCH, BOOKS_VIEW = "work", "match", "books"
MONEY = "money"  # the word of `shell.changes` for receipts, drawers, hand-overs and deposits
READ_AGAIN_ON = frozenset({MONEY, "rules"})


class TreasuryPage(Page):
    """Ctrl+1 the money's way, Ctrl+2 whether it agrees, Ctrl+3 the books. Everybody may look; the treasurer acts."""

    TITLE = QT_TRANSLATE_NOOP("Page", "Bendahara")
    ICON = "building-community"
    SHORTCUT = "F11"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.setProperty("role", "page")
        self._form = Ui_TreasuryPage()
        self._form.setupUi(self)
        self._handed: dict[Id, HandOverView] = {}
        self._slips: dict[Id, RemittanceView] = {}
        self._matters: list[Matter] = []
        self._saved: Path | None = None
        self.views = Segmented(self)
        self._handed_model: PagedTableModel[Id, HandOverView] = PagedTableModel(
            handed_columns(self._late_days), lambda ids: rows_of(self._handed, ids)
        )
        self._slip_model: PagedTableModel[Id, RemittanceView] = PagedTableModel(
            slip_columns(), lambda ids: rows_of(self._slips, ids)
        )
        self._matter_model: PagedTableModel[int, Matter] = PagedTableModel(
            matter_columns(), lambda ids: {one: self._matters[one] for one in ids if one < len(self._matters)}
        )
        self.papers = Papers(shell)
        self.presenter = TreasuryPresenter(shell.desk, shell.jobs, shell.photos, self, self.papers.ledgers)
        self.acts = TreasuryActs(self.presenter, self, shell.desk.today)
        self.ask_name: Callable[[str, str], Path | None] = self._ask_name
        self.open_file: Callable[[Path], object] = open_file
        self._build()
        self._wire()
        self.retranslate()

    # ---- gestures -------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        self._form.banner.hide_line()
        self._read()
        self._focus()

    def turn_to(self, view: str) -> None:
        """Another of the three views."""
        self.views.set_current(view)
        self._view_chosen(view)

    def receive(self) -> None:
        """The chosen hand-over, where it waits; else the oldest that does."""
        work, chosen = self.presenter.work, self._chosen_handed()
        if work is not None and work.waiting:
            waits = chosen is not None and chosen.state is HandOverState.ON_THE_WAY
            self.acts.receive(chosen if chosen is not None and waits else work.waiting[0])

    def remit(self) -> None:
        """A deposit slip of what he has received."""
        if self.presenter.work is not None and self.presenter.work.at_hand:
            self.acts.remit(self.presenter.work)

    def confirm(self) -> None:
        """What the bank said about the chosen slip; else about the oldest without its word."""
        work, chosen = self.presenter.work, self._chosen_slip()
        slip = chosen if chosen is not None and chosen.remittance.voided_on is None else None
        if slip is None and work is not None and work.unconfirmed:
            slip = work.unconfirmed[0]
        if slip is not None:
            self.acts.confirm(slip.remittance)

    def confirm_next(self) -> None:
        """The oldest slip without the bank's word."""
        work = self.presenter.work
        if work is not None and work.unconfirmed:
            self.acts.confirm(work.unconfirmed[0].remittance)

    def void(self) -> None:
        """The chosen slip never reached the bank."""
        chosen = self._chosen_slip()
        row = chosen.remittance if chosen is not None else None
        if row is not None and row.voided_on is None and row.confirmed_on is None:
            self.acts.void(row)

    def save_hand_over(self) -> None:
        """The slip with two signatures of the chosen hand-over."""
        chosen = self._chosen_handed()
        if chosen is not None:
            one = chosen.hand_over
            self._save(one.number, "pdf", lambda: self.papers.hand_over(one.id))

    def save_sts(self) -> None:
        chosen = self._chosen_slip()
        if chosen is not None:
            row = chosen.remittance
            self._save(row.number, "pdf", lambda: self.papers.sts(row.id))

    def show_scan(self) -> None:
        """The stamped slip as it was scanned."""
        chosen = self._chosen_slip()
        if chosen is not None and chosen.remittance.scan:
            row = chosen.remittance
            self.shell.jobs.start(
                lambda: self.papers.scan(row.id),
                lambda found: self._scan_found(row.number, found),
                self.show_problem,
                lane="read",
                owner=self,
            )

    def save_book(self, kind: str) -> None:
        """The book on the screen, as "pdf" or "xlsx"."""
        ledgers = self.presenter.book
        if ledgers:
            make = self.papers.book_pdf if kind == "pdf" else self.papers.book_xlsx
            self._save(f"{ledgers[0].title} {ledgers[0].subtitle}", kind, lambda: make(ledgers))

    def _scan_found(self, number: str, found: bytes | None) -> None:
        if found is not None:
            self._save(f"{number} bukti bank", "jpg", lambda: found)
            return
        sentence = say(CONTEXT, "Pindaian {no} belum sampai di loket ini; sinkronkan dahulu.", no=number)
        self._form.banner.show_line(sentence, kind="info")

    # ---- what the presenter shows ---------------------------------------------------------------------------------

    def show_work(self, work: Work) -> None:
        form = self._form
        self._handed = {one.hand_over.id: one for one in work.handed}
        self._slips = {slip.remittance.id: slip for slip in work.slips}
        chosen_handed, chosen_slip = form.handed.current_row(), form.remitted.current_row()
        self._handed_model.set_ids(list(self._handed))
        self._slip_model.set_ids(list(self._slips))
        form.handed.select_row(max(0, chosen_handed))
        form.remitted.select_row(max(0, chosen_slip))
        self._show_steps(work)
        self._show_buttons()

    def show_match(self, found: Reconciliation) -> None:
        form = self._form
        sentence, icon, token = verdict(found, form.match_period.words())
        form.verdict_icon.set(icon, token)
        form.verdict.setText(sentence)
        form.flow.show_sums(flow(found))
        form.chain.show_sums(chain(found))
        self._matters = matters(found)
        self._matter_model.set_ids(range(len(self._matters)))
        form.gaps.select_row(0)
        form.matter.setVisible(bool(self._matters))

    def show_book(self, kind: BookKind, ledger: Ledger) -> None:
        self._form.book_title.setText(f"{ledger_word(ledger.title)} · {self._form.period.words()}")
        self._ledger_view.show(ledger)
        for button in (self._form.save_pdf, self._form.save_xlsx):
            button.setEnabled(True)

    def say_received(self, handed: HandOver) -> None:
        self._said(say(CONTEXT, "{no} diterima: {received_rp}.", no=handed.number, received_rp=handed.received_rp))

    def say_remitted(self, slip: Remittance) -> None:
        self._said(
            say(
                CONTEXT,
                "{no} dibuat, {amount_rp}. Simpan PDF-nya, setor ke bank, lalu catat buktinya.",
                no=slip.number,
                amount_rp=slip.amount_rp,
            )
        )

    def say_confirmed(self, slip: Remittance) -> None:
        self._said(say(CONTEXT, "Bukti bank {no} tercatat: {reference}.", no=slip.number, reference=slip.reference))

    def say_voided(self, slip: Remittance) -> None:
        self._said(say(CONTEXT, "{no} batal; uangnya kembali menunggu disetor.", no=slip.number))

    def show_invalid(self, error: InvalidInput) -> None:
        if not self.acts.show_invalid(error):
            self._form.banner.show_line(invalid_text(error), kind="warn")

    def show_problem(self, error: Exception) -> None:
        demand_ours(error)
        self.acts.close_sheet()
        self.shell.sounds.play("refused")
        self._form.banner.show_error(error)

    def tell_changed(self) -> None:
        self.shell.changes.tell(MONEY, self)

    # ---- words ----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self._form
        form.header.set_title(self.title())
        self.views.set_options(
            [
                (WORK, say(CONTEXT, "Setoran"), ""),
                (MATCH, say(CONTEXT, "Pencocokan"), ""),
                (BOOKS_VIEW, say(CONTEXT, "Buku"), ""),
            ]
        )
        form.book.set_options([(kind.value, say(CONTEXT, words), "") for kind, words in BOOKS.items()])
        form.handed_title.setText(say(CONTEXT, "Serah terima dari loket"))
        form.remitted_title.setText(say(CONTEXT, "Surat tanda setoran (STS)"))
        form.gaps_title.setText(say(CONTEXT, "Yang perlu dilihat"))
        for table, name in (
            (form.handed, form.handed_title.text()),
            (form.remitted, form.remitted_title.text()),
            (form.gaps, form.gaps_title.text()),
        ):
            table.setAccessibleName(name)
        form.handed.set_empty("cash", say(CONTEXT, "Belum ada loket yang menyerahkan uang."))
        form.remitted.set_empty("file-text", say(CONTEXT, "Belum ada STS."))
        form.gaps.set_empty("circle-check", say(CONTEXT, "Tidak ada: semua kertas saling cocok."))
        form.receive.set_text(say(CONTEXT, "Terima …"))
        form.handed_pdf.set_text(say(CONTEXT, "Tanda terima (PDF) …"))
        form.confirm.set_text(say(CONTEXT, "Bukti bank …"))
        form.sts_pdf.set_text(say(CONTEXT, "STS (PDF) …"))
        form.scan.set_text(say(CONTEXT, "Pindaian …"))
        form.void_sts.set_text(say(CONTEXT, "Batalkan …"))
        form.save_pdf.set_text(say(CONTEXT, "Simpan PDF …"))
        form.save_xlsx.set_text(say(CONTEXT, "Simpan XLSX …"))
        for model in (self._handed_model, self._slip_model, self._matter_model):
            model.retranslate()
        self._ledger_view.retranslate()
        if self.presenter.book:
            self.show_book(BookKind(form.book.current()), self.presenter.book[0])
        if self.presenter.work is not None:
            self._show_steps(self.presenter.work)
        if self.presenter.match is not None:
            self.show_match(self.presenter.match)

    def _show_steps(self, work: Work) -> None:
        form, today = self._form, self.shell.desk.today()
        for card, step in (
            (form.to_receive, receive_step(work)),
            (form.in_hand, remit_step(work)),
            (form.at_bank, confirm_step(work)),
            (form.month, month_step(work, word(MONTHS[today.month - 1]))),
        ):
            card.show_step(step)
        for card in (form.to_receive, form.in_hand, form.at_bank):
            card.set_enabled(work.may_act)
        form.header.set_subtitle(
            say(
                CONTEXT,
                "Terima dari loket, setor dalam {days} hari kerja, catat buktinya.",
                days=work.remit_within_days,
            )
            if work.may_act
            else say(CONTEXT, "Anda melihat saja. Menerima dan menyetor dilakukan petugas berperan bendahara.")
        )

    def _show_buttons(self) -> None:
        """What can be done with the chosen rows."""
        form, work = self._form, self.presenter.work
        handed, slip = self._chosen_handed(), self._chosen_slip()
        acts = work is not None and work.may_act
        form.receive.setEnabled(acts and handed is not None and handed.state is HandOverState.ON_THE_WAY)
        form.handed_pdf.setEnabled(handed is not None)
        row = slip.remittance if slip is not None else None
        stands = row is not None and row.voided_on is None
        form.sts_pdf.setEnabled(row is not None)
        form.confirm.setEnabled(acts and stands)
        form.void_sts.setEnabled(acts and stands and row is not None and row.confirmed_on is None)
        form.scan.setVisible(row is not None and bool(row.scan))

    # ---- how it is built ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form, today = self._form, self.shell.desk.today()
        form.banner.hide_line()
        form.header.set_icon(self.ICON)
        form.header.add_action(self.views)
        form.handed.show_model(self._handed_model)
        form.remitted.show_model(self._slip_model)
        form.gaps.show_model(self._matter_model)
        self._ledger_view = LedgerView(form.table, form.closing)
        for period in (form.period, form.match_period):
            period.show_month(today)
        form.void_sts.setProperty("role", "quiet")
        for button in (form.save_pdf, form.save_xlsx):
            button.setEnabled(False)
        in_order(form.handed, form.receive, form.handed_pdf, form.remitted, form.confirm, form.sts_pdf, form.void_sts)

    def _wire(self) -> None:
        form = self._form
        for card, gesture in (
            (form.to_receive, self.receive),
            (form.in_hand, self.remit),
            (form.at_bank, self.confirm_next),
            (form.month, partial(self.turn_to, BOOKS_VIEW)),
        ):
            card.pressed.connect(gesture)
        for button, action in (
            (form.receive, self.receive),
            (form.handed_pdf, self.save_hand_over),
            (form.confirm, self.confirm),
            (form.sts_pdf, self.save_sts),
            (form.scan, self.show_scan),
            (form.void_sts, self.void),
            (form.save_pdf, partial(self.save_book, "pdf")),
            (form.save_xlsx, partial(self.save_book, "xlsx")),
        ):
            button.clicked.connect(lambda _=False, act=action: act())
        form.handed.picked_row.connect(lambda _: self._show_buttons())
        form.remitted.picked_row.connect(lambda _: self._show_buttons())
        form.handed.activated_row.connect(lambda _: self._activated_handed())
        form.remitted.activated_row.connect(lambda _: self.confirm())
        form.gaps.picked_row.connect(self._matter_picked)
        form.book.changed.connect(lambda _: self._read())
        form.period.changed.connect(self._read)
        form.match_period.changed.connect(self._read)
        form.banner.action_pressed.connect(self._open_saved)
        self.views.changed.connect(self._view_chosen)
        self.shell.changes.happened.connect(self._changed_elsewhere)
        for number, view in enumerate((WORK, MATCH, BOOKS_VIEW), start=1):
            on_key(self, f"Ctrl+{number}", partial(self.turn_to, view))

    def _read(self) -> None:
        """What the view in front shows."""
        form = self._form
        match self.views.current():
            case "match":
                self.presenter.read_match(form.match_period.first(), form.match_period.last())
            case "books":
                kind = BookKind(form.book.current())
                form.period.set_whole_year(kind is BookKind.YEAR)
                self.presenter.read_book(kind, form.period.first(), form.period.last())
            case _:
                self.presenter.read()

    def _view_chosen(self, view: str) -> None:
        form = self._form
        shown = {WORK: form.work_view, MATCH: form.match_view, BOOKS_VIEW: form.books_view}[view]
        form.views.setCurrentWidget(shown)
        form.banner.hide_line()
        self._read()
        self._focus()

    def _focus(self) -> None:
        """To the first thing one does on the view in front."""
        form = self._form
        if self.views.current() == WORK:
            work = self.presenter.work
            first: QWidget = form.handed
            if work is not None and work.may_act:
                cards = (form.to_receive, form.in_hand, form.at_bank)
                first = next((card.button for card in cards if card.is_primary()), form.handed)
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            (form.gaps if self.views.current() == MATCH else form.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _activated_handed(self) -> None:
        chosen = self._chosen_handed()
        if chosen is not None and chosen.state is HandOverState.ON_THE_WAY and self._form.receive.isEnabled():
            self.receive()

    def _changed_elsewhere(self, kind: str, by: object) -> None:
        if kind in READ_AGAIN_ON and by is not self and self.isVisible():
            self._read()

    def _chosen_handed(self) -> HandOverView | None:
        row = self._form.handed.current_row()
        return self._handed_model.row_at(row) if 0 <= row < len(self._handed) else None

    def _chosen_slip(self) -> RemittanceView | None:
        row = self._form.remitted.current_row()
        return self._slip_model.row_at(row) if 0 <= row < len(self._slips) else None

    def _matter_picked(self, row: int) -> None:
        matter = self._matter_model.row_at(row)
        told = (matter.proof_no, matter.sentence) if matter is not None else ()
        self._form.matter.setText(" · ".join(part for part in told if part))

    def _late_days(self, hand_over_id: Id) -> int:
        return self.presenter.work.late_days(hand_over_id) if self.presenter.work is not None else 0

    # ---- files ---------------------------------------------------------------------------------------------------

    def _said(self, sentence: str) -> None:
        self.acts.close_sheet()
        self._saved = None
        self.shell.sounds.play("ok")
        self._form.banner.show_line(sentence, kind="ok")

    def _save(self, name: str, ending: str, make: Callable[[], bytes]) -> None:
        """Make a paper beside the window and write it where the operator says."""
        path = self.ask_name(name, ending)
        if path is None:
            return
        self.shell.jobs.start(
            lambda: self.papers.write(path, make()), self._file_saved, self.show_problem, lane="read", owner=self
        )

    def _file_saved(self, path: Path) -> None:
        self._saved = path
        sentence = say(CONTEXT, "Tersimpan: {path}", path=path)
        self._form.banner.show_line(sentence, kind="ok", action=say(CONTEXT, "Buka berkas"))

    def _open_saved(self) -> None:
        if self._saved is not None:
            self.open_file(self._saved)

    def _ask_name(self, name: str, ending: str) -> Path | None:
        return ask_file(self, say(CONTEXT, "Simpan berkas"), name, ending)
