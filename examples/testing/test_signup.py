"""Tests of the sign-up against a sandbox of the SMS.CX API: `pytest examples/testing`.

`pip install '.[sandbox]' pytest` installs the fixture `smscx_sandbox`. Nothing is sent and nothing is charged.
"""

from __future__ import annotations

import pytest
from signup import SignUp, SignUpError

from smscx_client.sandbox.pytest_fixture import SmscxSandbox

PHONE = "+31612469333"


@pytest.fixture
def signup(smscx_sandbox: SmscxSandbox) -> SignUp:
    return SignUp(smscx_sandbox.new_client())


def test_the_right_pin_makes_a_member(signup: SignUp, smscx_sandbox: SmscxSandbox) -> None:
    otp_id = signup.begin(PHONE)
    message = smscx_sandbox.wait_for_message(to=PHONE)
    pin = smscx_sandbox.otp_pin(PHONE)
    assert message.text == f"{pin} is your code for the bakery's newsletter."

    signup.confirm(otp_id, pin)
    assert signup.members == {PHONE}


def test_after_a_wrong_pin_the_right_one_still_works(signup: SignUp, smscx_sandbox: SmscxSandbox) -> None:
    otp_id = signup.begin(PHONE)
    with pytest.raises(SignUpError, match="not the code we sent you"):
        signup.confirm(otp_id, "wrong")
    signup.confirm(otp_id, smscx_sandbox.otp_pin(PHONE))
    assert signup.members == {PHONE}


def test_three_wrong_pins_end_the_sign_up(signup: SignUp, smscx_sandbox: SmscxSandbox) -> None:
    otp_id = signup.begin(PHONE)
    for _ in range(3):
        with pytest.raises(SignUpError):
            signup.confirm(otp_id, "wrong")
    with pytest.raises(SignUpError, match="Too many"):
        signup.confirm(otp_id, smscx_sandbox.otp_pin(PHONE))
    assert signup.members == set()


def test_a_pin_is_good_for_five_minutes(signup: SignUp, smscx_sandbox: SmscxSandbox) -> None:
    otp_id = signup.begin(PHONE)
    pin = smscx_sandbox.otp_pin(PHONE)
    with smscx_sandbox.snapshot():
        smscx_sandbox.advance(minutes=5, seconds=1)
        with pytest.raises(SignUpError, match="too old"):
            signup.confirm(otp_id, pin)
    smscx_sandbox.advance(minutes=4)
    signup.confirm(otp_id, pin)
    assert signup.members == {PHONE}


def test_an_invalid_phone_number_is_refused(signup: SignUp, smscx_sandbox: SmscxSandbox) -> None:
    with pytest.raises(SignUpError, match="not a phone number"):
        signup.begin("+31000")
    assert smscx_sandbox.messages == []


def test_the_api_is_down(signup: SignUp, smscx_sandbox: SmscxSandbox) -> None:
    smscx_sandbox.fail("new_otp", status=503)
    with pytest.raises(SignUpError, match="try again later"):
        signup.begin(PHONE)
    assert smscx_sandbox.messages == []


def test_the_response_is_lost(signup: SignUp, smscx_sandbox: SmscxSandbox) -> None:
    smscx_sandbox.fail("new_otp", reset=True, when="after")
    with pytest.raises(SignUpError, match="try again later"):
        signup.begin(PHONE)
    assert len(smscx_sandbox.messages) == 1


def test_the_response_to_the_right_pin_is_lost(signup: SignUp, smscx_sandbox: SmscxSandbox) -> None:
    otp_id = signup.begin(PHONE)
    pin = smscx_sandbox.otp_pin(PHONE)
    smscx_sandbox.fail("verify_otp", reset=True, when="after")
    with pytest.raises(SignUpError, match="try again"):
        signup.confirm(otp_id, pin)
    signup.confirm(otp_id, pin)
    assert signup.members == {PHONE}


def test_a_wrong_pin_after_a_lost_response_is_still_wrong(signup: SignUp, smscx_sandbox: SmscxSandbox) -> None:
    otp_id = signup.begin(PHONE)
    smscx_sandbox.fail("verify_otp", reset=True, when="after")
    with pytest.raises(SignUpError, match="try again"):
        signup.confirm(otp_id, "wrong")
    with pytest.raises(SignUpError, match="Attempts left: 1"):
        signup.confirm(otp_id, "wrong")
    assert signup.members == set()
