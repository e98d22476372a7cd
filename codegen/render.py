"""The API through the Jinja2 templates in templates/, to a dict from path to text."""

from __future__ import annotations

import json
import pathlib
import re
import textwrap
from collections.abc import Sequence
from typing import Any

import jinja2

from codegen import bundle, command_reference, markdown, names, python_reference
from codegen.bundle import MARK
from codegen.field_examples import example_of
from codegen.inputs import Inputs
from codegen.read import Api, Model, Operation, Value

__all__ = ["render", "spliced"]

TEMPLATES = pathlib.Path(__file__).with_name("templates")


def render(api: Api) -> dict[str, str]:
    """Every generated file, as path from the root to text; Python is not formatted yet."""
    env = _environment(api)
    files = {}
    for model in api.models:
        files[f"smscx_client/model/{model.module}.py"] = env.get_template("model.py.j2").render(model=model)
        files[f"docs/reference/{names.model_page(model.module)}"] = env.get_template("model.md.j2").render(model=model)
    for api_class in api.classes:
        values = {"api_class": api_class, "operations": [one for one in api.operations if one.api_class == api_class]}
        module = names.api_module(api_class)
        files[f"smscx_client/api/{module}.py"] = env.get_template("api.py.j2").render(values)
        files[f"smscx_client/aio/{module}.py"] = env.get_template("async_api.py.j2").render(values)
        files[f"docs/reference/api/{names.dashed(module)}.md"] = env.get_template("api.md.j2").render(values)
    for one in api.operations:
        files[names.example_path(one.api_class, one.name)] = env.get_template("example.py.j2").render(operation=one)
    for folder, kind, example, modules in (
        ("api", "API class", "SmsApi", {name: names.api_module(name) for name in api.classes}),
        ("model", "model", "NewOtpRequest", {one.name: one.module for one in api.models}),
    ):
        files[f"smscx_client/{folder}s/__init__.py"] = env.get_template("all.py.j2").render(
            folder=folder, kind=kind, example=example, modules=modules
        )
    for page in python_reference.pages(api):
        files[f"docs/{python_reference.FOLDER}/{page.name}.md"] = env.get_template("python.md.j2").render(document=page)
    files[f"docs/{python_reference.FOLDER}/commands.md"] = env.get_template("commands.md.j2").render(
        commands=command_reference.commands(), sandbox_options=command_reference.sandbox_options()
    )
    files["smscx_client/types.py"] = env.get_template("types.py.j2").render()
    files["smscx_client/_namespaces.py"] = env.get_template("namespaces.py.j2").render(folder="api")
    files["smscx_client/aio/_namespaces.py"] = env.get_template("async_namespaces.py.j2").render()
    files = {path: text.strip("\n") + "\n" for path, text in files.items()}
    files["openapi.yaml"] = bundle.as_yaml(api.document)
    files["smscx_client/sandbox/spec/openapi.json"] = bundle.as_json(api.document)
    return files


def spliced(text: str, api: Api) -> str:
    """The text of a page with each ``<!-- generated: NAME -->`` part filled from the template ``readme_NAME.md.j2``."""
    env = _environment(api)

    def fill(found: re.Match[str]) -> str:
        body = env.get_template(f"readme_{found[2]}.md.j2").render().strip("\n")
        return f"{found[1]}\n{body}\n{found[3]}"

    return re.sub(r"(<!-- generated: (\w+) -->)\n.*?(<!-- end -->)", fill, text, flags=re.DOTALL)


def _environment(api: Api) -> jinja2.Environment:
    model_of = {one.name: one for one in api.models}
    env = jinja2.Environment(  # it makes no HTML  # nosec B701
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # the output is Python and Markdown
    )
    env.filters.update(
        {
            "arguments": field_arguments,
            "constant": names.constant,
            "dashed": names.dashed,
            "dictvalues": lambda one: [form for forms in one.values() for form in forms.values()],
            "purpose": purpose,
            "reference": lambda name: f"{model_of[name].module}.{name}" if name in model_of else name,
            "described": described,
            "repr": repr,
            "rst": rst,
            "docstring": docstring,
            "wrapped": wrapped,
        }
    )
    env.globals.update(
        {
            "MARK": MARK,
            "api": api,
            "names": names,
            "inputs": Inputs(api),
            "arguments_of": arguments_of,
            "iterator_example": iterator_example,
            "limits": limits,
            "errors_by_class": errors_by_class,
            "MARK_PYTHON": python_reference.MARK,
            "anchor": python_reference.anchor,
        }
    )
    env.tests["search"] = lambda text, word: word in text
    env.filters.update(markdown.FILTERS)
    env.globals.update(markdown.GLOBALS)
    env.globals["model_of"] = model_of
    return env


def field_arguments(one: Value) -> str:
    """The arguments of the ``field`` call that declares ``one``."""
    parts = [repr_str(one.wire)]
    if one.type != "str":
        parts.append(f"type={one.type}")
    parts.append("required=True" if one.required else "default=None")
    if not one.required and one.place == "body":
        parts.append("kw_only=True")
    for flag in ("nullable", "secret"):
        if getattr(one, flag):
            parts.append(f"{flag}=True")
    if one.local_flag:
        parts.append(f"local_flag={repr_str(one.local_flag)}")
    parts += [f"{name}={limit!r}" for name, limit in one.limits.items()]
    return ", ".join(parts)


def repr_str(text: str) -> str:
    """``text`` as a Python string with double quotes."""
    return json.dumps(text)


def wrapped(text: str, indent: int, width: int = 120, hang: int = 0) -> str:
    """``text`` in lines of at most ``width``, all but the first indented; each item of a list has its own line."""
    lines = []
    for number, block in enumerate(text.split("\n")):
        item = 2 if block.startswith("- ") else 0
        if item and number and not text.split("\n")[number - 1].startswith("- "):
            lines.append("")
        lines += textwrap.wrap(
            block,
            width,
            initial_indent=" " * (indent + (hang if number else 0)),
            subsequent_indent=" " * (indent + hang + item),
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join(lines).lstrip()


def docstring(text: str, indent: int) -> str:
    """``text`` as a docstring, quotes included."""
    quoted = wrapped(f'"""{rst(text)}', indent, 117)
    return f'{quoted}"""'


def described(one: Value) -> str:
    """The description of a field or parameter with its limits, its default, an example."""
    parts = [one.description]
    text = "; ".join(part for part in limits(one).split("; ") if part.strip() and not _said(part, one.description))
    parts += [f"{text[0].upper()}{text[1:]}." if text else ""]
    parts += ["Deprecated." if one.deprecated else ""]
    parts += [f"Default: `{one.default!r}`." if _has_default(one) else ""]
    parts += [f"Example: `{example_of(one)}`." if example_of(one) else ""]
    if one.local_flag:
        parts.append(f"A datetime without a time zone counts as UTC, unless `{names.snake(one.local_flag)}` is False.")
    parts += ["The client generates one if you pass none." if one.name == "idempotency_id" else ""]
    return " ".join(filter(None, parts))


def _said(limit: str, description: str) -> bool:
    """Whether a description states this limit, too."""
    return limit.partition(",")[0].lower() in description.lower()


def _has_default(one: Value) -> bool:
    return one.default is not None and not one.required and len(one.limits.get("enum", ())) != 1


def purpose(model: Model) -> str:
    """A model in one sentence; by its use if only its fields have a description."""
    if model.description:
        return model.description
    for users, words in (
        (model.body_of, "The body of {}"),
        (model.response_of, "The response of {}"),
        (model.part_of, "A part of {}"),
    ):
        if users:
            named = [f"``{name}``" for name in users[:3]] + (["others"] if len(users) > 3 else [])
            return words.format(" and ".join(filter(None, (", ".join(named[:-1]), named[-1])))) + "."
    return next(
        (words for sign, words in _UNUSED.items() if sign in model.name), "Described by the API, used by no operation."
    )


#: Descriptions of models that no operation names, by a part of their name.
_UNUSED = {
    "CallBack": "What the API posts to a webhook.",
    "Model4": "An error response.",
    "Model5": "An error response.",
    "400Response": "An error response.",
}


def rst(text: str) -> str:
    """``text`` with the double back quotes of docstrings, safe inside triple quotes."""
    return re.sub(r"(?<!`)`(?!`)", "``", text).replace("\\", "\\\\")


def arguments_of(parameters: Sequence[Value]) -> list[str]:
    """These parameters as arguments of a method without a body, as source text; ``*`` before those given by name."""
    first = sorted((one for one in parameters if one.positional), key=lambda one: not one.required)
    rest = [one for one in parameters if not one.positional]
    return [*map(_argument, first), *(["*"] if rest else []), *map(_argument, rest)]


def _argument(one: Value) -> str:
    return f"{one.name}: {one.annotation}{'' if one.required else ' | None = None'}"


def iterator_example(one: Operation) -> list[str]:
    """Arguments of the method that iterates over all pages, as source text."""
    first = [p for p in one.of_all_pages if p.positional]
    return [
        p.name if p.required else f"{p.name}={repr_str(p.example)}" for p in first if p.required or p.name in one.sent
    ]


_FORMAT_TEXT = {
    "sms-datetime": "`YYYY-MM-DD HH:MM:SS`, UTC",
    "uuid": "a UUID",
    "uuid-1-to-5": "a UUID of version 1 to 5",
    "uri": "a URL",
    "country": "an ISO 3166-1 alpha-2 code",
}
_LIMIT_TEXT = {
    "enum": lambda v: "one of " + ", ".join(f"`{x}`" for x in v) if len(v) > 1 else f"always `{v[0]}`",
    "minimum": lambda v: f"at least {v}",
    "maximum": lambda v: f"at most {v}",
    "min_length": lambda v: f"at least {v} character{'s' * (v != 1)}",
    "max_length": lambda v: f"at most {v} characters",
    "pattern": lambda v: f"matches `{v}`",
    "format": lambda v: _FORMAT_TEXT[v],
    "min_items": lambda v: f"at least {v} item{'s' * (v != 1)}",
    "max_items": lambda v: f"at most {v:,} items",
    "max_properties": lambda v: f"at most {v} entries",
}


def limits(one: Value) -> str:
    """The limits of a field or parameter in words."""
    left = dict(one.limits)
    parts = []
    for low, high, unit in (
        ("min_length", "max_length", " characters"),
        ("minimum", "maximum", ""),
        ("min_items", "max_items", " items"),
    ):
        if low in left and high in left:
            least, most = left.pop(low), left.pop(high)
            parts.append(f"{least:,}{unit}" if least == most else f"{least:,} to {most:,}{unit}")
    parts += [_LIMIT_TEXT[name](value) for name, value in left.items()]
    if one.format and "format" not in one.limits:
        parts.append(_FORMAT_TEXT.get(one.format, one.format))
    return "; ".join(parts)


def errors_by_class(one: Operation) -> dict[str, list[Any]]:
    """The documented errors of an operation by the name of the exception class."""
    from smscx_client.exceptions import class_for

    found: dict[str, list[Any]] = {}
    for error in one.errors:
        found.setdefault(class_for(error.status, error.type, error.code).__name__, []).append(error)
    return found
