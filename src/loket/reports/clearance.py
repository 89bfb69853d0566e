"""Surat keterangan bebas pustaka, ready to sign and stamp: one A4 page under the library's letterhead."""

from __future__ import annotations

from loket.domain.entities import Member
from loket.domain.wording import long_date
from loket.reports.letter import Letter
from loket.reports.letterhead import Letterhead
from loket.reports.pdf import Fonts
from loket.services.clearance import Clearance

SEXES = {"L": "Laki-laki", "P": "Perempuan"}


def clearance_pdf(clearance: Clearance, letterhead: Letterhead, fonts: Fonts) -> bytes:
    """The letter as a PDF. A number, a town or a name the library does not have is left to be written by hand."""
    library = clearance.library
    title = f"Surat keterangan bebas pustaka {clearance.member.member_no}"
    letter = Letter(title, library, letterhead, fonts)
    letter.title("SURAT KETERANGAN BEBAS PUSTAKA", clearance.letter_no)
    office = _office(letterhead.head_title, library.name)
    letter.paragraph(f"Yang bertanda tangan di bawah ini, {office}, menerangkan bahwa:")
    letter.facts(_facts(clearance.member))
    letter.paragraph(_statement(clearance))
    letter.paragraph("Demikian surat keterangan ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.")
    place = f"{letterhead.place or '.' * 20}, {long_date(clearance.issued_on)}"
    letter.signed_by((place, f"{letterhead.head_title},"), library.head_name, library.head_nip)
    return letter.pdf()


def _office(title: str, library: str) -> str:
    """Title and library, a word that ends the one and begins the other said once: "Kepala Perpustakaan Umum …"."""
    words = title.split()
    if words and library.casefold().startswith(f"{words[-1].casefold()} "):
        words.pop()
    return " ".join([*words, library])


def _facts(member: Member) -> list[tuple[str, str]]:
    """What tells this member from others; an empty field is left out, and the identity number is never here."""
    born = long_date(member.birth_on) if member.birth_on else ""
    district = member.district
    if district and not district.casefold().startswith("kec"):
        district = f"Kec. {district}"
    places = (member.address, member.village, district, member.city)
    facts = [
        ("Nama", member.full_name),
        ("Nomor anggota", member.member_no),
        ("Tempat, tanggal lahir", ", ".join(part for part in (member.birth_place, born) if part)),
        ("Jenis kelamin", SEXES.get(member.sex, "")),
        ("Sekolah/instansi", member.institution),
        ("Kelas", member.school_class),
        ("Alamat", ", ".join(part for part in places if part)),
    ]
    return [(name, value) for name, value in facts if value]


def _statement(clearance: Clearance) -> str:
    ends = " Keanggotaannya berakhir pada tanggal tersebut." if clearance.leaves else ""
    return (
        f"sampai dengan tanggal {long_date(clearance.issued_on)} tidak mempunyai pinjaman bahan pustaka, denda, "
        f"maupun kewajiban lain pada {clearance.library.name}, sehingga yang bersangkutan dinyatakan "
        f"<b>bebas pustaka</b>.{ends}"
    )
