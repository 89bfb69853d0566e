"""A registration that was begun and not saved: kept over a power cut, sealed, until it is saved or let go."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import msgspec

from loket.db import sealing
from loket.db.engine import driver
from loket.db.meta import get_meta, set_meta
from loket.services.desk import Desk
from loket.services.registration import MemberForm

KEY = "draft_member"
_PURPOSE = "member-draft"


def keep_draft(desk: Desk, form: MemberForm) -> None:
    """Keep this form in place of the one before. No event: nothing has happened yet."""
    with desk.database.write() as connection:
        source = driver(connection)
        sealed = sealing.seal(_key(source), msgspec.json.encode(asdict(form)), KEY.encode())
        set_meta(source, KEY, sealed.hex())


def kept_draft(desk: Desk) -> MemberForm | None:
    """What was left standing, the photo excepted; None when nothing was. Fields of another version are left out."""
    with desk.database.read() as connection:
        source = driver(connection)
        sealed = get_meta(source, KEY)
        if not sealed:
            return None
        found = msgspec.json.decode(sealing.unseal(_key(source), bytes.fromhex(sealed), KEY.encode()))
    return MemberForm(**{name: found[name] for name in MemberForm.__dataclass_fields__ if name in found})


def drop_draft(desk: Desk) -> None:
    """Saved, or not wanted any more."""
    with desk.database.write() as connection:
        if get_meta(driver(connection), KEY):
            set_meta(driver(connection), KEY, "")


def _key(driver_connection: Any) -> bytes:
    return sealing.subkey(sealing.library_secret(driver_connection), _PURPOSE)
