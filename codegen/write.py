"""Writes generated files, or compares them with those on the disk."""

from __future__ import annotations

import pathlib
import re
import subprocess
import sys
import tempfile

__all__ = ["differences", "formatted", "write"]

#: A part of the first line of every generated file.
_MARKED = "by `python -m codegen`; change"
#: Folders that contain generated files; a file in them with the mark that is no longer generated is left over.
FOLDERS = (
    "smscx_client/aio",
    "smscx_client/api",
    "smscx_client/apis",
    "smscx_client/model",
    "smscx_client/models",
    "docs/reference",
    "examples",
)


def formatted(files: dict[str, str], root: pathlib.Path) -> dict[str, str]:
    """``files`` with all Python in them as ``ruff format`` and ``ruff check --fix`` leave it.

    That includes the Python in the reference of the hand-written classes, since ``ruff format`` checks Markdown.
    """
    with tempfile.TemporaryDirectory() as folder:
        base = pathlib.Path(folder)
        with_python = [path for path in files if path.endswith(".py") or path.startswith("docs/reference/python/")]
        for path in with_python:
            (base / path).parent.mkdir(parents=True, exist_ok=True)
            (base / path).write_text(files[path], encoding="utf-8")
        settings = ("--config", str(root / "pyproject.toml"), "--no-cache", "--quiet", folder)
        ruff = (sys.executable, "-m", "ruff")
        unused = ("check", "--fix", "--select", "F401")
        subprocess.run([*ruff, *unused, *settings], check=True)
        _remove_empty_blocks(base)
        subprocess.run([*ruff, *unused, "--extend-select", "I", *settings], check=True)
        subprocess.run([*ruff, "format", *settings], check=True)
        return {**files, **{path: (base / path).read_text(encoding="utf-8") for path in with_python}}


def _remove_empty_blocks(folder: pathlib.Path) -> None:
    """Remove each ``if TYPE_CHECKING:`` whose imports were all unused."""
    for path in folder.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"^if TYPE_CHECKING:\n    pass\n", "", text, flags=re.MULTILINE), encoding="utf-8")


def differences(files: dict[str, str], root: pathlib.Path) -> list[str]:
    """The files that differ from the generated ones, one line each."""
    return _lines(_different(files, root))


def write(files: dict[str, str], root: pathlib.Path) -> list[str]:
    """Write the files that differ, and return one line for each file."""
    found = _different(files, root)
    for path in found:
        if path in files:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(files[path], encoding="utf-8")
        else:
            (root / path).unlink()
    return _lines(found)


def _lines(found: dict[str, str]) -> list[str]:
    return [f"{state:<9}  {path}" for path, state in found.items()]


def _different(files: dict[str, str], root: pathlib.Path) -> dict[str, str]:
    """How each file on the disk differs, by its path, where it does."""
    found = {}
    for path, text in files.items():
        there = root / path
        if not there.exists():
            found[path] = "missing"
        elif there.read_text(encoding="utf-8") != text:
            found[path] = "stale"
    return {**found, **dict.fromkeys(_left_over(files, root), "left over")}


def _left_over(files: dict[str, str], root: pathlib.Path) -> list[str]:
    """Generated files that are no longer generated."""
    found = []
    for folder in FOLDERS:
        for there in sorted((root / folder).rglob("*")):
            path = there.relative_to(root).as_posix()
            if (
                there.suffix in (".py", ".md")
                and path not in files
                and _MARKED in there.read_text(encoding="utf-8").partition("\n")[0]
            ):
                found.append(path)
    return found
