"""Events as JSON and back, personal parts apart."""

import json
from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loket.db import codec
from loket.domain import events as e
from loket.domain.entities import Id

IDS = st.binary(min_size=16, max_size=16).map(lambda raw: Id(raw.hex()))
TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
VALUES = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | TEXTS | st.lists(TEXTS, max_size=2)
FIELDS = st.dictionaries(TEXTS, VALUES, max_size=3)
st.register_type_strategy(Id, IDS)


def events_of(kind: type[e.Event]) -> st.SearchStrategy[e.Event]:
    """Any event of a kind, made from the types of its fields."""
    special = {"set": FIELDS, "was": FIELDS if kind.__name__.endswith("Changed") else TEXTS}
    special |= {"person_set": st.none() | FIELDS, "person_was": st.none() | FIELDS}
    chosen = {name: special[name] for name in special if name in kind.__dataclass_fields__ and kind is not e.RuleSet}
    return st.builds(kind, **chosen)


@settings(max_examples=25)
@given(st.data())
@pytest.mark.parametrize("name", sorted(e.EVENTS))
def test_there_and_back(name, data):
    event = data.draw(events_of(e.EVENTS[name]))
    body, personal = codec.encode(event)
    assert codec.decode(name, body, personal) == event
    assert codec.encode(codec.decode(name, body.decode(), personal)) == (body, personal)
    json.loads(body)


PERSON = e.Person(full_name="Ada Contoh", identity_sealed=b"\x00\xff", phone="0811")


def test_nothing_personal_stands_in_the_body():
    event = e.MemberRegistered(Id("1" * 32), "A-1", "umum", date(2026, 1, 2), person=PERSON)
    body, personal = codec.encode(event)
    assert b"Contoh" not in body
    assert b"0811" not in body
    assert b"Contoh" in personal
    erased = codec.decode("MemberRegistered", body, None)
    assert (erased.person, erased.member_no) == (None, "A-1")


def test_an_event_without_a_personal_part():
    body, personal = codec.encode(e.PolicyRetired(Id("1" * 32)))
    assert personal is None
    assert json.loads(body) == {"policy_id": "1" * 32}
    assert codec.encode(e.MemberChanged(Id("1" * 32)))[1] is None


def test_a_field_added_later_has_its_default_and_an_unknown_one_is_passed_over():
    body = b'{"loan_id":"1","item_id":"2","member_id":"3","returned_on":"2026-01-02","of_a_later_version":1}'
    assert codec.decode("ItemReturned", body, None).fine_rp == 0


@pytest.mark.parametrize("body", [b'{"policy_id": 1}', b"{}"])
def test_a_broken_body(body):
    with pytest.raises(msgspec.ValidationError):
        codec.decode("PolicyRetired", body, None)


def test_an_unknown_kind():
    with pytest.raises(KeyError):
        codec.decode("NothingWeKnow", b"{}", None)


def test_which_events_hold_personal_data_is_written_down():
    personal = {name: e.personal_fields(kind) for name, kind in e.EVENTS.items() if e.personal_fields(kind)}
    assert personal == {
        "OperatorAdded": ("person",),
        "OperatorChanged": ("person",),
        "MemberRegistered": ("person",),
        "MemberChanged": ("person_set", "person_was"),
        "ApplicantDeclined": ("reason",),
        "MemberSuspended": ("reason",),
        "SuspensionEnded": ("reason",),
        "PaymentTaken": ("payer",),
        "VisitRecorded": ("guest",),
        "SurveyAnswered": ("comment",),
        "LockerTaken": ("holder",),
        "LockerTagLost": ("proof",),
        "LockerForced": ("proof",),
        "ItemAsked": ("reader",),
        "SessionAsked": ("user",),
        "SessionStarted": ("user",),
        "PhotocopyMade": ("borrower",),
        "PhotocopyOut": ("borrower", "phone"),
        "EbookLent": ("reader",),
    }
