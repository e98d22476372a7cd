"""A sign-up that confirms a phone number with a PIN."""

from __future__ import annotations

from dataclasses import dataclass, field

import smscx_client

SENDER = "InfoText"
COUNTRY = "NL"  # of numbers that are written without a country code, such as 06 12469333
TEXT = "{{pin}} is your code for the bakery's newsletter."


class SignUpError(Exception):
    """The sign-up failed. The text of the exception is a message for the user."""


@dataclass
class SignUp:
    """Sends PINs and checks them."""

    client: smscx_client.Client
    members: set[str] = field(default_factory=set)
    """Confirmed phone numbers."""
    waiting: dict[str, str] = field(default_factory=dict)
    """Phone numbers that are not confirmed yet, by the id of their one-time password."""

    unsure: set[str] = field(default_factory=set)
    """Ids of the one-time passwords for which the response to a check was lost. Store them with your users: the next
    check may run in another process. In a program with one process, `error.after_unknown` is enough."""

    def begin(self, phone_number: str) -> str:
        """Send a PIN and return the id of the one-time password, which `confirm` needs."""
        try:
            otp = self.client.otp.new_otp(
                phone_number=phone_number, country_iso=COUNTRY, from_=SENDER, template=TEXT, ttl=300, max_attempts=3
            )
        except smscx_client.InvalidPhoneNumberException as error:
            raise SignUpError("This is not a phone number.") from error
        except (smscx_client.ServerErrorException, smscx_client.ApiConnectionException) as error:
            raise SignUpError("We cannot send you a code at the moment. Please try again later.") from error
        self.waiting[otp.otp_id] = phone_number
        return otp.otp_id

    def confirm(self, otp_id: str, pin: str) -> None:
        """Check the PIN that the user entered."""
        try:
            self.client.otp.verify_otp(otp_id, pin)
        except smscx_client.OtpAlreadyVerifiedException as error:
            if otp_id not in self.unsure:
                raise SignUpError("This code was already used.") from error
        except (smscx_client.ServerErrorException, smscx_client.ApiConnectionException) as error:
            if error.outcome_unknown:  # the PIN may be verified: then the next call raises OtpAlreadyVerifiedException
                self.unsure.add(otp_id)
            raise SignUpError("We cannot check your code at the moment. Please try again.") from error
        except smscx_client.InvalidPinException as error:
            raise SignUpError(f"This is not the code we sent you.{self._attempts_left(otp_id)}") from error
        except smscx_client.OtpExpiredException as error:
            raise SignUpError("This code is too old. Please ask for a new one.") from error
        except smscx_client.OtpFailedException as error:
            raise SignUpError("Too many wrong codes. Please ask for a new one.") from error
        self.unsure.discard(otp_id)
        self.members.add(self.waiting.pop(otp_id))

    def _attempts_left(self, otp_id: str) -> str:
        """Ask how many attempts are left: the response to a wrong PIN does not say it."""
        try:
            otp = self.client.otp.get_otp_status(otp_id)
        except smscx_client.ApiException:
            return ""
        return f" Attempts left: {otp.max_attempts - otp.attempts}."
