"""The dashboard's sentences in both languages, and its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from dashboard_world import NOW, TODAY
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from loket.server.web import charts
from loket.server.web.texts import LANGUAGES, Shown, Words, words_in

# ---- words and pictures ---------------------------------------------------------------------------------------------


def sentences(words: Words, path: str = "") -> Iterator[tuple[str, object]]:
    for name in words.keys():  # noqa: SIM118 - not a dict
        value = words[name]
        yield from sentences(value, f"{path}{name}.") if isinstance(value, Words) else [(path + name, value)]


def test_both_languages_have_the_same_sentences_with_the_same_values() -> None:
    indonesian, english = (dict(sentences(words_in(language))) for language in LANGUAGES)
    assert list(indonesian) == list(english)
    for name, text in indonesian.items():
        if isinstance(text, str):
            fields = [sorted(re.findall(r"\{\w+\}", str(both))) for both in (text, english[name])]
            assert fields[0] == fields[1], name
        else:
            assert len(text) == len(english[name]), name  # type: ignore[arg-type]


def test_every_sentence_is_used_somewhere() -> None:
    from loket.devices import resources

    source = Path(charts.__file__).parent
    files = [*source.glob("*.py"), *resources.path("web", "templates").glob("*.html"), source.parent / "users.py"]
    used = "\n".join(file.read_text(encoding="utf-8") for file in files)
    by_value = {
        "figure",
        "meaning",
        "page",
        "tab",
        "states",
        "profiles",
        "scopes",
        "roles",
        "role_about",
        "news",
        "error",
    }
    by_value |= {"one", "many"}
    unused = []
    for name, _ in sentences(words_in("id")):
        *places, last = name.split(".")
        mention = rf"\b({places[-1]}|said|line)\.{last}\b|[\"']{last}[\"']"
        if not by_value & set(places) and not re.search(mention, used):
            unused.append(name)
    assert unused == []


@given(st.integers(0, 10**9))
def test_an_axis_reaches_the_highest_bar_in_few_steps(highest: int) -> None:
    top, step = charts.scale(highest)
    assert top >= highest
    assert 1 <= top // step <= 4
    assert top % step == 0
    assert top < max(2, highest * 2.5)


@given(st.lists(st.tuples(st.integers(0, 5000), st.text(max_size=8)), max_size=31))
def test_a_chart_is_sound_svg_whatever_it_shows(values: list[tuple[int, str]]) -> None:
    printable = [(number, "".join(sign for sign in name if sign.isprintable())) for number, name in values]
    drawn = charts.bars([charts.Bar(number, name, name) for number, name in printable], '<judul> & "x"', str)
    assert isinstance(drawn, Markup)
    tree = ElementTree.fromstring(drawn)
    heights = [float(bar.get("height", "-1")) for bar in tree.iter("rect")]
    assert len(heights) == len(values)
    assert all(0 <= height <= charts.HEIGHT for height in heights)
    assert [height > 0 for height in heights] == [number > 0 for number, _ in values] or not values


@pytest.mark.parametrize(
    ("language", "expected_words"),
    [
        ("id", ("Sel, 24 Nov 2026 14.30", "3 jam lalu", "1 sampai 24 Nov 2026", "12.500", "1 menit")),
        ("en", ("Tue, 24 Nov 2026 14:30", "3 hours ago", "1 to 24 Nov 2026", "12,500", "1 minute")),
    ],
)
def test_values_as_they_are_read(language: str, expected_words: tuple[str, ...]) -> None:
    show = Shown(language)
    assert (
        show.moment(NOW, 480),
        show.ago(NOW - timedelta(hours=3), NOW),
        show.span(TODAY.replace(day=1), TODAY),
        show.count(12_500),
        show.length(timedelta(seconds=61)),
    ) == expected_words
