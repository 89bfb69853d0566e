"""The sample day of payments: what it says of the books is what the books say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from loket.cli import sample_money as sample
from loket.db import money_queries
from loket.services import payments


def test_the_day_closes_and_leaves_its_papers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sample.sample_money(tmp_path, payments=65) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    found = re.fullmatch(r"65 payments, (\d+) receipts, books agree, difference 0", last)
    assert found is not None
    assert int(found[1]) > 65  # one was given back, with a receipt of its own
    for pattern in ("kuitansi-*.pdf", "struk-*.bin", "buku-bendahara.*"):
        assert all(file.stat().st_size > 100 for file in tmp_path.glob(pattern))
        assert list(tmp_path.glob(pattern))


def test_a_book_that_leaves_something_out_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = money_queries.entries
    monkeypatch.setattr(money_queries, "entries", lambda *given: whole(*given)[1:])
    assert sample.sample_money(tmp_path, payments=5) == 1
    assert "books disagree" in capsys.readouterr().out.splitlines()[-1]


def test_a_number_that_is_skipped_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    number = payments.next_number

    def skipping(act: object, kind: str) -> object:
        one = number(act, kind)  # type: ignore[arg-type]
        return type(one)(one.series, one.running * 2, f"{one.number}-{one.running}")

    monkeypatch.setattr(payments, "next_number", skipping)
    assert sample.sample_money(tmp_path, payments=3) == 1
    assert "number missing" in capsys.readouterr().out
