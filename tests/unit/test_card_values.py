"""What a member's card says, from the records and the words this counter keeps; and the sample files of the command."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from fakes import ADMIN, new_desk, operator
from stock import add_member, change_member

from loket.cli import run
from loket.devices import resources
from loket.domain.cards import CARD_TITLE, CardValues
from loket.domain.errors import InvalidInput
from loket.reports.card_files import keep_picture, shipped_designs
from loket.services.card_values import CardTexts, card_library, card_texts, card_values, save_card_texts, type_word
from loket.services.desk import Desk
from loket.services.settings import change_rule

PNG = (resources.path("cards") / "pictures" / "buku-hitam.png").read_bytes()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = new_desk(tmp_path)
    made.operator = operator(made, ADMIN)
    return made


def test_a_card_says_the_record_and_never_the_identity_number(desk: Desk, tmp_path: Path) -> None:
    member = add_member(desk, "A-7", name="Embun Kenari", valid_until=date(2027, 3, 1))
    change_member(desk, member, identity_type="nik", identity_sealed=b"000000000000")
    change_rule(desk, "card_code_kind", "qr")
    (card,) = card_values(desk, [member], tmp_path / "cards", lambda name: None)
    assert (card.member_no, card.code, card.full_name) == ("A-7", "A-7", "Embun Kenari")
    assert (card.valid_until, card.code_kind, card.photo) == ("1 Maret 2027", "qr", None)
    assert card.library.name == desk.library.name
    said = [str(getattr(card, entry.name)) for entry in fields(CardValues)]
    assert not any("000000000000" in text for text in said)


def test_cards_come_in_the_order_asked_with_their_photos_and_codes(desk: Desk, tmp_path: Path) -> None:
    first, second = add_member(desk, "A-1"), add_member(desk, "A-2", valid_until=None)
    change_member(desk, first, photo="ab" * 32)
    photos = {"ab" * 32: b"jpeg"}
    cards = card_values(
        desk, [second, "0" * 32, first], tmp_path, photos.get, code_of=lambda act, member: f"{member.member_no}-2"
    )
    assert [(card.code, card.photo) for card in cards] == [("A-2-2", None), ("A-1-2", b"jpeg")]
    assert cards[0].valid_until == "Seumur hidup"


def test_the_librarys_words_are_kept_trimmed(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "cards"
    assert card_texts(folder) == CardTexts()
    kept = save_card_texts(CardTexts(agency=" Dinas  Contoh ", rules="satu\n\n dua "), folder)
    assert (kept.agency, kept.rules) == ("Dinas Contoh", "satu\ndua")
    assert card_texts(folder) == kept
    keep_picture("logo", PNG, folder)
    library = card_library(desk, folder)
    assert (library.agency, library.card_title, library.logo, library.signature) == (
        "Dinas Contoh",
        CARD_TITLE,
        PNG,
        None,
    )
    with pytest.raises(InvalidInput, match="text_too_long"):
        save_card_texts(CardTexts(city="x" * 201), folder)
    assert card_texts(folder) == kept


@pytest.mark.parametrize("text", ["", "[]", '{"agency": 3, "other": "x"}', "\x00"])
def test_a_broken_file_of_words_is_the_usual_words(tmp_path: Path, text: str) -> None:
    (tmp_path / "texts.json").write_text(text, encoding="utf-8")
    assert card_texts(tmp_path) == CardTexts()


def test_member_types_as_words() -> None:
    assert [type_word(one) for one in ("pelajar", "asn", "anak luar kota", "")] == [
        "Pelajar",
        "ASN",
        "Anak luar kota",
        "",
    ]


def test_the_sample_command_writes_every_shipped_design(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sample", "cards", "--out", str(tmp_path / "out")]) == 0
    written = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert written == sorted(f"kartu-{key}.pdf" for key in shipped_designs(resources.path("cards")))
    assert all((tmp_path / "out" / name).read_bytes().startswith(b"%PDF") for name in written)
    assert all(name in capsys.readouterr().out for name in written[:1])
    (tmp_path / "full").write_text("no folder", encoding="utf-8")
    assert run(["sample", "cards", "--out", str(tmp_path / "full")]) == 2
