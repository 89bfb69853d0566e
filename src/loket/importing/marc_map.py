"""What the fields of a MARC 21 record mean for Loket.

Sources: MARC 21 bibliographic format (245, 260-264, 300, 6xx, 852), Koha's 952, INLISLite's 990 and 084, Sirsi's 949.
ISBD punctuation at the end of an area is taken off, that within a title stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from loket.importing.build import checked_barcode, strip_isbd
from loket.importing.codes import ProblemCode
from loket.importing.fields import Fields
from loket.importing.records import BiblioRecord, ItemRecord
from loket.importing.text import clean_text

if TYPE_CHECKING:
    import pymarc

_BIBLIOGRAPHIC = frozenset("acdefgijkmnoprt ")
_MATERIALS = {
    "a": "Buku", "t": "Manuskrip", "c": "Musik cetak", "d": "Musik cetak", "e": "Peta", "f": "Peta",
    "g": "Film dan video", "i": "Rekaman suara", "j": "Rekaman musik", "k": "Gambar", "m": "Sumber elektronik",
    "o": "Kit", "p": "Bahan campuran", "r": "Benda",
}  # fmt: skip
_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_NO_LANGUAGE = frozenset({"", "und", "zxx", "mul", "|||", "   "})
_AUTHORS = ("100", "110", "111", "700", "710", "711")
_SUBJECTS = frozenset(str(tag) for tag in (*range(600, 652), 653, 655, *range(690, 700)))
_TITLE_JOINTS = {"b": " : ", "n": ". ", "p": ". "}
# Not sold, not lent: Koha's flags of 952, in the words INLISLite has for them.
_KOHA_FLAGS = (("0", "Dikeluarkan"), ("1", "Hilang"), ("4", "Rusak"), ("7", "Tidak dipinjamkan"))


class MarcFields:
    """A record's fields as text, whatever they came from.

    Args:
        record: pymarc's record; of an ISO 2709 file undecoded, of XML as text.
        encoding: "text", "ascii", "utf-8", "latin-1" or "marc8".
    """

    def __init__(self, record: pymarc.Record, encoding: str) -> None:
        self.leader = str(record.leader)
        self.encoding = encoding
        self._by_tag: dict[str, list[pymarc.Field]] = {}
        for field in record.fields:
            self._by_tag.setdefault(field.tag, []).append(field)

    def control(self, tag: str) -> str:
        """A control field with its blanks, "" when it is not there or is no control field."""
        field = next(iter(self._by_tag.get(tag, ())), None)
        return self.decoded(field.data) if field is not None and field.control_field and field.data else ""

    def all(self, *tags: str) -> Iterator[Subfields]:
        """Every field with one of the tags, in the order of the tags."""
        for tag in tags:
            for field in self._by_tag.get(tag, ()):
                if not field.control_field:
                    yield Subfields(self, field)

    def among(self, tags: frozenset[str]) -> Iterator[Subfields]:
        """As `all`, in the order of the record."""
        return self.all(*(tag for tag in self._by_tag if tag in tags))

    def first(self, tag: str, codes: str) -> str:
        """The named subfields of the first such field that has any, joined by a blank."""
        return next((text for field in self.all(tag) if (text := field.joined(codes))), "")

    def decoded(self, value: str | bytes) -> str:
        if isinstance(value, str):
            return value
        if self.encoding == "marc8" and not (value.isascii() and b"\x1b" not in value):
            from pymarc.marc8 import marc8_to_unicode

            return str(marc8_to_unicode(value, hide_utf8_warnings=True))
        return value.decode("ascii" if self.encoding == "marc8" else self.encoding, "replace")


class Subfields:
    """One field's subfields, decoded as they are asked for; not yet clean, save by `first`."""

    __slots__ = ("_marc", "_parts", "indicator2", "tag")

    def __init__(self, marc: MarcFields, field: pymarc.Field) -> None:
        self._marc = marc
        self._parts = field.subfields
        self.tag = field.tag
        self.indicator2 = field.indicator2

    def parts(self, codes: str) -> Iterator[tuple[str, str]]:
        """The named subfields with their codes, in the order of the record, empty ones left out."""
        for code, value in self._parts:
            if code in codes and (text := self._marc.decoded(value).strip()):
                yield code, text

    def listed(self, codes: str) -> list[str]:
        return [text for _, text in self.parts(codes)]

    def joined(self, codes: str, joint: str = " ") -> str:
        return joint.join(self.listed(codes))

    def first(self, code: str) -> str:
        return next((clean_text(text) for _, text in self.parts(code)), "")


def build_from_marc(fields: Fields, marc: MarcFields) -> BiblioRecord | None:
    """The title and its copies. Problems are in `fields` afterwards; None for what is no title at all."""
    refusal = _refusal(marc.leader)
    if refusal:
        fields.refuse(refusal, "LDR", marc.leader)
        return None
    if marc.encoding == "latin-1":
        fields.doubt(ProblemCode.ENCODING_GUESSED)
    reader = _Reader(fields, marc)
    title = reader.title()
    if not title:
        fields.refuse(ProblemCode.TITLE_MISSING, "245$a")
    place, publisher, year = reader.publication()
    items = tuple(reader.items())
    return BiblioRecord(
        title=title,
        responsibility=reader.text("245$c", _without_stop(marc.first("245", "c"))),
        authors=reader.authors(),
        edition=reader.text("250$a", marc.first("250", "ab")),
        isbn=reader.isbn(),
        publisher=publisher,
        publish_place=place,
        publish_year=year,
        collation=reader.text("300", marc.first("300", "abce")),
        series=reader.series(),
        call_number=reader.call_number(items),
        ddc_class=re.sub(r"[/'′]", "", reader.text("082$a", marc.first("082", "a").split(" ")[0])),
        language=reader.language(),
        material=reader.material(),
        subjects=reader.subjects(),
        note="\n".join(reader.text(field.tag, field.joined("abct")) for field in marc.all("500", "520")),
        source_key=reader.text("001", marc.control("001")),
        items=items,
    )


def _refusal(leader: str) -> ProblemCode | None:
    if leader[5:6] == "d":
        return ProblemCode.MARC_DELETED
    return None if leader[6:7] in _BIBLIOGRAPHIC else ProblemCode.MARC_NOT_BIBLIO


def _without_stop(text: str) -> str:
    """Without the full stop that closes an area; that of an abbreviation ("Jr.", "B.") or of three dots stays."""
    text = strip_isbd(text)
    last_word = text[:-1].rsplit(" ", 1)[-1]
    ends_area = text.endswith(".") and len(last_word) > 2 and "." not in last_word
    return strip_isbd(text[:-1]) if ends_area else text


class _Reader:
    """Reads the parts of one record; damage found in a text is listed under its MARC field."""

    def __init__(self, fields: Fields, marc: MarcFields) -> None:
        self._fields = fields
        self._marc = marc

    def text(self, where: str, text: str) -> str:
        return strip_isbd(clean_text(text) if text.isascii() else clean_text(self._fields.mended(where, text)))

    def title(self) -> str:
        field = next(self._marc.all("245"), None)
        if field is None:
            return ""
        title = ""
        for code, part in field.parts("abnp"):
            joint = " " if title.endswith((":", ";", "=", "/", ".", ",")) else _TITLE_JOINTS.get(code, " ; ")
            title = title + joint + part if title else part
        return self.text("245$a", _without_stop(title) if field.first("c") else title)

    def authors(self) -> tuple[str, ...]:
        names = (
            self.text(field.tag, _without_stop(field.joined("ab" if field.tag[1:] == "10" else "a")))
            for field in self._marc.all(*_AUTHORS)
        )
        return tuple(dict.fromkeys(name for name in names if name))

    def publication(self) -> tuple[str, str, str]:
        """Place, publisher and year, of the publisher (264 with second indicator 1) where several are named."""
        fields = sorted(self._marc.all("260", "264"), key=lambda field: field.tag == "264" and field.indicator2 != "1")
        found = [next((text for field in fields if (text := field.first(code))), "") for code in ("a", "b", "c")]
        place, publisher, date = found
        return self.text("260$a", place.strip("[]")), self.text("260$b", publisher), self._year(date)

    def _year(self, date: str) -> str:
        in_008 = self._marc.control("008")[7:11]
        for text in (date, in_008):
            if match := _YEAR.search(text):
                return match[1]
        return _without_stop(date)

    def isbn(self) -> str:
        for tag in ("020", "022"):
            for field in self._marc.all(tag):
                if number := field.first("a"):
                    return self._fields.checked_isbn(f"{tag}$a", number)
        return ""

    def series(self) -> str:
        found = next(self._marc.all("490", "440", "830"), None)
        return self.text(found.tag, found.joined("anpv")) if found else ""

    def call_number(self, items: tuple[ItemRecord, ...]) -> str:
        """A call number of the library's own (099, 090, INLISLite's 084), of a copy, or else LC's or Dewey's."""
        for tag in ("099", "090", "084"):
            if text := self._marc.first(tag, "ab"):
                return self.text(tag, text)
        of_copy = next((item.call_number for item in items if item.call_number), "")
        return of_copy or self.text("082", self._marc.first("082", "ab") or self._marc.first("050", "ab"))

    def language(self) -> str:
        code = self._marc.control("008")[35:38].strip().lower()
        return code if code not in _NO_LANGUAGE else self._marc.first("041", "a")[:3].lower()

    def material(self) -> str:
        """245$h without its brackets, else by the leader."""
        if named := self._marc.first("245", "h"):
            return self.text("245$h", named.strip(" /:.;")).strip("[] ")
        kind, level = self._marc.leader[6:7], self._marc.leader[7:8]
        return "Terbitan berkala" if kind == "a" and level == "s" else _MATERIALS.get(kind, "")

    def subjects(self) -> tuple[str, ...]:
        headings = []
        for field in self._marc.among(_SUBJECTS):
            main = _without_stop(" ".join(filter(None, (field.joined("abcd"), field.joined("t")))))
            parts = [main, *map(_without_stop, field.listed("vxyz"))]
            headings.append(self.text(field.tag, " -- ".join(filter(None, parts))))
        return tuple(dict.fromkeys(filter(None, headings)))

    def items(self) -> Iterator[ItemRecord]:
        """The copies, each barcode once: Koha's 952, holdings in 852, Sirsi's 949, INLISLite's 990."""
        seen: set[str] = set()
        for field in self._marc.all("952", "852", "949", "990"):
            barcode = field.first({"949": "i", "990": "a"}.get(field.tag, "p"))
            where = field.tag + {"949": "$i", "990": "$a"}.get(field.tag, "$p")
            if not barcode:
                if field.tag in ("852", "952"):
                    self._fields.doubt(ProblemCode.HOLDING_WITHOUT_BARCODE, where, field.joined("abcdhijo"))
            elif barcode.casefold() not in seen and checked_barcode(self._fields, barcode, where):
                seen.add(barcode.casefold())
                yield self._item(field, barcode)

    def _item(self, field: Subfields, barcode: str) -> ItemRecord:
        if field.tag == "952":
            return self._koha_item(field, barcode)
        if field.tag == "852":
            return ItemRecord(
                barcode,
                call_number=self.text("852$h", field.joined("khijm")),
                location=self.text("852$b", field.joined("bc", " / ")),
                price_rp=self._fields.checked_rupiah("852$9", field.first("9") or field.first("y")),
            )
        if field.tag == "949":
            return ItemRecord(
                barcode,
                call_number=self.text("949$a", field.first("a")),
                location=self.text("949$l", field.first("l")),
                collection_kind=self.text("949$t", field.first("t")),
            )
        return ItemRecord(barcode, accession_no=barcode)

    def _koha_item(self, field: Subfields, barcode: str) -> ItemRecord:
        """Koha: $8 collection or $y item type, $c shelf or $b branch, $v replacement or $g purchase price."""
        flags = (word for code, word in _KOHA_FLAGS if field.first(code) not in ("", "0"))
        return ItemRecord(
            barcode,
            accession_no=self.text("952$i", field.first("i")),
            call_number=self.text("952$o", field.first("o")),
            collection_kind=self.text("952$8", field.first("8") or field.first("y")),
            location=self.text("952$c", field.first("c") or field.first("b") or field.first("a")),
            status=next(flags, ""),
            price_rp=self._fields.checked_rupiah("952$v", field.first("v"))
            or self._fields.checked_rupiah("952$g", field.first("g")),
            source=self.text("952$e", field.first("e")),
            received_on=self._fields.checked_day("952$d", field.first("d")),
        )
