"""What an operator does with one member: each action by its key, asked for by a sheet where it needs a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loket.db.queries import MemberHit
from loket.services.clearance import OpenMatter, open_matters_of
from loket.services.members import find_members
from loket.ui import preferences
from loket.ui.pages.asking import Asking
from loket.ui.pages.members_sheets import (
    ClearSheet,
    EraseSheet,
    MergeSheet,
    ReplaceSheet,
    ReprintSheet,
    SuspendSheet,
    UnmergeSheet,
    reason_sheet,
)
from loket.ui.presenters.members_detail import MemberDetailPresenter
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.texts_members import CONTEXT

ACTIONS: dict[str, tuple[str, str, str]] = {  # name → words, icon, key
    "lend": (QT_TRANSLATE_NOOP("Members", "Pinjamkan"), "books", "Ctrl+K"),
    "pay": (QT_TRANSLATE_NOOP("Members", "Terima uang"), "cash", "Ctrl+D"),
    "check": (QT_TRANSLATE_NOOP("Members", "Terima"), "user-check", "Ctrl+E"),
    "change": (QT_TRANSLATE_NOOP("Members", "Ubah data"), "edit", "Ctrl+E"),
    "renew": (QT_TRANSLATE_NOOP("Members", "Perpanjang"), "repeat", "Ctrl+R"),
    "photo": (QT_TRANSLATE_NOOP("Members", "Foto"), "camera", "Ctrl+F"),
    "print": (QT_TRANSLATE_NOOP("Members", "Cetak kartu"), "printer", "Ctrl+P"),
    "replace": (QT_TRANSLATE_NOOP("Members", "Ganti kartu"), "id", "Ctrl+G"),
    "identity": (QT_TRANSLATE_NOOP("Members", "Lihat nomor"), "eye", "Ctrl+I"),
    "suspend": (QT_TRANSLATE_NOOP("Members", "Tangguhkan"), "hand-stop", "Ctrl+T"),
    "free": (QT_TRANSLATE_NOOP("Members", "Akhiri tangguh"), "lock-open", "Ctrl+T"),
    "clear": (QT_TRANSLATE_NOOP("Members", "Bebas pustaka"), "file-text", "Ctrl+B"),
    "readmit": (QT_TRANSLATE_NOOP("Members", "Terima kembali"), "login", "Ctrl+U"),
    "decline": (QT_TRANSLATE_NOOP("Members", "Tolak"), "circle-x", "Ctrl+T"),
    "merge": (QT_TRANSLATE_NOOP("Members", "Gabungkan"), "users", "Ctrl+J"),
    "unmerge": (QT_TRANSLATE_NOOP("Members", "Pisahkan lagi"), "arrow-back-up", "Ctrl+Y"),
    "erase": (QT_TRANSLATE_NOOP("Members", "Hapus data"), "trash", "Ctrl+Del"),
}


class MemberActions(Asking):
    """One method for each of `ACTIONS`. Signals: `problem(error)`, `form_wanted(kind, member_id)`,
    `lend_wanted(member_id)`, `cards_wanted(ids, reason)`.

    Attributes:
        sheet: the one that asks now. replaced_why: why the last card was replaced.
    """

    problem = Signal(object)
    form_wanted = Signal(str, object)
    lend_wanted = Signal(object)
    cards_wanted = Signal(object, str)

    def __init__(self, shell: Shell, presenter: MemberDetailPresenter, view: QWidget) -> None:
        super().__init__(view)
        self._shell, self._presenter, self._view = shell, presenter, view
        self.replaced_why = ""

    def lend(self) -> None:
        if self._presenter.detail is not None:
            self.lend_wanted.emit(self._presenter.detail.member.id)

    def pay(self) -> None:
        """To the cash desk with his bill."""
        if self._presenter.detail is not None:
            self._shell.ways.pay.emit(self._presenter.detail.member.id)

    def check(self) -> None:
        self._want_form("applicant")

    def change(self) -> None:
        self._want_form("change")

    def renew(self) -> None:
        self._want_form("renew")

    def _want_form(self, kind: str) -> None:
        if self._presenter.detail is not None:
            self.form_wanted.emit(kind, self._presenter.detail.member.id)

    def photo(self) -> None:
        from loket.ui.pages.photo import PhotoSheet  # loads what a camera needs

        detail = self._presenter.detail
        if detail is None:
            return
        sheet = PhotoSheet(self._view, self._shell, preferences.load(self._shell.data_dir).camera, detail.photo)
        sheet.taken.connect(lambda jpeg: self._presenter.save_photo(jpeg if isinstance(jpeg, bytes) else None))
        sheet.open()

    def print(self) -> None:
        detail = self._presenter.detail
        if detail is None:
            return
        if not detail.prints:
            self.cards_wanted.emit((detail.member.id,), "first")
            return
        sheet = ReprintSheet(self._view, detail.member.full_name, len(detail.prints))
        self.ask(sheet, lambda: self._reprint(sheet.why.value()))

    def _reprint(self, why: str) -> None:
        self.close_sheet()
        if self._presenter.detail is not None:
            self.cards_wanted.emit((self._presenter.detail.member.id,), why)

    def replace(self) -> None:
        detail = self._presenter.detail
        if detail is None:
            return
        sheet = ReplaceSheet(self._view, detail.member.full_name, detail.code)

        def answered() -> None:
            self.replaced_why = str(sheet.why.value().value)
            self._presenter.replace_card(sheet.why.value())

        self.ask(sheet, answered)

    def identity(self) -> None:
        sheet = reason_sheet(
            self._view,
            title=say(CONTEXT, "Lihat nomor identitas?"),
            text=say(CONTEXT, "Nama Anda dan alasannya tercatat (UU 27/2022)."),
            accept=say(CONTEXT, "Tampilkan"),
            icon="eye",
        )
        self.ask(sheet, lambda: self._presenter.show_identity(sheet.text("reason")))

    def suspend(self) -> None:
        detail = self._presenter.detail
        if detail is None:
            return
        sheet = SuspendSheet(self._view, detail.member.full_name, self._shell.desk.today())

        def answered() -> None:
            until = sheet.until()
            if until is not None:
                self._presenter.suspend(until, sheet.text("reason"))

        self.ask(sheet, answered)

    def free(self) -> None:
        detail = self._presenter.detail
        sheet = reason_sheet(
            self._view,
            title=say(CONTEXT, "Akhiri penangguhan?"),
            text=detail.member.suspended_why if detail else "",
            accept=say(CONTEXT, "Akhiri"),
            icon="lock-open",
        )
        self.ask(sheet, lambda: self._presenter.end_suspension(sheet.text("reason")))

    def clear(self) -> None:
        detail, desk = self._presenter.detail, self._shell.desk
        if detail is None:
            return
        if detail.member.cleared_on == desk.today():
            self._presenter.letter_again()
            return
        self._shell.jobs.start(
            lambda: open_matters_of(desk, detail.member.id),
            lambda matters: self._ask_clear(detail.member.full_name, matters),
            self._refused,
            owner=self,
        )

    def _ask_clear(self, name: str, matters: Sequence[OpenMatter]) -> None:
        sheet = ClearSheet(self._view, name, matters)
        self.ask(sheet, lambda: self._presenter.clear(sheet.text("letter_no"), leaves=sheet.leaves.value()))

    def readmit(self) -> None:
        self._presenter.readmit()

    def decline(self) -> None:
        sheet = reason_sheet(
            self._view,
            title=say(CONTEXT, "Tolak pendaftaran?"),
            text=say(CONTEXT, "Pemohon dapat mendaftar lagi. Alasannya tersimpan."),
            accept=say(CONTEXT, "Tolak"),
            icon="circle-x",
        )
        self.ask(sheet, lambda: self._presenter.decline(sheet.text("reason")))

    def merge(self) -> None:
        detail = self._presenter.detail
        if detail is None:
            return
        sheet = MergeSheet(self._view, detail.member, self._find)

        def answered() -> None:
            if sheet.other is not None:
                self._presenter.merge(sheet.other.id, keep_other=sheet.keep_other)

        self.ask(sheet, answered)

    def _find(self, text: str, show: Callable[[Sequence[MemberHit]], None]) -> None:
        self._shell.jobs.start(lambda: find_members(self._shell.desk, text, 20), show, owner=self)

    def unmerge(self) -> None:
        detail = self._presenter.detail
        if detail is None:
            return
        sheet = UnmergeSheet(self._view, detail.merged or (detail.member,))
        self.ask(sheet, lambda: self._presenter.undo_merge(sheet.which.value(), sheet.text("reason")))

    def erase(self) -> None:
        detail = self._presenter.detail
        if detail is not None:
            sheet = EraseSheet(self._view, detail.member)
            self.ask(sheet, lambda: self._presenter.erase(sheet.text("reason")))

    def _refused(self, error: Exception) -> None:
        self.problem.emit(error)
