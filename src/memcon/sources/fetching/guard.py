"""Which addresses may be fetched: http(s) to hosts on the public internet, decided on the numbers, not the names.

A name is looked up once, every answer is checked, and the connection goes to the very number that was checked: a name
that answers otherwise the next moment gains nothing.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Collection
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import httpx

from memcon.sources.outcome import Unreadable

Resolver = Callable[[str, int], list[str]]
Number = IPv4Address | IPv6Address

_NAT64 = ip_network("64:ff9b::/96")
_LOCAL_USE_NAT64 = ip_network("64:ff9b:1::/48")
_PORTS = {"http": 80, "https": 443}


def looked_up(host: str, port: int) -> list[str]:
    """The numbers of a host, as the system's resolver gives them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Guard:
    """Decides on addresses.

    Args:
        resolver: gives the numbers of a host.
        trusted: pairs of number and port that are let through although they are not public; for tests, which have no
            other web than their own machine.  Nothing but the code that makes the guard can set it.
    """

    def __init__(self, resolver: Resolver = looked_up, trusted: Collection[tuple[str, int]] = ()) -> None:
        self._resolver = resolver
        self._trusted = frozenset(trusted)

    def checked(self, url: httpx.URL) -> list[str]:
        """The numbers that a connection for ``url`` may go to.

        Raises:
            Unreadable: the address is not one of the public web.
        """
        of_the_web(url)
        host, port = url.raw_host.decode("ascii"), url.port or _PORTS[url.scheme]
        try:
            numbers = self._resolver(host.strip("[]"), port)
        except (OSError, UnicodeError, ValueError):
            raise Unreadable(f"names a host that is not known ({host})") from None
        if not numbers:
            raise Unreadable(f"names a host that is not known ({host})")
        for number in numbers:
            if (number, port) not in self._trusted and not is_public(number):
                raise Unreadable(f"leads to an address that is not on the public internet ({host}); it is not fetched")
        return numbers


def of_the_web(url: httpx.URL) -> None:
    """Raise Unreadable where an address is not of the form of those that are fetched."""
    if url.scheme not in _PORTS:
        raise Unreadable(f"is an address that is not fetched ({url.scheme}://); only http:// and https:// are")
    if url.userinfo:
        raise Unreadable("has a name or password in its address; such addresses are not fetched")
    if not url.raw_host:
        raise Unreadable("is an address without a host")


def is_public(number: str) -> bool:
    """Whether a number is one of the public internet: not private, loopback, link-local, shared, reserved, multicast.

    An IPv4 number inside an IPv6 one (mapped, 6to4, Teredo, NAT64) is looked at as well.
    """
    try:
        address = ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if address in _NAT64:
        return _is_plainly_public(IPv4Address(int(address) & 0xFFFFFFFF))
    return all(_is_plainly_public(one) for one in (address, *_inside(address)))


def _is_plainly_public(address: Number) -> bool:
    return address.is_global and not (
        address.is_multicast
        or address.is_private
        or address.is_reserved
        or address.is_loopback
        or address.is_link_local
        or address.is_unspecified
        or address in _LOCAL_USE_NAT64
    )


def _inside(address: Number) -> list[Number]:
    """The IPv4 numbers that an IPv6 number stands for."""
    if isinstance(address, IPv4Address):
        return []
    found: list[Number | None] = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if int(address) >> 32 == 0:
        found.append(IPv4Address(int(address)))
    return [number for number in found if number is not None]
