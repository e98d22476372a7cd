"""An originator that the API has replaced is found in the response of a send or an estimate."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest

import smscx_client
from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.serving.in_process import connect
from smscx_client.sandbox.state.clock import Clock

TO = "+31612469333"


@pytest.fixture(scope="module")
def client() -> Iterator[smscx_client.Client]:
    with contextlib.closing(Sandbox(Settings(demo=True), Clock.frozen())) as sandbox, connect(sandbox) as api_client:
        yield smscx_client.Client(configuration=api_client.configuration, transport=api_client.rest_client)


@pytest.mark.parametrize(("wanted", "used"), [("Unknown", "InfoText"), ("InfoText", None)])
def test_replaced_originator_of_a_send_and_of_an_estimate(
    wanted: str, used: str | None, client: smscx_client.Client
) -> None:
    for method in (client.sms.send_sms, client.sms.estimate_sms):
        sent = method(to=[TO, "+31612469334"], from_=wanted, text="Hi")
        assert smscx_client.replaced_originator(sent, wanted) == used


def test_a_number_is_the_same_with_and_without_plus(client: smscx_client.Client) -> None:
    sent = client.sms.send_sms(to=TO, from_="InfoText", text="Hi")
    sent.data[0].from_ = "31612469333"
    assert smscx_client.replaced_originator(sent, TO) is None
    assert smscx_client.replaced_originator(sent, "InfoText") == "31612469333"


def test_a_short_response_has_no_originator(client: smscx_client.Client) -> None:
    sent = client.sms.send_sms(to=TO, from_="Unknown", text="Hi", short_response=True)
    assert smscx_client.replaced_originator(sent, "Unknown") is None


def test_the_first_other_originator_of_a_response_is_returned() -> None:
    rows = [{"from": "Xmas"}, {"from": None}, {"to": TO}, {"from": "mas"}, {"from": "InfoText"}]
    assert smscx_client.replaced_originator({"data": rows}, "Xmas") == "mas"
    assert smscx_client.replaced_originator({"data": rows}, "mas") == "Xmas"
    assert smscx_client.replaced_originator({"data": rows[:3]}, "Xmas") is None
    assert smscx_client.replaced_originator({"info": {}}, "Xmas") is None
