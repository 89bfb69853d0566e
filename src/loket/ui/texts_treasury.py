"""Sentences of the treasurer's page: whose money waits where and since when, what does not agree, and the books."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from loket.domain.books import Balance
from loket.services.treasury import (
    Aged,
    AgedKind,
    Gap,
    GapKind,
    HandOverState,
    HandOverView,
    Reconciliation,
    RemittanceView,
)
from loket.ui import format as fmt
from loket.ui.presenters.treasury import AT_DESKS, BookKind, NextStep, Step, Sum, Work
from loket.ui.texts import QT_TRANSLATE_NOOP, language, say

CONTEXT = "Treasury"

BOOKS: dict[BookKind, str] = {
    BookKind.CASH: QT_TRANSLATE_NOOP("Treasury", "Buku Kas Umum"),
    BookKind.RECEIPTS: QT_TRANSLATE_NOOP("Treasury", "Penerimaan & penyetoran"),
    BookKind.DAYS: QT_TRANSLATE_NOOP("Treasury", "Per hari"),
    BookKind.ACCOUNTS: QT_TRANSLATE_NOOP("Treasury", "Per rekening"),
    BookKind.LPJ: QT_TRANSLATE_NOOP("Treasury", "LPJ"),
    BookKind.YEAR: QT_TRANSLATE_NOOP("Treasury", "Per bulan"),
}
GAPS: dict[GapKind, tuple[str, str]] = {  # title, sentence
    GapKind.RECEIPT_LINES: (
        QT_TRANSLATE_NOOP("Treasury", "Rincian kuitansi"),
        QT_TRANSLATE_NOOP("Treasury", "Kuitansi {no}: jumlahnya {found_rp}, rinciannya {expected_rp}."),
    ),
    GapKind.OUTSIDE_SHIFT: (
        QT_TRANSLATE_NOOP("Treasury", "Di luar laci"),
        QT_TRANSLATE_NOOP("Treasury", "Kuitansi {no}: uangnya tidak masuk laci mana pun, jadi tidak akan diserahkan."),
    ),
    GapKind.SHIFT_EXPECTED: (
        QT_TRANSLATE_NOOP("Treasury", "Laci dan kuitansi"),
        QT_TRANSLATE_NOOP(
            "Treasury", "Laci {no} ditutup dengan hitungan {found_rp}; menurut kuitansinya seharusnya {expected_rp}."
        ),
    ),
    GapKind.SHIFT_NONCASH: (
        QT_TRANSLATE_NOOP("Treasury", "Nontunai laci"),
        QT_TRANSLATE_NOOP(
            "Treasury", "Laci {no} ditutup dengan nontunai {found_rp}; menurut kuitansinya seharusnya {expected_rp}."
        ),
    ),
    GapKind.HAND_OVER_SHIFTS: (
        QT_TRANSLATE_NOOP("Treasury", "Serah terima dan laci"),
        QT_TRANSLATE_NOOP("Treasury", "Serah terima {no} menulis {found_rp}; lacinya {expected_rp}."),
    ),
    GapKind.REMITTED_OTHERWISE: (
        QT_TRANSLATE_NOOP("Treasury", "STS dan serah terima"),
        QT_TRANSLATE_NOOP("Treasury", "STS {no} menulis {found_rp}; serah terimanya {expected_rp}."),
    ),
    GapKind.SLIP_LINES: (
        QT_TRANSLATE_NOOP("Treasury", "Rincian STS"),
        QT_TRANSLATE_NOOP("Treasury", "STS {no}: jumlahnya {found_rp}, rinciannya {expected_rp}."),
    ),
}


def difference_text(difference_rp: int, counted_rp: int) -> str:
    """What the treasurer's count says, while he counts."""
    if not difference_rp:
        return say(CONTEXT, "Cocok dengan hitungan loket.")
    if not counted_rp:
        return say(CONTEXT, "Hitung uangnya, pecahan demi pecahan.")
    if difference_rp < 0:
        return say(CONTEXT, "Kurang {missing_rp}. Hitung sekali lagi bersama petugas loket.", missing_rp=-difference_rp)
    return say(CONTEXT, "Lebih {more_rp}. Hitung sekali lagi bersama petugas loket.", more_rp=difference_rp)


# ---- the steps ------------------------------------------------------------------------------------------------------


def receive_step(work: Work) -> Step:
    """What waits to be received, from which desks."""
    waiting = work.waiting
    at_desks = work.aged(*AT_DESKS)
    late = [one for one in (*at_desks, *work.aged(AgedKind.ON_THE_WAY)) if one.overdue]
    desks = ", ".join(dict.fromkeys(one.station_name for one in waiting))
    detail = say(CONTEXT, "dari {desks}", desks=desks) if waiting else say(CONTEXT, "Tidak ada yang menunggu.")
    kept_rp = sum(one.amount_rp for one in at_desks)
    if kept_rp:
        detail += " " + say(CONTEXT, "Belum diserahkan loket: {kept_rp}.", kept_rp=kept_rp)
    return Step(
        say(CONTEXT, "Menunggu diterima"),
        fmt.rupiah(sum(one.hand_over.cash_rp for one in waiting)),
        detail,
        _late_at_desk(late),
        "stop" if late else "info",
        "alert-triangle",
        _counted(say(CONTEXT, "Terima …"), len(waiting)) if waiting else "",
        work.step is NextStep.RECEIVE,
    )


def _late_at_desk(late: Sequence[Aged]) -> str:
    if not late:
        return ""
    oldest = min(late, key=lambda one: one.since)
    return say(
        CONTEXT,
        "{desk}: {amount_rp} sejak {since} belum sampai di sini.",
        desk=oldest.station_code,
        amount_rp=oldest.amount_rp,
        since=_day(oldest.since),
    )


def remit_step(work: Work) -> Step:
    """What lies in the treasurer's hands, and since when it should be at the bank."""
    detail = say(CONTEXT, "{count} serah terima", count=len(work.at_hand)) if work.at_hand else ""
    if work.noncash_rp:
        detail += " · " + say(CONTEXT, "nontunai {noncash_rp}", noncash_rp=work.noncash_rp)
    warning, tone, icon = _age_words(work)
    return Step(
        say(CONTEXT, "Di tangan bendahara"),
        fmt.rupiah(work.in_hand_rp),
        detail or say(CONTEXT, "Semua sudah disetor."),
        warning,
        tone,
        icon,
        say(CONTEXT, "Buat STS …") if work.at_hand else "",
        work.step is NextStep.REMIT,
    )


def _age_words(work: Work) -> tuple[str, str, str]:
    ages = work.aged(AgedKind.AT_TREASURER)
    if not ages:
        return "", "info", ""
    oldest = min(ages, key=lambda one: one.since)
    late_rp = sum(one.amount_rp for one in ages if one.overdue)
    if late_rp:
        days = max(1, oldest.days - work.remit_within_days)
        text = say(
            CONTEXT,
            "Terlambat {days} hari kerja: {late_rp}, tertua dari {since}.",
            days=days,
            late_rp=late_rp,
            since=_day(oldest.since),
        )
        return text, "stop", "alert-triangle"
    if oldest.days >= work.remit_within_days:
        return say(CONTEXT, "Hari ini hari terakhir menyetor uang {since}.", since=_day(oldest.since)), "warn", "clock"
    return say(CONTEXT, "Tertua dari {since}; masih dalam batas.", since=_day(oldest.since)), "ok", "circle-check"


def confirm_step(work: Work) -> Step:
    """Slips that were made and not stamped yet."""
    slips = work.unconfirmed
    numbers = ", ".join(slip.remittance.number for slip in slips[:2])
    return Step(
        say(CONTEXT, "Menunggu bukti bank"),
        fmt.rupiah(sum(slip.remittance.amount_rp for slip in slips)),
        numbers if slips else say(CONTEXT, "Semua STS sudah berbukti."),
        action=_counted(say(CONTEXT, "Catat bukti …"), len(slips)) if slips else "",
        primary=work.step is NextStep.CONFIRM,
    )


def month_step(work: Work, month: str) -> Step:
    """The running month in three figures."""
    received_rp = sum(line.month_rp for line in work.month.received)
    return Step(
        say(CONTEXT, "Diterima {month}", month=month),
        fmt.rupiah(received_rp),
        say(
            CONTEXT, "Disetor {deposited_rp} · saldo {closing_rp}",
            deposited_rp=work.month.deposited.total_rp, closing_rp=work.month.closing.total_rp,
        ),
        _refunds_text(work),
        "warn",
        "arrow-back-up",
        say(CONTEXT, "Buka buku"),
    )  # fmt: skip


def _refunds_text(work: Work) -> str:
    """Money that members get back by a decision; the cash page pays it out."""
    if not work.refunds:
        return ""
    refund_rp = sum(one.credit_rp for one in work.refunds)
    return say(
        CONTEXT,
        "{count} anggota menunggu uang kembali, {refund_rp}: Denda & Kas (F6).",
        count=len(work.refunds),
        refund_rp=refund_rp,
    )


def _counted(words: str, count: int) -> str:
    return f"{words} ({fmt.count(count, language())})" if count > 1 else words


# ---- the lists ------------------------------------------------------------------------------------------------------


def handed_state(one: HandOverView, late_days: int) -> str:
    match one.state:
        case HandOverState.ON_THE_WAY:
            return say(CONTEXT, "menunggu diterima")
        case HandOverState.REMITTED:
            return one.remittance_no
    if late_days:
        return say(CONTEXT, "belum disetor, telat {days} hari", days=late_days)
    return say(CONTEXT, "belum disetor")


def handed_sign(one: HandOverView, late_days: int) -> tuple[str, str]:
    match one.state:
        case HandOverState.ON_THE_WAY:
            return "hourglass", "info"
        case HandOverState.REMITTED:
            return "circle-check", "ok"
    return ("alert-triangle", "stop") if late_days else ("cash", "warn")


def slip_state(slip: RemittanceView) -> str:
    row = slip.remittance
    if row.voided_on is not None:
        return say(CONTEXT, "batal: {reason}", reason=row.void_reason)
    if row.confirmed_on is None:
        return say(CONTEXT, "menunggu bukti bank")
    scan = " · " + say(CONTEXT, "terlampir") if row.scan else ""
    return row.reference + scan


def slip_sign(slip: RemittanceView) -> tuple[str, str]:
    if slip.remittance.voided_on is not None:
        return "x", "ink-2"
    return ("hourglass", "info") if slip.remittance.confirmed_on is None else ("circle-check", "ok")


# ---- does it agree --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Matter:
    """A line under "what to look at": what, on which paper, when, how much, and what it means."""

    title: str
    proof_no: str
    on: date
    amount_rp: int
    sentence: str
    icon: str
    token: str


def verdict(found: Reconciliation, period: str) -> tuple[str, str, str]:
    """One sentence with its icon and colour."""
    if found.unexplained != Balance():
        text = say(
            CONTEXT,
            "{period}: selisih {amount_rp} tidak dijelaskan baris mana pun. Hubungi pengelola sebelum tutup buku.",
            period=period,
            amount_rp=found.unexplained.total_rp,
        )
        return text, "alert-triangle", "stop"
    if found.gaps:
        text = say(
            CONTEXT, "{period}: {count} hal tidak cocok, selisih {amount_rp}. Lihat di kanan.",
            period=period, count=len(found.gaps), amount_rp=found.difference.total_rp,
        )  # fmt: skip
        return text, "alert-triangle", "stop"
    return say(CONTEXT, "{period} cocok: kuitansi, serah terima, dan STS sama.", period=period), "circle-check", "ok"


def flow(found: Reconciliation) -> list[Sum]:
    """What every station of the way says of these days."""
    net = found.receipts - found.voids
    sums = [
        Sum(say(CONTEXT, "Kuitansi tunai"), net.cash_rp),
        Sum(say(CONTEXT, "Diserahkan loket"), found.handed_over_rp),
        Sum(say(CONTEXT, "Diterima bendahara"), found.received_rp),
        Sum(say(CONTEXT, "Disetor dengan STS"), found.remitted.total_rp),
        Sum(say(CONTEXT, "Berbukti bank"), found.confirmed_rp),
    ]
    if found.direct_rp:
        sums.append(Sum(say(CONTEXT, "Nontunai langsung ke kas daerah"), found.direct_rp))
    return sums


def chain(found: Reconciliation) -> list[Sum]:
    """From what came in to where it lies now; each result is what the lines above it make."""
    by_rows = found.closing + found.difference
    sums = [
        Sum(say(CONTEXT, "Saldo awal"), found.opening.total_rp),
        Sum(say(CONTEXT, "Kuitansi"), found.receipts.total_rp, note=_noncash(found.receipts)),
        Sum(say(CONTEXT, "Kuitansi yang dibatalkan"), -found.voids.total_rp),
        Sum(say(CONTEXT, "Selisih hitung laci"), found.shift_differences_rp, tone=_odd(found.shift_differences_rp)),
        Sum(
            say(CONTEXT, "Selisih saat diterima bendahara"),
            found.received_differences_rp,
            tone=_odd(found.received_differences_rp),
        ),
        Sum(say(CONTEXT, "Disetor dengan STS"), -found.remitted.total_rp, note=_noncash(found.remitted)),
        Sum(say(CONTEXT, "Seharusnya masih ada"), by_rows.total_rp, True),
        Sum(say(CONTEXT, "Tunai di loket"), found.places.at_desks_rp),
        Sum(say(CONTEXT, "Dalam perjalanan ke bendahara"), found.places.on_the_way_rp),
        Sum(say(CONTEXT, "Tunai di bendahara"), found.places.at_treasurer_rp),
        Sum(say(CONTEXT, "Nontunai belum disetor"), found.places.bank_rp),
        Sum(say(CONTEXT, "Ternyata ada"), found.closing.total_rp, True),
    ]
    tone = "stop" if found.difference != Balance() else "ok"
    return [*sums, Sum(say(CONTEXT, "Selisih"), found.difference.total_rp, True, tone)]


def _noncash(balance: Balance) -> str:
    if not balance.noncash_rp:
        return ""
    return say(CONTEXT, "di antaranya nontunai {noncash_rp}", noncash_rp=balance.noncash_rp)


def _odd(amount_rp: int) -> str:
    return "warn" if amount_rp else ""


def matters(found: Reconciliation) -> list[Matter]:
    """What does not agree first, then what is only to be known."""
    gaps = [_gap(gap) for gap in found.gaps]
    waiting = [
        Matter(
            say(CONTEXT, "STS tanpa bukti bank"),
            slip.number,
            slip.remitted_on,
            slip.amount_rp,
            say(CONTEXT, "Sudah dibuat, tetapi nomor bukti banknya belum dicatat."),
            "hourglass",
            "warn",
        )
        for slip in found.unconfirmed
    ]
    floats = [
        Matter(
            say(CONTEXT, "Modal laci {desk}", desk=move.station_code),
            "",
            move.on,
            move.float_rp - move.was_rp,
            say(
                CONTEXT, "Laci dibuka dengan {float_rp}; sebelumnya ditinggal {was_rp}. Bukan uang daerah.",
                float_rp=move.float_rp, was_rp=move.was_rp,
            ),
            "info-circle",
            "info",
        )
        for move in found.float_moves
    ]  # fmt: skip
    return [*gaps, *waiting, *floats]


def _gap(gap: Gap) -> Matter:
    title, sentence = GAPS[gap.kind]
    said = say(CONTEXT, sentence, no=gap.proof_no, found_rp=gap.found_rp, expected_rp=gap.expected_rp)
    return Matter(
        say(CONTEXT, title), gap.proof_no, gap.on, gap.found_rp - gap.expected_rp, said, "alert-triangle", "stop"
    )


def _day(on: date) -> str:
    return fmt.day(on, language()).removesuffix(f" {on.year}")


# ---- the books ------------------------------------------------------------------------------------------------------

LEDGER: tuple[str, ...] = (  # headings and titles of the papers, as reports write them
    QT_TRANSLATE_NOOP("Ledger", "No."),
    QT_TRANSLATE_NOOP("Ledger", "Tanggal"),
    QT_TRANSLATE_NOOP("Ledger", "Tgl."),
    QT_TRANSLATE_NOOP("Ledger", "Nomor bukti"),
    QT_TRANSLATE_NOOP("Ledger", "No. bukti"),
    QT_TRANSLATE_NOOP("Ledger", "No. STS"),
    QT_TRANSLATE_NOOP("Ledger", "Uraian"),
    QT_TRANSLATE_NOOP("Ledger", "Uraian rincian objek"),
    QT_TRANSLATE_NOOP("Ledger", "Kode rekening"),
    QT_TRANSLATE_NOOP("Ledger", "Kode rekening (Rp)"),
    QT_TRANSLATE_NOOP("Ledger", "Cara bayar"),
    QT_TRANSLATE_NOOP("Ledger", "Kuitansi"),
    QT_TRANSLATE_NOOP("Ledger", "Batal/kembali"),
    QT_TRANSLATE_NOOP("Ledger", "Bulan"),
    QT_TRANSLATE_NOOP("Ledger", "Penerimaan"),
    QT_TRANSLATE_NOOP("Ledger", "Penerimaan (Rp)"),
    QT_TRANSLATE_NOOP("Ledger", "Penyetoran"),
    QT_TRANSLATE_NOOP("Ledger", "Penyetoran (Rp)"),
    QT_TRANSLATE_NOOP("Ledger", "Saldo (Rp)"),
    QT_TRANSLATE_NOOP("Ledger", "Saldo akhir (Rp)"),
    QT_TRANSLATE_NOOP("Ledger", "Tunai"),
    QT_TRANSLATE_NOOP("Ledger", "Tunai (Rp)"),
    QT_TRANSLATE_NOOP("Ledger", "Nontunai"),
    QT_TRANSLATE_NOOP("Ledger", "Nontunai (Rp)"),
    QT_TRANSLATE_NOOP("Ledger", "Jumlah"),
    QT_TRANSLATE_NOOP("Ledger", "Jumlah (Rp)"),
    QT_TRANSLATE_NOOP("Ledger", "Jumlah penerimaan (Rp)"),
    QT_TRANSLATE_NOOP("Ledger", "Jumlah disetor (Rp)"),
    QT_TRANSLATE_NOOP("Ledger", "Disetor (Rp)"),
    QT_TRANSLATE_NOOP("Ledger", "Ket."),
    QT_TRANSLATE_NOOP("Ledger", "Selisih kas"),
    QT_TRANSLATE_NOOP("Ledger", "Tanpa kode"),
    QT_TRANSLATE_NOOP("Ledger", "s.d. bulan lalu"),
    QT_TRANSLATE_NOOP("Ledger", "bulan ini"),
    QT_TRANSLATE_NOOP("Ledger", "s.d. bulan ini"),
    QT_TRANSLATE_NOOP("Ledger", "Buku Kas Umum"),
    QT_TRANSLATE_NOOP("Ledger", "Buku Penerimaan dan Penyetoran"),
    QT_TRANSLATE_NOOP("Ledger", "Buku Rekapitulasi Penerimaan Harian"),
    QT_TRANSLATE_NOOP("Ledger", "Rekapitulasi Penerimaan per Rincian Objek Pendapatan"),
    QT_TRANSLATE_NOOP("Ledger", "Rekapitulasi Penerimaan per Bulan"),
    QT_TRANSLATE_NOOP("Ledger", "Laporan Pertanggungjawaban Bendahara Penerimaan"),
)
FIGURES: dict[str, str] = {  # closing figures, by their keys: on paper they have dates
    "awal": QT_TRANSLATE_NOOP("Ledger", "Saldo awal"),
    "terima": QT_TRANSLATE_NOOP("Ledger", "Jumlah penerimaan"),
    "terima_tunai": QT_TRANSLATE_NOOP("Ledger", "penerimaan tunai"),
    "terima_nontunai": QT_TRANSLATE_NOOP("Ledger", "penerimaan nontunai"),
    "setor": QT_TRANSLATE_NOOP("Ledger", "Jumlah yang disetor"),
    "setor_tunai": QT_TRANSLATE_NOOP("Ledger", "setoran tunai"),
    "setor_nontunai": QT_TRANSLATE_NOOP("Ledger", "setoran nontunai"),
    "saldo": QT_TRANSLATE_NOOP("Ledger", "Saldo akhir"),
    "di_loket": QT_TRANSLATE_NOOP("Ledger", "tunai di loket"),
    "di_jalan": QT_TRANSLATE_NOOP("Ledger", "tunai dalam perjalanan"),
    "di_bendahara": QT_TRANSLATE_NOOP("Ledger", "tunai di bendahara"),
    "di_bank": QT_TRANSLATE_NOOP("Ledger", "nontunai belum disetor"),
    "setor_lalu": QT_TRANSLATE_NOOP("Ledger", "disetor sejak Januari s.d. bulan lalu"),
}


def ledger_word(words: str) -> str:
    """A heading of a book, as the paper has it, in the language of the screen."""
    return say("Ledger", words) if words in LEDGER else words


def figure_word(key: str, label: str) -> str:
    """A closing figure; one this page does not know stays as the paper has it."""
    return say("Ledger", FIGURES[key]) if key in FIGURES else label
