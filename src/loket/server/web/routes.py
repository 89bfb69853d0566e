"""Which page is where, and who may go there."""

from __future__ import annotations

from fastapi import APIRouter

from loket.server.figures import FigureBook
from loket.server.pusat import Pusat
from loket.server.users import User, Users
from loket.server.web import accounts, assets, decisions, recap, stations
from loket.server.web.frame import FIRST, SIGN_IN, Frame, Site, switch_language, templates
from loket.server.web.summary import summary


def web_routes(pusat: Pusat, users: Users, *, address: str, pin: str = "") -> APIRouter:
    """The dashboard. `address`: the URL counters are given; `pin`: the short pin of the server's own certificate,
    "" where a proxy shows a certificate of its own.
    """
    frame = Frame(Site(pusat, users, FigureBook(pusat.store), address, pin))
    _entrance(frame)
    frame.add("/", summary)
    frame.add(decisions.PATH, decisions.inbox)
    frame.add(f"{decisions.PATH}/{{library}}/{{case}}", decisions.decide, method="POST", allowed=_decides)
    _station_pages(frame)
    frame.add(recap.PATH, recap.recap)
    frame.add(f"{recap.PATH}/perpustakaan.csv", recap.csv_by_library)
    frame.add(f"{recap.PATH}/harian.csv", recap.csv_by_day)
    frame.add(f"{recap.PATH}/rekap.xlsx", recap.xlsx)
    _account_pages(frame)
    frame.router.include_router(assets.asset_routes())
    templates().globals["asset"] = lambda name: f"{assets.PREFIX}/{assets.version()}/{name}"
    return frame.router


def _entrance(frame: Frame) -> None:
    frame.open(SIGN_IN, accounts.sign_in_page)
    frame.open(SIGN_IN, accounts.sign_in, method="POST")
    frame.open(FIRST, accounts.first_page)
    frame.open(FIRST, accounts.first, method="POST")
    frame.open("/bahasa/{language}", switch_language)
    frame.add("/keluar", accounts.sign_out, method="POST")


def _station_pages(frame: Frame) -> None:
    one = f"{stations.PATH}/{{library}}/{{station}}"
    frame.add(stations.PATH, stations.stations)
    frame.add(f"{stations.PATH}/kode", stations.new_code, method="POST", allowed=_administers)
    frame.add(one, stations.station)
    frame.add(f"{one}/cabut", stations.revoke, method="POST", allowed=_administers)
    frame.add(f"{one}/kode", stations.replacement_code, method="POST", allowed=_administers)


def _account_pages(frame: Frame) -> None:
    frame.add(accounts.PATH, accounts.account)
    frame.add(f"{accounts.PATH}/sandi", accounts.change_password, method="POST")
    frame.add(f"{accounts.PATH}/keluarkan", accounts.sign_out_elsewhere, method="POST")
    frame.add(accounts.ADD, accounts.add_page, allowed=_administers)
    frame.add(accounts.ADD, accounts.add, method="POST", allowed=_administers)
    frame.add(f"{accounts.USERS}/{{username}}", accounts.user_page, allowed=_administers)
    frame.add(f"{accounts.USERS}/{{username}}", accounts.change, method="POST", allowed=_administers)
    frame.add(f"{accounts.USERS}/{{username}}/sandi", accounts.reset_password, method="POST", allowed=_administers)


def _decides(user: User) -> bool:
    return user.may_decide


def _administers(user: User) -> bool:
    return user.is_admin
