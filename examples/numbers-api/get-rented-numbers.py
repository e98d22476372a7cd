# Generated from openapi/ by `python -m codegen`; change it there.
"""List the phone numbers you have rented.

With an account:    SMSCX_API_KEY=... python examples/numbers-api/get-rented-numbers.py
Without an account: smscx-sandbox run examples/numbers-api/get-rented-numbers.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.numbers.get_rented_numbers(
            features=3,
            country_iso="SE",
            number_type="mobile",
            active_rent=True,
            inbound_sms_sender=True,
        )
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for item in response.data:
    print(item.rent_id, item.phone_number, item.setup_cost, item.active_rent, item.approved)
