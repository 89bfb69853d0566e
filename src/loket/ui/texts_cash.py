"""Sentences of the cash desk: what is owed, what was taken, what the drawer says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from loket.domain.entities import PayMethod, ReceiptKind
from loket.domain.errors import RefusalCode, Refused
from loket.domain.money import ROUNDING
from loket.services.bills import GivenWaiver
from loket.services.case_money import RefundDue
from loket.services.cash_shift import ShiftView
from loket.services.payments import Taken
from loket.services.receipts import ReceiptLine, ReceiptRow, ReceiptView
from loket.ui import format as fmt
from loket.ui.presenters.cash import Done
from loket.ui.presenters.till import Decision, LineKind, Till, TillLine
from loket.ui.texts import QT_TRANSLATE_NOOP, language, refusal_text, say
from loket.ui.texts_circulation import Lines
from loket.ui.texts_tariffs import charge_kind_word

CONTEXT = "Cash"
METHODS: dict[str, tuple[str, str]] = {  # word, icon
    PayMethod.CASH: (QT_TRANSLATE_NOOP("Cash", "Tunai"), "cash"),
    PayMethod.QRIS: (QT_TRANSLATE_NOOP("Cash", "QRIS"), "scan"),
    PayMethod.TRANSFER: (QT_TRANSLATE_NOOP("Cash", "Transfer"), "building-community"),
}


def charge_word(kind: str) -> str:
    """What is paid for; a kind this version does not know stays as it is."""
    return say(CONTEXT, "Pembulatan") if kind == ROUNDING else charge_kind_word(kind)


def method_word(method: str) -> str:
    return say(CONTEXT, METHODS[method][0]) if method in METHODS else method


def line_words(line: TillLine) -> str:
    """ "Denda keterlambatan · Hikayat Kancil", "Fotokopi hitam putih × 12"."""
    if line.kind is LineKind.SERVICE:
        name = line.title or charge_word(line.what)
        return f"{name} × {line.quantity}" if line.quantity > 1 else name
    return " · ".join(part for part in (charge_word(line.what), line.title) if part)


def line_state(line: TillLine) -> str:
    """Why a line is not paid here now; "" for one that may be."""
    if line.kind is LineKind.PREVIEW:
        return say(CONTEXT, "bila kembali hari ini")
    if line.why_not is RefusalCode.NO_TARIFF:
        return say(CONTEXT, "belum ada dasar tarif")
    if not line.collectible:
        return say(CONTEXT, "bayar di bendahara")
    return ""


def who(till: Till) -> str:
    if till.member is not None:
        return till.member.full_name
    return till.payer or say(CONTEXT, "Bukan anggota")


def till_lines(till: Till) -> Lines:
    """The answer while something waits to be paid: the sum is the biggest thing on the page."""
    if till.chosen:
        return Lines(
            "info",
            say(CONTEXT, "Bayar {total_rp}", total_rp=till.total_rp),
            who(till),
            detail=_for_what(till),
            rule=_beside(till),
            hint=_enter_words(till),
            hint_key="Enter",
        )
    if till.elsewhere_rp:
        return Lines(
            "warn",
            say(CONTEXT, "Bayar di bendahara"),
            who(till),
            detail=say(CONTEXT, "{owed_rp} hanya diterima bendahara penerimaan.", owed_rp=till.elsewhere_rp),
            rule=_credit(till),
            hint=say(CONTEXT, "Arahkan ke bendahara; lunas di sana langsung berlaku di sini."),
        )
    if any(line.payable for line in till.lines):
        return Lines(
            "info",
            say(CONTEXT, "Belum ada yang dipilih"),
            who(till),
            detail=say(CONTEXT, "Centang yang dibayar sekarang."),
            rule=_credit(till),
            hint_key=say(CONTEXT, "Spasi"),
            hint=say(CONTEXT, "centang baris yang dipilih"),
        )
    if till.decisions:
        return Lines(
            "info",
            say(CONTEXT, "Kembalikan {amount_rp}", amount_rp=till.decided_rp),
            who(till),
            detail=decision_words(till.decisions[0]),
            rule=_late(till),
            hint_key="Ctrl+U",
            hint=say(CONTEXT, "kembalikan uangnya"),
        )
    return Lines(
        "ok",
        say(CONTEXT, "Tidak ada tagihan"),
        who(till),
        detail=_late(till),
        rule=_credit(till),
        hint_key="Ctrl+J",
        hint=say(CONTEXT, "jual layanan"),
    )


def _enter_words(till: Till) -> str:
    if till.method is not PayMethod.CASH:
        return say(CONTEXT, "catat pembayaran {method}", method=method_word(till.method))
    if till.received_rp is None:
        return say(CONTEXT, "terima tunai, uang pas")
    if till.change_rp < 0:
        return say(CONTEXT, "uangnya masih kurang {missing_rp}", missing_rp=-till.change_rp)
    return say(CONTEXT, "terima {received_rp}, kembalikan {change_rp}", received_rp=till.received_rp,
               change_rp=till.change_rp)  # fmt: skip


def _for_what(till: Till) -> str:
    chosen = till.chosen
    if len(chosen) == 1:
        return line_words(chosen[0])
    kinds = Counter(line.title if line.kind is LineKind.SERVICE else charge_word(line.what) for line in chosen)
    return ", ".join(f"{count} × {kind}" if count > 1 else kind for kind, count in kinds.items())


def _beside(till: Till) -> str:
    rounding_rp = till.total_rp - till.lines_rp
    parts = (
        say(CONTEXT, "dibulatkan dari {lines_rp}", lines_rp=till.lines_rp) if rounding_rp else "",
        say(CONTEXT, "{owed_rp} lagi dibayar di bendahara", owed_rp=till.elsewhere_rp) if till.elsewhere_rp else "",
        _credit(till),
    )
    return " · ".join(part for part in parts if part)


def _credit(till: Till) -> str:
    """What is over; before that, what of it is to go back to him."""
    over_rp = till.credit_rp - till.decided_rp
    parts = (
        say(CONTEXT, "{decided_rp} diputuskan dikembalikan (Ctrl+U)", decided_rp=till.decided_rp)
        if till.decisions
        else "",
        say(CONTEXT, "kelebihan bayar {credit_rp}", credit_rp=over_rp) if over_rp > 0 else "",
    )
    return " · ".join(part for part in parts if part)


def decision_words(decision: Decision) -> str:
    """Who decided that the money goes back, and when, as far as it is known."""
    day = fmt.day(decision.on, language()) if decision.on else ""
    if decision.by and day:
        return say(CONTEXT, "Diputuskan oleh {by} pada {day}: uangnya dikembalikan.", by=decision.by, day=day)
    return say(CONTEXT, "Sudah diputuskan: uangnya dikembalikan.")


def dues_words(dues: Sequence[RefundDue]) -> str:
    """How many wait for money, and how much it is."""
    credit_rp = sum(due.credit_rp for due in dues)
    return say(CONTEXT, "{count} anggota menunggu uang kembali, {credit_rp}.", count=len(dues), credit_rp=credit_rp)


def due_words(due: RefundDue) -> str:
    """ "Rp3.500  Melati Kenari · M-1"."""
    name = f"{due.member.full_name} · {due.member.member_no}" if due.member else ""
    return f"{fmt.rupiah(due.credit_rp)}  {name}"


# ---- what was let off ----------------------------------------------------------------------------------------------


def waiver_words(given: GivenWaiver) -> str:
    """ "Rp1.500  Denda terlambat · Hikayat Kancil · 3 Nov"."""
    day = fmt.short_day(given.waiver.waived_on, language())
    what = " · ".join(part for part in (charge_word(given.charge.kind), given.title, day) if part)
    return f"{fmt.rupiah(given.waiver.amount_rp)}  {what}"


def waived_line(waivers: Sequence[GivenWaiver]) -> str:
    """The newest in full, the others counted."""
    newest = waivers[0]
    amount_rp, day = newest.waiver.amount_rp, fmt.short_day(newest.waiver.waived_on, language())
    what = " · ".join(part for part in (charge_word(newest.charge.kind), newest.title) if part)
    line = (
        say(CONTEXT, "Dibebaskan {amount_rp} oleh {by}, {day}: {what}", amount_rp=amount_rp, by=newest.by, day=day,
            what=what)
        if newest.by
        else say(CONTEXT, "Dibebaskan {amount_rp}, {day}: {what}", amount_rp=amount_rp, day=day, what=what)
    )  # fmt: skip
    more = say(CONTEXT, "dan {count} lagi", count=len(waivers) - 1) if len(waivers) > 1 else ""
    return " · ".join(part for part in (line, more) if part)


def waiver_story(given: GivenWaiver) -> str:
    """Who let it off, by whose word, and why."""
    people = given.by or "–", given.approved_by or "–"
    return say(
        CONTEXT, "Diberikan {by}, disetujui {approved_by}: {reason}", by=people[0], approved_by=people[1],
        reason=given.waiver.reason,
    )  # fmt: skip


def _late(till: Till) -> str:
    late = [line for line in till.lines if line.kind is LineKind.PREVIEW]
    if not late:
        return ""
    return say(
        CONTEXT,
        "{count} buku terlambat; bila kembali hari ini dendanya {fine_rp}.",
        count=len(late),
        fine_rp=sum(line.owed_rp for line in late),
    )


def taken_lines(paid: Till, taken: Taken, printed: str) -> Lines:
    """Money is in the drawer: what goes back is the biggest thing. `printed`: where the receipt is."""
    change_rp = taken.change_rp
    back = say(CONTEXT, "Kembalian {change_rp}", change_rp=change_rp) if change_rp else say(CONTEXT, "Sudah dibayar")
    if paid.method is not PayMethod.CASH:
        detail = say(CONTEXT, "{total_rp} lewat {method}", total_rp=paid.total_rp, method=method_word(paid.method))
    elif change_rp:
        received_rp = taken.receipt.received_rp
        detail = say(
            CONTEXT, "{total_rp} tunai, diterima {received_rp}", total_rp=paid.total_rp, received_rp=received_rp
        )
    else:
        detail = say(CONTEXT, "{total_rp} tunai, uang pas", total_rp=paid.total_rp)
    stamp = say(CONTEXT, "Tempelkan meterai pada kuitansinya.") if taken.needs_stamp else ""
    return Lines("ok", back, who(paid), detail=detail, rule=f"{printed} {stamp}".strip(), number=taken.receipt.number)


def refused_lines(refused: Refused) -> Lines:
    text = refusal_text(refused)
    return Lines("stop", say(CONTEXT, "Tidak bisa"), text.sentence, rule=text.hint)


DONE: dict[str, tuple[str, str]] = {  # word of the answer, sentence
    "waived": (QT_TRANSLATE_NOOP("Cash", "Dibebaskan"), QT_TRANSLATE_NOOP("Cash", "{amount_rp} tidak ditagih lagi.")),
    "waiver_voided": (
        QT_TRANSLATE_NOOP("Cash", "Pembebasan dibatalkan"),
        QT_TRANSLATE_NOOP("Cash", "{amount_rp} berlaku lagi sebagai tagihan."),
    ),
    "credit_used": (
        QT_TRANSLATE_NOOP("Cash", "Kelebihan dipakai"),
        QT_TRANSLATE_NOOP("Cash", "Tidak ada uang yang berpindah tangan."),
    ),
    "refunded": (
        QT_TRANSLATE_NOOP("Cash", "Kembalikan {amount_rp}"),
        QT_TRANSLATE_NOOP("Cash", "Ambil dari laci dan serahkan; buktinya dicetak untuk ditandatangani."),
    ),
}


def done_lines(done: Done, till: Till) -> Lines:
    word, sentence = DONE[done.what]
    return Lines("ok", _filled(word, done), who(till), detail=_filled(sentence, done))


def _filled(sentence: str, done: Done) -> str:
    return say(CONTEXT, sentence, amount_rp=done.amount_rp) if "{" in sentence else say(CONTEXT, sentence)


# ---- receipts -----------------------------------------------------------------------------------------------------


def receipt_state(row: ReceiptRow) -> tuple[str, str | None]:
    """Word and colour token of a receipt."""
    receipt = row.receipt
    if receipt.voided_on is not None:
        return say(CONTEXT, "batal"), "stop"
    if receipt.kind is ReceiptKind.REFUND:
        return say(CONTEXT, "uang kembali"), "warn"
    if receipt.copies:
        return say(CONTEXT, "{count} salinan", count=receipt.copies), None
    return "", None


# ---- the drawer ---------------------------------------------------------------------------------------------------


def difference_words(difference_rp: int) -> tuple[str, str, str, str]:
    """Of what was counted against what should be there: word, figure with its sign, sentence, tone."""
    if difference_rp == 0:
        return say(CONTEXT, "Selisih"), say(CONTEXT, "Pas"), say(CONTEXT, "Uang di laci sama dengan catatan."), "ok"
    if difference_rp > 0:
        sentence = say(
            CONTEXT, "Uang di laci {difference_rp} lebih banyak daripada catatan.", difference_rp=difference_rp
        )
        return say(CONTEXT, "Lebih"), signed(difference_rp), sentence, "warn"
    sentence = say(
        CONTEXT, "Uang di laci {difference_rp} lebih sedikit daripada catatan.", difference_rp=-difference_rp
    )
    return say(CONTEXT, "Kurang"), signed(difference_rp), sentence, "stop"


def signed(difference_rp: int) -> str:
    """With the sign that says which way it goes: "+Rp2.000", "−Rp500"."""
    return ("−" if difference_rp < 0 else "+") + fmt.rupiah(abs(difference_rp))


def shift_state(view: ShiftView) -> tuple[str, str]:
    """Where the money of a shift is: word and colour token."""
    if view.shift.closed_on is None:
        return say(CONTEXT, "terbuka"), "ok"
    if view.shift.hand_over_id is None:
        return say(CONTEXT, "menunggu"), "warn"
    return say(CONTEXT, "diserahkan"), "ink-2"


# ---- one receipt --------------------------------------------------------------------------------------------------


def receipt_facts(view: ReceiptView, utc_offset_min: int) -> list[tuple[str, str]]:
    """What a receipt says beside its number and sum: (label, words)."""
    receipt = view.receipt
    payer = view.payer or say(CONTEXT, "Bukan anggota")
    facts = [
        (say(CONTEXT, "Dari"), f"{payer} · {view.member_no}" if view.member_no else payer),
        (say(CONTEXT, "Diterima"), fmt.moment(receipt.paid_at, utc_offset_min, language())),
        (say(CONTEXT, "Oleh"), view.operator or "–"),
        (say(CONTEXT, "Cara bayar"), method_word(receipt.method)),
    ]
    if receipt.reference:
        facts.append((say(CONTEXT, "Nomor referensi"), receipt.reference))
    if view.change_rp:
        given = say(CONTEXT, "{received_rp}, kembali {change_rp}", received_rp=receipt.received_rp,
                    change_rp=view.change_rp)  # fmt: skip
        facts.append((say(CONTEXT, "Uang diterima"), given))
    if view.is_void:
        facts.append((say(CONTEXT, "Alasan batal"), receipt.void_reason))
        facts.append((say(CONTEXT, "Dibatalkan oleh"), " · ".join(n for n in (view.voided_by, view.approved_by) if n)))
    return facts


def receipt_line_words(line: ReceiptLine) -> str:
    name = line.payment.name or charge_word(line.payment.kind)
    counted = f"{name} × {line.quantity}" if line.quantity > 1 else name
    return " · ".join(part for part in (counted, line.title) if part)
