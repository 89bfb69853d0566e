"""Short sounds beside each answer. A machine without loudspeakers stays silent and says nothing about it."""

import logging
from functools import cache
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QLoggingCategory, QObject, QUrl

from loket.devices import resources

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

log = logging.getLogger(__name__)
SoundName = Literal["ok", "return", "refused", "warning", "attention"]
NAMES: tuple[SoundName, ...] = ("ok", "return", "refused", "warning", "attention")


class Sounds(QObject):
    """Plays the counter's sounds. The sound system is loaded at the first sound, not at the start of the program."""

    def __init__(self, parent: QObject | None = None, *, volume: float = 0.6, muted: bool = False) -> None:
        super().__init__(parent)
        self._volume = volume
        self._muted = muted
        self._effects: dict[str, QSoundEffect] = {}

    @property
    def volume(self) -> float:
        return self._volume

    @property
    def muted(self) -> bool:
        return self._muted

    def set_volume(self, volume: float) -> None:
        """From 0 to 1; anything beyond is taken as the nearest of the two."""
        self._volume = min(max(volume, 0.0), 1.0)
        for effect in self._effects.values():
            effect.setVolume(self._volume)

    def set_muted(self, muted: bool) -> None:
        self._muted = muted

    def play(self, name: SoundName) -> None:
        """Start the sound and return at once. Raises KeyError for a name that does not exist."""
        if name not in NAMES:
            raise KeyError(name)
        if self._muted or not _has_loudspeaker():
            return
        effect = self._effects.get(name) or self._load(name)
        effect.stop()  # a sound still playing gives way to the newer answer
        effect.play()

    def prepare(self) -> None:
        """Load what playing needs, so that the first answer does not wait for it."""
        if _has_loudspeaker():
            for name in NAMES:
                if name not in self._effects:
                    self._load(name)

    def _load(self, name: SoundName) -> "QSoundEffect":
        from PySide6.QtMultimedia import QSoundEffect

        effect = QSoundEffect(self)
        effect.setSource(QUrl.fromLocalFile(str(resources.path("sounds", f"{name}.wav"))))
        effect.setVolume(self._volume)
        self._effects[name] = effect
        return effect


@cache
def _has_loudspeaker() -> bool:
    """Is there anything to play on? Asked once: a missing library or device means silence until the next start."""
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")  # it reports every library it looked for in vain
    try:
        from PySide6.QtMultimedia import QMediaDevices

        found = bool(QMediaDevices.audioOutputs())
    except ImportError as error:
        log.info("no sound: %s", error)
        return False
    if not found:
        log.info("no sound: this machine has no audio output")
    return found
