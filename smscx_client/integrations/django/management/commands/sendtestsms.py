"""`manage.py sendtestsms +31612469333`: send an SMS with the project's settings, as `sendtestemail` sends an email."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from smscx_client.exceptions import ApiExceptionBase
from smscx_client.integrations.django import get_client

__all__ = ["Command"]


class Command(BaseCommand):  # type: ignore[misc]
    """The command."""

    help = "Sends a test SMS with the settings of SMSCX_CLIENT. It costs money; --estimate shows how much."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("to", nargs="+", metavar="NUMBER", help="the recipients, such as +31612469333")
        parser.add_argument("--from", dest="sender", default="InfoText", help="the originator (default: InfoText)")
        parser.add_argument("--text", default="Test message from Django", help="the text of the message")
        parser.add_argument("--estimate", action="store_true", help="send nothing; show what it would cost")

    def handle(self, *args: Any, **options: Any) -> None:
        sms = get_client().sms
        call = sms.estimate_sms if options["estimate"] else sms.send_sms
        try:
            response: Any = call(to=options["to"], from_=options["sender"], text=options["text"])
        except ApiExceptionBase as error:
            raise CommandError(f"{type(error).__name__}: {error}") from error
        if not options["estimate"]:
            for row in response.data:
                self.stdout.write(f"{row.to} {row.status} {row.msg_id}")
        self.stdout.write(f"cost: {response.info.total_cost}")
