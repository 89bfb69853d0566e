"""`loket server`: the words of whoever looks after Loket Pusat. Each opens the server's folder and does one thing."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from loket.services.setup import StationProfile

if TYPE_CHECKING:  # the server's libraries take longer to import than the window has to spare
    from fastapi import FastAPI

    from loket.domain.entities import Id
    from loket.server.house import House, Settings
    from loket.server.pusat import StationView
    from loket.server.tls import ServerCertificate

Command = Callable[[argparse.Namespace], int]
PROFILES = tuple(profile.value for profile in StationProfile)
DONE, REFUSED, UNUSABLE = 0, 1, 2
SHORT_PIN = 8  # signs of a pin that people compare


_REFUSALS = {
    "station_code": "Kode loket itu sudah dipakai. Pilih kode lain, atau --replaces bila ini komputer penggantinya.",
    "packet": "Berkas itu bukan paket untuk server ini, atau sudah rusak.",
    "signature": "Paket itu tidak ditandatangani oleh loket yang terdaftar di sini.",
    "revoked": "Loket itu sudah dicabut; isi paketnya disimpan di karantina.",
}


class Unusable(Exception):  # noqa: N818
    """What was asked cannot be done; the sentence says why and what to do."""


def add_words(parser: argparse.ArgumentParser) -> None:
    """Put the server's words under `loket server`."""
    parser.set_defaults(command=lambda _: _helped(parser))
    words = parser.add_subparsers(metavar="perintah")
    begin = _word(words, "start", start, "jalankan server sampai dihentikan")
    begin.add_argument("--database", metavar="URL", help="postgresql://…; bawaan berkas terenkripsi di folder data")
    begin.add_argument("--host", help="alamat yang didengarkan; bawaan semua, di belakang proxy hanya komputer ini")
    begin.add_argument("--port", type=int, help="bawaan 8447")
    begin.add_argument("--behind-proxy", action=argparse.BooleanOptionalAction, help="proxy yang memegang TLS")
    begin.add_argument("--address", metavar="URL", help="alamat server bagi loket, bila bukan alamat komputer ini")
    _word(words, "libraries", libraries, "perpustakaan yang dikenal server ini")
    code = _word(words, "enrol-code", enrol_code, "buat kode sekali pakai untuk mendaftarkan satu loket")
    code.description = "Tanpa perpustakaan: kode untuk loket pertama, yang membawa perpustakaannya sendiri."
    code.add_argument("library", nargs="?", metavar="PERPUSTAKAAN", help="nama atau id")
    code.add_argument("name", nargs="?", default="", metavar="NAMA-LOKET")
    code.add_argument("code", nargs="?", default="", metavar="KODE-LOKET", help="tiga tanda, misalnya L02")
    code.add_argument("profile", nargs="?", default="sirkulasi", metavar="PROFIL", choices=PROFILES)
    code.add_argument("--replaces", metavar="LOKET", help="untuk komputer baru dari loket ini: kode, nama, atau id")
    _word(words, "stations", stations, "loket yang terdaftar")
    out = _word(words, "revoke", revoke, "cabut loket yang hilang atau dicuri")
    out.add_argument("station", metavar="LOKET", help="kode, nama, atau id")
    _word(words, "recovery-key", recovery_key, "tampilkan kunci pemulihan, untuk dicatat di kertas")
    copy = _word(words, "backup", backup, "buat cadangan yang sudah dibaca ulang")
    copy.add_argument("folder", type=Path, nargs="?", help="bawaan: folder backups di folder data")
    back = _word(words, "restore", restore, "pulihkan server dari cadangan; server harus berhenti")
    back.add_argument("file", type=Path, metavar="CADANGAN")
    back.add_argument("--key", default="", metavar="KUNCI", help="kunci pemulihan, bila komputer ini belum punya")
    back.add_argument("--database", metavar="URL", help="PostgreSQL tujuan, bila komputer ini belum tahu")
    stick = _word(words, "packet", packet, "terima paket sinkron dari stik USB dan tulis balasannya")
    stick.add_argument("file", type=Path, metavar="PAKET")
    _word(words, "verify", verify, "periksa rantai setiap aliran dan log")
    _word(words, "replay", replay, "kerjakan lagi kejadian yang dahulu ditunda")
    _word(words, "rebuild", rebuild, "bangun ulang tabel dari log dan bandingkan")


def _helped(parser: argparse.ArgumentParser) -> int:
    parser.print_help()
    return UNUSABLE


def _word(
    words: argparse._SubParsersAction[argparse.ArgumentParser], name: str, command: Command, about: str
) -> argparse.ArgumentParser:
    parser = words.add_parser(name, help=about, description=about)
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="folder data; bawaan LOKET_PUSAT_HOME")
    parser.set_defaults(command=_guarded(command))
    return parser


def _guarded(command: Command) -> Command:
    """The command as the folder's owner, with a sentence and an exit code for everything that can be wrong."""

    def run(chosen: argparse.Namespace) -> int:
        from sqlalchemy.exc import DBAPIError

        from loket.server.callers import ServerRefused
        from loket.server.dumps import ToolFailed

        try:
            return command(chosen)
        except Unusable as error:
            print(error, file=sys.stderr)
        except ServerRefused as error:
            print(_REFUSALS.get(error.code, f"Server menolak: {error}"), file=sys.stderr)
            return REFUSED
        except DBAPIError as error:
            print(f"Basis data tidak menjawab: {type(error.orig).__name__}.", file=sys.stderr)
        except ToolFailed as error:
            missing = f"{error.name} tidak terpasang. Pasang alat klien PostgreSQL (Debian: postgresql-client)."
            print(f"{error.name}: {error.why}" if error.why else missing, file=sys.stderr)
        return UNUSABLE

    return run


def _folder(chosen: argparse.Namespace) -> Path:
    """The server's folder; root becomes its owner first, so that no file in it ends up closed to the service."""
    from loket.server.house import server_folder

    folder = server_folder(chosen.data)
    if os.name == "posix" and os.geteuid() == 0 and folder.exists() and (owner := folder.stat()).st_uid != 0:
        os.setgroups([])
        os.setgid(owner.st_gid)
        os.setuid(owner.st_uid)
    return folder


@contextmanager
def _opened(chosen: argparse.Namespace) -> Iterator[House]:
    from loket.server.house import open_house, server_secret, settings_in

    folder = _folder(chosen)
    settings = settings_in(folder)
    if settings is None:
        raise Unusable(f"Belum ada server di {folder}. Jalankan dahulu: loket server start")
    house = open_house(folder, settings, server_secret(folder))
    try:
        yield house
    finally:
        house.close()


# ---- the server itself --------------------------------------------------------------------------------------------


def start(chosen: argparse.Namespace) -> int:
    """Make what is not there yet, say how to go on, and answer until stopped."""
    from loket.app import log_into
    from loket.server import system
    from loket.server.house import erased_list, keep_settings, open_house, server_secret, settings_in
    from loket.server.serve import listen, serve

    folder = _folder(chosen)
    is_first = settings_in(folder) is None
    settings = _told(chosen, folder)
    log_into(folder)
    try:
        listening = listen(_bound(settings), settings.port)
    except OSError as error:
        raise Unusable(
            f"Port {settings.port} tidak dapat dipakai: {error.strerror}. Pilih yang lain: --port"
        ) from error
    with listening:
        settings, certificate = _reachable(settings, folder, listening.getsockname()[1])
        house = open_house(folder, settings, server_secret(folder))
        try:
            keep_settings(folder, settings)
            system.erase_again(
                house.pusat, erased_list(folder).read()
            )  # also after a restore by PostgreSQL's own tools
            _greet(house, is_first=is_first)
            serve(application(house), listening, certificate)
        finally:
            house.close()
    print("Server berhenti.")
    return DONE


def _told(chosen: argparse.Namespace, folder: Path) -> Settings:
    """The settings of the last start, changed by what this one says."""
    import msgspec

    from loket.server.house import Settings, settings_in

    names = ("database", "host", "port", "behind_proxy", "address")
    said = {name: value for name in names if (value := getattr(chosen, name)) is not None}
    settings: Settings = msgspec.structs.replace(settings_in(folder) or Settings(), **said)
    if settings.behind_proxy and not settings.address:
        raise Unusable("Di belakang proxy, sebutkan alamat yang dipakai loket: --address https://pusat.contoh.id")
    return settings


def _bound(settings: Settings) -> str:
    return settings.host or ("127.0.0.1" if settings.behind_proxy else "")


def _reachable(settings: Settings, folder: Path, port: int) -> tuple[Settings, ServerCertificate | None]:
    """The settings with the pin to give to counters, and the certificate, unless a proxy has its own."""
    import msgspec

    from loket.devices.clock import SystemClock
    from loket.server import addresses
    from loket.server.tls import own_certificate

    settings = msgspec.structs.replace(settings, port=port)
    if settings.behind_proxy:
        return msgspec.structs.replace(settings, pin=""), None
    names = [*addresses.host_names(), *addresses.own_addresses()]
    named = urlsplit(settings.address).hostname or settings.host
    if named and named not in (*names, *addresses.ANY):
        names.insert(0, named)
    certificate = own_certificate(folder, names, SystemClock().now())
    return msgspec.structs.replace(settings, pin=certificate.pin), certificate


def _address(settings: Settings) -> str:
    from loket.server.addresses import reachable_host, url_of

    return settings.address.rstrip("/") or url_of("https", reachable_host(settings.host), settings.port)


def application(house: House) -> FastAPI:
    """What answers counters and browsers."""
    from loket.server.http import create_app
    from loket.server.users import Users
    from loket.server.web.routes import web_routes
    from loket.services.operators import Argon2Hasher

    users = Users(house.store, house.pusat.clock, Argon2Hasher())
    web = web_routes(house.pusat, users, address=_address(house.settings), pin=house.settings.pin[:SHORT_PIN])
    return create_app(house.pusat, web, parts=house.folder / "berkas-masuk")


def _greet(house: House, *, is_first: bool) -> None:
    """What an administrator needs to go on. The recovery key is not printed: the output may end in a log."""
    from loket.server.users import ensure_first_code
    from loket.server.web.frame import FIRST

    print(f"Loket Pusat berjalan di {_address(house.settings)}")
    if house.settings.pin:
        print(f"Sidik server: {_signs(house.settings.pin[:SHORT_PIN])}  (loket dan peramban menunjukkan yang sama)")
    if is_first:
        print("Catat kunci pemulihan dan simpan di tempat lain: loket server recovery-key")
        print("Tanpa kunci itu cadangan tidak dapat dibuka di komputer lain.")
    code = ensure_first_code(house.store)
    if code is not None:
        print(f"\nAdministrator dasbor pertama: buka {_address(house.settings)}{FIRST}")
        print(f"dan masukkan kode {code} (satu kali pakai; berganti setiap server dijalankan).")
    if not house.pusat.libraries():
        print("\nLoket pertama: jalankan loket server enrol-code, lalu masukkan kodenya di loket itu.")
    sys.stdout.flush()


def _signs(text: str) -> str:
    """A code in groups, easier to read aloud."""
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


# ---- libraries and counters ---------------------------------------------------------------------------------------


def libraries(chosen: argparse.Namespace) -> int:
    with _opened(chosen) as house:
        for library_id, name in house.pusat.libraries():
            print(f"{library_id}  {len(house.pusat.stations(library_id)):3} loket  {name}")
    return DONE


def enrol_code(chosen: argparse.Namespace) -> int:
    """Make a code, and show where to type it, as text and as a QR code."""
    with _opened(chosen) as house:
        if not chosen.library:
            code = house.pusat.new_code(None)
        elif chosen.replaces:
            library_id = _library(house, chosen.library)
            code = house.pusat.new_code(
                library_id, station_id=_station(house, chosen.replaces, library_id)[1].station_id
            )
        elif chosen.name and chosen.code:
            code = house.pusat.new_code(
                _library(house, chosen.library),
                station_name=chosen.name,
                station_code=chosen.code.upper(),
                profile=chosen.profile,
            )
        else:
            raise Unusable("Sebutkan nama dan kode loketnya: loket server enrol-code PERPUSTAKAAN NAMA KODE PROFIL")
        _show_code(house, code)
    return DONE


def _show_code(house: House, code: str) -> None:
    import qrcode

    from loket.server.enrolment import CODE_MS
    from loket.sync.enrol import SCHEME

    address, pin = _address(house.settings), house.settings.pin[:SHORT_PIN]
    until = datetime.fromtimestamp(house.pusat.clock.now().timestamp() + CODE_MS / 1000).astimezone()
    print(f"Alamat server : {address}")
    print(f"Kode          : {_signs(code)}" + (f"   (dengan sidik: {_signs(code)} {_signs(pin)})" if pin else ""))
    if pin:
        print(f"Sidik server  : {_signs(pin)}")
    print(f"Berlaku sampai: {until:%d-%m-%Y %H:%M}, satu kali pakai")
    drawing = qrcode.QRCode(border=2)
    drawing.add_data(f"{SCHEME}{address}#{code}{pin}")
    drawing.print_ascii(invert=True)
    print("Di loket: Menu › Sinkronisasi; pindai QR ini atau ketik alamat dan kodenya.")


def stations(chosen: argparse.Namespace) -> int:
    with _opened(chosen) as house:
        for library_id, name in house.pusat.libraries():
            print(name)
            for station in house.pusat.stations(library_id):
                print(f"  {_told_of(station)}")
    return DONE


def revoke(chosen: argparse.Namespace) -> int:
    with _opened(chosen) as house:
        library_id, station = _station(house, chosen.station)
        house.pusat.revoke(library_id, station.station_id)
    print(f"Loket {station.code} ({station.name}) dicabut. Yang masih dikirimnya disimpan di karantina.")
    return DONE


def _library(house: House, text: str) -> Id:
    """The library meant: by id, or by the whole name or the only one that contains it."""
    known = house.pusat.libraries()
    wanted = text.casefold()
    found = [each for each in known if wanted in (each[0], each[1].casefold())]
    found = found or [each for each in known if wanted in each[1].casefold()]
    if len(found) != 1:
        names = "".join(f"\n  {library_id}  {name}" for library_id, name in known)
        raise Unusable(f"Perpustakaan mana? {'Yang dikenal:' + names if known else 'Belum ada yang terdaftar.'}")
    return found[0][0]


def _station(house: House, text: str, library_id: Id | None = None) -> tuple[Id, StationView]:
    """The counter meant, by id, code or name; it must be the only one."""
    wanted = text.casefold()
    found = [
        (each, station)
        for each, _ in house.pusat.libraries()
        if library_id in (None, each)
        for station in house.pusat.stations(each)
        if wanted in (station.station_id, station.code.casefold(), station.name.casefold())
    ]
    if len(found) != 1:
        several = "".join(f"\n  {station.station_id}  {station.code}  {station.name}" for _, station in found)
        raise Unusable(
            f"Beberapa loket bernama begitu; sebut id-nya:{several}" if found else f"Tidak ada loket {text}."
        )
    return found[0]


def _told_of(station: StationView) -> str:
    seen = f"{station.last_sync_at.astimezone():%d-%m-%Y %H:%M}" if station.last_sync_at else "belum pernah"
    state = "dicabut" if station.revoked_at else f"{station.pending} belum terkirim, sinkron terakhir {seen}"
    return f"{station.code:4} {station.name:24} {station.profile:10} {state}  {station.station_id}"


# ---- keeping it safe ----------------------------------------------------------------------------------------------


def backup(chosen: argparse.Namespace) -> int:
    from loket.server.backup import back_up

    with _opened(chosen) as house:
        made = back_up(house, chosen.folder or house.folder / "backups", datetime.now().astimezone())
    print(f"Cadangan sudah dibaca ulang: {made.events} kejadian, tersimpan di {made.path}.")
    return DONE


def restore(chosen: argparse.Namespace) -> int:
    """The server of this folder, or of a new computer that knows nothing but the recovery key."""
    import msgspec

    from loket.db.keys import key_from_recovery
    from loket.server.backup import restore as put_back
    from loket.server.house import Settings, keep_secret, keep_settings, server_secret, settings_in

    folder = _folder(chosen)
    settings = settings_in(folder)
    if settings is None and not chosen.key:
        raise Unusable("Komputer ini belum punya kuncinya. Sebutkan --key dengan kunci pemulihan server lama.")
    if chosen.database or settings is None:
        settings = msgspec.structs.replace(settings or Settings(), database=chosen.database)
    secret = key_from_recovery(chosen.key) if chosen.key else server_secret(folder)
    done = put_back(chosen.file, folder, settings, secret, datetime.now().astimezone())
    if chosen.key:
        keep_secret(folder, secret)
    keep_settings(folder, settings)
    print(f"Server dipulihkan: {done.events} kejadian. Data lama disimpan di {done.kept or '-'}.")
    print("Jalankan lagi servernya; loket mengirim ulang sendiri yang sesudah cadangan ini.")
    return DONE


def packet(chosen: argparse.Namespace) -> int:
    """Take what a counter brought on a stick, and write the reply beside it."""
    with _opened(chosen) as house:
        data = chosen.file.read_bytes()
        taken = house.pusat.take_packet(data)
        reply = chosen.file.with_name(f"{chosen.file.stem}-balasan.lkt")
        reply.write_bytes(house.pusat.packet_reply(data))
    print(f"{len(taken)} kiriman diterima. Bawa kembali ke loket itu: {reply}")
    return DONE


def recovery_key(chosen: argparse.Namespace) -> int:
    from loket.db.keys import recovery_text

    with _opened(chosen) as house:
        print(recovery_text(house.secret))
    return DONE


# ---- proof --------------------------------------------------------------------------------------------------------


def verify(chosen: argparse.Namespace) -> int:
    from loket.server import system

    broken = 0
    with _opened(chosen) as house:
        for library_id, name in house.pusat.libraries():
            found = system.verify(house.pusat, library_id)
            broken += found is not None
            print(f"{name}: {f'putus di {found.chain}, urutan {found.seq} ({found.why})' if found else 'utuh'}")
    return REFUSED if broken else DONE


def replay(chosen: argparse.Namespace) -> int:
    from loket.server import system

    with _opened(chosen) as house:
        for library_id, name in house.pusat.libraries():
            print(f"{name}: {system.replay(house.pusat, library_id)} kejadian tertunda dikerjakan")
    return DONE


def rebuild(chosen: argparse.Namespace) -> int:
    from loket.server import system

    differing = 0
    with _opened(chosen) as house:
        for library_id, name in house.pusat.libraries():
            made = system.rebuild(house.pusat, library_id)
            differing += len(made.differing)
            print(f"{name}: {made.events} kejadian, {made.rows} baris sama, {len(made.differing)} berbeda")
            for kind, key in made.differing[:20]:
                print(f"  {kind} {key}")
    return REFUSED if differing else DONE
