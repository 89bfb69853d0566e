"""A spoken greeting, by the voices the computer itself has. Nothing is sent anywhere.

Windows has voices of its own; Indonesian is one of them where its speech pack was added in the system's settings, on
Linux where speech-dispatcher and a synthesiser are installed. Without a voice of the language nothing is spoken: an
English voice that reads Indonesian names is no greeting.
"""

from __future__ import annotations

import ctypes.util
import logging
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QLocale, QObject

from loket.ui.format import Language

log = logging.getLogger(__name__)
LOCALES = {"id": QLocale.Language.Indonesian, "en": QLocale.Language.English}
NOT_REAL = frozenset({"mock"})  # Qt's stand-in for tests says nothing
NEEDS = {"speechd": "speechd"}  # engine → the system library without which Qt complains of it loudly


class Speaker(Protocol):
    """What is used of QTextToSpeech."""

    def availableLocales(self) -> Sequence[QLocale]: ...

    def setLocale(self, locale: QLocale) -> None: ...

    def stop(self) -> None: ...

    def say(self, text: str) -> None: ...


Find = Callable[[QObject], Speaker | None]


class Voice(QObject):
    """Speaks where it can. The speech system is looked for at the first greeting, not at the start of the program."""

    def __init__(self, parent: QObject | None = None, *, find: Find | None = None) -> None:
        super().__init__(parent)
        self._find = find or find_speaker
        self._speaker: Speaker | None = None
        self._looked = False
        self._locales: dict[str, QLocale | None] = {}

    def say(self, text: str, language: Language) -> bool:
        """Begin to speak and return at once. False: this computer has no voice for that language."""
        locale = self._locale(language)
        if locale is None or self._speaker is None:
            return False
        self._speaker.stop()  # the newer greeting counts
        self._speaker.setLocale(locale)
        self._speaker.say(text)
        return True

    def can_speak(self, language: Language) -> bool:
        return self._locale(language) is not None

    def _locale(self, language: Language) -> QLocale | None:
        if not self._looked:
            self._looked, self._speaker = True, self._find(self)
        if self._speaker is None:
            return None
        if language not in self._locales:
            known = self._speaker.availableLocales()
            self._locales[language] = next((one for one in known if one.language() == LOCALES[language]), None)
        return self._locales[language]


def find_speaker(parent: QObject) -> Speaker | None:
    """The system's own speech, when it is there and ready."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError as error:
        log.info("no voice: %s", error)
        return None
    for engine in QTextToSpeech.availableEngines():
        if engine in NOT_REAL or (engine in NEEDS and ctypes.util.find_library(NEEDS[engine]) is None):
            continue
        speaker: Any = QTextToSpeech(engine, parent)
        if speaker.state() != QTextToSpeech.State.Error:
            return speaker  # type: ignore[no-any-return]
        log.info("no voice from %s: %s", engine, speaker.errorString())
    return None
