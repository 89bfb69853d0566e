"""What the circulation counter says: an Answer becomes a word, a title, a detail, a rule and a hint."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loket.domain.circulation import DueDate, Lateness, is_expired
from loket.domain.entities import Counting, FineMode, Item, ItemStatus, Loan, LoanPolicy, Member
from loket.domain.errors import RefusalCode, Refused
from loket.domain.policy import ANY, DEFAULT_POLICY
from loket.services import circulation as c
from loket.services.members import MemberOverview
from loket.services.scanning import Answer, AnswerKind, Shelf, Slip
from loket.services.undo import Undone
from loket.ui import format as fmt
from loket.ui.sounds import SoundName
from loket.ui.texts import QT_TRANSLATE_NOOP, kind_word, language, member_type_word, refusal_text, say, status_word

CONTEXT = "Circulation"


@dataclass(frozen=True)
class Lines:
    """An answer, ready to show. `tone` is ok, return, warn, stop or info; `sound` names a sound, None for silence."""

    tone: str
    word: str
    title: str = ""
    detail: str = ""
    rule: str = ""
    hint: str = ""
    hint_key: str = ""
    number: str = ""
    sound: SoundName | None = None


def lines_of(answer: Answer, today: date) -> Lines:
    """The answer in the current language."""
    match answer.kind, answer.fact:
        case AnswerKind.LENT, c.Lent() as lent:
            return _lent(lent, answer)
        case AnswerKind.RETURNED, c.Returned() as returned:
            return _returned(returned, answer)
        case AnswerKind.RENEWED, c.Renewed() as renewed:
            return _renewed(renewed, answer)
        case AnswerKind.NOTED, c.Noted() as noted:
            return _noted(noted)
        case AnswerKind.DECLARED, c.Declared() as declared:
            return _declared(declared)
        case AnswerKind.UNDONE, Undone() as undone:
            return _undone(undone)
        case AnswerKind.ON_SHELF, Shelf() as shelf:
            return _on_shelf(shelf)
        case AnswerKind.CLOSED, Slip() as slip:
            return _closed(slip)
    match answer.kind:
        case AnswerKind.MEMBER if answer.panel is not None:
            return _member(answer, answer.panel, today)
        case AnswerKind.ELSEWHERE:
            return Lines("info", say(CONTEXT, "Bukan kartu atau buku"), say(CONTEXT, "Dibuka di halamannya."))
        case AnswerKind.CHOICE:
            return _choice(answer)
        case AnswerKind.REFUSED if answer.refused is not None:
            return _refused(answer, answer.refused)
    return Lines("info", say(CONTEXT, "Siap"), say(CONTEXT, "Pindai kartu anggota atau buku"))


def _lent(lent: c.Lent, answer: Answer) -> Lines:
    left = answer.panel.items_left if answer.panel else 0
    return Lines(
        tone="warn" if lent.overridden else "ok",
        word=say(CONTEXT, "Dipinjam"),
        title=lent.biblio.title,
        detail=say(CONTEXT, "Jatuh tempo {due_on}", due_on=lent.due.on),
        rule=due_rule(lent.due, lent.policy, lent.member, lent.item),
        hint=say(CONTEXT, "Sisa {count} lagi. Enter bila selesai.", count=left),
        number=lent.item.barcode,
        sound="warning" if lent.overridden else "ok",
    )


def _returned(returned: c.Returned, answer: Answer) -> Lines:
    late, member = returned.lateness, returned.member
    whose = say(CONTEXT, "Dari {name} ({number})", name=member.full_name, number=member.member_no)
    left = say(CONTEXT, "masih memegang {count} pinjaman", count=returned.open_loans)
    costs = late.fine_rp > 0 or late.suspension_days > 0
    return Lines(
        tone="warn" if costs or late.calendar_days else "return",
        word=say(CONTEXT, "Kembali, terlambat") if late.calendar_days else say(CONTEXT, "Kembali"),
        title=returned.biblio.title,
        detail=f"{whose} · {left}",
        rule=lateness_rule(late, returned.policy, member),
        hint=_return_hint(returned),
        number=returned.item.barcode,
        sound="warning" if costs or late.calendar_days else "return",
    )


def _return_hint(returned: c.Returned) -> str:
    if returned.item.status is not ItemStatus.AVAILABLE:
        return say(
            CONTEXT, "Tadinya tercatat {status}; sekarang tersedia lagi.", status=status_word(returned.item.status)
        )
    if returned.lateness.fine_rp:
        return say(CONTEXT, "Denda dibayar ke bendahara; kartu ditahan sampai ada kuitansinya.")
    return ""


def _renewed(renewed: c.Renewed, answer: Answer) -> Lines:
    holder = answer.holder
    whose = say(CONTEXT, "Pinjaman {name} · ", name=holder.full_name) if holder else ""
    return Lines(
        tone="warn" if renewed.overridden else "ok",
        word=say(CONTEXT, "Diperpanjang"),
        title=renewed.biblio.title,
        detail=whose + say(CONTEXT, "Jatuh tempo baru {due_on}", due_on=renewed.due.on),
        rule=due_rule(renewed.due, renewed.policy, renewed.member, renewed.item),
        hint=say(
            CONTEXT,
            "Perpanjangan ke-{count} dari {limit}.",
            count=renewed.loan.renewals,
            limit=renewed.policy.renewals,
        ),
        number=renewed.item.barcode,
        sound="warning" if renewed.overridden else "ok",
    )


def _declared(declared: c.Declared) -> Lines:
    words = {
        ItemStatus.LOST: say(CONTEXT, "Dicatat hilang"),
        ItemStatus.DAMAGED: say(CONTEXT, "Dicatat rusak"),
        ItemStatus.AVAILABLE: say(CONTEXT, "Tersedia lagi"),
    }
    charge = (
        say(CONTEXT, "Penggantian {charge_rp} ditagihkan.", charge_rp=declared.charge_rp) if declared.charge_rp else ""
    )
    who = say(CONTEXT, "Peminjam: {name}", name=declared.member.full_name) if declared.member else ""
    return Lines(
        tone="warn",
        word=words.get(declared.item.status, status_word(declared.item.status)),
        title=declared.biblio.title,
        detail=" · ".join(part for part in (who, charge) if part),
        hint=say(CONTEXT, "Salah catat? Ctrl+Z membatalkan."),
        number=declared.item.barcode,
        sound="attention",
    )


UNDONE_WORDS = {
    "ItemLent": QT_TRANSLATE_NOOP("Circulation", "Peminjaman dibatalkan"),
    "ItemReturned": QT_TRANSLATE_NOOP("Circulation", "Pengembalian dibatalkan"),
    "LoanRenewed": QT_TRANSLATE_NOOP("Circulation", "Perpanjangan dibatalkan"),
    "ItemDeclared": QT_TRANSLATE_NOOP("Circulation", "Catatan eksemplar dibatalkan"),
}


def _undone(undone: Undone) -> Lines:
    return Lines(
        tone="info",
        word=say(CONTEXT, UNDONE_WORDS[type(undone.undone).__name__]),
        title=undone.biblio.title,
        detail=undone.member.full_name if undone.member else "",
        rule=_credit_rule(undone),
        hint=say(CONTEXT, "Ctrl+Z sekali lagi membatalkan tindakan sebelumnya."),
        number=undone.item.barcode,
        sound="attention",
    )


def _credit_rule(undone: Undone) -> str:
    """What the member had paid for what is taken back now."""
    if not undone.credit_rp:
        return ""
    return say(
        CONTEXT,
        "{credit_rp} yang sudah dibayar menjadi kelebihan bayar anggota: pakai atau kembalikan di Denda & Kas.",
        credit_rp=undone.credit_rp,
    )


def _noted(noted: c.Noted) -> Lines:
    return Lines(
        tone="info",
        word=say(CONTEXT, "Dicatat kembali"),
        title=noted.biblio.title or say(CONTEXT, "Belum ada di katalog loket ini"),
        detail=say(CONTEXT, "Tidak ada pinjaman yang dikenal loket ini."),
        hint=say(CONTEXT, "Bila loket lain meminjamkannya, pinjaman itu selesai sendiri sesudah sinkronisasi."),
        number=noted.item.barcode,
        sound="attention",
    )


def _on_shelf(shelf: Shelf) -> Lines:
    item = shelf.item
    place = item.call_number or shelf.biblio.call_number
    if item.status is not ItemStatus.AVAILABLE:
        refused = refusal_text(Refused(RefusalCode.ITEM_STATUS, status=item.status.value))
        return Lines(
            "warn", refused.sentence, shelf.biblio.title, place, hint=refused.hint, number=item.barcode, sound="warning"
        )
    return Lines(
        tone="info",
        word=say(CONTEXT, "Tersedia di rak"),
        title=shelf.biblio.title,
        detail=" · ".join(part for part in (place, kind_word(item.collection_kind), item.location) if part),
        hint=say(CONTEXT, "Untuk meminjamkan, pindai kartu anggota dahulu."),
        number=item.barcode,
        sound="attention",
    )


def _closed(slip: Slip) -> Lines:
    lent = sum(isinstance(done, c.Lent) for done in slip.done)
    returned = sum(isinstance(done, c.Returned) for done in slip.done)
    renewed = sum(isinstance(done, c.Renewed) for done in slip.done)
    parts = [
        say(CONTEXT, "{count} dipinjam", count=lent) if lent else "",
        say(CONTEXT, "{count} kembali", count=returned) if returned else "",
        say(CONTEXT, "{count} diperpanjang", count=renewed) if renewed else "",
    ]
    return Lines(
        tone="info",
        word=say(CONTEXT, "Selesai"),
        title=slip.member.full_name if slip.member else say(CONTEXT, "Pengembalian"),
        detail=" · ".join(part for part in parts if part) or say(CONTEXT, "Tidak ada yang dicatat"),
        hint=say(CONTEXT, "Pindai kartu atau buku berikutnya."),
    )


def _member(answer: Answer, panel: MemberOverview, today: date) -> Lines:
    member = panel.member
    before = answer.switched_from
    closed = say(CONTEXT, "Layanan {name} ditutup. ", name=before.full_name) if before else ""
    if panel.blocks:
        refused = refusal_text(panel.blocks[0])
        return Lines(
            "stop",
            say(CONTEXT, "Belum boleh meminjam"),
            member.full_name,
            refused.sentence,
            hint=closed + refused.hint,
            number=member.member_no,
            sound="warning",
        )
    warning = expiry_warning(member, today)
    return Lines(
        tone="warn" if warning else "ok",
        word=say(CONTEXT, "Anggota"),
        title=member.full_name,
        detail=say(CONTEXT, "Boleh meminjam {count} lagi", count=panel.items_left),
        rule=warning,
        hint=closed + say(CONTEXT, "Pindai buku; Enter bila selesai."),
        number=member.member_no,
        sound="attention" if before else "ok",
    )


def _choice(answer: Answer) -> Lines:
    return Lines(
        tone="info",
        word=say(CONTEXT, "Pilih anggota"),
        title=say(CONTEXT, "{count} anggota cocok dengan “{text}”", count=len(answer.choices), text=answer.code),
        hint=say(CONTEXT, "Panah atas dan bawah memilih, Enter membuka."),
    )


def _refused(answer: Answer, refused: Refused) -> Lines:
    text = refusal_text(refused)
    others = " ".join(refusal_text(other).sentence for other in refused.others)
    asks = refused.code is RefusalCode.SCANNED_TWICE
    return Lines(
        tone="warn" if asks else "stop",
        word=say(CONTEXT, "Sudah dipindai") if asks else say(CONTEXT, "Tidak bisa"),
        title=text.sentence,
        detail=_isbn_titles(answer) or text.hint,
        rule=others,
        hint=text.hint if _isbn_titles(answer) else "",
        hint_key="F12" if answer.can_override else "",
        number=answer.code if refused.code is not RefusalCode.CODE_GARBLED else "",
        sound="attention" if asks else "refused",
    )


def _isbn_titles(answer: Answer) -> str:
    titles = answer.refused.params.get("titles") if answer.refused else None
    if not isinstance(titles, tuple) or not titles:
        return ""
    return say(CONTEXT, "Di katalog: {title}", title=titles[0].title)


# ---- rules in words ----------------------------------------------------------------------------------------------


def due_rule(due: DueDate, policy: LoanPolicy, member: Member, item: Item) -> str:
    """ "7 hari + 1 hari libur · aturan Pelajar × Umum"."""
    days = (
        say(CONTEXT, "{count} hari buka", count=due.loan_days)
        if due.counting is Counting.OPEN_DAYS
        else say(CONTEXT, "{count} hari", count=due.loan_days)
    )
    if due.capped:
        days += say(CONTEXT, ", dipotong masa berlaku kartu")
    elif due.closed_days:
        days += say(CONTEXT, " + {count} hari libur", count=due.closed_days)
    return f"{days} · {policy_name(policy)}"


def policy_name(policy: LoanPolicy) -> str:
    if policy.id == DEFAULT_POLICY.id:
        return say(CONTEXT, "aturan bawaan")
    everyone, everything = say(CONTEXT, "semua anggota"), say(CONTEXT, "semua koleksi")
    member = everyone if policy.member_type == ANY else member_type_word(policy.member_type)
    kind = everything if policy.collection_kind == ANY else kind_word(policy.collection_kind)
    return say(CONTEXT, "aturan {member} × {kind}", member=member, kind=kind)


def lateness_rule(late: Lateness, policy: LoanPolicy, member: Member) -> str:
    """How late, what was free, and what it costs: "5 hari, 1 libur bebas · 4 × Rp500 = Rp2.000"."""
    if not late.calendar_days:
        return say(CONTEXT, "Tepat waktu")
    parts = [say(CONTEXT, "terlambat {count} hari", count=late.calendar_days)]
    if late.closed_days:
        parts.append(say(CONTEXT, "{count} hari libur bebas", count=late.closed_days))
    if late.grace_days:
        parts.append(say(CONTEXT, "{count} hari tenggang bebas", count=late.grace_days))
    text = ", ".join(parts)
    if late.fine_rp:
        text += say(
            CONTEXT,
            " · denda {counted} × {rate_rp} = {fine_rp}",
            counted=late.counted_days,
            rate_rp=policy.fine_per_day_rp,
            fine_rp=late.fine_rp,
        )
    if late.capped:
        text += say(CONTEXT, " (batas tertinggi)")
    if late.suspension_days and member.suspended_until:
        text += say(CONTEXT, " · ditangguhkan sampai {until}", until=member.suspended_until)
    if policy.fine_mode is FineMode.NONE:
        text += say(CONTEXT, " · tanpa sanksi")
    return text


def expiry_warning(member: Member, today: date, within_days: int = 30) -> str:
    """A card about to expire, said early enough to renew it; "" otherwise."""
    if member.valid_until is None or is_expired(member, today):
        return ""
    left = (member.valid_until - today).days
    return say(CONTEXT, "Kartu habis {valid_until}", valid_until=member.valid_until) if left <= within_days else ""


def loan_state(loan: Loan, today: date) -> tuple[str, str | None]:
    """(word, colour token) of a loan in the list."""
    left = (loan.due_on - today).days
    if left < 0:
        return say(CONTEXT, "terlambat {count} hari", count=-left), "stop"
    if left <= 1:
        return fmt.due_in(loan.due_on, today, language()), "warn"
    if loan.lent_on == today:
        return say(CONTEXT, "baru"), "ok"
    return fmt.due_in(loan.due_on, today, language()), None


def slip_text(slip: Slip, library: str, operator: str, local_clock: str, today: date) -> list[str]:
    """The slip, line by line, as the screen shows it and a printer will print it."""
    lines = [library, fmt.long_day(today, language()) + "  " + local_clock]
    if slip.member:
        lines += [f"{slip.member.full_name}", say(CONTEXT, "No. anggota {number}", number=slip.member.member_no)]
    for done in slip.done:
        lines += ["", done.biblio.title, done.item.barcode]
        match done:
            case c.Lent():
                lines.append(say(CONTEXT, "Jatuh tempo {due_on}", due_on=done.due.on))
            case c.Renewed():
                lines.append(say(CONTEXT, "Diperpanjang sampai {due_on}", due_on=done.due.on))
            case c.Returned():
                lines.append(say(CONTEXT, "Kembali") + " · " + lateness_rule(done.lateness, done.policy, done.member))
    return [*lines, "", say(CONTEXT, "Petugas: {name}", name=operator)]
