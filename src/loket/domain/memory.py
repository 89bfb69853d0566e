"""`DictState`: the travelling tables in a dict: the simulator's state, and the measure of the SQL state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar, cast

from loket.domain.entities import (
    KINDS,
    Case,
    Charge,
    Entity,
    HandOver,
    Id,
    Item,
    Loan,
    LoanEnd,
    LockerEnd,
    LockerUse,
    Member,
    MemberCard,
    Payment,
    Receipt,
    Waiver,
    key_of,
)
from loket.domain.folding import code_key

E = TypeVar("E", bound=Entity)


def is_owed(charge: Charge) -> bool:
    return not charge.cancelled and charge.settled_rp < charge.amount_rp


INDEXES: dict[str, tuple[type[Entity], Callable[..., Hashable]]] = {
    "open_loans": (Loan, lambda loan: loan.member_id if loan.end is LoanEnd.OPEN else None),
    "barcode": (Item, lambda item: code_key(item.barcode)),
    "member_no": (Member, lambda member: code_key(member.member_no)),
    "identity": (Member, lambda member: member.identity_index),
    "merged": (Member, lambda member: member.merged_into),
    "open_charges": (Charge, lambda charge: charge.member_id if is_owed(charge) else None),
    "loan_charges": (Charge, lambda charge: charge.loan_id),
    "cases_about": (Case, lambda case: case.entity or None),
    "card_code": (MemberCard, lambda card: code_key(card.code)),
    "cards": (MemberCard, lambda card: card.member_id),
    "moved_loans": (Loan, lambda loan: loan.moved_from),
    "moved_charges": (Charge, lambda charge: charge.moved_from),
    "credits": (Charge, lambda charge: charge.member_id if charge.credit_rp else None),
    "receipt_number": (Receipt, lambda receipt: code_key(receipt.number)),
    "payments": (Payment, lambda payment: payment.receipt_id),
    "charge_payments": (Payment, lambda payment: payment.charge_id),
    "waivers": (Waiver, lambda waiver: waiver.charge_id),
    "lockers": (LockerUse, lambda use: use.locker_id if use.end is LockerEnd.OPEN else None),
    "hand_overs": (HandOver, lambda handed: handed.remittance_id),
}


class DictState:
    """State Protocol over plain dicts, with the same look-ups as the SQL indexes."""

    def __init__(self) -> None:
        self.tables: dict[type[Entity], dict[str, Entity]] = {kind: {} for kind in KINDS}
        self._indexes: dict[str, dict[Hashable, dict[str, Entity]]] = {name: defaultdict(dict) for name in INDEXES}

    def get(self, kind: type[E], key: str) -> E | None:
        return cast("E | None", self.tables[kind].get(key))

    def put(self, entity: Entity) -> None:
        kind, key = type(entity), key_of(entity)
        self._unindex(kind, key)
        self.tables[kind][key] = entity
        for name, (indexed, value_of) in INDEXES.items():
            if indexed is kind and (value := value_of(entity)) is not None:
                self._indexes[name][value][key] = entity

    def drop(self, kind: type[Entity], key: str) -> None:
        self._unindex(kind, key)
        self.tables[kind].pop(key, None)

    def _unindex(self, kind: type[Entity], key: str) -> None:
        old = self.tables[kind].get(key)
        if old is None:
            return
        for name, (indexed, value_of) in INDEXES.items():
            if indexed is kind:
                self._indexes[name][value_of(old)].pop(key, None)

    def _found(self, index: str, value: Hashable) -> list[Entity]:
        rows = self._indexes[index].get(value, {})
        return [rows[key] for key in sorted(rows)]

    def open_loans(self, member_id: Id) -> Sequence[Loan]:
        return cast("list[Loan]", self._found("open_loans", member_id))

    def items_with_barcode(self, barcode: str) -> Sequence[Item]:
        return cast("list[Item]", self._found("barcode", code_key(barcode)))

    def members_with_no(self, member_no: str) -> Sequence[Member]:
        return cast("list[Member]", self._found("member_no", code_key(member_no)))

    def members_with_identity(self, identity_index: bytes) -> Sequence[Member]:
        return cast("list[Member]", self._found("identity", identity_index))

    def members_merged_into(self, member_id: Id) -> Sequence[Member]:
        return cast("list[Member]", self._found("merged", member_id))

    def open_charges(self, member_id: Id) -> Sequence[Charge]:
        return cast("list[Charge]", self._found("open_charges", member_id))

    def charges_of_loan(self, loan_id: Id) -> Sequence[Charge]:
        return cast("list[Charge]", self._found("loan_charges", loan_id))

    def cases_about(self, entity: str) -> Sequence[Case]:
        return cast("list[Case]", self._found("cases_about", entity))

    def cards_with_code(self, code: str) -> Sequence[MemberCard]:
        return cast("list[MemberCard]", self._found("card_code", code_key(code)))

    def cards_of(self, member_id: Id) -> Sequence[MemberCard]:
        return cast("list[MemberCard]", self._found("cards", member_id))

    def loans_moved_from(self, member_id: Id) -> Sequence[Loan]:
        return cast("list[Loan]", self._found("moved_loans", member_id))

    def charges_moved_from(self, member_id: Id) -> Sequence[Charge]:
        return cast("list[Charge]", self._found("moved_charges", member_id))

    def credits_of(self, member_id: Id) -> Sequence[Charge]:
        return cast("list[Charge]", self._found("credits", member_id))

    def receipts_with_number(self, number: str) -> Sequence[Receipt]:
        return cast("list[Receipt]", self._found("receipt_number", code_key(number)))

    def payments_of(self, receipt_id: Id) -> Sequence[Payment]:
        return cast("list[Payment]", self._found("payments", receipt_id))

    def payments_of_charge(self, charge_id: Id) -> Sequence[Payment]:
        return cast("list[Payment]", self._found("charge_payments", charge_id))

    def waivers_of(self, charge_id: Id) -> Sequence[Waiver]:
        return cast("list[Waiver]", self._found("waivers", charge_id))

    def hand_overs_of(self, remittance_id: Id) -> Sequence[HandOver]:
        return cast("list[HandOver]", self._found("hand_overs", remittance_id))

    def open_locker_uses(self, locker_id: Id) -> Sequence[LockerUse]:
        return cast("list[LockerUse]", self._found("lockers", locker_id))
