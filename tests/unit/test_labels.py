"""Label sheets, measured and scanned on the rendered page: what a printer would put on paper."""

from __future__ import annotations

import dataclasses
import io
import itertools
import random
import shutil
import string
import subprocess
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import reportlab
import zxingcpp
from PIL import Image
from pyzbar import pyzbar

from loket.reports.labels import (
    Label,
    LabelLayout,
    LabelTooNarrow,
    LayoutError,
    UnprintableCodeError,
    label_sheet,
    load_layout,
    load_layouts,
)
from loket.reports.pdf import HELVETICA, clip, load_fonts, points, printable, text_width, wrap

LAYOUTS = load_layouts(Path(__file__).parents[2] / "resources" / "labels")
SHIPPED = {"a4-3x8": 24, "a4-4x10": 40, "a4-5x13": 65, "rol-50x25": 1}
VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
Pixels = npt.NDArray[np.uint8]


def render(pdf: bytes, dpi: int = 300, window: tuple[int, int, int, int] | None = None) -> list[Pixels]:
    """The pages as grey pixels, 0 black; of each page only the window (x, y, width, height in pixels) if given."""
    options = ["-r", str(dpi), "-gray", "-"]
    if window:
        options = [*itertools.chain(*zip(("-x", "-y", "-W", "-H"), map(str, window), strict=True)), *options]
    made = subprocess.run(["pdftoppm", *options], input=pdf, capture_output=True, check=True).stdout
    pages, start = [], 0
    while start < len(made):  # several PGM pictures one after another
        page = Image.open(io.BytesIO(made[start:]))
        pages.append(np.array(page.convert("L")))
        header = f"P5\n{page.width} {page.height}\n255\n".encode()
        assert made[start:].startswith(header)
        start += len(header) + page.width * page.height
    return pages


def label_box(layout: LabelLayout, place: int) -> tuple[float, float]:
    """Left and top of a label in mm, reckoned here a second time from the layout."""
    row, column = divmod(place, layout.columns)
    left = layout.margin_left_mm + column * (layout.label_w_mm + layout.gap_x_mm)
    return left, layout.margin_top_mm + row * (layout.label_h_mm + layout.gap_y_mm)


def cut(page: Pixels, layout: LabelLayout, place: int, dpi: int = 300) -> Pixels:
    """The pixels of one label, cut along the edges of the sticky paper."""
    left, top = label_box(layout, place)
    x, y, right, bottom = (
        round(mm * dpi / 25.4) for mm in (left, top, left + layout.label_w_mm, top + layout.label_h_mm)
    )
    return page[y:bottom, x:right]


def scan(picture: Pixels) -> tuple[list[str], list[str]]:
    """What zbar and zxing read in the picture, Code 128 only."""
    by_zbar = pyzbar.decode(picture, symbols=[pyzbar.ZBarSymbol.CODE128])
    by_zxing = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.Code128)
    return [code.data.decode("ascii") for code in by_zbar], [code.text for code in by_zxing]


def bars(label: Pixels, dpi: int = 300) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the bars in mm from the picture's corner: the longest run of equal inked rows."""
    dark = label < 128
    same = np.all(dark[1:] == dark[:-1], axis=1) & dark[1:].any(axis=1)
    breaks = np.flatnonzero(~np.concatenate(([False], same, [False])))
    longest = int(np.argmax(np.diff(breaks)))
    top, bottom = int(breaks[longest]), int(breaks[longest + 1])
    columns = np.flatnonzero(dark[top])
    left_mm, top_mm, right_mm, bottom_mm = (
        float(edge) * 25.4 / dpi for edge in (columns[0], top, columns[-1] + 1, bottom)
    )
    return left_mm, top_mm, right_mm, bottom_mm


def some_labels(count: int) -> list[Label]:
    titles = ["Kisah Perahu di Teluk Sunyi", "Menjaga Hutan Bakau dari Abrasi Pantai: Pelajaran dari Tiga Desa", ""]
    return [Label(f"B{n:06d}", "813 SUR l", titles[n % 3]) for n in range(1, count + 1)]


def test_shipped_layouts_are_valid_and_complete() -> None:
    assert {name: layout.per_sheet for name, layout in LAYOUTS.items()} == SHIPPED
    assert not LAYOUTS["a4-5x13"].show_title
    assert LAYOUTS["a4-3x8"].title_lines == 2


@pytest.mark.parametrize("name", SHIPPED)
def test_every_label_of_a_full_sheet_scans_with_both_readers_in_its_place(name: str) -> None:
    layout = LAYOUTS[name]
    labels = some_labels(layout.per_sheet)
    [page] = render(label_sheet(labels, layout, library="Perpustakaan Contoh"))

    for place, label in enumerate(labels):
        assert scan(cut(page, layout, place)) == ([label.barcode], [label.barcode])


def test_codes_of_all_kinds_scan_unchanged() -> None:
    rng = random.Random(2511)
    letters = string.ascii_letters + string.digits + " -./$%+*_#"
    codes = ["1", "12", "123", "A1", "a", "0001/LP/2019", "99999999999999", "B00-12.x", "(01)123456", "~!|}{"]
    codes += ["".join(rng.choices(letters, k=rng.randint(2, 10))).strip() or "x" for _ in range(22)]
    codes += ["".join(rng.choices(string.digits, k=rng.randint(1, 16))) for _ in range(8)]
    layout = LAYOUTS["a4-4x10"]
    [page] = render(label_sheet([Label(code) for code in codes], layout), dpi=600)

    assert len(codes) == layout.per_sheet
    for place, code in enumerate(codes):
        assert scan(cut(page, layout, place, dpi=600)) == ([code], [code])


@pytest.mark.parametrize("name", SHIPPED)
def test_bars_stand_where_the_layout_says_within_a_fifth_of_a_millimetre(name: str) -> None:
    layout = LAYOUTS[name]
    [page] = render(label_sheet(some_labels(layout.per_sheet), layout))

    for place in range(layout.per_sheet):
        left, top, right, bottom = bars(cut(page, layout, place))
        above = layout.show_library * layout.text_mm * 1.25
        assert (left + right) / 2 == pytest.approx(layout.label_w_mm / 2, abs=0.2)
        assert bottom - top == pytest.approx(layout.barcode_h_mm, abs=0.2)
        assert top == pytest.approx((layout.label_h_mm - layout.contents_h_mm) / 2 + above, abs=0.2)


def test_first_label_is_off_the_page_edge_by_the_margins() -> None:
    layout = dataclasses.replace(LAYOUTS["a4-3x8"], margin_left_mm=11.5, margin_top_mm=20, rows=7)
    [page] = render(label_sheet([Label("B000001")], layout))
    left, top, right, _bottom = bars(page)
    above = (layout.label_h_mm - layout.contents_h_mm) / 2 + layout.text_mm * 1.25

    assert (left + right) / 2 == pytest.approx(11.5 + 63.5 / 2, abs=0.2)
    assert top == pytest.approx(20 + above, abs=0.2)


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("code", ["B000001", "12345678", "LP-19-07"])
def test_bars_are_wide_and_quiet_enough(name: str, code: str) -> None:
    layout = LAYOUTS[name]
    dpi = layout.dpi
    [page] = render(label_sheet([Label(code)], layout), dpi=dpi)
    label = cut(page, layout, 0, dpi)
    left, top, right, _bottom = bars(label, dpi)
    row = label[round((top + layout.barcode_h_mm / 2) * dpi / 25.4)]
    edges = np.flatnonzero(np.diff((row < 128).astype(int)))
    module_mm = float(np.diff(edges).min()) * 25.4 / dpi

    assert module_mm >= 0.25
    assert left >= 10 * module_mm - 0.2
    assert layout.label_w_mm - right >= 10 * module_mm - 0.2


@pytest.mark.parametrize("name", SHIPPED)
def test_every_bar_is_pure_black_and_begins_and_ends_on_a_printer_dot(name: str) -> None:
    layout = LAYOUTS[name]
    fine = 16  # pixels per printer dot
    dpi = layout.dpi * fine
    left, top = label_box(layout, layout.columns - 1)
    middle = top + layout.label_h_mm / 2 - layout.contents_h_mm / 2 + layout.barcode_h_mm * 0.7
    x, y, width = (round(mm * dpi / 25.4) for mm in (left, middle, layout.label_w_mm))
    [strip] = render(label_sheet(some_labels(layout.columns), layout), dpi, (x, y, width, 2))
    edges = np.flatnonzero(np.diff((strip[0] < 128).astype(int))) + 1 + x

    assert len(edges) > 40
    assert np.abs((edges + fine // 2) % fine - fine // 2).max() <= 1
    assert strip.min() == 0


def test_start_at_leaves_used_places_free_and_goes_on_to_the_next_sheet() -> None:
    layout = LAYOUTS["a4-4x10"]
    labels = some_labels(5)
    first, second = render(label_sheet(labels, layout, start_at=37))

    assert all(cut(first, layout, place).min() == 255 for place in range(37))
    assert [scan(cut(first, layout, place))[1] for place in (37, 38, 39)] == [["B000001"], ["B000002"], ["B000003"]]
    assert [scan(cut(second, layout, place))[1] for place in (0, 1)] == [["B000004"], ["B000005"]]
    assert cut(second, layout, 2).min() == 255


def test_a_full_sheet_makes_no_empty_page() -> None:
    assert len(render(label_sheet(some_labels(65), LAYOUTS["a4-5x13"]), dpi=20)) == 1
    assert len(render(label_sheet(some_labels(3), LAYOUTS["rol-50x25"]), dpi=20)) == 3


def test_same_labels_make_the_same_bytes() -> None:
    layout = LAYOUTS["a4-3x8"]

    assert label_sheet(some_labels(30), layout) == label_sheet(some_labels(30), layout)


def test_text_on_the_label_is_what_was_given() -> None:
    label = Label("B000001", "2X4.3 KEN t", "Tuntunan Zikir – Renée: “pagi”")
    pdf = label_sheet([label], LAYOUTS["a4-3x8"], library="Perpustakaan Contoh")
    text = subprocess.run(["pdftotext", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True).stdout

    assert [line for line in text.decode().splitlines() if line.strip()] == [
        "Perpustakaan Contoh",
        "B000001",
        "2X4.3 KEN t",
        "Tuntunan Zikir – Renée: “pagi”",
    ]


def test_long_title_is_broken_and_cut_inside_the_label() -> None:
    layout = LAYOUTS["a4-3x8"]
    label = Label("B000001", "813 SUR l", "Perpustakaan Keliling " * 20)
    [page] = render(label_sheet([label], layout, library="Perpustakaan Umum Daerah " * 8))
    inked = np.argwhere(page < 250) * 25.4 / 300
    left, top = label_box(layout, 0)

    assert inked[:, 1].min() >= left + layout.padding_mm - 0.2
    assert inked[:, 1].max() <= left + layout.label_w_mm - layout.padding_mm + 0.2
    assert inked[:, 0].min() >= top
    assert inked[:, 0].max() <= top + layout.label_h_mm


def test_code_too_long_for_the_label_is_refused_with_the_width_it_needs() -> None:
    spine = LAYOUTS["a4-5x13"]
    long_code = "PERPUS/UMUM/0001/LP/2019"
    with pytest.raises(LabelTooNarrow) as caught:
        label_sheet([Label("B000001"), Label(long_code)], spine)

    assert caught.value.barcode == long_code
    assert caught.value.layout is spine
    wide_enough = dataclasses.replace(spine, columns=1, label_w_mm=caught.value.need_mm + 0.1)
    [page] = render(label_sheet([Label(long_code)], wide_enough), dpi=600)
    assert scan(cut(page, wide_enough, 0, dpi=600)) == ([long_code], [long_code])
    with pytest.raises(LabelTooNarrow):
        label_sheet([Label(long_code)], dataclasses.replace(wide_enough, label_w_mm=caught.value.need_mm - 0.2))


def test_bars_thinner_than_a_quarter_millimetre_are_never_printed() -> None:
    spine = LAYOUTS["a4-5x13"]  # nine letters: 134 modules and 20 of quiet zone, so 38.1 mm leave 0.247 mm each
    label_sheet([Label("ABCDEFGH")], spine)

    with pytest.raises(LabelTooNarrow) as caught:
        label_sheet([Label("ABCDEFGHI")], spine)
    assert caught.value.need_mm == pytest.approx(154 * 0.254, abs=0.1)


@pytest.mark.parametrize("code", ["", "B00é1", "B1\n", "B\t1", "\xf1A"])
def test_code_that_bars_cannot_carry_is_refused(code: str) -> None:
    with pytest.raises(UnprintableCodeError):
        label_sheet([Label(code)], LAYOUTS["a4-3x8"])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"columns": 4}, "labels_wider_than_page"),
        ({"margin_left_mm": 14.6}, "labels_wider_than_page"),
        ({"rows": 9}, "labels_higher_than_page"),
        ({"barcode_h_mm": 22.0}, "contents_higher_than_label"),
        ({"label_w_mm": 0.0}, "bad_measure"),
        ({"rows": 0}, "bad_measure"),
        ({"gap_x_mm": -1.0}, "bad_measure"),
        ({"text_mm": float("nan")}, "bad_measure"),
    ],
)
def test_layout_that_does_not_fit_is_refused(change: dict[str, float], code: str) -> None:
    layout = dataclasses.replace(LAYOUTS["a4-3x8"], **change)  # type: ignore[arg-type]
    with pytest.raises(LayoutError) as caught:
        label_sheet([Label("B000001")], layout)

    assert caught.value.code == code
    assert caught.value.layout == layout.name


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("columns = 3", "kolom = 3", "wrong_entries"),
        ("columns = 3", 'columns = "3"', "bad_measure"),
        ("columns = 3", "columns = 3.5", "bad_measure"),
        ("show_title = true", "show_title = 1", "bad_measure"),
        ("columns = 3", "columns = ", "unreadable"),
        ("rows = 8", "rows = 18", "labels_higher_than_page"),
    ],
)
def test_layout_file_with_a_slip_is_refused(tmp_path: Path, old: str, new: str, code: str) -> None:
    shipped = Path(__file__).parents[2] / "resources" / "labels" / "a4-3x8.toml"
    text = shipped.read_text(encoding="utf-8")
    assert old in text
    file = tmp_path / "kertas-kami.toml"
    file.write_text(text.replace(old, new), encoding="utf-8")

    with pytest.raises(LayoutError) as caught:
        load_layout(file)
    assert caught.value.code == code


@pytest.mark.parametrize("start_at", [-1, 24, 240])
def test_start_must_be_a_place_of_the_sheet(start_at: int) -> None:
    with pytest.raises(ValueError, match="not on a sheet of 24"):
        label_sheet(some_labels(1), LAYOUTS["a4-3x8"], start_at=start_at)


def test_no_labels_is_an_error_not_an_empty_page() -> None:
    with pytest.raises(ValueError, match="no labels"):
        label_sheet([], LAYOUTS["a4-3x8"])


def test_fonts_of_the_folder_are_embedded_and_used(tmp_path: Path) -> None:
    assert load_fonts(tmp_path) == HELVETICA
    (tmp_path / "Inter-Regular.ttf").write_bytes(b"OTTO" + bytes(200))
    assert load_fonts(tmp_path) == HELVETICA  # CFF outlines

    shutil.copy(VERA, tmp_path / "Inter-Regular.ttf")
    fonts = load_fonts(tmp_path)
    assert fonts.regular == fonts.bold != "Helvetica"
    pdf = label_sheet([Label("B000001", "813 SUR l", "Judul")], LAYOUTS["a4-3x8"], fonts=fonts)
    assert b"/FontFile2" in pdf
    [page] = render(pdf)
    assert scan(page) == (["B000001"], ["B000001"])


def test_letters_the_font_lacks_lose_accents_or_become_a_question_mark() -> None:
    assert printable("Renée – “pagi”…", "Helvetica") == "Renée – “pagi”…"
    assert printable("Ḥadīṡ ﬁkih 漢字", "Helvetica") == "Hadis fikih ??"
    assert printable("dua\nbaris\t\x00 rapat", "Helvetica") == "dua baris rapat"


def test_clip_and_wrap_fit_the_width() -> None:
    width = points(30)
    text = "Menyusuri Pulau Batu Putih saat Angin Barat"
    shown = clip(text, "Helvetica", 8, width)
    lines = wrap(text, "Helvetica", 8, width, 2)

    assert shown.endswith("…")
    assert text.startswith(shown[:-1])
    assert text_width(shown, "Helvetica", 8) <= width < text_width(text[: len(shown)] + "…", "Helvetica", 8)
    assert clip("pendek", "Helvetica", 8, width) == "pendek"
    assert len(lines) == 2
    assert all(text_width(line, "Helvetica", 8) <= width for line in lines)
    assert wrap(text, "Helvetica", 8, points(500), 2) == [text]
    assert wrap("", "Helvetica", 8, width, 2) == []
    assert wrap(text, "Helvetica", 8, width, 0) == []
