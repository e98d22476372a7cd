# Generated from openapi/ by `python -m codegen`; change it there.
"""List the contact groups.

With an account:    SMSCX_API_KEY=... python examples/groups-api/get-groups-list.py
Without an account: smscx-sandbox run examples/groups-api/get-groups-list.py
"""

import sys

import smscx_client
from smscx_client.api.groups_api import GroupsApi

configuration = smscx_client.Configuration()  # reads SMSCX_API_KEY

with smscx_client.ApiClient(configuration) as api_client:
    try:
        response = GroupsApi(api_client).get_groups_list()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for item in response.data:
    print(item.id, item.name, item.total_phone_numbers, item.total_cost, item.total_optouts)
