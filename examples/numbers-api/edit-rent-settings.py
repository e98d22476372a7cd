# Generated from openapi/ by `python -m codegen`; change it there.
"""Change auto-renewal or callback of a rental.

With an account:    SMSCX_API_KEY=... python examples/numbers-api/edit-rent-settings.py
Without an account: smscx-sandbox run examples/numbers-api/edit-rent-settings.py
"""

import sys

import smscx_client
from smscx_client.api.numbers_api import NumbersApi
from smscx_client.model.edit_rent_request import EditRentRequest

configuration = smscx_client.Configuration()  # reads SMSCX_API_KEY

request = EditRentRequest(auto_renew=True, callback_url="https://example.com/webhooks/inbound")

with smscx_client.ApiClient(configuration) as api_client:
    try:
        response = NumbersApi(api_client).edit_rent_settings(
            "2c4cacb9-355d-41ca-9f70-24feb81eccb7",
            request,
        )
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("rent_id:", response.info.rent_id)
print("datetime:", response.info.datetime)
