"""The rows of a measured library: invented members, titles, copies and loans, as the desk would store them.

Seeded: one size always gives the same rows, in the order of their keys.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from fakes import OPENS, TODAY

from bench.size import Size
from loket.db.rows import mapper, to_ms
from loket.devices import resources
from loket.domain.entities import Biblio, Entity, Id, Item, Loan, LoanEnd, Member
from loket.domain.folding import fold, name_words
from loket.domain.policy import DEFAULT_POLICY
from loket.domain.settings import DEFAULTS
from loket.importing import example
from loket.importing.records import BiblioRecord, ItemRecord, MemberRecord

BATCH = 2_000
POOL = 100_000  # so many people and titles are drawn one by one; a larger library repeats them with other numbers
YEARS_DAYS = 5 * 365
OPEN_EVERY = 10  # one copy in ten is on loan
OPEN_WITHIN_DAYS = 6  # so most open loans are not due yet …
LATE_SHARE = 0.06  # … and these went out up to two months ago
DAY_MS = 86_400_000
_FIRST_MS = to_ms(datetime.combine(TODAY, OPENS, UTC) - timedelta(days=YEARS_DAYS))
_SPREAD = 0x9E3779B97F4A7C15
_LOW = (1 << 62) - 1
MEMBER_TAG, BIBLIO_TAG, ITEM_TAG, LOAN_TAG = 1, 2, 3, 4

Row = tuple[Any, ...]
Batch = tuple[type[Entity], list[Row]]


@dataclass
class OnLoan:
    """Which copy belongs to which title, and which copies are out: what the loans are drawn from."""

    titles: bytearray = field(default_factory=bytearray)  # 16 bytes for each copy
    out: list[int] = field(default_factory=list)

    def note(self, copies: list[Row]) -> None:
        for row in copies:
            if row[_LOAN_ID] is not None:
                self.out.append(len(self.titles) // 16)
            self.titles += row[_BIBLIO_ID]

    def title_of(self, copy: int) -> bytes:
        return bytes(self.titles[copy * 16 : copy * 16 + 16])


def people_and_books(size: Size) -> Iterator[Batch]:
    """Batches of members, then of titles and their copies in turn."""
    yield from batched(Member, _member_rows(size))
    yield from _title_batches(size)


def loan_batches(size: Size, on_loan: OnLoan) -> Iterator[Batch]:
    """Loans of five years that ended, then those of the copies that are out."""
    if mapper(Loan).names != _LOAN_COLUMNS:
        raise RuntimeError(f"the columns of loans changed: {mapper(Loan).names}")
    dice = random.Random(f"pinjaman:{size.seed}")
    yield from batched(Loan, _ended_loans(size, on_loan, dice.random))
    yield from batched(Loan, _open_loans(size, on_loan, dice.random))


def batched(kind: type[Entity], rows: Iterable[Row]) -> Iterator[Batch]:
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


def _ended_loans(size: Size, on_loan: OnLoan, roll: Callable[[], float]) -> Iterator[Row]:
    policy, days = bytes.fromhex(DEFAULT_POLICY.id), _days()
    ended = max(0, size.loans - len(on_loan.out))
    span_ms = (YEARS_DAYS - 30) * DAY_MS
    for number in range(ended):
        item, member = int(roll() * size.items), int(roll() * size.members)
        since_ms = number * span_ms // ended
        day, kept = since_ms // DAY_MS, 1 + int(roll() * 9)
        yield (
            _id_bytes(LOAN_TAG, number, size.loans + size.items),
            _id_bytes(MEMBER_TAG, member, size.members),
            _id_bytes(ITEM_TAG, item, size.items),
            on_loan.title_of(item),
            policy,
            days[day],
            _FIRST_MS + since_ms,
            days[day + 7],
            0,
            LoanEnd.RETURNED.value,
            days[day + kept],
            _FIRST_MS + since_ms + kept * DAY_MS,
            *_FROM_NOBODY,
        )


def _open_loans(size: Size, on_loan: OnLoan, roll: Callable[[], float]) -> Iterator[Row]:
    policy, days = bytes.fromhex(DEFAULT_POLICY.id), _days()
    for item, member in zip(on_loan.out, _borrowers(size, roll), strict=False):
        day = YEARS_DAYS - int(roll() * (60 if roll() < LATE_SHARE else OPEN_WITHIN_DAYS)) - 1
        yield (
            bytes.fromhex(_open_loan_id(item, size)),
            _id_bytes(MEMBER_TAG, member, size.members),
            _id_bytes(ITEM_TAG, item, size.items),
            on_loan.title_of(item),
            policy,
            days[day],
            _FIRST_MS + day * DAY_MS,
            days[day + 7],
            0,
            LoanEnd.OPEN.value,
            None,
            None,
            *_FROM_NOBODY,
        )


def _days() -> list[str]:
    """Every date of the five years and a little after, as stored."""
    return [(TODAY - timedelta(days=YEARS_DAYS - n)).isoformat() for n in range(YEARS_DAYS + 120)]


_FROM_NOBODY = (None, None, None, None)  # station, operator, merged into, moved from
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
    "station_id",
    "operator_id",
    "merged_into",
    "moved_from",
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
    ms = _FIRST_MS + number * YEARS_DAYS * DAY_MS // of
    low = (number * _SPREAD ^ tag * 0x5851F42D4C957F2D) & _LOW
    return (ms << 80 | 7 << 76 | (low & 0xFFF) << 64 | 0b10 << 62 | low).to_bytes(16, "big")


def _id(tag: int, number: int, of: int) -> Id:
    return Id(_id_bytes(tag, number, of).hex())


def _open_loan_id(item: int, size: Size) -> Id:
    return _id(LOAN_TAG, size.loans + item, size.loans + size.items)
