"""The dashboard in a real browser: over the server's own certificate, at a desk and on a phone, by day and by night."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime, time
from pathlib import Path

import pytest
import uvicorn
from chromium import DESKTOP, PHONE, Screen, resize
from dashboard_browser import PASSWORD, made
from dashboard_world import NOW, TODAY, DashboardWorld
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from loket.domain.entities import Case
from loket.server.http import create_app
from loket.server.serve import listen
from loket.server.tls import own_certificate
from loket.server.users import ensure_first_code
from loket.server.web.routes import web_routes

pytestmark = pytest.mark.e2e
PATIENCE_S = 60
PAGES = ("/", "/keputusan", "/keputusan?lihat=sudah", "/stasiun", "/rekap", "/akun", "/akun/tambah")
MEASURE = (Path(__file__).parent / "dashboard_measure.js").read_text(encoding="utf-8")


class Served:
    """The whole application of a world on a free port, as `loket server start` puts it together."""

    def __init__(self, world: DashboardWorld, folder: Path) -> None:
        self.world = world
        self._socket = listen("127.0.0.1", 0)
        port = self._socket.getsockname()[1]
        self.url = f"https://127.0.0.1:{port}"
        certificate = own_certificate(folder, ["127.0.0.1"], NOW)
        web = web_routes(world.pusat, world.users, address=self.url, pin=certificate.short_pin)
        self._server = uvicorn.Server(
            uvicorn.Config(
                create_app(world.pusat, web, parts=folder / "parts"),
                ssl_certfile=certificate.certificate_file,
                ssl_keyfile=certificate.key_file,
                log_config=None,
                lifespan="off",
                timeout_graceful_shutdown=1,
            )
        )
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]})

    def __enter__(self) -> Served:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(PATIENCE_S)
        self._socket.close()
        self.world.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """Two libraries with some weeks of work behind them."""
    with Served(made(tmp_path / "pusat"), tmp_path) as running:
        yield running


@pytest.fixture
def unclaimed(tmp_path: Path) -> Iterator[Served]:
    """A server that nobody has an account on yet."""
    world = DashboardWorld(tmp_path / "pusat")
    with Served(world, tmp_path) as running:
        yield running


class Look:
    """A browser at the dashboard."""

    def __init__(self, browser: Chrome, served: Served) -> None:
        self.browser = browser
        self.url = served.url

    def go(self, path: str) -> None:
        self.browser.get(self.url + path)

    def all(self, css: str) -> list[str]:
        return [found.text for found in self.browser.find_elements(By.CSS_SELECTOR, css)]

    def tap(self, css: str) -> None:
        """Tap something, and wait until the page it leads to is there."""
        old = self.browser.find_element(By.TAG_NAME, "html")
        found = self.browser.find_element(By.CSS_SELECTOR, css)
        self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", found)
        found.click()
        self.until(lambda: self.browser.find_element(By.TAG_NAME, "html") != old)

    def fill(self, **fields: str) -> None:
        for name, value in fields.items():
            self.browser.find_element(By.CSS_SELECTOR, f"main [name={name}]").send_keys(value)

    def sign_in(self, username: str) -> None:
        self.go("/masuk")
        self.fill(nama=username, sandi=PASSWORD)
        self.tap(".door button")

    def until(self, condition: Callable[[], object]) -> None:
        waiting = WebDriverWait(self.browser, PATIENCE_S, ignored_exceptions=[StaleElementReferenceException])
        waiting.until(lambda _: condition())

    def complaints(self) -> list[str]:
        """What the browser itself found wrong: blocked by the policy, not found, a script that failed."""
        return [str(entry["message"]) for entry in self.browser.get_log("browser")]  # type: ignore[no-untyped-call]


def test_the_first_administrator_comes_in_by_phone(browser: Chrome, unclaimed: Served) -> None:
    look, code = Look(browser, unclaimed), str(ensure_first_code(unclaimed.world.store))
    resize(browser, PHONE)
    look.go("/")
    look.fill(kode=code, nama="admin", lengkap="Admin Contoh", sandi=PASSWORD)
    look.tap(".door button")
    assert look.all("h1") == ["Ringkasan"]
    assert browser.get_cookie("__Host-loket")["httpOnly"] is True  # type: ignore[index]
    assert browser.get_cookie("__Host-loket")["secure"] is True  # type: ignore[index]
    assert look.all(".pages .short") == ["Ringkasan", "Putuskan", "Stasiun", "Rekap", "Akun"]
    look.tap(".who button")
    assert look.all("h1") == ["Masuk"]
    assert look.complaints() == []


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_fits_and_is_legible(browser: Chrome, served: Served, screen: Screen, scheme: str) -> None:
    look = Look(browser, served)
    resize(browser, screen)
    preference = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": preference})
    look.sign_in("admin")
    station = f"/stasiun/{served.world.town.id}/{served.world.town.stations['L02'].station_id}"
    for language in ("id", "en"):
        look.go(f"/bahasa/{language}")
        for path in (*PAGES, station):
            look.go(path)
            browser.execute_async_script("document.fonts.ready.then(arguments[0])")
            found = browser.execute_script(MEASURE)
            assert found == {"wider": 0, "pale": [], "small": [], "font": True}, (path, language)
    assert look.complaints() == []


def test_a_case_is_decided_with_one_tap_on_a_phone(browser: Chrome, served: Served) -> None:
    look, town = Look(browser, served), served.world.town
    resize(browser, PHONE)
    look.sign_in("kepala")
    look.tap(".attention .urgent a")
    case = next(case for case in served.world.pusat.cases(town.id) if case.severity == "high")
    look.tap(f"[id='hal-{case.id}'] button[value=nobody_has_it]")
    assert look.all(".news") == ["Keputusan disimpan. Loket menerimanya pada sinkron berikutnya."]
    assert browser.find_elements(By.ID, f"hal-{case.id}") == []
    with served.world.pusat.state(town.id) as state:
        decided = state.get(Case, case.id)
    assert decided is not None
    assert (decided.choice, decided.decided_by) == ("nobody_has_it", "kepala")


def test_enter_in_a_note_decides_nothing(browser: Chrome, served: Served) -> None:
    look = Look(browser, served)
    look.sign_in("kepala")
    look.go("/keputusan")
    waiting = len(look.all("article"))
    browser.find_element(By.CSS_SELECTOR, ".choices summary").click()
    note = browser.find_element(By.CSS_SELECTOR, ".choices input[name=catatan]")
    note.send_keys("belum tahu", Keys.ENTER)
    look.go("/keputusan")
    assert len(look.all("article")) == waiting


def test_everything_works_without_scripts(browser: Chrome, served: Served) -> None:
    look = Look(browser, served)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    look.sign_in("kepala")
    look.go("/keputusan?tingkat=medium")
    waiting = len(look.all("article"))
    browser.find_element(By.CSS_SELECTOR, "article button[value=waive]").click()
    look.until(lambda: look.all(".news"))
    look.go("/keputusan?tingkat=medium")
    assert len(look.all("article")) == waiting - 1
    look.go("/")
    browser.find_element(By.CSS_SELECTOR, "figure summary").click()
    assert "Jumlah" in look.all("figure table")[0]


def test_the_overview_renews_itself(browser: Chrome, served: Served) -> None:
    look, town = Look(browser, served), served.world.town
    look.sign_in("admin")
    loans = int(look.all(".tiles .number")[1])
    town.lend("L01", 7, 8, datetime.combine(TODAY, time(14, 20)))
    town.send("L01")
    assert int(look.all(".tiles .number")[1]) == loans
    browser.execute_script("document.dispatchEvent(new Event('visibilitychange'))")  # as when one comes back to it
    look.until(lambda: int(look.all(".tiles .number")[1]) == loans + 1)
    assert look.complaints() == []


def test_the_keyboard_reaches_everything_in_order(browser: Chrome, served: Served) -> None:
    look = Look(browser, served)
    look.sign_in("admin")
    look.go("/keputusan")
    reached = []
    for _ in range(8):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        focused = browser.switch_to.active_element
        ring = focused.value_of_css_property("outline-style")
        reached.append((focused.text.strip(), ring))
    names = ["Langsung ke isi", "Loket Pusat", "Ringkasan", "Perlu diputuskan", "Stasiun", "Rekap", "Akun", "English"]
    assert [name for name, _ in reached] == names
    assert {ring for _, ring in reached} == {"solid"}
