"""Under which names and addresses this computer can be reached, without asking any name server."""

from __future__ import annotations

import ipaddress
import socket

# Documentation addresses (RFC 5737, RFC 3849): a datagram socket "connected" to them sends nothing, but the system
# has to choose the address it would send from, and that is the one others reach this computer by.
_FAR = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
LOOPBACK = ("127.0.0.1", "::1")
ANY = ("", "0.0.0.0", "::")


def host_names() -> list[str]:
    """This computer's own names, the one of the network first."""
    name = socket.gethostname().rstrip(".").lower()
    names = [name] if name else []
    if name and "." not in name:
        names.append(f"{name}.local")  # what multicast DNS calls it
    return [*dict.fromkeys([*names, "localhost"])]


def own_addresses() -> list[str]:
    """This computer's addresses as text, the ones others reach it by first, those of the computer itself last."""
    found = [address for family, far in _FAR if (address := _sent_from(family, far))]
    return [*dict.fromkeys([*found, *LOOPBACK])]


def _sent_from(family: socket.AddressFamily, far: str) -> str | None:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((far, 9))
            return str(probe.getsockname()[0]).partition("%")[0]
    except OSError:  # no network of this kind
        return None


def reachable_host(bound: str) -> str:
    """The name or address to give to others for a server bound to `bound`."""
    return own_addresses()[0] if bound in ANY else bound


def as_address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address written in `text`; None for a name."""
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None


def url_of(scheme: str, host: str, port: int) -> str:
    """An address for people and QR codes; the port of the scheme itself is left out."""
    address = as_address(host)
    shown = f"[{host}]" if address is not None and address.version == 6 else host
    usual = {"https": 443, "http": 80}[scheme]
    return f"{scheme}://{shown}" if port == usual else f"{scheme}://{shown}:{port}"


def is_near(peer: str) -> bool:
    """Does the peer speak from this computer or from a private network?"""
    address = as_address(peer)
    if address is None:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_private)
