"""Taking files in, one after the other: recognise, match columns where needed, dry run, take. Knows no Qt."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Protocol

from loket.domain.errors import StorageError
from loket.importing import REQUIRED, SourceReader, guess_mapping, open_reader, preview
from loket.importing.codes import UnusableCode
from loket.importing.records import Mapping, Row, UnusableFileError
from loket.services.desk import Desk
from loket.services.intake import IntakeStopped, inspect, take
from loket.services.intake_report import Found, IntakeReport
from loket.ui.jobs import Job, JobRunner, Ticket

PREVIEW_ROWS = 12
ORDER = ("member", "biblio", "item")  # copies look for their titles, so titles come first
_MAPPABLE = frozenset({UnusableCode.FORMAT_UNKNOWN})


class Stage(StrEnum):
    """How far a file is."""

    WAITING = "waiting"
    CHECKING = "checking"
    MAPPING = "mapping"
    CHECKED = "checked"
    TAKING = "taking"
    TAKEN = "taken"
    UNUSABLE = "unusable"


@dataclass
class ImportFile:
    """One chosen file. `kind` is "" until the file told it; `mapping` where a person matched the columns."""

    path: Path
    stage: Stage = Stage.WAITING
    kind: str = ""
    mapping: Mapping | None = None
    headings: list[str] = field(default_factory=list)
    report: IntakeReport | None = None
    error: UnusableFileError | None = None

    @property
    def name(self) -> str:
        return self.path.name

    def open(self) -> SourceReader:
        return open_reader(self.path, None, self.mapping)

    def missing(self) -> list[str]:
        """Fields that must have a column and have none yet."""
        if self.mapping is None:
            return []
        return [name for name in REQUIRED[self.mapping.kind] if not self.mapping.columns.get(name)]


class ImportingView(Protocol):
    """The page as the presenter sees it."""

    def show_files(self, files: Sequence[ImportFile], current: int) -> None: ...
    def show_start(self) -> None: ...
    def show_work(self, file: ImportFile) -> None: ...
    def show_progress(self, done: int, total: int) -> None: ...
    def show_mapping(self, file: ImportFile) -> None: ...
    def show_preview(self, rows: Sequence[Row]) -> None: ...
    def show_report(self, file: ImportFile) -> None: ...
    def show_unusable(self, file: ImportFile) -> None: ...
    def show_stopped(self, file: ImportFile) -> None: ...
    def show_storage(self, error: StorageError) -> None: ...
    def tell_changed(self, report: IntakeReport) -> None: ...


class ImportingPresenter:
    """One file is worked on at a time; the others wait."""

    def __init__(self, desk: Desk, jobs: JobRunner, view: ImportingView) -> None:
        self._desk = desk
        self._jobs = jobs
        self._view = view
        self._job: Job | None = None
        self._preview_wanted = 0
        self.files: list[ImportFile] = []
        self.current = -1

    @property
    def file(self) -> ImportFile | None:
        return self.files[self.current] if 0 <= self.current < len(self.files) else None

    @property
    def busy(self) -> bool:
        file = self.file
        return file is not None and file.stage in (Stage.CHECKING, Stage.TAKING)

    def add(self, paths: Sequence[Path]) -> None:
        """Put files on the list: members before titles before copies; the first new one is checked at once."""
        known = {file.path for file in self.files}
        fresh = [ImportFile(path) for path in dict.fromkeys(paths) if path not in known]
        self._jobs.start(lambda: [_kind_of(file) for file in fresh], on_success=lambda kinds: self._add(fresh, kinds))

    def _add(self, fresh: list[ImportFile], kinds: Sequence[str]) -> None:
        for file, kind in zip(fresh, kinds, strict=True):
            file.kind = kind
        fresh.sort(key=lambda file: ORDER.index(file.kind) if file.kind in ORDER else len(ORDER))
        first = len(self.files)
        self.files += fresh
        if fresh and not self.busy:
            self.select(first)
        else:
            self._view.show_files(self.files, self.current)

    def select(self, number: int) -> None:
        """Look at a file; one that waits is checked."""
        if self.busy or not 0 <= number < len(self.files):
            return
        self.current = number
        file = self.files[number]
        if file.stage is Stage.WAITING:
            self.check()
            return
        self._show(file)

    def remove(self) -> None:
        """Take the current file off the list."""
        if self.file is None or self.busy:
            return
        del self.files[self.current]
        self.current = min(self.current, len(self.files) - 1)
        if self.files:
            self.select(self.current)
        else:
            self._view.show_files(self.files, -1)
            self._view.show_start()

    def next_waiting(self) -> int | None:
        """The file that comes next, if one waits."""
        return next((n for n, file in enumerate(self.files) if file.stage is Stage.WAITING), None)

    # ---- the dry run -----------------------------------------------------------------------------------------------

    def check(self) -> None:
        """Dry run of the current file."""
        file = self.file
        if file is None or self.busy:
            return
        self._run(file, Stage.CHECKING, lambda ticket: self._inspect(file, ticket), lane_writes=False)

    def _inspect(self, file: ImportFile, ticket: Ticket) -> IntakeReport:
        return inspect(self._desk, file.open(), file.name, ticket.report, lambda: ticket.cancelled)

    def take(self, skip_refused: bool) -> None:
        """Take the current file in; with refused rows only when the good ones alone are wanted."""
        file = self.file
        if file is None or file.stage is not Stage.CHECKED:
            return
        self._run(file, Stage.TAKING, lambda ticket: self._take(file, skip_refused, ticket), lane_writes=True)

    def _take(self, file: ImportFile, skip_refused: bool, ticket: Ticket) -> IntakeReport:
        return take(self._desk, file.open, file.name, skip_refused, ticket.report, lambda: ticket.cancelled)

    def cancel(self) -> None:
        if self._job is not None and self.busy:
            self._job.cancel()

    def _run(
        self, file: ImportFile, stage: Stage, work: Callable[[Ticket], IntakeReport], *, lane_writes: bool
    ) -> None:
        before = file.stage
        file.stage = stage
        self._show(file)
        self._job = self._jobs.start_long(
            work,
            on_progress=self._view.show_progress,
            on_success=lambda report: self._done(file, report),
            on_failure=lambda error: self._failed(file, before, error),
            lane="write" if lane_writes else "read",
        )

    def _done(self, file: ImportFile, report: IntakeReport) -> None:
        file.report = report
        file.stage = Stage.TAKEN if report.taken else Stage.CHECKED
        self._show(file)
        if report.taken and report.events:
            self._view.tell_changed(report)

    def _failed(self, file: ImportFile, before: Stage, error: Exception) -> None:
        file.stage = before
        if isinstance(error, IntakeStopped):
            self._view.show_files(self.files, self.current)
            self._view.show_stopped(file)
        elif isinstance(error, StorageError):
            self._show(file)
            self._view.show_storage(error)
        elif isinstance(error, UnusableFileError):
            self._unusable(file, error)
        else:
            raise error

    def _unusable(self, file: ImportFile, error: UnusableFileError) -> None:
        file.error = error
        if error.code in _MAPPABLE:
            self.match_columns("member")
        else:
            file.stage = Stage.UNUSABLE
            self._show(file)

    def _show(self, file: ImportFile) -> None:
        self._view.show_files(self.files, self.current)
        if file.stage in (Stage.CHECKING, Stage.TAKING):
            self._view.show_work(file)
        elif file.stage is Stage.MAPPING:
            self._view.show_mapping(file)
        elif file.stage is Stage.UNUSABLE:
            self._view.show_unusable(file)
        elif file.stage is Stage.WAITING:
            self._view.show_start()
        else:
            self._view.show_report(file)

    # ---- matching columns ------------------------------------------------------------------------------------------

    def match_columns(self, kind: str) -> None:
        """Match the current file's columns for this kind of record, beginning with a guess."""
        file = self.file
        if file is None:
            return
        self._jobs.start(
            lambda: preview(file.path, 1).headings,
            on_success=lambda headings: self._guess(file, kind, headings),
            on_failure=lambda error: self._no_table(file, error),
        )

    def _no_table(self, file: ImportFile, error: Exception) -> None:
        if not isinstance(error, UnusableFileError):
            raise error
        file.error = error
        file.stage = Stage.UNUSABLE
        self._show(file)

    def _guess(self, file: ImportFile, kind: str, headings: list[str]) -> None:
        guesses = {one: guess_mapping(headings, one) for one in ORDER}
        if file.stage is not Stage.MAPPING:  # first look: the kind whose fields match best
            kind = max(ORDER, key=lambda one: (_is_complete(guesses[one]), len(guesses[one].columns)))
        file.headings, file.mapping, file.kind = headings, guesses[kind], kind
        file.stage = Stage.MAPPING
        self._show(file)
        self._read_preview(file)

    def set_column(self, name: str, heading: str) -> None:
        """This field is filled by this column; "" by none."""
        file = self.file
        if file is None or file.mapping is None:
            return
        columns = {key: value for key, value in file.mapping.columns.items() if key != name}
        if heading:
            columns[name] = heading
        file.mapping = Mapping(file.mapping.kind, columns)
        self._read_preview(file)

    def mapping_done(self) -> None:
        """The columns are matched: dry run."""
        file = self.file
        if file is not None and file.stage is Stage.MAPPING and not file.missing():
            self.check()

    def _read_preview(self, file: ImportFile) -> None:
        self._preview_wanted += 1
        wanted = self._preview_wanted
        if file.missing():
            self._view.show_preview(())
            return
        self._jobs.start(
            lambda: list(islice(file.open().rows(), PREVIEW_ROWS)),
            on_success=lambda rows: self._view.show_preview(rows) if wanted == self._preview_wanted else None,
            on_failure=lambda error: self._preview_failed(file, error),
        )

    def _preview_failed(self, file: ImportFile, error: Exception) -> None:
        if not isinstance(error, UnusableFileError):
            raise error
        self._unusable(file, error)


def _is_complete(mapping: Mapping) -> bool:
    return all(name in mapping.columns for name in REQUIRED[mapping.kind])


def _kind_of(file: ImportFile) -> str:
    """What the file says it holds; "" when that is not known yet, or the file cannot be used: checking will tell."""
    try:
        return file.open().kind
    except UnusableFileError:
        return ""


def problems_csv(found: Sequence[Found], headings: Sequence[str], line_of: Callable[[Found], Sequence[str]]) -> bytes:
    """The list of problems as a file Excel opens by double click (semicolons, UTF-8 with its mark).

    A value that a spreadsheet would take for a formula is written with an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    for one in found:
        writer.writerow([f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell for cell in line_of(one)])
    return out.getvalue().encode("utf-8-sig")
