"""Finds faults of a built site: dead links, missing anchors, pages without a link, other hosts, gaps of the search."""

from __future__ import annotations

import json
import pathlib
import posixpath
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

__all__ = ["problems"]

#: Attributes whose URL the browser fetches by itself, by the name of the element.
_FETCHED = {"img": "src", "script": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src"}
#: Relations of a <link> that make the browser fetch it or connect to its host.
_LOADED = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest"}
#: The index of the search, as Zensical and as Material name it: the file, and the key of the list.
_INDEXES = {"search.json": "items", "search/search_index.json": "docs"}
_IN_CSS = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])((?:https?:)?//[^"')\s]+)""")


class _Page(HTMLParser):
    def __init__(self, text: str):
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.fetched: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        self.anchors.update(filter(None, (values.get("id"), values.get("name") if tag == "a" else None)))
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag == "link" and _LOADED & set(values.get("rel", "").split()):
            self.fetched.append(values.get("href", ""))
        if tag in _FETCHED and _FETCHED[tag] in values:
            self.fetched.append(values[_FETCHED[tag]])


def problems(site: pathlib.Path) -> list[str]:
    """Return the errors of the site in a folder, one line for each; empty without errors."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {
        path: _Page((site / path).read_text(encoding="utf-8"))
        for path in sorted(files)
        if path.endswith(".html") and path != "404.html"  # its links are absolute: it is shown for any address
    }
    found = [*_other_hosts(site, files, pages), *_without_text(files, pages), *_not_in_search(site, files, pages)]
    reached = {"index.html"}
    for path, page in pages.items():
        for link in page.links:
            if urlsplit(link).scheme or link.startswith("//"):
                continue
            target, anchor = _target(path, link)
            if target not in files:
                found.append(f"{path}: dead link {link}")
            elif anchor and target in pages and anchor not in pages[target].anchors:
                found.append(f"{path}: no such anchor {link}")
            elif target != path:
                reached.add(target)
    return found + [f"{path}: no page leads to it" for path in sorted(pages.keys() - reached)]


def _target(page: str, link: str) -> tuple[str, str]:
    parts = urlsplit(link)
    path = unquote(parts.path)
    if not path:
        return page, unquote(parts.fragment)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    if path.endswith(("/", ".")) or target == ".":
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    return target, unquote(parts.fragment)


def _other_hosts(site: pathlib.Path, files: set[str], pages: dict[str, _Page]) -> Iterator[str]:
    for path, page in pages.items():
        for url in page.fetched:
            if urlsplit(url).netloc:
                yield f"{path}: the browser fetches {url} from another host"
    for path in sorted(files):
        if path.endswith(".css"):
            for url in _IN_CSS.findall((site / path).read_text(encoding="utf-8")):
                yield f"{path}: the browser fetches {url} from another host"


def _without_text(files: set[str], pages: dict[str, _Page]) -> Iterator[str]:
    for path in pages:
        folder = posixpath.dirname(path)
        if not files & {posixpath.join(folder, "index.md"), f"{folder}.md"}:
            yield f"{path}: there is no Markdown of it"


def _not_in_search(site: pathlib.Path, files: set[str], pages: dict[str, _Page]) -> Iterator[str]:
    """Search finds each page but those of source/, which are hidden from it."""
    index = next((path for path in _INDEXES if path in files), None)
    if index is None:
        yield "there is no index of the search"
        return
    entries = json.loads((site / index).read_text(encoding="utf-8"))[_INDEXES[index]]
    found = {posixpath.join(entry["location"].partition("#")[0], "index.html") for entry in entries}
    for path in pages:
        if (path in found) == path.startswith("source/"):
            yield f"{path}: search {'finds' if path in found else 'does not find'} it"
