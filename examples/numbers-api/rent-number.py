# Generated from openapi/ by `python -m codegen`; change it there.
"""Rent a phone number. Costs money.

With an account:    SMSCX_API_KEY=... python examples/numbers-api/rent-number.py
Without an account: smscx-sandbox run examples/numbers-api/rent-number.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.numbers.rent_number(
            number_id="8b134d16-2369-463b-984c-002dafd2a71e",
            rent_period=30,
            auto_renew=False,
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
print("phone_number:", response.info.phone_number)
print("rent_end:", response.info.rent_end)
print("setup_cost:", response.info.setup_cost)
print("approved:", response.info.approved)
print("datetime:", response.info.datetime)
