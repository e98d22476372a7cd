# Generated from openapi/ by `python -m codegen`; change it there.
"""List the registered sender names.

With an account:    SMSCX_API_KEY=... python examples/originators-api/get-originators-list.py
Without an account: smscx-sandbox run examples/originators-api/get-originators-list.py
"""

import sys

import smscx_client
from smscx_client.api.originators_api import OriginatorsApi

configuration = smscx_client.Configuration()  # reads SMSCX_API_KEY

with smscx_client.ApiClient(configuration) as api_client:
    try:
        response = OriginatorsApi(api_client).get_originators_list()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for item in response.data:
    print(item.id, item.originator, item.is_default, item.approved, item.created_at)
