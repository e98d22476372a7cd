"""The operations of the API as tools of the Model Context Protocol, for agents: search, describe, call.

Three tools over the table of operations, instead of a tool for each operation: an agent reads what it needs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from functools import wraps
from threading import Lock
from typing import TYPE_CHECKING, Any

from smscx_client._version import __version__
from smscx_client.cli import operations, output
from smscx_client.cli.exit_codes import CommandError, description_of
from smscx_client.exceptions import ApiException, ApiExceptionBase

if TYPE_CHECKING:
    from mcp.server import MCPServer

    from smscx_client.client import Client
    from smscx_client.events import CallEvent

__all__ = ["Tools", "server"]

_MOST_FOUND = 15
_SANDBOX = "This is the sandbox: nothing is sent or charged, and its data are examples."
_LIVE = "This is the real API. Messages reach people and cost money, at most {limit} in the currency of the account."


class Tools:
    """What an agent can do.

    :param client: makes the calls.
    :param limit: the most that all calls together may cost; None for no limit.
    """

    def __init__(self, client: Client, limit: Decimal | None = None):
        self._client = client.with_options(on_event=[self._count, client.configuration.on_event])
        self._limit = limit
        self._lock = Lock()
        self.spent = Decimal(0)

    def search_operations(self, query: str = "") -> str:
        """Find operations of the API by words, such as "send sms" or "opt-out". Without words, list all names."""
        if not query.strip():
            return ", ".join(operations.operations())
        words = re.findall(r"\w+", query.lower())
        scores = {name: _score(entry, words) for name, entry in operations.operations().items()}
        found = [name for name in sorted(scores, key=lambda name: -scores[name]) if scores[name]][:_MOST_FOUND]
        lines = [f"{name}: {operations.summary_of(operations.operations()[name])}" for name in found]
        return "\n".join(lines) or "nothing found"

    def describe_operation(self, operation: str) -> str:
        """Describe an operation: what it does, whether it costs money, and its arguments."""
        entry = operations.operation_named(operation)
        lines = [entry.description, "", "It costs money." if entry.operation.paid else "It costs nothing."]
        for name, one in entry.arguments.items():
            about = entry.descriptions.get(one.word) or entry.descriptions.get(f"{one.word}_") or ""
            lines.append(f"- {name} ({one.type}{', required' if one.required else ''}): {about}")
        return "\n".join(lines)

    def call_operation(self, operation: str, arguments: dict[str, Any] | None = None) -> str:
        """Call an operation with its arguments by name, and return the JSON of the response."""
        entry = operations.operation_named(operation)
        if entry.operation.returns == "xlsx":
            raise CommandError("a workbook cannot be returned: call the operation that ends in _to_csv")
        given = operations.named(entry, arguments or {})
        if not (entry.operation.paid and self._limit is not None):
            return self._json(entry, given)
        with self._lock:  # no other call may spend what this one needs
            price = self._price(entry, given)
            if self.spent + price > self._limit:
                raise CommandError(
                    f"not sent: it costs {price}, {self.spent} of {self._limit} are spent; --max-cost sets the limit"
                )
            before = self.spent
            try:
                return self._json(entry, given)
            except ApiException as error:
                if not error.outcome_unknown:
                    price = Decimal(0)
                raise
            finally:
                if self.spent == before:  # the response does not say what it cost
                    self.spent += price

    def _price(self, entry: operations.Entry, given: dict[str, Any]) -> Decimal:
        """What a call costs, by the estimate of the API."""
        name = entry.operation.name.replace("send_", "estimate_", 1)
        estimate = operations.operations().get(name)
        if estimate is None or estimate is entry:
            raise CommandError(f"not called: the API has no estimate for {entry.operation.name}, so no limit holds")
        known = {name: value for name, value in given.items() if name in estimate.arguments}
        data = self._client.api_client.call(estimate.operation, operations.grouped(estimate, known), {})
        price: Decimal = data.info.exact("total_cost")
        return price

    def _json(self, entry: operations.Entry, given: dict[str, Any]) -> str:
        data = self._client.api_client.call(entry.operation, operations.grouped(entry, given), {})
        return data if isinstance(data, str) else json.dumps(output.wire(data), ensure_ascii=False)

    def _count(self, event: CallEvent) -> None:
        self.spent += event.cost or 0


def _score(entry: operations.Entry, words: list[str]) -> int:
    """How well words fit an operation: its name counts most, then its summary."""
    places = ((4, entry.operation.name), (2, operations.summary_of(entry).lower()), (1, entry.documentation.lower()))
    return sum(weight for word in words for weight, text in places if word.rstrip("s") in text)


def server(tools: Tools, *, limit: Decimal | None) -> MCPServer:
    """The server, without its transport. ``limit`` is the spend limit of the real API, or None for the sandbox."""
    from mcp.server import MCPServer
    from mcp.server.mcpserver.exceptions import ToolError

    def reporting(tool: Callable[..., str]) -> Callable[..., str]:
        @wraps(tool)
        def run(*arguments: Any, **named: Any) -> str:
            try:
                return tool(*arguments, **named)
            except (CommandError, ApiExceptionBase) as error:
                raise ToolError(json.dumps(description_of(error))) from error

        return run

    about = _SANDBOX if limit is None else _LIVE.format(limit=limit)
    made = MCPServer(
        "smscx", version=__version__, instructions=f"The SMS.CX messaging API. {about}", log_level="WARNING"
    )
    for tool in (tools.search_operations, tools.describe_operation, tools.call_operation):
        made.tool()(reporting(tool))
    return made
