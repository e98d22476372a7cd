# Generated from openapi/ by `python -m codegen`; change it there.
"""Remove a sender name.

With an account:    SMSCX_API_KEY=... python examples/originators-api/delete-originator.py
Without an account: smscx-sandbox run examples/originators-api/delete-originator.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.originators.delete_originator(304)
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
print("originator:", response.info.originator)
