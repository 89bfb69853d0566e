"""How long the program takes until its window can be used, and how much memory it holds then.

The program is started as a person starts it, from source and, where `dist` has one, as the bundle. It is asked by
LOKET_READY_FILE to write `<monotonic ns> <resident bytes>` there once its window is painted and takes input.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.timing import Budget, Measured

ROOT = Path(__file__).resolve().parents[2]
STARTS = 6  # the first only warms the disk cache
PATIENCE_S = 60
FROM_SOURCE, BUNDLED = Budget(p99_ms=1_500), Budget(p99_ms=2_000)
MEMORY = Budget(mb=300)


@dataclass(frozen=True, slots=True)
class Ready:
    took_ms: float
    resident_mb: float


def measure(home: Path, size: str) -> list[Measured]:
    """Rows of start-up time and of memory with the window just opened, for each form of the program there is."""
    source = ROOT / "src"
    rows = _rows([sys.executable, "-P", "-m", "loket"], home, size, "dari sumber", FROM_SOURCE, PYTHONPATH=str(source))
    bundle = ROOT / "dist" / "loket" / ("loket.exe" if os.name == "nt" else "loket")
    if bundle.exists():
        rows += _rows([str(bundle)], home, size, "program jadi", BUNDLED)
    return rows


def _rows(command: list[str], home: Path, size: str, form: str, budget: Budget, **environment: str) -> list[Measured]:
    start = Measured(f"mulai → jendela siap ({form})", size, budget)
    memory = Measured(f"memori: jendela baru terbuka ({form})", size, MEMORY)
    try:
        ready = [start_once(command, home, **environment) for _ in range(STARTS)][1:]
    except RuntimeError as error:
        start.why_not = memory.why_not = str(error)
        return [start, memory]
    start.ours_ms = [one.took_ms for one in ready]
    memory.mb = max(one.resident_mb for one in ready)
    return [start, memory]


def start_once(command: list[str], home: Path, **environment: str) -> Ready:
    """Start the program, wait until it is ready, end it. Raises RuntimeError when it does not get ready."""
    with tempfile.TemporaryDirectory() as scratch:
        ready_file, said = Path(scratch) / "ready", Path(scratch) / "said"
        variables = os.environ | environment | {"LOKET_HOME": str(home), "LOKET_READY_FILE": str(ready_file)}
        variables.setdefault("QT_QPA_PLATFORM", "offscreen")
        with said.open("wb") as output:
            began_ns = time.monotonic_ns()
            program = subprocess.Popen(command, env=variables, cwd=scratch, stdout=output, stderr=output)
            try:
                ready_ns, resident = _wait(ready_file, program, said)
            finally:
                program.kill()
                program.wait()
    return Ready((ready_ns - began_ns) / 1e6, resident / 1e6)


def _wait(ready_file: Path, program: subprocess.Popen[bytes], said: Path) -> tuple[int, int]:
    give_up = time.monotonic() + PATIENCE_S
    while time.monotonic() < give_up:
        parts = ready_file.read_text(encoding="ascii").split() if ready_file.exists() else []
        if len(parts) == 2:
            return int(parts[0]), int(parts[1])
        if program.poll() is not None:
            raise RuntimeError(f"ended with {program.returncode}: {_last_line(said)}")
        time.sleep(0.01)
    raise RuntimeError(f"not ready after {PATIENCE_S} s: {_last_line(said)}")


def _last_line(said: Path) -> str:
    lines = said.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"
