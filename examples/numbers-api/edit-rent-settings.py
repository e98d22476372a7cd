# Generated from openapi/ by `python -m codegen`; change it there.
"""Change auto-renewal or callback of a rental.

With an account:    SMSCX_API_KEY=... python examples/numbers-api/edit-rent-settings.py
Without an account: smscx-sandbox run examples/numbers-api/edit-rent-settings.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.numbers.edit_rent_settings(
            "2c4cacb9-355d-41ca-9f70-24feb81eccb7",
            auto_renew=True,
            callback_url="https://example.com/webhooks/inbound",
        )
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("rent_id:", response.info.rent_id)
print("datetime:", response.info.datetime)
