"""The general rules of the front of the house: guestbook and kiosk, lockers, reading and internet rooms."""

from __future__ import annotations

from loket.ui.presenters.rule_rows import RuleGroup, RuleRow
from loket.ui.texts import QT_TRANSLATE_NOOP

_VISITS = RuleGroup(
    QT_TRANSLATE_NOOP("Settings", "Buku tamu dan kios"),
    (
        RuleRow(
            "visit_window_min",
            QT_TRANSLATE_NOOP("Settings", "Orang yang sama dihitung sekali dalam"),
            QT_TRANSLATE_NOOP("Settings", "Per buku: pintu dan ruang masing-masing. SLiMS memakai 60 menit."),
            most=24 * 60,
            unit=QT_TRANSLATE_NOOP("Settings", "menit"),
            special=QT_TRANSLATE_NOOP("Settings", "setiap kali"),
        ),
        RuleRow(
            "visitor_numbers",
            QT_TRANSLATE_NOOP("Settings", "Tamu mendapat nomor pengunjung"),
            QT_TRANSLATE_NOOP("Settings", "Untuk loker, ruang baca, dan keluar; dicetak bila ada printer struk."),
        ),
        RuleRow(
            "guest_names_months",
            QT_TRANSLATE_NOOP("Settings", "Nama bukan anggota disimpan"),
            QT_TRANSLATE_NOOP("Settings", "Sesudah itu namanya dihapus, jumlahnya tetap terhitung (UU 27/2022)."),
            most=120,
            unit=QT_TRANSLATE_NOOP("Settings", "bulan"),
            special=QT_TRANSLATE_NOOP("Settings", "selamanya"),
        ),
        RuleRow(
            "kiosk_purpose",
            QT_TRANSLATE_NOOP("Settings", "Kios menanyakan tujuan kunjungan anggota"),
            QT_TRANSLATE_NOOP("Settings", "Sesudah kartu dipindai; anggota boleh melewatinya."),
        ),
        RuleRow(
            "kiosk_voice",
            QT_TRANSLATE_NOOP("Settings", "Kios menyapa dengan suara"),
            QT_TRANSLATE_NOOP("Settings", "Matikan di ruang yang harus hening."),
        ),
        RuleRow(
            "kiosk_survey",
            QT_TRANSLATE_NOOP("Settings", "Kios menawarkan survei kepuasan"),
            QT_TRANSLATE_NOOP("Settings", "Sembilan unsur, tanpa nama (Permenpan RB 14/2017)."),
        ),
        RuleRow(
            "kiosk_register",
            QT_TRANSLATE_NOOP("Settings", "Kios menerima pendaftaran anggota"),
            QT_TRANSLATE_NOOP("Settings", "Calon anggota mengisi sendiri; petugas yang mengesahkan."),
        ),
    ),
)
_LOCKERS = RuleGroup(
    QT_TRANSLATE_NOOP("Settings", "Loker"),
    (
        RuleRow(
            "locker_pledge",
            QT_TRANSLATE_NOOP("Settings", "Jaminan untuk tanda loker"),
            QT_TRANSLATE_NOOP("Settings", "Dari kartu identitas hanya jenis dan empat angka terakhir yang dicatat."),
        ),
        RuleRow(
            "locker_deposit_rp",
            QT_TRANSLATE_NOOP("Settings", "Besarnya uang jaminan"),
            QT_TRANSLATE_NOOP("Settings", "Hanya bila jaminannya uang; dikembalikan bersama tandanya."),
            most=1_000_000,
        ),
        RuleRow(
            "locker_hours",
            QT_TRANSLATE_NOOP("Settings", "Loker terlalu lama dipakai sesudah"),
            QT_TRANSLATE_NOOP("Settings", "Loker yang belum kosong saat tutup selalu ditunjukkan."),
            most=24,
            unit=QT_TRANSLATE_NOOP("Settings", "jam"),
            special=QT_TRANSLATE_NOOP("Settings", "akhir hari"),
        ),
    ),
)
_ROOMS = RuleGroup(
    QT_TRANSLATE_NOOP("Settings", "Ruang"),
    (
        RuleRow(
            "internet_minutes",
            QT_TRANSLATE_NOOP("Settings", "Lama satu sesi internet"),
            QT_TRANSLATE_NOOP("Settings", "SOP layanan internet: 45 menit."),
            least=5,
            most=480,
            unit=QT_TRANSLATE_NOOP("Settings", "menit"),
        ),
        RuleRow(
            "internet_warning_min",
            QT_TRANSLATE_NOOP("Settings", "Sesi internet diingatkan sebelum habis"),
            QT_TRANSLATE_NOOP("Settings", "Petugas melihat dan mendengarnya."),
            most=60,
            unit=QT_TRANSLATE_NOOP("Settings", "menit"),
            special=QT_TRANSLATE_NOOP("Settings", "tidak pernah"),
        ),
        RuleRow(
            "internet_extension_min",
            QT_TRANSLATE_NOOP("Settings", "Sesi internet diperpanjang"),
            QT_TRANSLATE_NOOP("Settings", "Setiap kali; tidak bila ada yang menunggu."),
            most=240,
            unit=QT_TRANSLATE_NOOP("Settings", "menit"),
        ),
        RuleRow(
            "internet_extensions",
            QT_TRANSLATE_NOOP("Settings", "Perpanjangan sesi paling banyak"),
            QT_TRANSLATE_NOOP("Settings", "Dalam satu sesi."),
            most=20,
            unit=QT_TRANSLATE_NOOP("Settings", "kali"),
            special=QT_TRANSLATE_NOOP("Settings", "tidak boleh"),
        ),
        RuleRow(
            "internet_daily_min",
            QT_TRANSLATE_NOOP("Settings", "Internet per orang dalam sehari"),
            QT_TRANSLATE_NOOP("Settings", "Semua sesinya dijumlahkan."),
            most=24 * 60,
            unit=QT_TRANSLATE_NOOP("Settings", "menit"),
            special=QT_TRANSLATE_NOOP("Settings", "tanpa batas"),
        ),
        RuleRow(
            "internet_card_held",
            QT_TRANSLATE_NOOP("Settings", "Kartu anggota dititipkan selama sesi"),
            QT_TRANSLATE_NOOP("Settings", "SOP layanan internet; layar mengingatkan untuk mengembalikannya."),
        ),
        RuleRow(
            "photocopy_hours",
            QT_TRANSLATE_NOOP("Settings", "Buku yang difotokopi di luar kembali dalam"),
            QT_TRANSLATE_NOOP("Settings", "Hari yang sama juga, paling lambat saat tutup (SOP foto copy)."),
            least=1,
            most=12,
            unit=QT_TRANSLATE_NOOP("Settings", "jam"),
        ),
        RuleRow(
            "ebook_days",
            QT_TRANSLATE_NOOP("Settings", "Buku digital kembali sendiri sesudah"),
            QT_TRANSLATE_NOOP("Settings", "SOP KLIK e-book: tiga hari."),
            least=1,
            most=60,
            unit=QT_TRANSLATE_NOOP("Settings", "hari"),
        ),
    ),
)
HOUSE_GROUPS: tuple[RuleGroup, ...] = (_VISITS, _LOCKERS, _ROOMS)
