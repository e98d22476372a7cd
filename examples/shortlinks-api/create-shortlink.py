# Generated from openapi/ by `python -m codegen`; change it there.
"""Shorten a URL.

With an account:    SMSCX_API_KEY=... python examples/shortlinks-api/create-shortlink.py
Without an account: smscx-sandbox run examples/shortlinks-api/create-shortlink.py
"""

import sys

import smscx_client
from smscx_client.api.shortlinks_api import ShortlinksApi
from smscx_client.model.shortlink_new_request import ShortlinkNewRequest

configuration = smscx_client.Configuration()  # reads SMSCX_API_KEY

request = ShortlinkNewRequest(
    url="https://example.com/winter-sale?utm_source=sms",
    name="Winter sale",
)

with smscx_client.ApiClient(configuration) as api_client:
    try:
        response = ShortlinksApi(api_client).create_shortlink(request)
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
