"""A few simulated libraries in every test run; `./loket sim` runs as many as one likes."""

from __future__ import annotations

import re

import pytest
import sync_main
from postgres import Cluster
from sync_ablations import ABLATIONS
from sync_world import Options

SMALL = Options(stations=4, days=6, house=1, trouble=5)
SEEDS = (1, 2, 3, 8)
FORKING = Options(stations=3, days=9, house=0, trouble=16)
RED = {  # the first seed that breaks without the safeguard
    "ack-after-commit": (11, SMALL),
    "base-rows": (1, SMALL),
    "chain-check": (1, SMALL),
    "credit": (1, SMALL),
    "change-numbers": (1, SMALL),
    "cursor-transaction": (53, SMALL),
    "dedupe": (4, FORKING),
    "event-undo": (2, SMALL),
    "incarnation": (4, SMALL),
    "locker-case": (1, SMALL),
    "lost-notes": (16, SMALL),
    "number-case": (2, FORKING),
    "number-notes": (25, FORKING),
    "restamp": (1, SMALL),
    "scope-mask": (1, SMALL),
    "settled-rule": (1, SMALL),
}


@pytest.fixture(scope="module", autouse=True)
def _template():
    yield
    sync_main.forget_template()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_library_under_faults_comes_to_rest_with_everything_it_had(seed: int):
    outcome = sync_main.run_seed(seed, SMALL)
    assert outcome.broken == []
    assert (outcome.lost, outcome.doubled) == (0, 0)
    assert outcome.events > 200
    assert outcome.faults > 10


def test_the_same_seed_is_the_same_story():
    one, other = (sync_main.run_seed(4, Options(stations=3, days=4, house=1)) for _ in range(2))
    assert one.broken == []
    assert (one.digest, one.log, one.rows) == (other.digest, other.log, other.rows)
    assert sync_main.run_seed(5, Options(stations=3, days=4, house=1)).log != one.log


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", [2, 6])
def test_both_engines_of_the_server_make_the_same_log_and_rows(seed: int, postgres: Cluster):
    embedded = sync_main.run_seed(seed, SMALL)
    on_postgres = sync_main.run_seed(seed, SMALL, postgres.url())
    assert on_postgres.broken == []
    assert on_postgres.log == embedded.log
    assert on_postgres.rows == embedded.rows
    assert on_postgres.digest == embedded.digest


@pytest.mark.parametrize("name", sorted(ABLATIONS))
def test_without_a_safeguard_a_seed_breaks(name: str):
    """The same seed holds with it: what breaks is the safeguard's work."""
    seed, options = RED[name]
    assert sync_main.run_seed(seed, options, ablate=name).broken
    assert sync_main.run_seed(seed, options).broken == []


def test_the_verdict_is_one_line(capsys: pytest.CaptureFixture[str]):
    few = ["--seeds", "1", "--from", "7", "--stations", "3", "--days", "2", "--jobs", "1"]
    assert sync_main.main(few) == 0
    said = capsys.readouterr().out
    assert re.fullmatch(r"1 seeds, \d+ events, \d+ faults, lost 0, doubled 0, invariants held\n", said)


def test_a_seed_that_breaks_is_said_with_the_way_to_see_it_again(capsys: pytest.CaptureFixture[str]):
    words = ["--seeds", "1", "--from", "1", "--stations", "4", "--days", "6"]
    assert sync_main.main([*words, "--jobs", "1", "--ablate", "base-rows"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("seed 1 breaks")
    assert said[-1] == f"replay: ./loket sim {' '.join(words)} --ablate base-rows"
