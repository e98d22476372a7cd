"""``python -m codegen [--check | --record]``, from anywhere in the checkout."""

from __future__ import annotations

import argparse
import pathlib
import sys

from codegen import read, render, write

ROOT = pathlib.Path(__file__).resolve().parent.parent
#: Written by hand, with generated parts between marks.
PARTLY = ("README.md", "docs/README.md", "docs/guides/reliability.md")


def generated(root: pathlib.Path) -> dict[str, str]:
    """All generated files of the checkout at ``root``, as path to text."""
    api = read.read(root / "openapi.yaml")
    files = write.formatted(render.render(api), root)
    for path in PARTLY:
        files[path] = render.spliced((root / path).read_text(encoding="utf-8"), api)
    return files


def main(arguments: list[str] | None = None) -> int:
    """Write or check; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m codegen", description="Generate all that repeats openapi.yaml.")
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 when a file is stale, missing or left over"
    )
    how.add_argument(
        "--record", action="store_true", help="write into openapi.yaml, too, what the sandbox answers to its examples"
    )
    parser.add_argument("--root", type=pathlib.Path, default=ROOT, help="the checkout (default: this one)")
    told = parser.parse_args(arguments)
    found = []
    if told.record:
        found = write.write(generated(told.root), told.root)  # the sandbox works by its copy of openapi.yaml
        from codegen.record import record

        record(told.root / "openapi.yaml")
    files = generated(told.root)
    found += write.differences(files, told.root) if told.check else write.write(files, told.root)
    for line in found:
        print(line)
    print(f"{len(files)} files generated, {len(found)} {'differ' if told.check else 'written'}")
    return 1 if told.check and found else 0


if __name__ == "__main__":
    sys.exit(main())
