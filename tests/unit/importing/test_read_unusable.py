"""Files that cannot be used: each has its own code, and nothing else is ever raised."""

from __future__ import annotations

import contextlib
import random
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loket.importing import open_reader, preview
from loket.importing.codes import ProblemCode, UnusableCode
from loket.importing.delimited import RecordParser
from loket.importing.records import Mapping, Row, UnusableFileError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def code_of(path: Path, kind: str | None = None) -> str:
    with pytest.raises(UnusableFileError) as caught:
        list(open_reader(path, kind).rows())
    assert caught.value.params["file"] == path.name
    return str(caught.value.code)


def small_xlsx(path: Path, *, rows: int = 1) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for row in range(rows):
            sheet.write_row(row, 0, [f"a{row}", f"b{row}"])
    return path


def zipped(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return path


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n  \n", "empty"),
        (random.Random(1).randbytes(5000), "not_text"),
        (b"%PDF-1.7\nabc", "not_text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "not_text"),
        (OLE, "old_excel"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (OLE + bytes((1 << 20) - len(OLE) - 7) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"PK\x03\x04 cut off", "xlsx_broken"),
        (b"\x1f\x8b\x08\x00abc", "archive"),
        (b"<html><table><tr><td>Judul</td></tr></table></html>", "html_table"),
        (b"\n<!-- x --><TABLE border=1><tr>", "html_table"),
        (b'<?xml version="1.0"?><mods xmlns="http://www.loc.gov/mods/v3"/>', "format_unknown"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "other_spreadsheet"),
        (b'<record xmlns="http://www.loc.gov/MARC21/slim"><leader>', "xml_broken"),
        (b"Surat untuk kepala dinas.\nDengan hormat,\n", "format_unknown"),
        (b'{"a": 1}', "format_unknown"),
        (b"\xff\xfem\x00e\x00m\x00\x00\xd8\x00", "encoding_unreadable"),
        (b"a" * 1_000_001, "line_too_long"),
    ],
)
def test_contents(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "berkas.dat"
    path.write_bytes(content)
    assert code_of(path) == code


def test_endless_marc_record(tmp_path: Path) -> None:
    path = tmp_path / "buku.mrc"
    path.write_bytes(b"00100nam a2200037   4500" + b"245000500000\x1e" + b"x" * 10_300_000)
    assert code_of(path) == "line_too_long"


def test_places(tmp_path: Path) -> None:
    assert code_of(tmp_path / "tiada.csv") == "not_found"
    assert code_of(tmp_path) == "is_folder"
    with pytest.raises(UnusableFileError, match="not_found"):
        open_reader("a\0b.csv")


@pytest.mark.parametrize(
    ("error", "code"),
    [(PermissionError(13, "Permission denied"), "no_permission"), (OSError(5, "Input/output error"), "unreadable")],
)
def test_what_the_system_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, code: str) -> None:
    path = tmp_path / "anggota.csv"
    path.write_text("x")

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", fail)
    assert code_of(path) == code


def test_other_zip_files(tmp_path: Path) -> None:
    assert code_of(zipped(tmp_path / "a.xlsb", "xl/workbook.bin")) == "other_spreadsheet"
    assert code_of(zipped(tmp_path / "a.ods", "mimetype", "content.xml")) == "other_spreadsheet"
    assert code_of(zipped(tmp_path / "a.zip", "anggota.csv")) == "archive"
    assert code_of(zipped(tmp_path / "a.xlsx", "xl/workbook.xml")) == "xlsx_broken"


def test_damaged_xlsx(tmp_path: Path) -> None:
    path = small_xlsx(tmp_path / "a.xlsx")
    assert code_of(path) == "format_unknown"
    whole = path.read_bytes()
    for cut in range(1, len(whole), 97):
        path.write_bytes(whole[:cut])
        assert code_of(path) in ("xlsx_broken", "format_unknown", "not_text")
    rng = random.Random(7)
    for _ in range(150):
        damaged = bytearray(whole)
        for _ in range(5):
            damaged[rng.randrange(len(damaged))] = rng.randrange(256)
        path.write_bytes(bytes(damaged))
        assert code_of(path) in {code.value for code in UnusableCode}


def test_xlsx_that_would_unpack_to_gigabytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from loket.importing import sheet

    monkeypatch.setattr(sheet, "_LARGEST_UNPACKED", 10_000)
    assert code_of(small_xlsx(tmp_path / "a.xlsx", rows=900)) == "too_large"


def test_sheets_without_a_cell(tmp_path: Path) -> None:
    path = small_xlsx(tmp_path / "a.xlsx", rows=0)
    assert code_of(path) == "format_unknown"
    assert code_of(path, "member") == "empty"
    with pytest.raises(UnusableFileError, match="empty"):
        preview(path)


def test_the_operator_said_another_kind(tmp_path: Path) -> None:
    path = tmp_path / "anggota.csv"
    path.write_text("member_id,member_name\n1,Randu\n")
    with pytest.raises(UnusableFileError) as caught:
        open_reader(path, "item")
    assert (caught.value.code, caught.value.params) == (
        "kind_mismatch", {"file": "anggota.csv", "found": "member", "wanted": "item"}
    )  # fmt: skip


def test_marc_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "buku.xml"
    path.write_text('<collection><record><datafield tag="245"/></record></collection>')
    with pytest.raises(UnusableFileError, match="format_unknown"):
        preview(path)


def test_the_name_and_the_bytes_decide_nothing_together(tmp_path: Path) -> None:
    """A file is what stands in it, whatever it is called."""
    path = tmp_path / "anggota.xlsx"
    path.write_text("member_id,member_name\n1,Randu\n")
    assert [row.record.full_name for row in open_reader(path).rows()] == ["Randu"]


def test_progress_goes_from_nothing_to_all(tmp_path: Path) -> None:
    path = tmp_path / "anggota.csv"
    path.write_text("member_id,member_name\n" + "".join(f"{number},Randu {number}\n" for number in range(6_000)))
    reader = open_reader(path)
    seen = [reader.progress().done for number, _ in enumerate(reader.rows()) if number % 600 == 0]
    assert seen == sorted(seen)
    assert 0 < seen[0] < seen[-1] < path.stat().st_size
    assert reader.progress().done == reader.progress().total == path.stat().st_size


def test_a_reader_can_be_read_twice(tmp_path: Path) -> None:
    path = tmp_path / "anggota.csv"
    path.write_text("member_id,member_name\n1,Randu\n")
    reader = open_reader(path)
    assert list(reader.rows()) == list(reader.rows()) != []


def test_every_problem_code_is_met_in_these_tests() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_read_*.py"))
    missing = [code.value for code in (*ProblemCode, *UnusableCode) if f'"{code.value}"' not in tests]
    assert missing == []


_STARTS = st.sampled_from(
    [
        b"",
        b"PK\x03\x04",
        OLE,
        b"\xff\xfe",
        b"\xfe\xff",
        b"<?xml version='1.0'?><collection><datafield",
        b"00100nam a2200037   4500\x1e",
        b"member_id,member_name\n",
        b'"title","sor"\n',
        b"sep=;\n",
    ]
)


@settings(max_examples=400, deadline=None)
@given(
    start=_STARTS,
    body=st.one_of(st.binary(max_size=400), st.text(alphabet="ab,;|\t\n\r\"'\\<>~^01é", max_size=400).map(str.encode)),
    kind=st.sampled_from([None, "member", "biblio", "item"]),
)
@example(start=b"", body=b'"\\"', kind=None)
def test_no_bytes_raise_anything_else(
    tmp_path_factory: pytest.TempPathFactory, start: bytes, body: bytes, kind: str | None
) -> None:
    path = tmp_path_factory.mktemp("any") / "berkas"
    path.write_bytes(start + body)
    for attempt in (lambda: list(open_reader(path, kind).rows()), lambda: _by_first_columns(path)):
        with contextlib.suppress(UnusableFileError):
            rows: list[Row] = attempt()
            assert all(row.record is not None or any(problem.fatal for problem in row.problems) for row in rows)


def _by_first_columns(path: Path) -> list[Row]:
    headings = preview(path).headings
    return list(
        open_reader(path, mapping=Mapping("member", {"member_no": headings[0], "full_name": headings[-1]})).rows()
    )


@pytest.mark.parametrize("lines", ['"a,b,c,d\nx""y,"b",c,d\n', '"a,b\n' + 'x""y\n' * 50, '"a"b,c,d\n', '"a\\"b,c,d\n'])
def test_broken_quotes_are_not_looked_at_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str
) -> None:
    """The work grows with the file, not with its square: each line is parsed a few times at most."""
    looked_at = 0
    parse = RecordParser.parse

    def counted(self: RecordParser, text: str, *, joined: bool = False) -> object:
        nonlocal looked_at
        looked_at += text.count("\n")
        return parse(self, text, joined=joined)

    path = tmp_path / "buku.csv"
    path.write_text("title,sor,edition,notes\n" + lines * 300)
    reader = open_reader(path, "biblio")
    monkeypatch.setattr(RecordParser, "parse", counted)
    rows = list(reader.rows())
    assert len(rows) >= 150
    assert looked_at < 60 * (1 + 300 * lines.count("\n"))
