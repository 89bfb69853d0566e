"""Words of the report on service times: what is measured, from where to where, and how long a time is."""

from __future__ import annotations

from dataclasses import dataclass

from loket.domain.periods import Period
from loket.domain.standards import ACTIONS, BUSY_SHARE, LEAST_COUNT, LEAST_DAYS, Advice, Study, Summary
from loket.reports.recap_words import WEEKDAYS

TITLE = "Standar layanan"
NOTHING = "–"
NAMES = {
    "loan": "Peminjaman",
    "return": "Pengembalian",
    "renewal": "Perpanjangan pinjaman",
    "payment": "Pembayaran",
    "registration": "Pendaftaran anggota",
    "card": "Kartu anggota jadi",
    "membership": "Perpanjangan keanggotaan",
    "guestbook": "Buku tamu: tamu",
    "group": "Buku tamu: rombongan",
    "locker_in": "Titip barang",
    "locker_out": "Ambil barang titipan",
    "internet": "Mulai internet",
    "copy_out": "Fotokopi keluar",
    "copy_back": "Fotokopi kembali",
    "fetch": "Ambilkan koleksi",
}
SPANS = {
    "loan": "kartu dipindai sampai buku terakhir tercatat",
    "return": "kartu atau buku pertama dipindai sampai buku terakhir tercatat",
    "renewal": "kartu atau buku pertama dipindai sampai buku terakhir diperpanjang",
    "payment": "tagihan dibuka sampai kuitansi terbit",
    "registration": "formulir dibuka sampai anggota tersimpan",
    "card": "formulir dibuka sampai kartu selesai dicetak",
    "membership": "formulir dibuka sampai perpanjangan tersimpan",
    "guestbook": "formulir tamu dibuka sampai tersimpan",
    "group": "formulir rombongan dibuka sampai tersimpan",
    "locker_in": "pengunjung dipindai sampai loker diberikan",
    "locker_out": "nomor dipindai sampai barang diserahkan",
    "internet": "pengunjung dipindai sampai waktu berjalan",
    "copy_out": "pengunjung atau buku dipindai sampai nota terbit",
    "copy_back": "nota dipindai sampai jaminan diserahkan",
    "fetch": "permintaan dicatat sampai koleksi di tangan pembaca",
}
SOPS = {
    "peminjaman": "Peminjaman bahan pustaka",
    "pengembalian": "Pengembalian bahan pustaka",
    "perpanjangan-buku": "Perpanjangan pinjaman buku",
    "kartu-anggota": "Pembuatan kartu anggota",
    "perpanjangan-kartu": "Perpanjangan kartu anggota",
    "kunjungan-resmi": "Layanan kunjungan resmi",
    "penitipan-barang": "Penitipan barang dan pemeriksaan",
    "layanan-internet": "Layanan fasilitas internet",
    "foto-copy": "Pelayanan foto copy",
    "koleksi-deposit": "Layanan koleksi deposit",
}


@dataclass(frozen=True, slots=True)
class StandardsPaper:
    """What is measured at one counter in a period. `previous`: the same of the period before, where it is known."""

    period: Period
    station: str
    study: Study
    previous: Study | None = None


def length_text(length_ms: int) -> str:
    """ "45 dtk", "2 mnt", "2 mnt 5 dtk", "1 jam 12 mnt"; to the second, from an hour on to the minute."""
    seconds = (length_ms + 500) // 1_000
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} jam {minutes} mnt" if minutes else f"{hours} jam"
    parts = (f"{minutes} mnt" * bool(minutes), f"{seconds} dtk" * bool(seconds or not minutes))
    return " ".join(part for part in parts if part)


def short_length(length_ms: int) -> str:
    """ "2:05" for narrow columns: minutes and seconds."""
    minutes, seconds = divmod((length_ms + 500) // 1_000, 60)
    return f"{minutes}:{seconds:02}"


def standard_text(times: Summary) -> str:
    return NOTHING if times.standard_ms is None else length_text(times.standard_ms)


def within_text(times: Summary) -> str:
    return NOTHING if times.within_percent is None else f"{times.within_percent}%"


def source_text(action: str, seconds: int | None) -> str:
    """ "Pengembalian bahan pustaka, langkah 7 dan 8"; where the library promises another time, that too."""
    one = ACTIONS[action]
    source = f"{SOPS[one.sop]}, langkah {' dan '.join(map(str, one.steps))}"
    return source if seconds == one.seconds else f"{source}; waktunya ditetapkan perpustakaan"


def change_text(now: Summary, before: Summary | None) -> str:
    """How the median moved since the period before: "12 dtk lebih cepat"."""
    if before is None or not before.count or not now.count:
        return NOTHING
    moved = now.median_ms - before.median_ms
    if abs(moved) < 500:
        return "tetap"
    return f"{length_text(abs(moved))} lebih {'lambat' if moved > 0 else 'cepat'}"


def advice_text(one: Advice) -> str:
    """ "Selasa pukul 10.00–11.00: petugas melayani 82% dari jam itu (5 hari diamati). Dianjurkan 2 meja."."""
    return (
        f"{WEEKDAYS[one.weekday]} pukul {one.hour:02}.00–{(one.hour + 1) % 24:02}.00: petugas melayani "
        f"{one.busy_percent}% dari jam itu ({one.days} hari diamati). Dianjurkan {one.desks} meja."
    )


def no_advice_text() -> str:
    return (
        f"Tidak ada jam yang dilayani lebih dari {int(BUSY_SHARE * 100)}% waktunya, atau datanya belum cukup: "
        f"paling sedikit {LEAST_DAYS} hari kerja dan {LEAST_COUNT} layanan pada jam itu."
    )


def notes(study: Study) -> tuple[str, ...]:
    """What the reader must know to trust the figures."""
    one_scan, left_open = sum(study.one_scan.values()), sum(study.left_open.values())
    return (
        "Waktu diukur oleh aplikasi di loket ini sendiri, tanpa nama petugas: dari gerakan pertama sampai tersimpan. "
        "Antre sebelum sampai di meja tidak terukur.",
        "Median: separuh layanan selesai dalam waktu itu atau lebih cepat. P90: sembilan dari sepuluh layanan.",
        f"Tidak dihitung: {one_scan} layanan yang selesai dengan satu pindaian (awalnya tidak diketahui) dan "
        f"{left_open} yang dibiarkan terbuka lebih dari satu jam.",
    )
