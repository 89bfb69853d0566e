"""The treasurer of receipts: takes what desks hand over, deposits it with an STS, and proves that nothing is missing.

Source: PP 12/2019 art. 16-21 and Permendagri 77/2020: everything goes to the regional cash account, within a working
day unless the region set another term (setting `remit_within_days`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from loket.db import money_checks, money_queries
from loket.db.rows import id_bytes
from loket.domain import events as e
from loket.domain.entities import CashShift, HandOver, Id, Remittance, RemittanceLine, Role, Station
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.receipt_no import STS
from loket.domain.reconciling import Aged, AgedKind, FloatMove, Gap, GapKind, Reconciliation
from loket.domain.wording import amount_in_words, charge_label
from loket.services import photos
from loket.services.cash_shift import demand_amount, explained, name_of
from loket.services.desk import Action, Desk
from loket.services.member_forms import tidy
from loket.services.member_records import demand_reason
from loket.services.photos import PhotoStore
from loket.services.receipts import next_number

__all__ = ["Aged", "AgedKind", "FloatMove", "Gap", "GapKind", "Reconciliation"]  # with what is made here

LONGEST_TEXT = 100
DIFFERENCE_NAME, FLOAT_NAME, UNKNOWN_NAME = "Selisih hitung kas", "Selisih uang kembalian", "Tanpa rincian"
_NEWEST = "{state} ORDER BY handed_at DESC, id DESC LIMIT ?"
_OPEN_SHIFTS = "closed_on IS NULL AND hand_over_id IS NULL ORDER BY opened_at, id"
_WAITING = "closed_on IS NOT NULL AND hand_over_id IS NULL ORDER BY closed_at, id"
_OLDEST = "1 = 1 AND remittance_id IS NULL ORDER BY handed_at, id"
_LISTED = "remitted_on BETWEEN ? AND ? ORDER BY remitted_on DESC, running DESC, id DESC"
_LINES_OF_SHIFT = """SELECT p.account, p.kind, p.name, sum(p.amount_rp) FROM receipt r
JOIN payment p ON p.receipt_id = r.id WHERE r.{shift} = ? AND r.direct = 0 GROUP BY 1, 2, 3"""


class HandOverState(StrEnum):
    ON_THE_WAY = "on_the_way"  # handed over, not received
    RECEIVED = "received"  # at the treasurer's
    REMITTED = "remitted"  # on a deposit slip


@dataclass(frozen=True, slots=True)
class HandOverView:
    """A hand-over with its shifts and the names on its slip.

    `difference_rp`: as received - as handed over. `deposit_noncash_rp`: what is not cash and must be deposited (went
    straight to the regional cash account: not in it). `deposit_rp`: what a deposit slip takes of it.
    """

    hand_over: HandOver
    shifts: tuple[CashShift, ...]
    station_code: str
    station_name: str
    handed_by: str
    received_by: str
    deposit_noncash_rp: int = 0
    remittance_no: str = ""

    @property
    def state(self) -> HandOverState:
        if self.hand_over.remittance_id is not None:
            return HandOverState.REMITTED
        return HandOverState.ON_THE_WAY if self.hand_over.received_on is None else HandOverState.RECEIVED

    @property
    def difference_rp(self) -> int:
        return 0 if self.hand_over.received_on is None else self.hand_over.received_rp - self.hand_over.cash_rp

    @property
    def deposit_rp(self) -> int:
        return self.hand_over.received_rp + self.deposit_noncash_rp


@dataclass(frozen=True, slots=True)
class RemittanceView:
    """An STS with its lines and hand-overs, for the list and for the paper. `words`: the amount in words."""

    remittance: Remittance
    lines: tuple[RemittanceLine, ...]
    hand_overs: tuple[HandOver, ...]
    operator: str
    words: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What an STS of these hand-overs would say. `lines`: (account, name, rupiah); they sum to the amount."""

    lines: tuple[tuple[str, str, int], ...]
    amount_rp: int
    noncash_rp: int


_STATES = {
    None: "1 = 1",
    HandOverState.ON_THE_WAY: "received_on IS NULL AND remittance_id IS NULL",
    HandOverState.RECEIVED: "received_on IS NOT NULL AND remittance_id IS NULL",
    HandOverState.REMITTED: "remittance_id IS NOT NULL",
}


# ---- hand-overs -----------------------------------------------------------------------------------------------------


def hand_overs(desk: Desk, state: HandOverState | None = None, *, limit: int = 200) -> list[HandOverView]:
    """Hand-overs of all desks, newest first; those in one state, where asked."""
    with desk.view() as act:
        found = money_queries.found_hand_overs(act.driver, _NEWEST.format(state=_STATES[state]), (limit,))
        return [_hand_over_view(act, handed) for handed in found]


def hand_over_view(desk: Desk, hand_over_id: Id) -> HandOverView:
    """For the paper. Raises Refused(HAND_OVER_UNKNOWN)."""
    with desk.view() as act:
        return _hand_over_view(act, _the_hand_over(act, hand_over_id))


def _hand_over_view(act: Action, handed: HandOver) -> HandOverView:
    shifts = _shifts_of(act, handed.id)
    station = act.state.get(Station, handed.station_id)
    slip = act.state.get(Remittance, handed.remittance_id) if handed.remittance_id else None
    return HandOverView(
        hand_over=handed,
        shifts=tuple(shifts),
        station_code=station.code if station else "",
        station_name=station.name if station else "",
        handed_by=name_of(act, handed.handed_by),
        received_by=name_of(act, handed.received_by),
        deposit_noncash_rp=sum(money_queries.to_deposit_rp(act.driver, shift.id) for shift in shifts),
        remittance_no=slip.number if slip else "",
    )


def _shifts_of(act: Action, hand_over_id: Id) -> list[CashShift]:
    where = "hand_over_id = ? ORDER BY opened_at, id"
    return money_queries.found_shifts(act.driver, where, (id_bytes(hand_over_id),))


def _the_hand_over(act: Action, hand_over_id: Id) -> HandOver:
    handed = act.state.get(HandOver, hand_over_id)
    if handed is None or not handed.number:
        raise Refused(RefusalCode.HAND_OVER_UNKNOWN)
    return handed


def receive(desk: Desk, hand_over_id: Id, received_rp: int, explanation: str = "") -> HandOver:
    """The treasurer's signature, with the cash as he counted it.

    Raises Refused: HAND_OVER_UNKNOWN, HAND_OVER_RECEIVED (number=, on=), ROLE_MISSING, CLOCK_DOUBTFUL;
    InvalidInput: ("received_rp", "amount_range"), ("explanation", "difference_unexplained", difference_rp=).
    """
    with desk.action() as act:
        _demand_treasurer(act)
        handed = _the_hand_over(act, hand_over_id)
        if handed.received_on is not None:
            raise Refused(RefusalCode.HAND_OVER_RECEIVED, number=handed.number, on=handed.received_on)
        demand_amount("received_rp", received_rp)
        explanation = explained(received_rp - handed.cash_rp, explanation)
        act.record(e.HandOverReceived(handed.id, act.today, received_rp, explanation))
        return _the_hand_over(act, handed.id)


def _demand_treasurer(act: Action) -> None:
    act.demand_role(Role.TREASURER)
    act.demand_sound_clock()


# ---- deposit slips --------------------------------------------------------------------------------------------------


def unremitted(desk: Desk) -> list[HandOverView]:
    """Received and not on a deposit slip, oldest first."""
    with desk.view() as act:
        found = money_queries.found_hand_overs(
            act.driver, f"{_STATES[HandOverState.RECEIVED]} ORDER BY received_at, id"
        )
        return [_hand_over_view(act, handed) for handed in found]


def draft(desk: Desk, hand_over_ids: Sequence[Id]) -> Draft:
    """What `remit` would write. Raises as `remit` does for the hand-overs."""
    with desk.view() as act:
        return _draft(act, _to_remit(act, hand_over_ids))


def _to_remit(act: Action, hand_over_ids: Sequence[Id]) -> list[HandOverView]:
    found = [_hand_over_view(act, _the_hand_over(act, one)) for one in dict.fromkeys(hand_over_ids)]
    for view in found:
        if view.state is HandOverState.REMITTED:
            raise Refused(RefusalCode.HAND_OVER_REMITTED, number=view.hand_over.number)
        if view.state is HandOverState.ON_THE_WAY:
            raise Refused(RefusalCode.HAND_OVER_NOT_RECEIVED, number=view.hand_over.number)
    return found


def _draft(act: Action, views: Sequence[HandOverView]) -> Draft:
    """One line an account, then what was counted too much or too little; together the amount."""
    amount_rp = sum(view.deposit_rp for view in views)
    if amount_rp <= 0:
        raise Refused(RefusalCode.NOTHING_TO_REMIT)
    shifts = [shift for view in views for shift in view.shifts]
    lines = _account_lines(act, shifts)
    counted_rp = sum(shift.counted_rp - shift.expected_rp for shift in shifts)
    lines.append(("", DIFFERENCE_NAME, counted_rp + sum(view.difference_rp for view in views)))
    lines.append(("", FLOAT_NAME, sum(shift.float_rp - shift.left_rp for shift in shifts)))
    lines.append(("", UNKNOWN_NAME, amount_rp - sum(rp for _, _, rp in lines)))  # nought unless rows are damaged
    noncash_rp = sum(view.deposit_noncash_rp for view in views)
    return Draft(tuple(line for line in lines if line[2]), amount_rp, noncash_rp)


def _account_lines(act: Action, shifts: Sequence[CashShift]) -> list[tuple[str, str, int]]:
    """(account, what it is, rupiah) of the money that went through these drawers, voids taken off."""
    sums: dict[str, dict[str, int]] = {}
    for shift in shifts:
        for column, sign in (("shift_id", 1), ("void_shift_id", -1)):
            for account, kind, name, rp in act.driver.execute(
                _LINES_OF_SHIFT.format(shift=column), (id_bytes(shift.id),)
            ):
                names = sums.setdefault(account, {})
                what = name or charge_label(kind)
                names[what] = names.get(what, 0) + sign * rp
    return [(account, _called(names), sum(names.values())) for account, names in sorted(sums.items())]


def _called(names: dict[str, int]) -> str:
    """The largest first; what came to nought is not named beside others."""
    told = sorted((name for name in names if names[name]), key=lambda name: (-abs(names[name]), name))
    return ", ".join(told)


def remit(
    desk: Desk, hand_over_ids: Sequence[Id], remitted_on: date, bank: str = "", bank_account: str = ""
) -> Remittance:
    """Make out an STS for these hand-overs. Bank and account "" are those of the settings.

    Raises Refused: NOTHING_TO_REMIT, HAND_OVER_UNKNOWN, HAND_OVER_NOT_RECEIVED (number=), HAND_OVER_REMITTED
    (number=), ROLE_MISSING, CLOCK_DOUBTFUL; InvalidInput: ("remitted_on", "date_future" | "date_before", on=),
    ("bank", "text_missing" | "text_too_long"), ("bank_account", …).
    """
    with desk.action() as act:
        _demand_treasurer(act)
        settings, views = act.rules.settings, _to_remit(act, hand_over_ids)
        made = _draft(act, views)
        received = (view.hand_over.received_on for view in views)
        _demand_day(act, "remitted_on", remitted_on, max(on for on in received if on is not None))
        bank = _demand_text("bank", bank or settings.bank_name)
        bank_account = _demand_text("bank_account", bank_account or settings.bank_account)
        numbered, slip_id = next_number(act, STS), act.new_id()
        named = slip_id, numbered.series, numbered.running, numbered.number
        ids = tuple(view.hand_over.id for view in views)
        lines = tuple(e.RemittedLine(act.new_id(), *line) for line in made.lines)
        paper = (*named, remitted_on, bank, bank_account, made.amount_rp, ids, lines, made.noncash_rp)
        act.record(e.CashRemitted(*paper))
        return _the_slip(act, slip_id)


def _demand_day(act: Action, field: str, on: date, earliest: date) -> None:
    if on > act.today:
        raise InvalidInput(field, "date_future")
    if on < earliest:
        raise InvalidInput(field, "date_before", on=earliest)


def _demand_text(field: str, text: str) -> str:
    text = tidy(text)
    if not text:
        raise InvalidInput(field, "text_missing")
    if len(text) > LONGEST_TEXT:
        raise InvalidInput(field, "text_too_long", longest=LONGEST_TEXT)
    return text


def _the_slip(act: Action, remittance_id: Id) -> Remittance:
    slip = act.state.get(Remittance, remittance_id)
    if slip is None or not slip.number:
        raise Refused(RefusalCode.REMITTANCE_UNKNOWN)
    return slip


def _standing_slip(act: Action, remittance_id: Id) -> Remittance:
    slip = _the_slip(act, remittance_id)
    if slip.voided_on is not None:
        raise Refused(RefusalCode.REMITTANCE_VOID, number=slip.number, on=slip.voided_on)
    return slip


def remittances(desk: Desk, from_on: date, until: date) -> list[RemittanceView]:
    """Deposit slips of these days, void ones too, newest first."""
    with desk.view() as act:
        found = money_queries.found_slips(act.driver, _LISTED, (from_on.isoformat(), until.isoformat()))
        return [_slip_view(act, slip) for slip in found]


def remittance_view(desk: Desk, remittance_id: Id) -> RemittanceView:
    """For the paper. Raises Refused(REMITTANCE_UNKNOWN)."""
    with desk.view() as act:
        return _slip_view(act, _the_slip(act, remittance_id))


def _slip_view(act: Action, slip: Remittance) -> RemittanceView:
    return RemittanceView(
        remittance=slip,
        lines=tuple(money_queries.slip_lines(act.driver, slip.id)),
        hand_overs=tuple(act.state.hand_overs_of(slip.id)),
        operator=name_of(act, slip.operator_id),
        words=amount_in_words(slip.amount_rp),
    )


def confirm(
    desk: Desk,
    remittance_id: Id,
    reference: str,
    confirmed_on: date,
    scan: bytes | None = None,
    *,
    store: PhotoStore | None = None,
) -> Remittance:
    """The bank took it. Once more, to correct the reference or add the scan: the last word stands.

    `scan`: the stamped slip as a JPEG (`devices.scans`); it lies sealed among the photos in `store`, which
    is demanded with it. Raises Refused: REMITTANCE_UNKNOWN, REMITTANCE_VOID, ROLE_MISSING, CLOCK_DOUBTFUL;
    InvalidInput: ("reference", "text_missing" | "text_too_long"), ("confirmed_on", "date_future" | "date_before", on=).
    """
    reference = _demand_text("reference", reference)
    with desk.view() as act:
        _demand_confirmable(act, remittance_id, confirmed_on)
    kept = ""
    if scan is not None:
        if store is None:
            raise ValueError("a scan needs a store")
        kept = photos.keep(desk, store, scan)  # on the disk before the event names it
    with desk.action() as act:
        slip = _demand_confirmable(act, remittance_id, confirmed_on)
        act.record(e.RemittanceConfirmed(slip.id, confirmed_on, reference, kept))
        return _the_slip(act, slip.id)


def _demand_confirmable(act: Action, remittance_id: Id, confirmed_on: date) -> Remittance:
    _demand_treasurer(act)
    slip = _standing_slip(act, remittance_id)
    _demand_day(act, "confirmed_on", confirmed_on, slip.remitted_on)
    return slip


def scan_of(desk: Desk, store: PhotoStore, remittance_id: Id) -> bytes | None:
    """The scan of the stamped slip (a JPEG); None where there is none, or a round with the server must bring it."""
    with desk.view() as act:
        name = _the_slip(act, remittance_id).scan
    return photos.read(desk, store, name) if name else None


def void_remittance(desk: Desk, remittance_id: Id, reason: str) -> Remittance:
    """The slip never reached the bank: its hand-overs wait for another.

    Raises Refused: REMITTANCE_UNKNOWN, REMITTANCE_VOID, REMITTANCE_CONFIRMED, ROLE_MISSING, CLOCK_DOUBTFUL;
    InvalidInput("reason", "reason_missing" | "text_too_long").
    """
    with desk.action() as act:
        _demand_treasurer(act)
        slip = _standing_slip(act, remittance_id)
        if slip.confirmed_on is not None:
            raise Refused(RefusalCode.REMITTANCE_CONFIRMED, number=slip.number, reference=slip.reference)
        act.record(e.RemittanceVoided(slip.id, act.today, demand_reason(reason)))
        return _the_slip(act, slip.id)


# ---- is everything where it belongs? --------------------------------------------------------------------------------


def ageing(desk: Desk, today: date | None = None) -> list[Aged]:
    """Cash of the region that is not deposited yet, oldest first; amounts of nought left out.

    Overdue: more open days passed since it was taken than the setting `remit_within_days` allows.
    """
    with desk.view() as act:
        on = today or act.today
        found = [_aged_shift(act, shift, on) for shift in _shifts_on_hand(act)]
        for handed in money_queries.found_hand_overs(act.driver, _OLDEST):
            found.append(_aged_hand_over(act, _hand_over_view(act, handed), on))
    return sorted((aged for aged in found if aged.amount_rp), key=lambda aged: (aged.since, aged.kind, aged.about))


def _shifts_on_hand(act: Action) -> list[CashShift]:
    opened = money_queries.found_shifts(act.driver, _OPEN_SHIFTS)
    return opened + money_queries.found_shifts(act.driver, _WAITING)


def _aged_shift(act: Action, shift: CashShift, today: date) -> Aged:
    station = act.state.get(Station, shift.station_id)
    code = station.code if station else ""
    if shift.closed_on is not None:
        amount_rp = shift.counted_rp - shift.left_rp
        return _aged(act, AgedKind.WAITING, (shift.id, "", code), shift.opened_on, amount_rp, today)
    sums = money_queries.shift_sums(act.driver, shift.id)
    amount_rp = sums.cash_in_rp - sums.cash_out_rp
    return _aged(act, AgedKind.OPEN_SHIFT, (shift.id, "", code), shift.opened_on, amount_rp, today)


def _aged_hand_over(act: Action, view: HandOverView, today: date) -> Aged:
    handed = view.hand_over
    since = min((shift.opened_on for shift in view.shifts), default=handed.handed_on)
    about = handed.id, handed.number, view.station_code
    if handed.received_on is None:
        return _aged(act, AgedKind.ON_THE_WAY, about, since, handed.cash_rp, today)
    return _aged(act, AgedKind.AT_TREASURER, about, since, view.deposit_rp, today)


def _aged(act: Action, kind: AgedKind, about: tuple[Id, str, str], since: date, amount_rp: int, today: date) -> Aged:
    passed = max(0, (today - since).days)
    open_days = passed - sum(day > since for day in act.rules.calendar.closed_between(since, today))
    overdue = open_days > act.rules.settings.remit_within_days
    return Aged(kind, *about, since, amount_rp, open_days, overdue)


def reconcile(desk: Desk, from_on: date, until: date) -> Reconciliation:
    """Do receipts, hand-overs and deposits agree? Raises InvalidInput("until", "dates_reversed")."""
    if until < from_on:
        raise InvalidInput("until", "dates_reversed")
    with desk.view() as act:
        source, span = act.driver, (from_on, until)
        taken, back = money_queries.taken(source, *span), money_queries.voided(source, *span)
        slips = money_queries.found_slips(source, _LISTED, (from_on.isoformat(), until.isoformat()))
        standing = [slip for slip in slips if slip.voided_on is None]
        return Reconciliation(
            from_on=from_on,
            until=until,
            opening=money_checks.places_found(source, money_queries.before(from_on)).balance,
            receipts=taken.balance,
            voids=back.balance,
            shift_differences_rp=money_queries.counted_differences_rp(source, *span),
            received_differences_rp=money_queries.received_differences_rp(source, *span),
            handed_over_rp=money_queries.handed_rp(source, *span),
            received_rp=money_queries.received(source, *span)[0],
            remitted=money_queries.remitted(source, *span),
            places=money_checks.places_found(source, until),
            direct_rp=taken.direct_rp - back.direct_rp,
            confirmed_rp=sum(slip.amount_rp for slip in standing if slip.confirmed_on is not None),
            unconfirmed=tuple(slip for slip in standing if slip.confirmed_on is None),
            gaps=tuple(money_checks.gaps(source, *span)),
            float_moves=tuple(money_checks.float_moves(source, *span)),
        )
