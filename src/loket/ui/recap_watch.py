"""Recaps that nobody made: the window has them made in the background, and says in the morning what nobody signed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from loket.domain.entities import Recap
from loket.domain.scope import Scope, scope_of
from loket.services import closing
from loket.services.desk import Desk, flush_refusals
from loket.ui.pages.page import demand_ours
from loket.ui.shell import Shell
from loket.ui.texts import error_text
from loket.ui.texts_recap_closing import morning_text


class RecapWatch(QObject):
    """Signal `told(sentence, kind)`: days wait for a signature, or a recap could not be made. Said once a day."""

    told = Signal(str, str)

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._said = ""

    def look(self) -> None:
        """Make what is due and see what waits. Cheap while nothing is due; nothing at a kiosk.

        After two weeks without this counter that is fourteen days: one after the other, with the scans between them.
        """
        desk = self._shell.desk
        if scope_of(desk.station.profile) is not Scope.HOUSE:
            self._shell.jobs.start(lambda: _looked(desk), self._seen, self._failed, lane="write", owner=self)

    def _seen(self, found: tuple[int, Sequence[Recap]]) -> None:
        made, waiting = found
        if made:
            self._shell.changes.tell("recaps", self)
            self.look()
            return
        if self._shell.desk.operator is not None:
            self._say(morning_text(waiting, self._shell.desk.today()), "info")

    def _failed(self, error: Exception) -> None:
        demand_ours(error)
        self._say(error_text(error), "warn")

    def _say(self, sentence: str, kind: str) -> None:
        if sentence and sentence != self._said:
            self.told.emit(sentence, kind)
        self._said = sentence


def _looked(desk: Desk) -> tuple[int, Sequence[Recap]]:
    flush_refusals(desk)
    made = closing.make_due_recaps(desk, most=1)
    return len(made), closing.unsigned(desk, desk.station.id)
