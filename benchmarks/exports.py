"""A large export into a file, and how much memory that takes."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.calls import client_for
from benchmarks.floor import Floor
from benchmarks.harness import Contest, Scale, Side, cpu_in_user_mode, highest_resident, in_fresh_process, wall
from smscx_client.api.reports_api import ReportsApi

__all__ = ["exports", "grown"]

_CAMPAIGN = "6f6ad855-e542-411e-b316-caa909a1ccda"


def _csv(url: str, file: Path) -> int:
    """How a user streams a CSV export of any size into a file."""
    with client_for(url) as client, file.open("wb") as out:
        response: Any = ReportsApi(client).export_campaign_report_to_csv(_CAMPAIGN, _preload_content=False)
        shutil.copyfileobj(response, out)
        response.release_conn()
    return file.stat().st_size


def _xlsx(url: str, file: Path) -> int:
    """How a user gets an XLSX export: the client saves it and hands it over, open."""
    with client_for(url) as client:
        client.configuration.temp_folder_path = str(file.parent)
        with ReportsApi(client).export_campaign_report_to_xlsx(_CAMPAIGN) as saved:
            Path(saved.name).replace(file)
    return file.stat().st_size


def _by_hand(url: str, file: Path) -> int:
    return Floor(url).export(file)


WAYS: dict[str, Callable[[str, Path], int]] = {"floor": _by_hand, "csv": _csv, "xlsx": _xlsx}


def exports(url: str, scale: Scale) -> Iterator[Contest]:
    source = f"{url}/{scale.megabytes}"
    with tempfile.TemporaryDirectory(prefix="smscx-benchmarks-") as folder:
        file = Path(folder, "export")

        def way(name: str) -> Side:
            def prepare() -> None:
                file.unlink(missing_ok=True)
                os.sync()  # what an earlier run wrote is not this one's to wait for

            return Side(lambda _: WAYS[name](source, file), prepare)

        for name, how in (("csv", "streamed by `_preload_content=False`"), ("xlsx", "saved by the client")):
            grown_by = in_fresh_process(grown, source, str(file), name)
            for meter, suffix, title, target in (
                (wall, "", f"A {scale.megabytes} MiB {name.upper()} export into a file, {how}, wall time", 1.05),
                (cpu_in_user_mode, "-cpu", "... CPU of it outside the kernel", None),
            ):
                yield Contest(
                    name=f"export-{name}{suffix}",
                    title=title,
                    floor=way("floor"),
                    client=way(name),
                    meter=meter,
                    unit="s",
                    scale=1.0,
                    target=target,
                    often=1 if suffix else 2,
                    note="" if suffix else f"resident memory grew by {grown_by / 1e6:.1f} MB",
                )


def grown(source: str, file: str, way: str) -> float:
    """Bytes by which the largest resident size of this process grows through the export."""
    WAYS[way](source.rpartition("/")[0] + "/1", Path(file))
    before = highest_resident()
    WAYS[way](source, Path(file))
    return highest_resident() - before
