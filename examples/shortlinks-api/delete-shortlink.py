# Generated from openapi/ by `python -m codegen`; change it there.
"""Remove a short link and its recorded hits.

With an account:    SMSCX_API_KEY=... python examples/shortlinks-api/delete-shortlink.py
Without an account: smscx-sandbox run examples/shortlinks-api/delete-shortlink.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.shortlinks.delete_shortlink("mW9zR")
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
