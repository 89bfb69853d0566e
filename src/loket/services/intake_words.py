"""Other systems' words for member types, collection kinds and copy states, in Loket's words.

A word nobody knows is kept as "lama (…)": no fine and no limit is invented for it, the library's general terms apply
until somebody gives it a meaning.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from loket.domain.entities import ItemStatus
from loket.domain.folding import fold

DEFAULT_MEMBER_TYPE = "umum"
DEFAULT_KIND = "umum"
READING_ONLY_KIND = "referensi"

_MEMBER_TYPES = {
    "umum": "umum masyarakat standard standar general public masyarakat umum dewasa adult reguler regular",
    "pelajar": "pelajar siswa student pupil siswi murid sd smp sma smk mi mts ma santri school",
    "mahasiswa": "mahasiswa mahasiswi undergraduate university college kampus s1 s2 s3 d3",
    "anak": "anak anak-anak child children kid kids balita paud tk",
    "asn": "asn pns pegawai karyawan staff staf pppk employee tni polri",
    "lembaga": "lembaga instansi institusi institution organisasi perusahaan",
}
_KINDS = {
    "umum": "umum|koleksi umum|fiction|fiksi|textbook|teks|buku teks|general|circulation|sirkulasi|non fiction"
    "|non fiksi|nonfiksi|bk|book|buku|monograf|sci fi|novel",
    "anak": "anak|koleksi anak|children|child|juvenile|bacaan anak",
    "remaja": "remaja|koleksi remaja|young adult|ya|teen",
    "referensi": "referensi|koleksi referensi|reference|ref|rujukan|koleksi rujukan",
    "deposit": "deposit|koleksi deposit|local content|muatan lokal|karya cetak karya rekam",
    "tandon": "tandon|koleksi tandon|reserve|reserves|cadangan|koleksi cadangan",
    "berkala": "berkala|terbitan berkala|koleksi berkala|serial|majalah|koran|surat kabar|jurnal|magazine|journal"
    "|periodical|periodicals|koleksi majalah",
    "audiovisual": "audiovisual|audio visual|av|koleksi audio visual|dvd|vcd|cd|multimedia",
}
_STATUSES = {
    ItemStatus.REPAIR: "repair|perbaikan|dalam perbaikan|diperbaiki|sedang diperbaiki|binding|penjilidan|dijilid",
    ItemStatus.DAMAGED: "damaged|rusak|rusak ringan|rusak berat",
    ItemStatus.LOST: "lost|hilang|long overdue lost|lost and paid for",
    ItemStatus.MISSING: "missing|tidak ditemukan|tidak ada di rak|dicari",
    ItemStatus.WITHDRAWN: "withdrawn|dikeluarkan|disiangi|weeded|dihapus|discarded|afkir|weeding",
}
_READING_ONLY = (
    "no loan|noloan|not for loan|reference only|tidak dipinjamkan|tidak dapat dipinjam|baca di tempat|dibaca di tempat"
    "|baca ditempat|hanya baca di tempat"
)
_ON_LOAN = frozenset({"dipinjam", "on loan", "sedang dipinjam", "checked out", "terpinjam"})

_MEMBER_TYPE_OF = {word: kind for kind, words in _MEMBER_TYPES.items() for word in words.split()}
_MEMBER_TYPE_OF["masyarakat umum"] = "umum"
_MEMBER_TYPE_OF["anak anak"] = "anak"
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split("|")}
_NOT_LENT = frozenset(_READING_ONLY.split("|"))
_STATUS_OF = {word: status for status, words in _STATUSES.items() for word in words.split("|")}


class Known(NamedTuple):
    """A word in Loket's own; `kept` when nobody knows it and it stands as "lama (…)"."""

    word: str
    kept: bool = False


class State(NamedTuple):
    """What a copy's old status means: its status here, and whether it may only be read in the library."""

    status: ItemStatus = ItemStatus.AVAILABLE
    reading_only: bool = False
    was_on_loan: bool = False
    kept: bool = False


@lru_cache(maxsize=4096)
def member_type(word: str, own: tuple[str, ...]) -> Known:
    """The member type a file's word means; the library's own types come first. "" stays ""."""
    return _known(word, own, _MEMBER_TYPE_OF)


@lru_cache(maxsize=4096)
def collection_kind(word: str, own: tuple[str, ...]) -> Known:
    """The collection kind a file's word means; the library's own kinds come first. "" stays ""."""
    return _known(word, own, _KIND_OF)


@lru_cache(maxsize=4096)
def item_state(word: str) -> State:
    """What a file's word for a copy's state means; "" is available."""
    folded = fold(word)
    if not folded:
        return State()
    if folded in _NOT_LENT:
        return State(reading_only=True)
    if folded in _ON_LOAN:
        return State(was_on_loan=True)
    status = _STATUS_OF.get(folded)
    return State(kept=True) if status is None else State(status)


def _known(word: str, own: Iterable[str], synonyms: dict[str, str]) -> Known:
    folded = fold(word)
    if not folded:
        return Known("")
    for kind in own:
        if fold(kind) == folded:
            return Known(kind)
    found = synonyms.get(folded)
    return Known(f"lama ({word.strip()})", kept=True) if found is None else Known(found)
