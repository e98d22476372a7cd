"""What contributors run: `pip install nox`, then `nox -l` lists the sessions.

They run in the environment that is active, set up as CONTRIBUTING.md says, and so start at once. `tox` runs all checks
in environments of its own.
"""

import nox

nox.options.default_venv_backend = "none"
nox.options.sessions = ["test-fast"]

#: A part of each folder of the tests, chosen for what it finds in a few seconds.
FAST = (
    "test/client/test_retry.py",
    "test/client/test_auth.py",
    "test/client/test_client.py",
    "test/text",
    "test/webhooks/test_events.py",
    "test/bulk/test_plan.py",
    "test/test_public_names.py",
)


@nox.session(name="test")
def test(session: nox.Session) -> None:
    """All tests with this Python; words after `--` go to pytest."""
    session.run("python", "-m", "pytest", "-n", "auto", "--dist", "worksteal", *session.posargs)


@nox.session(name="test-fast")
def test_fast(session: nox.Session) -> None:
    """Style, and the fastest tests of each part: less than half a minute."""
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("python", "-m", "pytest", "-x", "-p", "no:schemathesis", *(session.posargs or FAST))


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation site, and the tests of its links and code."""
    session.run("python", "-m", "codegen.site")
    session.run("python", "-m", "pytest", "test/docs", *session.posargs)


@nox.session
def generate(session: nox.Session) -> None:
    """All generated files, and the list of public names."""
    session.run("python", "-m", "codegen", *session.posargs)
    session.run("python", "-m", "codegen.public_names")


@nox.session
def bench(session: nox.Session) -> None:
    """The cost of a call, compared with hand-written code."""
    session.run("python", "-m", "benchmarks", *(session.posargs or ("get", "post")))
