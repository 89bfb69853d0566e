"""What the visitors' kiosk asks and says. Short, polite, and readable by a child."""

from __future__ import annotations

import loket.ui.texts_house_answers
import loket.ui.texts_visits  # noqa: F401 - the sentences of both register themselves
from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.domain.survey import ELEMENTS
from loket.domain.visits import Doubt
from loket.ui import format as fmt
from loket.ui.presenters.kiosk import Flow, FlowKind, Telling, Told
from loket.ui.texts import QT_TRANSLATE_NOOP, error_text, invalid_text, language, say

CONTEXT = "Kiosk"

QUESTIONS: dict[tuple[FlowKind, str], str] = {
    (FlowKind.MEMBER, "purpose"): QT_TRANSLATE_NOOP("Kiosk", "Apa keperluan Anda hari ini?"),
    (FlowKind.GUEST, "name"): QT_TRANSLATE_NOOP("Kiosk", "Siapa nama Anda?"),
    (FlowKind.GUEST, "sex"): QT_TRANSLATE_NOOP("Kiosk", "Anda laki-laki atau perempuan?"),
    (FlowKind.GUEST, "age_group"): QT_TRANSLATE_NOOP("Kiosk", "Berapa umur Anda?"),
    (FlowKind.GUEST, "education"): QT_TRANSLATE_NOOP("Kiosk", "Apa pendidikan terakhir Anda?"),
    (FlowKind.GUEST, "job"): QT_TRANSLATE_NOOP("Kiosk", "Apa pekerjaan Anda?"),
    (FlowKind.GUEST, "institution"): QT_TRANSLATE_NOOP("Kiosk", "Anda datang dari mana?"),
    (FlowKind.GUEST, "purpose"): QT_TRANSLATE_NOOP("Kiosk", "Apa keperluan Anda hari ini?"),
    (FlowKind.GROUP, "institution"): QT_TRANSLATE_NOOP("Kiosk", "Rombongan dari mana?"),
    (FlowKind.GROUP, "leader"): QT_TRANSLATE_NOOP("Kiosk", "Siapa ketua rombongannya?"),
    (FlowKind.GROUP, "phone"): QT_TRANSLATE_NOOP("Kiosk", "Nomor telepon ketua rombongan?"),
    (FlowKind.GROUP, "people"): QT_TRANSLATE_NOOP("Kiosk", "Berapa orang yang datang?"),
    (FlowKind.GROUP, "male"): QT_TRANSLATE_NOOP("Kiosk", "Berapa laki-laki dan perempuan?"),
    (FlowKind.GROUP, "by_education"): QT_TRANSLATE_NOOP("Kiosk", "Berapa orang dari tiap pendidikan?"),
    (FlowKind.GROUP, "by_job"): QT_TRANSLATE_NOOP("Kiosk", "Berapa orang dari tiap pekerjaan?"),
    (FlowKind.GROUP, "purpose"): QT_TRANSLATE_NOOP("Kiosk", "Apa keperluan rombongan?"),
    (FlowKind.SURVEY, "comment"): QT_TRANSLATE_NOOP("Kiosk", "Ada saran untuk kami?"),
    (FlowKind.SURVEY, "service"): QT_TRANSLATE_NOOP("Kiosk", "Layanan apa yang Anda pakai?"),
    (FlowKind.SURVEY, "sex"): QT_TRANSLATE_NOOP("Kiosk", "Anda laki-laki atau perempuan?"),
    (FlowKind.SURVEY, "age_group"): QT_TRANSLATE_NOOP("Kiosk", "Berapa umur Anda?"),
    (FlowKind.SURVEY, "education"): QT_TRANSLATE_NOOP("Kiosk", "Apa pendidikan terakhir Anda?"),
    (FlowKind.SURVEY, "job"): QT_TRANSLATE_NOOP("Kiosk", "Apa pekerjaan Anda?"),
}
HELPS: dict[tuple[FlowKind, str], str] = {
    (FlowKind.GUEST, "name"): QT_TRANSLATE_NOOP("Kiosk", "Nama panggilan atau singkatan boleh. Jangan tulis NIK."),
    (FlowKind.GUEST, "institution"): QT_TRANSLATE_NOOP("Kiosk", "Sekolah, kantor, atau tempat tinggal."),
    (FlowKind.GROUP, "institution"): QT_TRANSLATE_NOOP("Kiosk", "Nama sekolah, kampus, kantor, atau kelompok."),
    (FlowKind.GROUP, "people"): QT_TRANSLATE_NOOP("Kiosk", "Hitung semua, juga ketua dan pendamping."),
    (FlowKind.GROUP, "male"): QT_TRANSLATE_NOOP("Kiosk", "Boleh tidak lengkap."),
    (FlowKind.GROUP, "by_education"): QT_TRANSLATE_NOOP("Kiosk", "Boleh tidak lengkap."),
    (FlowKind.GROUP, "by_job"): QT_TRANSLATE_NOOP("Kiosk", "Boleh tidak lengkap."),
    (FlowKind.SURVEY, "comment"): QT_TRANSLATE_NOOP("Kiosk", "Jangan tulis nama atau nomor identitas."),
    (FlowKind.SURVEY, "service"): QT_TRANSLATE_NOOP("Kiosk", "Jawaban Anda tidak disimpan bersama nama."),
    (FlowKind.SURVEY, "sex"): QT_TRANSLATE_NOOP("Kiosk", "Jawaban Anda tidak disimpan bersama nama."),
    (FlowKind.SURVEY, "age_group"): QT_TRANSLATE_NOOP("Kiosk", "Jawaban Anda tidak disimpan bersama nama."),
    (FlowKind.SURVEY, "education"): QT_TRANSLATE_NOOP("Kiosk", "Jawaban Anda tidak disimpan bersama nama."),
    (FlowKind.SURVEY, "job"): QT_TRANSLATE_NOOP("Kiosk", "Jawaban Anda tidak disimpan bersama nama."),
}
WORDS: dict[str, str] = {
    "L": QT_TRANSLATE_NOOP("Kiosk", "Laki-laki"),
    "P": QT_TRANSLATE_NOOP("Kiosk", "Perempuan"),
    "0-5": QT_TRANSLATE_NOOP("Kiosk", "Sampai 5 tahun"),
    "6-12": QT_TRANSLATE_NOOP("Kiosk", "6 sampai 12 tahun"),
    "13-15": QT_TRANSLATE_NOOP("Kiosk", "13 sampai 15 tahun"),
    "16-18": QT_TRANSLATE_NOOP("Kiosk", "16 sampai 18 tahun"),
    "19-24": QT_TRANSLATE_NOOP("Kiosk", "19 sampai 24 tahun"),
    "25-44": QT_TRANSLATE_NOOP("Kiosk", "25 sampai 44 tahun"),
    "45-59": QT_TRANSLATE_NOOP("Kiosk", "45 sampai 59 tahun"),
    "60+": QT_TRANSLATE_NOOP("Kiosk", "60 tahun atau lebih"),
    "Belum sekolah": QT_TRANSLATE_NOOP("Kiosk", "Belum sekolah"),
    "TK/PAUD": QT_TRANSLATE_NOOP("Kiosk", "TK/PAUD"),
    "SD": QT_TRANSLATE_NOOP("Kiosk", "SD"),
    "SMP": QT_TRANSLATE_NOOP("Kiosk", "SMP"),
    "SMA/SMK": QT_TRANSLATE_NOOP("Kiosk", "SMA/SMK"),
    "D1": QT_TRANSLATE_NOOP("Kiosk", "D1"),
    "D2": QT_TRANSLATE_NOOP("Kiosk", "D2"),
    "D3": QT_TRANSLATE_NOOP("Kiosk", "D3"),
    "D4/S1": QT_TRANSLATE_NOOP("Kiosk", "D4/S1"),
    "S2": QT_TRANSLATE_NOOP("Kiosk", "S2"),
    "S3": QT_TRANSLATE_NOOP("Kiosk", "S3"),
    "Pelajar": QT_TRANSLATE_NOOP("Kiosk", "Pelajar"),
    "Mahasiswa": QT_TRANSLATE_NOOP("Kiosk", "Mahasiswa"),
    "PNS/ASN": QT_TRANSLATE_NOOP("Kiosk", "PNS/ASN"),
    "PPPK": QT_TRANSLATE_NOOP("Kiosk", "PPPK"),
    "TNI/Polri": QT_TRANSLATE_NOOP("Kiosk", "TNI/Polri"),
    "Guru": QT_TRANSLATE_NOOP("Kiosk", "Guru"),
    "Dosen": QT_TRANSLATE_NOOP("Kiosk", "Dosen"),
    "Peneliti": QT_TRANSLATE_NOOP("Kiosk", "Peneliti"),
    "Pegawai swasta": QT_TRANSLATE_NOOP("Kiosk", "Pegawai swasta"),
    "Wiraswasta": QT_TRANSLATE_NOOP("Kiosk", "Wiraswasta"),
    "Petani": QT_TRANSLATE_NOOP("Kiosk", "Petani"),
    "Nelayan": QT_TRANSLATE_NOOP("Kiosk", "Nelayan"),
    "Ibu rumah tangga": QT_TRANSLATE_NOOP("Kiosk", "Ibu rumah tangga"),
    "Pensiunan": QT_TRANSLATE_NOOP("Kiosk", "Pensiunan"),
    "Tidak bekerja": QT_TRANSLATE_NOOP("Kiosk", "Tidak bekerja"),
    "Lainnya": QT_TRANSLATE_NOOP("Kiosk", "Lainnya"),
}
WARNED: dict[str, str] = {
    Doubt.EXPIRED: QT_TRANSLATE_NOOP("Kiosk", "Masa berlaku kartu Anda sudah habis. Mampirlah ke meja petugas."),
    Doubt.SUSPENDED: QT_TRANSLATE_NOOP("Kiosk", "Hak pinjam Anda sedang ditangguhkan. Mampirlah ke meja petugas."),
    Doubt.PENDING: QT_TRANSLATE_NOOP("Kiosk", "Pendaftaran Anda belum disahkan. Mampirlah ke meja petugas."),
    Doubt.LEFT: QT_TRANSLATE_NOOP("Kiosk", "Keanggotaan Anda sudah berakhir. Mampirlah ke meja petugas."),
}


def choice_word(flow: Flow, code: str) -> str:
    """A choice as it stands on its tile."""
    step = flow.step
    if step.field in ("purpose", "service"):
        purpose = next((one for one in flow.purposes if one.code == code), None)
        if purpose is None:
            return code
        return purpose.name_en if language() == "en" and purpose.name_en else purpose.name
    element = next((one for one in ELEMENTS if one.id == step.field), None)
    if element is not None:
        return element.words(language() == "en")[2][int(code) - 1]
    return say(CONTEXT, WORDS[code]) if code in WORDS else code


def question(flow: Flow) -> str:
    element = next((one for one in ELEMENTS if one.id == flow.step.field), None)
    if element is not None:
        return element.words(language() == "en")[1]
    return say(CONTEXT, QUESTIONS[flow.kind, flow.step.field])


def help_text(flow: Flow) -> str:
    """The smaller line under the question; "" where it needs none."""
    if flow.kind is FlowKind.MEMBER and flow.person is not None:
        warned = WARNED.get(flow.person.warned, "")
        return say(CONTEXT, warned) if warned else ""
    element = next((one for one in ELEMENTS if one.id == flow.step.field), None)
    if element is not None:
        return element.words(language() == "en")[0]
    text = HELPS.get((flow.kind, flow.step.field), "")
    return say(CONTEXT, text) if text else ""


def greeting(name: str) -> str:
    return say(CONTEXT, "Selamat datang, {name}.", name=name) if name else say(CONTEXT, "Selamat datang.")


def title_of(told: Told) -> str:
    """The large line."""
    match told.telling:
        case Telling.GREETED | Telling.NUMBERED:
            return greeting(told.name)
        case Telling.AGAIN:
            return greeting(told.name)
        case Telling.LEFT:
            return say(CONTEXT, "Terima kasih. Sampai jumpa lagi.")
        case Telling.GONE_BEFORE:
            return say(CONTEXT, "Nomor ini sudah tercatat pulang.")
        case Telling.UNKNOWN:
            return say(CONTEXT, "Kartu ini tidak dikenali.")
        case Telling.SEE_DESK:
            return say(CONTEXT, "Kartu ini tidak dapat dipakai di sini.")
        case Telling.LOCKER_TAG:
            return say(CONTEXT, "Ini nomor loker.")
        case Telling.PHOTOCOPY_SLIP:
            return say(CONTEXT, "Ini nota fotokopi.")
        case Telling.THANKS:
            return say(CONTEXT, "Terima kasih atas penilaian Anda.")
        case Telling.SURVEY_LATER:
            return say(CONTEXT, "Baru saja ada yang menilai.")
    return say(CONTEXT, "Maaf, belum dapat dicatat.")


def detail_of(told: Told, utc_offset_min: int) -> str:
    """What follows under it; "" where nothing does."""
    match told.telling:
        case Telling.GREETED | Telling.NUMBERED if told.warned in WARNED:
            return say(CONTEXT, WARNED[told.warned])
        case Telling.GREETED:
            return say(CONTEXT, "Kunjungan Anda sudah dicatat.")
        case Telling.NUMBERED if told.people > 1:
            return say(
                CONTEXT, "Nomor rombongan Anda, {people} orang. Sebutkan di loker dan ruang baca.", people=told.people
            )
        case Telling.NUMBERED:
            return say(CONTEXT, "Nomor pengunjung Anda. Sebutkan di loker dan ruang baca.")
        case Telling.AGAIN if told.since is not None:
            clock = fmt.clock(told.since, utc_offset_min, language())
            return say(CONTEXT, "Anda sudah dicatat sejak pukul {clock}.", clock=clock)
        case Telling.LEFT:
            return say(CONTEXT, "Anda sudah dicatat pulang.")
        case Telling.UNKNOWN:
            return say(CONTEXT, "Coba pindai sekali lagi. Bila bukan anggota, sentuh Tamu.")
        case Telling.GONE_BEFORE | Telling.SEE_DESK:
            return say(CONTEXT, "Silakan temui petugas.")
        case Telling.LOCKER_TAG:
            return say(CONTEXT, "Serahkan di meja penitipan untuk mengambil barang Anda.")
        case Telling.PHOTOCOPY_SLIP:
            return say(CONTEXT, "Serahkan di meja fotokopi untuk mengambil kartu identitas Anda.")
        case Telling.SURVEY_LATER:
            return say(CONTEXT, "Silakan coba lagi {seconds} detik lagi.", seconds=told.seconds)
        case Telling.FAILED:
            return f"{problem_text(told.error)} {say(CONTEXT, 'Panggil petugas.')}".strip()
    return ""


def problem_text(error: Exception | None) -> str:
    """Raises what is no answer of ours, for the crash handler."""
    if isinstance(error, InvalidInput):
        return invalid_text(error)
    if isinstance(error, (Refused, StorageError)):
        return error_text(error)
    if error is not None:
        raise error
    return ""
