"""What the internet room asks before it acts, and its register to read and to keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from loket.services.internet_room import LogLine, SeatTile
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.pages.members_sheets import AskSheet
from loket.ui.pages.rooms_tables import Lines, log_columns
from loket.ui.pages.settings_parts import Choice, YesNo
from loket.ui.texts import language, say
from loket.ui.texts_rooms import CONTEXT, END_HOW
from loket.ui.widgets import Segmented, Sheet, Table, label

LOG_PX, LOG_HIGH_PX = 1000, 420


class EndSheet(AskSheet):
    """Somebody's session ends without his card having been scanned: whose it is, and that his card goes back."""

    def __init__(self, parent: QWidget, tile: SeatTile, how: str) -> None:
        assert tile.session is not None
        super().__init__(
            parent,
            title=say(CONTEXT, "Akhiri sesi komputer {number}?", number=tile.seat.number),
            text="  ·  ".join(part for part in (tile.name, tile.number) if part),
            accept=say(CONTEXT, "Akhiri sesi"),
            icon="device-desktop",
        )
        self.how = Choice(self)
        self.how.set_choices((key, say(CONTEXT, words)) for key, words in END_HOW.items())
        self.how.set_value(how)
        self.card_back = YesNo(self)
        self.card_back.setText(say(CONTEXT, "Kartunya dikembalikan sekarang"))
        self.card_back.setChecked(tile.session.card_held)
        self.card_back.setVisible(tile.session.card_held)
        self._held = tile.session.card_held
        self.ask("how", say(CONTEXT, "Sebab berakhir"), self.how)
        self.body.addWidget(self.card_back)
        self.field_to_focus(self.accept_button())

    def needed(self) -> frozenset[str]:
        return frozenset()

    def gives_card(self) -> bool:
        return self._held and bool(self.card_back.value())


class MoveSheet(AskSheet):
    """Which computer he goes to; his time goes on."""

    def __init__(self, parent: QWidget, tile: SeatTile, free: Sequence[SeatTile]) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Pindah dari komputer {number}", number=tile.seat.number),
            text=say(CONTEXT, "Sisa waktu {name} tetap.", name=tile.name or tile.number),
            accept=say(CONTEXT, "Pindahkan"),
            icon="arrow-right",
        )
        self.to = Choice(self)
        self.to.set_choices((one.seat.id, say(CONTEXT, "Komputer {number}", number=one.seat.number)) for one in free)
        self.ask("to", say(CONTEXT, "Ke"), self.to)

    def needed(self) -> frozenset[str]:
        return frozenset()


@dataclass(frozen=True, slots=True)
class Period:
    """A day or a month of the register. `month`: the whole month of `on`."""

    on: date
    month: bool = False

    def words(self, wanted: fmt.Language) -> str:
        """ "Selasa, 24 November 2026", "November 2026"."""
        whole = fmt.long_day(self.on, wanted)
        return " ".join(whole.split()[-2:]) if self.month else whole


def periods(today: date) -> dict[str, Period]:
    last_month = today.replace(day=1) - timedelta(days=1)
    return {"day": Period(today), "month": Period(today, True), "last": Period(last_month, True)}


class LogSheet(Sheet):
    """The internet register of a day or month, as it is signed. `accept` keeps the period that is shown as a PDF.

    `read(period, show)` fetches in the background; `save(period, lines)` is called when the sheet is accepted.
    """

    def __init__(
        self,
        parent: QWidget,
        today: date,
        utc_offset_min: int,
        read: Callable[[Period, Callable[[Sequence[LogLine]], None]], None],
        save: Callable[[Period, Sequence[LogLine]], None],
    ) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Buku fasilitas internet"),
            icon="world",
            accept_text=say(CONTEXT, "Simpan PDF"),
            reject_text=say(CONTEXT, "Tutup"),
        )
        self._read, self._save = read, save
        self._periods = periods(today)
        self._lines: Sequence[LogLine] = ()
        px = theme.current().px
        self.period = Segmented(self, name=say(CONTEXT, "Masa"))
        self.period.set_options(
            [
                (key, say(CONTEXT, "Hari ini") if key == "day" else period.words(language()), "calendar")
                for key, period in self._periods.items()
            ]
        )
        self.sums = label("", "secondary", self)
        self._model: Lines[str, LogLine] = Lines(log_columns(utc_offset_min))
        self.table = Table(self, name=say(CONTEXT, "Buku fasilitas internet"))
        self.table.show_model(self._model)
        self.table.set_empty("world", say(CONTEXT, "Tidak ada pemakaian internet pada masa ini."))
        room = parent.window().size()
        self.table.setMinimumSize(min(px(LOG_PX), room.width() - px(160)), min(px(LOG_HIGH_PX), room.height() // 2))
        for widget in (self.period, self.table, self.sums):
            self.body.addWidget(widget)
        self.setMinimumWidth(self.minimumSizeHint().width())  # a new window is narrowed to part of the screen else
        self.period.changed.connect(lambda _: self._look())
        self._look()

    def shown(self) -> Period:
        return self._periods[self.period.current()]

    def _look(self) -> None:
        period = self.shown()
        self.set_accept_enabled(False)
        self._read(period, lambda lines: self._show(period, lines))

    def _show(self, period: Period, lines: Sequence[LogLine]) -> None:
        if period != self.shown():
            return
        self._lines = lines
        self._model.show({line.session.id: line for line in lines})
        minutes = sum(line.session.used_min for line in lines)
        self.sums.setText(say(CONTEXT, "{count} sesi, {minutes} menit", count=len(lines), minutes=minutes))
        self.set_accept_enabled(bool(lines))

    def accept(self) -> None:
        period, lines = self.shown(), self._lines
        super().accept()
        self._save(period, lines)
