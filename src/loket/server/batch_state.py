"""`BatchState`: a library's rows for one transaction, in memory.

The look-ups are those of `DictState`; rows come from the database when asked for, or many at once beforehand. An
event can be taken back alone; `flush` writes everything that changed, in few statements.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from typing import Any, NamedTuple, TypeVar

from loket.domain.entities import Case, Charge, Entity, Item, Member, Payment, Waiver, key_of
from loket.domain.memory import DictState
from loket.server.digests import DigestChanges
from loket.server.entity_store import INDEXES_OF, NAME_OF, EntityStore, checked_key, index_text, pack
from loket.server.store import remove, upsert
from loket.server.tables import ENTITY_INDEX, ENTITY_ROW
from loket.sync.wire import row_values

E = TypeVar("E", bound=Entity)
Place = tuple[type[Entity], str]
ROUNDS = 3  # of rows that lead to further rows: copy → loan → …


class Change(NamedTuple):
    """One row that differs from what the database holds; None where there is none."""

    kind: type[Entity]
    key: str
    before: Entity | None
    after: Entity | None


class BatchState(DictState):
    """State Protocol over a library's stored rows."""

    def __init__(self, source: EntityStore) -> None:
        super().__init__()
        self._source = source
        self._asked: set[str] = set()  # keys whose rows, of every kind, are here if there are any
        self._asked_values: set[str] = set()  # look-up values likewise
        self._before: dict[Place, Entity | None] = {}
        self._values: dict[Place, list[Any]] = {}  # as stored
        self._packed: dict[Place, tuple[Entity, list[Any], bytes]] = {}
        self._event: list[tuple[Place, Entity | None]] = []

    # ---- reading --------------------------------------------------------------------------------------------------

    def get(self, kind: type[E], key: str) -> E | None:
        if key not in self._asked:
            self._load([key])
        return super().get(kind, key)

    def _found(self, index: str, value: Hashable) -> list[Entity]:
        text = index_text(value)
        if text not in self._asked_values:
            self._look_up([text])
        return super()._found(index, value)

    def prefetch(self, keys: Collection[str], values: Collection[str]) -> None:
        """Read rows and look-ups that are about to be needed, and those that they lead to."""
        for _ in range(ROUNDS):
            found = self._look_up(values) + self._load(keys)
            keys, values = _leads(found)
            if not keys and not values:
                return

    def _load(self, keys: Iterable[str]) -> list[Entity]:
        new = set(keys) - self._asked
        if not new:
            return []
        self._asked |= new
        found = self._source.rows(sorted(new))
        for row in found:
            self._values[type(row.entity), row.key] = row.values
            super().put(row.entity)
        return [row.entity for row in found]

    def _look_up(self, values: Iterable[str]) -> list[Entity]:
        new = set(values) - self._asked_values
        if not new:
            return []
        self._asked_values |= new
        return self._load(self._source.index(sorted(new)))

    # ---- writing --------------------------------------------------------------------------------------------------

    def put(self, entity: Entity) -> None:
        self._about_to_change(type(entity), checked_key(key_of(entity)))
        super().put(entity)

    def drop(self, kind: type[Entity], key: str) -> None:
        self._about_to_change(kind, key)
        super().drop(kind, key)

    def _about_to_change(self, kind: type[Entity], key: str) -> None:
        old = self.get(kind, key)
        self._event.append(((kind, key), old))
        self._before.setdefault((kind, key), old)

    def begin_event(self) -> None:
        """What is written from here on can be taken back by `undo_event`."""
        self._event.clear()

    def undo_event(self) -> None:
        """Take back what was written since `begin_event`."""
        for (kind, key), old in reversed(self._event):
            if old is None:
                super().drop(kind, key)
            else:
                super().put(old)
        self._event.clear()

    def event_changed(self) -> bool:
        """Whether anything but cases is different since `begin_event`."""
        return any(
            kind is not Case and super(BatchState, self).get(kind, key) != old for (kind, key), old in self._event
        )

    def check_event(self) -> None:
        """Raises what cannot be stored of the event's rows, such as a number of a hundred digits."""
        for place, _ in self._event:
            entity = super().get(*place)
            if entity is not None:
                values = row_values(entity)
                self._packed[place] = (entity, values, pack(values))

    def changes(self) -> list[Change]:
        """Every row that differs from the database, in the order of their first change."""
        found = []
        for (kind, key), before in self._before.items():
            after = super().get(kind, key)
            if after != before:
                found.append(Change(kind, key, before, after))
        return found

    # ---- storing --------------------------------------------------------------------------------------------------

    def flush(self, change_seq: int) -> int:
        """Write what changed, numbered from the one after `change_seq`; returns the last number given. Once only."""
        changes = self.changes()
        if not changes:
            return change_seq
        rows, digests = [], DigestChanges()
        for number, change in enumerate(changes, start=change_seq + 1):
            kind = NAME_OF[change.kind]
            values, body = self._to_store(kind, change)
            digests.add(kind, change.key, self._values.get((change.kind, change.key)), values)
            row = {"library_id": self._source.library_id, "key": change.key, "kind": kind}
            rows.append(row | {"change_seq": number, "body": body})
        upsert(self._source.connection, ENTITY_ROW, rows)
        self._flush_index(changes)
        digests.flush(self._source)
        return change_seq + len(changes)

    def _to_store(self, kind: str, change: Change) -> tuple[list[Any] | None, bytes | None]:
        if change.after is None:
            return None, None
        entity, values, packed = self._packed.get((change.kind, change.key), (None, [], b""))
        if entity is not change.after:
            values = row_values(change.after)
            packed = pack(values)
        return values, self._source.closed(kind, change.key, packed)

    def _flush_index(self, changes: list[Change]) -> None:
        gone, new = [], []
        for change in changes:
            place = {"library_id": self._source.library_id, "key": change.key}
            for name, value_of in INDEXES_OF[change.kind]:
                before = None if change.before is None else value_of(change.before)
                after = None if change.after is None else value_of(change.after)
                if before != after and before is not None:
                    gone.append(place | {"name": name, "value": index_text(before)})
                if before != after and after is not None:
                    new.append(place | {"name": name, "value": index_text(after)})
        remove(self._source.connection, ENTITY_INDEX, gone)
        upsert(self._source.connection, ENTITY_INDEX, new)


def _leads(found: Iterable[Entity]) -> tuple[list[str], list[str]]:
    """(keys, look-up values) that rules ask for once they know these rows: the loan of a copy, loans of a member, what
    was paid and let off of a charge.
    """
    keys: list[str] = []
    values: list[str] = []
    for entity in found:
        if isinstance(entity, Item) and entity.loan_id is not None:
            keys.append(entity.loan_id)
        elif isinstance(entity, (Payment, Waiver)) and entity.charge_id is not None:
            keys.append(entity.charge_id)
            values.append(entity.charge_id)
        elif isinstance(entity, Charge):
            keys.append(entity.member_id)
        elif isinstance(entity, Member):
            values.append(entity.id)
            if entity.identity_index is not None:
                values.append(index_text(entity.identity_index))
    return keys, values
