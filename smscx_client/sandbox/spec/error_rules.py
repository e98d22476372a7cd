"""Which schema violation gets which error code: one table.

Order of the checks (assumed, as the API documents none): the form of the request (route, rate limit, credentials,
scope, body), then its fields in the order of `RULES`, then what needs state, in the order of the operation's code:
phone numbers, date, text, coverage, and money last.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from .errors import INVALID_PARAM, ApiError, Violation

__all__ = ["RULES", "Rule", "error_for"]


class Rule(NamedTuple):
    """A field that violates one of these schema keywords gets this code, in the operations that list the code.

    `field` is a dotted path in the body, or the name of a path or query parameter. A required field that is empty
    violates `required`. `type` is needed only where the code has several.
    """

    field: str
    keywords: tuple[str, ...]
    code: int
    type: str = ""


RULES = (
    Rule("msgId", ("format",), 1115),
    Rule("msgId", ("format",), 1165),
    Rule("to", ("required",), 1104),
    Rule("to", ("maxItems",), 1103),
    Rule("from", ("required",), 1105),
    Rule("from", ("minLength", "maxLength"), 1106),
    Rule("text", ("required",), 1107),
    Rule("scheduledDate", ("format", "type"), 1108),
    Rule("dlrCallbackUrl", ("format", "type"), 1109),
    Rule("idempotencyId", ("format", "type"), 1111),
    Rule("transliteration", ("type",), 1135),
    Rule("transliteration.alphabet", ("required", "enum", "type"), 1110),
    Rule("transliteration.removeEmojis", ("type",), 1503),
    # reports
    Rule("campaignId", ("format",), 1155),
    Rule("campaignId", ("format",), 1165),
    Rule("dimension", ("enum",), 1829),
    Rule("source", ("enum",), 1825),
    Rule("delivery_report", ("enum",), 1826),
    Rule("channel", ("enum",), 1828),
    # conversations: an id in another format does not exist (assumed)
    Rule("conversationId", ("format",), 1180),
    Rule("text", ("maxLength",), 1811),
    # sends
    Rule("groups", ("required",), 1101),
    Rule("ttl", ("type",), 1124),
    Rule("strategy", ("required",), 1120),
    Rule("strategy.*.channel", ("required", "enum", "type"), 1123),
    Rule("strategy.*.templateId", ("type",), 1127),
    Rule("templateId", ("required",), 1126),
    Rule("templateId", ("type",), 1127),
    Rule("grant_type", ("required",), 1600, "invalid_request"),
    Rule("grant_type", ("enum",), 1600, "unsupported_grant_type"),
    # account
    Rule("channel", ("enum",), 1521),
    Rule("countryIso", ("minLength", "maxLength"), 1522),
    # groups: an id in another format does not exist (assumed)
    Rule("groupId", ("type",), 1200),
    Rule("groupId", ("type",), 1202),
    Rule("phoneNumberId", ("format",), 1202),
    Rule("phoneNumbers", ("required",), 1203),
    Rule("phoneNumbers", ("type",), 1208),
    Rule("name", ("required",), 1204),
    Rule("name", ("minLength", "maxLength", "type"), 1206),
    # opt-outs
    Rule("optoutId", ("type",), 1202),
    # originators
    Rule("originatorId", ("type",), 1300),
    Rule("originator", ("required",), 1301),
    Rule("originator", ("pattern", "type"), 1303),
    # templates
    Rule("templateId", ("type",), 1800),
    Rule("text", ("required",), 1801),
    Rule("text", ("type",), 1802),
    Rule("name", ("minLength", "maxLength", "type"), 1803),
    Rule("channel", ("enum", "type"), 1806),
    Rule("richMedia.buttonCaption", ("minLength", "maxLength", "type"), 1808),
    Rule("richMedia.targetUrl", ("format", "type"), 1809),
    Rule("richMedia.imageUrl", ("format", "type"), 1810),
    # short links
    Rule("url", ("required",), 1401),
    Rule("url", ("format", "type"), 1402),
    Rule("name", ("required", "minLength", "maxLength", "type"), 1404),
    # one-time passwords: an id in another format does not exist (assumed)
    Rule("otpId", ("format",), 2021),
    Rule("phoneNumber", ("required",), 2001),
    Rule("phoneNumber", ("type",), 2020),
    Rule("countryIso", ("empty",), 2002),
    Rule("countryIso", ("minLength", "maxLength", "type"), 2003),
    Rule("from", ("empty",), 2004),
    Rule("from", ("minLength", "maxLength", "type"), 2005),
    Rule("template", ("type",), 2006),
    Rule("ttl", ("type",), 2007),
    Rule("ttl", ("minimum",), 2008),
    Rule("ttl", ("maximum",), 2009),
    Rule("maxAttempts", ("type",), 2010),
    Rule("maxAttempts", ("minimum",), 2011),
    Rule("maxAttempts", ("maximum",), 2012),
    Rule("pinType", ("empty",), 2013),
    Rule("pinType", ("enum", "type"), 2014),
    Rule("pinLength", ("type",), 2015),
    Rule("pinLength", ("minimum",), 2016),
    Rule("pinLength", ("maximum",), 2017),
    Rule("trackId", ("format", "type"), 2018),
    Rule("otpCallbackUrl", ("format", "type"), 2019),
    Rule("pin", ("required", "type"), 2022),
    # lookups
    Rule("lookupCallbackUrl", ("format", "type"), 1209),
    Rule("lookupId", ("format",), 1217),
    Rule("lookupBulkId", ("format",), 1218),
    # rented numbers
    Rule("rentId", ("format",), 1221),
    Rule("numberId", ("required", "format", "type"), 1222),
    Rule("rentPeriod", ("required", "enum", "type"), 1224),
    Rule("autoRenew", ("type",), 1225),
    Rule("callbackUrl", ("format", "type"), 1226),
    Rule("registrationId", ("format", "type"), 1234),
)


def error_for(violations: Sequence[Violation], codes: Collection[int]) -> ApiError:
    """Return the error of the first rule that matches a violation, for an operation that lists `codes`."""
    for rule in RULES:
        if rule.code in codes:
            for violation in violations:
                if violation.field == rule.field and violation.keyword in rule.keywords:
                    return ApiError(rule.code, rule.type)
    first = violations[0]
    return ApiError(INVALID_PARAM, detail=f"`{first.field}`: {first.message}" if first.field else first.message)
