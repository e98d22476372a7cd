# Generated from openapi/ by `python -m codegen`; change it there.
"""Read the results of a bulk number lookup.

With an account:    SMSCX_API_KEY=... python examples/numbers-api/get-bulk-lookup-status.py
Without an account: smscx-sandbox run examples/numbers-api/get-bulk-lookup-status.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.numbers.get_bulk_lookup_status(
            "5a628974-9698-467a-8db5-c1550da34146",
            limit=100,
        )
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("lookup_bulk_id:", response.info.lookup_bulk_id)
print("total_phone_numbers:", response.info.total_phone_numbers)
print("total_valid:", response.info.total_valid)
print("total_cost:", response.info.total_cost)
for item in response.data:
    print(item.phone_number, item.cost, item.status, item.ported, item.datetime)
if response.paging.next:
    print("next page: next =", response.paging.next)
