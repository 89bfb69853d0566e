"""What a library asks money for: amounts with the regulation they come from, the account they belong to, and a day.

A tariff is never changed in place. A new one takes its place from its day on; the row of the old one stays, so that
what was asked then can be explained later. Source: UU 1/2022 and PP 35/2023, no charge without a regional rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from loket.domain import events as e
from loket.domain.entities import ChargeKind, Id, Role, Tariff
from loket.domain.errors import InvalidInput
from loket.domain.money import NAMED, TOLD_WHEN_IT_HAPPENS, tariff_in_force
from loket.services.desk import Action, Desk, all_rows

EDITORS = (Role.ADMIN, Role.SUPERVISOR)
MOST_RP = 100_000_000
LONGEST_NAME, LONGEST_BASIS, LONGEST_ACCOUNT, LONGEST_UNIT = 80, 200, 40, 20
_ORDER = {kind: place for place, kind in enumerate(ChargeKind)}


def tariffs(desk: Desk, *, retired: bool = False) -> list[Tariff]:
    """The tariffs, kind by kind, of each name the newest first; with `retired` those taken out of force too."""
    with desk.view() as act:
        known = [tariff for tariff in all_rows(act.driver, Tariff) if tariff.name or tariff.kind not in NAMED]
    found = [tariff for tariff in known if retired or not tariff.retired]
    newest_first = sorted(found, key=lambda tariff: (tariff.valid_from, tariff.id), reverse=True)
    return sorted(newest_first, key=lambda tariff: (_ORDER[tariff.kind], tariff.name.casefold()))


def adopt_tariff(desk: Desk, tariff: Tariff, replaces: Id | None = None) -> Tariff:
    """Put a tariff in force from its day on, under a new key.

    `replaces` is retired, unless the new one begins later: then both stand until that day. Returns it as adopted; the
    replaced one, and no event, when nothing differs. Raises InvalidInput naming the field (`tariff_gone` when the
    replaced one is no longer in force), Refused(ROLE_MISSING, NOT_SIGNED_IN).
    """
    tidied = check_tariff(tariff)
    with desk.action() as act:
        act.demand_role(*EDITORS)
        old = next((known for known in act.rules.tariffs if known.id == replaces), None)
        if replaces is not None and old is None:
            raise InvalidInput("tariff", "tariff_gone")
        adopted = replace(tidied, id=act.new_id(), retired=False)
        if old is not None and replace(old, id=adopted.id) == adopted:
            return old
        over = old is not None and adopted.valid_from <= max(act.today, old.valid_from)
        act.record(e.TariffAdopted(adopted, replaces if over else None))
        return adopted


def retire_tariff(desk: Desk, tariff_id: Id) -> bool:
    """Take a tariff out of force; charges raised under it stay. False when it was not in force. Raises as above."""
    with desk.action() as act:
        act.demand_role(*EDITORS)
        if tariff_id not in {known.id for known in act.rules.tariffs}:
            return False
        act.record(e.TariffRetired(tariff_id))
        return True


def check_tariff(tariff: Tariff) -> Tariff:
    """The tariff, tidied. Raises InvalidInput naming the field.

    A regulation is demanded where money is asked, and for fines and lost or damaged books, whose amount stands
    elsewhere: `tariff_without_basis`, `tariff_amount_elsewhere`. Kinds with several tariffs need a name.
    """
    told = tariff.kind in TOLD_WHEN_IT_HAPPENS
    if not 0 <= tariff.amount_rp <= MOST_RP:
        raise InvalidInput("amount_rp", "number_out_of_range", minimum=0, maximum=MOST_RP)
    if told and tariff.amount_rp:
        raise InvalidInput("amount_rp", "tariff_amount_elsewhere")
    basis = _tidy("legal_basis", tariff.legal_basis, LONGEST_BASIS)
    if not basis and (told or tariff.amount_rp):
        raise InvalidInput("legal_basis", "tariff_without_basis")
    name = _tidy("name", tariff.name, LONGEST_NAME) if tariff.kind in NAMED else ""
    if tariff.kind in NAMED and not name:
        raise InvalidInput("name", "text_missing")
    account = _tidy("account", tariff.account, LONGEST_ACCOUNT)
    unit = _tidy("unit", tariff.unit, LONGEST_UNIT)
    return replace(tariff, name=name, legal_basis=basis, account=account, unit=unit)


def _tidy(field: str, text: str, longest: int) -> str:
    tidied = " ".join(text.split())
    if len(tidied) > longest:
        raise InvalidInput(field, "text_too_long", longest=longest)
    return tidied


# ---- what holds ---------------------------------------------------------------------------------------------------


def tariff_for(act: Action, kind: str, on: date | None = None, name: str = "") -> Tariff | None:
    """The tariff of a kind that holds on a day, today when not given; None: nothing may be asked."""
    return tariff_in_force(act.rules.tariffs, kind, on or act.today, name)


def account_of(act: Action, kind: str, on: date, name: str = "") -> str:
    """The account that money of a kind belongs to on a day; "" where no tariff ever named one.

    Money for what was charged under a tariff taken out of force since still has the account of the last one.
    """
    holding = tariff_for(act, kind, on, name)
    if holding is not None:
        return holding.account
    return _last_account([known for known in all_rows(act.driver, Tariff) if known.kind == kind], name)


def _last_account(known: Sequence[Tariff], name: str) -> str:
    named = [tariff for tariff in known if tariff.name == name and tariff.account] or [t for t in known if t.account]
    return max(named, key=lambda tariff: (tariff.valid_from, tariff.id)).account if named else ""
