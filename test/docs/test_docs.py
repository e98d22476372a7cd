"""The documentation is complete, its links have targets, and its examples work as described."""

from __future__ import annotations

import ast
import functools
import json
import pathlib
import re
import runpy
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import urllib3

from smscx_client.exceptions import class_for, exception_for
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.serving.server import Server
from smscx_client.sandbox.state.clock import Clock
from smscx_client.sandbox.state.snapshots import Snapshot
from test.support import ROOT
from test.support.recorder import Recorder, Response
from test.support.spec import METHODS_BY_NAME, Method, document, resolved

METHODS = sorted(METHODS_BY_NAME)
SCHEMAS = document()["components"]["schemas"]
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "skills/smscx-client/SKILL.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
BY_HAND = [page for page in PAGES if page.parent.name not in ("api", "model", "python")]
REFERENCE = ROOT / "docs" / "reference" / "README.md"
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
#: Libraries that only some examples of the guides import.
FRAMES = ("pandas", "polars")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def name_of(page: pathlib.Path) -> str:
    return page.relative_to(ROOT).as_posix()


@functools.cache
def read(page: pathlib.Path) -> str:
    return page.read_text(encoding="utf-8")


@functools.cache
def anchors(page: pathlib.Path) -> frozenset[str]:
    """The anchors of a page: those that GitHub makes for its headings, and explicit ones."""
    text = FENCE.sub("", read(page))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    of_headings = [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]
    return frozenset((*of_headings, *re.findall(r'<a id="(\w+)"></a>', text)))


def links(page: pathlib.Path) -> list[str]:
    return re.findall(r"\]\(([^)\s]+)\)", FENCE.sub("", read(page)))


def dashed(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower().replace("_", "-")


def page_of(method: Method) -> pathlib.Path:
    return ROOT / "docs" / "reference" / "api" / f"{dashed(method.api_class)}.md"


def script_of(method: Method) -> pathlib.Path:
    return ROOT / "examples" / dashed(method.api_class) / f"{dashed(method.name)}.py"


def section_of(method: Method) -> str:
    """The part of a reference page about one method."""
    parts = re.split(r"^## ", read(page_of(method)), flags=re.MULTILINE)
    (found,) = [part for part in parts if part.startswith(f"{method.name}\n")]
    return found


def test_there_are_as_many_methods_and_models_as_the_api_has() -> None:
    assert len(METHODS) == 101
    assert len(SCHEMAS) == 261
    assert len(list((ROOT / "examples").glob("*-api/*.py"))) == 101
    assert len(list((ROOT / "docs" / "reference" / "api").glob("*.md"))) == 17
    assert len(list((ROOT / "docs" / "reference" / "model").glob("*.md"))) == 261


def test_the_words_of_a_file_name_are_joined_by_hyphens() -> None:
    pages = [page for page in PAGES if page.is_relative_to(ROOT / "docs") and page.name != "README.md"]
    assert len(pages) > 300
    assert [name_of(page) for page in pages if not re.fullmatch(r"[a-z0-9-]+\.md", page.name)] == []


def test_every_relative_link_leads_somewhere() -> None:
    broken = []
    found = 0
    for page in PAGES:
        for link in links(page):
            if "://" in link:
                continue
            found += 1
            path, _, anchor = link.partition("#")
            target = (page.parent / path).resolve() if path else page
            if not target.exists() or (anchor and anchor not in anchors(target)):
                broken.append(f"{name_of(page)}: {link}")
    assert found > 1000
    assert broken == []


@pytest.mark.parametrize("name", METHODS)
def test_method_has_its_section_its_row_and_its_script(name: str) -> None:
    method = METHODS_BY_NAME[name]
    address = f"api/{page_of(method).name}#{name}"
    section = section_of(method)
    rows = [line for line in read(REFERENCE).splitlines() if line.startswith("|") and f"({address})" in line]
    assert len(rows) == 1
    assert f"`{method.verb} {method.path}`" in rows[0]
    assert f"* HTTP: `{method.verb} {method.path}`" in section
    assert ("| yes |" in rows[0]) == ("**Costs money.**" in section) == bool(method.raw.get("x-paid"))
    assert f".{name}(" in read(script_of(method))
    assert f"](../../../{name_of(script_of(method))})" in section


@pytest.mark.parametrize("name", METHODS)
def test_section_lists_every_parameter_and_every_error(name: str) -> None:
    method = METHODS_BY_NAME[name]
    section = section_of(method)
    for argument in [*method.arguments(), *filter(None, [method.body_argument()])]:
        assert re.search(rf"^\| `{argument}`(<br>required)? \| ", section, re.MULTILINE)
    for error in method.raw.get("x-errors", []):
        assert f"\n| {error['status']}, code {error['code']}<br>`{error['type']}` |" in section


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_model_has_its_page_with_every_field(name: str) -> None:
    schema = SCHEMAS[name]
    page = ROOT / "docs" / "reference" / "model" / f"{schema['x-module'].replace('_', '-')}.md"
    text = read(page)
    assert f"\n# {name}\n" in text
    assert f"from smscx_client.model.{schema['x-module']} import {name}\n" in text
    for wire in schema.get("properties", {}):
        assert f"\n| `{wire}`" in text or f"<br>*JSON name `{wire}`" in text
    assert f"(model/{page.name})" in read(REFERENCE)


def test_every_error_code_has_a_row_that_its_exception_names() -> None:
    rows = [line for line in read(ROOT / "docs" / "guides" / "errors.md").splitlines() if line.startswith("| <a id=")]
    codes = {error["code"]: error for error in document()["x-error-codes"]}
    assert len(rows) == len(codes) == 154
    for code, error in codes.items():
        body = json.dumps({"error": {"type": error["type"], "code": code, "message": "Why.", "uri": ""}}).encode()
        raised = exception_for(urllib3.HTTPResponse(body, status=error["status"]))
        assert raised.docs is not None
        path, _, anchor = raised.docs.partition("#")
        assert anchor in anchors(ROOT / path)
        (row,) = [line for line in rows if line.startswith(f'| <a id="{anchor}"></a>{code} | ')]
        assert row.count("](../reference/api/") > 0


def test_the_table_of_error_codes_names_the_class_and_the_operations() -> None:
    page = read(ROOT / "docs" / "guides" / "errors.md")
    for method in METHODS_BY_NAME.values():
        for error in method.raw.get("x-errors", []):
            raised = class_for(error["status"], error["type"], error["code"]).__name__
            parts = (f"{error['code']} | `{raised}`<br>{error['status']} `{error['type']}` | ", f".{method.name}`](")
            assert any(all(part in line for part in parts) for line in page.splitlines()), (method.name, error)


def code_blocks() -> Iterator[tuple[str, str]]:
    for page in BY_HAND:
        for number, (language, text) in enumerate(FENCE.findall(read(page)), 1):
            if language == "python":
                yield f"{name_of(page)}, block {number}", text


def excerpt_of(text: str) -> str | None:
    """The file that a block shows a part of: its first line is `# From PATH`."""
    found = re.match(r"# From (\S+)\n", text)
    return found[1] if found else None


def is_test(text: str) -> bool:
    """Whether a block is a test for a test runner, in whole."""
    return "def test_" in text and not excerpt_of(text)


@functools.cache
def outputs() -> dict[str, str]:
    """The expected output of blocks in the guides, by the text of the block: the block after `It prints:`."""
    found = {}
    for page in BY_HAND:
        blocks = [*FENCE.finditer(read(page))]
        for block, after in zip(blocks, blocks[1:]):
            if read(page)[block.end() : after.start()] == "\n\nIt prints:\n\n":
                found[block[2]] = after[2]
    return found


def in_comments(text: str) -> list[str]:
    """The output of a block by its comments.

    A comment behind `print(...)` has the output, and so have comments directly below any statement.
    """
    found: list[str] = []
    before = ""
    for line in text.splitlines():
        _, behind, comment = line.partition("  # ")
        if line.startswith("# ") and before:
            found.append(line[2:])
        elif behind and line.lstrip().startswith("print("):
            found.append(comment)
        before = line
    return found


def assert_printed(text: str, printed: str) -> None:
    """Assert that the output of a block is that of its page: all lines, or those that comments show."""
    if text in outputs():
        assert printed == outputs()[text]
    lines = iter(printed.splitlines())
    missing = [line for line in in_comments(text) if line not in lines]  # `in` continues after the line that it found
    assert missing == [], printed


def blocks(wanted: Callable[[str], object]) -> list[Any]:
    """The blocks of this kind, as cases of a test."""
    return [pytest.param(place, text, id=place) for place, text in code_blocks() if wanted(text)]


@pytest.mark.parametrize(("place", "text"), blocks(lambda text: not excerpt_of(text)))
def test_code_in_readme_and_guides_compiles(place: str, text: str) -> None:
    compile(text, place, "exec")


@pytest.fixture(scope="module")
def _served() -> Iterator[tuple[Server, Snapshot]]:
    """A sandbox with the demo data that takes the credentials of the guides, and its first state."""
    settings = Settings(
        api_key="YOUR_API_KEY",
        application_id="YOUR_APPLICATION_ID",
        application_secret="YOUR_APPLICATION_SECRET",
        demo=True,
    )
    sandbox = Sandbox(settings, Clock.from_text("frozen:2026-11-02 10:00:00"))
    with Server(sandbox) as server:
        yield server, sandbox.snapshot()
    sandbox.close()


@pytest.fixture
def served(_served: tuple[Server, Snapshot]) -> str:
    """The URL of the sandbox, in its first state."""
    server, first_state = _served
    server.sandbox.restore(first_state)
    return server.url


@pytest.mark.parametrize(("place", "text"), blocks(lambda text: not is_test(text) and not excerpt_of(text)))
def test_code_in_readme_and_guides_runs_and_prints_what_they_show(
    place: str,
    text: str,
    served: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: pathlib.Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SMSCX_HOST", served)
    monkeypatch.setenv("SMSCX_API_KEY", "YOUR_API_KEY")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for name in FRAMES:
        if f"import {name}\n" in text:
            pytest.importorskip(name, reason=f"{name} is not installed; test-requirements.txt has it")
    exec(compile(text, place, "exec"), {"__name__": "__main__"})
    assert_printed(text, capsys.readouterr().out)


def test_an_output_that_differs_from_the_page_is_found() -> None:
    assert in_comments("a = 1  # one\nprint(a)  # 1\nfor _ in a:\n    f()\n# 2\n# 3\n\n# why\nf()\n") == ["1", "2", "3"]
    assert_printed("print(1)  # 1\nprint(2)\nprint(3)  # 3", "1\n2\n3\n")
    for printed in ("1\n2\n", "3\n2\n1\n", ""):
        with pytest.raises(AssertionError):
            assert_printed("print(1)  # 1\nprint(2)\nprint(3)  # 3", printed)


def test_code_in_the_reference_is_that_of_the_scripts() -> None:
    """A page shows a script without its error handling: every statement of it is a statement of the script."""
    for method in METHODS_BY_NAME.values():
        (shown,) = [text for language, text in FENCE.findall(section_of(method)) if language == "python"]
        of_script = {
            ast.unparse(one) for one in ast.walk(ast.parse(read(script_of(method)))) if isinstance(one, ast.stmt)
        }
        calls = 0
        for statement in ast.parse(shown).body:
            is_call = isinstance(statement, ast.With) and "Client" in ast.unparse(statement.items[0])
            calls += is_call
            for one in statement.body if is_call else [statement]:
                assert ast.unparse(one) in of_script
        assert calls == 1


@pytest.fixture
def run(recorder: Recorder, monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> Callable[[Method], object]:
    """Run the script of a method against the recorder, as a user would."""
    monkeypatch.setenv("SMSCX_HOST", recorder.host)
    monkeypatch.setenv("SMSCX_API_KEY", "test-key")
    monkeypatch.setenv("SMSCX_APPLICATION_ID", "test-application")
    monkeypatch.setenv("SMSCX_APPLICATION_SECRET", "test-secret")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return lambda method: runpy.run_path(str(script_of(method)), run_name="__main__")


def response_of(method: Method) -> Response:
    status, kind, content = method.response
    if kind == XLSX:
        return Response(status, b"PK", (("Content-Type", XLSX),))
    example = content["example"]
    body = example if isinstance(example, str) else json.dumps(example)
    return Response(status, body.encode(), (("Content-Type", kind),))


@pytest.mark.parametrize("name", METHODS)
def test_script_sends_the_example_and_shows_the_response(
    name: str, run: Callable[[Method], object], recorder: Recorder, capsys: pytest.CaptureFixture[str]
) -> None:
    method = METHODS_BY_NAME[name]
    recorder.respond(response_of(method))
    run(method)
    (request,) = recorder.requests
    assert request.method == method.verb
    assert re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", method.path), request.path)
    if method.body_argument():
        sent = request.json
        if "idempotencyId" in sent:
            assert uuid.UUID(sent.pop("idempotencyId")).version == 4
        assert sent == method.content[1]["example"]
    assert capsys.readouterr().out


@pytest.mark.parametrize("name", [name for name in METHODS if "204" in METHODS_BY_NAME[name].raw["responses"]])
def test_script_takes_a_response_without_body(
    name: str, run: Callable[[Method], object], recorder: Recorder, capsys: pytest.CaptureFixture[str]
) -> None:
    recorder.respond(Response(204, b"", ()))
    run(METHODS_BY_NAME[name])
    assert capsys.readouterr().out == "Nothing to change.\n"


@pytest.mark.parametrize("name", METHODS)
def test_script_reports_every_documented_error_and_ends(
    name: str, run: Callable[[Method], object], recorder: Recorder
) -> None:
    method = METHODS_BY_NAME[name]
    undocumented = {"status": 403, "code": 4711, "type": "something_new"}
    for error in [*method.raw.get("x-errors", []), undocumented]:
        error_body = {"error": {"type": error["type"], "code": error["code"], "message": "This is why.", "uri": ""}}
        recorder.respond(error_body, status=error["status"])
        with pytest.raises(SystemExit) as ended:
            run(method)
        for part in (error["type"], str(error["code"]), "This is why."):
            assert part in str(ended.value.code)


def test_readme_begins_with_two_lines_to_try() -> None:
    commands = [text for language, text in FENCE.findall(read(ROOT / "README.md")) if language == "sh"]
    assert commands[:2] == [
        "pip install '.[sandbox]' tox && smscx-sandbox run examples/sms-api/send-sms.py\n",
        "tox run-parallel\n",
    ]
    assert read(ROOT / ".ci" / "run").endswith(f"\n{commands[1]}"), "CI runs the same line"


def test_reference_lists_every_exception_of_a_response() -> None:
    import smscx_client

    raised = [
        one.__name__
        for one in vars(smscx_client).values()
        if isinstance(one, type) and issubclass(one, smscx_client.ApiException) and one is not smscx_client.ApiException
    ]
    assert len(set(raised)) == 24
    for name in raised:
        assert f"\n| `{name}` |" in read(REFERENCE)


def test_resolved_scopes_are_documented() -> None:
    content = resolved(METHODS_BY_NAME["get_scopes"].raw["responses"]["200"])["content"]["application/json"]
    assert len(content["example"]) > 10
    for scope in content["example"]:
        assert f"`{scope}`" in read(REFERENCE)
