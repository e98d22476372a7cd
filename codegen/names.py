"""Python names and file paths. No other module chooses a name."""

from __future__ import annotations

import keyword
import re

__all__ = [
    "api_module",
    "constant",
    "dashed",
    "example_path",
    "iterator",
    "keyword_of",
    "model_page",
    "namespace",
    "operation_anchor",
    "snake",
    "title",
]


def snake(wire: str) -> str:
    """``countryIso`` to ``country_iso``, ``TRANSACTIONAL`` to ``transactional``."""
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", wire).lower()
    if keyword.iskeyword(name) or not name.isidentifier():
        raise ValueError(f"{wire!r} needs an x-python-name in openapi/: {name!r} is not a Python name")
    return name


def api_module(api_class: str) -> str:
    """``SmsApi`` to ``sms_api``."""
    return snake(api_class)


def namespace(api_class: str) -> str:
    """``SmsApi`` to ``sms``, its name on a client."""
    return api_module(api_class)[: -len("_api")]


def constant(operation: str) -> str:
    """``send_sms`` to ``_SEND_SMS``."""
    return f"_{operation.upper()}"


def iterator(operation: str) -> str:
    """``get_campaign_report`` to ``iter_campaign_report``: the method that iterates over all pages."""
    return operation.replace("get_", "iter_", 1)


def dashed(name: str) -> str:
    """``sms_api`` to ``sms-api``."""
    return name.replace("_", "-")


def keyword_of(name: str) -> str:
    """``_from`` to ``from_``: how a field whose wire name is a Python keyword is named as a keyword."""
    return f"{name[1:]}_" if name.startswith("_") and keyword.iskeyword(name[1:]) else name


def title(api_class: str) -> str:
    """``SmsApi`` to ``SMS``, as people write the name of the resource."""
    name = api_class[: -len("Api")]
    return name.upper() if name in ("Sms", "Otp") else {"Whatsapp": "WhatsApp", "Oauth": "OAuth"}.get(name, name)


def example_path(api_class: str, operation: str) -> str:
    """The path of the example script of ``operation``."""
    return f"examples/{dashed(api_module(api_class))}/{dashed(operation)}.py"


def model_page(module: str) -> str:
    """The path of the reference page of a model, below ``docs``."""
    return f"model/{dashed(module)}.md"


def operation_anchor(operation: str) -> str:
    """The anchor that GitHub gives the heading of a method."""
    return operation
