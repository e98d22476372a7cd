# Generated from openapi/ by `python -m codegen`; change it there.
"""Remove a group and its contacts.

With an account:    SMSCX_API_KEY=... python examples/groups-api/delete-group.py
Without an account: smscx-sandbox run examples/groups-api/delete-group.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.groups.delete_group(4504)
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
print("name:", response.info.name)
print("total_phone_numbers:", response.info.total_phone_numbers)
