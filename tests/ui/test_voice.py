"""The spoken greeting: in the visitor's language, or not at all."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject
from pytestqt.qtbot import QtBot

from loket.ui.voice import Voice, find_speaker


class FakeSpeaker:
    def __init__(self, *locales: str) -> None:
        self._locales = [QLocale(name) for name in locales]
        self.done: list[str] = []

    def availableLocales(self) -> list[QLocale]:
        return self._locales

    def setLocale(self, locale: QLocale) -> None:
        self.done.append(locale.name())

    def stop(self) -> None:
        self.done.append("stop")

    def say(self, text: str) -> None:
        self.done.append(text)


def test_it_speaks_with_a_voice_of_the_language(qtbot: QtBot) -> None:
    speaker = FakeSpeaker("en_GB", "id_ID")
    voice = Voice(find=lambda _: speaker)
    assert voice.say("Selamat datang.", "id")
    assert speaker.done == ["stop", "id_ID", "Selamat datang."]
    assert voice.say("Welcome.", "en")
    assert speaker.done[3:] == ["stop", "en_GB", "Welcome."]


def test_without_a_voice_of_the_language_nothing_is_said(qtbot: QtBot) -> None:
    speaker = FakeSpeaker("en_GB")
    voice = Voice(find=lambda _: speaker)
    assert not voice.say("Selamat datang.", "id")
    assert not voice.can_speak("id")
    assert voice.can_speak("en")
    assert speaker.done == []


def test_a_computer_without_speech_is_asked_once(qtbot: QtBot) -> None:
    asked: list[QObject] = []
    voice = Voice(find=lambda parent: asked.append(parent))
    assert not voice.say("Selamat datang.", "id")
    assert not voice.say("Selamat datang.", "id")
    assert asked == [voice]


def test_the_systems_speech_is_never_the_stand_in(qtbot: QtBot) -> None:
    """On a machine without voices there is none; where there are, it is a real one."""
    parent = QObject()
    found = find_speaker(parent)
    assert found is None or found.engine() != "mock"  # type: ignore[attr-defined]
