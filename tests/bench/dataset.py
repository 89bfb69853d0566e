"""The libraries that are measured: an invented one of ten thousand members, and one of a million.

A library is founded as the first-run assistant founds one; members, titles, copies and loans are then put straight
into their tables, because a million events would take an hour. Only the journal is shorter than a real one's: it grows
at its end and is looked up by key, so its length is not what the desk waits for.

Seeded: one size and one schema always give the same rows. The file is kept below `out/bench` and used again until the
schema or this module changes.
"""

from __future__ import annotations

import hashlib
import math
import random
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from fakes import KEY, OPENS, TODAY, new_desk
from sqlcipher3 import dbapi2

from loket.db.keys import DATABASE_FILE, KEY_FILE, write_key_check
from loket.db.migration_steps import m0001_core
from loket.db.migrations import LATEST
from loket.db.rows import mapper, to_ms
from loket.devices import resources
from loket.domain import events as e
from loket.domain.entities import Biblio, ClosedDay, Entity, Id, Item, Loan, LoanEnd, LoanPolicy, Member
from loket.domain.folding import fold, member_search, name_words, title_search
from loket.domain.policy import DEFAULT_POLICY
from loket.domain.settings import DEFAULTS
from loket.importing import example
from loket.importing.records import BiblioRecord, ItemRecord, MemberRecord

VERSION = 1
BATCH = 2_000
POOL = 100_000  # so many people and titles are drawn one by one; a larger library repeats them with other numbers
YEARS_DAYS = 5 * 365
OPEN_EVERY = 10  # one copy in ten is on loan
OPEN_WITHIN_DAYS = 6  # so most open loans are not due yet …
LATE_SHARE = 0.06  # … and these went out up to two months ago
_FIRST = datetime.combine(TODAY, OPENS, UTC) - timedelta(days=YEARS_DAYS)
_SPREAD = 0x9E3779B97F4A7C15
_LOW = (1 << 62) - 1
MEMBER_TAG, BIBLIO_TAG, ITEM_TAG, LOAN_TAG = 1, 2, 3, 4

Batch = tuple[type[Entity], list[tuple[Any, ...]]]
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Size:
    """How big a library is. `calls` is how often each operation is measured on it."""

    name: str
    members: int
    titles: int
    items: int
    loans: int
    calls: int
    seed: int = 2026

    @property
    def code(self) -> str:
        """Names the file: another size, schema or version of this module gives another one."""
        folded = (
            member_search("Dra. Hj. Ça'im-Xi S.Pd", "P/26-1", "+62 812-0000"),
            title_search("Ça-i", ("X, Y",), "97-8"),
        )
        counts = self.members, self.titles, self.items, self.loans, self.seed
        parts = (VERSION, LATEST, m0001_core.STATEMENTS, folded, counts)
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:10]


KECIL = Size("kecil", 10_000, 20_000, 40_000, 50_000, calls=300)
BESAR = Size("besar", 1_000_000, 2_000_000, 2_000_000, 5_000_000, calls=400)
SIZES = {size.name: size for size in (KECIL, BESAR)}


def prepared(size: Size, root: Path, tell: Tell, *, fresh: bool = False) -> Path:
    """The data folder of this library, as LOKET_HOME would name it; built when it is missing. `tell` hears how far."""
    home = root / f"{size.name}-{size.code}"
    if fresh or not (home / DATABASE_FILE).exists():
        for old in root.glob(f"{size.name}-*"):
            shutil.rmtree(old)
        began = time.monotonic()
        part = root / f"{size.name}-{size.code}.part"
        part.mkdir(parents=True)
        build(size, part, tell)
        part.rename(home)
        tell(f"{size.name}: dibuat dalam {time.monotonic() - began:.0f} s, {_size_mb(home):,.0f} MB")
    return home


def build(size: Size, folder: Path, tell: Tell) -> None:
    """Found a library in this empty folder and fill it."""
    _found(folder)
    connection = _building(folder / DATABASE_FILE)
    held = _without_indexes(connection)
    on_loan = _fill(connection, size, tell)
    for number, (kind, rows) in enumerate(_batched(Loan, _loans(size, on_loan))):
        connection.executemany(_insert_sql(kind), rows)
        if number % 250 == 0:
            tell(f"{size.name}: {number * BATCH:,} Loan")
    for name, sql in held:
        tell(f"{size.name}: {name}")
        connection.execute(sql)
    for table in ("member_search", "biblio_search"):
        tell(f"{size.name}: {table}")
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode = WAL").fetchall()
    connection.close()


def _found(folder: Path) -> None:
    """The library before its first member: rules such as a library has, and a key file that opens the window too."""
    desk = new_desk(folder)
    dated = tuple(ClosedDay(TODAY + timedelta(days=40 + 9 * n), f"Libur contoh {n + 1}") for n in range(60))
    with desk.action() as act:
        for kind in DEFAULTS.member_types:
            act.record(e.PolicyAdopted(LoanPolicy(act.new_id(), member_type=kind)))
        act.record(e.ClosedDaysDeclared(dated))
    desk.database.close()
    (folder / KEY_FILE).write_text(KEY.hex() + "\n", encoding="ascii")
    (folder / KEY_FILE).chmod(0o600)
    write_key_check(folder / DATABASE_FILE, KEY)


def _building(path: Path) -> Any:
    """One big transaction without any safety: a file that was not finished is thrown away."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    for pragma in (
        f"key = \"x'{KEY.hex()}'\"",
        "journal_mode = DELETE",
        "journal_mode = OFF",
        "synchronous = OFF",
        "cache_size = -400000",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("BEGIN EXCLUSIVE")
    return connection


_FILLED = ("member", "biblio", "item", "loan")


def _without_indexes(connection: Any) -> list[tuple[str, str]]:
    """Take indexes and triggers off the tables to be filled. Returns (name, SQL) to make them again afterwards."""
    marks = ", ".join("?" * len(_FILLED))
    held: list[tuple[str, str]] = connection.execute(
        f"SELECT name, sql, type FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL "
        f"AND tbl_name IN ({marks}) ORDER BY type, name",
        _FILLED,
    ).fetchall()
    for name, _sql, kind in held:
        connection.execute(f"DROP {kind} {name}")
    return [(name, sql) for name, sql, _kind in held]


def _insert_sql(kind: type[Entity]) -> str:
    map_ = mapper(kind)
    columns = ", ".join(f'"{name}"' for name in (*map_.names, *map_.derived))
    return f'INSERT INTO "{map_.table}" ({columns}) VALUES ({", ".join("?" * (len(map_.names) + len(map_.derived)))})'


# ---- filling ------------------------------------------------------------------------------------------------------


@dataclass
class _OnLoan:
    """Which copy belongs to which title, and which copies are out: what the loans are drawn from."""

    titles: bytearray
    out: list[int]


def _fill(connection: Any, size: Size, tell: Tell) -> _OnLoan:
    """Insert members, titles and copies as their producers make them."""
    found = _OnLoan(bytearray(), [])
    done: dict[str, int] = {}
    last = time.monotonic()
    map_ = mapper(Item)
    title_at, loan_at = map_.names.index("biblio_id"), map_.names.index("loan_id")
    for kind, rows in _produced(size):
        connection.executemany(_insert_sql(kind), rows)
        if kind is Item:
            for row in rows:
                if row[loan_at] is not None:
                    found.out.append(len(found.titles) // 16)
                found.titles += row[title_at]
        done[kind.__name__] = done.get(kind.__name__, 0) + len(rows)
        if time.monotonic() - last > 5:
            last = time.monotonic()
            tell(f"{size.name}: " + ", ".join(f"{count:,} {name}" for name, count in sorted(done.items())))
    return found


def _produced(size: Size) -> Iterator[Batch]:
    yield from _batched(Member, _member_rows(size))
    yield from _title_batches(size)


def _batched(kind: type[Entity], rows: Iterable[tuple[Any, ...]]) -> Iterator[Batch]:
    source = iter(rows)
    while batch := list(islice(source, BATCH)):
        yield kind, batch


def _words() -> example.Words:
    return example.load_words(resources.path("example"))


# ---- members ------------------------------------------------------------------------------------------------------


def _member_rows(size: Size) -> Iterator[tuple[Any, ...]]:
    """People of the example; past POOL the same people again with other keys, numbers and phones: namesakes."""
    map_ = mapper(Member)
    columns = (*map_.names, *map_.derived)
    id_at, no_at, phone_at, key_at, search_at = map(columns.index, ("id", "member_no", "phone", *map_.derived))
    pool: list[tuple[list[Any], str]] = []
    for number, record in enumerate(example.members(min(size.members, POOL), size.seed, TODAY, _words())):
        member = _member(number, record, size)
        row = map_.values(member)
        yield tuple(row)
        pool.append((row, " ".join(name_words(member.full_name))))
    for number in range(POOL, size.members):
        base, name = pool[number * 7919 % POOL]
        row = base.copy()
        member_no = f"{base[no_at][:6]}{number % 100_000:05d}{number // 100_000}"
        digits = f"{81200000000 + number % 10_000 * 7 % 10_000}"
        row[id_at] = _id_bytes(MEMBER_TAG, number, size.members)
        row[no_at] = row[key_at] = member_no
        row[phone_at] = f"0{digits[:3]}-{digits[3:7]}-{digits[7:]}" if base[phone_at] else ""
        row[search_at] = f"{name} {member_no} 62{digits} {digits}" if base[phone_at] else f"{name} {member_no}"
        yield tuple(row)


def _member(number: int, record: MemberRecord, size: Size) -> Member:
    return Member(
        id=_id(MEMBER_TAG, number, size.members),
        member_no=record.member_no,
        full_name=record.full_name,
        member_type=record.member_type.casefold(),
        sex=record.sex,
        birth_on=record.birth_on,
        birth_place=record.birth_place,
        phone=record.phone,
        email=record.email,
        address=record.address,
        institution=record.institution,
        education=record.education,
        job=record.job,
        registered_on=record.registered_on,
        valid_until=record.valid_until,
    )


# ---- titles and copies --------------------------------------------------------------------------------------------


def _title_batches(size: Size) -> Iterator[Batch]:
    """Titles and their copies, a batch of each in turn; past POOL further volumes of the same titles."""
    titles: list[tuple[Any, ...]] = []
    items: list[tuple[Any, ...]] = []
    for biblio, copies in _titles(size):
        titles.append(biblio)
        items += copies
        if len(titles) >= BATCH:
            yield Biblio, titles
            yield Item, items
            titles, items = [], []
    yield Biblio, titles
    yield Item, items


def _titles(size: Size) -> Iterator[tuple[tuple[Any, ...], list[tuple[Any, ...]]]]:
    map_, item_map = mapper(Biblio), mapper(Item)
    first, first_items = min(size.titles, POOL), size.items * min(size.titles, POOL) // size.titles
    pool: list[tuple[list[Any], str, list[list[Any]]]] = []
    made = 0
    for number, record in enumerate(example.biblios(first, first_items, size.seed, _words())):
        biblio = _biblio(number, record, size)
        row = map_.values(biblio)
        copies = [item_map.values(_item(made + n, copy, biblio.id, size)) for n, copy in enumerate(record.items)]
        made += len(copies)
        yield tuple(row), [tuple(copy) for copy in copies]
        pool.append((row, fold(" ".join(biblio.authors)), copies))
    for number in range(POOL, size.titles):
        base, authors, base_copies = pool[number * 7919 % POOL]
        volume = number // POOL + 1
        row = _further_volume(base, authors, number, volume, size)
        again = [_further_copy(copy, row[0], made + n, size) for n, copy in enumerate(base_copies)]
        made += len(again)
        yield tuple(row), again


def _further_volume(base: list[Any], authors: str, number: int, volume: int, size: Size) -> list[Any]:
    row = base.copy()
    row[0] = _id_bytes(BIBLIO_TAG, number, size.titles)
    row[_TITLE] = f"{base[_TITLE]} Seri {volume}"
    row[_ISBN] = example.isbn13(number) if base[_ISBN] else ""
    row[_SOURCE_KEY] = f"CONTOH{number + 1:07d}"
    row[_TITLE_KEY] = f"{base[_TITLE_KEY]} seri {volume}"
    row[_SEARCH] = f"{row[_TITLE_KEY]} {authors} {row[_ISBN]}".strip()
    return row


_BIBLIO_COLUMNS = (*mapper(Biblio).names, *mapper(Biblio).derived)
_TITLE, _ISBN, _SOURCE_KEY, _TITLE_KEY, _SEARCH = map(
    _BIBLIO_COLUMNS.index, ("title", "isbn", "source_key", "title_key", "search")
)
_ITEM_COLUMNS = (*mapper(Item).names, *mapper(Item).derived)
_BARCODE, _BARCODE_KEY, _KIND, _LOAN_ID, _BIBLIO_ID = map(
    _ITEM_COLUMNS.index, ("barcode", "barcode_key", "collection_kind", "loan_id", "biblio_id")
)


def _further_copy(base: list[Any], biblio_id: bytes, number: int, size: Size) -> tuple[Any, ...]:
    row = base.copy()
    row[0], row[_BIBLIO_ID] = _id_bytes(ITEM_TAG, number, size.items), biblio_id
    row[_BARCODE], row[_BARCODE_KEY] = f"B{number + 1:06d}", f"b{number + 1:06d}"
    row[_LOAN_ID] = bytes.fromhex(_open_loan_id(number, size)) if _is_out(number, base[_KIND]) else None
    return tuple(row)


def _biblio(number: int, record: BiblioRecord, size: Size) -> Biblio:
    return Biblio(
        id=_id(BIBLIO_TAG, number, size.titles),
        title=record.title,
        responsibility=record.responsibility,
        authors=record.authors,
        edition=record.edition,
        isbn=record.isbn,
        publisher=record.publisher,
        publish_place=record.publish_place,
        publish_year=record.publish_year,
        collation=record.collation,
        series=record.series,
        call_number=record.call_number,
        ddc_class=record.ddc_class,
        language=record.language,
        material=record.material,
        subjects=record.subjects,
        source_key=record.source_key,
    )


def _item(number: int, record: ItemRecord, biblio_id: Id, size: Size) -> Item:
    kind = record.collection_kind.casefold()
    return Item(
        id=_id(ITEM_TAG, number, size.items),
        biblio_id=biblio_id,
        barcode=record.barcode,
        accession_no=record.accession_no,
        call_number=record.call_number,
        collection_kind=kind,
        location=record.location,
        price_rp=record.price_rp,
        source=record.source,
        received_on=record.received_on,
        loan_id=_open_loan_id(number, size) if _is_out(number, kind) else None,
    )


def _is_out(number: int, kind: str) -> bool:
    return number % OPEN_EVERY == OPEN_EVERY - 1 and kind not in DEFAULTS.never_lent


# ---- loans --------------------------------------------------------------------------------------------------------


def _loans(size: Size, on_loan: _OnLoan) -> Iterator[tuple[Any, ...]]:
    """Loans of five years that ended, then those of the copies that are out; in order of their keys."""
    dice = random.Random(f"pinjaman:{size.seed}")
    roll = dice.random
    names = mapper(Loan).names
    assert names == _LOAN_COLUMNS, names
    policy = bytes.fromhex(DEFAULT_POLICY.id)
    ended = max(0, size.loans - len(on_loan.out))
    first_ms, day_ms = to_ms(_FIRST), 86_400_000
    span_ms = (YEARS_DAYS - 30) * day_ms
    days = [(TODAY - timedelta(days=YEARS_DAYS - n)).isoformat() for n in range(YEARS_DAYS + 120)]
    for number in range(ended):
        item, member = int(roll() * size.items), int(roll() * size.members)
        lent_ms = first_ms + number * span_ms // ended
        day = (lent_ms - first_ms) // day_ms
        kept = 1 + int(roll() * 9)
        yield (
            _id_bytes(LOAN_TAG, number, size.loans + size.items),
            _id_bytes(MEMBER_TAG, member, size.members),
            _id_bytes(ITEM_TAG, item, size.items),
            bytes(on_loan.titles[item * 16 : item * 16 + 16]),
            policy,
            days[day],
            lent_ms,
            days[day + 7],
            0,
            LoanEnd.RETURNED.value,
            days[day + kept],
            lent_ms + kept * day_ms,
        )
    borrowers = _borrowers(size, roll)
    for item in on_loan.out:
        day = YEARS_DAYS - int(roll() * (60 if roll() < LATE_SHARE else OPEN_WITHIN_DAYS)) - 1
        yield (
            bytes.fromhex(_open_loan_id(item, size)),
            _id_bytes(MEMBER_TAG, next(borrowers), size.members),
            _id_bytes(ITEM_TAG, item, size.items),
            bytes(on_loan.titles[item * 16 : item * 16 + 16]),
            policy,
            days[day],
            first_ms + day * day_ms,
            days[day + 7],
            0,
            LoanEnd.OPEN.value,
            None,
            None,
        )


_LOAN_COLUMNS = (
    "id",
    "member_id",
    "item_id",
    "biblio_id",
    "policy_id",
    "lent_on",
    "lent_at",
    "due_on",
    "renewals",
    "end",
    "ended_on",
    "ended_at",
)


def _borrowers(size: Size, roll: Callable[[], float]) -> Iterator[int]:
    """Members all over the range, one or two loans each, round and round: a small library reads a lot."""
    step = max(1, int(size.members * 0.618)) | 1
    while math.gcd(step, size.members) > 1:
        step += 2
    number = 0
    while True:
        yield number
        if roll() < 0.4:
            yield number
        number = (number + step) % size.members


# ---- keys ---------------------------------------------------------------------------------------------------------


def _id_bytes(tag: int, number: int, of: int) -> bytes:
    """A UUIDv7 such as was made when the `number`th of `of` rows came, in even steps over five years."""
    ms = to_ms(_FIRST) + number * YEARS_DAYS * 86_400_000 // of
    low = (number * _SPREAD ^ tag * 0x5851F42D4C957F2D) & _LOW
    return (ms << 80 | 7 << 76 | (low & 0xFFF) << 64 | 0b10 << 62 | low).to_bytes(16, "big")


def _id(tag: int, number: int, of: int) -> Id:
    return Id(_id_bytes(tag, number, of).hex())


def _open_loan_id(item: int, size: Size) -> Id:
    return _id(LOAN_TAG, size.loans + item, size.loans + size.items)


def _size_mb(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.iterdir()) / 1e6
