"""Lists of members as files: XLSX for Excel, CSV for everything else. Each is asked a reason for, and written down."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from loket.domain.phones import shown_phone
from loket.services.desk import Desk
from loket.services.member_lists import MemberQuery, MemberState, taken_out

COLUMNS = {
    "member_no": "Nomor anggota",
    "code": "Kode kartu",
    "full_name": "Nama",
    "member_type": "Jenis anggota",
    "state": "Status",
    "sex": "L/P",
    "birth_place": "Tempat lahir",
    "birth_on": "Tanggal lahir",
    "phone": "Telepon",
    "email": "Surel",
    "address": "Alamat",
    "village": "Kelurahan/desa",
    "district": "Kecamatan",
    "city": "Kabupaten/kota",
    "province": "Provinsi",
    "postcode": "Kode pos",
    "institution": "Sekolah/instansi",
    "school_class": "Kelas",
    "education": "Pendidikan",
    "job": "Pekerjaan",
    "guardian_name": "Nama wali",
    "guardian_relation": "Hubungan wali",
    "guardian_phone": "Telepon wali",
    "emergency_name": "Kontak darurat",
    "emergency_phone": "Telepon darurat",
    "registered_on": "Terdaftar",
    "valid_until": "Berlaku sampai",
    "suspended_until": "Ditangguhkan sampai",
    "cleared_on": "Bebas pustaka",
    "clearance_no": "Nomor surat bebas pustaka",
    "has_photo": "Foto",
    "prints": "Kartu tercetak",
}
DEFAULT_COLUMNS = (
    *("member_no", "full_name", "member_type", "state", "sex", "phone", "address"),
    *("institution", "school_class", "registered_on", "valid_until"),
)
STATES = {
    MemberState.ACTIVE: "Aktif",
    MemberState.EXPIRED: "Habis masa berlaku",
    MemberState.SUSPENDED: "Ditangguhkan",
    MemberState.LEFT: "Keluar",
    MemberState.APPLICANT: "Calon anggota",
}
_WIDTHS = {"full_name": 30, "address": 40, "institution": 28, "email": 26}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(
    desk: Desk,
    query: MemberQuery,
    path: Path,
    *,
    reason: str,
    columns: Sequence[str] = DEFAULT_COLUMNS,
    order: str = "full_name",
) -> int:
    """Write the list to `path`, as its ending says: .xlsx, else CSV. Returns how many members it holds.

    Raises InvalidInput("reason", "text_missing"), Refused(ROLE_MISSING), KeyError for a column that does not exist,
    OSError where the file cannot be written.
    """
    rows = taken_out(desk, query, reason=reason, fields=columns, order=order)
    said = ([_said(name, value) for name, value in zip(columns, row, strict=True)] for row in rows)
    headings = [COLUMNS[name] for name in columns]
    make = xlsx if path.suffix.casefold() == ".xlsx" else csv_text
    path.write_bytes(make(headings, said, [_WIDTHS.get(name, 18) for name in columns]))
    return len(rows)


def xlsx(headings: Sequence[str], rows: Iterable[Sequence[Any]], widths: Sequence[int]) -> bytes:
    """One sheet: heading kept in sight, real dates, and every text a text, whatever it looks like."""
    out = io.BytesIO()
    options = {"in_memory": True, "default_date_format": "dd-mm-yyyy"}
    book = xlsxwriter.Workbook(out, options | {f"strings_to_{kind}": False for kind in ("formulas", "numbers", "urls")})
    sheet = book.add_worksheet("Anggota")
    bold, day = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "dd-mm-yyyy"})
    last = 0
    for place, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, heading, bold)
    for last, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(last, place, value, day)
            elif isinstance(value, int):
                sheet.write_number(last, place, value)
            elif value:
                sheet.write_string(last, place, str(value))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(headings) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    book.close()
    return out.getvalue()


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[Any]], _widths: Sequence[int] = ()) -> bytes:
    """UTF-8 with a mark that Excel understands, semicolons as Indonesian Excel expects, dates year first.

    A text that a spreadsheet would take for a formula is written with an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_plain(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _plain(value: Any) -> str:
    if isinstance(value, int):
        return str(value)  # below nought it is still a number
    text = value.isoformat() if isinstance(value, date) else "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _said(name: str, value: Any) -> Any:
    """The value as a person reads it in a table."""
    if name == "state":
        return STATES[value]
    if name.endswith("phone"):
        return shown_phone(value)
    if isinstance(value, bool):
        return "ada" if value else "tidak ada"
    return value
