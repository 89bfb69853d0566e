"""A narrow link to the server: a TCP proxy that lets so many bytes a second through, each a while later.

Bytes are those of TCP's own payload, TLS and HTTP included; a new connection costs one more round trip.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

CHUNK = 4_096
IN_FLIGHT = 16  # chunks on their way; more wait at the sender, as in a modem's buffer


@dataclass
class Lane:
    """One direction, shared by all connections: a pipe that is filled at a certain speed."""

    bytes_per_s: float
    delay_s: float
    passed: int = 0
    _free_at: float = 0.0

    def leaves_at(self, count: int, now: float) -> float:
        """When these bytes have gone out and arrived."""
        self._free_at = max(now, self._free_at) + count / self.bytes_per_s
        self.passed += count
        return self._free_at + self.delay_s


@dataclass
class Link:
    """What went over it, and where it listens. `up` is towards the server."""

    up: Lane
    down: Lane
    port: int = 0
    _writers: list[asyncio.StreamWriter] = field(default_factory=list)
    _loop: asyncio.AbstractEventLoop | None = None

    def hang_up(self) -> None:
        """Every connection ends, as an idle one does long before the next round."""
        assert self._loop is not None
        asyncio.run_coroutine_threadsafe(self._close_all(), self._loop).result()

    async def _close_all(self) -> None:
        for writer in self._writers:
            writer.close()
        self._writers.clear()

    def end(self) -> None:
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._done.set)

    async def serve(self, host: str, port: int, ready: threading.Event) -> None:
        """Until `end`."""
        self._loop, self._done = asyncio.get_running_loop(), asyncio.Event()

        async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await asyncio.sleep(self.up.delay_s + self.down.delay_s)
            far_reader, far_writer = await asyncio.open_connection(host, port)
            self._writers += [writer, far_writer]
            with suppress(asyncio.CancelledError):  # the link ends before those at its ends do
                await asyncio.gather(_pump(reader, far_writer, self.up), _pump(far_reader, writer, self.down))

        server = await asyncio.start_server(pass_on, "127.0.0.1", 0, limit=CHUNK)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await self._done.wait()
        server.close()
        await self._close_all()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, lane: Lane) -> None:
    queue: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(IN_FLIGHT)
    clock = asyncio.get_running_loop().time

    async def arrive() -> None:
        while True:
            at, data = await queue.get()
            await asyncio.sleep(at - clock())
            if not data:
                writer.close()
                return
            if not writer.is_closing():
                writer.write(data)

    arriving = asyncio.create_task(arrive())
    with suppress(ConnectionError):
        while (data := await reader.read(CHUNK)) and not writer.is_closing():
            await queue.put((lane.leaves_at(len(data), clock()), data))
    await queue.put((clock(), b""))
    with suppress(ConnectionError):
        await arriving


@contextmanager
def narrow_link(port: int, *, up: float, down: float, round_trip_s: float) -> Iterator[Link]:
    """A link to this computer's `port`; speeds in bytes a second."""
    link = Link(Lane(up, round_trip_s / 2), Lane(down, round_trip_s / 2))
    ready = threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(link.serve("127.0.0.1", port, ready)), daemon=True)
    thread.start()
    ready.wait()
    try:
        yield link
    finally:
        link.end()
        thread.join()
