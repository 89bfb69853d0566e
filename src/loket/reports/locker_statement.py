"""The paper of a locker that was not opened by its tag: a statement of a lost tag, or the minutes of a forced opening.

Source: SOP penitipan-barang, step 9: things go back without the tag only on proof of ownership.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from loket.domain.entities import Pledge
from loket.domain.wording import amount_in_words, long_date
from loket.reports.figures import rupiah
from loket.reports.letter import Letter
from loket.reports.letterhead import Issuer, Signature
from loket.reports.pdf import Fonts
from loket.reports.slip_kinds import WEEKDAYS
from loket.services.locker_troubles import Statement

LOST, FORCED = "SURAT PERNYATAAN KEHILANGAN NOMOR PENITIPAN", "BERITA ACARA PEMBUKAAN LOKER"


def locker_statement_pdf(statement: Statement, issuer: Issuer, fonts: Fonts) -> bytes:
    """One A4 page for those to sign who were there."""
    title = LOST if statement.is_lost_tag else FORCED
    letter = Letter(f"{title.capitalize()} {statement.number}", issuer.library, issuer.head, fonts)
    letter.title(title, statement.number)
    if statement.is_lost_tag:
        _lost_tag(letter, statement, issuer)
    else:
        _forced(letter, statement, issuer)
    letter.signatures(_who_signs(statement, issuer))
    return letter.pdf()


def _lost_tag(letter: Letter, statement: Statement, issuer: Issuer) -> None:
    letter.paragraph("Yang bertanda tangan di bawah ini:")
    letter.facts(_filled(("Nama", statement.view.holder or "-"), ("Nomor", statement.view.number)))
    letter.paragraph("menyatakan bahwa nomor penitipan barang berikut hilang, dan bahwa barangnya benar milik saya:")
    letter.facts(
        [*_use(statement, issuer), ("Bukti identitas", statement.shown), ("Ciri-ciri barang", statement.proof)]
    )
    letter.paragraph(
        f"Pada hari {_moment(statement.at)} barang tersebut telah saya terima kembali dalam keadaan lengkap. Apabila "
        "di kemudian hari ternyata barang itu milik orang lain, saya bersedia bertanggung jawab. Nomor penitipan yang "
        "hilang tidak berlaku lagi."
    )
    if statement.amount_rp:
        words = amount_in_words(statement.amount_rp)
        letter.paragraph(f"Penggantian nomor penitipan: <b>{rupiah(statement.amount_rp)}</b> ({words}).")


def _forced(letter: Letter, statement: Statement, issuer: Issuer) -> None:
    letter.paragraph(f"Pada hari {_moment(statement.at)} petugas dan saksi telah membuka loker berikut:")
    holder = " - ".join(part for part in (statement.view.holder, statement.view.number) if part)
    letter.facts(_filled(("Penitip", holder or "tidak diketahui"), *_use(statement, issuer)))
    letter.facts([("Alasan dibuka", statement.reason), ("Yang ditemukan", statement.proof)])
    letter.paragraph(
        "Barang disimpan petugas dan dikembalikan kepada penitip atas nomor penitipannya, atau atas bukti bahwa barang "
        "itu miliknya."
    )


def _use(statement: Statement, issuer: Issuer) -> list[tuple[str, str]]:
    """Which locker, which tag, since when, what was said to lie in it, what was held."""
    use, locker = statement.view.use, statement.view.locker
    since = use.taken_at.replace(tzinfo=None) + timedelta(minutes=issuer.library.utc_offset_min)
    return _filled(
        ("Loker", " - ".join(part for part in (locker.number, locker.bank) if part)),
        ("Nomor penitipan", use.tag),
        ("Dititipkan", f"{long_date(since.date())} pukul {since:%H.%M}"),
        ("Isi menurut catatan", use.contents),
        ("Jaminan", _pledge(statement)),
    )


def _pledge(statement: Statement) -> str:
    use = statement.view.use
    if use.pledge is Pledge.IDENTITY:
        return f"{use.pledge_type} …{use.pledge_last4}"
    return rupiah(use.pledge_rp) if use.pledge is Pledge.MONEY else ""


def _moment(at: datetime) -> str:
    return f"{WEEKDAYS[at.weekday()]}, {long_date(at.date())} pukul {at:%H.%M},"


def _filled(*facts: tuple[str, str]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in facts if value]


def _who_signs(statement: Statement, issuer: Issuer) -> list[Signature]:
    """Whose things they are, who served, who stood by. At a forced opening nobody fetched anything."""
    place = f"{issuer.head.place or '.' * 16}, {long_date(statement.at.date())}"
    staff = Signature("Petugas,", statement.view.ended_by)
    witness = Signature("Saksi,", statement.witness, above=place)
    if not statement.is_lost_tag:
        return [staff, witness]
    return [Signature("Yang menyatakan,", statement.view.holder), staff, witness]
