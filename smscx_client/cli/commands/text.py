"""`smscx text`: what a text costs, and which of its characters make it expensive."""

import sys
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from smscx_client.cli import output
from smscx_client.cli.exit_codes import CommandError
from smscx_client.cli.options import Json, Profile
from smscx_client.cli.recipients import recipients_of
from smscx_client.cli.shell import Shell, shell_of

if TYPE_CHECKING:
    from smscx_client.text import Placeholder, TextAnalysis, Transliteration

__all__ = ["register"]

_MARK = "^"
#: The originator of an estimate. What it is does not change the price (assumed).
_SENDER = "InfoText"
_MOST_POSITIONS = 5
#: Where the API fills in a placeholder, by its kind.
_FILLED_IN = {"general": "any message", "contact": "campaigns to groups", "pin": "OTP templates"}


def text(
    context: typer.Context,
    text: Annotated[Optional[str], typer.Argument(metavar="TEXT", help="The text. Without it, stdin is read.")] = None,
    alphabet: Annotated[
        str, typer.Option("--alphabet", metavar="NAME", help="The alphabet of the transliteration.")
    ] = "NON_GSM",
    remove_emojis: Annotated[
        bool, typer.Option("--remove-emojis", help="Remove emojis instead of replacing them.")
    ] = False,
    to: Annotated[
        Optional[str], typer.Option("--to", metavar="NUMBER", help="Ask the API what the text costs to this number.")
    ] = None,
    json: Json = False,
    profile: Profile = None,
) -> None:
    """Print what a text costs, and why.

    It prints encoding, parts and units, the characters that make the text expensive, what transliteration saves, and
    which placeholders the API fills in.
    Without --to no request is sent, and no account is needed. --to estimates the cost, which is free.
    """
    from smscx_client.text import analyze, placeholders, transliterate

    shell = shell_of(context, json, profile)
    given = sys.stdin.read().rstrip("\n") if text is None else text
    try:
        changed = transliterate(given, alphabet.upper(), remove_emojis=remove_emojis)
    except ValueError as error:
        raise CommandError(str(error)) from None
    analysis, found = analyze(given), placeholders(given)
    costs = [] if to is None else _costs(shell, to, [given, changed.text])
    if shell.json:
        described = {**_described(analysis), "transliteration": _changes(changed, alphabet)}
        if costs:
            described["cost"], described["transliteration"]["cost"] = costs
        described["placeholders"] = [one._asdict() for one in found]
        output.print_json(described)
    else:
        _print(given, analysis, changed, alphabet.upper(), costs)
        if found:
            print()
            output.print_rows([_use_of(one) for one in found], wrap="filled_in")


def _costs(shell: Shell, to: str, texts: list[str]) -> list[float]:
    """What each text costs to a number."""
    requests: list[Any] = [{"to": recipients_of([to]), "from": _SENDER, "text": text} for text in texts]
    with shell.client() as client:
        return [client.sms.estimate_sms(request).info.total_cost for request in requests]


def _described(analysis: "TextAnalysis") -> dict[str, Any]:
    return {
        "encoding": analysis.encoding,
        "parts": analysis.parts,
        "units": analysis.units,
        "units_left": analysis.units_left,
        "is_too_long": analysis.is_too_long,
        "non_gsm": [one._asdict() for one in analysis.non_gsm],
        "texts": list(analysis.texts),
    }


def _changes(changed: "Transliteration", alphabet: str) -> dict[str, Any]:
    after = changed.after
    return {
        "alphabet": alphabet.upper(),
        "text": changed.text,
        "encoding": after.encoding,
        "parts": after.parts,
        "units": after.units,
        "units_left": after.units_left,
        "replaced": changed.replaced,
    }


def _print(given: str, analysis: "TextAnalysis", changed: "Transliteration", alphabet: str, costs: list[float]) -> None:
    before, after = [{"cost": cost} for cost in costs] or [{}, {}]
    output.print_block({**_summary(analysis), **before})
    if analysis.non_gsm:
        print()
        for line in _marked(given, analysis, output.console().width):
            print(line)
        print()
        output.print_rows(_characters(analysis), wrap="positions")
    if changed.text != given:
        print(f"\nAfter transliteration ({alphabet}):")
        saved = {"saved": _saved(analysis, changed.after)}
        output.print_block({"text": changed.text, **_summary(changed.after), **after, **saved})


def _use_of(placeholder: "Placeholder") -> dict[str, Any]:
    hint = f"; did you mean `{placeholder.suggestion}`?" if placeholder.suggestion else ""
    return {
        "placeholder": placeholder.written,
        "position": placeholder.position,
        "filled_in": _FILLED_IN.get(placeholder.kind, f"no message{hint}"),
    }


def _summary(analysis: "TextAnalysis") -> dict[str, Any]:
    unit = "code unit" if analysis.encoding == "UCS-2" else "septet"
    plural = "" if analysis.units == 1 else "s"
    limit = "; the API sends at most 10 parts" if analysis.is_too_long else ""
    return {
        "encoding": analysis.encoding,
        "parts": f"{analysis.parts}{limit}",
        "units": f"{analysis.units} {unit}{plural}, {analysis.units_left} left in the last part",
    }


def _saved(before: "TextAnalysis", after: "TextAnalysis") -> str:
    saved = before.parts - after.parts
    if saved <= 0:
        return "nothing: the same number of parts" if not saved else f"nothing: {-saved} parts more"
    return f"{saved} of {before.parts} parts ({saved * 100 // before.parts} % of the cost)"


def _marked(given: str, analysis: "TextAnalysis", width: int) -> list[str]:
    """The lines of the text, each with a mark under every expensive character."""
    from rich.cells import cell_len

    expensive = {one.position + offset for one in analysis.non_gsm for offset in range(len(one.character))}
    lines: list[str] = []
    shown = marks = ""
    for position, character in enumerate(given):
        cell = "" if character == "\n" else output.printable(character)
        if character == "\n" or cell_len(shown) + cell_len(cell) > width:
            lines += [shown, *filter(None, [marks.rstrip()])]
            shown = marks = ""
        shown += cell
        marks += (_MARK if position in expensive else " ") * cell_len(cell)
    return [*lines, shown, *filter(None, [marks.rstrip()])]


def _characters(analysis: "TextAnalysis") -> list[dict[str, Any]]:
    """The expensive characters, each once, with all of its positions."""
    import unicodedata

    found: dict[str, dict[str, Any]] = {}
    for one in analysis.non_gsm:
        row = found.setdefault(
            one.character,
            {
                "character": one.character,
                "code": " ".join(f"U+{ord(part):04X}" for part in one.character),
                "name": unicodedata.name(one.character[0], "").capitalize(),
                "replacement": one.replacement or "?",
                "positions": [],
            },
        )
        row["positions"].append(one.position)
    return [{**row, "positions": _listed(row["positions"])} for row in found.values()]


def _listed(positions: list[int]) -> str:
    shown = ", ".join(map(str, positions[:_MOST_POSITIONS]))
    others = len(positions) - _MOST_POSITIONS
    return f"{shown} and {others} more" if others > 0 else shown


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(text)
