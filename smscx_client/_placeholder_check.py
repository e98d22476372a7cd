"""The warning about placeholders that the API cannot fill: it sends an empty text in their place, without an error."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from smscx_client._stacklevel import caller_stacklevel
from smscx_client.exceptions import PlaceholderWarning
from smscx_client.text import Placeholder, placeholders

__all__ = ["warn_of_placeholders"]

_LONGEST_NAME = 40


class _Rule(NamedTuple):
    """The field of an operation that has the text, and the kinds of placeholders that the operation fills."""

    field: str
    kinds: frozenset[str]
    has_contacts: bool = False
    """Whether contacts may have custom fields that only the API knows."""


_NUMBERS = frozenset(("general", "custom"))
_CONTACTS = _NUMBERS | {"contact"}
_RULES = {
    "new_otp": _Rule("template", _NUMBERS | {"pin"}),
    **dict.fromkeys(("send_sms", "estimate_sms"), _Rule("text", _NUMBERS)),
    **dict.fromkeys(("send_sms_campaign", "estimate_sms_campaign"), _Rule("text", _CONTACTS, has_contacts=True)),
    **dict.fromkeys(("send_multichannel_message", "estimate_multichannel_message"), _Rule("strategy", _NUMBERS)),
    **dict.fromkeys(
        ("send_multichannel_campaign", "estimate_multichannel_campaign"),
        _Rule("strategy", _CONTACTS, has_contacts=True),
    ),
}
"""The operations that send a text of the caller, by name."""


def warn_of_placeholders(operation: str, body: Mapping[str, Any]) -> None:
    """Warn of each placeholder in the text of a send that cannot be filled; `body` is in wire form."""
    rule = _RULES.get(operation)
    if rule is None:
        return
    custom = body.get("customFields")
    fields = tuple(custom) if isinstance(custom, Mapping) else ()
    problems: dict[str, str] = {}
    for path, text in _texts(rule.field, body.get(rule.field)):
        for placeholder in placeholders(text, fields):
            problem = _problem(placeholder, rule)
            if problem:
                problems.setdefault(placeholder.name, f"{operation}: {path}[{placeholder.position}]: {problem}")
    for message in problems.values():
        warnings.warn(message, PlaceholderWarning, stacklevel=caller_stacklevel())


def _texts(field: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each text; what has another type is left to the checks."""
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, list):
        for index, step in enumerate(value):
            text = step.get("text") if isinstance(step, Mapping) else None
            if isinstance(text, str):
                yield f"{field}[{index}].text", text


def _problem(placeholder: Placeholder, rule: _Rule) -> str | None:
    """Return why a placeholder cannot be filled, or None if it can be, or if a contact may have such a field."""
    name, suggestion = placeholder.name, placeholder.suggestion
    if placeholder.kind in rule.kinds:
        return None
    if placeholder.is_known:
        where = "campaigns to groups" if placeholder.kind == "contact" else "OTP templates"
        return f"`{{{{{name}}}}}` is filled in {where} only"
    if suggestion is None and rule.has_contacts:
        return None
    shown = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}..."
    hint = f"; did you mean `{suggestion}`?" if suggestion else ""
    return f"the API has no data for `{{{{{shown}}}}}`{hint}"
