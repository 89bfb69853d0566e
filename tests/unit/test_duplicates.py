"""Members who may be the same person: found by what, in which order, and how fast."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fakes import new_desk

from loket.db import member_queries
from loket.db.engine import driver
from loket.domain import events as e
from loket.domain.entities import Id
from loket.services.desk import Desk
from loket.services.duplicates import MOST_SHOWN, find_duplicates, sounds
from loket.services.registration import MemberForm, register

NIK = "0000004108100001"  # of a region that does not exist
BORN = date(1990, 8, 17)
FORM = MemberForm(
    full_name="Siti Aminah",
    sex="P",
    birth_on="17-08-1990",
    identity_type="KTP-el",
    identity_no=NIK,
    phone="0812-3456-7890",
    address="Jalan Contoh 1",
    member_type="umum",
    consent=True,
)


@pytest.fixture
def desk(tmp_path: Path):
    desk = new_desk(tmp_path)
    yield desk
    desk.database.close()


def found(desk: Desk, **asked: object) -> list[tuple[Id, tuple[str, ...]]]:
    return [(twin.member.id, twin.by) for twin in find_duplicates(desk, **asked)]  # type: ignore[arg-type]


def known(desk: Desk, number: str, full_name: str, birth_on: date | None = None, phone: str = "") -> Id:
    with desk.action() as act:
        member_id = act.new_id()
        person = e.Person(full_name, birth_on=birth_on, phone=phone)
        act.record(e.MemberRegistered(member_id, number, "umum", act.today, person=person))
    return member_id


@pytest.fixture
def siti(desk: Desk) -> Id:
    known(desk, "LAIN-1", "Orang Lain", birth_on=BORN, phone="0813 0000 0000")
    return register(desk, FORM).id


def test_nothing_typed_finds_nobody(desk: Desk, siti: Id) -> None:
    assert found(desk) == []
    assert found(desk, identity_no="0000", full_name="Siti Aminah", phone="0812") == []


@pytest.mark.parametrize("number", [NIK, "000000 410810 0001", " 000000.410810.0001 "])
def test_by_identity_number_however_it_is_typed(desk: Desk, siti: Id, number: str) -> None:
    assert found(desk, identity_no=number) == [(siti, ("identity",))]
    assert found(desk, identity_no=NIK[:-1] + "2") == []


@pytest.mark.parametrize("name", ["Siti Aminah", "AMINAH, Siti", "Hj. Siti Aminah, S.Pd.", "Sitti Amina", "Siti"])
def test_by_name_and_birth_date_however_it_is_written(desk: Desk, siti: Id, name: str) -> None:
    assert found(desk, full_name=name, birth_on=BORN) == [(siti, ("name_birth",))]
    assert found(desk, full_name="Siti Rahma", birth_on=BORN) == []
    assert found(desk, full_name=name, birth_on=date(1990, 8, 18)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Moh. Soekarno", "Muhammad Sukarno"),
        ("M. Djaja", "Mohammad Jaja"),
        ("Abd. Annas", "Abdul Anas"),
        ("Fatimah", "Fatima"),
    ],
)
def test_names_that_sound_alike_are_alike(one: str, other: str) -> None:
    assert sounds(one) == sounds(other)


@pytest.mark.parametrize("phone", ["081234567890", "+62 812-3456-7890", "62 812 3456 7890"])
def test_by_phone_in_any_form(desk: Desk, siti: Id, phone: str) -> None:
    assert found(desk, phone=phone) == [(siti, ("phone",))]
    assert found(desk, phone="0812345678") == []  # the beginning of another number


def test_what_speaks_for_it_is_told_the_strongest_first(desk: Desk, siti: Id) -> None:
    child = register(desk, replace(FORM, full_name="Budi Contoh", identity_no="", identity_type="")).id
    asked = {"identity_no": NIK, "full_name": "Siti Aminah", "birth_on": BORN, "phone": FORM.phone}
    assert found(desk, **asked) == [(siti, ("identity", "name_birth", "phone")), (child, ("phone",))]
    assert found(desk, ignore=siti, **asked) == [(child, ("phone",))]


def test_a_phone_that_many_share_does_not_fill_the_page(desk: Desk) -> None:
    for number in range(30):
        known(desk, f"S-{number}", f"Murid {number}", phone="0380 111222")
    assert len(found(desk, phone="(0380) 111222")) == MOST_SHOWN


def test_a_merged_record_speaks_for_the_one_that_stands_and_an_erased_one_for_nobody(desk: Desk, siti: Id) -> None:
    winner = known(desk, "BARU-1", "Nama Lain", birth_on=date(1980, 1, 1))
    with desk.action() as act:
        act.record(e.MembersMerged(winner, siti))
    assert found(desk, identity_no=NIK) == [(winner, ("identity",))]
    assert found(desk, full_name="Siti Aminah", birth_on=BORN, phone=FORM.phone) == []
    with desk.action() as act:
        act.record(e.MemberErased(winner, "permintaan"))
    assert found(desk, identity_no=NIK) == []


def test_applicants_are_found_too(desk: Desk) -> None:
    waiting = register(desk, FORM, applicant=True)
    [twin] = find_duplicates(desk, identity_no=NIK)
    assert (twin.member.id, twin.member.member_no) == (waiting.id, "")


@pytest.mark.parametrize("sql", [member_queries.BORN_ON, member_queries.HIGHEST, member_queries.APPLICANTS])
def test_every_look_is_by_an_index(desk: Desk, sql: str) -> None:
    with desk.database.read() as connection:
        plan = driver(connection).execute(f"EXPLAIN QUERY PLAN {sql}", ("x",) * sql.count("?")).fetchall()
    steps = " ".join(step[3] for step in plan)
    assert "USING" in steps
    assert "SCAN m " not in steps + " "
    assert "SCAN member" not in steps or "member_pending" in steps
