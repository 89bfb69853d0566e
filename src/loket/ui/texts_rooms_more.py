"""Sentences of the photocopy and e-book sections of the rooms page."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from loket.domain.entities import CopyState, EbookLoan, PhotocopyJob, Tariff
from loket.domain.errors import RefusalCode, Refused
from loket.services import ebook_report
from loket.services.ebook_report import Imported, ReportPreview, ReportRow
from loket.services.ebooks import LoanLine, TitleLine
from loket.services.photocopies import CopyCounts, JobLine, Made, OutLine, TakenOut
from loket.ui import format as fmt
from loket.ui import texts_house_answers as texts_house_answers  # imported for its sentences, as those below
from loket.ui import texts_money as texts_money
from loket.ui import texts_registration as texts_registration
from loket.ui import texts_rooms as texts_rooms
from loket.ui import texts_rooms_answers as texts_rooms_answers
from loket.ui import texts_settings as texts_settings
from loket.ui import texts_visits as texts_visits
from loket.ui.presenters.photocopy import Draft, PayWay, Return
from loket.ui.texts import QT_TRANSLATE_NOOP, language, refusal_text, say
from loket.ui.texts_circulation import Lines

COPIES, EBOOKS = "Photocopy", "Ebooks"
HOUR_MIN = 60

PAY_WAYS: dict[PayWay, str] = {
    PayWay.BILL: QT_TRANSLATE_NOOP("Photocopy", "Tagihkan"),
    PayWay.CASH: QT_TRANSLATE_NOOP("Photocopy", "Tunai"),
    PayWay.QRIS: QT_TRANSLATE_NOOP("Photocopy", "QRIS"),
}
NOTICE = QT_TRANSLATE_NOOP(  # as on the slip: `services.photocopies.COPY_NOTICE`
    "Photocopy", "Salinan hanya untuk pendidikan atau penelitian, tidak untuk dijual (UU 28/2014 tentang Hak Cipta)."
)
ROW_STATES: dict[str, tuple[str, str, str]] = {  # word, icon, colour
    ebook_report.NEW: (QT_TRANSLATE_NOOP("Ebooks", "baru"), "plus", "info"),
    ebook_report.KNOWN: (QT_TRANSLATE_NOOP("Ebooks", "sudah tercatat"), "circle-check", "ink-2"),
    ebook_report.BAD: (QT_TRANSLATE_NOOP("Ebooks", "tidak terbaca"), "circle-x", "stop"),
}


def refused_lines(error: Refused) -> Lines:
    """Why something is not done, as the answer to it. A title is named by itself: sentence and title fill no card."""
    text, told = refusal_text(error), error.params
    match error.code:
        case RefusalCode.COPY_ITEM_OUT:
            detail = say(COPIES, "Dibawa keluar dengan nota {number}.", number=told["number"])
            return Lines("stop", say(COPIES, "Masih di luar"), str(told["title"]), detail, text.hint)
        case RefusalCode.EBOOK_ALL_OUT:
            back = told.get("back_at")
            detail = say(EBOOKS, "Paling cepat bebas {back}.", back=_moment(back)) if isinstance(back, datetime) else ""
            return Lines("stop", say(EBOOKS, "Semua terpakai"), str(told["title"]), detail, text.hint)
        case RefusalCode.EBOOK_HAS_IT:
            return Lines("stop", say(EBOOKS, "Sudah dipinjam"), str(told["title"]), text.hint)
    return Lines("stop", say(COPIES, "Tidak bisa"), text.sentence, text.hint)


def _moment(local: datetime) -> str:
    return f"{fmt.day(local.date(), language())} {fmt.clock(local.replace(tzinfo=UTC), 0, language())}"


# ---- photocopies ----------------------------------------------------------------------------------------------------


def paper_words(tariff: Tariff) -> str:
    """ "Fotokopi A4 · Rp300/lembar"."""
    price = fmt.rupiah(tariff.amount_rp)
    return f"{tariff.name} · {price}/{tariff.unit}" if tariff.unit else f"{tariff.name} · {price}"


def held_words(job: PhotocopyJob) -> str:
    """What lies at the desk for these books: "KTP ····1234, tas laptop"."""
    document = f"{job.pledge_type} ····{job.pledge_last4}" if job.pledge_last4 else job.pledge_type
    return ", ".join(part for part in (document, job.valuables) if part)


def left_words(line: OutLine) -> str:
    """How much time is left, or by how much it is over."""
    return (
        say(COPIES, "terlambat {time}", time=span_words(-line.left_min))
        if line.overdue
        else say(COPIES, "{time} lagi", time=span_words(line.left_min))
    )


def span_words(minutes: int) -> str:
    """ "45 menit", "2 jam 5 menit"; never below nought."""
    hours, rest = divmod(max(0, minutes), HOUR_MIN)
    if not hours:
        return say(COPIES, "{minutes} menit", minutes=rest)
    if not rest:
        return say(COPIES, "{hours} jam", hours=hours)
    return say(COPIES, "{hours} jam {minutes} menit", hours=hours, minutes=rest)


def made_lines(made: Made, who: str) -> Lines:
    """Copied here: what was booked, and what the reader hears about money."""
    job, taken = made.job, made.taken
    number = job.number
    if taken is not None:
        money = say(COPIES, "Dibayar {amount_rp}.", amount_rp=taken.receipt.total_rp)
        if taken.change_rp:
            money += " " + say(COPIES, "Kembalian {change_rp}.", change_rp=taken.change_rp)
        number = taken.receipt.number
    elif made.charge is not None:
        money = say(COPIES, "{amount_rp} masuk tagihannya; dibayar di Denda & Kas.", amount_rp=made.charge.amount_rp)
    else:
        money = say(COPIES, "Tanpa biaya.")
    pages = say(COPIES, "{pages} lembar", pages=job.pages)
    return Lines("ok", say(COPIES, "Dicatat"), _dotted(who, pages), money, job.sheet, number=number)


def out_lines(out: TakenOut, who: str, due: str, printed: bool) -> Lines:
    """Books went out: until when, and what is kept."""
    job = out.job
    books = say(COPIES, "{books} buku", books=len(job.barcodes))
    back = say(COPIES, "Paling lambat pukul {time}.", time=due)
    kept = say(COPIES, "Simpan: {held}", held=held_words(job))
    paper = (
        say(COPIES, "Nota dicetak; jaminan hanya ditukar dengan nota itu.")
        if printed
        else say(COPIES, "Tulis {number} pada notanya.", number=job.number)
    )
    return Lines("ok", say(COPIES, "Dibawa keluar"), _dotted(who, books), back, kept, paper, number=job.number)


def return_lines(back: Return, due: str) -> Lines:
    """A slip was shown, or a job chosen: what goes to and fro."""
    line = back.line
    late = line.overdue
    books = say(COPIES, "{books} buku", books=back.total)
    return Lines(
        "warn" if late else "return",
        say(COPIES, "Terlambat") if late else say(COPIES, "Terima kembali"),
        _dotted(line.who, books),
        say(COPIES, "Serahkan kembali: {held}", held=held_words(line.job)),
        say(COPIES, "Batasnya pukul {time}, {left}.", time=due, left=left_words(line)),
        say(COPIES, "sesudah bukunya lengkap") if back.slip_code else say(COPIES, "pindai notanya dahulu"),
        "Enter" if back.slip_code else "",
        number=line.job.number,
    )


def back_lines(job: PhotocopyJob, who: str) -> Lines:
    books = say(COPIES, "{books} buku", books=len(job.barcodes))
    gone = say(COPIES, "Serahkan kembali: {held}", held=held_words(job))
    rule = "" if job.slip_shown else say(COPIES, "Tanpa nota, disetujui pengawas.")
    return Lines("return", say(COPIES, "Sudah kembali"), _dotted(who, books), gone, rule, number=job.number)


def undone_lines(job: PhotocopyJob) -> Lines:
    return Lines(
        "info", say(COPIES, "Dibatalkan"), job.number, say(COPIES, "Catatan ini tidak dihitung lagi.")
    )  # fmt: skip


def checked_words(back: Return) -> str:
    """How many of the books were scanned as they came back."""
    if not back.checked:
        return say(COPIES, "Pindai bukunya satu per satu untuk memeriksa.")
    if len(back.checked) == back.total:
        return say(COPIES, "Semua {total} buku sudah diperiksa.", total=back.total)
    return say(COPIES, "{checked} dari {total} buku sudah diperiksa.", checked=len(back.checked), total=back.total)


def sum_words(draft: Draft) -> str:
    """What stands beside the sum: how it came about, and the change."""
    if draft.tariff is None:
        return say(COPIES, "Tanpa biaya.")
    if not draft.pages:
        return ""
    words = say(
        COPIES, "{pages} lembar × {each_rp}", pages=draft.pages, each_rp=draft.tariff.amount_rp
    )  # fmt: skip
    if draft.pay is PayWay.CASH and draft.received_rp is not None:
        if draft.change_rp < 0:
            return say(COPIES, "Masih kurang {missing_rp}", missing_rp=-draft.change_rp)
        return say(COPIES, "Kembalian {change_rp}", change_rp=draft.change_rp)
    return words


def counts_words(counts: CopyCounts) -> str:
    """The day in one line."""
    return "  ·  ".join(
        (
            say(COPIES, "{jobs} pekerjaan hari ini", jobs=counts.jobs),
            say(COPIES, "{pages} lembar", pages=counts.pages),
            fmt.rupiah(counts.amount_rp),
            say(COPIES, "{outside} dibawa keluar", outside=counts.outside),
        )
    )


def job_words(line: JobLine) -> str:
    """What was done, in the day's list."""
    job = line.job
    if job.state is CopyState.MADE:
        pages = say(COPIES, "{pages} lembar", pages=job.pages)
        return _dotted(pages, fmt.rupiah(job.amount_rp) if job.amount_rp else say(COPIES, "tanpa biaya"))
    return say(COPIES, "{books} buku dibawa keluar", books=len(job.barcodes))


def job_state(line: JobLine) -> tuple[str, str, str]:
    """Word, icon and colour of a job in the day's list."""
    match line.job.state:
        case CopyState.MADE:
            return say(COPIES, "selesai"), "circle-check", "ok"
        case CopyState.OUT:
            return say(COPIES, "di luar"), "door", "warn"
        case CopyState.BACK:
            return say(COPIES, "kembali"), "circle-check", "ok"
        case CopyState.CANCELLED:
            return say(COPIES, "batal"), "circle-x", "disabled"


# ---- e-books --------------------------------------------------------------------------------------------------------


def free_words(line: TitleLine) -> str:
    """How many may still read it now."""
    if line.free is None:
        return say(EBOOKS, "tanpa batas")
    if line.free:
        return say(EBOOKS, "{free} dari {licences} bebas", free=line.free, licences=line.title.licences)
    return say(EBOOKS, "semua terpakai")


def lent_lines(loan: EbookLoan, who: str, due: str) -> Lines:
    detail = say(EBOOKS, "Kembali sendiri {due}.", due=due)
    return Lines("ok", say(EBOOKS, "Dipinjamkan"), loan.title, detail, who)


def returned_lines(loan: EbookLoan, who: str) -> Lines:
    return Lines("return", say(EBOOKS, "Dikembalikan"), loan.title, who)


def unlent_lines(loan: EbookLoan) -> Lines:
    return Lines("info", say(EBOOKS, "Dibatalkan"), loan.title, say(EBOOKS, "Pinjaman ini tidak dihitung lagi."))


def free_sign(line: TitleLine) -> tuple[str, str]:
    """Icon and colour beside `free_words`."""
    if line.title.retired:
        return "eye-off", "disabled"
    return ("hourglass", "warn") if line.free == 0 else ("circle-check", "ok")


def loan_state(line: LoanLine, today: date, utc_offset_min: int) -> tuple[str, str, str]:
    """Word, icon and colour of a loan of the day."""
    if line.is_out:
        due_on = (line.loan.due_at + timedelta(minutes=utc_offset_min)).date()
        return fmt.due_in(due_on, today, language()), "clock", "info"
    if line.loan.cancelled:
        return say(EBOOKS, "batal"), "circle-x", "disabled"
    return say(EBOOKS, "sudah kembali"), "circle-check", "ok"


def report_words(preview: ReportPreview) -> str:
    """What importing would do, before anybody says yes."""
    new, known, bad = preview.new, preview.known, preview.bad
    words = say(EBOOKS, "{new} pinjaman baru, {known} sudah tercatat.", new=new, known=known)
    if bad:
        words += " " + say(EBOOKS, "{bad} baris tidak terbaca dan ditinggalkan.", bad=bad)
    returned = sum(row.returns for row in preview.rows)
    if returned:
        words += " " + say(EBOOKS, "{returned} pinjaman ternyata sudah dikembalikan.", returned=returned)
    return words


def row_state(row: ReportRow) -> tuple[str, str, str]:
    """Word, icon and colour of a row of the report."""
    if row.returns:
        return say(EBOOKS, "sudah dikembalikan"), "arrow-back-up", "info"
    word, icon, token = ROW_STATES[row.state]
    return say(EBOOKS, word), icon, token


def imported_words(imported: Imported) -> str:
    words = say(EBOOKS, "{new} pinjaman dicatat dari laporan.", new=imported.new)
    if imported.new_titles:
        words += " " + say(EBOOKS, "{titles} judul baru.", titles=imported.new_titles)
    if imported.returned:
        words += " " + say(EBOOKS, "{returned} pinjaman ditandai dikembalikan.", returned=imported.returned)
    return words


def moment_words(at: datetime, utc_offset_min: int) -> str:
    """ "27 Nov 10.00": in lists, where the year is plain."""
    local = at + timedelta(minutes=utc_offset_min)
    return f"{fmt.short_day(local.date(), language())} {fmt.clock(at, utc_offset_min, language())}"


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
