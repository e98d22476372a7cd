"""The events that the API posts to callback URLs, as typed classes, and :func:`parse`, which reads them from a body.

An event is a model of the API: its fields come from the generated ``Data...`` models, and reading one costs nothing
before an attribute is read. The event classes add what a receiver needs: the event's name, a key and a time.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import deque
from hashlib import sha256
from itertools import repeat
from math import isfinite
from typing import TYPE_CHECKING, Any, Callable, ClassVar, NoReturn

from smscx_client._models.base import Model
from smscx_client._models.field import field
from smscx_client._models.json import deep_copy, encode_json
from smscx_client._models.kinds import as_utc, type_name
from smscx_client.exceptions import ApiExceptionBase
from smscx_client.model.data_dlr_update import DataDlrUpdate
from smscx_client.model.data_new_optout import DataNewOptout
from smscx_client.model.data_number_lookup_webhook import DataNumberLookupWebhook
from smscx_client.model.data_otp import DataOtp
from smscx_client.model.data_receive_sms import DataReceiveSms
from smscx_client.model.data_shortlink_hit import DataShortlinkHit

if TYPE_CHECKING:
    from typing_extensions import Self

__all__ = [
    "AttachmentHit",
    "DeliveryReport",
    "Event",
    "InboundSms",
    "InboundViber",
    "InboundWhatsapp",
    "NewOptout",
    "NumberLookup",
    "OtpUpdate",
    "ShortlinkHit",
    "UnknownEvent",
    "WebhookError",
    "parse",
]

_ID_FIELDS = ("msgId", "otpId", "lookupId", "hitId")
"""The field that identifies an event's subject: the first of these that the event has. It starts the key."""
_TIME_FIELDS = ("datetime", "receivedAt", "dateCreated")
"""The field with the event's time: the first of these that holds one."""
_SHORT_ID = re.compile(r"[A-Za-z0-9-]{1,64}", re.ASCII)
_FINAL_STATUSES = frozenset({"DELIVERED", "FAILED", "REJECTED", "NO COVERAGE"})


class WebhookError(ApiExceptionBase, ValueError):
    """A body is not a callback of the API. The message says why, and repeats nothing from the body."""


class Event(Model):
    """One event of a callback. The fields of the API are attributes; ``event["newField"]`` reads a field by wire name.

    Fields that the sender left out read None. Dates are aware datetimes in UTC.
    """

    events: ClassVar[tuple[str, ...]] = ()
    """Names that the API gives to this kind of event."""

    if TYPE_CHECKING:
        _label: Any

    @property
    def event(self) -> str:
        """The event's name as it was sent, such as ``dlr_update``."""
        try:
            label: str | None = type(self)._label.__get__(self)
        except AttributeError:
            label = None
        return label or self.events[0]

    @property
    def key(self) -> str:
        """A text that is the same each time the API sends this event, and different for every other event.

        It is made of the event's name, the id of its subject and a hash of its fields: ASCII, up to 150 characters,
        without phone numbers.
        """
        wire = self.__wire_sync__()
        name = self.event if self.event in _CLASSES else UnknownEvent.events[0]
        ids = [str(wire[name]) for name in _ID_FIELDS if isinstance(wire.get(name), (str, int))]
        subject = ids[:1] if ids and _SHORT_ID.fullmatch(ids[0]) else []
        return ":".join([name, *subject, self._digest(wire)])

    def _digest(self, wire: dict[str, Any]) -> str:
        """A hash of the declared fields. It covers all fields where a declared one is missing."""
        if self._required and all(one.wire in wire for one in self._required):
            wire = {name: wire.get(name) for name in self._by_wire}
        try:
            content = json.dumps([self.event, wire], sort_keys=True)
        except RecursionError:
            content = json.dumps([self.event, "nested too deeply"])  # never sent by the API
        return sha256(content.encode()).hexdigest()[:32]

    @property
    def at(self) -> dt.datetime | None:
        """The event's time, as an aware datetime in UTC; None when the API sent no valid time.

        It is the time when the event took place, except for one-time passwords and number lookups: there the API
        sends the time of the request.
        """
        for name in _TIME_FIELDS:
            value = as_utc(self._wire.get(name))
            if isinstance(value, dt.datetime):
                return value
        return None

    def body(self) -> str:
        """JSON text of a callback with this event alone, for a queue. :func:`parse` turns it into the event again."""
        return encode_json({"event": self.event, "data": [self.__wire_sync__()]})

    @classmethod
    def _of(cls, wire: dict[str, Any], label: str | None) -> Self:
        self = cls.__wire_view__(wire)
        _labels(cls)(self, label)
        return self

    def __eq__(self, other: object) -> bool:
        return super().__eq__(other) and isinstance(other, Event) and self.event == other.event

    __hash__ = None

    def __copy__(self) -> Self:
        return self._of(dict(self.__wire_sync__()), self.event)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self._of(deep_copy(self.__wire_sync__()), self.event)

    def __reduce__(self) -> tuple[Any, ...]:
        return _event_of, (type(self), self.__wire_sync__(), self.event)


class DeliveryReport(Event, DataDlrUpdate):
    """The status of a sent message has changed."""

    __slots__ = ("_label",)
    events = ("dlr_update",)

    datetime: dt.datetime = field("datetime", type=dt.datetime, required=True)  # type: ignore[assignment]
    """When the status changed, in UTC."""

    @property
    def is_final(self) -> bool:
        """Whether the status is one that does not change any more."""
        return self.status in _FINAL_STATUSES


class _Inbound(Event, DataReceiveSms):
    __slots__ = ("_label",)


class InboundSms(_Inbound):
    """An SMS arrived at a number of the account."""

    events = ("receive_sms",)


class InboundViber(_Inbound):
    """A Viber message arrived. The API states no fields for it: those of an inbound SMS are assumed."""

    events = ("receive_viber",)


class InboundWhatsapp(_Inbound):
    """A WhatsApp message arrived. The API states no fields for it: those of an inbound SMS are assumed."""

    events = ("receive_whatsapp",)


class OtpUpdate(Event, DataOtp):
    """The status of a one-time password has changed."""

    __slots__ = ("_label",)
    events = ("otp_update",)


class NumberLookup(Event, DataNumberLookupWebhook):
    """The result of a number lookup. The API sends it under the name ``otp_update``; its fields identify it."""

    __slots__ = ("_label",)
    events = ("otp_update",)


class ShortlinkHit(Event, DataShortlinkHit):
    """Somebody opened a short link, or more became known about it (``shortlink_hit_update``)."""

    __slots__ = ("_label",)
    events = ("shortlink_hit", "shortlink_hit_update")

    datetime: dt.datetime = field("datetime", type=dt.datetime, required=True)  # type: ignore[assignment]
    """When the link was opened, in UTC."""


class AttachmentHit(Event, DataShortlinkHit):
    """Somebody opened the link of an attachment, or more became known about it (``attachment_hit_update``)."""

    __slots__ = ("_label",)
    events = ("attachment_hit", "attachment_hit_update")

    datetime: dt.datetime = field("datetime", type=dt.datetime, required=True)  # type: ignore[assignment]
    """When the link was opened, in UTC."""


class NewOptout(Event, DataNewOptout):
    """A recipient opted out."""

    __slots__ = ("_label",)
    events = ("new_optout",)

    datetime: dt.datetime = field("datetime", type=dt.datetime, required=True)  # type: ignore[assignment]
    """When the recipient opted out, in UTC."""


class UnknownEvent(Event):
    """An event that is newer than this library. Read its fields with ``event["fieldName"]`` or ``event.to_dict()``."""

    __slots__ = ("_label",)
    events = ("unknown",)


_CLASSES: dict[str | None, type[Event]] = {
    name: event_class
    for event_class in (
        AttachmentHit,
        DeliveryReport,
        InboundSms,
        InboundViber,
        InboundWhatsapp,
        NewOptout,
        OtpUpdate,
        ShortlinkHit,
    )
    for name in event_class.events
}
_RECOGNISED = (DeliveryReport, InboundSms, OtpUpdate, NumberLookup, NewOptout, ShortlinkHit)
"""Classes to try for an item whose body names no event, which the API's schemas allow."""
_exhaust = deque[None](maxlen=0).extend


def parse(body: bytes | str) -> list[Event]:
    """Read the body of a callback: its events, in the order in which they were sent.

    An event that the body has twice is in the list twice, with equal keys. Unknown events become
    :class:`UnknownEvent`; unknown fields are kept.

    :param body: the body of the request, as it was received.
    :return: the events.
    :raises WebhookError: the body is not a callback of the API.

    Example::

        for event in webhooks.parse(request.body):
            if isinstance(event, webhooks.DeliveryReport):
                print(event.msg_id, event.status)
    """
    if not isinstance(body, (str, bytes, bytearray, memoryview)):
        raise WebhookError(f"The body of a callback is bytes or text, not {type_name(body)}.")
    try:
        payload = _decode(body if isinstance(body, str) else _text_of(body))
    except RecursionError:
        raise WebhookError("The body is not a callback: its JSON is nested too deeply.") from None
    except ValueError as error:
        raise WebhookError(f"The body is not a callback: it is not JSON ({error}).") from None
    label, items = _envelope(payload)
    event_class = _CLASSES.get(label)
    if event_class is None or event_class is OtpUpdate:
        return [_class_of(item, label)._of(item, label) for item in items]
    events = event_class.__wire_views_of_objects__(items)
    if label != event_class.events[0]:
        _exhaust(map(_labels(event_class), events, repeat(label)))
    return events


def _text_of(body: bytes) -> str:
    """The text of a body, without a byte order mark. The codec utf-8-sig is a Python function, and slower."""
    text = str(body, "utf-8")
    return text[1:] if text.startswith("\ufeff") else text


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON value")


def _finite(text: str) -> float:
    value = float(text)
    if isfinite(value):
        return value
    raise ValueError("a number is too large")


_decode: Callable[[str], Any] = json.JSONDecoder(parse_constant=_refuse_constant, parse_float=_finite).decode


def _envelope(payload: Any) -> tuple[str | None, list[dict[str, Any]]]:
    """The event's name, or None without one, and the items of a callback."""
    if type(payload) is not dict:
        raise WebhookError("The body is not a callback: it is JSON, but not an object.")
    label, items = payload.get("event"), payload.get("data")
    if label is not None and (type(label) is not str or not label):
        raise WebhookError("The body is not a callback: `event` must be the name of an event.")
    if type(items) is not list:
        state = f"must be a list of objects, not {type_name(items)}" if "data" in payload else "is missing"
        raise WebhookError(f"The body is not a callback: `data` {state}.")
    if list(map(type, items)).count(dict) != len(items):
        index = next(i for i, item in enumerate(items) if type(item) is not dict)
        raise WebhookError(
            f"The body is not a callback: `data[{index}]` must be an object, not {type_name(items[index])}."
        )
    if label is None and not (items and all(_recognised(item) is not UnknownEvent for item in items)):
        raise WebhookError("The body is not a callback: `event` is missing, and `data` is of no known kind.")
    return label, items


def _class_of(item: dict[str, Any], label: str | None) -> type[Event]:
    """The class of an item whose event name does not settle it."""
    if "lookupId" in item and "otpId" not in item:
        return NumberLookup
    if label is None:
        return _recognised(item)
    return _CLASSES.get(label, UnknownEvent)


def _recognised(item: dict[str, Any]) -> type[Event]:
    """The class whose required fields the item has, or UnknownEvent."""
    for event_class in _RECOGNISED:
        if all(one.wire in item for one in event_class._required):
            return event_class
    return UnknownEvent


def _labels(event_class: type[Event]) -> Callable[[Event, str | None], None]:
    """The function that sets the event name of an event of this class."""
    setter: Callable[[Event, str | None], None] = event_class._label.__set__
    return setter


def _event_of(event_class: type[Event], wire: dict[str, Any], label: str) -> Event:
    return event_class._of(wire, label)
