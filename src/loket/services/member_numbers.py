"""New member numbers by the library's template: the next one of this counter, free of every other code."""

from __future__ import annotations

import hashlib
from datetime import date

from loket.db.member_queries import highest_number
from loket.domain.entities import Station
from loket.domain.errors import InvalidInput
from loket.domain.member_no import NumberForm, known_parts, next_running, read_format
from loket.domain.settings import Settings
from loket.services.desk import Action, all_rows

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without letters that look like digits
_TOLD_APART = 3  # signs added to a counter's part that another counter has too
_ANY_SEX, _ANY_DIGIT = "[lpx]", "[0-9]"


def next_number(act: Action, sex: str = "") -> str:
    """The number for the member who is registered now, by the setting `member_no_format`.

    The running number follows the highest one of this counter's own; numbers given by hand, cards and copies' labels
    are passed over. Inside the caller's action, which holds the database's one writer: nobody else counts meanwhile.
    Raises InvalidInput: "member_no" `numbers_end`, `station_too_long`, `station_not_unique`; "member_no_format".
    """
    form = read_format(act.rules.settings.member_no_format)
    known = known_parts(act.today, station_part(act, form), sex)
    tail = tuple(form.tail(known, _ANY_SEX, _ANY_DIGIT))
    digits = form.running_digits
    highest = max(highest_number(act.driver, prefix, digits, tail) for prefix in form.prefixes(known))
    running = next_running(form, highest, lambda number: is_taken(act, form.number(known, number)))
    return form.number(known, running)


def is_taken(act: Action, code: str) -> bool:
    """Whether a member, a card or a copy has this code, here as far as this counter knows."""
    state = act.state
    return bool(state.members_with_no(code) or state.cards_with_code(code) or state.items_with_barcode(code))


def station_part(act: Action, form: NumberForm | None = None) -> str:
    """What {station} stands for at this counter: letters and digits of its code.

    Nothing keeps two counters from bearing the same code before they heard of each other, and a code can be changed
    later. When another one is known to have the same, or there is none, three signs of this counter's own id follow; in
    a template that leaves no room for them the code must be changed. Raises InvalidInput as `next_number`.
    """
    own = act.desk.station
    width = _width(form or read_format(act.rules.settings.member_no_format))
    part = _letters(own.code, width)
    if width and len(part) > width:
        raise InvalidInput("member_no", "station_too_long", station=own.code, longest=width)
    others = (other for other in all_rows(act.driver, Station) if other.id != own.id)
    if own.code and all(_letters(other.code, width) != part for other in others):
        return part
    if width:
        raise InvalidInput("member_no", "station_not_unique", station=own.code)
    digest = hashlib.sha256(own.id.encode()).digest()
    return part + "".join(_SIGNS[byte % len(_SIGNS)] for byte in digest[:_TOLD_APART])


def preview_number(settings: Settings, station: Station, today: date, sex: str = "") -> str:
    """The first number of today by a template, to show beside it. Raises InvalidInput("member_no_format", …)."""
    form = read_format(settings.member_no_format)
    return form.number(known_parts(today, _letters(station.code, _width(form)), sex), 1)


def _width(form: NumberForm) -> int:
    return next(part.width for part in form.parts if part.name == "station")


def _letters(code: str, width: int) -> str:
    """A code without its dots and dashes, which may stand between the parts of a number; noughts before, to width."""
    return "".join(sign for sign in code.upper() if sign.isalnum()).zfill(width)
