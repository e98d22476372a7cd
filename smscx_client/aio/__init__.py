"""The async client. Programs use it as ``smscx_client.AsyncClient``.

client.py       AsyncClient
paging.py       iteration over all pages
threads.py      the threads that make its calls, and how a task waits for one
api.py          the base class of the API classes
*_api.py        generated: one class per resource
"""

from __future__ import annotations

from smscx_client.aio.client import AsyncClient

__all__ = ["AsyncClient"]
