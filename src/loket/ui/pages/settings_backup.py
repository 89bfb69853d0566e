"""Backups of this counter, now and where to, and the recovery key on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QSizePolicy, QWidget

from loket.db.keys import recovery_text
from loket.domain.entities import Role
from loket.domain.errors import RefusalCode, Refused
from loket.services import operators
from loket.services.maintenance import Health, health
from loket.ui import format as fmt
from loket.ui import preferences, theme
from loket.ui.backups import BackedUp, back_up_counter
from loket.ui.forms.ui_settings_backup import Ui_BackupSection
from loket.ui.pages.settings_parts import KeyGrid, Line, Section, in_order
from loket.ui.preferences import Preferences
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say, storage_text
from loket.ui.texts_settings import sign_in_text
from loket.ui.widgets import FormRow, Sheet

CONTEXT = "Settings"
FORM_PX, KEY_SHEET_PX = 720, 600


def recovery_key(shell: Shell, password: str) -> str:
    """The recovery key, for an administrator at the counter who gives his password once more.

    Raises Refused: ROLE_MISSING, SIGN_IN_WRONG, SIGN_IN_LOCKED, NOT_SIGNED_IN.
    """
    operator = shell.desk.operator
    if operator is None:
        raise Refused(RefusalCode.NOT_SIGNED_IN)
    if Role.ADMIN.value not in operator.roles:
        raise Refused(RefusalCode.ROLE_MISSING, roles=(Role.ADMIN.value,))
    operators.sign_in(shell.desk, shell.sign_ins, operator.username, password)
    return recovery_text(shell.desk.database.key)


class BackupSection(Section):
    TITLE = QT_TRANSLATE_NOOP("Settings", "Cadangan & kunci")
    ABOUT = QT_TRANSLATE_NOOP("Settings", "Yang melindungi data bila komputer ini rusak atau hilang.")
    ICON = "database"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._form = Ui_BackupSection()
        self._form.setupUi(self)
        self._health: Health | None = None
        self.choose: Callable[[], Path | None] = self._ask_folder
        self.folder, self.mirror = Line(self), Line(self)
        self.add_row("backup_folder", self._form.folder, self.folder)
        self.add_row("mirror_folder", self._form.mirror, self.mirror)
        form = self._form
        form.back_up.setProperty("role", "primary")
        form.back_up.clicked.connect(self.back_up)
        for editor in (self.folder, self.mirror):
            editor.editingFinished.connect(self.keep_folders)
        form.choose_folder.clicked.connect(lambda: self._choose_into(self.folder))
        form.choose_mirror.clicked.connect(lambda: self._choose_into(self.mirror))
        in_order(form.back_up, self.folder, form.choose_folder, self.mirror, form.choose_mirror, form.show_key)
        form.show_key.clicked.connect(self.ask_key)
        form.busy.finish()
        theme.current().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def activate(self) -> None:
        self.shell.jobs.start(self._read, self._show, self.fail, lane="read", owner=self)

    def retranslate(self) -> None:
        form = self._form
        form.back_up.set_text(say(CONTEXT, "Cadangkan sekarang"))
        form.folder.set_label(say(CONTEXT, "Folder cadangan"))
        form.folder.set_hint(say(CONTEXT, "Kosong: folder backups di samping data. Satu folder untuk satu loket."))
        form.mirror.set_label(say(CONTEXT, "Media kedua"))
        form.mirror.set_hint(say(CONTEXT, "Misalnya flash disk; setiap cadangan juga disalin ke sana."))
        for button in (form.choose_folder, form.choose_mirror):
            button.set_text(say(CONTEXT, "Pilih …"))
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        form.choose_mirror.setAccessibleName(say(CONTEXT, "Pilih folder media kedua"))
        form.choose_folder.setAccessibleName(say(CONTEXT, "Pilih folder cadangan"))
        form.key_title.setText(say(CONTEXT, "Kunci pemulihan"))
        form.key_about.setText(
            say(
                CONTEXT,
                "Data di komputer ini disandikan. Tanpa kunci ini cadangan tidak dapat dibuka di komputer lain. "
                "Simpan lembarnya di lemari terkunci, bukan di samping komputer.",
            )
        )
        form.show_key.set_text(say(CONTEXT, "Tampilkan kunci pemulihan …"))
        self._show_health()

    def back_up(self) -> None:
        """One verified backup, and one on the second medium."""
        self._form.back_up.setEnabled(False)
        self._form.busy.begin(say(CONTEXT, "Menyalin dan memeriksa cadangan …"), cancellable=False)
        self.shell.jobs.start(
            lambda: (back_up_counter(self.shell.desk, self.shell.data_dir), self._read()),
            self._backed_up,
            self._failed,
            lane="write",
            owner=self,
        )

    def keep_folders(self) -> None:
        """Remember the folders as typed; a folder that is not there is said at once."""
        folders = {"backup_folder": self.folder.value(), "mirror_folder": self.mirror.value()}

        def work() -> tuple[Preferences, dict[str, bool]]:
            kept = preferences.change(self.shell.data_dir, **folders)
            return kept, {name: not folder or Path(folder).parent.is_dir() for name, folder in folders.items()}

        self.shell.jobs.start(work, self._folders_kept, self.fail, lane="write", owner=self)

    def ask_key(self) -> None:
        self.sheet = KeySheet(self, self.shell)
        self.sheet.open()

    # ---- what is shown --------------------------------------------------------------------------------------------

    def _read(self) -> tuple[Health, Preferences]:
        return health(self.shell.desk), preferences.load(self.shell.data_dir)

    def _show(self, found: tuple[Health, Preferences]) -> None:
        self._health, kept = found
        self.folder.set_value(kept.backup_folder)
        self.folder.setPlaceholderText(str(self.shell.data_dir / preferences.OWN_BACKUPS))
        self.mirror.set_value(kept.mirror_folder)
        self._show_health()

    def _show_health(self) -> None:
        found = self._health
        if found is None or found.backup_age is None:
            icon, token = "alert-triangle", "warn"
            text, place = say(CONTEXT, "Belum pernah dicadangkan."), ""
        else:
            now = self.shell.desk.clock.now()
            when = fmt.ago(now - found.backup_age, now, language())
            icon, token = ("alert-triangle", "warn") if found.stale_backup else ("circle-check", "ok")
            text, place = say(CONTEXT, "Cadangan terakhir: {when}.", when=when), found.backup_path
        self._form.state_icon.set(icon, token)
        self._form.state_text.setText(text)
        self._form.state_place.setText(place)
        self._form.state_place.setVisible(bool(place))

    def _backed_up(self, done: tuple[BackedUp, tuple[Health, Preferences]]) -> None:
        result, found = done
        self._rest()
        self._show(found)
        if result.mirror_error is not None:
            why = storage_text(result.mirror_error)
            self.said.emit(say(CONTEXT, "Cadangan tersimpan, tetapi media kedua tidak. {why}", why=why), "warn")
        elif result.mirrored is not None:
            self.done(say(CONTEXT, "Cadangan tersimpan dan terbaca kembali, juga di media kedua."))
        else:
            self.done(say(CONTEXT, "Cadangan tersimpan dan terbaca kembali."))

    def _failed(self, error: Exception) -> None:
        self._rest()
        self.fail(error)

    def _rest(self) -> None:
        self._form.back_up.setEnabled(True)
        self._form.busy.finish()

    def _folders_kept(self, done: tuple[Preferences, dict[str, bool]]) -> None:
        for name, there in done[1].items():
            self.rows[name].set_error(
                None if there else say(CONTEXT, "Folder ini tidak ada sekarang; periksa apakah medianya terpasang.")
            )

    def _choose_into(self, editor: Line) -> None:
        folder = self.choose()
        if folder is not None:
            editor.set_value(str(folder))
            self.keep_folders()

    def _ask_folder(self) -> Path | None:
        name = QFileDialog.getExistingDirectory(self, say(CONTEXT, "Pilih folder"))
        return Path(name) if name else None

    def _restyle(self) -> None:
        for widget in (self._form.state, self._form.key_about, self._form.busy):
            widget.setMaximumWidth(theme.current().px(FORM_PX))
        for row in self.rows.values():
            row.setMaximumWidth(theme.current().px(FORM_PX - 110))


class KeySheet(Sheet):
    """Shows the recovery key once the administrator gave his password again."""

    def __init__(self, parent: QWidget, shell: Shell) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Kunci pemulihan"),
            text=say(CONTEXT, "Ketik kata sandi Anda sekali lagi. Pastikan tidak ada yang melihat layar ini."),
            icon="key",
            accept_text=say(CONTEXT, "Tampilkan"),
            reject_text=say(CONTEXT, "Tutup"),
        )
        self.shell = shell
        secret = QLineEdit()
        secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret = FormRow(self, label=say(CONTEXT, "Kata sandi"), editor=secret, required=True)
        self.key = KeyGrid(self)
        self.key.hide()
        self.body.addWidget(self.secret)
        self.body.addWidget(self.key)
        self.field_to_focus(secret)

    def accept(self) -> None:
        password = self.secret.editor.text()  # type: ignore[attr-defined]
        if not password:
            self.secret.set_error(say(CONTEXT, "Isi dahulu."))
            return
        self.set_accept_enabled(False)
        self.shell.jobs.start(
            lambda: recovery_key(self.shell, password), self._show, self._refused, lane="write", owner=self
        )

    def _show(self, key: str) -> None:
        self.secret.hide()
        self.set_words(say(CONTEXT, "Kunci pemulihan"), say(CONTEXT, "Salin ke kertas dan simpan di tempat terkunci."))
        self.key.show_key(key)
        self.key.show()
        self.accept_button().hide()
        self.setMinimumWidth(theme.current().px(KEY_SHEET_PX))
        self.adjustSize()
        self.reject_button().setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: Exception) -> None:
        self.set_accept_enabled(True)
        if not isinstance(error, Refused):
            raise error
        self.secret.set_error(sign_in_text(error))
        self.secret.editor.setFocus(Qt.FocusReason.OtherFocusReason)
