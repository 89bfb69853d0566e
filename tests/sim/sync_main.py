"""`./loket sim`: libraries under faults, one for each seed, until one breaks or all have held.

The last line is the verdict. A seed that breaks is said with the command that plays it again.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from postgres import Cluster
from sync_ablations import ABLATIONS
from sync_template import Template, make_template
from sync_world import Options, World

MEMORY = Path("/dev/shm") if os.access("/dev/shm", os.W_OK) else None
_templates: dict[tuple[int, int, str | None], Template] = {}


@dataclass
class Outcome:
    """What came of one seed."""

    seed: int
    events: int
    faults: int
    lost: int
    doubled: int
    broken: list[str]
    digest: str
    log: list[tuple[Any, ...]]
    rows: dict[str, Any]
    kinds: dict[str, int]
    seconds: float
    lines: list[str]


def scratch(name: str) -> Path:
    base = MEMORY or Path(os.environ.get("TMPDIR", "/tmp"))
    return base / f"loket-sim-{os.getpid()}" / name


def template_for(options: Options, postgres: str | None) -> Template:
    """This process's template for these stations, kiosks among them, and this engine; made at its first seed."""
    wanted = (options.stations, options.house, postgres)
    if wanted not in _templates:
        place = scratch(f"template-{options.stations}-{options.house}-{'postgres' if postgres else 'embedded'}")
        name = f"loket_sim_{os.getpid()}_{options.stations}_{options.house}"
        _templates[wanted] = make_template(place, options.stations, options.house, postgres, name)
        gc.freeze()  # half of a seed's garbage collections would walk over modules
        gc.set_threshold(20_000, 20, 50)
    return _templates[wanted]


def forget_template() -> None:
    while _templates:
        _templates.popitem()[1].remove()
    shutil.rmtree(scratch(""), ignore_errors=True)


def run_seed(seed: int, options: Options, postgres: str | None = None, ablate: str = "") -> Outcome:
    """Live one library. Whatever is raised counts as broken, with its seed."""
    template = template_for(options, postgres)
    world = World(seed, template, scratch(f"seed-{seed}"), options)
    started = time.perf_counter()
    with ABLATIONS[ablate]() if ablate else nullcontext():
        try:
            world.run()
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)[-5:]
            place = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
            world.broken.append(f"raised: {type(error).__name__}: {error} ({place})")
    events, faults = world.summary
    return Outcome(
        seed,
        events,
        faults,
        world.lost,
        world.doubled,
        world.broken,
        world.digest(),
        world.final_log,
        world.final_rows,
        dict(world.faults),
        time.perf_counter() - started,
        world.lines,
    )


def compared(seed: int, options: Options, postgres: str, ablate: str = "") -> Outcome:
    """The seed on the embedded engine, and again on PostgreSQL; broken too where the two differ in anything."""
    one, other = run_seed(seed, options, None, ablate), run_seed(seed, options, postgres, ablate)
    differ = [name for name in ("log", "rows", "digest") if getattr(one, name) != getattr(other, name)]
    one.broken += [f"PostgreSQL: {line}" for line in other.broken]
    one.broken += [f"the engines differ in {name}" for name in differ]
    one.seconds += other.seconds
    return one


def _in_process(given: tuple[int, Options, str | None, str, bool]) -> Outcome:
    seed, options, postgres, ablate, both = given
    outcome = compared(seed, options, str(postgres), ablate) if both else run_seed(seed, options, postgres, ablate)
    outcome.lines, outcome.log, outcome.rows = [], [], {}  # not carried between processes
    return outcome


@contextmanager
def _outcomes(chosen: argparse.Namespace, options: Options, postgres: str | None) -> Iterator[Any]:
    seeds = range(chosen.start, chosen.start + chosen.seeds)
    work = [(seed, options, postgres, chosen.ablate, chosen.both_engines) for seed in seeds]
    jobs = min(chosen.jobs, 2)
    if jobs == 1 or len(seeds) == 1:
        try:
            yield map(_in_process, work)
        finally:
            forget_template()
        return
    with ProcessPoolExecutor(jobs) as pool:
        try:
            yield pool.map(_in_process, work)
        finally:
            pool.shutdown(cancel_futures=True)
            for _ in range(jobs):
                pool_clean()


def pool_clean() -> None:
    for left in (MEMORY or Path("/tmp")).glob("loket-sim-*"):
        if not Path(f"/proc/{left.name.rpartition('-')[2]}").exists():
            shutil.rmtree(left, ignore_errors=True)


def main(arguments: Sequence[str]) -> int:
    chosen = _parser().parse_args(arguments)
    options = Options(chosen.stations, chosen.days, min(2, chosen.stations - 1), **_trouble(chosen))
    events = faults = lost = doubled = done = 0
    with _cluster_for(chosen) as postgres, _outcomes(chosen, options, postgres) as outcomes:
        for outcome in outcomes:
            done += 1
            events, faults = events + outcome.events, faults + outcome.faults
            lost, doubled = lost + outcome.lost, doubled + outcome.doubled
            if chosen.progress:
                print(f"seed {outcome.seed}: {outcome.events} events, {outcome.seconds:.1f} s", file=sys.stderr)
            if outcome.broken:
                return _tell(outcome, chosen)
    print(f"{done} seeds, {events} events, {faults} faults, lost {lost}, doubled {doubled}, invariants held")
    return 0


def _trouble(chosen: argparse.Namespace) -> dict[str, Any]:
    return {} if chosen.trouble is None else {"trouble": chosen.trouble}


@contextmanager
def _cluster_for(chosen: argparse.Namespace) -> Iterator[str | None]:
    """Where PostgreSQL is: as told, or one of its own where both engines are asked for."""
    if chosen.postgres or not chosen.both_engines:
        yield chosen.postgres
        return
    with Cluster() as cluster:
        yield str(cluster.url())


def _tell(outcome: Outcome, chosen: argparse.Namespace) -> int:
    print(f"seed {outcome.seed} breaks after {outcome.events} events and {outcome.faults} faults:")
    for line in outcome.broken[:6]:
        print(f"  {line}")
    again = f"./loket sim --seeds 1 --from {outcome.seed} --stations {chosen.stations} --days {chosen.days}"
    again += f" --postgres {chosen.postgres}" if chosen.postgres else ""
    again += " --both-engines" if chosen.both_engines else ""
    again += "" if chosen.trouble is None else f" --trouble {chosen.trouble}"
    again += f" --ablate {chosen.ablate}" if chosen.ablate else ""
    print(f"replay: {again}")
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./loket sim", description=__doc__)
    parser.add_argument("--seeds", type=int, default=20, help="how many")
    parser.add_argument("--from", type=int, default=1, dest="start", metavar="SEED")
    parser.add_argument("--stations", type=int, default=8)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--postgres", metavar="URL", help="the server on PostgreSQL, in databases of its own there")
    parser.add_argument("--both-engines", action="store_true", help="and again on PostgreSQL: the two must agree")
    parser.add_argument("--trouble", type=int, help="how much likelier rare faults are")
    parser.add_argument(
        "--ablate", choices=sorted(ABLATIONS), default="", metavar="NAME", help="leave one safeguard out"
    )
    parser.add_argument("--jobs", type=int, default=2, help="processes, at most 2")
    parser.add_argument("--progress", action="store_true", help="a line for each seed on stderr")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
