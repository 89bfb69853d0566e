"""Members with overdue books, lent through the counter and left to lie."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from fakes import FakeClock
from stock import add_item, add_member, add_title, change_member

from loket.domain.entities import Id
from loket.services import circulation
from loket.services.desk import Desk


def late_member(desk: Desk, number: str, *titles: str, days: int = 0, **fields: Any) -> Id:
    """A member to whom these titles are lent today; `days`: that pass before anything else happens."""
    registered = {name: fields.pop(name) for name in ("name", "phone", "member_type") if name in fields}
    member_id = add_member(desk, number, **registered)
    if fields:
        change_member(desk, member_id, **fields)
    lend(desk, member_id, *titles)
    pass_days(desk, days)
    return member_id


def lend(desk: Desk, member_id: Id, *titles: str) -> None:
    for title in titles:
        item_id = add_item(desk, f"B-{title}-{member_id[:12]}", add_title(desk, title))
        circulation.check_out(desk, member_id=member_id, item_id=item_id)


def pass_days(desk: Desk, days: int) -> None:
    assert isinstance(desk.clock, FakeClock)
    desk.clock.advance(days=days)


def on(desk: Desk, days_ago: int) -> date:
    return desk.today() - timedelta(days=days_ago)
