"""Who signs: offices pass on by day, acting ones come first, and papers made again bear the names they bore."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import ADMIN, CIRCULATION, HASHER, PASSWORDS, TODAY, new_desk, operator
from hypothesis import given
from hypothesis import strategies as st
from stock import event_types, journal

from loket.domain.entities import Id, Official
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.officials import HEAD, MAKER, OFFICES, PREFIXES, SECTION_HEAD, TREASURER, holder, printed_office
from loket.domain.opening import opening_spans, read_clock, read_hours, tidied_clock, tidied_hours
from loket.services import officials as o
from loket.services.desk import Desk
from loket.services.operators import SignIns, confirm, sign_in
from loket.services.settings import change_rule, describe_library
from loket.ui.issuing import issuer_of

NIP = "190001011920011001"
HEAD_OFFICE = Official(Id(""), HEAD, "Kepala Dinas Contoh", "Dra. Contoh Sari", NIP, "Pembina, IV/a")
SECTION = Official(Id(""), SECTION_HEAD, "", "Bapak Misal")
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = new_desk(tmp_path)
    made.operator = operator(made, ADMIN)
    return made


def signing(desk: Desk, on: date = TODAY) -> dict[str, str]:
    with desk.view() as act:
        return o.signing_facts(act, on)


def fault(work: Callable[..., Any], *args: Any) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as wrong:
        work(*args)
    return wrong.value.field, wrong.value.code


# ---- entering -------------------------------------------------------------------------------------------------------


def test_an_official_is_entered_tidied_and_listed(desk: Desk) -> None:
    spaced = replace(SECTION, name="  Bapak   Misal ", nip="19000101 192001 1 001")
    made = o.set_official(desk, spaced)
    assert o.officials(desk) == [made]
    assert (made.name, made.nip, made.title) == ("Bapak Misal", NIP, "Kepala Seksi Layanan")
    assert event_types(desk, 1) == ["OfficialSet"]


def test_what_stands_already_is_no_event(desk: Desk) -> None:
    made = o.set_official(desk, HEAD_OFFICE)
    before = len(journal(desk))
    assert o.set_official(desk, made) == made
    assert len(journal(desk)) == before
    mended = o.set_official(desk, replace(made, until_on=TODAY))
    assert o.officials(desk) == [mended]
    assert mended.id == made.id


def test_offices_are_listed_in_order_the_latest_first(desk: Desk) -> None:
    for office, from_on in ((MAKER, None), (HEAD, None), (HEAD, TODAY), (TREASURER, None)):
        o.set_official(desk, replace(HEAD_OFFICE, office=office, from_on=from_on))
    assert [(one.office, one.from_on) for one in o.officials(desk)] == [
        (HEAD, TODAY),
        (HEAD, None),
        (TREASURER, None),
        (MAKER, None),
    ]


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"office": "king"}, "office", "official_office"),
        ({"prefix": "Pj."}, "prefix", "official_prefix"),
        ({"name": " Al "}, "name", "official_name"),
        ({"name": "x" * 101}, "name", "text_too_long"),
        ({"title": "x" * 101}, "title", "text_too_long"),
        ({"rank": "x" * 61}, "rank", "text_too_long"),
        ({"nip": "1234"}, "nip", "official_nip"),
        ({"nip": "1" * 17 + "x"}, "nip", "official_nip"),
        ({"nip": "١" * 18}, "nip", "official_nip"),
        ({"from_on": TODAY, "until_on": YESTERDAY}, "until_on", "dates_reversed"),
        ({"id": Id("0" * 32)}, "official", "official_gone"),
    ],
)
def test_what_cannot_stand_on_paper_names_its_field(desk: Desk, changes: dict[str, Any], field: str, code: str) -> None:
    assert fault(o.set_official, desk, replace(HEAD_OFFICE, **changes)) == (field, code)
    assert o.officials(desk) == []


def test_a_mistake_is_taken_back_once(desk: Desk) -> None:
    made = o.set_official(desk, HEAD_OFFICE)
    assert o.retire_official(desk, made.id) is True
    assert o.retire_official(desk, made.id) is False
    assert o.officials(desk) == []
    assert [one.retired for one in o.officials(desk, retired=True)] == [True]
    assert fault(o.set_official, desk, made) == ("official", "official_gone")
    assert signing(desk)["left_name"] == ""


def test_only_administrators_and_supervisors_enter_officials(desk: Desk) -> None:
    made = o.set_official(desk, HEAD_OFFICE)
    desk.operator = operator(desk, CIRCULATION)
    for work in (lambda: o.set_official(desk, SECTION), lambda: o.retire_official(desk, made.id)):
        with pytest.raises(Refused) as refused:
            work()
        assert refused.value.code is RefusalCode.ROLE_MISSING
    assert o.officials(desk) == [made]


# ---- who signs ------------------------------------------------------------------------------------------------------


def test_without_officials_the_founded_head_and_who_is_signed_in_sign(desk: Desk) -> None:
    describe_library(desk, replace(desk.library, head_name="Ibu Contoh", head_nip=NIP))
    facts = signing(desk)
    assert (facts["left_above"], facts["left_name"], facts["left_nip"]) == ("Mengetahui,", "Ibu Contoh", NIP)
    assert (facts["right_office"], facts["right_name"]) == ("Petugas Layanan", desk.operator.full_name)
    assert facts["right_above"] == ""
    desk.operator = None
    assert signing(desk)["right_name"] == ""


def test_the_section_head_signs_at_the_right_else_the_maker(desk: Desk) -> None:
    change_rule(desk, "receipt_place", "Contoh")
    o.set_official(desk, replace(SECTION, office=MAKER, name="Ibu Pembuat"))
    assert signing(desk)["right_name"] == "Ibu Pembuat"
    head = o.set_official(desk, replace(SECTION, rank="Penata, III/c"))
    facts = signing(desk)
    assert (facts["right_name"], facts["right_rank"]) == ("Bapak Misal", "Penata, III/c")
    assert facts["right_above"] == "Contoh, 24 November 2026"
    o.set_official(desk, replace(head, until_on=YESTERDAY))
    assert signing(desk)["right_name"] == "Ibu Pembuat"
    assert signing(desk, YESTERDAY)["right_name"] == "Bapak Misal"


def test_an_acting_head_signs_while_it_lasts(desk: Desk) -> None:
    o.set_official(desk, HEAD_OFFICE)
    o.set_official(desk, replace(HEAD_OFFICE, name="Ibu Ganti", prefix="Plh.", from_on=TODAY, until_on=TODAY))
    assert (signing(desk)["left_office"], signing(desk)["left_name"]) == ("Plh. Kepala Dinas Contoh", "Ibu Ganti")
    for on in (YESTERDAY, TOMORROW):
        assert (signing(desk, on)["left_office"], signing(desk, on)["left_name"]) == (
            "Kepala Dinas Contoh",
            "Dra. Contoh Sari",
        )


DAYS = st.none() | st.integers(-5, 5).map(lambda by: TODAY + timedelta(days=by))
ROWS = st.lists(
    st.builds(
        Official,
        id=st.integers(1, 99).map(lambda number: Id(f"{number:032x}")),
        office=st.sampled_from(OFFICES),
        title=st.just("Jabatan"),
        name=st.just("Nama"),
        prefix=st.sampled_from(PREFIXES),
        from_on=DAYS,
        until_on=DAYS,
        retired=st.booleans(),
    ),
    unique_by=lambda one: one.id,
)


@given(ROWS, st.sampled_from(OFFICES), st.integers(-6, 6), st.randoms())
def test_the_holder_is_one_who_held_it_and_does_not_hang_on_the_order(
    rows: list[Official], office: str, by: int, luck: Any
) -> None:
    on = TODAY + timedelta(days=by)
    found = holder(rows, office, on)
    held = [
        one
        for one in rows
        if one.office == office
        and not one.retired
        and (one.from_on is None or one.from_on <= on)
        and (one.until_on is None or on <= one.until_on)
    ]
    assert (found in held) if held else found is None
    if found is not None and any(one.prefix for one in held):
        assert found.prefix
        assert printed_office(found).startswith(found.prefix)
    luck.shuffle(rows)
    assert holder(rows, office, on) == found


# ---- on papers ------------------------------------------------------------------------------------------------------


def test_papers_are_issued_by_who_held_the_office_that_day(desk: Desk, tmp_path: Path) -> None:
    describe_library(desk, replace(desk.library, head_name="Ibu Contoh"))
    change_rule(desk, "treasurer_name", "Bapak Kas")
    before = issuer_of(desk, tmp_path)
    assert (before.chief.office, before.chief.name) == ("Kepala Perpustakaan,", "Ibu Contoh")
    assert (before.treasurer.office, before.treasurer.name) == ("Bendahara Penerimaan,", "Bapak Kas")
    o.set_official(desk, replace(HEAD_OFFICE, prefix="Plt.", from_on=TODAY))
    o.set_official(desk, Official(Id(""), TREASURER, "", "Ibu Kas", NIP, prefix="Plh.", from_on=TODAY))
    now = issuer_of(desk, tmp_path)
    assert (now.chief.office, now.chief.name, now.chief.nip) == ("Plt. Kepala Dinas Contoh,", "Dra. Contoh Sari", NIP)
    assert (now.treasurer.office, now.treasurer.name) == ("Plh. Bendahara Penerimaan,", "Ibu Kas")
    earlier = issuer_of(desk, tmp_path, YESTERDAY)
    assert (earlier.chief, earlier.treasurer.name) == (before.chief, "Bapak Kas")
    assert earlier.signed_on == YESTERDAY


# ---- hours ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept", "spans"),
    [
        ("08:00-15:30", "08:00-15:30", ((480, 930),)),
        (" 8.00 – 15.30 ", "08:00-15:30", ((480, 930),)),
        ("8 s.d. 16", "08:00-16:00", ((480, 960),)),
        ("8-11.30,13-15.30", "08:00-11:30, 13:00-15:30", ((480, 690), (780, 930))),
        ("8-12, 11-15", "8-12, 11-15", None),
        ("", "", None),
        ("tutup", "tutup", None),
        ("16:00-08:00", "16:00-08:00", None),
        ("08:00-24:30", "08:00-24:30", None),
    ],
)
def test_hours_are_read_however_they_are_typed(
    typed: str, kept: str, spans: tuple[tuple[int, int], ...] | None
) -> None:
    assert tidied_hours(typed) == kept
    assert read_hours(typed) == read_hours(kept) == spans
    assert opening_spans(kept) == (spans or ()) or spans is None


def test_a_moment_is_read_however_it_is_typed() -> None:
    assert [read_clock(text) for text in ("21:30", "21.30", "9", "24:00", "", "malam")] == [
        1290,
        1290,
        540,
        None,
        None,
        None,
    ]
    assert [tidied_clock(text) for text in ("9.05", " malam ")] == ["09:05", "malam"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("opening_hours", ("08:00-15:30",) * 5 + ("", "")),
        ("recap_by_night_at", "20:00"),
        ("bps_code", "5371"),
        ("due_soon_days", 0),
    ],
)
def test_rules_of_closing_are_kept(desk: Desk, key: str, value: object) -> None:
    assert change_rule(desk, key, value)
    assert getattr(desk.settings(), key) == value


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("opening_hours", ("08:00-15:30",) * 6),
        ("opening_hours", ("8-15",) * 7),
        ("opening_hours", ("15:30-08:00",) * 7),
        ("recap_by_night_at", ""),
        ("recap_by_night_at", "25:00"),
        ("bps_code", "537"),
        ("due_soon_days", 31),
    ],
)
def test_rules_of_closing_that_mean_nothing_are_refused(desk: Desk, key: str, value: object) -> None:
    assert fault(change_rule, desk, key, value) == (key, "rule_value")


def test_rules_with_a_form_of_their_own_say_what_is_wrong(desk: Desk) -> None:
    assert fault(change_rule, desk, "standards", ("terbang:5",)) == ("standards", "standard_action")
    assert fault(change_rule, desk, "standards", ("loan:cepat",)) == ("standards", "standard_seconds")
    assert fault(change_rule, desk, "reminder_after_days", (9, 3)) == ("reminder_after_days", "reminder_days")
    assert fault(change_rule, desk, "reminder_message", "Halo {siapa}") == ("reminder_message", "message_part")
    assert fault(change_rule, desk, "reminder_no_format", "{running}")[0] == "reminder_no_format"
    assert change_rule(desk, "reminder_no_format", "041/{running}/{station}/{roman}/{yyyy}")
    assert change_rule(desk, "reminder_no_format", "")


# ---- a name is put under a paper by its owner -----------------------------------------------------------------------


def test_who_signs_shows_that_it_is_he(desk: Desk) -> None:
    sign_ins = SignIns(HASHER)
    sign_in(desk, sign_ins, CIRCULATION, PASSWORDS[CIRCULATION], pin="246810")
    for secret in (PASSWORDS[CIRCULATION], "246810"):
        assert confirm(desk, sign_ins, secret).username == CIRCULATION
    for secret in (PASSWORDS[ADMIN], "111111", ""):
        with pytest.raises(Refused) as wrong:
            confirm(desk, sign_ins, secret)
        assert wrong.value.code is RefusalCode.SIGN_IN_WRONG
    desk.operator = None
    with pytest.raises(Refused) as refused:
        confirm(desk, sign_ins, PASSWORDS[CIRCULATION])
    assert refused.value.code is RefusalCode.NOT_SIGNED_IN
