# Generated from openapi/ by `python -m codegen`; change it there.
"""List phone numbers that can be rented.

With an account:    SMSCX_API_KEY=... python examples/numbers-api/get-available-numbers.py
Without an account: smscx-sandbox run examples/numbers-api/get-available-numbers.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.numbers.get_available_numbers(
            "SE",
            features=3,
            number_type="mobile",
            setup_time="instant",
            inbound_sms_sender=True,
            include="7017",
        )
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for item in response.data:
    print(item.number_id, item.phone_number, item.setup_cost, item.min_rent, item.setup_time)
