"""The page "Sinkronisasi": in plain words what waits and why, what comes next, and the tools beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.forms.ui_sync import Ui_SyncPage
from loket.ui.pages.page import Page
from loket.ui.pages.settings_parts import in_order
from loket.ui.presenters.sync import SyncPresenter
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, error_text, language, say
from loket.ui.texts_sync import SCOPES, TOOLS, invalid_text, moment_text, reason_of, status_text
from loket.ui.widgets import Button, Tone

if TYPE_CHECKING:
    from loket.sync.client import RoundReport
    from loket.sync.status import SyncStatus

CONTEXT = "Sync"
SUFFIX = "lkt"
SIGNS: dict[Tone, tuple[str, str]] = {
    "ok": ("cloud-check", "ok"),
    "warn": ("alert-triangle", "warn"),
    "stop": ("cloud-off", "stop"),
    "info": ("cloud-upload", "info"),
}
TICK_MS = 1_000
PAGE_PX = 860


class SyncPage(Page):
    """Not joined: what joining brings, and the form. Joined: how it stands, and what can be done."""

    TITLE = QT_TRANSLATE_NOOP("Page", "Sinkronisasi")
    ICON = "refresh"
    SHORTCUT = "Ctrl+Shift+S"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.setProperty("role", "page")
        self._form = Ui_SyncPage()
        self._form.setupUi(self)
        self.sync_button = Button(self, icon="refresh", role="primary", key="Alt+S")
        self._form.state_actions.addWidget(self.sync_button)
        self._form.state_actions.addStretch(1)
        self.panel, self.tools = self._form.enrol, self._form.tools
        self._anew = False  # the form is wanted although this counter belongs to a server
        self.choose_save: Callable[[str], Path | None] = self._ask_save
        self.choose_read: Callable[[], Path | None] = self._ask_read
        self.presenter = SyncPresenter(shell.desk, shell.jobs, self, shell.sync)
        self._second = QTimer(self, interval=TICK_MS)  # "dicoba lagi 2 menit lagi" goes on counting
        self._wire()
        self._restyle()
        self.retranslate()

    def activate(self) -> None:
        self._form.banner.hide_line()
        self._anew = False
        self._show()
        self._second.start()
        if self.shell.sync.status.enrolled:
            self.sync_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.panel.take_focus()

    def said(self) -> str:
        """The sentence in the banner; "" when there is none."""
        return str(self._form.banner.said())

    # ---- gestures -------------------------------------------------------------------------------------------------

    def save_packet(self) -> None:
        desk = self.shell.desk
        path = self.choose_save(f"loket-{desk.station.code}-{desk.today():%Y%m%d}.{SUFFIX}")
        if path is not None:
            self.presenter.save_packet(path)

    def read_packet(self) -> None:
        path = self.choose_read()
        if path is not None:
            self.presenter.read_packet(path)

    def enrol_anew(self) -> None:
        """The form again, for a counter that was replaced or revoked."""
        self._anew = True
        self.panel.address.set_value(self.shell.sync.status.server_url)
        self.panel.code.clear()
        self._show()
        self.panel.take_focus()

    def _back(self) -> None:
        self._anew = False
        self._show()

    # ---- what is shown --------------------------------------------------------------------------------------------

    def _show(self) -> None:
        status = self.shell.sync.status
        form = self._form
        joined = status.enrolled and not self._anew
        form.stack.setCurrentWidget(form.joined if joined else form.enrol)
        self.panel.set_back_shown(shown=status.enrolled)
        if joined:
            self._show_status(status)
        else:
            self.panel.retranslate()

    def _show_status(self, status: SyncStatus) -> None:
        form, desk = self._form, self.shell.desk
        now, offset = desk.clock.now(), desk.library.utc_offset_min
        told = status_text(status, now, offset)
        form.sign.set(*(("refresh", "accent") if status.running else SIGNS[told.tone]))
        form.sentence.setText(told.sentence)
        form.what_to_do.setText(told.hint)
        form.what_to_do.setVisible(bool(told.hint))
        form.coming.setText(_progress(status, told.coming))
        form.progress.setRange(0, status.total if status.running else 1)
        form.progress.setValue(status.done if status.running else 0)
        form.progress.setAccessibleName(told.coming)
        self._keep_place(form.progress, shown=status.running)
        scope = desk.scope.value if desk.scope else ""
        form.facts.show_facts(
            [
                (say(CONTEXT, "Terakhir berhasil"), moment_text(status.last_ok_at, now, offset)),
                (say(CONTEXT, "Belum terkirim"), _pending(status)),
                (say(CONTEXT, "Server"), status.server_url),
                (say(CONTEXT, "Data di loket ini"), say(CONTEXT, SCOPES[scope]) if scope else ""),
                (say(CONTEXT, "Loket ini"), f"{desk.station.name} ({desk.station.code})"),
            ]
        )

    @staticmethod
    def _keep_place(widget: QWidget, *, shown: bool) -> None:
        """Nothing below may jump when the bar comes and goes."""
        policy = widget.sizePolicy()
        if not policy.retainSizeWhenHidden():
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
        widget.setVisible(shown)

    # ---- what the presenter shows ---------------------------------------------------------------------------------

    def show_busy(self, work: str) -> None:
        self._form.banner.hide_line()
        words = {
            "join": say(CONTEXT, "Menyapa Loket Pusat …"),
            "save": say(CONTEXT, "Menulis paket …"),
            "read": say(CONTEXT, "Membaca balasan …"),
            "check": say(CONTEXT, "Membandingkan semua data dengan pusat …"),
        }[work]
        self.tools.set_enabled(False)
        if work == "join":
            self.panel.set_working(words)
        else:
            self._form.busy.begin(words, cancellable=False)

    def show_idle(self) -> None:
        self.tools.set_enabled(True)
        self.panel.set_working("")
        self._form.busy.finish()

    def show_joined(self) -> None:
        self._anew = False
        self.panel.code.clear()
        self._show()
        self._say(say(CONTEXT, "Loket ini sudah tersambung. Data dikirim dan diambil di latar; silakan bekerja."), "ok")

    def show_saved(self, path: Path, events: int) -> None:
        if events:
            words = say(
                CONTEXT,
                "{count} kejadian tersimpan di {path}. Bawa ke Loket Pusat, lalu terima balasannya di sini.",
                count=events,
                path=path,
            )
        else:
            words = say(CONTEXT, "Tidak ada yang menunggu; paket {path} hanya meminta data terbaru.", path=path)
        self._say(words, "ok")

    def show_taken(self, report: RoundReport) -> None:
        words = say(
            CONTEXT,
            "Balasan diterima: {sent} kejadian sudah sampai di pusat, {rows} baris data diperbarui.",
            sent=report.pushed,
            rows=report.pulled,
        )
        self._say(words, "ok")

    def show_checked(self, report: RoundReport) -> None:
        if report.mismatched_kinds:
            words = say(CONTEXT, "Masih ada data yang berbeda dari pusat. Kirim berkas loket.log kepada pengelola.")
            self._say(words, "warn")
        elif report.replaced_kinds:
            self._say(say(CONTEXT, "Ada data yang berbeda; sudah diambil ulang dan sekarang sama dengan pusat."), "ok")
        else:
            self._say(say(CONTEXT, "Semua data di loket ini sama dengan pusat."), "ok")

    def show_invalid(self, error: InvalidInput) -> None:
        if error.field in self.panel.rows:
            self.panel.show_invalid(error)
        else:
            self._say(invalid_text(error), "warn")

    def show_problem(self, error: Exception) -> None:
        if isinstance(error, (Refused, StorageError)):
            self._say(error_text(error), "warn" if isinstance(error, Refused) else "stop")
            return
        from loket.sync.worker import error_code

        code = error_code(error)
        if code == "internal":
            raise error
        why, what = reason_of(code)
        self._say(say(CONTEXT, "Tidak selesai: {why}. {what}", why=why, what=what), "warn")

    def _say(self, sentence: str, kind: Tone) -> None:
        self._form.banner.show_line(sentence, kind)

    # ---- words ----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self._form
        form.header.set_icon(self.ICON)
        form.header.set_title(self.title())
        form.header.set_subtitle(say(CONTEXT, "Pelayanan tidak menunggu jaringan; yang tercatat dikirim kemudian."))
        self.sync_button.set_text(say(CONTEXT, "Sinkronkan sekarang"))
        for name, (text, about) in TOOLS.items():
            self.tools.set_words(name, say(CONTEXT, text), say(CONTEXT, about))
        self.panel.set_about(self._about)
        self._show()

    def _about(self) -> str:
        if self.shell.sync.status.enrolled:
            return say(
                CONTEXT,
                "Minta kode baru untuk loket ini kepada pengelola Loket Pusat. Yang belum terkirim tetap tersimpan dan "
                "dikirim sesudah pendaftaran.",
            )
        return say(
            CONTEXT,
            "Loket ini bekerja sendiri. Bila perpustakaan memakai Loket Pusat, sambungkan di sini: anggota, katalog, "
            "dan pinjaman menjadi satu di semua loket. Loket ini tetap bekerja saat jaringan putus.",
        )

    # ---- how it is built ------------------------------------------------------------------------------------------

    def _wire(self) -> None:
        form = self._form
        form.banner.hide_line()
        form.busy.finish()
        self.sync_button.clicked.connect(self.presenter.sync_now)
        for name, gesture in (
            ("save", self.save_packet),
            ("read", self.read_packet),
            ("check", self.presenter.check_thoroughly),
            ("anew", self.enrol_anew),
        ):
            self.tools.buttons[name].clicked.connect(lambda _=False, act=gesture: act())
        in_order(self.sync_button, *self.tools.buttons.values())
        self.panel.join_wanted.connect(self.presenter.join)
        self.panel.back_wanted.connect(self._back)
        self.shell.sync.told.connect(self._told)
        self._second.timeout.connect(self._shown_again)
        theme.current().changed.connect(self._restyle)

    def _told(self, _status: object) -> None:
        self._shown_again()

    def _shown_again(self) -> None:
        if self.isVisible():
            self._show()
        else:
            self._second.stop()

    def _restyle(self) -> None:
        for widget in (self._form.state, self._form.facts, self._form.line, self._form.tools, self._form.busy):
            widget.setMaximumWidth(theme.current().px(PAGE_PX))

    def _ask_save(self, name: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, say(CONTEXT, "Simpan paket"), str(Path.home() / name), say(CONTEXT, "Paket Loket (*.lkt)")
        )
        return Path(chosen) if chosen else None

    def _ask_read(self) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, say(CONTEXT, "Terima paket"), str(Path.home()), say(CONTEXT, "Paket Loket (*.lkt)")
        )
        return Path(chosen) if chosen else None


def _progress(status: SyncStatus, coming: str) -> str:
    if not (status.running and status.total):
        return coming
    done, total = fmt.count(status.done, language()), fmt.count(status.total, language())
    return f"{coming} {done} / {total}"


def _pending(status: SyncStatus) -> str:
    if not status.pending:
        return say(CONTEXT, "tidak ada")
    return say(CONTEXT, "{count} kejadian", count=status.pending)
