"""Fees of a membership as charges: raised here, paid at the cash desk.

Sources: SOP kartu-anggota steps 4 (the form) and 9 (the card), SOP perpanjangan-kartu step 5.
"""

from __future__ import annotations

from enum import StrEnum

from loket.domain import events as e
from loket.domain.entities import Id
from loket.domain.settings import Settings
from loket.services.desk import Action


class Fee(StrEnum):
    """What a fee is for; also the kind of its charge. The amount is the setting of this name with `_rp`."""

    FORM = "form_fee"
    CARD = "card_fee"
    RENEWAL = "renewal_fee"
    REPLACEMENT = "replacement_fee"


def fee_rp(settings: Settings, kind: Fee | str) -> int:
    """What the fee costs, in whole rupiah; 0 when it is free, or without a legal basis (nothing may be asked then)."""
    amount = int(getattr(settings, f"{Fee(kind)}_rp"))
    return max(0, amount) if settings.fees_legal_basis.strip() else 0


def raise_fee(act: Action, member_id: Id, kind: Fee | str) -> int:
    """Let the member owe this fee, with the regulation it comes from. Returns its rupiah; 0: there is none to pay.

    Inside the caller's action. Raises ValueError for a kind that is no fee.
    """
    settings = act.rules.settings
    amount = fee_rp(settings, kind)
    if amount:
        basis = settings.fees_legal_basis.strip()
        act.record(e.FeeRaised(act.new_id(), member_id, Fee(kind).value, amount, act.today, basis))
    return amount
