"""The lists of the reading and the internet room: their columns, and a model of lines that are all at hand."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from loket.domain.entities import InHouseState
from loket.services.internet_room import HeldCard, LogLine, QueueLine
from loket.services.reading_room import ReadingLine, RequestLine
from loket.ui import format as fmt
from loket.ui.presenters.rooms_reading import ShelfRow
from loket.ui.tables import Column, PagedTableModel, rows_of
from loket.ui.texts import language, say
from loket.ui.texts_rooms import CONTEXT, END_HOW, READING_KINDS, REQUEST_STATES, class_words, purpose_word
from loket.ui.widgets import Table

K = TypeVar("K", bound=Hashable)
R = TypeVar("R")
Clock = Callable[[datetime], str]


class Lines(PagedTableModel[K, R]):
    """A short list that was read at once."""

    def __init__(self, columns: Sequence[Column[R]]) -> None:
        self._lines: Mapping[K, R] = {}
        super().__init__(columns, lambda keys: rows_of(self._lines, keys))

    def show(self, lines: Mapping[K, R], table: Table | None = None) -> None:
        """Show these; in `table` the line that was chosen stays chosen, else the first is."""
        chosen = self.chosen_key(table) if table is not None else None
        self._lines = dict(lines)
        self.set_ids(list(self._lines))
        if table is not None and self._lines:
            number = self.number_of(chosen) if chosen is not None else None
            table.select_row(number or 0)

    def chosen(self, table: Table) -> R | None:
        """The line the table stands on; None where it stands on none."""
        key = self.chosen_key(table)
        return None if key is None else self._lines.get(key)

    def chosen_key(self, table: Table) -> K | None:
        row = table.current_row()
        return self.key_at(row) if 0 <= row < self.rowCount() else None


def clock_of(utc_offset_min: int) -> Clock:
    return lambda at: fmt.clock(at, utc_offset_min, language())


def reading_columns(utc_offset_min: int) -> list[Column[ReadingLine]]:
    clock = clock_of(utc_offset_min)
    return [
        Column(lambda: say(CONTEXT, "Jam"), lambda line: clock(line.use.noted_at), width_px=68),
        Column(lambda: say(CONTEXT, "Judul"), reading_title, stretch=True, strong=True, tooltip=reading_title),
        Column(lambda: say(CONTEXT, "Klas"), lambda line: line.use.ddc_class or "–", width_px=64),
        Column(lambda: say(CONTEXT, "Buku"), lambda line: fmt.count(line.use.books), align="right", width_px=72),
        Column(lambda: say(CONTEXT, "Cara"), lambda line: say(CONTEXT, READING_KINDS[line.use.kind]), width_px=116),
    ]


def reading_title(line: ReadingLine) -> str:
    """The title, else the barcode, else what kind of pile it was."""
    return line.title or line.use.title or line.use.barcode or class_words(line.use.ddc_class)


def request_columns(utc_offset_min: int) -> list[Column[RequestLine]]:
    clock = clock_of(utc_offset_min)

    def title(line: RequestLine) -> str:
        return line.title or line.use.title or line.barcode

    def details(line: RequestLine) -> str:
        return "\n".join(part for part in (title(line), line.call_number, line.who, line.use.note) if part)

    return [
        Column(
            lambda: say(CONTEXT, "Keadaan"),
            lambda line: say(CONTEXT, REQUEST_STATES.get(line.use.state, "")),
            width_px=148,
            icon=lambda line: ("hourglass", "warn") if line.use.state is InHouseState.ASKED else ("book-2", "accent"),
        ),
        Column(lambda: say(CONTEXT, "Judul"), title, stretch=True, strong=True, tooltip=details),
        Column(lambda: say(CONTEXT, "Pembaca"), lambda line: line.who or "–", width_px=128),
        Column(lambda: say(CONTEXT, "Jam"), lambda line: clock(line.use.noted_at), width_px=72),
    ]


def shelf_columns() -> list[Column[ShelfRow]]:
    return [
        Column(
            lambda: say(CONTEXT, "Klas"),
            lambda row: class_words(row.group.ddc_class) if not row.number else "",
            width_px=180,
            strong=True,
            tooltip=lambda row: class_words(row.group.ddc_class),
        ),
        Column(lambda: say(CONTEXT, "Nomor panggil"), lambda row: row.line.call_number or "–", width_px=116),
        Column(
            lambda: say(CONTEXT, "Judul"),
            shelf_title,
            stretch=True,
            tooltip=lambda row: f"{row.line.title}\n{row.line.barcode}".strip(),
        ),
        Column(lambda: say(CONTEXT, "Buku"), lambda row: fmt.count(row.line.books), align="right", width_px=72),
    ]


def shelf_title(row: ShelfRow) -> str:
    """The title, else the barcode; books counted without scanning are a pile."""
    return row.line.title or row.line.barcode or say(CONTEXT, "tumpukan tanpa pindai")


def queue_columns(utc_offset_min: int) -> list[Column[QueueLine]]:
    clock = clock_of(utc_offset_min)
    return [
        Column("", lambda line: str(line.place), align="right", width_px=40),
        Column(lambda: say(CONTEXT, "Menunggu"), lambda line: line.name, stretch=True, strong=True),
        Column(lambda: say(CONTEXT, "Sejak"), lambda line: clock(line.session.asked_at), width_px=72),
    ]


def held_columns() -> list[Column[HeldCard]]:
    """A card whose owner has gone stands out from those whose owner still sits there."""
    return [
        Column(
            lambda: say(CONTEXT, "Kartu di meja"),
            lambda card: card.name,
            stretch=True,
            strong=True,
            icon=lambda card: ("alert-triangle", "warn") if card.is_over else ("id", "ink-2"),
            tooltip=lambda card: f"{card.name}\n{card.number}",
        ),
        Column(lambda: say(CONTEXT, "Komputer"), lambda card: card.seat, align="right", width_px=56),
        Column(
            lambda: say(CONTEXT, "Keadaan"),
            lambda card: say(CONTEXT, "tertinggal") if card.is_over else say(CONTEXT, "dipakai"),
            width_px=104,
        ),
    ]


def log_columns(utc_offset_min: int) -> list[Column[LogLine]]:
    """The register's columns (no., date, name, card number, computer, from, to, purpose, card back)."""
    clock = clock_of(utc_offset_min)

    def at(moment: datetime | None) -> str:
        return clock(moment) if moment is not None else "–"

    return [
        Column(lambda: say(CONTEXT, "Tanggal"), lambda line: fmt.short_day(line.session.on, language()), width_px=72),
        Column(lambda: say(CONTEXT, "Nama"), lambda line: line.name or "–", stretch=True, strong=True),
        Column(lambda: say(CONTEXT, "Nomor"), lambda line: line.number or "–", width_px=150),
        Column(lambda: say(CONTEXT, "Komputer"), lambda line: line.seat, width_px=84),
        Column(lambda: say(CONTEXT, "Mulai"), lambda line: at(line.session.started_at), width_px=64),
        Column(
            lambda: say(CONTEXT, "Selesai"),
            lambda line: at(line.session.ended_at),
            width_px=72,
            tooltip=lambda line: say(CONTEXT, END_HOW[line.session.end_how]) if line.session.end_how in END_HOW else "",
        ),
        Column(
            lambda: say(CONTEXT, "Menit"),
            lambda line: str(line.session.used_min) if line.session.ended_at else "–",
            align="right",
            width_px=56,
        ),
        Column(lambda: say(CONTEXT, "Keperluan"), lambda line: purpose_word(line.session.purpose), width_px=150),
        Column(lambda: say(CONTEXT, "Kartu"), _card_back, width_px=84),
    ]


def _card_back(line: LogLine) -> str:
    if line.session.card_held:
        return say(CONTEXT, "di meja")
    return say(CONTEXT, "kembali") if line.session.card_back_at is not None else "–"
