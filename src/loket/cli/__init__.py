"""The command line. Without a word it opens the window; every word answers with a sentence and an exit code.

0: done. 1: refused (rows in a dry run, a journal that does not verify). 2: cannot be used (file, folder, key).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from loket import __version__
from loket.cli import server
from loket.domain.errors import InvalidInput, Refused, StorageError
from loket.domain.periods import PeriodKind

Command = Callable[[argparse.Namespace], int]
SPANS = [kind for kind in PeriodKind if kind is not PeriodKind.RANGE]
SAMPLES = "cards: kartu; money: satu hari kas; visitors: 300 pengunjung dalam satu jam; rekap: rekap hari contoh"


def run(arguments: Sequence[str]) -> int:
    """Do what the words say."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a Windows console may be anything
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.command(chosen))
    except (StorageError, InvalidInput, Refused) as error:
        from loket.ui.texts import error_text

        print(error_text(error), file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="loket", description="Loket: program loket perpustakaan umum.")
    parser.add_argument("--version", action="version", version=f"loket {__version__}")
    parser.add_argument("--example", action="store_true", help="buka jendela pada perpustakaan contoh yang dibuang")
    parser.set_defaults(command=_window)
    words = parser.add_subparsers(metavar="perintah")
    _word(words, "open", _window, "buka jendela pada data loket ini")
    take = _word(words, "import", _import, "ambil anggota, judul, dan eksemplar dari berkas")
    take.add_argument("files", nargs="+", type=Path, metavar="BERKAS")
    take.add_argument("--dry-run", action="store_true", help="periksa saja; tidak ada yang diambil")
    take.add_argument("--skip-refused", action="store_true", help="ambil baris yang baik, lewati yang ditolak")
    take.add_argument("--kind", choices=("member", "biblio", "item"), help="isi berkas bila tidak dikenali sendiri")
    take.add_argument(
        "--map", action="append", default=[], metavar="KOLOM=JUDUL", help="kolom Loket = judul kolom berkas"
    )
    take.add_argument("--problems", type=Path, metavar="CSV", help="simpan daftar baris yang ditolak atau diragukan")
    check = _word(words, "verify", _verify, "periksa rantai jurnal dan tabel-tabelnya")
    check.add_argument("--rebuild", action="store_true", help="bangun ulang tabel dari jurnal dan bandingkan")
    recap = _word(words, "rekap", _recap, "rekap satu hari atau satu masa: PDF, XLSX, CSV")
    recap.add_argument("--date", type=date.fromisoformat, metavar="YYYY-MM-DD", help="hari ini bila tidak disebut")
    recap.add_argument(
        "--period", choices=[kind.value for kind in SPANS], default="day", help="masa yang memuat hari itu"
    )
    recap.add_argument("--library", action="store_true", help="seluruh perpustakaan, bukan loket ini saja")
    recap.add_argument("--out", type=Path, required=True, metavar="BERKAS", help=".pdf, .xlsx, .csv; folder: semuanya")
    copy = _word(words, "backup", _backup, "buat cadangan yang sudah diperiksa")
    copy.add_argument("folder", type=Path, nargs="?", help="bawaan: folder backups di samping data")
    back = _word(words, "restore", _restore, "pulihkan data dari cadangan")
    back.add_argument("file", type=Path, metavar="CADANGAN")
    back.add_argument("--key", default="", metavar="KUNCI", help="kunci pemulihan, bila komputer ini belum punya")
    back.add_argument("--mirror", type=Path, metavar="BERKAS", help="salinan jurnal di media kedua, untuk yang terbaru")
    bring = _word(words, "sync", _sync, "sinkronkan loket ini dengan server sekarang")
    bring.add_argument("--thorough", action="store_true", help="bandingkan juga tabel-tabel besar dengan server")
    join = _word(words, "enrol", _enrol, "daftarkan loket ini di server")
    join.add_argument("address", metavar="ALAMAT", help="alamat server, atau seluruh isi kode QR")
    join.add_argument("code", metavar="KODE", nargs="?", default="", help="kode pendaftaran dari pengelola")
    stick = _word(words, "packet", _packet, "sinkron lewat flash disk: tulis paket, atau baca balasannya")
    stick.add_argument("way", choices=("out", "in"), help="out: tulis paket; in: baca balasan")
    stick.add_argument("file", type=Path, metavar="BERKAS")
    sample = _word(words, "sample", _sample, "contoh hasil cetak, dengan anggota karangan")
    sample.add_argument("what", choices=("cards", "money", "visitors", "rekap"), help=SAMPLES)
    sample.add_argument("--out", type=Path, default=Path("out"), metavar="FOLDER", help="bawaan: out")
    server.add_words(words.add_parser("server", help="Loket Pusat: server yang menyatukan loket-loket"))
    _word(words, "selftest", _selftest, "pinjam, kembali, dan rekap pada perpustakaan buangan, tanpa jendela")
    return parser


def _word(
    words: argparse._SubParsersAction[argparse.ArgumentParser], name: str, command: Command, about: str
) -> argparse.ArgumentParser:
    parser = words.add_parser(name, help=about, description=about)
    parser.set_defaults(command=command)
    return parser


# ---- commands -----------------------------------------------------------------------------------------------------


def _window(chosen: argparse.Namespace) -> int:
    from loket import app

    return app.run_window(example=chosen.example)


def _import(chosen: argparse.Namespace) -> int:
    from loket.cli.importing import import_files

    return import_files(
        chosen.files,
        dry_run=chosen.dry_run,
        skip_refused=chosen.skip_refused,
        kind=chosen.kind,
        columns=chosen.map,
        problems=chosen.problems,
    )


def _verify(chosen: argparse.Namespace) -> int:
    from loket import app
    from loket.db.rebuild import differing_tables
    from loket.services import maintenance

    opened = app.open_data(app.data_folder())
    try:
        found = opened.database.damage()
        broken = maintenance.verify(opened.database)
        joined = opened.desk is not None and opened.desk.scope is not None
        rebuilding = chosen.rebuild and not joined  # other counters' events are in the server's journal only
        differing = (
            differing_tables(opened.database, opened.data_dir / "rebuild.tmp", opened.key.key) if rebuilding else []
        )
    finally:
        opened.close()
    for fault in found:
        print(f"Berkas data rusak: {fault}")
    if broken is not None:
        print(
            f"Rantai jurnal putus di aliran {broken.stream_id}, urutan {broken.seq}, "
            f"kejadian {broken.event_id}: {broken.why}"
        )
    for table in differing:
        print(f"Tabel {table} tidak sama dengan yang dibangun ulang dari jurnal.")
    if found or broken or differing:
        return 1
    print("Jurnal utuh dan tabel cocok." if rebuilding else "Jurnal utuh.")
    if chosen.rebuild and joined:
        print("Tabel loket ini berasal dari server; bandingkan dengan: loket sync --thorough")
    return 0


def _recap(chosen: argparse.Namespace) -> int:
    from loket.cli.recap import recap

    return recap(chosen.date, PeriodKind(chosen.period), chosen.out, whole_library=chosen.library)


def _backup(chosen: argparse.Namespace) -> int:
    from loket import app
    from loket.services.maintenance import back_up_desk

    opened = app.open_data(app.data_folder())
    try:
        if opened.desk is None:
            return not_founded()
        path = back_up_desk(opened.desk, chosen.folder or opened.data_dir / "backups")
    finally:
        opened.close()
    print(f"Cadangan sudah diperiksa dan tersimpan di {path}.")
    return 0


def _restore(chosen: argparse.Namespace) -> int:
    from loket import app
    from loket.db.backup import restore
    from loket.db.keys import DATABASE_FILE, key_from_recovery, load_or_create_key, store_key
    from loket.devices.clock import SystemClock, UuidV7Ids

    data_dir = app.data_folder()
    key = key_from_recovery(chosen.key) if chosen.key else load_or_create_key(data_dir).key
    target, now, stream_id = data_dir / DATABASE_FILE, SystemClock().now(), UuidV7Ids().new()
    restored = restore(chosen.file, target, key, now=now, stream_id=stream_id, mirror=chosen.mirror)
    if chosen.key:
        store_key(data_dir, key)
    print(
        f"Data dipulihkan: {restored.report.events} kejadian dari cadangan, {restored.brought_back} dari media kedua, "
        f"{restored.photos} foto. Data lama disimpan di {restored.kept or '-'}."
    )
    return 0


def _sync(chosen: argparse.Namespace) -> int:
    from loket.cli.sync import sync

    return sync(thorough=chosen.thorough)


def _enrol(chosen: argparse.Namespace) -> int:
    from loket.cli.sync import enrol

    return enrol(chosen.address, chosen.code)


def _packet(chosen: argparse.Namespace) -> int:
    from loket.cli.sync import packet_in, packet_out

    return packet_out(chosen.file) if chosen.way == "out" else packet_in(chosen.file)


def not_founded() -> int:
    """Say that the data folder holds no library yet. Returns the exit code."""
    print("Belum ada perpustakaan di folder data ini. Buka Loket sekali untuk mendirikannya.", file=sys.stderr)
    return 2


def _sample(chosen: argparse.Namespace) -> int:
    if chosen.what == "money":
        from loket.cli.sample_money import sample_money

        return sample_money(chosen.out)
    if chosen.what == "visitors":
        from loket.cli.sample_visitors import sample_visitors

        return sample_visitors()
    if chosen.what == "rekap":
        from loket.cli.sample_recap import sample_recap

        return sample_recap(chosen.out)
    from loket.cli.sample import sample_cards

    return sample_cards(chosen.out)


def _selftest(chosen: argparse.Namespace) -> int:
    from loket.cli.selftest import selftest

    return selftest()
