# Generated from openapi/ by `python -m codegen`; change it there.
"""List contacts who opted out.

With an account:    SMSCX_API_KEY=... python examples/optouts-api/get-optouts-list.py
Without an account: smscx-sandbox run examples/optouts-api/get-optouts-list.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.optouts.get_optouts_list(limit=100)
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
print("link:", response.info.link)
print("total:", response.info.total)
for item in response.data:
    print(item.id, item.phone_number, item.country_iso, item.optout_from, item.datetime)
if response.paging.next:
    print("next page: next =", response.paging.next)
