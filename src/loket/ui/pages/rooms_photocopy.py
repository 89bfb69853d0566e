"""Fotokopi: copies made here and what they cost, books that go outside against a numbered slip (SOP foto-copy)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket.domain.entities import CopyState, Id, Pledge, Tariff
from loket.domain.errors import InvalidInput, Refused
from loket.services import photocopies
from loket.services.circulation import Approval
from loket.services.desk import Desk
from loket.services.house_codes import HouseCode
from loket.services.photocopies import Copied, CopyCounts, JobLine, Made, OutLine, TakenOut
from loket.services.visitors import Person, find_person, persons_like
from loket.ui import format as fmt
from loket.ui.pages.members_sheets import reason_sheet
from loket.ui.pages.page import on_key
from loket.ui.pages.rooms_parts import RoomSection, people_found
from loket.ui.pages.rooms_photocopy_view import PhotocopyView
from loket.ui.presenters.photocopy import Ask, CopyWay, Draft, Return
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, invalid_text, language, say
from loket.ui.texts_circulation import Lines
from loket.ui.texts_rooms_more import (
    COPIES,
    back_lines,
    held_words,
    made_lines,
    out_lines,
    refused_lines,
    return_lines,
    undone_lines,
)
from loket.ui.widgets import Suggestion

KEYS = {"Ctrl+D": CopyWay.HERE, "Ctrl+L": CopyWay.OUT}
Fetched = tuple[tuple[Tariff, ...], tuple[OutLine, ...], tuple[JobLine, ...], CopyCounts]


class PhotocopySection(RoomSection):
    """Scan a card and books in any order; an empty Enter goes to the next field that is missing, then books.

    A slip that is scanned opens its job: the same Enter takes the books back and says what is handed out again.
    """

    TITLE = QT_TRANSLATE_NOOP("Rooms", "Fotokopi")
    ICON = "copy"
    TAKES_PEOPLE = True

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.view = PhotocopyView(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.view)
        self.draft = Draft()
        self.back: Return | None = None
        self._began_at: datetime | None = None  # of what is in hand
        self._last: Id | None = None  # what Ctrl+Z means while no row is chosen
        self._wire()
        self.retranslate()

    # ---- the page's side -------------------------------------------------------------------------------------------

    def placeholder(self) -> str:
        return say(COPIES, "Pindai kartu, buku, atau nota fotokopi, atau ketik nama …")

    def activate(self) -> None:
        self.read(partial(_fetch, self.shell.desk), self._show_fetched)

    def retranslate(self) -> None:
        self.view.retranslate()

    def take_scan(self, text: str, at: datetime, mono_ms: int) -> None:
        if not text.strip():
            self.go_on()
            return
        desk = self.shell.desk
        self.read(lambda: look_up(desk, text.strip()), self._found)

    def take_typed(self, text: str) -> None:
        desk = self.shell.desk
        self.read(lambda: persons_like(desk, text), lambda people: self._suggest(people, text))

    def take_choice(self, key: object) -> None:
        if isinstance(key, Person):
            self._found(key)

    def take_code(self, code: HouseCode) -> None:
        """A photocopy slip: its books come back."""
        desk = self.shell.desk
        self.read(
            lambda: photocopies.find_job(desk, code.id), lambda line: self._open_return(line, code.code)
        )  # fmt: skip

    def step(self, way: int) -> None:
        self.view.step(way)

    def escape(self) -> None:
        self._begin_anew()
        self.view.show_idle()

    def undo(self) -> None:
        """The chosen job of the list, else the last one booked here."""
        chosen = self.view.chosen_id() if self.view.list_has_focus() else None
        job_id = chosen or self._last or self.view.chosen_id()
        if job_id is not None:
            self._ask_undo(job_id)

    # ---- what was scanned ------------------------------------------------------------------------------------------

    def _found(self, found: Person | Copied) -> None:
        if isinstance(found, Copied):
            self._book(found)
            return
        self._leave_return()
        self._begin()
        self.draft = self.draft.served(found) if found.number else self.draft.served(None, found.name)
        self.shell.sounds.play("attention" if found.warned else "ok")
        self._show()

    def _book(self, book: Copied) -> None:
        back = self.back
        if back is None:
            self._begin()
            self.draft = self.draft.with_book(book)
            self.shell.sounds.play("ok")
            self._show()
        elif back.has(book.barcode):
            self.back = back.checked_off(book.barcode)
            self.shell.sounds.play("ok")
            self.view.show_return(self.back)
        else:
            self.shell.sounds.play("refused")
            self.said.emit(
                say(COPIES, "Buku {code} tidak dibawa keluar dengan nota ini.", code=book.barcode), "warn"
            )  # fmt: skip

    def _suggest(self, people: Sequence[Person], text: str) -> None:
        """Members and visitors; last, a mere name."""
        name = " ".join(text.split())
        mere = Person(None, None, name, "")
        words = say(COPIES, "Bukan anggota: {name}", name=name)
        more = [Suggestion(mere, words, icon="user-plus")] if is_name(name) else []
        self.suggested.emit([*people_found(people), *more], text)

    def _open_return(self, line: OutLine | None, slip_code: str) -> None:
        if line is None or line.job.state is not CopyState.OUT:
            self.shell.sounds.play("refused")
            words = say(COPIES, "Nota {code} tidak menunggu apa pun; bukunya sudah di sini.", code=slip_code)
            self.said.emit(words, "warn")
            return
        self.back, self._began_at = Return(line, slip_code), self.shell.desk.clock.now()
        self.shell.sounds.play("warning" if line.overdue else "ok")
        self.view.show_return(self.back)
        back, due_at, offset = self.back, line.job.due_at or line.job.noted_at, self._offset()
        self.view.show_answer(lambda: return_lines(back, fmt.clock(due_at, offset, language())))
        self.left.emit()

    # ---- going on --------------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Enter: what is still missing is asked for; when nothing is, it is booked."""
        if self.back is not None:
            self._take_back(self.back)
            return
        self._read_fields()
        ask = self.draft.ask
        if ask is Ask.NOTHING:
            self._book_out() if self.draft.way is CopyWay.OUT else self._book_here()
        elif ask in (Ask.PERSON, Ask.BOOKS):
            self.shell.sounds.play("attention")
            words = {
                Ask.PERSON: say(COPIES, "Pindai dahulu kartu pembawanya, atau ketik namanya."),
                Ask.BOOKS: say(COPIES, "Pindai dahulu buku yang dibawa keluar."),
            }
            self.said.emit(words[ask], "warn")
            self.left.emit()
        else:
            self.view.put_cursor(ask)

    def _book_here(self) -> None:
        desk, draft = self.shell.desk, self.draft

        def act() -> Made:
            return photocopies.inside(
                desk,
                draft.pages or 0,
                draft.tariff.id if draft.tariff is not None else None,
                person=draft.person,
                guest=draft.guest,
                books=draft.books,
                pay=draft.pay_now(),
            )

        self._do(act, self._made)

    def _made(self, made: Made) -> None:
        who = self._who()
        self._done(made.job.id, lambda: made_lines(made, who))
        if made.taken is not None or made.charge is not None:
            for kind in ("money", "loans"):  # what he owes, and what lies in the drawer
                self.shell.changes.tell(kind, self)

    def _book_out(self) -> None:
        desk, draft = self.shell.desk, self.draft
        valuables, phone = self.view.valuables.text().strip(), self.view.phone.text().strip()
        began_at = self._began_at

        def act() -> TakenOut:
            return photocopies.out(
                desk,
                draft.books,
                draft.person,
                guest=draft.guest,
                phone=phone,
                pledge=Pledge.IDENTITY,
                pledge_type=draft.pledge_type,
                pledge_last4=draft.pledge_last4,
                valuables=valuables,
                began_at=began_at,
            )

        self._do(act, self._gone_out)

    def _gone_out(self, out: TakenOut) -> None:
        who, offset, printed = self._who(), self._offset(), out.slip_job_id is not None
        due_at = out.job.due_at or out.job.noted_at
        self._done(
            out.job.id,
            lambda: out_lines(out, who, fmt.clock(due_at, offset, language()), printed and self.shell.slips.ready),
        )

    def _take_back(self, back: Return, approval: Approval | None = None) -> None:
        desk = self.shell.desk
        note, began_at = approval.reason if approval is not None else "", self._began_at
        self._do(
            lambda: photocopies.back(
                desk, back.job_id, back.slip_code, note=note, approval=approval, began_at=began_at
            ),
            lambda job: self._done(job.id, lambda: back_lines(job, back.line.who)),
        )

    def _ask_back(self) -> None:
        """From the list, without a slip in hand: the slip is still to be scanned, or lost."""
        line = self.view.chosen_out()
        if line is not None:
            self._open_return(line, "")

    def _ask_lost(self) -> None:
        back = self.back
        if back is None:
            return
        job = back.line.job
        sheet = self.signed(
            partial(self._take_back, back),
            title=say(COPIES, "Terima tanpa nota {number}?", number=job.number),
            text=say(
                COPIES, "Cocokkan {held} dengan {name} sendiri. Alasan dan nama pengawas tercatat.",
                held=held_words(job), name=back.line.who,
            ),
            accept=say(COPIES, "Terima kembali"),
            icon="shield-check",
        )  # fmt: skip
        self.sheets.ask(sheet)

    def _ask_undo(self, job_id: Id) -> None:
        desk = self.shell.desk
        sheet = reason_sheet(
            self,
            title=say(COPIES, "Batalkan catatan fotokopi?"),
            text=say(COPIES, "Tidak dihitung lagi; tagihannya yang belum dibayar ikut batal."),
            accept=say(COPIES, "Batalkan catatan"),
            icon="arrow-back-up",
        )

        def answered() -> None:
            reason = sheet.text("reason")
            self._do(
                lambda: photocopies.undo(desk, job_id, reason),
                lambda job: self._done(None, lambda: undone_lines(job)),
            )

        self.sheets.ask(sheet, answered)

    def _print_again(self) -> None:
        line, desk = self.view.chosen_out(), self.shell.desk
        if line is not None:
            number = line.job.number
            self.book(
                lambda: photocopies.reprint_slip(desk, line.job.id),
                lambda _: self.said.emit(say(COPIES, "Nota {number} dicetak ulang.", number=number), "ok"),
            )

    # ---- showing ---------------------------------------------------------------------------------------------------

    def _show_fetched(self, fetched: Fetched) -> None:
        papers, outside, today, counts = fetched
        self.draft = replace(self.draft, step_rp=self.shell.desk.settings().cash_rounding_rp)
        self.view.show_papers(papers)
        self.view.show_jobs(outside, today, counts, self._offset())
        if self.back is None:
            self._read_fields()
            self.view.show_draft(self.draft)

    def _do(self, act: Callable[[], object], done: Callable[..., None]) -> None:
        self.view.clear_errors()
        self.book(act, done)

    def _done(self, job_id: Id | None, make: Callable[[], Lines]) -> None:
        """It is booked: say so, and stand ready for the next one."""
        self._last = job_id
        self._begin_anew()
        self.view.show_answer(make)
        self.shell.sounds.play("ok")
        self.activate()
        self.left.emit()

    def _begin(self) -> None:
        """The first card or book of a job; how long it takes is measured from here."""
        self._began_at = self._began_at or self.shell.desk.clock.now()

    def _begin_anew(self) -> None:
        self.back = self._began_at = None
        self.draft = self.draft.begun_anew()
        self.view.show_draft(self.draft, fresh=True)
        self.said.emit("", "info")

    def _leave_return(self) -> None:
        if self.back is not None:
            self._begin_anew()
            self.view.show_idle()

    def _show(self) -> None:
        self.view.show_draft(self.draft)

    def _fields_changed(self) -> None:
        self._read_fields()
        self._show()

    def _read_fields(self) -> None:
        self.draft = self.view.typed(self.draft)

    def _way_chosen(self, way: CopyWay) -> None:
        self._leave_return()
        self.draft = replace(self.draft, way=way)
        self._show()
        self.view.show_idle()
        self.left.emit()

    def fail(self, error: Exception) -> None:
        """A mistake in a field stands beside it; a refusal is the answer. What was scanned and typed stays."""
        row = self.view.row_of(error.field) if isinstance(error, InvalidInput) else None
        if isinstance(error, InvalidInput) and row is not None and self.sheets.sheet is None:
            self.shell.sounds.play("refused")
            row.set_error(invalid_text(error))
            row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            if not row.isVisible() or row.fontMetrics().horizontalAdvance(row.error()) > row.width():
                self.said.emit(invalid_text(error), "warn")
        elif isinstance(error, Refused) and self.sheets.sheet is None:
            self.shell.sounds.play("refused")
            self.view.show_answer(partial(refused_lines, error))
        else:
            super().fail(error)

    def _who(self) -> str:
        return self.draft.person.name if self.draft.person is not None else self.draft.guest

    def _offset(self) -> int:
        return self.shell.desk.library.utc_offset_min

    def _wire(self) -> None:
        view = self.view
        view.changed.connect(self._fields_changed)
        view.way_chosen.connect(self._way_chosen)
        view.go_wanted.connect(self.go_on)
        view.strayed.connect(self.strayed)
        view.scanned.connect(lambda text: self.take_scan(text, self.shell.desk.clock.now(), 0))
        view.left.connect(self.left)
        view.dropped.connect(self._drop)
        view.back_wanted.connect(self._ask_back)
        view.lost_wanted.connect(self._ask_lost)
        view.undo_wanted.connect(self._undo_chosen)
        view.slip_wanted.connect(self._print_again)
        for key, way in KEYS.items():
            on_key(self, key, partial(self._way_chosen, way))

    def _drop(self, barcode: str) -> None:
        self.draft = self.draft.without_book(barcode)
        self._show()

    def _undo_chosen(self) -> None:
        job_id = self.view.chosen_id()
        if job_id is not None:
            self._ask_undo(job_id)


def is_name(text: str) -> bool:
    """Letters and no digits: no code, but what somebody is called."""
    return any(sign.isalpha() for sign in text) and not any(sign.isdigit() for sign in text)


def look_up(desk: Desk, text: str) -> Person | Copied:
    """Whom a code means, or what book; a name without a digit is a guest's. Raises Refused as the services do."""
    with desk.view() as act:
        person = find_person(act, text)
    if person is not None:
        return person
    return Person(None, None, text, "") if is_name(text) else photocopies.copied(desk, text)


def _fetch(desk: Desk) -> Fetched:
    return (
        photocopies.paper_tariffs(desk),
        photocopies.still_out(desk),
        photocopies.todays_jobs(desk),
        photocopies.day_counts(desk),
    )
