"""Sentences of the rooms page: reading in place and the internet room. Its other sections have their own."""

from __future__ import annotations

from dataclasses import dataclass

from loket.domain.ddc import FICTION, ISLAM, REFERENCE, UNCLASSED
from loket.domain.entities import InHouseKind, InHouseState
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.internet import SeatState
from loket.domain.visits import Doubt
from loket.services.reading_room import CountWarning
from loket.ui import texts
from loket.ui.presenters.rooms_internet import Doing, InternetRoom, Proposal
from loket.ui.presenters.rooms_reading import Answered, Deed
from loket.ui.texts import QT_TRANSLATE_NOOP, invalid_text, refusal_text, say

CONTEXT = "Rooms"
R = RefusalCode

WARNED: dict[str, str] = {
    Doubt.EXPIRED: QT_TRANSLATE_NOOP("Rooms", "Kartunya habis masa berlaku."),
    Doubt.SUSPENDED: QT_TRANSLATE_NOOP("Rooms", "Hak pinjamnya sedang ditangguhkan."),
    Doubt.PENDING: QT_TRANSLATE_NOOP("Rooms", "Pendaftarannya belum disahkan."),
    Doubt.LEFT: QT_TRANSLATE_NOOP("Rooms", "Keanggotaannya sudah berakhir."),
    Doubt.OLD_SLIP: QT_TRANSLATE_NOOP("Rooms", "Slip pengunjung dari hari lain."),
    Doubt.GONE_OUT: QT_TRANSLATE_NOOP("Rooms", "Slipnya sudah tercatat keluar."),
}
REQUEST_KINDS: dict[InHouseKind, str] = {
    InHouseKind.REQUEST: QT_TRANSLATE_NOOP("Rooms", "Referensi atau deposit"),
    InHouseKind.RESTRICTED: QT_TRANSLATE_NOOP("Rooms", "Terbatas, dibaca di depan petugas"),
    InHouseKind.AUDIOVISUAL: QT_TRANSLATE_NOOP("Rooms", "Audio visual"),
}
READING_KINDS: dict[InHouseKind, str] = {
    InHouseKind.TABLE: QT_TRANSLATE_NOOP("Rooms", "di meja baca"),
    InHouseKind.REQUEST: QT_TRANSLATE_NOOP("Rooms", "diambilkan"),
    InHouseKind.RESTRICTED: QT_TRANSLATE_NOOP("Rooms", "terbatas"),
    InHouseKind.AUDIOVISUAL: QT_TRANSLATE_NOOP("Rooms", "audio visual"),
}
REQUEST_STATES: dict[InHouseState, str] = {
    InHouseState.ASKED: QT_TRANSLATE_NOOP("Rooms", "diminta"),
    InHouseState.FETCHED: QT_TRANSLATE_NOOP("Rooms", "pada pembaca"),
}
COUNT_WARNINGS: dict[CountWarning, str] = {
    CountWarning.ON_LOAN: QT_TRANSLATE_NOOP(
        "Rooms", "Tercatat masih dipinjam {borrower}. Terima kembali di Sirkulasi."
    ),
    CountWarning.UNKNOWN: QT_TRANSLATE_NOOP("Rooms", "Kode ini belum ada di katalog. Dihitung menurut kodenya."),
    CountWarning.LOST: QT_TRANSLATE_NOOP("Rooms", "Tercatat hilang atau ditarik. Nyatakan tersedia di Sirkulasi (F4)."),
    CountWarning.SEVERAL: QT_TRANSLATE_NOOP("Rooms", "Dua eksemplar memakai kode ini. Betulkan labelnya."),
    CountWarning.ISBN: QT_TRANSLATE_NOOP("Rooms", "Dihitung dari ISBN-nya; eksemplarnya tidak dikenal."),
}
CLASSES: dict[str, str] = {
    "000": QT_TRANSLATE_NOOP("Rooms", "Karya umum, komputer"),
    "100": QT_TRANSLATE_NOOP("Rooms", "Filsafat, psikologi"),
    "200": QT_TRANSLATE_NOOP("Rooms", "Agama"),
    "300": QT_TRANSLATE_NOOP("Rooms", "Ilmu sosial"),
    "400": QT_TRANSLATE_NOOP("Rooms", "Bahasa"),
    "500": QT_TRANSLATE_NOOP("Rooms", "Ilmu murni"),
    "600": QT_TRANSLATE_NOOP("Rooms", "Ilmu terapan"),
    "700": QT_TRANSLATE_NOOP("Rooms", "Seni, olahraga"),
    "800": QT_TRANSLATE_NOOP("Rooms", "Sastra"),
    "900": QT_TRANSLATE_NOOP("Rooms", "Sejarah, geografi"),
    ISLAM: QT_TRANSLATE_NOOP("Rooms", "Islam"),
    FICTION: QT_TRANSLATE_NOOP("Rooms", "Fiksi"),
    REFERENCE: QT_TRANSLATE_NOOP("Rooms", "Referensi"),
    UNCLASSED: QT_TRANSLATE_NOOP("Rooms", "tanpa klas"),
}
SEAT_WORDS: dict[SeatState, str] = {
    SeatState.FREE: QT_TRANSLATE_NOOP("Rooms", "Kosong"),
    SeatState.RUNNING: QT_TRANSLATE_NOOP("Rooms", "Dipakai"),
    SeatState.WARNING: QT_TRANSLATE_NOOP("Rooms", "Hampir habis"),
    SeatState.OVERRUN: QT_TRANSLATE_NOOP("Rooms", "Waktu habis"),
    SeatState.OUT_OF_ORDER: QT_TRANSLATE_NOOP("Rooms", "Rusak"),
}
END_HOW: dict[str, str] = {
    "done": QT_TRANSLATE_NOOP("Rooms", "selesai"),
    "time": QT_TRANSLATE_NOOP("Rooms", "waktunya habis"),
    "power": QT_TRANSLATE_NOOP("Rooms", "listrik padam"),
    "closing": QT_TRANSLATE_NOOP("Rooms", "layanan ditutup"),
}
PURPOSES: dict[str, str] = {
    "Tugas sekolah": QT_TRANSLATE_NOOP("Rooms", "Tugas sekolah"),
    "Mencari informasi": QT_TRANSLATE_NOOP("Rooms", "Mencari informasi"),
    "Mengetik": QT_TRANSLATE_NOOP("Rooms", "Mengetik"),
    "Surel": QT_TRANSLATE_NOOP("Rooms", "Surel"),
    "Mendaftar daring": QT_TRANSLATE_NOOP("Rooms", "Mendaftar daring"),
    "Rapat daring": QT_TRANSLATE_NOOP("Rooms", "Rapat daring"),
    "Lainnya": QT_TRANSLATE_NOOP("Rooms", "Lainnya"),
}

REFUSAL_TEXT: dict[RefusalCode, tuple[str, str]] = {
    R.BOOK_EXPECTED: (
        QT_TRANSLATE_NOOP("refusal", "Di sini yang dipindai buku; {code} bukan kode buku."),
        QT_TRANSLATE_NOOP("refusal", "Pindai barcode bukunya."),
    ),
    R.READING_ITEM_BUSY: (
        QT_TRANSLATE_NOOP("refusal", "Eksemplar {barcode} sedang diminta atau dibaca orang lain."),
        QT_TRANSLATE_NOOP("refusal", "Tunggu sampai dikembalikan, atau tawarkan eksemplar lain."),
    ),
    R.REQUEST_OVER: (
        QT_TRANSLATE_NOOP("refusal", "Permintaan ini sudah tidak menunggu lagi."),
        QT_TRANSLATE_NOOP("refusal", "Lihat daftar permintaan yang terbaru."),
    ),
    R.INTERNET_SEAT_TAKEN: (
        QT_TRANSLATE_NOOP("refusal", "Komputer {number} sedang dipakai."),
        QT_TRANSLATE_NOOP("refusal", "Pilih komputer yang kosong."),
    ),
    R.INTERNET_SEAT_OUT: (
        QT_TRANSLATE_NOOP("refusal", "Komputer {number} tidak dapat dipakai: {reason}."),
        QT_TRANSLATE_NOOP("refusal", "Pilih komputer lain, atau nyatakan siap pakai bila sudah baik."),
    ),
    R.INTERNET_RUNNING: (
        QT_TRANSLATE_NOOP("refusal", "Ia masih memakai komputer {number}."),
        QT_TRANSLATE_NOOP("refusal", "Akhiri dahulu sesinya, atau pindahkan ke komputer lain."),
    ),
    R.INTERNET_WAITING: (
        QT_TRANSLATE_NOOP("refusal", "Namanya sudah ada di antrean."),
        "",
    ),
    R.INTERNET_CARD_NEEDED: (
        QT_TRANSLATE_NOOP("refusal", "Layanan internet memerlukan kartu anggota."),
        QT_TRANSLATE_NOOP("refusal", "Minta kartu anggotanya, atau minta persetujuan pengawas (F12)."),
    ),
    R.INTERNET_DAILY: (
        QT_TRANSLATE_NOOP("refusal", "Jatah {minutes} menit sehari sudah habis."),
        QT_TRANSLATE_NOOP("refusal", "Persilakan datang lagi besok, atau minta persetujuan pengawas (F12)."),
    ),
    R.INTERNET_OTHERS_WAIT: (
        QT_TRANSLATE_NOOP("refusal", "Masih ada {count} orang yang menunggu lebih dahulu."),
        QT_TRANSLATE_NOOP("refusal", "Layani antreannya dahulu, atau minta persetujuan pengawas (F12)."),
    ),
    R.INTERNET_EXTENSIONS: (
        QT_TRANSLATE_NOOP("refusal", "Sudah diperpanjang {most} kali, sebanyak yang boleh."),
        QT_TRANSLATE_NOOP("refusal", "Akhiri sesinya, atau minta persetujuan pengawas (F12)."),
    ),
    R.SESSION_OVER: (
        QT_TRANSLATE_NOOP("refusal", "Sesi ini sudah berakhir."),
        QT_TRANSLATE_NOOP("refusal", "Lihat papan komputer yang terbaru."),
    ),
}
INVALID_TEXT: dict[str, str] = {
    "class_unknown": QT_TRANSLATE_NOOP("invalid", "Pilih salah satu klas."),
    "kind_unknown": QT_TRANSLATE_NOOP("invalid", "Pilih salah satu jenis."),
    "other_title": QT_TRANSLATE_NOOP("invalid", "Ini eksemplar judul lain: {title}."),
    "reader_missing": QT_TRANSLATE_NOOP("invalid", "Pindai kartu pembaca, atau tulis namanya."),
    "room_unknown": QT_TRANSLATE_NOOP("invalid", "Pilih salah satu ruang."),
    "seat_number_taken": QT_TRANSLATE_NOOP("invalid", "Nomor {number} sudah dipakai komputer lain."),
}
texts.add_refusals(REFUSAL_TEXT)
texts.add_invalid(INVALID_TEXT)


def purpose_word(purpose: str) -> str:
    """A purpose that is offered, in the reader's language; any other as it was typed."""
    return say(CONTEXT, PURPOSES[purpose]) if purpose in PURPOSES else purpose


def class_words(ddc_class: str) -> str:
    """ "800 Sastra"; the name alone where no class can be told."""
    words = say(CONTEXT, CLASSES[ddc_class]) if ddc_class in CLASSES else ""
    return f"{ddc_class} {words}".strip()


def warning_text(warning: CountWarning, borrower: str) -> str:
    """What is odd about a counted book; "" when nothing is."""
    if warning not in COUNT_WARNINGS:
        return ""
    named = borrower or say(CONTEXT, "seseorang")
    return say(CONTEXT, COUNT_WARNINGS[warning], borrower=named)


# ---- the answer to a scan in the reading room ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer in words. `kind`: an AnswerKind's value."""

    kind: str
    word: str
    title: str = ""
    detail: str = ""
    hint: str = ""
    number: str = ""


def answered_words(answered: Answered) -> Shown:
    use = answered.use
    title = answered.title or (use.title if use else "") or _nameless(answered)
    code = use.barcode if use else ""
    who = say(CONTEXT, "Pembaca: {name}", name=answered.who) if answered.who else ""
    match answered.deed:
        case Deed.FETCHED:
            words = say(CONTEXT, "Pindai sekali lagi saat pembaca mengembalikannya.")
            return Shown("ok", say(CONTEXT, "Diserahkan"), title, who, words, code)
        case Deed.BACK:
            return Shown("return", say(CONTEXT, "Diterima kembali"), title, who, number=code)
        case Deed.ASKED:
            words = say(CONTEXT, "Pindai eksemplarnya saat diserahkan kepada pembaca.")
            return Shown("ok", say(CONTEXT, "Permintaan dicatat"), title, who, words, code)
        case Deed.MISSED:
            return Shown("info", say(CONTEXT, "Permintaan ditutup"), title, who)
        case Deed.UNDONE:
            return Shown("info", say(CONTEXT, "Dibatalkan"), title, number=code)
    odd = warning_text(answered.warning, answered.borrower)
    told = class_words(use.ddc_class) if use and use.ddc_class and answered.title else ""
    return Shown("warn" if odd else "ok", say(CONTEXT, "Dihitung"), title, told, odd, code)


def _nameless(answered: Answered) -> str:
    """A pile, or a copy that the catalogue does not know."""
    use = answered.use
    if use is None:
        return ""
    if use.barcode:
        return use.barcode
    return say(CONTEXT, "{count} buku {name}", count=use.books, name=class_words(use.ddc_class))


def refused_words(error: Refused | InvalidInput, text: str) -> Shown:
    if isinstance(error, InvalidInput):
        return Shown("stop", say(CONTEXT, "Belum"), invalid_text(error), number=text)
    told = refusal_text(error)
    return Shown("stop", say(CONTEXT, "Tidak dihitung"), told.sentence, hint=told.hint, number=text)


# ---- what Enter does in the internet room -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DoingWords:
    """What is proposed: a heading, a quiet line, and the word on the button ("" where nothing is proposed)."""

    heading: str
    detail: str = ""
    button: str = ""


def doing_words(proposal: Proposal, room: InternetRoom) -> DoingWords:
    number = proposal.seat.seat.number if proposal.seat else ""
    minutes = room.settings.internet_minutes
    match proposal.doing:
        case Doing.START:
            held = say(CONTEXT, "Simpan kartunya selama sesi.") if room.settings.internet_card_held else ""
            detail = f"{say(CONTEXT, '{minutes} menit.', minutes=minutes)} {held}".strip()
            return DoingWords(say(CONTEXT, "Komputer {number}", number=number), detail, say(CONTEXT, "Mulai"))
        case Doing.START_NEXT:
            detail = say(CONTEXT, "Kosong. Giliran {name}.", name=proposal.name)
            return DoingWords(say(CONTEXT, "Komputer {number}", number=number), detail, say(CONTEXT, "Mulai"))
        case Doing.QUEUE:
            detail = say(CONTEXT, "Menunggu di antrean nomor {place}.", place=len(room.queue) + 1)
            return DoingWords(say(CONTEXT, "Semua komputer dipakai"), detail, say(CONTEXT, "Masukkan antrean"))
        case Doing.WAIT:
            detail = say(CONTEXT, "Namanya sudah ada di antrean.")
            return DoingWords(say(CONTEXT, "Semua komputer dipakai"), detail)
        case Doing.MOVE:
            detail = say(CONTEXT, "Sisa waktunya tetap.")
            return DoingWords(
                say(CONTEXT, "Pindah ke komputer {number}", number=number), detail, say(CONTEXT, "Pindahkan")
            )
        case Doing.END:
            named = say(CONTEXT, "Dipakai {name}.", name=proposal.name) if proposal.name else ""
            return DoingWords(say(CONTEXT, "Komputer {number}", number=number), named, say(CONTEXT, "Akhiri sesi"))
        case Doing.CARD:
            detail = say(CONTEXT, "Sesinya sudah berakhir; kartunya masih di meja.")
            return DoingWords(say(CONTEXT, "Kembalikan kartunya"), detail, say(CONTEXT, "Kartu kembali"))
    if proposal.seat is None:
        return DoingWords(say(CONTEXT, "{count} komputer kosong", count=room.free_count()))
    broken = proposal.seat.seat.out_of_order
    detail = broken or say(CONTEXT, "Kosong. Pindai kartu untuk memulai.")
    return DoingWords(say(CONTEXT, "Komputer {number}", number=number), detail)
