"""A support desk by SMS: people write to a rented number, and somebody replies on a web page.

With an account:    SMSCX_API_KEY=... WEBHOOK_TOKEN=... uvicorn --app-dir examples/stories/support --factory \
support_desk:create_app
Without an account: smscx-sandbox, then the same with SMSCX_HOST=http://127.0.0.1:8025 SMSCX_API_KEY=sandbox-key

The rented number needs the callback URL of this program: `rent_number(..., callback_url=receiver.url("https://HOST/sms"))`.
Put the page behind your login: whoever opens it reads the conversations and sends SMS.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel

import smscx_client
from smscx_client import webhooks

PAGE = Path(__file__).with_name("support_desk.html")


class Reply(BaseModel):
    text: str


class Desk:
    """The conversations as the page shows them. The API is asked again when something has happened."""

    def __init__(self, client: smscx_client.AsyncClient):
        self.client = client
        self.conversations: list[dict[str, Any]] = []

    async def refresh(self) -> None:
        """Read the list of conversations, the one with the latest message first."""
        response = await self.client.conversations.get_conversations_list()
        self.conversations = [
            {
                "id": one.conversation_id,
                "phone_number": one.phone_number,
                "name": f"{one.first_name or ''} {one.last_name or ''}".strip(),
                "unread": one.unread_messages,
                "last": one.last_reply,
            }
            for one in response.data
        ]

    async def read(self, conversation_id: str) -> list[dict[str, str]]:
        """The messages of a conversation, oldest first. They count as read from now on."""
        response = await self.client.conversations.get_conversation(conversation_id)
        await self.client.conversations.mark_conversation_as_read(conversation_id)
        await self.refresh()
        messages = reversed(response.data)  # the sandbox sends the newest first; the API does not say it
        return [{"type": one.type, "text": one.text, "status": one.status, "at": one.datetime} for one in messages]

    async def reply(self, conversation_id: str, text: str) -> None:
        """Send an SMS to the person."""
        await self.client.conversations.send_conversation_reply_sms(conversation_id, text=text)
        await self.refresh()


def desk_of(request: Request) -> Desk:
    found: Desk = request.app.state.desk
    return found


def create_app(client: smscx_client.AsyncClient | None = None, token: str | None = None) -> FastAPI:
    """Make the application.

    :param client: the client to use; if None, a client with the credentials in the environment.
    :param token: the secret of the callback URL; if None, WEBHOOK_TOKEN in the environment.
    """
    receiver = webhooks.Receiver(token=token or os.environ["WEBHOOK_TOKEN"])

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with client or smscx_client.AsyncClient() as used:
            app.state.desk = Desk(used)
            await app.state.desk.refresh()
            yield

    app = FastAPI(lifespan=lifespan)
    app.state.receiver = receiver
    app.mount("/sms", receiver.asgi)

    @receiver.on(webhooks.InboundSms)
    async def arrived(_: webhooks.InboundSms) -> None:
        await app.state.desk.refresh()

    @app.get("/")
    def page() -> HTMLResponse:
        return HTMLResponse(PAGE.read_text(encoding="utf-8"))

    @app.get("/conversations")
    async def conversations(desk: Annotated[Desk, Depends(desk_of)]) -> list[dict[str, Any]]:
        return desk.conversations

    @app.get("/conversations/{conversation_id}")
    async def messages(conversation_id: str, desk: Annotated[Desk, Depends(desk_of)]) -> list[dict[str, str]]:
        return await desk.read(conversation_id)

    @app.post("/conversations/{conversation_id}/replies", status_code=201)
    async def reply(conversation_id: str, body: Reply, desk: Annotated[Desk, Depends(desk_of)]) -> dict[str, str]:
        await desk.reply(conversation_id, body.text)
        return {"message": "Sent."}

    @app.exception_handler(smscx_client.ApiException)
    async def failed(_: Request, error: Any) -> JSONResponse:
        if error.outcome_unknown:  # a reply has no idempotency id: a person decides whether to send it again
            return JSONResponse({"message": "The reply may have been sent. Look before you send it again."}, 503)
        if isinstance(error, smscx_client.ResourceNotFoundException):
            return JSONResponse({"message": "There is no such conversation."}, 404)
        return JSONResponse({"message": "This did not work, and nothing was sent. Please try again."}, 503)

    @app.exception_handler(smscx_client.ApiExceptionBase)
    async def refused(_: Request, error: Any) -> JSONResponse:
        """The client refused the input before a request was sent, such as an empty text."""
        return JSONResponse({"message": "Please write a text."}, 422)

    return app
