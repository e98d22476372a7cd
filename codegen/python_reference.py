"""The reference of the classes that are written by hand, from their source: signatures, types and docstrings.

mkdocstrings would render these pages on the site only, and shows the markup of the docstrings as it is. Generated pages
are also there in the repository, as Markdown for programs, and for the tests.
"""

from __future__ import annotations

import ast
import copy
import functools
import importlib
import pathlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from codegen import names
from codegen.docstrings import Docstring, parsed
from codegen.python_pages import PAGES
from codegen.read import Api

__all__ = ["FOLDER", "MARK", "Callee", "Entry", "Member", "Page", "anchor", "pages"]

MARK = "Generated from the docstrings of smscx_client/ by `python -m codegen`; change them there."

#: Where the pages are, below docs/.
FOLDER = "reference/python"
_LONGEST_LINE = 96
_MISSING = object()


@dataclass
class Member:
    """A parameter or an attribute."""

    name: str
    type: str
    text: str
    default: str = ""
    required: bool = False


@dataclass
class Callee:
    """A function, a method, or the constructor of a class, as people call it."""

    title: str
    signature: str
    doc: Docstring
    parameters: list[Member] = field(default_factory=list)


@dataclass
class Entry:
    """A class or function with all that is documented of it."""

    title: str
    call: Callee
    bases: list[str]
    attributes: list[Member]
    methods: list[Callee]


@dataclass
class Page:
    """A page of the reference."""

    name: str
    title: str
    intro: str
    entries: list[Entry]


@dataclass(frozen=True)
class _Found:
    """An object and where its source is."""

    title: str
    value: Any
    node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef | ast.Module
    lines: tuple[str, ...]


def pages(api: Api) -> list[Page]:
    """The pages of :data:`codegen.python_pages.PAGES`."""
    links = _Links(api)
    found = []
    for page in PAGES:
        entries = [_entry(_found(name), links) for name in page.objects]
        _complete(entries)
        found.append(Page(page.name, page.title, page.intro, entries))
    return found


def _complete(entries: list[Entry]) -> None:
    """Describe parameters as the first class of the page does that has a method of the same name.

    The stores of webhooks implement `Seen`, and `AsyncClient` has the methods of `Client`: their docstrings do not
    repeat what the parameters mean.
    """
    known: dict[tuple[str, str], str] = {}
    for entry in entries:
        for method in entry.methods:
            for one in method.parameters:
                key = (method.title.rpartition(".")[2], one.name)
                one.text = one.text or known.get(key, "")
                known.setdefault(key, one.text)
    for entry in entries:
        for callee in (entry.call, *entry.methods):
            callee.parameters = _merged(callee.parameters)


def anchor(heading: str) -> str:
    """The anchor that GitHub gives a heading."""
    return re.sub(r"[^a-z0-9_ -]", "", heading.lower()).replace(" ", "-")


class _Links:
    """Where the names of docstrings are documented."""

    def __init__(self, api: Api):
        self.by_name: dict[str, str] = {}
        self.documented: dict[str, Any] = {}
        self.here = ""
        self.scope: dict[str, Any] = {}
        for page in PAGES:
            for name in page.objects:
                found = _found(name)
                self._add(found.title, f"{page.name}.md", found.title)
                self.documented[self.by_name[found.title]] = found.value
                if isinstance(found.node, ast.ClassDef):
                    for one in _methods(found.node):
                        self._add(f"{found.title}.{one.name}", f"{page.name}.md", f"{found.title}.{one.name}")
        for operation in api.operations:
            place = f"../api/{names.dashed(names.api_module(operation.api_class))}.md"
            self.by_name[f"{operation.api_class}.{operation.name}"] = f"{place}#{operation.name}"
            self.by_name[operation.api_class] = place
        self.models = {one.name: f"../model/{names.dashed(one.module)}.md" for one in api.models}

    def _add(self, name: str, page: str, heading: str) -> None:
        self.by_name[name] = f"{page}#{anchor(heading)}"

    def inside(self, found: _Found) -> _Links:
        """The same links, for the types in the source of an object."""
        links = copy.copy(self)
        links.here = found.title
        links.scope = vars(sys.modules[getattr(found.value, "__module__", __name__)])
        return links

    def of_type(self, name: str) -> str | None:
        """The link to a type; None if the module has another object of this name than the documented one."""
        there = self.of(self.here, name)
        is_same = name not in self.scope or self.documented.get(there or "") in (None, self.scope[name])
        return there if is_same else None

    def of(self, context: str, target: str) -> str | None:
        """The link to ``target``, as a docstring of ``context`` names it."""
        ends = [".".join(target.split(".")[start:]) for start in range(target.count(".") + 1)]
        module = context.rpartition(".")[0]
        for name in ends:
            for full in (f"{context}.{name}", f"{module}.{name}", name):
                if full in self.by_name:
                    return self.by_name[full]
            if name in self.models:
                return self.models[name]
        last = ends[-1]
        same = [link for name, link in self.by_name.items() if name.rpartition(".")[2] == last and last[:1].isupper()]
        return same[0] if len(same) == 1 else None


@functools.cache
def _found(name: str) -> _Found:
    """The object with a public name, such as ``smscx_client.bulk.send_sms``."""
    module_name, _, attribute = name.rpartition(".")
    value = getattr(importlib.import_module(module_name), attribute)
    title = name.replace("smscx_client.", "", 1) if module_name != "smscx_client" else attribute
    is_data = not callable(value)
    module = sys.modules[module_name if is_data else value.__module__]
    source = _parsed(pathlib.Path(str(module.__file__)))
    if is_data:
        return _Found(title, value, _documented(source, attribute), ())
    node = source.definitions[value.__name__]
    _Constants(vars(module)).visit(node)
    return _Found(title, value, node, source.lines)


class _Source(NamedTuple):
    """A module of the library, parsed."""

    lines: tuple[str, ...]
    tree: ast.Module
    #: Every class and function by its name, without overloads.
    definitions: dict[str, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]


@functools.cache
def _parsed(path: pathlib.Path) -> _Source:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    definitions: dict[str, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef] = {}
    for node in ast.walk(tree):
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and not _is_overload(node):
            definitions.setdefault(node.name, node)
    return _Source(tuple(text.split("\n")), tree, definitions)


def _documented(source: _Source, name: str) -> ast.Module:
    """A node with the docstring of a variable of a module."""
    text = next(text for one, _, _, text in _assigned(source.tree.body, (), "") if one == name)
    return ast.Module([ast.Expr(ast.Constant(text))], [])


class _Constants(ast.NodeTransformer):
    """Replaces names of constants, such as ``LEASE`` as a default, by their values."""

    def __init__(self, module: dict[str, Any]):
        self.module = module

    def visit_arguments(self, node: ast.arguments) -> ast.arguments:
        node.defaults = [self._value(one) for one in node.defaults]
        node.kw_defaults = [one and self._value(one) for one in node.kw_defaults]
        return node

    def _value(self, node: ast.expr) -> ast.expr:
        value = self.module.get(node.id) if isinstance(node, ast.Name) and node.id.isupper() else None
        return ast.Constant(value) if isinstance(value, (int, float, str)) else node


def _is_overload(node: ast.AST) -> bool:
    return "overload" in _decorators(node)


def _decorators(node: ast.AST) -> set[str]:
    return {ast.unparse(one).rpartition(".")[2] for one in getattr(node, "decorator_list", ())}


def _entry(found: _Found, links: _Links) -> Entry:
    node = found.node
    links = links.inside(found)

    def doc(text: str | None) -> Docstring:
        return parsed(text, lambda target: links.of(found.title, target))

    if isinstance(node, ast.Module):
        return Entry(found.title, Callee(found.title, "", doc(ast.get_docstring(node))), [], [], [])
    if not isinstance(node, ast.ClassDef):
        return Entry(found.title, _callee(node, found.title, _shown(found), doc, links), [], [], [])
    about = doc(ast.get_docstring(node))
    attributes = list(_attributes(found, about, doc, links))
    about.parameters = {**{one.name: one.text for one in attributes}, **about.parameters}
    init = next((one for one in node.body if isinstance(one, ast.FunctionDef) and one.name == "__init__"), None)
    fields = [one for one in attributes if one.name in _field_names(found.value)]
    if init is not None and not _is_exception(found.value):
        call = _callee(init, found.title, _shown(found), lambda text: about, links)
        given = {name: one.text for one in call.parameters for name in one.name.split("`<br>`")}
        attributes = [one for one in attributes if given.get(one.name) != one.text]
    else:
        call = Callee(found.title, _signature_of_fields(_shown(found), fields), about)
    receiver = _receiver(found.title)
    methods = []
    for one in _methods(node):
        on_class = _decorators(one) & {"classmethod", "staticmethod"}
        shown = f"{_shown(found) if on_class else receiver}.{one.name}"
        methods.append(_callee(one, f"{found.title}.{one.name}", shown, doc, links))
    return Entry(found.title, call, _bases(found, links), attributes, methods)


def _receiver(title: str) -> str:
    """The variable in the signatures of methods: ``client`` for ``Client`` and for ``AsyncClient``."""
    last = title.rpartition(".")[2]
    word = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", last).lower()
    return {"async_client": "client", "smscx_sandbox": "smscx_sandbox"}.get(word, word)


def _shown(found: _Found) -> str:
    top = found.title if "." in found.title else f"smscx_client.{found.title}"
    return top if not top.startswith("sandbox.pytest_fixture") else found.title.rpartition(".")[2]


def _is_exception(value: Any) -> bool:
    return isinstance(value, type) and issubclass(value, BaseException)


def _methods(node: ast.ClassDef) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for one in ast.walk(node):
        if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef)) and one in node.body:
            decorators = _decorators(one)
            is_property = decorators & {"property", "cached_property", "setter", "overload"}
            if not one.name.startswith("_") and not is_property:
                yield one


def _field_names(value: Any) -> tuple[str, ...]:
    """The fields of a dataclass, a named tuple or a typed dict, which its constructor takes."""
    if hasattr(value, "__dataclass_fields__"):
        return tuple(value.__dataclass_fields__)
    return tuple(value._fields) if issubclass(value, tuple) else ()


def _signature_of_fields(shown: str, fields: list[Member]) -> str:
    if not fields:
        return ""
    return _wrapped(shown, [one.name if one.required else f"{one.name}={one.default}" for one in fields], "")


def _attributes(found: _Found, about: Docstring, doc: Any, links: _Links) -> Iterator[Member]:
    node = found.node
    assert isinstance(node, ast.ClassDef)
    seen: set[str] = set()
    fields = _field_names(found.value)
    for name, annotation, default, text in _declared(found):
        described = doc(text).text or about.attributes.get(name, "") or about.parameters.get(name, "")
        seen.add(name)
        if described or name in fields:
            yield Member(name, _type(annotation, links), described, default, not default)
    for name, text in about.attributes.items():
        if name not in seen:
            yield Member(name, "", text)


def _declared(found: _Found) -> Iterator[tuple[str, ast.expr | None, str, str]]:
    """The attributes of a class: name, type, default and description, in the order of the source."""
    node = found.node
    assert isinstance(node, ast.ClassDef)
    yield from _assigned(node.body, found.lines, "")
    for one in node.body:
        if isinstance(one, ast.FunctionDef) and one.name == "__init__":
            yield from _assigned(one.body, found.lines, "self.")
        is_property = bool(_decorators(one) & {"property", "cached_property"})
        if is_property and isinstance(one, ast.FunctionDef) and not one.name.startswith("_"):
            yield one.name, one.returns, "", ast.get_docstring(one) or ""


def _assigned(body: list[ast.stmt], lines: tuple[str, ...], prefix: str) -> Iterator[tuple[str, Any, str, str]]:
    for one, after in zip(body, [*body[1:], None]):
        targets = [one.target] if isinstance(one, ast.AnnAssign) else getattr(one, "targets", [])
        name = ast.unparse(targets[0]) if targets else ""
        if not name.startswith(prefix) or not name[len(prefix) :].isidentifier() or name[len(prefix) :][0] == "_":
            continue
        text = _string(after) or _comment_before(lines, one.lineno)
        annotation = one.annotation if isinstance(one, ast.AnnAssign) else None
        yield name[len(prefix) :], annotation, "" if prefix else _default_of(getattr(one, "value", None)), text


def _default_of(value: ast.expr | None) -> str:
    if value is None:
        return ""
    if isinstance(value, ast.Call) and ast.unparse(value.func) == "field":
        return next((_source(one.value) for one in value.keywords if one.arg == "default"), "")
    return _source(value)


def _string(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return node.value.value
    return ""


def _comment_before(lines: tuple[str, ...], number: int) -> str:
    """The ``#:`` comment above a line."""
    found: list[str] = []
    for line in reversed(lines[: number - 1]):
        if not line.strip().startswith("#:"):
            break
        found.insert(0, line.strip()[2:].strip())
    return "\n".join(found)


def _callee(node: Any, title: str, shown: str, doc: Any, links: _Links) -> Callee:
    about = doc(ast.get_docstring(node))
    arguments = node.args
    listed = [*arguments.posonlyargs, *arguments.args]
    is_method = bool(listed) and listed[0].arg in ("self", "cls")
    defaults = [_MISSING] * (len(listed) - len(arguments.defaults)) + list(arguments.defaults)
    parts, members = [], []
    for position, (one, default) in enumerate(zip(listed, defaults)):
        if position or not is_method:
            parts.append(_argument(one, default))
            members.append(_member(one, default, about, links))
    if arguments.vararg is not None:
        parts.append(f"*{arguments.vararg.arg}")
        members.append(_member(arguments.vararg, None, about, links))
    elif arguments.kwonlyargs:
        parts.append("*")
    for one, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
        value = _MISSING if default is None else default
        parts.append(_argument(one, value))
        members.append(_member(one, value, about, links))
    if arguments.kwarg is not None and ast.unparse(arguments.kwarg.annotation or ast.Name("")) != "NoReturn":
        parts.append(f"**{arguments.kwarg.arg}")
        members.append(_member(arguments.kwarg, None, about, links))
    returned = ast.unparse(node.returns).strip("'\"") if node.returns is not None else ""
    returned = "" if node.name == "__init__" or returned in ("None", "Any") else f" -> {returned}"
    lead = "await " if isinstance(node, ast.AsyncFunctionDef) else ""
    if "contextmanager" in _decorators(node):
        lead, returned = "with ", ""
    return Callee(title, _wrapped(lead + shown, parts, returned), about, members)


def _argument(one: ast.arg, default: Any) -> str:
    return one.arg if default is _MISSING else f"{one.arg}={_source(default)}"


def _source(value: ast.expr) -> str:
    """A value as source text, with double quotes."""
    text = ast.unparse(value)
    return text if '"' in text else text.replace("'", '"')


def _member(one: ast.arg, default: Any, about: Docstring, links: _Links) -> Member:
    is_given = default not in (None, _MISSING)
    return Member(
        one.arg,
        _type(one.annotation, links),
        about.parameters.get(one.arg, ""),
        _source(default) if is_given else "",
        default is _MISSING,
    )


def _wrapped(shown: str, parts: list[str], returned: str) -> str:
    line = f"{shown}({', '.join(parts)}){returned}"
    if len(line) <= _LONGEST_LINE:
        return line
    return "\n".join([f"{shown}(", *(f"    {part}," for part in parts), f"){returned}"])


def _type(annotation: ast.expr | None, links: _Links) -> str:
    """A type in words: ``str`` or ``None``; with a link if it is documented."""
    if annotation is None:
        return ""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        annotation = ast.parse(annotation.value, mode="eval").body
    if isinstance(annotation, ast.Subscript) and ast.unparse(annotation.value) in ("ClassVar", "Unpack"):
        return "keywords" if ast.unparse(annotation.value) == "Unpack" else _type(annotation.slice, links)
    if isinstance(annotation, ast.BinOp):
        return f"{_type(annotation.left, links)} or {_type(annotation.right, links)}"
    text = ast.unparse(annotation).replace(" | ", " or ")
    if text == "Any":
        return ""
    there = links.of_type(text) if text.isidentifier() else None
    return f"[`{text}`]({there})" if there else f"`{text}`"


def _bases(found: _Found, links: _Links) -> list[str]:
    """Links to the documented base classes, also to those behind base classes that are not public."""
    shown = []
    for base in found.value.__bases__:
        there = links.of(found.title.rpartition(".")[0], base.__name__)
        if there:
            shown.append(f"[`{base.__name__}`]({there})")
        elif base.__name__.startswith("_"):
            shown += _bases(_Found(found.title, base, found.node, found.lines), links)
    return shown


def _merged(members: list[Member]) -> list[Member]:
    """``members`` with those in one row that follow each other and have the same description."""
    rows: list[Member] = []
    for one in members:
        if rows and rows[-1].text == one.text and rows[-1].required == one.required:
            last = rows[-1]
            rows[-1] = Member(
                f"{last.name}`<br>`{one.name}",
                "<br>".join(filter(None, (last.type, one.type))),
                one.text,
                last.default if last.default == one.default else "",
                one.required,
            )
        else:
            rows.append(one)
    return rows
