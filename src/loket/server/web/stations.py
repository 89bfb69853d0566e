"""Stasiun: every counter, what it last said of itself, a code for a new one, and the end of one that is lost."""

from __future__ import annotations

from itertools import count
from typing import Any

import qrcode
from fastapi import Response
from markupsafe import Markup

from loket.domain.entities import Id
from loket.domain.errors import InvalidInput
from loket.server.pusat import ServerRefused
from loket.server.web.frame import Turned, Visit, go
from loket.server.web.libraries import StationLine, chosen, clock_words, one_of, place_of, seen_by, station_lines
from loket.services.operators import check_name

PATH = "/stasiun"
SCHEME = "loket-pusat:"
CODE_GROUP, PIN_GROUP = 5, 4  # signs, so that they can be read out and typed
LONGEST_CODE = 12


def stations(visit: Visit) -> Response:
    return _list(visit)


def _list(visit: Visit, *, status: int = 200, **form: Any) -> Response:
    libraries, only = chosen(visit)
    places = [place_of(visit, *library) for library in libraries]
    lines = station_lines(visit, places)
    return visit.page(
        "stations.html",
        status=status,
        libraries=seen_by(visit),
        only=only,
        place_names=len(places) > 1,
        lines=[line for line in lines if line.state != "revoked"],
        revoked=[line for line in lines if line.state == "revoked"],
        now=visit.site.pusat.clock.now(),
        clock_words=clock_words,
        profiles=visit.words.station.profiles.keys(),
        typed=visit.form,
        wrong=form.get("wrong", {}),
        list_path=PATH,
    )


def station(visit: Visit) -> Response:
    line = _line(visit)
    now = visit.site.pusat.clock.now()
    return visit.page("station.html", line=line, now=now, clock_words=clock_words, list_path=PATH)


def revoke(visit: Visit) -> Response:
    line = _line(visit)
    visit.site.pusat.revoke(line.place.id, Id(line.view.station_id))
    return go(f"{PATH}/{line.place.id}/{line.view.station_id}", "revoked")


def new_code(visit: Visit) -> Response:
    """A code for a new counter: of a library that is here, or one that brings its own."""
    wanted = visit.form.get("perpustakaan", "")
    profile = visit.form.get("kegunaan", "")
    try:
        if not wanted:
            code = visit.site.pusat.new_code(None)
            return _shown(visit, code, visit.words.enrol.for_founder)
        library_id, library_name = one_of(visit, wanted)
        if profile not in visit.words.station.profiles:
            raise InvalidInput("profile", "profile_unknown")
        name = check_name(visit.form.get("nama", ""), "station_name")
        station_code = _station_code(visit, library_id)
        code = _made(visit, library_id, station_name=name, station_code=station_code, profile=profile)
    except InvalidInput as error:
        return _list(visit, status=422, wrong={error.field: visit.sentence(error)})
    return _shown(visit, code, visit.words.enrol.for_new.format(name=f"{name} ({station_code})", library=library_name))


def replacement_code(visit: Visit) -> Response:
    """A code for another computer that goes on as a known counter."""
    line = _line(visit)
    code = _made(visit, line.place.id, station_id=Id(line.view.station_id))
    said = visit.words.enrol.for_replacement.format(name=line.view.name, library=line.place.name)
    return _shown(visit, code, said)


def _made(visit: Visit, library_id: Id, **about: Any) -> str:
    """Raises InvalidInput("station_code") for a code that another counter has."""
    try:
        return visit.site.pusat.new_code(library_id, **about)
    except ServerRefused as error:
        if error.code == "station_code":
            raise InvalidInput("station_code", "station_code_taken") from error
        raise Turned(404, "not_found") from error


def _station_code(visit: Visit, library_id: Id) -> str:
    """The code as typed, or the first free number. Raises InvalidInput("station_code")."""
    typed = visit.form.get("kode", "").strip().upper()
    if len(typed) > LONGEST_CODE:
        raise InvalidInput("station_code", "text_too_long", longest=LONGEST_CODE)
    if typed:
        return typed
    taken = visit.site.pusat.station_codes(library_id)
    return next(code for number in count(1) if (code := f"L{number:02d}") not in taken)


def _line(visit: Visit) -> StationLine:
    library_id, name = one_of(visit, visit.part("library"))
    lines = station_lines(visit, [place_of(visit, library_id, name)])
    found = next((line for line in lines if line.view.station_id == visit.part("station")), None)
    if found is None:
        raise Turned(404, "not_found")
    return found


# ---- the code, shown once -------------------------------------------------------------------------------------------


def _shown(visit: Visit, code: str, about: str) -> Response:
    pin = visit.site.pin
    whole = f"{code}-{pin}" if pin else code
    groups = [*_groups(code, CODE_GROUP), *_groups(pin, PIN_GROUP)]
    return visit.page(
        "code.html",
        about=about,
        address=visit.site.address,
        code="-".join(groups),
        has_pin=bool(pin),
        qr=qr_svg(f"{SCHEME}{visit.site.address}#{whole}"),
        list_path=PATH,
    )


def _groups(signs: str, size: int) -> list[str]:
    return [signs[at : at + size] for at in range(0, len(signs), size)]


def qr_svg(text: str) -> Markup:
    """A QR code as SVG: dark squares on a light ground whatever the theme, with the quiet zone around it."""
    made = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4)
    made.add_data(text)
    matrix = made.get_matrix()
    dark = "".join(f"M{x},{y}h1v1h-1z" for y, row in enumerate(matrix) for x, is_dark in enumerate(row) if is_dark)
    side = len(matrix)
    ground = Markup('<rect width="{0}" height="{0}" fill="#fff"/>').format(side)
    picture = Markup('<svg class="qr" viewBox="0 0 {0} {0}" role="img" shape-rendering="crispEdges">').format(side)
    return picture + ground + Markup('<path d="{}" fill="#000"/></svg>').format(dark)
