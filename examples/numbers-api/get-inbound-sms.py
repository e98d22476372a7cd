# Generated from openapi/ by `python -m codegen`; change it there.
"""List SMS received on a rented number.

With an account:    SMSCX_API_KEY=... python examples/numbers-api/get-inbound-sms.py
Without an account: smscx-sandbox run examples/numbers-api/get-inbound-sms.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.numbers.get_inbound_sms("2c4cacb9-355d-41ca-9f70-24feb81eccb7", limit=100)
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("rent_id:", response.info.rent_id)
print("phone_number:", response.info.phone_number)
print("country_iso:", response.info.country_iso)
for item in response.data:
    print(item.msg_id, item._from, item.country_iso, item.to, item.cost)
if response.paging.next:
    print("next page: next =", response.paging.next)
