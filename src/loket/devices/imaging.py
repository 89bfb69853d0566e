"""Pictures of members: read, cut to three by four around the face, made small. A help for the eye, nothing more.

A face is looked for to place the frame. What is found is a rectangle, used at once and kept nowhere: no measure of a
face is computed or stored, so no photo can be searched by (UU 27/2022: biometric data is of a special kind).
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from loket.devices.opencv import cv2, face_cascade
from loket.domain.errors import InvalidInput

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL import Image

    Frame = NDArray[np.uint8]  # rows x columns x (blue, green, red)

PHOTO_W, PHOTO_H = 480, 640  # three by four, as a pas foto
MOST_BYTES = 60_000
BRIGHTNESS = 50  # the most, either way
FIELD = "photo"
FORMATS = ("JPEG", "PNG", "WEBP")
LEAST_PX = 120  # the shorter side of a picture one can recognise somebody on
MOST_PIXELS = 80_000_000  # more than any telephone takes; a file that unpacks to more is not meant well
MOST_FILE_BYTES = 40_000_000
_WORK_PX = 2_400  # longer side worked on: plenty for a photo of 640
_QUALITIES = (92, 86, 80, 72, 64, 55, 45, 35, 25, 15, 8)
_SEARCH_PX = 320  # faces are looked for in a small copy: a few milliseconds
# A pas foto: the head fills somewhat more than half the height, with room above the hair.
_HEIGHT_PER_FACE, _FACE_CENTRE_AT = 2.3, 0.44
_cascades = threading.local()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels of a frame: left, top, width, height."""

    x: int
    y: int
    w: int
    h: int


def decode(data: bytes) -> Frame:
    """A picture file as a frame, the right way up.

    Raises InvalidInput on "photo": "photo_not_image", "photo_too_small", "photo_too_large". The size is read from the
    file's head before anything is unpacked.
    """
    from PIL import Image, ImageOps

    if len(data) > MOST_FILE_BYTES:
        raise InvalidInput(FIELD, "photo_too_large")
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as picture:
            _demand_size(picture)
            picture.draft("RGB", (_WORK_PX, _WORK_PX))  # a large JPEG is unpacked at a half or a quarter
            upright = ImageOps.exif_transpose(picture)
            return _as_frame(upright)
    except Image.DecompressionBombError as error:
        raise InvalidInput(FIELD, "photo_too_large") from error
    except (OSError, ValueError, SyntaxError) as error:  # what Pillow raises for a file that is none or breaks off
        raise InvalidInput(FIELD, "photo_not_image") from error


def _demand_size(picture: Image.Image) -> None:
    if min(picture.size) < LEAST_PX:
        raise InvalidInput(FIELD, "photo_too_small", least=LEAST_PX)
    if picture.size[0] * picture.size[1] > MOST_PIXELS:
        raise InvalidInput(FIELD, "photo_too_large")


def _as_frame(picture: Image.Image) -> Frame:
    import numpy as np
    from PIL import Image

    if picture.has_transparency_data:
        white = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(white, picture.convert("RGBA"))
    picture = picture.convert("RGB")
    picture.thumbnail((_WORK_PX, _WORK_PX))
    return np.ascontiguousarray(np.asarray(picture)[:, :, ::-1])


def find_face(frame: Frame) -> Box | None:
    """The largest face that looks this way; None when there is none. A few milliseconds; any thread."""
    module = cv2()
    height, width = frame.shape[:2]
    scale = min(1.0, _SEARCH_PX / max(height, width))
    grey = module.cvtColor(frame, module.COLOR_BGR2GRAY)
    small = module.resize(grey, None, fx=scale, fy=scale, interpolation=module.INTER_AREA)
    found = _cascade().detectMultiScale(module.equalizeHist(small), 1.1, 4, minSize=(36, 36))
    if len(found) == 0:
        return None
    x, y, w, h = max(found, key=lambda box: int(box[2]))
    return Box(*(round(int(value) / scale) for value in (x, y, w, h)))


def _cascade() -> Any:
    if not hasattr(_cascades, "face"):
        _cascades.face = face_cascade()
    return _cascades.face


def auto_crop(frame: Frame, face: Box | None) -> Box:
    """Head and shoulders in three by four around the face; the middle of the picture when there is no face."""
    height, width = frame.shape[:2]
    largest = min(height, width * PHOTO_H // PHOTO_W)
    if face is None:
        return _placed(width, height, width / 2, height / 2, largest)
    wanted = min(face.h * _HEIGHT_PER_FACE, largest)
    middle = face.y + face.h / 2 + wanted * (0.5 - _FACE_CENTRE_AT)
    return _placed(width, height, face.x + face.w / 2, middle, wanted)


def fitted(frame: Frame, box: Box) -> Box:
    """The box in three by four, inside the frame: its middle and height stay as far as they can."""
    height, width = frame.shape[:2]
    least, largest = min(LEAST_PX, height), min(height, width * PHOTO_H // PHOTO_W)
    return _placed(width, height, box.x + box.w / 2, box.y + box.h / 2, min(max(box.h, least), largest))


def _placed(width: int, height: int, middle_x: float, middle_y: float, wanted: float) -> Box:
    h = max(1, min(round(wanted), height))
    w = max(1, min(round(h * PHOTO_W / PHOTO_H), width))
    x, y = round(middle_x - w / 2), round(middle_y - h / 2)
    return Box(min(max(x, 0), width - w), min(max(y, 0), height - h), w, h)


def process(image: bytes | Frame, *, crop: Box | None = None, brightness: int = 0) -> bytes:
    """A member's photo: cut, brightened, 480 x 640, a JPEG of at most 60 kB without the camera's notes.

    `crop` None: around the face. `brightness` from -50 to +50. Raises InvalidInput as `decode`.
    """
    frame = decode(image) if isinstance(image, bytes) else image
    box = fitted(frame, crop) if crop is not None else auto_crop(frame, find_face(frame))
    part = frame[box.y : box.y + box.h, box.x : box.x + box.w]
    module = cv2()
    shrinks = box.h > PHOTO_H
    sized = module.resize(part, (PHOTO_W, PHOTO_H), interpolation=module.INTER_AREA if shrinks else module.INTER_CUBIC)
    return _small_jpeg(_brightened(sized, brightness))


def _brightened(frame: Frame, brightness: int) -> Frame:
    """By a curve that leaves black black and white white: a face in the dark comes out, the wall is not burnt."""
    import numpy as np

    if brightness == 0:
        return frame
    gamma = 2.0 ** (-max(-BRIGHTNESS, min(BRIGHTNESS, brightness)) / BRIGHTNESS)
    curve = np.array([round(255 * (value / 255) ** gamma) for value in range(256)], dtype=np.uint8)
    made: Frame = cv2().LUT(frame, curve)
    return made


def _small_jpeg(frame: Frame) -> bytes:
    """The best quality that fits; the last one fits whatever the picture holds."""
    module = cv2()
    for quality in _QUALITIES:
        _, packed = module.imencode(".jpg", frame, [module.IMWRITE_JPEG_QUALITY, quality])
        if len(packed) <= MOST_BYTES:
            break
    return bytes(packed)
