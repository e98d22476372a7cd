"""The layers of the package hold: no import cycle, no import against the table, every module importable alone.

The tables of allowed imports are in docs/guides/architecture.md and nowhere else.

What counts as an import of module B by module A:

- every import statement in A that names B or a name in B, at any place: at the top, in a function, in a branch,
  under ``TYPE_CHECKING``;
- ``import_module`` with a text: ``import_module("a.b")``. Placeholders of an f-string match any name, so
  ``import_module(f"a.{name}")`` imports every module below ``a``.

What does not count: importing ``a.b`` runs ``a/__init__.py`` too, but is no import of ``a``. If it were, each package
that imports its own modules would be a cycle. Where the order of these implicit imports matters, importing each module
in a fresh interpreter shows it.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

import smscx_client

PACKAGE = Path(smscx_client.__file__).parent
GUIDE = PACKAGE.parent / "docs" / "guides" / "architecture.md"
#: A field names its model as text; this module imports the model on first use, by that text.
BY_TEXT_OF_A_FIELD = "smscx_client._models.kinds"


@dataclass(frozen=True)
class Import:
    """One module imports another."""

    source: str
    target: str
    line: int
    types_only: bool

    def __str__(self) -> str:
        return f"{self.source}:{self.line} imports {self.target}{' for types' if self.types_only else ''}"


# --- Imports --------------------------------------------------------------------------------------------------------


def modules_of(package: Path) -> dict[str, Path]:
    """The modules of a package folder, by full name."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports_of(modules: Mapping[str, Path]) -> list[Import]:
    """Every import of one of these modules by another one of them."""
    return [
        Import(name, target, node.lineno, types_only)
        for name, path in modules.items()
        for node, types_only in _walk(ast.parse(path.read_text(encoding="utf-8")))
        for target in sorted(_targets(node, name, path, modules))
        if target != name
    ]


_FOR_TYPES = ("TYPE_CHECKING", "typing.TYPE_CHECKING")


def _walk(node: ast.AST, types_only: bool = False) -> Iterator[tuple[ast.AST, bool]]:
    """All nodes, each with whether it is under ``TYPE_CHECKING``."""
    yield node, types_only
    guarded = node.body if isinstance(node, ast.If) and ast.unparse(node.test) in _FOR_TYPES else []
    for child in ast.iter_child_nodes(node):
        yield from _walk(child, types_only or child in guarded)


def _targets(node: ast.AST, name: str, path: Path, modules: Mapping[str, Path]) -> set[str]:
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names} & modules.keys()
    if isinstance(node, ast.ImportFrom):
        base = _absolute("." * node.level + (node.module or ""), package)
        return {_deepest(f"{base}.{alias.name}", modules) for alias in node.names} & modules.keys()
    if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "import_module":
        if name == BY_TEXT_OF_A_FIELD:
            return set()
        pattern = _pattern(node.args[0], package)
        return {module for module in modules if re.fullmatch(pattern, module)}
    return set()


def _deepest(name: str, modules: Mapping[str, Path]) -> str:
    """``a.b.c`` if that is a module, else ``a.b``: then ``c`` is a name in it."""
    return name if name in modules else name.rpartition(".")[0]


def _absolute(name: str, package: str) -> str:
    bare = name.lstrip(".")
    level = len(name) - len(bare)
    if not level:
        return bare
    parts = package.split(".")
    return ".".join([*parts[: len(parts) - level + 1], *filter(None, [bare])])


def _pattern(text: ast.expr, package: str) -> str:
    """A regular expression for the names that the argument of ``import_module`` can have."""
    parts = text.values if isinstance(text, ast.JoinedStr) else [text]
    # "*" is a value that is known at run time only.
    name = "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts)
    return r"[\w.]+".join(map(re.escape, _absolute(name, package).split("*")))


# --- Cycles ----------------------------------------------------------------------------------------------------------


def cycles(imports: Iterable[Import]) -> list[str]:
    """The shortest way round of each group of modules that import each other: ``a > b > a``."""
    graph: dict[str, set[str]] = {}
    for one in imports:
        graph.setdefault(one.source, set()).add(one.target)
    loops = sorted(filter(None, (_way_back(graph, module) for module in graph)), key=lambda loop: (len(loop), loop))
    found: list[str] = []
    seen: set[str] = set()
    for loop in loops:
        if loop[0] not in seen:
            seen |= _reachable(graph, loop[0]) & {other for other in graph if loop[0] in _reachable(graph, other)}
            found.append(" > ".join(loop))
    return found


def _way_back(graph: Mapping[str, set[str]], start: str) -> list[str] | None:
    """The shortest chain of imports from a module to itself."""
    ways = [[start]]
    seen: set[str] = set()
    for way in ways:  # grows while it is read, the shortest first
        for module in sorted(graph.get(way[-1], set()) - seen):
            if module == start:
                return [*way, start]
            seen.add(module)
            ways.append([*way, module])
    return None


def _reachable(graph: Mapping[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        new = graph.get(waiting.pop(), set()) - seen
        seen |= new
        waiting += new
    return seen


# --- Layers ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Layer:
    """One area, and the areas that it may import: always, or for type annotations."""

    imports: frozenset[str]
    types: frozenset[str]


def layers_of(text: str) -> dict[str, Layer]:
    """The tables of a guide, by area: a folder such as ``state/`` or a module such as ``auth.py``."""
    layers: dict[str, Layer] = {}
    client: set[str] = set()
    for heading, rows in re.findall(r"^\| (Area of .*?) \|.*\n\|[-|]+\n((?:\|.*\n)+)", text, re.MULTILINE):
        above: set[str] = set()
        for row in rows.splitlines():
            areas, imports, types = (cell.strip() for cell in row.strip("|").split("|"))
            known = {"the rows above": above, "the client library": client}
            layer = Layer(frozenset(_areas(imports, known)), frozenset(_areas(types, known)))
            layers.update(dict.fromkeys(_areas(areas, {}), layer))
            above = {*above, *layer.imports, *_areas(areas, {})}
        if "client" in heading:
            client = set(layers)
    return layers


def _areas(cell: str, known: Mapping[str, Iterable[str]]) -> Iterator[str]:
    for part in filter(None, map(str.strip, cell.split(","))):
        if part.startswith("`"):
            yield part.strip("`")
        else:
            yield from known[part]


def area_of(module: str, modules: Mapping[str, Path], package: Path, areas: Iterable[str]) -> str | None:
    """The area that a module belongs to; the longest, if several fit."""
    path = modules[module].relative_to(package).as_posix()
    fitting = [area for area in areas if path == area or (area.endswith("/") and path.startswith(area))]
    return max(fitting, key=len, default=None)


def against(package: Path, layers: Mapping[str, Layer]) -> list[str]:
    """Violations of the layers: modules without an area, areas without a module, imports that are not allowed."""
    modules = modules_of(package)
    area = {module: area_of(module, modules, package, layers) for module in modules}
    problems = [f"{module} belongs to no area" for module in modules if area[module] is None]
    problems += [f"no module belongs to {one}" for one in layers if one not in area.values()]
    forbidden: dict[tuple[str, int, str], str] = {}  # one for each line and area: one line can import many modules
    for one in imports_of(modules):
        source, target = area[one.source], area[one.target]
        if source is None or target is None or source == target:
            continue
        allowed = layers[source].imports | (layers[source].types if one.types_only else frozenset())
        if target not in allowed:
            forbidden.setdefault((one.source, one.line, target), f"{one}: {source} may not import {target}")
    return [*problems, *forbidden.values()]


# --- A fresh interpreter ---------------------------------------------------------------------------------------------

#: Imports each module in its own process that has imported its parent packages and nothing else of the package,
#: as ``import a.b.c`` in a fresh interpreter does: it imports ``a``, then ``a.b``, then ``a.b.c``. So a process that
#: has imported a package forks once for each module in it. Other packages are imported first, once: that saves time,
#: and no module here depends on their order.
_EACH_IN_A_FORK = """
import importlib, os, sys, traceback

def load(name):
    try:
        importlib.import_module(name)
        return True
    except BaseException:
        print(name + ": " + traceback.format_exc().splitlines()[-1], flush=True)

def load_in_forks(parent):
    for name in modules:
        if name.rpartition(".")[0] == parent:
            child = os.fork()
            if child == 0:
                if load(name):
                    load_in_forks(name)
                os._exit(0)
            if os.waitpid(child, 0)[1]:
                print(name + ": the interpreter crashed", flush=True)

others, *modules = sys.stdin.read().splitlines()
for name in others.split():
    try:
        importlib.import_module(name)
    except ImportError:
        pass
load_in_forks("")
"""


def not_importable(package: Path, leave_out: Collection[str] = ()) -> list[str]:
    """The modules that cannot be imported first, each with its error; of a package that cannot, not its modules."""
    modules = {name: path for name, path in modules_of(package).items() if name not in leave_out}
    if not hasattr(os, "fork"):
        return [
            f"{module}: {done.stderr.strip().splitlines()[-1]}"
            for module in modules
            if (done := _python(f"import {module}", package.parent)).returncode
        ]
    others = " ".join(_others(modules, package.name))
    script = _python(_EACH_IN_A_FORK, package.parent, "\n".join([others, *modules]))
    assert script.returncode == 0, script.stderr
    return script.stdout.splitlines()


def _python(code: str, folder: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run code in a new interpreter that imports from this folder first."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, input=given, cwd=folder, capture_output=True, text=True, check=False)


def _others(modules: Mapping[str, Path], package: str) -> list[str]:
    """The modules outside the package that its modules import."""
    found: set[str] = set()
    for path in modules.values():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module)
    return sorted(name for name in found if name.partition(".")[0] != package)


# --- The package -----------------------------------------------------------------------------------------------------


def test_no_import_cycle() -> None:
    imports = imports_of(modules_of(PACKAGE))
    assert len(imports) > 1000
    assert cycles(imports) == []


def test_no_import_against_the_layers() -> None:
    layers = layers_of(GUIDE.read_text(encoding="utf-8"))
    assert len(layers) > 30
    assert against(PACKAGE, layers) == []


def test_every_module_can_be_imported_alone() -> None:
    models = [name for name in modules_of(PACKAGE) if name.startswith("smscx_client.model.")]
    assert len(models) > 250
    one_of_ten = models[::10]  # codegen writes them from one template
    assert not_importable(PACKAGE, leave_out=set(models).difference(one_of_ten)) == []


def test_sandbox_folder_holds_at_most_eight_modules() -> None:
    assert len(list((PACKAGE / "sandbox").glob("*.py"))) <= 8


# --- The checks themselves, on a made-up package ---------------------------------------------------------------------


def package(tmp_path: Path, **sources: str) -> Path:
    """Write a package ``made``; ``low__a`` is the module ``made.low.a``."""
    root = tmp_path / "made"
    for name, source in sources.items():
        path = root / (name.replace("__", "/") + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    for folder in {root, *(path.parent for path in root.rglob("*.py"))}:
        (folder / "__init__.py").touch()
    return root


@pytest.mark.parametrize(
    "source",
    [
        "from made.b import name",
        "from . import b",
        "from .b import name",
        "import made.b",
        "import made.b as other",
        "def f():\n    from .b import name",
        "class A:\n    def f(self):\n        if self:\n            import made.b",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .b import name",
        "try:\n    from .b import name\nexcept ImportError:\n    pass",
        "from importlib import import_module\nimport_module('made.b')",
        "import importlib\nimportlib.import_module('.b', __package__)",
        "from importlib import import_module\nfor name in ('b',):\n    import_module(f'.{name}', __package__)",
        "from importlib import import_module\nfor name in ('b',):\n    import_module(name)",
    ],
)
def test_every_kind_of_import_makes_a_cycle(tmp_path: Path, source: str) -> None:
    root = package(tmp_path, a=source, b="from .a import name")
    assert cycles(imports_of(modules_of(root))) == ["made.a > made.b > made.a"]


def test_cycle_through_a_third_module_and_a_package_is_found(tmp_path: Path) -> None:
    root = package(tmp_path, a="from .low import name", low__b="from ..c import name", c="from . import a")
    (root / "low" / "__init__.py").write_text("from .b import name")
    assert cycles(imports_of(modules_of(root))) == ["made.a > made.low > made.low.b > made.c > made.a"]


def test_two_cycles_are_two(tmp_path: Path) -> None:
    root = package(tmp_path, a="from . import b", b="from . import a, c", c="from . import d", d="from . import c")
    assert cycles(imports_of(modules_of(root))) == ["made.a > made.b > made.a", "made.c > made.d > made.c"]


def test_imports_that_are_no_cycle(tmp_path: Path) -> None:
    root = package(tmp_path, a="from .b import name", b="import json", c="from . import a, b")
    (root / "__init__.py").write_text("from .a import name")
    assert cycles(imports_of(modules_of(root))) == []


LAYERS = layers_of("""
| Area of the client | May import | For type annotations only |
|---|---|---|
| `low/`, `__init__.py` | | `high/` |
| `high/` | `low/` | |

| Area of the sandbox | May import | For type annotations only |
|---|---|---|
| `box/a.py` | the client library | |
| `box/` | `box/a.py` | |
| `box/z.py` | the rows above | |
""")


def test_tables_are_read() -> None:
    assert LAYERS["high/"] == Layer(frozenset({"low/"}), frozenset())
    assert LAYERS["low/"] == Layer(frozenset(), frozenset({"high/"}))
    assert LAYERS["box/a.py"].imports == {"low/", "high/", "__init__.py"}
    assert LAYERS["box/z.py"].imports == {"low/", "high/", "__init__.py", "box/a.py", "box/"}


FITTING = {
    "low__a": "if TYPE_CHECKING:\n    from ..high import x",
    "high__a": "from ..low.a import x\nfrom . import b",
    "high__b": "",
    "box__a": "def f():\n    from made import high",
    "box__b": "from .a import x",
    "box__z": "from . import a, b\nfrom ..low import x",
}


def test_package_that_keeps_its_layers(tmp_path: Path) -> None:
    assert against(package(tmp_path, **FITTING), LAYERS) == []


@pytest.mark.parametrize(
    ("name", "source", "problem"),
    [
        ("low__a", "from ..high import x", "made.low.a:1 imports made.high: low/ may not import high/"),
        ("high__b", "from made.box.b import x", "made.high.b:1 imports made.box.b: high/ may not import box/"),
        (
            "box__a",
            "def f():\n    from .z import x",
            "made.box.a:2 imports made.box.z: box/a.py may not import box/z.py",
        ),
        (
            "high__b",
            "if TYPE_CHECKING:\n    from ..box import x",
            "made.high.b:2 imports made.box for types: high/ may not import box/",
        ),
        ("other", "", "made.other belongs to no area"),
    ],
)
def test_module_that_breaks_the_layers_is_named(tmp_path: Path, name: str, source: str, problem: str) -> None:
    assert against(package(tmp_path, **{**FITTING, name: source}), LAYERS) == [problem]


def test_area_without_modules_is_named(tmp_path: Path) -> None:
    root = package(tmp_path, **FITTING)
    (root / "box" / "z.py").unlink()
    assert against(root, LAYERS) == ["no module belongs to box/z.py"]


def test_module_that_needs_another_one_imported_first_is_named(tmp_path: Path) -> None:
    root = package(tmp_path, a="x = 1\nfrom .b import y", b="from .a import x\ny = 1", c="import no_such_module")
    first, second = not_importable(root)
    assert first.startswith("made.b: ImportError: cannot import name 'y'")
    assert second == "made.c: ModuleNotFoundError: No module named 'no_such_module'"


def test_module_that_crashes_or_exits_is_named(tmp_path: Path) -> None:
    root = package(tmp_path, a="import os\nos.abort()", b="import sys\nsys.exit(3)")
    assert [problem.partition(":")[0] for problem in not_importable(root)] == ["made.a", "made.b"]
