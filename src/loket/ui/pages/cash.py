"""Denda & Kas: take what is owed, sell a service, look up a receipt, keep the drawer. Everything by keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from loket.db.queries import MemberHit
from loket.domain.entities import Id, Receipt
from loket.domain.errors import InvalidInput, Refused
from loket.services.case_money import RefundDue
from loket.services.house_codes import HouseCode
from loket.services.payments import Taken
from loket.ui import format as fmt
from loket.ui.forms.ui_cash import Ui_CashPage
from loket.ui.issuing import open_file
from loket.ui.pages.cash_actions import CashActions
from loket.ui.pages.cash_drawer import DrawerView
from loket.ui.pages.cash_pay import METHOD_KEYS, PayView
from loket.ui.pages.cash_receipts import ReceiptsView
from loket.ui.pages.page import Page, demand_ours, on_key
from loket.ui.presenters.cash import CashPresenter, Done
from loket.ui.presenters.members import Problem
from loket.ui.presenters.till import Till
from loket.ui.shell import Shell
from loket.ui.slip_printing import SlipBanner
from loket.ui.sounds import SoundName
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say
from loket.ui.texts_cash import CONTEXT, done_lines, refused_lines, taken_lines
from loket.ui.widgets import Suggestion

PAY, RECEIPTS, DRAWER = "pay", "receipts", "drawer"
VIEW_KEYS = {"Ctrl+1": PAY, "Ctrl+2": RECEIPTS, "Ctrl+3": DRAWER}


class CashPage(Page):
    """Three views in one place: paying, the day's receipts, the drawer. A scan is heard in the first two."""

    TITLE = QT_TRANSLATE_NOOP("Page", "Denda & Kas")
    ICON = "cash"
    SHORTCUT = "F6"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.setProperty("role", "page")
        self._form = Ui_CashPage()
        self._form.setupUi(self)
        self._form.banner.hide_line()
        self.pay, self.receipts, self.drawer = PayView(self), ReceiptsView(shell, self), DrawerView(shell, self)
        self.slips = SlipBanner(shell, self)
        self._form.outer.insertWidget(2, self.slips)
        for view in (self.pay, self.receipts, self.drawer):
            self._form.stack.addWidget(view)
        self.presenter = CashPresenter(shell.desk, shell.jobs, self, self._money_moved)
        self.acts = CashActions(shell, self.presenter, self.pay, self.receipts, self.drawer, self)
        self._box = self._form.scan_box.focusProxy() or self._form.scan_box
        self._path: Path | None = None
        self._drawer_wanted = False  # a payment waits for the drawer
        self._wire()
        self.retranslate()

    # ---- the page --------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        self.drawer.presenter.read()
        self.presenter.read_refunds_due()
        if self.view() == RECEIPTS:
            self.receipts.activate()
        self._take_focus()

    def view(self) -> str:
        return self._form.views.current()

    def serve(self, member_id: Id) -> None:
        """Open the bill of a member somebody brings along from another page."""
        self.show_view(PAY)
        self.presenter.member_chosen(member_id)

    def show_view(self, view: str) -> None:
        form = self._form
        form.views.set_current(view)
        form.stack.setCurrentWidget({PAY: self.pay, RECEIPTS: self.receipts, DRAWER: self.drawer}[view])
        form.banner.hide_line()
        form.scan_box.setEnabled(view != DRAWER)
        self._name_box()
        if view == RECEIPTS:
            self.receipts.activate()
        elif view == DRAWER:
            self.drawer.activate()
        self._take_focus()

    def _take_focus(self) -> None:
        if self.view() == DRAWER:
            self.drawer.take_focus()
        else:
            self._form.scan_box.take_focus()

    def _money_moved(self) -> None:
        """This page took or gave money: circulation shows less owed, the treasurer more."""
        self.shell.slips.wake()
        self.shell.changes.tell("money", self)
        self.shell.changes.tell("loans", self)
        self.drawer.presenter.read()
        self.presenter.read_refunds_due()

    def _changed_elsewhere(self, kind: str, by: object) -> None:
        if by is self or kind not in ("members", "loans", "money", "rules", "cases"):
            return
        self.presenter.look_again()
        if self.isVisible():
            self.drawer.presenter.read()
            self.presenter.read_refunds_due()

    # ---- scans and keys --------------------------------------------------------------------------------------------

    def _scanned(self, text: str) -> None:
        """Empty the box before anything else: the scanner may be typing the next code already."""
        self._form.scan_box.clear()
        if self.view() == RECEIPTS:
            self.receipts.presenter.search(text)
        else:
            self._form.banner.hide_line()
            self.presenter.scanned(text)

    def _typed(self, text: str) -> None:
        if self.view() == PAY:
            self.presenter.typed(text)
        elif self.view() == RECEIPTS:
            self.receipts.presenter.search(text)

    def _escaped(self) -> None:
        """Step by step back: from a search to the day, from the day to paying, from a bill to nobody."""
        if self.view() == PAY:
            self.presenter.finish()
        elif self.view() == RECEIPTS and self.receipts.presenter.text:
            self.receipts.presenter.search("")
        else:
            self.show_view(PAY)

    def _strayed(self, text: str) -> None:
        """Letters typed where the money goes: a card, or a name."""
        self._form.scan_box.set_text(text)
        self._form.scan_box.take_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the scan box, Tab leads to the money; in an empty one, Space ticks a line: no code begins with it."""
        if watched is self._box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain, paying = not event.modifiers(), self.view() == PAY
            if plain and paying and event.key() == Qt.Key.Key_Tab and self.presenter.till.chosen:
                self.pay.to_the_money()
                return True
            if plain and event.key() == Qt.Key.Key_Space and not self._form.scan_box.text():
                if paying:
                    self.pay.toggle_current()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk the list from the scan box."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step and self.view() == PAY:
            self.pay.step(step)
        elif step and self.view() == RECEIPTS:
            self.receipts.step(step)
        else:
            super().keyPressEvent(event)

    # ---- what the presenter shows ----------------------------------------------------------------------------------

    def show_till(self, till: Till, *, answer: bool = True) -> None:
        self.pay.show_till(till, answer=answer)

    def show_idle(self) -> None:
        self._form.banner.hide_line()
        self.pay.show_idle()
        self._form.scan_box.take_focus()

    def show_nothing_due(self, till: Till) -> None:
        """The answer says it; the focus stays where the next card goes."""
        self._form.scan_box.take_focus()

    def show_taken(self, taken: Taken, paid: Till) -> None:
        printed = (
            say(CONTEXT, "Struk dicetak.") if self.shell.slips.ready else say(CONTEXT, "Kuitansi tersimpan (Ctrl+2).")
        )
        self.pay.show_answer(partial(taken_lines, paid, taken, printed))
        self.pay.money.set_value(None)
        self._form.scan_box.take_focus()

    def show_done(self, done: Done) -> None:
        lines = done_lines(done, self.presenter.till)
        self.acts.close_sheet()
        self._form.banner.show_line(f"{lines.word}. {lines.detail}", "ok")

    def show_refunds_due(self, dues: Sequence[RefundDue]) -> None:
        self.pay.show_refunds_due(dues)

    def show_choices(self, hits: Sequence[MemberHit], typed: str) -> None:
        found = [
            Suggestion(
                hit.id,
                hit.full_name,
                detail=" · ".join(
                    part for part in (fmt.day(hit.birth_on, language()) if hit.birth_on else "", hit.address) if part
                ),
                note=hit.member_no,
            )
            for hit in hits
        ]
        self._form.scan_box.show_suggestions(found, typed)

    def go_to_house(self, code: HouseCode) -> None:
        """A tag or slip of another page was scanned."""
        self.shell.ways.house.emit(code)

    def show_receipt(self, receipt: Receipt) -> None:
        """A receipt was scanned."""
        self.receipts.presenter.open(receipt)
        self.show_view(RECEIPTS)

    def show_invalid(self, error: InvalidInput) -> None:
        self.shell.sounds.play("refused")
        if self.acts.told(error):
            return
        if error.field in ("received_rp", "reference"):
            self.pay.show_invalid(error)
        else:
            self._form.banner.show_error(error)

    def show_problem(self, error: Problem) -> None:
        self.say_problem(error)

    def say_problem(self, error: Exception) -> None:
        """Any of our errors: a refusal as the answer to a scan, else as a line. Raises what is none of ours."""
        demand_ours(error)
        self.shell.sounds.play("refused")
        if self.acts.told(error):
            return
        if isinstance(error, Refused) and self.view() == PAY:
            self.pay.show_answer(partial(refused_lines, error))
        else:
            self._form.banner.show_error(error)

    def keep_text(self, text: str) -> None:
        self._form.scan_box.give_back(text)

    def ask_drawer(self) -> None:
        """Cash, and the drawer is shut: to the drawer, and back with the bill still open."""
        self._drawer_wanted = True
        self.acts.close_sheet()
        self.show_view(DRAWER)
        self._form.banner.show_line(say(CONTEXT, "Buka laci dahulu; tagihannya tetap terbuka di bagian Bayar."), "warn")
        self.shell.sounds.play("warning")

    def play(self, sound: SoundName) -> None:
        self.shell.sounds.play(sound)

    def _drawer_opened(self) -> None:
        if self._drawer_wanted:
            self._drawer_wanted = False
            self.show_view(PAY)

    def _drawer_known(self) -> None:
        self.pay.show_drawer(self.drawer.presenter.drawer)

    # ---- lines over the page ---------------------------------------------------------------------------------------

    def _say(self, text: str, kind: str) -> None:
        self.acts.close_sheet()
        self._path = None
        self._form.banner.show_line(text, kind)  # type: ignore[arg-type]

    def _saved(self, path: Path) -> None:
        self._path = path
        self._form.banner.show_line(say(CONTEXT, "Tersimpan: {path}", path=path), "ok", say(CONTEXT, "Buka"))

    def _banner_action(self) -> None:
        if self._path is not None:
            open_file(self._path)

    def said(self) -> str:
        """The sentence over the page; "" when there is none."""
        return str(self._form.banner.said())

    # ---- words and wires -------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self._form
        chosen = form.views.current() or PAY
        form.views.set_options(
            [
                (PAY, f"{say(CONTEXT, 'Bayar')}  Ctrl+1", "cash"),
                (RECEIPTS, f"{say(CONTEXT, 'Kuitansi')}  Ctrl+2", "receipt"),
                (DRAWER, f"{say(CONTEXT, 'Laci')}  Ctrl+3", "coin"),
            ]
        )
        form.views.set_current(chosen)
        self._name_box()
        for view in (self.pay, self.receipts, self.drawer):
            view.retranslate()

    def _name_box(self) -> None:
        words = {
            PAY: say(CONTEXT, "Pindai kartu atau kuitansi, atau ketik nama …"),
            RECEIPTS: say(CONTEXT, "Pindai kuitansi, atau ketik nomor atau nama pembayar …"),
            DRAWER: say(CONTEXT, "Pindai di bagian Bayar (Ctrl+1)."),
        }
        self._form.scan_box.set_placeholder(words[self.view() or PAY])

    def _wire(self) -> None:
        form, pay, presenter = self._form, self.pay, self.presenter
        form.scan_box.adopt(self)
        self._box.installEventFilter(self)
        form.scan_box.scanned.connect(self._scanned)
        form.scan_box.typed.connect(self._typed)
        form.scan_box.suggestion_chosen.connect(presenter.member_chosen)
        form.scan_box.escaped.connect(self._escaped)
        form.views.changed.connect(self.show_view)
        form.banner.action_pressed.connect(self._banner_action)
        pay.toggled.connect(presenter.toggle)
        pay.method_chosen.connect(presenter.method_chosen)
        pay.received.connect(presenter.received)
        pay.referred.connect(presenter.reference_given)
        pay.pay_wanted.connect(presenter.take)
        pay.strayed.connect(self._strayed)
        pay.scanned.connect(self._scanned)
        pay.left.connect(form.scan_box.take_focus)
        pay.sell_wanted.connect(self.acts.ask_sale)
        pay.part_wanted.connect(self.acts.ask_part)
        pay.waive_wanted.connect(self.acts.ask_waiver)
        pay.credit_wanted.connect(self.acts.ask_credit)
        pay.refund_wanted.connect(self.acts.ask_refund)
        pay.remove_wanted.connect(self._remove_service)
        pay.unwaive_wanted.connect(self.acts.ask_void_waiver)
        pay.dues_wanted.connect(self.acts.ask_refunds_due)
        self.acts.problem.connect(self.say_problem)
        self.acts.said.connect(form.banner.show_line)
        self.acts.pay_wanted.connect(lambda: self.show_view(PAY))
        self.acts.closed.connect(self._take_focus)
        self._wire_views()
        self.shell.changes.happened.connect(self._changed_elsewhere)
        for key, view in VIEW_KEYS.items():
            on_key(self, key, lambda view=view: self.show_view(view))  # type: ignore[misc]
        for key, method in METHOD_KEYS.items():
            on_key(self, key, lambda method=method: presenter.method_chosen(method))  # type: ignore[misc]

    def _wire_views(self) -> None:
        receipts, drawer = self.receipts, self.drawer
        receipts.said.connect(self._say)
        receipts.problem.connect(self.say_problem)
        receipts.changed.connect(self._money_moved)
        receipts.void_wanted.connect(self.acts.ask_void)
        receipts.saved.connect(self._saved)
        drawer.said.connect(self._say)
        drawer.problem.connect(self.say_problem)
        drawer.changed.connect(lambda: self.shell.changes.tell("money", self))
        drawer.saved.connect(self._saved)
        drawer.opened.connect(self._drawer_opened)
        drawer.reopen_wanted.connect(self.acts.ask_reopen)
        drawer.left.connect(lambda: self.show_view(PAY))
        drawer.known.connect(self._drawer_known)

    def _remove_service(self) -> None:
        line = self.pay.current_line()
        if line is not None:
            self.presenter.remove(line.key)
