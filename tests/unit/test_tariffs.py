"""Tariffs: nothing is asked without a regulation, and a new one never rewrites what was asked before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import ADMIN, CIRCULATION, TODAY, new_desk, operator
from hypothesis import given
from hypothesis import strategies as st
from stock import add_member, adopt_tariff, event_types, journal, row

from loket.domain.entities import ChargeKind, Id, Tariff
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.money import rounded_rp, tariff_in_force
from loket.services import tariffs as t
from loket.services.bills import services_for_sale
from loket.services.desk import Desk
from loket.services.fees import Fee, raise_fee

BASIS = "Perda Contoh 1/2026"
COPY = Tariff(Id(""), ChargeKind.PHOTOCOPY, "Foto kopi A4", 500, BASIS, "4.1.02.01", TODAY, "lembar")
CARD = Tariff(Id(""), ChargeKind.CARD_FEE, "", 5_000, BASIS, "4.1.02.02", TODAY)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = new_desk(tmp_path)
    made.operator = operator(made, ADMIN)
    return made


def fault(work: Callable[..., Any], *args: Any) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as wrong:
        work(*args)
    return wrong.value.field, wrong.value.code


def fee_today(desk: Desk, kind: Fee) -> int:
    with desk.view() as act:
        tariff = t.tariff_for(act, kind)
    return tariff.amount_rp if tariff else 0


# ---- adopting -----------------------------------------------------------------------------------------------------


def test_a_tariff_is_asked_from_its_day_on(desk: Desk) -> None:
    adopted = t.adopt_tariff(desk, replace(CARD, valid_from=TODAY + timedelta(days=1)))
    assert fee_today(desk, Fee.CARD) == 0
    desk.clock.advance(days=1)
    assert fee_today(desk, Fee.CARD) == 5_000
    assert row(desk, Tariff, adopted.id) == adopted
    assert event_types(desk, 1) == ["TariffAdopted"]


def test_a_new_one_takes_over_at_once_and_the_old_row_stays(desk: Desk) -> None:
    old = t.adopt_tariff(desk, CARD)
    new = t.adopt_tariff(desk, replace(CARD, amount_rp=7_500), old.id)
    assert fee_today(desk, Fee.CARD) == 7_500
    assert t.tariffs(desk) == [new]
    assert [one.id for one in t.tariffs(desk, retired=True)] == [new.id, old.id]
    assert row(desk, Tariff, old.id) == replace(old, retired=True)


def test_one_that_begins_later_leaves_the_old_one_in_force_until_then(desk: Desk) -> None:
    old = t.adopt_tariff(desk, CARD)
    t.adopt_tariff(desk, replace(CARD, amount_rp=7_500, valid_from=date(2027, 1, 1)), old.id)
    assert fee_today(desk, Fee.CARD) == 5_000
    desk.clock.advance(days=38)  # the first of January
    assert fee_today(desk, Fee.CARD) == 7_500


def test_what_does_not_differ_makes_no_event(desk: Desk) -> None:
    old = t.adopt_tariff(desk, COPY)
    before = len(journal(desk))
    assert t.adopt_tariff(desk, replace(COPY, name=" Foto  kopi A4 "), old.id) == old
    assert len(journal(desk)) == before


def test_the_replaced_one_must_still_be_in_force(desk: Desk) -> None:
    old = t.adopt_tariff(desk, COPY)
    assert t.retire_tariff(desk, old.id) is True
    assert t.retire_tariff(desk, old.id) is False
    assert fault(t.adopt_tariff, desk, COPY, old.id) == ("tariff", "tariff_gone")
    assert services_for_sale(desk) == ()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"amount_rp": -1}, ("amount_rp", "number_out_of_range")),
        ({"amount_rp": 100_000_001}, ("amount_rp", "number_out_of_range")),
        ({"legal_basis": "  "}, ("legal_basis", "tariff_without_basis")),
        ({"legal_basis": "x" * 201}, ("legal_basis", "text_too_long")),
        ({"name": " "}, ("name", "text_missing")),
        ({"account": "1" * 41}, ("account", "text_too_long")),
        ({"unit": "x" * 21}, ("unit", "text_too_long")),
        ({"kind": ChargeKind.FINE}, ("amount_rp", "tariff_amount_elsewhere")),
        ({"kind": ChargeKind.LOST, "amount_rp": 0, "legal_basis": ""}, ("legal_basis", "tariff_without_basis")),
    ],
)
def test_a_tariff_nobody_may_ask_is_refused(desk: Desk, changes: dict[str, Any], expected: tuple[str, str]) -> None:
    before = len(journal(desk))
    assert fault(t.adopt_tariff, desk, replace(COPY, **changes)) == expected
    assert len(journal(desk)) == before


def test_what_is_free_needs_no_regulation(desk: Desk) -> None:
    t.adopt_tariff(desk, replace(CARD, amount_rp=0, legal_basis=""))
    assert fee_today(desk, Fee.CARD) == 0


def test_only_those_who_set_rules_set_tariffs(desk: Desk) -> None:
    adopted = t.adopt_tariff(desk, COPY)
    desk.operator = operator(desk, CIRCULATION)
    for work in (lambda: t.adopt_tariff(desk, CARD), lambda: t.retire_tariff(desk, adopted.id)):
        with pytest.raises(Refused) as refused:
            work()
        assert refused.value.code is RefusalCode.ROLE_MISSING


# ---- what holds ---------------------------------------------------------------------------------------------------


def test_services_stand_side_by_side_by_name(desk: Desk) -> None:
    a4, f4 = t.adopt_tariff(desk, COPY), t.adopt_tariff(desk, replace(COPY, name="Foto kopi F4", amount_rp=700))
    prints = t.adopt_tariff(desk, replace(COPY, kind=ChargeKind.SERVICE, name="Cetak", amount_rp=1_000))
    tag = t.adopt_tariff(desk, replace(CARD, kind=ChargeKind.LOST_TAG, amount_rp=25_000))
    t.adopt_tariff(desk, replace(COPY, name="Gratis", amount_rp=0))
    t.adopt_tariff(desk, replace(COPY, name="Tahun depan", valid_from=date(2027, 1, 1)))
    t.adopt_tariff(desk, CARD)
    assert services_for_sale(desk) == (tag, a4, f4, prints)


def test_a_fee_is_owed_with_its_regulation_and_free_where_none_holds(desk: Desk) -> None:
    member_id = add_member(desk)
    adopt_tariff(desk, "card_fee", 5_000, legal_basis="Perda Contoh 2/2026")
    with desk.action() as act:
        assert (raise_fee(act, member_id, Fee.CARD), raise_fee(act, member_id, Fee.FORM)) == (5_000, 0)
        (charge,) = act.state.open_charges(member_id)
    assert (charge.kind, charge.amount_rp, charge.legal_basis) == ("card_fee", 5_000, "Perda Contoh 2/2026")
    with desk.action() as act, pytest.raises(ValueError, match="photocopy"):
        raise_fee(act, member_id, "photocopy")


def test_money_of_a_tariff_out_of_force_keeps_its_account(desk: Desk) -> None:
    adopted = t.adopt_tariff(desk, CARD)
    with desk.view() as act:
        assert t.account_of(act, "card_fee", TODAY) == "4.1.02.02"
        assert t.account_of(act, "fine", TODAY) == ""
    t.retire_tariff(desk, adopted.id)
    with desk.view() as act:
        assert t.tariff_for(act, "card_fee") is None
        assert t.account_of(act, "card_fee", TODAY) == "4.1.02.02"


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(st.lists(st.tuples(DAYS, st.booleans(), st.sampled_from(["", BASIS])), max_size=6), DAYS)
def test_the_latest_begun_one_with_a_regulation_holds(rows: list[tuple[date, bool, str]], on: date) -> None:
    known = [
        replace(CARD, id=Id(f"{place:032x}"), valid_from=start, retired=retired, legal_basis=basis)
        for place, (start, retired, basis) in enumerate(rows)
    ]
    held = tariff_in_force(known, "card_fee", on)
    usable = [one for one in known if one.valid_from <= on and not one.retired and one.legal_basis]
    assert (held is None) == (not usable)
    assert held is None or all((one.valid_from, one.id) <= (held.valid_from, held.id) for one in usable)


@given(st.integers(0, 10_000_000), st.sampled_from([0, 1, 50, 100, 500, 1_000]))
def test_rounding_is_never_farther_than_half_a_coin_and_never_against_the_payer(amount: int, step: int) -> None:
    rounded = rounded_rp(amount, step)
    assert rounded % max(1, step) == 0
    assert -step <= 2 * (rounded - amount) < max(1, step)
