"""`SqlState`: the travelling tables in SQLite, behind the same Protocol as the dict state.

It speaks to the driver's own cursor with SQL texts made once per kind of entity: the hot path of the desk. A row read
in a transaction is remembered, so that a later `put` writes only the columns that changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from loket.db.rows import id_bytes, mapper
from loket.domain.entities import Charge, Entity, Id, Item, Loan, Member, key_of
from loket.domain.folding import code_key

E = TypeVar("E", bound=Entity)

OPEN_LOANS = mapper(Loan).select_sql + " WHERE member_id = ? AND \"end\" = 'open' ORDER BY id"
BY_BARCODE = mapper(Item).select_sql + " WHERE barcode_key = ? ORDER BY id"
BY_NO = mapper(Member).select_sql + " WHERE member_no_key = ? ORDER BY id"
BY_IDENTITY = mapper(Member).select_sql + " WHERE identity_index = ? ORDER BY id"
OPEN_CHARGES = (
    mapper(Charge).select_sql + " WHERE member_id = ? AND cancelled = 0 AND settled_rp < amount_rp ORDER BY id"
)
LOAN_CHARGES = mapper(Charge).select_sql + " WHERE loan_id = ? ORDER BY id"


class SqlState:
    """State Protocol over one driver connection, inside the caller's transaction."""

    def __init__(self, driver_connection: Any) -> None:
        # No cursor is kept: one freed late would reset a statement that the connection has given to another since.
        self._connection = driver_connection
        self._seen: dict[tuple[type[Entity], str], Entity] = {}

    def get(self, kind: type[E], key: str) -> E | None:
        seen = self._seen.get((kind, key))
        if seen is not None:
            return seen  # type: ignore[return-value]
        map_ = mapper(kind)
        row = self._connection.execute(map_.get_sql, (map_.key_value(key),)).fetchone()
        return None if row is None else self._remember(map_.entity(row))

    def put(self, entity: Entity) -> None:
        kind, key = type(entity), key_of(entity)
        map_ = mapper(kind)
        old = self._seen.get((kind, key))
        if old is None:
            self._connection.execute(map_.upsert_sql, map_.values(entity))
        elif (change := map_.changed(old, entity)) is not None:
            sql, values = change
            self._connection.execute(sql, [*values, map_.key_value(key)])
        self._seen[(kind, key)] = entity

    def drop(self, kind: type[Entity], key: str) -> None:
        map_ = mapper(kind)
        self._seen.pop((kind, key), None)
        self._connection.execute(map_.drop_sql, (map_.key_value(key),))

    def forget(self) -> None:
        """Let go of remembered rows; for long imports, which would otherwise hold the whole library in memory."""
        self._seen.clear()

    def open_loans(self, member_id: Id) -> Sequence[Loan]:
        return self._found(Loan, OPEN_LOANS, id_bytes(member_id))

    def items_with_barcode(self, barcode: str) -> Sequence[Item]:
        return self._found(Item, BY_BARCODE, code_key(barcode))

    def members_with_no(self, member_no: str) -> Sequence[Member]:
        return self._found(Member, BY_NO, code_key(member_no))

    def members_with_identity(self, identity_index: bytes) -> Sequence[Member]:
        return self._found(Member, BY_IDENTITY, identity_index)

    def open_charges(self, member_id: Id) -> Sequence[Charge]:
        return self._found(Charge, OPEN_CHARGES, id_bytes(member_id))

    def charges_of_loan(self, loan_id: Id) -> Sequence[Charge]:
        return self._found(Charge, LOAN_CHARGES, id_bytes(loan_id))

    def _found(self, kind: type[E], sql: str, value: Any) -> list[E]:
        map_ = mapper(kind)
        return [self._remember(map_.entity(row)) for row in self._connection.execute(sql, (value,)).fetchall()]

    def _remember(self, entity: E) -> E:
        self._seen[(type(entity), key_of(entity))] = entity
        return entity
