"""A drawn person in front of a wall, whom the face guide takes for one: no real face is in any file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from loket.devices.opencv import cv2

WALL, SKIN, SHADE, DARK, CLOTH = (206, 200, 190), (150, 180, 222), (110, 140, 185), (40, 42, 48), (120, 92, 60)


def person(width: int = 1280, height: int = 720, *, face_h: int = 280, at: tuple[float, float] = (0.5, 0.45)) -> Any:
    """A frame with a drawn person; `at` is the middle of the face as a part of the frame."""
    module = cv2()
    frame = np.full((height, width, 3), WALL, np.uint8)
    x, y, unit = round(width * at[0]), round(height * at[1]), face_h / 100

    def oval(middle: tuple[float, float], half: tuple[float, float], colour: tuple[int, int, int]) -> None:
        centre = (round(x + middle[0] * unit), round(y + middle[1] * unit))
        module.ellipse(frame, centre, (round(half[0] * unit), round(half[1] * unit)), 0, 0, 360, colour, -1)

    oval((0, 130), (95, 62), CLOTH)
    oval((0, 60), (20, 32), SHADE)
    oval((0, -14), (44, 54), DARK)  # hair
    oval((0, 2), (38, 50), SKIN)
    for side in (-1, 1):
        oval((side * 17, -8), (12, 8), SHADE)  # eye sockets lie deeper than brow and cheek
        oval((side * 17, -16), (12, 2.4), DARK)
        oval((side * 17, -6), (7.5, 3.8), (235, 235, 235))
        oval((side * 17, -6), (3.8, 3.8), DARK)
        oval((side * 5, 17), (3, 2), SHADE)
    oval((0, 6), (3.5, 12), (165, 195, 235))
    oval((0, 31), (15, 4.2), (90, 95, 170))
    oval((0, 30.2), (14, 1), DARK)
    return module.GaussianBlur(frame, (0, 0), max(0.8, unit * 1.2))


def video(path: Path, *, frames: int = 40, **drawn: Any) -> Path:
    """A film of the drawn person swaying a little; a counter in the corner makes every frame another."""
    module = cv2()
    first = person(**drawn)
    height, width = first.shape[:2]
    writer = module.VideoWriter(str(path), module.VideoWriter_fourcc(*"MJPG"), 25.0, (width, height))
    for number in range(frames):
        shift = np.float32([[1, 0, 6 * np.sin(number / 6)], [0, 1, 0]])
        frame = module.warpAffine(first, shift, (width, height), borderMode=module.BORDER_REPLICATE)
        module.rectangle(frame, (0, 0), (number * 4, 8), DARK, -1)
        writer.write(frame)
    writer.release()
    return path


def jpeg(frame: Any, quality: int = 90) -> bytes:
    module = cv2()
    _, packed = module.imencode(".jpg", frame, [module.IMWRITE_JPEG_QUALITY, quality])
    return bytes(packed)
