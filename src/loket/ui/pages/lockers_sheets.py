"""What the lockers page asks before it acts: proof, a second person's word, another locker, a reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from loket.domain.entities import Locker
from loket.services.locker_troubles import LostTag
from loket.services.lockers import LockerTile, UseView
from loket.ui.pages.asking import Approve, CountersignedSheet
from loket.ui.pages.lockers_parts import DocumentKind
from loket.ui.pages.members_sheets import AskSheet
from loket.ui.pages.settings_parts import Choice, YesNo
from loket.ui.texts import say
from loket.ui.texts_lockers import CONTEXT, holder_word, locker_word


class WitnessSheet(CountersignedSheet):
    """A few fields, then the name and word of a second person who saw it."""

    def ask_witness(self) -> None:
        """After the sheet's own fields."""
        hint = say(CONTEXT, "Pengawas yang melihatnya, bukan petugas yang sama.")
        self.ask_word(say(CONTEXT, "Nama pengguna saksi"), hint, say(CONTEXT, "Kata sandi atau PIN saksi"))


class LostTagSheet(WitnessSheet):
    """The tag is lost: who says so, how he showed that the things are his, and who saw it (SOP step 9)."""

    def __init__(self, parent: QWidget, approve: Approve, view: UseView, tariff_rp: int) -> None:
        super().__init__(
            parent,
            approve,
            title=say(CONTEXT, "Nomor penitipan hilang"),
            text=f"{locker_word(view.locker.number)} · {holder_word(view.holder)}",
            accept=say(CONTEXT, "Serahkan barang"),
            icon="tag",
        )
        self.document, self.charge = DocumentKind(self), YesNo(self)
        self.ask("identity_type", say(CONTEXT, "Identitas yang ditunjukkan"), self.document)
        hint = say(CONTEXT, "Jangan catat seluruh nomornya.")
        self.ask("identity_last4", say(CONTEXT, "Empat angka terakhir"), hint=hint)
        self.ask("proof", say(CONTEXT, "Ciri barang menurut pemiliknya"), hint=say(CONTEXT, "Cocokkan dengan isinya."))
        self.ask_witness()
        self.charge.setText(say(CONTEXT, "Pungut {tariff_rp} untuk nomor yang hilang", tariff_rp=tariff_rp))
        self.charge.setVisible(tariff_rp > 0)
        self.charge.setChecked(tariff_rp > 0)
        if tariff_rp > 0:
            self.body.addWidget(self.charge)
        self.field_to_focus(self.rows["identity_last4"].editor)

    def needed(self) -> frozenset[str]:
        return super().needed() | {"identity_last4", "proof"}

    def lost(self) -> LostTag:
        return LostTag(self.document.currentText().strip(), self.text("identity_last4"), self.text("proof"))

    def reason(self) -> str:
        return say(CONTEXT, "Nomor penitipan hilang")


class ForceSheet(WitnessSheet):
    """Staff open a locker: why, what was found, and who saw it."""

    def __init__(self, parent: QWidget, approve: Approve, view: UseView) -> None:
        super().__init__(
            parent,
            approve,
            title=say(CONTEXT, "Buka paksa {locker}?", locker=locker_word(view.locker.number)),
            text=say(CONTEXT, "Barangnya diamankan petugas. Pemiliknya tetap mengambil dengan nomor penitipannya."),
            accept=say(CONTEXT, "Buka"),
            icon="lock-open",
        )
        self.ask("reason", say(CONTEXT, "Alasan"))
        hint = say(CONTEXT, "Apa yang ditemukan dan di mana disimpan.")
        self.ask("found", say(CONTEXT, "Isi loker"), hint=hint)
        self.ask_witness()

    def needed(self) -> frozenset[str]:
        return super().needed() | {"reason", "found"}


class SecondLockerSheet(WitnessSheet):
    """Somebody who has a locker already gets another one."""

    def __init__(self, parent: QWidget, approve: Approve, view: UseView) -> None:
        held = say(CONTEXT, "Sudah memakai loker {number}.", number=view.locker.number)
        super().__init__(
            parent,
            approve,
            title=say(CONTEXT, "Loker kedua untuk {name}?", name=holder_word(view.holder)),
            text=held,
            accept=say(CONTEXT, "Izinkan"),
            icon="shield-check",
        )
        self.ask("reason", say(CONTEXT, "Alasan"))
        self.ask_witness()

    def needed(self) -> frozenset[str]:
        return super().needed() | {"reason"}


class MoveSheet(AskSheet):
    """Into which locker the things go."""

    def __init__(self, parent: QWidget, view: UseView, free: Sequence[LockerTile]) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Pindahkan titipan"),
            text=f"{locker_word(view.locker.number)} · {holder_word(view.holder)}"
            if free
            else say(CONTEXT, "Tidak ada loker kosong."),
            accept=say(CONTEXT, "Pindahkan"),
            icon="arrow-right",
        )
        self.to = Choice(self)
        self.to.set_choices((tile.locker, place_words(tile.locker)) for tile in free)
        self.ask("to", say(CONTEXT, "Ke loker"), self.to)
        self.ask("reason", say(CONTEXT, "Alasan"), hint=say(CONTEXT, "Boleh kosong."))
        self.set_accept_enabled(bool(free))

    def needed(self) -> frozenset[str]:
        return frozenset()


def place_words(locker: Locker) -> str:
    return f"{locker.number} · {locker.bank}" if locker.bank else locker.number
