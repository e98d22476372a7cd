# Generated from openapi/ by `python -m codegen`; change it there.
"""Remove a short link and its recorded hits.

With an account:    SMSCX_API_KEY=... python examples/shortlinks-api/delete-shortlink.py
Without an account: smscx-sandbox run examples/shortlinks-api/delete-shortlink.py
"""

import sys

import smscx_client
from smscx_client.api.shortlinks_api import ShortlinksApi

configuration = smscx_client.Configuration()  # reads SMSCX_API_KEY

with smscx_client.ApiClient(configuration) as api_client:
    try:
        response = ShortlinksApi(api_client).delete_shortlink("mW9zR")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
