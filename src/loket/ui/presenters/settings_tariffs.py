"""Which services have a price, since when and by which regulation; and what a form of tariffs asks for. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from loket.domain.entities import ChargeKind, Id, Tariff
from loket.domain.money import NAMED, TOLD_WHEN_IT_HAPPENS, tariff_in_force

FIELDS = ("kind", "name", "amount_rp", "unit", "legal_basis", "account", "valid_from")
NOTHING = Id("")


class TariffState(StrEnum):
    """Where a tariff stands on a day."""

    IN_FORCE = "in_force"
    COMING = "coming"
    REPLACED = "replaced"
    RETIRED = "retired"
    NO_BASIS = "no_basis"  # written without a regulation: it never holds


@dataclass(frozen=True, slots=True)
class Service:
    """One thing money is asked for, with every tariff it ever had, the latest first."""

    kind: ChargeKind
    name: str
    current: Tariff | None
    coming: Tariff | None
    history: tuple[Tariff, ...]

    @property
    def key(self) -> tuple[str, str]:
        return self.kind.value, self.name


def services(tariffs: Iterable[Tariff], today: date) -> tuple[Service, ...]:
    """Every kind once, also one without a tariff; photocopies and further services once for each of their names."""
    known = list(tariffs)
    found = []
    for kind in ChargeKind:
        of_kind = [tariff for tariff in known if tariff.kind == kind]
        names = sorted({tariff.name for tariff in of_kind}, key=str.casefold) if kind in NAMED else [""]
        for name in names or ([""] if kind is ChargeKind.PHOTOCOPY else []):
            found.append(_service(kind, name, of_kind, today))
    return tuple(found)


def _service(kind: ChargeKind, name: str, of_kind: Iterable[Tariff], today: date) -> Service:
    history = sorted(
        (tariff for tariff in of_kind if kind not in NAMED or tariff.name == name),
        key=lambda tariff: (tariff.valid_from, tariff.id),
        reverse=True,
    )
    coming = [tariff for tariff in history if state_of(tariff, history, today) is TariffState.COMING]
    current = tariff_in_force(history, kind.value, today, name)
    return Service(kind, name, current, coming[-1] if coming else None, tuple(history))


def state_of(tariff: Tariff, history: Iterable[Tariff], today: date) -> TariffState:
    """Where the tariff stands among those of the same service."""
    if tariff.retired:
        return TariffState.RETIRED
    if not tariff.legal_basis.strip():
        return TariffState.NO_BASIS
    if tariff.valid_from > today:
        return TariffState.COMING
    current = tariff_in_force(history, tariff.kind, today, tariff.name)
    return TariffState.IN_FORCE if current is not None and current.id == tariff.id else TariffState.REPLACED


def shown_fields(kind: ChargeKind) -> tuple[str, ...]:
    """What is asked for: a name and a unit where there are several, no amount where it is told when it happens."""
    if kind in NAMED:
        return FIELDS
    if kind in TOLD_WHEN_IT_HAPPENS:
        return tuple(name for name in FIELDS if name not in ("name", "unit", "amount_rp"))
    return tuple(name for name in FIELDS if name not in ("name", "unit"))


def tariff_of(values: dict[str, Any]) -> Tariff:
    """The tariff as it stands in the form; what its kind does not ask for is left empty."""
    kind = ChargeKind(values["kind"])
    asked = shown_fields(kind)
    return Tariff(
        NOTHING,
        kind,
        values["name"] if "name" in asked else "",
        values["amount_rp"] if "amount_rp" in asked else 0,
        values["legal_basis"],
        values["account"],
        values["valid_from"],
        values["unit"] if "unit" in asked else "",
    )


def corrected(draft: Tariff, tariffs: Sequence[Tariff]) -> Tariff | None:
    """The tariff that begins on the same day: saving mends it. None: the draft is a new one, and the old one ends
    when it begins.
    """
    same = [
        tariff
        for tariff in tariffs
        if not tariff.retired
        and tariff.kind == draft.kind
        and tariff.valid_from == draft.valid_from
        and (draft.kind not in NAMED or tariff.name.casefold() == draft.name.casefold())
    ]
    return max(same, key=lambda tariff: tariff.id, default=None)
