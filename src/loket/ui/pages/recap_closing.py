"""Tutup layanan: a checklist that turns calm line by line, and the day's recap as a page one signs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from loket.db.engine import translated
from loket.domain.entities import Recap
from loket.domain.recap_paper import RecapPaper
from loket.services import closing
from loket.services.closing_checks import BACKUP, INSIDE, UNCLOSED, UNSYNCED, Check
from loket.services.operators import confirm
from loket.services.recap_periods import day_paper
from loket.sync.status import SyncStatus
from loket.ui import preferences, theme
from loket.ui.backups import BackedUp, back_up_counter
from loket.ui.forms.ui_recap_closing import Ui_ClosingSection
from loket.ui.issuing import file_name, open_file
from loket.ui.pages.members_sheets import AskSheet
from loket.ui.pages.page import on_key
from loket.ui.pages.recap_closing_parts import CheckLine, PaperView
from loket.ui.pages.recap_parts import RecapSection
from loket.ui.pages.settings_parts import in_order
from loket.ui.preferences import Preferences
from loket.ui.presenters.recap_closing import (
    PLACES,
    ClosingView,
    DayRow,
    Mark,
    Remedy,
    file_title,
    look,
    may_close,
    may_sign,
)
from loket.ui.recap_papers import RecapFile, RecapPapers
from loket.ui.shell import Shell
from loket.ui.tables import Column, PagedTableModel
from loket.ui.texts import QT_TRANSLATE_NOOP, error_text, say
from loket.ui.texts_recap_closing import (
    CONTEXT,
    FIXED,
    MARK_SIGNS,
    check_text,
    check_title,
    closed_text,
    day_text,
    mark_text,
    to_do_text,
)
from loket.ui.widgets import announce, set_state

T = TypeVar("T")
LEFT_PX = 436
FILES = (RecapFile.PDF, RecapFile.XLSX, RecapFile.CSV)
BY_ITSELF = frozenset({UNSYNCED, BACKUP})  # closing sends and backs up: nobody need be asked about it


class CloseSheet(AskSheet):
    """What is not in order yet, and a word about it for the recap."""

    def __init__(self, parent: QWidget, checks: Sequence[Check]) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Tutup dengan {count} hal belum beres?", count=len(checks)),
            text="\n".join(f"{check_title(check)}: {check_text(check)}" for check in checks),
            accept=say(CONTEXT, "Tutup layanan"),
            icon="lock",
            kind="warn",
        )
        self.ask("note", say(CONTEXT, "Catatan untuk rekap"), hint=say(CONTEXT, "Boleh kosong."))

    def needed(self) -> frozenset[str]:
        return frozenset()


class SignSheet(AskSheet):
    """Whoever is signed in shows that it is he, and puts his name under the recap."""

    def __init__(self, parent: QWidget, number: str, name: str) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Tanda tangani {number}", number=number),
            text=say(CONTEXT, "Angkanya sudah diperiksa. {name} yang menandatangani.", name=name),
            accept=say(CONTEXT, "Tanda tangani"),
            icon="edit",
        )
        secret = QLineEdit(self)
        secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.ask("secret", say(CONTEXT, "Kata sandi atau PIN Anda"), secret)
        self.ask("note", say(CONTEXT, "Catatan"), hint=say(CONTEXT, "Boleh kosong."))

    def needed(self) -> frozenset[str]:
        return frozenset({"secret"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read for the screen: the list, the day that is shown, and this counter's choices."""

    view: ClosingView
    row: DayRow
    paper: RecapPaper
    kept: Preferences


class ClosingSection(RecapSection):
    """Enter closes the day, or signs the recap that waits; the list below shows the days before."""

    TITLE = QT_TRANSLATE_NOOP("Recap", "Tutup layanan")
    ICON = "clipboard-check"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._form = Ui_ClosingSection()
        self._form.setupUi(self)
        self._papers = RecapPapers(shell.desk, shell.data_dir)
        self._seen: Seen | None = None
        self._key = ""  # of the row that is shown; "" today's
        self._busy = False
        self.lines: dict[str, CheckLine] = {}
        self._rows: dict[str, DayRow] = {}
        self._model: PagedTableModel[str, DayRow] = PagedTableModel(
            self._columns(), lambda keys: {key: self._rows[key] for key in keys if key in self._rows}
        )
        self.paper = PaperView(self)
        self._build()
        self.retranslate()

    # ---- what is shown --------------------------------------------------------------------------------------------

    def activate(self) -> None:
        self.read_all(self._look, self._show)

    @property
    def seen(self) -> Seen:
        """What is on the screen; only once it was read."""
        assert self._seen is not None
        return self._seen

    def show_day(self, key: str) -> None:
        """Show the day of a row."""
        self._key = key
        self.activate()

    def _look(self) -> Seen:
        desk = self.shell.desk
        view = look(desk)
        row = view.row(self._key)
        return Seen(view, row, day_paper(desk, row.recap or row.on), preferences.load(self.shell.data_dir))

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        self._show_checks(seen.view.checks)
        self._show_days(seen.view.rows, seen.row)
        self.paper.show_paper(seen.paper)
        self._form.to_print.setChecked(seen.kept.recap_print)
        self._form.folder.setText(
            say(CONTEXT, "Berkas disimpan di {folder}", folder=preferences.recap_folder(seen.kept))
        )
        self._form.checks_state.setText(to_do_text(seen.view.to_do))
        self._show_buttons()

    def _show_checks(self, checks: Sequence[Check]) -> None:
        """Lines stay in their places; a new one comes where the order wants it."""
        known = {check.key for check in checks}
        for key in [key for key in self.lines if key not in known]:
            self.lines.pop(key).deleteLater()
        for place, check in enumerate(checks):
            line = self.lines.get(check.key)
            if line is None:
                line = self.lines[check.key] = CheckLine(check, self._form.checks)
                line.wanted.connect(self._helper(line))
                self._form.checks_layout.insertWidget(place, line)
            line.show_check(check)
        self._put_in_order()

    def _helper(self, line: CheckLine) -> Callable[[Remedy], None]:
        return lambda remedy: self.help(line.check, remedy)

    def _show_days(self, rows: Sequence[DayRow], shown: DayRow) -> None:
        self._rows = {row.key: row for row in rows}
        self._form.days.blockSignals(True)
        self._model.set_ids(list(self._rows))
        self._form.days.select_row(self._model.number_of(shown.key) or 0)
        self._form.days.blockSignals(False)

    def _show_buttons(self) -> None:
        form, seen = self._form, self.seen
        recap = seen.row.recap
        closes = may_close(seen.row, seen.view.today, self.shell.desk.station.id)
        form.close_day.setVisible(closes)
        form.close_day.set_text(
            say(CONTEXT, "Tutup layanan  Enter") if recap is None else say(CONTEXT, "Tutup lagi (revisi)")
        )
        set_state(form.close_day, role="primary" if recap is None else "plain")
        form.sign.setVisible(may_sign(seen.row))
        for button in (form.print_it, form.keep):
            button.setEnabled(recap is not None and not self._busy)
        for button in (form.close_day, form.sign):
            button.setEnabled(not self._busy)

    # ---- gestures -------------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """The button that has the cursor, else what the day waits for: to be closed, or to be signed."""
        focused = self.focusWidget()
        if isinstance(focused, QPushButton) and focused.hasFocus():
            focused.click()
        elif self._seen is None or self._busy:
            return
        elif self.seen.row.mark is Mark.OPEN:
            self.close_day()
        elif may_sign(self.seen.row):
            self.sign()

    def close_day(self) -> None:
        """At once where all is in order; else what is not is shown first, and asked for a word about it."""
        seen = self.seen
        points = [check for check in seen.view.checks if not check.ok and check.key not in {*BY_ITSELF, UNCLOSED}]
        if seen.row.on != seen.view.today or not points:
            self._close("")
            return
        sheet = CloseSheet(self, points)
        self.sheets.ask(sheet, lambda: self._close(sheet.text("note")))

    def sign(self) -> None:
        recap, operator = self.seen.row.recap, self.shell.desk.operator
        if recap is None:
            return
        sheet = SignSheet(self, recap.number, operator.full_name if operator else "")
        self.sheets.ask(sheet, lambda: self._sign(recap, sheet.text("secret"), sheet.text("note")))

    def print_it(self) -> None:
        """Open the recap in the program that prints it."""
        paper = self.seen.paper
        self.read(lambda: self._papers.to_print(paper), self._opened)

    def keep(self) -> None:
        """Write the recap's files once more: they are the same."""
        recap = self.seen.row.recap
        if recap is not None:
            self._export(recap, say(CONTEXT, "Berkas {number} disimpan.", number=recap.number), to_print=False)

    def choose_folder(self) -> None:
        data_dir = self.shell.data_dir
        begin = str(preferences.recap_folder(self.seen.kept))
        chosen = QFileDialog.getExistingDirectory(self, say(CONTEXT, "Folder untuk berkas rekap"), begin)
        if chosen:
            self._keep_choice(lambda: preferences.change(data_dir, recap_folder=chosen))

    def help(self, check: Check, remedy: Remedy) -> None:
        """What the button beside a line of the checklist does."""
        desk = self.shell.desk
        match remedy:
            case Remedy.FIX:
                kind = "visits" if check.key == INSIDE else "rooms"
                self._act(lambda: closing.fix(desk, check.key), lambda count: self._fixed(check.key, count), kind)
            case Remedy.PLACE:
                self.shell.ways.place.emit(PLACES[check.key])
            case Remedy.CLOSE_DAYS:
                self._act(
                    lambda: [closing.close_day(desk, on) for on in closing.unclosed(desk)],
                    lambda made: self._told(say(CONTEXT, "{count} hari ditutup.", count=len(made))),
                )
            case Remedy.SEND:
                self.shell.sync.sync_now()
            case Remedy.BACK_UP:
                self._back_up()

    # ---- closing --------------------------------------------------------------------------------------------------

    def _close(self, note: str) -> None:
        desk, row = self.shell.desk, self.seen.row
        self._act(lambda: closing.close_day(desk, row.on, note), lambda recap: self._closed(row, recap))

    def _closed(self, before: DayRow, recap: Recap) -> None:
        self._key = recap.id
        if before.recap is not None and before.recap.id == recap.id:
            self._told(say(CONTEXT, "Tidak ada yang berubah sejak {number} dibuat.", number=recap.number))
            return
        self.shell.sounds.play("ok")
        folder = str(preferences.recap_folder(self.seen.kept))
        self._export(recap, closed_text(recap.number, folder), to_print=self.seen.kept.recap_print)
        self._back_up()
        self.shell.sync.sync_now()

    def _sign(self, recap: Recap, secret: str, note: str) -> None:
        desk, sign_ins = self.shell.desk, self.shell.sign_ins

        def work() -> Recap:
            confirm(desk, sign_ins, secret)
            return closing.sign(desk, recap.id, note)

        self._act(work, self._signed)

    def _signed(self, recap: Recap) -> None:
        self.shell.sounds.play("ok")
        told = say(CONTEXT, "{number} ditandatangani; berkasnya diperbarui.", number=recap.number)
        self._export(recap, told, to_print=False)

    def _export(self, recap: Recap, told: str, *, to_print: bool) -> None:
        """PDF, XLSX and CSV into the folder, then the list again."""
        desk, papers, data_dir = self.shell.desk, self._papers, self.shell.data_dir
        row = DayRow(recap.id, recap.on, self._station_code(recap), recap)

        def work() -> Path:
            folder = preferences.recap_folder(preferences.load(data_dir))
            with translated(folder):
                folder.mkdir(parents=True, exist_ok=True)
            paper = day_paper(desk, recap)
            name = file_name(file_title(row))
            files = {kind: papers.write(kind, paper, folder / f"{name}.{kind.ending}") for kind in FILES}
            return files[RecapFile.PDF]

        def written(pdf: Path) -> None:
            self._told(told)
            if to_print:
                self._opened(pdf)

        self.read(work, written)

    def _station_code(self, recap: Recap) -> str:
        known = next((row.station for row in self.seen.view.rows if row.recap and row.recap.id == recap.id), "")
        return known or self.shell.desk.station.code

    def _back_up(self) -> None:
        desk, data_dir = self.shell.desk, self.shell.data_dir
        self.shell.jobs.start(
            lambda: back_up_counter(desk, data_dir), self._backed_up, self.fail, lane="write", owner=self
        )

    def _backed_up(self, made: BackedUp) -> None:
        if made.mirror_error is not None:
            self.said.emit(error_text(made.mirror_error), "warn")
        self.shell.changes.tell("backups", self)
        self.activate()

    def _opened(self, pdf: Path) -> None:
        if not open_file(pdf):
            self.said.emit(say(CONTEXT, "Tidak ada program untuk membuka PDF. Berkasnya: {path}", path=pdf), "warn")

    def _fixed(self, key: str, count: int) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # its button goes; Enter is for the day again
        self._told(say(CONTEXT, FIXED[key], count=count))

    def _told(self, sentence: str) -> None:
        self.said.emit(sentence, "ok")
        announce(self, sentence)
        self.activate()

    # ---- parts ----------------------------------------------------------------------------------------------------

    def _act(self, work: Callable[[], T], done: Callable[[T], object], kind: str = "recaps") -> None:
        """Book it; meanwhile nothing else is pressed."""
        self._set_busy(True)

        def booked(result: T) -> None:
            self._set_busy(False)
            done(result)

        def failed(error: Exception) -> None:
            self._set_busy(False)
            self.fail(error)

        self.book(work, booked, failed, kind)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for line in self.lines.values():
            line.button.setEnabled(not busy)
        self._show_buttons()

    def _keep_choice(self, change: Callable[[], Preferences]) -> None:
        self.shell.jobs.start(change, lambda _: self.activate(), self.fail, lane="write", owner=self)

    def _print_chosen(self, wanted: bool) -> None:
        data_dir = self.shell.data_dir
        self._keep_choice(lambda: preferences.change(data_dir, recap_print=wanted))

    def _synced(self, status: SyncStatus) -> None:
        """News of the exchange with the server: only while somebody waits for it here."""
        line = self.lines.get(UNSYNCED)
        if self.isVisible() and line is not None and not line.check.ok and not status.running:
            self.activate()

    # ---- words ----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self._form
        form.checks_title.setText(say(CONTEXT, "Sebelum tutup"))
        form.days_title.setText(say(CONTEXT, "Hari dan rekapnya"))
        form.days.setAccessibleName(say(CONTEXT, "Hari dan rekapnya"))
        form.days.set_empty("calendar", say(CONTEXT, "Belum ada hari yang dicatat."))
        form.sign.set_text(say(CONTEXT, "Tanda tangani  Enter"))
        form.print_it.set_text(say(CONTEXT, "Cetak"))
        form.keep.set_text(say(CONTEXT, "Simpan berkas"))
        form.to_print.setText(say(CONTEXT, "Buka untuk dicetak sesudah tutup"))
        form.choose_folder.set_text(say(CONTEXT, "Ganti folder …"))
        self._model.retranslate()
        if self._seen is not None:
            self._show(self._seen)

    def _columns(self) -> Sequence[Column[DayRow]]:
        return (
            Column(lambda: say(CONTEXT, "Hari"), lambda row: day_text(row, self.seen.view.today), width_px=124),
            Column(lambda: say(CONTEXT, "Loket"), lambda row: row.station, width_px=78),
            Column(
                lambda: say(CONTEXT, "Keadaan"),
                mark_text,
                stretch=True,
                icon=lambda row: MARK_SIGNS[row.mark],
                tooltip=lambda row: row.recap.number if row.recap else "",
            ),
        )

    # ---- how it is built ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        form = self._form
        form.paper_page_layout.addWidget(self.paper)
        form.checks_layout.addStretch(1)
        form.sign.setProperty("role", "primary")
        form.choose_folder.setProperty("role", "quiet")
        form.close_day.clicked.connect(self.close_day)
        form.sign.clicked.connect(self.sign)
        form.print_it.clicked.connect(self.print_it)
        form.keep.clicked.connect(self.keep)
        form.choose_folder.clicked.connect(self.choose_folder)
        form.to_print.clicked.connect(self._print_chosen)
        form.days.show_model(self._model)
        form.days.picked_row.connect(lambda number: self.show_day(self._model.key_at(number)))
        form.buttons.add(form.close_day, form.sign, form.print_it, form.keep)
        for button in (form.close_day, form.sign, form.print_it, form.keep):
            button.setVisible(button in (form.print_it, form.keep))
        for key in ("Return", "Enter"):
            on_key(self, key, self.enter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.shell.sync.told.connect(self._synced)
        self._put_in_order()
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def _put_in_order(self) -> None:
        """Tab goes down the list first, as one reads; what stands beside it comes after."""
        form = self._form
        in_order(
            self, *(line.button for line in self.lines.values()), form.days, form.close_day, form.sign, form.print_it,
            form.keep, form.to_print, form.choose_folder,
        )  # fmt: skip

    def _restyle(self) -> None:
        self._form.left.setFixedWidth(theme.current().px(LEFT_PX))
