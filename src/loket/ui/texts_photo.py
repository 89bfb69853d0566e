"""Sentences of taking photos and of the camera."""

from __future__ import annotations

from loket.domain.errors import DeviceError
from loket.ui import texts
from loket.ui.texts import QT_TRANSLATE_NOOP, say

CONTEXT = "Photo"

INVALID_TEXT: dict[str, str] = {
    "photo_not_image": QT_TRANSLATE_NOOP("invalid", "Berkas ini bukan foto JPG, PNG, atau WebP yang utuh. Pilih lain."),
    "photo_too_small": QT_TRANSLATE_NOOP("invalid", "Foto ini terlalu kecil; sisi pendeknya minimal {least} titik."),
    "photo_too_large": QT_TRANSLATE_NOOP("invalid", "Foto ini terlalu besar. Kecilkan dahulu, lalu pilih lagi."),
}
texts.add_invalid(INVALID_TEXT)

TROUBLES: dict[str, str] = {
    "camera_missing": QT_TRANSLATE_NOOP(
        "Photo", "Kamera tidak ditemukan. Periksa kabelnya, atau pilih kamera lain di Pengaturan › Perangkat."
    ),
    "camera_busy": QT_TRANSLATE_NOOP(
        "Photo", "Kamera tidak memberi gambar; mungkin sedang dipakai program lain. Tutup program itu dahulu."
    ),
    "camera_lost": QT_TRANSLATE_NOOP("Photo", "Kamera terputus. Sambungkan lagi kabelnya."),
}


def device_text(error: DeviceError) -> str:
    """What is the matter with the camera, and what to do before trying again."""
    return say(CONTEXT, TROUBLES[error.code])
