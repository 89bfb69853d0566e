"""Field-by-field changes: there and back, and the three-way merge of two counters' edits."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.apply_members import IDENTITY_FIELDS
from loket.domain.changes import changes_between, field_kinds, plain, with_changes
from loket.domain.entities import KINDS, Biblio, Item, ItemStatus, Member
from loket.domain.events import Person
from loket.domain.handling import merge_fields

OLD = Member("1" * 32, "M-1", "Anggota Satu", "umum", valid_until=date(2027, 1, 1))
NEW = replace(
    OLD,
    full_name="Anggota Dua",
    birth_on=date(2001, 2, 3),
    identity_index=b"\x00\xff",
    valid_until=None,
    pending=True,
)


def test_only_what_differs_in_plain_form():
    changed, was = changes_between(OLD, NEW)
    assert changed == {
        "full_name": "Anggota Dua",
        "birth_on": "2001-02-03",
        "identity_index": "AP8=",
        "valid_until": None,
        "pending": True,
    }
    assert was == {
        "full_name": "Anggota Satu",
        "birth_on": None,
        "identity_index": None,
        "valid_until": "2027-01-01",
        "pending": False,
    }
    assert changes_between(OLD, OLD) == ({}, {})


def test_there_and_back():
    changed, was = changes_between(OLD, NEW)
    assert with_changes(OLD, changed) == NEW
    assert with_changes(NEW, was) == OLD


@given(st.lists(st.text(max_size=5), max_size=3), st.text(max_size=9), st.none() | st.integers(0, 10**9))
def test_lists_texts_and_numbers_there_and_back(authors, note, price_rp):
    biblio, item = Biblio("1" * 32, "Judul"), Item("2" * 32, "1" * 32, "B1")  # type: ignore[arg-type]
    for old, new in (
        (biblio, replace(biblio, authors=tuple(authors), note=note)),
        (item, replace(item, price_rp=price_rp, status=ItemStatus.REPAIR, note=note)),
    ):
        changed, was = changes_between(old, new)
        assert with_changes(old, changed) == new
        assert with_changes(new, was) == old


def test_a_field_of_a_later_version_is_left_out():
    assert with_changes(OLD, {"shoe_size": 42, "job": "guru"}) == replace(OLD, job="guru")


def test_plain_values():
    assert plain(datetime(2026, 1, 2, tzinfo=UTC)) == "2026-01-02T00:00:00+00:00"
    assert plain((date(2026, 1, 2), "x")) == ["2026-01-02", "x"]
    assert plain(ItemStatus.LOST) == "lost"


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_entity_has_a_known_kind(kind):
    assert field_kinds(kind).keys() >= {f.name for f in fields(kind)}


def test_the_personal_part_of_a_member_is_made_of_members_fields():
    assert set(Person.__dataclass_fields__) <= {f.name for f in fields(Member)}
    assert {f.name for f in fields(Member)} >= IDENTITY_FIELDS


@pytest.mark.parametrize(
    ("current", "wanted", "was", "merged", "clashed"),
    [
        ("a", "b", "a", {"x": "b"}, {}),  # nobody else touched it
        ("b", "b", "a", {"x": "b"}, {}),  # both made the same change
        ("c", "b", "a", {"x": "b"}, {"x": "b"}),  # somebody else changed it: the later arrival stands, and is reported
    ],
)
def test_merging_a_field(current, wanted, was, merged, clashed):
    assert merge_fields({"x": current}, {"x": wanted}, {"x": was}, keep=set()) == (merged, clashed)


def test_a_clash_over_who_a_person_is_keeps_what_stands():
    assert merge_fields({"x": "c", "y": 1}, {"x": "b", "y": 2}, {"x": "a", "y": 1}, keep={"x"}) == (
        {"y": 2},
        {"x": "b"},
    )
