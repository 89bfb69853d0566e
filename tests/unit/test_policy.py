"""Which policy applies: the most specific in force, wildcards only where written."""

import itertools
from datetime import date

import pytest

from loket.domain.calendar import OpenDays
from loket.domain.circulation import due_date, lateness
from loket.domain.entities import FineMode, LoanPolicy
from loket.domain.errors import InvalidInput
from loket.domain.policy import DEFAULT_POLICY, check_policy, choose_policy
from loket.domain.settings import PolicyOrder, Settings

EXACT = LoanPolicy("1" * 32, "pelajar", "umum")
BY_TYPE = LoanPolicy("2" * 32, "pelajar", "*")
BY_KIND = LoanPolicy("3" * 32, "*", "umum")
ALL = LoanPolicy("4" * 32, "*", "*")
OTHERS = (
    LoanPolicy("5" * 32, "asn", "umum"),
    LoanPolicy("6" * 32, "pelajar", "anak"),
    LoanPolicy("7" * 32, "asn", "*"),
)
MEMBER, COLLECTION = PolicyOrder.MEMBER_TYPE_FIRST, PolicyOrder.COLLECTION_FIRST


@pytest.mark.parametrize(
    ("written", "order", "chosen"),
    [
        ((EXACT, BY_TYPE, BY_KIND, ALL), MEMBER, EXACT),
        ((EXACT, BY_TYPE, BY_KIND, ALL), COLLECTION, EXACT),
        ((BY_TYPE, BY_KIND, ALL), MEMBER, BY_TYPE),
        ((BY_TYPE, BY_KIND, ALL), COLLECTION, BY_KIND),
        ((BY_KIND, ALL), MEMBER, BY_KIND),
        ((BY_TYPE, ALL), COLLECTION, BY_TYPE),
        ((ALL,), MEMBER, ALL),
        ((ALL,), COLLECTION, ALL),
        ((), MEMBER, DEFAULT_POLICY),
    ],
)
def test_the_most_specific_wins_whatever_stands_beside_it_and_in_any_order(written, order, chosen):
    for policies in itertools.islice(itertools.permutations((*written, *OTHERS)), 200):
        assert choose_policy(policies, "pelajar", "umum", order) is chosen


def test_a_policy_for_another_kind_is_never_a_fallback():
    """Peers take the first rule of the member type although it was written for another collection."""
    assert choose_policy(OTHERS, "pelajar", "umum") is DEFAULT_POLICY


def test_an_empty_kind_is_not_a_wildcard():
    assert choose_policy((LoanPolicy("1" * 32, "", ""),), "pelajar", "umum") is DEFAULT_POLICY


def test_a_star_asked_for_is_answered_by_written_stars_only():
    assert choose_policy((EXACT, BY_TYPE), "pelajar", "*") is BY_TYPE


def test_a_retired_policy_is_not_in_force():
    retired = LoanPolicy("9" * 32, "pelajar", "umum", retired=True)
    assert choose_policy((retired, ALL), "pelajar", "umum") is ALL


def test_of_two_equal_ones_the_later_adopted_wins():
    older, newer = LoanPolicy("1" * 32, "pelajar", "umum"), LoanPolicy("8" * 32, "pelajar", "umum")
    assert choose_policy((newer, older), "pelajar", "umum") is newer
    assert choose_policy((older, newer), "pelajar", "umum") is newer


def test_the_default_is_two_titles_two_copies_seven_days_one_renewal_no_fine():
    terms = DEFAULT_POLICY
    assert (terms.max_titles, terms.max_items, terms.loan_days, terms.renewals) == (2, 2, 7, 1)
    assert terms.fine_mode is FineMode.NONE
    check_policy(terms)


@pytest.mark.parametrize(
    ("terms", "field", "code"),
    [
        ({"loan_days": 0}, "loan_days", "number_out_of_range"),
        ({"renewals": -1}, "renewals", "number_out_of_range"),
        ({"grace_days": -1}, "grace_days", "number_out_of_range"),
        ({"max_items": 10_000_001}, "max_items", "number_out_of_range"),
        ({"fine_mode": FineMode.MONEY, "legal_basis": "Perda 1/2025"}, "fine_per_day_rp", "fine_amount_missing"),
        ({"fine_mode": FineMode.MONEY, "fine_per_day_rp": 500}, "legal_basis", "legal_basis_missing"),
        (
            {"fine_mode": FineMode.BOTH, "fine_per_day_rp": 500, "legal_basis": " "},
            "legal_basis",
            "legal_basis_missing",
        ),
    ],
)
def test_terms_no_library_can_mean(terms, field, code):
    with pytest.raises(InvalidInput) as refused:
        check_policy(LoanPolicy("1" * 32, **terms))
    assert (refused.value.field, refused.value.code) == (field, code)


def test_a_tariff_with_its_legal_basis_passes():
    check_policy(LoanPolicy("1" * 32, fine_mode=FineMode.BOTH, fine_per_day_rp=500, legal_basis="Perda 1/2025"))


DAYS = ("loan_days", "renewal_days", "grace_days", "suspension_per_day_days", "suspension_cap_days")


@pytest.mark.parametrize("field", DAYS)
def test_days_that_pass_are_days_the_calendar_can_count(field):
    """Whatever `check_policy` lets through must not stop a loan or a return later, at the counter."""
    longest = 1
    for days in (1, 400, 3_000, 40_000, 4_000_000, 10_000_000):
        policy = LoanPolicy("1" * 32, fine_mode=FineMode.SUSPENSION, **{field: days})
        try:
            check_policy(policy)
        except InvalidInput:
            continue
        longest = days
        today = date(2026, 11, 24)
        due_date(today, max(policy.loan_days, policy.renewal_days), policy, Settings(), OpenDays(), None)
        lateness(today, today.replace(year=2027), policy, OpenDays())
    assert longest >= 400
