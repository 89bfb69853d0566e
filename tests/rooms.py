"""An internet room, and people for the rooms."""

from __future__ import annotations

from typing import Any

from fakes import ADMIN, operator

from loket.domain.entities import Id
from loket.services import internet_room
from loket.services.desk import Desk
from loket.services.visitors import Person


def add_computers(desk: Desk, count: int) -> list[Id]:
    """So many computers, numbered from 1; whoever was signed in is so again."""
    before, desk.operator = desk.operator, operator(desk, ADMIN)
    made = internet_room.add_seats(desk, 1, count, 4)
    desk.operator = before
    return [seat.id for seat in made]


def member(member_id: Id, name: str = "Ada Contoh", number: str = "M-1") -> Person:
    return Person(member_id, None, name, number)


def guest(name: str, visit_id: Id | None = None) -> Person:
    return Person(None, visit_id, name, "")


def later(desk: Desk, **time: float) -> None:
    """Let time pass."""
    clock: Any = desk.clock
    clock.advance(**time)
