"""The views. A program that real users reach also needs limits for PINs: see examples/stories/otp_limits."""
# Django brings no types:
# pyright: reportAttributeAccessIssue=false, reportArgumentType=false

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

import smscx_client
from smscx_client.integrations.django import get_client, get_receiver

from .models import Member, Order

#: What a failed call means to the user: the status of the response, and the message.
PROBLEMS: dict[type[Exception], tuple[int, str]] = {
    smscx_client.InvalidPhoneNumberException: (422, "This is not a phone number."),
    smscx_client.NoCoverageException: (422, "We cannot send a code to this number."),
    smscx_client.InvalidPinException: (422, "This is not the code that we sent you."),
    smscx_client.OtpExpiredException: (410, "This code is too old. Please ask for a new one."),
    smscx_client.OtpFailedException: (410, "There were too many wrong codes. Please ask for a new one."),
    smscx_client.ApiTypeError: (422, "Please check what you entered."),  # refused before a request was sent
    smscx_client.ApiValueError: (422, "Please check what you entered."),
}
TRY_LATER = (503, "This does not work at the moment. Please try again in a minute.")


def problem(error: Exception) -> HttpResponse:
    status, message = PROBLEMS.get(type(error), TRY_LATER)
    return JsonResponse({"message": message}, status=status)


@require_POST
def sign_up(request: HttpRequest) -> HttpResponse:
    """Send a PIN. The session remembers the phone number and the id of the one-time password."""
    phone_number = request.POST.get("phone_number", "")
    try:
        otp = get_client().otp.new_otp(
            phone_number=phone_number,
            country_iso="NL",  # of numbers without a country code, such as 06 12469333
            from_="InfoText",
            template="{{pin}} is your code for the bakery.",
            ttl=300,
            max_attempts=3,
        )
    except smscx_client.ApiExceptionBase as error:
        return problem(error)
    request.session["sign_up"] = {"otp_id": otp.otp_id, "phone_number": phone_number}
    return JsonResponse({"message": "We have sent you a code."}, status=201)


@require_POST
def confirm(request: HttpRequest) -> HttpResponse:
    """Check the PIN that the user entered."""
    waiting: dict[str, Any] | None = request.session.get("sign_up")
    if waiting is None:
        return JsonResponse({"message": "Please start again."}, status=404)
    try:
        get_client().otp.verify_otp(waiting["otp_id"], request.POST.get("pin", ""))
    except smscx_client.OtpAlreadyVerifiedException:
        pass  # by a request of this session whose response was lost: only the right PIN verifies
    except smscx_client.ApiExceptionBase as error:
        return problem(error)
    Member.objects.get_or_create(phone_number=waiting["phone_number"])
    del request.session["sign_up"]
    return JsonResponse({"message": "Welcome!"})


@require_POST
def order_is_ready(request: HttpRequest, order_id: int) -> HttpResponse:
    """Tell the customer by SMS. The delivery reports arrive at `webhook_view`, with the `track_data` of the order."""
    order = get_object_or_404(Order, pk=order_id)
    try:
        sent = get_client().sms.send_sms(
            to=order.member.phone_number,
            from_="InfoText",
            text=f"Your order {order.pk} is ready.",
            track_data=str(order.track_data),
            dlr_callback_url=get_receiver().url(f"{settings.PUBLIC_URL}/sms"),
        )
    except smscx_client.ApiExceptionBase as error:
        return problem(error)
    Order.objects.filter(pk=order.pk, sms_status="").update(sms_status=sent.data[0].status)
    return JsonResponse({"cost": sent.info.total_cost})
