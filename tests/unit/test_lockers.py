"""Lockers at the desk: given out once, given back against the tag, opened only before two people."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import ADMIN, CIRCULATION, SUPERVISOR, TODAY, new_desk, operator
from papers import FONTS, HEAD, LIBRARY, SETTINGS, overlapping, pages_of, white_mm
from stock import add_item, add_member, adopt_tariff, change_member, event_types, journal, must, row, set_rule

from loket.domain import events as e
from loket.domain.entities import Charge, Id, InternetSeat, Locker, LockerEnd, LockerUse, Pledge, Visit
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.reports.letterhead import Issuer
from loket.reports.locker_statement import locker_statement_pdf
from loket.reports.slip_kinds import Where, locker_tag_slip
from loket.reports.slips import PAPERS, parts_of
from loket.services import locker_banks, slip_queue
from loket.services import locker_troubles as troubles
from loket.services import lockers as service
from loket.services.circulation import Approval
from loket.services.clearance import open_matters_of
from loket.services.desk import Desk
from loket.services.house_codes import HouseThing, recognise
from loket.services.lockers import LockerState, UseView
from loket.services.member_records import merge
from loket.services.slip_queue import SlipKind, TagPart
from loket.services.visitors import Person

WHY = "barang tertinggal sejak kemarin"
LOST = troubles.LostTag("KTP-el", "12-34", "tas  hitam, di dalamnya payung biru")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Six lockers in two rows at the door; the circulation operator is signed in."""
    made = new_desk(tmp_path)
    sit(made, ADMIN)
    locker_banks.add_bank(made, "Pintu masuk", "1", "6", 3)
    sit(made, CIRCULATION)
    yield made
    made.database.close()


def sit(desk: Desk, username: str) -> None:
    desk.operator = operator(desk, username)


def locker(desk: Desk, number: str) -> Locker:
    return must(service.tile_by_number(desk, number)).locker


def guest(desk: Desk, name: str = "Tamu Contoh", number: str = "P261124-L1-001") -> Person:
    """Somebody with a visitor's slip."""
    with desk.action() as act:
        visit_id = act.new_id()
        act.record(e.VisitRecorded(visit_id, "guest", act.now, act.today, visitor_no=number, guest=e.Guest(name)))
    return Person(None, visit_id, name, number)


def member(desk: Desk, number: str = "A-1", name: str = "Ada Contoh") -> Person:
    return Person(add_member(desk, number, name=name), None, name, number)


def word(desk: Desk, reason: str = WHY) -> Approval:
    return Approval(operator(desk, SUPERVISOR).id, reason)


def refused(work: Callable[..., object], *args: object, **kwargs: object) -> Refused:
    with pytest.raises(Refused) as found:
        work(*args, **kwargs)
    return found.value


def invalid(work: Callable[..., object], *args: object, **kwargs: object) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as found:
        work(*args, **kwargs)
    return found.value.field, found.value.code


def states(desk: Desk) -> dict[str, LockerState]:
    return {tile.locker.number: tile.state for tile in service.board(desk)}


# ---- given out, given back ------------------------------------------------------------------------------------------


def test_a_locker_is_given_to_one_and_comes_back_against_its_tag(desk):
    ada = member(desk)
    assert must(service.propose(desk)).number == "1"
    taken = service.take(desk, locker(desk, "1").id, ada, contents=" tas   merah ")
    assert taken.use.contents == "tas merah"
    assert states(desk)["1"] is LockerState.TAKEN
    assert must(service.propose(desk)).number == "2"
    assert must(service.use_of_person(desk, ada)).use.id == taken.use.id
    desk.clock.advance(hours=1)
    found = must(service.find_by_tag(desk, taken.tag.lower()))
    assert (found.holder, found.number, found.locker.number, found.open) == ("Ada Contoh", "A-1", "1", True)
    back = service.give_back(desk, found.use.id, name_matched=True)
    assert (back.use.end, back.use.ended_on, back.ended_by) == (LockerEnd.RETURNED, TODAY, "Sirkulasi")
    assert states(desk)["1"] is LockerState.FREE
    assert service.use_of_person(desk, ada) is None
    assert service.still_out(desk) == ()


def test_the_tag_is_of_this_use_alone(desk):
    box, ada = locker(desk, "1"), member(desk)
    first = service.take(desk, box.id, ada)
    service.give_back(desk, first.use.id, name_matched=True)
    second = service.take(desk, box.id, ada)
    assert first.tag != second.tag
    old = must(service.find_by_tag(desk, first.tag))
    assert not old.open
    answer = refused(service.give_back, desk, old.use.id, name_matched=True)
    assert (answer.code, answer.params) == (RefusalCode.LOCKER_DONE, {"number": "1", "at": "24-11-2026 10.00"})
    assert service.find_by_tag(desk, "T9-ABC") is None
    assert service.find_by_tag(desk, "P261124-L1-001") is None


def test_things_go_back_only_to_who_says_the_name(desk):
    taken = service.take(desk, locker(desk, "1").id, guest(desk))
    answer = refused(service.give_back, desk, taken.use.id, name_matched=False)
    assert (answer.code, answer.params["number"]) == (RefusalCode.LOCKER_NAME_MISMATCH, "1")
    assert states(desk)["1"] is LockerState.TAKEN


def test_a_locker_in_use_or_out_of_order_is_not_given_out(desk):
    ada, budi = member(desk), member(desk, "A-2", "Budi Contoh")
    one, two = locker(desk, "1"), locker(desk, "2")
    service.take(desk, one.id, ada)
    answer = refused(service.take, desk, one.id, budi)
    assert (answer.code, answer.params) == (RefusalCode.LOCKER_TAKEN, {"number": "1"})
    troubles.set_out_of_order(desk, two.id, "engsel   patah")
    answer = refused(service.take, desk, two.id, budi)
    assert answer.code is RefusalCode.LOCKER_OUT_OF_ORDER
    assert answer.params == {"number": "2", "reason": "engsel patah"}
    assert (states(desk)["2"], must(service.propose(desk)).number) == (LockerState.OUT_OF_ORDER, "3")
    troubles.put_in_order(desk, two.id)
    assert must(service.propose(desk)).number == "2"
    assert refused(service.take, desk, Id("f" * 32), budi).code is RefusalCode.LOCKER_UNKNOWN


def test_one_locker_a_person_unless_a_second_person_says_so(desk):
    tamu = guest(desk)
    service.take(desk, locker(desk, "1").id, tamu)
    two = locker(desk, "2")
    answer = refused(service.take, desk, two.id, tamu)
    assert (answer.code, answer.overridable) == (RefusalCode.LOCKER_HELD, True)
    assert answer.params == {"number": "1", "name": "Tamu Contoh"}
    himself = Approval(must(desk.operator).id, WHY)
    assert refused(service.take, desk, two.id, tamu, approval=himself).code is RefusalCode.SECOND_PERSON
    taken = service.take(desk, two.id, tamu, approval=word(desk))
    granted, event = (found.event for found in journal(desk)[-2:])
    assert (granted.codes, granted.reason) == (("locker_held",), WHY)
    assert event.override_id == granted.override_id
    assert taken.use.visit_id == tamu.visit_id
    nobody = Person(None, None, "Tamu Lain", "")
    service.take(desk, locker(desk, "3").id, nobody)
    service.take(desk, locker(desk, "4").id, replace(nobody, name="Tamu Lain Lagi"))


def test_merged_records_are_one_person(desk):
    ada, twin = member(desk), member(desk, "A-9", "Ada C.")
    service.take(desk, locker(desk, "1").id, twin)
    sit(desk, SUPERVISOR)
    merge(desk, ada.member_id, twin.member_id)
    assert refused(service.take, desk, locker(desk, "2").id, ada).code is RefusalCode.LOCKER_HELD
    assert must(service.use_of_person(desk, ada)).holder == "Ada Contoh"


def test_somebody_has_to_be_signed_in(desk):
    ada, box = member(desk), locker(desk, "1")
    taken = service.take(desk, box.id, ada)
    desk.operator = None
    for work in (
        lambda: service.take(desk, box.id, ada),
        lambda: service.give_back(desk, taken.use.id, name_matched=True),
        lambda: service.undo_take(desk, taken.use.id, WHY),
        lambda: service.reprint_tags(desk, taken.use.id),
        lambda: troubles.move(desk, taken.use.id, box.id),
        lambda: troubles.set_out_of_order(desk, box.id, WHY),
        lambda: troubles.tag_lost(desk, taken.use.id, LOST, None),
        lambda: troubles.force_open(desk, taken.use.id, WHY, None, found="kosong"),
        lambda: locker_banks.add_bank(desk, "", "20", "21", 1),
    ):
        assert refused(work).code is RefusalCode.NOT_SIGNED_IN


def test_no_list_names_anybody_where_visitors_stand(desk):
    service.take(desk, locker(desk, "1").id, member(desk))
    desk.operator, desk.station = None, replace(desk.station, profile="pintu")
    assert {tile.holder for tile in service.board(desk)} == {""}
    assert [view.holder for view in service.still_out(desk)] == [""]
    desk.operator = operator(desk, CIRCULATION)
    assert [(view.holder, view.number) for view in service.still_out(desk)] == [("Ada Contoh", "A-1")]


def test_who_has_neither_card_nor_slip_gives_a_name(desk):
    box = locker(desk, "1")
    assert invalid(service.take, desk, box.id, Person(None, None, "  ", "")) == ("person", "holder_missing")
    number = "Tamu 1111222233334444"
    assert invalid(service.take, desk, box.id, Person(None, None, number, "")) == ("person", "identity_typed")
    assert invalid(service.take, desk, box.id, member(desk), contents="x" * 121) == ("contents", "text_too_long")
    taken = service.take(desk, box.id, Person(None, None, "Tamu   Contoh", ""))
    assert taken.use.holder == "Tamu Contoh"


def test_a_members_name_is_not_written_down_twice(desk):
    taken = service.take(desk, locker(desk, "1").id, member(desk))
    assert taken.use.holder == ""
    assert journal(desk)[-1].event.holder is None


# ---- what is held for the tag ---------------------------------------------------------------------------------------


def test_a_document_is_held_by_its_last_four_signs_alone(desk):
    box, ada = locker(desk, "1"), member(desk)
    set_rule(desk, "locker_pledge", Pledge.IDENTITY)
    assert invalid(service.take, desk, box.id, ada) == ("pledge_type", "text_missing")
    for typed, code in (
        ("", "text_missing"),
        ("123", "pledge_last4"),
        ("12 3#", "pledge_last4"),
        ("1111222233334444", "pledge_whole_number"),
        ("12345", "pledge_whole_number"),
    ):
        said = {"pledge_type": "KTP-el", "pledge_last4": typed}
        assert invalid(service.take, desk, box.id, ada, **said) == ("pledge_last4", code)
    whole = {"pledge_type": "KTP 1111222233334444", "pledge_last4": "4444"}
    assert invalid(service.take, desk, box.id, ada, **whole) == ("pledge_type", "identity_typed")
    assert service.board(desk)[0].use is None
    use = service.take(desk, box.id, ada, pledge_type="Paspor", pledge_last4="a-1 23").use
    assert (use.pledge, use.pledge_type, use.pledge_last4, use.pledge_rp) == (Pledge.IDENTITY, "Paspor", "A123", 0)


def test_money_is_held_as_much_as_the_library_says(desk):
    set_rule(desk, "locker_pledge", Pledge.MONEY)
    set_rule(desk, "locker_deposit_rp", 10_000)
    use = service.take(desk, locker(desk, "1").id, member(desk), pledge_last4="1111222233334444").use
    assert (use.pledge, use.pledge_rp, use.pledge_last4) == (Pledge.MONEY, 10_000, "")


def test_nothing_is_held_where_the_library_holds_nothing(desk):
    use = service.take(desk, locker(desk, "1").id, member(desk), pledge_type="KTP-el", pledge_last4="1234").use
    assert (use.pledge, use.pledge_type, use.pledge_last4) == (Pledge.NONE, "", "")


# ---- overdue --------------------------------------------------------------------------------------------------------


def test_things_are_overdue_after_the_hours_and_never_stay_overnight(desk):
    set_rule(desk, "locker_hours", 3)
    service.take(desk, locker(desk, "1").id, member(desk))
    desk.clock.advance(hours=3)
    assert states(desk)["1"] is LockerState.TAKEN
    desk.clock.advance(seconds=1)
    assert states(desk)["1"] is LockerState.OVERDUE
    set_rule(desk, "locker_hours", 0)
    assert states(desk)["1"] is LockerState.TAKEN
    desk.clock.advance(hours=14)
    (tile,) = [one for one in service.board(desk) if one.state is LockerState.OVERDUE]
    assert (tile.locker.number, tile.holder, tile.uses[0].overdue) == ("1", "Ada Contoh", True)


def test_a_clock_put_back_makes_nothing_overdue(desk):
    set_rule(desk, "locker_hours", 3)
    service.take(desk, locker(desk, "1").id, member(desk))
    desk.clock.set(desk.clock.now() - timedelta(hours=9))
    assert states(desk)["1"] is LockerState.TAKEN


# ---- undone, moved --------------------------------------------------------------------------------------------------


def test_what_was_given_out_by_mistake_never_counted(desk):
    taken = service.take(desk, locker(desk, "1").id, member(desk))
    assert invalid(service.undo_take, desk, taken.use.id, " ") == ("reason", "reason_missing")
    undone = service.undo_take(desk, taken.use.id, "salah orang")
    assert undone.use.end is LockerEnd.CANCELLED
    assert states(desk)["1"] is LockerState.FREE
    assert service.day_log(desk, TODAY) == ()
    assert slip_queue.queue(desk) == ()
    assert refused(service.undo_take, desk, taken.use.id, "lagi").code is RefusalCode.LOCKER_DONE


def test_things_move_with_their_tag(desk):
    taken = service.take(desk, locker(desk, "1").id, member(desk))
    two = locker(desk, "2")
    service.take(desk, two.id, guest(desk))
    assert refused(troubles.move, desk, taken.use.id, taken.locker.id).code is RefusalCode.LOCKER_SAME
    assert refused(troubles.move, desk, taken.use.id, two.id).code is RefusalCode.LOCKER_TAKEN
    moved = troubles.move(desk, taken.use.id, locker(desk, "3").id, "pintu macet")
    assert (moved.locker.number, moved.use.moved_from, moved.use.tag) == ("3", "1", taken.tag)
    assert states(desk)["1"] is LockerState.FREE
    assert must(service.find_by_tag(desk, taken.tag)).locker.number == "3"
    service.give_back(desk, taken.use.id, name_matched=True)
    assert states(desk)["3"] is LockerState.FREE


# ---- without the tag ------------------------------------------------------------------------------------------------


def test_without_the_tag_things_go_back_on_proof_before_two_people(desk):
    taken = service.take(desk, locker(desk, "1").id, member(desk))
    assert refused(troubles.tag_lost, desk, taken.use.id, LOST, None).code is RefusalCode.APPROVAL_NEEDED
    himself = Approval(must(desk.operator).id, WHY)
    assert refused(troubles.tag_lost, desk, taken.use.id, LOST, himself).code is RefusalCode.SECOND_PERSON
    for field, value, code in (
        ("identity_type", "", "text_missing"),
        ("identity_last4", "1111222233334444", "pledge_whole_number"),
        ("proof", " ", "text_missing"),
        ("proof", "NIK 1111 2222 3333 4444", "identity_typed"),
        ("proof", "x" * 301, "text_too_long"),
    ):
        wrong = replace(LOST, **{field: value})
        assert invalid(troubles.tag_lost, desk, taken.use.id, wrong, word(desk)) == (field, code)
    assert states(desk)["1"] is LockerState.TAKEN
    closed = troubles.tag_lost(desk, taken.use.id, LOST, word(desk))
    assert (closed.view.use.end, closed.statement_no) == (LockerEnd.LOST_TAG, "001/PL/L1/XI/2026")
    assert (closed.charge, closed.sold_at_cash_desk) == (None, False)
    event = journal(desk)[-1].event
    assert (event.identity_type, event.identity_last4) == ("KTP-el", "1234")
    assert event.witness_id == operator(desk, SUPERVISOR).id
    assert states(desk)["1"] is LockerState.FREE
    assert refused(service.give_back, desk, taken.use.id, name_matched=True).code is RefusalCode.LOCKER_DONE


def test_a_member_owes_the_lost_tag_by_its_tariff_and_a_guest_buys_it(desk):
    ada, tamu = member(desk), guest(desk)
    his = service.take(desk, locker(desk, "1").id, ada)
    guests = service.take(desk, locker(desk, "2").id, tamu)
    answer = refused(troubles.tag_lost, desk, his.use.id, LOST, word(desk), charge=True)
    assert (answer.code, answer.params) == (RefusalCode.NO_TARIFF, {"charge_kind": "lost_tag"})
    assert (states(desk)["1"], troubles.lost_tag_rp(desk)) == (LockerState.TAKEN, 0)
    adopt_tariff(desk, "lost_tag", 25_000)
    assert troubles.lost_tag_rp(desk) == 25_000
    closed = troubles.tag_lost(desk, his.use.id, LOST, word(desk), charge=True)
    charge = must(closed.charge)
    assert (charge.member_id, charge.kind, charge.amount_rp) == (ada.member_id, "lost_tag", 25_000)
    assert row(desk, Charge, must(closed.view.use.charge_id)) == charge
    assert (closed.statement_no, closed.sold_at_cash_desk) == ("001/PL/L1/XI/2026", False)
    closed = troubles.tag_lost(desk, guests.use.id, LOST, word(desk), charge=True)
    assert (closed.charge, closed.sold_at_cash_desk) == (None, True)
    assert closed.statement_no == "002/PL/L1/XI/2026"


def test_a_locker_is_opened_before_two_people_and_the_tag_still_fetches_the_things(desk):
    taken = service.take(desk, locker(desk, "1").id, member(desk))
    found = "tas merah, disimpan di ruang petugas"
    assert invalid(troubles.force_open, desk, taken.use.id, " ", word(desk), found=found) == ("reason", "text_missing")
    assert invalid(troubles.force_open, desk, taken.use.id, WHY, word(desk)) == ("found", "text_missing")
    answer = refused(troubles.force_open, desk, taken.use.id, WHY, None, found=found)
    assert answer.code is RefusalCode.APPROVAL_NEEDED
    closed = troubles.force_open(desk, taken.use.id, WHY, word(desk), found=found)
    assert (closed.view.use.end, closed.view.in_keeping) == (LockerEnd.FORCED, True)
    assert states(desk)["1"] is LockerState.FREE
    again = refused(troubles.force_open, desk, taken.use.id, WHY, word(desk), found=found)
    assert again.code is RefusalCode.LOCKER_DONE
    back = service.give_back(desk, must(service.find_by_tag(desk, taken.tag)).use.id, name_matched=True)
    assert (back.use.end, back.use.statement_no) == (LockerEnd.RETURNED, closed.statement_no)


def test_the_papers_say_who_what_and_when(desk):
    set_rule(desk, "locker_pledge", Pledge.IDENTITY)
    adopt_tariff(desk, "lost_tag", 25_000)
    said = {"contents": "tas merah", "pledge_type": "SIM", "pledge_last4": "9876"}
    ada = member(desk)
    his = service.take(desk, locker(desk, "1").id, ada, **said)
    guests = service.take(desk, locker(desk, "2").id, guest(desk), **said)
    desk.clock.advance(minutes=95)
    troubles.tag_lost(desk, his.use.id, LOST, word(desk), charge=True)
    troubles.force_open(desk, guests.use.id, WHY, word(desk), found="payung")
    issuer = Issuer(LIBRARY, HEAD, SETTINGS, TODAY)
    lost, forced = (locker_statement_pdf(troubles.statement(desk, one.use.id), issuer, FONTS) for one in (his, guests))
    for part in (
        "SURAT PERNYATAAN KEHILANGAN NOMOR PENITIPAN Nomor: 001/PL/L1/XI/2026",
        "Nama : Ada Contoh Nomor : A-1",
        f"Loker : 1 - Pintu masuk Nomor penitipan : {his.tag} Dititipkan : 24 November 2026 pukul 10.00",
        "Isi menurut catatan : tas merah Jaminan : SIM …9876 Bukti identitas : KTP-el …1234",
        "Ciri-ciri barang : tas hitam, di dalamnya payung biru",
        "Pada hari Selasa, 24 November 2026 pukul 11.35, barang tersebut",
        "Rp25.000 (Dua puluh lima ribu rupiah)",
        "Kupang, 24 November 2026",
        "Yang menyatakan, Petugas, Saksi, Ada Contoh Sirkulasi Pengawas",
    ):
        assert part in pages_of(lost)[0]
    for part in (
        "BERITA ACARA PEMBUKAAN LOKER Nomor: 002/PL/L1/XI/2026",
        "Penitip : Tamu Contoh - P261124-L1-001",
        f"Alasan dibuka : {WHY} Yang ditemukan : payung",
        "Petugas, Saksi, Sirkulasi Pengawas",
    ):
        assert part in pages_of(forced)[0]
    for pdf in (lost, forced):
        assert len(pages_of(pdf)) == 1
        assert overlapping(pdf) == []
        assert white_mm(pdf) > 10
    with pytest.raises(Refused):
        troubles.statement(desk, Id("f" * 32))


# ---- tags on paper --------------------------------------------------------------------------------------------------


def test_both_parts_of_the_tag_are_queued_with_the_use(desk):
    taken = service.take(desk, locker(desk, "1").id, member(desk), contents="tas merah")
    jobs = slip_queue.queue(desk)
    assert tuple(job.id for job in jobs) == taken.slip_job_ids
    assert [(job.kind, job.about, job.tag_part) for job in jobs] == [
        (SlipKind.LOCKER, taken.use.id, TagPart.VISITOR),
        (SlipKind.LOCKER, taken.use.id, TagPart.THINGS),
    ]
    assert "Ada" not in json.dumps([job.body for job in jobs])
    assert len(service.reprint_tags(desk, taken.use.id)) == 2
    with pytest.raises(ValueError, match="TagPart"):
        replace(jobs[0], body='{"part": "x"}').tag_part  # noqa: B018 - reading it is what raises
    with pytest.raises(ValueError, match=r"^\{\}$"):
        replace(jobs[0], body="{}").tag_part  # noqa: B018


def lines(view: UseView, part: TagPart, desk: Desk) -> str:
    slip = locker_tag_slip(view, part, Where(desk.library, "Petugas Contoh"))
    return "\n".join(getattr(one, "text", "") for one in parts_of(slip, PAPERS["58"]))


def test_the_visitors_half_has_no_name_and_the_other_tells_whose_it_is(desk):
    set_rule(desk, "locker_pledge", Pledge.IDENTITY)
    box, ada = locker(desk, "4"), member(desk)
    taken = service.take(desk, box.id, ada, contents="tas merah", pledge_type="SIM", pledge_last4="9876")
    view = service.use_view(desk, taken.use.id)
    his, things = (lines(view, part, desk) for part in (TagPart.VISITOR, TagPart.THINGS))
    for half in (his, things):
        assert "LOKER 4" in half
        assert taken.tag in half
        assert "SIM ...9876" in half
    assert "Ada" not in his
    assert "Ada Contoh - A-1" in things
    assert "Isi: tas merah" in things


def test_a_fixed_tag_is_not_printed_and_opens_what_lies_in_its_locker(desk):
    sit(desk, ADMIN)
    box = locker_banks.set_locker(desk, replace(locker(desk, "1"), tag_code="GANTUNG-01"))
    with desk.view() as act:
        free = must(recognise(act, "gantung-01"))
    assert (free.thing, free.id, free.is_open) == (HouseThing.LOCKER, box.id, False)
    assert service.find_by_tag(desk, "GANTUNG-01") is None
    taken = service.take(desk, box.id, member(desk))
    assert (taken.tag, taken.slip_job_ids) == ("GANTUNG-01", ())
    assert service.reprint_tags(desk, taken.use.id) == ()
    assert slip_queue.queue(desk) == ()
    assert must(service.find_by_tag(desk, "gantung-01")).use.id == taken.use.id


# ---- banks ----------------------------------------------------------------------------------------------------------


def test_a_bank_is_laid_out_in_rows_and_goes_on_below(desk):
    sit(desk, SUPERVISOR)
    places = [(one.number, one.row, one.column) for one in locker_banks.lockers(desk)]
    assert places == [("1", 0, 0), ("2", 0, 1), ("3", 0, 2), ("4", 1, 0), ("5", 1, 1), ("6", 1, 2)]
    more = locker_banks.add_bank(desk, " pintu  MASUK ", "a08", "A11", 3)
    assert [(one.number, one.row, one.column) for one in more] == [
        *(("A08", 2, 0), ("A09", 2, 1), ("A10", 2, 2), ("A11", 3, 0)),
    ]
    locker_banks.add_bank(desk, "Anak", "7", "12", 6)
    assert locker_banks.banks(desk)[0] == "Anak"
    assert [tile.locker.number for tile in service.board(desk)][:6] == ["7", "8", "9", "10", "11", "12"]
    found = service.tile_by_number
    assert must(found(desk, "a8")).locker.number == "A08"
    assert must(found(desk, " a08")).locker.number == "A08"
    assert found(desk, "99") is None
    assert found(desk, "") is None


@pytest.mark.parametrize(
    ("first", "last", "columns", "field", "code"),
    [
        ("", "5", 3, "first", "locker_number"),
        ("x y!", "5", 3, "first", "locker_number"),
        ("10", "A", 3, "last", "locker_number"),
        ("10", "A12", 3, "last", "locker_range"),
        ("12", "10", 3, "last", "locker_range"),
        ("10", "900", 3, "last", "locker_range_long"),
        ("5", "9", 3, "first", "locker_number_taken"),
        ("10", "12", 0, "columns", "number_out_of_range"),
        ("10", "12", 41, "columns", "number_out_of_range"),
        ("10", "300", 1, "columns", "number_out_of_range"),
        ("99999", "100000", 1, "", ""),
        ("999999", "1000000", 1, "last", "locker_number"),
    ],
)
def test_a_bank_that_cannot_be_is_refused_whole(desk, first, last, columns, field, code):
    sit(desk, ADMIN)
    before = locker_banks.lockers(desk)
    if not field:
        assert len(locker_banks.add_bank(desk, "Baru", first, last, columns)) == 2
        return
    assert invalid(locker_banks.add_bank, desk, "Baru", first, last, columns) == (field, code)
    assert locker_banks.lockers(desk) == before


def test_one_locker_is_changed_with_care(desk):
    sit(desk, ADMIN)
    one, two = locker(desk, "1"), locker(desk, "2")
    add_item(desk, "B-77")
    setting = locker_banks.set_locker
    assert invalid(setting, desk, replace(one, number="2")) == ("number", "locker_number_taken")
    assert invalid(setting, desk, replace(one, tag_code="T12-7KQ")) == ("tag_code", "locker_tag_form")
    assert invalid(setting, desk, replace(one, tag_code="b-77")) == ("tag_code", "locker_tag_form")
    assert invalid(setting, desk, replace(one, tag_code="x" * 41)) == ("tag_code", "text_too_long")
    assert invalid(setting, desk, replace(one, row=-1)) == ("row", "number_out_of_range")
    setting(desk, replace(one, tag_code="G-1"))
    assert invalid(setting, desk, replace(two, tag_code="g-1")) == ("tag_code", "locker_tag_taken")
    made = setting(desk, Locker(Id(""), "a 9", "Anak"))
    assert (made.number, row(desk, Locker, made.id)) == ("A9", made)
    events = len(journal(desk))
    assert setting(desk, made) == made
    assert len(journal(desk)) == events
    sit(desk, CIRCULATION)
    assert refused(setting, desk, made).code is RefusalCode.ROLE_MISSING


def test_a_locker_with_things_in_it_keeps_its_number_and_stays(desk):
    taken = service.take(desk, locker(desk, "1").id, member(desk))
    sit(desk, ADMIN)
    box = taken.locker
    assert refused(locker_banks.retire, desk, box.id).code is RefusalCode.LOCKER_IN_USE
    assert refused(locker_banks.set_locker, desk, replace(box, number="77")).code is RefusalCode.LOCKER_IN_USE
    assert locker_banks.set_locker(desk, replace(box, bank="Lorong")).bank == "Lorong"
    service.give_back(desk, taken.use.id, name_matched=True)
    locker_banks.retire(desk, box.id)
    assert "1" not in states(desk)
    assert service.tile_by_number(desk, "1") is None
    assert refused(service.take, desk, box.id, guest(desk)).code is RefusalCode.LOCKER_UNKNOWN
    locker_banks.set_locker(desk, replace(locker(desk, "2"), number="1"))
    assert invalid(locker_banks.bring_back, desk, box.id) == ("number", "locker_number_taken")


# ---- what it stands in the way of -----------------------------------------------------------------------------------


def test_things_in_a_locker_stand_in_the_way_of_a_clearance_letter(desk):
    ada = member(desk)
    taken = service.take(desk, locker(desk, "1").id, ada)
    (matter,) = open_matters_of(desk, must(ada.member_id))
    assert (matter.kind, matter.title, matter.member_no) == ("locker", "1", "A-1")
    troubles.force_open(desk, taken.use.id, WHY, word(desk), found="tas")
    assert [one.kind for one in open_matters_of(desk, must(ada.member_id))] == ["locker"]
    service.give_back(desk, taken.use.id, name_matched=True)
    assert open_matters_of(desk, must(ada.member_id)) == ()


def test_so_do_a_session_a_held_card_and_books_at_a_copier(desk):
    ada = must(member(desk).member_id)
    with desk.action() as act:
        seat, session, job = act.new_id(), act.new_id(), act.new_id()
        act.record(e.SeatSet(InternetSeat(seat, "K3")))
        act.record(e.SessionStarted(session, seat, act.today, 45, member_id=ada, card_held=True))
        act.record(e.PhotocopyOut(job, "F261124-L1-001", act.today, act.now, (), (), Pledge.NONE, member_id=ada))
    copying = ("photocopy", "F261124-L1-001")
    assert [(one.kind, one.title) for one in open_matters_of(desk, ada)] == [("internet", "K3"), copying]
    with desk.action() as act:
        act.record(e.SessionEnded(session, 45))
    assert [(one.kind, one.title) for one in open_matters_of(desk, ada)] == [("card_held", "K3"), copying]
    with desk.action() as act:
        act.record(e.SessionCardReturned(session))
        act.record(e.PhotocopyBack(job))
    assert open_matters_of(desk, ada) == ()


def test_a_guest_with_a_slip_is_found_by_his_number(desk):
    tamu = guest(desk)
    use = service.take(desk, locker(desk, "1").id, tamu).use
    assert row(desk, Visit, must(use.visit_id)).visitor_no == service.use_view(desk, use.id).number
    assert event_types(desk, 1) == ["LockerTaken"]
    assert row(desk, LockerUse, use.id).holder == "Tamu Contoh"


def test_the_book_of_a_day_has_everything_taken_in(desk):
    first = service.take(desk, locker(desk, "1").id, member(desk))
    service.give_back(desk, first.use.id, name_matched=True)
    desk.clock.advance(minutes=5)
    second = service.take(desk, locker(desk, "1").id, guest(desk))
    assert [view.use.id for view in service.day_log(desk, TODAY)] == [first.use.id, second.use.id]
    assert service.day_log(desk, TODAY - timedelta(days=1)) == ()


def test_an_erased_member_gets_no_locker(desk):
    ada = member(desk)
    change_member(desk, must(ada.member_id), erased=True)
    assert refused(service.take, desk, locker(desk, "1").id, ada).code is RefusalCode.MEMBER_ERASED
