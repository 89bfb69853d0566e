"""The small catalogue: titles and copies added and put right, by their events only, and label numbers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import fakes
import pytest
import stock
from hypothesis import given
from hypothesis import strategies as st

from loket.domain import events as e
from loket.domain import scan
from loket.domain.entities import Biblio, Id, Item, ItemStatus
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.settings import CheckDigit
from loket.services import barcodes
from loket.services.barcodes import Scheme
from loket.services.catalogue import (
    CopiesForm,
    ItemForm,
    TitleForm,
    add_items,
    add_title,
    correct_item,
    correct_title,
    find_titles,
    isbn_hint,
    label_texts,
    next_barcode,
    title_detail,
    title_rows,
)
from loket.services.circulation import check_out
from loket.services.desk import Desk

PADI = TitleForm("Padi di Sawah", authors="Kenari, Melati; Pinus, Bima", publish_year="2019", call_number="813 KEN p")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = fakes.new_desk(tmp_path)
    desk.operator = fakes.operator(desk, fakes.ADMIN)
    return desk


def made(desk: Desk) -> list[e.Event]:
    """Catalogue events, in order."""
    kinds = (e.BiblioAdded, e.BiblioChanged, e.ItemAdded, e.ItemChanged)
    return [one.event for one in stock.journal(desk) if isinstance(one.event, kinds)]


def invalid(error: pytest.ExceptionInfo[InvalidInput]) -> tuple[str, str]:
    return error.value.field, error.value.code


def item_of(desk: Desk, barcode: str = "B000001", **fields: Any) -> Item:
    """The only copy of a new title."""
    return add_title(desk, PADI, CopiesForm(barcode, **fields)).items[0]


# ---- titles ------------------------------------------------------------------------------------------------------


def test_a_title_with_its_copies_is_one_action(desk: Desk) -> None:
    saved = add_title(
        desk, PADI, CopiesForm("B000001", count=2, collection_kind="anak", location="Rak 3", price="45.000")
    )
    assert saved.biblio.authors == ("Kenari, Melati", "Pinus, Bima")
    assert [item.barcode for item in saved.items] == ["B000001", "B000002"]
    item = stock.row(desk, Item, saved.items[1].id)
    assert (item.collection_kind, item.location, item.price_rp) == ("anak", "Rak 3", 45_000)
    assert item.received_on == fakes.TODAY
    assert [type(event) for event in made(desk)] == [e.BiblioAdded, e.ItemAdded, e.ItemAdded]


def test_a_wrong_copy_keeps_the_title_out_too(desk: Desk) -> None:
    with pytest.raises(InvalidInput) as error:
        add_title(desk, PADI, CopiesForm("B1", price="mahal"))
    assert invalid(error) == ("price", "price_unreadable")
    assert made(desk) == []


@pytest.mark.parametrize(
    ("form", "field", "code"),
    [
        (replace(PADI, title="  "), "title", "title_missing"),
        (replace(PADI, series="x" * 501), "series", "text_too_long"),
    ],
)
def test_a_title_that_cannot_be_saved(desk: Desk, form: TitleForm, field: str, code: str) -> None:
    with pytest.raises(InvalidInput) as error:
        add_title(desk, form)
    assert invalid(error) == (field, code)


def test_only_what_changed_is_recorded(desk: Desk) -> None:
    biblio = add_title(desk, replace(PADI, note="satu\ndua")).biblio
    form = TitleForm.of(biblio)
    assert correct_title(desk, biblio.id, form).changed == ()
    assert correct_title(desk, biblio.id, replace(form, edition=" Cet.  2 ")).changed == ("edition",)
    event = made(desk)[-1]
    assert isinstance(event, e.BiblioChanged)
    assert (event.set, event.was) == ({"edition": "Cet. 2"}, {"edition": ""})
    assert stock.row(desk, Biblio, biblio.id).note == "satu\ndua"


def test_correcting_and_adding_copies_is_one_action(desk: Desk) -> None:
    item_of(desk)
    biblio = add_title(desk, replace(PADI, title="Laut")).biblio
    before = len(made(desk))
    with pytest.raises(InvalidInput):
        correct_title(desk, biblio.id, replace(TitleForm.of(biblio), edition="2"), CopiesForm("B000001"))
    assert len(made(desk)) == before
    saved = correct_title(desk, biblio.id, replace(TitleForm.of(biblio), edition="2"), CopiesForm("B000002"))
    assert (saved.changed, [item.barcode for item in saved.items]) == (("edition",), ["B000002"])


def test_an_isbn_is_tidied_and_a_wrong_one_only_hinted_at(desk: Desk) -> None:
    assert add_title(desk, replace(PADI, isbn="978-0-306-40615-7")).biblio.isbn == "9780306406157"
    assert add_title(desk, replace(PADI, isbn="978-0-306-40615-8")).biblio.isbn == "978-0-306-40615-8"
    assert [isbn_hint(text) for text in ("", "9780306406157", "9780306406158", "123")] == [
        "",
        "",
        "isbn_check_digit",
        "isbn_length",
    ]


def test_the_catalogue_is_for_cataloguers_supervisors_and_administrators(desk: Desk) -> None:
    item = item_of(desk)
    desk.operator = fakes.operator(desk, fakes.CIRCULATION)
    with pytest.raises(Refused) as refused:
        add_title(desk, PADI)
    assert refused.value.code is RefusalCode.ROLE_MISSING
    with pytest.raises(Refused):
        correct_item(desk, item.id, replace(ItemForm.of(item), location="x"))
    with pytest.raises(Refused):
        add_items(desk, item.biblio_id, CopiesForm("B9"))
    desk.operator = None
    with pytest.raises(Refused) as nobody:
        correct_title(desk, item.biblio_id, PADI)
    assert nobody.value.code is RefusalCode.NOT_SIGNED_IN


# ---- copies ------------------------------------------------------------------------------------------------------


def test_a_run_of_numbers_passes_over_used_ones(desk: Desk) -> None:
    item_of(desk, "PD-0008/A")
    stock.add_member(desk, "PD-0010/A")
    biblio = add_title(desk, replace(PADI, title="Laut")).biblio
    items = add_items(desk, biblio.id, CopiesForm("PD-0007/A", count=4))
    assert [item.barcode for item in items] == ["PD-0007/A", "PD-0009/A", "PD-0011/A", "PD-0012/A"]


@pytest.mark.parametrize(
    ("barcode", "code"),
    [
        (" ", "barcode_missing"),
        ("B" * 51, "barcode_too_long"),
        ("Bé1", "barcode_letters"),
        ("9780306406157", "barcode_is_isbn"),
        ("b000001", "barcode_used"),
        ("M-1", "barcode_is_member"),
    ],
)
def test_a_barcode_that_cannot_be_used(desk: Desk, barcode: str, code: str) -> None:
    biblio_id = item_of(desk).biblio_id
    stock.add_member(desk, "M-1")
    with pytest.raises(InvalidInput) as error:
        add_items(desk, biblio_id, CopiesForm(barcode))
    assert invalid(error) == ("barcode", code)


@pytest.mark.parametrize("count", [0, 501])
def test_how_many_copies_at_once(desk: Desk, count: int) -> None:
    with pytest.raises(InvalidInput) as error:
        add_title(desk, PADI, CopiesForm("B1", count=count))
    assert invalid(error) == ("count", "count_range")


def test_the_librarys_check_digit_is_demanded_and_made(desk: Desk) -> None:
    stock.set_rule(desk, "item_check_digit", "mod10")
    stock.set_rule(desk, "item_code_digits", 14)
    good = Scheme(CheckDigit.MOD10, 14).complete("3000000000001")
    with pytest.raises(InvalidInput) as error:
        item_of(desk, good[:-1] + str((int(good[-1]) + 1) % 10))
    assert invalid(error) == ("barcode", "barcode_check_digit")
    assert error.value.params["expected"] == good
    with pytest.raises(InvalidInput) as short:
        item_of(desk, Scheme(CheckDigit.MOD10).complete("30001"))
    assert invalid(short) == ("barcode", "barcode_length")
    items = add_title(desk, PADI, CopiesForm(good, count=3)).items
    assert [item.barcode[:-1] for item in items] == ["3000000000001", "3000000000002", "3000000000003"]
    assert all(scan.passes(item.barcode, CheckDigit.MOD10) for item in items)
    assert next_barcode(desk) == Scheme(CheckDigit.MOD10, 14).complete("3000000000004")


def test_the_next_barcode_follows_the_copy_added_last(desk: Desk) -> None:
    assert next_barcode(desk) == "B000001"
    item_of(desk, "K-099")
    assert next_barcode(desk) == "K-100"
    item_of(desk, "TANPA-ANGKA")
    assert next_barcode(desk) == ""


def test_relabelling_a_copy(desk: Desk) -> None:
    item = item_of(desk)
    other = item_of(desk, "B000002")
    with pytest.raises(InvalidInput) as error:
        correct_item(desk, item.id, replace(ItemForm.of(item), barcode=other.barcode))
    assert invalid(error) == ("barcode", "barcode_used")
    form = replace(ItemForm.of(item), barcode="B000009", price="12500", status=ItemStatus.DAMAGED)
    assert set(correct_item(desk, item.id, form)) == {"barcode", "price_rp", "status"}
    event = made(desk)[-1]
    assert isinstance(event, e.ItemChanged)
    assert event.was == {"barcode": "B000001", "status": "available", "price_rp": None}
    assert correct_item(desk, item.id, form) == ()


def test_a_copy_on_loan_keeps_its_state_but_may_be_relabelled(desk: Desk) -> None:
    item = item_of(desk)
    check_out(desk, member_id=stock.add_member(desk), item_id=item.id)
    with pytest.raises(Refused) as refused:
        correct_item(desk, item.id, replace(ItemForm.of(item), status=ItemStatus.LOST))
    assert refused.value.code is RefusalCode.ITEM_HAS_LOAN
    assert correct_item(desk, item.id, replace(ItemForm.of(item), barcode="B7")) == ("barcode",)


# ---- finding -----------------------------------------------------------------------------------------------------


def test_finding_titles_by_words_isbn_and_barcode(desk: Desk) -> None:
    padi = add_title(desk, replace(PADI, isbn="9780306406157"), CopiesForm("B1", count=2))
    laut = add_title(desk, TitleForm("Laut Malam", authors="Kenari, Melati"))
    assert find_titles(desk, "") == [laut.biblio.id, padi.biblio.id]  # the latest first
    assert find_titles(desk, "melati") == [laut.biblio.id, padi.biblio.id]  # by the alphabet
    assert find_titles(desk, "saw pad") == [padi.biblio.id]
    assert find_titles(desk, "9780306406157") == [padi.biblio.id]
    assert find_titles(desk, " b2 ") == [padi.biblio.id]
    assert find_titles(desk, "tidak ada") == []
    check_out(desk, member_id=stock.add_member(desk), item_id=padi.items[0].id)
    hit = title_rows(desk, [padi.biblio.id, laut.biblio.id])[padi.biblio.id]
    assert (hit.title, hit.authors, hit.items, hit.available) == (padi.biblio.title, padi.biblio.authors, 2, 1)


def test_a_title_shows_who_has_its_copies(desk: Desk) -> None:
    saved = add_title(desk, PADI, CopiesForm("B1", count=2))
    lent = check_out(desk, member_id=stock.add_member(desk, name="Siti Contoh"), item_id=saved.items[1].id)
    detail = title_detail(desk, saved.biblio.id)
    assert detail is not None
    assert [line.item.barcode for line in detail.items] == ["B1", "B2"]
    assert (detail.items[0].due_on, detail.items[0].member_name) == (None, "")
    assert (detail.items[1].due_on, detail.items[1].member_name) == (lent.loan.due_on, "Siti Contoh")
    assert title_detail(desk, Id("f" * 32)) is None


def test_labels_carry_the_titles_call_number_where_the_copy_has_none(desk: Desk) -> None:
    plain = item_of(desk)
    own = item_of(desk, "B000002", call_number="R 813 KEN p")
    labels = label_texts(desk, [own.id, Id("f" * 32), plain.id])
    assert [(label.barcode, label.call_number, label.title) for label in labels] == [
        ("B000002", "R 813 KEN p", "Padi di Sawah"),
        ("B000001", "813 KEN p", "Padi di Sawah"),
    ]


# ---- numbers -----------------------------------------------------------------------------------------------------


@given(
    head=st.text("ABC-/", max_size=4),
    number=st.integers(0, 9_999),
    width=st.integers(1, 6),
    tail=st.text("XY-", max_size=3),
    count=st.integers(1, 12),
    used=st.sets(st.integers(0, 40), max_size=20),
)
def test_numbers_go_up_keep_their_shape_and_are_unused(
    head: str, number: int, width: int, tail: str, count: int, used: set[int]
) -> None:
    def code(value: int) -> str:
        return f"{head}{value:0{width}d}{tail}"

    taken = {code(number + step) for step in used}
    found = barcodes.free(code(number), count, Scheme(), taken.__contains__)
    free = [code(number + step) for step in range(60) if code(number + step) not in taken]
    assert found == free[:count]


@pytest.mark.parametrize("check", [CheckDigit.MOD10, CheckDigit.MOD43])
def test_numbers_with_a_check_digit_prove_themselves(check: CheckDigit) -> None:
    scheme = Scheme(check, 8)
    found = barcodes.free(scheme.complete("1234567"), 5, scheme, lambda code: False)
    assert len(set(found)) == 5
    assert all(scan.passes(code, check) and len(code) == 8 for code in found)


def test_numbers_end_where_the_scheme_has_no_room() -> None:
    scheme = Scheme(CheckDigit.EAN13, 13)
    with pytest.raises(InvalidInput) as error:
        barcodes.free(scheme.complete("999999999999"), 2, scheme, lambda code: False)
    assert error.value.code == "barcode_numbers_end"


def test_a_run_needs_a_number() -> None:
    assert barcodes.free("TANPA", 1, Scheme(), lambda code: False) == ["TANPA"]
    with pytest.raises(InvalidInput) as error:
        barcodes.free("TANPA", 2, Scheme(), lambda code: False)
    assert error.value.code == "barcode_no_number"
