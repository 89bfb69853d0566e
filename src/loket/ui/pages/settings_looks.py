"""How this counter looks and sounds: applied at once, kept for this computer alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QWidget

from loket.ui import preferences, theme
from loket.ui.forms.ui_settings_looks import Ui_LooksSection
from loket.ui.pages.settings_parts import Section, YesNo, in_order
from loket.ui.preferences import SCALES_PERCENT, Preferences
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.widgets import Button, FormRow, Segmented

CONTEXT = "Settings"
FORM_PX = 620
STILL_MS = 400  # a slider is written down once it rests


class LooksSection(Section):
    """Nothing to save: each choice takes effect as it is made."""

    TITLE = QT_TRANSLATE_NOOP("Settings", "Tampilan & suara")
    ABOUT = QT_TRANSLATE_NOOP("Settings", "Hanya untuk komputer ini; langsung berlaku.")
    ICON = "device-desktop"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._form = Ui_LooksSection()
        self._form.setupUi(self)
        self._kept = Preferences()
        self.language, self.theme, self.scale = Segmented(self), Segmented(self), Segmented(self)
        self.motion, self.sounds = YesNo(self), YesNo(self)
        self.volume = QSlider(Qt.Orientation.Horizontal, self)
        self.listen = Button(self, icon="volume")
        self._build()
        self._resting = QTimer(self, singleShot=True, interval=STILL_MS)
        self._resting.timeout.connect(self._keep_volume)
        self._wire()
        theme.current().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def activate(self) -> None:
        self.shell.jobs.start(lambda: preferences.load(self.shell.data_dir), self._show, lane="read", owner=self)

    def retranslate(self) -> None:
        form = self._form
        for row, text, hint in (
            (form.language, say(CONTEXT, "Bahasa"), ""),
            (
                form.theme,
                say(CONTEXT, "Warna"),
                say(CONTEXT, "Kontras tinggi untuk mata yang lelah atau layar yang silau."),
            ),
            (form.scale, say(CONTEXT, "Ukuran"), say(CONTEXT, "Semua huruf dan tombol ikut membesar.")),
            (form.motion, say(CONTEXT, "Gerakan"), ""),
            (form.sounds, say(CONTEXT, "Suara"), say(CONTEXT, "Bunyi pendek untuk setiap jawaban pindaian.")),
            (form.volume, say(CONTEXT, "Keras suara"), ""),
        ):
            row.set_label(text)
            row.set_hint(hint)
        self.language.set_options([("id", "Indonesia", ""), ("en", "English", "")])
        self.theme.set_options(
            [
                ("light", say(CONTEXT, "Terang"), "sun"),
                ("dark", say(CONTEXT, "Gelap"), "moon"),
                ("contrast", say(CONTEXT, "Kontras tinggi"), "contrast"),
            ]
        )
        self.scale.set_options([(str(scale), f"{scale} %", "") for scale in SCALES_PERCENT])
        self.motion.setText(say(CONTEXT, "boleh bergerak sebentar saat berganti"))
        self.sounds.setText(say(CONTEXT, "bunyikan"))
        self.listen.set_text(say(CONTEXT, "Dengarkan"))
        switches = [
            button for switch in (self.language, self.theme, self.scale) for button in switch.findChildren(QPushButton)
        ]
        in_order(*switches, self.motion, self.sounds, self.volume, self.listen)
        self._show(self._kept)

    def _build(self) -> None:
        loudness = QWidget(self)
        row = QHBoxLayout(loudness)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.volume, 1)
        row.addWidget(self.listen)
        loudness.setFocusProxy(self.volume)
        self.volume.setRange(0, 100)
        self.volume.setPageStep(10)
        rows: tuple[tuple[str, FormRow, QWidget], ...] = (
            ("language", self._form.language, self.language),
            ("theme", self._form.theme, self.theme),
            ("scale_percent", self._form.scale, self.scale),
            ("motion", self._form.motion, self.motion),
            ("sounds", self._form.sounds, self.sounds),
            ("volume_percent", self._form.volume, loudness),
        )
        for name, form_row, editor in rows:
            self.add_row(name, form_row, editor)

    def _wire(self) -> None:
        self.language.changed.connect(lambda key: self._choose(language=key))
        self.theme.changed.connect(lambda key: self._choose(theme=key))
        self.scale.changed.connect(lambda key: self._choose(scale_percent=int(key)))
        self.motion.changed.connect(lambda: self._choose(motion=self.motion.value()))
        self.sounds.changed.connect(lambda: self._choose(sounds=self.sounds.value()))
        self.volume.valueChanged.connect(self._loudness)
        self.listen.clicked.connect(lambda: self.shell.sounds.play("ok"))

    def _choose(self, **changes: Any) -> None:
        """Look and sound like this at once, and write it down behind."""
        self._kept = replace(self._kept, **changes)
        preferences.apply(self._kept, self.shell.sounds)
        self._write(lambda: preferences.change(self.shell.data_dir, **changes))

    def _loudness(self, percent: int) -> None:
        self._kept = replace(self._kept, volume_percent=percent)
        self.shell.sounds.set_volume(percent / 100)
        self._resting.start()

    def _keep_volume(self) -> None:
        percent = self.volume.value()
        self._write(lambda: preferences.change(self.shell.data_dir, volume_percent=percent))

    def _write(self, change: Callable[[], Preferences]) -> None:
        self.shell.jobs.start(change, None, self.fail, lane="write", owner=self)

    def _show(self, kept: Preferences) -> None:
        self._kept = kept
        self.language.set_current(kept.language)
        self.theme.set_current(kept.theme)
        self.scale.set_current(str(kept.scale_percent))
        self.motion.set_value(kept.motion)
        self.sounds.set_value(kept.sounds)
        self.volume.blockSignals(True)
        self.volume.setValue(kept.volume_percent)
        self.volume.blockSignals(False)
        self.listen.setEnabled(kept.sounds)

    def _restyle(self) -> None:
        for row in self.rows.values():
            row.setMaximumWidth(theme.current().px(FORM_PX))
