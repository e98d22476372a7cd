# Generated from openapi/ by `python -m codegen`; change it there.
"""List the registered sender names.

With an account:    SMSCX_API_KEY=... python examples/originators-api/get-originators-list.py
Without an account: smscx-sandbox run examples/originators-api/get-originators-list.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.originators.get_originators_list()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for item in response.data:
    print(item.id, item.originator, item.is_default, item.approved, item.created_at)
