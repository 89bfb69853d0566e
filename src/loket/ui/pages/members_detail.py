"""One member: who he is, what he has, his cards and his story; and everything that is done with him, by key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from loket.domain.entities import Id, Member, Role
from loket.domain.errors import InvalidInput
from loket.services.clearance import Clearance
from loket.services.desk import Desk
from loket.services.member_lists import MemberState
from loket.services.membership import Replaced
from loket.ui import icons, theme
from loket.ui.forms.ui_members_detail import Ui_MemberDetailView
from loket.ui.issuing import issuer_of, open_file, paper_fonts, write_paper
from loket.ui.pages.members_actions import ACTIONS, MemberActions
from loket.ui.pages.members_parts import (
    card_columns,
    charge_columns,
    fact_groups,
    fill_facts,
    life_columns,
    loan_columns,
    print_columns,
    show_face,
    sign_line,
)
from loket.ui.presenters.members import Problem
from loket.ui.presenters.members_detail import DECIDERS, Detail, MemberDetailPresenter
from loket.ui.shell import Shell
from loket.ui.tables import PagedTableModel, rows_of
from loket.ui.texts import QT_TRANSLATE_NOOP, error_text, member_type_word, refusal_text, say
from loket.ui.texts_members import CONTEXT, STATE_SIGNS, state_words, valid_words, word
from loket.ui.widgets import Button, set_state

WHO_PX, PHOTO_PX = 436, (96, 128)
SHOWN_MS = 30_000  # how long an identity number stays on the screen
PARTS = ("data", "loans", "cards", "life")
PART_WORDS = {
    "data": QT_TRANSLATE_NOOP("Members", "Data"),
    "loans": QT_TRANSLATE_NOOP("Members", "Pinjaman dan tagihan"),
    "cards": QT_TRANSLATE_NOOP("Members", "Kartu"),
    "life": QT_TRANSLATE_NOOP("Members", "Riwayat"),
}


class MemberDetailView(QWidget):
    """Shows what its presenter says. Signals: `said(sentence, kind, action)`, `problem(error)`, `left()`,
    `form_wanted(kind, member_id)`, `lend_wanted(member_id)`, `cards_wanted(ids, reason)`."""

    said = Signal(str, str, str)
    problem = Signal(object)
    left = Signal()
    form_wanted = Signal(str, object)
    lend_wanted = Signal(object)
    cards_wanted = Signal(object, str)
    shown = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self._form = Ui_MemberDetailView()
        self._form.setupUi(self)
        self.presenter = MemberDetailPresenter(shell.desk, shell.jobs, shell.photos, self)
        self.acts = MemberActions(shell, self.presenter, self)
        self._rows: dict[str, dict[str, object]] = {}
        self._identity = ""
        self._saved_path: Path | None = None
        self.buttons: dict[str, Button] = {}
        self._build()
        self._wire()
        theme.current().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def _build(self) -> None:
        form = self._form
        for name, (_, icon, key) in ACTIONS.items():
            role = "primary" if name in ("lend", "check") else "danger" if name == "erase" else "plain"
            button = Button(form.whoInside, icon=icon, role=role, key=key)
            button.clicked.connect(getattr(self.acts, name))
            button.hide()
            self.buttons[name] = button
        self._tables = {
            "loans": self._table(form.loans, loan_columns(self.shell.desk.today)),
            "charges": self._table(form.charges, charge_columns()),
            "cards": self._table(form.cards, card_columns()),
            "prints": self._table(form.prints, print_columns()),
            "life": self._table(form.life, life_columns()),
        }

    def _table(self, table: object, columns: Sequence[object]) -> PagedTableModel[str, object]:
        name = table.objectName()  # type: ignore[attr-defined]
        rows: dict[str, object] = self._rows.setdefault(name, {})
        model = PagedTableModel[str, object](
            columns,  # type: ignore[arg-type]
            lambda keys: rows_of(rows, keys),
            None,
            self,
        )
        table.show_model(model)  # type: ignore[attr-defined]
        return model

    def _wire(self) -> None:
        actions = self.acts
        actions.problem.connect(self.problem)
        actions.form_wanted.connect(self.form_wanted)
        actions.lend_wanted.connect(self.lend_wanted)
        actions.cards_wanted.connect(self.cards_wanted)
        self._form.tabs.changed.connect(self.show_part)
        for number, part in enumerate(PARTS, start=1):
            key = QShortcut(QKeySequence(f"Ctrl+{number}"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(lambda part=part: self.show_part(part))
        self._hiding = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._hiding.timeout.connect(self.hide_identity)
        self.shell.changes.happened.connect(self._changed_elsewhere)

    def open(self, member_id: Id) -> None:
        self.hide_identity()
        self.show_part("data")
        self.presenter.open(member_id)

    def close_member(self) -> None:
        self.hide_identity()
        self.presenter.close()

    def show_part(self, part: str) -> None:
        self._form.tabs.set_current(part)
        self._form.parts.setCurrentIndex(PARTS.index(part))

    def _changed_elsewhere(self, kind: str, by: object) -> None:
        if kind in ("members", "loans", "photos", "cards") and by is not self and self.isVisible():
            self.presenter.read()

    # ---- what the presenter shows ----------------------------------------------------------------------------------

    def show_detail(self, detail: Detail) -> None:
        form, member = self._form, detail.member
        form.name.setText(member.full_name or say(CONTEXT, "(data dihapus)"))
        form.number.setText(detail.code or member.form_no)
        form.kind.setText(member_type_word(member.member_type))
        standing = state_words(detail.state, member.suspended_until)
        until = valid_words(member.valid_until) if detail.stands and not member.pending else ""
        form.validity.setText(" · ".join(part for part in (standing, until) if part))
        set_state(form.validity, tone=STATE_SIGNS[detail.state][1] if detail.state in STATE_SIGNS else "quiet")
        show_face(form.photo, detail.photo, member.full_name)
        if detail.photo is None and member.photo:
            self.shell.sync.want_photos()
        self._show_signs(detail)
        self._show_facts(detail)
        self._fill("loans", {line.loan.id: line for line in detail.overview.lines})
        self._fill("charges", {charge.id: charge for charge in detail.charges})
        self._fill("cards", {card.id: card for card in detail.cards})
        self._fill("prints", {line.print_id: line for line in detail.prints})
        self._fill("life", {str(number): line for number, line in enumerate(detail.life)})
        self._show_actions(detail)
        self.shown.emit()

    def show_gone(self) -> None:
        self.said.emit(say(CONTEXT, "Anggota ini tidak ada lagi di loket ini."), "warn", "")
        self.left.emit()

    def show_identity(self, number: str) -> None:
        self.acts.close_sheet()
        if not number:
            self.said.emit(say(CONTEXT, "Nomor identitasnya tidak tercatat."), "info", "")
            return
        self._identity = number
        self._hiding.start()
        if self.presenter.detail is not None:
            self._show_facts(self.presenter.detail)
        self.said.emit(say(CONTEXT, "Nomor tampil 30 detik; siapa yang melihat dan alasannya tercatat."), "info", "")

    def hide_identity(self) -> None:
        self._hiding.stop()
        self._identity = ""
        if self.presenter.detail is not None:
            self._show_facts(self.presenter.detail)

    def show_suspended(self, member: Member) -> None:
        self._done(say(CONTEXT, "Hak pinjam ditangguhkan s.d. {until}.", until=member.suspended_until))

    def show_freed(self, _member: Member) -> None:
        self._done(say(CONTEXT, "Penangguhan diakhiri; boleh meminjam lagi."))

    def show_replaced(self, replaced: Replaced) -> None:
        self._done(
            say(CONTEXT, "Kartu {code} menggantikan {old}; kartunya masuk antrean cetak.",
                code=replaced.card.code, old=replaced.old_code)
        )  # fmt: skip
        why = self.acts.replaced_why if self.acts.replaced_why in ("lost", "damaged") else "renewed"
        self.cards_wanted.emit((replaced.member.id,), why)

    def show_cleared(self, issued: Clearance) -> None:
        """The letter is on the books; now the paper."""
        self._done(say(CONTEXT, "Bebas pustaka tercatat."))
        name = f"bebas-pustaka-{issued.member.member_no}.pdf"
        path, _ = QFileDialog.getSaveFileName(
            self, say(CONTEXT, "Simpan surat bebas pustaka"), str(Path.home() / name), "PDF (*.pdf)"
        )
        if path:
            self.shell.jobs.start(
                lambda: _write_letter(self.shell.desk, self.shell.data_dir, issued, Path(path)),
                self._letter_saved,
                self._failed,
                lane="read",
                owner=self,
            )

    def _letter_saved(self, path: Path) -> None:
        self._saved_path = path
        self.said.emit(say(CONTEXT, "Surat tersimpan di {path}.", path=path), "ok", say(CONTEXT, "Buka"))

    def open_saved(self) -> None:
        if self._saved_path is not None:
            open_file(self._saved_path)

    def show_merged(self, winner: Member) -> None:
        self._done(say(CONTEXT, "Digabungkan. {name}, {number}, tetap berlaku.", name=winner.full_name,
                       number=winner.member_no))  # fmt: skip

    def show_unmerged(self, loser: Member) -> None:
        self._done(say(CONTEXT, "{name}, {number}, berdiri sendiri lagi.", name=loser.full_name,
                       number=loser.member_no))  # fmt: skip

    def show_erased(self, records: int) -> None:
        self._done(say(CONTEXT, "Data pribadi dihapus dari {count} catatan.", count=records))

    def show_readmitted(self, _member: Member) -> None:
        self._done(say(CONTEXT, "Menjadi anggota lagi, dengan nomor dan kartu yang lama."))

    def show_declined(self) -> None:
        self._done(say(CONTEXT, "Pendaftaran ditolak; alasannya tercatat."))
        self.left.emit()

    def show_photo_saved(self) -> None:
        self._done(say(CONTEXT, "Foto disimpan."))

    def show_invalid(self, error: InvalidInput) -> None:
        self.shell.sounds.play("refused")
        if self.acts.sheet is not None and error.field in self.acts.sheet.rows:
            self.acts.sheet.show_invalid(error)
        else:
            self.acts.close_sheet()
            self.problem.emit(error)

    def show_problem(self, error: Problem) -> None:
        self.acts.close_sheet()
        self.shell.sounds.play("refused")
        self.problem.emit(error)

    def _done(self, sentence: str) -> None:
        self.acts.close_sheet()
        self.shell.sounds.play("ok")
        self.said.emit(sentence, "ok", "")
        self.shell.changes.tell("members", self)

    def _failed(self, error: Exception) -> None:
        self.said.emit(error_text(error), "stop", "")

    # ---- parts -----------------------------------------------------------------------------------------------------

    def _fill(self, name: str, rows: Mapping[str, object]) -> None:
        self._rows[name].clear()
        self._rows[name].update(rows)
        self._tables[name].set_ids(list(rows))

    def _show_signs(self, detail: Detail) -> None:
        """What stands in the way, in the order of its weight."""
        lines: list[tuple[str, str]] = []
        if detail.member.erased:
            lines.append((say(CONTEXT, "Data pribadinya dihapus."), "info"))
        if detail.winner is not None:
            lines.append((say(CONTEXT, "Digabungkan ke {name}, {number}.", name=detail.winner.full_name,
                              number=detail.winner.member_no), "info"))  # fmt: skip
        if detail.state == MemberState.APPLICANT:
            lines.append((say(CONTEXT, "Calon anggota, formulir {number}.", number=detail.member.form_no), "info"))
        elif detail.stands:
            lines += [(refusal_text(block).sentence, "stop") for block in detail.overview.blocks]
        if detail.member.suspended_why and detail.state == MemberState.SUSPENDED:
            lines.append((say(CONTEXT, "Alasan: {reason}", reason=detail.member.suspended_why), "warn"))
        if detail.member.note:
            lines.append((detail.member.note, "info"))
        while (item := self._form.signList.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for text, tone in lines:
            self._form.signList.addWidget(sign_line(text, tone))
        self._form.signs.setVisible(bool(lines))

    def _show_facts(self, detail: Detail) -> None:
        fill_facts(self._form.dataGrid, fact_groups(detail, self._identity))

    def _show_actions(self, detail: Detail) -> None:
        member, state = detail.member, detail.state
        applicant = state == MemberState.APPLICANT and not member.left
        works = detail.stands and not member.pending and not member.left
        decides, admin = self.presenter.may(*DECIDERS), self.presenter.may(Role.ADMIN)
        shown = {
            "lend": works,
            "pay": detail.stands and bool(detail.charges),
            "check": applicant,
            "change": detail.stands and not member.pending,
            "renew": detail.stands and not member.pending,
            "photo": works,
            "print": works,
            "replace": works,
            "identity": bool(detail.mask) and detail.stands,
            "suspend": works and state != MemberState.SUSPENDED and decides,
            "free": works and state == MemberState.SUSPENDED and decides,
            "clear": detail.stands and not member.pending,
            "readmit": detail.stands and member.left and not member.pending,
            "decline": applicant,
            "merge": works and decides,
            "unmerge": decides and (bool(detail.merged) or member.merged_into is not None) and not member.erased,
            "erase": detail.stands and admin,
        }
        place = 0
        for name, button in self.buttons.items():
            self._form.actionGrid.removeWidget(button)
            button.setVisible(shown[name])
            if shown[name]:
                self._form.actionGrid.addWidget(button, place // 2, place % 2)
                place += 1

    def retranslate(self) -> None:
        form = self._form
        form.retranslateUi(self)
        form.tabs.set_options([(part, word(PART_WORDS, part), "") for part in PARTS])
        for name, (words, _, _) in ACTIONS.items():
            self.buttons[name].set_text(say(CONTEXT, words))
        form.loansHeading.setText(say(CONTEXT, "Sedang dipinjam"))
        form.chargesHeading.setText(say(CONTEXT, "Belum dibayar"))
        form.cardsHeading.setText(say(CONTEXT, "Kartu yang pernah diterbitkan"))
        form.printsHeading.setText(say(CONTEXT, "Catatan cetak"))
        form.loans.set_empty("books", say(CONTEXT, "Tidak ada pinjaman."))
        form.charges.set_empty("coin", say(CONTEXT, "Tidak ada tagihan."))
        form.cards.set_empty("id", say(CONTEXT, "Masih kartu pertama, bernomor anggota."))
        form.prints.set_empty("printer", say(CONTEXT, "Kartunya belum pernah dicetak."))
        form.life.set_empty("history", say(CONTEXT, "Belum ada riwayat."))
        for table, words in (
            (form.loans, form.loansHeading.text()),
            (form.charges, form.chargesHeading.text()),
            (form.cards, form.cardsHeading.text()),
            (form.prints, form.printsHeading.text()),
            (form.life, say(CONTEXT, "Riwayat")),
        ):
            table.setAccessibleName(words)
        if self.presenter.detail is not None:
            self.show_detail(self.presenter.detail)

    def heading(self) -> tuple[str, str]:
        detail = self.presenter.detail
        if detail is not None and detail.state == MemberState.APPLICANT:
            return say(CONTEXT, "Calon anggota"), say(CONTEXT, "Periksa dengan formulir yang sudah disahkan.")
        return say(CONTEXT, "Anggota"), ""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _restyle(self) -> None:
        px = theme.current().px
        self._form.who.setFixedWidth(px(WHO_PX))
        self._form.photo.setFixedSize(px(PHOTO_PX[0]), px(PHOTO_PX[1]))
        icons.dress(self)


def _write_letter(desk: Desk, data_dir: Path, issued: Clearance, path: Path) -> Path:
    from loket.reports.clearance import clearance_pdf  # loads reportlab, which opening the page need not

    issuer = issuer_of(desk, data_dir, issued.issued_on)
    return write_paper(path, clearance_pdf(replace(issued, library=issuer.library), issuer.head, paper_fonts()))
