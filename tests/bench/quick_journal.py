"""A counter's journal made quickly: events as a desk would record them, sealed into batches without a database.

The mix is that of a public library's busy desk: loans and returns, now and then a renewal, visitors, somebody new.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from random import Random
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace as with_fields

from bench.library import RunningClock
from bench.rows import people_and_books
from bench.size import Size
from loket.db import codec
from loket.db.journal import GENESIS
from loket.db.rows import id_bytes, mapper, to_ms
from loket.devices.clock import UuidV7Ids
from loket.domain import events as e
from loket.domain.entities import Biblio, Id, Item, Member
from loket.domain.policy import DEFAULT_POLICY
from loket.sync import wire
from loket.sync.account import Account

MIX = {"lend": 46, "take_back": 43, "renew": 4, "visit": 5, "register": 1, "move": 1}


class Stream:
    """One stream of a counter, from its beginning."""

    def __init__(self, account: Account, clock: RunningClock, offset_min: int) -> None:
        self._account, self._clock, self._offset_min = account, clock, offset_min
        self._key = Ed25519PrivateKey.from_private_bytes(account.private_key)
        self._ids = UuidV7Ids()
        self._id = id_bytes(self._ids.new())
        self._seq, self._hash = 0, GENESIS
        self._opened_at = to_ms(clock.now())

    def batches(self, events: Iterable[e.Event], size: int = wire.BATCH_EVENTS) -> Iterator[wire.Batch]:
        """Signed batches, each with the clock as it stands when it is asked for."""
        source = iter(events)
        while some := list(islice(source, size)):
            yield self._batch([self._sealed(event) for event in some])

    def _sealed(self, event: e.Event) -> wire.WireEvent:
        body, personal = codec.encode(event)
        salt = bytes(16) if personal is not None else None
        now_ms = to_ms(self._clock.now())
        return wire.WireEvent(
            event_id=id_bytes(self._ids.new()),
            type=type(event).__name__,
            version=type(event).version,
            began_ms=now_ms,
            done_ms=now_ms,
            business_on=_local(self._clock.now(), self._offset_min).date().isoformat(),
            utc_offset_min=self._offset_min,
            station_id=id_bytes(self._account.station_id),
            operator_id=None,
            boot_id=self._clock.boot_id,
            mono_ms=self._clock.mono_ms(),
            clock_quality="server_synced",
            body=body.decode(),
            personal=personal,
            personal_salt=salt,
            personal_commit=None if personal is None or salt is None else hashlib.sha256(salt + personal).digest(),
        )

    def _batch(self, events: list[wire.WireEvent]) -> wire.Batch:
        previous, first = self._hash, self._seq + 1
        self._hash = wire.chain(self._id, first, previous, events)[-1]
        self._seq += len(events)
        batch = wire.Batch(
            library_id=id_bytes(self._account.library_id),
            station_id=id_bytes(self._account.station_id),
            stream_id=self._id,
            from_seq=first,
            prev_hash=previous,
            to_hash=self._hash,
            events=events,
            clock=wire.ClockReading(to_ms(self._clock.now()), self._clock.mono_ms(), self._clock.boot_id),
            head=wire.StreamHead(self._id, self._seq, self._hash, 0, "enrolled", self._opened_at),
        )
        return with_fields(batch, signature=self._key.sign(wire.signed_part(batch)))


def _local(moment: datetime, offset_min: int) -> datetime:
    return moment + timedelta(minutes=offset_min)


class Stock:
    """Members and copies of a library of this size, as events that bring them, and what happened to them since."""

    def __init__(self, size: Size, clock: RunningClock, offset_min: int) -> None:
        self._size, self._clock, self._offset_min = size, clock, offset_min
        self._random, self._ids = Random(size.seed), UuidV7Ids()
        self._members: list[Id] = []
        self._free: list[tuple[Id, Id]] = []  # copy, title
        self._out: list[tuple[Id, Id, Id, Id, int]] = []  # loan, member, copy, title, renewals
        self._seen: dict[Id, datetime] = {}
        self._places: dict[Id, str] = {}

    def arriving(self) -> Iterator[e.Event]:
        """All of the library's people, titles and copies."""
        for kind, rows in people_and_books(self._size):
            map_ = mapper(kind)
            for row in rows:
                yield self._brought(map_.entity(row[: len(map_.names)]))

    def _brought(self, entity: Any) -> e.Event:
        if isinstance(entity, Member):
            self._members.append(entity.id)
            person = e.Person(entity.full_name, entity.sex, phone=entity.phone, address=entity.address)
            known = (entity.id, entity.member_no, entity.member_type, entity.registered_on, entity.valid_until)
            return e.MemberRegistered(*known, person=person)
        if isinstance(entity, Biblio):
            return e.BiblioAdded(entity)
        item: Item = replace(entity, loan_id=None)
        self._free.append((item.id, item.biblio_id))
        self._places[item.id] = item.location
        return e.ItemAdded(item)

    def days_work(self, count: int) -> Iterator[e.Event]:
        """So many events at the desk."""
        kinds, weights = list(MIX), list(MIX.values())
        for _ in range(count):
            kind = self._random.choices(kinds, weights)[0]
            if kind in ("take_back", "renew") and not self._out:
                kind = "lend"
            elif kind == "lend" and not self._free:
                kind = "take_back"
            yield getattr(self, f"_{kind}")()

    def _lend(self) -> e.Event:
        item_id, biblio_id = self._drawn(self._free)
        loan_id, member_id = self._ids.new(), self._random.choice(self._members)
        self._out.append((loan_id, member_id, item_id, biblio_id, 0))
        on, seen = self._today, self._seen.get(item_id)
        self._seen[item_id] = self._clock.now()
        due, policy = on + timedelta(days=7), DEFAULT_POLICY.id
        return e.ItemLent(loan_id, member_id, item_id, biblio_id, policy, on, due, 1_000, item_seen_at=seen)

    def _take_back(self) -> e.Event:
        loan_id, member_id, item_id, biblio_id, _ = self._drawn(self._out)
        self._free.append((item_id, biblio_id))
        self._seen[item_id] = self._clock.now()
        return e.ItemReturned(loan_id, item_id, member_id, self._today)

    def _renew(self) -> e.Event:
        loan_id, member_id, item_id, biblio_id, renewals = self._drawn(self._out)
        self._out.append((loan_id, member_id, item_id, biblio_id, renewals + 1))
        self._seen[item_id] = self._clock.now()
        was = self._today + timedelta(days=7 + renewals)
        return e.LoanRenewed(loan_id, was + timedelta(days=1), was, renewals + 1)

    def _visit(self) -> e.Event:
        member_id = self._random.choice(self._members)
        return e.VisitRecorded(self._ids.new(), "member", self._clock.now(), self._today, "membaca", member_id)

    def _register(self) -> e.Event:
        member_id = self._ids.new()
        self._members.append(member_id)
        person = e.Person("Anggota Baru Contoh", phone="0000 000000", address="Jalan Contoh 2")
        return e.MemberRegistered(member_id, f"N-{member_id}", "umum", self._today, person=person)

    def moves(self, count: int) -> Iterator[e.Event]:
        """So many copies that are not out, each once, get another shelf."""
        for item_id, _ in islice(self._free, count):
            yield self._moved(item_id)

    def _move(self) -> e.Event:
        item_id, _ = self._random.choice(self._free or [out[2:4] for out in self._out])
        return self._moved(item_id)

    def _moved(self, item_id: Id) -> e.Event:
        was, place = self._places.get(item_id, ""), f"Rak {self._random.randrange(10_000)}"
        self._places[item_id] = place
        return e.ItemChanged(item_id, {"location": place}, {"location": was})

    def _drawn(self, held: list[Any]) -> Any:
        """One at random, taken out."""
        at = self._random.randrange(len(held))
        held[at], held[-1] = held[-1], held[at]
        return held.pop()

    @property
    def _today(self) -> Any:
        return _local(self._clock.now(), self._offset_min).date()
