"""Which rows an event will ask for: read together beforehand, they cost a few statements for a whole batch.

Only a matter of speed: whatever is not foreseen here is read when it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from loket.domain import events as e
from loket.domain.folding import code_key
from loket.server.arrival import Arrival
from loket.server.entity_store import index_text

_IDS = re.compile(r'"([0-9a-f]{32})"')

KEYS: dict[type[e.Event], Callable[[Any], tuple[str | None, ...]]] = {
    e.ItemLent: lambda v: (v.loan_id, v.member_id, v.item_id, v.policy_id),
    e.ItemReturned: lambda v: (v.loan_id, v.item_id, v.member_id, v.charge_id),
    e.LoanRenewed: lambda v: (v.loan_id,),
    e.VisitRecorded: lambda v: (v.visit_id,),
    e.ItemAdded: lambda v: (v.item.id,),
    e.BiblioAdded: lambda v: (v.biblio.id,),
    e.MemberRegistered: lambda v: (v.member_id,),
}


def _person_index(event: e.MemberRegistered) -> bytes | None:
    return event.person.identity_index if event.person else None


VALUES: dict[type[e.Event], Callable[[Any], tuple[Any, ...]]] = {
    e.ItemLent: lambda v: (v.member_id, v.item_id),
    e.ItemReturned: lambda v: (v.item_id, v.charge_id),
    e.ItemDeclared: lambda v: (v.item_id, v.charge_id),
    e.ItemAdded: lambda v: (code_key(v.item.barcode),),
    e.ReturnNoted: lambda v: (code_key(v.barcode), v.item_id),
    e.MemberRegistered: lambda v: (code_key(v.member_no) or None, _person_index(v)),  # an applicant has no number
    e.ApplicantAccepted: lambda v: (code_key(v.member_no),),
    e.CardIssued: lambda v: (code_key(v.code), v.member_id),
    e.FeeRaised: lambda v: (v.charge_id,),
    e.PaymentTaken: lambda v: (code_key(v.number), *(line.charge_id for line in v.lines)),
    e.ReceiptVoided: lambda v: (v.receipt_id,),
    e.ChargeWaived: lambda v: (v.charge_id,),
    e.CreditUsed: lambda v: (v.from_charge_id, v.to_charge_id),
    e.RemittanceVoided: lambda v: (v.remittance_id,),
    e.LockerTaken: lambda v: (v.locker_id,),
    e.LockerMoved: lambda v: (v.to_locker_id,),
    e.MembersMerged: lambda v: (v.loser_id,),
    e.MergeUndone: lambda v: (v.loser_id,),
    e.MemberErased: lambda v: (v.member_id,),
}


def needs(arrivals: Iterable[Arrival]) -> tuple[set[str], set[str]]:
    """(keys of rows, values of look-ups)."""
    keys: set[str | None] = set()
    values: set[str] = set()
    for one in arrivals:
        if one.event is None:
            continue
        kind = type(one.event)
        if one.wire.operator_id is not None:
            keys.add(one.wire.operator_id.hex())
        keys.update(KEYS[kind](one.event) if kind in KEYS else _IDS.findall(one.wire.body))
        if kind in VALUES:
            values.update(index_text(value) for value in VALUES[kind](one.event) if value is not None)
    return {key for key in keys if key is not None}, values
