# Generated from openapi/ by `python -m codegen`; change it there.
"""Register a sender name for approval.

With an account:    SMSCX_API_KEY=... python examples/originators-api/create-originator.py
Without an account: smscx-sandbox run examples/originators-api/create-originator.py
"""

import sys

import smscx_client
from smscx_client.api.originators_api import OriginatorsApi
from smscx_client.model.originator_new_request import OriginatorNewRequest

configuration = smscx_client.Configuration()  # reads SMSCX_API_KEY

request = OriginatorNewRequest(originator="Bakery24")

with smscx_client.ApiClient(configuration) as api_client:
    try:
        response = OriginatorsApi(api_client).create_originator(request)
    except smscx_client.DuplicateValueException as error:
        sys.exit(f"It exists already. {error}")
    except smscx_client.InvalidRequestException as error:
        sys.exit(f"Correct the request. {error}")
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("id:", response.info.id)
print("originator:", response.info.originator)
