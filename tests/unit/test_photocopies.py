"""Photocopies: pages in the house are paid or owed, books outside come back against their slip alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import KEY, SUPERVISOR, operator
from paying_desk import CASHIER, Till, set_till
from rooms import guest, later, member
from stock import add_item, add_title, set_rule

from loket.db.rebuild import differing_tables
from loket.domain.entities import ChargeKind, CopyState, Id, PayMethod, Pledge, Tariff
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.slip import Code, Pair, Text, Title
from loket.reports.slip_kinds import photocopy_slip
from loket.services import photocopies as pc
from loket.services import slip_queue
from loket.services.bills import bill_of
from loket.services.cash_days import drawer_rp, open_shift_of
from loket.services.desk import Desk
from loket.services.payments import void_receipt
from loket.services.photocopies import Copied, PayNow
from loket.services.slip_queue import SlipKind

R = RefusalCode
BOOK = Copied("B1", "Cerita Contoh")
HELD = {"pledge_type": "SIM", "pledge_last4": "12 34"}
NIK = "0" * 12 + "1234"


@pytest.fixture
def till(tmp_path: Path) -> Till:
    return set_till(tmp_path)


def why(work: Callable[[], Any]) -> RefusalCode:
    with pytest.raises(Refused) as refused:
        work()
    return refused.value.code


def fault(work: Callable[[], Any]) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as wrong:
        work()
    return wrong.value.field, wrong.value.code


def paper(till: Till) -> Tariff:
    (tariff,) = pc.paper_tariffs(till.desk)
    return tariff


def in_drawer_rp(desk: Desk) -> int:
    with desk.view() as act:
        shift = open_shift_of(act)
        assert shift is not None
        return drawer_rp(act, shift)


def out(till: Till, *books: Copied, **given: Any) -> pc.TakenOut:
    return pc.out(till.desk, books or [BOOK], given.pop("person", member(till.ada)), **(HELD | given))


# ---- in the house -------------------------------------------------------------------------------------------------


def test_a_member_owes_his_copies_by_the_tariff(till: Till) -> None:
    made = pc.inside(till.desk, 20, paper(till).id, person=member(till.ada), books=[BOOK])
    assert (made.job.pages, made.job.amount_rp, made.job.sheet) == (20, 7_000, "Foto kopi A4")
    assert made.charge is not None
    assert (made.charge.kind, made.charge.amount_rp, made.taken) == ("photocopy", 7_000, None)
    (line,) = bill_of(till.desk, till.ada).charges
    assert (line.owed_rp, line.collectible, line.account) == (7_000, True, "4.1.02.03")
    assert made.job.number == "F261124-L1-001"


def test_who_pays_at_once_gets_his_receipt_and_the_money_is_in_the_drawer(till: Till) -> None:
    before = in_drawer_rp(till.desk)
    made = pc.inside(till.desk, 10, paper(till).id, guest="T. C.", pay=PayNow(received_rp=5_000))
    assert made.taken is not None
    assert (made.taken.receipt.total_rp, made.taken.change_rp, made.charge) == (3_500, 1_500, None)
    assert (made.job.receipt_id, made.job.borrower) == (made.taken.receipt.id, "T. C.")
    assert in_drawer_rp(till.desk) - before == 3_500
    paid = pc.inside(till.desk, 2, paper(till).id, person=member(till.ada), pay=PayNow(PayMethod.QRIS, "Q-1"))
    assert bill_of(till.desk, till.ada).charges == ()
    assert paid.taken is not None
    assert paid.taken.receipt.member_id == till.ada


def test_a_guest_does_not_owe(till: Till) -> None:
    assert fault(lambda: pc.inside(till.desk, 1, paper(till).id, guest="T. C.")) == ("pay", "guest_pays_now")


def test_free_copies_are_counted_and_cost_nothing(till: Till) -> None:
    made = pc.inside(till.desk, 3, None, guest="T. C.")
    assert (made.job.amount_rp, made.charge, made.taken) == (0, None, None)


def test_copies_and_money_stand_or_fall_together(tmp_path: Path) -> None:
    till = set_till(tmp_path, float_rp=-1)
    assert why(lambda: pc.inside(till.desk, 2, paper(till).id, guest="T", pay=PayNow())) is R.NO_OPEN_SHIFT
    assert pc.todays_jobs(till.desk) == ()


def test_nonsense_is_refused(till: Till) -> None:
    desk, sheet = till.desk, paper(till).id
    assert fault(lambda: pc.inside(desk, 0, sheet)) == ("pages", "number_out_of_range")
    assert fault(lambda: pc.inside(desk, pc.MOST_PAGES + 1, sheet)) == ("pages", "number_out_of_range")
    assert fault(lambda: pc.inside(desk, 1, Id("9" * 32))) == ("tariff", "tariff_gone")
    assert fault(lambda: pc.inside(desk, 1, None, guest=f"Tamu {NIK}")) == ("guest", "identity_typed")
    many = [Copied(f"B{n}") for n in range(pc.MOST_BOOKS + 1)]
    assert fault(lambda: pc.inside(desk, 1, None, books=many)) == ("books", "number_out_of_range")
    desk.operator = None
    assert why(lambda: pc.inside(desk, 1, None)) is R.NOT_SIGNED_IN


# ---- outside ------------------------------------------------------------------------------------------------------


def test_books_go_out_against_a_slip_and_come_back_against_it(till: Till) -> None:
    taken = out(till, valuables="kunci motor", phone="0812 3456 7890")
    job = taken.job
    assert (job.state, job.pledge_last4, job.valuables, job.phone) == (
        CopyState.OUT,
        "1234",
        "kunci motor",
        "+6281234567890",
    )
    assert job.due_at == job.noted_at + timedelta(hours=2)
    (line,) = pc.still_out(till.desk)
    assert (line.who, line.left_min, line.overdue) == ("Ada Contoh", 120, False)
    later(till.desk, minutes=30)
    back = pc.back(till.desk, job.id, job.number.lower())
    assert (back.state, back.slip_shown, back.approved_by) == (CopyState.BACK, True, None)
    assert pc.still_out(till.desk) == ()
    assert why(lambda: pc.back(till.desk, job.id, job.number)) is R.COPY_OVER


def test_without_its_slip_a_second_person_and_a_note_are_needed(till: Till) -> None:
    job, other = out(till).job, out(till, Copied("B2")).job
    assert why(lambda: pc.back(till.desk, job.id, other.number)) is R.COPY_SLIP_NEEDED
    assert fault(lambda: pc.back(till.desk, job.id, "", approval=till.approval())) == ("note", "text_missing")
    said = {"note": "dikenali petugas", "approval": till.approval(CASHIER)}
    assert why(lambda: pc.back(till.desk, job.id, "", **said)) is R.SECOND_PERSON
    back = pc.back(till.desk, job.id, "", note="dikenali petugas", approval=till.approval())
    assert (back.slip_shown, back.note) == (False, "dikenali petugas")
    assert back.approved_by == operator(till.desk, SUPERVISOR).id


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"pledge": Pledge.NONE}, ("pledge", "pledge_missing")),
        ({"pledge_type": " "}, ("pledge_type", "text_missing")),
        ({"pledge_last4": ""}, ("pledge_last4", "text_missing")),
        ({"pledge_last4": NIK}, ("pledge_last4", "pledge_whole_number")),
        ({"pledge_last4": "12"}, ("pledge_last4", "pledge_last4")),
        ({"valuables": f"KTP {NIK}"}, ("valuables", "identity_typed")),
        ({"pledge": Pledge.MONEY}, ("valuables", "text_missing")),
        ({"phone": "halo"}, ("phone", "phone_form")),
        ({"person": None}, ("guest", "text_missing")),
    ],
)
def test_what_is_held_is_told_and_never_a_whole_number(till: Till, given: Any, expected: tuple[str, str]) -> None:
    assert fault(lambda: out(till, **given)) == expected
    assert pc.still_out(till.desk) == ()


def test_no_books_nothing_to_take_out(till: Till) -> None:
    assert fault(lambda: pc.out(till.desk, [Copied(" ", " ")], member(till.ada), **HELD)) == ("books", "books_missing")


def test_no_book_is_at_two_copiers(till: Till) -> None:
    job = out(till).job
    assert why(lambda: out(till, Copied("b1"), person=guest("T. C."))) is R.COPY_ITEM_OUT
    pc.back(till.desk, job.id, job.number)
    assert out(till, Copied("b1"), person=guest("T. C.")).job.borrower == "T. C."


def test_they_are_due_the_same_day_however_late_it_is(till: Till) -> None:
    clock: Any = till.desk.clock
    clock.set(datetime(2026, 11, 24, 15, 0, tzinfo=UTC))  # 23.00 by the library's clock
    job = out(till).job
    assert job.due_at == datetime(2026, 11, 24, 15, 59, tzinfo=UTC)
    later(till.desk, minutes=59, seconds=30)
    (line,) = pc.still_out(till.desk)
    assert (line.overdue, line.left_min) == (True, -1)


def test_the_hours_are_the_librarys(till: Till) -> None:
    set_rule(till.desk, "photocopy_hours", 4)
    job = out(till).job
    assert job.due_at == job.noted_at + timedelta(hours=4)


def test_a_scanned_book_brings_its_title_and_a_card_is_no_book(till: Till) -> None:
    add_item(till.desk, "B7", add_title(till.desk, "Judul Tujuh"))
    assert pc.copied(till.desk, "b7") == Copied("B7", "Judul Tujuh")
    assert pc.copied(till.desk, "X-1") == Copied("X-1")
    assert why(lambda: pc.copied(till.desk, "A-1")) is R.BOOK_EXPECTED


# ---- taking back --------------------------------------------------------------------------------------------------


def test_what_was_noted_by_mistake_is_not_owed(till: Till) -> None:
    job = pc.inside(till.desk, 71, paper(till).id, person=member(till.ada)).job
    assert fault(lambda: pc.undo(till.desk, job.id, "")) == ("reason", "reason_missing")
    assert pc.undo(till.desk, job.id, "seharusnya 17").state is CopyState.CANCELLED
    assert bill_of(till.desk, till.ada).charges == ()
    assert pc.day_counts(till.desk).pages == 0
    assert why(lambda: pc.undo(till.desk, job.id, "lagi")) is R.UNDO_TOO_LATE


def test_what_was_paid_is_undone_after_its_receipt(till: Till) -> None:
    made = pc.inside(till.desk, 10, paper(till).id, guest="T. C.", pay=PayNow())
    assert made.taken is not None
    assert why(lambda: pc.undo(till.desk, made.job.id, "salah")) is R.COPY_PAID
    void_receipt(till.desk, made.taken.receipt.id, "salah", till.approval())
    assert pc.undo(till.desk, made.job.id, "salah").state is CopyState.CANCELLED


def test_books_that_did_not_go_are_undone_with_their_slip_and_not_the_day_after(till: Till) -> None:
    job = out(till).job
    pc.undo(till.desk, job.id, "batal keluar")
    assert (pc.still_out(till.desk), slip_queue.queue(till.desk)) == ((), ())
    old = out(till).job
    later(till.desk, days=1)
    assert why(lambda: pc.undo(till.desk, old.id, "salah")) is R.UNDO_TOO_LATE
    assert [line.overdue for line in pc.still_out(till.desk)] == [True]


# ---- lists and slips ----------------------------------------------------------------------------------------------


def test_the_day_is_counted(till: Till) -> None:
    pc.inside(till.desk, 20, paper(till).id, person=member(till.ada))
    pc.inside(till.desk, 3, None, guest="T. C.")
    out(till)
    later(till.desk, seconds=1)
    job = out(till, Copied("B2")).job
    pc.back(till.desk, job.id, job.number)
    counts = pc.day_counts(till.desk)
    assert (counts.jobs, counts.pages, counts.amount_rp, counts.outside, counts.still_out) == (2, 23, 7_000, 2, 1)
    assert next(line.job.number[-3:] for line in pc.todays_jobs(till.desk)) == "004"


def test_the_slip_says_what_is_held_when_it_is_due_and_the_law(till: Till) -> None:
    taken = out(till, BOOK, Copied("B2"), valuables="kunci motor")
    (waiting,) = slip_queue.queue(till.desk)
    assert (waiting.kind, waiting.about, waiting.id) == (SlipKind.PHOTOCOPY, taken.job.id, taken.slip_job_id)
    slip = photocopy_slip(pc.slip_view(till.desk, taken.job.id))
    texts = [block.text for block in slip.blocks if isinstance(block, Text | Title)]
    assert {"Cerita Contoh", "B1", "B2", "kunci motor", "pukul 12.00", pc.COPY_NOTICE} <= set(texts)
    assert Pair("SIM", "...1234") in slip.blocks
    assert Code(taken.job.number) in slip.blocks
    assert any("Ada Contoh" in text for text in texts)


def test_a_slip_is_printed_again_while_the_books_are_out(till: Till) -> None:
    taken = out(till)
    again = pc.reprint_slip(till.desk, taken.job.id)
    assert [job.id for job in slip_queue.queue(till.desk)] == [taken.slip_job_id, again]
    pc.back(till.desk, taken.job.id, taken.job.number)
    assert why(lambda: pc.reprint_slip(till.desk, taken.job.id)) is R.COPY_OVER
    found = pc.find_job(till.desk, taken.job.id)
    assert found is not None
    assert found.job.state is CopyState.BACK
    assert pc.find_job(till.desk, Id("9" * 32)) is None


def test_only_papers_are_offered(till: Till) -> None:
    assert [tariff.kind for tariff in pc.paper_tariffs(till.desk)] == [ChargeKind.PHOTOCOPY]


def test_the_journal_makes_the_same_rooms_again(till: Till, tmp_path: Path) -> None:
    owed = pc.inside(till.desk, 71, paper(till).id, person=member(till.ada)).job
    pc.undo(till.desk, owed.id, "seharusnya 17")
    job = out(till).job
    pc.back(till.desk, job.id, "", note="dikenali petugas", approval=till.approval())
    assert differing_tables(till.desk.database, tmp_path / "rebuild.tmp", KEY) == []
