# Generated from openapi/ by `python -m codegen`; change it there.
"""Register a sender name for approval.

With an account:    SMSCX_API_KEY=... python examples/originators-api/create-originator.py
Without an account: smscx-sandbox run examples/originators-api/create-originator.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.originators.create_originator(originator="Bakery24")
    except smscx_client.DuplicateValueException as error:
        sys.exit(f"It exists already. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
print("originator:", response.info.originator)
