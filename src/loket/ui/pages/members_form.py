"""The member form: one page for a newcomer, an applicant, a change and a renewal; worked by keyboard alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from loket.domain.entities import Id, Member
from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.domain.member_form import ADDRESS_NOW, IDENTITY_TYPES, Mode, identity_type
from loket.services.duplicates import Twin
from loket.services.registration import MemberForm, Warning_, prefill_from_nik
from loket.ui import preferences, theme
from loket.ui.forms.ui_members_form import Ui_MemberFormView
from loket.ui.pages.members_fields import FIELDS, ORDER, PLACES, Fields
from loket.ui.pages.members_parts import show_face
from loket.ui.pages.members_twins import TwinLine, TwinSheet
from loket.ui.pages.settings_parts import allow_narrow, in_order
from loket.ui.presenters.members_form import (
    GUARDIAN,
    FormKind,
    FormShape,
    MemberFormPresenter,
    Opening,
    day_or_none,
    needs_guardian,
    still_needed,
    usual_type,
    without,
)
from loket.ui.shell import Shell
from loket.ui.texts import invalid_text, say
from loket.ui.texts_members import CONTEXT, GROUPS, HINTS, LABELS, NEEDED, SHORT_LABELS, valid_words, word
from loket.ui.texts_registration import warning_text
from loket.ui.widgets import Button

PHOTO_PX = (96, 128)
SIDE_PX = 284
PAUSE_MS, DRAFT_MS = 350, 2_000
TICKS = ("consent", "photo_consent")


class MemberFormView(QWidget):
    """Shows what its presenter says and passes on what is typed.

    Signals: `saved(kind, member, took_ms)`, `left()` (back to the list), `problem(error)`, `said(sentence)`,
    `existing_wanted(member_id)`, `opened()` (the cursor is in the form).
    """

    saved = Signal(str, object, int)
    left = Signal()
    problem = Signal(object)
    said = Signal(str)
    existing_wanted = Signal(object)
    opened = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self._form = Ui_MemberFormView()
        self._form.setupUi(self)
        self.presenter = MemberFormPresenter(shell.desk, shell.jobs, shell.photos, self)
        self.fields = Fields(self)
        self.shape: FormShape | None = None
        self.opening: Opening | None = None
        self.twins: tuple[Twin, ...] = ()
        self._loaded = MemberForm()
        self._leaving = False
        self._twins_seen = False
        self._warnings: dict[str, str] = {}
        self._told: dict[str, str] = {}  # what the last number said
        self._type_chosen = False
        self._build()
        self._wire()
        theme.current().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def _build(self) -> None:
        form = self._form
        self.fields.add("same_address", form.sameAddress)
        self.fields.add("consent", form.consent)
        self.fields.add("photo_consent", form.photoConsent)
        for name in FIELDS:
            allow_narrow(self.fields.rows[name])
            self.fields.rows[name].setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        everything = dict.fromkeys(FIELDS, True)
        for group, places in PLACES.items():
            self.fields.flow(getattr(form, group + "Grid"), places, everything)
        form.photoRow.setAlignment(form.photo, Qt.AlignmentFlag.AlignTop)
        self.photo_button = Button(self, icon="camera", key="Ctrl+F")
        form.photoWords.addWidget(self.photo_button, 0, Qt.AlignmentFlag.AlignLeft)
        in_order(*(self.fields.editors[name] for name in ORDER), form.consent, form.photoConsent, self.photo_button)

    def _wire(self) -> None:
        self.fields.edited.connect(self._edited)
        self.fields.entered.connect(self._entered)
        self.photo_button.clicked.connect(self.open_photo)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self.presenter.typed(self.form()))
        self._drafting = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._drafting.timeout.connect(lambda: self.presenter.keep_draft(self.form()))
        twins = QShortcut(QKeySequence("Ctrl+D"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        twins.activated.connect(lambda: self._show_twin(0))

    # ---- what the presenter shows ----------------------------------------------------------------------------------

    def show_form(self, opening: Opening, shape: FormShape) -> None:
        self.opening, self.shape = opening, shape
        self._leaving = self._twins_seen = False
        self._told = {}
        self._type_chosen = bool(opening.form.member_type)
        for name, words in shape.suggestions.items():
            self.fields.offer(name, words)
        self.fields.set_choices(shape.settings.member_types)
        self._fill(opening.form)
        self._loaded = self.form()
        self.show_twins(())
        self.show_warnings(())
        self._clear_errors()
        self._arrange()
        self._show_words()
        self._form.scroll.verticalScrollBar().setValue(0)
        self.start_typing()
        self.opened.emit()

    def start_typing(self) -> None:
        """The cursor where the work begins: the first field that is still needed, or the first of all."""
        kind = self.opening.kind if self.opening else FormKind.NEW
        if kind is FormKind.RENEW:
            self.fields.focus("valid_until")
        elif kind is FormKind.NEW:
            self.fields.focus(
                next((name for name in ORDER if self._shown(name) and not self._chosen(name)), "full_name")
            )
        else:
            self.fields.focus("full_name")

    def show_twins(self, twins: Sequence[Twin]) -> None:
        if [twin.member.id for twin in twins] != [twin.member.id for twin in self.twins]:
            self._twins_seen = False
        self.twins = tuple(twins)
        form = self._form
        while (item := form.twinList.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for number, twin in enumerate(self.twins[:3]):
            line = TwinLine(twin, self)
            line.chosen.connect(lambda n=number: self._show_twin(n))
            form.twinList.addWidget(line)
        form.twinsBox.setVisible(bool(self.twins))

    def show_warnings(self, warnings: Sequence[Warning_]) -> None:
        self._warnings = {warning.field: warning_text(warning) for warning in reversed(warnings)}
        for name, row in self.fields.rows.items():
            row.set_warning(self._warnings.get(name, ""))
        self._say_what_is_cut(self._warnings)

    def show_invalid(self, errors: Sequence[InvalidInput]) -> None:
        self._clear_errors()
        elsewhere = [error for error in errors if error.field not in self.fields.editors]
        here = [error for error in errors if error.field in self.fields.editors]
        for error in here:
            if error.field in self.fields.rows:
                self.fields.rows[error.field].set_error(invalid_text(error))
            else:
                self._form.consentError.setText(invalid_text(error))
                self._form.consentError.show()
        if here:
            self._go_to(here[0].field)
        told = {error.field: invalid_text(error) for error in here[:1]}
        if elsewhere:
            self.problem.emit(elsewhere[0])
        elif len(here) > 1:
            self.said.emit(say(CONTEXT, "{count} isian belum benar; kalimatnya di bawah isian.", count=len(here)))
        else:
            self._say_what_is_cut(told)
        self.shell.sounds.play("refused")

    def show_problem(self, error: Refused | StorageError) -> None:
        self.problem.emit(error)
        self.shell.sounds.play("refused")

    def show_saved(self, kind: FormKind, member: Member, took_ms: int) -> None:
        self._drafting.stop()
        self._pause.stop()
        self.opening = None
        self.shell.sounds.play("ok")
        self.shell.changes.tell("members", self)
        self.saved.emit(kind.value, member, took_ms)

    def _say_what_is_cut(self, sentences: Mapping[str, str]) -> None:
        """A sentence that has no room under its field is said below the form as well."""
        for name, sentence in sentences.items():
            row = self.fields.rows.get(name)
            if row is not None and row.fontMetrics().horizontalAdvance(sentence) > row.width() - theme.current().px(24):
                self.said.emit(sentence)
                return

    # ---- gestures --------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Ctrl+Enter. Somebody who may be here already is looked at once before."""
        if self.opening is None:
            return
        if self.twins and not self._twins_seen and self.opening.kind in (FormKind.NEW, FormKind.APPLICANT):
            self._show_twin(0, saving=True)
            return
        self.said.emit("")
        self.presenter.save(self.form())

    def leave(self) -> None:
        """Esc. What was typed is asked about once; a registration stays as a draft."""
        if self.dirty() and not self._leaving:
            self._leaving = True
            if self.opening is not None and self.opening.kind is FormKind.NEW:
                text = say(CONTEXT, "Belum disimpan. Esc sekali lagi ke daftar; isiannya menunggu di Ctrl+N.")
            else:
                text = say(CONTEXT, "Belum disimpan. Ctrl+Enter menyimpan; Esc sekali lagi meninggalkannya.")
            self.said.emit(text)
            return
        self._drafting.stop()
        self._pause.stop()
        if self.dirty() and self.opening is not None and self.opening.kind is FormKind.NEW:
            self.presenter.keep_draft(self.form(), then=self.left.emit)
        else:
            self.left.emit()
        self.opening = None

    def dirty(self) -> bool:
        return self.opening is not None and (self.form() != self._loaded or self.presenter.photo_touched)

    def open_photo(self) -> None:
        from loket.ui.pages.photo import PhotoSheet  # loads what a camera needs

        source = preferences.load(self.shell.data_dir).camera
        sheet = PhotoSheet(self, self.shell, source, self.presenter.photo)
        sheet.taken.connect(self._photo_taken)
        sheet.open()

    def _photo_taken(self, jpeg: object) -> None:
        self.presenter.take_photo(jpeg if isinstance(jpeg, bytes) else None)
        self._show_face()
        self._go_to(self._next_needed("") or "full_name")
        self._show_todo()

    def _edited(self) -> None:
        self._leaving = False
        name = self.fields.focused()
        if name in self.fields.rows:
            self.fields.rows[name].set_error(None)
        self._form.consentError.setVisible(False)
        if name == "identity_no":
            self._prefill()
        if name == "member_type":
            self._type_chosen = True
        elif name in ("birth_on", "identity_no") and not self._type_chosen and self.shape is not None:
            kind = usual_type(self.form(), self.shape.settings, self.shell.desk.today())
            self.fields.set_value("member_type", kind)
        self._arrange()
        self._show_face()
        self._pause.start()
        self._drafting.start()

    def _entered(self, name: str) -> None:
        """Enter: to the next field that is needed and empty; when there is none, save."""
        following = self._next_needed(name)
        if following:
            self._go_to(following)
        else:
            self.save()

    def _next_needed(self, after: str) -> str:
        if self.shape is None:
            return ""
        needed = set(self._needed())
        order = [*ORDER, *TICKS]
        start = order.index(after) + 1 if after in order else 0
        return next((name for name in (*order[start:], *order[:start]) if name in needed), "")

    def _prefill(self) -> None:
        """Sex and birth date as the NIK tells them; what was typed by hand stays."""
        number = self.fields.value("identity_no")
        kind = str(self.fields.value("identity_type"))
        if kind and not identity_type(kind).has_nik:
            return
        facts = prefill_from_nik(str(number), self.shell.desk.today())
        if facts is None:
            return
        if not kind:
            self.fields.set_value("identity_type", next(one.name for one in IDENTITY_TYPES if one.has_nik))
        told = {"sex": facts.sex, "birth_on": f"{facts.birth_on:%d-%m-%Y}"}
        for name, value in told.items():
            if self.fields.value(name) in ("", self._told.get(name)):
                self.fields.set_value(name, value)
        self._told = told

    def _show_twin(self, number: int, *, saving: bool = False) -> None:
        if not self.twins:
            return
        sheet = TwinSheet(self, self.form(), self.twins, number, saving=saving)
        sheet.open_wanted.connect(self._open_existing)
        sheet.go_on_wanted.connect(lambda: self._go_on(saving=saving))
        sheet.open()

    def _open_existing(self, member_id: Id) -> None:
        self._drafting.stop()
        self.existing_wanted.emit(member_id)

    def _go_on(self, *, saving: bool) -> None:
        self._twins_seen = True
        if saving:
            self.save()

    # ---- the form --------------------------------------------------------------------------------------------------

    def form(self) -> MemberForm:
        """What stands there; a field that is not shown counts as empty."""
        values = {name: self.fields.value(name) for name in self.fields.editors}
        made = MemberForm(**values)  # type: ignore[arg-type]
        return without(made, ADDRESS_NOW) if made.same_address else made

    def _fill(self, filled: MemberForm) -> None:
        for name in self.fields.editors:
            self.fields.set_value(name, getattr(filled, name))
        if self.opening is not None and self.opening.kind is FormKind.NEW and not filled.identity_type:
            self.fields.set_value("identity_type", IDENTITY_TYPES[0].name if self._on("identity_no") else "")
        if self.shape is not None and not filled.member_type:
            self.fields.set_value("member_type", usual_type(filled, self.shape.settings, self.shell.desk.today()))

    def _on(self, name: str) -> bool:
        return self.shape is not None and self.shape.modes.get(name, Mode.OPTIONAL) is not Mode.OFF

    def _shown(self, name: str) -> bool:
        if name in ADDRESS_NOW:
            return self._on(name) and not self._form.sameAddress.isChecked()
        return self._on(name)

    def _chosen(self, name: str) -> bool:
        """Does the field hold something already, as a choice always does?"""
        return not isinstance(self.fields.editors[name], QLineEdit)

    def _needed(self) -> list[str]:
        opening = self.opening
        if self.shape is None or opening is None:
            return []
        today, photo = self.shell.desk.today(), bool(self.presenter.photo)
        found = still_needed(self.form(), self.shape, today, has_identity=bool(opening.mask), photo=photo)
        return [name for name in found if name in TICKS or self._shown(name)]

    def _arrange(self) -> None:
        """Show the fields that count now: the guardian's for a child, the second address where it differs."""
        if self.shape is None:
            return
        form, today = self._form, self.shell.desk.today()
        child = needs_guardian(self.form(), self.shape.settings, today)
        wanted = {name: self._shown(name) for name in FIELDS} | dict.fromkeys(GUARDIAN, child)
        for name in FIELDS:
            required = self.shape.modes.get(name) is Mode.REQUIRED or (child and name in GUARDIAN)
            self.fields.rows[name].set_required(required)
        if wanted != getattr(self, "_arranged", None):
            self._arranged = wanted
            for group, places in PLACES.items():
                any_shown = self.fields.flow(getattr(form, group + "Grid"), places, wanted)
                getattr(form, group + "Heading").setVisible(any_shown)
            form.sameBox.setVisible(self._on("address_now"))
            form.nowBox.setVisible(wanted["address_now"])
            form.guardianBox.setVisible(child)
        self._show_todo()

    def _show_todo(self) -> None:
        wanted = set(self._needed())
        needed = [word(NEEDED, name) for name in (*ORDER, *TICKS) if name in wanted]
        self._form.todo.setText(say(CONTEXT, "Masih perlu: {fields}.", fields=", ".join(needed)) if needed else "")

    def _clear_errors(self) -> None:
        for row in self.fields.rows.values():
            row.set_error(None)
        self._form.consentError.setText("")
        self._form.consentError.hide()

    def _go_to(self, name: str) -> None:
        self.fields.focus(name)
        self._see(name)

    def _see(self, name: str) -> None:
        """Bring the field into view; what is agreed to together with the notice that says it."""
        scroll, room = self._form.scroll, theme.current().px(24)
        if name in TICKS:
            scroll.ensureWidgetVisible(self._form.consentRow, 0, room)
        elif name in self.fields.rows:
            scroll.ensureWidgetVisible(self.fields.rows[name], 0, room)

    # ---- faces and words -------------------------------------------------------------------------------------------

    def _show_face(self) -> None:
        form = self._form
        name = str(self.fields.value("full_name")).strip()
        show_face(form.photo, self.presenter.photo, name)
        form.name.setText(name or say(CONTEXT, "Anggota baru"))
        typed_no = str(self.fields.value("member_no")).strip()
        form.number.setText(typed_no or (self.shape.number if self.shape else ""))
        until = day_or_none(str(self.fields.value("valid_until")))
        form.validity.setText(valid_words(until) if until else "")
        form.validity.setVisible(until is not None)
        self.photo_button.set_text(say(CONTEXT, "Foto"))

    def _show_words(self) -> None:
        shape, opening = self.shape, self.opening
        if shape is None or opening is None:
            return
        line = self.fields.editors["member_no"]
        assert isinstance(line, QLineEdit)
        fixed = opening.kind in (FormKind.CHANGE, FormKind.RENEW)
        line.setPlaceholderText("" if fixed else shape.number)
        line.setReadOnly(fixed)
        identity = self.fields.editors["identity_no"]
        assert isinstance(identity, QLineEdit)
        identity.setPlaceholderText(opening.mask)
        until = self.fields.editors["valid_until"]
        assert isinstance(until, QLineEdit)
        until.setPlaceholderText(say(CONTEXT, "otomatis") if opening.kind is not FormKind.CHANGE else "")
        until.setReadOnly(opening.kind is FormKind.CHANGE)
        self._form.notice.setText(shape.settings.privacy_notice)
        self._show_face()

    def retranslate(self) -> None:
        form = self._form
        form.retranslateUi(self)
        for name, row in self.fields.rows.items():
            row.set_label(word(SHORT_LABELS, name))
            row.set_hint(say(CONTEXT, HINTS[name]) if name in HINTS else "")
        for name in ("same_address", "consent", "photo_consent"):
            box = self.fields.editors[name]
            box.setText(say(CONTEXT, LABELS[name]))  # type: ignore[attr-defined]
        for group in GROUPS:
            getattr(form, group + "Heading").setText(word(GROUPS, group))
        form.consentHeading.setText(say(CONTEXT, "Persetujuan"))
        form.twinsHeading.setText(say(CONTEXT, "Sudah ada?"))
        form.twinsWords.setText(say(CONTEXT, "Ctrl+D membandingkan berdampingan."))
        form.twinsIcon.set("users", "warn")
        form.scroll.setAccessibleName(say(CONTEXT, "Formulir anggota"))
        if self.shape is not None:
            chosen = {name: self.fields.value(name) for name in ("identity_type", "sex", "member_type")}
            self.fields.set_choices(self.shape.settings.member_types)
            for name, value in chosen.items():
                self.fields.set_value(name, value)
            self._show_todo()
        self._show_words()

    def heading(self) -> tuple[str, str]:
        """Title and sentence for the head of the page."""
        kind = self.opening.kind if self.opening else FormKind.NEW
        keys = say(CONTEXT, "Enter ke isian wajib berikutnya, Tab ke isian berikutnya, Ctrl+Enter menyimpan.")
        name = self.opening.form.full_name if self.opening else ""
        if kind is FormKind.NEW:
            return say(CONTEXT, "Anggota baru"), keys
        if kind is FormKind.APPLICANT:
            asked = say(CONTEXT, "Cocokkan dengan formulir yang sudah disahkan, lalu Ctrl+Enter menerimanya.")
            return say(CONTEXT, "Calon anggota: {name}", name=name), asked
        if kind is FormKind.RENEW:
            asked = say(CONTEXT, "Tanyakan apakah datanya masih benar, lalu Ctrl+Enter memperpanjang.")
            return say(CONTEXT, "Perpanjang: {name}", name=name), asked
        return say(CONTEXT, "Ubah data: {name}", name=name), keys

    def save_words(self) -> str:
        kind = self.opening.kind if self.opening else FormKind.NEW
        return {
            FormKind.APPLICANT: say(CONTEXT, "Terima"),
            FormKind.RENEW: say(CONTEXT, "Perpanjang"),
            FormKind.NEW: say(CONTEXT, "Daftarkan"),
        }.get(kind, say(CONTEXT, "Simpan"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _restyle(self) -> None:
        px = theme.current().px
        self._form.photo.setFixedSize(px(PHOTO_PX[0]), px(PHOTO_PX[1]))
        self._form.side.setFixedWidth(px(SIDE_PX))
