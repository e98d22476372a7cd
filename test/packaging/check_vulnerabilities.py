"""Look up the dependencies of library and sandbox in PyPI's list of vulnerabilities. Run by ``tox -e security``.

Where that list cannot be reached, this says so and fails nothing: a machine without it can still run all of tox.
"""

from __future__ import annotations

import json
import pathlib
import subprocess
import sys
import tempfile
from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def needed(name: str, extras: frozenset[str], found: dict[str, str]) -> dict[str, str]:
    """Name and version of everything installed that ``name`` needs with ``extras``, except the package itself."""
    for line in metadata.requires(name) or ():
        one = Requirement(line)
        wanted = one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in ("", *extras))
        if wanted and canonicalize_name(one.name) not in found:
            found[canonicalize_name(one.name)] = metadata.version(one.name)
            needed(one.name, frozenset(one.extras), found)
    return found


def audit(packages: dict[str, str]) -> tuple[list[dict[str, object]], str]:
    """Return the reports of pip-audit about each package, and its messages."""
    with tempfile.TemporaryDirectory() as folder:
        pinned = pathlib.Path(folder) / "requirements.txt"
        pinned.write_text("".join(f"{name}=={version}\n" for name, version in sorted(packages.items())))
        command = [
            sys.executable,
            "-m",
            "pip_audit",
            "--no-deps",
            "--disable-pip",
            "--format",
            "json",
            "-r",
            str(pinned),
        ]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        return json.loads(ran.stdout)["dependencies"], ran.stderr
    except ValueError:
        return [], ran.stderr


def main() -> int:
    packages = needed("smscx_client", frozenset(["sandbox"]), {})
    reported, messages = audit(packages)
    audited = [one for one in reported if "skip_reason" not in one]
    if not audited:
        reason = (
            reported[0]["skip_reason"]
            if reported
            else (messages.strip().splitlines() or ["pip-audit printed nothing"])[-1]
        )
        print(f"pip-audit is skipped: the list of vulnerabilities cannot be reached from here ({reason}).")
        return 0
    bad = [one for one in audited if one["vulns"]]
    for one in bad:
        print(f"{one['name']} {one['version']}: {one['vulns']}")
    print(f"{len(audited)} of {len(packages)} packages looked up, {len(bad)} with known vulnerabilities")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
