"""Sounds: small files, told apart, silent where there is nothing to play on."""

import subprocess
import sys
import wave
from itertools import combinations

import pytest
from pytestqt.qtbot import QtBot

from loket.devices import resources
from loket.ui import sounds


def pitch_pattern(name: str) -> list[int]:
    """Zero crossings in each tenth of the sound: its pattern of pitch."""
    with wave.open(str(resources.path("sounds", f"{name}.wav")), "rb") as file:
        frames = file.readframes(file.getnframes())
    samples = memoryview(frames).cast("h")
    step = len(samples) // 10
    return [
        sum(samples[at] <= 0 < samples[at + 1] for at in range(part * step, (part + 1) * step - 1))
        for part in range(10)
    ]


def test_every_sound_is_short_and_small() -> None:
    for name in sounds.NAMES:
        file = resources.path("sounds", f"{name}.wav")
        assert file.stat().st_size <= 20_000
        with wave.open(str(file), "rb") as sound:
            assert sound.getnframes() / sound.getframerate() < 0.6


def test_no_two_sounds_have_the_same_pattern() -> None:
    patterns = {name: pitch_pattern(name) for name in sounds.NAMES}
    for first, second in combinations(sounds.NAMES, 2):
        assert sum(abs(a - b) for a, b in zip(patterns[first], patterns[second], strict=True)) > 20, (first, second)


def test_done_rises_and_home_falls() -> None:
    assert pitch_pattern("ok")[1] < pitch_pattern("ok")[6]
    assert pitch_pattern("return")[1] > pitch_pattern("return")[6]


def test_without_a_loudspeaker_playing_is_quiet_and_harmless(qtbot: QtBot, capfd: pytest.CaptureFixture[str]) -> None:
    player = sounds.Sounds(volume=2.0)
    player.set_volume(7)
    assert player.volume == 1.0
    for name in sounds.NAMES:
        player.play(name)
    qtbot.wait(1)
    assert capfd.readouterr().err == ""
    with pytest.raises(KeyError):
        player.play("fanfare")  # type: ignore[arg-type]


def test_a_muted_counter_does_not_even_load_the_sound_system() -> None:
    code = (
        "import sys; from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
        "from loket.ui.sounds import Sounds; Sounds(muted=True).play('ok');"
        "assert 'PySide6.QtMultimedia' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=_environment())
    assert done.returncode == 0, done.stderr


def _environment() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": "src"}


@pytest.mark.parametrize(("loudspeaker", "loaded"), [(True, set(sounds.NAMES)), (False, set())])
def test_prepared_sounds_are_loaded_before_the_first_answer(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, loudspeaker: bool, loaded: set[str]
) -> None:
    monkeypatch.setattr(sounds, "_has_loudspeaker", lambda: loudspeaker)
    asked: list[str] = []
    player = sounds.Sounds()
    monkeypatch.setattr(player, "_load", asked.append)
    player.prepare()
    assert set(asked) == loaded
