"""The library's rules, changed at the settings pages: settings, loan policies, closed days, library and station.

Each change is an event with the old value, and the business of an administrator or a supervisor. What is already so
makes no event.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from loket.domain import events as e
from loket.domain.entities import ChargeKind, ClosedDay, Id, Library, LoanPolicy, Role, Rule, Station
from loket.domain.errors import InvalidInput
from loket.domain.member_form import are_overrides
from loket.domain.member_no import read_format
from loket.domain.opening import read_clock, read_hours, tidied_clock, tidied_hours
from loket.domain.policy import ANY, check_policy
from loket.domain.receipt_no import read_receipt_format
from loket.domain.reminders import check_after_days, check_message, read_letter_format
from loket.domain.settings import DEFAULTS, Settings, read_settings, rule_of
from loket.domain.standards import ACTIONS, standard_problem
from loket.importing.codes import UnusableCode
from loket.importing.delimited import DelimitedFile, TextRow
from loket.importing.records import UnusableFileError
from loket.importing.source import encoding_of, read_head
from loket.importing.values import parse_day
from loket.services.desk import Action, Desk, all_rows
from loket.services.setup import check_library, check_station

EDITORS = (Role.ADMIN, Role.SUPERVISOR)
LONGEST_TEXT = 200
_RANGES = {  # whole numbers a rule may have; the others are held by their types
    "double_scan_ms": (0, 60_000),
    "idle_lock_min": (0, 24 * 60),
    "item_code_digits": (0, 40),
    "block_unpaid_above_rp": (-1, 1_000_000_000),
    "membership_months": (0, 1200),
    "guardian_below_age": (0, 21),
    "cash_rounding_rp": (0, 1_000),
    "stamp_duty_above_rp": (0, 1_000_000_000),
    "remit_within_days": (1, 60),
    "visit_window_min": (0, 24 * 60),
    "guest_names_months": (0, 120),
    "locker_deposit_rp": (0, 1_000_000),
    "locker_hours": (0, 24),
    "internet_minutes": (5, 480),
    "internet_warning_min": (0, 60),
    "internet_extension_min": (0, 240),
    "internet_extensions": (0, 20),
    "internet_daily_min": (0, 24 * 60),
    "photocopy_hours": (1, 12),
    "ebook_days": (1, 60),
    "due_soon_days": (0, 30),
}
LONGEST_NOTICE = 4000


# ---- rules ----------------------------------------------------------------------------------------------------------


def change_rule(desk: Desk, key: str, value: Any) -> bool:
    """Set one rule by its name in `Settings`. False when it was so already. Raises as `change_rules`."""
    return change_rules(desk, {key: value}) == 1


def change_rules(desk: Desk, wanted: Mapping[str, Any]) -> int:
    """Set rules by their names in `Settings`: all or none. Returns how many were not so already.

    Raises KeyError for a rule that does not exist, InvalidInput(key, …) for a value it cannot have,
    Refused(ROLE_MISSING).
    """
    values = {key: check_rule(key, value) for key, value in wanted.items()}
    with desk.action() as act:
        act.demand_role(*EDITORS)
        settings = act.rules.settings
        changed = [key for key, value in values.items() if getattr(settings, key) != value]
        for key in changed:
            old = act.state.get(Rule, key)
            act.record(e.RuleSet(key, rule_of(key, values[key]).value, old.value if old else None))
        return len(changed)


def check_rule(key: str, value: Any) -> Any:
    """The value in the rule's own type.

    Raises KeyError, InvalidInput(key, "rule_value"); for templates and lists with a form of their own one of the codes
    of what reads them, see `_CHECKS`.
    """
    value = tuple(value) if isinstance(value, (list, set, frozenset)) else value
    try:
        rule = rule_of(key, value)
        kept = getattr(read_settings([rule]), key)
    except TypeError:
        raise InvalidInput(key, "rule_value") from None
    plain = tuple(json.loads(rule.value)) if isinstance(kept, tuple) else json.loads(rule.value)
    default = getattr(DEFAULTS, key)
    swapped = any(isinstance(value, kind) != isinstance(default, kind) for kind in (bool, tuple))
    if kept != plain or swapped or not _sensible(key, kept):
        raise InvalidInput(key, "rule_value")
    if key in _CHECKS:
        _CHECKS[key](kept)
    return kept


def _check_letter_format(template: str) -> None:
    if template:  # without one, numbers are written by hand
        read_letter_format(template)


def _check_standards(texts: tuple[str, ...]) -> None:
    for text in texts:
        problem = standard_problem(text)
        if problem:
            known = ", ".join(ACTIONS)
            unknown = problem == "standard_action"
            raise InvalidInput(
                "standards", "standard_action" if unknown else "standard_seconds", text=text, known=known
            )


_CHECKS: dict[str, Callable[[Any], object]] = {  # each raises InvalidInput with a code of its own
    "member_no_format": read_format,
    "receipt_no_format": read_receipt_format,
    "reminder_after_days": check_after_days,
    "reminder_no_format": _check_letter_format,
    "reminder_message": check_message,
    "standards": _check_standards,
}


def _sensible(key: str, value: Any) -> bool:
    if key == "weekly_closed":
        return all(0 <= day <= 6 for day in value) and len(set(value)) == len(value) < 7
    if key in ("member_types", "collection_kinds"):
        return len(value) > 0 and _are_names(value)
    if key == "treasurer_only":
        return set(value) <= set(ChargeKind) and len(set(value)) == len(value)
    if key == "never_lent":
        return _are_names(value)
    if key == "member_form":
        return are_overrides(value)
    if key == "opening_hours":
        return len(value) == 7 and all(not text or (read_hours(text) and tidied_hours(text) == text) for text in value)
    if key == "recap_by_night_at":
        return read_clock(value) is not None and tidied_clock(value) == value
    if key == "bps_code":
        return re.fullmatch(r"(\d{2}|\d{4})?", value) is not None
    if key == "reminder_message":
        return True  # its own check says what is wrong with it
    if key == "privacy_notice":
        return len(value.strip()) > 0 and len(value) <= LONGEST_NOTICE
    if isinstance(value, str):
        return len(value) <= LONGEST_TEXT
    least, most = _RANGES.get(key, (None, None))
    return least is None or most is None or least <= value <= most


def _are_names(values: tuple[str, ...]) -> bool:
    return len(set(values)) == len(values) and all(value.strip() == value != ANY and value for value in values)


# ---- loan policies --------------------------------------------------------------------------------------------------


def adopt_policy(desk: Desk, policy: LoanPolicy, replaces: Id | None = None) -> LoanPolicy:
    """Put terms in force, under a new key, in place of `replaces` and of any other for the same pair.

    Returns them as adopted; the old ones, and no event, when nothing differs. Raises InvalidInput naming the field
    (`policy_gone` when the replaced one is no longer in force), Refused(ROLE_MISSING).
    """
    check_policy(policy)
    with desk.action() as act:
        act.demand_role(*EDITORS)
        _check_pair(policy, act.rules.settings)
        in_force = {known.id: known for known in act.rules.policies}
        if replaces is not None and replaces not in in_force:
            raise InvalidInput("policy", "policy_gone")
        same_pair = [known.id for known in in_force.values() if _pair(known) == _pair(policy)]
        retiring = list(dict.fromkeys([*([replaces] if replaces else []), *same_pair]))
        adopted = replace(policy, id=act.new_id(), retired=False)
        if len(retiring) == 1 and replace(in_force[retiring[0]], id=adopted.id) == adopted:
            return in_force[retiring[0]]
        act.record(e.PolicyAdopted(adopted, retiring[0] if retiring else None))
        for policy_id in retiring[1:]:
            act.record(e.PolicyRetired(policy_id))
        return adopted


def retire_policy(desk: Desk, policy_id: Id) -> bool:
    """Take terms out of force; loans made under them keep them. False when they were not in force."""
    with desk.action() as act:
        act.demand_role(*EDITORS)
        if policy_id not in {known.id for known in act.rules.policies}:
            return False
        act.record(e.PolicyRetired(policy_id))
        return True


def _pair(policy: LoanPolicy) -> tuple[str, str]:
    return policy.member_type, policy.collection_kind


def _check_pair(policy: LoanPolicy, settings: Settings) -> None:
    if policy.member_type not in (ANY, *settings.member_types):
        raise InvalidInput("member_type", "member_type_unknown", value=policy.member_type)
    if policy.collection_kind not in (ANY, *settings.collection_kinds):
        raise InvalidInput("collection_kind", "collection_kind_unknown", value=policy.collection_kind)


# ---- closed days ----------------------------------------------------------------------------------------------------


def declare_closed_days(desk: Desk, days: Iterable[ClosedDay]) -> int:
    """Declare dated closed days; a date declared before gets the new name. Returns how many were new or changed.

    Raises InvalidInput("name", …) for a day without a name, Refused(ROLE_MISSING).
    """
    wanted = {day.on: _check_closed_day(day) for day in days}
    with desk.action() as act:
        act.demand_role(*EDITORS)
        known = set(all_rows(act.driver, ClosedDay))
        news = tuple(day for _, day in sorted(wanted.items()) if day not in known)
        if news:
            act.record(e.ClosedDaysDeclared(news))
        return len(news)


def withdraw_closed_day(desk: Desk, on: date) -> bool:
    """The library is open that day after all. False when it was not declared closed."""
    with desk.action() as act:
        act.demand_role(*EDITORS)
        if act.state.get(ClosedDay, on.isoformat()) is None:
            return False
        act.record(e.ClosedDayWithdrawn(on))
        return True


def _check_closed_day(day: ClosedDay) -> ClosedDay:
    name = " ".join(day.name.split())
    if not name:
        raise InvalidInput("name", "text_missing", on=day.on)
    if len(name) > LONGEST_TEXT:
        raise InvalidInput("name", "text_too_long", longest=LONGEST_TEXT, on=day.on)
    return replace(day, name=name)


# ---- closed days from a file ----------------------------------------------------------------------------------------

_COLUMNS = {
    "on": ("tanggal", "tgl", "date"),
    "name": ("nama", "keterangan", "hari libur", "uraian", "name"),
    "kind": ("jenis", "kind"),
    "source": ("sumber", "dasar", "source"),
    "sure": ("pasti",),
}
_ORDER = ("on", "name", "kind", "source")  # of a file without headings
_KINDS = {"libur nasional": "national", "nasional": "national", "cuti bersama": "joint"}


@dataclass(frozen=True, slots=True)
class ClosedDayProblem:
    """A row of a file that could not be read. `code`: date_unreadable, date_missing, text_missing, row_broken."""

    line: int
    code: str
    text: str


def read_closed_days_csv(path: Path) -> tuple[list[ClosedDay], list[ClosedDayProblem]]:
    """Closed days from a CSV of any separator and encoding, as Excel or an editor writes it; problems by line.

    Columns `tanggal`, `nama`, and if there `jenis`, `sumber`, `pasti`, in any order; without headings in this order.
    A date twice: the later row counts. Raises UnusableFileError for a file that is no text table.
    """
    encoding = encoding_of(read_head(path))
    if not encoding:
        raise UnusableFileError(UnusableCode.NOT_TEXT, file=path.name)
    rows = iter(DelimitedFile(path, encoding).rows())
    first = next(rows, None)
    if first is None:
        return [], []
    columns = _headings(first.cells or [])
    body = rows if columns else chain([first], rows)
    columns = columns or {name: place for place, name in enumerate(_ORDER)}
    days: dict[date, ClosedDay] = {}
    problems: list[ClosedDayProblem] = []
    for row in body:
        found = _closed_day(row, columns)
        if isinstance(found, ClosedDayProblem):
            problems.append(found)
        else:
            days[found.on] = found
    return [days[on] for on in sorted(days)], problems


def _headings(cells: Sequence[str]) -> dict[str, int]:
    """Field → column; empty when the row is no heading."""
    words = [cell.strip().strip("\ufeff").casefold() for cell in cells]
    found = {name: words.index(word) for name, known in _COLUMNS.items() for word in known if word in words}
    return found if "on" in found and "name" in found else {}


def _closed_day(row: TextRow, columns: dict[str, int]) -> ClosedDay | ClosedDayProblem:
    if row.cells is None:
        return ClosedDayProblem(row.line, "row_broken", row.text.strip())
    cell = {name: row.cells[place].strip() for name, place in columns.items() if place < len(row.cells)}
    written = cell.get("on", "")
    try:
        on = parse_day(written).day
    except ValueError:
        return ClosedDayProblem(row.line, "date_unreadable", written)
    if on is None:
        return ClosedDayProblem(row.line, "date_missing", row.text.strip())
    name = " ".join(cell.get("name", "").split())
    if not name:
        return ClosedDayProblem(row.line, "text_missing", written)
    source = cell.get("source", "")
    if cell.get("sure", "").casefold() == "perkiraan":
        source = f"{source} (perkiraan)".strip()
    kind = _KINDS.get(cell.get("kind", "").casefold(), "local")
    return ClosedDay(on, name[:LONGEST_TEXT], kind, source)


# ---- library and station --------------------------------------------------------------------------------------------


def describe_library(desk: Desk, library: Library) -> bool:
    """Change the library's name, code, address, zone or head. False when nothing differs.

    Raises InvalidInput naming the field, Refused(ROLE_MISSING).
    """
    library = replace(check_library(library), id=desk.library.id)
    with desk.action() as act:
        if not _record_if_new(act, library, e.LibraryDescribed(library)):
            return False
    desk.library = library
    return True


def describe_station(desk: Desk, station: Station) -> bool:
    """Change this counter's name, code or profile. False when nothing differs.

    No two counters share a code: member numbers and card codes are told apart by it. Raises as `describe_library`.
    """
    station = replace(check_station(station), id=desk.station.id)
    with desk.action() as act:
        if any(other.code == station.code and other.id != station.id for other in all_rows(act.driver, Station)):
            raise InvalidInput("station_code", "station_code_taken", taken=station.code)
        if not _record_if_new(act, station, e.StationDescribed(station)):
            return False
    desk.station = station
    return True


def _record_if_new(act: Action, entity: Library | Station, event: e.Event) -> bool:
    act.demand_role(*EDITORS)
    if act.state.get(type(entity), entity.id) == entity:
        return False
    act.record(event)
    return True
