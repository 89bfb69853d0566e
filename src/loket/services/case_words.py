"""What every case is told with: its view, and names, days and fields as words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from loket.domain.cases import detail_of
from loket.domain.entities import SERVER_STATION, Biblio, Case, Id, Item, Loan, Member, Operator, Station
from loket.domain.ports import State

_WITHHELD = {"identity_sealed", "identity_index", "photo"}


@dataclass(frozen=True, slots=True)
class Side:
    """One version of what happened. `who` and `station` are names; "" where nobody knows."""

    heading: str
    lines: tuple[str, ...]
    who: str = ""
    station: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """`asks`: "" or the kind of value that goes with the choice, such as "date"."""

    code: str
    label: str
    asks: str = ""


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case as a person reads it."""

    id: Id
    cls: str
    severity: str
    severity_word: str
    title: str
    question: str
    sides: tuple[Side, ...]
    choices: tuple[ChoiceView, ...]
    opened_at: datetime
    decision: str = ""
    decision_note: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None


class CaseWords:
    """The rows behind one case, as words of one language."""

    def __init__(self, state: State, case: Case, words: dict[str, Any], utc_offset_min: int) -> None:
        self.state = state
        self.case = case
        self.words = words
        self.detail = detail_of(case)
        self.offset = timedelta(minutes=utc_offset_min)

    # ---- words ----------------------------------------------------------------------------------------------------

    def _word(self, name: str) -> str:
        return str(self.words["word"][name])

    def _doer(self) -> tuple[str, str]:
        return self._operator(self.case.operator_id), self._station(self.case.station_id)

    def _item_id(self) -> str:
        loan = self.state.get(Loan, self.case.entity)
        return str(self.detail.get("item_id") or (loan.item_id if loan else self.case.entity))

    def _title(self) -> str:
        biblio = self.state.get(Biblio, self.case.entity)
        return biblio.title if biblio else self._title_of(self._item_id())

    def _title_of(self, item_id: str) -> str:
        item = self.state.get(Item, item_id)
        biblio = self.state.get(Biblio, item.biblio_id) if item else None
        title = biblio.title if biblio else self._word("no_title")
        return f"{title} ({item.barcode})" if item and item.barcode else title

    def _member_name(self, member_id: str) -> str:
        member = self.state.get(Member, member_id)
        if member is None:
            return self._word("unknown")
        return self._word("erased") if member.erased else member.full_name

    def _station(self, station_id: str | None) -> str:
        if station_id == SERVER_STATION:
            return self._word("server")
        station = self.state.get(Station, station_id) if station_id else None
        return station.name if station else ""

    def _operator(self, operator_id: str | None) -> str:
        operator = self.state.get(Operator, operator_id) if operator_id else None
        return operator.full_name or operator.username if operator else ""

    def _field(self, name: str, value: Any) -> str:
        label = self.words["field"].get(name, name)
        if name in _WITHHELD:
            return f"{label}: {self._word('sealed')}"
        if isinstance(value, bool):
            value = self._word("yes" if value else "no")
        if isinstance(value, (list, tuple)):
            value = ", ".join(str(part) for part in value)
        shown = self._day(value) if name.endswith(("_on", "_until")) and value else value
        return f"{label}: {shown if shown not in (None, '') else self._word('empty')}"

    def _day(self, day: date | str) -> str:
        day = date.fromisoformat(day) if isinstance(day, str) else day
        return f"{day:%d-%m-%Y}"

    def _moment(self, moment: datetime) -> str:
        return f"{moment.astimezone(UTC) + self.offset:%d-%m-%Y %H.%M}"
