"""A receipt printer on the network as far as a program sees it: a TCP port that takes bytes, answers, or breaks off."""

from __future__ import annotations

import socket
import struct
import threading
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

PATIENCE_S = 30
WELL = {1: 0x12, 2: 0x12, 4: 0x12}  # what DLE EOT n is answered with


@dataclass
class Listener:
    """`with Listener() as printer:` listens on a free port of this computer.

    Attributes:
        answers: of the questions DLE EOT n; None: it answers nothing, as many do.
        hangs_up_after: how many bytes until the line is torn; None: never.
        jobs: the bytes of each connection that ended, the questions taken out.
    """

    answers: dict[int, int] | None = None
    hangs_up_after: int | None = None
    jobs: list[bytes] = field(default_factory=list)
    torn: int = 0

    def __post_init__(self) -> None:
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])
        self._ended = threading.Condition()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def choice(self) -> str:
        return f"tcp:127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._socket.listen()
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(PATIENCE_S)

    def wait_for_jobs(self, count: int) -> list[bytes]:
        with self._ended:
            assert self._ended.wait_for(lambda: len(self.jobs) >= count, PATIENCE_S), f"{len(self.jobs)} jobs came"
        return self.jobs

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._socket.accept()
            except OSError:
                return
            with line:
                self._take(line)

    def _take(self, line: socket.socket) -> None:
        got = bytearray()
        while data := line.recv(512):
            rest = self._answered(line, data)
            got += rest
            if self.hangs_up_after is not None and len(got) >= self.hangs_up_after:
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # torn, not closed
                self.torn += 1
                return
        if got:
            with self._ended:
                self.jobs.append(bytes(got))
                self._ended.notify_all()

    def _answered(self, line: socket.socket, data: bytes) -> bytes:
        for number in (1, 2, 4):
            question = bytes((0x10, 0x04, number))
            if question in data:
                data = data.replace(question, b"")
                if self.answers is not None:
                    line.sendall(bytes((self.answers[number],)))
        return data
