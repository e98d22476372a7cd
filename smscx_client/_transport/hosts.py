"""Which hosts are the local machine."""

from __future__ import annotations

__all__ = ["is_this_machine"]


def is_this_machine(host: str) -> bool:
    """Whether a host name or address is the local machine, so that requests to it do not leave the machine."""
    from ipaddress import ip_address

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
