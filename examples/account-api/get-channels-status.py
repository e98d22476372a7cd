# Generated from openapi/ by `python -m codegen`; change it there.
"""Show which sending channels are active.

With an account:    SMSCX_API_KEY=... python examples/account-api/get-channels-status.py
Without an account: smscx-sandbox run examples/account-api/get-channels-status.py
"""

import sys

import smscx_client

with smscx_client.Client() as client:  # reads SMSCX_API_KEY
    try:
        response = client.account.get_channels_status()
    except smscx_client.ApiException as error:
        sys.exit(str(error))

print("sms:", response.sms)
print("viber:", response.viber)
print("whatsapp:", response.whatsapp)
print("multichannel:", response.multichannel)
