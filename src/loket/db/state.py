"""`SqlState`: the travelling tables in SQLite, behind the same Protocol as the dict state.

It speaks to the driver's own cursor with SQL texts made once per kind of entity: the hot path of the desk. A row read
in a transaction is remembered, so that a later `put` writes only the columns that changed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, TypeVar, cast

import msgspec

from loket.db.rows import id_bytes, mapper
from loket.domain.entities import (
    Case,
    Charge,
    Entity,
    HandOver,
    Id,
    Item,
    Loan,
    LockerUse,
    Member,
    MemberCard,
    Payment,
    Receipt,
    Waiver,
    key_of,
)
from loket.domain.folding import code_key

E = TypeVar("E", bound=Entity)

OPEN_LOANS = mapper(Loan).select_sql + " WHERE member_id = ? AND \"end\" = 'open' ORDER BY id"
BY_BARCODE = mapper(Item).select_sql + " WHERE barcode_key = ? ORDER BY id"
BY_NO = mapper(Member).select_sql + " WHERE member_no_key = ? ORDER BY id"
BY_IDENTITY = mapper(Member).select_sql + " WHERE identity_index = ? ORDER BY id"
MERGED = mapper(Member).select_sql + " WHERE merged_into = ? ORDER BY id"
OPEN_CHARGES = (
    mapper(Charge).select_sql + " WHERE member_id = ? AND cancelled = 0 AND settled_rp < amount_rp ORDER BY id"
)
LOAN_CHARGES = mapper(Charge).select_sql + " WHERE loan_id = ? ORDER BY id"
CASES_ABOUT = mapper(Case).select_sql + " WHERE entity = ? ORDER BY id"
BY_CARD_CODE = mapper(MemberCard).select_sql + " WHERE code_key = ? ORDER BY id"
CARDS_OF = mapper(MemberCard).select_sql + " WHERE member_id = ? ORDER BY id"
MOVED_LOANS = mapper(Loan).select_sql + " WHERE moved_from = ? ORDER BY id"
MOVED_CHARGES = mapper(Charge).select_sql + " WHERE moved_from = ? ORDER BY id"
CREDITS = mapper(Charge).select_sql + " WHERE member_id = ? AND credit_rp <> 0 ORDER BY id"
BY_NUMBER = mapper(Receipt).select_sql + " WHERE number_key = ? ORDER BY id"
PAYMENTS = mapper(Payment).select_sql + " WHERE receipt_id = ? ORDER BY id"
CHARGE_PAYMENTS = mapper(Payment).select_sql + " WHERE charge_id = ? ORDER BY id"
WAIVERS = mapper(Waiver).select_sql + " WHERE charge_id = ? ORDER BY id"
HAND_OVERS = mapper(HandOver).select_sql + " WHERE remittance_id = ? ORDER BY id"
OPEN_LOCKER = mapper(LockerUse).select_sql + " WHERE locker_id = ? AND \"end\" = 'open' ORDER BY id"
KEEP_BASE = 'INSERT INTO base_row (kind, "key", body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'


class SqlState:
    """State Protocol over one driver connection, inside the caller's transaction.

    `tracked`: kinds of rows whose state before the first change is kept in `base_row`, so that the server's rows can
    be laid under the events that are still on their way to it.
    """

    def __init__(self, driver_connection: Any, tracked: Collection[type[Entity]] = ()) -> None:
        # No cursor is kept: one freed late would reset a statement that the connection has given to another since.
        self._connection = driver_connection
        self._seen: dict[tuple[type[Entity], str], Entity | None] = {}
        self._tracked = tracked
        self._based: set[tuple[type[Entity], str]] = set()

    def get(self, kind: type[E], key: str) -> E | None:
        place = (kind, key)
        if place in self._seen:
            return cast("E | None", self._seen[place])
        map_ = mapper(kind)
        row = self._connection.execute(map_.get_sql, (map_.key_value(key),)).fetchone()
        if row is None:
            self._seen[place] = None
            return None
        return self._remember(map_.entity(row))

    def put(self, entity: Entity) -> None:
        kind, key = type(entity), key_of(entity)
        map_ = mapper(kind)
        self._keep_base(kind, key)
        old = self._seen.get((kind, key))
        if old is None:
            self._connection.execute(map_.upsert_sql, map_.values(entity))
        elif (change := map_.changed(old, entity)) is not None:
            sql, values = change
            self._connection.execute(sql, [*values, map_.key_value(key)])
        self._seen[(kind, key)] = entity

    def drop(self, kind: type[Entity], key: str) -> None:
        map_ = mapper(kind)
        self._keep_base(kind, key)
        self._seen[(kind, key)] = None
        self._connection.execute(map_.drop_sql, (map_.key_value(key),))

    def forget(self) -> None:
        """Let go of remembered rows; for long imports, which would otherwise hold the whole library in memory."""
        self._seen.clear()
        self._based.clear()

    def _keep_base(self, kind: type[Entity], key: str) -> None:
        if kind not in self._tracked or (kind, key) in self._based:
            return
        before = self.get(kind, key)
        self._connection.execute(KEEP_BASE, (mapper(kind).table, key, None if before is None else packed(before)))
        self._based.add((kind, key))

    def open_loans(self, member_id: Id) -> Sequence[Loan]:
        return self._found(Loan, OPEN_LOANS, id_bytes(member_id))

    def items_with_barcode(self, barcode: str) -> Sequence[Item]:
        return self._found(Item, BY_BARCODE, code_key(barcode))

    def members_with_no(self, member_no: str) -> Sequence[Member]:
        return self._found(Member, BY_NO, code_key(member_no))

    def members_with_identity(self, identity_index: bytes) -> Sequence[Member]:
        return self._found(Member, BY_IDENTITY, identity_index)

    def members_merged_into(self, member_id: Id) -> Sequence[Member]:
        return self._found(Member, MERGED, id_bytes(member_id))

    def open_charges(self, member_id: Id) -> Sequence[Charge]:
        return self._found(Charge, OPEN_CHARGES, id_bytes(member_id))

    def charges_of_loan(self, loan_id: Id) -> Sequence[Charge]:
        return self._found(Charge, LOAN_CHARGES, id_bytes(loan_id))

    def cases_about(self, entity: str) -> Sequence[Case]:
        return self._found(Case, CASES_ABOUT, entity)

    def cards_with_code(self, code: str) -> Sequence[MemberCard]:
        return self._found(MemberCard, BY_CARD_CODE, code_key(code))

    def cards_of(self, member_id: Id) -> Sequence[MemberCard]:
        return self._found(MemberCard, CARDS_OF, id_bytes(member_id))

    def loans_moved_from(self, member_id: Id) -> Sequence[Loan]:
        return self._found(Loan, MOVED_LOANS, id_bytes(member_id))

    def charges_moved_from(self, member_id: Id) -> Sequence[Charge]:
        return self._found(Charge, MOVED_CHARGES, id_bytes(member_id))

    def credits_of(self, member_id: Id) -> Sequence[Charge]:
        return self._found(Charge, CREDITS, id_bytes(member_id))

    def receipts_with_number(self, number: str) -> Sequence[Receipt]:
        return self._found(Receipt, BY_NUMBER, code_key(number))

    def payments_of(self, receipt_id: Id) -> Sequence[Payment]:
        return self._found(Payment, PAYMENTS, id_bytes(receipt_id))

    def payments_of_charge(self, charge_id: Id) -> Sequence[Payment]:
        return self._found(Payment, CHARGE_PAYMENTS, id_bytes(charge_id))

    def waivers_of(self, charge_id: Id) -> Sequence[Waiver]:
        return self._found(Waiver, WAIVERS, id_bytes(charge_id))

    def hand_overs_of(self, remittance_id: Id) -> Sequence[HandOver]:
        return self._found(HandOver, HAND_OVERS, id_bytes(remittance_id))

    def open_locker_uses(self, locker_id: Id) -> Sequence[LockerUse]:
        return self._found(LockerUse, OPEN_LOCKER, id_bytes(locker_id))

    def _found(self, kind: type[E], sql: str, value: Any) -> list[E]:
        map_ = mapper(kind)
        return [self._remember(map_.entity(row)) for row in self._connection.execute(sql, (value,)).fetchall()]

    def _remember(self, entity: E) -> E:
        self._seen[(type(entity), key_of(entity))] = entity
        return entity


def packed(entity: Entity) -> bytes:
    """A row in few bytes: its values in the order of the entity's fields."""
    return msgspec.msgpack.encode(mapper(type(entity)).own_values(entity))


def unpacked(kind: type[E], body: bytes) -> E:
    """The row again. Fields that were added since it was packed have their defaults."""
    return mapper(kind).entity(msgspec.msgpack.decode(body))
