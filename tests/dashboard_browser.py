"""Somebody at the dashboard over HTTP: cookies, forms as they stand on the page, and a check of the page itself."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from dashboard_world import TODAY, DashboardWorld
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response

from loket.domain.calendar import DAY
from loket.server.users import ensure_first_code
from loket.server.web.routes import web_routes

ADDRESS, PIN = "https://pusat.contoh.example:8447", "8H2K4MNP"
PASSWORD = "kunci-contoh-1"
PEOPLE = ("admin", "kepala", "periksa")
VOID = {"meta", "link", "input", "br", "img"}


class Browser:
    """Somebody looking at the dashboard, with his cookies."""

    def __init__(self, world: DashboardWorld, scheme: str = "https") -> None:
        app = FastAPI()
        app.include_router(web_routes(world.pusat, world.users, address=ADDRESS, pin=PIN))
        self.client = TestClient(app, base_url=f"{scheme}://pusat.test", follow_redirects=False)

    def get(self, path: str) -> Response:
        return self.client.get(path)

    def text(self, path: str) -> str:
        answer = self.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.text

    def post(self, path: str, *, on: str = "", **fields: str) -> Response:
        """Send a form as it stands on the page `on` (by default: the page of the same path)."""
        return self.client.post(path, data={"kunci": self.key(on or path), **fields})

    def key(self, page: str) -> str:
        found = re.search(r'name="kunci" value="([0-9a-f]+)"', self.get(page).text)
        assert found is not None, page
        return found[1]

    def sign_in(self, username: str) -> Browser:
        answer = self.post("/masuk", nama=username, sandi=PASSWORD)
        assert answer.status_code == 303, answer.text
        return self


def made(folder: Path, first: date = TODAY - 2 * DAY, url: str | None = None) -> DashboardWorld:
    """Both libraries at work since `first`, and one account of each role; the head has the town's library."""
    world = DashboardWorld(folder, url)
    world.fill(first, most=6)
    world.users.first_admin(str(ensure_first_code(world.store)), "admin", "Admin Contoh", PASSWORD)
    world.users.add("kepala", "Kepala Contoh", "head", world.town.id, PASSWORD)
    world.users.add("periksa", "Pemeriksa Contoh", "auditor", None, PASSWORD)
    return world


class WellFormed(HTMLParser):
    """Fails on a tag that is not closed, an id that stands twice, a style or script in the page, a field unnamed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._open: list[str] = []
        self._ids: set[str] = set()
        self.labels: set[str] = set()
        self.fields: list[dict[str, str | None]] = []
        self.feed(text)
        assert self._open == []
        nameless = [field for field in self.fields if field.get("id") not in self.labels]
        assert nameless == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        assert not {name for name in found if name == "style" or name.startswith("on")}, (tag, found)
        assert tag != "style"
        assert tag != "script" or found.get("src")
        if "id" in found:
            assert found["id"] not in self._ids, found["id"]
            self._ids.add(str(found["id"]))
        if tag == "label" and "for" in found:
            self.labels.add(str(found["for"]))
        inside_label = "label" in self._open
        if tag in ("input", "select") and not inside_label and found.get("type") != "hidden" and "hidden" not in found:
            self.fields.append(found)
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        assert self._open.pop() == tag
