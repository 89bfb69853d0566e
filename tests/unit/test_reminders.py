"""Reminders noted and taken back, their letters' numbers, and the letters themselves written again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from fakes import CIRCULATION, SUPERVISOR, new_desk, operator
from overdue_books import late_member, lend, pass_days
from stock import adopt, event_types, row, set_rule

from loket.db.engine import driver
from loket.domain import events as e
from loket.domain.entities import FineMode, Id, Reminder
from loket.domain.errors import RefusalCode, Refused
from loket.services import circulation, member_records
from loket.services.desk import Desk
from loket.services.overdue import overdue, rows, soon_rows
from loket.services.reminders import cancel, history, letters, remind, text_for

START = date(2026, 10, 6)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
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


# ---- noting ---------------------------------------------------------------------------------------------------------


def test_a_reminder_says_whom_of_what_how_and_who_noted_it(desk: Desk) -> None:
    ada = late_member(desk, "A-1", "Perahu", "Bakau", days=10)
    noted = remind(desk, [ada], "whatsapp", note=" sudah dibaca ")[0]
    kept = row(desk, Reminder, noted.id)
    assert kept == noted
    assert (kept.member_id, kept.how, kept.step, kept.note, kept.number) == (ada, "whatsapp", 1, "sudah dibaca", "")
    assert kept.on == desk.today()
    assert set(kept.loan_ids) == {debt.book.loan.id for debt in rows(desk, [ada])[ada].debts}
    assert (kept.operator_id, kept.station_id) == (desk.operator and desk.operator.id, desk.station.id)


def test_many_are_reminded_in_their_order_and_who_is_not_late_is_passed_over(desk: Desk) -> None:
    late = [late_member(desk, f"A-{n}", f"Judul {n}") for n in range(5)]
    pass_days(desk, 10)
    fresh = late_member(desk, "A-9", "Baru")
    told: list[tuple[int, int]] = []
    wanted = [late[3], fresh, *late[:2]]
    noted = remind(desk, wanted, "letter", progress=lambda done, total: told.append((done, total)))
    assert [one.member_id for one in noted] == [late[3], *late[:2]]
    assert told == [(4, 4)]
    assert event_types(desk, 3) == ["MemberReminded"] * 3


def test_the_step_is_the_one_that_is_due_else_the_last_once_more(desk: Desk) -> None:
    ada = late_member(desk, "A-1", "Perahu", days=8)
    assert remind(desk, [ada], "phone")[0].step == 1, "before it is due"
    assert remind(desk, [ada], "letter")[0].step == 1, "the same day again"
    pass_days(desk, 13)
    assert remind(desk, [ada], "letter")[0].step == 2
    assert remind(desk, [ada], "letter", step=3)[0].step == 3
    assert rows(desk, [ada])[ada].next_on is None
    assert overdue(desk).due == ()


def test_what_was_cancelled_counts_no_longer(desk: Desk) -> None:
    ada = late_member(desk, "A-1", "Perahu", days=10)
    noted = remind(desk, [ada], "letter")[0]
    assert overdue(desk).due == ()
    assert cancel(desk, noted.id)
    assert overdue(desk).due == (ada,)
    assert rows(desk, [ada])[ada].told.step == 0
    assert not cancel(desk, noted.id), "once is enough"
    assert not cancel(desk, Id("f" * 32))
    assert event_types(desk, 1) == ["ReminderCancelled"]


def test_only_who_is_signed_in_reminds(desk: Desk) -> None:
    ada = late_member(desk, "A-1", "Perahu", days=10)
    noted = remind(desk, [ada], "letter")[0]
    desk.operator = None
    for act in (lambda: remind(desk, [ada], "letter"), lambda: cancel(desk, noted.id)):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code is RefusalCode.NOT_SIGNED_IN


def test_another_way_of_reminding_is_a_mistake(desk: Desk) -> None:
    with pytest.raises(KeyError):
        remind(desk, [], "pigeon")


def test_no_letter_is_dated_by_a_clock_nobody_trusts(desk: Desk) -> None:
    ada = late_member(desk, "A-1", "Perahu", days=10)
    pass_days(desk, 60)
    with pytest.raises(Refused) as refused:
        remind(desk, [ada], "letter")
    assert refused.value.code is RefusalCode.CLOCK_DOUBTFUL


def test_the_history_of_a_person_under_every_record(desk: Desk) -> None:
    ada, twin = late_member(desk, "A-1", "Perahu"), late_member(desk, "A-2", "Bakau", days=10)
    first = remind(desk, [twin], "phone")[0]
    pass_days(desk, 1)
    second = remind(desk, [ada], "letter")[0]
    cancel(desk, second.id)
    desk.operator = operator(desk, SUPERVISOR)
    member_records.merge(desk, ada, twin)
    found = history(desk, ada)
    assert [(line.reminder.id, line.reminder.cancelled) for line in found] == [(second.id, True), (first.id, False)]
    assert {(line.by, line.station) for line in found} == {("Sirkulasi", "Loket Utama")}
    desk.operator = None
    desk.station = replace(desk.station, profile="pintu")
    assert history(desk, ada) == ()
    assert letters(desk, [first.id]) == ()


# ---- numbers --------------------------------------------------------------------------------------------------------

FORMAT = "005/{running:3}/{station}/{roman}/{yyyy}"


def test_without_a_template_the_number_is_left_to_be_written(desk: Desk) -> None:
    ada = late_member(desk, "A-1", "Perahu", days=10)
    assert remind(desk, [ada], "letter")[0].number == ""


def test_letters_are_numbered_without_gaps_and_begin_again_each_year(desk: Desk) -> None:
    set_rule(desk, "reminder_no_format", FORMAT)
    people = [late_member(desk, f"A-{n}", f"Judul {n}") for n in range(3)]
    pass_days(desk, 10)
    assert [one.number for one in remind(desk, people, "letter")] == [f"005/00{n}/L1/X/2026" for n in (1, 2, 3)]
    assert remind(desk, people[:1], "whatsapp")[0].number == "", "only a letter bears one"
    noted = remind(desk, people[:1], "letter")[0]
    assert noted.number == "005/004/L1/X/2026"
    cancel(desk, noted.id)
    assert remind(desk, people[:1], "letter")[0].number == "005/005/L1/X/2026", "a number once given stays given"
    for _ in range(3):
        pass_days(desk, 30)
        with desk.action() as act:
            act.record(e.ClockConfirmed(act.today))
    assert remind(desk, people[:1], "letter")[0].number == "005/001/L1/I/2027"


def test_a_series_that_begins_anew_passes_over_numbers_that_are_known(desk: Desk) -> None:
    """As of a counter whose database was lost, and whose rows came back from the server."""
    set_rule(desk, "reminder_no_format", FORMAT)
    people = [late_member(desk, f"A-{n}", f"Judul {n}") for n in range(3)]
    pass_days(desk, 10)
    remind(desk, people, "letter")
    with desk.database.write() as connection:
        driver(connection).execute("DELETE FROM meta WHERE key LIKE 'last_number:SP/%'")
    assert remind(desk, people[:1], "letter")[0].number == "005/004/L1/X/2026"


# ---- letters and messages -------------------------------------------------------------------------------------------


def test_a_letter_says_the_same_whenever_it_is_asked_for(desk: Desk) -> None:
    ada = late_member(desk, "A-1", "Perahu", days=2)
    lend(desk, ada, "Bakau")
    pass_days(desk, 10)
    noted = remind(desk, [ada], "letter")[0]
    letter = letters(desk, [noted.id])[0]
    assert [(debt.book.title, debt.days, debt.fine_rp) for debt in letter.debts] == [
        ("Perahu", 5, 2_500),
        ("Bakau", 3, 1_500),
    ]
    assert (letter.fine_rp, letter.steps, letter.member.full_name) == (4_000, 3, "Anggota A-1")
    pass_days(desk, 5)
    circulation.check_in(desk, item_id=letter.debts[0].book.loan.item_id)
    again = letters(desk, [noted.id])[0]
    assert [(debt.book.title, debt.days, debt.fine_rp) for debt in again.debts] == [
        (debt.book.title, debt.days, debt.fine_rp) for debt in letter.debts
    ]


def test_letters_come_in_the_order_asked_for_without_the_erased(desk: Desk) -> None:
    people = [late_member(desk, f"A-{n}", f"Judul {n}") for n in range(3)]
    pass_days(desk, 10)
    noted = [one.id for one in remind(desk, people, "letter")]
    assert [one.reminder.id for one in letters(desk, noted[::-1])] == noted[::-1]
    with desk.action() as act:
        act.record(e.MemberErased(people[1], "atas permintaan sendiri"))
    assert [one.reminder.id for one in letters(desk, [*noted, Id("f" * 32)])] == [noted[0], noted[2]]


def test_the_text_to_send(desk: Desk) -> None:
    ada = late_member(desk, "A-1", "Perahu", name="Ada Contoh", days=6)
    soon = soon_rows(desk, [ada])[ada]
    assert "paling lambat 13 Oktober 2026" in text_for(desk, soon)
    pass_days(desk, 4)
    late = rows(desk, [ada])[ada]
    text = text_for(desk, late)
    assert "Yth. Ada Contoh" in text
    assert "terlambat 3 hari" in text
    assert "Rp1.500" in text
    set_rule(desk, "reminder_message", "{nama}, kembalikan {buku}. {perpustakaan}")
    assert text_for(desk, late) == "Ada Contoh, kembalikan Perahu. Perpustakaan Umum Contoh"


def test_a_long_list_leaves_the_counter_free_in_between(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loket.services.reminders.AT_ONCE", 2)
    people = [late_member(desk, f"A-{n}", f"Judul {n}") for n in range(5)]
    pass_days(desk, 10)
    told: list[tuple[int, int]] = []
    desk.operator = operator(desk, CIRCULATION)
    assert len(remind(desk, people, "letter", progress=lambda done, total: told.append((done, total)))) == 5
    assert told == [(2, 5), (4, 5), (5, 5)]
    assert overdue(desk).due == ()
    assert rows(desk, people)[people[0]].next_on == desk.today() + timedelta(days=11)
