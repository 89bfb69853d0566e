"""Reading in place, the internet room, photocopies, e-books."""

from __future__ import annotations

from datetime import date, datetime

from loket.domain.entities import EbookTitle, Id, InHouseKind, InternetSeat, Pledge
from loket.domain.events.base import Event, event, personal

# ---- reading in place ---------------------------------------------------------------------------------------------


@event
class BookRead(Event):
    """A book left on a table was counted (SOP baca-di-tempat 7); `books` of one class where none is scanned."""

    use_id: Id
    on: date
    room_id: Id | None = None
    item_id: Id | None = None
    biblio_id: Id | None = None
    barcode: str = ""
    title: str = ""
    ddc_class: str = ""
    books: int = 1


@event
class ItemAsked(Event):
    """A reader asks for something that staff fetch (SOP koleksi-referensi, koleksi-deposit)."""

    use_id: Id
    kind: InHouseKind
    on: date
    room_id: Id | None = None
    item_id: Id | None = None
    biblio_id: Id | None = None
    barcode: str = ""
    title: str = ""
    ddc_class: str = ""
    member_id: Id | None = None
    visit_id: Id | None = None
    note: str = ""
    reader: str | None = personal()


@event
class ItemFetched(Event):
    """It is with the reader now. The copy that was found, where the request named a title only."""

    use_id: Id
    item_id: Id | None = None
    barcode: str = ""


@event
class ItemHandedBack(Event):
    """The reader is done with it. `note`: its condition, where something is to be said."""

    use_id: Id
    note: str = ""


@event
class RequestMissed(Event):
    """It could not be given: not on its shelf, or the reader went away."""

    use_id: Id
    note: str


@event
class ReadingUndone(Event):
    """Counted or asked for by mistake."""

    use_id: Id
    reason: str = ""


@event
class BooksReshelved(Event):
    """They stand on their shelves again."""

    use_ids: tuple[Id, ...]
    on: date


# ---- the internet room --------------------------------------------------------------------------------------------


@event
class SeatSet(Event):
    """A computer as it is from now on."""

    seat: InternetSeat


@event
class SessionAsked(Event):
    """Somebody waits for a computer."""

    session_id: Id
    on: date
    member_id: Id | None = None
    visit_id: Id | None = None
    purpose: str = ""
    user: str | None = personal()


@event
class SessionStarted(Event):
    """SOP layanan-internet 1: the card is taken, the time runs. He may have waited (`SessionAsked`) or not."""

    session_id: Id
    seat_id: Id
    on: date
    minutes: int
    member_id: Id | None = None
    visit_id: Id | None = None
    purpose: str = ""
    card_held: bool = False
    override_id: Id | None = None
    user: str | None = personal()


@event
class SessionExtended(Event):
    """`minutes` are granted altogether from now on."""

    session_id: Id
    minutes: int
    override_id: Id | None = None


@event
class SessionMoved(Event):
    session_id: Id
    seat_id: Id


@event
class SessionEnded(Event):
    """The computer is free again. `how`: "done", "time", "power", "closing". `card_back`: so is his card (step 3)."""

    session_id: Id
    used_min: int
    how: str = "done"
    card_back: bool = False


@event
class SessionCardReturned(Event):
    """The card that was still held after the session's end is with its owner again."""

    session_id: Id


@event
class SessionCancelled(Event):
    """Left the queue, or begun by mistake."""

    session_id: Id
    reason: str = ""


# ---- photocopies --------------------------------------------------------------------------------------------------


@event
class PhotocopyMade(Event):
    """Copied on the premises (SOP foto-copy 4). A member's charge, or the receipt of who paid at once."""

    job_id: Id
    number: str
    on: date
    pages: int
    sheet: str = ""
    amount_rp: int = 0
    charge_id: Id | None = None
    receipt_id: Id | None = None
    member_id: Id | None = None
    visit_id: Id | None = None
    barcodes: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    borrower: str | None = personal()


@event
class PhotocopyOut(Event):
    """Books go out to be copied; identity card and valuables are held against a slip (steps 5-6)."""

    job_id: Id
    number: str
    on: date
    due_at: datetime
    barcodes: tuple[str, ...]
    titles: tuple[str, ...]
    pledge: Pledge
    pledge_type: str = ""
    pledge_last4: str = ""
    valuables: str = ""
    member_id: Id | None = None
    visit_id: Id | None = None
    borrower: str | None = personal()
    phone: str | None = personal()


@event
class PhotocopyBack(Event):
    """Books back, what was held given back against the slip (step 7); without the slip a second person approves."""

    job_id: Id
    slip_shown: bool = True
    note: str = ""
    approved_by: Id | None = None


@event
class PhotocopyUndone(Event):
    job_id: Id
    reason: str = ""


# ---- e-books ------------------------------------------------------------------------------------------------------


@event
class EbookTitleSet(Event):
    """A title of the reading app as it is from now on."""

    title: EbookTitle


@event
class EbookLent(Event):
    """SOP klik-ebook 4: lent in the app, noted here or told by its report. It goes back by itself at `due_at`."""

    loan_id: Id
    title_id: Id | None
    title: str
    lent_on: date
    lent_at: datetime
    due_at: datetime
    author: str = ""
    member_id: Id | None = None
    source: str = "desk"
    source_key: str = ""
    reader: str | None = personal()


@event
class EbookReturned(Event):
    """Given back in the app before it was due."""

    loan_id: Id
    returned_at: datetime


@event
class EbookUndone(Event):
    loan_id: Id
    reason: str = ""
