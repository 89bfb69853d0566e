"""`./loket bench`: how fast the desk is, on a small and a very large library, and what syncing costs.

Prints a table, writes `out/bench.json`. `--part sinkron` measures ingest at the server, rounds over a narrow link and a
desk that lends meanwhile; it needs no library of the others' sizes, and `--events 1000000` makes the server's log as
long as a large library's.

The exit status says only whether measuring worked. Figures are not verdicts: whether a budget was kept stands in the
table and in the file, also where it was not.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from postgres import Cluster

from bench import cards, recap, startup, sync
from bench.dataset import prepared
from bench.library import Picks, opened
from bench.operations import Operations
from bench.searches import Searches
from bench.size import SIZES, Size
from bench.timing import Budget, Measured, table
from loket.db.keys import DATABASE_FILE

ROOT = Path(__file__).resolve().parents[2]
IN_THE_WINDOW = Budget(p99_ms=50)
ON_A_LIBRARY = ("meja", "cari", "jendela", "mulai", "memori")
SYNC, CARDS, RECAP = "sinkron", "kartu", "rekap"
PARTS = (*ON_A_LIBRARY, SYNC, CARDS, RECAP)
WINDOW_CALLS, MEMORY_CALLS = 150, 500


def main(arguments: list[str] | None = None) -> int:
    asked = _arguments(arguments)
    sizes = list(SIZES.values()) if asked.size == "semua" else [SIZES[asked.size]]
    rows: list[dict[str, Any]] = []
    parts = asked.part or PARTS
    for size in sizes if set(parts) & set(ON_A_LIBRARY) else ():
        home = prepared(size, ROOT / "out" / "bench", _tell, fresh=asked.fresh)
        for found in measured(size, home, parts):
            rows.append(found.row())
            _tell(f"{size.name}: {found.name}")
    if SYNC in parts:
        with Cluster(fsync=True) as cluster:
            for synced in sync.measured(cluster, _tell, log=asked.events):
                rows.append(synced.row())
                _tell(f"{SYNC}: {synced.name}")
    if CARDS in parts:
        for printed in cards.measured(_tell):
            rows.append(printed.row())
    if RECAP in parts:
        for counted in recap.measured(_tell):
            rows.append(counted.row())
    target = ROOT / "out" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(table(rows))
    late = sum(not row["ok"] for row in rows)
    print(f"{len(rows)} pengukuran, {late} melewati batas atau tidak terukur. {target.relative_to(ROOT)}")
    print("Berkas data sudah di memori sistem; tangan = transaksi yang sama, ditulis langsung pada driver.")
    return 0


def measured(size: Size, home: Path, parts: tuple[str, ...] | list[str]) -> Iterator[Measured]:
    """All rows of one library, one after the other. Raises RuntimeError when the desk does not do what it was asked."""
    if {"meja", "cari"} & set(parts):
        with opened(home) as desk:
            picks = Picks(desk, size)
            warm(home)
            if "meja" in parts:
                yield from Operations(desk, size.name, picks, size.calls).run()
            if "cari" in parts:
                warm(home)
                yield from Searches(desk, size.name, picks, size.calls).run()
    warm(home)
    if "jendela" in parts:
        yield from _window(home, size)
    if "mulai" in parts:
        yield from startup.measure(home, size.name)
    if "memori" in parts:
        yield _memory(home, size)


def warm(home: Path) -> None:
    """Read the database once, so that the system has it in memory: the program is measured, not this machine's disk."""
    with (home / DATABASE_FILE).open("rb") as file:
        while file.read(1 << 22):
            pass


def _window(home: Path, size: Size) -> list[Measured]:
    scans = Measured("pindai → jawaban terlukis di jendela", size.name, IN_THE_WINDOW)
    memory = Measured(f"memori: jendela sesudah {2 * WINDOW_CALLS} pinjaman", size.name, startup.MEMORY)
    try:
        found = _apart("bench.window", home, size, min(WINDOW_CALLS, size.calls))
    except RuntimeError as error:
        scans.why_not = memory.why_not = str(error)
        return [scans, memory]
    scans.ours_ms = [took for times in found["times_ms"].values() for took in times]
    memory.mb = found["after_mb"]
    return [scans, memory]


def _memory(home: Path, size: Size) -> Measured:
    name = f"memori: meja tanpa jendela sesudah {MEMORY_CALLS} pinjaman dan pencarian"
    row = Measured(name, size.name, startup.MEMORY)
    row.mb = _apart("bench.memory", home, size, min(MEMORY_CALLS, size.calls))["after_mb"]
    return row


def _apart(module: str, home: Path, size: Size, calls: int) -> dict[str, Any]:
    """Run a part as a program of its own; what it printed. Raises RuntimeError with its last words."""
    command = [sys.executable, "-m", module, str(home), size.name, str(calls)]
    paths = os.pathsep.join(str(ROOT / folder) for folder in ("src", "tests"))
    done = subprocess.run(command, env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError((done.stderr.strip().splitlines() or ["it said nothing"])[-1])
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="loket bench", description=__doc__)
    parser.add_argument("--size", choices=[*SIZES, "semua"], default="semua", help="perpustakaan mana; semula keduanya")
    parser.add_argument("--fresh", action="store_true", help="buat ulang perpustakaannya")
    parser.add_argument("--part", choices=PARTS, action="append", help="hanya bagian ini; boleh diulang")
    parser.add_argument("--events", type=int, default=sync.LOG, help="panjang log server di bagian sinkron")
    return parser.parse_args(arguments)


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
