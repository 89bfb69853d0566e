"""What the rooms did: books read in place, the internet room, lockers, photocopies, e-books."""

from __future__ import annotations

from collections.abc import Iterable

from loket.db.recap_queries import Rows
from loket.services.recap_counting import Cell, Count, Counted, Words, one, sex_of

_PEOPLE = "LEFT JOIN member m ON m.id = x.member_id LEFT JOIN visit v ON v.id = x.visit_id"
_OF_VISIT = "LEFT JOIN member w ON w.id = v.member_id"
_SEX = "coalesce(nullif(m.sex, ''), nullif(v.sex, ''), w.sex, '')"


def _who(name: str) -> str:
    return f"coalesce(m.full_name, nullif(x.{name}, ''), nullif(v.name, ''), nullif(v.visitor_no, ''), '')"


def _room(words: Words, room: bytes | None, books: int) -> Iterable[Cell]:
    return ((words.rooms.get(room, "") if room else "", "n", books),)


READING = Counted(
    Rows(
        tables="in_house_use x",
        key="x.id",
        fields={"class": "x.ddc_class", "kind": "x.kind", "books": "x.books", "room": "x.room_id"},
        where="x.state = 'done'",
        day='x."on"',
        station="x.station_id",
        joins=f"{_PEOPLE} LEFT JOIN biblio b ON b.id = x.biblio_id",
        at="x.noted_at",
        what="coalesce(b.title, x.title)",
        who=_who("reader"),
        detail="x.ddc_class",
    ),
    (
        Count("reading_class", ("class", "kind", "books"), lambda _, ddc, kind, books: ((ddc, kind, books),)),
        Count("reading_room", ("room", "books"), _room),
    ),
)
INTERNET = Counted(
    Rows(
        tables=f"internet_session x {_PEOPLE} {_OF_VISIT}",
        key="x.id",
        fields={
            "purpose": "x.purpose",
            "minutes": "x.used_min",
            "sex": _SEX,
            "end": "CASE x.state WHEN 'ended' THEN x.end_how ELSE 'running' END",
        },
        where="x.state IN ('running', 'ended') AND x.started_at IS NOT NULL",
        day='x."on"',
        station="x.station_id",
        joins="LEFT JOIN internet_seat s ON s.id = x.seat_id",
        at="x.started_at",
        what="x.purpose",
        who=_who('"user"'),
        detail="coalesce(s.number, '')",
    ),
    (
        Count(
            "internet",
            ("purpose", "minutes"),
            lambda _, purpose, minutes: ((purpose, "sessions", 1), (purpose, "minutes", minutes)),
        ),
        Count("internet_sex", ("sex",), lambda _, sex: ((sex_of(sex), "n", 1),)),
        Count("internet_end", ("end",), lambda _, end: ((end, "n", 1),)),
    ),
)


def _lockers(day: str, at: str, where: str, fields: dict[str, str]) -> Rows:
    return Rows(
        tables="locker_use x",
        key="x.id",
        fields=fields,
        where=f"x.\"end\" <> 'cancelled' AND {where}",
        day=day,
        station="x.station_id",
        joins=f"{_PEOPLE} LEFT JOIN locker k ON k.id = x.locker_id",
        at=at,
        what="coalesce(k.number, '')",
        who=_who("holder"),
        detail="x.tag",
    )


# What was left overnight is "out" on its first day for ever, and "returned" on the day it was fetched.
TAKEN = Counted(
    _lockers('x."on"', "x.taken_at", "1", {"out": 'x.ended_on IS NULL OR x.ended_on > x."on"'}),
    (
        Count("lockers", ("out",), one("taken")),
        Count("lockers", ("out",), lambda _, out: (("out", "n", 1),) if out else ()),
    ),
    covered=True,
)
GIVEN_BACK = Counted(
    _lockers("x.ended_on", "x.ended_at", "x.ended_on IS NOT NULL", {"end": 'x."end"'}),
    (Count("lockers", ("end",), lambda _, end: ((end, "n", 1),)),),
    covered=True,
)


def _copies(words: Words, state: str, pages: int, rp: int) -> Iterable[Cell]:
    row = "inside" if state == "made" else "outside"
    return ((row, "jobs", 1), (row, "pages", pages), (row, "rp", rp))


COPIES = Counted(
    Rows(
        tables="photocopy_job x",
        key="x.id",
        fields={"state": "x.state", "pages": "x.pages", "rp": "x.amount_rp"},
        where="x.state <> 'cancelled'",
        day='x."on"',
        station="x.station_id",
        joins=_PEOPLE,
        at="x.noted_at",
        what="x.number",
        who=_who("borrower"),
        detail="x.sheet",
    ),
    (Count("copies", ("state", "pages", "rp"), _copies),),
)
EBOOKS = Counted(
    Rows(
        tables="ebook_loan x",
        key="x.id",
        fields={"row": "CASE WHEN x.member_id IS NULL THEN 'guest' ELSE 'member' END"},
        where="x.cancelled = 0",
        day="x.lent_on",
        station="x.station_id",
        joins="LEFT JOIN member m ON m.id = x.member_id",
        at="x.lent_at",
        what="x.title",
        who="coalesce(m.full_name, x.reader)",
        detail="x.author",
    ),
    (Count("ebooks", ("row",), lambda _, row: ((row, "n", 1),)),),
)

KINDS = (READING, INTERNET, TAKEN, GIVEN_BACK, COPIES, EBOOKS)
