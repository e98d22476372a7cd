# Generated from openapi/ by `python -m codegen`; change it there.
"""Change the name or target of a short link.

With an account:    SMSCX_API_KEY=... python examples/shortlinks-api/update-shortlink.py
Without an account: smscx-sandbox run examples/shortlinks-api/update-shortlink.py
"""

import sys

import smscx_client
from smscx_client.api.shortlinks_api import ShortlinksApi
from smscx_client.model.shortlink_update_request import ShortlinkUpdateRequest

configuration = smscx_client.Configuration()  # reads SMSCX_API_KEY

request = ShortlinkUpdateRequest(name="Summer offers", url="https://example.com/summer-offers")

with smscx_client.ApiClient(configuration) as api_client:
    try:
        response = ShortlinksApi(api_client).update_shortlink("bT4n2", request)
    except smscx_client.ResourceNotFoundException as error:
        sys.exit(f"There is nothing with this id. {error}")
    except smscx_client.DuplicateValueException as error:
        sys.exit(f"It exists already. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

if response is None:
    print("Nothing to change.")
else:
    print("id:", response.info.id)
