"""What money asks for is read beforehand, in a few statements for a whole batch: measured while it is booked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conflict_books import ADA, BUDI, DAY, made
from money_books import (
    A_RECEIPT,
    B_RECEIPT,
    C_RECEIPT,
    CARD_FEE,
    CLOSED,
    GIVEN,
    OPENED,
    RECEIVED,
    REMITTED,
    SLIP,
    WAIVER,
    fined,
    let_off,
    moved,
    paid,
    voided,
)
from test_batch_state import opened

from loket.db import codec
from loket.db.rows import id_bytes, to_ms
from loket.domain import events as e
from loket.domain.apply import apply
from loket.server.arrival import Arrival, arrival
from loket.server.entity_store import EntityStore
from loket.server.needs import needs
from loket.server.store import Store
from loket.sync.wire import WireEvent

BEFORE = (paid(A_RECEIPT), let_off(500, CARD_FEE), OPENED, CLOSED, GIVEN, RECEIVED, REMITTED)
BATCHES: dict[str, tuple[e.Event, ...]] = {
    "payment": (paid(B_RECEIPT), paid(C_RECEIPT, 500, CARD_FEE)),
    "void": (voided(A_RECEIPT),),
    "waiver": (let_off(500, CARD_FEE, C_RECEIPT),),
    "waiver ended": (e.WaiverVoided(WAIVER, DAY, "keliru"),),
    "credit": (moved(100, "1"),),
    "slip void": (e.RemittanceVoided(SLIP, DAY, "tidak jadi"),),
    "merged": (e.MembersMerged(BUDI, ADA),),
}


def arrived(event: e.Event) -> Arrival:
    recorded = made(event, minutes=90, operator=BUDI)
    stamp, (body, personal) = recorded.stamp, codec.encode(event)
    wire = WireEvent(
        event_id=id_bytes(stamp.event_id),
        type=type(event).__name__,
        version=1,
        began_ms=to_ms(stamp.began_at),
        done_ms=to_ms(stamp.done_at),
        business_on=stamp.business_on.isoformat(),
        utc_offset_min=480,
        station_id=id_bytes(stamp.station_id),
        operator_id=id_bytes(BUDI),
        boot_id="boot",
        mono_ms=0,
        clock_quality="plausible",
        body=body.decode(),
    )
    assert personal is None
    return arrival(wire, 1, b"")


@pytest.mark.parametrize("batch", BATCHES)
def test_booking_money_reads_nothing_more(store: Store, monkeypatch: pytest.MonkeyPatch, batch: str) -> None:
    books = fined()
    books.arrive(*(made(event, minutes=nth) for nth, event in enumerate(BEFORE)))
    with store.write() as connection:
        state = opened(connection)
        for rows in books.tables.values():
            for row in rows.values():
                state.put(row)
        state.flush(0)
    with store.write() as connection:
        state, reads = opened(connection), Reads()
        for name in ("rows", "index"):
            monkeypatch.setattr(EntityStore, name, reads.counting(getattr(EntityStore, name)))
        state.prefetch(*needs([arrived(event) for event in BATCHES[batch]]))
        assert reads.number <= 6
        reads.number = 0
        before = len(state.changes())
        for event in BATCHES[batch]:
            apply(state, made(event, minutes=90, operator=BUDI))
        assert len(state.changes()) > before
        assert reads.number <= 1, "one for the key of a case that may be there"


class Reads:
    def __init__(self) -> None:
        self.number = 0

    def counting(self, real: Callable[..., object]) -> Callable[..., object]:
        def read(*given: object) -> object:
            self.number += 1
            return real(*given)

        return read
