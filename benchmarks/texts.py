"""``text.analyze``: one message, and texts of up to a million characters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from benchmarks.harness import Contest, Scale, Side, cpu
from smscx_client import text

__all__ = ["analyzing"]

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("\f^{}\\[~]|€")
_ALL = _BASIC | _EXTENDED
_GSM_TEXT = "Your parcel arrives today between 14:00 and 16:00. "
_UCS_TEXT = "Ваша посылка прибудет сегодня между 14:00 и 16:00. "


def _by_hand(message: str) -> tuple[str, int]:
    """Encoding and units. It does not split the text into its parts, as ``text.analyze`` does."""
    if _ALL.issuperset(message):
        return "GSM-7", len(message) + sum(map(message.count, _EXTENDED))
    return "UCS-2", len(message.encode("utf-16-le")) // 2


def _ours(message: str) -> tuple[str, int]:
    found = text.analyze(message)
    return found.encoding, found.units


def analyzing(_: str, scale: Scale) -> Iterator[Contest]:
    for name, title, words in (
        ("text", "`text.analyze`: 160 characters, GSM-7; by hand: encoding and length only", _GSM_TEXT),
        ("text-ucs2", "... 160 characters, UCS-2", _UCS_TEXT),
    ):
        yield _contest(name, title, (words * 4)[:160], scale.calls * 50, per=1, limit=20.0)
    for count in scale.characters:
        message = (_GSM_TEXT * (count // len(_GSM_TEXT) + 1))[:count]
        title = f"... {count:,} characters, for each 1,000"
        yield _contest(f"text-growth-{count}", title, message, max(1, min(scale.calls, 100_000 // count)), count / 1000)


def _contest(name: str, title: str, message: str, times: int, per: float, limit: float | None = None) -> Contest:
    common: dict[str, Any] = {"meter": cpu, "unit": "µs", "scale": 1e-6, "limit": limit}
    return Contest(
        name=name,
        title=title,
        floor=Side.calling(lambda: _by_hand(message), times),
        client=Side.calling(lambda: _ours(message), times),
        per=per * times,
        **common,
    )
