"""Routing: find the target of a request by its path, segment by segment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar
from urllib.parse import unquote

__all__ = ["Branch"]

T = TypeVar("T")


@dataclass
class Branch(Generic[T]):
    """A node of the routing tree: the next segments, and the target of each method if the path ends here."""

    named: dict[str, Branch[T]] = field(default_factory=dict)
    parameter: tuple[str, Branch[T]] | None = None
    methods: dict[str, T] = field(default_factory=dict)

    def add(self, method: str, path: str, target: T) -> None:
        """Add a target for a path such as `/groups/{groupId}/csv`."""
        branch = self
        for segment in path.split("/")[1:]:
            branch = branch._child(segment)
        branch.methods[method] = target

    def find(self, path: str) -> tuple[dict[str, T], dict[str, str]] | None:
        """Return the targets by method, and the parameters, of a percent-encoded path; None if it does not exist."""
        return self._find([unquote(segment) for segment in path.split("/")[1:]])

    def _child(self, segment: str) -> Branch[T]:
        if not segment.startswith("{"):
            return self.named.setdefault(segment, Branch())
        if self.parameter is None:
            self.parameter = (segment[1:-1], Branch())
        return self.parameter[1]

    def _find(self, segments: list[str]) -> tuple[dict[str, T], dict[str, str]] | None:
        """A literal segment has priority over a parameter; an empty segment is not a parameter."""
        if not segments:
            return (self.methods, {}) if self.methods else None
        head, rest = segments[0], segments[1:]
        found = self.named[head]._find(rest) if head in self.named else None
        if found or self.parameter is None or not head:
            return found
        name, branch = self.parameter
        below = branch._find(rest)
        return below and (below[0], {name: head, **below[1]})
