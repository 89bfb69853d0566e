"""Make the counter's five sounds, `resources/sounds/*.wav`, from notes. Run by hand after changing a pattern.

They are told apart by their pattern of pitch, not by loudness: up = done, one low knock twice = no, and so on, so that
they are understood at low volume, without looking, and by people who hear high notes badly (all below 1.2 kHz).
"""

import math
import struct
import wave
from pathlib import Path

RATE = 16_000  # samples per second, 8 kB for a quarter of a second
TARGET = Path(__file__).resolve().parents[1] / "resources" / "sounds"
REST = 0.0
PATTERNS: dict[str, list[tuple[float, float]]] = {  # name: (Hz, seconds) one after the other
    "ok": [(659.3, 0.07), (987.8, 0.13)],  # rising fifth: lent, taken, saved
    "return": [(784.0, 0.07), (523.3, 0.15)],  # falling: it has come home
    "refused": [(246.9, 0.13), (REST, 0.05), (246.9, 0.22)],  # low, twice: the rule says no
    "warning": [
        (587.3, 0.09),
        (REST, 0.03),
        (587.3, 0.09),
        (REST, 0.03),
        (698.5, 0.16),
    ],  # same, same, up: done, but look
    "attention": [
        (880.0, 0.1),
        (REST, 0.04),
        (659.3, 0.1),
        (REST, 0.04),
        (880.0, 0.1),
    ],  # high low high: decide something
}


def tone(pitch_hz: float, seconds: float) -> list[float]:
    """One soft note: a sine with a little octave above, fading in over 6 ms and out to the end."""
    length = int(RATE * seconds)
    samples = []
    for index in range(length):
        at = index / RATE
        rise = min(1.0, at / 0.006)
        fall = min(1.0, (length - index) / (RATE * 0.04)) * math.exp(-3.0 * at)
        wanted = math.sin(2 * math.pi * pitch_hz * at) + 0.25 * math.sin(4 * math.pi * pitch_hz * at)
        samples.append(0.6 * rise * fall * wanted if pitch_hz else 0.0)
    return samples


def write(name: str, notes: list[tuple[float, float]]) -> Path:
    samples = [sample for pitch, seconds in notes for sample in tone(pitch, seconds)]
    target = TARGET / f"{name}.wav"
    with wave.open(str(target), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(struct.pack("<h", round(sample * 32_000)) for sample in samples))
    return target


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, notes in PATTERNS.items():
        print(write(name, notes).name)
