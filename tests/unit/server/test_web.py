"""The dashboard's pages over HTTP: who may see what, forms that only we can send, and figures that agree everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from dashboard_browser import PASSWORD, PEOPLE, Browser, WellFormed, made
from dashboard_world import TODAY, DashboardWorld
from hypothesis import given
from hypothesis import strategies as st
from paper_station import any_id
from sqlalchemy.exc import OperationalError

from loket.domain.calendar import DAY
from loket.domain.entities import Case
from loket.server.figures import Figure, over_all, total
from loket.server.users import Users, ensure_first_code
from loket.server.web.frame import own_path
from loket.server.web.texts import LANGUAGES, words_in

PAGES = ("/", "/keputusan", "/keputusan?lihat=sudah", "/stasiun", "/rekap", "/akun")
ADMIN_PAGES = ("/akun/tambah", "/akun/pengguna/kepala")


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DashboardWorld]:
    """A world that is only looked at."""
    world = made(tmp_path_factory.mktemp("pusat"), TODAY - 40 * DAY)
    yield world
    world.close()


@pytest.fixture(scope="module")
def browsers(seen: DashboardWorld) -> dict[str, Browser]:
    """Everybody, signed in."""
    return {name: Browser(seen).sign_in(name) for name in PEOPLE}


@pytest.fixture
def world(tmp_path: Path) -> Iterator[DashboardWorld]:
    """A small world that may be changed."""
    small = made(tmp_path)
    yield small
    small.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[DashboardWorld]:
    """A server nobody has signed in to yet."""
    bare = DashboardWorld(tmp_path)
    yield bare
    bare.close()


def open_case(world: DashboardWorld, cls: str, severity: str = "") -> Case:
    cases = world.pusat.cases(world.town.id)
    return next(case for case in cases if case.cls == cls and severity in ("", case.severity))


# ---- who comes in ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*PAGES, *ADMIN_PAGES, "/rekap/rekap.xlsx", "/stasiun/x/y"])
def test_nobody_sees_anything_before_signing_in(seen: DashboardWorld, path: str) -> None:
    answer = Browser(seen).get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/masuk")
    assert "Contoh" not in answer.text


def test_signing_in_leads_to_where_one_wanted_to_go_and_never_elsewhere(seen: DashboardWorld) -> None:
    browser = Browser(seen)
    door = browser.get("/rekap?dari=2026-11-01").headers["location"]
    asked = re.search(r'name="lanjut" value="([^"]*)"', browser.text(door))
    assert asked is not None
    answer = browser.post("/masuk", on=door, nama="admin", sandi=PASSWORD, lanjut=asked[1])
    assert answer.headers["location"] == "/rekap?dari=2026-11-01"
    for outside in ("https://lain.example/", "//lain.example/", "/\\lain.example", "javascript:alert(1)"):
        answer = Browser(seen).post("/masuk", nama="admin", sandi=PASSWORD, lanjut=outside)
        assert answer.headers["location"] == "/"


@given(st.text() | st.from_regex(r"[/\\]{0,3}[a-z.:\\/\s]*", fullmatch=True))
def test_a_path_of_our_own_is_never_another_server(text: str) -> None:
    path = own_path(text)
    assert re.match(r"/(?![/\\])", path + " ")
    assert not re.search(r"[\s\\]", path)


def test_the_cookie_is_kept_from_scripts_other_sites_and_plain_http(seen: DashboardWorld) -> None:
    for scheme, name in (("https", "__Host-loket"), ("http", "loket")):
        answer = Browser(seen, scheme).post("/masuk", nama="admin", sandi=PASSWORD)
        cookie = next(line for line in answer.headers.get_list("set-cookie") if line.startswith(f"{name}="))
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert ("Secure" in cookie) == (scheme == "https")


def test_a_wrong_password_says_so_and_a_locked_account_for_how_long(world: DashboardWorld) -> None:
    browser = Browser(world)
    answers = [browser.post("/masuk", nama="kepala", sandi="salah-semua") for _ in range(6)]
    assert [answer.status_code for answer in answers] == [401] * 5 + [429]
    assert words_in("id").error.sign_in_wrong in answers[0].text
    assert "30 detik" in answers[5].text
    assert "salah-semua" not in answers[5].text


def test_signing_out_ends_the_session_on_the_server_too(world: DashboardWorld) -> None:
    browser = Browser(world).sign_in("admin")
    token = browser.client.cookies["__Host-loket"]
    assert browser.post("/keluar", on="/akun").headers["location"] == "/masuk?keluar=1"
    assert world.users.session(token) is None
    browser.client.cookies.set("__Host-loket", token)
    assert browser.get("/").headers["location"] == "/masuk?habis=1"


def test_the_first_administrator_makes_his_account_by_the_code(empty: DashboardWorld) -> None:
    browser, code = Browser(empty), str(ensure_first_code(empty.store))
    assert browser.get("/masuk").headers["location"] == "/masuk/pertama"
    fields = {"nama": "admin", "lengkap": "Admin Contoh", "sandi": PASSWORD}
    wrong = browser.post("/masuk/pertama", **fields, kode="AAAA-BBBB-CCCC-DDDD")
    assert (wrong.status_code, words_in("id").error.first_code_wrong in wrong.text) == (422, True)
    assert browser.post("/masuk/pertama", **fields, kode=code).headers["location"] == "/"
    assert words_in("id").site.none_yet not in browser.text("/"), "the libraries are there"
    assert browser.get("/masuk/pertama").headers["location"] == "/masuk"


# ---- forms ----------------------------------------------------------------------------------------------------------


def test_a_form_without_the_sessions_own_key_does_nothing(world: DashboardWorld) -> None:
    browser, other = Browser(world).sign_in("admin"), Browser(world).sign_in("kepala")
    form = {"lengkap": "X", "nama": "x1", "peran": "admin", "sandi": PASSWORD}
    for key in ("", "0" * 32, other.key("/akun")):
        answer = browser.client.post("/akun/tambah", data={"kunci": key, **form})
        assert (answer.status_code, words_in("id").error.form_stale in answer.text) == (403, True)
    data = {"kunci": browser.key("/akun"), **form}
    cross = browser.client.post("/akun/tambah", data=data, headers={"sec-fetch-site": "cross-site"})
    as_json = browser.client.post("/akun/tambah", json=data)
    assert (cross.status_code, as_json.status_code) == (403, 403)
    assert len(world.users.all()) == 3


def test_nobody_is_signed_in_by_another_sites_form(seen: DashboardWorld) -> None:
    fresh = Browser(seen)
    assert fresh.client.post("/masuk", data={"nama": "admin", "sandi": PASSWORD}).status_code == 403
    key = Browser(seen).key("/masuk")
    assert fresh.client.post("/masuk", data={"nama": "admin", "sandi": PASSWORD, "kunci": key}).status_code == 403


def test_every_answer_forbids_frames_and_foreign_scripts(seen: DashboardWorld) -> None:
    browser = Browser(seen).sign_in("admin")
    for path in (*PAGES, "/masuk", "/stasiun/x/y", "/rekap/harian.csv"):
        headers = browser.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert (headers["x-frame-options"], headers["x-content-type-options"]) == ("DENY", "nosniff")
        assert headers["cache-control"] == "no-store"


# ---- what each may do -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        *((path, {"admin", "kepala", "periksa"}) for path in PAGES),
        *((path, {"admin"}) for path in ADMIN_PAGES),
    ],
)
def test_pages_by_role(browsers: dict[str, Browser], path: str, allowed: set[str]) -> None:
    answers = {name: browser.get(path).status_code for name, browser in browsers.items()}
    assert answers == {name: 200 if name in allowed else 403 for name in PEOPLE}


def test_only_an_administrator_changes_stations_and_users(world: DashboardWorld) -> None:
    place = f"/stasiun/{world.town.id}/{world.town.stations['L02'].station_id}"
    forms = {
        "/stasiun/kode": {"perpustakaan": world.town.id, "nama": "Baru", "kegunaan": "lengkap"},
        f"{place}/cabut": {},
        f"{place}/kode": {},
        "/akun/tambah": {"nama": "x1", "lengkap": "X", "peran": "admin", "sandi": PASSWORD},
        "/akun/pengguna/admin": {"lengkap": "X", "peran": "auditor"},
        "/akun/pengguna/admin/sandi": {"sandi": "kunci-curian-1"},
    }
    for name in ("kepala", "periksa"):
        browser = Browser(world).sign_in(name)
        assert {browser.post(path, on="/akun", **form).status_code for path, form in forms.items()} == {403}
    assert all(view.revoked_at is None for view in world.pusat.stations(world.town.id))
    assert world.users.sign_in("admin", PASSWORD)


def test_an_auditor_decides_nothing(world: DashboardWorld) -> None:
    case = open_case(world, "MEM_EDIT")
    browser = Browser(world).sign_in("periksa")
    assert "Pakai yang lain" not in browser.text("/keputusan")
    answer = browser.post(f"/keputusan/{world.town.id}/{case.id}", on="/akun", pilihan="take")
    assert answer.status_code == 403
    assert open_case(world, "MEM_EDIT") == case


def test_a_head_sees_nothing_of_another_library(world: DashboardWorld) -> None:
    browser, village = Browser(world).sign_in("kepala"), world.village
    other_station = village.stations["L01"].station_id
    for path in PAGES:
        assert "Teladan" not in browser.text(path)
        assert browser.get(f"{path.partition('?')[0]}?perpustakaan={village.id}").status_code in (200, 404)
    for path in ("/", "/keputusan", "/stasiun", "/rekap", "/rekap/rekap.xlsx", "/rekap/harian.csv"):
        assert browser.get(f"{path}?perpustakaan={village.id}").status_code == 404
    assert browser.get(f"/stasiun/{village.id}/{other_station}").status_code == 404
    assert browser.post(f"/keputusan/{village.id}/{any_id('case')}", on="/akun", pilihan="noted").status_code == 404
    assert "Teladan" not in browser.text("/rekap/perpustakaan.csv")


# ---- pages ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PEOPLE)
def test_every_page_is_whole_in_both_languages(seen: DashboardWorld, name: str, language: str) -> None:
    browser = Browser(seen).sign_in(name)
    assert browser.get(f"/bahasa/{language}?kembali=/akun").headers["location"] == "/akun"
    station = f"/stasiun/{seen.town.id}/{seen.town.stations['L02'].station_id}"
    for path in (
        *PAGES,
        station,
        "/rekap?dari=2026-11-24&sampai=2026-11-24",
        *(ADMIN_PAGES if name == "admin" else ()),
    ):
        text = browser.text(path)
        WellFormed(text)
        assert f'<html lang="{language}">' in text
        assert not re.search(r"\{[a-z]+\}|None|Undefined", text), path


def test_every_page_is_there_on_postgresql_too(tmp_path: Path, postgres_url: str) -> None:
    world = made(tmp_path, url=postgres_url)
    browser = Browser(world).sign_in("admin")
    for path in (*PAGES, *ADMIN_PAGES, "/keputusan?tingkat=high"):
        WellFormed(browser.text(path))
    assert browser.get("/rekap/rekap.xlsx").status_code == 200
    world.close()


def test_a_server_without_libraries_says_what_to_do(tmp_path: Path) -> None:
    world = DashboardWorld.__new__(DashboardWorld)
    world.open(tmp_path)
    world.users.first_admin(str(ensure_first_code(world.store)), "admin", "Admin Contoh", PASSWORD)
    browser = Browser(world).sign_in("admin")
    assert words_in("id").site.none_yet_admin in browser.text("/")
    for path in PAGES[1:]:
        WellFormed(browser.text(path))
    world.close()


def test_the_overview_shows_what_the_log_counts(seen: DashboardWorld) -> None:
    text = Browser(seen).sign_in("admin").text("/")
    with seen.store.read() as connection:
        ids = [seen.town.id, seen.village.id]
        today = over_all(total(connection, library, TODAY, TODAY) for library in ids)
        month = over_all(total(connection, library, TODAY.replace(day=1), TODAY) for library in ids)
    shown = [int(number.replace(".", "")) for number in re.findall(r'class="number">([\d.]+)<', text)]
    assert shown == [figures[figure] for figures in (today, month) for figure in Figure]
    assert today.loans > 0
    for state in ("Terlambat", "Belum sinkron", "Jam salah", "Lancar"):
        assert state in text
    assert "lebih cepat 14 menit" in text
    assert "84" in text


def test_charts_say_in_words_and_numbers_what_they_draw(seen: DashboardWorld) -> None:
    text = Browser(seen).sign_in("admin").text("/")
    drawn = re.findall(r'<svg class="chart".*?</svg>', text, re.DOTALL)
    assert len(drawn) == 3
    for picture in drawn:
        tree = ElementTree.fromstring(picture)
        assert len(tree.get("aria-label", "")) > 20
        titles = [str(title.text) for title in tree.iter("title")]
        tables = text[text.index(picture) :].partition("</figure>")[0]
        assert all(title.partition(":")[0] in tables for title in titles)


def test_names_are_shown_as_they_are_written(world: DashboardWorld) -> None:
    nasty = "<script>alert('x')</script> & Anak"
    world.users.add("nakal", nasty, "head", None, PASSWORD)
    text = Browser(world).sign_in("admin").text("/akun")
    WellFormed(text)
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_the_database_away_is_a_page_that_says_so(seen: DashboardWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = Browser(seen).sign_in("admin")

    def down(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("gone"))

    monkeypatch.setattr(Users, "session", down)
    answer = browser.get("/")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "30")
    assert words_in("id").error.busy in answer.text


def test_assets_are_ours_alone_and_kept_by_the_browser(seen: DashboardWorld) -> None:
    browser = Browser(seen)
    page = browser.text("/masuk")
    for path in re.findall(r'(?:href|src)="(/aset/[^"]+)"', page):
        answer = browser.get(path)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
    assert not re.search(r'(?:href|src)="https?:', page)
    sheet = next(path for path in re.findall(r'"(/aset/[^"]+)"', page) if path.endswith("pusat.css"))
    font = sheet.replace("pusat.css", "Inter-Regular.ttf")
    assert browser.get(font).headers["content-type"] == "font/ttf"
    for name in ("id.toml", "..%2Fid.toml", "pusat.css/..", "%2e%2e/%2e%2e/theme/light.toml"):
        assert browser.get(sheet.replace("pusat.css", name)).status_code == 404
