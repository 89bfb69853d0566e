"""The circulation page: one scan box, the member, the answer, his loans."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from loket.db.queries import LoanLine, MemberHit, TitleHit
from loket.domain.entities import Id, ItemStatus
from loket.domain.errors import Block, StorageError
from loket.domain.settings import LoanSlip
from loket.services import operators
from loket.services.catalogue import TitleDetail
from loket.services.circulation import Approval
from loket.services.house_codes import HouseCode
from loket.services.members import MemberOverview
from loket.services.photos import read
from loket.services.scanning import Mode, Shelf, Slip
from loket.services.slip_queue import SlipKind
from loket.ui import format as fmt
from loket.ui.forms.ui_circulation import Ui_CirculationPage
from loket.ui.pages.circulation_parts import DeclareSheet, OverrideSheet, ReasonSheet
from loket.ui.pages.page import Page, on_key
from loket.ui.presenters.circulation import CirculationPresenter
from loket.ui.shell import Shell
from loket.ui.slip_printing import SlipBanner
from loket.ui.sounds import SoundName
from loket.ui.tables import Column, PagedTableModel
from loket.ui.texts import QT_TRANSLATE_NOOP, language, member_type_word, refusal_text, say, status_word, storage_text
from loket.ui.texts_circulation import Lines, expiry_warning, lines_of, loan_state, slip_text
from loket.ui.texts_slips import problem_text
from loket.ui.widgets import AnswerKind, MemberCard, Suggestion

CONTEXT = "Circulation"
SLIP_PAGE, LOANS_PAGE = 1, 0


class CirculationPage(Page):
    """Shows what the presenter says and passes on gestures; focus never leaves the scan box."""

    TITLE = QT_TRANSLATE_NOOP("Page", "Sirkulasi")
    ICON = "books"
    SHORTCUT = "F4"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._form = Ui_CirculationPage()
        self._form.setupUi(self)
        self.slip_banner = SlipBanner(shell, self)
        self._lines: dict[Id, LoanLine] = {}
        self._today = shell.desk.today()
        self._shown: Callable[[], Lines] | None = None
        self._panel: tuple[MemberOverview | None, bool] = (None, False)
        self._photo: tuple[str, bytes | None] = ("", None)  # of whom it is, by its name
        self.presenter = CirculationPresenter(
            self, shell.desk, shell.jobs, on_change=lambda: shell.changes.tell("loans", self)
        )
        self._model = PagedTableModel[Id, LoanLine](self._columns(), lambda ids: {key: self._lines[key] for key in ids})
        self._form.loans.show_model(self._model)
        self._wire()
        self.retranslate()

    def _wire(self) -> None:
        form, presenter = self._form, self.presenter
        form.scan_box.adopt(self)
        form.scan_box.scanned.connect(self._scanned)
        form.scan_box.typed.connect(presenter.typed)
        form.scan_box.suggestion_chosen.connect(self._suggestion_chosen)
        form.scan_box.escaped.connect(lambda: presenter.mode_chosen(Mode.AUTO))
        form.mode.changed.connect(lambda key: presenter.mode_chosen(Mode(key)))
        form.banner.hide_line()
        form.outer.insertWidget(form.outer.indexOf(form.banner) + 1, self.slip_banner)
        for key, gesture in (
            ("Ctrl+Z", presenter.undo),
            ("F12", presenter.override_wanted),
            ("Ctrl+R", lambda: presenter.mode_chosen(Mode.RENEW)),
            ("Ctrl+B", lambda: presenter.mode_chosen(Mode.RETURN)),
            ("Ctrl+L", lambda: presenter.declaration_wanted(self._chosen_loan(), ItemStatus.LOST)),
            ("Ctrl+K", lambda: presenter.declaration_wanted(self._chosen_loan(), ItemStatus.DAMAGED)),
            ("Ctrl+G", lambda: presenter.declaration_wanted(None, ItemStatus.AVAILABLE)),
            ("Ctrl+J", presenter.clock_is_right),
            ("Ctrl+I", self._to_his_page),
            ("Ctrl+D", self._to_the_cash_desk),
            ("Ctrl+P", self._slip_wanted),
        ):
            on_key(self, key, gesture)
        self.shell.changes.happened.connect(self._changed_elsewhere)

    def _changed_elsewhere(self, kind: str, by: object) -> None:
        if kind in ("members", "loans", "titles", "rules") and by is not self:
            self.presenter.look_again()
        panel = self._panel[0]
        if kind == "photos" and panel is not None and panel.member.photo:
            self._read_photo(panel.member.photo)

    def activate(self) -> None:
        self._form.scan_box.take_focus()
        self.shell.slips.wake()

    def serve(self, member_id: Id) -> None:
        """Open a member somebody brings along from another page."""
        self._form.scan_box.take_focus()
        self.presenter.member_chosen(member_id)

    def go_to_house(self, code: HouseCode) -> None:
        self.shell.ways.house.emit(code)

    def _to_his_page(self) -> None:
        """Everything of the member on the panel: his data, his cards, his photo."""
        panel = self._panel[0]
        if panel is not None:
            self.shell.ways.member.emit(panel.member.id)

    def _to_the_cash_desk(self) -> None:
        """What the member on the panel owes is paid there."""
        panel = self._panel[0]
        if panel is not None and panel.owed_rp:
            self.shell.ways.pay.emit(panel.member.id)

    def retranslate(self) -> None:
        form = self._form
        form.retranslateUi(self)
        form.scan_box.set_placeholder(say(CONTEXT, "Pindai kartu atau buku, atau ketik nama, nomor, judul …"))
        form.mode.set_options(
            [
                (Mode.AUTO.value, say(CONTEXT, "Otomatis"), "scan"),
                (Mode.RETURN.value, say(CONTEXT, "Kembali saja"), "arrow-back-up"),
                (Mode.RENEW.value, say(CONTEXT, "Perpanjang"), "repeat"),
            ]
        )
        form.mode.set_current(self.presenter.counter.mode.value)
        self._model.retranslate()
        self._show_empty()
        self.show_panel(self._panel[0], self._today, is_open=self._panel[1])
        if self.presenter.last is not None:
            self.show_lines(lines_of(self.presenter.last, self._today), remember=False)
        else:
            self._form.answer.show_idle(
                say(CONTEXT, "Siap melayani"), say(CONTEXT, "Pindai kartu anggota untuk meminjam, buku untuk kembali.")
            )

    def _scanned(self, text: str) -> None:
        """Empty the box before anything else: the scanner may be typing the next code already."""
        self._form.scan_box.clear()
        self.presenter.scanned(text)

    # ---- what the presenter shows ---------------------------------------------------------------------------------

    def show_queue(self, waiting: int) -> None:
        self._form.scan_box.set_queue(waiting)

    def show_lines(self, lines: Lines, *, remember: bool = True) -> None:
        self._form.banner.hide_line()
        self._form.stack.setCurrentIndex(LOANS_PAGE)
        self._form.history.show()
        self._form.answer.show_lines(lines)
        if remember:
            when = fmt.clock(self.shell.desk.clock.now(), self.shell.desk.library.utc_offset_min, language())
            self._form.history.add(AnswerKind(lines.tone), lines.word, lines.title, when)

    def show_panel(self, panel: MemberOverview | None, today: date, *, is_open: bool) -> None:
        self._today, self._panel = today, (panel, is_open)
        if panel is None:
            self._form.member_panel.show_nobody()
            self._show_loans(())
            return
        self._form.member_panel.show_member(self._card(panel, is_open))
        self._show_loans(panel.lines)
        if panel.member.photo and panel.member.photo != self._photo[0]:
            self._read_photo(panel.member.photo)

    def _read_photo(self, name: str) -> None:
        """The rest of the panel does not wait for it."""
        self._photo = name, None
        desk, photos = self.shell.desk, self.shell.photos
        self.shell.jobs.start(lambda: read(desk, photos, name), lambda found: self._photo_read(name, found), owner=self)

    def _photo_read(self, name: str, found: bytes | None) -> None:
        panel, is_open = self._panel
        if found is None:
            self.shell.sync.want_photos()
        if name == self._photo[0]:
            self._photo = name, found
            if found is not None and panel is not None and panel.member.photo == name:
                self._form.member_panel.show_member(self._card(panel, is_open))

    def show_choices(self, hits: Sequence[MemberHit], titles: Sequence[TitleHit], typed: str) -> None:
        members = [
            Suggestion(
                ("member", hit.id),
                hit.full_name,
                detail=" · ".join(part for part in (self._born(hit), hit.address) if part),
                note=hit.member_no,
            )
            for hit in hits
        ]
        books = [
            Suggestion(
                ("title", hit.id),
                hit.title,
                detail=", ".join(hit.authors),
                note=say(CONTEXT, "{available} dari {items} tersedia", available=hit.available, items=hit.items),
                icon="book",
            )
            for hit in titles
        ]
        self._form.scan_box.show_suggestions(members + books, typed)

    def show_slip(self, slip: Slip) -> None:
        desk = self.shell.desk
        clock = fmt.clock(slip.ended_at, desk.library.utc_offset_min, language())
        operator = desk.operator.full_name if desk.operator else "–"
        self._form.slip.show_slip(slip_text(slip, desk.library.name, operator, clock, self._today), self._slip_key())
        if slip.done and self.presenter.counter.member_id is None:
            self._form.stack.setCurrentIndex(SLIP_PAGE)
            self._form.history.hide()  # the slip needs the room until the next scan

    def print_loans(self, slip: Slip) -> None:
        slips = self.shell.slips
        slips.print_slip(SlipKind.LOANS, lambda: slips.maker.loans(slip), slip.member.id if slip.member else None)

    def print_due(self, panel: MemberOverview) -> None:
        slips = self.shell.slips
        slips.print_slip(SlipKind.DUE, lambda: slips.maker.due(panel), panel.member.id)

    def _slip_wanted(self) -> None:
        if not self.shell.slips.ready:
            self._form.banner.show_line(problem_text("printer_not_chosen"), kind="info")
        elif not self.presenter.slip_wanted():
            self._form.banner.show_line(say(CONTEXT, "Belum ada pinjaman untuk dicetak."), kind="info")

    def _slip_key(self) -> str:
        """What Ctrl+P does with the slip on the screen; "" where nothing prints it."""
        rule = self.shell.desk.settings().loan_slip
        if not self.shell.slips.ready or rule is LoanSlip.NEVER:
            return ""
        return say(CONTEXT, "cetak lagi") if rule is LoanSlip.ALWAYS else say(CONTEXT, "cetak slip")

    def show_mode(self, mode: Mode) -> None:
        self._form.mode.set_current(mode.value)

    def show_storage_error(self, error: StorageError) -> None:
        self._form.banner.show_line(storage_text(error), kind="stop")

    def keep_text(self, text: str) -> None:
        self._form.scan_box.give_back(text)

    def play(self, sound: SoundName) -> None:
        self.shell.sounds.play(sound)

    def ask_undo_reason(self) -> None:
        ReasonSheet(self, self.presenter.undo).open()

    def ask_override(self, blocks: Sequence[Block], name: str) -> None:
        def approve(username: str, secret: str, reason: str, failed: Callable[[Exception], None]) -> None:
            def checked() -> Approval:
                return operators.approve(self.shell.desk, self.shell.sign_ins, username, secret, reason)

            self.presenter.override(checked, failed, sheet.approved)

        sheet = OverrideSheet(self, blocks, name, approve)
        sheet.open()

    def ask_declaration(self, line: LoanLine | Shelf, status: ItemStatus) -> None:
        item_id = line.loan.item_id if isinstance(line, LoanLine) else line.item.id
        DeclareSheet(self, line, status, lambda note, rp: self.presenter.declare(item_id, status, note, rp)).open()

    # ---- parts ----------------------------------------------------------------------------------------------------

    def _card(self, panel: MemberOverview, is_open: bool) -> MemberCard:
        member = panel.member
        validity = (
            say(CONTEXT, "s.d. {day}", day=member.valid_until) if member.valid_until else say(CONTEXT, "seumur hidup")
        )
        warning = expiry_warning(member, self._today)
        blocked = {block.code for block in panel.blocks}
        served = (("Enter", say(CONTEXT, "selesai")), ("Ctrl+Z", say(CONTEXT, "batalkan")))
        to_his_page = ("Ctrl+I", say(CONTEXT, "data anggota"))
        pay = (("Ctrl+D", say(CONTEXT, "bayar")),) if panel.owed_rp else ()
        due = (("Ctrl+P", say(CONTEXT, "cetak")),) if panel.lines and self.shell.slips.ready else ()
        return MemberCard(
            name=member.full_name,
            number=member.member_no,
            kind=member_type_word(member.member_type),
            validity=validity,
            validity_state="stop" if "member_expired" in blocked else "warn" if warning else "quiet",
            photo=self._photo[1] if member.photo and member.photo == self._photo[0] else None,
            remaining=panel.items_left,
            limit=panel.policy.max_items,
            owed_rp=panel.owed_rp,
            loans=len(panel.lines),
            overdue=panel.overdue,
            notes=(member.note,) if member.note else (),
            blocks=tuple(refusal_text(block).sentence for block in panel.blocks),
            warnings=((warning,) if warning else ())
            + (() if is_open else (say(CONTEXT, "Hanya menerima kembali; kartu belum dipindai."),)),
            keys=(*served, to_his_page, *due, *pay) if is_open else (to_his_page, *pay),
        )

    def _show_loans(self, lines: Sequence[LoanLine]) -> None:
        self._lines = {line.loan.id: line for line in lines}
        self._model.forget()
        self._model.set_ids(list(self._lines))

    def _show_empty(self) -> None:
        self._form.loans.set_empty("books", say(CONTEXT, "Pinjaman anggota tampil di sini."), "", "")

    def _columns(self) -> list[Column[LoanLine]]:
        return [
            Column(lambda: say(CONTEXT, "Kode"), lambda line: line.barcode, width_px=120),
            Column(lambda: say(CONTEXT, "Judul"), lambda line: line.title, stretch=True),
            Column(
                lambda: say(CONTEXT, "Pinjam"),
                lambda line: fmt.short_day(line.loan.lent_on, language()),
                align="right",
                width_px=80,
            ),
            Column(
                lambda: say(CONTEXT, "Jatuh tempo"),
                lambda line: fmt.day(line.loan.due_on, language()),
                align="right",
                width_px=160,
            ),
            Column(
                lambda: say(CONTEXT, "Status"),
                lambda line: loan_state(line.loan, self._today)[0],
                width_px=140,
                token=lambda line: loan_state(line.loan, self._today)[1],
            ),
        ]

    def _chosen_loan(self) -> LoanLine | None:
        """The loan picked in the list, or the only one there is."""
        number = self._form.loans.current_row()
        if number < 0 and len(self._lines) == 1:
            number = 0
        return self._model.row_at(number) if number >= 0 else None

    def _born(self, hit: MemberHit) -> str:
        return fmt.day(hit.birth_on, language()) if hit.birth_on else ""

    def _suggestion_chosen(self, key: tuple[str, Id]) -> None:
        kind, entity_id = key
        self._form.scan_box.clear()
        if kind == "member":
            self.presenter.member_chosen(entity_id)
        else:
            self.presenter.title_chosen(entity_id, self._show_title)

    def _show_title(self, detail: TitleDetail | None) -> None:
        if detail is None:
            return
        copies = [
            f"{line.item.barcode} ({status_word(line.item.status)})"
            if line.due_on is None
            else say(
                CONTEXT,
                "{barcode} dipinjam {name} s.d. {due_on}",
                barcode=line.item.barcode,
                name=line.member_name,
                due_on=line.due_on,
            )
            for line in detail.items
        ]
        self.show_lines(
            Lines(
                "info",
                say(CONTEXT, "Judul"),
                detail.biblio.title,
                ", ".join(detail.biblio.authors),
                rule=" · ".join(copies) or say(CONTEXT, "Belum ada eksemplarnya."),
                hint=detail.biblio.call_number,
            ),
            remember=False,
        )
