"""Draws the Mermaid diagrams of docs/ as SVG pictures: ``python -m codegen.site.diagrams``.

A browser would fetch the script for them from another host. A picture is named after its diagram, so that the build
notices a changed diagram. Needs npm, to install Mermaid, and Chromium.
"""

from __future__ import annotations

import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import tempfile

__all__ = ["FOLDER", "diagrams", "picture_of"]

FOLDER = "assets/diagrams"
_MERMAID = re.compile(r"^```mermaid\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MERMAID = "mermaid@11"
_PAGE = """<!doctype html><meta charset="utf-8"><div id="there"></div>
<script src="node_modules/mermaid/dist/mermaid.min.js"></script>
<script>
mermaid.initialize(%s);
mermaid.render("diagram", %s).then(one => { document.getElementById("there").innerHTML = one.svg; });
</script>
"""
_BROWSER_OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000"),
    "--host-resolver-rules=MAP * ~NOTFOUND",  # it draws a file of this machine and needs no network
    "--allow-file-access-from-files",
)
#: Without HTML in it, so that it can be used as an image.
_SETTINGS = {"theme": "neutral", "htmlLabels": False, "flowchart": {"htmlLabels": False}, "fontFamily": "sans-serif"}


def picture_of(diagram: str) -> str:
    """The path of the picture of a diagram, below docs/."""
    return f"{FOLDER}/{hashlib.sha256(diagram.encode()).hexdigest()[:12]}.svg"


def diagrams(root: pathlib.Path) -> dict[str, str]:
    """The diagrams of all pages, by the path of their picture."""
    texts = (page.read_text(encoding="utf-8") for page in sorted((root / "docs").rglob("*.md")))
    return {picture_of(diagram): diagram for text in texts for diagram in _MERMAID.findall(text)}


def draw(root: pathlib.Path) -> None:
    """Draw the diagrams that have no picture, and remove the pictures of diagrams that no page has any more."""
    wanted = diagrams(root)
    folder = root / "docs" / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for picture in folder.glob("*.svg"):
        if picture.relative_to(root / "docs").as_posix() not in wanted:
            picture.unlink()
    missing = {name: diagram for name, diagram in wanted.items() if not (root / "docs" / name).exists()}
    if not missing:
        return
    with tempfile.TemporaryDirectory() as temporary:
        npm = shutil.which("npm")
        if npm is None:
            raise RuntimeError("npm is not installed; it is needed to install Mermaid")
        subprocess.run([npm, "install", "--silent", "--prefix", temporary, MERMAID], check=True)
        for name, diagram in missing.items():
            (root / "docs" / name).write_text(_drawn(diagram, pathlib.Path(temporary)), encoding="utf-8")


def _drawn(diagram: str, folder: pathlib.Path) -> str:
    page = folder / "page.html"
    page.write_text(_PAGE % (json.dumps(_SETTINGS), json.dumps(diagram)), encoding="utf-8")
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "chromium")
    command = [browser, *_BROWSER_OPTIONS, "--dump-dom", page.as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"<svg.*</svg>", shown, re.DOTALL)
    if found is None or 'aria-roledescription="error"' in found[0]:
        raise RuntimeError(f"Mermaid cannot draw this:\n{diagram}\nThe browser shows: {shown[:500]}")
    return found[0].replace("<br>", "<br/>") + "\n"


if __name__ == "__main__":
    draw(pathlib.Path(__file__).resolve().parents[2])
