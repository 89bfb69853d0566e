"""Anggota & Kartu: find a member, register a newcomer, accept an applicant, and see to their cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from loket.domain.entities import Id, Member
from loket.domain.errors import DeviceError, InvalidInput, Refused, StorageError
from loket.services import member_drafts
from loket.services.house_codes import HouseCode
from loket.services.member_lists import MemberQuery, MemberRow, member_rows
from loket.services.registration import Applicant, MemberForm
from loket.services.standards import ServiceTimes
from loket.ui import theme
from loket.ui.format import count
from loket.ui.forms.ui_members import Ui_MembersPage
from loket.ui.issuing import open_file
from loket.ui.pages.members_batch import MembersBatch
from loket.ui.pages.members_detail import MemberDetailView
from loket.ui.pages.members_form import MemberFormView
from loket.ui.pages.members_parts import applicant_columns, member_columns
from loket.ui.pages.members_saved import MemberSavedView
from loket.ui.pages.page import Page
from loket.ui.pages.settings_parts import in_order
from loket.ui.presenters.members import STATES, MembersPresenter, Problem
from loket.ui.presenters.members_form import FormKind
from loket.ui.shell import Shell
from loket.ui.tables import PagedTableModel, rows_of
from loket.ui.texts import QT_TRANSLATE_NOOP, error_text, language, member_type_word, say
from loket.ui.texts_members import CONTEXT, times_line, word
from loket.ui.texts_members import STATES as STATE_WORDS
from loket.ui.texts_photo import device_text
from loket.ui.type_ahead import TypeAhead
from loket.ui.widgets import Button

FOOTER_PX = 46


class MembersPage(Page):
    """F3 shows it. Four views in one place: the list, the form, one member, and what was just registered."""

    TITLE = QT_TRANSLATE_NOOP("Page", "Anggota & Kartu")
    ICON = "users"
    SHORTCUT = "F3"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.setProperty("role", "page")
        self._form = Ui_MembersPage()
        self._form.setupUi(self)
        self._form.banner.hide_line()
        self.presenter = MembersPresenter(shell.desk, shell.jobs, self)
        self.form_view = MemberFormView(shell, self)
        self.detail_view = MemberDetailView(shell, self)
        self.saved_view = MemberSavedView(shell, self)
        for view in (self.form_view, self.detail_view, self.saved_view):
            self._form.stack.addWidget(view)
        self.batch = MembersBatch(shell, self.presenter.export, self)
        self._times = ServiceTimes()
        self._choices: Mapping[str, Sequence[str]] = {}
        self._people: dict[Id, Applicant] = {}
        self._open_single = False
        self._draft_waits = False
        self._path: Path | None = None
        self._action = ""
        self._ahead = TypeAhead(self)
        self._build()
        self._wire()
        self.retranslate()
        self._show(self._form.listPage)

    # ---- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form, today = self._form, self.shell.desk.today
        self._members = PagedTableModel[Id, MemberRow](member_columns(), self._rows_of, self.shell.jobs, self)
        form.members.show_model(self._members)
        self._applicants = PagedTableModel[Id, Applicant](
            applicant_columns(today), lambda ids: rows_of(self._people, ids)
        )
        form.applicants.show_model(self._applicants)
        self.new_button = Button(self, icon="user-plus", role="primary", key="Ctrl+N")
        self.applicants_button = Button(self, icon="clipboard-check", key="Ctrl+L")
        self.hand_over_button = Button(self, icon="device-desktop", key="Ctrl+H")
        for button in (self.hand_over_button, self.applicants_button, self.new_button):
            form.header.add_action(button)
        self.export_button = Button(self, icon="download", role="quiet", key="Ctrl+S")
        self.print_button = Button(self, icon="printer", role="quiet", key="Ctrl+P")
        form.foundRow.addWidget(self.export_button)
        form.foundRow.addWidget(self.print_button)
        self.back_button = Button(self, icon="arrow-left", role="quiet", key="Esc")
        self.save_button = Button(self, icon="device-floppy", role="primary")
        for key in ("Ctrl+Return", "Ctrl+Enter"):  # the second is the one of the number pad
            QShortcut(QKeySequence(key), self.form_view).activated.connect(self.form_view.save)
        # The answer stands between the buttons, so that nothing moves when it comes.
        form.actions.insertWidget(0, self.back_button)
        form.actions.addStretch(0)
        form.actions.addWidget(self.save_button)
        form.footer.setMinimumHeight(theme.current().px(FOOTER_PX))
        filters = (form.state, form.memberType, form.school, form.schoolClass, form.expiring, form.unprinted)
        in_order(form.search, *filters, form.faceless, form.members, self.export_button, self.print_button)

    def _wire(self) -> None:
        form = self._form
        form.search.adopt(form.listPage)
        form.search.typed.connect(lambda text: self.presenter.ask(text=text))
        form.search.scanned.connect(self._entered)
        form.search.escaped.connect(self._search_escaped)
        form.members.activated_row.connect(self._open_row)
        form.applicants.activated_row.connect(self._open_applicant)
        form.state.changed.connect(lambda: self.presenter.ask(state=form.state.value() or ""))
        form.memberType.changed.connect(lambda: self.presenter.ask(member_type=form.memberType.value() or ""))
        form.school.changed.connect(lambda: self.presenter.ask(institution=form.school.value() or ""))
        form.schoolClass.changed.connect(lambda: self.presenter.ask(school_class=form.schoolClass.value() or ""))
        form.expiring.changed.connect(lambda: self.presenter.expiring(wanted=form.expiring.value()))
        form.unprinted.changed.connect(lambda: self.presenter.ask(printed=False if form.unprinted.value() else None))
        form.faceless.changed.connect(lambda: self.presenter.ask(has_photo=False if form.faceless.value() else None))
        self.new_button.clicked.connect(self.start_new)
        self.applicants_button.clicked.connect(self._switch_lists)
        self.hand_over_button.clicked.connect(self.shell.ways.hand_over.emit)
        self.export_button.clicked.connect(lambda: self.batch.ask_export(len(self._members.ids())))
        self.print_button.clicked.connect(lambda: self.queue_cards(self._members.ids(), "first"))
        self.back_button.clicked.connect(self._leave)
        self.save_button.clicked.connect(self.form_view.save)
        form.banner.action_pressed.connect(self._banner_action)
        self._wire_views()
        self.shell.changes.happened.connect(self._changed_elsewhere)

    def _wire_views(self) -> None:
        self.batch.said.connect(self._say)
        self.batch.problem.connect(self.show_problem_of)
        self.batch.queued.connect(self._queued)
        form, detail, saved = self.form_view, self.detail_view, self.saved_view
        form.opened.connect(self._ahead.release)
        form.saved.connect(self._saved)
        form.left.connect(self._form_left)
        form.problem.connect(self.show_problem)
        form.said.connect(lambda text: self._say(text, "warn"))
        form.existing_wanted.connect(self.open_member)
        detail.said.connect(self._say)
        detail.problem.connect(self.show_problem)
        detail.left.connect(self.show_list)
        detail.shown.connect(self._show_header)
        detail.form_wanted.connect(lambda kind, member_id: self.open_form(FormKind(kind), member_id))
        detail.lend_wanted.connect(self.shell.ways.lend_to.emit)
        detail.cards_wanted.connect(self.queue_cards)
        saved.print_wanted.connect(lambda member_id: self.queue_cards((member_id,), self._first_or_renewed()))
        saved.lend_wanted.connect(self.shell.ways.lend_to.emit)
        saved.open_wanted.connect(self.open_member)
        saved.new_wanted.connect(self.start_new)

    # ---- the page --------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        view = self._form.stack.currentWidget()
        self.presenter.look_around()
        if view is self._form.listPage:
            self.presenter.read()
            self._form.search.take_focus()
            self.shell.jobs.start(lambda: member_drafts.kept_draft(self.shell.desk), self._found_draft, owner=self)
        elif view is self.form_view:
            self.form_view.start_typing()
        elif view is self.saved_view:
            self.saved_view.take_focus()
        else:
            self.detail_view.presenter.read()

    def show_list(self) -> None:
        self.detail_view.close_member()
        self._show(self._form.listPage)
        self.presenter.look_around()
        self.presenter.read()
        self._form.search.take_focus()

    def start_new(self) -> None:
        """A newcomer: the form he began, if one waits, else an empty one."""
        self._say("")
        self._ahead.hold()
        desk = self.shell.desk
        self.shell.jobs.start(partial(import_module, "loket.reports.cards"))  # slow to load; a card is wanted soon
        self.shell.jobs.start(
            lambda: member_drafts.kept_draft(desk), self._start_with, self.show_problem_of, owner=self
        )

    def _start_with(self, draft: MemberForm | None) -> None:
        self.form_view.presenter.start_new(draft)
        self._show(self.form_view)
        if draft is not None:
            self._action = "discard"
            self._form.banner.show_line(
                say(CONTEXT, "Melanjutkan isian yang belum disimpan: {name}.", name=draft.full_name or "–"),
                "info",
                say(CONTEXT, "Buang, mulai kosong"),
            )

    def open_form(self, kind: FormKind, member_id: Id) -> None:
        self._say("")
        self._ahead.hold()
        self.form_view.presenter.start_for(kind, member_id)
        self._show(self.form_view)

    def open_member(self, member_id: Id) -> None:
        """One member with everything of him. Other pages may ask for it."""
        self._say("")
        self._show(self.detail_view)
        self.detail_view.open(member_id)

    def _show(self, view: QWidget) -> None:
        self._form.stack.setCurrentWidget(view)
        self._show_header()

    def _show_header(self) -> None:
        form, view = self._form, self._form.stack.currentWidget()
        form.header.set_icon(self.ICON)
        listed, filling = view is form.listPage, view is self.form_view
        for button in (self.new_button, self.applicants_button, self.hand_over_button):
            button.setVisible(listed)
        self.back_button.setVisible(not listed)
        self.save_button.setVisible(filling)
        if listed:
            title, subtitle = self.title(), times_line(self._times)
        elif filling:
            title, subtitle = self.form_view.heading()
            self.save_button.set_text(f"{self.form_view.save_words()}  Ctrl+Enter")
        elif view is self.detail_view:
            title, subtitle = self.detail_view.heading()
        else:
            title, subtitle = self.title(), ""
        form.header.set_title(title)
        form.header.set_subtitle(subtitle)

    def _leave(self) -> None:
        """Esc: from the form after a word of warning, from elsewhere at once."""
        if self._form.stack.currentWidget() is self.form_view:
            self.form_view.leave()
        else:
            self._say("")
            self.show_list()

    def _form_left(self) -> None:
        self._say("")
        member = self.detail_view.presenter.member_id
        if member is not None:
            self.open_member(member)
        else:
            self.show_list()
            self.shell.jobs.start(lambda: member_drafts.kept_draft(self.shell.desk), self._found_draft, owner=self)

    def _found_draft(self, draft: MemberForm | None) -> None:
        """A registration was left half done: say so, once, on the list."""
        if draft is None or self._form.stack.currentWidget() is not self._form.listPage:
            return
        self._action = "resume"
        self._form.banner.show_line(
            say(CONTEXT, "Pendaftaran {name} belum selesai.", name=draft.full_name or "–"),
            "info",
            say(CONTEXT, "Lanjutkan"),
        )

    def _changed_elsewhere(self, kind: str, by: object) -> None:
        if kind in ("members", "photos", "cards") and by is not self and self.isVisible():
            self.presenter.look_around()
            if self._form.stack.currentWidget() is self._form.listPage:
                self.presenter.read()
        elif kind == "rules":
            self._show_choices()

    # ---- the list --------------------------------------------------------------------------------------------------

    def show_members(self, ids: Sequence[Id], query: MemberQuery) -> None:
        self._members.set_ids(ids)
        self._show_empty()
        found = count(len(ids), language())
        self._form.foundLabel.setText(say(CONTEXT, "{found} anggota", found=found) if ids else "")
        for button in (self.export_button, self.print_button):
            button.setEnabled(bool(ids))
        self._form.members.select_row(0)
        if self._open_single and len(ids) == 1:
            self.open_member(ids[0])
        self._open_single = False

    def show_applicants(self, people: Sequence[Applicant]) -> None:
        self._people = {one.id: one for one in people}
        self._applicants.set_ids(list(self._people))
        self._form.applicants.select_row(0)
        self._name_applicants()
        if not people and self._form.lists.currentWidget() is self._form.applicants:
            self._switch_lists()

    def show_choices(self, choices: Mapping[str, Sequence[str]]) -> None:
        self._choices = choices
        self._show_choices()

    def show_times(self, times: ServiceTimes) -> None:
        self._times = times
        self._show_header()

    def _show_choices(self) -> None:
        form = self._form
        every = say(CONTEXT, "Semua keadaan")
        form.state.set_choices((key, word(STATE_WORDS, key).capitalize() if key else every) for key in STATES)
        kinds = dict.fromkeys((*self.shell.desk.settings().member_types, *self._choices.get("member_type", ())))
        types = [("", say(CONTEXT, "Semua jenis")), *((kind, member_type_word(kind)) for kind in kinds)]
        form.memberType.set_choices(types)
        schools = [("", say(CONTEXT, "Semua sekolah")), *((one, one) for one in self._choices.get("institution", ()))]
        form.school.set_choices(schools)
        classes = [("", say(CONTEXT, "Semua kelas")), *((one, one) for one in self._choices.get("school_class", ()))]
        form.schoolClass.set_choices(classes)
        for box, words in ((form.state, every), (form.memberType, types[0][1]), (form.school, schools[0][1])):
            box.setAccessibleName(words)
        form.schoolClass.setAccessibleName(classes[0][1])

    def _show_empty(self) -> None:
        if self.presenter.narrowed:
            sentence = say(CONTEXT, "Tidak ada anggota yang cocok.")
        else:
            sentence = say(CONTEXT, "Belum ada anggota. Daftarkan yang pertama, atau ambil data dari sistem lama.")
        self._form.members.set_empty("users", sentence, "Ctrl+N", say(CONTEXT, "anggota baru"))
        self._form.applicants.set_empty("clipboard-check", say(CONTEXT, "Tidak ada calon anggota yang menunggu."))

    def _entered(self, text: str) -> None:
        """Enter: open the chosen line when the list answers this text already, else search and open a single hit."""
        if self._form.lists.currentWidget() is self._form.applicants:
            self._open_applicant(self._form.applicants.current_row())
            return
        if text == self.presenter.query.text and self._form.members.current_row() >= 0:
            self._open_row(self._form.members.current_row())
            return
        self._open_single = bool(text.strip())
        self.presenter.entered(text)

    def go_to_house(self, code: HouseCode) -> None:
        self.shell.ways.house.emit(code)

    def _search_escaped(self) -> None:
        if self._form.lists.currentWidget() is self._form.applicants:
            self._switch_lists()
        elif self.presenter.query.text:
            self.presenter.ask(text="")

    def _open_row(self, number: int) -> None:
        if 0 <= number < len(self._members.ids()):
            self.open_member(self._members.key_at(number))

    def _open_applicant(self, number: int) -> None:
        if 0 <= number < len(self._applicants.ids()):
            self.open_member(self._applicants.key_at(number))

    def _switch_lists(self) -> None:
        form = self._form
        to_applicants = form.lists.currentWidget() is form.members
        form.lists.setCurrentWidget(form.applicants if to_applicants else form.members)
        filters = (form.state, form.memberType, form.school, form.schoolClass, form.expiring, form.unprinted)
        for widget in (*filters, form.faceless, self.export_button, self.print_button, form.foundLabel):
            widget.setEnabled(not to_applicants)
        self._name_applicants()
        form.search.take_focus()

    def _name_applicants(self) -> None:
        waiting = len(self._people)
        if self._form.lists.currentWidget() is self._form.applicants:
            words = say(CONTEXT, "Semua anggota")
        elif waiting:
            words = say(CONTEXT, "Calon anggota ({waiting})", waiting=waiting)
        else:
            words = say(CONTEXT, "Calon anggota")
        self.applicants_button.set_text(words)

    def _rows_of(self, ids: Sequence[Id]) -> Mapping[Id, MemberRow]:
        return member_rows(self.shell.desk, ids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk the list from the search box."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        applicants = self._form.lists.currentWidget() is self._form.applicants
        table = self._form.applicants if applicants else self._form.members
        if step and self._form.stack.currentWidget() is self._form.listPage and not table.hasFocus():
            table.select_row(max(0, table.current_row() + step))
        else:
            super().keyPressEvent(event)

    # ---- all that are shown ----------------------------------------------------------------------------------------

    def show_exported(self, count: int, path: Path) -> None:
        self._path, self._action = path, "file"
        text = say(CONTEXT, "{count} anggota tersimpan di {path}.", count=count, path=path)
        self._form.banner.show_line(text, "ok", say(CONTEXT, "Buka"))

    def queue_cards(self, ids: Sequence[Id], reason: str) -> None:
        self.batch.queue_cards(ids, reason)

    def _queued(self) -> None:
        if self._form.stack.currentWidget() is self.saved_view:
            self.saved_view.queued()

    def _first_or_renewed(self) -> str:
        return "renewed" if self.saved_view.renewed else "first"

    # ---- answers ---------------------------------------------------------------------------------------------------

    def _saved(self, kind: str, member: Member, took_ms: int) -> None:
        self._say("")
        if FormKind(kind) is FormKind.CHANGE:
            self.open_member(member.id)
            self._say(say(CONTEXT, "Data {name} disimpan.", name=member.full_name), "ok")
            return
        self.detail_view.close_member()
        self._show(self.saved_view)
        self.saved_view.show_saved(FormKind(kind), member, took_ms)

    def show_invalid(self, error: InvalidInput) -> None:
        if self.batch.sheet is not None:
            self.batch.sheet.show_invalid(error)
        else:
            self.show_problem_of(error)

    def show_problem(self, error: Problem | InvalidInput) -> None:
        self.show_problem_of(error)

    def show_problem_of(self, error: Exception) -> None:
        """Any of our errors as a line over the page; raises what is none of ours."""
        self._ahead.release()
        if isinstance(error, DeviceError):
            self._say(device_text(error), "warn")
        else:
            grave = isinstance(error, StorageError)
            self._say(error_text(error), "stop" if grave else "warn")
        if isinstance(error, (Refused, StorageError, DeviceError)):
            self.shell.sounds.play("refused")

    def _say(self, text: str, kind: str = "info", action: str = "") -> None:
        if text:
            self._action = "detail" if action else ""
            self._form.banner.show_line(text, kind, action)  # type: ignore[arg-type]
        else:
            self._form.banner.hide_line()

    def said(self) -> str:
        """The sentence in the banner; "" when there is none."""
        return str(self._form.banner.said())

    def _banner_action(self) -> None:
        if self._action == "resume":
            self.start_new()
        elif self._action == "discard":
            self.form_view.presenter.drop_draft()
            self._say("")
            self.form_view.presenter.start_new()
        elif self._action == "file" and self._path is not None:
            open_file(self._path)
        elif self._action == "detail":
            self.detail_view.open_saved()

    # ---- words -----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self._form
        form.retranslateUi(self)
        form.search.set_placeholder(say(CONTEXT, "Pindai kartu, atau ketik nama, nomor, telepon …"))
        form.members.setAccessibleName(say(CONTEXT, "Daftar anggota"))
        form.applicants.setAccessibleName(say(CONTEXT, "Calon anggota"))
        form.expiring.setText(say(CONTEXT, "Habis bulan ini"))
        form.unprinted.setText(say(CONTEXT, "Belum dicetak"))
        form.faceless.setText(say(CONTEXT, "Tanpa foto"))
        for button, words in (
            (self.new_button, say(CONTEXT, "Anggota baru")),
            (self.hand_over_button, say(CONTEXT, "Serahkan layar")),
            (self.export_button, say(CONTEXT, "Ekspor …")),
            (self.print_button, say(CONTEXT, "Cetak kartu semua ini")),
            (self.back_button, say(CONTEXT, "Kembali ke daftar")),
        ):
            button.set_text(words)
        self._name_applicants()
        self._show_choices()
        self._show_empty()
        self._members.retranslate()
        self._show_header()
