"""Cards as they are printed: every code is read back from the page, no text leaves its box, sheets can be cut."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pyzbar.pyzbar import ZBarSymbol, decode

from loket.devices import resources
from loket.domain.cards import CardLibrary, CardValues
from loket.domain.errors import InvalidInput
from loket.reports.card_codes import DOT_MM, LEAST_DOTS, bars_for, to_dots
from loket.reports.card_design import BACK, FRONT, Barcode, CardDesign, Photo, Picture, Shape, Text
from loket.reports.card_drawing import filled
from loket.reports.card_files import picture_finder, shipped_designs
from loket.reports.card_sample import LIBRARY, long_values, sample_values
from loket.reports.card_text import ASCENT, DESCENT, set_text
from loket.reports.cards import LAYOUTS, CardPress, cards_pdf, check_codes, sheet_pdf
from loket.reports.pdf import points, text_width

SHIPPED = resources.path("cards")
DESIGNS = shipped_designs(SHIPPED)
PRESS = CardPress(resources.path("fonts"), picture_finder(SHIPPED, SHIPPED / "none"))
SAMPLE, LONG = sample_values(SHIPPED), long_values(SHIPPED)
EVERY = pytest.mark.parametrize("design", DESIGNS.values(), ids=DESIGNS)
CODES = ("2611230001", "2611230001-2", "L1-2600042-7", "ABCDEFGHIJKLMNOPQRST", "abcdefghijklmnopqr-2")
DPI = 300
BLACK, WHITE = (0, 0, 0), (255, 255, 255)
SYMBOLS = [ZBarSymbol.CODE128, ZBarSymbol.QRCODE]


def pages(pdf: bytes, folder: Path, dpi: int = DPI) -> list[Image.Image]:
    """The pages by poppler: not the program that draws the preview."""
    file = folder / "cards.pdf"
    file.write_bytes(pdf)
    for old in folder.glob("page*.png"):
        old.unlink()
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", str(file), str(folder / "page")], check=True)
    return [Image.open(one).convert("RGB") for one in sorted(folder.glob("page*.png"))]


def by_zbar(image: Image.Image) -> list[str]:
    return [found.data.decode() for found in decode(image, symbols=SYMBOLS)]


def by_zxing(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image)]


# ---- codes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["code128", "qr"])
@EVERY
def test_both_readers_read_the_code_from_the_page(design: CardDesign, kind: str, tmp_path: Path) -> None:
    cards = [replace(SAMPLE, code=code, code_kind=kind) for code in CODES]
    for code, image in zip(CODES, pages(cards_pdf(PRESS, design, cards, sides=[FRONT]), tmp_path), strict=True):
        assert by_zbar(image) == [code]
        assert by_zxing(image) == [code]


@pytest.mark.parametrize("kind", ["code128", "qr"])
@EVERY
def test_bars_are_pure_black_on_pure_white(design: CardDesign, kind: str, tmp_path: Path) -> None:
    """A card printer's driver takes only true black to the black panel of the ribbon."""
    code = next(one for one in design.front if isinstance(one, Barcode))
    bare = replace(design, front=tuple(replace(one, text_pt=0.0) if one is code else one for one in design.front))
    card = replace(SAMPLE, code=CODES[1], code_kind=kind)
    (image,) = pages(cards_pdf(PRESS, bare, [card], sides=[FRONT], offset_mm=(0.77, 0.31)), tmp_path)
    left, top = to_dots(code.x_mm) + to_dots(0.77), to_dots(code.y_mm) + to_dots(0.31)
    box = image.crop((left + 1, top + 1, left + to_dots(code.w_mm) - 1, top + to_dots(code.h_mm) - 1))
    assert {colour for _, colour in box.getcolors(1 << 20)} == {BLACK, WHITE}


@given(
    code=st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=24),
    kind=st.sampled_from(["code128", "qr"]),
    wide=st.floats(6, 80),
    high=st.floats(6, 80),
)
def test_bars_leave_their_quiet_zone_in_the_box_or_are_refused(code: str, kind: str, wide: float, high: float) -> None:
    room = max(wide, high) if kind == "code128" else min(wide, high)
    try:
        bars = bars_for(code, kind, wide, high)
    except InvalidInput as error:
        need_mm = float(str(error.params["need_mm"]))
    else:
        need_mm = 0.0
        long_side = bars.height if kind == "code128" and high > wide else bars.width
        assert (long_side + 2 * bars.quiet) * DOT_MM <= room + 1e-6
        assert bars.module >= LEAST_DOTS
        assert bars.quiet == bars.module * (4 if kind == "qr" else 10)
        assert all(min(x, y) >= 0 and x + w <= bars.width and y + h <= bars.height for x, y, w, h in bars.rects)
    assert need_mm == 0 or need_mm > room


@pytest.mark.parametrize("code", ["", "é", "a\n"])
def test_what_bars_cannot_say_is_refused(code: str) -> None:
    with pytest.raises(InvalidInput, match="card_code_unprintable"):
        cards_pdf(PRESS, DESIGNS["teluk"], [replace(SAMPLE, code=code)])


def test_a_code_too_long_for_the_design_is_named_before_it_is_printed() -> None:
    design = DESIGNS["teluk"]
    long = replace(SAMPLE, code="ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert check_codes(design, [SAMPLE, long, LONG]) == [long]
    with pytest.raises(InvalidInput) as error:
        cards_pdf(PRESS, design, [SAMPLE, long])
    assert (error.value.code, error.value.params["design"], error.value.params["value"]) == (
        "card_code_too_long",
        "teluk",
        long.code,
    )


# ---- text -----------------------------------------------------------------------------------------------------------

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=120) | st.lists(
    st.sampled_from(
        ["Prof.", "Dr.", "Hj.", "Kirana", "Mutiarasamudrawati", "N.", "Beringin,", "S.Pd.I", "ÉLODIE", "王"]
    ),
    max_size=14,
).map(" ".join)
BOXES = st.builds(
    Text,
    x_mm=st.just(5.0),
    y_mm=st.just(5.0),
    w_mm=st.floats(4, 75),
    h_mm=st.floats(1, 40),
    text=st.just("x"),
    size_pt=st.floats(5, 30),
    least_pt=st.floats(3, 5),
    weight=st.sampled_from(["regular", "bold"]),
    valign=st.sampled_from(["top", "middle", "bottom"]),
    lines=st.integers(1, 8),
    spacing=st.floats(0.9, 2),
    tracking_pt=st.floats(0, 2),
    upper=st.booleans(),
)


@settings(max_examples=300)
@given(text=NAMES, box=BOXES)
def test_text_never_leaves_its_box(text: str, box: Text) -> None:
    font = PRESS.fonts[box.weight]
    done = set_text(text, box, font)
    assert len(done.lines) <= box.lines
    assert done.size_pt <= box.size_pt
    for line in done.lines:
        clipped_to_nothing = line == "…"
        assert clipped_to_nothing or text_width(line, font, done.size_pt, box.tracking_pt) <= points(box.w_mm) + 1e-6
    last = done.baseline_pt + done.leading_pt * max(0, len(done.lines) - 1)
    assert done.baseline_pt - ASCENT * done.size_pt >= -1e-6
    assert last + DESCENT * done.size_pt <= points(box.h_mm) + 1e-6


@EVERY
def test_a_long_name_is_whole_on_the_card(design: CardDesign) -> None:
    """Fifty letters, more than nearly every member has, are not cut."""
    box = next(one for one in design.front if isinstance(one, Text) and one.text == "{full_name}")
    name = "Kirana Mutiara Cendrawasih Samudra Flamboyan, S.Pd"
    assert " ".join(set_text(name, box, PRESS.fonts[box.weight]).lines) == name


@EVERY
@pytest.mark.parametrize("values", [SAMPLE, LONG], ids=["short", "long"])
def test_ink_stays_within_the_margins(design: CardDesign, values: CardValues, tmp_path: Path) -> None:
    """The same card without its words, photo and code has the same outermost 2.4 mm."""
    bare = replace(
        design,
        front=tuple(one for one in design.front if isinstance(one, Shape)),
        back=tuple(one for one in design.back if isinstance(one, Shape)),
    )
    edge = to_dots(2.4)
    full, empty = (pages(cards_pdf(PRESS, one, [values]), tmp_path) for one in (design, bare))
    for one, other in zip(full, empty, strict=True):
        w, h = one.size
        for box in ((0, 0, w, edge), (0, h - edge, w, h), (0, 0, edge, h), (w - edge, 0, w, h)):
            assert one.crop(box).tobytes() == other.crop(box).tobytes()
        assert one.tobytes() != other.tobytes()


def test_fields_are_filled_and_empty_ones_leave_nothing() -> None:
    words = {"valid_until": "", "phone": "08", "member_no": "7"}
    assert filled("Berlaku s.d. {valid_until}", words) == ""
    assert filled("{valid_until}\nTelp. {phone}", words) == "Telp. 08"
    assert filled("Ketentuan", words) == "Ketentuan"
    assert filled("{{{member_no}}}", words) == "{7}"


# ---- pages ----------------------------------------------------------------------------------------------------------


def boxes(pdf: bytes) -> list[tuple[float, float]]:
    found = re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", pdf)
    return [(float(w) / 72 * 25.4, float(h) / 72 * 25.4) for w, h in found]


@EVERY
def test_a_page_is_a_card(design: CardDesign, tmp_path: Path) -> None:
    pdf = cards_pdf(PRESS, design, [SAMPLE, LONG])
    assert boxes(pdf) == [pytest.approx((design.width_mm, design.height_mm), abs=0.02)] * 4
    size = (638, 1011) if design.portrait else (1011, 638)
    assert {image.size for image in pages(pdf, tmp_path)} == {size}


def test_sides_come_card_by_card_and_an_empty_back_is_no_page(tmp_path: Path) -> None:
    red, blue = (Shape(x_mm=0, y_mm=0, w_mm=90, h_mm=90, fill=colour) for colour in ("#FF0000", "#0000FF"))
    design = CardDesign("uji", "Uji", front=(red,), back=(blue,))
    told: list[tuple[int, int]] = []
    pdf = cards_pdf(PRESS, design, [SAMPLE, SAMPLE], on_card=lambda done, total: told.append((done, total)))
    assert [image.getpixel((500, 300)) for image in pages(pdf, tmp_path)] == [(255, 0, 0), (0, 0, 255)] * 2
    assert told == [(1, 2), (2, 2)]
    assert len(boxes(cards_pdf(PRESS, design, [SAMPLE], sides=[BACK]))) == 1
    one_sided = replace(design, back=())
    assert len(boxes(cards_pdf(PRESS, one_sided, [SAMPLE]))) == 1
    with pytest.raises(ValueError, match="nothing"):
        cards_pdf(PRESS, one_sided, [SAMPLE], sides=[BACK])
    with pytest.raises(ValueError, match="nothing"):
        cards_pdf(PRESS, design, [])


def test_offsets_move_each_side_right_and_down(tmp_path: Path) -> None:
    square = Shape(x_mm=10, y_mm=10, w_mm=5, h_mm=5, fill="#000000")
    design = CardDesign("uji", "Uji", front=(square,), back=(square,))
    pdf = cards_pdf(PRESS, design, [SAMPLE], offset_mm=(2, 1), back_offset_mm=(-3, -2))
    corners = [ink(image)[:2] for image in pages(pdf, tmp_path)]
    assert corners[0] == pytest.approx((to_dots(12), to_dots(11)), abs=1.5)
    assert corners[1] == pytest.approx((to_dots(7), to_dots(8)), abs=1.5)


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    box = image.convert("L").point(lambda value: 255 * (value < 128)).getbbox()
    assert box is not None
    return box


CORNERS = (
    Shape(x_mm=0, y_mm=0, w_mm=20, h_mm=10, fill="#FF0000"),  # where the card's top left is
    Shape(x_mm=30, y_mm=30, w_mm=10, h_mm=10, fill="#000000"),
)


@pytest.mark.parametrize("portrait", [False, True])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_front_and_back_meet_when_the_sheet_is_turned_over(layout: str, portrait: bool, tmp_path: Path) -> None:
    """A page held against the light: the ground of each back lies on the ground of its front, its top on its top."""
    grounds = [f"#{90 + 9 * number:02X}C8C8" for number in range(LAYOUTS[layout].per_sheet)]
    cards = [replace(SAMPLE, full_name=ground) for ground in grounds[:-1]]  # the last place stays empty
    top = Shape(x_mm=0, y_mm=0, w_mm=90, h_mm=8, fill="#FF0000")
    design = CardDesign("uji", "Uji", portrait=portrait, front=(top,), back=(top,))
    front, back = pages(sheet_pdf(PRESS, design, cards, layout=layout, crop_marks=False, duplex=True), tmp_path, 60)
    turned = back.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    assert ink_of(front, (255, 0, 0)) > 1000
    differing = sum(
        is_red(a) != is_red(b) for a, b in zip(front.get_flattened_data(), turned.get_flattened_data(), strict=True)
    )
    assert differing < ink_of(front, (255, 0, 0)) * 0.2  # a dot at the edges


def is_red(pixel: tuple[int, int, int]) -> bool:
    return pixel[0] > 200 and pixel[1] < 60


def ink_of(image: Image.Image, colour: tuple[int, int, int]) -> int:
    return sum(count for count, found in image.getcolors(1 << 24) if found == colour)


def test_each_back_lies_behind_its_own_front(tmp_path: Path) -> None:
    code = Barcode(x_mm=5.3, y_mm=5, w_mm=75, h_mm=30, code="qr")
    design = CardDesign("uji", "Uji", front=(code,), back=(code,))
    cards = [replace(SAMPLE, code=f"K{number}") for number in range(11)]
    sheets = pages(sheet_pdf(PRESS, design, cards, layout="a4-10", duplex=True), tmp_path, 150)
    assert len(sheets) == 4
    for front, back in ((sheets[0], sheets[1]), (sheets[2], sheets[3])):
        fronts, backs = middles(front), middles(back)
        assert {code: front.width - x for code, (x, _) in fronts.items()} == pytest.approx(
            {code: x for code, (x, _) in backs.items()}, abs=3
        )
        assert {code: y for code, (_, y) in fronts.items()} == pytest.approx(
            {code: y for code, (_, y) in backs.items()}, abs=3
        )


def middles(image: Image.Image) -> dict[str, tuple[float, float]]:
    found = [(one.text, one.position.top_left, one.position.bottom_right) for one in zxingcpp.read_barcodes(image)]
    return {text: ((one.x + other.x) / 2, (one.y + other.y) / 2) for text, one, other in found}


@pytest.mark.parametrize(("layout", "count"), [("a4-8", 8), ("a4-10", 10)])
def test_a_sheet_holds_its_cards_and_marks_where_to_cut(layout: str, count: int, tmp_path: Path) -> None:
    design = DESIGNS["teluk"]
    pdf = sheet_pdf(PRESS, design, [replace(SAMPLE, code=f"{n:010}") for n in range(count)], layout=layout)
    assert boxes(pdf) == [pytest.approx((210, 297), abs=0.02)]
    (sheet,) = pages(pdf, tmp_path)
    assert sorted(by_zbar(sheet)) == [f"{n:010}" for n in range(count)]
    plan = LAYOUTS[layout]
    for number in range(count):
        left, top = plan.place_mm(number)
        assert 5 <= left <= 210 - 85.6 - 5
        assert 5 <= top <= 297 - 54 - 5
    left, top = plan.place_mm(0)
    assert min(sheet.getpixel((round(left / DOT_MM) + d, round((top - 3) / DOT_MM)))[0] for d in (-1, 0, 1)) < 200
    unmarked = pages(sheet_pdf(PRESS, design, [SAMPLE], layout=layout, crop_marks=False), tmp_path)[0]
    assert unmarked.getpixel((round(left / DOT_MM), round((top - 3) / DOT_MM))) == WHITE


# ---- pictures -------------------------------------------------------------------------------------------------------


def test_a_logo_is_in_the_file_once_and_photos_as_they_are() -> None:
    logo = (SHIPPED / "pictures" / "buku-bata.png").read_bytes()
    library = replace(LIBRARY, logo=logo, signature=logo)
    photos = [SAMPLE.photo or b"", (SAMPLE.photo or b"") + b"\x00"]
    cards = [replace(SAMPLE, library=library, photo=photos[number % 2]) for number in range(20)]
    pdf = cards_pdf(PRESS, DESIGNS["senja"], cards)
    assert pdf.count(b"/Subtype /Image") == 4  # the logo and its transparency, two photos
    assert all(photo in pdf for photo in photos)


@pytest.mark.parametrize("photo", [None, b"", b"\xff\xd8\xff broken", b"GIF89a"])
def test_without_a_usable_photo_a_figure_stands_in(photo: bytes | None, tmp_path: Path) -> None:
    design = CardDesign("uji", "Uji", front=(Photo(x_mm=10, y_mm=10, w_mm=15, h_mm=20, figure="#00FF00"),))
    (image,) = pages(cards_pdf(PRESS, design, [replace(SAMPLE, photo=photo)]), tmp_path)
    assert ink_of(image, (0, 255, 0)) > 1000


def test_a_missing_logo_is_replaced_or_left_out(tmp_path: Path) -> None:
    where = {"x_mm": 10, "y_mm": 10, "w_mm": 20, "h_mm": 20}
    bare = replace(SAMPLE, library=CardLibrary("Uji"))
    for otherwise, shown in (("buku-hitam", True), ("", False), ("tidak-ada", False)):
        design = CardDesign("uji", "Uji", front=(Picture(**where, file="logo", otherwise=otherwise),))
        (image,) = pages(cards_pdf(PRESS, design, [bare]), tmp_path)
        assert (ink_of(image, BLACK) > 1000) is shown


@pytest.mark.parametrize(("fit", "covered"), [("contain", 20 * 0.75), ("cover", 40)])
def test_pictures_are_contained_or_cover(fit: str, covered: float, tmp_path: Path) -> None:
    values = replace(SAMPLE, library=replace(LIBRARY, logo=SAMPLE.photo))
    design = CardDesign("uji", "Uji", front=(Picture(x_mm=20, y_mm=10, w_mm=40, h_mm=20, file="logo", fit=fit),))
    (image,) = pages(cards_pdf(PRESS, design, [values]), tmp_path)
    left, top, right, bottom = image.convert("L").point(lambda value: 255 * (value < 250)).getbbox() or (0, 0, 0, 0)
    assert (right - left) * DOT_MM == pytest.approx(covered, abs=0.4)
    assert (bottom - top) * DOT_MM == pytest.approx(20, abs=0.4)
