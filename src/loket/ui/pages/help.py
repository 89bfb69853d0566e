"""F1: the keys, on one sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from loket.ui import theme
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.widgets import KeyHint, Sheet, label

CONTEXT = "Help"
KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Help", "Sirkulasi"),
        (
            ("Enter", QT_TRANSLATE_NOOP("Help", "selesai melayani anggota, slip tampil")),
            ("Ctrl+Z", QT_TRANSLATE_NOOP("Help", "batalkan tindakan terakhir loket ini")),
            ("Ctrl+R", QT_TRANSLATE_NOOP("Help", "perpanjang: pindai buku yang ditunjukkan")),
            ("Ctrl+B", QT_TRANSLATE_NOOP("Help", "kembali saja: kotak pengembalian")),
            ("Ctrl+I", QT_TRANSLATE_NOOP("Help", "buka data anggota yang dilayani")),
            ("Esc", QT_TRANSLATE_NOOP("Help", "kembali ke mode otomatis")),
            ("F12", QT_TRANSLATE_NOOP("Help", "minta persetujuan pengawas")),
            ("Ctrl+L", QT_TRANSLATE_NOOP("Help", "catat hilang pinjaman yang dipilih")),
            ("Ctrl+K", QT_TRANSLATE_NOOP("Help", "catat rusak pinjaman yang dipilih")),
            ("Ctrl+G", QT_TRANSLATE_NOOP("Help", "nyatakan eksemplar yang dipindai tersedia lagi")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Help", "Di mana saja"),
        (
            ("F3 … F10", QT_TRANSLATE_NOOP("Help", "pindah halaman")),
            ("Ctrl+M", QT_TRANSLATE_NOOP("Help", "menu: impor, rekap, cadangan, bahasa")),
            ("Ctrl+Shift+S", QT_TRANSLATE_NOOP("Help", "sinkronisasi dengan server pusat")),
            ("Ctrl+Shift+L", QT_TRANSLATE_NOOP("Help", "kunci loket; buka dengan PIN")),
            ("Ctrl+,", QT_TRANSLATE_NOOP("Help", "pengaturan")),
            ("F1", QT_TRANSLATE_NOOP("Help", "bantuan ini")),
        ),
    ),
)


class HelpSheet(Sheet):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Bantuan tombol"),
            text=say(CONTEXT, "Pindai kartu, pindai buku, tekan Enter: itu saja. Sisanya ada di tombol ini."),
            icon="keyboard",
            accept_text=say(CONTEXT, "Tutup"),
            reject_text=say(CONTEXT, "Kembali bekerja"),
        )
        grid = QGridLayout()
        grid.setVerticalSpacing(theme.current().px(6))
        grid.setHorizontalSpacing(theme.current().px(16))
        grid.setColumnStretch(1, 1)
        row = 0
        for heading, keys in KEYS:
            grid.addWidget(label(say(CONTEXT, heading), "heading", self), row, 0, 1, 2)
            for key, meaning in keys:
                row += 1
                grid.addWidget(KeyHint(self, key=key), row, 0)
                grid.addWidget(label(say(CONTEXT, meaning), "body", self), row, 1)
            row += 1
        self.body.addLayout(grid)
        # the sentence in one line; a second one would take the height of the keys
        self.setMinimumWidth(theme.current().px(640))
