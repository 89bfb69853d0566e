"""What the members page asks before it acts: a reason, a day, which card, which record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from loket.db.queries import MemberHit
from loket.domain.entities import CardEnd, Id, Member
from loket.domain.errors import InvalidInput
from loket.domain.phones import shown_phone
from loket.services.clearance import OpenMatter
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.pages.settings_parts import Choice, YesNo
from loket.ui.presenters.members_form import day_or_none
from loket.ui.tables import Column, PagedTableModel, rows_of
from loket.ui.texts import error_text, invalid_text, language, member_type_word, say
from loket.ui.texts_members import CARD_ENDS, CONTEXT, LABELS, PRINT_REASONS, matter_words, valid_words, word
from loket.ui.widgets import FormRow, InsetFrame, Segmented, Sheet, Table, label
from loket.ui.widgets.notes import Tone

WIDE_PX = 760
LIST_PX = 190
PAUSE_MS = 250


class AskSheet(Sheet):
    """A few fields before something is done. Signal `answered()`; it stays open until `accepted_by_desk`."""

    answered = Signal()

    def __init__(
        self,
        parent: QWidget,
        *,
        title: str,
        text: str,
        accept: str,
        icon: str,
        kind: Tone = "info",
        danger: bool = False,
    ) -> None:
        super().__init__(parent, title=title, text=text, accept_text=accept, icon=icon, kind=kind, danger=danger)
        self.rows: dict[str, FormRow] = {}

    def ask(self, name: str, words: str, editor: QWidget | None = None, hint: str = "") -> QWidget:
        """Add a field; a line of text where no editor is given. The first one gets the cursor."""
        editor = editor or QLineEdit(self)
        row = FormRow(self, label=words, editor=editor, hint=hint)
        for part in row.findChildren(QLabel):
            part.setMinimumWidth(1)
        self.body.addWidget(row)
        if not self.rows:
            self.field_to_focus(editor)
        self.rows[name] = row
        return editor

    def text(self, name: str) -> str:
        editor = self.rows[name].editor
        assert isinstance(editor, QLineEdit)
        return editor.text().strip()

    def accept(self) -> None:
        for row in self.rows.values():
            row.set_error(None)
        empty = [name for name, row in self.rows.items() if name in self.needed() and not self.text(name)]
        for name in empty:
            self.rows[name].set_error(say(CONTEXT, "Isi dahulu."))
        if empty:
            self.rows[empty[0]].editor.setFocus()
            return
        self.answered.emit()

    def needed(self) -> frozenset[str]:
        """Fields that must not stay empty."""
        return frozenset({"reason"})

    def show_invalid(self, error: InvalidInput) -> None:
        row = self.rows.get(error.field) or next(iter(self.rows.values()))
        row.set_error(invalid_text(error))
        row.editor.setFocus()

    def failed(self, error: Exception) -> None:
        """What the desk said: at its field; what belongs to none, at the first. Raises what is none of our errors."""
        if isinstance(error, InvalidInput):
            self.show_invalid(error)
            return
        row = next(iter(self.rows.values()))
        row.set_error(error_text(error))
        row.editor.setFocus()

    def accepted_by_desk(self) -> None:
        super().accept()


def reason_sheet(parent: QWidget, *, title: str, text: str, accept: str, icon: str) -> AskSheet:
    """Only a reason."""
    sheet = AskSheet(parent, title=title, text=text, accept=accept, icon=icon, kind="warn")
    sheet.ask("reason", say(CONTEXT, "Alasan"))
    return sheet


class SuspendSheet(AskSheet):
    """No loans until a day, and why."""

    def __init__(self, parent: QWidget, name: str, today: date) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Tangguhkan hak pinjam?"),
            text=name,
            accept=say(CONTEXT, "Tangguhkan"),
            icon="hand-stop",
            kind="warn",
        )
        self._today = today
        self.ask("until", say(CONTEXT, "Sampai dengan"), hint=say(CONTEXT, "Seperti 17-8-2030."))
        self.ask("reason", say(CONTEXT, "Alasan"))

    def until(self) -> date | None:
        return day_or_none(self.text("until"))

    def needed(self) -> frozenset[str]:
        return frozenset({"until", "reason"})

    def accept(self) -> None:
        if self.text("until") and self.until() is None:
            self.show_invalid(InvalidInput("until", "day_unreadable"))
            return
        super().accept()


class ReplaceSheet(AskSheet):
    """Why the card in use counts no more."""

    def __init__(self, parent: QWidget, name: str, code: str) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Ganti kartu?"),
            text=say(
                CONTEXT, "Kartu {code} milik {name} tidak membuka apa pun lagi; kartu barunya berkode lain.",
                code=code, name=name,
            ),
            accept=say(CONTEXT, "Ganti kartu"),
            icon="id",
            kind="warn",
        )  # fmt: skip
        self.why = Choice(self)
        self.why.set_choices((end, word(CARD_ENDS, end)) for end in (CardEnd.LOST, CardEnd.DAMAGED, CardEnd.CHANGED))
        self.ask("why", say(CONTEXT, "Kartu lamanya"), self.why)

    def needed(self) -> frozenset[str]:
        return frozenset()


class ReprintSheet(AskSheet):
    """Why the same card is printed once more."""

    def __init__(self, parent: QWidget, name: str, printed: int) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Cetak ulang kartu?"),
            text=say(CONTEXT, "Kartu {name} sudah dicetak {count} kali.", name=name, count=printed),
            accept=say(CONTEXT, "Ke antrean cetak"),
            icon="printer",
        )
        self.why = Choice(self)
        self.why.set_choices((key, word(PRINT_REASONS, key)) for key in ("misprint", "renewed", "damaged", "lost"))
        self.ask("why", say(CONTEXT, "Alasan"), self.why)

    def needed(self) -> frozenset[str]:
        return frozenset()


class ClearSheet(AskSheet):
    """The clearance letter; while something is open, what that is."""

    def __init__(self, parent: QWidget, name: str, matters: Sequence[OpenMatter]) -> None:
        text = (
            say(CONTEXT, "{name} belum bebas pustaka. Selesaikan dahulu:", name=name)
            if matters
            else say(CONTEXT, "{name} tidak punya pinjaman maupun tagihan. Surat dicatat pada namanya.", name=name)
        )
        super().__init__(
            parent,
            title=say(CONTEXT, "Surat bebas pustaka"),
            text=text,
            accept=say(CONTEXT, "Terbitkan surat"),
            icon="file-text",
            kind="warn" if matters else "info",
        )
        self.leaves = YesNo(self)
        self.leaves.setText(say(CONTEXT, "Keanggotaannya berakhir dengan surat ini"))
        for matter in matters:
            self.body.addWidget(label(f"•  {matter_words(matter)}", "body", self, wrap=True))
        if matters:
            self.set_accept_enabled(False)
        else:
            self.ask("letter_no", say(CONTEXT, "Nomor surat"), hint=say(CONTEXT, "Boleh kosong; diisi tangan nanti."))
            self.body.addWidget(self.leaves)

    def needed(self) -> frozenset[str]:
        return frozenset()


class EraseSheet(AskSheet):
    """Erasing cannot be undone: the member's number is typed, and the reason."""

    def __init__(self, parent: QWidget, member: Member) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Hapus data pribadi {name}?", name=member.full_name),
            text=say(
                CONTEXT,
                "Nama, alamat, foto, dan nomor identitasnya hilang untuk selamanya, juga di loket lain. Riwayat "
                "pinjaman tetap dihitung tanpa nama. Ini tidak dapat dibatalkan.",
            ),
            accept=say(CONTEXT, "Hapus selamanya"),
            icon="trash",
            kind="stop",
            danger=True,
        )
        self._wanted = member.member_no or member.form_no
        self.ask("confirmation", say(CONTEXT, "Ketik nomornya: {number}", number=self._wanted))
        self.ask("reason", say(CONTEXT, "Alasan"))

    def needed(self) -> frozenset[str]:
        return frozenset({"confirmation", "reason"})

    def accept(self) -> None:
        if self.text("confirmation").casefold() != self._wanted.casefold():
            self.show_invalid(InvalidInput("confirmation", "confirmation_differs", wanted=self._wanted))
            return
        super().accept()


class UnmergeSheet(AskSheet):
    """Which of the merged records stands by itself again."""

    def __init__(self, parent: QWidget, merged: Sequence[Member]) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Batalkan penggabungan?"),
            text=say(CONTEXT, "Catatan itu berdiri sendiri lagi, dengan pinjaman dan tagihan yang dibawanya."),
            accept=say(CONTEXT, "Pisahkan lagi"),
            icon="arrow-back-up",
            kind="warn",
        )
        self.which = Choice(self)
        self.which.set_choices((record.id, f"{record.full_name} · {record.member_no}") for record in merged)
        self.ask("which", say(CONTEXT, "Catatan"), self.which)
        self.ask("reason", say(CONTEXT, "Alasan"))


class MergeSheet(AskSheet):
    """Find the second record of the same person, see both, and choose which one stays.

    Signal `answered()`; then `other` and `keep_other` say what was chosen. `find(text, show)` looks for members.
    """

    def __init__(
        self, parent: QWidget, member: Member, find: Callable[[str, Callable[[Sequence[MemberHit]], None]], None]
    ) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Gabungkan dengan catatan lain"),
            text=say(
                CONTEXT, "Satu orang tercatat dua kali? Pinjaman dan tagihan keduanya berkumpul pada satu catatan."
            ),
            accept=say(CONTEXT, "Gabungkan"),
            icon="users",
            kind="warn",
        )
        self._member, self._find = member, find
        self._hits: dict[Id, MemberHit] = {}
        self.other: MemberHit | None = None
        self.search = QLineEdit(self)
        self.ask("search", say(CONTEXT, "Catatan yang lain: nama, nomor, atau telepon"), self.search)
        self._model = PagedTableModel[Id, MemberHit](_hit_columns(), lambda ids: rows_of(self._hits, ids), None, self)
        self.list = Table(self, name=say(CONTEXT, "Catatan yang ditemukan"))
        self.list.show_model(self._model)
        self.list.setFixedHeight(theme.current().px(LIST_PX))
        self.list.picked_row.connect(self._picked)
        self.body.addWidget(self.list)
        self._sides = QHBoxLayout()
        self.body.addLayout(self._sides)
        self.stays = Segmented(self, name=say(CONTEXT, "Yang tetap berlaku"))
        self.body.addWidget(self.stays)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.search.textEdited.connect(lambda _: self._pause.start())
        self.setMinimumWidth(theme.current().px(WIDE_PX))
        self.stays.hide()
        self.set_accept_enabled(False)

    @property
    def keep_other(self) -> bool:
        return self.stays.current() == "other"

    def needed(self) -> frozenset[str]:
        return frozenset()

    def accept(self) -> None:
        if self.other is None:
            self._look()
            self.list.setFocus()
            return
        super().accept()

    def _look(self) -> None:
        self._find(self.search.text(), self._found)

    def _found(self, hits: Sequence[MemberHit]) -> None:
        self._hits = {hit.id: hit for hit in hits if hit.id != self._member.id}
        self._model.set_ids(list(self._hits))
        self.list.set_empty("users", say(CONTEXT, "Tidak ada yang cocok."))
        self.list.select_row(0)

    def _picked(self, number: int) -> None:
        self.other = self._hits[self._model.key_at(number)]
        while (item := self._sides.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        mine, other = self._member, self.other
        self._sides.addWidget(
            _side(self, say(CONTEXT, "Catatan ini"), _facts(mine), mine.member_no, valid_words(mine.valid_until))
        )
        self._sides.addWidget(
            _side(
                self, say(CONTEXT, "Catatan yang lain"), _facts(other), other.member_no, valid_words(other.valid_until)
            )
        )
        self.stays.set_options(
            [
                ("this", say(CONTEXT, "{number} tetap berlaku", number=mine.member_no), ""),
                ("other", say(CONTEXT, "{number} tetap berlaku", number=other.member_no), ""),
            ]
        )
        self.stays.show()
        self.set_accept_enabled(True)


def _facts(member: Member | MemberHit) -> Mapping[str, str]:
    born = fmt.day(member.birth_on, language()) if member.birth_on else ""
    return {
        "full_name": member.full_name,
        "birth_on": born,
        "phone": shown_phone(member.phone),
        "address": member.address,
    }


def _side(parent: QWidget, heading: str, facts: Mapping[str, str], number: str, until: str) -> InsetFrame:
    frame = InsetFrame(parent)
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 8, 12, 8)
    column.setSpacing(1)
    column.addWidget(label(f"{heading} · {number}", "heading", frame, wrap=True))
    column.addWidget(label(until, "caption", frame, wrap=True))
    for name, value in facts.items():
        column.addWidget(label(f"{word(LABELS, name)}: {value or '–'}", "body", frame, wrap=True))
    for part in frame.findChildren(QWidget):
        part.setMinimumWidth(1)
    return frame


def _hit_columns() -> list[Column[MemberHit]]:
    return [
        Column(lambda: say(CONTEXT, "Nama"), lambda hit: hit.full_name, stretch=True, strong=True),
        Column(lambda: say(CONTEXT, "Nomor"), lambda hit: hit.member_no, width_px=130),
        Column(lambda: say(CONTEXT, "Jenis"), lambda hit: member_type_word(hit.member_type), width_px=100),
        Column(
            lambda: say(CONTEXT, "Lahir"),
            lambda hit: fmt.day(hit.birth_on, language()) if hit.birth_on else "",
            width_px=140,
        ),
    ]
