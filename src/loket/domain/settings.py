"""The library's rules as named settings: each edge on which libraries disagree has a name and a default.

They travel as `Rule` rows (key, JSON text). A missing row means the default; an unknown key is kept but not used.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from loket.domain.entities import Pledge, Rule
from loket.domain.notice import DEFAULT_NOTICE


class PushOff(StrEnum):
    """Where a due date on a closed day moves."""

    FORWARD = "forward"
    BACKWARD = "backward"
    NEVER = "never"


class RenewFrom(StrEnum):
    """From which day a renewal counts."""

    TODAY = "today"
    DUE_DATE = "due_date"


class LimitScope(StrEnum):
    """Which open loans count against a policy's limit: all the member's, or those under the same policy."""

    ALL_LOANS = "all_loans"
    SAME_POLICY = "same_policy"


class PolicyOrder(StrEnum):
    """Which half-written policy is the more specific: member type × any kind, or any type × collection kind."""

    MEMBER_TYPE_FIRST = "member_type_first"
    COLLECTION_FIRST = "collection_first"


class CheckDigit(StrEnum):
    """How the library's own barcodes prove themselves."""

    NONE = "none"
    MOD10 = "mod10"  # Luhn, as on 14-digit library codes
    EAN13 = "ean13"
    MOD43 = "mod43"  # Code 39


class CardCodeKind(StrEnum):
    """How the number on a member card is drawn."""

    CODE128 = "code128"
    QR = "qr"


class LoanSlip(StrEnum):
    """Whether a slip of the loans is printed when a member is done."""

    NEVER = "never"
    ASK = "ask"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Settings:
    """Defaults follow SOP peminjaman (two titles and two copies) and the reference practices; all editable.

    Attributes:
        weekly_closed: weekdays without service, 0 = Monday.
        push_off_closed: where a due date on a closed day moves.
        cap_at_expiry: a loan is never due after the card expires (then back onto an open day).
        policy_order, limit_scope, renew_from: see their types.
        renew_overdue: an overdue loan may be renewed.
        block_overdue: an overdue loan stops further loans; due today is not overdue.
        block_unpaid_above_rp: unpaid money above this stops loans; negative: never.
        never_lent: collection kinds read in place only (SOP koleksi-referensi, koleksi-deposit).
        same_title_once: a member has one copy of a title at a time.
        double_scan_ms: the same code again within this time is asked about once.
        item_check_digit, member_check_digit: checked before an unknown code is called unknown.
        item_code_digits: exact length of own item codes when a check digit is on; 0: any.
        visit_on_loan: a loan also counts its member as a visitor of the day.
        idle_lock_min: minutes without input until the counter locks; 0: never.
        member_no_format: template of new member numbers, see `member_no`; numbers given before stay.
        membership_months: how long a membership lasts; 0: for life.
        card_code_kind: bar code or QR code on new cards.
        card_design: key of the design cards are printed in.
        guardian_below_age: years under which a guardian is named; 0: never.
        privacy_notice: what a new member agrees to.
        member_form: "field:mode" texts where the library's form differs from the shipped one, see `member_form`.
        treasurer_only: kinds of charges that only the treasurer receives (SOP pengembalian step 7).
        receipt_no_format: template of the numbers of receipts, hand-overs and deposit slips, see `receipt_no`.
        cash_rounding_rp: smallest coin that cash totals are rounded to, half down; 0: not rounded.
        stamp_duty_above_rp: receipts above this need a duty stamp (Law 10/2020, article 3); 0: never said.
        remit_within_days: open days within which money must be at the regional cash account.
        noncash_to_treasury: QRIS and transfers go straight to that account; otherwise the treasurer deposits them.
        bank_name, bank_account: where deposits go. treasurer_name, treasurer_nip: who signs for them.
        receipt_place: town written before the date of a receipt.
        loan_slip: see its type.
        slip_footer: last lines of every slip.
        visit_window_min: the same person within so many minutes counts once in a book; 0: every time.
        visitor_numbers: a guest gets a slip with a number, for locker and reading room.
        guest_names_months: names of people who are no members are kept so long; 0: for ever (UU 27/2022).
        kiosk_purpose: the kiosk asks members what they come for. kiosk_voice: it greets aloud.
        kiosk_survey, kiosk_register: it offers the satisfaction survey, the registration of new members.
        locker_pledge: what is held for a locker's tag. locker_deposit_rp: how much, where that is money.
        locker_hours: after so many hours a locker is overdue; 0: at the end of the day only.
        internet_minutes: length of a session (SOP layanan-internet: 45). internet_warning_min: said so long before.
        internet_extension_min, internet_extensions: one extension, and how many; none while others wait.
        internet_daily_min: minutes a person may have in a day; 0: no limit.
        internet_card_held: the member card is kept during a session.
        photocopy_hours: a book copied outside is due after so many hours, at closing at the latest (SOP foto-copy).
        ebook_days: an e-book goes back by itself after so many days (SOP klik-ebook 6).
        opening_hours: of each weekday from Monday, "08:00-15:30"; "": none said, or closed.
        recap_counter: code of the counter whose recap counts visitors of kiosks and doors; "": the first by code.
        recap_by_night_at: who did not close by then, "21:30", has the day's recap made by the program.
        standards: "action:seconds" texts where the library promises another time than the shipped standards.
        due_soon_days: loans due within so many days are in the list of those due soon.
        reminder_after_days: so many days overdue, the first, second, … reminder is due.
        reminder_no_format: of the letters, "{running}/…"; "": left blank on paper.
        reminder_message: what is sent by WhatsApp; "": the shipped words.
        bps_code, bps_name: the library's region as Statistics Indonesia numbers and calls it, "5371", "Kota Kupang":
            for open data (Perpres 39/2019 asks for reference codes); "": left blank.
    """

    weekly_closed: tuple[int, ...] = (6,)
    push_off_closed: PushOff = PushOff.FORWARD
    cap_at_expiry: bool = True
    policy_order: PolicyOrder = PolicyOrder.MEMBER_TYPE_FIRST
    limit_scope: LimitScope = LimitScope.ALL_LOANS
    renew_from: RenewFrom = RenewFrom.TODAY
    renew_overdue: bool = False
    block_overdue: bool = True
    block_unpaid_above_rp: int = 0
    never_lent: tuple[str, ...] = ("referensi", "deposit", "tandon")
    same_title_once: bool = True
    double_scan_ms: int = 1000
    item_check_digit: CheckDigit = CheckDigit.NONE
    member_check_digit: CheckDigit = CheckDigit.NONE
    item_code_digits: int = 0
    member_types: tuple[str, ...] = ("anak", "pelajar", "mahasiswa", "umum", "asn", "lembaga")
    collection_kinds: tuple[str, ...] = (
        "umum",
        "anak",
        "remaja",
        "referensi",
        "deposit",
        "tandon",
        "berkala",
        "audiovisual",
    )
    visit_on_loan: bool = False
    idle_lock_min: int = 10
    member_no_format: str = "{station}-{yy}{running:5}{check}"
    membership_months: int = 12
    card_code_kind: CardCodeKind = CardCodeKind.CODE128
    card_design: str = "teluk"
    guardian_below_age: int = 17
    privacy_notice: str = DEFAULT_NOTICE
    member_form: tuple[str, ...] = ()
    treasurer_only: tuple[str, ...] = ("fine", "lost", "damaged")
    receipt_no_format: str = "{running:5}/{kind}/{station}/{roman}/{yyyy}"
    cash_rounding_rp: int = 0
    stamp_duty_above_rp: int = 5_000_000
    remit_within_days: int = 1
    noncash_to_treasury: bool = True
    bank_name: str = ""
    bank_account: str = ""
    treasurer_name: str = ""
    treasurer_nip: str = ""
    receipt_place: str = ""
    loan_slip: LoanSlip = LoanSlip.ASK
    slip_footer: str = ""
    visit_window_min: int = 60
    visitor_numbers: bool = True
    guest_names_months: int = 12
    kiosk_purpose: bool = True
    kiosk_voice: bool = False
    kiosk_survey: bool = True
    kiosk_register: bool = True
    locker_pledge: Pledge = Pledge.NONE
    locker_deposit_rp: int = 0
    locker_hours: int = 0
    internet_minutes: int = 45
    internet_warning_min: int = 5
    internet_extension_min: int = 15
    internet_extensions: int = 1
    internet_daily_min: int = 0
    internet_card_held: bool = True
    photocopy_hours: int = 2
    ebook_days: int = 3
    opening_hours: tuple[str, ...] = ("",) * 7
    recap_counter: str = ""
    recap_by_night_at: str = "21:30"
    standards: tuple[str, ...] = ()
    due_soon_days: int = 2
    reminder_after_days: tuple[int, ...] = (3, 14, 30)
    reminder_no_format: str = ""
    reminder_message: str = ""
    bps_code: str = ""
    bps_name: str = ""


DEFAULTS = Settings()


def read_settings(rules: Iterable[Rule]) -> Settings:
    """Settings from their rows. A row that cannot be read keeps the default: a counter must open all the same."""
    changed = {}
    for rule in rules:
        if rule.key in DEFAULTS.__dataclass_fields__:
            try:
                changed[rule.key] = _typed(getattr(DEFAULTS, rule.key), json.loads(rule.value))
            except (ValueError, TypeError, OverflowError):
                continue
    return replace(DEFAULTS, **changed)


def rule_of(key: str, value: Any) -> Rule:
    """The row that stores one setting. Raises KeyError for a setting that does not exist."""
    if key not in {f.name for f in fields(Settings)}:
        raise KeyError(key)
    return Rule(key, json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False))


def _typed(default: Any, value: Any) -> Any:
    if isinstance(default, tuple):
        if not isinstance(value, list):
            raise TypeError(value)
        part_type = type(default[0]) if default else str
        return tuple(part_type(part) for part in value)
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise TypeError(value)
        return value
    if type(default) is str and not isinstance(value, str):
        raise TypeError(value)
    return type(default)(value)
