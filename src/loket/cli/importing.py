"""`loket import`: a dry run that lists every row it would refuse, then all or nothing per file."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from loket import app
from loket.cli import not_founded
from loket.importing import open_reader
from loket.importing.records import Mapping, Reader, UnusableFileError
from loket.services import intake
from loket.services.desk import Desk
from loket.services.intake_report import IntakeReport
from loket.ui.texts import error_text
from loket.ui.texts_importing import format_word, kind_word, problem_text, unusable_text

TAKEN, REFUSED, UNUSABLE = 0, 1, 2
SHOWN_PROBLEMS = 50
HEADINGS = ("berkas", "baris", "kolom", "alasan", "isi", "akibat")


def import_files(
    files: Sequence[Path],
    *,
    dry_run: bool,
    skip_refused: bool,
    kind: str | None,
    columns: Sequence[str],
    problems: Path | None,
) -> int:
    """Take each file in, one after the other. The worst exit code of all wins."""
    mapping = _mapping(kind, columns)
    if isinstance(mapping, int):
        return mapping
    opened = app.open_data(app.data_folder())
    try:
        if opened.desk is None:
            return not_founded()
        listed: list[tuple[str, ...]] = []
        codes = [_one_file(opened.desk, file, dry_run, skip_refused, kind, mapping, listed) for file in files]
        if problems is not None:
            _save_problems(problems, listed)
    finally:
        opened.close()
    return max(codes)


def _mapping(kind: str | None, columns: Sequence[str]) -> Mapping | int | None:
    """The columns said by --map, or an exit code when they cannot be meant."""
    if not columns:
        return None
    pairs = dict(column.partition("=")[::2] for column in columns)
    if kind is None or "" in pairs or "" in pairs.values():
        print("Tulis --map KOLOM=JUDUL dan sebutkan --kind member, biblio, atau item.", file=sys.stderr)
        return UNUSABLE
    return Mapping(kind, pairs)


def _one_file(
    desk: Desk,
    file: Path,
    dry_run: bool,
    skip_refused: bool,
    kind: str | None,
    mapping: Mapping | None,
    listed: list[tuple[str, ...]],
) -> int:
    def reader() -> Reader:
        return open_reader(file, kind, mapping)

    bar = _Bar(file.name)
    try:
        if dry_run:
            report = intake.inspect(desk, reader(), file.name, progress=bar)
        else:
            report = intake.take(desk, reader, file.name, accept_refused=skip_refused, progress=bar)
    except UnusableFileError as error:
        bar.end()
        print(f"{file}: {unusable_text(error)}", file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        bar.end()
        print(f"{file}: dibatalkan; tidak ada yang diambil dari berkas ini.", file=sys.stderr)
        return UNUSABLE
    except Exception as error:
        bar.end()
        print(f"{file}: {error_text(error)}", file=sys.stderr)
        return UNUSABLE
    bar.end()
    listed += _rows(file, report)
    return _tell(file, report, dry_run)


def _tell(file: Path, report: IntakeReport, dry_run: bool) -> int:
    print(f"{file} ({format_word(report.format)})")
    for kind, counts in report.counts().items():
        if counts.total:
            print(
                f"  {kind_word(kind)}: {counts.new} baru, {counts.changed} berubah, {counts.same} sudah ada, "
                f"{counts.refused} ditolak"
            )
    rows = _rows(file, report)
    for _, line, column, reason, value, effect in rows[:SHOWN_PROBLEMS]:
        place = f"baris {line}" + (f", kolom {column}" if column else "")
        print(f"  {place}: {reason}" + (f" [{value}]" if value else "") + f" ({effect})")
    if len(rows) > SHOWN_PROBLEMS:
        print(f"  … dan {len(rows) - SHOWN_PROBLEMS} lagi; simpan semuanya dengan --problems berkas.csv")
    if report.unlisted_doubts:
        print(f"  … dan {report.unlisted_doubts} keraguan sejenis yang tidak didaftar")
    return _verdict(report, dry_run)


def _verdict(report: IntakeReport, dry_run: bool) -> int:
    if dry_run and report.refused_rows:
        print(f"Pemeriksaan: {report.refused_rows} baris akan ditolak. Belum ada yang diambil.")
        return REFUSED
    if dry_run:
        print("Pemeriksaan: semua baris dapat diambil. Belum ada yang diambil.")
        return TAKEN
    if report.taken:
        print("Sudah diambil." if report.events else "Semuanya sudah ada; tidak ada yang berubah.")
        return TAKEN
    print(
        f"Tidak ada yang diambil: {report.refused_rows} baris ditolak. Perbaiki berkasnya, atau ambil baris yang baik "
        "saja dengan --skip-refused."
    )
    return REFUSED


def _rows(file: Path, report: IntakeReport) -> list[tuple[str, ...]]:
    return [
        (
            file.name,
            str(found.problem.line),
            found.problem.column,
            problem_text(found.problem) + (f" ({found.times} kali)" if found.times > 1 else ""),
            found.problem.value,
            "ditolak" if found.problem.fatal else "diragukan",
        )
        for found in report.found
    ]


def _save_problems(path: Path, rows: Sequence[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        out = csv.writer(stream, delimiter=";")
        out.writerow(HEADINGS)
        out.writerows(rows)


class _Bar:
    """How far the file is, on one line of a terminal; silent when nobody watches."""

    def __init__(self, name: str, write: Callable[[str], object] = sys.stderr.write) -> None:
        self._name, self._write = name, write
        self._shown = sys.stderr.isatty()
        self._percent = -1

    def __call__(self, done: int, total: int) -> None:
        percent = done * 100 // total if total else 0
        if self._shown and percent != self._percent:
            self._percent = percent
            filled = percent // 5
            self._write(f"\r{self._name}  [{'█' * filled}{'·' * (20 - filled)}] {percent:3d} %")
            sys.stderr.flush()

    def end(self) -> None:
        if self._shown and self._percent >= 0:
            self._write("\r\033[K")
