# Generated from openapi/ by `python -m codegen`; change it there.
from __future__ import annotations

from typing import TYPE_CHECKING

from smscx_client._models.base import Model
from smscx_client._models.field import field

if TYPE_CHECKING:
    from smscx_client.model.text import Text


class TransliterationAnalysis(Model):
    """Comparison of the original and the transliterated text, covering parts and cost.

    :param total_original_cost: What the whole send would cost if the text kept its Unicode characters. Example:
        ``0.31``. Required.
    :param total_original_parts: Message parts the whole send would take if the text kept its Unicode characters.
        Example: ``4``. Required.
    :param total_replaced_cost: What the whole send costs once the text has been converted. Example: ``0.155``.
        Required.
    :param total_replaced_parts: Message parts the whole send takes once the text has been converted. Example: ``2``.
        Required.
    :param total_cost_saved: Reduction in total cost gained by converting the text to GSM-7. Example: ``0.155``.
        Required.
    :param total_parts_saved: Reduction in total message parts gained by converting the text to GSM-7. Example: ``2``.
        Required.
    :param text: The original and the replaced versions of the text. Required.
    """

    total_original_cost: float = field("totalOriginalCost", type=float, required=True)
    """What the whole send would cost if the text kept its Unicode characters. Example: ``0.31``."""
    total_original_parts: int = field("totalOriginalParts", type=int, required=True)
    """Message parts the whole send would take if the text kept its Unicode characters. Example: ``4``."""
    total_replaced_cost: float = field("totalReplacedCost", type=float, required=True)
    """What the whole send costs once the text has been converted. Example: ``0.155``."""
    total_replaced_parts: int = field("totalReplacedParts", type=int, required=True)
    """Message parts the whole send takes once the text has been converted. Example: ``2``."""
    total_cost_saved: float = field("totalCostSaved", type=float, required=True)
    """Reduction in total cost gained by converting the text to GSM-7. Example: ``0.155``."""
    total_parts_saved: int = field("totalPartsSaved", type=int, required=True)
    """Reduction in total message parts gained by converting the text to GSM-7. Example: ``2``."""
    text: Text = field("text", type="text.Text", required=True)
    """The original and the replaced versions of the text."""
