# Generated from openapi/ by `python -m codegen`; change it there.
"""Read the details of a number rental.

With an account:    SMSCX_API_KEY=... python examples/numbers-api/get-rent-status.py
Without an account: smscx-sandbox run examples/numbers-api/get-rent-status.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.numbers.get_rent_status("2c4cacb9-355d-41ca-9f70-24feb81eccb7")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("rent_id:", response.info.rent_id)
print("phone_number:", response.info.phone_number)
print("setup_cost:", response.info.setup_cost)
print("rent_end:", response.info.rent_end)
print("active_rent:", response.info.active_rent)
print("approved:", response.info.approved)
