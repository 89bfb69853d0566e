"""Around every page of the dashboard: who asks, in which language, whether the form is ours, and the headers.

A page is a function from `Visit` to a response, run in a thread. Nobody signed in: the sign-in page. Not allowed: a
page that says so. A POST without the session's own key: not done. Nothing here sends a script or a style in a page,
so the policy of the headers allows none.
"""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, RedirectResponse

from loket.devices import resources
from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.server.figures import FigureBook
from loket.server.pusat import Pusat
from loket.server.users import SESSION_MS, Session, User, Users
from loket.server.web.texts import LANGUAGES, Shown, Words

SIGN_IN, FIRST = "/masuk", "/masuk/pertama"
LANGUAGE_COOKIE, KEY_COOKIE = "bahasa", "loket_formulir"
KEY_FIELD = "kunci"
LANGUAGE_SECONDS = 365 * 86_400
MOST_FIELDS, LONGEST_FIELD = 40, 4_000
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_DOWN = (StorageError, OperationalError, InterfaceError, PoolTimeout)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

Page = Callable[["Visit"], Response]
Allowed = Callable[[User], bool]


class Turned(Exception):  # noqa: N818
    """A page that cannot be shown: `code` names its two sentences under `error`."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(status, code)
        self.status, self.code = status, code


@dataclass(frozen=True, slots=True)
class Site:
    """What every page works on. `address` and `pin` are what a counter is told to join with."""

    pusat: Pusat
    users: Users
    figures: FigureBook
    address: str
    pin: str


@dataclass(slots=True)
class Visit:
    """One request: by whom, in which language, with which form fields."""

    site: Site
    request: Request
    shown: Shown
    session: Session | None = None
    token: str = ""
    form: Mapping[str, str] = field(default_factory=dict)
    fresh_key: str = ""  # a form key for somebody without a session, to be put into a cookie

    @property
    def words(self) -> Words:
        return self.shown.words

    @property
    def user(self) -> User:
        assert self.session is not None, "a page for users only"
        return self.session.user

    def asked(self, name: str) -> str:
        """A field of the address, without control characters."""
        return _clean(self.request.query_params.get(name, ""))

    def part(self, name: str) -> str:
        """A piece of the path."""
        return _clean(str(self.request.path_params[name]))

    def form_key(self) -> str:
        """What a form must bring back: the session's, or that of a cookie where there is none."""
        if self.session is not None:
            return self.session.form_key
        if not self.fresh_key:
            self.fresh_key = self.request.cookies.get(KEY_COOKIE, "") or secrets.token_hex(16)
        return self.fresh_key

    def page(self, template: str, status: int = 200, **values: Any) -> Response:
        """A template as the answer."""
        return HTMLResponse(self.rendered(template, **values), status)

    def rendered(self, template: str, **values: Any) -> str:
        news = self.asked("kabar")
        return (
            templates()
            .get_template(template)
            .render(
                v=self,
                w=self.words,
                show=self.shown,
                u=self.session.user if self.session else None,
                path=self.request.url.path,
                here=_here(self.request),
                key=self.form_key(),
                news=self.words.news.get(news, ""),
                **values,
            )
        )

    def sentence(self, error: InvalidInput | Refused) -> str:
        """What an error of the services says to whoever filled in the form."""
        said = self.words.error
        code = str(error.code)
        if code not in said:
            return str(said.refused.format(code=code))
        params = dict(error.params)
        if "wait_s" in params:
            params["wait"] = self.shown.length(timedelta(seconds=int(str(params["wait_s"]))))
        return str(said[code].format(**params))


def go(path: str, news: str = "") -> Response:
    """On to a page after a form was done; `news` names what it will say on top."""
    mark = "&" if "?" in path else "?"
    return RedirectResponse(f"{path}{mark}kabar={news}" if news else path, 303)


class Frame:
    """Puts pages on a router."""

    def __init__(self, site: Site) -> None:
        self.router = APIRouter(include_in_schema=False)
        self._site = site

    def open(self, path: str, page: Page, *, method: str = "GET") -> None:
        """A page for everybody."""
        self._add(path, page, method, None)

    def add(self, path: str, page: Page, *, method: str = "GET", allowed: Allowed = lambda user: True) -> None:
        """A page for those who are signed in and `allowed`."""
        self._add(path, page, method, allowed)

    def _add(self, path: str, page: Page, method: str, allowed: Allowed | None) -> None:
        async def endpoint(request: Request) -> Response:
            form = await _form(request) if method == "POST" else {}
            return await run_in_threadpool(lambda: self._answer(request, form, page, allowed))

        self.router.add_api_route(path, endpoint, methods=[method], response_model=None)

    def _answer(
        self, request: Request, form: Mapping[str, str] | None, page: Page, allowed: Allowed | None
    ) -> Response:
        visit = Visit(self._site, request, Shown(_language(request)), form=form or {})
        try:
            response = self._let_in(visit, form, page, allowed)
        except Turned as error:
            response = visit.page("turned.html", error.status, code=error.code)
        except _DOWN:
            visit.session = None
            response = visit.page("turned.html", 503, code="busy")
            response.headers["Retry-After"] = "30"
        if visit.fresh_key:
            _set_cookie(response, request, KEY_COOKIE, visit.fresh_key, SESSION_MS // 1000)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    def _let_in(self, visit: Visit, form: Mapping[str, str] | None, page: Page, allowed: Allowed | None) -> Response:
        visit.token = visit.request.cookies.get(session_cookie(visit.request), "")
        visit.session = self._site.users.session(visit.token) if visit.token else None
        if allowed is not None and visit.session is None:
            return _to_sign_in(visit)
        if form is None or (visit.request.method == "POST" and not _is_ours(visit)):
            raise Turned(403, "form_stale")
        if allowed is not None and not allowed(visit.user):
            raise Turned(403, "not_allowed")
        return page(visit)


def _to_sign_in(visit: Visit) -> Response:
    ended = "&habis=1" if visit.token else ""
    if visit.request.method == "GET" and visit.request.url.path != "/":
        return RedirectResponse(f"{SIGN_IN}?lanjut={quote(_here(visit.request), safe='')}{ended}", 303)
    return RedirectResponse(f"{SIGN_IN}{'?habis=1' if ended else ''}", 303)


def _is_ours(visit: Visit) -> bool:
    """Does the form bring the key of this session (or of this browser, before there is one)?"""
    site = visit.request.headers.get("sec-fetch-site", "same-origin")
    if site not in ("same-origin", "none"):
        return False
    wanted = visit.session.form_key if visit.session else visit.request.cookies.get(KEY_COOKIE, "")
    return bool(wanted) and hmac.compare_digest(wanted.encode(), visit.form.get(KEY_FIELD, "").encode())


async def _form(request: Request) -> dict[str, str] | None:
    """The fields of a form; None for anything that is not one of ours."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        return None
    fields = await request.form(max_fields=MOST_FIELDS)
    return {name: _clean(value)[:LONGEST_FIELD] for name, value in fields.items() if isinstance(value, str)}


def _clean(text: str) -> str:
    return _CONTROL.sub("", text).encode("utf-8", "replace").decode()


# ---- cookies and language -------------------------------------------------------------------------------------------


def session_cookie(request: Request) -> str:
    """Over HTTPS a name that browsers keep to this host and to HTTPS."""
    return "__Host-loket" if request.url.scheme == "https" else "loket"


def keep_session(response: Response, request: Request, token: str) -> None:
    _set_cookie(response, request, session_cookie(request), token, SESSION_MS // 1000)


def end_session(response: Response, request: Request) -> None:
    _set_cookie(response, request, session_cookie(request), "", 0)


def _set_cookie(response: Response, request: Request, name: str, value: str, seconds: int) -> None:
    is_secure = request.url.scheme == "https"
    response.set_cookie(name, value, max_age=seconds, path="/", secure=is_secure, httponly=True, samesite="lax")


def switch_language(visit: Visit) -> Response:
    """Keep the language asked for, and back to the page."""
    language = visit.part("language")
    response = go(own_path(visit.asked("kembali")))
    if language in LANGUAGES:
        _set_cookie(response, visit.request, LANGUAGE_COOKIE, language, LANGUAGE_SECONDS)
    return response


def own_path(text: str) -> str:
    """A path of this server, whatever was asked for: nobody is sent elsewhere by a link."""
    return text if re.fullmatch(r"/(?![/\\])[^\s\\]*", text) else "/"


def _language(request: Request) -> str:
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def _here(request: Request) -> str:
    """This page's path with what was asked of it, to come back to."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in ("kabar", "lanjut")]
    query = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in kept)
    return f"{request.url.path}?{query}" if query else request.url.path


# ---- templates ------------------------------------------------------------------------------------------------------


@cache
def templates() -> Environment:
    """The templates: everything is escaped, and an unknown name is a mistake."""
    made = Environment(
        loader=FileSystemLoader(resources.path("web", "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["icon"] = icon
    made.globals["word_of"] = word_of
    return made


def word_of(table: Words, name: str) -> str:
    """A word for a value from outside; the value itself where nobody has a word for it."""
    return str(table.get(name, name))


@cache
def icon(name: str) -> Markup:
    """One of the icons, in the colour of the text around it; it says nothing the text does not."""
    text = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    inside = text.partition(">")[2] if text.lstrip().startswith("<svg") else text
    return Markup('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">') + Markup(inside)
