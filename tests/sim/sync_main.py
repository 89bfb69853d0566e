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

from sync_ablations import ABLATIONS
from sync_template import Template, make_template
from sync_world import Options, World

MEMORY = Path("/dev/shm") if os.access("/dev/shm", os.W_OK) else None
_template: Template | None = None


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
    """This process's template; made at its first seed."""
    global _template
    wanted = (options.stations, postgres)
    if _template is None or (_template.stations, _template.postgres) != wanted:
        name = f"loket_sim_{os.getpid()}"
        _template = make_template(scratch("template"), options.stations, options.house, postgres, name)
        gc.freeze()  # half of a seed's garbage collections would walk over modules
        gc.set_threshold(20_000, 20, 50)
    return _template


def forget_template() -> None:
    global _template
    if _template is not None:
        _template.remove()
        _template = None
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


def _in_process(given: tuple[int, Options, str | None, str]) -> Outcome:
    outcome = run_seed(*given)
    outcome.lines, outcome.log, outcome.rows = [], [], {}  # not carried between processes
    return outcome


@contextmanager
def _outcomes(seeds: Sequence[int], options: Options, postgres: str | None, ablate: str, jobs: int) -> Iterator[Any]:
    work = [(seed, options, postgres, ablate) for seed in seeds]
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
    options = Options(chosen.stations, chosen.days, min(2, chosen.stations - 1))
    seeds = range(chosen.start, chosen.start + chosen.seeds)
    events = faults = lost = doubled = done = 0
    with _outcomes(seeds, options, chosen.postgres, chosen.ablate, min(chosen.jobs, 2)) as outcomes:
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


def _tell(outcome: Outcome, chosen: argparse.Namespace) -> int:
    print(f"seed {outcome.seed} breaks after {outcome.events} events and {outcome.faults} faults:")
    for line in outcome.broken[:6]:
        print(f"  {line}")
    again = f"./loket sim --seeds 1 --from {outcome.seed} --stations {chosen.stations} --days {chosen.days}"
    again += f" --postgres {chosen.postgres}" if chosen.postgres else ""
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
    parser.add_argument(
        "--ablate", choices=sorted(ABLATIONS), default="", metavar="NAME", help="leave one safeguard out"
    )
    parser.add_argument("--jobs", type=int, default=2, help="processes, at most 2")
    parser.add_argument("--progress", action="store_true", help="a line for each seed on stderr")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
