"""Sentences of the page Rekap: its sections, periods as one calls them, and what the report on the screen says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from loket.domain.entities import ChargeKind
from loket.domain.periods import Period, PeriodKind
from loket.domain.recap import Figures, Section, Unit
from loket.domain.recap_paper import DayState, RecapPaper
from loket.reports import recap_words as words
from loket.reports.recap_headlines import Headline
from loket.services.cases import case_title
from loket.ui import format as fmt
from loket.ui.presenters.recap import HOURS, Axis, BarKey, Line, Plot
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say
from loket.ui.texts_settings import MONTHS, word
from loket.ui.texts_tariffs import charge_kind_word

CONTEXT = "Recap"
DAYS_OF_WEEK = 7

KINDS: dict[PeriodKind, str] = {
    PeriodKind.DAY: QT_TRANSLATE_NOOP("Recap", "Hari"),
    PeriodKind.WEEK: QT_TRANSLATE_NOOP("Recap", "Minggu"),
    PeriodKind.MONTH: QT_TRANSLATE_NOOP("Recap", "Bulan"),
    PeriodKind.QUARTER: QT_TRANSLATE_NOOP("Recap", "Triwulan"),
    PeriodKind.SEMESTER: QT_TRANSLATE_NOOP("Recap", "Semester"),
    PeriodKind.YEAR: QT_TRANSLATE_NOOP("Recap", "Tahun"),
    PeriodKind.RANGE: QT_TRANSLATE_NOOP("Recap", "Tanggal …"),
}
_ROMAN = ("I", "II", "III", "IV")


def period_text(period: Period) -> str:
    """ "Sen, 1 Des 2026", "Minggu 48 · 23 – 29 Nov 2026", "November 2026", "Triwulan IV 2026", "2026", or two days."""
    year = str(period.first.year)
    match period.kind:
        case PeriodKind.DAY:
            return fmt.day(period.first, language())
        case PeriodKind.WEEK:
            week = period.first.isocalendar().week
            return say(CONTEXT, "Minggu {week} · {days}", week=week, days=_days(period))
        case PeriodKind.MONTH:
            return f"{word(MONTHS[period.first.month - 1])} {year}"
        case PeriodKind.QUARTER:
            return say(CONTEXT, "Triwulan {number} {year}", number=_ROMAN[(period.first.month - 1) // 3], year=year)
        case PeriodKind.SEMESTER:
            return say(CONTEXT, "Semester {number} {year}", number=_ROMAN[(period.first.month - 1) // 6], year=year)
        case PeriodKind.YEAR:
            return year
    return _days(period)


def _days(period: Period) -> str:
    first, last = (fmt.short_day(on, language()) for on in (period.first, period.last))
    if period.first == period.last:
        return f"{first} {period.first.year}"
    if (period.first.year, period.first.month) == (period.last.year, period.last.month):
        return f"{period.first.day} – {last} {period.last.year}"
    begins = first if period.first.year == period.last.year else f"{first} {period.first.year}"
    return f"{begins} – {last} {period.last.year}"


# ---- words of the report, in the current language -------------------------------------------------------------------


def recap_word(text: str) -> str:
    """A word that papers use, in the language of the window; words of the library's own stay as they are."""
    return say("RecapWords", text) if text else ""


def section_word(section: Section) -> str:
    return recap_word(words.section_title(section))


def table_word(table: str) -> str:
    return recap_word(words.table_title(table))


def column_word(table: str, column: str) -> str:
    return recap_word(words.column_title(table, column))


def row_word(table: str, row: str) -> str:
    if table in HOURS and row.isdigit():
        return row
    if table == "visitors_age" and row:
        return say(CONTEXT, "{years} tahun", years=row)
    if table in ("cases", "cases_open"):
        return case_title(row, language())
    if table in ("charges", "cash_kind") and row in set(ChargeKind):
        return charge_kind_word(ChargeKind(row))
    return recap_word(words.row_title(table, row))


def number_word(unit: Unit, number: int) -> str:
    """ "1.250", "Rp11.000", "7 jam 42 menit"."""
    if unit is Unit.RUPIAH:
        return fmt.rupiah(number)
    if unit is not Unit.MINUTES:
        return fmt.count(number, language())
    hours, minutes = divmod(abs(number), 60)
    if not hours:
        return say(CONTEXT, "{minutes} menit", minutes=minutes)
    if not minutes:
        return say(CONTEXT, "{hours} jam", hours=hours)
    return say(CONTEXT, "{hours} jam {minutes} menit", hours=hours, minutes=minutes)


# ---- charts ---------------------------------------------------------------------------------------------------------


def plot_title(plot: Plot) -> str:
    """ "Pengunjung menurut umur", "Kegiatan petugas: Pinjam", "Peminjaman per minggu"."""
    if plot.headline is not None:
        return say(CONTEXT, SPAN_TITLES[span_kind(plot)], what=recap_word(plot.headline.title))
    title = table_word(plot.table.key)
    several = plot.column is not None and len(plot.table.columns) != 1
    return f"{title}: {column_word(plot.table.key, plot.column or '')}" if several else title


SPAN_TITLES = {
    "day": QT_TRANSLATE_NOOP("Recap", "{what} per hari"),
    "week": QT_TRANSLATE_NOOP("Recap", "{what} per minggu"),
    "month": QT_TRANSLATE_NOOP("Recap", "{what} per bulan"),
}


def span_kind(plot: Plot) -> str:
    """What a bar of a plot over time stands for."""
    longest = max((_length(bar.key) for bar in plot.bars if isinstance(bar.key, tuple)), default=1)
    return "day" if longest == 1 else "week" if longest <= DAYS_OF_WEEK else "month"


def _length(span: tuple[date, date]) -> int:
    return (span[1] - span[0]).days + 1


def bar_label(plot: Plot, key: BarKey) -> str:
    """Short, under or before the bar."""
    if isinstance(key, str):
        return row_word(plot.table.key, key)
    first, last = key
    match span_kind(plot):
        case "day":
            return str(first.day)
        case "week":
            return fmt.short_day(first, language())
    return word(MONTHS[last.month - 1])[:3]


def span_text(span: tuple[date, date]) -> str:
    """ "Sen, 1 Des 2026", "1 – 7 Des 2026"."""
    first, last = span
    return fmt.day(first, language()) if first == last else _days(Period(PeriodKind.RANGE, first, last))


def piece_word(plot: Plot, piece: str) -> str:
    return column_word(plot.table.key, piece)


def opened_title(plot: Plot, key: BarKey, piece: str) -> str:
    """What the rows beside the charts are of: "Pengunjung menurut jenis kelamin · Tamu · Perempuan"."""
    bar = span_text(key) if isinstance(key, tuple) else row_word(plot.table.key, key)
    if plot.axis is Axis.HOURS and isinstance(key, str) and key.isdigit():
        bar = say(CONTEXT, "jam {hour}", hour=key)
    return " · ".join(part for part in (bar, piece_word(plot, piece) if piece else "") if part)


# ---- the line over the charts, and the big figures ------------------------------------------------------------------


def state_text(paper: RecapPaper) -> tuple[str, str, str]:
    """Sentence, icon and tone: where the figures come from, and whether anything is not in them."""
    if paper.missing:
        several = say(CONTEXT, "Belum termasuk {count} hari loket yang belum ditutup.", count=len(paper.missing))
        return several, "alert-triangle", "warn"
    if paper.is_locked:
        return _locked_text(paper), "lock", ""
    live = [day.on for day in paper.days if day.state is DayState.LIVE]
    if not live:
        return say(CONTEXT, "Dari rekap yang sudah dikunci."), "lock", ""
    if len(paper.days) == 1:
        return say(CONTEXT, "Hari ini belum ditutup: angka sementara."), "clock", ""
    return say(CONTEXT, "{count} hari belum ditutup: angka sementara.", count=len(live)), "clock", ""


def _locked_text(paper: RecapPaper) -> str:
    """ "Terkunci: 00017/RK/L1/XI/2026 · revisi 2 · ditandatangani Sari Angsana"."""
    told = [say(CONTEXT, "Terkunci: {number}", number=paper.number)]
    if paper.revision > 1:
        told.append(say(CONTEXT, "revisi {revision}", revision=paper.revision))
    if paper.by_night:
        told.append(say(CONTEXT, "dibuat otomatis"))
    if paper.signed is not None:
        told.append(say(CONTEXT, "ditandatangani {name}", name=paper.signed.name))
    else:
        told.append(say(CONTEXT, "belum ditandatangani"))
    return " · ".join(told)


BEFORE: dict[PeriodKind, str] = {
    PeriodKind.DAY: QT_TRANSLATE_NOOP("Recap", "dari hari sebelumnya"),
    PeriodKind.WEEK: QT_TRANSLATE_NOOP("Recap", "dari minggu lalu"),
    PeriodKind.MONTH: QT_TRANSLATE_NOOP("Recap", "dari bulan sebelumnya"),
    PeriodKind.QUARTER: QT_TRANSLATE_NOOP("Recap", "dari triwulan lalu"),
    PeriodKind.SEMESTER: QT_TRANSLATE_NOOP("Recap", "dari semester lalu"),
    PeriodKind.YEAR: QT_TRANSLATE_NOOP("Recap", "dari tahun lalu"),
    PeriodKind.RANGE: QT_TRANSLATE_NOOP("Recap", "dari masa sebelumnya"),
}


@dataclass(frozen=True, slots=True)
class Tile:
    """One big figure: its name, the number, and what it is held against, each with a sign for up or down."""

    title: str
    number: str
    before: str
    year: str
    average: str = ""


def tile_of(headline: Headline, paper: RecapPaper) -> Tile:
    now = headline.of(paper.figures)
    average = ""
    if len(paper.days) > 1 and paper.open_days:
        average = say(CONTEXT, "{average} per hari buka", average=_average(headline.unit, now, paper.open_days))
    kind = paper.period.kind
    a_year_ago = None if kind is PeriodKind.YEAR else paper.year_before  # it is the year before already
    return Tile(
        recap_word(headline.title),
        number_word(headline.unit, now),
        _against(headline, now, paper.previous, say(CONTEXT, BEFORE[kind])),
        _against(headline, now, a_year_ago, say(CONTEXT, "dari setahun lalu")),
        average,
    )


def _against(headline: Headline, now: int, then: Figures | None, name: str) -> str:
    """ "▲ 12,5% dari bulan sebelumnya"; "" where nothing is known of then."""
    return "" if then is None else f"{change_word(now, headline.of(then))} {name}"


def change_word(now: int, before: int) -> str:
    """ "▲ 12,5%", "▼ 3,0%", "= 0%"; by how many where there was nothing before. Halves are rounded up."""
    if now == before:
        return "= 0%"
    if before <= 0:
        return (
            f"▲ +{fmt.count(now - before, language())}" if now > before else f"▼ {fmt.count(now - before, language())}"
        )
    tenths = (abs(now - before) * 2000 + before) // (2 * before)
    return f"{'▲' if now > before else '▼'} {_decimal(tenths)}%"


def _average(unit: Unit, total: int, days: int) -> str:
    if unit is not Unit.COUNT:
        return number_word(unit, (total * 2 + days) // (2 * days))
    return _decimal((total * 20 + days) // (2 * days))


def _decimal(tenths: int) -> str:
    mark = "," if language() == "id" else "."
    return f"{fmt.count(tenths // 10, language())}{mark}{tenths % 10}"


def shown_text(shown: int, total: int) -> str:
    """ "34 baris", "500 yang terbaru dari 1.203 baris"."""
    if shown < total:
        return say(CONTEXT, "{shown} yang terbaru dari {total} baris", shown=shown, total=total)
    return say(CONTEXT, "{total} baris", total=total)


def wall_text(on: date, at: datetime | None, *, dated: bool) -> str:
    """ "1 Des  10.42", of rows of one day "10.42"; the day where no time is known."""
    day = fmt.short_day(on, language())
    if at is None:
        return day
    clock = f"{at.hour:02}{'.' if language() == 'id' else ':'}{at.minute:02}"
    return f"{day}  {clock}" if dated else clock


KEYED = frozenset({"charges", "cash_kind", "cards_printed", "overrides", "cases", "cases_open", "internet_end"})
OF_MEMBERS = frozenset({"members_new", "members_renewed", "members_stock"})


def line_words(table: str, line: Line) -> Line:
    """The row with what are keys of the program in words."""
    if table in KEYED:
        return replace(line, what=row_word(table, line.what) if line.what else "")
    return replace(line, detail=row_word(table, line.detail)) if table in OF_MEMBERS and line.detail else line
