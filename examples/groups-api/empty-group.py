# Generated from openapi/ by `python -m codegen`; change it there.
"""Clear all contacts out of a group.

With an account:    SMSCX_API_KEY=... python examples/groups-api/empty-group.py
Without an account: smscx-sandbox run examples/groups-api/empty-group.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.groups.empty_group(4503)
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

if response is None:
    print("Nothing to change.")
else:
    print("id:", response.info.id)
    print("name:", response.info.name)
