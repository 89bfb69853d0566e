"""The list "Perlu diputuskan": contradictions the rules booked and a person settles.

`describe` tells a case in plain words from the rows as they are now: both versions, who, when, which desk, and what
may be chosen. It reads through `State`, so the window and the server's page tell the same.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from loket.db.rows import mapper
from loket.devices import resources
from loket.domain import events as e
from loket.domain.cases import CaseClass
from loket.domain.decisions import ASKS, NOTED, choices_for
from loket.domain.entities import Case, Id, Item, Loan, Member, Role
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.ports import State
from loket.services.case_house import HouseWords
from loket.services.case_money import MoneyWords, handled_by
from loket.services.case_words import CaseView, ChoiceView, Side
from loket.services.desk import Desk

SEVERITIES = ("high", "medium", "low", "info")
_RANK = " ".join(f"WHEN '{severity}' THEN {rank}" for rank, severity in enumerate(SEVERITIES))
_OPEN = f"{mapper(Case).select_sql} WHERE closed = 0 ORDER BY CASE severity {_RANK} END, opened_at, id LIMIT ?"
_COUNT = "SELECT severity, count(*) FROM conflict_case WHERE closed = 0 GROUP BY severity"
_DECIDED = f"{mapper(Case).select_sql} WHERE closed = 1 ORDER BY resolved_at DESC, id LIMIT ?"
_MOST = 500


def open_cases(desk: Desk, words: str = "id") -> list[CaseView]:
    """What waits for a decision, the most urgent first, then the oldest; at most 500."""
    with desk.view() as act:
        rows = act.driver.execute(_OPEN, (_MOST,)).fetchall()
        return [_described(act.state, row, words, desk.library.utc_offset_min) for row in rows]


def decided_cases(desk: Desk, words: str = "id", most: int = 100) -> list[CaseView]:
    """What was decided, the latest first."""
    with desk.view() as act:
        rows = act.driver.execute(_DECIDED, (most,)).fetchall()
        return [_described(act.state, row, words, desk.library.utc_offset_min) for row in rows]


def count_open(desk: Desk) -> dict[str, int]:
    """Open cases by severity; a severity without any is left out."""
    with desk.view() as act:
        return dict(act.driver.execute(_COUNT).fetchall())


def resolve_case(desk: Desk, case_id: Id, choice: str, *, note: str = "", value: str = "") -> Case:
    """Decide a case. Returns it decided.

    "Seen" of an urgent or disputed case, and every other choice, is for supervisors; of money, for one who did not
    handle it himself. Raises Refused: NOT_SIGNED_IN, ROLE_MISSING, CASE_DECIDED, OWN_MONEY;
    InvalidInput("choice" or "value").
    """
    with desk.action() as act:
        case = act.state.get(Case, case_id)
        if case is None or case.closed:
            raise Refused(RefusalCode.CASE_DECIDED)
        if choice == NOTED and case.severity in ("info", "low"):
            act.demand_role(*(role.value for role in Role))
        else:
            act.demand_role(Role.SUPERVISOR, Role.ADMIN)
        if desk.operator is not None and desk.operator.id in handled_by(act.state, case):
            raise Refused(RefusalCode.OWN_MONEY)
        decision = decision_of(case, choice, note, value, desk.operator.username if desk.operator else "")
        act.record(decision)
        decided = act.state.get(Case, case_id)
        assert decided is not None
        return decided


def decision_of(case: Case, choice: str, note: str, value: str, decided_by: str) -> e.CaseResolved:
    """The event of a decision, checked. Raises InvalidInput("choice" or "value")."""
    if choice not in choices_for(case):
        raise InvalidInput("choice", "case_choice")
    if ASKS.get(choice) == "date":
        try:
            value = date.fromisoformat(value.strip()).isoformat()
        except ValueError as error:
            raise InvalidInput("value", "date_form") from error
    return e.CaseResolved(case.id, choice, note.strip(), value, decided_by)


def _described(state: State, row: Sequence[Any], words: str, offset_min: int) -> CaseView:
    return describe(state, mapper(Case).entity(row), words, offset_min)


def describe(state: State, case: Case, words: str = "id", utc_offset_min: int = 480) -> CaseView:
    """The case in words: "id" or "en". Times are shown by the library's clock."""
    teller = _Teller(state, case, _words(words), utc_offset_min)
    said = teller.words
    return CaseView(
        id=case.id,
        cls=case.cls,
        severity=case.severity,
        severity_word=said["severity"][case.severity],
        title=said["class"][case.cls]["title"],
        question=teller.question(),
        sides=teller.sides(),
        choices=tuple(ChoiceView(code, said["choice"][code], ASKS.get(code, "")) for code in choices_for(case)),
        opened_at=case.opened_at,
        decision=said["choice"].get(case.choice, case.choice),
        decision_note=case.decision_note,
        decided_by=case.decided_by,
        decided_at=case.resolved_at,
    )


def case_title(cls: str, words: str = "id") -> str:
    """What a class of case is called; one this version does not know goes by its code."""
    known: dict[str, dict[str, str]] = _words(words)["class"]
    return known[cls]["title"] if cls in known else cls


@cache
def _words(language: str) -> dict[str, Any]:
    return tomllib.loads(resources.path("cases", f"{language}.toml").read_text(encoding="utf-8"))


class _Teller(HouseWords, MoneyWords):
    """Facts of one case, as words."""

    # ---- the question ---------------------------------------------------------------------------------------------

    def question(self) -> str:
        kind = "question" + self._variant()
        text: str = self.words["class"][self.case.cls][kind]
        return text.format_map(_Facts(self))

    def _variant(self) -> str:
        detail = self.detail
        match self.case.cls:
            case CaseClass.LOAN_COPY if self.case.severity != "high":
                return "_settled"
            case CaseClass.RET_UNKNOWN if "fine_rp" in detail:
                return "_fine"
            case CaseClass.RET_UNKNOWN if "due_on" in detail:
                return "_late"
            case CaseClass.CLOCK if "due_on" in detail:
                return "_due"
        return self.house_variant() or self.money_variant()

    def fact(self, name: str) -> str:
        """One named fact of a question."""
        for told in (self.money_fact(name), self.house_fact(name)):
            if told is not None:
                return told
        detail = self.detail
        match name:
            case "member":
                return self._member_name(detail.get("member_id") or self.case.entity)
            case "title":
                return self._title()
            case "barcode":
                item = self.state.get(Item, self._item_id())
                return str(detail.get("barcode") or (item.barcode if item and item.barcode else self._word("unknown")))
            case "station":
                named = (detail.get("station_id"), self.case.entity, self.case.station_id)
                return next((name for name in map(self._station, named) if name), self._word("unknown"))
            case "operator":
                return self._operator(self.case.entity)
            case "fine":
                return self._rp(detail["fine_rp"])
            case "claimed" | "corrected":
                return self._moment(datetime.fromisoformat(detail[f"{name}_at"])) if f"{name}_at" in detail else "?"
            case "due" | "lent":
                return self._day(detail[f"{name}_on"])
            case "days":
                return str(detail["loan_days"])
        return str(detail.get(name, "?"))

    # ---- the two versions -----------------------------------------------------------------------------------------

    def sides(self) -> tuple[Side, ...]:
        match self.case.cls:
            case CaseClass.MEM_EDIT | CaseClass.CAT_EDIT if self.detail.get("fields"):
                return self._both_edits()
            case CaseClass.MEM_DUP | CaseClass.CARD_DUP:
                return self._both_members()
            case CaseClass.LOAN_COPY:
                both = (("first_loan", self.detail.get("earlier")), ("second_loan", self.detail.get("later")))
                return tuple(side for word, loan_id in both if (side := self._loan_side(word, loan_id)))
            case CaseClass.LIM_OVER:
                loans = self.state.open_loans(Id(self.case.entity))
                return tuple(side for loan in loans if (side := self._loan_side("loan", loan.id)))
            case CaseClass.BARCODE_DUP:
                return tuple(self._item_side(item) for item in (self.case.entity, *self.detail.get("others", ())))
            case CaseClass.RET_UNKNOWN | CaseClass.POLICY_STALE | CaseClass.UNDO_LATE | CaseClass.CLOCK:
                side = self._loan_side("loan", self.case.entity)
                return (side, self._event_side()) if side else (self._event_side(),)
        return self.money_sides() or self.house_sides() or (self._event_side(),)

    def _both_edits(self) -> tuple[Side, ...]:
        fields = self.detail["fields"]
        return tuple(
            self._edit_side(version, tuple(self._field(name, both[place]) for name, both in fields.items()))
            for place, version in enumerate(("standing", "other"))
        )

    def _edit_side(self, version: str, lines: tuple[str, ...]) -> Side:
        edit = self.detail.get(version) or {}
        at = datetime.fromisoformat(edit["at"]) if edit.get("at") else None
        return Side(self._word(version), lines, self._operator(edit.get("by")), self._station(edit.get("station")), at)

    def _both_members(self) -> tuple[Side, ...]:
        others = self.detail.get("others", ())
        first = [self._member_side("first_record", other) for other in others]
        return (*first, self._member_side("second_record", self.case.entity))

    def _member_side(self, word: str, member_id: str) -> Side:
        member = self.state.get(Member, member_id)
        if member is None:
            return Side(self._word(word), (self._word("unknown"),))
        lines = [f"{self._member_name(member.id)} · {member.member_no}"]
        lines += [self._field(name, getattr(member, name)) for name in ("birth_on", "address") if getattr(member, name)]
        lines.append(self._word("open_loans").format(count=len(self.state.open_loans(member.id))))
        by = (self._operator(member.changed_by), self._station(member.changed_station))
        return Side(self._word(word), tuple(lines), *by, member.changed_at)

    def _loan_side(self, word: str, loan_id: str | None) -> Side | None:
        loan = self.state.get(Loan, loan_id) if loan_id else None
        if loan is None:
            return None
        ended = self._day(loan.ended_on) if loan.ended_on else ""
        lines = (
            self._member_name(loan.member_id),
            self._title_of(loan.item_id),
            self._word("due").format(on=self._day(loan.due_on)),
            self._word(f"state_{loan.end.value}").format(on=ended),
        )
        return Side(
            self._word(word), lines, self._operator(loan.operator_id), self._station(loan.station_id), loan.lent_at
        )

    def _item_side(self, item_id: str) -> Side:
        item = self.state.get(Item, item_id)
        lines = (self._title_of(item_id), item.barcode if item else "", item.location if item else "")
        return Side(self._word("item"), tuple(line for line in lines if line))

    def _event_side(self) -> Side:
        """What the desk did that opened the case."""
        lines = []
        if self.detail.get("member_id") or self.state.get(Member, self.case.entity):
            lines.append(self._member_name(self.detail.get("member_id") or self.case.entity))
        if self.state.get(Item, self._item_id()) is not None:
            lines.append(self._title())
        if self.detail.get("returned_on"):
            lines.append(self._word("returned").format(on=self._day(self.detail["returned_on"])))
        return Side(self._word("event"), tuple(lines), *self._doer(), self.case.opened_at)


class _Facts(dict[str, str]):
    """Facts asked for by name when a question is filled in."""

    def __init__(self, teller: _Teller) -> None:
        super().__init__()
        self._teller = teller

    def __missing__(self, name: str) -> str:
        return self._teller.fact(name)
