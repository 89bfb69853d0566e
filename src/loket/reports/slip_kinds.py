"""What stands on the slips a counter gives out: kuitansi, loans at the end of a member, everything he still has, tags.

They are papers of an Indonesian library, in Indonesian whatever language the window speaks. Source of the fields of a
kuitansi: practice of regional treasurers (number, from whom, the sum in figures and words, what for, place and date).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from loket.db.queries import LoanLine
from loket.domain.entities import Library, LockerUse, Member, PayMethod, PhotocopyJob, Pledge
from loket.domain.slip import Block, Code, Gap, Logo, Pair, Rule, Slip, Text, Title
from loket.domain.wording import long_date
from loket.reports.figures import rupiah
from loket.services import circulation as c
from loket.services.guest_lists import VisitorSlip
from loket.services.lockers import UseView
from loket.services.photocopies import COPY_NOTICE, SlipView
from loket.services.receipts import ReceiptLine, ReceiptView
from loket.services.scanning import Slip as Served
from loket.services.slip_queue import TagPart

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
METHODS = {PayMethod.CASH: "Tunai", PayMethod.QRIS: "QRIS", PayMethod.TRANSFER: "Transfer"}
STAMP = "Bubuhkan meterai Rp10.000 pada kuitansi ini."
KEEP = "Simpan struk ini sebagai bukti."


@dataclass(frozen=True, slots=True)
class Where:
    """Where and by whom a slip is given. `footer`: the library's own last lines."""

    library: Library
    operator: str
    footer: str = ""

    def local(self, moment: datetime) -> datetime:
        return moment.replace(tzinfo=None) + timedelta(minutes=self.library.utc_offset_min)


# ---- kuitansi ------------------------------------------------------------------------------------------------------


def receipt_slip(view: ReceiptView) -> Slip:
    """A kuitansi, or the slip for money given back. The drawer opens for cash, with the original only."""
    where = Where(view.library, view.operator, view.settings.slip_footer)
    blocks = [
        *_head(where, "BUKTI PENGEMBALIAN UANG" if view.is_refund else "KUITANSI"),
        *_marks(view),
        *_who(view, where),
        Rule(),
        *(_line(line, view.is_refund) for line in view.lines),
        Rule(),
        Pair("JUMLAH", rupiah(view.total_rp), bold=True),
        *_how(view),
        Gap(),
        Text(f"Terbilang: {view.words}"),
        *_grounds(view.lines),
        *([Text(STAMP, bold=True)] if view.needs_stamp and not view.is_void else []),
        Gap(),
        Code(view.receipt.number),
        Text(view.receipt.number, align="center"),
        *_foot(where),
    ]
    cash = view.receipt.method is PayMethod.CASH
    return Slip(tuple(blocks), drawer=cash and not view.copy_no and not view.is_void)


def _marks(view: ReceiptView) -> Iterator[Block]:
    """What this paper is besides the original that counts."""
    receipt = view.receipt
    if receipt.voided_on is not None:
        yield Title("BATAL")
        yield Text(f"Dibatalkan {long_date(receipt.voided_on)}: {receipt.void_reason}", align="center")
    if view.copy_no:
        yield Text(f"SALINAN ke-{view.copy_no}", align="center", bold=True)


def _who(view: ReceiptView, where: Where) -> Iterator[Block]:
    at = where.local(view.receipt.paid_at)
    yield Pair("Nomor", view.receipt.number)
    yield Pair("Tanggal", f"{long_date(view.receipt.paid_on)} {at:%H.%M}")
    yield Pair("Petugas", view.operator or "-")
    payer = f"{view.payer} ({view.member_no})" if view.member_no else view.payer or "tamu"
    yield Text(f"{'Dikembalikan kepada' if view.is_refund else 'Sudah terima dari'}: {payer}")


def _line(line: ReceiptLine, refund: bool) -> Pair:
    what = ": ".join(part for part in (line.label, line.title) if part)
    if line.barcode:
        what += f" ({line.barcode})"
    if line.quantity != 1:
        what += f" {line.quantity} x {rupiah(abs(line.unit_rp))}"
    return Pair(what, rupiah(-line.amount_rp if refund else line.amount_rp))


def _how(view: ReceiptView) -> Iterator[Block]:
    receipt = view.receipt
    if receipt.method is not PayMethod.CASH:
        yield Pair(METHODS[receipt.method], receipt.reference)
    elif receipt.received_rp:
        yield Pair("Tunai", rupiah(receipt.received_rp))
        yield Pair("Kembali", rupiah(view.change_rp))
    else:
        yield Pair("Cara", METHODS[receipt.method])


def _grounds(lines: Iterable[ReceiptLine]) -> Iterator[Block]:
    """The regulations the amounts come from, each once."""
    for ground in dict.fromkeys(line.payment.legal_basis for line in lines):
        if ground:
            yield Text(f"Dasar: {ground}")


# ---- loans ---------------------------------------------------------------------------------------------------------


def loan_slip(served: Served, where: Where) -> Slip:
    """What was lent, renewed and returned in one go; when it is due stands once more, large, at the end."""
    lent = [done for done in served.done if not isinstance(done, c.Returned)]
    back = [done for done in served.done if isinstance(done, c.Returned)]
    blocks: list[Block] = [*_head(where, _service(lent, back)), *_member(served.member, where, served.ended_at)]
    for done in lent:
        blocks += [Text(done.biblio.title), Pair(f"{done.item.barcode}", f"{_short(done.due.on)}{_renewed(done)}")]
    if back:
        blocks += [Rule(), Text("Sudah kembali:", bold=True)] if lent else []
        for returned in back:
            blocks += [Text(returned.biblio.title), *_returned(returned)]
    return Slip((*blocks, *_due(done.due.on for done in lent), *_scan(served.member), *_foot(where)))


def due_slip(member: Member, lines: Sequence[LoanLine], at: datetime, where: Where) -> Slip:
    """Everything the member has now, and when it is due."""
    blocks: list[Block] = [*_head(where, "TANGGAL KEMBALI"), *_member(member, where, at)]
    for line in lines:
        blocks += [Text(line.title), Pair(f"{line.barcode}", _short(line.loan.due_on))]
    return Slip((*blocks, *_due(line.loan.due_on for line in lines), *_scan(member), *_foot(where)))


def _service(lent: Sequence[c.Lent | c.Renewed], back: Sequence[c.Returned]) -> str:
    if lent and back:
        return "BUKTI LAYANAN"
    if back:
        return "BUKTI PENGEMBALIAN"
    return "BUKTI PERPANJANGAN" if all(isinstance(done, c.Renewed) for done in lent) else "BUKTI PEMINJAMAN"


def _renewed(done: c.Lent | c.Renewed) -> str:
    return " (perpanjangan)" if isinstance(done, c.Renewed) else ""


def _returned(done: c.Returned) -> Iterator[Block]:
    late = done.lateness
    days = f"terlambat {late.calendar_days} hari" if late.calendar_days else "kembali"
    yield Pair(f"{done.item.barcode}", days)
    if late.fine_rp:
        yield Pair("denda", rupiah(late.fine_rp))


def _due(days: Iterable[date]) -> Iterator[Block]:
    """By when to bring back how many, the earliest first: what the member looks for on the slip."""
    counted = sorted(Counter(days).items())
    if not counted:
        return
    yield Rule()
    yield Text("KEMBALIKAN PALING LAMBAT", align="center", bold=True)
    for day, count in counted:
        yield Title(f"{WEEKDAYS[day.weekday()]}, {long_date(day)}")
        if len(counted) > 1:
            yield Text(f"{count} buku", align="center")


def _member(member: Member | None, where: Where, at: datetime) -> Iterator[Block]:
    local = where.local(at)
    yield Pair("Tanggal", f"{long_date(local.date())} {local:%H.%M}")
    yield Pair("Petugas", where.operator or "-")
    if member is not None:
        yield Text(" - ".join(part for part in (member.full_name, member.member_no) if part))
    yield Rule()


def _scan(member: Member | None) -> Iterator[Block]:
    """The member's number to scan: who comes with the slip is found without his card."""
    if member is not None and member.member_no:
        yield Gap()
        yield Code(member.member_no)
        yield Text(member.member_no, align="center")


# ---- the guestbook -------------------------------------------------------------------------------------------------


def visitor_slip(view: VisitorSlip, where: Where) -> Slip:
    """A visitor's number: he shows it at the lockers and in the reading rooms, and on his way out."""
    visit = view.visit
    at = where.local(visit.entered_at)
    blocks: list[Block] = [
        *_head(where, "NOMOR PENGUNJUNG"),
        Title(visit.visitor_no),
        Pair("Datang", f"{long_date(at.date())} {at:%H.%M}"),
        *([Text(visit.name)] if visit.name else []),
        *([Text(visit.institution)] if visit.institution else []),
        *([Pair("Jumlah", f"{visit.people} orang")] if visit.people > 1 else []),
        *([Pair("Tujuan", view.purpose)] if view.purpose else []),
        Gap(),
        Code(visit.visitor_no),
        Text("Tunjukkan di loker dan ruang baca.", align="center"),
        Text("Pindai lagi saat pulang.", align="center"),
    ]
    return Slip((*blocks, *_foot(where)))


# ---- lockers -------------------------------------------------------------------------------------------------------


def locker_tag_slip(view: UseView, part: TagPart, where: Where) -> Slip:
    """One half of a locker's tag. The visitor's has no name on it: who finds it learns nothing. The other lies with
    the things, and tells whose they are."""
    blocks = _visitors_half(view, where) if part is TagPart.VISITOR else _things_half(view, where)
    return Slip(tuple(blocks))


def _visitors_half(view: UseView, where: Where) -> Iterator[Block]:
    yield from _head(where, "NOMOR PENITIPAN BARANG")
    yield from _locker(view, where)
    if held := _held(view.use):
        yield Pair("Jaminan", held)
    yield Gap()
    yield Code(view.use.tag)
    yield Text(view.use.tag, align="center")
    yield Gap()
    yield Text("Tukarkan nomor ini dengan barang Anda, paling lambat saat perpustakaan tutup.")
    yield Text("Uang dan barang berharga dibawa masuk.")


def _things_half(view: UseView, where: Where) -> Iterator[Block]:
    yield Text("TANDA BARANG TITIPAN", align="center", bold=True)
    yield from _locker(view, where)
    yield Text(" - ".join(part for part in (view.holder or "tamu", view.number) if part), bold=True)
    if view.use.contents:
        yield Text(f"Isi: {view.use.contents}")
    if held := _held(view.use):
        yield Pair("Jaminan", held)
    yield Gap()
    yield Code(view.use.tag)
    yield Text(view.use.tag, align="center")
    yield Text("Letakkan bersama barang di dalam loker.", align="center")


def _locker(view: UseView, where: Where) -> Iterator[Block]:
    at = where.local(view.use.taken_at)
    yield Title(f"LOKER {view.locker.number}")
    if view.locker.bank:
        yield Text(view.locker.bank, align="center")
    yield Pair("Dititipkan", f"{_short(at.date())} {at:%H.%M}")
    yield Pair("Petugas", view.taken_by or "-")


def _held(use: LockerUse) -> str:
    """What is kept for the tag; "" where nothing is."""
    match use.pledge:
        case Pledge.IDENTITY:
            return f"{use.pledge_type} ...{use.pledge_last4}"
        case Pledge.MONEY:
            return rupiah(use.pledge_rp)
        case _:
            return ""


# ---- photocopies ---------------------------------------------------------------------------------------------------


def photocopy_slip(view: SlipView) -> Slip:
    """The nota for books at a copier outside: what is held goes back against it alone (SOP foto-copy 6-7)."""
    where, job = Where(view.library, view.operator, view.footer), view.job
    out_at = where.local(job.noted_at)
    blocks: list[Block] = [
        *_head(where, "NOTA FOTO KOPI DI LUAR"),
        Pair("Nomor", job.number),
        Pair("Keluar", f"{long_date(out_at.date())} {out_at:%H.%M}"),
        Pair("Petugas", view.operator or "-"),
        Text(" - ".join(part for part in (view.who or "tamu", view.number) if part)),
        Rule(),
        *_copied(job),
        Rule(),
        Text("Dititipkan sebagai jaminan:", bold=True),
        *([Pair(job.pledge_type, f"...{job.pledge_last4}")] if job.pledge is Pledge.IDENTITY else []),
        *([Text(job.valuables)] if job.valuables else []),
        Rule(),
        Text("KEMBALIKAN PALING LAMBAT", align="center", bold=True),
        *_due_time(job, where),
        Gap(),
        Code(job.number),
        Text(job.number, align="center"),
        Text("Serahkan nota ini bersama bukunya untuk mengambil jaminan."),
        Text(COPY_NOTICE),
    ]
    return Slip((*blocks, *_foot(where)))


def _copied(job: PhotocopyJob) -> Iterator[Block]:
    for barcode, title in zip(job.barcodes, job.titles, strict=True):
        yield Text(title or "(tanpa judul)")
        if barcode:
            yield Text(barcode)


def _due_time(job: PhotocopyJob, where: Where) -> Iterator[Block]:
    if job.due_at is not None:
        due = where.local(job.due_at)
        yield Title(f"pukul {due:%H.%M}")
        yield Text(f"{WEEKDAYS[due.weekday()]}, {long_date(due.date())}", align="center")


# ---- parts ---------------------------------------------------------------------------------------------------------


def _head(where: Where, what: str) -> Iterator[Block]:
    library = where.library
    yield Logo()
    yield Title(library.name)
    for text in (library.address, f"Telepon {library.phone}" * bool(library.phone)):
        if text:
            yield Text(text, align="center")
    yield Rule()
    yield Text(what, align="center", bold=True)


def _foot(where: Where) -> Iterator[Block]:
    yield Gap()
    for line in (where.footer or KEEP).splitlines():
        yield Text(line, align="center")


def _short(day: date) -> str:
    return f"{day:%d-%m-%Y}"
