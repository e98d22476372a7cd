"""Helpers that tests in several folders share."""

from __future__ import annotations

import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
"""The checkout."""
