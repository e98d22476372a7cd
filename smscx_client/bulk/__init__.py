"""Jobs: any number of recipients, each of them once, also when the program or the machine stops in the middle.

sources.py    recipients and contacts from any iterable, from CSV files, from data frames
progress.py   how far a job is, shown as a bar or passed to a callable
"""

from __future__ import annotations

from smscx_client.bulk.progress import Progress
from smscx_client.bulk.sources import read_csv

__all__ = ["Progress", "read_csv"]
