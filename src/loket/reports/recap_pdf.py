"""A recap on A4, as a head of section signs it: summary, plots, the tables of each service, notes, signatures.

The bytes depend on the paper alone: the same recap is the same file whenever it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
)

from loket.domain.entities import Id, Library
from loket.domain.recap import TABLES, Section
from loket.domain.recap_paper import RecapPaper
from loket.domain.wording import long_date
from loket.reports import recap_front as front
from loket.reports.figures import figures_font
from loket.reports.letterhead import (
    Letterhead,
    Signature,
    draw_letterhead,
    draw_mark,
    draw_signatures,
    signatures_height,
)
from loket.reports.pdf import Fonts, points, printable, text_width
from loket.reports.recap_headlines import BIGGEST, HEADLINES, Headline
from loket.reports.recap_plots import BarPlot, ColumnPlot, by_month, by_time, classes_plot, days_plot, hours_plot
from loket.reports.recap_tables import (
    BELOW,
    HALF,
    LINE,
    LYING,
    MOST_TOGETHER,
    SIDE,
    WIDTH,
    Cut,
    Headed,
    Setter,
    SideBySide,
    Stack,
    cut,
    parts_that_fit,
)
from loket.reports.recap_words import number_text, section_title, table_title

TOP, BOTTOM = points(13), points(16)
LYING_A4 = landscape(A4)
BARE = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
SIGNING = points(20)  # white for a signature and a stamp
PLOT_TALL, DAYS_TALL = points(58), points(32)
TAKEN_ALONG = points(115)  # of the last section, to the page of the signatures
FEW = 2  # narrow tables of a section that may stand beside those of another
TILE_TALL, TILE_GAP = points(21), points(3)
ACCENT = HexColor("#26323F")
LIVE_MARK = "DRAF"
Progress = Callable[[int, int], object]


def recap_pdf(
    paper: RecapPaper, head: Letterhead, fonts: Fonts, progress: Progress = lambda done, total: None
) -> bytes:
    """The paper as a PDF. `progress` hears how many of its parts are set; the last is when it is all drawn."""
    out = BytesIO()
    title = f"{front.title_of(paper)} {front.span_of(paper)}"
    library = _library(paper)
    head = replace(head, agency=paper.facts.get("agency", "") or head.agency)
    document = BaseDocTemplate(
        out, pagesize=A4, title=title, author=library.name, creator="Loket", invariant=1, allowSplitting=1
    )
    document.addPageTemplates(_templates(paper, library, head, fonts))
    parts = len(paper.figures.sections()) + 3
    story: list[Flowable] = [NextPageTemplate("further")]
    for done, flowables in enumerate(_Recap(paper, head, fonts).parts(), 1):
        story += flowables
        progress(min(done, parts), parts + 1)
    document.build(story, canvasmaker=partial(_Numbered, foot=partial(_foot, paper=paper, fonts=fonts)))
    progress(parts + 1, parts + 1)
    return out.getvalue()


def _library(paper: RecapPaper) -> Library:
    """The library as it was called when the recap was made."""
    told = paper.facts
    return Library(Id(""), told.get("library", ""), "", told.get("address", ""), told.get("phone", ""), "", "")


def _templates(paper: RecapPaper, library: Library, head: Letterhead, fonts: Fonts) -> list[PageTemplate]:
    begins = _letterhead(Canvas(BytesIO(), pagesize=A4), library, head, fonts) - points(4)
    first = Frame(SIDE, BOTTOM, WIDTH, begins - BOTTOM, id="first", **BARE)
    further = Frame(SIDE, BOTTOM, WIDTH, A4[1] - TOP - BOTTOM, id="further", **BARE)
    lying = Frame(SIDE, BOTTOM, LYING, LYING_A4[1] - TOP - BOTTOM, id="lying", **BARE)

    def marked(page: Canvas, document: BaseDocTemplate) -> None:
        if front.is_live_day(paper):
            draw_mark(page, LIVE_MARK, fonts, page._pagesize)

    def headed(page: Canvas, document: BaseDocTemplate) -> None:
        _letterhead(page, library, head, fonts)

    return [
        PageTemplate("first", [first], onPage=headed, onPageEnd=marked, pagesize=A4),
        PageTemplate("further", [further], onPageEnd=marked, pagesize=A4),
        PageTemplate("lying", [lying], onPageEnd=marked, pagesize=LYING_A4),
    ]


def _letterhead(page: Canvas, library: Library, head: Letterhead, fonts: Fonts) -> float:
    edges = {"left": SIDE, "right": A4[0] - SIDE, "top": A4[1] - TOP}
    return draw_letterhead(page, library, head, fonts, scale=0.82, **edges)


class _Numbered(Canvas):  # type: ignore[misc]  # reportlab has no types
    """Keeps its pages until it knows how many they are, so that each can say its place among them."""

    def __init__(self, *arguments: Any, foot: Callable[[Canvas, int, int], None], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._foot = foot
        self._pages: list[dict[str, Any]] = []

    def showPage(self) -> None:
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        pages = self._pages
        for number, page in enumerate(pages, 1):
            self.__dict__.update(page)
            self._foot(self, number, len(pages))
            super().showPage()
        super().save()


def _foot(page: Canvas, number: int, pages: int, *, paper: RecapPaper, fonts: Fonts) -> None:
    wide = page._pagesize[0]
    page.setFont(fonts.regular, 7.2)
    page.setFillGray(0.33)
    said = (front.title_of(paper), front.span_of(paper), front.reach_text(paper), front.number_of(paper))
    page.drawString(SIDE, points(9), printable(" · ".join(part for part in said if part), fonts.regular))
    page.drawRightString(wide - SIDE, points(9), f"Halaman {number} dari {pages}")


# ---- what stands on it ----------------------------------------------------------------------------------------------


class _Recap:
    """Makes the parts of the paper in its fonts, in order; what is too wide goes behind the signatures."""

    def __init__(self, paper: RecapPaper, head: Letterhead, fonts: Fonts) -> None:
        self._paper, self._head, self._set = paper, head, Setter(fonts)
        self._plots = 0
        self._wide: list[tuple[str, Cut]] = []

    def parts(self) -> Iterator[list[Flowable]]:
        yield [*self._titles(), *self._summary(), *self._changes(), *self._missing(), *self._plotted(), *self._days()]
        *sections, last = [part for part in self._sections() if part] or [[]]
        yield from sections
        yield [*self._closed(last), *self._lying()]

    def _titles(self) -> Iterator[Flowable]:
        paper = self._paper
        yield self._set.text(front.title_of(paper).upper(), 13, TA_CENTER, bold=True)
        yield self._set.text(front.span_of(paper), 10.5, TA_CENTER, bold=True)
        if number := front.number_of(paper):
            yield self._set.text(number, 9, TA_CENTER)
        yield Spacer(0, points(3))
        rows = [[self._set.text(name), ":", self._set.text(value)] for name, value in front.facts_of(paper)]
        look = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, -1), 0)]
        look += [(f"{side}PADDING", (0, 0), (-1, -1), 0.6) for side in ("TOP", "BOTTOM")]
        yield self._set.grid(rows, [points(30), points(4), WIDTH - points(34)], look)
        yield Spacer(0, points(2.5))

    def _summary(self) -> Iterator[Flowable]:
        paper = self._paper
        if front.is_quiet(paper):
            yield self._set.text(front.quiet_text(paper), 9.5)
            yield Spacer(0, points(3))
            return
        yield _Tiles(paper, self._set)
        yield Spacer(0, points(3))
        table = front.summary(paper)
        yield self._set.table(table, WIDTH)
        yield Spacer(0, points(3))

    def _changes(self) -> Iterator[Flowable]:
        """What a revision says changed; the texts are in two columns, so its names stand at the left."""
        paper = self._paper
        if not paper.changes:
            return
        made = front.change_rows(paper)
        rows: list[list[Any]] = [[self._set.text(head, 7.6, TA_CENTER, bold=True) for head in made.heads]]
        rows += [[self._set.text(table), self._set.text(where), *numbers] for table, where, *numbers in made.rows]
        look = [
            ("GRID", (0, 0), (-1, -1), 0.4, LINE),
            ("ALIGN", (2, 1), (-1, -1), "RIGHT"),
            ("FONT", (2, 1), (-1, -1), figures_font(self._set.fonts.regular), 8.4),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ]
        widths = [points(62), WIDTH - points(62 + 2 * 26), points(26), points(26)]
        heading = self._set.heading(f"Yang berubah pada revisi {paper.revision}")
        yield from self._headed(heading, [self._set.grid(rows, widths, look), Spacer(0, points(3))])

    def _missing(self) -> Iterator[Flowable]:
        lines = front.missing_lines(self._paper)
        if lines:
            said = "Hari-hari berikut belum ditutup di loketnya; angkanya tidak termasuk."
            yield self._box("Belum termasuk", [said, *lines])
            yield Spacer(0, points(3))

    def _box(self, title: str, lines: list[str]) -> Flowable:
        """A title with its lines, kept together."""
        texts = [self._set.text(title, 8.8, bold=True), *(self._set.text(line, 8.4) for line in lines)]
        return Stack(texts, WIDTH)

    def _plotted(self) -> Iterator[Flowable]:
        paper, fonts = self._paper, self._set.fonts
        if by_time(paper):
            yield from self._plotted_days()
        pair = []
        if paper.figures.has("visitors_hour"):
            columns = ColumnPlot(hours_plot(paper.figures), fonts, HALF, PLOT_TALL)
            pair.append(self._plot("Pengunjung menurut jam datang", columns, HALF))
        if paper.figures.has("loans_class"):
            bars = BarPlot(classes_plot(paper.figures), fonts, HALF, PLOT_TALL)
            pair.append(self._plot("Peminjaman menurut klas", bars, HALF))
        yield from self._beside(pair)

    def _plotted_days(self) -> Iterator[Flowable]:
        paper, every = self._paper, "bulan" if by_month(self._paper) else "hari"
        for pattern, (key, name) in enumerate((("visitors", "Pengunjung"), ("loans", "Peminjaman"))):
            one = _headline(key)
            numbers = [one.of(day.figures) for day in paper.days]
            if not any(numbers):
                continue
            plot = days_plot(paper, name, numbers, pattern)
            title = f"{name} per {every}" + (" (x: tutup)" if plot.empty else "")
            yield self._plot(title, ColumnPlot(plot, self._set.fonts, WIDTH, DAYS_TALL), WIDTH)
            yield Spacer(0, points(3))

    def _plot(self, title: str, plot: Flowable, width: float) -> Stack:
        self._plots += 1
        return Stack([self._set.caption(f"Gambar {self._plots}. {title}"), Spacer(0, points(1.5)), plot], width)

    # ---- sections ---------------------------------------------------------------------------------------------------

    def _sections(self) -> Iterator[list[Flowable]]:
        """Each service in order. Neighbours that have only a few narrow tables stand side by side."""
        small: list[Stack] = []
        for number, section in enumerate(self._paper.figures.sections(), 1):
            heading = self._set.heading(f"{number}. {section_title(section)}")
            tables = self._tables(number, section)
            narrow = [stack for stack in (self._narrow(title, table) for title, table in tables) if stack]
            if len(narrow) == len(tables) <= FEW:
                small += [narrow[0].headed(heading), *narrow[1:]]
                yield []
                continue
            yield [*self._beside(small), *self._headed(heading, self._flowing(tables))]
            small = []
        yield self._beside(small)

    def _tables(self, number: int, section: Section) -> list[tuple[str, Cut]]:
        """Its tables with their titles, runs of narrow ones first; one that is alone needs no title."""
        figures = self._paper.figures
        keys = [key for key in TABLES if TABLES[key].section is section and figures.has(key)]
        tables = [(key, cut(figures, key)) for key in keys]
        wide = [self._set.least(table) > HALF for _, table in tables]
        if wide.count(False) > 1:
            tables.sort(key=lambda one: self._set.least(one[1]) > HALF)
        return [
            (f"{number}.{place} {table_title(key)}" * (len(keys) > 1), table)
            for place, (key, table) in enumerate(tables, 1)
        ]

    def _narrow(self, title: str, table: Cut) -> Stack | None:
        """The table in half the width of the page; None where that is too little, or it would be too long."""
        if self._set.least(table) > HALF:
            return None
        stack = self._set.captioned(title, table, HALF)
        return stack if stack.wrap(HALF, 10_000)[1] <= MOST_TOGETHER else None

    def _flowing(self, tables: list[tuple[str, Cut]]) -> list[Flowable]:
        """Tables in order: runs of narrow ones side by side, wider ones alone, what is too wide left for the end."""
        story: list[Flowable] = []
        beside: list[Stack] = []
        narrow = {title: self._narrow(title, table) for title, table in tables}
        lonely = [*narrow.values()].count(None) == len(tables) - 1  # it would leave half of the page white
        for title, table in tables:
            if (stack := narrow[title]) and not lonely:
                beside.append(stack)
                continue
            story += self._beside(beside)
            beside = []
            if self._set.least(table) > WIDTH:
                self._wide.append((title, table))
                story += [self._set.text(f"{title}: lihat lampiran."), Spacer(0, points(3))]
            else:
                story += [self._set.captioned(title, table, WIDTH), Spacer(0, BELOW)]
        return [*story, *self._beside(beside)]

    @staticmethod
    def _beside(stacks: list[Stack]) -> list[Flowable]:
        return [SideBySide(stacks), Spacer(0, BELOW)] if stacks else []

    @staticmethod
    def _headed(heading: Flowable, story: list[Flowable]) -> list[Flowable]:
        """The heading goes to the next page together with what comes first below it."""
        return [Headed(heading, story[0]), *story[1:]]

    # ---- the end ----------------------------------------------------------------------------------------------------

    def _closed(self, last: list[Flowable]) -> list[Flowable]:
        """The last section and the end of the paper, on one page where that is no waste: nobody signs a bare page."""
        tables = [place for place, flowable in enumerate(last) if not isinstance(flowable, Spacer)]
        at = max(tables, default=0)  # its last table, with the white below it
        for before, taken in (([], last), (last[:at], last[at:])):
            if Stack(taken, WIDTH).wrap(WIDTH, 10_000)[1] <= TAKEN_ALONG:
                return [*before, Stack([*taken, *self._end()], WIDTH, whole=True)]
        return [*last, Stack(self._end(), WIDTH, whole=True)]

    def _end(self) -> list[Flowable]:
        """Open points, notes and signatures."""
        paper, end = self._paper, list[Flowable]()
        if points_left := front.open_points(paper):
            lines = [f"{place}. {text}" for place, text in enumerate(points_left, 1)]
            end += [Spacer(0, points(2)), self._box("Belum selesai saat layanan ditutup", lines)]
        said = [*front.notes(paper), *front.lock_lines(paper)]
        end += [Spacer(0, points(2)), self._box("Catatan", said), Spacer(0, points(6))]
        return [*end, _Signatures(self._signers(), self._set.fonts)]

    def _days(self) -> list[Flowable]:
        """A line for each day or month of a period, below the plots of them."""
        if not by_time(self._paper):
            return []
        title = f"Rincian per {'bulan' if by_month(self._paper) else 'hari'}"
        stack = Stack([self._set.table(front.daily(self._paper), WIDTH)], WIDTH)
        return self._headed(self._set.heading(title), [stack, Spacer(0, points(3))])

    def _lying(self) -> Iterator[Flowable]:
        """Tables wider than an upright page, behind the signatures; in parts where even a lying one is too narrow."""
        if not self._wide:
            return
        yield NextPageTemplate("lying")
        yield PageBreak()
        yield self._set.heading("Lampiran")
        for title, table in self._wide:
            parts = parts_that_fit(self._set, table, LYING)
            for place, part in enumerate(parts, 1):
                told = f"{title} (bagian {place} dari {len(parts)})" if len(parts) > 1 else title
                yield self._set.captioned(told, part, LYING)
                yield Spacer(0, points(4))

    def _signers(self) -> list[Signature]:
        told, paper = self._paper.facts, self._paper
        place = told.get("place", "") or self._head.place or "." * 16
        dated = told.get("right_above", "") or f"{place}, {long_date(paper.dated_on)}"
        above = {"left": told.get("left_above", "") or "Mengetahui,", "right": dated}
        return [
            Signature(
                told.get(f"{side}_office", "") or "." * 30,
                told.get(f"{side}_name", ""),
                told.get(f"{side}_nip", ""),
                above[side],
                told.get(f"{side}_rank", ""),
            )
            for side in ("left", "right")
        ]


def _headline(key: str) -> Headline:
    return next(one for one in HEADLINES if one.key == key)


class _Tiles(Flowable):  # type: ignore[misc]
    """The figures asked for first, large, each with its change."""

    def __init__(self, paper: RecapPaper, setter: Setter) -> None:
        super().__init__()
        self._paper, self._set = paper, setter

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = WIDTH, TILE_TALL
        return self.width, self.height

    def draw(self) -> None:
        wide = (WIDTH - TILE_GAP * (len(BIGGEST) - 1)) / len(BIGGEST)
        for place, key in enumerate(BIGGEST):
            self._tile(_headline(key), place * (wide + TILE_GAP), wide)

    def _tile(self, one: Headline, x: float, wide: float) -> None:
        page, fonts, middle = self.canv, self._set.fonts, x + wide / 2
        page.setStrokeColor(ACCENT)
        page.setLineWidth(0.8)
        page.rect(x, 0, wide, TILE_TALL)
        change, against = front.big_change(self._paper, one)
        alone = 0.0 if change else -3.2  # millimetres lower, where nothing stands below it
        for text, font, size, y in (
            (one.title, fonts.regular, 8.4, 16.3 + alone),
            (number_text(one.unit, one.of(self._paper.figures)), fonts.bold, 17.0, 9.0 + alone),
            (change, fonts.bold, 7.4, 5.2),
            (against, fonts.regular, 6.8, 1.8),
        ):
            fitted = min(size, size * (wide - points(3)) / max(1.0, text_width(text, font, size)))
            page.setFont(font, fitted)
            page.drawCentredString(middle, points(y), text)


class _Signatures(Flowable):  # type: ignore[misc]
    """Who takes note at the left, who made it at the right."""

    def __init__(self, blocks: list[Signature], fonts: Fonts) -> None:
        super().__init__()
        self._blocks, self._fonts = blocks, fonts

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, signatures_height(self._blocks, self._fonts, width, space=SIGNING)
        return self.width, self.height

    def draw(self) -> None:
        draw_signatures(self.canv, self._blocks, self._fonts, left=0, right=self.width, top=self.height, space=SIGNING)
