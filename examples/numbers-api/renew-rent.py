# Generated from openapi/ by `python -m codegen`; change it there.
"""Extend the rental of a phone number. Costs money.

With an account:    SMSCX_API_KEY=... python examples/numbers-api/renew-rent.py
Without an account: smscx-sandbox run examples/numbers-api/renew-rent.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.numbers.renew_rent(
            "2c4cacb9-355d-41ca-9f70-24feb81eccb7",
            rent_period=30,
            auto_renew=True,
            callback_url="https://example.com/webhooks/inbound",
        )
    except smscx_client.InsufficientBalanceException as error:
        sys.exit(f"Top up the account first. {error}")
    except smscx_client.AccessDeniedException as error:
        sys.exit(f"Not possible in this state. {error}")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("rent_id:", response.info.rent_id)
print("number_id:", response.info.number_id)
print("phone_number:", response.info.phone_number)
print("country_iso:", response.info.country_iso)
print("rent_end:", response.info.rent_end)
print("datetime:", response.info.datetime)
