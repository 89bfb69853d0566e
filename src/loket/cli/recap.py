"""`loket rekap`: a day or a period as PDF, XLSX, CSV and Satu Data, without a window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from loket import app
from loket.db.engine import translated
from loket.domain.periods import Period, PeriodKind, period_of
from loket.domain.recap_paper import Reach, RecapPaper
from loket.services.desk import Desk
from loket.services.recap_periods import day_paper, period_paper
from loket.ui.recap_papers import RecapFile, RecapPapers

ENDINGS = {".pdf": RecapFile.PDF, ".xlsx": RecapFile.XLSX, ".csv": RecapFile.CSV}


def recap(on: date | None, kind: PeriodKind, out: Path, *, whole_library: bool) -> int:
    """Write the recap of the day or period that `on` lies in, today when not given. Returns the exit code.

    `out` with one of the known endings is one file, else a folder for all of them. Raises StorageError.
    """
    opened = app.open_data(app.data_folder())
    try:
        if opened.desk is None:
            from loket.cli import not_founded

            return not_founded()
        period = period_of(kind, on or opened.desk.today())
        paper = paper_of(opened.desk, period, Reach.LIBRARY if whole_library else Reach.COUNTER)
        for file in written(RecapPapers(opened.desk, opened.data_dir), paper, out):
            print(file)
    finally:
        opened.close()
    print(verdict(paper))
    return 0


def paper_of(desk: Desk, period: Period, reach: Reach) -> RecapPaper:
    if period.kind is PeriodKind.DAY and reach is Reach.COUNTER:
        return day_paper(desk, period.first)
    return period_paper(desk, period, reach)


def written(papers: RecapPapers, paper: RecapPaper, out: Path) -> Iterator[Path]:
    """Write what `out` asks for, and say each file once it is there."""
    chosen = ENDINGS.get(out.suffix.lower())
    if chosen is not None:
        yield papers.write(chosen, paper, out)
        return
    with translated(out):
        out.mkdir(parents=True, exist_ok=True)
    for kind in RecapFile:
        extra = "-satu-data" if kind is RecapFile.SATU_DATA else ""
        yield papers.write(kind, paper, out / f"rekap-{_span(paper.period)}{extra}.{kind.ending}")


def _span(period: Period) -> str:
    """ "2026-11-24", "2026-11", "2026", or first and last day: as names of files sort."""
    match period.kind:
        case PeriodKind.DAY:
            return period.first.isoformat()
        case PeriodKind.MONTH:
            return f"{period.first:%Y-%m}"
        case PeriodKind.YEAR:
            return f"{period.first:%Y}"
    return f"{period.first.isoformat()}_{period.last.isoformat()}"


def verdict(paper: RecapPaper) -> str:
    if paper.number:
        revision = f", revisi {paper.revision}" if paper.revision > 1 else ""
        signed = "sudah ditandatangani" if paper.signed else "belum ditandatangani"
        return f"Rekap {paper.number}{revision}: terkunci, {signed}."
    missing = f" {len(paper.missing)} hari loket lain belum masuk." if paper.missing else ""
    live = sum(day.state == "live" for day in paper.days)
    return f"Rekap {paper.period.title()}: {live} hari belum ditutup.{missing}"
