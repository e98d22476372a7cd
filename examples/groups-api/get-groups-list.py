# Generated from openapi/ by `python -m codegen`; change it there.
"""List the contact groups.

With an account:    SMSCX_API_KEY=... python examples/groups-api/get-groups-list.py
Without an account: smscx-sandbox run examples/groups-api/get-groups-list.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.groups.get_groups_list()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for item in response.data:
    print(item.id, item.name, item.total_phone_numbers, item.total_cost, item.total_optouts)
