"""The files in openapi/ as one OpenAPI document, which becomes openapi.yaml and the sandbox's openapi.json.

The comment at the top of openapi/openapi.yaml explains the references between these files.
"""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterator
from typing import Any

import yaml

__all__ = ["MARK", "METHODS", "SUFFIXES", "as_json", "as_yaml", "bundle", "example_text", "operations_in"]

#: The first line of every generated file, after its comment sign.
MARK = "Generated from openapi/ by `python -m codegen`; change it there."
METHODS = ("get", "post", "put", "patch", "delete")
#: Media type of a response to the suffix of the file that holds its example.
SUFFIXES = {"application/json": ".json", "application/csv": ".csv"}

Document = dict[str, Any]


def bundle(folder: pathlib.Path) -> Document:
    """The OpenAPI document that the files in ``folder`` describe."""
    document: Document = _Source(folder).resolved({"$ref": "openapi.yaml"}, folder / "openapi.yaml")
    _add_examples(document, folder / "examples")
    _expand_errors(document)
    return document


def operations_in(document: Document) -> Iterator[Document]:
    """Every operation of ``document``, each with its path."""
    return (item[method] for item in document["paths"].values() for method in METHODS if method in item)


def as_yaml(document: Document) -> str:
    """The text of openapi.yaml."""
    text = yaml.dump(document, Dumper=_Dumper, sort_keys=False, width=110, allow_unicode=True)
    return f"# {MARK}\n{text}"


def as_json(document: Document) -> str:
    """The text of the sandbox's openapi.json."""
    marked = {"x-generated": MARK, **document}
    return json.dumps(marked, ensure_ascii=False, separators=(",", ":")) + "\n"


class _Source:
    """The source files, each read once, and their references to each other."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.loaded: dict[pathlib.Path, Any] = {}

    def resolved(self, node: Any, file: pathlib.Path, open_references: tuple[str, ...] = ()) -> Any:
        """``node`` of ``file`` with each reference to another file replaced by its target."""
        if isinstance(node, list):
            return [self.resolved(item, file, open_references) for item in node]
        if not isinstance(node, dict):
            return node
        reference = node.get("$ref", "#")
        own = {k: self.resolved(v, file, open_references) for k, v in node.items() if k != "$ref"}
        if reference.startswith("#"):
            return {"$ref": reference, **own} if "$ref" in node else own
        name, _, pointer = reference.partition("#")
        target = (file.parent / name).resolve()
        place = f"{target}#{pointer}"
        if place in open_references:
            raise ValueError(f"{self.name(file)}: the reference {reference} leads back to itself")
        found = self.resolved(self.at(target, pointer, file, reference), target, (*open_references, place))
        return {**own, **{k: v for k, v in found.items() if k not in own}} if isinstance(found, dict) else found

    def at(self, target: pathlib.Path, pointer: str, file: pathlib.Path, reference: str) -> Any:
        """The target of ``reference`` in ``file``."""
        try:
            node = self.load(target)
            for part in pointer.split("/")[1:]:
                node = node[part]
        except (KeyError, TypeError, FileNotFoundError):
            raise ValueError(f"{self.name(file)}: the reference {reference} points to nothing") from None
        return node

    def load(self, path: pathlib.Path) -> Any:
        """The content of a file, or the entries of all files in a folder."""
        if path.is_dir():
            entries: Document = {}
            for file in sorted(path.glob("*.yaml")):
                for key, value in self.load(file).items():
                    if key in entries:
                        raise ValueError(f"{self.name(file)}: {key} is in another file of the folder, too; remove one")
                    entries[key] = self.resolved(value, file)
            return entries
        if path not in self.loaded:
            with path.open(encoding="utf-8") as stream:
                self.loaded[path] = yaml.load(stream, Loader=_Loader)  # a safe one  # nosec B506
        return self.loaded[path]

    def name(self, file: pathlib.Path) -> str:
        return f"openapi/{file.relative_to(self.folder.resolve()).as_posix()}"


def example_files(operation: Document, folder: pathlib.Path) -> Iterator[tuple[Document, pathlib.Path]]:
    """The content of each successful response that has an example, with the file that holds the example."""
    for status, response in operation["responses"].items():
        for media_type, content in response.get("content", {}).items():
            if status.startswith("2") and media_type in SUFFIXES:
                yield content, folder / f"{operation['operationId']}{SUFFIXES[media_type]}"


def example_text(example: Any) -> str:
    """The text of the file that holds ``example``."""
    return example if isinstance(example, str) else json.dumps(example, indent=2, ensure_ascii=False) + "\n"


def _add_examples(document: Document, folder: pathlib.Path) -> None:
    unused = set(folder.iterdir())
    for operation in operations_in(document):
        for content, file in example_files(operation, folder):
            if file in unused:
                text = file.read_text(encoding="utf-8")
                content["example"] = json.loads(text) if file.suffix == ".json" else text
                unused.remove(file)
    if unused:
        names = ", ".join(sorted(file.name for file in unused))
        raise ValueError(f"openapi/examples: no operation has a response for {names}; rename or delete it")


def _expand_errors(document: Document) -> None:
    """Replace each error code that an operation lists by its row: status, code, type."""
    rows: dict[int, list[Document]] = {}
    for row in document["x-error-codes"]:
        rows.setdefault(row["code"], []).append({key: row[key] for key in ("status", "code", "type")})
    for operation in operations_in(document):
        if "x-errors" in operation:
            listed = operation["x-errors"]
            operation["x-errors"] = [_error_row(one, rows, operation["operationId"]) for one in listed]


def _error_row(listed: Any, rows: dict[int, list[Document]], operation: str) -> Document:
    code = listed["code"] if isinstance(listed, dict) else listed
    found = [row for row in rows.get(code, []) if listed in (code, row)]
    if len(found) != 1:
        problem = "has several rows for it; list code, type and status" if found else "has no such row"
        raise ValueError(f"{operation}: x-errors lists {listed}, but openapi/error-codes.yaml {problem}")
    return found[0]


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A safe loader that refuses the same key twice in a mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise ValueError(f"the key {key.value} is there twice, the second time {str(key.start_mark).strip()}")
            seen.add(key.value)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        return mapping


class _Dumper(yaml.CSafeDumper):
    """Writes a repeated value in full each time, without an anchor."""

    def ignore_aliases(self, data: Any) -> bool:
        return True
