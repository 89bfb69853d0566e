"""F1: the keys of the page one works on, and those that hold everywhere."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QWidget

from loket.ui import theme
from loket.ui.pages.page import Page
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.widgets import KeyHint, Segmented, Sheet, label

CONTEXT = "Help"
SPACE = QT_TRANSLATE_NOOP("Help", "Spasi")  # the one key whose name is translated
Section = tuple[str, tuple[tuple[str, str], ...]]  # heading, (key, what it does) each
KEYS: tuple[Section, ...] = (
    (
        QT_TRANSLATE_NOOP("Help", "Sirkulasi"),
        (
            ("Enter", QT_TRANSLATE_NOOP("Help", "selesai melayani anggota, slip tampil")),
            ("Ctrl+Z", QT_TRANSLATE_NOOP("Help", "batalkan tindakan terakhir loket ini")),
            ("Ctrl+R", QT_TRANSLATE_NOOP("Help", "perpanjang: pindai buku yang ditunjukkan")),
            ("Ctrl+B", QT_TRANSLATE_NOOP("Help", "kembali saja: kotak pengembalian")),
            ("Ctrl+I", QT_TRANSLATE_NOOP("Help", "buka data anggota yang dilayani")),
            ("Ctrl+P", QT_TRANSLATE_NOOP("Help", "cetak slip pinjaman ke printer struk")),
            ("Ctrl+D", QT_TRANSLATE_NOOP("Help", "ke kas dengan tagihan anggota yang dilayani")),
            ("Esc", QT_TRANSLATE_NOOP("Help", "kembali ke mode otomatis")),
            ("F12", QT_TRANSLATE_NOOP("Help", "minta persetujuan pengawas")),
            ("Ctrl+L", QT_TRANSLATE_NOOP("Help", "catat hilang pinjaman yang dipilih")),
            ("Ctrl+K", QT_TRANSLATE_NOOP("Help", "catat rusak pinjaman yang dipilih")),
            ("Ctrl+G", QT_TRANSLATE_NOOP("Help", "nyatakan eksemplar yang dipindai tersedia lagi")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Help", "Denda & Kas"),
        (
            ("Enter", QT_TRANSLATE_NOOP("Help", "terima uang; tanpa tagihan: selesai")),
            ("Tab", QT_TRANSLATE_NOOP("Help", "ketik uang yang diterima")),
            ("Alt+1 … 4", QT_TRANSLATE_NOOP("Help", "uang yang diserahkan, dibulatkan ke atas")),
            ("Alt+T  Q  R", QT_TRANSLATE_NOOP("Help", "tunai, QRIS, atau transfer")),
            (SPACE, QT_TRANSLATE_NOOP("Help", "centang baris yang dipilih")),
            ("Ctrl+J", QT_TRANSLATE_NOOP("Help", "jual layanan, juga kepada bukan anggota")),
            ("Ctrl+E", QT_TRANSLATE_NOOP("Help", "bayar sebagian saja")),
            ("Ctrl+B", QT_TRANSLATE_NOOP("Help", "bebaskan tagihan, dengan pengawas")),
            ("Ctrl+Z", QT_TRANSLATE_NOOP("Help", "batalkan pembebasan yang keliru")),
            ("Ctrl+K", QT_TRANSLATE_NOOP("Help", "pakai kelebihan bayar untuk tagihan lain")),
            ("Ctrl+U", QT_TRANSLATE_NOOP("Help", "kembalikan uang kelebihan bayar")),
            ("Ctrl+D", QT_TRANSLATE_NOOP("Help", "hapus baris layanan")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Help", "Kuitansi dan laci"),
        (
            ("Ctrl+1  2  3", QT_TRANSLATE_NOOP("Help", "bayar, kuitansi hari ini, laci")),
            ("Ctrl+P", QT_TRANSLATE_NOOP("Help", "cetak lagi kuitansi yang dipilih")),
            ("Ctrl+S", QT_TRANSLATE_NOOP("Help", "simpan kuitansi atau serah terima (PDF)")),
            ("Ctrl+Del", QT_TRANSLATE_NOOP("Help", "batalkan kuitansi, dengan pengawas")),
            ("Ctrl+T", QT_TRANSLATE_NOOP("Help", "hitung uang di laci; Ctrl+Enter menutupnya")),
            ("Ctrl+H", QT_TRANSLATE_NOOP("Help", "serahkan uang kepada bendahara")),
            ("Ctrl+L", QT_TRANSLATE_NOOP("Help", "kunci hari ini, atau buka lagi")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Help", "Bendahara"),
        (
            ("Ctrl+1", QT_TRANSLATE_NOOP("Help", "uang masuk, setoran, dan bukti bank")),
            ("Ctrl+2", QT_TRANSLATE_NOOP("Help", "cocokkan penerimaan dengan setoran")),
            ("Ctrl+3", QT_TRANSLATE_NOOP("Help", "buku kas dan laporan bulanan")),
            ("Enter", QT_TRANSLATE_NOOP("Help", "langkah berikutnya, atau baris yang dipilih")),
            ("F6", QT_TRANSLATE_NOOP("Help", "ke kas: terima atau kembalikan uang")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Help", "Buku Tamu"),
        (
            ("Enter", QT_TRANSLATE_NOOP("Help", "sesudah kartu yang sama lagi: catat keluar")),
            ("1 … 9", QT_TRANSLATE_NOOP("Help", "tujuan anggota, bila ditanyakan; Enter: tanpa tujuan")),
            ("Ctrl+T", QT_TRANSLATE_NOOP("Help", "tamu: nama, lalu Enter")),
            ("Ctrl+G", QT_TRANSLATE_NOOP("Help", "rombongan, dengan rinciannya")),
            ("Ctrl+O", QT_TRANSLATE_NOOP("Help", "kunjungan resmi")),
            ("Ctrl+1  2", QT_TRANSLATE_NOOP("Help", "di dalam sekarang, buku hari ini")),
            ("Ctrl+K", QT_TRANSLATE_NOOP("Help", "catat keluar baris yang dipilih")),
            ("Ctrl+P", QT_TRANSLATE_NOOP("Help", "cetak lagi nomor pengunjung yang dipilih")),
            ("Ctrl+Z", QT_TRANSLATE_NOOP("Help", "batalkan baris terakhir, dengan alasan")),
            ("Ctrl+E", QT_TRANSLATE_NOOP("Help", "salin buku kertas, beberapa baris sekaligus")),
            ("Ctrl+I", QT_TRANSLATE_NOOP("Help", "impor buku pengunjung dari Excel atau CSV")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Help", "Loker"),
        (
            ("Enter", QT_TRANSLATE_NOOP("Help", "beri loker yang diusulkan, atau kembalikan barang")),
            ("Ctrl+N", QT_TRANSLATE_NOOP("Help", "nama tidak cocok")),
            ("Ctrl+H", QT_TRANSLATE_NOOP("Help", "nomor penitipan hilang")),
            ("Ctrl+D", QT_TRANSLATE_NOOP("Help", "pindah ke loker lain")),
            ("Ctrl+B", QT_TRANSLATE_NOOP("Help", "buka paksa")),
            ("Ctrl+R", QT_TRANSLATE_NOOP("Help", "loker rusak, atau siap lagi")),
            ("Ctrl+P", QT_TRANSLATE_NOOP("Help", "cetak lagi sepasang nomor")),
            ("Ctrl+S", QT_TRANSLATE_NOOP("Help", "surat pernyataan (PDF)")),
            ("Ctrl+1  2  3", QT_TRANSLATE_NOOP("Help", "papan, masih keluar, catatan hari ini")),
            ("Ctrl+Z", QT_TRANSLATE_NOOP("Help", "batalkan loker yang baru diberikan")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Help", "Ruang Baca"),
        (
            ("Ctrl+1 … 4", QT_TRANSLATE_NOOP("Help", "ruang baca, internet, fotokopi, e-book")),
            ("Ctrl+J", QT_TRANSLATE_NOOP("Help", "minta koleksi untuk dibaca di tempat")),
            ("Ctrl+E", QT_TRANSLATE_NOOP("Help", "serahkan atau terima kembali; klas sudah di rak")),
            ("Ctrl+D", QT_TRANSLATE_NOOP("Help", "permintaan tidak dapat diberikan")),
            ("Ctrl+T", QT_TRANSLATE_NOOP("Help", "permintaan, atau kembali ke rak")),
            ("Ctrl+Shift+E", QT_TRANSLATE_NOOP("Help", "semua buku sudah di rak")),
            ("Ctrl+P", QT_TRANSLATE_NOOP("Help", "daftar kembali ke rak (PDF)")),
            ("Ctrl+U", QT_TRANSLATE_NOOP("Help", "hitung satu tumpukan")),
            ("Ctrl+Z", QT_TRANSLATE_NOOP("Help", "batalkan hitungan terakhir")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Help", "Internet"),
        (
            ("Enter", QT_TRANSLATE_NOOP("Help", "mulai, akhiri, atau antre: seperti tertulis")),
            ("Ctrl+R", QT_TRANSLATE_NOOP("Help", "perpanjang waktu")),
            ("Ctrl+T", QT_TRANSLATE_NOOP("Help", "pindah komputer")),
            ("Ctrl+J", QT_TRANSLATE_NOOP("Help", "masukkan antrean")),
            ("Ctrl+Del", QT_TRANSLATE_NOOP("Help", "keluar dari antrean")),
            ("Ctrl+K", QT_TRANSLATE_NOOP("Help", "kartu kembali kepada pemiliknya")),
            ("Ctrl+O", QT_TRANSLATE_NOOP("Help", "komputer rusak, atau siap lagi")),
            ("Ctrl+I", QT_TRANSLATE_NOOP("Help", "buku fasilitas internet")),
            ("Ctrl+Z", QT_TRANSLATE_NOOP("Help", "batalkan sesi yang baru dimulai")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Help", "Di mana saja"),
        (
            ("F2 … F11", QT_TRANSLATE_NOOP("Help", "pindah halaman")),
            ("Ctrl+M", QT_TRANSLATE_NOOP("Help", "menu: impor, rekap, cadangan, bahasa")),
            ("Ctrl+Shift+S", QT_TRANSLATE_NOOP("Help", "sinkronisasi dengan server pusat")),
            ("Ctrl+Shift+L", QT_TRANSLATE_NOOP("Help", "kunci loket; buka dengan PIN")),
            ("Ctrl+,", QT_TRANSLATE_NOOP("Help", "pengaturan")),
            ("F1", QT_TRANSLATE_NOOP("Help", "bantuan ini")),
        ),
    ),
)
VIEWS: dict[str, tuple[str, ...]] = {  # the title of a page, or of a part of it: the sections about it
    "Sirkulasi": ("Sirkulasi",),
    "Denda & Kas": ("Denda & Kas", "Kuitansi dan laci"),
    "Bendahara": ("Bendahara",),
    "Loker": ("Loker",),
    "Ruang": ("Ruang Baca",),
    "Internet": ("Internet",),
    "Buku Tamu": ("Buku Tamu",),
}
EVERYWHERE = "Di mana saja"


class HelpSheet(Sheet):
    """Opens with the keys of the page in front; `views` switches to those of another one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            title=say(CONTEXT, "Bantuan tombol"),
            text=say(CONTEXT, "Pindai kartu, pindai buku, tekan Enter: itu saja. Sisanya ada di tombol ini."),
            icon="keyboard",
            accept_text=say(CONTEXT, "Tutup"),
            reject_text=say(CONTEXT, "Kembali bekerja"),
        )
        px, sections = theme.current().px, dict(KEYS)
        self.views, self._stack = Segmented(self, name=say(CONTEXT, "Halaman")), QStackedWidget(self)
        self.views.set_options([(title, say(CONTEXT, title), "") for title in VIEWS])
        for first, *others in VIEWS.values():
            columns = QHBoxLayout(page := QWidget(self._stack))
            columns.setContentsMargins(0, px(8), 0, 0)
            columns.setSpacing(px(32))
            for headings in ([first], [*others, EVERYWHERE]):
                columns.addLayout(_column(page, [(heading, sections[heading]) for heading in headings]), 1)
            self._stack.addWidget(page)
        self.body.addWidget(self.views)
        self.body.addWidget(self._stack)
        self.views.changed.connect(self._turn_to)
        self._turn_to(_title_in_front(parent))
        self.setMinimumWidth(self.minimumSizeHint().width())  # a new window is narrowed to part of the screen else

    def _turn_to(self, title: str) -> None:
        self.views.set_current(title)
        self._stack.setCurrentIndex(list(VIEWS).index(title))


def _title_in_front(window: QWidget) -> str:
    """Of the page one works on, where there are keys to tell of it; else of circulation."""
    titles = [page.TITLE for page in window.findChildren(Page) if page.isVisible() and page.TITLE in VIEWS]
    return titles[0] if titles else next(iter(VIEWS))


def _column(parent: QWidget, sections: list[Section]) -> QGridLayout:
    grid, px = QGridLayout(), theme.current().px
    grid.setVerticalSpacing(px(6))
    grid.setHorizontalSpacing(px(16))
    grid.setColumnStretch(1, 1)
    row = 0
    for heading, keys in sections:
        grid.addWidget(label(say(CONTEXT, heading), "heading", parent), row, 0, 1, 2)
        for key, meaning in keys:
            row += 1
            cap = say(CONTEXT, key) if key == SPACE else key
            grid.addWidget(KeyHint(parent, key=cap), row, 0)
            grid.addWidget(label(say(CONTEXT, meaning), "body", parent), row, 1)
        row += 1
    grid.setRowStretch(row, 1)
    return grid
