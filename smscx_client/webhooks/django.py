"""A receiver as a Django view. Django is imported when a view is made, and not before."""

from __future__ import annotations

from typing import Any, Callable

from smscx_client.webhooks.replies import Endpoint
from smscx_client.webhooks.wsgi import reply_to

__all__ = ["view"]


def view(receiver: Endpoint) -> Callable[[Any], Any]:
    """The view to put into `urlpatterns`: ``path("sms/", webhooks.django.view(receiver))``.

    It needs no CSRF token, since the callback URL has a token of its own.

    :param receiver: the receiver whose handlers run.
    """
    from django.http import HttpResponse

    def smscx_webhook(request: Any) -> Any:
        reply = reply_to(receiver, request.META, request)
        response = HttpResponse(b"" if request.method == "HEAD" else reply.body, status=reply.status)
        for name, value in reply.all_headers:
            response[name] = value
        return response

    smscx_webhook.csrf_exempt = True  # type: ignore[attr-defined]
    return smscx_webhook
