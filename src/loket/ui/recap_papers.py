"""A recap as papers and files: what is signed, what is worked on, what is sent on. Never on the GUI thread.

What draws is imported when the first paper is made.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from loket.domain.recap_paper import RecapPaper
from loket.services.desk import Desk
from loket.ui.issuing import issuer_of, paper_fonts, write_paper

if TYPE_CHECKING:
    from loket.reports.letterhead import Letterhead

Progress = Callable[[int, int], object]


class RecapFile(StrEnum):
    """In what form; `ending` is that of its file."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    SATU_DATA = "satu_data"

    @property
    def ending(self) -> str:
        return "csv" if self is RecapFile.SATU_DATA else self.value


class RecapPapers:
    """Raises StorageError where the disk fails."""

    def __init__(self, desk: Desk, data_dir: Path) -> None:
        """`data_dir` holds the library's logo."""
        self._desk, self._data_dir = desk, data_dir

    def make(self, kind: RecapFile, paper: RecapPaper) -> bytes:
        """Of a locked recap the same bytes every time, as long as the letterhead's logo is the same."""
        match kind:
            case RecapFile.PDF:
                from loket.reports.recap_pdf import recap_pdf

                return recap_pdf(paper, self._head(), paper_fonts())
            case RecapFile.XLSX:
                from loket.reports.recap_xlsx import recap_xlsx

                return recap_xlsx(paper, self._head())
            case RecapFile.CSV:
                from loket.reports.recap_csv import recap_csv

                return recap_csv(paper)
            case RecapFile.SATU_DATA:
                from loket.reports.satu_data import satu_data_csv

                settings = self._desk.settings()
                return satu_data_csv(paper, settings.bps_code, settings.bps_name)

    def write(self, kind: RecapFile, paper: RecapPaper, path: Path) -> Path:
        return write_paper(path, self.make(kind, paper))

    def to_print(self, paper: RecapPaper) -> Path:
        """The paper as a file of the moment, for the program that prints it."""
        return self.write(RecapFile.PDF, paper, Path(tempfile.gettempdir()) / "loket-rekap.pdf")

    def _head(self) -> Letterhead:
        return issuer_of(self._desk, self._data_dir).head


def rows_csv(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """The rows behind a number, as a spreadsheet reads them."""
    from loket.reports.member_lists import csv_text

    return csv_text(headings, rows)
