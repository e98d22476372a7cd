"""Markdown of the reference pages: types with links, table cells, JSON, lists."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, cast

import jinja2

from codegen import example_output, names, samples
from codegen.python_reference import Entry, Member
from codegen.read import Api, Model, Operation, Value
from codegen.read import all_fields as fields_of

__all__ = ["FILTERS", "GLOBALS", "MODEL_KINDS", "kind_of_model", "page"]

#: Whether a call is repeated after a lost response or a server error, by ``x-repeat``.
REPEATS = {
    "safe": "Repeated automatically after a lost response or a server error, since it cannot act twice.",
    "keyed": (
        "Repeated automatically after a lost response or a server error: the client adds an `idempotency_id` unless "
        "you pass one, so that nothing is sent or billed twice."
    ),
    "never": (
        "Not repeated after a lost response, since it could act twice. Repeated only if nothing was sent, or if the "
        "server returned 429."
    ),
}
#: The headings under which the index lists the models.
MODEL_KINDS = ("Requests", "Responses", "Webhooks", "Parts of these", "Others")
#: The environment variables of settings.
ENVIRONMENT = {
    name: f"SMSCX_{name.upper()}"
    for name in ("host", "api_key", "access_token", "application_id", "application_secret")
}
#: Items of a list that an example response shows.
SHOWN_ITEMS = 1


def cell(text: str) -> str:
    """``text`` for a cell of a Markdown table."""
    return text.replace("|", "\\|").replace("\n- ", "<br>• ").replace("\n", "<br>")


def noted(notes: list[str]) -> str:
    """Limits and the like, on their own line at the end of a table cell; nothing without any."""
    found = "; ".join(filter(None, notes))
    return f"<br>*{cell(found[0].upper() + found[1:])}.*" if found else ""


def paragraphs(text: str) -> str:
    """``text`` with an empty line before each list, as Markdown needs it."""
    return re.sub(r"^(?!- )(.+)\n(?=- )", r"\1\n\n", text, flags=re.MULTILINE)


def pretty(response: Any) -> str:
    """An example response as indented JSON, its lists of objects cut short."""
    return json.dumps(_short(response), indent=2, ensure_ascii=False)


def is_cut(response: Any) -> bool:
    """Whether :func:`pretty` shows only a part of ``response``."""
    return bool(_short(response) != response)


def _short(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _short(item) for key, item in value.items()}
    if isinstance(value, list):
        most = SHOWN_ITEMS if value and isinstance(value[0], dict) else len(value)
        return [_short(item) for item in value[:most]]
    return value


def _api(env: jinja2.Environment) -> Api:
    return cast(Api, env.globals["api"])


def _models(env: jinja2.Environment) -> dict[str, Model]:
    return cast("dict[str, Model]", env.globals["model_of"])


@jinja2.pass_environment
def model_link(env: jinja2.Environment, name: str, folder: str = "") -> str:
    """A link to the page of a model; ``folder`` is the path to it."""
    return f"[`{name}`]({folder}{names.dashed(_models(env)[name].module)}.md)"


@jinja2.pass_environment
def typed(env: jinja2.Environment, one: Value, folder: str = "") -> str:
    """The type of a field or parameter in words, with links to models."""
    return _words(one.type, lambda name: model_link(env, name, folder))


def _words(kind: str, link: Callable[[str], str]) -> str:
    if kind.startswith("["):
        return f"list of {_words(kind[1:-1], link)}"
    if kind.startswith("{"):
        return f"dict of `str` to {_words(kind.partition(': ')[2][:-1], link)}"
    if kind == "object":
        return "any JSON value"
    if kind in ('"uuid"', '"date"'):
        return "`str`"
    return link(kind.strip('"').rpartition(".")[2]) if kind.startswith('"') else f"`{kind}`"


def defaulted(one: Value) -> str:
    """The default of a field or parameter, in words."""
    fixed = one.required or len(one.limits.get("enum", ())) == 1
    return f"default `{one.default!r}`" if one.default is not None and not fixed else ""


def page(api_class: str) -> str:
    """The file name of the page of an API class."""
    return f"{names.dashed(names.api_module(api_class))}.md"


@jinja2.pass_environment
def method_link(env: jinja2.Environment, method: str, folder: str = "") -> str:
    """A link to a method on the page of its class."""
    (one,) = [o for o in _api(env).operations if o.name == method]
    return f"[`{one.api_class}.{method}`]({folder}{page(one.api_class)}#{names.operation_anchor(method)})"


@jinja2.pass_environment
def sample(env: jinja2.Environment, operation: Operation) -> samples.Sample:
    """The sample of an operation."""
    return samples.sample_of(operation, _models(env))


@jinja2.pass_environment
def printed(env: jinja2.Environment, operation: Operation, reading: str) -> str:
    """The output of the last lines of an example."""
    return example_output.printed(operation, reading, _models(env))


@jinja2.pass_environment
def constructor(env: jinja2.Environment, model: Model) -> tuple[list[str], str] | None:
    """Imports and source that make a model of a request; None for all other models."""
    return samples.constructor_of(model, _models(env), _api(env).operations)


@jinja2.pass_environment
def all_fields(env: jinja2.Environment, model: Model) -> list[Value]:
    """The fields of a model, those of the model it extends first."""
    return fields_of(model, _models(env))


def kind_of_model(model: Model) -> str:
    """The heading under which the index lists a model."""
    if model.body_of:
        return "Requests"
    if model.response_of:
        return "Responses"
    if model.name.startswith("CallBackRequest"):
        return "Webhooks"
    return "Parts of these" if model.part_of else "Others"


def handlers(classes: dict[str, Any]) -> list[tuple[str, str]]:
    """The exception classes that an example catches, each with its advice; the most general class last."""
    order = sorted(classes, key=lambda name: name == "InvalidRequestException")
    return [(name, samples.ADVICE[name]) for name in order]


@jinja2.pass_environment
def exceptions(env: jinja2.Environment) -> list[tuple[str, str, list[int]]]:
    """Every exception class of an error response: name, meaning, error codes."""
    from smscx_client import exceptions as defined

    codes: dict[str, set[int]] = {}
    for error in _api(env).document["x-error-codes"]:
        raised = defined.class_for(error["status"], error["type"], error["code"])
        codes.setdefault(raised.__name__, set()).add(error["code"])
    found = []
    for name, one in vars(defined).items():
        if isinstance(one, type) and issubclass(one, defined.ApiException) and name == one.__name__ != "ApiException":
            meaning = " ".join((one.__doc__ or "").split("\n\n")[0].split()).replace("``", "`")
            meaning = re.sub(r":\w+:`~?(?:\w+\.)*(\w+)`", r"`\1`", meaning)
            found.append((name, meaning, sorted(codes.get(name, ()))))
    return found


@jinja2.pass_environment
def error_codes(env: jinja2.Environment) -> list[dict[str, Any]]:
    """Every error code in the order of the codes: the error, its exception class, the operations that list it."""
    from smscx_client.exceptions import class_for

    operations: dict[tuple[int, str, int], list[str]] = {}
    meanings = {}  # in the words of Python
    for one in _api(env).operations:
        for error in one.errors:
            operations.setdefault((error.code, error.type, error.status), []).append(one.name)
            meanings[error.code, error.type, error.status] = error.meaning
    rows = sorted(_api(env).document["x-error-codes"], key=lambda row: row["code"])
    return [
        {
            **row,
            "meaning": meanings.get((row["code"], row["type"], row["status"]), row["meaning"]),
            "raised": class_for(row["status"], row["type"], row["code"]).__name__,
            "operations": operations.get((row["code"], row["type"], row["status"]), []),
            "first": number == 0 or rows[number - 1]["code"] != row["code"],
        }
        for number, row in enumerate(rows)
    ]


def default_of(one: Member) -> str:
    """The default of a parameter or attribute of a hand-written class, in words."""
    return "" if one.required or one.default in ("", "None") else f"default `{one.default}`"


def note_of(page: str, name: str) -> str:
    """What the reference adds to a setting of ``Configuration``: where else it is set, and for which calls it holds."""
    from smscx_client.configuration import OF_CLIENT

    if page != "configuration":
        return ""
    variable = ENVIRONMENT.get(name)
    notes = [f"environment variable `{variable}`" if variable else "", "shared by all calls" * (name in OF_CLIENT)]
    return "; ".join(filter(None, notes))


def summary(entry: Entry) -> str:
    """The first sentence about a class or function."""
    text = entry.call.doc.text.partition("\n\n")[0]
    return "" if text.startswith("```") else re.split(r"(?<=[.:])\s", text, maxsplit=1)[0].rstrip(":")


def capital(text: str) -> str:
    """``text`` with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


FILTERS: dict[str, Any] = {"capital": capital, "cell": cell, "noted": noted, "paragraphs": paragraphs, "pretty": pretty}
GLOBALS: dict[str, Any] = {
    "MODEL_KINDS": MODEL_KINDS,
    "REPEATS": REPEATS,
    "all_fields": all_fields,
    "default_of": default_of,
    "note_of": note_of,
    "summary": summary,
    "constructor": constructor,
    "defaulted": defaulted,
    "error_codes": error_codes,
    "exceptions": exceptions,
    "handlers": handlers,
    "is_cut": is_cut,
    "kind_of_model": kind_of_model,
    "method_link": method_link,
    "model_link": model_link,
    "page": page,
    "printed": printed,
    "sample": sample,
    "typed": typed,
}
