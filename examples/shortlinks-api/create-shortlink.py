# Generated from openapi/ by `python -m codegen`; change it there.
"""Shorten a URL.

With an account:    SMSCX_API_KEY=... python examples/shortlinks-api/create-shortlink.py
Without an account: smscx-sandbox run examples/shortlinks-api/create-shortlink.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.shortlinks.create_shortlink(
            url="https://example.com/winter-sale?utm_source=sms",
            name="Winter sale",
        )
    except smscx_client.DuplicateIdException as error:
        sys.exit(f"It exists already. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
print("name:", response.info.name)
print("original_url:", response.info.original_url)
print("short_url:", response.info.short_url)
