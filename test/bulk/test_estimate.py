"""Estimates of jobs: they equal the cost of the job, and send nothing."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from smscx_client import (
    ApiTypeError,
    ApiValueError,
    AsyncClient,
    Client,
    Configuration,
    InsufficientBalanceException,
    InvalidPhoneNumberException,
    bulk,
)
from smscx_client.sandbox import Sandbox
from test.bulk.conftest import SENDER, Written, client_of, numbers

NO_COVERAGE, RESTRICTED, SWEDISH = "+46701740680", "+5352345678", "+46701740611"


def test_the_estimate_is_the_cost_of_the_job(client: Client, sandbox: Sandbox, journal: Path) -> None:
    given = [*numbers(25), "junk", numbers(1)[0], NO_COVERAGE, RESTRICTED, SWEDISH]
    job: dict[str, Any] = {"from_": "InfoText", "text": "Zażółć gęślą jaźń! " * 6, "batch_size": 10}
    estimate = bulk.estimate_sms(client, iter(given), **job)
    assert sandbox.messages() == []
    result = bulk.send_sms(client, given, name="sent", journal=journal, **job)
    assert estimate.cost == result.cost > 0
    assert (estimate.recipients, estimate.duplicates, estimate.asked, estimate.is_exact) == (29, 1, 29, True)
    assert estimate.parts == sum(row.parts or 0 for row in result.rows())


def test_an_estimate_needs_recipients(client: Client) -> None:
    with pytest.raises(ApiTypeError, match="^recipients: must be an iterable of recipients, not None"):
        bulk.estimate_sms(client, None, from_=SENDER, text="Hi")  # type: ignore[arg-type]


@pytest.mark.parametrize("link", ["", " {{optoutLink}}"])
@pytest.mark.parametrize(
    "transliteration",
    [None, {"alphabet": "NONE"}, {"alphabet": "POLISH"}, {"alphabet": "NONE", "removeEmojis": True}],
)
def test_personal_texts_are_estimated_as_they_are_filled(
    link: str, transliteration: Any, client: Client, sandbox: Sandbox, journal: Path
) -> None:
    names = [None, "Ann", "Łukasz", "Zoë", "Bartholomew" * 9, "a" * 95 + "😀", "b" * 20 + "😀" * 40]
    contacts = [{"phone_number": to, "first_name": name, "code": to[-3:]} for to, name in zip(numbers(7), names)]
    message = "Hi {{firstName}}, your code is {{code}}: use it until Friday in any of our shops, or online!" + link
    job: dict[str, Any] = {"from_": "InfoText", "text": message, "transliteration": transliteration}
    estimate = bulk.estimate_sms_campaign(client, contacts, **job)
    assert sandbox.messages() == []
    assert client.groups.get_groups_list().data == []
    result = bulk.send_sms_campaign(client, contacts, name="sent", journal=journal, **job)
    parts = [row.parts for row in result.rows()]
    assert len(set(parts)) > 1
    assert (estimate.cost, estimate.parts, estimate.recipients) == (result.cost, sum(map(int, parts)), 7)  # type: ignore[arg-type]


NAMES = {"a": "Ann", "b": "Bob", "c": "Bartholomew" * 20}


@pytest.mark.parametrize(
    ("message", "requests"),
    [
        ("Sale!", {"Sale!": "abc"}),
        ("Hi{{name}}!", {"Hi!": "-ab", f"Hi{NAMES['c']}!": "c"}),
        ("{{optoutLink}} {{name}}", {"{{optoutLink}} Ann": "ab", f"{{{{optoutLink}}}} {NAMES['c']}": "c"}),
    ],
)
def test_contacts_whose_texts_cost_the_same_are_one_request(message: str, requests: dict[str, str]) -> None:
    places = "".join(requests.values())
    network: Any = Written(*[(200, {"info": {"totalCost": 0.1, "totalParts": 2}})] * len(requests))
    client = Client(configuration=Configuration(host="http://127.0.0.1", api_key="key"), transport=network)
    contacts = [{"phone_number": f"+3162000000{ord(place):03}", "name": NAMES.get(place)} for place in places]
    estimate = bulk.estimate_sms_campaign(client, contacts, from_="InfoText", text=message)
    asked = {body["text"]: "".join(chr(int(to[-3:])) for to in body["to"]) for _, body in network.requests}
    assert asked == requests
    assert estimate == (len(places), 0, Decimal("0.1") * len(requests), 2 * len(requests), len(places))
    common = {"from": "InfoText", "allowInvalid": True, "noTextDetails": True, "shortResponse": True}
    for request, body in network.requests:
        assert request == "POST /sms/estimate"
        assert {**body, "text": None, "to": None} == {**common, "text": None, "to": None}


def test_contacts_in_national_format_are_estimated_in_their_country(client: Client) -> None:
    contacts = [{"phone_number": "0612469333", "country_iso": "NL"}, {"phone_number": SWEDISH}]
    both = bulk.estimate_sms_campaign(client, contacts, **SENDER)
    alone = bulk.estimate_sms(client, [SWEDISH], **SENDER)
    assert both.cost == Decimal("0.075") + alone.cost


def test_batches_without_a_recipient_to_send_to_cost_nothing(client: Client, journal: Path) -> None:
    one, two, three = numbers(3)
    given = ["junk", "waste", one, two, three, two, two, one]  # all invalid, valid, with a duplicate, all duplicates
    estimate = bulk.estimate_sms(client, given, batch_size=2, **SENDER)
    assert estimate == (5, 3, Decimal("0.225"), 3, 5)
    assert bulk.send_sms(client, given, name="x", journal=journal, batch_size=2, **SENDER).cost == estimate.cost
    with pytest.raises(InvalidPhoneNumberException):
        bulk.estimate_sms(client, given, allow_invalid=False, **SENDER)


def test_a_sample_is_scaled_up(client: Client, sandbox: Sandbox) -> None:
    given = [*numbers(10), *numbers(20)]
    estimate = bulk.estimate_sms(client, given, sample=4, batch_size=3, **SENDER)
    assert (estimate.recipients, estimate.duplicates, estimate.asked, estimate.is_exact) == (20, 10, 4, False)
    assert (estimate.cost, estimate.parts) == (Decimal("0.075") * 20, 20)
    assert bulk.estimate_sms(client, given, sample=1, **SENDER) == (20, 10, Decimal("1.5"), 20, 1)
    assert bulk.estimate_sms(client, given, sample=100, **SENDER).is_exact


def test_a_balance_below_the_cost_is_an_error_unless_the_sample_costs_less(
    make_sandbox: Callable[..., Sandbox],
) -> None:
    client = client_of(make_sandbox(balance="0.2"))
    with pytest.raises(InsufficientBalanceException):
        bulk.estimate_sms(client, numbers(20), **SENDER)
    assert bulk.estimate_sms(client, numbers(20), sample=2, **SENDER).cost == Decimal("1.5")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"client": "key"}, "client: must be a Client, not a str"),
        ({"client": AsyncClient("key")}, "client: must be a Client, not an AsyncClient"),
        ({"sample": 0}, "sample: must be a whole number of at least 1, or None, not 0"),
        ({"sample": True}, "sample: must be a whole number of at least 1, or None, not True"),
        ({"sample": "5"}, "sample: must be a whole number of at least 1, or None, not '5'"),
        ({"recipients": []}, "recipients: there are no recipients"),
        ({"text": "Hi {{firstName}}"}, "a job without contacts has no value for `{{firstName}}`"),
        ({"allow_invalid": 7}, "allow_invalid: must be a bool"),
    ],
)
def test_the_estimate_refuses_the_same_input_as_the_job(
    arguments: dict[str, Any], problem: str, client: Client
) -> None:
    given = {"client": client, "recipients": numbers(2), **SENDER, **arguments}
    with pytest.raises((ApiTypeError, ApiValueError)) as caught:
        bulk.estimate_sms(**given)
    assert problem in str(caught.value)
