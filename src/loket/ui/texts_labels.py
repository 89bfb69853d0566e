"""Sentences of printing barcode labels. Apart from the catalogue's: reportlab is loaded when labels are made."""

from __future__ import annotations

from loket.reports.labels import LabelTooNarrow, LayoutError, UnprintableCodeError
from loket.ui.texts import QT_TRANSLATE_NOOP, say

CONTEXT = "Labels"

LAYOUT_ERRORS: dict[str, str] = {
    "labels_wider_than_page": QT_TRANSLATE_NOOP(
        "Labels", "Tata letak “{layout}” lebih lebar ({need_mm} mm) daripada kertasnya ({have_mm} mm)."
    ),
    "labels_higher_than_page": QT_TRANSLATE_NOOP(
        "Labels", "Tata letak “{layout}” lebih tinggi ({need_mm} mm) daripada kertasnya ({have_mm} mm)."
    ),
    "contents_higher_than_label": QT_TRANSLATE_NOOP(
        "Labels", "Isi label “{layout}” perlu {need_mm} mm, tingginya hanya {have_mm} mm."
    ),
    "bad_measure": QT_TRANSLATE_NOOP("Labels", "Ukuran {field} di tata letak “{layout}” tidak masuk akal."),
    "unreadable": QT_TRANSLATE_NOOP("Labels", "Berkas tata letak “{layout}” tidak terbaca: {reason}"),
    "wrong_entries": QT_TRANSLATE_NOOP("Labels", "Isian tata letak “{layout}” tidak lengkap atau salah tulis."),
}


def label_error_text(error: Exception) -> str:
    """Why a sheet of labels cannot be made; raises anything else again."""
    if isinstance(error, LabelTooNarrow):
        return say(
            CONTEXT,
            "Kode {barcode} perlu label selebar {need} mm. Pilih tata letak dengan label yang lebih lebar.",
            barcode=error.barcode,
            need=f"{error.need_mm:.0f}",
        )
    if isinstance(error, UnprintableCodeError):
        return say(CONTEXT, "Kode “{barcode}” tidak bisa dicetak. Beri label baru dahulu.", barcode=error.barcode)
    if isinstance(error, LayoutError):
        values = {name: str(value) for name, value in error.params.items()}
        return say(CONTEXT, LAYOUT_ERRORS[error.code], layout=error.layout, **values)
    raise error
