"""Surat Tanda Setoran: the deposit slip with which the treasurer brings money to the regional cash account."""

from __future__ import annotations

from loket.domain.wording import long_date
from loket.reports.figures import rupiah
from loket.reports.ledger import Closing, Column, Kind, Ledger, Line
from loket.reports.ledger_pdf import ledgers_pdf
from loket.reports.letterhead import Issuer, Signature
from loket.reports.pdf import Fonts
from loket.services.treasury import RemittanceView

TITLE = "Surat Tanda Setoran (STS)"
COLUMNS = (
    Column("no", "No.", 10, Kind.CENTRED),
    Column("account", "Kode rekening", 40, Kind.CENTRED),
    Column("name", "Uraian rincian objek", 92),
    Column("amount", "Jumlah (Rp)", 38, Kind.RUPIAH),
)


def sts_pdf(view: RemittanceView, issuer: Issuer, fonts: Fonts) -> bytes:
    """The slip on A4 upright: the bank, the treasurer and the head of the library sign it."""
    return ledgers_pdf([sts_ledger(view, issuer)], issuer.library, issuer.head, fonts)


def sts_ledger(view: RemittanceView, issuer: Issuer) -> Ledger:
    """One line an account; what is not cash is told apart below. Raises ValueError where lines and amount differ."""
    paid_in = view.remittance
    lines = tuple(Line((str(no), one.account or "–", one.name, one.amount_rp)) for no, one in enumerate(view.lines, 1))
    cash_rp = paid_in.amount_rp - paid_in.noncash_rp
    return Ledger(
        TITLE,
        f"Nomor {paid_in.number}",
        COLUMNS,
        lines,
        facts=(
            ("Disetor ke bank", paid_in.bank),
            ("Nomor rekening", paid_in.bank_account),
            ("Tanggal setoran", long_date(paid_in.remitted_on)),
            ("Uang sebesar", rupiah(paid_in.amount_rp)),
            ("Dengan huruf", view.words),
        ),
        closing=(
            Closing("tunai", "Disetor tunai", cash_rp),
            Closing("nontunai", "Dipindahbukukan (QRIS, transfer)", paid_in.noncash_rp),
            Closing("setor", "Jumlah yang disetor", paid_in.amount_rp, ("+amount",), is_sum=True),
        ),
        notes=_notes(view),
        signatures=_signatures(view, issuer),
        sheet="STS",
        is_upright=True,
        mark="BATAL" if paid_in.voided_on else "",
    )


def _notes(view: RemittanceView) -> tuple[str, ...]:
    paid_in, said = view.remittance, []
    if view.hand_overs:
        said.append(f"Berdasarkan bukti serah terima kas nomor {', '.join(one.number for one in view.hand_overs)}.")
    if paid_in.confirmed_on:
        said.append(f"Diterima bank {long_date(paid_in.confirmed_on)}, nomor referensi {paid_in.reference}.")
    if paid_in.voided_on:
        said.append(f"Dibatalkan {long_date(paid_in.voided_on)}; alasan: {paid_in.void_reason}")
    return tuple(said)


def _signatures(view: RemittanceView, issuer: Issuer) -> tuple[Signature, ...]:
    accepted = view.remittance.confirmed_on
    on = long_date(accepted) if accepted else "tanggal " + "." * 20
    bank = Signature("Petugas bank,", "", "", f"Diterima {on}")
    return bank, issuer.chief, issuer.treasurer
