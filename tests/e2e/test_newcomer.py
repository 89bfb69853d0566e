"""A newcomer in the real window by real keys, photo and card included: at most twelve inputs beside his data."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from desktop import Desktop, Window, wait_until

from loket.app import Opened
from loket.domain.entities import Member
from loket.services import card_queue, example, photos
from loket.services.desk import Desk
from loket.services.members import find_members
from loket.ui import preferences

pytestmark = pytest.mark.e2e

MOST_INPUTS = 12
DATA = ("0000004508900001", "Kenari Contoh", "Jalan Contoh 7")  # a number of no region: born 5 August 1990, a woman


class Keys:
    """A hand that counts: what it types as the newcomer's data, and every input beside it.

    Each field's own Enter is counted apart: it ends the data, as a scanner's does.
    """

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self.inputs = self.fields = 0

    def press(self, key: str) -> None:
        self.inputs += 1
        self._desktop.press_and_see(key)

    def data(self, text: str) -> None:
        self.fields += 1
        self._desktop.type_slowly(text)
        self._desktop.press_and_see("Return")

    def scan(self, code: str) -> None:
        self.inputs += 1
        self._desktop.type_code(code)


def video(path: Path) -> Path:
    """A camera's picture: a plain face of light and dark on a wall, ten seconds long."""
    import cv2

    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 10, (640, 480))
    frame = np.full((480, 640, 3), 200, np.uint8)
    cv2.ellipse(frame, (320, 230), (90, 120), 0, 0, 360, (150, 180, 220), -1)
    for _ in range(100):
        writer.write(frame)
    writer.release()
    return path


def newcomers(desk: Desk) -> list[Member]:
    with desk.view() as act:
        found = [act.state.get(Member, hit.id) for hit in find_members(desk, DATA[1])]
    return [member for member in found if member is not None]


def loans(desk: Desk) -> list[str]:
    with desk.view() as act:
        rows = act.driver.execute(
            "SELECT i.barcode FROM loan l JOIN item i ON i.id = l.item_id JOIN member m ON m.id = l.member_id "
            "WHERE m.full_name = ?",
            (DATA[1],),
        ).fetchall()
    return [row[0] for row in rows]


def test_from_the_form_to_the_first_loan(
    desktop: Desktop, home: Path, opened: Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = opened.desk
    assert desk is not None
    camera = str(video(tmp_path / "camera.avi"))
    preferences.save(home, preferences.Preferences(motion=False, camera=camera))
    book = example.free_barcodes(desk, 1)[0]
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    window = Window(desktop, home, "--example")
    window.wait_ready()
    keys = Keys(desktop)

    keys.press("F3")
    keys.press("ctrl+n")
    for text in DATA:
        keys.data(text)
    desktop.save(pictures / "1-form.png")
    keys.press("space")  # he agrees that his data are used; the cursor is there already
    keys.press("ctrl+f")
    desktop.save(pictures / "2-camera.png")
    keys.press("space")  # take the picture
    keys.press("Return")  # use it
    keys.press("space")  # he agrees to the photo; the cursor is there already
    desktop.save(pictures / "3-complete.png")
    keys.press("ctrl+Return")
    wait_until(lambda: newcomers(desk), "the newcomer on the books")
    desktop.save(pictures / "4-registered.png")
    keys.press("Return")  # print
    wait_until(lambda: card_queue.queue(desk).jobs, "his card in the queue")
    keys.press("Return")  # lend
    keys.scan(book)
    wait_until(lambda: loans(desk), "his first loan")
    desktop.save(pictures / "5-lent.png")

    (member,) = newcomers(desk)
    assert loans(desk) == [book]
    (job,) = card_queue.queue(desk).jobs
    assert job.member_id == member.id
    jpeg = photos.read(desk, photos.PhotoStore(home), member.photo)
    assert jpeg is not None
    assert len(jpeg) <= 60_000
    with capsys.disabled():
        print(f"\na newcomer to his first loan: {keys.inputs} inputs beside {keys.fields} fields of data")
    assert keys.inputs <= MOST_INPUTS
    window.close()
