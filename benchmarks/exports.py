"""A large export into a file, and the memory that it needs."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.calls import client_for
from benchmarks.floor import Floor
from benchmarks.harness import LINUX, Contest, Scale, Side, highest_resident, in_fresh_process, wall
from smscx_client.api.reports_api import ReportsApi

__all__ = ["exports", "grown"]

_CAMPAIGN = "6f6ad855-e542-411e-b316-caa909a1ccda"


def _csv(url: str, file: Path) -> int:
    """Stream a CSV export of any size into a file, as a user does."""
    with client_for(url) as client, file.open("wb") as out:
        response: Any = ReportsApi(client).export_campaign_report_to_csv(_CAMPAIGN, _preload_content=False)
        shutil.copyfileobj(response, out)
        response.release_conn()
    return file.stat().st_size


def _xlsx(url: str, file: Path) -> int:
    """Get an XLSX export, as a user does: the client saves it and returns the open file."""
    with client_for(url) as client:
        client.configuration.temp_folder_path = str(file.parent)
        with ReportsApi(client).export_campaign_report_to_xlsx(_CAMPAIGN) as saved:
            Path(saved.name).replace(file)
    return file.stat().st_size


def _save(url: str, file: Path) -> int:
    """Save a CSV export, as a user does."""
    with client_for(url) as client:
        return ReportsApi(client).export_campaign_report_to_csv(_CAMPAIGN, save_to=file).stat().st_size


def _by_hand(url: str, file: Path) -> int:
    return Floor(url).export(file)


WAYS: dict[str, Callable[[str, Path], int]] = {"floor": _by_hand, "save": _save, "csv": _csv, "xlsx": _xlsx}


_TITLES = {
    "save": "A {} MiB CSV export with `save_to=`, wall time",
    "csv": "A {} MiB CSV export streamed into a file (`_preload_content=False`), wall time",
    "xlsx": "A {} MiB XLSX export, which the client saves itself, wall time",
}


def exports(url: str, scale: Scale) -> Iterator[Contest]:
    source = f"{url}/{scale.megabytes}"
    with tempfile.TemporaryDirectory(prefix="smscx-benchmarks-") as folder:
        file = Path(folder, "export")
        for way, title in _TITLES.items():
            yield Contest(
                name=f"export-{way}",
                title=title.format(scale.megabytes),
                floor=_side("floor", source, file),
                client=_side(way, source, file),
                meter=wall,
                unit="s",
                scale=1.0,
                target=1.05,
                often=2,
                note=_growth_of(way, source, file),
            )


def _side(way: str, source: str, file: Path) -> Side:
    def prepare() -> None:
        file.unlink(missing_ok=True)
        os.sync()  # so that this run does not wait for the writes of an earlier one

    return Side(lambda _: WAYS[way](source, file), prepare)


def _growth_of(way: str, source: str, file: Path) -> str:
    if not LINUX:
        return ""
    return f"resident memory grew by {in_fresh_process(grown, way, source, file) / 1e6:.1f} MB"


def grown(way: str, source: str, file: Path) -> float:
    """Bytes by which the largest resident size of this process grows during the export."""
    WAYS[way](f"{source.rpartition('/')[0]}/1", file)
    before = highest_resident()
    WAYS[way](source, file)
    return highest_resident() - before
