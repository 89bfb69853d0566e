"""From the fields of a row to a record: the one place that knows which field makes which attribute.

Field names are those of the records, plus parts that some systems keep apart (house number, subtitle …); a reader
names its columns with them. Rules for what refuses a row stand here too:

- a member needs a number and a name, a copy a barcode of at most 50 characters (and a title to hang it on, when the
  file joins by title), a title its title;
- an unreadable `valid_until` refuses the member: "not given" would let an expired card borrow, or shut out a valid
  one. Every other unreadable date is listed and counts as not given.
"""

from __future__ import annotations

from collections.abc import Sequence

from loket.importing.codes import ProblemCode
from loket.importing.fields import Fields
from loket.importing.records import BiblioRecord, ItemRecord, MemberRecord

LONGEST_BARCODE = 50

_ACTIVE = frozenset({"", "active", "aktif", "1", "3"})
_PENDING = frozenset({"pending", "tunda", "baru", "menunggu", "belum aktif", "belum diverifikasi"})
_AVAILABLE = frozenset({"tersedia", "available", "ada", "0"})
_LENDABLE = frozenset({"", "dapat dipinjam", "dipinjamkan", "umum", "bisa dipinjam"})
_LOOSE_ENDS = " /:;,="


def strip_isbd(text: str) -> str:
    """Drop the punctuation that ISBD puts between areas from the end of one: "Jakarta :", "Grafika,"."""
    return text.rstrip(_LOOSE_ENDS)


def build_member(fields: Fields) -> MemberRecord:
    """One member. His problems are in `fields` afterwards."""
    member_no = fields.number("member_no", exact=True)
    full_name = fields.optional("full_name")
    if not member_no and not _already_refused(fields, "member_no"):
        fields.refuse(ProblemCode.MEMBER_NO_MISSING, "member_no")
    if not full_name:
        fields.refuse(ProblemCode.NAME_MISSING, "full_name")
    status, pending = _member_status(fields)
    return MemberRecord(
        member_no=member_no,
        full_name=full_name,
        member_type=fields.optional("member_type"),
        sex=fields.sex("sex"),
        birth_on=fields.day("birth_on", born=True),
        birth_place=fields.optional("birth_place"),
        identity_type=fields.optional("identity_type"),
        identity_no=fields.number("identity_no"),
        phone=fields.number("phone") or fields.number("phone_home"),
        email=fields.optional("email"),
        address=_address(fields, "") or _address(fields, "_card"),
        institution=_joined(fields, "institution", "faculty", "major", "school_class") or fields.optional("unit"),
        education=fields.optional("education"),
        job=fields.optional("job"),
        registered_on=fields.day("since_on") or fields.day("registered_on"),
        valid_until=fields.day("valid_until", fatal=True),
        note="\n".join(filter(None, (fields.lines("note"), status, _emergency(fields)))),
        pending=pending,
    )


def _already_refused(fields: Fields, field: str) -> bool:
    """Is the missing value explained by a worse problem of the same cell?"""
    return any(problem.fatal and problem.value for problem in fields.problems) and bool(fields.raw(field))


def _member_status(fields: Fields) -> tuple[str, bool]:
    """A line for the note when the old status is neither active nor pending, and whether it is pending."""
    written = fields.optional("status")
    word = written.casefold()
    if word in _ACTIVE:
        return "", False
    if word in _PENDING:
        return "", True
    fields.doubt(ProblemCode.MEMBER_STATUS, "status", written)
    return f"Status di sistem lama: {written}", False


def _address(fields: Fields, suffix: str) -> str:
    """Street with RT, RW and the places around it, each once; `suffix` "_card" is the address on the identity card."""
    street = fields.optional("address" + suffix)
    if not street:
        return ""
    parts = [street]
    for name, label in (
        ("rt", "RT "),
        ("rw", "RW "),
        ("village", ""),
        ("district", ""),
        ("city", ""),
        ("province", ""),
    ):
        part = fields.optional(name + suffix)
        if part and part.casefold() not in ", ".join(parts).casefold():
            parts.append(label + part)
    postcode = fields.optional("postal_code" + suffix)
    address = ", ".join(parts)
    return f"{address} {postcode}" if postcode and postcode != "0" and postcode not in address else address


def _joined(fields: Fields, *names: str) -> str:
    return ", ".join(dict.fromkeys(filter(None, map(fields.optional, names))))


def _emergency(fields: Fields) -> str:
    contact = _joined(fields, "emergency_name", "emergency_relation", "emergency_phone", "emergency_address")
    return f"Kontak darurat: {contact}" if contact else ""


def build_item(fields: Fields) -> ItemRecord:
    """One copy of a file that joins copies to titles by exact title."""
    title = strip_isbd(fields.text("title_key"))
    if not title:
        fields.refuse(ProblemCode.TITLE_MISSING, "title_key")
    barcode = item_barcode(fields)
    if not barcode and not _already_refused(fields, "barcode"):
        fields.refuse(ProblemCode.BARCODE_MISSING, "barcode")
    return _item(fields, barcode, title)


def item_barcode(fields: Fields) -> str:
    """The copy's own number: its barcode, else its accession number."""
    barcode = fields.number("barcode", exact=True) or fields.number("accession_no", exact=True)
    return barcode if checked_barcode(fields, barcode, "barcode") else ""


def checked_barcode(fields: Fields, barcode: str, field: str) -> bool:
    """Is it short enough to be one? Otherwise the row is refused."""
    if len(barcode) > LONGEST_BARCODE:
        fields.refuse(ProblemCode.BARCODE_TOO_LONG, field, barcode)
        return False
    return True


def _item(fields: Fields, barcode: str, title_key: str) -> ItemRecord:
    return ItemRecord(
        barcode=barcode,
        accession_no=fields.number("accession_no"),
        call_number=fields.optional("item_call_number"),
        collection_kind=fields.optional("collection_kind"),
        location=fields.optional("location") or fields.optional("library"),
        status=_item_status(fields),
        price_rp=fields.rupiah("price_rp", "currency"),
        source=fields.optional("source"),
        received_on=fields.day("received_on"),
        title_key=title_key,
    )


def _item_status(fields: Fields) -> str:
    """The file's word for a copy that cannot be lent: its status, else an access that is reading room only."""
    status = fields.optional("item_status")
    if status.casefold() not in _AVAILABLE and status:
        return status
    access = fields.optional("access")
    return "" if access.casefold() in _LENDABLE else access


def build_biblio(fields: Fields) -> BiblioRecord:
    """One title with the copies its row names: a list of barcodes (SLiMS) or one copy with its own columns."""
    title = _title(fields)
    if not title:
        fields.refuse(ProblemCode.TITLE_MISSING, "title")
    return BiblioRecord(
        title=title,
        responsibility=strip_isbd(fields.optional("responsibility")),
        authors=_authors(fields, "authors", "main_author", "main_body", "added_authors", "added_bodies"),
        edition=strip_isbd(fields.optional("edition")),
        isbn=fields.isbn("isbn") or fields.isbn("issn"),
        publisher=strip_isbd(fields.optional("publisher")),
        publish_place=strip_isbd(fields.optional("publish_place")),
        publish_year=strip_isbd(fields.optional("publish_year")),
        collation=_collation(fields),
        series=strip_isbd(fields.optional("series")),
        call_number=fields.optional("call_number"),
        ddc_class=fields.optional("ddc_class"),
        language=fields.optional("language"),
        material=fields.optional("material"),
        subjects=fields.names("subjects"),
        note=fields.lines("note"),
        source_key=fields.number("source_key"),
        items=_items_of_title(fields),
    )


def _title(fields: Fields) -> str:
    title = strip_isbd(fields.text("title"))
    subtitle = strip_isbd(fields.optional("subtitle")).lstrip(_LOOSE_ENDS)
    return f"{title} : {subtitle}" if title and subtitle else title


def _authors(fields: Fields, *names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(author for name in names for author in fields.names(name)))


def _collation(fields: Fields) -> str:
    """ "120 hlm. ; 25 cm." from one column or from pages and size apart."""
    whole = fields.optional("collation")
    if whole:
        return strip_isbd(whole)
    return " ; ".join(filter(None, (strip_isbd(fields.optional("pages")), strip_isbd(fields.optional("dimensions")))))


def _items_of_title(fields: Fields) -> tuple[ItemRecord, ...]:
    listed: Sequence[str] = fields.names("item_barcodes")
    if listed:
        return tuple(ItemRecord(code) for code in listed if checked_barcode(fields, code, "item_barcodes"))
    if not (fields.has("barcode") or fields.has("accession_no")):
        return ()
    barcode = item_barcode(fields)
    if not barcode:
        if not _already_refused(fields, "barcode"):
            fields.refuse(ProblemCode.BARCODE_MISSING, "barcode")
        return ()
    return (_item(fields, barcode, ""),)
