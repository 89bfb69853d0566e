"""Lists of overdue books: who stands in them, how late, what it costs, and who is to be reminded today."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import CIRCULATION, SUPERVISOR, new_desk, operator
from overdue_books import late_member, lend, pass_days
from stock import add_member, adopt, change_member, close_days, row, set_rule

from loket.db import reminder_queries
from loket.db.engine import driver
from loket.domain import events as e
from loket.domain.entities import FineMode, Id, Loan, LoanEnd, Member
from loket.services import circulation, member_records
from loket.services.bills import preview
from loket.services.desk import Desk
from loket.services.overdue import OverdueQuery, due_soon, every_row, overdue, rows, soon_rows
from loket.services.reminders import remind

START = date(2026, 10, 6)  # a Tuesday


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Loans of seven days, Rp500 a day; every day is open, and who is late may borrow on."""
    desk = new_desk(tmp_path, today=START)
    for key, value in (("weekly_closed", ()), ("block_overdue", False), ("block_unpaid_above_rp", -1)):
        set_rule(desk, key, value)
    adopt(
        desk,
        fine_mode=FineMode.MONEY,
        fine_per_day_rp=500,
        legal_basis="Perda Contoh 1/2026",
        max_items=9,
        max_titles=9,
    )
    yield desk
    desk.database.close()


def names(desk: Desk, order: str = "due", **query: Any) -> list[str]:
    found = overdue(desk, OverdueQuery(**query), order)
    return [debtor.member.full_name for debtor in every_row(desk, found.ids)]


# ---- who and how late -----------------------------------------------------------------------------------------------


def test_a_book_is_overdue_from_the_day_after_its_due_date(desk: Desk) -> None:
    ada = late_member(desk, "A-1", "Perahu", days=7)
    assert overdue(desk).ids == ()
    pass_days(desk, 1)
    found = overdue(desk)
    assert (found.ids, found.loans) == ((ada,), 1)
    debtor = rows(desk, found.ids)[ada]
    assert (debtor.days, debtor.fine_rp) == (1, 500)
    assert [debt.book.title for debt in debtor.debts] == ["Perahu"]


def test_one_line_a_member_with_every_overdue_book_the_oldest_first(desk: Desk) -> None:
    ada = late_member(desk, "A-1", "Perahu", days=3)
    lend(desk, ada, "Bakau", "Tenun")
    pass_days(desk, 12)
    lend(desk, late_member(desk, "A-2", "Kelor"), "Sajak")
    found = overdue(desk)
    assert (found.ids, found.loans) == ((ada,), 3)
    debtor = rows(desk, found.ids)[ada]
    assert [(debt.book.title, debt.days, debt.fine_rp) for debt in debtor.debts] == [
        ("Perahu", 8, 4_000),
        ("Bakau", 5, 2_500),
        ("Tenun", 5, 2_500),
    ]
    assert debtor.fine_rp == 9_000


def test_a_book_that_came_back_is_gone_from_the_list(desk: Desk) -> None:
    ada = late_member(desk, "A-1", "Perahu", days=20)
    item_id = rows(desk, [ada])[ada].debts[0].book.loan.item_id
    circulation.check_in(desk, item_id=item_id)
    assert overdue(desk).ids == ()
    assert rows(desk, [ada]) == {}


def test_the_fine_is_what_the_counter_would_ask_for(desk: Desk) -> None:
    """By the terms of each loan, closed days and all, whatever they are now."""
    close_days(desk, *(START + timedelta(days=day) for day in (9, 10, 15)))
    ada = late_member(desk, "A-1", "Perahu", days=2)
    adopt(desk, fine_mode=FineMode.MONEY, fine_per_day_rp=2_000, fine_cap_rp=9_000, legal_basis="Perda Contoh 2/2026")
    lend(desk, ada, "Bakau")
    pass_days(desk, 18)
    debtor = rows(desk, [ada])[ada]
    asked = {one.loan.id: one.lateness.fine_rp for one in preview(desk, ada)}
    assert {debt.book.loan.id: debt.fine_rp for debt in debtor.debts} == asked
    assert debtor.fine_rp == sum(asked.values()) > 9_000


def test_the_lists_hold_what_a_walk_over_all_loans_finds(desk: Desk) -> None:
    """Random members and days, against every loan looked at one by one."""
    chance = random.Random(20261124)
    people = [add_member(desk, f"A-{n}", name=f"Anggota {n:02}") for n in range(12)]
    for day in range(30):
        who = chance.choice(people)
        lend(desk, who, f"Judul {day}")
        if chance.random() < 0.3:
            loans = [loan for loan in _all_loans(desk) if loan.end is LoanEnd.OPEN]
            circulation.check_in(desk, item_id=chance.choice(loans).item_id)
        pass_days(desk, 1)
    today = desk.today()
    late = [loan for loan in _all_loans(desk) if loan.end is LoanEnd.OPEN and loan.due_on < today]
    soon = [loan for loan in _all_loans(desk) if loan.end is LoanEnd.OPEN and 0 <= (loan.due_on - today).days <= 2]
    assert late
    assert soon
    for found, wanted in ((overdue(desk), late), (due_soon(desk), soon)):
        assert set(found.ids) == {loan.member_id for loan in wanted}
        assert found.loans == len(wanted)
    shown = {debt.book.loan.id for debtor in every_row(desk, overdue(desk).ids) for debt in debtor.debts}
    assert shown == {loan.id for loan in late}


def _all_loans(desk: Desk) -> list[Loan]:
    with desk.database.read() as connection:
        keys = driver(connection).execute("SELECT id FROM loan").fetchall()
    return [row(desk, Loan, key[0].hex()) for key in keys]


# ---- chosen and sorted ----------------------------------------------------------------------------------------------


@pytest.fixture
def school(desk: Desk) -> Desk:
    """Four who are late by 13, 12, 11 and 3 days."""
    late_member(
        desk, "A-1", "Perahu", days=1, name="Citra Contoh", school_class="VII A", institution="SMP 1", district="Alak"
    )
    late_member(
        desk, "A-2", "Bakau", days=1, name="Ada Contoh", school_class="VII B", institution="SMP 1", district="Oebobo"
    )
    late_member(desk, "A-3", "Tenun", days=8, name="Budi Contoh", member_type="mahasiswa", district="alak ")
    late_member(desk, "A-4", "Kelor", days=10, name="Dodi Contoh", school_class="vii a", institution="SMP 12")
    return desk


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ({}, ["Citra", "Ada", "Budi", "Dodi"]),
        ({"school_class": "VII A"}, ["Citra", "Dodi"]),
        ({"institution": "smp 1"}, ["Citra", "Ada"]),
        ({"district": "Alak"}, ["Citra", "Budi"]),
        ({"member_type": "mahasiswa"}, ["Budi"]),
        ({"least_days": 12}, ["Citra", "Ada"]),
        ({"most_days": 11}, ["Budi", "Dodi"]),
        ({"least_days": 12, "most_days": 12}, ["Ada"]),
        ({"text": "di co"}, ["Budi", "Dodi"]),
        ({"text": "a-2"}, ["Ada"]),
        ({"institution": "SMP"}, []),
    ],
)
def test_what_is_asked_for_must_fit(school: Desk, query: dict[str, Any], wanted: list[str]) -> None:
    assert [name.split()[0] for name in names(school, **query)] == wanted


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("due", ["Citra", "Ada", "Budi", "Dodi"]),
        ("full_name", ["Ada", "Budi", "Citra", "Dodi"]),
        ("school_class", ["Citra", "Dodi", "Ada", "Budi"]),
        ("district", ["Citra", "Budi", "Ada", "Dodi"]),
    ],
)
def test_orders(school: Desk, order: str, wanted: list[str]) -> None:
    assert [name.split()[0] for name in names(school, order)] == wanted


def test_another_order_is_a_mistake(school: Desk) -> None:
    with pytest.raises(KeyError):
        overdue(school, order="address")


def test_the_pick_lists_hold_what_late_members_have(school: Desk) -> None:
    change_member(school, add_member(school, "A-9"), school_class="IX C", district="Maulafa")
    found = overdue(school, OverdueQuery(text="nobody")).choices
    assert found.school_class == ("VII A", "VII B")
    assert found.institution == ("SMP 1", "SMP 12")
    assert found.district == ("Alak", "Oebobo")
    assert set(found.member_type) == {"umum", "mahasiswa"}


# ---- who is to be reminded ------------------------------------------------------------------------------------------


def test_who_is_due_today(desk: Desk) -> None:
    ada = late_member(desk, "A-1", "Perahu", days=9)
    assert overdue(desk, OverdueQuery(only_due=True)).ids == ()
    pass_days(desk, 1)
    found = overdue(desk, OverdueQuery(only_due=True))
    assert (found.ids, found.due) == ((ada,), (ada,))
    assert rows(desk, [ada])[ada].step == 1
    remind(desk, [ada], "phone")
    found = overdue(desk)
    assert (found.ids, found.due) == ((ada,), ())
    debtor = rows(desk, [ada])[ada]
    assert (debtor.told.step, debtor.step, debtor.next_on) == (1, 0, desk.today() + timedelta(days=11))
    pass_days(desk, 11)
    assert overdue(desk).due == (ada,)
    assert rows(desk, [ada])[ada].step == 2


def test_a_new_overdue_book_is_a_matter_of_its_own(desk: Desk) -> None:
    ada = late_member(desk, "A-1", "Perahu", days=10)
    remind(desk, [ada], "letter")
    lend(desk, ada, "Bakau")
    pass_days(desk, 10)
    debtor = rows(desk, [ada])[ada]
    assert [(debt.book.title, debt.told.step) for debt in debtor.debts] == [("Perahu", 1), ("Bakau", 0)]
    assert debtor.step == 1
    assert overdue(desk).due == (ada,)


def test_who_renewed_since_is_reminded_from_the_start(desk: Desk) -> None:
    set_rule(desk, "renew_overdue", True)
    ada = late_member(desk, "A-1", "Perahu", days=10)
    remind(desk, [ada], "letter")
    loan = rows(desk, [ada])[ada].debts[0].book.loan
    circulation.renew(desk, item_id=loan.item_id)
    pass_days(desk, 10)
    debtor = rows(desk, [ada])[ada]
    assert (debtor.told.step, debtor.step) == (0, 1)


# ---- soon due -------------------------------------------------------------------------------------------------------


def test_soon_due_are_those_of_today_and_the_next_days(desk: Desk) -> None:
    ada = late_member(desk, "A-1", "Perahu", days=1)
    budi = late_member(desk, "A-2", "Bakau", days=3)
    assert due_soon(desk).ids == ()
    pass_days(desk, 1)
    assert due_soon(desk).ids == (ada,)
    pass_days(desk, 2)
    assert due_soon(desk).ids == (ada, budi)
    shown = soon_rows(desk, [ada, budi])
    assert [shown[who].debts[0].days for who in (ada, budi)] == [0, -1]
    assert all(debtor.fine_rp == 0 and debtor.step == 0 for debtor in shown.values())
    pass_days(desk, 1)
    assert due_soon(desk).ids == (budi,)
    set_rule(desk, "due_soon_days", 0)
    assert due_soon(desk).ids == (budi,)


# ---- records that are no longer what they were ----------------------------------------------------------------------


def test_merged_records_are_one_person(desk: Desk) -> None:
    """Also loans that came in later under the record that was merged away."""
    ada = late_member(desk, "A-1", "Perahu", name="Ada Contoh", district="Alak")
    twin = late_member(desk, "A-2", "Bakau", name="Adda Contoh")
    before = remind_later(desk, twin)
    desk.operator = operator(desk, SUPERVISOR)
    member_records.merge(desk, ada, twin)
    found = overdue(desk)
    assert (found.ids, found.loans) == ((ada,), 2)
    _move_loan_back(desk, twin)
    assert overdue(desk) == found
    assert overdue(desk, OverdueQuery(district="Alak")).loans == 2, "what counts is the record that stands"
    debtor = rows(desk, [ada])[ada]
    assert {debt.book.title for debt in debtor.debts} == {"Perahu", "Bakau"}
    assert debtor.told.step == 1, "he was told of one of them"
    assert before.member_id == twin


def remind_later(desk: Desk, member_id: Id) -> Any:
    pass_days(desk, 11)
    return remind(desk, [member_id], "phone")[0]


def _move_loan_back(desk: Desk, twin: Id) -> None:
    """As when another counter, which had not heard of the merge, lent under the old record."""
    with desk.database.write() as connection:
        driver(connection).execute(
            "UPDATE loan SET member_id = ? WHERE moved_from = ?", (bytes.fromhex(twin), bytes.fromhex(twin))
        )


def test_who_was_erased_stands_in_no_list_but_the_book_is_counted(desk: Desk) -> None:
    """A counter that had not heard of it lent him a book."""
    ada = late_member(desk, "A-1", "Perahu", days=20)
    assert overdue(desk).unreachable == 0
    with desk.action() as act:
        act.record(e.MemberErased(ada, "atas permintaan sendiri"))
    assert row(desk, Member, ada).erased
    found = overdue(desk)
    assert (found.ids, found.loans, found.unreachable) == ((), 0, 1)
    assert rows(desk, [ada]) == {}
    assert remind(desk, [ada], "letter") == ()


def test_a_loan_of_somebody_unknown_here_is_counted(desk: Desk) -> None:
    ada = late_member(desk, "A-1", "Perahu", days=20)
    with desk.database.write() as connection:
        driver(connection).execute("DELETE FROM member WHERE id = ?", (bytes.fromhex(ada),))
    assert overdue(desk).unreachable == 1


def test_who_left_still_has_the_book(desk: Desk) -> None:
    ada = late_member(desk, "A-1", "Perahu", days=20)
    change_member(desk, ada, left=True)
    assert overdue(desk).ids == (ada,)


# ---- privacy and speed ----------------------------------------------------------------------------------------------


def test_where_visitors_stand_nobody_is_listed(desk: Desk) -> None:
    ada = late_member(desk, "A-1", "Perahu", days=20)
    desk.station = type(desk.station)(desk.station.id, desk.station.code, desk.station.name, "pintu")
    desk.operator = None
    assert overdue(desk).ids == due_soon(desk).ids == ()
    assert rows(desk, [ada]) == soon_rows(desk, [ada]) == {}
    assert overdue(desk).choices.member_type == ()
    desk.operator = operator(desk, CIRCULATION)
    assert overdue(desk).ids == (ada,)


@pytest.mark.parametrize(
    ("sql", "values", "index"),
    [
        (reminder_queries.DUE, ("2026-01-01", "2026-02-01"), "loan_open_by_due"),
        (reminder_queries.SINCE, ("2026-01-01",), "reminder_by_day"),
        (reminder_queries.NUMBERS, ("2026-01-01",), "reminder_by_day"),
        (reminder_queries.MERGED, (), "member_merged"),
        (reminder_queries.of_members_sql(2), (b"a" * 16, b"b" * 16, "2026-01-01", "2026-02-01"), "loan_open_by_member"),
    ],
)
def test_every_list_goes_by_an_index(desk: Desk, sql: str, values: tuple[Any, ...], index: str) -> None:
    with desk.database.read() as connection:
        plan = [line[3] for line in driver(connection).execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()]
    assert any(index in step for step in plan), plan
    assert not any(step.startswith("SCAN") and "INDEX" not in step for step in plan), plan
