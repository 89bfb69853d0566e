"""Taking other systems' members, titles and copies in: first a dry run, then all of a file or nothing of it.

Decided here:
- A record is matched by what names it: a member by his number, a copy by its barcode, a title as `intake_titles`
  says. What is the same makes no event, so a file taken twice changes nothing the second time.
- In the file the first row counts: the same number or barcode again, meaning something else, is refused.
- A file with refused rows is not taken, unless the caller says that the good rows alone are wanted (the command line:
  `--skip-refused`). Exit codes there: 0 taken, 1 refused rows in a dry run or a file kept back by them, 2 a file that
  cannot be used.
- No policy, fine or limit is made from a file. Duplicates are reported, never merged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from loket.db.search import bulk_rows
from loket.domain import events as e
from loket.importing.records import BiblioRecord, ItemRecord, MemberRecord, Reader, Record, Row
from loket.services.desk import Action, Desk
from loket.services.intake_records import Terms, new_biblio, new_item, new_member
from loket.services.intake_report import IntakeCode, IntakeReport
from loket.services.intake_rows import EVERY_ROWS, FileIntake, registered, terms_of

ProgressCall = Callable[[int, int], object]
_KINDS = {MemberRecord: "member", BiblioRecord: "biblio", ItemRecord: "item"}


class IntakeStopped(Exception):  # noqa: N818 - a wish of the operator, not an error
    """Cancelled; nothing of the file was taken."""


class _KeepNothing(Exception):  # noqa: N818
    """Rolls the transaction back without telling anybody."""


def inspect(
    desk: Desk,
    reader: Reader,
    file: str = "",
    progress: ProgressCall | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> IntakeReport:
    """The dry run: what `take` would do. Others go on working meanwhile; nothing is written.

    Raises UnusableFileError when the file breaks off, IntakeStopped.
    """
    report = IntakeReport(file, reader.format)
    with desk.view() as act:
        FileIntake(act, report, recording=False).rows(_watched(reader, progress, cancelled), _kind_of(reader))
    return report


def take(
    desk: Desk,
    reader_factory: Callable[[], Reader],
    file: str = "",
    accept_refused: bool = False,
    progress: ProgressCall | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> IntakeReport:
    """Take the file in, in one transaction: the report's `taken` says whether it was.

    Without `accept_refused` a single refused row keeps everything out; with it the good rows are taken. While this
    runs, other writes at this counter wait.
    Raises UnusableFileError, StorageError, IntakeStopped; nothing is taken then.
    """
    reader = reader_factory()
    report = IntakeReport(file, reader.format)
    try:
        with desk.action() as act, bulk_rows(act.driver):
            intake = FileIntake(act, report, recording=True, stop_at_refusal=not accept_refused)
            intake.rows(_watched(reader, progress, cancelled), _kind_of(reader))
            if report.refused_rows and not accept_refused:
                raise _KeepNothing
    except _KeepNothing:
        report.events = 0
        return report
    report.taken = True
    return report


def fill(desk: Desk, records: Iterable[Record], progress: ProgressCall | None = None) -> dict[str, int]:
    """Take records that are known to be new, such as an invented library's, without looking for doubles.

    One transaction; returns how many members, titles and copies it holds now more: "member", "biblio", "item".
    """
    added = dict.fromkeys(_KINDS.values(), 0)
    with desk.action() as act, bulk_rows(act.driver):
        terms = terms_of(act)
        for number, record in enumerate(records, start=1):
            _fill_one(act, record, terms, added)
            if number % EVERY_ROWS == 0:
                act.state.forget()
                if progress:
                    progress(number, 0)
    return added


def _fill_one(act: Action, record: Record, terms: Terms, added: dict[str, int]) -> None:
    if isinstance(record, ItemRecord):
        raise ValueError("a copy without its title cannot be filled in")
    added[_KINDS[type(record)]] += 1
    if isinstance(record, MemberRecord):
        act.record(registered(new_member(record, act.new_id(), terms, _no_doubt)))
        return
    biblio = new_biblio(record, act.new_id())
    act.record(e.BiblioAdded(biblio))
    for item in record.items:
        added["item"] += 1
        act.record(e.ItemAdded(new_item(item, act.new_id(), biblio.id, terms, _no_doubt)))


def _no_doubt(code: IntakeCode, field: str, value: str) -> None:
    """Records of our own making raise none worth listing."""


def _kind_of(reader: Reader) -> str:
    """What a row is counted as when it could not be read: readers say their kind."""
    return str(getattr(reader, "kind", "biblio"))


def _watched(reader: Reader, progress: ProgressCall | None, cancelled: Callable[[], bool] | None) -> Iterator[Row]:
    for number, row in enumerate(reader.rows(), start=1):
        yield row
        if number % EVERY_ROWS == 0:
            if cancelled and cancelled():
                raise IntakeStopped
            if progress:
                now = reader.progress()
                progress(now.done, now.total)
    if cancelled and cancelled():
        raise IntakeStopped
