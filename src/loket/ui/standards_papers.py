"""The report on service times as a paper and as a workbook. Reads the database and draws: never on the GUI thread."""

from __future__ import annotations

from loket.ui.issuing import issuer_of, paper_fonts
from loket.ui.presenters.standards import Measured
from loket.ui.shell import Shell


def standards_paper(shell: Shell, measured: Measured, ending: str) -> bytes:
    """What is on the screen, as "pdf" or "xlsx". What draws is imported when the first report is made."""
    from loket.reports.standards_words import StandardsPaper

    paper = StandardsPaper(measured.period, shell.desk.station.name, measured.study, measured.previous)
    issuer = issuer_of(shell.desk, shell.data_dir)
    if ending == "pdf":
        from loket.reports.standards import standards_pdf

        return standards_pdf(paper, issuer, paper_fonts())
    from loket.reports.standards_xlsx import standards_xlsx

    return standards_xlsx(paper, issuer)
