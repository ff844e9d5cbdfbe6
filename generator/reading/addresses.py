"""Where a server is: on this machine, in a private network, or anywhere; told by the address connected to."""

import socket
from collections.abc import Iterable
from enum import IntEnum
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TypeAlias

Address: TypeAlias = IPv4Address | IPv6Address

# What stands for an IPv4 address in its last bits: translated (RFC 6052), and as once (RFC 4291, 2.5.5.1).
_LAST_BITS = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/96"), ip_network("::/96"))
_SHARED = ip_network("100.64.0.0/10")  # RFC 6598


class Zone(IntEnum):
    """How near a server is. What comes from one zone leads to it and to those farther away, never nearer."""

    ANYWHERE = 0
    PRIVATE = 1
    HERE = 2
    NOWHERE = 3  # no documents are there: link-local addresses, where clouds keep secrets, and groups


def zone_of(addresses: Iterable[str]) -> Zone:
    """Return the zone of a server; of several addresses that of the nearest."""
    return max((_zone(ip_address(address.partition("%")[0])) for address in addresses), default=Zone.NOWHERE)


def addresses_of(host: str, port: int) -> tuple[str, ...]:
    """Return the addresses of a server, each once, in the order in which they are to be tried.

    Raises:
        OSError: where it has none.
    """
    name = host.rstrip(".") if names_this_machine(host) else host  # not all systems know `localhost.`
    found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def names_this_machine(host: str) -> bool:
    """Whether a host is this machine by its spelling alone; `127.1` and `0x7f.1` are addresses, too."""
    name = host.lower().rstrip(".")
    if name == "localhost":
        return True
    try:
        return _zone(ip_address(name)) is Zone.HERE
    except ValueError:
        pass
    try:
        return _zone(IPv4Address(socket.inet_aton(name))) is Zone.HERE if name[:1].isdigit() else False
    except OSError:
        return False


def _zone(address: Address) -> Zone:
    inner = _inner(address)
    if inner is not None:
        return _zone(inner)
    if address.is_link_local or address.is_multicast or address.is_unspecified:
        return Zone.NOWHERE
    if address.is_loopback:
        return Zone.HERE
    if address in _SHARED or getattr(address, "is_site_local", False):
        return Zone.PRIVATE
    if address.is_reserved:
        return Zone.NOWHERE
    return Zone.ANYWHERE if address.is_global else Zone.PRIVATE


def _inner(address: Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 address stands for."""
    if isinstance(address, IPv4Address):
        return None
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    is_own = address.is_unspecified or address.is_loopback
    if not is_own and any(address in network for network in _LAST_BITS):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
