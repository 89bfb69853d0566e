"""The list of what waits for a decision: every class can be told, and a decision does what it says."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from typing import Any

import pytest
from fakes import ADMIN, CIRCULATION, new_desk, operator
from stock import add_item, add_member, row

from loket.db.rows import id_bytes
from loket.devices import resources
from loket.domain import decisions
from loket.domain import events as e
from loket.domain.cases import CaseClass, make_case
from loket.domain.changes import changes_between
from loket.domain.entities import Case, Id, Loan, Member
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.services import cases, circulation

LANGUAGES = ("id", "en")


def words(language: str) -> dict[str, Any]:
    return tomllib.loads(resources.path("cases", f"{language}.toml").read_text(encoding="utf-8"))


def keys(table: dict[str, Any], before: str = "") -> set[str]:
    return {
        path
        for name, value in table.items()
        for path in (keys(value, f"{before}{name}.") if isinstance(value, dict) else {before + name})
    }


@pytest.fixture
def desk(tmp_path):
    return new_desk(tmp_path)


def edited_twice(desk, *, seen_phone: str = "0811", name: str | None = None) -> Id:
    """A member whose record two desks changed: this one, and one that had seen another telephone number."""
    member_id = add_member(desk, "A-1", name="Ada Contoh", phone="0800")
    with desk.action() as act:
        member = act.state.get(Member, member_id)
        old = {"full_name": "Ada Lama", "phone": seen_phone}
        wanted = {"full_name": name or member.full_name, "phone": "0822"}
        act.record(e.MemberChanged(member_id, {}, {}, wanted, old))
    return member_id


def lent_twice(desk) -> tuple[Id, Id]:
    """(first loan, second loan): two desks lent one copy within the same minute."""
    ada, budi = add_member(desk, "A-1", name="Ada Contoh"), add_member(desk, "A-2", name="Budi Contoh")
    item = add_item(desk, "B1")
    first = circulation.check_out(desk, member_id=ada, item_id=item).loan
    desk.clock.advance(minutes=1)
    with desk.action() as act:
        second = act.new_id()
        act.record(e.ItemLent(second, budi, item, first.biblio_id, first.policy_id, act.today, first.due_on, 2))
    return first.id, second


def only(found: list[cases.CaseView]) -> cases.CaseView:
    assert len(found) == 1
    return found[0]


def as_supervisor(desk) -> None:
    desk.operator = operator(desk, ADMIN)


def test_both_languages_say_the_same_things():
    assert keys(words("id")) == keys(words("en"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cls", CaseClass)
@pytest.mark.parametrize("severity", cases.SEVERITIES)
def test_every_class_is_told_with_what_can_be_chosen(desk, language, cls, severity):
    """Even with nothing behind it, as after an erasure: no class may leave the list unreadable."""
    at = datetime(2026, 11, 24, tzinfo=UTC)
    stamp = e.Stamp(Id("1" * 32), at, at, at.date(), 480, Id("2" * 32), None, "boot", 0, "plausible")
    case = make_case(stamp, cls, severity, "3" * 32)
    with desk.view() as act:
        view = cases.describe(act.state, case, language)
    assert view.title
    assert "{" not in view.question
    assert [choice.code for choice in view.choices] == list(decisions.choices_for(case))
    assert all(choice.label for choice in view.choices)


def test_a_copy_lent_twice_is_told_with_both_members_and_settled(desk):
    first, second = lent_twice(desk)
    view = only(cases.open_cases(desk))
    assert (view.cls, view.severity) == ("LOAN_COPY", "high")
    assert [side.lines[0] for side in view.sides] == ["Ada Contoh", "Budi Contoh"]
    assert view.sides[0].station == desk.station.name
    assert cases.count_open(desk) == {"high": 1}
    as_supervisor(desk)
    decided = cases.resolve_case(desk, view.id, decisions.FIRST_HAS_IT, note="di rumah Ada")
    assert (decided.closed, decided.decided_by, decided.decision_note) == (True, ADMIN, "di rumah Ada")
    assert row(desk, Loan, second).end == "implied"
    assert row(desk, Loan, first).end == "open"
    assert cases.open_cases(desk) == []
    assert only(cases.decided_cases(desk)).decision == words("id")["choice"]["first_has_it"]


def test_the_value_that_lost_can_be_taken_after_all(desk):
    member_id = edited_twice(desk, name="Ada Baru")
    view = only(cases.open_cases(desk))
    assert view.severity == "medium"
    assert "Nama: Ada Contoh" in view.sides[0].lines
    assert "Nama: Ada Baru" in view.sides[1].lines
    as_supervisor(desk)
    cases.resolve_case(desk, view.id, decisions.TAKE)
    assert row(desk, Member, member_id).full_name == "Ada Baru"


def test_an_identity_number_is_never_shown(desk):
    member_id = add_member(desk, "A-1", name="Ada Contoh")
    with desk.action() as act:
        old = act.state.get(Member, member_id)
        sealed, was = changes_between(old, Member(**{**_fields(old), "identity_sealed": b"geheim"}))
        was = {**was, "identity_sealed": "bGFpbg=="}
        act.record(e.MemberChanged(member_id, {}, {}, sealed, was))
    text = repr(only(cases.open_cases(desk)))
    assert "Z2VoZWlt" not in text
    assert words("id")["word"]["sealed"] in text


def _fields(member: Member) -> dict[str, Any]:
    return {name: getattr(member, name) for name in Member.__match_args__}


def test_who_may_decide(desk):
    lent_twice(desk)
    view = only(cases.open_cases(desk))
    desk.operator = operator(desk, CIRCULATION)
    with pytest.raises(Refused) as refused:
        cases.resolve_case(desk, view.id, decisions.SECOND_HAS_IT)
    assert refused.value.code is RefusalCode.ROLE_MISSING
    desk.operator = None
    with pytest.raises(Refused) as refused:
        cases.resolve_case(desk, view.id, decisions.SECOND_HAS_IT)
    assert refused.value.code is RefusalCode.NOT_SIGNED_IN


def test_a_choice_the_case_does_not_offer(desk):
    lent_twice(desk)
    as_supervisor(desk)
    with pytest.raises(InvalidInput) as wrong:
        cases.resolve_case(desk, only(cases.open_cases(desk)).id, decisions.MERGE_INTO_FIRST)
    assert (wrong.value.field, wrong.value.code) == ("choice", "case_choice")


def test_decided_twice(desk):
    lent_twice(desk)
    as_supervisor(desk)
    view = only(cases.open_cases(desk))
    cases.resolve_case(desk, view.id, decisions.SECOND_HAS_IT)
    with pytest.raises(Refused) as refused:
        cases.resolve_case(desk, view.id, decisions.FIRST_HAS_IT)
    assert refused.value.code is RefusalCode.CASE_DECIDED


def test_a_new_date_must_be_a_date(desk):
    ada, item = add_member(desk, "A-1"), add_item(desk, "B1")
    loan = circulation.check_out(desk, member_id=ada, item_id=item).loan
    with desk.action() as act:
        stamp = e.Stamp(act.new_id(), act.now, act.now, act.today, 480, desk.station.id, None, "b", 0, "doubtful")
        promised = {"due_on": loan.due_on, "lent_on": loan.lent_on, "loan_days": 7}
        case = make_case(stamp, CaseClass.CLOCK, "medium", loan.id, **promised)
        act.state.put(case)
    as_supervisor(desk)
    with pytest.raises(InvalidInput) as wrong:
        cases.resolve_case(desk, case.id, decisions.NEW_DATE, value="besok")
    assert (wrong.value.field, wrong.value.code) == ("value", "date_form")
    cases.resolve_case(desk, case.id, decisions.NEW_DATE, value="2026-12-24")
    assert row(desk, Loan, loan.id).due_on == date(2026, 12, 24)


def test_the_most_urgent_comes_first(desk):
    with desk.action() as act:
        for number, severity in enumerate(("info", "high", "low", "medium")):
            stamp = e.Stamp(act.new_id(), act.now, act.now, act.today, 480, desk.station.id, None, "b", 0, "plausible")
            act.state.put(make_case(stamp, CaseClass.CARD_DUP, severity, f"{number}" * 32))
    assert [view.severity for view in cases.open_cases(desk)] == list(cases.SEVERITIES)


def test_cases_are_ordered_by_the_index(desk):
    with desk.view() as act:
        plan = act.driver.execute(f"EXPLAIN QUERY PLAN {cases._COUNT}").fetchall()
        about = act.driver.execute(
            "EXPLAIN QUERY PLAN SELECT id FROM conflict_case WHERE entity = ?", ("x",)
        ).fetchall()
    assert "case_open" in str(plan)
    assert "case_by_entity" in str(about)


def test_a_case_of_another_library_is_not_known(desk):
    as_supervisor(desk)
    with pytest.raises(Refused):
        cases.resolve_case(desk, Id("9" * 32), decisions.NOTED)
    with desk.view() as act:
        assert act.state.get(Case, Id("9" * 32)) is None
        assert (
            act.driver.execute("SELECT count(*) FROM journal WHERE event_id = ?", (id_bytes("9" * 32),)).fetchone()[0]
            == 0
        )
