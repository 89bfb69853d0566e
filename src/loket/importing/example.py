"""An invented library: members, titles and copies for the throw-away example and the benchmarks.

Pure and seeded: the same words, sizes, seed and day give the same records, on every machine. Nobody in it exists:
family names are trees, birds and winds, phones start with 0812-0000, there are no identity numbers, and the ISBNs use
the 978-64x prefixes that belong to no country. Records come one by one, so a million members need no memory.
"""

from __future__ import annotations

import math
import string
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

from loket.importing.records import BiblioRecord, ItemRecord, MemberRecord

T = TypeVar("T")

EXPIRED_SHARE = 0.06
REGISTERED_WITHIN_DAYS = 6 * 365
VALID_DAYS = 365
YOUNGEST_DAYS = 3 * 365  # nobody is registered younger
LAST_YEAR = 2025  # no title is younger, so the generator needs no clock
BLOCK = 16  # titles that share out their copies together


@dataclass(frozen=True, slots=True)
class Slot:
    """A gap in a pattern. `other`: never the word that the slot before it with the same words took."""

    words: tuple[str, ...]
    other: bool

    @property
    def size(self) -> int:
        return len(self.words) - self.other


@dataclass(frozen=True, slots=True)
class Pattern:
    """One title pattern: text and slots in turn. `size` is how many different titles it can make."""

    parts: tuple[str | Slot, ...]
    size: int

    def title(self, number: int) -> str:
        """The title with this number; numbers past `size` start again as "Jilid 2", "Jilid 3" …"""
        volume, number = divmod(number, self.size)
        text = []
        taken = 0
        for part in self.parts:
            if isinstance(part, str):
                text.append(part)
                continue
            number, chosen = divmod(number, part.size)
            taken = (taken + 1 + chosen) % len(part.words) if part.other else chosen
            text.append(part.words[taken])
        if volume:
            text.append(f", Jilid {volume + 1}")
        return "".join(text)


@dataclass(frozen=True, slots=True)
class Group:
    """Titles on one subject: where they stand on the shelf and what they may be called."""

    classes: tuple[str, ...]
    kind: str
    weight: int
    subjects: tuple[str, ...]
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `resources/example`, read once."""

    groups: tuple[Group, ...]
    publishing: dict[str, list[str]]
    people: dict[str, list[str]]


def load_words(folder: Path) -> Words:
    """Read `titles.toml` and `people.toml` from the folder. Raises KeyError naming a slot that has no words."""
    titles = tomllib.loads((folder / "titles.toml").read_text(encoding="utf-8"))
    people = tomllib.loads((folder / "people.toml").read_text(encoding="utf-8"))
    groups = tuple(_group(entry, titles["isian"]) for entry in titles["kelompok"])
    return Words(groups, titles["penerbit"], people)


def _group(entry: dict[str, list[str] | str | int], slots: dict[str, list[str]]) -> Group:
    return Group(
        classes=tuple(map(str, _list(entry["kelas"]))),
        kind=str(entry["untuk"]),
        weight=int(str(entry["bobot"])),
        subjects=tuple(_list(entry["subjek"])),
        patterns=tuple(_pattern(text, slots) for text in _list(entry["pola"])),
    )


def _list(value: list[str] | str | int) -> list[str]:
    if not isinstance(value, list):
        raise TypeError(f"a list of words was expected, not {value!r}")
    return value


def _pattern(text: str, slots: dict[str, list[str]]) -> Pattern:
    """Split "Kisah {benda} di {tempat}"; `{x_lain}` right after `{x}` is a second, different word of x."""
    parts: list[str | Slot] = []
    for literal, name, _spec, _conversion in string.Formatter().parse(text):
        if literal:
            parts.append(literal)
        if name:
            parts.append(Slot(tuple(slots[name.removesuffix("_lain")]), other=name.endswith("_lain")))
    return Pattern(tuple(parts), math.prod(part.size for part in parts if isinstance(part, Slot)))


class _Dice:
    """Quick choices from one `Random`; `Random.choice` alone would take half the time of a large example."""

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)
        self.roll = self.random.random

    def pick(self, options: Sequence[T]) -> T:
        return options[int(self.roll() * len(options))]

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self.roll() * (high - low + 1))

    def chance(self, share: float) -> bool:
        return self.roll() < share


# --- members ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Profile:
    """One kind of member: the ages in years, and which word lists hold his school or office and his work."""

    member_type: str
    share: int
    ages: tuple[int, int]
    institutions: str
    education: tuple[str, ...]
    job: str  # "" = drawn by education


_PROFILES = (
    _Profile("anak", 18, (5, 12), "sd", ("TK/PAUD", "SD"), "Pelajar"),
    _Profile("pelajar", 30, (13, 18), "menengah", ("SD", "SMP"), "Pelajar"),
    _Profile("mahasiswa", 17, (18, 25), "kampus", ("SMA/SMK",), "Mahasiswa"),
    _Profile("umum", 25, (19, 75), "", ("SD", "SMP", "SMA/SMK", "D3", "D4/S1"), ""),
    _Profile("ASN", 10, (23, 58), "kantor", ("SMA/SMK", "D3", "D4/S1", "S2"), "PNS/ASN"),
)
_PROFILE_DRAW = tuple(profile for profile in _PROFILES for _ in range(profile.share))

_DEGREES = ("D3", "D4/S1", "S2")


def members(n: int, seed: int, today: date, words: Words) -> Iterator[MemberRecord]:
    """n invented members, registered in the six years up to `today`; about 6 % of the cards have run out.

    Member numbers are YYMMDD of the registration and a five-digit running number of that day.
    """
    dice = _Dice(f"anggota:{seed}")
    days = [today - timedelta(days=back) for back in range(REGISTERED_WITHIN_DAYS)]
    stamps = [f"{day:%y%m%d}" for day in days]
    running: Counter[int] = Counter()
    for _ in range(n):
        back = int(dice.roll() * REGISTERED_WITHIN_DAYS)
        running[back] += 1
        yield _member(dice, words.people, f"{stamps[back]}{running[back]:05d}", days[back], today)


def _member(
    dice: _Dice, people: dict[str, list[str]], member_no: str, registered_on: date, today: date
) -> MemberRecord:
    profile = dice.pick(_PROFILE_DRAW)
    sex = "L" if dice.chance(0.46) else "P"
    age_days = dice.between(profile.ages[0] * 365 + 2, profile.ages[1] * 365)
    age_days = max(age_days, (today - registered_on).days + YOUNGEST_DAYS)
    education = dice.pick(profile.education)
    educated = education in _DEGREES
    name = _full_name(dice, people, sex)
    if educated and age_days > 24 * 365:
        name = _with_degree(dice, people, sex, name)
    return MemberRecord(
        member_no=member_no,
        full_name=name,
        member_type=profile.member_type,
        sex=sex,
        birth_on=today - timedelta(days=age_days),
        birth_place=dice.pick(people["kota_lahir"]),
        phone=f"0812-0000-{dice.between(0, 9999):04d}" if dice.chance(0.8) else "",
        email=f"anggota{member_no}@contoh.example" if dice.chance(0.15) else "",
        address=_address(dice, people),
        institution=dice.pick(people[profile.institutions]) if profile.institutions else "",
        education=education,
        job=profile.job or dice.pick(people["pekerjaan_terdidik" if educated else "pekerjaan"]),
        registered_on=registered_on,
        valid_until=_valid_until(dice, registered_on, today),
    )


def _full_name(dice: _Dice, people: dict[str, list[str]], sex: str) -> str:
    """A name in a shape that counters meet: given and family, two given, single, Balinese, clan, bin or binti."""
    given = people["laki"] if sex == "L" else people["perempuan"]
    shape = dice.roll()
    if shape < 0.56:
        return f"{dice.pick(given)} {dice.pick(people['belakang'])}"
    if shape < 0.72:
        return f"{dice.pick(given)} {dice.pick(given)} {dice.pick(people['belakang'])}"
    if shape < 0.79:
        return dice.pick(people["tunggal"])
    if shape < 0.86:
        article = "I" if sex == "L" else "Ni"
        return f"{article} {dice.pick(people['urutan_bali'])} {dice.pick(people['belakang'])}"
    if shape < 0.94:
        return f"{dice.pick(given)} {dice.pick(people['marga'])}"
    if shape < 0.97 and sex == "L":
        return f"{dice.pick(people['singkatan'])} {dice.pick(given)} {dice.pick(people['belakang'])}"
    return f"{dice.pick(given)} {'bin' if sex == 'L' else 'binti'} {dice.pick(people['belakang'])}"


def _with_degree(dice: _Dice, people: dict[str, list[str]], sex: str, name: str) -> str:
    if dice.chance(0.3):
        name = f"{dice.pick(people['gelar_depan_l' if sex == 'L' else 'gelar_depan_p'])} {name}"
    if dice.chance(0.4):
        name = f"{name}, {dice.pick(people['gelar_belakang'])}"
    return name


def _address(dice: _Dice, people: dict[str, list[str]]) -> str:
    house, rt, rw = dice.between(1, 120), dice.between(1, 9), dice.between(1, 6)
    return f"{dice.pick(people['jalan'])} {house}, RT {rt:03d}/RW {rw:03d}, {dice.pick(people['kelurahan'])}"


def _valid_until(dice: _Dice, registered_on: date, today: date) -> date:
    """The next yearly renewal, or for EXPIRED_SHARE of all one that was let go by.

    Only cards older than a year can have run out, so among those the share is a little higher.
    """
    years_passed = ((today - registered_on).days - 1) // VALID_DAYS if today > registered_on else 0
    old_enough = (REGISTERED_WITHIN_DAYS - VALID_DAYS) / REGISTERED_WITHIN_DAYS
    if years_passed >= 1 and dice.chance(EXPIRED_SHARE / old_enough):
        return registered_on + timedelta(days=VALID_DAYS * dice.between(1, years_passed))
    return registered_on + timedelta(days=VALID_DAYS * (years_passed + 1))


# --- titles and copies -----------------------------------------------------------------------------------------------


class _Walker:
    """Walks through all titles of one pattern in a scattered but complete order, then through their next volumes."""

    def __init__(self, pattern: Pattern, start: int) -> None:
        self._pattern = pattern
        self._start = start
        self._step = _coprime_step(pattern.size)
        self._used = 0

    def next(self) -> str:
        cycle, place = divmod(self._used, self._pattern.size)
        self._used += 1
        number = (self._start + place * self._step) % self._pattern.size
        return self._pattern.title(cycle * self._pattern.size + number)


class _TitleSource:
    """Draws a group by its weight, a pattern of the group, and a title nobody has had yet."""

    def __init__(self, groups: Sequence[Group], dice: _Dice) -> None:
        self._dice = dice
        self._draw: list[tuple[Group, list[_Walker]]] = []
        for group in groups:
            walkers = [_Walker(pattern, int(dice.roll() * pattern.size)) for pattern in group.patterns]
            self._draw += [(group, walkers)] * group.weight

    def next(self) -> tuple[Group, str]:
        group, walkers = self._dice.pick(self._draw)
        return group, self._dice.pick(walkers).next()


def _coprime_step(size: int) -> int:
    """A step near the golden section of `size` that visits every number before it repeats one."""
    step = max(1, int(size * 0.618))
    while math.gcd(step, size) != 1:
        step += 1
    return step


class _Shelf:
    """Numbers the copies: barcodes B000001 …, accession numbers 0001/LP/2019 … running within each year."""

    def __init__(self) -> None:
        self._barcodes = 0
        self._by_year: Counter[int] = Counter()

    def next(self, year: int) -> tuple[str, str]:
        self._barcodes += 1
        self._by_year[year] += 1
        return f"B{self._barcodes:06d}", f"{self._by_year[year]:04d}/LP/{year}"


def biblios(n_titles: int, n_items: int, seed: int, words: Words) -> Iterator[BiblioRecord]:
    """n_titles invented titles that hold n_items copies in all; no title, barcode or ISBN occurs twice."""
    dice = _Dice(f"judul:{seed}")
    titles = _TitleSource(words.groups, dice)
    shelf = _Shelf()
    for number, copies in enumerate(_copies_per_title(n_titles, n_items, dice)):
        group, title = titles.next()
        yield _biblio(dice, words, group, title, number, copies, shelf)


def _copies_per_title(n_titles: int, n_items: int, dice: _Dice) -> Iterator[int]:
    """Copies of each title, n_items together: every title one where they suffice, the rest mostly on popular ones."""
    for first in range(0, n_titles, BLOCK):
        after = min(first + BLOCK, n_titles)
        size = after - first
        total = after * n_items // n_titles - first * n_items // n_titles
        counts = [1 if number < total else 0 for number in range(size)]
        popular = [dice.between(0, size - 1) for _ in range(4)]
        for _ in range(total - sum(counts)):
            counts[dice.pick(popular) if dice.chance(0.5) else dice.between(0, size - 1)] += 1
        yield from counts


def _biblio(
    dice: _Dice, words: Words, group: Group, title: str, number: int, copies: int, shelf: _Shelf
) -> BiblioRecord:
    ddc = dice.pick(group.classes)
    headings, responsibility = _authors(dice, words, group)
    call_number = _call_number(group.kind, ddc, headings[0] if headings else title, title)
    year = LAST_YEAR - int(dice.roll() ** 1.7 * 40)
    publishing = words.publishing
    price_rp = dice.between(50, 370) * 500
    items = tuple(_item(dice, group.kind, call_number, place, price_rp, year, shelf) for place in range(copies))
    return BiblioRecord(
        title=title,
        responsibility=responsibility,
        authors=headings,
        edition=f"Cet. {dice.between(1, 4)}" if dice.chance(0.3) else "",
        isbn="" if group.kind == "Berkala" or dice.chance(0.12) else isbn13(number),
        publisher=f"{dice.pick(publishing['awal'])} {dice.pick(publishing['akhir'])}",
        publish_place=dice.pick(publishing["kota"]),
        publish_year=str(year),
        collation=f"{dice.between(32, 420)} hlm.; {dice.between(18, 28)} cm",
        series=dice.pick(publishing["seri"]) if dice.chance(0.15) else "",
        call_number=call_number,
        ddc_class=ddc,
        language="Indonesia",
        material="Majalah" if group.kind == "Berkala" else "Buku",
        subjects=group.subjects,
        source_key=f"CONTOH{number + 1:07d}",
        items=items,
    )


def _authors(dice: _Dice, words: Words, group: Group) -> tuple[tuple[str, ...], str]:
    """Author headings ("Kenari, Melati") and the statement as printed ("Melati Kenari"); bodies for serials."""
    if group.kind in ("Berkala", "Deposit"):
        body = dice.pick(words.publishing["lembaga"])
        return (body,), body
    people = words.people
    pairs = []
    for _ in range(1 if dice.chance(0.82) else 2):
        given = people["laki"] if dice.chance(0.5) else people["perempuan"]
        pairs.append((dice.pick(given), dice.pick(people["belakang"])))
    headings = tuple(f"{family}, {first}" for first, family in pairs)
    return headings, ", ".join(f"{first} {family}" for first, family in pairs)


_SHELF_MARK = {"Anak": "A ", "Referensi": "R ", "Deposit": "D ", "Tandon": "T "}


def _call_number(kind: str, ddc: str, heading: str, title: str) -> str:
    """Shelf mark, class, first three letters of the heading, first letter of the title: "813 SUR l"."""
    letters = "".join(filter(str.isalpha, heading))[:3].upper()
    first = next(filter(str.isalpha, title)).lower()
    return f"{_SHELF_MARK.get(kind, '')}{ddc} {letters} {first}"


def _item(dice: _Dice, kind: str, call_number: str, place: int, price_rp: int, year: int, shelf: _Shelf) -> ItemRecord:
    """One copy. Now and then the second copy of a general title is kept back as the reserve copy (tandon)."""
    if kind == "Umum" and place == 1 and dice.chance(0.08):
        kind, call_number = "Tandon", _SHELF_MARK["Tandon"] + call_number
    received_year = min(LAST_YEAR, max(year, 2006) + dice.between(0, 2))
    barcode, accession_no = shelf.next(received_year)
    return ItemRecord(
        barcode=barcode,
        accession_no=accession_no,
        call_number=call_number,
        collection_kind=kind,
        location=f"Ruang {kind}",
        price_rp=price_rp,
        source="Pembelian" if dice.chance(0.7) else "Hadiah",
        received_on=date(received_year, dice.between(1, 12), dice.between(1, 28)),
    )


def isbn13(number: int) -> str:
    """The ISBN-13 of an invented title, check digit right, in the prefixes 978-649 downwards that no country has.

    Ten million fit: 978-649-000000 … 978-640-999999. Raises ValueError beyond.
    """
    if not 0 <= number < 10_000_000:
        raise ValueError(f"no invented ISBN for title {number}")
    prefix, serial = divmod(number, 1_000_000)
    body = f"978{649 - prefix}{serial:06d}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(body))
    return f"{body}{-total % 10}"
