# Generated from openapi/ by `python -m codegen`; change it there.
"""List the account's API applications.

With an account:    SMSCX_API_KEY=... python examples/applications-api/get-applications-list.py
Without an account: smscx-sandbox run examples/applications-api/get-applications-list.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.applications.get_applications_list()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for item in response.data:
    print(item.id, item.application_id, item.application_name, item.token_expiration, item.created_at)
