"""The import page on real services: nothing changes before it is wanted, and every refusal says what to do."""

from __future__ import annotations

import csv
import io
import string
from collections.abc import Callable
from pathlib import Path

import pytest
from fakes import ADMIN, HASHER, new_desk, operator
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from loket.db.engine import driver
from loket.domain.entities import Biblio, Item, Member
from loket.importing import SYNONYMS, open_reader
from loket.importing.codes import ProblemCode, UnusableCode
from loket.importing.records import Mapping, Problem, UnusableFileError
from loket.services.desk import all_rows
from loket.services.intake_report import Counts, Found, IntakeCode
from loket.services.operators import SignIns
from loket.ui.jobs import InlineJobs, Jobs
from loket.ui.pages.importing import STAGES, ImportingPage
from loket.ui.pages.importing_mapping import SHOWN
from loket.ui.presenters.importing import Stage, problems_csv
from loket.ui.shell import Shell
from loket.ui.sounds import Sounds
from loket.ui.texts_importing import (
    FIELDS,
    FORMATS,
    PROBLEMS,
    UNUSABLE,
    counts_text,
    field_word,
    format_word,
    found_value,
    kind_word,
    problem_text,
    unusable_text,
)

TITLES = (
    "title,gmd_name,edition,isbn_issn,publisher_name,publish_year,collation,series_title,call_number,language_name,"
    "place_name,classification,notes,image,sor,authors,topics,item_code\n"
    '"Padi di Sawah","Text","","","Penerbit Contoh","2019","","","813","Indonesia","Kota Contoh","813","","","",'
    '"<Kenari, Melati>","<Padi>","<B1><B2>"\n'
)
COPIES = (
    "item_code,call_number,coll_type_name,inventory_code,received_date,supplier_name,order_no,location_name,order_date,"
    "item_status_name,site,source,invoice,price,price_currency,invoice_date,input_date,last_update,title\n"
    '"B1","","Reference","","2020-01-01","","","","","","","1","","45000","Rupiah","","","","Padi di Sawah"\n'
)
PUPILS = "Nomor;Nama Siswa;JK;Berlaku s.d.\nS1;Anak Contoh Satu;L;31-12-2027\nS2;Anak Contoh Dua;P;besok\n"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    desk = new_desk(tmp_path)
    desk.operator = operator(desk, ADMIN)
    return Shell(desk, InlineJobs(), Sounds(muted=True), HASHER, SignIns(HASHER), tmp_path)


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> ImportingPage:
    made = ImportingPage(shell)
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.show()
    return made


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    def written(name: str, text: str) -> Path:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return written


def count(shell: Shell, kind: type[Member | Biblio | Item]) -> int:
    with shell.desk.database.read() as connection:
        return len(all_rows(driver(connection), kind))


def stage(page: ImportingPage) -> Stage:
    assert page.presenter.file is not None
    return page.presenter.file.stage


def listed(page: ImportingPage) -> list[tuple[str, str]]:
    """Line and reason of every row in the list."""
    model = page._problems
    return [(model.data(model.index(n, 0)), model.data(model.index(n, 2))) for n in range(model.rowCount())]


# ---- one file ----------------------------------------------------------------------------------------------------


def test_a_file_is_checked_first_and_taken_when_wanted(
    page: ImportingPage, shell: Shell, write: Callable[[str, str], Path]
) -> None:
    heard: list[str] = []
    shell.changes.happened.connect(lambda kind, _by: heard.append(kind))
    page.presenter.add([write("judul.csv", TITLES)])
    assert stage(page) is Stage.CHECKED
    assert "siap diambil" in page.said()
    assert (page._form.biblioNumber.text(), page._form.itemNumber.text()) == ("1", "2")
    assert page._form.memberCard.isHidden()
    assert count(shell, Biblio) == 0
    page.take_button.click()
    assert (stage(page), page.said()) == (Stage.TAKEN, "Sudah diambil semuanya.")
    assert (count(shell, Biblio), count(shell, Item)) == (1, 2)
    assert heard == ["titles"]
    assert page.take_button.isHidden()


def test_titles_are_put_before_copies_and_the_next_file_is_one_key_away(
    page: ImportingPage, shell: Shell, write: Callable[[str, str], Path]
) -> None:
    page.presenter.add([write("eksemplar.csv", COPIES), write("judul.csv", TITLES)])
    assert [file.name for file in page.presenter.files] == ["judul.csv", "eksemplar.csv"]
    page.take_button.click()
    page.next_button.click()
    assert page.presenter.current == 1
    assert page._form.which.current() == "changes"
    assert listed(page) == [("2", problem_text(Problem(2, "", IntakeCode.WOULD_CHANGE, fatal=False)))]
    page.take_button.click()
    assert page.next_button.isHidden()
    with shell.desk.database.read() as connection:
        kinds = {item.barcode: item.collection_kind for item in all_rows(driver(connection), Item)}
    assert kinds == {"B1": "referensi", "B2": "umum"}


def test_refused_rows_keep_a_file_out_until_the_good_ones_alone_are_wanted(
    page: ImportingPage, shell: Shell, write: Callable[[str, str], Path]
) -> None:
    page.presenter.add([write("eksemplar.csv", COPIES)])
    assert listed(page) == [("2", PROBLEMS[IntakeCode.TITLE_UNKNOWN])]
    assert page._form.reason.text() == f"{PROBLEMS[IntakeCode.TITLE_UNKNOWN]} Padi di Sawah"  # in full
    assert not page.take_button.isEnabled()
    assert page._form.skipRefused.isHidden()  # nothing good in it
    more = TITLES + '"","Text","","","","","","","","","","","","","","","",""\n'
    page.presenter.add([write("judul.csv", more)])
    page.presenter.select(1)
    assert not page.take_button.isEnabled()
    page._form.skipRefused.setChecked(True)
    page.take_button.click()
    assert page.said() == "Sudah diambil; 1 baris yang ditolak ditinggalkan."
    assert count(shell, Biblio) == 1


def test_a_file_that_is_there_already_has_nothing_to_take(
    page: ImportingPage, write: Callable[[str, str], Path]
) -> None:
    page.presenter.add([write("judul.csv", TITLES)])
    page.take_button.click()
    page.presenter.remove()
    page.presenter.add([write("judul.csv", TITLES)])
    assert "sudah ada" in page.said()
    assert not page.take_button.isEnabled()


def test_a_file_that_cannot_be_used_says_why(page: ImportingPage, write: Callable[[str, str], Path]) -> None:
    page.presenter.add([write("kosong.csv", "")])
    assert stage(page) is Stage.UNUSABLE
    assert page.said() == "Berkas kosong.csv kosong. Ekspor sekali lagi dari sistem asal."
    page.presenter.remove()
    assert page._form.files.count() == 0


def test_the_list_of_problems_is_saved_for_whoever_mends_the_file(
    page: ImportingPage, tmp_path: Path, write: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    page.presenter.add([write("eksemplar.csv", COPIES)])
    target = tmp_path / "daftar.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.save_button.click()
    heading, row = csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig")), delimiter=";")
    assert heading[:4] == ["Berkas", "Baris", "Kolom", "Ditolak"]
    assert row == ["eksemplar.csv", "2", "Judul", "ya", PROBLEMS[IntakeCode.TITLE_UNKNOWN], "Padi di Sawah"]


def test_a_value_is_no_formula_in_the_saved_list() -> None:
    found = Found(Problem(2, "title", "title_missing", '=HYPERLINK("x")'))
    text = problems_csv([found], ["Isi"], lambda one: [one.problem.value]).decode("utf-8-sig")
    assert text.splitlines()[1] == '"\'=HYPERLINK(""x"")"'


# ---- a table of any layout ---------------------------------------------------------------------------------------


def test_columns_are_matched_with_the_first_rows_in_view(
    page: ImportingPage, shell: Shell, write: Callable[[str, str], Path]
) -> None:
    page.presenter.add([write("siswa.csv", PUPILS)])
    assert stage(page) is Stage.MAPPING
    assert page._form.kind.current() == "member"
    assert page.columns.choices["full_name"].value() == "Nama Siswa"  # guessed
    assert not page.map_button.isEnabled()
    assert page._form.mappingProblem.text() == "Pilih dahulu kolom untuk: Nomor anggota"
    choice = page.columns.choices["member_no"]
    choice.set_value("Nomor")
    choice.changed.emit()
    model = page._form.preview.model()
    assert model is not None
    cells = [[model.data(model.index(row, column)) for column in range(3)] for row in range(2)]
    assert cells[0] == ["2", "S1", "Anak Contoh Satu"]
    assert cells[1][:2] == ["3", ""]
    assert cells[1][2].startswith("Berlaku s.d.: Tanggal tidak terbaca")
    page.map_button.click()
    assert (stage(page), page._form.memberNumber.text()) == (Stage.CHECKED, "1")
    page._form.skipRefused.setChecked(True)
    page.take_button.click()
    assert count(shell, Member) == 1


def test_another_kind_brings_its_own_fields_and_matching_may_be_mended(
    page: ImportingPage, write: Callable[[str, str], Path]
) -> None:
    page.presenter.add([write("buku.csv", "Nama Buku;Penulis\nPadi di Sawah;Kenari, Melati\n")])
    assert page._form.kind.current() == "biblio"  # the kind whose fields are all there
    page.map_button.click()
    assert stage(page) is Stage.CHECKED
    page.columns_button.click()
    assert stage(page) is Stage.MAPPING
    page.presenter.match_columns("item")
    assert set(page.columns.choices) == set(SYNONYMS["item"])
    assert not page.map_button.isEnabled()


def test_the_preview_shows_fields_that_exist() -> None:
    assert SHOWN.keys() == SYNONYMS.keys()
    for kind, names in SHOWN.items():
        assert set(names) - {"items"} <= SYNONYMS[kind].keys()


# ---- long work ---------------------------------------------------------------------------------------------------


def many_titles(count: int) -> str:
    head, row = TITLES.splitlines()
    rows = (row.replace("Padi di Sawah", f"Padi {n}").replace("<B1><B2>", f"<B{n}>") for n in range(count))
    return "\n".join([head, *rows]) + "\n"


def test_the_window_stays_alive_and_cancel_takes_nothing(
    shell: Shell, qtbot: QtBot, write: Callable[[str, str], Path]
) -> None:
    shell.jobs = jobs = Jobs()
    page = ImportingPage(shell)
    qtbot.addWidget(page)
    page.show()
    try:
        page.presenter.add([write("judul.csv", many_titles(3000))])
        qtbot.waitUntil(lambda: page.presenter.file is not None and stage(page) is Stage.CHECKED, timeout=60_000)
        page.take_button.click()
        assert stage(page) is Stage.TAKING
        assert not page.add_button.isEnabled()
        page._form.busy.cancelled.emit()
        qtbot.waitUntil(lambda: stage(page) is not Stage.TAKING, timeout=60_000)
        assert stage(page) is Stage.CHECKED
        assert page.said() == "Dihentikan; tidak ada yang diambil dari berkas ini."
        assert count(shell, Biblio) == 0
        page.take_button.click()
        qtbot.waitUntil(lambda: stage(page) is Stage.TAKEN, timeout=60_000)
        assert count(shell, Biblio) == 3000
    finally:
        jobs.close()


# ---- sentences ---------------------------------------------------------------------------------------------------


def test_every_problem_has_its_sentence() -> None:
    assert PROBLEMS.keys() == {*ProblemCode, *IntakeCode}
    for code in PROBLEMS:
        text = problem_text(Problem(1, "x", code, "nilai"))
        assert "{" not in text
        assert text.endswith(".")
        assert problem_text(Problem(1, "x", code, "nilai"), language="id") == text


@pytest.mark.parametrize("code", list(UnusableCode))
def test_every_unusable_file_has_its_sentence(code: UnusableCode) -> None:
    given = {
        "file": "data.csv", "reason": "dicabut", "encoding": "utf-16", "line": 3, "found": "member", "wanted": "item",
        "fields": ["member_no", "full_name"], "headings": ["Nama"],
    }  # fmt: skip
    wanted = {name for _, name, _, _ in string.Formatter().parse(UNUSABLE[code]) if name}
    text = unusable_text(UnusableFileError(code, **{name: given[name] for name in wanted | {"file"}}))
    assert "{" not in text
    assert "[" not in text
    assert text.endswith(".")


def test_values_in_sentences_are_words() -> None:
    mismatch = UnusableFileError(UnusableCode.KIND_MISMATCH, file="a.csv", found="member", wanted="item")
    assert "berisi anggota, bukan eksemplar" in unusable_text(mismatch)
    missing = UnusableFileError(UnusableCode.MAPPING_INCOMPLETE, file="a.csv", fields=["member_no"])
    assert unusable_text(missing) == "Pilih dahulu kolom untuk: Nomor anggota."
    assert field_word("phone, Kolom 3") == "Nomor HP, Kolom 3"
    assert kind_word("biblio") == "Judul"
    assert counts_text(Counts(1200, 0, 3, 0)) == "1.200 baru, 3 tetap"
    assert found_value(Found(Problem(1, "x", "kind_kept", "SOUND"), times=762)) == "SOUND · 762 baris"
    assert found_value(Found(Problem(1, "x", "valid_until_missing"), times=2)) == "– · 2 baris"


def test_every_field_format_and_stage_has_its_word(write: Callable[[str, str], Path]) -> None:
    assert {name for fields in SYNONYMS.values() for name in fields} <= FIELDS.keys()
    assert STAGES.keys() == set(Stage)
    table = open_reader(write("t.csv", "a;b\n1;x\n"), mapping=Mapping("member", {"member_no": "a", "full_name": "b"}))
    for name in (open_reader(write("judul.csv", TITLES)).format, table.format, "marc", "marcxml"):
        assert name in FORMATS
        assert format_word(name) != name
