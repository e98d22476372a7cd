"""A response with a long list as JSON, made and checked in parts while other requests run."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from ..state.context import Context
from .http import JSON, json_bytes
from .idempotency import pack
from .registry import Call, Success
from .responses import check
from .steps import Steps, slices

__all__ = ["Rows", "list_response"]

Rows = Callable[[slice], list[dict[str, Any]]]
"""Makes the JSON of a part of the list. It must not use the store."""


def list_response(
    context: Context, call: Call, info: dict[str, Any], count: int, rows: Rows, omitted: tuple[str, ...] = ()
) -> Steps[Success]:
    """Return the response with `info`, and `count` rows in `data`."""
    parts: list[bytes] = []
    for part in slices(count):
        content = yield partial(_checked_json, context, call, info, rows, part, omitted)
        parts.append(content)
    head = json_bytes(info)
    content = yield lambda: b'{"info":%b,"data":[%b]}' % (head, b",".join(filter(None, parts)))
    packed = None
    if call.idempotency_id is not None:
        packed = yield partial(pack, content)
    return Success(content=content, packed=packed, omitted=omitted, headers={"Content-Type": JSON})


def _checked_json(
    context: Context, call: Call, info: dict[str, Any], rows: Rows, part: slice, omitted: tuple[str, ...]
) -> bytes:
    """The JSON of some rows, without the brackets of the list, after a check against `openapi.yaml`."""
    data = rows(part)
    check(context.spec, call.operation, call.operation.success, {"info": info, "data": data}, omitted)
    return json_bytes(data)[1:-1]
