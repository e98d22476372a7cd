# Generated from openapi/ by `python -m codegen`; change it there.
"""Set up an empty contact group.

With an account:    SMSCX_API_KEY=... python examples/groups-api/create-group.py
Without an account: smscx-sandbox run examples/groups-api/create-group.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.groups.create_group(name="Summer sale 2026")
    except smscx_client.DuplicateValueException as error:
        sys.exit(f"It exists already. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
print("name:", response.info.name)
