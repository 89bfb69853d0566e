"""The forms of the guestbook: a guest, a group with its sums checked while one types, an official visit."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from loket.domain.entities import VisitPurpose
from loket.domain.errors import InvalidInput
from loket.domain.member_form import EDUCATIONS, JOBS
from loket.domain.visits import AGE_GROUPS, MOST_PEOPLE, SEXES, GroupForm, GuestForm, OfficialForm, demand_within
from loket.ui import theme
from loket.ui.pages.members_sheets import AskSheet
from loket.ui.pages.settings_parts import Choice
from loket.ui.presenters.guestbook_answers import Form
from loket.ui.texts import invalid_text, say
from loket.ui.texts_guestbook import AGES, CONTEXT, purpose_word
from loket.ui.texts_guestbook import SEXES as SEX_WORDS
from loket.ui.widgets import ElidedLabel

ACROSS = 12
GUEST_PX, GROUP_PX, COUNT_PX = 640, 1200, 48
COUNTS_ACROSS = 6


class Figure(QLineEdit):
    """How many: digits only, empty is nought. Signal `changed`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(len(str(MOST_PEOPLE)))
        self.textEdited.connect(self._edited)

    def value(self) -> int:
        return int(self.text() or 0)

    def set_value(self, number: int) -> None:
        self.setText(str(number) if number else "")

    def _edited(self, text: str) -> None:
        digits = "".join(sign for sign in text if sign in "0123456789")
        if digits != text:
            self.setText(digits)
        self.changed.emit()


class Counts(QWidget):
    """A figure for each of several things, side by side. Signal `changed`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None, names: Mapping[str, str], across: int = COUNTS_ACROSS) -> None:
        """`names`: what stands beside each figure, by its code."""
        super().__init__(parent)
        px = theme.current().px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(4))
        self.figures: dict[str, Figure] = {}
        for number, (code, name) in enumerate(names.items()):
            figure = self.figures[code] = Figure(self)
            figure.setFixedWidth(px(COUNT_PX))
            figure.setAccessibleName(name)
            figure.changed.connect(self.changed)
            row, column = divmod(number, across)
            words = ElidedLabel(self, text=name, role="secondary")
            grid.addWidget(words, row, column * 2)
            grid.addWidget(figure, row, column * 2 + 1)
        for column in range(across):
            grid.setColumnStretch(column * 2, 1)
        self.setFocusProxy(next(iter(self.figures.values())))

    def value(self) -> dict[str, int]:
        return {name: figure.value() for name, figure in self.figures.items() if figure.value()}


class VisitSheet(AskSheet):
    """Base of the three: fields in a grid of twelve columns, kept as typed until the desk has booked them."""

    def __init__(self, parent: QWidget, *, title: str, text: str, icon: str, width_px: int) -> None:
        super().__init__(parent, title=title, text=text, accept=say(CONTEXT, "Catat masuk"), icon=icon)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.current().px(12))
        self._grid.setVerticalSpacing(theme.current().px(2))
        for column in range(ACROSS):
            self._grid.setColumnStretch(column, 1)
        self.body.addLayout(self._grid)
        self.setMinimumWidth(theme.current().px(width_px))

    @abstractmethod
    def form(self) -> Form:
        """What stands in the fields."""

    def place(self, name: str, words: str, editor: QWidget, row: int, column: int, span: int, hint: str = "") -> None:
        """Put a field into the grid. Fields are walked in the order they are placed."""
        self.ask(name, words, editor, hint)
        self.body.removeWidget(self.rows[name])
        self._grid.addWidget(self.rows[name], row, column, 1, span)
        editor.setMinimumWidth(1)

    def needed(self) -> frozenset[str]:
        return frozenset()  # the desk says what is missing, in the same words for the kiosk

    def words_of(self, name: str) -> str:
        editor = self.rows[name].editor
        return str(editor.value() or "") if isinstance(editor, Choice) else self.text(name)

    def figure(self, name: str) -> int:
        editor = self.rows[name].editor
        assert isinstance(editor, Figure)
        return editor.value()

    def purpose_choice(self, purposes: Sequence[VisitPurpose]) -> Choice:
        return _choice(self, {purpose.code: purpose_word(purpose) for purpose in purposes})


class GuestSheet(VisitSheet):
    """Somebody who is no member. A name and Enter is enough; nobody is asked for an identity number."""

    def __init__(self, parent: QWidget, purposes: Sequence[VisitPurpose]) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Tamu baru"),
            text=say(CONTEXT, "Cukup nama atau inisialnya; yang lain boleh kosong. NIK tidak ditanyakan."),
            icon="user-plus",
            width_px=GUEST_PX,
        )
        self.place("name", say(CONTEXT, "Nama"), QLineEdit(self), 0, 0, 7)
        self.place("sex", say(CONTEXT, "Jenis kelamin"), _choice(self, _words(SEX_WORDS, SEXES)), 0, 7, 5)
        self.place("age_group", say(CONTEXT, "Umur"), _choice(self, _words(AGES, AGE_GROUPS)), 1, 0, 4)
        self.place("education", say(CONTEXT, "Pendidikan"), _choice(self, {one: one for one in EDUCATIONS}), 1, 4, 4)
        self.place("job", say(CONTEXT, "Pekerjaan"), _choice(self, {one: one for one in JOBS}), 1, 8, 4)
        self.place("institution", say(CONTEXT, "Asal sekolah, kantor, atau desa"), QLineEdit(self), 2, 0, 7)
        self.place("purpose", say(CONTEXT, "Tujuan"), self.purpose_choice(purposes), 2, 7, 5)

    def form(self) -> GuestForm:
        return GuestForm(**{name: self.words_of(name) for name in self.rows})


class GroupSheet(VisitSheet):
    """A group. Sums may leave people out, but not tell of more than came; that is said while one types."""

    def __init__(self, parent: QWidget, purposes: Sequence[VisitPurpose]) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Rombongan baru"),
            text=say(CONTEXT, "Rincian boleh kosong atau sebagian; jumlahnya tidak boleh melebihi rombongan."),
            icon="users",
            width_px=GROUP_PX,
        )
        people, self.by_sex = Figure(self), Counts(self, _words(SEX_WORDS, SEXES), 2)
        self.by_education = Counts(self, {one: one for one in EDUCATIONS})
        self.by_job = Counts(self, {one: one for one in JOBS})
        self.place("people", say(CONTEXT, "Jumlah orang"), people, 0, 0, 2)
        self.place("institution", say(CONTEXT, "Asal sekolah atau instansi"), QLineEdit(self), 0, 2, 6)
        self.place("purpose", say(CONTEXT, "Tujuan"), self.purpose_choice(purposes), 0, 8, 4)
        self.place("leader", say(CONTEXT, "Nama ketua rombongan"), QLineEdit(self), 1, 0, 5)
        self.place("phone", say(CONTEXT, "Telepon ketua"), QLineEdit(self), 1, 5, 3)
        self.place("male", say(CONTEXT, "Menurut jenis kelamin"), self.by_sex, 1, 8, 4)
        self.place("by_education", say(CONTEXT, "Menurut pendidikan"), self.by_education, 2, 0, ACROSS)
        self.place("by_job", say(CONTEXT, "Menurut pekerjaan"), self.by_job, 3, 0, ACROSS)
        for editor in (people, self.by_sex, self.by_education, self.by_job):
            editor.changed.connect(self.check_sums)
        self.check_sums()

    def form(self) -> GroupForm:
        return GroupForm(
            leader=self.text("leader"),
            phone=self.text("phone"),
            institution=self.text("institution"),
            people=self.figure("people"),
            male=self.by_sex.figures["L"].value(),
            female=self.by_sex.figures["P"].value(),
            by_education=self.by_education.value(),
            by_job=self.by_job.value(),
            purpose=self.words_of("purpose"),
        )

    def sums(self) -> Mapping[str, int]:
        """How many each breakdown tells of."""
        return {
            "male": sum(self.by_sex.value().values()),
            "by_education": sum(self.by_education.value().values()),
            "by_job": sum(self.by_job.value().values()),
        }

    def check_sums(self) -> None:
        """Say beside each breakdown how many it has, or that it has too many."""
        people = self.figure("people")
        for name, counted in self.sums().items():
            try:
                demand_within(name, counted, people)
            except InvalidInput as error:
                self.rows[name].set_error(invalid_text(error))
            else:
                self.rows[name].set_error(None)
            said = say(CONTEXT, "{counted} dari {people} orang", counted=counted, people=people)
            self.rows[name].set_hint(said if counted else "")


class OfficialSheet(VisitSheet):
    """An official visit: on what letter, and who shows them round."""

    def __init__(self, parent: QWidget, purposes: Sequence[VisitPurpose]) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Kunjungan resmi baru"),
            text=say(CONTEXT, "Tamu dinas, studi banding, dan kunjungan kerja dengan surat."),
            icon="building-community",
            width_px=GUEST_PX + 80,
        )
        people = Figure(self)
        people.set_value(1)
        self.place("institution", say(CONTEXT, "Asal instansi"), QLineEdit(self), 0, 0, 9)
        self.place("people", say(CONTEXT, "Jumlah orang"), people, 0, 9, 3)
        self.place("leader", say(CONTEXT, "Nama pimpinan"), QLineEdit(self), 1, 0, 6)
        self.place("male", say(CONTEXT, "Laki-laki"), Figure(self), 1, 6, 3)
        self.place("female", say(CONTEXT, "Perempuan"), Figure(self), 1, 9, 3)
        self.place("letter_no", say(CONTEXT, "Nomor surat"), QLineEdit(self), 2, 0, 7)
        self.place("phone", say(CONTEXT, "Telepon"), QLineEdit(self), 2, 7, 5)
        self.place("guide", say(CONTEXT, "Diterima oleh"), QLineEdit(self), 3, 0, 7)
        self.place("purpose", say(CONTEXT, "Tujuan"), self.purpose_choice(purposes), 3, 7, 5)

    def form(self) -> OfficialForm:
        return OfficialForm(
            leader=self.text("leader"),
            institution=self.text("institution"),
            people=self.figure("people"),
            male=self.figure("male"),
            female=self.figure("female"),
            phone=self.text("phone"),
            letter_no=self.text("letter_no"),
            guide=self.text("guide"),
            purpose=self.words_of("purpose"),
        )


def close_sheet(parent: QWidget, people: int) -> AskSheet:
    """Before everybody who was not seen leaving is written out."""
    return AskSheet(
        parent,
        title=say(CONTEXT, "Catat semua keluar?"),
        text=say(
            CONTEXT,
            "Pada saat tutup: {people} orang yang belum tercatat keluar, di pintu dan di semua ruang. "
            "Jumlah pengunjung tidak berubah.",
            people=people,
        ),
        accept=say(CONTEXT, "Semua keluar"),
        icon="logout",
    )


def _choice(parent: QWidget, words: Mapping[str, str]) -> Choice:
    choice = Choice(parent)
    choice.set_choices([("", "–"), *words.items()])
    return choice


def _words(words: Mapping[str, str], keys: Sequence[str]) -> dict[str, str]:
    return {key: say(CONTEXT, words[key]) for key in keys}
