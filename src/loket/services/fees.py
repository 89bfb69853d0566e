"""Fees as charges: raised here by the tariff in force, paid at the cash desk.

Sources: SOP kartu-anggota steps 4 (the form) and 9 (the card), SOP perpanjangan-kartu step 5, SOP penitipan-barang for
a lost tag.
"""

from __future__ import annotations

from enum import StrEnum

from loket.domain import events as e
from loket.domain.entities import Charge, ChargeKind, Id
from loket.services.desk import Action
from loket.services.tariffs import tariff_for


class Fee(StrEnum):
    """What a member can owe by a tariff alone; each is the kind of its charge."""

    FORM = ChargeKind.FORM_FEE.value
    CARD = ChargeKind.CARD_FEE.value
    RENEWAL = ChargeKind.RENEWAL_FEE.value
    REPLACEMENT = ChargeKind.REPLACEMENT_FEE.value
    LOST_TAG = ChargeKind.LOST_TAG.value


def raise_fee(act: Action, member_id: Id, kind: Fee | str) -> int:
    """Let the member owe this fee, with the regulation it comes from. Returns its rupiah; 0: there is none to pay.

    Inside the caller's action. Raises ValueError for a kind that is no fee.
    """
    charge = raise_charge(act, member_id, kind)
    return charge.amount_rp if charge is not None else 0


def raise_charge(act: Action, member_id: Id, kind: Fee | str) -> Charge | None:
    """As `raise_fee`; returns the charge, None where nothing is asked."""
    tariff = tariff_for(act, Fee(kind))
    if tariff is None or tariff.amount_rp == 0:
        return None
    charge_id = act.new_id()
    act.record(e.FeeRaised(charge_id, member_id, Fee(kind).value, tariff.amount_rp, act.today, tariff.legal_basis))
    return act.state.get(Charge, charge_id)
