"""PostgreSQL for tests: clusters of their own in a temporary folder, reached through a Unix socket and nothing else.

Text sorts as in Indonesian and the clock is on Jakarta time, as on a server in a library: a query that counts on
SQLite's order of bytes, or a column that forgets UTC, shows here.
"""

import os
import re
import select
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any, Self

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import URL

SUPERUSER = "loket"
PATIENCE_S = 60
"""Recovery after a kill takes a fraction of a second; this is for a machine that does other things too."""

SETTINGS = """
listen_addresses = ''
unix_socket_directories = '{folder}'
dynamic_shared_memory_type = mmap  # inside the folder, so that a killed cluster leaves nothing behind in memory
timezone = 'Asia/Jakarta'
"""
FORGETFUL = """
fsync = off
full_page_writes = off
"""


def programs_folder() -> Path:
    """Where initdb and postgres are: Debian keeps each version's apart, the newest is taken; elsewhere PATH says."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = versions[-1] if versions else shutil.which("initdb")
    if found is None:
        raise FileNotFoundError("PostgreSQL is not installed: no initdb in /usr/lib/postgresql or on PATH")
    return Path(found).resolve().parent


def account() -> dict[str, Any]:
    """Arguments for subprocess: PostgreSQL does not run as root, so root gives it to the account Debian made."""
    return {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}


class Cluster:
    """One PostgreSQL server with its data. With `fsync` it is as durable as a real one; without, faster.

    `with Cluster() as cluster:` starts it, and stops and removes it afterwards.
    """

    def __init__(self, *, fsync: bool = False) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="loket-pg-"))
        self._data = self.folder / "data"
        self._log = self.folder / "log"
        self._programs = programs_folder()
        self._process: subprocess.Popen[bytes] | None = None
        if owner := account():
            shutil.chown(self.folder, owner["user"], owner["group"])
        self._make(SETTINGS.format(folder=self.folder) + ("" if fsync else FORGETFUL))

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop(immediate=True)
        shutil.rmtree(self.folder)

    def start(self) -> None:
        """Start and wait until it answers, recovery included. RuntimeError, with the log's end, when it does not."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [self._programs / "postgres", "-D", self._data],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                start_new_session=True,  # Ctrl+C at the tests must not reach it before they are done
                **account(),
            )
        self._await_answer(self._process)

    def stop(self, *, immediate: bool = False) -> None:
        """Shut down, ending open connections; `immediate` leaves the rest to recovery. No harm when stopped already."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGQUIT if immediate else signal.SIGINT)
        self._process.wait(PATIENCE_S)
        self._process = None

    def kill(self) -> None:
        """SIGKILL to every process of the cluster, so that nothing is tidied up; all are gone when this returns."""
        process = self._process
        assert process is not None, "the cluster is not running"
        process.send_signal(signal.SIGSTOP)  # it starts no further children now, and notices the death of none
        os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
        children = _open_children(process.pid)
        for child in children:
            signal.pidfd_send_signal(child, signal.SIGKILL)
        process.kill()
        process.wait(PATIENCE_S)
        self._process = None
        for child in children:
            select.select([child], [], [], PATIENCE_S)  # readable once dead; a new start refuses while one lives
            os.close(child)

    def restart(self) -> None:
        """Start again, after a kill too."""
        self.stop()
        self.start()

    def url(self, database: str = "postgres") -> str:
        """What SQLAlchemy connects with."""
        url = URL.create("postgresql+psycopg", SUPERUSER, database=database, query={"host": str(self.folder)})
        return url.render_as_string(hide_password=False)

    def create_database(self, name: str) -> str:
        """An empty database; its url."""
        self._run("CREATE DATABASE {} TEMPLATE template0", name)
        return self.url(name)

    def drop_database(self, name: str) -> None:
        """Gone, along with the connections somebody left open to it."""
        self._run("DROP DATABASE {} WITH (FORCE)", name)

    def _run(self, statement: str, name: str) -> None:
        with psycopg.connect(self._conninfo, autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(sql.Identifier(name)))

    @property
    def _conninfo(self) -> str:
        return f"host={self.folder} user={SUPERUSER} dbname=postgres"

    def _make(self, settings: str) -> None:
        locale = ["--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=id-ID"]
        subprocess.run(
            [self._programs / "initdb", "-D", self._data, "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "-N", *locale],
            cwd=self.folder,
            check=True,
            stdout=subprocess.DEVNULL,
            **account(),
        )
        with (self._data / "postgresql.conf").open("a") as file:
            file.write(settings)

    def _await_answer(self, process: subprocess.Popen[bytes]) -> None:
        conninfo = self._conninfo.encode()
        until = time.monotonic() + PATIENCE_S
        while psycopg.pq.PGconn.ping(conninfo) != psycopg.pq.Ping.OK:
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"PostgreSQL does not answer:\n{self._log.read_text(errors='replace')[-2000:]}")
            time.sleep(0.01)


def _open_children(pid: int) -> list[int]:
    """A process descriptor for each child of a stopped process: it stays that child, whatever becomes of the number."""
    found = []
    for child in re.findall(r"\d+", Path(f"/proc/{pid}/task/{pid}/children").read_text()):
        with suppress(ProcessLookupError):
            found.append(os.pidfd_open(int(child)))
    return found


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """The cluster all tests share. One that kills or stops its cluster makes one of its own."""
    with Cluster() as cluster:
        yield cluster


_numbers = count(1)


@pytest.fixture
def postgres_url(postgres: Cluster) -> Iterator[str]:
    """The url of an empty database for this one test."""
    name = f"test_{next(_numbers)}"
    yield postgres.create_database(name)
    postgres.drop_database(name)
