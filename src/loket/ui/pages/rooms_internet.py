"""Internet: the computers with the time that is left on each, who waits, whose card lies at the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from loket.domain.entities import Id
from loket.domain.internet import SeatState
from loket.domain.settings import Settings
from loket.services import guest_books, session_clock
from loket.services import internet_room as net
from loket.services.desk import Desk
from loket.services.internet_room import DayUse, HeldCard, QueueLine, SeatTile
from loket.services.visitors import Person, find_person, persons_like
from loket.ui import format as fmt
from loket.ui import theme
from loket.ui.forms.ui_rooms_internet import Ui_InternetSection
from loket.ui.pages.rooms_internet_acts import InternetActs
from loket.ui.pages.rooms_parts import PersonCard, RoomSection, people_found
from loket.ui.pages.rooms_tables import Lines, held_columns, queue_columns
from loket.ui.pages.settings_parts import Choice, YesNo, in_order
from loket.ui.presenters.rooms_internet import Doing, InternetRoom, Visitor, clock_figure
from loket.ui.presenters.rooms_reading import is_words
from loket.ui.shell import Shell
from loket.ui.sounds import SoundName
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.texts_rooms import CONTEXT, PURPOSES, SEAT_WORDS, DoingWords, doing_words, purpose_word
from loket.ui.widgets import Button, ElidedLabel, Suggestion, Tile, TileState, set_state

SIDE_PX, HAND_PX, ROW_PX = 408, 222, 38
BEAT_MS = 1000
STATES: dict[SeatState, TileState] = {
    SeatState.FREE: TileState.FREE,
    SeatState.RUNNING: TileState.TAKEN,
    SeatState.WARNING: TileState.WARNED,
    SeatState.OVERRUN: TileState.OVERDUE,
    SeatState.OUT_OF_ORDER: TileState.OUT,
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What the section reads at once."""

    tiles: tuple[SeatTile, ...]
    queue: tuple[QueueLine, ...]
    held: tuple[HeldCard, ...]
    use: DayUse
    settings: Settings
    rooms: dict[Id, str]


class InternetSection(RoomSection):
    """Scan a card: what Enter does stands beside it. Once a second the times go on, without a look at the disk.

    Signal `overruns(count)`: at so many computers the time is over; for who works on another page.
    """

    TITLE = QT_TRANSLATE_NOOP("Rooms", "Internet")
    ICON = "world"
    TAKES_PEOPLE = True
    overruns = Signal(int)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._form = Ui_InternetSection()
        self._form.setupUi(self)
        self.room = InternetRoom()
        self.person, self.purpose, self.card_back = PersonCard(self), Choice(self), YesNo(self)
        self._rooms: dict[Id, str] = {}
        self.acts = InternetActs(self, self.room, self._done)
        self._answer: tuple[str, ...] = ()  # what came of the last act, until the next is begun
        self._over = 0  # computers whose time is over
        offset = shell.desk.library.utc_offset_min
        self._queue: Lines[Id, QueueLine] = Lines(queue_columns(offset))
        self._held: Lines[Id, HeldCard] = Lines(held_columns())
        self._build()
        self.retranslate()
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self.show_times)
        self._note = QTimer(self, interval=session_clock.TICK_S * 1000)
        self._note.timeout.connect(self.activate)
        self._beat.start()
        self._note.start()

    # ---- the section -----------------------------------------------------------------------------------------------

    def placeholder(self) -> str:
        return say(CONTEXT, "Pindai kartu, atau ketik nomor komputer …")

    def activate(self) -> None:
        self.read_all(self._read, self._show)

    def take_scan(self, text: str, at: datetime, mono_ms: int) -> None:
        """A computer's number chooses it, a card or slip says who comes, an empty Enter does what is proposed."""
        if not text.strip():
            self.go()
            return
        tile = self.room.seat_named(text)
        if tile is not None:
            self.choose(tile.seat.id)
            return
        desk = self.shell.desk
        self.read(lambda: _whom(desk, text), lambda found: self._found(found, text))

    def take_typed(self, text: str) -> None:
        if is_words(text):
            desk = self.shell.desk
            self.read(lambda: persons_like(desk, text), lambda found: self._suggest(found, text))

    def take_choice(self, key: object) -> None:
        if isinstance(key, Person):
            self.take(Visitor(key))
        elif isinstance(key, str):
            self.take(Visitor(user=key))

    def step(self, way: int) -> None:
        self._form.board.step(0, way)

    def turn(self, way: int) -> None:
        self._form.board.step(way, 0)

    def escape(self) -> None:
        """Nobody is served any more; a second time no computer is chosen."""
        if self.room.visitor is None:
            self.room.choose(None)
            self._form.board.choose(None)
        self.room.put_down()
        self._begin()
        self._show_hand()

    def undo(self) -> None:
        self.acts.ask_undo()

    def go(self) -> None:
        """Enter: what the card at the right proposes."""
        self.acts.go(self.room.proposal(), self.purpose.value() or "", self.card_back.value())

    # ---- who and where ---------------------------------------------------------------------------------------------

    def take(self, visitor: Visitor) -> None:
        """Somebody is served now."""
        self._begin()
        self.room.take(visitor, self.shell.desk.clock.now())
        self._form.board.choose(self.room.seat_id)
        self._show_hand()
        self.left.emit()

    def _begin(self) -> None:
        """Something else is done now; F12 and the last answer would not be about it."""
        self.acts.forget_refusal()
        self._answer = ()

    def choose(self, seat_id: Id | None) -> None:
        self._begin()
        self.room.choose(seat_id)
        self._form.board.choose(seat_id)
        self._show_hand()

    def _found(self, found: tuple[Person, ...], text: str) -> None:
        if len(found) == 1:
            self.take(Visitor(found[0]))
        elif is_words(text):
            self.kept.emit(text)
            self._suggest(found, text)
        else:
            self.shell.sounds.play("refused")
            self.kept.emit(text)
            self.said.emit(
                say(CONTEXT, "“{text}” bukan kartu, slip, atau nomor komputer. Pindai sekali lagi.", text=text), "warn"
            )

    def _suggest(self, found: Sequence[Person], text: str) -> None:
        """Who is known by that name; and the name alone, for a guest without a slip."""
        guest = Suggestion(
            text.strip(), text.strip(), detail=say(CONTEXT, "Tamu tanpa kartu dan slip"), icon="user-plus"
        )
        self.suggested.emit([*people_found(found), guest], text)

    def _done(self, heading: str, detail: str, sound: SoundName) -> None:
        """Something was booked: it stands where the proposal stood, nobody is in hand, the next card may come."""
        self._answer = heading, detail
        self.room.put_down()
        self.room.choose(None)
        self.purpose.set_value("")
        self.shell.sounds.play(sound)
        self.said.emit("", "ok")
        self.left.emit()
        self.activate()

    def answer(self) -> str:
        """What came of the last act, in words; "" once something else was begun."""
        return "  ".join(self._answer)

    # ---- what is shown ---------------------------------------------------------------------------------------------

    def _read(self) -> Seen:
        desk = self.shell.desk
        return Seen(
            net.board(desk),
            net.waiting(desk),
            net.held_cards(desk),
            net.day_use(desk),
            desk.settings(),
            {one.id: one.name for one in guest_books.rooms(desk, retired=True)},
        )

    def _show(self, seen: Seen) -> None:
        self._rooms = seen.rooms
        self.room.refreshed(seen.tiles, seen.queue, seen.held, seen.use, seen.settings)
        self._queue.show({line.session.id: line for line in seen.queue}, self._form.queue)
        self._held.show({card.session.id: card for card in seen.held}, self._form.held)
        for table in (self._form.queue, self._form.held):
            table.horizontalHeader().hide()  # the line above each says what it is
        self.show_times()
        self._form.board.choose(self.room.seat_id)
        self._show_hand()
        self._show_use()

    def show_times(self) -> None:
        """Once a second: what is left on each computer; a time nearly or quite over is heard once."""
        clock = self.shell.desk.clock
        beat = self.room.beat(clock.boot_id, clock.mono_ms())
        called = {tile.seat.id: line for tile, line in zip(self.room.others_free(), self.room.queue, strict=False)}
        self._form.board.show_tiles(
            [
                self._tile(tile, beat.states[tile.seat.id], beat.left_ms[tile.seat.id], called.get(tile.seat.id))
                for tile in self.room.tiles
            ]
        )
        for tile, state in beat.hurried:
            self._hurry(tile, state)
        over = sum(state is SeatState.OVERRUN for state in beat.states.values())
        if over != self._over:
            self._over = over
            self.overruns.emit(over)

    def _tile(self, tile: SeatTile, state: SeatState, left_ms: int | None, line: QueueLine | None) -> Tile:
        seat, runs = tile.seat, tile.session is not None
        several = len({one.seat.room_id for one in self.room.tiles}) > 1
        detail = tile.name.split(" ")[0] if runs else seat.out_of_order
        if runs and left_ms is None:
            detail = say(CONTEXT, "di loket lain")
        return Tile(
            key=seat.id,
            number=seat.number,
            state=TileState.CALLED if line is not None else STATES[state],
            word=say(CONTEXT, "Panggil") if line is not None else say(CONTEXT, SEAT_WORDS[state]),
            detail=line.name.split(" ")[0] if line is not None else detail,
            figure=clock_figure(left_ms) if left_ms is not None else "",
            note="  ·  ".join(part for part in (tile.name, tile.number) if part),
            icon="device-desktop" if state in (SeatState.FREE, SeatState.RUNNING) and line is None else "",
            group=self._rooms.get(seat.room_id, "") if several and seat.room_id else "",
            row=seat.row,
            column=seat.column,
        )

    def _hurry(self, tile: SeatTile, state: SeatState) -> None:
        number, name = tile.seat.number, tile.name or tile.number
        if state is SeatState.OVERRUN:
            self.shell.sounds.play("warning")
            self.said.emit(say(CONTEXT, "Komputer {number}: waktu {name} habis.", number=number, name=name), "stop")
        else:
            self.shell.sounds.play("attention")
            self.said.emit(
                say(CONTEXT, "Komputer {number}: waktu {name} hampir habis.", number=number, name=name), "warn"
            )

    def _show_hand(self) -> None:
        """Who is served, and what Enter does."""
        visitor, proposal = self.room.visitor, self.room.proposal()
        if visitor is None:
            self.person.show_nobody(say(CONTEXT, "Pindai kartu anggota"), say(CONTEXT, "atau ketik nomor komputer"))
        elif visitor.person is not None:
            self.person.show_person(visitor.person)
        else:
            self.person.show_guest(visitor.user)
        words = doing_words(proposal, self.room)
        if self._answer:
            words = DoingWords(*self._answer)
        set_state(self._form.doing, tone="ok" if self._answer else "")
        self._form.doing.setText(words.heading)
        self._form.detail.setText(words.detail)
        self.go_button.set_text(f"{words.button}  Enter" if words.button else say(CONTEXT, "Belum ada yang dilayani"))
        self.go_button.setEnabled(bool(words.button))
        ends = proposal.doing is Doing.END and visitor is not None
        held = ends and proposal.session is not None and proposal.session.card_held
        self._form.purposeRow.setVisible(proposal.doing in (Doing.START, Doing.QUEUE))
        self.card_back.setVisible(held)
        self.card_back.setChecked(held)
        self._show_actions()

    def _show_actions(self) -> None:
        chosen, seat = self.room.running_chosen(), self.room.seat
        self.extend_button.setEnabled(chosen is not None)
        self.move_button.setEnabled(chosen is not None and bool(self.room.others_free()))
        self.queue_button.setEnabled(self.room.visitor is not None)
        self.order_button.setEnabled(seat is not None and seat.session is None)
        broken = seat is not None and bool(seat.seat.out_of_order)
        self.order_button.set_text(say(CONTEXT, "Siap lagi") if broken else say(CONTEXT, "Rusak"))
        self.card_button.setEnabled(any(card.is_over for card in self.room.held))
        self.leave_button.setEnabled(bool(self.room.queue))

    def _show_use(self) -> None:
        count = fmt.count
        self._form.queueTitle.setText(f"{say(CONTEXT, 'Antrean')} ({count(len(self.room.queue))})")
        self._form.heldTitle.setText(f"{say(CONTEXT, 'Kartu di meja')} ({count(len(self.room.held))})")
        use = self.room.use
        if use is not None:
            self.use.setText(
                say(CONTEXT, "Hari ini {count} sesi, {minutes} menit; {free} komputer kosong",
                    count=use.sessions, minutes=use.minutes, free=self.room.free_count())
            )  # fmt: skip

    # ---- words and wires -------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        form = self._form
        form.board.setAccessibleName(say(CONTEXT, "Papan komputer"))
        form.board.set_empty("device-desktop", say(CONTEXT, "Belum ada komputer. Tambahkan di Pengaturan (Ctrl+,)."))
        form.queue.setAccessibleName(say(CONTEXT, "Antrean"))
        form.queue.set_empty("", say(CONTEXT, "Tidak ada yang menunggu."))
        form.held.setAccessibleName(say(CONTEXT, "Kartu di meja"))
        form.held.set_empty("", say(CONTEXT, "Tidak ada kartu yang ditahan."))
        form.purposeLabel.setText(say(CONTEXT, "Keperluan"))
        self.purpose.setAccessibleName(say(CONTEXT, "Keperluan"))
        chosen = self.purpose.value() or ""
        self.purpose.set_choices([("", say(CONTEXT, "tidak disebut")), *((one, purpose_word(one)) for one in PURPOSES)])
        self.purpose.set_value(chosen)
        self.card_back.setText(say(CONTEXT, "Kartunya dikembalikan sekarang"))
        for button, words in (
            (self.extend_button, say(CONTEXT, "Perpanjang")),
            (self.move_button, say(CONTEXT, "Pindah")),
            (self.queue_button, say(CONTEXT, "Antre")),
            (self.leave_button, say(CONTEXT, "Batal")),
            (self.card_button, say(CONTEXT, "Kartu kembali")),
            (self.log_button, say(CONTEXT, "Buku internet")),
        ):
            button.set_text(words)
        for model in (self._queue, self._held):
            model.retranslate()
        self.show_times()
        self._show_hand()
        self._show_use()

    def _build(self) -> None:
        form, px = self._form, theme.current().px
        form.side.setFixedWidth(px(SIDE_PX))
        form.purposeLine.addWidget(self.purpose, 1)
        self.go_button = Button(self, icon="check", role="primary")
        self.go_button.setMinimumHeight(px(44))
        form.handColumn.insertWidget(0, self.person)
        form.handColumn.addWidget(self.card_back)
        form.handColumn.addStretch(1)
        form.handColumn.addWidget(self.go_button)
        form.hand.setFixedHeight(px(HAND_PX))
        self.extend_button = Button(self, icon="clock", role="quiet", key="Ctrl+R")
        self.move_button = Button(self, icon="arrow-right", role="quiet", key="Ctrl+T")
        self.queue_button = Button(self, icon="hourglass", role="quiet", key="Ctrl+J")
        self.order_button = Button(self, icon="device-desktop", role="quiet", key="Ctrl+O")
        self.leave_button = Button(self, icon="x", role="quiet", key="Ctrl+Del")
        self.card_button = Button(self, icon="id", role="quiet", key="Ctrl+K")
        self.log_button = Button(self, icon="list", role="quiet", key="Ctrl+I")
        self.use = ElidedLabel(self, role="secondary")
        for line, parts in (
            (form.actions, (self.extend_button, self.move_button)),
            (form.queueLine, (self.queue_button, self.leave_button)),
            (form.heldLine, (self.card_button,)),
            (form.leftActions, (self.use, self.order_button, self.log_button)),
        ):
            for part in parts:
                line.addWidget(part, 1 if line is form.actions or part is self.use else 0)
        for table in (form.queue, form.held):
            table.setMinimumHeight(px(ROW_PX))  # small windows and large letters: a line is enough to scroll in
        form.queue.show_model(self._queue)
        form.held.show_model(self._held)
        in_order(
            form.board, self.order_button, self.log_button, self.purpose, self.card_back, self.go_button,
            self.extend_button, self.move_button, self.queue_button, self.leave_button, form.queue, self.card_button,
            form.held,
        )  # fmt: skip
        self._wire()

    def _wire(self) -> None:
        form = self._form
        form.board.picked.connect(lambda key: self.choose(key))
        form.board.activated.connect(self._opened)
        form.queue.activated_row.connect(self._called)
        form.held.activated_row.connect(lambda _: self._give_card())
        self.shortcut("F12").activated.connect(self.acts.ask_override)
        for button, act in (
            (self.go_button, self.go),
            (self.extend_button, self.acts.extend),
            (self.move_button, self.acts.ask_move),
            (self.queue_button, lambda: self.acts.queue_up(self.purpose.value() or "")),
            (self.leave_button, self._leave_queue),
            (self.card_button, self._give_card),
            (self.order_button, self.acts.switch_order),
            (self.log_button, self.acts.show_log),
        ):
            button.clicked.connect(lambda _=False, act=act: act())

    def _opened(self, key: object) -> None:
        """Enter or a double click on a computer."""
        self.choose(Id(str(key)))
        self.go()

    def _called(self, row: int) -> None:
        """Enter on somebody who waits."""
        line = self._queue.row_at(row)
        if line is not None:
            self.acts.call(line)

    def _leave_queue(self) -> None:
        self.acts.leave_queue(self._queue.chosen(self._form.queue))

    def _give_card(self) -> None:
        self.acts.give_card(self._held.chosen(self._form.held))


def _whom(desk: Desk, text: str) -> tuple[Person, ...]:
    """Whose card, slip or tag it is; else who bears that name."""
    with desk.view() as act:
        person = find_person(act, text)
    return (person,) if person is not None else persons_like(desk, text)
