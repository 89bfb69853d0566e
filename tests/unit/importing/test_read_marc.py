"""MARC 21 in both its forms, with the copies other systems hang on a record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pymarc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loket.importing import open_reader
from loket.importing.records import BiblioRecord, ItemRecord, Row, UnusableFileError

Subfields = list[tuple[str, str]]


def field(tag: str, subfields: Subfields, indicators: str = "  ") -> pymarc.Field:
    pairs = [pymarc.Subfield(code, value) for code, value in subfields]
    return pymarc.Field(tag, pymarc.Indicators(indicators[0], indicators[1]), pairs)


def record(
    *fields: pymarc.Field, title: Subfields | None = None, leader: str = "00000nam a2200000 a 4500"
) -> pymarc.Record:
    made = pymarc.Record(leader=leader)
    made.add_field(*fields, field("245", title if title is not None else [("a", "Angin timur")], "10"))
    return made


def full_record() -> pymarc.Record:
    return record(
        pymarc.Field("001", data="INLIS000000000000007 "),
        pymarc.Field("008", data="200101s2019    io a   j      000 1 ind d"),
        field("020", [("a", "978-0-13-227267-4 (jil. 1)")]),
        field("082", [("a", "899.221 3"), ("2", "23")]),
        field("084", [("a", "899.221 RAN a")]),
        field("100", [("a", "Randu, A.,"), ("e", "pengarang.")], "1 "),
        field("250", [("a", "Edisi ke-2.")]),
        field("264", [("a", "Bogor :"), ("b", "Percetakan,"), ("c", "2018.")], " 3"),
        field("264", [("a", "Jakarta :"), ("b", "Angin Pers,"), ("c", "[2019]")], " 1"),
        field("300", [("a", "xii, 120 hlm. :"), ("b", "ilus. ;"), ("c", "21 cm")]),
        field("490", [("a", "Seri angin ;"), ("v", "3")]),
        field("500", [("a", "Termasuk indeks.")]),
        field("520", [("a", "Tentang angin.")]),
        field("650", [("a", "Angin"), ("x", "Cerita"), ("z", "Indonesia.")], " 4"),
        field("653", [("a", "Fiksi anak")]),
        field("700", [("a", "Jati, Budi.")], "1 "),
        title=[("a", "Angin timur :"), ("b", "kisah ḥujan /"), ("c", "A. Randu ; gambar, Budi Jati.")],
    )


def write(path: Path, *chunks: pymarc.Record | bytes) -> Path:
    path.write_bytes(b"".join(chunk if isinstance(chunk, bytes) else chunk.as_marc() for chunk in chunks))
    return path


def rows_of(path: Path) -> list[Row]:
    return list(open_reader(path).rows())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "buku.dat"


FULL = BiblioRecord(
    "Angin timur : kisah ḥujan", "A. Randu ; gambar, Budi Jati", ("Randu, A.", "Jati, Budi"), "Edisi ke-2.",
    "9780132272674", "Angin Pers", "Jakarta", "2019", "xii, 120 hlm. : ilus. ; 21 cm", "Seri angin ; 3",
    "899.221 RAN a", "899.221", "ind", "Buku", ("Angin -- Cerita -- Indonesia", "Fiksi anak"),
    "Termasuk indeks.\nTentang angin.", "INLIS000000000000007",
)  # fmt: skip


def test_every_field_of_a_record(path: Path) -> None:
    assert rows_of(write(path, full_record())) == [Row(1, FULL)]


def test_marcxml_says_the_same(path: Path) -> None:
    xml = pymarc.record_to_xml(full_record(), namespace=True)
    path.write_bytes(b'<?xml version="1.0"?><collection>' + xml * 2 + b"</collection>")
    reader = open_reader(path)
    assert reader.format == "marcxml"
    assert list(reader.rows()) == [Row(1, FULL), Row(2, FULL)]
    assert reader.progress().done == reader.progress().total == path.stat().st_size


def test_marcxml_leader_that_lost_its_blanks(path: Path) -> None:
    path.write_text(
        '<collection xmlns="http://www.loc.gov/MARC21/slim"><record><leader>nam</leader>'
        '<datafield tag="245" ind1="1" ind2="0"><subfield code="a">Angin</subfield></datafield></record></collection>'
    )
    assert rows_of(path) == [Row(1, BiblioRecord("Angin"))]
    path.write_text(path.read_text().replace("<leader>nam<", "<leader>00000nam a22 <"))
    assert rows_of(path)[0].record == BiblioRecord("Angin", material="Buku")


def test_broken_xml_gives_what_came_before(path: Path) -> None:
    xml = pymarc.record_to_xml(full_record(), namespace=True)
    path.write_bytes(b"<collection>\n" + xml + b"\n<record><oops</collection>")
    reader = open_reader(path)
    rows = reader.rows()
    assert next(rows) == Row(1, FULL)
    with pytest.raises(UnusableFileError) as caught:
        next(rows)
    assert (caught.value.code, caught.value.params) == ("xml_broken", {"file": "buku.dat", "line": 3})


def test_xml_entities_do_not_explode(path: Path) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + level)} "{f"&{chr(97 + level)};" * 10}">' for level in range(9)
    )
    path.write_text(
        '<?xml version="1.0"?>' + bomb + "]><collection><record><datafield tag='245' ind1=' ' ind2=' '>"
        "<subfield code='a'>&j;</subfield></datafield></record></collection>"
    )
    with pytest.raises(UnusableFileError, match="xml_broken"):
        rows_of(path)


@pytest.mark.parametrize(
    ("tag", "subfields", "item"),
    [
        (
            "852",
            [
                ("a", "ORG"),
                ("b", "Pusat"),
                ("c", "Rak 3"),
                ("h", "813"),
                ("i", "RAN"),
                ("p", "B7"),
                ("9", "Rp 75.000,00"),
            ],
            ItemRecord("B7", call_number="813 RAN", location="Pusat / Rak 3", price_rp=75000),
        ),
        ("852", [("j", "899 RAN a"), ("p", "B7")], ItemRecord("B7", call_number="899 RAN a")),
        (
            "952",
            [
                ("p", "B7"),
                ("o", "813 RAN"),
                ("y", "BK"),
                ("c", "RAK3"),
                ("g", "50000.00"),
                ("i", "INV-7"),
                ("7", "0"),
                ("d", "2020-02-03"),
                ("e", "Hibah"),
            ],
            ItemRecord("B7", "INV-7", "813 RAN", "BK", "RAK3", "", 50000, "Hibah", date(2020, 2, 3)),
        ),
        (
            "952",
            [("p", "B7"), ("8", "REF"), ("y", "BK"), ("b", "PUSAT"), ("7", "1"), ("v", "60000"), ("g", "50000")],
            ItemRecord("B7", collection_kind="REF", location="PUSAT", status="Tidak dipinjamkan", price_rp=60000),
        ),
        ("952", [("p", "B7"), ("1", "2"), ("7", "1")], ItemRecord("B7", status="Hilang")),
        ("990", [("a", "00007/2020")], ItemRecord("00007/2020", "00007/2020")),
        (
            "949",
            [("a", "813 RAN"), ("i", "B7"), ("l", "ANAK"), ("t", "BUKU")],
            ItemRecord("B7", call_number="813 RAN", collection_kind="BUKU", location="ANAK"),
        ),
    ],
)
def test_copies(path: Path, tag: str, subfields: Subfields, item: ItemRecord) -> None:
    assert rows_of(write(path, record(field(tag, subfields))))[0].record.items == (item,)


def test_one_copy_named_in_two_fields_is_one(path: Path) -> None:
    made = record(field("990", [("a", "b7")]), field("952", [("p", "B7"), ("o", "813")]), field("990", [("a", "B8")]))
    items = rows_of(write(path, made))[0].record.items
    assert [(item.barcode, item.call_number) for item in items] == [("B7", "813"), ("B8", "")]


@pytest.mark.parametrize(
    ("extra", "column", "code"),
    [
        (field("852", [("b", "Pusat")]), "852$p", "holding_without_barcode"),
        (field("020", [("a", "9780132272675")]), "020$a", "isbn_check_digit"),
        (field("022", [("a", "123")]), "022$a", "isbn_length"),
        (field("952", [("p", "B1"), ("d", "kapan-kapan")]), "952$d", "date_unreadable"),
        (field("952", [("p", "B1"), ("v", "19.95")]), "952$v", "price_unreadable"),
        (field("250", [("a", "Edisi â€œketigaâ€\x9d")]), "250$a", "text_repaired"),
        (field("250", [("a", "Edisi \ufffd")]), "250$a", "character_lost"),
    ],
)
def test_doubts_name_the_marc_field(path: Path, extra: pymarc.Field, column: str, code: str) -> None:
    row = rows_of(write(path, record(extra)))[0]
    assert row.record is not None
    assert [(problem.line, problem.column, problem.code, problem.fatal) for problem in row.problems] == [
        (1, column, code, False)
    ]


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (record(title=[("c", "tanpa judul")]), "title_missing"),
        (record(leader="00000dam a2200000 a 4500"), "marc_deleted"),
        (record(leader="00000nz  a2200000 a 4500"), "marc_not_biblio"),
        (record(field("952", [("p", "9" * 51)])), "barcode_too_long"),
    ],
)
def test_records_that_are_refused(path: Path, made: pymarc.Record, code: str) -> None:
    row = rows_of(write(path, made))[0]
    assert row.record is None
    assert [problem.code for problem in row.problems] == [code]


def test_a_broken_record_costs_itself(path: Path) -> None:
    good = full_record().as_marc()
    no_directory = good[:12] + b"99999" + good[17:]
    no_number = good[:12] + b"x0037" + good[17:]
    rows = rows_of(write(path, good, b"\r\n", no_directory, no_number, b"rubbish\x1d", good, good[:200]))
    assert [(row.line, row.record is None) for row in rows] == [
        (1, False),
        (2, True),
        (3, True),
        (4, True),
        (5, False),
        (6, True),
    ]
    assert [row.problems[0].code for row in rows if row.problems] == ["marc_broken"] * 3 + ["marc_truncated"]


def test_wrong_record_lengths_do_not_lose_the_next_record(path: Path) -> None:
    long = full_record().as_marc()
    rows = rows_of(write(path, b"00100" + long[5:], long))
    assert [row.record for row in rows] == [FULL, FULL]


def _marc(value: bytes, coding: bytes) -> bytes:
    body = b"10\x1fa" + value + b"\x1e"
    directory = b"245%04d00000\x1e" % len(body)
    base = 24 + len(directory)
    return b"%05dnam %s22%05d a 4500" % (base + len(body) + 1, coding, base) + directory + body + b"\x1d"


@pytest.mark.parametrize(
    ("value", "coding", "title", "listed"),
    [
        (b"Caf\xe2e Randu", b" ", "Café Randu", []),  # MARC-8: the acute stands before its letter
        ("Café Randu".encode(), b"a", "Café Randu", []),
        ("Cafe\u0301 Randu".encode(), b"a", "Café Randu", []),
        ("Café Randu".encode(), b" ", "Café Randu", []),  # UTF-8 that the leader calls MARC-8
        (b"Caf\xe9 \x93Randu\x94", b"a", "Café “Randu”", ["encoding_guessed"]),  # Windows-1252 called UTF-8
    ],
)
def test_encodings(path: Path, value: bytes, coding: bytes, title: str, listed: list[str]) -> None:
    row = rows_of(write(path, _marc(value, coding)))[0]
    assert row.record.title == title
    assert [problem.code for problem in row.problems] == listed


def test_title_parts_without_their_punctuation(path: Path) -> None:
    made = record(title=[("a", "Angin"), ("b", "kisah"), ("n", "Jilid 2"), ("p", "Barat"), ("h", "[rekaman suara] /")])
    found = rows_of(write(path, made))[0].record
    assert (found.title, found.material) == ("Angin : kisah. Jilid 2. Barat", "rekaman suara")


@settings(max_examples=60, deadline=None)
@given(
    titles=st.lists(st.text(alphabet="abcé ḥā’Z0-,", min_size=1, max_size=20), min_size=1, max_size=8),
    as_xml=st.booleans(),
)
def test_titles_come_back_in_order(tmp_path_factory: pytest.TempPathFactory, titles: list[str], as_xml: bool) -> None:
    path = tmp_path_factory.mktemp("marc") / "t.dat"
    made = [record(title=[("a", f"J{title}J")]) for title in titles]
    if as_xml:
        path.write_bytes(
            b"<collection>" + b"".join(pymarc.record_to_xml(one, namespace=True) for one in made) + b"</collection>"
        )
    else:
        write(path, *made)
    assert [row.record.title for row in rows_of(path)] == [" ".join(f"J{title}J".split()) for title in titles]


@pytest.mark.filterwarnings("ignore::pymarc.exceptions.BadSubfieldCodeWarning")
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_damage_anywhere_never_raises(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    whole = bytearray(full_record().as_marc() * 3)
    for place in data.draw(st.lists(st.integers(24, len(whole) - 1), min_size=1, max_size=12)):
        whole[place] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("marc") / "t.dat"
    path.write_bytes(bytes(whole[: data.draw(st.integers(400, len(whole)))]))
    for row in rows_of(path):
        assert row.record is not None or any(problem.fatal for problem in row.problems)
