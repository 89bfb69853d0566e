"""Slips from the rows, and from a slip the bytes for this counter's printer.

What draws and what speaks to printers is imported with the first slip: no start waits for it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from loket.domain.slip import Code, Gap, Logo, Pair, Rule, Slip, Text, Title
from loket.services.card_values import card_library
from loket.services.desk import Desk
from loket.services.members import MemberOverview
from loket.services.scanning import Slip as Served
from loket.services.slip_queue import SlipJob, SlipKind
from loket.ui.card_making import OWN_DESIGNS
from loket.ui.preferences import Preferences

if TYPE_CHECKING:
    from loket.reports.slip_kinds import Where


class SlipMaker:
    """Reads the database and the disk: never on the GUI thread."""

    def __init__(self, desk: Desk, data_dir: Path) -> None:
        self._desk, self._own = desk, data_dir / OWN_DESIGNS

    def of_job(self, job: SlipJob) -> Slip:
        """What the queue says is to be printed; a receipt and a locker's tag as their rows are now.

        Raises Refused for a receipt or a use that is not here, ValueError for a job that says nothing one could print.
        """
        match job.kind:
            case SlipKind.RECEIPT:
                return self._receipt(job)
            case SlipKind.VISITOR:
                return self._visitor(job)
            case SlipKind.PHOTOCOPY:
                return self._photocopy(job)
            case SlipKind.LOCKER:
                return self._locker_tag(job)
            case _:
                return job.slip()

    def _receipt(self, job: SlipJob) -> Slip:
        from loket.reports.slip_kinds import receipt_slip
        from loket.services.receipts import receipt_view

        if job.about is None:
            raise ValueError(job.id)
        return receipt_slip(receipt_view(self._desk, job.about, copy_no=job.copy_no))

    def _visitor(self, job: SlipJob) -> Slip:
        from loket.reports.slip_kinds import visitor_slip
        from loket.services.guest_lists import visitor_slip_of

        if job.about is None:
            raise ValueError(job.id)
        return visitor_slip(visitor_slip_of(self._desk, job.about), self._where())

    def _photocopy(self, job: SlipJob) -> Slip:
        from loket.reports.slip_kinds import photocopy_slip
        from loket.services.photocopies import slip_view

        if job.about is None:
            raise ValueError(job.id)
        return photocopy_slip(slip_view(self._desk, job.about))

    def _locker_tag(self, job: SlipJob) -> Slip:
        """Half of a tag pair, as the use is now: who moved meanwhile finds his locker on it."""
        from loket.reports.slip_kinds import locker_tag_slip
        from loket.services.lockers import use_view

        if job.about is None:
            raise ValueError(job.id)
        return locker_tag_slip(use_view(self._desk, job.about), job.tag_part, self._where())

    def loans(self, served: Served) -> Slip:
        """What was done for a member in one go."""
        from loket.reports.slip_kinds import loan_slip

        return loan_slip(served, self._where())

    def due(self, panel: MemberOverview) -> Slip:
        """Everything a member has, and when it is due."""
        from loket.reports.slip_kinds import due_slip

        return due_slip(panel.member, panel.lines, self._desk.clock.now(), self._where())

    def trial(self) -> Slip:
        """A slip that shows what a printer does: the logo, both edges, an amount, letters, a code."""
        desk = self._desk
        now = desk.local(desk.clock.now())
        return Slip(
            (
                Logo(),
                Title(desk.library.name),
                Text("CETAK UJI", align="center", bold=True),
                Rule(),
                Pair("Tanggal", f"{now:%d-%m-%Y %H.%M}"),
                Pair("Loket", desk.station.name),
                Pair("Judul yang panjang sekali dan harus pindah ke baris berikutnya", "Rp12.500"),
                Rule(),
                Text("Tepi kiri dan kanan garis di atas harus utuh, dan kode ini harus terbaca pemindai."),
                Gap(),
                Code(desk.station.code or desk.library.code),
                Gap(),
            ),
            drawer=True,
        )

    def render(self, slip: Slip, language: str, kept: Preferences) -> bytes:
        """As the printer's language wants it: "escpos" or "pdf"."""
        from loket.reports.slips import PAPERS, escpos_bytes, roll_pdf

        paper, logo = PAPERS[kept.slip_paper], self._logo() if kept.slip_logo else None
        if language == "pdf":
            return roll_pdf(slip, paper, logo)
        return escpos_bytes(slip, paper, logo, drawer_pin=kept.slip_drawer)

    def _logo(self) -> bytes | None:
        return card_library(self._desk, self._own).logo

    def _where(self) -> Where:
        from loket.reports.slip_kinds import Where

        desk = self._desk
        operator = desk.operator.full_name if desk.operator else ""
        return Where(desk.library, operator, desk.settings().slip_footer)
