"""Receipts: numbers without gaps or twins, what a receipt says, and finding one again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import ADMIN, KEY, SUPERVISOR, FakeClock, SequentialIds, operator
from paying_desk import REASON, TREASURER, Till, set_till
from stock import adopt_tariff, event_types, must, set_rule

from loket.db.engine import driver, open_database
from loket.db.rows import id_bytes, to_ms
from loket.db.streams import open_stream
from loket.devices.witness import WitnessFile
from loket.domain import events as e
from loket.domain.entities import Id, PayMethod, Receipt, Station
from loket.domain.errors import RefusalCode, Refused, StorageCode, StorageError
from loket.domain.receipt_no import BK, KW, ST, STS, with_life
from loket.services import payments as p
from loket.services import receipts as r
from loket.services.bills import services_for_sale
from loket.services.desk import Desk, open_desk
from loket.services.payments import Wanted
from loket.services.settings import describe_station


@pytest.fixture
def till(tmp_path: Path) -> Till:
    return set_till(tmp_path)


def sell(till: Till, pieces: int = 1, **terms: Any) -> Receipt:
    tariff = services_for_sale(till.desk)[-1]
    return p.take_payment(till.desk, [Wanted(tariff_id=tariff.id, quantity=pieces)], **terms).receipt


# ---- numbers ------------------------------------------------------------------------------------------------------


def test_numbers_follow_one_another_through_the_year_and_begin_again_in_the_next(till: Till) -> None:
    assert [sell(till).number for _ in range(3)] == [f"0000{n}/KW/L1/XI/2026" for n in (1, 2, 3)]
    till.desk.clock.advance(days=30)  # type: ignore[attr-defined]
    assert sell(till).number == "00004/KW/L1/XII/2026"
    till.desk.clock.advance(days=10)  # type: ignore[attr-defined]
    first = sell(till)
    assert (first.number, first.series) == ("00001/KW/L1/I/2027", "KW/L1/2027")
    assert (r.gaps(till.desk, 2026), r.gaps(till.desk, 2027)) == ([], [])


def test_the_fiscal_year_turns_at_the_librarys_midnight(tmp_path: Path) -> None:
    till = set_till(tmp_path, today=date(2026, 12, 31))
    clock: Any = till.desk.clock
    clock.set(datetime(2026, 12, 31, 15, 59, tzinfo=UTC))  # WITA is eight hours ahead
    assert sell(till).number == "00001/KW/L1/XII/2026"
    clock.advance(minutes=1)
    assert sell(till).number == "00001/KW/L1/I/2027"


def test_every_kind_of_paper_counts_for_itself(till: Till) -> None:
    with till.desk.action() as act:
        made = {kind: r.next_number(act, kind) for kind in (KW, BK, ST, STS)}
    assert [one.number for one in made.values()] == [f"00001/{kind}/L1/XI/2026" for kind in made]
    assert len({one.series for one in made.values()}) == 4


def test_a_payment_whose_slip_cannot_be_queued_uses_up_no_number(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    def disk_full(*_: Any, **__: Any) -> None:
        raise StorageError(StorageCode.FULL)

    sell(till)
    with monkeypatch.context() as patched:
        patched.setattr("loket.services.slip_queue.add_receipt", disk_full)
        with pytest.raises(StorageError):
            sell(till)
    assert [row.receipt.running for row in r.find_receipts(till.desk)] == [1]
    assert sell(till).running == 2


def test_another_life_of_a_counter_counts_in_a_series_of_its_own(till: Till) -> None:
    sell(till)
    desk = till.desk
    with desk.database.write() as connection:
        parent = id_bytes(desk.stream_id)
        now_ms = to_ms(desk.clock.now())
        stream_id = desk.ids.new()
        open_stream(driver(connection), stream_id, parent=parent, reason="restore", now_ms=now_ms)
    own = with_life("L1", 1, stream_id)
    assert sell(till).number == f"00001/KW/{own}/XI/2026"


def test_a_backup_put_back_never_gives_a_number_again(till: Till, tmp_path: Path) -> None:
    """The computer broke after the second receipt; the backup knows of the first alone."""
    till.desk.witness = WitnessFile(tmp_path / "witness")
    sell(till)
    backup = tmp_path / "backup.db"
    till.desk.database.copy_into(backup)
    lost = sell(till)
    old = open_database(backup, KEY)
    clock = FakeClock(till.desk.clock.now() + timedelta(hours=1))
    restored = must(open_desk(old, clock, SequentialIds(10**6), witness=till.desk.witness))
    restored.operator = till.desk.operator
    assert restored.new_stream == "restore"
    second = sell(Till(restored, till.ada, till.budi))
    own = with_life("L1", 1, restored.stream_id)
    assert (lost.number, second.number) == ("00002/KW/L1/XI/2026", f"00001/KW/{own}/XI/2026")


def test_two_counters_whose_codes_read_alike_are_told_apart(till: Till) -> None:
    own = must(till.desk.station)
    with till.desk.action() as act:
        act.record(e.StationDescribed(Station(act.new_id(), "L-1", "Loket Dua", "sirkulasi")))
    part = sell(till).number.split("/")[2]
    assert part.startswith("L1")
    assert part != "L1"
    till.sign_in(ADMIN)
    describe_station(till.desk, replace(own, code="L7"))
    till.sign_in(SUPERVISOR)
    assert sell(till).number == "00001/KW/L7/XI/2026"


def test_a_new_pattern_goes_on_counting(till: Till) -> None:
    sell(till)
    set_rule(till.desk, "receipt_no_format", "{kind}.{station}.{yy}-{running:4}")
    assert sell(till).number == "KW.L1.26-0002"


def test_a_number_stays_given_while_its_row_is_not_here(till: Till) -> None:
    sell(till), sell(till)
    with till.desk.database.write() as connection:
        driver(connection).execute("DELETE FROM receipt WHERE running = 2")  # as news the server cannot book yet
    assert sell(till).running == 3
    assert r.gaps(till.desk, 2026) == [r.Gap("KW/L1/2026", 2)]


def test_a_hole_in_a_series_is_found(till: Till) -> None:
    for _ in range(5):
        sell(till)
    assert r.gaps(till.desk, 2026) == []
    with till.desk.database.write() as connection:
        driver(connection).execute("DELETE FROM receipt WHERE running IN (1, 4)")
    assert r.gaps(till.desk, 2026) == [r.Gap("KW/L1/2026", 1), r.Gap("KW/L1/2026", 4)]
    assert r.gaps(till.desk, 2025) == []


# ---- what a receipt says ------------------------------------------------------------------------------------------


def test_a_receipt_says_who_paid_what_to_whom(till: Till) -> None:
    set_rule(till.desk, "treasurer_only", ())
    fine = till.late_return("B1", days=2)
    tariff = services_for_sale(till.desk)[-1]
    wanted = [Wanted(fine.id), Wanted(tariff_id=tariff.id, quantity=10)]
    taken = p.take_payment(till.desk, wanted, received_rp=10_000)
    view = r.receipt_view(till.desk, taken.receipt.id)
    assert view == taken.view
    assert [(line.label, line.quantity, line.unit_rp, line.amount_rp) for line in view.lines] == [
        ("Denda keterlambatan: Judul B1", 1, 2_000, 2_000),
        ("Foto kopi A4 (lembar)", 10, 350, 3_500),
    ]
    assert (view.payer, view.member_no, view.operator) == ("Ada Contoh", "A-1", "Kasir Contoh")
    assert (view.words, view.total_rp, view.change_rp) == ("Lima ribu lima ratus rupiah", 5_500, 4_500)
    assert (must(view.station).code, view.library.name) == ("L1", "Perpustakaan Umum Contoh")
    assert (view.copy_no, view.is_void, view.is_refund, view.needs_stamp) == (0, False, False, False)


def test_a_void_receipt_names_both_who_said_so(till: Till) -> None:
    receipt = sell(till)
    p.void_receipt(till.desk, receipt.id, REASON, till.approval())
    view = r.receipt_view(till.desk, receipt.id)
    assert (view.is_void, view.voided_by, view.approved_by) == (True, "Kasir Contoh", "Pengawas")


def copied(desk: Desk, receipt_id: Id) -> r.ReceiptView:
    with desk.action() as act:
        return r.copied_in(act, receipt_id)


def test_every_copy_has_its_number(till: Till) -> None:
    receipt = sell(till)
    assert [copied(till.desk, receipt.id).copy_no for _ in range(2)] == [1, 2]
    assert event_types(till.desk, 2) == ["ReceiptCopied", "ReceiptCopied"]
    assert r.receipt_view(till.desk, receipt.id, copy_no=1).copy_no == 1


def test_of_a_receipt_that_is_not_here_nothing_is_said(till: Till) -> None:
    with till.desk.action() as act:
        known_by_its_end = act.new_id()
        act.record(e.ReceiptVoided(known_by_its_end, act.today, REASON))
    for work in (r.receipt_view, copied):
        with pytest.raises(Refused) as refused:
            work(till.desk, known_by_its_end)
        assert refused.value.code is RefusalCode.RECEIPT_UNKNOWN
    assert r.find_receipts(till.desk) == []
    assert r.receipt_by_number(till.desk, "") is None


# ---- finding one --------------------------------------------------------------------------------------------------


def test_receipts_are_found_by_number_payer_and_day(till: Till) -> None:
    first = sell(till, payer="Citra Contoh")
    clock: Any = till.desk.clock
    clock.advance(days=1)
    second = sell(till, member_id=till.ada, method=PayMethod.QRIS, reference="Q1")
    p.void_receipt(till.desk, first.id, REASON, till.approval())

    def found(*args: Any, **terms: Any) -> list[str]:
        return [row.receipt.id for row in r.find_receipts(till.desk, *args, **terms)]

    assert found() == [second.id, first.id]
    assert found(limit=1) == [second.id]
    assert found("00001/kw") == [first.id]
    assert found("/XI/2026") == [second.id, first.id]
    assert found("citra") == [first.id]
    assert found("ada contoh") == found("A-1") == [second.id]
    assert found("100%") == found("0000_/KW") == []
    assert found(on=first.paid_on) == [first.id]
    assert found(on=second.paid_on) == [second.id, first.id]  # the first was declared void that day
    assert found("citra", second.paid_on, here=True) == [first.id]
    row = r.find_receipts(till.desk, "ada")[0]
    assert (row.payer, row.member_no, row.station_code, row.operator) == ("Ada Contoh", "A-1", "L1", "Kasir Contoh")


def test_receipts_of_a_merged_record_are_found_with_the_one_who_stands_for_it(till: Till) -> None:
    receipt = sell(till, member_id=till.budi)
    with till.desk.action() as act:
        act.record(e.MembersMerged(till.ada, till.budi))
    assert [row.receipt.id for row in r.find_receipts(till.desk, "Ada Contoh")] == [receipt.id]


def test_only_receipts_of_this_counter_when_asked(till: Till) -> None:
    sell(till)
    with till.desk.database.write() as connection:
        driver(connection).execute("UPDATE receipt SET station_id = ?", (bytes(16),))
    assert len(r.find_receipts(till.desk)) == 1
    assert r.find_receipts(till.desk, here=True) == []


def test_a_scanned_number_opens_its_receipt(till: Till) -> None:
    receipt = sell(till)
    assert r.receipt_by_number(till.desk, " 00001/kw/L1/xi/2026 ") == receipt
    assert r.receipt_by_number(till.desk, "00002/KW/L1/XI/2026") is None


def test_a_stamp_is_wanted_above_the_limit_and_not_at_it(till: Till) -> None:
    tariff = adopt_tariff(till.desk, "service", 2_500_000, name="Zona sewa")
    for pieces, expected in ((2, False), (3, True)):
        taken = p.take_payment(till.desk, [Wanted(tariff_id=tariff.id, quantity=pieces)])
        assert taken.view.needs_stamp is expected


def test_a_receipt_says_whether_the_treasurer_took_it(till: Till) -> None:
    assert not r.receipt_view(till.desk, sell(till).id).by_treasurer
    till.desk.operator = operator(till.desk, TREASURER)
    assert r.receipt_view(till.desk, sell(till).id).by_treasurer
