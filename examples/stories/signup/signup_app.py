"""A sign-up that confirms a phone number with a PIN, as a FastAPI application.

With an account:    SMSCX_API_KEY=... uvicorn --app-dir examples/stories/signup --factory signup_app:create_app
Without an account: smscx-sandbox, then the same with SMSCX_HOST=http://127.0.0.1:8025 SMSCX_API_KEY=sandbox-key

    POST /sign-ups              {"phone_number": "+31612469333"}   201 {"id": "...", "message": "..."}
    POST /sign-ups/{id}/pin     {"pin": "1234"}                    200 {"message": "..."}

An error is {"message": "..."} too, in words for the user. A program that real users reach also needs limits: see
examples/stories/otp_limits.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel

import smscx_client

SENDER = "InfoText"
COUNTRY = "NL"  # of numbers that are written without a country code, such as 06 12469333
TEXT = "{{pin}} is your code for the bakery's newsletter."

#: What a failed call means to the user: the status of the response, and the message.
PROBLEMS: dict[type[smscx_client.ApiException], tuple[int, str]] = {
    smscx_client.InvalidPhoneNumberException: (422, "This is not a phone number."),
    smscx_client.NoCoverageException: (422, "We cannot send a code to this number."),
    smscx_client.InvalidPinException: (422, "This is not the code that we sent you. Please try again."),
    smscx_client.OtpExpiredException: (410, "This code is too old. Please ask for a new one."),
    smscx_client.OtpFailedException: (410, "There were too many wrong codes. Please ask for a new one."),
    smscx_client.OtpCancelledException: (410, "This code is no longer valid. Please ask for a new one."),
    smscx_client.OtpAlreadyVerifiedException: (409, "This number is already confirmed."),
    smscx_client.ResourceNotFoundException: (404, "There is no such sign-up. Please start again."),
}
TRY_LATER = (503, "This does not work at the moment. Please try again in a minute.")


class PhoneNumber(BaseModel):
    phone_number: str


class Pin(BaseModel):
    pin: str


class SignUps:
    """The sign-ups that wait for a PIN, and the members. A real program keeps them in its database."""

    def __init__(self, client: smscx_client.AsyncClient):
        self.client = client
        self.waiting: dict[str, str] = {}
        self.members: set[str] = set()

    async def begin(self, phone_number: str) -> str:
        """Send a PIN and return the id of the sign-up."""
        otp = await self.client.otp.new_otp(
            phone_number=phone_number, country_iso=COUNTRY, from_=SENDER, template=TEXT, ttl=300, max_attempts=3
        )
        self.waiting[otp.otp_id] = phone_number
        return otp.otp_id

    async def confirm(self, otp_id: str, pin: str) -> None:
        """Check the PIN that the user entered."""
        try:
            await self.client.otp.verify_otp(otp_id, pin)
        except smscx_client.OtpAlreadyVerifiedException as error:
            if not error.after_unknown:  # else the call before verified the PIN, and its response was lost
                raise
        self.members.add(self.waiting.pop(otp_id))


def sign_ups(request: Request) -> SignUps:
    found: SignUps = request.app.state.sign_ups
    return found


def create_app(client: smscx_client.AsyncClient | None = None) -> FastAPI:
    """Make the application.

    :param client: the client to use; if None, a client with the credentials in the environment.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with client or smscx_client.AsyncClient() as used:  # one client for the whole application
            app.state.sign_ups = SignUps(used)
            yield

    app = FastAPI(lifespan=lifespan)

    @app.post("/sign-ups", status_code=201)
    async def begin(body: PhoneNumber, known: Annotated[SignUps, Depends(sign_ups)]) -> dict[str, str]:
        return {"id": await known.begin(body.phone_number), "message": "We have sent you a code."}

    @app.post("/sign-ups/{otp_id}/pin")
    async def confirm(otp_id: str, body: Pin, known: Annotated[SignUps, Depends(sign_ups)]) -> dict[str, str]:
        await known.confirm(otp_id, body.pin)
        return {"message": "Welcome! Your number is confirmed."}

    @app.exception_handler(smscx_client.ApiException)
    async def failed(_: Request, error: Any) -> JSONResponse:
        status, message = PROBLEMS.get(type(error), TRY_LATER)
        return JSONResponse({"message": message}, status)

    @app.exception_handler(smscx_client.ApiExceptionBase)
    async def refused(_: Request, error: Any) -> JSONResponse:
        """The client refused the input before a request was sent, such as an empty PIN."""
        return JSONResponse({"message": "Please check what you entered."}, 422)

    return app
