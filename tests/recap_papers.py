"""Recaps made of invented figures that agree with each other: a busy day, an empty one, a month, a year, a revision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from random import Random

from loket.domain.member_form import EDUCATIONS, JOBS
from loket.domain.periods import Period, PeriodKind, period_of
from loket.domain.recap import Change, Figures, added, changes
from loket.domain.recap_paper import DayLine, DayState, Missing, Reach, RecapPaper, Signed
from loket.domain.visits import AGE_GROUPS

DAY = date(2026, 11, 24)
WITA = timezone(timedelta(hours=8))
CLASSES = ("000", "100", "200", "2X", "300", "400", "500", "600", "700", "800", "900", "F", "R", "")
TYPES = ("anak", "pelajar", "mahasiswa", "umum", "asn", "lembaga")
PURPOSES = ("Membaca", "Meminjam buku", "Mengerjakan tugas", "Internet atau komputer", "Rekreasi atau ruang anak", "")
STAFF = ("Maria Contoh", "Petrus Contoh, A.Md.", "Yohanes Contoh Panjang Sekali, S.I.Pust., M.Hum.")
ACCOUNTS = {"fine": "4.1.04.15.01.0001 Denda keterlambatan", "card_fee": "4.1.02.01.11.0004 Retribusi kartu anggota"}
SIGNERS = {
    "left_above": "Mengetahui,",
    "left_office": "Plt. Kepala Bidang Layanan dan Pelestarian,",
    "left_name": "Ratna Contoh, S.Sos., M.Si.",
    "left_nip": "000000000000002001",
    "left_rank": "Pembina Tk. I (IV/b)",
    "right_above": "Kota Contoh, 24 November 2026",
    "right_office": "Kepala Seksi Layanan Perpustakaan,",
    "right_name": "Yosef Contoh, S.I.Pust.",
    "right_nip": "000000000000002002",
    "right_rank": "Penata (III/c)",
}
FACTS = {
    "library": "Dinas Perpustakaan dan Kearsipan Daerah Contoh",
    "address": "Jalan Contoh Raya Nomor 1, Kota Contoh",
    "phone": "(0000) 111222",
    "station": "L1",
    "station_name": "Meja Sirkulasi 1",
    "place": "Kota Contoh",
    "agency": "Pemerintah Kabupaten Contoh",
    "hours": "08:00-16:00",
    "first_at": "07:52",
    "last_at": "16:04",
    "closed_at": "16:10",
    "closed_day": "",
    "drawer": "Laci 1",
} | SIGNERS
OPEN_POINTS = {"open_inside": "3 orang masih di dalam", "open_internet": "1 sesi internet masih berjalan"}


def day_figures(people: int, seed: int = 7) -> Figures:
    """Figures of a day with so many visitors; breakdowns add up to the same people, loans and rupiah."""
    chance, figures = Random(seed * 1_000_003 + people), Figures()
    if people:
        _visitors(figures, chance, people)
        _members(figures, chance, people)
        _circulation(figures, chance, people)
        _rooms(figures, chance, people)
        _money(figures, chance, people)
        _house(figures, chance, people)
    _stocks(figures, chance)
    return figures


def _shared(chance: Random, whole: int, keys: Sequence[str]) -> dict[str, int]:
    """A number shared out among keys at random, with nothing left over."""
    cuts = sorted(chance.randint(0, whole) for _ in keys[1:])
    return {key: upper - lower for key, lower, upper in zip(keys, [0, *cuts], [*cuts, whole], strict=True)}


def _cross(figures: Figures, chance: Random, table: str, by_row: dict[str, int], columns: Sequence[str]) -> None:
    for row, number in by_row.items():
        for column, part in _shared(chance, number, columns).items():
            figures.add(table, row, part, column)


def _plain(figures: Figures, chance: Random, table: str, whole: int, keys: Sequence[str]) -> None:
    for row, number in _shared(chance, whole, keys).items():
        figures.add(table, row, number)


def _visitors(figures: Figures, chance: Random, people: int) -> None:
    kinds = {"member": people * 55 // 100, "group": people // 10, "official": people // 50}
    kinds["guest"] = people - sum(kinds.values())
    for kind, number in kinds.items():
        figures.add("visitors", kind, number, "people")
        figures.add("visitors", kind, number if kind in ("member", "guest") else min(number, 2), "entries")
    _cross(figures, chance, "visitors_sex", kinds, ("L", "P", ""))
    for table, keys in (("visitors_education", EDUCATIONS), ("visitors_job", JOBS), ("visitors_age", AGE_GROUPS)):
        _cross(figures, chance, table, _shared(chance, people, (*keys, "")), ("L", "P", ""))
    for table, keys in (("visitors_purpose", PURPOSES), ("visitors_hour", [f"{hour:02}" for hour in range(8, 16)])):
        for kind, number in kinds.items():
            for row, part in _shared(chance, number, keys).items():
                figures.add(table, row, part, kind)
    _plain(figures, chance, "visitors_source", people, ("desk", "kiosk", "paper", "loan"))
    rooms = {
        "Ruang Anak": people // 5,
        "Ruang Referensi & Deposit": people // 8,
        "Audiovisual <lantai 2>": people // 20,
    }
    _cross(figures, chance, "rooms", rooms, ("L", "P", ""))


def _members(figures: Figures, chance: Random, people: int) -> None:
    new, renewed = people // 25, people // 40
    _cross(figures, chance, "members_new", _shared(chance, new, TYPES), ("L", "P"))
    _cross(figures, chance, "members_renewed", _shared(chance, renewed, TYPES[:4]), ("L", "P"))
    for reason, number in (("first", new), ("renewed", renewed), ("lost", people // 90), ("spoilt", people // 120)):
        figures.add("cards_printed", reason, number)


def _circulation(figures: Figures, chance: Random, people: int) -> None:
    loans, returns = people * 7 // 10, people * 6 // 10
    rows = {"loans": loans, "borrowers": loans * 6 // 10, "renewals": people // 12, "returns": returns}
    rows |= {"late": returns // 9, "lost": people // 300, "damaged": people // 200, "undone": people // 150}
    for row, number in rows.items():
        figures.add("circulation", row, number)
    _cross(figures, chance, "loans_class", _shared(chance, loans, CLASSES), TYPES)
    for row in TYPES:
        by_type = figures.column_total("loans_class", row)
        _cross(figures, chance, "loans_type", {row: by_type}, ("L", "P", ""))
    _cross(figures, chance, "loans_education", _shared(chance, loans, EDUCATIONS), ("L", "P", ""))
    _cross(figures, chance, "loans_job", _shared(chance, loans, JOBS), ("L", "P", ""))
    _plain(figures, chance, "loans_kind", loans, ("umum", "anak", "remaja", "referensi"))
    hours = [f"{hour:02}" for hour in range(8, 16)]
    for column in ("loans", "renewals", "returns"):
        for row, number in _shared(chance, rows[column], hours).items():
            figures.add("loans_hour", row, number, column)


def _rooms(figures: Figures, chance: Random, people: int) -> None:
    read = people // 2
    _cross(figures, chance, "reading_class", _shared(chance, read, CLASSES), ("table", "request", "restricted"))
    _plain(figures, chance, "reading_room", read, ("Ruang Baca Umum", "Ruang Anak"))
    sessions = people // 8
    _plain(figures, chance, "internet_sex", sessions, ("L", "P", ""))
    _plain(figures, chance, "internet_end", sessions, ("done", "time", "power", "closing"))
    for purpose, number in _shared(chance, sessions, ("Tugas sekolah", "Mencari informasi", "")).items():
        figures.add("internet", purpose, number, "sessions")
        figures.add("internet", purpose, number * 41, "minutes")
    figures.add("copies", "inside", people // 20, "jobs")
    figures.add("copies", "inside", people // 3, "pages")
    figures.add("copies", "inside", people // 3 * 500, "rp")
    figures.add("copies", "outside", people // 60, "jobs")
    _plain(figures, chance, "ebooks", people // 30, ("member", "guest"))
    figures.add("survey", "answers", people // 15)


def _money(figures: Figures, chance: Random, people: int) -> None:
    for kind, amount_rp in (("fine", people * 250), ("card_fee", people // 25 * 10_000)):
        back_rp = -amount_rp // 20 // 500 * 500
        parts = {"cash": amount_rp * 7 // 10, "noncash": amount_rp - amount_rp * 7 // 10, "back": back_rp}
        for column, part in parts.items():
            figures.add("cash_account", ACCOUNTS[kind], part, column)
            figures.add("cash_kind", kind, part, column)
        figures.add("cash_kind", kind, people // 30, "papers")
    for kind, raised_rp in (("fine", people * 310), ("lost", people // 300 * 85_000)):
        figures.add("charges", kind, raised_rp, "raised")
        figures.add("charges", kind, raised_rp // 10, "waived")


def _house(figures: Figures, chance: Random, people: int) -> None:
    taken, out = people * 4 // 10, people // 100
    for row, number in (("taken", taken), ("returned", taken - out), ("lost_tag", people // 200), ("out", out)):
        figures.add("lockers", row, number)
    for column, whole in (
        ("loans", figures.of("circulation", "loans")),
        ("returns", figures.of("circulation", "returns")),
        ("renewals", figures.of("circulation", "renewals")),
        ("members", figures.total("members_new")),
        ("visits", people // 2),
        ("receipts", people // 15),
    ):
        for row, number in _shared(chance, whole, STAFF).items():
            figures.add("staff", row, number, column)
    figures.add("opening", "planned", 480)
    figures.add("opening", "kept", 480 + chance.randint(-20, 12))
    for row, number in (("member_overdue", people // 60), ("title_limit", people // 45), ("member_expired", 2)):
        figures.add("refusals", row, number)
    figures.add("overrides", "title_limit", people // 100)
    figures.add("cases", "LOAN_COPY", people // 250)


def _stocks(figures: Figures, chance: Random) -> None:
    for kind, number in zip(TYPES, (820, 4_310, 1_240, 2_905, 377, 12), strict=True):
        figures.add("members_stock", kind, number, "active")
        figures.add("members_stock", kind, number // 3, "expired")
        figures.add("members_stock", kind, number // 400, "suspended")
    figures.add("members_stock", "pelajar", 4, "pending")
    _cross(figures, chance, "overdue_class", _shared(chance, 86, CLASSES), TYPES[:4])
    _plain(figures, chance, "overdue_days", 86, ("1-7", "8-30", "31-90", "91-365", "366"))
    figures.add("cases_open", "MEM_DUP", 2)


# ---- papers ---------------------------------------------------------------------------------------------------------


def busy_day_paper(people: int = 412) -> RecapPaper:
    """A day that was closed and signed, with open points, and both days it is held against."""
    figures = day_figures(people)
    return RecapPaper(
        period=Period(PeriodKind.DAY, DAY, DAY),
        reach=Reach.COUNTER,
        facts=FACTS | OPEN_POINTS,
        figures=figures,
        days=(DayLine(DAY, DayState.LOCKED, figures, is_open=True),),
        open_days=1,
        dated_on=DAY,
        previous=day_figures(368, seed=3),
        year_before=day_figures(290, seed=4),
        number="00017/RK/L1/XI/2026",
        revision=1,
        made_at=datetime(2026, 11, 24, 8, 10, tzinfo=UTC),
        position="a1b2c3d4 · 1234 · 9f8e7d6c5b4a",
        signed=Signed(
            "Petrus Contoh, A.Md.", datetime(2026, 11, 24, 16, 12, tzinfo=WITA), "Laci kas cocok dengan catatan."
        ),
    )


def empty_day_paper() -> RecapPaper:
    """A holiday on which nothing happened, made by night: only stocks stand in it, and nobody has signed."""
    on = date(2026, 12, 25)
    figures = day_figures(0)
    facts = FACTS | {"first_at": "", "last_at": "", "hours": "", "closed_at": "21:30", "closed_day": "Hari Raya Natal"}
    facts["right_above"] = "Kota Contoh, 25 Desember 2026"
    return RecapPaper(
        period=Period(PeriodKind.DAY, on, on),
        reach=Reach.COUNTER,
        facts=facts,
        figures=figures,
        days=(DayLine(on, DayState.LOCKED, figures, is_open=False, closed_name="Hari Raya Natal"),),
        open_days=0,
        dated_on=on,
        number="00043/RK/L1/XII/2026",
        revision=1,
        made_at=datetime(2026, 12, 25, 13, 30, tzinfo=UTC),
        by_night=True,
        position="a1b2c3d4 · 1301 · 00ff00ff00ff",
    )


def live_day_paper() -> RecapPaper:
    """A day that is not closed yet, as it is shown before."""
    paper = busy_day_paper(120)
    live = replace(paper.days[0], state=DayState.LIVE)
    plain = {name: text for name, text in paper.facts.items() if not name.startswith("open_")} | {"closed_at": ""}
    return replace(paper, days=(live,), facts=plain, number="", revision=0, made_at=None, position="", signed=None)


def revision_paper() -> RecapPaper:
    """Revision 2 of the busy day: two visitors from the paper book and a fine taken off were added afterwards."""
    first = busy_day_paper()
    later = Figures()
    for table, row, column, number in (
        ("visitors", "guest", "people", 2),
        ("visitors", "guest", "entries", 2),
        ("visitors_sex", "guest", "P", 2),
        ("visitors_education", "SMP", "P", 2),
        ("visitors_job", "Pelajar", "P", 2),
        ("visitors_age", "13-15", "P", 2),
        ("visitors_purpose", "Membaca", "guest", 2),
        ("visitors_hour", "10", "guest", 2),
        ("visitors_source", "paper", "n", 2),
        ("cash_account", ACCOUNTS["fine"], "back", -2_000),
        ("cash_kind", "fine", "back", -2_000),
    ):
        later.add(table, row, number, column)
    figures = added((first.figures, later))
    told: tuple[Change, ...] = changes(first.figures, figures)
    day = replace(first.days[0], figures=figures)
    return replace(first, figures=figures, days=(day,), revision=2, changes=told, signed=None)


def period_paper(kind: PeriodKind, on: date, busy: int = 240) -> RecapPaper:
    """A period whose Mondays and one holiday are closed; its last day is still running, and two days are missing."""
    period, chance = period_of(kind, on), Random(f"{kind}{on}")
    days = tuple(_day(period.first + timedelta(days=place), chance, busy, period) for place in range(period.days))
    facts = FACTS | {"first_at": "", "last_at": "", "closed_at": "", "hours": ""}
    return RecapPaper(
        period=period,
        reach=Reach.LIBRARY,
        facts=facts,
        figures=added(day.figures for day in days),
        days=days,
        open_days=sum(day.is_open for day in days),
        dated_on=period.last,
        previous=_as_many_days(busy - 30, days),
        year_before=_as_many_days(busy + 20, days),
        missing=(
            Missing("Meja Sirkulasi 2", period.first + timedelta(days=1)),
            Missing("Meja Sirkulasi 2", period.first + timedelta(days=2)),
            Missing("Ruang Anak", period.first + timedelta(days=1)),
        ),
    )


def _as_many_days(people: int, days: Sequence[DayLine]) -> Figures:
    """What a period of as many open days held against it may have had."""
    week = [day_figures(people + seed, seed) for seed in range(7)]
    return added(week[place % 7] for place, day in enumerate(days) if day.is_open)


def _day(on: date, chance: Random, busy: int, period: Period) -> DayLine:
    holiday = "Hari Raya Contoh" if on == period.first + timedelta(days=10) else ""
    if on.weekday() == 0 or holiday:
        return DayLine(on, DayState.NONE, Figures(), is_open=False, closed_name=holiday)
    figures = day_figures(chance.randint(busy // 2, busy * 3 // 2), seed=on.toordinal())
    state = DayState.LIVE if on == period.last else DayState.LOCKED
    return DayLine(on, state, figures, is_open=True)


def month_paper() -> RecapPaper:
    return period_paper(PeriodKind.MONTH, date(2026, 9, 15))


def quarter_paper() -> RecapPaper:
    return period_paper(PeriodKind.QUARTER, date(2026, 8, 1))


def year_paper() -> RecapPaper:
    return period_paper(PeriodKind.YEAR, date(2025, 8, 1))
