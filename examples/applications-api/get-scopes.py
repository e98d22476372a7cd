# Generated from openapi/ by `python -m codegen`; change it there.
"""List the permission scopes of the API.

With an account:    SMSCX_API_KEY=... python examples/applications-api/get-scopes.py
Without an account: smscx-sandbox run examples/applications-api/get-scopes.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.applications.get_scopes()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for item in response:
    print(item)
