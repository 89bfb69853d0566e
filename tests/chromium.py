"""Chromium for tests: a fresh, invisible one for each, with the page's area exact to the pixel."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service


class Screen(NamedTuple):
    """The area a page has, in CSS pixels; `is_phone` turns on touch and the page's own viewport line."""

    width: int
    height: int
    is_phone: bool = False


DESKTOP = Screen(1280, 900)
PHONE = Screen(390, 844, is_phone=True)

SWITCHES = (
    "--headless=new",
    "--no-sandbox",  # root may not use it, and the pages are our own
    "--disable-gpu",
    "--disable-dev-shm-usage",  # small in containers
    "--no-first-run",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
)


def start_chromium(profile: Path) -> webdriver.Chrome:
    """Chromium with its data in `profile`, the size of DESKTOP; it asks for Indonesian and takes any certificate.

    Raises FileNotFoundError when Chromium or its driver is missing: Selenium would go and download one.
    """
    options = webdriver.ChromeOptions()
    options.binary_location = _program("chromium")
    options.accept_insecure_certs = True
    options.add_experimental_option("prefs", {"intl.accept_languages": "id-ID,id"})
    for switch in (*SWITCHES, f"--user-data-dir={profile}"):
        options.add_argument(switch)
    browser = webdriver.Chrome(options=options, service=Service(_program("chromedriver")))
    resize(browser, DESKTOP)
    return browser


def resize(browser: webdriver.Chrome, screen: Screen) -> None:
    """Give pages this area from now on. A window as narrow as a phone is more than Chromium itself allows."""
    metrics = {"width": screen.width, "height": screen.height, "deviceScaleFactor": 1, "mobile": screen.is_phone}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": screen.is_phone})


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"{name} is not on PATH")
    return found


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[webdriver.Chrome]:
    """A headless Chromium without cookies or history; `resize(browser, PHONE)` turns it into a phone."""
    browser = start_chromium(tmp_path / "chromium")
    yield browser
    browser.quit()
