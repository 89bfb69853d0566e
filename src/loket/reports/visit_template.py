"""An empty visitor book as a workbook, to be typed at home or while the counter is off and taken in afterwards."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from loket.domain.entities import Room, VisitPurpose
from loket.domain.member_form import EDUCATIONS, JOBS
from loket.importing.visit_book import HEADINGS

SHEET, GUIDE, LISTS = "Buku tamu", "Petunjuk", "Pilihan"
ROWS = 1_000  # that have their formats and choices ready
_WIDTHS = {"no": 6, "on": 12, "at": 8, "name": 28, "institution": 26, "education": 16, "job": 20, "purpose": 26}
_GUIDE = (
    "Cara mengisi",
    "1. Satu baris untuk satu tamu, seperti pada buku tamu kertas.",
    "2. Tanggal dan jam wajib. Bila tanggal sama dengan baris di atas, boleh dikosongkan.",
    "3. Anggota: cukup nomor anggotanya. Tamu: namanya; inisial pun boleh. Jangan menulis NIK.",
    "4. Rombongan: nama ketua, asal, dan jumlah orang lebih dari satu.",
    "5. Ruang kosong berarti pintu masuk.",
    "6. Simpan, lalu buka Buku Tamu, Impor.",
)


def visit_template(library_name: str, rooms: Sequence[Room], purposes: Sequence[VisitPurpose]) -> bytes:
    """The workbook. `rooms`: those with their own book; `purposes`: all that are offered to anybody."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": f"Buku tamu {library_name}", "comments": "Loket"})
    choices = {
        "sex": ["L", "P"],
        "education": list(EDUCATIONS),
        "job": list(JOBS),
        "purpose": [purpose.name for purpose in purposes if not purpose.retired],
        "room": [room.name for room in rooms],
    }
    sheet = book.add_worksheet(SHEET)
    _guide(book, library_name)
    _lists(book, choices)
    _columns(book, sheet, choices)
    book.close()
    return out.getvalue()


def _columns(book: Any, sheet: Any, choices: dict[str, list[str]]) -> None:
    head = book.add_format({"bold": True, "bg_color": "#F1F1EF", "border": 1, "border_color": "#5B616B"})
    formats = {
        "on": book.add_format({"num_format": "dd-mm-yyyy"}),
        "at": book.add_format({"num_format": "hh:mm"}),
        "member_no": book.add_format({"num_format": "@"}),
    }
    for place, (field, heading) in enumerate(HEADINGS.items()):
        sheet.set_column(place, place, _WIDTHS.get(field, 14), formats.get(field))
        sheet.write_string(0, place, heading, head)
        if choices.get(field):
            letter = chr(ord("A") + list(choices).index(field))
            source = f"={LISTS}!${letter}$1:${letter}${len(choices[field])}"
            look = {"validate": "list", "source": source, "error_type": "warning"}
            sheet.data_validation(1, place, ROWS, place, look)
    sheet.data_validation(1, list(HEADINGS).index("people"), ROWS, list(HEADINGS).index("people"), _HEADS)
    sheet.freeze_panes(1, 0)


_HEADS = {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": 999, "error_type": "warning"}


def _guide(book: Any, library_name: str) -> None:
    sheet = book.add_worksheet(GUIDE)
    sheet.set_column(0, 0, 90)
    sheet.write_string(0, 0, library_name, book.add_format({"bold": True, "font_size": 13}))
    for row, line in enumerate(_GUIDE, start=2):
        sheet.write_string(row, 0, line, book.add_format({"bold": row == 2}))


def _lists(book: Any, choices: dict[str, list[str]]) -> None:
    sheet = book.add_worksheet(LISTS)
    for place, words in enumerate(choices.values()):
        for row, word in enumerate(words):
            sheet.write_string(row, place, word)
    sheet.hide()
