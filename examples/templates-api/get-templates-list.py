# Generated from openapi/ by `python -m codegen`; change it there.
"""List the message templates.

With an account:    SMSCX_API_KEY=... python examples/templates-api/get-templates-list.py
Without an account: smscx-sandbox run examples/templates-api/get-templates-list.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.templates.get_templates_list()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for item in response.data:
    print(item.id, item.name, item.channel, item.created_at, item.approved)
