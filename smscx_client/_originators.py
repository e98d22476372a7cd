"""Originators that the API has replaced: it sends from a default in place of one that is not approved."""

from __future__ import annotations

from typing import Any

__all__ = ["is_replaced", "replaced_originator"]


def replaced_originator(response: Any, from_: str) -> str | None:
    """Return the originator that the API has used in place of ``from_``; None if it has used ``from_``.

    The API replaces an originator that is not approved by a default such as `InfoText`, without an error. No request is
    made.

    :param response: what a method that sends or estimates messages has returned. With ``short_response=True`` it has no
        messages, so the originator is not known.
    :param from_: the originator that the request had.

    Example::

        sent = client.sms.send_sms(to="+31612469333", from_="MyShop", text="Hi")
        used = smscx_client.replaced_originator(sent, "MyShop")
        if used:
            print("MyShop is not approved; sent from", used)
    """
    for row in response.get("data") or ():
        used = row.get("from")
        if isinstance(used, str) and is_replaced(from_, used):
            return used
    return None


def is_replaced(wanted: str, used: str) -> bool:
    """Whether a message was sent from another originator. A number is the same with and without ``+``."""
    return used.lstrip("+") != wanted.lstrip("+")
