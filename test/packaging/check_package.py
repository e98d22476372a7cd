"""Build wheel and sdist twice, install each into a clean environment, and run the README's first line from there.

Run by ``tox -e package``. The checks import the installed package: the working directory is an empty folder with a
copy of the example.
"""

from __future__ import annotations

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parents[2]
UV = (sys.executable, "-m", "uv")


def main() -> None:
    """Check both distributions; the first failure stops with its output."""
    with tempfile.TemporaryDirectory() as folder:
        base = pathlib.Path(folder)
        with ThreadPoolExecutor(max_workers=2) as pool:
            first, second = pool.map(build, (base / "first", base / "second"))
            (wheel,), (sdist,) = first.glob("*.whl"), first.glob("*.tar.gz")
            for built in (wheel, sdist):
                again = second / built.name
                assert built.read_bytes() == again.read_bytes(), f"two builds of the same files differ: {built.name}"
            check_sources(sdist, base / "first")
            for line in pool.map(check, (wheel, sdist), (base / "from-wheel", base / "from-sdist")):
                print(line)
        run(sys.executable, "-m", "twine", "check", "--strict", str(wheel), str(sdist))
        run(sys.executable, "-m", "check_wheel_contents", str(wheel))
        run(sys.executable, "-m", "pyroma", "--min", "10", "--skip-tests", "BusFactor", str(sdist))


def build(source: pathlib.Path) -> pathlib.Path:
    """Copy the checkout to ``source``, with other times and modes in each copy, and build both distributions there."""
    generated = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()]
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".git", *generated))
    private = source.name == "second"
    for path in source.rglob("*"):
        os.utime(path, (1e9 + private, 1e9 + private))
        if private and path.is_file():
            path.chmod(path.stat().st_mode & 0o700)
    target = source.with_name(f"{source.name}-dist")
    run(sys.executable, "-m", "build", "--installer", "uv", "--outdir", str(target), str(source))
    return target


def check_sources(sdist: pathlib.Path, source: pathlib.Path) -> None:
    """The sdist contains every file of the checkout, the tests and the documentation included."""
    with tarfile.open(sdist) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    files = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()}
    own = {name for name in files if ".egg-info" not in name and not name.startswith("build/")}
    assert len(own) > 1300, len(own)
    assert not own - packed, sorted(own - packed)


def check(built: pathlib.Path, folder: pathlib.Path) -> str:
    """Install ``built`` with the sandbox extra, run the command of the README's first line, and return what it did."""
    run(*UV, "venv", "--python", sys.executable, str(folder / "venv"))
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    run(*UV, "pip", "install", "--python", str(programs / "python"), f"smscx_client[sandbox] @ {built.as_uri()}")
    command = first_command()
    script = command[-1]
    (folder / script).parent.mkdir(parents=True)
    shutil.copy(ROOT / script, folder / script)
    output = run(str(programs / command[0]), *command[1:], cwd=folder)
    assert "+31612469333" in output and "Your parcel arrives today" in output, output
    where = run(str(programs / "python"), "-c", "import smscx_client; print(smscx_client.__file__)", cwd=folder)
    assert where.startswith(str(folder)), where
    typed = run(str(programs / "python"), "-c", "import smscx_client.models as m; print(len(m.__all__))", cwd=folder)
    assert typed.strip() == "261", typed
    return f"{built.name}: `{' '.join(command)}` sent an SMS"


def first_command() -> list[str]:
    """The command that follows the installation in the README's first line."""
    found = re.search(r"^pip install .*? && (smscx-sandbox run .*)$", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert found, "README.md has no line `pip install ... && smscx-sandbox run ...`"
    return found[1].split()


def run(*command: str, cwd: pathlib.Path = ROOT) -> str:
    """Run ``command`` and return its output; if it fails, the check fails."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
