"""The satisfaction survey: nine elements, four answers each, and the index made of them with exact fractions.

Source: Permenpan RB 14/2017. Each of the nine elements weighs one ninth. Many offices round that to 0.11 and the means
to two decimals, which makes the same answers up to one point worse: `compat` is that reading, beside the exact one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

SKIPPED, LEAST, MOST = 0, 1, 4
SCALE = 25  # a mean of 1 to 4 becomes 25 to 100
COMPAT_WEIGHT = Fraction(11, 100)
LOWEST = 3


@dataclass(frozen=True, slots=True)
class Element:
    """One thing asked about. `labels`: the four answers from the worst to the best."""

    id: str
    name: str
    name_en: str
    question: str
    question_en: str
    labels: tuple[str, str, str, str]
    labels_en: tuple[str, str, str, str]

    def words(self, english: bool) -> tuple[str, str, tuple[str, str, str, str]]:
        """Name, question and answers in one of the two languages."""
        if english:
            return self.name_en, self.question_en, self.labels_en
        return self.name, self.question, self.labels


ELEMENTS: tuple[Element, ...] = (
    Element(
        *("U1", "Persyaratan", "Requirements"),
        *("Apakah syarat untuk memakai layanan ini sesuai?", "Is what we ask of you to use this service appropriate?"),
        ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
        ("Not appropriate", "Hardly appropriate", "Appropriate", "Very appropriate"),
    ),
    Element(
        *("U2", "Prosedur", "Procedure"),
        *("Apakah cara memakai layanan ini mudah?", "Is it easy to use this service?"),
        ("Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"),
        ("Not easy", "Hardly easy", "Easy", "Very easy"),
    ),
    Element(
        *("U3", "Waktu pelayanan", "Speed"),
        *("Seberapa cepat Anda dilayani?", "How quickly were you served?"),
        ("Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"),
        ("Not quickly", "Rather slowly", "Quickly", "Very quickly"),
    ),
    Element(
        *("U4", "Biaya", "Cost"),
        *("Bagaimana biaya layanan ini?", "What do you think of the cost of this service?"),
        ("Sangat mahal", "Cukup mahal", "Murah", "Gratis"),
        ("Very expensive", "Rather expensive", "Cheap", "Free"),
    ),
    Element(
        *("U5", "Hasil layanan", "Outcome"),
        *("Apakah Anda mendapat layanan seperti yang dijanjikan?", "Did you get what was promised?"),
        ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
        ("Not at all", "Only in part", "Yes", "Yes, fully"),
    ),
    Element(
        *("U6", "Kompetensi petugas", "Competence of staff"),
        *("Seberapa cakap petugas yang melayani Anda?", "How competent were the staff who served you?"),
        ("Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten"),
        ("Not competent", "Hardly competent", "Competent", "Very competent"),
    ),
    Element(
        *("U7", "Perilaku petugas", "Manners of staff"),
        *("Apakah petugas sopan dan ramah?", "Were the staff polite and friendly?"),
        ("Tidak sopan dan ramah", "Kurang sopan dan ramah", "Sopan dan ramah", "Sangat sopan dan ramah"),
        ("Not polite", "Hardly polite", "Polite and friendly", "Very polite and friendly"),
    ),
    Element(
        *("U8", "Sarana dan prasarana", "Facilities"),
        *("Bagaimana ruang, meja, dan peralatan kami?", "How are our rooms, tables and equipment?"),
        ("Buruk", "Cukup", "Baik", "Sangat baik"),
        ("Poor", "Fair", "Good", "Very good"),
    ),
    Element(
        *("U9", "Penanganan pengaduan", "Handling of complaints"),
        *("Bagaimana kami menangani keluhan dan saran?", "How do we deal with complaints and suggestions?"),
        ("Tidak ada", "Ada tetapi tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik"),
        ("Nowhere to complain", "There, but it does not work", "It works, but not well", "It is handled well"),
    ),
)


@dataclass(frozen=True, slots=True)
class Grade:
    """A mark of quality: its letter and its words."""

    letter: str
    words: str
    words_en: str
    least: Decimal


GRADES: tuple[Grade, ...] = (
    Grade("A", "Sangat Baik", "Very good", Decimal("88.31")),
    Grade("B", "Baik", "Good", Decimal("76.61")),
    Grade("C", "Kurang Baik", "Rather poor", Decimal("65.00")),
    Grade("D", "Tidak Baik", "Poor", Decimal("25.00")),
)


def grade_of(index: Decimal) -> Grade:
    """The grade of an index of two decimals, 25 to 100: it is rounded first and graded then."""
    return next((grade for grade in GRADES if index >= grade.least), GRADES[-1])


def rounded(value: Fraction) -> Decimal:
    """To two decimals, halves upwards."""
    return Decimal((value * 200 + 1) // 2) / 100


@dataclass(frozen=True, slots=True)
class ElementResult:
    """What was said about one element. `counts`: how often each answer, 1 to 4; who skipped it is in none of them."""

    element: Element
    counts: tuple[int, int, int, int]

    @property
    def n(self) -> int:
        return sum(self.counts)

    @property
    def total(self) -> int:
        """The sum of the answers."""
        return sum(answer * count for answer, count in enumerate(self.counts, LEAST))

    @property
    def nrr(self) -> Fraction | None:
        """Nilai rata-rata: the mean of those who answered; None where nobody did."""
        return Fraction(self.total, self.n) if self.n else None

    @property
    def nrr_2(self) -> Decimal | None:
        return None if self.nrr is None else rounded(self.nrr)

    @property
    def grade(self) -> Grade | None:
        """The grade of this element alone."""
        return None if self.nrr is None else grade_of(rounded(self.nrr * SCALE))


@dataclass(frozen=True, slots=True)
class SurveyIndex:
    """The index (IKM) of some answers. `respondents`: who answered at least one element."""

    respondents: int
    elements: tuple[ElementResult, ...]

    @property
    def answered(self) -> tuple[ElementResult, ...]:
        """Elements that anybody answered."""
        return tuple(one for one in self.elements if one.n)

    @property
    def ikm(self) -> Fraction | None:
        """25 × the sum of means × the weight, which is one by the number of elements; None without answers."""
        means = [one.nrr for one in self.elements if one.nrr is not None]
        return SCALE * sum(means, Fraction()) / len(means) if means else None

    @property
    def ikm_2(self) -> Decimal | None:
        return None if self.ikm is None else rounded(self.ikm)

    @property
    def grade(self) -> Grade | None:
        return None if self.ikm_2 is None else grade_of(self.ikm_2)

    @property
    def compat_2(self) -> Decimal | None:
        """As offices work it out by hand: means of two decimals, each weighing 0.11. None unless all nine have one."""
        if len(self.answered) < len(ELEMENTS):
            return None
        means = sum((Fraction(one.nrr_2 or 0) for one in self.elements), Fraction())
        return rounded(SCALE * COMPAT_WEIGHT * means)

    @property
    def lowest(self) -> tuple[ElementResult, ...]:
        """The three elements to begin with, the worst first; of equal ones the earlier."""
        return tuple(sorted(self.answered, key=lambda one: one.nrr or Fraction())[:LOWEST])


def index_of(answers: Iterable[str]) -> SurveyIndex:
    """The index of answers as they are kept: nine digits each, 0 for what was skipped."""
    sheets = [digits for text in answers if any(digits := read_answers(text))]
    columns = zip(*sheets, strict=True) if sheets else ((),) * len(ELEMENTS)
    results = tuple(_result(element, column) for element, column in zip(ELEMENTS, columns, strict=True))
    return SurveyIndex(len(sheets), results)


def _result(element: Element, answers: Sequence[int]) -> ElementResult:
    counted = Counter(answers)
    return ElementResult(element, (counted[1], counted[2], counted[3], counted[4]))


def read_answers(text: str) -> tuple[int, ...]:
    """Nine answers; what is none counts as skipped."""
    digits = [int(sign) if sign in "1234" else SKIPPED for sign in text[: len(ELEMENTS)]]
    return (*digits, *(SKIPPED,) * (len(ELEMENTS) - len(digits)))


def sample_size(population: int) -> int:
    """How many of so many visitors have to be asked. Source: Krejcie and Morgan 1970, with 95 % and P = 0.5.

    S = 3.841 N/4 ÷ (0.0025 (N − 1) + 0.96025), to the nearest person.
    """
    if population <= 0:
        return 0
    exact = Fraction(3841, 4000) * population / (Fraction(25, 10_000) * (population - 1) + Fraction(96_025, 100_000))
    return int(exact + Fraction(1, 2))
