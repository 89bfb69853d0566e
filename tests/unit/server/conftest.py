"""A server on each engine, with one library and its first counter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import FakeClock
from paper_server import KEY, LIBRARY, World, founding_request, make_pusat
from paper_station import NOON, PaperStation

from loket.domain.scope import Scope
from loket.server.callers import Caller
from loket.server.store import Store, open_store


@pytest.fixture(params=["embedded", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty server database, once on each engine."""
    url = request.getfixturevalue("postgres_url") if request.param == "postgresql" else None
    opened = open_store(url, tmp_path, KEY, jitter=lambda: 0.0)
    yield opened
    opened.close()


@pytest.fixture
def world(store: Store) -> World:
    clock = FakeClock(NOON + timedelta(hours=1))
    pusat = make_pusat(store, clock)
    station = PaperStation("first", LIBRARY)
    answer = pusat.enrol(founding_request(pusat.new_code(None), station))
    return World(pusat, clock, station, answer.nonce, Caller(LIBRARY, station.station_id, Scope.FULL))
