"""``python -m codegen.site [--builder material] [--into FOLDER] [--as-version NAME]``: build the site and check it."""

from __future__ import annotations

import argparse
import pathlib
import shutil
import subprocess
import sys

import yaml

from codegen import bundle, read
from codegen.site import check, navigation, pages, texts, versions

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILDERS = {
    "zensical": ["-m", "zensical", "build", "--clean", "--strict"],
    "material": ["-m", "mkdocs", "build", "--clean", "--strict", "--quiet"],
}


def main(arguments: list[str] | None = None) -> int:
    """Build the site; return the exit status, 1 if the site has a problem."""
    from smscx_client import __version__

    parser = argparse.ArgumentParser(prog="python -m codegen.site", description="Build the documentation as a site.")
    parser.add_argument("--builder", choices=BUILDERS, default="zensical", help="what makes the HTML")
    parser.add_argument(
        "--into", type=pathlib.Path, default=ROOT / "build" / "site", help="the folder of all versions of the site"
    )
    parser.add_argument("--as-version", default=__version__, metavar="NAME", help="the folder of this version")
    options = parser.parse_args(arguments)
    try:
        found = build(options.builder, options.into, options.as_version)
    except (pages.SiteError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 1
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


def build(builder: str, into: pathlib.Path, version: str) -> list[str]:
    """Build the site and return its errors."""
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Settings)  # nosec B506 # safe tags
    files = pages.prepared(ROOT)
    prepared, html = ROOT / settings["docs_dir"], ROOT / settings["site_dir"]
    for folder in (prepared, html):
        shutil.rmtree(folder, ignore_errors=True)
    for path, content in files.items():
        (prepared / path).parent.mkdir(parents=True, exist_ok=True)
        (prepared / path).write_bytes(content)
    subprocess.run([sys.executable, *BUILDERS[builder]], cwd=ROOT, check=True)
    api = read.read(bundle.bundle(ROOT / "openapi"))
    entries = navigation.navigation((ROOT / "docs" / "README.md").read_text(encoding="utf-8"), api)
    for path, text in texts.texts(files, entries, settings["site_name"], settings["site_description"]).items():
        (html / path).write_text(text, encoding="utf-8")
    there = versions.publish(html, into, version, settings["site_name"])
    found = check.problems(there)
    count = sum(1 for _ in there.rglob("*.html"))
    print(f"{count} pages in {there}" + (f", {len(found)} problems" if found else ""))
    return found


class _Settings(yaml.SafeLoader):
    """Reads mkdocs.yml without its tags, which are for the builder."""


_Settings.add_multi_constructor("", lambda loader, suffix, node: None)


if __name__ == "__main__":
    sys.exit(main())
