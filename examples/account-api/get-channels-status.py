# Generated from openapi/ by `python -m codegen`; change it there.
"""Show which sending channels are active.

With an account:    SMSCX_API_KEY=... python examples/account-api/get-channels-status.py
Without an account: smscx-sandbox run examples/account-api/get-channels-status.py
"""

import sys

import smscx_client
from smscx_client.api.account_api import AccountApi

configuration = smscx_client.Configuration()  # reads SMSCX_API_KEY

with smscx_client.ApiClient(configuration) as api_client:
    try:
        response = AccountApi(api_client).get_channels_status()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("sms:", response.sms)
print("viber:", response.viber)
print("whatsapp:", response.whatsapp)
print("multichannel:", response.multichannel)
