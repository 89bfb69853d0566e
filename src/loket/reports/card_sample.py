"""An invented member of an invented library, for previews and the sample files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from loket.domain.cards import CARD_TITLE, IF_FOUND, RULES, CardLibrary, CardValues

PHOTO = Path("sample") / "foto.jpg"
LIBRARY = CardLibrary(
    name="Perpustakaan Umum Kota Contoh",
    agency="Dinas Perpustakaan dan Kearsipan Kota Contoh",
    card_title=CARD_TITLE,
    address="Jalan Taman Bacaan 12, Kelurahan Contoh Indah, Kota Contoh",
    phone="(0000) 123456",
    city="Kota Contoh",
    head_title="Kepala Dinas",
    head_name="Dra. Seruni Rajawali, M.Si",
    head_no="NIP 19000101 192501 2 001",
    rules=RULES,
    if_found=IF_FOUND,
)


def sample_values(cards_dir: Path, library: CardLibrary = LIBRARY) -> CardValues:
    """The sample member. `cards_dir` is the folder of the shipped designs, where the sample photo lies."""
    return CardValues(
        member_no="2611230001",
        code="2611230001",
        full_name="Embun Samudra Kenari",
        library=library,
        member_type="Mahasiswa",
        valid_until="23 November 2031",
        registered_on="23 November 2026",
        birth="Kota Contoh, 5 Mei 2005",
        address="Jalan Misal Raya 7, Kelurahan Contoh Damai, Kota Contoh",
        phone="0800 0000 0001",
        institution="Universitas Contoh",
        school_class="",
        photo=(cards_dir / PHOTO).read_bytes(),
    )


def long_values(cards_dir: Path, library: CardLibrary = LIBRARY) -> CardValues:
    """The hardest case a design meets: long texts everywhere, a long code with a suffix, no photo."""
    return replace(
        sample_values(cards_dir, library),
        code="S1-2611230001-KTX-20",
        member_no="S1-2611230001-KTX-20",
        full_name="Prof. Dr. Hj. Kirana Mutiara Cendrawasih Samudra Flamboyan Beringin, S.Pd.I, M.Si",
        member_type="Lembaga Pendidikan Nonformal",
        address="Perumahan Contoh Indah Permai Blok AZ 12 Nomor 345 RT 001 RW 002, Kelurahan Contoh Seberang Ulu",
        institution="Sekolah Tinggi Andai-Andai Contoh dan Misal Terpadu",
        photo=None,
    )
