"""What an example sends and shows, as Python source: picked by rule from the example values of openapi.yaml.

The same sample fills the script of a method and its reference page, so that both tell the same.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar, Union

from codegen import names
from codegen.read import Model, Operation, Value

__all__ = ["Sample", "all_fields", "constructor_of", "form_of", "sample_of"]

T = TypeVar("T")

#: Columns of the code, so that a page shows it without a scroll bar.
WIDTH = 100
#: Columns of the output, and how many fields of an object and of a list's item it shows.
OUTPUT_WIDTH = 79
MOST_FIELDS = 6
MOST_COLUMNS = 5
#: Optional parameters that an example gives at most.
MOST_PARAMETERS = 5

#: Names of fields that tell the most, the best first; the others follow in the order of the schema.
TELLING = (
    "phone_number", "to", "originator", "name", "application_name", "status", "credit_returned", "total_cost", "cost",
    "parts", "_from", "total_valid", "invalid", "hits", "unread_messages", "approved", "channel", "attempts",
    "date_expires", "active_rent", "rent_end", "setup_cost", "min_rent", "setup_time", "datetime", "city", "device",
    "last_reply", "text", "total_phone_numbers", "total_parts", "first_name", "last_name", "ported", "roaming",
    "received_at", "scheduled",
)  # fmt: skip
#: Names that tell the least.
DULL = ("dlr_callback_url", "status_code", "error_code", "in_quiet_hours", "referrer", "screen_resolution", "is_utc")
#: Parameters that an example leaves out: a first page needs no cursor, and a period no two dates.
LEFT_OUT = ("next", "previous", "short_response", "start_date", "end_date")

#: What to say before the error of this class; in braces, Python.
ADVICE = {
    "AccessDeniedException": "Not possible in this state.",
    "ChannelNotActiveException": "Have the channel activated first.",
    "DuplicateIdException": "It exists already.",
    "DuplicateValueException": "It exists already.",
    "InsufficientBalanceException": "Top up the account first.",
    "InvalidCredentialsException": "Application id or secret is wrong.",
    "InvalidPhoneNumberException": "Not valid: {error.invalid}.",
    "InvalidPinException": "Wrong PIN: let the user try again.",
    "InvalidRequestException": "Correct the request.",
    "InvalidScopeException": "The application does not have this scope.",
    "NoCoverageException": "There is no route to this destination.",
    "OtpActionNotAllowedException": "Only a pending OTP can be cancelled.",
    "OtpAlreadyVerifiedException": "Verified before.",
    "OtpCancelledException": "Cancelled: request a new one.",
    "OtpExpiredException": "Too late: request a new one.",
    "OtpFailedException": "Too many attempts: request a new one.",
    "ResourceNotFoundException": "There is nothing with this id.",
    "TemplateNotApprovedException": "Wait until the template is approved and locked.",
}


class Block(NamedTuple):
    """Source that goes on one line if it fits, else with one item per line."""

    opening: str
    items: list[tuple[str, Code]]
    closing: str

    def on_one_line(self) -> str:
        told = (before + (item if isinstance(item, str) else item.on_one_line()) for before, item in self.items)
        return self.opening + ", ".join(told) + self.closing


Code = Union[str, Block]


def laid_out(code: Code, indent: int = 0, taken: int = 0) -> str:
    """``code`` as lines, of which all but the first are indented; ``taken`` columns of the first are in use."""
    if isinstance(code, str):
        return code
    line = code.on_one_line()
    if indent + taken + len(line) <= WIDTH:
        return line
    pad = " " * (indent + 4)
    items = [f"{pad}{before}{laid_out(item, indent + 4, len(before) + 1)},\n" for before, item in code.items]
    return f"{code.opening}\n{''.join(items)}{' ' * indent}{code.closing}"


@dataclass
class Sample:
    """One operation as the examples show it."""

    operation: Operation
    call: Block
    request: Code | None = None
    #: ``import`` statements, sorted, by group: standard library, this library.
    imports: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    #: Fields to print, as the path from the answer to what holds them and their names.
    shown: list[tuple[str, list[str]]] = field(default_factory=list)
    #: The list or map to loop over, as a path from the answer, and what to print of each item.
    loop: str | None = None
    columns: list[str] = field(default_factory=list)
    #: Of an answer that is a map, what its keys are; two names for prices by operator by country.
    keys: list[str] = field(default_factory=list)
    paged: bool = False

    @property
    def variable(self) -> str:
        """What the answer is called."""
        return {"csv": "text", "xlsx": "file"}.get(self.operation.returns, "response")

    @property
    def request_source(self) -> str | None:
        return None if self.request is None else f"request = {laid_out(self.request, taken=len('request = '))}"

    def call_source(self, indent: int) -> str:
        """The call, for a line that is indented by ``indent``."""
        before = f"{self.variable} = "
        return before + laid_out(self.call, indent, len(before))


def sample_of(operation: Operation, models: Mapping[str, Model]) -> Sample:
    """The sample of ``operation``."""
    writer = _Writer(models)
    told = Sample(operation, Block(f"{operation.api_class}(api_client).{operation.name}(", [], ")"))
    for one in operation.parameters:
        if one.required and one.default is None:
            told.call.items.append(("", writer.value(one.annotation, _example(one))))
    if operation.bare and isinstance(operation.body_example, dict):
        told.call.items.append(("", writer.value("str", operation.body_example[operation.bare])))
    elif operation.body:
        told.request = writer.model(operation.body_models[0], operation.body_example or {})
        told.call.items.append(("", "request"))
    for one in _optional_parameters(operation):
        told.call.items.append((f"{one.name}=", writer.value(one.annotation, one.example)))
    _choose_output(told, models)
    module = names.api_module(operation.api_class)
    told.imports[0].extend(writer.standard)
    told.imports[1].extend([f"from smscx_client.api.{module} import {operation.api_class}", *sorted(writer.own)])
    return told


def constructor_of(
    model: Model, models: Mapping[str, Model], operations: list[Operation]
) -> tuple[list[str], str] | None:
    """The imports and the source that make ``model`` out of its first example in a request body."""
    for operation in operations:
        for name in operation.body_models:
            wire = _found(model.name, name, operation.body_example, models)
            if wire is not None:
                writer = _Writer(models)
                made = laid_out(writer.model(model.name, wire))
                standard = [*writer.standard, ""] if writer.standard else []
                return [*standard, *sorted(writer.own)], made
    return None


def _example(one: Value) -> Any:
    """The example of a required parameter, or something of its type as long as it has none."""
    if one.example is not None:
        return one.example
    return (
        one.limits["enum"][0]
        if "enum" in one.limits
        else {"int": 1, "float": 1.0, "bool": True}.get(one.type, one.wire)
    )


def _optional_parameters(operation: Operation) -> list[Value]:
    """Those that an example gives: with a value that differs from the default."""
    found = [
        one
        for one in operation.parameters
        if not one.required and one.name not in LEFT_OUT and one.example not in (None, False, one.default)
    ]
    return found[:MOST_PARAMETERS]


def _found(wanted: str, name: str, wire: Any, models: Mapping[str, Model]) -> dict[str, Any] | None:
    """The first object in ``wire``, which is a ``name``, that is a ``wanted``."""
    if isinstance(wire, list):
        return next(filter(None, (_found(wanted, name, item, models) for item in wire)), None)
    if not isinstance(wire, dict):
        return None
    if name == wanted:
        return wire
    for one in models[name].fields:
        for inner in one.models:
            below = _found(wanted, inner, wire.get(one.wire), models)
            if below is not None:
                return below
    return None


class _Writer:
    """Wire values as Python source, and the imports that this source needs."""

    def __init__(self, models: Mapping[str, Model]):
        self.models = models
        self.standard: list[str] = []
        self.own: set[str] = set()

    def value(self, annotation: str, wire: Any, *, local: bool = False) -> Code:
        if annotation in self.models and isinstance(wire, dict):
            return self.model(annotation, wire)
        if isinstance(wire, list):
            item = annotation[len("list[") : -1] if annotation.startswith("list[") else "Any"
            return Block("[", [("", self.value(item, one)) for one in wire], "]")
        if isinstance(wire, dict):
            return Block("{", [(f"{json.dumps(key)}: ", self.value("Any", one)) for key, one in wire.items()], "}")
        if annotation == "datetime" and isinstance(wire, str):
            return self.date(wire, local)
        return json.dumps(wire, ensure_ascii=False) if isinstance(wire, str) else repr(wire)

    def model(self, name: str, wire: dict[str, Any]) -> Block:
        model = self.models[name]
        self.own.add(f"from smscx_client.model.{model.module} import {name}")
        if model.shape == "map":
            entries = self.value("Any", wire)
            assert isinstance(entries, Block)
            return Block(f"{name}({{", entries.items, "})")
        items = []
        for one in model.fields:
            if one.wire in wire:
                local = one.local_flag is not None and wire.get(one.local_flag) is False
                items.append((f"{one.name}=", self.value(one.annotation, wire[one.wire], local=local)))
        return Block(f"{name}(", items, ")")

    def date(self, wire: str, local: bool) -> str:
        """A datetime, aware unless it is the local time of whoever gets the message."""
        parsed = datetime.datetime.fromisoformat(wire)
        parts = [parsed.year, parsed.month, parsed.day, parsed.hour, parsed.minute, *filter(None, [parsed.second])]
        zone = [] if local else ["tzinfo=timezone.utc"]
        self.standard = ["from datetime import datetime" + ("" if local else ", timezone")]
        return f"datetime({', '.join([*map(str, parts), *zone])})"


def _choose_output(told: Sample, models: Mapping[str, Model]) -> None:
    """Choose what the example prints of the answer."""
    returns, example = told.operation.returns, told.operation.answer_example
    if returns == "csv":
        told.columns = _csv_columns(example)
    if returns not in models:
        return
    model = models[returns]
    if model.shape in ("one of", "map"):
        _choose_of_map(told, model, models)
        return
    fields = {one.name: one for one in model.fields}
    told.paged = "paging" in fields
    objects = {"": model}
    for one in (fields[holder] for holder in ("info", "data") if holder in fields):
        inner = models[one.models[0]]
        if one.annotation.startswith("list["):
            told.loop = one.name
            told.columns = _columns(inner.fields, _part(example, one.name, []))
        else:
            objects[f"{one.name}."] = inner
    fitting = {path: _of_one_line(inner.fields, _part(example, path, {})) for path, inner in objects.items()}
    shown = {path: those for path, those in fitting.items() if _ranked(those)}
    told.shown = [(path, _told_most(those, MOST_FIELDS // len(shown))) for path, those in shown.items()]


def _choose_of_map(told: Sample, model: Model, models: Mapping[str, Model]) -> None:
    """Of an answer in several forms, follow the form that its example has."""
    form = form_of(model, told.operation.answer_example, models)
    entries = form.values or next(one for one in form.fields if one.annotation.startswith("dict["))
    told.loop = "" if form.values else entries.name
    inner = models[entries.models[0]] if entries.models else None
    told.keys = [_key_name(entries)]
    if inner is not None and inner.values is not None:
        told.keys.append(_key_name(inner.values))
    if inner is not None and inner.shape == "object":
        told.columns = _told_most([one for one in all_fields(inner, models) if one.required], MOST_COLUMNS)


def form_of(model: Model, wire: Any, models: Mapping[str, Model]) -> Model:
    """The form that ``wire`` has, of a model in several forms; any other model itself."""
    forms = [models[name] for name in model.forms] or [model]
    return next((one for one in forms if _fits(one, wire, models)), forms[0])


def _key_name(entries: Value) -> str:
    return entries.name if entries.place == "placeholder" else "key"


def _fits(model: Model, wire: Any, models: Mapping[str, Model]) -> bool:
    """Whether ``wire`` has the required fields of ``model``, and nothing else."""
    if not isinstance(wire, dict):
        return False
    if model.shape == "map" and model.values is not None:
        inner = [models[name] for name in model.values.models]
        return all(_fits(inner[0], one, models) if inner else not isinstance(one, dict) for one in wire.values())
    fields = all_fields(model, models)
    if not {one.wire for one in fields if one.required} <= wire.keys() <= {one.wire for one in fields}:
        return False
    return all(
        _fits(models[one.models[0]], part, models)
        for one in fields
        if one.annotation.startswith("dict[") and one.models
        for part in wire.get(one.wire, {}).values()
    )


def all_fields(model: Model, models: Mapping[str, Model]) -> list[Value]:
    """The fields of a model, those of the model it extends first."""
    return [*(all_fields(models[model.base], models) if model.base else []), *model.fields]


def _part(example: Any, path: str, nothing: T) -> T:
    """What is under ``path`` in an example answer; ``nothing`` where there is nothing of its type."""
    part = example
    for name in filter(None, path.split(".")):
        part = part.get(name) if isinstance(part, dict) else None
    return part if isinstance(part, type(nothing)) else nothing


def _of_one_line(fields: list[Value], wire: dict[str, Any]) -> list[Value]:
    """The fields that an output can show on a line of its own."""
    return [one for one in fields if len(f"{one.name}: {_printed(one, wire.get(one.wire))}") <= OUTPUT_WIDTH]


def _rank(place: int, name: str, tells_less: bool = False) -> int:
    """Where a field stands among those that an output may show; the first of a schema is its id."""
    if place == 0:
        return -1
    if name in TELLING:
        return TELLING.index(name)
    return len(TELLING) + place + 100 * (tells_less or name in DULL)


def _ranked(fields: list[Value]) -> list[Value]:
    """The scalar fields that an output may show, those that tell the most first."""

    def rank(numbered: tuple[int, Value]) -> int:
        place, one = numbered
        return _rank(place, one.name, one.nullable or not one.required)

    scalars = [one for one in fields if not (one.models or one.secret or one.deprecated) and one.type[0] not in "[{"]
    return [one for _, one in sorted(enumerate(scalars), key=rank)]


def _told_most(fields: list[Value], most: int) -> list[str]:
    """The names of the fields that tell the most, in the order of the schema."""
    chosen = {one.name for one in _ranked(fields)[:most]}
    return [one.name for one in fields if one.name in chosen]


def _columns(fields: list[Value], items: list[Any]) -> list[str]:
    """The names of the fields that tell the most and fit into a line of output together."""
    chosen = _fitting((one.name, [_printed(one, item.get(one.wire)) for item in items]) for one in _ranked(fields))
    return [one.name for one in fields if one.name in chosen]


def _printed(one: Value, wire: Any) -> str:
    return f"{wire}+00:00" if one.annotation == "datetime" else str(wire)


def _csv_columns(example: Any) -> list[str]:
    """The columns of an exported file that tell the most, by their names in its first line."""
    rows = list(csv.DictReader(io.StringIO(example))) if isinstance(example, str) else []
    header = list(rows[0]) if rows else []
    ranked = sorted(enumerate(header), key=lambda n: _rank(n[0], re.sub("([A-Z])", r"_\1", n[1]).lower()))
    chosen = _fitting((name, [row[name] for row in rows]) for _, name in ranked)
    return [name for name in header if name in chosen]


def _fitting(columns: Iterable[tuple[str, list[str]]]) -> set[str]:
    """Of columns and the texts in them, the first that fit into a line of output together."""
    chosen: set[str] = set()
    left = OUTPUT_WIDTH
    for name, texts in columns:
        widest = max(map(len, texts), default=10) + 1
        if len(chosen) < MOST_COLUMNS and widest <= left:
            chosen.add(name)
            left -= widest
    return chosen
