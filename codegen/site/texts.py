"""The site for programs: each page as Markdown, an index of them in llms.txt, all of them in llms-full.txt.

See https://llmstxt.org for the form of the index. A page has the address of its HTML with ``.md``: guides/bulk/ is
guides/bulk.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.site.navigation import Entry
from codegen.site.pages import FENCE

__all__ = ["pages_of", "texts"]

_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_LISTED = re.compile(r"^- \[[^]]+\]\(([^)]+)\): (.+(?:\n  .+)*)", re.MULTILINE)
_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")


def texts(files: dict[str, bytes], entries: list[Entry], title: str, summary: str) -> dict[str, str]:
    """The files to add to the HTML, by path: the Markdown of all pages, llms.txt and llms-full.txt.

    A page is described as in the list of index.md, else by its first sentence.
    """
    pages = {path: content.decode("utf-8") for path, content in files.items() if path.endswith(".md")}
    index = [f"# {title}", "", f"> {summary}", ""]
    whole = []
    listed = {path: " ".join(about.split()) for path, about in _LISTED.findall(pages["index.md"])}
    for section, below in entries:
        index += [f"## {section}", ""]
        for path in pages_of(below):
            about = listed.get(path) or _about(pages[path])
            index.append(f"- [{_title(pages[path])}]({path}){': ' + about if about else ''}")
            whole.append(f"<!-- {path} -->\n\n{pages[path].strip()}\n")
        index.append("")
    return {**pages, "llms.txt": "\n".join(index), "llms-full.txt": "\n\n".join(whole)}


def pages_of(entries: str | list[Entry]) -> Iterator[str]:
    """The pages of a section and of the sections in it."""
    if isinstance(entries, str):
        yield entries
        return
    for _, below in entries:
        yield from pages_of(below)


def _title(page: str) -> str:
    found = _TITLE.search(page)
    return found[1].strip() if found else ""


def _about(page: str) -> str:
    """The first sentence of a page."""
    paragraphs = FENCE.sub("", page).split("\n\n")
    first = next((one for one in paragraphs if re.match(r"[A-Z`\[*]", one.strip())), "")
    plain = _LINK.sub(r"\1", " ".join(first.split()))
    return re.split(r"(?<=[.!?:])\s", plain, maxsplit=1)[0].rstrip(":")
