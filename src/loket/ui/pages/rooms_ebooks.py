"""E-book: what readers borrow in the district's reading app (KLIK), noted here or taken from its report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from loket.domain.entities import EbookLoan, EbookTitle, Id, Role
from loket.domain.errors import Refused
from loket.importing.records import UnusableFileError
from loket.services import ebook_report, ebooks
from loket.services.desk import Desk
from loket.services.ebook_report import Imported, ReportPreview
from loket.services.ebooks import TitleLine
from loket.services.visitors import Person, find_person, persons_like
from loket.ui import format as fmt
from loket.ui.issuing import ask_file, write_paper
from loket.ui.pages.members_sheets import reason_sheet
from loket.ui.pages.page import on_key
from loket.ui.pages.rooms_ebooks_sheets import ReportSheet, TitleSheet
from loket.ui.pages.rooms_ebooks_view import OUT, TITLES, TODAY, EbooksView, Seen
from loket.ui.pages.rooms_parts import RoomSection, people_found
from loket.ui.pages.rooms_photocopy import is_name
from loket.ui.presenters.ebooks import LoanDraft
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say
from loket.ui.texts_circulation import Lines
from loket.ui.texts_importing import unusable_text
from loket.ui.texts_rooms_more import (
    EBOOKS,
    free_words,
    imported_words,
    lent_lines,
    refused_lines,
    returned_lines,
    unlent_lines,
)
from loket.ui.widgets import Suggestion

MANAGERS = frozenset({Role.ADMIN, Role.SUPERVISOR})
PATTERNS = "*.csv *.txt *.tsv *.xlsx *.xlsm"
MOST_TITLES = 8
KEYS = {"Ctrl+L": OUT, "Ctrl+H": TODAY, "Ctrl+J": TITLES}


class EbooksSection(RoomSection):
    """Scan a card and choose a title, in any order: with both the loan is noted. It goes back by itself."""

    TITLE = QT_TRANSLATE_NOOP("Rooms", "E-book")
    ICON = "book-2"
    TAKES_PEOPLE = True

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.view = EbooksView(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.view)
        self.draft = LoanDraft()
        self.ask_path: Callable[[str], Path | None] = self._ask_path
        self._last: Id | None = None  # what Ctrl+Z takes back
        self._wire()
        self.retranslate()

    # ---- the page's side -------------------------------------------------------------------------------------------

    def placeholder(self) -> str:
        return say(EBOOKS, "Pindai kartu, atau ketik nama atau judul e-book …")

    def activate(self) -> None:
        self.read(partial(_fetch, self.shell.desk), self.view.show_seen)

    def retranslate(self) -> None:
        self.view.retranslate()

    def take_scan(self, text: str, at: datetime, mono_ms: int) -> None:
        typed, desk = text.strip(), self.shell.desk
        if typed:
            self.read(lambda: look_up(desk, typed), lambda found: self._found(found, typed))
        else:
            self._lend_or_pick()

    def take_typed(self, text: str) -> None:
        desk = self.shell.desk
        self.read(
            lambda: (persons_like(desk, text), ebooks.titles(desk, text)),
            lambda found: self._suggest(*found, text),
        )

    def take_choice(self, key: object) -> None:
        if isinstance(key, Person):
            self._read_by(key)
        elif isinstance(key, TitleLine):
            self._chosen(key)

    def step(self, way: int) -> None:
        self.view.step(way)

    def escape(self) -> None:
        self.draft = LoanDraft()
        self.view.show_draft(self.draft)
        self.view.show_answer(None)
        self.said.emit("", "info")

    def undo(self) -> None:
        """The last loan noted here, else the chosen one."""
        chosen = self.view.chosen_loan()
        loan_id = self._last or (chosen.loan.id if chosen is not None else None)
        if loan_id is not None:
            self._ask_undo(loan_id)

    # ---- who and what ----------------------------------------------------------------------------------------------

    def _found(self, found: Person | tuple[TitleLine, ...], typed: str) -> None:
        if isinstance(found, Person):
            self._read_by(found)
        elif len(found) == 1:
            self._chosen(found[0])
        else:
            self.shell.sounds.play("attention")
            self.kept.emit(typed)
            words = (
                say(EBOOKS, "Beberapa judul cocok; pilih salah satu.")
                if found
                else say(EBOOKS, "Tidak ada anggota maupun judul dengan “{typed}”.", typed=typed)
            )
            self.said.emit(words, "warn")

    def _read_by(self, person: Person) -> None:
        mere = not person.member_id and not person.visit_id
        self.draft = self.draft.read_by(None, person.name) if mere else self.draft.read_by(person)
        self.shell.sounds.play("attention" if person.warned else "ok")
        self._go_on()

    def _chosen(self, line: TitleLine) -> None:
        self.draft = self.draft.of(line)
        self.shell.sounds.play("ok")
        self._go_on()

    def _go_on(self) -> None:
        """With both the loan is noted; while only the title is missing, the titles stand ready to be chosen."""
        self.view.show_draft(self.draft)
        if self.draft.is_complete:
            self._lend()
            return
        self.view.show_answer(None)
        if self.draft.is_named and self.view.seen is not None and self.view.seen.titles:
            self.view.turn_to(TITLES)

    def _suggest(self, people: Sequence[Person], titles: Sequence[TitleLine], text: str) -> None:
        """What is still missing comes first; last, a mere name."""
        shown = [
            Suggestion(line, line.title.title, detail=line.title.author, note=free_words(line), icon="book-2")
            for line in titles[:MOST_TITLES]
        ]
        names = people_found(people)
        found = [*shown, *names] if self.draft.is_named else [*names, *shown]
        name = " ".join(text.split())
        if is_name(name) and not self.draft.is_named:
            mere = Person(None, None, name, "")
            found.append(Suggestion(mere, say(EBOOKS, "Bukan anggota: {name}", name=name), icon="user-plus"))
        self.suggested.emit(found, text)

    # ---- acts ------------------------------------------------------------------------------------------------------

    def _lend_or_pick(self) -> None:
        """Enter: the chosen title of the list, where only the title is missing."""
        line = self.view.chosen_title() if self.draft.title is None and self.draft.is_named else None
        if line is not None:
            self._chosen(line)
        elif self.draft.is_complete:
            self._lend()
        else:
            self.shell.sounds.play("attention")
            words = (
                say(EBOOKS, "Ketik judul e-booknya, atau pilih di daftar Judul.")
                if self.draft.is_named
                else say(EBOOKS, "Pindai dahulu kartu pembacanya, atau ketik namanya.")
            )
            self.said.emit(words, "info")

    def _lend(self) -> None:
        desk, draft = self.shell.desk, self.draft
        if draft.title is None:
            return
        title_id = draft.title.title.id
        who = draft.person.name if draft.person is not None else draft.guest
        self.book(
            lambda: ebooks.lend(desk, title_id, draft.person, reader=draft.guest), lambda loan: self._lent(loan, who)
        )

    def _lent(self, loan: EbookLoan, who: str) -> None:
        self._last = loan.id
        self.draft = LoanDraft()
        self.view.show_draft(self.draft)
        self.view.turn_to(OUT)
        offset = self.shell.desk.library.utc_offset_min
        self._answer(lambda: lent_lines(loan, who, fmt.moment(loan.due_at, offset, language())))

    def give_back(self) -> None:
        """The chosen loan was given back in the app before its day."""
        line, desk = self.view.chosen_loan(), self.shell.desk
        if line is not None and line.is_out:
            self.book(
                lambda: ebooks.give_back(desk, line.loan.id),
                lambda loan: self._answer(lambda: returned_lines(loan, line.who)),
            )

    def _ask_undo(self, loan_id: Id) -> None:
        desk = self.shell.desk
        sheet = reason_sheet(
            self,
            title=say(EBOOKS, "Batalkan catatan pinjaman?"),
            text=say(EBOOKS, "Di aplikasi KLIK sendiri tidak ada yang berubah."),
            accept=say(EBOOKS, "Batalkan catatan"),
            icon="arrow-back-up",
        )

        def answered() -> None:
            reason = sheet.text("reason")
            self.book(lambda: ebooks.undo(desk, loan_id, reason), self._undone)

        self.sheets.ask(sheet, answered)

    def _undone(self, loan: EbookLoan) -> None:
        self._last = None
        self._answer(lambda: unlent_lines(loan))

    def ask_title(self, title: EbookTitle | None = None) -> None:
        """A new title, or this one as it is from now on."""
        desk = self.shell.desk
        sheet = TitleSheet(self, title)
        self.sheets.ask(sheet, lambda: self.book(partial(ebooks.set_title, desk, sheet.value()), self._title_set))

    def _title_set(self, title: EbookTitle) -> None:
        self.shell.sounds.play("ok")
        self.said.emit(say(EBOOKS, "“{title}” disimpan.", title=title.title), "ok")
        self.activate()

    def _answer(self, make: Callable[[], Lines]) -> None:
        """It is booked: say so, and read what is shown anew."""
        self.view.show_answer(make)
        self.shell.sounds.play("ok")
        self.said.emit("", "info")
        self.activate()
        self.left.emit()

    # ---- the app's report ------------------------------------------------------------------------------------------

    def choose_report(self) -> None:
        path = self.ask_path("open")
        if path is not None:
            self.show_report(path)

    def show_report(self, path: Path) -> None:
        """Read a report and ask whether it may be taken."""
        desk = self.shell.desk
        self.read(lambda: ebook_report.read_report(desk, path), self._ask_report)

    def _ask_report(self, preview: ReportPreview) -> None:
        desk = self.shell.desk
        sheet = ReportSheet(self, preview, desk.library.utc_offset_min, self._save_template)
        act = partial(ebook_report.import_report, desk, preview)
        self.sheets.ask(sheet, lambda: self.book(act, self._imported))

    def _imported(self, imported: Imported) -> None:
        self.shell.sounds.play("ok")
        self.said.emit(imported_words(imported), "ok")
        self.activate()

    def _save_template(self) -> None:
        path, desk = self.ask_path("save"), self.shell.desk
        if path is not None:
            self.read(lambda: _write_template(desk, path), self.saved.emit)

    def _ask_path(self, way: str) -> Path | None:
        if way == "save":
            return ask_file(self, say(EBOOKS, "Simpan contoh"), "laporan-klik", "xlsx")
        kinds = say(EBOOKS, "Laporan KLIK ({patterns})", patterns=PATTERNS)
        words = say(EBOOKS, "Pilih laporan dari aplikasi KLIK")
        chosen, _ = QFileDialog.getOpenFileName(self, words, str(Path.home()), kinds)
        return Path(chosen) if chosen else None

    # ---- what goes wrong, and wires --------------------------------------------------------------------------------

    def fail(self, error: Exception) -> None:
        """A file that is no report is told in its own words; a loan that cannot be is the answer, the reader stays."""
        if isinstance(error, UnusableFileError):
            self.shell.sounds.play("refused")
            self.said.emit(unusable_text(error), "warn")
        elif isinstance(error, Refused) and self.sheets.sheet is None:
            self.shell.sounds.play("refused")
            self.draft = self.draft.of(None)
            self.view.show_draft(self.draft)
            self.view.show_answer(partial(refused_lines, error))
            self.left.emit()
        else:
            super().fail(error)

    def _row_activated(self) -> None:
        """Enter on a row: a title is lent, a loan is given back."""
        title = self.view.chosen_title()
        if title is not None:
            self._chosen(title)
        elif self.view.which() == OUT:
            self.give_back()

    def _cancel_chosen(self) -> None:
        loan = self.view.chosen_loan()
        if loan is not None:
            self._ask_undo(loan.loan.id)

    def _edit_chosen(self) -> None:
        line = self.view.chosen_title()
        if line is not None:
            self.ask_title(line.title)

    def _wire(self) -> None:
        view = self.view
        view.lend_wanted.connect(self._lend_or_pick)
        view.back_wanted.connect(self.give_back)
        view.cancel_wanted.connect(self._cancel_chosen)
        view.report_wanted.connect(self.choose_report)
        view.new_wanted.connect(self.ask_title)
        view.edit_wanted.connect(self._edit_chosen)
        view.row_activated.connect(self._row_activated)
        for key, which in KEYS.items():
            on_key(self, key, partial(view.turn_to, which))


def look_up(desk: Desk, text: str) -> Person | tuple[TitleLine, ...]:
    """A reader by his card, slip or tag; else the titles with these words. Raises Refused as the services do."""
    with desk.view() as act:
        person = find_person(act, text)
    return person if person is not None else ebooks.titles(desk, text)


def _fetch(desk: Desk) -> Seen:
    operator = desk.operator
    may_manage = operator is not None and not MANAGERS.isdisjoint(operator.roles)
    return Seen(
        out=ebooks.open_loans(desk),
        today=ebooks.days_loans(desk),
        titles=ebooks.titles(desk, retired=may_manage),
        counts=ebooks.day_counts(desk, desk.today()),
        may_manage=may_manage,
        on=desk.today(),
        utc_offset_min=desk.library.utc_offset_min,
    )


def _write_template(desk: Desk, path: Path) -> Path:
    """An empty report to fill in. What makes it is imported when somebody asks."""
    from loket.reports.ebook_template import ebook_template

    return write_paper(path, ebook_template(desk.library.name))
