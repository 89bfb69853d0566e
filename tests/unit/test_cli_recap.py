"""`loket rekap` and `loket sample rekap`: files without a window, and what is said of them."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from papers import text_of
from recap_papers import busy_day_paper, live_day_paper, month_paper, revision_paper

from loket.cli import run, sample_recap
from loket.cli.recap import verdict, written
from loket.domain.periods import PeriodKind, period_of
from loket.services.desk import Desk
from loket.ui.recap_papers import RecapPapers


@pytest.fixture
def desk(tmp_path: Path):
    from fakes import new_desk

    desk = new_desk(tmp_path)
    yield desk
    desk.database.close()


def names(desk: Desk, out: Path, paper=None) -> list[str]:
    return [file.name for file in written(RecapPapers(desk, out.parent), paper or busy_day_paper(), out)]


def test_a_folder_gets_every_form(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "baru" / "rekap"
    day = busy_day_paper().period.first.isoformat()
    made = [f"rekap-{day}.{ending}" for ending in ("pdf", "xlsx", "csv")]
    assert names(desk, out) == [*made, f"rekap-{day}-satu-data.csv"]
    assert sorted(file.name for file in out.iterdir()) == sorted([*made, f"rekap-{day}-satu-data.csv"])


@pytest.mark.parametrize("ending", ["pdf", "xlsx", "csv", "CSV"])
def test_a_file_gets_its_own_form_alone(desk: Desk, tmp_path: Path, ending: str) -> None:
    assert names(desk, tmp_path / f"harian.{ending}") == [f"harian.{ending}"]
    begins = {"pdf": b"%PDF", "xlsx": b"PK"}.get(ending, b"\xef\xbb\xbf")
    assert (tmp_path / f"harian.{ending}").read_bytes().startswith(begins)


def test_files_of_a_month_are_named_by_it(desk: Desk, tmp_path: Path) -> None:
    paper = month_paper()
    assert names(desk, tmp_path / "rekap", paper)[0] == f"rekap-{paper.period.first:%Y-%m}.pdf"


def test_the_last_line_says_how_it_stands() -> None:
    paper = busy_day_paper()
    assert verdict(paper).startswith(f"Rekap {paper.number}: terkunci, ")
    assert f"revisi {revision_paper().revision}" in verdict(revision_paper())
    assert "1 hari belum ditutup" in verdict(live_day_paper())
    assert f"{len(month_paper().missing)} hari loket lain belum masuk" in verdict(month_paper())


def test_without_a_library_there_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LOKET_HOME", str(tmp_path))
    assert run(["rekap", "--out", str(tmp_path / "rekap.csv")]) == 2
    assert "Belum ada perpustakaan" in capsys.readouterr().err


def test_the_sample_leaves_a_day_and_its_month(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sample_recap.sample_recap(tmp_path) == 0
    *files, said = capsys.readouterr().out.splitlines()
    assert said.endswith("terkunci, sudah ditandatangani.")
    assert sorted(files) == sorted(str(file) for file in tmp_path.iterdir())
    days = [date.fromisoformat(file.stem[6:]) for file in tmp_path.glob("rekap-????-??-??.pdf")]
    assert [period_of(PeriodKind.MONTH, day) for day in days] == [period_of(PeriodKind.MONTH, days[0])]
    text = text_of((tmp_path / f"rekap-{days[0]}.pdf").read_bytes())
    assert "Kepala Seksi Contoh" in text
    rows = list(csv.reader((tmp_path / f"rekap-{days[0]}.csv").open(encoding="utf-8-sig"), delimiter=";"))
    (loans,) = (int(row[-2]) for row in rows if "Peminjaman (eksemplar)" in row)
    assert loans == sum(int(row[-2]) for row in rows if "Peminjaman menurut klas dan jenis anggota" in row) > 20
