"""Card designs as files: what is shipped can be used, what is broken is named, and nothing is lost on the way."""

from __future__ import annotations

import io
import tomllib
import zipfile
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.devices import resources
from loket.domain.cards import LIBRARY_FIELDS, MEMBER_FIELDS, CardLibrary, CardValues, fields_of
from loket.domain.errors import InvalidInput
from loket.reports.card_design import (
    BACK,
    FRONT,
    KINDS,
    Barcode,
    CardDesign,
    Element,
    Photo,
    Picture,
    Shape,
    Text,
    check_design,
    design_from,
)
from loket.reports.card_files import (
    broken_designs,
    delete_design,
    design_in_use,
    design_toml,
    keep_picture,
    load_designs,
    packet_of,
    picture_finder,
    save_design,
    shipped_designs,
    take_design,
)

SHIPPED = resources.path("cards")
DESIGNS = shipped_designs(SHIPPED)
EVERY = pytest.mark.parametrize("design", DESIGNS.values(), ids=DESIGNS)
WHERE = {"x_mm": 5, "y_mm": 5, "w_mm": 30, "h_mm": 6}
EDGE_MM = 3.0
PNG = (SHIPPED / "pictures" / "buku-hitam.png").read_bytes()


def simple(**changes: object) -> CardDesign:
    design = CardDesign("uji", "Uji", front=(Text(**WHERE, text="{full_name}"),))
    return replace(design, **changes)  # type: ignore[arg-type]


# ---- what is shipped ------------------------------------------------------------------------------------------------


def test_the_shipped_designs_are_of_every_sort() -> None:
    assert len(DESIGNS) >= 4
    assert any(design.portrait for design in DESIGNS.values())
    assert {design.key for design in DESIGNS.values() if not colours(design) - {"#000000", "#FFFFFF"}} == {"hitam"}
    assert all(design.name("en") != design.name("id") for design in DESIGNS.values())


def colours(design: CardDesign) -> set[str]:
    names = ("colour", "fill", "line", "ground", "figure")
    every = [getattr(one, name, "") for one in (*design.front, *design.back) for name in names]
    return {colour for colour in every if colour}


@EVERY
def test_a_shipped_design_has_what_a_card_needs(design: CardDesign) -> None:
    front = {field for one in design.front if isinstance(one, Text) for field in names(one)}
    assert {"full_name", "library_name", "card_title", "valid_until"} <= front
    assert {one.KIND for one in design.front} >= {"photo", "barcode", "picture"}
    back = {field for one in design.back if isinstance(one, Text) for field in names(one)}
    assert {"rules", "if_found", "library_address", "library_phone", "head_name"} <= back
    assert Picture in {type(one) for one in design.back}  # the signature


def names(text: Text) -> set[str]:
    return {name for name in fields_of(CardValues("", "", "", CardLibrary(""))) if "{" + name + "}" in text.text}


@EVERY
def test_words_photo_and_code_keep_away_from_the_edge(design: CardDesign) -> None:
    """A printer may be a millimetre off, and the edge of a card is not always printed."""
    for one in (*design.front, *design.back):
        if not isinstance(one, Shape):
            assert one.x_mm >= EDGE_MM, one
            assert one.y_mm >= EDGE_MM or isinstance(one, Text), one
            assert one.x_mm + one.w_mm <= design.width_mm - EDGE_MM, one
            assert one.y_mm + one.h_mm <= design.height_mm - 2.4, one


@EVERY
def test_words_do_not_lie_on_words(design: CardDesign) -> None:
    for side in (design.front, design.back):
        texts = [one for one in side if isinstance(one, (Text, Barcode, Photo))]
        for number, one in enumerate(texts):
            for other in texts[number + 1 :]:
                assert not overlap(one, other), (one, other)


def overlap(one: Element, other: Element) -> bool:
    return (
        min(one.x_mm + one.w_mm, other.x_mm + other.w_mm) - max(one.x_mm, other.x_mm) > 0.05
        and min(one.y_mm + one.h_mm, other.y_mm + other.h_mm) - max(one.y_mm, other.y_mm) > 0.05
    )


@EVERY
def test_its_pictures_are_there(design: CardDesign) -> None:
    find = picture_finder(SHIPPED, SHIPPED / "none")
    assert all(find(name) for name in design.pictures())


def test_no_field_says_the_identity_number() -> None:
    every = {*MEMBER_FIELDS, *LIBRARY_FIELDS, *(entry.name for entry in fields(CardValues))}
    assert not {name for name in every if "identity" in name or "nik" in name}


# ---- files ----------------------------------------------------------------------------------------------------------


@EVERY
def test_a_file_says_all_of_a_design(design: CardDesign) -> None:
    assert design_from(design.key, tomllib.loads(design_toml(design))) == design


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="{}"), max_size=40)
NUMBERS = st.floats(0.1, 80).map(lambda number: round(number, 3))


@given(text=WORDS, name=WORDS, x=NUMBERS, size=st.floats(3, 72).map(lambda number: round(number, 2)))
def test_any_words_survive_the_file(text: str, name: str, x: float, size: float) -> None:
    shape = Shape(**WHERE, shape="polygon", fill="#0F5E63", points=((0.0, x / 8), (1.0, 0.25), (0.5, 1.0)))
    text_element = Text(x_mm=x, y_mm=-x, w_mm=x, h_mm=x, text=text, size_pt=size, least_pt=3, upper=True)
    design = simple(name_id=f"a{name}", name_en=name, front=(text_element,), back=(shape,))
    assert design_from("uji", tomllib.loads(design_toml(design))) == design


def test_own_designs_come_after_the_shipped_ones_and_broken_files_are_named(tmp_path: Path) -> None:
    save_design(simple(key="a-sendiri"), tmp_path)
    (tmp_path / "rusak.toml").write_text("name_id = ", encoding="utf-8")
    (tmp_path / "teluk.toml").write_text((SHIPPED / "hitam.toml").read_text(encoding="utf-8"), encoding="utf-8")
    designs = load_designs(SHIPPED, tmp_path)
    assert list(designs) == [*DESIGNS, "a-sendiri"]
    assert designs["teluk"] == DESIGNS["teluk"]  # a shipped one stays as it is
    assert {name: error.code for name, error in broken_designs(tmp_path).items()} == {
        "rusak.toml": "card_file_unreadable"
    }
    delete_design("a-sendiri", tmp_path)
    assert list(load_designs(SHIPPED, tmp_path)) == list(DESIGNS)


def test_a_counter_without_the_librarys_file_prints_all_the_same() -> None:
    assert design_in_use(DESIGNS, "teluk").key == "teluk"
    assert design_in_use(DESIGNS, "hanya-di-loket-lain").key in DESIGNS


def test_a_packet_carries_the_pictures(tmp_path: Path) -> None:
    name = keep_picture("Lambang Kota.PNG", PNG, tmp_path / "one")
    assert name == "lambang-kota.png"
    design = simple(back=(Picture(**WHERE, file=name, otherwise="buku-hitam"),))
    packet = tmp_path / "Kartu Kita.loketkartu"
    packet.write_bytes(packet_of(design, picture_finder(SHIPPED, tmp_path / "one")))
    taken = take_design(packet, tmp_path / "two", {"kartu-kita": design})
    assert taken == replace(design, key="kartu-kita-2")
    assert picture_finder(SHIPPED, tmp_path / "two")("lambang-kota.png") == PNG
    assert load_designs(SHIPPED, tmp_path / "two")["kartu-kita-2"] == taken


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packet:
        for name, data in files.items():
            packet.writestr(name, data)
    return out.getvalue()


GOOD = design_toml(simple()).encode()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfe\x00", "card_file_unreadable"),
        (b"PK\x03\x04 broken", "card_file_unreadable"),
        (zipped(other=b""), "card_file_unreadable"),
        (zipped(**{"kartu.toml": GOOD, "../outside.png": PNG}), "card_picture_unreadable"),
        (zipped(**{"kartu.toml": GOOD, "pictures/a.png": b"\x89PNG\r\n no picture"}), "card_picture_unreadable"),
        (zipped(**{"kartu.toml": GOOD, "pictures/a.exe": PNG}), "card_picture_unreadable"),
        (zipped(**{"kartu.toml": b" " * 5_000_001}), "card_packet_large"),
    ],
)
def test_what_is_no_design_leaves_nothing_behind(tmp_path: Path, data: bytes, code: str) -> None:
    file = tmp_path / "asing.loketkartu"
    file.write_bytes(data)
    with pytest.raises(InvalidInput) as error:
        take_design(file, tmp_path / "own", {})
    assert error.value.code == code
    assert not (tmp_path / "own").exists()


def test_a_picture_that_is_none_is_not_kept(tmp_path: Path) -> None:
    for data in (b"", b"GIF89a", b"\x89PNG\r\nxx", b"\xff\xd8\xff\xe0 cut"):
        with pytest.raises(InvalidInput, match="card_picture_unreadable"):
            keep_picture("logo", data, tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert keep_picture("logo", PNG, tmp_path) == "logo.png"


# ---- what is wrong is named -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("element", "field", "code"),
    [
        (Text(**WHERE, text="{nik}"), "front 1.text", "card_field_unknown"),
        (Text(**WHERE, text="{full_name!r}"), "front 1.text", "card_field_unknown"),
        (Text(**WHERE, text="{full_name:>40}"), "front 1.text", "card_field_unknown"),
        (Text(**WHERE, text="{full_name.__class__}"), "front 1.text", "card_field_unknown"),
        (Text(**WHERE, text="{"), "front 1.text", "card_braces"),
        (Text(**WHERE, text="x", colour="red"), "front 1.colour", "card_colour"),
        (Text(**WHERE, text="x", colour=""), "front 1.colour", "card_colour"),
        (Text(**WHERE, text="x", weight="black"), "front 1.weight", "card_choice"),
        (Text(**WHERE, text="x", size_pt=5, least_pt=6), "front 1.least_pt", "card_least_size"),
        (Text(**WHERE, text="x", size_pt=float("nan")), "front 1.size_pt", "card_number"),
        (Text(**WHERE | {"w_mm": 0}, text="x"), "front 1.w_mm", "card_number"),
        (Shape(**WHERE | {"x_mm": 1e9}), "front 1.x_mm", "card_number"),
        (Shape(**WHERE, shape="polygon"), "front 1.points", "card_points"),
        (Shape(**WHERE, points=((0.0, 11.0),)), "front 1.points", "card_points"),
        (Picture(**WHERE, file="../../etc/passwd"), "front 1.file", "card_picture_name"),
        (Barcode(**WHERE, code="ean13"), "front 1.code", "card_choice"),
    ],
)
def test_a_wrong_element_is_named(element: Element, field: str, code: str) -> None:
    with pytest.raises(InvalidInput) as error:
        check_design(simple(front=(element,)))
    assert (error.value.field, error.value.code) == (field, code)


@pytest.mark.parametrize(
    ("table", "field", "code"),
    [
        ({}, "name_id", "card_name_missing"),
        ({"name_id": "x"}, "front", "card_front_empty"),
        ({"name_id": "x", "width": 3}, "width", "card_entry_unknown"),
        ({"name_id": "x", "portrait": 1}, "portrait", "card_type"),
        ({"name_id": "x", "front": 1}, "front", "card_entry_unknown"),
        ({"name_id": "x", "front": [{"kind": "video"}]}, "front 1.kind", "card_choice"),
        ({"name_id": "x", "front": [{"kind": "photo", **WHERE, "blur": 1}]}, "front 1.blur", "card_entry_unknown"),
        ({"name_id": "x", "front": [{"kind": "photo", "x_mm": 1}]}, "front 1.y_mm", "card_entry_missing"),
        ({"name_id": "x", "front": [{"kind": "text", **WHERE, "text": 3}]}, "front 1.text", "card_type"),
        ({"name_id": "x", "front": [{"kind": "shape", **WHERE, "points": [[1]]}]}, "front 1.points", "card_points"),
        ({"name_id": "x", "back": [{"kind": "photo", **WHERE, "x_mm": True}]}, "back 1.x_mm", "card_type"),
    ],
)
def test_a_wrong_file_is_named(table: dict[str, object], field: str, code: str) -> None:
    with pytest.raises(InvalidInput) as error:
        design_from("uji", table)
    assert (error.value.field, error.value.code) == (field, code)


def test_sides_and_sizes() -> None:
    design = simple()
    assert (design.width_mm, design.height_mm, design.sides) == (85.6, 54.0, (FRONT,))
    turned = simple(portrait=True, back=design.front)
    assert (turned.width_mm, turned.height_mm, turned.sides) == (54.0, 85.6, (FRONT, BACK))
    assert set(KINDS) == {"text", "photo", "barcode", "picture", "shape"}
