"""Lists of members: each filter, each order, the states, and the files that leave the library."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from fakes import ADMIN, CIRCULATION, SUPERVISOR, new_desk, operator
from stock import add_member, change_member, journal

from loket.domain import events as e
from loket.domain.entities import CardEnd, Id
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.reports.member_lists import COLUMNS, export
from loket.services.desk import Desk
from loket.services.erasure import erase
from loket.services.member_lists import (
    MAY_LEAVE,
    ORDERS,
    STANDING,
    MemberQuery,
    MemberState,
    expiring_in_month,
    member_ids,
    member_rows,
    of_class,
    values_of,
)
from loket.services.member_records import merge
from loket.services.membership import replace_card, suspend

PEOPLE: dict[str, dict[str, Any]] = {
    "A-1": {
        "name": "Ada Contoh",
        "member_type": "pelajar",
        "valid_until": date(2026, 11, 30),
        "registered_on": date(2025, 12, 1),
    },
    "A-2": {"name": "budi Contoh", "valid_until": date(2026, 11, 23), "phone": "+6281200000002"},
    "A-3": {"name": "Citra Contoh", "valid_until": None},
    "A-4": {"name": "Doni Contoh", "valid_until": date(2026, 12, 1)},
    "A-5": {"name": "Eka Contoh"},
    "": {"name": "Fitri Contoh", "pending": True},
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def people(desk: Desk) -> dict[str, Id]:
    ids = {number: add_member(desk, number, **fields) for number, fields in PEOPLE.items()}
    school = {"institution": "SMP Negeri 1 Contoh", "school_class": "VII A", "district": "Contoh Barat", "sex": "P"}
    change_member(desk, ids["A-1"], photo="a" * 64, **school)
    change_member(desk, ids["A-5"], left=True, **school)
    change_member(desk, ids["A-4"], institution="SMP Negeri 1 Contoh", school_class="VII B")
    desk.operator = operator(desk, SUPERVISOR)
    suspend(desk, ids["A-4"], date(2026, 11, 25), "alasan")
    return ids


def numbers(desk: Desk, query: MemberQuery, order: str = "member_no") -> list[str]:
    ids = member_ids(desk, query, order)
    rows = member_rows(desk, ids)
    return [rows[id_].member_no for id_ in ids]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (MemberQuery(), ["A-1", "A-2", "A-3", "A-4", "A-5"]),
        (MemberQuery(state=STANDING), ["A-1", "A-2", "A-3", "A-4"]),
        (MemberQuery(state=MemberState.ACTIVE), ["A-1", "A-3"]),
        (MemberQuery(state=MemberState.EXPIRED), ["A-2"]),
        (MemberQuery(state=MemberState.SUSPENDED), ["A-4"]),
        (MemberQuery(state=MemberState.LEFT), ["A-5"]),
        (MemberQuery(state=MemberState.APPLICANT), [""]),
        (MemberQuery(text="contoh ad"), ["A-1"]),
        (MemberQuery(text="0812-0000-0002"), ["A-2"]),
        (MemberQuery(text="a-3"), ["A-3"]),
        (MemberQuery(text="zz"), []),
        (MemberQuery(member_type="pelajar"), ["A-1"]),
        (MemberQuery(sex="P"), ["A-1", "A-5"]),
        (MemberQuery(institution=" negeri 1 "), ["A-1", "A-4", "A-5"]),
        (MemberQuery(school_class="vii a"), ["A-1", "A-5"]),
        (MemberQuery(school_class="vii"), []),
        (of_class("SMP Negeri 1 Contoh", "VII A"), ["A-1"]),
        (MemberQuery(district="barat"), ["A-1", "A-5"]),
        (MemberQuery(has_photo=True), ["A-1"]),
        (MemberQuery(has_photo=False, state=STANDING), ["A-2", "A-3", "A-4"]),
        (expiring_in_month(date(2026, 11, 24)), ["A-1", "A-2"]),
        (expiring_in_month(date(2026, 12, 24)), ["A-4"]),
        (MemberQuery(expiring_from=date(2026, 11, 30), expiring_until=date(2026, 12, 1)), ["A-1", "A-4"]),
        (MemberQuery(registered_until=date(2025, 12, 1)), ["A-1"]),
        (MemberQuery(registered_from=date(2025, 12, 2), state=STANDING), ["A-2", "A-3", "A-4"]),
        (MemberQuery(text="contoh", sex="P", state=STANDING), ["A-1"]),
    ],
)
def test_each_filter(desk, people, query, found):
    assert numbers(desk, query) == found


@pytest.mark.parametrize("state", MemberState)
def test_a_row_says_the_state_it_is_found_by(desk, people, state):
    rows = member_rows(desk, member_ids(desk, MemberQuery(state=state)))
    assert rows
    assert {row.state for row in rows.values()} == {state}


def test_the_states_part_the_members_between_them(desk, people):
    by_state = [set(member_ids(desk, MemberQuery(state=state))) for state in MemberState]
    assert sum(map(len, by_state)) == len(set.union(*by_state)) == len(people)


def test_orders(desk, people):
    assert numbers(desk, MemberQuery(state=STANDING), "full_name") == ["A-1", "A-2", "A-3", "A-4"]
    assert numbers(desk, MemberQuery(state=STANDING), "-full_name") == ["A-4", "A-3", "A-2", "A-1"]
    assert numbers(desk, MemberQuery(state=STANDING), "valid_until") == ["A-2", "A-1", "A-4", "A-3"]
    assert numbers(desk, MemberQuery(state=STANDING), "-valid_until") == ["A-4", "A-1", "A-2", "A-3"]
    for order in ORDERS:
        assert len(member_ids(desk, MemberQuery(), f"-{order}")) == 5
    with pytest.raises(KeyError):
        member_ids(desk, MemberQuery(), "phone; DROP TABLE member")
    with pytest.raises(KeyError):
        member_ids(desk, MemberQuery(state="dead"))


def test_merged_and_erased_records_stand_in_no_list(desk, people):
    merge(desk, people["A-1"], people["A-2"])
    desk.operator = operator(desk, ADMIN)
    erase(desk, people["A-3"], "permintaan sendiri", drop_photo=lambda _: None)
    assert numbers(desk, MemberQuery()) == ["A-1", "A-4", "A-5"]
    assert numbers(desk, MemberQuery(state=MemberState.LEFT)) == ["A-5"]


def test_printed_is_about_the_card_in_use(desk, people):
    def print_card(member: Id, code: str) -> None:
        with desk.action() as act:
            act.record(e.CardPrinted(act.new_id(), member, code, "biru", "first", act.today))

    print_card(people["A-1"], "A-1")
    assert numbers(desk, MemberQuery(printed=True)) == ["A-1"]
    code = replace_card(desk, people["A-1"], CardEnd.LOST).card.code
    assert numbers(desk, MemberQuery(printed=True)) == []
    print_card(people["A-1"], code)
    assert numbers(desk, MemberQuery(printed=True)) == ["A-1"]
    assert numbers(desk, MemberQuery(printed=False, state=STANDING)) == ["A-2", "A-3", "A-4"]
    (row,) = member_rows(desk, [people["A-1"]]).values()
    assert (row.code, row.prints, row.has_photo) == (code, 2, True)
    assert numbers(desk, MemberQuery(text=code)) == ["A-1"]


def test_rows_come_for_the_keys_asked_for_and_none_else(desk, people):
    wanted = [people["A-3"], Id("e" * 32), people["A-1"]]
    assert list(member_rows(desk, wanted)) == [people["A-3"], people["A-1"]]


def test_values_for_a_pick_list(desk, people):
    assert values_of(desk, "institution") == ["SMP Negeri 1 Contoh"]
    assert values_of(desk, "school_class") == ["VII A", "VII B"]
    with pytest.raises(KeyError):
        values_of(desk, "full_name")


def test_one_school_is_not_another_whose_name_goes_on(desk, people):
    twelfth = add_member(desk, "A-9", name="Gita Contoh")
    change_member(desk, twelfth, institution="SMP Negeri 1 Contoh Timur", school_class="VII A")
    assert numbers(desk, of_class("smp negeri 1 contoh", "VII A")) == ["A-1"]
    assert numbers(desk, of_class("SMP Negeri 1", "VII A")) == ["A-1", "A-9"]


# ---- files --------------------------------------------------------------------------------------------------------

WANTED = ("member_no", "full_name", "state", "phone", "birth_on", "valid_until", "has_photo", "prints", "address")


def test_a_sheet_with_real_dates_and_texts_that_stay_texts(desk, people, tmp_path):
    change_member(desk, people["A-1"], full_name="=HYPERLINK(1)", birth_on=date(2012, 3, 4), address="0012")
    path = tmp_path / "anggota.xlsx"
    assert export(desk, MemberQuery(state=STANDING), path, reason="laporan", columns=WANTED, order="member_no") == 4
    sheet = openpyxl.load_workbook(path).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == tuple(COLUMNS[name] for name in WANTED)
    days = tuple(cell.date() for cell in rows[1][4:6])
    assert days == (date(2012, 3, 4), date(2026, 11, 30))
    assert rows[1][:4] + rows[1][6:] == ("A-1", "=HYPERLINK(1)", "Aktif", None, "ada", 0, "0012")
    assert sheet["B2"].data_type == "s", "a text, not a formula"
    assert sheet["F2"].number_format == "dd-mm-yyyy"
    assert rows[2][3] == "0812-0000-0002"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:I5")


def test_a_csv_that_excel_opens_and_no_cell_is_a_formula(desk, people, tmp_path):
    for number, name in (("A-1", "=1+1"), ("A-2", "@SUM(A1)"), ("A-3", "-2"), ("A-4", '\tTab; "titik"')):
        change_member(desk, people[number], full_name=name)
    path = tmp_path / "anggota.csv"
    export(desk, MemberQuery(state=STANDING), path, reason="laporan", columns=WANTED, order="member_no")
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [row[1] for row in rows[1:]] == ["'=1+1", "'@SUM(A1)", "'-2", '\'\tTab; "titik"']
    assert rows[1][5] == "2026-11-30"


def test_taking_data_out_needs_a_reason_and_a_supervisor_and_is_written_down(desk, people, tmp_path):
    path = tmp_path / "anggota.csv"
    with pytest.raises(InvalidInput) as wrong:
        export(desk, MemberQuery(), path, reason=" ")
    assert (wrong.value.field, wrong.value.code) == ("reason", "reason_missing")
    desk.operator = operator(desk, CIRCULATION)
    with pytest.raises(Refused) as refused:
        export(desk, MemberQuery(), path, reason="laporan")
    assert refused.value.code is RefusalCode.ROLE_MISSING
    assert not path.exists()
    desk.operator = operator(desk, ADMIN)
    export(desk, MemberQuery(), path, reason="laporan tahunan", columns=("member_no", "state"))
    last = journal(desk)[-1]
    assert last.event == e.MembersExported(5, ("member_no", "state"), "laporan tahunan")
    assert desk.operator is not None
    assert last.stamp.operator_id == desk.operator.id


def test_what_may_leave_has_a_heading_and_the_identity_number_never_does(desk, people, tmp_path):
    assert set(COLUMNS) == set(MAY_LEAVE)
    path = tmp_path / "semua.xlsx"
    export(desk, MemberQuery(), path, reason="laporan", columns=tuple(COLUMNS))
    assert openpyxl.load_workbook(path).active.max_column == len(COLUMNS)
    for name in ("identity_sealed", "identity_index", "note", "suspended_why"):
        with pytest.raises(KeyError):
            export(desk, MemberQuery(), path, reason="laporan", columns=("member_no", name))


def test_an_empty_list_is_still_a_sheet(desk, people, tmp_path):
    path = tmp_path / "kosong.xlsx"
    nobody = replace(MemberQuery(), text="tidak ada")
    assert export(desk, nobody, path, reason="laporan") == 0
    assert openpyxl.load_workbook(path).active.max_row == 1
