"""The papers a treasurer signs, made of a desk's own books: they say what the rows say, and agree with one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from fakes import CIRCULATION, TODAY, FakeClock, new_desk
from papers import (
    FONTS,
    HEAD,
    ISSUER,
    LIBRARY,
    Sheet,
    overlapping,
    pages_of,
    reddish,
    text_of,
    white_mm,
)
from stock import add_member, row
from tills import CARDS, FINES, TREASURER, add_treasurer, pieces, sit_down, take, void

from loket.domain.books import Balance, Book, Entry, EntryKind, Places
from loket.domain.entities import HandOver, Id, PayMethod, Receipt, Remittance
from loket.domain.wording import amount_in_words, long_date
from loket.reports.books import cash_book_ledger, period, said_of, two_sides_ledger
from loket.reports.figures import rupiah, thousands
from loket.reports.hand_over import hand_over_ledger, hand_over_pdf
from loket.reports.kuitansi import kuitansi_pdf
from loket.reports.ledger import Ledger
from loket.reports.ledger_pdf import ledgers_pdf
from loket.reports.ledger_xlsx import ledgers_xlsx
from loket.reports.sts import sts_ledger, sts_pdf
from loket.reports.treasury_recaps import (
    LpjKind,
    account_books,
    accounts_ledger,
    ageing_ledger,
    daily_ledger,
    labels,
    lpj_ledger,
    year_ledger,
)
from loket.services import books, cash_shift, receipts, treasury
from loket.services.desk import Desk

BANK = ("Bank Contoh", "123-456")
WHY = "kurang lima ratus rupiah uang kembali"


@dataclass
class Day:
    """What happened at the desk, and where it can be looked up."""

    desk: Desk
    first: Receipt
    voided: Receipt
    direct: Receipt
    handed: HandOver
    slip: Remittance


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """Rp67.000 taken in cash and Rp2.000 given back, Rp7.000 by QRIS, Rp500 short, a note not accepted, deposited."""
    desk = new_desk(tmp_path)
    add_treasurer(desk)
    ada = add_member(desk, name="Ada <b>Contoh</b> & Rekan")
    cash_shift.open_shift(desk, 100_000)
    first = take(desk, lines=((CARDS, 10_000), (FINES, 5_000)), member_id=ada, payer=None)
    _wait(desk)
    direct = take(desk, 7_000, method=PayMethod.QRIS)
    _wait(desk)
    take(desk, -2_000)
    _wait(desk)
    wrong = take(desk, 3_500)
    _wait(desk)
    void(desk, wrong.id, "salah orang")
    take(desk, 52_000)
    shift = cash_shift.close_shift(desk, pieces(164_500), 100_000, WHY)
    handed = cash_shift.hand_over(desk, [shift.id])
    sit_down(desk, TREASURER)
    treasury.receive(desk, handed.id, 63_500, "satu lembar Rp1.000 palsu")
    slip = treasury.remit(desk, [handed.id], TODAY, *BANK)
    yield Day(desk, first, wrong, direct, row(desk, HandOver, handed.id), slip)
    desk.database.close()


def _wait(desk: Desk) -> None:
    assert isinstance(desk.clock, FakeClock)
    desk.clock.advance(minutes=1)


def pdf_of(*ledgers: Ledger) -> bytes:
    return ledgers_pdf(ledgers, LIBRARY, HEAD, FONTS)


def clean(pdf: bytes) -> None:
    assert overlapping(pdf) == []
    assert all(white_mm(pdf, page) > 5 for page in range(1, len(pages_of(pdf)) + 1))


def every_book(desk: Desk) -> list[Ledger]:
    book, pairs = books.receipts_and_remittances(desk, TODAY, TODAY)
    month = books.lpj(desk, TODAY.year, TODAY.month)
    return [
        cash_book_ledger(books.cash_book(desk, TODAY, TODAY), ISSUER),
        two_sides_ledger(book, pairs, ISSUER),
        daily_ledger(book, ISSUER),
        accounts_ledger(TODAY, TODAY, books.per_account(desk, TODAY, TODAY), ISSUER),
        year_ledger(books.per_month(desk, TODAY.year), ISSUER),
        *(lpj_ledger(month, kind, ISSUER) for kind in LpjKind),
        ageing_ledger(treasury.ageing(desk), TODAY, ISSUER),
    ]


# ---- books ----------------------------------------------------------------------------------------------------------


def test_all_books_say_the_same_sums(day):
    cash, sides, daily, accounts, year, lpj, functional, ageing = (one.sums() for one in every_book(day.desk))
    came_in = 15_000 + 7_000 - 2_000 + 52_000 - 500 - 1_000
    went_out = 63_500 + 7_000
    assert cash == {"in_cash": came_in - 7_000, "in_noncash": 7_000, "out_cash": 63_500, "out_noncash": 7_000}
    assert sides == {"in_cash": came_in - 7_000, "in_noncash": 7_000, "out": went_out}
    assert (daily["total"], daily["out"], daily["receipts"], daily["voids"]) == (came_in, went_out, 4, 2)
    assert accounts == {"cash": came_in - 7_000, "noncash": 7_000, "total": came_in}
    assert (year["total"], year["out"]) == (came_in, went_out)
    assert lpj == functional == {"before": 0, "month": came_in, "until": came_in}
    assert ageing == {"amount": 0}


def test_each_account_has_a_book_of_its_own(day):
    book, totals = books.cash_book(day.desk, TODAY, TODAY), books.per_account(day.desk, TODAY, TODAY)
    papers = account_books(book, ISSUER)
    codes = [dict(paper.facts)["Kode rekening"] for paper in papers]
    assert len(set(codes)) == len(codes) == len({paper.sheet for paper in papers}) > 1
    sums = {"cash": 0, "noncash": 0}
    for paper in papers:
        sums = {key: sums[key] + paper.sums()[key] for key in sums}
        assert paper.lines[-1].cells[-1] == sum(paper.sums().values())  # the sum so far ends as the sum
    assert sums == {"cash": sum(one.in_cash_rp for one in totals), "noncash": sum(one.in_noncash_rp for one in totals)}
    clean(pdf_of(*papers))
    made = ledgers_xlsx(papers, LIBRARY, HEAD)
    assert all(Sheet(made, paper.sheet).formulas() for paper in papers)


def test_the_cash_book_on_paper(day):
    pdf = pdf_of(every_book(day.desk)[0])
    said = text_of(pdf)
    for part in (
        f"BUKU KAS UMUM Periode {long_date(TODAY)}",
        "Bendahara penerimaan : Maria Contoh, S.E.",
        "Saldo awal 0 0",
        day.first.number,
        "<b>Contoh</b>",
        "Pengembalian uang: Denda",
        "Pembatalan bukti: Denda",
        "salah orang",
        "(3.500)",
        "Selisih hitung kas loket",
        "Selisih hitung bendahara",
        "Setoran ke rekening kas umum daerah",
        day.slip.number,
        "Penerimaan nontunai langsung masuk rekening kas umum daerah",
        "Mengetahui, Kota Contoh, 2 Desember 2026 Kepala Dinas, Bendahara Penerimaan,",
        "Ratna Contoh, S.Sos. Maria Contoh, S.E. NIP 00000000 000000 2 001 NIP 00000000 000000 2 003",
    ):
        assert part in said, part
    assert "periksa rekonsiliasi" not in said
    clean(pdf)


def test_both_sides_tell_direct_money_from_deposits(day):
    said = text_of(pdf_of(every_book(day.desk)[1]))
    assert "langsung ke" in said
    assert "RKUD" in said
    assert f"{TODAY:%d-%m-%Y} {day.slip.number} 63.500 Tunai" in said
    assert "QRIS" in said


@pytest.mark.parametrize("place", range(8))
def test_every_book_is_whole_on_paper_and_calculates_in_its_workbook(day, place):
    ledger = every_book(day.desk)[place]
    clean(pdf_of(ledger))
    sheet = Sheet(ledgers_xlsx([ledger], LIBRARY, HEAD), ledger.sheet)
    formulas = sheet.formulas()
    assert sum(formula.startswith("=SUM(") for formula in formulas.values()) == len(ledger.sums())
    for at in formulas:
        assert sheet.calculated(at) == sheet.said[at].value, (at, formulas[at])
    cells = [cell for line in sheet.rows() for cell in line if isinstance(cell, int)]
    for figure in ledger.closing:
        assert figure.amount_rp in cells, figure


def test_one_workbook_holds_them_all(day):
    made = ledgers_xlsx(every_book(day.desk), LIBRARY, HEAD)
    assert Sheet(made, "LPJ Fungsional").said["A1"].value == "PEMERINTAH KABUPATEN CONTOH"
    assert len(Sheet(made, "Buku Kas Umum").said.parent.sheetnames) == 8


def test_the_lpj_for_both_readers_and_what_is_not_deposited_yet(day):
    assert isinstance(day.desk.clock, FakeClock)
    sit_down(day.desk, CIRCULATION)
    day.desk.clock.advance(days=1)
    cash_shift.open_shift(day.desk, 100_000)
    take(day.desk, 4_000)
    day.desk.clock.advance(days=4)
    pages = pages_of(pdf_of(*every_book(day.desk)[5:]))
    assert len(pages) == 3
    assert "LPJ Administratif · Bulan" in pages[0]
    assert "Pengguna Anggaran melalui PPK-SKPD" in pages[0]
    assert "PPKD selaku Bendahara Umum Daerah" in pages[1]
    assert all("Halaman 1 dari 1" in page for page in pages)
    assert "Laci kas yang belum ditutup" in pages[2]
    assert "4.000 lewat batas" in pages[2]
    assert "Batas penyetoran: 1 hari kerja" in pages[2]


def test_a_month_without_money_is_a_book_too(day):
    before = TODAY.replace(day=1) - timedelta(days=1)
    book, pairs = books.receipts_and_remittances(day.desk, before, before)
    for ledger in (cash_book_ledger(book, ISSUER), two_sides_ledger(book, pairs, ISSUER), daily_ledger(book, ISSUER)):
        said = text_of(pdf_of(ledger))
        assert "Saldo kas per" in said
        assert set(ledger.sums().values()) == {0}
    assert "Nihil" in said


def test_a_balance_that_lies_elsewhere_is_said_before_anybody_signs():
    book = Book(TODAY, TODAY, Balance(5_000, 0), (), Balance(), Balance(), Places(at_desks_rp=4_000))
    assert "periksa rekonsiliasi" in text_of(pdf_of(cash_book_ledger(book, ISSUER)))


def test_words_of_entries_and_spans():
    entry = Entry(TODAY, None, EntryKind.RECEIPT, "1", Id("1" * 32), PayMethod.CASH, payer="Ada")
    assert said_of(replace(entry, kinds=("fine", "rounding"))) == "Denda keterlambatan, pembulatan tunai, Ada"
    assert said_of(replace(entry, kinds=("service",), names=("Cetak dokumen",))) == "Cetak dokumen, Ada"
    assert labels(("difference",)) == "Selisih hitung kas"
    assert labels(()) == "Penerimaan tanpa kode rekening"
    assert period(date(2026, 11, 1), date(2026, 11, 30)) == "1 s.d. 30 November 2026"
    assert period(date(2026, 11, 30), date(2026, 12, 1)) == "30 November 2026 s.d. 1 Desember 2026"


# ---- slips ----------------------------------------------------------------------------------------------------------


def test_the_hand_over_has_the_count_and_two_signatures(day):
    view = treasury.hand_over_view(day.desk, day.handed.id)
    pdf = hand_over_pdf(view, ISSUER, FONTS)
    said = text_of(pdf)
    for part in (
        f"BUKTI SERAH TERIMA KAS Nomor {day.handed.number}",
        "Rp100.000 × 1 lembar Rp100.000",
        "Rp2.000 × 2 lembar Rp4.000",
        "Rp500 × 1 keping Rp500",
        "Jumlah hasil hitung uang Rp164.500",
        "Ditinggal di laci sebagai modal giliran berikutnya Rp100.000",
        "Uang tunai yang diserahkan Rp64.500",
        "Rp64.500 (Enam puluh empat ribu lima ratus rupiah)",
        "Penerimaan nontunai (QRIS, transfer) Rp7.000",
        f"Penjelasan selisih hitung: {WHY}",
        "Rp63.500 tunai. Selisih saat diterima (Rp1.000): satu lembar Rp1.000 palsu",
        "Yang menyerahkan, Yang menerima,",
        view.handed_by,
        view.received_by,
    ):
        assert part in said, part
    assert hand_over_ledger(view, ISSUER).sums()["handed"] == day.handed.cash_rp
    clean(pdf)


def test_a_hand_over_on_its_way_names_who_shall_receive_it(day):
    handed = replace(day.handed, received_on=None, received_by=None, explanation="")
    view = replace(treasury.hand_over_view(day.desk, handed.id), hand_over=handed, received_by="")
    said = text_of(hand_over_pdf(view, ISSUER, FONTS))
    assert "Belum diterima bendahara penerimaan." in said
    assert "Yang menerima : Maria Contoh, S.E." in said


def test_the_deposit_slip(day):
    view = treasury.remittance_view(day.desk, day.slip.id)
    pdf = sts_pdf(view, ISSUER, FONTS)
    said = text_of(pdf)
    for part in (
        f"SURAT TANDA SETORAN (STS) Nomor {day.slip.number}",
        "Disetor ke bank : Bank Contoh Nomor rekening : 123-456",
        f"Uang sebesar : {rupiah(63_500)} Dengan huruf : {amount_in_words(63_500)}",
        "Jumlah 63.500",
        f"Berdasarkan bukti serah terima kas nomor {day.handed.number}.",
        "Petugas bank, Kepala Dinas, Bendahara Penerimaan,",
    ):
        assert part in said, part
    for line in view.lines:
        assert f"{line.name} {thousands(line.amount_rp)}" in said
    assert sts_ledger(view, ISSUER).sums() == {"amount": 63_500}
    clean(pdf)
    with pytest.raises(ValueError, match="its parts make"):
        sts_ledger(replace(view, remittance=replace(view.remittance, amount_rp=63_501)), ISSUER)


def test_a_deposit_slip_confirmed_and_one_made_void(day):
    view = treasury.remittance_view(day.desk, day.slip.id)
    confirmed = replace(view, remittance=replace(view.remittance, confirmed_on=TODAY, reference="BNK-0099"))
    said = text_of(sts_pdf(confirmed, ISSUER, FONTS))
    assert f"Diterima bank {long_date(TODAY)}, nomor referensi BNK-0099." in said
    treasury.void_remittance(day.desk, day.slip.id, "salah rekening")
    void_slip = sts_pdf(treasury.remittance_view(day.desk, day.slip.id), ISSUER, FONTS)
    assert f"Dibatalkan {long_date(TODAY)}; alasan: salah rekening" in text_of(void_slip)
    assert reddish(void_slip) > 0.02 > 0.001 > reddish(sts_pdf(confirmed, ISSUER, FONTS))


def test_a_receipt_of_the_desk_as_kuitansi(day):
    said = text_of(kuitansi_pdf(receipts.receipt_view(day.desk, day.first.id), HEAD, FONTS))
    assert "Sudah terima dari : Ada <b>Contoh</b> & Rekan (nomor anggota M-1)" in said
    assert "# Lima belas ribu rupiah #" in said
    voided = text_of(kuitansi_pdf(receipts.receipt_view(day.desk, day.voided.id), HEAD, FONTS))
    assert "alasan: salah orang" in voided
