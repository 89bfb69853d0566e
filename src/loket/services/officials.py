"""Who signs the library's papers: heads, acting heads, treasurers, each from a day on, and what a recap prints of them.

An office passes on by a new row; the row of who held it before stays, so that a paper made again bears the name it
bore. Source: practice of signature blocks ("Mengetahui" with the higher office on the left, the maker on the right).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from loket.domain import events as e
from loket.domain.entities import Id, Official, Role
from loket.domain.errors import InvalidInput
from loket.domain.officials import HEAD, MAKER, OFFICES, PREFIXES, SECTION_HEAD, TREASURER, holder, printed_office
from loket.domain.settings import Settings
from loket.domain.wording import long_date
from loket.services.desk import Action, Desk, all_rows

EDITORS = (Role.ADMIN, Role.SUPERVISOR)
SHORTEST_NAME, LONGEST_NAME, LONGEST_TITLE, LONGEST_RANK = 3, 100, 100, 60
NIP_DIGITS = 18
TITLES = {
    HEAD: "Kepala Perpustakaan",
    SECTION_HEAD: "Kepala Seksi Layanan",
    TREASURER: "Bendahara Penerimaan",
    MAKER: "Petugas Layanan",
}
"""What an office is called where the library gave no other title."""


def officials(desk: Desk, *, retired: bool = False) -> list[Official]:
    """Office by office, of each who came last first; with `retired` also what was entered by mistake."""
    with desk.view() as act:
        known = [one for one in all_rows(act.driver, Official) if retired or not one.retired]
    newest_first = sorted(known, key=lambda one: (one.from_on or date.min, one.id), reverse=True)
    return sorted(newest_first, key=lambda one: OFFICES.index(one.office) if one.office in OFFICES else len(OFFICES))


def set_official(desk: Desk, official: Official) -> Official:
    """Enter somebody (`id` "") or mend what was entered of him. Returns him as he stands; no event when he did.

    Raises InvalidInput naming the field (`official_gone` for an id not known or entered by mistake),
    Refused(ROLE_MISSING, NOT_SIGNED_IN).
    """
    tidied = check_official(official)
    with desk.action() as act:
        act.demand_role(*EDITORS)
        if not tidied.id:
            tidied = replace(tidied, id=act.new_id())
        else:
            known = act.state.get(Official, tidied.id)
            if known is None or known.retired:
                raise InvalidInput("official", "official_gone")
            if known == tidied:
                return known
        act.record(e.OfficialSet(tidied))
        return tidied


def retire_official(desk: Desk, official_id: Id) -> bool:
    """Take back what was entered by mistake. Who really held the office is given an end instead.

    False when he was not there. Raises Refused(ROLE_MISSING, NOT_SIGNED_IN).
    """
    with desk.action() as act:
        act.demand_role(*EDITORS)
        known = act.state.get(Official, official_id)
        if known is None or known.retired:
            return False
        act.record(e.OfficialSet(replace(known, retired=True)))
        return True


def check_official(official: Official) -> Official:
    """The official, tidied: blanks, and a NIP as its digits.

    Raises InvalidInput: "office" unknown, "prefix" unknown, "name" and "title" and "rank" too short or long, "nip" that
    is no 18 digits, "until_on" before "from_on" (`dates_reversed`).
    """
    if official.office not in OFFICES:
        raise InvalidInput("office", "official_office")
    if official.prefix not in PREFIXES:
        raise InvalidInput("prefix", "official_prefix")
    name = _tidy("name", official.name, LONGEST_NAME)
    if len(name) < SHORTEST_NAME:
        raise InvalidInput("name", "official_name", least=SHORTEST_NAME)
    nip = re.sub(r"\s", "", official.nip)
    if nip and not re.fullmatch(rf"[0-9]{{{NIP_DIGITS}}}", nip):
        raise InvalidInput("nip", "official_nip", digits=NIP_DIGITS)
    if official.from_on and official.until_on and official.until_on < official.from_on:
        raise InvalidInput("until_on", "dates_reversed")
    title = _tidy("title", official.title, LONGEST_TITLE) or TITLES[official.office]
    return replace(official, title=title, name=name, nip=nip, rank=_tidy("rank", official.rank, LONGEST_RANK))


def _tidy(field: str, text: str, longest: int) -> str:
    tidied = " ".join(text.split())
    if len(tidied) > longest:
        raise InvalidInput(field, "text_too_long", longest=longest)
    return tidied


# ---- who signs ------------------------------------------------------------------------------------------------------


def holder_of(act: Action, office: str, on: date) -> Official | None:
    """Who held one of `domain.officials.OFFICES` on a day."""
    return holder(all_rows(act.driver, Official), office, on)


def signing_facts(act: Action, on: date) -> dict[str, str]:
    """Both signature blocks of a recap dated this day: keys left_ and right_ with above, office, name, nip, rank.

    Left the head of the library, as founded where nobody was entered. Right the head of the section, else who makes
    reports, else who is signed in; over it place and date, "" while no place is set: papers then take their
    letterhead's. An empty name is a line to write on.
    """
    known = all_rows(act.driver, Official)
    head = holder(known, HEAD, on) or _founded_head(act)
    maker = holder(known, SECTION_HEAD, on) or holder(known, MAKER, on) or _signed_in(act)
    place = act.rules.settings.receipt_place
    above = f"{place}, {long_date(on)}" if place else ""
    return {**_block("left", head, "Mengetahui,"), **_block("right", maker, above)}


def _block(side: str, official: Official, above: str) -> dict[str, str]:
    office = printed_office(official)
    told = {"above": above, "office": office, "name": official.name, "nip": official.nip, "rank": official.rank}
    return {f"{side}_{name}": text for name, text in told.items()}


def _founded_head(act: Action) -> Official:
    library = act.desk.library
    return Official(Id(""), HEAD, TITLES[HEAD], library.head_name, library.head_nip)


def _signed_in(act: Action) -> Official:
    operator = act.desk.operator
    return Official(Id(""), MAKER, TITLES[MAKER], operator.full_name if operator else "")


def treasurer_settings(act: Action, on: date) -> tuple[Settings, str]:
    """The settings with who is treasurer on a day in them, and the office as it is printed."""
    settings, treasurer = act.rules.settings, holder_of(act, TREASURER, on)
    if treasurer is None:
        return settings, TITLES[TREASURER]
    return replace(settings, treasurer_name=treasurer.name, treasurer_nip=treasurer.nip), printed_office(treasurer)
