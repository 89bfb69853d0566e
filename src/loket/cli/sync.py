"""`loket sync`, `loket enrol`, `loket packet`: a round with the server, joining one, and the way by stick."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from loket.domain.errors import InvalidInput
from loket.sync.account import NotEnrolled
from loket.sync.client import Confused, RoundReport
from loket.sync.merge import Superseded
from loket.sync.transport import Declined, Unreachable

if TYPE_CHECKING:
    from loket.app import Opened
    from loket.services.desk import Desk

_UNREACHABLE = {
    "offline": "Server tidak terjangkau. Periksa jaringan; data tetap aman di komputer ini.",
    "timeout": "Server tidak menjawab. Coba lagi nanti; data tetap aman di komputer ini.",
    "portal": "Yang menjawab bukan server Loket. Mungkin Wi-Fi ini minta masuk dahulu lewat peramban.",
    "certificate": "Sertifikat server tidak dapat dipercaya. Periksa tanggal komputer ini dan alamat server.",
    "trouble": "Server sedang bermasalah. Coba lagi nanti; data tetap aman di komputer ini.",
}
_DECLINED = {
    "revoked": "Loket ini sudah dicabut di server. Minta kode pendaftaran baru kepada pengelola.",
    "clone": "Komputer lain memakai nama loket ini. Minta kode pendaftaran baru; data di sini tetap tersimpan.",
}
_NOT_ENROLLED = "Loket ini belum terdaftar di server. Daftarkan dengan: loket enrol ALAMAT KODE"


def sync(*, thorough: bool) -> int:
    """One round now, and what came of it."""
    return _with_desk(lambda desk: _round(desk, thorough))


def enrol(address: str, code: str) -> int:
    """Join a server and fetch its rows."""
    from loket import app
    from loket.devices.clock import SystemClock, UuidV7Ids
    from loket.devices.machine import machine_marks
    from loket.sync.enrol import enrol as join
    from loket.sync.enrol import fill, invitation
    from loket.sync.servertime import transport_of

    def joined_and_filled() -> int:
        invited = invitation(address, code)
        opened = app.open_data(app.data_folder())
        try:
            desk = join(opened.database, SystemClock(), UuidV7Ids(), invited, marks=machine_marks())
            return _filled(fill(desk, transport_of(desk), progress=_progress))
        finally:
            opened.close()

    return _said(joined_and_filled)


def packet_out(file: Path) -> int:
    """Write what the server does not have to a file."""
    from loket.sync.packet import save_packet

    def write(desk: Desk) -> int:
        print(f"{save_packet(desk, file)} kejadian tersimpan di {file}. Bawa berkas ini ke server.")
        return 0

    return _with_desk(write)


def packet_in(file: Path) -> int:
    """Read what the server answered to a packet."""
    from loket.db.engine import translated
    from loket.sync.packet import read_reply

    def read(desk: Desk) -> int:
        with translated(file):
            content = file.read_bytes()
        report = read_reply(desk, content)
        print(f"Balasan server sudah dibaca. {_sentence(report)}")
        return 0

    return _with_desk(read)


# ---- saying it ------------------------------------------------------------------------------------------------------


def _with_desk(work: Callable[[Desk], int]) -> int:
    from loket import app

    opened = app.open_data(app.data_folder())
    try:
        desk = opened.desk or _unfilled(opened)
        if desk is None:
            print(_NOT_ENROLLED, file=sys.stderr)
            return 2
        return _said(lambda: work(desk))
    finally:
        opened.close()


def _unfilled(opened: Opened) -> Desk | None:
    """The desk of a counter that joined a server and has no rows yet."""
    from loket.devices.clock import SystemClock, UuidV7Ids
    from loket.sync.enrol import unfilled_desk

    try:
        return unfilled_desk(opened.database, SystemClock(), UuidV7Ids())
    except NotEnrolled:
        return None


def _said(work: Callable[[], int]) -> int:
    """The work's exit code; what went wrong on the way to the server as a sentence and 1."""
    try:
        return work()
    except NotEnrolled:
        print(_NOT_ENROLLED, file=sys.stderr)
        return 2
    except InvalidInput as error:
        from loket.ui.texts_sync import invalid_text

        print(invalid_text(error), file=sys.stderr)
        return 2
    except Unreachable as error:
        sentence = _UNREACHABLE[error.code]
    except Declined as error:
        sentence = _DECLINED.get(error.code, f"Server menolak: {error.code}. Tunjukkan pesan ini kepada pengelola.")
    except Superseded:
        sentence = "Program lain sedang menyinkronkan data ini. Tunggu sampai selesai."
    except Confused as error:
        sentence = f"Jawaban server tidak masuk akal: {error}. Tunjukkan pesan ini kepada pengelola."
    print(sentence, file=sys.stderr)
    return 1


def _round(desk: Desk, thorough: bool) -> int:
    from loket.sync.client import sync_round
    from loket.sync.servertime import transport_of

    report = sync_round(desk, transport_of(desk), thorough=thorough)
    print(f"Sinkron dengan server selesai. {_sentence(report)}")
    for kind in report.mismatched_kinds:
        print(f"Tabel {kind} masih berbeda dengan server. Tunjukkan pesan ini kepada pengelola.", file=sys.stderr)
    return 1 if report.mismatched_kinds else 0


def _sentence(report: RoundReport) -> str:
    parts = [f"{report.pushed} kejadian terkirim, {report.pulled} baris diterima."]
    if report.regained:
        parts.append(f"{report.regained} kejadian lama loket ini kembali dari server.")
    if report.new_stream:
        parts.append("Data ini pernah dipulihkan atau disalin; loket melanjutkan dengan urutan baru.")
    if report.replaced_kinds:
        parts.append(f"Diambil ulang karena berbeda: {', '.join(report.replaced_kinds)}.")
    return " ".join(parts)


def _filled(desk: Desk) -> int:
    print(f"{desk.station.name} sudah terdaftar di {desk.library.name}. Data perpustakaan sudah lengkap.")
    return 0


def _progress(phase: str, done: int, total: int) -> None:
    if phase == "pull" and total and sys.stdout.isatty():
        print(f"\r{done} dari {total} baris", end="\n" if done >= total else "", flush=True)
