"""Sentences of taking photos and of the camera."""

from __future__ import annotations

from collections.abc import Iterator

from loket.devices.imaging import LEAST_PX
from loket.domain.errors import DeviceError
from loket.services.photos import PhotoImport
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


# ---- a folder of photos ---------------------------------------------------------------------------------------------

LISTED = 300  # file names; whoever has more to put right than this begins with these
UNREADABLE: dict[str, str] = {
    "photo_not_image": QT_TRANSLATE_NOOP("Photo", "bukan foto JPG, PNG, atau WebP yang utuh"),
    "photo_too_small": QT_TRANSLATE_NOOP("Photo", "terlalu kecil; sisi pendeknya minimal {least} titik"),
    "photo_too_large": QT_TRANSLATE_NOOP("Photo", "terlalu besar; kecilkan dahulu"),
}


def import_counts(report: PhotoImport) -> list[tuple[int, str]]:
    """How many files came to what, in words to stand behind the figure; what needs no attention first."""
    return [
        (len(report.taken), say(CONTEXT, "foto diambil")),
        (len(report.same), say(CONTEXT, "sudah sama dengan fotonya")),
        (len(report.unknown), say(CONTEXT, "nomor tidak dikenal")),
        (len(report.unreadable), say(CONTEXT, "tidak terbaca")),
        (len(report.doubled), say(CONTEXT, "dobel")),
    ]


def import_list(report: PhotoImport) -> str:
    """The files by name, those to be put right first, each kind under the reason; at most `LISTED` names."""
    lines: list[str] = []
    left = LISTED
    for why, names in _kinds(report):
        if names and left > 0:
            lines += [why, *(f"    {name}" for name in names[:left]), ""]
        left -= len(names)
    if left < 0:
        lines.append(say(CONTEXT, "… dan {count} berkas lagi.", count=-left))
    return "\n".join(lines).rstrip()


def _kinds(report: PhotoImport) -> Iterator[tuple[str, list[str]]]:
    yield (
        say(
            CONTEXT, "Nomor tidak dikenal: tidak ada anggota bernomor ini, atau lebih dari satu. Betulkan nama berkas."
        ),
        report.unknown,
    )
    unreadable = [f"{name}: {say(CONTEXT, UNREADABLE[code], least=LEAST_PX)}" for name, code in report.unreadable]
    yield say(CONTEXT, "Tidak terbaca:"), unreadable
    yield say(CONTEXT, "Dobel: foto lain untuk nomor ini sudah dipakai."), report.doubled
    yield say(CONTEXT, "Diambil:"), report.taken
    yield say(CONTEXT, "Sudah sama; tidak ada yang diubah:"), report.same
