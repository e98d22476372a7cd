# Generated from openapi/ by `python -m codegen`; change it there.
"""Read the result of a single number lookup.

With an account:    SMSCX_API_KEY=... python examples/numbers-api/get-single-lookup-status.py
Without an account: smscx-sandbox run examples/numbers-api/get-single-lookup-status.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.numbers.get_single_lookup_status("77db2f49-4b88-4047-a925-64cbc0b8516e")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("phone_number:", response.phone_number)
print("cost:", response.cost)
print("status:", response.status)
print("ported:", response.ported)
print("roaming:", response.roaming)
print("datetime:", response.datetime)
