"""Two invented libraries on a real server, some weeks at work: what the dashboard's tests look at."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from fakes import HASHER, FakeClock, SequentialIds
from paper_station import PaperStation, PaperStream, any_id
from sqlalchemy import update

from loket.db.rows import id_bytes, to_ms
from loket.domain import events as e
from loket.domain.calendar import DAY, days
from loket.domain.entities import Biblio, Id, Item, Library, LoanPolicy, Station
from loket.domain.scope import Scope
from loket.server.pusat import Caller, Pusat
from loket.server.server_keys import ServerKeys
from loket.server.store import open_store
from loket.server.tables import STATION
from loket.server.users import Users
from loket.sync.wire import ClockReading, EnrolRequest

TODAY = date(2026, 11, 24)  # a Tuesday
NOW = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)  # half past two in the afternoon, WITA
OFFSET_MIN = 480
POLICY, TITLES, MEMBERS = any_id("policy"), 24, 30
NAMES = ("Arum Contoh", "Bagus Contoh", "Citra Contoh", "Dewa Contoh", "Eka Contoh", "Fajar Contoh", "Gita Contoh")
BOOKS = ("Pelangi di Atas Kertas", "Belajar Membaca Awan", "Kisah Sebuah Jembatan", "Peta dan Kompas", "Kebun Kata")


COUNTERS = {
    "Perpustakaan Daerah Contoh": {"L01": "Loket Utama", "L02": "Loket Anak", "L03": "Meja Keliling"},
    "Perpustakaan Kecamatan Teladan": {"L01": "Loket Depan"},
}


class LibraryWorld:
    """One library with its counters; every `say` is an event a counter made."""

    def __init__(self, world: DashboardWorld, name: str, counters: dict[str, str]) -> None:
        self.world = world
        self.name = name
        self.id = any_id("library", name)
        self.stations: dict[str, PaperStation] = {}
        self.streams: dict[str, PaperStream] = {}
        self._sent: dict[str, int] = {}
        self._said: dict[str, list[tuple[datetime, e.Event, dict[str, Any]]]] = defaultdict(list)
        for code, station_name in counters.items():
            self._enrol(code, station_name)

    def _enrol(self, code: str, station_name: str) -> None:
        station = PaperStation(f"{self.name} {code}", self.id)
        pusat, founds = self.world.pusat, not self.stations
        about = {"station_name": station_name, "station_code": code, "profile": "lengkap"}
        brought: dict[str, Any] = {"station_id": id_bytes(station.station_id), **about}
        if founds:
            brought |= {"library_id": id_bytes(self.id), "library_secret": bytes(32), "library_name": self.name}
        enrol_code = pusat.new_code(None) if founds else pusat.new_code(self.id, **about)
        answer = pusat.enrol(EnrolRequest(enrol_code, station.public_key, station.machine, "1.0", **brought))
        station.station_id = Id(answer.station_id.hex())
        self.stations[code], self.streams[code], self._sent[code] = station, station.stream(), 0

    def say(self, code: str, event: e.Event, at: datetime, **stamp: Any) -> None:
        """An event at a counter, to be sent in order of time. `at`: by the library's clock, without a zone."""
        self._said[code].append((at, event, stamp))

    def _write(self, code: str, at: datetime, event: e.Event, stamp: dict[str, Any]) -> None:
        moment = at.replace(tzinfo=UTC) - timedelta(minutes=OFFSET_MIN)
        stamp = {"operator_id": id_bytes(any_id(self.name, "operator", code))} | stamp
        times = {"began_ms": to_ms(moment), "done_ms": to_ms(moment), "business_on": at.date().isoformat()}
        self.streams[code].add(event, **(times | {"utc_offset_min": OFFSET_MIN} | stamp))

    def send(self, code: str) -> None:
        """Push everything a counter has not sent yet."""
        for at, event, stamp in sorted(self._said[code], key=lambda one: one[0]):
            self._write(code, at, event, stamp)
        self._said[code].clear()
        station, stream = self.stations[code], self.streams[code]
        caller = Caller(self.id, station.station_id, Scope.FULL)
        while self._sent[code] < len(stream.events):
            last = min(self._sent[code] + 500, len(stream.events))
            reading = ClockReading(to_ms(NOW), 1_000_000, "another boot")
            answer = self.world.pusat.push(caller, station.batch(stream, self._sent[code] + 1, last, reading))
            assert answer.verdict == "taken", answer
            self._sent[code] = last

    def last_told(self, code: str, **columns: Any) -> None:
        """What a counter said of itself at its last round (columns of `station`)."""
        t = STATION.c
        own = (t.library_id == id_bytes(self.id), t.station_id == id_bytes(self.stations[code].station_id))
        with self.world.pusat.store.write() as connection:
            connection.execute(update(STATION).where(*own).values(**columns))

    # ---- what the library has -------------------------------------------------------------------------------------

    def member(self, number: int) -> Id:
        return any_id(self.name, "member", number)

    def item(self, number: int) -> Id:
        return any_id(self.name, "item", number)

    def found(self, begun: date) -> None:
        """The library, its staff, its books and its members, told by the first counter."""
        first, at = next(iter(self.stations)), datetime.combine(begun, time(8))
        self.say(first, e.LibraryDescribed(Library(self.id, self.name, "CTH", "Jalan Contoh 1")), at)
        for code, station in self.stations.items():
            name = COUNTERS[self.name][code]
            self.say(first, e.StationDescribed(Station(station.station_id, code, name, "lengkap")), at)
            person = e.OperatorPerson(f"Petugas {name}", "")
            operator_id = any_id(self.name, "operator", code)
            self.say(first, e.OperatorAdded(operator_id, f"petugas.{code.lower()}", ("circulation",), person), at)
        self.say(first, e.PolicyAdopted(LoanPolicy(POLICY, max_titles=3, max_items=3)), at)
        for number in range(TITLES):
            biblio = Biblio(any_id(self.name, "biblio", number), f"{BOOKS[number % 5]} {number // 5 + 1}")
            self.say(first, e.BiblioAdded(biblio), at)
            self.say(first, e.ItemAdded(Item(self.item(number), biblio.id, f"B{number:05d}")), at)
        for number in range(MEMBERS):
            self.register(first, number, at)

    def register(self, code: str, number: int, at: datetime, **person: Any) -> None:
        who = e.Person(**({"full_name": f"{NAMES[number % 7]} {number}", "address": "Jalan Contoh 2"} | person))
        fields = (self.member(number), f"A{number:04d}", "umum", at.date(), date(2027, 12, 31))
        self.say(code, e.MemberRegistered(*fields, person=who), at)

    def lend(self, code: str, item: int, member: int, at: datetime, **changes: Any) -> Id:
        """Returns the loan's id."""
        loan_id = any_id(self.name, "loan", code, item, member, at)
        biblio_id, on = any_id(self.name, "biblio", item), at.date()
        known = {"loan_id": loan_id, "member_id": self.member(member), "item_id": self.item(item)}
        terms = {"biblio_id": biblio_id, "policy_id": POLICY, "lent_on": on, "due_on": on + 7 * DAY, "max_items": 3}
        stamp = changes.pop("stamp", {})
        self.say(code, e.ItemLent(**(known | terms | changes)), at, **stamp)
        return loan_id

    def take_back(self, code: str, loan_id: Id, item: int, member: int, at: datetime, **changes: Any) -> None:
        fields = (loan_id, self.item(item), self.member(member), at.date())
        self.say(code, e.ItemReturned(*fields, **changes), at)

    def work(self, first: date, last: date, lot: random.Random, *, most: int) -> None:
        """Days of visits, loans and returns at the first counter, Sundays closed."""
        code = next(iter(self.stations))
        for day in days(first, last):
            if day.weekday() == 6:
                continue
            until = 14 if day == TODAY else 16
            for number in range(lot.randint(most // 2, most * 2)):
                at = datetime.combine(day, time(lot.randint(8, until), lot.randint(0, 20)))
                member_id = self.member(lot.randrange(MEMBERS))
                visit = any_id(self.name, "visit", day, number)
                self.say(code, e.VisitRecorded(visit, "member", at.replace(tzinfo=UTC), day, member_id=member_id), at)
            for item in lot.sample(range(6, TITLES), min(lot.randint(most // 4, most), TITLES - 6)):
                member, at = lot.randrange(7, MEMBERS), datetime.combine(day, time(lot.randint(8, until - 1), 30))
                loan_id = self.lend(code, item, member, at)
                if lot.random() < 0.9 or day < last:
                    self.take_back(code, loan_id, item, member, at + timedelta(minutes=45))


class DashboardWorld:
    """The server with both libraries. `close` when done."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self.open(folder, url)
        self.town, self.village = (LibraryWorld(self, name, counters) for name, counters in COUNTERS.items())

    def open(self, folder: Path, url: str | None = None) -> None:
        """The bare server, without any library."""
        self.clock = FakeClock(NOW)
        self.store = open_store(url, folder, bytes(32))
        self.pusat = Pusat(self.store, ServerKeys(bytes(range(32))), self.clock, SequentialIds())
        self.users = Users(self.store, self.clock, HASHER)

    def close(self) -> None:
        self.store.close()

    def fill(self, first: date = TODAY - 40 * DAY, *, most: int = 14) -> None:
        """Weeks of work, cases of most kinds, and counters in every state."""
        lot = random.Random(7)
        for library, busy in ((self.town, most), (self.village, most // 2)):
            library.found(first)
            library.work(first + DAY, TODAY, lot, most=busy)
        self.quarrel()
        for library in (self.town, self.village):
            for code in library.stations:
                library.send(code)
        now_ms, hour_ms = to_ms(NOW), 3_600_000
        seen = {"last_seen_ms": now_ms - 240_000, "last_sync_ms": now_ms - 240_000}
        self.town.last_told("L01", **seen, pending=0)
        self.town.last_told("L02", **seen, pending=12, pending_since_ms=now_ms - 3 * hour_ms, clock_off_ms=14 * 60_000)
        late = now_ms - 51 * hour_ms
        self.village.last_told("L01", last_seen_ms=late, last_sync_ms=late, pending=84, pending_since_ms=late)

    def quarrel(self) -> None:
        """Contradictions between the town's two counters today."""
        town, morning = self.town, datetime.combine(TODAY, time(9))
        town.lend("L01", 0, 1, morning)
        town.lend("L02", 0, 2, morning + timedelta(minutes=4), item_seen_at=None)
        was, fields = {"address": "Jalan Contoh 2"}, ("Jalan Melati 4", "Jalan Kenanga 9")
        for code, address in zip(("L01", "L02"), fields, strict=True):
            changed = e.MemberChanged(town.member(3), person_set={"address": address}, person_was=was)
            town.say(code, changed, morning + timedelta(minutes=20))
        for number in (40, 41):
            town.register("L02", number, morning, identity_index=b"same", full_name=f"Hana Contoh {number}")
        loan_id = town.lend("L01", 1, 4, datetime.combine(TODAY - 10 * DAY, time(9)))
        town.take_back("L01", loan_id, 1, 4, morning)
        fine = {"late_days": 3, "charge_id": any_id("charge"), "fine_rp": 1_500}
        town.take_back("L02", loan_id, 1, 4, morning + timedelta(hours=1), **fine)
        doubtful = {"clock_quality": "doubtful"}
        town.lend("L02", 2, 5, morning, due_on=TODAY + 400 * DAY, stamp=doubtful)
        for item in (3, 4, 5):
            town.lend("L01", item, 6, morning)
        town.lend("L02", 23, 6, morning + timedelta(minutes=30))
