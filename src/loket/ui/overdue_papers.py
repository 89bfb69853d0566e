"""Letters and lists of overdue books as files. All of this reads the database and draws: never on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from loket.domain.entities import Id
from loket.domain.errors import StorageError
from loket.domain.reminders import LETTER
from loket.services import overdue, reminders
from loket.ui.issuing import issuer_of, paper_fonts, write_paper
from loket.ui.shell import Shell

Progress = Callable[[int, int], None]


class OverduePapers:
    """What draws is imported when the first paper is made. Raises StorageError where the disk fails."""

    def __init__(self, shell: Shell) -> None:
        self._shell, self._desk = shell, shell.desk

    def write_letters(self, path: Path, member_ids: Sequence[Id], progress: Progress) -> int:
        """Note the reminders, which gives letters their numbers, and write them into one file. Returns how many.

        Where the file cannot be written, none of them counts. Raises Refused as `reminders.remind`.
        """
        steps = 2 * len(member_ids)
        noted = reminders.remind(self._desk, member_ids, LETTER, progress=lambda done, _: progress(done, steps))
        if not noted:
            return 0
        ids = [one.id for one in noted]
        try:
            write_paper(path, self._letters(ids, lambda done, _: progress(len(member_ids) + done, steps)))
        except StorageError:
            for reminder_id in ids:
                reminders.cancel(self._desk, reminder_id)
            raise
        return len(ids)

    def write_again(self, path: Path, reminder_id: Id) -> Path:
        """The letter of a reminder once more, with the number and figures it had."""
        return write_paper(path, self._letters([reminder_id], None))

    def _letters(self, reminder_ids: Sequence[Id], progress: Progress | None) -> bytes:
        from loket.reports.overdue_letters import letters_pdf

        found = reminders.letters(self._desk, reminder_ids)
        return letters_pdf(found, issuer_of(self._desk, self._shell.data_dir), paper_fonts(), progress)

    def write_list(self, path: Path, ids: Sequence[Id], grouping: str, chosen: str, *, soon: bool) -> Path:
        """The list as it is shown; by its ending a workbook or a PDF. `grouping`: a value of `Grouping`.

        Raises Refused(NOT_SIGNED_IN).
        """
        from loket.reports.overdue_lists import Grouping, overdue_ledgers, soon_ledgers

        issuer = issuer_of(self._desk, self._shell.data_dir)
        people, today = overdue.take_list(self._desk, ids, soon=soon), self._desk.today()
        if soon:
            ledgers = soon_ledgers(people, today, issuer, Grouping(grouping))
        else:
            ledgers = overdue_ledgers(people, today, issuer, Grouping(grouping), chosen)
        if path.suffix.casefold() == ".xlsx":
            from loket.reports.ledger_xlsx import ledgers_xlsx

            return write_paper(path, ledgers_xlsx(ledgers, issuer.library, issuer.head, issuer.signed_on))
        from loket.reports.ledger_pdf import ledgers_pdf

        return write_paper(path, ledgers_pdf(ledgers, issuer.library, issuer.head, paper_fonts()))
