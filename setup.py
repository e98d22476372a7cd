"""What setup.cfg cannot say: links and text of the package page, and that equal files make equal packages.

All links begin with `url` of setup.cfg, the address of the repository. README.md has relative links. On a package index
they lead to the repository at the tag of this version.
"""

import gzip
import io
import os
import re
import tarfile
from configparser import ConfigParser
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py
from setuptools.command.sdist import sdist

#: The time of every packed file in seconds since 1970, unless the environment says another. setuptools reads the
#: variable for wheels. ZIP files cannot have a time before 1980.
EPOCH = os.environ.setdefault("SOURCE_DATE_EPOCH", "1577836800")
os.umask(0o022)


def repository() -> str:
    """The address of the repository."""
    config = ConfigParser()
    config.read("setup.cfg", "utf-8")
    return config["metadata"]["url"]


def project_urls() -> "dict[str, str]":
    """The links beside the text of the package page."""
    return {
        "Documentation": f"{repository()}/blob/HEAD/docs/README.md",
        "Source": repository(),
        "Issues": f"{repository()}/issues",
        "Changelog": f"{repository()}/blob/HEAD/CHANGELOG.md",
    }


def long_description() -> str:
    """README.md with absolute links."""
    version = re.search(r'__version__ = "(.+)"', Path("smscx_client/_version.py").read_text("utf-8"))
    assert version

    def absolute(found: "re.Match[str]") -> str:
        kind = "raw" if found[1] else "blob"
        return f"{found[1]}{found[2]}({repository()}/{kind}/v{version[1]}/{found[3]})"

    return re.sub(r"(!?)(\[[^]]*\])\((?![a-z]+:|#)([^)]+)\)", absolute, Path("README.md").read_text("utf-8"))


class BuildPy(build_py):
    """Gives data files the mode that umask says, as Python files have it."""

    def copy_file(self, infile, outfile, preserve_mode=True, preserve_times=True, link=None, level=1):
        return super().copy_file(infile, outfile, False, preserve_times, link, level)


class Sdist(sdist):
    """Packs the same files into the same bytes, whoever packs them, and when."""

    def make_archive(self, base_name, format, root_dir=None, base_dir=None, owner=None, group=None):
        if format != "gztar":
            return super().make_archive(base_name, format, root_dir, base_dir, owner, group)
        Path(base_name).parent.mkdir(parents=True, exist_ok=True)
        target = f"{base_name}.tar.gz"
        content = io.BytesIO()
        with tarfile.open(fileobj=content, mode="w", format=tarfile.PAX_FORMAT) as archive:
            for path in sorted(Path(base_dir).rglob("*")):
                archive.add(path, recursive=False, filter=_plain)
        Path(target).write_bytes(gzip.compress(content.getvalue(), mtime=int(EPOCH)))
        return target


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """An entry without owner and time, and with one of two modes."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = int(EPOCH)
    entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return entry


setup(
    long_description=long_description(),
    project_urls=project_urls(),
    cmdclass={"build_py": BuildPy, "sdist": Sdist},
)
