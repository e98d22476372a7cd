# Generated from openapi/ by `python -m codegen`; change it there.
"""List the message templates.

With an account:    SMSCX_API_KEY=... python examples/templates-api/get-templates-list.py
Without an account: smscx-sandbox run examples/templates-api/get-templates-list.py
"""

import sys

import smscx_client
from smscx_client.api.templates_api import TemplatesApi

configuration = smscx_client.Configuration()  # reads SMSCX_API_KEY

with smscx_client.ApiClient(configuration) as api_client:
    try:
        response = TemplatesApi(api_client).get_templates_list()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for item in response.data:
    print(item.id, item.name, item.channel, item.created_at, item.approved)
