"""Tests of the limits against a sandbox of the SMS.CX API: `pytest examples/stories/otp_limits`."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from otp_limits import HOUR, LIMITS, Database, Limit, OtpService, Refused, RequestLimits, SpendCeiling, Verification

import smscx_client
from smscx_client.sandbox.pytest_fixture import SmscxSandbox
from smscx_client.sandbox.serving.in_process import InProcessTransport

PRICE = Decimal("0.075")  # of one SMS to the Netherlands


class Shop:
    """The service, its clock, and people who request PINs."""

    def __init__(self, sandbox: SmscxSandbox, folder: Path):
        self.sandbox = sandbox
        self.now = 1_800_000_000.0
        self.client = smscx_client.Client(
            api_key=sandbox.api_key,
            host="http://127.0.0.1",
            transport=InProcessTransport(sandbox.sandbox),
            max_retries=0,
        )
        self.database = Database(str(folder / "limits.db"), now=lambda: self.now)
        self.service = self.new_service()

    def new_service(self, limits: tuple[Limit, ...] = LIMITS, most: str = "10", of_last: int = 50) -> OtpService:
        return OtpService(
            self.client,
            RequestLimits(self.database, b"secret", limits),
            SpendCeiling(self.database, Decimal(most), highest_price=Decimal("0.10")),
            countries=frozenset(("NL", "DE")),
            verification=Verification(of_last=of_last),
        )

    def refused(self, number: str, address: str = "203.0.113.5") -> Refused:
        with pytest.raises(Refused) as refused:
            self.service.send(number, address)
        return refused.value

    @property
    def sent(self) -> int:
        return len(self.sandbox.messages)


@pytest.fixture
def shop(smscx_sandbox: SmscxSandbox, tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(smscx_sandbox, tmp_path)
    yield shop
    shop.client.close()


def number(index: int) -> str:
    """The phone numbers of the Netherlands that tests use."""
    return f"+3161246{index:04d}"


def test_a_user_gets_a_pin_and_enters_it(shop: Shop) -> None:
    otp_id = shop.service.send("+31 6 1246 9333", "203.0.113.5")
    shop.service.verify(otp_id, shop.sandbox.otp_pin("+31612469333"))
    assert shop.service.ceiling.spent() == PRICE


def test_a_number_gets_one_pin_per_minute_and_three_per_hour(shop: Shop) -> None:
    for index in range(3):
        shop.service.send(number(1), f"203.0.113.{index}")
        refused = shop.refused(number(1), f"203.0.113.{index}")
        assert (refused.reason, refused.retry_after) == ("limit per number", 60.0)
        shop.now += 60
    refused = shop.refused(number(1), "203.0.113.9")
    assert (refused.reason, refused.retry_after) == ("limit per number", HOUR - 180)
    shop.now += HOUR - 180
    shop.service.send(number(1), "203.0.113.9")
    assert shop.sent == 4


def test_other_spellings_of_a_number_are_the_same_number(shop: Shop) -> None:
    shop.service.send("+31612469333", "203.0.113.1")
    assert shop.refused("0031 6 12 46 93 33", "203.0.113.2").reason == "limit per number"


def test_an_address_gets_five_pins_per_hour(shop: Shop) -> None:
    for index in range(5):
        shop.service.send(number(index), "203.0.113.5")
    assert shop.refused(number(5)).reason == "limit per address"
    shop.service.send(number(5), "203.0.113.6")


def test_the_addresses_of_an_ipv6_network_count_as_one(shop: Shop) -> None:
    for index in range(5):
        shop.service.send(number(index), f"2001:db8:1:2::{index}")
    assert shop.refused(number(5), "2001:db8:1:2:ffff::1").reason == "limit per address"
    shop.service.send(number(5), "2001:db8:1:3::1")


def test_a_country_has_a_limit_whatever_the_addresses_are(shop: Shop) -> None:
    shop.service = shop.new_service((Limit("country", 10, HOUR),))
    for index in range(10):
        shop.service.send(number(index), f"203.0.113.{index}")
    assert shop.refused(number(10), "203.0.113.99").reason == "limit per country"
    shop.service.send("+4915228817386", "203.0.113.99")


def test_a_country_without_users_gets_nothing(shop: Shop) -> None:
    assert shop.refused("+40712345678").reason == "country without users"
    assert shop.refused("+31000").reason == "not a phone number"
    assert shop.sent == 0


def test_a_country_where_nobody_enters_the_pin_gets_nothing(shop: Shop) -> None:
    shop.service = shop.new_service((), of_last=10)
    for index in range(10):
        shop.service.send(number(index), "203.0.113.5")
    shop.service.send(number(10), "203.0.113.5")  # the others may still enter it
    shop.now += 600
    assert shop.refused(number(11)).reason == "hardly anybody verifies in NL"
    shop.now += 2 * 86400
    shop.service.send(number(11), "203.0.113.5")


def test_a_country_where_people_enter_the_pin_goes_on(shop: Shop) -> None:
    shop.service = shop.new_service((), of_last=10)
    for index in range(10):
        otp_id = shop.service.send(number(index), "203.0.113.5")
        if index % 4 == 0:
            shop.service.verify(otp_id, shop.sandbox.otp_pin(number(index)))
    shop.now += 600
    shop.service.send(number(11), "203.0.113.5")


def test_the_ceiling_holds(shop: Shop) -> None:
    shop.service = shop.new_service((), most="1")
    for index in range(12):
        shop.service.send(number(index), "203.0.113.5")
    assert shop.service.ceiling.spent() == 12 * PRICE
    shop.service.send(number(12), "203.0.113.5")  # 0.900 spent and 0.100 reserved: exactly the ceiling
    assert shop.refused(number(13)).reason == "spend ceiling"
    shop.now += 86400
    shop.service.send(number(13), "203.0.113.5")


def test_the_ceiling_holds_for_many_threads(shop: Shop) -> None:
    shop.service = shop.new_service((), most="1")
    refused: list[Refused] = []

    def request(index: int) -> None:
        try:
            shop.service.send(number(index), "203.0.113.5")
        except Refused as error:
            refused.append(error)

    threads = [threading.Thread(target=request, args=(index,)) for index in range(20)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert shop.sent + len(refused) == 20
    assert shop.service.ceiling.spent() == shop.sent * PRICE <= 1


def test_a_lost_response_counts_at_the_highest_price(shop: Shop) -> None:
    shop.sandbox.fail("new_otp", reset=True, when="after")
    with pytest.raises(smscx_client.ApiConnectionException):
        shop.service.send(number(1), "203.0.113.5")
    assert shop.sent == 1
    assert shop.service.ceiling.spent() == Decimal("0.10")


def test_a_refused_request_costs_nothing(shop: Shop) -> None:
    shop.sandbox.set_balance(0)
    with pytest.raises(smscx_client.InsufficientBalanceException):
        shop.service.send(number(1), "203.0.113.5")
    assert shop.service.ceiling.spent() == 0


def test_other_paid_calls_of_the_client_count(shop: Shop) -> None:
    shop.service.client.sms.send_sms({"to": [number(1)], "from": "InfoText", "text": "Hi"})
    shop.service.client.sms.estimate_sms({"to": [number(1)], "from": "InfoText", "text": "Hi"})
    assert shop.service.ceiling.spent() == PRICE


def test_a_lost_check_is_no_second_pin(shop: Shop) -> None:
    otp_id = shop.service.send(number(1), "203.0.113.5")
    pin = shop.sandbox.otp_pin(number(1))
    shop.sandbox.fail("verify_otp", reset=True, when="after")
    with pytest.raises(smscx_client.ApiConnectionException):
        shop.service.verify(otp_id, pin)
    shop.service.verify(otp_id, pin)
    with pytest.raises(smscx_client.OtpAlreadyVerifiedException):
        shop.service.verify(otp_id, pin)


def test_the_database_holds_no_phone_number(shop: Shop) -> None:
    shop.service.send(number(1234), "203.0.113.5")
    stored = b"".join(path.read_bytes() for path in Path(shop.database.path).parent.iterdir())
    assert b"31612461234" not in stored and b"203.0.113.5" not in stored
