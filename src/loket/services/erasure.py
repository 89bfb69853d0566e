"""A person erased for good, at his own request or after the years the library keeps (UU 27/2022, articles 8 and 43)."""

from __future__ import annotations

from collections.abc import Callable

from loket.db.erased_list import AFTER_RESTORE, ErasedList
from loket.db.journal import erase_persons
from loket.db.photo_files import photos_in_journal
from loket.domain import events as e
from loket.domain.entities import Id, Member, Role
from loket.domain.errors import RefusalCode, Refused
from loket.domain.handling import standing_member
from loket.services import card_queue, slip_queue
from loket.services.clearance import demand_clear
from loket.services.desk import Desk
from loket.services.member_records import demand_reason, merged_records
from loket.services.photos import PhotoStore, drop

_SAME_PHOTO = "SELECT count(*) FROM member WHERE photo = ?"


def erase(desk: Desk, member_id: Id, reason: str, *, drop_photo: Callable[[str], None]) -> int:
    """Erase who he was under every record merged into his, here at once and elsewhere with the next synchronising.

    Numbers, loans and sums stay. `drop_photo` deletes a photo by its SHA-256; it is called once all is durable.
    Returns how many records were erased. Raises Refused: MEMBER_NOT_CLEAR while anything is open (a book that is out
    needs its borrower), CODE_UNKNOWN, MEMBER_ERASED, ROLE_MISSING; InvalidInput("reason", …).
    """
    reason = demand_reason(reason)
    with desk.action() as act:
        act.demand_role(Role.ADMIN)
        member = standing_member(act.state, member_id)
        if member is None:
            raise Refused(RefusalCode.CODE_UNKNOWN, code=member_id)
        if member.erased:
            raise Refused(RefusalCode.MEMBER_ERASED)
        demand_clear(act, member)
        records = [record for record in (*merged_records(act, member.id), member) if not record.erased]
        for record in records:
            act.record(e.MemberErased(record.id, reason))
            card_queue.forget(act, record.id)
            slip_queue.forget(act, record.id)
        photos = photos_in_journal(act.driver, [record.id for record in records])  # those replaced since, too
        photos |= {record.photo for record in records if record.photo}
        erase_persons(act.driver, [record.id for record in records])
        unused = [photo for photo in photos if act.driver.execute(_SAME_PHOTO, (photo,)).fetchone()[0] == 0]
    for photo in unused:
        drop_photo(photo)
    return len(records)


def erase_again(desk: Desk) -> int:
    """Erase whom a backup brought back, with their photos. Whom, the list beside the data says: it outlives restores.

    Returns how many. Raises StorageError.
    """
    listed = [Id(line) for line in ErasedList.beside(desk.database.path).read()]
    if not listed:
        return 0
    with desk.view() as act:
        members = [member for member_id in listed if (member := act.state.get(Member, member_id)) is not None]
        back = [member for member in members if not member.erased]
    if not back:
        return 0
    ids = [member.id for member in back]
    with desk.action() as act:
        photos = {member.photo for member in back} | set(photos_in_journal(act.driver, ids))
        for member_id in ids:
            act.record(e.MemberErased(member_id, AFTER_RESTORE))
        erase_persons(act.driver, ids)
    for photo in sorted(photos):
        drop(desk, PhotoStore(desk.database.path.parent), photo)
    return len(ids)
