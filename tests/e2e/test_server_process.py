"""Loket Pusat as a process of its own: from nothing to a counter that is in step with it, and over a restart."""

from __future__ import annotations

import os
import re
import signal
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import numpy as np
import pytest
import zxingcpp
from fakes import HASHER, KEY, founding

from loket.db.engine import open_database
from loket.devices.clock import SystemClock, UuidV7Ids
from loket.services.setup import found_library
from loket.sync.enrol import SCHEME
from loket.sync.pins import pinned_context

HALVES = {" ": (0, 0), "\xa0": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}
LOKET = [sys.executable, "-m", "loket"]
pytestmark = [pytest.mark.e2e, pytest.mark.timeout(600)]


class Machine:
    """A computer with a server's folder and a counter's folder."""

    def __init__(self, folder: Path) -> None:
        self.data, self.home = folder / "pusat", folder / "loket"
        self._env = os.environ | {
            "PYTHONPATH": os.pathsep.join(sys.path),
            "PYTHONUNBUFFERED": "1",
            "LOKET_PUSAT_HOME": str(self.data),
            "LOKET_HOME": str(self.home),
        }
        self.server: subprocess.Popen[str] | None = None

    def run(self, *words: str, code: int = 0) -> str:
        """What a command prints; it must end with this code."""
        done = subprocess.run([*LOKET, *words], env=self._env, capture_output=True, text=True, timeout=120)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def start(self, *words: str) -> str:
        """Start the server. Returns what it says until it answers."""
        self.server = subprocess.Popen(
            [*LOKET, "server", "start", *words], env=self._env, stdout=subprocess.PIPE, text=True
        )
        assert self.server.stdout is not None
        said = self.server.stdout.readline()
        assert "berjalan di" in said
        self.url = said.split()[-1]
        return said

    def stop(self) -> str:
        """End it as the system does. Returns what else it said."""
        assert self.server is not None
        assert self.server.stdout is not None
        self.server.send_signal(signal.SIGTERM)
        rest = self.server.stdout.read()  # not communicate(), which misses what readline() has read ahead
        self.server.wait(60)
        assert self.server.returncode == 0
        self.server = None
        return rest

    def found(self) -> None:
        """A library with a counter, as the first-run assistant leaves it."""
        self.home.mkdir()
        (self.home / "loket.key").write_text(KEY.hex())
        desk = found_library(open_database(self.home / "loket.db", KEY), SystemClock(), UuidV7Ids(), founding(), HASHER)
        desk.database.close()

    def context(self, pin: str) -> ssl.SSLContext:
        url = httpx.URL(self.url)
        assert url.port is not None
        return pinned_context(url.host, url.port, pin, 10)

    def get(self, path: str, pin: str) -> httpx.Response:
        return httpx.get(self.url + path, verify=self.context(pin), timeout=30)


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    machine = Machine(tmp_path)
    yield machine
    if machine.server is not None:
        machine.server.kill()
        machine.server.wait(30)


def shown(text: str, name: str) -> str:
    found = re.search(rf"^{name} *: (\S+)", text, re.MULTILINE)
    assert found is not None, text
    return found[1]


def scanned(text: str) -> str:
    """What a camera reads of the QR code drawn in half blocks."""
    lines = [line for line in text.splitlines() if line and set(line) <= set(HALVES)]
    dots = [[HALVES[sign][half] for sign in line] for line in lines for half in (0, 1)]
    (found,) = zxingcpp.read_barcodes(np.kron(np.array(dots, np.uint8) * 255, np.ones((6, 6), np.uint8)))
    return found.text


def test_from_nothing_to_a_counter_in_step_and_over_a_restart(machine: Machine):
    machine.found()
    machine.start("--host", "127.0.0.1", "--port", "0")
    code = machine.run("server", "enrol-code")
    assert shown(code, "Alamat server") == machine.url
    pin = shown(code, "Sidik server").replace("-", "")
    assert scanned(code) == f"{SCHEME}{machine.url}#{shown(code, 'Kode').replace('-', '')}{pin}"

    assert machine.get("/health", pin).json()["store"] == "up"
    wrong = ("A" if pin[0] != "A" else "B") + pin[1:]
    with pytest.raises(ssl.SSLCertVerificationError):
        machine.context(wrong)

    machine.run("enrol", machine.url, shown(code, "Kode") + pin)
    assert "Perpustakaan Umum Contoh" in machine.run("server", "libraries")
    assert "L1   Loket Utama" in machine.run("server", "stations")
    assert "utuh" in machine.run("server", "verify")
    assert "0 berbeda" in machine.run("server", "rebuild")
    assert "sudah dibaca ulang" in machine.run("server", "backup")

    rest = machine.stop()
    assert re.search(r"masukkan kode (\w{4}-){3}\w{4} ", rest), "the first administrator's code"
    assert rest.rstrip().endswith("Server berhenti.")
    before, url = machine.run("server", "stations"), machine.url

    machine.start()
    assert machine.url == url
    machine.run("sync")
    assert machine.get("/masuk", pin).status_code in (200, 303)
    assert before.split()[:4] == machine.run("server", "stations").split()[:4]
    machine.stop()
    log = (machine.data / "loket.log").read_text()
    assert "Admin Contoh" not in log
    assert "Perpustakaan" not in log


def test_a_second_counter_is_invited_by_name_and_a_lost_one_revoked(machine: Machine, tmp_path: Path):
    machine.found()
    machine.start("--host", "127.0.0.1", "--port", "0")
    code = machine.run("server", "enrol-code")
    pin = shown(code, "Sidik server").replace("-", "")
    machine.run("enrol", machine.url, shown(code, "Kode") + pin)
    second = machine.run("server", "enrol-code", "perpustakaan umum", "Loket Dua", "l2", "sirkulasi")
    founded, machine._env["LOKET_HOME"] = machine._env["LOKET_HOME"], str(tmp_path / "dua")
    machine.run("enrol", machine.url, shown(second, "Kode") + pin)
    assert "L2   Loket Dua" in machine.run("server", "stations")
    assert "Loket L2 (Loket Dua) dicabut" in machine.run("server", "revoke", "L2")
    assert "dicabut" in machine.run("sync", code=1)
    machine._env["LOKET_HOME"] = founded
    machine.run("sync")
    assert "Kode loket itu sudah dipakai" in machine.run("server", "enrol-code", "Contoh", "Lain", "L1", code=1)
    assert "Tidak ada loket L9" in machine.run("server", "revoke", "L9", code=2)
    replaced = machine.run("server", "enrol-code", "Contoh", "--replaces", "L2")
    assert len(shown(replaced, "Kode").replace("-", "")) == 10


def test_restoring_waits_for_the_server_to_stop(machine: Machine):
    machine.found()
    machine.start("--host", "127.0.0.1", "--port", "0")
    code = machine.run("server", "enrol-code")
    machine.run("enrol", machine.url, shown(code, "Kode") + shown(code, "Sidik server").replace("-", ""))
    backup = machine.run("server", "backup").split(" di ")[-1].strip().rstrip(".")
    machine.run("server", "restore", backup, code=2)
    machine.stop()
    assert "Server dipulihkan" in machine.run("server", "restore", backup)
    machine.start()
    machine.run("sync")
    machine.run("sync")
    assert "0 berbeda" in machine.run("server", "rebuild")
    recovery = machine.run("server", "recovery-key").strip()
    machine.stop()
    machine._env["LOKET_PUSAT_HOME"] = str(machine.data.with_name("baru"))
    machine.run("server", "restore", backup, code=2)
    assert "Server dipulihkan" in machine.run("server", "restore", backup, "--key", recovery)
    assert "Loket Utama" in machine.run("server", "stations")


def test_a_port_in_use_and_a_folder_without_a_server_are_said_plainly(machine: Machine):
    assert "Jalankan dahulu: loket server start" in machine.run("server", "stations", code=2)
    machine.start("--host", "127.0.0.1", "--port", "0")
    port = str(httpx.URL(machine.url).port)
    said = machine.run("server", "start", "--host", "127.0.0.1", "--port", port, code=2)
    assert f"Port {port} tidak dapat dipakai" in said
    assert "--address" in machine.run("server", "start", "--behind-proxy", code=2)


def test_behind_a_proxy_it_speaks_plainly_and_believes_only_the_proxy(machine: Machine):
    machine.server = subprocess.Popen(
        [*LOKET, "server", "start", "--behind-proxy", "--address", "https://pusat.test", "--port", "0"],
        env=machine._env, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert machine.server.stdout is not None
    assert machine.server.stdout.readline().split()[-1] == "https://pusat.test"
    settings = (machine.data / "pusat.json").read_text()
    port = re.search(r'"port": (\d+)', settings)
    assert port is not None
    local = f"http://127.0.0.1:{port[1]}"
    assert httpx.get(f"{local}/health").json()["store"] == "up"
    assert httpx.get(f"{local}/metrics").status_code == 200
    assert httpx.get(f"{local}/metrics", headers={"X-Forwarded-For": "127.0.0.1, 8.8.8.8"}).status_code == 403
    code = machine.run("server", "enrol-code")
    assert shown(code, "Alamat server") == "https://pusat.test"
    assert "Sidik" not in code
    assert "Server berhenti." in machine.stop()
