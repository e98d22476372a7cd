"""Docstrings of the library as Markdown: text, parameters, exceptions, examples, links between the names."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Optional

__all__ = ["Docstring", "Link", "parsed"]

#: Where a name of a docstring is documented: the target of a link, or None.
Link = Callable[[str], Optional[str]]

_FIELD = re.compile(r":(param|raises|return|returns|ivar)(?:\s+([^:]+))?:\s*(.*)", re.DOTALL)
_ROLE = re.compile(r":(?:class|meth|func|attr|mod|exc|data):`([^`]+)`")


@dataclass
class Docstring:
    """The content of a docstring."""

    text: str = ""
    #: Description by name; several names may share one.
    parameters: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    #: The name of the exception, which may be empty, and when it is raised.
    raises: list[tuple[str, str]] = field(default_factory=list)
    returns: str = ""


def parsed(text: str | None, link: Link) -> Docstring:
    """Return the parts of a docstring in the style of Sphinx, as Markdown."""
    found = Docstring()
    body: list[str] = []
    for block in _blocks(inspect.cleandoc(text or "")):
        match = _FIELD.match(block)
        if match is None:
            body.append(block)
            continue
        kind, names, rest = match.groups()
        described = _inline(" ".join(rest.split()), link)
        if kind in ("param", "ivar"):
            into = found.parameters if kind == "param" else found.attributes
            into.update({name.strip(): described for name in (names or "").split(",")})
        elif kind == "raises":
            found.raises.append((", ".join(_name(one.strip(), link) for one in (names or "").split(",")), described))
        else:
            found.returns = described
    found.text = _markdown("\n".join(body), link)
    return found


def _name(name: str, link: Link) -> str:
    there = link(name)
    code = f"`{name}`" if name else ""
    return f"[{code}]({there})" if there else code


def _blocks(text: str) -> list[str]:
    """The fields of a docstring, each with its indented lines, and the other lines."""
    blocks: list[str] = []
    for line in text.split("\n"):
        is_more = bool(blocks) and blocks[-1].startswith(":") and line.startswith("    ")
        if is_more:
            blocks[-1] += f"\n{line}"
        else:
            blocks.append(line)
    return blocks


def _markdown(text: str, link: Link) -> str:
    parts: list[str] = []
    for paragraph in re.split(r"\n{2,}(?! )|\n{2,}(?= {4})", text.strip("\n")):
        if not paragraph.strip():
            continue
        if paragraph.startswith("    "):
            code = inspect.cleandoc(f"\n{paragraph}")
            if parts and parts[-1].endswith("```") and parts[-1].startswith("```"):
                parts[-1] = f"{parts[-1][:-3]}\n{code}\n```"
            else:
                parts.append(f"```python\n{code}\n```")
            continue
        lead = paragraph.strip()
        if lead == "Example::":
            continue
        parts.append(_inline(re.sub(r"::$", ":", lead), link))
    return "\n\n".join(parts)


def _inline(text: str, link: Link) -> str:
    """One paragraph: roles as links, code in single back quotes."""

    def role(found: re.Match[str]) -> str:
        label, _, target = found[1].partition(" <")
        target = (target.rstrip(">") or label).strip()
        label = label.rpartition(".")[2] if label.startswith("~") else label
        there = link(target.lstrip("~"))
        return f"[`{label}`]({there})" if there else f"`{label}`"

    return _ROLE.sub(role, re.sub(r"``([^`]+)``", r"`\1`", text.replace("\n", " ") if "\n- " not in text else text))
