"""Memory of a counter without its window: `python -m bench.memory HOME SIZE CALLS` prints MB as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def resident_mb() -> float | None:
    """What this process holds in memory; None where the system has no /proc to ask."""
    if not _STATUS.exists():
        return None
    line = next(line for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024 / 1e6


def main() -> None:
    """Open the library, lend and take back, search, and look."""
    from bench.library import Picks, opened
    from bench.searches import Searches
    from bench.size import SIZES
    from loket.services.circulation import check_in, check_out

    home, size, calls = Path(sys.argv[1]), SIZES[sys.argv[2]], int(sys.argv[3])
    with opened(home) as desk:
        picks = Picks(desk, size)
        for borrower, copy in zip(picks.borrowers(calls), picks.on_shelf(calls), strict=True):
            check_out(desk, member_id=borrower.id, item_id=copy.id)
            check_in(desk, item_id=copy.id)
        Searches(desk, size.name, picks, calls).run()
        print(json.dumps({"after_mb": resident_mb()}))


if __name__ == "__main__":
    main()
