"""The internet room: who may sit down, for how long, and whose card still lies at the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import ADMIN, CIRCULATION, KEY, SUPERVISOR, new_desk, operator
from rooms import add_computers, guest, later, member
from stock import add_member, change_member, event_types, set_rule

from loket.db.rebuild import differing_tables
from loket.domain.entities import Id, InternetSeat, SessionState
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.internet import SeatState
from loket.reports.internet import internet_register, internet_register_pdf
from loket.reports.letterhead import Issuer, Letterhead
from loket.reports.pdf import load_fonts
from loket.services import internet_room as ir
from loket.services.circulation import Approval
from loket.services.desk import Desk
from loket.services.member_records import merge

R = RefusalCode
FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
VISIT, OTHER_VISIT = Id("e" * 32), Id("f" * 32)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return new_desk(tmp_path)


def why(work: Callable[[], Any]) -> RefusalCode:
    with pytest.raises(Refused) as refused:
        work()
    return refused.value.code


def fault(work: Callable[[], Any]) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as wrong:
        work()
    return wrong.value.field, wrong.value.code


def word(desk: Desk, reason: str = "kunjungan dinas") -> Approval:
    return Approval(operator(desk, SUPERVISOR).id, reason)


def state(desk: Desk, place: int = 0) -> SeatState:
    return ir.board(desk)[place].state(5, desk.clock.boot_id, desk.clock.mono_ms())


# ---- sitting down -------------------------------------------------------------------------------------------------


def test_a_member_sits_down_and_his_card_is_held(desk: Desk) -> None:
    seat, other = add_computers(desk, 2)
    started = ir.start(desk, seat, member(add_member(desk, name="Ada Contoh")), purpose="Tugas  sekolah")
    session = started.session
    assert (session.state, session.minutes, session.card_held) == (SessionState.RUNNING, 45, True)
    assert (session.purpose, session.user, session.seat_id) == ("Tugas sekolah", "", seat)
    taken, free = ir.board(desk)
    assert (taken.name, taken.number, free.seat.id, free.session) == ("Ada Contoh", "M-1", other, None)
    assert why(lambda: ir.start(desk, seat, member(add_member(desk, "M-2")))) is R.INTERNET_SEAT_TAKEN


def test_time_runs_warns_and_runs_over(desk: Desk) -> None:
    (seat,) = add_computers(desk, 1)
    assert state(desk) is SeatState.FREE
    ir.start(desk, seat, member(add_member(desk)))
    assert state(desk) is SeatState.RUNNING
    later(desk, minutes=40)
    assert state(desk) is SeatState.WARNING
    later(desk, minutes=6)
    assert state(desk) is SeatState.OVERRUN
    assert ir.board(desk)[0].left_ms(desk.clock.boot_id, desk.clock.mono_ms()) == -60_000
    assert len(ir.still_running(desk)) == 1


def test_a_session_ends_and_the_card_goes_back(desk: Desk) -> None:
    (seat,) = add_computers(desk, 1)
    session = ir.start(desk, seat, member(add_member(desk))).session
    later(desk, minutes=30)
    ended = ir.end(desk, session.id, card_back=True)
    assert (ended.state, ended.used_min, ended.card_held, ended.end_how) == (SessionState.ENDED, 30, False, "done")
    assert ended.card_back_at is not None
    assert ir.held_cards(desk) == ()
    assert why(lambda: ir.end(desk, session.id, card_back=True)) is R.SESSION_OVER


def test_a_forgotten_card_stays_on_the_list_above_those_in_use(desk: Desk) -> None:
    first, second = add_computers(desk, 2)
    gone = ir.start(desk, first, member(add_member(desk, name="Ada Contoh"))).session
    ir.start(desk, second, member(add_member(desk, "M-2", name="Budi Contoh")))
    ir.end(desk, gone.id, card_back=False)
    assert [(held.name, held.seat, held.is_over) for held in ir.held_cards(desk)] == [
        ("Ada Contoh", "1", True),
        ("Budi Contoh", "2", False),
    ]
    assert not ir.card_back(desk, gone.id).card_held
    assert [held.name for held in ir.held_cards(desk)] == ["Budi Contoh"]
    assert why(lambda: ir.card_back(desk, gone.id)) is R.SESSION_OVER


def test_one_person_has_one_computer_under_whichever_record(desk: Desk) -> None:
    first, second = add_computers(desk, 2)
    ada, twin = add_member(desk, name="Ada Contoh"), add_member(desk, "M-2", name="Ada Contoh")
    ir.start(desk, first, member(twin))
    desk.operator = operator(desk, SUPERVISOR)
    merge(desk, ada, twin)
    desk.operator = operator(desk, CIRCULATION)
    assert why(lambda: ir.start(desk, second, member(ada))) is R.INTERNET_RUNNING


def test_a_card_must_be_valid_or_a_supervisor_says_so(desk: Desk) -> None:
    (seat,) = add_computers(desk, 1)
    ada = add_member(desk, valid_until=desk.today() - timedelta(days=1))
    assert why(lambda: ir.start(desk, seat, member(ada))) is R.MEMBER_EXPIRED
    started = ir.start(desk, seat, member(ada), approval=word(desk))
    assert [block.code for block in started.overridden] == [R.MEMBER_EXPIRED]
    assert event_types(desk, 2) == ["OverrideGranted", "SessionStarted"]


def test_who_left_gets_no_computer_on_anybodys_word(desk: Desk) -> None:
    (seat,) = add_computers(desk, 1)
    ada = add_member(desk)
    change_member(desk, ada, left=True)
    assert why(lambda: ir.start(desk, seat, member(ada), approval=word(desk))) is R.MEMBER_LEFT


def test_late_books_and_debts_are_no_matter_here(desk: Desk) -> None:
    (seat,) = add_computers(desk, 1)
    set_rule(desk, "block_unpaid_above_rp", 0)
    assert ir.start(desk, seat, member(add_member(desk))).overridden == ()


def test_a_guest_needs_a_word_while_cards_are_held_and_none_otherwise(desk: Desk) -> None:
    first, second = add_computers(desk, 2)
    assert why(lambda: ir.start(desk, first, guest("T. C.", VISIT))) is R.INTERNET_CARD_NEEDED
    started = ir.start(desk, first, guest("T. C.", VISIT), approval=word(desk)).session
    assert (started.user, started.visit_id, started.card_held) == ("T. C.", VISIT, False)
    assert why(lambda: ir.start(desk, second, guest("T. C.", VISIT), approval=word(desk))) is R.INTERNET_RUNNING
    set_rule(desk, "internet_card_held", False)
    assert ir.start(desk, second, None, user="Tamu lain").session.user == "Tamu lain"


def test_nobody_sits_down_without_a_name(desk: Desk) -> None:
    (seat,) = add_computers(desk, 1)
    assert fault(lambda: ir.start(desk, seat, None)) == ("user", "text_missing")
    assert fault(lambda: ir.start(desk, seat, None, user="x" * 101)) == ("user", "text_too_long")
    assert fault(lambda: ir.start(desk, seat, None, user="x", minutes=0)) == ("minutes", "number_out_of_range")
    assert fault(lambda: ir.start(desk, seat, None, user="x", purpose="x" * 61)) == ("purpose", "text_too_long")
    desk.operator = None
    assert why(lambda: ir.start(desk, seat, None, user="x")) is R.NOT_SIGNED_IN


def test_the_day_has_so_many_minutes_for_one_person(desk: Desk) -> None:
    set_rule(desk, "internet_daily_min", 60)
    (seat,) = add_computers(desk, 1)
    ada = member(add_member(desk))
    session = ir.start(desk, seat, ada).session
    later(desk, minutes=45)
    ir.end(desk, session.id, card_back=True)
    again = ir.start(desk, seat, ada).session
    assert again.minutes == 15
    later(desk, minutes=15)
    assert why(lambda: ir.extend(desk, again.id)) is R.INTERNET_DAILY
    ir.end(desk, again.id, card_back=True)
    assert why(lambda: ir.start(desk, seat, ada)) is R.INTERNET_DAILY
    assert ir.start(desk, seat, ada, approval=word(desk)).session.minutes == 45
    later(desk, days=1)
    ir.close_day(desk)
    assert ir.start(desk, seat, ada).session.minutes == 45


# ---- the queue ----------------------------------------------------------------------------------------------------


def test_the_queue_goes_first_come_first_served(desk: Desk) -> None:
    (seat,) = add_computers(desk, 1)
    people = [member(add_member(desk, f"M-{n}", name=f"Orang {n}"), f"Orang {n}", f"M-{n}") for n in range(4)]
    running = ir.start(desk, seat, people[0]).session
    first = ir.queue_up(desk, people[1], purpose="Surel")
    later(desk, minutes=1)
    ir.queue_up(desk, people[2])
    assert [(line.place, line.name) for line in ir.waiting(desk)] == [(1, "Orang 1"), (2, "Orang 2")]
    assert why(lambda: ir.queue_up(desk, people[1])) is R.INTERNET_WAITING
    assert why(lambda: ir.queue_up(desk, people[0])) is R.INTERNET_RUNNING
    ir.end(desk, running.id, card_back=True)
    assert why(lambda: ir.start(desk, seat, people[3])) is R.INTERNET_OTHERS_WAIT
    assert why(lambda: ir.start(desk, seat, people[2])) is R.INTERNET_OTHERS_WAIT
    started = ir.start(desk, seat, None, session_id=first.id).session
    assert (started.id, started.member_id, started.purpose) == (first.id, people[1].member_id, "Surel")
    assert [line.name for line in ir.waiting(desk)] == ["Orang 2"]
    assert why(lambda: ir.start(desk, seat, None, session_id=first.id)) is R.SESSION_OVER


def test_who_waits_and_comes_with_his_card_leaves_the_queue_by_it(desk: Desk) -> None:
    (seat,) = add_computers(desk, 1)
    ada = member(add_member(desk))
    asked = ir.queue_up(desk, ada)
    assert ir.start(desk, seat, ada).session.id == asked.id
    assert ir.waiting(desk) == ()


def test_where_there_are_computers_for_all_nobody_is_kept_waiting(desk: Desk) -> None:
    first, _ = add_computers(desk, 2)
    ir.queue_up(desk, member(add_member(desk)))
    assert ir.start(desk, first, member(add_member(desk, "M-2"))).overridden == ()


def test_who_goes_away_leaves_the_queue(desk: Desk) -> None:
    asked = ir.queue_up(desk, None, user="Tamu")
    assert ir.cancel(desk, asked.id).state is SessionState.CANCELLED
    assert why(lambda: ir.cancel(desk, asked.id)) is R.SESSION_OVER
    assert ir.waiting(desk) == ()


def test_yesterdays_queue_is_over(desk: Desk) -> None:
    ir.queue_up(desk, None, user="Tamu")
    later(desk, days=1)
    assert ir.waiting(desk) == ()


# ---- while he sits there ------------------------------------------------------------------------------------------


def test_one_extension_and_none_while_others_wait(desk: Desk) -> None:
    (seat,) = add_computers(desk, 1)
    session = ir.start(desk, seat, member(add_member(desk))).session
    asked = ir.queue_up(desk, None, user="Tamu")
    assert why(lambda: ir.extend(desk, session.id)) is R.INTERNET_OTHERS_WAIT
    ir.cancel(desk, asked.id)
    longer = ir.extend(desk, session.id)
    assert (longer.minutes, longer.extensions) == (60, 1)
    assert why(lambda: ir.extend(desk, session.id)) is R.INTERNET_EXTENSIONS
    assert ir.extend(desk, session.id, approval=word(desk)).minutes == 75


def test_where_no_extension_is_set_none_is_given(desk: Desk) -> None:
    set_rule(desk, "internet_extension_min", 0)
    (seat,) = add_computers(desk, 1)
    session = ir.start(desk, seat, member(add_member(desk))).session
    assert why(lambda: ir.extend(desk, session.id)) is R.INTERNET_EXTENSIONS


def test_he_moves_and_his_time_goes_on(desk: Desk) -> None:
    first, second, third = add_computers(desk, 3)
    session = ir.start(desk, first, member(add_member(desk))).session
    ir.start(desk, third, member(add_member(desk, "M-2")))
    later(desk, minutes=10)
    assert why(lambda: ir.move(desk, session.id, third)) is R.INTERNET_SEAT_TAKEN
    assert ir.move(desk, session.id, second).seat_id == second
    assert ir.move(desk, session.id, second).seat_id == second
    later(desk, minutes=10)
    assert ir.end(desk, session.id, card_back=True).used_min == 20


def test_a_session_begun_by_mistake_needs_a_reason_and_does_not_count(desk: Desk) -> None:
    (seat,) = add_computers(desk, 1)
    session = ir.start(desk, seat, member(add_member(desk))).session
    assert fault(lambda: ir.cancel(desk, session.id)) == ("reason", "reason_missing")
    assert not ir.cancel(desk, session.id, "kartu orang lain").card_held
    assert (ir.day_log(desk), ir.day_use(desk).sessions) == ((), 0)


def test_closing_time_ends_every_session_and_the_queue(desk: Desk) -> None:
    first, _ = add_computers(desk, 2)
    ir.start(desk, first, member(add_member(desk)))
    ir.queue_up(desk, None, user="Tamu")
    assert ir.close_day(desk) == 2
    assert (ir.still_running(desk), ir.waiting(desk)) == ((), ())
    assert [held.is_over for held in ir.held_cards(desk)] == [True]


def test_no_other_ending_is_taken(desk: Desk) -> None:
    (seat,) = add_computers(desk, 1)
    session = ir.start(desk, seat, member(add_member(desk))).session
    with pytest.raises(ValueError, match="bored"):
        ir.end(desk, session.id, card_back=True, how="bored")


# ---- the computers ------------------------------------------------------------------------------------------------


def test_computers_stand_in_rows_and_numbers_are_given_once(desk: Desk) -> None:
    desk.operator = operator(desk, ADMIN)
    made = ir.add_seats(desk, 1, 6, 4, prefix="PC ")
    assert [(seat.number, seat.row, seat.column) for seat in made][3:5] == [("PC4", 1, 4), ("PC5", 2, 1)]
    more = ir.add_seats(desk, 5, 8, 4, prefix="PC")
    assert [(seat.number, seat.row) for seat in more] == [("PC7", 3), ("PC8", 3)]
    assert fault(lambda: ir.set_seat(desk, InternetSeat(Id(""), "pc1"))) == ("number", "seat_number_taken")
    assert fault(lambda: ir.set_seat(desk, InternetSeat(Id(""), " "))) == ("number", "text_missing")
    assert fault(lambda: ir.set_seat(desk, InternetSeat(Id(""), "9", OTHER_VISIT))) == ("room", "room_unknown")
    assert fault(lambda: ir.add_seats(desk, 4, 3, 4)) == ("last", "number_out_of_range")
    assert fault(lambda: ir.add_seats(desk, 0, 3, 4)) == ("first", "number_out_of_range")
    assert fault(lambda: ir.add_seats(desk, 1, 100, 1)) == ("columns", "number_out_of_range")
    ir.set_seat(desk, replace(made[0], retired=True))
    assert ir.set_seat(desk, InternetSeat(Id(""), "PC1")).number == "PC1"


def test_only_who_keeps_the_rules_sets_computers_and_everybody_says_one_is_broken(desk: Desk) -> None:
    (seat,) = add_computers(desk, 1)
    assert why(lambda: ir.add_seats(desk, 2, 3, 4)) is R.ROLE_MISSING
    assert fault(lambda: ir.set_out_of_order(desk, seat, "")) == ("reason", "reason_missing")
    ir.set_out_of_order(desk, seat, "layar mati")
    assert state(desk) is SeatState.OUT_OF_ORDER
    ada = member(add_member(desk))
    assert why(lambda: ir.start(desk, seat, ada)) is R.INTERNET_SEAT_OUT
    ir.put_in_order(desk, seat)
    ir.start(desk, seat, ada)
    assert why(lambda: ir.set_out_of_order(desk, seat, "layar mati")) is R.INTERNET_SEAT_TAKEN


# ---- the register -------------------------------------------------------------------------------------------------


def test_the_month_has_its_sessions_and_the_paper_its_sums(desk: Desk) -> None:
    set_rule(desk, "internet_card_held", False)
    (seat,) = add_computers(desk, 1)
    for number, minutes in enumerate((20, 40)):
        who = member(add_member(desk, name="Ada Contoh")) if number == 0 else guest("T. C.", VISIT)
        session = ir.start(desk, seat, who, purpose="Mengetik", card_held=number == 0).session
        later(desk, minutes=minutes)
        ir.end(desk, session.id, card_back=number == 0)
    later(desk, days=30)
    assert ir.day_log(desk) == ()
    log = ir.month_log(desk, 2026, 11)
    assert [(line.name, line.seat, line.session.used_min) for line in log] == [
        ("Ada Contoh", "1", 20),
        ("T. C.", "1", 40),
    ]
    use = ir.day_use(desk, date(2026, 11, 24))
    assert (use.sessions, use.minutes, use.members, use.guests, use.by_purpose) == (2, 60, 1, 1, {"Mengetik": 2})
    issuer = Issuer(desk.library, Letterhead(), desk.settings(), desk.today())
    ledger = internet_register(log, issuer, "Bulan November 2026")
    assert ledger.sums()["minutes"] == 60
    assert ledger.lines[0].cells[5:7] == ("10.00", "10.20")
    assert [line.cells[9] for line in ledger.lines] == ["10.20", "–"]
    assert ledger.notes == ("Jumlah pemakaian 2 kali: 1 oleh anggota, 1 oleh tamu.",)
    assert internet_register_pdf(log, issuer, load_fonts(FONTS), period="Bulan November 2026").startswith(b"%PDF")


def test_the_journal_makes_the_same_room_again(desk: Desk, tmp_path: Path) -> None:
    first, second = add_computers(desk, 2)
    ada = member(add_member(desk))
    ir.queue_up(desk, ada)
    session = ir.start(desk, first, ada).session
    ir.extend(desk, session.id)
    ir.move(desk, session.id, second)
    later(desk, minutes=50)
    ir.end(desk, session.id, card_back=False)
    ir.card_back(desk, session.id)
    assert differing_tables(desk.database, tmp_path / "rebuild.tmp", KEY) == []
