"""How big the measured libraries are, and a name for each that changes with whatever their rows depend on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from loket.db.migration_steps import m0001_core
from loket.db.migrations import LATEST
from loket.domain.folding import member_search, title_search

VERSION = 1  # of how rows are made


@dataclass(frozen=True, slots=True)
class Size:
    """How big a library is. `calls` is how often each operation is measured on it."""

    name: str
    members: int
    titles: int
    items: int
    loans: int
    calls: int
    seed: int = 2026

    @property
    def code(self) -> str:
        """Names the file: another size, schema or version of this module gives another one."""
        folded = (
            member_search("Dra. Hj. Ça'im-Xi S.Pd", "P/26-1", "+62 812-0000"),
            title_search("Ça-i", ("X, Y",), "97-8"),
        )
        counts = self.members, self.titles, self.items, self.loans, self.seed
        parts = (VERSION, LATEST, m0001_core.STATEMENTS, folded, counts)
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:10]


KECIL = Size("kecil", 10_000, 20_000, 40_000, 50_000, calls=300)
BESAR = Size("besar", 1_000_000, 2_000_000, 2_000_000, 5_000_000, calls=400)
SIZES = {size.name: size for size in (KECIL, BESAR)}
