"""Signing in and out, the first account, one's own account, and everybody's for an administrator."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import Response

from loket.domain.entities import Id
from loket.domain.errors import InvalidInput, Refused
from loket.server.users import User, WebRole
from loket.server.web.frame import FIRST, SIGN_IN, Turned, Visit, end_session, go, keep_session, own_path
from loket.server.web.libraries import UNTOLD_OFFSET_MIN, place_of, seen_by

PATH = "/akun"
USERS, ADD = "/akun/pengguna", "/akun/tambah"


# ---- in and out -----------------------------------------------------------------------------------------------------


def sign_in_page(visit: Visit) -> Response:
    if visit.session is not None:
        return go("/")
    if not visit.site.users.anybody():
        return go(FIRST)
    return _sign_in(visit)


def sign_in(visit: Visit) -> Response:
    username, password = visit.form.get("nama", ""), visit.form.get("sandi", "")
    try:
        token, _ = visit.site.users.sign_in(username, password)
    except Refused as error:
        return _sign_in(visit, visit.sentence(error), 429 if "wait_s" in error.params else 401)
    response = go(own_path(visit.form.get("lanjut", "")))
    keep_session(response, visit.request, token)
    return response


def _sign_in(visit: Visit, wrong: str = "", status: int = 200) -> Response:
    said = visit.words.sign_in
    notice = said.ended if visit.asked("habis") else said.out if visit.asked("keluar") else ""
    onward = visit.form.get("lanjut", "") or visit.asked("lanjut")
    return visit.page(
        "sign_in.html", status, wrong=wrong, notice=notice, onward=onward, username=visit.form.get("nama", "")
    )


def sign_out(visit: Visit) -> Response:
    visit.site.users.sign_out(visit.token)
    response = go(f"{SIGN_IN}?keluar=1")
    end_session(response, visit.request)
    return response


def first_page(visit: Visit) -> Response:
    if visit.site.users.anybody():
        return go(SIGN_IN)
    return visit.page("first.html", wrong={}, typed={})


def first(visit: Visit) -> Response:
    """Makes the first administrator and signs him in."""
    form, users = visit.form, visit.site.users
    try:
        user = users.first_admin(
            form.get("kode", ""), form.get("nama", ""), form.get("lengkap", ""), form.get("sandi", "")
        )
    except InvalidInput as error:
        return visit.page("first.html", 422, wrong={error.field: visit.sentence(error)}, typed=form)
    token, _ = users.sign_in(user.username, form.get("sandi", ""))
    response = go("/")
    keep_session(response, visit.request, token)
    return response


# ---- one's own account ----------------------------------------------------------------------------------------------


def account(visit: Visit) -> Response:
    return _account(visit)


def _account(visit: Visit, status: int = 200, wrong: dict[str, str] | None = None) -> Response:
    assert visit.session is not None
    libraries = seen_by(visit)
    offset_min = place_of(visit, *libraries[0]).offset_min if libraries else UNTOLD_OFFSET_MIN
    return visit.page(
        "account.html",
        status,
        wrong=wrong or {},
        sessions=visit.site.users.count_sessions(visit.user.username),
        until=visit.shown.moment(visit.session.expires_at, offset_min),
        library_names=dict(libraries),
        users=visit.site.users.all() if visit.user.is_admin else [],
        roles=list(WebRole),
        typed={},
        users_path=USERS,
        add_path=ADD,
    )


def change_password(visit: Visit) -> Response:
    assert visit.session is not None
    old, new = visit.form.get("sandi", ""), visit.form.get("sandi_baru", "")
    try:
        visit.site.users.change_own_password(visit.session, visit.token, old, new)
    except InvalidInput as error:
        return _account(visit, 422, {error.field: visit.sentence(error)})
    except Refused as error:
        return _account(visit, 422, {"old_password": visit.sentence(error)})
    return go(PATH, "password_changed")


def sign_out_elsewhere(visit: Visit) -> Response:
    visit.site.users.sign_out_elsewhere(visit.user.username, visit.token)
    return go(PATH, "signed_out_elsewhere")


# ---- everybody's ----------------------------------------------------------------------------------------------------


def add_page(visit: Visit) -> Response:
    return _user_page(visit, None)


def add(visit: Visit) -> Response:
    form = visit.form
    try:
        library_id = _library(visit)
        visit.site.users.add(
            form.get("nama", ""), form.get("lengkap", ""), form.get("peran", ""), library_id, form.get("sandi", "")
        )
    except InvalidInput as error:
        return _user_page(visit, None, 422, {error.field: visit.sentence(error)})
    return go(PATH, "user_added")


def user_page(visit: Visit) -> Response:
    return _user_page(visit, _asked_for(visit))


def change(visit: Visit) -> Response:
    user, form = _asked_for(visit), visit.form
    try:
        library_id = _library(visit)
        visit.site.users.change(
            user.username,
            full_name=form.get("lengkap", ""),
            role=form.get("peran", ""),
            library_id=library_id,
            is_active=form.get("aktif", "") == "ya",
        )
    except InvalidInput as error:
        return _user_page(visit, user, 422, {error.field: visit.sentence(error)})
    except Refused as error:
        return _user_page(visit, user, 422, {"role": visit.sentence(error)})
    return go(PATH, "user_changed")


def reset_password(visit: Visit) -> Response:
    user = _asked_for(visit)
    try:
        visit.site.users.set_password(user.username, visit.form.get("sandi", ""))
    except InvalidInput as error:
        return _user_page(visit, user, 422, {error.field: visit.sentence(error)})
    return go(PATH, "password_reset")


def _user_page(visit: Visit, user: User | None, status: int = 200, wrong: dict[str, str] | None = None) -> Response:
    typed: dict[str, Any] = dict(visit.form)
    if user is not None and "lengkap" not in typed:
        typed = {"lengkap": user.full_name, "peran": user.role.value, "perpustakaan": user.library_id or ""}
        typed["aktif"] = "ya" if user.is_active else ""
    return visit.page(
        "user.html",
        status,
        user=user,
        action=f"{USERS}/{quote(user.username)}" if user else ADD,
        libraries=seen_by(visit),
        roles=list(WebRole),
        typed=typed,
        wrong=wrong or {},
        list_path=PATH,
    )


def _asked_for(visit: Visit) -> User:
    user = visit.site.users.get(visit.part("username"))
    if user is None:
        raise Turned(404, "not_found")
    return user


def _library(visit: Visit) -> Id | None:
    """The library of the form; None for all of them. Raises InvalidInput("library")."""
    wanted = visit.form.get("perpustakaan", "")
    if not wanted:
        return None
    for library_id, _ in seen_by(visit):
        if library_id == wanted:
            return library_id
    raise InvalidInput("library", "library_unknown")
