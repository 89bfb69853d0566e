"""The words and columns of the catalogue page."""

from __future__ import annotations

from loket.db.queries import TitleHit
from loket.services.catalogue import ItemLine, Saved
from loket.ui.format import count, rupiah
from loket.ui.tables import Column
from loket.ui.texts import QT_TRANSLATE_NOOP, kind_word, language, say
from loket.ui.texts_catalogue import CONTEXT, item_state_text

LABELS: dict[str, str] = {
    "title": QT_TRANSLATE_NOOP("Catalogue", "Judul"),
    "authors": QT_TRANSLATE_NOOP("Catalogue", "Pengarang"),
    "isbn": QT_TRANSLATE_NOOP("Catalogue", "ISBN"),
    "publisher": QT_TRANSLATE_NOOP("Catalogue", "Penerbit"),
    "publish_place": QT_TRANSLATE_NOOP("Catalogue", "Tempat terbit"),
    "publish_year": QT_TRANSLATE_NOOP("Catalogue", "Tahun"),
    "call_number": QT_TRANSLATE_NOOP("Catalogue", "Nomor panggil"),
    "ddc_class": QT_TRANSLATE_NOOP("Catalogue", "Klasifikasi"),
    "edition": QT_TRANSLATE_NOOP("Catalogue", "Edisi"),
    "subjects": QT_TRANSLATE_NOOP("Catalogue", "Subjek"),
    "language": QT_TRANSLATE_NOOP("Catalogue", "Bahasa"),
    "responsibility": QT_TRANSLATE_NOOP("Catalogue", "Pernyataan tanggung jawab"),
    "material": QT_TRANSLATE_NOOP("Catalogue", "Jenis bahan"),
    "collation": QT_TRANSLATE_NOOP("Catalogue", "Deskripsi fisik"),
    "series": QT_TRANSLATE_NOOP("Catalogue", "Seri"),
    "note": QT_TRANSLATE_NOOP("Catalogue", "Catatan"),
    "barcode": QT_TRANSLATE_NOOP("Catalogue", "Barcode pertama"),
    "count": QT_TRANSLATE_NOOP("Catalogue", "Jumlah"),
    "kind": QT_TRANSLATE_NOOP("Catalogue", "Jenis koleksi"),
    "location": QT_TRANSLATE_NOOP("Catalogue", "Lokasi"),
    "price": QT_TRANSLATE_NOOP("Catalogue", "Harga (Rp)"),
}
HINTS: dict[str, str] = {
    "authors": QT_TRANSLATE_NOOP("Catalogue", "Beberapa pengarang dipisah titik koma."),
    "subjects": QT_TRANSLATE_NOOP("Catalogue", "Beberapa subjek dipisah titik koma."),
    "barcode": QT_TRANSLATE_NOOP("Catalogue", "Pindai labelnya; tombol ↓ mengisi nomor usulan."),
}
# Enter walks the fields a book in the hand needs; the rest is reached by Tab.
FAST = (
    "title", "authors", "isbn", "publisher", "publish_place", "publish_year", "call_number", "ddc_class",
    "barcode", "count", "kind", "location", "price",
)  # fmt: skip


def title_columns() -> list[Column[TitleHit]]:
    return [
        Column(lambda: say(CONTEXT, "Judul"), lambda hit: hit.title, stretch=True, strong=True),
        Column(lambda: say(CONTEXT, "Pengarang"), lambda hit: "; ".join(hit.authors), width_px=240),
        Column(lambda: say(CONTEXT, "Tahun"), lambda hit: hit.publish_year, width_px=84),
        Column(lambda: say(CONTEXT, "Nomor panggil"), lambda hit: hit.call_number, width_px=170),
        Column(lambda: say(CONTEXT, "Eksemplar"), lambda hit: count(hit.items, language()), "right", 104),
        Column(lambda: say(CONTEXT, "Tersedia"), lambda hit: count(hit.available, language()), "right", 104),
    ]


def item_columns() -> list[Column[ItemLine]]:
    return [
        Column(lambda: say(CONTEXT, "Barcode"), lambda line: line.item.barcode, width_px=108, strong=True),
        Column(lambda: say(CONTEXT, "Jenis"), lambda line: kind_word(line.item.collection_kind), width_px=96),
        Column(lambda: say(CONTEXT, "Lokasi"), lambda line: line.item.location, width_px=130),
        Column(
            lambda: say(CONTEXT, "Keadaan"),
            item_state_text,
            stretch=True,
            token=lambda line: None if line.item.status.value == "available" else "warn",
            tooltip=item_state_text,
        ),
        Column(lambda: say(CONTEXT, "Harga"), _price, "right", 96),
    ]


def _price(line: ItemLine) -> str:
    return "" if line.item.price_rp is None else rupiah(line.item.price_rp)


def added_text(saved: Saved) -> str:
    """What was saved, so that the hand knows what to stick on which book."""
    title, items = saved.biblio.title, saved.items
    if not items:
        return say(CONTEXT, "Tersimpan: {title}.", title=title)
    if len(items) == 1:
        return say(CONTEXT, "Tersimpan: {title}, eksemplar {barcode}.", title=title, barcode=items[0].barcode)
    return say(
        CONTEXT,
        "Tersimpan: {title}, {made} eksemplar {first} sampai {last}.",
        title=title,
        made=len(items),
        first=items[0].barcode,
        last=items[-1].barcode,
    )
