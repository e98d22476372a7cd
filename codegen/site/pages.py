"""The pages of the site: docs/ as it is, and what its links lead to outside docs/.

- A Markdown file of the repository, such as CONTRIBUTING.md, is a page in project/.
- Any other file is a section of the page of its folder, in source/: examples/sms-api/send-sms.py is the section
  ``send-sms.py`` of source/examples/sms-api.md. A folder is that page with all of its files.
- A file that is too long to read, such as openapi.yaml, is a download in source/.
"""

from __future__ import annotations

import dataclasses
import pathlib
import posixpath
import re
from collections.abc import Callable

__all__ = ["FENCE", "SOURCE", "SiteError", "outside_fences", "prepared", "site_path"]

#: The folder of the site for files of the repository that are not documentation.
SOURCE = "source"
#: Files with more characters than this are downloads.
LONGEST = 60_000
FENCE = re.compile(r"^( *)(`{3,})([^\n`]*)\n(.*?)^\1\2`*\s*?$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<=\]\()([^)\s]+)(?=\))")
_COMMENT = re.compile(r"^<!--.*?-->\n?", re.MULTILINE | re.DOTALL)
_MERMAID = re.compile(r"^```mermaid\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_UNWANTED = re.compile(r"(^|/)(\.|__pycache__/|node_modules/)|\.pyc$")
_LANGUAGES = {
    ".css": "css", ".html": "html", ".js": "js", ".json": "json", ".mjs": "js", ".py": "python", ".sh": "sh",
    ".sql": "sql", ".toml": "toml", ".yaml": "yaml", ".yml": "yaml",
}  # fmt: skip
_HIDDEN = "---\nsearch:\n  exclude: true\n---\n\n"


class SiteError(Exception):
    """The site cannot be built."""


@dataclasses.dataclass
class _Site:
    root: pathlib.Path
    files: dict[str, bytes] = dataclasses.field(default_factory=dict)
    #: The files on each page of source/, by the folder of the repository.
    folders: dict[str, set[str]] = dataclasses.field(default_factory=dict)


def prepared(root: pathlib.Path) -> dict[str, bytes]:
    """Every file of the site before it becomes HTML, by its path.

    :raises SiteError: a link leads to a file that the repository does not have.
    """
    site = _Site(root)
    for path in _inside(root / "docs"):
        _add(site, path.relative_to(root).as_posix())
    _add_source_pages(site)
    return site.files


def _inside(folder: pathlib.Path) -> list[pathlib.Path]:
    """The files in a folder and in those below it, without caches and hidden files."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [path for path in found if not _UNWANTED.search(path.relative_to(folder).as_posix())]


def site_path(path: str) -> str:
    """The place on the site of a Markdown file of the repository."""
    folder, name = posixpath.split(path)
    if folder == "docs" or folder.startswith("docs/"):
        name = "index.md" if name == "README.md" else name
        return posixpath.join(folder[len("docs/") :], name)
    return posixpath.join("project", folder, name.lower())


def outside_fences(text: str, change: Callable[[str], str]) -> str:
    """``text`` with ``change`` applied to all but its code blocks."""
    parts = []
    end = 0
    for fence in FENCE.finditer(text):
        parts += [change(text[end : fence.start()]), fence[0]]
        end = fence.end()
    return "".join([*parts, change(text[end:])])


def _add(site: _Site, path: str) -> None:
    """Add a file of docs/, or a Markdown file."""
    place = site_path(path) if path.endswith(".md") else path[len("docs/") :]
    if place in site.files:
        return
    content = (site.root / path).read_bytes()
    site.files[place] = content
    if path.endswith(".md"):
        text = _with_diagrams(site, path, place, content.decode("utf-8"))
        text = outside_fences(text, lambda part: _LINK.sub(lambda found: _target(site, path, found[1]), part))
        text = outside_fences(text, lambda part: _COMMENT.sub("", part))
        site.files[place] = text.lstrip("\n").encode("utf-8")


def _target(site: _Site, page: str, link: str) -> str:
    """Where a link of a page leads on the site; adds what it leads to."""
    if "://" in link or link.startswith(("#", "mailto:")):
        return link
    path, mark, anchor = link.partition("#")
    there = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    place = _place(site, there)
    if place is None:
        raise SiteError(f"{page} links to {link}, but the repository has no {there}")
    place, _, section = place.partition("#")
    here = site_path(page)
    relative = posixpath.relpath(place, posixpath.dirname(here) or ".")
    return f"{relative}#{anchor or section}" if mark or section else relative


def _place(site: _Site, path: str) -> str | None:
    """The place on the site of a file or folder of the repository; None if there is none."""
    there = site.root / path
    if there.is_file():
        if path.endswith(".md"):
            _add(site, path)
            return site_path(path)
        return path[len("docs/") :] if path.startswith("docs/") else _place_of_source(site, path)
    if not there.is_dir():
        return None
    if (there / "README.md").exists():
        return _place(site, f"{path}/README.md")
    for one in _inside(there):
        _place_of_source(site, one.relative_to(site.root).as_posix())
    _add_folders(site, path)
    return f"{SOURCE}/{path}.md"


def _place_of_source(site: _Site, path: str) -> str:
    content = (site.root / path).read_bytes()
    if len(content) > LONGEST or b"\0" in content:
        site.files[f"{SOURCE}/{path}"] = content
        return f"{SOURCE}/{path}"
    folder, name = posixpath.split(path)
    site.folders.setdefault(folder, set()).add(name)
    return f"{_page_of(folder)}#{_anchor(name)}"


def _add_folders(site: _Site, path: str) -> None:
    """Add the pages of a folder and of all folders in it."""
    for one in [path, *(folder for folder in list(site.folders) if folder.startswith(f"{path}/"))]:
        while one != posixpath.dirname(path):
            site.folders.setdefault(one, set())
            one = posixpath.dirname(one)


def _page_of(folder: str) -> str:
    return f"{SOURCE}/{folder or 'root'}.md"


def _anchor(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _add_source_pages(site: _Site) -> None:
    for folder, names in site.folders.items():
        page = _page_of(folder)
        lines = [f"# {folder or 'Files'}", ""]
        below = sorted(one for one in site.folders if one and posixpath.dirname(one) == folder)
        for one in below if folder else []:
            lines.append(f"- [{one}]({posixpath.relpath(_page_of(one), posixpath.dirname(page))})")
        lines.append("")
        for name in sorted(names):
            text = (site.root / folder / name).read_text(encoding="utf-8")
            ticks = "`" * max(3, 1 + max(map(len, re.findall(r"`{3,}", text)), default=0))
            language = _LANGUAGES.get(pathlib.PurePath(name).suffix, "text")
            lines += [f"## {name} {{ #{_anchor(name)} }}", "", f"{ticks}{language}", text.rstrip("\n"), ticks, ""]
        site.files[page] = (_HIDDEN + "\n".join(lines)).encode("utf-8")


def _with_diagrams(site: _Site, path: str, place: str, text: str) -> str:
    """``text`` with each Mermaid diagram as a picture: in a browser, the script for it comes from another host."""
    from codegen.site.diagrams import picture_of

    def picture(found: re.Match[str]) -> str:
        name = picture_of(found[1])
        if not (site.root / "docs" / name).exists():
            raise SiteError(f"{path} has a new diagram: draw it with `python -m codegen.site.diagrams`")
        return f"![Diagram]({posixpath.relpath(name, posixpath.dirname(place) or '.')})"

    return _MERMAID.sub(picture, text)
