"""Photos: read safely, framed around the face, small, and never more than a picture."""

from __future__ import annotations

import contextlib
import re
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from faces import jpeg, person
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from loket.devices import imaging
from loket.devices.imaging import MOST_BYTES, PHOTO_H, PHOTO_W, Box, auto_crop, decode, find_face, fitted, process
from loket.domain.errors import InvalidInput

ROOT = Path(__file__).resolve().parents[2]


def opened(photo: bytes) -> Image.Image:
    picture = Image.open(BytesIO(photo))
    picture.load()
    return picture


def packed(picture: Image.Image, form: str, **more: Any) -> bytes:
    out = BytesIO()
    picture.save(out, form, **more)
    return out.getvalue()


def png_of_size(width: int, height: int) -> bytes:
    """A PNG that says it is so large, in a few hundred bytes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(64))) + chunk(b"IEND", b"")


# ---- reading --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_the_usual_files_are_read_in_their_colours(form: str) -> None:
    frame = decode(packed(Image.new("RGB", (200, 150), (250, 40, 10)), form))
    assert frame.shape == (150, 200, 3)
    blue, green, red = (int(value) for value in frame[75, 100])
    assert red > 230
    assert green < 60
    assert blue < 40


def test_a_picture_on_its_side_is_put_upright() -> None:
    picture = Image.new("RGB", (300, 200), "white")
    picture.paste((0, 0, 0), (0, 0, 60, 200))  # the left edge is dark
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it by 90 degrees to the right
    frame = decode(packed(picture, "JPEG", exif=exif))
    assert frame.shape == (300, 200, 3)
    assert frame[20, 100].mean() < 40  # now the upper edge
    assert frame[280, 100].mean() > 220


def test_a_see_through_ground_becomes_white() -> None:
    frame = decode(packed(Image.new("RGBA", (200, 200), (0, 0, 0, 0)), "PNG"))
    assert frame.min() == 255


@pytest.mark.parametrize("data", [b"", b"bukan gambar", b"%PDF-1.7", packed(Image.new("RGB", (200, 200)), "BMP")])
def test_what_is_no_photo_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidInput) as refused:
        decode(data)
    assert (refused.value.field, refused.value.code) == ("photo", "photo_not_image")


def test_half_a_file_is_refused() -> None:
    whole = jpeg(person(640, 480))
    with pytest.raises(InvalidInput, match="photo_not_image"):
        decode(whole[: len(whole) // 2])


def test_a_stamp_is_too_small() -> None:
    with pytest.raises(InvalidInput) as refused:
        decode(packed(Image.new("RGB", (400, 119)), "PNG"))
    assert (refused.value.code, refused.value.params) == ("photo_too_small", {"least": 120})


def test_a_small_file_that_unpacks_to_gigabytes_is_not_unpacked() -> None:
    bomb = png_of_size(40_000, 40_000)
    assert len(bomb) < 200
    with pytest.raises(InvalidInput, match="photo_too_large"):
        decode(bomb)
    with pytest.raises(InvalidInput, match="photo_too_large"):
        decode(png_of_size(9_900, 9_000))  # Pillow alone would only warn


def test_a_file_of_many_megabytes_is_not_even_looked_at() -> None:
    with pytest.raises(InvalidInput, match="photo_too_large"):
        decode(bytes(imaging.MOST_FILE_BYTES + 1))


def test_a_large_photo_of_a_telephone_is_worked_on_smaller() -> None:
    frame = decode(packed(Image.new("RGB", (6000, 4000), "grey"), "JPEG"))
    assert max(frame.shape) <= 3000


@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    exif = Image.Exif()
    exif[0x0112] = 3
    whole = bytearray(
        packed(Image.new("RGB", (160, 160), "white"), data.draw(st.sampled_from(["JPEG", "PNG"])), exif=exif)
    )
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(InvalidInput):
        assert decode(bytes(whole)).ndim == 3


# ---- framing --------------------------------------------------------------------------------------------------------


def test_a_face_is_found_where_it_was_drawn() -> None:
    face = find_face(person(1280, 720, face_h=280, at=(0.3, 0.5)))
    assert face is not None
    assert abs(face.x + face.w / 2 - 0.3 * 1280) < 40
    assert abs(face.y + face.h / 2 - 0.5 * 720) < 40


def test_no_face_no_box() -> None:
    assert find_face(np.full((480, 640, 3), 120, np.uint8)) is None


def test_the_larger_of_two_faces_is_the_one_in_front() -> None:
    frame = person(1280, 720, face_h=320, at=(0.28, 0.5))
    frame[:, 800:] = person(1280, 720, face_h=200, at=(0.8, 0.5))[:, 800:]
    face = find_face(frame)
    assert face is not None
    assert face.x < 640


def test_head_and_shoulders_with_the_face_above_the_middle() -> None:
    frame = person(1280, 720, face_h=240, at=(0.6, 0.42))
    face = find_face(frame)
    assert face is not None
    box = auto_crop(frame, face)
    assert abs(box.w / box.h - 3 / 4) < 0.01
    assert box.y < face.y
    assert box.y + box.h > face.y + face.h * 1.4
    assert 0.36 < (face.y + face.h / 2 - box.y) / box.h < 0.5
    assert abs(box.x + box.w / 2 - face.x - face.w / 2) <= 2


def test_without_a_face_the_middle() -> None:
    assert auto_crop(np.zeros((720, 1280, 3), np.uint8), None) == Box(370, 0, 540, 720)
    assert auto_crop(np.zeros((900, 300, 3), np.uint8), None) == Box(0, 250, 300, 400)


sizes = st.integers(120, 2000)


@given(
    sizes,
    sizes,
    *(st.integers(-3000, 3000) for _ in range(2)),
    *(st.integers(1, 4000) for _ in range(2)),
)
def test_every_box_is_in_the_frame_and_three_by_four(width: int, height: int, x: int, y: int, w: int, h: int) -> None:
    frame = np.broadcast_to(np.zeros((1, 1, 3), np.uint8), (height, width, 3))
    for box in (fitted(frame, Box(x, y, w, h)), auto_crop(frame, Box(x, y, w, h)), auto_crop(frame, None)):
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.w <= width
        assert box.y + box.h <= height
        assert abs(box.w - box.h * 3 / 4) <= 1


# ---- the photo ------------------------------------------------------------------------------------------------------


def test_a_photo_is_three_by_four_and_small_and_says_nothing_of_the_camera() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Kamera Contoh"
    source = packed(Image.fromarray(person()[:, :, ::-1]), "JPEG", exif=exif)
    photo = opened(process(source))
    assert photo.size == (PHOTO_W, PHOTO_H) == (480, 640)
    assert photo.format == "JPEG"
    assert len(process(source)) <= MOST_BYTES
    assert not photo.getexif()


def test_the_automatic_frame_holds_the_face() -> None:
    frame = person(1280, 720, face_h=240, at=(0.25, 0.45))
    face = find_face(decode(process(frame)))
    assert face is not None
    assert face.h > 200  # large in the photo, wherever it was in the room
    assert abs(face.x + face.w / 2 - PHOTO_W / 2) < 30


def test_a_frame_by_hand_is_kept() -> None:
    frame = np.full((600, 800, 3), 255, np.uint8)
    frame[:, :400] = 0
    assert np.asarray(opened(process(frame, crop=Box(0, 0, 300, 400)))).max() < 10
    assert np.asarray(opened(process(frame, crop=Box(500, 100, 300, 400)))).min() > 245


@pytest.mark.parametrize("seed", range(3))
def test_the_worst_picture_is_small_too(seed: int) -> None:
    noise = np.random.default_rng(seed).integers(0, 256, (640, 480, 3), dtype=np.uint8)
    assert len(process(noise)) <= MOST_BYTES


def test_a_plain_picture_keeps_the_best_quality() -> None:
    """The quality goes down only as far as it must."""
    assert opened(process(person())).quantization == opened(jpeg(person(480, 640), quality=92)).quantization


@pytest.mark.parametrize(("brightness", "brighter"), [(50, True), (20, True), (-20, False), (-50, False)])
def test_brightness_goes_both_ways_and_leaves_black_and_white(brightness: int, brighter: bool) -> None:
    frame = np.full((640, 480, 3), 100, np.uint8)
    frame[:20], frame[-20:] = 0, 255
    plain = np.asarray(opened(process(frame, crop=Box(0, 0, 480, 640)))).astype(int)
    made = np.asarray(opened(process(frame, crop=Box(0, 0, 480, 640), brightness=brightness))).astype(int)
    change = float(made[300, 200].mean() - plain[300, 200].mean())
    assert change > 10 if brighter else change < -10
    assert made[5].mean() < 10
    assert made[-5].mean() > 245


def test_the_same_picture_gives_the_same_photo() -> None:
    assert process(jpeg(person())) == process(jpeg(person()))


def test_opencv_is_imported_in_one_place() -> None:
    """The others ask `devices.opencv`, which imports it by its name; the self-test looks at the package as it is."""
    sources = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py")}
    assert sorted(name for name, text in sources.items() if re.search(r"^\s*import cv2", text, re.M)) == ["selftest.py"]
    assert [name for name, text in sources.items() if 'import_module("cv2")' in text] == ["opencv.py"]
