"""``python -m codegen [--check | --record]``, from any folder."""

from __future__ import annotations

import argparse
import pathlib
import sys

from codegen import bundle, field_examples, read, render, wording, write
from codegen.site import navigation

ROOT = pathlib.Path(__file__).resolve().parent.parent
#: Written by hand, with generated parts between marks. So is mkdocs.yml.
PARTLY = ("docs/reference/README.md", "docs/guides/errors.md", "docs/guides/reliability.md")


def generated(root: pathlib.Path) -> dict[str, str]:
    """All generated files of the checkout at ``root``, as path to text."""
    api = field_examples.with_examples(wording.in_python(read.read(bundle.bundle(root / "openapi"))))
    files = write.formatted(render.render(api), root)
    for path in PARTLY:
        files[path] = render.spliced((root / path).read_text(encoding="utf-8"), api)
    files["mkdocs.yml"] = navigation.spliced(root, api)
    return files


def main(arguments: list[str] | None = None) -> int:
    """Write or check; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m codegen", description="Generate all files that follow openapi/.")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 when a file is stale, missing or left over"
    )
    mode.add_argument(
        "--record", action="store_true", help="first record the example responses in openapi/examples from the sandbox"
    )
    parser.add_argument("--root", type=pathlib.Path, default=ROOT, help="the checkout (default: this one)")
    options = parser.parse_args(arguments)
    changed = []
    if options.record:
        changed = write.write(generated(options.root), options.root)  # the sandbox reads its copy of the document
        from codegen.record import record

        changed += record(options.root / "openapi")
    files = generated(options.root)
    changed += (write.differences if options.check else write.write)(files, options.root)
    for line in changed:
        print(line)
    print(f"{len(files)} files generated, {len(changed)} {'differ' if options.check else 'written'}")
    return 1 if options.check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
