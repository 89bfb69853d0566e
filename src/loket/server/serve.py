"""Answering on a port: uvicorn in this process, stopped gently."""

from __future__ import annotations

import signal
import socket
from contextlib import suppress

import uvicorn
from starlette.types import ASGIApp

from loket.server.addresses import LOOPBACK, as_address
from loket.server.tls import ServerCertificate

STOP_S = 30  # how long requests being answered may still take
KEEP_ALIVE_S = 60  # a counter that merges a large page asks again after a while
_NEAR = ("127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")


def listen(host: str, port: int) -> socket.socket:
    """Take the port before anything is said about it; port 0 takes a free one. Raises OSError."""
    if host:
        address = as_address(host)
        family = socket.AF_INET6 if address is not None and address.version == 6 else socket.AF_INET
        return socket.create_server((host, port), family=family)
    if socket.has_dualstack_ipv6():
        return socket.create_server(("", port), family=socket.AF_INET6, dualstack_ipv6=True)
    return socket.create_server(("", port))


def thrifty(config: uvicorn.Config) -> None:
    """No session tickets: no counter ever resumes a session, and two tickets are a tenth of a round about nothing."""
    config.load()
    if config.ssl is not None:
        config.ssl.num_tickets = 0


def serve(app: ASGIApp, listening: socket.socket, certificate: ServerCertificate | None) -> None:
    """Answer until SIGTERM or Ctrl+C. Without a certificate: plain HTTP, for a proxy that has one.

    Only then is it believed whom a request was forwarded for, and only when a proxy nearby says so.
    """
    bound = str(listening.getsockname()[0])
    config = uvicorn.Config(
        app,
        ssl_certfile=certificate.certificate_file if certificate else None,
        ssl_keyfile=certificate.key_file if certificate else None,
        proxy_headers=certificate is None,
        forwarded_allow_ips=list(LOOPBACK if bound in LOOPBACK else _NEAR),
        log_config=None,  # the log is ours: routes and counts, no addresses
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        timeout_keep_alive=KEEP_ALIVE_S,
        timeout_graceful_shutdown=STOP_S,
    )
    thrifty(config)
    # uvicorn stops at either signal and then sends it to whoever listened before: this end is the one it should have.
    before = signal.signal(signal.SIGTERM, lambda *_: None)
    try:
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])
    finally:
        signal.signal(signal.SIGTERM, before)
