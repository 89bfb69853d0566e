"""Which camera takes the photos of members at this counter, with a look through it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from loket.devices.camera import Camera, cameras
from loket.ui import preferences, theme
from loket.ui.forms.ui_settings_camera import Ui_CameraSection
from loket.ui.pages.photo import LOOK_MS
from loket.ui.pages.settings_parts import Choice, Line, Section, in_order
from loket.ui.preferences import Preferences
from loket.ui.shell import Shell
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.texts_photo import device_text

CONTEXT = "Settings"
NONE, OTHER = "", "…"
FORM_PX = 620


class CameraSection(Section):
    """A choice is kept at once; "Coba kamera" shows what it sees, until it is chosen otherwise or the page is left."""

    TITLE = QT_TRANSLATE_NOOP("Settings", "Kamera foto anggota")
    ABOUT = ""
    ICON = "camera"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._form = Ui_CameraSection()
        self._form.setupUi(self)
        self._found: list[tuple[str, str]] = []
        self._source = preferences.DEFAULTS.camera
        self._watched: Camera | None = None
        self.camera, self.other = Choice(self), Line(self)
        self.add_row("camera", self._form.camera, self.camera)
        self.add_row("other", self._form.other, self.other)
        self.camera.changed.connect(self._chosen)
        self.other.editingFinished.connect(self._other_given)
        self._form.test.clicked.connect(self.toggle)
        self._form.look.clicked.connect(self._look_again)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._draw)
        theme.current().changed.connect(self._restyle)
        self._restyle()
        in_order(self.camera, self.other, self._form.test, self._form.look)
        self._form.view.hide()
        self.retranslate()

    def activate(self) -> None:
        self.shell.jobs.start(lambda: preferences.load(self.shell.data_dir), self._show, lane="read", owner=self)
        self._look_again()

    def retranslate(self) -> None:
        form = self._form
        form.camera.set_label(say(CONTEXT, "Kamera"))
        form.camera.set_hint(say(CONTEXT, "Dipakai untuk foto kartu anggota."))
        form.other.set_label(say(CONTEXT, "Berkas video atau alamat"))
        form.other.set_hint(say(CONTEXT, "Misalnya rtsp://… dari kamera jaringan."))
        form.look.set_text(say(CONTEXT, "Cari lagi"))
        form.view.setAccessibleName(say(CONTEXT, "Gambar kamera"))
        self._show_choices()
        self._show_test()

    def hideEvent(self, event: QHideEvent) -> None:
        self.stop()
        super().hideEvent(event)

    # ---- choosing -------------------------------------------------------------------------------------------------

    def _look_again(self) -> None:
        self.shell.jobs.start(cameras, self._listed, lane="read", owner=self)

    def _listed(self, found: list[tuple[str, str]]) -> None:
        self._found = found
        self._show_choices()

    def _show(self, kept: Preferences) -> None:
        self._source = kept.camera
        self._show_choices()

    def _show_choices(self) -> None:
        """What is plugged in, and what is chosen even when it is not."""
        names = {source: name or self._numbered(source) for source, name in self._found}
        if self._source.isdigit() and self._source not in names:
            names[self._source] = say(CONTEXT, "{camera} (tidak terpasang)", camera=self._numbered(self._source))
        choices = [(NONE, say(CONTEXT, "Tanpa kamera")), *sorted(names.items())]
        self.camera.set_choices([*choices, (OTHER, say(CONTEXT, "Berkas video atau alamat"))])
        is_other = bool(self._source) and not self._source.isdigit()
        self.camera.set_value(OTHER if is_other else self._source)
        if is_other:
            self.other.set_value(self._source)
        self._form.other.setVisible(is_other)
        self._show_test()

    @staticmethod
    def _numbered(source: str) -> str:
        return say(CONTEXT, "Kamera {number}", number=int(source) + 1)

    def _chosen(self) -> None:
        chosen = self.camera.value()
        self._form.other.setVisible(chosen == OTHER)
        if chosen == OTHER:
            self.other.setFocus()
            self._other_given()
        else:
            self._keep(chosen)

    def _other_given(self) -> None:
        if self.camera.value() == OTHER and self.other.value():
            self._keep(self.other.value())

    def _keep(self, source: str) -> None:
        if source == self._source:
            return
        self._source = source
        self.stop()
        data_dir = self.shell.data_dir
        self.shell.jobs.start(
            lambda: preferences.change(data_dir, camera=source), None, self.fail, lane="write", owner=self
        )

    # ---- looking through it ---------------------------------------------------------------------------------------

    def toggle(self) -> None:
        if self._watched is not None:
            self.stop()
            return
        self._form.problem.setText("")
        self._watched = Camera(self._source)
        self._watched.start()
        self._form.view.show_nothing()
        self._form.view.show()
        self._timer.start()
        self._show_test()

    def stop(self) -> None:
        """Give the camera back."""
        self._timer.stop()
        if self._watched is not None:
            self._watched.close()
            self._watched = None
        self._form.view.hide()
        self._show_test()

    def problem(self) -> str:
        return self._form.problem.text()

    def _draw(self) -> None:
        camera = self._watched
        if camera is None:
            return
        problem, shot = camera.problem(), camera.latest()
        if problem is not None:
            self.stop()
            self._form.problem.setText(device_text(problem))
        elif shot is not None:
            self._form.view.show_live(shot.frame, shot.face)

    def _restyle(self) -> None:
        for row in self.rows.values():
            row.setMaximumWidth(theme.current().px(FORM_PX))

    def _show_test(self) -> None:
        running = self._watched is not None
        self._form.test.set_text(say(CONTEXT, "Hentikan") if running else say(CONTEXT, "Coba kamera"))
        self._form.test.setEnabled(bool(self._source))
