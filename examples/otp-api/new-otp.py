# Generated from openapi/ by `python -m codegen`; change it there.
"""Send a one-time password to a phone number. Costs money.

With an account:    SMSCX_API_KEY=... python examples/otp-api/new-otp.py
Without an account: smscx-sandbox run examples/otp-api/new-otp.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.otp.new_otp(
            phone_number="+31612469333",
            from_="MyShop",
            template="{{pin}} is your MyShop code. It is valid for 5 minutes.",
            track_id="9b1a9b7e-e4e2-4864-8253-d25d24ac9994",
            ttl=300,
            max_attempts=3,
            pin_type="numbers",
            pin_length=4,
            otp_callback_url="https://example.com/webhooks/otp",
        )
    except smscx_client.InsufficientBalanceException as error:
        sys.exit(f"Top up the account first. {error}")
    except smscx_client.InvalidPhoneNumberException as error:
        sys.exit(f"Not valid: {error.invalid}. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("otp_id:", response.otp_id)
print("phone_number:", response.phone_number)
print("status:", response.status)
print("cost:", response.cost)
print("parts:", response.parts)
print("attempts:", response.attempts)
