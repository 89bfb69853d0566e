"""Booking titles and copies."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from loket.domain import events as e
from loket.domain.cases import CaseClass, make_case
from loket.domain.changes import with_changes
from loket.domain.entities import Biblio, Case, Id, Item
from loket.domain.handling import applies, merge_fields, plain_fields, two_versions
from loket.domain.ports import State


@applies(e.BiblioAdded)
def _biblio_added(state: State, stamp: e.Stamp, event: e.BiblioAdded) -> list[Case]:
    if state.get(Biblio, event.biblio.id) is not None:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.biblio.id)]
    state.put(event.biblio)
    return []


@applies(e.BiblioChanged)
def _biblio_changed(state: State, stamp: e.Stamp, event: e.BiblioChanged) -> list[Case]:
    biblio = state.get(Biblio, event.biblio_id)
    if biblio is None:
        return [make_case(stamp, CaseClass.ITEM_GONE, "medium", event.biblio_id)]
    merged, clashed = merge_fields(plain_fields(biblio, event.set), event.set, event.was, keep=set())
    state.put(with_changes(biblio, merged))
    return _catalogue_clash(stamp, event.biblio_id, biblio, clashed)


@applies(e.ItemAdded)
def _item_added(state: State, stamp: e.Stamp, event: e.ItemAdded) -> list[Case]:
    known = state.get(Item, event.item.id)
    if known is not None and known.barcode:
        return [make_case(stamp, CaseClass.ID_COLLISION, "high", event.item.id)]
    cases = _barcode_clash(state, stamp, event.item.id, event.item.barcode)
    if known is None:
        state.put(event.item)
    else:  # a loan spoke of it before its own news arrived
        state.put(replace(event.item, loan_id=known.loan_id, status=known.status, seen_at=known.seen_at))
    return cases


@applies(e.ItemChanged)
def _item_changed(state: State, stamp: e.Stamp, event: e.ItemChanged) -> list[Case]:
    item = state.get(Item, event.item_id)
    if item is None:
        return [make_case(stamp, CaseClass.ITEM_GONE, "medium", event.item_id)]
    merged, clashed = merge_fields(plain_fields(item, event.set), event.set, event.was, keep=set())
    changed = with_changes(item, merged)
    cases = _catalogue_clash(stamp, event.item_id, item, clashed)
    if changed.barcode != item.barcode:
        cases += _barcode_clash(state, stamp, item.id, changed.barcode)
    if item.loan_id and {"status", "barcode", "biblio_id"} & event.set.keys():
        cases.append(make_case(stamp, CaseClass.CAT_LOANED, "info", item.id, loan_id=item.loan_id))
    state.put(changed)
    return cases


def _catalogue_clash(stamp: e.Stamp, key: Id, before: Biblio | Item, clashed: dict[str, Any]) -> list[Case]:
    """The later arrival stands; the case holds both."""
    if not clashed:
        return []
    versions = two_versions(stamp, plain_fields(before, clashed), clashed, merged=clashed, edited={})
    return [make_case(stamp, CaseClass.CAT_EDIT, "low", key, **versions)]


def _barcode_clash(state: State, stamp: e.Stamp, item_id: Id, barcode: str) -> list[Case]:
    others = tuple(item.id for item in state.items_with_barcode(barcode) if item.id != item_id)
    return [make_case(stamp, CaseClass.BARCODE_DUP, "medium", item_id, others=others)] if others else []
