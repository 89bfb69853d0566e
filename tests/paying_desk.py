"""A desk with an open drawer, people who may receive money, and tariffs to receive it for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fakes import ADMIN, HASHER, SUPERVISOR, new_desk, operator
from stock import add_item, add_member, adopt, adopt_tariff, row

from loket.domain.entities import Charge, ChargeKind, FineMode, Id, Operator, Role
from loket.services.cash_shift import open_shift
from loket.services.circulation import Approval, check_in, check_out
from loket.services.desk import Desk
from loket.services.fees import raise_charge
from loket.services.operators import add_operator

TREASURER, CASHIER = "bendahara", "kasir"
REASON = "salah hitung di loket"
FINE_RP = 1_000  # a day


@dataclass
class Till:
    """The desk with its drawer open and the cashier signed in; Ada and Budi are members."""

    desk: Desk
    ada: Id
    budi: Id

    def sign_in(self, username: str) -> Operator:
        self.desk.operator = operator(self.desk, username)
        return self.desk.operator

    def approval(self, username: str = SUPERVISOR) -> Approval:
        return Approval(operator(self.desk, username).id, REASON)

    def fee(self, kind: ChargeKind | str = ChargeKind.CARD_FEE, member_id: Id | None = None) -> Charge:
        """A charge by its tariff: 5.000 for a card, 1.000 for a form, 7.500 for a renewal."""
        with self.desk.action() as act:
            charge = raise_charge(act, member_id or self.ada, kind)
        assert charge is not None
        return charge

    def late_return(self, barcode: str, days: int = 3) -> Charge:
        """Ada brings a book back this many days late; her fine."""
        item_id = add_item(self.desk, barcode)
        lent = check_out(self.desk, member_id=self.ada, item_id=item_id)
        self.desk.clock.advance(days=lent.policy.loan_days + days)  # type: ignore[attr-defined]
        returned = check_in(self.desk, item_id=item_id)
        assert returned.charge_id is not None
        return self.charge(returned.charge_id)

    def charge(self, charge_id: Id) -> Charge:
        found: Charge = row(self.desk, Charge, charge_id)
        return found


def set_till(folder: Path, float_rp: int = 50_000, **station: Any) -> Till:
    """A till in `folder`; no drawer is opened for a float below nought."""
    desk = new_desk(folder, **station)
    desk.operator = operator(desk, ADMIN)
    people = {TREASURER: (Role.TREASURER,), CASHIER: (Role.CASHIER, Role.CIRCULATION)}
    for username, roles in people.items():
        name = f"{username.title()} Contoh"
        add_operator(desk, HASHER, username=username, full_name=name, roles=roles, password=f"kunci-{username}-1")
    ada, budi = add_member(desk, "A-1", name="Ada Contoh"), add_member(desk, "A-2", name="Budi Contoh")
    adopt(desk, fine_mode=FineMode.MONEY, fine_per_day_rp=FINE_RP, legal_basis="Perda Contoh 2/2026")
    adopt_tariff(desk, ChargeKind.FINE, account="4.1.04.01")
    for kind, amount_rp in (("card_fee", 5_000), ("form_fee", 1_000), ("renewal_fee", 7_500), ("lost_tag", 25_000)):
        adopt_tariff(desk, kind, amount_rp, account="4.1.02.01")
    adopt_tariff(desk, "photocopy", 350, name="Foto kopi A4", unit="lembar", account="4.1.02.03")
    desk.operator = operator(desk, CASHIER)
    if float_rp >= 0:
        open_shift(desk, float_rp)
    return Till(desk, ada, budi)
