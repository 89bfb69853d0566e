"""The list with which books go back to their shelves: by class, in the order they stand, with room to tick.

Source: SOP baca-di-tempat 7, koleksi-umum 7, koleksi-deposit 8.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loket.domain.ddc import class_name
from loket.domain.wording import long_date
from loket.reports.ledger import Column, Kind, Ledger, Line
from loket.reports.ledger_pdf import ledgers_pdf
from loket.reports.letterhead import Issuer
from loket.reports.pdf import Fonts
from loket.services.reading_room import ShelfGroup

TITLE = "Daftar Penataan Kembali Buku"
COLUMNS = (
    Column("no", "No.", 9, Kind.CENTRED),
    Column("call_number", "Nomor panggil", 40),
    Column("title", "Judul", 84),
    Column("barcode", "Barcode", 32),
    Column("books", "Jumlah", 16, Kind.COUNT),
    Column("done", "Ditata", 15, Kind.CENTRED),
)


def reshelving_pdf(groups: Sequence[ShelfGroup], issuer: Issuer, fonts: Fonts, *, room: str = "") -> bytes:
    """A4 upright. `room`: the name of the room they lie in, "" for the whole library."""
    return ledgers_pdf([reshelving_list(groups, issuer, room)], issuer.library, issuer.head, fonts)


def reshelving_list(groups: Sequence[ShelfGroup], issuer: Issuer, room: str = "") -> Ledger:
    """One line a copy, under a line for each class."""
    return Ledger(
        TITLE,
        f"Tanggal {long_date(issuer.signed_on)}",
        COLUMNS,
        tuple(_lines(groups)),
        facts=(("Ruang", room or "Semua ruang"),),
        empty="Tidak ada buku yang harus ditata kembali.",
        sheet="Penataan",
        is_upright=True,
    )


def _lines(groups: Sequence[ShelfGroup]) -> Iterator[Line]:
    number = 0
    for group in groups:
        yield Line(("", "", class_name(group.ddc_class), "", None, ""), stands_out=True)
        for line in group.lines:
            number += 1
            title = line.title or ("(setumpuk buku)" if not line.barcode else "(belum ada di katalog)")
            yield Line((str(number), line.call_number or "–", title, line.barcode or "–", line.books, ""))
