"""Where webhooks may go: to this machine, and to the hosts that the settings name.

The check is on the addresses that a host name has at the moment of the connection, so that a name cannot lead elsewhere
later. Link-local addresses never get anything: cloud machines have their credentials there.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Collection
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from ..settings import ANY_HOST
from ..state.webhook_queue import NotPosted

__all__ = ["Resolve", "permitted_addresses", "resolve"]

Resolve = Callable[[str, int], list[str]]
"""Returns the IP addresses of a host name for a connection to a port; raises OSError if there are none."""

_RESERVED = re.compile(r"(.+\.)?(example\.(com|net|org)|example|test|invalid)", re.IGNORECASE)
"""Names that RFC 2606 reserves for examples and tests: they have no server."""
_NAT64 = ip_network("64:ff9b::/96")


def resolve(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host name, as the system finds them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def permitted_addresses(host: str, port: int, hosts: Collection[str], resolve: Resolve = resolve) -> list[str]:
    """Return the addresses of a host to which a webhook may go; raises NotPosted if there are none.

    `hosts` are the names and addresses of other machines that may get webhooks; `*` allows all machines.
    """
    name = host.lower().rstrip(".")
    is_named = name in {each.lower().rstrip(".") for each in hosts}
    if not is_named and _RESERVED.fullmatch(name):
        raise NotPosted(f"Nothing was posted: {name} is reserved for examples. Give the URL of your own server.")
    addresses = {text: _embedded(ip_address(text)) for text in resolve(host, port)}
    allowed = [text for text, address in addresses.items() if not address.is_link_local]
    if not allowed:
        raise NotPosted(f"Nothing was posted: {name} has a link-local address, and these never get webhooks.")
    if not is_named and ANY_HOST not in hosts:
        allowed = [text for text in allowed if addresses[text].is_loopback or addresses[text].is_unspecified]
    if not allowed:
        raise NotPosted(
            f"Nothing was posted: {name} is not this machine. Start the sandbox with `--webhook-host {name}` to post "
            "there, or in a test add the name to `Settings.webhook_hosts`."
        )
    return allowed


def _embedded(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return the IPv4 address that an IPv6 address leads to, if there is one, else the address itself."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address
