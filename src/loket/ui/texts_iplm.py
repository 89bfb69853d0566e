"""Sentences of the section IPLM & kegiatan: its lines, what a number is made of, what is wrong with what was typed."""

from __future__ import annotations

from loket.domain.iplm import FACTS, Indicator, Source
from loket.reports.iplm_words import ACTIVITIES, GROUPS, NAMES, PARTS, Words
from loket.services.iplm import IplmYear
from loket.ui import format as fmt
from loket.ui.texts import QT_TRANSLATE_NOOP, add_invalid, language, say

CONTEXT = "Iplm"

add_invalid(
    {
        "fact_number": QT_TRANSLATE_NOOP("invalid", "Tulis bilangan bulat, misalnya 125000. Boleh dengan titik."),
        "fact_range": QT_TRANSLATE_NOOP("invalid", "Paling banyak {most}. Periksa angkanya."),
        "activity_people": QT_TRANSLATE_NOOP("invalid", "Isi jumlah peserta, 1 sampai {most}."),
        "activity_sexes": QT_TRANSLATE_NOOP("invalid", "Laki-laki dan perempuan melebihi jumlah peserta. Perbaiki."),
    }
)


def word_of(words: Words) -> str:
    return words[language() == "en"]


def line_word(key: str) -> str:
    return word_of(NAMES[key])


def group_word(group: str) -> str:
    return word_of(GROUPS[group])


def activity_word(kind: str) -> str:
    """A kind this version does not know stays as it is."""
    return word_of(ACTIVITIES[kind]) if kind in ACTIVITIES else kind


def fact_word(name: str) -> str:
    """What a fact that people enter is called: its line where it has one of its own, else its part of one."""
    return word_of(NAMES.get(name) or PARTS[name])


def value_text(line: Indicator) -> str:
    return say(CONTEXT, "belum diisi") if line.value is None else fmt.count(line.value, language())


def made_text(line: Indicator) -> str:
    """What the number is made of, where it has several parts; else where it comes from."""
    told = [(word_of(PARTS[key]), number) for key, number in line.parts if key in PARTS]
    if len(told) > 1:
        return ", ".join(f"{name} {fmt.count(number, language())}" for name, number in told)
    if line.source is Source.MISSING:
        return say(CONTEXT, "Enter untuk mengisi")
    return say(CONTEXT, "diisi petugas") if line.source is Source.TOLD else say(CONTEXT, "dihitung Loket")


def notes_text(report: IplmYear) -> str:
    """The line above the lists: visits a day, and what is not in the numbers yet."""
    said = []
    if report.ratios.visits_a_day is not None:
        a_day = fmt.count(round(report.ratios.visits_a_day), language())
        days = fmt.count(report.open_days, language())
        said.append(say(CONTEXT, "Rata-rata {count} kunjungan per hari buka, {days} hari.", count=a_day, days=days))
    missing = sum(line.source is Source.MISSING for line in report.lines)
    if missing:
        said.append(say(CONTEXT, "{count} unsur belum diisi.", count=missing))
    if report.missing_days:
        said.append(say(CONTEXT, "Rekap {count} hari loket lain belum masuk.", count=report.missing_days))
    return " ".join(said)


assert all(name in NAMES or name in PARTS for name in FACTS)
