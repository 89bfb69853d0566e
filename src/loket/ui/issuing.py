"""Whose paper a window makes: the library with its letterhead, the letters papers are set in, and where it is kept.

`issuer_of`, `paper_fonts` and `write_paper` read the database and the disk: never on the GUI thread. What draws is
imported when the first paper is made.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from loket.db.engine import translated
from loket.devices import resources
from loket.domain.officials import HEAD, printed_office
from loket.services.card_values import card_library
from loket.services.desk import Desk
from loket.services.officials import holder_of, treasurer_settings
from loket.ui.card_making import OWN_DESIGNS

if TYPE_CHECKING:
    from loket.reports.letterhead import Issuer
    from loket.reports.pdf import Fonts


def issuer_of(desk: Desk, data_dir: Path, on: date | None = None) -> Issuer:
    """The library as its papers name it, signed on a day, today when not given. `data_dir` holds its logo.

    Head and treasurer are who held the office that day; where nobody was entered, those of the settings.
    """
    from loket.reports.letterhead import Issuer, Letterhead

    library = card_library(desk, data_dir / OWN_DESIGNS)
    signed_on = on or desk.today()
    with desk.view() as act:
        chief = holder_of(act, HEAD, signed_on)
        settings, treasurer_title = treasurer_settings(act, signed_on)
    issued_by = desk.library
    if chief is not None:
        issued_by = replace(issued_by, head_name=chief.name, head_nip=chief.nip)
    head = Letterhead(
        place=library.city,
        agency=library.agency,
        head_title=printed_office(chief) if chief is not None else library.head_title or "Kepala",
        logo=library.logo,
        treasurer_title=treasurer_title,
    )
    return Issuer(issued_by, head, settings, signed_on)


def paper_fonts() -> Fonts:
    from loket.reports.pdf import load_fonts

    return load_fonts(resources.path("fonts"))


def write_paper(path: Path, content: bytes) -> Path:
    """Raises StorageError where the disk fails."""
    with translated(path):
        path.write_bytes(content)
    return path


def file_name(title: str) -> str:
    """A number or title as a file may be called: a slash would be a folder."""
    return "-".join("".join(sign if sign.isalnum() or sign in ".-" else " " for sign in title).split())


def ask_file(view: QWidget, words: str, title: str, ending: str = "pdf") -> Path | None:
    """Where a paper is to be kept, None when given up. `words` over the question; `title` proposes the file's name."""
    proposed = Path.home() / f"{file_name(title)}.{ending}"
    chosen, _ = QFileDialog.getSaveFileName(view, words, str(proposed), f"{ending.upper()} (*.{ending})")
    return Path(chosen) if chosen else None


def open_file(path: Path) -> bool:
    """With the program the computer has for it; False where it has none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
