"""Tunggakan: who has overdue books, and reminding them by letter, message or telephone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket.domain.entities import Id, Reminder
from loket.domain.reminders import PHONE, WHATSAPP, whatsapp_link, whatsapp_number
from loket.services import reminders
from loket.services.overdue import Debtor
from loket.ui.issuing import ask_file
from loket.ui.overdue_papers import OverduePapers
from loket.ui.pages.recap_overdue_view import OverdueView
from loket.ui.pages.recap_parts import RecapSection
from loket.ui.presenters.recap_overdue import OVERDUE, SOON, Asked, look
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.texts_overdue import CONTEXT, chosen_on_paper


class OverdueSection(RecapSection):
    """A list of members, and beside it the one chosen: his books, what can be sent to him, what was sent already."""

    TITLE = QT_TRANSLATE_NOOP("Recap", "Tunggakan")
    ICON = "alert-triangle"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.view = OverdueView(shell, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.view)
        self.papers = OverduePapers(shell)
        self.ask_name: Callable[[str, str], Path | None] = self._ask_name
        self.open_link: Callable[[str], object] = _open_link
        self._wanted = Asked()
        self._wire()
        self.setFocusProxy(self.view.form.list)
        self.retranslate()

    # ---- the page's side -------------------------------------------------------------------------------------------

    def activate(self) -> None:
        desk, view = self.shell.desk, self.view
        self.read_all(lambda: look(desk, self._wanted), view.show_seen)

    def retranslate(self) -> None:
        self.view.retranslate()

    def escape(self) -> None:
        """Esc: back to the list from wherever the cursor is."""
        self.view.form.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- messages --------------------------------------------------------------------------------------------------

    def copy_message(self) -> None:
        """The text for WhatsApp into the clipboard; that it was sent is noted when it was."""
        debtor = self.view.debtor
        if debtor is None:
            return
        QGuiApplication.clipboard().setText(reminders.text_for(self.shell.desk, debtor))
        self.shell.sounds.play("ok")
        name = debtor.contact.addressed
        sentence = say(CONTEXT, "Pesan untuk {name} disalin; tempel di WhatsApp.", name=name)
        if self._is_late():
            sentence = say(CONTEXT, "Pesan untuk {name} disalin. Sesudah terkirim, tekan Ctrl+D.", name=name)
        self.said.emit(sentence, "ok")

    def open_whatsapp(self) -> None:
        """WhatsApp of this computer, with number and text filled in."""
        debtor = self.view.debtor
        number = whatsapp_number(debtor.contact.phone) if debtor is not None else ""
        if debtor is None or not number:
            return
        if not self.open_link(whatsapp_link(number, reminders.text_for(self.shell.desk, debtor))):
            self.said.emit(
                say(CONTEXT, "WhatsApp tidak dapat dibuka di komputer ini. Salin pesannya (Ctrl+T)."), "warn"
            )
        elif self._is_late():
            self.said.emit(say(CONTEXT, "WhatsApp dibuka. Sesudah pesan terkirim, tekan Ctrl+D."), "info")

    def note(self, how: str) -> None:
        """The member was told, by message or telephone."""
        debtor, desk = self.view.debtor, self.shell.desk
        if debtor is not None:
            act = partial(reminders.remind, desk, [debtor.member.id], how)
            self.book(act, lambda noted: self._noted(debtor, noted))

    def _noted(self, debtor: Debtor, noted: Sequence[Reminder]) -> None:
        name = debtor.member.full_name
        if noted:
            self.shell.sounds.play("ok")
            step = noted[0].step
            self.said.emit(say(CONTEXT, "Dicatat: {name} diingatkan, ke-{step}.", name=name, step=step), "ok")
        else:
            self.said.emit(say(CONTEXT, "Buku {name} sudah tidak ada yang terlambat.", name=name), "info")
        self.activate()

    def cancel_note(self) -> None:
        line, desk = self.view.chosen_line(), self.shell.desk
        if line is not None and not line.reminder.cancelled:
            self.book(lambda: reminders.cancel(desk, line.reminder.id), lambda _: self._cancelled())

    def _cancelled(self) -> None:
        self.shell.sounds.play("ok")
        self.said.emit(say(CONTEXT, "Catatan pengingat dibatalkan."), "ok")
        self.activate()

    # ---- letters and lists -----------------------------------------------------------------------------------------

    def write_letter(self) -> None:
        """A letter for the chosen member."""
        debtor = self.view.debtor
        if debtor is not None and self._is_late():
            self._write_letters([debtor.member.id], say(CONTEXT, "Surat {name}", name=debtor.member.full_name))

    def write_due_letters(self) -> None:
        """Letters for all in the list who are to be reminded today, in one file."""
        seen = self.view.seen
        if seen is not None and seen.found.due:
            today = self.shell.desk.today().isoformat()
            self._write_letters(seen.found.due, say(CONTEXT, "Surat pengingat {day}", day=today))

    def _write_letters(self, ids: Sequence[Id], title: str) -> None:
        path = self.ask_name(title, "pdf")
        if path is None:
            return
        busy, papers = self.view.form.busy, self.papers
        if len(ids) > 1:
            busy.begin(say(CONTEXT, "Menulis {count} surat …", count=len(ids)), cancellable=False)
        self.shell.jobs.start_long(
            lambda ticket: papers.write_letters(path, ids, ticket.report),
            busy.report,
            lambda count: self._letters_written(path, count),
            self._letters_failed,
            lane="write",
            owner=self,
        )

    def _letters_written(self, path: Path, count: int) -> None:
        self.view.form.busy.finish()
        self.shell.changes.tell("recaps", self)
        if count:
            self.shell.sounds.play("ok")
            self.saved.emit(path)
        else:
            self.said.emit(say(CONTEXT, "Tidak ada lagi buku yang terlambat; tidak ada surat yang ditulis."), "info")
        self.activate()

    def _letters_failed(self, error: Exception) -> None:
        self.view.form.busy.finish()
        self.fail(error)
        self.activate()

    def write_again(self) -> None:
        """The letter of the chosen line of the history, as it was."""
        line, papers = self.view.chosen_line(), self.papers
        if line is None:
            return
        path = self.ask_name(say(CONTEXT, "Surat {name}", name=line.reminder.number or line.reminder.on), "pdf")
        if path is not None:
            self.read(lambda: papers.write_again(path, line.reminder.id), self.saved.emit)

    def write_list(self, ending: str) -> None:
        """The list as it is shown, "pdf" or "xlsx"."""
        seen, papers = self.view.seen, self.papers
        if seen is None or not seen.found.ids:
            return
        is_soon = seen.asked.which == SOON
        words = say(CONTEXT, "Segera jatuh tempo") if is_soon else say(CONTEXT, "Buku terlambat")
        path = self.ask_name(f"{words} {self.shell.desk.today().isoformat()}", ending)
        if path is None:
            return
        grouping, chosen = self.view.grouping.value(), chosen_on_paper(seen.asked.query)
        act = partial(papers.write_list, path, seen.found.ids, grouping, chosen, soon=is_soon)
        self.shell.jobs.start(act, self.saved.emit, self.fail, lane="write", owner=self)

    # ---- parts and wires -------------------------------------------------------------------------------------------

    def _is_late(self) -> bool:
        return self.view.seen is not None and self.view.seen.asked.which == OVERDUE

    def _picked(self, debtor: Debtor | None) -> None:
        desk, view = self.shell.desk, self.view
        if debtor is None:
            return

        def arrived(lines: Sequence[reminders.HistoryLine]) -> None:
            if view.debtor is not None and view.debtor.member.id == debtor.member.id:
                view.show_history(lines)

        self.read(lambda: reminders.history(desk, debtor.member.id), arrived)

    def _ask_name(self, title: str, ending: str) -> Path | None:
        return ask_file(self, say(CONTEXT, "Simpan berkas"), title, ending)

    def _turn(self, wanted: Asked) -> None:
        self._wanted = wanted
        self.activate()

    def _wire(self) -> None:
        view = self.view
        view.asked.connect(self._turn)
        view.picked.connect(self._picked)
        for button, gesture in (
            (view.letters_due, self.write_due_letters),
            (view.pdf, partial(self.write_list, "pdf")),
            (view.xlsx, partial(self.write_list, "xlsx")),
            (view.copy, self.copy_message),
            (view.link, self.open_whatsapp),
            (view.letter, self.write_letter),
            (view.sent, partial(self.note, WHATSAPP)),
            (view.called, partial(self.note, PHONE)),
            (view.again, self.write_again),
            (view.cancel, self.cancel_note),
        ):
            button.clicked.connect(lambda _=False, act=gesture: act())


def _open_link(link: str) -> bool:
    return QDesktopServices.openUrl(QUrl(link))
