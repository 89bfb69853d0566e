"""Rules, policies, closed days, library and station as the settings pages change them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fakes import ADMIN, CIRCULATION, SUPERVISOR, SequentialIds, new_desk, operator

from loket.db.engine import driver
from loket.db.journal import replay
from loket.domain import events as e
from loket.domain.entities import ClosedDay, FineMode, Id, LoanPolicy, Station
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.settings import DEFAULTS, CheckDigit, PushOff
from loket.importing.records import UnusableFileError
from loket.services import settings as service
from loket.services.desk import Desk, Rules, open_desk

NATAL = ClosedDay(date(2026, 12, 25), "Hari Raya Natal", "national", "SKB contoh")
POLICY = LoanPolicy(Id(""), member_type="pelajar", collection_kind="umum", loan_days=14, max_items=3, max_titles=3)
SHIPPED = Path(__file__).parents[2] / "resources" / "holidays"


@pytest.fixture
def desk(tmp_path: Path):
    desk = new_desk(tmp_path)
    desk.operator = operator(desk, SUPERVISOR)
    yield desk
    desk.database.close()


def rules(desk: Desk) -> Rules:
    with desk.database.read() as connection:
        return desk.rules(driver(connection))


def events(desk: Desk, kind: type[e.Event]) -> list[e.Event]:
    with desk.database.read() as connection:
        return [found.event for found in replay(driver(connection)) if isinstance(found.event, kind)]


def invalid(call, *args) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as error:
        call(*args)
    return error.value.field, error.value.code


CHANGES = [
    (service.change_rule, ("block_overdue", False)),
    (service.adopt_policy, (POLICY,)),
    (service.retire_policy, (Id("0" * 32),)),
    (service.declare_closed_days, ([NATAL],)),
    (service.withdraw_closed_day, (NATAL.on,)),
]


@pytest.mark.parametrize(("change", "args"), CHANGES)
def test_only_administrators_and_supervisors_change_the_rules(desk: Desk, change, args) -> None:
    desk.operator = operator(desk, CIRCULATION)
    with pytest.raises(Refused) as error:
        change(desk, *args)
    assert error.value.code is RefusalCode.ROLE_MISSING
    desk.operator = None
    with pytest.raises(Refused) as error:
        change(desk, *args)
    assert error.value.code is RefusalCode.NOT_SIGNED_IN
    for username in (SUPERVISOR, ADMIN):
        desk.operator = operator(desk, username)
        change(desk, *args)


def test_describing_library_and_station_also_needs_the_role(desk: Desk) -> None:
    desk.operator = operator(desk, CIRCULATION)
    for change, entity in ((service.describe_library, desk.library), (service.describe_station, desk.station)):
        with pytest.raises(Refused):
            change(desk, replace(entity, name="Lain"))


# ---- rules --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("weekly_closed", (4, 6)),
        ("weekly_closed", ()),
        ("push_off_closed", PushOff.BACKWARD),
        ("push_off_closed", "never"),
        ("block_overdue", False),
        ("block_unpaid_above_rp", 5000),
        ("never_lent", ["referensi"]),
        ("item_check_digit", CheckDigit.MOD10),
        ("idle_lock_min", 0),
    ],
)
def test_a_rule_once_set_holds_here_and_after_a_restart(desk: Desk, key: str, value: object) -> None:
    assert service.change_rule(desk, key, value) is True

    wanted = tuple(value) if isinstance(value, list) else value
    assert getattr(rules(desk).settings, key) == wanted
    again = open_desk(desk.database, desk.clock, SequentialIds(10_000))
    assert again is not None
    assert getattr(rules(again).settings, key) == wanted
    assert replace(rules(desk).settings, **{key: getattr(DEFAULTS, key)}) == DEFAULTS


def test_the_event_tells_the_old_value_and_the_same_again_makes_none(desk: Desk) -> None:
    assert service.change_rule(desk, "idle_lock_min", 10) is False  # the default
    service.change_rule(desk, "idle_lock_min", 5)
    assert service.change_rule(desk, "idle_lock_min", 5) is False
    service.change_rule(desk, "idle_lock_min", 7)

    assert events(desk, e.RuleSet) == [e.RuleSet("idle_lock_min", "5", None), e.RuleSet("idle_lock_min", "7", "5")]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("weekly_closed", (7,)),
        ("weekly_closed", (1, 1)),
        ("weekly_closed", (0, 1, 2, 3, 4, 5, 6)),
        ("weekly_closed", "6"),
        ("push_off_closed", "sideways"),
        ("block_overdue", 1),
        ("idle_lock_min", True),
        ("idle_lock_min", -1),
        ("idle_lock_min", 1.5),
        ("idle_lock_min", None),
        ("idle_lock_min", "banyak"),
        ("member_types", ()),
        ("member_types", ("*",)),
        ("member_types", ("umum", "umum")),
        ("never_lent", "referensi"),
        ("never_lent", (" ",)),
        ("idle_lock_min", object()),
        ("membership_months", -1),
        ("guardian_below_age", 22),
        ("cash_rounding_rp", -1),
        ("remit_within_days", 0),
        ("treasurer_only", ("bunga",)),
        ("treasurer_only", ("fine", "fine")),
        ("loan_slip", "sometimes"),
        ("card_code_kind", "code39"),
        ("bank_name", "x" * 201),
        ("bank_name", 1),
        ("privacy_notice", "  "),
        ("privacy_notice", "x" * 4001),
        ("member_form", ("phone:later",)),
        ("member_form", ("agama:required",)),
        ("member_form", ("phone:optional",)),
    ],
)
def test_a_value_a_rule_cannot_have_is_refused(desk: Desk, key: str, value: object) -> None:
    assert invalid(service.change_rule, desk, key, value) == (key, "rule_value")
    assert rules(desk).settings == DEFAULTS


def test_a_rule_that_does_not_exist_is_a_mistake_of_ours(desk: Desk) -> None:
    with pytest.raises(KeyError):
        service.change_rule(desk, "no_such_rule", 1)


def test_rules_are_set_together_or_not_at_all(desk: Desk) -> None:
    wanted = {"cash_rounding_rp": 100, "bank_name": "Bank Contoh", "membership_months": 24}
    assert invalid(service.change_rules, desk, wanted | {"guardian_below_age": 99}) == (
        "guardian_below_age",
        "rule_value",
    )
    assert rules(desk).settings == DEFAULTS
    assert service.change_rules(desk, wanted) == 3
    assert service.change_rules(desk, wanted) == 0
    assert rules(desk).settings == replace(DEFAULTS, **wanted)
    assert len(events(desk, e.RuleSet)) == 3


def test_a_receipt_number_that_could_clash_is_refused(desk: Desk) -> None:
    template = "{running}/{station}/{yyyy}"
    assert invalid(service.change_rule, desk, "receipt_no_format", template) == ("receipt_no_format", "format_kind")
    assert service.change_rule(desk, "receipt_no_format", "{kind}-{station}-{yy}-{running:4}")


def test_a_member_number_that_could_clash_is_refused(desk: Desk) -> None:
    assert invalid(service.change_rule, desk, "member_no_format", "{running}") == ("member_no_format", "format_station")
    assert service.change_rule(desk, "member_no_format", "{station}.{running:6}")
    assert service.change_rule(desk, "member_form", ("phone:required", "email:off"))
    assert rules(desk).settings.member_form == ("phone:required", "email:off")


# ---- loan policies ------------------------------------------------------------------------------------------------


def test_adopted_terms_are_in_force_under_a_key_of_their_own(desk: Desk) -> None:
    adopted = service.adopt_policy(desk, POLICY)

    assert len(adopted.id) == 32
    assert rules(desk).policies == (adopted,)
    assert replace(adopted, id=POLICY.id) == POLICY


def test_the_same_terms_again_change_nothing(desk: Desk) -> None:
    adopted = service.adopt_policy(desk, POLICY)

    assert service.adopt_policy(desk, POLICY) == adopted
    assert service.adopt_policy(desk, POLICY, adopted.id) == adopted
    assert len(events(desk, e.PolicyAdopted)) == 1


def test_new_terms_replace_those_of_the_same_pair(desk: Desk) -> None:
    old = service.adopt_policy(desk, POLICY)
    new = service.adopt_policy(desk, replace(POLICY, loan_days=21))

    assert rules(desk).policies == (new,)
    assert events(desk, e.PolicyAdopted)[-1] == e.PolicyAdopted(new, old.id)


def test_terms_moved_to_another_pair_leave_one_policy_each(desk: Desk) -> None:
    first = service.adopt_policy(desk, POLICY)
    service.adopt_policy(desk, replace(POLICY, member_type="umum"))
    moved = service.adopt_policy(desk, replace(POLICY, member_type="umum", loan_days=3), replaces=first.id)

    assert rules(desk).policies == (moved,)


def test_retired_terms_are_gone_and_cannot_be_replaced(desk: Desk) -> None:
    adopted = service.adopt_policy(desk, POLICY)

    assert service.retire_policy(desk, adopted.id) is True
    assert service.retire_policy(desk, adopted.id) is False
    assert rules(desk).policies == ()
    assert invalid(service.adopt_policy, desk, POLICY, adopted.id) == ("policy", "policy_gone")


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"loan_days": 0}, "loan_days", "number_out_of_range"),
        ({"fine_mode": FineMode.MONEY, "fine_per_day_rp": 500}, "legal_basis", "legal_basis_missing"),
        ({"member_type": "hantu"}, "member_type", "member_type_unknown"),
        ({"collection_kind": "hantu"}, "collection_kind", "collection_kind_unknown"),
    ],
)
def test_terms_no_library_can_mean_are_refused(desk: Desk, changes: dict[str, object], field: str, code: str) -> None:
    assert invalid(service.adopt_policy, desk, replace(POLICY, **changes)) == (field, code)  # type: ignore[arg-type]
    assert rules(desk).policies == ()


# ---- closed days --------------------------------------------------------------------------------------------------


def test_closed_days_are_declared_once_corrected_and_withdrawn(desk: Desk) -> None:
    year_end = ClosedDay(date(2026, 12, 31), " Tutup  buku ", "local")

    assert service.declare_closed_days(desk, [year_end, NATAL]) == 2
    assert service.declare_closed_days(desk, [NATAL, year_end]) == 0
    assert rules(desk).calendar.dated == {NATAL.on: NATAL.name, year_end.on: "Tutup buku"}
    assert service.declare_closed_days(desk, [replace(NATAL, name="Natal"), replace(year_end, name="Tutup buku")]) == 1
    assert service.withdraw_closed_day(desk, NATAL.on) is True
    assert service.withdraw_closed_day(desk, NATAL.on) is False
    assert rules(desk).calendar.dated == {year_end.on: "Tutup buku"}
    assert len(events(desk, e.ClosedDaysDeclared)) == 2


def test_a_closed_day_needs_a_name(desk: Desk) -> None:
    assert invalid(service.declare_closed_days, desk, [replace(NATAL, name=" ")]) == ("name", "text_missing")


FORMS = {
    "editor": b"tanggal,nama,jenis,sumber\n2026-12-25,Hari Raya Natal,libur nasional,SKB contoh\n",
    "excel": "\ufefftanggal;nama;jenis;sumber\r\n25/12/2026;Hari Raya Natal;libur nasional;SKB contoh\r\n".encode(),
    "sep line": b"sep=;\r\nTanggal;Nama;Jenis;Sumber\r\n25-12-2026;Hari Raya Natal;Libur Nasional;SKB contoh\r\n",
    "utf-16": "tanggal\tnama\tjenis\tsumber\r\n25/12/2026\tHari Raya Natal\tnasional\tSKB contoh\r\n".encode("utf-16"),
    "other order": b'sumber,jenis,nama,tanggal\n"SKB contoh",libur nasional,"Hari Raya Natal",25 Desember 2026\n',
    "no headings": b"2026-12-25,Hari Raya Natal,libur nasional,SKB contoh\n",
}


@pytest.mark.parametrize("form", FORMS)
def test_closed_days_are_read_from_a_file_however_it_was_written(tmp_path: Path, form: str) -> None:
    path = tmp_path / "libur.csv"
    path.write_bytes(FORMS[form])

    assert service.read_closed_days_csv(path) == ([NATAL], [])


def test_two_columns_are_enough_and_dates_come_sorted(tmp_path: Path) -> None:
    path = tmp_path / "libur.csv"
    path.write_text("tanggal;nama\n31/12/2026;Tutup buku\n01/12/2026;Rapat\n31/12/2026;Tutup tahun\n")

    days, problems = service.read_closed_days_csv(path)
    assert [(day.on.day, day.name, day.kind) for day in days] == [(1, "Rapat", "local"), (31, "Tutup tahun", "local")]
    assert problems == []


def test_rows_that_cannot_be_read_are_named_by_line_and_the_others_taken(tmp_path: Path) -> None:
    path = tmp_path / "libur.csv"
    path.write_text("tanggal,nama\n31/02/2026,Salah\n,Tanpa tanggal\n2026-12-25,\n2026-12-26,Cuti\nbesok,Entah\n")

    days, problems = service.read_closed_days_csv(path)
    assert [day.name for day in days] == ["Cuti"]
    assert [(problem.line, problem.code) for problem in problems] == [
        (2, "date_unreadable"),
        (3, "date_missing"),
        (4, "text_missing"),
        (6, "date_unreadable"),
    ]


@pytest.mark.parametrize("content", [b"", bytes(range(1, 256)) * 4])
def test_a_file_that_is_no_table_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "libur.csv"
    path.write_bytes(content)

    with pytest.raises(UnusableFileError):
        service.read_closed_days_csv(path)


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_the_shipped_closed_days_are_read_whole(year: int) -> None:
    days, problems = service.read_closed_days_csv(SHIPPED / f"id-{year}.csv")

    assert problems == []
    assert len(days) == len((SHIPPED / f"id-{year}.csv").read_text(encoding="utf-8").splitlines()) - 1
    assert {day.kind for day in days} == {"national", "joint"}
    estimated = [day for day in days if day.source.endswith("(perkiraan)")]
    assert bool(estimated) == (year == 2027)


# ---- library and station ------------------------------------------------------------------------------------------


def test_library_and_station_are_described_anew_here_and_after_a_restart(desk: Desk) -> None:
    library = replace(desk.library, name="Perpustakaan Daerah Contoh", head_name="Kepala Contoh", utc_offset_min=540)
    station = replace(desk.station, name="Loket Anak", profile="sirkulasi")

    assert service.describe_library(desk, library) is True
    assert service.describe_station(desk, station) is True
    assert service.describe_library(desk, library) is False
    assert service.describe_station(desk, station) is False
    again = open_desk(desk.database, desk.clock, SequentialIds(10_000))
    assert again is not None
    assert (desk.library, desk.station) == (again.library, again.station) == (library, station)


def test_a_description_that_cannot_be_used_names_its_field(desk: Desk) -> None:
    assert invalid(service.describe_library, desk, replace(desk.library, name="")) == ("name", "text_missing")
    wrong_zone = replace(desk.library, utc_offset_min=1)
    assert invalid(service.describe_library, desk, wrong_zone) == ("utc_offset_min", "utc_offset_unknown")
    wrong_profile = replace(desk.station, profile="x")
    assert invalid(service.describe_station, desk, wrong_profile) == ("profile", "profile_unknown")


def test_no_two_counters_share_a_code(desk: Desk) -> None:
    with desk.action() as act:
        act.record(e.StationDescribed(Station(Id("e" * 32), "L9", "Loket Anak", "lengkap")))
    taken = replace(desk.station, code="l9")
    assert invalid(service.describe_station, desk, taken) == ("station_code", "station_code_taken")
    assert service.describe_station(desk, replace(desk.station, code="L8")) is True


def test_nobody_describes_another_library_or_station(desk: Desk) -> None:
    service.describe_station(desk, replace(desk.station, id=Id("f" * 32), name="Loket Dua"))

    assert open_desk(desk.database, desk.clock, SequentialIds(10_000)).station == desk.station
    assert desk.station.name == "Loket Dua"
