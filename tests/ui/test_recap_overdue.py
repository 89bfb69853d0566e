"""The section Tunggakan on real services: choosing, copying and noting messages, letters, lists, what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import cast
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest
from fakes import new_desk
from hands import heard, in_front, press
from overdue_books import late_member, pass_days
from papers import pages_of
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from stock import adopt, event_types, set_rule

from loket.domain.entities import FineMode, Id
from loket.services import circulation, overdue
from loket.services.desk import Desk
from loket.services.overdue import Debtor, rows
from loket.services.reminders import history, remind
from loket.ui import language
from loket.ui.pages.page import Page
from loket.ui.pages.recap_overdue import OverdueSection
from loket.ui.shell import Shell
from loket.ui.texts import INVALID

START = date(2026, 10, 6)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Ada and Budi are late, Citra's book is due tomorrow."""
    desk = new_desk(tmp_path, today=START)
    rules = {"weekly_closed": (), "block_overdue": False, "reminder_no_format": "005/{running:3}/{station}/{yyyy}"}
    for key, value in rules.items():
        set_rule(desk, key, value)
    adopt(
        desk,
        fine_mode=FineMode.MONEY,
        fine_per_day_rp=500,
        legal_basis="Perda Contoh 1/2026",
        max_items=9,
        max_titles=9,
    )
    late_member(desk, "A-1", "Perahu", "Bakau", name="Ada Contoh", phone="+6281234567890", school_class="VII A", days=2)
    late_member(desk, "A-2", "Tenun", name="Budi Contoh", phone="+62380821234", district="Alak", days=12)
    late_member(desk, "A-3", "Kelor", name="Citra Contoh", days=6)
    yield desk
    desk.database.close()


class Seen:
    """The section in front, and what it says."""

    def __init__(self, section: OverdueSection) -> None:
        self.section, self.view, self.form = section, section.view, section.view.form
        self.said: list[tuple[str, str]] = []
        self.saved: list[Path] = []
        self.links: list[str] = []
        section.said.connect(lambda sentence, kind: self.said.append((sentence, kind)))
        section.saved.connect(self.saved.append)
        section.open_link = self._opened

    def _opened(self, link: str) -> bool:
        self.links.append(link)
        return True

    def names(self) -> list[str]:
        model = self.form.list.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def key(self, key: str) -> None:
        """In the list, until its button has done what it does."""
        press(cast(Page, self.section), key, self.form.list)


@pytest.fixture
def seen(shell: Shell, qtbot: QtBot) -> Seen:
    section = OverdueSection(shell)
    section.resize(1334, 560)
    qtbot.addWidget(section)
    in_front(section)
    section.activate()
    return Seen(section)


def choose(seen: Seen, name: str) -> Id:
    seen.form.list.select_row(seen.names().index(name))
    assert seen.view.debtor is not None
    return seen.view.debtor.member.id


# ---- looking --------------------------------------------------------------------------------------------------------


def test_the_list_and_the_first_member_with_his_books(seen: Seen) -> None:
    assert seen.names() == ["Ada Contoh", "Budi Contoh"]
    assert seen.form.summary.text() == "2 anggota, 3 buku; 2 perlu diingatkan hari ini"
    assert seen.form.name.text() == "Ada Contoh"
    assert "A-1" in seen.form.detail.text()
    assert "VII A" in seen.form.detail.text()
    assert seen.form.contact.text() == "0812-3456-7890"
    books = seen.form.books.model()
    assert [books.index(row, 0).data() for row in range(books.rowCount())] == ["Perahu", "Bakau"]
    assert books.index(0, 3).data() == "Rp6.500"


def test_filters_and_search(seen: Seen) -> None:
    seen.form.district.set_value("Alak")
    seen.form.district.changed.emit()
    assert seen.names() == ["Budi Contoh"]
    seen.form.district.set_value("")
    seen.form.district.changed.emit()
    QTest.keyClicks(seen.form.search, "ada c")
    assert seen.names() == ["Ada Contoh"]
    seen.form.search.clear()
    QTest.keyClicks(seen.form.search, "zz")
    assert seen.names() == []
    assert seen.form.aside.currentWidget() is seen.form.nobody
    assert not seen.view.copy.isEnabled()


def test_days_and_those_who_are_due(seen: Seen, desk: Desk) -> None:
    seen.form.days.set_value("week")
    seen.form.days.changed.emit()
    assert seen.names() == []
    seen.form.days.set_value("month")
    seen.form.days.changed.emit()
    assert seen.names() == ["Ada Contoh", "Budi Contoh"]
    remind(desk, [choose(seen, "Ada Contoh")], "phone")
    seen.form.onlyDue.click()
    assert seen.names() == ["Budi Contoh"]


def test_soon_due_books_are_another_list(seen: Seen) -> None:
    seen.form.which.set_current("soon")
    seen.form.which.changed.emit("soon")
    assert seen.names() == ["Citra Contoh"]
    assert seen.form.summary.text() == "1 anggota, 1 buku"
    assert seen.form.list.model().index(0, 3).data() == "besok"
    assert not seen.view.letter.isVisible()
    seen.key("Ctrl+T")
    assert "paling lambat" in QGuiApplication.clipboard().text()
    seen.form.which.set_current("overdue")
    seen.form.which.changed.emit("overdue")
    assert seen.names() == ["Ada Contoh", "Budi Contoh"]


def test_who_was_chosen_stays_chosen_when_the_list_is_read_again(seen: Seen) -> None:
    choose(seen, "Budi Contoh")
    seen.section.activate()
    assert seen.form.name.text() == "Budi Contoh"


# ---- messages -------------------------------------------------------------------------------------------------------


def test_one_key_copies_the_message_and_one_notes_that_it_was_sent(seen: Seen, desk: Desk, shell: Shell) -> None:
    ada = choose(seen, "Ada Contoh")
    seen.key("Ctrl+T")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Yth. Ada Contoh,")
    assert "Perahu" in text
    assert "Rp13.000" in text
    assert seen.said[-1] == ("Pesan untuk Ada Contoh disalin. Sesudah terkirim, tekan Ctrl+D.", "ok")
    assert rows(desk, [ada])[ada].told.step == 0, "nothing is noted before it was sent"
    seen.key("Ctrl+D")
    assert seen.said[-1][0] == "Dicatat: Ada Contoh diingatkan, ke-1."
    assert heard(shell)[-1] == "ok"
    noted = history(desk, ada)[0].reminder
    assert (noted.how, noted.step) == ("whatsapp", 1)
    assert seen.form.name.text() == "Ada Contoh"
    assert seen.form.history.model().index(0, 1).data() == "WhatsApp ke-1"
    assert "1 perlu diingatkan" in seen.form.summary.text()


def test_whatsapp_opens_with_number_and_text(seen: Seen) -> None:
    choose(seen, "Ada Contoh")
    seen.key("Ctrl+O")
    link = urlsplit(seen.links[0])
    assert (link.netloc, link.path) == ("wa.me", "/6281234567890")
    assert parse_qs(link.query)["text"][0].startswith("Yth. Ada Contoh")
    choose(seen, "Budi Contoh")
    assert not seen.view.link.isEnabled(), "a landline has none"
    seen.section.open_whatsapp()
    assert len(seen.links) == 1


def test_a_computer_without_whatsapp_says_what_to_do(seen: Seen) -> None:
    seen.section.open_link = lambda _: False
    seen.key("Ctrl+O")
    assert seen.said[-1][1] == "warn"
    assert "Ctrl+T" in seen.said[-1][0]


def test_a_call_is_noted_and_a_note_can_be_taken_back(seen: Seen, desk: Desk) -> None:
    budi = choose(seen, "Budi Contoh")
    seen.key("Ctrl+L")
    assert history(desk, budi)[0].reminder.how == "phone"
    assert seen.view.cancel.isEnabled()
    seen.view.cancel.click()
    assert history(desk, budi)[0].reminder.cancelled
    assert seen.form.history.model().index(0, 2).data() == "dibatalkan"
    assert not seen.view.cancel.isEnabled()
    assert seen.said[-1] == ("Catatan pengingat dibatalkan.", "ok")


def test_whose_book_came_back_meanwhile_is_not_noted(seen: Seen, desk: Desk) -> None:
    budi = choose(seen, "Budi Contoh")
    circulation.check_in(desk, item_id=rows(desk, [budi])[budi].debts[0].book.loan.item_id)
    seen.key("Ctrl+D")
    assert seen.said[-1] == ("Buku Budi Contoh sudah tidak ada yang terlambat.", "info")
    assert history(desk, budi) == ()
    assert seen.names() == ["Ada Contoh"]


def test_nobody_signed_in_notes_nothing(seen: Seen, desk: Desk, shell: Shell) -> None:
    desk.operator = None
    seen.section.activate()
    assert not seen.view.letters_due.isEnabled()
    assert not seen.view.sent.isEnabled()
    seen.section.note("phone")
    assert seen.said[-1][1] == "warn"
    assert heard(shell)[-1] == "refused"


# ---- letters and lists ----------------------------------------------------------------------------------------------


def test_letters_for_all_who_are_due_in_one_file(seen: Seen, desk: Desk, tmp_path: Path) -> None:
    wanted = tmp_path / "surat.pdf"
    seen.section.ask_name = lambda title, ending: wanted
    seen.key("Ctrl+Shift+P")
    assert seen.saved == [wanted]
    pages = pages_of(wanted.read_bytes())
    assert len(pages) == 2
    assert "Ada Contoh" in pages[0]
    assert "005/001/L1/2026" in pages[0]
    assert "005/002/L1/2026" in pages[1]
    assert "0 perlu diingatkan" in seen.form.summary.text()
    assert not seen.form.busy.isVisible()
    assert not seen.view.letters_due.isEnabled()


def test_a_letter_for_one_and_the_same_once_more(seen: Seen, tmp_path: Path) -> None:
    first, again = tmp_path / "a.pdf", tmp_path / "b.pdf"
    seen.section.ask_name = lambda title, ending: first
    choose(seen, "Budi Contoh")
    seen.key("Ctrl+P")
    assert seen.view.again.isEnabled()
    seen.section.ask_name = lambda title, ending: again
    seen.view.again.click()
    assert seen.saved == [first, again]
    assert first.read_bytes() == again.read_bytes()


def test_giving_up_the_file_notes_nothing(seen: Seen, desk: Desk) -> None:
    seen.section.ask_name = lambda title, ending: None
    seen.key("Ctrl+Shift+P")
    seen.key("Ctrl+P")
    assert "MemberReminded" not in event_types(desk, 3)
    assert seen.saved == []


def test_letters_that_cannot_be_written_do_not_count(seen: Seen, desk: Desk, tmp_path: Path) -> None:
    ada = choose(seen, "Ada Contoh")
    seen.section.ask_name = lambda title, ending: tmp_path / "tidak ada" / "surat.pdf"
    seen.key("Ctrl+Shift+P")
    assert seen.said[-1][1] == "stop"
    assert [line.reminder.cancelled for line in history(desk, ada)] == [True]
    assert "2 perlu diingatkan" in seen.form.summary.text()
    assert not seen.form.busy.isVisible()


@pytest.mark.parametrize("grouping", ["none", "school_class", "district"])
def test_lists_as_papers_and_workbooks(seen: Seen, desk: Desk, tmp_path: Path, grouping: str) -> None:
    seen.view.grouping.set_value(grouping)
    for button, name in ((seen.view.pdf, "d.pdf"), (seen.view.xlsx, "d.xlsx")):
        seen.section.ask_name = lambda title, ending, name=name: tmp_path / name  # type: ignore[misc]
        button.click()
        assert event_types(desk, 1) == ["MembersExported"], "who takes data out is written down"
    assert seen.saved == [tmp_path / "d.pdf", tmp_path / "d.xlsx"]
    text = " ".join(pages_of((tmp_path / "d.pdf").read_bytes()))
    assert "Ada Contoh" in text
    assert "Budi Contoh" in text
    sheets = openpyxl.load_workbook(tmp_path / "d.xlsx").sheetnames
    assert len(sheets) == (1 if grouping == "none" else 2)


def test_the_list_of_those_due_soon_on_paper(seen: Seen, tmp_path: Path) -> None:
    seen.form.which.set_current("soon")
    seen.form.which.changed.emit("soon")
    seen.section.ask_name = lambda title, ending: tmp_path / "s.pdf"
    seen.view.pdf.click()
    text = " ".join(pages_of((tmp_path / "s.pdf").read_bytes()))
    assert "SEGERA JATUH TEMPO" in text
    assert "Citra Contoh" in text
    assert "Ada Contoh" not in text


# ---- language and keyboard ------------------------------------------------------------------------------------------


def test_in_english_the_window_changes_but_not_what_members_are_sent(seen: Seen) -> None:
    choose(seen, "Budi Contoh")
    language.use("en")
    try:
        assert seen.form.name.text() == "Budi Contoh"
        seen.key("Ctrl+T")
        assert QGuiApplication.clipboard().text().startswith("Yth. Budi Contoh")
    finally:
        language.use("id")


def test_everything_is_reached_by_tab(seen: Seen) -> None:
    seen.form.which.setFocus()
    reached = set()
    for _ in range(40):
        widget = QGuiApplication.focusObject()
        reached.add(widget)
        QTest.keyClick(seen.section.window(), Qt.Key.Key_Tab)
    for widget in (
        seen.form.search,
        seen.form.days,
        seen.form.list,
        seen.view.copy,
        seen.view.letter,
        seen.form.history,
    ):
        assert widget in reached, widget


def test_escape_leads_back_to_the_list(seen: Seen) -> None:
    seen.form.search.setFocus()
    seen.section.escape()
    assert seen.form.list.hasFocus()


def test_the_codes_of_the_rules_have_their_sentences() -> None:
    assert {"message_part", "reminder_days"} <= set(INVALID)


def test_a_long_list_fetches_only_what_is_seen(seen: Seen, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(130):
        late_member(desk, f"C-{number}", f"Judul {number}", name=f"Dodi {number:03}")
    pass_days(desk, 12)
    asked: list[int] = []
    real = overdue.rows

    def counted(desk: Desk, ids: Sequence[Id]) -> dict[Id, Debtor]:
        asked.append(len(ids))
        return real(desk, ids)

    monkeypatch.setattr(overdue, "rows", counted)
    seen.section.activate()
    assert seen.form.list.model().rowCount() == 133
    assert sum(asked) < 133
