"""Sentences of the lockers: what lies where, for how long, what an answer says, what stands in the way."""

from __future__ import annotations

from datetime import datetime, timedelta

from loket.domain.entities import LockerEnd, Pledge
from loket.domain.errors import Refused
from loket.domain.visits import Doubt
from loket.services.locker_troubles import Closed
from loket.services.lockers import LockerState, LockerTile, UseView
from loket.ui import format as fmt
from loket.ui import texts_house_answers as texts_house_answers  # its refusals have words wherever lockers are
from loket.ui.presenters.locker_counter import Rows, Said, What
from loket.ui.texts import QT_TRANSLATE_NOOP, language, refusal_text, say
from loket.ui.texts_circulation import Lines
from loket.ui.widgets import Tile, TileState

CONTEXT = "Lockers"

STATES: dict[LockerState, tuple[TileState, str]] = {
    LockerState.FREE: (TileState.FREE, QT_TRANSLATE_NOOP("Lockers", "Kosong")),
    LockerState.TAKEN: (TileState.TAKEN, QT_TRANSLATE_NOOP("Lockers", "Terpakai")),
    LockerState.OVERDUE: (TileState.OVERDUE, QT_TRANSLATE_NOOP("Lockers", "Terlambat")),
    LockerState.OUT_OF_ORDER: (TileState.OUT, QT_TRANSLATE_NOOP("Lockers", "Rusak")),
}
ENDS: dict[LockerEnd, str] = {
    LockerEnd.OPEN: QT_TRANSLATE_NOOP("Lockers", "masih dititip"),
    LockerEnd.RETURNED: QT_TRANSLATE_NOOP("Lockers", "sudah diambil"),
    LockerEnd.LOST_TAG: QT_TRANSLATE_NOOP("Lockers", "diambil tanpa nomor"),
    LockerEnd.FORCED: QT_TRANSLATE_NOOP("Lockers", "diamankan petugas"),
    LockerEnd.CANCELLED: QT_TRANSLATE_NOOP("Lockers", "batal"),
}

DOUBTS: dict[str, str] = {
    Doubt.EXPIRED: QT_TRANSLATE_NOOP("Lockers", "Kartunya habis masa berlaku; menitip tetap boleh."),
    Doubt.SUSPENDED: QT_TRANSLATE_NOOP("Lockers", "Hak pinjamnya ditangguhkan; menitip tetap boleh."),
    Doubt.PENDING: QT_TRANSLATE_NOOP("Lockers", "Pendaftarannya belum disahkan; menitip tetap boleh."),
    Doubt.LEFT: QT_TRANSLATE_NOOP("Lockers", "Keanggotaannya sudah berakhir; menitip tetap boleh."),
    Doubt.OLD_SLIP: QT_TRANSLATE_NOOP("Lockers", "Nomor pengunjungnya dari hari lain: pastikan orangnya sama."),
    Doubt.GONE_OUT: QT_TRANSLATE_NOOP("Lockers", "Pengunjung ini tercatat sudah keluar: pastikan orangnya sama."),
}


def doubt_text(warned: str) -> str:
    """A word of warning about who asks for a locker; "" when all is well."""
    return say(CONTEXT, DOUBTS[warned]) if warned in DOUBTS else ""


def locker_word(number: str) -> str:
    return say(CONTEXT, "Loker {number}", number=number)


def holder_word(name: str) -> str:
    """A name, or that there is none to read: it was forgotten, or nobody is signed in."""
    return name or say(CONTEXT, "Nama tidak ditampilkan")


def held_text(length: timedelta) -> str:
    """How long things lie there, short enough for a tile: "45 mnt", "2j 10m", "3 hari"."""
    minutes = max(0, int(length.total_seconds()) // 60)
    if minutes < 60:
        return say(CONTEXT, "{minutes} mnt", minutes=minutes)
    if minutes < 24 * 60:
        return say(CONTEXT, "{hours}j {minutes}m", hours=minutes // 60, minutes=minutes % 60)
    return fmt.duration(length, language())


def tile_of(tile: LockerTile, now: datetime) -> Tile:
    """A locker as the board draws it."""
    state, word = STATES[tile.state]
    shown, since = say(CONTEXT, word), tile.since
    if tile.twice:
        state, shown = TileState.ALARM, say(CONTEXT, "Ganda")
    detail = held_text(now - since) if since is not None else ""
    if tile.state is LockerState.OUT_OF_ORDER:
        detail = tile.locker.out_of_order
    return Tile(
        tile.locker.id,
        tile.locker.number,
        state,
        shown,
        detail=detail,
        note=" · ".join(view.holder for view in tile.uses if view.holder),
        group=tile.locker.bank,
        row=tile.locker.row,
        column=tile.locker.column,
    )


def counts(rows: Rows) -> list[tuple[TileState, int, str]]:
    """How many are free and how many taken; what is wrong only where something is."""
    twice = sum(tile.twice for tile in rows.tiles)
    found = [
        (TileState.FREE, rows.count(LockerState.FREE), say(CONTEXT, "kosong")),
        (TileState.TAKEN, rows.count(LockerState.TAKEN), say(CONTEXT, "terpakai")),
        (TileState.OVERDUE, rows.count(LockerState.OVERDUE), say(CONTEXT, "terlambat")),
        (TileState.ALARM, twice, say(CONTEXT, "dua pemakai")),
        (TileState.OUT, rows.count(LockerState.OUT_OF_ORDER), say(CONTEXT, "rusak")),
    ]
    always = (TileState.FREE, TileState.TAKEN)
    return [line for line in found if rows.tiles and (line[1] or line[0] in always)]


def pledge_text(view: UseView) -> str:
    """What is held for the tag; "" for nothing."""
    use = view.use
    if use.pledge is Pledge.IDENTITY:
        return f"{use.pledge_type} …{use.pledge_last4}"
    return fmt.rupiah(use.pledge_rp) if use.pledge is Pledge.MONEY else ""


def back_text(view: UseView) -> str:
    """What goes back with the things."""
    if view.use.pledge is Pledge.IDENTITY:
        return say(CONTEXT, "Kembalikan juga {document}.", document=view.use.pledge_type)
    if view.use.pledge is Pledge.MONEY:
        return say(CONTEXT, "Kembalikan juga jaminan {pledge_rp}.", pledge_rp=view.use.pledge_rp)
    return ""


def state_text(view: UseView, utc_offset_min: int) -> str:
    """How a use stands or ended, and when: a line of the day's book."""
    word = say(CONTEXT, ENDS[view.use.end])
    if view.overdue:
        word = say(CONTEXT, "terlambat")
    ended = view.use.ended_at
    return f"{word} {fmt.clock(ended, utc_offset_min, language())}" if ended is not None else word


# ---- answers -------------------------------------------------------------------------------------------------------


def idle_lines() -> Lines:
    """Nothing lies on the counter."""
    return Lines(
        "idle", say(CONTEXT, "Siap"), rule=say(CONTEXT, "Pindai kartu untuk menitip, nomor penitipan untuk mengambil.")
    )


def refused_lines(refused: Refused) -> Lines:
    text = refusal_text(refused)
    return Lines("stop", say(CONTEXT, "Tidak bisa"), text.sentence, rule=text.hint)


def lines_of(said: Said, *, prints: bool) -> Lines:
    """An answer in the current language. `prints`: this counter has a printer for the tags."""
    if said.closed is not None:
        return _closed_lines(said, said.closed)
    if said.what in (What.GIVEN, What.RETURNED, What.MOVED, What.UNDONE, What.REPRINTED):
        return _booked_lines(said, prints)
    if said.use is not None:
        return _use_lines(said, said.use)
    return _locker_lines(said)


def _booked_lines(said: Said, prints: bool) -> Lines:
    place, name = locker_word(said.number), holder_word(said.name)
    match said.what:
        case What.GIVEN:
            told = _tag_words(said, prints)
            return Lines("ok", say(CONTEXT, "Dititip"), place, name, told)
        case What.RETURNED:
            back = back_text(said.use) if said.use is not None else ""
            return Lines("return", say(CONTEXT, "Diambil"), place, name, back)
        case What.MOVED:
            moved = say(CONTEXT, "Dari loker {number}. Nomor penitipannya tetap.", number=said.from_number)
            return Lines("ok", say(CONTEXT, "Dipindah"), place, name, moved)
        case What.UNDONE:
            return Lines("info", say(CONTEXT, "Batal"), place, name, say(CONTEXT, "Penitipannya tidak dihitung."))
        case _:
            again = say(CONTEXT, "Kedua bagian nomor {tag} dicetak sekali lagi.", tag=said.tag)
            return Lines("ok", say(CONTEXT, "Dicetak ulang"), place, again if prints else _tag_words(said, prints))


def _tag_words(said: Said, prints: bool) -> str:
    """What the visitor is given: a printed pair, one written by hand, or the tag that hangs on the locker."""
    if not said.slips:
        return say(CONTEXT, "Serahkan nomor penitipan {tag}.", tag=said.tag)
    if prints:
        return say(CONTEXT, "Nomor penitipan {tag} dicetak rangkap dua.", tag=said.tag)
    return say(CONTEXT, "Tanpa printer struk: tulis {tag} untuk pemilik dan untuk barangnya.", tag=said.tag)


def _use_lines(said: Said, view: UseView) -> Lines:
    place, name = locker_word(said.number), holder_word(said.name)
    match said.what:
        case What.HELD:
            ask = say(CONTEXT, "Minta nomor penitipannya, atau ketik nomor lokernya.")
            return Lines("warn", say(CONTEXT, "Sudah menitip"), place, name, ask, say(CONTEXT, "loker kedua"), "F12")
        case What.NEED_TAG:
            lost = say(CONTEXT, "Pindai nomor penitipannya, atau ketik nomor lokernya.")
            return Lines(
                "warn", say(CONTEXT, "Mana nomornya?"), place, name, lost, say(CONTEXT, "nomor hilang"), "Ctrl+H"
            )
        case What.ENDED:
            return Lines("warn", say(CONTEXT, "Sudah selesai"), place, name, say(CONTEXT, ENDS[view.use.end]))
        case _:
            check = say(CONTEXT, "Cocokkan nama dan nomornya, lalu Enter.")
            tone = "warn" if view.overdue or view.in_keeping else "info"
            word = say(CONTEXT, "Terlambat") if view.overdue else say(CONTEXT, "Terpakai")
            if view.in_keeping:
                word = say(CONTEXT, "Diamankan")
            return Lines(tone, word, place, name, check)


def _locker_lines(said: Said) -> Lines:
    place = locker_word(said.number)
    match said.what:
        case What.OFFERED:
            give = say(CONTEXT, "Enter memberikannya; ketik nomor lain untuk memilih.")
            return Lines("info", say(CONTEXT, "Titip"), place, said.person.name if said.person else "", give)
        case What.FREE:
            return Lines("info", say(CONTEXT, "Kosong"), place, say(CONTEXT, "Pindai kartu atau nomor pengunjung."))
        case What.OUT:
            why = said.tile.locker.out_of_order if said.tile is not None else ""
            return Lines("warn", say(CONTEXT, "Rusak"), place, why, hint=say(CONTEXT, "sudah beres"), hint_key="Ctrl+R")
        case What.TWICE:
            look = say(CONTEXT, "Pilih barang siapa yang diambil; pindahkan yang satunya.")
            return Lines("stop", say(CONTEXT, "Dua pemakai"), place, look)
        case What.NOT_FREE:
            return Lines("warn", say(CONTEXT, "Tidak kosong"), place, say(CONTEXT, "Pilih loker yang kosong."))
        case What.FULL:
            wait = say(CONTEXT, "Tunggu yang kembali, atau amankan yang terlambat.")
            return Lines("warn", say(CONTEXT, "Penuh"), say(CONTEXT, "Tidak ada loker kosong"), wait)
        case What.BROKEN:
            return Lines("info", say(CONTEXT, "Ditandai rusak"), place, say(CONTEXT, "Tidak diberikan sampai beres."))
        case What.MENDED:
            return Lines("ok", say(CONTEXT, "Beres"), place, say(CONTEXT, "Loker ini dapat dipakai lagi."))
        case _:
            choose = say(CONTEXT, "Pilih dahulu loker yang penitipannya keliru.")
            return Lines("info", say(CONTEXT, "Tidak ada yang dibatalkan"), "", choose)


def _closed_lines(said: Said, closed: Closed) -> Lines:
    word = say(CONTEXT, "Diambil") if said.what is What.LOST_TAG else say(CONTEXT, "Diamankan")
    paper = say(CONTEXT, "Berita acara {number}", number=closed.statement_no)
    more = say(CONTEXT, "Cetak dan minta tanda tangan.")
    if closed.charge is not None:
        more = say(CONTEXT, "Tagihan {amount_rp} dicatat atas namanya.", amount_rp=closed.charge.amount_rp)
    elif closed.sold_at_cash_desk:
        more = say(CONTEXT, "Nomor yang hilang dibayar di kas (F6).")
    return Lines("ok", word, locker_word(said.number), holder_word(said.name), f"{paper}. {more}")
