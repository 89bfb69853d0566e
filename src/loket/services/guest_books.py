"""What the guestbook is made of: the library's rooms with their own books, and what visitors come for.

Sources: SOP koleksi-referensi step 5 (a room may keep its own book), INLISLite's list of purposes with its flags.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loket.domain import events as e
from loket.domain.entities import Id, Role, Room, RoomKind, VisitKind, VisitPurpose
from loket.domain.errors import InvalidInput
from loket.domain.folding import code_key, fold
from loket.domain.visits import SHIPPED_PURPOSES, all_purposes, is_offered, purposes_for
from loket.services.desk import Action, Desk, all_rows

EDITORS = (Role.ADMIN, Role.SUPERVISOR)
LONGEST_NAME, LONGEST_CODE, LONGEST_PURPOSE = 60, 8, 40
_ROOM_CODE = re.compile(r"[0-9A-Z-]{1,8}")


# ---- rooms ---------------------------------------------------------------------------------------------------------


def rooms(desk: Desk, *, retired: bool = False) -> tuple[Room, ...]:
    """The rooms by name; with `retired` those no longer in use too."""
    with desk.view() as act:
        return rooms_in(act, retired=retired)


def rooms_in(act: Action, *, retired: bool = False) -> tuple[Room, ...]:
    """As `rooms`, inside an action."""
    found = [room for room in all_rows(act.driver, Room) if retired or not room.retired]
    return tuple(sorted(found, key=lambda room: (room.name.casefold(), room.id)))


def books(desk: Desk) -> tuple[Room, ...]:
    """The rooms that keep a visitor book of their own, besides the one at the door."""
    return tuple(room for room in rooms(desk) if room.own_book)


def set_room(desk: Desk, room: Room) -> Room:
    """Add a room (its id is "") or change one. The same again makes no event.

    Raises InvalidInput: "name" (`text_missing`, `text_too_long`), "code" (`room_code_form`, `room_code_taken`);
    Refused(ROLE_MISSING, NOT_SIGNED_IN).
    """
    tidied = replace(room, name=_name(room.name, LONGEST_NAME), code=room.code.strip().upper())
    if not _ROOM_CODE.fullmatch(tidied.code):
        raise InvalidInput("code", "room_code_form", longest=LONGEST_CODE)
    with desk.action() as act:
        act.demand_role(*EDITORS)
        others = [known for known in all_rows(act.driver, Room) if known.id != room.id]
        taken = next((other for other in others if code_key(other.code) == code_key(tidied.code)), None)
        if taken is not None:
            raise InvalidInput("code", "room_code_taken", name=taken.name)
        made = tidied if room.id else replace(tidied, id=act.new_id())
        if act.state.get(Room, made.id) != made:
            act.record(e.RoomSet(made))
        return made


def new_room(name: str = "", kind: RoomKind = RoomKind.GENERAL) -> Room:
    """An empty room for a form."""
    return Room(Id(""), "", name, kind)


# ---- what people come for -----------------------------------------------------------------------------------------


def purposes(desk: Desk, kind: VisitKind) -> tuple[VisitPurpose, ...]:
    """What is offered to this kind of visitor, in the order of the screen."""
    with desk.view() as act:
        return purposes_in(act, kind)


def purposes_in(act: Action, kind: VisitKind) -> tuple[VisitPurpose, ...]:
    """As `purposes`, inside an action."""
    return purposes_for(kind, all_rows(act.driver, VisitPurpose))


def purpose_list(desk: Desk) -> tuple[VisitPurpose, ...]:
    """Every purpose, those switched off too: for the settings and for reading old visits."""
    with desk.view() as act:
        return every_purpose(act)


def every_purpose(act: Action) -> tuple[VisitPurpose, ...]:
    """As `purpose_list`, inside an action."""
    return all_purposes(all_rows(act.driver, VisitPurpose))


def purpose_names(act: Action) -> dict[str, str]:
    """Code → name of every purpose that ever was."""
    return {purpose.code: purpose.name for purpose in every_purpose(act)}


def set_purpose(desk: Desk, purpose: VisitPurpose) -> VisitPurpose:
    """Add a purpose (its code is ""), or rename, order, flag or switch off one, a shipped one too.

    The code of a new one is made of its name and never changes. One in use must be offered to somebody.
    Raises InvalidInput: "name" (`text_missing`, `text_too_long`, `purpose_name_taken`), "name_en", "member"
    (`purpose_for_nobody`); Refused(ROLE_MISSING, NOT_SIGNED_IN).
    """
    tidied = replace(purpose, name=_name(purpose.name, LONGEST_PURPOSE), name_en=_english(purpose.name_en))
    if not tidied.retired and not any(is_offered(tidied, kind) for kind in VisitKind):
        raise InvalidInput("member", "purpose_for_nobody")
    with desk.action() as act:
        act.demand_role(*EDITORS)
        known = every_purpose(act)
        others = [one for one in known if one.code != purpose.code]
        if any(fold(one.name) == fold(tidied.name) and not one.retired for one in others):
            raise InvalidInput("name", "purpose_name_taken")
        made = tidied if purpose.code else _new_purpose(tidied, known)
        if made not in known:
            act.record(e.PurposeSet(made))
        return made


def new_purpose(name: str = "") -> VisitPurpose:
    """An empty purpose for a form."""
    return VisitPurpose("", name, guest=True, member=True)


def _new_purpose(purpose: VisitPurpose, known: tuple[VisitPurpose, ...]) -> VisitPurpose:
    stem = fold(purpose.name).replace(" ", "-")[:LONGEST_PURPOSE] or "tujuan"
    taken = {one.code for one in known}
    code = next(code for number in range(1, len(taken) + 2) if (code := _numbered(stem, number)) not in taken)
    place = purpose.place or max(one.place for one in (*known, *SHIPPED_PURPOSES)) + 1
    return replace(purpose, code=code, place=place)


def _numbered(stem: str, number: int) -> str:
    return stem if number == 1 else f"{stem}-{number}"


def _name(text: str, longest: int) -> str:
    tidied = " ".join(text.split())
    if not tidied:
        raise InvalidInput("name", "text_missing")
    if len(tidied) > longest:
        raise InvalidInput("name", "text_too_long", longest=longest)
    return tidied


def _english(text: str) -> str:
    tidied = " ".join(text.split())
    if len(tidied) > LONGEST_PURPOSE:
        raise InvalidInput("name_en", "text_too_long", longest=LONGEST_PURPOSE)
    return tidied
