"""Invariant 23 on the wire: a round with nothing to say is three questions and at most 5 kB, TLS and HTTP included.

Also a quarter of an hour later, when the connection has gone and another is made.
"""

from __future__ import annotations

from pathlib import Path

from bench.centre import Direct, doors
from bench.link import narrow_link
from fakes import SequentialIds, new_desk
from stock import add_member

from loket.server.pusat import Pusat
from loket.server.server_keys import ServerKeys
from loket.server.store import open_store
from loket.sync.client import sync_round
from loket.sync.enrol import Invitation, enrol
from loket.sync.transport import HttpTransport

FAST = 10_000_000  # bytes a second: what passes is counted here, not how long it takes
MOST_BYTES, MOST_QUESTIONS = 5_120, 3


class Counted(HttpTransport):
    questions = 0

    def call(self, path: str, body: bytes, token: str = "") -> bytes:
        self.questions += 1
        return super().call(path, body, token)


def test_a_round_about_nothing_costs_next_to_nothing(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    store = open_store(None, tmp_path / "pusat", bytes(32))
    pusat = Pusat(store, ServerKeys(bytes(32)), desk.clock, SequentialIds(99 << 40))
    invited = Invitation("https://pusat.test", pusat.new_code(None))
    desk = enrol(desk.database, desk.clock, desk.ids, invited, transport=Direct(pusat))
    add_member(desk, "A-1")
    with (
        doors(pusat, tmp_path / "tls") as (port, pin),
        narrow_link(port, up=FAST, down=FAST, round_trip_s=0) as link,
    ):
        way = Counted(f"https://127.0.0.1:{link.port}", pin)
        assert sync_round(desk, way).pushed > 0
        for connection in ("kept", "new"):
            if connection == "new":
                link.hang_up()
            before, way.questions = link.up.passed + link.down.passed, 0
            assert sync_round(desk, way).pulled == 0
            passed = link.up.passed + link.down.passed - before
            print(connection, passed)
            assert (passed <= MOST_BYTES, way.questions) == (True, MOST_QUESTIONS), f"{connection}: {passed} bytes"
        way.close()
    store.close()
    desk.database.close()
