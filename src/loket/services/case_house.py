"""Cases about lockers as words: whose things lie in one locker, since when, and who took them in."""

from __future__ import annotations

from loket.domain.cases import CaseClass
from loket.domain.entities import Id, Locker, LockerEnd, LockerUse
from loket.services.case_words import CaseWords, Side


class HouseWords(CaseWords):
    """What a case about lockers says beyond others."""

    def house_variant(self) -> str:
        """Which of its class's questions a case asks."""
        is_lost = self.case.cls == CaseClass.LOCK_DUP and "statement_no" in self.detail
        return "_lost_tag" if is_lost else ""

    def house_fact(self, name: str) -> str | None:
        """One named fact of a question; None where it is none about lockers."""
        if name != "locker":
            return None
        locker = self.state.get(Locker, self.case.entity)
        return locker.number if locker is not None else self._word("unknown")

    def house_sides(self) -> tuple[Side, ...]:
        """Every use of the locker the case names, the earlier first."""
        if self.case.cls != CaseClass.LOCK_DUP:
            return ()
        named = (self.detail.get(name) for name in ("earlier", "later", "use_id"))
        found = (self.state.get(LockerUse, Id(use_id)) for use_id in named if use_id)
        uses = sorted((use for use in found if use is not None), key=lambda use: (use.taken_at, use.id))
        return tuple(self._use_side(use) for use in uses)

    def _use_side(self, use: LockerUse) -> Side:
        whose = self._member_name(use.member_id) if use.member_id else use.holder or self._word("guest")
        state = self._word("locker_open" if use.end is LockerEnd.OPEN else "locker_over")
        lines = (whose, self._word("tag").format(tag=use.tag or "–"), use.contents, state)
        shown = tuple(line for line in lines if line)
        return Side(
            self._word("locker_use"),
            shown,
            self._operator(use.operator_id),
            self._station(use.station_id),
            use.taken_at,
        )
