"""What the survey's papers have in common: numbers and words as Indonesian offices write them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from loket.domain.entities import Library
from loket.domain.wording import long_date
from loket.reports.letterhead import Issuer, Signature
from loket.services.survey import SurveyResult

TITLE = "Laporan Survei Kepuasan Masyarakat"
NOT_SAID = "Tidak diisi"
PROFILES = {
    "sex": "Jenis kelamin",
    "age_group": "Kelompok umur",
    "education": "Pendidikan",
    "job": "Pekerjaan",
    "service": "Layanan yang dipakai",
}
SEXES = {"L": "Laki-laki", "P": "Perempuan"}


def decimal(value: Decimal | Fraction | None, places: int = 2) -> str:
    """ "91,48"; "-" for none."""
    if value is None:
        return "-"
    exact = Fraction(value)
    whole = (exact * 10**places * 2 + 1) // 2
    return f"{whole // 10**places},{whole % 10**places:0{places}d}"


def percent(part: int, whole: int) -> str:
    """ "37,5%"."""
    return f"{decimal(Fraction(100 * part, whole), 1)}%" if whole else "-"


def period(result: SurveyResult) -> str:
    if result.first == result.last:
        return long_date(result.first)
    return f"{long_date(result.first)} s.d. {long_date(result.last)}"


def service_name(code: str, purposes: Mapping[str, str]) -> str:
    """A purpose by its name; one that is not known any more by its code."""
    return purposes.get(code, code) if code else NOT_SAID


def value_name(key: str, value: str, purposes: Mapping[str, str]) -> str:
    """What a respondent told of himself, in words."""
    if not value:
        return NOT_SAID
    return SEXES.get(value, value) if key == "sex" else service_name(value, purposes) if key == "service" else value


def about(result: SurveyResult, library: Library, purposes: Mapping[str, str]) -> list[tuple[str, str]]:
    """Pairs above the tables: what was asked about, how many answered, how many had to."""
    service = "Semua layanan" if result.service is None else service_name(result.service, purposes)
    answered, needed = result.index.respondents, result.sample_needed
    enough = "terpenuhi" if answered >= needed else f"kurang {needed - answered}"
    facts = [("Unit layanan", library.name), ("Layanan", service), ("Responden", f"{answered} orang")]
    if result.service is None and result.population:
        facts.append(("Pengunjung pada periode ini", f"{result.population} orang"))
        facts.append(("Sampel minimal (Krejcie-Morgan)", f"{needed} orang, {enough}"))
    return facts


def notes(result: SurveyResult, *, compat: bool) -> list[str]:
    """Sentences below the table of elements: how the index is made, and what it would be otherwise."""
    index = result.index
    said = [
        "NRR adalah nilai rata-rata dari jawaban 1 sampai 4; pertanyaan yang dilewati tidak dihitung pada unsurnya. "
        "IKM dibulatkan dua angka di belakang koma, baru kemudian diberi mutu."
    ]
    if compat:
        said.append(
            "Cetakan ini memakai NRR dua desimal dan bobot 0,11 per unsur. "
            f"Dengan bobot tepat 1/9, IKM {decimal(index.ikm)}."
        )
    elif index.compat_2 is not None:
        said.append(
            f"Setiap unsur berbobot tepat 1/9. Dengan NRR dua desimal dan bobot 0,11, IKM {decimal(index.compat_2)}."
        )
    if missing := [one.element.id for one in index.elements if not one.n]:
        said.append(f"Tidak ada jawaban untuk {', '.join(missing)}; bobotnya dibagi rata ke unsur yang lain.")
    return said


def signed_by(issuer: Issuer) -> Signature:
    """The head of the library, with place and date."""
    library = issuer.library
    return Signature(f"{issuer.head.head_title},", library.head_name, library.head_nip, issuer.place_and_day)
