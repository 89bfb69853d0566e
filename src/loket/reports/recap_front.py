"""What a recap says before its tables: whose it is, of which days, the summary, what differs, what is not in it.

Sentences are those of one who has to answer for the figures: what they were made from and what they leave out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from loket.domain.periods import PeriodKind
from loket.domain.recap import TABLES, Unit
from loket.domain.recap_paper import DayLine, DayState, Reach, RecapPaper
from loket.domain.wording import MONTHS, long_date, short_date, thousands
from loket.reports.recap_headlines import Headline, day_headlines, headlines
from loket.reports.recap_plots import by_month, month_of
from loket.reports.recap_tables import NOUGHT, Cut, cell_text
from loket.reports.recap_words import (
    PAPER_TITLES,
    PREVIOUS,
    TOTAL,
    WEEKDAYS,
    YEAR_BEFORE,
    average_text,
    change_text,
    column_title,
    number_text,
    row_title,
    table_title,
)

LIVE_MARK = "*"
CLOSED = "tutup"
LONG_MINUTES = 100 * 60
NOTHING = "Tidak ada kegiatan yang tercatat."
ONLY_STOCKS = "Tabel berikut menunjukkan keadaan pada akhir {span}."


def title_of(paper: RecapPaper) -> str:
    return PAPER_TITLES[paper.period.kind]


def span_of(paper: RecapPaper) -> str:
    """ "Selasa, 24 November 2026"; a period by its own name."""
    title = paper.period.title()
    return f"{WEEKDAYS[paper.period.first.weekday()]}, {title}" if is_day(paper) else title


def number_of(paper: RecapPaper) -> str:
    """ "Nomor 00017/RK/L1/XI/2026", a later one with its revision; "" where it has none."""
    if not paper.number:
        return ""
    return f"Nomor {paper.number}" + (f" · Revisi {paper.revision}" if paper.revision > 1 else "")


def is_day(paper: RecapPaper) -> bool:
    return paper.period.first == paper.period.last


def is_live_day(paper: RecapPaper) -> bool:
    """A day shown before it was closed."""
    return paper.period.kind is PeriodKind.DAY and paper.reach is Reach.COUNTER and not paper.is_locked


# ---- facts ----------------------------------------------------------------------------------------------------------


def facts_of(paper: RecapPaper) -> list[tuple[str, str]]:
    facts = [("Cakupan", reach_text(paper))]
    facts += list(_day_facts(paper)) if is_day(paper) else list(_period_facts(paper))
    return [(name, value) for name, value in facts if value]


def reach_text(paper: RecapPaper) -> str:
    if paper.reach is Reach.LIBRARY:
        return "Seluruh perpustakaan"
    name, code = paper.facts.get("station_name", ""), paper.facts.get("station", "")
    return f"{name} ({code})" if name and code and name != code else name or code


def _day_facts(paper: RecapPaper) -> Iterator[tuple[str, str]]:
    told = paper.facts
    yield "Hari libur", told.get("closed_day", "") or next((day.closed_name for day in paper.days), "")
    if planned := told.get("hours", ""):
        yield "Jam layanan", f"pukul {clock_text(planned.replace('-', ' sampai '))} menurut jadwal"
    if told.get("first_at") and told.get("last_at"):
        first, last = clock_text(told["first_at"]), clock_text(told["last_at"])
        yield "Kegiatan tercatat", f"pukul {first} (pertama) sampai {last} (terakhir)"
    yield "Penutupan", closing_text(paper)


def clock_text(text: str) -> str:
    """Times as Indonesian papers write them, "08.00"."""
    return text.replace(":", ".")


def closing_text(paper: RecapPaper) -> str:
    """How the figures of a day came to stand."""
    at = clock_text(paper.facts.get("closed_at", ""))
    clock = f" pukul {at}" if at else ""
    if not paper.is_locked:
        return "Belum ditutup; angka masih dapat bertambah" if is_live_day(paper) else ""
    if paper.by_night:
        return f"Dibuat otomatis{clock} karena layanan belum ditutup petugas"
    return f"Ditutup{clock}"


def _period_facts(paper: RecapPaper) -> Iterator[tuple[str, str]]:
    first, last = paper.period.first, paper.period.last
    yield "Tanggal", f"{long_date(first)} sampai {long_date(last)}"
    yield "Hari buka", f"{paper.open_days} dari {paper.period.days} hari"
    states = [day.state for day in paper.days]
    locked, live = states.count(DayState.LOCKED), states.count(DayState.LIVE)
    made = [f"{locked} hari dari rekap harian yang sudah dikunci"] * bool(locked)
    made += [f"{live} hari dihitung langsung karena belum ditutup"] * bool(live)
    yield "Sumber angka", "; ".join(made)


# ---- the summary ----------------------------------------------------------------------------------------------------


def summary(paper: RecapPaper) -> Cut:
    """Each headline with its average of an open day, and what it is held against."""
    kind, shows_average = paper.period.kind, not is_day(paper)
    held = [(PREVIOUS[kind], paper.previous)]
    if kind is not PeriodKind.YEAR:  # the year before is the one before
        held.append((YEAR_BEFORE[kind], paper.year_before))
    against = [(name, figures) for name, figures in held if figures is not None]
    heads = ["Uraian", "Jumlah", *(["Rata-rata per hari buka"] * shows_average)]
    heads += [head for name, _ in against for head in (name, "Perubahan")]
    rows = []
    for one in headlines(paper):
        now = one.of(paper.figures)
        cells = [one.title, brief(one.unit, now)]
        cells += [average_text(one.unit, now, paper.open_days)] * shows_average
        for _, figures in against:
            before = one.of(figures)
            cells += [brief(one.unit, before), change_text(now, before)]
        rows.append(tuple(cells))
    return Cut(tuple(heads), tuple(rows), sums=False)


def brief(unit: Unit, number: int) -> str:
    """A number of the summary: of hundreds of hours the minutes are left out."""
    if unit is Unit.MINUTES and number >= LONG_MINUTES:
        return f"{thousands((number + 30) // 60)} jam"
    return number_text(unit, number)


def is_quiet(paper: RecapPaper) -> bool:
    """Nothing happened: what stands in it are stocks alone."""
    return all(TABLES[key].stock for key in paper.figures.tables)


def big_change(paper: RecapPaper, one: Headline) -> tuple[str, str]:
    """What stands below a large figure: the change, and against what."""
    if paper.previous is None:
        return "", ""
    before = one.of(paper.previous)
    against = PREVIOUS[paper.period.kind].lower()
    return change_text(one.of(paper.figures), before), f"{against} {number_text(one.unit, before)}"


def quiet_text(paper: RecapPaper) -> str:
    """What is said instead of a summary where nothing happened."""
    told = ONLY_STOCKS.format(span="hari" if is_day(paper) else "periode")
    return f"{NOTHING} {told}" if paper.figures.tables else NOTHING


# ---- day by day -----------------------------------------------------------------------------------------------------


def daily(paper: RecapPaper) -> Cut:
    """A line for each day, or each month of a long period, with sums. A day not closed yet bears a mark."""
    chosen = day_headlines(paper)
    total = tuple(cell_text(one.unit, one.of(paper.figures), "0") for one in chosen)
    shorts = tuple(one.short for one in chosen)
    if by_month(paper):
        months = dict.fromkeys(month_of(day.on) for day in paper.days)
        rows = tuple(_month_row(paper, month, chosen) for month in months)
        return Cut(("Bulan", "Hari buka", *shorts), (*rows, (TOTAL, str(paper.open_days), *total)), sums=True)
    rows = tuple(_day_row(day, chosen) for day in paper.days)
    return Cut(("Tanggal", *shorts), (*rows, (TOTAL, *total)), sums=True)


def _day_row(day: DayLine, chosen: Sequence[Headline]) -> tuple[str, ...]:
    """ "Jumat, 25-12-2026 (Hari Raya Natal)"."""
    why = day.closed_name or ("" if day.is_open else CLOSED)
    name = f"{WEEKDAYS[day.on.weekday()]}, {short_date(day.on)}{LIVE_MARK * (day.state is DayState.LIVE)}"
    return name + f" ({why})" * bool(why), *(cell_text(one.unit, one.of(day.figures)) for one in chosen)


def _month_row(paper: RecapPaper, month: tuple[int, int], chosen: Sequence[Headline]) -> tuple[str, ...]:
    days = [day for day in paper.days if month_of(day.on) == month]
    name = f"{MONTHS[month[1] - 1]} {month[0]}" + LIVE_MARK * any(day.state is DayState.LIVE for day in days)
    sums = (cell_text(one.unit, sum(one.of(day.figures) for day in days)) for one in chosen)
    return name, str(sum(day.is_open for day in days)), *sums


# ---- what differs, and what is not in it ----------------------------------------------------------------------------


def change_rows(paper: RecapPaper) -> Cut:
    """What a revision changed, cell by cell."""
    rows = []
    for one in paper.changes:
        unit = TABLES[one.table].unit_of(one.column)
        where = f"{row_title(one.table, one.row)}, {column_title(one.table, one.column)}"
        numbers = (number_text(unit, number) for number in (one.before, one.after))
        rows.append((table_title(one.table), where, *numbers))
    return Cut(("Tabel", "Baris dan kolom", "Semula", "Menjadi"), tuple(rows), sums=False)


def open_points(paper: RecapPaper) -> list[str]:
    """What was still open when the day was closed."""
    return [text for name, text in sorted(paper.facts.items()) if name.startswith("open_") and text]


def missing_lines(paper: RecapPaper) -> list[str]:
    """ "Meja Sirkulasi 2: 2 hari (2 dan 3 September 2026)", a line for each counter."""
    by_station = groupby(sorted(paper.missing, key=lambda one: (one.station, one.on)), lambda one: one.station)
    lines = []
    for station, found in by_station:
        days = [one.on for one in found]
        lines.append(f"{station}: {len(days)} hari ({days_text(days)})")
    return lines


def days_text(days: Sequence[date]) -> str:
    """ "2, 3, dan 7 September 2026; 1 Oktober 2026": the days of each month together."""
    months = []
    for (year, month), found in groupby(days, month_of):
        numbers = [str(day.day) for day in found]
        several = ", ".join(numbers[:-1]) + ("," if len(numbers) > 2 else "")
        listed = f"{several} dan {numbers[-1]}" if len(numbers) > 1 else numbers[0]
        months.append(f"{listed} {MONTHS[month - 1]} {year}")
    return "; ".join(months)


def notes(paper: RecapPaper) -> list[str]:
    """What was noted at closing, and how the tables are to be read."""
    noted = paper.facts.get("note", "")
    said = [f"Saat ditutup dicatat: {noted}"] if noted else []
    said += [
        "“Belum diisi” adalah data yang tidak disebutkan saat dicatat; selalu ikut dalam jumlah. "
        f"Tanda {NOUGHT} berarti tidak ada."
    ]
    if paper.figures.has("rooms"):
        said.append("Buku tamu ruang dicatat tersendiri dan tidak ditambahkan pada pengunjung di pintu.")
    if not is_quiet(paper) and any(TABLES[key].stock for key in paper.figures.tables):
        said.append(f"Tabel keadaan menunjukkan keadaan pada akhir {'hari' if is_day(paper) else 'periode'}.")
    if not is_day(paper) and paper.figures.of("circulation", "borrowers"):
        said.append("Peminjam dihitung satu kali sehari; dalam satu periode orang yang sama dapat terhitung lagi.")
    if not is_day(paper) and any(day.state is DayState.LIVE for day in paper.days):
        said.append(f"{LIVE_MARK} belum ditutup; angkanya dihitung langsung dan masih dapat berubah.")
    return said


def lock_lines(paper: RecapPaper) -> list[str]:
    """From what a locked day was made, and which operator answers for it."""
    if not paper.is_locked:
        return []
    lines = [f"Angka dikunci dari jurnal loket: {paper.position}."] if paper.position else []
    if paper.signed is None:
        return [*lines, "Belum ditandatangani petugas di Loket."]
    at = f"{long_date(paper.signed.at.date())} pukul {paper.signed.at:%H.%M}"
    note = f" Catatan: {paper.signed.note}" if paper.signed.note else ""
    return [*lines, f"Ditandatangani di Loket oleh {paper.signed.name} pada {at}.{note}"]
