"""Pictures of all widgets in every theme and scale: `python tests/ui/gallery.py [folder]`, by default out/gallery.

People and books are plainly invented. Look at the pictures after every change of the look.
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from loket.domain.entities import Id
from loket.domain.errors import RefusalCode
from loket.ui import theme
from loket.ui.pages.cash_close import CountView
from loket.ui.pages.cash_count import CountGrid
from loket.ui.pages.cash_pay import PayView
from loket.ui.pages.treasury_parts import ClosingLines, Figures, MoneyChain, StepCard
from loket.ui.presenters.till import LineKind, Till, TillLine
from loket.ui.presenters.treasury import Step, Sum
from loket.ui.tables import Column, PagedTableModel
from loket.ui.widgets import (
    AnswerCard,
    AnswerHistory,
    AnswerKind,
    Banner,
    Busy,
    Button,
    Card,
    EmptyState,
    FormRow,
    MemberCard,
    MemberPanel,
    PageHeader,
    ScanBox,
    Segmented,
    Sheet,
    StatusStrip,
    Suggestion,
    Table,
)

SCALES = (1.0, 1.25, 2.0)
SCREEN = QSize(1366, 768)


@dataclass(frozen=True)
class LoanLine:
    code: str
    title: str
    lent: str
    due: str
    status: str
    tone: str | None = None


LOANS = {
    1: LoanLine("B00123", "Hikayat Kancil di Negeri Awan", "24 Nov", "1 Des", "baru", "ok"),
    2: LoanLine("B00077", "Memasak dengan Rempah Khayal: Seratus Resep", "20 Nov", "27 Nov", "besok"),
    3: LoanLine(
        "B00541", "Ilmu Bumi untuk Pengembara Cilik <Jilid 2> & Petanya", "2 Nov", "9 Nov", "terlambat 15 hari", "stop"
    ),
}
COLUMNS: list[Column[LoanLine]] = [
    Column("Kode", lambda loan: loan.code, width_px=96),
    Column("Judul", lambda loan: loan.title, stretch=True, strong=True),
    Column("Pinjam", lambda loan: loan.lent, align="right", width_px=88),
    Column("Jatuh tempo", lambda loan: loan.due, align="right", width_px=112),
    Column(
        "Status",
        lambda loan: loan.status,
        width_px=176,
        token=lambda loan: loan.tone,
        icon=lambda loan: ("alert-circle", "stop") if loan.tone == "stop" else None,
    ),
]
MEMBER = MemberCard(
    name="Rara Contoh Wulandari",
    number="PD-2026-00042",
    kind="Pelajar · SMP Contoh 1",
    validity="s.d. 12 Mar 2027",
    remaining=1,
    limit=2,
    loans=2,
    notes=("Kartu lama hilang, sudah diganti.",),
    keys=(("Enter", "selesai"), ("Ctrl+Z", "batalkan yang terakhir")),
)
BLOCKED = MemberCard(
    name="H. Teladan Misalkan",
    number="PD-2025-00007",
    kind="Umum",
    validity="habis 3 Jan 2026",
    validity_state="stop",
    limit=2,
    owed_rp=12_500,
    loans=2,
    overdue=1,
    blocks=("Kartu habis berlaku 3 Jan 2026. Perpanjang di Anggota & Kartu (F3).", "1 buku terlambat 15 hari."),
    warnings=("Nomor telepon belum diisi.",),
    keys=(("Enter", "selesai"),),
)


LONG_TITLE = (
    "Memasak dengan Rempah Khayal: Seratus Resep yang Belum Pernah Dicoba Siapa pun di Kepulauan Awan, dengan Gambar "
    "dan Petunjuk Langkah demi Langkah"
)
LIMIT = "Batas 2 judul sudah tercapai. Kembalikan satu, atau minta persetujuan pengawas."
ANSWERS = (
    (AnswerKind.OK, "Dipinjam", "Hikayat Kancil di Negeri Awan", "Jatuh tempo Sen, 1 Des 2026", "7 hari + 1 libur", ""),
    (AnswerKind.RETURN, "Kembali", LONG_TITLE, "Milik Rara Contoh Wulandari · masih 1 buku", "", ""),
    (
        AnswerKind.WARN,
        "Terlambat",
        "Ilmu Bumi untuk Pengembara Cilik",
        "Denda Rp7.500",
        "15 hari × Rp500",
        "terima uang",
    ),
    (AnswerKind.STOP, "Ditolak", LIMIT, "", "Aturan Pelajar × Umum: 2 judul", "minta persetujuan"),
)


def desk() -> QWidget:
    """The circulation page in small: what an operator looks at all day."""
    page, column = _page(margin=0)
    tabs = QTabBar()
    tabs.setExpanding(False)
    for text in ("F2 Buku Tamu", "F3 Anggota & Kartu", "F4 Sirkulasi", "F5 Loker", "F6 Denda & Kas", "F9 Rekap"):
        tabs.addTab(text.replace("&", "&&"))
    tabs.setCurrentIndex(2)
    column.addWidget(tabs)
    body = QVBoxLayout()
    px = theme.current().px
    body.setContentsMargins(px(16), px(12), px(16), px(16))
    body.setSpacing(px(16))
    box = ScanBox()
    box.set_queue(3)
    body.addWidget(box)
    middle = QHBoxLayout()
    middle.setSpacing(px(16))
    panel = MemberPanel()
    panel.show_member(MEMBER)
    middle.addWidget(panel)
    right = QVBoxLayout()
    right.setSpacing(px(12))
    card = AnswerCard()
    card.show_answer(
        AnswerKind.OK,
        "Dipinjam",
        "Hikayat Kancil di Negeri Awan",
        detail="Jatuh tempo Sen, 1 Des 2026",
        rule="7 hari + 1 hari libur · aturan Pelajar × Umum",
        number="No. 2026-00123",
    )
    right.addWidget(card)
    right.addWidget(loans(), 1)
    middle.addLayout(right, 1)
    body.addLayout(middle, 1)
    column.addLayout(body, 1)
    column.addWidget(strip())
    return page


def loans() -> Table:
    table = Table(name="Pinjaman")
    table.show_model(
        PagedTableModel(COLUMNS, lambda keys: {key: LOANS[key] for key in keys if key in LOANS}, parent=table)
    )
    model = table.model()
    assert isinstance(model, PagedTableModel)
    model.set_ids([1, 2, 3, 4])  # the fourth has vanished
    table.select_row(1)
    return table


def strip() -> StatusStrip:
    made = StatusStrip()
    made.set_chip("saved", "Tersimpan", "circle-check", "ok")
    made.set_chip("pending", "12 belum terkirim (3 jam)", "cloud-upload", "quiet")
    made.set_chip("age", "Data anggota 2 jam", "database")
    made.set_chip("backup", "Cadangan kemarin gagal", "alert-triangle", "warn")
    made.set_chip("disk", "Cakram hampir penuh", "alert-circle", "stop")
    made.set_chip("clock", "WITA 10.42", "clock", right=True)
    return made


def answers() -> QWidget:
    """Every kind of answer, one under the other, then the quiet list."""
    page, column = _page()
    for kind, word, title, detail, rule, hint in ANSWERS:
        card = AnswerCard()
        card.show_answer(kind, word, title, detail, rule, hint, "F12" if hint else "")
        column.addWidget(card)
    idle = AnswerCard()
    idle.show_idle("Pindai kartu anggota untuk mulai.", "Buku yang dikembalikan boleh langsung dipindai.")
    column.addWidget(idle)
    history = AnswerHistory(max_lines=2)
    history.add(AnswerKind.STOP, "Ditolak", "Ensiklopedia Awan", "10.41")
    history.add(AnswerKind.OK, "Dipinjam", "Hikayat Kancil di Negeri Awan", "10.42")
    column.addWidget(history)
    column.addStretch(1)
    return page


def forms() -> QWidget:
    """Fields, buttons, switches, banners, progress."""
    page, column = _page()
    header = PageHeader(title="Aturan Pinjam", subtitle="Berlaku mulai pinjaman berikutnya", icon="book")
    header.add_action(Button(text="Batal", role="quiet"))
    header.add_action(Button(text="Simpan", icon="check", role="primary", key="Ctrl+S"))
    column.addWidget(header)
    for kind, text, action in (
        ("info", "Hari libur nasional 2027 sudah tersedia.", "Ambil"),
        ("ok", "Cadangan semalam sudah diperiksa dan utuh.", ""),
        ("warn", "Printer struk tidak menjawab. Pinjaman tetap tersimpan.", "Cetak ulang"),
        ("stop", "Cakram penuh: pindai berikutnya tidak dapat disimpan. Kosongkan tempat lebih dulu.", "Buka folder"),
    ):
        banner = Banner()
        banner.show_line(text, kind, action)  # type: ignore[arg-type]
        column.addWidget(banner)
    column.addWidget(_fields())
    row = QHBoxLayout()
    for role, text, icon in (
        ("primary", "Cetak", "printer"),
        ("plain", "Ubah", "edit"),
        ("danger", "Hapus", "trash"),
        ("quiet", "Nanti saja", ""),
    ):
        row.addWidget(Button(text=text, icon=icon, role=role))
    disabled = Button(text="Kirim", icon="cloud-upload")
    disabled.setEnabled(False)
    row.addWidget(disabled)
    row.addWidget(
        Segmented(options=[("all", "Semua", "list"), ("lent", "Dipinjam", "book"), ("late", "Terlambat", "clock")])
    )
    row.addStretch(1)
    column.addLayout(row)
    busy = Busy()
    busy.begin("Membaca anggota dari anggota.csv")
    busy.report(41_250, 100_000)
    column.addWidget(busy)
    column.addStretch(1)
    return page


def _fields() -> QWidget:
    card = Card()
    grid = QGridLayout(card)
    px = theme.current().px
    grid.setContentsMargins(px(16), px(16), px(16), px(8))
    grid.setHorizontalSpacing(px(16))
    name, number, kind, born = QLineEdit("Rara Contoh"), QLineEdit("12345x"), QComboBox(), QDateEdit()
    born.setCalendarPopup(True)
    born.setDisplayFormat("dd-MM-yyyy")
    days = QSpinBox()
    days.setSuffix(" hari")
    kind.addItems(["Pelajar", "Umum", "Guru"])
    wrong = FormRow(label="Nomor anggota", editor=number)
    wrong.set_error("Hanya angka. Contoh: 12345.")
    off = QLineEdit("tidak dapat diubah")
    off.setEnabled(False)
    rows = (
        FormRow(label="Nama", editor=name, hint="Seperti pada kartu identitas", required=True),
        wrong,
        FormRow(label="Jenis anggota", editor=kind),
        FormRow(label="Tanggal lahir", editor=born),
        FormRow(label="Lama pinjam", editor=days),
        FormRow(label="Dibuat oleh", editor=off),
    )
    for number_of, row in enumerate(rows):
        grid.addWidget(row, number_of // 3, number_of % 3)
    checked, chosen = QCheckBox("Denda untuk hari libur"), QRadioButton("Hitung hari buka saja")
    checked.setChecked(True)
    chosen.setChecked(True)
    grid.addWidget(checked, 2, 0)
    grid.addWidget(chosen, 2, 1)
    grid.addWidget(QCheckBox("Kirim struk"), 2, 2)
    return card


def people() -> QWidget:
    """Nobody, a blocked member, an empty list, a sheet."""
    page, column = _page()
    box = ScanBox()
    column.addWidget(box)
    row = QHBoxLayout()
    row.setSpacing(theme.current().px(16))
    blocked, nobody = MemberPanel(), MemberPanel()
    blocked.show_member(BLOCKED)
    row.addWidget(blocked)
    row.addWidget(nobody)
    sheet = Sheet(
        page,
        title="Batalkan pembayaran?",
        text="Nomor kuitansi 2026-0017 tetap tercatat sebagai batal.",
        kind="warn",
        accept_text="Batalkan pembayaran",
        reject_text="Biarkan",
        danger=True,
    )
    sheet.body.addWidget(FormRow(label="Alasan", editor=QLineEdit(), required=True))
    sheet.setWindowFlags(sheet.windowFlags() & ~sheet.windowFlags())  # drawn inside the picture
    right = QVBoxLayout()
    right.addWidget(sheet)
    right.addWidget(EmptyState(icon="books", sentence="Belum ada pinjaman hari ini.", key="F4", key_text="mulai"), 1)
    row.addLayout(right, 1)
    column.addLayout(row, 1)
    return page


def search() -> QWidget:
    """Suggestions under the box, over the page of the desk."""
    page = desk()
    page.setProperty("gallery", "suggest")
    return page


def _suggest(page: QWidget) -> None:
    for box in page.findChildren(ScanBox):
        box.take_focus()
        if page.property("gallery") == "suggest":
            box.set_text("rara")
            found = [
                Suggestion(1, "Rara Contoh Wulandari", "PD-2026-00042 · Pelajar", "2 pinjaman"),
                Suggestion(2, "Rara Misalkan", "PD-2024-00310 · Umum", "kartu habis"),
                Suggestion(3, "Rarasati dan Bintang Jatuh", "Kelana, 2019 · 3 eksemplar", "2 di rak", "book"),
            ]
            box.show_suggestions(found, "rara")


STEPS = (
    Step("Menunggu diterima", "Rp245.000", "dari Loket Utama, Loket Anak", action="Terima … (2)"),
    Step(
        "Di tangan bendahara",
        "Rp1.512.500",
        "3 serah terima · nontunai Rp30.000",
        "Terlambat 2 hari kerja: Rp1.200.000, tertua dari Kam, 19 Nov.",
        "stop",
        "alert-triangle",
        "Buat STS …",
        True,
    ),
    Step("Menunggu bukti bank", "Rp300.000", "00003/STS/L1/XI/2026", action="Catat bukti …"),
    Step("Diterima November", "Rp4.250.000", "Disetor Rp2.492.500 · saldo Rp1.757.500", action="Buka buku"),
)
CHAIN = (
    Sum("Saldo awal", 120_000),
    Sum("Kuitansi", 4_250_000, note="di antaranya nontunai Rp730.000"),
    Sum("Kuitansi yang dibatalkan", -15_000),
    Sum("Selisih saat diterima bendahara", -500, tone="warn"),
    Sum("Disetor dengan STS", -2_492_500),
    Sum("Seharusnya masih ada", 1_862_000, True),
    Sum("Tunai di bendahara", 1_862_000),
    Sum("Selisih", 0, True, "ok"),
)
PIECES = (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100)


def treasury() -> QWidget:
    """The money's way: steps with one thing to do each, and sums that make each other."""
    page, column = _page()
    steps = QHBoxLayout()
    steps.setSpacing(theme.current().px(12))
    for step in STEPS:
        card = StepCard()
        card.show_step(step)
        steps.addWidget(card, 1)
    column.addLayout(steps)
    chain = MoneyChain()
    chain.show_sums(CHAIN)
    column.addWidget(chain)
    column.addStretch(1)
    return page


def counting() -> QWidget:
    """Money counted twice, and the last lines of a book."""
    page, column = _page()
    grid = CountGrid(PIECES, beside={50_000: 3, 20_000: 2, 1_000: 45, 500: 20})
    grid.set_counts({50_000: 3, 20_000: 2, 1_000: 45, 500: 19})
    column.addWidget(grid)
    sums = (Sum("Jumlah penerimaan", 4_235_000), Sum("Disetor", 2_492_500), Sum("Saldo", 1_742_500, True))
    closing, figures = ClosingLines(), Figures()
    closing.show_sums(sums)
    figures.show_sums((*sums, *(Sum(f"tunai di loket L{number}", 10_000 * number) for number in range(1, 6))))
    column.addWidget(closing)
    column.addWidget(figures)
    column.addStretch(1)
    return page


def cash() -> QWidget:
    """The cash desk: what is paid now, what only the treasurer takes, what a late book would cost, and the change."""
    page, column = _page()
    view = PayView()
    view.retranslate()
    owed = (
        TillLine(Id("a"), LineKind.CHARGE, "fine", "Hikayat Kancil di Negeri Awan", 3_500, 3_500, date(2026, 12, 1)),
        TillLine(
            Id("b"), LineKind.CHARGE, "lost", LONG_TITLE, 85_000, 85_000, date(2026, 11, 9),
            ticked=False, why_not=RefusalCode.TREASURER_ONLY,
        ),
        TillLine(Id("c"), LineKind.SERVICE, "photocopy", "Fotokopi A4", 6_000, 6_000, quantity=12),
        TillLine(Id("d"), LineKind.PREVIEW, "fine", "Ilmu Bumi untuk Pengembara Cilik", 7_500, 7_500, ticked=False),
    )  # fmt: skip
    view.show_till(Till(lines=owed, payer="Rara Contoh Wulandari", received_rp=20_000))
    view.money.set_value(20_000)
    column.addWidget(view)
    return page


def closing() -> QWidget:
    """The drawer counted, with a difference to be explained."""
    page, column = _page()
    view = CountView()
    view.start(100_000)
    view.grid.set_counts({50_000: 2, 5_000: 1, 500: 3})
    view.show_difference(-1_500)
    view.explanation_row.set_error("Ada selisih -Rp1.500: tulis penjelasannya.")
    column.addWidget(view)
    return page


SCENES: dict[str, Callable[[], QWidget]] = {
    "desk": desk,
    "answers": answers,
    "forms": forms,
    "people": people,
    "search": search,
    "treasury": treasury,
    "counting": counting,
    "cash": cash,
    "closing": closing,
}


def render(folder: Path, names: tuple[str, ...] = theme.NAMES, scales: tuple[float, ...] = SCALES) -> Iterator[Path]:
    """Draw every scene in these themes and scales; yields the pictures' paths. Needs a QApplication."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        for scale in scales:
            theme.current().use(name=name, scale=scale)
            for scene, build in SCENES.items():
                page = build()
                page.resize(SCREEN if scale < 2 else SCREEN * 1.6)
                page.show()
                QApplication.processEvents()
                _suggest(page)
                QApplication.processEvents()
                target = folder / f"{scene}-{name}-{round(scale * 100)}.png"
                page.grab().save(str(target))
                page.close()
                page.deleteLater()
                yield target


def _page(margin: int = 24) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    page.setProperty("role", "page")
    column = QVBoxLayout(page)
    side = theme.current().px(margin)
    column.setContentsMargins(side, side, side, side)
    column.setSpacing(theme.current().px(12) if margin else 0)
    return page, column


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    theme.install(app)
    for picture in render(Path(sys.argv[1] if len(sys.argv) > 1 else "out/gallery")):
        print(picture)
