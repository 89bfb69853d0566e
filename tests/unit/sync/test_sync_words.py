"""`loket sync`, `enrol` and `packet`: what they do, what they say, and their exit codes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_server import FakeServer, Way, broken
from fakes import HASHER, founding
from joined import INVITED, tables, visit

from loket import app
from loket.cli import run
from loket.devices.clock import SystemClock, UuidV7Ids
from loket.services.setup import found_library
from loket.sync import servertime
from loket.sync.enrol import enrol
from loket.sync.packet import BACK


@pytest.fixture
def way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Way]:
    """A founded library in LOKET_HOME, and the way to a server it does not know yet."""
    monkeypatch.setenv(app.HOME_VARIABLE, str(tmp_path / "home"))
    opened = app.open_data(tmp_path / "home")
    found_library(opened.database, SystemClock(), UuidV7Ids(), founding(), HASHER)
    opened.close()
    made = Way(FakeServer())
    monkeypatch.setattr(servertime, "transport_of", lambda desk, **_: made)
    return made


@pytest.fixture
def joined(tmp_path: Path, way: Way) -> Way:
    opened = app.open_data(tmp_path / "home")
    enrol(opened.database, SystemClock(), UuidV7Ids(), INVITED, transport=way)
    opened.close()
    return way


def test_a_round_in_one_word(joined: Way, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sync"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Sinkron dengan server selesai. 3 kejadian terkirim, ")
    assert run(["sync", "--thorough"]) == 0
    assert "0 kejadian terkirim, 0 baris" in capsys.readouterr().out


def test_without_a_server_it_says_what_to_do(way: Way, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["packet", "out", str(tmp_path / "a.lkt")]) == 2
    assert "loket enrol" in capsys.readouterr().err
    assert not (tmp_path / "a.lkt").exists()


@pytest.mark.parametrize(("path", "sentence"), [("hello", "tidak terjangkau"), ("pull", "tidak terjangkau")])
def test_a_failure_is_a_sentence(joined: Way, path: str, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    joined.before = broken(path)
    assert run(["sync"]) == 1
    assert sentence in capsys.readouterr().err


def test_out_and_in_by_stick(joined: Way, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, back = tmp_path / "keluar.lkt", tmp_path / "balasan.lkt"
    assert run(["packet", "out", str(out)]) == 0
    assert "3 kejadian" in capsys.readouterr().out
    back.write_bytes(joined.server.take_packet(out.read_bytes()))
    assert back.read_bytes().startswith(BACK)
    assert run(["packet", "in", str(back)]) == 0
    assert "3 kejadian terkirim" in capsys.readouterr().out
    assert run(["packet", "in", str(tmp_path / "tidak-ada.lkt")]) == 2


def test_tables_from_a_server_are_not_rebuilt_from_this_journal(
    joined: Way, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["verify", "--rebuild"]) == 0
    said = capsys.readouterr().out

    assert said.splitlines() == [
        "Jurnal utuh.",
        "Tabel loket ini berasal dari server; bandingkan dengan: loket sync --thorough",
    ]


def test_data_put_back_by_hand_are_noticed_when_they_are_opened(joined: Way, tmp_path: Path) -> None:
    home = tmp_path / "home"
    opened = app.open_data(home)
    assert opened.desk is not None
    visit(opened.desk, "satu")
    opened.database.copy_into(tmp_path / "before.db")
    visit(opened.desk, "dua")
    opened.close()
    (home / "loket.db").write_bytes((tmp_path / "before.db").read_bytes())
    for leftover in home.glob("loket.db-*"):
        leftover.unlink()
    again = app.open_data(home)
    assert again.desk is not None

    assert again.desk.new_stream == "restore"
    assert len(tables(again.desk)["visit"]) == 1
    again.close()
