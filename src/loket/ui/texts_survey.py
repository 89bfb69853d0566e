"""Sentences of the survey page: scores as they are written, grades."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from loket.domain.entities import VisitPurpose
from loket.domain.survey import GRADES, Element, ElementResult, Grade, SurveyIndex
from loket.services.survey import SurveyResult
from loket.ui import format as fmt
from loket.ui import texts_house_answers as texts_house_answers  # its sentences are wherever the survey is
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say
from loket.ui.texts_guestbook import AGES, SEXES, purpose_word

CONTEXT = "Survey"


@dataclass(frozen=True, slots=True)
class Bar:
    """One element as a bar: `score` between 1 and 4, None where nobody answered it.

    `told`: each answer and how many gave it. `low`: among the lowest three.
    """

    code: str
    words: str
    score: Fraction | None
    shown: str
    grade: str
    told: str = ""
    low: bool = False


NO_SCORE = "–"


def score_text(value: Decimal | None) -> str:
    """Two decimals, with the comma or point of the language."""
    if value is None:
        return NO_SCORE
    text = f"{value:.2f}"
    return text.replace(".", ",") if language() == "id" else text


def percent_text(part: int, whole: int) -> str:
    """ "12,5%"; of nothing, nothing."""
    if not whole:
        return NO_SCORE
    tenths = (2_000 * part + whole) // (2 * whole)  # half up
    mark = "," if language() == "id" else "."
    return f"{tenths // 10}{mark}{tenths % 10}%"


def is_english() -> bool:
    return language() == "en"


def grade_words(grade: Grade | None) -> str:
    """ "B · Baik"."""
    if grade is None:
        return say(CONTEXT, "Belum ada jawaban")
    return f"{grade.letter} · {grade.words_en if is_english() else grade.words}"


def grade_tone(grade: Grade | None) -> str:
    """The colour beside the word."""
    return "" if grade is None else {"A": "ok", "B": "ok", "C": "warn"}.get(grade.letter, "stop")


def range_text(grade: Grade | None) -> str:
    """Where the grade begins and ends on the scale of 25 to 100."""
    if grade is None:
        return ""
    place = GRADES.index(grade)
    most = GRADES[place - 1].least - Decimal("0.01") if place else Decimal(100)
    return say(CONTEXT, "{least} sampai {most}", least=score_text(grade.least), most=score_text(most))


def element_name(element: Element) -> str:
    return element.words(is_english())[0]


def bars_of(index: SurveyIndex) -> list[Bar]:
    """The nine elements in their own order, the lowest three marked; none is low where all are alike."""
    low = {one.element.id for one in index.lowest} if len({one.nrr for one in index.answered}) > 1 else set()
    return [
        Bar(
            one.element.id,
            element_name(one.element),
            one.nrr,
            score_text(one.nrr_2),
            one.grade.letter if one.grade is not None else "",
            told_answers(one),
            one.element.id in low,
        )
        for one in index.elements
    ]


def told_answers(one: ElementResult) -> str:
    """ "Sangat sesuai 12 · Sesuai 9 · …", the best first."""
    labels = one.element.words(is_english())[2]
    told = zip(reversed(labels), reversed(one.counts), strict=True)
    return " · ".join(f"{label} {fmt.count(count, language())}" for label, count in told)


def low_text(number: int, one: ElementResult) -> str:
    """ "1. Sarana dan prasarana   2,31"."""
    return f"{number}.  {element_name(one.element)}   {score_text(one.nrr_2)}"


def sample_state(result: SurveyResult) -> tuple[str, str, str]:
    """Sentence, icon and colour: whether enough people were asked."""
    if not result.population:
        return say(CONTEXT, "Buku tamu masa ini kosong, jadi sampel belum dapat dihitung."), "info-circle", "info"
    missing = result.sample_needed - result.index.respondents
    if missing <= 0:
        return say(CONTEXT, "Cukup: sampel yang perlu {needed}.", needed=result.sample_needed), "circle-check", "ok"
    return (
        say(CONTEXT, "Kurang {missing}: sampel yang perlu {needed}.", missing=missing, needed=result.sample_needed),
        "alert-triangle",
        "warn",
    )


def score_note(index: SurveyIndex) -> str:
    """How the same answers look with the rounded weight."""
    if index.compat_2 is None:
        return say(CONTEXT, "25 × jumlah rata-rata tiap unsur ÷ 9.") if index.respondents else ""
    return say(CONTEXT, "Dengan bobot 0,11: {index}.", index=score_text(index.compat_2))


PROFILES: dict[str, str] = {
    "sex": QT_TRANSLATE_NOOP("Survey", "Jenis kelamin"),
    "age_group": QT_TRANSLATE_NOOP("Survey", "Umur"),
    "education": QT_TRANSLATE_NOOP("Survey", "Pendidikan"),
    "job": QT_TRANSLATE_NOOP("Survey", "Pekerjaan"),
    "service": QT_TRANSLATE_NOOP("Survey", "Layanan"),
}


def profile_value(key: str, value: str, purposes: Mapping[str, VisitPurpose]) -> str:
    """What a respondent told of himself, in words."""
    if not value:
        return say(CONTEXT, "tidak diisi")
    match key:
        case "sex":
            return say("Guestbook", SEXES[value]) if value in SEXES else value
        case "age_group":
            return say("Guestbook", AGES[value]) if value in AGES else value
        case "service":
            return service_word(value, purposes)
    return value


def service_word(code: str, purposes: Mapping[str, VisitPurpose]) -> str:
    """A purpose by its name; "" are answers that name none."""
    if not code:
        return say(CONTEXT, "Tanpa layanan")
    return purpose_word(purposes[code]) if code in purposes else code
