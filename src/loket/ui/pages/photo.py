"""Making the photo of a member: live from the camera, or from a file; cut, brightened, looked at, taken.

Space takes the picture, Enter uses it. Everything slow (the camera, finding the face, making the JPEG) happens beside
the window; what is drawn is always the newest frame.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from loket.db.engine import translated
from loket.devices.camera import Camera
from loket.devices.imaging import BRIGHTNESS, MOST_FILE_BYTES, Box, auto_crop, decode, find_face, process
from loket.domain.errors import DeviceError, InvalidInput, StorageError
from loket.ui import icons, theme
from loket.ui.forms.ui_photo import Ui_PhotoForm
from loket.ui.shell import Shell
from loket.ui.texts import error_text, say
from loket.ui.texts_photo import CONTEXT, device_text
from loket.ui.widgets import KeyHint, Sheet, set_state

if TYPE_CHECKING:
    from loket.devices.imaging import Frame

LOOK_MS = 33  # between two looks at the camera
SHEET_W_PX = 960
RESULT_PX = (180, 240)
BRIGHTNESS_STEP = 5


class PhotoSheet(Sheet):
    """Signal `taken(jpeg)`: bytes of at most 60 kB, 480 x 640; None for "without a photo". Nothing on Esc.

    `source` is the counter's camera ("" has none), `current` the photo he has now.
    """

    taken = Signal(object)

    def __init__(self, parent: QWidget, shell: Shell, source: str, current: bytes | None = None) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Foto anggota"),
            text=" ",  # keeps its line; what to do now stands there
            icon="camera",
            accept_text=say(CONTEXT, "Pakai foto"),
        )
        self._shell, self._source, self._current = shell, source, current
        self._camera: Camera | None = None
        self._seen = 0
        self._wish = 0  # rises with every picture asked for: one that comes too late is not shown
        self._still: Frame | None = None
        self._jpeg: bytes | None = None
        self._making = self._stale = self._wanted = False
        self._form = Ui_PhotoForm()
        host = QWidget(self)
        self._form.setupUi(host)
        self.body.addWidget(host)
        self.setMinimumWidth(theme.current().px(SHEET_W_PX))
        self._build()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.field_to_focus(self._form.view if source else self._form.file)
        self._begin()

    def _build(self) -> None:
        form, px = self._form, theme.current().px
        form.stack.setMinimumSize(form.view.sizeHint())  # what stands in it changes, its size does not
        for button, text, icon, key, gesture in (
            (form.again, say(CONTEXT, "Ulangi"), "refresh", "Backspace", self._again),
            (form.file, say(CONTEXT, "Dari berkas …"), "photo", "Ctrl+O", self.choose_file),
            (form.none, say(CONTEXT, "Tanpa foto"), "user", "Ctrl+D", self.without),
            (form.retry, say(CONTEXT, "Coba lagi"), "refresh", "Ctrl+R", self._again),
        ):
            icons.tint(button, icon)
            button.set_text(text)
            button.setToolTip(key)
            button.clicked.connect(gesture)
            QShortcut(QKeySequence(key), self).activated.connect(gesture)  # at once; a button's own waits a moment
        form.take.set_text(say(CONTEXT, "Ambil (Spasi)"))  # a shortcut would take the blank from every other button
        form.result.setFixedSize(px(RESULT_PX[0]), px(RESULT_PX[1]))
        form.result.setAlignment(Qt.AlignmentFlag.AlignCenter)
        form.brightnessWords.setText(say(CONTEXT, "Kecerahan"))
        form.brightness.setRange(-BRIGHTNESS, BRIGHTNESS)
        form.brightness.setPageStep(10)
        form.brightness.setAccessibleName(say(CONTEXT, "Kecerahan"))
        self._hints = [KeyHint(self) for _ in range(3)]
        for hint in self._hints:
            policy = hint.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            hint.setSizePolicy(policy)
            form.hints.addWidget(hint)
        form.view.setAccessibleName(say(CONTEXT, "Gambar kamera"))
        form.view.take_wanted.connect(self.take)
        form.view.crop_changed.connect(self._make)
        form.view.brighter.connect(self._brighter)
        form.brightness.valueChanged.connect(self._make)
        form.take.clicked.connect(self.take)

    # ---- the camera -----------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Look through the camera, from the beginning or once more."""
        self._still = self._jpeg = None
        self._wanted = False
        self._wish += 1
        self._problem("")
        self._form.brightness.setValue(0)
        self._form.view.show_nothing()
        self._form.stack.setCurrentWidget(self._form.view)
        if not self._source:
            self._trouble(say(CONTEXT, "Loket ini tidak memakai kamera. Pilih foto dari berkas."), can_retry=False)
        elif self._camera is None or self._camera.problem() is not None:
            self._let_go()
            self._seen = 0
            self._camera = Camera(self._source)
            self._camera.start()
        self._timer.start()
        self._show_state()

    def _again(self) -> None:
        """Another try: after a picture was taken, or when the camera had nothing to show."""
        if self._still is not None or self._form.stack.currentWidget() is self._form.trouble:
            self._begin()

    def _look(self) -> None:
        """Draw the newest frame, or say why there is none. Never waits."""
        camera = self._camera
        if camera is None or self._still is not None:
            return
        problem, shot = camera.problem(), camera.latest()
        if problem is not None:
            self._lost(problem)
        elif shot is not None and shot.number != self._seen:
            first, self._seen = self._seen == 0, shot.number
            had_face = self._form.view.has_face()
            self._form.view.show_live(shot.frame, shot.face)
            if first or had_face != self._form.view.has_face():
                self._show_state()

    def _lost(self, problem: DeviceError) -> None:
        self._trouble(device_text(problem), can_retry=True)
        self._let_go()
        self._show_state()

    def _trouble(self, sentence: str, *, can_retry: bool) -> None:
        self._form.sentence.set_content("camera", sentence)
        self._form.retry.setVisible(can_retry)
        self._form.stack.setCurrentWidget(self._form.trouble)
        self._form.view.show_nothing()

    def _let_go(self) -> None:
        if self._camera is not None:
            self._camera.close()
            self._camera = None

    def done(self, result: int) -> None:
        self._timer.stop()
        self._wish += 1
        self._still = None
        self._let_go()
        super().done(result)

    # ---- taking ---------------------------------------------------------------------------------------------------

    def take(self) -> None:
        """Keep the frame that is seen now."""
        shot = self._camera.latest() if self._camera is not None else None
        if shot is None or self._still is not None:
            return
        frame = self._still = shot.frame
        self._shell.sounds.play("ok")
        self._show_state()
        self._prepare(lambda: (frame, auto_crop(frame, find_face(frame))))

    def _prepare(self, find: Callable[[], tuple[Frame, Box]]) -> None:
        """Find a still picture and where the photo lies in it, then show both, unless something else is wanted."""
        self._wish += 1
        wish = self._wish
        self._shell.jobs.start(find, lambda found: self._taken(wish, *found), self._failed, owner=self)

    def _taken(self, wish: int, frame: Frame, crop: Box) -> None:
        if wish != self._wish:
            return
        self._still, self._jpeg = frame, None
        self._form.brightness.setValue(0)
        self._form.stack.setCurrentWidget(self._form.view)
        self._form.view.show_still(self._still, crop)
        self._form.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._make()
        self._show_state()

    def choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            say(CONTEXT, "Pilih foto"),
            str(Path.home()),
            say(CONTEXT, "Foto") + " (*.jpg *.jpeg *.png *.webp *.JPG *.JPEG *.PNG)",
        )
        if name:
            self.use_file(Path(name))

    def use_file(self, path: Path) -> None:
        """Make the photo of this file. What is wrong with it is said below the picture."""
        self._problem("")
        self._prepare(lambda: _from_file(path))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, (InvalidInput, StorageError)):
            raise error
        self._problem(error_text(error))

    def without(self) -> None:
        """No photo: the card has a blank in its place."""
        self.taken.emit(None)
        super().accept()

    def accept(self) -> None:
        """Use the photo, as soon as it is made."""
        if self._still is None:
            return
        if self._making or self._jpeg is None:
            self._wanted = True
            return
        self.taken.emit(self._jpeg)
        super().accept()

    # ---- the photo ------------------------------------------------------------------------------------------------

    def _brighter(self, steps: int) -> None:
        self._form.brightness.setValue(self._form.brightness.value() + steps * BRIGHTNESS_STEP)

    def _make(self) -> None:
        """Make the photo as it is framed now; while one is made, only the newest wish waits."""
        frame, crop, brightness = self._still, self._form.view.crop(), self._form.brightness.value()
        if frame is None or crop is None:
            return
        if self._making:
            self._stale = True
            return
        self._making, self._stale = True, False
        self._shell.jobs.start(
            lambda: process(frame, crop=crop, brightness=brightness), self._made, self._not_made, owner=self
        )

    def _made(self, jpeg: bytes) -> None:
        self._making = False
        if self._still is None:
            self._wanted = False
            return  # another one is being taken
        self._jpeg = jpeg
        if self._stale:
            self._make()
            return
        self._show_state()
        if self._wanted:
            self.accept()

    def _not_made(self, error: Exception) -> None:
        self._making = self._wanted = False
        raise error

    # ---- what is said ---------------------------------------------------------------------------------------------

    def jpeg(self) -> bytes | None:
        """The photo as it would be used now."""
        return self._jpeg

    def problem(self) -> str:
        return self._form.problem.text()

    def _problem(self, sentence: str) -> None:
        self._form.problem.setText(sentence)

    def _show_state(self) -> None:
        form, still = self._form, self._still is not None
        live = not still and self._camera is not None and self._seen > 0
        self.set_words(say(CONTEXT, "Foto anggota"), self._what_to_do(still, live))
        self.set_accept_enabled(still)
        form.take.setEnabled(live)
        set_state(form.take, role="plain" if still else "primary")  # one thing to do next
        icons.tint(form.take, "camera", "ink-2" if still else "on-accent")
        form.again.setEnabled(still)
        form.brightness.setEnabled(still)
        shown = self._jpeg if still else self._current
        form.resultWords.setText(say(CONTEXT, "Hasil") if still else say(CONTEXT, "Foto sekarang"))
        picture = QPixmap()
        if shown is not None and picture.loadFromData(shown):
            form.result.setPixmap(_fitting(picture, form.result))
        else:
            form.result.setPixmap(QPixmap())
            form.result.setText("–")
        keys = [
            (say(CONTEXT, "Panah"), say(CONTEXT, "geser bingkai")),
            ("+  −", say(CONTEXT, "perbesar, perkecil")),
            (",  .", say(CONTEXT, "gelapkan, terangkan")),
        ]
        for hint, (key, text) in zip(self._hints, keys, strict=True):
            hint.set_key(key, text)
            hint.setVisible(still)

    def _what_to_do(self, still: bool, live: bool) -> str:
        if still:
            return say(CONTEXT, "Atur bingkai dan kecerahannya, lalu tekan Enter untuk memakai foto ini.")
        if live and self._form.view.has_face():
            return say(CONTEXT, "Wajah sudah di tempatnya. Tekan Spasi untuk mengambil.")
        if live:
            return say(CONTEXT, "Arahkan wajah ke dalam garis, lalu tekan Spasi untuk mengambil.")
        if self._camera is not None:
            return say(CONTEXT, "Membuka kamera …")
        return say(CONTEXT, "Foto dari berkas juga bisa dipakai.")


def _from_file(path: Path) -> tuple[Frame, Box]:
    with translated(path):
        if path.stat().st_size > MOST_FILE_BYTES:
            raise InvalidInput("photo", "photo_too_large")
        content = path.read_bytes()
    frame = decode(content)
    return frame, auto_crop(frame, find_face(frame))


def _fitting(picture: QPixmap, target: QWidget) -> QPixmap:
    ratio = target.devicePixelRatioF()
    scaled = picture.scaled(
        target.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    scaled.setDevicePixelRatio(ratio)
    return scaled
