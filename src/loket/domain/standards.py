"""How long services may take by the library's procedures, and what measured times say against that.

UU 25/2009 and Permenpan 15/2014: a service standard says how long each step takes. The seconds shipped here are those
of procedures in use; a library that promises others says so in its settings (`standards`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import TypeVar

K = TypeVar("K")
ONE_SCAN_MS = 1_000  # nobody serves a person faster: a single scan tells no beginning
LEFT_OPEN_MS = 3_600_000  # somebody walked away from what he had opened
LONGEST_STANDARD_S = 86_400
BUSY_SHARE = Fraction(7, 10)  # above it a waiting line grows faster than the work (one desk, chance arrivals)
LEAST_DAYS, LEAST_COUNT = 4, 20  # fewer weeks or services say nothing about an hour of the week
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class ServiceAction:
    """Something done for a visitor at the counter whose time is measured.

    Attributes:
        sop, steps: the procedure and its steps that are measured here, whose times `seconds` adds up.
        seconds: the standard; None where the procedure leaves the time open.
        handled: somebody at the counter is busy with it all that time; else it is a wait, or holds other actions.
    """

    key: str
    sop: str
    steps: tuple[int, ...]
    seconds: int | None
    handled: bool = True


ACTIONS: dict[str, ServiceAction] = {
    one.key: one
    for one in (
        ServiceAction("loan", "peminjaman", (6,), 120),
        ServiceAction("return", "pengembalian", (5,), 120),
        ServiceAction("renewal", "perpanjangan-buku", (5,), 120),
        ServiceAction("payment", "pengembalian", (7, 8), 75),
        ServiceAction("registration", "kartu-anggota", (10,), 300),
        ServiceAction("card", "kartu-anggota", (10,), 300, handled=False),  # from the form in hand to the card in hand
        ServiceAction("membership", "perpanjangan-kartu", (4,), 180),
        ServiceAction("guestbook", "pengembalian", (2,), 60),
        ServiceAction("group", "kunjungan-resmi", (9,), 300),
        ServiceAction("locker_in", "penitipan-barang", (2, 3), 240),
        ServiceAction("locker_out", "penitipan-barang", (7, 8), 300),
        ServiceAction("internet", "layanan-internet", (1,), 180),
        ServiceAction("copy_out", "foto-copy", (6,), 120),
        ServiceAction("copy_back", "foto-copy", (7,), 120),
        ServiceAction("fetch", "koleksi-deposit", (6,), None, handled=False),  # "disesuaikan": no time is given
    )
}


# ---- what the library promises -----------------------------------------------------------------------------------


def standard_problem(text: str) -> str:
    """What is wrong with one text of the setting `standards`: "standard_action", "standard_seconds", or ""."""
    action, colon, seconds = text.partition(":")
    if not colon or action.strip() not in ACTIONS:
        return "standard_action"
    told = seconds.strip()
    sound = told.isascii() and told.isdigit() and len(told) <= len(str(LONGEST_STANDARD_S))
    return "" if sound and int(told) <= LONGEST_STANDARD_S else "standard_seconds"


def read_standards(texts: Iterable[str]) -> dict[str, int | None]:
    """Seconds by action: those shipped, and over them "action:seconds" texts; "action:0" takes a standard away.

    Texts nobody can read are passed over.
    """
    found = {one.key: one.seconds for one in ACTIONS.values()}
    for text in texts:
        if not standard_problem(text):
            action, _, seconds = text.partition(":")
            found[action.strip()] = int(seconds) or None
    return found


# ---- measured times --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Timed:
    """One service that was measured. `began` is on the library's wall clock."""

    action: str
    began: datetime
    took_ms: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Times taken together, in ms; 0 where there were none. `within`: how many kept the standard."""

    count: int = 0
    median_ms: int = 0
    p90_ms: int = 0
    longest_ms: int = 0
    within: int = 0
    standard_ms: int | None = None

    @property
    def within_percent(self) -> int | None:
        """Of a hundred, rounded down: 100 only where all kept it. None without a standard or without times."""
        return None if self.standard_ms is None or not self.count else self.within * 100 // self.count

    @property
    def keeps(self) -> bool | None:
        """Nine of ten kept the standard; None as `within_percent`."""
        return None if self.within_percent is None else self.within * 10 >= self.count * 9


@dataclass(frozen=True, slots=True)
class ActionTimes:
    """An action with its summary. `one_scan`, `left_open`: how many are not in it, see `ONE_SCAN_MS`."""

    action: str
    times: Summary
    one_scan: int = 0
    left_open: int = 0


@dataclass(frozen=True, slots=True)
class Advice:
    """An hour of the week in which the counter was too busy. `weekday`: 0 is Monday; `days`: how many were seen.

    `busy_percent`: of the hour, spent serving, on the mean of those days; `desks`: that would keep it below 70.
    """

    weekday: int
    hour: int
    days: int
    count: int
    busy_percent: int
    desks: int


def quantile(ordered: Sequence[int], percent: int) -> int:
    """The smallest time that at least so many in a hundred do not exceed (nearest rank)."""
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def summed(times_ms: Iterable[int], standard_ms: int | None) -> Summary:
    """Times of any order as one summary."""
    ordered = sorted(times_ms)
    if not ordered:
        return Summary(standard_ms=standard_ms)
    within = 0 if standard_ms is None else sum(1 for one in ordered if one <= standard_ms)
    median_ms, p90_ms = quantile(ordered, 50), quantile(ordered, 90)
    return Summary(len(ordered), median_ms, p90_ms, ordered[-1], within, standard_ms)


@dataclass(frozen=True, slots=True)
class Study:
    """Everything that was measured at one counter from `first` to `last`.

    Attributes:
        timed: services by action, in the order they were done.
        one_scan, left_open: by action, how many are left out of `timed`.
        worked: days on which anything of this was done here.
        seconds: the standards in force, by action.
    """

    first: date
    last: date
    timed: Mapping[str, Sequence[Timed]] = field(default_factory=dict)
    one_scan: Mapping[str, int] = field(default_factory=dict)
    left_open: Mapping[str, int] = field(default_factory=dict)
    worked: frozenset[date] = frozenset()
    seconds: Mapping[str, int | None] = field(default_factory=lambda: read_standards(()))

    def standard_ms(self, action: str) -> int | None:
        seconds = self.seconds.get(action)
        return None if seconds is None else seconds * 1_000

    def of(self, action: str) -> ActionTimes:
        times = summed((one.took_ms for one in self.timed.get(action, ())), self.standard_ms(action))
        return ActionTimes(action, times, self.one_scan.get(action, 0), self.left_open.get(action, 0))

    def actions(self) -> tuple[ActionTimes, ...]:
        """Every action that was done here, in the order of `ACTIONS`, also where no time could be measured."""
        found = (self.of(action) for action in ACTIONS)
        return tuple(one for one in found if one.times.count or one.one_scan or one.left_open)

    def hours(self, action: str) -> dict[int, Summary]:
        """By the hour in which the service began."""
        return self._by(action, lambda one: one.began.hour)

    def weekdays(self, action: str) -> dict[tuple[int, int], Summary]:
        """By weekday (0 is Monday) and hour."""
        return self._by(action, lambda one: (one.began.weekday(), one.began.hour))

    def trend(self, action: str) -> dict[date, Summary]:
        return self._by(action, lambda one: one.began.date())

    def longest(self, number: int, action: str = "") -> tuple[Timed, ...]:
        """The longest first; of all actions unless one is named."""
        chosen = [action] if action else list(self.timed)
        found = [one for key in chosen for one in self.timed.get(key, ())]
        return tuple(sorted(found, key=lambda one: (-one.took_ms, one.began, one.action))[:number])

    def advice(self) -> tuple[Advice, ...]:
        """Hours of the week that need more hands, the busiest first; none where too little was seen of them."""
        busy_ms, counts = _busy(one for action in self.timed if ACTIONS[action].handled for one in self.timed[action])
        days = [0] * 7
        for day in self.worked:
            days[day.weekday()] += 1
        found = []
        for (weekday, hour), spent_ms in busy_ms.items():
            seen = days[weekday]
            if seen < LEAST_DAYS or counts[weekday, hour] < LEAST_COUNT:
                continue
            share = Fraction(spent_ms, seen * 3_600_000)
            if share > BUSY_SHARE:
                desks = -(-share // BUSY_SHARE)
                found.append(Advice(weekday, hour, seen, counts[weekday, hour], int(share * 100), int(desks)))
        return tuple(sorted(found, key=lambda one: (-one.busy_percent, one.weekday, one.hour)))

    def _by(self, action: str, key: Callable[[Timed], K]) -> dict[K, Summary]:
        parts: dict[K, list[int]] = defaultdict(list)
        for one in self.timed.get(action, ()):
            parts[key(one)].append(one.took_ms)
        return {part: summed(times, self.standard_ms(action)) for part, times in sorted(parts.items())}


def _busy(timed: Iterable[Timed]) -> tuple[dict[tuple[int, int], int], dict[tuple[int, int], int]]:
    """Milliseconds spent serving in each hour of the week, and how many services began in it.

    What goes on over the full hour is shared out between both.
    """
    busy_ms: dict[tuple[int, int], int] = defaultdict(int)
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for one in timed:
        counts[one.began.weekday(), one.began.hour] += 1
        at, left_ms = one.began, one.took_ms
        while left_ms > 0:
            full = at.replace(minute=0, second=0, microsecond=0) + HOUR
            part_ms = min(left_ms, -((at - full) // timedelta(milliseconds=1)))
            busy_ms[at.weekday(), at.hour] += part_ms
            at, left_ms = full, left_ms - part_ms
    return busy_ms, counts
