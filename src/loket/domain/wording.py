"""Dates, amounts and charges as Indonesian papers write them. What a window shows is made in `ui.format`."""

from __future__ import annotations

from datetime import date

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus"),
    *("September", "Oktober", "November", "Desember"),
)

_ONES = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_SCALES = ((1_000_000_000_000, "triliun"), (1_000_000_000, "miliar"), (1_000_000, "juta"), (1_000, "ribu"))
MOST_IN_WORDS = 999_999_999_999_999
CHARGE_LABELS = {
    "fine": "Denda keterlambatan",
    "lost": "Penggantian buku hilang",
    "damaged": "Penggantian buku rusak",
    "form_fee": "Biaya formulir anggota",
    "card_fee": "Biaya kartu anggota",
    "renewal_fee": "Biaya perpanjangan kartu anggota",
    "replacement_fee": "Biaya penggantian kartu anggota",
    "photocopy": "Foto kopi",
    "lost_tag": "Penggantian nomor penitipan hilang",
    "service": "Layanan perpustakaan",
    "rounding": "Pembulatan tunai",
}


def charge_label(kind: str) -> str:
    """What a line of a receipt is called; a kind this version does not know stays as it is."""
    return CHARGE_LABELS.get(kind, kind)


def amount_in_words(amount_rp: int) -> str:
    """ "Sebelas ribu rupiah": an amount as a receipt spells it out. Source: practice of kuitansi (terbilang).

    Raises ValueError below nought and above 999 triliun.
    """
    if not 0 <= amount_rp <= MOST_IN_WORDS:
        raise ValueError(amount_rp)
    return f"{_number(amount_rp) or _ONES[0]} rupiah".capitalize()


def _number(number: int) -> str:
    """Nought is no word here. One thousand is "seribu", but a million "satu juta"."""
    for size, name in _SCALES:
        if number >= size:
            head = "seribu" if number // size == 1 and size == 1_000 else f"{_number(number // size)} {name}"
            return f"{head} {_number(number % size)}".rstrip()
    return _below_thousand(number)


def _below_thousand(number: int) -> str:
    if number == 0:
        return ""
    if number < 12:
        return _ONES[number]
    if number < 20:
        return f"{_ONES[number - 10]} belas"
    if number < 100:
        return f"{_ONES[number // 10]} puluh {_below_thousand(number % 10)}".rstrip()
    head = "seratus" if number < 200 else f"{_ONES[number // 100]} ratus"
    return f"{head} {_below_thousand(number % 100)}".rstrip()


def long_date(day: date) -> str:
    """ "23 November 2031"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def thousands(amount: int) -> str:
    """ "1.250.000"; below nought in brackets, as books of money write it: "(25.000)"."""
    written = f"{abs(amount):,}".replace(",", ".")
    return f"({written})" if amount < 0 else written


def rupiah(amount_rp: int) -> str:
    """ "Rp1.250.000", "(Rp25.000)"."""
    written = f"Rp{thousands(abs(amount_rp))}"
    return f"({written})" if amount_rp < 0 else written


def short_date(day: date) -> str:
    """ "03-11-2026", for columns."""
    return f"{day:%d-%m-%Y}"
