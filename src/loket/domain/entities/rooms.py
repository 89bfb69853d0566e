"""What is done in the rooms: reading in place, the internet room, photocopies, e-books of the district's app."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from loket.domain.entities.base import Entity, Id
from loket.domain.entities.lockers import Pledge


class InHouseKind(StrEnum):
    TABLE = "table"  # found on a table and counted (SOP baca-di-tempat 7)
    REQUEST = "request"  # fetched by staff (SOP koleksi-referensi, koleksi-deposit)
    RESTRICTED = "restricted"  # fetched, and read under their eyes
    AUDIOVISUAL = "audiovisual"


class InHouseState(StrEnum):
    ASKED = "asked"
    FETCHED = "fetched"  # it is with the reader
    DONE = "done"
    MISSED = "missed"  # it was not found, or he went away
    CANCELLED = "cancelled"  # undone at the desk: it never counted


@dataclass(frozen=True, slots=True)
class InHouseUse(Entity):
    """Books read in the library without a loan. A copy the catalogue does not know counts by its barcode or class.

    `books`: how many, where somebody counts a pile of one class. `reshelved_on`: when it went back to its shelf.
    `reader`: the name of somebody who is no member; "" once forgotten.
    """

    id: Id
    kind: InHouseKind
    on: date
    noted_at: datetime
    state: InHouseState = InHouseState.DONE
    room_id: Id | None = None
    item_id: Id | None = None
    biblio_id: Id | None = None
    barcode: str = ""
    title: str = ""
    ddc_class: str = ""
    books: int = 1
    member_id: Id | None = None
    visit_id: Id | None = None
    reader: str = ""
    fetched_at: datetime | None = None
    ended_at: datetime | None = None
    note: str = ""
    reshelved_on: date | None = None
    station_id: Id | None = None
    operator_id: Id | None = None


@dataclass(frozen=True, slots=True)
class InternetSeat(Entity):
    """A computer for visitors. `out_of_order`: why nobody may have it; "" while one may."""

    id: Id
    number: str
    room_id: Id | None = None
    row: int = 0
    column: int = 0
    out_of_order: str = ""
    retired: bool = False


class SessionState(StrEnum):
    WAITING = "waiting"  # in the queue
    RUNNING = "running"
    ENDED = "ended"
    CANCELLED = "cancelled"  # left the queue, or undone


@dataclass(frozen=True, slots=True)
class InternetSession(Entity):
    """One visitor at a computer. Source: SOP layanan-internet: the card is held, 45 minutes.

    Attributes:
        minutes: granted altogether, with extensions. used_min: spent when it ended, on a clock that power cuts and a
            wrong date do not move.
        end_how: "done", "time", "power", "closing". card_held: his card lies at the desk until `card_back_at`.
        user: the name of somebody who is no member; "" once forgotten.
    """

    id: Id
    state: SessionState
    on: date
    asked_at: datetime
    seat_id: Id | None = None
    member_id: Id | None = None
    visit_id: Id | None = None
    user: str = ""
    purpose: str = ""
    minutes: int = 0
    extensions: int = 0
    started_at: datetime | None = None
    ended_at: datetime | None = None
    used_min: int = 0
    end_how: str = ""
    card_held: bool = False
    card_back_at: datetime | None = None
    station_id: Id | None = None
    operator_id: Id | None = None


class CopyState(StrEnum):
    MADE = "made"  # copied on the premises
    OUT = "out"  # the books are at a copier outside; something is held for them
    BACK = "back"
    CANCELLED = "cancelled"  # undone at the desk: it never counted


@dataclass(frozen=True, slots=True)
class PhotocopyJob(Entity):
    """Copying, in house or outside. Source: SOP foto-copy; what is held goes back only against the slip (step 7).

    Attributes:
        number: of the slip. barcodes, titles: what is copied, one each. pages, sheet: how many, of what tariff.
        pledge_type, pledge_last4: of the document held; never a whole number. valuables: what else is held.
        note: how it came back without its slip. approved_by: the second person then.
        borrower: the name of somebody who is no member; "" once forgotten.
    """

    id: Id
    number: str
    state: CopyState
    on: date
    noted_at: datetime
    barcodes: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    pages: int = 0
    sheet: str = ""
    amount_rp: int = 0
    charge_id: Id | None = None
    receipt_id: Id | None = None
    member_id: Id | None = None
    visit_id: Id | None = None
    borrower: str = ""
    phone: str = ""
    pledge: Pledge = Pledge.NONE
    pledge_type: str = ""
    pledge_last4: str = ""
    valuables: str = ""
    due_at: datetime | None = None
    back_at: datetime | None = None
    slip_shown: bool = False
    note: str = ""
    approved_by: Id | None = None
    station_id: Id | None = None
    operator_id: Id | None = None
    ended_by: Id | None = None


@dataclass(frozen=True, slots=True)
class EbookTitle(Entity):
    """A title in the district's reading app. `licences`: how many may read it at once; 0: as many as like."""

    id: Id
    title: str
    author: str = ""
    licences: int = 1
    source_key: str = ""  # the app's own number
    retired: bool = False


@dataclass(frozen=True, slots=True)
class EbookLoan(Entity):
    """An e-book that somebody has in the app. It goes back by itself at `due_at` (SOP klik-ebook 6).

    `source`: "desk", or "import" from the app's report; `source_key`: the loan's number there.
    `reader`: the name of somebody who is no member, or as the app has it; "" once forgotten.
    """

    id: Id
    title_id: Id | None
    title: str
    lent_on: date
    lent_at: datetime
    due_at: datetime
    author: str = ""
    returned_at: datetime | None = None  # given back before it was due
    member_id: Id | None = None
    reader: str = ""
    source: str = "desk"
    source_key: str = ""
    cancelled: bool = False
    station_id: Id | None = None
    operator_id: Id | None = None
