"""The documentation as a site: its pages, its navigation, its texts for programs, and the check of the built site.

tox builds the whole site (`tox -e docs`). That takes some seconds, and needs Zensical.
"""

from __future__ import annotations

import functools
import json
import pathlib
import re

import pytest
import yaml

from codegen import bundle, read
from codegen.site import check, diagrams, navigation, pages, texts, versions
from test.support import ROOT

FRAME = "<!doctype html><html><head>{}</head><body>{}</body></html>"


@functools.cache
def files() -> dict[str, bytes]:
    return pages.prepared(ROOT)


@functools.cache
def entries() -> list[navigation.Entry]:
    api = read.read(bundle.bundle(ROOT / "openapi"))
    return navigation.navigation((ROOT / "docs" / "README.md").read_text("utf-8"), api)


def test_the_navigation_has_every_page_once() -> None:
    in_navigation = list(texts.pages_of(entries()))
    documentation = [path for path in files() if path.endswith(".md") and not path.startswith("source/")]
    assert len(documentation) > 300
    assert sorted(in_navigation) == sorted([*documentation, "source/examples.md"])


def test_mkdocs_yml_has_this_navigation() -> None:
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    listed = re.findall(r"^ +- .*: (\S+\.md)$", text.partition(navigation.BEGIN)[2], re.MULTILINE)
    assert listed == list(texts.pages_of(entries()))
    sections = [line.strip(' -":') for line in text.splitlines() if re.match(r'  - "[^"]+":$', line)]
    assert sections == ["Start", "Guides", "Reference", "Sandbox", "Project"]


def test_a_page_begins_with_its_title() -> None:
    wrong = [path for path, text in files().items() if path.endswith(".md") and not _title(text.decode())]
    assert wrong == []


def _title(text: str) -> str:
    return next(iter(re.findall(r"\A(?:---\n.*?\n---\n\n)?# (.+)$", text, re.MULTILINE | re.DOTALL)), "")


def test_every_link_between_the_pages_leads_to_a_page() -> None:
    found = 0
    for path, content in files().items():
        for link in (
            re.findall(r"\]\(([^)\s]+)\)", pages.FENCE.sub("", content.decode())) if path.endswith(".md") else ()
        ):
            if "://" not in link and not link.startswith("#"):
                found += 1
                place = (ROOT / path).parent / link.partition("#")[0]
                assert place.resolve().relative_to(ROOT).as_posix() in files(), f"{path} links to {link}"
    assert found > 1000


def test_files_outside_docs_become_pages(checkout: pathlib.Path) -> None:
    page = checkout / "docs" / "guides" / "a.md"
    page.write_text(
        "<!-- Generated. -->\n# A\n\n"
        "[script](../../examples/x/run.py), [all](../../examples), [how](../../HOW.md#why)\n\n"
        "```md\n[script](../../examples/x/run.py)\n```\n",
        encoding="utf-8",
    )
    found = pages.prepared(checkout)
    assert found["guides/a.md"].decode() == (
        "# A\n\n"
        "[script](../source/examples/x.md#run-py), [all](../source/examples.md), [how](../project/how.md#why)\n\n"
        "```md\n[script](../../examples/x/run.py)\n```\n"
    )
    assert "# examples/x\n" in found["source/examples/x.md"].decode()
    assert "## run.py { #run-py }\n\n```python\nprint(1)\n```\n" in found["source/examples/x.md"].decode()
    assert "- [examples/x](examples/x.md)" in found["source/examples.md"].decode()
    assert found["project/how.md"] == b"# How\n\n[a](../guides/a.md)\n"


def test_a_long_file_is_a_download(checkout: pathlib.Path) -> None:
    (checkout / "examples" / "x" / "run.py").write_text("#" * (pages.LONGEST + 1), encoding="utf-8")
    page = checkout / "docs" / "a.md"
    page.write_text("# A\n\n[script](../examples/x/run.py)\n", encoding="utf-8")
    found = pages.prepared(checkout)
    assert found["a.md"] == b"# A\n\n[script](source/examples/x/run.py)\n"
    assert len(found["source/examples/x/run.py"]) == pages.LONGEST + 1


def test_a_pipe_in_code_in_a_table_has_no_backslash(checkout: pathlib.Path) -> None:
    (checkout / "docs" / "a.md").write_text("# A\n\n| A |\n|---|\n| `x\\|y` and \\| |\n\n`a\\|b`\n", encoding="utf-8")
    assert pages.prepared(checkout)["a.md"] == b"# A\n\n| A |\n|---|\n| `x|y` and \\| |\n\n`a\\|b`\n"


def test_a_link_to_a_missing_file_is_an_error(checkout: pathlib.Path) -> None:
    (checkout / "docs" / "a.md").write_text("[gone](../gone.py)\n", encoding="utf-8")
    with pytest.raises(pages.SiteError, match=r"docs/a\.md links to \.\./gone\.py, but the repository has no gone\.py"):
        pages.prepared(checkout)


def test_a_diagram_is_a_picture_of_the_site(checkout: pathlib.Path) -> None:
    page = checkout / "docs" / "guides" / "a.md"
    page.write_text("# A\n\n```mermaid\nflowchart TD\n    a --> b\n```\n", encoding="utf-8")
    with pytest.raises(pages.SiteError, match="has a new diagram: draw it with `python -m codegen.site.diagrams`"):
        pages.prepared(checkout)
    (name,) = diagrams.diagrams(checkout)
    (checkout / "docs" / name).parent.mkdir(parents=True)
    (checkout / "docs" / name).write_text("<svg/>", encoding="utf-8")
    assert pages.prepared(checkout)["guides/a.md"].decode() == f"# A\n\n![Diagram](../{name})\n"


def test_every_picture_of_a_diagram_is_of_a_diagram_of_the_docs() -> None:
    drawn = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs" / diagrams.FOLDER).glob("*.svg")}
    assert drawn == set(diagrams.diagrams(ROOT)) != set()


@pytest.fixture
def checkout(tmp_path: pathlib.Path) -> pathlib.Path:
    for folder in ("docs/guides", "examples/x"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "examples" / "x" / "run.py").write_text("print(1)\n", encoding="utf-8")
    (tmp_path / "HOW.md").write_text("# How\n\n[a](docs/guides/a.md)\n", encoding="utf-8")
    return tmp_path


def test_llms_txt_lists_and_describes_every_page() -> None:
    made = texts.texts(files(), entries(), "smscx_client", "A client.")
    listed = re.findall(r"^- \[(.+)\]\((\S+)\)(: .+)?$", made["llms.txt"], re.MULTILINE)
    assert [path for _, path, _ in listed] == list(texts.pages_of(entries()))
    guides = [about for _, path, about in listed if path.startswith("guides/")]
    assert len(guides) > 15
    assert all(guides)
    for _, path, _ in listed:
        assert path in made
        assert f"<!-- {path} -->" in made["llms-full.txt"]


def test_versions_stand_beside_each_other(tmp_path: pathlib.Path) -> None:
    for version in ("1.10.0", "dev", "1.9.0"):
        html = tmp_path / "html"
        html.mkdir()
        (html / "index.html").write_text(version, encoding="utf-8")
        (html / "llms.txt").write_text("- [A](a.md)\n", encoding="utf-8")
        (html / "llms-full.txt").write_text("A\n", encoding="utf-8")
        versions.publish(html, tmp_path / "site", version, "smscx_client")
    listed = yaml.safe_load((tmp_path / "site" / "versions.json").read_text("utf-8"))
    assert [(one["version"], one["aliases"]) for one in listed] == [("1.10.0", ["latest"]), ("1.9.0", []), ("dev", [])]
    assert 'url=1.10.0/"' in (tmp_path / "site" / "index.html").read_text("utf-8")
    assert (tmp_path / "site" / "llms.txt").read_text("utf-8") == "- [A](1.10.0/a.md)\n"
    assert (tmp_path / "site" / "1.9.0" / "index.html").read_text("utf-8") == "1.9.0"


@pytest.mark.parametrize(
    ("head", "body", "problem"),
    [
        ("", '<a href="a/">A</a>', None),
        ("", '<a href="a/">A</a><a href="a/#there">there</a><a href="https://sms.cx">other</a>', None),
        ("", '<a href="a/">A</a><a href="b/">B</a>', "index.html: dead link b/"),
        ("", '<a href="a/#gone">A</a><a href="a/">A</a>', "index.html: no such anchor a/#gone"),
        ("", "", "a/index.html: no page leads to it"),
        (
            '<link rel="preconnect" href="https://fonts.gstatic.com">',
            '<a href="a/">A</a>',
            "index.html: the browser fetches https://fonts.gstatic.com from another host",
        ),
        (
            "",
            '<a href="a/">A</a><img src="//img.shields.io/x.svg">',
            "index.html: the browser fetches //img.shields.io/x.svg from another host",
        ),
    ],
)
def test_the_check_finds_errors(tmp_path: pathlib.Path, head: str, body: str, problem: str | None) -> None:
    built(tmp_path, head, body)
    assert check.problems(tmp_path) == ([problem] if problem else [])


def test_the_check_reads_style_sheets_and_looks_for_the_markdown(tmp_path: pathlib.Path) -> None:
    built(tmp_path, "", '<a href="a/">A</a>')
    (tmp_path / "a.md").unlink()
    (tmp_path / "site.css").write_text('@import "https://example.com/x.css"; a { b: url(own.svg) }', encoding="utf-8")
    assert check.problems(tmp_path) == [
        "site.css: the browser fetches https://example.com/x.css from another host",
        "a/index.html: there is no Markdown of it",
    ]


@pytest.mark.parametrize(
    ("entries", "problems"),
    [
        (["", "#start", "a/"], []),
        ([""], ["a/index.html: search does not find it"]),
        (None, ["there is no index of the search"]),
    ],
)
def test_the_check_looks_for_each_page_in_the_search(
    tmp_path: pathlib.Path, entries: list[str] | None, problems: list[str]
) -> None:
    built(tmp_path, "", '<a href="a/">A</a>')
    (tmp_path / "search.json").unlink()
    if entries is not None:
        _index(tmp_path / "search.json", entries)
    assert check.problems(tmp_path) == problems


def test_the_check_finds_source_code_in_the_search(tmp_path: pathlib.Path) -> None:
    built(tmp_path, "", '<a href="a/">A</a><a href="source/">files</a>')
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "index.html").write_text(FRAME.format("", ""), encoding="utf-8")
    (tmp_path / "source.md").write_text("# Files\n", encoding="utf-8")
    assert check.problems(tmp_path) == []
    _index(tmp_path / "search.json", ["", "a/", "source/"])
    assert check.problems(tmp_path) == ["source/index.html: search finds it"]


def _index(file: pathlib.Path, locations: list[str]) -> None:
    file.write_text(json.dumps({"items": [{"location": one} for one in locations]}), encoding="utf-8")


def built(site: pathlib.Path, head: str, body: str) -> None:
    (site / "a").mkdir()
    (site / "a" / "index.html").write_text(FRAME.format("", '<h2 id="there">There</h2>'), encoding="utf-8")
    (site / "index.html").write_text(FRAME.format(head, body), encoding="utf-8")
    _index(site / "search.json", ["", "a/"])
    for name in ("index.md", "a.md"):
        (site / name).write_text("# Text\n", encoding="utf-8")


def test_a_list_begins_after_an_empty_line() -> None:
    """Otherwise Python-Markdown, which makes the site, reads the list as a part of the paragraph."""
    item = re.compile(r"([-*]|\d+\.) ")
    wrong = []
    for path, content in files().items():
        lines = pages.FENCE.sub("", content.decode()).split("\n") if path.endswith(".md") else []
        for before, line in zip(lines, lines[1:]):
            if item.match(line) and before.strip() and not item.match(before) and not before.startswith(" "):
                wrong.append(f"{path}: {line}")
    assert wrong == []


def test_the_workflow_publishes_with_the_command_of_the_documentation() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "docs.yml").read_text("utf-8"))
    commands = [step["run"] for step in workflow["jobs"]["publish"]["steps"] if "run" in step]
    assert any("codegen/site/requirements.txt" in one for one in commands)
    assert any(one.startswith("python -m codegen.site --as-version ") for one in commands)
