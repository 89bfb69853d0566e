"""A membership from renewal to erasure: dates, fees, roles, what is refused, and what the journal keeps."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from fakes import ADMIN, CIRCULATION, SUPERVISOR, TODAY, new_desk, operator
from stock import (
    add_item,
    add_member,
    adopt,
    adopt_tariff,
    change_member,
    event_types,
    journal,
    open_loans,
    row,
    set_rule,
)

from loket.db.engine import driver
from loket.db.journal import IN_A_LIFE, LIFE, first_break, replay
from loket.devices import resources
from loket.domain import events as e
from loket.domain.apply import apply
from loket.domain.entities import CardEnd, Case, FineMode, Id, Loan, Member, MemberCard
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.memory import DictState
from loket.services import card_queue
from loket.services import membership as m
from loket.services.circulation import check_in, check_out
from loket.services.clearance import OpenMatter, clear, issued, open_matters_of
from loket.services.desk import Desk
from loket.services.erasure import erase
from loket.services.member_life import life
from loket.services.member_records import merge, merged_records, undo_merge
from loket.services.members import card_code
from loket.services.registration import form_of

R = RefusalCode


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    adopt(made)
    yield made
    made.database.close()


@pytest.fixture
def ada(desk: Desk) -> Id:
    return add_member(desk, "A-1", name="Ada Contoh", valid_until=date(2026, 12, 31))


def as_(desk: Desk, username: str) -> None:
    desk.operator = operator(desk, username)


def why(work: Callable[[], Any]) -> Refused:
    with pytest.raises(Refused) as refused:
        work()
    return refused.value


def fault(work: Callable[[], Any]) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as wrong:
        work()
    return wrong.value.field, wrong.value.code


def pay(desk: Desk, kind: str, amount_rp: int) -> None:
    adopt_tariff(desk, kind, amount_rp)


# ---- renewed ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (date(2026, 12, 31), date(2027, 12, 31)),  # still runs: nothing he paid for is lost
        (TODAY, date(2027, 11, 24)),  # its last day
        (date(2026, 11, 23), date(2027, 11, 24)),  # over since yesterday: from today
        (date(2020, 2, 29), date(2027, 11, 24)),
        (date(2028, 2, 29), date(2029, 2, 28)),
        (None, date(2027, 11, 24)),
    ],
)
def test_a_renewal_goes_on_from_the_old_expiry_while_it_runs(desk, until, expected):
    member = add_member(desk, "A-2", valid_until=until)
    renewed = m.renew(desk, member)
    assert (renewed.member.valid_until, renewed.was_valid_until, renewed.fee_rp) == (expected, until, 0)
    assert row(desk, Member, member).valid_until == expected


def test_where_membership_is_for_life_a_renewal_makes_it_so(desk, ada):
    set_rule(desk, "membership_months", 0)
    assert m.renew(desk, ada).member.valid_until is None


def test_a_date_of_ones_own_must_lie_after_today_and_after_the_old_one(desk, ada):
    assert m.renew(desk, ada, valid_until=date(2027, 1, 1)).member.valid_until == date(2027, 1, 1)
    assert fault(lambda: m.renew(desk, ada, valid_until=date(2027, 1, 1))) == ("valid_until", "date_not_after")
    expired = add_member(desk, "A-2", valid_until=date(2020, 1, 1))
    assert fault(lambda: m.renew(desk, expired, valid_until=TODAY)) == ("valid_until", "date_not_after")


def test_renewal_owes_its_fee_once_with_its_legal_basis(desk, ada):
    pay(desk, "renewal_fee", 7_500)
    assert m.renew(desk, ada).fee_rp == 7_500
    (matter,) = open_matters_of(desk, ada)
    assert (matter.kind, matter.charge_kind, matter.amount_rp) == ("charge", "renewal_fee", 7_500)
    assert [line.values["legal_basis"] for line in life(desk, ada) if line.kind == "charge"] == ["Perda Contoh 1/2026"]


def test_renewal_with_rechecked_data_is_one_action(desk, ada):
    change_member(desk, ada, birth_on=date(1990, 5, 17), sex="P", address="Jalan Contoh 2")
    form = replace(form_of(desk, row(desk, Member, ada)), job="guru", consent=True, valid_until="31-12-2090")
    renewed = m.renew(desk, ada, form=form)
    assert (renewed.member.job, renewed.member.valid_until) == ("guru", date(2027, 12, 31))
    assert event_types(desk, 2) == ["MemberChanged", "MembershipRenewed"]
    before = len(journal(desk))
    assert fault(lambda: m.renew(desk, ada, form=replace(form, birth_on="kemarin dulu")))[0] == "birth_on"
    assert len(journal(desk)) == before


def test_who_had_left_is_back_by_renewal_from_today(desk, ada):
    change_member(desk, ada, left=True)
    renewed = m.renew(desk, ada).member
    assert (renewed.left, renewed.valid_until) == (False, date(2027, 11, 24))


def test_the_renewal_of_a_merged_record_is_the_standing_ones(desk, ada):
    other = add_member(desk, "A-2", valid_until=date(2026, 12, 1))
    as_(desk, SUPERVISOR)
    merge(desk, ada, other)
    assert m.renew(desk, other).member.id == ada


def test_applicants_erased_and_strangers_are_not_renewed(desk):
    applicant = add_member(desk, "", pending=True)
    assert why(lambda: m.renew(desk, applicant)).code is R.MEMBER_PENDING
    assert why(lambda: m.renew(desk, Id("e" * 32))).code is R.CODE_UNKNOWN
    desk.operator = None
    assert why(lambda: m.renew(desk, applicant)).code is R.NOT_SIGNED_IN


def test_began_at_measures_the_service(desk, ada):
    began = desk.clock.now()
    desk.clock.advance(minutes=3)
    m.renew(desk, ada, began_at=began)
    stamp = journal(desk)[-1].stamp
    assert (stamp.done_at - stamp.began_at).seconds == 180


# ---- cards --------------------------------------------------------------------------------------------------------


def test_a_lost_card_is_replaced_by_another_code_and_a_fee(desk, ada):
    pay(desk, "replacement_fee", 10_000)
    replaced = m.replace_card(desk, ada, CardEnd.LOST)
    assert (replaced.card.code, replaced.old_code, replaced.fee_rp) == ("A-1-L1-2", "A-1", 10_000)
    with desk.view() as act:
        assert card_code(act, row(desk, Member, ada)) == "A-1-L1-2"
        ends = {card.code: (card.end, card.ended_on) for card in act.state.cards_of(ada)}
    assert ends == {"A-1": (CardEnd.LOST, TODAY), "A-1-L1-2": (CardEnd.IN_USE, None)}


def test_a_card_changed_by_the_library_is_free(desk, ada):
    pay(desk, "replacement_fee", 10_000)
    assert m.replace_card(desk, ada, CardEnd.CHANGED).fee_rp == 0
    with pytest.raises(ValueError, match="in_use"):
        m.replace_card(desk, ada, CardEnd.IN_USE)


def test_a_code_that_is_somebodys_number_or_a_books_label_is_passed_over(desk, ada):
    add_member(desk, "A-1-L1-2")
    add_item(desk, "a-1-l1-3")
    assert m.replace_card(desk, ada, CardEnd.LOST).card.code == "A-1-L1-4"


def test_two_counters_that_never_met_give_out_different_codes(desk, ada, tmp_path):
    (tmp_path / "other").mkdir()
    there = new_desk(tmp_path / "other")
    there.station = replace(there.station, code="L2")
    twin = add_member(there, "A-1")
    codes = {m.replace_card(desk, ada, CardEnd.LOST).card.code, m.replace_card(there, twin, CardEnd.LOST).card.code}
    there.database.close()
    assert codes == {"A-1-L1-2", "A-1-L2-2"}


def test_whoever_left_gets_no_card(desk, ada):
    change_member(desk, ada, left=True)
    assert why(lambda: m.replace_card(desk, ada, CardEnd.LOST)).code is R.MEMBER_LEFT


# ---- suspended ----------------------------------------------------------------------------------------------------


def test_a_suspension_stops_loans_until_a_supervisor_ends_it(desk, ada):
    item = add_item(desk, "B1")
    assert why(lambda: m.suspend(desk, ada, date(2026, 12, 1), "merusak buku")).code is R.ROLE_MISSING
    as_(desk, SUPERVISOR)
    assert m.suspend(desk, ada, date(2026, 12, 1), "  merusak  buku ").suspended_why == "merusak buku"
    assert why(lambda: check_out(desk, member_id=ada, item_id=item)).code is R.MEMBER_SUSPENDED
    as_(desk, CIRCULATION)
    assert why(lambda: m.end_suspension(desk, ada, "sudah diganti")).code is R.ROLE_MISSING
    as_(desk, SUPERVISOR)
    ended = m.end_suspension(desk, ada, "sudah diganti")
    assert (ended.suspended_until, ended.suspended_why) == (None, "")
    assert check_out(desk, member_id=ada, item_id=item).loan.member_id == ada


def test_what_a_suspension_needs(desk, ada):
    as_(desk, SUPERVISOR)
    assert fault(lambda: m.suspend(desk, ada, date(2026, 12, 1), "  ")) == ("reason", "reason_missing")
    assert fault(lambda: m.suspend(desk, ada, TODAY, "alasan")) == ("until", "date_not_after")
    assert why(lambda: m.end_suspension(desk, ada, "alasan")).code is R.NOT_SUSPENDED
    m.suspend(desk, ada, date(2026, 12, 9), "alasan")
    assert fault(lambda: m.suspend(desk, ada, date(2026, 12, 8), "alasan")) == ("until", "suspended_longer")
    assert m.suspend(desk, ada, date(2026, 12, 10), "lebih lama").suspended_until == date(2026, 12, 10)


def test_readmitted_with_number_and_card(desk, ada):
    clear(desk, ada, leaves=True)
    assert row(desk, Member, ada).left
    assert not m.readmit(desk, ada).left
    before = len(journal(desk))
    assert not m.readmit(desk, ada).left
    assert len(journal(desk)) == before


# ---- bebas pustaka ------------------------------------------------------------------------------------------------


def test_a_letter_is_refused_while_anything_is_open_and_says_what(desk, ada):
    adopt(desk, member_type="umum", fine_mode=FineMode.MONEY, fine_per_day_rp=500, legal_basis="Perda Contoh 1/2026")
    item = add_item(desk, "B1")
    check_out(desk, member_id=ada, item_id=item)
    desk.clock.advance(days=10)
    as_(desk, SUPERVISOR)
    m.suspend(desk, ada, date(2026, 12, 24), "alasan")
    refused = why(lambda: clear(desk, ada, "1/BP/2026"))
    assert (refused.code, refused.params["count"]) == (R.MEMBER_NOT_CLEAR, 3)
    loan, fine, suspension = refused.params["matters"]
    assert loan == OpenMatter("loan", "A-1", "Judul B1", "B1", date(2026, 12, 1))
    assert (fine.kind, fine.amount_rp) == ("late_fine", 1_500)
    assert (suspension.kind, suspension.until) == ("suspension", date(2026, 12, 24))
    check_in(desk, item_id=item)
    charge, suspension = open_matters_of(desk, ada)
    assert (charge.kind, charge.charge_kind, charge.amount_rp) == ("charge", "fine", 1_500)
    assert row(desk, Member, ada).cleared_on is None


def test_a_letter_with_its_number_ends_a_membership_only_when_asked_to(desk, ada):
    assert issued(desk, ada) is None
    letter = clear(desk, ada, " 1/BP/2026 ")
    assert (letter.letter_no, letter.issued_on, letter.leaves, letter.member.left) == ("1/BP/2026", TODAY, False, False)
    assert clear(desk, ada, leaves=True).member.left
    again = issued(desk, ada)
    assert again is not None
    assert (again.letter_no, again.leaves) == ("", True)
    assert fault(lambda: clear(desk, ada, "9" * 81)) == ("letter_no", "text_too_long")


def test_a_book_under_any_record_of_the_person_stands_in_the_way(desk, ada):
    """Merged here, lent there since; and a second record with the same identity number that nobody merged yet."""
    as_(desk, SUPERVISOR)
    other = add_member(desk, "A-2")
    merge(desk, ada, other)
    with desk.action() as act:  # what another counter did before it heard of the merge
        policy = act.rules.policies[0]
        item_id, title = act.new_id(), act.new_id()
        act.state.put(row_loan(act.new_id(), other, item_id, title, policy.id))
    assert [(matter.kind, matter.member_no) for matter in open_matters_of(desk, ada)] == [("loan", "A-2")]
    change_member(desk, ada, identity_index=b"x" * 32)
    twin = add_member(desk, "A-3")
    change_member(desk, twin, identity_index=b"x" * 32)
    check_out(desk, member_id=twin, item_id=add_item(desk, "B7"))
    assert {matter.member_no for matter in open_matters_of(desk, ada)} == {"A-2", "A-3"}


def row_loan(loan_id: Id, member_id: Id, item_id: Id, biblio_id: Id, policy_id: Id) -> Loan:
    moment = datetime(2026, 11, 24, 3, tzinfo=UTC)
    return Loan(loan_id, member_id, item_id, biblio_id, policy_id, TODAY, moment, date(2026, 12, 1))


# ---- two records, one person --------------------------------------------------------------------------------------


def test_merged_and_taken_apart_again_with_what_was_his(desk, ada):
    other = add_member(desk, "A-2")
    check_out(desk, member_id=other, item_id=add_item(desk, "B1"))
    assert why(lambda: merge(desk, ada, other)).code is R.ROLE_MISSING
    as_(desk, SUPERVISOR)
    assert merge(desk, ada, other).id == ada
    assert len(open_loans(desk, ada)) == 1
    with desk.view() as act:
        assert [record.id for record in merged_records(act, ada)] == [other]
    assert why(lambda: merge(desk, ada, other)).code is R.MERGE_ITSELF
    assert fault(lambda: undo_merge(desk, other, "")) == ("reason", "reason_missing")
    assert undo_merge(desk, other, "dua orang").merged_into is None
    assert (len(open_loans(desk, ada)), len(open_loans(desk, other))) == (0, 1)
    assert why(lambda: undo_merge(desk, other, "dua orang")).code is R.NOT_MERGED
    assert why(lambda: merge(desk, ada, ada)).code is R.MERGE_ITSELF


def test_records_merged_through_one_another_are_all_his(desk, ada):
    second, third = add_member(desk, "A-2"), add_member(desk, "A-3")
    as_(desk, SUPERVISOR)
    merge(desk, second, third)
    merge(desk, ada, second)
    with desk.view() as act:
        assert {record.id for record in merged_records(act, ada)} == {second, third}
    as_(desk, ADMIN)
    assert erase_all(desk, third)[0] == 3


# ---- erased -------------------------------------------------------------------------------------------------------


def erase_all(desk: Desk, member_id: Id) -> tuple[int, list[str]]:
    dropped: list[str] = []
    return erase(desk, member_id, "permintaan sendiri", drop_photo=dropped.append), dropped


def test_every_record_of_the_person_goes_with_its_photo_and_no_journal_names_him(desk, ada):
    other = add_member(desk, "A-2", name="Ada Contoh Lama", phone="+620000111222")
    change_member(desk, ada, photo="a" * 64)
    change_member(desk, other, photo="b" * 64)
    as_(desk, SUPERVISOR)
    m.suspend(desk, other, date(2026, 11, 25), "Ada Contoh merobek halaman")
    m.end_suspension(desk, other, "Ada Contoh sudah mengganti")
    merge(desk, ada, other)
    assert why(lambda: erase_all(desk, ada)).code is R.ROLE_MISSING
    as_(desk, ADMIN)
    count, dropped = erase_all(desk, other)  # by the merged record: the same person
    assert (count, sorted(dropped)) == (2, ["a" * 64, "b" * 64])
    for record in (ada, other):
        kept = row(desk, Member, record)
        assert (kept.erased, kept.full_name, kept.phone, kept.photo, kept.suspended_why) == (True, "", "", "", "")
    with desk.database.read() as connection:
        source = driver(connection)
        personal = [bytes(cell).decode() for (cell,) in source.execute("SELECT personal FROM journal") if cell]
        assert not [text for text in personal if "Ada Contoh" in text or "0000111222" in text]
        assert first_break(source) is None
    assert why(lambda: erase_all(desk, ada)).code is R.MEMBER_ERASED


def test_a_photo_that_another_record_shows_too_is_kept(desk, ada):
    other = add_member(desk, "A-2")
    for member in (ada, other):
        change_member(desk, member, photo="a" * 64)
    as_(desk, ADMIN)
    assert erase_all(desk, ada) == (1, [])
    assert erase_all(desk, other) == (1, ["a" * 64])


def test_nobody_is_erased_while_a_book_is_out(desk, ada):
    check_out(desk, member_id=ada, item_id=add_item(desk, "B1"))
    as_(desk, ADMIN)
    assert why(lambda: erase_all(desk, ada)).code is R.MEMBER_NOT_CLEAR
    assert row(desk, Member, ada).full_name == "Ada Contoh"


def test_the_card_of_someone_erased_is_not_printed_any_more(desk, ada):
    other = add_member(desk, "A-2")
    card_queue.add(desk, [ada, other], "teluk", "first")
    as_(desk, ADMIN)
    erase_all(desk, ada)
    assert [job.member_id for job in card_queue.queue(desk).jobs] == [other]


def test_an_applicant_may_be_erased(desk):
    applicant = add_member(desk, "", name="Calon Contoh", pending=True)
    as_(desk, ADMIN)
    assert erase_all(desk, applicant) == (1, [])


def test_what_was_erased_stays_so_when_the_books_are_made_anew(desk, ada):
    """The journal without its personal parts gives the same rows."""
    m.replace_card(desk, ada, CardEnd.LOST)
    as_(desk, ADMIN)
    erase_all(desk, ada)
    state = DictState()
    with desk.database.read() as connection:
        for found in replay(driver(connection)):
            apply(state, found)
    assert state.get(Member, ada) == row(desk, Member, ada)
    assert list(state.cards_of(ada)) == [row(desk, MemberCard, card.id) for card in state.cards_of(ada)]
    assert state.cases_about(ada) == [row(desk, Case, case.id) for case in state.cases_about(ada)]


# ---- his life -----------------------------------------------------------------------------------------------------


def test_a_life_is_told_the_latest_first(desk, ada):
    desk.clock.advance(days=1)
    m.renew(desk, ada)
    m.replace_card(desk, ada, CardEnd.LOST)
    desk.clock.advance(days=1)
    as_(desk, SUPERVISOR)
    m.suspend(desk, ada, date(2026, 12, 9), "merusak buku")
    m.end_suspension(desk, ada, "sudah diganti")
    change_member(desk, ada, job="guru", identity_sealed=b"x")
    told = [(line.on.day, line.kind, line.values) for line in life(desk, ada)]
    assert told == [
        (26, "changed", {"fields": ("identity_no", "job")}),
        (26, "suspension_ended", {"reason": "sudah diganti"}),
        (26, "suspended", {"until": date(2026, 12, 9), "reason": "merusak buku"}),
        (25, "renewed", {"valid_until": date(2027, 12, 31), "was": date(2026, 12, 31)}),
        (25, "card", {"code": "A-1-L1-2"}),
        (25, "card_ended", {"code": "A-1", "end": "lost"}),
        (24, "registered", {"member_no": "A-1"}),
    ]
    assert [line.operator for line in life(desk, ada)][1] == SUPERVISOR.title()
    assert life(desk, Id("e" * 32)) == []


def test_a_merged_record_brings_its_life_along(desk, ada):
    other = add_member(desk, "A-2")
    as_(desk, SUPERVISOR)
    merge(desk, ada, other)
    lines = [line for line in life(desk, ada) if line.kind in ("merged", "registered")]
    assert [(line.kind, line.values["member_no"]) for line in lines] == [
        ("registered", "A-1"),
        ("merged", "A-2"),
        ("registered", "A-2"),
    ]
    undo_merge(desk, other, "dua orang")
    assert [line.kind for line in life(desk, other)] == ["merge_undone", "merged", "registered"]


def test_a_life_shows_prints_and_letters(desk, ada):
    with desk.action() as act:
        act.record(e.CardPrinted(act.new_id(), ada, "A-1", "biru", "first", act.today))
    clear(desk, ada, "1/BP/2026")
    values = {line.kind: (line.values, line.station) for line in life(desk, ada)}
    assert values["printed"] == ({"code": "A-1", "design": "biru", "reason": "first"}, "Loket Utama")
    assert values["cleared"][0] == {"letter_no": "1/BP/2026"}


def test_a_life_is_looked_up_not_searched_for(desk, ada):
    with desk.database.read() as connection:
        plan = driver(connection).execute(f"EXPLAIN QUERY PLAN {LIFE}", (ada,)).fetchall()
    assert "journal_of_member" in json.dumps([line[3] for line in plan])


# ---- what came with the events ------------------------------------------------------------------------------------


def test_the_kinds_of_an_indexed_life_are_the_ones_that_are_told(desk, ada):
    """Every event kind in the index is an event, so that none is misspelt."""
    named = set(IN_A_LIFE.split("'")[1::2])
    assert named <= set(e.EVENTS)
    assert named == {kind.__name__ for kind in TOLD}


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_field_two_counters_may_disagree_about_has_its_word(language):
    words = tomllib.loads(resources.path("cases", f"{language}.toml").read_text(encoding="utf-8"))["field"]
    technical = {"id", "changed_at", "changed_by", "changed_station"}
    assert [name for name in Member.__match_args__ if name not in words and name not in technical] == []


TOLD = (
    *(e.ApplicantAccepted, e.ApplicantDeclined, e.IdentityShown, e.MemberChanged, e.MemberErased),
    *(e.MemberSuspended, e.MembersMerged, e.MembershipRenewed, e.MergeUndone, e.SuspensionEnded),
)
