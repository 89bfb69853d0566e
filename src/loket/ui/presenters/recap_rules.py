"""The general rules of closing, reporting and reminding."""

from __future__ import annotations

from collections.abc import Sequence

from loket.domain.reminders import MESSAGE
from loket.ui import texts_recap_rules as texts_recap_rules  # what such a rule cannot be has its words there
from loket.ui.presenters.rule_rows import RuleGroup, RuleRow
from loket.ui.texts import QT_TRANSLATE_NOOP, say
from loket.ui.texts_settings import CONTEXT, weekday_word

_RECAP = RuleGroup(
    QT_TRANSLATE_NOOP("Settings", "Rekap dan laporan"),
    (
        RuleRow(
            "opening_hours",
            QT_TRANSLATE_NOOP("Settings", "Jam layanan"),
            QT_TRANSLATE_NOOP(
                "Settings", "Ditulis 08:00-15:30, dengan istirahat 08:00-11:30, 13:00-15:30; kosong berarti tutup."
            ),
        ),
        RuleRow(
            "recap_counter",
            QT_TRANSLATE_NOOP("Settings", "Loket yang merekap kios dan pintu"),
            QT_TRANSLATE_NOOP("Settings", "Kode loketnya, misalnya L1. Kosong: loket berkode pertama."),
        ),
        RuleRow(
            "recap_by_night_at",
            QT_TRANSLATE_NOOP("Settings", "Rekap dibuat otomatis mulai pukul"),
            QT_TRANSLATE_NOOP("Settings", "Bila hari belum ditutup; tanda tangannya menyusul paginya."),
        ),
        RuleRow(
            "standards",
            QT_TRANSLATE_NOOP("Settings", "Janji waktu layanan yang berbeda dari SOP"),
            QT_TRANSLATE_NOOP("Settings", "Kegiatan dan detiknya, misalnya loan:90, return:60. Pisahkan dengan koma."),
        ),
        RuleRow(
            "bps_code",
            QT_TRANSLATE_NOOP("Settings", "Kode wilayah BPS"),
            QT_TRANSLATE_NOOP(
                "Settings", "Untuk berkas Satu Data: dua angka provinsi atau empat angka kabupaten/kota."
            ),
        ),
        RuleRow(
            "bps_name",
            QT_TRANSLATE_NOOP("Settings", "Nama wilayah BPS"),
            QT_TRANSLATE_NOOP("Settings", "Seperti pada daftar kode wilayah, misalnya Kota Kupang."),
        ),
    ),
)
_REMINDERS = RuleGroup(
    QT_TRANSLATE_NOOP("Settings", "Tunggakan"),
    (
        RuleRow(
            "due_soon_days",
            QT_TRANSLATE_NOOP("Settings", "Daftar segera jatuh tempo mencakup"),
            QT_TRANSLATE_NOOP("Settings", "Pinjaman yang jatuh tempo dalam sekian hari ke depan."),
            most=30,
            unit=QT_TRANSLATE_NOOP("Settings", "hari"),
            special=QT_TRANSLATE_NOOP("Settings", "hari ini saja"),
        ),
        RuleRow(
            "reminder_after_days",
            QT_TRANSLATE_NOOP("Settings", "Teguran dikirim sesudah terlambat"),
            QT_TRANSLATE_NOOP("Settings", "Hari untuk teguran pertama, kedua, ketiga; pisahkan dengan koma."),
        ),
        RuleRow(
            "reminder_no_format",
            QT_TRANSLATE_NOOP("Settings", "Pola nomor surat teguran"),
            QT_TRANSLATE_NOOP(
                "Settings", "Misalnya 041/{running}/{station}/{roman}/{yyyy}. Kosong: nomor ditulis tangan."
            ),
        ),
        RuleRow(
            "reminder_message",
            QT_TRANSLATE_NOOP("Settings", "Pesan WhatsApp untuk yang terlambat"),
            QT_TRANSLATE_NOOP(
                "Settings",
                "Kosong: kalimat yang disertakan. Isiannya {nama} {buku} {jatuh_tempo} {hari} {denda} {perpustakaan}.",
            ),
        ),
    ),
)
SHIPPED_WORDS = {"reminder_message": MESSAGE}
"""What stands for an empty rule, by its key."""
RECAP_GROUPS: tuple[RuleGroup, ...] = (_RECAP, _REMINDERS)


def hours_text(hours: Sequence[str]) -> str:
    """ "Senin 08:00-15:30, Selasa …": the weekdays that have hours."""
    told = [f"{weekday_word(day)} {text}" for day, text in enumerate(hours) if text]
    return ", ".join(told) or say(CONTEXT, "belum diisi")
