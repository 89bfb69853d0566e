"""The survey's report as a paper and as a workbook. Reads the database and draws: never on the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping

from loket.services.survey import SurveyResult
from loket.ui.issuing import issuer_of, paper_fonts
from loket.ui.shell import Shell


class SurveyPapers:
    """What draws is imported when the first report is made."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def pdf(self, result: SurveyResult, purposes: Mapping[str, str], *, compat: bool) -> bytes:
        """With letterhead and signatures; `compat`: worked out with the weight 0.11, the exact index in its note."""
        from loket.reports.survey import survey_pdf

        issuer = issuer_of(self._shell.desk, self._shell.data_dir)
        return survey_pdf(result, issuer, paper_fonts(), compat=compat, purposes=purposes)

    def xlsx(self, result: SurveyResult, purposes: Mapping[str, str]) -> bytes:
        """Real numbers and formulas."""
        from loket.reports.survey_xlsx import survey_xlsx

        return survey_xlsx(result, issuer_of(self._shell.desk, self._shell.data_dir), purposes)
