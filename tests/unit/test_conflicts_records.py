"""Counters that worked apart on members and the catalogue: what merges, what a person decides, what is gone for good.

Classes and rules are those of the sync specification. "Arrive" is the server's order; `minutes` when it was done.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from conflict_books import (
    ADA,
    AT,
    BUDI,
    CHARGE,
    COPY,
    DAY,
    DOUBTFUL,
    LOAN_A,
    LOAN_B,
    LOAN_C,
    NOBODY,
    OTHER_COPY,
    TITLE,
    Books,
    changed,
    lent,
    made,
    opened_library,
    registered,
    returned,
)
from hypothesis import given
from hypothesis import strategies as st

from loket.domain import decisions as d
from loket.domain import events as e
from loket.domain.cases import CaseClass as C
from loket.domain.cases import detail_of
from loket.domain.changes import field_kinds, plain
from loket.domain.decisions import choices_for
from loket.domain.entities import (
    Biblio,
    Case,
    Charge,
    Id,
    Item,
    Loan,
    LoanEnd,
    Member,
)

BOTH_ORDERS = pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["as it happened", "the other way round"])
NEXT_MONTH, NEXT_YEAR = DAY + timedelta(days=30), DAY + timedelta(days=365)


@pytest.fixture
def books() -> Books:
    return opened_library()


# ---- MEM_EDIT: two desks changed one member -----------------------------------------------------------------------


@BOTH_ORDERS
def test_the_later_edit_wins(books, order):
    edits = (
        made(changed({"phone": "0811"}, {"phone": ""})),
        made(changed({"phone": "0822"}, {"phone": ""}), desk="b", minutes=30),
    )
    assert books.arrive(*(edits[n] for n in order)) == [(C.MEM_EDIT, "low")]
    ada = books.the(Member, ADA)
    assert (ada.phone, ada.changed_at) == ("0822", AT + timedelta(minutes=30))
    told = books.case_detail()
    assert told["fields"] == {"phone": ["0822", "0811"]}  # what stands, and what lost
    assert told["standing"] == {
        "at": (AT + timedelta(minutes=30)).isoformat(),
        "by": None,
        "station": edits[1].stamp.station_id,
    }
    assert (told["other"]["at"], told["other"]["station"]) == (AT.isoformat(), edits[0].stamp.station_id)
    books.decide(books.only_case().id, d.TAKE)
    assert books.the(Member, ADA).phone == "0811"


@pytest.mark.parametrize("wrong", [{"quality": DOUBTFUL}, {"corrected": AT + timedelta(hours=5)}])
def test_without_two_sound_clocks_the_first_to_arrive_stays(books, wrong):
    books.arrive(made(changed({"phone": "0811"}, {"phone": ""})))
    later = made(changed({"phone": "0822"}, {"phone": ""}), desk="b", minutes=30, **wrong)
    assert (C.MEM_EDIT, "low") in books.arrive(later)
    assert books.the(Member, ADA).phone == "0811"
    (case,) = books.cases_about(ADA)
    assert detail_of(case)["fields"] == {"phone": ["0811", "0822"]}
    assert detail_of(case)["other"]["station"] == later.stamp.station_id


def test_an_edit_on_a_wrong_clock_does_not_outlast_those_that_come_after(books):
    """A counter whose clock says 2037 would else win every later clash."""
    before = books.the(Member, ADA).changed_at
    books.arrive(made(changed({"phone": "0811"}, {"phone": ""}), minutes=5_000_000, quality=DOUBTFUL))
    assert books.the(Member, ADA).changed_at == before
    books.arrive(made(changed({"phone": "0822"}, {"phone": ""}), desk="b", minutes=30))
    assert books.the(Member, ADA).phone == "0822"


@BOTH_ORDERS
@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("full_name", ("Ada Satu", "Ada Dua")),
        ("birth_on", ("2001-01-01", "2002-02-02")),
        ("identity_index", ("AQ==", "Ag==")),
    ],
)
def test_who_somebody_is_waits_for_a_person(books, order, name, values):
    was = {"full_name": "Ada Contoh"}.get(name)
    edits = [made(changed({name: value}, {name: was}), minutes=30 * n) for n, value in enumerate(values)]
    assert books.arrive(*(edits[n] for n in order)) == [(C.MEM_EDIT, "medium")]
    first = changed({name: values[order[0]]}, {name: was})
    alone = opened_library()
    alone.arrive(made(first))
    assert getattr(books.the(Member, ADA), name) == getattr(alone.the(Member, ADA), name)


@BOTH_ORDERS
def test_the_longer_suspension_wins(books, order):
    edits = [
        made(changed(kept={"suspended_until": until and until.isoformat()}, kept_was={"suspended_until": "2026-01-01"}))
        for until in (None, NEXT_MONTH)
    ]
    books.put(replace(books.the(Member, ADA), suspended_until=date(2026, 1, 1)))
    books.arrive(*(edits[n] for n in order))
    assert books.the(Member, ADA).suspended_until == NEXT_MONTH


@BOTH_ORDERS
def test_edits_of_different_fields_merge_and_equal_ones_agree(books, order):
    edits = (
        made(changed({"phone": "0811", "job": "guru"}, {"phone": "", "job": ""})),
        made(changed({"email": "a@contoh.id", "job": "guru"}, {"email": "", "job": ""}), desk="b", minutes=30),
    )
    assert books.arrive(*(edits[n] for n in order)) == []
    ada = books.the(Member, ADA)
    assert (ada.phone, ada.email, ada.job) == ("0811", "a@contoh.id", "guru")
    assert (ada.changed_at, ada.changed_station) == (AT + timedelta(minutes=30), edits[1].stamp.station_id)


@pytest.mark.parametrize(("choice", "name"), [(d.KEEP, "Ada Satu"), (d.TAKE, "Ada Dua")])
def test_a_person_says_which_value_is_right(books, choice, name):
    for number, value in enumerate(("Ada Satu", "Ada Dua")):
        books.arrive(made(changed({"full_name": value}, {"full_name": "Ada Contoh"}), minutes=number))
    assert choices_for(books.only_case()) == (d.KEEP, d.TAKE)
    books.decide(books.only_case().id, choice)
    assert books.the(Member, ADA).full_name == name


def test_nothing_is_taken_over_for_somebody_erased_since(books):
    for number, value in enumerate(("Ada Satu", "Ada Dua")):
        books.arrive(made(changed({"full_name": value}, {"full_name": "Ada Contoh"}), minutes=number))
    books.arrive(made(e.MemberErased(ADA, "permintaan")))
    assert choices_for(books.only_case()) == (d.NOTED,)
    books.decide(books.only_case().id, d.TAKE)
    assert books.the(Member, ADA).full_name == ""
    assert not books.only_case().closed


# ---- CAT_EDIT -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("choice", "stands"), [(d.KEEP, "Dua"), (d.TAKE, "Satu")])
def test_two_edits_of_a_title_the_later_arrival_stands(books, choice, stands):
    for desk, title in (("a", "Satu"), ("b", "Dua")):
        books.arrive(made(e.BiblioChanged(TITLE, {"title": title}, {"title": "Judul"}), desk=desk))
    assert books.the(Biblio, TITLE).title == "Dua"
    assert books.case_detail()["fields"] == {"title": ["Dua", "Satu"]}
    books.decide(books.only_case().id, choice)
    assert books.the(Biblio, TITLE).title == stands


@pytest.mark.parametrize(("choice", "price_rp"), [(d.KEEP, 9000), (d.TAKE, 8000)])
def test_two_edits_of_a_copy(books, choice, price_rp):
    for desk, price in (("a", 8000), ("b", 9000)):
        books.arrive(made(e.ItemChanged(COPY, {"price_rp": price}, {"price_rp": None}), desk=desk))
    books.decide(books.only_case().id, choice)
    assert books.the(Item, COPY).price_rp == price_rp


# ---- MEM_DUP and LIM_OVER -----------------------------------------------------------------------------------------


TWIN = Id("b" * 32)


def twins(books: Books) -> Id:
    """Budi has a card from each desk. Returns the case."""
    books.put(replace(books.the(Member, BUDI), identity_index=b"\x01"))
    twin = registered(TWIN, "B-9", identity_index=b"\x01")
    assert books.arrive(made(twin, desk="b")) == [(C.MEM_DUP, "medium")]
    assert books.case_detail() == {"others": [BUDI]}
    return books.only_case().id


def test_two_cards_of_one_person_stay_and_share_one_limit(books):
    twins(books)
    assert books.arrive(made(lent(LOAN_A, BUDI, max_items=2)), made(lent(LOAN_B, TWIN, OTHER_COPY, max_items=2))) == []
    books.arrive(made(e.ItemAdded(Item(NOBODY, TITLE, "B3"))))
    assert books.arrive(made(lent(LOAN_C, TWIN, NOBODY, max_items=2))) == [(C.LIM_OVER, "low")]
    case = books.cases_about(TWIN)[-1]
    assert not any(books.the(Member, one).left for one in (BUDI, TWIN))
    assert [detail_of(case) for case in books.cases_about(TWIN) if case.cls == C.LIM_OVER] == [{"count": 3, "limit": 2}]
    assert choices_for(case)


@pytest.mark.parametrize(
    ("choice", "winner", "loser"), [(d.MERGE_INTO_FIRST, BUDI, TWIN), (d.MERGE_INTO_SECOND, TWIN, BUDI)]
)
def test_two_records_become_one(books, choice, winner, loser):
    case_id = twins(books)
    books.put(replace(books.the(Member, loser), suspended_until=NEXT_MONTH))
    books.put(Charge(CHARGE, loser, "fine", 500, DAY))
    books.arrive(made(lent(LOAN_A, loser)))
    assert choices_for(books.only_case()) == (d.MERGE_INTO_FIRST, d.MERGE_INTO_SECOND, d.TWO_PEOPLE)
    assert books.decide(case_id, choice) == []
    gone, stays = books.the(Member, loser), books.the(Member, winner)
    assert (gone.left, gone.merged_into, stays.left, stays.merged_into) == (True, winner, False, None)
    assert (books.the(Loan, LOAN_A).member_id, books.the(Charge, CHARGE).member_id) == (winner, winner)
    assert stays.suspended_until == NEXT_MONTH


def test_two_people_after_all(books):
    case_id = twins(books)
    before = books.rows()
    books.decide(case_id, d.TWO_PEOPLE)
    assert books.rows() == before
    assert books.the(Case, case_id).closed


def test_a_third_card_is_held_against_the_record_that_stands(books):
    books.decide(twins(books), d.MERGE_INTO_SECOND)
    books.arrive(made(registered(NOBODY, "B-10", identity_index=b"\x01"), desk="c"))
    (case,) = [case for case in books.cases_about(NOBODY) if case.cls == C.MEM_DUP]
    assert detail_of(case) == {"others": [TWIN]}
    books.decide(case.id, d.MERGE_INTO_SECOND)
    assert (books.the(Member, TWIN).merged_into, books.the(Member, NOBODY).left) == (NOBODY, False)


def test_two_desks_merged_the_same_records(books):
    """The second desk's order is done already; a chain of merges ends at one record, never in a circle."""
    merges = [e.MembersMerged(BUDI, ADA), e.MembersMerged(BUDI, ADA), e.MembersMerged(ADA, BUDI)]
    assert books.arrive(*(made(merge, desk=desk) for desk, merge in zip("abc", merges, strict=True))) == []
    assert (books.the(Member, ADA).merged_into, books.the(Member, BUDI).merged_into) == (BUDI, None)
    assert books.arrive(made(e.MembersMerged(NOBODY, ADA))) == [(C.MEM_GONE, "high")]


@BOTH_ORDERS
def test_a_limit_passed_at_two_desks_all_loans_stand(books, order):
    loans = (
        made(lent(LOAN_A, ADA, max_items=1)),
        made(lent(LOAN_B, ADA, OTHER_COPY, max_items=1), desk="b", minutes=5),
    )
    assert books.arrive(*(loans[n] for n in order)) == [(C.LIM_OVER, "low")]
    assert len(books.open_loans(ADA)) == 2
    assert (books.only_case().entity, books.case_detail()) == (ADA, {"count": 2, "limit": 1})


# ---- CARD_DUP, BARCODE_DUP, CAT_LOANED, ITEM_GONE -----------------------------------------------------------------


@BOTH_ORDERS
def test_one_card_number_for_two_people(books, order):
    people = (made(registered(TWIN, "C-1")), made(registered(NOBODY, "c-1"), desk="b"))
    assert books.arrive(*(people[n] for n in order)) == [(C.CARD_DUP, "high")]
    assert len(books.members_with_no("C-1")) == 2
    assert choices_for(books.only_case()) == (d.NOTED,)


@BOTH_ORDERS
def test_one_barcode_on_two_copies(books, order):
    copies = (made(e.ItemAdded(Item(TWIN, TITLE, "C1"))), made(e.ItemAdded(Item(NOBODY, TITLE, "c1")), desk="b"))
    assert books.arrive(*(copies[n] for n in order)) == [(C.BARCODE_DUP, "medium")]
    assert len(books.items_with_barcode("C1")) == 2


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"status": "withdrawn"}, [(C.CAT_LOANED, "info")]),
        ({"barcode": "B7"}, [(C.CAT_LOANED, "info")]),
        ({"note": "x"}, []),
    ],
)
def test_a_copy_changed_while_it_is_out(books, wanted, found):
    books.arrive(made(lent(LOAN_A)))
    was = {name: {"status": "available", "barcode": "B1", "note": ""}[name] for name in wanted}
    assert books.arrive(made(e.ItemChanged(COPY, wanted, was), desk="b", minutes=5)) == found
    assert books.the(Item, COPY).loan_id == LOAN_A
    assert books.the(Loan, LOAN_A).end is LoanEnd.OPEN


def test_a_loan_of_a_copy_whose_own_news_is_on_its_way(books):
    """The copy is filled in when it arrives; what happened to it meanwhile stays."""
    assert books.arrive(made(lent(LOAN_A, ADA, NOBODY))) == [(C.ITEM_GONE, "high")]
    assert books.the(Item, NOBODY) == Item(NOBODY, TITLE, "", loan_id=LOAN_A, seen_at=AT)
    assert books.arrive(made(e.ItemAdded(Item(NOBODY, TITLE, "B9", price_rp=9)), desk="b")) == []
    assert books.the(Item, NOBODY) == Item(NOBODY, TITLE, "B9", price_rp=9, loan_id=LOAN_A, seen_at=AT)
    assert books.items_with_barcode("b9")
    assert books.arrive(made(e.ItemAdded(Item(NOBODY, TITLE, "B10")), desk="c")) == [(C.ID_COLLISION, "high")]


# ---- MEM_GONE -----------------------------------------------------------------------------------------------------


def test_what_is_booked_for_a_merged_record_goes_to_the_one_that_stands(books):
    books.arrive(made(e.MembersMerged(BUDI, ADA)))
    assert books.arrive(made(lent(LOAN_A, ADA), desk="b", minutes=5)) == []
    assert books.the(Loan, LOAN_A).member_id == BUDI
    damaged = e.ItemDeclared(COPY, "damaged", "available", "", LOAN_A, ADA, CHARGE, 900, DAY)
    assert books.arrive(made(damaged, desk="b", minutes=6)) == []
    assert books.the(Charge, CHARGE).member_id == BUDI
    back = returned(LOAN_A, ADA, suspended_until=NEXT_MONTH)
    assert books.arrive(made(back, desk="b", minutes=30)) == []
    assert (books.the(Member, ADA).suspended_until, books.the(Member, BUDI).suspended_until) == (None, NEXT_MONTH)
    undone = e.ReturnUndone(NOBODY, LOAN_A, COPY, ADA, None, None, NEXT_MONTH)
    assert books.arrive(made(undone, desk="b", minutes=31)) == []
    assert books.the(Member, BUDI).suspended_until is None


def test_late_news_of_a_return_fines_the_record_that_stands(books):
    books.arrive(made(lent(LOAN_A, ADA)), made(lent(LOAN_B, TWIN), desk="b", minutes=60))
    books.arrive(made(e.MembersMerged(BUDI, ADA)))
    books.arrive(made(returned(LOAN_A, ADA, charge_id=CHARGE, fine_rp=500), minutes=30))
    assert (books.the(Loan, LOAN_A).end, books.the(Charge, CHARGE).member_id) == (LoanEnd.RETURNED, BUDI)
    assert books.arrive(made(e.ReturnUndone(NOBODY, LOAN_A, COPY, ADA), minutes=31)) == [(C.UNDO_LATE, "medium")]


def test_a_loan_opened_again_is_of_the_record_that_stands(books):
    books.arrive(made(lent(LOAN_A, ADA)), made(returned(LOAN_A), minutes=30), made(e.MembersMerged(BUDI, ADA)))
    assert books.arrive(made(e.ReturnUndone(NOBODY, LOAN_A, COPY, ADA), minutes=31)) == []
    assert [loan.id for loan in books.open_loans(BUDI)] == [LOAN_A]


def test_a_loan_of_somebody_erased_stands(books):
    books.arrive(made(e.MemberErased(ADA, "permintaan")))
    assert books.arrive(made(lent(LOAN_A, ADA), desk="b", minutes=5)) == [(C.MEM_GONE, "high")]
    assert [loan.id for loan in books.open_loans(ADA)] == [LOAN_A]
    ada = books.the(Member, ADA)
    assert (ada.full_name, ada.member_no, ada.left, ada.erased) == ("", "A-1", True, True)


def test_somebody_erased_before_he_is_known_never_has_a_name(books):
    """His registration waited for a mended rule, or came again after a restore."""
    late, again = (e.MemberRegistered(NOBODY, no, "umum", DAY, person=e.Person("Citra", note="x")) for no in ("9", "8"))
    assert books.arrive(made(e.MemberErased(NOBODY, "permintaan"))) == []
    assert books.arrive(made(late, minutes=5)) == []
    him = books.the(Member, NOBODY)
    assert (him.full_name, him.note, him.left, him.erased) == ("", "", True, True)
    assert (him.member_no, him.member_type, him.registered_on) == ("9", "umum", DAY)
    assert books.arrive(made(again, minutes=6)) == [(C.ID_COLLISION, "high")]


# ---- erased is erased ---------------------------------------------------------------------------------------------

KINDS_OF_FIELDS = field_kinds(e.Person)
CANARIES: dict[str, Any] = {
    name: {date: date(1971, 3, 5), bytes: f"kenari {name}".encode(), bool: True}.get(kind, f"kenari {name}")
    for name, kind in KINDS_OF_FIELDS.items()
}


def in_plain(name: str, value: Any, again: int) -> Any:
    """A value as an edit says it, each time another."""
    if isinstance(value, date):
        return f"1971-03-{6 + again:02d}"
    if isinstance(value, bool):
        return again % 2 == 0
    return "a2VuYXJp" if isinstance(value, bytes) else f"{value} {again}"  # base64 of "kenari"


@given(
    st.lists(st.tuples(st.sampled_from(sorted(CANARIES)), st.booleans(), st.integers(0, 99)), max_size=12),
    st.integers(0, 12),
    st.booleans(),
)
def test_nothing_that_said_who_he_was_is_left_in_any_row(edits, erased_at, taken):
    books = Books()
    books.arrive(made(e.MemberRegistered(ADA, "A-1", "umum", DAY, person=e.Person(**CANARIES))))
    assert all(word in repr(books.rows(cases=True)) for word in ("kenari note", "kenari full_name", "1971, 3, 5"))
    for number, (name, clashes, minutes) in enumerate(edits):
        if number == erased_at:
            books.arrive(made(e.MemberErased(ADA, "permintaan"), minutes=number))
        wanted = {name: in_plain(name, CANARIES[name], number)}
        was = {name: None if clashes else plain(getattr(books.the(Member, ADA), name))}
        books.arrive(made(changed(wanted, was), minutes=minutes, desk=str(number % 2)))
    if erased_at >= len(edits):
        books.arrive(made(e.MemberErased(ADA, "permintaan"), minutes=200))
    if taken:
        for case in books.cases_about(ADA):
            books.decide(case.id, d.TAKE)
    left = repr(books.rows(cases=True))
    assert not [word for word in ("kenari", "1971, 3", "1971-03", "a2VuYXJp") if word in left]
    assert books.the(Member, ADA).member_no == "A-1"
