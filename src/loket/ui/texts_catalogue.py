"""Sentences of the catalogue page."""

from __future__ import annotations

from loket.services.catalogue import ItemLine
from loket.ui import texts
from loket.ui.format import short_day
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say, status_word

CONTEXT = "Catalogue"

INVALID_TEXT: dict[str, str] = {
    "title_missing": QT_TRANSLATE_NOOP("invalid", "Isi judulnya dahulu."),
    "barcode_missing": QT_TRANSLATE_NOOP("invalid", "Pindai label barunya, atau ketik nomornya."),
    "barcode_too_long": QT_TRANSLATE_NOOP(
        "invalid", "Kode ini {length} huruf; paling panjang {longest}. Mungkin dua pindaian menyatu."
    ),
    "barcode_letters": QT_TRANSLATE_NOOP("invalid", "Ada huruf yang tidak bisa dicetak sebagai barcode; ganti."),
    "barcode_is_isbn": QT_TRANSLATE_NOOP("invalid", "Ini ISBN dari penerbit. Pindai label perpustakaan."),
    "barcode_length": QT_TRANSLATE_NOOP("invalid", "Nomor label perpustakaan ini {digits} angka."),
    "barcode_check_digit": QT_TRANSLATE_NOOP("invalid", "Angka periksanya tidak cocok; mungkin {expected}."),
    "barcode_no_number": QT_TRANSLATE_NOOP("invalid", "Tidak ada angka untuk diurutkan; tambah satu demi satu."),
    "barcode_numbers_end": QT_TRANSLATE_NOOP("invalid", "Nomor urut dengan pola ini habis; mulai dari pola lain."),
    "barcode_used": QT_TRANSLATE_NOOP("invalid", "Sudah label “{title}”. Pakai label lain."),
    "barcode_is_member": QT_TRANSLATE_NOOP("invalid", "{barcode} nomor anggota. Pakai label lain."),
    "count_range": QT_TRANSLATE_NOOP("invalid", "Isi 1 sampai {most}."),
    "price_unreadable": QT_TRANSLATE_NOOP("invalid", "Tulis angka rupiah, seperti 45000."),
}
texts.add_invalid(INVALID_TEXT)

ISBN_HINTS: dict[str, str] = {
    "isbn_check_digit": QT_TRANSLATE_NOOP("Catalogue", "Angka periksa ISBN tidak cocok; cocokkan dengan bukunya."),
    "isbn_length": QT_TRANSLATE_NOOP("Catalogue", "ISBN biasanya 10 atau 13 angka; cocokkan dengan bukunya."),
}


def isbn_hint_text(code: str) -> str:
    """The hint under an ISBN; "" when nothing is odd."""
    return say(CONTEXT, ISBN_HINTS[code]) if code else ""


def item_state_text(line: ItemLine) -> str:
    """Where a copy is: "tersedia", or who has it until when."""
    if line.due_on is None:
        return status_word(line.item.status)
    return say(CONTEXT, "dipinjam {name} s.d. {due}", name=line.member_name, due=short_day(line.due_on, language()))
