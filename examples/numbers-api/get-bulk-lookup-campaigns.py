# Generated from openapi/ by `python -m codegen`; change it there.
"""List past bulk number lookups.

With an account:    SMSCX_API_KEY=... python examples/numbers-api/get-bulk-lookup-campaigns.py
Without an account: smscx-sandbox run examples/numbers-api/get-bulk-lookup-campaigns.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.numbers.get_bulk_lookup_campaigns(limit=100)
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for item in response.data:
    print(item.id, item.total_phone_numbers, item.total_valid, item.total_cost, item.datetime_added)
if response.paging.next:
    print("next page: next =", response.paging.next)
