# Generated from openapi/ by `python -m codegen`; change it there.
"""List the short links.

With an account:    SMSCX_API_KEY=... python examples/shortlinks-api/get-shortlinks-list.py
Without an account: smscx-sandbox run examples/shortlinks-api/get-shortlinks-list.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.shortlinks.get_shortlinks_list()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

for item in response.data:
    print(item.id, item.name, item.short_url, item.hits, item.date_created)
