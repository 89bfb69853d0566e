"""Lists of the photocopy section: what is outside, and the day's jobs."""

from __future__ import annotations

from collections.abc import Callable

from loket.services.photocopies import JobLine, OutLine
from loket.ui import format as fmt
from loket.ui.tables import Column
from loket.ui.texts import language, say
from loket.ui.texts_rooms_more import COPIES, job_state, job_words, left_words


def out_columns() -> list[Column[OutLine]]:
    """The first due on top; what is late is said by sign, word and colour."""
    return [
        Column(
            lambda: say(COPIES, "Kembali"),
            left_words,
            width_px=176,
            icon=lambda line: ("alert-triangle", "stop") if line.overdue else ("clock", "ink-2"),
            token=lambda line: "stop" if line.overdue else None,
            strong=True,
        ),
        Column(lambda: say(COPIES, "Pembawa"), lambda line: line.who, stretch=True, tooltip=_about),
        Column(lambda: say(COPIES, "Buku"), lambda line: fmt.count(len(line.job.barcodes)), "right", 72),
        Column(lambda: say(COPIES, "Nota"), lambda line: line.job.number, width_px=164),
    ]


def day_columns(utc_offset_min: Callable[[], int]) -> list[Column[JobLine]]:
    def at(line: JobLine) -> str:
        return fmt.clock(line.job.noted_at, utc_offset_min(), language())

    return [
        Column(lambda: say(COPIES, "Jam"), at, "right", 68),
        Column(lambda: say(COPIES, "Pekerjaan"), job_words, stretch=True, tooltip=job_words),
        Column(lambda: say(COPIES, "Untuk"), lambda line: line.who or "–", width_px=168),
        Column(
            lambda: say(COPIES, "Keadaan"),
            lambda line: job_state(line)[0],
            width_px=112,
            icon=lambda line: job_state(line)[1:],
        ),
    ]


def _about(line: OutLine) -> str:
    return " · ".join(part for part in (line.who, line.number, ", ".join(line.job.titles)) if part)
