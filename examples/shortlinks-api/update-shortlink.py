# Generated from openapi/ by `python -m codegen`; change it there.
"""Change the name or target of a short link.

With an account:    SMSCX_API_KEY=... python examples/shortlinks-api/update-shortlink.py
Without an account: smscx-sandbox run examples/shortlinks-api/update-shortlink.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.shortlinks.update_shortlink(
            "bT4n2",
            name="Summer offers",
            url="https://example.com/summer-offers",
        )
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
