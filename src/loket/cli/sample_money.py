"""`loket sample money`: a day of payments at an invented library, closed and brought to the bank, in files to look at.

The sums of every book are held against the rows of the receipts; the last line is the verdict.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

from loket.db.engine import Database, open_database
from loket.devices import resources
from loket.devices.clock import SystemClock, UuidV7Ids
from loket.domain.entities import Receipt, ReceiptKind
from loket.reports.books import cash_book_ledger, two_sides_ledger
from loket.reports.card_files import write_file
from loket.reports.kuitansi import kuitansi_pdf
from loket.reports.ledger_pdf import ledgers_pdf
from loket.reports.ledger_xlsx import ledgers_xlsx
from loket.reports.letterhead import Issuer, Letterhead
from loket.reports.pdf import load_fonts
from loket.reports.slip_kinds import receipt_slip
from loket.reports.slips import PAPERS, escpos_bytes
from loket.services import books
from loket.services.desk import Desk
from loket.services.example import PastClock, Size, build_example, money_day
from loket.services.example_money import Played
from loket.services.operators import Argon2Hasher
from loket.services.receipts import gaps, receipt_view
from loket.services.settings import change_rule
from loket.services.treasury import reconcile

PAYMENTS = 200
SHOWN = 3  # receipts of each kind that are written as files
SIZE = Size(members=120, titles=80, items=160, loans=90)
OPENS = 1  # UTC: nine in the morning in the middle of the country
_ROWS = """SELECT coalesce((SELECT sum(total_rp) FROM receipt WHERE paid_on = ?), 0)
- coalesce((SELECT sum(total_rp) FROM receipt WHERE voided_on = ?), 0)"""
_LINES = "SELECT coalesce(sum(amount_rp), 0) FROM payment WHERE receipt_id IS NOT NULL AND voided = 0"
_COUNT = "SELECT count(*) FROM receipt"


def sample_money(out: Path, payments: int = PAYMENTS) -> int:
    """Play the day and write its papers. Returns the exit code: 1 when the books do not agree. Raises StorageError."""
    with TemporaryDirectory(prefix="loket-") as folder:
        database = open_database(Path(folder) / "loket.db", os.urandom(32))
        try:
            desk, played = _played(database, payments)
            for file in _papers(desk, played, out):
                print(file)
            return _verdict(desk, played)
        finally:
            database.close()


def _played(database: Database, payments: int) -> tuple[Desk, Played]:
    real = SystemClock()
    clock = PastClock(real, datetime.combine(real.now().date(), time(OPENS), UTC))
    weak = Argon2Hasher(memory_kib=8, passes=1)  # nobody signs in here
    desk = build_example(database, clock, UuidV7Ids(), weak, resources.path("example"), (), SIZE)
    change_rule(desk, "cash_rounding_rp", 100)
    return desk, money_day(desk, clock).play(payments)


# ---- papers -------------------------------------------------------------------------------------------------------


def _papers(desk: Desk, played: Played, out: Path) -> Iterator[Path]:
    fonts, head = load_fonts(resources.path("fonts")), Letterhead("Contoh", "Pemerintah Kota Contoh")
    for receipt in _shown(desk, played):
        view = receipt_view(desk, receipt.id)
        name = receipt.number.replace("/", "-")
        yield _write(out / f"kuitansi-{name}.pdf", kuitansi_pdf(view, head, fonts))
        yield _write(out / f"struk-{name}.bin", escpos_bytes(receipt_slip(view), PAPERS["80"]))
    issuer = Issuer(desk.library, head, desk.settings(), desk.today())
    book, rows = books.receipts_and_remittances(desk, desk.today(), desk.today())
    ledgers = [cash_book_ledger(book, issuer), two_sides_ledger(book, rows, issuer)]
    yield _write(out / "buku-bendahara.pdf", ledgers_pdf(ledgers, desk.library, head, fonts))
    yield _write(out / "buku-bendahara.xlsx", ledgers_xlsx(ledgers, desk.library, head, issuer.signed_on))


def _write(file: Path, content: bytes) -> Path:
    write_file(file, content)
    return file


def _shown(desk: Desk, played: Played) -> list[Receipt]:
    """A few of each kind: paid, void, given back."""
    known = [receipt_view(desk, receipt.id).receipt for receipt in played.receipts]
    void = [one for one in known if one.voided_on is not None]
    back = [one for one in known if one.kind is ReceiptKind.REFUND]
    paid = [one for one in known if one not in void and one not in back]
    return [*paid[:SHOWN], *void[:SHOWN], *back[:SHOWN]]


# ---- the verdict --------------------------------------------------------------------------------------------------


def _verdict(desk: Desk, played: Played) -> int:
    """One line, and the exit code."""
    with desk.view() as act:
        receipts = act.driver.execute(_COUNT).fetchone()[0]
    differing = _disagreements(desk, played)
    for what, rupiah in differing:
        print(f"{what}: {rupiah}")
    agree = "disagree" if differing else "agree"
    difference = sum(abs(rupiah) for _, rupiah in differing)
    print(f"{played.payments} payments, {receipts} receipts, books {agree}, difference {difference}")
    return 1 if differing else 0


def _disagreements(desk: Desk, played: Played) -> list[tuple[str, int]]:
    """What does not agree: (what, by how many rupiah). Every book is held against the rows of the receipts."""
    day = desk.today()
    with desk.view() as act:
        (rows_rp,) = act.driver.execute(_ROWS, (day.isoformat(), day.isoformat())).fetchone()
        (lines_rp,) = act.driver.execute(_LINES).fetchone()
    book, pairs = books.receipts_and_remittances(desk, day, day)
    account, month = books.lpj(desk, day.year, day.month), books.per_month(desk, day.year).months[day.month - 1]
    sums = {
        "lines of receipts": lines_rp,
        "cash book": book.came_in.total_rp,
        "entries of the cash book": sum(entry.in_rp for entry in book.entries),
        "receipts and remittances": sum(pair.came_in.in_rp for pair in pairs if pair.came_in),
        "by account": sum(one.total_rp for one in books.per_account(desk, day, day)),
        "by month": month.came_in.total_rp,
        "report of the month": sum(line.month_rp for line in account.received),
        "deposited": book.went_out.total_rp,
    }
    found = [(what, rupiah - rows_rp) for what, rupiah in sums.items() if rupiah != rows_rp]
    found += [("left over", book.closing.total_rp)] if book.closing.total_rp else []
    found += [("places", book.places.balance.total_rp)] if book.places.balance.total_rp else []
    found += [(f"gap: {gap.kind.value} {gap.proof_no}", 1) for gap in reconcile(desk, day, day).gaps]
    return found + [(f"number missing: {gap.series} {gap.running}", 1) for gap in gaps(desk, day.year)]
