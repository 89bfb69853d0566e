"""`loket selftest`: proves on the machine it runs on that nothing was left out of the program.

It works a throw-away library without a window: a loan, a renewal, a return, a recap; and touches every part that a
bundle can lose silently. It grows with each feature.
"""

from __future__ import annotations

import asyncio
import io
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from loket import app
from loket.db.keys import DATABASE_FILE, open_with_key
from loket.db.rebuild import differing_tables
from loket.devices import resources
from loket.devices.clock import SystemClock, UuidV7Ids
from loket.services import example, maintenance
from loket.services.desk import Desk
from loket.services.operators import Argon2Hasher
from loket.services.scanning import AnswerKind, Counter

KEY = bytes(range(32))
SMALL = example.Size(members=60, titles=80, items=160, loans=20)
MINUTE_MS = 60_000


def selftest() -> int:
    """Run every check; each prints one line. Exit code 0 when all pass."""
    with tempfile.TemporaryDirectory(prefix="loket-selftest-", ignore_cleanup_errors=True) as folder:
        desk = _example(Path(folder))
        checks: list[tuple[str, Callable[[], str]]] = [
            ("loan, renewal, return", lambda: _circulation(desk)),
            ("journal and tables", lambda: _journal(desk, Path(folder))),
            ("backup", lambda: str(maintenance.back_up_desk(desk, Path(folder) / "backups").stat().st_size) + " bytes"),
            ("recap", lambda: _recap(desk)),
            ("labels with barcodes that scan", lambda: _labels(desk)),
            ("member cards in every design", _cards),
            ("fee, receipt, slip, books", lambda: _money(desk)),
            ("central server", lambda: _server(Path(folder) / "pusat")),
            ("MARC, XLSX", _formats),
            ("face guide, keyring", _devices),
            ("fonts, icons, texts", _window_parts),
        ]
        failed = sum(not _passes(name, check) for name, check in checks)
        desk.database.close()
    print("selftest: all passed" if not failed else f"selftest: {failed} failed")
    return 1 if failed else 0


def _passes(name: str, check: Callable[[], str]) -> bool:
    try:
        print(f"ok    {name}: {check()}")
    except Exception as error:
        print(f"FAILED {name}: {type(error).__name__}: {error}", file=sys.stderr)
        return False
    return True


def _example(folder: Path) -> Desk:
    database = open_with_key(folder / DATABASE_FILE, KEY)
    weak = Argon2Hasher(memory_kib=64, passes=1)  # strength is not what is tested here
    clock, ids, closed = SystemClock(), UuidV7Ids(), app.national_closed_days()
    return example.build_example(database, clock, ids, weak, resources.path("example"), closed, SMALL)


def _circulation(desk: Desk) -> str:
    counter = Counter(desk)
    member = example.people_to_serve(desk, 1)[0]
    barcode = example.free_barcodes(desk, 1)[0]
    expected = (
        (member.member_no, AnswerKind.MEMBER),
        (barcode, AnswerKind.LENT),
        ("", AnswerKind.CLOSED),
        (barcode, AnswerKind.RETURNED),
        ("", AnswerKind.CLOSED),
    )
    moment, mono_ms = desk.clock.now(), desk.clock.mono_ms()
    for number, (code, kind) in enumerate(expected, start=1):
        answer = counter.scan(code, moment + timedelta(0), mono_ms + number * MINUTE_MS)
        if answer.kind is not kind:
            raise AssertionError(f"{code or 'Enter'}: {answer.kind}, {answer.refused}")
    return f"{len(expected)} scans answered"


def _journal(desk: Desk, folder: Path) -> str:
    broken, differing = maintenance.verify(desk.database), differing_tables(desk.database, folder / "again.db", KEY)
    if broken or differing:
        raise AssertionError(f"{broken} {differing}")
    return "verified and rebuilt"


def _recap(desk: Desk) -> str:
    """The day is closed; its recap as a paper, a workbook and a table, each the same the second time."""
    from loket.reports.letterhead import Letterhead
    from loket.reports.pdf import load_fonts
    from loket.reports.recap_csv import recap_csv
    from loket.reports.recap_pdf import recap_pdf
    from loket.reports.recap_xlsx import recap_xlsx
    from loket.services import closing
    from loket.services.recap_periods import day_paper

    recap, fonts = closing.close_day(desk, desk.today()), load_fonts(resources.path("fonts"))
    first, again = (
        [recap_pdf(paper, Letterhead(), fonts), recap_xlsx(paper, Letterhead()), recap_csv(paper)]
        for paper in (day_paper(desk, recap), day_paper(desk, recap))
    )
    if first != again or day_paper(desk, recap).figures.of("circulation", "loans") < 1:
        raise AssertionError("the loan is missing, or the papers differ")
    return f"{recap.number}, {sum(map(len, first))} bytes"


def _labels(desk: Desk) -> str:
    from loket.reports.labels import Label, label_sheet, load_layouts
    from loket.reports.pdf import load_fonts

    layout = load_layouts(resources.path("labels"))["a4-3x8"]
    sheet = label_sheet([Label("B000001")], layout, fonts=load_fonts(resources.path("fonts")))
    return f"{_decoded('B000001')}, {len(sheet)} bytes of PDF"


def _money(desk: Desk) -> str:
    """A renewal paid for in cash: the slip as a printer gets it, the receipt on paper, and the books."""
    from loket.reports.kuitansi import kuitansi_pdf
    from loket.reports.letterhead import Letterhead
    from loket.reports.pdf import load_fonts
    from loket.reports.slip_kinds import receipt_slip
    from loket.reports.slips import PAPERS, escpos_bytes
    from loket.services import books, cash_shift, fees, payments

    member = example.people_to_serve(desk, 1)[0]
    with desk.action() as act:
        charge = fees.raise_charge(act, member.id, fees.Fee.RENEWAL)
    if charge is None:
        raise AssertionError("no tariff for a renewal")
    cash_shift.open_shift(desk, 0)
    taken = payments.take_payment(desk, [payments.Wanted(charge.id)])
    slip = escpos_bytes(receipt_slip(taken.view), PAPERS["58"])
    paper = kuitansi_pdf(taken.view, Letterhead(), load_fonts(resources.path("fonts")))
    came_in = books.cash_book(desk, desk.today(), desk.today()).came_in.total_rp
    if came_in != charge.amount_rp or not paper.startswith(b"%PDF"):
        raise AssertionError(f"{came_in} rupiah in the books")
    return f"{len(slip)} bytes for a printer, {len(paper)} bytes of PDF"


def _cards() -> str:
    from loket.reports.card_files import picture_finder, shipped_designs
    from loket.reports.card_sample import sample_values
    from loket.reports.cards import CardPress, cards_pdf

    shipped = resources.path("cards")
    press = CardPress(resources.path("fonts"), picture_finder(shipped, shipped))
    drawn = [cards_pdf(press, design, [sample_values(shipped)]) for design in shipped_designs(shipped).values()]
    return f"{len(drawn)} designs, {sum(map(len, drawn))} bytes of PDF"


def _server(folder: Path) -> str:
    """Its pages and its answers, without a network: proves that templates, styles and drivers came along."""
    import httpx

    from loket.cli.server import application
    from loket.server.house import Settings, open_house, server_secret

    folder.mkdir()
    house = open_house(folder, Settings(), server_secret(folder))
    try:
        way = httpx.ASGITransport(application(house))

        async def asked() -> list[httpx.Response]:
            async with httpx.AsyncClient(transport=way, base_url="https://localhost") as browser:
                return [await browser.get(path) for path in ("/health", "/masuk/pertama")]

        health, page = asyncio.run(asked())
    finally:
        house.close()
    if health.json()["store"] != "up" or page.status_code != 200 or "<form" not in page.text:
        raise AssertionError(f"{health.text} {page.status_code}")
    return f"answers, {len(page.text)} characters of a page"


def _decoded(code: str) -> str:
    """Draw a barcode and read it with both readers: proves that libzbar and zxing came along."""
    import barcode
    import zxingcpp
    from barcode.writer import ImageWriter
    from PIL import Image
    from pyzbar import pyzbar

    drawn = io.BytesIO()
    barcode.get("code128", code, writer=ImageWriter()).write(drawn)
    image = Image.open(drawn).convert("L")
    seen = {found.data.decode() for found in pyzbar.decode(image, symbols=[pyzbar.ZBarSymbol.CODE128])}
    seen |= {found.text for found in zxingcpp.read_barcodes(image)}
    if seen != {code}:
        raise AssertionError(seen)
    return "read back"


def _formats() -> str:
    import openpyxl
    import pymarc
    import xlsxwriter

    book = io.BytesIO()
    with xlsxwriter.Workbook(book, {"in_memory": True}) as made:
        made.add_worksheet().write(0, 0, 7)
    if openpyxl.load_workbook(io.BytesIO(book.getvalue())).active["A1"].value != 7:
        raise AssertionError("XLSX")
    record = pymarc.Record()
    record.add_field(pymarc.Field("245", pymarc.Indicators("0", "0"), [pymarc.Subfield("a", "Judul")]))
    if pymarc.Record(record.as_marc()).title != "Judul":
        raise AssertionError("MARC")
    return "written and read"


def _devices() -> str:
    import cv2
    import keyring

    cascades = Path(cv2.__file__).parent / "data"
    if cv2.CascadeClassifier(str(cascades / "haarcascade_frontalface_alt2.xml")).empty():
        raise AssertionError("face cascade")
    return f"keys in {type(keyring.get_keyring()).__name__}"


def _window_parts() -> str:
    needed = ("fonts", "icons", "theme", "i18n", "sounds", "holidays", "reference")
    missing = [name for name in needed if not any(resources.path(name).iterdir())]
    if missing:
        raise AssertionError(missing)
    from PySide6.QtCore import QTranslator

    if not QTranslator().load(str(resources.path("i18n", "loket_en.qm"))):
        raise AssertionError("English texts")
    return "found"
