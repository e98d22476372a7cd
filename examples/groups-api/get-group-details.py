# Generated from openapi/ by `python -m codegen`; change it there.
"""Read a group and its contacts.

With an account:    SMSCX_API_KEY=... python examples/groups-api/get-group-details.py
Without an account: smscx-sandbox run examples/groups-api/get-group-details.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.groups.get_group_details(4501, limit=100)
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
print("name:", response.info.name)
print("total_phone_numbers:", response.info.total_phone_numbers)
print("total_cost:", response.info.total_cost)
print("total_optouts:", response.info.total_optouts)
print("created_at:", response.info.created_at)
for item in response.data:
    print(item.id, item.phone_number, item.country_iso, item.first_name, item.last_name)
if response.paging.next:
    print("next page: next =", response.paging.next)
