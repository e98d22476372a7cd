"""The navigation of the site, from the lists in docs/README.md: a heading is a section, a link is a page."""

from __future__ import annotations

import pathlib
import posixpath
import re
from typing import Union

from codegen import names
from codegen.markdown import MODEL_KINDS, kind_of_model, page
from codegen.read import Api
from codegen.site.pages import SOURCE, site_path

__all__ = ["BEGIN", "END", "Entry", "navigation", "spliced"]

BEGIN, END = "# generated: nav\n", "# end\n"
#: A page with its title, which is empty for the title that the page has; or a section with its entries.
Entry = tuple[str, Union[str, "list[Entry]"]]


def navigation(index: str, api: Api) -> list[Entry]:
    """The entries of the site, from the text of docs/README.md and the generated pages."""
    sections: list[Entry] = []
    for block in re.split(r"^## ", index, flags=re.MULTILINE)[1:]:
        head, *groups = re.split(r"^### ", block, flags=re.MULTILINE)
        title = head.partition("\n")[0].strip()
        entries = _pages(head)
        entries += [(group.partition("\n")[0].strip(), _pages(group)) for group in groups]
        if title == "Start":
            entries.insert(0, ("Documentation", "index.md"))
        if title == "Reference":
            entries += _generated(api)
        sections.append((title, entries))
    return sections


def _pages(text: str) -> list[Entry]:
    return [(title, _place(link)) for title, link in re.findall(r"^- \[([^]]+)\]\(([^)]+)\)", text, re.MULTILINE)]


def _place(link: str) -> str:
    path = posixpath.normpath(posixpath.join("docs", link))
    return site_path(path) if path.endswith(".md") else f"{SOURCE}/{path}.md"


def _generated(api: Api) -> list[Entry]:
    classes: list[Entry] = [(one, f"reference/api/{page(one)}") for one in api.classes]
    models: list[Entry] = []
    for kind in MODEL_KINDS:
        of_kind: list[Entry] = [
            (one.name, f"reference/{names.model_page(one.module)}")
            for one in sorted(api.models, key=lambda one: one.name)
            if kind_of_model(one) == kind
        ]
        models.append((kind, of_kind))
    return [("API classes", classes), ("Models", models)]


def _yaml(entries: list[Entry], indent: int = 2) -> list[str]:
    lines = []
    for title, value in entries:
        if isinstance(value, str):
            lines.append(f'{" " * indent}- "{title}": {value}')
        else:
            lines += [f'{" " * indent}- "{title}":', *_yaml(value, indent + 4)]
    return lines


def spliced(root: pathlib.Path, api: Api) -> str:
    """The text of mkdocs.yml with its navigation up to date."""
    entries = navigation((root / "docs" / "README.md").read_text(encoding="utf-8"), api)
    before, _, rest = (root / "mkdocs.yml").read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    return "\n".join([f"{before}{BEGIN}nav:", *_yaml(entries), f"{END}{after}"])
