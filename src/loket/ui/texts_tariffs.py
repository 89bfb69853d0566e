"""Sentences of the tariffs: what money is asked for, how much, since when and by which regulation."""

from __future__ import annotations

from datetime import date

from loket.domain.entities import ChargeKind, Tariff
from loket.domain.money import TOLD_WHEN_IT_HAPPENS
from loket.ui import format as fmt
from loket.ui import texts_money as texts_money  # its refusals have words wherever money is
from loket.ui.presenters.settings_tariffs import Service, TariffState
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say

CONTEXT = "Tariffs"

KINDS: dict[ChargeKind, str] = {
    ChargeKind.FINE: QT_TRANSLATE_NOOP("Tariffs", "Denda terlambat"),
    ChargeKind.LOST: QT_TRANSLATE_NOOP("Tariffs", "Ganti buku hilang"),
    ChargeKind.DAMAGED: QT_TRANSLATE_NOOP("Tariffs", "Ganti buku rusak"),
    ChargeKind.FORM_FEE: QT_TRANSLATE_NOOP("Tariffs", "Biaya formulir"),
    ChargeKind.CARD_FEE: QT_TRANSLATE_NOOP("Tariffs", "Biaya kartu baru"),
    ChargeKind.RENEWAL_FEE: QT_TRANSLATE_NOOP("Tariffs", "Biaya perpanjangan kartu"),
    ChargeKind.REPLACEMENT_FEE: QT_TRANSLATE_NOOP("Tariffs", "Biaya kartu pengganti"),
    ChargeKind.PHOTOCOPY: QT_TRANSLATE_NOOP("Tariffs", "Fotokopi"),
    ChargeKind.LOST_TAG: QT_TRANSLATE_NOOP("Tariffs", "Nomor penitipan hilang"),
    ChargeKind.SERVICE: QT_TRANSLATE_NOOP("Tariffs", "Layanan lain"),
}
LABELS: dict[str, str] = {
    "kind": QT_TRANSLATE_NOOP("Tariffs", "Jenis layanan"),
    "name": QT_TRANSLATE_NOOP("Tariffs", "Nama layanan"),
    "amount_rp": QT_TRANSLATE_NOOP("Tariffs", "Tarif"),
    "unit": QT_TRANSLATE_NOOP("Tariffs", "Untuk setiap"),
    "legal_basis": QT_TRANSLATE_NOOP("Tariffs", "Dasar hukum"),
    "account": QT_TRANSLATE_NOOP("Tariffs", "Kode rekening"),
    "valid_from": QT_TRANSLATE_NOOP("Tariffs", "Berlaku mulai"),
}
HINTS: dict[str, str] = {
    "name": QT_TRANSLATE_NOOP("Tariffs", "Seperti tertulis pada kuitansi: Fotokopi A4, Cetak foto."),
    "unit": QT_TRANSLATE_NOOP("Tariffs", "Misalnya lembar."),
    "legal_basis": QT_TRANSLATE_NOOP("Tariffs", "Nomor dan tahun perda atau perbup; tanpa itu Rp0."),
    "account": QT_TRANSLATE_NOOP("Tariffs", "Untuk STS dan buku."),
    "valid_from": QT_TRANSLATE_NOOP("Tariffs", "Tagihan lama tetap."),
}
STATES: dict[TariffState, str] = {
    TariffState.IN_FORCE: QT_TRANSLATE_NOOP("Tariffs", "berlaku"),
    TariffState.COMING: QT_TRANSLATE_NOOP("Tariffs", "akan berlaku"),
    TariffState.REPLACED: QT_TRANSLATE_NOOP("Tariffs", "sudah diganti"),
    TariffState.RETIRED: QT_TRANSLATE_NOOP("Tariffs", "dicabut"),
    TariffState.NO_BASIS: QT_TRANSLATE_NOOP("Tariffs", "tanpa dasar hukum"),
}
STATE_SIGNS: dict[TariffState, tuple[str, str]] = {
    TariffState.IN_FORCE: ("circle-check", "ok"),
    TariffState.COMING: ("calendar", "info"),
    TariffState.REPLACED: ("history", "ink-2"),
    TariffState.RETIRED: ("x", "ink-2"),
    TariffState.NO_BASIS: ("alert-triangle", "warn"),
}


def charge_kind_word(kind: ChargeKind | str) -> str:
    """What money is asked for; a kind this version does not know stays as it is."""
    return say(CONTEXT, KINDS[ChargeKind(kind)]) if kind in list(ChargeKind) else str(kind)


def service_word(kind: ChargeKind | str, name: str) -> str:
    """A service as the list calls it: its own name where it has one."""
    return name or charge_kind_word(kind)


def amount_text(tariff: Tariff) -> str:
    """ "Rp500 / lembar"; in words where no tariff says how much."""
    if tariff.kind is ChargeKind.FINE:
        return say(CONTEXT, "menurut aturan pinjam")
    if tariff.kind in TOLD_WHEN_IT_HAPPENS:
        return say(CONTEXT, "ditetapkan saat terjadi")
    amount = fmt.rupiah(tariff.amount_rp) if tariff.amount_rp else say(CONTEXT, "gratis")
    return f"{amount} / {tariff.unit}" if tariff.unit and tariff.amount_rp else amount


def since_text(service: Service) -> str:
    """Since when there is something to pay, or why there is nothing."""
    if service.coming is not None:
        on = _day(service.coming.valid_from)
        if service.current is None:
            return say(CONTEXT, "baru mulai {on}", on=on)
        return say(CONTEXT, "diganti {on}", on=on)
    if service.current is not None:
        return say(CONTEXT, "sejak {on}", on=_day(service.current.valid_from))
    return say(CONTEXT, "tidak dipungut")


def since_sign(service: Service) -> tuple[str, str]:
    """Icon and colour beside `since_text`."""
    if service.coming is not None:
        return STATE_SIGNS[TariffState.COMING]
    return STATE_SIGNS[TariffState.IN_FORCE] if service.current is not None else ("minus", "ink-2")


def form_state(service: Service | None, mended: Tariff | None, valid_from: date, today: date) -> str:
    """What saving would do, in one sentence."""
    if mended is not None:
        return say(CONTEXT, "Membetulkan tarif yang berlaku mulai {on}.", on=_day(mended.valid_from))
    if service is None or service.current is None:
        return say(CONTEXT, "Belum ada tarifnya. Yang disimpan berlaku mulai {on}.", on=_day(valid_from))
    if valid_from > today:
        return say(CONTEXT, "Tarif sekarang tetap sampai sehari sebelum {on}.", on=_day(valid_from))
    return say(
        CONTEXT,
        "Kini berlaku tarif sejak {since}; yang disimpan menggantikannya mulai {on}.",
        since=_day(service.current.valid_from),
        on=_day(valid_from),
    )


def _day(on: date) -> str:
    return f"{fmt.short_day(on, language())} {on.year}"
