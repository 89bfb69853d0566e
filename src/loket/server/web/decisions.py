"""Perlu diputuskan: what the rules booked although the books contradicted each other, and a person settles."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from urllib.parse import urlencode

from fastapi import Response

from loket.devices import resources
from loket.domain.entities import Case, Id
from loket.server.pusat import ServerRefused
from loket.server.web.frame import Turned, Visit, go, own_path
from loket.server.web.libraries import CHOSEN, Place, chosen, one_of, place_in, seen_by
from loket.services.case_words import CaseView
from loket.services.cases import SEVERITIES, describe

PATH = "/keputusan"
EACH_PAGE = 20
ICONS = {"high": "alert-circle", "medium": "alert-triangle", "low": "info-circle", "info": "info-circle"}
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Matter:
    """A case in words, at its library."""

    place: Place
    view: CaseView


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a decision that was just sent, to be shown at its case."""

    case_id: Id
    sentence: str


def inbox(visit: Visit) -> Response:
    return _list(visit, None)


def decide(visit: Visit) -> Response:
    """One tap on a choice."""
    library_id, _ = one_of(visit, visit.part("library"))
    case_id, choice = Id(visit.part("case")), visit.form.get("pilihan", "")
    back = own_path(visit.form.get("kembali", PATH))
    with visit.site.pusat.state(library_id) as state:
        case = state.get(Case, case_id)
    if case is not None and case.closed:
        return go(back, "already_decided")
    note, value = visit.form.get("catatan", "").strip(), visit.form.get("tanggal", "")
    try:
        visit.site.pusat.resolve_case(library_id, case_id, choice, note, visit.user.username, value)
    except ServerRefused as error:
        if error.status == 404:
            raise Turned(404, "not_found") from error
        code = "date_form" if error.code == "value" else "case_choice"
        return _list(visit, Wrong(case_id, visit.words.error[code]))
    return go(back, "decided")


def _list(visit: Visit, wrong: Wrong | None) -> Response:
    libraries, only = chosen(visit)
    severity = visit.asked("tingkat") if visit.asked("tingkat") in SEVERITIES else ""
    is_decided = visit.asked("lihat") == "sudah"
    found = [
        (library_id, name, case)
        for library_id, name in libraries
        for case in visit.site.pusat.cases(library_id, open_only=not is_decided)
        if case.closed == is_decided and severity in ("", case.severity)
    ]
    found.sort(key=lambda one: _decided_order(one[2]) if is_decided else _open_order(one[2]))
    first = min(_number(visit.asked("mulai")), max(0, len(found) - 1) // EACH_PAGE * EACH_PAGE)
    return visit.page(
        "decisions.html",
        status=422 if wrong else 200,
        libraries=seen_by(visit),
        only=only,
        severities=SEVERITIES,
        severity=severity,
        severity_words=severity_words(visit.shown.language),
        is_decided=is_decided,
        matters=_described(visit, found[first : first + EACH_PAGE]),
        count=len(found),
        first=first,
        last=min(first + EACH_PAGE, len(found)),
        is_filtered=bool(severity or only),
        link=_linker(severity, only, is_decided),
        previous=max(0, first - EACH_PAGE) if first else None,
        following=first + EACH_PAGE if first + EACH_PAGE < len(found) else None,
        icons=ICONS,
        wrong=wrong,
        today=visit.site.pusat.clock.now().date(),
        query=visit.request.url.query,
        list_path=PATH,
    )


def _open_order(case: Case) -> tuple[float, float, str]:
    return SEVERITIES.index(case.severity), case.opened_at.timestamp(), case.id


def _decided_order(case: Case) -> tuple[float, float, str]:
    return 0, -(case.resolved_at or _LONG_AGO).timestamp(), case.id


def _described(visit: Visit, found: Sequence[tuple[Id, str, Case]]) -> list[Matter]:
    """The cases in words, library by library, in the order given."""
    views: dict[Id, Matter] = {}
    for library_id, name in {(library_id, name) for library_id, name, _ in found}:
        with visit.site.pusat.state(library_id) as state:
            place = place_in(state, library_id, name)
            for other_id, _, case in found:
                if other_id == library_id:
                    view = describe(state, case, visit.shown.language, place.offset_min)
                    views[case.id] = Matter(place, view)
    return [views[case.id] for _, _, case in found]


@cache
def severity_words(language: str) -> dict[str, str]:
    """What each severity is called, in the words that cases are told in."""
    table = tomllib.loads(resources.path("cases", f"{language}.toml").read_text(encoding="utf-8"))
    return dict(table["severity"])


def _linker(severity: str, only: Id | None, is_decided: bool) -> Callable[..., str]:
    kept = {"tingkat": severity, CHOSEN: only or "", "lihat": "sudah" if is_decided else ""}

    def link(**changed: str | int) -> str:
        """The list with something about it changed."""
        asked = {name: value for name, value in (kept | changed).items() if value not in ("", 0)}
        return f"{PATH}?{urlencode(asked)}" if asked else PATH

    return link


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
