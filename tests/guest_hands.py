"""Hands at a guestbook: somebody signed in for a moment, what was refused and why, how many each book counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fakes import ADMIN, operator

from loket.domain.entities import VisitSource
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.visits import GroupForm, GuestForm
from loket.services import guestbook as g
from loket.services.desk import Desk
from loket.services.visitors import Person, find_person

R = RefusalCode
KIOSK = VisitSource.KIOSK
GUEST = GuestForm("B. Contoh", "P", "S1", "Guru", "25-44", "SD Contoh", "membaca")
GROUP = GroupForm(
    "Bu Guru Contoh", "0812 0000 111", "SD Contoh", 30, 12, 18, {"SD": 28, "D4/S1": 2}, {"Pelajar": 28}, "kunjungan"
)


def as_admin(desk: Desk, work: Callable[[], Any], who: str = ADMIN) -> Any:
    before, desk.operator = desk.operator, operator(desk, who)
    try:
        return work()
    finally:
        desk.operator = before


def why(work: Callable[[], Any]) -> RefusalCode:
    with pytest.raises(Refused) as refused:
        work()
    return refused.value.code


def fault(work: Callable[[], Any]) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as wrong:
        work()
    return wrong.value.field, wrong.value.code


def later(desk: Desk, **step: float) -> None:
    desk.clock.advance(**step)  # type: ignore[attr-defined]


def person(desk: Desk, code: str) -> Person | None:
    with desk.view() as act:
        return find_person(act, code)


def counts(desk: Desk) -> list[tuple[str, int, int]]:
    return [(book.room.name if book.room else "", book.entries, book.people) for book in g.day_counts(desk)]
