"""An example day at the counter, for a machine without a screen: the real window, worked by real key presses.

Leaves in out/ a picture of every page in Indonesian and English, and the day's recap. Run by a bare `./loket`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from desktop import ROOT, Desktop, Window, wait_until
from PIL import Image, ImageChops

from loket.app import Opened, open_data
from loket.db import queries
from loket.domain.entities import Id
from loket.services import example, lockers
from loket.services.operators import operators
from loket.services.settings import change_rule
from loket.ui import preferences

OUT = ROOT / "out"
IMPORT_LINE, LANGUAGE_LINE = 0, -3  # of the menu; counted from below where negative
SETTINGS_SECTIONS = 13


class Day:
    """One worked day: steps are said as they happen, and each waits for what it should have done."""

    def __init__(self, desktop: Desktop, window: Window, opened: Opened) -> None:
        assert opened.desk is not None
        self.desktop, self.window, self.desk = desktop, window, opened.desk
        self.step = 0
        self.members = example.people_to_serve(self.desk, 12)
        self.books = iter(example.free_barcodes(self.desk, 60))

    # ---- looking at the journal -----------------------------------------------------------------------------------

    def events(self, *kinds: str) -> int:
        marks = ", ".join("?" * len(kinds))
        with self.desk.view() as act:
            sql = f"SELECT count(*) FROM journal WHERE type IN ({marks})"
            return int(act.driver.execute(sql, kinds).fetchone()[0])

    def after(self, *kinds: str, more: int = 1) -> Callable[[], bool]:
        wanted = self.events(*kinds) + more
        return lambda: self.events(*kinds) >= wanted

    def say(self, text: str) -> None:
        self.step += 1
        print(f"  {self.step:2d}. {text}", flush=True)

    def picture(self, name: str) -> None:
        self.desktop.save(OUT / f"{name}.png")

    # ---- the day --------------------------------------------------------------------------------------------------

    def work(self) -> None:
        self.desk.operator = next(who for who in operators(self.desk) if who.username == example.OPERATOR)
        change_rule(self.desk, "recap_by_night_at", "23:59")  # the day is closed by hand here, however late it is
        self.picture("01-sirkulasi-siap")
        self.lend_to_the_first()
        self.serve_the_queue()
        self.take_back_a_late_book()
        self.take_the_fine()
        self.renew_and_undo()
        self.refuse_and_override()
        self.find_by_name()
        self.unknown_code()
        self.welcome_and_keep_the_bag()
        self.count_the_tables()
        self.close_the_day()

    def lend_to_the_first(self) -> None:
        member, book = self.members[0], next(self.books)
        self.say("kartu, buku: dipinjam")
        done = self.after("ItemLent")
        self.desktop.type_code(member.member_no, book)
        wait_until(done, "the first loan")
        self.picture("02-dipinjam")
        self.desktop.type_code("")
        self.picture("03-selesai-dengan-slip")

    def serve_the_queue(self) -> None:
        self.say("delapan anggota berturut-turut, secepat pemindai")
        scans = [
            code for member in self.members[1:9] for code in (member.member_no, next(self.books), next(self.books), "")
        ]
        done = self.after("ItemLent", more=16)
        self.desktop.type_code(*scans)
        wait_until(done, "sixteen loans")

    def take_back_a_late_book(self) -> None:
        self.say("buku terlambat kembali, tanpa kartu")
        done = self.after("ItemReturned", more=2)
        late = self.overdue(2)
        self.desktop.type_code(late[0])
        self.desktop.type_code(late[1])
        wait_until(done, "the late returns")
        self.picture("04-kembali-terlambat")
        self.desktop.type_code("")

    def take_the_fine(self) -> None:
        """His card on the cash page; the drawer is still shut, so Enter leads to it, and back to his bill."""
        self.say("denda dibayar: kartu, Enter; lacinya dibuka dahulu")
        self.desktop.press_and_see("F6")
        before = self.desktop.still_picture()
        self.desktop.type_code(self.debtor())
        self.desktop.see_after(before)
        self.desktop.press_and_see("Return")
        self.desktop.type_slowly("100000")
        self.picture("12-laci-dibuka")
        opened, before = self.after("ShiftOpened"), self.desktop.still_picture()
        self.desktop.press("Return")
        wait_until(opened, "the open drawer")
        self.desktop.see_after(before)
        self.picture("13-tagihan")
        paid = self.after("PaymentTaken")
        self.desktop.type_code("")
        wait_until(paid, "the fine paid")
        self.picture("14-lunas")
        self.desktop.press_and_see("F4")

    def debtor(self) -> str:
        with self.desk.view() as act:
            row = act.driver.execute(
                "SELECT m.member_no FROM charge c JOIN member m ON m.id = c.member_id "
                "WHERE c.cancelled = 0 AND c.settled_rp < c.amount_rp ORDER BY c.id DESC LIMIT 1"
            ).fetchone()
        return str(row[0])

    def overdue(self, count: int) -> list[str]:
        with self.desk.view() as act:
            rows = act.driver.execute(
                "SELECT i.barcode FROM loan l JOIN item i ON i.id = l.item_id "
                "WHERE l.\"end\" = 'open' AND l.due_on < ? ORDER BY l.due_on LIMIT ?",
                (act.today.isoformat(), count),
            ).fetchall()
        return [row[0] for row in rows]

    def renew_and_undo(self) -> None:
        self.say("perpanjangan: Ctrl+R, lalu bukunya; batal: Ctrl+Z")
        barcode = self.loan_of(self.members[1].id)
        renewed = self.after("LoanRenewed")
        self.desktop.press("ctrl+r")
        self.desktop.type_code(barcode)
        self.desktop.still_picture()
        if not renewed():
            self.picture("05-perpanjangan-belum-perlu")
        self.desktop.press("Escape")
        undone = self.after("LoanUndone", "RenewalUndone")
        self.desktop.press("ctrl+z")
        self.desktop.still_picture()
        if undone():
            self.picture("06-dibatalkan")

    def loan_of(self, member_id: Id) -> str:
        with self.desk.view() as act:
            return queries.loan_lines(act.driver, member_id)[0].barcode

    def refuse_and_override(self) -> None:
        self.say("batas tercapai: ditolak, lalu disetujui pengawas (F12)")
        self.desktop.type_code("")
        self.desktop.type_code(self.members[2].member_no, next(self.books), next(self.books))
        self.picture("07-ditolak")
        granted = self.after("OverrideGranted")
        self.desktop.press("F12")
        self.desktop.still_picture()
        self.desktop.type_slowly("Tugas sekolah")
        self.desktop.press("Tab")
        self.desktop.type_slowly(example.SUPERVISOR)
        self.desktop.press("Tab")
        self.desktop.type_slowly(example.SUPERVISOR_PASSWORD)
        self.picture("08-persetujuan-pengawas")
        self.desktop.press("Return")
        wait_until(granted, "the override")
        self.picture("09-dipinjam-dengan-persetujuan")
        self.desktop.type_code("")

    def find_by_name(self) -> None:
        self.say("mencari anggota dengan nama")
        before = self.desktop.still_picture()
        self.desktop.type_slowly(self.members[10].full_name.split()[-1][:5].lower())
        self.desktop.see_after(before).save(OUT / "10-cari-nama.png")
        self.desktop.press("Escape", "ctrl+a", "BackSpace")

    def unknown_code(self) -> None:
        self.say("kode asing")
        self.desktop.type_code("X-0000-TIDAK-ADA")
        self.picture("11-kode-asing")
        self.desktop.press("ctrl+a", "BackSpace", "Escape")

    def welcome_and_keep_the_bag(self) -> None:
        """The same card at the door and at the lockers; the tag is scanned at the loans desk and leads back."""
        member = self.members[8]
        self.say("buku tamu dan loker: kartu, kartu, Enter; nomornya dipindai, Enter")
        self.desktop.press_and_see("F2")
        counted, before = self.after("VisitRecorded"), self.desktop.still_picture()
        self.desktop.type_code(member.member_no)
        wait_until(counted, "the visitor counted")
        self.desktop.see_after(before).save(OUT / "15-pengunjung.png")
        self.desktop.press_and_see("F5")
        before = self.desktop.still_picture()
        self.desktop.type_code(member.member_no)
        self.desktop.see_after(before)
        taken = self.after("LockerTaken")
        self.desktop.press("Return")
        wait_until(taken, "the locker given")
        self.picture("16-loker-diberikan")
        self.desktop.press_and_see("F4")
        before = self.desktop.still_picture()
        self.desktop.type_code(
            next(one.use.tag for one in lockers.still_out(self.desk) if one.use.member_id == member.id)
        )
        self.desktop.see_after(before)
        back = self.after("LockerReturned")
        self.desktop.press("Return")
        wait_until(back, "the things given back")

    def count_the_tables(self) -> None:
        self.say("buku di meja baca dihitung dengan memindai")
        self.desktop.press_and_see("F7", "ctrl+1")
        read = self.after("BookRead", more=3)
        for book in (next(self.books) for _ in range(3)):
            self.desktop.type_code(book)
        wait_until(read, "three books counted")
        self.picture("17-baca-di-tempat")
        self.desktop.press_and_see("F4")

    def close_the_day(self) -> None:
        """Somebody is inside still: that is asked about. Then the recap is signed with the password."""
        self.say("sore: F9, daftar periksa; rekap terkunci, lalu ditandatangani")
        for old in OUT.glob("rekap-????-??-??-S1.*"):
            old.unlink()
        self.see("18-tutup-layanan", "F9")
        self.see("19-yang-belum-beres", "Return")
        locked = self.after("RecapMade")
        self.desktop.type_slowly("Hari contoh")
        self.desktop.press("Return")
        wait_until(locked, "the day closed")
        wait_until(lambda: any(OUT.glob("rekap-????-??-??-S1.csv")), "the recap's files")
        self.desktop.still_picture().save(OUT / "20-rekap-terkunci.png")
        signed = self.after("RecapSigned")
        self.desktop.press_and_see("Return")
        self.desktop.type_slowly(example.PASSWORD)
        before = self.desktop.still_picture()
        self.desktop.press("Return")
        wait_until(signed, "the recap signed")
        self.desktop.see_after(before).save(OUT / "21-rekap-ditandatangani.png")
        self.desktop.press_and_see("F4")

    # ---- every page -----------------------------------------------------------------------------------------------

    def visit_pages(self, language: str) -> None:
        self.say(f"setiap halaman, {language}")
        self.see(f"halaman-sirkulasi-{language}", "F4")
        self.visit_members(language)
        self.visit_money(language)
        self.visit_house(language)
        self.visit_recap(language)
        self.see(f"halaman-katalog-{language}", "F10")
        self.see(f"halaman-judul-baru-{language}", "ctrl+n")
        self.desktop.press_and_see("Escape")
        self.see(f"halaman-judul-{language}", "Return")
        self.desktop.press_and_see("Escape")
        self.see(f"halaman-label-{language}", "ctrl+l")
        self.desktop.press_and_see("Escape")
        for number in range(1, SETTINGS_SECTIONS + 1):
            self.see(f"halaman-pengaturan-{number}-{language}", "ctrl+comma", *["Down"][: number - 1])
        self.choose_from_menu(IMPORT_LINE)
        self.picture(f"halaman-impor-{language}")
        self.desktop.press_and_see("F4")
        self.see(f"halaman-bantuan-{language}", "F1")
        self.desktop.press_and_see("Escape")
        self.lock_and_unlock(language)

    def visit_members(self, language: str) -> None:
        self.see(f"halaman-anggota-{language}", "F3")
        self.see(f"halaman-satu-anggota-{language}", "Return")
        self.see(f"halaman-riwayat-anggota-{language}", "ctrl+4")
        self.desktop.press_and_see("Escape")
        self.see(f"halaman-anggota-baru-{language}", "ctrl+n")
        self.desktop.press_and_see("Escape")
        self.see(f"halaman-cetak-kartu-{language}", "shift+F3")

    def visit_money(self, language: str) -> None:
        for page, views in {"F6": ("kas", "kuitansi", "laci"), "F11": ("setoran", "pencocokan", "buku")}.items():
            for number, view in enumerate(views, 1):
                self.see(f"halaman-{view}-{language}", page, f"ctrl+{number}")
            self.desktop.press_and_see("ctrl+1")

    def visit_house(self, language: str) -> None:
        self.see(f"halaman-buku-tamu-{language}", "F2")
        self.see(f"halaman-tamu-baru-{language}", "ctrl+t")
        self.desktop.press_and_see("Escape")
        self.see(f"halaman-loker-{language}", "F5")
        for number, view in enumerate(("ruang-baca", "internet", "fotokopi", "ebook"), 1):
            self.see(f"halaman-{view}-{language}", "F7", f"ctrl+{number}")
        self.see(f"halaman-survei-{language}", "shift+F2")

    def visit_recap(self, language: str) -> None:
        for number, view in enumerate(("tutup-layanan", "laporan", "standar", "tunggakan", "iplm"), 1):
            self.see(f"halaman-{view}-{language}", "F9", f"ctrl+{number}")
        self.desktop.press_and_see("ctrl+1")

    def lock_and_unlock(self, language: str) -> None:
        """Locking covers everything; unlocking shows it again as it was."""
        self.see(f"halaman-kunci-{language}", "ctrl+shift+l")
        covered = self.desktop.still_picture()
        self.desktop.type_slowly(example.PASSWORD)
        self.desktop.press("Return")
        wait_until(lambda: not _covered(covered, self.desktop.picture()), "the counter to be unlocked")
        self.desktop.still_picture()

    def see(self, name: str, *keys: str) -> None:
        self.desktop.press_and_see(*keys).save(OUT / f"{name}.png")

    def choose_from_menu(self, line: int) -> None:
        self.desktop.press_and_see("ctrl+m")
        self.desktop.press_and_see(*(["Down"] * (line + 1) if line >= 0 else ["Up"] * -line), "Return")


def _covered(lock: Image.Image, now: Image.Image) -> bool:
    """The lock screen is empty where the window has its first tab."""
    corner = (0, 0, 300, 76)
    return ImageChops.difference(lock.crop(corner).convert("RGB"), now.crop(corner).convert("RGB")).getbbox() is None


def main() -> int:
    OUT.mkdir(exist_ok=True)
    home = Path(tempfile.mkdtemp(prefix="loket-contoh-"))
    print("Tidak ada layar: satu hari contoh dikerjakan pada layar maya.", flush=True)
    try:
        kept = preferences.Preferences(motion=False, recap_folder=str(OUT), recap_print=False)
        preferences.save(home, kept)  # without motion: a blinking cursor is no answer
        with Desktop() as desktop:
            window = Window(desktop, home, "--example")
            print("  Menyiapkan perpustakaan contoh (10.000 anggota, 20.000 judul, 40.000 eksemplar) …", flush=True)
            window.wait_ready()
            opened = open_data(home)
            try:
                day = Day(desktop, window, opened)
                day.work()
                day.visit_pages("id")
                day.choose_from_menu(LANGUAGE_LINE)
                day.visit_pages("en")
            finally:
                opened.close()
                window.close()
        _recap(home)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    print(f"Selesai. Gambar setiap halaman dan rekap ada di {OUT}.")
    return 0


def _recap(home: Path) -> None:
    import os

    environment = os.environ | {"LOKET_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-P", "-m", "loket", "rekap", "--out", str(OUT)]
    subprocess.run(command, env=environment, check=True)


if __name__ == "__main__":
    sys.exit(main())
