"""Errors have a fate, decided once: what went wrong decides what the counter does.

| class | meaning | what the counter does |
|---|---|---|
| Refused | a library rule says no | line beside the scan box, sound; a supervisor may override where the rule allows |
| InvalidInput | an unreadable date, a wrong check digit | marks the field, keeps what was typed |
| DeviceError | printer, camera, scanner | banner with retry; the action stands |
| StorageError | disk full, locked, damaged: the surroundings | plain sentence and what to do |

Codes and values travel; sentences are made in `ui.texts`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class RefusalCode(StrEnum):
    """Every reason the desk may give for a no. A test walks this list: each needs its sentence."""

    CODE_UNKNOWN = "code_unknown"
    CODE_GARBLED = "code_garbled"
    CODE_CHECK_DIGIT = "code_check_digit"
    CODE_IS_ISBN = "code_is_isbn"
    CODE_AMBIGUOUS = "code_ambiguous"
    CODE_TOO_LONG = "code_too_long"
    MEMBER_CARD_EXPECTED_BOOK = "member_card_expected_book"
    SCANNED_TWICE = "scanned_twice"
    MEMBER_PENDING = "member_pending"
    MEMBER_LEFT = "member_left"
    MEMBER_EXPIRED = "member_expired"
    MEMBER_SUSPENDED = "member_suspended"
    MEMBER_OVERDUE = "member_overdue"
    MEMBER_OWES = "member_owes"
    TITLE_LIMIT = "title_limit"
    ITEM_LIMIT = "item_limit"
    SAME_TITLE = "same_title"
    KIND_NEVER_LENT = "kind_never_lent"
    ITEM_ON_LOAN = "item_on_loan"
    ITEM_STATUS = "item_status"
    ITEM_NOT_ON_LOAN = "item_not_on_loan"
    RENEWAL_LIMIT = "renewal_limit"
    RENEWAL_OVERDUE = "renewal_overdue"
    RENEWAL_NO_GAIN = "renewal_no_gain"
    NOTHING_TO_UNDO = "nothing_to_undo"
    UNDO_TOO_LATE = "undo_too_late"
    UNDO_NEEDS_REASON = "undo_needs_reason"
    NOTHING_TO_OVERRIDE = "nothing_to_override"
    OVERRIDE_REASON = "override_reason"
    ROLE_MISSING = "role_missing"
    SIGN_IN_WRONG = "sign_in_wrong"
    SIGN_IN_LOCKED = "sign_in_locked"
    NOT_SIGNED_IN = "not_signed_in"
    LAST_ADMIN = "last_admin"
    CLOCK_DOUBTFUL = "clock_doubtful"
    ITEM_HAS_LOAN = "item_has_loan"
    CASE_DECIDED = "case_decided"
    OWN_MONEY = "own_money"
    CARD_REPLACED = "card_replaced"
    MEMBER_NOT_CLEAR = "member_not_clear"
    MEMBER_ERASED = "member_erased"
    NOT_SUSPENDED = "not_suspended"
    MERGE_ITSELF = "merge_itself"
    NOT_MERGED = "not_merged"
    NO_OPEN_SHIFT = "no_open_shift"
    DAY_LOCKED = "day_locked"
    TREASURER_ONLY = "treasurer_only"
    NO_TARIFF = "no_tariff"
    RECEIPT_UNKNOWN = "receipt_unknown"
    CHARGE_UNKNOWN = "charge_unknown"
    ALREADY_VOID = "already_void"
    CREDIT_SPENT = "credit_spent"
    NO_CREDIT = "no_credit"
    DRAWER_SHORT = "drawer_short"
    APPROVAL_NEEDED = "approval_needed"
    SECOND_PERSON = "second_person"
    SHIFT_OPEN = "shift_open"
    DAY_NOT_LOCKED = "day_not_locked"
    NOTHING_TO_HAND_OVER = "nothing_to_hand_over"
    HAND_OVER_UNKNOWN = "hand_over_unknown"
    HAND_OVER_RECEIVED = "hand_over_received"
    HAND_OVER_NOT_RECEIVED = "hand_over_not_received"
    HAND_OVER_REMITTED = "hand_over_remitted"
    NOTHING_TO_REMIT = "nothing_to_remit"
    REMITTANCE_UNKNOWN = "remittance_unknown"
    REMITTANCE_VOID = "remittance_void"
    REMITTANCE_CONFIRMED = "remittance_confirmed"
    # the guestbook
    VISIT_UNKNOWN = "visit_unknown"
    VISIT_OVER = "visit_over"
    # lockers and the survey
    LOCKER_TAKEN = "locker_taken"
    LOCKER_OUT_OF_ORDER = "locker_out_of_order"
    LOCKER_HELD = "locker_held"
    LOCKER_UNKNOWN = "locker_unknown"
    LOCKER_USE_UNKNOWN = "locker_use_unknown"
    LOCKER_DONE = "locker_done"
    LOCKER_NAME_MISMATCH = "locker_name_mismatch"
    LOCKER_SAME = "locker_same"
    LOCKER_IN_USE = "locker_in_use"
    SURVEY_TOO_SOON = "survey_too_soon"
    # rooms: reading, internet, photocopies, e-books
    BOOK_EXPECTED = "book_expected"
    READING_ITEM_BUSY = "reading_item_busy"
    REQUEST_OVER = "request_over"
    INTERNET_SEAT_TAKEN = "internet_seat_taken"
    INTERNET_SEAT_OUT = "internet_seat_out"
    INTERNET_RUNNING = "internet_running"
    INTERNET_WAITING = "internet_waiting"
    INTERNET_CARD_NEEDED = "internet_card_needed"
    INTERNET_DAILY = "internet_daily"
    INTERNET_OTHERS_WAIT = "internet_others_wait"
    INTERNET_EXTENSIONS = "internet_extensions"
    SESSION_OVER = "session_over"
    COPY_ITEM_OUT = "copy_item_out"
    COPY_SLIP_NEEDED = "copy_slip_needed"
    COPY_PAID = "copy_paid"
    COPY_OVER = "copy_over"
    EBOOK_ALL_OUT = "ebook_all_out"
    EBOOK_HAS_IT = "ebook_has_it"
    EBOOK_OVER = "ebook_over"
    # recaps
    RECAP_FUTURE = "recap_future"
    RECAP_TOO_EARLY = "recap_too_early"
    RECAP_NOT_HERE = "recap_not_here"
    RECAP_UNKNOWN = "recap_unknown"
    RECAP_ELSEWHERE = "recap_elsewhere"
    RECAP_REVISED = "recap_revised"
    ALREADY_SIGNED = "already_signed"


@dataclass(frozen=True, slots=True)
class Block:
    """One rule that stands in the way, with the values its sentence needs."""

    code: RefusalCode
    params: dict[str, object] = field(default_factory=dict)
    overridable: bool = True


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a mistake
    """A rule says no. `others` are the further rules that also stand in the way."""

    def __init__(
        self, code: RefusalCode, /, *, others: tuple[Block, ...] = (), overridable: bool = False, **params: object
    ):
        super().__init__(code, params)
        self.code = code
        self.params = params
        self.others = others
        self.overridable = overridable

    @classmethod
    def by(cls, blocks: tuple[Block, ...]) -> Refused:
        """A refusal by the first block; overridable only when every block is."""
        first, *rest = blocks
        return cls(
            first.code, others=tuple(rest), overridable=all(block.overridable for block in blocks), **first.params
        )


class InvalidInput(Exception):  # noqa: N818
    """One field of a form cannot be used; `code` keys the sentence shown under it."""

    def __init__(self, field_name: str, code: str, **params: object) -> None:
        super().__init__(field_name, code, params)
        self.field = field_name
        self.code = code
        self.params = params


class DeviceError(Exception):
    """A printer, camera or scanner cannot be reached or says no."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class StorageCode(StrEnum):
    """What can be wrong with the place the data lies in. Each has its own sentence."""

    LOCKED = "locked"
    FULL = "full"
    DAMAGED = "damaged"
    NEWER = "newer"
    WRONG_KEY = "wrong_key"
    KEY_MISSING = "key_missing"
    READ_ONLY = "read_only"
    NO_FOLDER = "no_folder"
    NOT_A_BACKUP = "not_a_backup"
    SQLITE_TOO_OLD = "sqlite_too_old"
    IO = "io"


class StorageError(Exception):
    """The surroundings fail: nothing half-done stays behind."""

    def __init__(self, code: StorageCode, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params
