"""What is done on the dashboard: cases decided, stations let in and out, recaps taken along, users kept."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import openpyxl
import pytest
import zxingcpp
from dashboard_browser import ADDRESS, PASSWORD, PIN, Browser, WellFormed, made
from dashboard_world import NOW, TODAY, DashboardWorld
from hypothesis import given
from hypothesis import strategies as st
from paper_station import PaperStation, any_id

from loket.db.rows import id_bytes, to_ms
from loket.domain import events as e
from loket.domain.calendar import DAY
from loket.domain.entities import Case, ClosedDay, Id, Loan, LoanEnd
from loket.server.figures import Figure, over_all, total
from loket.server.web import sheets
from loket.server.web.stations import qr_svg
from loket.server.web.texts import words_in
from loket.sync.wire import EnrolRequest


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DashboardWorld]:
    """A world that is only looked at."""
    world = made(tmp_path_factory.mktemp("pusat"), TODAY - 40 * DAY)
    yield world
    world.close()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[DashboardWorld]:
    """A small world that may be changed."""
    small = made(tmp_path)
    yield small
    small.close()


def open_case(world: DashboardWorld, cls: str, severity: str = "") -> Case:
    cases = world.pusat.cases(world.town.id)
    return next(case for case in cases if case.cls == cls and severity in ("", case.severity))


# ---- deciding -------------------------------------------------------------------------------------------------------


def test_a_tap_decides_a_case_and_its_effect_is_booked(world: DashboardWorld) -> None:
    browser, case = Browser(world).sign_in("kepala"), open_case(world, "LOAN_COPY", "high")
    path = f"/keputusan/{world.town.id}/{case.id}"
    answer = browser.post(path, on="/keputusan", pilihan="first_has_it", catatan="Dilihat di rak", kembali="/keputusan")
    assert answer.headers["location"] == "/keputusan?kabar=decided"
    with world.pusat.state(world.town.id) as state:
        decided = state.get(Case, case.id)
        loans = [state.get(Loan, any_id(world.town.name, "loan", *key)) for key in _both_loans()]
    assert decided is not None
    assert (decided.closed, decided.choice, decided.decided_by) == (True, "first_has_it", "kepala")
    assert decided.decision_note == "Dilihat di rak"
    assert [loan.end for loan in loans if loan] == [LoanEnd.OPEN, LoanEnd.IMPLIED]
    again = browser.post(path, on="/keputusan", pilihan="second_has_it", kembali="/keputusan")
    assert again.headers["location"] == "/keputusan?kabar=already_decided"
    assert f'id="hal-{case.id}"' not in browser.text("/keputusan")
    listed = browser.text("/keputusan?lihat=sudah")
    assert f'id="hal-{case.id}"' in listed
    assert "kepala" in listed


def _both_loans() -> tuple[tuple[object, ...], ...]:
    nine = datetime.combine(TODAY, datetime.min.time()) + timedelta(hours=9)
    return ("L01", 0, 1, nine), ("L02", 0, 2, nine + timedelta(minutes=4))


def test_a_new_date_is_asked_for_and_must_be_one(world: DashboardWorld) -> None:
    browser = Browser(world).sign_in("kepala")
    case = next(case for case in world.pusat.cases(world.town.id) if case.cls == "CLOCK" and case.severity == "medium")
    path = f"/keputusan/{world.town.id}/{case.id}"
    wrong = browser.post(path, on="/keputusan", pilihan="new_date", tanggal="")
    assert (wrong.status_code, words_in("id").error.date_form in wrong.text) == (422, True)
    assert browser.post(path, on="/keputusan", pilihan="new_date", tanggal="2026-12-01").status_code == 303
    with world.pusat.state(world.town.id) as state:
        loan = state.get(Loan, case.entity)
    assert loan is not None
    assert loan.due_on.isoformat() == "2026-12-01"


def test_a_choice_that_is_none_of_the_cases_is_refused(world: DashboardWorld) -> None:
    browser, case = Browser(world).sign_in("kepala"), open_case(world, "MEM_EDIT")
    answer = browser.post(f"/keputusan/{world.town.id}/{case.id}", on="/keputusan", pilihan="first_has_it")
    assert (answer.status_code, words_in("id").error.case_choice in answer.text) == (422, True)
    unknown = browser.post(f"/keputusan/{world.town.id}/{any_id('none')}", on="/keputusan", pilihan="noted")
    assert unknown.status_code == 404
    assert open_case(world, "MEM_EDIT") == case


def test_the_list_is_filtered_and_the_urgent_comes_first(seen: DashboardWorld) -> None:
    browser = Browser(seen).sign_in("admin")
    everything = re.findall(r'<article class="case (\w+)"', browser.text("/keputusan"))
    assert everything == sorted(everything, key=["high", "medium", "low", "info"].index)
    assert {"high", "medium", "low"} <= set(everything)
    assert set(re.findall(r'<article class="case (\w+)"', browser.text("/keputusan?tingkat=medium"))) == {"medium"}
    assert "<article" not in browser.text(f"/keputusan?perpustakaan={seen.village.id}&tingkat=high")


# ---- stations -------------------------------------------------------------------------------------------------------


def test_a_code_is_shown_once_and_lets_a_counter_in(world: DashboardWorld) -> None:
    browser = Browser(world).sign_in("admin")
    form = {"perpustakaan": world.town.id, "nama": "Loket Remaja", "kegunaan": "sirkulasi", "kode": ""}
    text = browser.post("/stasiun/kode", on="/stasiun", **form).text
    WellFormed(text)
    code = re.search(r'class="code big">([^<]+)<', text)
    assert code is not None
    whole = code[1].replace("-", "")
    assert whole.endswith(PIN)
    picture = re.search(r'<svg class="qr".*?</svg>', text, re.DOTALL)
    assert picture is not None
    assert read_qr(picture[0]) == f"loket-pusat:{ADDRESS}#{whole[:10]}-{PIN}"
    assert whole[:10] not in browser.text("/stasiun")
    station = PaperStation("remaja", world.town.id)
    answer = world.pusat.enrol(EnrolRequest(whole[:10], station.public_key, station.machine, "1.0"))
    assert (answer.station_name, answer.station_code, answer.profile) == ("Loket Remaja", "L04", "sirkulasi")
    assert answer.library_id == id_bytes(world.town.id)


def test_a_code_for_a_new_library_needs_no_names(world: DashboardWorld) -> None:
    text = Browser(world).sign_in("admin").post("/stasiun/kode", on="/stasiun", perpustakaan="").text
    assert words_in("id").enrol.for_founder in text


@pytest.mark.parametrize(
    ("changes", "error"),
    [({"nama": " "}, "text_missing"), ({"kode": "l01"}, "station_code_taken"), ({"kegunaan": "x"}, "profile_unknown")],
)
def test_what_cannot_be_a_station(world: DashboardWorld, changes: dict[str, str], error: str) -> None:
    form = {"perpustakaan": world.town.id, "nama": "Loket", "kegunaan": "lengkap", "kode": "L09"} | changes
    answer = Browser(world).sign_in("admin").post("/stasiun/kode", on="/stasiun", **form)
    assert (answer.status_code, words_in("id").error[error] in answer.text) == (422, True)
    WellFormed(answer.text)


def test_a_revoked_station_is_listed_apart_and_can_be_replaced(world: DashboardWorld) -> None:
    browser, station = Browser(world).sign_in("admin"), world.town.stations["L02"]
    path = f"/stasiun/{world.town.id}/{station.station_id}"
    assert browser.post(f"{path}/cabut", on=path).headers["location"] == f"{path}?kabar=revoked"
    view = next(view for view in world.pusat.stations(world.town.id) if view.station_id == station.station_id)
    assert view.revoked_at is not None
    assert "Loket Anak" not in browser.text("/").partition("</main>")[0]
    assert "Dicabut (1)" in browser.text("/stasiun")
    text = browser.post(f"{path}/kode", on=path).text
    code = re.search(r'class="code big">([^<]+)<', text)
    assert code is not None
    fresh = PaperStation("pengganti", world.town.id)
    answer = world.pusat.enrol(EnrolRequest(code[1].replace("-", "")[:10], fresh.public_key, fresh.machine, "1.0"))
    assert answer.station_id == id_bytes(station.station_id)


def read_qr(svg: str) -> str:
    """What a scanner reads from the drawn squares."""
    tree = ElementTree.fromstring(svg)
    side, path = int(tree.get("viewBox", "").split()[2]), tree.find("path")
    assert path is not None
    dots = np.full((side, side), 255, np.uint8)
    for x, y in re.findall(r"M(\d+),(\d+)", path.get("d", "")):
        dots[int(y), int(x)] = 0
    found = zxingcpp.read_barcodes(np.kron(dots, np.ones((6, 6), np.uint8)))
    return str(found[0].text)


@given(st.text(st.characters(codec="ascii", min_codepoint=33), min_size=1, max_size=120))
def test_a_qr_code_is_read_as_it_was_written(text: str) -> None:
    assert read_qr(str(qr_svg(text))) == text


# ---- recap ----------------------------------------------------------------------------------------------------------


def expected(world: DashboardWorld, first: date, last: date) -> dict[str, list[int]]:
    libraries = (world.town, world.village)
    with world.store.read() as connection:
        by_name = {library.name: total(connection, library.id, first, last) for library in libraries}
    by_name["Seluruhnya"] = over_all(by_name.values())
    return {name: [figures[figure] for figure in Figure] for name, figures in by_name.items()}


def test_page_csv_and_workbook_tell_the_same(seen: DashboardWorld) -> None:
    browser, query = Browser(seen).sign_in("admin"), "?dari=2026-11-01&sampai=2026-11-24"
    wanted = expected(seen, TODAY.replace(day=1), TODAY)
    table = browser.text(f"/rekap{query}").partition('id="per-library"')[2].partition("</table>")[0]
    rows = re.findall(r'<th scope="row">([^<]+)</th>(.*?)</tr>', table, re.DOTALL)
    on_page = {name: [int(n.replace(".", "")) for n in re.findall(r">([\d.]+)</td>", cells)] for name, cells in rows}
    assert on_page == wanted
    csv = browser.get(f"/rekap/perpustakaan.csv{query}").content.decode("utf-8-sig").splitlines()
    in_csv = {line.split(";")[2]: [int(number) for number in line.split(";")[3:]] for line in csv[1:]}
    assert in_csv == wanted
    days = browser.get(f"/rekap/harian.csv{query}").content.decode("utf-8-sig").splitlines()[1:]
    assert sum(int(line.split(";")[3]) for line in days) == wanted["Seluruhnya"][1]
    assert workbook_values(browser.get(f"/rekap/rekap.xlsx{query}").content) == wanted


def workbook_values(content: bytes) -> dict[str, list[int]]:
    """The first sheet, its sums calculated from the formulas that stand there."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Perpustakaan", "Per hari", "Keterangan"]
    sheet = book["Perpustakaan"]
    assert sheet.freeze_panes == "B6"
    assert book["Per hari"].freeze_panes == "C6"
    found: dict[str, list[int]] = {}
    for row in sheet.iter_rows(min_row=6):
        if not row[0].value or row[1].value is None:
            break
        found[row[0].value] = [_calculated(sheet, cell.value) for cell in row[1:8]]
    daily = book["Per hari"]
    last = daily.max_row
    assert [daily.cell(last, column).value[:5] for column in range(3, 8)] == ["=SUM("] * 5
    assert daily.cell(last, 8).value.startswith("='Perpustakaan'!")
    sums = [_calculated(daily, daily.cell(last, column).value) for column in range(3, 8)]
    assert sums == found["Seluruhnya"][:5]
    assert all(isinstance(daily.cell(row, 1).value, datetime) for row in range(6, last))
    return found


def _calculated(sheet: object, value: object) -> int:
    if isinstance(value, (int, float)):
        return int(value)
    formula = re.fullmatch(r"=SUM\((\w+:\w+)\)", str(value))
    assert formula is not None, value
    return sum(int(row[0].value) for row in sheet[formula[1]])  # type: ignore[index]


def test_one_library_and_one_day(seen: DashboardWorld) -> None:
    browser = Browser(seen).sign_in("admin")
    query = f"?dari=2026-11-24&sampai=2026-11-24&perpustakaan={seen.village.id}"
    text = browser.text(f"/rekap{query}")
    assert "Sel, 24 Nov 2026" in text
    assert f'<th scope="row">{seen.town.name}' not in text
    answer = browser.get(f"/rekap/rekap.xlsx{query}")
    assert answer.headers["content-disposition"] == 'attachment; filename="rekap-2026-11-24.xlsx"'
    assert openpyxl.load_workbook(io.BytesIO(answer.content))["Perpustakaan"]["A6"].value == seen.village.name


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ("dari=2026-11-24&sampai=2026-11-01", "date_order"),
        ("dari=2001-01-01&sampai=2026-11-01", "date_span"),
        ("dari=kemarin", "date_unreadable"),
    ],
)
def test_a_span_that_makes_no_sense_is_said(seen: DashboardWorld, query: str, error: str) -> None:
    answer = Browser(seen).sign_in("admin").get(f"/rekap?{query}")
    assert (answer.status_code, words_in("id").error[error] in answer.text) == (422, True)


@given(st.sampled_from("=+-@\t\r"), st.text(max_size=20))
def test_no_name_makes_a_spreadsheet_calculate(sign: str, rest: str) -> None:
    assert sheets._harmless(sign + rest)[0] == "'"
    assert sheets._harmless(-5) == -5


# ---- users ----------------------------------------------------------------------------------------------------------


def test_an_administrator_adds_changes_and_retires_users(world: DashboardWorld) -> None:
    browser = Browser(world).sign_in("admin")
    form = {"nama": "baru", "lengkap": "Orang Baru", "peran": "head", "perpustakaan": world.town.id, "sandi": PASSWORD}
    assert browser.post("/akun/tambah", **form).headers["location"] == "/akun?kabar=user_added"
    assert Browser(world).sign_in("baru").get("/").status_code == 200
    taken = browser.post("/akun/tambah", **form)
    assert (taken.status_code, words_in("id").error.username_taken in taken.text) == (422, True)
    changed = {"lengkap": "Orang Baru", "peran": "auditor", "perpustakaan": ""}  # no tick: retired
    assert browser.post("/akun/pengguna/baru", **changed).status_code == 303
    user = world.users.get("baru")
    assert user is not None
    assert (user.role, user.library_id, user.is_active) == ("auditor", None, False)
    last = browser.post("/akun/pengguna/admin", lengkap="Admin", peran="head", aktif="ya")
    assert (last.status_code, words_in("id").error.last_admin in last.text) == (422, True)
    strange = browser.post("/akun/tambah", **(form | {"nama": "lain", "perpustakaan": any_id("none")}))
    assert (strange.status_code, words_in("id").error.library_unknown in strange.text) == (422, True)
    assert browser.get("/akun/pengguna/tidak-ada").status_code == 404


def test_a_password_is_changed_and_other_devices_are_signed_out(world: DashboardWorld) -> None:
    browser, other = Browser(world).sign_in("kepala"), Browser(world).sign_in("kepala")
    wrong = browser.post("/akun/sandi", on="/akun", sandi="bukan-itu", sandi_baru="kunci-contoh-2")
    assert (wrong.status_code, words_in("id").error.sign_in_wrong in wrong.text) == (422, True)
    short = browser.post("/akun/sandi", on="/akun", sandi=PASSWORD, sandi_baru="pendek")
    assert (short.status_code, "Sedikitnya 8 tanda" in short.text) == (422, True)
    done = browser.post("/akun/sandi", on="/akun", sandi=PASSWORD, sandi_baru="kunci-contoh-2")
    assert done.headers["location"] == "/akun?kabar=password_changed"
    assert (browser.get("/").status_code, other.get("/").status_code) == (200, 303)


# ---- how a station is -----------------------------------------------------------------------------------------------


@pytest.fixture
def state(seen: DashboardWorld) -> Callable[..., str]:
    from dataclasses import replace

    from loket.domain.calendar import OpenDays
    from loket.server.web.libraries import Place, state_of

    place, calendar = Place(Id("a" * 32), "Contoh", 480), OpenDays(frozenset({6}))
    view = seen.pusat.stations(seen.town.id)[0]

    def of(now: datetime = NOW, **changes: object) -> str:
        blank = {"last_sync_at": now, "pending": 0, "pending_since": None, "clock_off_ms": 0, "revoked_at": None}
        return state_of(replace(view, **(blank | changes)), place, calendar, now)  # type: ignore[arg-type]

    return of


def test_a_station_is_late_after_a_day_of_opening(state: Callable[..., str]) -> None:
    monday = NOW - DAY  # Monday afternoon; the day before was a Sunday
    assert state() == "ok"
    assert state(last_sync_at=None) == "never"
    assert state(last_sync_at=NOW - timedelta(hours=25)) == "late"
    assert state(now=monday, last_sync_at=monday - timedelta(hours=44)) == "ok", "closed on Sunday"
    assert state(now=monday, last_sync_at=monday - timedelta(hours=73)) == "late"
    assert state(last_sync_at=NOW - timedelta(days=400)) == "late"


def test_events_kept_back_and_a_wrong_clock_show(state: Callable[..., str]) -> None:
    kept = NOW - timedelta(hours=30)
    assert state(pending=3, pending_since=kept) == "late"
    assert state(pending=0, pending_since=kept) == "ok"
    assert state(clock_off_ms=-11 * 60_000) == "clock"
    assert state(clock_off_ms=9 * 60_000) == "ok"
    assert state(clock_off_ms=11 * 60_000, revoked_at=NOW) == "revoked"


def test_a_closed_day_of_the_library_is_no_silence(world: DashboardWorld) -> None:
    browser, hour_ms = Browser(world).sign_in("admin"), 3_600_000
    heard = to_ms(NOW) - 44 * hour_ms
    world.town.last_told("L01", last_sync_ms=heard, pending=0)
    path = f"/stasiun/{world.town.id}/{world.town.stations['L01'].station_id}"
    assert "Terlambat" in browser.text(path), "Monday was open"
    world.town.say("L01", e.ClosedDaysDeclared((ClosedDay(TODAY - DAY, "Libur bersama"),)), NOW.replace(tzinfo=None))
    world.town.send("L01")
    world.town.last_told("L01", last_sync_ms=heard)
    assert "Lancar" in browser.text(path)
