"""The privacy notice that whoever becomes a member agrees to, and how one wording is told from the next."""

from __future__ import annotations

import hashlib

DEFAULT_NOTICE = (
    "Data pada formulir ini dipakai perpustakaan untuk keanggotaan, peminjaman, dan statistik layanan, dan tidak "
    "diberikan kepada pihak lain kecuali diwajibkan undang-undang. Nomor identitas disimpan tersandi. Anda berhak "
    "melihat, memperbaiki, dan meminta penghapusan data Anda di meja layanan. Untuk anak, persetujuan diberikan oleh "
    "orang tua atau wali."
)
"""UU 27/2022: purpose, recipients, rights (articles 5 to 13), and for a child the parents' consent (article 25)."""

_SIGNS = 8


def notice_version(text: str) -> str:
    """Eight hex digits that change with the words of the notice, not with blanks and line ends."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:_SIGNS]
