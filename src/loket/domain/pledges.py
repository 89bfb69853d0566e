"""What is held for a tag or a slip: a document is known by its kind and its last four signs, never by its number.

Source: UU 27/2022, article 16: no more than needed. A whole identity number is refused wherever it is typed.
"""

from __future__ import annotations

import re

from loket.domain.errors import InvalidInput
from loket.domain.visits import has_identity_number

LAST = 4
LONGEST_TYPE = 30
PLEDGE_TYPES: tuple[str, ...] = ("KTP-el", "Kartu anggota", "Kartu Pelajar", "KTM", "SIM", "Paspor", "Kartu Pegawai")
"""Words that are offered; a library may type its own."""
_JOINTS = re.compile(r"[\s.\-]")


def check_note(field: str, text: str, longest: int, *, needed: bool = False) -> str:
    """A remark, its blanks tidied.

    Raises InvalidInput(field): `text_missing` where it is needed, `text_too_long`, `identity_typed`.
    """
    tidied = " ".join(text.split())
    if needed and not tidied:
        raise InvalidInput(field, "text_missing")
    if len(tidied) > longest:
        raise InvalidInput(field, "text_too_long", longest=longest)
    if has_identity_number(tidied):
        raise InvalidInput(field, "identity_typed")
    return tidied


def check_type(field: str, text: str) -> str:
    """What kind of document it is. Raises InvalidInput(field) as `check_note`."""
    return check_note(field, text, LONGEST_TYPE, needed=True)


def check_last(field: str, text: str) -> str:
    """The last four signs of a document's number, in capitals.

    Raises InvalidInput(field): `text_missing`, `pledge_whole_number` (more than four), `pledge_last4`.
    """
    signs = _JOINTS.sub("", text).upper()
    if not signs:
        raise InvalidInput(field, "text_missing")
    if len(signs) > LAST:
        raise InvalidInput(field, "pledge_whole_number", last=LAST)
    if len(signs) < LAST or not (signs.isascii() and signs.isalnum()):
        raise InvalidInput(field, "pledge_last4", last=LAST)
    return signs
