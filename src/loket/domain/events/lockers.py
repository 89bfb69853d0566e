"""Lockers: given out, given back, and what goes wrong. Source: SOP penitipan-barang."""

from __future__ import annotations

from datetime import date

from loket.domain.entities import Id, Locker, Pledge
from loket.domain.events.base import Event, event, personal


@event
class LockerSet(Event):
    """A locker as it is from now on: its place, its tag, whether it is in order."""

    locker: Locker


@event
class LockerTaken(Event):
    """Things were put in, a tag pair was given (step 3). `holder`: the name of somebody who is no member."""

    use_id: Id
    locker_id: Id
    tag: str
    on: date
    member_id: Id | None = None
    visit_id: Id | None = None
    contents: str = ""
    pledge: Pledge = Pledge.NONE
    pledge_type: str = ""
    pledge_last4: str = ""
    pledge_rp: int = 0
    override_id: Id | None = None
    holder: str | None = personal()


@event
class LockerReturned(Event):
    """The tag came back, name and number matched, the things were given back (steps 6-8)."""

    use_id: Id
    locker_id: Id
    returned_on: date


@event
class LockerTagLost(Event):
    """Given back without the tag, on proof and before a second person (step 9)."""

    use_id: Id
    locker_id: Id
    returned_on: date
    statement_no: str
    identity_type: str = ""
    identity_last4: str = ""
    witness_id: Id | None = None
    charge_id: Id | None = None
    proof: str | None = personal()


@event
class LockerForced(Event):
    """Opened by staff: held too long, or a locker to be emptied. `proof`: what was found and where it is kept."""

    use_id: Id
    locker_id: Id
    opened_on: date
    reason: str
    witness_id: Id | None = None
    statement_no: str = ""
    proof: str | None = personal()


@event
class LockerMoved(Event):
    """The things lie in another locker now; the tag stays what it is. `from_number`: as painted on the one before."""

    use_id: Id
    locker_id: Id
    to_locker_id: Id
    from_number: str
    reason: str = ""


@event
class LockerUndone(Event):
    """It was given out by mistake."""

    use_id: Id
    locker_id: Id
    reason: str = ""
