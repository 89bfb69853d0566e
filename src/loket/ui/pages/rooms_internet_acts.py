"""What is booked in the internet room, by its key: sit down, wait, more time, move, end, the card, the register."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from loket.domain.entities import InternetSession
from loket.domain.errors import Refused
from loket.services import internet_room as net
from loket.services.circulation import Approval
from loket.services.internet_room import HeldCard, LogLine, QueueLine, SeatTile, Started
from loket.ui import format as fmt
from loket.ui.issuing import ask_file, issuer_of, paper_fonts, write_paper
from loket.ui.pages.members_sheets import reason_sheet
from loket.ui.pages.rooms_internet_sheets import EndSheet, LogSheet, MoveSheet, Period
from loket.ui.pages.rooms_parts import RoomSection
from loket.ui.presenters.rooms_internet import Doing, InternetRoom, Proposal, is_free
from loket.ui.sounds import SoundName
from loket.ui.texts import language, say
from loket.ui.texts_rooms import CONTEXT

Done = Callable[[str, str, SoundName], None]


class InternetActs(QObject):
    """The section's hands: books through it, and tells `done(heading, detail, sound)` what came of it.

    Attributes:
        began: the session that was begun here last; Ctrl+Z takes it back.
    """

    def __init__(self, section: RoomSection, room: InternetRoom, done: Done) -> None:
        super().__init__(section)
        self._section, self._room, self._tell = section, room, done
        self._desk, self._sheets = section.shell.desk, section.sheets
        self._retry: Callable[[Approval], None] | None = None  # what F12 would do
        self.began: InternetSession | None = None

    def go(self, proposal: Proposal, purpose: str, card_back: bool) -> None:
        """Enter: what was proposed. Without a card in hand, an end is asked about first."""
        seat, session = proposal.seat, proposal.session
        match proposal.doing:
            case Doing.START | Doing.START_NEXT:
                self.start(proposal, purpose)
            case Doing.QUEUE:
                self.queue_up(purpose)
            case Doing.MOVE:
                assert session is not None
                assert seat is not None
                self.move(session, seat)
            case Doing.END:
                assert session is not None
                assert seat is not None
                if self._room.visitor is not None:
                    self.end(seat, session, card_back, self._how(seat))
                else:
                    self.ask_end(seat)
            case Doing.CARD:
                assert session is not None
                self._give_back(session, proposal.name)

    # ---- sitting down, and waiting ---------------------------------------------------------------------------------

    def start(self, proposal: Proposal, purpose: str) -> None:
        assert proposal.seat is not None
        visitor, seat = self._room.visitor, proposal.seat.seat
        waits = proposal.session.id if proposal.session else None
        person, user = (visitor.person, visitor.user) if visitor else (None, "")
        desk, began_at = self._desk, self._room.taken_at

        def start(approval: Approval | None) -> Started:
            return net.start(
                desk,
                seat.id,
                person,
                user=user,
                purpose=purpose,
                session_id=waits,
                approval=approval,
                began_at=began_at,
            )

        def done(started: Started) -> None:
            self.began = started.session
            number = started.seat.number
            heading = say(CONTEXT, "Komputer {number}: {name}", number=number, name=proposal.name)
            self._done(heading, self._started_words(started))

        self._book_or_override(start, done)

    def _started_words(self, started: Started) -> str:
        session, desk = started.session, self._desk
        ends_at = desk.clock.now() + timedelta(minutes=session.minutes)
        until = fmt.clock(ends_at, desk.library.utc_offset_min, language())
        words = say(CONTEXT, "{minutes} menit, sampai {until}.", minutes=session.minutes, until=until)
        return f"{words} {say(CONTEXT, 'Simpan kartunya.')}" if session.card_held else words

    def call(self, line: QueueLine) -> None:
        """Somebody of the queue sits down, at the chosen computer or at the first that is free."""
        seat = self._room.seat
        free = seat if seat is not None and is_free(seat) else self._room.first_free()
        if free is None:
            self._say(say(CONTEXT, "Belum ada komputer yang kosong."))
            return
        self._room.put_down()
        self.start(Proposal(Doing.START_NEXT, free, line.session, line.name), "")

    def queue_up(self, purpose: str) -> None:
        """Ctrl+J: he waits, also where a computer is free."""
        visitor, desk = self._room.visitor, self._desk
        if visitor is None:
            self._say(say(CONTEXT, "Pindai dahulu kartunya, atau ketik namanya."))
            return
        self._section.book(
            lambda: net.queue_up(desk, visitor.person, user=visitor.user, purpose=purpose),
            lambda _: self._done(say(CONTEXT, "{name} masuk antrean", name=visitor.name)),
        )

    def leave_queue(self, line: QueueLine | None) -> None:
        """Ctrl+Del: the chosen one of the queue waits no longer."""
        desk = self._desk
        if line is not None:
            self._section.book(
                lambda: net.cancel(desk, line.session.id),
                lambda _: self._done(say(CONTEXT, "{name} keluar dari antrean", name=line.name)),
            )

    # ---- while he sits there ---------------------------------------------------------------------------------------

    def extend(self) -> None:
        """Ctrl+R: more time at the chosen computer."""
        tile, desk = self._room.running_chosen(), self._desk
        if tile is None or tile.session is None:
            self._choose_first()
            return
        session_id, number = tile.session.id, tile.seat.number

        def done(session: InternetSession) -> None:
            heading = say(CONTEXT, "Komputer {number} diperpanjang", number=number)
            self._done(heading, say(CONTEXT, "Seluruhnya {minutes} menit.", minutes=session.minutes))

        self._book_or_override(lambda approval: net.extend(desk, session_id, approval=approval), done)

    def ask_move(self) -> None:
        """Ctrl+T: to another computer."""
        tile, free = self._room.running_chosen(), self._room.others_free()
        if tile is None or tile.session is None:
            self._choose_first()
        elif not free:
            self._say(say(CONTEXT, "Tidak ada komputer lain yang kosong."))
        else:
            session, sheet = tile.session, MoveSheet(self._section, tile, free)
            by_id = {one.seat.id: one for one in free}
            self._sheets.ask(sheet, lambda: self.move(session, by_id[sheet.to.value()]))

    def move(self, session: InternetSession, to: SeatTile) -> None:
        desk = self._desk

        def done(_session: InternetSession) -> None:
            heading = say(CONTEXT, "Pindah ke komputer {number}", number=to.seat.number)
            self._done(heading, say(CONTEXT, "Sisa waktunya tetap."))

        self._section.book(lambda: net.move(desk, session.id, to.seat.id), done)

    def ask_end(self, tile: SeatTile) -> None:
        """It ends without a card: whose it is, why, and what became of the card."""
        assert tile.session is not None
        session, sheet = tile.session, EndSheet(self._section, tile, self._how(tile))
        self._sheets.ask(sheet, lambda: self.end(tile, session, sheet.gives_card(), sheet.how.value()))

    def end(self, tile: SeatTile, session: InternetSession, card_back: bool, how: str) -> None:
        desk, name = self._desk, tile.name or tile.number

        def done(ended: InternetSession) -> None:
            used = say(
                CONTEXT,
                "Komputer {number} dipakai {minutes} menit.",
                number=tile.seat.number,
                minutes=ended.used_min,
            )
            heading = _card_words(session, card_back, name)
            freed = say(CONTEXT, "Komputer {number} kosong", number=tile.seat.number)
            self._done(heading or freed, used, "return")

        self._section.book(lambda: net.end(desk, session.id, card_back=card_back, how=how), done)

    def _how(self, tile: SeatTile) -> str:
        clock = self._desk.clock
        left = tile.left_ms(clock.boot_id, clock.mono_ms())
        return "time" if left is not None and left <= 0 else "done"

    def ask_undo(self) -> None:
        """Ctrl+Z: the session that was begun here last, with a reason; its card goes back."""
        began, desk = self.began, self._desk
        if began is None:
            self._say(say(CONTEXT, "Tidak ada sesi yang baru dimulai di sini."))
            return
        sheet = reason_sheet(
            self._section,
            title=say(CONTEXT, "Batalkan sesi yang baru dimulai?"),
            text=say(CONTEXT, "Sesinya tidak dihitung. Bila kartunya ditahan, kembalikan."),
            accept=say(CONTEXT, "Batalkan sesi"),
            icon="arrow-back-up",
        )

        def done(_session: InternetSession) -> None:
            self.began = None
            self._done(say(CONTEXT, "Sesi dibatalkan"))

        self._sheets.ask(
            sheet, lambda: self._section.book(lambda: net.cancel(desk, began.id, sheet.text("reason")), done)
        )

    # ---- cards, and computers that do not work ---------------------------------------------------------------------

    def give_card(self, card: HeldCard | None) -> None:
        """Ctrl+K: the chosen card of the list is with its owner again."""
        if card is None:
            self._say(say(CONTEXT, "Tidak ada kartu yang ditahan."))
        elif not card.is_over:
            self._say(
                say(
                    CONTEXT,
                    "{name} masih memakai komputer {number}; akhiri dahulu sesinya.",
                    name=card.name,
                    number=card.seat,
                )
            )
        else:
            self._give_back(card.session, card.name)

    def _give_back(self, session: InternetSession, name: str) -> None:
        desk = self._desk
        self._section.book(
            lambda: net.card_back(desk, session.id),
            lambda _: self._done(say(CONTEXT, "Kartu {name} sudah kembali", name=name), sound="return"),
        )

    def switch_order(self) -> None:
        """Ctrl+O: the chosen computer does not work, or works again."""
        tile, desk = self._room.seat, self._desk
        if tile is None or tile.session is not None:
            self._choose_first()
            return
        seat_id, number = tile.seat.id, tile.seat.number
        if tile.seat.out_of_order:
            words = say(CONTEXT, "Komputer {number} siap dipakai", number=number)
            self._section.book(lambda: net.put_in_order(desk, seat_id), lambda _: self._done(words))
            return
        sheet = reason_sheet(
            self._section,
            title=say(CONTEXT, "Komputer {number} tidak dapat dipakai?", number=number),
            text=say(CONTEXT, "Tidak ditawarkan lagi sampai dinyatakan siap."),
            accept=say(CONTEXT, "Nyatakan rusak"),
            icon="device-desktop",
        )
        words = say(CONTEXT, "Komputer {number} dinyatakan rusak", number=number)
        self._sheets.ask(
            sheet,
            lambda: self._section.book(
                lambda: net.set_out_of_order(desk, seat_id, sheet.text("reason")), lambda _: self._done(words)
            ),
        )

    # ---- the register ----------------------------------------------------------------------------------------------

    def show_log(self) -> None:
        """Ctrl+I: the register, and its month as a paper to sign."""
        desk, section = self._desk, self._section

        def read(period: Period, show: Callable[[Sequence[LogLine]], None]) -> None:
            on = period.on
            section.read(
                lambda: net.month_log(desk, on.year, on.month) if period.month else net.day_log(desk, on), show
            )

        sheet = LogSheet(section, desk.today(), desk.library.utc_offset_min, read, self._save_log)
        sheet.decided.connect(lambda _: section.left.emit())
        sheet.open()

    def _save_log(self, period: Period, lines: Sequence[LogLine]) -> None:
        title = f"{say(CONTEXT, 'Buku fasilitas internet')} {period.words(language())}"
        path = ask_file(self._section, say(CONTEXT, "Simpan buku"), title)
        if path is not None:
            self.write_log(period, lines, path)

    def write_log(self, period: Period, lines: Sequence[LogLine], path: Path) -> None:
        from loket.reports.internet import internet_register_pdf  # drawing papers is loaded when the first is made

        desk, data_dir = self._desk, self._section.shell.data_dir
        told = f"Bulan {period.words('id')}" if period.month else period.words("id")

        def write() -> Path:
            paper = internet_register_pdf(lines, issuer_of(desk, data_dir), paper_fonts(), period=told)
            return write_paper(path, paper)

        self._section.read(write, self._section.saved.emit)

    # ---- parts -----------------------------------------------------------------------------------------------------

    def ask_override(self) -> None:
        """F12: what was just refused, on a supervisor's word."""
        retry, visitor = self._retry, self._room.visitor
        if retry is None:
            self._say(say(CONTEXT, "Tidak ada yang menunggu persetujuan pengawas."))
            return
        self._sheets.ask(
            self._section.signed(
                retry,
                title=say(CONTEXT, "Persetujuan pengawas"),
                text=visitor.name if visitor else "",
                accept=say(CONTEXT, "Setujui"),
                icon="shield-check",
            )
        )

    def forget_refusal(self) -> None:
        """Something else is done now; F12 would not mean it any more."""
        self._retry = None

    def _book_or_override(self, act: Callable[[Approval | None], Any], done: Callable[[Any], None]) -> None:
        """Book it; where only a rule stands in the way, F12 does it on a supervisor's word."""
        self._retry = None

        def failed(error: Exception) -> None:
            if isinstance(error, Refused) and error.overridable:
                self._retry = lambda approval: self._section.book(partial(act, approval), done)
            self._section.fail(error)

        self._section.book(partial(act, None), done, failed)

    def _choose_first(self) -> None:
        self._say(say(CONTEXT, "Pilih dahulu komputernya: ketik nomornya, atau tekan tombol panah."))

    def _say(self, sentence: str) -> None:
        self._section.said.emit(sentence, "info")

    def _done(self, heading: str, detail: str = "", sound: SoundName = "ok") -> None:
        self._retry = None
        self._tell(heading, detail, sound)


def _card_words(session: InternetSession, card_back: bool, name: str) -> str:
    if not session.card_held:
        return ""
    if card_back:
        return say(CONTEXT, "Kembalikan kartu {name}", name=name)
    return say(CONTEXT, "Kartu {name} masih di meja", name=name)
