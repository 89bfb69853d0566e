"""The measuring itself, on a library of two hundred members: it runs, writes what it promises, and leaves no traces."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from bench import dataset, rows, run, startup, sync
from bench.library import opened
from bench.size import Size
from bench.timing import Budget, Measured, percentile, table
from postgres import Cluster

from loket.db.journal import first_break
from loket.db.rows import mapper
from loket.domain.entities import Biblio, Item, Member

SMALL = Size("uji", members=200, titles=300, items=800, loans=600, calls=5)
KEYS = ["name", "size", "p50_ms", "p99_ms", "baseline_ms", "ratio", "budget", "ok"]
WRITES = """
import os, time
with open(os.environ["LOKET_READY_FILE"], "w") as file:
    file.write(f"{time.monotonic_ns()} 5000000")
time.sleep(60)
"""


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The benchmark's world with one tiny library in it, in a folder of the test."""
    monkeypatch.setattr(rows, "POOL", 150)  # so that a part of it is made the quick way
    monkeypatch.setattr(run, "SIZES", {SMALL.name: SMALL})
    monkeypatch.setattr(run, "ROOT", tmp_path)
    return dataset.prepared(SMALL, tmp_path / "out" / "bench", lambda text: None)


def facts(home: Path) -> dict[str, Any]:
    with opened(home) as desk, desk.view() as act:
        one = {
            name: act.driver.execute(sql).fetchone()[0]
            for name, sql in (
                ("members", "SELECT count(*) FROM member"),
                ("titles", "SELECT count(*) FROM biblio"),
                ("items", "SELECT count(*) FROM item"),
                ("out", "SELECT count(*) FROM item WHERE loan_id IS NOT NULL"),
                ("open", "SELECT count(*) FROM loan WHERE \"end\" = 'open'"),
                ("renewed", "SELECT sum(renewals) FROM loan"),
                ("stray", "SELECT count(*) FROM item i LEFT JOIN biblio b ON b.id = i.biblio_id WHERE b.id IS NULL"),
            )
        }
        return one | {"break": first_break(act.driver)}


def test_bench_writes_the_promised_rows_and_leaves_the_library_as_it_was(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = facts(small)
    for _ in range(2):  # the second run uses the same file again
        assert run.main(["--part", "meja", "--part", "cari"]) == 0
    found = json.loads((tmp_path / "out" / "bench.json").read_text(encoding="utf-8"))

    assert [list(row) for row in found] == [KEYS] * len(found)
    assert len({row["name"] for row in found}) == len(found) == 14
    assert all(row["size"] == "uji" and row["p99_ms"] >= row["p50_ms"] > 0 for row in found)
    assert all(row["ratio"] > 0 for row in found if "kartu" not in row["name"])
    assert found[1]["name"] in capsys.readouterr().out
    assert facts(small) == before
    assert before["break"] is None
    assert before["stray"] == 0
    assert before["open"] == before["out"] > 50
    assert (before["members"], before["titles"], before["items"]) == (200, 300, 800)


@pytest.mark.parametrize("kind", [Member, Biblio, Item])
def test_quickly_made_rows_are_what_the_desk_would_store(small: Path, kind: Any) -> None:
    map_ = mapper(kind)
    names = ", ".join(f'"{name}"' for name in (*map_.names, *map_.derived))
    with opened(small) as desk, desk.view() as act:
        rows = act.driver.execute(f'SELECT {names} FROM "{map_.table}"').fetchall()
    assert len({row[0] for row in rows}) == len(rows)
    for row in rows:
        assert map_.values(map_.entity(row[: len(map_.names)])) == list(row)


def test_another_size_or_seed_is_another_file() -> None:
    codes = {SMALL.code, Size("uji", 201, 300, 800, 600, 5).code, Size("uji", 200, 300, 800, 600, 5, seed=1).code}
    assert len(codes) == 3
    assert Size("uji", 200, 300, 800, 600, 9).code == SMALL.code


def test_start_is_measured_from_what_the_program_writes(tmp_path: Path) -> None:
    ready = startup.start_once([sys.executable, "-c", WRITES], tmp_path)
    assert 0 < ready.took_ms < 60_000
    assert ready.resident_mb == 5


def test_a_program_that_ends_before_it_is_ready_is_no_figure(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="ended with 3: sayang"):
        startup.start_once([sys.executable, "-c", "print('sayang'); raise SystemExit(3)"], tmp_path)


def test_verdicts_are_honest() -> None:
    kept = Measured("a", "uji", Budget(ratio=3, p99_ms=16), [2.0] * 100, [1.0] * 100)
    slow = Measured("b", "uji", Budget(ratio=3, p99_ms=16), [2.0] * 98 + [17.0] * 2, [1.0] * 100)
    costly = Measured("c", "uji", Budget(ratio=3, p99_ms=16), [4.0] * 100, [1.0] * 100)
    large = Measured("d", "uji", Budget(mb=300), mb=301.0)
    absent = Measured("e", "uji", Budget(mb=300), why_not="tidak ada")
    rows = [one.row() for one in (kept, slow, costly, large, absent)]
    assert [row["ok"] for row in rows] == [True, False, False, False, False]
    assert rows[0]["ratio"] == 2
    printed = table(rows).splitlines()
    assert [line.rsplit("  ", 1)[1] for line in printed[1:]] == ["baik", *["LEWAT"] * 3, "tidak terukur: tidak ada"]


def test_percentile_is_the_nearest_rank() -> None:
    values = [float(number) for number in range(1, 101)]
    assert [percentile(values, share) for share in (0.5, 0.99, 1.0)] == [50, 99, 100]
    assert percentile([7.0], 0.99) == 7


def test_syncing_is_measured(postgres: Cluster) -> None:
    """At toy size: every row is there, nothing was set aside, and a killed first fetch went on."""
    toy = Size("uji", members=20, titles=30, items=60, loans=0, calls=4)
    found = [each.row() for each in sync.measured(postgres, lambda text: None, log=700, library=toy, pending=40)]

    assert len({row["name"] for row in found}) == len(found) == 28
    assert all(list(row)[: len(KEYS)] == KEYS for row in found)
    ingest = [row for row in found if row["name"].startswith("serap ")]
    assert len(ingest) == 4
    assert all(row["ratio"] > 0 for row in ingest)
    assert all(row["value"] > 0 for row in found if "value" in row)
    assert all(row["value"] <= 3 for row in found if row["name"] == "putaran kosong: permintaan")
    assert table(found)
