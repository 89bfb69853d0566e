"""The invented library: whole, repeatable, plausible to search in, and plainly nobody's data."""

from __future__ import annotations

import csv
import itertools
import re
from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loket.domain.ddc import main_class
from loket.domain.member_form import EDUCATIONS, JOBS
from loket.importing.example import Words, biblios, isbn13, load_words, members
from loket.importing.records import BiblioRecord, MemberRecord

RESOURCES = Path(__file__).parents[2] / "resources"
TODAY = date(2026, 11, 24)
WORDS = load_words(RESOURCES / "example")


@pytest.fixture(scope="module")
def people() -> list[MemberRecord]:
    return list(members(10_000, 1, TODAY, WORDS))


@pytest.fixture(scope="module")
def titles() -> list[BiblioRecord]:
    return list(biblios(20_000, 40_000, 1, WORDS))


@cache
def codes(name: str) -> frozenset[str]:
    with (RESOURCES / "reference" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["kode"] for row in csv.DictReader(file))


def test_sizes_are_as_asked(people: list[MemberRecord], titles: list[BiblioRecord]) -> None:
    assert len(people) == 10_000
    assert len(titles) == 20_000
    assert sum(len(title.items) for title in titles) == 40_000
    assert min(len(title.items) for title in titles) == 1
    assert max(len(title.items) for title in titles) <= 16


def test_same_seed_same_library_other_seed_another() -> None:
    assert list(members(200, 7, TODAY, WORDS)) == list(members(200, 7, TODAY, WORDS))
    assert list(biblios(100, 250, 7, WORDS)) == list(biblios(100, 250, 7, WORDS))
    assert list(members(200, 7, TODAY, WORDS)) != list(members(200, 8, TODAY, WORDS))
    assert list(biblios(100, 250, 7, WORDS)) != list(biblios(100, 250, 8, WORDS))


def test_first_records_stay_the_same_on_every_machine() -> None:
    """Pinned, so that a generator that drifts is noticed; they change only when rules or word lists do."""
    [person] = members(1, 1, TODAY, WORDS)
    [title] = biblios(1, 1, 1, WORDS)

    assert (person.member_no, person.full_name) == ("24070800001", "Ester Nadesenja")
    assert (title.title, title.call_number) == ("Membuat Tenun Ikat: Bahan Ajar Mandiri", "746 FLA m")


def test_records_come_one_by_one() -> None:
    many = itertools.islice(members(10**9, 1, TODAY, WORDS), 3)
    shelf = itertools.islice(biblios(10**7, 2 * 10**7, 1, WORDS), 3)

    assert len(list(many)) == len(list(shelf)) == 3


def test_nothing_that_must_be_unique_occurs_twice(people: list[MemberRecord], titles: list[BiblioRecord]) -> None:
    items = [item for title in titles for item in title.items]
    isbns = [title.isbn for title in titles if title.isbn]
    for values in (
        [person.member_no for person in people],
        [title.title for title in titles],
        [title.source_key for title in titles],
        [item.barcode for item in items],
        [item.accession_no for item in items],
        isbns,
    ):
        assert len(set(values)) == len(values)
    assert len(isbns) > 15_000


def test_titles_stay_unique_beyond_all_combinations() -> None:
    tiny = Words(WORDS.groups[:1], WORDS.publishing, WORDS.people)
    combinations = sum(pattern.size for pattern in tiny.groups[0].patterns)
    made = [title.title for title in biblios(2 * combinations, 2 * combinations, 3, tiny)]

    assert len(set(made)) == len(made) == 2 * combinations
    assert any(title.endswith(", Jilid 2") for title in made)


def test_second_word_of_a_pair_differs_from_the_first(titles: list[BiblioRecord]) -> None:
    pairs = [re.match(r"Kamus Kecil (.+)–(.+?)(, Jilid \d+)?$", title.title) for title in titles]
    found = [(pair[1], pair[2]) for pair in pairs if pair]

    assert len(found) > 50
    assert all(first != second for first, second in found)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 70), st.integers(0, 200), st.integers(0, 5))
def test_any_sizes_hold_together(n_titles: int, n_items: int, seed: int) -> None:
    made = list(biblios(n_titles, n_items, seed, WORDS))
    items = [item for title in made for item in title.items]

    assert len(made) == n_titles
    assert len(items) == (n_items if n_titles else 0)
    assert [item.barcode for item in items] == [f"B{number:06d}" for number in range(1, len(items) + 1)]
    if n_items >= n_titles:
        assert all(title.items for title in made)


def test_accession_numbers_run_without_gaps_in_each_year(titles: list[BiblioRecord]) -> None:
    by_year: dict[str, list[int]] = {}
    for item in (item for title in titles for item in title.items):
        matched = re.fullmatch(r"(\d{4,})/LP/(\d{4})", item.accession_no)
        assert matched
        assert item.received_on
        assert item.received_on.year == int(matched[2])
        by_year.setdefault(matched[2], []).append(int(matched[1]))

    assert len(by_year) > 10
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in by_year.values())


def test_collection_kinds_are_mostly_general(titles: list[BiblioRecord]) -> None:
    kinds = Counter(item.collection_kind for title in titles for item in title.items)

    assert kinds.most_common(2)[0][0] == "Umum"
    assert kinds.most_common(2)[1][0] == "Anak"
    assert kinds["Umum"] > 30_000
    assert set(kinds) == {"Umum", "Anak", "Referensi", "Deposit", "Tandon", "Berkala"}
    assert min(kinds.values()) > 200
    assert {kind.casefold() for kind in kinds} <= codes("collection_kinds")


def test_call_numbers_name_class_heading_and_title(titles: list[BiblioRecord]) -> None:
    for title in titles:
        assert re.fullmatch(r"([ARD] )?(\d{3}(\.\d+)?|2X\d(\.\d)?|F) [A-Z]{3} [a-z]", title.call_number)
        letters = "".join(filter(str.isalpha, title.authors[0])).upper()
        assert title.call_number.split()[-2] == letters[:3]
        assert all(item.call_number.removeprefix("T ") == title.call_number for item in title.items)


def test_every_main_class_is_on_the_shelf(titles: list[BiblioRecord]) -> None:
    classes = Counter(main_class(title.call_number) for title in titles)

    assert set(classes) == {f"{hundred}00" for hundred in range(10)} | {"2X", "F", "R"}
    assert min(classes.values()) > 150
    assert classes["2X"] > 500


def test_isbns_are_valid_and_belong_to_no_country(titles: list[BiblioRecord]) -> None:
    for isbn in (title.isbn for title in titles if title.isbn):
        assert re.fullmatch(r"97864\d{8}", isbn)
        assert sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(isbn)) % 10 == 0
    assert isbn13(0)[:6] == "978649"
    assert isbn13(9_999_999)[:12] == "978640999999"
    with pytest.raises(ValueError, match="10000000"):
        isbn13(10_000_000)


def test_prices_and_years_are_plausible(titles: list[BiblioRecord]) -> None:
    for title in titles:
        assert 1980 <= int(title.publish_year) <= 2025
        for item in title.items:
            assert item.price_rp is not None
            assert 25_000 <= item.price_rp <= 185_000
            assert item.price_rp % 500 == 0
            assert item.received_on is not None
            assert item.received_on.year >= int(title.publish_year)


def test_about_six_in_a_hundred_cards_have_run_out(people: list[MemberRecord]) -> None:
    expired = sum(1 for person in people if person.valid_until and person.valid_until < TODAY)

    assert 500 <= expired <= 720


def test_member_dates_fit_each_other(people: list[MemberRecord]) -> None:
    for person in people:
        assert person.birth_on
        assert person.registered_on
        assert person.valid_until
        assert TODAY - timedelta(days=6 * 366) <= person.registered_on <= TODAY
        assert person.birth_on <= person.registered_on - timedelta(days=3 * 365)
        assert (person.valid_until - person.registered_on).days % 365 == 0
        assert person.registered_on < person.valid_until <= TODAY + timedelta(days=366)


def test_member_numbers_begin_with_the_day_of_registration(people: list[MemberRecord]) -> None:
    for person in people:
        assert re.fullmatch(r"\d{11}", person.member_no)
        assert person.registered_on
        assert person.member_no.startswith(f"{person.registered_on:%y%m%d}")


def test_member_types_ages_and_words_are_known(people: list[MemberRecord]) -> None:
    ages: dict[str, list[int]] = {}
    for person in people:
        assert person.birth_on
        ages.setdefault(person.member_type, []).append((TODAY - person.birth_on).days // 365)
        assert person.member_type.casefold() in codes("member_types")
        assert person.education in EDUCATIONS
        assert person.job in JOBS
        assert person.sex in {"L", "P"}

    assert set(ages) == {"anak", "pelajar", "mahasiswa", "umum", "ASN"}
    assert (max(ages["anak"]), max(ages["pelajar"])) <= (12, 18)
    assert min(len(found) for found in ages.values()) > 700


def test_nobody_in_it_could_be_real(people: list[MemberRecord]) -> None:
    for person in people:
        assert person.identity_no == person.identity_type == ""
        assert re.fullmatch(r"(0812-0000-\d{4})?", person.phone)
        assert person.email == "" or person.email.endswith("@contoh.example")
        assert re.search(r"Contoh|Misal|Andai|Umpama|Rekaan", person.address)
        assert re.search(r", RT \d{3}/RW \d{3}, (Kelurahan|Desa) ", person.address)


def test_names_come_in_the_shapes_a_counter_meets(people: list[MemberRecord]) -> None:
    names = [person.full_name for person in people]
    shapes = {
        "single": r"\w+",
        "two": r"[\w']+ \w+",
        "three": r"[\w']+ [\w']+ \w+",
        "balinese": r"(I|Ni) (Wayan|Made|Nyoman|Ketut|Putu|Kadek|Komang) .+",
        "bin": r".+ (bin|binti) .+",
        "short": r"(Muh|Moh|Abd)\. .+",
        "haji": r"(H|Hj)\. .+",
        "dra": r"(Drs|Dra)\. .+",
        "degree": r".+, (S\.Pd|S\.E\.|M\.Si)",
        "apostrophe": r".*\w'\w.*",
        "accent": r".*é.*",
    }
    for shape, pattern in shapes.items():
        assert sum(1 for name in names if re.fullmatch(pattern, name)) >= 20, shape
    assert len(set(names)) > 7_000


def test_word_without_a_list_is_named(tmp_path: Path) -> None:
    source = RESOURCES / "example"
    (tmp_path / "people.toml").write_text((source / "people.toml").read_text(encoding="utf-8"), encoding="utf-8")
    broken = (source / "titles.toml").read_text(encoding="utf-8").replace("tanaman = [", "tumbuhan = [")
    (tmp_path / "titles.toml").write_text(broken, encoding="utf-8")

    with pytest.raises(KeyError, match="tanaman"):
        load_words(tmp_path)
