"""Which lockers there are: banks of them with their numbers and places, tags that hang on them for good."""

from __future__ import annotations

from dataclasses import replace

from loket.domain import events as e
from loket.domain.entities import Id, Locker, Role
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.lockers import (
    LONGEST_BANK,
    MOST_COLUMNS,
    MOST_ROWS,
    bank_numbers,
    board_order,
    check_number,
    check_tag_code,
    same_tag,
)
from loket.domain.pledges import check_note
from loket.services.desk import Action, Desk, all_rows
from loket.services.lockers import standing_lockers, the_locker

EDITORS = (Role.ADMIN, Role.SUPERVISOR)


def lockers(desk: Desk, *, retired: bool = False) -> tuple[Locker, ...]:
    """Every locker in the order of the board; with `retired` those that are gone too."""
    with desk.view() as act:
        known = [one for one in all_rows(act.driver, Locker) if retired or not one.retired]
        return tuple(sorted(known, key=board_order))


def banks(desk: Desk) -> tuple[str, ...]:
    """The names of the banks that have lockers, in order; "" among them where lockers stand in none."""
    return tuple(dict.fromkeys(one.bank for one in lockers(desk)))


def add_bank(desk: Desk, bank: str, first: str, last: str, columns: int) -> tuple[Locker, ...]:
    """Lockers with numbers from first to last, so many beside one another; below those that the bank has already.

    Raises Refused(NOT_SIGNED_IN, ROLE_MISSING); InvalidInput: "bank", "first", "last", "columns"; "first"
    (`locker_number_taken`) where a locker is called so.
    """
    with desk.action() as act:
        act.demand_role(*EDITORS)
        name = check_note("bank", bank, LONGEST_BANK)
        numbers = bank_numbers(first, last)
        _in_range("columns", columns, 1, MOST_COLUMNS)
        known = standing_lockers(act)
        taken = {one.number for one in known}
        if twice := next((number for number in numbers if number in taken), None):
            raise InvalidInput("first", "locker_number_taken", number=twice)
        below = max((one.row + 1 for one in known if one.bank.casefold() == name.casefold()), default=0)
        _in_range("columns", below + (len(numbers) - 1) // columns, 0, MOST_ROWS)
        made = [
            Locker(act.new_id(), number, name, below + place // columns, place % columns)
            for place, number in enumerate(numbers)
        ]
        for locker in made:
            act.record(e.LockerSet(locker))
        return tuple(made)


def set_locker(desk: Desk, locker: Locker) -> Locker:
    """Put a locker as it is given; one without a key is a new one. No event where nothing differs.

    Raises Refused: NOT_SIGNED_IN, ROLE_MISSING, LOCKER_UNKNOWN, LOCKER_IN_USE (its number, its tag or its end while
    things lie in it); InvalidInput: "number" (`locker_number`, `locker_number_taken`), "bank", "row", "column",
    "tag_code" (`locker_tag_taken`, `locker_tag_form`, `text_too_long`).
    """
    with desk.action() as act:
        act.demand_role(*EDITORS)
        known = the_locker(act, locker.id) if locker.id else None
        wanted = _checked(act, replace(locker, id=known.id if known else act.new_id()))
        if known is not None and _renamed(known, wanted) and act.state.open_locker_uses(known.id):
            raise Refused(RefusalCode.LOCKER_IN_USE, number=known.number)
        if wanted != known:
            act.record(e.LockerSet(wanted))
        return wanted


def retire(desk: Desk, locker_id: Id) -> Locker:
    """It is gone; what happened with it stays. Raises as `set_locker`."""
    return set_locker(desk, replace(_find(desk, locker_id), retired=True))


def bring_back(desk: Desk, locker_id: Id) -> Locker:
    """It is there again. Raises as `set_locker`, also where another has its number or its tag by now."""
    return set_locker(desk, replace(_find(desk, locker_id), retired=False))


def _find(desk: Desk, locker_id: Id) -> Locker:
    with desk.view() as act:
        return the_locker(act, locker_id)


def _renamed(known: Locker, wanted: Locker) -> bool:
    return (known.number, known.tag_code, known.retired) != (wanted.number, wanted.tag_code, wanted.retired)


def _checked(act: Action, locker: Locker) -> Locker:
    wanted = replace(
        locker,
        number=check_number("number", locker.number),
        bank=check_note("bank", locker.bank, LONGEST_BANK),
        tag_code=check_tag_code(locker.tag_code),
    )
    _in_range("row", wanted.row, 0, MOST_ROWS)
    _in_range("column", wanted.column, 0, MOST_COLUMNS - 1)
    others = [] if wanted.retired else [one for one in standing_lockers(act) if one.id != wanted.id]
    if any(one.number == wanted.number for one in others):
        raise InvalidInput("number", "locker_number_taken", number=wanted.number)
    if wanted.tag_code:
        _demand_own_tag(act, wanted, others)
    return wanted


def _demand_own_tag(act: Action, wanted: Locker, others: list[Locker]) -> None:
    """A tag that is somebody's card or a copy's barcode would be taken for that in every scan box."""
    code = wanted.tag_code
    if owner := next((one for one in others if same_tag(one, code)), None):
        raise InvalidInput("tag_code", "locker_tag_taken", number=owner.number)
    if act.state.cards_with_code(code) or act.state.members_with_no(code) or act.state.items_with_barcode(code):
        raise InvalidInput("tag_code", "locker_tag_form")


def _in_range(field: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise InvalidInput(field, "number_out_of_range", minimum=least, maximum=most)
