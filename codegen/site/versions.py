"""One folder for each version of the site, and the page that leads to the latest one.

``versions.json`` has the form of mike's, which the version menu of the theme reads.
"""

from __future__ import annotations

import json
import pathlib
import re
import shutil

__all__ = ["publish"]

_REDIRECT = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>{title}</title>
<meta http-equiv="refresh" content="0; url={version}/">
<link rel="canonical" href="{version}/">
<p><a href="{version}/">{title} {version}</a></p>
</html>
"""


def publish(html: pathlib.Path, site: pathlib.Path, version: str, title: str) -> pathlib.Path:
    """Move the built ``html`` into the folder of its version, beside those of other versions; return the folder."""
    folder = site / version
    if folder.exists():
        shutil.rmtree(folder)
    site.mkdir(parents=True, exist_ok=True)
    shutil.move(html, folder)
    versions = sorted((one.parent.name for one in site.glob("*/index.html")), key=_order, reverse=True)
    listed = [{"version": one, "title": one, "aliases": ["latest"] if one == versions[0] else []} for one in versions]
    (site / "versions.json").write_text(json.dumps(listed, indent=2) + "\n", encoding="utf-8")
    (site / "index.html").write_text(_REDIRECT.format(title=title, version=versions[0]), encoding="utf-8")
    for name in ("llms.txt", "llms-full.txt"):  # programs look for them at the root
        text = (site / versions[0] / name).read_text(encoding="utf-8")
        links = re.sub(r"(?<=\]\()(?!\w+:)", f"{versions[0]}/", text) if name == "llms.txt" else text
        (site / name).write_text(links, encoding="utf-8")
    (site / ".nojekyll").touch()  # GitHub Pages would leave files out
    return folder


def _order(version: str) -> tuple[bool, list[int]]:
    """Versions by their numbers; names such as ``dev`` before all of them."""
    return version[:1].isdigit(), [int(part) for part in re.findall(r"\d+", version)]
